"""One statement in two reports is one; the same words of somebody else, or of another month, are not."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.reading import Said, SamenessVerdict, Teller, same_statement
from homeward.records import Attribution, LinkRole, PartialDate

SAME, MAY_BE, DIFFERENT = SamenessVerdict.SAME, SamenessVerdict.MAY_BE, SamenessVerdict.DIFFERENT
_ROLES = {"s": LinkRole.SPEAKER, "r": LinkRole.RELAY, "p": LinkRole.PUBLISHER}
_GIVEN = {"": Attribution.NAMED, "?": Attribution.ANONYMOUS, "~": Attribution.UNNAMED}


def chain(written: str) -> tuple[Teller, ...]:
    """``s:Ministry > r:Wire > p:Post``; ``?`` after the letter is anonymous, ``~`` unnamed; ``#7`` is a key."""
    tellers = []
    for step in filter(None, (part.strip() for part in written.split(">"))):
        head, _, rest = step.partition(":")
        name, _, key = rest.partition("#")
        tellers.append(Teller(_ROLES[head[0]], (name,), _GIVEN[head[1:]], int(key) if key else None))
    return tuple(tellers)


def said(text: str, written: str = "", on: str = "2026-03-12", **more: Any) -> Said:
    return Said(text, chain=chain(written), said_on=PartialDate.read(on) if on else None, **more)


LONG = "We hold eight people in the northern district and will release them when the road is open"
SHORT = "We hold them"
TOLD = "They hold eight people in the northern district and would release them when the road was open"

# first words, first chain, second words, second chain, verdict, one source, a reason given
IN_ONE_LANGUAGE = [
    (LONG, "s:Tomas Ardel > p:Post", LONG, "s:Tomas Ardel > r:Brava Agency > p:Herald", SAME, True, "one speaker"),
    (LONG, "s:Tomas Ardel > p:Post", LONG, "s:Ardel > p:Herald", SAME, True, "one speaker: Tomas Ardel"),
    (LONG, "s:Idris Qanbar > p:Post", LONG, "s:Идрис Канбар > p:Весть", SAME, True, "one speaker"),
    (LONG, "s:Tomas Ardel > p:Post", LONG[:55], "s:Tomas Ardel > p:Herald", SAME, True, "the same words"),
    (LONG, "s:Tomas Ardel > p:Post", TOLD, "s:Tomas Ardel > p:Herald", SAME, True, "in another form"),
    (SHORT, "s:Tomas Ardel > p:Post", SHORT, "s:Tomas Ardel > p:Herald", SAME, True, "said on one day"),
    (SHORT, "s?:a source > r:Brava Agency > p:Post", SHORT, "s?:an aide > r:Brava Agency > p:Herald", SAME, True,
     "both through Brava Agency"),
    (SHORT, "s?:a source > p:Brava Agency", SHORT, "s?:an aide > r:Brava Agency > p:Post", SAME, True,
     "both through"),
    (LONG, "s?:a source > p:Post", LONG, "s?:an official > p:Herald", SAME, True, "the same words"),
    (LONG, "p:Post", LONG, "p:Herald", SAME, True, "the same words"),
    (LONG, "s~:the spokesman > p:Post", LONG, "s:Tomas Ardel > p:Herald", SAME, True, "the same words"),
    # who said it may be another
    (LONG, "s:Tomas Ardel > p:Post", LONG, "s:Iven Rosk > p:Herald", MAY_BE, False,
     "two speakers: Tomas Ardel; Iven Rosk"),
    (LONG, "s~:the ministry#1 > p:Post", LONG, "s~:the ministry#2 > p:Herald", MAY_BE, False, "two speakers"),
    (SHORT, "s?:a source > p:Post", SHORT, "s?:an official > p:Herald", MAY_BE, False, "few words"),
    (TOLD, "p:Post", LONG, "p:Herald", MAY_BE, False, "in another form"),
    # a number, a negation, a word
    ("holds eight", "s:Tomas Ardel > p:Post", "does not hold eight", "s:Ardel > p:Post", DIFFERENT, False, "“not”"),
    (LONG, "s:Tomas Ardel > p:Post", LONG.replace("eight", "nine"), "s:Ardel > p:Post", DIFFERENT, False, "“nine”"),
    (LONG, "s:Tomas Ardel > p:Post", LONG.replace("will", "will not"), "s:Ardel > p:Post", DIFFERENT, False, "“not”"),
    (LONG, "s:Tomas Ardel > p:Post", LONG.replace("northern", "southern"), "s:Ardel > p:Post", MAY_BE, False,
     "“northern” in one is “southern” in the other"),
    (f"If they ask, {LONG}", "s:Tomas Ardel > p:Post", LONG, "s:Tomas Ardel > p:Post", MAY_BE, False, "“If”"),
    (LONG, "p:Post", LONG.replace("northern", "southern"), "p:Herald", DIFFERENT, False, "nearly the same words"),
    # something else
    (LONG, "s:Tomas Ardel > p:Post", "The road is shut", "s:Tomas Ardel > p:Post", DIFFERENT, False, "other words"),
    (LONG, "s:Tomas Ardel > p:Post", "", "s:Tomas Ardel > p:Post", DIFFERENT, False, "no words"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "first", "other", "second", "verdict", "one_source", "reason"), IN_ONE_LANGUAGE)
def test_one_statement_in_one_language(
    one: str, first: str, other: str, second: str, verdict: SamenessVerdict, one_source: bool, reason: str
) -> None:
    a, b = said(one, first), said(other, second)
    there, back = same_statement(a, b), same_statement(b, a)
    assert (there.verdict, there.one_source) == (back.verdict, back.one_source) == (verdict, one_source)
    assert reason in "; ".join(there.reasons), there.reasons


DAYS = [
    ("2026-03-12", "2026-03-12", SAME),
    ("2026-03-12", "2026-03-13", SAME),  # a reporter's yesterday
    ("2026-03-12", "2026-03", SAME),
    ("2026-03-12", "", SAME),
    ("2026-03-12", "2026-03-15", MAY_BE),
    ("2026-03-12", "2025", MAY_BE),
]


@pytest.mark.parametrize(("first", "second", "verdict"), DAYS)
def test_the_same_words_of_another_day_are_another_statement(
    first: str, second: str, verdict: SamenessVerdict
) -> None:
    a, b = said(LONG, "s:Tomas Ardel > p:Post", first), said(LONG, "s:Tomas Ardel > p:Herald", second)
    found = same_statement(a, b)
    assert found.verdict is verdict
    assert ("said on days apart: 2026-03-12; " in "; ".join(found.reasons)) is (verdict is MAY_BE)


def test_without_a_day_of_speaking_the_reports_tell_when_it_was() -> None:
    a, b = (
        said(LONG, "s:Tomas Ardel > p:Post", "", published=PartialDate.read(day))
        for day in ("2026-03-12", "2026-03-14")
    )
    assert same_statement(a, b).verdict is SAME
    assert same_statement(a, replace(b, published=PartialDate.read("2026-04-14"))).verdict is MAY_BE
    # What an unsigned article copies a month later is still not a second witness.
    own = said(LONG, "p:Post", "2026-03-12"), said(LONG, "p:Herald", "2026-04-14")
    assert (same_statement(*own).verdict, same_statement(*own).one_source) == (MAY_BE, True)


def test_in_near_copies_a_changed_word_leaves_one_source_and_a_person_looks_at_it() -> None:
    one, other = said(LONG, "p:Post", text_of=1), said(LONG.replace("open", "clear"), "p:Herald", text_of=1)
    found = same_statement(one, other)
    assert (found.verdict, found.one_source) == (MAY_BE, True)
    assert {"near copies of one text", "“clear” in one is “open” in the other"} <= set(found.reasons)
    misattributed = said(LONG, "s:Tomas Ardel > p:Post", text_of=1), said(LONG, "s:Iven Rosk > p:Herald", text_of=1)
    assert same_statement(*misattributed).verdict is SAME
    assert same_statement(one, said(LONG.replace("will", "will not"), "p:Herald", text_of=1)).one_source is False


ARABIC = "تحتجز الجبهة ثمانية أشخاص في الشمال"
RUSSIAN = "Фронт удерживает восемь человек на севере"
HEBREW = "החזית מחזיקה בשמונה אנשים בצפון"
ENGLISH = "The Front holds eight people in the north"

ACROSS = [
    # the original, its chain, the other, its chain, more of the other, verdict, one source, a reason
    (ARABIC, "p:Marj Voice", ENGLISH, "r:Marj Voice > p:Post", {"translated_from": "ar"}, SAME, True,
     "marked as translated from Arabic"),
    (ARABIC, "s:Idris Qanbar > p:صوت المرج", ENGLISH, "s:إدريس قنبر > p:Post", {"translated_from": ""}, SAME, True,
     "marked as translated"),
    (RUSSIAN, "p:Marj Voice", ENGLISH, "p:Marj Voice", {"translated_from": "ru"}, SAME, True,
     "both published by Marj Voice"),
    (HEBREW, "r:Brava Agency > p:Post", ENGLISH, "r:Brava Agency > p:Herald", {"translated_from": "he"}, SAME, True,
     "both through Brava Agency"),
    (ARABIC, "p:Marj Voice", ENGLISH, "p:Post", {"translated_from": "ar"}, MAY_BE, True, "the same numbers"),
    (ARABIC, "p:Marj Voice", ENGLISH, "p:Post", {"translated_from": "he"}, DIFFERENT, False, "nothing shows"),
    (ARABIC, "p:Marj Voice", ENGLISH, "p:Post", {}, DIFFERENT, False, "nothing shows them one"),
    (RUSSIAN, "s:Tomas Ardel > p:Post", ENGLISH, "s:Tomas Ardel > p:Herald", {}, MAY_BE, False, "one speaker"),
    # a number, a negation
    (ARABIC, "p:Marj Voice", ENGLISH.replace("eight", "nine"), "r:Marj Voice > p:Post", {"translated_from": "ar"},
     DIFFERENT, False, "numbers differ: 8; 9"),
    (ARABIC, "p:Marj Voice", "The Front does not hold eight", "r:Marj Voice > p:Post", {"translated_from": "ar"},
     MAY_BE, False, "one has a negation"),
    (ARABIC, "p:Marj Voice", ENGLISH + " and two in Marj", "r:Marj Voice > p:Post", {"translated_from": "ar"},
     DIFFERENT, False, "numbers differ: 8; 2, 8"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "first", "other", "second", "more", "verdict", "one_source", "reason"), ACROSS)
def test_one_statement_in_two_languages(
    one: str, first: str, other: str, second: str, more: dict[str, Any],
    verdict: SamenessVerdict, one_source: bool, reason: str,
) -> None:  # fmt: skip
    a, b = said(one, first), said(other, second, **more)
    there, back = same_statement(a, b), same_statement(b, a)
    assert (there.verdict, there.one_source) == (back.verdict, back.one_source) == (verdict, one_source)
    assert reason in "; ".join(there.reasons), there.reasons


def test_a_translation_that_is_kept_beside_the_words_is_compared_word_for_word() -> None:
    original = said(RUSSIAN, "s:Tomas Ardel > p:Post", translation=ENGLISH)
    found = same_statement(original, said(ENGLISH, "s:Tomas Ardel > p:Herald"))
    assert (found.verdict, found.reasons[0]) == (SAME, "the translation kept of one is the other")
    assert same_statement(said(ENGLISH, "s:Tomas Ardel > p:Herald"), original).verdict is SAME
    denied = said("The Front does not hold eight people in the north", "s:Tomas Ardel > p:Herald")
    assert same_statement(original, denied).verdict is not SAME


def test_what_is_known_to_say_something_else_is_no_translation() -> None:
    a = said(ARABIC, "p:Marj Voice", about=("custody", "asserts"))
    b = said(ENGLISH, "r:Marj Voice > p:Post", translated_from="ar", about=("alive", "asserts"))
    assert same_statement(a, b).verdict is DIFFERENT
    assert same_statement(a, replace(b, about=("custody", "asserts"))).verdict is SAME


TEXTS = st.sampled_from(["", LONG, SHORT, TOLD, ENGLISH, ARABIC, RUSSIAN, HEBREW, "…", LONG.replace("eight", "9")])
CHAINS = st.sampled_from(["", "p:Post", "s:Ardel > p:Post", "s?:a source > r:Wire > p:Herald", "s~:he#3 > p:Wire#4"])
MARKS = st.sampled_from([None, "", "ar", "en"])
DATES = st.sampled_from(["", "2026-03-12", "2026-03", "../2026-01", "0001-01-01"])


@given(TEXTS, CHAINS, DATES, MARKS, TEXTS, CHAINS, DATES, MARKS)
def test_the_order_of_the_two_makes_no_difference(
    a: str, b: str, c: str, d: str | None, e: str, f: str, g: str, h: str | None
) -> None:
    one, other = said(a, b, c, translated_from=d), said(e, f, g, translated_from=h)
    there, back = same_statement(one, other), same_statement(other, one)
    assert (there.verdict, there.one_source) == (back.verdict, back.one_source)
    assert there.one_source or there.verdict is not SAME
    assert there.reasons


@given(st.text(max_size=200), st.text(max_size=200), st.text(max_size=20))
def test_nothing_raises(one: str, other: str, name: str) -> None:
    same_statement(said(one, language=name), said(other, f"s:{name.replace('>', '').replace('#', '')}"))


def test_a_million_characters_take_seconds_at_most() -> None:
    chance = random.Random(4)
    for piece in ("word ", "שלום ", "the eight not ", "1 "):
        text = piece * (1_000_000 // len(piece))
        begun = time.process_time()
        same_statement(
            said(text, translation=text), said(text[chance.randint(1, 9) :], "p:Post", translated_from="ar")
        )
        assert time.process_time() - begun < 4

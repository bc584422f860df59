"""No sentence is a bare fact, and every sentence names its source (D1)."""

from __future__ import annotations

import re
from datetime import date
from itertools import product

import pytest

from homeward.casework import wording
from homeward.casework.results import ShownLink
from homeward.records import (
    AnswerCode,
    Attribution,
    ClaimSubject,
    ContactKind,
    ContactStatus,
    LinkRole,
    PartialDate,
    Polarity,
    SilenceVerdict,
    Verdict,
)

SPEAKER = ShownLink(LinkRole.SPEAKER, "Ministry of Calm", Attribution.NAMED)
RELAY = ShownLink(LinkRole.RELAY, "Wire of Ostrel", Attribution.NAMED)
PUBLISHER = ShownLink(LinkRole.PUBLISHER, "Ostrel Post", Attribution.NAMED)
CHAIN = (SPEAKER, RELAY, PUBLISHER)

# A state of a person, stated as if it were known. Allowed only after words that make it somebody's saying.
_BARE = re.compile(
    r"\b(is|was|are|has been|have been|has)\s+(now\s+)?"
    r"(held|dead|alive|released|in custody|transferred|killed|detained|died|escaped|free|missing|at|on the list)\b"
)
_SAYING = re.compile(r"\b(denied that|whether|said to be|said they do not know|claimed|reported)\b")


@pytest.mark.parametrize(
    ("subject", "polarity", "value", "collective"),
    list(product(ClaimSubject, Polarity, ("", "ward seven"), (False, True))),
)
def test_every_claim_is_said_by_somebody(subject: str, polarity: str, value: str, collective: bool) -> None:
    said = wording.say_claim(subject, polarity, CHAIN, value=value, collective=collective)
    assert "Ministry of Calm" in said
    assert ", relayed by Wire of Ostrel, published by Ostrel Post" in said
    for bare in _BARE.finditer(said):
        assert _SAYING.search(said[: bare.start()] + said[bare.start() : bare.end()]), said
    assert re.match(r"(Ministry of Calm|said|reported|claimed|health described|identity given|mentioned)\b", said)
    assert not collective or "group" in said or "people on the list" in said
    assert not collective or "this person" not in said
    assert not value or value in said or (collective and subject == ClaimSubject.SEARCHED_FOR)
    assert "{" not in said


@pytest.mark.parametrize("subject", list(ClaimSubject))
def test_a_claim_whose_source_is_lost_says_that_it_is_lost(subject: str) -> None:
    assert "a source that is not recorded" in wording.say_claim(subject, Polarity.ASSERTS, ())


def test_sentences_that_a_caseworker_reads_most() -> None:
    def say(subject: ClaimSubject, polarity: Polarity = Polarity.ASSERTS, **known: object) -> str:
        return wording.say_claim(subject, polarity, CHAIN, **known)  # type: ignore[arg-type]

    via = "relayed by Wire of Ostrel, published by Ostrel Post"
    assert say(ClaimSubject.ALIVE) == f"said to be alive, by Ministry of Calm, {via}"
    assert say(ClaimSubject.ALIVE, Polarity.DENIES) == f"Ministry of Calm denied that this person is alive, {via}"
    assert say(ClaimSubject.WHEREABOUTS, Polarity.DOES_NOT_KNOW) == (
        f"Ministry of Calm said they do not know where this person is, {via}"
    )
    assert say(ClaimSubject.SEARCHED_FOR, collective=True) == (
        f"Ministry of Calm said that the people on the list are being looked for, {via}; "
        "this is neither an acknowledgement nor a denial of holding"
    )
    assert say(ClaimSubject.RELEASED) == f"reported released, by Ministry of Calm, {via}"
    row = wording.RowOfList("Patients of the harbour", 17)
    assert wording.say_claim(ClaimSubject.LISTED, Polarity.ASSERTS, (SPEAKER,), row=row) == (
        "on the list “Patients of the harbour” of Ministry of Calm, row 17"
    )


def test_who_speaks_where_nobody_is_recorded_before_a_relay_or_a_publisher() -> None:
    assert wording.who_and_via((PUBLISHER,)) == ("Ostrel Post", "")
    assert wording.who_and_via((RELAY, PUBLISHER)) == ("Wire of Ostrel", ", published by Ostrel Post")
    anonymous = ShownLink(LinkRole.SPEAKER, "an official", Attribution.ANONYMOUS)
    assert wording.who_and_via((anonymous, PUBLISHER))[0] == "an official (not named)"
    same = ShownLink(LinkRole.PUBLISHER, "Ministry of Calm", Attribution.NAMED)
    assert wording.who_and_via((SPEAKER, same)) == ("Ministry of Calm", "")


def test_every_closed_word_has_its_phrase() -> None:
    for code, collective in product(AnswerCode, (False, True)):
        assert wording.code_words(code, collective=collective)
    for verdict in ("", *Verdict):
        assert wording.verdict_words(verdict)
    for grade in ("", "A", "B", "C", "D"):
        assert wording.grade_words(grade)
    for silence in SilenceVerdict:
        assert wording.silence_words(silence)
        assert "roposed" in wording.proposed_silence_words(silence, explicit=False)
    for kind, status in product(ContactKind, ContactStatus):
        assert wording.contact_words(kind, status, ["A"], "B")


def test_what_is_said_of_many_is_not_said_of_one() -> None:
    held = (ClaimSubject.ACKNOWLEDGEMENT, Polarity.ASSERTS, CHAIN[:1])
    assert wording.say_claim(*held, collective=True, of_list=True) == (
        "Ministry of Calm is reported to have acknowledged holding these people "
        "(said of the whole list, of nobody by name)"
    )
    words = wording.say_claim(ClaimSubject.IDENTITY, Polarity.DENIES, CHAIN[:1], value="this person", collective=True)
    assert words == (
        "Ministry of Calm disputed that these people are “this person” (said of the whole group, of nobody by name)"
    )


def test_a_collective_answer_is_never_about_this_person() -> None:
    for code in AnswerCode:
        assert "this person" not in wording.code_words(code, collective=True)


DATES = [
    ("2024-05-30", "30 May 2024"),
    ("2024-05", "May 2024"),
    ("2024", "2024"),
    ("2024-03~", "about March 2024"),
    ("2024?", "perhaps 2024"),
    ("198X", "the 1980s"),
    ("19XX", "1900 to 1999"),
    ("2024-21", "spring 2024"),
    ("2019/2021", "between 2019 and 2021"),
    ("../2024-03", "until March 2024"),
    ("2024-03/..", "from March 2024 on"),
    ("2024-03-XX", "some day in March 2024"),
    ("2024-XX", "some month of 2024"),
]


@pytest.mark.parametrize(("edtf", "said"), DATES)
def test_dates_are_read_as_people_write_them(edtf: str, said: str) -> None:
    assert wording.date_words(PartialDate.read(edtf)) == said


def test_a_date_that_is_not_known_is_said_to_be_so() -> None:
    assert wording.date_words(None) == "no date given"


def test_an_age_is_never_longer_than_is_known() -> None:
    def age(edtf: str | None) -> int | None:
        return wording.age_days(PartialDate.read(edtf) if edtf else None, date(2031, 6, 1))

    assert age("2031-02-09") == 112
    assert age("2031-02") == 93, "counted from 28 February, the last day it can mean"
    assert age("2031") is None, "it may still lie ahead"
    assert age("2031-02/..") is None
    assert age(None) is None
    assert age("2031-06-01") == 0
    assert (wording.age_words(112), wording.age_words(1), wording.age_words(0)) == ("112 days", "1 day", "today")
    assert (wording.age_words(None), wording.ago_words(None)) == ("no date known", "on a day not known")
    assert wording.ago_words(1112) == "1,112 days ago"


def test_a_number_stands_with_its_noun() -> None:
    assert wording.counted("{n} sources", 0) == "no sources"
    assert wording.counted("{n} source", 1) == "one source"
    assert wording.counted("{n} sources", 12) == "twelve sources"
    assert wording.counted("{n} sources", 1234) == "1,234 sources"

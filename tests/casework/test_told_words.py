"""What relatives read in four languages: every sentence of ours passes the check that those of people must pass."""

from __future__ import annotations

import re
import string

import pytest
from django.utils import translation

from homeward.casework import bare_words, told_words, wording
from homeward.casework.results import ShownLink
from homeward.errors import BadInputError
from homeward.records import ClaimSubject, PartialDate, Polarity

CHAIN = (ShownLink("speaker", "Osvel", "named"), ShownLink("publisher", "Ostrel Post", "named"))
ON = PartialDate.read("2031-03-01")
_KINDS = ("meeting", "visit", "call", "letter", "other")


@pytest.mark.parametrize("language", told_words.LANGUAGES)
@pytest.mark.parametrize("collective", [False, True])
def test_every_claim_can_be_told_and_is_never_bare(language, collective):
    for subject in ClaimSubject:
        for polarity in Polarity:
            for value in ("", "camp 4"):
                said = told_words.say_in(
                    language, subject, polarity, CHAIN, value=value, on=ON, collective=collective, of_list=True
                )
                assert bare_words.faults_of(said, language, polarity) == (), said
                assert "Osvel" in said and "2031" in said and (value in said or "on the list are" in said)
                assert "{" not in said


@pytest.mark.parametrize("language", told_words.LANGUAGES)
def test_a_row_of_a_list_is_told_as_such(language):
    for purpose in ("", "taken"):
        row = wording.RowOfList("Northern list", 7, purpose)
        said = told_words.say_in(language, ClaimSubject.LISTED, Polarity.ASSERTS, CHAIN, on=ON, row=row)
        assert "Northern list" in said and "7" in said and purpose in said
        assert bare_words.faults_of(said, language, Polarity.ASSERTS) == ()


@pytest.mark.parametrize("language", told_words.LANGUAGES)
def test_what_we_say_of_ourselves_is_neither_bare_nor_grave(language):
    known = dict.fromkeys(("on", "to", "kind", "who", "day", "by", "due", "event", "claims", "what"), "Osvel")
    for key in told_words.table(language)["we"]:
        said = told_words.we(language, key, **known)
        assert bare_words.faults_of(said, language) == (), said
        assert not bare_words.is_grave(said, language), said


def test_all_languages_say_the_same_things_with_the_same_gaps():
    def gaps(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    english = told_words.table("en")
    for language in told_words.LANGUAGES[1:]:
        other = told_words.table(language)
        for part in ("headings", "labels", "receipt", "we"):
            assert {k: gaps(v) for k, v in other[part].items()} == {k: gaps(v) for k, v in english[part].items()}
        for part in ("one", "many"):
            assert set(other[part]) == {subject.value for subject in ClaimSubject}
        assert set(other["lint"]) == set(english["lint"])


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "He is released."), ("en", "Marko is ALIVE"), ("en", "The ministry said so. She is dead."),
        ("en", "He is al\u200bive."), ("ru", "Он освобождён."), ("ru", "Он жив."), ("ru", "Её удерживают."),
        ("he", "הוא חי."), ("he", "הוא שוחרר."), ("he", "הוא חַי."), ("ar", "هو حيّ."), ("ar", "أُفرج عنه."),
    ],
)  # fmt: skip
def test_a_bare_word_is_found_in_every_script_and_pointing(language, words):
    assert bare_words.faults_of(words, language)
    assert bare_words.faults_of(words, language, Polarity.ASSERTS)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "We asked whether he is alive."), ("en", "We do not know whether she is held."),
        ("ru", "Мы спросили, жив ли он."), ("he", "שאלנו אם הוא חי."), ("ar", "سألنا هل هو حي."),
        ("en", "We wrote to the ministry."), ("he", "אחיך כתב אלינו באמת."), ("ar", "أرسلنا المعلومات."),
    ],
)  # fmt: skip
def test_a_question_is_no_bare_word(language, words):
    assert bare_words.faults_of(words, language) == ()


def test_what_stands_below_names_everybody_by_whom_it_came():
    chain = (*CHAIN, ShownLink("relay", wording.protected_name(), "named"), ShownLink("speaker", "", "named"))
    told = told_words.chain_in("ru", chain, PartialDate.read("2031-03"), "C3")
    assert told == (
        "Кто сказал: Osvel · Кто передал: защищённый источник · Кто опубликовал: Ostrel Post · март 2031 [C3]"
    )
    assert told_words.chain_in("en", (), None, "C3") == "Said by: a source that is not recorded [C3]"
    anonymous = (ShownLink("speaker", "an official", "anonymous"),)
    assert "an official (not named)" in told_words.chain_in("en", anonymous, None, "C3")


def test_a_month_is_in_its_own_language_whatever_was_asked_before():
    month = PartialDate.read("2031-03~")
    said = [told_words.day_in(language, month) for language in ("he", "ar", "ru", "en", "ar")]
    assert said == ["≈ מרץ 2031", "≈ مارس 2031", "≈ март 2031", "about March 2031", "≈ مارس 2031"]


def test_another_language_is_refused():
    with pytest.raises(BadInputError, match="no words"):
        told_words.heading("tlh", "new")
    assert told_words.heading("ru-UA", "new") == told_words.heading("ru", "new")


def test_what_runs_the_other_way_is_isolated_and_nothing_else():
    assert told_words.isolated("en", "Ministry (2031)") == "Ministry (2031)"
    assert told_words.isolated("en", "المشفى") == "\u2068المشفى\u2069"
    assert told_words.isolated("he", "Ministry") == "\u2068Ministry\u2069"
    assert told_words.isolated("ar", "وزارة 12") == "وزارة 12"
    assert told_words.isolated("he", "+7 900") == "\u2068+7 900\u2069", "digits alone would be turned around"
    assert told_words.isolated("en", "a\u202eb\u2069") == "ab", "what somebody wrote reaches no further than itself"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("by \u2068Osvel\u2069.", "by \u2068Osvel\u2069."),
        ("by \u2069Osvel\u2068.", "by Osvel."),
        ("by \u2068Osvel.", "by Osvel."),
        ("by \u202eOsvel\u202c.", "by Osvel."),
    ],
)
def test_only_pairs_that_isolate_stay_in_what_is_typed(written, kept):
    assert told_words.sound(written) == kept


@pytest.mark.parametrize("language", told_words.LANGUAGES)
def test_a_time_with_one_end_is_told_in_words(language):
    for edtf in ("../2031-03", "2031-03/.."):
        told = told_words.day_in(language, PartialDate.read(edtf))
        assert "2031" in told and ".." not in told and "/" not in told


def test_a_sentence_has_one_full_stop_after_a_russian_year():
    chain = (ShownLink("speaker", "Osvel", "named"),)
    said = told_words.we("ru", "reply_due", day=told_words.day_in("ru", ON))
    assert said.endswith("г.") and not said.endswith("..")
    assert ".." not in told_words.say_in("ru", ClaimSubject.ALIVE, Polarity.ASSERTS, chain, on=ON)


@pytest.mark.parametrize("reader", ["ru", "he", "ar"])
def test_what_is_wrong_is_said_in_the_language_of_who_writes(reader):
    with translation.override(reader):
        faults = [
            *bare_words.faults_of("He is released.", "en"),
            *(fault for way in Polarity for fault in bare_words.faults_of("Something happened.", "en", way)),
        ]
    assert len(faults) == 4
    assert [re.findall(r"[a-z]{3,}", fault) for fault in faults] == [["released"], [], [], []]

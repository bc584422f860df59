"""What looking for marked nouns promises: it finds what patterns with the nouns themselves find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.reading.languages.en.group_words import described, nouns_for, plain_patterns
from homeward.reading.languages.en.marks import NounPattern
from homeward.reading.languages.en.patterns import group_term

_TERMS = (
    "crew of the Alma", "Danish surveyors", "Alma mates", "men", "students of the Sarran School", "eight nurses",
    "engineers", "Eritrean migrants", "hostage staff", "crew",
)  # fmt: skip
_WORDS = re.findall(
    r"\S+",
    "the The these our all both eight Eight two three 8 missing abducted held captured hostage of and in who were "
    "are sailors Sailors crew crewmen surveyors hydrologists doctors nurses students men women people others other "
    "rest Danish danish Danes Alma mates Sarran road tired sister's seamen co-pilots pilots engineers workers "
    "migrants Eritreans Eritrean 'staff' staff team took held. one, names remaining last pair Al-Sur ex-students ǂ",
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(_WORDS), max_size=60),
    st.lists(st.sampled_from(_TERMS), max_size=3),
    st.sampled_from([None, 2, 3, 8]),
)
def test_marked_nouns_are_found_as_the_nouns_themselves(
    words: list[str], terms: list[str], count: int | None
) -> None:
    text = " ".join(words)
    nouns, nations = nouns_for(text, terms, count)
    plain = [
        (match.span(), match.group(), match.groupdict())
        for pattern in plain_patterns(nouns, nations, count, terms)
        for match in pattern.finditer(text)
    ]
    found = [
        (match.span(), match.group(), match.groupdict())
        for finder in described(text, terms, count)
        for match in finder.finditer(text)
    ]
    assert found == (plain if nouns or nations or count is not None else [])


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("sailors of the Alma", "The eight sailors, all the Chinese sailors and the sailors’ families"),
        ("sailors of the Alma", "the sailors of the Alma, its twelve missing Sailors and the sailors-to-be"),
        ("fishing crew", "Three of the crew; the crew union; our captured fishing crew, forty-two crew"),
        ("fishing crew", "the \u01c2odd crew and the crew\u017f, all the crew"),
    ],
)
def test_a_term_that_is_marked_is_found_as_the_term_itself(term: str, text: str) -> None:
    marked = group_term(term)
    assert isinstance(marked, NounPattern)
    plain = marked.plain(marked.noun)
    assert (
        [(m.span(), m.group(), m.groupdict()) for m in marked.finditer(text)]
        == [(m.span(), m.group(), m.groupdict()) for m in plain.finditer(text)]
        != []
    )

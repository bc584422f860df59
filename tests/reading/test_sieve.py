"""What the sieve promises: it leaves out no pattern that could have matched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.reading.languages import ARABIC, ENGLISH, HEBREW, RUSSIAN, Language
from homeward.reading.sieve import Sieve, chosen, needed_by, sieve_of

LANGUAGES = (ENGLISH, RUSSIAN, HEBREW, ARABIC)
EXAMPLES = sorted((Path(__file__).parent / "examples").glob("*/*.txt"))
_PIECES = st.recursive(
    st.sampled_from(
        ["a", "ab", "cab", "b ", r"\b", r"\w", "[ab]", "[^a]", ".", r"(?=a)", r"(?!b)", "_a", "é", "к", "K"]
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=1, max_size=4).map(lambda row: f"(?:{'|'.join(row)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "{1,2}?"])).map(
            lambda x: f"(?:{x[0]}){x[1]}"
        ),
        inner.map(lambda x: f"(?-i:{x})"),
    ),
    max_leaves=12,
)


def _tables(language: Language) -> list[re.Pattern[str]]:
    patterns = [rule.pattern for rule in language.claims] + [pattern for _, pattern in language.answers]
    return [*patterns, *language.groups, *language.counted]


@settings(max_examples=400, deadline=None)
@given(_PIECES, st.text("abcké_ \u212a\u0130KAB", max_size=30))
def test_whatever_a_pattern_matches_holds_what_it_needs(written: str, text: str) -> None:
    pattern = re.compile(written, re.IGNORECASE)
    if pattern.search(text) is not None:
        assert Sieve([pattern]).worth(text) == 1
        assert Sieve([pattern]).worth(text, f"{text} ab") == 1
        assert Sieve([pattern]).worth(text, text.replace("_", " ")) == 1


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_no_rule_that_matches_an_example_is_left_out(language: Language) -> None:
    patterns = _tables(language)
    sieve = Sieve(patterns)
    for path in EXAMPLES:
        whole = path.read_text("utf-8")
        for text in re.split(r"(?<=[.!?])\s+", whole):
            worth = sieve.worth(text, whole)
            matching = sum(1 << number for number, pattern in enumerate(patterns) if pattern.search(text))
            assert matching & ~worth == 0
            assert worth == sieve.worth(text)


@pytest.mark.parametrize("language", (ENGLISH, RUSSIAN, HEBREW), ids=lambda language: language.code)
def test_every_rule_of_the_tables_can_be_sifted(language: Language) -> None:
    assert [pattern.pattern for pattern in _tables(language) if needed_by(pattern) is None] == []


def test_the_letters_that_a_pattern_needs_are_the_rare_ones() -> None:
    assert needed_by(re.compile(r"\b(?:was|were) \w+ (?:free|released)\b")) == {" free", " released"}
    assert needed_by(re.compile(r"\w+ing\b|\d")) is None


def test_rules_are_chosen_in_order() -> None:
    table = tuple(re.compile(word) for word in ("held", "freed", "dead"))
    sieve = sieve_of(table, lambda pattern: pattern)
    assert sieve is sieve_of(table, lambda pattern: pattern)
    assert list(chosen(table, sieve.worth("dead or freed"))) == [table[1], table[2]]

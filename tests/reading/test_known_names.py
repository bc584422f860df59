"""What looking for many names at once promises: it finds what an expression of all names finds."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.reading.known_names import JOINED_ON, KnownNames, given_names, known_names, names_joined_on, whole_words

_NAMES = (
    "Dana Mirell", "Dana Mirell Venn", "Mirell Venn", "Jean-Luc Venn", "O’Dana Venn", "Omar", "Oma", "Venn-Omar",
    "דנה מירל", "לאה כהן", "ולד מירל", "ليلى حسن", "وفاء عمر", "Дана Мирелл", "(Dana) Venn", "-",
)  # fmt: skip
_PIECES = (
    *_NAMES,
    *" ".join(_NAMES).split(),
    " ",
    " ",
    "-",
    ", ",
    "#",
    "@",
    "_",
    "ו",
    "ול",
    "ו ב",
    "و",
    "x",
    "7",
    "’",
)
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=24).map("".join)
_SOME = st.lists(st.sampled_from(_NAMES), unique=True, max_size=8)


def _any_of(words: list[str]) -> str:
    return "|".join(map(re.escape, words)) or "(?!)"


@settings(max_examples=300, deadline=None)
@given(_TEXTS, _SOME)
def test_whole_words_are_those_of_an_expression(text: str, words: list[str]) -> None:
    known = KnownNames({str(number): (word,) for number, word in enumerate(words)})
    forms = [word for word in words if " " in word]
    expected = [m.span() for m in re.finditer(rf"(?<!\w)(?:{_any_of(forms)})(?!\w)", text)]
    assert list(whole_words(text, forms)) == list(whole_words(text, known.whole(text))) == expected
    assert known.any_end_in(text) is any(form.split()[-1] in text for form in forms)


@settings(max_examples=300, deadline=None)
@given(_TEXTS, _SOME)
def test_given_names_and_names_joined_on_are_those_of_an_expression(text: str, words: list[str]) -> None:
    firsts = [word.split()[0] for word in words]
    firsts = [first for first in dict.fromkeys(firsts) if firsts.count(first) == 1]
    names = _any_of(firsts)
    own = KnownNames({str(number): (word,) for number, word in enumerate(words)}).firsts(lambda form: form.split()[0])
    alone = rf"(?<![\w@#-])(?:{names})(?![\w-])|(?<=[{JOINED_ON}])(?:{names})(?![\w-])"
    assert list(given_names(text, own.within(text))) == [m.span() for m in re.finditer(alone, text)]

    joined = rf"(?<!\w)(?:[ובלמשכ]{{0,2}}?|[وفبلك]?)(?P<name>{names})(?!\w)"
    expected = [(m.start(), m.span("name")) for m in re.finditer(joined, text)]
    assert list(names_joined_on(text, own.within(text))) == list(names_joined_on(text, firsts)) == expected


def test_many_names_are_found_by_their_beginnings() -> None:
    known = KnownNames({str(n): (f"Ana Qu{chr(97 + n % 26)}{n}rel",) for n in range(100)})
    assert known.any_end_in("spoke to xQub27rel.")
    assert not known.any_end_in("spoke to Qua27rel.")
    assert known.whole("Then Ana Qub27rel, Ana Qua0rel") == ["Ana Qua0rel", "Ana Qub27rel"]


def test_the_names_of_a_spotter_are_kept_as_long_as_it() -> None:
    class Spots:
        forms = {"1": ("Dana Mirell",)}  # noqa: RUF012

    spots = Spots()
    assert known_names(spots) is known_names(spots)
    assert known_names(None).forms == {}
    assert known_names(object()).forms == {}

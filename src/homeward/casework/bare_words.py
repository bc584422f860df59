"""Bare words of fate: a sentence that says "is released" without saying who said so (D1).

In: a sentence that somebody wrote, its language, and which way the claim speaks that it cites. Out: what is wrong
with it, in words of the active language; nothing where it may stand. The words that count stand in ``told_words/``,
for a linguist to edit.
Leaves to others: everything that no list of words can find, and so a second reader (`actions.briefings`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from django.utils.translation import gettext, gettext_noop

from homeward.casework import told_words
from homeward.records import Polarity

_SENTENCE = re.compile(r"(?<=[.!?;؟؛…])\s+|\n+")
_MARKS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u0640\u0300-\u036f]")
_FORMS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ё": "е"})
_NOT_SAID = {
    Polarity.ASSERTS: gettext_noop("it does not say that this was said or reported"),
    Polarity.DENIES: gettext_noop("it does not say that this was denied or said not to be so"),
    Polarity.DOES_NOT_KNOW: gettext_noop("it does not say that this was not known to whoever spoke"),
}
_DIRECTIONS = re.compile("[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\u00ad]")


def faults_of(text: str, language: str, polarity: str | None = None) -> tuple[str, ...]:
    """What is wrong with a sentence; empty if nothing that can be found by its words.

    Args:
        polarity: of the claim that it cites; None where it cites none.
    """
    faults = []
    if polarity is not None and not _says(text, language, str(Polarity(polarity))):
        faults.append(gettext(_NOT_SAID[Polarity(polarity)]))
    kinds = ["asserts", "denies", "does_not_know"] if polarity is not None else ["does_not_know", "asking", "asserts"]
    for sentence in _SENTENCE.split(text):
        bare = _found(sentence, language, "status")
        if bare and not any(_says(sentence, language, kind) for kind in kinds):
            told = gettext("“{words}” stands there as a fact: nobody is said to have said it")
            faults.append(told.format(words=bare))
    return tuple(dict.fromkeys(faults))


def is_grave(text: str, language: str) -> bool:
    """Whether a sentence touches death, injury, release or rescue."""
    return bool(_found(text, language, "grave"))


def _says(text: str, language: str, kind: str) -> bool:
    return bool(_found(text, language, kind))


def _found(text: str, language: str, kind: str) -> str:
    found = _pattern(told_words.base_language(language), kind).search(plain(text))
    return found[0].strip() if found else ""


def plain(text: str) -> str:
    """Without case, accents, vowel points and signs that cannot be seen, so that none of these hides a word."""
    folded = unicodedata.normalize("NFKC", _DIRECTIONS.sub("", text)).casefold()
    return _MARKS.sub("", unicodedata.normalize("NFC", folded)).translate(_FORMS)


@cache
def _pattern(language: str, kind: str) -> re.Pattern[str]:
    entries: Sequence[str] = told_words.table(language)["lint"][kind]
    words = [r"\w*".join(re.escape(part).replace(r"\ ", r"\s+") for part in plain(e).split("*")) for e in entries]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")

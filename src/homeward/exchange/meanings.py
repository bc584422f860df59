"""What a column of a list means, told by its heading.

In: a heading in English, Russian, Ukrainian, Hebrew, Arabic or Persian. Out: a `Meaning` and the phrase that told it.
Leaves to others: headings that say nothing (`columns` looks at the values), the person's own word, which overrules.
The phrases are data: ``headings/<language>.txt``, a line for each meaning.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources

from homeward.calendars.digits import without_steering


class Meaning(StrEnum):
    """What the cells of a column are; the values are stored, and typed on the command line."""

    NUMBER = "number"
    FULL_NAME = "full_name"
    GIVEN_NAME = "given_name"
    FATHER_NAME = "father_name"
    GRANDFATHER_NAME = "grandfather_name"
    FAMILY_NAME = "family_name"
    PATRONYMIC = "patronymic"
    MOTHER_NAME = "mother_name"
    ALIAS = "alias"
    BIRTH_DATE = "birth_date"
    BIRTH_YEAR = "birth_year"
    AGE = "age"
    SEX = "sex"
    NATIONALITY = "nationality"
    PLACE_OF_BIRTH = "place_of_birth"
    PLACE_OF_HOLDING = "place_of_holding"
    HOME_PLACE = "home_place"
    CAPTURED_ON = "captured_on"
    STATUS = "status"
    IDENTIFIER = "identifier"
    REMARKS = "remarks"
    SOURCE = "source"
    IGNORED = "ignored"


LANGUAGES = {
    "en": "English", "ru": "Russian", "uk": "Ukrainian", "he": "Hebrew", "ar": "Arabic", "fa": "Persian",
}  # fmt: skip
_LONGEST_HEADING = 120
_LETTERS = str.maketrans({"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": None, "ٱ": "ا", "ё": "е", "#": " # "})
_NOT_WORD = re.compile(r"[^\w#]+|_+")
_RELATIVES = (Meaning.MOTHER_NAME, Meaning.GRANDFATHER_NAME, Meaning.FATHER_NAME)
_OWN_NAMES = frozenset((Meaning.FULL_NAME, Meaning.GIVEN_NAME, Meaning.FAMILY_NAME, Meaning.PATRONYMIC))


@dataclass(frozen=True, slots=True)
class Told:
    """What a heading tells.

    Attributes:
        phrase: the words that told it; `language`: in which language they stand in our tables.
        exact: whether they are the whole heading.
        bare: whether the heading is the one word for a name, which can be a given name or a full one.
    """

    meaning: Meaning
    phrase: str
    language: str
    exact: bool
    bare: bool = False

    @property
    def why(self) -> str:
        """The reason in words."""
        how = "the heading is" if self.exact else "the heading contains"
        return f'{how} "{self.phrase}" ({LANGUAGES[self.language]})'


@lru_cache(maxsize=16384)
def tell_meaning(heading: str, lower: str = "") -> Told | None:
    """What a heading tells; None if nothing.

    Args:
        heading: the text of the heading cell, or of the upper one of two.
        lower: the heading cell below it, where headings have two rows; it decides where both tell something.
    """
    if lower:
        joined = [t for pair in ((heading, lower), (lower, heading)) if (t := _tell(" ".join(pair)))]
        below = _tell(lower)
        longest = max(joined, key=lambda t: t.phrase.count(" "), default=None)
        if longest and (below is None or longest.phrase.count(" ") > below.phrase.count(" ")):
            return longest
        return below or _tell(heading)
    return _tell(heading)


def fold_heading(text: str) -> str:
    """One spelling for the spellings of a heading: case, marks, hamza, points, punctuation and articles away."""
    text = unicodedata.normalize("NFKD", without_steering(text)).casefold().translate(_LETTERS)
    text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(_without_article(w) for w in _NOT_WORD.sub(" ", text).split())


def _without_article(word: str) -> str:
    if word.startswith("ال") and len(word) > 4:
        return word[2:]
    while word.startswith("ה") and len(word) > 3:  # the article, and once more before a word that begins so
        word = word[1:]
    return word


def _tell(heading: str) -> Told | None:
    if not heading or len(heading) > _LONGEST_HEADING:
        return None
    folded = fold_heading(heading)
    phrases = _phrases()
    if whole := phrases.get(folded):
        bare = whole[0] in (Meaning.FULL_NAME, Meaning.GIVEN_NAME) and folded in _BARE_NAMES
        return Told(whole[0], whole[2], whole[1], exact=True, bare=bare)
    found = _covering(folded.split())
    return _settle(found) if found else None


def _covering(words: list[str]) -> list[Told]:
    """The phrases in a heading, longest first, none over another."""
    found: list[Told] = []
    free = [True] * len(words)
    spans = [(i, j) for i in range(len(words)) for j in range(i + 1, min(len(words), i + 6) + 1)]
    for i, j in sorted(spans, key=lambda s: (s[0] - s[1], -sum(map(len, words[s[0] : s[1]])))):
        phrase = " ".join(words[i:j])
        told = _phrases().get(phrase)
        if told and len(phrase) > 2 and all(free[i:j]):
            free[i:j] = [False] * (j - i)
            found.append(Told(told[0], told[2], told[1], exact=False))
    return found


def _settle(found: list[Told]) -> Told:
    first = found[0]
    meanings = {t.meaning for t in found}
    if first.meaning in _OWN_NAMES:
        # "Mother's full name" is the mother's; "surname, first name" is a full name in one cell.
        for relative in _RELATIVES:
            if relative in meanings:
                return next(t for t in found if t.meaning is relative)
        if Meaning.FAMILY_NAME in meanings and len(meanings & _OWN_NAMES) > 1:
            return Told(Meaning.FULL_NAME, first.phrase, first.language, exact=False)
        if {Meaning.GIVEN_NAME, Meaning.PATRONYMIC} <= meanings:
            return Told(Meaning.GIVEN_NAME, first.phrase, first.language, exact=False)
    if Meaning.BIRTH_DATE in meanings and first.meaning in (Meaning.AGE, Meaning.BIRTH_YEAR):
        return next(t for t in found if t.meaning is Meaning.BIRTH_DATE)
    return first


@lru_cache(maxsize=1)
def _phrases() -> dict[str, tuple[Meaning, str, str]]:
    table: dict[str, tuple[Meaning, str, str]] = {}
    folder = resources.files("homeward.exchange") / "headings"
    for language in LANGUAGES:
        for line in (folder / f"{language}.txt").read_text("utf-8").splitlines():
            meaning, _, phrases = line.partition(":")
            if line.strip() and not line.startswith("#"):
                for phrase in phrases.split(","):
                    table.setdefault(fold_heading(phrase), (Meaning(meaning.strip()), language, phrase.strip()))
    table.pop("", None)
    return table


_BARE_NAMES = frozenset(map(fold_heading, ("name", "имя", "ім'я", "שם", "الاسم", "اسم", "نام")))

"""People, bodies and places in Arabic text, by rules and lists; nothing here was learnt from marked texts.

In: the tokens of a text. Out: places with kind and a probability set by hand.
Leaves to others: `Entity` (`find`), sought people (`homeward.names`), and names that no list and no word beside them
shows.

Arabic has no capitals. A person is seen by a listed given name with what may follow one, by an office before it, by
"father of"; later by a part of a name that the document has given in full. A body is seen by its word ("ministry
of") and what agrees with it; a place by the lists, or by a word such as "town" before it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from homeward.names import listed_kinds
from homeward.reading.entities import arabic_words as w
from homeward.reading.entities import lists
from homeward.reading.proposals import EntityKind
from homeward.reading.segment import Token

Found = tuple[int, int, EntityKind, float]

_FORMS_KEPT = 60_000
_LONGEST_PERSON = 6  # words
_LONGEST_BODY = 7
_FOLD = str.maketrans("أإآٱة", "ااااه", "ـ")
_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
_GIVEN = frozenset("mfg")
_OPENING = '«“"('
_OF_A_PEOPLE = re.compile("ال.{2,}(?:ي|يه|يين|يون)")


def fold(word: str) -> str:
    """A word without marks, with one form of alif and of the feminine ending."""
    return "".join(c for c in word if unicodedata.category(c) != "Mn").translate(_FOLD)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word in its place. `bare`: folded; `options`: what is left where so many letters are a prefix."""

    start: int
    stop: int
    bare: str
    options: tuple[tuple[int, str], ...] = ()


@lru_cache(maxsize=_FORMS_KEPT)
def _options(word: str) -> tuple[tuple[int, str], ...]:
    """What may be left of a folded word without its prefix, the whole first."""
    found = [(len(p), word[len(p) :]) for p in _PREFIXES if word.startswith(p) and len(word) - len(p) >= 2]
    if word.startswith(("لل", "ولل", "فلل")):
        cut = word.index("لل") + 1
        found.append((cut, "ا" + word[cut:]))
    return tuple(found)


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    return frozenset(fold(name) for name in lists.places_of_one_word("ar"))


@lru_cache(maxsize=1)
def _place_phrases() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in lists.place_phrases("ar"):
        folded = tuple(fold(word) for word in name)
        found.setdefault(folded[0], []).append(folded)
    for names in found.values():
        names.sort(key=len, reverse=True)
    return found


@lru_cache(maxsize=_FORMS_KEPT)
def _kinds(bare: str) -> frozenset[str]:
    if bare in w.STOPS or len(bare) < 3:
        return frozenset()
    kinds = listed_kinds(bare)
    return kinds or (listed_kinds(bare[2:]) if bare.startswith("ال") and len(bare) > 5 else kinds)


def find_in(words: Sequence[Token]) -> list[Found]:
    """Places with their kinds, in the order of the text, none inside another."""
    rows = _rows(words)
    document = _Document()
    found: list[Found] = []
    for row in rows:  # whoever is named in full anywhere is known before anybody is looked for by a part of his name
        document.learn(row)
    for row in rows:
        found += _Row(row, document).read()
    return found


def _rows(words: Sequence[Token]) -> list[list[_Word]]:
    """Lines; a word with vowel marks, which tokens part, is put together again."""
    rows: list[list[_Word]] = []
    row: list[_Word] = []
    for token in words:
        if token.kind == "s" and "\n" not in token.text:
            continue
        if token.kind == "s":
            rows.append(row)
            row = []
            continue
        mark = unicodedata.category(token.text[0]) == "Mn" or token.text == "ـ"
        joins = row and row[-1].stop == token.start and row[-1].bare[-1:].isalpha()
        if joins and (mark or (token.kind == "w" and row[-1].options == ((-1, ""),))):
            last = row.pop()
            bare = last.bare + fold(token.text)
            row.append(_Word(last.start, token.stop, bare, ((-1, ""),) if mark else _options(bare)))
        else:
            bare = fold(token.text) or token.text
            row.append(_Word(token.start, token.stop, bare, _options(bare) if token.kind == "w" else ()))
    rows.append(row)
    return [row for row in rows if row]


@dataclass(slots=True)
class _Document:
    """Parts of names that the document has given in full, and heads of bodies that it has named."""

    parts: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)

    def learn(self, row: list[_Word]) -> None:
        reader = _Row(row, self)
        for start, stop, kind in reader.full_names():
            bares = [row[at].bare for at in range(start, stop)]
            if kind is EntityKind.BODY:
                head = bares[0].removeprefix("ال")
                self.heads.add(next((o for _, o in _options(head) if o in w.HEADS), head))
            else:
                self.parts.update(b for b in (bares[-1], bares[0]) if b not in w.PARTICLES and len(b) > 2)


class _Row:
    """One line, looked through from its beginning."""

    def __init__(self, row: list[_Word], document: _Document) -> None:
        self.row, self.document = row, document

    def bare(self, at: int) -> str:
        return self.row[at].bare if 0 <= at < len(self.row) else ""

    def full_names(self) -> list[tuple[int, int, EntityKind]]:
        """Bodies, and people with two words or more, as numbers of words."""
        found: list[tuple[int, int, EntityKind]] = []
        at = 0
        while at < len(self.row):
            body = self._body(at)
            person = None if body else self._person(at)
            if body:
                found.append((at, body[0], EntityKind.BODY))
            elif person and person[0] - at > 1:
                found.append((at, person[0], EntityKind.PERSON))
            at = (body or person or (at + 1,))[0]
        return found

    def read(self) -> list[Found]:
        found: list[Found] = []
        at = 0
        while at < len(self.row):
            for read, kind in (
                (self._body, EntityKind.BODY),
                (self._person, EntityKind.PERSON),
                (self._place, EntityKind.PLACE),
            ):
                if named := read(at):
                    stop, skip, sure = named
                    found.append((self.row[at].start + skip, self.row[stop - 1].stop, kind, sure))
                    at = stop
                    break
            else:
                at += 1
        return found

    # --- bodies: number of the word after it, letters of prefix, probability --------------------------------------

    def _body(self, at: int) -> tuple[int, int, float] | None:
        word = self.row[at]
        for skip, bare in word.options:
            for name in w.FIXED_BODIES:
                if name[0] == bare and tuple(self.bare(at + n) for n in range(1, len(name))) == name[1:]:
                    return self._with_agreeing(at + len(name), strict=True), skip, 0.9
            if bare in w.DEFINITE:
                stop = self._with_agreeing(at + 1, strict=True)
                if stop > at + 1:
                    return stop, skip, 0.75
                if bare in w.ALONE or bare[2:] in self.document.heads:
                    return stop, skip, 0.5
            if bare in w.HEADS and (stop := self._construct(at + 1)) > at + 1:
                return stop, skip, 0.8
        return None

    def _construct(self, at: int) -> int:
        """Where the name of a body ends whose first word stands before `at`."""
        begin = at
        if self.bare(at) and self.bare(at) in _OPENING:
            stop = at + 1
            while stop < len(self.row) and stop - at < _LONGEST_BODY and self.row[stop].options:
                stop += 1
            return stop if stop > at + 1 else begin
        if not self._noun(at) or (self._is_given(at) and not self.bare(at).startswith("ال")):
            return begin
        chained = self.bare(at) in w.CONSTRUCT
        at += 1
        while chained and at - begin < _LONGEST_BODY and (self._noun(at) or self.bare(at).startswith("ال")):
            chained = self.bare(at) in w.CONSTRUCT
            at += 1
        return self._with_agreeing(at)

    def _noun(self, at: int) -> bool:
        bare = self.bare(at)
        return (
            bool(bare)
            and self.row[at].options != ()
            and bare not in w.STOPS
            and len(bare) > 2
            and bare not in w.ROLES
        )

    def _with_agreeing(self, at: int, *, strict: bool = False) -> int:
        """Past definite adjectives, and "for the ..." with what agrees with that; `strict`: only known adjectives."""
        begin = at
        while at < len(self.row) and at - begin < _LONGEST_BODY:
            bare = self.bare(at)
            strict = strict and not self.bare(at - 1).startswith("لل")
            agrees = bare in w.MAKES_NAME or (bare not in w.STOPS and bool(_OF_A_PEOPLE.fullmatch(bare)))
            definite = bare.startswith("ال") and not strict and self._agrees_with_body(at)
            purpose = (bare.startswith("لل") and len(bare) > 4) or bare == "لحقوق"
            if purpose and bare == "لحقوق":
                at += 1
            elif not (agrees or definite or (purpose and not bare.endswith(("ين", "يين")))):
                break
            at += 1
        return min(at, len(self.row))

    def _agrees_with_body(self, at: int) -> bool:
        before, bare = self.bare(at - 1), self.bare(at)
        if bare in w.STOPS or bare in w.ROLES or bare in w.DEFINITE or bare in _places():
            return False
        return before.startswith(("ال", "لل")) and len(bare) > 4 and before.endswith("ه") == bare.endswith("ه")

    # --- people -----------------------------------------------------------------------------------------------------

    def _person(self, at: int) -> tuple[int, int, float] | None:
        word = self.row[at]
        for skip, bare in word.options:
            if bare in ("ابو", "ابي", "ابا") and self._may_follow(at + 1):
                return self._name_end(at + 2, at), skip, 0.7
            if bare == "ام" and self._is_given(at + 1) and self._introduced(at):  # the word is "or" as well
                return self._name_end(at + 2, at), skip, 0.6
            if self._is_compound(bare, at):
                return self._name_end(at + 2, at), skip, 0.8
            if not _kinds(bare) & _GIVEN or bare in w.ROLES or (skip and _kinds(word.bare) & _GIVEN):
                continue
            listed_place = bare in _places()
            stop = self._name_end(at + 1, at)
            told = self._introduced(at) or (stop == at + 1 and self._joined(stop))
            if stop > at + 1 and (told or not listed_place) and not (bare.startswith("ال") and not told):
                return stop, skip, 0.85 if told else 0.7
            if stop == at + 1 and (told or bare in self.document.parts) and not listed_place:
                return stop, skip, 0.6
        if self._titled(at) and self._noun(at) and not word.bare.startswith("ال") and self._may_follow(at + 1):
            return self._name_end(at + 1, at), 0, 0.6
        for skip, bare in word.options:
            if bare in self.document.parts and bare not in w.ROLES and bare not in _places():
                return at + 1, skip, 0.65
        return None

    def _is_given(self, at: int) -> bool:
        return bool(_kinds(self.bare(at)) & _GIVEN)

    def _introduced(self, at: int) -> bool:
        """Whether the word before makes a name likely: an office, kinship, a verb of speech, "and" behind a name."""
        before = self.bare(at - 1)
        options = [o for _, o in self.row[at - 1].options] if at else []
        return any(o in w.ROLES or o in w.KIN or o in w.SPEAKS for o in (before, *options)) or before in (":", "،")

    def _joined(self, at: int) -> bool:
        """Whether another given name follows after "and" or a comma."""
        after = self.bare(at)
        if after == "،":
            return self._is_given(at + 1)
        return after.startswith("و") and bool(_kinds(after[1:]) & _GIVEN)

    def _is_compound(self, bare: str, at: int) -> bool:
        """Whether a given name of two words begins: "servant of the ...", "light of the faith"."""
        after = self.bare(at + 1)
        return (bare == "عبد" and after.startswith("ال")) or (bare in w.COMPOUND_FIRST and after in w.COMPOUND_LAST)

    def _titled(self, at: int) -> bool:
        return self.bare(at - 1) in w.ROLES and self.bare(at - 1).startswith("ال")

    def _may_follow(self, at: int) -> bool:
        """Whether a word may be a further part of a name."""
        bare = self.bare(at)
        if not bare or not self.row[at].options or bare in w.STOPS or bare in w.ROLES or len(bare) < 2:
            return False
        if bare in w.PARTICLES or _kinds(bare):
            return True
        if bare in w.HEADS or bare in w.DEFINITE or bare in w.KIN or bare in w.TOWNS or bare in w.BEFORE_PLACES:
            return False
        if bare.startswith("ال"):
            return len(bare) > 4 and not bare.endswith(("ات", "ين", "ون", "ه"))
        if bare.startswith("لل") or bare in _places():
            return False
        verb = len(bare) > 3 and bare[0] in "يت" and not bare.endswith(("ي", "ان", "ف", "ش"))
        bound = (
            len(bare) > 4 and bare[0] in "وفبلك" and (bare[1:3] == "ال" or bare[1:] in w.STOPS or bare[1:] in w.HEADS)
        )
        joined = bare.startswith("و") and bool(_kinds(bare[1:]) & _GIVEN)  # "and Maryam"
        return len(bare) > 2 and not verb and not bound and not joined and not bare.endswith(("ه", "ا"))

    def _name_end(self, at: int, begin: int) -> int:
        """Past all that may be further parts; of words on no list only one."""
        unknown = 0
        if self.bare(at - 1).startswith("ال") and not self._goes_on(at):
            return min(at, len(self.row))
        while at - begin < _LONGEST_PERSON and self._may_follow(at):
            bare = self.bare(at)
            if self._is_compound(bare, at):
                at += 2
                if not self._goes_on(at):
                    break
                continue
            if bare in w.PARTICLES:
                if not self._may_follow(at + 1):
                    break
                at += 2
                continue
            if not _kinds(bare):
                unknown += 1
                if unknown > 1:
                    break
            at += 1
            if bare.startswith("ال") and not self._goes_on(at):
                break
        return min(at, len(self.row))

    def _goes_on(self, at: int) -> bool:
        """Whether more of a name may follow a part with the article, which mostly is the last."""
        return self.bare(at).startswith("ال") or bool(_kinds(self.bare(at)))

    # --- places -----------------------------------------------------------------------------------------------------

    def _place(self, at: int) -> tuple[int, int, float] | None:
        word = self.row[at]
        before = self.bare(at - 1)
        for skip, bare in word.options:
            for name in _place_phrases().get(bare, ()):
                if tuple(self.bare(at + n) for n in range(1, len(name))) == name[1:]:
                    return at + len(name), skip, 0.9
            if bare in w.PLACE_HEADS and self._noun(at + 1) and not self._is_given(at + 1):
                return at + 2, skip, 0.7
            if bare in _places() and (bare not in w.DOUBTFUL_PLACES or before in w.BEFORE_PLACES or skip):
                return at + 1, skip, 0.85
        if (
            before in w.TOWNS
            and self._noun(at)
            and not word.bare.startswith(("ال", "لل"))
            and not word.bare.endswith("ا")
        ):
            return at + 1, 0, 0.65
        return None

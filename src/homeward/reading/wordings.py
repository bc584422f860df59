"""Whether two wordings in one language say the same: whole, cut differently, or one of them in reported speech.

In: two texts of what was said. Out: `Wording`: how far they are the same, and in words what differs.
Leaves to others: who said it and when (`sameness`), and the small words of each language (`languages/*/compared`).

The words that count are laid side by side. What stands in one only was cut, which is no difference: at the ends,
where a mark shows it, or as a whole sentence. A number, a negation, a condition or a doubt that one has and the other
has not is always a difference, also in what was cut from a sentence; so is one word put in place of another.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from homeward.reading.copies import words_in_order
from homeward.reading.languages import code_of
from homeward.reading.languages.ar.compared import SMALL_WORDS as ARABIC
from homeward.reading.languages.compared import NO_WORDS, SmallWords
from homeward.reading.languages.en.compared import SMALL_WORDS as ENGLISH
from homeward.reading.languages.he.compared import SMALL_WORDS as HEBREW
from homeward.reading.languages.ru.compared import SMALL_WORDS as RUSSIAN

LONGEST = 2_000
"""Words that are compared; what was said is never longer, a hostile text may be."""

_LONGEST_WORD = 40  # characters, on an average

_OFTEN_COMPARED = 1_000  # characters; a statement is compared with many others, and read once for all
_SMALL_WORDS = {"en": ENGLISH, "ru": RUSSIAN, "he": HEBREW, "ar": ARABIC}
_SOLID = 3  # words that count, in a row; fewer are alike by chance
_SHORT = 6  # words that count, in a wording of which two in a row are enough
_MOST_OF_IT = 0.8  # of the shorter wording
_LONG_OVERLAP, _PART_OF_IT = 10, 0.4  # two cuts of one speech may have less in common, if that is long
_ALL_WORDS = 0.95  # of the small ones, too
_CHANGED_FROM = 0.5
_CLAUSE = 4  # words that count; so many are left out as a clause, fewer are an alteration
_BESIDE = 2  # words that count, beside the words in common; a negation so near belongs to them
_INFLECTED, _SPELT = 72, 86  # from 0 to 100, of two words that begin alike, and of any two
_SHOWN = 6

_RAW = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0dff]+[^\W_]*)*")
_CUT = re.compile(r"\[?(?:…|\.{3,})\]?")
_SENTENCE_END = re.compile(r"[.!?؟。！？][\"'”’»)\]]*(?=\s|$)")
_THOUSANDS = re.compile(r"(?<=\d)[.,'’٬\u00a0\u202f](?=\d{3}(?!\d))")


class Alike(StrEnum):
    """How far two wordings say the same."""

    SAME_WORDS = "same words"
    SAME_IN_OTHER_FORM = "same in other form"  # reported speech: "we hold", "they held"
    CHANGED = "changed"
    OTHER = "other"


class Weight(StrEnum):
    """How much a difference between two wordings matters."""

    STRICT = "strict"  # a number, or what turns the sentence: not the same words, however many are
    CUT = "cut"  # what turns the sentence stands in a part of it that one leaves out
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Difference:
    """What one wording has and the other has not, in words."""

    weight: Weight
    said: str


@dataclass(frozen=True, slots=True)
class Wording:
    """How two wordings compare.

    Attributes:
        share: of the words that count in the shorter one, those that stand in the other in the same order.
        words: how many words they have in common, small ones included.
        differences: what keeps them from being the same, in words.
    """

    alike: Alike
    share: float
    words: int
    differences: tuple[Difference, ...] = ()

    @property
    def is_strictly_other(self) -> bool:
        """Whether a number, a negation, a condition or a doubt differs."""
        return any(difference.weight is Weight.STRICT for difference in self.differences)


class _Turn(StrEnum):
    """A word that turns what is said."""

    NEGATION = "a negation"
    CONDITION = "a condition"
    DOUBT = "a doubt"


@dataclass(frozen=True, slots=True)
class _Word:
    """A word that is compared.

    Attributes:
        raw: as written; `folded`: without accidents of spelling; `key`: equal for two words that count as one.
        place: among all words of the text.
        sentence: number of its sentence. after_cut: a mark before it shows that something was left out.
    """

    raw: str
    folded: str
    key: Hashable
    place: int
    sentence: int
    after_cut: bool = False
    passed_over: bool = False

    @property
    def is_strict(self) -> bool:
        """Whether it is a number, or turns what is said."""
        return isinstance(self.key, (tuple, _Turn))


def compare_wordings(one: str, other: str, *, language: str = "") -> Wording:
    """Compare two texts of what was said.

    Args:
        language: BCP 47 tag of both; else what their letters show.
    """
    code = language_code(language, f"{one} {other}")
    table, a, b = _table(code), _words(one, code), _words(other, code)
    left, right = [w for w in a if not w.passed_over], [w for w in b if not w.passed_over]
    if not left or not right:
        return Wording(Alike.OTHER, 0.0, 0)
    blocks = _solid(_paired(left, right, table), left, right)
    if not blocks:
        return Wording(Alike.OTHER, 0.0, 0)
    share = sum(block.length for block in blocks) / min(len(left), len(right))
    common, exact = _common(a, b, left, right, blocks)
    differences = tuple(dict.fromkeys(_differences(left, right, blocks, table)))
    if share < _MOST_OF_IT and not (common >= _LONG_OVERLAP and share >= _PART_OF_IT):
        return Wording(Alike.OTHER if share < _CHANGED_FROM else Alike.CHANGED, share, common, differences)
    if differences:
        return Wording(Alike.CHANGED, share, common, differences)
    return Wording(Alike.SAME_WORDS if exact else Alike.SAME_IN_OTHER_FORM, share, common)


def wording_keys(text: str, *, language: str = "") -> frozenset[Hashable]:
    """Runs of words that count: two wordings without one in common are not the same, and need not be compared."""
    keys = [word.key for word in _words(text, language_code(language, text)) if not word.passed_over]
    size = min(_SOLID - 1, len(keys)) or 1
    return frozenset(tuple(keys[place : place + size]) for place in range(len(keys) - size + 1))


def numbers_in(text: str, *, language: str = "") -> tuple[int, ...]:
    """The numbers a text gives, in figures or words, in its order; for comparing a text with its translation."""
    found = (word.key for word in _words(text, language_code(language, text)))
    return tuple(key[1] for key in found if isinstance(key, tuple))


def negates(text: str, *, language: str = "") -> bool:
    """Whether a text has a negation at all; False also where the language is not known."""
    return any(word.key is _Turn.NEGATION for word in _words(text, language_code(language, text)))


# --- side by side -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Block:
    """Words of the one wording that stand in the other in a row: `length` of them from `one` and from `other` on."""

    one: int
    other: int
    length: int


def _paired(left: Sequence[_Word], right: Sequence[_Word], table: _Table) -> list[_Block]:
    """The rows of `_aligned`, the same whichever wording comes first: of rows equally long, it takes the first."""
    if _order(right) < _order(left):
        return [_Block(row.other, row.one, row.length) for row in _aligned(right, left, table)]
    return _aligned(left, right, table)


def _order(words: Sequence[_Word]) -> tuple[int, list[str]]:
    return len(words), [repr(word.key) for word in words]


def _aligned(left: Sequence[_Word], right: Sequence[_Word], table: _Table) -> list[_Block]:
    """The longest wording that both have, as rows; two inflections of one word count as one."""
    rows: list[_Block] = []
    one = other = 0  # how far each is read

    def meet(i: int, j: int, length: int) -> None:
        last = rows[-1] if rows else None
        if last is not None and (last.one + last.length, last.other + last.length) == (i, j):
            rows[-1] = _Block(last.one, last.other, last.length + length)
        elif length:
            rows.append(_Block(i, j, length))

    def meet_alike(i: int, j: int) -> None:
        """Pair the words left over between two rows, if each is another form of its fellow."""
        if i - one == j - other and all(_is_form_of(left[one + n], right[other + n], table) for n in range(i - one)):
            meet(one, other, i - one)

    for block in Indel.opcodes([w.key for w in left], [w.key for w in right]).as_matching_blocks():
        meet_alike(block.a, block.b)
        meet(block.a, block.b, block.size)
        one, other = block.a + block.size, block.b + block.size
    return rows


def _is_form_of(one: _Word, other: _Word, table: _Table) -> bool:
    if one.is_strict or other.is_strict:
        return one.key == other.key
    first, second = str(one.key), str(other.key)
    names = one.raw[0].isupper() and other.raw[0].isupper()  # "Marj" and "Mark" are no two forms of one word
    if not names and table.bare(first) == table.bare(second):
        return True
    return fuzz.ratio(first, second) >= (_INFLECTED if first[:2] == second[:2] and not names else _SPELT)


def _solid(rows: Sequence[_Block], left: Sequence[_Word], right: Sequence[_Word]) -> list[_Block]:
    """The rows that are no chance: of several words, of all that the shorter wording has, or of a whole sentence."""
    shorter = min(len(left), len(right))
    enough = min(shorter, _SOLID if shorter > _SHORT else _SOLID - 1)
    return [
        row
        for row in rows
        if row.length >= enough
        or (_stands_alone(left, row.one, row.length) and _stands_alone(right, row.other, row.length))
    ]


def _stands_alone(words: Sequence[_Word], start: int, length: int) -> bool:
    """Whether a row is all there is between two ends of sentences or marks of a cut."""
    stop = start + length
    begins = start == 0 or words[start].after_cut or words[start - 1].sentence < words[start].sentence
    ends = stop == len(words) or words[stop].after_cut or words[stop].sentence > words[stop - 1].sentence
    return begins and ends and length > 1


def _common(
    a: Sequence[_Word], b: Sequence[_Word], left: Sequence[_Word], right: Sequence[_Word], rows: Sequence[_Block]
) -> tuple[int, bool]:
    """How many words the rows have in common, small ones included, and whether that is all of the shorter stretch."""
    one = _stretch(a, left[rows[0].one], left[rows[-1].one + rows[-1].length - 1])
    other = _stretch(b, right[rows[0].other], right[rows[-1].other + rows[-1].length - 1])
    same = (len(one) + len(other) - Indel.distance(one, other)) // 2
    return same, same >= _ALL_WORDS * min(len(one), len(other))


def _stretch(words: Sequence[_Word], first: _Word, last: _Word) -> list[Hashable]:
    return [w.key if w.is_strict else w.folded for w in words if first.place <= w.place <= last.place]


# --- what differs -------------------------------------------------------------------------------------------------


def _differences(
    left: Sequence[_Word], right: Sequence[_Word], rows: Sequence[_Block], table: _Table
) -> Iterator[Difference]:
    """What keeps two wordings from being the same, between their rows and around them."""
    for before, after in pairwise(rows):
        one = left[before.one + before.length : after.one]
        other = right[before.other + before.length : after.other]
        yield from _between(one, other, left, right, cut=_marked(left, after.one) or _marked(right, after.other))
    first, last = rows[0], rows[-1]
    yield from _around(
        _same_sentence(left, range(first.one - 1, -1, -1), first.one)[::-1],
        _same_sentence(right, range(first.other - 1, -1, -1), first.other)[::-1],
        left[first.one],
        nearest=-1,
        known=table.knows_turns,
    )
    one_end, other_end = last.one + last.length, last.other + last.length
    yield from _around(
        _same_sentence(left, range(one_end, len(left)), one_end - 1),
        _same_sentence(right, range(other_end, len(right)), other_end - 1),
        left[one_end - 1],
        nearest=0,
        known=table.knows_turns,
    )


def _between(
    one: Sequence[_Word], other: Sequence[_Word], left: Sequence[_Word], right: Sequence[_Word], *, cut: bool
) -> Iterator[Difference]:
    """What differs in a gap between two rows."""
    if one and other:
        yield _instead(one, other)
        return
    missing, whole = (one, left) if one else (other, right)
    if not missing or _are_whole_sentences(missing, whole):
        return
    turning, numbers = _turns(missing), [word for word in missing if isinstance(word.key, tuple)]
    if turning:
        yield Difference(Weight.STRICT, _only_one(turning))
    elif numbers and not cut:
        yield Difference(Weight.STRICT, _only_one(numbers))
    elif not cut and len(missing) < _CLAUSE:
        yield Difference(Weight.WORD, _only_one(missing))


def _around(
    one: Sequence[_Word], other: Sequence[_Word], edge: _Word, *, nearest: int, known: bool
) -> Iterator[Difference]:
    """What differs in the sentence before the first row, or after the last one.

    Args:
        nearest: which of these words stands beside the row. known: whether words that turn a sentence are known.
    """
    if one and other:
        yield _instead(one, other)
        return
    missing = one or other
    if not missing:
        return
    beside = missing[-_BESIDE:] if nearest else missing[:_BESIDE]
    number = isinstance(edge.key, tuple) and isinstance(missing[nearest].key, tuple)
    if any(word.key is _Turn.NEGATION for word in beside) or number:
        yield Difference(Weight.STRICT, _only_one([word for word in beside if word.is_strict]))
    elif turning := _turns(missing):
        yield Difference(Weight.CUT, f"what one leaves out of the sentence has {_quoted(turning)}")
    elif not known:
        said = f"one leaves {_quoted(missing)} out of the sentence, in a language of which no negation is known"
        yield Difference(Weight.CUT, said)


def _instead(one: Sequence[_Word], other: Sequence[_Word]) -> Difference:
    first, second = ([word for word in side if word.is_strict] for side in (one, other))
    if [word.key for word in first] == [word.key for word in second]:
        return Difference(Weight.WORD, _one_is_other(one, other))
    if first and second:
        return Difference(Weight.STRICT, _one_is_other(first, second))
    return Difference(Weight.STRICT, _only_one(first or second))


def _turns(words: Sequence[_Word]) -> list[_Word]:
    return [word for word in words if isinstance(word.key, _Turn)]


def _one_is_other(one: Sequence[_Word], other: Sequence[_Word]) -> str:
    # Sorted, so that the order in which the two are given makes no difference.
    first, second = sorted((_quoted(one), _quoted(other)))
    return f"{first} in one is {second} in the other"


def _only_one(words: Sequence[_Word]) -> str:
    return f"only one of them has {_quoted(words)}"


def _quoted(words: Sequence[_Word]) -> str:
    shown = " ".join(word.raw for word in words[:_SHOWN])
    return f"“{shown}{' …' if len(words) > _SHOWN else ''}”"


def _marked(words: Sequence[_Word], place: int) -> bool:
    return words[place].after_cut


def _same_sentence(words: Sequence[_Word], places: Iterable[int], of: int) -> list[_Word]:
    """The words at these places, as far as they belong to one sentence with another word."""
    return list(takewhile(lambda word: word.sentence == words[of].sentence, (words[place] for place in places)))


def _are_whole_sentences(missing: Sequence[_Word], words: Sequence[_Word]) -> bool:
    """Whether nothing else stands in the sentences of these words."""
    first, last = missing[0], missing[-1]
    count = sum(1 for word in words if first.sentence <= word.sentence <= last.sentence)
    return count == len(missing)


# --- words --------------------------------------------------------------------------------------------------------


def language_code(language: str, text: str) -> str:
    """The language that a BCP 47 tag names, or the one that the letters and small words of a text show."""
    if language:
        return language.replace("_", "-").split("-")[0].lower()
    return _shown_language(text[: _LONGEST_WORD * 100])


@lru_cache(maxsize=2_000)
def _shown_language(text: str) -> str:
    shown = code_of(text)
    if shown in _SMALL_WORDS:
        return shown
    words = re.findall("[a-z]+", text.lower())
    small = ENGLISH.passed_over | ENGLISH.negations
    return "en" if sum(word in small for word in words) * 4 >= max(1, len(words)) else shown


@lru_cache(maxsize=16)
def _table(code: str) -> _Table:
    return _Table(_SMALL_WORDS.get(code, NO_WORDS))


def _words(text: str, code: str) -> tuple[_Word, ...]:
    """The words of a text, with what each counts as."""
    return _read_again(text, code) if len(text) <= _OFTEN_COMPARED else _read(text, code)


@lru_cache(maxsize=2_000)
def _read_again(text: str, code: str) -> tuple[_Word, ...]:
    return _read(text, code)


def _read(text: str, code: str) -> tuple[_Word, ...]:
    table = _table(code)
    text = _THOUSANDS.sub("", text[: LONGEST * _LONGEST_WORD])
    for pattern, instead in table.contracted:
        text = pattern.sub(instead, text)
    found: list[_Word] = []
    sentence, cut = 0, False
    for part, is_cut, ends in _parts(text):
        cut = cut or is_cut
        for match in _RAW.finditer(part):
            for folded in words_in_order(match[0]):
                key, passed_over = table.read(folded)
                found.append(_Word(match[0], folded, key, len(found), sentence, cut, passed_over))
                cut = cut and passed_over  # the mark stays for the first word that counts
            if len(found) >= LONGEST:
                return tuple(_with_whole_numbers(found[:LONGEST]))
        sentence += ends
    return tuple(_with_whole_numbers(found))


def _parts(text: str) -> Iterator[tuple[str, bool, bool]]:
    """Stretches of a text: what each holds, whether something was cut before it, whether a sentence ends with it."""
    for place, piece in enumerate(_CUT.split(text)):
        start = 0
        for end in _SENTENCE_END.finditer(piece):
            yield piece[start : end.end()], place > 0 and start == 0, True
            start = end.end()
        yield piece[start:], place > 0 and start == 0, False


def _with_whole_numbers(words: Sequence[_Word]) -> list[_Word]:
    """Numbers of several words as one: "two hundred and twelve", "twenty-one"."""
    whole: list[_Word] = []
    for place, word in enumerate(words):
        last = whole[-1] if whole else None
        joint = False
        if last is not None and isinstance(last.key, tuple) and last.sentence == word.sentence:
            if isinstance(word.key, tuple):
                value = _joined_number(last.key[1], word.key[1])
                if value is not None:
                    raw, folded = f"{last.raw} {word.raw}", f"{last.folded} {word.folded}"
                    whole[-1] = replace(last, raw=raw, folded=folded, key=("number", value))
                    continue
            following = words[place + 1] if place + 1 < len(words) else None
            joint = (
                word.raw.lower() == "and"
                and last.key[1] >= 100
                and following is not None
                and isinstance(following.key, tuple)
                and _joined_number(last.key[1], following.key[1]) is not None
            )
        if not joint:
            whole.append(word)
    return whole


def _joined_number(one: int, other: int) -> int | None:
    """One number of two words that follow each other; None if they are two."""
    if other in (100, 1_000, 1_000_000):
        return (one - one % 1_000 if other == 100 else 0) + (one % 1_000 if other == 100 else one) * other
    if one >= 100 and one % 100 == 0 and 0 < other < 100:
        return one + other
    if one >= 1_000 and one % 1_000 == 0 and 0 < other < 1_000:
        return one + other
    if 20 <= one < 100 and one % 10 == 0 and 0 < other < 10:
        return one + other
    if 0 < one < 10 and 20 <= other < 100 and other % 10 == 0:  # Arabic and older Hebrew: eight and twenty
        return one + other
    return None


class _Table:
    """What each word of a language counts as, worked out when it is first met."""

    def __init__(self, small: SmallWords) -> None:
        turns = (
            (small.negations, _Turn.NEGATION),
            (small.conditions, _Turn.CONDITION),
            (small.doubts, _Turn.DOUBT),
        )
        self._turns: dict[str, Hashable] = {_fold(word): turn for listed, turn in turns for word in listed}
        self._numbers = {_fold(word): value for word, value in small.numbers.items()}
        self._passed = {_fold(word) for word in small.passed_over}
        self._forms = {_fold(form): _fold(word) for form, word in small.forms.items()}
        self._endings = tuple(_fold(ending) for ending in small.endings)
        self._small = small
        self.contracted = small.contracted
        self.knows_turns = bool(small.negations)
        self._beginnings = tuple(_fold(letters) for letters in small.beginnings)
        self._known: dict[str, tuple[Hashable, bool]] = {}

    def read(self, word: str) -> tuple[Hashable, bool]:
        """The key of a folded word, and whether it is passed over."""
        if word not in self._known:
            if len(self._known) > 50_000:
                self._known.clear()
            self._known[word] = self._worked_out(word)
        return self._known[word]

    def bare(self, word: str) -> str:
        """A word without the letters that change with who acts and with what stands before it."""
        for letters in (self._small.joined_to_turns, self._beginnings):
            word = next((word[len(x) :] for x in letters if word.startswith(x) and self._leaves(word, x)), word)
        return self._without_ending(word)

    def _without_ending(self, word: str) -> str:
        ends = (ending for ending in self._endings if word.endswith(ending) and self._leaves(word, ending))
        ending = next(ends, "")
        return word[: len(word) - len(ending)]

    def _leaves(self, word: str, part: str) -> bool:
        """Whether enough of a word is left without a part of it."""
        return len(word) - len(part) >= self._small.shortest_stem

    def _worked_out(self, word: str) -> tuple[Hashable, bool]:
        if word.isdecimal() and len(word) < 19:
            return ("number", int(word)), False
        if (turn := self._of(word, self._turns, self._small.joined_to_turns)) is not None:
            return turn, False
        if word in self._passed:
            return word, True
        if (value := self._of(word, self._numbers, self._small.joined)) is not None:
            return ("number", value), False
        for letters in self._small.joined:
            if word.startswith(letters) and word[len(letters) :].isdecimal() and len(word) < 19:
                return ("number", int(word[len(letters) :])), False
        if word in self._forms:
            return self._forms[word], False
        stem = self._without_ending(word)
        return self._forms.get(stem, stem), False

    @staticmethod
    def _of(word: str, listed: dict[str, Any], joined: Iterable[str]) -> Any:
        if word in listed:
            return listed[word]
        for letters in joined:
            if word.startswith(letters):
                rest = word[len(letters) :]
                if rest in listed:
                    return listed[rest]
                for more in joined:
                    if rest.startswith(more) and rest[len(more) :] in listed:
                        return listed[rest[len(more) :]]
        return None


def _fold(word: str) -> str:
    """A word of a table as it is read in a text."""
    return "".join(words_in_order(word))

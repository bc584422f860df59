"""Which sentences tell of a contact, a handover, a promise or a silence: linear models over a sentence's words.

In: a document with what is known of it: the people looked for, dates, statements. Out: `Judged`, with probabilities.
Leaves to others: training (`training.reading.telling`), and what is proposed of it (`events.heard`).

Method: logistic regression over hashed words, their stems and pairs of neighbours (Weinberger et al. 2009, "Feature
hashing for large scale multitask learning"), and signs of what is said in the sentence, how and by whom, and of when;
one model for each language and question. Beside the words stands the sentence once more with each word put down as
what it means (`languages/*/senses`: a verb of meeting, a word for the captors), names, days and our people as no more
than that: so "dialled the warlord" is learnt from "rang the rebels". The rules beside it know who did what to whom;
this knows wordings that no rule foresaw.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import islice
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt

from homeward.reading.document import Document
from homeward.reading.languages.senses import Senses, senses_of
from homeward.reading.proposals import ReadDate, ReadStatement, SoughtMention
from homeward.reading.segment import paragraphs, quotations, sentences
from homeward.records import LinkRole, Manner

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]

KINDS = ("contact", "handover", "commitment", "silence")
TRAITS = ("visit", "call", "letter", "planned", "denied", "refused")  # of a contact; the last of a promise
QUESTIONS = KINDS + TRAITS
_BITS = 17
BUCKETS = 1 << _BITS
# beside the words: of the sentence, of its dates, of what is said in it
_PLAIN = ("named here", "named before", "dated", "short", "long", "quoted")
_TOLD = (
    "due", "ahead", "past", "said", "twice", "attitude", "direct", "somebody's", "nobody's", "pronoun's", "relayed",
    *(manner.value for manner in Manner),
)  # fmt: skip
SIGNS = _PLAIN + _TOLD

_WIDTH = BUCKETS + len(SIGNS)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[^\w\s]")
_ENGLISH_END = re.compile(r"(?:ings?|ed|es|s|d|ly)$")
_SHORT, _LONG = 7, 30  # tokens
_MOST = 400  # tokens of a sentence that are looked at
_FEW = 5  # letters of a Russian word that stand for it
_PRONOUN = 4  # letters at most of a source that is taken for one
_NEXT, _NEAR = 6, 8  # of two words of known meaning: the fifth behind it at most, eight words away at most
_OURS, _DAY, _NAME = (crc32(f"sense {one}".encode()) for one in ("ours", "day", "name"))
_PREFIXES = {
    "he": ("וש", "וה", "של", "שה", "כש", "מה", "ו", "ה", "ב", "ל", "מ", "ש", "כ"),
    "ar": ("وال", "بال", "فال", "كال", "ولل", "لل", "ال", "وس", "و", "ف", "ب", "ل", "ك", "س"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence that seems to tell of an event.

    Attributes:
        place: the sentence, in the document. kind: one of `KINDS`. probability: 0 to 1.
        traits: those of `TRAITS` that hold more likely than not.
    """

    place: tuple[int, int]
    kind: str
    probability: float
    traits: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what is known of it.

    Attributes:
        place: in the document. named_before: whether the people looked for are named before it.
        named, dated: where it names them, and where a date; in the document, in order.
        quoted: whether it begins inside a quotation. told: signs of its dates and of the statements in it.
    """

    place: tuple[int, int]
    named: tuple[tuple[int, int], ...] = ()
    named_before: bool = False
    dated: tuple[tuple[int, int], ...] = ()
    quoted: bool = False
    told: frozenset[str] = frozenset()


def sentences_of(
    document: Document,
    mentions: Sequence[SoughtMention] = (),
    dates: Sequence[ReadDate] = (),
    statements: Sequence[ReadStatement] = (),
    abbreviations: frozenset[str] = frozenset(),
) -> list[Sentence]:
    """The sentences of a document, those inside quotations each by itself; stops of abbreviations end none."""
    text = document.text
    marks = sorted((mention.span.start, mention.span.stop) for mention in mentions)
    named = [start for start, _ in marks]
    days = sorted(dates, key=lambda read: read.span.start)
    dated = [read.span.start for read in days]
    speech = [(q.inner_start, q.inner_stop) for q in quotations(text, paragraphs(text)) if q.is_speech]
    cuts = sentences(text, list(paragraphs(text)), [], abbreviations=abbreviations)
    said = _said_in([(cut.start, cut.stop) for cut in cuts], document, statements)
    found = []
    for cut, told in zip(cuts, said, strict=True):
        first, stop = bisect_left(named, cut.start), bisect_left(named, cut.stop)
        of_it = days[bisect_left(dated, cut.start) : bisect_left(dated, cut.stop)]
        found.append(
            Sentence(
                (cut.start, cut.stop),
                named=tuple(marks[first:stop]),
                named_before=first > 0,
                dated=tuple((read.span.start, read.span.stop) for read in of_it),
                quoted=any(a - 1 <= cut.start < b for a, b in speech),  # its first piece begins with the mark
                told=frozenset(told | {_sign_of(read, document) for read in of_it} - {""}),
            )
        )
    return found


def _sign_of(read: ReadDate, document: Document) -> str:
    """Whether something is due by a date, or it lies ahead of the day of publication, or not."""
    if read.side == "before":
        return "due"
    first = read.reach.earliest
    if document.published is None or document.published.latest is None or first is None:
        return ""
    return "ahead" if first > document.published.latest else "past"


def _said_in(
    places: Sequence[tuple[int, int]], document: Document, statements: Sequence[ReadStatement]
) -> list[set[str]]:
    """For each sentence, the signs of the statements of which it holds words."""
    found: list[set[str]] = [set() for _ in places]
    begins = [start for start, _ in places]
    for statement in statements:
        signs = {"said", "direct" if statement.direct else "", statement.manner.value if statement.manner else ""}
        signs |= {"somebody's" if statement.speaker else "nobody's", "attitude" if statement.attitude else ""}
        if any(link.role is LinkRole.RELAY for link in statement.chain):
            signs.add("relayed")
        source = statement.source
        if source is not None and source.stop - source.start <= _PRONOUN:
            signs.add("pronoun's")
        touched: set[int] = set()
        for span in statement.content:
            first = max(0, bisect_right(begins, span.start) - 1)
            for number in range(first, bisect_left(begins, span.stop)):
                if places[number][1] > span.start:
                    touched.add(number)
        for number in touched:
            if "said" in found[number]:
                found[number].add("twice")
            found[number] |= signs - {""}
    return found


def features_of(text: str, cut: Sequence[Sentence], code: str) -> tuple[Numbers, Numbers]:
    """Rows and columns: of each sentence its number, and those of its features, each once, in order.

    Columns below `BUCKETS` are hashed words, then come the `SIGNS`.
    """
    known = senses_of(code)
    words: list[_Word] = []
    sizes, meant = [], _Meant([], [], [], [], [])
    for number, sentence in enumerate(cut):
        found = [(token.start(), _word(token[0], code)) for token in _first(_TOKEN.finditer(text, *sentence.place))]
        words += [word for _, word in found]
        sizes.append(len(found))
        if known:
            _add_meant(meant, found, sentence, number)
    if not words:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    row = np.repeat(np.arange(len(cut)), sizes)
    stem = np.array([word.stem for word in words], np.uint64)
    inner = [(at, bucket) for at, word in zip(row.tolist(), words, strict=True) for bucket in word.inner]
    pairs = []
    for apart in (1, 2):
        beside = np.flatnonzero(row[:-apart] == row[apart:])
        pairs.append((row[beside], _mixed(stem[beside], stem[beside + apart], apart)))
    signs = [
        (number, BUCKETS + sign)
        for number, (sentence, size) in enumerate(zip(cut, sizes, strict=True))
        for sign, holds in enumerate(_signs(sentence, size))
        if holds
    ]
    pairs += _pairs_meant(meant)
    rows = np.concatenate([row, row, *(p[0] for p in pairs), np.array([r for r, _ in (*inner, *signs)], np.int64)])
    columns = np.concatenate(
        [
            np.array([word.bucket for word in words], np.int64),
            _mixed(stem, stem, 0),
            *(p[1] for p in pairs),
            np.array([c for _, c in (*inner, *signs)], np.int64),
        ]
    )
    once = np.unique(rows * _WIDTH + columns)
    return once // _WIDTH, once % _WIDTH


def _first(tokens: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    return islice(tokens, _MOST)


@dataclass(slots=True)
class _Meant:
    """Sentences once more, by what their words mean.

    Attributes:
        tokens, token_rows: numbers of the first meaning of each word or name, and the sentence of each.
        senses, at, sense_rows: every meaning of every word, where in its sentence it stands, and the sentence.
    """

    tokens: list[int]
    token_rows: list[int]
    senses: list[int]
    at: list[int]
    sense_rows: list[int]


def _add_meant(meant: _Meant, found: Sequence[tuple[int, _Word]], sentence: Sentence, number: int) -> None:
    marks = sorted([(*place, _OURS) for place in sentence.named] + [(*place, _DAY) for place in sentence.dated])
    next_mark, past, before, at = 0, 0, 0, 0
    for start, word in found:
        if start < past:
            continue
        while next_mark < len(marks) and marks[next_mark][1] <= start:
            next_mark += 1
        if next_mark < len(marks) and marks[next_mark][0] <= start:
            past, one = marks[next_mark][1], marks[next_mark][2]
            senses: tuple[int, ...] = (one,)
        elif word.capital and at:
            one, senses = _NAME, (_NAME,)
            if before == _NAME:
                continue
        else:
            senses = word.senses
            one = senses[0] if senses else word.stem
        meant.tokens.append(one)
        meant.token_rows.append(number)
        for sense in senses:
            meant.senses.append(sense)
            meant.at.append(at)
            meant.sense_rows.append(number)
        before = one
        at += 1


def _pairs_meant(meant: _Meant) -> list[tuple[Numbers, Numbers]]:
    """Rows and buckets of single meanings, of neighbours, and of any two that stand near each other in order."""
    if not meant.tokens:
        return []
    token, row = np.array(meant.tokens, np.uint64), np.array(meant.token_rows, np.int64)
    sense, of, at = np.array(meant.senses, np.uint64), np.array(meant.sense_rows, np.int64), np.array(meant.at)
    found = [(row, _mixed(token, token, 3)), (of, _mixed(sense, sense, 4))]
    for apart in (1, 2):
        beside = np.flatnonzero(row[:-apart] == row[apart:])
        found.append((row[beside], _mixed(token[beside], token[beside + apart], 4 + apart)))
    for apart in range(1, _NEXT):
        near = np.flatnonzero((of[:-apart] == of[apart:]) & (at[apart:] - at[:-apart] <= _NEAR))
        found.append((of[near], _mixed(sense[near], sense[near + apart], 7)))
    return found


def _signs(sentence: Sentence, size: int) -> tuple[bool, ...]:
    named = bool(sentence.named), sentence.named_before, bool(sentence.dated)
    return (*named, size < _SHORT, size > _LONG, sentence.quoted, *(sign in sentence.told for sign in _TOLD))


def _mixed(one: npt.NDArray[np.uint64], two: npt.NDArray[np.uint64], salt: int) -> Numbers:
    """The bucket of each pair of hashed words (multiplication by odd constants, the upper bits kept)."""
    mixed = one * np.uint64(0x9E3779B1) + two * np.uint64(0x85EBCA77) + np.uint64(salt * 0xC2B2AE3D)
    return ((mixed & np.uint64(0xFFFFFFFF)) >> np.uint64(32 - _BITS)).astype(np.int64)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as numbers.

    Attributes:
        bucket: of the word itself. stem: the hash of its stem. inner: buckets of what it is without its prefixes.
        senses: hashes of what it means. capital: whether it begins with one.
    """

    bucket: int
    stem: int
    inner: tuple[int, ...]
    senses: tuple[int, ...]
    capital: bool


@lru_cache(maxsize=65_536)
def _word(token: str, code: str) -> _Word:
    word = re.sub(r"\d", "0", token.lower())
    rests = _without(word, _PREFIXES.get(code, ()))
    if code == "ru":
        stem = word[:_FEW]
    elif code == "en" and len(word) > 4:
        stem = _ENGLISH_END.sub("", word)
    else:
        stem = rests[0] if rests else word
    hashed = np.array([crc32(rest.encode()) for rest in rests], np.uint64)
    return _Word(
        crc32(f"1 {word}".encode()) % BUCKETS,
        crc32(stem.encode()),
        tuple(_mixed(hashed, hashed, 0).tolist()),
        tuple(crc32(f"sense {sense}".encode()) for sense in _meaning(senses_of(code), word, rests)),
        token[0].isupper() and len(token) > 1,
    )


def _meaning(known: Senses, word: str, rests: Sequence[str]) -> tuple[str, ...]:
    return next((senses for form in (word, *rests) if (senses := known.of(form))), ())


def _without(word: str, prefixes: Sequence[str]) -> list[str]:
    return [word[len(p) :] for p in prefixes if word.startswith(p) and len(word) - len(p) > 2]


class Telling:
    """The models of all languages: for each a table (`BUCKETS` + signs + 1, questions), the last row always added."""

    def __init__(self, tables: dict[str, Floats]) -> None:
        self._tables = tables

    @classmethod
    def shipped(cls) -> Telling:
        """The models in the package, loaded once."""
        return _shipped()

    def probabilities(self, text: str, sentences: Sequence[Sentence], code: str) -> Floats:
        """(sentences, `QUESTIONS`): how likely each answer is yes; a trait is asked only of its kind of event."""
        table = self._tables[code]
        rows, columns = features_of(text, sentences, code)
        summed = np.zeros((len(sentences), len(QUESTIONS)), np.float32)
        starts = np.flatnonzero(np.diff(rows, prepend=-1))
        if len(rows):
            summed[rows[starts]] = np.add.reduceat(table[columns], starts, axis=0)
        return 1 / (1 + np.exp(-np.clip(summed + table[-1], -30, 30)))  # type: ignore[no-any-return]

    def judge(self, text: str, sentences: Sequence[Sentence], code: str) -> Judged:
        """What the models hold of every sentence; of none in a language that they do not know."""
        if not sentences or code not in self._tables:
            return Judged((), np.zeros((0, len(QUESTIONS)), np.float32))
        return Judged(tuple(sentences), self.probabilities(text, sentences, code))


class Judged:
    """The sentences of a document with the probabilities of each question."""

    def __init__(self, sentences: tuple[Sentence, ...], chances: Floats) -> None:
        self._sentences = sentences
        self._chances = chances
        self._starts = [sentence.place[0] for sentence in sentences]

    def told(self, least: Mapping[str, float]) -> list[Told]:
        """Sentences that tell of an event with at least the probability that `least` asks of its kind, in order."""
        found = []
        for sentence, row in zip(self._sentences, self._chances, strict=True):
            for number, kind in enumerate(KINDS):
                if row[number] >= least[kind]:
                    held = zip(TRAITS, row[len(KINDS) :], strict=True)
                    traits = frozenset(trait for trait, chance in held if chance >= 0.5)
                    found.append(Told(sentence.place, kind, round(float(row[number]), 3), traits))
        return found

    def chance(self, kind: str, place: tuple[int, int]) -> float:
        """How likely the likeliest sentence that `place` touches tells of a kind; 1 where none is known."""
        first = max(0, bisect_right(self._starts, place[0]) - 1)
        stop = bisect_left(self._starts, place[1])
        rows = self._chances[first:stop, KINDS.index(kind)]
        return float(rows.max()) if len(rows) else 1.0


def pack(path: Path, tables: dict[str, Floats]) -> None:
    """Save models: each question's weights as whole numbers of 8 bits with one scale."""
    out: dict[str, npt.NDArray[np.generic]] = {}
    for code, table in tables.items():
        scale = np.maximum(np.abs(table[:-1]).max(axis=0), 1e-8) / 127
        out[code] = np.round(table[:-1] / scale).astype(np.int8)
        out[f"{code}_scale"] = scale.astype(np.float32)
        out[f"{code}_always"] = table[-1].astype(np.float32)
    with path.open("wb") as file:
        np.savez_compressed(file, **out)  # type: ignore[arg-type]


def unpack(path: Path) -> dict[str, Floats]:
    """The inverse of `pack`, as far as the rounding allows."""
    with np.load(path) as saved:
        return {
            code: np.vstack([saved[code] * saved[f"{code}_scale"], saved[f"{code}_always"]]).astype(np.float32)
            for code in saved.files
            if "_" not in code
        }


@lru_cache(maxsize=1)
def _shipped() -> Telling:
    return Telling(unpack(Path(str(files("homeward.reading") / "resources" / "telling.npz"))))

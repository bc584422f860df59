"""Whether a medium named near somebody's words relayed them: what a model learnt from marked-up reports judges of it.

In: the sentences of a document with the statements found in them. Out: for each medium near a statement that has no
relay, the chance that the words came through it. `training.reading.relaying` makes the weights, `relaying.npz`.
Leaves to others: relays of which a rule is sure (each language's rules), and the chain (`chain`).

A sentence is seen as a row of words in which the medium is ACTOR, what is said CONTENT, and so on, so that what is
learnt holds for any name.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Protocol

import numpy as np

from homeward.reading.entities.lists import place_names
from homeward.reading.languages.en.onlookers import (
    NAMED,
    REACH,
    is_no_carrier,
    looks_on,
    says_what_it_is,
    tells_of_text,
)
from homeward.reading.languages.language import MASK, Actor, ActorKind, Analysis, Place, View
from homeward.records import Attribution

BUCKETS = 1 << 14
BEFORE, AFTER = 2, 2  # sentences around a statement in which a medium may be named
_NEAR = 6  # words beside a medium that count one by one
_BETWEEN = 12  # words between a medium and a cue or speaker that count
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+|\ufffc+|[^\w\s]")
_ENDING = re.compile(r"(?:ing|ed|es|s)$")
_ROLES = ("CUE", "SOURCE", "SPEAKER", "CONTENT", "QUOTE")


class SeenLike(Protocol):
    """A sentence with what was seen in it."""

    @property
    def view(self) -> View: ...
    @property
    def analysis(self) -> Analysis: ...
    @property
    def paragraph(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as the model sees it: its places, its speaker's names, and what he seems to be."""

    contents: tuple[Place, ...]
    cue: Place
    source: Place | None
    names: frozenset[str]
    kind: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A medium near a statement, and the numbers of its features.

    `plain`: it stands beside the words by its own name, and nothing shows that it did anything but carry them.
    """

    actor: Actor
    features: tuple[int, ...]
    plain: bool = False


def candidates(seen: Sequence[SeenLike], said: Said) -> Iterator[Candidate]:
    """The media named in the sentences of a statement or near them, outside its words."""
    places = (*said.contents, said.cue)
    first = max(0, bisect_right(seen, min(a for a, _ in places), key=_start) - 1)
    last = bisect_left(seen, max(b for _, b in places), key=_start) - 1
    if last < first:
        return
    own = next((s.paragraph for s in seen[first : last + 1] if s.view.start <= said.cue[0] < s.view.stop), -1)
    for number in range(max(0, first - BEFORE), min(len(seen), last + AFTER + 1)):
        sentence = seen[number]
        away = number - first if number < first else max(0, number - last)
        for actor in sentence.analysis.actors:
            if (
                not (_may_relay(actor, away) or (away in (-1, 0) and _is_led(sentence.view, actor)))
                or _looks_on(sentence.view, actor)
                or actor.name.lower() in said.names
                or _inside(actor.place, said)
            ):
                continue
            where = 0 if sentence.paragraph == own else 1 if sentence.paragraph < own else 2
            told = away == 0 or (away == -1 and where == 0 and _tells_of_text(sentence))
            plain = told and _is_plain(sentence.view, actor)
            yield Candidate(actor, _features(sentence, said, actor, away, where), plain)


def _tells_of_text(sentence: SeenLike) -> bool:
    """Whether a sentence in which nobody says anything tells of a text, a recording or a broadcast."""
    view = sentence.view
    says = any(voice.contents and not voice.attitude for voice in sentence.analysis.voices)
    return not says and tells_of_text(view.masked, view.start, view.stop)


def _is_plain(view: View, actor: Actor) -> bool:
    """Whether a medium stands by its own name beside words, and nothing shows that it did anything but carry them."""
    if (
        actor.kind is not ActorKind.MEDIUM and not _is_led(view, actor)
    ) or actor.attribution is not Attribution.NAMED:
        return False
    words = actor.name.split()
    if not actor.name[:1].isupper() or words[-1][:1].islower() or actor.name.isupper() or words[0].lower() in _OWN:
        return False
    at = view.text.find(actor.name, *actor.place)
    start, stop = (at, at + len(actor.name)) if at >= 0 else actor.place
    return not is_no_carrier(view.masked[max(view.start, start - REACH) : start], view.masked, stop)


def named_beside(view: View, said: Said) -> Iterator[Place]:
    """Where a sentence names a medium beside words, within a longer phrase ("in a letter that the Tarn Post has")."""
    for match in NAMED.finditer(view.masked, view.start, view.stop):
        inside = any(a <= match.start() < b for a, b in said.contents)
        before = view.masked[max(view.start, match.start() - REACH) : match.start()]
        if not inside and not looks_on(before) and not is_no_carrier(before, view.masked, match.end()):
            yield match.span()


_OWN = frozenset(["its", "his", "her", "their", "this", "our", "press", "statement", "no", "document", "information"])


def _looks_on(view: View, actor: Actor) -> bool:
    return looks_on(view.masked[max(view.start, actor.place[0] - REACH) : actor.place[0]])


def _is_led(view: View, actor: Actor) -> bool:
    return says_what_it_is(actor.name, view.masked[max(view.start, actor.place[0] - REACH) : actor.place[0]])


def _start(sentence: SeenLike) -> int:
    return sentence.view.start


def _may_relay(actor: Actor, away: int) -> bool:
    if actor.kind is not ActorKind.OTHER:
        return actor.kind is ActorKind.MEDIUM
    name = actor.name.lower()
    named = actor.attribution is Attribution.NAMED and not _DAYS.fullmatch(name)
    return away in (-1, 0) and named and name not in place_names("en")


_DAYS = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?")


def _inside(place: Place, said: Said) -> bool:
    if said.source is not None and place[0] < said.source[1] and said.source[0] < place[1]:
        return True
    return any(a <= place[0] < b for a, b in said.contents)


def _features(sentence: SeenLike, said: Said, actor: Actor, away: int, where: int) -> tuple[int, ...]:
    row = row_of(sentence, said, actor)
    told = _told(row, actor, away, where, sentence, said)
    return tuple(set(map(_bucket, told)))


@lru_cache(maxsize=1 << 16)
def _bucket(name: str) -> int:
    return zlib.crc32(name.encode()) % BUCKETS


def row_of(sentence: SeenLike, said: Said, actor: Actor) -> list[str]:
    """The words of a sentence, its people and places by what they are."""
    view = sentence.view
    marks: list[tuple[int, int, int, str]] = [(0, *actor.place, "ACTOR")]
    marks += [
        (1, max(a, view.start), min(b, view.stop), "CONTENT")
        for a, b in said.contents
        if a < view.stop and view.start < b
    ]
    if view.start <= said.cue[0] < view.stop:
        marks.append((2, *said.cue, "CUE"))
    if said.source is not None and view.start <= said.source[0] < view.stop:
        marks.append((3, *said.source, "SOURCE"))
    for other in sentence.analysis.actors:
        name = "SPEAKER" if other.name.lower() in said.names else f"<{other.kind}>"
        marks.append((4 if name == "SPEAKER" else 5, *other.place, name))
    marks += [(6, day.span.start, day.span.stop, "DATE") for day in view.dates]
    taken: list[tuple[int, int, str]] = []
    for _, start, stop, name in sorted(marks):
        if not any(start < b and a < stop for a, b, _ in taken):
            taken.append((start, stop, name))
    row: list[str] = []
    at = view.start
    for start, stop, name in (*sorted(taken), (view.stop, view.stop, "")):
        row += map(_plain, _WORD.findall(view.masked, at, max(at, start)))
        if name:
            row.append(name)
        at = max(at, stop)
    return row


@lru_cache(maxsize=1 << 14)
def _plain(word: str) -> str:
    if word[0] == MASK:
        return "QUOTE"
    if word[0].isdigit():
        return "0"
    low = word.lower()
    return _ENDING.sub("", low) if len(low) > 4 else low


def _told(row: list[str], actor: Actor, away: int, where: int, sentence: SeenLike, said: Said) -> Iterator[str]:
    side = "0" if not away else "-" if away < 0 else "+"
    kind = str(actor.kind)
    says = any(voice.contents for voice in sentence.analysis.voices)
    yield from (f"away {away}", f"away {away} {kind}", f"where {away} {where}", f"head {actor.head.lower()}")
    yield from (
        f"by {said.kind}",
        f"by {side} {said.kind}",
        f"says {side} {says}",
        f"definite {kind} {actor.definite}",
    )
    for word in (
        _WORD.findall(sentence.view.masked, *said.cue)[:3]
        if sentence.view.start <= said.cue[0] < sentence.view.stop
        else ()
    ):
        yield f"cue {_plain(word)}"
    if "ACTOR" not in row:
        return
    at = row.index("ACTOR")
    left, right = ["^", "^", *row[:at]], [*row[at + 1 :], "$", "$"]
    for many in (1, 2, 3):
        yield from (f"{sign}left{many} {' '.join(left[-many:])}" for sign in ("", side))
        yield from (f"{sign}right{many} {' '.join(right[:many])}" for sign in ("", side))
    yield from (f"beside {left[-1]} {right[0]}", f"{kind} left {left[-1]}", f"{kind} right {right[0]}")
    for name, words in (("l", left[-_NEAR:]), ("r", right[:_NEAR])):
        yield from (f"{name} {word}" for word in words)
        yield from (f"{side}{name} {word}" for word in words)
        yield from (f"{name} {one} {other}" for one, other in pairwise(words))
    yield f"first {at < 2} {side} {kind}"
    for role in _ROLES:
        if role in row:
            other = row.index(role)
            order = "<" if other < at else ">"
            between = row[min(at, other) + 1 : max(at, other)]
            yield from (f"{role}{order}", f"{role}{order}{kind}", f"{role}{order}{min(len(between), 8) // 2}")
            if role not in ("CONTENT", "QUOTE") and len(between) < _BETWEEN:
                yield from (f"{role}{order} {word}" for word in between)
                yield f"{role}{order} all {' '.join(between[:5])}"
    order = " ".join(word for word in row if word in _ROLES or word == "ACTOR")
    yield from (f"order {order}", f"{side} order {order}")


class Judge:
    """The model: weights (BUCKETS + 1,) of the log odds, the last of them what is added to each."""

    def __init__(self, weights: np.ndarray) -> None:
        self.weights = weights.astype(np.float32)

    def chance(self, features: Iterable[int]) -> float:
        """How likely it is, from 0 to 1, that the words came through the medium with these features."""
        odds = float(self.weights[list(features)].sum() + self.weights[-1])
        return float(1 / (1 + np.exp(-odds)))


@lru_cache(maxsize=1)
def shipped() -> Judge | None:
    """The judge in the package; None where it holds none."""
    path = files("homeward.reading") / "resources" / "relaying.npz"
    if not path.is_file():
        return None
    with path.open("rb") as file, np.load(file) as arrays:
        return Judge(arrays["weights"])

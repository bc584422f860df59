"""The small trained model that marks who said what, and people, bodies and places, in English text.

In: a text. Out: `Tagged`: contents, cues and sources tied together; names with their kinds. Runs in numpy.
Leaves to others: training (`training/reading`), the rules that know more of some constructions (`languages/en`), the
chain (`chain`).

Method: words, hashed stretches of letters and signs from tables are looked up and mixed into one vector for each
token; three layers of quasi-recurrent units (Bradbury et al. 2017) read them in both directions; each token gets a
tag (beginning, inside, outside); cues are tied to contents and sources by a product of two vectors (Dozat and Manning
2017). The tags of a window are the likeliest that follow each other rightly (Viterbi).
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import numpy.typing as npt

from homeward.reading.features import STRETCHES, Words, known_as, signs_of, stretches_of, windows
from homeward.reading.tagging import Place, Tagged, TaggedName, TaggedStatement

ROLE_TAGS = ("O", "B-content", "I-content", "B-cue", "I-cue", "B-source", "I-source")
ENTITY_TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
MOST_SIGNS = 8
_KEPT_FORMS = 60_000  # forms whose vector is kept: 30 MB
_BATCH = 32  # windows at once

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """The network's numbers, as `training/reading` saved them, and the words that it knows by themselves."""

    words: dict[str, int]
    arrays: dict[str, Floats]
    layers: int


def pack(path: Path, arrays: dict[str, Floats], words: Sequence[str]) -> None:
    """Save weights: the large tables as whole numbers of 8 bits, scaled by row, the rest in half precision."""
    out: dict[str, npt.NDArray[np.generic]] = {"words": np.frombuffer("\0".join(words).encode(), np.uint8)}
    for name, values in arrays.items():
        if name in ("word", "stretch"):
            scale = np.maximum(np.abs(values).max(axis=1, keepdims=True), 1e-8) / 127
            out[name] = np.round(values / scale).astype(np.int8)
            out[f"{name}_scale"] = scale.astype(np.float16)
        else:
            out[name] = values.astype(np.float16)
    with path.open("wb") as file:
        np.savez_compressed(file, **out)  # type: ignore[arg-type]


def unpack(path: Path) -> Weights:
    """The inverse of `pack`, as far as the rounding allows."""
    with np.load(path) as saved:
        arrays = {
            name: saved[name].astype(np.float32)
            * (saved[f"{name}_scale"].astype(np.float32) if f"{name}_scale" in saved else 1)
            for name in saved.files
            if name != "words" and not name.endswith("_scale")
        }
        words = saved["words"].tobytes().decode().split("\0")  # a line break is a word, too
    layers = sum(name.startswith("layer") and not name.endswith("_bias") for name in arrays)
    return Weights({word: at + 1 for at, word in enumerate(words)}, arrays, layers)


class Tagger:
    """The network with its weights; keeps the vectors of forms that it has met."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._kept: dict[str, int] = {}  # where in `_vectors` a form's vector stands
        self._vectors: Floats = np.empty((1024, weights.arrays["form"].shape[1]), np.float32)

    @classmethod
    def shipped(cls) -> Tagger:
        """The tagger in the package, loaded once."""
        return _shipped()

    def tag(self, text: str) -> Tagged:
        """What is said by whom, and who and what is named."""
        statements: list[TaggedStatement] = []
        names: list[TaggedName] = []
        cut = windows(text)
        order = sorted(range(len(cut)), key=lambda i: len(cut[i].forms))
        for first in range(0, len(cut), _BATCH):
            chosen = [cut[i] for i in order[first : first + _BATCH]]
            scores = self.score(chosen)
            for words, row in zip(chosen, scores, strict=True):
                statements += _statements(words, row)
                names += _names(words, row)
        statements.sort(key=lambda s: s.cue)
        names.sort(key=lambda n: n.place)
        return Tagged(tuple(statements), tuple(names))

    def score(self, chosen: Sequence[Words]) -> list[Scores]:
        """What the network says of each token of some windows."""
        a = self._weights.arrays
        sizes = [len(words.forms) for words in chosen]
        ends = np.cumsum(sizes)
        x = self._forms([form for words in chosen for form in words.forms])
        x += a["context"][np.concatenate([words.contexts for words in chosen])]
        one = x.shape[1]
        wide = np.zeros((len(x), 3 * one), np.float32)
        wide[1:, :one] = x[:-1]
        wide[:, one : 2 * one] = x
        wide[:-1, 2 * one :] = x[1:]
        wide[ends[:-1], :one] = 0  # no window sees its neighbours
        wide[ends[:-1] - 1, 2 * one :] = 0
        rows = _Rows.of(sizes)
        wide = wide[rows.order]
        state = self._layer(0, wide, rows)
        for layer in range(1, self._weights.layers):
            state += self._layer(layer, state, rows)
        state = state[rows.back]
        roles = _log_softmax(state @ a["roles"] + a["roles_bias"])
        entities = _log_softmax(state @ a["entities"] + a["entities_bias"])
        found = []
        for stop, size in zip(ends.tolist(), sizes, strict=True):
            own = slice(stop - size, stop)
            role_tags = best_tags(roles[own] + _ROLE_LEAN)
            entity_tags = best_tags(entities[own])
            ties = self._ties(state[own], role_tags)
            found.append(Scores(roles[own], role_tags, entities[own], entity_tags, ties))
        return found

    def _forms(self, forms: list[str]) -> Floats:
        kept = self._kept
        new = [form for form in dict.fromkeys(forms) if form not in kept]
        if new:
            if len(kept) + len(new) > _KEPT_FORMS:
                kept.clear()
                new = list(dict.fromkeys(forms))
            first, stop = len(kept), len(kept) + len(new)
            if stop > len(self._vectors):
                larger = np.empty((max(stop, 2 * len(self._vectors)), self._vectors.shape[1]), np.float32)
                larger[:first] = self._vectors[:first]
                self._vectors = larger
            self._vectors[first:stop] = self._new_forms(new)
            kept.update(zip(new, range(first, stop), strict=True))
        return self._vectors[[kept[form] for form in forms]]

    def _new_forms(self, forms: list[str]) -> Floats:
        a, known = self._weights.arrays, self._weights.words
        numbers = [known.get(known_as(form), 0) for form in forms]
        stretches = np.zeros((len(forms), STRETCHES), np.int64)
        signs = np.zeros((len(forms), MOST_SIGNS), np.int64)
        for row, form in enumerate(forms):
            spelled = stretches_of(form)
            stretches[row, : len(spelled)] = spelled
            told = signs_of(form)[:MOST_SIGNS]
            signs[row, : len(told)] = [sign + 1 for sign in told]
        there = (stretches > 0)[..., None]
        letters = (a["stretch"][stretches] * there).sum(1) / np.maximum(there.sum(1), 1)
        marks = (a["sign"][signs] * (signs > 0)[..., None]).sum(1)
        mixed = np.concatenate([a["word"][numbers], letters, marks], -1).astype(np.float32)
        vectors: Floats = np.tanh(mixed @ a["form"] + a["form_bias"])
        return vectors

    def _layer(self, layer: int, x: Floats, rows: _Rows) -> Floats:
        a = self._weights.arrays
        gates = x @ a[f"layer{layer}"]
        gates += a[f"layer{layer}_bias"]
        both = gates.shape[1] // 3
        half = both // 2
        gates[:, both:] *= 0.5  # a sigmoid is 0.5 * (tanh(0.5 * x) + 1)
        np.tanh(gates, out=gates)
        gates[:, both:] += 1
        gates[:, both:] *= 0.5
        # The second half of the units reads backward; turned round, one loop serves both.
        keep = np.empty((len(x), both), np.float32)
        keep[:, :half] = gates[:, both : both + half]
        keep[:, half:] = gates[rows.turned, both + half : 2 * both]
        state: Floats = np.subtract(1, keep)
        state[:, :half] *= gates[:, :half]
        state[:, half:] *= gates[rows.turned, half:both]
        before = 0
        for start, stop in rows.steps:
            step = keep[start:stop]
            step *= state[before : before + stop - start]
            state[start:stop] += step
            before = start
        state[:, half:] = state[rows.turned, half:]
        state *= gates[:, 2 * both :]
        return state

    def _ties(self, state: Floats, tags: npt.NDArray[np.int8]) -> tuple[Floats, Floats]:
        """For contents and for sources: (cues, others) scores of belonging together, by their first tokens."""
        a = self._weights.arrays
        cues = np.flatnonzero(tags == _CUE)
        at = state[cues] @ a["tie_cue"] + a["tie_cue_bias"]
        half = at.shape[-1] // 2
        found = []
        for kind, tag in ((0, _CONTENT), (1, _SOURCE)):
            others = np.flatnonzero(tags == tag)
            part = slice(kind * half, (kind + 1) * half)
            apart = others[None, :] - cues[:, None]
            away = a["tie_distance"][kind, (apart > 0).astype(int), _bucket(np.abs(apart))]
            found.append((at[:, part] @ (state[others] @ a["tie_other"][:, part]).T + away).astype(np.float32))
        return found[0], found[1]


@dataclass(frozen=True, slots=True)
class _Rows:
    """Some windows' tokens, the first of all windows before the second of all, so that a step is one block.

    The longest window comes first: those that have a further token are always the first of those before.

    Attributes:
        order: for each place here, where the token stands when window follows window. back: the inverse.
        turned: for each place, that of the token as far from its window's end as this one from its beginning.
        steps: from where to where the second tokens stand, the third, and so on.
    """

    order: npt.NDArray[np.int64]
    back: npt.NDArray[np.int64]
    turned: npt.NDArray[np.int64]
    steps: list[tuple[int, int]]

    @classmethod
    def of(cls, sizes: Sequence[int]) -> _Rows:
        many = np.array(sizes)
        starts = np.cumsum(many) - many
        ranked = np.argsort(-many, kind="stable")
        longest = int(many.max())
        going = np.searchsorted(np.sort(-many), -np.arange(longest), side="left")  # windows with a token there
        begins = np.cumsum(going) - going
        token = np.repeat(np.arange(longest), going)
        window = np.arange(len(token)) - begins[token]  # counted from the longest
        order = starts[ranked][window] + token
        back = np.empty_like(order)
        back[order] = np.arange(len(order))
        turned = begins[many[ranked][window] - 1 - token] + window
        stops = begins + going
        return cls(order, back, turned, list(zip(begins[1:].tolist(), stops[1:].tolist(), strict=True)))


@dataclass(frozen=True, slots=True)
class Scores:
    """Of one window: (tokens, tags) log probabilities and the tags chosen; ties of cues (see `Tagger._ties`)."""

    roles: Floats
    role_tags: npt.NDArray[np.int8]
    entities: Floats
    entity_tags: npt.NDArray[np.int8]
    ties: tuple[Floats, Floats]


_CONTENT, _CUE, _SOURCE = ROLE_TAGS.index("B-content"), ROLE_TAGS.index("B-cue"), ROLE_TAGS.index("B-source")
# Taken off "no role": the data leave out statements that a reader would mark.
_ROLE_LEAN = np.array([-0.9, 0, 0, 0, 0, 0, 0], np.float32)


@lru_cache(maxsize=1)
def _shipped() -> Tagger:
    return Tagger(unpack(Path(str(files("homeward.reading") / "resources" / "tagger-en.npz"))))


def _log_softmax(x: Floats) -> Floats:
    x = x - x.max(-1, keepdims=True)
    return x - np.log(np.exp(x).sum(-1, keepdims=True))  # type: ignore[no-any-return]


def _bucket(apart: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    far = 12 + np.floor(4 * np.log2(np.maximum(apart, 12) / 12.0)).astype(np.int64)
    return np.where(apart <= 12, apart, np.minimum(far, 23))


def best_tags(scores: Floats) -> npt.NDArray[np.int8]:
    """The likeliest tags of a window that may follow each other: (tokens,) of (tokens, tags).

    An inside tag follows only its own beginning or inside; every other tag follows any. So a token whose own best tag
    is not an inside one asks nothing of those before, and where a best inside tag follows neither, only the stretch
    from the last such token to the end of the inside tags is worked out anew; if the stretch would rather begin
    inside, the one before is taken with it.
    """
    found: npt.NDArray[np.int8] = scores.argmax(1).astype(np.int8)
    inside = (found > 0) & (found % 2 == 0)
    wrong = np.flatnonzero(inside & (np.append(0, found[:-1]) != found) & (np.append(0, found[:-1]) != found - 1))
    if not len(wrong):
        return found
    starts = np.flatnonzero(~inside).tolist()  # where a stretch may begin
    ends = [*starts[1:], len(scores)]
    joined: list[tuple[int, int]] = []  # stretches worked out anew, in order
    for at in wrong.tolist():
        if joined and at < joined[-1][1]:
            continue
        number = bisect_right(starts, at) - 1
        first, stop = (starts[number], ends[number]) if number >= 0 else (0, starts[0] if starts else len(scores))
        while True:
            row, rather_inside = _best_row(scores[first:stop].tolist())
            if first == 0 or not rather_inside:
                break
            if joined and joined[-1][1] == first:
                first = joined.pop()[0]
            else:
                number = bisect_right(starts, first - 1) - 1
                first = starts[number] if number >= 0 else 0
        joined.append((first, stop))
        found[first:stop] = row
    return found


def _best_row(scores: list[list[float]]) -> tuple[list[int], bool]:
    """The likeliest tags of a stretch that does not begin inside, and whether one that did would be likelier."""
    kinds = range(1, len(scores[0]), 2)
    first = scores[0]
    best = [score if tag % 2 or not tag else -math.inf for tag, score in enumerate(first)]
    free = list(first)
    before: list[list[int]] = []
    for row in scores[1:]:
        top = max(range(len(best)), key=best.__getitem__)
        most = max(free)
        come = [top] * len(row)
        ahead, freely = [best[top]] * len(row), [most] * len(row)
        for begin in kinds:
            stays = best[begin + 1] > best[begin]
            come[begin + 1] = begin + 1 if stays else begin
            ahead[begin + 1] = best[come[begin + 1]]
            freely[begin + 1] = max(free[begin + 1], free[begin])
        before.append(come)
        best = [a + b for a, b in zip(ahead, row, strict=True)]
        free = [a + b for a, b in zip(freely, row, strict=True)]
    tag = max(range(len(best)), key=best.__getitem__)
    rather_inside = max(free) > best[tag]
    tags = [tag]
    for come in reversed(before):
        tag = come[tag]
        tags.append(tag)
    return tags[::-1], rather_inside


def spans_of(tags: npt.NDArray[np.int8], begin: int) -> list[tuple[int, int]]:
    """(first, after last) token of each span of a kind, whose beginning tag is `begin`."""
    found = []
    for first in np.flatnonzero(tags == begin):
        stop = int(first) + 1
        while stop < len(tags) and tags[stop] == begin + 1:
            stop += 1
        found.append((int(first), stop))
    return found


def _statements(words: Words, scores: Scores) -> list[TaggedStatement]:
    tags = scores.role_tags
    cues = spans_of(tags, _CUE)
    contents, sources = spans_of(tags, _CONTENT), spans_of(tags, _SOURCE)
    if not cues:
        return []
    of_content: list[list[tuple[int, int]]] = [[] for _ in cues]
    for number, content in enumerate(contents):
        tie = scores.ties[0][:, number]
        best = int(tie.argmax())
        of_content[best].append(content)
    found = []
    for number, cue in enumerate(cues):
        if not of_content[number]:
            continue
        source = None
        if sources:
            tie = scores.ties[1][number]
            best = int(tie.argmax())
            source = _place(words, sources[best]) if tie[best] > 0 else None
        inside = [scores.roles[a:b].max(-1).mean() for a, b in (cue, *of_content[number])]
        found.append(
            TaggedStatement(
                _place(words, cue),
                tuple(_place(words, content) for content in of_content[number]),
                source,
                round(float(np.exp(np.mean(inside))), 3),
            )
        )
    return found


def _names(words: Words, scores: Scores) -> list[TaggedName]:
    found = []
    for begin in range(1, len(ENTITY_TAGS), 2):
        for span in spans_of(scores.entity_tags, begin):
            sure = float(np.exp(scores.entities[span[0] : span[1]].max(-1).mean()))
            found.append(TaggedName(_place(words, span), ENTITY_TAGS[begin][2:], round(sure, 3)))
    return found


def _place(words: Words, span: tuple[int, int]) -> Place:
    return int(words.starts[span[0]]), int(words.stops[span[1] - 1])

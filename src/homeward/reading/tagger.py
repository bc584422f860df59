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
        self._kept: dict[str, Floats] = {}

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
        longest = max(len(words.forms) for words in chosen)
        x = np.zeros((longest, len(chosen), a["form"].shape[1]), np.float32)  # tokens first: a step is one block
        mask = np.zeros((longest, len(chosen), 1), np.float32)
        for number, words in enumerate(chosen):
            size = len(words.forms)
            x[:size, number] = self._forms(words.forms)
            x[:size, number] += a["context"][words.contexts]
            mask[:size, number] = 1
        wide = np.zeros((*x.shape[:2], 3 * x.shape[2]), np.float32)
        one = x.shape[2]
        wide[1:, :, :one] = x[:-1]
        wide[:, :, one : 2 * one] = x
        wide[:-1, :, 2 * one :] = x[1:]
        state = self._layer(0, wide, mask)
        for layer in range(1, self._weights.layers):
            state = state + self._layer(layer, state, mask)
        roles = _log_softmax(state @ a["roles"] + a["roles_bias"])
        entities = _log_softmax(state @ a["entities"] + a["entities_bias"])
        many = len(chosen)
        leaning = np.concatenate([roles + _ROLE_LEAN, entities + _NAME_LEAN], 1)  # both have tags of one pattern
        tags = best_tags(leaning, np.concatenate([mask[..., 0], mask[..., 0]], 1))
        role_tags, entity_tags = tags[:, :many], tags[:, many:]
        found = []
        for number, words in enumerate(chosen):
            size = len(words.forms)
            found.append(
                Scores(
                    roles[:size, number],
                    role_tags[:size, number],
                    entities[:size, number],
                    entity_tags[:size, number],
                    self._ties(state[:size, number], role_tags[:size, number]),
                )
            )
        return found

    def _forms(self, forms: list[str]) -> Floats:
        kept = self._kept
        new = [form for form in dict.fromkeys(forms) if form not in kept]
        if new:
            if len(kept) + len(new) > _KEPT_FORMS:
                kept.clear()
                new = list(dict.fromkeys(forms))
            for form, vector in zip(new, self._new_forms(new), strict=True):
                kept[form] = vector
        return np.stack([kept[form] for form in forms])

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

    def _layer(self, layer: int, x: Floats, mask: Floats) -> Floats:
        a = self._weights.arrays
        tokens, rows, size = x.shape
        gates = (x.reshape(-1, size) @ a[f"layer{layer}"] + a[f"layer{layer}_bias"]).reshape(tokens, rows, -1)
        both = gates.shape[-1] // 3
        half = both // 2
        new = np.tanh(gates[..., :both])
        keep = _sigmoid(gates[..., both : 2 * both])
        add = (1 - keep) * new * mask
        keep *= mask
        # The second half of the units reads backward; turned round, one loop serves both.
        add[..., half:] = add[::-1, :, half:].copy()
        keep[..., half:] = keep[::-1, :, half:].copy()
        for at in range(1, tokens):
            add[at] += keep[at] * add[at - 1]
        add[..., half:] = add[::-1, :, half:].copy()
        state: Floats = add * _sigmoid(gates[..., 2 * both :])
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
_NAME_LEAN = np.zeros(len(ENTITY_TAGS), np.float32)


@lru_cache(maxsize=1)
def _shipped() -> Tagger:
    return Tagger(unpack(Path(str(files("homeward.reading") / "resources" / "tagger-en.npz"))))


def _sigmoid(x: Floats) -> Floats:
    return 0.5 * (np.tanh(0.5 * x) + 1)  # type: ignore[no-any-return]


def _log_softmax(x: Floats) -> Floats:
    x = x - x.max(-1, keepdims=True)
    return x - np.log(np.exp(x).sum(-1, keepdims=True))  # type: ignore[no-any-return]


def _bucket(apart: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    far = 12 + np.floor(4 * np.log2(np.maximum(apart, 12) / 12.0)).astype(np.int64)
    return np.where(apart <= 12, apart, np.minimum(far, 23))


def best_tags(scores: Floats, mask: Floats) -> npt.NDArray[np.int8]:
    """The likeliest tags that may follow each other: (tokens, windows) of (tokens, windows, tags).

    An inside tag follows only its own beginning or inside; every other tag follows any.
    """
    tokens, rows, tags = scores.shape
    scores = scores * mask[:, :, None]
    best = scores[0].copy()
    best[:, 2::2] = -1e4
    before = np.zeros((tokens, rows), np.int8)  # the best tag of the token before
    goes_on = np.zeros(
        (tokens, rows, tags // 2), bool
    )  # whether an inside tag follows an inside rather than a beginning
    ahead = np.empty_like(best)
    for at in range(1, tokens):
        top = best.argmax(1)
        before[at] = top
        ahead[:] = best.max(1)[:, None]
        inside, begun = best[:, 2::2], best[:, 1::2]
        np.greater(inside, begun, out=goes_on[at])
        np.maximum(inside, begun, out=ahead[:, 2::2])
        np.add(ahead, scores[at], out=best)
    found = np.zeros((tokens, rows), np.int8)
    current = best.argmax(1)
    every = np.arange(rows)
    for at in range(tokens - 1, 0, -1):
        found[at] = current
        inner = (current > 0) & (current % 2 == 0)
        stays = goes_on[at, every, np.maximum(current // 2 - 1, 0)]
        current = np.where(inner, np.where(stays, current, current - 1), before[at])
    found[0] = current
    return np.where(mask > 0, found, 0).astype(np.int8)


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

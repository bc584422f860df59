"""People, bodies and places named in a text: from the text to `Entity`.

In: a text and the code of its language. Out: entities in the order of the text, none inside another.
Leaves to others: words (`russian`, `hebrew`, `arabic`), signs (`observe`, `elsewhere`), weights (`model`), and
English, which the tagger reads together with who said what.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

import numpy as np

from homeward.reading.entities import arabic, hebrew, russian
from homeward.reading.entities.elsewhere import recall
from homeward.reading.entities.model import TAGS, Floats, Laid, Weights, lay
from homeward.reading.entities.observe import Row, observe
from homeward.reading.proposals import Entity, EntityKind, Span
from homeward.reading.segment import Token, tokens


def find_entities(text: str, language_code: str, *, words: Sequence[Token] | None = None) -> tuple[Entity, ...]:
    """People, bodies and places that a text names.

    Args:
        text: any text.
        language_code: BCP 47; ``ru``, ``he`` and ``ar`` are read, in any other nothing is found.
        words: the tokens of the text, where they have been made already (`segment.tokens`), white space included.
    """
    code = language_code.split("-")[0].lower()
    if code == "ar":
        return _find_by_rules(text, words)
    return _find_by_model(text, code, words) if code in _MODELLED else ()


def see(text: str, language_code: str, words: Sequence[Token] | None = None) -> list[Row]:
    """The rows of a text as the model of its language sees them."""
    if words is None:
        words = tokens(text, 0, len(text))
    if language_code == "he":
        words = hebrew.split_quotes(words)
        return observe(words, hebrew.forms_in(words), hebrew.phrases())
    return observe(words, russian.form_of, russian.phrases())


def _find_by_model(text: str, language_code: str, words: Sequence[Token] | None) -> tuple[Entity, ...]:
    found = []
    for start, stop, kind, chance, row in named(see(text, language_code, words), *weights(language_code)):
        written = text[start:stop]
        name = russian.basic_name(_parts(text, row), kind) if language_code == "ru" else written
        found.append(Entity(Span(start, stop, written), kind, chance, name))
    return tuple(found)


def _find_by_rules(text: str, words: Sequence[Token] | None) -> tuple[Entity, ...]:
    found = arabic.find_in(tokens(text, 0, len(text)) if words is None else words)
    return tuple(
        Entity(Span(start, stop, text[start:stop]), kind, sure, " ".join(text[start:stop].split()))
        for start, stop, kind, sure in found
    )


def _parts(text: str, row: Row) -> tuple[str, ...]:
    """The words of a name with what stands between them."""
    parts: list[str] = []
    place = row[0].token.start
    for seen in row:
        parts += [text[place : seen.token.start], seen.token.text]
        place = seen.token.stop
    return tuple(parts)


_MODELLED = ("ru", "he")

Named = tuple[int, int, EntityKind, float, Row]


def named(rows: Sequence[Row], first: Weights, second: Weights) -> list[Named]:
    """Read rows twice: where a name stands, its kind, its probability, and its words."""
    if not rows:
        return []
    laid = lay(rows)
    again = recall(rows, _by_row(laid, first.chances(laid)))
    tags, chances = second.read(lay(again))
    found: list[Named] = []
    for row, start in zip(again, laid.starts.tolist(), strict=True):
        found += _names_in(row, tags[start : start + len(row)].tolist(), chances[start : start + len(row)])
    return found


def _by_row(laid: Laid, values: Floats) -> list[Floats]:
    ends = (laid.starts + laid.lengths).tolist()
    return [values[start:stop] for start, stop in zip(laid.starts.tolist(), ends, strict=True)]


def _names_in(row: Row, tags: Sequence[int], chances: Floats) -> list[Named]:
    found: list[Named] = []
    at = 0
    while at < len(row):
        tag = TAGS[tags[at]]
        if tag == "O":
            at += 1
            continue
        stop = at + 1
        while stop < len(row) and TAGS[tags[stop]] == "I" + tag[1:]:
            stop += 1
        sure = float(np.min(chances[np.arange(at, stop), tags[at:stop]]))
        words = row[at:stop]
        found.append(
            (
                words[0].token.start + words[0].form.skip,
                words[-1].token.stop,
                EntityKind(tag[2:]),
                round(sure, 3),
                words,
            )
        )
        at = stop
    return found


@lru_cache(maxsize=4)
def weights(language_code: str) -> tuple[Weights, Weights]:
    """The weights of both readings of a language."""
    place = files("homeward.reading") / "resources" / f"entities-{language_code}.npz"
    with place.open("rb") as file, np.load(file) as stored:
        return Weights(stored, "first"), Weights(stored, "second")

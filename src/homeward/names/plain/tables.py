"""The hand-made tables of the rules: common parts and their forms, diminutives.

In: nothing. Out: lookups by folded form, loaded on first use.
Leaves to others: what a hit is worth (`compare`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from homeward.names.normalize import fold


@dataclass(frozen=True, slots=True)
class Common:
    """A common part: one line of ``resources/common.tsv``.

    Attributes:
        identity: the line's first form; two parts with one identity are one name spelled twice.
        one_in: roughly how many people there are to each who bears it, where it is common.
        kind: ``m``, ``f`` (given name of a man, of a woman), ``g`` (of either), ``s`` (family name).
    """

    identity: str
    one_in: int
    kind: str


def _lines(name: str) -> list[list[str]]:
    text = (files("homeward.names.plain") / "resources" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def common_parts() -> dict[str, Common]:
    """Every form, folded, to its line."""
    found: dict[str, Common] = {}
    for kind, one_in, forms in _lines("common.tsv"):
        words = forms.split()
        line = Common(words[0], int(one_in), kind)
        for word in words:
            found.setdefault(fold(word), line)
    return found


def common(core: str) -> Common | None:
    """The line of a common part in any of its listed forms."""
    return common_parts().get(fold(core))


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for (forms,) in _lines("diminutives.tsv"):
        full, *short = forms.split()
        for word in (full, *short):
            found.setdefault(fold(word), set()).add(full)
    return {word: frozenset(full) for word, full in found.items()}


def short_form(one: str, other: str) -> bool:
    """Whether one is a listed pet form of the other, or both of one name."""
    known = _short_forms()
    return bool(known.get(fold(one), frozenset()) & known.get(fold(other), frozenset()))

"""The hand-made tables in `resources/`: given names with their forms, pet forms, common family names.

In: nothing. Out: what is known of a part, looked up by its folded form; loaded on first use.
Leaves to others: what a hit is worth (`likeness`, `compare`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from homeward.names.normalize import fold, fold_words
from homeward.names.script import script_of
from homeward.names.shipped import shipped_text


@dataclass(frozen=True, slots=True)
class Known:
    """What the tables say of a part.

    Attributes:
        identities: the names that it is a spelling of; two parts with one identity are one name spelled twice.
        cognates: the names that it is a form of in some language, its own included: Juan is John.
        fulls: the lines of pet forms that it is a full form of: Alexander.
        shorts: the lines of pet forms that it is a pet form of: Sasha.
        kinds: ``m``, ``f`` (given name of a man, of a woman), ``g`` (of either), ``s`` (family name).
        one_in: roughly how many people there are to each who bears it, where it is common.
    """

    identities: frozenset[str]
    cognates: frozenset[str]
    fulls: frozenset[str]
    shorts: frozenset[str]
    kinds: frozenset[str]
    one_in: int

    @property
    def given(self) -> bool:
        """Whether it is a given name and no family name."""
        return bool(self.identities) and "s" not in self.kinds


_DOUBLE = re.compile(r"(.)\1+")

UNUSUAL = 2000
"""How rare a listed name is taken to be where the table does not say."""


def known(core: str) -> Known | None:
    """What is known of a part in any of its listed forms."""
    return known_as(fold(core))


def known_as(folded: str) -> Known | None:
    """What is known of a part that is folded already."""
    return _known(folded) if folded in _listed().cells else None


def listed_kinds(word: str) -> frozenset[str]:
    """What the tables know a word as: ``m``, ``f``, ``g`` (given names), ``s`` (family name); empty if not listed."""
    found = known(word)
    if found is None:
        return frozenset()
    return found.kinds or frozenset("g")  # a pet form, or a form of another language


@dataclass(frozen=True, slots=True)
class _Listed:
    """The tables as they are kept: cells of forms by number, two to a line, those of the pet forms last.

    Attributes:
        cells: where a folded form stands.
        names: for each line of names its identity, kind, and one in how many bears it.
        spellings: of each identity, folded.
    """

    cells: dict[str, tuple[int, ...]]
    names: list[tuple[str, str, int]]
    spellings: dict[str, str]


@lru_cache(maxsize=65536)
def _known(folded: str) -> Known:
    listed = _listed()
    cells = listed.cells[folded]
    names = [(cell % 2, *listed.names[cell // 2]) for cell in cells if cell < 2 * len(listed.names)]
    pets = [cell for cell in cells if cell >= 2 * len(listed.names)]
    own = [(name, kind, one_in) for other, name, kind, one_in in names if not other]
    return Known(
        frozenset(name for name, _, _ in own),
        frozenset(name for _, name, _, _ in names),
        frozenset(str(cell // 2 - len(listed.names)) for cell in pets if not cell % 2),
        frozenset(str(cell // 2 - len(listed.names)) for cell in pets if cell % 2),
        frozenset(kind for _, kind, _ in own),
        min([UNUSUAL, *(one_in for _, _, one_in in own)]),
    )


@lru_cache(maxsize=1)
def _listed() -> _Listed:
    """All tables read and folded in one go; what a form says is put together when it is asked for."""
    names, pets = _lines("given.tsv") + _lines("family.tsv"), _lines("pet.tsv")
    columns = [cell for _, _, spellings, *others in names for cell in (spellings, others[0] if others else "")]
    columns += [cell for _, whole, short in pets for cell in (whole, short)]
    cells: dict[str, list[int]] = {}
    firsts: list[str] = []
    folded = fold_words("\n".join(columns)).split("\n")
    for number, cell in enumerate(folded):
        forms = cell.split()
        firsts.append(forms[0] if forms else "")
        for form in forms:
            if form in cells:
                cells[form].append(number)
            else:
                cells[form] = [number]
    told = [(f"{first}/{row[0]}", row[0], int(row[1])) for first, row in zip(firsts[::2], names, strict=False)]
    return _Listed(
        {form: tuple(found) for form, found in cells.items()},  # which the garbage collector need not look through
        told,
        {name: spelled for (name, _, _), spelled in zip(told, folded[::2], strict=False)},
    )


def listed_in(known_part: Known, script: str) -> bool:
    """Whether the tables say how a name is written in a script; then what is written otherwise is another name."""
    return any(script in _scripts_of(identity) for identity in known_part.identities)


def spelled_so(core: str, known_part: Known) -> bool:
    """Whether a Latin part is a spelling of a name but for how it writes long vowels and double letters.

    Rashid is how most people write both Rasheed and Raashid, though the tables can list it with one of them only.
    """
    key = _short(fold(core))
    return any(key in _short_spellings(identity) for identity in known_part.identities)


@lru_cache(maxsize=8192)
def _short_spellings(identity: str) -> frozenset[str]:
    return frozenset(_short(form) for form in _listed().spellings[identity].split() if form.isascii())


@lru_cache(maxsize=32768)
def _short(folded: str) -> str:
    for long, short in (("ee", "i"), ("ie", "i"), ("oo", "u"), ("ou", "u"), ("aa", "a"), ("ah", "a"), ("y", "i")):
        folded = folded.replace(long, short)
    return _DOUBLE.sub(r"\1", folded)


@lru_cache(maxsize=8192)
def _scripts_of(identity: str) -> frozenset[str]:
    """The scripts in which a name has a spelling."""
    return frozenset(script_of(form) for form in _listed().spellings[identity].split())


def _lines(name: str) -> list[list[str]]:
    return [line.split("\t") for line in shipped_text(name).splitlines() if line and not line.startswith("#")]

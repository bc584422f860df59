"""The hand-made tables in `resources/`: given names with their forms, pet forms, common family names.

In: nothing. Out: what is known of a part, looked up by its folded form; loaded on first use.
Leaves to others: what a hit is worth (`likeness`, `compare`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from homeward.names.normalize import fold
from homeward.names.script import script_of


@dataclass(frozen=True, slots=True)
class Known:
    """What the tables say of a part.

    Attributes:
        identities: the names that it is a spelling of; two parts with one identity are one name spelled twice.
        cognates: the names that it is a form of in some language, its own included: Juan is John.
        fulls: the names that it is a pet form of, its own included: Sasha is Alexander.
        kinds: ``m``, ``f`` (given name of a man, of a woman), ``g`` (of either), ``s`` (family name).
        one_in: roughly how many people there are to each who bears it, where it is common.
    """

    identities: frozenset[str]
    cognates: frozenset[str]
    fulls: frozenset[str]
    kinds: frozenset[str]
    one_in: int

    @property
    def given(self) -> bool:
        """Whether it is a given name and no family name."""
        return bool(self.identities) and "s" not in self.kinds


UNUSUAL = 2000
"""How rare a listed name is taken to be where the table does not say."""


def known(core: str) -> Known | None:
    """What is known of a part in any of its listed forms."""
    return _all().get(fold(core))


def listed_in(known_part: Known, script: str) -> bool:
    """Whether the tables say how a name is written in a script; then what is written otherwise is another name."""
    scripts = _scripts()
    return any(script in scripts[identity] for identity in known_part.identities)


@lru_cache(maxsize=1)
def _scripts() -> dict[str, set[str]]:
    """The scripts in which each identity has a spelling."""
    found: dict[str, set[str]] = {}
    for form, told in _all().items():
        script = script_of(form)
        for identity in told.identities:
            found.setdefault(identity, set()).add(script)
    return found


def _lines(name: str) -> list[list[str]]:
    text = (files("homeward.names") / "resources" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def _forms(cell: str) -> list[str]:
    return list(
        dict.fromkeys(folded for form in cell.split() if (folded := fold(form.replace("_", "").replace("-", ""))))
    )


@lru_cache(maxsize=1)
def _all() -> dict[str, Known]:
    identities: dict[str, set[str]] = {}
    cognates: dict[str, set[str]] = {}
    fulls: dict[str, set[str]] = {}
    kinds: dict[str, set[str]] = {}
    one_in: dict[str, int] = {}
    for kind, share, spellings, *others in _lines("given.tsv") + _lines("family.tsv"):
        forms = _forms(spellings)
        name = f"{forms[0]}/{kind}"
        for form in forms:
            identities.setdefault(form, set()).add(name)
            kinds.setdefault(form, set()).add(kind)
            one_in[form] = min(one_in.get(form, UNUSUAL), int(share))
        for form in (*forms, *(_forms(others[0]) if others else ())):
            cognates.setdefault(form, set()).add(name)
    for number, (_, whole, short) in enumerate(_lines("pet.tsv")):
        for form in (*_forms(whole), *_forms(short)):
            fulls.setdefault(form, set()).add(str(number))
    nothing: set[str] = set()
    return {
        form: Known(
            frozenset(identities.get(form, nothing)),
            frozenset(cognates.get(form, nothing)),
            frozenset(fulls.get(form, nothing)),
            frozenset(kinds.get(form, nothing)),
            one_in.get(form, UNUSUAL),
        )
        for form in {*identities, *cognates, *fulls}
    }

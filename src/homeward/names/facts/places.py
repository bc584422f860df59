"""Places of birth, home and holding: words for places in any script, side by side.

In: two records. Out: a `Finding` for each place that both know.
Leaves to others: how words sound (`compare`), what a level is worth (`levels`), where a place lies: there is no map.
"""

from __future__ import annotations

from functools import lru_cache

from homeward.names.compare import compare
from homeward.names.facts.findings import Finding, Tells, found
from homeward.names.facts.levels import (
    BIRTH_AND_HOME,
    HOME_PLACE,
    PLACE_OF_BIRTH,
    PLACE_OF_HOLDING,
    SAME_PLACE_BITS,
    Table,
)
from homeward.names.normalize import fold
from homeward.names.parts import parse
from homeward.records import PersonRecord

# What kind of place it is, which tells no place from another: "Kyiv oblast" and "Lviv oblast" share nothing.
_KIND_WORDS = (
    "city town village settlement hamlet district region province governorate county state republic oblast "
    "raion rayon camp prison detention centre center facility colony hospital street of the in near "
    "г гор город с село пос поселок пгт д дер деревня р-н район обл область край респ республика ул улица "
    "тюрьма колония сизо ик лагерь больница м місто село селище смт область вулиця в у "
    "עיר העיר כפר מושב קיבוץ ישוב נפה מחוז אזור מחנה כלא רחוב ליד "
    "مدينة المدينة قرية بلدة ناحية قضاء محافظة منطقة حي مخيم سجن مركز شارع ولاية إقليم مديرية ريف في "
    "شهر شهرستان استان روستا ولسوالی ولایت زندان"
)
_KINDS = frozenset(map(fold, _KIND_WORDS.split()))


def compare_places(a: PersonRecord, b: PersonRecord) -> list[Finding]:
    """Compare place with like place; a place of birth with a home only where no like stands beside like."""
    findings = []
    for fact, left, right, table, tells in (
        ("place of birth", a.place_of_birth, b.place_of_birth, PLACE_OF_BIRTH, Tells.FAMILY),
        ("home", a.home_place, b.home_place, HOME_PLACE, Tells.FAMILY),
        ("place of holding", a.place_of_holding, b.place_of_holding, PLACE_OF_HOLDING, Tells.PERSON),
    ):
        if left and right and (made := _finding(fact, left, right, table, tells)):
            findings.append(made)
    if (a.place_of_birth and b.place_of_birth) or (a.home_place and b.home_place):
        return findings
    left, right = a.place_of_birth or a.home_place, b.place_of_birth or b.home_place
    fact = "place of birth and home" if a.place_of_birth else "home and place of birth"
    if left and right and (made := _finding(fact, left, right, BIRTH_AND_HOME, Tells.FAMILY)):
        findings.append(made)
    return findings


def _finding(fact: str, left: str, right: str, table: Table, tells: Tells) -> Finding | None:
    level = _level(left, right) if left <= right else _level(right, left)
    if level is None:
        return None
    shown = f'"{left}" and "{right}"'
    words = {
        "same": f'"{left}" on both sides' if left == right else f"{shown} agree",
        "one inside the other": f"{shown} agree, one says more",
        "shares a word": f"{shown} have a word in common",
        "differs": f'"{left}" is not "{right}"',
        "differs in another script": f'"{left}" does not sound like "{right}"; places are often translated',
    }[level]
    return found(fact, left, right, level, table[level].bits, words, tells)


@lru_cache(maxsize=16384)
def _level(left: str, right: str) -> str | None:
    ours, theirs = _telling(left), _telling(right)
    if not ours or not theirs:
        return None
    if sorted(map(fold, ours)) == sorted(map(fold, theirs)):
        return "same"
    made = compare(" ".join(ours), " ".join(theirs))
    agreeing = [
        m for m in made.parts if m.left and m.right and m.similarity >= 0.6 and m.rarity_bits >= SAME_PLACE_BITS
    ]
    if not agreeing:
        return "differs" if parse(left).script == parse(right).script else "differs in another script"
    # Parts that one side writes as one word count as all the words that they are.
    here = len(ours) - sum(len((m.left or "").split()) for m in agreeing)
    there = len(theirs) - sum(len((m.right or "").split()) for m in agreeing)
    if here > 0 and there > 0:
        return "shares a word"
    return "one inside the other" if here > 0 or there > 0 else "same"


@lru_cache(maxsize=16384)
def _telling(place: str) -> tuple[str, ...]:
    """The words that tell the place, without what kind of place it is; all of them where nothing else is said."""
    words = tuple(part.text for part in parse(place).telling)
    return tuple(w for w in words if fold(w) not in _KINDS) or words

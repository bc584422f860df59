"""What tells a sought person from others, as whoever looks for them tells it: names, dates, numbers, home.

In: people whom the user may see. Out: one value each, asked with two questions for all of them.
Leaves to others: what sources claim of the person (`picture`); noting the read (whoever asks).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from homeward.casework.access import ref_of, visible
from homeward.casework.find import FindHit
from homeward.casework.models import Identifier, NameForm, Person, User
from homeward.casework.queries.shown import names_of
from homeward.casework.results import Words
from homeward.records import PartialDate


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a person, but for their fate.

    Attributes:
        names: the main one first. nationalities: codes; empty where not known.
        numbers: of documents, as written.
    """

    ref: str
    names: tuple[Words, ...]
    birth: PartialDate | None
    sex: str
    nationalities: tuple[str, ...]
    father_name: str
    mother_name: str
    place_of_birth: str
    home_place: str
    missing_since: PartialDate | None
    numbers: tuple[str, ...]


def known_of(user: User, ids: Iterable[int]) -> dict[str, Known]:
    """By reference, what is known of these people; whom the user may not see is left out."""
    people = list(visible(user, Person).filter(pk__in=sorted(set(ids))))
    forms: dict[int, list[NameForm]] = {}
    for form in visible(user, NameForm).filter(person__in=people).order_by("pk"):
        forms.setdefault(form.person_id, []).append(form)
    numbers: dict[int, list[str]] = {}
    for number in visible(user, Identifier).filter(person__in=people).order_by("pk"):
        numbers.setdefault(number.person_id, []).append(number.value)
    return {
        ref_of(person): Known(
            ref=ref_of(person),
            names=names_of(forms.get(person.pk, ())) or (Words(ref_of(person)),),
            birth=person.birth,
            sex=person.sex,
            nationalities=tuple(person.nationalities or ()),
            father_name=person.father_name,
            mother_name=person.mother_name,
            place_of_birth=person.place_of_birth,
            home_place=person.home_place,
            missing_since=person.missing_since,
            numbers=tuple(dict.fromkeys(numbers.get(person.pk, ()))),
        )
        for person in people
    }


def named(user: User, hits: Sequence[FindHit]) -> list[tuple[FindHit, Words | None]]:
    """Each hit with the main name of the sought person it is; None for a hit in a list or report."""
    refs = {hit.ref for hit in hits if hit.kind == "person"}
    known = known_of(user, [int(ref[1:]) for ref in refs]) if refs else {}
    return [(hit, known[hit.ref].names[0] if hit.ref in known else None) for hit in hits]

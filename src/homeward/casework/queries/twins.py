"""What is recorded twice because who recorded it the second time may not see the first: perhaps one and the same.

In: a user, a case. Out: groups of references, of which the user sees at least two; nobody else learns of them.
Who may not see a thing takes it in as new, for a refusal would tell that it is there. Whoever sees both is told here.
Leaves to others: what counts as one source (`ground`), and deciding which of them stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Model, QuerySet

from homeward.casework import audit
from homeward.casework.access import Permission, one_look, require, visible
from homeward.casework.models import Capture, Case, List, Party, Person, User

MOST = 50


@dataclass(frozen=True, slots=True)
class Twins:
    """Things that may be one.

    Attributes:
        kind: ``party``, ``file`` or ``person``.
        name: what they share, where a person reads it: a name, the title of the first.
        refs: how to reach them; of parties none, which have no page.
    """

    kind: str
    name: str
    refs: tuple[str, ...]
    number: int


def twins(user: User, case: Case) -> tuple[Twins, ...]:
    """Parties of one name, files of the same bytes, people under one id of the desk's own."""
    with one_look():
        require(user, Permission.READ, case)
        parties = _several(visible(user, Party).filter(case=case), "name")
        files = _several(visible(user, Capture).filter(case=case), "content")
        people = _several(visible(user, Person).filter(case=case).exclude(external_id=""), "external_id")
        found = [Twins("party", str(name), (), number) for name, number in parties]
        about: list[Model] = []
        if files:
            rows = visible(user, Capture).filter(case=case, content__in=[key for key, _ in files]).order_by("pk")
            lists = dict(visible(user, List).filter(capture__in=rows).values_list("capture", "pk"))
            for key, number in files:
                same = [row for row in rows.defer("text") if row.content_id == key]
                about += same
                refs = tuple(f"L{lists[row.pk]}" if row.pk in lists else f"R{row.pk}" for row in same)
                found.append(Twins("file", same[0].title or same[0].file_name, refs, number))
        if people:
            held = visible(user, Person).filter(case=case, external_id__in=[key for key, _ in people]).order_by("pk")
            for key, number in people:
                alike = [row for row in held if row.external_id == key]
                about += alike
                found.append(Twins("person", str(key), tuple(f"P{row.pk}" for row in alike), number))
        if found:
            audit.note_read(user, "read_twins", case=case, about=[case, *about])
        return tuple(found)


def _several(rows: QuerySet[Party] | QuerySet[Capture] | QuerySet[Person], field: str) -> list[tuple[object, int]]:
    counted: Iterable[tuple[object, int]] = (
        rows.order_by().values(field).annotate(n=Count("pk", distinct=True)).filter(n__gt=1).values_list(field, "n")
    )
    return sorted(counted, key=lambda pair: str(pair[0]))[:MOST]

"""Which sought people the rows of a list are, as people judged.

In: a list. Out: pairs of row and person. A row counts where a person judged it to be the sought person; on a list of
our own it counts also where it was linked by hand and nobody judged otherwise, for we wrote it ourselves.
Leaves to others: proposing who a row might be (`casework.matching`) and judging it (`actions.links`).
"""

from __future__ import annotations

from django.utils.translation import gettext

from homeward.casework import access
from homeward.casework.models import Direction, ItemLink, List, ListItem, Person, User, with_verdict
from homeward.errors import ConflictError
from homeward.records import Verdict

BY_HAND = "by hand"
"""What a link says of its engine where a person made it."""

_SHOWN_ROWS = 10


def rows_and_people(held: List, *, item: ListItem | None = None) -> list[tuple[ListItem, Person]]:
    """Each row that is a sought person, with the person, in the order of the list; of one row if `item` is given."""
    links = ItemLink.objects.filter(item__list=held) if item is None else ItemLink.objects.filter(item=item)
    found = []
    for link in with_verdict(links).select_related("item", "person").order_by("item__ordinal", "pk"):
        verdict: str = getattr(link, "verdict")  # noqa: B009  (an annotation, which the type does not show)
        ours = held.direction == Direction.OUT and link.engine == BY_HAND and verdict == ""
        if verdict == Verdict.SAME or ours:
            found.append((link.item, link.person))
    return found


def people_of_list(held: List) -> list[Person]:
    """The sought people on a list, each once, in the order of the list."""
    return list({person.pk: person for _, person in rows_and_people(held)}.values())


def require_whole(held: List) -> None:
    """Refuse a list of which not every row has arrived: it must not be taken for the whole of it.

    Raises:
        ConflictError: taking it in was broken off.
    """
    if held.arrived_at is None:
        raise ConflictError(
            gettext("{held} is not complete: taking it in was broken off after {items} rows").format(
                held=access.ref_of(held), items=held.items.count()
            ),
            gettext(
                "Run the same command again (homeward add list, with the same file); it goes on where it stopped."
            ),
            kind="list-not-complete",
        )


def refuse_unknown_rows(user: User, held: List, *, hidden_only: bool = False) -> None:
    """Refuse where a row of a list of ours is nobody recorded in the case, as far as the user may see.

    Args:
        hidden_only: only where a row is somebody whom the user may not see.

    Raises:
        ConflictError: tells the rows.
    """
    pairs = rows_and_people(held)
    ids = {person.pk for _, person in pairs}
    seen = set(access.visible(user, Person).filter(pk__in=ids).values_list("pk", flat=True))
    known = {item.pk for item, person in pairs if person.pk in seen}
    tied = {item.pk for item, _ in pairs}
    places = held.items.order_by("ordinal").values_list("pk", "row_number")
    unknown = [row for pk, row in places if pk not in known and (pk in tied or not hidden_only)]
    if unknown:
        rows = ", ".join(str(row) for row in unknown[:_SHOWN_ROWS]) + (" ..." if len(unknown) > _SHOWN_ROWS else "")
        raise ConflictError(
            gettext("{number} of the list's rows are nobody recorded in this case: row {rows}").format(
                number=len(unknown), rows=rows
            ),
            gettext("Link each row to its person; nobody is disclosed without a harm assessment."),
        )

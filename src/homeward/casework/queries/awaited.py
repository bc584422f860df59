"""Who is on a list that was handed over and has no answer by name: ids only, by work that grows with those lists.

In: a user, a case. Out: hand-overs with the people on their lists who wait; the links that tie rows to people.
Leaves to others: saying it in words (`unanswered`, `rounds`) and counting it (`waiting`). The rule is that of
`unanswered`, asked of stored rows rather than of a whole case in memory.
"""

from __future__ import annotations

from collections import Counter
from datetime import date

from django.db.models import Count, Q, QuerySet

from homeward.casework.access import visible
from homeward.casework.closed import closed_people, is_closed
from homeward.casework.list_people import BY_HAND
from homeward.casework.models import (
    Answer,
    Case,
    Direction,
    Handover,
    ItemLink,
    List,
    Person,
    User,
    judged_links,
)
from homeward.casework.queries.grave_answers import GRAVE_ANSWERS, grave_claims
from homeward.casework.queries.sides import Sides
from homeward.casework.queries.unanswered import NO_ANSWER, party_fits
from homeward.casework.taken_back import not_taken_back
from homeward.records import Verdict

_MOST_IDS = 5_000  # in one query


def tied_links(user: User, case: Case) -> QuerySet[ItemLink]:
    """Links of rows that are taken to be a person: judged so, or on a list of ours linked by hand and not judged."""
    rows = visible(user, ItemLink).filter(item__list__case=case, item__list__arrived_at__isnull=False)
    ours = Q(engine=BY_HAND, item__list__direction=Direction.OUT) & ~Q(pk__in=judged_links())
    return rows.filter(Q(pk__in=judged_links(Verdict.SAME)) | ours)


def tied_counts(user: User, case: Case) -> dict[int, int]:
    """By list, how many rows are taken to be a person: those of `tied_links`, by queries that each are quick.

    A row may be tied by hand to one person and judged to be another: it counts once.
    """
    rows = visible(user, ItemLink).filter(item__list__case=case, item__list__arrived_at__isnull=False).order_by()
    judged = dict(rows.filter(pk__in=judged_links(Verdict.SAME)).values_list("item", "item__list"))
    ours = visible(user, List).filter(case=case, direction=Direction.OUT).values_list("pk", flat=True)
    by_hand = rows.filter(item__list__in=list(ours), engine=BY_HAND).exclude(pk__in=judged_links())
    by_list = by_hand.values_list("item__list")
    counts = Counter(dict(by_list.annotate(n=Count("item", distinct=True))))
    twice = by_hand.filter(item__in=list(judged)) if len(judged) <= _MOST_IDS else by_hand
    counts.update(judged[item] for item in judged.keys() - set(twice.values_list("item", flat=True)))
    return dict(counts)


def awaited_answers(
    user: User, case: Case, *, only: Handover | None = None, due_before: date | None = None
) -> list[tuple[Handover, int]]:
    """Each hand-over of a list that we hold with each person on it who has no answer by name, by six queries.

    Nothing is awaited in a closed case, or of people whose part in it is closed.

    Args:
        only: of this hand-over alone.
        due_before: of those alone whose reply was due before this day.
    """
    if is_closed(case):
        return []
    rows = not_taken_back(visible(user, Handover).filter(case=case, list__isnull=False))
    if only is not None:
        rows = rows.filter(pk=only.pk)
    if due_before is not None:
        rows = rows.filter(reply_due__lt=due_before)
    handovers = list(rows.select_related("giver", "recipient", "through").order_by("pk").distinct())
    if not handovers:
        return []
    on_list: dict[int, dict[int, set[int]]] = {}
    lists = {handover.list_id for handover in handovers}
    # Who may not be seen is asked apart, and is mostly nobody: joined with it, SQLite would begin with the people and
    # walk every list for each.
    seen = visible(user, Person).filter(case=case).order_by().values("pk")
    hidden = set(Person.objects.filter(case=case).exclude(pk__in=seen).values_list("pk", flat=True))
    hidden.update(pk for pk in closed_people(case) if pk is not None)
    links = tied_links(user, case).filter(item__list__in=lists).order_by()
    for list_id, person_id, item_id in links.values_list("item__list", "person", "item"):
        if person_id not in hidden:
            on_list.setdefault(list_id, {}).setdefault(person_id, set()).add(item_id)
    answers: dict[int, list[tuple[int, int, int | None, int]]] = {}
    given = visible(user, Answer).filter(case=case, reversal__isnull=True, item__isnull=False)
    given = not_taken_back(given.exclude(code__in=NO_ANSWER)).distinct()
    grave: set[int] = set()
    for pk, code, list_id, item_id, number, party_id in given.values_list(
        "pk", "code", "list", "item", "round", "party"
    ):
        answers.setdefault(list_id, []).append((item_id or 0, number, party_id, pk))
        grave |= {pk} if code in GRAVE_ANSWERS else set()
    read = {pair for pair, claim in grave_claims(user, case).items() if claim.read} if grave else set()
    sides = Sides.of(case)
    found = []
    for handover in handovers:
        fits = [
            (item, pk)
            for item, number, party, pk in answers.get(handover.list_id or 0, ())
            if number >= handover.round and party_fits(sides, party, handover)
        ]
        plain = {item for item, pk in fits if pk not in grave}
        graver: dict[int, set[int]] = {}
        for item, pk in fits:
            if pk in grave:
                graver.setdefault(item, set()).add(pk)
        for person_id, items in on_list.get(handover.list_id or 0, {}).items():
            told = {pk for item in items for pk in graver.get(item, ())} if graver else set()
            if not items & plain and not any((pk, person_id) in read for pk in told):
                found.append((handover, person_id))
    return found

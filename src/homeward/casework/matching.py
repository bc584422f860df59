"""The one place where stored people and lists meet the name engine.

In: the people and lists of a case. Out: people as values that the engine compares; a spotter of them in running text;
the rows of a list that may be a person, with probability and reasons; and whether a list is our own coming back.
Leaves to others: what names mean (`homeward.names`), the saved indexes (`list_index`), storing links
(`actions.match`), judging them (a person).
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext

from homeward.casework import access
from homeward.casework.list_index import WHOLE_NAMES, index_of
from homeward.casework.models import Case, Direction, List, ListItem, NameForm, Person, User
from homeward.casework.records_json import record_from_json
from homeward.names import Comparison, Spotter, compare_people
from homeward.records import NameKind, PersonRecord, Sex, WrittenIdentifier, WrittenName

CANDIDATE_FROM = 0.35
"""From this probability on a row is put before a person. Set low: to overlook somebody costs more than a look."""

NAMESAKE_FROM = 0.2
"""A row below `CANDIDATE_FROM` is shown only beside a better one: who judges must see the namesakes too."""

MOST_CANDIDATES = 10
"""Rows of one list that are put before a person for one sought person; a longer list is not read."""

_SAME_NAME = 0.5
"""A row that bears the name is such a namesake, however much its birth or its father's name speak against it."""

_SEARCHED = 30
"""Rows that the name index is asked for: birth and father's name decide among namesakes only if all are there."""

ECHO_FROM = 0.8
"""The share of a list's rows that must be ours for the list to be called an echo."""

_ECHO_ROW = 0.6
# Room for a few rows that somebody added or left out.
_ECHO_SIZE = 1.5
# What a row may say beyond who a person is. Where it does, the list brings news and is no echo.
_NEWS = ("status", "place_of_holding", "captured_on", "remarks")


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A row that may be the person sought, by the engine's reckoning. Not a judgement."""

    item_id: int
    probability: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EchoReport:
    """Whether a list is one of our own coming back.

    Attributes:
        ours: the list of our own that it is most like; None where we have none.
        rows: readable rows of the list; `matched`: how many answer one to one to rows of ours.
        news: what it says beyond ours, as field names of `PersonRecord`.
    """

    is_echo: bool
    ours: List | None
    rows: int
    matched: int
    news: tuple[str, ...]

    @property
    def note(self) -> str:
        """The finding in one sentence of the active language; empty where the list is no echo."""
        if not self.is_echo or self.ours is None:
            return ""
        return gettext(
            "Echo: {matched} of its {rows} rows are names of our own list {list}, and it says nothing more of them."
        ).format(matched=self.matched, rows=self.rows, list=access.ref_of(self.ours))


# --- people -------------------------------------------------------------------------------------------------------


def person_key(person: Person) -> str:
    """How a person is called in a spotter and in `Proposal.persons`."""
    return str(person.pk)


def record_of(person: Person) -> PersonRecord:
    """A sought person as the plain value that the name engine compares; whole names first."""
    forms = sorted(person.name_forms.all(), key=lambda form: (form.kind not in WHOLE_NAMES, form.pk))
    return PersonRecord(
        key=person_key(person),
        names=tuple(WrittenName(f.text, NameKind(f.kind), f.script or None, f.language or None) for f in forms),
        birth=person.birth,
        sex=Sex(person.sex) if person.sex else None,
        nationalities=None if person.nationalities is None else tuple(person.nationalities),
        father_name=person.father_name or None,
        mother_name=person.mother_name or None,
        place_of_birth=person.place_of_birth or None,
        home_place=person.home_place or None,
        identifiers=tuple(WrittenIdentifier(i.value, i.kind, i.country or None) for i in person.identifiers.all()),
    )


def spotter_for(user: User, case: Case) -> Spotter:
    """A spotter of all people of the case whom the user may see; kept until their names change."""
    named: dict[str, list[str]] = {}
    for person_id, text in _whole_forms(user, case).values_list("person_id", "text"):
        named.setdefault(str(person_id), []).append(text)
    return spotter_of(tuple((key, tuple(texts)) for key, texts in named.items()))


def spotter_of(people: tuple[tuple[str, tuple[str, ...]], ...]) -> Spotter:
    """A spotter of these keys and names; the last few are kept."""
    with _lock:
        if (found := _spotters.get(people)) is None:
            found = _spotters[people] = Spotter(people)
        _spotters.move_to_end(people)
        while len(_spotters) > _SPOTTERS_KEPT:
            _spotters.popitem(last=False)
    return found


_SPOTTERS_KEPT = 8
_spotters: OrderedDict[tuple[tuple[str, tuple[str, ...]], ...], Spotter] = OrderedDict()
_lock = threading.Lock()


def search_terms(user: User, case: Case) -> list[dict[str, str]]:
    """What to look for our people in a text means, as `SilenceFinding.terms` keeps it: names and group words."""
    forms = _whole_forms(user, case).values_list("script", "text")
    groups = access.visible(user, Person).filter(case=case).values_list("group_terms", flat=True)
    return [
        *({"script": script, "term": text} for script, text in forms),
        *({"script": "", "term": term} for term in sorted({term for terms in groups for term in terms})),
    ]


def _whole_forms(user: User, case: Case) -> QuerySet[NameForm]:
    people = access.visible(user, Person).filter(case=case)
    forms = access.visible(user, NameForm).filter(person__in=people, kind__in=[kind.value for kind in WHOLE_NAMES])
    return forms.order_by("person_id", "pk")


# --- rows that may be a person ------------------------------------------------------------------------------------


def candidate_rows(person: PersonRecord, stored: List) -> list[CandidateRow]:
    """The rows of a list that may be this person, most probable first, few enough to be read.

    Each whole name form is searched for; what else is known (father, birth, sex) is weighed in for every row found.
    """
    best: dict[int, Comparison] = {}
    names = [name.text for name in person.names if name.kind in WHOLE_NAMES] or [person.names[0].text]
    for found in index_of(stored).search_many(names, k=_SEARCHED):
        for candidate in found:
            item_id = int(candidate.key)
            known = best.get(item_id)
            if known is None or candidate.comparison.probability > known.probability:
                best[item_id] = candidate.comparison
    weighed: list[CandidateRow] = []
    for pk, record in ListItem.objects.filter(pk__in=best).values_list("pk", "record"):
        comparison = compare_people(person, record_from_json(record or {}), name=best[pk])
        if comparison.probability >= NAMESAKE_FROM or best[pk].probability >= _SAME_NAME:
            weighed.append(CandidateRow(pk, comparison.probability, comparison.reasons))
    weighed.sort(key=lambda row: (-row.probability, row.item_id))
    if not weighed or weighed[0].probability < CANDIDATE_FROM:
        return []
    return weighed[:MOST_CANDIDATES]


# --- echoes -------------------------------------------------------------------------------------------------------


def echo_of(stored: List) -> EchoReport:
    """Whether a list received or published is one of our own coming back and says nothing more than ours did.

    Such a list is no second source: its rows make no claims. Compared with every list of ours that is about as long.
    """
    count = stored.items.filter(record__isnull=False).count()
    best = EchoReport(False, None, count, 0, ())
    if stored.direction == Direction.OUT or not count:
        return best
    mine = List.objects.filter(case_id=stored.case_id, direction=Direction.OUT, arrived_at__isnull=False)
    for ours in mine.exclude(pk=stored.pk).order_by("pk"):
        own = ours.items.filter(record__isnull=False).count()
        if own and 1 / _ECHO_SIZE <= count / own <= _ECHO_SIZE:
            report = _compared_with(ours, stored, count)
            if report.matched > best.matched:
                best = report
    return best


def _compared_with(ours: List, stored: List, count: int) -> EchoReport:
    theirs = _records(stored)
    pairs = _one_to_one(_records(ours), theirs, stored)
    news = tuple(
        field
        for field in _NEWS
        if any(getattr(theirs[pk], field) not in (None, getattr(own, field)) for own, pk in pairs)
    )
    echo = not news and len(pairs) >= ECHO_FROM * count
    return EchoReport(echo, ours, count, len(pairs), news)


def _one_to_one(
    ours: dict[int, PersonRecord], theirs: dict[int, PersonRecord], stored: List
) -> list[tuple[PersonRecord, int]]:
    """Pair our rows with theirs, surest first, each row once."""
    records = list(ours.values())
    found = index_of(stored).search_many([record.name for record in records], k=5)
    scored = sorted(
        (-compare_people(record, theirs[int(c.key)], name=c.comparison).probability, place, int(c.key))
        for place, (record, candidates) in enumerate(zip(records, found, strict=True))
        for c in candidates
    )
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for negative, place, pk in scored:
        if -negative >= _ECHO_ROW and place not in paired and pk not in taken:
            paired[place] = pk
            taken.add(pk)
    return [(records[place], pk) for place, pk in paired.items()]


def _records(stored: List) -> dict[int, PersonRecord]:
    rows = stored.items.filter(record__isnull=False).order_by("ordinal").values_list("pk", "record")
    return {pk: record_from_json(record or {}) for pk, record in rows}

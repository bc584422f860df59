"""What a purge of one person or enquirer takes away, and what it leaves: worked out before anybody confirms it.

In: the person or enquirer. Out: a `Plan`: rows that go, rows of lists that are emptied, files that are withheld,
texts in which they are struck out, and what stays although it may tell of them, with the reason.
Leaves to others: doing it (`actions.purges`); who may (`access`). The rules and why: docs/decisions/0011-purge.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice

from django.apps import apps
from django.db.models import Field, Model, Q

from homeward.casework.document_terms import captures_that_may_name
from homeward.casework.list_people import BY_HAND
from homeward.casework.marks import Marks, ways_to_reach
from homeward.casework.models import (
    Answer,
    Briefing,
    Capture,
    Case,
    ChainLink,
    Claim,
    Commitment,
    Contact,
    Direction,
    Enquirer,
    Enquiry,
    Identifier,
    ItemLink,
    List,
    ListItem,
    ListPdf,
    NameForm,
    Party,
    Person,
    Preparation,
    Proposal,
    Reservation,
    Statement,
    with_verdict,
)
from homeward.errors import HomewardError
from homeward.exchange import read_tables
from homeward.records import Verdict

_AT_ONCE = 500  # ids in one question: SQLite bounds the variables
_MOST_TEXTS = 100_000


class Stays(StrEnum):
    """Why something stays that may still tell of whom is purged."""

    STRUCK = "struck"
    """A report that speaks of others, too: they are struck out of its text, and its file is withheld."""
    BLANKED = "blanked"
    """A list with others on it: their rows are emptied, and its file is withheld."""
    ANOTHERS = "another's"
    """A row that bears the name or one like it, and nobody judged to be them: it is somebody else's until judged."""
    SHARED = "shared"
    """A row that was judged to be somebody else as well."""
    OF_OTHERS = "of others"
    """What is held about another person or enquirer, such as the name of a father: it is theirs."""
    TAKEN_OUT = "taken out"
    """A promise, contact or prepared list that is about others, too: they are taken out of it."""


# Where a row points to one that goes, and stays itself: the pointer is let go.
_LET_GO = {
    ("capture", "copies"),
    ("statement", "repeats"),
    ("claim", "contradicts"),
    ("nameform", "written_in"),
    ("coverage", "capture"),
    ("silencefinding", "explicit_in"),
}


@dataclass(slots=True)
class Plan:
    """What a purge does.

    Attributes:
        thing: who is purged. enquirers: those who asked about this person alone, who go too.
        gone: by model, ids of the rows that are deleted.
        let_go: pointers of rows that stay to rows that go: model, field, id.
        rows: rows of lists that are emptied. lists: those on which they stand.
        struck: captures whose text stays, without them. spans: what of such a text was only about them.
        withheld: hashes of the files that are given out no more.
        reserved: claims that were for one of the purged enquirers alone.
        kept: reference and reason of what stays.
    """

    thing: Person | Enquirer
    case: Case
    marks: Marks
    enquirers: tuple[Enquirer, ...] = ()
    gone: dict[type[Model], set[int]] = field(default_factory=dict)
    let_go: list[tuple[type[Model], str, int]] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)
    lists: set[int] = field(default_factory=set)
    struck: set[int] = field(default_factory=set)
    spans: dict[int, set[tuple[int, int]]] = field(default_factory=dict)
    prepared: set[int] = field(default_factory=set)
    withheld: set[str] = field(default_factory=set)
    reserved: set[int] = field(default_factory=set)
    kept: list[tuple[str, str]] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        """How much goes, by kind; pointers between rows are not counted."""
        told = {str(model._meta.model_name): len(ids) for model, ids in self.gone.items() if ids}
        told = {name: number for name, number in sorted(told.items()) if name in COUNTED}
        more = {
            "rows emptied": len(self.rows),
            "texts struck": len(self.struck),
            "files withheld": len(self.withheld),
        }
        return told | {name: number for name, number in more.items() if number}


COUNTED = (
    "briefing", "briefingdraft", "capture", "claim", "commitment", "consent", "disclosure", "enquirer", "enquiry",
    "identifier", "itemlink", "nameform", "statement",
)  # fmt: skip
"""Kinds of rows that are told by number; the others hang on them."""


def plan_of(thing: Person | Enquirer) -> Plan:
    """What purging somebody takes away, and what stays."""
    plan = Plan(thing, thing.case, _marks_of(thing))
    if isinstance(thing, Person):
        plan.enquirers = _who_asked_of_nobody_else(thing)
        _plan_lists(plan, thing)
        _plan_people_files(plan, thing)
        _plan_texts(plan, thing)
        _plan_promises(plan, thing)
        _plan_prepared(plan, thing)
        _take(plan, Person, [thing.pk])
    else:
        plan.enquirers = (thing,)
    _plan_reserved(plan)
    _take(plan, Enquirer, [one.pk for one in plan.enquirers])
    _keep_what_is_others(plan)
    plan.kept = sorted(set(plan.kept))
    return plan


def whole_forms(person: Person) -> list[str]:
    """Every written form of a person's name."""
    return list(NameForm.objects.filter(person=person).order_by("pk").values_list("text", flat=True))


def _marks_of(thing: Person | Enquirer) -> Marks:
    case = thing.case
    if isinstance(thing, Enquirer):
        return Marks([thing.name], numbers=ways_to_reach(thing.safe_contact), others=_borne(case, asking=thing))
    names = whole_forms(thing)
    numbers = [thing.external_id, *Identifier.objects.filter(person=thing).values_list("value", flat=True)]
    parents = [name for name in (thing.father_name, thing.mother_name) if len(name.split()) > 1]
    for one in _who_asked_of_nobody_else(thing):
        names.append(one.name)
        numbers += ways_to_reach(one.safe_contact)
    return Marks([*names, *parents], numbers=numbers, others=_borne(case, person=thing))


def _borne(case: Case, *, person: Person | None = None, asking: Enquirer | None = None) -> Iterator[str]:
    """Names of everybody else of the case: sought, asking, speaking, and of parties."""
    gone = [one.pk for one in _who_asked_of_nobody_else(person)] if person else [asking.pk] if asking else []
    own = {text.casefold() for text in whole_forms(person)} if person else set()
    yield from NameForm.objects.filter(person__case=case).exclude(person=person).values_list("text", flat=True)
    yield from Enquirer.objects.filter(case=case).exclude(pk__in=gone).values_list("name", flat=True)
    spoken = [
        *Party.objects.filter(case=case).values_list("name", flat=True),
        *ChainLink.objects.filter(statement__capture__case=case).values_list("name", flat=True).distinct(),
        *Commitment.objects.filter(case=case).values_list("by", flat=True).distinct(),
    ]
    yield from (name for name in spoken if name.casefold() not in own)


def _who_asked_of_nobody_else(person: Person) -> tuple[Enquirer, ...]:
    others = Enquiry.objects.exclude(person=person).values("enquirer")
    return tuple(Enquirer.objects.filter(enquiries__person=person).exclude(pk__in=others).distinct().order_by("pk"))


def _plan_lists(plan: Plan, person: Person) -> None:
    """Rows judged to be them, or of our own linked by hand, are emptied; the file of such a list is withheld."""
    links = with_verdict(ItemLink.objects.filter(person=person)).select_related("item__list__capture")
    for link in links.order_by("pk"):
        verdict: str = getattr(link, "verdict")  # noqa: B009  (an annotation)
        ours = verdict == "" and link.engine == BY_HAND and link.item.list.direction == Direction.OUT
        place = f"L{link.item.list_id} {link.item.ordinal}"
        if verdict == Verdict.SAME or ours:
            others = with_verdict(ItemLink.objects.filter(item=link.item).exclude(person=person))
            if others.filter(Q(verdict=Verdict.SAME)).exists():
                plan.kept.append((place, Stays.SHARED))
                continue
            plan.rows.add(link.item_id)
            plan.lists.add(link.item.list_id)
            plan.withheld.add(link.item.list.capture.content_id)
            plan.kept.append((f"L{link.item.list_id}", Stays.BLANKED))
            _take(plan, ItemLink, ItemLink.objects.filter(item=link.item).values_list("pk", flat=True))
        elif verdict != Verdict.DIFFERENT:
            plan.kept.append((place, Stays.ANOTHERS))
    for pages in ListPdf.objects.filter(list__in=plan.lists):
        plan.withheld.add(pages.content_id)
    for some in _chunks(plan.rows):
        _take(plan, Answer, Answer.objects.filter(item__in=some).values_list("pk", flat=True))
    names = whole_forms(person)
    if names:
        rows = ListItem.objects.filter(list__case=plan.case, name__in=names).exclude(pk__in=plan.rows)
        for list_id, ordinal in rows.values_list("list", "ordinal"):
            plan.kept.append((f"L{list_id} {ordinal}", Stays.ANOTHERS))


def _plan_people_files(plan: Plan, person: Person) -> None:
    """Files by which people were entered hold no text that could be struck out: one that names them is withheld."""
    lists = List.objects.filter(case=plan.case).values("capture")
    written = set(NameForm.objects.filter(person=person).values_list("written_in", flat=True))
    files = Capture.objects.filter(case=plan.case, text="").exclude(pk__in=lists).select_related("content")
    for capture in files.order_by("pk"):
        if capture.content.size_bytes and (capture.pk in written or _names_them(capture, plan.marks)):
            plan.withheld.add(capture.content_id)
            plan.kept.append((f"R{capture.pk}", Stays.STRUCK))


def _names_them(capture: Capture, marks: Marks) -> bool:
    try:
        tables = read_tables((capture.file_name, bytes(capture.content.content))).tables
        return any(marks.stand_in([str(cell) for cell in row.cells if cell]) for t in tables for row in t.rows())
    except HomewardError:
        return True  # what cannot be read may name them


def _plan_texts(plan: Plan, person: Person) -> None:
    """A report that is about them alone goes whole; from others they are struck out, with what is only about them."""
    key = str(person.pk)
    case = plan.case
    naming: dict[int, set[str]] = {}
    about: dict[int, list[Proposal]] = {}
    for_all: set[int] = set()
    for proposal in Proposal.objects.filter(capture__case=case).iterator(chunk_size=2000):
        persons = {str(one) for one in proposal.payload.get("persons", ())}
        naming.setdefault(proposal.capture_id, set()).update(persons)
        if not persons:
            for_all.add(proposal.capture_id)
        if key in persons:
            about.setdefault(proposal.capture_id, []).append(proposal)
    concerned = set(about) | set(
        Claim.objects.filter(person=person, statement__isnull=False).values_list("statement__capture", flat=True)
    )
    lists = set(List.objects.filter(case=case).values_list("capture", flat=True))
    captures = Capture.objects.filter(case=case).exclude(pk__in=lists)
    for name in plan.marks.names:
        may = captures_that_may_name(captures, name, most=_MOST_TEXTS)
        for some in _chunks(may):
            texts = captures.filter(pk__in=some).exclude(pk__in=concerned).values_list("pk", "text")
            concerned.update(pk for pk, text in texts if plan.marks.places(text))
    plain = captures.exclude(pk__in=concerned).values_list("pk", "text", "title", "file_name", "author", "url")
    for pk, *told in list(plain.iterator(chunk_size=200)):
        if plan.marks.stand_in(told):
            concerned.add(pk)
    for capture in captures.filter(pk__in=concerned).order_by("pk"):
        plan.withheld.add(capture.content_id)
        named = naming.get(capture.pk, set()) - {key}
        if not (named or capture.pk in for_all or _bears_on_others(capture, person, proposed=capture.pk in about)):
            _take(plan, Capture, [capture.pk])
            continue
        plan.struck.add(capture.pk)
        plan.kept.append((f"R{capture.pk}", Stays.STRUCK))
        spans = plan.spans.setdefault(capture.pk, set())
        alone = [proposal for proposal in about.get(capture.pk, ()) if set(proposal.payload["persons"]) == {key}]
        spans.update((proposal.start, proposal.stop) for proposal in alone)
        _take(plan, Proposal, [proposal.pk for proposal in alone])
        for statement in Statement.objects.filter(capture=capture):
            if _is_about_alone(statement, person):
                if statement.start is not None and statement.stop is not None:
                    spans.add((statement.start, statement.stop))
                _take(plan, Statement, [statement.pk])


def _bears_on_others(capture: Capture, person: Person, *, proposed: bool) -> bool:
    """Whether something that was recorded from a report is about anything but this one person."""
    statements = Statement.objects.filter(capture=capture)
    return bool(
        Claim.objects.filter(statement__in=statements).exclude(person=person).exists()
        or any(not _only_them(promise, person) for promise in Commitment.objects.filter(statement__in=statements))
        or statements.filter(
            Q(contacts__isnull=False)
            | Q(handovers__isnull=False)
            | Q(answers__isnull=False)
            | Q(silences__isnull=False)
            | Q(repeated_by__claims__person__in=Person.objects.exclude(pk=person.pk))
        ).exists()
        or not (
            proposed
            or Claim.objects.filter(person=person, statement__in=statements).exists()
            or Commitment.objects.filter(persons=person, statement__in=statements).exists()
        )  # it names them and says nothing of them that was recorded: it is about something else
        or NameForm.objects.filter(written_in=capture).exclude(person=person).exists()
    )


def _is_about_alone(statement: Statement, person: Person) -> bool:
    promises = list(statement.commitments.all())
    claimed = set(statement.claims.values_list("person", flat=True))
    if not (claimed or promises) or claimed - {person.pk} or not all(_only_them(one, person) for one in promises):
        return False
    return not any(
        rows.exists() for rows in (statement.contacts, statement.handovers, statement.answers, statement.silences)
    )


def _only_them(promise: Commitment, person: Person) -> bool:
    return not promise.collective and set(promise.persons.values_list("pk", flat=True)) == {person.pk}


def _plan_promises(plan: Plan, person: Person) -> None:
    for promise in Commitment.objects.filter(persons=person).order_by("pk"):
        if _only_them(promise, person):
            _take(plan, Commitment, [promise.pk])
        elif promise.pk not in plan.gone.get(Commitment, ()):
            plan.kept.append((f"M{promise.pk}", Stays.TAKEN_OUT))
    for pk in Contact.objects.filter(persons_raised=person).values_list("pk", flat=True):
        plan.kept.append((f"N{pk}", Stays.TAKEN_OUT))


def _plan_prepared(plan: Plan, person: Person) -> None:
    for held in Preparation.objects.filter(persons=person).order_by("pk"):
        plan.prepared.add(held.pk)
        plan.withheld.add(held.content_id)
        plan.kept.append((f"D{held.pk}", Stays.TAKEN_OUT))


def _plan_reserved(plan: Plan) -> None:
    """What was for one relative alone is not for every other, once that one is purged."""
    ids = [one.pk for one in plan.enquirers]
    newest: dict[int, int | None] = dict(
        Reservation.objects.filter(claim__case=plan.case).order_by("pk").values_list("claim", "enquirer")
    )
    plan.reserved = {claim for claim, enquirer in newest.items() if enquirer in ids} - plan.gone.get(Claim, set())


def _keep_what_is_others(plan: Plan) -> None:
    """What is held about somebody else is theirs, though a name in it be the same."""
    gone = plan.gone.get(Person, set())
    for pk, *told in (
        Person.objects.filter(case=plan.case).exclude(pk__in=gone).values_list("pk", "father_name", "mother_name")
    ):
        if plan.marks.stand_in(told):
            plan.kept.append((f"P{pk}", Stays.OF_OTHERS))
    for pk, text in (
        NameForm.objects.filter(person__case=plan.case).exclude(person__in=gone).values_list("person", "text")
    ):
        if plan.marks.stand_in(text):
            plan.kept.append((f"P{pk}", Stays.OF_OTHERS))
    leave = plan.gone.get(Enquirer, set())
    for pk, name in Enquirer.objects.filter(case=plan.case).exclude(pk__in=leave).values_list("pk", "name"):
        if plan.marks.stand_in(name):
            plan.kept.append((f"E{pk}", Stays.OF_OTHERS))
    for pk, text in Briefing.objects.filter(case=plan.case).values_list("pk", "text"):
        if pk not in plan.gone.get(Briefing, ()) and plan.marks.stand_in(text):
            plan.kept.append((f"B{pk}", Stays.STRUCK))


def _take(plan: Plan, model: type[Model], ids: Iterable[int]) -> None:
    """These rows go, and every row that points to them, and so on; but for pointers that are let go."""
    todo = [(model, set(ids))]
    while todo:
        kind, wanted = todo.pop()
        held = plan.gone.setdefault(kind, set())
        new = wanted - held
        held |= new
        if not new:
            continue
        for pointer in _pointers_to(kind):
            source = pointer.model
            for some in _chunks(new):
                found = set(
                    source._base_manager.filter(**{f"{pointer.attname}__in": some}).values_list("pk", flat=True)
                )
                if (source._meta.model_name, pointer.name) in _LET_GO:
                    plan.let_go += [(source, pointer.attname, pk) for pk in sorted(found)]
                elif found:
                    todo.append((source, found))


def _pointers_to(model: type[Model]) -> Iterator[Field]:  # type: ignore[type-arg]
    """Every column of the case file that points to rows of a model, those of tables that join two included."""
    for source in apps.get_app_config("casework").get_models(include_auto_created=True):
        for column in source._meta.concrete_fields:
            if column.is_relation and column.related_model is model:
                yield column


def _chunks(values: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(sorted(values))
    while some := list(islice(rest, _AT_ONCE)):
        yield some

"""Those who ask: everybody in a case, one of them with all that was asked, agreed and told; what a consent touches.

In: a user who works with enquirers. Out: lines and pages. One enquirer's page holds nothing of any other (D7).
Leaves to others: recording (`actions.enquiries`, `actions.briefings`), what could be told (`briefings`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Max, OuterRef, Q, QuerySet

from homeward.casework.access import ref_of, visible
from homeward.casework.closed import closed_people, speaking_again
from homeward.casework.list_people import BY_HAND
from homeward.casework.models import (
    Briefing,
    BriefingDraft,
    Case,
    Consent,
    ConsentPurpose,
    ContactChange,
    Delivery,
    Direction,
    Disclosure,
    Enquirer,
    Enquiry,
    Handover,
    ItemLink,
    NameForm,
    Person,
    Preparation,
    User,
    with_verdict,
)
from homeward.casework.queries.letters import words
from homeward.casework.queries.pages import Page, cut
from homeward.casework.queries.shown import names_of, party_name
from homeward.casework.queries.waiting import follow_ups_due
from homeward.casework.results import Words
from homeward.casework.taken_back import not_taken_back
from homeward.records import PartialDate, Verdict


@dataclass(frozen=True, slots=True)
class AskedFor:
    """A sought person, by the name that is shown."""

    ref: str
    name: Words


@dataclass(frozen=True, slots=True)
class EnquirerLine:
    """An enquirer in a list; how to reach them is not in it."""

    ref: str
    name: Words
    language: str
    people: tuple[AskedFor, ...]
    last_asked: date | None
    follow_up_on: date | None
    is_due: bool
    last_told: date | None


@dataclass(frozen=True, slots=True)
class EnquiryLine:
    """What was asked on one day."""

    reference: str
    relation: str
    channel: str
    asked_on: date
    questions: Words
    follow_up_on: date | None
    is_due: bool


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """What holds for one purpose, and what was said before.

    Attributes:
        given: True, False, or None where it was never asked.
    """

    purpose: str
    scope: str
    given: bool | None
    on: date | None = None
    wording: Words | None = None
    before: tuple[tuple[bool, date], ...] = ()


@dataclass(frozen=True, slots=True)
class BriefingRow:
    """One briefing, and how it was given."""

    ref: str
    enquirer: AskedFor
    person: AskedFor
    language: str
    until: date
    written_by: str
    read_by: str
    sha256: str
    deliveries: tuple[Delivery, ...]


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft on which nobody has decided."""

    number: int
    enquirer: AskedFor
    person: AskedFor
    written_by: str
    written_on: date
    grave: bool
    own: bool


@dataclass(frozen=True, slots=True)
class ContactNow:
    """How an enquirer is contacted about a person since it was changed, by whom and why."""

    ended: bool
    how: str
    again_on: date | None
    reason: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class AboutOne:
    """All that one enquirer has to do with one sought person."""

    person: AskedFor
    enquiries: tuple[EnquiryLine, ...]
    consents: tuple[ConsentLine, ...]
    briefings: tuple[BriefingRow, ...]
    drafts: tuple[DraftRow, ...]
    contact: ContactNow | None = None


@dataclass(frozen=True, slots=True)
class EnquirerPage:
    """One enquirer."""

    ref: str
    name: Words
    language: str
    safe_contact: str
    entered_by: str
    entered_on: date
    people: tuple[AboutOne, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """Something of ours that carried a person out of the desk, or will.

    Attributes:
        how: ``handed over``, ``list`` (ours, not handed over), ``disclosed``.
    """

    how: str
    ref: str
    title: str
    to: str = ""
    on: PartialDate | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Touched:
    """What a consent touches: where the person has gone already; lists that are only prepared are counted."""

    carried: tuple[Carried, ...]
    prepared: int


def enquirers_of_page(
    user: User, case: Case, as_of: date, page: int, *, due_only: bool
) -> tuple[Page[EnquirerLine], list[Enquirer]]:
    """Everybody who asks in a case; those to be spoken with first, the longest waiting first."""
    rows = visible(user, Enquirer).filter(case=case)
    due = follow_ups_due(user, case, as_of)
    if due_only:
        rows = rows.filter(pk__in=due.values("enquirer"))
    standing = speaking_again(Enquiry.objects.filter(enquirer=OuterRef("pk"))).filter(again_on__isnull=False)
    standing = standing.exclude(person__in=closed_people(case)).order_by("again_on")
    rows = rows.annotate(next_on=standing.values("again_on")[:1]).order_by(F("next_on").asc(nulls_last=True), "pk")
    number, pages, total, found = cut(rows, page)
    ids = [enquirer.pk for enquirer in found]
    enquiries: dict[int, list[Enquiry]] = {}
    for enquiry in visible(user, Enquiry).filter(enquirer__in=ids).order_by("pk"):
        enquiries.setdefault(enquiry.enquirer_id, []).append(enquiry)
    people = _people(user, {row.person_id for many in enquiries.values() for row in many})
    told = dict(
        visible(user, Delivery)
        .filter(briefing__enquirer__in=ids)
        .order_by()
        .values_list("briefing__enquirer")
        .annotate(last=Max("on"))
    )
    waiting = set(due.filter(enquirer__in=ids).values_list("enquirer", flat=True))
    lines = []
    for enquirer in found:
        asked = enquiries.get(enquirer.pk, [])
        lines.append(
            EnquirerLine(
                ref=ref_of(enquirer),
                name=words(enquirer.name),
                language=enquirer.language,
                people=tuple(people[pk] for pk in dict.fromkeys(e.person_id for e in asked) if pk in people),
                last_asked=max((e.asked_on for e in asked), default=None),
                follow_up_on=getattr(enquirer, "next_on"),  # noqa: B009  (an annotation)
                is_due=enquirer.pk in waiting,
                last_told=told.get(enquirer.pk),
            )
        )
    return Page(tuple(lines), number, pages, total), [*found]


def enquirer_of(user: User, enquirer: Enquirer, as_of: date) -> tuple[EnquirerPage, list[Person]]:
    """One enquirer with all their own, by person; nothing of anybody else who asks about the same people."""
    enquiries = list(visible(user, Enquiry).filter(enquirer=enquirer).order_by("-pk"))
    ids = list(dict.fromkeys(enquiry.person_id for enquiry in enquiries))
    people = _people(user, ids)
    consents = list(visible(user, Consent).filter(enquirer=enquirer).order_by("pk"))
    briefings = briefing_rows(user, visible(user, Briefing).filter(enquirer=enquirer).order_by("-pk"), people)
    drafts = draft_rows(user, visible(user, BriefingDraft).filter(enquirer=enquirer), people)
    changed = {
        change.enquiry_id: change
        for change in visible(user, ContactChange)
        .filter(enquiry__enquirer=enquirer)
        .select_related("entered_by")
        .order_by("pk")
    }
    found = []
    for pk in ids:
        if pk not in people:
            continue
        mine = [enquiry for enquiry in enquiries if enquiry.person_id == pk]
        found.append(
            AboutOne(
                person=people[pk],
                enquiries=tuple(
                    _enquiry(e, as_of, newest=n == 0, changed=changed.get(e.pk)) for n, e in enumerate(mine)
                ),
                consents=consents_standing([c for c in consents if c.person_id == pk]),
                briefings=tuple(row for row in briefings if row.person.ref == people[pk].ref),
                drafts=tuple(row for row in drafts if row.person.ref == people[pk].ref),
                contact=_contact_now(changed.get(mine[0].pk)),
            )
        )
    by = enquirer.entered_by
    page = EnquirerPage(
        ref=ref_of(enquirer),
        name=words(enquirer.name),
        language=enquirer.language,
        safe_contact=enquirer.safe_contact,
        entered_by=by.get_full_name() or by.get_username(),
        entered_on=enquirer.entered_at.date(),
        people=tuple(found),
    )
    return page, list(visible(user, Person).filter(pk__in=list(people)))


def consents_standing(consents: Sequence[Consent]) -> tuple[ConsentLine, ...]:
    """For every purpose what holds now; the newest word for a purpose and scope counts."""
    found = []
    for purpose in ConsentPurpose:
        scopes: dict[str, list[Consent]] = {}
        for consent in consents:
            if consent.purpose == purpose:
                scopes.setdefault(consent.scope, []).append(consent)
        if not scopes:
            found.append(ConsentLine(purpose.value, "", None))
        for scope, told in scopes.items():
            last = told[-1]
            before = tuple((one.given, one.on) for one in reversed(told[:-1]))
            found.append(ConsentLine(purpose.value, scope, last.given, last.on, words(last.wording), before))
    return tuple(found)


def consents_of(user: User, enquirer: Enquirer, person: Person) -> tuple[ConsentLine, ...]:
    """What one enquirer agreed to for one person."""
    rows = visible(user, Consent).filter(enquirer=enquirer, person=person).order_by("pk")
    return consents_standing(list(rows))


def touched_by(user: User, person: Person) -> Touched:
    """Where a person has gone already: lists of ours, to whom they were handed, and what else was disclosed."""
    links = with_verdict(visible(user, ItemLink)).filter(
        person=person, item__list__direction=Direction.OUT, item__list__arrived_at__isnull=False
    )
    ours = Q(verdict=Verdict.SAME) | Q(verdict="", engine=BY_HAND)
    rows = links.filter(ours).select_related("item__list__recipient").order_by("item__list_id")
    lists = {link.item.list_id: link.item.list for link in rows}
    handed = not_taken_back(visible(user, Handover).filter(list__in=list(lists)))
    found: list[Carried] = []
    gone: set[int] = set()
    for handover in handed.select_related("recipient", "list").distinct().order_by("pk"):
        assert handover.list is not None
        gone.add(handover.list.pk)
        to = party_name(handover.recipient)
        found.append(Carried("handed over", ref_of(handover), handover.list.title, to, handover.on))
    for pk, stored in lists.items():
        if pk not in gone:
            found.append(Carried("list", ref_of(stored), stored.title, party_name(stored.recipient)))
    disclosures = visible(user, Disclosure).filter(person=person, handover__isnull=True).select_related("recipient")
    for row in disclosures.order_by("pk"):
        to = party_name(row.recipient) or row.recipient_words
        found.append(Carried("disclosed", "", row.purpose, to, row.on, tuple(map(str, row.fields))))
    # Counted alone, for whoever works with relatives need not be one who prepares lists.
    prepared = Preparation.objects.filter(persons=person, approval__isnull=True).count()
    return Touched(tuple(found), prepared)


def briefings_of_page(user: User, case: Case, page: int) -> tuple[Page[BriefingRow], list[Briefing]]:
    """Briefings of a case, the newest first, with how each was given."""
    rows = visible(user, Briefing).filter(case=case).order_by("-pk")
    number, pages, total, found = cut(rows, page)
    people = _people(user, {briefing.person_id for briefing in found})
    lines = briefing_rows(user, rows.filter(pk__in=[b.pk for b in found]), people)
    return Page(tuple(lines), number, pages, total), found


def briefing_rows(user: User, rows: QuerySet[Briefing], people: dict[int, AskedFor]) -> list[BriefingRow]:
    """Briefings as lines, with their deliveries."""
    found = list(rows.select_related("enquirer", "entered_by", "second_reader"))
    given: dict[int, list[Delivery]] = {}
    for delivery in visible(user, Delivery).filter(briefing__in=[b.pk for b in found]).order_by("on", "pk"):
        given.setdefault(delivery.briefing_id, []).append(delivery)
    lines = []
    for briefing in found:
        reader, writer = briefing.second_reader, briefing.entered_by
        lines.append(
            BriefingRow(
                ref=ref_of(briefing),
                enquirer=AskedFor(ref_of(briefing.enquirer), words(briefing.enquirer.name)),
                person=people.get(briefing.person_id, AskedFor(f"P{briefing.person_id}", Words("–"))),
                language=briefing.language,
                until=briefing.until,
                written_by=writer.get_full_name() or writer.get_username(),
                read_by=(reader.get_full_name() or reader.get_username()) if reader is not None else "",
                sha256=briefing.sha256,
                deliveries=tuple(given.get(briefing.pk, ())),
            )
        )
    return lines


def draft_rows(
    user: User, rows: QuerySet[BriefingDraft], people: dict[int, AskedFor] | None = None
) -> list[DraftRow]:
    """Drafts on which nobody has decided, the newest first, no more than a page holds."""
    waiting = rows.filter(decision__isnull=True).select_related("enquirer", "entered_by").distinct().order_by("-pk")
    found = list(waiting[:50])
    known = people if people is not None else _people(user, {draft.person_id for draft in found})
    return [
        DraftRow(
            number=draft.pk,
            enquirer=AskedFor(ref_of(draft.enquirer), words(draft.enquirer.name)),
            person=known.get(draft.person_id, AskedFor(f"P{draft.person_id}", Words("–"))),
            written_by=draft.entered_by.get_full_name() or draft.entered_by.get_username(),
            written_on=draft.entered_at.date(),
            grave=draft.grave,
            own=draft.entered_by_id == user.pk,
        )
        for draft in found
    ]


def people_named(user: User, ids: Sequence[int]) -> dict[int, AskedFor]:
    """People by id, with the name that is shown."""
    return _people(user, ids)


def _people(user: User, ids: Iterable[int]) -> dict[int, AskedFor]:
    wanted = sorted(set(ids))
    forms: dict[int, list[NameForm]] = {}
    for form in visible(user, NameForm).filter(person__in=wanted).order_by("pk"):
        forms.setdefault(form.person_id, []).append(form)
    seen = visible(user, Person).filter(pk__in=wanted).values_list("pk", flat=True)
    found = {}
    for pk in seen:
        names = names_of(forms.get(pk, ()))
        found[pk] = AskedFor(f"P{pk}", names[0] if names else Words(f"P{pk}"))
    return found


def _contact_now(change: ContactChange | None) -> ContactNow | None:
    if change is None:
        return None
    by = change.entered_by
    return ContactNow(
        ended=change.ended,
        how=change.how,
        again_on=change.follow_up_on,
        reason=change.reason,
        by=by.get_full_name() or by.get_username(),
        on=change.entered_at.date(),
    )


def _enquiry(enquiry: Enquiry, as_of: date, *, newest: bool, changed: ContactChange | None) -> EnquiryLine:
    again = changed.follow_up_on if changed is not None else enquiry.follow_up_on
    due = newest and again is not None and again <= as_of
    return EnquiryLine(
        reference=enquiry.reference,
        relation=enquiry.relation,
        channel=enquiry.channel,
        asked_on=enquiry.asked_on,
        questions=words(enquiry.questions),
        follow_up_on=again,
        is_due=due,
    )

"""The end of the work: what is still open, what was closed, what is due for review, and the placeholders of purges.

In: a user, a case or a person. Out: counts, the word that closed it, lines of what is due.
Leaves to others: closing, deciding, purging (`actions.closing`, `actions.purges`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Model, Q

from homeward.casework import audit
from homeward.casework.access import (
    Permission,
    get,
    not_there,
    one_look,
    permissions,
    ref_of,
    require,
    visible,
)
from homeward.casework.closed import closed_people, newest_closing, speaking_again, standing_reviews
from homeward.casework.models import (
    Briefing,
    BriefingDraft,
    CameAgain,
    Capture,
    Case,
    Closing,
    Commitment,
    Contact,
    Enquirer,
    Enquiry,
    List,
    ListItem,
    Person,
    Preparation,
    Purge,
    PurgeKind,
    PurgeRequest,
    RetentionReview,
    SoughtAgain,
    User,
)
from homeward.casework.purging import COUNTED, Plan, plan_of
from homeward.casework.queries.awaited import awaited_answers
from homeward.casework.queries.families import people_named
from homeward.casework.queries.ground import MOST_IDS
from homeward.casework.queries.letters import words
from homeward.casework.queries.pages import Page, cut
from homeward.casework.queries.promises import is_open
from homeward.casework.queries.waiting import promises_to_watch
from homeward.casework.results import Words

_MOST_CAME_AGAIN = 200


@dataclass(frozen=True, slots=True)
class StillOpen:
    """What is open in a case, or about one person, and falls out of sight once it is closed.

    Attributes:
        unanswered: people on lists handed over without an answer by name, counted once a hand-over.
        promises: that no review found kept. follow_ups: enquiries with a day for speaking again.
        drafts: of briefings, on which nobody decided.
    """

    unanswered: int
    promises: int
    follow_ups: int
    drafts: int

    @property
    def total(self) -> int:
        """Everything together."""
        return self.unanswered + self.promises + self.follow_ups + self.drafts


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """Something kept, and the day on which somebody decides about it.

    Attributes:
        ref: of the person, the enquirer, or the case. name: in words; of a case its title.
    """

    number: int
    case_id: int
    case_title: str
    purpose: str
    ref: str
    name: Words
    due_on: date
    is_due: bool
    closed_on: date


@dataclass(frozen=True, slots=True)
class AskedPurge:
    """A purge that was asked for.

    Attributes:
        own: by whoever looks, so that somebody else confirms it.
    """

    number: int
    ref: str
    kind: str
    asked_by: str
    asked_on: date
    reason: str
    rule: str
    own: bool


@dataclass(frozen=True, slots=True)
class Going:
    """What a purge takes away and leaves, as far as whoever looks may see it; what is more closely held goes, too.

    Attributes:
        removed: how much of each kind. kept: reference and why.
    """

    removed: tuple[tuple[str, int], ...]
    kept: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What stays of somebody who was purged.

    Attributes:
        number: of the request. again: why they may be taken in again, by whom and on what day; None: they may not.
        came_again: who was taken in although they are like them; empty for who does not supervise.
        may_let_in: whether this user may say that they are taken in again.
    """

    number: int
    ref: str
    kind: str
    case: Case
    purged_at: datetime
    asked_by: str
    confirmed_by: str
    reason: str
    rule: str
    kept: tuple[tuple[str, str], ...]
    again: AgainSaid | None = None
    came_again: tuple[CameAgainLine, ...] = ()
    may_let_in: bool = False


@dataclass(frozen=True, slots=True)
class AgainSaid:
    """A supervisor's word that somebody who was purged may be taken in again."""

    by: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class CameAgainLine:
    """Somebody, or a row of a list, taken in although they are like somebody who was purged.

    Attributes:
        ref: of the person or the list. row: as a spreadsheet numbers it; None for a person.
        like: reference of the placeholder.
        reason: as a supervisor gave it; empty where whoever entered it may not know of the purge.
    """

    ref: str
    row: int | None
    like: str
    by: str
    at: datetime
    reason: str


def still_open(user: User, case: Case, person: Person | None = None) -> StillOpen:
    """How much is open; counts alone, of what the user may see, and so not noted as a read."""
    with one_look():
        require(user, Permission.READ, case)
        pairs = awaited_answers(user, case)
        promises = promises_to_watch(user, case)
        asked = speaking_again(visible(user, Enquiry).filter(enquirer__case=case)).filter(again_on__isnull=False)
        drafts = visible(user, BriefingDraft).filter(case=case, decision__isnull=True)
        if person is None:
            closed = closed_people(case)
            asked, drafts = asked.exclude(person__in=closed), drafts.exclude(person__in=closed)
        else:
            pairs = [pair for pair in pairs if pair[1] == person.pk]
            promises = promises.filter(pk__in=Commitment.objects.filter(persons=person).values("pk"))
            asked, drafts = asked.filter(person=person), drafts.filter(person=person)
        kept = sum(not is_open(promise) for promise in promises.prefetch_related("reviews"))
        return StillOpen(
            unanswered=len(pairs),
            promises=promises.count() - kept,
            follow_ups=asked.count(),
            drafts=drafts.distinct().count(),
        )


def closing_of(user: User, case: Case, person: Person | None = None) -> Closing | None:
    """The newest word on a case, or on a person's part in it; None while it was never closed."""
    require(user, Permission.READ, case)
    return newest_closing(case, person)


def closings(user: User, case: Case) -> tuple[tuple[Closing, str], ...]:
    """Every closing and opening of a case and of people's parts that the user may see, the newest first."""
    with one_look():
        require(user, Permission.READ, case)
        rows = visible(user, Closing).filter(case=case).select_related("entered_by").order_by("-pk")[:50]
        found = tuple((row, f"P{row.person_id}" if row.person_id else "") for row in rows)
        if found:
            audit.note_read(user, "read_closings", case=case, about=[case])
        return found


def reviews_page(user: User, *, as_of: date, case: Case | None = None, page: int = 1) -> Page[ReviewLine]:
    """What is to be looked through, in every case that the user supervises, the first due first."""
    with one_look():
        rows = standing_reviews(visible(user, RetentionReview)).filter(_of_seen(user))
        if case is not None:
            require(user, Permission.SUPERVISE, case)
            rows = rows.filter(case=case)
        rows = rows.select_related("case", "closing", "person", "enquirer").order_by("due_on", "pk")
        number, pages, total, found = cut(rows, page)
        lines = _review_lines(user, found, as_of)
        about = [row.case for row in found] + [row.person or row.enquirer or row.case for row in found]
        if found:
            audit.note_read(user, "read_reviews", case=case, about=list(dict.fromkeys(about)))
        return Page(tuple(lines), number, pages, total)


def reviews_due_count(user: User, as_of: date) -> int:
    """How much is to be looked through by now. A count alone, and so not noted as a read."""
    with one_look():
        rows = standing_reviews(visible(user, RetentionReview)).filter(_of_seen(user))
        return rows.filter(due_on__lte=as_of).count()


def review(user: User, number: int, *, as_of: date) -> tuple[RetentionReview, ReviewLine]:
    """One of them.

    Raises:
        NotThereError: it is not there, is decided, fell away, or is not for this user.
    """
    with one_look():
        rows = standing_reviews(visible(user, RetentionReview)).filter(_of_seen(user), pk=number)
        seen = rows.select_related("case", "closing").first()
        if seen is None:
            raise not_there(RetentionReview, number)
        audit.note_read(user, "read_review", case=seen.case, about=[seen, seen.person or seen.enquirer or seen.case])
        return seen, _review_lines(user, [seen], as_of)[0]


def asked_purges(user: User, case: Case) -> tuple[AskedPurge, ...]:
    """Purges that were asked for and that nobody decided on."""
    with one_look():
        require(user, Permission.SUPERVISE, case)
        rows = visible(user, PurgeRequest).filter(case=case, answer__isnull=True).select_related("entered_by")
        found = list(rows.order_by("pk"))
        people = {r.number for r in found if r.kind == PurgeKind.PERSON}
        asking = {r.number for r in found if r.kind == PurgeKind.ENQUIRER}
        seen = {
            (PurgeKind.PERSON.value, pk)
            for pk in visible(user, Person).filter(pk__in=people).values_list("pk", flat=True)
        }
        seen |= {
            (PurgeKind.ENQUIRER.value, pk)
            for pk in visible(user, Enquirer).filter(pk__in=asking).values_list("pk", flat=True)
        }
        return tuple(_asked(user, row) for row in found if (str(row.kind), row.number) in seen)


def asked_purge(user: User, number: int) -> tuple[PurgeRequest, AskedPurge, Words, Going]:
    """One of them, with the name of whom it is about, and what would go and what would stay."""
    with one_look():
        row = get(user, PurgeRequest, number)
        require(user, Permission.SUPERVISE, row.case)
        if Purge.objects.filter(request=row).exists():
            raise not_there(PurgeRequest, number)
        thing = target_of(user, row)
        audit.note_read(user, "read_purge", case=row.case, about=[row, thing])
        return row, _asked(user, row), _name(user, thing), _going(user, plan_of(thing))


def to_purge(user: User, thing: Person | Enquirer) -> Words:
    """The name of somebody of whom a purge may be asked."""
    with one_look():
        require(user, Permission.SUPERVISE, thing.case)
        audit.note_read(user, "read_name", case=thing.case, about=[thing])
        return _name(user, thing)


def target_of(user: User, row: PurgeRequest) -> Person | Enquirer:
    """Whom a request is about."""
    if row.kind == PurgeKind.PERSON:
        return get(user, Person, row.number)
    return get(user, Enquirer, row.number)


def placeholder(user: User, kind: PurgeKind, number: int) -> Placeholder | None:
    """What stays of somebody who was purged, for whoever may read the case; None if nobody was."""
    with one_look():
        rows = visible(user, Purge).filter(request__kind=kind, request__number=number, purged=True)
        row = rows.select_related("request__case", "request__entered_by", "entered_by").first()
        if row is None:
            return None
        audit.note_read(user, "read_placeholder", case=row.request.case, about=[row])
        return _placeholder(user, row, whole=True)


def placeholders(user: User, case: Case) -> tuple[Placeholder, ...]:
    """Everybody purged from a case."""
    with one_look():
        require(user, Permission.SUPERVISE, case)
        rows = visible(user, Purge).filter(request__case=case, purged=True)
        found = rows.select_related("request__case", "request__entered_by", "entered_by").order_by("-pk")
        return tuple(_placeholder(user, row) for row in found)


def purge_to_seek_again(user: User, number: int) -> Purge:
    """The placeholder of a sought person, for who may say that they are taken in again.

    Args:
        number: of the request.

    Raises:
        NotThereError: there is none, it is not for this user, or it was said already.
    """
    rows = visible(user, Purge).filter(request=number, purged=True, request__kind=PurgeKind.PERSON)
    row = rows.filter(sought_again__isnull=True).select_related("request__case").first()
    if row is None:
        raise not_there(PurgeRequest, number)
    require(user, Permission.SUPERVISE, row.request.case)
    return row


def came_again(user: User, case: Case, *, purge: Purge | None = None) -> tuple[CameAgainLine, ...]:
    """Who was taken in although they are like somebody who was purged, newest first."""
    require(user, Permission.SUPERVISE, case)
    rows = visible(user, CameAgain).filter(purge__request__case=case)
    if purge is not None:
        rows = rows.filter(purge=purge)
    found = list(rows.select_related("purge__request", "entered_by").order_by("-pk")[:_MOST_CAME_AGAIN])
    on_lists = visible(user, ListItem).filter(
        list__in=[row.list_id for row in found], ordinal__in=[row.ordinal for row in found]
    )
    numbers = {(item, at): number for item, at, number in on_lists.values_list("list", "ordinal", "row_number")}
    return tuple(
        CameAgainLine(
            ref=f"P{row.person_id}" if row.person_id else f"L{row.list_id}",
            row=numbers.get((row.list_id or 0, row.ordinal or 0)),
            like=f"P{row.purge.request.number}",
            by=_who(row.entered_by),
            at=row.entered_at,
            reason=row.reason,
        )
        for row in found
    )


def _placeholder(user: User, row: Purge, *, whole: bool = False) -> Placeholder:
    asked = row.request
    letter = "P" if asked.kind == PurgeKind.PERSON else "E"
    said = SoughtAgain.objects.filter(purge=row).select_related("entered_by").first() if whole else None
    decides = whole and asked.kind == PurgeKind.PERSON and supervises(user, asked.case)
    return Placeholder(
        number=asked.pk,
        again=AgainSaid(_who(said.entered_by), said.entered_at, said.reason) if said else None,
        came_again=came_again(user, asked.case, purge=row) if decides else (),
        may_let_in=decides and said is None,
        ref=f"{letter}{asked.number}",
        kind=str(asked.kind),
        case=asked.case,
        purged_at=row.entered_at,
        asked_by=_who(asked.entered_by),
        confirmed_by=_who(row.entered_by),
        reason=asked.reason,
        rule=asked.rule,
        kept=_seen_of(user, [(str(ref), str(why)) for ref, why in row.kept]),
    )


def _going(user: User, plan: Plan) -> Going:
    removed = []
    for model, ids in plan.gone.items():
        name = str(model._meta.model_name)
        if name in COUNTED and ids:
            seen = set(visible(user, model).filter(pk__in=sorted(ids)[:MOST_IDS]).values_list("pk", flat=True))
            removed.append((name, len(seen)))
    rows = visible(user, ListItem).filter(pk__in=sorted(plan.rows)[:MOST_IDS]).distinct().count()
    texts = visible(user, Capture).filter(pk__in=sorted(plan.struck)[:MOST_IDS]).distinct().count()
    told = [*sorted(removed), ("rows emptied", rows), ("texts struck", texts)]
    return Going(tuple((name, number) for name, number in told if number), _seen_of(user, plan.kept))


def _seen_of(user: User, kept: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """What stays, as far as the user may see it."""
    letters: dict[str, type[Model]] = {
        "R": Capture,
        "L": List,
        "P": Person,
        "E": Enquirer,
        "M": Commitment,
        "N": Contact,
        "D": Preparation,
        "B": Briefing,
    }
    seen: set[str] = set()
    for letter, model in letters.items():
        ids = {int(ref[1:]) for ref, _why in kept if ref.startswith(letter) and " " not in ref}
        if ids:
            rows = visible(user, model).filter(pk__in=sorted(ids)[:MOST_IDS])
            seen |= {f"{letter}{pk}" for pk in rows.values_list("pk", flat=True)}
    in_lists = [ref.split() for ref, _why in kept if " " in ref]
    lists, places = {int(parts[0][1:]) for parts in in_lists}, {int(parts[1]) for parts in in_lists}
    if in_lists:
        held = visible(user, ListItem).filter(list__in=lists, ordinal__in=sorted(places)[:MOST_IDS])
        seen |= {f"L{pk} {ordinal}" for pk, ordinal in held.values_list("list", "ordinal")}
    return tuple((ref, why) for ref, why in kept if ref in seen)


def _of_seen(user: User) -> Q:
    """Reviews of people and enquirers that the user may see, and of cases."""
    return Q(purpose="case") | Q(person__in=visible(user, Person)) | Q(enquirer__in=visible(user, Enquirer))


def _review_lines(user: User, rows: Sequence[RetentionReview], as_of: date) -> list[ReviewLine]:
    people = people_named(user, [row.person_id for row in rows if row.person_id])
    asking = dict(visible(user, Enquirer).filter(pk__in=[row.enquirer_id for row in rows]).values_list("pk", "name"))
    found = []
    for row in rows:
        if row.person_id:
            ref, name = f"P{row.person_id}", people[row.person_id].name
        elif row.enquirer_id:
            ref, name = f"E{row.enquirer_id}", words(asking[row.enquirer_id])
        else:
            ref, name = ref_of(row.case), words(row.case.title)
        found.append(
            ReviewLine(
                number=row.pk,
                case_id=row.case_id,
                case_title=row.case.title,
                purpose=row.purpose,
                ref=ref,
                name=name,
                due_on=row.due_on,
                is_due=row.due_on <= as_of,
                closed_on=row.closing.on,
            )
        )
    return found


def _asked(user: User, row: PurgeRequest) -> AskedPurge:
    letter = "P" if row.kind == PurgeKind.PERSON else "E"
    return AskedPurge(
        number=row.pk,
        ref=f"{letter}{row.number}",
        kind=str(row.kind),
        asked_by=_who(row.entered_by),
        asked_on=row.entered_at.date(),
        reason=row.reason,
        rule=row.rule,
        own=row.entered_by_id == user.pk,
    )


def _name(user: User, thing: Person | Enquirer) -> Words:
    if isinstance(thing, Enquirer):
        return words(thing.name)
    return people_named(user, [thing.pk])[thing.pk].name


def _who(user: User) -> str:
    return user.get_full_name() or user.get_username()


def supervises(user: User, case: Case) -> bool:
    """Whether the user closes, reviews and purges here."""
    return Permission.SUPERVISE in permissions(user, case)

"""What those ask who work with enquirers: each question checked, noted as a read, and answered.

In: a user, and a case, enquirer, person, draft or briefing. Out: the values of `families`, `briefings` and `held`.
Leaves to others: putting the values together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from homeward.casework import audit
from homeward.casework.access import (
    Permission,
    get,
    not_there,
    one_look,
    permissions,
    reach,
    ref_of,
    require,
    visible,
)
from homeward.casework.briefing_text import Section, ToldLine
from homeward.casework.models import (
    Briefing,
    BriefingDraft,
    BriefingLine,
    Case,
    Claim,
    Consent,
    DraftDecision,
    Enquirer,
    Enquiry,
    Person,
    Reservation,
    User,
)
from homeward.casework.queries.briefings import Material, material_of, with_beside
from homeward.casework.queries.families import (
    AskedFor,
    BriefingRow,
    ConsentLine,
    DraftRow,
    EnquirerLine,
    EnquirerPage,
    Touched,
    briefing_rows,
    briefings_of_page,
    consents_of,
    consents_standing,
    draft_rows,
    enquirer_of,
    enquirers_of_page,
    people_named,
    touched_by,
)
from homeward.casework.queries.held import Held, held_of_enquirer, held_of_person
from homeward.casework.queries.letters import words
from homeward.casework.queries.pages import Page
from homeward.casework.queries.told import name_in
from homeward.casework.results import Words
from homeward.errors import ConflictError
from homeward.names import compare_many

_ONE_PART = 0.4
"""The most that one shared part makes of two names (`names.compare`)."""

_MOST_COMPARED = 500


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an enquirer may take home about one enquiry."""

    reference: str
    enquirer: Words
    language: str
    person: str
    relation: str
    channel: str
    asked_on: date
    questions: Words
    follow_up_on: date | None
    consents: tuple[ConsentLine, ...]


@dataclass(frozen=True, slots=True)
class BriefingPage:
    """One briefing as frozen.

    Attributes:
        lines: in order, with the claim or promise that each cites. withheld: what was not told, and why.
    """

    row: BriefingRow
    text: str
    lines: tuple[tuple[ToldLine, str], ...]
    withheld: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DraftPage:
    """One draft; what it would say is asked of the act that looks at it."""

    row: DraftRow
    draft: BriefingDraft
    decision: DraftDecision | None
    withheld: tuple[tuple[str, str], ...]


def enquirers_page(
    user: User, case: Case, *, as_of: date, page: int = 1, due_only: bool = False
) -> Page[EnquirerLine]:
    """Everybody who asks in a case, a page at a time."""
    with one_look():
        require(user, Permission.LIAISE, case)
        found, enquirers = enquirers_of_page(user, case, as_of, page, due_only=due_only)
        audit.note_read(user, "read_enquirers", case=case, about=[case, *enquirers])
        return found


def enquirers_named(user: User, case: Case, name: str) -> tuple[AskedFor, ...]:
    """Enquirers of the case who may be the one of this name: one who asked before is not recorded twice.

    A family name that they share is not enough: it is what relatives of one person have in common, and whoever asks
    must not hear of another who does (D7).
    """
    with one_look():
        require(user, Permission.LIAISE, case)
        rows = list(visible(user, Enquirer).filter(case=case).order_by("pk").values_list("pk", "name"))
        if len(rows) > _MOST_COMPARED:  # then only within one script, by a word that is the same
            asked = set(_words_of(name))
            rows = [(pk, known) for pk, known in rows if asked & set(_words_of(known))][:_MOST_COMPARED]
        likely = compare_many(name, [known for _, known in rows]) if name.strip() else []
        found = [
            (pk, known)
            for (pk, known), comparison in zip(rows, likely, strict=False)
            if comparison.probability > _ONE_PART or _words_of(name) == _words_of(known)
        ][:10]
        if found:
            about = list(visible(user, Enquirer).filter(pk__in=[pk for pk, _ in found]))
            audit.note_read(user, "find_enquirer", case=case, about=about)
        return tuple(AskedFor(f"E{pk}", words(known)) for pk, known in found)


def enquirer(user: User, one: Enquirer, *, as_of: date) -> EnquirerPage:
    """One enquirer, and nobody else."""
    with one_look():
        case = reach(user, Permission.LIAISE, one)
        seen = visible(user, Enquirer).select_related("entered_by").get(pk=one.pk)
        found, people = enquirer_of(user, seen, as_of)
        audit.note_read(user, "read_enquirer", case=case, about=[seen, *people])
        return found


def receipt(user: User, one: Enquirer, reference: str) -> Receipt:
    """One enquiry, as the enquirer may take it home.

    Raises:
        NotThereError: this enquirer has no enquiry of that reference.
    """
    with one_look():
        case = reach(user, Permission.LIAISE, one)
        asked = visible(user, Enquiry).filter(enquirer=one, reference=reference.upper()).first()
        if asked is None:
            raise not_there(Enquiry, 0)
        person = get(user, Person, asked.person_id)
        rows = visible(user, Consent).filter(enquirer=one, person=person).order_by("pk")
        audit.note_read(user, "read_receipt", case=case, about=[one, asked, person])
        return Receipt(
            reference=asked.reference,
            enquirer=words(one.name),
            language=one.language,
            person=name_in(user, person, one.language or "en"),
            relation=asked.relation,
            channel=asked.channel,
            asked_on=asked.asked_on,
            questions=words(asked.questions),
            follow_up_on=asked.follow_up_on,
            consents=consents_standing(list(rows)),
        )


def asked_about(user: User, one: Enquirer, person: Person) -> AskedFor:
    """The person, if this enquirer asked about them.

    Raises:
        NotThereError: they never did.
    """
    reach(user, Permission.LIAISE, one)
    seen = get(user, Person, person.pk)
    if not visible(user, Enquiry).filter(enquirer=one, person=seen).exists():
        raise not_there(Person, person.pk)
    return people_named(user, [seen.pk])[seen.pk]


def to_contact(user: User, one: Enquirer, person: Person) -> AskedFor:
    """The person about whom an enquirer asked, for whoever says how the enquirer is contacted.

    Raises:
        NotThereError: they never asked.
    """
    found = asked_about(user, one, person)
    audit.note_read(user, "read_enquirer", case=one.case, about=[one, person])
    return found


def asking_about(user: User, person: Person) -> tuple[AskedFor, ...] | None:
    """Those who asked about a person; None for a user who does not work with enquirers."""
    with one_look():
        seen = get(user, Person, person.pk)
        if Permission.LIAISE not in permissions(user, seen.case):
            return None
        rows = visible(user, Enquirer).filter(enquiries__person=seen).distinct().order_by("pk")
        found = list(rows)
        if found:
            audit.note_read(user, "read_enquirers", case=seen.case, about=[seen, *found])
        return tuple(AskedFor(ref_of(one), words(one.name)) for one in found)


def consents(user: User, one: Enquirer, person: Person) -> tuple[tuple[ConsentLine, ...], Touched]:
    """What an enquirer agreed to for a person, and what that touches: where the person has gone already."""
    with one_look():
        case = reach(user, Permission.LIAISE, one)
        seen = get(user, Person, person.pk)
        audit.note_read(user, "read_consents", case=case, about=[one, seen])
        return consents_of(user, one, seen), touched_by(user, seen)


def material(
    user: User,
    one: Enquirer,
    person: Person,
    *,
    language: str,
    as_of: date,
    told: dict[int, date],
    beside: str = "",
) -> Material:
    """What a briefing for one relative about one person could say.

    Args:
        told: the claims that this relative was told already, with the day.
        beside: the language of whoever writes.

    Raises:
        ConflictError: the enquirer never asked about the person.
    """
    with one_look():
        case = reach(user, Permission.LIAISE, one)
        seen = get(user, Person, person.pk)
        if not Enquiry.objects.filter(enquirer=one, person=seen).exists():
            raise ConflictError(
                gettext("this enquirer has not asked about this person"), gettext("Record the enquiry first.")
            )
        found, claims = material_of(user, one, seen, language=language, as_of=as_of, told=told)
        if beside and beside != language:
            other, _ = material_of(user, one, seen, language=beside, as_of=as_of, told=told)
            found = with_beside(found, other)
        audit.note_read(user, "read_briefing_material", case=case, about=[one, seen, *claims])
        return found


def briefings_page(user: User, case: Case, *, page: int = 1) -> Page[BriefingRow]:
    """Briefings of a case, a page at a time, the newest first."""
    with one_look():
        require(user, Permission.LIAISE, case)
        found, briefings = briefings_of_page(user, case, page)
        audit.note_read(user, "read_briefings", case=case, about=[case, *briefings])
        return found


def briefing(user: User, one: Briefing, *, act: str = "read_briefing") -> BriefingPage:
    """One briefing as it was frozen.

    Args:
        act: under which name the read is noted.
    """
    with one_look():
        case = reach(user, Permission.LIAISE, one)
        people = people_named(user, [one.person_id])
        row = briefing_rows(user, visible(user, Briefing).filter(pk=one.pk), people)[0]
        rows = BriefingLine.objects.filter(briefing=one).order_by("order")
        audit.note_read(user, act, case=case, about=[one, one.enquirer, one.person])
        told, withheld = [], []
        for line in rows:
            cited = f"C{line.claim_id}" if line.claim_id else f"M{line.commitment_id}" if line.commitment_id else ""
            if line.withheld_because:
                withheld.append((cited, line.withheld_because))
                continue
            below = (line.said_by, line.quote, line.quote_language, line.translation)
            told.append((ToldLine(line.section or Section.NEW.value, line.text, *below), cited))
        return BriefingPage(
            row=row,
            text=one.text,
            lines=tuple(told),
            withheld=tuple(withheld),
        )


def drafts_waiting(user: User, case: Case) -> Sequence[DraftRow]:
    """Drafts of a case on which nobody has decided."""
    with one_look():
        require(user, Permission.LIAISE, case)
        found = draft_rows(user, visible(user, BriefingDraft).filter(case=case))
        audit.note_read(user, "read_drafts", case=case, about=[case])
        return found


def draft(user: User, one: Enquirer, number: int) -> DraftPage:
    """One draft for one enquirer.

    Raises:
        NotThereError: it is not there, for somebody else, or not for this user.
    """
    with one_look():
        case = reach(user, Permission.LIAISE, one)
        rows = visible(user, BriefingDraft).filter(pk=number, enquirer=one).distinct()
        seen = rows.select_related("enquirer", "person", "entered_by").first()
        if seen is None:
            raise not_there(BriefingDraft, number)
        audit.note_read(user, "read_draft", case=case, about=[seen, one, seen.person])
        by = seen.entered_by
        row = DraftRow(
            number=seen.pk,
            enquirer=AskedFor(f"E{one.pk}", words(one.name)),
            person=people_named(user, [seen.person_id])[seen.person_id],
            written_by=by.get_full_name() or by.get_username(),
            written_on=seen.entered_at.date(),
            grave=seen.grave,
            own=seen.entered_by_id == user.pk,
        )
        decision = DraftDecision.objects.filter(draft=seen).select_related("entered_by", "briefing").first()
        withheld = tuple((f"C{entry['claim']}", str(entry["because"])) for entry in seen.withheld)
        return DraftPage(row, seen, decision, withheld)


def reservation_of(user: User, claim: Claim) -> Reservation | None:
    """For whom alone a claim is; None where it is for every relative."""
    reach(user, Permission.LIAISE, claim)
    newest = Reservation.objects.filter(claim=claim).select_related("enquirer").order_by("-pk").first()
    return newest if newest is not None and newest.enquirer_id is not None else None


def held_about_person(user: User, person: Person, *, act: str = "read_held") -> Held:
    """All that is held and was disclosed about one sought person (D15)."""
    with one_look():
        case = reach(user, Permission.LIAISE, person)
        audit.note_read(user, act, case=case, about=[person])
        return held_of_person(user, person)


def held_about_enquirer(user: User, one: Enquirer, *, act: str = "read_held") -> Held:
    """All that is held and was told to one enquirer (D15)."""
    with one_look():
        case = reach(user, Permission.LIAISE, one)
        audit.note_read(user, act, case=case, about=[one])
        return held_of_enquirer(user, one)


def _words_of(name: str) -> list[str]:
    return [word for word in name.casefold().split() if len(word) > 1]


def person_named(user: User, person: Person) -> AskedFor:
    """A sought person by name, for a form that is about them."""
    with one_look():
        case = reach(user, Permission.LIAISE, person)
        audit.note_read(user, "read_name", case=case, about=[person])
        return people_named(user, [person.pk])[person.pk]

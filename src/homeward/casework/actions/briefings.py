"""What a relative is told: drafted, read by a second person where it is grave, frozen as given, with what each cites.

Every sentence about the person cites its claim, says that somebody said it (`bare_words`), and stands above the chain
by which it came, which nobody types. What may not be told (`tellable`) is refused here, whoever asks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from django.db import transaction
from django.db.models import Min
from django.utils.translation import gettext

from homeward.casework import access, audit, bare_words, told_words
from homeward.casework.access import Permission
from homeward.casework.actions.enquiries import require_enquiry
from homeward.casework.actions.reasons import require_reason
from homeward.casework.briefing_text import ABOUT_PERSON, Section, ToldLine, one_line, text_of
from homeward.casework.models import (
    GRAVE,
    Briefing,
    BriefingDraft,
    BriefingLine,
    Case,
    Claim,
    Commitment,
    Delivery,
    DraftDecision,
    Enquirer,
    Person,
    Reservation,
    User,
    active_claims,
)
from homeward.casework.queries.told import Teller, Telling, claims_to_tell, name_in
from homeward.casework.tellable import Kept, NamesKept, may_be_told, names_known_to, why_kept
from homeward.casework.turns import take_turn
from homeward.errors import BadInputError, ConflictError

T = TypeVar("T", Claim, Commitment)
_KEPT = {
    Kept.MEDIATOR: ("is confidential to a mediator", "Withhold it, and say why in the record."),
    Kept.CONFIDENTIAL: ("is confidential, and not for relatives", "Withhold it, and say why in the record."),
    Kept.ANOTHER: ("is for another relative only", "Leave it out."),
    Kept.UNREAD: (
        "says that somebody is dead, hurt or free, and has been read by one person only",
        "Have a second person at the desk read the claim first.",
    ),
}


class LineKind(StrEnum):
    """What a sentence of a briefing is about."""

    PERSON = "person"  # states something about the person: cites its claim
    WE = "we"  # what the desk did
    NEXT = "next"  # what comes next


_SECTION_OF = {LineKind.PERSON: Section.NEW, LineKind.WE: Section.ASKED, LineKind.NEXT: Section.NEXT}


@dataclass(frozen=True, slots=True)
class NewLine:
    """One sentence, and what it cites.

    Attributes:
        section: the heading under which it stands; left out, that of its kind.
        commitment: the promise of which it tells.
    """

    text: str
    claim: Claim | None = None
    kind: LineKind = LineKind.PERSON
    section: Section | None = None
    commitment: Commitment | None = None

    @property
    def under(self) -> Section:
        """The heading under which it stands."""
        return self.section or _SECTION_OF[self.kind]


@dataclass(frozen=True, slots=True)
class Withheld:
    """A claim that the relative is not told, and why."""

    claim: Claim
    because: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What would be given, and what is wrong with it.

    Attributes:
        lines: as they would stand; in the order of the headings.
        text: all of it.
        faults: by the number of a line, what is wrong with its words.
        grave: it touches death, injury, release or rescue, so that a second person must read it.
    """

    lines: tuple[ToldLine, ...]
    text: str
    faults: dict[int, tuple[str, ...]]
    grave: bool


def look_at(
    user: User,
    enquirer: Enquirer,
    person: Person,
    *,
    language: str,
    until: date,
    lines: Sequence[NewLine],
    since: date | None = None,
) -> Looked:
    """What a briefing of these sentences would say, to the letter, and what is wrong with it. Stores nothing.

    Raises:
        NotThereError: something named here is not there or not for this user.
    """
    case = access.reach(user, Permission.LIAISE, enquirer)
    access.same_case(user, case, person, *_claims(lines), *_commitments(lines))
    return _looked(user, case, enquirer, person, language, since, until, lines)


def keep_draft(
    user: User,
    enquirer: Enquirer,
    person: Person,
    *,
    language: str,
    until: date,
    lines: Sequence[NewLine],
    since: date | None = None,
    withheld: Sequence[Withheld] = (),
) -> BriefingDraft:
    """Keep a briefing as written, to be frozen by a second look; the same draft as it is.

    Raises:
        BadInputError, ConflictError: as for `freeze_briefing`; or it does not say what comes next.
    """
    with transaction.atomic():
        take_turn()
        case, looked = _checked(user, enquirer, person, language, since, until, lines, withheld)
        if not any(line.under is Section.NEXT for line in lines):
            raise BadInputError(
                gettext("it is not said what we do next"),
                gettext("Write at least one sentence about it, and by when."),
            )
        stored = [
            {
                "section": line.under.value,
                "text": one_line(line.text),
                "claim": line.claim.pk if line.claim else None,
                "commitment": line.commitment.pk if line.commitment else None,
            }
            for line in lines
        ]
        kept = [{"claim": entry.claim.pk, "because": entry.because} for entry in withheld]
        known = {"language": language, "since": since, "until": until, "grave": looked.grave}
        alike = BriefingDraft.objects.filter(
            case=case, enquirer=enquirer, person=person, entered_by=user, decision__isnull=True, **known
        )
        if (found := next((d for d in alike if (d.lines, d.withheld) == (stored, kept)), None)) is not None:
            return found
        claims = [*_claims(lines), *(entry.claim for entry in withheld)]
        draft = BriefingDraft.objects.create(
            case=case,
            enquirer=enquirer,
            person=person,
            lines=stored,
            withheld=kept,
            classification=max([0, *(claim.classification for claim in claims)]),
            entered_by=user,
            **known,
        )
        draft.claims.add(*claims)
        audit.append(
            user,
            "keep_draft",
            case=case,
            about=[draft, enquirer, person, *claims],
            detail={"lines": len(stored), "withheld": len(kept), "grave": looked.grave},
        )
        return draft


def decide_draft(user: User, draft: BriefingDraft, *, approves: bool, reason: str = "") -> DraftDecision:
    """Freeze a draft as a briefing, or send it back with the reason.

    Raises:
        ConflictError: it was decided already; the writer would approve of grave words alone; or things have changed
            so that it may not be told any more.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.LIAISE, draft)
        held = BriefingDraft.objects.select_related("enquirer", "person", "entered_by").get(pk=draft.pk)
        found = DraftDecision.objects.filter(draft=held).first()
        if found is not None:
            if (found.entered_by_id, found.approves) == (user.pk, approves):
                return found
            raise ConflictError(
                gettext("this draft was decided already"), gettext("Write another if something is to change.")
            )
        if not approves:
            require_reason(reason)
            decision = DraftDecision.objects.create(draft=held, approves=False, reason=reason, entered_by=user)
            audit.append(user, "send_back_draft", case=case, about=[decision, held, held.enquirer, held.person])
            return decision
        if held.grave and held.entered_by_id == user.pk:
            raise ConflictError(
                gettext("it touches death, injury, release or rescue, and whoever wrote it does not approve it"),
                gettext("Have a second person who works with enquirers read and approve it."),
                kind="own-draft",
            )
        lines, withheld = lines_of(user, held), withheld_of(user, held)
        briefing = _freeze(
            user,
            held.enquirer,
            held.person,
            language=held.language,
            since=held.since,
            until=held.until,
            lines=lines,
            withheld=withheld,
            writer=held.entered_by,
            reader=user if user.pk != held.entered_by_id else None,
        )
        decision = DraftDecision.objects.create(
            draft=held, approves=True, reason=reason, briefing=briefing, entered_by=user
        )
        audit.append(user, "approve_draft", case=case, about=[decision, held, briefing])
        return decision


def lines_of(user: User, draft: BriefingDraft) -> list[NewLine]:
    """The sentences of a draft."""
    claims = access.visible(user, Claim).in_bulk([row["claim"] for row in draft.lines if row["claim"]])
    promises = access.visible(user, Commitment).in_bulk(
        [row["commitment"] for row in draft.lines if row["commitment"]]
    )
    return [
        NewLine(
            row["text"],
            _held(claims, Claim, row["claim"]),
            section=Section(row["section"]),
            commitment=_held(promises, Commitment, row["commitment"]),
        )
        for row in draft.lines
    ]


def withheld_of(user: User, draft: BriefingDraft) -> list[Withheld]:
    """What a draft keeps back, and why."""
    claims = access.visible(user, Claim).in_bulk([row["claim"] for row in draft.withheld])
    return [
        Withheld(claim, row["because"])
        for row in draft.withheld
        if (claim := _held(claims, Claim, row["claim"])) is not None
    ]


def freeze_briefing(
    user: User,
    enquirer: Enquirer,
    person: Person,
    *,
    language: str,
    until: date,
    lines: Sequence[NewLine],
    since: date | None = None,
    withheld: Sequence[Withheld] = (),
) -> Briefing:
    """Freeze a briefing with its hash; the same one is returned as it is.

    Args:
        since, until: the time it speaks of.

    Raises:
        BadInputError: a sentence about the person cites nothing, or cites what is not about this person; or its words
            state somebody's fate as a fact.
        ConflictError: the enquirer did not ask about the person, a claim no longer counts or may not be told, or
            it is grave, and so needs a draft that a second person approves (`keep_draft`, `decide_draft`).
    """
    with transaction.atomic():
        take_turn()
        return _freeze(
            user,
            enquirer,
            person,
            language=language,
            since=since,
            until=until,
            lines=lines,
            withheld=withheld,
            writer=user,
            reader=None,
        )


def _freeze(
    user: User,
    enquirer: Enquirer,
    person: Person,
    *,
    language: str,
    since: date | None,
    until: date,
    lines: Sequence[NewLine],
    withheld: Sequence[Withheld],
    writer: User,
    reader: User | None,
) -> Briefing:
    case, looked = _checked(user, enquirer, person, language, since, until, lines, withheld)
    if looked.grave and reader is None:
        raise ConflictError(
            gettext("a briefing on death, injury, release or rescue needs a second reader"),
            gettext("Keep it as a draft, and have somebody else who works with enquirers read and approve it."),
        )
    sha256 = hashlib.sha256(looked.text.encode()).hexdigest()
    known = {"language": language, "since": since, "until": until, "sha256": sha256}
    ordered = sorted(lines, key=lambda line: list(Section).index(line.under))
    wanted = [(line.text, line.claim.pk if line.claim else None, "") for line in _tidied(ordered)]
    wanted += [("", entry.claim.pk, entry.because) for entry in withheld]
    same = Briefing.objects.filter(case=case, enquirer=enquirer, person=person, second_reader=reader, **known)
    for found in same:
        stored = found.lines.order_by("order").values_list("text", "claim_id", "withheld_because")
        if list(stored) == wanted:
            return found
    claims = [*_claims(lines), *(entry.claim for entry in withheld)]
    briefing = Briefing.objects.create(
        case=case,
        enquirer=enquirer,
        person=person,
        text=looked.text,
        second_reader=reader,
        classification=max([0, *(claim.classification for claim in claims)]),
        entered_by=writer,
        **known,
    )
    for order, (line, told) in enumerate(zip(ordered, looked.lines, strict=True), start=1):
        BriefingLine.objects.create(
            briefing=briefing,
            order=order,
            text=told.text,
            claim=line.claim,
            commitment=line.commitment,
            section=told.section,
            said_by=told.said_by,
            quote=told.quote,
            quote_language=told.quote_language,
            translation=told.translation,
            entered_by=writer,
        )
    for order, entry in enumerate(withheld, start=len(ordered) + 1):
        BriefingLine.objects.create(
            briefing=briefing, order=order, claim=entry.claim, withheld_because=entry.because, entered_by=writer
        )
    audit.append(
        user,
        "freeze_briefing",
        case=case,
        about=[briefing, enquirer, person, *_claims(lines)],
        detail={"sha256": sha256, "lines": len(lines), "withheld": len(withheld)},
    )
    return briefing


def record_delivery(
    user: User, briefing: Briefing, *, on: date, channel: str, by: str = "", reactions: str = ""
) -> Delivery:
    """Record how a briefing was given; the same delivery is returned as it is.

    Args:
        by: who gave it; the acting user if left out.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.LIAISE, briefing)
        who = by or user.get_full_name() or user.username
        known = {"on": on, "by": who, "channel": channel, "reactions": reactions}
        found = Delivery.objects.filter(briefing=briefing, **known).first()
        if found is not None:
            return found
        delivery = Delivery.objects.create(briefing=briefing, entered_by=user, **known)
        audit.append(user, "record_delivery", case=case, about=[delivery, briefing])
        return delivery


def reserve_claim(user: User, claim: Claim, *, enquirer: Enquirer | None, reason: str) -> Reservation:
    """Say for whom alone among the relatives a claim is; without an enquirer, that it is for everybody again.

    Raises:
        ConflictError: the enquirer never asked about the person of whom the claim speaks.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.LIAISE, claim)
        access.same_case(user, case, enquirer)
        require_reason(reason)
        if enquirer is not None:
            require_enquiry(enquirer, claim.person)
        newest = Reservation.objects.filter(claim=claim).order_by("-pk").first()
        if newest is not None and (newest.enquirer_id, newest.reason) == (enquirer.pk if enquirer else None, reason):
            return newest
        made = Reservation.objects.create(claim=claim, enquirer=enquirer, reason=reason, entered_by=user)
        audit.append(
            user,
            "reserve_claim",
            case=case,
            about=[made, claim, *([enquirer] if enquirer else [])],
            detail={"for_one": enquirer is not None},
        )
        return made


def told_before(enquirer: Enquirer, person: Person) -> dict[int, date]:
    """The claims that this enquirer was told about the person, with the day on which each was told first.

    What was frozen and never delivered was not told.
    """
    rows = BriefingLine.objects.filter(
        briefing__enquirer=enquirer,
        briefing__person=person,
        briefing__deliveries__isnull=False,
        claim__isnull=False,
        withheld_because="",
    )
    told = rows.order_by().values_list("claim").annotate(first=Min("briefing__deliveries__on"))
    return dict(told)


def _checked(
    user: User,
    enquirer: Enquirer,
    person: Person,
    language: str,
    since: date | None,
    until: date,
    lines: Sequence[NewLine],
    withheld: Sequence[Withheld],
) -> tuple[Case, Looked]:
    case = access.reach(user, Permission.LIAISE, enquirer)
    cited = _claims(lines)
    access.same_case(user, case, person, *cited, *(entry.claim for entry in withheld), *_commitments(lines))
    require_enquiry(enquirer, person)
    _check_lines(person, lines, withheld)
    _check_cited(enquirer, person, lines)
    for commitment in _commitments(lines):
        about = {one.pk for one in commitment.persons.all()}
        if person.pk not in about and not (commitment.collective and not about):
            raise BadInputError(
                gettext("{commitment} is about others").format(commitment=access.ref_of(commitment)),
                gettext("A briefing speaks of one person only."),
            )
        if not may_be_told(commitment):
            raise ConflictError(
                gettext("{commitment} is not for relatives").format(commitment=access.ref_of(commitment)),
                gettext("Leave it out."),
            )
    looked = _looked(user, case, enquirer, person, language, since, until, lines)
    if looked.faults:
        ordered = sorted(lines, key=lambda line: list(Section).index(line.under))
        raise BadInputError(
            "\n".join(f"“{ordered[n].text}”: {'; '.join(found)}" for n, found in looked.faults.items()),
            gettext("Say who said it, in what way; and cite the claim."),
        )
    return case, looked


def _looked(
    user: User,
    case: Case,
    enquirer: Enquirer,
    person: Person,
    language: str,
    since: date | None,
    until: date,
    lines: Sequence[NewLine],
) -> Looked:
    base = told_words.base_language(language)
    teller = Teller(user, case, enquirer, base)
    known = {claim.pk: claim for claim in claims_to_tell(user, person)} if any(line.claim for line in lines) else {}
    cited = [known.get(claim.pk, claim) for claim in _claims(lines)]
    promises = list(
        Commitment.objects.filter(pk__in=[c.pk for c in _commitments(lines)]).select_related(
            "statement__capture__publisher"
        )
    )
    teller.take(cited, promises)
    promised = {promise.pk: promise for promise in promises}
    rests_on = [claim.statement_id for claim in cited] + [promise.statement_id for promise in promises]
    known_names = names_known_to(user, enquirer, cited=[pk for pk in rests_on if pk is not None])
    told: list[ToldLine] = []
    faults: dict[int, tuple[str, ...]] = {}
    grave = False
    ordered = sorted(lines, key=lambda line: list(Section).index(line.under))
    for number, line in enumerate(_tidied(ordered)):
        telling: Telling | None = None
        polarity = None
        if line.claim is not None:
            claim = known.get(line.claim.pk, line.claim)
            taken_back = line.under is Section.TAKEN_BACK
            telling = teller.claim(claim, earlier=(until, until) if taken_back else None)
            polarity = None if taken_back else claim.polarity
            grave |= claim.subject in GRAVE
        elif line.commitment is not None:
            telling = teller.promise(promised[line.commitment.pk])
            grave = True  # what is promised to families is, nearly always, that somebody comes free
        wrong = list(bare_words.faults_of(line.text, base, polarity))
        proposed = telling is not None and line.text == one_line(telling.text)
        names: Teller | NamesKept = teller if proposed else known_names
        if names.protected.stand_in(line.text):
            wrong.append(gettext("it names a source that is protected"))
        if names.others.stand_in(line.text):
            wrong.append(gettext("it names somebody else who asks here"))
        if names.people.stand_in(line.text):
            wrong.append(gettext("it names another sought person, about whom this relative did not ask"))
        if wrong:
            faults[number] = tuple(wrong)
        quoted = telling.quote if telling else ""
        grave |= bare_words.is_grave(line.text, base)
        # What a source said stands there in the source's language, whatever that of the briefing is.
        theirs = [quoted, line.claim.value if line.claim is not None else ""]
        grave |= any(bare_words.is_grave(words, one) for words in theirs for one in told_words.LANGUAGES)
        below = (telling.said_by, quoted, telling.quote_language, telling.translation) if telling else ()
        told.append(ToldLine(line.under.value, line.text, *below))
    name = name_in(user, person, base)
    return Looked(tuple(told), text_of(base, name, since=since, until=until, lines=told), faults, grave)


def _tidied(lines: Sequence[NewLine]) -> list[NewLine]:
    return [replace(line, text=one_line(line.text)) for line in lines]


def _claims(lines: Sequence[NewLine]) -> list[Claim]:
    return [line.claim for line in lines if line.claim is not None]


def _commitments(lines: Sequence[NewLine]) -> list[Commitment]:
    return [line.commitment for line in lines if line.commitment is not None]


def _held(found: dict[int, T], model: type[T], pk: int | None) -> T | None:
    if pk is None:
        return None
    if pk not in found:
        raise access.not_there(model, pk)
    return found[pk]


def _check_lines(person: Person, lines: Sequence[NewLine], withheld: Sequence[Withheld]) -> None:
    if not lines or any(not line.text.strip() for line in lines):
        raise BadInputError(
            gettext("the briefing has no words"), gettext("Write at least what the desk did and what comes next.")
        )
    for line in lines:
        if line.under in ABOUT_PERSON and line.claim is None:
            raise BadInputError(
                gettext('nothing is cited for "{text}"').format(text=line.text),
                gettext("Cite the claim that says so; only what we did, and what comes next, stands without one."),
            )
    for claim in [*_claims(lines), *(entry.claim for entry in withheld)]:
        if claim.person_id != person.pk:
            raise BadInputError(
                gettext("{claim} is about somebody else").format(claim=access.ref_of(claim)),
                gettext("A briefing speaks of one person only."),
            )
    if any(not entry.because.strip() for entry in withheld):
        raise BadInputError(
            gettext("it is not said why something is withheld"), gettext("Say why; the relative may ask one day.")
        )


def _check_cited(enquirer: Enquirer, person: Person, lines: Sequence[NewLine]) -> None:
    ids = [claim.pk for claim in _claims(lines)]
    counting = set(active_claims(Claim.objects.filter(pk__in=ids)).values_list("pk", flat=True))
    rows = Claim.objects.filter(pk__in=ids).select_related(
        "statement__capture", "item__list__capture", "answer", "second_reading"
    )
    kept = why_kept(list(rows), enquirer)
    told = told_before(enquirer, person)
    for line in lines:
        claim = line.claim
        if claim is None:
            continue
        ref = access.ref_of(claim)
        if line.under is Section.TAKEN_BACK:
            if claim.pk in counting or claim.pk not in told:
                raise ConflictError(
                    gettext("{ref} was not told and taken back").format(ref=ref),
                    gettext("Tell it under what is new, or leave it out."),
                )
            continue
        if claim.pk not in counting:
            raise ConflictError(
                gettext("{ref} was withdrawn").format(ref=ref),
                gettext("Leave the sentence out, or cite what stands now."),
            )
        if claim.pk in kept:
            what, remedy = _KEPT[kept[claim.pk]]
            raise ConflictError(gettext("{ref} {what}").format(ref=ref, what=what), remedy)

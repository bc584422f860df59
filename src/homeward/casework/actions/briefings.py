"""What a relative is told: frozen as given, every sentence about the person with the claim that it cites."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db import transaction
from django.utils.translation import gettext

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.actions.enquiries import require_enquiry
from homeward.casework.models import (
    GRAVE,
    Briefing,
    BriefingLine,
    Claim,
    Classification,
    Delivery,
    Enquirer,
    Person,
    User,
    active_claims,
)
from homeward.errors import BadInputError, ConflictError


class LineKind(StrEnum):
    """What a sentence of a briefing is about."""

    PERSON = "person"  # states something about the person: cites its claim
    WE = "we"  # what the desk did
    NEXT = "next"  # what comes next


@dataclass(frozen=True, slots=True)
class NewLine:
    """One sentence, and the claim that it cites."""

    text: str
    claim: Claim | None = None
    kind: LineKind = LineKind.PERSON


@dataclass(frozen=True, slots=True)
class Withheld:
    """A claim that the relative is not told, and why."""

    claim: Claim
    because: str


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
    second_reader: User | None = None,
) -> Briefing:
    """Freeze a briefing with its hash; the same one is returned as it is.

    Args:
        since, until: the time it speaks of.
        second_reader: another person who read it; needed for death, health, release and what is confidential.

    Raises:
        BadInputError: a sentence about the person cites nothing, or cites what is not about this person.
        ConflictError: the enquirer did not ask about the person, a claim no longer counts, a claim is confidential
            to a mediator, or nobody else has read it.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.LIAISE, enquirer)
        cited = [line.claim for line in lines if line.claim is not None]
        kept_back = [entry.claim for entry in withheld]
        access.same_case(user, case, person, *cited, *kept_back)
        require_enquiry(enquirer, person)
        _check_lines(person, lines, withheld)
        _check_cited(cited)
        if any(claim.subject in GRAVE or claim.classification > Classification.DESK for claim in cited):
            _check_second_reader(user, second_reader, person, cited)
        text = "\n".join(line.text.strip() for line in lines)
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        known = {"language": language, "since": since, "until": until, "sha256": sha256}
        same = Briefing.objects.filter(
            case=case, enquirer=enquirer, person=person, second_reader=second_reader, **known
        )
        wanted = [(line.text.strip(), line.claim.pk if line.claim else None, "") for line in lines]
        wanted += [("", entry.claim.pk, entry.because) for entry in withheld]
        for found in same:
            stored = found.lines.order_by("order").values_list("text", "claim_id", "withheld_because")
            if list(stored) == wanted:
                return found
        briefing = Briefing.objects.create(
            case=case,
            enquirer=enquirer,
            person=person,
            text=text,
            second_reader=second_reader,
            classification=max([0, *(claim.classification for claim in (*cited, *kept_back))]),
            entered_by=user,
            **known,
        )
        for order, (words, claim_id, because) in enumerate(wanted, start=1):
            BriefingLine.objects.create(
                briefing=briefing,
                order=order,
                text=words,
                claim_id=claim_id,
                withheld_because=because,
                entered_by=user,
            )
        audit.append(
            user,
            "freeze_briefing",
            case=case,
            about=[briefing, enquirer, person, *cited],
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
        known = {"on": on, "by": by or user.username, "channel": channel, "reactions": reactions}
        found = Delivery.objects.filter(briefing=briefing, **known).first()
        if found is not None:
            return found
        delivery = Delivery.objects.create(briefing=briefing, entered_by=user, **known)
        audit.append(user, "record_delivery", case=case, about=[delivery, briefing])
        return delivery


def _check_lines(person: Person, lines: Sequence[NewLine], withheld: Sequence[Withheld]) -> None:
    if not lines or any(not line.text.strip() for line in lines):
        raise BadInputError(
            gettext("the briefing has no words"), gettext("Write at least what the desk did and what comes next.")
        )
    for line in lines:
        if line.kind == LineKind.PERSON and line.claim is None:
            raise BadInputError(
                gettext('nothing is cited for "{text}"').format(text=line.text),
                gettext("Cite the claim that says so; only what we did, and what comes next, stands without one."),
            )
    for claim in [*(line.claim for line in lines if line.claim), *(entry.claim for entry in withheld)]:
        if claim.person_id != person.pk:
            raise BadInputError(
                gettext("{claim} is about somebody else").format(claim=access.ref_of(claim)),
                gettext("A briefing speaks of one person only."),
            )
    if any(not entry.because.strip() for entry in withheld):
        raise BadInputError(
            gettext("it is not said why something is withheld"), gettext("Say why; the relative may ask one day.")
        )


def _check_cited(cited: Sequence[Claim]) -> None:
    counting = set(
        active_claims(Claim.objects.filter(pk__in=[claim.pk for claim in cited])).values_list("pk", flat=True)
    )
    for claim in cited:
        if claim.pk not in counting:
            raise ConflictError(
                gettext("{claim} was withdrawn").format(claim=access.ref_of(claim)),
                gettext("Leave the sentence out, or cite what stands now."),
            )
        if claim.classification >= Classification.MEDIATOR:
            raise ConflictError(
                gettext("{claim} is confidential to a mediator").format(claim=access.ref_of(claim)),
                gettext("Withhold it, and say why in the record."),
            )


def _check_second_reader(user: User, reader: User | None, person: Person, cited: Sequence[Claim]) -> None:
    if reader is None or reader.pk == user.pk:
        raise ConflictError(
            gettext("a briefing on death, health, release or what is confidential needs a second reader"),
            gettext("Have somebody else at the desk read it, and name them."),
        )
    case = access.reach(reader, Permission.READ, person)
    access.same_case(reader, case, *cited)

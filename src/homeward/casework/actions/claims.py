"""Claims: add what a source says of a person, and withdraw what turns out to be wrongly recorded.

Death, injury and release set nothing going: no act of Homeward sends anything to anybody. Such a claim waits for a
second person (`confirm_claim`) before it takes part in the headline of a picture, and a relative hears of it only
what two people have read (`freeze_briefing`) (D11).
"""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.actions.reasons import require_reason
from homeward.casework.models import (
    GRAVE,
    Answer,
    Case,
    Claim,
    Classification,
    Credibility,
    Judgement,
    ListItem,
    Person,
    SecondReading,
    Statement,
    User,
    Withdrawal,
    active_claims,
)
from homeward.errors import BadInputError, ConflictError
from homeward.records import ClaimSubject, PartialDate, Polarity


def add_claim(
    user: User,
    person: Person,
    *,
    subject: ClaimSubject,
    polarity: Polarity = Polarity.ASSERTS,
    value: str = "",
    statement: Statement | None = None,
    item: ListItem | None = None,
    collective: bool = False,
    valid_time: PartialDate | None = None,
    asserted_on: PartialDate | None = None,
    credibility: Credibility = Credibility.UNJUDGED,
    contradicts: Claim | None = None,
    classification: Classification = Classification.DESK,
) -> Claim:
    """Record what a source says of a person; the same claim, if it stands, is returned as it is.

    Args:
        statement, item: what it rests on; at least one.
        asserted_on: when the source said so; the statement's or the list's own date if left out.
        contradicts: an earlier claim that this one takes back, said by the same source.

    Raises:
        BadInputError: it rests on nothing, or person and source belong to different cases.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.ENTER, person)
        access.same_case(user, case, statement, item, contradicts)
        if contradicts is not None and contradicts.person_id != person.pk:
            raise BadInputError(
                gettext("the claim it takes back is about somebody else"),
                gettext("Choose a claim about the same person."),
            )
        claim, created = store_claim(
            user,
            case,
            person,
            subject=subject,
            polarity=polarity,
            value=value,
            statement=statement,
            item=item,
            collective=collective,
            valid_time=valid_time,
            asserted_on=asserted_on,
            credibility=credibility,
            contradicts=contradicts,
            classification=classification,
        )
        if created:
            audit.append(
                user,
                "add_claim",
                case=case,
                about=[claim, person],
                detail={"subject": claim.subject, "polarity": claim.polarity},
            )
        return claim


def withdraw_claim(user: User, claim: Claim, *, reason: str) -> Withdrawal:
    """Take a claim out of the picture; it stays readable with its reason.

    Raises:
        ConflictError: it is withdrawn already.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.ENTER, claim)
        require_reason(reason)
        if Withdrawal.objects.filter(claim=claim).exists():
            raise ConflictError(
                gettext("{claim} is withdrawn already").format(claim=access.ref_of(claim)),
                gettext("Add the claim anew if it should count again."),
            )
        withdrawal = Withdrawal.objects.create(claim=claim, reason=reason, entered_by=user)
        audit.append(user, "withdraw_claim", case=case, about=[claim, withdrawal])
        return withdrawal


def confirm_claim(user: User, claim: Claim, *, note: str = "") -> SecondReading:
    """Say, as a second person, that a grave claim is rightly recorded: these words, this person, this source.

    Nothing is sent to anybody. What turns out wrong later is withdrawn.

    Raises:
        BadInputError: the claim needs no second reader.
        ConflictError: the user recorded it, or it no longer counts.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.JUDGE, claim)
        ref = access.ref_of(claim)
        if claim.subject not in GRAVE or claim.polarity != Polarity.ASSERTS:
            raise BadInputError(
                gettext("{ref} needs no second reader").format(ref=ref), gettext("Nothing is to be done.")
            )
        Claim.objects.select_for_update().get(pk=claim.pk)
        done = SecondReading.objects.filter(claim=claim).first()
        if done is not None:
            return done
        if claim.entered_by_id == user.pk:
            raise ConflictError(
                gettext("{ref} was recorded by you, and needs a second reader").format(ref=ref),
                gettext("Ask somebody else at the desk to read it."),
            )
        if not active_claims(Claim.objects.filter(pk=claim.pk)).exists():
            raise ConflictError(
                gettext("{ref} no longer counts").format(ref=ref), gettext("Nothing is to be confirmed.")
            )
        reading = SecondReading.objects.create(claim=claim, note=note, entered_by=user)
        audit.append(user, "confirm_claim", case=case, about=[claim, claim.person], detail={"subject": claim.subject})
        return reading


def store_claim(
    user: User,
    case: Case,
    person: Person,
    *,
    subject: ClaimSubject,
    polarity: Polarity,
    value: str = "",
    statement: Statement | None = None,
    item: ListItem | None = None,
    collective: bool = False,
    valid_time: PartialDate | None = None,
    asserted_on: PartialDate | None = None,
    credibility: Credibility = Credibility.UNJUDGED,
    contradicts: Claim | None = None,
    classification: int = Classification.DESK,
    judgement: Judgement | None = None,
    answer: Answer | None = None,
) -> tuple[Claim, bool]:
    """Store a claim within another act, which has checked the user and writes the audit event.

    Returns:
        the claim, and whether it is new. Its classification is at least that of everything it rests on (D25).
    """
    if statement is None and item is None:
        raise BadInputError(
            gettext("the claim rests on nothing"), gettext("Give the statement or the row of a list that says so.")
        )
    fields = {
        "subject": ClaimSubject(subject),
        "polarity": Polarity(polarity),
        "value": value,
        "collective": collective,
        "valid_time": valid_time,
        "asserted_on": asserted_on or _asserted(statement, item),
        "statement": statement,
        "item": item,
        "judgement": judgement,
        "answer": answer,
        "contradicts": contradicts,
    }
    same = access.visible(user, Claim).filter(person=person, **{k: v for k, v in fields.items() if v is not None})
    same = same.filter(**{f"{name}__isnull": True for name, held in fields.items() if held is None})
    found = active_claims(same).first()
    if found is not None and found.classification >= classification:
        return found, False
    levels = [int(classification)]
    if statement is not None:
        levels += [statement.classification, statement.capture.classification]
    if item is not None:
        levels.append(item.list.capture.classification)
    if contradicts is not None:
        levels.append(contradicts.classification)
    claim = Claim.objects.create(
        case=case,
        person=person,
        credibility=credibility,
        classification=max(levels),
        entered_by=user,
        **fields,
    )
    return claim, True


def _asserted(statement: Statement | None, item: ListItem | None) -> PartialDate | None:
    if statement is not None:
        return statement.said_on or statement.capture.published
    assert item is not None
    return item.list.as_of or item.list.capture.published

"""Those who ask: enquirers, what they asked, what they consented to; what harm a disclosure may do, and what left."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.actions.reasons import require_reason
from homeward.casework.detriment import kept_back
from homeward.casework.leaving_fields import of_all
from homeward.casework.models import (
    Case,
    Consent,
    ConsentPurpose,
    DetrimentItem,
    Disclosure,
    Enquirer,
    Enquiry,
    HarmAssessment,
    Party,
    Person,
    User,
)
from homeward.errors import BadInputError, ConflictError
from homeward.records import PartialDate

# No vowels, so that no word arises; nothing that is misread on the telephone (0 and O, 1 and I, 5 and S, 2 and Z).
_REFERENCE_LETTERS = "BCDFGHJKLMNPQRTVWX346789"
_REFERENCE_LENGTH = 9  # 24 ** 9 = 2.6e12: whoever knows one reference cannot guess another


def record_enquirer(user: User, case: Case, name: str, *, language: str = "", safe_contact: str = "") -> Enquirer:
    """Record a person who asks; one of the same name, language and contact is returned as it is."""
    with transaction.atomic():
        access.require(user, Permission.LIAISE, case)
        if not name.strip():
            raise BadInputError(
                gettext("the enquirer has no name"), gettext("Write the name by which they wish to be called.")
            )
        known = {"name": name, "language": language, "safe_contact": safe_contact}
        found = access.visible(user, Enquirer).filter(case=case, **known).first()
        if found is not None:
            return found
        enquirer = Enquirer.objects.create(case=case, entered_by=user, **known)
        audit.append(user, "record_enquirer", case=case, about=[enquirer])
        return enquirer


def record_enquiry(
    user: User,
    enquirer: Enquirer,
    person: Person,
    *,
    relation: str,
    channel: str,
    asked_on: date,
    questions: str,
    follow_up_on: date | None = None,
) -> Enquiry:
    """Record what an enquirer asked about a person, under a reference that cannot be guessed."""
    with transaction.atomic():
        case = access.reach(user, Permission.LIAISE, enquirer)
        access.same_case(user, case, person)
        known = {
            "relation": relation,
            "channel": channel,
            "asked_on": asked_on,
            "questions": questions,
            "follow_up_on": follow_up_on,
        }
        found = Enquiry.objects.filter(enquirer=enquirer, person=person, **known).first()
        if found is not None:
            return found
        enquiry = Enquiry.objects.create(
            enquirer=enquirer, person=person, reference=_new_reference(), entered_by=user, **known
        )
        audit.append(user, "record_enquiry", case=case, about=[enquiry, enquirer, person])
        return enquiry


def record_consent(
    user: User,
    enquirer: Enquirer,
    person: Person,
    *,
    purpose: ConsentPurpose,
    given: bool,
    on: date,
    wording: str,
    scope: str = "",
) -> Consent:
    """Record that consent for one purpose was given, or was taken back.

    Args:
        scope: which party or outlet it is for; empty: any.
        wording: the words that were put to the enquirer, or theirs.

    Raises:
        ConflictError: the enquirer never asked about this person.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.LIAISE, enquirer)
        access.same_case(user, case, person)
        if not wording.strip():
            raise BadInputError(
                gettext("the consent has no wording"), gettext("Write the words that were put to the enquirer.")
            )
        require_enquiry(enquirer, person)
        newest = (
            Consent.objects.filter(enquirer=enquirer, person=person, purpose=purpose, scope=scope)
            .order_by("-pk")
            .first()
        )
        if newest is not None and (newest.given, newest.on, newest.wording) == (given, on, wording):
            return newest
        consent = Consent.objects.create(
            enquirer=enquirer,
            person=person,
            purpose=purpose,
            scope=scope,
            given=given,
            on=on,
            wording=wording,
            entered_by=user,
        )
        audit.append(
            user,
            "record_consent",
            case=case,
            about=[consent, enquirer, person],
            detail={"purpose": ConsentPurpose(purpose).value, "given": given},
        )
        return consent


def assess_harm(
    user: User,
    person: Person,
    *,
    recipient: Party,
    fields: Collection[str],
    legal_basis: str,
    assessment: str,
    allows: bool,
) -> HarmAssessment:
    """Record why disclosing a person to a party does no harm, or that it would; the newest that fits counts.

    Args:
        fields: what would leave of the person, as `leaving_fields` tells it: it covers exactly these.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.HAND_OVER, person)
        access.same_case(user, case, recipient)
        require_reason(assessment)
        if not legal_basis.strip():
            raise BadInputError(
                gettext("no legal basis is given"), gettext("Name the basis that the disclosure would rely on.")
            )
        if not fields:
            raise BadInputError(
                gettext("it is not said what would leave"),
                gettext("Assess harm for what a list tells of the person."),
            )
        newest = _newest_assessment(person, recipient)
        told = (legal_basis, assessment, allows, sorted(fields))
        if newest is not None and (newest.legal_basis, newest.assessment, newest.allows, newest.fields) == told:
            return newest
        made = HarmAssessment.objects.create(
            person=person,
            recipient=recipient,
            legal_basis=legal_basis,
            assessment=assessment,
            allows=allows,
            fields=sorted(fields),
            entered_by=user,
        )
        audit.append(user, "assess_harm", case=case, about=[made, person, recipient], detail={"allows": allows})
        return made


def allow_all(
    user: User,
    people: Iterable[Person],
    *,
    recipient: Party,
    fields: Mapping[int, frozenset[str]],
    legal_basis: str,
    assessment: str,
) -> None:
    """Record of each of several people, for one and the same reason, that disclosing them to a party does no harm.

    Args:
        fields: by person, what would leave.
    """
    for person in people:
        assess_harm(
            user,
            person,
            recipient=recipient,
            fields=fields[person.pk],
            legal_basis=legal_basis,
            assessment=assessment,
            allows=True,
        )


def record_disclosure(
    user: User,
    person: Person,
    *,
    fields: Sequence[str],
    purpose: str,
    on: PartialDate | None = None,
    recipient: Party | None = None,
    recipient_words: str = "",
    approved_by: User | None = None,
) -> Disclosure:
    """Record what left the desk about a person, to whom and why.

    Raises:
        BadInputError: it is not said to whom, or what.
        ConflictError: the recipient is a party for which no harm assessment allows it.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.HAND_OVER, person)
        access.same_case(user, case, recipient)
        require_reason(purpose)
        if not fields or (recipient is None and not recipient_words.strip()):
            raise BadInputError(
                gettext("a disclosure says what left and to whom"), gettext("Give the fields, and the recipient.")
            )
        if recipient is not None:
            refuse_disclosure_unless_allowed([person], recipient, of_all([person], fields))
        known = {
            "recipient": recipient,
            "recipient_words": recipient_words,
            "fields": sorted(fields),
            "purpose": purpose,
            "approved_by": approved_by or user,
        }
        for found in Disclosure.objects.filter(person=person, handover=None, **known):
            if found.on == on:
                return found
        disclosure = Disclosure.objects.create(person=person, on=on, entered_by=user, **known)
        about = [disclosure, person, *([recipient] if recipient else [])]
        audit.append(user, "record_disclosure", case=case, about=about, detail={"fields": len(fields)})
        return disclosure


def refuse_disclosure_unless_allowed(
    people: Sequence[Person], recipient: Party, fields: Mapping[int, frozenset[str]]
) -> None:
    """Refuse unless for each person the harm assessment of just this allows it, no consent was taken back, and the
    person is not marked as detrimental to name (D2, D3, D4).

    Args:
        fields: by person, what would leave.

    Raises:
        ConflictError: names everybody for whom something is missing, so that all of it can be seen to at once.
    """
    unassessed: list[str] = []
    otherwise: list[str] = []
    harmed: list[str] = []
    assessed = newest_assessments(people, recipient, fields)
    before = assessed_before(people, recipient)
    for person in people:
        newest = assessed.get(person.pk)
        if newest is None:
            (otherwise if person.pk in before else unassessed).append(access.ref_of(person))
        elif not newest.allows:
            harmed.append(access.ref_of(person))
    if unassessed:
        raise ConflictError(
            gettext('no harm assessment for "{name}": {unassessed}').format(
                name=recipient.name, unassessed=", ".join(unassessed)
            ),
            gettext("Assess for each person what harm the disclosure may do; they cannot be asked."),
        )
    if otherwise:
        raise ConflictError(
            gettext('harm was assessed for "{name}", and for other fields than would leave now: {otherwise}').format(
                name=recipient.name, otherwise=", ".join(otherwise)
            ),
            gettext(
                "Assess anew what would leave now; an assessment covers the fields and the party it was made for."
            ),
            kind="assessed-otherwise",
        )
    if harmed:
        raise ConflictError(
            gettext('disclosure to "{name}" would harm: {harmed}').format(
                name=recipient.name, harmed=", ".join(harmed)
            ),
            gettext("Leave them off the list, or assess anew if things have changed."),
        )
    refuse_if_detrimental(people, recipient)
    refuse_if_taken_back(people, recipient)


def refuse_if_taken_back(people: Sequence[Person], recipient: Party | None) -> None:
    """Refuse where consent to share with this recipient was taken back (D2).

    Raises:
        ConflictError: names everybody of whom it was.
    """
    gone = consents_taken_back(people, recipient)
    if withdrawn := [access.ref_of(person) for person in people if person.pk in gone]:
        raise ConflictError(
            gettext("consent to share was taken back: {withdrawn}").format(withdrawn=", ".join(withdrawn)),
            gettext("Leave them off the list, or speak with those who took it back."),
        )


def refuse_without_consent(people: Sequence[Person], recipient: Party | None, use: ConsentPurpose) -> None:
    """Refuse where consent to name a person to a party, or to this use, was taken back (D2).

    To be published or spoken of in the media, somebody must have agreed: silence is no consent to that.

    Raises:
        ConflictError: names everybody of whom it was taken back, or of whom nobody agreed.
    """
    refuse_if_taken_back(people, recipient)
    if use == ConsentPurpose.SHARE:
        return
    newest = _consents(people, recipient, use)
    gone = {person_id for (person_id, _), given in newest.items() if not given}
    if refs := [access.ref_of(person) for person in people if person.pk in gone]:
        raise ConflictError(
            gettext("consent to this was taken back: {refs}").format(refs=", ".join(refs)),
            gettext("Leave them off, or speak with those who took it back."),
        )
    agreed = {person_id for (person_id, _), given in newest.items() if given}
    refs = [access.ref_of(person) for person in people if person.pk not in agreed]
    if use in (ConsentPurpose.PUBLISH, ConsentPurpose.MEDIA) and refs:
        raise ConflictError(
            gettext("nobody has agreed to this: {refs}").format(refs=", ".join(refs)),
            gettext("Ask those who look for them, and record what they say."),
        )


def refuse_if_detrimental(people: Sequence[Person], recipient: Party | None) -> None:
    """Refuse where it would do harm that this recipient learns of a person at all.

    Raises:
        ConflictError: names everybody who was marked so.
    """
    kept = kept_back([person.pk for person in people], recipient)
    refs = [access.ref_of(person) for person in people if DetrimentItem.PERSON in kept.get(person.pk, ())]
    if refs:
        raise ConflictError(
            gettext("marked as detrimental to name, and so on no list for this recipient: {refs}").format(
                refs=", ".join(refs)
            ),
            gettext("Leave them off; or take the mark back on the person's page, if things have changed."),
            kind="detrimental",
        )


def refuse_what_no_longer_leaves(people: Sequence[Person], recipient: Party | None) -> None:
    """Refuse to give out again what names somebody who may not leave any more (D2, D4).

    Raises:
        ConflictError: names everybody of whom consent was taken back, or who is marked as detrimental to name.
    """
    refuse_if_detrimental(people, recipient)
    gone = consents_taken_back(people, recipient)
    if gone:
        raise ConflictError(
            gettext("consent to share was taken back: {withdrawn}").format(
                withdrawn=", ".join(f"P{pk}" for pk in sorted(gone))
            ),
            gettext("Prepare the list anew without them."),
            kind="consent-taken-back",
        )


def require_enquiry(enquirer: Enquirer, person: Person) -> None:
    """Keep relatives apart: an enquirer has to do only with those they asked about (D7).

    Raises:
        ConflictError: the enquirer never asked about this person.
    """
    if not Enquiry.objects.filter(enquirer=enquirer, person=person).exists():
        raise ConflictError(
            gettext("this enquirer has not asked about this person"), gettext("Record the enquiry first.")
        )


def _newest_assessment(person: Person, recipient: Party) -> HarmAssessment | None:
    return HarmAssessment.objects.filter(person=person, recipient=recipient).order_by("-pk").first()


def newest_assessments(
    people: Sequence[Person], recipient: Party, fields: Mapping[int, frozenset[str]]
) -> dict[int, HarmAssessment]:
    """By person, the assessment that counts for this party and for what would leave: the newest that covers it.

    One that allows covers exactly the fields that it was made for. One that forbids covers every list that tells as
    much or more; where its fields were not recorded, every list.
    """
    rows = HarmAssessment.objects.filter(person__in=[person.pk for person in people], recipient=recipient)
    found = {}
    for row in rows.select_related("entered_by").order_by("pk"):
        leaves = fields.get(row.person_id, frozenset())
        made_for = frozenset(row.fields) if row.fields is not None else None
        if made_for == leaves or (not row.allows and (made_for is None or made_for <= leaves)):
            found[row.person_id] = row
    return found


def assessed_before(people: Sequence[Person], recipient: Party) -> dict[int, HarmAssessment]:
    """By person, the newest assessment for this party, whatever fields it was made for."""
    rows = HarmAssessment.objects.filter(person__in=[person.pk for person in people], recipient=recipient)
    return {row.person_id: row for row in rows.order_by("pk")}


def consents_taken_back(people: Sequence[Person], recipient: Party | None) -> set[int]:
    """People of whom, for any enquirer, the newest word on sharing with this party is that consent is taken back."""
    newest = _consents(people, recipient, ConsentPurpose.SHARE)
    return {person_id for (person_id, _), given in newest.items() if not given}


def _consents(
    people: Sequence[Person], recipient: Party | None, purpose: ConsentPurpose
) -> dict[tuple[int, int], bool]:
    """By person and enquirer, whether the newest word on a purpose that counts for this recipient is yes."""
    newest: dict[tuple[int, int], bool] = {}
    meant = {"", *(name.strip().casefold() for name in _names_of(recipient))}
    consents = Consent.objects.filter(person__in=[person.pk for person in people], purpose=purpose).order_by("pk")
    for person_id, enquirer, scope, given in consents.values_list("person_id", "enquirer_id", "scope", "given"):
        if scope.strip().casefold() in meant:
            newest[person_id, enquirer] = given
    return newest


def _names_of(recipient: Party | None) -> list[str]:
    return [recipient.name, *recipient.other_names] if recipient is not None else []


def _new_reference() -> str:
    while True:
        reference = "".join(secrets.choice(_REFERENCE_LETTERS) for _ in range(_REFERENCE_LENGTH))
        if not Enquiry.objects.filter(reference=reference).exists():
            return reference

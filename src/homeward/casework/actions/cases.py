"""Cases and the parties in them: open, record, grade, restrict, lock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.actions.desk import open_desk
from homeward.casework.actions.reasons import require_reason
from homeward.casework.models import Case, Classification, Party, PartyKind, Reliability, Restriction, User
from homeward.casework.turns import take_turn
from homeward.errors import BadInputError, NotAllowedError


def open_case(
    user: User, title: str, *, opened_on: date | None = None, review_on: date | None = None, lead: User | None = None
) -> Case:
    """Open a case, or return the one that the user sees under this title."""
    with transaction.atomic():
        access.require(user, Permission.SUPERVISE, None)
        if not title.strip():
            raise BadInputError(
                gettext("the case has no title"), gettext("Give it one by which the desk will know it.")
            )
        found = access.visible(user, Case).filter(title=title.strip()).order_by("pk").first()
        if found is not None:
            return found
        case = Case.objects.create(
            title=title.strip(),
            opened_on=opened_on or timezone.now().date(),
            review_on=review_on,
            lead=lead,
            entered_by=user,
        )
        audit.append(user, "open_case", case=case, about=[case])
        return case


def begin_desk(username: str, *, full_name: str, password: str | None, title: str) -> User:
    """Open the desk and its first case, both or neither.

    Raises:
        ConflictError: the desk was opened by somebody else.
        BadInputError: name, password or title cannot be used.
    """
    with transaction.atomic():
        user = open_desk(username, full_name=full_name, password=password)
        open_case(user, title, lead=user)
        return user


def record_party(
    user: User,
    case: Case,
    name: str,
    *,
    kind: PartyKind = PartyKind.OTHER,
    reliability: Reliability = Reliability.F,
    other_names: Sequence[str] = (),
    parent: Party | None = None,
    protected: bool = False,
) -> Party:
    """Record a body or person that speaks, holds, relays or publishes; the one of that name if it is there.

    One that is not open to the user is not there for them: another of the same name is recorded, and whoever sees
    both is told that they may be one (`queries.twins`).
    """
    with transaction.atomic():
        _require_any(user, case, Permission.ENTER, Permission.TAKE_IN)
        access.same_case(user, case, parent)
        wanted = name.strip()
        if not wanted:
            raise BadInputError(
                gettext("the party has no name"),
                gettext("Write the name the source uses, or what kind of body it is."),
            )
        found = access.visible(user, Party).filter(case=case, name=wanted).order_by("pk").first()
        if found is not None:
            return found
        party = Party.objects.create(
            case=case,
            name=wanted,
            kind=kind,
            reliability=reliability,
            other_names=list(other_names),
            parent=parent,
            protected=protected,
            entered_by=user,
        )
        audit.append(user, "record_party", case=case, about=[party], detail={"reliability": str(party.reliability)})
        return party


def grade_party(user: User, party: Party, reliability: Reliability) -> Party:
    """Grade anew how reliable a source has proved; the audit keeps what it was graded before."""
    with transaction.atomic():
        case = access.reach(user, Permission.JUDGE, party)
        stored = Party.objects.select_for_update().get(pk=party.pk)
        if stored.reliability == reliability:
            return stored
        before, stored.reliability = stored.reliability, Reliability(reliability)
        stored.save(update_fields=["reliability"])
        audit.append(
            user,
            "grade_party",
            case=case,
            about=[stored],
            detail={"before": str(before), "after": str(stored.reliability)},
        )
        return stored


def restrict(user: User, thing: Model, *, level: Classification, reason: str) -> Restriction:
    """Close an object, and all that rests on it, to everybody not cleared for the level.

    Raises:
        BadInputError: no reason is given, or objects of this kind are not restricted themselves.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.SUPERVISE, thing)
        kind = access.kind_to_restrict(thing)
        require_reason(reason)
        found = Restriction.objects.filter(
            kind=kind, object_id=thing.pk, level=level, lifted_at__isnull=True, case=case
        ).first()
        if found is not None:
            return found
        restriction = Restriction.objects.create(
            case=case, kind=kind, object_id=thing.pk, level=level, reason=reason, entered_by=user
        )
        audit.append(user, "restrict", case=case, about=[restriction, thing], detail={"level": int(level)})
        return restriction


def lift_restriction(user: User, restriction: Restriction) -> Restriction:
    """Lift a restriction; the object's own classification goes on counting."""
    with transaction.atomic():
        case = access.reach(user, Permission.SUPERVISE, restriction)
        stored = Restriction.objects.select_for_update().get(pk=restriction.pk)
        if stored.lifted_at is not None:
            return stored
        stored.lifted_by, stored.lifted_at = user, timezone.now()
        stored.save(update_fields=["lifted_by", "lifted_at"])
        audit.append(user, "lift_restriction", case=case, about=[stored])
        return stored


def lock_case(user: User, case: Case) -> Case:
    """Lock a case at once: nothing in it can be read or written until it is unlocked.

    Anybody who may enter things may lock: whoever is under duress must not have to ask.
    """
    with transaction.atomic():
        take_turn()
        stored = Case.objects.select_for_update().filter(pk=case.pk).first()
        if stored is not None and stored.locked:
            return access.get(user, Case, case.pk)
        _require_any(user, case, Permission.ENTER, Permission.SUPERVISE)
        assert stored is not None
        stored.locked = True
        stored.save(update_fields=["locked"])
        audit.append(user, "lock_case", case=stored, about=[stored])
        return stored


def unlock_case(user: User, case: Case) -> Case:
    """Open a locked case again; for supervisors and administrators.

    Raises:
        NotThereError: the case is not there, or not for this user; to everybody else a locked case is not there.
    """
    with transaction.atomic():
        take_turn()
        stored = access.get(user, Case, case.pk)
        if not access.permissions(user, stored) & {Permission.SUPERVISE, Permission.ADMINISTER}:
            raise NotAllowedError(gettext("your roles do not let you unlock cases"), gettext("Ask a supervisor."))
        if not stored.locked:
            return stored
        stored.locked = False
        stored.save(update_fields=["locked"])
        audit.append(user, "unlock_case", case=stored, about=[stored])
        return stored


def _require_any(user: User, case: Case, *wanted: Permission) -> None:
    """Let the user go on who has at least one of the permissions; the error speaks of the first."""
    take_turn()
    if access.permissions(user, case).isdisjoint(wanted):
        access.require(user, wanted[0], case)
    access.require(user, Permission.READ, case)

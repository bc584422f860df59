"""Who works at the desk: open it, add and suspend users, give and end roles, end sessions."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.models import Case, Classification, Grant, Role, User
from homeward.casework.turns import take_turn
from homeward.errors import BadInputError, ConflictError


def open_desk(username: str, *, full_name: str = "", password: str | None = None) -> User:
    """Make the first user of a new case file, who may do everything; the one act that nobody permits.

    Returns:
        the user; the same one if this user opened the desk before.

    Raises:
        ConflictError: the desk was opened by somebody else.
    """
    with transaction.atomic():
        take_turn()
        first = User.objects.order_by("pk").first()
        if first is not None:
            if first.username == username:
                return first
            raise ConflictError(
                gettext("this case file has its users already"), gettext("Ask an administrator to add you.")
            )
        user = _new_user(username, full_name, password)
        for role in (Role.ADMINISTRATOR, Role.SUPERVISOR):
            Grant.objects.create(user=user, role=role, clearance=Classification.MEDIATOR, granted_by=user)
        audit.append(user, "open_desk", about=[user])
        return user


def add_user(user: User, username: str, *, full_name: str = "", password: str | None = None) -> User:
    """Add a person to the desk, with no role yet; without a password nobody can sign in as them."""
    with transaction.atomic():
        access.require(user, Permission.ADMINISTER, None)
        found = User.objects.filter(username=username).first()
        if found is not None:
            return found
        added = _new_user(username, full_name, password)
        audit.append(user, "add_user", about=[added])
        return added


def grant_role(
    user: User,
    to: User,
    role: Role,
    *,
    case: Case | None = None,
    clearance: Classification = Classification.DESK,
) -> Grant:
    """Give a person a role in one case, or without a case for the whole desk."""
    with transaction.atomic():
        access.require(user, Permission.ADMINISTER, None)
        found = Grant.objects.filter(
            user=to, role=role, case=case, clearance=clearance, ended_at__isnull=True
        ).first()
        if found is not None:
            return found
        grant = Grant.objects.create(user=to, role=role, case=case, clearance=clearance, granted_by=user)
        audit.append(
            user,
            "grant_role",
            case=case,
            about=[grant, to],
            detail={"role": Role(role).value, "clearance": int(clearance)},
        )
        return grant


def end_grant(user: User, grant: Grant) -> Grant:
    """End a role; what the person did while holding it stays.

    Raises:
        ConflictError: it is the last grant that lets anybody give roles.
    """
    with transaction.atomic():
        access.require(user, Permission.ADMINISTER, None)
        stored = Grant.objects.select_for_update().get(pk=grant.pk)
        if stored.ended_at is not None:
            return stored
        administrators = Grant.objects.filter(
            role=Role.ADMINISTRATOR, case__isnull=True, ended_at__isnull=True, user__is_active=True
        )
        if list(administrators.values_list("pk", flat=True)) == [stored.pk]:
            raise ConflictError(
                gettext("this is the last administrator"),
                gettext("Give somebody else the role first; nobody could do so afterwards."),
            )
        stored.ended_at = timezone.now()
        stored.save(update_fields=["ended_at"])
        audit.append(user, "end_grant", case=stored.case, about=[stored, stored.user])
        return stored


def end_sessions(user: User, of: User) -> User:
    """End every session of a user, wherever it is open: one's own, or anybody's by an administrator."""
    with transaction.atomic():
        take_turn()
        if of.pk != user.pk:
            access.require(user, Permission.ADMINISTER, None)
        stored = User.objects.select_for_update().get(pk=of.pk)
        stored.session_round += 1
        stored.save(update_fields=["session_round"])
        audit.append(user, "end_sessions", about=[stored])
        return stored


def set_password(user: User, of: User, password: str) -> User:
    """Give a user a new password; every session of theirs ends.

    Raises:
        BadInputError: the password is too weak; says why.
    """
    with transaction.atomic():
        access.require(user, Permission.ADMINISTER, None)
        stored = User.objects.select_for_update().get(pk=of.pk)
        _check_password(password, stored)
        stored.set_password(password)
        stored.session_round += 1
        stored.save(update_fields=["password", "session_round"])
        audit.append(user, "set_password", about=[stored])
        return stored


def suspend_user(user: User, other: User) -> User:
    """Let a user in no more; what they did stays theirs.

    Raises:
        ConflictError: it is the last user who may give roles.
    """
    with transaction.atomic():
        access.require(user, Permission.ADMINISTER, None)
        stored = User.objects.select_for_update().get(pk=other.pk)
        if not stored.is_active:
            return stored
        others = Grant.objects.filter(
            role=Role.ADMINISTRATOR, case__isnull=True, ended_at__isnull=True, user__is_active=True
        ).exclude(user=stored)
        if not others.exists():
            raise ConflictError(
                gettext("this is the last administrator"),
                gettext("Give somebody else the role first; nobody could do so afterwards."),
            )
        stored.is_active = False
        stored.session_round += 1
        stored.save(update_fields=["is_active", "session_round"])
        audit.append(user, "suspend_user", about=[stored])
        return stored


def readmit_user(user: User, other: User) -> User:
    """Let a suspended user in again, with the roles that were not ended."""
    with transaction.atomic():
        access.require(user, Permission.ADMINISTER, None)
        stored = User.objects.select_for_update().get(pk=other.pk)
        if not stored.is_active:
            stored.is_active = True
            stored.save(update_fields=["is_active"])
            audit.append(user, "readmit_user", about=[stored])
        return stored


def _check_password(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise BadInputError(" ".join(error.messages), gettext("Choose a longer one that nobody guesses.")) from error


def _new_user(username: str, full_name: str, password: str | None) -> User:
    if not username.strip() or len(username) > 150:
        raise BadInputError(
            gettext('"{username}" cannot be a user\'s name').format(username=username),
            gettext("Give 1 to 150 characters."),
            value=username,
        )
    # The whole name goes into one field: names are never forced into first and last.
    user = User(username=username, first_name=full_name[:150])
    if password is None:
        user.set_unusable_password()
    else:
        _check_password(password, user)
        user.set_password(password)
    user.save()
    return user

"""Signing in: a password and a second factor, or the one-time key of the terminal where the desk was started.

In: what a request's session holds. Out: how far its user has come (`Standing`); how allauth behaves at this desk.
Leaves to others: the pages (allauth's views in our templates), and what the user may see (`casework.access`).
"""

from __future__ import annotations

import base64
import hashlib
from enum import Enum
from typing import Any, cast

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.mfa.utils import is_mfa_enabled
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib.auth import login, update_session_auth_hash
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext

from homeward.casework import audit
from homeward.casework.actions.desk import end_sessions
from homeward.casework.models import User
from homeward.web.door import the_door

SEAT = "homeward_seat"
_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]  # recovery codes alone are none


class Standing(Enum):
    """How far a request's user has come."""

    OUTSIDE = "not signed in"
    HALF = "signed in with a password alone; may do nothing but set up a second factor"
    INSIDE = "signed in"


def standing(request: HttpRequest) -> Standing:
    """Whether the request comes from somebody who signed in with two factors, or with the key."""
    if not request.user.is_authenticated:
        return Standing.OUTSIDE
    seat = request.session.get(SEAT)
    if seat is not None:
        door = the_door()  # when the process that gave the key ends, the seat is worth nothing
        return Standing.INSIDE if door is not None and door.holds(seat) else Standing.OUTSIDE
    # Whoever set up the first factor in this session proved it there; every other session ended then.
    return Standing.INSIDE if is_mfa_enabled(request.user, FACTORS) else Standing.HALF


def user_of(request: HttpRequest) -> User | None:
    """The user who is signed in with two factors or with the key; None for anybody else."""
    return cast(User, request.user) if standing(request) is Standing.INSIDE else None


def sign_in_by_key(request: HttpRequest, user: User, seat: str) -> None:
    """Open a session for whoever typed the key. Possession of the terminal stands for both factors."""
    login(request, user, backend=_BACKEND)
    request.session[SEAT] = seat


class DeskAccountAdapter(DefaultAccountAdapter):
    """Accounts of a desk: added by its administrator, never by whoever comes along; no mail is sent."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Nothing leaves by mail."""

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address that the connection came from; a header that anybody can write is not believed.

        Where a server in front speaks HTTPS, the last address of X-Forwarded-For is the one that this server saw.
        """
        if settings.HTTPS:
            return str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip()
        return str(request.META.get("REMOTE_ADDR", ""))


class DeskMfaAdapter(DefaultMFAAdapter):
    """Second factors of a desk."""

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        """What stands in the app of whoever scans the code: the name at the desk, never a mail address."""
        return user.get_username()

    def encrypt(self, text: str) -> str:
        """A secret as it is stored: whoever reads the case file alone cannot make codes from it."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again.

        Raises:
            PermissionDenied: it was stored under another key of the desk; the administrator takes the factor away.
        """
        try:
            return _cipher().decrypt(encrypted_text.encode()).decode()
        except InvalidToken as error:
            raise PermissionDenied from error

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        """A first name for a new passkey, which its owner may change."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Passkey %(number)d") % {"number": number}

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Nothing leaves by mail."""


def _cipher() -> Fernet:
    key = hashlib.sha256(b"homeward second factors " + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))


def _note_entry(sender: object, user: User, **_: object) -> None:
    with transaction.atomic():
        audit.append(user, "enter_desk")


def _note_leaving(sender: object, user: User | None, **_: object) -> None:
    if user is not None:
        with transaction.atomic():
            audit.append(user, "leave_desk")


def _note_refusal(sender: object, credentials: dict[str, Any], **_: object) -> None:
    # Only of people who work here: what a stranger types could be anything, a password too.
    user = User.objects.filter(username=str(credentials.get("username", ""))).first()
    if user is not None:
        with transaction.atomic():
            audit.append(user, "refused_entry")


def _end_other_sessions(
    sender: object, request: HttpRequest, user: User, authenticator: Authenticator, **_: object
) -> None:
    """With a user's first factor every session ends that a password alone opened, but the one that proved the factor.

    A password may be known to others: without this, their session would be let in when the owner sets up a factor.
    """
    if authenticator.type in FACTORS and Authenticator.objects.filter(user=user, type__in=FACTORS).count() == 1:
        update_session_auth_hash(request, end_sessions(user, user))


def connect_to_signals() -> None:
    """Have every entry, refusal and leaving noted, and other sessions ended when a first factor is set up."""
    user_logged_in.connect(_note_entry, dispatch_uid="homeward.web.entry")
    user_logged_out.connect(_note_leaving, dispatch_uid="homeward.web.leaving")
    user_login_failed.connect(_note_refusal, dispatch_uid="homeward.web.refusal")
    authenticator_added.connect(_end_other_sessions, dispatch_uid="homeward.web.first_factor")

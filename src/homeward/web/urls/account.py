"""One's own account: allauth's pages, only those that a desk needs, each declared.

Whoever comes along may try to sign in. All else is for who is signed in, with a password alone too: they set up their
second factor there. allauth asks for the password again before it changes one.
"""

from collections.abc import Callable
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import URLPattern, path

from homeward.web.declaring import for_own_account, open_to_all
from homeward.web.views import own_sessions
from homeward.web.views.refused import show_not_there

_Any = Callable[..., Any]
_OPEN: tuple[tuple[str, _Any, str], ...] = (
    ("sign-in", account.login, "account_login"),
    ("sign-in/second-factor", mfa.authenticate, "mfa_authenticate"),
    ("sign-in/passkey", passkeys.login_webauthn, "mfa_login_webauthn"),
)
_OWN: tuple[tuple[str, _Any, str], ...] = (
    ("account/sign-out", account.logout, "account_logout"),
    ("account/password", account.password_change, "account_change_password"),
    ("account/password/first", account.password_set, "account_set_password"),
    ("account/again", account.reauthenticate, "account_reauthenticate"),
    ("account/again/second-factor", mfa.reauthenticate, "mfa_reauthenticate"),
    ("account/again/passkey", passkeys.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    ("account/second-factor", mfa.index, "mfa_index"),
    ("account/second-factor/app", totp.activate_totp, "mfa_activate_totp"),
    ("account/second-factor/app/remove", totp.deactivate_totp, "mfa_deactivate_totp"),
    ("account/second-factor/codes", recovery_codes.view_recovery_codes, "mfa_view_recovery_codes"),
    ("account/second-factor/codes/new", recovery_codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    ("account/second-factor/codes/file", recovery_codes.download_recovery_codes, "mfa_download_recovery_codes"),
    ("account/passkeys", passkeys.list_webauthn, "mfa_list_webauthn"),
    ("account/passkeys/add", passkeys.add_webauthn, "mfa_add_webauthn"),
    ("account/passkeys/<int:pk>/rename", passkeys.edit_webauthn, "mfa_edit_webauthn"),
    ("account/passkeys/<int:pk>/remove", passkeys.remove_webauthn, "mfa_remove_webauthn"),
)
# Names that allauth looks up while it draws its pages, and that lead nowhere at a desk.
_NOWHERE = ("account_signup", "account_email", "account_reset_password", "account_inactive")

urlpatterns: list[URLPattern] = [
    *(path(where, open_to_all(view), name=name) for where, view, name in _OPEN),
    *(path(where, for_own_account(view), name=name) for where, view, name in _OWN),
    path("account/sessions/end", own_sessions.end_own_sessions, name="end_own_sessions"),
    *(path(f"account/nowhere/{name}", show_not_there, name=name) for name in _NOWHERE),
]

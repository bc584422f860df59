"""A case file with something of everything, and one user with a session; prints the session's key. Run by tests."""

from __future__ import annotations

import django


def main() -> None:
    django.setup()
    from django.db import connection

    from homeward.casework.new_tables import make_tables

    make_tables(connection)
    from allauth.mfa.models import Authenticator
    from django.contrib.auth import login
    from django.contrib.sessions.backends.db import SessionStore
    from django.http import HttpRequest
    from tests.casework.build import full_case

    user = full_case().user
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})
    request = HttpRequest()
    request.session = SessionStore()
    login(request, user, backend="allauth.account.auth_backends.AuthenticationBackend")
    request.session.save()
    print(request.session.session_key)


if __name__ == "__main__":
    main()

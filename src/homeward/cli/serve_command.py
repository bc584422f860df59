"""``homeward serve``: open the desk to browsers on this machine."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import click

from homeward.cli.init_command import make_empty_file
from homeward.cli.session import Session, secret_path, with_session_of_new


@click.command(epilog="Example: homeward serve --port 8123")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; leave it as it is.")
@click.option("--port", default=8123, show_default=True, help="Port to listen on.")
@with_session_of_new(make_empty_file)
def command(session: Session, host: str, port: int) -> None:
    """Open the desk to browsers on this machine, until Ctrl-C. Nothing leaves for anywhere else.

    Whoever holds the key that is printed enters as you: the only user there is, or the one named with --user.

    Where there is no case file yet, one is made, and the first page leads through opening the desk.
    """
    from homeward.casework.models import User
    from homeward.web.serving import serve

    _keep_secret(secret_path(session.file))
    user = session.user if User.objects.exists() else None
    if user is None:
        serve("", host=host, port=port)
        return
    full_name, name = user.get_full_name(), user.username
    shown = f"{full_name} ({name})" if full_name else name
    serve(name, shown_name=shown, host=host, port=port)


def _keep_secret(path: Path) -> None:
    """Make the secret that second factors are enciphered with, once, readable by its owner only.

    Without one that stays, whoever set up an app for codes could not sign in after the next start.
    """
    from django.conf import settings

    if os.environ.get("HOMEWARD_SECRET") or os.environ.get("HOMEWARD_SECRET_FILE"):
        return
    secret = secrets.token_urlsafe(48)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(secret + "\n")
    except FileExistsError:
        secret = path.read_text(encoding="ascii").strip()
    settings.SECRET_KEY = secret

"""The desk's secret: it signs cookies, and second factors are enciphered with it.

In: a file's path or the secret itself. Out: the secret.
Leaves to others: making it and keeping it apart from backups (docs/installation.md).
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

SHORTEST = 50  # characters


def read_secret(path: str, given: str, *, must_last: bool) -> str:
    """The secret of the file, else the one given, else a new one for this process.

    Args:
        must_last: several processes serve the desk and have to agree.

    Raises:
        ImproperlyConfigured: it is not there, too short, or others than its owner may read its file.
    """
    if path:
        try:
            with Path(path).open(encoding="ascii") as file:
                mode = os.fstat(file.fileno()).st_mode
                secret = file.read().strip()
        except (OSError, UnicodeError) as error:
            raise ImproperlyConfigured("The file of HOMEWARD_SECRET_FILE cannot be read.") from error
        if os.name == "posix" and mode & 0o027:
            raise ImproperlyConfigured("Others may read or change the file of HOMEWARD_SECRET_FILE: chmod 600 it.")
    else:
        secret = given
    if secret:
        if len(secret) < SHORTEST and (path or must_last):
            raise ImproperlyConfigured(f"The secret of the desk is shorter than {SHORTEST} characters.")
        return secret
    if path or must_last:
        raise ImproperlyConfigured("The desk has no secret: set HOMEWARD_SECRET_FILE.")
    return secrets.token_urlsafe(48)

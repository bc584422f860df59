"""Which database holds the case file: a file of SQLite, or a database of PostgreSQL.

In: the path of a case file, or an address such as ``postgresql:///homeward``. Out: what Django's settings want.
Leaves to others: reading the environment (`settings`), installing PostgreSQL (docs/installation.md).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# What may stand behind the ? of an address: how the server is known, and by what it knows us.
_TOLD = frozenset({"sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout", "passfile", "service"})

# An act waits so long for another's, on either database; a program that died within an act gives its locks back.
_WAIT_SECONDS = 30
_PATIENCE = f"-c lock_timeout={_WAIT_SECONDS}s -c idle_in_transaction_session_timeout=10min"
# Our questions are long and answered from few rows: to compile one first took seconds, to answer it milliseconds.
_NOT_COMPILED = "-c jit=off"


def sqlite(file: Path) -> dict[str, Any]:
    """A case file of its own."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {
            # A writer takes its lock at once, so that two writers wait for each other instead of failing half-way.
            "transaction_mode": "IMMEDIATE",
            "timeout": _WAIT_SECONDS,
            # FULL: an act that was reported done is on the disk, whatever happens to the power.
            # recursive_triggers: REPLACE deletes a row, and must not do so past the guards of what is written once.
            # secure_delete: what is deleted is overwritten, and does not stay legible in the file.
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON; "
                "PRAGMA secure_delete=ON; "
                "PRAGMA mmap_size=268435456;"
            ),
        },
    }


def postgresql(address: str) -> dict[str, Any]:
    """A case file in PostgreSQL, by an address as libpq writes it.

    Without a host the server is asked through its socket on this machine, which knows us by the account we run under;
    then no password is needed.

    Raises:
        ImproperlyConfigured: it is no such address. It is not quoted: a password may stand in it.
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise ImproperlyConfigured("HOMEWARD_DATABASE_URL cannot be read as an address.") from error
    told = dict(parse_qsl(parts.query, keep_blank_values=True))
    name = unquote(parts.path.strip("/"))
    if parts.scheme not in ("postgresql", "postgres") or not name or "/" in name:
        raise ImproperlyConfigured("HOMEWARD_DATABASE_URL has to look like postgresql://user@host:5432/name.")
    host = unquote(told.pop("host", "") or parts.hostname or "")
    if unknown := sorted(set(told) - _TOLD):
        raise ImproperlyConfigured(
            f"HOMEWARD_DATABASE_URL names {', '.join(unknown)}; known are {', '.join(sorted(_TOLD))}."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"application_name": "homeward", "options": f"{_PATIENCE} {_NOT_COMPILED}", **told},
    }

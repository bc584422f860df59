"""A file between looking at it and taking it in: kept beside the case file for an hour, for whoever brought it.

In: a user, a case, a file's name and bytes, what was said about it. Out: a token, and for an hour the same again.
Leaves to others: reading the file and storing it (`actions.lists`, `actions.people_file`).

Nothing of it is in the case file, in a backup of it, or in a page. The folder and its files are open to the account
alone under which the desk runs; only the user who brought a file, in the same case, gets it back, by a token that
cannot be guessed; and what is an hour old is removed at the next look.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext

from homeward.casework.list_index import names_folder
from homeward.casework.models import Case, User
from homeward.errors import NotThereError

KEPT_SECONDS = 3600
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")


@dataclass(frozen=True, slots=True)
class Staged:
    """A file that was brought and is not taken in.

    Attributes:
        told: what the user said about it, as plain values.
    """

    token: str
    file_name: str
    content: bytes
    told: Mapping[str, Any] = field(default_factory=dict)

    @property
    def source(self) -> tuple[str, bytes]:
        """As the acts take it."""
        return self.file_name, self.content


def stage(user: User, case: Case, *, file_name: str, content: bytes, told: Mapping[str, Any]) -> Staged:
    """Keep a file for an hour."""
    sweep()
    token = secrets.token_urlsafe(16)
    _write(_folder() / f"{token}.bytes", content)
    _tell(token, user, case, file_name, hashlib.sha256(content).hexdigest(), told)
    return Staged(token, file_name, content, dict(told))


def staged(user: User, case: Case, token: str) -> Staged:
    """The file under a token.

    Raises:
        NotThereError: it is not there, is older than an hour, or was brought by somebody else or to another case.
    """
    sweep()
    try:
        if not _TOKEN.fullmatch(token):
            raise ValueError(token)
        told = json.loads((_folder() / f"{token}.json").read_text("utf-8"))
        content = (_folder() / f"{token}.bytes").read_bytes()
    except (OSError, ValueError) as error:
        raise _not_there() from error
    mine = (told["user"], told["case"]) == (user.pk, case.pk)
    if not mine or hashlib.sha256(content).hexdigest() != told["sha256"]:
        raise _not_there()
    return Staged(token, told["file_name"], content, told["told"])


def tell(user: User, case: Case, kept: Staged, told: Mapping[str, Any]) -> Staged:
    """Keep what the user now says about the file; its hour goes on running."""
    _tell(kept.token, user, case, kept.file_name, hashlib.sha256(kept.content).hexdigest(), told)
    return Staged(kept.token, kept.file_name, kept.content, dict(told))


def discard(kept: Staged) -> None:
    """Remove a file that is taken in, or is not wanted."""
    for ending in ("bytes", "json"):
        (_folder() / f"{kept.token}.{ending}").unlink(missing_ok=True)


def discard_all(case: Case) -> None:
    """Remove every file that was brought to a case and is not taken in: somebody who was purged may be in it."""
    for path in _folder().glob("*.json"):
        with contextlib.suppress(OSError, ValueError):
            if json.loads(path.read_text("utf-8"))["case"] == case.pk:
                path.with_suffix(".bytes").unlink(missing_ok=True)
                path.unlink(missing_ok=True)


def sweep(*, now: float | None = None) -> int:
    """Remove what is older than an hour; how many files went."""
    gone = 0
    for path in _folder().glob("*.bytes"):
        with contextlib.suppress(OSError):  # somebody else swept it
            if path.stat().st_mtime < (now or time.time()) - KEPT_SECONDS:
                path.unlink()
                path.with_suffix(".json").unlink(missing_ok=True)
                gone += 1
    return gone


def _tell(token: str, user: User, case: Case, file_name: str, sha256: str, told: Mapping[str, Any]) -> None:
    known = {"user": user.pk, "case": case.pk, "file_name": file_name, "sha256": sha256, "told": dict(told)}
    _write(_folder() / f"{token}.json", json.dumps(known, ensure_ascii=False).encode())


def _write(path: Path, content: bytes) -> None:
    new = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
        stream.write(content)
    new.replace(path)


def _folder() -> Path:
    names = names_folder()
    folder = names.with_name(f"{names.name.removesuffix('.names')}.brought")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _not_there() -> NotThereError:
    return NotThereError(
        gettext("this file is not here any more"),
        gettext("Bring it again; a file that is not taken in is kept for an hour."),
    )

"""Case files as files: copy one whole, check it, put it in place. Plain SQLite; Django need not be started.

In: an open database or a path. Out: a whole, checked file in one step, or nothing.
Leaves to others: permission and audit (`casework.backup`), and whether the audit inside still holds.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from homeward.errors import BadInputError, ConflictError

Progress = Callable[[int, int | None], None]

# Pages copied at a time: writers get their turn between the steps.
_PAGES_A_STEP = 2000


def new_name(target: Path) -> Path:
    """A name beside the target, for making it there before it takes its place."""
    return target.with_name(f".{target.name}.{os.getpid()}.new")


def copy_database(source: sqlite3.Connection, new: Path, *, progress: Progress | None = None) -> None:
    """Copy everything committed to `new`, with no log beside it, and check that the copy is whole.

    Raises:
        BadInputError: the copy is damaged.
    """
    report = progress or (lambda done, total: None)
    with closing(sqlite3.connect(new)) as copy:
        source.backup(copy, pages=_PAGES_A_STEP, progress=lambda status, left, total: report(total - left, total))
        copy.execute("PRAGMA journal_mode=DELETE")
        if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise BadInputError("the case file is damaged", "Bring back a backup with: homeward restore")
    new.chmod(0o600)


def copy_file(source: Path, new: Path) -> None:
    """Copy a backup to `new`.

    Raises:
        BadInputError: it is damaged or no database at all.
    """
    try:
        with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as old:
            copy_database(old, new)
    except sqlite3.DatabaseError as error:
        raise BadInputError("this backup is damaged", "Use another one.", path=source.name) from error


def is_sqlite(file: Path) -> bool:
    """Whether a file is a database of SQLite, by its first bytes."""
    with file.open("rb") as stream:
        return stream.read(16) == b"SQLite format 3\x00"


def put_in_new_place(new: Path, target: Path) -> str:
    """Let `new` take a place where nothing stands.

    Returns:
        its SHA-256, in hexadecimal.

    Raises:
        ConflictError: something stands there.
    """
    with new.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
        os.fsync(stream.fileno())
    try:
        os.link(new, target)  # a link fails where a rename would overwrite
    except FileExistsError as error:
        raise ConflictError("a file of this name is there already", "Name another.", path=target.name) from error
    new.unlink()
    return digest


def put_aside(target: Path) -> str:
    """Rename what stands at `target`, its log with it, without which its newest acts would be lost.

    Returns:
        the new name.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    aside = f"{target}.before-restore-{stamp}"
    for end in ("-wal", "-shm", ""):
        part = Path(f"{target}{end}")
        if part.exists():
            part.rename(f"{aside}{end}")
    return Path(aside).name

"""``homeward restore``: bring a backup back."""

from __future__ import annotations

from pathlib import Path

import click

from homeward.cli.output import print_json, progress, say
from homeward.cli.session import (
    case_file_path,
    check_is_case_file,
    database_holds_case_file,
    in_database,
    mean_file,
    set_up_django,
    start_django,
)
from homeward.errors import BadInputError, ConflictError

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(epilog="Example: homeward restore /media/stick/homeward-2026-06-30.db --file homeward.db")
@click.argument("source", type=FILE)
@click.option(
    "--file", "file", type=click.Path(path_type=Path), help="Where to put it; else HOMEWARD_FILE or homeward.db."
)
@click.option(
    "--replace", is_flag=True, help="Put aside a case file that is there already; close it everywhere first."
)
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def command(source: Path, file: Path | None, replace: bool, as_json: bool) -> None:
    """Bring back a backup, after checking that it is whole and its audit unbroken. A case file that stands in its
    place is put aside under another name, never deleted.

    Where HOMEWARD_DATABASE_URL is set and no file is named, into that database, which has to be empty: from a backup
    of PostgreSQL, or from a case file of SQLite, which so becomes one in PostgreSQL.
    """
    from homeward.casework.copying import copy_file, new_name, put_aside, put_in_new_place

    mean_file(file)
    if in_database():
        _restore_database(source, as_json=as_json)
        return
    target = case_file_path(file)
    check_is_case_file(source)
    if target.exists() and not replace:
        raise ConflictError("a case file is there already", "Add --replace; it is then put aside.", path=target.name)
    new = new_name(target)
    try:
        copy_file(source, new)
        events = _checked_events(new, source.name)
        aside = put_aside(target) if target.exists() else ""
        put_in_new_place(new, target)
    finally:
        for end in ("", "-wal", "-shm"):
            Path(f"{new}{end}").unlink(missing_ok=True)
    if as_json:
        print_json({"file": str(target), "events": events, "put_aside": aside})
        return
    say(f"{target.name} is back: {events} audit events, all whole.")
    if aside:
        say(f"The file that stood there is kept as {aside}.")


def _restore_database(source: Path, *, as_json: bool) -> None:
    set_up_django()
    from django.db import connection

    from homeward.casework.copying import is_sqlite
    from homeward.casework.dumping import fill_database
    from homeward.casework.moving import move_into

    if database_holds_case_file():
        raise ConflictError(
            "the database holds a case file already",
            "Make a new database (createdb), and name it in HOMEWARD_DATABASE_URL; nothing is written over.",
        )
    of_sqlite = is_sqlite(source)
    if of_sqlite:
        check_is_case_file(source)
        with progress("Moving", quiet=as_json) as report:
            move_into(connection, source, progress=report)
    else:
        fill_database(connection, source)
    events = _events_of_whole_audit(source.name)
    if as_json:
        print_json({"file": None, "events": events, "put_aside": ""})
        return
    if of_sqlite:
        say(f"{source.name} is now in the database, every row compared: {events} audit events, all whole.")
        say("Next: homeward names, then homeward check. The file stays as it was; let nobody work in it any more.")
        return
    say(f"The case file is back in the database: {events} audit events, all whole.")


def _checked_events(new: Path, name: str) -> int:
    """The number of audit events in the copy, once the chain proved whole."""
    start_django(new)
    from django.db import connection

    try:
        return _events_of_whole_audit(name)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute("PRAGMA journal_mode=DELETE")
        connection.close()


def _events_of_whole_audit(name: str) -> int:
    from homeward.casework import audit

    report = audit.verify()
    if not report.ok:
        raise BadInputError(
            f"the audit of this backup is broken: {report.wrong}",
            "Use an older backup, and find out who had this one in hand.",
            path=name,
        )
    return report.events

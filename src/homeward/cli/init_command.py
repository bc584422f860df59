"""``homeward init``: make a new case file, or bring an older one up to date."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import click

from homeward.cli.output import print_json, say
from homeward.cli.session import (
    case_file_path,
    check_is_case_file,
    database_holds_case_file,
    in_database,
    mean_file,
    set_up_django,
    start_django,
)
from homeward.errors import ConflictError, NotThereError


@click.command(epilog='Example: homeward init --title "Fishermen of the Alma, 2026" --user "M. Arden"')
@click.option(
    "--file", "file", type=click.Path(path_type=Path), help="Where to make it; else HOMEWARD_FILE, else homeward.db."
)
@click.option("--title", help="Title of the first case.")
@click.option("--user", "user_name", help="Your name at this desk; else your name on this machine.")
@click.option("--full-name", default="", help="Your name as others read it; else the same.")
@click.option("--password", "with_password", is_flag=True, help="Ask for your first password, to sign in with.")
@click.option("--upgrade", is_flag=True, help="Bring an older case file up to this version instead.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def command(
    file: Path | None,
    title: str | None,
    user_name: str | None,
    full_name: str,
    with_password: bool,
    upgrade: bool,
    as_json: bool,
) -> None:
    """Make a new case file with its first user and first case: a file, or where HOMEWARD_DATABASE_URL is set and no
    file is named, in that database.
    """
    mean_file(file)
    path = case_file_path(file)
    called = "the database" if in_database() else path.name
    if upgrade:
        _upgrade(path)
        say(f"{called} has the shape of this version.")
        return
    name = user_name or os.environ.get("HOMEWARD_USER") or getpass.getuser()
    case_title = title or "First case"
    password = (
        click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True) if with_password else None
    )
    begin = partial(_begin, title=case_title, user_name=name, full_name=full_name, password=password)
    if in_database():
        _make_in_database(begin)
    else:
        _make(path, begin)
    if as_json:
        print_json({"file": None if in_database() else str(path), "user": name, "case": case_title})
        return
    say(f'Made {called} with the case "{case_title}"; you are "{name}".')
    say("Next: homeward add people FILE, homeward add list FILE, homeward add report FILE.")


def make_case_file(
    path: Path, *, title: str, user_name: str, full_name: str = "", opened_on: date | None = None
) -> None:
    """Make a case file beside its final place and move it there when whole, so that a stop leaves none half made.

    Raises:
        ConflictError: something stands at the path already.
    """
    _make(path, partial(_begin, title=title, user_name=user_name, full_name=full_name, opened_on=opened_on))


def make_empty_file(path: Path) -> None:
    """Make a case file with no user yet: whoever starts the desk on it is led through opening it.

    Raises:
        ConflictError: something stands at the path already.
    """
    _make(path, lambda: None)


def _begin(
    *, title: str, user_name: str, full_name: str, password: str | None = None, opened_on: date | None = None
) -> None:
    from homeward.casework.actions.cases import open_case
    from homeward.casework.actions.desk import open_desk

    user = open_desk(username=user_name, full_name=full_name, password=password)
    open_case(user, title=title, opened_on=opened_on or date.today())  # noqa: DTZ011 the day of the person here


def _make_in_database(fill: Callable[[], None]) -> None:
    set_up_django()
    from django.db import connection

    from homeward.casework.models import User
    from homeward.casework.new_tables import make_tables

    there = database_holds_case_file()
    if not there:
        make_tables(connection)
    if there and User.objects.exists():  # a call that was broken off after its tables were made goes on here
        raise ConflictError("the database holds a case file already", "Use it, or name another database.")
    fill()


def _make(path: Path, fill: Callable[[], None]) -> None:
    if path.exists():
        raise ConflictError("a file of this name is there already", "Name another with --file.", path=path.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    making = path.with_name(f".{path.name}.{os.getpid()}.new")
    _remove_left_behind(path)
    try:
        start_django(making)
        from django.db import connection

        from homeward.casework.new_tables import make_tables

        make_tables(connection)
        fill()
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        making.chmod(0o600)
        # link, not rename: it fails if somebody made the same file meanwhile.
        os.link(making, path)
        from django.conf import settings

        connection.settings_dict["NAME"] = str(path)
        settings.CASE_FILE = path
        os.environ["HOMEWARD_FILE"] = str(path)
    except FileExistsError as error:
        raise ConflictError(
            "a file of this name is there already", "Name another with --file.", path=path.name
        ) from error
    finally:
        for rest in (making, Path(f"{making}-wal"), Path(f"{making}-shm")):
            rest.unlink(missing_ok=True)


def _remove_left_behind(path: Path) -> None:
    """Remove what an earlier call that was killed left half made; one that still runs keeps its own."""
    for old in path.parent.glob(f".{path.name}.*.new*"):
        number = old.name.removeprefix(f".{path.name}.").partition(".")[0]
        if number.isdecimal() and not Path(f"/proc/{number}").exists():
            old.unlink(missing_ok=True)


def _upgrade(path: Path) -> None:
    if in_database():
        set_up_django()
        if not database_holds_case_file():
            raise NotThereError("there is no case file in this database", "Make one with: homeward init")
    else:
        check_is_case_file(path)
        start_django(path)
    from django.core.management import call_command

    call_command("migrate", verbosity=0)

"""Opening a case file on behalf of a person: which file, which user, which case.

In: ``--file``, ``--user``, ``--case`` or HOMEWARD_FILE, HOMEWARD_USER. Out: a `Session` with Django started.
"""

from __future__ import annotations

import functools
import getpass
import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from homeward.errors import BadInputError, ConflictError, NotThereError

if TYPE_CHECKING:
    from django.db.models import Model

    from homeward.casework.models import Case, Party, User

F = TypeVar("F", bound=Callable[..., Any])
M = TypeVar("M", bound="Model")

DEFAULT_FILE = "homeward.db"


@dataclass(frozen=True, slots=True)
class Session:
    """One person at work on one case file."""

    file: Path
    user_name: str | None
    case_name: str | None
    as_json: bool

    @property
    def user(self) -> User:
        """The user who acts: the one named, or the only one there is.

        Raises:
            NotThereError: nobody of that name works at this desk.
        """
        from homeward.casework.models import User

        if self.user_name:
            found = User.objects.filter(username=self.user_name, is_active=True).first()
            if found is None:
                raise NotThereError(
                    f'nobody named "{self.user_name}" works at this desk', "Name a user of this desk with --user."
                )
            return found
        users = list(User.objects.filter(is_active=True)[:2])
        if len(users) == 1:
            return users[0]
        mine = User.objects.filter(username=getpass.getuser(), is_active=True).first()
        if mine is None:
            raise BadInputError("several people work at this desk", "Say who you are with --user NAME.")
        return mine

    @property
    def case(self) -> Case:
        """The case named, by title or number, or the only one this user may see.

        Raises:
            NotThereError: there is no such case, or none for this user.
        """
        from homeward.casework import access
        from homeward.casework.models import Case

        seen = access.visible(self.user, Case).order_by("pk")
        if self.case_name:
            wanted = seen.filter(title=self.case_name).first()
            if wanted is None and self.case_name.isdecimal():
                wanted = seen.filter(pk=int(self.case_name)).first()
            if wanted is None:
                raise NotThereError(
                    f'there is no case "{self.case_name}"', "Name a case with --case TITLE or NUMBER."
                )
            return wanted
        cases = list(seen[:2])
        if not cases:
            raise NotThereError(
                "there is no case here for you",
                "Ask an administrator of this desk for a role in a case, or say who you are with --user NAME.",
            )
        if len(cases) > 1:
            raise BadInputError("this case file holds several cases", "Name one with --case TITLE or NUMBER.")
        return cases[0]

    def one(self, ref: str, model: type[M]) -> M:
        """The thing a reference such as ``P3`` names, which must be of this kind.

        Raises:
            BadInputError: it is no reference, or names another kind of thing.
            NotThereError: alike for "not there" and "not for you".
        """
        from homeward.casework import access

        found = access.resolve(self.user, ref)
        if not isinstance(found, model):
            raise BadInputError(
                f"{ref} is a {found._meta.verbose_name}, not a {model._meta.verbose_name}",
                "Name the right thing; the listing commands show references in their first column.",
            )
        return found

    def party(self, name: str, case: Case) -> Party:
        """The party of a case that has this name, or is also called so.

        Raises:
            NotThereError: no party is recorded by that name; tells the names there are.
        """
        from homeward.casework import access
        from homeward.casework.models import Party

        parties = list(access.visible(self.user, Party).filter(case=case).order_by("name"))
        wanted = name.strip().casefold()
        for party in parties:
            if wanted in {party.name.casefold(), *(str(other).casefold() for other in party.other_names)}:
                return party
        known = ", ".join(f'"{party.name}"' for party in parties[:20]) or "none"
        raise NotThereError(
            f'no party is recorded as "{name}"', f'Record it: homeward add party "{name}". Recorded so far: {known}.'
        )


def with_session(function: F) -> F:
    """Add ``--file``, ``--user``, ``--case`` and ``--json`` to a command and hand it the open `Session` first."""
    return _with_session(function, None)


def with_session_of_new(make: Callable[[Path], None]) -> Callable[[F], F]:
    """As `with_session`, for a command that makes the case file by `make` where there is none."""
    return lambda function: _with_session(function, make)


def _with_session(function: F, make: Callable[[Path], None] | None) -> F:

    @click.option(
        "--file",
        "file",
        type=click.Path(path_type=Path),
        help=f"The case file; else HOMEWARD_FILE, else {DEFAULT_FILE}.",
    )
    @click.option("--user", "user_name", help="Who acts; else HOMEWARD_USER, else the only user.")
    @click.option("--case", "case_name", help="Title or number of the case, if there are several.")
    @click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
    @functools.wraps(function)
    def command(
        *, file: Path | None, user_name: str | None, case_name: str | None, as_json: bool, **rest: Any
    ) -> Any:
        context = click.get_current_context()
        if context.invoked_subcommand:
            return None  # the subcommand opens the case file, unless it is only asked for its help
        # What was said before the name of a subcommand holds for it too.
        above = context.parent
        said = above.params if above else {}
        file, as_json = file or said.get("file"), as_json or bool(said.get("as_json"))
        user_name, case_name = user_name or said.get("user_name"), case_name or said.get("case_name")
        session = Session(
            file=case_file_path(file),
            user_name=user_name or os.environ.get("HOMEWARD_USER"),
            case_name=case_name,
            as_json=as_json,
        )
        if make is not None and not session.file.exists():
            make(session.file)
        open_case_file(session.file)
        return function(session, **rest)

    return command  # type: ignore[return-value]


def case_file_path(file: Path | None) -> Path:
    """The path asked for, or the one of the environment, or the default in this folder."""
    return (file or Path(os.environ.get("HOMEWARD_FILE") or DEFAULT_FILE)).absolute()


def secret_path(file: Path) -> Path:
    """Where the secret of a desk on this machine is kept, unless HOMEWARD_SECRET gives one."""
    return file.with_name(f"{file.name}.secret")


def start_django(file: Path) -> None:
    """Start Django on this case file, which need not exist yet."""
    import django

    os.environ["HOMEWARD_FILE"] = str(file)
    if (secret := secret_path(file)).exists():
        os.environ.setdefault("HOMEWARD_SECRET", secret.read_text(encoding="ascii").strip())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.server.settings")
    django.setup()


def open_case_file(file: Path) -> None:
    """Start Django on a case file that exists and has the shape that this program knows.

    Raises:
        NotThereError: there is no such file.
        BadInputError: the file is something else.
        ConflictError: the file was made by an older or newer Homeward.
    """
    if not file.exists():
        raise NotThereError(
            "there is no case file", "Make one with: homeward init, or name one with --file.", path=file.name
        )
    check_is_case_file(file)
    start_django(file)
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    known = set(executor.loader.graph.nodes)
    if any(key not in known for key in executor.loader.applied_migrations if key[0] == "casework"):
        raise ConflictError(
            "this case file was made by a newer Homeward", "Install that version or a later one.", path=file.name
        )
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise ConflictError(
            "this case file was made by an older Homeward",
            "Back it up (homeward backup), then bring it up to date: homeward init --upgrade",
            path=file.name,
        )


def check_is_case_file(file: Path) -> None:
    """Raise BadInputError unless the file is an SQLite file with our tables."""
    try:
        with sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=30) as connection:
            found = connection.execute("select 1 from sqlite_master where name = 'casework_case'").fetchone()
        connection.close()
    except sqlite3.DatabaseError as error:
        raise BadInputError(
            "this is not a case file of Homeward, or it is damaged",
            "Name the right file with --file, or bring back a backup with: homeward restore",
            path=file.name,
        ) from error
    if found is None:
        raise BadInputError(
            "this file holds no case file of Homeward", "Name the right file with --file.", path=file.name
        )


def day_or_today(day: datetime | None) -> date:
    """The day asked for, or today where the person sits."""
    return day.date() if day else date.today()  # noqa: DTZ011

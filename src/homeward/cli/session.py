"""Opening a case file on behalf of a person: which file, which user, which case.

In: ``--file``, ``--user``, ``--case`` or HOMEWARD_FILE, HOMEWARD_USER. Out: a `Session` with Django started.
Where HOMEWARD_DATABASE_URL is set and no ``--file`` is named, the case file is the one in that database.
"""

from __future__ import annotations

import functools
import getpass
import importlib.util
import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from homeward.errors import BadInputError, ConflictError, MissingExtraError, NotThereError

if TYPE_CHECKING:
    from django.db.models import Model

    from homeward.casework.models import Case, Party, User

_MOST_NAMES = 5  # of users, in a refusal

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
            raise BadInputError("several people work at this desk", _whom_to_name())
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
        help=f"The case file; else HOMEWARD_DATABASE_URL or HOMEWARD_FILE, else {DEFAULT_FILE}.",
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
        mean_file(file)
        user_name, case_name = user_name or said.get("user_name"), case_name or said.get("case_name")
        session = Session(
            file=case_file_path(file),
            user_name=user_name or os.environ.get("HOMEWARD_USER"),
            case_name=case_name,
            as_json=as_json,
        )
        if in_database():
            open_case_database()
        else:
            if make is not None and not session.file.exists():
                make(session.file)
            open_case_file(session.file)
        return function(session, **rest)

    return command  # type: ignore[return-value]


def mean_file(file: Path | None) -> None:
    """A file that was named is meant, whatever database the environment names."""
    if file is not None:
        os.environ.pop("HOMEWARD_DATABASE_URL", None)


def in_database() -> bool:
    """Whether the case file is in PostgreSQL."""
    return bool(os.environ.get("HOMEWARD_DATABASE_URL"))


def case_file_path(file: Path | None) -> Path:
    """The path asked for, or the one of the environment, or the default in this folder."""
    return (file or Path(os.environ.get("HOMEWARD_FILE") or DEFAULT_FILE)).absolute()


def secret_path(file: Path) -> Path:
    """Where the secret of a desk on this machine is kept, unless HOMEWARD_SECRET gives one."""
    return file.with_name(f"{file.name}.secret")


def start_django(file: Path) -> None:
    """Start Django on this case file, which need not exist yet."""
    os.environ["HOMEWARD_FILE"] = str(file)
    if (secret := secret_path(file)).exists():
        os.environ.setdefault("HOMEWARD_SECRET", secret.read_text(encoding="ascii").strip())
    set_up_django()


def set_up_django() -> None:
    """Start Django with the settings that the environment tells.

    Raises:
        BadInputError: they cannot be used; says which.
        MissingExtraError: the case file is in PostgreSQL, and the part that speaks with it is not installed.
    """
    import django
    from django.core.exceptions import ImproperlyConfigured

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.server.settings")
    if in_database() and importlib.util.find_spec("psycopg") is None:
        raise MissingExtraError("the case file is in PostgreSQL", "Install it with: pip install 'homeward[postgres]'")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise BadInputError("the settings cannot be used", str(error)) from error


def open_case_database() -> None:
    """Start Django on the case file in PostgreSQL.

    Raises:
        NotThereError: the database holds no case file.
        BadInputError: it cannot be reached.
        ConflictError: it was made by an older or newer Homeward.
    """
    set_up_django()
    if not database_holds_case_file():
        raise NotThereError("there is no case file in this database", "Make one with: homeward init")
    _check_shape("")


def database_holds_case_file() -> bool:
    """Whether a case file is in the database, of whatever version.

    Raises:
        BadInputError: the database cannot be reached.
    """
    from django.db import OperationalError, connection

    try:
        return "casework_case" in connection.introspection.table_names()
    except OperationalError as error:
        raise BadInputError(
            "the database cannot be reached",
            "See that it runs, and that HOMEWARD_DATABASE_URL names it and its user.",
        ) from error


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
    _check_shape(file.name)


def _check_shape(name: str) -> None:
    from django.db import connection

    from homeward.casework.shape import Shape, shape_of

    shape = shape_of(connection)
    if shape is Shape.NEWER:
        raise ConflictError(
            "this case file was made by a newer Homeward", "Install that version or a later one.", path=name or None
        )
    if shape is Shape.OLDER:
        raise ConflictError(
            "this case file was made by an older Homeward",
            "Back it up (homeward backup), then bring it up to date: homeward init --upgrade",
            path=name or None,
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


def _whom_to_name() -> str:
    """What to type, with the names there are: whoever reads this terminal holds the case file."""
    from homeward.casework.models import User

    names = list(User.objects.filter(is_active=True).order_by("pk").values_list("username", flat=True))
    context = click.get_current_context(silent=True)
    typed = f"{context.command_path} --user {names[0]}" if context is not None else f"--user {names[0]}"
    others = names[1 : 1 + _MOST_NAMES]
    more = f" (or {', '.join(others)}{', ...' if len(names) > 1 + len(others) else ''})" if others else ""
    return f"Say who you are: {typed}{more}"

"""The settings of a desk: what the environment may say, and what Django itself has to find fault with: nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from tests.server.conftest import Place

from homeward.server import database
from homeward.server.secret import read_secret

DESK = {"HOMEWARD_HOSTS": "desk.example", "HOMEWARD_HTTPS": "yes"}
SECRET = "a long secret of this test, of many different letters; 0123456789"


@pytest.fixture
def desk(tmp_path: Path) -> Place:
    """A desk as docs/installation.md sets it up; the database need not run for this."""
    key = tmp_path / "secret"
    key.write_text(SECRET)
    key.chmod(0o600)
    told = {"HOMEWARD_DATABASE_URL": "postgresql:///homeward", "HOMEWARD_FOLDER": str(tmp_path)}
    return Place("postgresql", {**told, **DESK, "HOMEWARD_SECRET_FILE": str(key)})


def test_django_finds_nothing_wrong_with_a_desk(desk: Place):
    done = desk.run("manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert "no issues" in done.stdout


def test_django_does_find_fault_with_a_desk_that_speaks_no_https(desk: Place):
    done = desk.run("manage.py", "check", "--deploy", "--fail-level", "WARNING", code=1, HOMEWARD_HTTPS="no")
    for fault in ("security.W004", "security.W008", "security.W012", "security.W016"):
        assert fault in done.stderr


def settings_of(place: Place, *names: str, **more: str) -> list[Any]:
    code = f"from django.conf import settings; print([getattr(settings, name) for name in {names!r}])"
    return list(eval(place.run("-c", code, **more).stdout))  # our own program's print


def test_cookies_travel_over_https_only_and_to_nobody_else(desk: Place):
    for cookie in ("SESSION", "CSRF"):
        names = (f"{cookie}_COOKIE_SECURE", f"{cookie}_COOKIE_HTTPONLY", f"{cookie}_COOKIE_SAMESITE")
        assert settings_of(desk, *names) == [True, True, "Strict"]


def test_files_that_are_brought_are_for_the_desk_s_account_alone_and_bounded(desk: Place):
    names = ("FILE_UPLOAD_PERMISSIONS", "FILE_UPLOAD_DIRECTORY_PERMISSIONS", "DATA_UPLOAD_MAX_NUMBER_FILES")
    assert settings_of(desk, *names) == [0o600, 0o700, 10]


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("postgresql:///homeward", ("homeward", "", "", "", "")),
        ("postgres://ada@db.example/homeward", ("homeward", "ada", "", "db.example", "")),
        ("postgresql://ada:p%40ss%2Fword@[::1]:5433/home%20ward", ("home ward", "ada", "p@ss/word", "::1", "5433")),
        ("postgresql:///homeward?host=/run/postgresql", ("homeward", "", "", "/run/postgresql", "")),
    ],
)
def test_an_address_is_read_as_libpq_reads_it(address: str, wanted: tuple[str, ...]):
    told = database.postgresql(address)
    assert tuple(told[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")) == wanted


def test_a_connection_waits_so_long_and_no_question_is_compiled(postgresql: Place):
    ask = (
        "import django; django.setup()\nfrom django.db import connection\n"
        "with connection.cursor() as cursor:\n"
        "  for name in ('jit', 'lock_timeout'): cursor.execute(f'SHOW {name}'); print(cursor.fetchone()[0])"
    )
    assert postgresql.run("-c", ask).stdout.split() == ["off", "30s"]


def test_a_server_may_have_to_prove_who_it_is():
    told = database.postgresql("postgresql://ada@db.example/homeward?sslmode=verify-full&sslrootcert=/etc/ca.pem")
    assert (told["OPTIONS"]["sslmode"], told["OPTIONS"]["sslrootcert"]) == ("verify-full", "/etc/ca.pem")


@pytest.mark.parametrize(
    "address",
    [
        "mysql://ada:hunter2@db/homeward",
        "postgresql://ada:hunter2@db",
        "postgresql://ada:hunter2@db:port/homeward",
        "postgresql://ada:hunter2@db/homeward?sslmod=require",
        "homeward",
    ],
)
def test_an_address_that_cannot_be_used_is_refused_without_its_password(address: str):
    with pytest.raises(ImproperlyConfigured, match="HOMEWARD_DATABASE_URL") as told:
        database.postgresql(address)
    assert "hunter2" not in str(told.value)


def test_the_secret_of_several_processes_has_to_be_there(desk: Place):
    done = desk.run("manage.py", "check", code=1, HOMEWARD_SECRET_FILE="")
    assert "HOMEWARD_SECRET_FILE" in done.stderr


@pytest.mark.parametrize("mode", [0o644, 0o640 | 0o020, 0o604])
def test_a_secret_that_others_may_read_is_refused(tmp_path: Path, mode: int):
    key = tmp_path / "secret"
    key.write_text(SECRET)
    key.chmod(mode)
    with pytest.raises(ImproperlyConfigured, match="chmod"):
        read_secret(str(key), "", must_last=True)


def test_a_short_secret_is_refused(tmp_path: Path):
    key = tmp_path / "secret"
    key.write_text("short")
    key.chmod(0o600)
    with pytest.raises(ImproperlyConfigured, match="shorter") as told:
        read_secret(str(key), "", must_last=True)
    assert '"short"' not in str(told.value)


def test_a_secret_that_is_not_there_is_not_made_up(tmp_path: Path):
    with pytest.raises(ImproperlyConfigured, match="cannot be read"):
        read_secret(str(tmp_path / "none"), "", must_last=False)


def test_one_process_alone_may_make_its_secret_up():
    assert read_secret("", "", must_last=False) != read_secret("", "", must_last=False)
    assert read_secret("", "short", must_last=False) == "short"

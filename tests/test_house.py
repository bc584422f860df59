"""The house stays in order: directions of imports, optional parts optional, nothing undocumented."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from homeward.cli.program import COMMANDS

ROOT = Path(__file__).parents[1]


def test_imports_point_left_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize("room", ["names", "reading", "exchange", "records", "errors", "calendars"])
def test_a_room_left_of_the_case_file_loads_no_django(room: str) -> None:
    code = f"import sys, homeward.{room}; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_importing_homeward_loads_nothing_heavy() -> None:
    code = "import sys, homeward; sys.exit(any(m in sys.modules for m in ('numpy', 'django', 'lxml', 'rapidfuzz')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def commands() -> list[tuple[str, click.Command]]:
    found: list[tuple[str, click.Command]] = []
    for name in COMMANDS:
        command: click.Command = importlib.import_module(f"homeward.cli.{name}_command").command
        found.append((name, command))
        if isinstance(command, click.Group):
            found += [(f"{name} {sub}", command.commands[sub]) for sub in command.commands]
    return found


@pytest.mark.parametrize(("name", "command"), commands(), ids=lambda value: value if isinstance(value, str) else "")
def test_every_command_has_help_and_an_example_and_stands_in_the_docs(name: str, command: click.Command) -> None:
    assert command.help
    assert "xample" in (command.epilog or "")
    assert f"homeward {name}" in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def test_the_pictures_of_the_desk_are_ten_small_and_shown() -> None:
    pictures = sorted((ROOT / "docs" / "pictures").glob("desk-*.png"))
    shown = (ROOT / "docs" / "desk.md").read_text(encoding="utf-8")
    assert len(pictures) == 10
    assert [picture.name for picture in pictures if f"(pictures/{picture.name})" not in shown] == []
    assert [picture.name for picture in pictures if picture.stat().st_size > 200_000] == []


def test_no_module_is_a_drawer_for_everything() -> None:
    names = {path.stem for path in (ROOT / "src").rglob("*.py")}
    assert not names & {"utils", "util", "helpers", "helper", "common", "misc"}


def test_nothing_names_a_machine_it_was_written_on() -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split()
    texts = [
        ROOT / name for name in tracked if name.endswith((".py", ".md", ".toml", ".html", ".css", ".json", ".txt"))
    ]
    words = ["/" + "work/", "/" + "root/", "/" + "home/"]
    wrong = [
        p.name
        for p in texts
        if p.exists() and any(w in p.read_text(encoding="utf-8", errors="replace") for w in words)
    ]
    assert wrong == []


def test_the_page_of_commands_is_what_the_commands_say() -> None:
    made = subprocess.run(
        [sys.executable, "-c", "import write_commands; print(write_commands.page(), end='')"],
        cwd=ROOT / "docs",
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"},
    ).stdout
    assert made == (ROOT / "docs" / "commands.md").read_text(encoding="utf-8"), "run: python docs/write_commands.py"

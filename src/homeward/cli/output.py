"""How commands speak: tables for people, JSON for programs, progress and errors on standard error."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from homeward.errors import BadInputError, HomewardError, Problem
from homeward.records import PartialDate

type_of_progress = Callable[[int, int | None], None]


def console() -> Console:
    """Standard output; a hundred columns where it is not a terminal."""
    width = None if sys.stdout.isatty() else 110
    return Console(width=width, highlight=False, soft_wrap=False, emoji=False, markup=False)


def print_table(title: str, headings: Sequence[str], rows: Sequence[Sequence[str]], *, empty: str) -> None:
    """A table with a title, or the sentence `empty` where there are no rows."""
    if not rows:
        click.echo(empty)
        return
    table = Table(title=title, title_justify="left", title_style="bold", header_style="bold", show_lines=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        # What comes from outside is printed as text: no mark-up, no control characters.
        table.add_row(*(Text(printable(cell)) for cell in row))
    console().print(table)


# What steers a terminal: control characters, and the marks that turn the order of the letters after them, by which a
# name can be shown as another. Marks that only tell a direction (LRM, RLM) turn nothing and stay.
_STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """Text that cannot steer the terminal or turn the order of its letters; each such character is shown as �."""
    return _STEERING.sub("�", text)


def write_out(text: bytes) -> None:
    """UTF-8 text to standard output: exactly these bytes to a file or a pipe, printable on a terminal."""
    if sys.stdout.isatty():
        click.echo(printable(text.decode("utf-8-sig", "replace").replace("\r\n", "\n")), nl=False)
        return
    sys.stdout.buffer.write(text)
    sys.stdout.buffer.flush()


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in one step, readable by its owner only: there is the whole file, or what was there before.

    Raises:
        BadInputError: the folder is not there, or cannot be written to.
    """
    folder = path.parent
    if not folder.is_dir():
        raise BadInputError(
            f'There is no folder "{folder}"', "Make the folder, or choose another with --output.", kind="no-folder"
        )
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_bytes(content)
        new.chmod(0o600)
        new.replace(path)
    except OSError as fault:
        with contextlib.suppress(OSError):
            new.unlink()
        raise BadInputError(
            f'"{path}" cannot be written: {(fault.strerror or "the medium refuses it").lower()}',
            "Choose a folder in which you may write with --output, or make room on the disk.",
            kind="not-written",
        ) from fault


def chance(probability: float | None) -> str:
    """A probability as people read it; nothing is certain."""
    if probability is None:
        return "by hand"
    return ">0.99" if probability > 0.994 else f"{probability:.2f}"


def print_candidate(ref: str, probability: float | None, head: str, place: str, reasons: Sequence[str]) -> None:
    """A candidate as a paragraph: what it is, where it stands, and each reason on a line of its own."""
    say(f"{ref:<5} {chance(probability):>7}  {head}")
    say(f"               {place}")
    for reason in reasons:
        say(f"               · {reason}")


def say(text: str = "") -> None:
    """One paragraph for a person."""
    click.echo(printable(text))


def print_json(value: Any) -> None:
    """The value as JSON, in its own letters; on a terminal, characters that steer it are written as escapes."""
    text = json.dumps(plain(value), ensure_ascii=False, indent=2)
    if sys.stdout.isatty():
        text = _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    click.echo(text)


def plain(value: Any) -> Any:
    """Dataclasses, dates and enums as what JSON has."""
    if isinstance(value, PartialDate):
        return value.edtf
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(v) for v in value]
    return value


def print_problems(problems: Sequence[Problem], *, most: int = 20) -> None:
    """Every fault of a file, on standard error; beyond `most` only their number."""
    for problem in problems[:most]:
        click.echo(printable(f"- {problem}"), err=True)
    if len(problems) > most:
        click.echo(f"- and {len(problems) - most} more; --json lists all.", err=True)


def print_error(error: HomewardError, *, as_json: bool) -> None:
    """What happened, where, what to do."""
    if as_json:
        click.echo(json.dumps({"error": error.problem.to_json()}, ensure_ascii=False))
    click.echo(printable(str(error.problem)), err=True)


@contextmanager
def progress(words: str, *, quiet: bool = False) -> Iterator[type_of_progress]:
    """A function to call with how much is done and how much there is; draws a bar on a terminal, lines elsewhere."""
    if quiet:
        yield lambda done, total: None
        return
    if not sys.stderr.isatty():
        last = 0
        click.echo(f"{words} …", err=True)  # a large workbook is unpacked for seconds before its first row is read

        def in_lines(done: int, total: int | None) -> None:
            nonlocal last
            if done - last >= 10_000:
                last = done
                click.echo(f"{words}: {done:,}" + (f" of {total:,}" if total else ""), err=True)

        yield in_lines
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)

"""How long a list of 100,000 people takes to come in, and whether it comes in once when the import is killed.

Makes a spreadsheet of 100,000 rows and 10 columns of invented names, takes it into a new case file in a process of
its own, and prints seconds and the most memory that the process held. Then does it again in a second case file, ends
the process with kill -9 when half of the rows are stored, runs it again, and counts what is there. Last, two
processes take the same file into a third case file at once.

    python benchmarks/import_100k.py [--rows 100000]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BAR_SECONDS, BAR_MEGABYTES = 90, 600
_HEADINGS = (
    "№", "ФИО", "Имя отца", "Дата рождения", "Пол", "Место рождения", "Место содержания", "Дата задержания", "Статус",
    "Примечание",
)  # fmt: skip
_SOUNDS = "ва ре ло ми та сен дор кел ил мар бра тов зан ри по лус не кар сто вел ан де фе рон ги ма ту лен"
_SYLLABLES = tuple(_SOUNDS.split())
_STATES = ("содержится", "переведён", "", "неизвестно")


def invented_name(chance: random.Random, *, parts: int = 3) -> str:
    """A name of invented words in Cyrillic letters."""
    return " ".join(
        "".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3)))).capitalize() for _ in range(parts)
    )


def make_spreadsheet(path: Path, rows: int, *, seed: int = 7) -> None:
    """Write the list in constant memory."""
    import xlsxwriter

    chance = random.Random(seed)
    places = [invented_name(chance, parts=1) for _ in range(300)]
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Список")
    sheet.write_row(0, 0, _HEADINGS)
    for number in range(1, rows + 1):
        name = invented_name(chance)
        born = f"{chance.randint(1, 28):02}.{chance.randint(1, 12):02}.{chance.randint(1940, 2006)}"
        sheet.write_row(
            number,
            0,
            (
                number, name, invented_name(chance, parts=1), born, chance.choice("мж"), chance.choice(places),
                chance.choice(places), f"{chance.randint(1, 28):02}.03.2024", chance.choice(_STATES), "",
            ),
        )  # fmt: skip
    book.close()


def work(spreadsheet: Path, *, only_prepare: bool = False) -> None:
    """In the process that is measured: take the list in, print progress line by line, then what it took."""
    start_django()
    from django.core.management import call_command

    from homeward.casework.actions.cases import open_case, record_party
    from homeward.casework.actions.desk import open_desk
    from homeward.casework.actions.lists import take_in_list

    call_command("migrate", verbosity=0)
    user = open_desk("benchmark")
    case = open_case(user, "A list of 100,000")
    author = record_party(user, case, "Benchmark")
    if only_prepare:
        return
    begun = time.perf_counter()
    arrival = take_in_list(
        user,
        case,
        spreadsheet,
        title="A long list",
        author=author,
        direction="in",
        progress=lambda done, total: print(f"progress {done} {total}", flush=True),
    )
    report = {
        "seconds": round(time.perf_counter() - begun, 1),
        "peak_megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "rows": arrival.rows,
        "unreadable": arrival.unreadable,
        "problems": len(arrival.problems),
        "already": arrival.already,
        "resumed_at": arrival.resumed_at,
    }
    print(json.dumps(report), flush=True)


def start_django() -> None:
    """Make the models usable."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.server.settings")
    import django

    django.setup()


def run_two(case_file: Path, spreadsheet: Path) -> list[int]:
    """Two imports of one file into one case file at the same time; their exit statuses."""
    start(case_file, spreadsheet, "--prepare").wait()
    both = [start(case_file, spreadsheet) for _ in range(2)]
    for process in both:
        process.communicate()
    return [process.returncode for process in both]


def start(case_file: Path, spreadsheet: Path, *more: str) -> subprocess.Popen[str]:
    """A process that takes the spreadsheet in."""
    command = [sys.executable, __file__, "--work", str(spreadsheet), *more]
    return subprocess.Popen(
        command, env=os.environ | {"HOMEWARD_FILE": str(case_file)}, stdout=subprocess.PIPE, text=True
    )


def run(case_file: Path, spreadsheet: Path, *, kill_at_row: int | None = None) -> dict[str, object] | None:
    """One import in a process of its own; None if it was killed."""
    process = start(case_file, spreadsheet)
    assert process.stdout is not None
    last = ""
    for line in process.stdout:
        last = line
        if kill_at_row is not None and line.startswith("progress ") and int(line.split()[1]) >= kill_at_row:
            process.send_signal(signal.SIGKILL)
            process.wait()
            return None
    if process.wait() != 0:
        raise SystemExit("the import failed")
    found: dict[str, object] = json.loads(last)
    return found


def stored(case_file: Path) -> dict[str, object]:
    """What stands in a case file, asked of SQLite itself."""
    with sqlite3.connect(case_file) as opened:
        one = opened.execute(
            "SELECT count(*), count(DISTINCT ordinal), min(ordinal), max(ordinal) FROM casework_listitem"
        ).fetchone()
        lists = opened.execute("SELECT count(*), sum(arrived_at IS NOT NULL) FROM casework_list").fetchone()
        whole = opened.execute("PRAGMA integrity_check").fetchone()[0]
    return {
        "rows": one[0], "different_rows": one[1], "from": one[2], "to": one[3], "lists": lists[0],
        "whole_lists": lists[1], "integrity": whole,
    }  # fmt: skip


def main() -> int:
    """Measure, print, and say by the exit status whether the bars were held."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--rows", type=int, default=100_000)
    arguments.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    arguments.add_argument("--prepare", action="store_true", help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if chosen.work:
        work(chosen.work, only_prepare=chosen.prepare)
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        spreadsheet = folder / "long.xlsx"
        make_spreadsheet(spreadsheet, chosen.rows)
        print(f"{chosen.rows:,} rows of 10 columns, {spreadsheet.stat().st_size / 1e6:.1f} MB")
        once = run(folder / "once.db", spreadsheet)
        print(f"in one go:         {once}")
        print(f"a second time:     {run(folder / 'once.db', spreadsheet)}")
        killed = folder / "killed.db"
        if run(killed, spreadsheet, kill_at_row=chosen.rows // 2) is not None:
            raise SystemExit("the import was over before it could be killed")
        print(f"after kill -9:     {stored(killed)}")
        print(f"run again:         {run(killed, spreadsheet)}")
        print(f"what is there now: {stored(killed)}")
        there = stored(killed)
        print(
            f"two at once:       exit statuses {run_two(folder / 'two.db', spreadsheet)}; {stored(folder / 'two.db')}"
        )
        held = once is not None and once["seconds"] < BAR_SECONDS and once["peak_megabytes"] < BAR_MEGABYTES  # type: ignore[operator]
        complete = there == stored(folder / "once.db") == stored(folder / "two.db")
        complete = complete and there["rows"] == there["different_rows"] == chosen.rows
        print(f"under {BAR_SECONDS} s and {BAR_MEGABYTES} MB: {held}; complete and nothing twice: {complete}")
        return 0 if held and complete else 1


if __name__ == "__main__":
    sys.exit(main())

"""Whether near copies are found among many texts, by kind of edit, and how long that takes for one more text.

Makes a case file of reports and the fingerprints of them, as an upgrade makes them, then brings texts made from some
of the reports and texts that are no copies of any, and asks for each of which capture it is a copy. All is invented.

    python -m benchmarks.reading.copies [--reports 100000] [--pairs 200] [--folder FOLDER]

FOLDER, if given, is kept and used again. Prints, a line for each kind: how many were told right, and how many were
told to be copies of something else, or, where nothing is copied, of anything. Exit status 1 if the median is over
50 ms.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.reading.made_reports import EDITS, Report, event, put_out, report, several_edits

if TYPE_CHECKING:
    from homeward.casework.models import Case, Party, User

PUBLISHERS, HEAVY = 200, 20  # the first 20 have more furniture on their pages than news
MEDIAN_BAR_SECONDS = 0.050
_FIRST_DAY = date(2024, 1, 1)
_DAYS = 700
_BATCH = 2_000
_LANGUAGES = {"Latn": "en", "Cyrl": "ru", "Hebr": "he", "Arab": "ar", "Hans": "zh"}


def written(number: int, total: int) -> Report:
    """The report of this number, always the same; up to four that follow each other tell of one event."""
    chance = random.Random(f"report {number}")
    group = random.Random(f"event {number // 4}")
    about = event(group, number // 4) if group.random() < 0.5 else event(chance, -number)
    publisher = chance.randrange(PUBLISHERS)
    heavy = publisher < HEAVY
    made = report(chance, about, publisher, 0, length=chance.randint(2, 4) if heavy else None)
    script = chance.choices(("Latn", "Cyrl", "Hebr", "Arab", "Hans"), (80, 5, 5, 5, 5))[0]
    return replace(put_out(made, publisher, number * _DAYS // total, heavy=heavy), script=script)


def build(total: int) -> tuple[User, Case]:
    """Fill a new case file, without the acts: this measures finding."""
    from django.core.management import call_command
    from django.db import transaction

    from homeward.casework.actions.cases import open_case
    from homeward.casework.actions.desk import open_desk
    from homeward.casework.models import Capture, CaptureContent, Party
    from homeward.records import PartialDate

    call_command("migrate", verbosity=0)
    user = open_desk("benchmark")
    case = open_case(user, "A large case")
    parties = [Party.objects.create(case=case, name=f"Publisher {n}", entered_by=user) for n in range(PUBLISHERS)]
    for start in range(0, total, _BATCH):
        numbers = range(start, min(total, start + _BATCH))
        reports = [written(number, total) for number in numbers]
        with transaction.atomic():
            CaptureContent.objects.bulk_create(
                CaptureContent(sha256=f"{n:064x}", content=b"x", size_bytes=1) for n in numbers
            )
            Capture.objects.bulk_create(
                Capture(
                    case=case, content_id=f"{n:064x}", file_name=f"{n}.txt", how="file", format="text", text=r.text,
                    publisher=parties[r.publisher], entered_by=user, language=_LANGUAGES[r.script],
                    published=PartialDate.day(_FIRST_DAY + timedelta(days=r.day)),
                )
                for n, r in zip(numbers, reports, strict=True)
            )  # fmt: skip
    return user, case


def print_texts(case_file: Path) -> None:
    """Make the fingerprints by the migration that makes them for a case file that is brought up to date."""
    import importlib

    from django.apps import apps
    from django.db import connection

    migration = importlib.import_module("homeward.casework.migrations.0003_print_texts_held")
    before, begun = _size(case_file), time.perf_counter()
    with connection.schema_editor(atomic=False) as editor:
        migration.print_texts(apps, editor)
    seconds = time.perf_counter() - begun
    print(f"fingerprints of all texts: {seconds:.0f} s, {(_size(case_file) - before) / 1e6:.0f} MB in the case file")


def copies(kind: str, pairs: int, total: int) -> Iterator[tuple[Report, int]]:
    """Texts made from reports that are held by one kind of edit, with the number of the report."""
    chance = random.Random(kind)
    for _ in range(pairs):
        number = chance.randrange(total)
        original = written(number, total)
        if kind == "same publisher, brought up to date":
            made, publisher = EDITS["paragraph added"](chance, original), original.publisher
        else:
            edit = EDITS.get(kind, several_edits)
            publisher = chance.randrange(PUBLISHERS - 1)
            publisher += publisher >= original.publisher
            made = edit(chance, original)
        day = original.day + chance.randint(0, 2)
        script = "Latn" if original.script == "Latn" else original.script
        yield replace(put_out(made, publisher, day, heavy=publisher < HEAVY), script=script), number


def others(kind: str, pairs: int, total: int) -> Iterator[Report]:
    """Texts that are copies of nothing, however much they look like it."""
    chance = random.Random(kind)
    for turn in range(pairs):
        day = chance.randrange(_DAYS)
        if kind == "another event, page mostly furniture":
            publisher, about, length = chance.randrange(HEAVY), event(chance, -turn), chance.randint(1, 2)
        elif kind == "another event, same publishers":
            publisher, about, length = chance.randrange(HEAVY, PUBLISHERS), event(chance, -turn), None
        else:
            number = chance.randrange(total)
            held = written(number, total)
            same = kind == "same event and publisher, written apart"
            publisher = held.publisher if same else chance.randrange(PUBLISHERS)
            about, day, length = held.event, held.day + chance.randint(0, 2), None
        made = report(chance, about, publisher, day, length=length)
        yield put_out(made, publisher, day, heavy=publisher < HEAVY)


COPIES = (*EDITS, "same publisher, brought up to date")
OTHERS = (
    "another event, same publishers",
    "another event, page mostly furniture",
    "same event, written apart",
    "same event and publisher, written apart",
)


def measure(user: User, case: Case, pairs: int, total: int) -> bool:
    """Ask for every text and print what came; whether the median is under the bar."""
    from homeward.casework.models import Party
    from homeward.casework.near_copies import find_original
    from homeward.records import PartialDate

    parties: list[Party] = list(Party.objects.filter(case=case).order_by("pk"))
    seconds: list[float] = []
    work: list[float] = []
    right = wrong = asked = 0

    def ask(text: Report) -> int | None:
        day = PartialDate.day(_FIRST_DAY + timedelta(days=text.day))
        whole, publisher = text.text, parties[text.publisher]
        begun, worked = time.perf_counter(), time.process_time()
        found = find_original(user, case, whole, publisher=publisher, published=day, language=_LANGUAGES[text.script])
        seconds.append(time.perf_counter() - begun)
        work.append(time.process_time() - worked)
        return int(found.capture.file_name.removesuffix(".txt")) if found is not None else None

    ask(written(0, total))  # opens the case file
    seconds.clear()
    print(f"{'copies':45} told right  of another  missed")
    for kind in COPIES:
        told = [(ask(text), number) for text, number in copies(kind, pairs, total)]
        good = sum(found == number for found, number in told)
        bad = sum(found is not None and found != number for found, number in told)
        print(f"{kind:45} {good:10} {bad:11} {len(told) - good - bad:7}")
        right, wrong, asked = right + good, wrong + bad, asked + len(told)
    print(f"{'no copies':45} told right  of something")
    for kind in OTHERS:
        bad = sum(ask(text) is not None for text in others(kind, pairs, total))
        print(f"{kind:45} {pairs - bad:10} {bad:13}")
        wrong += bad
    print(f"precision {right / max(1, right + wrong):.4f}, recall {right / asked:.4f} of {asked} copies and "
          f"{pairs * len(OTHERS)} others among {total} reports")  # fmt: skip
    median = statistics.median(seconds)
    slow = statistics.quantiles(seconds, n=100)[98]
    print(f"one more text: median {median * 1e3:.1f} ms ({statistics.median(work) * 1e3:.1f} ms of one processor), "
          f"99 in 100 under {slow * 1e3:.0f} ms; bar {MEDIAN_BAR_SECONDS * 1e3:.0f} ms for the median")  # fmt: skip
    print(
        f"memory of the process, the pages of the case file that it shares with the system left out: {_own_memory()}"
    )
    return median < MEDIAN_BAR_SECONDS


def _own_memory() -> str:
    status = Path("/proc/self/status")
    if not status.exists():
        return "not known here"
    kib = next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("RssAnon"))
    return f"{kib / 1024:.0f} MB"


def _size(case_file: Path) -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return case_file.stat().st_size


def main() -> int:
    """Build or open the case file, ask, and say by the exit status whether the bar was held."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--reports", type=int, default=100_000)
    arguments.add_argument("--pairs", type=int, default=200, help="texts of each kind")
    arguments.add_argument("--folder", type=Path)
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = chosen.folder or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        case_file = folder / f"reports-{chosen.reports}.db"
        there = case_file.exists()
        os.environ["HOMEWARD_FILE"] = str(case_file)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.server.settings")
        import django

        django.setup()
        from homeward.casework.models import Case, User

        if there:
            user, case = User.objects.get(), Case.objects.get()
        else:
            begun = time.perf_counter()
            user, case = build(chosen.reports)
            print(f"{chosen.reports} reports written in {time.perf_counter() - begun:.0f} s")
            print_texts(case_file)
        return 0 if measure(user, case, chosen.pairs, chosen.reports) else 1


if __name__ == "__main__":
    sys.exit(main())

"""How long each page of the desk takes in a large case file, in the server, and how large it is.

Makes a case file of 100,000 list items in ten lists, 10,000 people, 50,000 claims, 10,000 candidates to judge and
1,000 reports, all invented; asks for each page as a signed-in user would, and prints the first answer, the median and
the slowest of the others, the median of the processor's time alone (which tells more on a busy machine), the number
of database queries and the size. Find is asked for another name each time. Bars: median 300 ms, search while typing
150 ms, 500 kB.

    python -m benchmarks.desk_pages [--folder FOLDER] [--times 7]      # a folder given is kept, and used again

Where HOMEWARD_DATABASE_URL names a PostgreSQL, the case file is made there, and used again.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import case_file_scale as large

if TYPE_CHECKING:
    from django.test import Client

    from homeward.casework.models import Case, User

PEOPLE, CLAIMS, CANDIDATES = 10_000, 50_000, 10_000
ASKING = 2_000
HANDED_OVER = 8_000
BAR_SECONDS, TYPING_BAR_SECONDS, BAR_BYTES = 0.3, 0.15, 500_000
AS_OF = "2026-04-01"


def build(chance: random.Random) -> None:
    """Fill a new case file."""
    large.CLAIMS = CLAIMS - large.PEOPLE  # the rest is about the people added below
    user, case = large.build(chance)
    _people(chance, user, case)
    _candidates(chance, user)
    _handed_over(user, case)
    _relatives(user, case)


def _people(chance: random.Random, user: User, case: Case) -> None:
    from homeward.casework.models import Claim, NameForm, Person
    from homeward.records import PartialDate

    more = PEOPLE - Person.objects.count()
    Person.objects.bulk_create(
        Person(
            case=case, entered_by=user, birth=PartialDate.of(chance.randint(1950, 2005)), nationalities=["FR"],
            missing_since=PartialDate.of(2025, chance.randint(1, 12), 3),
        )
        for _ in range(more)
    )  # fmt: skip
    people = list(Person.objects.order_by("pk"))[-more:]
    forms = []
    for person in people:
        latin, cyrillic, _ = large.names(chance)
        forms += [
            NameForm(person=person, text=latin, script="Latn", entered_by=user),
            NameForm(person=person, text=cyrillic, kind="transliteration", script="Cyrl", entered_by=user),
        ]
    NameForm.objects.bulk_create(forms)
    # Spread claims over everybody: most were made about the first two hundred.
    spread = list(Claim.objects.values_list("statement", "item", "subject", "polarity")[: large.PEOPLE])
    Claim.objects.bulk_create(
        Claim(
            case=case, person=chance.choice(people), subject=subject, polarity=polarity, statement_id=statement,
            item_id=item, entered_by=user,
        )
        for statement, item, subject, polarity in spread
    )  # fmt: skip


def _candidates(chance: random.Random, user: User) -> None:
    from homeward.casework.models import ItemLink, ListItem, Person

    items = list(ListItem.objects.values_list("pk", flat=True))
    people = list(Person.objects.values_list("pk", flat=True))
    pairs = {(chance.choice(items), chance.choice(people)) for _ in range(CANDIDATES)}
    ItemLink.objects.bulk_create(
        ItemLink(
            item_id=item, person_id=person, probability=chance.random(), reasons=["the family names agree"],
            engine="benchmark", entered_by=user,
        )
        for item, person in sorted(pairs)
    )  # fmt: skip


def _handed_over(user: User, case: Case) -> None:
    """A list of ours of 8,000 people, handed over, answered collectively and for every tenth by name."""
    from datetime import date

    from django.utils import timezone

    from homeward.casework.actions.captures import capture_file
    from homeward.casework.actions.cases import record_party
    from homeward.casework.models import Answer, Direction, Handover, ItemLink, List, ListItem, Person
    from homeward.records import PartialDate

    capture, _ = capture_file(user, case, content=b"ours", file_name="ours.xlsx", format="xlsx")
    party = record_party(user, case, "A party of the benchmark")
    ours = List.objects.create(
        case=case, capture=capture, title="Ours", recipient=party, direction=Direction.OUT, entered_by=user,
        tables=[{"name": "", "headings": ["Name"], "letters": ["A"], "meanings": ["full_name"]}],
        arrived_at=timezone.now(),
    )  # fmt: skip
    people = list(Person.objects.filter(case=case).order_by("pk")[:HANDED_OVER])
    ListItem.objects.bulk_create(
        ListItem(list=ours, ordinal=n, row_number=n + 1, cells=[f"Person {n}"], name=f"Person {n}")
        for n in range(1, len(people) + 1)
    )
    items = list(ours.items.order_by("ordinal"))
    ItemLink.objects.bulk_create(
        ItemLink(item=item, person=person, reasons=["ours"], engine="by hand", entered_by=user)
        for item, person in zip(items, people, strict=True)
    )
    Handover.objects.create(
        case=case, list=ours, recipient=party, on=PartialDate.read("2026-01-10"), reply_due=date(2026, 2, 10),
        entered_by=user,
    )  # fmt: skip
    Answer.objects.bulk_create(
        Answer(case=case, list=ours, item=item, party=party, code=code, words="As said.", entered_by=user)
        for item, code in [(None, "searching"), *((item, "does_not_hold") for item in items[::10])]
    )


def _relatives(user: User, case: Case) -> None:
    """Two thousand who ask, each about one person; one of them was told something."""
    from datetime import date

    from homeward.casework.actions.briefings import LineKind, NewLine, freeze_briefing
    from homeward.casework.models import Enquirer, Enquiry, Person

    people = list(Person.objects.filter(case=case).order_by("-pk")[:ASKING])
    Enquirer.objects.bulk_create(
        Enquirer(case=case, name=f"Relative {number}", language="en", entered_by=user) for number in range(ASKING)
    )
    asking = list(Enquirer.objects.filter(case=case).order_by("pk"))
    Enquiry.objects.bulk_create(
        Enquiry(
            enquirer=one, person=person, relation="sister", channel="letter", asked_on=date(2026, 2, 1),
            questions="Where is he?", reference=f"B{one.pk:08}", follow_up_on=date(2026, 5, 1), entered_by=user,
        )
        for one, person in zip(asking, people, strict=True)
    )  # fmt: skip
    lines = [NewLine(f"We asked about him, letter {number}.", kind=LineKind.WE) for number in range(40)]
    freeze_briefing(user, asking[0], people[0], language="en", until=date(2026, 3, 1), lines=lines)


def pages(case: Case) -> dict[str, str | list[str]]:
    """The address of each page that is measured, by what it shows; several are asked for in turn."""
    from homeward.casework.models import Briefing, Claim, Handover, ItemLink, List, NameForm, Person

    told = Briefing.objects.order_by("pk")[0]
    theirs = List.objects.filter(case=case).order_by("pk")[0]
    handover = Handover.objects.filter(case=case).order_by("-pk")[0]
    person = Person.objects.order_by("-pk")[0]
    busy = Person.objects.order_by("pk")[0]
    link = ItemLink.objects.order_by("pk")[0]
    said = Claim.objects.filter(statement__isnull=False).order_by("-pk")[0]
    forms = NameForm.objects.filter(person__in=Person.objects.order_by("-pk")[:200]).order_by("-pk")[::7]
    names = [form.text.replace(" ", "+") for form in forms]
    at = f"/case/{case.pk}"
    return {
        "home": f"/?as_of={AS_OF}",
        "case": f"{at}/?as_of={AS_OF}",
        "people": f"{at}/people",
        "people, last page": f"{at}/people?page=200",
        "person": f"/person/P{person.pk}?as_of={AS_OF}",
        "person, 250 claims": f"/person/P{busy.pk}?as_of={AS_OF}",
        "candidates": f"{at}/candidates",
        "candidate": f"/link/K{link.pk}/judge",
        "reports": f"{at}/reports",
        "report": f"/report/R{said.statement.capture_id}",
        "statement": f"/statement/T{said.statement_id}",
        "claim": f"/claim/C{said.pk}",
        "proposals": f"{at}/proposals",
        "promises": f"{at}/promises",
        "contacts": f"{at}/contacts",
        "contact, to record": f"{at}/contacts/new",
        "silences": f"{at}/silences",
        "second readers": f"{at}/second-reader",
        "what is due": f"{at}/due.ics",
        "lists": f"{at}/lists",
        "list": f"/list/L{theirs.pk}",
        "list, last page": f"/list/L{theirs.pk}?page=200",
        "list, what waits": f"/list/L{theirs.pk}?only=waiting",
        "list of ours": f"/list/L{handover.list_id}",
        "names by rounds": f"{at}/rounds?as_of={AS_OF}",
        "names by rounds, unanswered": f"{at}/rounds?as_of={AS_OF}&only=unanswered",
        "unanswered": f"{at}/unanswered?as_of={AS_OF}",
        "hand-over": f"/handover/H{handover.pk}?as_of={AS_OF}",
        "prepare": f"{at}/prepare",
        "relatives": f"{at}/enquirers",
        "relative": f"/enquirer/E{told.enquirer_id}",
        "a relative asks": f"{at}/asks?q={names[0]}",
        "consents": f"/enquirer/E{told.enquirer_id}/consent/P{told.person_id}",
        "what may be told": f"/enquirer/E{told.enquirer_id}/brief/P{told.person_id}",
        "briefings": f"{at}/briefings",
        "briefing": f"/briefing/B{told.pk}",
        "briefing as PDF": f"/briefing/B{told.pk}/pdf",
        "what is held about a person": f"/person/P{told.person_id}/held",
        "access": f"{at}/access",
        "audit": "/audit",
        "find": [f"/find?q={name}" for name in names],
        "find, while typing": [f"/find?q={name}" for name in reversed(names)],
        "find, three letters typed": [f"/find?q={name[:3]}" for name in names],
    }


def measure(client: Client, what: str, addresses: Sequence[str], times: int) -> bool:
    """Ask for a page some times and print; whether it holds the bars."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    typing = "typ" in what
    headers = {"hx-request": "true"} if typing else {}
    seconds, worked, queries, size = [], [], 0, 0
    for _, address in zip(range(times + 1), cycle(addresses), strict=False):
        with CaptureQueriesContext(connection) as captured:
            begun, at_work = time.perf_counter(), time.process_time()
            answer = client.get(address, headers=headers)
            seconds.append(time.perf_counter() - begun)
            worked.append(time.process_time() - at_work)
        assert answer.status_code == 200, (address, answer.status_code)
        queries, size = max(queries, len(captured)), max(size, len(answer.content))
    first, median = seconds[0], statistics.median(seconds[1:])
    held = median <= (TYPING_BAR_SECONDS if typing else BAR_SECONDS) and size <= BAR_BYTES
    print(
        f"{what:28}{first * 1000:8.0f} ms{median * 1000:8.0f} ms{max(seconds[1:]) * 1000:8.0f} ms"
        f"{statistics.median(worked[1:]) * 1000:8.0f} ms{queries:6}{size / 1000:9.1f} kB"
        f"{'' if held else '  over the bar'}"
    )
    return held


def signed_in(user: User) -> Client:
    """A browser that came in with the key."""
    from django.test import Client

    from homeward.web.door import Door, open_door

    keys: list[str] = []
    open_door(Door(user.username, announce=keys.append))
    client = Client(headers={"host": "127.0.0.1"})
    client.post("/enter", {"key": keys[-1]})
    return client


def main() -> int:
    """Build or open the case file, ask for the pages, and say by the exit status whether the bars were held."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--folder", type=Path)
    arguments.add_argument("--times", type=int, default=7)
    arguments.add_argument("--only", default="", help="pages whose title matches")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = chosen.folder or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        case_file = folder / "desk.db"
        os.environ["HOMEWARD_FILE"] = str(case_file)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.server.settings")
        import django

        django.setup()
        from django.db import connection

        from homeward.casework.list_index import index_of
        from homeward.casework.models import Case, List, User
        from homeward.casework.people_names import put_in_order
        from homeward.web import at_hand

        begun = time.perf_counter()
        there = "casework_case" in connection.introspection.table_names()
        if not there:
            build(random.Random(11))
        for stored in List.objects.all():
            index_of(stored)
        put_in_order(Case.objects.get())
        at_hand.read_ahead()  # as a server does before its first request
        at_hand.keep_ahead()
        print(f"{'opened' if there else 'built'} in {time.perf_counter() - begun:.0f} s")
        client = signed_in(User.objects.get(username="benchmark"))
        print(f"{'page':28}{'first':>11}{'median':>11}{'slowest':>11}{'processor':>11}{'queries':>8}{'size':>10}")
        results = [
            measure(client, what, [address] if isinstance(address, str) else address, chosen.times)
            for what, address in pages(Case.objects.get()).items()
            if re.search(chosen.only, what)
        ]
        return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())

"""How long the questions of a working day take in a large case file: find a name, draw up one person's picture.

Makes a case file of 100,000 list items in ten lists, 10,000 claims about 200 people and 1,000 reports, all invented,
and asks each question several times; prints the slowest and the median. The first search opens the saved indexes.

    python benchmarks/case_file_scale.py [--folder FOLDER]      # a folder that is given is kept, and used again
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from homeward.casework.models import Case, Person, User

LISTS, ROWS_A_LIST, CLAIMS, REPORTS, PEOPLE = 10, 10_000, 10_000, 1_000, 200
FIND_BAR_SECONDS, PICTURE_BAR_SECONDS = 1.0, 0.5
AS_OF = date(2026, 4, 1)

# The same invented syllables in three scripts, so that people, lists and reports spell the same names.
_LATIN = "va re lo mi ta sen dor kel il mar bra tov zan ri po lus nek kar sto vel"
_CYRILLIC = "ва ре ло ми та сен дор кел ил мар бра тов зан ри по лус нек кар сто вел"
_ARABIC = "فا ري لو مي تا سن دور كل إل مار برا توف زان ري بو لوس نك كار ستو فل"
_SYLLABLES = tuple(tuple(script.split()) for script in (_LATIN, _CYRILLIC, _ARABIC))
_TALK = (
    "the ministry said that talks on the northern road would go on after the harvest and that no date was set for "
    "the visit of the delegation whose members had asked to see the camp by the river before winter"
)
_WORDS = tuple(_TALK.split())


def names(chance: random.Random) -> tuple[str, str, str]:
    """One invented name of two parts in three scripts."""
    parts = [chance.choices(range(20), k=chance.choice((2, 3))) for _ in range(2)]
    latin, cyrillic, arabic = (
        " ".join("".join(syllables[i] for i in part).capitalize() for part in parts) for syllables in _SYLLABLES
    )
    return latin, cyrillic, arabic


def build(chance: random.Random) -> tuple[User, Case]:
    """Fill a new case file; rows go in at once, without the acts, because this measures questions, not acts."""
    from django.core.management import call_command

    from homeward.casework.actions.cases import open_case, record_party
    from homeward.casework.actions.desk import open_desk
    from homeward.casework.actions.people import add_person
    from homeward.records import NameKind, PartialDate, WrittenName

    call_command("migrate", verbosity=0)
    user = open_desk("benchmark")
    case = open_case(user, "A large case")
    parties = [record_party(user, case, f"Party {number}") for number in range(40)]
    people = []
    for _ in range(PEOPLE):
        latin, cyrillic, _ = names(chance)
        forms = [WrittenName(latin), WrittenName(cyrillic, NameKind.TRANSLITERATION)]
        people.append(
            add_person(
                user, case, names=forms, birth=PartialDate.of(chance.randint(1950, 2005)), nationalities=["FR"]
            )
        )
    items = _lists(chance, user, case, parties)
    statements = _reports(chance, user, case, parties, people)
    _claims(chance, user, case, people, statements, items)
    return user, case


def _capture(user: User, case: Case, number: int, **more: object) -> object:
    from homeward.casework.models import Capture, CaptureContent

    content = CaptureContent.objects.create(sha256=f"{number:064x}", content=b"x", size_bytes=1)
    return Capture.objects.create(
        case=case, content=content, file_name=f"{number}.txt", how="file", entered_by=user, **more
    )


def _lists(chance: random.Random, user: User, case: Case, parties: list) -> list[int]:  # type: ignore[type-arg]
    from homeward.casework.models import List, ListItem

    headings = ["Name", "Born", "Status"]
    table = {"name": "Sheet", "headings": headings, "letters": ["A", "B", "C"],
             "meanings": ["full_name", "birth_year", "status"]}  # fmt: skip
    for number in range(LISTS):
        stored = List.objects.create(
            case=case,
            capture=_capture(user, case, number, format="xlsx"),
            title=f"Register {number}",
            author=parties[number],
            direction="in",
            tables=[table],
            arrived_at=datetime.now(UTC),
            entered_by=user,
        )
        rows = []
        for ordinal in range(1, ROWS_A_LIST + 1):
            name, born = names(chance)[number % 3], str(chance.randint(1950, 2005))
            record = {"key": str(ordinal), "names": [{"text": name, "kind": "full"}], "birth": born}
            rows.append(
                ListItem(
                    list=stored,
                    ordinal=ordinal,
                    table="Sheet",
                    row_number=ordinal + 1,
                    cells=[name, born, "held"],
                    name=name,
                    record=record,
                )
            )
        ListItem.objects.bulk_create(rows)
    return list(ListItem.objects.values_list("pk", flat=True)[:5_000])


def _reports(chance: random.Random, user: User, case: Case, parties: list, people: list) -> list:  # type: ignore[type-arg]
    from homeward.casework.document_terms import text_keys
    from homeward.casework.models import ChainLink, DocumentTerm, Statement
    from homeward.records import PartialDate

    statements = []
    for number in range(REPORTS):
        sentences = []
        for _ in range(30):
            words = chance.choices(_WORDS, k=14)
            if chance.random() < 0.4:
                words[7:7] = names(chance)[0].split()
            sentences.append(" ".join(words).capitalize() + ".")
        mentioned = chance.choice(people).name_forms.first().text
        sentences.insert(10, f"It is said that {mentioned} was seen in the camp.")
        text = " ".join(sentences)
        capture = _capture(
            user, case, 1_000 + number, format="text", text=text, title=f"Report {number}", language="en",
            publisher=chance.choice(parties), published=PartialDate.of(2025, chance.randint(1, 12), 5),
        )  # fmt: skip
        DocumentTerm.objects.bulk_create(DocumentTerm(capture=capture, key=key) for key in text_keys(text))
        quote = f"{mentioned} was seen in the camp"
        start = text.index(quote)
        statement = Statement.objects.create(
            capture=capture, text=quote, start=start, stop=start + len(quote), entered_by=user
        )
        for order, role in enumerate(("speaker", "relay", "publisher"), start=1):
            party = chance.choice(parties)
            ChainLink.objects.create(
                statement=statement, order=order, role=role, name=party.name, party=party, attribution="named",
                entered_by=user,
            )  # fmt: skip
        statements.append(statement)
    return statements


def _claims(chance: random.Random, user: User, case: Case, people: list, statements: list, items: list) -> None:  # type: ignore[type-arg]
    from homeward.casework.models import Claim
    from homeward.records import PartialDate

    def claims() -> Iterator[Claim]:
        for number in range(CLAIMS):
            source = {"statement": chance.choice(statements)} if number % 2 else {"item_id": chance.choice(items)}
            yield Claim(
                case=case, person=chance.choice(people), subject=chance.choice(("custody", "alive", "whereabouts")),
                polarity=chance.choice(("asserts", "asserts", "denies")), value="camp by the river",
                asserted_on=PartialDate.of(2025, chance.randint(1, 12), chance.randint(1, 28)), entered_by=user,
                **source,
            )  # fmt: skip

    Claim.objects.bulk_create(claims())


def timed(what: str, asks: list[Callable[[], object]], bar: float) -> bool:
    """Ask each once and print; whether the slowest is under the bar."""
    seconds = []
    for ask in asks:
        begun = time.perf_counter()
        ask()
        seconds.append(time.perf_counter() - begun)
    slowest = max(seconds)
    print(f"{what}: slowest {slowest:.3f} s, median {statistics.median(seconds):.3f} s of {len(asks)}; bar {bar} s")
    return slowest < bar


def ask_everything(user: User, case: Case) -> bool:
    """Time the questions."""
    from homeward.casework import queries
    from homeward.casework.find import find
    from homeward.casework.models import List, Person

    begun = time.perf_counter()
    from homeward.casework.list_index import index_of

    for stored in List.objects.all():
        index_of(stored)
    print(f"opening, or making where missing, {LISTS} indexes: {time.perf_counter() - begun:.1f} s")
    people: list[Person] = list(Person.objects.order_by("pk")[::10])
    forms = [form.text for person in people for form in person.name_forms.all()]
    hits = [len(find(user, case, forms[0]).hits)]
    found = timed(
        "find one name in everything",
        [lambda name=name: hits.append(len(find(user, case, name).hits)) for name in forms],  # type: ignore[misc]
        FIND_BAR_SECONDS,
    )
    print(f"  hits a name: {statistics.mean(hits):.1f}")
    missed = sum(
        not any(hit.kind == "report" and hit.written == name for hit in find(user, case, name).hits)
        for name in forms[::2]
        if _stands_in_a_report(name)
    )
    print(f"  names that stand in a report word for word and were not found there: {missed}")
    drawn = timed(
        "picture of one person",
        [lambda person=person: queries.picture(user, person, as_of=AS_OF) for person in people],  # type: ignore[misc]
        PICTURE_BAR_SECONDS,
    )
    return found and drawn and not missed


def _stands_in_a_report(name: str) -> bool:
    from homeward.casework.models import Capture

    return Capture.objects.filter(text__contains=name).exists()


def main() -> int:
    """Build or open the case file, ask, and say by the exit status whether the bars were held."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--folder", type=Path)
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = chosen.folder or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        case_file = folder / "large.db"
        there = case_file.exists()
        os.environ["HOMEWARD_FILE"] = str(case_file)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.server.settings")
        import django

        django.setup()
        from homeward.casework.models import Case, User

        begun = time.perf_counter()
        user, case = (User.objects.get(), Case.objects.get()) if there else build(random.Random(11))
        print(f"{'opened' if there else 'built'} in {time.perf_counter() - begun:.0f} s, "
              f"{case_file.stat().st_size / 1e6:.0f} MB")  # fmt: skip
        return 0 if ask_everything(user, case) else 1


if __name__ == "__main__":
    sys.exit(main())

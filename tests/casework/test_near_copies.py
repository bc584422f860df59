"""A text that comes in is known as a copy of one that is held, and furniture of a publisher's pages makes none."""

from __future__ import annotations

import importlib
import random
from collections import Counter
from itertools import count
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from tests.casework.conftest import Desk

from homeward.casework.actions.captures import capture_file
from homeward.casework.actions.cases import open_case
from homeward.casework.models import Capture, Case, Classification, Role, TextPrint
from homeward.casework.near_copies import KEPT_AT_MOST, find_original, keep_prints
from homeward.reading import fingerprints, worded
from homeward.records import PartialDate

_numbers = count(1)
printing = importlib.import_module("homeward.casework.migrations.0003_print_texts_held")


def words(many: int, seed: object) -> str:
    """As many different invented words in a row, in sentences."""
    chance = random.Random(str(seed))
    made = ["".join(chance.choices("abdegiklmnoprstu", k=chance.randint(3, 9))) for _ in range(many)]
    return " ".join(f"{word}." if place % 12 == 11 else word for place, word in enumerate(made))


def ask(desk: Desk, text: str, publisher: str = "", day: int = 1, **more: Any) -> tuple[Capture, float] | None:
    party = desk.party(publisher) if publisher else None
    case = more.get("case") or desk.case
    found = find_original(
        more.get("user") or desk.chief, case, text, publisher=party, published=PartialDate.of(2026, 3, day)
    )
    return (found.capture, found.similarity) if found is not None else None


def hold(desk: Desk, text: str, publisher: str = "", day: int = 1, **more: Any) -> Capture:
    """Take a text in as a report is taken in."""
    case: Case = more.get("case") or desk.case
    found = ask(desk, text, publisher, day, case=case)
    number = next(_numbers)
    capture, _ = capture_file(
        desk.chief, case, content=f"{number} {text}".encode(errors="replace"), file_name=f"{number}.txt",
        format="text", text=text, publisher=desk.party(publisher) if publisher else None,
        published=PartialDate.of(2026, 3, day), copies=found[0] if found else None,
        classification=more.get("classification", Classification.DESK),
    )  # fmt: skip
    keep_prints(capture)
    return capture


WIRE = words(240, "wire")
EDITS = {
    "another headline": f"{words(8, 'headline')}\n\n{WIRE}",
    "a paragraph cut": " ".join([*WIRE.split()[:90], *WIRE.split()[150:]]),
    "a paragraph added": f"{WIRE[:700]}\n\n{words(60, 'added')}\n\n{WIRE[700:]}",
    "30% cut": " ".join(w for place, w in enumerate(WIRE.split()) if place % 40 < 28),
    "an introduction": f"{words(100, 'own')}\n\n{WIRE}",
    "words replaced": " ".join("other" if place % 17 == 0 else w for place, w in enumerate(WIRE.split())),
    "only the beginning": " ".join(WIRE.split()[:60]),
    "one line, in capitals": WIRE.replace("\n", " ").upper(),
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_copy_is_found_among_others_however_it_was_edited(desk: Desk, edit: str) -> None:
    for other in range(5):
        hold(desk, words(200, f"other {other}"), f"Paper {other}")
    wire = hold(desk, WIRE, "Marj Wire")
    found = ask(desk, EDITS[edit], "Tarvia Herald", 2)
    assert found is not None
    assert found[0] == wire
    assert found[1] >= 0.6


def test_a_text_of_its_own_is_no_copy(desk: Desk) -> None:
    hold(desk, WIRE, "Marj Wire")
    assert ask(desk, words(240, "another"), "Tarvia Herald") is None
    assert ask(desk, f"{words(200, 'own')} {' '.join(WIRE.split()[:40])}", "Tarvia Herald") is None, "one quotation"
    assert ask(desk, "", "Tarvia Herald") is None


def test_a_book_that_quotes_a_story_whole_is_no_copy_of_it(desk: Desk) -> None:
    hold(desk, WIRE, "Marj Wire")
    assert ask(desk, f"{words(2500, 'a')} {WIRE} {words(2500, 'b')}", "Valley Press") is None


def test_a_copy_of_a_copy_is_a_copy_of_the_first_unless_it_has_nothing_of_it(desk: Desk) -> None:
    first = hold(desk, WIRE, "Marj Wire")
    second = hold(desk, f"{WIRE} {words(200, 'second half')}", "Tarvia Herald")
    third = hold(desk, f"{WIRE} {words(40, 'third')}", "Valley Post")
    half = hold(desk, words(200, "second half"), "Hill Courier")
    assert (second.copies, third.copies, half.copies) == (first, first, second)


FURNITURE = words(110, "furniture of the Herald")


def test_furniture_of_a_publishers_pages_makes_no_copies(desk: Desk) -> None:
    pages = [hold(desk, f"{words(70, n)}\n\n{FURNITURE}", "Tarvia Herald", 1 + 3 * n) for n in range(6)]
    assert [page.copies for page in pages] == [None] * 6


def test_two_articles_of_one_day_on_a_page_of_furniture_are_told_apart_once_the_furniture_is_known(
    desk: Desk,
) -> None:
    for n in range(3):
        hold(desk, f"{words(70, n)}\n\n{FURNITURE}", "Tarvia Herald", 1 + 3 * n)
    assert hold(desk, f"{words(20, 'x')}\n\n{FURNITURE}", "Tarvia Herald", 20).copies is None
    assert hold(desk, f"{words(25, 'y')}\n\n{FURNITURE}", "Tarvia Herald", 20).copies is None


def test_furniture_that_two_publishers_share_makes_no_copies_once_it_is_known(desk: Desk) -> None:
    for n in range(3):
        for paper in ("Tarvia Herald", "Valley Post"):
            hold(desk, f"{words(120, f'{paper} {n}')}\n\n{FURNITURE}", paper, 1 + 3 * n)
    hold(desk, f"{words(50, 'x')}\n\n{FURNITURE}", "Tarvia Herald", 20)
    assert ask(desk, f"{words(50, 'y')}\n\n{FURNITURE}", "Valley Post", 20) is None


def test_a_story_brought_up_to_date_by_its_publisher_is_a_copy(desk: Desk) -> None:
    story = hold(desk, WIRE, "Tarvia Herald", 4)
    assert hold(desk, f"{words(60, 'new')}\n\n{WIRE}", "Tarvia Herald", 5).copies == story
    assert hold(desk, " ".join(WIRE.split()[60:]), "Tarvia Herald", 9).copies == story


def test_a_brief_that_another_paper_copied_is_found_on_a_page_of_furniture(desk: Desk) -> None:
    for n in range(4):
        hold(desk, f"{words(70, n)}\n\n{FURNITURE}", "Tarvia Herald", 1 + n)
        hold(desk, f"{words(70, f'other {n}')}\n\n{words(150, 'of the Post')}", "Valley Post", 1 + n)
    brief = words(80, "brief")
    held = hold(desk, f"{brief}\n\n{FURNITURE}", "Tarvia Herald", 8)
    copy = ask(desk, f"{brief}\n\n{words(150, 'of the Post')}", "Valley Post", 8)
    assert copy is not None
    assert copy[0] == held


def test_what_a_user_may_not_see_is_not_named_as_original(desk: Desk) -> None:
    held = hold(desk, WIRE, "Marj Wire", classification=Classification.MEDIATOR)
    assert ask(desk, WIRE, "Tarvia Herald", user=desk.worker) is None
    assert ask(desk, WIRE, "Tarvia Herald", user=desk.user("Veda", Role.SUPERVISOR, clearance=2)) == (held, 1.0)


def test_cases_know_nothing_of_each_other(desk: Desk) -> None:
    elsewhere = open_case(desk.chief, "Another case")
    for n in range(KEPT_AT_MOST + 1):
        number = next(_numbers)
        capture, _ = capture_file(
            desk.chief, elsewhere, content=f"{number}".encode(), file_name="x.txt", format="text", text=f"{WIRE} {n}"
        )
        keep_prints(capture)
    assert ask(desk, WIRE) is None
    held = hold(desk, WIRE)
    assert TextPrint.objects.filter(case=desk.case).count() == len(fingerprints(worded(WIRE)))
    assert ask(desk, WIRE) == (held, 1.0)


def test_a_story_that_everybody_prints_is_kept_so_often_and_still_found(desk: Desk) -> None:
    first = hold(desk, WIRE, "Paper 0")
    copies = [hold(desk, f"{WIRE} {words(15, n)}", f"Paper {n}") for n in range(1, KEPT_AT_MOST + 8)]
    assert {copy.copies for copy in copies} == {first}
    kept = Counter(TextPrint.objects.values_list("value", flat=True))
    assert max(kept.values()) == KEPT_AT_MOST
    assert set(TextPrint.objects.values_list("capture", flat=True)) == {first.pk, *(copy.pk for copy in copies)}


def test_finding_costs_the_same_number_of_questions_however_much_is_held(
    desk: Desk, django_assert_max_num_queries: Any
) -> None:
    for n in range(12):
        hold(desk, f"{words(120, n)} {WIRE}", f"Paper {n % 3}", 1 + n)
    party = desk.party("Paper 1")
    with django_assert_max_num_queries(16):
        find_original(desk.chief, desk.case, WIRE, publisher=party, published=PartialDate.of(2026, 3, 9))


@pytest.mark.parametrize(
    "text",
    ["x" * 1_000_000, "word שלום " * 50_000, "\u202e<b>" * 100_000, "?!"],
    ids=["word", "line", "signs", "none"],
)
def test_hostile_text_is_taken_in(desk: Desk, text: str) -> None:
    hold(desk, text)
    assert (ask(desk, text) is None) is (text == "?!")


# --- a case file of before ----------------------------------------------------------------------------------------


def migrate() -> None:
    printing.print_texts(apps, SimpleNamespace(connection=connection))


def prints() -> set[tuple[int, int, int]]:
    return set(TextPrint.objects.values_list("case", "value", "capture"))


@pytest.fixture
def before(desk: Desk) -> set[tuple[int, int, int]]:
    """Captures whose fingerprints were taken away; those they had."""
    hold(desk, "")
    for n in range(KEPT_AT_MOST + 3):
        hold(desk, f"{WIRE} {words(30, n)}", f"Paper {n}")
    hold(desk, WIRE, case=open_case(desk.chief, "Another case"))
    made = prints()
    TextPrint.objects.all().delete()
    return made


def test_texts_that_are_held_get_the_fingerprints_that_taking_in_makes(before: set[tuple[int, int, int]]) -> None:
    migrate()
    assert prints() == before
    migrate()
    assert prints() == before


def test_stopped_half_way_it_goes_on_where_it_stopped(
    before: set[tuple[int, int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "BATCH", 4)
    make, batches = printing._print, count()

    def stops(*of: object) -> None:
        make(*of)
        if next(batches) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(printing, "_print", stops)
    with pytest.raises(KeyboardInterrupt):
        migrate()
    assert 0 < len(prints()) < len(before)
    monkeypatch.setattr(printing, "_print", make)
    migrate()
    assert prints() == before


@given(st.text(max_size=300))
def test_the_migration_reads_a_text_as_the_engine_does(text: str) -> None:
    assert printing.fingerprints(text) == fingerprints(worded(text))


@pytest.mark.parametrize("text", [WIRE, words(3000, "long"), "Её “цвет” — أإآ ٨ ﷺ 我们找8个人 हिन्दी ｆｕｌｌ colour"])
def test_the_migration_reads_long_and_foreign_texts_alike(text: str) -> None:
    assert printing.fingerprints(text) == fingerprints(worded(text))


def test_the_migration_keeps_as_many() -> None:
    assert printing.KEPT_AT_MOST == KEPT_AT_MOST

"""Taking in lists: looked at first, stored as they are, whole, once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.casework.conftest import Desk

from homeward.casework.actions import lists
from homeward.casework.actions.lists import preview_list, take_in_list
from homeward.casework.list_people import rows_and_people
from homeward.casework.models import AuditEvent, Capture, Claim, ColumnMapping, Direction, List, ListItem, Role
from homeward.casework.records_json import record_from_json
from homeward.errors import BadInputError, ConflictError, NotAllowedError, NotThereError, RefusedFileError
from homeward.records import PartialDate

HEADINGS = ("No.", "Full name", "Father's name", "Date of birth", "Place of detention")
ROWS = (
    ("1", "Marko Velaskin", "Anton", "1990-04-02", "camp 4"),
    ("2", "Ilka Tamorevic", "Bruno", "1985-11-30", "camp 4"),
    ("3", "Sael Brandov", "Iver", "1979-01-15", ""),
    ("4", "Dorin Melkasar", "Otto", "31/02/1994", "camp 2"),
)


def csv(
    *rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS, name: str = "register.csv"
) -> tuple[str, bytes]:
    lines = [headings, *rows]
    return name, "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines).encode()


def everything_stored() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (AuditEvent, Capture, List, ListItem, ColumnMapping))


def take_in(desk: Desk, source: tuple[str, bytes], **more: object) -> lists.ListArrival:
    known: dict[str, object] = {"title": "Register of the north", "author": desk.party(), "direction": Direction.IN}
    return take_in_list(desk.worker, desk.case, source, **(known | more))  # type: ignore[arg-type]


def test_every_row_is_kept_as_written(desk: Desk) -> None:
    arrival = take_in(desk, csv(*ROWS))
    items = list(arrival.list.items.order_by("ordinal"))
    assert [tuple(item.cells) for item in items] == list(ROWS)
    assert [item.ordinal for item in items] == [1, 2, 3, 4]
    assert [item.row_number for item in items] == [2, 3, 4, 5]
    assert items[0].name == "Marko Velaskin"
    first = record_from_json(items[0].record)
    assert (first.father_name, first.birth) == ("Anton", PartialDate("1990-04-02"))
    assert arrival.list.arrived_at is not None
    assert (arrival.rows, arrival.created, arrival.already) == (4, 4, False)


def test_a_cell_that_cannot_be_read_is_reported_and_its_person_kept(desk: Desk) -> None:
    arrival = take_in(desk, csv(*ROWS))
    assert [(p.row, p.value) for p in arrival.problems] == [(5, "31/02/1994")]
    assert arrival.list.problems[0]["row"] == 5
    assert arrival.list.items.get(ordinal=4).name == "Dorin Melkasar"


def test_a_row_without_a_name_is_stored_and_counted(desk: Desk) -> None:
    arrival = take_in(desk, csv(ROWS[0], ("2", "", "Bruno", "1985-11-30", "camp 4"), ROWS[2]))
    nameless = arrival.list.items.get(ordinal=2)
    assert nameless.record is None
    assert nameless.cells == ["2", "", "Bruno", "1985-11-30", "camp 4"]
    assert (arrival.rows, arrival.unreadable) == (3, 1)
    assert arrival.problems


def test_the_bytes_are_kept_with_their_hash(desk: Desk) -> None:
    name, content = csv(*ROWS)
    capture = take_in(desk, (name, content)).list.capture
    assert bytes(capture.content.content) == content
    assert capture.file_name == "register.csv"


def test_the_same_file_a_second_time_changes_nothing(desk: Desk) -> None:
    first = take_in(desk, csv(*ROWS))
    before = everything_stored()
    second = take_in(desk, csv(*ROWS, name="renamed.csv"), title="Another title")
    assert second.already
    assert second.list == first.list
    assert second.unchanged == 4
    assert everything_stored() == before


class Killed(BaseException):
    """As when the process ends at once."""


def after(rows: int, then: Callable[[], None]) -> Callable[[int, int], None]:
    done = False

    def progress(stored: int, _total: int) -> None:
        nonlocal done
        if stored >= rows and not done:
            done = True
            then()

    return progress


def kill() -> None:
    raise Killed


def test_an_import_that_was_killed_goes_on_where_it_stopped(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "BATCH_ROWS", 2)
    with pytest.raises(Killed):
        take_in(desk, csv(*ROWS, ROWS[0]), progress=after(2, kill))
    halved = List.objects.get()
    assert halved.arrived_at is None
    assert halved.items.count() == 2
    arrival = take_in(desk, csv(*ROWS, ROWS[0]))
    assert arrival.list == halved
    assert (arrival.already, arrival.resumed_at, arrival.rows) == (False, 2, 5)
    assert list(halved.items.order_by("ordinal").values_list("ordinal", flat=True)) == [1, 2, 3, 4, 5]
    assert len(arrival.problems) == 1


def test_a_resumed_import_keeps_the_meanings_with_which_it_began(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "BATCH_ROWS", 2)
    with pytest.raises(Killed):
        take_in(desk, csv(*ROWS), progress=after(2, kill))
    take_in(desk, csv(*ROWS), mapping={"Father's name": "mother_name"})
    fathers = [record_from_json(item.record).father_name for item in ListItem.objects.order_by("ordinal")]
    assert fathers == ["Anton", "Bruno", "Iver", "Otto"]


def test_two_imports_of_one_file_at_once_do_not_double_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "BATCH_ROWS", 2)
    others: list[lists.ListArrival] = []
    arrival = take_in(desk, csv(*ROWS), progress=after(2, lambda: others.append(take_in(desk, csv(*ROWS)))))
    assert ListItem.objects.count() == 4
    assert others[0].list == arrival.list
    assert [others[0].already, arrival.already] == [False, True]
    assert AuditEvent.objects.filter(act="take_in_list").count() == 1


def test_progress_reaches_its_total_and_never_goes_back(desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    take_in(desk, csv(*ROWS), progress=lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1] > 0


def test_looking_at_a_file_writes_nothing(desk: Desk) -> None:
    before = everything_stored()
    shown = preview_list(desk.worker, desk.case, csv(*ROWS), author=None)
    assert everything_stored() == before
    assert (shown.rows, shown.unreadable, shown.created) == (4, 0, 4)
    meanings = {c.heading: c.meaning.value for c in shown.tables[0].columns}
    assert meanings["Full name"] == "full_name"
    assert all(c.why for c in shown.tables[0].columns)
    assert [p.row for p in shown.problems] == [5]
    assert shown.already == ""


def test_a_preview_says_that_the_file_is_held_already(desk: Desk) -> None:
    held = take_in(desk, csv(*ROWS)).list
    assert preview_list(desk.worker, desk.case, csv(*ROWS)).already == f"L{held.pk}"


def test_a_new_version_shows_what_changed_before_anything_is_written(desk: Desk) -> None:
    older = take_in(desk, csv(*ROWS[:3])).list
    newer = csv(
        ("1", "Tova Arendel", "Emil", "2001-07-07", "camp 9"),
        ("2", "Marko Velaskin", "Anton", "1990-04-02", "camp 7"),
        ("3", "Ilka Tamorevic", "Bruno", "1985-11-30", "camp 4"),
    )
    shown = preview_list(desk.worker, desk.case, newer, follows=older)
    assert (shown.created, shown.changed, shown.unchanged, shown.vanished) == (1, 1, 1, 1)
    examples = {e.kind: e for e in shown.examples}
    assert examples["created"].name == "Tova Arendel"
    assert examples["vanished"].name == "Sael Brandov"
    changed = examples["changed"]
    assert (changed.name, changed.row_number) == ("Marko Velaskin", 3)
    assert [(c.heading, c.before, c.after) for c in changed.cells] == [("Place of detention", "camp 4", "camp 7")]
    assert List.objects.count() == 1
    arrival = take_in(desk, newer, follows=older)
    assert (arrival.created, arrival.changed, arrival.unchanged, arrival.vanished) == (1, 1, 1, 1)
    assert arrival.list.follows == older


def test_columns_that_changed_places_are_no_change(desk: Desk) -> None:
    older = take_in(desk, csv(*ROWS)).list
    turned = csv(*(row[::-1] for row in ROWS), headings=HEADINGS[::-1])
    assert preview_list(desk.worker, desk.case, turned, follows=older).unchanged == 4


STRANGE = ("Ix", "Zal", "Qor")


def test_a_file_without_a_column_of_names_is_refused_and_nothing_written(desk: Desk) -> None:
    party, before = desk.party(), everything_stored()
    with pytest.raises(BadInputError, match="hold names") as refused:
        take_in(desk, csv(("7", "x9", "y1"), headings=STRANGE), author=party)
    assert '"Zal"' in refused.value.problem.remedy
    assert everything_stored() == before


def test_what_a_person_tells_of_a_column_is_remembered_for_that_sender(desk: Desk) -> None:
    rows = [("7", "Marko Velaskin", "Anton")]
    sender, other = desk.party("Camp office"), desk.party("Another office")
    take_in(desk, csv(*rows, headings=STRANGE), author=sender, mapping={"Zal": "full_name", "Qor": "father_name"})
    later = csv(("8", "Ilka Tamorevic", "Bruno"), headings=STRANGE)
    shown = preview_list(desk.worker, desk.case, later, author=sender)
    assert [c.meaning.value for c in shown.tables[0].columns][1:] == ["full_name", "father_name"]
    assert shown.tables[0].remembered
    item = take_in(desk, later, author=sender).list.items.get()
    assert record_from_json(item.record).father_name == "Bruno"
    assert not preview_list(desk.worker, desk.case, later, author=other).tables[0].remembered


def test_a_column_may_be_told_by_its_letter(desk: Desk) -> None:
    shown = preview_list(desk.worker, desk.case, csv(("7", "x9", "y1"), headings=STRANGE), mapping={"B": "full_name"})
    assert shown.tables[0].columns[1].meaning == "full_name"
    assert shown.tables[0].columns[1].why == "As told."


@pytest.mark.parametrize("mapping", [{"Nonsense": "full_name"}, {"Full name": "nonsense"}])
def test_a_column_or_meaning_that_does_not_exist_is_told(desk: Desk, mapping: dict[str, str]) -> None:
    with pytest.raises(BadInputError, match=r"(?i)nonsense"):
        preview_list(desk.worker, desk.case, csv(*ROWS), mapping=mapping)


def test_rows_of_our_own_list_are_tied_to_the_people_they_were_prepared_from(desk: Desk) -> None:
    marko, ilka = desk.person("Marko Velaskin"), desk.person("Ilka Tamorevic")
    arrival = take_in(desk, csv(*ROWS), direction=Direction.OUT, people={1: marko, 2: ilka})
    assert [(item.ordinal, person) for item, person in rows_and_people(arrival.list)] == [(1, marko), (2, ilka)]
    judgement = marko.links.get().judgements.get()
    assert (judgement.verdict, judgement.entered_by) == ("same", desk.worker)
    assert "prepared from this person's file" in judgement.reason
    assert not Claim.objects.exists()


def test_a_row_that_is_not_there_is_tied_to_nobody(desk: Desk) -> None:
    with pytest.raises(BadInputError, match="no row 9"):
        take_in(desk, csv(*ROWS), direction=Direction.OUT, people={9: desk.person()})
    assert List.objects.get().arrived_at is None


def test_a_hostile_file_is_refused_with_nothing_written(desk: Desk) -> None:
    party = desk.party()
    before = everything_stored()
    with pytest.raises(RefusedFileError):
        take_in(desk, ("register.xlsx", b"MZ\x90\x00 this is a program"), author=party)
    assert everything_stored() == before


def test_only_who_may_take_in_files_does(desk: Desk) -> None:
    reader = desk.users[Role.READER]
    with pytest.raises(NotAllowedError):
        preview_list(reader, desk.case, csv(*ROWS))
    with pytest.raises(NotAllowedError):
        take_in_list(reader, desk.case, csv(*ROWS), title="x", author=None, direction=Direction.IN)


def test_a_list_of_another_case_is_not_followed(desk: Desk) -> None:
    from homeward.casework.actions.cases import open_case

    other = open_case(desk.chief, "Another search")
    theirs = desk.list(case=other)
    with pytest.raises((BadInputError, NotThereError)):
        preview_list(desk.worker, desk.case, csv(*ROWS), follows=theirs)


def test_a_report_that_is_held_is_not_taken_in_as_a_list(desk: Desk) -> None:
    name, content = csv(*ROWS)
    desk.capture("Some text.", content=content)
    with pytest.raises(ConflictError):
        take_in(desk, (name, content))

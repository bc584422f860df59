"""One name in everything held, as far as the user may see it."""

from __future__ import annotations

import pytest
from tests.casework.conftest import Desk

from homeward.casework.actions.cases import restrict
from homeward.casework.actions.lists import take_in_list
from homeward.casework.document_terms import text_keys
from homeward.casework.find import find
from homeward.casework.models import AuditEvent, Capture, Classification, Direction, DocumentTerm, List, Role
from homeward.errors import BadInputError, NotThereError

ROWS = "Name,Born\nMarko Velaskin,1990\nMarco Velasquin,1991\nIlka Tamorevic,1985\nDorin Melkasar,1950\n"


def a_list(desk: Desk, rows: str = ROWS) -> List:
    arrival = take_in_list(
        desk.worker,
        desk.case,
        ("register.csv", rows.encode()),
        title="Register of the north",
        author=desk.party(),
        direction=Direction.IN,
    )
    return arrival.list


def a_report(desk: Desk, text: str) -> Capture:
    capture = desk.capture(text)
    DocumentTerm.objects.bulk_create(DocumentTerm(capture=capture, key=key) for key in text_keys(text))
    return capture


def test_a_name_is_found_in_people_lists_and_reports(desk: Desk) -> None:
    person, stored = desk.person(), a_list(desk)
    report = a_report(desk, "Officials said on Friday that Marko Velaskin is held in the northern district.")
    found = find(desk.worker, desk.case, "Marko Velaskin")
    surest = {hit.kind: hit for hit in reversed(found.hits)}
    assert [hit.kind for hit in found.hits] == sorted(
        (h.kind for h in found.hits), key=["person", "list item", "report"].index
    )
    assert surest["person"].ref == f"P{person.pk}"
    assert (surest["list item"].ref, surest["list item"].row) == (f"L{stored.pk}", 2)
    assert surest["list item"].context == "Marko Velaskin | 1990"
    hit = surest["report"]
    assert hit.ref == f"R{report.pk}"
    assert report.text[hit.start : hit.stop] == hit.written == "Marko Velaskin"
    assert "is held" in hit.context
    assert all(hit.reasons and 0.2 <= hit.probability <= 1 for hit in found.hits)


@pytest.mark.parametrize("part", ["Marko", "Velaskin", "Марко", "Marco"])
def test_one_part_of_a_name_finds_everyone_who_has_it(desk: Desk, part: str) -> None:
    desk.person()
    a_list(desk)
    a_report(desk, "Officials said on Friday that Marko Velaskin is held in the northern district.")
    found = find(desk.worker, desk.case, part)
    assert {hit.kind for hit in found.hits} == {"person", "list item", "report"}
    assert all("Vela" in hit.written or "Mar" in hit.written or "Мар" in hit.written for hit in found.hits)
    assert all(0 < hit.probability <= 0.4 and hit.reasons for hit in found.hits)
    assert all("shares" in hit.reasons[0] for hit in found.hits)


def test_one_very_common_part_is_found_too(desk: Desk) -> None:
    a_list(desk, "Name\nAnna Velaskin\nАнна Тамаревич\nאנה לוי\nDorin Melkasar\nПетров Иван\n")
    report = a_report(desk, "Родные ждут Анну. Иван молчит.")
    hits = find(desk.worker, desk.case, "Anna").hits
    assert {hit.row for hit in hits if hit.kind == "list item"} == {2, 3, 4}
    (hit,) = [hit for hit in hits if hit.kind == "report"]
    assert report.text[hit.start : hit.stop] == "Анну"
    assert [hit.written for hit in find(desk.worker, desk.case, "Анна").hits if hit.kind == "report"] == ["Анну"]


def test_other_people_are_not_found(desk: Desk) -> None:
    desk.person()
    a_list(desk)
    found = find(desk.worker, desk.case, "Marko Velaskin")
    assert not any("Tamorevic" in hit.written or "Melkasar" in hit.written for hit in found.hits)


def test_a_name_in_another_script_is_found(desk: Desk) -> None:
    a_list(desk)
    a_report(desk, "По словам министерства, Марко Веласкин жив.")
    hits = find(desk.worker, desk.case, "Веласкин Марко").hits
    kinds = {hit.kind: hit.written for hit in reversed(hits)}
    assert kinds["list item"] == "Marko Velaskin"
    assert kinds["report"].startswith("Марко")


def test_what_the_user_may_not_see_is_not_found(desk: Desk) -> None:
    person, stored, report = desk.person(), a_list(desk), a_report(desk, "It was Marko Velaskin, they said.")
    for thing in (person, stored, report):
        restrict(desk.chief, thing, level=Classification.CONFIDENTIAL, reason="a source is in danger")
    found = find(desk.worker, desk.case, "Marko Velaskin")
    assert found.hits == ()
    assert found.searched == "0 people, 0 lists, 0 reports"


def test_a_search_is_noted_in_the_audit_without_the_name(desk: Desk) -> None:
    person = desk.person()
    find(desk.worker, desk.case, "Marko Velaskin")
    event = AuditEvent.objects.order_by("-number").first()
    assert event is not None
    assert (event.act, event.user) == ("find", desk.worker.username)
    assert ["person", person.pk] in event.about
    assert "Velaskin" not in str(event.about) + str(event.detail)


def test_no_more_than_asked_for_is_shown_of_each_kind(desk: Desk) -> None:
    a_list(desk, "Name\n" + "Marko Velaskin\n" * 30)
    assert len(find(desk.worker, desk.case, "Marko Velaskin", k=5).hits) == 5


@pytest.mark.parametrize("name", ["", "   ", "x" * 300])
def test_what_is_no_name_is_not_looked_for(desk: Desk, name: str) -> None:
    with pytest.raises(BadInputError):
        find(desk.worker, desk.case, name)


@pytest.mark.parametrize("name", ["%", "'; DROP TABLE casework_list; --", "\u202e", "12", "李"])
def test_strange_names_find_nothing_and_break_nothing(desk: Desk, name: str) -> None:
    a_list(desk)
    assert find(desk.worker, desk.case, name).hits == ()


def test_who_may_not_read_finds_nothing(desk: Desk) -> None:
    with pytest.raises(NotThereError):
        find(desk.users[Role.AUDITOR], desk.case, "Marko Velaskin")


def test_a_part_that_is_written_alike_is_said_so_and_stands_before_what_only_may_be_it(desk: Desk) -> None:
    rows = "Name;Place\nЖелваков Пётр Ильич;x\nЖилваков Пётр;x\nИльин Желвак;x\nZhelvakov Petr;x\n"
    stored = a_list(desk, rows)
    people = [desk.person("Желваков Пётр"), desk.person("Жилваков Пётр")]
    a_report(desk, "В городе видели Желвакова. Пётр Желваков молчал.")
    hits = find(desk.worker, desk.case, "Желваков").hits
    said = {(hit.kind, hit.written): hit.alike for hit in hits}
    assert said["list item", "Желваков Пётр Ильич"] and said["report", "Желваков"] and said["person", "Желваков Пётр"]
    assert not said["list item", "Жилваков Пётр"] and not said["list item", "Zhelvakov Petr"]
    assert not said["person", "Жилваков Пётр"] and not said.get(("report", "Желвакова"), False)
    in_list = [hit.written for hit in hits if hit.kind == "list item"]
    assert in_list[0] == "Желваков Пётр Ильич"
    assert next(hit.ref for hit in hits if hit.kind == "person") == f"P{people[0].pk}"
    assert not [hit for hit in find(desk.worker, desk.case, "Желваков Пётр").hits if hit.alike], "more than one part"
    assert stored.items.count() == 4

"""Characters that one database keeps and another refuses: a file that holds them is taken in on either, or refused.

Run on PostgreSQL too (`tests/postgresql.py`), which keeps no NUL in a text and no half of a surrogate pair in JSON.
"""

from __future__ import annotations

import json

import pytest

from homeward.casework import audit
from homeward.casework.actions.lists import take_in_list
from homeward.casework.actions.people_file import take_in_people
from homeward.casework.actions.reports import take_in_report
from homeward.casework.find import find
from homeward.casework.models import Direction
from homeward.errors import HomewardError
from homeward.records import PartialDate

pytestmark = pytest.mark.django_db

_STRANGE = {
    "nul": "\x00", "control": "\x01\x1b", "half a pair": "\ud800", "noncharacter": "\ufffe", "mark": "\ufeff",
    "joined": "\U0001f468\u200d\U0001f469", "override": "\u202e",
}  # fmt: skip
strange_ones = pytest.mark.parametrize("strange", _STRANGE.values(), ids=_STRANGE.keys())


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@strange_ones
@pytest.mark.parametrize("ending", ["txt", "html"])
def test_a_report_is_taken_in_or_refused_in_words(desk, strange, ending):
    there = strange if ending == "txt" else "".join(f"&#{ord(character)};" for character in strange)
    words = f"The spokesman said{there} that Marko Vela{there}skin is held in the northern district."
    page = (
        words if ending == "txt" else f"<html><head><title>A{there}b</title></head><body><p>{words}</p></body></html>"
    )
    try:
        arrival = take_in_report(
            desk.worker, desk.case, (f"report.{ending}", _bytes(page)), publisher="Tarvia Wire",
            published=PartialDate.read("2026-03-02"),
        )  # fmt: skip
    except HomewardError as error:
        assert str(error)
        return
    arrival.capture.refresh_from_db()
    assert "northern district" in arrival.capture.text
    assert bytes(arrival.capture.content.content) == _bytes(page)
    assert audit.verify().ok


def _table(strange: str, ending: str) -> bytes:
    rows = [
        {"name": f"Vela{strange}skin Marko", "born": "1990", f"stat{strange}us": f"he{strange}ld"},
        {"name": "Tamorevic Ilka", "born": "1991", f"stat{strange}us": "held"},
    ]
    if ending == "json":
        return json.dumps(rows).encode()
    return _bytes("\n".join(";".join(row) for row in [list(rows[0]), *(list(row.values()) for row in rows)]) + "\n")


@strange_ones
@pytest.mark.parametrize("ending", ["csv", "json"])
def test_a_list_is_taken_in_or_refused_in_words(desk, strange, ending):
    try:
        take_in_list(
            desk.worker, desk.case, (f"list.{ending}", _table(strange, ending)), title="A list",
            author=desk.party(), direction=Direction.IN,
        )  # fmt: skip
    except HomewardError as error:
        assert str(error)
        return
    find(desk.worker, desk.case, "Velaskin Marko")


@strange_ones
@pytest.mark.parametrize("ending", ["csv", "json"])
def test_people_are_taken_in_or_refused_in_words(desk, strange, ending):
    try:
        take_in_people(desk.worker, desk.case, (f"people.{ending}", _table(strange, ending)))
    except HomewardError as error:
        assert str(error)

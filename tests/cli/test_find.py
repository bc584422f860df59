"""What a person is told who looks for a name. Every person is invented."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import answer, run_homeward


def test_one_part_of_a_name_finds_people_lists_and_reports(case_file: Path) -> None:
    hits = answer("find", "Anna", file=case_file)["hits"]
    assert {hit["kind"] for hit in hits} == {"person", "list item", "report"}
    assert all(hit["probability"] <= 0.4 for hit in hits)


def test_where_nothing_is_found_what_was_searched_is_told(case_file: Path) -> None:
    told = run_homeward("find", "Zbigniew", file=case_file).stdout
    assert "3 people, 1 list, 1 report" in " ".join(told.split())
    assert "nowhere" not in told

"""Rounds and who waits, a page at a time, say the same as the whole; brought files are kept for an hour."""

from __future__ import annotations

import os
import time

import pytest
from django.db.models import Count
from tests.casework.build import AS_OF, full_case

from homeward.casework import queries, staged
from homeward.casework.actions.cases import open_case, restrict
from homeward.casework.models import Classification, List, ListItem, Role, row_counts
from homeward.casework.queries import pages
from homeward.errors import NotThereError
from homeward.records import AnswerCode

pytestmark = pytest.mark.django_db


@pytest.fixture
def small_pages(monkeypatch):
    monkeypatch.setattr(pages, "ROWS", 2)


def test_the_grid_by_page_is_the_grid(small_pages):
    file = full_case(people=5)
    whole = queries.grid(file.user, file.case, as_of=AS_OF)
    got = [queries.grid_page(file.user, file.case, as_of=AS_OF, page=n) for n in (1, 2, 3)]
    assert [page.people.total for page in got] == [5, 5, 5]
    assert tuple(row for page in got for row in page.grid.rows) == whole.rows
    assert all(page.grid.columns == whole.columns for page in got)


def test_who_waits_by_page_is_who_waits(small_pages):
    file = full_case(people=5)
    ours, _ = file.hand_over(to="Ministry of Silence", day="2031-01-02")
    file.answer(ours, AnswerCode.HOLDS, row=2, party="Ministry of Silence")
    file.answer(ours, AnswerCode.COLLECTIVE_REPLY, row=3, party="Ministry of Silence", words="As we said.")
    file.answer(ours, AnswerCode.HOLDS, row=4, party="Somebody Else", words="With us.")
    whole = queries.unanswered(file.user, file.case, as_of=AS_OF)
    total = len(whole)
    assert total == 8, "five and five, less the two who were answered about by name"
    got = [
        line
        for n in range(1, total // 2 + 2)
        for line in queries.unanswered_page(file.user, file.case, as_of=AS_OF, page=n).lines
    ]
    assert len({(line.handover_ref, line.person_ref) for line in got}) == total
    assert set(got) == set(whole)
    assert [line.age_days for line in got][:total] == sorted((line.age_days for line in whole), reverse=True)


def test_only_those_without_an_answer_by_name(small_pages):
    file = full_case(people=3)  # the first has one
    page = queries.grid_page(file.user, file.case, as_of=AS_OF, unanswered_only=True)
    assert [row.person_ref for row in page.grid.rows] == [f"P{person.pk}" for person in file.people[1:]]


def test_a_restricted_person_is_on_no_page_and_in_no_count(desk):
    hidden, seen = desk.person("Hidden Person"), desk.person("Seen Person")
    ours = desk.list(({}, {}), direction="out")
    from homeward.casework.actions.links import link_by_hand

    for ordinal, one in enumerate((hidden, seen), 1):
        link_by_hand(desk.chief, ours.items.get(ordinal=ordinal), one, reason="our own row")
    desk.handed_over(ours)
    restrict(desk.chief, hidden, level=Classification.MEDIATOR, reason="asked by the mediator")
    worker = desk.users[Role.CASEWORKER]
    assert queries.unanswered_page(worker, desk.case, as_of=AS_OF).total == 1
    assert queries.grid_page(worker, desk.case, as_of=AS_OF).people.total == 1
    shown = queries.shown_list(worker, ours)
    assert [[one.person_ref for one in row.people] for row in shown.rows.lines] == [[], [f"P{seen.pk}"]]


# --- brought files ---


def test_a_brought_file_comes_back_to_whoever_brought_it_and_is_gone_after_an_hour(desk):
    worker, other = desk.worker, desk.users[Role.SUPERVISOR]
    staged.sweep(now=time.time() + 2 * staged.KEPT_SECONDS)  # what other tests brought
    kept = staged.stage(worker, desk.case, file_name="a.csv", content=b"x,y", told={"kind": "in"})
    assert staged.staged(worker, desk.case, kept.token) == kept
    told = staged.tell(worker, desk.case, kept, {"kind": "people"})
    assert staged.staged(worker, desk.case, kept.token).told == told.told == {"kind": "people"}
    elsewhere = open_case(desk.chief, "The southern list")
    for user, case, token in (
        (other, desk.case, kept.token),
        (worker, elsewhere, kept.token),
        (worker, desk.case, "x" * 22),
        (worker, desk.case, f"../{kept.token}"),
        (worker, desk.case, ""),
    ):
        with pytest.raises(NotThereError):
            staged.staged(user, case, token)
    path = staged._folder() / f"{kept.token}.bytes"
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o077 == 0
    assert staged.sweep(now=time.time() + staged.KEPT_SECONDS - 60) == 0
    assert staged.sweep(now=time.time() + staged.KEPT_SECONDS + 60) == 1
    assert not path.exists() and not path.with_suffix(".json").exists()
    with pytest.raises(NotThereError):
        staged.staged(worker, desk.case, kept.token)


def test_a_brought_file_that_was_tampered_with_is_not_given_back(desk):
    kept = staged.stage(desk.worker, desk.case, file_name="a.csv", content=b"x,y", told={})
    (staged._folder() / f"{kept.token}.bytes").write_bytes(b"z")
    with pytest.raises(NotThereError):
        staged.staged(desk.worker, desk.case, kept.token)
    staged.discard(kept)


def test_the_rows_of_lists_are_as_many_as_counting_them_gives():
    full_case(people=5)
    counted = dict(ListItem.objects.order_by().values_list("list").annotate(n=Count("pk")))
    assert row_counts(List.objects.all()) == counted
    assert len(counted) > 1

"""What waits in a case is counted, for each user what that user may see."""

from __future__ import annotations

from datetime import date

import pytest

from homeward.casework import queries
from homeward.casework.actions.cases import restrict
from homeward.casework.actions.handovers import record_handover
from homeward.casework.actions.links import judge_link, link_by_hand, reverse_judgement
from homeward.casework.models import Classification, Direction
from homeward.records import Verdict

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 1)


def test_a_candidate_waits_until_it_is_judged_and_again_when_that_is_taken_back(desk):
    link = desk.link()
    assert queries.waiting(desk.worker, desk.case, as_of=TODAY).candidates == 1
    judgement = judge_link(desk.worker, link, Verdict.DIFFERENT, "another birth year")
    assert queries.waiting(desk.worker, desk.case, as_of=TODAY).candidates == 0
    reverse_judgement(desk.worker, judgement, "the year was misread")
    assert queries.waiting(desk.worker, desk.case, as_of=TODAY).candidates == 1


def test_an_answer_is_overdue_for_each_person_on_the_list_whom_the_user_may_see(desk):
    held = desk.list(({}, {}), direction=Direction.OUT)
    people = [desk.person("Marko Velaskin"), desk.person("Ilka Tamorevic")]
    for item, person in zip(held.items.order_by("ordinal"), people, strict=True):
        link_by_hand(desk.chief, item, person, reason="we wrote it")
    record_handover(
        desk.chief,
        desk.case,
        list=held,
        statement=desk.statement(),
        recipient=desk.party(),
        reply_due=date(2026, 5, 1),
    )
    assert queries.waiting(desk.worker, desk.case, as_of=date(2026, 5, 1)).overdue == 0
    assert queries.waiting(desk.worker, desk.case, as_of=TODAY).overdue == 2
    restrict(desk.chief, people[0], level=Classification.MEDIATOR, reason="asked by the mediator")
    assert queries.waiting(desk.worker, desk.case, as_of=TODAY).overdue == 1


def test_counting_asks_no_more_of_a_larger_case(desk, django_assert_max_num_queries):
    for _ in range(4):
        desk.link()
    with django_assert_max_num_queries(25):
        queries.waiting(desk.worker, desk.case, as_of=TODAY)

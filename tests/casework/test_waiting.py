"""What waits in a case is counted, for each user what that user may see."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from homeward.casework import queries
from homeward.casework.actions.cases import restrict
from homeward.casework.actions.handovers import record_handover
from homeward.casework.actions.links import judge_link, link_by_hand, reverse_judgement
from homeward.casework.models import Classification, Direction, holding_judgement, judged_links
from homeward.casework.queries.awaited import tied_counts, tied_links
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


def test_links_that_are_judged_are_those_on_which_a_judgement_holds(desk):
    links = [desk.link(desk.person(f"Person {n}"), desk.list().items.get()) for n in range(4)]
    first = judge_link(desk.worker, links[0], Verdict.SAME, "born alike")
    reversal = reverse_judgement(desk.worker, first, "misread")
    judge_link(desk.worker, links[1], Verdict.SAME, "born alike")
    judge_link(desk.worker, links[1], Verdict.DIFFERENT, "another year")
    reverse_judgement(desk.worker, judge_link(desk.worker, links[2], Verdict.SAME, "born alike"), "misread")

    def hold() -> None:
        plain = {link.pk: held.verdict for link in links if (held := holding_judgement(link)) is not None}
        assert set(judged_links()) == set(plain)
        for verdict in Verdict:
            assert set(judged_links(verdict)) == {pk for pk, said in plain.items() if said == verdict}

    hold()
    reverse_judgement(desk.worker, reversal, "it was right")
    assert set(judged_links(Verdict.SAME)) == {links[0].pk}
    hold()


def test_rows_that_are_taken_to_be_a_person_are_counted_as_they_are_listed(desk):
    held = desk.list(({}, {}, {}), direction=Direction.OUT)
    for item in held.items.order_by("ordinal")[:2]:
        for name in ("Marko Velaskin", "Ilka Tamorevic"):
            link = link_by_hand(desk.chief, item, desk.person(name), reason="we wrote it")
    judge_link(desk.worker, link, Verdict.DIFFERENT, "another year")
    theirs = desk.link()
    judge_link(desk.worker, theirs, Verdict.SAME, "born alike")
    tied = tied_links(desk.worker, desk.case).values_list("item__list", "item")
    assert tied_counts(desk.worker, desk.case) == dict(Counter(list_id for list_id, _ in set(tied)))
    assert tied_counts(desk.worker, desk.case) == {held.pk: 2, theirs.item.list_id: 1}

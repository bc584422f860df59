"""Judging: claims come and go with the judgement that holds, and every reversal restores what was there."""

from __future__ import annotations

import pytest

from homeward.casework import access, audit
from homeward.casework.actions.claims import withdraw_claim
from homeward.casework.actions.links import judge_link, link_by_hand, newest_that_holds, reverse_judgement
from homeward.casework.models import (
    Claim,
    Direction,
    ItemLink,
    Judgement,
    Role,
    active_claims,
    holding_judgement,
    why_inactive,
    with_activity,
    with_verdict,
)
from homeward.errors import BadInputError, ConflictError, NotAllowedError
from homeward.records import Verdict


def _active() -> list[tuple[str, str, str | None]]:
    return sorted(
        (claim.subject, claim.value, claim.valid_time and claim.valid_time.edtf)
        for claim in active_claims(Claim.objects.all())
    )


def test_same_makes_claims_of_what_the_row_says(desk):
    rows = ({"status": " Ранен ", "place_of_holding": "camp 4", "captured_on": "2023-10~"},)
    link = desk.link(item=desk.list(rows).items.get())
    judgement = judge_link(desk.worker, link, Verdict.SAME, "father and year agree")
    assert _active() == [
        ("custody", "captured 2023-10~", "2023-10~"),
        ("health", "Ранен", None),
        ("listed", 'on list "List of the northern district", row 4: "Ранен"', None),
        ("whereabouts", "camp 4", None),
    ]
    for claim in Claim.objects.all():
        assert (claim.item, claim.judgement, claim.entered_by) == (link.item, judgement, desk.worker)
        assert str(claim.asserted_on) == "2026-02-20"


@pytest.mark.parametrize("status", ["", "not released", "released?", "неизвестно", "wounded, then released"])
def test_a_status_that_is_not_plain_stays_in_the_words_of_the_row(desk, status):
    link = desk.link(item=desk.list(({"status": status},)).items.get())
    judge_link(desk.worker, link, Verdict.SAME, "father and year agree")
    assert [subject for subject, _, _ in _active()] == ["listed"]


def test_a_row_without_a_record_still_makes_its_claim(desk):
    held = desk.list(())
    item = held.items.create(ordinal=1, row_number=1, cells=["?"], name="", record=None)
    judge_link(desk.worker, desk.link(item=item), Verdict.SAME, "the photograph")
    assert [subject for subject, _, _ in _active()] == ["listed"]


@pytest.mark.parametrize("verdict", [Verdict.DIFFERENT, Verdict.UNSURE])
def test_other_verdicts_make_no_claims(desk, verdict):
    judge_link(desk.worker, desk.link(), verdict, "born ten years apart")
    assert not Claim.objects.exists()


def test_our_own_list_is_no_news(desk):
    link = desk.link(item=desk.list(direction=Direction.OUT).items.get())
    judge_link(desk.worker, link, Verdict.SAME, "we wrote it")
    assert not Claim.objects.exists()


def test_a_list_told_to_be_no_news_makes_no_claims(desk):
    judge_link(desk.worker, desk.link(), Verdict.SAME, "our own list again", make_claims=False)
    assert not Claim.objects.exists()


def test_the_same_judgement_again_changes_nothing(desk):
    link = desk.link()
    first = judge_link(desk.worker, link, Verdict.SAME, "father and year agree")
    before, claims = audit.head(), Claim.objects.count()
    assert judge_link(desk.worker, link, Verdict.SAME, "father and year agree") == first
    assert (audit.head(), Claim.objects.count()) == (before, claims)


def test_the_same_verdict_for_another_reason_does_not_double_its_claims(desk):
    link = desk.link()
    first = judge_link(desk.worker, link, Verdict.SAME, "father and year agree")
    before = _active()
    second = judge_link(desk.worker, link, Verdict.SAME, "the photograph, too")
    assert second != first
    assert _active() == before
    assert {claim.judgement_id for claim in active_claims(Claim.objects.all())} == {second.pk}


def test_nobody_overrides_the_judgement_of_another_unawares(desk):
    link = desk.link()
    first = judge_link(desk.worker, link, Verdict.SAME, "father and year agree")
    with pytest.raises(ConflictError, match=rf"“Same person” \(J{first.pk}\)") as told:
        judge_link(desk.chief, link, Verdict.DIFFERENT, "the birth place does not")
    assert told.value.problem.remedy.startswith(f"Undo J{first.pk} first")
    assert holding_judgement(link) == first
    with pytest.raises(ConflictError, match="Nothing needs to be done") as told:
        judge_link(desk.chief, link, Verdict.SAME, "the photograph, too")
    assert told.value.problem.kind == "judged-already"
    assert link.judgements.count() == 1
    judge_link(desk.worker, link, Verdict.UNSURE, "looked again")
    reverse_judgement(desk.chief, holding_judgement(link), "seen together")
    reverse_judgement(desk.chief, first, "seen together")
    assert judge_link(desk.chief, link, Verdict.DIFFERENT, "the birth place does not") == holding_judgement(link)


def test_a_reversal_restores_what_was_there_at_any_depth(desk):
    link = desk.link()
    first = judge_link(desk.worker, link, Verdict.SAME, "father and year agree")
    claims = _active()
    second = judge_link(desk.worker, link, Verdict.DIFFERENT, "the birth place does not")
    assert _active() == []
    back = reverse_judgement(desk.worker, second, "read the wrong row")
    assert (holding_judgement(link), _active()) == (first, claims)
    again = reverse_judgement(desk.worker, back, "the right row after all")
    assert (holding_judgement(link), _active()) == (second, [])
    reverse_judgement(desk.worker, again, "no")
    assert (holding_judgement(link), _active()) == (first, claims)
    reverse_judgement(desk.worker, first, "nothing is sure")
    assert (holding_judgement(link), _active()) == (None, [])
    assert Claim.objects.count() == len(claims), "no claim was written twice or lost"
    assert audit.verify().ok


def test_reversing_what_does_not_hold_leaves_what_holds(desk):
    link = desk.link()
    first = judge_link(desk.worker, link, Verdict.SAME, "father and year agree")
    second = judge_link(desk.worker, link, Verdict.UNSURE, "the year is blurred")
    reverse_judgement(desk.worker, first, "never mind")
    assert holding_judgement(link) == second
    reverse_judgement(desk.worker, second, "never mind")
    assert holding_judgement(link) is None


def test_reversing_twice_is_once(desk):
    judgement = judge_link(desk.worker, desk.link(), Verdict.SAME, "father and year agree")
    reversal = reverse_judgement(desk.worker, judgement, "wrong person")
    before = audit.head()
    assert reverse_judgement(desk.worker, judgement, "wrong person") == reversal
    assert audit.head() == before


def test_a_row_is_one_person(desk):
    item = desk.list().items.get()
    one, two = desk.link(desk.person(), item), desk.link(desk.person("Ilka Tamorevic"), item)
    first = judge_link(desk.worker, one, Verdict.SAME, "father and year agree")
    with pytest.raises(ConflictError, match="a row is one person"):
        judge_link(desk.worker, two, Verdict.SAME, "the photograph")
    reversal = reverse_judgement(desk.worker, first, "the photograph")
    judge_link(desk.worker, two, Verdict.SAME, "the photograph")
    with pytest.raises(ConflictError, match="a row is one person"):
        reverse_judgement(desk.worker, reversal, "it was right")
    assert holding_judgement(one) is None


def test_the_verdict_of_many_links_is_what_the_plain_definition_says(desk):
    link, untouched = desk.link(), desk.link(desk.person("Ilka Tamorevic"))
    made: list[Judgement] = []
    script = ["same", "unsure", 1, "different", 2, 0, 4, 1, "same", 3]
    for step in script:
        if isinstance(step, str):
            made.append(judge_link(desk.worker, link, Verdict(step), f"step {len(made)}"))
        else:
            made.append(reverse_judgement(desk.worker, made[step], f"step {len(made)}"))
        plain = newest_that_holds(list(link.judgements.order_by("pk")))
        rows = {row.pk: row for row in with_verdict(ItemLink.objects.all())}
        assert rows[link.pk].verdict == (plain.verdict if plain else "")
        assert rows[link.pk].holding_id == (plain.pk if plain else None)
        assert (rows[untouched.pk].verdict, rows[untouched.pk].holding_id) == ("", None)
        assert holding_judgement(link) == plain


def test_why_a_claim_does_not_count_is_told(desk):
    link = desk.link()
    judgement = judge_link(desk.worker, link, Verdict.SAME, "father and year agree")
    one, other = Claim.objects.order_by("pk")[:2]
    assert why_inactive(one) == ""
    withdraw_claim(desk.worker, one, reason="the cell was misread")
    assert why_inactive(one) == "the cell was misread"
    reverse_judgement(desk.worker, judgement, "another Marko")
    assert why_inactive(other) == "another Marko"
    assert {claim.active for claim in with_activity(Claim.objects.all())} == {False}


def test_a_claim_withdrawn_by_hand_stays_so_when_its_judgement_returns(desk):
    link = desk.link()
    judgement = judge_link(desk.worker, link, Verdict.SAME, "father and year agree")
    one = Claim.objects.order_by("pk").first()
    withdraw_claim(desk.worker, one, reason="the cell was misread")
    left = _active()
    reversal = reverse_judgement(desk.worker, judgement, "another Marko")
    reverse_judgement(desk.worker, reversal, "no, the same")
    assert _active() == left


def test_linking_by_hand_waits_for_a_judgement(desk):
    person, item = desk.person(), desk.list().items.get()
    link = link_by_hand(desk.worker, item, person, reason="the mother knew the nickname")
    assert (link.probability, link.engine, link.reasons) == (None, "by hand", ["the mother knew the nickname"])
    assert holding_judgement(link) is None
    before = audit.head()
    assert link_by_hand(desk.worker, item, person, reason="once more") == link
    assert audit.head() == before


def test_a_reason_is_needed_and_a_verdict_is_one_of_three(desk):
    link = desk.link()
    with pytest.raises(BadInputError, match="no reason"):
        judge_link(desk.worker, link, Verdict.SAME, "  ")
    with pytest.raises(ValueError, match="maybe"):
        judge_link(desk.worker, link, "maybe", "looks alike")
    assert not Judgement.objects.exists()


def test_a_reader_judges_nothing(desk):
    link = desk.link()
    with pytest.raises(NotAllowedError):
        judge_link(desk.users[Role.READER], link, Verdict.SAME, "father and year agree")
    assert access.ref_of(link).startswith("K")

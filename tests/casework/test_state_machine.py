"""The case file as a state machine: whatever people do, in whatever order.

After every act: each claim still has its source and its author and is at least as closely held as what it rests on;
no row was changed or lost; what counts is what the plain definition says; the audit is whole. And every judgement can
be taken back, which restores exactly what was there.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from homeward.casework import audit
from homeward.casework.actions.answers import record_answer, reverse_answer
from homeward.casework.actions.cases import lift_restriction, restrict
from homeward.casework.actions.claims import add_claim, withdraw_claim
from homeward.casework.actions.commitments import record_commitment, review_commitment
from homeward.casework.actions.links import judge_link, link_by_hand, newest_that_holds, reverse_judgement
from homeward.casework.append_only import guarded_tables
from homeward.casework.models import (
    Answer,
    AnswerReversal,
    AuditEvent,
    Claim,
    Classification,
    Commitment,
    Direction,
    ItemLink,
    Judgement,
    Restriction,
    Withdrawal,
    active_claims,
    active_claims_of_all,
    with_verdict,
)
from homeward.errors import ConflictError
from homeward.records import AnswerCode, ClaimSubject, Polarity, Verdict

_REASONS = st.sampled_from(["the year agrees", "the photograph", "a letter came"])
_PICK = st.integers(0, 1000)


class Ground:
    """What every example starts from: one case, two people, a list of others and one of ours."""

    def __init__(self, desk: Any) -> None:
        self.user = desk.chief
        self.people = [desk.person("Marko Velaskin"), desk.person("Ilka Tamorevic")]
        self.statements = [
            desk.statement(capture=desk.capture(classification=level)) for level in (0, Classification.MEDIATOR)
        ]
        self.theirs = desk.list(({"status": "held", "place_of_holding": "camp 4"}, {"captured_on": "2023-10"}))
        self.ours = desk.list(({}, {}), direction=Direction.OUT)
        for item, person in zip(self.ours.items.order_by("ordinal"), self.people, strict=True):
            link_by_hand(desk.chief, item, person, reason="we wrote the list")
        desk.handed_over(self.ours)
        for item in self.theirs.items.all():
            for person in self.people:
                desk.link(person, item)


class CaseFile(RuleBasedStateMachine):
    """What people do, on `ground`; rolled back after every example."""

    ground: Ground

    def __init__(self) -> None:
        super().__init__()
        self.whole = transaction.atomic()
        self.whole.__enter__()
        self.user = self.ground.user
        self.people, self.statements = self.ground.people, self.ground.statements
        self.theirs, self.ours = self.ground.theirs, self.ground.ours
        self.seen: dict[str, dict[Any, tuple[Any, ...]]] = {}

    def teardown(self) -> None:
        report = audit.verify()
        transaction.set_rollback(True)
        self.whole.__exit__(None, None, None)
        assert report.ok, report.wrong

    # --- acts -----------------------------------------------------------------------------------------------------

    @rule(
        who=_PICK,
        on=_PICK,
        subject=st.sampled_from([ClaimSubject.CUSTODY, ClaimSubject.DEAD]),
        polarity=st.sampled_from(list(Polarity)),
    )
    def says(self, who: int, on: int, subject: ClaimSubject, polarity: Polarity) -> None:
        statement = self.statements[on % 2]
        add_claim(
            self.user, self.people[who % 2], subject=subject, polarity=polarity, statement=statement, value="so"
        )

    @precondition(lambda self: Claim.objects.exists())
    @rule(pick=_PICK, reason=_REASONS)
    def withdraws(self, pick: int, reason: str) -> None:
        claim = _pick(Claim, pick)
        if Withdrawal.objects.filter(claim=claim).exists():
            self.refused(lambda: withdraw_claim(self.user, claim, reason=reason))
        else:
            withdraw_claim(self.user, claim, reason=reason)
            assert claim not in active_claims(Claim.objects.all())

    @rule(pick=_PICK, verdict=st.sampled_from(list(Verdict)), reason=_REASONS)
    def judges(self, pick: int, verdict: Verdict, reason: str) -> None:
        link = _pick(ItemLink, pick)
        before, events = _counting(), audit.head()
        try:
            # Whether a list is an echo of ours is the name engine's to say, and tested with it.
            judgement = judge_link(self.user, link, verdict, reason, make_claims=True)
        except ConflictError:
            assert (_counting(), audit.head()) == (before, events)
            return
        assert _verdicts()[link.pk] == verdict
        if audit.head() == events:
            return  # it said the same already
        after = _counting()
        try:
            reversal = reverse_judgement(self.user, judgement, reason)
        except ConflictError:
            # Another row's person took the place meanwhile; cannot happen to a judgement just made.
            raise AssertionError("a judgement just made could not be taken back") from None
        assert _counting() == before, "taking a judgement back restores what was there"
        reverse_judgement(self.user, reversal, reason)
        assert _counting() == after, "and taking that back restores the judgement"

    @precondition(lambda self: Judgement.objects.exists())
    @rule(pick=_PICK, reason=_REASONS)
    def reverses(self, pick: int, reason: str) -> None:
        judgement = _pick(Judgement, pick)
        before, events = _counting(), audit.head()
        try:
            reversal = reverse_judgement(self.user, judgement, reason)
        except ConflictError:
            assert (_counting(), audit.head()) == (before, events)
            return
        if audit.head() != events:
            reverse_judgement(self.user, reversal, reason)
            assert _counting() == before
            reverse_judgement(self.user, judgement, reason)

    @rule(pick=_PICK, code=st.sampled_from(list(AnswerCode)), collective=st.booleans(), own=st.booleans())
    def answers(self, pick: int, code: AnswerCode, collective: bool, own: bool) -> None:
        held = self.ours if own else self.theirs
        item = None if collective else held.items.order_by("pk")[pick % 2]
        if own:
            record_answer(self.user, held, party=None, code=code, item=item, words="so they wrote")
        else:
            self.refused(lambda: record_answer(self.user, held, party=None, code=code, item=item, words="so"))

    @precondition(lambda self: Answer.objects.exists())
    @rule(pick=_PICK, reason=_REASONS)
    def takes_an_answer_back(self, pick: int, reason: str) -> None:
        answer = _pick(Answer, pick)
        reverse_answer(self.user, answer, reason)
        assert not active_claims(Claim.objects.filter(answer=answer)).exists()

    @rule(who=_PICK, on=_PICK)
    def promises(self, who: int, on: int) -> None:
        statement = self.statements[on % 2]
        record_commitment(self.user, statement, by="the ministry", content="a list", persons=[self.people[who % 2]])

    @precondition(lambda self: Commitment.objects.exists() and Claim.objects.exists())
    @rule(pick=_PICK, on=st.integers(1, 28))
    def reviews(self, pick: int, on: int) -> None:
        claim = _pick(Claim, pick)
        review_commitment(
            self.user, _pick(Commitment, pick), on=date(2026, 4, on), grade="B", note="in part", evidence=[claim]
        )

    @rule(who=_PICK, level=st.sampled_from([1, 2]), reason=_REASONS)
    def restricts(self, who: int, level: int, reason: str) -> None:
        restrict(self.user, self.people[who % 2], level=Classification(level), reason=reason)

    @precondition(lambda self: Restriction.objects.exists())
    @rule(pick=_PICK)
    def lifts(self, pick: int) -> None:
        lift_restriction(self.user, _pick(Restriction, pick))

    def refused(self, act: Any) -> None:
        before = audit.head()
        with pytest.raises(ConflictError):
            act()
        assert audit.head() == before

    # --- promises kept after every act ----------------------------------------------------------------------------

    @invariant()
    def every_claim_has_its_source_and_its_author(self) -> None:
        claims = Claim.objects.select_related(
            "person", "statement__capture__content", "item__list__capture__content"
        ).prefetch_related("statement__chain")
        for claim in claims:
            assert claim.entered_by_id is not None
            captures = []
            if claim.statement is not None:
                assert claim.statement.chain.all()
                captures.append(claim.statement.capture)
                assert claim.classification >= claim.statement.classification
            if claim.item is not None:
                captures.append(claim.item.list.capture)
            assert captures
            for capture in captures:
                assert capture.content.size_bytes
                assert capture.case_id == claim.case_id == claim.person.case_id
                assert claim.classification >= capture.classification

    @invariant()
    def no_row_is_changed_or_lost(self) -> None:
        for model in (Claim, Withdrawal, Judgement, Answer, AnswerReversal, Commitment, AuditEvent):
            assert model._meta.db_table in guarded_tables()
            rows = {row[0]: row for row in map(_hashable, model.objects.values_list())}
            before = self.seen.get(model.__name__, {})
            assert {pk: rows.get(pk) for pk in before} == before, model.__name__
            self.seen[model.__name__] = rows

    @invariant()
    def what_counts_is_what_the_plain_definition_says(self) -> None:
        holding = {}
        verdicts = _verdicts()
        for link in ItemLink.objects.prefetch_related("judgements"):
            held = newest_that_holds(sorted(link.judgements.all(), key=lambda row: row.pk))
            holding[link.pk] = held
            assert verdicts[link.pk] == (held.verdict if held else "")
        withdrawn = set(Withdrawal.objects.values_list("claim_id", flat=True))
        taken_back = set(AnswerReversal.objects.values_list("answer_id", flat=True))
        plain = {
            claim.pk
            for claim in Claim.objects.select_related("judgement")
            if claim.pk not in withdrawn
            and claim.answer_id not in taken_back
            and (claim.judgement is None or claim.judgement == holding[claim.judgement.link_id])
        }
        assert set(_counting()[0]) == plain

    @invariant()
    def the_same_claims_count_when_asked_for_all_at_once(self) -> None:
        claims = Claim.objects.order_by("pk")
        assert list(active_claims_of_all(claims)) == list(active_claims(claims))

    @invariant()
    def a_row_is_one_person(self) -> None:
        same = [link.item_id for link in with_verdict(ItemLink.objects.all()) if link.verdict == Verdict.SAME]
        assert len(same) == len(set(same))

    @invariant()
    def every_act_has_its_event(self) -> None:
        written = AuditEvent.objects.values_list("about", flat=True)
        told = {tuple(thing) for about in written for thing in about}
        for model in (Withdrawal, Judgement, Answer, AnswerReversal, Commitment):
            for pk in model.objects.values_list("pk", flat=True):
                assert (model._meta.model_name, pk) in told, model


def _pick(model: Any, number: int) -> Any:
    rows = model.objects.order_by("pk")
    return rows[number % rows.count()]


def _verdicts() -> dict[int, str]:
    return {link.pk: link.verdict for link in with_verdict(ItemLink.objects.all())}


def _counting() -> tuple[list[int], dict[int, str]]:
    """What the picture is made of: the claims that count, and the verdicts that hold."""
    return sorted(active_claims(Claim.objects.all()).values_list("pk", flat=True)), _verdicts()


def _hashable(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(repr(value) for value in row)


@pytest.mark.slow
def test_whatever_people_do_in_whatever_order(desk):
    CaseFile.ground = Ground(desk)
    run_state_machine_as_test(
        CaseFile,
        settings=settings(max_examples=10, stateful_step_count=16, deadline=None, database=None),
    )

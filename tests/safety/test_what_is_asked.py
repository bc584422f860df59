"""What one person alone does not change: whom a party is asked about, and what leaves on an old word: D3, D11."""

from __future__ import annotations

from datetime import date

import pytest
from tests.casework.build import AS_OF

from homeward.casework import queries
from homeward.casework.actions.claims import confirm_claim, withdraw_claim
from homeward.casework.actions.desk import add_user, grant_role
from homeward.casework.actions.proposals import accept_proposal
from homeward.casework.models import Claim, Role, waiting_for_reader
from homeward.casework.queries.awaited import awaited_answers
from homeward.casework.queries.grave_answers import GRAVE_ANSWERS
from homeward.reading import ProposalKind
from homeward.records import AnswerCode

pytestmark = pytest.mark.django_db


def _asked_about(file, handed) -> set[str]:
    """Everybody whom the desk goes on asking about, by every way that tells it; they must agree."""
    by_line = {line.person_ref for line in queries.unanswered(file.user, file.case, as_of=AS_OF)}
    page = queries.unanswered_page(file.user, file.case, as_of=AS_OF)
    grid = queries.grid_page(file.user, file.case, as_of=AS_OF, unanswered_only=True)
    counted = queries.waiting(file.user, file.case, as_of=AS_OF).overdue
    reminded = {f"P{place}" for place, _ in queries.reminder(file.user, handed, as_of=AS_OF).names}
    by_place = {f"P{file.people[int(ref[1:]) - 1].pk}" for ref in reminded}
    pictured = {f"P{p.pk}" for p in file.people if queries.picture(file.user, p, as_of=AS_OF).unanswered}
    assert by_line == {line.person_ref for line in page.lines} == {row.person_ref for row in grid.people.lines}
    assert by_line == by_place == pictured
    assert counted == len(by_line)
    return by_line


@pytest.mark.parametrize("code", list(AnswerCode))
def test_d11_a_grave_answer_changes_nothing_that_is_asked_until_two_have_read_it(file, code):
    one, other = file.person("Maro Velisk"), file.person("Ilda Tamor")
    ours, handed = file.hand_over(reply_due=date(2031, 4, 1))
    both = {f"P{one.pk}", f"P{other.pk}"}
    assert _asked_about(file, handed) == both
    file.answer(ours, code, row=1, words="Words of the ministry.")
    if code not in GRAVE_ANSWERS:
        settles = code not in (AnswerCode.COLLECTIVE_REPLY, AnswerCode.NO_ANSWER_BY)
        assert _asked_about(file, handed) == (both - {f"P{one.pk}"} if settles else both)
        return
    assert _asked_about(file, handed) == both
    claim = Claim.objects.get(person=one)
    line = next(x for x in queries.unanswered(file.user, file.case, as_of=AS_OF) if x.person_ref == f"P{one.pk}")
    assert "not yet read by a second person" in line.last_word
    assert line.to_read == f"C{claim.pk}"
    assert [x.person_ref for x in queries.reminder(file.user, handed, as_of=AS_OF).unread] == [f"P{one.pk}"]
    file.read_again(claim)
    assert _asked_about(file, handed) == both - {f"P{one.pk}"}
    withdraw_claim(file.user, claim, reason="another person of that name")
    assert _asked_about(file, handed) == both


def test_d11_death_release_and_escape_are_the_grave_answers():
    assert set(GRAVE_ANSWERS) == {AnswerCode.SAYS_RELEASED, AnswerCode.SAYS_ESCAPED, AnswerCode.SAYS_DEAD}


def test_d11_accepting_one_report_of_a_release_takes_nobody_off_unanswered(file, page):
    maro = file.person("Maro Velisk")
    file.hand_over(reply_due=date(2031, 4, 1))
    report = file.report("The Ministry of Calm said that Maro Velisk was let go.")
    proposal = file.proposal(
        report,
        ProposalKind.ANSWER,
        "Maro Velisk was let go",
        persons=[maro],
        by="Ministry of Calm",
        answer_code=AnswerCode.SAYS_RELEASED,
    )
    accept_proposal(file.user, proposal)
    assert len(awaited_answers(file.user, file.case)) == 1
    (claim,) = waiting_for_reader(Claim.objects.all())
    shown = page.get(f"/case/{file.case.pk}/unanswered").content.decode()
    assert "Maro Velisk" in shown and "not yet read by a second person" in shown
    assert f"/claim/C{claim.pk}/second-reader" in shown
    second = add_user(file.user, "second")
    grant_role(file.user, second, Role.CASEWORKER, case=file.case)
    confirm_claim(second, claim)
    assert awaited_answers(file.user, file.case) == []
    assert "Maro Velisk" not in page.get(f"/case/{file.case.pk}/unanswered").content.decode()

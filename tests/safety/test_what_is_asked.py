"""What one person alone does not change: whom a party is asked about, and what leaves on an old word: D3, D11."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction
from tests.casework.build import AS_OF, on
from tests.casework.conftest import assess_what_leaves

from homeward.casework import queries
from homeward.casework.actions.claims import confirm_claim, withdraw_claim
from homeward.casework.actions.desk import add_user, grant_role
from homeward.casework.actions.enquiries import assess_harm
from homeward.casework.actions.handovers import fields_that_leave
from homeward.casework.actions.links import link_by_hand
from homeward.casework.actions.preparations import Field, decide_preparation, prepare_list
from homeward.casework.actions.proposals import accept_proposal
from homeward.casework.models import Claim, HarmAssessment, List, Person, Role, waiting_for_reader
from homeward.casework.queries.awaited import awaited_answers
from homeward.casework.queries.grave_answers import GRAVE_ANSWERS
from homeward.errors import ConflictError
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


# --- D3: an assessment of harm covers what it was made for ----------------------------------------------------------


def _prepared(desk, one, recipient, fields, **told):
    return prepare_list(
        desk.users[Role.LIST_OFFICER], desk.case, title="A list", recipient=recipient, people=[one], fields=fields,
        **told,
    )  # fmt: skip


def _is_allowed(desk, held) -> bool:
    try:
        with transaction.atomic():
            decide_preparation(desk.users[Role.SUPERVISOR], held, approves=True)
            raise _Enough
    except _Enough:
        return True
    except ConflictError as error:
        assert "harm" in str(error)
        return False


class _Enough(Exception):
    pass


def _whole(desk):
    return desk.person(
        "Ilka Tamorevic", father_name="Petar", birth=on("1991-04-17"), nationalities=["GE", "IL"], home_place="Sart"
    )


def test_d3_an_assessment_covers_exactly_the_fields_and_the_recipient_it_was_made_for(desk, signed_in):
    one, recipient = _whole(desk), desk.party()
    made_for = _prepared(desk, one, recipient, [Field.FATHER_NAME])
    assert not _is_allowed(desk, made_for)
    assess_what_leaves(desk.chief, made_for)
    assert _is_allowed(desk, made_for)
    more = _prepared(desk, one, recipient, [Field.FATHER_NAME, Field.HOME_PLACE])
    fewer = _prepared(desk, one, recipient, [])
    others = _prepared(desk, one, desk.party("Ministry of Somewhere Else"), [Field.FATHER_NAME])
    assert not any(_is_allowed(desk, held) for held in (more, fewer, others))

    page = signed_in(desk.users[Role.SUPERVISOR])
    shown = page.get(f"/prepared/D{more.pk}").content.decode()
    assert "an earlier assessment was made for other fields" in shown and "Nothing allows 1 person" in shown
    refused = page.post(f"/prepared/D{more.pk}", {"approves": "yes"})
    assert refused.status_code == 422 and "for other fields than would leave now" in refused.content.decode()
    told = {"allows": "yes", "legal_basis": "vital interest", "assessment": "known"}
    assert page.post(f"/prepared/D{more.pk}/harm/P{one.pk}", told).status_code == 302
    assert _is_allowed(desk, more) and _is_allowed(desk, made_for)
    assert not _is_allowed(desk, others)


def test_d3_what_is_known_only_later_was_not_assessed(desk):
    one, recipient = desk.person("Ilka Tamorevic"), desk.party()
    empty = _prepared(desk, one, recipient, [Field.HOME_PLACE])
    assess_what_leaves(desk.chief, empty)
    Person.objects.filter(pk=one.pk).update(home_place="Sart")
    assert not _is_allowed(desk, _prepared(desk, one, recipient, [Field.HOME_PLACE]))


def test_d3_one_nationality_assessed_is_not_the_other(desk):
    one, recipient = _whole(desk), desk.party()
    assess_what_leaves(desk.chief, _prepared(desk, one, recipient, [Field.NATIONALITY], relied_on={one.pk: "GE"}))
    assert _is_allowed(desk, _prepared(desk, one, recipient, [Field.NATIONALITY], relied_on={one.pk: "GE"}))
    assert not _is_allowed(desk, _prepared(desk, one, recipient, [Field.NATIONALITY], relied_on={one.pk: "IL"}))


def test_d3_harm_seen_in_little_forbids_more_and_the_newest_word_counts(desk):
    one, recipient = _whole(desk), desk.party()
    told = {"recipient": recipient, "legal_basis": "vital interest", "assessment": "they look for the name"}
    held = _prepared(desk, one, recipient, [Field.HOME_PLACE])
    assess_what_leaves(desk.chief, held)
    assess_harm(desk.chief, one, fields=["name"], allows=False, **told)
    assert not _is_allowed(desk, held)
    assess_what_leaves(desk.chief, held)
    assert not _is_allowed(desk, _prepared(desk, one, recipient, []))


def test_d3_an_assessment_of_which_the_fields_were_not_recorded_allows_nothing_and_still_forbids(desk):
    one, recipient = _whole(desk), desk.party()
    held = _prepared(desk, one, recipient, [])
    old = {"person": one, "recipient": recipient, "legal_basis": "x", "assessment": "y", "entered_by": desk.chief}
    HarmAssessment.objects.create(allows=True, **old)
    assert not _is_allowed(desk, held)
    assess_what_leaves(desk.chief, held)
    assert _is_allowed(desk, held)
    HarmAssessment.objects.create(allows=False, **old)
    assert not _is_allowed(desk, held)


def test_d3_a_column_that_nobody_read_leaves_too_and_is_assessed_under_its_heading(file):
    maro = file.person("Maro Velisk")
    ours = file.list_of([("Maro Velisk", "1991", "pilot")], headings=("name", "born", "calling"))
    List.objects.filter(pk=ours.pk).update(
        tables=[{"name": "", "headings": ["name", "born", "calling"], "meanings": ["full_name", "birth", "ignored"]}]
    )
    link_by_hand(file.user, ours.items.get(), maro, reason="our own row")
    assert fields_that_leave(List.objects.get(pk=ours.pk)) == {maro.pk: frozenset({"name", "calling"})}

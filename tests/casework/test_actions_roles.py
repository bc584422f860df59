"""Every act against every role: who may do it, who is told no, and to whom nothing is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from homeward.casework import audit
from homeward.casework.actions.answers import record_answer, reverse_answer
from homeward.casework.actions.briefings import (
    LineKind,
    NewLine,
    decide_draft,
    freeze_briefing,
    keep_draft,
    record_delivery,
    reserve_claim,
)
from homeward.casework.actions.captures import capture_file
from homeward.casework.actions.cases import (
    grade_party,
    lift_restriction,
    lock_case,
    open_case,
    record_party,
    restrict,
)
from homeward.casework.actions.claims import add_claim, withdraw_claim
from homeward.casework.actions.commitments import record_commitment, review_commitment
from homeward.casework.actions.contacts import record_contact
from homeward.casework.actions.desk import add_user, end_grant, grant_role
from homeward.casework.actions.enquiries import (
    assess_harm,
    record_consent,
    record_disclosure,
    record_enquirer,
    record_enquiry,
)
from homeward.casework.actions.handovers import record_handover
from homeward.casework.actions.links import judge_link, link_by_hand, reverse_judgement
from homeward.casework.actions.people import add_identifier, add_name_form, add_person
from homeward.casework.actions.silences import CoverageRow, record_silence
from homeward.casework.actions.statements import NewLink, record_statement
from homeward.casework.models import (
    AuditEvent,
    Case,
    Classification,
    ConsentPurpose,
    Direction,
    Grant,
    Reliability,
    Role,
    User,
)
from homeward.errors import NotAllowedError, NotThereError
from homeward.records import (
    AnswerCode,
    ClaimSubject,
    ContactKind,
    LinkRole,
    SilenceVerdict,
    Verdict,
    WrittenIdentifier,
    WrittenName,
)

_DAY = date(2026, 3, 5)
_READ = {Role.READER, Role.CASEWORKER, Role.LIST_OFFICER, Role.FAMILY_LIAISON, Role.SUPERVISOR}
_ENTER = _READ - {Role.READER}
_WORK = {Role.CASEWORKER, Role.LIST_OFFICER, Role.SUPERVISOR}
_HAND_OVER = {Role.LIST_OFFICER, Role.SUPERVISOR}
_LIAISE = {Role.FAMILY_LIAISON, Role.SUPERVISOR}
_CHAIN = [NewLink(LinkRole.PUBLISHER, "Tarvia Wire")]


def _asked(desk):
    """An enquirer, and the person asked about."""
    person = desk.person()
    enquirer = record_enquirer(desk.chief, desk.case, "Ana Tolvic")
    record_enquiry(
        desk.chief, enquirer, person, relation="sister", channel="telephone", asked_on=_DAY, questions="Is he alive?"
    )
    return enquirer, person


def _promise(desk):
    return record_commitment(desk.chief, desk.statement(), by="the ministry", content="an answer")


def _claim(desk):
    return add_claim(desk.chief, desk.person(), subject=ClaimSubject.ALIVE, statement=desk.statement())


def _judgement(desk):
    return judge_link(desk.chief, desk.link(), Verdict.UNSURE, "too little is known")


def _answer(desk):
    return record_answer(desk.chief, desk.handed_over(), party=None, code=AnswerCode.SEARCHING, words="We look.")


def _briefing(desk, who=None):
    enquirer, person = _asked(desk)
    lines = [NewLine("We asked the ministry again.", kind=LineKind.WE)]
    return freeze_briefing(who or desk.chief, enquirer, person, language="en", until=_DAY, lines=lines)


def _draft(desk, who=None, asked=None):
    enquirer, person = asked or _asked(desk)
    lines = [NewLine("By 5 April we ask the ministry again.", kind=LineKind.NEXT)]
    return keep_draft(who or desk.chief, enquirer, person, language="en", until=_DAY, lines=lines)


# Each line: what must be there, made by the chief; then the act of the user. And the roles that may.
ACTS: dict[str, tuple[Callable, Callable, set[Role]]] = {
    "add_user": (lambda d: None, lambda u, d, x: add_user(u, "new"), {Role.ADMINISTRATOR}),
    "grant_role": (lambda d: None, lambda u, d, x: grant_role(u, d.chief, Role.READER), {Role.ADMINISTRATOR}),
    "end_grant": (
        lambda d: Grant.objects.get(user=d.users[Role.READER]),
        lambda u, d, x: end_grant(u, x),
        {Role.ADMINISTRATOR},
    ),
    "open_case": (
        lambda d: None,
        lambda u, d, x: open_case(u, "Another"),
        set(),
    ),  # needs the role for the whole desk
    "record_party": (lambda d: None, lambda u, d, x: record_party(u, d.case, "Tarvia Wire"), _ENTER),
    "grade_party": (lambda d: d.party(), lambda u, d, x: grade_party(u, x, Reliability.C), _WORK),
    "restrict": (
        lambda d: d.person(),
        lambda u, d, x: restrict(u, x, level=Classification.DESK, reason="a threat"),
        {Role.SUPERVISOR},
    ),
    "lift_restriction": (
        lambda d: restrict(d.chief, d.person(), level=Classification.DESK, reason="a threat"),
        lambda u, d, x: lift_restriction(u, x),
        {Role.SUPERVISOR},
    ),
    "lock_case": (lambda d: None, lambda u, d, x: lock_case(u, d.case), _ENTER),
    "add_person": (
        lambda d: None,
        lambda u, d, x: add_person(u, d.case, names=[WrittenName("Ilka Tamorevic")]),
        _ENTER,
    ),
    "add_name_form": (
        lambda d: d.person(),
        lambda u, d, x: add_name_form(u, x, WrittenName("מרקו ולסקין")),
        _ENTER,
    ),
    "add_identifier": (
        lambda d: d.person(),
        lambda u, d, x: add_identifier(u, x, WrittenIdentifier("TV 0042", "passport")),
        _ENTER,
    ),
    "capture_file": (
        lambda d: None,
        lambda u, d, x: capture_file(u, d.case, content=b"words", file_name="a.txt", format="text"),
        _WORK,
    ),
    "record_statement": (
        lambda d: d.capture("He is well."),
        lambda u, d, x: record_statement(u, x, text="He is well.", chain=_CHAIN),
        _ENTER,
    ),
    "add_claim": (
        lambda d: (d.person(), d.statement()),
        lambda u, d, x: add_claim(u, x[0], subject=ClaimSubject.CUSTODY, statement=x[1]),
        _ENTER,
    ),
    "withdraw_claim": (_claim, lambda u, d, x: withdraw_claim(u, x, reason="misheard"), _ENTER),
    "link_by_hand": (
        lambda d: (d.list().items.get(), d.person()),
        lambda u, d, x: link_by_hand(u, x[0], x[1], reason="the nickname"),
        _WORK,
    ),
    "judge_link": (lambda d: d.link(), lambda u, d, x: judge_link(u, x, Verdict.SAME, "the year"), _WORK),
    "reverse_judgement": (_judgement, lambda u, d, x: reverse_judgement(u, x, "more is known"), _WORK),
    "record_answer": (
        lambda d: d.handed_over(),
        lambda u, d, x: record_answer(u, x, party=None, code=AnswerCode.SEARCHING, words="We look."),
        _ENTER,
    ),
    "reverse_answer": (_answer, lambda u, d, x: reverse_answer(u, x, "another list was meant"), _ENTER),
    "record_handover_told": (
        lambda d: d.statement(),
        lambda u, d, x: record_handover(u, d.case, statement=x),
        _ENTER,
    ),
    "record_handover": (
        lambda d: (d.list((), direction=Direction.OUT), d.party()),
        lambda u, d, x: record_handover(u, d.case, list=x[0], recipient=x[1]),
        _HAND_OVER,
    ),
    "record_commitment": (
        lambda d: d.statement(),
        lambda u, d, x: record_commitment(u, x, by="the ministry", content="an answer"),
        _ENTER,
    ),
    "review_commitment": (
        _promise,
        lambda u, d, x: review_commitment(u, x, on=_DAY, grade="D", note="no letter came"),
        _ENTER,
    ),
    "record_contact": (
        lambda d: None,
        lambda u, d, x: record_contact(u, d.case, kind=ContactKind.CALL, participants=["the desk", "the ministry"]),
        _ENTER,
    ),
    "record_silence": (
        lambda d: d.capture("They spoke of trade."),
        lambda u, d, x: record_silence(
            u,
            d.case,
            event="the visit",
            verdict=SilenceVerdict.NO_MENTION,
            coverage=[CoverageRow("Tarvia Wire", SilenceVerdict.NO_MENTION, True, x)],
            terms=[{"script": "Latn", "term": "Velaskin"}],
        ),
        _WORK,
    ),
    "record_enquirer": (lambda d: None, lambda u, d, x: record_enquirer(u, d.case, "Ana Tolvic"), _LIAISE),
    "record_enquiry": (
        lambda d: (record_enquirer(d.chief, d.case, "Ana Tolvic"), d.person()),
        lambda u, d, x: record_enquiry(
            u, x[0], x[1], relation="sister", channel="letter", asked_on=_DAY, questions="Is he alive?"
        ),
        _LIAISE,
    ),
    "record_consent": (
        _asked,
        lambda u, d, x: record_consent(
            u, x[0], x[1], purpose=ConsentPurpose.TRACE, given=True, on=_DAY, wording="You may look for him."
        ),
        _LIAISE,
    ),
    "assess_harm": (
        lambda d: (d.person(), d.party()),
        lambda u, d, x: assess_harm(
            u,
            x[0],
            recipient=x[1],
            fields=["name"],
            legal_basis="vital interest",
            assessment="they know already",
            allows=True,
        ),
        _HAND_OVER,
    ),
    "record_disclosure": (
        lambda d: d.person(),
        lambda u, d, x: record_disclosure(u, x, fields=["names"], purpose="a call", recipient_words="the embassy"),
        _HAND_OVER,
    ),
    "freeze_briefing": (
        _asked,
        lambda u, d, x: freeze_briefing(
            u,
            x[0],
            x[1],
            language="en",
            until=_DAY,
            lines=[NewLine("We asked the ministry again.", kind=LineKind.WE)],
        ),
        _LIAISE,
    ),
    "keep_draft": (_asked, lambda u, d, x: _draft(d, u, x), _LIAISE),
    "decide_draft": (_draft, lambda u, d, x: decide_draft(u, x, approves=True), _LIAISE),
    "reserve_claim": (_claim, lambda u, d, x: reserve_claim(u, x, enquirer=None, reason="for all"), _LIAISE),
    "record_delivery": (_briefing, lambda u, d, x: record_delivery(u, x, on=_DAY, channel="telephone"), _LIAISE),
}


@pytest.mark.parametrize("name", list(ACTS))
def test_who_may_do_it(desk, name):
    prepare, act, allowed = ACTS[name]
    prepared = prepare(desk)
    for role in Role:
        if role in allowed:
            continue
        before = audit.head()
        with pytest.raises((NotAllowedError, NotThereError)) as caught:
            act(desk.users[role], desk, prepared)
        seen = role in _READ
        # Whoever does not see the case learns nothing; an act on the desk itself has no case to hide.
        if name not in ("add_user", "grant_role", "end_grant", "open_case") and not seen:
            assert isinstance(caught.value, NotThereError), role
        assert audit.head() == before, "a refused act leaves no trace and changes nothing"
    for role in allowed:
        act(desk.users[role], desk, prepared)
        break


_ONCE = [name for name in ACTS if name not in ("withdraw_claim", "add_person", "lock_case", "end_grant")]


@pytest.mark.parametrize("name", _ONCE)
def test_the_same_act_again_changes_nothing(desk, name):
    prepare, act, allowed = ACTS[name]
    prepared = prepare(desk)
    user = desk.users[next(iter(sorted(allowed)))] if allowed else desk.chief
    first = act(user, desk, prepared)
    before = audit.head()
    again = act(user, desk, prepared)
    assert again == first or (name == "capture_file" and again == (first[0], False))
    assert audit.head() == before


@pytest.mark.parametrize("name", list(ACTS))
def test_every_act_is_in_the_audit_with_its_user(desk, name):
    prepare, act, allowed = ACTS[name]
    prepared = prepare(desk)
    user = desk.users[next(iter(sorted(allowed)))] if allowed else desk.chief
    before = audit.head().number
    act(user, desk, prepared)
    new = AuditEvent.objects.filter(number__gt=before)
    assert new.exists()
    assert set(new.values_list("user", flat=True)) == {user.username}
    assert audit.verify().ok


def test_a_desk_has_one_beginning(desk):
    from homeward.casework.actions.desk import open_desk
    from homeward.errors import ConflictError

    assert open_desk("chief") == desk.chief
    with pytest.raises(ConflictError):
        open_desk("somebody-else")
    assert not User.objects.filter(username="somebody-else").exists()


def test_the_last_administrator_stays(desk):
    from homeward.errors import ConflictError

    grants = list(Grant.objects.filter(role=Role.ADMINISTRATOR))
    end_grant(desk.chief, grants[0])
    other = desk.users[Role.ADMINISTRATOR]
    with pytest.raises(ConflictError, match="last administrator"):
        end_grant(other, grants[1])


def test_a_case_is_opened_once(desk):
    assert open_case(desk.chief, "The northern list") == desk.case
    assert Case.objects.count() == 1

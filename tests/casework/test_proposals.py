"""A person's decision on what was read: what acceptance records, and that a reversal takes all of it back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.casework.conftest import Desk

from homeward.casework.actions.contacts import record_contact
from homeward.casework.actions.handovers import record_handover
from homeward.casework.actions.links import link_by_hand
from homeward.casework.actions.people import add_person
from homeward.casework.actions.proposals import (
    accept_proposal,
    reject_proposal,
    reverse_decision,
    standing_decision,
)
from homeward.casework.models import (
    Answer,
    Capture,
    Claim,
    Commitment,
    Contact,
    Decision,
    Direction,
    Handover,
    List,
    Party,
    Person,
    Proposal,
    Role,
    SilenceFinding,
    Statement,
    active_claims,
)
from homeward.casework.taken_back import is_taken_back, not_taken_back
from homeward.errors import BadInputError, ConflictError, NotAllowedError
from homeward.reading.proposals import (
    Proposal as Proposed,
)
from homeward.reading.proposals import (
    ProposalKind,
    ProposedLink,
    ReadDate,
    Span,
    proposal_to_json,
)
from homeward.records import (
    AnswerCode,
    Attribution,
    ClaimSubject,
    ContactKind,
    ContactStatus,
    LinkRole,
    Manner,
    PartialDate,
    Polarity,
    WrittenName,
)

MINISTRY = "Ministry of Order of Tarvia"
TEXT = (
    "On 2 March a delegation visited the ministry and handed over a list of two names. "
    "“We are searching for the people on the list”, the Ministry of Order said, as relayed by the Brava Agency. "
    "It promised to release them once the road is open. "
    "Marko Velaskin was seen alive in camp 4, a guard said. "
    "The communique of the visit did not mention the captives."
)
CHAIN = (
    ProposedLink(LinkRole.SPEAKER, "ministry of  order of tarvia", Attribution.NAMED),
    ProposedLink(LinkRole.RELAY, "Brava Agency", Attribution.NAMED),
    ProposedLink(LinkRole.PUBLISHER, "Tarvia Wire", Attribution.NAMED),
)


def span(quote: str, text: str = TEXT) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote), quote)


def day(quote: str, value: str) -> ReadDate:
    return ReadDate(span(quote), PartialDate(value))


@pytest.fixture
def report(desk: Desk) -> Capture:
    return desk.capture(TEXT)


def propose(desk: Desk, report: Capture, kind: ProposalKind, quote: str, **fields: Any) -> Proposal:
    proposed = Proposed(kind, span(quote, report.text), because="rule under test", **({"chain": CHAIN} | fields))
    return Proposal.objects.create(
        capture=report,
        kind=kind.value,
        start=proposed.span.start,
        stop=proposed.span.stop,
        quote=quote,
        payload=proposal_to_json(proposed),
        engine="reading 0",
        entered_by=desk.chief,
    )


SEARCHING = "We are searching for the people on the list"


def a_statement(desk: Desk, report: Capture) -> Proposal:
    quote = f"“{SEARCHING}”, the Ministry of Order said"
    return propose(
        desk,
        report,
        ProposalKind.STATEMENT,
        quote,
        content=(span(SEARCHING),),
        manner=Manner.SAID,
        direct=True,
    )


def an_answer(desk: Desk, report: Capture, **fields: Any) -> Proposal:
    known = {"answer_code": AnswerCode.SEARCHING, "by": MINISTRY, "collective": True, "content": (span(SEARCHING),)}
    return propose(desk, report, ProposalKind.ANSWER, SEARCHING, **(known | fields))


def our_list(desk: Desk, *people: Person, recipient: Party | None = None) -> List:
    made = desk.list(tuple({} for _ in people), direction=Direction.OUT)
    for item, person in zip(made.items.order_by("ordinal"), people, strict=True):
        link_by_hand(desk.chief, item, person, reason="prepared from the file")
    statement = desk.statement()
    record_handover(
        desk.chief,
        desk.case,
        list=made,
        statement=statement,
        recipient=recipient or desk.party(MINISTRY),
        on=PartialDate("2026-03-02"),
    )
    return made


def test_a_statement_keeps_its_words_and_its_chain(desk: Desk, report: Capture) -> None:
    ministry = desk.party(MINISTRY)
    decision = accept_proposal(desk.worker, a_statement(desk, report), reason="read it")
    statement = Statement.objects.get()
    assert statement.text == SEARCHING == report.text[statement.start : statement.stop]
    assert statement.direct
    assert [(link.role, link.party) for link in statement.chain.all()] == [
        ("speaker", ministry),
        ("relay", None),
        ("publisher", None),
    ]
    assert decision.made == [("statement", statement.pk)]
    assert (decision.entered_by, statement.entered_by) == (desk.worker, desk.worker)


def test_an_actor_is_known_by_any_name_of_a_party(desk: Desk, report: Capture) -> None:
    from homeward.casework.actions.cases import record_party

    brava = record_party(desk.chief, desk.case, "Brava", other_names=["BRAVA agency"])
    accept_proposal(desk.worker, a_statement(desk, report))
    assert Statement.objects.get().chain.get(role="relay").party == brava


def test_a_claim_is_made_for_each_person_found(desk: Desk, report: Capture) -> None:
    marko = desk.person()
    proposal = propose(
        desk,
        report,
        ProposalKind.CLAIM,
        "Marko Velaskin was seen alive in camp 4, a guard said",
        subject=ClaimSubject.ALIVE,
        polarity=Polarity.ASSERTS,
        persons=(str(marko.pk),),
        value="seen in camp 4",
        chain=(ProposedLink(LinkRole.SPEAKER, "a guard", Attribution.ANONYMOUS),),
    )
    accept_proposal(desk.worker, proposal, credibility=3)
    claim = Claim.objects.get()
    assert (claim.person, claim.subject, claim.polarity, claim.value) == (marko, "alive", "asserts", "seen in camp 4")
    assert (claim.collective, claim.credibility, claim.statement) == (False, 3, Statement.objects.get())


def test_words_about_the_group_are_claims_about_everybody_marked_so(desk: Desk, report: Capture) -> None:
    people = {desk.person(), desk.person("Ilka Tamorevic")}
    proposal = propose(
        desk, report, ProposalKind.CLAIM, "the people on the list", subject=ClaimSubject.SEARCHED_FOR, collective=True
    )
    accept_proposal(desk.worker, proposal)
    assert {claim.person for claim in Claim.objects.all()} == people
    assert all(claim.collective for claim in Claim.objects.all())


def test_words_about_a_part_of_the_group_are_claims_about_nobody_until_a_person_says_who(desk: Desk) -> None:
    report = desk.capture("The Guard said that some of the captives are in its care, and that it does not hold Ilka.")
    marko, ilka = desk.person(), desk.person("Ilka Tamorevic")
    proposal = propose(
        desk, report, ProposalKind.CLAIM, "some of the captives are in its care",
        subject=ClaimSubject.ACKNOWLEDGEMENT, collective=True,
    )  # fmt: skip
    with pytest.raises(BadInputError, match="a part of a group"):
        accept_proposal(desk.worker, proposal)
    assert not Claim.objects.exists()
    accept_proposal(desk.worker, proposal, persons=[marko])
    assert [claim.person for claim in Claim.objects.all()] == [marko] != [ilka]


def test_a_claim_about_nobody_is_not_recorded(desk: Desk, report: Capture) -> None:
    proposal = propose(desk, report, ProposalKind.CLAIM, "Marko Velaskin", subject=ClaimSubject.ALIVE)
    with pytest.raises(BadInputError, match="about nobody"):
        accept_proposal(desk.worker, proposal)
    assert not Statement.objects.exists()
    assert not Decision.objects.exists()


def test_the_person_who_accepts_may_say_whom_it_is_about(desk: Desk, report: Capture) -> None:
    desk.person()
    ilka = desk.person("Ilka Tamorevic")
    proposal = propose(desk, report, ProposalKind.MENTION, "the captives", collective=True)
    accept_proposal(desk.worker, proposal, persons=[ilka])
    assert [(claim.person, claim.subject) for claim in Claim.objects.all()] == [(ilka, "mentioned")]


def test_a_contact_is_recorded_as_told(desk: Desk, report: Capture) -> None:
    proposal = propose(
        desk,
        report,
        ProposalKind.CONTACT,
        "a delegation visited the ministry",
        contact_kind=ContactKind.VISIT,
        contact_status=ContactStatus.HELD,
        participants=("a delegation", "the ministry"),
        date=day("On 2 March", "2026-03-02"),
    )
    accept_proposal(desk.worker, proposal)
    contact = Contact.objects.get()
    assert (contact.kind, contact.status, contact.on) == ("visit", "held", PartialDate("2026-03-02"))
    assert contact.participants == ["a delegation", "the ministry"]
    assert contact.raised_known is False
    assert contact.statement == Statement.objects.get()


def a_handover(desk: Desk, report: Capture, count: int) -> Proposal:
    return propose(
        desk, report, ProposalKind.HANDOVER, "handed over a list of two names", to=MINISTRY, count=count,
        date=day("On 2 March", "2026-03-02"),
    )  # fmt: skip


def test_a_handover_told_of_is_tied_to_our_list_only_where_it_fits(desk: Desk, report: Capture) -> None:
    ours = our_list(desk, desk.person(), desk.person("Ilka Tamorevic"))
    accept_proposal(desk.worker, a_handover(desk, report, 2))
    accept_proposal(desk.worker, a_handover(desk, report, 3))
    told = Handover.objects.filter(statement__capture=report).order_by("pk")
    assert [(h.list, h.names_count) for h in told] == [(None, 3)]
    assert told[0].recipient == Party.objects.get(name=MINISTRY)
    assert Handover.objects.filter(list=ours).count() == 1  # told of again, not handed over twice


def test_a_collective_answer_is_to_the_latest_list_handed_to_that_party(desk: Desk, report: Capture) -> None:
    marko, ilka = desk.person(), desk.person("Ilka Tamorevic")
    ours = our_list(desk, marko, ilka)
    our_list(desk, desk.person("Sael Brandov"), recipient=desk.party("Another ministry"))
    accept_proposal(desk.worker, an_answer(desk, report))
    answer = Answer.objects.get()
    assert (answer.list, answer.item, answer.code, answer.party.name) == (ours, None, "searching", MINISTRY)
    assert answer.words == SEARCHING
    claims = Claim.objects.filter(answer=answer)
    assert {c.person for c in claims} == {marko, ilka}
    assert {(c.subject, c.collective) for c in claims} == {("searched_for", True)}


def test_an_answer_to_no_list_that_we_know_is_not_recorded(desk: Desk, report: Capture) -> None:
    with pytest.raises(BadInputError, match="handed over"):
        accept_proposal(desk.worker, an_answer(desk, report))
    assert not Statement.objects.exists()


def test_an_answer_about_somebody_by_name_is_to_that_row(desk: Desk, report: Capture) -> None:
    marko, ilka = desk.person(), desk.person("Ilka Tamorevic")
    our_list(desk, marko, ilka)
    proposal = an_answer(desk, report, persons=(str(ilka.pk),), collective=False, answer_code=AnswerCode.HOLDS)
    accept_proposal(desk.worker, proposal)
    assert [claim.person for claim in Claim.objects.all()] == [ilka]
    assert Answer.objects.get().item.ordinal == 2


def test_an_answer_about_somebody_on_no_row_of_the_list_is_not_recorded(desk: Desk, report: Capture) -> None:
    ours = our_list(desk, desk.person())
    proposal = an_answer(desk, report, answer_code=AnswerCode.HOLDS)
    with pytest.raises(BadInputError, match="on no row"):
        accept_proposal(desk.worker, proposal, persons=[desk.person("Ilka Tamorevic")], answered_list=ours)


def a_promise(desk: Desk, report: Capture) -> Proposal:
    return propose(
        desk,
        report,
        ProposalKind.COMMITMENT,
        "It promised to release them once the road is open",
        content=(span("to release them"),),
        condition=span("once the road is open"),
        by=MINISTRY,
        manner=Manner.PROMISED,
        collective=True,
    )


def test_a_promise_keeps_its_condition_and_that_no_date_was_given(desk: Desk, report: Capture) -> None:
    marko = desk.person()
    accept_proposal(desk.worker, a_promise(desk, report))
    promise = Commitment.objects.get()
    assert (promise.by, promise.content, promise.condition, promise.due) == (
        MINISTRY,
        "to release them",
        "once the road is open",
        None,
    )
    assert (list(promise.persons.all()), promise.collective) == ([marko], True)


def test_a_silence_told_by_a_source_is_that_sources_word(desk: Desk, report: Capture) -> None:
    desk.person()
    quote = "The communique of the visit did not mention the captives"
    accept_proposal(
        desk.worker, propose(desk, report, ProposalKind.SILENCE, quote, about="the communique of the visit")
    )
    silence = SilenceFinding.objects.get()
    assert (silence.event, silence.verdict) == (f"“{quote}”", "not_assessable")
    assert silence.explicit_in.text == quote
    assert not silence.coverage.exists()


@pytest.mark.parametrize(("complete", "verdict"), [(True, "no_mention_in_text_held"), (False, "not_assessable")])
def test_silence_is_found_only_in_a_text_held_in_full(desk: Desk, complete: bool, verdict: str) -> None:
    from homeward.casework.actions.captures import capture_file

    desk.person()
    text = "The two ministers met and spoke of trade."
    part, _ = capture_file(
        desk.chief, desk.case, content=text.encode(), file_name="a.txt", format="text", text=text, complete=complete
    )
    accept_proposal(desk.worker, propose(desk, part, ProposalKind.SILENCE, "The two ministers met", chain=()))
    silence = SilenceFinding.objects.get()
    assert silence.verdict == silence.coverage.get().verdict == verdict
    assert silence.event == "a.txt"  # the report; this one has no title, and names no publisher
    assert {"script": "Cyrl", "term": "Марко Веласкин"} in silence.terms


def test_a_copy_repeats_the_words_of_the_original(desk: Desk, report: Capture) -> None:
    from homeward.casework.actions.captures import capture_file

    copy, _ = capture_file(
        desk.chief, desk.case, content=b"copy", file_name="b.txt", format="text", text=TEXT, copies=report
    )
    accept_proposal(desk.worker, a_statement(desk, report))
    accept_proposal(desk.worker, a_statement(desk, copy))
    first, second = Statement.objects.order_by("pk")
    assert (first.repeats, second.repeats) == (None, first)


def accepted_words(desk: Desk, *texts: str) -> list[Statement]:
    """The statement of each text, every one a copy of the first; accepted from the last to the first."""
    from homeward.casework.actions.captures import capture_file

    captures: list[Capture] = []
    for number, text in enumerate(texts):
        capture, _ = capture_file(
            desk.chief, desk.case, content=f"{number}".encode(), file_name="x.txt", format="text", text=text,
            copies=captures[0] if captures else None, publisher=desk.party(f"Paper {number}"),
        )  # fmt: skip
        captures.append(capture)
    for capture in reversed(captures):
        proposed = Proposed(
            ProposalKind.STATEMENT, Span(0, len(capture.text), capture.text), because="rule under test"
        )
        proposed = replace(proposed, content=(proposed.span,), manner=Manner.SAID)
        proposal = Proposal.objects.create(
            capture=capture, kind="statement", start=0, stop=len(capture.text), quote=capture.text,
            payload=proposal_to_json(proposed), engine="test", entered_by=desk.chief,
        )  # fmt: skip
        accept_proposal(desk.worker, proposal)
    return [Statement.objects.get(capture=capture) for capture in captures]


def test_what_was_recorded_first_is_repeated_whichever_text_is_the_copy(desk: Desk) -> None:
    words = "We hold eight people in the north and will free them in May"
    first, second, third = accepted_words(desk, words, words, f"“{words}.”")
    assert (first.repeats, second.repeats, third.repeats) == (third, third, None)


def test_a_copy_in_which_a_number_or_a_negation_differs_repeats_nothing(desk: Desk) -> None:
    words = "We hold eight people in the north and will free them in May"
    changed = (words.replace("eight", "nine"), words.replace("hold", "do not hold"), words.replace("north", "south"))
    assert [statement.repeats for statement in accepted_words(desk, words, *changed)] == [None] * 4


# --- decisions ----------------------------------------------------------------------------------------------------


def test_accepting_twice_records_once(desk: Desk, report: Capture) -> None:
    proposal = a_statement(desk, report)
    assert accept_proposal(desk.worker, proposal) == accept_proposal(desk.chief, proposal)
    assert Statement.objects.count() == 1


def test_a_rejected_proposal_records_nothing_and_is_not_accepted_over_it(desk: Desk, report: Capture) -> None:
    proposal = a_statement(desk, report)
    decision = reject_proposal(desk.worker, proposal, reason="misread")
    assert reject_proposal(desk.worker, proposal, reason="again") == decision
    with pytest.raises(ConflictError):
        accept_proposal(desk.worker, proposal)
    reverse_decision(desk.worker, decision, reason="read it again")
    assert standing_decision(proposal) is None
    accept_proposal(desk.worker, proposal)
    with pytest.raises(ConflictError):
        reject_proposal(desk.worker, proposal, reason="no")


def test_a_rejection_needs_its_reason(desk: Desk, report: Capture) -> None:
    with pytest.raises(BadInputError):
        reject_proposal(desk.worker, a_statement(desk, report), reason=" ")


def standing() -> dict[str, set[int]]:
    """Everything that a view would show, by kind."""
    shown = {
        model.__name__: set(not_taken_back(model.objects.all()).values_list("pk", flat=True))
        for model in (Statement, Contact, Handover, Commitment, SilenceFinding)
    }
    shown["Claim"] = set(active_claims(Claim.objects.all()).values_list("pk", flat=True))
    shown["Answer"] = set(Answer.objects.filter(reversal__isnull=True).values_list("pk", flat=True))
    return shown


def one_of_each(desk: Desk, report: Capture) -> list[Proposal]:
    marko = desk.person()
    our_list(desk, marko, desk.person("Ilka Tamorevic"))
    return [
        a_statement(desk, report),
        an_answer(desk, report),
        a_handover(desk, report, 2),
        a_promise(desk, report),
        propose(desk, report, ProposalKind.CONTACT, "a delegation visited the ministry", participants=("a", "b")),
        propose(desk, report, ProposalKind.MENTION, "Marko Velaskin", persons=(str(marko.pk),)),
        propose(desk, report, ProposalKind.SILENCE, "The communique of the visit did not mention", about="the visit"),
    ]


def test_reversing_a_decision_restores_what_stood_before(desk: Desk, report: Capture) -> None:
    for proposal in one_of_each(desk, report):
        before = standing()
        decision = accept_proposal(desk.worker, proposal)
        assert standing() != before
        reversal = reverse_decision(desk.worker, decision, reason="accepted by mistake")
        assert standing() == before, proposal.kind
        assert reverse_decision(desk.worker, decision, reason="again") == reversal
        assert standing_decision(proposal) is None


def test_what_was_taken_back_stands_again_when_it_is_accepted_again(desk: Desk, report: Capture) -> None:
    for proposal in one_of_each(desk, report):
        first = accept_proposal(desk.worker, proposal)
        shown = {kind: len(rows) for kind, rows in standing().items()}
        reverse_decision(desk.worker, first, reason="mistake")
        accept_proposal(desk.worker, proposal)
        assert {kind: len(rows) for kind, rows in standing().items()} == shown, proposal.kind


def test_what_two_decisions_made_stands_while_one_of_them_does(desk: Desk, report: Capture) -> None:
    marko = desk.person()
    first = accept_proposal(desk.worker, a_statement(desk, report))
    claim = propose(
        desk, report, ProposalKind.CLAIM, SEARCHING, persons=(str(marko.pk),), direct=True, manner=Manner.SAID
    )
    second = accept_proposal(desk.worker, claim)
    statement = Statement.objects.get()  # the same words through the same chain: one statement
    reverse_decision(desk.worker, first, reason="mistake")
    assert not is_taken_back(statement)
    reverse_decision(desk.worker, second, reason="mistake")
    assert is_taken_back(statement)
    assert not active_claims(Claim.objects.all()).exists()


def test_what_a_person_recorded_by_hand_does_not_hang_on_a_decision(desk: Desk, report: Capture) -> None:
    statement = desk.statement("Marko Velaskin was seen alive in camp 4", capture=report)
    by_hand = record_contact(desk.chief, desk.case, kind=ContactKind.VISIT, participants=["a"], statement=statement)
    decision = accept_proposal(desk.worker, a_statement(desk, report))
    reverse_decision(desk.worker, decision, reason="mistake")
    assert not is_taken_back(by_hand)
    assert not is_taken_back(statement)


def test_a_reversal_is_not_reversed(desk: Desk, report: Capture) -> None:
    decision = accept_proposal(desk.worker, a_statement(desk, report))
    reversal = reverse_decision(desk.worker, decision, reason="mistake")
    with pytest.raises(ConflictError):
        reverse_decision(desk.worker, reversal, reason="no")


def test_only_who_may_judge_decides(desk: Desk, report: Capture) -> None:
    with pytest.raises(NotAllowedError):
        accept_proposal(desk.users[Role.READER], a_statement(desk, report))
    assert not Decision.objects.exists()


# --- groups and namesakes -----------------------------------------------------------------------------------------


def about_the_group(desk: Desk, text: str, **fields: Any) -> Proposal:
    return propose(
        desk,
        desk.capture(text),
        ProposalKind.CLAIM,
        text,
        subject=ClaimSubject.ALIVE,
        polarity=Polarity.ASSERTS,
        collective=True,
        **fields,
    )


def claimed_of() -> list[Person]:
    return [claim.person for claim in active_claims(Claim.objects.order_by("person"))]


def test_words_about_a_group_are_about_those_who_belong_to_it(desk: Desk) -> None:
    desk.person()
    fisher = desk.person("Ilka Tamorevic", group_terms=["the fishermen"])
    accept_proposal(desk.worker, about_the_group(desk, "The Fishermen are alive, a guard said."))
    assert claimed_of() == [fisher]
    assert Claim.objects.get().collective


def test_words_about_another_group_are_about_nobody_until_a_person_says_who(desk: Desk) -> None:
    marko = desk.person()
    desk.person("Ilka Tamorevic", group_terms=["the fishermen"])
    proposal = about_the_group(desk, "The hostages are alive, a guard said.")
    with pytest.raises(BadInputError, match="who belongs to it"):
        accept_proposal(desk.worker, proposal)
    assert not Claim.objects.exists()
    accept_proposal(desk.worker, proposal, persons=[marko])
    assert claimed_of() == [marko]


@pytest.mark.parametrize(("count", "clear"), [(2, True), (3, False), (None, True)])
def test_a_number_told_must_be_that_of_the_people_meant(desk: Desk, count: int | None, clear: bool) -> None:
    people = [desk.person(), desk.person("Ilka Tamorevic")]
    proposal = about_the_group(desk, "The hostages are alive, a guard said.", count=count)
    if not clear:
        with pytest.raises(BadInputError, match="3 are told of"):
            accept_proposal(desk.worker, proposal)
        return
    accept_proposal(desk.worker, proposal)
    assert claimed_of() == people


def test_words_about_a_group_without_words_of_its_own_are_about_our_list(desk: Desk, report: Capture) -> None:
    marko, other = desk.person(), desk.person("Ilka Tamorevic", group_terms=["the fishermen"])
    our_list(desk, marko)
    accept_proposal(desk.worker, a_promise(desk, report))
    assert list(Commitment.objects.get().persons.all()) == [marko]
    accept_proposal(desk.worker, about_the_group(desk, "The hostages are alive."))
    assert claimed_of() == [marko]
    assert other not in claimed_of()


def test_one_name_of_two_people_is_nobody_until_a_person_says_who(desk: Desk, report: Capture) -> None:
    one = desk.person()
    two = desk.person(birth=PartialDate("1950"))
    proposal = propose(
        desk,
        report,
        ProposalKind.CLAIM,
        "Marko Velaskin was seen alive in camp 4",
        subject=ClaimSubject.ALIVE,
        persons=(str(one.pk), str(two.pk)),
    )
    with pytest.raises(BadInputError, match=rf"P{one.pk} \(Marko Velaskin\), P{two.pk}"):
        accept_proposal(desk.worker, proposal)
    assert not Decision.objects.exists()
    accept_proposal(desk.worker, proposal, persons=[two])
    assert claimed_of() == [two]
    with pytest.raises(ConflictError, match="other people"):
        accept_proposal(desk.worker, proposal, persons=[one])
    assert accept_proposal(desk.worker, proposal, persons=[two]) == standing_decision(proposal)


def test_two_people_named_apart_are_both_meant(desk: Desk) -> None:
    people = [
        add_person(desk.chief, desk.case, names=[WrittenName(name)]) for name in ("Marko Velaskin", "Ilka Tamorevic")
    ]
    text = "Marko Velaskin and Ilka Tamorevic are alive, a guard said."
    proposal = propose(
        desk, desk.capture(text), ProposalKind.CLAIM, text, subject=ClaimSubject.ALIVE,
        persons=tuple(str(person.pk) for person in people),
    )  # fmt: skip
    accept_proposal(desk.worker, proposal)
    assert claimed_of() == people

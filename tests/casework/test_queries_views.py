"""Grid, candidates, promises, silences, time line, sources, proposals: what stands, and whose word it is."""

from __future__ import annotations

from datetime import date

import pytest
from tests.casework.build import AS_OF, CaseFile, on

from homeward.casework import queries
from homeward.casework.actions.commitments import review_commitment
from homeward.casework.actions.contacts import record_contact
from homeward.casework.actions.handovers import record_handover
from homeward.casework.actions.links import judge_link
from homeward.casework.actions.match import propose_links
from homeward.casework.actions.silences import CoverageRow, record_silence
from homeward.casework.models import Decision, Direction, Made
from homeward.casework.queries.ground import Ground
from homeward.casework.queries.waiting import reviews_due
from homeward.casework.results import GridCell
from homeward.reading.proposals import ProposalKind, ProposedLink, ReadDate, Span
from homeward.records import (
    AnswerCode,
    Attribution,
    ClaimSubject,
    ContactKind,
    ContactStatus,
    LinkRole,
    Polarity,
    SilenceVerdict,
    Verdict,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(db: None) -> CaseFile:
    made = CaseFile.new()
    made.person("Maro Velisk", "Маро Велиск")
    made.person("Ilka Tamorev", "אילקה טמורב")
    return made


def rows(number: int) -> list[tuple[str, ...]]:
    return [(f"فليسك {n}", "١٩٩١") for n in range(number)]


# --- grid ---------------------------------------------------------------------------------------------------------


def cells(file: CaseFile, person: int) -> dict[str, GridCell]:
    grid = queries.grid(file.user, file.case, as_of=AS_OF)
    return dict(zip([column.ref for column in grid.columns], grid.rows[person].cells, strict=True))


def test_a_collective_answer_stands_on_every_row_and_says_that_it_is_collective(file: CaseFile) -> None:
    ours, handed = file.hand_over()
    answer = file.answer(ours, AnswerCode.SEARCHING, words="We are looking for them.")
    for person in (0, 1):
        cell = cells(file, person)[f"A{answer.pk}"]
        assert (cell.code, cell.collective, cell.by) == ("searching", True, "Ministry of Calm")
        assert cell.words == "says that it is looking for the people on the list (of nobody by name)"
        assert cell.wording is not None
        assert cell.wording.text == "We are looking for them."
        assert cell.age_days == 92
        over = cells(file, person)[f"H{handed.pk}"]
        assert (over.code, over.words, over.age_days) == ("handed_over", f"handed over, row {person + 2}", 112)


def test_an_answer_by_name_stands_on_its_row_only(file: CaseFile) -> None:
    ours, _ = file.hand_over()
    file.answer(ours, AnswerCode.SEARCHING, round=1)
    named = file.answer(ours, AnswerCode.HOLDS, row=2, day="2031-04-01", round=2)
    assert cells(file, 1)[f"A{named.pk}"].code == "holds"
    assert not cells(file, 1)[f"A{named.pk}"].collective
    assert cells(file, 0)[f"A{named.pk}"].code == "no_answer"


def test_lists_of_others_show_found_waiting_not_found_and_never_searched(file: CaseFile) -> None:
    file.hand_over()
    theirs = file.list_of(rows(40), title="Harbour", author="Harbour Hospital", direction=Direction.IN)
    never = file.list_of(rows(30), title="Gaol", author="Gaol", direction=Direction.PUBLISHED, as_of=None)
    file.same(file.candidate(theirs, 3, file.people[0]))
    propose_links(file.user, file.case, lists=[theirs])
    found = cells(file, 0)[f"L{theirs.pk}"]
    assert (found.code, found.words, found.by) == ("listed", "judged to be on this list, row 4", "Harbour Hospital")
    lost = cells(file, 1)[f"L{theirs.pk}"]
    assert lost.code == "not_found"
    assert lost.words.startswith("not found when searched")
    assert lost.on is not None
    assert cells(file, 1)[f"L{never.pk}"].words == "not searched for this person"
    link = file.candidate(theirs, 5, file.people[1])
    file.candidate(theirs, 6, file.people[1])
    assert cells(file, 1)[f"L{theirs.pk}"].words == "two candidates waiting"
    judge_link(file.user, link, Verdict.DIFFERENT, "another father")
    assert cells(file, 1)[f"L{theirs.pk}"].words == "one candidate waiting"


def test_columns_stand_in_order_of_time_and_say_who_to_whom(file: CaseFile) -> None:
    early = file.list_of(rows(40), author="Harbour Hospital", direction=Direction.IN, as_of="2030-12-24")
    ours, handed = file.hand_over()
    answer = file.answer(ours, AnswerCode.SEARCHING)
    told = file.said("They gave us a list of eight.", "s:Ministry of Calm > p:Ostrel Post")
    heard = record_handover(file.user, file.case, statement=told, names_count=8, on=on("2031-05"))
    columns = queries.grid(file.user, file.case, as_of=AS_OF).columns
    assert [c.ref for c in columns] == [f"L{early.pk}", f"H{handed.pk}", f"A{answer.pk}", f"H{heard.pk}"]
    assert [c.kind for c in columns] == ["received", "handed_over", "answer", "handed_over"]
    assert columns[1].sub == "Our desk to Ministry of Calm, 9 February 2031"
    assert columns[3].note == "Told by a report; the list itself is not held."


def test_rows_of_our_own_list_that_are_nobody_are_counted(file: CaseFile) -> None:
    ours = file.list_of([("Maro Velisk", ""), ("Somebody Else", "")])
    told = file.said("The list was given.", "s:Ministry of Calm > p:Ostrel Post")
    record_handover(file.user, file.case, list=ours, statement=told, on=on("2031-02-01"))
    (column,) = queries.grid(file.user, file.case, as_of=AS_OF).columns
    assert column.note == "Two rows of it are not tied to a person."


# --- candidates ---------------------------------------------------------------------------------------------------


def test_candidates_come_waiting_first_with_the_row_as_written(file: CaseFile) -> None:
    theirs = file.list_of(rows(9), direction=Direction.IN, author="Gaol", headings=("الاسم", ""))
    low, high = file.candidate(theirs, 1, file.people[0], 0.4), file.candidate(theirs, 2, file.people[0], 0.9)
    judged = file.candidate(theirs, 3, file.people[0], 0.99)
    judge_link(file.user, judged, Verdict.DIFFERENT, "another father")
    lines = queries.candidates(file.user, file.case)
    assert [line.ref for line in lines] == [f"K{high.pk}", f"K{low.pk}", f"K{judged.pk}"]
    assert lines[0].details == (("الاسم", "فليسك 1"), ("column 2", "١٩٩١"))
    assert (lines[0].written.text, lines[0].written.direction) == ("فليسك 1", "rtl")
    assert [line.rivals for line in lines] == [1, 1, 0]
    assert (lines[2].verdict, lines[2].judged_by, lines[2].judged_because) == (
        "different",
        "Ilva Santorek",
        "another father",
    )
    waiting = queries.candidates(file.user, file.case, waiting_only=True, person=file.people[0])
    assert [line.ref for line in waiting] == [f"K{high.pk}", f"K{low.pk}"]
    assert queries.candidates(file.user, file.case, person=file.people[1]) == ()


def test_a_list_that_has_not_arrived_in_full_takes_no_part(file: CaseFile) -> None:
    theirs = file.list_of(rows(9), direction=Direction.IN, author="Gaol")
    file.candidate(theirs, 1, file.people[0])
    type(theirs).objects.filter(pk=theirs.pk).update(arrived_at=None)
    assert queries.candidates(file.user, file.case) == ()
    assert queries.grid(file.user, file.case, as_of=AS_OF).columns == ()


# --- promises -----------------------------------------------------------------------------------------------------


def test_a_promise_without_a_date_is_never_overdue_and_always_comes_up_again(file: CaseFile) -> None:
    promise = file.promise()
    (line,) = queries.promises(file.user, file.case, as_of=AS_OF)
    assert (line.due, line.overdue, line.age_days) == ("none given", False, 92)
    assert (line.grade, line.grade_words, line.next_review) == ("", "not reviewed yet", date(2031, 3, 31))
    assert line.condition is not None
    assert line.condition.text == "as soon as we find them"
    assert [link.name for link in line.chain] == ["Ministry of Calm", "Wire of Ostrel", "Ostrel Post"]
    review_commitment(file.user, promise, on=date(2031, 4, 2), grade="D", note="three reminders, no reply")
    (line,) = queries.promises(file.user, file.case, as_of=AS_OF)
    assert (line.grade, line.grade_words) == ("D", "reviewed: no reply")
    assert (line.last_review, line.next_review) == (date(2031, 4, 2), date(2031, 5, 2))


def test_a_promise_is_overdue_after_the_last_day_its_date_can_mean(file: CaseFile) -> None:
    late, open_still = file.promise(due="2031-05-31"), file.promise(due="2031-06")
    lines = {line.ref: line for line in queries.promises(file.user, file.case, as_of=AS_OF)}
    assert lines[f"M{late.pk}"].overdue
    assert not lines[f"M{open_still.pk}"].overdue


def test_a_promise_that_was_kept_stands_last_and_needs_no_review(file: CaseFile) -> None:
    kept = file.promise(due="2031-05-31", persons=file.people)
    other = file.promise()
    shown = file.claim(file.people[0], ClaimSubject.RELEASED)
    review_commitment(file.user, kept, on=date(2031, 5, 30), grade="A", note="they came home", evidence=[shown])
    lines = queries.promises(file.user, file.case, as_of=AS_OF)
    assert [line.ref for line in lines] == [f"M{other.pk}", f"M{kept.pk}"]
    assert (lines[1].overdue, lines[1].next_review) == (False, None)
    assert lines[1].persons == ("Maro Velisk", "Ilka Tamorev")


def test_people_stand_in_the_order_in_which_they_were_entered_whatever_the_database_gives(file: CaseFile) -> None:
    stranger = CaseFile.new("The train of Ostrel").person("Oren Dastel")
    shown = Ground(file.user, file.case, AS_OF).shown_of([stranger, *reversed(file.people)])
    assert shown == file.people


def test_the_newest_review_counts_though_an_older_one_was_entered_after_it(file: CaseFile) -> None:
    promise = file.promise()
    review_commitment(file.user, promise, on=date(2031, 5, 1), grade="D", note="no reply")
    assert not reviews_due(file.user, file.case, date(2031, 5, 10))
    review_commitment(file.user, promise, on=date(2031, 4, 1), grade="D", note="no reply then either")
    assert not reviews_due(file.user, file.case, date(2031, 5, 10))
    assert reviews_due(file.user, file.case, date(2031, 6, 10)) == [promise]


# --- silences -----------------------------------------------------------------------------------------------------


def test_a_text_not_held_in_full_is_never_silent(file: CaseFile) -> None:
    whole = file.report("The minister and the envoy spoke of ships.")
    part = file.report("The minister and ...", complete=False, publisher="Herald")
    record_silence(
        file.user,
        file.case,
        event="The meeting of ministers",
        verdict=SilenceVerdict.NOT_ASSESSABLE,
        coverage=[
            CoverageRow("Ostrel Post", SilenceVerdict.NO_MENTION, True, whole, "en"),
            CoverageRow("Herald", SilenceVerdict.NOT_ASSESSABLE, False, part, "en"),
        ],
        terms=[{"script": "Hebr", "term": "אילקה"}],
    )
    (line,) = queries.silences(file.user, file.case)
    assert line.verdict_words == "Cannot be assessed: the full text is not held."
    assert [text.verdict for text in line.coverage] == ["no_mention_in_text_held", "not_assessable"]
    assert [text.full_text_held for text in line.coverage] == [True, False]
    assert (line.terms[-1].text, line.terms[-1].language, line.terms[-1].direction) == ("אילקה", "he", "rtl")
    assert line.found_by == "Ilva Santorek"


@pytest.mark.parametrize(
    ("complete", "because", "verdict"),
    [
        (True, "silence: it contains none of these terms: Maro; אילקה", SilenceVerdict.NO_MENTION),
        (False, "silence: it contains none of these terms: Maro; אילקה", SilenceVerdict.NOT_ASSESSABLE),
        (True, "explicit silence: said nothing", SilenceVerdict.NOT_ASSESSABLE),
    ],
)
def test_a_silence_that_only_the_machine_noticed_says_so(
    file: CaseFile, complete: bool, because: str, verdict: SilenceVerdict
) -> None:
    report = file.report("The read-out said nothing of the people.", complete=complete)
    file.proposal(report, ProposalKind.SILENCE, "said nothing", about="the read-out: people", because=because)
    (line,) = queries.silences(file.user, file.case)
    assert (line.found_by, line.verdict) == ("", verdict)
    assert line.verdict_words.startswith("Proposed, not judged yet")
    explicit = because.startswith("explicit")
    assert (line.explicit is not None) is explicit
    assert [term.direction for term in line.terms] == ([] if explicit else ["ltr", "rtl"])
    assert [text.full_text_held for text in line.coverage] == ([] if explicit else [complete])


def test_a_silence_of_which_only_a_source_tells_is_not_assessed(file: CaseFile) -> None:
    told = file.said("The read-out did not mention them.", "s:Sister of Maro > p:Ostrel Post", said_on="2031-03-04")
    record_silence(
        file.user,
        file.case,
        event="The read-out of the visit",
        verdict=SilenceVerdict.NOT_ASSESSABLE,
        explicit_in=told,
    )
    (line,) = queries.silences(file.user, file.case)
    assert line.explicit is not None
    assert line.verdict_words.startswith("A source says so itself.")
    assert line.on == on("2031-03-04")
    assert line.source is not None
    assert line.source.publisher == "Ostrel Post"


# --- time line ----------------------------------------------------------------------------------------------------


def test_the_time_line_is_in_order_and_marks_what_is_disputed(file: CaseFile) -> None:
    maro = file.people[0]
    alive = file.claim(maro, ClaimSubject.ALIVE, said_on="2031-03-11")
    dead = file.claim(maro, ClaimSubject.DEAD, "s:Council of Elm > p:Herald", said_on="2031-03")
    well = file.claim(file.people[1], ClaimSubject.ALIVE, said_on="2031-02")
    for person in file.people:
        file.claim(person, ClaimSubject.SEARCHED_FOR, collective=True, words="We look.", capture=None)
    record_contact(
        file.user,
        file.case,
        kind=ContactKind.MEETING,
        status=ContactStatus.DENIED,
        on=on("2031-01-03"),
        participants=["Envoy of Sart", "Ministry of Calm"],
    )
    events = queries.timeline(file.user, file.case, as_of=AS_OF)
    starts = [event.on.earliest for event in events]
    assert starts == sorted(starts)  # type: ignore[type-var]
    by_ref = {event.ref: event for event in events}
    assert [by_ref[f"C{claim.pk}"].disputed for claim in (alive, dead, well)] == [True, True, False]
    assert by_ref[f"C{alive.pk}"].label.startswith("Maro Velisk: said to be alive, by Ministry of Calm")
    contact = events[0]
    assert (contact.label, contact.disputed) == ("Meeting (denied): Envoy of Sart; Ministry of Calm", True)


def test_an_answer_stands_once_on_the_time_line_and_not_again_as_claims(file: CaseFile) -> None:
    ours, _ = file.hand_over()
    file.answer(ours, AnswerCode.SEARCHING)
    events = queries.timeline(file.user, file.case, as_of=AS_OF)
    assert [event.kind for event in events] == ["handover", "answer"]
    assert events[0].persons == ()


# --- sources, proposals, what is taken back ---------------------------------------------------------------------


def test_sources_show_copies_rows_and_faults(file: CaseFile) -> None:
    first = file.report("A long story about the ferry.")
    copy = file.report("A long story about the ferry!", publisher="Herald", copies=first)
    theirs = file.list_of(rows(4), direction=Direction.IN, author="Gaol", problems=[{"what": "x"}, {"what": "y"}])
    lines = {line.ref: line for line in queries.sources(file.user, file.case)}
    assert lines[f"R{copy.pk}"].copy_of == f"R{first.pk} (97% the same text)"
    assert lines[f"R{first.pk}"].copy_of == ""
    assert (lines[f"L{theirs.pk}"].rows, lines[f"L{theirs.pk}"].faults) == (4, 2)


def link(role: LinkRole, name: str) -> ProposedLink:
    return ProposedLink(role, name, Attribution.NAMED)


def test_a_proposal_is_said_in_words_with_its_chain(file: CaseFile) -> None:
    text = "On 3 May the Ministry of Calm promised to let them go as soon as it finds them. It looks for Maro Velisk."
    report = file.report(text)
    chain = (
        link(LinkRole.SPEAKER, "Ministry of Calm"),
        link(LinkRole.RELAY, "Wire of Ostrel"),
        link(LinkRole.PUBLISHER, "Ostrel Post"),
    )

    def span(quote: str) -> Span:
        start = text.index(quote)
        return Span(start, start + len(quote), quote)

    day = ReadDate(span("On 3 May"), on("2031-05-03"))
    quote = "promised to let them go as soon as it finds them"
    file.proposal(
        report,
        ProposalKind.COMMITMENT,
        quote,
        chain=chain,
        date=day,
        by="Ministry of Calm",
        to="the envoy",
        content=(span("to let them go"),),
        condition=span("as soon as it finds them"),
        collective=True,
    )
    file.proposal(
        report,
        ProposalKind.CLAIM,
        "It looks for Maro Velisk",
        chain=chain,
        subject=ClaimSubject.SEARCHED_FOR,
        polarity=Polarity.ASSERTS,
        persons=file.people[:1],
    )
    promise, claim = queries.proposals(file.user, file.case)
    via = "relayed by Wire of Ostrel, published by Ostrel Post"
    assert promise.summary == (
        f"Ministry of Calm promised to the envoy on 3 May 2031, {via}: “to let them go”, "
        "on the condition “as soon as it finds them”; no date given for it"
    )
    assert claim.summary == (
        f"Maro Velisk: Ministry of Calm said that this person is being looked for, {via}; "
        "this neither acknowledges nor denies holding"
    )
    assert claim.persons == (f"P{file.people[0].pk}",)
    assert queries.picture(file.user, file.people[0], as_of=AS_OF).proposals_waiting == 1
    assert queries.picture(file.user, file.people[1], as_of=AS_OF).proposals_waiting == 0


@pytest.mark.parametrize("kind", list(ProposalKind))
def test_a_proposal_of_which_little_is_known_is_still_said(file: CaseFile, kind: ProposalKind) -> None:
    report = file.report("They spoke of nothing.")
    file.proposal(report, kind, "They spoke")
    (line,) = queries.proposals(file.user, file.case)
    assert line.summary
    assert "{" not in line.summary
    assert "None" not in line.summary


def test_what_was_recorded_by_a_decision_leaves_every_view_when_it_is_reversed(file: CaseFile) -> None:
    report = file.report("They promised it.")
    proposal = file.proposal(report, ProposalKind.COMMITMENT, "They promised")
    promise = file.promise()
    contact = record_contact(
        file.user, file.case, kind=ContactKind.VISIT, on=on("2031-05-05"), participants=["Envoy of Sart"]
    )
    decision = Decision.objects.create(proposal=proposal, accepted=True, entered_by=file.user)
    for row in (promise, contact):
        Made.objects.create(decision=decision, kind=row._meta.model_name or "", object_id=row.pk)
    assert queries.proposals(file.user, file.case) == ()
    assert len(queries.promises(file.user, file.case, as_of=AS_OF)) == 1
    Decision.objects.create(proposal=proposal, accepted=None, reverses=decision, entered_by=file.user)
    assert len(queries.proposals(file.user, file.case)) == 1
    assert queries.promises(file.user, file.case, as_of=AS_OF) == ()
    assert queries.timeline(file.user, file.case, as_of=AS_OF) == ()
    assert queries.picture(file.user, file.people[0], as_of=AS_OF).open_commitments == ()


def test_our_own_list_coming_back_is_noted_as_an_echo(file: CaseFile) -> None:
    ours, _ = file.hand_over()
    echo = file.list_of(
        [("Maro Velisk", ""), ("Ilka Tamorev", "")], author="Gaol", direction=Direction.PUBLISHED, as_of="2031-04-04"
    )
    notes = {column.ref: column.note for column in queries.grid(file.user, file.case, as_of=AS_OF).columns}
    assert notes[f"L{echo.pk}"].startswith(f"Echo: 2 of its 2 rows are names of our own list L{ours.pk}")


def test_the_reason_for_a_silence_names_nobody() -> None:
    from homeward.casework.queries.proposals import reason_shown
    from homeward.reading import Document, ProposalKind, read
    from homeward.records import PartialDate

    class Sought:
        def spot(self, text: str) -> list[object]:
            return []

    text = "The minister met a delegation of the Front in Ostrel on 2 March. They spoke of the harbour."
    document = Document(text, published=PartialDate.read("2026-03-03"), publisher="Ostrel Post")
    reading = read(document, sought=Sought(), groups=("Maro Velisk",), sought_count=1)  # type: ignore[arg-type]
    silence = next(p for p in reading.proposals if p.kind is ProposalKind.SILENCE)
    assert "Maro Velisk" in silence.because
    assert "Maro Velisk" not in reason_shown(silence)

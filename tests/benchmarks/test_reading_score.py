import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from benchmarks.reading import jsonl
from benchmarks.reading.marked import MarkedReport, parse
from benchmarks.reading.score import Score, Tally, overlap, pair, read_report, score, statements_of, table

from homeward.reading import Proposal, ProposalKind, ProposedLink, ReadDate, Reading, SoughtMention, Span
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
)

WRITTEN = """\
language: en
published: 2024-06-07
publisher: Northern Gazette
sought: dana = Dana Mirell; ilan = Ilan Tessa
count: 8
covers: a score that is known by hand
---
[[s1.source|Ana Ruhl]] [[s1.cue|said]] [[s1.content|[[c1|she would free [[m1|the eight]] [[c1.condition|if
they were found]]]]]], [[s1.relay|Corvel]] reported [[d1|yesterday]].

A [[s2.source|spokesman of the Front]] [[s2.cue|denied]] [[s2.content|[[a1|12345678]]]]. He [[s3.cue|wants]]
[[s3.content|peace at last]] and fears nothing.

[[k1|Ana Ruhl met the envoy in Basel on [[d2|6 June]]]]. [[q1|[[q2|[[m2|Dana Mirell]] is alive and in Basel]]]].
---
s1 promised; speaker=Ana Ruhl | the minister; chain=Ana Ruhl > Corvel > Northern Gazette
s2 denied; speaker=spokesman of the Front; chain=spokesman of the Front (unnamed) > Northern Gazette
s3 attitude; speaker=spokesman of the Front
d1 2024-06-06
d2 2024-06-06
m1 group; count=8
m2 sought; person=dana
c1 commitment; by=Ana Ruhl; due=none
a1 answer; code=does_not_hold; by=the Front | spokesman of the Front; about=group
k1 contact; status=held; kind=meeting; with=Ana Ruhl + the envoy | envoy of Velia; date=2024-06-06; place=Basel
q1 claim; subject=alive; polarity=asserts; about=dana
q2 claim; subject=whereabouts; polarity=asserts; about=dana
silence-proposed; by=Northern Gazette
never answer; code=holds
never claim; about=ilan
"""
GAZETTE = ProposedLink(LinkRole.PUBLISHER, "Northern Gazette", Attribution.NAMED)


@pytest.fixture
def report() -> MarkedReport:
    found, problems = parse(WRITTEN)
    assert found is not None and not problems
    return found


def span(report: MarkedReport, words: str) -> Span:
    start = report.text.index(words)
    return Span(start, start + len(words), words)


def said(report: MarkedReport, words: str, manner: Manner, *chain: ProposedLink) -> Proposal:
    here = span(report, words)
    return Proposal(ProposalKind.STATEMENT, here, "", content=(here,), chain=(*chain, GAZETTE), manner=manner)


def link(name: str, attribution: Attribution = Attribution.NAMED, role: LinkRole = LinkRole.SPEAKER) -> ProposedLink:
    return ProposedLink(role, name, attribution)


def dated(report: MarkedReport, words: str, edtf: str) -> ReadDate:
    return ReadDate(span(report, words), PartialDate.read(edtf))


def claimed(report: MarkedReport, subject: ClaimSubject, person: str = "dana") -> Proposal:
    here = span(report, "Dana Mirell is alive and in Basel")
    return Proposal(ProposalKind.CLAIM, here, "", subject=subject, polarity=Polarity.ASSERTS, persons=(person,))


def perfect(report: MarkedReport) -> Reading:
    promise = "she would free the eight if\nthey were found"
    six = dated(report, "6 June", "2024-06-06")
    return Reading(
        "en",
        (
            said(report, promise, Manner.PROMISED, link("the Minister"), link("“Corvel”", role=LinkRole.RELAY)),
            said(report, "12345678", Manner.DENIED, link("a Spokesman of the Front", Attribution.UNNAMED)),
            Proposal(
                ProposalKind.COMMITMENT,
                span(report, promise),
                "",
                by="Ana Ruhl",
                condition=span(report, "they were found"),
            ),
            Proposal(
                ProposalKind.ANSWER,
                span(report, "12345678"),
                "",
                by="Front",
                answer_code=AnswerCode.DOES_NOT_HOLD,
                collective=True,
            ),
            Proposal(
                ProposalKind.CONTACT,
                span(report, "met the envoy"),
                "",
                contact_kind=ContactKind.MEETING,
                contact_status=ContactStatus.HELD,
                participants=("Envoy of Velia", "Ana Ruhl"),
                date=six,
                place="Basel",
            ),
            claimed(report, ClaimSubject.WHEREABOUTS),
            claimed(report, ClaimSubject.ALIVE),
            Proposal(ProposalKind.SILENCE, span(report, "met"), "silence: nothing", by="Northern Gazette"),
        ),
        (
            SoughtMention(span(report, "the eight"), None, "the eight", 8, 0.9),
            SoughtMention(span(report, "Dana Mirell"), "dana", None, None, 0.9),
        ),
        (dated(report, "yesterday", "2024-06-06"), six),
    )


def test_a_reading_that_finds_everything_has_every_row_full(report: MarkedReport) -> None:
    result = score(report, perfect(report))
    assert result.notes == []
    filled = {row: t for row, t in result.tallies.items() if t.marked}
    assert len(filled) == 22
    assert all(t.marked == t.proposed == t.right and t.f1 == 1 for t in filled.values())
    assert (result.never, result.acknowledgements) == (0, 0)


def test_a_reading_that_finds_nothing_has_none(report: MarkedReport) -> None:
    result = score(report, Reading("en", ()))
    assert all(t.proposed == t.right == 0 and t.f1 == 0 for t in result.tallies.values())
    assert len([n for n in result.notes if n.startswith("missed")]) == 10  # and two dates


def test_each_slip_of_a_reading_counts_where_it_should(report: MarkedReport) -> None:
    held = Proposal(
        ProposalKind.ANSWER, span(report, "12345678"), "", answer_code=AnswerCode.HOLDS, by="Front", collective=True
    )
    reading = Reading(
        "en",
        (
            said(report, "she would free the eight if\nthey were found", Manner.SAID, link("Ana Ruhl")),  # no relay
            said(report, "1234", Manner.DENIED, link("Spokesman of the Front")),  # just enough; taken to be named
            said(report, "peace at last", Manner.SAID, link("Spokesman of the Front")),  # an attitude: not counted
            said(report, "fears nothing", Manner.SAID, link("Spokesman of the Front")),  # a false alarm
            held,  # found, but not right; forbidden; no acknowledgement
            claimed(report, ClaimSubject.ALIVE),
            claimed(report, ClaimSubject.DEAD),  # found in place of the whereabouts, but not right
            claimed(report, ClaimSubject.HEALTH, "ilan"),  # false, and forbidden
        ),
        (
            SoughtMention(span(report, "the eight"), None, "the eight", None, 0.9),
            SoughtMention(span(report, "Dana Mirell"), "ilan", None, None, 0.9),
        ),
        (dated(report, "yesterday", "2024-06"), dated(report, "alive", "2024-06-06")),
    )
    result = score(report, reading)
    rows = {row: (t.marked, t.proposed, t.right) for row, t in result.tallies.items()}
    assert rows["statements"] == (2, 3, 2)
    assert rows["  right speaker"] == (2, 3, 2)
    assert rows["  whole chain"] == (2, 3, 1)
    assert rows["  and its attribution"] == (2, 3, 0)
    assert rows["  right manner"] == (2, 3, 1)
    assert rows["  relayed, whole chain"] == (1, 0, 0)
    assert rows["dates"] == (2, 2, 1)
    assert rows["  right value"] == (2, 2, 0)
    assert rows["  naming a day"] == (2, 1, 0)
    assert rows["sought people"] == (1, 1, 0)
    assert rows["groups"] == (1, 1, 1)
    assert rows["  right number"] == (1, 1, 0)
    assert rows["answer"] == (1, 1, 1) and rows["  answer, right"] == (1, 1, 0)
    assert rows["claim"] == (2, 3, 2) and rows["  claim, right"] == (2, 3, 1)
    assert rows["commitment"] == (1, 0, 0) and rows["contact"] == (1, 0, 0)
    assert (result.never, result.acknowledgements) == (2, 1)
    assert result.fields["answer"] == {"code": (0, 1), "by": (1, 1), "about": (1, 1)}
    assert any("fears nothing" in note for note in result.notes)


@pytest.mark.parametrize(
    ("line", "times"),
    [
        ("never contact; with=Ana Ruhl + envoy of Velia", 1),
        ("never contact; with=Ana Ruhl + Omar Tal", 0),
        ("never contact; status=planned", 0),
        ("never statement; speaker=the minister", 1),
        ("never denied; chain=spokesman of the Front > Northern Gazette", 1),
        ("never said", 0),
        ("never date", 2),
        ("never group; count=8", 1),
        ("never sought; person=ilan", 0),
        ("never silence", 0),
    ],
)
def test_what_a_line_forbids_is_counted(report: MarkedReport, line: str, times: int) -> None:
    forbidding, _ = parse(WRITTEN.replace("never answer; code=holds", line))
    assert forbidding is not None
    assert score(forbidding, perfect(report)).never == times


def test_a_content_under_half_is_not_found(report: MarkedReport) -> None:
    result = score(report, Reading("en", (said(report, "123", Manner.DENIED, link("Spokesman of the Front")),)))
    assert result.tallies["statements"] == Tally(2, 1, 0)


def test_a_marked_acknowledgement_is_not_an_alarm_in_its_other_form(report: MarkedReport) -> None:
    marked, problems = parse(
        WRITTEN.replace("code=does_not_hold", "code=holds").replace("never answer; code=holds\n", "")
    )
    assert marked is not None and not problems
    here = span(marked, "12345678")
    held = Proposal(ProposalKind.ANSWER, here, "", answer_code=AnswerCode.HOLDS, by="the Front", collective=True)
    known = Proposal(
        ProposalKind.CLAIM, here, "", subject=ClaimSubject.ACKNOWLEDGEMENT, polarity=Polarity.ASSERTS, collective=True
    )
    result = score(marked, Reading("en", (held, known)))
    assert result.tallies["  answer, right"] == Tally(1, 1, 1)
    assert result.tallies["claim"] == Tally(2, 0, 0)
    assert result.acknowledgements == 0


def test_scores_add_up(report: MarkedReport) -> None:
    total = Score()
    for reading in (perfect(report), Reading("en", ())):
        total.add(score(report, reading))
    assert total.tallies["statements"] == Tally(4, 2, 2)
    assert total.tallies["statements"].f1 == pytest.approx(2 / 3)
    assert "66.7" in table(total)
    assert total.fields["contact"]["with"] == (1, 1)


def test_the_engine_reads_the_report_with_what_is_known_of_it(report: MarkedReport) -> None:
    reading = read_report(report)
    assert {m.person_key for m in reading.mentions if m.person_key} == {"dana"}
    assert all(p.chain[-1].name == "Northern Gazette" for p in reading.proposals if p.chain)
    assert score(report, reading).tallies["sought people"] == Tally(1, 1, 1)


def test_statements_are_taken_from_the_reading_where_it_has_them(report: MarkedReport) -> None:
    here = span(report, "12345678")
    one = SimpleNamespace(
        content=(here,), cue=here, source=None, speaker="Ana", chain=(GAZETTE,), manner=Manner.DENIED
    )
    (found,) = statements_of(SimpleNamespace(statements=(one,), proposals=()))  # type: ignore[arg-type]
    assert (found.speaker, found.manner, found.source) == ("Ana", "denied", ())
    assert found.cue == ((here.start, here.stop),) and found.chain == (("Northern Gazette", "named"),)


def test_pairs_are_one_to_one_and_the_nearest_first() -> None:
    assert pair([10, 20], [19, 11, 12], lambda a, b: -abs(a - b)) == [(0, 1), (1, 0)]
    assert pair([1], [1], lambda a, b: None) == []


def test_spaces_do_not_count_in_an_overlap() -> None:
    assert overlap("ab  cd", [(0, 6)], [(0, 2), (4, 6)]) == 1
    assert overlap("abcd", [(0, 2)], [(1, 3)]) == pytest.approx(1 / 3)
    assert overlap("abcd", [], [(1, 3)]) == 0


@pytest.mark.parametrize("arguments", [("--half", "kept"), ("kept/a.txt",), ("--half", "later"), ("later/a.txt",)])
def test_the_kept_half_is_never_shown(arguments: tuple[str, ...], tmp_path: Path) -> None:
    for half in ("kept", "later"):
        (tmp_path / half).mkdir()
        (tmp_path / half / "a.txt").write_text(WRITTEN, encoding="utf-8")
    paths = [str(tmp_path / a) if a.endswith(".txt") else a for a in arguments]
    command = [sys.executable, "-m", "benchmarks.reading.score", "--verbose", *paths]
    run = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False)
    assert run.returncode == 2 and "held back" in run.stderr
    assert "12345678" not in run.stdout + run.stderr


def test_derived_statements_are_scored_word_by_word() -> None:
    text = "Ana Ruhl said that the road is closed to all. Omar said no."
    document = {
        "annotators": {"derived": [
            {"content": [[14, 44]], "cue": [[9, 13]], "source": [[0, 8]]},
            {"content": [[56, 58]], "cue": [[51, 55]], "source": [[46, 50]]},
        ]},
    }  # fmt: skip
    gold = jsonl.derived_statements(document)
    one = SimpleNamespace(
        content=(Span(19, 41, text[19:41]),), cue=Span(9, 13, "said"), source=Span(0, 3, "Ana"),
        speaker="Ana", chain=(), manner="said",
    )  # fmt: skip
    inner = SimpleNamespace(
        content=(Span(28, 37, text[28:37]),), cue=(), source=None, speaker=None, chain=(), manner=""
    )
    found = statements_of(SimpleNamespace(statements=(one, inner), proposals=()))  # type: ignore[arg-type]
    rows = jsonl.score_statements(text, gold, found)
    assert rows["statements"] == Tally(2, 1, 1)  # the inner one is left out
    assert rows["with their source"] == Tally(2, 1, 1)  # one word of two
    assert rows["words of contents"] == Tally(7, 5, 5)  # "the road is closed to all", "no"; not "that"
    assert rows["words of sources"] == Tally(3, 1, 1)
    assert rows["words of cues"] == Tally(2, 1, 1)


def test_named_mentions_need_the_same_ends_and_type() -> None:
    def entity(start: int, stop: int, kind: str) -> SimpleNamespace:
        return SimpleNamespace(span=Span(start, stop, ""), kind=kind)

    gold = [{"type": "PER", "span": [0, 4]}, {"type": "ORG", "span": [5, 9]}, {"type": "LOC", "span": [10, 12]}]
    found = SimpleNamespace(entities=(entity(0, 4, "PER"), entity(5, 8, "ORG"), entity(10, 12, "PER")))
    rows = jsonl.score_entities(gold, found)  # type: ignore[arg-type]
    assert rows == {"PER": Tally(1, 2, 1), "ORG": Tally(1, 1, 0), "LOC": Tally(1, 0, 0), "all": Tally(3, 3, 1)}

"""The picture now of one person: who said what, how independently, and what stands against what."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest
from tests.casework.build import AS_OF, CaseFile, on

from homeward.casework import queries, wording
from homeward.casework.actions.answers import reverse_answer
from homeward.casework.actions.claims import add_claim, withdraw_claim
from homeward.casework.actions.links import judge_link, reverse_judgement
from homeward.casework.actions.people import add_name_form
from homeward.casework.models import Direction, Person
from homeward.casework.queries.picture import POLICY
from homeward.casework.results import PersonPicture
from homeward.records import AnswerCode, ClaimSubject, NameKind, Polarity, Verdict, WrittenName

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(db: None) -> CaseFile:
    return CaseFile.new()


@pytest.fixture
def maro(file: CaseFile) -> Person:
    return file.person("Maro Velisk", "Маро Велиск", "מארו וליסק", "مارو فليسك")


def look(file: CaseFile, person: Person) -> PersonPicture:
    return queries.picture(file.user, person, as_of=AS_OF)


def test_of_a_person_of_whom_nobody_spoke_it_says_so(file: CaseFile, maro: Person) -> None:
    shown = look(file, maro)
    assert shown.headline == "Nothing has been said of this person."
    assert shown.acknowledged == "No party is recorded as saying that it holds this person."
    assert (shown.lines, shown.conflicts, shown.proof_of_life, shown.independent_sources) == ((), (), None, 0)


def test_names_come_latin_first_then_one_a_script_then_the_rest(file: CaseFile) -> None:
    person = file.person("Маро Велиск")
    for text in ("Maro Velisk", "מארו וליסק", "Mārō Velisk"):
        add_name_form(file.user, person, WrittenName(text, NameKind.TRANSLITERATION))
    names = look(file, person).names
    assert [name.text for name in names] == ["Maro Velisk", "Маро Велиск", "מארו וליסק", "Mārō Velisk"]
    assert [name.direction for name in names] == ["ltr", "ltr", "rtl", "ltr"]


def test_a_line_names_source_date_wording_and_chain(file: CaseFile, maro: Person) -> None:
    claim = file.claim(
        maro,
        ClaimSubject.ALIVE,
        "s:Ministry of Calm > r:Wire of Ostrel > p:Ostrel Post",
        words="We hear that Maro is alive.",
    )
    line = look(file, maro).lines[0]
    assert line.ref == f"C{claim.pk}"
    assert line.said == ("said to be alive, by Ministry of Calm, relayed by Wire of Ostrel, published by Ostrel Post")
    assert line.wording.text == "We hear that Maro is alive."
    assert line.asserted_on == on("2031-03-01")
    assert [(link.role, link.name) for link in line.chain] == [
        ("speaker", "Ministry of Calm"),
        ("relay", "Wire of Ostrel"),
        ("publisher", "Ostrel Post"),
    ]
    assert (line.source.publisher, line.source.place) == ("Ostrel Post", "characters 1 to 27")
    assert len(line.source.sha256) == 64
    assert line.entered_by == "Ilva Santorek"


def test_two_capitals_contradict_each_other_and_nothing_is_resolved(file: CaseFile, maro: Person) -> None:
    alive = file.claim(maro, ClaimSubject.ALIVE, "s:Envoy of Sart > p:Sart Courier", said_on="2031-03-11")
    dead = file.claim(maro, ClaimSubject.DEAD, "s:Envoy of Brell > p:Brell Times", said_on="2031-03-12")
    file.read_again(dead)
    shown = look(file, maro)
    assert shown.independent_sources == 2
    assert shown.headline == (
        "Two independent sources speak of this person by name; "
        "they contradict each other on whether this person is alive."
    )
    assert [line.contradicts for line in shown.lines] == [(f"C{alive.pk}",), (f"C{dead.pk}",)]
    (sentence,) = shown.conflicts
    for word in ("Envoy of Sart", "Envoy of Brell", "11 March 2031", "12 March 2031", "independent of each other"):
        assert word in sentence
    assert shown.proof_of_life is not None
    assert (shown.proof_of_life.ref, shown.proof_of_life.age_days) == (f"C{alive.pk}", 82)


def test_what_one_person_alone_read_of_death_or_release_is_shown_and_not_in_the_headline(
    file: CaseFile, maro: Person
) -> None:
    dead = file.claim(maro, ClaimSubject.DEAD, "s:Envoy of Brell > p:Brell Times", said_on="2031-03-12")
    only = look(file, maro)
    assert only.headline == (
        "What is said of this person by name has been read by one person only. "
        "One claim on life, health or release waits for a second reader and is not counted here."
    )
    alive = file.claim(maro, ClaimSubject.ALIVE, "s:Envoy of Sart > p:Sart Courier", said_on="2031-03-11")
    file.claim(maro, ClaimSubject.RELEASED, polarity=Polarity.DENIES, said_on="2031-03-10")
    shown = look(file, maro)
    assert shown.headline.startswith(
        "Two independent sources speak of this person by name. Newest word: said to be alive"
    )
    assert [(line.ref, line.waits_for_reader) for line in shown.lines][:2] == [
        (f"C{dead.pk}", True),
        (f"C{alive.pk}", False),
    ]
    assert len(shown.conflicts) == 1, "what contradicts it is shown at once"
    file.read_again(dead)
    assert "second reader" not in look(file, maro).headline
    assert look(file, maro).lines[0].second_reader == "second-reader"


def test_two_reports_of_one_wire_are_one_source(file: CaseFile, maro: Person) -> None:
    file.claim(maro, ClaimSubject.ALIVE, "s:Ministry of Calm > r:Wire of Ostrel > p:Ostrel Post")
    dead = file.claim(maro, ClaimSubject.DEAD, "s:Council of Elm > r:Wire of Ostrel > p:Herald")
    file.read_again(dead)
    shown = look(file, maro)
    assert shown.independent_sources == 1
    assert shown.headline == (
        "One source speaks of this person by name; what is said is contradictory on whether this person is alive."
    )
    assert "They share a source." in shown.conflicts[0]
    assert {line.independent for line in shown.lines} == {1}


HELD = "Maro Velisk is held in the northern district and will be freed when the road is open."


def test_a_line_says_which_claim_it_repeats_and_by_what_that_is_known(file: CaseFile, maro: Person) -> None:
    first = file.claim(maro, ClaimSubject.CUSTODY, "s:Tomas Ardel > r:Wire of Ostrel > p:Ostrel Post", words=HELD)
    cut = "will be freed when the road is open"
    file.claim(maro, ClaimSubject.RELEASED, "s:Tomas Ardel > p:Herald", words=cut)
    denied = HELD.replace("is held", "is not held").replace("and will", "but will")
    file.claim(maro, ClaimSubject.CUSTODY, "s:Tomas Ardel > p:Gazette", words=f"{denied.split(' but')[0]}.")
    assert [line.repeats for line in reversed(look(file, maro).lines)] == [
        "",
        f"The same statement as C{first.pk}: the same words; one speaker: Tomas Ardel; said on one day.",
        "",
    ]


def test_one_statement_that_two_papers_print_unsigned_is_one_source(file: CaseFile, maro: Person) -> None:
    first = file.claim(maro, ClaimSubject.CUSTODY, "p:Ostrel Post", words=HELD)
    file.claim(maro, ClaimSubject.CUSTODY, "p:Herald", words=f"“{HELD}”")
    shown = look(file, maro)
    assert shown.independent_sources == 1
    assert shown.lines[0].repeats == f"The same statement as C{first.pk}: the same words; said on one day."


def test_a_report_that_calls_itself_a_translation_is_tied_to_what_it_translates(file: CaseFile, maro: Person) -> None:
    words = "تحتجز الجبهة مارو فليسك مع ثمانية أشخاص"
    first = file.claim(
        maro,
        ClaimSubject.CUSTODY,
        "p:صوت المرج",
        capture=file.report(words, publisher="صوت المرج", language="ar"),
        words=words,
    )
    english = "The Front holds Maro Velisk with eight people"
    marked = file.report(f"{english}\n\nTranslated from Arabic", publisher="Herald")
    file.claim(maro, ClaimSubject.CUSTODY, "p:Herald", capture=marked, words=english)
    shown = look(file, maro)
    assert shown.independent_sources == 1
    why = "marked as translated from Arabic; said on one day; the same numbers"
    assert shown.lines[0].repeats == f"Perhaps the same statement as C{first.pk}: {why}."


def test_a_party_under_two_names_is_one_source(file: CaseFile, maro: Person) -> None:
    file.party("Ministry of Calm", other_names=["Министерство покоя"])
    file.claim(maro, ClaimSubject.ALIVE, "s:Ministry of Calm > p:Ostrel Post")
    file.claim(maro, ClaimSubject.HEALTH, "s:Министерство покоя > p:Вести", value="well")
    assert look(file, maro).independent_sources == 1


def test_near_copies_without_a_named_speaker_are_one_source(file: CaseFile, maro: Person) -> None:
    words = "A source close to the talks says that Maro is alive."
    first = file.report(words, publisher="Ostrel Post")
    second = file.report(words + " ", publisher="Herald", copies=first)
    file.claim(maro, ClaimSubject.ALIVE, "s?:a source > p:Ostrel Post", words=words, capture=first)
    file.claim(maro, ClaimSubject.ALIVE, "s?:a source > p:Herald", words=words, capture=second)
    assert look(file, maro).independent_sources == 1


def test_a_collective_word_is_nobodys_word_about_a_person(file: CaseFile, maro: Person) -> None:
    file.claim(maro, ClaimSubject.SEARCHED_FOR, collective=True)
    shown = look(file, maro)
    assert shown.headline == (
        "Nothing has been said of this person by name; one collective statement concerns the whole list or group."
    )
    assert shown.independent_sources == 0
    assert "No party is recorded as saying that it holds this person." in shown.acknowledged
    assert "searching, which neither acknowledges nor denies holding: Ministry of Calm" in shown.acknowledged


def test_who_acknowledges_and_who_denies_is_named(file: CaseFile, maro: Person) -> None:
    file.claim(maro, ClaimSubject.ACKNOWLEDGEMENT, "s:Guard of Elm > p:Ostrel Post")
    file.claim(maro, ClaimSubject.ACKNOWLEDGEMENT, polarity=Polarity.DENIES, said_on="2031-03-09")
    told = look(file, maro).acknowledged
    assert told.startswith("Reported to have acknowledged holding this person: Guard of Elm (C")
    assert "Recorded as denying it: Ministry of Calm (C" in told


@pytest.mark.parametrize(
    ("valid", "said", "day", "age"),
    [
        ("2031-03-05", "2031-03-09", "2031-03-05", 88),
        (None, "2031-03-09", "2031-03-09", 84),
        (None, None, "2031-03-02", 91),
    ],
)
def test_proof_of_life_is_dated_by_the_day_of_which_it_speaks(
    file: CaseFile, maro: Person, valid: str | None, said: str | None, day: str, age: int
) -> None:
    file.claim(maro, ClaimSubject.ALIVE, said_on="2030-12-01")
    file.claim(maro, ClaimSubject.HEALTH, valid=valid, said_on=said, value="wounded")
    file.claim(maro, ClaimSubject.WHEREABOUTS, said_on="2031-05-01", value="Ostrel")
    proof = look(file, maro).proof_of_life
    assert proof is not None
    assert (proof.on, proof.age_days) == (on(day), age)
    assert "Ministry of Calm" in proof.said


def test_a_withdrawn_claim_leaves_the_picture_and_stays_readable(file: CaseFile, maro: Person) -> None:
    claim = file.claim(maro, ClaimSubject.DEAD)
    withdraw_claim(file.user, claim, reason="another Maro was meant")
    shown = look(file, maro)
    assert shown.lines == ()
    assert shown.headline == "Nothing has been said of this person."
    assert [(line.ref, line.withdrawn) for line in shown.withdrawn] == [(f"C{claim.pk}", "another Maro was meant")]


def test_reversing_a_judgement_takes_its_claims_out_and_restoring_it_brings_them_back(
    file: CaseFile, maro: Person
) -> None:
    theirs = file.list_of([("Велиск М.", "1990")], author="Harbour Hospital", direction=Direction.IN)
    link = file.candidate(theirs, 1, maro)
    judgement = judge_link(file.user, link, Verdict.SAME, "same day of birth", make_claims=True)
    before = look(file, maro)
    assert before.lines[0].said == "on the list “People of the ferry” of Harbour Hospital, row 2"
    assert before.lines[0].wording.text == "Велиск М. · 1990"
    assert before.candidates_waiting == 0
    reversal = reverse_judgement(file.user, judgement, "the father's name differs")
    after = look(file, maro)
    assert after.lines == ()
    assert "the father's name differs" in after.withdrawn[0].withdrawn
    assert after.candidates_waiting == 1
    reverse_judgement(file.user, reversal, "it does not")
    assert look(file, maro) == before


def test_an_answer_is_the_word_of_who_answers_and_leaves_when_it_is_reversed(file: CaseFile, maro: Person) -> None:
    ours, _ = file.hand_over()
    answer = file.answer(ours, AnswerCode.DOES_NOT_HOLD, row=1, words="He is not with us.")
    line = look(file, maro).lines[0]
    assert line.said == "Ministry of Calm denied holding this person"
    assert line.wording.text == "He is not with us."
    assert (line.source.publisher, line.source.place) == ("Ministry of Calm", "row 2")
    assert look(file, maro).unanswered == ()
    reverse_answer(file.user, answer, "it was about somebody else")
    shown = look(file, maro)
    assert shown.lines == ()
    assert shown.withdrawn[0].withdrawn == "The answer was taken back: it was about somebody else"
    assert shown.unanswered == (
        f"H{ours.handovers.get().pk}: handed to Ministry of Calm 112 days ago; no answer by name. "
        "Last word: no answer at all.",
    )


def test_a_collective_answer_leaves_everybody_unanswered(file: CaseFile, maro: Person) -> None:
    other = file.person("Ilka Tamorev")
    ours, _ = file.hand_over(reply_due=date(2031, 4, 1))
    file.answer(ours, AnswerCode.SEARCHING)
    file.answer(ours, AnswerCode.HOLDS, row=2)
    (waiting,) = look(file, maro).unanswered
    assert "says that it is looking for the people on the list (1 March 2031" in waiting
    assert "of nobody by name" in waiting
    assert "overdue by 61 days" in waiting
    assert look(file, other).unanswered == ()
    assert [line.person_ref for line in queries.unanswered(file.user, file.case, as_of=AS_OF)] == [f"P{maro.pk}"]


def test_our_own_list_is_no_source(file: CaseFile, maro: Person) -> None:
    ours = file.list_of([("Maro Velisk", "")])
    add_claim(file.user, maro, subject=ClaimSubject.LISTED, item=ours.items.get())
    shown = look(file, maro)
    assert shown.independent_sources == 0
    assert shown.headline == "Nothing has been said of this person."


def test_a_claim_taken_back_by_its_own_source_is_shown_with_it(file: CaseFile, maro: Person) -> None:
    first = file.claim(maro, ClaimSubject.RELEASED)
    back = add_claim(
        file.user,
        maro,
        subject=ClaimSubject.RELEASED,
        polarity=Polarity.DENIES,
        statement=file.said("It was a mistake.", "s:Ministry of Calm > p:Ostrel Post", said_on="2031-03-05"),
        contradicts=first,
    )
    shown = look(file, maro)
    assert any(f"C{back.pk}" in text and "takes back" in text for text in shown.conflicts)
    assert {line.contradicts for line in shown.lines} == {(f"C{first.pk}",), (f"C{back.pk}",)}


def test_open_promises_of_a_person_are_those_that_name_the_person_or_the_group(file: CaseFile, maro: Person) -> None:
    other = file.person("Ilka Tamorev")
    mine, theirs, all_of_us = file.promise(persons=[maro]), file.promise(persons=[other]), file.promise()
    assert look(file, maro).open_commitments == (f"M{mine.pk}", f"M{all_of_us.pk}")
    assert look(file, other).open_commitments == (f"M{theirs.pk}", f"M{all_of_us.pk}")


def test_the_policy_is_written_in_the_documents() -> None:
    page = " ".join((Path(__file__).parents[2] / "docs" / "picture.md").read_text(encoding="utf-8").split())
    for sentence in POLICY:
        assert sentence in page


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_claimed_every_line_has_its_source_and_contradiction_is_mutual(
    file: CaseFile, maro: Person, seed: int
) -> None:
    dice = random.Random(seed)
    speakers = ["s:Ministry of Calm > ", "s:Council of Elm > r:Wire of Ostrel > ", "s?:a source > ", ""]
    dates = [None, "2031-01-05", "2031-02", "2030/2031", "2031-03/..", "../2031-01", "2031-04-01?"]
    for _ in range(25):
        file.claim(
            maro,
            dice.choice(list(ClaimSubject)),
            dice.choice(speakers) + dice.choice(["p:Ostrel Post", "p:Herald"]),
            polarity=dice.choice(list(Polarity)),
            said_on=dice.choice(dates),
            valid=dice.choice(dates),
            value=dice.choice(["", "Ostrel", "Sart"]),
            collective=dice.random() < 0.2,
        )
    shown = look(file, maro)
    lines = {line.ref: line for line in shown.lines}
    assert len(lines) == 25
    for line in lines.values():
        assert line.chain
        assert line.wording.text
        assert line.source.sha256
        assert wording.who_and_via(line.chain)[0] in line.said
        assert line.independent >= 1
        assert all(line.ref in lines[other].contradicts for other in line.contradicts)
    by_name = {line.independent for line in lines.values() if not line.collective}
    assert shown.independent_sources == len(by_name)
    assert bool(shown.conflicts) is any(line.contradicts for line in lines.values())
    assert shown.proof_of_life is None or lines[shown.proof_of_life.ref].subject in ("alive", "health")


def test_a_place_denied_stands_against_the_same_place_described_otherwise() -> None:
    from homeward.casework.queries.contradiction import Position, contradictions
    from homeward.records import ClaimSubject, Polarity

    there = Position(1, ClaimSubject.WHEREABOUTS, Polarity.ASSERTS, "مشفى الميناء الميداني")
    denied = Position(2, ClaimSubject.WHEREABOUTS, Polarity.DENIES, "وجود مريض أجنبي في المشفى")
    elsewhere = Position(3, ClaimSubject.WHEREABOUTS, Polarity.DENIES, "مدرسة الحي القديم")
    found, against = contradictions([there, denied, elsewhere])
    assert [(c.one, c.other) for c in found] == [((1,), (2,))]
    assert against == {1: (2,), 2: (1,)}


def test_a_collective_word_of_holding_acknowledges_nobody_by_name() -> None:
    file = CaseFile.new()
    person = file.person("Maro Velisk")
    ours, _ = file.hand_over()
    answer = file.answer(ours, AnswerCode.HOLDS, words="We hold the people on your list.")
    picture = queries.picture(file.user, person, as_of=AS_OF)
    assert picture.acknowledged.startswith("No party is recorded as saying that it holds this person.")
    assert "of nobody by name: Ministry of Calm" in picture.acknowledged
    assert picture.headline.startswith("Nothing has been said of this person by name")
    (line,) = [line for line in picture.lines if line.collective]
    assert line.said.endswith("(said of the whole list, of nobody by name)")
    assert line.wording.text == answer.words

"""A party's own list says whom it holds, once somebody has judged who the row is."""

from __future__ import annotations

from datetime import date

import pytest
from tests.casework.build import AS_OF, CaseFile

from homeward.casework import queries
from homeward.casework.actions.enquiries import record_enquirer, record_enquiry
from homeward.casework.actions.links import judge_link, reverse_judgement
from homeward.casework.models import Direction, Judgement, ListItem, Party, PartyKind
from homeward.casework.queries import relatives
from homeward.records import AnswerCode, Verdict

pytestmark = pytest.mark.django_db
NOBODY = "No party is recorded as saying that it holds this person."


@pytest.fixture
def file(db: None) -> CaseFile:
    made = CaseFile.new()
    made.person("Maro Velisk")
    made.hand_over(to="Coast Movement")
    return made


def listed(file: CaseFile, status: str, *, kind: PartyKind = PartyKind.OTHER, author: str = "Coast Movement", **more):
    """A row of another's list, judged to be the one person of the case."""
    Party.objects.filter(pk=file.party(author).pk).update(kind=kind)
    theirs = file.list_of(
        [("Velisk, Maro", "1991")], author=author, direction=Direction.PUBLISHED, title="Persons", as_of="2031-04-02"
    )
    record = theirs.items.get().record | {"status": status} | more
    ListItem.objects.create(list=theirs, ordinal=2, row_number=3, cells=["Velisk, Maro", status], record=record)
    link = file.candidate(theirs, 2, file.people[0])
    return judge_link(file.user, link, Verdict.SAME, "born alike", make_claims=True)


def acknowledged(file: CaseFile) -> str:
    return queries.picture(file.user, file.people[0], as_of=AS_OF).acknowledged


@pytest.mark.parametrize("status", ["held", "в плену", "עצור", "محتجز"])
@pytest.mark.parametrize("kind", [PartyKind.OTHER, PartyKind.STATE, PartyKind.MINISTRY, PartyKind.ARMED_GROUP])
def test_a_party_that_gives_somebody_as_held_on_its_own_list_says_that_it_holds_them(file, status, kind):
    assert acknowledged(file) == NOBODY
    judgement = listed(file, status, kind=kind)
    assert acknowledged(file).startswith("Gives this person as held on a list of its own: Coast Movement (C")
    assert NOBODY not in acknowledged(file)
    reverse_judgement(file.user, judgement, "somebody else of that name")
    assert acknowledged(file) == NOBODY


@pytest.mark.parametrize("kind", [PartyKind.AGENCY, PartyKind.MEDIA, PartyKind.ORGANISATION, PartyKind.PERSON])
def test_whoever_lists_the_people_of_others_does_not_say_that_it_holds_them(file, kind):
    listed(file, "held", kind=kind, author="Lantern Relief")
    assert acknowledged(file) == NOBODY


@pytest.mark.parametrize("status", ["released", "transferred", "", "held or moved"])
def test_only_a_plain_word_for_being_held_counts_and_not_the_day_of_capture(file, status):
    listed(file, status, captured_on="2030-11-02")
    assert acknowledged(file) == NOBODY


def test_a_list_stands_beside_a_denial_and_against_it(file):
    file.answer(file.case.lists.get(direction=Direction.OUT), AnswerCode.DOES_NOT_HOLD, row=1, party="Coast Movement")
    listed(file, "held")
    assert "Gives this person as held on a list of its own" in acknowledged(file)
    assert "Recorded as denying it: Coast Movement" in acknowledged(file)
    assert len(queries.picture(file.user, file.people[0], as_of=AS_OF).conflicts) == 1


def test_a_relative_is_not_told_that_nobody_says_so(file):
    sister = record_enquirer(file.user, file.case, "Ada Velisk")
    record_enquiry(
        file.user, sister, file.people[0], relation="sister", channel="telephone", asked_on=date(2031, 4, 3),
        questions="Where?",
    )  # fmt: skip

    def keys() -> set[str]:
        told = relatives.material(file.user, sister, file.people[0], language="en", as_of=AS_OF, told={})
        return {line.key for line in told.lines}

    assert "unknown-nobody_holds" in keys()
    judgement = listed(file, "held")
    assert "unknown-nobody_holds" not in keys()
    reverse_judgement(file.user, judgement, "somebody else")
    assert "unknown-nobody_holds" in keys()
    assert Judgement.objects.count() == 2

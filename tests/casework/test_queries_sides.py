"""Who may answer for whom: a party recorded twice, a body and its parts; and nobody else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.casework.build import AS_OF, CaseFile, on

from homeward.casework import queries
from homeward.casework.actions.answers import record_answer
from homeward.casework.models import Party, User
from homeward.casework.queries.awaited import awaited_answers
from homeward.casework.queries.sides import Sides
from homeward.records import AnswerCode

pytestmark = pytest.mark.django_db
ASKED = "Ministry of Calm"


@pytest.fixture
def file(db: None) -> CaseFile:
    return CaseFile.new()


def _twin(file: CaseFile) -> Party:
    return Party.objects.create(case=file.case, name="ministry of  Calm", entered_by=file.user)


def _part(file: CaseFile) -> Party:
    return file.party("Office of detainees", parent=file.party(ASKED))


def _part_of_the_twin(file: CaseFile) -> Party:
    return file.party("Office of detainees", parent=_twin(file))


def _body(file: CaseFile) -> Party:
    body = file.party("Government of Ostrel")
    Party.objects.filter(name=ASKED).update(parent=body)
    return body


def _sister(file: CaseFile) -> Party:
    return file.party("Ministry of Roads", parent=_body(file))


def _stranger(file: CaseFile) -> Party:
    return file.party("Coast Movement")


@pytest.mark.parametrize(
    ("answering", "settles"),
    [(_twin, True), (_part, True), (_part_of_the_twin, True), (_body, True), (_sister, False), (_stranger, False)],
)
def test_an_answer_settles_the_hand_over_where_it_is_of_the_side_that_was_asked(
    file: CaseFile, answering: Callable[[CaseFile], Party], settles: bool
) -> None:
    maro = file.person("Maro Velisk")
    ours, _ = file.hand_over(to=ASKED)
    party = answering(file)
    assert len(_waiting(file.user, file)) == 1
    record_answer(
        file.user, ours, party=party, code=AnswerCode.DOES_NOT_HOLD, item=ours.items.get(), words="He is not here.",
        answered_on=on("2031-03-01"),
    )  # fmt: skip
    assert (_waiting(file.user, file) == []) == settles
    assert (queries.picture(file.user, maro, as_of=AS_OF).unanswered == ()) == settles


def _waiting(user: User, file: CaseFile) -> list[str]:
    """By both ways in which it is asked, which must agree."""
    lines = [line.handover_ref for line in queries.unanswered(user, file.case, as_of=AS_OF)]
    assert [f"H{handover.pk}" for handover, _ in awaited_answers(user, file.case)] == lines
    return lines


def test_parts_that_hold_each_other_end() -> None:
    sides = Sides([(1, "A", 2), (2, "B", 1), (3, "C", None)])
    assert sides.speak_for(1, 2)
    assert not sides.speak_for(1, 3)


def test_the_grid_shows_answers_of_a_party_recorded_twice_in_one_column(file: CaseFile) -> None:
    for name in ("Maro Velisk", "Sana Morred"):
        file.person(name)
    ours, _ = file.hand_over(to=ASKED)
    first, second = (item.ordinal for item in ours.items.order_by("ordinal"))
    file.answer(ours, AnswerCode.DOES_NOT_HOLD, row=first, party=ASKED)
    twin = _twin(file)
    record_answer(
        file.user, ours, party=twin, code=AnswerCode.HOLDS, item=ours.items.get(ordinal=second), words="Yes."
    )
    grid = queries.grid(file.user, file.case, as_of=AS_OF)
    answers = [place for place, column in enumerate(grid.columns) if column.kind == "answer"]
    assert len(answers) == 1
    assert [row.cells[answers[0]].code for row in grid.rows] == ["does_not_hold", "holds"]
    assert len(queries.grid_page(file.user, file.case, as_of=AS_OF).grid.columns) == len(grid.columns)
    Party.objects.filter(pk=twin.pk).update(protected=True)
    told = [column.title for column in queries.grid(file.user, file.case, as_of=AS_OF).columns]
    assert sum("Answer of" in title for title in told) == 2, "a name that is protected is not told by its twin"
    assert sum(ASKED in title for title in told) == 1

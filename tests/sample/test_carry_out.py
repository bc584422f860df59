"""The sample case, carried out through the case file's own acts."""

from __future__ import annotations

import pytest

from homeward.casework import audit, queries
from homeward.casework.actions.desk import open_desk
from homeward.casework.models import Briefing, BriefingDraft, Case, Claim, Enquirer, ItemLink, User
from homeward.findings import render_findings
from homeward.sample import CASEWORKER, CASEWORKER_LOGIN, SAMPLE_TODAY, SOUGHT, sample_key, sample_plan
from homeward.sample.carry_out import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def done(django_db_setup: None, django_db_blocker: object) -> object:
    """The plan carried out once, in a transaction of this module."""
    from django.db import transaction

    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        atomic = transaction.atomic()
        atomic.__enter__()
        user = open_desk(CASEWORKER_LOGIN, full_name=CASEWORKER)
        desk = Desk(user)
        lines = [line for line in desk.carry_out(sample_plan()) if line]
        yield desk, lines
        transaction.set_rollback(True)
        atomic.__exit__(None, None, None)


@pytest.fixture
def desk(done: tuple[Desk, list[str]]) -> Desk:
    return done[0]


def test_every_file_is_taken_in_and_told(done: tuple[Desk, list[str]]) -> None:
    told = "\n".join(done[1])
    for name in ("register-arabic.xlsx: 700 rows", "persons-russian.csv: 900 rows", "residents-hebrew.csv: 400 rows"):
        assert name in told
    assert "a near copy of marj-wire-2026-03-27.html" in told


def test_done_again_nothing_changes(desk: Desk) -> None:
    before = audit.head()
    assert [line for line in Desk(desk.user).carry_out(sample_plan()) if line] == []
    assert audit.head() == before


def test_each_of_the_five_is_found_under_another_spelling_before_all_namesakes(desk: Desk) -> None:
    key = sample_key()
    assert {who for (_, who), rows in key.people.items() if rows} == {"V-01", "V-02", "V-03", "V-05", "V-07"} | {
        person.key for person in SOUGHT if key.rows_of("echo-2026-04-20.csv", person.key)
    }
    for (file, who), rows in key.people.items():
        if file not in desk.lists or desk.lists[file].direction == "out":
            continue
        links = ItemLink.objects.filter(item__list=desk.lists[file], person=desk.people[who])
        found = {link.item.row_number: link.probability or 0.0 for link in links.select_related("item")}
        for row in rows:
            assert found[row] == max(found.values()), (file, who, found)
            for namesake in key.namesakes_of(file, who):
                assert found.get(namesake.row, 0.0) < found[row] - 0.1, (file, who, namesake, found)


def test_the_three_who_stand_in_no_list_have_no_likely_candidate(desk: Desk) -> None:
    for who in ("V-04", "V-06", "V-08"):
        links = ItemLink.objects.filter(person=desk.people[who]).exclude(item__list=desk.lists["echo-2026-04-20.csv"])
        assert all((link.probability or 0.0) < 0.75 for link in links.exclude(item__list__direction="out"))


def test_the_findings_say_what_the_issue_asks_for(desk: Desk) -> None:
    case = Case.objects.get()
    found = queries.findings(User.objects.get(pk=desk.user.pk), case, as_of=SAMPLE_TODAY)
    first = found.people[0]
    assert len(found.people) == 8
    assert {name.direction for name in first.names} == {"ltr", "rtl"}
    assert first.conflicts
    assert first.proof_of_life is not None
    assert any("cho" in column.note for column in found.grid.columns)
    assert [(line.due, line.condition is not None) for line in found.promises] == [("none given", True)]
    assert len(found.unanswered) == 8
    assert any(line.found_by and line.coverage and line.terms for line in found.silences)
    assert [c for c in found.candidates if not c.verdict]
    assert [c for c in found.candidates if c.verdict == "different"]
    assert found.proposals
    page = render_findings(found)
    assert all(line.ref in page and line.source.sha256 for p in found.people for line in p.lines)


def test_nobody_is_recorded_as_acknowledging_that_it_holds_anybody(desk: Desk) -> None:
    assert not Claim.objects.filter(subject__in=("acknowledgement", "custody"), polarity="asserts").exists()
    assert audit.verify().ok


def test_a_mother_was_told_by_one_briefing_and_the_next_waits_for_a_second_person(desk: Desk) -> None:
    given = Briefing.objects.get()
    assert given.language == "ru" and given.second_reader is None and given.deliveries.get().reactions
    cited = {line.claim.subject for line in given.lines.filter(claim__isnull=False, withheld_because="")}
    assert cited == {"alive", "whereabouts"} and given.lines.exclude(withheld_because="").count() == 3
    draft = BriefingDraft.objects.get(decision__isnull=True)
    assert draft.grave and draft.enquirer == given.enquirer and draft.since == given.until
    brother = Enquirer.objects.exclude(pk=given.enquirer_id).get()
    assert brother.name not in given.text and all(brother.name not in line["text"] for line in draft.lines)

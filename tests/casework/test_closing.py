"""A case and a person's part in it are closed and opened again; what is due then, and what is left alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.casework.build import CaseFile

from homeward.casework import access, queries
from homeward.casework.actions.closing import change_contact, close, open_again
from homeward.casework.actions.commitments import record_commitment
from homeward.casework.actions.desk import add_user, grant_role
from homeward.casework.actions.enquiries import record_enquirer, record_enquiry
from homeward.casework.models import Case, Closing, Enquirer, Person, Role
from homeward.casework.queries.closing import closing_of, still_open
from homeward.casework.queries.due import DueKind
from homeward.casework.queries.relatives import enquirer, enquirers_page
from homeward.casework.queries.rounds import unanswered_page
from homeward.errors import BadInputError, ConflictError, NotAllowedError

pytestmark = pytest.mark.django_db
TODAY = date(2031, 6, 1)


@pytest.fixture
def two(file: CaseFile) -> tuple[Person, Person]:
    """Two people on a list that nobody answered, promised to come home, each with a sister who waits for a word."""
    people = file.person("Maro Velisk"), file.person("Ilka Tamor")
    file.hand_over(reply_due=date(2031, 4, 1))
    for person, name in zip(people, ("Ana", "Maren"), strict=True):
        said = file.said(
            f"We will let {name}'s brother go", "s:Ministry of Calm > p:Ostrel Post", said_on="2031-03-01"
        )
        record_commitment(file.user, said, by="Ministry of Calm", content="We will let them go", persons=[person])
        sister = record_enquirer(file.user, file.case, name, safe_contact="by letter")
        record_enquiry(
            file.user, sister, person, relation="sister", channel="letter", asked_on=date(2031, 1, 1), questions="?",
            follow_up_on=date(2031, 2, 1),
        )  # fmt: skip
    return people


@pytest.fixture
def file(db: None) -> CaseFile:
    return CaseFile.new()


def waits(file: CaseFile) -> tuple[int, int, int | None]:
    told = queries.waiting(file.user, file.case, as_of=TODAY)
    return told.overdue, told.reviews, told.follow_ups


def test_closing_shows_what_is_open_and_does_nothing_until_that_is_known(file, two):
    assert still_open(file.user, file.case).total == 6
    with pytest.raises(ConflictError, match=r"still open: .*2.*2.*2"):
        close(file.user, file.case, reason="everybody is home")
    assert not Closing.objects.exists()
    with pytest.raises(BadInputError, match="reason"):
        close(file.user, file.case, reason=" ", anyway=True)
    made = close(file.user, file.case, reason="everybody is home", anyway=True)
    assert made.still_open == {"unanswered": 2, "promises": 2, "follow_ups": 2, "drafts": 0}


def test_a_closed_case_is_due_nowhere_and_is_read_as_before(file, two):
    assert waits(file) == (2, 2, 2)
    close(file.user, file.case, reason="everybody is home", anyway=True)
    assert queries.waiting(file.user, file.case, as_of=TODAY).total == 0
    assert unanswered_page(file.user, file.case, as_of=TODAY).total == 0
    assert queries.unanswered(file.user, file.case, as_of=TODAY) == ()
    assert queries.due_days(file.user, file.case) == ()
    assert access.visible(file.user, Case).get() == file.case
    assert queries.people_page(file.user, file.case, as_of=TODAY).total == 2
    assert queries.promise_page(file.user, file.case, as_of=TODAY).total == 2
    told = closing_of(file.user, file.case)
    assert told is not None
    assert (told.closed, told.reason, told.entered_by) == (True, "everybody is home", file.user)


def test_opened_again_everything_is_due_as_before(file, two):
    close(file.user, file.case, reason="everybody is home", anyway=True)
    open_again(file.user, file.case, reason="one was taken anew")
    assert waits(file) == (2, 2, 2)
    with pytest.raises(ConflictError, match="open"):
        open_again(file.user, file.case, reason="again")
    assert [row.closed for row in file.case.closings.order_by("pk")] == [True, False], "nothing is deleted"


def test_closing_one_persons_part_leaves_the_others_alone(file, two):
    home, _ = two
    close(file.user, file.case, person=home, reason="came home", anyway=True)
    assert waits(file) == (1, 1, 1)
    lines = unanswered_page(file.user, file.case, as_of=TODAY).lines
    assert [line.name.text for line in lines] == ["Ilka Tamor"]
    kinds = [due.kind for due in queries.due_days(file.user, file.case)]
    assert (kinds.count(DueKind.REVIEW), kinds.count(DueKind.FOLLOW_UP)) == (1, 1)
    assert still_open(file.user, file.case).total == 3
    assert queries.person_page(file.user, home, as_of=TODAY).picture.names[0].text == "Maro Velisk"
    open_again(file.user, file.case, person=home, reason="taken anew")
    assert waits(file) == (2, 2, 2)


def test_a_promise_to_several_is_looked_at_as_long_as_it_is_about_one_who_is_not_closed(file, two):
    said = file.said("We will let both go", "s:Ministry of Calm > p:Ostrel Post", said_on="2031-03-01")
    record_commitment(file.user, said, by="Ministry of Calm", content="We will let both go", persons=list(two))
    close(file.user, file.case, person=two[0], reason="came home", anyway=True)
    assert waits(file)[1] == 2
    close(file.user, file.case, person=two[1], reason="came home", anyway=True)
    assert waits(file)[1] == 0


def test_only_who_supervises_closes(file, two):
    worker = add_user(file.user, "worker")
    grant_role(file.user, worker, Role.CASEWORKER, case=file.case)
    for person in (None, two[0]):
        with pytest.raises(NotAllowedError):
            close(worker, file.case, person=person, reason="they are home", anyway=True)
    close(file.user, file.case, person=two[0], reason="came home", anyway=True)
    with pytest.raises(NotAllowedError):
        open_again(worker, file.case, person=two[0], reason="taken anew")


def test_contact_that_is_reduced_has_another_day_or_none(file, two):
    ana = Enquirer.objects.get(name="Ana")
    change_contact(file.user, ana, two[0], ended=False, how="at New Year, by letter", reason="she asks for quiet")
    assert waits(file)[2] == 1
    shown = enquirer(file.user, ana, as_of=TODAY).people[0]
    assert shown.contact is not None
    assert (shown.contact.how, shown.contact.ended, shown.enquiries[0].follow_up_on) == (
        "at New Year, by letter", False, None,
    )  # fmt: skip
    later = timezone.localdate() + timedelta(days=200)
    change_contact(file.user, ana, two[0], ended=False, how="by letter", follow_up_on=later, reason="once more")
    days = {line.name.text: line.follow_up_on for line in enquirers_page(file.user, file.case, as_of=TODAY).lines}
    assert days == {"Ana": later, "Maren": date(2031, 2, 1)}
    record_enquiry(
        file.user, ana, two[0], relation="sister", channel="letter", asked_on=date(2031, 3, 1), questions="And now?",
        follow_up_on=date(2031, 3, 8),
    )  # fmt: skip
    assert waits(file)[2] == 2, "a new enquiry begins anew"


def test_the_safe_channel_is_deleted_only_once_nobody_needs_it(file, two):
    ana = Enquirer.objects.get(name="Ana")
    record_enquiry(
        file.user, ana, two[1], relation="neighbour", channel="letter", asked_on=date(2031, 1, 1), questions="?"
    )
    with pytest.raises(ConflictError, match="still needed"):
        change_contact(file.user, ana, two[0], ended=True, reason="he is home", forget_channel=True)
    change_contact(file.user, ana, two[0], ended=True, reason="he is home")
    with pytest.raises(BadInputError, match="how they are contacted"):
        change_contact(file.user, ana, two[1], ended=False, reason="she is home")
    change_contact(file.user, ana, two[1], ended=True, reason="she is home", forget_channel=True)
    ana.refresh_from_db()
    assert ana.safe_contact == ""

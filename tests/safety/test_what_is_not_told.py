"""What is closed to somebody looks to them as if it were not there, whatever they bring, type or ask for (D6)."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from tests.casework.build import AS_OF, CaseFile, on
from tests.web.conftest import sign_in

from homeward.casework import access, queries
from homeward.casework.actions.briefings import NewLine, look_at
from homeward.casework.actions.cases import lift_restriction, open_case, record_party, restrict
from homeward.casework.actions.claims import add_claim
from homeward.casework.actions.contacts import record_contact
from homeward.casework.actions.desk import add_user, grant_role
from homeward.casework.actions.enquiries import record_enquirer, record_enquiry
from homeward.casework.actions.handovers import record_handover
from homeward.casework.actions.links import judge_link, link_by_hand
from homeward.casework.actions.lists import preview_list, take_in_list
from homeward.casework.actions.people import add_name_form, add_person
from homeward.casework.actions.proposals import accept_proposal
from homeward.casework.actions.reports import take_in_report
from homeward.casework.briefing_text import Section
from homeward.casework.models import (
    Capture,
    Case,
    Claim,
    Classification,
    Direction,
    Handover,
    ItemLink,
    List,
    NameForm,
    Party,
    Person,
    Role,
    User,
)
from homeward.casework.queries import relatives
from homeward.casework.queries.twins import twins
from homeward.errors import ConflictError
from homeward.reading import ProposalKind
from homeward.records import AnswerCode, ClaimSubject, ContactKind, NameKind, Verdict, WrittenName
from homeward.web.door import open_door

pytestmark = pytest.mark.django_db
SECRET = "Ministry of Nowhere"
ROWS = b"name,born\nMaro Velisk,1991\n"
PAGE = b"The envoy of Sart said that talks go on. They went on for a day and a night in the harbour of Ostrel."


@pytest.fixture
def officer(file: CaseFile) -> User:
    """Somebody who may do everything in the case but see what is closed."""
    made = add_user(file.user, "officer")
    grant_role(file.user, made, Role.SUPERVISOR, case=file.case)
    return made


def close(file: CaseFile, thing: object):
    return restrict(file.user, thing, level=Classification.MEDIATOR, reason="asked for")  # type: ignore[arg-type]


def kinds(user: User, case: Case) -> list[str]:
    return [one.kind for one in twins(user, case)]


def test_d6_the_name_of_a_closed_party_is_recorded_as_new_and_shown_to_who_sees_both(file, officer):
    hidden = file.party(SECRET)
    lift = close(file, hidden)
    mine = record_party(officer, file.case, SECRET)
    assert mine != hidden and record_party(officer, file.case, SECRET) == mine
    assert twins(officer, file.case) == ()
    (one,) = twins(file.user, file.case)
    assert (one.kind, one.name, one.number) == ("party", SECRET, 2)
    lift_restriction(file.user, lift)
    assert kinds(officer, file.case) == ["party"]


@pytest.mark.parametrize("name", [SECRET, "Ministry of Anywhere"])
def test_d6_a_form_answers_a_closed_name_as_it_answers_a_new_one(file, officer, name):
    close(file, file.party(SECRET))
    ours, _ = _handed(file)
    page = sign_in(Client(headers={"host": "127.0.0.1"}), officer)
    told = {"party": name, "code": "searching", "words": "We look.", "round": "1", "answered_on": "2031-03-01"}
    answer = page.post(f"/list/L{ours.pk}/answer", told)
    open_door(None)
    assert answer.status_code == 302
    assert access.visible(officer, Party).filter(name=name).count() == 1


def _handed(file):
    if not file.people:
        file.person("Maro Velisk")
    return file.hand_over()


def test_d21_two_parties_of_one_name_are_one_source(file, officer):
    maro = file.person("Maro Velisk")
    _, handed = file.hand_over(to=SECRET)
    ours = handed.list
    file.answer(ours, AnswerCode.HOLDS, row=1, party=SECRET)
    close(file, Party.objects.get(name=SECRET))
    twin = record_party(officer, file.case, SECRET)
    theirs = file.list_of([("Maro Velisk", "1991")], author="Somebody", direction=Direction.IN)
    List.objects.filter(pk=theirs.pk).update(author=twin)
    file.same(file.candidate(List.objects.get(pk=theirs.pk), 1, maro))
    for user in (file.user, officer):
        assert queries.picture(user, maro, as_of=AS_OF).independent_sources == 1


def test_d6_the_bytes_of_a_closed_list_are_taken_in_as_new(file, officer):
    def taken(user):
        return take_in_list(user, file.case, ("a.csv", ROWS), title="A list", author=None, direction=Direction.IN)

    hidden = taken(file.user).list
    close(file, hidden)
    assert preview_list(officer, file.case, ("a.csv", ROWS), author=None).already == ""
    arrival = taken(officer)
    assert not arrival.already and arrival.created == 1 and arrival.list != hidden
    assert taken(officer).already
    assert twins(officer, file.case) == ()
    (one,) = twins(file.user, file.case)
    assert (one.kind, one.refs) == ("file", (f"L{hidden.pk}", f"L{arrival.list.pk}"))


@pytest.mark.parametrize("closed", ["capture", "list"])
def test_d6_the_bytes_of_a_closed_file_are_taken_in_as_new_as_report_and_as_list(file, officer, closed):
    def report(user):
        return take_in_report(user, file.case, ("a.txt", PAGE), publisher="Ostrel Post", published=on("2031-03-02"))

    if closed == "capture":
        hidden = report(file.user).capture
    else:
        hidden = file.list_of([("Maro Velisk", "1991")], direction=Direction.IN).capture
        Capture.objects.filter(pk=hidden.pk)
    close(file, hidden)
    arrival = report(officer)
    assert not arrival.already and arrival.capture != hidden and arrival.copy_of is None
    assert report(officer).already
    assert ("file" in kinds(file.user, file.case)) == (closed == "capture")
    assert kinds(officer, file.case) == []


def test_d21_the_same_bytes_twice_are_one_source(file, officer):
    maro = file.person("Maro Velisk")
    said = "Maro Velisk is well, a source said."
    found = []
    for user in (file.user, officer):
        arrival = take_in_report(
            user, file.case, ("a.txt", said.encode()), publisher="Ostrel Post", published=on("2031-03-02")
        )
        found.append(arrival.capture)
        file.claim(maro, ClaimSubject.ALIVE, "s?:a source > p:Ostrel Post", words=said, capture=arrival.capture)
        if user == file.user:
            restriction = close(file, arrival.capture)
    assert found[0] != found[1]
    lift_restriction(file.user, restriction)
    assert queries.picture(officer, maro, as_of=AS_OF).independent_sources == 1


def test_d6_the_title_of_a_closed_case_is_free(file, officer):
    head = add_user(file.user, "head")
    grant_role(file.user, head, Role.SUPERVISOR)
    hidden = open_case(file.user, "The northern list")
    close(file, hidden)
    made = open_case(head, "The northern list")
    assert made != hidden and open_case(head, "The northern list") == made


def test_d6_the_desks_own_number_of_a_closed_person_is_free(file, officer):
    names = [WrittenName("Ilda Tamor")]
    hidden = add_person(file.user, file.case, names=names, external_id="EXT-1")
    close(file, hidden)
    made = add_person(officer, file.case, names=names, external_id="EXT-1")
    assert made != hidden and add_person(officer, file.case, names=names, external_id="EXT-1") == made
    assert kinds(file.user, file.case) == ["person"] and kinds(officer, file.case) == []


def test_d6_a_name_known_from_a_closed_source_is_added_as_new(file, officer):
    maro = file.person("Maro Velisk")
    secret = file.report("Known as the Lark.", classification=Classification.MEDIATOR)
    hidden = add_name_form(file.user, maro, WrittenName("The Lark", NameKind.ALIAS), written_in=secret)
    assert not access.visible(officer, NameForm).filter(pk=hidden.pk).exists()
    made = add_name_form(officer, maro, WrittenName("The Lark", NameKind.ALIAS))
    assert access.visible(officer, NameForm).filter(pk=made.pk).exists()
    assert [words.text for words in queries.picture(file.user, maro, as_of=AS_OF).names] == [
        "Maro Velisk",
        "The Lark",
    ]


def test_d6_a_row_that_is_somebody_hidden_is_judged_as_any_other(file, officer):
    maro, hidden = file.person("Maro Velisk"), file.person("Maro Velisk")
    theirs = file.list_of([("Maro Velisk", "1991")], author="Somebody", direction=Direction.IN)
    file.same(file.candidate(theirs, 1, hidden))
    close(file, hidden)
    link = link_by_hand(officer, theirs.items.get(), maro, reason="looks like him")
    assert judge_link(officer, link, Verdict.SAME, "born alike").verdict == Verdict.SAME


def test_d6_a_link_that_is_closed_is_made_anew(file, officer):
    maro = file.person("Maro Velisk")
    theirs = file.list_of([("Maro Velisk", "1991")], author="Somebody", direction=Direction.IN)
    close(file, file.candidate(theirs, 1, maro))
    link = link_by_hand(officer, theirs.items.get(), maro, reason="looks like him")
    assert access.visible(officer, ItemLink).filter(pk=link.pk).exists()


def test_d6_what_is_recorded_again_is_never_the_one_that_is_closed(file, officer):
    maro = file.person("Maro Velisk")
    statement = file.said("Maro Velisk is well.", "s:Envoy of Sart > p:Ostrel Post")
    ours, _ = file.hand_over(to="Coast Movement")
    told = {"subject": ClaimSubject.ALIVE, "statement": statement}
    met = {"kind": ContactKind.CALL, "participants": ["Envoy of Sart"]}
    handed = {"list": ours, "statement": statement, "recipient": file.party("Coast Movement")}
    for act in (
        lambda user: add_claim(user, maro, **told),
        lambda user: record_contact(user, file.case, **met),
        lambda user: record_handover(user, file.case, **handed),
    ):
        close(file, act(file.user))
        made = act(officer)
        assert access.visible(officer, type(made)).filter(pk=made.pk).exists(), type(made)
    assert (Claim.objects.count(), Handover.objects.count()) == (2, 3)


def test_d6_words_about_a_list_are_accepted_although_somebody_on_it_is_hidden(file, officer):
    file.person("Maro Velisk"), file.person("Ilda Tamor")
    ours, _ = file.hand_over()
    report = file.report("The Ministry of Calm said that the people of the ferry are alive.")
    proposal = file.proposal(
        report, ProposalKind.CLAIM, "the people of the ferry are alive", subject=ClaimSubject.ALIVE, collective=True
    )
    close(file, file.people[1])
    accept_proposal(officer, proposal, answered_list=ours)
    assert list(Claim.objects.values_list("person", flat=True)) == [file.people[0].pk]


def test_d6_a_row_of_a_hidden_person_is_nobody_to_who_may_not_see_them(file, officer):
    maro, hidden = file.person("Maro Velisk"), file.person("Ilda Tamor")
    ours = file.list_of([("Maro Velisk", ""), ("Ilda Tamor", "")])
    for item, person in zip(ours.items.order_by("ordinal"), (maro, hidden), strict=True):
        link_by_hand(file.user, item, person, reason="our own row")
    close(file, hidden)

    party = file.party("Coast Movement")

    def refused() -> str:
        with pytest.raises(ConflictError) as error:
            record_handover(officer, file.case, list=ours, recipient=party, on=on("2031-02-09"))
        return str(error.value)

    told = refused()
    assert "1 of the list's rows are nobody recorded in this case: row 3" in told
    assert f"P{hidden.pk}" not in told
    assert Person.objects.count() == 2


def test_d6_a_name_that_somebody_writes_to_a_relative_does_not_tell_that_it_is_held(file, officer):
    """To who may see them they are refused; what stands in the case file itself is looked at for everybody."""
    maro, other = file.person("Maro Velisk"), file.person("Ilka Tamor")
    sister, brother = (record_enquirer(file.user, file.case, name, language="en") for name in ("Ada", "Milan Dorvec"))
    for relative, person in ((sister, maro), (brother, other)):
        record_enquiry(
            file.user, relative, person, relation="kin", channel="telephone", asked_on=date(2031, 4, 3), questions="?"
        )
    source = record_party(file.user, file.case, SECRET, protected=True)
    written = ("We asked Ilka Tamor.", "We asked Milan Dorvec.", f"We asked the {SECRET}.")

    def faults(user: User) -> list[bool]:
        lines = [NewLine(text, section=Section.ASKED) for text in written]
        looked = look_at(user, sister, maro, language="en", until=date(2031, 5, 1), lines=lines)
        return [number in looked.faults for number in range(len(written))]

    assert faults(officer) == [True, True, True], "what is open to both is refused to both"
    for thing in (other, brother, source):
        close(file, thing)
    assert faults(officer) == [False, False, False]
    assert faults(file.user) == [True, True, True], "and so the second reader finds it, who may see them"
    said = file.said("He is with Ilka Tamor.", f"s:{SECRET} > p:Ostrel Post")
    add_claim(file.user, maro, subject=ClaimSubject.ALIVE, statement=said)
    (line,) = [
        one
        for one in relatives.material(officer, sister, maro, language="en", as_of=AS_OF, told={}).lines
        if one.claim is not None
    ]
    assert "Ilka" not in line.quote and SECRET not in f"{line.text} {line.said_by} {line.quote}"

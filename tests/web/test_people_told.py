"""Sought people by hand: an empty case leads there, nobody is added twice unseen, what is known stays."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import openpyxl
from django.contrib.staticfiles import finders
from django.test import Client
from tests.casework.build import CaseFile
from tests.casework.conftest import Desk
from tests.web.conftest import sign_in

from homeward.casework.actions.links import judge_link
from homeward.casework.actions.match import propose_links
from homeward.casework.actions.people import add_person, complete_person
from homeward.casework.actions.people_file import take_in_people
from homeward.casework.actions.preparations import decide_preparation, prepare_list
from homeward.casework.models import AuditEvent, Direction, Person, Role
from homeward.errors import ConflictError
from homeward.records import NameKind, PartialDate, Verdict, WrittenName
from homeward.web.templatetags.shown import age_class

NEW = {"names": "Salim Awad Haddad\nسليم عوض الحداد", "birth": "1983", "nationalities": "sy", "number": "SY 7781"}


def people_table(*rows: tuple[str, ...]) -> tuple[str, bytes]:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Name", "Date of birth", "Nationality", "Passport"), *rows):
        sheet.append(row)
    held = io.BytesIO()
    book.save(held)
    return "ours.xlsx", held.getvalue()


def test_an_empty_case_leads_to_the_people_and_they_are_added_by_hand(page: Client, file: CaseFile) -> None:
    case = f"/case/{file.case.pk}/"
    for address in ("/", case, f"{case}prepare"):
        assert f'href="{case}people"' in page.get(address).content.decode(), address
    people = page.get(f"{case}people").content.decode()
    assert f'href="{case}people/new"' in people
    assert f'href="{case}lists/bring?kind=people"' in people
    answer = page.post(f"{case}people/new", NEW, follow=True)
    person = Person.objects.get()
    told = answer.content.decode()
    for words in ("Salim Awad Haddad", "سليم عوض الحداد", "1983", "Syria", "SY 7781"):
        assert words in told
    assert answer.redirect_chain[-1][0] == f"/person/P{person.pk}"
    assert "Nobody is looked for" not in page.get("/").content.decode()


def test_whoever_is_like_somebody_there_is_added_only_when_said_to_be_another(inside: Client, desk: Desk) -> None:
    known = desk.person("Salim Awad Haddad")
    address = f"/case/{desk.case.pk}/people/new"
    answer = inside.post(address, NEW)
    assert answer.status_code == 422
    assert f"/person/P{known.pk}" in answer.content.decode()
    assert "SY 7781" in answer.content.decode()  # what was typed is still there
    assert Person.objects.count() == 1
    assert inside.post(address, {**NEW, "anew": "on"}).status_code == 302
    assert Person.objects.count() == 2


def test_a_person_without_a_name_is_not_added(inside: Client, desk: Desk) -> None:
    answer = inside.post(f"/case/{desk.case.pk}/people/new", {"names": " \n ", "birth": "1990"})
    assert answer.status_code == 422
    assert "Write at least one written form" in answer.content.decode()
    assert inside.post(f"/case/{desk.case.pk}/people/new", {"names": "N" * 301}).status_code == 422
    assert not Person.objects.exists()


def test_what_becomes_known_is_added_and_what_is_known_is_not_asked_again(page: Client, file: CaseFile) -> None:
    person = add_person(file.user, file.case, names=[WrittenName("Selam Haile")], nationalities=["ER"])
    address = f"/person/P{person.pk}/more"
    assert f'href="{address}"' in page.get(f"/person/P{person.pk}").content.decode()
    form = page.get(address).content.decode()
    assert 'name="birth"' in form
    assert 'name="nationalities"' not in form
    assert page.post(address, {"kind": "alias"}).status_code == 422  # nothing was written
    posted = {"names": "ሰላም ሃይለ", "kind": "transliteration", "birth": "1994", "nationalities": "FR", "number": "E 5"}
    told = page.post(address, posted, follow=True).content.decode()
    for words in ("ሰላም ሃይለ", "1994", "Eritrea", "E 5"):
        assert words in told
    person.refresh_from_db()
    assert person.nationalities == ["ER"]
    noted = AuditEvent.objects.filter(act="complete_person").get()
    assert noted.detail == {"fields": ["birth"]}
    assert "1994" not in json.dumps(noted.detail)


def test_what_is_known_is_never_written_over(file: CaseFile) -> None:
    person = add_person(file.user, file.case, names=[WrittenName("Selam Haile")], birth=PartialDate.read("1994"))
    assert complete_person(file.user, person, birth=PartialDate.read("1994"), father_name="Haile") == ("father_name",)
    try:
        complete_person(file.user, person, birth=PartialDate.read("1995"), home_place="Keren")
    except ConflictError as error:
        assert "birth" in str(error)
    else:
        raise AssertionError("another birth date was written over")
    person.refresh_from_db()
    assert (person.birth, person.home_place) == (PartialDate.read("1994"), "")


def test_a_newer_table_of_our_people_fills_in_what_was_not_known(file: CaseFile) -> None:
    take_in_people(
        file.user, file.case, people_table(("Selam Haile", "", "", ""), ("Noam Levi", "2001", "Israel", ""))
    )
    newer = people_table(("Selam Haile", "1994", "Eritrea", "EP 77"), ("Noam Levi", "2001", "Israel", ""))
    looked = take_in_people(file.user, file.case, newer, preview=True)
    assert (looked.completed, looked.unchanged) == (("Selam Haile",), 1)
    assert Person.objects.filter(birth__isnull=True).count() == 1  # a look writes nothing
    take_in_people(file.user, file.case, newer)
    person = Person.objects.order_by("pk")[0]
    assert (person.birth, person.nationalities) == (PartialDate.read("1994"), ["ER"])
    assert [number.value for number in person.identifiers.all()] == ["EP 77"]
    again = take_in_people(file.user, file.case, newer)
    assert (again.created, again.completed, again.unchanged) == ((), (), 2)


def test_a_candidate_stands_beside_what_is_known_of_the_person(inside: Client, desk: Desk) -> None:
    person = desk.person(
        "Salim Awad Haddad", birth=PartialDate.read("1983"), father_name="Awadh", nationalities=["SY"]
    )
    desk.link(person)
    for address in (f"/case/{desk.case.pk}/candidates", f"/link/K{desk.link(person).pk}/judge"):
        told = inside.get(address).content.decode()
        assert "Awadh" in told
        assert "1983" in told
        assert "Syria" in told


def test_who_may_hand_over_learns_at_home_that_a_list_waits_for_a_second_person(desk: Desk, client: Client) -> None:
    officer, second = desk.user("officer", Role.LIST_OFFICER), desk.user("second", Role.LIST_OFFICER)
    party = desk.party()
    held = prepare_list(officer, desk.case, title="Round", recipient=party, people=[desk.person()])
    home = sign_in(client, second).get("/").content.decode()
    assert "prepared list to approve" in home
    assert f'href="/case/{desk.case.pk}/prepared"' in home
    assert "to approve" not in sign_in(client, officer).get("/").content.decode()  # one's own is approved by another
    assert "to approve" not in sign_in(client, desk.worker).get("/").content.decode()
    decide_preparation(second, held, approves=False, reason="another round first")
    assert "to approve" not in sign_in(client, second).get("/").content.decode()


def test_a_judgement_says_what_was_judged_how_to_take_it_back_and_what_held_before(
    inside: Client, desk: Desk
) -> None:
    link = desk.link()
    address = f"/link/K{link.pk}/judge"
    told = inside.post(address, {"verdict": "same", "reason": "the year"}, follow=True).content.decode()
    first = link.judgements.get()
    assert f"K{link.pk}: judged to be this person." in told
    assert f'href="/judgement/J{first.pk}/undo" data-undo' in told
    told = inside.post(address, {"verdict": "different", "reason": "the father"}, follow=True).content.decode()
    assert f"K{link.pk}: judged to be somebody else; before, by J{first.pk}: judged to be this person." in told


def test_a_list_in_which_nobody_was_found_stands_on_the_person_s_page_until_a_row_is(
    page: Client, file: CaseFile
) -> None:
    person = file.person("Salim Awad Haddad")
    theirs = file.list_of((("Noam Levi", "2001"),), title="Register of the clinic", direction=Direction.IN)
    propose_links(file.user, file.case)
    address = f"/person/P{person.pk}"
    told = page.get(address).content.decode()
    assert "Searched, and not found" in told
    assert "Register of the clinic" in told
    link = file.candidate(theirs, 1, person)
    assert "Searched, and not found" not in page.get(address).content.decode()
    judge_link(file.user, link, Verdict.DIFFERENT, "another father")
    assert "judged to be somebody else" in page.get(address).content.decode()


def test_a_hit_is_headed_by_the_person_s_main_name_whatever_form_was_found(page: Client, file: CaseFile) -> None:
    add_person(
        file.user,
        file.case,
        names=[WrittenName("Salim Awad Haddad"), WrittenName("Abu Zaytun", NameKind.ALIAS)],
    )
    for address in ("/find?q=Abu+Zaytun", f"/case/{file.case.pk}/asks?q=Abu+Zaytun"):
        told = page.get(address).content.decode()
        assert re.search("<b><bdi[^>]*>Salim Awad Haddad</bdi></b>", told), address
        assert "written like this:" in told


def test_how_long_somebody_waits_is_a_colour_too_beside_shape_and_words() -> None:
    assert [age_class(days) for days in (None, 0, 29, 30, 90, 180, 900)] == [
        "", "age0", "age0", "age1", "age2", "age3", "age3",
    ]  # fmt: skip
    style = Path(finders.find("web/desk.css")).read_text()
    assert all(f".age{n} {{" in style for n in range(4))


def test_nationalities_are_written_as_countries_or_as_codes(page: Client, file: CaseFile) -> None:
    address = f"/case/{file.case.pk}/people/new"
    refused = page.post(address, NEW | {"nationalities": "Syria, Atlantis"})
    assert refused.status_code == 422
    assert "“Atlantis” is no country" in refused.content.decode()
    page.post(address, NEW | {"nationalities": "Сирия, Israel"})
    assert Person.objects.get().nationalities == ["SY", "IL"]

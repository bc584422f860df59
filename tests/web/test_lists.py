"""Lists through the pages: taken in, read, prepared, handed over, answered. Everybody here is invented."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.casework.conftest import assess_what_leaves
from tests.web.conftest import sign_in

from homeward.casework import staged
from homeward.casework.actions.cases import open_case, restrict
from homeward.casework.actions.enquiries import assess_harm
from homeward.casework.actions.handovers import fields_that_leave, record_handover
from homeward.casework.actions.links import judge_link, link_by_hand
from homeward.casework.actions.people import add_person
from homeward.casework.actions.preparations import decide_preparation, prepare_list
from homeward.casework.models import (
    Answer,
    AuditEvent,
    Classification,
    ColumnMapping,
    Direction,
    Disclosure,
    Handover,
    HarmAssessment,
    ItemLink,
    List,
    ListItem,
    NameForm,
    Party,
    Person,
    Preparation,
    Role,
)
from homeward.exchange import read_tables
from homeward.records import NameKind, PartialDate, Sex, Verdict, WrittenIdentifier, WrittenName
from homeward.web.door import open_door

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert(1)</script>\"'><b>"
PEOPLE = [
    ("Ilka Tamorevic", "إلكا تاموريفيتش", "1991"),
    ("Jovan Pelkin", "يوفان بلكين", "1985"),
    ("Sana Morred", "سناء مرد", "1979"),
    ("Tarek Olvin", "طارق أولفين", "1988"),
    ("Mira Dosta", "ميرا دوستا", "1995"),
    ("Anton Berek", "أنطون بيريك", "1968"),
    ("Lena Kavrit", "لينا كافريت", "2001"),
    ("Omar Sudell", "عمر سوديل", "1977"),
]


@pytest.fixture(autouse=True)
def clean() -> Iterator[None]:
    """No door stays open, and no file that a test brought stays."""
    yield
    open_door(None)
    staged.sweep(now=4e9)


@pytest.fixture
def officer(desk, client) -> Client:
    """A client of the list officer."""
    return sign_in(client, desk.users[Role.LIST_OFFICER])


def another(user) -> Client:
    return sign_in(Client(headers={"host": "127.0.0.1"}), user)


def text_of(answer) -> str:
    """What a reader sees: no tags, entities resolved, isolation marks away."""
    import html

    plain = re.sub(r"<[^>]+>", "", re.sub(r"<(script|style)\b.*?</\1>", "", answer.content.decode(), flags=re.S))
    return " ".join(html.unescape(plain).replace("\u2068", "").replace("\u2069", "").split())


def workbook(rows, *, name: str = "arrivals.xlsx") -> SimpleUploadedFile:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            sheet.write(number, place, cell)
    book.close()
    return SimpleUploadedFile(name, stream.getvalue())


def bring(client: Client, desk, file: SimpleUploadedFile, **told: str):
    """Bring a file; the address of the look at it."""
    file.seek(0)
    answer = client.post(f"/case/{desk.case.pk}/lists/bring", {"kind": "in", **told, "file": file})
    assert answer.status_code == 302, text_of(answer)
    assert "/lists/brought/" in answer["Location"]
    return answer["Location"]


def columns(answer) -> dict[str, str]:
    """By letter of the column, the name of the choice of its meaning."""
    found = re.findall(r'<select name="(m-\d+-\d+)" aria-label="What column (\w+) means">', answer.content.decode())
    return {letter: name for name, letter in found}


def chosen(answer) -> dict[str, str]:
    """What the choices stand at."""
    page = answer.content.decode()
    return {
        name: re.search(r'<option value="(\w+)" selected', body)[1]  # type: ignore[index]
        for name, body in re.findall(r'<select name="(m-\d+-\d+)".*?>(.*?)</select>', page, re.S)
    }


def eight(desk) -> list[Person]:
    return [
        add_person(
            desk.chief,
            desk.case,
            names=[WrittenName(latin), WrittenName(arabic, NameKind.TRANSLITERATION)],
            birth=PartialDate.read(year),
            sex=Sex.FEMALE,
            nationalities=["GE", "IL"] if n == 0 else ["GE"],
            father_name=f"Fatherof{n}",
            mother_name=f"Motherof{n}",
            place_of_birth=f"Bornat{n}",
            home_place=f"Homeat{n}",
            missing_since=PartialDate.read("2025-11-02"),
            identifiers=[WrittenIdentifier(f"ZX{n}00{n}")],
            external_id=f"DESK-{n}-77",
        )
        for n, (latin, arabic, year) in enumerate(PEOPLE)
    ]


# --- journey 2: eight people out of a messy bilingual workbook ---


def messy() -> SimpleUploadedFile:
    head = ["№", "Name / الاسم", "X1", "Date of birth", "Passport No."]
    rows = [
        ["LIST OF THE MISSING – as sent by the town, 3rd version"],
        [],
        head,
        *([n, latin, f"Son of {n}", year, f"AA10{n}"] for n, (latin, _, year) in enumerate(PEOPLE[:5], 1)),
        [6, PEOPLE[5][1], "", "31/02/1968", "AA106"],
        [],
        [7, PEOPLE[6][1], "", 2001, "AA107"],
        [8, HOSTILE, "", "", "AA108"],
    ]
    return workbook(rows)


def test_eight_people_come_in_from_a_messy_workbook_and_the_same_again_changes_nothing(inside, desk):
    held = add_person(
        desk.chief,
        desk.case,
        names=[WrittenName("Ilka Tamorevic")],
        birth=PartialDate.read("1990"),
        external_id="AA101",
    )
    where = bring(inside, desk, messy(), kind="people", author="Town of Ostrel")
    assert not Party.objects.filter(name="Town of Ostrel").exists(), "to look records nobody"
    page = inside.get(where)
    seen = text_of(page)
    assert page.status_code == 200
    assert "Nothing is stored yet" in seen
    assert "7 new people" in seen
    assert f"P{held.pk} Ilka Tamorevic: birth is 1990 here and 1991 in the table" in seen
    assert "row 9" in seen and "31/02/1968" in seen
    assert "<script>alert" not in page.content.decode()
    assert "<script>alert" in seen
    # A column that says nothing is told what it means, and the look is taken again.
    again = inside.post(where, {columns(page)["C"]: "father_name", "what": "look"}, follow=True)
    assert chosen(again)[columns(again)["C"]] == "father_name"
    assert Person.objects.filter(case=desk.case).count() == 1
    done = inside.post(where, {"what": "store"}, follow=True)
    assert "7 people added" in text_of(done)
    people = Person.objects.filter(case=desk.case).order_by("pk")
    assert people.count() == 8
    assert people[1].father_name == "Son of 2"
    held.refresh_from_db()
    assert held.birth.edtf == "1990", "what the file contradicts stays as it was"
    assert inside.get(where).status_code == 404, "the file is gone once it is stored"
    before = (
        Person.objects.count(),
        NameForm.objects.count(),
        ListItem.objects.count(),
        ColumnMapping.objects.count(),
    )
    where = bring(inside, desk, messy(), kind="people", author="Town of Ostrel")
    page = inside.get(where)
    assert "0 new people" in text_of(page)
    assert chosen(page)[columns(page)["C"]] == "father_name", "remembered for this sender"
    assert "0 people added, 0 completed, 8 unchanged" in text_of(inside.post(where, {"what": "store"}, follow=True))
    after = (
        Person.objects.count(),
        NameForm.objects.count(),
        ListItem.objects.count(),
        ColumnMapping.objects.count(),
    )
    assert after == before


# --- taking in lists ---


def register(*rows, heading: str = "Full name") -> SimpleUploadedFile:
    return workbook([[heading, "Father's name", "Status"], *rows], name="register.xlsx")


def test_a_list_is_looked_at_then_stored_and_the_same_file_again_changes_nothing(inside, desk):
    file = register(["Ilka Tamorevic", "Petar", "held"], ["Sana Morred", "Amin", "moved"])
    told = {"title": "Register of the harbour", "author": "Harbour Office", "as_of": "2026-02"}
    where = bring(inside, desk, file, **told)
    assert "2 new" in text_of(inside.get(where))
    assert List.objects.count() == 0
    done = inside.post(where, {"what": "store"}, follow=True)
    stored = List.objects.get()
    assert done.redirect_chain == [(f"/list/L{stored.pk}", 302)]
    assert (stored.title, stored.author.name, stored.direction) == ("Register of the harbour", "Harbour Office", "in")
    assert stored.as_of.edtf == "2026-02"
    assert stored.capture.content_id in text_of(done)
    where = bring(inside, desk, file, **told)
    assert f"This very file is held already: L{stored.pk}" in text_of(inside.get(where))
    events = AuditEvent.objects.filter(act__in=("take_in_list", "begin_list", "capture_file")).count()
    assert "nothing was changed" in text_of(inside.post(where, {"what": "store"}, follow=True))
    assert (List.objects.count(), ListItem.objects.count()) == (1, 2)
    assert AuditEvent.objects.filter(act__in=("take_in_list", "begin_list", "capture_file")).count() == events


def test_a_new_version_shows_what_is_new_changed_unchanged_and_vanished(inside, desk):
    first = register(
        ["Ilka Tamorevic", "Petar", "held"], ["Sana Morred", "Amin", "held"], ["Omar Sudell", "Idris", "x"]
    )
    inside.post(bring(inside, desk, first, author="Harbour Office"), {"what": "store"})
    older = List.objects.get()
    second = register(
        ["Ilka Tamorevic", "Petar", "moved"], ["Sana Morred", "Amin", "held"], ["Mira Dosta", "Ivo", "y"]
    )
    where = bring(inside, desk, second, author="Harbour Office", follows=f"L{older.pk}")
    seen = text_of(inside.get(where))
    assert "1 new" in seen and "1 changed" in seen and "1 unchanged" in seen and "1 vanished" in seen
    assert "Status: held" in seen and "moved" in seen
    inside.post(where, {"what": "store"})
    newer = List.objects.exclude(pk=older.pk).get()
    assert newer.follows == older
    page = text_of(inside.get(f"/case/{desk.case.pk}/lists"))
    assert f"a new version of L{older.pk}" in page and f"newer version: L{newer.pk}" in page


def test_meanings_that_were_corrected_are_remembered_for_the_sender(inside, desk):
    odd = workbook([["Zorb", "Blap", "Date of birth"], ["Ilka Tamorevic", "Petar", "1991"]], name="odd.xlsx")
    where = bring(inside, desk, odd, author="Harbour Office")
    page = inside.get(where)
    names = columns(page)
    if page.status_code == 422:  # no column is known to hold names: it can be said here
        assert "no column is known to hold names" in text_of(page)
    inside.post(where, {names["A"]: "full_name", names["B"]: "father_name", "what": "look"})
    inside.post(where, {"what": "store"})
    assert ListItem.objects.get().record["father_name"] == "Petar"
    next_one = workbook([["Zorb", "Blap", "Date of birth"], ["Sana Morred", "Amin", "1979"]], name="odd2.xlsx")
    page = inside.get(bring(inside, desk, next_one, author="Harbour Office"))
    assert page.status_code == 200
    assert "Confirmed earlier for this sender" in text_of(page)
    stranger = inside.get(bring(inside, desk, next_one, author="Somebody else"))
    assert "Confirmed earlier" not in text_of(stranger)


def test_a_file_that_cannot_be_read_is_refused_in_words_and_can_be_removed(inside, desk):
    where = bring(inside, desk, SimpleUploadedFile("list.xlsx", b"PK\x03\x04 this is no workbook"))
    page = inside.get(where)
    assert page.status_code == 422
    assert 'role="alert"' in page.content.decode()
    assert 'value="store"' not in page.content.decode()
    assert inside.post(where, {"what": "drop"}).status_code == 302
    assert inside.get(where).status_code == 404


def test_a_brought_file_is_for_who_brought_it_for_an_hour_and_in_no_page(inside, desk):
    where = bring(inside, desk, register(["Ilka Tamorevic", "Petar", "held"]))
    assert "UEsDB" not in inside.get(where).content.decode(), "the bytes are not in the page"
    colleague = another(desk.user("colleague", Role.CASEWORKER))
    assert colleague.get(where).status_code == 404
    other = open_case(desk.chief, "The southern list")
    chief = another(desk.chief)
    assert chief.get(where.replace(f"/case/{desk.case.pk}/", f"/case/{other.pk}/")).status_code == 404
    assert chief.get(f"/case/{desk.case.pk}/lists/brought/..%2F..%2Fx").status_code == 404
    again = another(desk.worker)
    assert again.get(where).status_code == 200
    staged.sweep(now=__import__("time").time() + staged.KEPT_SECONDS + 1)
    assert again.get(where).status_code == 404


def test_an_unknown_meaning_is_no_meaning(inside, desk):
    where = bring(inside, desk, register(["Ilka Tamorevic", "Petar", "held"]))
    assert inside.post(where, {"m-0-0": "nonsense", "what": "store"}).status_code == 404
    assert List.objects.count() == 0


# --- reading lists ---


def test_the_lists_of_a_case_say_which_way_and_how_many_are_ours(inside, desk):
    theirs = desk.list(({}, {}, {}))
    judge_link(desk.chief, desk.link(item=theirs.items.get(ordinal=1)), Verdict.SAME, "the same birth")
    desk.link(person=desk.person("Somebody Else"), item=theirs.items.get(ordinal=2))
    page = inside.get(f"/case/{desk.case.pk}/lists")
    assert page.status_code == 200
    row = re.search(rf'<tr role="row" id="L{theirs.pk}">(.*?)</tr>', page.content.decode(), re.S)[1]
    assert re.findall(r'class="number"[^>]*>(?:<a[^>]*>)?(\d+|–)', row) == ["3", "1", "1"]


def test_a_list_shows_its_rows_as_written_by_page_with_who_they_are(inside, desk):
    stored = desk.list(tuple({} for _ in range(60)))
    link = desk.link(item=stored.items.get(ordinal=55))
    judge_link(desk.chief, link, Verdict.SAME, "the same birth")
    first = inside.get(f"/list/L{stored.pk}").content.decode()
    second = inside.get(f"/list/L{stored.pk}?page=2").content.decode()
    assert 'id="row-50"' in first and 'id="row-51"' not in first
    assert 'id="row-51"' in second and 'id="row-60"' in second
    assert "judged to be" in second and f"/person/P{link.person_id}" in second
    tied = inside.get(f"/list/L{stored.pk}?only=tied").content.decode()
    assert re.findall(r'id="row-(\d+)"', tied) == ["55"]
    assert inside.get(f"/list/L{stored.pk}?only=nonsense").status_code == 404


def test_hostile_cells_and_titles_stay_text(inside, desk):
    stored = desk.list()
    stored.title = HOSTILE
    stored.tables = [{"name": "", "headings": [HOSTILE, "x"], "meanings": ["full_name", "status"]}]
    stored.save()
    item = ListItem.objects.create(
        list=stored, ordinal=2, row_number=9, cells=[HOSTILE, HOSTILE], name=HOSTILE, record=None
    )
    for address in (f"/case/{desk.case.pk}/lists", f"/list/L{stored.pk}", f"/list/L{stored.pk}/row/{item.ordinal}"):
        page = inside.get(address)
        assert page.status_code == 200
        assert "<script>alert" not in page.content.decode(), address
        assert HOSTILE in text_of(page), address


def test_a_row_is_linked_by_hand_and_still_to_be_judged(inside, desk):
    stored, person = desk.list(), desk.person()
    where = f"/list/L{stored.pk}/row/1"
    refused = inside.post(f"{where}/link", {"person": f"L{stored.pk}", "reason": "the same face"})
    assert refused.status_code == 422
    assert "is no sought person" in text_of(refused)
    assert inside.post(f"{where}/link", {"person": "P99999", "reason": "x"}).status_code == 422
    assert not ItemLink.objects.exists()
    done = inside.post(f"{where}/link", {"person": f"p{person.pk}", "reason": "the same face"}, follow=True)
    link = ItemLink.objects.get()
    assert (link.person, link.entered_by, link.engine) == (person, desk.worker, "by hand")
    assert "to judge:" in text_of(done) and "linked by hand" in text_of(done)
    assert inside.get(f"/list/L{stored.pk}/row/99").status_code == 404


def test_looking_for_our_people_counts_what_is_new_once(inside, desk):
    desk.person("Ilka Tamorevic")
    inside.post(bring(inside, desk, register(["Ilka Tamorevich", "Petar", "held"])), {"what": "store"})
    stored = List.objects.get()
    done = inside.post(f"/list/L{stored.pk}/match", follow=True)
    assert "1 row is new to judge." in text_of(done)
    assert ItemLink.objects.count() == 1
    again = inside.post(f"/case/{desk.case.pk}/lists/match", follow=True)
    assert "no row is new to judge" in text_of(again)
    assert inside.get(f"/list/L{stored.pk}/match").status_code == 405


# --- rounds and answers ---


@pytest.fixture
def handed(desk):
    """Our list of two people, as told handed over."""
    held = desk.list(({}, {}), direction=Direction.OUT)
    for ordinal, name in ((1, "Ilka Tamorevic"), (2, "Sana Morred")):
        link_by_hand(desk.chief, held.items.get(ordinal=ordinal), desk.person(name), reason="our own row")
    return desk.handed_over(held)


def test_a_collective_answer_stands_on_every_name_and_answers_for_none(inside, desk, handed):
    told = {"party": "Ministry of the Interior of Tarvia", "code": "searching", "round": "1"}
    refused = inside.post(f"/list/L{handed.pk}/answer", told)
    assert refused.status_code == 422
    assert "(--" not in refused.content.decode(), "what the command line would type"
    assert "in which words they answered" in text_of(refused)
    done = inside.post(
        f"/list/L{handed.pk}/answer", told | {"words": "We are looking.", "answered_on": "2026-03-04"}, follow=True
    )
    answer = Answer.objects.get()
    assert done.redirect_chain[-1][0] == f"/answer/A{answer.pk}"
    assert (answer.item, answer.code, answer.entered_by) == (None, "searching", desk.worker)
    page = text_of(inside.get(f"/case/{desk.case.pk}/rounds?as_of=2026-06-01"))
    assert page.count("says that it is looking for the people on the list (of nobody by name) collective") == 2
    assert "89 days" in page
    waits = text_of(inside.get(f"/case/{desk.case.pk}/unanswered?as_of=2026-06-01"))
    assert "Ilka Tamorevic" in waits and "Sana Morred" in waits


def test_an_answer_by_name_takes_the_person_off_those_who_wait(inside, desk, handed):
    told = {
        "party": "Ministry of the Interior of Tarvia",
        "code": "does_not_hold",
        "round": "1",
        "words": "Not here.",
    }
    page = inside.get(f"/list/L{handed.pk}/answer?row=2")
    assert "About row 5" in text_of(page)
    inside.post(f"/list/L{handed.pk}/answer?row=2", told)
    answer = Answer.objects.get()
    assert answer.item.ordinal == 2
    waits = text_of(inside.get(f"/case/{desk.case.pk}/unanswered"))
    assert "Ilka Tamorevic" in waits and "Sana Morred" not in waits
    only = text_of(inside.get(f"/case/{desk.case.pk}/rounds?only=unanswered"))
    assert "Ilka Tamorevic" in only and "Sana Morred" not in only
    back = inside.post(f"/answer/A{answer.pk}", {"reason": "of another list"}, follow=True)
    assert f"Taken back: A{answer.pk}" in text_of(back)
    assert "Sana Morred" in text_of(inside.get(f"/case/{desk.case.pk}/unanswered"))


def test_the_drafted_reminder_names_who_waits_as_the_list_names_them_and_nothing_else(inside, desk, handed):
    handover = Handover.objects.get()
    page = inside.get(f"/handover/H{handover.pk}").content.decode()
    draft = re.search(r'<textarea id="draft"[^>]*>(.*?)</textarea>', page, re.S)[1]
    assert "To: Ministry of the Interior of Tarvia" in draft
    assert draft.count("Веласкин Марко") == 2
    assert "Tamorevic" not in draft, "a name that the list does not bear does not leave by a reminder"


def test_a_reminder_is_drafted_in_the_language_of_the_recipient_or_in_another_that_is_asked_for(inside, desk):
    person, officer = desk.person(), desk.users[Role.LIST_OFFICER]
    party = desk.party()
    held = prepare_list(officer, desk.case, title="Round", recipient=party, people=[person], script="Arab")
    assess_what_leaves(desk.chief, held)
    ours = decide_preparation(desk.chief, held, approves=True).list
    record_handover(desk.chief, desk.case, list=ours, recipient=party, on=PartialDate.read("2026-03-01"))
    address = f"/handover/H{Handover.objects.get().pk}"
    for query, words in (("", "نطلب منكم الجواب"), ("?in=ru", "Просим ответить"), ("?in=xx", "نطلب منكم الجواب")):
        page = inside.get(address + query).content.decode()
        assert words in re.search(r'<textarea id="draft"[^>]*>(.*?)</textarea>', page, re.S)[1]
        assert "Reminder, drafted" in page, "the page itself keeps the reader's language"


def test_an_answer_needs_a_list_of_ours_that_was_handed_over(inside, desk):
    theirs = desk.list()
    told = {"party": "Somebody New", "code": "holds", "round": "1", "words": "Yes."}
    refused = inside.post(f"/list/L{theirs.pk}/answer", told)
    assert refused.status_code == 422
    assert "is not a list of ours" in text_of(refused)
    assert not Party.objects.filter(name="Somebody New").exists(), "with the act, its new party is refused"


# --- journey 3: prepare, approve, hand over ---


def prepare(officer, desk, people, **told):
    values = {
        "title": "The eight, first round",
        "recipient": "Coast Movement",
        "purpose": "tracing",
        "script": "Arab",
        "fields_left": ["father_name", "birth_year", "nationality"],
        "person": [str(person.pk) for person in people],
        "go": "look",
        **told,
    }
    return officer.post(f"/case/{desk.case.pk}/prepare", values)


def parts_of(content: bytes) -> str:
    """Everything in a workbook: every part of the archive, their names, and the bytes around them."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        told = [book.comment.decode("utf-8", "replace")]
        for info in book.infolist():
            told += [
                info.filename,
                info.comment.decode("utf-8", "replace"),
                book.read(info).decode("utf-8", "replace"),
            ]
    return "\n".join([*told, content.decode("latin-1")])


def test_who_has_no_form_in_the_recipient_s_script_is_a_step_from_getting_one(officer, desk):
    person = desk.person("Sana Morred")
    page = prepare(officer, desk, [person]).content.decode()
    assert "no form in this script" in page
    assert f'href="/person/P{person.pk}/more"' in page
    officer.post(f"/person/P{person.pk}/more", {"names": "سناء مرد", "kind": "transliteration"})
    page = prepare(officer, desk, [person]).content.decode()
    assert "سناء مرد" in page and "no form in this script" not in page


def test_a_list_of_eight_is_prepared_approved_and_handed_over(officer, desk):
    people = eight(desk)
    page = prepare(officer, desk, people)
    seen = text_of(page)
    assert page.status_code == 200
    assert "إلكا تاموريفيتش" in seen and "Fatherof3" in seen
    assert "Motherof3" not in seen and "ZX3003" not in seen
    assert "several nationalities: none leaves" in seen
    assert not Preparation.objects.exists() and not Party.objects.filter(name="Coast Movement").exists()
    relied = {f"relied-{people[0].pk}": "GE"}
    kept = prepare(officer, desk, people, go="keep", **relied)
    held = Preparation.objects.get()
    assert kept["Location"] == f"/prepared/D{held.pk}"
    where = kept["Location"]
    page = text_of(officer.get(where))
    assert "Nothing allows 8 people to be named to this party yet" in page
    assert held.content_id in page
    # Whoever prepared it does not approve it, whatever the page shows.
    refused = officer.post(where, {"approves": "yes"})
    assert refused.status_code == 422
    assert not List.objects.exists()

    second = another(desk.users[Role.SUPERVISOR])
    refused = second.post(where, {"approves": "yes"})
    assert "No harm assessment" in text_of(refused) and refused.status_code == 422
    step = f"{where}/harm/P{people[0].pk}"
    assert "Fatherof0" in text_of(second.get(step)) and "Motherof0" not in text_of(second.get(step))
    for _ in people:
        answer = second.post(step, {"allows": "yes", "legal_basis": "vital interest", "assessment": "known to them"})
        assert answer.status_code == 302
        step = answer["Location"]
    assert step == where, "from person to person, and back to the list"
    assert HarmAssessment.objects.filter(allows=True).count() == 8
    done = second.post(where, {"approves": "yes"}, follow=True)
    stored = List.objects.get()
    assert f"it is now L{stored.pk}" in text_of(done)
    assert (stored.direction, stored.recipient.name) == (Direction.OUT, "Coast Movement")

    # The exact bytes, under their hash; and in them no value of any field that was not ticked (D5).
    file = second.get(f"/list/L{stored.pk}/file")
    content = b"".join(file.streaming_content) if file.streaming else file.content
    assert hashlib.sha256(content).hexdigest() == held.content_id == stored.capture.content_id
    assert "attachment" in file["Content-Disposition"]
    whole = parts_of(content)
    for n, person in enumerate(people):
        latin, arabic, year = PEOPLE[n]
        assert arabic in whole and f"Fatherof{n}" in whole and year in whole
        for secret in (latin, f"Motherof{n}", f"Bornat{n}", f"Homeat{n}", f"ZX{n}00{n}", f"DESK-{n}-77", "2025-11"):
            assert secret not in whole, secret
        assert f"P{person.pk}<" not in whole
    for secret in ("إسرائيل", "Israel", ">IL<", "أنثى", "female", "first round", "Coast Movement", "chief",
                   "supervisor",
                   "list_officer", "Ada Corvel", desk.case.title):  # fmt: skip
        assert secret not in whole, secret
    table = read_tables(("list.xlsx", content)).tables[0]
    assert [row.cells[0] for row in table.rows()] == [str(n) for n in range(1, 9)]
    assert stored.items.count() == 8

    # Handed over: to nobody but the party that it was approved for; then the reply clock runs.
    form = {"recipient": "Somebody Else", "on": "2026-03-10", "round": "1", "reply_due": "2026-04-14"}
    for person in people:
        assess_harm(
            desk.chief, person, recipient=desk.party("Somebody Else"), legal_basis="x", assessment="y", allows=True,
            fields=fields_that_leave(stored)[person.pk],
        )  # fmt: skip
    refused = second.post(f"/list/L{stored.pk}/handover", form)
    assert refused.status_code == 422 and "was approved for" in text_of(refused)
    told = form | {
        "recipient": "Coast Movement", "place": "Port Halim", "carried_by": "the envoy",
        "received_by": "the head of office", "acknowledged": "yes",
    }  # fmt: skip
    done = second.post(f"/list/L{stored.pk}/handover", told, follow=True)
    handover = Handover.objects.get()
    assert done.redirect_chain[-1][0] == f"/handover/H{handover.pk}"
    assert (handover.acknowledged, handover.place, handover.names_count) == (True, "Port Halim", 8)
    disclosures = Disclosure.objects.filter(handover=handover)
    assert {d.person_id for d in disclosures} == {p.pk for p in people}
    assert {tuple(d.fields) for d in disclosures} == {("name", "father_name", "birth_year", "nationality")}
    assert {d.approved_by for d in disclosures} == {desk.users[Role.SUPERVISOR]}
    waits = text_of(second.get(f"/case/{desk.case.pk}/unanswered?as_of=2026-05-01"))
    assert waits.count("17 days overdue") == 8
    home = text_of(second.get(f"/case/{desk.case.pk}/?as_of=2026-05-01"))
    assert "8 answers overdue" in home


def test_each_other_field_must_be_ticked(officer, desk):
    people = eight(desk)
    page = text_of(prepare(officer, desk, people, fields_left=[], script="Latn"))
    assert "Ilka Tamorevic" in page
    assert "Fatherof0" not in page and "1991" not in page and "Georgia" not in page
    page = text_of(prepare(officer, desk, people, fields_left=["mother_name", "identifiers"], script="Latn"))
    assert "Motherof0" in page and "ZX0000" in page and "Fatherof0" not in page


def test_nothing_is_prepared_without_people_title_and_recipient(officer, desk):
    people = eight(desk)
    for told in ({"title": ""}, {"recipient": ""}, {"person": []}, {"script": "Xxxx"}, {"fields_left": ["secret"]}):
        answer = prepare(officer, desk, people, **{"go": "keep", **told})
        assert answer.status_code == 422, told
    assert not Preparation.objects.exists()


def test_who_is_chosen_is_kept_while_pages_are_turned(officer, desk):
    people = [desk.person(f"Person Number{n}") for n in range(60)]
    picked = [str(people[3].pk), str(people[58].pk)]
    page = prepare(officer, desk, [], person=picked, go="page-2").content.decode()
    assert f'<input type="hidden" name="person" value="{picked[0]}">' in page
    assert f'name="person" value="{picked[1]}" checked' in page
    everybody = text_of(prepare(officer, desk, [], everybody="1", script="Latn"))
    assert "Person Number59" in everybody


def test_a_person_under_a_restriction_is_on_no_list(desk, client):
    chief = sign_in(client, desk.chief)
    desk.users[Role.LIST_OFFICER].grants.update(clearance=2)
    people = eight(desk)
    restrict(desk.chief, people[2], level=Classification.MEDIATOR, reason="asked by the mediator")
    officer = sign_in(chief, desk.users[Role.LIST_OFFICER])
    refused = prepare(officer, desk, people)
    assert refused.status_code == 422
    assert f"Under a restriction, and so on no list: P{people[2].pk}" in text_of(refused)


def test_a_prepared_list_can_be_sent_back_with_the_reason(officer, desk):
    prepare(officer, desk, eight(desk), go="keep")
    held = Preparation.objects.get()
    second = another(desk.users[Role.SUPERVISOR])
    assert second.post(f"/prepared/D{held.pk}", {"approves": "no", "reason": ""}).status_code == 422
    second.post(f"/prepared/D{held.pk}", {"approves": "no", "reason": "leave out the years"})
    assert not held.approval.approves
    assert "leave out the years" in text_of(second.get(f"/case/{desk.case.pk}/prepared"))
    assert second.post(f"/prepared/D{held.pk}", {"approves": "yes"}).status_code == 422
    assert not List.objects.exists()


# --- who may, and what is noted ---


def test_every_page_is_for_who_may_and_not_there_for_all_others(desk, client):
    people = eight(desk)[:2]
    theirs = desk.list()
    ours = desk.list(({},), direction=Direction.OUT)
    link_by_hand(desk.chief, ours.items.get(), people[0], reason="our own row")
    handed = desk.handed_over(ours)
    handover = Handover.objects.get(list=handed)
    officer = sign_in(client, desk.users[Role.LIST_OFFICER])
    prepare(officer, desk, people, go="keep")
    held = Preparation.objects.get()
    from homeward.casework.actions.answers import record_answer
    from homeward.records import AnswerCode

    answer = record_answer(desk.chief, ours, party=None, code=AnswerCode.SEARCHING, words="We look.")
    case = f"/case/{desk.case.pk}"
    pages = {
        f"{case}/lists": "read", f"{case}/rounds": "read", f"{case}/unanswered": "read",
        f"/list/L{theirs.pk}": "read",
        f"/list/L{theirs.pk}/row/1": "read",
        f"/handover/H{handover.pk}": "read",
        f"/answer/A{answer.pk}": "read",
        f"{case}/lists/bring": "take in", f"/list/L{ours.pk}/answer": "enter", f"{case}/prepare": "hand over",
        f"{case}/prepared": "hand over", f"/prepared/D{held.pk}": "hand over",
        f"/prepared/D{held.pk}/harm/P{people[0].pk}": "hand over", f"/list/L{ours.pk}/handover": "hand over",
        f"/list/L{ours.pk}/file": "hand over",
    }  # fmt: skip
    may = {
        Role.READER: {"read"},
        Role.CASEWORKER: {"read", "take in", "enter"},
        Role.LIST_OFFICER: {"read", "take in", "enter", "hand over"},
        Role.FAMILY_LIAISON: {"read", "enter"},
        Role.SUPERVISOR: {"read", "take in", "enter", "hand over"},
        Role.AUDITOR: set(),
    }
    for role, allowed in may.items():
        visitor = another(desk.users[role])
        for address, needs in pages.items():
            wanted = 200 if needs in allowed else 404
            assert visitor.get(address).status_code == wanted, (role, address)
    stranger = desk.user("stranger", Role.SUPERVISOR, case=open_case(desk.chief, "The southern list"))
    visitor = another(stranger)
    bodies = set()
    for address in (*pages, "/list/L987654", "/list/P1", "/prepared/D987654", "/handover/H0", "/answer/nonsense"):
        answered = visitor.get(address)
        assert answered.status_code == 404, address
        body = re.sub(r'name="(?:csrfmiddlewaretoken|back)" value="[^"]*"', "", answered.content.decode())
        bodies.add(body)
    assert len(bodies) == 1, "not there and not for you look alike"


def test_acts_are_refused_to_who_may_only_read(desk):
    person, theirs = desk.person(), desk.list()
    reader = another(desk.users[Role.READER])
    posts = {
        f"/list/L{theirs.pk}/match": {},
        f"/case/{desk.case.pk}/lists/match": {},
        f"/list/L{theirs.pk}/row/1/link": {"person": f"P{person.pk}", "reason": "x"},
        f"/list/L{theirs.pk}/answer": {"code": "holds", "round": "1", "words": "x"},
        f"/case/{desk.case.pk}/prepare": {"go": "keep"},
    }
    before = ItemLink.objects.count(), Answer.objects.count(), Preparation.objects.count()
    for address, values in posts.items():
        assert reader.post(address, values).status_code in (404, 422), address
    assert (ItemLink.objects.count(), Answer.objects.count(), Preparation.objects.count()) == before


def test_reads_are_in_the_audit(inside, desk, handed):
    handover = Handover.objects.get()
    for address, acts in (
        (f"/case/{desk.case.pk}/lists", ["read_lists"]),
        (f"/list/L{handed.pk}", ["read_list"]),
        (f"/list/L{handed.pk}/row/1", ["read_list_row"]),
        (f"/case/{desk.case.pk}/rounds", ["read_grid"]),
        (f"/case/{desk.case.pk}/unanswered", ["read_unanswered"]),
        (f"/handover/H{handover.pk}", ["draft_reminder"]),
    ):
        before = AuditEvent.objects.count()
        assert inside.get(address).status_code == 200
        noted = list(AuditEvent.objects.order_by("number")[before:])
        assert [event.act for event in noted] == acts, address
        assert {(event.user, event.case_id) for event in noted} == {(desk.worker.username, desk.case.pk)}


def test_the_number_of_queries_does_not_grow_with_the_case(inside, desk, django_assert_max_num_queries, handed):
    def more(n: int) -> None:
        theirs = desk.list(tuple({} for _ in range(5)))
        for ordinal in range(1, 4):
            person = desk.person(f"Person {n} {ordinal}")
            link = desk.link(person, theirs.items.get(ordinal=ordinal))
            if ordinal == 1:
                judge_link(desk.chief, link, Verdict.SAME, "born alike")
        item = ListItem.objects.create(
            list=handed,
            ordinal=n + 10,
            row_number=n + 10,
            cells=["x"],
            name=f"Row {n}",
            record={"key": "1", "names": [{"text": "x"}]},
        )
        link_by_hand(desk.chief, item, desk.person(f"On our list {n}"), reason="our own row")

    addresses = [
        f"/case/{desk.case.pk}/lists",
        f"/list/L{handed.pk}",
        f"/case/{desk.case.pk}/rounds",
        f"/case/{desk.case.pk}/rounds?only=unanswered",
        f"/case/{desk.case.pk}/unanswered",
        f"/handover/H{Handover.objects.get().pk}",
    ]
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for n in range(3):
        more(n)
    counts = {}
    for address in addresses:
        inside.get(address)  # what is remembered (who a list echoes) is worked out
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert inside.get(address).status_code == 200
        counts[address] = len(asked)
    for n in range(3, 9):
        more(n)
    for address in addresses:
        inside.get(address)
        with django_assert_max_num_queries(counts[address]):
            assert inside.get(address).status_code == 200


def test_an_empty_case_says_what_to_do_next(inside, desk):
    case = f"/case/{desk.case.pk}"
    assert "No list is held in this case yet." in text_of(inside.get(f"{case}/lists"))
    assert "Take in a list" in text_of(inside.get(f"{case}/rounds"))
    assert "Nobody waits for an answer." in text_of(inside.get(f"{case}/unanswered"))


PASTED = "PERSONS RECEIVED AT CAMP NORTH, 2 October 2026\n1. Mr Park Jihoon, b. 1984\n2. Zofja Visnevska, 1969\n"


def test_rows_are_pasted_as_they_are_copied_from_a_pdf_and_kept_as_pasted(inside, desk):
    case = f"/case/{desk.case.pk}/lists/bring"
    told = {"kind": "in", "author": "Camp North", "pasted": PASTED}
    for wrong in ({**told, "pasted": " \n "}, {**told, "file": SimpleUploadedFile("a.csv", b"Name\nAnna Orel\n")}):
        assert inside.post(case, wrong).status_code == 422
    place = inside.post(case, told)["Location"]
    assert inside.get(place).status_code == 422  # which column holds the names is asked
    inside.post(place, {"what": "look", "m-0-0": "full_name"})
    assert inside.get(place).status_code == 200
    inside.post(place, {"what": "store", "m-0-0": "full_name"})
    stored = List.objects.get()
    assert stored.title == "PERSONS RECEIVED AT CAMP NORTH, 2 October 2026"
    assert bytes(stored.capture.content.content).decode() == PASTED
    assert [item.name for item in stored.items.order_by("ordinal")][1:] == ["Mr Park Jihoon", "Zofja Visnevska"]

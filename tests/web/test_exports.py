"""The pages of exports, and the ledger as a file: what they show, and whom they let do what."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.casework.build import CaseFile, full_case, on
from tests.casework.conftest import assess_what_leaves
from tests.web.conftest import sign_in

from homeward.casework.actions.claims import confirm_claim
from homeward.casework.actions.commitments import record_commitment, review_commitment
from homeward.casework.actions.desk import add_user, grant_role
from homeward.casework.models import AuditEvent, Disclosure, Party, Preparation, Role
from homeward.exchange import read_ftm, read_pfif
from homeward.records import ClaimSubject

pytestmark = pytest.mark.django_db
ASKED = {
    "recipient": "Tracing Office", "use": "share_with_party", "purpose": "the family asked", "script": "Latn",
    "fields_left": ["father_name", "nationality"], "claims": "on", "quotes": "on", "expires_on": "2099-01-01",
}  # fmt: skip


@pytest.fixture
def maro(file: CaseFile):
    one = file.person("Maro Velisk", "Маро Велиск", nationalities=["GE", "IL"], father_name="Tano",
                      home_place="HOMEPLACE")  # fmt: skip
    file.claim(one, ClaimSubject.CUSTODY, words="Maro is held.", value="a camp")
    return one


def text(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).replace("&#x27;", "'").split())


def leaves(answer) -> str:
    return " ".join(re.findall(r'<dd class="lines">(.*?)</dd>', answer.content.decode(), re.S))


def test_from_a_person_to_a_file_that_is_recorded(page, file, maro):
    person = f"/person/P{maro.pk}"
    assert f'href="{person}/export"' in page.get(person).content.decode()
    formats = page.get(f"{person}/export")
    assert "?as=pfif" in formats.content.decode()
    address = f"{person}/export?as=pfif"
    form = text(page.get(address))
    assert "Place of arrest" not in form and "Who is in it" not in form and "To be deleted by" in form

    shown = page.post(address, {**ASKED, "go": "look"})
    told = leaves(shown)
    assert "Maro Velisk" in told and "Father's name: Tano" in told.replace("&#x27;", "'") and "Maro is held." in told
    assert "HOMEPLACE" not in shown.content.decode() and "Georgia" not in told
    assert not Preparation.objects.exists() and not Party.objects.filter(name="Tracing Office").exists()
    claim = maro.claims.get()
    chosen = {**ASKED, f"relied-{maro.pk}": "GE", "left_out": str(claim.pk)}
    again = page.post(address, {**chosen, "go": "page-1"})
    assert "Nationality: Georgia" in leaves(again) and "Maro is held." not in leaves(again)
    assert "you left it out" in text(again)

    kept = page.post(address, {**chosen, "go": "keep"})
    held = Preparation.objects.get()
    where = f"/prepared/D{held.pk}"
    assert kept.status_code == 302 and kept["Location"] == where
    assert not Disclosure.objects.exists()
    assert page.get(f"{where}/file").status_code == 404
    refused = page.post(where, {"approves": "yes"})
    assert refused.status_code == 422 and "no harm assessment" in text(refused).lower()
    assert page.get(f"{where}/harm/P{maro.pk}").status_code == 200
    assess_what_leaves(file.user, held)
    assert page.post(where, {"approves": "yes"}).status_code == 302
    assert Disclosure.objects.get().fields == ["name", "father_name", "nationality"]
    given = page.get(f"{where}/file")
    assert given["Content-Disposition"] == f'attachment; filename="export-{held.pk}.xml"'
    (read,) = read_pfif("a.xml", given.content).persons
    assert read.full_name == "Maro Velisk" and read.expiry_date == "2099-01-01T00:00:00Z"
    assert where in page.get(f"{person}/leaving").content.decode()
    assert "released by" in text(page.get(f"/case/{file.case.pk}/prepared"))
    assert page.post(where, {"approves": "no", "reason": "x"}).status_code == 422


def test_people_of_a_case_are_chosen_and_turned_over_page_by_page(page, file, maro):
    others = [file.person(f"Ilka Tamor {n}") for n in range(14)]
    address = f"/case/{file.case.pk}/export?as=ftm"
    assert f'href="/case/{file.case.pk}/export"' in page.get(f"/case/{file.case.pk}/").content.decode()
    nobody = page.post(address, {**ASKED, "go": "look"})
    assert nobody.status_code == 422 and "nobody is chosen" in text(nobody).lower()
    some = page.post(address, {**ASKED, "go": "look", "persons": [f"P{maro.pk}", f"P{others[0].pk}"]})
    assert "Maro Velisk" in leaves(some) and "Ilka Tamor 0" in leaves(some) and "Ilka Tamor 1" not in leaves(some)
    first = page.post(address, {**ASKED, "go": "look", "everybody": "on"})
    assert "Page 1 of 2" in text(first) and "Ilka Tamor 13" not in leaves(first)
    second = page.post(address, {**ASKED, "go": "page-2", "everybody": "on", f"relied-{maro.pk}": "GE"})
    assert "Ilka Tamor 13" in leaves(second) and "Maro Velisk" not in leaves(second)
    assert f'name="relied-{maro.pk}" value="GE"' in second.content.decode(), "what was chosen elsewhere is not lost"
    page.post(address, {**ASKED, "go": "keep", "everybody": "on", f"relied-{maro.pk}": "GE"})
    held = Preparation.objects.get()
    people = [one for one in read_ftm("a", bytes(held.content.content)) if one.schema == "Person"]
    assert len(people) == 15 and people[0].properties["nationality"] == ("ge",)
    assert "Page 1 of 2" in text(page.get(f"/prepared/D{held.pk}"))


def test_what_was_typed_stands_there_again(page, file, maro):
    address = f"/person/P{maro.pk}/export?as=wgeid"
    typed = {**ASKED, "place": "Port Halim", "responsible": "the Movement, as Novik says"}
    again = page.post(address, {**typed, "go": "choose"}).content.decode()
    assert "Port Halim" in again and "Tracing Office" in again and "as Novik says" in again
    shown = page.post(address, {**typed, "go": "look"})
    assert "these are missing: the year, the month, the day, the action taken, who submits it." in text(shown)
    bare = page.post(address, {**typed, "action": "She was killed.", "go": "look"})
    assert bare.status_code == 422 and "told as a fact" in text(bare)
    past = page.post(f"/person/P{maro.pk}/export?as=pfif", {**ASKED, "expires_on": "2001-01-01", "go": "look"})
    assert past.status_code == 422 and "This day is past." in text(past)


def test_what_is_grave_waits_for_a_second_person(client, file, maro):
    page = sign_in(client, file.user)
    claim = file.claim(maro, ClaimSubject.RELEASED)
    other = add_user(file.user, "second")
    grant_role(file.user, other, Role.SUPERVISOR, case=file.case)
    confirm_claim(other, claim, note="")
    address = f"/person/P{maro.pk}/export?as=pfif"
    assert "a second person must release it" in text(page.post(address, {**ASKED, "go": "look"}))
    page.post(address, {**ASKED, "go": "keep"})
    held = Preparation.objects.get()
    assess_what_leaves(file.user, held)
    where = f"/prepared/D{held.pk}"
    mine = page.get(where)
    assert 'value="yes"' not in mine.content.decode() and "somebody else" in text(mine)
    assert page.post(where, {"approves": "yes"}).status_code == 422
    assert not Disclosure.objects.exists()
    theirs = sign_in(client, other)
    assert 'value="yes"' in theirs.get(where).content.decode()
    assert theirs.post(where, {"approves": "yes"}).status_code == 302
    assert Disclosure.objects.get().approved_by == other


# --- the promise ledger as a file


def promised(file: CaseFile, words: str, *, due: str | None = None, by: str = "Ministry of Calm"):
    said = file.said(words, f"s:{by} > p:Ostrel Post", said_on="2031-03-01")
    return record_commitment(file.user, said, by=by, content=words, due=on(due) if due else None)


def rows_of(answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_the_ledger_leaves_as_it_is_shown(page, file):
    kept, late, still = (promised(file, f"promise {n}", due=due) for n, due in enumerate((None, "2031-04-01", None)))
    claim = file.claim(file.person("Maro Velisk"), ClaimSubject.ALIVE)
    review_commitment(file.user, kept, on=date(2031, 5, 1), grade="A", note="all said so", evidence=[claim])
    case = f"/case/{file.case.pk}/promises"
    asked = {"": [late, still, kept], "open": [late, still], "overdue": [late], "to_review": [late, still]}
    for only, wanted in asked.items():
        query = f"?only={only}&as_of=2031-06-01" if only else "?as_of=2031-06-01"
        shown = page.get(case + query).content.decode()
        assert re.findall(r'<tr role="row" id="(M\d+)"', shown) == [f"M{one.pk}" for one in wanted]
        link = f'href="{case}.csv{query}"'.replace("&", "&amp;")
        assert link in shown or f'href="{case}.csv?as_of=2031-06-01' in shown
        answer = page.get(f"{case}.csv{query}")
        assert [row["Reference"] for row in rows_of(answer)] == [f"M{one.pk}" for one in wanted]
        name = f"promises{'-' + only.replace('_', '-') if only else ''}.csv"
        assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    row = rows_of(page.get(f"{case}.csv?only=overdue&as_of=2031-06-01"))[0]
    assert (row["The words"], row["Promised by"], row["Due"]) == ("promise 1", "Ministry of Calm", "2031-04-01")
    assert (row["Overdue"], row["How it stands"]) == ("yes", "not reviewed yet")
    assert row["Who said it, and through whom it came"] == "speaker: Ministry of Calm → publisher: Ostrel Post"
    assert page.get(f"{case}?only=soon").status_code == 404 and page.get(f"{case}.csv?only=soon").status_code == 404
    assert page.get(f"{case}.exe").status_code == 404


@pytest.mark.parametrize("live", ["=HYPERLINK(A1)", "+1+1", "-2+3", "@SUM(A1)"])
def test_d19_no_cell_of_the_ledger_is_a_formula(page, file, live):
    promised(file, live, by=live)
    case = f"/case/{file.case.pk}/promises"
    (row,) = rows_of(page.get(f"{case}.csv"))
    assert row["The words"] == row["Promised by"] == f"'{live}"
    answer = page.get(f"{case}.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert live in [cell.value for cell in cells]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_the_ledger_is_read_and_noted_and_speaks_the_readers_language(page, file, client):
    promised(file, "promise")
    case = f"/case/{file.case.pk}/promises"
    page.get(f"{case}.csv")
    noted = AuditEvent.objects.get(act="give_promises")
    assert noted.user == file.user.username and ["commitment", file.case.commitments.get().pk] in noted.about
    client.cookies["homeward_language"] = "ru"
    assert "Reference" not in client.get(f"{case}.csv").content.decode("utf-8-sig").splitlines()[0]


def test_the_ledger_asks_as_often_for_many_promises_as_for_few(client, db):
    file = full_case(2)
    page, address = sign_in(client, file.user), f"/case/{file.case.pk}/promises.xlsx"

    def asked() -> int:
        with CaptureQueriesContext(connection) as told:
            assert page.get(address).status_code == 200
        return len(told)

    asked()
    few = asked()
    for _ in range(12):
        file.promise(persons=file.people)
    assert asked() == few

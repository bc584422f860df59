"""What leaves the desk, and what never does: D2, D4, D5, D8, D18, and what comes in and must not harm: D19."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image as SheetImage
from PIL import Image
from tests.casework.build import full_person
from tests.casework.conftest import assess_what_leaves
from tests.exchange.test_article_docx import a_docx, repacked
from tests.exchange.test_guard import REFUSED

from homeward.casework import queries
from homeward.casework.actions.captures import capture_file
from homeward.casework.actions.cases import record_party
from homeward.casework.actions.detriments import mark_detrimental
from homeward.casework.actions.enquiries import record_consent, record_enquirer, record_enquiry
from homeward.casework.actions.handovers import record_handover
from homeward.casework.actions.list_export import export_list
from homeward.casework.actions.lists import take_in_list
from homeward.casework.actions.people import add_name_form, add_person
from homeward.casework.actions.preparations import (
    BY_DEFAULT,
    Field,
    decide_preparation,
    prepare_list,
    preview_leaving,
)
from homeward.casework.models import (
    Capture,
    ConsentPurpose,
    DetrimentItem,
    Direction,
    List,
    PartyKind,
    Preparation,
    Role,
)
from homeward.errors import ConflictError, NotAllowedError
from homeward.records import NameKind, PartialDate, WrittenName

pytestmark = pytest.mark.django_db

# Of one invented person: by field, what stands in the file only if that field was asked for.
TOLD = {
    Field.FATHER_NAME: "Petravik",
    Field.BIRTH_YEAR: "1973",
    Field.NATIONALITY: "Georgia",
    Field.BIRTH: "1973-04-17",
    Field.SEX: "female",
    Field.NATIONALITIES: "Israel",
    Field.MOTHER_NAME: "Maronika",
    Field.PLACE_OF_BIRTH: "Ostrelburg",
    Field.HOME_PLACE: "Sartaville",
    Field.MISSING_SINCE: "2030-11-02",
    Field.IDENTIFIERS: "XQ7788",
    Field.OTHER_NAMES: "Lanka the Lark",
}
# The fuller field holds the smaller one.
HELD_IN = {Field.BIRTH: (Field.BIRTH_YEAR,), Field.NATIONALITIES: (Field.NATIONALITY,)}


def everything_in(content: bytes) -> str:
    """All that any part of a workbook says, unpacked: sheets, strings, properties, comments, hidden or not."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not parts.comment
        names = " ".join(parts.namelist())
        return names + " ".join(parts.read(name).decode("utf-8") for name in parts.namelist())


def approved(desk, people, recipient, fields=BY_DEFAULT, **told) -> List:
    held = prepare_list(
        desk.users[Role.LIST_OFFICER], desk.case, title="SECRETTITLE", recipient=recipient, people=people,
        fields=fields, purpose="SECRETPURPOSE", **told,
    )  # fmt: skip
    assess_what_leaves(desk.chief, held)
    return decide_preparation(desk.users[Role.SUPERVISOR], held, approves=True).list


@pytest.mark.parametrize("asked", [BY_DEFAULT, (), *((field,) for field in Field)], ids=str)
def test_d5_the_bytes_that_leave_hold_no_value_of_a_field_that_was_not_asked_for(desk, asked):
    one, recipient = full_person(desk.chief, desk.case), desk.party()
    stored = approved(desk, [one], recipient, asked, relied_on={one.pk: "GE"})
    name, content = export_list(desk.users[Role.SUPERVISOR], stored)
    said = everything_in(content)
    assert "Ilka Tamorevic" in said
    leaves = {*asked, *(inner for field in asked for inner in HELD_IN.get(field, ()))}
    for field, words in TOLD.items():
        if field in leaves:
            assert words in said, field
        elif field is not Field.BIRTH_YEAR or Field.BIRTH not in leaves:
            assert words not in said, field
    never = ["SECRET", "HARMWORDS", "EXT-4711", "larks", "northern list", "Ada Corvel", "chief", desk.party().name]
    assert not [word for word in never if word in said + name]
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert len(book.sheetnames) == 1 and book.active.sheet_state == "visible"
    assert "comments" not in said and "<f>" not in said and "hidden=" not in said


def test_d8_a_second_nationality_stays_hidden_until_it_is_ticked(desk, signed_in):
    one = full_person(desk.chief, desk.case)
    page = signed_in(desk.users[Role.LIST_OFFICER])
    asked = {"go": "look", "title": "Round", "recipient": "Ministry", "script": "Latn", "person": str(one.pk)}
    address = f"/case/{desk.case.pk}/prepare"

    def leaves(**told) -> str:
        body = page.post(address, {**asked, **told}).content.decode()
        return " ".join(re.findall(r'<td role="cell" data-label="(?!For us only)[^"]*">(.*?)</td>', body, re.S))

    assert "Ilka Tamorevic" in leaves(fields_left=["nationality"])
    assert not re.search("Georgia|Israel", leaves(fields_left=["nationality"])), (
        "of several none, until one is chosen"
    )
    chosen = leaves(fields_left=["nationality"], **{f"relied-{one.pk}": "GE"})
    assert "Georgia" in chosen and "Israel" not in chosen
    assert "Israel" in leaves(fields_left=["nationalities"])
    recipient = desk.party()
    content = export_list(desk.users[Role.SUPERVISOR], approved(desk, [one], recipient, relied_on={one.pk: "GE"}))[1]
    assert "Israel" not in everything_in(content)


def _asker(desk, person):
    enquirer = record_enquirer(desk.chief, desk.case, "Mira Tamorevic")
    record_enquiry(
        desk.chief, enquirer, person, relation="sister", channel="telephone", asked_on=date(2026, 3, 1), questions="?"
    )
    return enquirer


def _consent(desk, enquirer, person, given, scope=""):
    record_consent(
        desk.chief, enquirer, person, purpose=ConsentPurpose.SHARE, given=given, on=date(2026, 3, 2), wording="so",
        scope=scope,
    )  # fmt: skip


def test_d2_who_took_consent_back_is_on_no_later_list_and_earlier_ones_are_told(desk):
    one, other, recipient = full_person(desk.chief, desk.case), desk.person("Sana Morred"), desk.party()
    chief = desk.users[Role.SUPERVISOR]
    enquirer = _asker(desk, one)
    _consent(desk, enquirer, one, True)
    unsent = approved(desk, [one, other], recipient, (Field.SEX,))
    earlier = approved(desk, [one, other], recipient)
    record_handover(chief, desk.case, list=earlier, recipient=recipient, on=PartialDate.read("2026-03-01"))
    assert not queries.left_of(chief, one).left[0].after_consent_gone
    waiting = prepare_list(
        desk.users[Role.LIST_OFFICER], desk.case, title="Next", recipient=recipient, people=[one, other]
    )
    _consent(desk, enquirer, one, False)
    with pytest.raises(ConflictError, match=f"consent to share was taken back: P{one.pk}"):
        decide_preparation(chief, waiting, approves=True)
    with pytest.raises(ConflictError, match="consent"):
        export_list(chief, unsent)
    export_list(chief, earlier)  # what left stays to be looked at
    with pytest.raises(ConflictError, match="consent"):
        record_handover(
            chief, desk.case, list=earlier, recipient=recipient, on=PartialDate.read("2026-04-01"), round=2
        )
    told = queries.left_of(chief, one)
    assert [(row.to, row.carried_by, row.after_consent_gone) for row in told.left] == [
        (recipient.name, f"L{earlier.pk}", True)
    ]
    assert told.consent_gone_on == date(2026, 3, 2)
    assert told.waiting == (f"D{waiting.pk}",)
    without = approved(desk, [other], recipient)
    said = everything_in(export_list(chief, without)[1])
    assert "Sana Morred" in said or "Санa" in said
    assert "Ilka" not in said
    _consent(desk, enquirer, one, True)
    assert queries.left_of(chief, one).consent_gone_on is None
    export_list(chief, earlier)


def test_d2_consent_taken_back_for_one_party_holds_for_that_party(desk):
    one, recipient = full_person(desk.chief, desk.case), desk.party()
    stranger = desk.party("Ministry of Somewhere Else")
    _consent(desk, _asker(desk, one), one, False, scope=stranger.name)
    export_list(desk.users[Role.SUPERVISOR], approved(desk, [one], recipient))
    with pytest.raises(ConflictError, match="consent"):
        approved(desk, [one], stranger)


@pytest.mark.parametrize("kind", PartyKind)
@pytest.mark.parametrize("to_agency", [False, True])
def test_d4_whoever_is_marked_as_detrimental_leaves_to_no_party_but_an_agency_that_was_allowed(desk, kind, to_agency):
    one, chief = full_person(desk.chief, desk.case), desk.users[Role.SUPERVISOR]
    recipient = record_party(desk.chief, desk.case, "The recipient", kind=kind)
    before = prepare_list(desk.users[Role.LIST_OFFICER], desk.case, title="Before", recipient=recipient, people=[one])
    assess_what_leaves(desk.chief, before)
    held = approved(desk, [one], recipient, (Field.SEX,))
    mark_detrimental(
        chief, one, item=DetrimentItem.PERSON, detrimental=True, reason="wanted there", to_agency=to_agency
    )
    acts = [
        lambda: preview_leaving(chief, desk.case, people=[one], recipient=recipient),
        lambda: approved(desk, [one], recipient, (Field.HOME_PLACE,)),
        lambda: decide_preparation(chief, before, approves=True),
        lambda: record_handover(chief, desk.case, list=held, recipient=recipient, on=PartialDate.read("2026-03-01")),
        lambda: export_list(chief, held),
    ]
    for act in acts:
        if to_agency and kind == PartyKind.AGENCY:
            act()
        else:
            with pytest.raises(ConflictError, match=f"detrimental.*P{one.pk}"):
                act()
    with pytest.raises(ConflictError, match="detrimental"):
        preview_leaving(chief, desk.case, people=[one])  # to a party that nobody has recorded
    mark_detrimental(chief, one, item=DetrimentItem.PERSON, detrimental=False, reason="things have changed")
    for act in acts:
        act()


@pytest.mark.parametrize("kind", [PartyKind.MINISTRY, PartyKind.ARMED_GROUP, PartyKind.AGENCY])
@pytest.mark.parametrize("item", [item for item in DetrimentItem if item is not DetrimentItem.PERSON])
def test_d4_a_field_marked_as_detrimental_is_left_out_of_the_bytes(desk, kind, item):
    one, other, chief = full_person(desk.chief, desk.case), desk.person("Sana Morred"), desk.users[Role.SUPERVISOR]
    recipient = record_party(desk.chief, desk.case, "The recipient", kind=kind)
    fields = [field for field in Field if field not in (Field.BIRTH_YEAR, Field.NATIONALITY)]
    earlier = prepare_list(
        desk.users[Role.LIST_OFFICER], desk.case, title="Before", recipient=recipient, people=[one], fields=fields
    )
    earlier_approved = approved(desk, [one, other], recipient, fields)
    mark_detrimental(chief, one, item=item, detrimental=True, reason="it endangers", to_agency=True)
    words = TOLD[Field(item.value)]
    if kind == PartyKind.AGENCY:
        assert words in everything_in(bytes(approved(desk, [one], recipient, fields).capture.content.content))
        return
    row = preview_leaving(chief, desk.case, people=[one], fields=fields, recipient=recipient).rows[0]
    assert row.kept_back == (Field(item.value),)
    content = bytes(approved(desk, [one], recipient, fields).capture.content.content)
    assert words not in everything_in(content)
    assert all(TOLD[field] in everything_in(content) for field in fields if field.value != item.value)
    with pytest.raises(ConflictError, match="since the list was prepared"):
        decide_preparation(chief, earlier, approves=True)
    with pytest.raises(ConflictError, match="marked as detrimental, and on the list"):
        record_handover(
            chief, desk.case, list=earlier_approved, recipient=recipient, on=PartialDate.read("2026-03-01")
        )


def test_d4_whoever_enters_may_mark_and_only_who_hands_over_may_open(desk, signed_in):
    one = full_person(desk.chief, desk.case)
    page, address = signed_in(desk.worker), f"/person/P{one.pk}/leaving"
    assert page.post(address, {"item": "home_place", "word": "never", "reason": "they look there"}).status_code == 302
    assert "they look there" in page.get(address).content.decode()
    assert address in page.get(f"/person/P{one.pk}").content.decode()
    for word in ("agency", "may"):
        assert page.post(address, {"item": "home_place", "word": word, "reason": "x"}).status_code == 422
    with pytest.raises(NotAllowedError):
        mark_detrimental(desk.worker, one, item="home_place", detrimental=False, reason="x")
    officer = signed_in(desk.users[Role.LIST_OFFICER])
    assert officer.post(address, {"item": "home_place", "word": "may", "reason": "moved"}).status_code == 302
    assert "Nothing is marked" in officer.get(address).content.decode()
    assert signed_in(desk.users[Role.READER]).get(address).status_code == 404


def _jpeg_with_place() -> bytes:
    stream = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "SPYCAMERA"
    exif.get_ifd(0x8825)[1] = "NGPSMARK"
    Image.new("RGB", (8, 8), "red").save(stream, "JPEG", exif=exif)
    return stream.getvalue()


def _telling_workbook(*, hidden_rows: bool = False) -> bytes:
    """A list with all that a workbook can say of who made it."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["No.", "Full name", "Father's name"])
    sheet.append([1, "Ilka Tamorevic", "Petravik"])
    sheet["B2"].comment = Comment("SECRETCOMMENT", "SECRETAUTHOR")
    sheet.add_image(SheetImage(Image.open(io.BytesIO(_jpeg_with_place()))), "E2")
    if hidden_rows:
        hidden = book.create_sheet("SECRETSHEET")
        hidden.append(["Full name"])
        hidden.append(["SECRETCELL Morred"])
        hidden.sheet_state = "hidden"
    else:
        book.create_sheet("SECRETSHEET").sheet_state = "veryHidden"
    book.properties.creator = book.properties.lastModifiedBy = "SECRETAUTHOR"
    book.properties.description = "SECRETNOTE"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_d18_what_leaves_says_nothing_of_who_made_it_and_the_original_is_kept_as_it_came(desk):
    original = _telling_workbook()
    arrival = take_in_list(
        desk.chief, desk.case, ("ours SECRETNAME.xlsx", original), title="Ours", author=None, direction=Direction.OUT,
        people={1: full_person(desk.chief, desk.case)},
    )  # fmt: skip
    name, content = export_list(desk.users[Role.SUPERVISOR], arrival.list)
    said = everything_in(content)
    assert "Ilka Tamorevic" in said and "Petravik" in said
    assert not re.search("SECRET|GPSMARK|SPYCAMERA|comment|media/|vmlDrawing|openpyxl", said + name)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert (book.properties.creator or "", book.properties.lastModifiedBy or "") == ("", "")
    stored = Capture.objects.get(pk=arrival.list.capture_id)
    assert bytes(stored.content.content) == original
    assert stored.content_id == hashlib.sha256(original).hexdigest()


def test_d18_a_hidden_sheet_does_not_leave_with_the_rows_of_the_others(desk):
    original = _telling_workbook(hidden_rows=True)
    arrival = take_in_list(
        desk.chief, desk.case, ("ours.xlsx", original), title="Ours", author=None, direction=Direction.OUT,
        people={1: full_person(desk.chief, desk.case)},
    )  # fmt: skip
    with pytest.raises(ConflictError, match="nobody recorded in this case"):
        export_list(desk.users[Role.SUPERVISOR], arrival.list)


def test_d18_the_bytes_that_a_second_person_approved_are_those_that_leave(desk):
    one, recipient = full_person(desk.chief, desk.case), desk.party()
    stored = approved(desk, [one], recipient)
    content = export_list(desk.users[Role.SUPERVISOR], stored)[1]
    assert hashlib.sha256(content).hexdigest() == Preparation.objects.get().content_id == stored.capture.content_id


@pytest.mark.parametrize("case", REFUSED)
def test_d19_a_hostile_list_is_refused_on_the_page_and_nothing_is_kept(desk, signed_in, case):
    name, make, _ = REFUSED[case]
    page = signed_in(desk.worker)
    asked = {"file": SimpleUploadedFile(name, make()), "kind": "in", "title": "A list"}
    answer = page.post(f"/case/{desk.case.pk}/lists/bring", asked)
    if answer.status_code == 302:  # kept for an hour, to be looked at: and refused there
        where = answer["Location"]
        assert page.get(where).status_code == 422
        assert page.post(where, {"what": "store"}).status_code == 422
    else:
        assert answer.status_code == 422
    assert not List.objects.exists() and not Capture.objects.exists()


BOMB = (
    '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


def _with_prolog(prolog: str) -> bytes:
    def change(part: bytes) -> bytes:
        return part.replace(b"<w:document", prolog.encode() + b"<w:document")

    return repacked(a_docx("Ilka"), replace=[("word/document.xml", change)])


REPORTS = {
    "billion laughs": lambda: _with_prolog(BOMB),
    "entity from outside": lambda: _with_prolog(OUTSIDE),
    "zip bomb": lambda: repacked(a_docx("Ilka"), extra=[("word/big.xml", b"0" * 300_000_000)]),
    "not what it says": _telling_workbook,
}
REPORT = {"publisher": "Tarvia Wire", "published": "2026-03-02"}


@pytest.mark.parametrize("case", REPORTS)
def test_d19_a_hostile_report_is_refused_on_the_page_and_nothing_is_kept(desk, signed_in, case):
    asked = {"file": SimpleUploadedFile("letter.docx", REPORTS[case]()), **REPORT}
    answer = signed_in(desk.worker).post(f"/case/{desk.case.pk}/reports/new", asked)
    assert answer.status_code == 422
    assert not Capture.objects.exists()


def test_d19_a_file_larger_than_any_list_or_report_is_refused_before_it_is_read(desk, signed_in, monkeypatch):
    page = signed_in(desk.worker)
    from homeward.web.forms import lists, reports

    small = type(reports._LIMITS)(max_bytes=1000, max_article_bytes=1000)
    monkeypatch.setattr(reports, "_LIMITS", small)
    monkeypatch.setattr(lists, "Limits", lambda: small)
    large = b"Name\n" + b"x" * 2000
    for address, name in (("lists/bring", "a.csv"), ("reports/new", "a.txt")):
        asked = {"file": SimpleUploadedFile(name, large), "kind": "in", **REPORT}
        assert page.post(f"/case/{desk.case.pk}/{address}", asked).status_code == 422
    assert not Capture.objects.exists()


@pytest.mark.parametrize("live", ["=HYPERLINK(A1)", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])
def test_d19_a_name_that_is_a_formula_leaves_as_text(desk, live):
    one, recipient = full_person(desk.chief, desk.case), desk.party()
    add_name_form(desk.chief, one, WrittenName(f"{live}", NameKind.ALIAS))
    other = add_person(desk.chief, desk.case, names=[WrittenName(live.strip() + " Morred")], father_name=live)
    content = bytes(approved(desk, [one, other], recipient, [*Field]).capture.content.content)
    assert "<f>" not in everything_in(content)
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(min_row=2) for cell in row]
    assert cells[0].value == 1
    assert all(cell.data_type in ("s", "inlineStr") for cell in cells if cell.value not in (None, 1, 2))


def test_d18_a_capture_keeps_its_hash_whatever_is_done_with_it(desk):
    content = _jpeg_with_place()
    made, _ = capture_file(desk.chief, desk.case, content=content, file_name="a.jpg", format="jpeg")
    assert bytes(Capture.objects.get(pk=made.pk).content.content) == content

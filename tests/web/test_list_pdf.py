"""A list for a party as PDF: what stands on its pages, and that it is kept. Everybody here is invented."""

from __future__ import annotations

import hashlib
import io
import re
import zlib
from dataclasses import replace
from datetime import date

import openpyxl
import pypdfium2
import pytest
from django.test import Client
from tests.casework.conftest import would_leave
from tests.web.conftest import sign_in

from homeward.casework.actions.enquiries import assess_harm, record_consent, record_enquirer, record_enquiry
from homeward.casework.actions.list_export import Sheet, export_list
from homeward.casework.actions.people import add_identifier, add_name_form, add_person
from homeward.casework.actions.preparations import BY_DEFAULT, Field, decide_preparation, prepare_list
from homeward.casework.leaving_words import FIELD_WORDS, sheet_words
from homeward.casework.models import AuditEvent, CaptureContent, ConsentPurpose, Direction, List, ListPdf, Role
from homeward.records import NameKind, PartialDate, Sex, WrittenIdentifier, WrittenName
from homeward.web import typeset

NAMES = {
    "en": "Ilka Tamorevic", "ru": "Илка Таморевич", "he": "אילקה טמורביץ", "ar": "إلكا تاموريفيتش",
}  # fmt: skip
SHA = hashlib.sha256(b"the approved table").hexdigest()
DAY = date(2026, 3, 10)


def sheet(language: str = "en", rows: int = 3, *, fields=("father_name", "birth_year"), cells=None) -> Sheet:
    words = FIELD_WORDS[language]
    return Sheet(
        language=language,
        right_to_left=language in ("he", "ar"),
        headings=(words["number"], words["name"], *(words[field] for field in fields)),
        rows=tuple(
            (str(n), NAMES[language], *(cells or ("Petar", "1990–1992"))) for n in range(1, rows + 1)
        ),
        as_of=DAY,
        sha256=SHA,
    )  # fmt: skip


def pages_of(content: bytes) -> list[str]:
    """What stands on each page, as a reader of the file finds it."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def everything_in(content: bytes) -> str:
    """All text of the pages; and every byte of the file, streams unpacked."""
    parts = [content]
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.S):
        try:
            parts.append(zlib.decompress(packed))
        except zlib.error:
            parts.append(packed)
    raw = b"\n".join(parts)
    return "\n".join([*pages_of(content), raw.decode("latin-1"), raw.decode("utf-16-be", "replace")])


def seen_of(content: bytes, number: int = 0) -> list[str]:
    """The lines of a page as an eye meets them, letters from left to right, from the top of the page."""
    document = pypdfium2.PdfDocument(content)
    try:
        text = document[number].get_textpage()
        letters = []
        for place in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(place, loose=True)
            if (letter := text.get_text_range(place, 1)).strip():
                letters.append((left, right, (bottom + top) / 2, letter))
        lines: list[list[tuple[float, float, float, str]]] = []
        for one in sorted(letters, key=lambda letter: -letter[2]):
            if lines and abs(lines[-1][0][2] - one[2]) < 6:
                lines[-1].append(one)
            else:
                lines.append([one])
        return [_joined(sorted(line)) for line in lines]
    finally:
        document.close()


def _joined(line: list[tuple[float, float, float, str]]) -> str:
    said, end = "", None
    for left, right, _, letter in line:
        said += (" " if end is not None and left - end > 1.2 else "") + letter
        end = right
    return said


needs_arabic = pytest.mark.skipif(
    not set(__import__("typst").Fonts(include_system_fonts=True).families()) & set(typeset._ARABIC_FACES),
    reason="no Arabic typeface on this machine",
)
LANGUAGES = ["en", "ru", "he", pytest.param("ar", marks=needs_arabic)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_has_the_headings_its_number_and_the_hash_of_the_approved_table(language):
    content = typeset.list_pdf(sheet(language, 300))
    many = len(pages_of(content))
    words = sheet_words(language, as_of=DAY, rows=300)
    assert many > 3
    numbers: list[int] = []
    for n in range(many):
        lines = seen_of(content, n)
        (foot,) = (line for line in lines if SHA in line)
        label = words["page"].format(n=n + 1, m=many)
        told = [int(word) for word in re.findall(r"(?<!\w)\d{1,3}(?!\w)", foot.replace("SHA-256", ""))]
        assert told == ([n + 1, many] if language in ("en", "ru") else [many, n + 1])
        if language != "ar":  # of Arabic letters the file names the joined form
            heading, way = lines[0 if n else 2], -1 if language == "he" else 1
            assert all(word[::way] in foot for word in label.split() if not word.isdecimal())
            assert all(word[::way] in heading for word in FIELD_WORDS[language]["father_name"].split())
        edge = r"(\d+)$" if language in ("he", "ar") else r"^(\d+)"
        numbers += [int(found[1]) for line in lines if "Petar" in line and (found := re.search(edge, line))]
    assert numbers == list(range(1, 301)), "every row has its number, in its place"


def test_above_the_table_stand_a_neutral_title_the_day_and_how_many_rows():
    lines = seen_of(typeset.list_pdf(sheet("en", 2)))
    assert lines[:2] == ["List of persons", "As of 10 March 2026 · Rows: 2"]
    assert seen_of(typeset.list_pdf(replace(sheet(), as_of=None)))[1] == "Rows: 3"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_list_is_the_same_bytes_and_says_no_day_on_which_it_was_made(language):
    content = typeset.list_pdf(sheet(language))
    assert content == typeset.list_pdf(sheet(language)) != typeset.list_pdf(sheet(language, 4))
    assert not re.search(rb"CreationDate|ModDate|CreateDate|ModifyDate|/Author|dc:creator", content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_run_the_way_the_recipient_reads(language):
    rows = [line for line in seen_of(typeset.list_pdf(sheet(language))) if "Petar" in line]
    assert len(rows) == 3
    for n, line in enumerate(rows, start=1):
        told = rf"1990–1992 Petar .* {n}" if language in ("he", "ar") else rf"{n} .* Petar 1990–1992"
        assert re.fullmatch(told, line), line


@pytest.mark.parametrize("language", LANGUAGES)
def test_years_and_dates_without_letters_are_not_turned_round(language):
    lines = seen_of(typeset.list_pdf(sheet(language, 1, cells=("../1992", "1990–1992"))))
    assert [line for line in lines if "../1992" in line and "1990–1992" in line]


def test_a_word_longer_than_its_column_is_broken_and_stays_on_the_page():
    long = "Abdurrahmanovichsonovskayatarevichenkovaya" * 3
    content = typeset.list_pdf(sheet("en", 2, cells=(long, "1990")))
    document = pypdfium2.PdfDocument(content)
    try:
        page = document[0]
        text = page.get_textpage()
        edges = [text.get_rect(place)[2] for place in range(text.count_rects())]
        assert max(edges) <= page.get_width() - 30
    finally:
        document.close()
    assert re.sub(r"\s", "", pages_of(content)[0]).count(long) == 2, "and no letter of it is lost"


def test_many_columns_lie_across():
    fields = ("father_name", "birth", "sex", "mother_name", "place_of_birth", "home_place", "identifiers")
    content = typeset.list_pdf(sheet("en", 2, fields=fields, cells=("x",) * len(fields)))
    document = pypdfium2.PdfDocument(content)
    try:
        assert document[0].get_width() > document[0].get_height()
    finally:
        document.close()


def test_what_is_written_is_never_markup():
    content = typeset.list_pdf(sheet("en", 1, cells=('#panic("x") *bold* $x$', "= 1\n/* no */")))
    said = pages_of(content)[0]
    assert '#panic("x") *bold* $x$' in said and "= 1 /* no */" in said


# --- kept, and given out ---


@pytest.fixture
def chief(desk, client) -> Client:
    return sign_in(client, desk.users[Role.SUPERVISOR])


def full_person(desk):
    one = add_person(
        desk.chief, desk.case, names=[WrittenName("Ilka Tamorevic"), WrittenName("Lanka the Lark", NameKind.ALIAS)],
        birth=PartialDate.read("1973-04-17"), sex=Sex.FEMALE, nationalities=["GE", "IL"], father_name="Petravik",
        mother_name="Maronika", place_of_birth="Ostrelburg", home_place="Sartaville",
        missing_since=PartialDate.read("2030-11-02"), external_id="EXT-4711",
    )  # fmt: skip
    add_name_form(desk.chief, one, WrittenName("Илка Таморевич", NameKind.TRANSLITERATION))
    add_identifier(desk.chief, one, WrittenIdentifier(kind="passport", value="XQ7788", country="IL"))
    return one


def approved(desk, people, recipient, fields=BY_DEFAULT, **told) -> List:
    for one in people:
        assess_harm(
            desk.chief, one, recipient=recipient, legal_basis="so", assessment="HARMWORDS", allows=True,
            fields=would_leave(desk.chief, desk.case, one, fields=fields, **told),
        )  # fmt: skip
    held = prepare_list(
        desk.users[Role.LIST_OFFICER], desk.case, title="SECRETTITLE", recipient=recipient, people=people,
        fields=fields, purpose="SECRETPURPOSE", **told,
    )  # fmt: skip
    return decide_preparation(desk.users[Role.SUPERVISOR], held, approves=True).list


def pdf_of(client: Client, stored: List) -> bytes:
    answer = client.post(f"/list/L{stored.pk}/pdf", follow=True)
    assert answer.redirect_chain == [(f"/list/L{stored.pk}/pdf", 302)]
    assert answer["Content-Disposition"] == f'attachment; filename="list-{stored.pk}.pdf"'
    return answer.content


def test_the_pdf_holds_the_cells_of_the_workbook_and_its_hash_and_is_kept(chief, desk):
    stored = approved(desk, [full_person(desk)], desk.party(), script="Cyrl", fields=[*Field])
    address = f"/list/L{stored.pk}"
    assert chief.get(f"{address}/pdf")["Location"] == address, "nobody had it set yet"
    assert not ListPdf.objects.exists(), "to look sets nothing"
    content = pdf_of(chief, stored)
    book = openpyxl.load_workbook(io.BytesIO(export_list(desk.users[Role.SUPERVISOR], stored)[1]))
    said = " ".join(seen_of(content))
    for row in book.active.iter_rows(values_only=True):
        for cell in row:
            assert all(word in said for word in str(cell if cell is not None else "").split()), cell
    assert stored.capture.content_id in said and "Список лиц" in said
    sha256 = hashlib.sha256(content).hexdigest()
    kept = ListPdf.objects.get()
    assert (kept.content_id, bytes(CaptureContent.objects.get(pk=sha256).content)) == (sha256, content)
    assert kept.entered_by == desk.users[Role.SUPERVISOR]
    page = chief.get(address).content.decode()
    assert sha256 in page and stored.capture.content_id in page and f'href="{address}/pdf"' in page
    told = AuditEvent.objects.filter(act="keep_list_as_pdf").get()
    assert told.detail == {"sha256": sha256, "of": stored.capture.content_id}
    fetched = AuditEvent.objects.filter(act="export_list", detail__format="pdf").get()
    assert fetched.detail["sha256"] == sha256


def test_what_was_kept_is_given_out_though_another_machine_would_set_it_otherwise(chief, desk, monkeypatch):
    stored = approved(desk, [full_person(desk)], desk.party())
    content = pdf_of(chief, stored)

    def other(_: Sheet) -> bytes:
        raise AssertionError("it is not set again")

    monkeypatch.setattr(typeset, "list_pdf", other)
    assert pdf_of(chief, stored) == content == chief.get(f"/list/L{stored.pk}/pdf").content
    assert ListPdf.objects.count() == 1


def test_a_list_made_elsewhere_or_somebody_elses_is_not_set(chief, desk):
    for direction in (Direction.OUT, Direction.IN):
        stored = desk.list(({},), direction=direction)
        refused = chief.post(f"/list/L{stored.pk}/pdf")
        assert refused.status_code == 422 and 'role="alert"' in refused.content.decode()
    assert "Get it as PDF" not in chief.get(f"/list/L{stored.pk}").content.decode()
    assert not ListPdf.objects.exists()


def test_where_a_typeface_lacks_the_list_says_so_and_nothing_is_kept(chief, desk, monkeypatch):
    one = add_person(desk.chief, desk.case, names=[WrittenName("إلكا تاموريفيتش")])
    stored = approved(desk, [one], desk.party(), script="Arab")
    plain = typeset.list_pdf
    monkeypatch.setattr(typeset, "list_pdf", lambda sheet: plain(sheet, system_fonts=False))
    refused = chief.post(f"/list/L{stored.pk}/pdf")
    assert refused.status_code == 422 and refused.content.decode().count("fonts-noto-core") == 1
    assert not ListPdf.objects.exists()


def test_the_pdf_does_not_leave_after_consent_was_taken_back(chief, desk):
    one, recipient = full_person(desk), desk.party()
    stored = approved(desk, [one], recipient)
    content = pdf_of(chief, stored)
    unset = approved(desk, [one], recipient, (Field.SEX,))
    enquirer = record_enquirer(desk.chief, desk.case, "Mira Tamorevic")
    record_enquiry(
        desk.chief, enquirer, one, relation="sister", channel="telephone", asked_on=DAY, questions="Where?"
    )
    record_consent(
        desk.chief, enquirer, one, purpose=ConsentPurpose.SHARE, given=False, on=DAY, wording="No more."
    )  # fmt: skip
    for answer in (chief.get(f"/list/L{stored.pk}/pdf"), chief.post(f"/list/L{unset.pk}/pdf")):
        assert answer.status_code == 422 and "Consent to share was taken back" in answer.content.decode()
        assert content not in answer.content
    # It is said already where a list is prepared, and not only where it is approved.
    told = {"title": "Next", "recipient": recipient.name, "script": "Latn", "person": str(one.pk)}
    for go in ("look", "keep"):
        refused = chief.post(f"/case/{desk.case.pk}/prepare", {**told, "go": go})
        assert refused.status_code == 422
        assert f"Consent to share was taken back: P{one.pk}" in re.sub(
            "[\u2068\u2069]|<[^>]+>", "", refused.content.decode()
        )


TOLD = {
    Field.FATHER_NAME: "Petravik", Field.BIRTH_YEAR: "1973", Field.NATIONALITY: "Georgia", Field.BIRTH: "1973-04-17",
    Field.SEX: "female", Field.NATIONALITIES: "Israel", Field.MOTHER_NAME: "Maronika",
    Field.PLACE_OF_BIRTH: "Ostrelburg", Field.HOME_PLACE: "Sartaville", Field.MISSING_SINCE: "2030-11-02",
    Field.IDENTIFIERS: "XQ7788", Field.OTHER_NAMES: "Lanka the Lark",
}  # fmt: skip
HELD_IN = {Field.BIRTH: (Field.BIRTH_YEAR,), Field.NATIONALITIES: (Field.NATIONALITY,)}


@pytest.mark.parametrize("asked", [BY_DEFAULT, (), *((field,) for field in Field)], ids=str)
def test_d5_d18_the_pdf_holds_no_value_of_another_field_and_nothing_of_its_maker(chief, desk, asked):
    one = full_person(desk)
    content = pdf_of(chief, approved(desk, [one], desk.party(), asked, relied_on={one.pk: "GE"}))
    said = everything_in(content)
    assert "Ilka Tamorevic" in said
    leaves = {*asked, *(inner for field in asked for inner in HELD_IN.get(field, ()))}
    for field, words in TOLD.items():
        assert (words in said) == (field in leaves), field
    never = [
        "SECRET", "HARMWORDS", "EXT-4711", desk.case.title, "Ada Corvel", "chief", "supervisor", desk.party().name,
        "CreationDate", "ModDate", "/Author", "dc:creator", "Homeward", "/EmbeddedFile", "/JavaScript", "/Annots",
    ]  # fmt: skip
    assert not [word for word in never if word in said]

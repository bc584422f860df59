# ruff: noqa: E501 - sample words stay on one line
"""PDF files: lines become paragraphs; what has no text layer, or a lock, or no end, says so."""

import pytest
from fpdf import FPDF
from fpdf.encryption import EncryptionMethod

from homeward.errors import RefusedFileError
from homeward.exchange import pdf
from homeward.exchange.article import read_article
from homeward.exchange.pdf import Line, join_lines, looks_backwards

LONG = (
    "The delegation of the Coast Movement arrived in the capital on Monday for two days of talks with the ministry, and the"
    " two sides spoke of the crossing, of the fishing zone and of the long-standing question of electricity."
)
SECOND = "The ministry said that it had asked for an answer to every name on the list, and that it was still waiting for one."


def a_pdf(*paragraphs: str, pages: int = 1, header: str = "") -> bytes:
    made = FPDF()
    made.set_title("An invented report")
    for page in range(1, pages + 1):
        made.add_page()
        made.set_font("Times", size=12)
        if header:
            made.cell(0, 6, header, new_x="LMARGIN", new_y="NEXT")
            made.ln(4)
        for paragraph in paragraphs:
            made.multi_cell(0, 6, paragraph)
            made.ln(4)
        made.cell(0, 6, f"Page {page}", align="C")
    return bytes(made.output())


def read(data: bytes):
    return read_article(("report.pdf", data))


def test_lines_are_joined_into_the_paragraphs_they_were():
    article = read(a_pdf(LONG, SECOND))
    assert article.text.split("\n\n")[:2] == [LONG, SECOND]
    assert article.complete and article.title == "An invented report" and article.language == "en"


def test_the_files_own_date_is_not_the_day_of_publication():
    assert read(a_pdf(LONG)).published is None


def test_page_numbers_and_running_heads_are_not_the_text():
    text = read(a_pdf(LONG, SECOND, pages=4, header="Harbour Post, invented daily")).text
    assert "Page" not in text and "Harbour Post" not in text and text.count(LONG) == 4


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("the move\u00ad", "ment said", "the movement said"),
        ("the move-", "ment said", "the movement said"),
        ("Harakat al-", "Sahil said", "Harakat al-Sahil said"),
        ("in 2025-", "2026 it", "in 2025- 2026 it"),
        ("the list", "was long", "the list was long"),
    ],
)
def test_words_broken_at_the_end_of_a_line(above, below, joined):
    assert join_lines(above, below) == joined


def test_letters_stored_backwards_are_seen_and_turned():
    right = "הוועדה מסרה לשרים ולנציגים כי הם הגיעו לעיר השכנה עם ארבעים אנשים"
    assert not looks_backwards(right) and looks_backwards(right[::-1])
    assert pdf._turned(Line(right[::-1], 0, 1, 0, 1)).text == right
    assert pdf._turned(Line("(2026 יאמב 12) ןיינעה", 0, 1, 0, 1)).text == "העניין (12 במאי 2026)"


def test_arabic_backwards_is_seen_too():
    right = "قالت الوزارة إن اللجنة زارت المدينة على متن سفينة صغيرة"
    assert not looks_backwards(right) and looks_backwards(right[::-1])


def test_pictures_of_pages_are_incomplete():
    made = FPDF()
    made.add_page()
    made.rect(20, 20, 100, 100, style="F")
    article = read(bytes(made.output()))
    assert article.text == "" and not article.complete and {p.kind for p in article.problems} == {"no-text-layer"}


def test_one_page_without_text_makes_it_incomplete():
    made = FPDF()
    made.add_page()
    made.set_font("Times", size=12)
    made.multi_cell(0, 6, LONG)
    made.add_page()
    made.rect(20, 20, 100, 100, style="F")
    article = read(bytes(made.output()))
    assert (
        LONG in article.text and not article.complete and {p.kind for p in article.problems} == {"page-without-text"}
    )


def test_a_locked_file_is_refused():
    made = FPDF()
    made.set_encryption(owner_password="owner", user_password="user", encryption_method=EncryptionMethod.RC4)
    made.add_page()
    made.set_font("Times", size=12)
    made.multi_cell(0, 6, LONG)
    with pytest.raises(RefusedFileError) as caught:
        read(bytes(made.output()))
    assert caught.value.problem.kind == "locked-file"


def test_a_damaged_file_is_refused():
    for data in (b"%PDF-1.7\n" + b"garbage" * 50, a_pdf(LONG)[:200]):
        with pytest.raises(RefusedFileError) as caught:
            read(data)
        assert caught.value.problem.kind == "damaged-file"


def test_more_pages_than_the_bound_are_left_and_told(monkeypatch):
    monkeypatch.setattr(pdf, "_MAX_PAGES", 2)
    article = read(a_pdf(LONG, pages=3))
    assert (
        article.text.count(LONG) == 2
        and not article.complete
        and "too-many-pages" in {p.kind for p in article.problems}
    )


def test_a_file_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(pdf, "_MAX_SECONDS", 0.001)
    with pytest.raises(RefusedFileError) as caught:
        read(a_pdf(LONG))
    assert caught.value.problem.kind == "too-slow"


def test_a_file_that_takes_too_much_memory_is_refused(monkeypatch):
    monkeypatch.setattr(pdf, "_MAX_MEGABYTES", 24)
    with pytest.raises(RefusedFileError) as caught:
        read(a_pdf(LONG))
    assert caught.value.problem.kind == "damaged-file"

# ruff: noqa: E501 - sample words stay on one line
"""Plain text and e-mail: encodings, paragraphs, headers, and attachments left alone."""

import time
from email.message import EmailMessage

import pytest

from homeward.errors import RefusedFileError
from homeward.exchange.article import read_article

ENGLISH = "The ministry answered the families on Monday, and said that it would ask again before the end of the week."
RUSSIAN = (
    "Министерство ответило семьям в понедельник и сообщило, что до конца недели обратится к посредникам ещё раз."
)
HEBREW = "המשרד השיב למשפחות ביום שני ומסר כי יפנה שוב אל המתווכים לפני סוף השבוע, כך נאמר בהודעה שפורסמה."
ARABIC = "ردت الوزارة على العائلات يوم الاثنين وقالت إنها ستسأل الوسطاء مرة أخرى قبل نهاية الأسبوع، بحسب بيان اللجنة."
UKRAINIAN = (
    "Міністерство відповіло родинам у понеділок і повідомило, що до кінця тижня ще раз звернеться до посередників."
)


@pytest.mark.parametrize(
    ("words", "encoding", "language"),
    [
        (ENGLISH, "ascii", "en"), (RUSSIAN, "utf-8", "ru"), (RUSSIAN, "utf-8-sig", "ru"), (RUSSIAN, "cp1251", "ru"), (RUSSIAN, "koi8-r", "ru"),
        (RUSSIAN, "utf-16", "ru"), (RUSSIAN, "utf-16-le", "ru"), (RUSSIAN, "utf-16-be", "ru"), (UKRAINIAN, "cp1251", "uk"),
        (HEBREW, "cp1255", "he"), (HEBREW, "utf-16-le", "he"), (ARABIC, "cp1256", "ar"), (ARABIC, "utf-16", "ar"),
        ("L’été dernier, le ministère a répondu aux familles, où qu'elles fussent, à la demande du comité.", "cp1252", "fr"),
    ],
)  # fmt: skip
def test_encodings_and_languages(words, encoding, language):
    article = read_article(("a.txt", words.encode(encoding)))
    assert article.text == words and article.language == language and article.complete


def test_wrapped_lines_become_paragraphs_and_single_lines_stay():
    wrapped = "The ministry answered the families on Monday, and it said that\nit would ask the mediators again before the end of the week.\n\nSigned:\nA. Invented\nHead of office\n"
    assert read_article(("a.txt", wrapped.encode())).text == (
        "The ministry answered the families on Monday, and it said that it would ask the mediators again before the end of the week."
        "\n\nSigned:\nA. Invented\nHead of office"
    )


def test_a_leading_line_of_metadata_stays_and_its_day_is_read():
    article = read_article(("a.txt", f" date 2024-05-31 Photo Credit: Somebody Invented\r\n\r\n{ENGLISH}".encode()))
    assert (
        str(article.published) == "2024-05-31"
        and article.text == f"date 2024-05-31 Photo Credit: Somebody Invented\n\n{ENGLISH}"
    )
    assert article.title is None


def test_a_day_that_does_not_exist_is_not_read():
    assert read_article(("a.txt", f"date 2024-02-31\n\n{ENGLISH}".encode())).published is None


def test_bytes_of_no_text_are_refused():
    with pytest.raises(RefusedFileError) as caught:
        read_article(("a.txt", bytes(range(32)) * 40))
    assert caught.value.problem.kind == "not-what-it-says"


def test_nul_bytes_in_a_text_are_refused():
    with pytest.raises(RefusedFileError):
        read_article(("a.txt", (ENGLISH + "\x00\x00" + ENGLISH).encode()))


def message(**headers) -> EmailMessage:
    made = EmailMessage()
    for key, value in {
        "From": "Press Office <press@ministry.example>",
        "Subject": "List handed over",
        **headers,
    }.items():
        made[key] = value
    return made


def test_an_email_gives_its_words_sender_and_day():
    made = message(Date="Wed, 11 Mar 2026 23:30:00 -0500")
    made.set_content(RUSSIAN, charset="koi8-r")
    made.add_alternative(f"<p>{ENGLISH}</p>", subtype="html")
    article = read_article(("a.eml", made.as_bytes()))
    assert article.text == RUSSIAN and article.title == "List handed over"
    assert (article.author, article.publisher, str(article.published)) == (
        "Press Office",
        "Press Office",
        "2026-03-11",
    )


def test_html_is_read_where_there_is_no_plain_text():
    made = message()
    made.set_content(
        f"<html><body><p>{ENGLISH}</p><p>{ENGLISH}</p><script>evil()</script></body></html>", subtype="html"
    )
    article = read_article(("a.eml", made.as_bytes()))
    assert ENGLISH in article.text and "evil" not in article.text


def test_attachments_are_listed_and_not_opened():
    made = message(Organization="Ministry of Invention")
    made.set_content(ENGLISH)
    made.add_attachment(b"PK\x03\x04 not opened", maintype="application", subtype="zip", filename="список.zip")
    made.add_attachment("Nested words.", filename="nested.txt")
    article = read_article(("a.eml", made.as_bytes()))
    assert [p.value for p in article.problems] == ["список.zip", "nested.txt"]
    assert article.text == ENGLISH and article.publisher == "Ministry of Invention"


def test_an_email_without_words_says_so():
    made = message()
    made.add_attachment(b"x", maintype="application", subtype="pdf", filename="scan.pdf")
    article = read_article(("a.eml", made.as_bytes()))
    assert article.text == "" and not article.complete and "no-text" in {p.kind for p in article.problems}


def test_what_has_no_header_of_an_email_is_refused():
    with pytest.raises(RefusedFileError) as caught:
        read_article(("a.eml", b"Just words, sent by nobody."))
    assert caught.value.problem.kind == "not-an-email"


def test_parts_without_end_are_refused():
    body = "".join(f"--x\r\nContent-Type: text/plain\r\n\r\npart {n}\r\n" for n in range(800))
    data = f"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n{body}--x--\r\n".encode()
    with pytest.raises(RefusedFileError) as caught:
        read_article(("a.eml", data))
    assert caught.value.problem.kind == "too-many-parts"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"Content-Type: text/plain;\n" + b" x=y;\n" * 50_000, "endless-header"),
        (b"X-Long: 1\n" + b" x\n" * 100_000, None),
    ],
)
def test_headers_without_end_take_no_time(head, kind):
    start = time.monotonic()
    data = b"From: a@b.example\n" + head + b"\n" + ENGLISH.encode()
    if kind:
        with pytest.raises(RefusedFileError) as caught:
            read_article(("a.eml", data))
        assert caught.value.problem.kind == kind
    else:
        assert read_article(("a.eml", data)).text == ENGLISH
    assert time.monotonic() - start < 5


def test_a_header_too_long_to_be_one_is_unknown():
    data = b"From: a@b.example\nSubject: " + b"=?utf-8?q?a?= " * 50_000 + b"\n\n" + ENGLISH.encode()
    article = read_article(("a.eml", data))
    assert article.title is None and article.text == ENGLISH


def test_a_book_too_thick_is_refused():
    with pytest.raises(RefusedFileError):
        read_article(("a.txt", b"word " * 3_000_000))


def test_nested_parts_without_end_are_refused_or_read():
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3000))
    with pytest.raises(RefusedFileError):
        read_article(("a.eml", b"From: a@b.example\r\n" + nested))

# ruff: noqa: E501 - sample words stay on one line
"""Every format gives an article or one clear refusal; nothing else, whatever the bytes."""

import contextlib
import hashlib
import io
import socket
import struct
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.errors import HomewardError, RefusedFileError
from homeward.exchange.article import Article, read_article
from homeward.exchange.limits import Limits

ENDINGS = (".html", ".htm", ".pdf", ".docx", ".txt", ".md", ".eml", ".mht", ".doc", ".xyz", "")


def kinds(article: Article) -> set[str]:
    return {p.kind for p in article.problems}


def refused(name: str, data: bytes) -> RefusedFileError:
    with pytest.raises(RefusedFileError) as caught:
        read_article((name, data))
    problem = caught.value.problem
    assert problem.path == name and problem.remedy and problem.what
    return caught.value


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*_args, **_kw):
        raise AssertionError("the reader opened a socket")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def a_text(name="note.txt", text="The ministry answered the families on Monday.\n\nNobody else was told."):
    return read_article((name, text.encode()))


def test_hash_is_of_the_bytes_as_they_came():
    data = b"\xef\xbb\xbfThe ministry answered.\r\n"
    assert read_article(("a.txt", data)).sha256 == hashlib.sha256(data).hexdigest()


def test_a_path_and_its_bytes_give_the_same_article(tmp_path):
    path = tmp_path / "note.txt"
    path.write_bytes(b"The ministry answered the families.")
    assert read_article(path) == read_article(str(path)) == read_article(("note.txt", path.read_bytes()))


@pytest.mark.parametrize("bad", ["nowhere.txt", "."])
def test_what_is_no_file_is_refused(tmp_path, bad):
    with pytest.raises(RefusedFileError):
        read_article(tmp_path / bad)


def test_too_large_a_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "long.txt"
    path.write_bytes(b"word " * 100)
    with pytest.raises(RefusedFileError) as caught:
        read_article(path, limits=Limits(max_bytes=100))
    assert caught.value.problem.kind == "too-large"
    with pytest.raises(RefusedFileError):
        read_article(("long.txt", path.read_bytes()), limits=Limits(max_bytes=100))
    with pytest.raises(RefusedFileError):
        read_article(path, limits=Limits(max_article_bytes=100))
    assert read_article(path, limits=Limits(max_article_bytes=1000)).text.startswith("word")


PDF, ZIP, OLE = b"%PDF-1.4\n%\xe2\xe3", b"PK\x03\x04" + bytes(30), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", PDF), ("a.txt", ZIP), ("a.txt", OLE), ("a.html", PDF), ("a.html", ZIP), ("a.eml", ZIP),
        ("a.pdf", b"<html><body>Hello</body></html>"), ("a.pdf", ZIP), ("a.docx", PDF), ("a.docx", b"plain words"),
        ("a.txt", b"<!DOCTYPE html><html><body><p>Words</p></body></html>"), ("a.txt", b"\x89PNG\r\n\x1a\n"),
        ("a.html", b"MZ\x90\x00\x03\x00\x00\x00" + bytes(100)), ("a.txt", b"\x1f\x8b\x08" + bytes(20)),
    ],
)  # fmt: skip
def test_a_lying_extension_is_refused(name, data):
    assert refused(name, data).problem.kind in {"not-what-it-says"}


def encrypted_office_file() -> bytes:
    """The smallest compound file that holds a stream named EncryptedPackage: header, table, directory."""
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    header = bytearray(OLE[:8].ljust(512, b"\x00"))
    struct.pack_into("<HH", header, 30, 9, 6)
    struct.pack_into("<III", header, 44, 1, 1, 0)
    struct.pack_into("<IIIII", header, 56, 4096, end, 0, end, 0)
    struct.pack_into("<109I", header, 76, 0, *[free] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, end, *[free] * 126)
    directory = b""
    for name, kind in (("Root Entry", 5), ("EncryptedPackage", 2)):
        written = (name + "\0").encode("utf-16-le")
        directory += (
            written.ljust(64, b"\0") + struct.pack("<HB", len(written), kind) + bytes(49) + struct.pack("<IQ", end, 0)
        )
    return bytes(header) + table + directory.ljust(512, b"\0")


def test_an_encrypted_office_file_is_called_locked():
    assert refused("a.docx", encrypted_office_file()).problem.kind == "locked-file"


@pytest.mark.parametrize("name", ["a.doc", "a.rtf", "a.odt", "a.msg", "a.xlsx", "a.csv", "a.exe", "noending"])
def test_other_formats_are_refused_with_a_way_out(name):
    assert refused(name, b"whatever").problem.kind == "format-not-read"


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.pdf", "a.docx", "a.eml"])
@pytest.mark.parametrize("data", [b"", b"\x00\x00", b" \r\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_has_no_text_and_says_so(name, data):
    article = read_article((name, data))
    assert article.text == "" and not article.complete and kinds(article) == {"no-text"} and article.language is None


def test_a_text_that_begins_like_a_program_is_still_a_text():
    assert read_article(("a.txt", b"MZ is how the letter begins.")).text.startswith("MZ is")


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ending=st.sampled_from(ENDINGS), data=st.binary(max_size=400))
def test_any_bytes_with_any_ending_give_an_article_or_a_refusal(ending, data):
    try:
        article = read_article((f"file{ending}", data))
    except HomewardError:
        return
    article.text.encode("utf-8")
    assert "\x00" not in article.text


FRAGMENTS = st.lists(
    st.sampled_from(
        ["<html>", "<body>", "<p>", "</p>", "<div>", "</div>", "<table><tr><td>", "<script>x</script>", "<meta name=date content=2026-13-45>",
         "<time datetime='0000-00-00'>", "&#xD800;", "&#0;", "Words of the ministry. ", "From: a@b\n", "Date: x\n", "Subject: =?utf-8?b?!!?=\n",
         "Content-Type: multipart/mixed; boundary=x\n", "\n--x\n", "Content-Type: text/plain; charset=nonsense\n", "Content-Transfer-Encoding: base64\n",
         "\n\n", "date 2026-99-99 ", '<script type="application/ld+json">[[{"headline":[1],"author":[[1]],"datePublished":7}]]</script>',
         "\u202eabc", "\ud7ff", "<article>", "<li>", "<svg>", "<!--", "<![CDATA[", "<?xml version='1.0' encoding='utf-7'?>", "<br>"]
    ),
    max_size=25,
)  # fmt: skip


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ending=st.sampled_from((".html", ".eml", ".txt", ".mht")), pieces=FRAGMENTS)
def test_pieces_of_pages_and_messages_give_an_article_or_a_refusal(ending, pieces):
    try:
        article = read_article((f"file{ending}", "".join(pieces).encode("utf-8", "surrogatepass")))
    except HomewardError:
        return
    article.text.encode("utf-8")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    part=st.binary(max_size=200),
    name=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=20),
)
def test_any_zip_called_docx_gives_an_article_or_a_refusal(part, name):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", part)
        package.writestr("word/document.xml", part)
        if name not in ("[Content_Types].xml", "word/document.xml"):
            package.writestr(name, part)
    with contextlib.suppress(HomewardError):
        read_article(("a.docx", out.getvalue()))

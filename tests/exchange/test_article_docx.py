# ruff: noqa: E501 - sample words stay on one line
"""Word-processor documents: paragraphs and tables in order, changes as tracked, and hostile packages."""

import io
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement

from homeward.errors import RefusedFileError
from homeward.exchange import docx as reader
from homeward.exchange.article import read_article
from homeward.exchange.limits import Limits

TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def a_docx(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def read(data: bytes):
    return read_article(("letter.docx", data))


def repacked(data: bytes, *, replace=(), extra=()) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        changes = dict(replace)
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, changes[name](content) if name in changes else content)
        for name, content in extra:
            new.writestr(name, content)
    return out.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(RefusedFileError) as caught:
        read(data)
    return caught.value.problem.kind


def test_paragraphs_and_tables_stand_in_order():
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = "A letter", "Ada Invented"
    document.add_paragraph("Before the table, in words.")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "left", "right"
    document.add_paragraph("After the table.")
    article = read(saved(document))
    assert article.text == "Before the table, in words.\n\nleft | right\n\nAfter the table."
    assert (article.title, article.author, article.complete) == ("A letter", "Ada Invented", True)


def test_struck_text_is_left_out_added_text_is_in_and_both_are_told():
    document = docx.Document()
    paragraph = document.add_paragraph("They are alive")
    for tag, text_tag, words in (("w:ins", "w:t", " and well"), ("w:del", "w:delText", " and dead")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
        text.text = words
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    article = read(saved(document))
    assert article.text == "They are alive and well" and {p.kind for p in article.problems} == {"tracked-changes"}


def test_a_cell_in_a_table_in_a_table_is_said_once():
    document = docx.Document()
    outer = document.add_table(rows=1, cols=1)
    inner = outer.rows[0].cells[0].add_table(rows=1, cols=1)
    inner.rows[0].cells[0].text = "innermost"
    assert read(saved(document)).text.count("innermost") == 1


def test_an_empty_document_says_so():
    article = read(a_docx())
    assert article.text == "" and not article.complete and {p.kind for p in article.problems} == {"no-text"}


def test_macros_are_not_run_and_are_told():
    kind = "application/vnd.ms-office.vbaProject"
    rel = b'<Relationship Id="rIdM" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>'
    data = repacked(
        a_docx("Words of the letter."),
        replace={
            "[Content_Types].xml": lambda c: c.replace(
                b"</Types>", f'<Default Extension="bin" ContentType="{kind}"/></Types>'.encode()
            ),
            "word/_rels/document.xml.rels": lambda c: c.replace(b"</Relationships>", rel + b"</Relationships>"),
        }.items(),
        extra=[("word/vbaProject.bin", b"code")],
    )
    article = read_article(("letter.docm", data))
    assert article.text == "Words of the letter." and "macros-ignored" in {p.kind for p in article.problems}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_declared_entities_are_refused(encoding, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")

    def with_entity(content: bytes) -> bytes:
        text = content.decode().split("?>", 1)[1]
        head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        return (head + text.replace("HERE", "&x;")).encode(encoding)

    assert (
        refused(repacked(a_docx("HERE"), replace={"word/document.xml": with_entity}.items())) == "xml-document-type"
    )


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/evil", "..\\evil.xml", "C:evil", "word/../../evil"])
def test_parts_that_point_outside_are_refused(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert refused(repacked(a_docx("words"), extra=[(name, b"x")])) == "zip-slip"
    assert list(tmp_path.rglob("*")) == []


def test_bombs_are_refused():
    assert (
        refused(repacked(a_docx("words"), extra=[("word/media/big.bin", bytes(30_000_000))])) == "too-large-unpacked"
    )


def test_too_many_parts_are_refused(monkeypatch):
    monkeypatch.setattr(reader, "_LIMITS", Limits(max_members=5))
    assert refused(a_docx("words")) == "too-large-unpacked"


def test_a_spreadsheet_called_docx_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("xl/workbook.xml", "<x/>")
    assert refused(out.getvalue()) == "not-what-it-says"


def test_elements_without_end_are_refused():
    deep = "<w:p>" * 5000 + "</w:p>" * 5000
    data = repacked(
        a_docx("HERE"),
        replace={"word/document.xml": lambda c: c.replace(b"<w:body>", b"<w:body>" + deep.encode())}.items(),
    )
    assert refused(data) == "damaged-file"


def test_every_cut_of_a_document_is_refused():
    data = a_docx("words of the letter")
    for stop in range(30, len(data) - 1, len(data) // 40):
        assert refused(data[:stop]) in {"damaged-file", "not-what-it-says"}

"""Hostile, locked, broken and disguised files: one clear refusal each, within bounds, nothing written."""

from __future__ import annotations

import os
import random
import resource
import stat
import struct
import time
import zipfile
from pathlib import Path

import pytest
from tests.exchange.list_files import SHEET, lie_about_size, ods, repack, xls, xlsx, xlsx_shared

from homeward.errors import RefusedFileError
from homeward.exchange import Limits, read_people, read_tables

ENTITIES = b'<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa">%s]>' % b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
)
OUTSIDE = b'<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


def with_prolog(prolog: bytes):
    return lambda name, part: part.replace(b"<worksheet", prolog + b"<worksheet", 1) if name == SHEET else part


def in_utf16(name: str, part: bytes) -> bytes:
    if name != SHEET:
        return part
    text = '<?xml version="1.0" encoding="UTF-16"?>' + OUTSIDE.decode() + part.decode().split("?>")[-1]
    return b"\xff\xfe" + text.encode("utf-16-le")


def symlink() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("xl/link")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def sheet_cells(cells: bytes):
    return lambda name, part: part.replace(b"</sheetData>", cells + b"</sheetData>") if name == SHEET else part


def ole(stream: str) -> bytes:
    """A compound file with one stream of that name: an XLS whose stream has been renamed."""
    return xls().replace("Workbook".encode("utf-16-le"), stream.encode("utf-16-le")[:16].ljust(16, b"\0"))


def locked_office() -> bytes:
    renamed = bytearray(xls())
    place = renamed.find("Workbook".encode("utf-16-le"))
    name = "EncryptedPackage".encode("utf-16-le")
    renamed[place : place + len(name)] = name
    struct.pack_into("<H", renamed, place + 64, len(name) + 2)
    return bytes(renamed)


def locked_xls() -> bytes:
    """An XLS whose first record after the beginning says that a password is needed."""
    data = xls()
    begin = data.find(b"\x09\x08")
    after = begin + 4 + struct.unpack_from("<H", data, begin + 2)[0]
    return data[:after] + struct.pack("<HH", 0x2F, 6) + b"\0" * 6 + data[after + 10 :]


def locked_zip() -> bytes:
    data = bytearray(xlsx())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(mark, place + 4)
    return bytes(data)


def overlapping() -> bytes:
    """Two entries of the directory that share the bytes of one part."""
    data = bytearray(repack(xlsx(), more=[("xl/aa.bin", b"x" * 100), ("xl/bb.bin", b"y" * 100)]))
    first = data.rfind(b"PK\x01\x02", 0, data.rfind(b"PK\x01\x02"))
    second = data.rfind(b"PK\x01\x02")
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    return bytes(data)


def swollen_strings() -> bytes:
    """One long shared string that ten thousand cells use."""
    rows = b"".join(
        b'<row r="%d">%s</row>' % (r, b"".join(b'<c r="%c%d" t="s"><v>2</v></c>' % (65 + c, r) for c in range(10)))
        for r in range(10, 3000)
    )
    return repack(xlsx_shared([["Name", "Age"], ["x" * 32_000, "y"]]), sheet_cells(rows))


HTML = b"<html><body><table><tr><td>Name</td></tr></table></body></html>"
REFUSED = {
    "outside entity": ("a.xlsx", lambda: repack(xlsx(), with_prolog(OUTSIDE)), "xml-document-type"),
    "entities in entities": ("a.xlsx", lambda: repack(xlsx(), with_prolog(ENTITIES)), "xml-document-type"),
    "entity in UTF-16": ("a.xlsx", lambda: repack(xlsx(), in_utf16), "xml-document-type"),
    "entity far down": (
        "a.xlsx",
        lambda: repack(xlsx(), with_prolog(b"<!--" + b"-x" * 60_000 + b" -->" + OUTSIDE)),
        "xml-document-type",
    ),
    "entity in ODS": (
        "a.ods",
        lambda: repack(
            ods(),
            lambda n, c: (
                c.replace(b"<office:document", OUTSIDE + b"<office:document", 1) if n == "content.xml" else c
            ),
        ),
        "xml-document-type",
    ),
    "zeros packed": ("a.xlsx", lambda: repack(xlsx(), more=[("xl/m.bin", b"\0" * 60_000_000)]), "too-large-unpacked"),
    "size that lies": (
        "a.xlsx",
        lambda: lie_about_size(repack(xlsx(), more=[("xl/m.bin", os.urandom(50_000))]), "xl/m.bin", 10),
        "damaged-file",
    ),
    "overlapping parts": ("a.xlsx", overlapping, None),
    "parts without number": (
        "a.xlsx",
        lambda: repack(xlsx(), more=[(f"p{i}", b"") for i in range(5001)]),
        "too-large-unpacked",
    ),
    "archives inside": (
        "a.xlsx",
        lambda: repack(xlsx(), more=[(f"xl/embeddings/{i}.xlsx", b"PK\x03\x04" + b"x" * 9) for i in range(101)]),
        "too-large-unpacked",
    ),
    "name that climbs": ("a.xlsx", lambda: repack(xlsx(), more=[("../../evil", b"x")]), "zip-slip"),
    "name from the root": ("a.xlsx", lambda: repack(xlsx(), more=[("/tmp/evil", b"x")]), "zip-slip"),
    "name of a drive": ("a.xlsx", lambda: repack(xlsx(), more=[("C:/evil", b"x")]), "zip-slip"),
    "link": ("a.xlsx", lambda: repack(xlsx(), more=[(symlink(), b"/etc/hostname")]), "zip-slip"),
    "part twice": ("a.xlsx", lambda: repack(xlsx(), more=[("XL/Workbook.xml", b"<workbook/>")]), "ambiguous-package"),
    "cell at the far corner": (
        "a.xlsx",
        lambda: repack(xlsx(), sheet_cells(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
        "too-many-cells",
    ),
    "cell beyond any sheet": (
        "a.xlsx",
        lambda: repack(xlsx(), sheet_cells(b'<row r="1"><c r="ZZZZZZZ99999999999"><v>1</v></c></row>')),
        "too-many-cells",
    ),
    "repeated cells": (
        "a.ods",
        lambda: repack(
            ods(tail=False),
            lambda n, c: (
                c.replace(b"<table:table-row>", b'<table:table-row table:number-rows-repeated="90000000">')
                if n == "content.xml"
                else c
            ),
        ),
        "too-many-cells",
    ),
    "swollen strings": ("a.xlsx", swollen_strings, "too-much-text"),
    "locked XLSX": ("a.xlsx", locked_office, "locked-file"),
    "locked XLS": ("a.xls", locked_xls, "locked-file"),
    "locked package": ("a.xlsx", locked_zip, "locked-file"),
    "locked ODS": (
        "a.ods",
        lambda: repack(
            ods(),
            lambda n, c: (
                c.replace(b"</manifest:manifest>", b"<manifest:encryption-data/></manifest:manifest>")
                if n == "META-INF/manifest.xml"
                else c
            ),
        ),
        "locked-file",
    ),
    "empty": ("a.csv", lambda: b"", "empty-file"),
    "only blanks": ("a.csv", lambda: b" \r\n;;\r\n", "no-table"),
    "zeros": ("a.csv", lambda: b"\0" * 9000, "zero-filled-file"),
    "CSV that is XLSX": ("a.csv", xlsx, "not-what-it-says"),
    "CSV that is XLS": ("a.csv", xls, "not-what-it-says"),
    "CSV that is a PDF": ("a.csv", lambda: b"%PDF-1.7\n1 0 obj", "not-what-it-says"),
    "CSV that is a program": ("a.csv", lambda: b"\x7fELF\x02\x01" + b"\0" * 64, "not-what-it-says"),
    "CSV that is a Windows program": ("a.csv", lambda: b"MZ\x90\0\x03" + b"\0" * 99, "not-what-it-says"),
    "CSV that is a picture": ("a.csv", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "not-what-it-says"),
    "CSV that is a page": ("a.csv", lambda: b"\xef\xbb\xbf \n<!-- x --><!DOCTYPE html>" + HTML, "not-what-it-says"),
    "CSV that is packed": ("a.csv", lambda: b"\x1f\x8b\x08" + b"x" * 60, "not-what-it-says"),
    "CSV of noise": ("a.csv", lambda: bytes(range(256)) * 20, "not-what-it-says"),
    "XLS that is a page": ("a.xls", lambda: HTML, "not-what-it-says"),
    "XLS that is XLSX": ("a.xls", xlsx, "not-what-it-says"),
    "XLS that is XML": (
        "a.xls",
        lambda: b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "not-what-it-says",
    ),
    "XLS that is a letter": ("a.xls", lambda: ole("WordDocu"), "not-what-it-says"),
    "XLSX that is text": ("a.xlsx", lambda: b"Name,Age\nDana Orlin,34\n", "not-what-it-says"),
    "XLSX that is ODS": ("a.xlsx", ods, "not-what-it-says"),
    "ODS in one flat file": (
        "a.ods",
        lambda: b'<?xml version="1.0"?><office:document xmlns:office="urn:x"/>',
        "not-what-it-says",
    ),
    "archive": (
        "list.zip",
        lambda: repack(b"PK\x05\x06" + b"\0" * 18, more=[("list.csv", b"Name")]),
        "not-what-it-says",
    ),
    "mail": ("a.txt", lambda: b"From: a@x\r\nTo: b@x\r\nSubject: list\r\n\r\nhello", "not-what-it-says"),
    "XLSX cut early": ("a.xlsx", lambda: xlsx()[:900], "damaged-file"),
    "XLSX cut late": ("a.xlsx", lambda: xlsx()[:-40], "damaged-file"),
    "XLS cut": ("a.xls", lambda: xls()[:2500], "damaged-file"),
    "ODS cut": ("a.ods", lambda: ods()[:-40], "damaged-file"),
    "sheet that is broken XML": (
        "a.xlsx",
        lambda: repack(xlsx(), lambda n, c: c.replace(b"</row>", b"</rox>", 1) if n == SHEET else c),
        "damaged-file",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_made_to_harm_or_deceive_is_refused_at_once(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, make, kind = REFUSED[case]
    data = make()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    limits = Limits(max_text_bytes=50_000_000)
    started, before = time.monotonic(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(RefusedFileError) as caught:
        read_tables((name, data), limits=limits)
    problem = caught.value.problem
    if kind:
        assert problem.kind == kind
    assert problem.path == name
    assert problem.what and problem.remedy
    assert time.monotonic() - started < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000  # KB
    assert not list(tmp_path.iterdir())


def test_the_refusal_says_what_the_file_really_is_and_what_to_do() -> None:
    with pytest.raises(RefusedFileError) as caught:
        read_tables(("arrivals.xls", HTML))
    assert "really is a web page" in caught.value.problem.what
    assert "save it as XLSX" in caught.value.problem.remedy
    with pytest.raises(RefusedFileError) as caught:
        read_tables(("arrivals.csv", xlsx()))
    assert "an XLSX workbook" in caught.value.problem.what


def test_too_large_a_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as stream:
        stream.truncate(300_000_000)
    with pytest.raises(RefusedFileError) as caught:
        read_tables(path)
    assert caught.value.problem.kind == "too-large"
    with pytest.raises(RefusedFileError):
        read_tables(("a.csv", b"Name\n" * 100), limits=Limits(max_bytes=100))


def test_a_folder_a_device_or_nothing_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, Path("/dev/zero"), tmp_path / "not-there.csv"):
        with pytest.raises(RefusedFileError) as caught:
            read_tables(path)
        assert caught.value.problem.kind == "no-such-file"


def test_many_rows_or_columns_of_text_are_refused() -> None:
    with pytest.raises(RefusedFileError) as caught:
        read_tables(("a.csv", b"Name,Age\n" * 500), limits=Limits(max_rows=100))
    assert caught.value.problem.kind == "too-many-cells"
    with pytest.raises(RefusedFileError):
        read_tables(("a.csv", b"," * 20_000 + b"\n"))


def test_sound_files_of_every_format_are_let_in() -> None:
    for name, data in (
        ("a.xlsx", xlsx()),
        ("a.xls", xls()),
        ("a.ods", ods()),
        ("a.csv", b"Name,Age\nDana Orlin,34\n"),
    ):
        (table,) = read_tables((name, data)).tables
        assert next(row.record.name for row in read_people(table) if row.record) == "Dana Orlin"
    assert read_tables(("list", xlsx())).format == "xlsx"  # no ending: told by content


@pytest.mark.parametrize(("name", "make"), [("a.xlsx", xlsx), ("a.ods", ods), ("a.xls", xls)])
def test_any_damage_ends_in_a_refusal_or_in_rows(name: str, make) -> None:
    sound, chance = make(), random.Random(f"damage {name}")
    for _ in range(25):
        data = bytearray(sound)
        for _ in range(chance.choice((1, 3, 20))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            for table in read_tables((name, bytes(data))).tables:
                list(read_people(table))
        except RefusedFileError:
            continue


def test_an_xls_that_makes_its_parser_ask_for_all_memory_is_one_refusal() -> None:
    data = bytearray(xls())
    place = data.find(struct.pack("<H", 0x00E0))  # a formatting record: its length is made to lie
    struct.pack_into("<H", data, place + 2, 0xFFFF)
    with pytest.raises(RefusedFileError):
        read_tables(("a.xls", bytes(data)))

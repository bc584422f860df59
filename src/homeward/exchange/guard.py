"""What a file really is, and whether it may be opened at all: the door through which every list file comes.

In: a path, or a name and bytes. Out: an `Upload` whose content is what its name says, or a checked `Archive`; else
one `RefusedFileError` that says what the file really is and what to do. Nothing is unpacked to disk; no external
part, link or entity is ever followed.
Leaves to others: sizes of sheets (`workbook`, `legacy`), meaning of cells (`tables`), documents (`article`).
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath, PureWindowsPath
from xml.parsers import expat

from homeward.errors import RefusedFileError
from homeward.exchange.compound import CompoundFile, DamagedCompoundError
from homeward.exchange.limits import Limits

Source = str | os.PathLike[str] | tuple[str, bytes]


class Content(StrEnum):
    """What the bytes of a file are, whatever its name says."""

    TEXT = "text"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    LOCKED = "locked"
    XLSB = "xlsb"
    OTHER_OFFICE = "office"
    ARCHIVE = "archive"
    BROKEN_ARCHIVE = "broken-archive"
    HTML = "html"
    XML_SPREADSHEET = "xml-spreadsheet"
    FLAT_ODS = "flat-ods"
    XML = "xml"
    EMAIL = "email"
    PDF = "pdf"
    RTF = "rtf"
    IMAGE = "image"
    PROGRAM = "program"
    DATABASE = "database"
    BINARY = "binary"


_IN_WORDS = {
    Content.TEXT: "plain text",
    Content.XLSX: "an XLSX workbook",
    Content.XLS: "an XLS workbook",
    Content.ODS: "an ODS workbook",
    Content.LOCKED: "an Office file locked with a password",
    Content.XLSB: "a binary XLSB workbook",
    Content.OTHER_OFFICE: "an office document that is not a spreadsheet",
    Content.ARCHIVE: "an archive",
    Content.BROKEN_ARCHIVE: "a damaged archive",
    Content.HTML: "a web page",
    Content.XML_SPREADSHEET: "an XML spreadsheet of 2003",
    Content.FLAT_ODS: "a flat XML OpenDocument file",
    Content.XML: "an XML file",
    Content.EMAIL: "an e-mail or saved web archive",
    Content.PDF: "a PDF",
    Content.RTF: "a rich-text document",
    Content.IMAGE: "a picture",
    Content.PROGRAM: "a program",
    Content.DATABASE: "a database",
    Content.BINARY: "binary data of an unknown kind",
}
_REMEDY = {
    Content.TEXT: "Rename it to end in .csv (or .tsv) and bring it again.",
    Content.XLSX: "Rename it to end in .xlsx and bring it again.",
    Content.XLS: "Rename it to end in .xls and bring it again.",
    Content.ODS: "Rename it to end in .ods and bring it again.",
    Content.LOCKED: "Open it with the password, save it without one, and bring that file.",
    Content.PDF: "A PDF is read as a document: bring it as a report, or ask the sender for the spreadsheet.",
    Content.ARCHIVE: "Unpack it and bring the list itself.",
    Content.EMAIL: "Bring it as a report, or save its attachment and bring that.",
}
_SAVE_AS = "Open it in a spreadsheet program, save it as XLSX, and bring that file."
_BRING_ANOTHER = "Ask the sender for the list as XLSX or CSV."
_NOT_OPENABLE = {Content.IMAGE, Content.PROGRAM, Content.DATABASE, Content.BINARY, Content.OTHER_OFFICE, Content.RTF}

# What a file of each ending must be; an ending not listed is judged by content alone.
EXPECTED = {
    ".csv": Content.TEXT,
    ".tsv": Content.TEXT,
    ".tab": Content.TEXT,
    ".txt": Content.TEXT,
    ".xlsx": Content.XLSX,
    ".xlsm": Content.XLSX,
    ".xls": Content.XLS,
    ".ods": Content.ODS,
}

_MAGIC = (
    (b"%PDF-", Content.PDF),
    (b"{\\rtf", Content.RTF),
    (b"\x7fELF", Content.PROGRAM),
    (b"\xca\xfe\xba\xbe", Content.PROGRAM),
    (b"\xcf\xfa\xed\xfe", Content.PROGRAM),
    (b"\xce\xfa\xed\xfe", Content.PROGRAM),
    (b"\x89PNG\r\n\x1a\n", Content.IMAGE),
    (b"\xff\xd8\xff", Content.IMAGE),
    (b"GIF87a", Content.IMAGE),
    (b"GIF89a", Content.IMAGE),
    (b"II*\x00", Content.IMAGE),
    (b"MM\x00*", Content.IMAGE),
    (b"\x1f\x8b", Content.ARCHIVE),
    (b"BZh", Content.ARCHIVE),
    (b"\xfd7zXZ\x00", Content.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Content.ARCHIVE),
    (b"Rar!\x1a\x07", Content.ARCHIVE),
    (b"\x28\xb5\x2f\xfd", Content.ARCHIVE),
    (b"SQLite format 3\x00", Content.DATABASE),
    (b"PAR1", Content.DATABASE),
)
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_HTML = re.compile(
    r"(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|script|style|title|div)\b", re.I | re.S
)
_EMAIL = re.compile(
    r"(?:(?:From|To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|Content-Type|X-[\w-]+): .*\n"
    r"(?:[ \t].*\n)*){3}"
)
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came: `name` without folders, its bytes, what they are, and their SHA-256 in hexadecimal."""

    name: str
    data: bytes
    content: Content
    sha256: str


def take_in(source: Source, *, limits: Limits) -> Upload:
    """Read the bytes of a file and settle what they are; hash them.

    Raises:
        RefusedFileError: no plain file, empty, too large, filled with zeros, or not what its ending says.
    """
    name, data = _bytes_of(source, limits)
    if not data:
        raise refusal("The file is empty", "Check that it was saved and sent whole.", name, "empty-file")
    if not data.strip(b"\x00"):
        raise refusal(
            "The file holds nothing but zero bytes: its content was lost when it was saved or copied",
            "Copy it again from where it came, or ask the sender for it.",
            name,
            "zero-filled-file",
        )
    content = tell_content(data)
    expected = EXPECTED.get(Path(name).suffix.lower())
    readable = (Content.TEXT, Content.XLSX, Content.XLS, Content.ODS)
    if content is Content.BROKEN_ARCHIVE:
        raise _damaged(name)
    if content not in readable or (expected and content is not expected):
        raise _not_what_it_says(name, content, expected)
    return Upload(name, data, content, hashlib.sha256(data).hexdigest())


def refusal(what: str, remedy: str, name: str, kind: str) -> RefusedFileError:
    """The one error with which a file is refused."""
    return RefusedFileError(what, remedy, path=name, kind=kind)


def tell_content(data: bytes) -> Content:
    """What these bytes are, judged by them alone."""
    for magic, content in _MAGIC:
        if data.startswith(magic):
            return content
    if data.startswith(_ZIP_STARTS):
        return _tell_archive(data)
    if data.startswith(_COMPOUND):
        return _tell_compound(data)
    head = data[:8192]
    if head.startswith((b"MZ", b"RIFF", b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08")) and b"\x00" in head[:64]:
        return Content.PROGRAM if head.startswith(b"MZ") else Content.BINARY
    return _tell_text(data, head)


def looks_utf16(data: bytes) -> str | None:
    """``utf-16-le`` or ``utf-16-be`` where bytes without a mark are so encoded: line ends and digits show it."""
    sample = data[: 1 << 15]
    if len(data) % 2 or len(sample) < 4 or b"\x00" not in sample:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    for encoding, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros * 50 >= len(sample) // 2 and others * 20 <= zeros:
            try:
                data.decode(encoding)
            except UnicodeDecodeError:
                continue
            return encoding
    return None


class Archive:
    """A ZIP package that has been checked: names, sizes, overlaps, declared against true length, DTDs.

    Parts are read from memory; nothing is ever written.
    """

    def __init__(self, upload: Upload, limits: Limits) -> None:
        self.name = upload.name
        self._data = upload.data
        self._limits = limits
        try:
            infos = zipfile.ZipFile(io.BytesIO(upload.data)).infolist()
        except (zipfile.BadZipFile, ValueError, struct.error, OSError, UnicodeDecodeError, NotImplementedError):
            raise _damaged(upload.name) from None
        self._check_directory(infos)
        self._infos = {info.filename: info for info in infos}
        self._check_contents(infos)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the parts, in the order of the package."""
        return tuple(self._infos)

    def __contains__(self, part: str) -> bool:
        return part in self._infos

    def read(self, part: str) -> bytes:
        """One whole part."""
        return b"".join(self.chunks(part))

    def chunks(self, part: str) -> Iterator[bytes]:
        """One part, piece by piece."""
        yield from self._inflate(self._infos[part])

    def _check_directory(self, infos: list[zipfile.ZipInfo]) -> None:
        limits, name = self._limits, self.name
        if len(infos) > limits.max_members:
            raise _bomb(name, f"The package has {len(infos):,} parts; {limits.max_members:,} is the limit")
        if any(info.flag_bits & 0x1 for info in infos):
            raise refusal("The package is locked with a password", _REMEDY[Content.LOCKED], name, "locked-file")
        seen: set[str] = set()
        for info in infos:
            if not _safe_name(info.orig_filename) or stat.S_ISLNK(info.external_attr >> 16):
                raise refusal(
                    "The package holds a part whose name or link points outside it, as hostile files do",
                    "Do not open it elsewhere either; ask the sender how it was made.",
                    name,
                    "zip-slip",
                )
            folded = info.filename.casefold()
            if folded in seen:
                raise refusal(
                    "The package holds two parts of one name, so that programs disagree on what it says",
                    _SAVE_AS,
                    name,
                    "ambiguous-package",
                )
            seen.add(folded)
            if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise refusal(
                    "The package is packed in a way that spreadsheets do not use", _SAVE_AS, name, "odd-packing"
                )
        declared = sum(info.file_size for info in infos)
        if declared > limits.max_unpacked_bytes:
            raise _bomb(
                name, f"Unpacked, the file would have {declared:,} bytes; {limits.max_unpacked_bytes:,} is the limit"
            )
        reached = 0
        for info in sorted(infos, key=lambda i: i.header_offset):
            if info.header_offset < reached:
                raise _bomb(name, "Parts of the package overlap, as in a file made to swell when unpacked")
            reached = info.header_offset + 30 + info.compress_size

    def _check_contents(self, infos: list[zipfile.ZipInfo]) -> None:
        total = nested = 0
        for info in infos:
            length, checksum, first = 0, 0, b""
            prolog = _Prolog() if info.filename.lower().endswith((".xml", ".rels", ".vml", ".rdf")) else None
            for piece in self._inflate(info):
                first = first or piece[:8]
                length += len(piece)
                checksum = zlib.crc32(piece, checksum)
                self._check_growth(info, length, total + length)
                if prolog is not None and prolog.feed(piece):
                    raise refusal(
                        "The file declares a document type or entities inside, with which hostile files read other "
                        "files or swell without end",
                        "Open it in a spreadsheet program you trust, save it as a new XLSX, and bring that.",
                        self.name,
                        "xml-document-type",
                    )
            if length != info.file_size or checksum != info.CRC:
                raise _damaged(self.name)
            total += length
            nested += first.startswith(_ZIP_STARTS) or first.startswith(b"\x1f\x8b")
        if nested > self._limits.max_nested_archives:
            raise _bomb(self.name, f"The package holds {nested:,} further archives")

    def _check_growth(self, info: zipfile.ZipInfo, length: int, total: int) -> None:
        limits = self._limits
        if total > limits.max_unpacked_bytes:
            raise _bomb(self.name, f"Unpacked, the file has more than {limits.max_unpacked_bytes:,} bytes")
        if length > limits.ratio_from_bytes and length > limits.max_unpacked_ratio * max(info.compress_size, 1):
            raise _bomb(
                self.name, f"A part of the file grows more than {limits.max_unpacked_ratio} times when unpacked"
            )

    def _inflate(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        # Not by zipfile: it stops at the declared length, while the parser in Rust goes on to the end of the stream.
        header = self._data[info.header_offset : info.header_offset + 30]
        if len(header) < 30 or header[:4] != b"PK\x03\x04":
            raise _damaged(self.name)
        name_length, extra_length = struct.unpack("<HH", header[26:30])
        start = info.header_offset + 30 + name_length + extra_length
        written = self._data[info.header_offset + 30 : info.header_offset + 30 + name_length]
        if written.decode("utf-8" if info.flag_bits & 0x800 else "cp437", "replace") != info.orig_filename:
            raise _damaged(self.name)
        stop = start + info.compress_size
        if stop > len(self._data):
            raise _damaged(self.name)
        if info.compress_type == zipfile.ZIP_STORED:
            for place in range(start, stop, _CHUNK):
                yield self._data[place : min(place + _CHUNK, stop)]
            return
        machine = zlib.decompressobj(-15)
        try:
            for place in range(start, stop, _CHUNK):
                pending = self._data[place : min(place + _CHUNK, stop)]
                while pending:
                    if piece := machine.decompress(pending, 1 << 20):
                        yield piece
                    pending = machine.unconsumed_tail
            if piece := machine.flush():
                yield piece
        except zlib.error:
            raise _damaged(self.name) from None
        if not machine.eof:
            raise _damaged(self.name)


def open_archive(upload: Upload, *, limits: Limits) -> Archive:
    """The checked package; every part has been unpacked once in memory, measured, and searched for DTDs.

    Raises:
        RefusedFileError: damaged or cut short, locked, a bomb, names that lead outside, a document type inside.
    """
    archive = Archive(upload, limits)
    manifest = "META-INF/manifest.xml"
    if manifest in archive and b"encryption-data" in archive.read(manifest):
        raise refusal("The file is locked with a password", _REMEDY[Content.LOCKED], upload.name, "locked-file")
    return archive


class _Found(Exception):
    """Stops a parser at the first element or at a document type."""


class _Prolog:
    """What comes before the first element of an XML part: is there a document type?"""

    def __init__(self) -> None:
        self._hit = self._over = False
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.EntityDeclHandler = self._doctype
        self._parser.StartElementHandler = self._element

    def feed(self, piece: bytes) -> bool:
        """Take the next piece; True once a document type has been met."""
        if not self._over:
            try:
                self._parser.Parse(piece, False)
            except (_Found, expat.ExpatError):
                # Not XML, or XML that is broken: then the raw bytes decide.
                self._over = True
                plain = piece.replace(b"\x00", b"").upper()
                self._hit = self._hit or b"<!DOCTYPE" in plain or b"<!ENTITY" in plain
        return self._hit

    def _doctype(self, *_: object) -> None:
        self._hit = True
        raise _Found

    def _element(self, *_: object) -> None:
        raise _Found


def _bytes_of(source: Source, limits: Limits) -> tuple[str, bytes]:
    if isinstance(source, tuple):
        name, data = PureWindowsPath(source[0]).name or "list", source[1]
        size = len(data)
    else:
        path = Path(source)
        name = path.name
        try:
            if not path.is_file():
                raise refusal(
                    "There is no such file, or it is a folder or a device",
                    "Check the path and bring a plain file.",
                    name,
                    "no-such-file",
                )
            with path.open("rb") as stream:
                size = os.fstat(stream.fileno()).st_size
                data = stream.read(limits.max_bytes + 1) if size <= limits.max_bytes else b"-"
        except (OSError, ValueError) as fault:
            raise refusal("The file cannot be opened", "Check that you may read it.", name, "cannot-open") from fault
    if max(size, len(data)) > limits.max_bytes:
        raise refusal(
            f"The file has {max(size, len(data)):,} bytes; {limits.max_bytes:,} is the limit",
            "Split the list into several files, or save only the sheet that holds it.",
            name,
            "too-large",
        )
    return name, data


def _not_what_it_says(name: str, content: Content, expected: Content | None) -> RefusedFileError:
    words = _IN_WORDS[content]
    if content is Content.LOCKED:
        return refusal("The file is locked with a password", _REMEDY[content], name, "locked-file")
    what = f"The file is {words}"
    if expected is not None:
        what = f"The file's name ends in {Path(name).suffix.lower()}, but it really is {words}"
    remedy = _REMEDY.get(content) or (_BRING_ANOTHER if content in _NOT_OPENABLE else _SAVE_AS)
    return refusal(what, remedy, name, "not-what-it-says")


def _damaged(name: str) -> RefusedFileError:
    return refusal(
        "The file is damaged or cut short",
        "Copy it again from where it came, or ask the sender for it.",
        name,
        "damaged-file",
    )


def _bomb(name: str, what: str) -> RefusedFileError:
    return refusal(
        what, "Ask the sender how it was made; a list of people is never like this.", name, "too-large-unpacked"
    )


def _safe_name(name: str) -> bool:
    if not name or "\\" in name or any(ord(c) < 32 for c in name) or PureWindowsPath(name).drive:
        return False
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts


def _tell_archive(data: bytes) -> Content:
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        names = set(package.namelist())
        if "mimetype" in names:
            info = package.getinfo("mimetype")
            kind = data[info.header_offset + 30 :][:200] if info.compress_type == zipfile.ZIP_STORED else b""
            if b"opendocument.spreadsheet" in kind:
                return Content.ODS
            if b"opendocument" in kind:
                return Content.OTHER_OFFICE
    except (zipfile.BadZipFile, ValueError, struct.error, OSError, NotImplementedError):
        return Content.BROKEN_ARCHIVE
    if "xl/workbook.bin" in names:
        return Content.XLSB
    if any(n.startswith("xl/") for n in names):
        return Content.XLSX
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return Content.ODS
    if any(n.startswith(("word/", "ppt/", "visio/")) for n in names):
        return Content.OTHER_OFFICE
    return Content.ARCHIVE


def _tell_compound(data: bytes) -> Content:
    try:
        streams = {name.casefold() for name in CompoundFile(data).names}
    except DamagedCompoundError:
        return Content.XLS  # the reader of XLS files says that it is damaged
    if streams & {"encryptedpackage", "encryptioninfo"}:
        return Content.LOCKED
    if streams & {"workbook", "book"}:
        return Content.XLS
    return Content.OTHER_OFFICE


def _tell_text(data: bytes, head: bytes) -> Content:
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            text = head[len(mark) :].decode(encoding, "replace")
            break
    else:
        wide = looks_utf16(data)
        if wide is None and b"\x00" in data:
            return Content.BINARY
        text = head.decode(wide or "latin-1", "replace")
    controls = sum(1 for c in text if ord(c) < 32 and c not in "\t\n\r\x0b\x0c\x1a\x1b\x1c\x1d\x1e\x1f")
    if controls * 50 > len(text):
        return Content.BINARY
    text = text.lstrip("\ufeff \t\r\n")
    if "%PDF-" in text[:1024] and "obj" in text:
        return Content.PDF
    if text.startswith("<?xml"):
        return _tell_xml(text)
    if _HTML.match(text):
        return Content.HTML
    if text.startswith(("<workbook", "<Workbook", "<office:document", "<!DOCTYPE", "<!ENTITY")):
        return _tell_xml(text)
    if _EMAIL.match(text.replace("\r\n", "\n")):
        return Content.EMAIL
    return Content.TEXT


def _tell_xml(text: str) -> Content:
    if "urn:schemas-microsoft-com:office:spreadsheet" in text:
        return Content.XML_SPREADSHEET
    if "<office:document" in text:
        return Content.FLAT_ODS
    return Content.HTML if "<html" in text.lower() else Content.XML

"""One document as its reader meets it: text, and what is known of who published it and when.

In: a file of any format that people send reports in. Out: `Article`, or one `RefusedFileError`.
Leaves to others: the words of each format (the module named for it); what the words mean (`homeward.reading`).
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath

from homeward.errors import Problem, RefusedFileError
from homeward.exchange import docx, email, html, pdf, plain
from homeward.exchange.contents import Contents
from homeward.exchange.decode import looks_wide
from homeward.exchange.language import identify_language
from homeward.records import PartialDate


@dataclass(frozen=True, slots=True)
class Article:
    """The captured text of one document, and what the document says about itself; None where it does not say.

    Attributes:
        text: clean paragraphs with one empty line between; character offsets elsewhere count in exactly this text.
        title, author: as the document gives them.
        publisher: the site, body or sender that published it.
        published: the day of publication, only if the document itself marks it as such.
        language: a two-letter tag; the text's script overrules what the file declares.
        complete: False if the file shows that it holds less than was published. True is no proof of the contrary.
        format: ``html``, ``pdf``, ``docx``, ``text`` or ``email``.
        sha256: of the file's bytes, hexadecimal.
        problems: everything a person should know before relying on the text.
    """

    name: str
    text: str
    title: str | None
    publisher: str | None
    author: str | None
    published: PartialDate | None
    language: str | None
    complete: bool
    format: str
    sha256: str
    problems: tuple[Problem, ...]


_FORMATS = {
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx", ".docm": "docx",
    ".txt": "text", ".text": "text", ".md": "text",
    ".eml": "email", ".mht": "email", ".mhtml": "email",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a document may be, in bytes as it comes; each format has further bounds of its own."""

    most_bytes: int = 64_000_000


_READERS: dict[str, Callable[..., Contents]] = {
    "html": html.read,
    "pdf": pdf.read,
    "docx": docx.read,
    "text": plain.read,
    "email": email.read,
}
_ELSEWHERE = {
    ".doc": "an old word-processor document; save it as DOCX or PDF",
    ".rtf": "a rich-text document; save it as DOCX or PDF",
    ".odt": "an OpenDocument text; save it as DOCX or PDF",
    ".pages": "a Pages document; export it as DOCX or PDF",
    ".msg": "a message in Outlook's own format; save it as .eml",
    ".csv": "a table; add it as a list",
    ".tsv": "a table; add it as a list",
    ".xlsx": "a table; add it as a list",
    ".xls": "a table; add it as a list",
    ".ods": "a table; add it as a list",
}


def read_article(source: str | os.PathLike[str] | tuple[str, bytes], *, limits: Limits = Limits()) -> Article:
    """Read one document.

    Args:
        source: a path, or a file's name and its bytes.
        limits: how large a file may be.

    Raises:
        RefusedFileError: hostile, oversized, locked, damaged, of a format not read here, or not what its name says.
    """
    name, data = read_bytes(source, limits)
    suffix = PurePath(name).suffix.lower()
    chosen = _FORMATS.get(suffix)
    if chosen is None:
        known = ", ".join(sorted(_FORMATS))
        is_a = _ELSEWHERE.get(suffix)
        raise RefusedFileError(
            f"The file is {is_a.partition(';')[0]}" if is_a else f'Documents with the ending "{suffix}" are not read',
            f"{is_a.partition(';')[2].strip().capitalize()}." if is_a else f"Save the document as one of: {known}.",
            path=name,
            kind="format-not-read",
        )
    if not data.strip(b"\x00\t\n\r ") or data.strip() in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        return _article(name, data, chosen, Contents("", complete=False, problems=(_empty(name),)))
    _refuse_disguise(data, chosen, name)
    return _article(name, data, chosen, _READERS[chosen](data, name=name))


def _article(name: str, data: bytes, chosen: str, found: Contents) -> Article:
    return Article(
        name=name,
        text=found.text,
        title=found.title,
        publisher=found.publisher,
        author=found.author,
        published=found.published,
        language=identify_language(found.text, declared=found.language),
        complete=found.complete and bool(found.text),
        format=chosen,
        sha256=hashlib.sha256(data).hexdigest(),
        problems=found.problems,
    )


def _empty(name: str) -> Problem:
    return Problem("The file is empty", "Check that it was saved or sent whole.", path=name, kind="no-text")


def read_bytes(source: str | os.PathLike[str] | tuple[str, bytes], limits: Limits) -> tuple[str, bytes]:
    """The file's name without folders, and its bytes if they are not too many."""
    if isinstance(source, tuple):
        name, data = PurePath(source[0]).name or "document", source[1]
        size = len(data)
    else:
        path = Path(source)
        name = path.name
        try:
            if not path.is_file():
                raise RefusedFileError(
                    "There is no such file, or it is not a plain file",
                    "Check the path; a folder or a device cannot be taken in.",
                    path=name,
                    kind="no-such-file",
                )
            size = path.stat().st_size
            data = path.read_bytes() if size <= limits.most_bytes else b""
        except (OSError, ValueError) as fault:
            raise RefusedFileError(
                "The file cannot be opened", "Check that you may read it.", path=name, kind="cannot-open"
            ) from fault
    if size > limits.most_bytes:
        raise RefusedFileError(
            f"The file has {size:,} bytes; no more than {limits.most_bytes:,} are read",
            "Save the part that matters as a file of its own.",
            path=name,
            kind="file-too-large",
        )
    return name, data


# How the bytes of other formats begin; a document that begins so is not the text its name promises.
_SIGNATURES = (
    (b"%PDF-", "pdf", "a PDF"),
    (b"PK\x03\x04", "docx", "a ZIP package, such as a DOCX or XLSX"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole", "an old Office file, or an Office file locked by a password"),
    (b"\x89PNG", "image", "a picture"),
    (b"\xff\xd8\xff", "image", "a picture"),
    (b"GIF8", "image", "a picture"),
    (b"MZ", "program", "a program"),
    (b"\x7fELF", "program", "a program"),
    (b"{\\rtf", "rtf", "a rich-text document"),
    (b"\x1f\x8b", "archive", "a compressed archive"),
    (b"Rar!", "archive", "a compressed archive"),
    (b"7z\xbc\xaf", "archive", "a compressed archive"),
    (b"SQLite format 3", "database", "a database"),
)
_LOOKS_HTML = re.compile(rb"\s*(?:<!--.{0,500}?-->\s*)?(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE | re.DOTALL)


def _refuse_disguise(data: bytes, chosen: str, name: str) -> None:
    head = data[:1024].removeprefix(b"\xef\xbb\xbf")
    # A PDF may have some bytes before its mark, and viewers accept that.
    really = next(((f, words) for mark, f, words in _SIGNATURES if head.lstrip().startswith(mark)), None)
    if really and really[0] == "program" and chosen in ("text", "email") and not _has_controls(head):
        really = None  # a text may well begin with the letters MZ
    if really is None and b"%PDF-" in head and chosen != "email" and (chosen == "pdf" or _has_controls(head)):
        really = ("pdf", "a PDF")
    if really is None and chosen == "text" and _LOOKS_HTML.match(head):
        really = ("html", "a web page")
    if really is None and chosen in ("pdf", "docx"):
        really = ("unknown", f"not {'a PDF' if chosen == 'pdf' else 'a DOCX'}")
    if really and really[0] != chosen:
        locked = chosen == "docx" and really[0] == "ole"
        raise RefusedFileError(
            f'The name ends in "{PurePath(name).suffix}", but the file is {really[1]}',
            "Open it with its password and save it without one."
            if locked
            else "Make sure what the file is and who made it so; then give it the ending that belongs to it.",
            path=name,
            kind="locked" if locked else "not-what-its-name-says",
        )
    if chosen == "html" and _has_nul_inside(data[:4096]) and not looks_wide(data):
        raise RefusedFileError(
            "The page holds bytes that no text holds", "Save it again from a browser.", path=name, kind="not-text"
        )


def _has_controls(head: bytes) -> bool:
    return sum(1 for b in head if b < 9) > 0


def _has_nul_inside(head: bytes) -> bool:
    return head.count(0) * 20 > len(head) and not head.startswith((b"\xff\xfe", b"\xfe\xff"))

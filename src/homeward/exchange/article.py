"""One document as its reader meets it: text, and what is known of who published it and when.

In: a file of any format that people send reports in. Out: `Article`, or one `RefusedFileError`.
Leaves to others: the words of each format (the module named for it); what the words mean (`homeward.reading`).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path, PurePath

from homeward.errors import Problem, RefusedFileError
from homeward.exchange.contents import Contents
from homeward.exchange.guard import Content, refusal, tell_content
from homeward.exchange.language import identify_language
from homeward.exchange.limits import Limits
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


_LIMITS = Limits()
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


def read_article(source: str | os.PathLike[str] | tuple[str, bytes], *, limits: Limits = _LIMITS) -> Article:
    """Read one document.

    Args:
        source: a path, or a file's name and its bytes.
        limits: how large a file may be, by `max_bytes` and `max_article_bytes`; each format has bounds of its own.

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
    return _article(name, data, chosen, _reader(chosen)(data, name=name))


def _reader(chosen: str) -> Callable[..., Contents]:
    """The reader of a format, imported only now: no command that reads no document should pay for its libraries."""
    module = import_module(f"homeward.exchange.{'plain' if chosen == 'text' else chosen}")
    read: Callable[..., Contents] = module.read
    return read


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
    most = min(limits.max_bytes, limits.max_article_bytes)
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
            data = path.read_bytes() if size <= most else b""
        except (OSError, ValueError) as fault:
            raise RefusedFileError(
                "The file cannot be opened", "Check that you may read it.", path=name, kind="cannot-open"
            ) from fault
    if size > most:
        raise RefusedFileError(
            f"The file has {size:,} bytes; no more than {most:,} are read",
            "Save the part that matters as a file of its own.",
            path=name,
            kind="too-large",
        )
    return name, data


# What the bytes of each format may be. A page without a head, or a message with odd headers, looks like plain text.
_MAY_BE = {
    "html": {Content.HTML, Content.TEXT, Content.XML},
    "pdf": {Content.PDF},
    "docx": {Content.OTHER_OFFICE},
    "text": {Content.TEXT, Content.EMAIL, Content.XML},
    "email": {Content.EMAIL, Content.TEXT, Content.BINARY},  # an attachment may travel as it is
}
_IN_WORDS = {
    Content.TEXT: "plain text",
    Content.HTML: "a web page",
    Content.EMAIL: "an e-mail",
    Content.PDF: "a PDF",
    Content.XLSX: "a spreadsheet",
    Content.XLS: "a spreadsheet",
    Content.ODS: "a spreadsheet",
    Content.OTHER_OFFICE: "an office document",
    Content.ARCHIVE: "an archive",
    Content.IMAGE: "a picture",
    Content.PROGRAM: "a program",
    Content.RTF: "a rich-text document",
    Content.XML: "an XML file",
}


def _refuse_disguise(data: bytes, chosen: str, name: str) -> None:
    really = tell_content(data)
    if really in _MAY_BE[chosen] or (chosen == "pdf" and b"%PDF-" in data[:1024]):  # viewers, too, skip to the mark
        return
    if really is Content.LOCKED:
        raise refusal(
            "The document is locked with a password",
            "Open it with the password, save it without one, and bring that file.",
            name,
            "locked-file",
        )
    raise refusal(
        f"The file's name ends in {PurePath(name).suffix}, but it really is {_IN_WORDS.get(really, 'binary data')}",
        "Make sure what it is and who named it so; then give it the ending that belongs to it.",
        name,
        "not-what-it-says",
    )

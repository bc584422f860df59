"""A word-processor document: its paragraphs and tables in order, as they read with all tracked changes accepted.

In: the bytes of one DOCX file. Out: `Contents`. Macros are not run, linked parts are not fetched; deleted (struck)
text is left out and this is said; comments, headers and footers are left out; foot- and endnotes follow the text. The
package's dates say when a file was made, not when its words were published: no publication date is drawn from them.
Leaves to others: bombs, paths and document types in the package (`guard`), the language (`language`).
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree

from homeward.errors import Problem, RefusedFileError
from homeward.exchange.contents import Contents, clean_line, cut_short, join_paragraphs
from homeward.exchange.guard import Content, Upload, open_archive, refusal
from homeward.exchange.limits import Limits

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MAX_PARAGRAPHS = 200_000
_LIMITS = Limits(max_unpacked_bytes=200_000_000, ratio_from_bytes=2_000_000)
_SAVE_AGAIN = "Ask the sender to save it again in a word processor, or as PDF, and bring that file."
# Struck text, and the copy of a drawing that older programs show: neither is what the document says.
_SKIPPED = {_W + "del", _W + "moveFrom", _FALLBACK}
_STRUCK = {_W + "del", _W + "moveFrom"}
_ADDED = {_W + "ins", _W + "moveTo"}
_STUMBLES = (KeyError, ValueError, AttributeError, TypeError, IndexError, OSError, RuntimeError, EOFError,
             zipfile.BadZipFile, zlib.error, etree.LxmlError)  # fmt: skip


def read(data: bytes, *, name: str) -> Contents:
    """Read one DOCX document.

    Raises:
        RefusedFileError: the package is damaged or is not a word-processor document.
    """
    import docx  # takes a quarter of a second: only where a document is read
    from docx.opc.exceptions import OpcError

    _refuse_hostile_package(data, name)
    try:
        opened = docx.Document(io.BytesIO(data))
        body = opened.element.body
        paragraphs = list(_blocks(body, name))
        notes = list(_notes(opened, name))
    except (
        OpcError,
        *_STUMBLES,
    ) as fault:  # python-docx lets its parsers' errors through, one for each way a part can be broken
        raise RefusedFileError(
            "The file is not a whole word-processor document",
            "Open it in a word processor and save it again as DOCX, or save it as PDF.",
            path=name,
            kind="damaged-file",
        ) from fault
    problems: list[Problem] = []
    text = join_paragraphs([*paragraphs, *notes])
    cut = cut_short(text)
    if not text:
        problems.append(
            Problem(
                "The document holds no text",
                "Open it: if it shows a picture of a page, type the text.",
                path=name,
                kind="no-text",
            )
        )
    if cut:
        problems.append(
            Problem(
                f'The document says that there is more elsewhere ("{cut}")',
                "Take in the full text before drawing anything from what it leaves out.",
                path=name,
                kind="text-cut-short",
            )
        )
    struck = any(True for _ in body.iter(*_STRUCK))
    if struck or any(True for _ in body.iter(*_ADDED)):
        problems.append(
            Problem(
                "The document has tracked changes: text marked as deleted is left out, text marked as added is in",
                "Open the file to see what was changed; it is kept as it came.",
                path=name,
                kind="tracked-changes",
            )
        )
    if any("vbaproject" in str(part.partname).lower() for part in opened.part.package.iter_parts()):
        problems.append(
            Problem(
                "The document carries macros; they were not run",
                "Do not open it in a word processor that runs macros.",
                path=name,
                kind="macros-ignored",
            )
        )
    title, author, language = _properties(opened)
    return Contents(
        text, title=title, author=author, language=language, complete=bool(text) and not cut, problems=tuple(problems)
    )


def _refuse_hostile_package(data: bytes, name: str) -> None:
    """Let `guard` look at the whole package before any parser does: sizes, paths, document types."""
    try:
        package = open_archive(Upload(name, data, Content.OTHER_OFFICE, ""), limits=_LIMITS)
    except RefusedFileError as fault:  # its remedies speak of spreadsheets
        raise refusal(fault.problem.what, _SAVE_AGAIN, name, fault.problem.kind) from fault
    if "[Content_Types].xml" not in package or "word/document.xml" not in package:
        raise refusal(
            "The file is a package, but not a word-processor document", _SAVE_AGAIN, name, "not-what-it-says"
        )


def _blocks(container: Any, name: str) -> Iterator[str]:
    """Paragraphs and table rows below `container`, in reading order, looking through content controls and inserts."""
    count = 0
    pending = [container]
    while pending:
        element = pending.pop()
        tag = element.tag
        if tag in _SKIPPED or not isinstance(tag, str):
            continue
        if tag == _W + "p":
            count += 1
            if count > _MAX_PARAGRAPHS:
                raise RefusedFileError(
                    f"The document has more than {_MAX_PARAGRAPHS:,} paragraphs",
                    "Save the part that matters as a document of its own.",
                    path=name,
                    kind="document-too-large",
                )
            yield _words(element)
            pending.extend(reversed([box for box in element.iter(_W + "txbxContent") if not _inside_fallback(box)]))
        elif tag == _W + "tr":
            own = [cell for cell in element.iter(_W + "tc") if next(cell.iterancestors(_W + "tr")) is element]
            cells = (clean_line(" ".join(_words(p) for p in cell.iter(_W + "p"))) for cell in own)
            yield " | ".join(c for c in cells if c)
        else:
            pending.extend(reversed(list(element)))


def _words(paragraph: Any) -> str:
    """The text of one paragraph: runs, links, inserts; not struck text, not text boxes (they come after it)."""
    pieces: list[str] = []
    pending = list(reversed(list(paragraph)))
    while pending:
        element = pending.pop()
        tag = element.tag
        if tag in _SKIPPED or tag == _W + "txbxContent":
            continue
        if tag == _W + "t":
            pieces.append(element.text or "")
        elif tag == _W + "tab":
            pieces.append(" ")
        elif tag in (_W + "br", _W + "cr"):
            pieces.append("\n")
        elif tag == _W + "noBreakHyphen":
            pieces.append("-")
        else:
            pending.extend(reversed(list(element)))
    return "".join(pieces)


def _inside_fallback(element: Any) -> bool:
    return any(a.tag == _FALLBACK for a in element.iterancestors())


def _notes(opened: Any, name: str) -> Iterator[str]:
    for part in opened.part.package.iter_parts():
        if str(part.partname).lower() in ("/word/footnotes.xml", "/word/endnotes.xml"):
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
            yield from _blocks(etree.fromstring(part.blob, parser), name)


def _properties(opened: Any) -> tuple[str | None, str | None, str | None]:
    """Title, author and language; each unknown where the property is empty or a program's own filler."""
    try:
        core = opened.core_properties
        found = [clean_line(str(v or ""))[:300] or None for v in (core.title, core.author, core.language)]
    except _STUMBLES:
        return None, None, None
    title, author, language = found
    if author and author.lower() in {
        "python-docx",
        "user",
        "admin",
        "administrator",
        "microsoft office user",
        "author",
    }:
        author = None
    if title and title.lower() in {"word document", "document", "microsoft word document"}:
        title = None
    return title, author, language

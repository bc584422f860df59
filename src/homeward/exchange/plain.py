"""Plain text: its encoding found out, its lines joined into paragraphs.

In: the bytes of one text file, or of the text part of an e-mail. Out: `Contents`.
Leaves to others: what the bytes' encoding is (`decode`), the language (`language`). Nothing is taken away: a line
such as ``date 2024-05-31 Photo Credit: ...`` stays in the text; the day after the word "date" is that of publication.
"""

from __future__ import annotations

import codecs
import re

from homeward.errors import BadDateError, Problem, RefusedFileError
from homeward.exchange.contents import Contents, clean_line, cut_short, join_paragraphs, split_blocks
from homeward.exchange.decode import decode_text
from homeward.records import PartialDate

_DATE_LINE = re.compile(
    r"^\s*(?:date|dated|published|published on|дата|опубликовано|تاريخ|التاريخ|תאריך)"
    r"\s*[:=]?\s+(\d{4})-(\d{2})-(\d{2})\b",
    re.IGNORECASE | re.MULTILINE,
)
_MAX_BYTES = 10_000_000  # a thick book is 3 MB
_HEAD = 300  # characters in which such a line may stand
_WRAPPED = (45, 100)  # lines of this many characters, all but the last of a block, were broken by a program
_MAX_TITLE = 140
_SENTENCE_END = (".", "!", "?", "…", "؟", ":", ";", "۔", "»", "”", '"')


def read(data: bytes, *, name: str, charset: str | None = None) -> Contents:
    """Read plain text.

    Raises:
        RefusedFileError: the bytes are not text in any encoding that is known here.
    """
    if len(data) > _MAX_BYTES:
        raise RefusedFileError(
            f"The text has {len(data):,} bytes; no more than {_MAX_BYTES:,} are read",
            "Save the part that matters as a file of its own.",
            path=name,
            kind="too-large",
        )
    text = _decoded(data, charset)
    strange = sum(1 for c in text[:20_000] if (c < " " and c not in "\t\n\r\x0b\x0c\x1a") or c == "\ufffd")
    if strange * 20 > len(text[:20_000]):
        raise RefusedFileError(
            "The file is not text in any encoding that can be recognised",
            "Open it in a text editor and save it as UTF-8.",
            path=name,
            kind="not-text",
        )
    blocks = split_blocks(text)
    body = join_paragraphs(p for block in blocks for p in _paragraphs(block))
    problems: list[Problem] = []
    if not body:
        problems.append(
            Problem("The file holds no text", "Check that it is the right file.", path=name, kind="no-text")
        )
    cut = cut_short(body)
    if cut:
        problems.append(
            Problem(
                f'The text says that there is more elsewhere ("{cut}")',
                "Take in the full text before drawing anything from what it leaves out.",
                path=name,
                kind="text-cut-short",
            )
        )
    return Contents(
        body,
        title=_title(blocks),
        published=_stated_day(body),
        complete=bool(body) and not cut,
        problems=tuple(problems),
    )


def _decoded(data: bytes, charset: str | None) -> str:
    if charset:
        try:
            text = codecs.decode(data, charset)
            if isinstance(text, str):
                return text
        except (LookupError, UnicodeError, ValueError, TypeError):
            pass  # the header names an encoding that the bytes are not in; what they look like decides
    return decode_text(data)[0]


def _paragraphs(block: str) -> list[str]:
    """The paragraphs of a block without empty lines: one if its lines were wrapped, else one per line."""
    lines = [line.strip() for line in block.split("\n") if line.strip()]
    shortest, longest = _WRAPPED
    if len(lines) > 1 and all(shortest <= len(line) <= longest for line in lines[:-1]) and len(lines[-1]) <= longest:
        return [" ".join(lines)]
    if len(lines) > 1 and min(map(len, lines[:-1])) >= longest:
        return lines  # each line is a paragraph as an editor without wrapping stores it
    return ["\n".join(lines)]


def _title(blocks: list[str]) -> str | None:
    """The first line, if it stands alone above the text and is no sentence."""
    if len(blocks) < 2:
        return None
    first = clean_line(blocks[0])
    if (
        "\n" in blocks[0].strip()
        or len(first) > _MAX_TITLE
        or first.endswith(_SENTENCE_END)
        or _DATE_LINE.match(first)
    ):
        return None
    return first or None


def _stated_day(text: str) -> PartialDate | None:
    found = _DATE_LINE.search(text[:_HEAD])
    if not found:
        return None
    try:
        return PartialDate.of(int(found[1]), int(found[2]), int(found[3]))
    except BadDateError:
        return None

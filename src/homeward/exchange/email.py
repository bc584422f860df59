"""An e-mail as saved: the words of its body, its sender and day; attachments by name only.

In: the bytes of one .eml file (or a web archive, .mht, which is built the same way). Out: `Contents`.
Leaves to others: the attachments. They are listed and not opened: each is a document of its own, to be saved and
taken in by a person who has looked at it.
"""

from __future__ import annotations

import email
import email.policy
import email.utils
import re
from collections.abc import Callable
from datetime import datetime
from email.message import EmailMessage
from itertools import islice
from typing import Any, TypeVar

from homeward.errors import BadDateError, Problem, RefusedFileError
from homeward.exchange import html, plain
from homeward.exchange.contents import Contents, clean_line
from homeward.records import PartialDate

_MAX_PARTS = 500
_MAX_LISTED = 50
_MAX_HEADER = 5_000  # characters of one header; longer ones are lists of recipients, and those are not asked for
_PART_HEADER = re.compile(rb"^content-[a-z-]+:", re.IGNORECASE | re.MULTILINE)
_HEADER_END = re.compile(rb"\r?\n(?![ \t])")
_HEADERS = ("from", "to", "date", "subject", "message-id", "received", "mime-version")
_T = TypeVar("_T")


def read(data: bytes, *, name: str) -> Contents:
    """Read one e-mail.

    Raises:
        RefusedFileError: the file has no header of an e-mail, or more parts than any e-mail.
    """
    _refuse_endless_headers(data, name)
    message = _parsed(data)
    if message is None or not any(_header(message, h) for h in _HEADERS):
        raise RefusedFileError(
            "The file has none of the headers of an e-mail",
            "Save the message again from the mail program as .eml.",
            path=name,
            kind="not-an-email",
        )
    parts: list[Any] = _attempt(lambda: list(islice(message.walk(), _MAX_PARTS + 1)), [])
    if len(parts) > _MAX_PARTS:
        raise RefusedFileError(
            f"The e-mail has more than {_MAX_PARTS} parts",
            "Save the message that matters alone.",
            path=name,
            kind="too-many-parts",
        )
    found = _body(message, name)
    sender_name, sender_address = _sender(message)
    return Contents(
        found.text,
        title=_header(message, "subject") or found.title,
        publisher=_header(message, "organization") or sender_name or sender_address,
        author=sender_name or sender_address,
        published=_day(message),
        language=found.language,
        complete=found.complete,
        problems=(*found.problems, *_attachments(message, parts, name)),
    )


def _refuse_endless_headers(data: bytes, name: str) -> None:
    """The standard library takes minutes over a header of megabytes, and parses some while it finds the parts."""
    found = list(islice(_PART_HEADER.finditer(data), 4 * _MAX_PARTS + 1))
    if len(found) > 4 * _MAX_PARTS:
        raise RefusedFileError(
            f"The e-mail has more than {_MAX_PARTS} parts",
            "Save the message that matters alone.",
            path=name,
            kind="too-many-parts",
        )
    for header in found:
        stretch = data[header.end() : header.end() + _MAX_HEADER]
        if len(stretch) == _MAX_HEADER and not _HEADER_END.search(stretch):
            raise RefusedFileError(
                "The e-mail has a header that does not end",
                "Save the message again from the mail program as .eml.",
                path=name,
                kind="endless-header",
            )


def _parsed(data: bytes) -> EmailMessage | None:
    def parse() -> EmailMessage | None:
        message = email.message_from_bytes(data, policy=email.policy.default)
        return message if isinstance(message, EmailMessage) else None

    return _attempt(parse, None)


def _attempt(act: Callable[[], _T], otherwise: _T) -> _T:
    """The result of `act`, or `otherwise` where the standard library's parser stumbles over a malformed message.

    Its header parser is known to leak IndexError, AttributeError, UnicodeError and others; each means the same here:
    this part of the message cannot be read.
    """
    try:
        return act()
    except Exception:
        return otherwise


def _header(message: EmailMessage, key: str) -> str | None:
    raw = next((str(value) for name, value in message.raw_items() if name.lower() == key), "")
    value = _attempt(lambda: str(message.get(key) or ""), "") if 0 < len(raw) <= _MAX_HEADER else ""
    return clean_line(value)[:500] or None


def _sender(message: EmailMessage) -> tuple[str | None, str | None]:
    name, address = _attempt(lambda: email.utils.parseaddr(_header(message, "from") or ""), ("", ""))
    return clean_line(name)[:300] or None, clean_line(address)[:300] or None


def _day(message: EmailMessage) -> PartialDate | None:
    def stated() -> datetime:
        return email.utils.parsedate_to_datetime(_header(message, "date") or "")

    when = _attempt(stated, None)
    try:
        return PartialDate.of(when.year, when.month, when.day) if when else None
    except BadDateError:
        return None


def _body(message: EmailMessage, name: str) -> Contents:
    part: Any = _attempt(lambda: message.get_body(preferencelist=("plain", "html")), None)
    data = _attempt(lambda: part.get_payload(decode=True), None) if part is not None else None
    if not isinstance(data, bytes) or not data.strip():
        return Contents(
            "",
            complete=False,
            problems=(
                Problem(
                    "The e-mail has no text of its own",
                    "If its text is in an attachment, save that file and take it in.",
                    path=name,
                    kind="no-text",
                ),
            ),
        )
    charset = _attempt(lambda: part.get_content_charset(), None)
    if _attempt(lambda: part.get_content_subtype(), "plain") == "html":
        return html.read(data, name=name, charset=charset)
    return plain.read(data, name=name, charset=charset)


def _attachments(message: EmailMessage, parts: list[Any], name: str) -> list[Problem]:
    shown: Any = _attempt(lambda: message.get_body(preferencelist=("plain", "html")), None)
    problems = []
    for part in parts:
        file_name = _attempt(lambda part=part: part.get_filename(), None)  # type: ignore[misc]
        attached = _attempt(lambda part=part: part.is_attachment(), False)  # type: ignore[misc]
        if part is shown or not (file_name or attached):
            continue
        called = clean_line(str(file_name or "without a name"))[:200]
        problems.append(
            Problem(
                f'The e-mail carries an attachment that was not opened ("{called}")',
                "Save the attachment and take it in as a document or list of its own.",
                path=name,
                value=called,
                kind="attachment-not-opened",
            )
        )
    return problems[:_MAX_LISTED]

"""Run as a program of its own by `pdf`: PDF bytes on standard input, the lines of each page as JSON on the output.

A PDF is taken apart by a large library in C++. In a process of its own with bounded memory and time, a file made to
crash or stall it costs one refused file and nothing else. Started by path, without importing Homeward.
In: arguments are the most pages, the most characters, and the megabytes of memory. Out: ``{"pages": [[line, ...]],
"page_count": n, "cut": bool, "title": ..., "author": ...}`` or ``{"error": "password" | "damaged"}``; a line is
``[text, left, right, bottom, top]`` in points.
Leaves to others: what the lines mean (`pdf`).
"""

from __future__ import annotations

import json
import sys
from typing import Any


def main() -> None:
    """Read standard input, write one JSON object."""
    most_pages, most_chars, megabytes = (int(a) for a in sys.argv[1:4])
    _bound_memory(megabytes)
    import pypdfium2

    data = sys.stdin.buffer.read()
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as fault:
        locked = "password" in str(fault).lower() or "security" in str(fault).lower()
        _answer({"error": "password" if locked else "damaged"})
        return
    metadata = document.get_metadata_dict()
    pages: list[list[list[Any]]] = []
    left = most_chars
    unread = 0
    for number in range(min(count, most_pages)):
        try:
            lines, used = _lines(document[number], left)
        except pypdfium2.PdfiumError:
            lines, used = [], 0  # one damaged page does not take the others with it
            unread += 1
        pages.append(lines)
        left -= used
        if left <= 0:
            break
    _answer(
        {
            "pages": pages,
            "page_count": count,
            "cut": len(pages) < count or left <= 0,
            "unread": unread,
            "title": metadata.get("Title"),
            "author": metadata.get("Author"),
        }
    )


def _lines(page: Any, most_chars: int) -> tuple[list[list[Any]], int]:
    from ctypes import byref, c_double

    import pypdfium2.raw as raw

    text_page = page.get_textpage()
    count = min(text_page.count_chars(), most_chars)
    lines: list[list[Any]] = []
    chars: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()

    def close() -> None:
        if boxes:
            lines.append(
                [
                    "".join(chars),
                    round(min(b[0] for b in boxes), 1),
                    round(max(b[1] for b in boxes), 1),
                    round(min(b[2] for b in boxes), 1),
                    round(max(b[3] for b in boxes), 1),
                ]
            )
        chars.clear()
        boxes.clear()

    high = 0
    for i in range(count):
        code = raw.FPDFText_GetUnicode(text_page, i)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if high and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        if code in (10, 13):
            close()
            continue
        if code in (
            2,
            0xFFFE,
        ):  # pdfium's mark for a hyphen that broke a word; the next line follows without a line end
            chars.append("\u00ad")
            close()
            continue
        if code:
            chars.append(chr(code))
        is_box = raw.FPDFText_GetCharBox(text_page, i, byref(left), byref(right), byref(bottom), byref(top))
        if code > 32 and is_box and not raw.FPDFText_IsGenerated(text_page, i):
            boxes.append((left.value, right.value, bottom.value, top.value))
    close()
    return lines, count


def _bound_memory(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: the time limit of the parent still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer))  # ASCII only, so a lone surrogate survives the pipe


if __name__ == "__main__":
    main()

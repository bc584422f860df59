"""A PDF file: the words of its text layer, its lines joined into paragraphs.

In: the bytes of one PDF file. Out: `Contents`. The file is taken apart in a process of its own (`pdf_child`) within
bounds of pages, characters, memory and time. Pictures of pages are not read: such a file is incomplete and says so.
Leaves to others: the language (`language`). A PDF's dates say when the file was made, not when its words were
published, so no publication date is drawn from them.
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from homeward.errors import Problem, RefusedFileError
from homeward.exchange.contents import Contents, clean_line, clean_marks, cut_short, join_paragraphs

_MAX_PAGES = 1_000
_MAX_CHARS = 3_000_000
_MAX_SECONDS = 60
_MAX_MEGABYTES = 1_500
_CHILD = Path(__file__).with_name("pdf_child.py")

_HYPHEN_ENDS = ("\u00ad", "\u2010")
_SENTENCE_END = re.compile(r"[.!?…؟:;][\"'”»’)\]]*$")
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|стр\.?|עמוד|صفحة)?\s*\d{1,4}\s*(?:(?:/|of|из|מתוך|من)\s*\d{1,4})?\W*", re.IGNORECASE
)
_HEBREW_FINAL = "ךםןףץ"
_ARABIC_FINAL = "ةى"
_RTL_RUN = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+(?:[^\S\n]+[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)*"
)
_LTR_RUN = re.compile(r"[A-Za-z0-9\u0660-\u0669](?:[A-Za-z0-9\u0660-\u0669 .,:/'@_-]*[A-Za-z0-9\u0660-\u0669])?")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_RTL_WORD = re.compile(r"[\u05d0-\u05ea\u0621-\u064a]{3,}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page as it is drawn; positions in points from the lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float


def read(data: bytes, *, name: str) -> Contents:
    """Read one PDF file.

    Raises:
        RefusedFileError: locked by a password, damaged, or beyond the bounds of time and memory.
    """
    answer = _ask_child(data, name)
    pages = [[Line(*line) for line in page] for page in answer["pages"]]
    pages = _without_running_lines(pages)
    lines = [[_plain_letters(line) for line in page] for page in pages]
    problems: list[Problem] = []
    backwards = looks_backwards("\n".join(line.text for page in lines for line in page))
    if backwards:
        lines = [[_turned(line) for line in page] for page in lines]
        problems.append(
            Problem(
                "The text layer held right-to-left words with their letters backwards; they were turned",
                "Compare names and numbers with the page as it is shown.",
                path=name,
                kind="letters-turned",
            )
        )
    text = join_paragraphs(_join_pages([_paragraphs(page) for page in lines]))
    empty = sum(1 for page in pages if not page)
    complete = bool(text) and not answer["cut"]
    if not text:
        problems.append(_no_text_layer(name))
    elif answer.get("unread"):
        complete = False
        problems.append(
            Problem(
                f"{answer['unread']} of {answer['page_count']} pages are damaged and were not read",
                "Ask for the file again, or type what those pages say.",
                path=name,
                kind="page-damaged",
            )
        )
    elif empty:
        complete = False
        problems.append(
            Problem(
                f"{empty} of {answer['page_count']} pages have no text layer",
                "They may be pictures: look at them, and type what they say.",
                path=name,
                kind="page-without-text",
            )
        )
    if answer["cut"]:
        problems.append(
            Problem(
                f"Only the first {len(pages)} of {answer['page_count']} pages were read",
                "Split the file and take in the part that matters.",
                path=name,
                kind="too-many-pages",
            )
        )
    cut = cut_short(text)
    if cut:
        complete = False
        problems.append(
            Problem(
                f'The text says that there is more elsewhere ("{cut}")',
                "Take in the full text before drawing anything from what it leaves out.",
                path=name,
                kind="text-cut-short",
            )
        )
    return Contents(
        text,
        title=_stated(answer.get("title")),
        author=_stated(answer.get("author")),
        complete=complete,
        problems=tuple(problems),
    )


def looks_backwards(text: str) -> bool:
    """Whether right-to-left words were stored in the order they are drawn: word-final letters stand at the front.

    Hebrew has five letters, Arabic two, that stand only at the end of a word.
    """
    first = last = 0
    for word in _RTL_WORD.findall(text[:100_000]):
        finals = _HEBREW_FINAL if word[0] < "\u0600" else _ARABIC_FINAL
        first += word[0] in finals
        last += word[-1] in finals
    return first >= 3 and first > 3 * last


def _ask_child(data: bytes, name: str) -> dict[str, Any]:
    command = [sys.executable, "-I", str(_CHILD), str(_MAX_PAGES), str(_MAX_CHARS), str(_MAX_MEGABYTES)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_MAX_SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as fault:
        raise RefusedFileError(
            f"Reading the PDF took more than {_MAX_SECONDS} seconds",
            "Print it to a new PDF, or split it, and take in the part that matters.",
            path=name,
            kind="too-slow",
        ) from fault
    answer = json.loads(done.stdout) if done.returncode == 0 and done.stdout else {"error": "damaged"}
    if answer.get("error") == "password":
        raise RefusedFileError(
            "The PDF is locked by a password",
            "Open it with the password, save it without one, and take in that copy; note where the original is kept.",
            path=name,
            kind="locked-file",
        )
    if "error" in answer:
        raise RefusedFileError(
            "The PDF is damaged, or made so that it cannot be read within bounds",
            "Open it in a viewer and print it to a new PDF.",
            path=name,
            kind="damaged-file",
        )
    return dict(answer)


# --- from lines to paragraphs ------------------------------------------------------------------------------------


def _without_running_lines(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without page numbers, and without the line that heads or foots most of them."""

    def shape(line: Line) -> str:
        return re.sub(r"\d+", "#", line.text.strip())

    edges = Counter(s for page in pages for s in {shape(line) for line in (*page[:1], *page[-1:])})
    running = {s for s, times in edges.items() if times >= 3 and times * 2 > len(pages)}

    def is_edge(line: Line) -> bool:
        return bool(_PAGE_NUMBER.fullmatch(line.text)) or shape(line) in running

    trimmed = []
    for page in pages:
        rest = list(page)
        while len(rest) > 1 and is_edge(rest[0]):
            rest.pop(0)
        while rest and is_edge(rest[-1]) and (len(rest) > 1 or len(pages) > 1):
            rest.pop()
        trimmed.append(rest)
    return trimmed


def _paragraphs(lines: Sequence[Line]) -> list[str]:
    """Lines joined where one runs on into the next: close below, after a full line or an unfinished sentence."""
    if not lines:
        return []
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.bottom > b.bottom]
    step = statistics.median_low(steps) if steps else 0.0
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    width = max(right - left, 1.0)
    paragraphs = [lines[0].text]
    for above, line in pairwise(lines):
        gap = above.bottom - line.bottom
        # Half a line more than usual, another column, or another size of letters begins a new paragraph.
        apart = gap > step * 1.35 or gap < 0
        resized = abs((above.top - above.bottom) - (line.top - line.bottom)) > 0.35 * max(line.top - line.bottom, 1.0)
        rtl = _is_rtl(line.text)
        room = (above.left - left if rtl else right - above.right) / width
        ended = room > 0.2 and bool(_SENTENCE_END.search(above.text.strip()))
        indented = (right - line.right if rtl else line.left - left) > 8 and (
            above.right >= right - 8 if rtl else above.left <= left + 8
        ) and bool(_SENTENCE_END.search(above.text.strip()))  # fmt: skip
        if apart or ended or indented or (resized and gap > step * 1.1):
            paragraphs.append(line.text)
        else:
            paragraphs[-1] = join_lines(paragraphs[-1], line.text)
    return paragraphs


def join_lines(above: str, below: str) -> str:
    """Two lines of one paragraph as running text; a word broken at the end of the line is made whole.

    A plain hyphen may belong to the word ("thirty-two"), so it is kept unless the next line goes on in a small letter
    and the part before it is no word on its own account: we cannot know, and keep it. Soft hyphens always go.
    """
    above, below = above.rstrip(), below.lstrip()
    if above.endswith(_HYPHEN_ENDS):
        whole = above[:-1]
        return whole + below if below[:1].islower() or not below[:1].isalpha() else f"{whole}-{below}"
    if above.endswith("-") and len(above) > 1 and above[-2].isalpha() and below[:1].isalpha():
        return above + below if not below[:1].islower() else above[:-1] + below
    return f"{above} {below}"


def _join_pages(pages: list[list[str]]) -> list[str]:
    """All paragraphs; one that a page break cuts is joined again."""
    joined: list[str] = []
    for page in pages:
        rest = page
        if joined and rest and not _SENTENCE_END.search(joined[-1].strip()) and rest[0][:1].islower():
            joined[-1] = join_lines(joined[-1], rest[0])
            rest = rest[1:]
        joined.extend(rest)
    return joined


# --- letters -----------------------------------------------------------------------------------------------------


def _plain_letters(line: Line) -> Line:
    """The line with ligatures and positional forms as the letters they stand for; a soft hyphen at its end stays."""
    broken = line.text.rstrip().endswith("\u00ad")
    text = "".join(_letter(c) for c in clean_marks(line.text))
    return Line(clean_line(text) + ("\u00ad" if broken else ""), line.left, line.right, line.bottom, line.top)


def _letter(char: str) -> str:
    presentation = "\ufb00" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefc"
    return unicodedata.normalize("NFKC", char) if presentation else char


def _turned(line: Line) -> Line:
    """The line in the order it is read: all of it turned, then its left-to-right stretches turned back."""
    if _is_rtl(line.text):
        text = line.text[::-1].translate(_MIRRORED)
        text = _LTR_RUN.sub(lambda found: found.group(0)[::-1], text)
    else:
        text = _RTL_RUN.sub(lambda found: found.group(0)[::-1], line.text)
    return Line(text, line.left, line.right, line.bottom, line.top)


def _is_rtl(text: str) -> bool:
    return sum(1 for c in text if unicodedata.bidirectional(c) in ("R", "AL")) * 2 > sum(
        1 for c in text if c.isalpha()
    )


def _stated(value: Any) -> str | None:
    text = clean_line(str(value or ""))[:300]
    return text if text and text.lower() not in {"untitled", "anonymous", "unknown"} else None


def _no_text_layer(name: str) -> Problem:
    return Problem(
        "The PDF has no text layer: it holds pictures of pages, or nothing",
        "Look at the pages and type what they say, or have them recognised and checked, and take in that text.",
        path=name,
        kind="no-text-layer",
    )

"""What every reader of one document format hands back, and how any text becomes clean paragraphs.

In: text as a format yields it. Out: `Contents`, whose text is what spans count in: paragraphs separated by one empty
line, no invisible formatting, the same characters for the same bytes every time.
Leaves to others: reading a format (the module named for it), judging the language (`language`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from homeward.errors import Problem
from homeward.records import PartialDate


@dataclass(frozen=True, slots=True)
class Contents:
    """What one reader found in one document; None where the document does not say."""

    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: PartialDate | None = None
    language: str | None = None
    complete: bool = True
    problems: tuple[Problem, ...] = ()


# Marks that only steer how text is drawn. They let a name look one way and be stored another; no reader sees them.
# The joiners U+200C and U+200D stay: Persian spelling needs them.
_STEERING = {
    ord(c): None for c in "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
}
_SPACES = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile("\r\n?|[\u0085\u000b\u000c\u001c\u001d\u001e]")
_BLANK = re.compile(r"\n[ \t]*\n\s*|\u2029")


def clean_line(text: str) -> str:
    """One line of text: spaces run together, control and steering marks gone, lone surrogates made visible."""
    return _SPACES.sub(" ", clean_marks(text).replace("\n", " ")).strip()


def clean_marks(text: str) -> str:
    """The text with one line end after each line, and nothing that cannot be seen, stored or encoded."""
    text = _LINE_ENDS.sub("\n", text).replace("\u2028", "\n").translate(_STEERING)
    return "".join(_kept(c) for c in text) if _needs_care(text) else text


def join_paragraphs(paragraphs: Iterable[str]) -> str:
    """Clean paragraphs, the empty ones left out, one empty line between them."""
    return "\n\n".join(p for p in map(_clean_paragraph, paragraphs) if p)


def split_blocks(text: str) -> list[str]:
    """The stretches of a text between empty lines."""
    return [block for block in _BLANK.split(clean_marks(text)) if block.strip()]


# What a page says at the end of what it shows when there is more behind a link or a payment.
_CUT_SHORT = re.compile(
    r"""(
      \b(?:read|see|view)\s+(?:the\s+)?(?:more|full\s+(?:story|article|text|statement)|rest)\b
    | \bcontinue\s+reading\b | \bkeep\s+reading\b | \bread\s+on\b
    | \b(?:subscribe|sign\s+in|log\s+in|register)\s+(?:now\s+)?to\s+(?:continue|read|keep|unlock|view)\b
    | \b(?:subscribers?|members?)[\s-]only\b | \bto\s+continue\s+reading\b | \bunlock\s+this\s+(?:article|story)\b
    | \bthis\s+(?:article|content|story)\s+is\s+(?:for|only|available)\b.{0,30}\bsubscribers\b
    | читать\s+(?:далее|дальше|полностью|продолжение) | продолжение\s+(?:читайте|доступно|по\s+подписке)
    | подробнее\s*(?:\.\.\.|…|»|→|>) | (?:доступн\w+\s+)?(?:только\s+)?(?:для|по)\s+подписчик\w+ | оформите\s+подписку
    | читати\s+далі
    | המשך\s+(?:לקרוא|קריאה|לכתבה) | לכתבה\s+המלאה | קרא(?:ו)?\s+עוד | למנויים\s+בלבד | להמשך\s+(?:קריאה|הכתבה)
    | [اإ]قر[أاؤ]\s+(?:المزيد|أيضا\s+المزيد) | للمزيد
    | لقراءة\s+(?:المزيد|بقية|النص\s+الكامل) | للمشتركين\s+فقط | تابع\s+القراءة
    | ادامه\s+(?:مطلب|خبر|متن)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_TAIL = 220
_TEASER = 400


def cut_short(text: str) -> str | None:
    """The words by which a text says that there is more of it elsewhere, or None.

    Only the end is looked at: "read more" in the middle of a page is a link to another story. A short text that
    stops in dots is a teaser even where no such words stand.
    """
    found = _CUT_SHORT.search(text[-_TAIL:])
    if found:
        return found.group(0)
    end = text.rstrip()
    if len(end) < _TEASER and end.endswith(("…", "...", "[…]", "[...]")):
        return end[-12:]
    return None


def _clean_paragraph(text: str) -> str:
    lines = (_SPACES.sub(" ", line).strip() for line in clean_marks(text).split("\n"))
    return "\n".join(line for line in lines if line)


def _needs_care(text: str) -> bool:
    # isprintable is false for controls and surrogates; it runs in C, and most lines need nothing more.
    return not text.replace("\n", "").isprintable()


def _kept(char: str) -> str:
    category = unicodedata.category(char)
    if char == "\n":
        return char
    if category == "Cs":
        return "\ufffd"
    if category == "Cc":
        return " " if char == "\t" else ""
    return " " if category == "Zs" else char

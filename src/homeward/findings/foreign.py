"""Text of any script made safe to stand beside another: own language, own direction, nothing invisible.

In: text as sources wrote it. Out: HTML in which every foreign stretch is isolated, so that a right-to-left name
never reorders the number beside it. Leaves to others: which texts are shown, and working out their language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape  # Django's first asks whether the text is lazy: a fifth of the page's time

from django.utils.safestring import SafeString, mark_safe

from homeward.casework.results import Words, direction_of

_RTL = "\u0590-\u07ff\u0860-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
# A stretch of right-to-left writing: letters, with spaces, marks and digits only between them.
_STRETCH = re.compile(rf"[{_RTL}](?:[{_RTL}\s0-9'’\"־\-.\u200c-\u200f\u0300-\u036f]*[{_RTL}])?")
_LTR = "A-Za-z\u00c0-\u024f\u0370-\u0589\u10a0-\u10ff\u1e00-\u1fff"
_WITHIN = rf"[{_LTR}\s0-9'’\"\-.&/\u0300-\u036f]"
# Brackets belong to the stretch as a pair, a comma only before another word of it.
# So does a date in figures: among Arabic letters its parts would change places.
_LTR_STRETCH = re.compile(
    rf"[{_LTR}](?:(?:{_WITHIN}|, (?=[{_LTR}])|\({_WITHIN}*\))*(?:[{_LTR}0-9]|\({_WITHIN}*\)))?"
    r"|[0-9][0-9X]{3}(?:-[0-9X]{2}){1,2}[?~%]?"
)
_RTL_LETTER, _LTR_LETTER = re.compile(f"[{_RTL}]"), re.compile(f"[{_LTR}]")
_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|(?<!\w)\"[^\"]*\"(?!\w)")
_REF = re.compile(r"\b[A-Z][1-9][0-9]*\b")
_HEBREW = re.compile(r"[\u0590-\u05ff\ufb1d-\ufb4f]")
_SCRIPTS = (
    ("Hebr", _HEBREW),
    ("Arab", re.compile(r"[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")),
    ("Syrc", re.compile(r"[\u0700-\u074f]")),
    ("Cyrl", re.compile(r"[\u0400-\u052f]")),
)
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
# Joiners, direction marks and soft hyphens stay: Persian and Arabic words need them, and isolated they do no harm.
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85]")
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)


def show_controls(text: str) -> str:
    """Every character that would act unseen, such as U+202E, as the visible text ``⟨U+202E⟩``.

    Overrides can turn one name into another before a reader's eyes, and tag characters can carry hidden words.
    Plain text comes out, so it is safe in attributes as well.
    """
    lines = _LINE_END.sub("\n", text)  # line and page ends of other systems are no secret
    return _CONTROL.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", lines)


def language_of(text: str, language: str = "") -> str:
    """A valid BCP 47 tag: the given one, else "und" with the script, else empty for Latin letters."""
    if language and _LANGUAGE_TAG.fullmatch(language):
        return language
    return next((f"und-{script}" for script, letters in _SCRIPTS if letters.search(text)), "")


def isolate(words: Words | str) -> SafeString:
    """A foreign name or phrase inside a line, isolated, with its language and direction."""
    if isinstance(words, str):
        words = Words(words, direction=direction_of(words))
    return mark_safe(f"<bdi{attributes(words)}>{escape(words.text)}</bdi>")  # noqa: S308 — both parts are escaped


def attributes(words: Words) -> str:
    """``lang`` and ``dir`` for an element that holds these words and nothing else."""
    language = language_of(words.text, words.language)
    direction = "rtl" if words.direction == "rtl" else "ltr"
    return (f' lang="{escape(language)}"' if language else "") + f' dir="{direction}"'


def prose(text: str, anchors: Mapping[str, str] | None = None, *, before: str = "#", rtl: bool = False) -> SafeString:
    """A sentence of ours: what runs the other way isolated, quoted words as a whole, and references made links.

    A text without one letter of the page's direction is somebody's own, and isolated as a whole.

    Args:
        anchors: by reference, where it leads: an id in the page, or an address.
        before: what stands before it in the link.
        rtl: the sentence itself runs from right to left.
    """
    own, other = (_RTL_LETTER, _LTR_LETTER) if rtl else (_LTR_LETTER, _RTL_LETTER)
    if other.search(text) and not own.search(text):
        whole = Words(text, direction="ltr" if rtl else "rtl")
        return mark_safe(f"<bdi{attributes(whole)}>{_linked(text, anchors, before)}</bdi>")  # noqa: S308 — escaped
    pieces: list[str] = []
    end = 0
    for found in _QUOTED.finditer(text):
        words = found[0][1:-1]
        if (direction_of(words) == "rtl") != rtl and other.search(words):
            pieces += [*_stretches(text[end : found.start() + 1], anchors, before, rtl), isolate(words)]
            end = found.end() - 1
    pieces += _stretches(text[end:], anchors, before, rtl)
    return mark_safe("".join(pieces))  # noqa: S308 — each piece is escaped


def _stretches(text: str, anchors: Mapping[str, str] | None, before: str, rtl: bool) -> list[str]:
    """A part of a sentence with what runs the other way isolated, word by word."""
    pieces: list[str] = []
    end = 0
    for found in (_LTR_STRETCH if rtl else _STRETCH).finditer(text):
        pieces.append(_linked(text[end : found.start()], anchors, before))
        if rtl:
            pieces.append(f'<bdi dir="ltr">{_linked(found[0], anchors, before)}</bdi>')
        else:
            pieces.append(isolate(Words(found[0], direction="rtl")))
        end = found.end()
    pieces.append(_linked(text[end:], anchors, before))
    return pieces


def _linked(text: str, anchors: Mapping[str, str] | None, before: str) -> str:
    if anchors is None:
        return escape(text)
    pieces: list[str] = []
    end = 0
    for found in _REF.finditer(text):
        anchor = anchors.get(found[0])
        if anchor is None:
            continue
        pieces.append(escape(text[end : found.start()]))
        pieces.append(f'<a href="{before}{escape(anchor)}">{found[0]}</a>')
        end = found.end()
    pieces.append(escape(text[end:]))
    return "".join(pieces)

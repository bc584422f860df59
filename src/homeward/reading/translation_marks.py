"""Whether a text says of itself that it is a translation, and from which language.

In: a text, or its first and last lines. Out: the language's code; "" where a translation is marked and no language
named; None where nothing says so.
Leaves to others: which text it translates (`sameness`).
"""

from __future__ import annotations

import re

MARK_WITHIN = 1_500
"""Characters at each end of a text: a mark stands above it or below it."""

# What each language is called, as far as the forms of its name have in common, in the four languages that are read.
_NAMES = {
    "ar": ("Arabic", "арабск", "ערבית", "عربية"),
    "he": ("Hebrew", "иврит", "עברית", "عبرية"),
    "ru": ("Russian", "русск", "רוסית", "روسية"),
    "en": ("English", "английск", "אנגלית", "إنجليزية|انجليزية|إنكليزية"),
    "fa": ("Persian|Farsi", "персидск|фарси", "פרסית", "فارسية"),
    "uk": ("Ukrainian", "украинск", "אוקראינית", "أوكرانية|اوكرانية"),
    "tr": ("Turkish", "турецк", "טורקית", "تركية"),
    "ku": ("Kurdish", "курдск", "כורדית", "كردية"),
    "fr": ("French", "французск", "צרפתית", "فرنسية"),
    "de": ("German", "немецк", "גרמנית", "ألمانية|المانية"),
    "es": ("Spanish", "испанск", "ספרדית", "إسبانية|اسبانية"),
    "am": ("Amharic", "амхарск", "אמהרית", "أمهرية|امهرية"),
    "zh": ("Chinese", "китайск", "סינית", "صينية"),
}  # fmt: skip


def _of(place: int) -> str:
    return "|".join(f"(?P<{code}>{names[place]})" for code, names in _NAMES.items())


# "Translated from (the) Arabic", "translation by our desk from Arabic"; a few words may stand between, none ends.
_MARKS = (
    re.compile(rf"\btranslat(?:ed|ion)\b[^.!?\n]{{0,60}}?\bfrom\s+(?:the\s+)?(?:original\s+)?(?:{_of(0)})\b", re.I),
    re.compile(rf"\bпере(?:вод|вода|водом|вел[аи]?|вёл|веден[аоы]?)\b[^.!?\n]{{0,60}}?\bсо?\s+(?:{_of(1)})", re.I),
    re.compile(rf"(?:תרגום|תורגם|תורגמה|מתורגם|תרגמה?)[^.!?\n]{{0,60}}?\bמ(?:ה|ן ה)?(?:{_of(2)})"),
    re.compile(rf"(?:ترجم|مترجم|ترجمة|تُرجم)\w*[^.!؟\n]{{0,60}}?(?:عن|من)\s+(?:اللغة\s+)?ال(?:{_of(3)})"),
    re.compile(rf"نقلا?ً?ا?\s+عن\s+(?:اللغة\s+)?ال(?:{_of(3)})"),
)
# "(Translation)", "unofficial translation", on a line or in brackets of its own.
_BARE = re.compile(
    r"(?:^|[(\[])\s*(?:unofficial |our |own )?translation(?: by [^)\]\n]{1,40})?\s*(?:[)\]]|$)"
    r"|(?:^|[(\[])\s*(?:неофициальный |наш )?перевод\s*(?:[)\]]|$)"
    r"|(?:^|[(\[])\s*תרגום(?: לא רשמי| שלנו)?\s*(?:[)\]]|$)"
    r"|(?:^|[(\[])\s*ترجمة(?: غير رسمية)?\s*(?:[)\]]|$)",
    re.IGNORECASE | re.MULTILINE,
)


def translated_from(text: str) -> str | None:
    """The language from which a text says that it was translated; "" for an unnamed one, None for no such word."""
    ends = text if len(text) <= 2 * MARK_WITHIN else f"{text[:MARK_WITHIN]}\n{text[-MARK_WITHIN:]}"
    for mark in _MARKS:
        if (found := mark.search(ends)) is not None:
            return next(code for code, name in found.groupdict().items() if name)
    return "" if _BARE.search(ends) else None

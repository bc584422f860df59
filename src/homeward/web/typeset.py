"""A briefing, or a list for a party, as a PDF: tagged, in four languages, each the right way round.

In: a briefing as it was frozen, a list as it was approved. Out: the bytes of a PDF; the same gives the same bytes.
Nothing is fetched. Typst brings a typeface with Latin, Cyrillic and Hebrew letters (Libertinus Serif); for Arabic and
other scripts it takes those of the machine, such as Debian's ``fonts-noto-core``. Leaves to others: what is said
(`casework.briefing_text`, `casework.actions.list_export`).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext

from homeward.casework.actions.list_export import Sheet
from homeward.casework.briefing_text import GivenLine, read_back
from homeward.casework.leaving_words import sheet_words
from homeward.casework.queries.relatives import BriefingPage
from homeward.errors import ConflictError

_HERE = Path(__file__).parent
_TAG = re.compile(r"[a-z]{2,3}")
_NO_LETTER = "could not be displayed"
# Typst would set Arabic in a face of fixed width rather than not at all.
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_ARABIC_FACES = ("Amiri", "Scheherazade New", "Noto Naskh Arabic", "Noto Sans Arabic", "Noto Kufi Arabic")
# By the number of columns: whether the page lies across, the size of letters, the longest word that surely fits.
_FITS = ((5, False, 10.5, 22), (9, True, 9.5, 18), (99, True, 8, 14))
_NARROWEST, _WIDEST = 10, 28  # of a column, in letters
_FACES = ("Libertinus Serif", *_ARABIC_FACES, "Noto Serif Hebrew", "Noto Serif", "Noto Sans")


def briefing_pdf(page: BriefingPage, *, made_at: datetime | None, system_fonts: bool = True) -> bytes:
    """The PDF of a briefing.

    Args:
        made_at: when it was frozen; so that the same briefing is the same file.
        system_fonts: whether the typefaces of this machine may be used besides Typst's own.

    Raises:
        ConflictError: a letter in it is in no typeface that is there.
    """
    when = int(made_at.timestamp()) if made_at is not None else None
    made = _set_pages("typeset.typ", _given(page), page.text, when=when, system_fonts=system_fonts)
    if made is None:
        raise ConflictError(
            gettext("no PDF can be set of this briefing here: a letter in it is in no typeface of this machine"),
            gettext(
                "Install typefaces for its scripts (Debian: fonts-noto-core, fonts-noto-cjk), or print the page."
            ),
            kind="pdf-not-possible",
        )
    return made


def list_pdf(sheet: Sheet, *, system_fonts: bool = True) -> bytes:
    """The PDF of a list for a party. It tells nothing but the table: not who made it, and not when.

    Raises:
        ConflictError: a letter in it is in no typeface that is there.
    """
    given = _given_sheet(sheet)
    everything = "".join(cell["text"] for row in given["rows"] for cell in row) + given["title"]
    made = _set_pages("typeset_list.typ", given, everything, when=0, system_fonts=system_fonts)
    if made is None:
        raise ConflictError(
            gettext("no PDF can be set of this list here: a letter in it is in no typeface of this machine"),
            gettext("Have typefaces for its scripts installed (Debian: fonts-noto-core, fonts-noto-cjk)."),
            kind="pdf-not-possible",
        )
    return made


def _set_pages(
    template: str, given: Mapping[str, Any], text: str, *, when: int | None, system_fonts: bool
) -> bytes | None:
    """The pages; None where a letter of the text is in no typeface that is there."""
    import typst  # loaded on first use

    known = set(typst.Fonts(include_system_fonts=system_fonts).families())
    if _ARABIC.search(text) and not known & set(_ARABIC_FACES):
        return None
    faces = [face for face in _FACES if face in known]
    try:
        made = typst.compile(
            str(_HERE / template),
            root=str(_HERE),
            format="pdf",
            ignore_system_fonts=not system_fonts,
            sys_inputs={"given": json.dumps({**given, "faces": faces}, ensure_ascii=False)},
            pdf_standards=["ua-1"],  # tagged for those who hear it; and no letter is left out in silence
            timestamp=when,
        )
    except typst.TypstError as error:
        if _NO_LETTER not in str(error):
            raise  # our own template is wrong
        return None
    assert isinstance(made, bytes)
    return made


def _given(page: BriefingPage) -> dict[str, Any]:
    given = read_back(page.text, [line for line, _ in page.lines])
    return {
        "ref": page.row.ref,
        "sha": page.row.sha256[:16],
        "language": page.row.language,
        "title": given.title,
        "opening": given.opening,
        "sections": [
            {"heading": heading, "lines": [_line(line) for line in under]} for heading, under in given.sections
        ],
        "closing": list(given.closing),
    }


def _line(line: GivenLine) -> dict[str, Any]:
    language = line.quote_language.lower().partition("-")[0]
    return {
        **asdict(line),
        "quote_language": language if _TAG.fullmatch(language) else "en",
        "quote_rtl": line.quote_direction == "rtl",
        "translation_rtl": line.translation_direction == "rtl",
    }


def _given_sheet(sheet: Sheet) -> dict[str, Any]:
    many = len(sheet.headings)
    wide, points, unbroken = next(fits for most, *fits in _FITS if many <= most)
    words = sheet_words(sheet.language, as_of=sheet.as_of, rows=len(sheet.rows))
    return {
        **words,
        "about": [words[part] for part in ("as_of", "rows") if words[part]],
        "sha256": sheet.sha256,
        "language": sheet.language,
        "right_to_left": sheet.right_to_left,
        "wide": wide,
        "points": points + (1 if sheet.language == "ar" else 0),
        "unbroken": unbroken,
        "columns": _columns(sheet.rows, many),
        "headings": [_clean(heading) for heading in sheet.headings],
        "rows": [[_cell(cell) for cell in row] for row in sheet.rows],
    }


def _columns(rows: Sequence[Sequence[str]], many: int) -> list[int]:
    """The share of each column in the width, by what stands in it; 0, as narrow as may be, for the number."""
    longest = [max((len(row[place]) for row in rows), default=0) for place in range(1, many)]
    return [0, *(min(max(length, _NARROWEST), _WIDEST) for length in longest)]


def _cell(text: str) -> dict[str, Any]:
    strong = next((kind for letter in text if (kind := unicodedata.bidirectional(letter)) in ("L", "R", "AL")), "L")
    return {"text": _clean(text), "to_left": strong != "L"}


def _clean(text: str) -> str:
    """Without what no typeface shows: a line end is a space, other controls are nothing."""
    return "".join(" " if letter.isspace() else letter for letter in text if letter.isspace() or letter >= " ")

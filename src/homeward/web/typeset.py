"""A briefing as a PDF, set by Typst: tagged, in English, Russian, Hebrew or Arabic, each the right way round.

In: a briefing as it was frozen. Out: the bytes of a PDF; the same briefing gives the same bytes. Nothing is fetched.
Typst brings a typeface with Latin, Cyrillic and Hebrew letters (Libertinus Serif); for Arabic and other scripts it
takes those of the machine, such as Debian's ``fonts-noto-core``. Leaves to others: what is said
(`casework.briefing_text`).
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from homeward.casework.briefing_text import GivenLine, read_back
from homeward.casework.queries.relatives import BriefingPage
from homeward.errors import ConflictError

_TEMPLATE = Path(__file__).with_name("typeset.typ")
_TAG = re.compile(r"[a-z]{2,3}")
_NO_LETTER = "could not be displayed"
# Typst would set Arabic in a face of fixed width rather than not at all.
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_ARABIC_FACES = ("Amiri", "Scheherazade New", "Noto Naskh Arabic", "Noto Sans Arabic", "Noto Kufi Arabic")
_FACES = ("Libertinus Serif", *_ARABIC_FACES, "Noto Serif Hebrew", "Noto Serif", "Noto Sans")


def briefing_pdf(page: BriefingPage, *, made_at: datetime | None, system_fonts: bool = True) -> bytes:
    """The PDF of a briefing.

    Args:
        made_at: when it was frozen; so that the same briefing is the same file.
        system_fonts: whether the typefaces of this machine may be used besides Typst's own.

    Raises:
        ConflictError: a letter in it is in no typeface that is there.
    """
    import typst  # loaded on first use

    known = set(typst.Fonts(include_system_fonts=system_fonts).families())
    if _ARABIC.search(page.text) and not known & set(_ARABIC_FACES):
        raise _no_letter()
    faces = [face for face in _FACES if face in known]
    try:
        made = typst.compile(
            str(_TEMPLATE),
            root=str(_TEMPLATE.parent),
            format="pdf",
            ignore_system_fonts=not system_fonts,
            sys_inputs={"given": json.dumps({**_given(page), "faces": faces}, ensure_ascii=False)},
            pdf_standards=["ua-1"],  # tagged for those who hear it; and no letter is left out in silence
            timestamp=int(made_at.timestamp()) if made_at is not None else None,
        )
    except typst.TypstError as error:
        if _NO_LETTER not in str(error):
            raise  # our own template is wrong
        raise _no_letter() from error
    assert isinstance(made, bytes)
    return made


def _no_letter() -> ConflictError:
    return ConflictError(
        "no PDF can be set of this briefing here: a letter in it is in no typeface of this machine",
        "Install typefaces for its scripts (Debian: fonts-noto-core, fonts-noto-cjk), or print the page.",
        kind="pdf-not-possible",
    )


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

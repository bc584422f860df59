"""A briefing as a PDF, set by Typst: tagged, in English, Russian, Hebrew or Arabic, each the right way round.

In: a briefing as it was frozen. Out: the bytes of a PDF; the same briefing gives the same bytes. Nothing is fetched.
The faces of Typst hold Latin, Cyrillic and Hebrew letters; Arabic ones come from Amiri (the package
``fontpkg-amiri``) or from Noto where it is installed. Leaves to others: what is said (`casework.briefing_text`).
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.casework.briefing_text import GivenLine, read_back
from homeward.casework.queries.relatives import BriefingPage
from homeward.errors import ConflictError

_TEMPLATE = Path(__file__).with_name("typeset.typ")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_ARABIC_FACES = frozenset({"Amiri", "Noto Naskh Arabic"})
_TAG = re.compile(r"[a-z]{2,3}")


def why_not(page: BriefingPage) -> Promise | str:
    """Why no PDF can be made of a briefing on this machine, in words; empty if one can."""
    if find_spec("typst") is None:
        return _("PDF needs the package typst, which is not installed here (homeward[pdf]).")
    if _ARABIC.search(page.text) and not _has_arabic_face():
        return _("There is no Arabic typeface here. Install homeward[pdf], or Noto Naskh Arabic.")
    try:
        briefing_pdf(page, made_at=None)
    except ConflictError as error:
        return str(error)
    return ""


def briefing_pdf(page: BriefingPage, *, made_at: datetime | None) -> bytes:
    """The PDF of a briefing.

    Args:
        made_at: when it was frozen; so that the same briefing is the same file.

    Raises:
        ConflictError: a letter in it is in no typeface that is there.
    """
    import typst  # of the extra "pdf": loaded on first use

    try:
        made = typst.compile(
            str(_TEMPLATE),
            root=str(_TEMPLATE.parent),
            format="pdf",
            font_paths=_faces(),
            sys_inputs={"given": json.dumps(_given(page), ensure_ascii=False)},
            pdf_standards=["ua-1"],  # tagged for those who hear it; and no letter is left out in silence
            timestamp=int(made_at.timestamp()) if made_at is not None else None,
        )
    except typst.TypstError as error:
        raise ConflictError(
            "no PDF can be set of this briefing here: a letter is in no typeface that is installed",
            "Print its page, or give the plain text.",
            kind="pdf-not-possible",
        ) from error
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


def _faces() -> list[str]:
    found = find_spec("fontpkg_amiri")
    return [str(Path(found.origin).parent / "files")] if found is not None and found.origin else []


@cache
def _has_arabic_face() -> bool:
    import typst

    known = typst.Fonts(include_system_fonts=True, font_paths=_faces()).fonts()
    return bool(_ARABIC_FACES & {face.family for face in known})

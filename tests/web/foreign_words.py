"""Words in Latin letters on a page in another script that stand there unmarked: texts that nobody translated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

ALIKE_EVERYWHERE = {
    "Homeward", "SHA", "XLSX", "XLS", "ODS", "CSV", "HTML", "JSON", "XML", "PDF", "DOCX", "PFIF", "WGEID", "FtM",
    "eml", "UTC", "FollowTheMoney", "Aleph",
}  # fmt: skip
# What holds somebody's own words, a name or a code, and says so to a reader who cannot see it.
_MARKED = ("bdi", "blockquote", "q", "kbd", "code", "textarea")
_TOLD = ("aria-label", "placeholder", "data-label", "title", "alt")
_WORD = re.compile(r"[A-Za-z]{3,}")
_CODE = re.compile(r"\([a-z0-9_]+\)")  # as it is stored, in brackets after its words
_CUT = re.compile(r"\w+…")  # a name that found no room


def foreign_words(page: str, language: str, known: str = "") -> list[str]:
    """The words, each with the element in which it stands.

    Args:
        known: names, titles and words of others that the case holds; what stands in them is no text of the desk.
    """
    own = set(_WORD.findall(known)) | ALIKE_EVERYWHERE
    found = []
    for where, text in _texts(html.fromstring(page), language):
        found += [f"{where}: {word}" for word in _WORD.findall(_CUT.sub("", _CODE.sub("", text))) if word not in own]
    return found


def _texts(tree: html.HtmlElement, language: str) -> Iterator[tuple[str, str]]:
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        around = [element, *element.iterancestors()]
        marked = [e.tag in _MARKED or e.get("lang", language) != language for e in around]
        where = f"{element.tag}.{element.get('class') or ''}"
        if not any(marked):
            yield where, element.text or ""
            for name in _TOLD:
                yield f"{where}[{name}]", element.get(name) or ""
        if not any(marked[1:]):
            yield where, element.tail or ""

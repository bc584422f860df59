"""A term given for the group in Arabic: found with the article, in every case, with the number behind it."""

from __future__ import annotations

import pytest

from homeward.reading.languages.ar.groups import group_term


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قال إن البحارة الثمانية بخير", [("البحارة الثمانية", "الثمانية")]),
        ("قال للبحارة إنهم أحرار", [("للبحارة", None)]),
        ("بحارة النورس في الميناء", []),
        ("بحارة النورس الثمانية في الميناء", [("بحارة النورس الثمانية", "الثمانية")]),
        ("قالت نقابة البحارة إن", []),
        ("والبحارة الثمانيةة", [("والبحارة", None)]),
    ],
)
def test_a_term_is_found_with_its_number(text: str, found: list[tuple[str, str | None]]) -> None:
    pattern = group_term("بحارة النورس")
    assert pattern is not None
    assert [(m.group(), m.groupdict()["n"]) for m in pattern.finditer(text)] == found
    assert all(text[slice(*m.span())] == m.group() for m in pattern.finditer(text))

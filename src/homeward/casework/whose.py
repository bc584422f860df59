"""Whose spokesman: the body for which somebody speaks who is named by an office alone ("its spokesman").

In: how the one who promises is named, the text and the place in it, the parties of the case. Out: the party, or None.
Nothing is guessed: the office must name no body itself, and of the parties just one must be named near the words.
Leaves to others: reading who speaks (`reading`), recording it (`actions.proposals`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from homeward.casework.models import Party, PartyKind

NEAR = 300
"""How many letters before the words the body may be named: about two sentences."""

_WORD = re.compile(r"[^\W\d_]+")
# Offices and kinds of bodies by which nobody can tell who is meant, with the words that stand beside them.
_OFFICES = frozenset(
    """
    spokesman spokeswoman spokesperson representative official officials leader leadership commander speaker
    group movement organisation organization ministry government army authorities committee council party side
    the a an its their his her of for group's movement's
    представитель представительница пресс секретарь спикер глава руководство командир официальный
    группа группы группировка движение движения организация министерство правительство армия власти совет комитет
    его её ее их
    דובר דוברת דוברו דוברה דוברם הדובר הדוברת נציג נציגו נציגה הנציג בכיר מפקד הקבוצה קבוצה התנועה תנועה הארגון
    ארגון המשרד הממשלה הצבא שלו שלה שלהם של
    المتحدث متحدث المتحدثة متحدثة الناطق ناطق باسمه باسمها باسم ممثل الممثل مسؤول المسؤول قائد
    الحركة حركة الجماعة جماعة المنظمة منظمة الوزارة الحكومة الجيش السلطات
    """.split()  # noqa: SIM905
)
_PASS_ON = frozenset({PartyKind.MEDIA, PartyKind.AGENCY, PartyKind.PERSON})


def names_no_body(by: str) -> bool:
    """Whether the words are an office or a kind of body alone, such as "its spokesman"."""
    words = [word.casefold() for word in _WORD.findall(by)]
    return bool(words) and all(word in _OFFICES for word in words)


def body_near(by: str, text: str, start: int, stop: int, parties: Iterable[Party]) -> tuple[Party, str] | None:
    """The one party that is named in the words or shortly before them, with the name that stands there.

    Args:
        by: how the one who speaks is named; a name that is more than an office needs no body.

    Returns:
        None if there is none, or more than one.
    """
    if not names_no_body(by):
        return None
    near = _plain(text[max(0, start - NEAR) : stop])
    found: dict[int, tuple[Party, str]] = {}
    for party in parties:
        for name in map(str, (party.name, *party.other_names)):
            if party.kind not in _PASS_ON and _stands_in(name, near):
                found.setdefault(party.pk, (party, name))
    return next(iter(found.values())) if len(found) == 1 else None


def with_body(by: str, body: str) -> str:
    """How somebody is named, with the body for which they speak behind it."""
    return f"{by} ({body})"


def without_body(by: str) -> tuple[str, str]:
    """The two parts of what `with_body` made; the body is empty where there is none."""
    found = re.fullmatch(r"(.+) \(([^()]+)\)", by)
    return (found[1], found[2]) if found else (by, "")


def _stands_in(name: str, near: str) -> bool:
    wanted = _plain(name)
    return bool(wanted) and re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", near) is not None


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())

"""Whom an Arabic or a Hebrew pronoun may mean: by gender, and by whether it speaks of one or of several.

In: a pronoun, and somebody whom the text has named. Out: whether the one can mean the other.
Leaves to others: who is tried first (`room`), and the pronouns of other languages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from homeward.reading.languages.language import Actor, ActorKind

# Pronouns that stand alone, under what they are called where pronouns are looked up.
CALLED = {"هو": "he", "هي": "she", "هم": "they", "هما": "they", "هن": "they", "نحن": "we", "أنا": "i", "انا": "i"}
_ONE = (ActorKind.PERSON, ActorKind.ROLE, ActorKind.SOURCE)
_MANY_HEADS = frozenset(
    ["اهل", "اهالي", "عائلات", "عوائل", "اسر", "ذوو", "ذوي", "امهات", "اباء", "زوجات", "ابناء", "اقارب", "خاطفون",
     "خاطفين", "مسلحون", "مسلحين", "وسطاء", "شيوخ", "نواب", "سفراء", "قادة", "حراس", "جنود", "عمال", "طلاب",
     "نساء", "رجال"]
)  # fmt: skip


def is_arabic(actor: Actor) -> bool:
    """Whether somebody is named in Arabic letters."""
    return "ء" <= actor.name[:1] <= "ي"


_MEDIA = re.compile(r"(?:ال)?(?:صحيفة|جريدة|قناة|موقع|بوابة|وكالة|إذاعة|مجلة|تلفزيون|نيوز|صحافة|برس)(?!\w)")


def is_medium(name: str) -> bool:
    """Whether an Arabic name says that it is a medium's."""
    return any(_MEDIA.match(word) for word in name.split())


_PRONOUN = re.compile(r"(?:أمام|إلي|مع|عند|لدي|ل|ب)(?:نا|ه|ها|هم|هما|هن|ي|كم|ك)")


def is_pronoun(name: str) -> bool:
    """Whether a name is only an Arabic preposition with a pronoun: "before us"."""
    return _PRONOUN.fullmatch(name) is not None


def is_hebrew(actor: Actor) -> bool:
    """Whether somebody is named in Hebrew letters."""
    return "א" <= actor.name.lstrip('"“')[:1] <= "ת"


def is_unknown(actor: Actor) -> bool:
    """Whether somebody is an Arabic or Hebrew pronoun still, or a verb that names nobody."""
    unnamed = actor.kind is ActorKind.PRONOUN and (is_arabic(actor) or is_hebrew(actor))
    return unnamed or not actor.name.strip("ـ ")  # a stroke between words is nobody


def both(names: Sequence[str], met: Sequence[tuple[str, ...]]) -> list[str]:
    """The parties of a contact, "the two" as those who met last; nobody where no two have met."""
    last = met[-1] if met and len(met[-1]) == 2 else ()
    return [one for name in names for one in (last if name in _BOTH else (name,))]


_BOTH = frozenset(["השניים", "שניהם", "השתיים", "שתיהן"])


def may_mean_in_hebrew(pronoun: str, actor: Actor) -> bool:
    """Whether "he", "her", "them" and the like can mean somebody named in Hebrew.

    A body is a "he" or a "she" by its noun; whoever is only mentioned as one of many ("a guard") is none of them.
    """
    if actor.kind is ActorKind.OTHER or (actor.kind in (ActorKind.ROLE, ActorKind.SOURCE) and not actor.definite):
        return False
    several = _is_several_in_hebrew(actor)
    if pronoun in ("they", "them", "their"):
        return several or actor.kind is ActorKind.BODY
    if several:
        return False
    if pronoun in ("he", "him", "his"):
        return actor.gender != "f"
    if pronoun in ("she", "her", "it", "its"):
        return actor.gender != "m"
    return False


def _is_several_in_hebrew(actor: Actor) -> bool:
    if actor.kind is ActorKind.PERSON:
        return False
    first = actor.name.split()[0].strip('"“”')
    return first.endswith(("ים", "ות", "יהם", "יהן", "יו")) or (
        first.endswith("י") and len(first) > _SHORTEST and actor.kind is ActorKind.ROLE and " " in actor.name
    )


def may_mean(pronoun: str, actor: Actor) -> bool:
    """Whether "he", "her", "they" and the like can mean somebody named in Arabic.

    A body is a "he" or a "she" like anybody else, and several people may be "they" or, as families, a "she".
    """
    if pronoun in ("he", "him", "his"):
        return actor.gender != "f" and not _is_several(actor) and not _is_ours(actor)
    if pronoun in ("she", "her", "it", "its"):
        if _is_several(actor):
            return _first(actor) in _FAMILIES
        return actor.gender == "f" or (actor.gender == "" and actor.kind in (*_ONE, ActorKind.OTHER))
    if pronoun in ("they", "them", "their"):
        return actor.kind is not ActorKind.PERSON and (_is_several(actor) or actor.kind is ActorKind.BODY)
    return False


def owned(actor: Actor) -> tuple[str, str] | None:
    """What somebody is, and the pronoun for whose, where his one word says both: "her office", "his son"."""
    if actor.kind not in (ActorKind.ROLE, ActorKind.BODY) or " " in actor.name:
        return None
    match = _OWNED.fullmatch(actor.name)
    if match is None or match["what"] in _HOUSEHOLDS or actor.name in _OWN_ENDING:
        return None  # "his family": as a rule that of somebody looked for
    what = match["what"]
    what = what[:-1] + "ة" if what.endswith("ت") and what not in ("بنت", "أخت") else what
    return what, {"ه": "him", "ها": "her", "هم": "them"}[match["whose"]]


_HOUSEHOLDS = frozenset(["أهل", "أهالي", "ذوي", "ذوو", "عائلت", "أسرت", "عائلات", "أقارب"])
_OWN_ENDING = frozenset(["فقيه", "وجيه", "نزيه", "سفيه", "نبيه", "شبيه", "كريه", "مياه", "شفاه", "جباه", "إله"])
_OWNED = re.compile(r"(?!ال)(?P<what>\w{3,}?|ابن|أخت|بنت)(?P<whose>ها|هم|ه)")


def _first(actor: Actor) -> str:
    return actor.name.split()[0].removeprefix("ال").translate(_PLAIN)


_PLAIN = str.maketrans("أإآ", "ااا")
_FAMILIES = frozenset(["عائلات", "عوائل", "اسر", "امهات", "زوجات", "سلطات", "قوات"])


def _is_several(actor: Actor) -> bool:
    if actor.kind is ActorKind.PERSON:
        return False
    first = _first(actor)
    return first in _MANY_HEADS or (len(first) > _SHORTEST and first.endswith(("ون", "ين", "ات")))


_SHORTEST = 4  # letters of a plural's stem with its ending


def _is_ours(actor: Actor) -> bool:
    """Whether somebody is the publisher's own man: "our correspondent"."""
    return actor.kind in (ActorKind.ROLE, ActorKind.BODY) and actor.name.endswith("نا") and " " not in actor.name

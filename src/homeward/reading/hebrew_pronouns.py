"""Whom a Hebrew pronoun that speaks means where that is not whoever spoke or acted last.

In: a voice whose speaker is a pronoun, the voices before it in its sentence, what the sentences before left. Out: the
`Actor`, or whether nobody can be named. Leaves to others: every other pronoun (`memory`, `speakers`).

"The latter" is who was named last beside the subject. In somebody's own words "he" is never the one who is quoted.
Who "told the ambassador" is not the ambassador. "..., and he answered" takes up whom the words before it tell of.
"The mother" alone is the woman whom the sentence before is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from homeward.reading.languages.language import Actor, ActorKind, Place, Voice

_LATTER = frozenset(["הלה", "הלז"])
_THIRD = frozenset(["הוא", "היא"])
_ONE = frozenset([ActorKind.PERSON, ActorKind.ROLE, ActorKind.SOURCE])
_ANSWERS = re.compile(
    r"(?:ענה|ענתה|עונה|השיבה?|משיבה?|הגיבה?|סירבה?|הסכימה?|הודתה|הודה|הבטיחה?|אישרה?|הכחישה?|הסבירה?|התחייבה?|נשבעה?)"
    r"(?![א-ת])|[א-ת]+ (?:לו|לה|לי|לנו|להם)(?![א-ת])"
)

_SPEAKS_TO = re.compile(
    r"(?<![א-ת])[ו]?(?:נ?פגש|שאל|ביקש|אמר|סיפר|הודיע|מסר|הבהיר|הסביר|שוחח|דיבר|דיברנו|פנ|התקשר|טלפנ|טלפן|צלצל|כתב|הציע|התחנ[נן]|דרש|ראה|ראת|ביקר|הזהיר)"
    r"(?:ה|ו|ת|תה|תי|נו|ים)?(?![א-ת])"
)
_OBJECT = re.compile(r"(?<![א-ת])(?:(?:את|עם|אל|מן|מאת|בפני|מול|אצל)\s+ה?|[למ]ה?)$")


def other_meant(
    voice: Voice, before: Sequence[Voice], named: Sequence[Actor], text: str, began: int, known: Actor | None
) -> tuple[Actor, tuple[Actor, ...]] | None:
    """Whom the pronoun means if not `known`, and who tells of it; None if nothing speaks against him.

    Args:
        before: the voices before it in the sentence, their speakers known.
        named: who was named, the latest at the end.
        text: the document, quotations masked or not. began: where the sentence before began.
    """
    pronoun = voice.speaker
    if pronoun is None or pronoun.kind is not ActorKind.PRONOUN:
        return None
    if pronoun.name in _LATTER:
        near = [a for a in named if began <= a.place[0] < pronoun.place[0] and _fits(pronoun, a)]
        return (near[-1], ()) if len({a.name for a in near}) > 1 else None
    if pronoun.name not in _THIRD:
        return None
    outer = next((v for v in reversed(before) if _inside(v, voice.cue)), None)
    if outer is not None and outer.direct and outer.speaker is not None:
        told = [a for a in named if _holds(outer.region, a.place) and a.place[0] < pronoun.place[0]]
        return _last(pronoun, told, outer.speaker)
    if outer is None and before and text[pronoun.place[0] - 1 : pronoun.place[0]] == "ו":
        last = before[-1]
        told = [a for a in named if any(_is_spoken_to(text, content, a.place) for content in last.contents)]
        answers = _ANSWERS.match(text, voice.cue[0]) is not None
        teller = (last.speaker,) if last.speaker is not None and not last.attitude else ()
        return _last(pronoun, told, last.speaker, teller) if answers else None
    if known is not None and voice.to is not None and not before and _is_called(voice.to, known):
        return _last(pronoun, [a for a in named if began <= a.place[0] < pronoun.place[0]], known)
    return None


def kin_alone(role: Actor, turned: Actor | None) -> Actor | None:
    """Who is "the mother" of whom no more is told: the woman whom the sentence before is about."""
    sex = _KIN.get(role.name)
    if sex is None or not role.brief or turned is None or turned.kind is not ActorKind.PERSON:
        return None
    return turned if turned.gender == sex else None


_KIN = {
    "האם": "f", "האמא": "f", "האב": "m", "האבא": "m", "האחות": "f", "האח": "m", "הבת": "f", "הבן": "m", "הסבתא": "f",
    "הסבא": "m", "הדודה": "f", "הדוד": "m", "האלמנה": "f", "האלמן": "m", "הבעל": "m", "הרעיה": "f", "הגיס": "m",
    "הגיסה": "f", "הארוסה": "f", "הארוס": "m", "האחיין": "m", "האחיינית": "f",
}  # fmt: skip


def _last(
    pronoun: Actor, named: Sequence[Actor], no: Actor | None, tellers: tuple[Actor, ...] = ()
) -> tuple[Actor, tuple[Actor, ...]] | None:
    fit = (a for a in reversed(named) if _fits(pronoun, a) and (no is None or a.name != no.name))
    found = next(fit, None)
    return (found, tellers) if found is not None else None


def _fits(pronoun: Actor, actor: Actor) -> bool:
    one = actor.kind in _ONE and not actor.name.split(" ")[0].endswith(("ים", "ות"))
    return one and (not pronoun.gender or actor.gender in ("", pronoun.gender))


def _is_called(hearer: Actor, known: Actor) -> bool:
    """Whether whoever is told is the one whom the pronoun would mean."""
    return hearer.name == known.name or bool(hearer.head and hearer.head == known.head)


def _inside(voice: Voice, cue: Place) -> bool:
    return any(_holds(content, cue) for content in voice.contents)


def _is_spoken_to(text: str, region: Place, place: Place) -> bool:
    """Whether somebody named in his words is whom they tell of meeting, asking or telling: "he met | the guard"."""
    before = text[region[0] : place[0]]
    return (
        _holds(region, place)
        and _SPEAKS_TO.search(before) is not None
        and (_OBJECT.search(before) is not None or text[place[0]] == "ל")
    )


def _holds(region: Place, place: Place) -> bool:
    return region[0] <= place[0] and place[1] <= region[1]

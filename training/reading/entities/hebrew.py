"""Other names for marked Hebrew texts, and invented Hebrew sentences with their names marked.

In: a marked document or nothing, and a random number generator. Out: a marked document.
Leaves to others: fitting (`fit`). Everybody and every body in them is invented; states and towns are real.

Hebrew names have no cases; a prefix ("in", "to", "and") stands before the mark, as in the texts that people have
marked.
"""

from __future__ import annotations

import random
import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

from homeward.reading.entities import lists
from homeward.reading.tables import words_of
from training.reading.entities.names import Markov

_HEBREW = re.compile("[א-ת]['׳]?(?:[א-ת]['׳]?)+")
_TEMPLATES = """
{r} {O} {P} אמר כי השיחות ב{L} יימשכו.
{P} נפגש ב{L} עם {r} {O} {P}.
לדברי {F}, רשימה של שמונה שמות הועברה ל{O} בחודש שעבר.
"אנחנו מחפשים אותם", אמר {F} לעיתונאים.
{F} הדגיש כי ל{O} אין מידע על העצורים.
כפי שמדווח {A}, {r} {L} {P} הגיע ל{L}.
ב{L} נפגש {F} עם {F}.
{O} הכחיש את הדיווחים של {A} על מגעים עם {O}.
כך דווח ב{A} בשם {P}.
{P} מ{L}, {P} מ{L} ו{P} מ{L} חתמו על העצומה.
קרובי משפחתו של {P} פנו ל{O} בבקשה לעזרה.
אשתו של {P}, {P}, סיפרה ל{A} כי בעלה מוחזק ב{L}.
שגריר {L} ב{L}, {P}, מסר ל{F} את תשובת {O}.
{r} {P} כינה את דברי {F} "פרובוקציה".
משלחת {O} בראשות {P} יצאה מ{L} ל{L}.
בעבר עמד {F} בראש {O}.
עורך דינו של {F}, {P}, מסר כי מרשו הועבר ל{L}.
בין העצורים: {P}, {P} ו{F}.
שלטונות {L} ו{L} הסכימו על חילופי שבויים בתיווך {L}.
לאחר מותו של {P} עמד {P} בראש {O}.
לשאלת {A} על גורלו של {F} השיב {F} בשלילה.
{O} ו{O} הקימו ועדה משותפת.
חמושים של {O} מחזיקים ב{P} מאז הסתיו.
החטופים נלקחו סמוך לעיר {L}.
{F} שוחרר. {F} עודנו בשבי.
אמו של {F} לא קיבלה מכתבים מ{O}.
{P}, נציג {O}, סירב להגיב.
ברשימה שהועברה ל{O} מופיעים {P} ו{P}.
נשיא {L} {P} הודה ל{P} על העזרה.
לשעבר {r} {O}, {F} נמצא כיום ב{L}.
{L} ו{L} לא הגיבו לדיווחי {A}.
בערב חזר {F} ל{L}.
{O} שב{L} פרסם הודעה.
ריאיון עם {P} פורסם ב{A}.
בנו של {P}, {P}, גר ב{L}.
לא ניתן היה להשיג את {F}.
ההודעה של {F} באה ערב הביקור ב{L}.
מקור ב{O} אישר ל{A} את מותו של {P}.
כתב {A} {P} נעלם ליד {L}.
{F}: "{O} לא ינהל משא ומתן".
אדוני {F}, מה עמדת {O}?
חבר הכנסת {P}: אני מסכים עם {F}.
{P} נולד ב{L} ולמד ב{O}.
בשנת 1998 עבר {F} מ{L} ל{L} והצטרף ל{O}.
""".strip().split("\n")
_ROLES = sorted(
    words_of('דובר שר נשיא יו"ר מזכיר מנכ"ל נציג שגריר אלוף מפקד ראש סגן שר פרופסור ד"ר השר הרב העיתונאי עו"ד')
)
_BODIES = (
    "משרד החוץ", "משרד הביטחון", "משרד {N}", "ממשלת {L}", "ועדת {N}", "מפלגת {N}", "תנועת {N}", "ארגון {N}",
    "בנק {N}", "אוניברסיטת {L}", "צבא {L}", "משטרת {L}", "שגרירות {L}", "בית המשפט של {L}",
    "הוועדה לענייני שבויים", "קרן {N}", "חברת {N}", "חזית {N}", "גדודי {N}", "{S}", "{S}", "עיריית {L}",
    "הפרלמנט של {L}", "המרכז לזכויות השבוי", "כנסת", "המכון ל{N}", "איגוד {N}", "הסהר האדום", "עמותת \"{N}",
    "תנועת \"{N}", "ועדת החוץ של {L}", "מכון {N}", "צבא {N}",
)  # fmt: skip
_MEDIA = ("סוכנות {N}", "עיתון {N}", "ערוץ {N}", "רדיו {N}", "סוכנות הידיעות {N}", "אתר {N}", "{N} פוסט")
_WORDS = sorted(
    words_of("אלבר אופק מגדלור השחר הדרום גשר מבט תקווה קורבל סוורין תבור ליבנה מגן אוריון נחשון כרמים זרקור מצפן")
)
_SLOT = re.compile(r"\{(\w)\}")
Document = dict[str, Any]


@lru_cache(maxsize=1)
def _tables() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"given": [], "s": []}
    for name in ("given.tsv", "family.tsv"):
        for line in (files("homeward.names") / "resources" / name).read_text(encoding="utf-8").splitlines():
            kind, _, cell, *_ = (*line.split("\t"), "", "")
            forms = [word for word in cell.split() if _HEBREW.fullmatch(word)]
            if kind in ("m", "f", "g", "s") and forms and not line.startswith("#"):
                found["s" if kind == "s" else "given"].append(forms[0])
    return found


@lru_cache(maxsize=2)
def _markov(kind: str) -> Markov:
    return Markov(_tables()[kind])


def given_name(rng: random.Random) -> str:
    """A given name: out of our tables, or invented."""
    return rng.choice(_tables()["given"]) if rng.random() < 0.75 else _markov("given").make(rng)


def family_name(rng: random.Random) -> str:
    """A family name: out of our tables, invented, a given name, or one of two parts."""
    chance = rng.random()
    if chance < 0.35:
        return rng.choice(_tables()["s"])
    if chance < 0.7:
        return _markov("s").make(rng)
    if chance < 0.85:
        return rng.choice(_tables()["given"])
    return rng.choice(("בן-", "בר-", "אבו ", "בן ", "אל-")) + rng.choice(_tables()["given"])


@lru_cache(maxsize=1)
def _places() -> list[str]:
    return sorted(n for n in lists.place_names("he") if _HEBREW.match(n))


def place_name(rng: random.Random) -> str:
    """A state, town or region; now and then an invented one."""
    if rng.random() < 0.2:
        return rng.choice(("", "", "כפר ", "קריית ", "באר ", "אל-")) + _markov("s").make(rng)
    return rng.choice(_places())


def swap(document: Document, rng: random.Random) -> Document:
    """A copy with other people and places. What one name was becomes one name throughout."""
    text: str = document["text"]
    changed: dict[str, str] = {}
    out, place = "", 0
    marks: list[dict[str, Any]] = []
    for mark in sorted(document["entities"], key=lambda m: m["span"]):
        start, stop = mark["span"]
        out += text[place:start]
        words = text[start:stop]
        if mark["type"] == "PER":
            row = words.split(" ")
            for number, word in enumerate(row):
                key = "person " + word
                is_given = number < len(row) - 1 or len(row) == 1
                if key not in changed:
                    changed[key] = given_name(rng) if is_given and rng.random() < 0.9 else family_name(rng)
                row[number] = changed[key]
            words = " ".join(row)
        elif mark["type"] == "LOC":
            words = changed.setdefault("place " + words, place_name(rng) if rng.random() < 0.7 else words)
        marks.append({"span": [len(out), len(out) + len(words)], "type": mark["type"]})
        out += words
        place = stop
    return {**document, "text": out + text[place:], "entities": marks}


def make_document(rng: random.Random, number: int) -> Document:
    """A document of six to twelve sentences; its people come back in it."""
    people = [(given_name(rng), family_name(rng)) for _ in range(3)]
    places = [place_name(rng) for _ in range(4)]
    bodies = [rng.choice(_BODIES) for _ in range(3)]
    media = [rng.choice(_MEDIA) for _ in range(2)]
    word = rng.choice(_WORDS)
    short = rng.choice(('אמ"ן', 'רש"ת', 'חד"ש', 'מפ"ם', 'נצ"ר', 'של"ח', 'צה"ל', 'או"ם', 'אש"ף', 'שב"כ'))

    def fill(kind: str) -> tuple[str, str | None]:
        if kind == "r":
            return rng.choice(_ROLES), None
        if kind == "L":
            return rng.choice(places), "LOC"
        if kind in "OA":
            row = rng.choice(bodies if kind == "O" else media)
            row = row.replace("{L}", rng.choice(places)).replace("{N}", word).replace("{S}", short)
            return row, "ORG"
        given, family = rng.choice(people)
        return (f"{given} {family}" if kind == "P" else rng.choice((family, family, given))), "PER"

    text = ""
    marks: list[dict[str, Any]] = []
    for template in rng.choices(_TEMPLATES, k=rng.randint(6, 12)):
        place = 0
        for match in _SLOT.finditer(template):
            text += template[place : match.start()]
            words, kind = fill(match.group(1))
            if kind:
                marks.append({"span": [len(text), len(text) + len(words)], "type": kind})
            text += words
            if '"' in words and words.count('"') % 2 and re.search(' "', words):
                text += '"'
            place = match.end()
        text += template[place:] + ("\n" if rng.random() < 0.4 else " ")
    return {"id": f"made-{number}", "text": text, "entities": marks}

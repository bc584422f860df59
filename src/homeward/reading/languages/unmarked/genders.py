"""The gender and number of whomever a phrase names, by its noun: a verb or a pronoun may tell of him later.

In: a segment and the `Actor` it names. Out: the same with a gender, where the noun shows one.
Leaves to others: the gender of given names (`homeward.names`).
"""

from __future__ import annotations

from dataclasses import replace

from homeward.names import listed_kinds
from homeward.reading.languages.language import Actor, ActorKind
from homeward.reading.languages.unmarked.inner_names import InnerNames
from homeward.reading.languages.unmarked.words import PEOPLE, Kind, Word, fold

_MALE_BODIES = frozenset(["בית", "צוות", "שירות", "מטה", "מחנה"])
_WOMEN_OF_KIN = frozenset(
    ["אם", "אמא", "אחות", "בת", "אישה", "דודה", "סבתא", "חותן", "חמות", "ארוסה", "נכדה", "אלמנה", "בת-דוד", "סבה"]
)
_WOMEN = frozenset(["ام", "اخت", "بنت", "ابنة", "حماة", "عروس"])
_MANY = ("ون", "ين", "ان", "اء")
_FEMALE_BODIES = frozenset(
    [
        "كتائب",
        "سرايا",
        "فصائل",
        "ميليشيا",
        "قيادات",
        "اجنحة",
        "وسائل",
        "صحف",
        "لجان",
        "دول",
        "اجهزة",
        "مواقع",
        "الامم",
        "امم",
        "هيئات",
    ]
)


class Genders(InnerNames):
    """The gender of whomever a phrase names."""

    def with_gender(self, actor: Actor, start: int, stop: int) -> Actor:
        """The actor with the gender that his first name, or else the noun for him, shows."""
        if actor.gender:
            return actor
        if not self.tongue.verb_first:
            return self._with_hebrew_gender(actor, start, stop)
        if actor.kind is ActorKind.PERSON:
            kinds = listed_kinds(actor.name.split()[0])
            if ("f" in kinds) != ("m" in kinds):
                return replace(actor, gender="f" if "f" in kinds else "m")
        head = next(
            (w for w in self.words[start:stop] if w.is_word and w.any(PEOPLE | Kind.TITLE | Kind.PRONOUN)), None
        )
        if head is None and actor.kind is ActorKind.OTHER and actor.name.split()[0].endswith("ة"):
            return replace(actor, gender="f")
        return replace(actor, gender=_gender_of(head)) if head is not None else actor

    def _with_hebrew_gender(self, actor: Actor, start: int, stop: int) -> Actor:
        if actor.kind is ActorKind.PRONOUN:
            return replace(actor, gender={"הוא": "m", "היא": "f"}.get(actor.name, ""))
        if actor.kind is ActorKind.PERSON:
            first = actor.name.split()[0]
            kinds = (listed_kinds(first) or frozenset(self.tongue.given.get(first, ""))) & frozenset("mf")
            if len(kinds) == 1:
                return replace(actor, gender=next(iter(kinds)))
        head = next((w for w in self.words[start:stop] if w.is_word and w.any(PEOPLE)), None)
        if head is None or head.possessive or head.text.endswith(("ים", "ות", "י")):
            return actor
        if head.any(Kind.BODY | Kind.MEDIUM):
            woman = head.lemma.endswith(("ה", "ת")) and head.lemma not in _MALE_BODIES
        else:
            woman = head.lemma.endswith("ת") or head.lemma in _WOMEN_OF_KIN
        return replace(actor, gender="f" if woman else "m")


def _gender_of(word: Word) -> str:
    """The gender of a noun; a plural of people has none here, one of bodies is a "she" to its verb."""
    plain = fold(word.text)
    if word.any(Kind.PRONOUN):
        return "f" if plain in ("هي", "معاليها", "سعادتها") else "m" if plain in ("هو", "معاليه", "سعادته") else ""
    if word.any(Kind.BODY | Kind.MEDIUM):
        return "f" if plain.endswith(("ة", "ات")) or word.lemma in _FEMALE_BODIES else "m"
    if plain.endswith(("ة", "ته", "تها", "تهم")) or word.lemma in _WOMEN:
        return "f"
    if word.any(PEOPLE) and not plain.removeprefix(word.prefix).startswith(word.lemma[:-1]):
        return "f" if word.any(Kind.SOURCE) else ""  # a broken plural: "sources" are a "she" to their verb
    return "" if plain.endswith(_MANY) or word.any(Kind.NAME) else "m"

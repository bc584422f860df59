"""Who gave a list, who got it, and through whom, by the grammar of an Arabic clause.

In: the words of a sentence and the verb's place. Out: `Handed`. Leaves to others: that something was handed over
(`events`), how many names it holds, and whom a pronoun means (`Room`).

"It" on a verb of giving is the list where the list stands before the verb ("the list | that they handed over"), else
whoever gets it ("they handed him | the names"). A passive, and a list that "arrives", have nobody who gives but "from"
or "by the hand of"; who carries what another gives is its way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from homeward.reading.languages.ar.clause import Part, part_at, parts, pronoun_at, sounds_like_somebody
from homeward.reading.languages.ar.contacts import Manner, Verb, compiled, subject_before, verb_of, whoever
from homeward.reading.languages.language import Actor, ActorKind
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.words import PEOPLE, Kind, Word, fold

_LONGEST = 40  # words of a clause
_BEFORE = 9  # words before a verb in which its list may stand
_GIVES = Manner(object=True, by=("الي", "ل", "لدي"))
_CARRIES = Manner(object=True, by=("الي", "ل"), joins=True)
_GETS = Manner(by=("من",), receives=True)
_COMES = Manner(object=True, by=("الي", "ل"), arrives=True)
_VERBS = compiled(
    (
        ("تسلم", "تسلم", _GETS), ("استلم", "ستلم", _GETS), ("تلق[ايى]?", "تلقي?", _GETS), ("اخذ", "اخذ", _GETS),
        ("توصل", "توصل", _GETS), ("حصل", "حصل", _GETS),
        ("سلم", "سلم", _GIVES), ("قدم", "قدم", _GIVES), ("احال", "حيل", _GIVES), ("احيل", "حال", _GIVES),
        ("ارسل", "رسل", _GIVES), ("بعث", "بعث", _GIVES), ("اعط[ياى]?", "عطي?", _GIVES), ("اودع", "ودع", _GIVES),
        ("رفع", "رفع", _GIVES), ("اوصل", "وصل", _GIVES), ("مرر", "مرر", _GIVES), ("ناول", "ناول", _GIVES),
        ("زود", "زود", _GIVES), ("وجه", "وجه", _GIVES), ("عرض", "عرض", _GIVES), ("دفع", "دفع", _GIVES),
        ("حمل", "حمل", _CARRIES), ("نقل", "نقل", _CARRIES),
        ("وصل", "صل", _COMES), ("بلغ", "بلغ", _COMES), ("انتقل", "نتقل", _COMES), ("جاء", "جيء", _COMES),
    )
)  # fmt: skip
_LISTS = frozenset(
    fold(word)
    for word in [
        "قائمة",
        "قائمتنا",
        "قائمته",
        "قائمتها",
        "لائحة",
        "لائحتنا",
        "قوائم",
        "لوائح",
        "كشف",
        "كشفا",
        "كشوف",
        "أسماء",
        "أسماءهم",
        "أسماءهن",
        "اسم",
        "ورقة",
        "جدول",
        "بيانات",
        "ملف",
        "مذكرة",
        "صور",
        "صورا",
        "صورة",
        "نسخة",
        "القائمة",
        "اللائحة",
        "الكشف",
        "الأسماء",
        "الورقة",
        "الملف",
        "المذكرة",
        "بقائمة",
        "بلائحة",
        "بكشف",
        "بالأسماء",
        "بأسماء",
        "بورقة",
    ]
)
_WAYS = frozenset(["عبر", "بواسطه", "بوساطه", "بواسطة", "بوساطة", "بمعيه", "بمعية"])
_HANDS = frozenset(["يد", "ايدي", "قبل", "طرف", "جانب", "يدي"])


@dataclass(frozen=True, slots=True)
class Handed:
    """Who gave it, who got it, who carried it; None for whoever the clause does not tell."""

    by: Actor | None
    to: Actor | None
    carrier: Actor | None


def handing_verb(word: Word, *, quoted: bool = False) -> Verb | None:
    """The verb of handing over that a word is."""
    return verb_of(word, _VERBS, quoted=quoted)


def handed_at(sentence: Sentence, at: int) -> Handed | None:
    """Who gave and who got the list that the verb `at` tells of; None where it is no such verb."""
    words = sentence.words
    verb = handing_verb(words[at], quoted=sentence.view.quoted)
    if verb is None:
        return None
    end = min(sentence.size, at + _LONGEST)
    found = [p for p in _past_ways(sentence, at + 1, end) if not _is_list(words, p)]
    people = [p for p in found if p.actor is not None and _is_party(sentence, p)]
    bare = [p for p in people if p.lead == ""]
    led = next((p for lead in verb.manner.by for p in people if p.lead == lead), None)
    carrier = _way(sentence, at + 1, end)
    giver = _hand(sentence, at + 1, end) or next((p.actor for p in people if p.lead == "من"), None)
    listed = _list_before(words, at)
    if verb.manner.receives and giver is None:  # "she hands over" is written like "he received"
        led = next((p for p in people if p.lead in _GIVES.by), None)
        verb = replace(verb, manner=_GIVES, acts="she") if led is not None else verb
    if verb.object == "us" and verb.manner.object and not verb.manner.arrives and verb.acts == "he" and (bare or led):
        verb = replace(verb, acts="we", object="", sure=True)  # "we handed the commander", rather than "he handed us"
    suffix = verb.object if verb.object and not (listed and verb.object in ("her", "him", "them")) else ""
    on_verb = pronoun_at(words[at], suffix) if suffix else None
    if verb.manner.arrives:
        to = on_verb or (led.actor if led is not None else bare[0].actor if bare else None)
        return Handed(giver, to, carrier)
    subject, rest = _subject(sentence, at, verb, bare, listed=listed, led=led is not None or on_verb is not None)
    if verb.manner.receives:
        return Handed(giver, subject, carrier)
    receiver = on_verb or (led.actor if led is not None else rest[0].actor if rest else None)
    if verb.manner.joins and giver is not None and subject is not None:
        return Handed(giver, receiver, subject)  # "the trader carried to the prince a list | from the ministry"
    if subject is None:
        subject = _hand(sentence, at + 1, end)
    return Handed(subject, receiver, carrier)


def _subject(
    sentence: Sentence, at: int, verb: Verb, bare: list[Part], *, listed: bool, led: bool
) -> tuple[Actor | None, list[Part]]:
    """Who gives, or gets, and the phrases that are left for who gets it."""
    words = sentence.words
    if verb.sure:
        return whoever(words[at], verb.acts), bare
    before = None if listed else subject_before(sentence, at)
    if before is not None:
        return before, bare
    if bare and (led or len(bare) > 1 or verb.manner.receives or listed or bare[0].start == at + 1):
        if not (
            verb.acts == "me" and bare[0].actor is not None and bare[0].actor.gender != "f" and sentence.view.quoted
        ):
            feminine = bare[0].actor is not None and bare[0].actor.gender == "f"
            if verb.acts == "she" and len(bare) == 1 and not feminine and not led and not verb.manner.receives:
                return whoever(words[at], verb.acts), bare  # "and she handed the commander a list"
            return bare[0].actor, bare[1:]
    if _is_passive(words, at, bare):
        return None, bare
    return whoever(words[at], verb.acts), bare


def _is_passive(words: list[Word], at: int, bare: list[Part]) -> bool:
    """Whether the list itself is the subject: "a list | was handed", "was handed | the list to"."""
    behind = next((w for w in words[at + 1 : at + 3] if w.is_word and not w.dated), None)
    marked = "\u064f" in words[at].text[:3]
    fits = fold(words[at].text).endswith("ت") or fold(words[at].text).lstrip("وف").startswith("ت")
    listed = _list_before(words, at) or (behind is not None and fold(behind.text).removeprefix("ال") in _LISTS)
    return marked or (listed and fits and not bare)


def _list_before(words: list[Word], at: int) -> bool:
    """Whether the list stands before the verb, as its subject or as what "that" means."""
    for place in range(at - 1, max(-1, at - _BEFORE), -1):
        word = words[place]
        if word.text in ".؛;:!؟?":
            return False
        if word.is_word and place < at - 1 and (word.cue is not None or word.any(Kind.VERB)) and not word.any(PEOPLE):
            return False
        if word.is_word and fold(word.text).removeprefix(word.prefix) in _LISTS:
            return True
    return False


def _is_list(words: list[Word], part: Part) -> bool:
    word = words[part.start]
    return fold(word.text) in _LISTS or fold(word.text).removeprefix(word.prefix) in _LISTS


def _is_party(sentence: Sentence, part: Part) -> bool:
    actor, word = part.actor, sentence.words[part.start]
    if actor is None or (actor.kind is ActorKind.PRONOUN and part.lead not in ("ل", "الي", "لدي", "من")):
        return False
    if actor.kind is ActorKind.PRONOUN:
        return True
    known = word.any(PEOPLE | Kind.TITLE | Kind.NAME) or word.definite or word.text in '«“"'
    return known and sounds_like_somebody(sentence, actor)


def _past_ways(sentence: Sentence, begin: int, end: int) -> list[Part]:
    """The parts of the clause but for those that name the way: "through the judge"."""
    ways = {n + 1 for n in range(begin, end) if _leads_way(sentence.words, n)}
    return [p for p in parts(sentence, begin, end) if p.start not in ways and p.start - 1 not in ways]


def _leads_way(words: list[Word], at: int) -> bool:
    plain = fold(words[at].text)
    return (
        plain in _WAYS
        or (plain in ("طريق", "خلال") and at > 0 and fold(words[at - 1].text) in ("عن", "من"))
        or plain == "بيد"
    )


def _way(sentence: Sentence, begin: int, end: int) -> Actor | None:
    """Through whom: "by way of the judge", "through the Red Cross"."""
    words = sentence.words
    for at in range(begin, end):
        if _leads_way(words, at) and at + 1 < end and words[at + 1].is_word:
            actor = part_at(sentence, at + 1, end, "").actor
            if actor is not None and sounds_like_somebody(sentence, actor):
                return actor
        if re.fullmatch(r"عبره|بواسطته|طريقه", fold(words[at].text)):
            return pronoun_at(words[at], "him")
        if re.fullmatch(r"عبرها|بواسطتها|طريقها", fold(words[at].text)):
            return pronoun_at(words[at], "her")
    return None


def _hand(sentence: Sentence, begin: int, end: int) -> Actor | None:
    """Who did it, behind "by the hand of", "on the part of"."""
    words = sentence.words
    for at in range(begin, end - 1):
        if fold(words[at].text) in _HANDS and fold(words[at - 1].text) in ("من", "علي"):
            actor = part_at(sentence, at + 1, end, "").actor
            return actor if actor is not None and sounds_like_somebody(sentence, actor) else None
    return None

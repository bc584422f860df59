"""An Arabic sentence as one line of words and signs, so that a construction is one expression over it.

In: a sentence and the voices read in it. Out: `Line`, in which each actor is a sign (``@r3``: the role at word 3; ``m`` a
medium, ``p`` a person, ``b`` a body, ``s`` a source, ``o`` another, ``x`` a pronoun), a text is ``T``, each verb of a voice
``V`` and its number (``E`` where the verb leaves its subject out, ``W`` where it is a participle that does), a quotation ``Q``, a date
``D``, and ``US`` whatever is ours. What is written on to the front of an actor or a text stands apart. Leaves to others: the constructions (`ar.beside`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from homeward.reading.languages.language import MASK, Actor, ActorKind, Place, Voice
from homeward.reading.languages.unmarked.lines import SIGNED, Line
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.words import PEOPLE, Frame, Kind, Word, fold
from homeward.records import Attribution

_TEXTS = frozenset(
    fold(word)
    for word in [
        "بيان",
        "تقرير",
        "تصريح",
        "رسالة",
        "مذكرة",
        "وثيقة",
        "نص",
        "إحاطة",
        "منشور",
        "تغريدة",
        "برقية",
        "إفادة",
        "خبر",
        "مقابلة",
        "حديث",
        "حوار",
        "لقاء",
        "مداخلة",
        "برنامج",
        "حلقة",
        "شريط",
        "تسجيل",
        "مقطع",
        "فيديو",
        "كلمة",
        "خطاب",
        "شهادة",
        "مقال",
        "رد",
        "جواب",
        "نداء",
        "تدوينة",
        "بلاغ",
        "تعميم",
        "مقتطف",
    ]
)
NETWORKS = frozenset(
    fold(word)
    for word in [
        "فيسبوك",
        "الفيسبوك",
        "تويتر",
        "إكس",
        "تلغرام",
        "التلغرام",
        "تليغرام",
        "تيليغرام",
        "إنستغرام",
        "انستغرام",
        "يوتيوب",
        "اليوتيوب",
        "واتساب",
        "الواتساب",
        "تيكتوك",
        "سنابشات",
        "ثريدز",
    ]
)
_BEFORE_NAMES = frozenset(fold(word) for word in ["ل", "إلى", "على", "عبر", "مع", "شاشة", "أثير", "عن"])
_OPENING, _CLOSING = '"“«„', '"”»“'
_LONGEST_NAME = 5  # words and marks of a medium's name in quotation marks


def is_elided(voice: Voice) -> bool:
    """Whether the verb of a voice leaves its subject out."""
    speaker = voice.speaker
    return (
        speaker is not None and speaker.kind is ActorKind.PRONOUN and speaker.place == voice.cue and not speaker.head
    )


def line_of(sentence: Sentence, voices: Sequence[Voice]) -> Line:
    """A sentence as words and signs."""
    cues = {voice.cue[0]: (n, is_elided(voice)) for n, voice in enumerate(voices)}
    pieces: list[str] = []
    starts: list[int] = []
    actors: dict[str, Actor] = {}
    place = 0
    while place < sentence.size:
        word = sentence.words[place]
        stop = place + 1
        here = _piece(word)
        if (told := cues.get(word.start)) is not None and not word.any(PEOPLE):
            joined = word.cue is not None and word.cue.frame is Frame.WHILE
            sign = f"{('W' if joined else 'E') if told[1] else 'V'}{told[0]}"
            here = [*_front(word)[:1], sign] if word.prefix[:1] in ("و", "ف", "ل") else [sign]
        elif _may_be_somebody(sentence, place):
            phrase = sentence.phrase_from(place)
            actor = sentence.actor(phrase) if phrase is not None else None
            if phrase is not None and actor is not None and fold(word.text) in NETWORKS:
                phrase, actor = None, sentence.actor_of(place, stop)  # "on WhatsApp | from a member"
            if phrase is not None and (medium := _reports_for(sentence, place)) is not None:
                actor = medium
            if actor is not None and word.any(Kind.MEDIUM) and word.possessive and word.text.endswith("نا"):
                here = [*_front(word), "US"]
            elif actor is not None:
                name = f"@{SIGNED[actor.kind]}{place}"
                actors[name] = actor
                here = [*_front(word), name]
                stop = max(stop, phrase.segments[-1][1]) if phrase is not None else stop
                inside = any(w.text in _OPENING for w in sentence.words[place:stop])
                if inside and stop < sentence.size and sentence.words[stop].text in _CLOSING:
                    stop += sentence.words[stop - 1].is_word  # the mark behind its name
        elif word.text in _OPENING and (close := _end_of_name(sentence, place)) is not None:
            span = (word.stop, sentence.words[close].start)
            name = f"@m{place}"
            text = sentence.view.text[slice(*span)]
            actors[name] = Actor(span, text, ActorKind.MEDIUM, Attribution.NAMED, "", True, brief=False)
            here, stop = [name], close + 1
        elif word.is_word and word.lemma in _TEXTS and not word.any(PEOPLE):
            here = [*_front(word), "HT" if word.possessive else "DT" if word.definite else "T"]
        for piece in here:
            if piece != "D" or pieces[-1:] != ["D"]:
                pieces.append(piece)
                starts.append(word.start)
        place = stop
    return Line(" ".join(pieces), actors, starts)


def _reports_for(sentence: Sentence, at: int) -> Actor | None:
    """The medium of a reporter who is told or asks something: "to the reporter of | Radio Fajr"."""
    words = sentence.words
    led = words[at].prefix.startswith("ل") or (at > 0 and words[at - 1].text in ("إلى", "من", "مع"))
    if words[at].lemma not in _REPORTERS or not led or at + 1 >= sentence.size or not words[at + 1].any(Kind.MEDIUM):
        return None
    phrase = sentence.phrase_from(at + 1)
    return sentence.actor(phrase) if phrase is not None else None


_REPORTERS = frozenset(["مراسل", "مراسلة", "مندوب", "مندوبة", "موفد", "موفدة", "مذيع", "مذيعة"])


def _may_be_somebody(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    if not word.is_word or word.cue is not None or word.dated or word.any(Kind.THING | Kind.THAT | Kind.ADVERB):
        return False
    return word.any(PEOPLE | Kind.TITLE | Kind.NAME | Kind.PRONOUN) and not word.any(Kind.OF | Kind.PREPOSITION)


def _front(word: Word) -> list[str]:
    """The letters of "and", "to", "by" on the front of a word, without its article."""
    return list(word.prefix.replace("لل", "ل").replace("ال", ""))


def _piece(word: Word) -> list[str]:
    if word.text == MASK:
        return ["Q"]
    if word.dated or word.text[0].isdigit():
        return ["D"]
    return [fold(word.text).replace("@", "").replace(" ", "_").lower() or "_"]  # capitals are signs


def _end_of_name(sentence: Sentence, at: int) -> int | None:
    """The mark that closes a short name in quotation marks behind "to", "on" and the like; None if none opens here."""
    before = sentence.words[at - 1] if at else None
    if before is None or not before.is_word or fold(before.text) not in _BEFORE_NAMES:
        return None
    for place in range(at + 2, min(sentence.size, at + _LONGEST_NAME)):
        if sentence.words[place].text in _CLOSING:
            return place
        if not sentence.words[place].is_word:
            return None
    return None


def holds(outer: Place, inner: Place) -> bool:
    """Whether one place lies in another."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def pattern(written: str) -> re.Pattern[str]:
    """An expression over lines, its letters as the lines write them; a sign is taken whole, never "@m1" of "@m12"."""
    return re.compile(fold(written).replace(r"\d+", r"\d++"))

"""Hebrew: the medium and the go-between that stand in a voice's own sentence, wherever they stand in it.

In: a sentence and the voices read in it. Out: the same voices, with whoever carried their words.
Leaves to others: whose words they are (`unmarked.voices`), ways told in other sentences (`he.steps`).

A medium relays if it is led by "in", "to" or the like in the clause of the words ("on the screen of Channel Ofek", 'to the crew of
"Shahaf"'), or if a clause with "that" says that it put out their text ("in a speech that state television aired"). It does not
in a clause of its own about something else ("who once wrote for the Pier"), nor where nothing was said to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from homeward.reading.languages.he.carriers import with_carriers
from homeward.reading.languages.language import MASK, Actor, ActorKind, Place, Voice
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.words import PEOPLE, Kind, Word
from homeward.records import Attribution

_MARKS = frozenset('"“”„״')
_LONGEST_NAME = 6  # words of a name in quotation marks
_HARD = frozenset(";:.!?…")
_WITH = frozenset(["לפי", "פי", "על-פי", "על־פי", "עם", "אצל", "אל", "בפני", "באוזני", "לאוזני", "מעל"])
_ON = frozenset(["מעל", "על", "ב", "דרך", "מן", "מ"])
_PLACES = frozenset(["גלי", "גל", "דפי", "עמודי", "מסך", "מסכי", "במת", "שידורי", "אולפן", "אולפני", "מיקרופון", "מיקרופוני", "מצלמות", "מצלמת",
                     "תוכנית", "תכנית", "מהדורת", "מהדורה", "מבזק", "יומן", "שידור", "מדור", "טור", "טורו", "טורה", "גיליון", "עמוד", "דף", "צוות",
                     "שאלת", "שאלות", "פניית", "מגיש", "מגישת", "קוראי", "מאזיני", "צופי", "אתר", "חשבון", "ערוץ", "ראיון", "ריאיון", "שיחה",
                     "בוקר", "ערב", "חדשות"])  # fmt: skip
_REPORTERS = frozenset(["כתב", "כתבת", "כתבי", "שליח", "שליחת", "עיתונאי", "עיתונאית", "עורך", "עורכת", "שדר", "שדרית", "מגיש", "מגישת", "מראיין",
                        "מראיינת", "צלם", "צלמת", "איש", "אנשי"])  # fmt: skip
_PUT = frozenset(["שידר", "פרסם", "חשף", "השיג", "העלה", "הקליט", "צילם", "תיעד", "הביא", "ציטט", "הקריא", "השמיע", "הציג", "הקרין", "העביר", "הפיץ", "הדפיס",
                  "קיבל", "ערך", "קיים"])  # fmt: skip
_APPEARED = frozenset(["התראיין", "התארח", "הופיע", "עלה", "דיבר", "שוחח", "נאם", "התייחס", "כתב", "צייץ", "פרסם", "העלה", "נשמע", "נראה", "צוטט", "שודר",
                       "פורסם", "הובא", "תועד", "הוקלט", "רואיין", "נשאל", "הוצג", "הגיע", "נועד", "התקשר", "צולם", "הוקרא", "הועלה", "הופץ",
                       "הודלף", "נדפס", "התפרסם"])  # fmt: skip
_ONCE = frozenset(["בעבר", "לשעבר", "בשעתו", "בזמנו", "לימים"])
_NOT = frozenset(
    ["לא", "סירב", "סירבה", "סירבו", "טרם", "בלי", "מבלי", "אין", "נמנע", "נמנעה", "נמנעו", "מסרב", "מסרבת", "מסרבים"]
)
_ENDS = ("ה", "ו", "ת", "ים", "ות", "תה")


_TOLD = frozenset(
    ["כתב", "דיווח", "פרסם", "הביא", "מסר", "שידר", "ציטט", "סיפר", "הודיע", "כותב", "מדווח", "מוסר", "מצטט"]
)
_TURNED_TO = frozenset(["פנה", "שאל", "ביקש", "ראיין", "טלפן", "צלצל", "התקשר"])
_AND_HE = frozenset(["וזה", "וזו", "והוא", "והיא", "והלה", "ואלה", "והם"])
_IN_WHICH = frozenset(["שבו", "שבה", "שבהם", "ובו", "ובה", "ובהם", "בו", "בה"])
_ON_NETWORK = re.compile(r"[בל]-(?P<name>X|[A-Z][A-Za-z]{2,14})")


@dataclass(frozen=True, slots=True)
class _Medium:
    """A medium in a sentence: its first word and the word behind it; `puts`: a clause says that it put out a text."""

    start: int
    stop: int
    actor: Actor
    puts: bool


def through_media(sentence: Sentence, voices: list[Voice]) -> list[Voice]:
    """The voices with the medium, or the go-between, that stands beside each."""
    voices = with_carriers(sentence, voices)
    if not any(_may_be_relayed(voice) for voice in voices):
        return voices
    media = list(_media(sentence))
    return [_with_medium(sentence, voice, voices, media) for voice in voices] if media else voices


def _may_be_relayed(voice: Voice) -> bool:
    speaker = voice.speaker
    return (
        not (voice.attitude or voice.relays or voice.cited or speaker is None)
        and speaker.kind is not ActorKind.MEDIUM
    )


def _with_medium(sentence: Sentence, voice: Voice, voices: list[Voice], media: list[_Medium]) -> Voice:
    if not _may_be_relayed(voice) or voice.speaker is None:
        return voice
    around = [v for v in voices if v is not voice and any(_holds(c, voice.cue) for c in v.contents)]
    for medium in media:
        place = medium.actor.place
        own = voice.speaker.place
        told = any(_holds(c, place) for c in voice.contents) or (own[0] < place[1] and place[0] < own[1])
        outside = any(not any(_holds(c, place) for c in v.contents) for v in around)
        others = any(v.speaker is not None and _holds(v.speaker.place, place) for v in voices)
        taken = any(r.name == medium.actor.name for v in voices for r in v.relays)
        if told or outside or others or taken or medium.actor.name == voice.speaker.name:
            continue
        if _reaches(sentence, medium, voice):
            return replace(voice, relays=(medium.actor,))
    return voice


def _holds(outer: Place, inner: Place) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


# --- the media of a sentence ---------------------------------------------------------------------------------------


def _media(sentence: Sentence) -> Iterator[_Medium]:
    place = 0
    while place < sentence.size:
        found = _medium_at(sentence, place)
        if found is not None:
            yield found
            place = max(place + 1, found.stop)
        else:
            place += 1


def _medium_at(sentence: Sentence, at: int) -> _Medium | None:
    """The medium that begins here, if something before it leads to it or puts it behind its text."""
    word = sentence.words[at]
    if (network := _ON_NETWORK.fullmatch(word.text)) is not None:
        span = (word.start + network.start("name"), word.stop)
        return _Medium(
            at,
            at + 1,
            Actor(span, network["name"], ActorKind.MEDIUM, Attribution.NAMED, "", True, brief=False),
            False,
        )
    if word.is_word and word.any(Kind.MEDIUM) and word.cue is None and not word.possessive:
        puts = _is_put_out_by(sentence, at)
        if not puts and not _is_led(sentence, at):
            return None
        stop = sentence.segment_from(at)
        actor = sentence.actor_of(at, stop)
        named = actor is not None and actor.kind is ActorKind.MEDIUM
        if actor is not None and actor.attribution is not Attribution.NAMED:
            named = named and stop == at + 1 and (word.definite or word.prefix in ("ל", "ב"))  # "told the station"
        return _Medium(at, stop, actor, puts) if actor is not None and named else None
    if word.text in _MARKS and (close := _closing(sentence, at)) is not None:
        puts = _is_put_out_by(sentence, at)
        if not puts and not _is_led(sentence, at):
            return None
        span = (word.stop, sentence.words[close].start)
        name = sentence.view.text[slice(*span)]
        return _Medium(
            at, close + 1, Actor(span, name, ActorKind.MEDIUM, Attribution.NAMED, "", True, brief=False), puts
        )
    return None


def _closing(sentence: Sentence, at: int) -> int | None:
    """The mark that closes a short name in quotation marks which begins here."""
    words = sentence.words
    if at + 2 >= sentence.size or not words[at + 1].is_word:
        return None
    for place in range(at + 2, min(sentence.size, at + _LONGEST_NAME)):
        if words[place].text in _MARKS:
            return place
        if not words[place].is_word:
            return None
    return None


def _is_led(sentence: Sentence, at: int) -> bool:
    """Whether "in", "to", "on the screen of", "to the reporter of" stands before a word."""
    words = sentence.words
    word, before = words[at], words[at - 1] if at else None
    if _is_told_aside(sentence, at) or (at == 0 and _puts_out(sentence)):
        return True
    if word.is_word and word.prefix and word.prefix.removesuffix("ה")[-1:] in ("ב", "ל") and word.prefix != "של":
        return True
    if before is None or not before.is_word:
        return False
    if not word.is_word and before.text in ("ב", "ל"):
        return True
    if before.text in _WITH:
        return True
    of = before.text == "של"
    for place in range(at - 1, max(-1, at - 5 if of else at - 2), -1):
        head = words[place]
        bare = head.text.lstrip("בלמ").removeprefix("ה") if head.text not in _PLACES else head.text
        led = head.text[:1] in "בל" or (place > 0 and words[place - 1].text in _ON)
        if head.is_word and bare in _PLACES and led:
            return True
        if head.text.startswith(("לכתב", "לשליח", "לעיתונאי")) and place == at - 1:
            return True
        if head.any(Kind.ROLE) and head.lemma in _REPORTERS:
            return sentence.has_preposition(place) or (place > 0 and words[place - 1].text in _WITH)
        if not head.is_word:
            break
    return False


def _is_told_aside(sentence: Sentence, at: int) -> bool:
    """Whether ", so reported" or ", as ... wrote" stands before a medium."""
    place = at - 1
    while (
        place > 0
        and (sentence.words[place].dated or sentence.words[place].any(Kind.ADVERB))
        and sentence.words[place].text not in _SO
    ):
        place -= 1
    word = sentence.words[place] if place > 0 else None
    if word is None or not word.is_word:
        return False
    if word.text in _SO and place == at - 1:
        return sentence.words[place - 1].text == ","
    return _is_form(word.text, _TOLD) and sentence.words[place - 1].text in _SO


_SO = frozenset(["כך", "כן"])


def _puts_out(sentence: Sentence) -> bool:
    """Whether a medium that begins the sentence shows a text in which somebody speaks, or asks somebody who answers."""
    shows = any(_is_form(w.text, _PUT) for w in sentence.words[1:8])
    asks = any(_is_form(w.text, _TURNED_TO) for w in sentence.words[1:8])
    texts = shows and any(w.text in _IN_WHICH for w in sentence.words[2:16])
    return texts or (asks and any(w.text in _AND_HE for w in sentence.words[2:]))


def _is_put_out_by(sentence: Sentence, at: int) -> bool:
    """Whether a clause with "that" says of a text that a medium put it out: "that was aired by", "that aired | Channel"."""
    for place in range(at - 1, max(-1, at - 3), -1):
        word = sentence.words[place]
        if not word.is_word:
            return False
        if word.text.startswith("ש") and _is_form(word.text[1:], _PUT):
            return place > 0 and not sentence.words[place].dated
        if not (word.any(Kind.ADVERB) or word.dated):
            return False
    return False


def _is_form(text: str, verbs: frozenset[str]) -> bool:
    if text in verbs:
        return True
    return any(text.endswith(end) and _closed(text.removesuffix(end)) in verbs for end in _ENDS)


_FINAL = {"מ": "ם", "נ": "ן", "פ": "ף", "צ": "ץ", "כ": "ך"}


def _closed(stem: str) -> str:
    """A stem as the verb without ending is written."""
    return stem[:-1] + _FINAL.get(stem[-1:], stem[-1:])


# --- whether it carried these words ---------------------------------------------------------------------------------


def _reaches(sentence: Sentence, medium: _Medium, voice: Voice) -> bool:
    """Whether nothing between a medium and the verb of the words begins another matter."""
    cue = next((n for n, w in enumerate(sentence.words) if w.stop > voice.cue[0]), 0)
    if _tells_of_something_else(sentence, medium):
        return False
    first, last = (medium.stop, cue) if medium.start < cue else (cue + 1, medium.start)
    between = sentence.words[first:last]
    if any(w.text in _NOT for w in between):
        return False
    if medium.puts:
        return medium.start < cue
    speaker = voice.speaker.place if voice.speaker is not None else (0, 0)
    for word in between:
        if _holds(speaker, (word.start, word.stop)):
            continue
        if word.text in _HARD or (word.text == MASK and medium.start > cue):
            return False
        if word.is_word and (word.any(Kind.VERB) or word.cue is not None) and not word.any(PEOPLE):
            if medium.start == 0 and (_is_form(word.text, _PUT) or _is_form(word.text, _TURNED_TO)):
                continue
            if not _appears(word):
                return False
    return True


def _appears(word: Word) -> bool:
    text = word.text
    return any(_is_form(text[n:], _APPEARED) for n in (0, 1, 2) if n == 0 or text[:n] in ("ש", "ו", "וש", "כש"))


def _tells_of_something_else(sentence: Sentence, medium: _Medium) -> bool:
    """Whether a medium stands in a clause with "that" or "when" about something else: "who once wrote for the Pier"."""
    words = sentence.words
    begin = medium.start
    while (
        begin > 0
        and words[begin - 1].text != ","
        and words[begin - 1].text not in _HARD
        and words[begin - 1].text != MASK
    ):
        begin -= 1
    clause = words[begin : medium.stop]
    if any(w.text in _ONCE for w in clause):
        return True
    for word in clause[: medium.start - begin]:
        verb = word.any(Kind.VERB) or word.cue is not None
        if word.is_word and verb and word.text[:1] in ("ש", "כ") and word.prefix and not medium.puts:
            return not _appears(word)
    return False

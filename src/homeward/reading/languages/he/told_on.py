"""Hebrew: whose words a sentence gives that names several who told one another: "a pilgrim told the rabbi, and the rabbi her, that".

In: a sentence and the voices read in it. Out: the same voices, each with whoever spoke first as its speaker, and those who passed
the words on as its relays. Leaves to others: media (`he.beside`), ways told in other sentences (`he.steps`).

Three constructions: one tells another and he the next; a teller put in between commas into another's clause ("the commander, said
the envoy, explained that"); and "what a guard had told her:".
"""

from __future__ import annotations

import re
from dataclasses import replace

from homeward.reading.languages.he.steps import find_steps, line_of
from homeward.reading.languages.he.voices import EXPRESSIONS
from homeward.reading.languages.language import Actor, ActorKind, Place, Voice
from homeward.reading.languages.unmarked.lines import Line
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.voices import Reader
from homeward.reading.languages.unmarked.words import Kind
from homeward.records import Manner

_SOMEBODY = r"@[prbso]\d+"
_SAYS = r"(?:אמר|סיפר|מסר|טען|הסביר|הוסיף|ציין|הודיע|דיווח|העיד|מספר|טוען|אומר|סח|גילה|לחש|כתב|הבהיר)(?:ה|ו|ת|ים)?"
_INSERTED = re.compile(
    rf"(?:^|[;:] )(?P<a>{_SOMEBODY}) (?:(?:אמר|סיפר|מסר)(?:ה|ו)? )?, (?:כך )?{_SAYS} (?P<b>{_SOMEBODY})[^,]*? , "
)
_WHAT = re.compile(
    r"(?<![א-ת])(?:(?:את\s+)?מה\s+ש|את\s+(?:הדברים|הסיפור|המשפט)\s+ש|(?:את|על)\s+דברי(?:ו|ה|הם)\s+של\s+(?=(?P<his>\S)))"
    r"(?:(?<!\s)(?P<verb>אמר|סיפר|לחש|מסר|גילה|הודה|שמע|נשבע|כתב|ענה|השיב|הבטיח)(?:ה|ו)?"
    r"(?:\s+(?:לו|לה|להם|להן|לנו|לי|אליו|אליה|בפניו|בפניה|בפנינו|באוזניו|באוזניה|באוזנינו))?\s+)?(?=\S)"
)
_UNTOLD = re.compile(
    r"(?<![א-ת])(?:[וש]?(?:לא|טרם|מעולם)|אינו|אינה|אינם|אינן|[וש]?(?:סירב|נמנע|שכח)(?:ה|ו)?)\s+(?:[^\s,.:;]+\s+){1,3}$"
)
_FROM = re.compile(r"(?:מפי\s+|מן\s+ה?|מ)(?=\S)")
_CARRIES = re.compile(r"\s*,?\s*[^:.,]{0,40}:\s*")
_PASSES_ON = re.compile(
    r"[וש]?(?:חזר|חוזר|הביא|מביא|מעביר|קורא|מקריא|משחזר|מתאר|מפרסם|משמיע|מעל|מוסר|העביר|הקריא|קרא|שחזר|תיאר|גולל|רשם|לחש|תרגם|תירגם|סיכם|פרסם|השמיע|העלה|מסר|שמע)(?:ה|ו|ת|ים)?"
)
_LATTER = frozenset(["הלה", "הלז", "וזה", "וזו", "הוא", "היא"])
_LEAST = 4  # letters of somebody's words


def with_first_speakers(sentence: Sentence, voices: list[Voice]) -> list[Voice]:
    """The voices, each with whoever spoke first as its speaker."""
    text = sentence.view.masked
    if _WHAT.search(text, sentence.view.start, sentence.view.stop) is not None:
        voices = _what_was_told(sentence, voices)
    if not voices:
        return voices
    if any(v.rule == "speaker-then-content" and not v.relays for v in voices):
        line = line_of(sentence)
        voices = _inserted(line, voices)
        voices = [_from_the_first(sentence, voice, voices) for voice in voices]
    return voices


def _from_the_first(sentence: Sentence, voice: Voice, voices: list[Voice]) -> Voice:
    """A voice whose speaker was told it in the same sentence, as the words of whoever told him."""
    speaker = voice.speaker
    if speaker is None or voice.relays or voice.attitude or voice.rule != "speaker-then-content":
        return voice
    steps = [s for s in find_steps(sentence) if s.told and s.giver is not None and s.at < voice.cue[0]]
    steps = [s for s in steps if not any(a <= s.at < b for v in voices for a, b in v.contents)]
    first, relays = speaker, []
    for step in reversed(steps):
        giver, taker = step.giver, step.receiver
        latter = first.name in _LATTER and first is speaker
        if giver is None or taker is None or not (latter or _same(taker, first)) or _same(giver, first):
            continue
        if giver.kind in (ActorKind.PRONOUN, ActorKind.MEDIUM) or giver.place == speaker.place:
            break
        relays.append(taker)
        first = giver
    if first is speaker:
        return voice
    heard = voice.to
    one = (
        heard is not None
        and heard.kind in (ActorKind.PERSON, ActorKind.ROLE)
        and not heard.name.endswith(("ים", "ות"))
    )
    return replace(voice, speaker=first, relays=(*reversed(relays), *((heard,) if one and heard is not None else ())))


def _same(one: Actor, other: Actor) -> bool:
    """Whether two actors of one sentence are the same, the second perhaps by the head of his office alone."""
    if one.name == other.name or (one.head and other.name == f"ה{one.head.split(' ')[0]}"):
        return True
    return bool(one.head and other.head) and one.head.split(" ")[0] == other.head.split(" ")[0] and bool(other.brief)


def _inserted(line: Line, voices: list[Voice]) -> list[Voice]:
    """As in "The commander, said the envoy, explained that": the commander's words, through the envoy."""
    match = _INSERTED.search(line.text)
    if match is None:
        return voices
    first, teller = line.actors[match["a"]], line.actors[match["b"]]
    for number, voice in enumerate(voices):
        own = voice.speaker is not None and voice.speaker.place == teller.place
        if own and voice.contents and voice.contents[0][0] > teller.place[1] and voice.rule == "speaker-then-content":
            voices[number] = replace(voice, speaker=first, relays=(teller,))
            break
    return voices


def _what_was_told(sentence: Sentence, voices: list[Voice]) -> list[Voice]:
    """As in "She told us what a guard had said to her: ...": the guard's words, through her."""
    text, stop = sentence.view.masked, sentence.view.stop
    for match in _WHAT.finditer(text, sentence.view.start, stop):
        if match["verb"] is None and match["his"] is None:
            continue
        if _UNTOLD.search(text[sentence.view.start : match.start()]) is not None:
            continue  # "did not tell | what the guard said to him"
        begin = match.end()
        if match["verb"] == "שמע" or text[begin : begin + 3] == "מפי":
            led = _FROM.match(text, begin)
            if led is None:
                continue
            begin = led.end()
        at = next((n for n, w in enumerate(sentence.words) if w.stop > begin), sentence.size)
        phrase = sentence.phrase_from(at) if at < sentence.size else None
        source = sentence.actor(phrase) if phrase is not None else None
        if phrase is None or source is None or source.kind is ActorKind.PRONOUN:
            continue
        opened = _CARRIES.match(text, sentence.words[phrase.segments[-1][1] - 1].stop, stop)
        if opened is None or opened.end() >= stop:
            continue
        content = (opened.end(), _behind(text, opened.end(), stop))
        if content[1] - content[0] < _LEAST and "\ufffc" not in text[slice(*content)]:
            continue
        return _handed(sentence, voices, match.start(), content, source)
    return voices


def _handed(sentence: Sentence, voices: list[Voice], at: int, content: Place, source: Actor) -> list[Voice]:
    """The voices with the words of a source in place of those that were read over them."""
    text = sentence.view.masked
    over = [v for v in voices if any(a < content[1] and content[0] < b for a, b in v.contents)]
    tellers = [
        v.speaker for v in over if v.speaker is not None and v.speaker.place[1] <= at and v.speaker.name != "מה"
    ]
    teller = tellers[0] if tellers else _teller(sentence, at)
    if teller is not None and teller.name == source.name:
        teller = None
    quotes = [(q.inner_start, q.inner_stop) for q in sentence.view.quotes if content[0] <= q.start < content[1]]
    quoted = text[content[0]] == "\ufffc" and quotes
    contents = tuple(quotes) if quoted else (content,)
    cue = (at, min(source.place[0], content[0]))
    words = text[slice(*cue)].rstrip()
    voice = Voice(
        (at, at + len(words)), over[0].manner if over else Manner.SAID, source, (contents[0][0], contents[-1][1]), bool(quoted), False, contents,
        (teller,) if teller is not None else (), rule="speaker-then-content",
    )  # fmt: skip
    return [*(v for v in voices if v not in over), voice]


def _teller(sentence: Sentence, at: int) -> Actor | None:
    """The subject of the verb before a place of the text."""
    words = sentence.words
    end = next((n for n, w in enumerate(words) if w.start >= at), sentence.size)
    for place in range(end - 1, -1, -1):
        if words[place].cue is not None or words[place].any(Kind.VERB):
            phrase = Reader(sentence, EXPRESSIONS).subject_of(place)
            actor = sentence.actor(phrase) if phrase is not None else None
            if words[place].cue is None and _PASSES_ON.fullmatch(words[place].text) is None:
                return None  # "forgot | what the guard said"
            if actor is not None and actor.place[1] <= at:
                return actor
            break
    line = line_of(sentence)
    first = line.actors.get(line.text.split(" ")[0])
    return first if first is not None and first.place[1] <= at and first.kind is not ActorKind.PRONOUN else None


def _behind(text: str, begin: int, stop: int) -> int:
    while stop > begin and not (text[stop - 1].isalnum() or text[stop - 1] in "\ufffc'״"):
        stop -= 1
    return stop

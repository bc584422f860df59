"""What a document's layout says of who speaks: turns of an interview or a transcript, items of a press digest.

In: a text with its paragraphs. Out: `Turn` ("MINISTER: We know nothing."), `Item` ("3) Haqq Platform: ..."), and the
medium in which the whole came out first ("Translated from the Tarn Herald").
Leaves to others: who a label names and what is said inside a turn (the languages' rules), and chains (`statements`).

A line that begins with a name and a colon may be a headline, a heading or a turn. It is a turn where the document has
several, one of them by a label that comes again or that asks. An item is one where several paragraphs begin by naming
a medium and a mark. Everything is found by one pass over the lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from homeward.reading.languages.language import Actor, ActorKind, Analysis, Place, Voice
from homeward.reading.segment import Paragraph, Quotation, Sentence
from homeward.reading.tables import words_of
from homeward.records import Attribution, Manner

_LABEL = re.compile(
    r"[ \t]*(?:[-•*–—]\s*)?(?P<label>[^\W\d_](?:[^\n:：\"“«„()\[\]]|(?<=[א-ת])\"(?=[א-ת])){0,59}?)\s*"
    r"(?P<more>[(\[][^)\]\n]{1,48}[)\]])?\s*"
    r"[:：][ \t]+(?=\S)"
)


_ALONE = re.compile(  # in scripts without capitals a heading looks otherwise, as it has no verb and a title
    r"[ \t]*(?P<label>(?:ال)?(?:سيدة?|رئيسة?|نائبة?|وزيرة?|عضو|مقررة?)[^\n:\"«()]{0,59}?)\s*"
    r"(?:[(\[][^)\]\n]{1,48}[)\]])?\s*:\s*$"
)


_TIMED = re.compile(
    r"[ \t]*[(\[]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?[)\]]?\s*(?:[–—-]\s*)?"
    r"(?=[A-ZА-ЯЁ]{3,}[A-ZА-ЯЁ .'’-]{0,40}(?:\([^)\n]{1,48}\))?\s*:)"
)  # "18:01 VENN:"
_MOST_WORDS = 7
_LEAST_TURNS = 3
_LEAST_LETTERS = 12  # "Shame! Shame!" and "(Laughter)" are no statements
_SMALL = words_of("of the and for de da di du del la le al el bin ibn van von der den y e")
_ASKS = words_of(
    """q question interviewer host moderator presenter anchor reporter journalist correspondent questioner
    вопрос корреспондент корр ведущий ведущая журналист журналистка интервьюер
    שאלה ש מראיין מראיינת מנחה כתב כתבת עיתונאי עיתונאית
    تعليق التعليق المعلق المعلقة الراوي صوت
    س سؤال السؤال المذيع المذيعة المحاور المحاورة الصحفي الصحفية الصحافي الصحافية مراسل"""
)
_ANSWERS = words_of("a answer reply о ответ תשובה ת ج جواب الجواب")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in a transcript. `label` names him; `asks`: an interviewer's question, no statement."""

    label: Place
    words: Place
    asks: bool


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph of a digest: what is said in it came through the medium that its first words name."""

    paragraph: int
    medium: Actor


def find_turns(text: str, parts: Sequence[Paragraph], publisher: str | None) -> list[Turn]:
    """The turns of a transcript, in order; none where the labelled lines are something else."""
    found: list[tuple[Place, Place, str]] = []
    aside: set[str] = set()  # labels that say where the words come from: "MRS VENN (clip):"
    for number, part in enumerate(parts):
        timed = _TIMED.match(text, part.start, part.stop)
        begins = timed.end() if timed is not None else part.start
        match = _LABEL.match(text, begins, part.stop) or _ALONE.match(text, part.start, part.stop)
        if match is None or not _may_name(match["label"]):
            continue
        begin, end = match.end(), part.stop
        if match.end() >= part.stop and number + 1 < len(parts):
            begin, end = parts[number + 1].start, parts[number + 1].stop  # a label on a line of its own
        words = (begin, _end_of(text, begin, end))
        found.append((match.span("label"), words, match["label"].lower()))
        if match.groupdict().get("more") and match["label"].isupper():
            aside.add(match["label"].lower())
    if len(found) < _LEAST_TURNS:
        return []
    whole = _whole_labels([label for _, _, label in found])
    found = [(label, words, whole.get(low, low)) for label, words, low in found]
    times = Counter(label for _, _, label in found)
    questions = Counter(label for _, words, label in found if text[words[1] - 1] in "?؟")
    asking = {label for label in times if _asks(label, times[label], questions[label], publisher)}
    if asking:
        asking |= _reporting(text, [label for label in times if label not in asking])
    if not (asking & set(times)) and max(times.values()) < 2:
        return []
    return [
        Turn(label, words, low in asking)
        for label, words, low in found
        if low in asking
        or low in _ANSWERS
        or low in aside
        or times[low] > 1
        or (" " in low and not text[slice(*label)].isupper())
    ]


def _whole_labels(labels: Sequence[str]) -> dict[str, str]:
    """Labels of one word by the longer label that ends with it: "hale" is "minister ruth hale"."""
    ending: dict[str, set[str]] = {}
    for label in set(labels):
        if " " in label:
            ending.setdefault(label.split()[-1], set()).add(label)
    return {short: next(iter(longer)) for short, longer in ending.items() if len(longer) == 1 and short in labels}


def _reporting(text: str, labels: Sequence[str]) -> set[str]:
    """Labels of reporters whom a programme hands over to: what they tell is the report's own voice."""
    told = {match[1].lower() for match in _HANDED_OVER.finditer(text)}
    return {label for label in labels if label.split()[-1] in told}


_HANDED_OVER = re.compile(
    r"\b([^\W\d_a-z][\w’'-]+)(?: (?:has (?:the (?:story|details|latest)|more\b|this (?:story|report))|"
    r"reports\b|sent (?:us )?this report|brings us|is there\b|joins us|with (?:the story|this report))| there[.,]"
    r"|, reporting\b)"
)


def _may_name(label: str) -> bool:
    """Whether a label is short and written as names are: with capitals, where the script has them."""
    words = label.split()
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    return all(not word[0].islower() or word.lower().strip(".,") in _SMALL for word in words)


def _end_of(text: str, start: int, stop: int) -> int:
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return stop


def _asks(label: str, times: int, questions: int, publisher: str | None) -> bool:
    words = [word.strip(".,") for word in label.split()]
    if words[0] in _ASKS or words[-1] in _ASKS:
        return True
    own = (publisher or "").lower().split()
    if words[-1] in own or words[0] in own:
        return True
    return times > 1 and questions * 2 > times


def as_quotations(turns: Sequence[Turn], quotes: Sequence[Quotation]) -> list[Quotation]:
    """The quotations of a document, each turn that answers being one; those inside it stay part of it."""
    found: list[Quotation] = []
    said = [turn.words for turn in turns if not turn.asks]
    at = 0
    for quote in quotes:
        while at < len(said) and said[at][1] <= quote.start:
            found.append(_quotation(said[at]))
            at += 1
        if at < len(said) and said[at][0] <= quote.start:
            continue
        found.append(quote)
    return [*found, *map(_quotation, said[at:])]


def _quotation(words: Place) -> Quotation:
    return Quotation(words[0], words[1], words[0], words[1], closed=True, continues=False, is_speech=True)


def cut_at_labels(found: Sequence[Sentence], turns: Sequence[Turn]) -> list[Sentence]:
    """The sentences, the label of a turn that asks being a sentence of its own, which says nothing."""
    cuts = [turn.words[0] for turn in turns if turn.asks]
    kept: list[Sentence] = []
    at = 0
    for sentence in found:
        while at < len(cuts) and cuts[at] <= sentence.start:
            at += 1
        if at < len(cuts) and cuts[at] < sentence.stop:
            kept += [
                Sentence(sentence.start, cuts[at], sentence.paragraph),
                Sentence(cuts[at], sentence.stop, sentence.paragraph),
            ]
        else:
            kept.append(sentence)
    return kept


def spoken_in(turn: Turn, text: str, analysis: Analysis, describe: Callable[[str, Place], Actor] | None) -> Analysis:
    """The analysis of a sentence that is a turn: whom its label names says the whole; others may say parts of it."""
    speaker = _speaker(text, turn.label, describe)
    cue = (turn.label[1], turn.words[0])
    whole = Voice(cue, Manner.SAID, speaker, turn.words, True, contents=(turn.words,), rule="turn", source=turn.label)
    if sum(c.isalpha() for c in text[slice(*turn.words)]) < _LEAST_LETTERS:
        return replace(analysis, voices=())
    inner = [
        voice
        for voice in analysis.voices
        if turn.words[0] <= voice.cue[0]
        and all(turn.words[0] <= a for a, _ in voice.contents)
        and sum(b - a for a, b in voice.contents) < 0.8 * (turn.words[1] - turn.words[0])
    ]
    actors = (speaker, *(actor for actor in analysis.actors if actor.place[0] >= turn.words[0]))
    return replace(analysis, voices=(whole, *inner), actors=actors)


def _speaker(text: str, label: Place, describe: Callable[[str, Place], Actor] | None) -> Actor:
    name = text[slice(*label)]
    if name.lower().strip(".") in _ANSWERS:
        return Actor(label, name, ActorKind.PRONOUN, Attribution.NAMED, "he")
    if describe is not None:
        found = describe(text, label)
        if found.kind is not ActorKind.MEDIUM:
            return found
    return Actor(label, name, ActorKind.OTHER, Attribution.NAMED)


_HEAD = re.compile(
    r"\s*(?:\d{1,2}[.)]\s*|[•*–—-]\s*)?(?P<name>[^\W\d_a-z][^\n:：,;.()\[\]\"“«]{2,60}?)\s*(?:\([^)\n]{1,40}\)\s*)?[:：,.—–]"
)


def find_origin(text: str, parts: Sequence[Paragraph], reprinted: re.Pattern[str] | None) -> Actor | None:
    """The medium from which a text is reprinted or translated, where its first or last lines say so."""
    if reprinted is None:
        return None
    for part in [*parts[:_NOTED_WITHIN], *parts[_NOTED_WITHIN:][-1:]]:
        match = reprinted.match(text, part.start, part.stop) if part.stop - part.start < _LONGEST_NOTE else None
        if match is not None:
            return Actor(match.span("medium"), match["medium"], ActorKind.MEDIUM, Attribution.NAMED)
    return None


_NOTED_WITHIN = 2  # paragraphs
_LONGEST_NOTE = 200  # letters of such a line


def find_items(text: str, parts: Sequence[Paragraph], describe: Callable[[str, Place], Actor] | None) -> list[Item]:
    """The items of a digest: paragraphs that begin by naming the medium that they sum up; at least two."""
    if describe is None:
        return []
    found = []
    for number, part in enumerate(parts):
        match = _HEAD.match(text, part.start, part.stop)
        if match is None or not _may_name(match["name"]):
            continue
        actor = describe(text, match.span("name"))
        if actor.kind is ActorKind.MEDIUM and actor.attribution is Attribution.NAMED:
            name = actor.name.title() if actor.name.isupper() and len(actor.name) > 5 else actor.name
            found.append(Item(number, replace(actor, name=name)))
    return found if len(found) > 1 else []

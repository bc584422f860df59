"""The parts of an Arabic clause: whom each of its noun phrases names, and behind which preposition it stands.

In: the words of a sentence, from where to where. Out: `Part`s, in order; a party's phrase without the place, the day
or the hearer that stand behind it. Leaves to others: which part is the subject (`contacts`, `handovers`, `promised`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from homeward.reading.languages.ar.clause_words import (
    ACTS,
    BESIDE_DATES,
    COMMAS,
    ENVOYS,
    IN,
    LEADS,
    MARKS,
    NOBODY,
    ON_PREPOSITIONS,
    PLACES,
    SHORT,
    STAND_FOR,
    THESE,
    TIMES,
)
from homeward.reading.languages.ar.groups import NUMBERS
from homeward.reading.languages.language import Actor, ActorKind
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.sentence_words import Phrase
from homeward.reading.languages.unmarked.words import PEOPLE, Kind, Word, fold
from homeward.records import Attribution


@dataclass(frozen=True, slots=True)
class Part:
    """A noun phrase or pronoun of a clause.

    Attributes:
        lead: the preposition before it, folded; empty for none, "و" for what is joined to the part before.
        start, stop: its words. actor: whom it names, if it may name somebody.
    """

    lead: str
    start: int
    stop: int
    actor: Actor | None

    @property
    def is_party(self) -> bool:
        """Whether somebody is named, or meant by a pronoun."""
        return self.actor is not None


def parts(sentence: Sentence, begin: int, end: int) -> Iterator[Part]:
    """The noun phrases and pronouns from the word `begin` to the next clause, `end` at the latest."""
    words = sentence.words
    place, end = begin, min(end, sentence.size)
    while place < end:
        word = words[place]
        plain = fold(word.text)
        if word.dated or word.any(Kind.ADVERB) or plain in BESIDE_DATES or _points(words, place):
            place += 1
        elif not word.is_word:
            if word.text not in (*COMMAS, *MARKS, "(", ")", "/"):
                return
            place += 1
        elif plain in ON_PREPOSITIONS and word.text != "إلى":
            lead, pronoun = ON_PREPOSITIONS[plain]
            yield Part(lead, place, place + 1, pronoun_at(word, pronoun))
            place += 1
        elif plain in LEADS or (word.prefix == "و" and plain[1:] in LEADS):
            lead = plain if plain in LEADS else plain[1:]
            place += 1
            if place < end and words[place].is_word and not words[place].dated:
                part = part_at(sentence, place, end, lead)
                yield part
                place = part.stop
        elif _opens_clause(words, place, begin):
            return
        else:
            part = part_at(sentence, place, end, _lead_of(word))
            yield part
            place = part.stop


def _opens_clause(words: list[Word], at: int, begin: int) -> bool:
    """Whether another clause begins here: "and said", "who", "that", "but"."""
    word = words[at]
    if word.any(Kind.CONNECTOR | Kind.THAT | Kind.RELATIVE):
        return True
    if at == begin or word.any(PEOPLE | Kind.TITLE | Kind.NAME):
        return False
    return (
        word.cue is not None or word.any(Kind.VERB) or (not word.kind and ACTS.fullmatch(fold(word.text)) is not None)
    )


def _points(words: list[Word], at: int) -> bool:
    """Whether a word only points at the noun behind it: "this | front"."""
    return fold(words[at].text) in THESE and at + 1 < len(words) and words[at + 1].definite


def _lead_of(word: Word) -> str:
    """What is written on to a word's front: a preposition, or "and"."""
    letters = word.prefix.replace("ال", "")
    if letters.startswith(("و", "ف")) and len(letters) == 1:
        return "و"
    if letters[-1:] in ("ب", "ل", "ك") and letters:
        return letters[-1]
    if not word.prefix and not word.kind and not word.definite and len(word.text) > SHORT and word.text[0] == "ب":
        return "ب" if fold(word.text[1:]) in NUMBERS else ""
    return ""


def part_at(sentence: Sentence, at: int, end: int, lead: str) -> Part:
    """The noun phrase that begins here."""
    words = sentence.words
    phrase = sentence.phrase_from(at)
    if phrase is None or (words[at].any(Kind.THING) and _is_owned(words[at])):
        return Part(lead, at, at + 1, None)  # "at the end of | his tour"
    phrase = _trimmed(sentence, phrase, _end_of_place(words, at, end) if lead in IN else end)
    stop = max(at + 1, phrase.segments[-1][1])
    if not _may_be_party(words, at):
        return Part(lead, at, stop, None)
    actor = sentence.actor(phrase)
    actor = _plainly(actor, words[at]) if actor is not None else None
    longer = _of_whom(sentence, phrase, end)
    if actor is not None and longer is not None and actor.kind is not ActorKind.PERSON:
        text = sentence.view.text[words[phrase.segments[0][1] - 1].stop : words[longer - 1].stop]
        actor = replace(
            actor, place=(actor.place[0], words[longer - 1].stop), name=actor.name + text.rstrip('»"”'), brief=False
        )
        stop = longer
    return Part(lead, at, stop, actor)


def _is_owned(word: Word) -> bool:
    """Whether "his" or "her" closes a noun."""
    plain = fold(word.text)
    return word.text[-1] != "ة" and not word.definite and plain.endswith(("ه", "ها", "هم", "هما", "نا"))


def _end_of_place(words: list[Word], at: int, end: int) -> int:
    """Where a place ends at the latest: before somebody's office or name: "in Tarn | the envoys of"."""
    if words[at].any(PEOPLE & ~Kind.KIN):
        return end
    people = (n for n in range(at + 1, end) if words[n].any(PEOPLE | Kind.TITLE) and not words[n].definite)
    return next(people, end)


def _plainly(actor: Actor, head: Word) -> Actor:
    """An actor under the nominative of his name, and by the name that stands behind the one in quotation marks."""
    name = _TANWIN.sub("", actor.name)
    behind = _BEHIND_QUOTED.search(name)
    if behind is not None and actor.kind in (ActorKind.ROLE, ActorKind.OTHER):
        return replace(actor, name=behind.group(1), kind=ActorKind.PERSON)
    if (
        actor.kind is ActorKind.ROLE
        and fold(head.text).endswith("ين")
        and fold(head.text).removeprefix(head.prefix) == f"{head.lemma}ين"
    ):
        name = _ACCUSATIVE.sub("ون", name)
    return replace(actor, name=name) if name != actor.name else actor


_TANWIN = re.compile(r"(?:اً|ًا)(?=\s|$)")
_ACCUSATIVE = re.compile(r"(?<=\w{2})ين(?=\s|$)")
_BEHIND_QUOTED = re.compile(r'[»"”]\s+((?:[^\s«»"]+ ?){2,3})$')


def sounds_like_somebody(sentence: Sentence, actor: Actor) -> bool:
    """Whether the first word of a name is none that only a verb or a small word can be."""
    word = next((w for w in sentence.words if w.start <= actor.place[0] < w.stop), None)
    if word is None or actor.kind is ActorKind.PRONOUN:
        return True
    if word.dated or fold(word.text) in TIMES or _only_counts(sentence, word):
        return False
    if word.any(PEOPLE | Kind.TITLE | Kind.NAME):
        return True
    plain = fold(word.text)
    handed = not word.definite and _DOES_TO_IT.fullmatch(plain) is not None
    acts = not word.kind and (handed or ACTS.fullmatch(plain) is not None)
    return not (
        acts
        or word.cue is not None
        or word.any(Kind.VERB | Kind.ADVERB | Kind.CONNECTOR | Kind.PREPOSITION | Kind.THING)
    )


def _only_counts(sentence: Sentence, word: Word) -> bool:
    """Whether a number has nobody behind it: "three | times"."""
    if fold(word.text) not in NUMBERS and fold(word.text) not in NOBODY:
        return False
    at = sentence.words.index(word) + 1
    return at >= sentence.size or not sentence.words[at].any(PEOPLE | Kind.TITLE)


_DOES_TO_IT = re.compile(r"\w{2,}(?:وه|وها|وهم|ناه|ناها|ناهم|تهم|تني|تنا)")  # "they handed it over"


def _may_be_party(words: list[Word], at: int) -> bool:
    word = words[at]
    plain = fold(word.text)
    bare = plain.removeprefix(word.prefix) if word.prefix else plain
    if plain in NUMBERS or bare in NUMBERS or bare in NOBODY or word.text[:1].isdigit():
        return False
    if word.any(PEOPLE | Kind.TITLE | Kind.NAME):
        return True
    return not (word.any(Kind.THING | Kind.VERB) or word.cue is not None)


def _trimmed(sentence: Sentence, phrase: Phrase, end: int) -> Phrase:
    """A phrase without the place, the day, or the hearer behind it: "the commander | in his camp"."""
    words = sentence.words
    start, stop = phrase.segments[0]
    stop = min(stop, end)
    for at in range(start + 1, stop):
        word, before = words[at], words[at - 1]
        named = before.any(Kind.NAME) and not before.any(PEOPLE)
        led = word.any(Kind.PREPOSITION) and fold(word.text) in LEADS and fold(word.text) not in ("من", "عن", "باسم")
        hears = (
            word.prefix in ("ل", "لل", "ب")
            and word.any(PEOPLE | Kind.TITLE)
            and not words[start].lemma.startswith("ممثل")
        )
        placed = (named or before.definite) and fold(word.text) in PLACES
        told = fold(word.text) in ("من", "عن") and not _says_whose(words[start], fold(word.text))
        counted = fold(word.text) in NUMBERS and fold(before.text) not in NUMBERS and not word.definite
        timed = fold(word.text) in TIMES and before.definite
        thing = word.any(Kind.THING) or fold(word.text) in NOBODY or (word.cue is not None and not word.any(PEOPLE))
        timed = timed or (not word.kind and ACTS.fullmatch(fold(word.text)) is not None)
        timed = timed or (thing and before.definite and not word.definite)
        if word.dated or led or hears or placed or told or counted or timed:
            rest = phrase.segments[1:] if led else ()
            return Phrase(((start, at), *rest), phrase.stop if rest else at)
    return Phrase(((start, stop), *(s for s in phrase.segments[1:] if s[1] <= end)), min(phrase.stop, end))


def _of_whom(sentence: Sentence, phrase: Phrase, end: int) -> int | None:
    """Where a phrase ends that says whose envoy somebody is: "a delegation | of the families", "envoys | of the Front"."""
    words = sentence.words
    start, stop = phrase.segments[0]
    if not _is_envoy(words[start]) or stop >= end or len(phrase.segments) > 1:
        return None
    word = words[stop]
    if fold(word.text) in ("من", "عن") and _says_whose(words[start], fold(word.text)):
        inner = sentence.phrase_from(stop + 1) if stop + 1 < end and not words[stop + 1].dated else None
    elif fold(word.text) == "في" and stop + 1 < end and words[stop + 1].any(Kind.BODY):
        inner = sentence.phrase_from(stop + 1)
    elif word.prefix in ("ل", "لل") and (word.any(PEOPLE) or word.definite):
        inner = sentence.phrase_from(stop)
    else:
        return None
    return _trimmed(sentence, inner, end).segments[0][1] if inner is not None else None


def _is_envoy(word: Word) -> bool:
    """Whether a word is one for whoever acts for others: "a delegation", "some officers"."""
    return not word.definite and fold(word.text).removeprefix(word.prefix) in ENVOYS


def _says_whose(word: Word, lead: str) -> bool:
    """Whether "from" or "for" behind a word says whose it is: "the search | for", "a delegation | from"."""
    if lead == "عن" and not word.any(Kind.BODY):
        return fold(word.text).removeprefix(word.prefix).startswith(STAND_FOR)
    return word.any(Kind.BODY) or _is_envoy(word)


def pronoun_at(word: Word, pronoun: str) -> Actor:
    """A pronoun written on to a word, under what it is called where pronouns are looked up."""
    gender = {"him": "m", "her": "f"}.get(pronoun, "")
    return Actor((word.start, word.stop), word.text, ActorKind.PRONOUN, Attribution.UNNAMED, pronoun, gender=gender)

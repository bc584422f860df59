"""A sentence of a language whose letters do not mark names, read by its tables.

In: a sentence. Out: `Analysis`. Leaves to others: the tables (`he`, `ar`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from homeward.names import listed_kinds
from homeward.reading.languages.language import Actor, ActorKind, Analysis, RawEvent, Step, View, Voice
from homeward.reading.languages.unmarked.events import Happenings, find_events
from homeward.reading.languages.unmarked.expressions import Expressions
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.relays import RelayReader
from homeward.reading.languages.unmarked.voices import Reader
from homeward.reading.languages.unmarked.words import PEOPLE, Kind, Tongue, Word, fold

_MOST_PHRASES = 30  # phrases of one sentence looked at for people it introduces


def analyse_with(
    tongue: Tongue,
    expressions: Expressions,
    happenings: Happenings,
    steps: Callable[[Sentence], tuple[Step, ...]] | None = None,
    beside: Callable[[Sentence, list[Voice]], list[Voice]] | None = None,
    sounds: Callable[[Sentence, Actor], bool] | None = None,
) -> Callable[[View], Analysis]:
    """The function that analyses a sentence by these tables.

    `steps`: finds who gave words to whom. `beside`: adds to voices who stands beside them and carried their words.
    `sounds`: whether whom a sentence seems to name may be somebody at all.
    """

    def analyse(view: View) -> Analysis:
        sentence = Sentence(view, tongue)
        reader = RelayReader(sentence, expressions)
        voices = reader.read()
        if beside is not None and not view.quoted:
            voices = beside(sentence, voices)
        events = find_events(reader, happenings)
        if not tongue.verb_first:
            for inner in _quoted(view):
                said = Reader(Sentence(inner, tongue), expressions)
                voices += _told_by_others(said.read())
                events += find_events(said, happenings)
        actors = [a for v in voices for a in (v.speaker, *v.relays) if a is not None]
        actors += [a for e in events for a in (e.by, e.to, *e.others) if a is not None and a.head != "we"]
        taken = {a.place for a in actors}
        actors += [a for a in _introduced(sentence) if a.place not in taken]
        actors = [a for a in actors if sounds is None or sounds(sentence, a)]
        actors.sort(key=lambda a: a.place)
        main = reader.main_subject() if tongue.verb_first and not voices else None
        if main is not None and main.kind is not ActorKind.PRONOUN:
            actors = [main, *(a for a in actors if a.place != main.place)]
        given = steps(sentence) if steps is not None and not view.quoted else ()
        named = [a for a in _named(sentence) if sounds is None or sounds(sentence, a)]
        return Analysis(tuple(voices), tuple(events), (*actors, *named), given)

    return analyse


def look_with(
    tongue: Tongue, expressions: Expressions, happenings: Happenings
) -> Callable[[View], tuple[RawEvent, ...]]:
    """The function that finds the events of a sentence inside a quotation."""

    def look(view: View) -> tuple[RawEvent, ...]:
        return tuple(find_events(Reader(Sentence(view, tongue), expressions), happenings))

    return look


def hear_with(tongue: Tongue, expressions: Expressions) -> Callable[[View], Analysis]:
    """The function that finds what a sentence inside somebody's words says that others said."""

    def hear(view: View) -> Analysis:
        sentence = Sentence(view, tongue)
        voices = _told_by_others(Reader(sentence, expressions).read(), view)
        return Analysis(tuple(voices), (), tuple(_introduced(sentence)))

    return hear


def _quoted(view: View) -> Iterator[View]:
    """The sentences inside the quotations of a sentence."""
    for quote in view.quotes[:_MOST_QUOTES]:
        text = view.text[quote.inner_start : quote.inner_stop]
        if not quote.is_speech or len(text) > _LONGEST_QUOTE:
            continue
        start = quote.inner_start
        for end in [*(m.end() for m in _END.finditer(text)), len(text)]:
            stop = quote.inner_start + end
            if stop - start > _LEAST:
                yield View(view.text, view.text, start, stop, (), (), quoted=True)
            start = stop


def _told_by_others(voices: list[Voice], view: View | None = None) -> list[Voice]:
    """Those voices inside somebody's words that are another's: neither "I said" nor "you said".

    Of Arabic verbs that name nobody, which need a `view`, those that tell whoever is quoted: "(he) told me".
    """
    kept = []
    for voice in voices:
        speaker = voice.speaker
        if speaker is None or voice.attitude or voice.rule not in _TOLD:
            continue
        told_me = view is not None and speaker.gender and _TOLD_ME.match(view.text, voice.cue[0]) is not None
        if speaker.kind is ActorKind.PRONOUN and told_me:
            kept.append(voice)
            continue
        arabic = "ء" <= speaker.name[:1] <= "ي"
        if (
            arabic
            and not speaker.head
            and (speaker.kind is ActorKind.OTHER or not listed_kinds(speaker.name.split()[0]))
        ):
            continue  # two words that only may be a name
        if speaker.kind is ActorKind.PRONOUN and speaker.name not in _THIRD:
            continue
        kept.append(voice)
    return kept


_TOLD_ME = re.compile(r"[\w\u064b-\u0652]*(?:ني(?!\w)|\w\s+(?:لي|لنا|إلي|إلينا|علينا)(?!\w))")
_THIRD = frozenset(["הוא", "היא", "הם", "הן", "הלה", "هو", "هي", "هم"])
_TOLD = frozenset(["speaker-then-content", "according-to"])
_END = re.compile(r"[.!?…]\s+")
_MOST_QUOTES = 12  # of one sentence
_LONGEST_QUOTE = 4_000  # letters of a quotation that is looked into
_LEAST = 15  # letters of a sentence that tells of another's words


def _introduced(sentence: Sentence) -> list[Actor]:
    """People and bodies whom the sentence names with an office, whatever it tells of them."""
    found: list[Actor] = []
    taken: list[tuple[int, int]] = []
    place = 0
    while place < sentence.size and len(found) < _MOST_PHRASES:
        word = sentence.words[place]
        kin = word.any(Kind.KIN) and not (
            _is_somebodys(sentence, place)
            if not sentence.tongue.verb_first
            else _has_name(sentence, place) or _is_named_behind(sentence, place)
        )
        counted = sentence.tongue.verb_first and place > 0 and sentence.words[place - 1].text.endswith(("ون", "ين"))
        if not word.any(PEOPLE | Kind.TITLE) or word.cue is not None or sentence.is_that(place) or kin or counted:
            place += 1
            continue
        if (told := sentence.told_before(place)) is not None:
            found.append(told)
            place += 1
            continue
        inside = next((stop for start, stop in taken if start < place < stop), None)
        if (
            inside is not None
        ):  # "the ministry" within "the ministry's spokesman"; the name behind is not the ministry's
            actor = sentence.actor_of(place, _end_of_body(sentence, place, inside)) if word.any(Kind.BODY) else None
            if actor is not None and actor.name == word.text and sentence.words[place - 1].lemma == "وزير":
                actor = replace(actor, name=f"وزارة {actor.name}")  # "the minister of | foreign affairs"
        else:
            phrase = sentence.phrase_from(place)
            actor = sentence.actor(phrase) if phrase is not None else None
            taken += phrase.segments if phrase is not None else ()
        if actor is not None:
            found.append(actor)
        place += 1
    return found


def _end_of_body(sentence: Sentence, at: int, stop: int) -> int:
    """Where a body ends inside the phrase of whoever holds an office in it: "the council | Sheikh Rasil"."""
    words = sentence.words
    for place in range(at + 1, stop):
        word = words[place]
        ends = word.any(Kind.TITLE) or not (word.definite or word.any(Kind.PREPOSITION | Kind.OF))
        if sentence.tongue.verb_first and words[place - 1].definite and word.is_word and ends:
            return place
        if sentence.tongue.verb_first and place == at + 1 and _is_his(words[at], word):
            return place
    return stop


def _is_his(body: Word, word: Word) -> bool:
    """Whether an Arabic adjective is the office-holder's, as it does not agree: "the minister of justice | the Velian"."""
    return body.text.endswith(("ية", "ة")) and word.definite and not word.kind and word.text.endswith("ي")


def _is_somebodys(sentence: Sentence, at: int) -> bool:
    """Whether a Hebrew word for kin is told with a name: "the father of | Dan Mirel", "her sister, | Ada Mirel,"."""
    word = sentence.words[at]
    if not word.possessive or at + 2 >= sentence.size:
        return False
    after = sentence.words[at + 1]
    if after.text == "של":
        whose = sentence.words[at + 2]
        return whose.any(Kind.NAME) or not (whose.kind or whose.definite or whose.prefix)
    return _is_named_behind(sentence, at)


def _is_named_behind(sentence: Sentence, at: int) -> bool:
    """Whether "her father" is named behind a comma."""
    word = sentence.words[at]
    if not word.possessive or at + 1 >= sentence.size or sentence.words[at + 1].text not in (",", "،"):
        return False
    phrase = sentence.phrase_from(at)
    actor = sentence.actor(phrase) if phrase is not None and len(phrase.segments) > 1 else None
    return actor is not None and actor.kind is ActorKind.PERSON


def _has_name(sentence: Sentence, at: int) -> bool:
    """Whether a name stands behind a word for kin."""
    after = sentence.words[at + 1] if at + 1 < sentence.size else None
    if after is None:
        return False
    mother = (
        fold(sentence.words[at].text) in ("ام", "ابو") and not after.kind and not after.definite and after.is_word
    )
    return mother or (after.any(Kind.NAME) and not after.prefix)


def _named(sentence: Sentence) -> list[Actor]:
    """People whom the sentence names in full without an office; for short forms later, not as its subject."""
    found: list[Actor] = [*_opening(sentence)]
    for place in range(sentence.size - 1):
        word, after = sentence.words[place], sentence.words[place + 1]
        before = sentence.words[place - 1] if place else None
        led = before is not None and before.text in _LED_BY
        anded = sentence.tongue.verb_first and word.prefix in ("و", "ف")
        if not led and (
            not word.any(Kind.NAME)
            or (word.prefix and not anded)
            or (before is not None and before.any(Kind.NAME) and not anded)
        ):
            continue
        if not after.is_word or (after.kind and not after.any(Kind.NAME)) or len(found) >= _MOST_PHRASES:
            continue
        stop = sentence.segment_end(place, sentence.size)
        actor = sentence.actor_of(place, stop) if stop - place in (2, 3) else None
        if actor is not None and actor.kind is ActorKind.PERSON:
            found.append(_with_office(sentence, actor, stop))
    return found


def _with_office(sentence: Sentence, person: Actor, at: int) -> Actor:
    """A person with what the sentence says that he is: "Galia Rom is | the sister of"."""
    if sentence.tongue.verb_first or at + 1 >= sentence.size or sentence.words[at].text not in _IS:
        return person
    office = sentence.words[at + 1]
    if not office.any(Kind.ROLE | Kind.KIN) or office.prefix.strip(sentence.tongue.article) or office.cue is not None:
        return person
    what = sentence.actor_of(at + 1, sentence.segment_from(at + 1))
    return replace(person, head=what.head) if what is not None and what.kind is ActorKind.ROLE else person


def _opening(sentence: Sentence) -> list[Actor]:
    """Somebody whose one name opens the sentence as its subject: "Julius came back alone"."""
    if sentence.tongue.verb_first or sentence.size < 2:
        return []
    word, after = sentence.words[0], sentence.words[1]
    if not word.any(Kind.NAME) or word.any(PEOPLE) or word.prefix or not after.is_word or after.any(Kind.NAME):
        return []
    actor = sentence.actor_of(0, 1)
    return [actor] if actor is not None else []


_IS = frozenset(["הוא", "היא"])
_LED_BY = frozenset(["برئاسة", "بقيادة", "بزعامة", "בראשות", "בהובלת", "בהנהגת", "בראשותו", "בניהול"])

"""What was said, in whose words: contents of voices, joined where a quotation is split or runs over paragraphs.

In: the sentences of a document with the voices that each language's rules saw. Out: `Statement`, in order.
Leaves to others: chains (`chain`) and what the words mean (`events`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from homeward.reading.chain import PASSED_ON, Chained, Memory, chain_voices, links_of, may_be, pass_on
from homeward.reading.document import Document
from homeward.reading.languages.language import Actor, ActorKind, Analysis, Language, Place, View, Voice
from homeward.reading.proposals import ReadStatement
from homeward.reading.segment import Quotation


@dataclass(slots=True)
class Statement:
    """Words with their chain. `contents` are places in the document, several where a quotation is split."""

    chained: Chained
    contents: list[Place]
    direct: bool
    sentence: Place
    paragraph: int
    language: Language
    rule: str
    inner: tuple[Place, ...] = ()

    @property
    def attitude(self) -> bool:
        """Whether it is a stance rather than words."""
        return self.chained.voice.attitude


@dataclass(frozen=True, slots=True)
class SeenSentence:
    """A sentence with what was seen in it."""

    view: View
    analysis: Analysis
    paragraph: int
    language: Language


def find_statements(
    seen: Sequence[SeenSentence], memory: Memory, through: Mapping[int, Actor] | None = None
) -> list[Statement]:
    """Statements of all sentences in order; `through`: by paragraph, the medium through which all in it came."""
    found: list[Statement] = []
    unowned: list[tuple[SeenSentence, Quotation]] = []
    for sentence in seen:
        for actor in sentence.analysis.actors:
            memory.acquaintance.meet(actor, sentence.view.text[slice(*actor.place)])
    for sentence in seen:
        view = sentence.view
        first = True
        for actor in sentence.analysis.actors:
            resolved = memory.acquaintance.resolve(actor)
            if actor.head == "report":
                continue  # "In a statement posted there, the Front ...": it is the Front's
            subject = first and actor.kind is not ActorKind.PRONOUN and not sentence.analysis.voices
            if subject and not _only_opens(actor, resolved, view):
                memory.notice(resolved, spoke=False)  # the subject, as a rule
                turns = resolved.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.BODY)
                memory.turned = resolved if turns else None
            else:
                memory.pass_by(resolved)
            first = False
        chained = chain_voices(sentence.analysis.voices, view.dates, memory, sentence.paragraph)
        if through and (medium := through.get(sentence.paragraph)) is not None:
            chained = [pass_on(one, (memory.acquaintance.resolve(medium),)) for one in chained]
        for voice in sentence.analysis.voices:
            if voice.rule == PASSED_ON and found:
                relays = tuple(memory.acquaintance.resolve(relay) for relay in voice.relays)
                found[-1].chained = memory.last = pass_on(found[-1].chained, relays)
        owned: set[int] = set()
        for one in chained:
            statement = Statement(
                one,
                list(one.voice.contents),
                one.voice.direct,
                (view.start, view.stop),
                sentence.paragraph,
                sentence.language,
                one.voice.rule,
                one.inner,
            )
            owned |= {q.start for q in view.quotes for a, b in statement.contents if a <= q.inner_start <= b}
            found.append(statement)
            if unowned and one.voice.direct and unowned[-1][1].stop <= view.start:
                _adopt(found[-1], unowned)
        unowned = []
        for quote in view.quotes:
            if quote.start in owned or not quote.is_speech:
                continue
            last = found[-1] if found else None
            if last is not None and _holds(last, quote):  # words that its own cue, in the paragraph before, led to
                last.paragraph = memory.paragraph = sentence.paragraph
                last.sentence = (last.sentence[0], max(last.sentence[1], view.stop))
                continue
            alone = not view.masked[view.start : view.stop].replace("\ufffc", "").strip(" \n\r\t.,—–-")
            if (
                last is not None
                and last.direct
                and (quote.continues or (alone and last.paragraph == sentence.paragraph))
            ):
                last.contents.append((quote.inner_start, quote.inner_stop))
                last.sentence = (last.sentence[0], view.stop)
                last.paragraph = sentence.paragraph
                memory.paragraph = sentence.paragraph
            elif alone:
                unowned.append((sentence, quote))
    cues = {statement.chained.voice.cue[1] for statement in found}
    return [
        one
        for statement in found
        for one in (
            statement,
            *(s for s in _told_within(statement, seen, memory) if s.chained.voice.cue[1] not in cues),
        )
    ]


def _told_within(statement: Statement, seen: Sequence[SeenSentence], memory: Memory) -> list[Statement]:
    """What others said, as somebody who is quoted tells it: "A major told me he had nobody", said the consul."""
    look = statement.language.quoted_voices
    if look is None or not statement.direct or statement.attitude or not seen:
        return []
    text = seen[0].view.text
    found: list[Statement] = []
    before: list[Actor] = []
    for place in statement.contents:
        for start, stop in _sentences_in(text, place):
            analysis = look(View(text, text, start, stop, (), (), quoted=True))
            for voice in analysis.voices:
                speaker = _whom(voice.speaker, before, memory) if voice.speaker is not None else None
                if speaker is not None:
                    found.append(_nested(statement, replace(voice, speaker=speaker), memory))
            before += [actor for actor in analysis.actors if actor.kind is not ActorKind.PRONOUN]
    return found


_END = re.compile(r"[.!?…][\"”’]?\s+(?=[^\W\d_a-z]|[\"“‘])")


def _sentences_in(text: str, place: Place) -> Iterator[Place]:
    start, stop = place
    for end in [*(start + m.end() for m in _END.finditer(text[start:stop])), stop]:
        if start < end:
            yield start, end
        start = end


def _whom(speaker: Actor, before: Sequence[Actor], memory: Memory) -> Actor | None:
    """Who speaks inside a quotation; a pronoun is the last one in it who can be meant."""
    if speaker.kind is not ActorKind.PRONOUN:
        return memory.acquaintance.resolve(speaker)
    known = next((a for a in reversed(before) if a.kind is not ActorKind.MEDIUM and may_be(speaker, a)), None)
    return replace(memory.acquaintance.resolve(known), place=speaker.place) if known is not None else None


def _nested(outer: Statement, voice: Voice, memory: Memory) -> Statement:
    speaker = voice.speaker
    inner = [*([speaker] if speaker else []), *(memory.acquaintance.resolve(r) for r in voice.relays)]
    names = {actor.name.lower() for actor in inner}
    further = [actor for actor in outer.chained.actors if actor.name.lower() not in names]
    dates = (*(None for _ in inner), *(outer.chained.dates[outer.chained.actors.index(actor)] for actor in further))
    chained = Chained(voice, (*inner, *further), None, dates)
    return Statement(
        chained,
        list(voice.contents),
        False,
        outer.sentence,
        outer.paragraph,
        outer.language,
        "quoted-within",
    )


def _only_opens(actor: Actor, resolved: Actor, view: View) -> bool:
    """Whether a word seems a name only as it begins its sentence: "Somewhere in eleven rooms ..."."""
    unknown = actor.kind is ActorKind.OTHER and resolved.name == actor.name and " " not in actor.name
    return unknown and not view.text[view.start : actor.place[0]].strip()


def _holds(statement: Statement, quote: Quotation) -> bool:
    return any(a <= quote.inner_start + 1 and quote.inner_stop - 1 <= b + 1 for a, b in statement.contents)


def _adopt(statement: Statement, unowned: list[tuple[SeenSentence, Quotation]]) -> None:
    """Quotations that stood alone just before, unclosed or followed by their speaker, belong to the next speaker."""
    for sentence, quote in unowned:
        statement.contents.insert(0, (quote.inner_start, quote.inner_stop))
        statement.sentence = (sentence.view.start, statement.sentence[1])


def only_relays(statement: Statement) -> bool:
    """Whether a medium's words are no more than that somebody spoke: then the statement is his, not the medium's."""
    voice = statement.chained.voice
    return (
        bool(statement.inner) and voice.speaker is not None and statement.chained.actors[0].kind is ActorKind.MEDIUM
    )


def _own_name(document: Document, statement: Statement, speaker: Actor) -> str:
    """Who speaks: "we" is whoever publishes, if nobody passed it on."""
    alone = len(statement.chained.actors) == 1 and speaker.head == "мы"
    return document.publisher if alone and document.publisher else speaker.name


def read_statement(document: Document, statement: Statement) -> ReadStatement:
    """The statement as it is handed out: every place a span that quotes the document."""
    chained, voice = statement.chained, statement.chained.voice
    speaker = chained.actors[0] if chained.actors and voice.speaker is not None else None
    source = voice.source or (voice.speaker.place if voice.speaker is not None else None)
    return ReadStatement(
        content=tuple(span for place in statement.contents if (span := document.span(*place)).text),
        cue=document.span(*voice.cue),
        source=document.span(*source) if source else None,
        speaker=_own_name(document, statement, speaker) if speaker else None,
        manner=None if voice.attitude else voice.manner,
        attitude=voice.attitude,
        direct=statement.direct,
        chain=() if voice.attitude else links_of(document, chained),
        because=voice.rule,
    )

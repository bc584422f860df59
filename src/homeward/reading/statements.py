"""What was said, in whose words: contents of voices, joined where a quotation is split or runs over paragraphs.

In: the sentences of a document with the voices that each language's rules saw. Out: `Statement`, in order.
Leaves to others: chains (`chain`) and what the words mean (`events`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from homeward.reading.chain import PASSED_ON, Chained, Memory, chain_voices, links_of, pass_on
from homeward.reading.document import Document
from homeward.reading.languages.language import Actor, ActorKind, Analysis, Language, Place, View
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
            if first and actor.kind is not ActorKind.PRONOUN and not sentence.analysis.voices:
                memory.notice(resolved)  # the subject, as a rule
                turns = resolved.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.BODY)
                memory.turned = resolved if turns else None
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
    return found


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


def read_statement(document: Document, statement: Statement) -> ReadStatement:
    """The statement as it is handed out: every place a span that quotes the document."""
    chained, voice = statement.chained, statement.chained.voice
    speaker = chained.actors[0] if chained.actors and voice.speaker is not None else None
    source = voice.source or (voice.speaker.place if voice.speaker is not None else None)
    return ReadStatement(
        content=tuple(span for place in statement.contents if (span := document.span(*place)).text),
        cue=document.span(*voice.cue),
        source=document.span(*source) if source else None,
        speaker=speaker.name if speaker else None,
        manner=None if voice.attitude else voice.manner,
        attitude=voice.attitude,
        direct=statement.direct,
        chain=() if voice.attitude else links_of(document, chained),
        because=voice.rule,
    )

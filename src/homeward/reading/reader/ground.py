"""A document laid out for checking what somebody says of it: sentences, languages, quotations, names, who is meant.

In: a document and what the rules read in it. Out: `Ground`, which answers questions about places in the text.
Leaves to others: what is checked (`verify`). Works nothing out that the engine's own steps work out already.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from homeward.names import parse
from homeward.names.name import Role
from homeward.reading.acquaintance import Acquaintance
from homeward.reading.document import Document
from homeward.reading.events import About, Room, propose_statement
from homeward.reading.languages import Language, language_of
from homeward.reading.languages.language import MASK, Actor, ActorKind, Analysis, View, Voice
from homeward.reading.proposals import Proposal, ProposalKind, ProposedLink, ReadDate, Reading, SoughtMention
from homeward.reading.reader.agreement import DENYING, Denying
from homeward.reading.reader.quotes import Place, Quotable
from homeward.reading.segment import Quotation, Sentence, paragraphs, quotations, sentences
from homeward.reading.statements import Statement
from homeward.records import Manner

_SHORT = 12  # letters under which a paragraph's language is the document's
_SAMPLE = 2_000


@dataclass(frozen=True, slots=True)
class Uttered:
    """A statement in whose content other things may stand: one that was verified, or one of the rules'.

    Attributes:
        scopes: for each content, how far back and on a negation that concerns it can stand.
        statement: as the engine's own rules take it; None for one that they found themselves.
    """

    contents: tuple[Place, ...]
    scopes: tuple[Place, ...]
    chain: tuple[ProposedLink, ...]
    manner: Manner | None
    sentence: Place
    speaker: Place | None
    statement: Statement | None = None

    def holds(self, place: Place) -> Place | None:
        """The scope of the content in which a place lies."""
        for content, scope in zip(self.contents, self.scopes, strict=True):
            if content[0] <= place[0] and place[1] <= content[1]:
                return scope
        return None

    @property
    def size(self) -> int:
        """Characters of content; of nested statements the inner one is the shorter."""
        return sum(stop - start for start, stop in self.contents)


class Ground:
    """A document with what the rules read in it."""

    def __init__(self, document: Document, reading: Reading, *, sought_count: int | None) -> None:
        self.document = document
        self.text = document.text
        self.flat = _WHITE.sub(" ", document.text)  # as long as the text; the rules' expressions know no line breaks
        self.reading = reading
        self.whole = Quotable(self.text)
        self.room = Room(document, reading.mentions, reading.dates, Acquaintance(), sought_count)
        self._parts = paragraphs(self.text)
        self._starts_of_parts = [part.start for part in self._parts]
        self._main = language_of(self.text, document.language)
        self._languages: dict[int, Language] = {}
        self.speech: list[Quotation] = [q for q in quotations(self.text, self._parts) if q.is_speech]
        self._masked = _mask(self.text, self.speech)
        self._sentences: list[Sentence] = sentences(
            self.text, self._parts, self.speech, abbreviations=self._main.abbreviations
        )
        self._starts = [sentence.start for sentence in self._sentences]
        self._analyses: dict[int, Analysis] = {}
        self.uttered = [_of_rules(p) for p in reading.proposals if p.kind is ProposalKind.STATEMENT and p.content]

    # --- where -----------------------------------------------------------------------------------------------------

    def language_at(self, place: Place) -> Language:
        """The language of the paragraph in which a place begins."""
        number = max(0, bisect_right(self._starts_of_parts, place[0]) - 1)
        if number not in self._languages:
            self._languages[number] = self._language_of_part(number)
        return self._languages[number]

    def _language_of_part(self, number: int) -> Language:
        if not self._parts:
            return self._main
        part = self._parts[number]
        piece = self.text[part.start : min(part.stop, part.start + _SAMPLE)]
        if sum(c.isalpha() for c in piece) < _SHORT:
            return self._main
        language = language_of(piece)
        told = self.document.language is not None and self._main.code == "und"
        small = language.code in ("und", "en") and self._main.code not in ("he", "ar", "ru")
        return self._main if told or small else language

    def denying_at(self, place: Place) -> Denying | None:
        """How the language there says no; None where that is not known."""
        return DENYING.get(self.language_at(place).code)

    def sentence_of(self, place: Place) -> Place:
        """The sentences in which a place lies, as one place."""
        first = self._sentences[self._number(place[0])]
        last = self._sentences[self._number(max(place[0], place[1] - 1))]
        return first.start, last.stop

    def paragraph_of(self, place: Place) -> int:
        """The number of the paragraph in which a place begins."""
        return self._sentences[self._number(place[0])].paragraph

    def _number(self, at: int) -> int:
        return max(0, bisect_right(self._starts, at) - 1)

    def quotation_of(self, place: Place) -> Quotation | None:
        """The quotation in which a place lies."""
        return next((q for q in self.speech if q.inner_start <= place[0] and place[1] <= q.inner_stop), None)

    # --- what the rules see there ----------------------------------------------------------------------------------

    def actor_at(self, place: Place) -> Actor | None:
        """Whom the rules see named in a place."""
        for actor in self._analysis(place).actors:
            if actor.place[0] < place[1] and place[0] < actor.place[1]:
                return actor
        for voice in self._analysis(place).voices:
            speaker = voice.speaker
            if speaker is not None and speaker.place[0] < place[1] and place[0] < speaker.place[1]:
                return speaker
        return None

    def voice_at(self, cue: Place) -> Voice | None:
        """The voice whose cue the rules see in a place."""
        for voice in self._analysis(cue).voices:
            if voice.cue[0] < cue[1] and cue[0] < voice.cue[1]:
                return voice
        return None

    def _analysis(self, place: Place) -> Analysis:
        number = self._number(place[0])
        if number not in self._analyses:
            sentence = self._sentences[number]
            start, stop = sentence.start, sentence.stop
            quotes = tuple(q for q in self.speech if start <= q.start < stop)
            dates = tuple(
                d
                for d in self.room.dates_in((start, stop))
                if not any(q.start <= d.span.start < q.stop for q in quotes)
            )
            view = View(self.text, self._masked, start, stop, quotes, dates)
            self._analyses[number] = self.language_at((start, stop)).analyse(view)
        return self._analyses[number]

    def is_pronoun(self, place: Place) -> bool:
        """Whether the words stand for somebody named elsewhere."""
        words = self.text[slice(*place)]
        actor = self.actor_at(place)
        if actor is not None and actor.kind is ActorKind.PRONOUN and actor.place == place:
            return True
        they = self.language_at(place).they
        return words.lower() in _PRONOUNS or (they is not None and they.fullmatch(words) is not None)

    def date_at(self, place: Place) -> ReadDate | None:
        """The date that the engine itself read in a place."""
        for date in self.room.dates:
            if date.span.start < place[1] and place[0] < date.span.stop:
                return date
        return None

    # --- who is meant ----------------------------------------------------------------------------------------------

    def about_words(self, place: Place) -> About:
        """The people looked for whom exactly these words name."""
        found = [
            m
            for m in self.room.mentions
            if m.span.start < place[1] and place[0] < m.span.stop and not self._names_another(m, place)
        ]
        persons = tuple(dict.fromkeys(m.person_key for m in found if m.person_key))
        counts = [m.count for m in found if m.count and not m.person_key]
        groups = any(m.group for m in found)
        return About(persons, groups and not persons, counts[0] if counts else None, bool(found))

    def _names_another(self, mention: SoughtMention, place: Place) -> bool:
        """Whether a family name alone is that of somebody else, whose given name stands before it: "Omar Mirell"."""
        if mention.person_key is None or len(mention.span.text.split()) > 1:
            return False
        start = mention.span.start
        before = self.text[max(0, start - 30) : start].rsplit(None, 1)
        word = before[-1] if before and start and self.text[start - 1].isspace() else ""
        if not word.isalpha() or (word.lower() != word.upper() and word[0].islower()):
            return False
        if word.lower() == word.upper() and start - len(word) - 1 < place[0]:
            return False  # a script without capitals: only what the quote itself holds may be part of the name
        return all(part.role is not Role.TITLE for part in parse(f"{word} {mention.span.text}").parts)

    def innermost(self, place: Place) -> tuple[Uttered, Place] | None:
        """The shortest statement in whose content a place lies, and how far its words reach."""
        around = [(u, scope) for u in self.uttered if (scope := u.holds(place)) is not None]
        return min(around, key=lambda pair: pair[0].size) if around else None

    def rules_propose(self, uttered: Uttered, place: Place) -> list[Proposal]:
        """What the engine's own rules would propose of the words in a place, said as this statement says them."""
        if uttered.statement is not None:
            found: Sequence[Proposal] = list(propose_statement(self.room, uttered.statement))
        else:
            found = self.reading.proposals
        return [p for p in found if p.span.start < place[1] and place[0] < p.span.stop]


_PRONOUNS = frozenset(
    [
        *("he", "she", "it", "they", "we", "i", "him", "her", "them", "who"),
        *("он", "она", "оно", "они", "мы", "его", "её", "ее", "их"),
        *("הוא", "היא", "הם", "הן", "אנחנו", "אותם", "אותן"),
        *("هو", "هي", "هم", "نحن", "هؤلاء"),
    ]
)


_WHITE = re.compile(r"\s")


def _mask(text: str, speech: Sequence[Quotation]) -> str:
    pieces: list[str] = []
    place = 0
    for quote in speech:
        pieces += [text[place : quote.start], MASK * (quote.stop - quote.start)]
        place = quote.stop
    return "".join([*pieces, text[place:]])


def _of_rules(proposal: Proposal) -> Uttered:
    contents = tuple((span.start, span.stop) for span in proposal.content)
    speaker = proposal.chain[0].span if proposal.chain else None
    return Uttered(
        contents,
        contents,  # the rules take whole contents: what negates them lies inside
        proposal.chain,
        proposal.manner,
        (proposal.span.start, proposal.span.stop),
        (speaker.start, speaker.stop) if speaker else None,
    )

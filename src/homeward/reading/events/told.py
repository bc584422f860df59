"""What a statement and a sentence tell of, in order: the statement itself, answers, promises, claims, events.

In: statements and sentences. Out: proposals.
Leaves to others: each kind of thing told (the modules beside this file).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from homeward.reading.events.answers import propose_answer, propose_told_answer
from homeward.reading.events.claims import propose_claims
from homeward.reading.events.happenings import propose_event, statement_around
from homeward.reading.events.promises import propose_promise
from homeward.reading.events.room import About, Room, inner_sentences, uncovered
from homeward.reading.languages.language import MASK, Language, Place, RawEvent, View
from homeward.reading.links import links_of
from homeward.reading.proposals import Proposal, ProposalKind, ReadDate
from homeward.reading.statements import SeenSentence, Statement, only_relays
from homeward.records import AnswerCode, ClaimSubject, Manner

_FEW = 3  # people by name whom "they" may mean all
_FRAGMENT = 60  # characters of words that are no whole clause
_AHEAD = 400  # characters behind a headline or a lead in which it is told whom it means
_LEAD = 600  # characters at the head of a text in which the people may not have been named yet
_ENTRY = re.compile(r"[\s*•\[(–—-]*(?:On )?")
_OF_ENTRY = re.compile(r"[.\])]*(?::| [-–—])\s")
_REACH = 1500  # characters before a statement in which the people it speaks of may have been named


def propose_statement(room: Room, statement: Statement) -> Iterator[Proposal]:
    """The statement itself, then the answers, promises and claims in it."""
    document = room.document
    if only_relays(statement):
        return
    chain = links_of(document, statement.chained)
    voice = statement.chained.voice
    whole = (statement.sentence[0], statement.sentence[1])
    about = room.about(whole)
    said = next((d for d in statement.chained.dates if d), None)
    base = Proposal(
        ProposalKind.STATEMENT,
        document.span(*whole),
        because=_why_statement(statement),
        confidence=0.8 if statement.direct else 0.7,
        content=tuple(span for c in statement.contents if (span := document.span(*c)).text),
        chain=chain,
        manner=voice.manner,
        direct=statement.direct,
        date=said,
        persons=about.persons,
        collective=about.collective,
        count=about.count,
        to=voice.to.name if voice.to else None,
        through=voice.through,
    )
    yield base
    answered: set[AnswerCode | None] = set()
    # Words inside an inner voice are that voice's, not this one's.
    own = [piece for content in statement.contents for piece in uncovered(content, statement.inner)]
    for piece in own:
        for place in inner_sentences(document.text, piece):
            for proposal in _propose_words(room, statement, base, place):
                if proposal.kind is ProposalKind.ANSWER:
                    if proposal.answer_code in answered:
                        continue
                    answered.add(proposal.answer_code)
                yield proposal


def _why_statement(statement: Statement) -> str:
    kinds = {
        "said": "a verb of speech with its speaker",
        "cites": "one actor cites another",
        "was-quoted": "somebody was quoted by another",
        "according-to": "words given as somebody's",
        "own-knowledge": "a medium tells what somebody does not know; only he can have said so",
        "content-then-speaker": "words followed by their speaker",
        "speaker-then-content": "a speaker followed by his words",
    }
    more = (
        "; the report goes on quoting the same speaker through the same relay" if statement.chained.continued else ""
    )
    if statement.chained.judged:
        more += "; that a medium named near by relayed it was judged from the words around it, by no rule"
    return f"{statement.rule}: {kinds.get(statement.rule, statement.rule)}{more}"


def _propose_words(room: Room, statement: Statement, base: Proposal, place: Place) -> Iterator[Proposal]:
    about = room.about(place)
    if not about.known:
        about = room.about(statement.sentence)
    if not about.known:
        about = room.about((statement.sentence[0], place[0]), back=_REACH)
    if not about.known and place[0] < _LEAD and statement.language.our_side is not None:
        about = room.about((place[1], place[1] + _AHEAD))
    about = _agreeing(room, statement.language, place, about)
    answered = list(propose_answer(room, statement, base, place, about))
    claims = list(propose_claims(room, statement.language, place, base, statement))
    told = {claim.subject for claim in claims}
    held = any(p.subject is ClaimSubject.ACKNOWLEDGEMENT for p in answered)
    yield from (p for p in answered if p.kind is not ProposalKind.CLAIM or p.subject not in told)
    if not statement.language.promises_told:  # else the clauses themselves tell of promises
        yield from propose_promise(room, statement, base, place, about)
    yield from (c for c in claims if not (held and c.subject is ClaimSubject.CUSTODY))


def propose_own_words(room: Room, seen: SeenSentence, statements: Sequence[Statement]) -> Iterator[Proposal]:
    """Events of a sentence, and claims and answers in the part of it that nobody is quoted for."""
    view = seen.view
    _note_heading(room, seen)
    here = [s for s in statements if any(a < view.stop and view.start < b for a, b in s.contents)]
    for event in seen.analysis.events:
        yield from propose_event(room, seen, event, statement_around(event, here))
    for event in _quoted_events(room, seen):
        yield from propose_event(room, seen, event, statement_around(event, here))
    for place in uncovered((view.start, view.stop), [c for s in here for c in s.contents]):
        if view.masked[slice(*place)].strip(MASK + " \n.,") == "":
            continue
        base = Proposal(
            ProposalKind.CLAIM,
            room.document.span(*place),
            because="",
            chain=links_of(room.document, None),
            manner=Manner.REPORTED,
        )
        for claim in propose_claims(room, seen.language, place, base, None):
            yield replace(
                claim, because=claim.because + ", in the publisher's own voice; nobody is said to acknowledge it"
            )
        yield from propose_told_answer(room, seen.language, base, place, _about_told(room, seen.language, place))
    yield from _around_fragments(room, seen, here)


def _around_fragments(room: Room, seen: SeenSentence, here: Sequence[Statement]) -> Iterator[Proposal]:
    """Answers that a sentence tells around a few words of somebody: "has yet to reply to the note on [the eight]"."""
    whole = (seen.view.start, seen.view.stop)
    contents = [c for s in here for c in s.contents]
    if not contents or seen.language.our_side is None or any(b - a > _FRAGMENT for a, b in contents):
        return
    base = Proposal(
        ProposalKind.CLAIM,
        room.document.span(*whole),
        because="",
        chain=links_of(room.document, None),
        manner=Manner.REPORTED,
    )
    free = list(uncovered(whole, contents))
    if len(free) > 1 or (free and free[0] != whole):
        yield from propose_told_answer(
            room, seen.language, base, whole, _about_told(room, seen.language, whole), free
        )


def _about_told(room: Room, language: Language, place: Place) -> About:
    about = room.about(place)
    if not about.known:
        about = room.about(place, back=_REACH)
    if not about.known and place[0] < _LEAD and language.our_side is not None:
        about = room.about((place[1], place[1] + _AHEAD))
    return _agreeing(room, language, place, about)


def _agreeing(room: Room, language: Language, place: Place, about: About) -> About:
    """The people whom words without a name of theirs can mean: "they" and "these persons" are several."""
    if language.several is None or room.mentions_in(place) or len(about.persons) != 1:
        return about
    if language.single is not None and language.single.search(room.document.text, *place):
        return about
    if language.several.search(room.document.text, *place) is None:
        return about
    before = room.mentions_in((max(0, place[0] - _REACH), place[0]))
    group = [m for m in before if m.group]
    if group:
        return About((), True, next((m.count for m in reversed(group) if m.count), None), True)
    people = tuple(dict.fromkeys(m.person_key for m in before if m.person_key))
    return About(people, False, None, True) if 1 < len(people) <= _FEW else about


def _quoted_events(room: Room, seen: SeenSentence) -> Iterator[RawEvent]:
    """Events inside the quotations of a sentence, where the language's rules look into them."""
    look = seen.language.quoted_events
    if look is None:
        return
    text = room.document.text
    for quote in seen.view.quotes:
        if not quote.is_speech:
            continue
        for start, stop in inner_sentences(text, (quote.inner_start, quote.inner_stop)):
            dates = tuple(room.dates_in((start, stop)))
            yield from look(View(text, text, start, stop, (), dates, quoted=True))


def _note_heading(room: Room, seen: SeenSentence) -> None:
    """A date that stands alone at the head of a paragraph, as in a chronology, dates what follows in it."""
    if seen.paragraph != room.heading_paragraph:
        room.heading, room.heading_paragraph = None, seen.paragraph
        words = seen.view.text[seen.view.start : seen.view.stop].strip(" .:\n\t—–-[]()")
        found = [d for d in seen.view.dates if d.span.stop <= seen.view.stop]
        if (found and found[0].span.text.strip(" .") == words) or (
            found and _is_entry(seen.view.text, seen.view.start, found[0])
        ):
            room.heading = found[0]


def _is_entry(text: str, start: int, date: ReadDate) -> bool:
    """Whether a date begins an entry of a chronology: "11 February: The mothers are received"."""
    begins = _ENTRY.fullmatch(text, start, date.span.start) is not None
    return begins and _OF_ENTRY.match(text, date.span.stop) is not None

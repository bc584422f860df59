"""From words to what they mean for the people looked for: answers, promises, claims; contacts, lists, silences.

In: statements and the reporter's own sentences, with the mentions found in the document. Out: `Proposal`.
Leaves to others: finding the words (each language's patterns), and judging (a person).

What the reporter presupposes ("who are held by the group") is a claim of the publisher's own. It is never an answer
or an acknowledgement: only the party's own words are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from homeward.reading.chain import links_of
from homeward.reading.document import Document
from homeward.reading.languages.language import ActorKind, EventKind, Language, Place, RawEvent
from homeward.reading.mentions import Acquaintance
from homeward.reading.proposals import Proposal, ProposalKind, ProposedLink, ReadDate, SoughtMention
from homeward.reading.statements import SeenSentence, Statement, only_relays
from homeward.records import AnswerCode, Attribution, ClaimSubject, ContactStatus, Manner, Polarity

_LONGEST = 1500  # characters of a sentence inside a quotation; longer ones are looked at in pieces
_REACH = 1500  # characters before a statement in which the people it speaks of may have been named
_JOINED = re.compile(r"[\s,،]*(?:\b(?:and|и)\b\s*|\bו|و)?\s*")
_FAMILY = re.compile(
    r"mother|father|brother|sister|wife|husband|daughter|\bson\b|uncle|aunt|cousin|relative|famil|parent|"
    r"мать|отец|брат|сестр|жена|муж|родствен|семь|"
    r"אמ[וה]\b|אביו|אביה|אח[יו]|אשתו|משפח|קרוב|هم?والد|والدة|شقيق|زوج|عائل|أسر|أقارب|أهال",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class About:
    """Of whom a stretch of text speaks."""

    persons: tuple[str, ...] = ()
    collective: bool = False
    count: int | None = None
    known: bool = False


class Room:
    """A document with everything found in it so far, for the steps below."""

    def __init__(
        self,
        document: Document,
        mentions: Sequence[SoughtMention],
        dates: Sequence[ReadDate],
        acquaintance: Acquaintance,
        count: int | None,
    ) -> None:
        self.document = document
        self.mentions = mentions
        self.dates = dates
        self.acquaintance = acquaintance
        self.count = count
        self._mention_starts = [m.span.start for m in mentions]
        self._date_starts = [d.span.start for d in dates]

    def mentions_in(self, place: Place) -> list[SoughtMention]:
        """Sought people and groups named in `place`."""
        first, last = bisect_left(self._mention_starts, place[0]), bisect_left(self._mention_starts, place[1])
        return [m for m in self.mentions[first:last] if m.span.stop <= place[1]]

    def dates_in(self, place: Place) -> list[ReadDate]:
        """Dates in `place`."""
        first, last = bisect_left(self._date_starts, place[0]), bisect_left(self._date_starts, place[1])
        return [d for d in self.dates[first:last] if d.span.stop <= place[1]]

    def about(self, place: Place, *, back: int = 0) -> About:
        """Of whom the words in `place` speak, or of whom the text just before them did."""
        found = self.mentions_in(place)
        if not found and back:
            before = self.mentions_in((max(0, place[0] - back), place[0]))
            people = [m for m in before if m.person_key]
            found = [m for m in before if m.group] if not people or before[-1].group else people[-1:]
        persons = tuple(dict.fromkeys(m.person_key for m in found if m.person_key))
        groups = [m for m in found if m.group]
        counts = [m.count for m in groups if m.count]
        count = (counts[-1] if back else counts[0]) if counts else None
        return About(persons, bool(groups) and not persons, count, bool(found))


def inner_sentences(text: str, place: Place) -> Iterator[Place]:
    """The sentences of a stretch of speech."""
    start, stop = place
    ends = [place[0] + m.end() for m in re.finditer(r"[.!?…؟][\"”»’]{0,3}\s+", text[start:stop])]
    for end in [*ends, stop]:
        while end - start > _LONGEST:
            yield start, start + _LONGEST
            start += _LONGEST
        if start < end:
            yield start, end
        start = end


# --- from statements ----------------------------------------------------------------------------------------------


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
    own = [piece for content in statement.contents for piece in _uncovered(content, statement.inner)]
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
    return f"{statement.rule}: {kinds.get(statement.rule, statement.rule)}{more}"


def _propose_words(room: Room, statement: Statement, base: Proposal, place: Place) -> Iterator[Proposal]:
    text, language = room.document.text, statement.language
    about = room.about(place)
    if not about.known:
        about = room.about(statement.sentence)
    if not about.known:
        about = room.about((statement.sentence[0], place[0]), back=_REACH)
    speaker = statement.chained.actors[0] if statement.chained.voice.speaker is not None else None
    answer = None
    if speaker is not None and not _FAMILY.search(text[slice(*speaker.place)]):
        answer = _answer_in(text, place, language, statement, base.manner)
    if answer is not None and answer[0].value.startswith("says_") and not room.mentions_in(place):
        answer = None  # "three soldiers were killed" says nothing of the people looked for
    if answer is not None and about.known:
        code, span_place, rule = answer
        yield replace(
            base,
            kind=ProposalKind.ANSWER,
            span=room.document.span(*place),
            answer_code=code,
            because=f"answer-{code.value}: {rule}",
            confidence=0.75 if statement.direct else 0.65,
            by=speaker.name if speaker else None,
            content=(),
            persons=about.persons,
            collective=not about.persons,
            count=about.count,
        )
        if code is AnswerCode.HOLDS:
            yield replace(
                base,
                kind=ProposalKind.CLAIM,
                span=room.document.span(*span_place),
                content=(),
                subject=ClaimSubject.ACKNOWLEDGEMENT,
                polarity=Polarity.ASSERTS,
                persons=about.persons,
                collective=not about.persons,
                by=speaker.name if speaker else None,
                because="acknowledgement: in the party's own words",
            )
    yield from _promises(room, statement, base, place, about)
    yield from _claims(room, language, place, base, statement)


def _answer_in(
    text: str, place: Place, language: Language, statement: Statement, manner: Manner | None
) -> tuple[AnswerCode, Place, str] | None:
    for code, pattern in language.answers:
        match = pattern.search(text[slice(*place)])
        if match is None:
            continue
        before = text[place[0] : place[0] + match.start()]
        if language.unreal is not None and code is not AnswerCode.REFUSES and language.unreal.search(before):
            continue
        if code is AnswerCode.HOLDS and not _is_own_acknowledgement(match.group(), before, language, statement):
            continue
        if manner is Manner.DENIED:
            if code is not AnswerCode.HOLDS:
                continue
            code = AnswerCode.DOES_NOT_HOLD
        return code, (place[0] + match.start(), place[0] + match.end()), f'the words "{match.group().strip()}"'
    return None


def _is_own_acknowledgement(words: str, before: str, language: Language, statement: Statement) -> bool:
    """Whether "holds" is the party's own word about itself: no denial, no quotation of others, no accusation."""
    if language.untrue is not None and language.untrue.search(before[-80:]):
        return False
    if language.itself is None or not language.itself.match(words.strip()):
        return True
    speaker = statement.chained.actors[0]
    manner = statement.chained.voice.manner
    own = speaker.kind in (ActorKind.BODY, ActorKind.OTHER) or manner in (Manner.CONFIRMED, Manner.DENIED)
    return own and not statement.direct


def _promises(room: Room, statement: Statement, base: Proposal, place: Place, about: About) -> Iterator[Proposal]:
    text, language = room.document.text, statement.language
    condition = language.condition.search(text, *place) if language.condition else None
    acts = language.commitment.finditer(text, *place) if language.commitment else iter(())
    given = condition.span() if condition else None
    inside = None
    match = None
    for act in acts:
        if given is None or not _within(act.span(), given):
            match = act
            break
        inside = inside or act
    if match is None and inside is not None and given is not None and inside.start() > given[0]:
        match, given = inside, (given[0], inside.start())  # no comma between the condition and the promise
    if match is None and base.manner is Manner.PROMISED and not statement.direct and language.promised_act:
        match = language.promised_act.match(text[slice(*place)])
    if match is None or base.manner in (Manner.DENIED, Manner.DEMANDED, Manner.ASKED) or not statement.chained.actors:
        return
    if not about.known and base.manner is not Manner.PROMISED:
        return
    due = None
    for day in room.dates_in(place):
        before = text[max(place[0], day.span.start - 25) : day.span.start]
        in_condition = given is not None and given[0] <= day.span.start < given[1]
        if not in_condition and language.deadline and (language.deadline.search(before) or "within" in day.because):
            due = day
    trailing = room.document.span(*given) if given else None
    yield replace(
        base,
        kind=ProposalKind.COMMITMENT,
        span=room.document.span(*place),
        due=due,
        condition=trailing,
        by=statement.chained.actors[0].name,
        persons=about.persons,
        collective=not about.persons,
        count=about.count,
        value=next((v for v in match.groupdict().values() if v), None),
        content=(),
        because=f'commitment: "{match.group().strip()}"'
        + (", with a condition" if trailing else "")
        + ("" if due else "; no date given"),
        confidence=0.75,
    )


def _within(inner: Place, outer: Place) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _claims(
    room: Room, language: Language, place: Place, base: Proposal, statement: Statement | None
) -> Iterator[Proposal]:
    text = room.document.text
    mentions = room.mentions_in(place)
    if not mentions and statement is not None:
        rest = room.mentions_in(statement.sentence)
        if language.they is not None and language.they.search(text, *place):
            mentions = rest
    if not mentions:
        return
    seen: set[tuple[ClaimSubject, int]] = set()
    taken: list[Place] = []
    for rule in language.claims:
        for match in rule.pattern.finditer(text, *place):
            if any(match.start() < b and a < match.end() for a, b in taken) or (rule.subject, match.start()) in seen:
                continue
            taken.append(match.span())
            before = text[max(place[0], match.start() - 80) : match.start()]
            if rule.polarity is not Polarity.DOES_NOT_KNOW and language.unreal and language.unreal.search(before):
                continue
            persons, collective, count = _whom(text, mentions, match.span(), place)
            if not persons and not collective:
                continue
            polarity = rule.polarity
            if base.manner is Manner.DENIED:
                if polarity is Polarity.DOES_NOT_KNOW:
                    continue
                polarity = Polarity.DENIES if polarity is Polarity.ASSERTS else Polarity.ASSERTS
            seen.add((rule.subject, match.start()))
            yield replace(
                base,
                kind=ProposalKind.CLAIM,
                span=room.document.span(*place),
                content=(),
                subject=rule.subject,
                polarity=polarity,
                value=match.group().strip(),
                persons=persons,
                collective=collective,
                count=count,
                because=f'claim-{rule.subject.value}: the words "{match.group().strip()}"',
                confidence=0.7 if statement is not None else 0.45,
                by=None,
                to=None,
                through=None,
            )


def _whom(
    text: str, mentions: Sequence[SoughtMention], match: Place, place: Place
) -> tuple[tuple[str, ...], bool, int | None]:
    """The people a predicate speaks of: the nearest before it, with those joined to them; else the next after it."""
    before = [m for m in mentions if m.span.start < match[1]]
    chosen: list[SoughtMention] = []
    if before:
        chosen = [before[-1]]
        for earlier in reversed(before[:-1]):
            if (
                not _JOINED.fullmatch(text, earlier.span.stop, chosen[0].span.start)
                and earlier.span.start != chosen[0].span.start
            ):
                break
            chosen.insert(0, earlier)
    else:
        chosen = [m for m in mentions if m.span.start >= match[1]][:1]
    persons = tuple(dict.fromkeys(m.person_key for m in chosen if m.person_key))
    groups = [m for m in chosen if m.group]
    return persons, bool(groups) and not persons, next((m.count for m in groups if m.count), None)


# --- from the reporter's own sentences ------------------------------------------------------------------------------


def propose_own_words(room: Room, seen: SeenSentence, statements: Sequence[Statement]) -> Iterator[Proposal]:
    """Events of a sentence, and claims in the part of it that nobody is quoted for."""
    view = seen.view
    here = [s for s in statements if any(a < view.stop and view.start < b for a, b in s.contents)]
    for event in seen.analysis.events:
        yield from _propose_event(room, seen, event, _statement_around(event, here))
    for place in _uncovered((view.start, view.stop), [c for s in here for c in s.contents]):
        base = Proposal(
            ProposalKind.CLAIM,
            room.document.span(*place),
            because="",
            chain=links_of(room.document, None),
            manner=Manner.REPORTED,
        )
        if view.masked[slice(*place)].strip("\ufffc \n.,") == "":
            continue
        for claim in _claims(room, seen.language, place, base, None):
            yield replace(
                claim, because=claim.because + ", in the publisher's own voice; nobody is said to acknowledge it"
            )


def _statement_around(event: RawEvent, statements: Sequence[Statement]) -> Statement | None:
    anchor = event.by or event.to
    place = anchor.place if anchor else event.place
    if event.kind is EventKind.SILENCE and event.about:
        place = event.about
    around = [s for s in statements for a, b in s.contents if a <= place[0] and place[1] <= b]
    return min(around, key=lambda s: s.contents[0][1] - s.contents[0][0]) if around else None


def _uncovered(place: Place, taken: Sequence[Place]) -> Iterator[Place]:
    start = place[0]
    for a, b in sorted(taken):
        if start < a and start < place[1]:
            yield start, min(a, place[1])
        start = max(start, b)
    if start < place[1]:
        yield start, place[1]


def _propose_event(
    room: Room, seen: SeenSentence, event: RawEvent, statement: Statement | None
) -> Iterator[Proposal]:
    document = room.document
    names = [room.acquaintance.resolve(a).name for a in (event.by, event.to, *event.others) if a is not None]
    by = room.acquaintance.resolve(event.by).name if event.by else None
    to = room.acquaintance.resolve(event.to).name if event.to else None
    scope = next((c for c in statement.contents if c[0] <= event.place[1]), event.place) if statement else event.place
    span = document.span(*(scope if statement and event.kind is not EventKind.SILENCE else event.place))
    dates = room.dates_in((span.start, span.stop)) or (
        [] if statement else room.dates_in((seen.view.start, seen.view.stop))
    )
    about = room.about((span.start, span.stop))
    base = Proposal(
        ProposalKind(event.kind.value),
        span,
        because=f"{event.kind.value}: {event.rule}",
        confidence=0.7,
        chain=links_of(document, statement.chained if statement else None),
        manner=statement.chained.voice.manner if statement else Manner.REPORTED,
        date=dates[0] if dates else None,
        by=by,
        to=to,
        through=event.through,
        persons=about.persons,
        collective=about.collective,
        count=event.count or about.count,
    )
    if event.kind is EventKind.CONTACT:
        place = event.where
        yield replace(
            base,
            participants=tuple(dict.fromkeys(names)),
            place=place,
            count=about.count,
            contact_kind=event.contact_kind,
            contact_status=event.status or ContactStatus.HELD,
            to=names[1] if len(names) > 1 else to,
        )
    elif event.kind is EventKind.HANDOVER:
        # Only a day given for it: "had handed", said on the 28th, does not mean handed over on the 28th.
        yield base
    elif event.about is not None:
        words = document.span(*event.about)
        whose = event.where or by or "the text"
        unheard = room.about(event.about)
        yield replace(
            base,
            by=whose,
            about=f"{whose}: {words.text}",
            persons=unheard.persons,
            collective=unheard.collective,
            confidence=0.8 if unheard.known else 0.4,
            manner=base.manner,
            because=f"explicit silence: {event.rule}" + ("" if unheard.known else "; it may be about something else"),
        )


# --- from the whole document ----------------------------------------------------------------------------------------


def propose_silence(room: Room, proposals: Sequence[Proposal], terms: Sequence[str]) -> Iterator[Proposal]:
    """A text that tells of a contact and nowhere names the people looked for."""
    contacts = [p for p in proposals if p.kind is ProposalKind.CONTACT and p.contact_status is ContactStatus.HELD]
    if not contacts or room.mentions:
        return
    first = contacts[0]
    who = " and ".join(first.participants) or first.span.text
    publisher = room.document.publisher
    chain = (ProposedLink(first.chain[-1].role, publisher, Attribution.NAMED),) if publisher and first.chain else ()
    yield Proposal(
        ProposalKind.SILENCE,
        first.span,
        chain=chain,
        date=first.date,
        collective=True,
        by=publisher,
        about=f"{publisher or 'the report'} on the contact of {who}: the people looked for",
        because="silence: the text tells of a contact and contains none of these terms: " + "; ".join(terms),
        confidence=0.5,
    )

"""From a document to everything that a person should be asked about: `read`.

In: a `Document`, a spotter of the sought people's names, words for their group. Out: `Reading`.
Leaves to others: judging the proposals and keeping them (casework). Nothing here raises on any text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from homeward.reading.acquaintance import Acquaintance
from homeward.reading.dates import read_dates
from homeward.reading.document import Document
from homeward.reading.entities import find_entities
from homeward.reading.events import (
    Room,
    least_in,
    propose_heard,
    propose_own_words,
    propose_silence,
    propose_statement,
    without_doubted,
)
from homeward.reading.inflected_names import add_inflected_names
from homeward.reading.languages import Language, language_of
from homeward.reading.languages.language import MASK, Actor, Analysis, Place, View
from homeward.reading.layout import Turn, as_quotations, cut_at_labels, find_items, find_origin, find_turns, spoken_in
from homeward.reading.memory import Memory
from homeward.reading.mentions import (
    SpotterLike,
    add_family_names,
    find_mentions,
)
from homeward.reading.proposals import Entity, EntityKind, Proposal, ProposalKind, ReadDate, Reading, SoughtMention
from homeward.reading.segment import Paragraph, Quotation, Sentence, paragraphs, quotations, sentences
from homeward.reading.statements import SeenSentence, Statement, find_statements, only_relays, read_statement
from homeward.reading.tagging import Tagged, TaggedName, TaggedStatement
from homeward.reading.telling import Telling, Told, sentences_of

_LONGEST_LINE = 20_000  # a paragraph longer than this is searched for names and dates in pieces
_NEAR = 40  # proposals before a sentence's own among which one of its events may be
_SHORT = 12  # letters under which a paragraph's language is the document's


def read(
    document: Document,
    *,
    sought: SpotterLike | None = None,
    groups: Sequence[str] = (),
    sought_count: int | None = None,
    telling: Telling | None = None,
) -> Reading:
    """Propose statements, claims, contacts, handovers, answers, commitments and silences of one document.

    Args:
        document: text and publication data; without the date, relative dates stay unread.
        sought: finds the sought people's names in running text; None looks only for words for the group.
        groups: terms for the group besides the usual ones, such as "the crew of the Alma".
        sought_count: how many people are looked for; ties "the eight" and "eight names" to them.
        telling: the models that hear events; None takes those in the package.
    """
    text = document.text
    look = _look(document, sought, groups, sought_count)
    main, seen, mentions, dates = look.main, look.seen, look.mentions, look.dates
    named = tuple((m.span.start, m.span.stop) for m in mentions if m.person_key is not None)
    memory = Memory(Acquaintance(document.publisher), looked_for=named)
    through = _through(text, look.parts, main, seen, look.reviewed)
    statements = find_statements(seen, memory, through)
    room = Room(document, mentions, dates, memory.acquaintance, sought_count)
    proposals: list[Proposal] = []
    spoken = [statement for statement in statements if not statement.attitude]
    begun = _begun_in(seen, spoken)
    told_of = tuple(read_statement(document, statement) for statement in statements if not only_relays(statement))
    judged = (telling or Telling.shipped()).judge(
        text,
        sentences_of(document, mentions, dates, told_of, main.abbreviations if main.code == "en" else frozenset()),
        main.code,
    )
    told = _told_by_sentence(seen, judged.told(least_in(main.code)))
    for number, (sentence, around) in enumerate(zip(seen, _statements_by_sentence(seen, spoken), strict=True)):
        room.turn_to(sentence.analysis.actors)
        own: list[Proposal] = []
        for statement in begun[number]:
            own += propose_statement(room, statement)
        own += _not_told_yet(propose_own_words(room, sentence, around), own)
        own = without_doubted(own, judged, main.code)
        if told[number]:
            own += propose_heard(room, sentence, told[number], around, [*proposals[-_NEAR:], *own])
        proposals += own
    proposals += propose_silence(room, proposals, _terms(main, sought, groups))
    order = list(ProposalKind)
    proposals.sort(key=lambda p: (p.span.start, order.index(p.kind), p.span.stop))
    return Reading(
        main.code,
        tuple(_without_repeats(proposals)),
        tuple(mentions),
        tuple(dates),
        told_of,
        tuple(_entity(document, name) for name in look.names) or find_entities(text, main.code),
        _warnings(document, look.quotes, main),
    )


def sentences_seen(document: Document) -> list[SeenSentence]:
    """The sentences of a document with what each language's rules saw in them, for training on them."""
    return _look(document, None, (), None).seen


@dataclass(frozen=True, slots=True)
class _Look:
    """What is seen of a document before anything is put together."""

    main: Language
    parts: list[Paragraph]
    quotes: list[Quotation]
    dates: list[ReadDate]
    mentions: list[SoughtMention]
    names: tuple[TaggedName, ...]
    reviewed: list[tuple[Place, Actor]]
    seen: list[SeenSentence]


def _look(document: Document, sought: SpotterLike | None, groups: Sequence[str], sought_count: int | None) -> _Look:
    text = document.text
    parts = paragraphs(text)
    quotes = quotations(text, parts)
    main = language_of(text, document.language)
    languages = [_language_for(text, part, main) for part in parts]
    if main.speech is not None:
        quotes = main.speech(text, parts, quotes)
    turns = find_turns(text, parts, document.publisher)
    quotes = as_quotations(turns, quotes)
    masked = _mask(text, quotes)
    dates, mentions = _dates_and_mentions(document, parts, languages, sought, groups, sought_count)
    if main.stem is not None:
        mentions = add_inflected_names(text, mentions, main.stem)
    tagged = main.tagger().tag(text) if main.tagger is not None else Tagged()
    reviewed = main.reviewed(text, parts) if main.reviewed is not None else []
    media = frozenset(medium.name.lower() for _, medium in reviewed)
    seen = _see(document, masked, parts, quotes, languages, main, dates, turns, tagged.statements, media)
    return _Look(main, parts, quotes, dates, mentions, tagged.names, reviewed, seen)


def _through(
    text: str,
    parts: Sequence[Paragraph],
    main: Language,
    seen: Sequence[SeenSentence],
    reviewed: Sequence[tuple[Place, Actor]],
) -> dict[int, tuple[Actor, ...]]:
    """By the beginning of a sentence, the media through which all that is said in it came."""
    media = _through_paragraphs(text, parts, main)
    found = {s.view.start: media[s.paragraph] for s in seen if s.paragraph in media}
    if reviewed:
        begins = [place[0] for place, _ in reviewed]
        for sentence in seen:
            at = bisect_right(begins, sentence.view.start + 2) - 1
            if at >= 0 and sentence.view.start < reviewed[at][0][1]:
                found.setdefault(sentence.view.start, (reviewed[at][1],))
    return found


def _through_paragraphs(text: str, parts: Sequence[Paragraph], main: Language) -> dict[int, tuple[Actor, ...]]:
    """By paragraph, the media through which all that is said in it came."""
    framed = main.frame(text, parts) if main.frame is not None else None
    found = dict.fromkeys(range(framed[0], len(parts)), framed[1]) if framed is not None else {}
    if (origin := find_origin(text, parts, main.reprinted)) is not None:
        found = dict.fromkeys(range(len(parts)), (origin,))
    return found | {item.paragraph: (item.medium,) for item in find_items(text, parts, main.describe)}


def _entity(document: Document, name: TaggedName) -> Entity:
    span = document.span(*name.place)
    return Entity(span, EntityKind(name.kind), name.probability, span.text)


def _language_for(text: str, part: Paragraph, main: Language) -> Language:
    piece = text[part.start : min(part.stop, part.start + 2000)]
    if sum(1 for _ in islice(filter(str.isalpha, piece), _SHORT)) < _SHORT:
        return main
    language = language_of(piece)
    return main if language.code in ("und", "en") and main.code not in ("he", "ar", "ru") else language


def _mask(text: str, quotes: Sequence[Quotation]) -> str:
    pieces: list[str] = []
    place = 0
    for quote in quotes:
        if quote.is_speech:
            pieces += [text[place : quote.start], MASK * (quote.stop - quote.start)]
            place = quote.stop
    return "".join([*pieces, text[place:]])


def _dates_and_mentions(
    document: Document,
    parts: Sequence[Paragraph],
    languages: Sequence[Language],
    sought: SpotterLike | None,
    groups: Sequence[str],
    count: int | None,
) -> tuple[list[ReadDate], list[SoughtMention]]:
    dates: list[ReadDate] = []
    mentions: list[SoughtMention] = []
    finders = {language.code: language.described for language in languages if language.described is not None}
    described = {code: find(document.text, groups, count) for code, find in finders.items()}
    for part, language in zip(parts, languages, strict=True):
        for start in range(part.start, part.stop, _LONGEST_LINE):
            stop = min(part.stop, start + _LONGEST_LINE)
            piece = document.text[start:stop]
            for day in read_dates(piece, document.published, language.dates, told=dates):
                span = document.span(start + day.span.start, start + day.span.stop)
                dates.append(replace(day, span=span))
            mentions += find_mentions(
                piece,
                language,
                offset=start,
                sought=sought,
                groups=groups,
                count=count,
                described=described.get(language.code, ()),
                whole=document.text,
            )
    own = [
        day
        for day in dates
        if not (day.span.text == "اليوم" and _NAMED_SO.match(document.text, day.span.stop))
        and not _NAMED_DAY.match(document.text, max(0, day.span.start - 4), day.span.stop + 3)
    ]
    return own, add_family_names(document.text, mentions, sought)


# A day inside the name of a paper: «النيل اليوم», "the Sunday Meridian".
_NAMED_DAY = re.compile(
    r"[Tt]he (?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day (?!Ja|Fe|Ma|Ap|Ju|Au|Se|Oc|No|De)[A-Z][a-z]"
)
_NAMED_SO = re.compile(r"(?<=\w اليوم)[»\"”]")


def _see(
    document: Document,
    masked: str,
    parts: Sequence[Paragraph],
    quotes: list[Quotation],
    languages: Sequence[Language],
    main: Language,
    dates: Sequence[ReadDate],
    turns: Sequence[Turn],
    tagged: Sequence[TaggedStatement] = (),
    media: frozenset[str] = frozenset(),
) -> list[SeenSentence]:
    text = document.text
    seen: list[SeenSentence] = []
    speech = [q for q in quotes if q.is_speech]
    quote_at = date_at = tagged_at = 0
    found: list[Sentence] = sentences(text, list(parts), speech, abbreviations=main.abbreviations)
    turn_at = 0
    for sentence in cut_at_labels(found, turns):
        while turn_at < len(turns) and turns[turn_at].label[0] < sentence.start:
            turn_at += 1
        while quote_at < len(speech) and speech[quote_at].start < sentence.start:
            quote_at += 1
        while date_at < len(dates) and dates[date_at].span.start < sentence.start:
            date_at += 1
        own_quotes: list[Quotation] = []
        while quote_at < len(speech) and speech[quote_at].start < sentence.stop:
            own_quotes.append(speech[quote_at])
            quote_at += 1
        own_dates: list[ReadDate] = []
        while date_at < len(dates) and dates[date_at].span.start < sentence.stop:
            own_dates.append(dates[date_at])
            date_at += 1
        outside = tuple(d for d in own_dates if not any(q.start <= d.span.start < q.stop for q in own_quotes))
        inside = tuple(d for d in own_dates if d not in outside) if len(outside) < len(own_dates) else ()
        language = languages[sentence.paragraph] if languages else main
        last = seen[-1] if seen and seen[-1].paragraph == sentence.paragraph else None
        before = (last.view.start, last.view.stop) if last else None
        own_tagged: list[TaggedStatement] = []
        while tagged_at < len(tagged) and tagged[tagged_at].cue[0] < sentence.stop:
            own_tagged.append(tagged[tagged_at])
            tagged_at += 1
        view = View(
            text,
            masked,
            sentence.start,
            sentence.stop,
            tuple(own_quotes),
            outside,
            before=before,
            tagged=tuple(own_tagged),
            media=media,
            quoted_dates=inside,
        )
        analysis = language.analyse(view)
        if turn_at < len(turns) and turns[turn_at].label[0] < sentence.stop:
            turn = turns[turn_at]
            analysis = Analysis() if turn.asks else spoken_in(turn, text, analysis, language.describe)
        seen.append(SeenSentence(view, analysis, sentence.paragraph, language))
    return seen


def _statements_by_sentence(seen: Sequence[SeenSentence], statements: Sequence[Statement]) -> list[list[Statement]]:
    """For each sentence, the statements with words in it."""
    starts = [s.view.start for s in seen]
    found: list[list[Statement]] = [[] for _ in seen]
    for statement in statements:
        for start, stop in statement.contents:
            for number in range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, stop)):
                if not any(s is statement for s in found[number]):
                    found[number].append(statement)
    return found


def _not_told_yet(proposals: Iterable[Proposal], told: Sequence[Proposal]) -> list[Proposal]:
    """The proposals but for promises of whose words somebody's statement has told already."""
    promised = [p.span for p in told if p.kind is ProposalKind.COMMITMENT]
    return [
        p
        for p in proposals
        if p.kind is not ProposalKind.COMMITMENT
        or not any(p.span.start < span.stop and span.start < p.span.stop for span in promised)
    ]


def _begun_in(seen: Sequence[SeenSentence], statements: Sequence[Statement]) -> list[list[Statement]]:
    """For each sentence, the statements that begin in it."""
    starts = [s.view.start for s in seen]
    found: list[list[Statement]] = [[] for _ in seen]
    for statement in statements:
        found[max(0, bisect_right(starts, statement.sentence[0]) - 1)].append(statement)
    return found


def _told_by_sentence(seen: Sequence[SeenSentence], told: Sequence[Told]) -> list[list[Told]]:
    """For each sentence, what seems to be told in it; a quotation of several sentences is one piece of its own."""
    starts = [s.view.start for s in seen]
    found: list[list[Told]] = [[] for _ in seen]
    for one in told:
        found[max(0, bisect_right(starts, one.place[0]) - 1)].append(one)
    return found


def _terms(main: Language, sought: SpotterLike | None, groups: Sequence[str]) -> list[str]:
    terms = [f'"{term}"' for term in groups if term.strip()]
    terms.append(f"the usual words for held people ({main.code})")
    if sought is not None:
        terms.append("every known name form of every sought person")
    return terms


def _without_repeats(proposals: Sequence[Proposal]) -> list[Proposal]:
    seen: set[tuple[object, ...]] = set()
    kept = []
    for p in proposals:
        key = (
            p.kind,
            p.span,
            p.content,
            p.subject,
            p.polarity,
            p.answer_code,
            p.persons,
            tuple(link.name for link in p.chain),
            p.by,
            p.to,
            p.value,
        )
        if key not in seen:
            seen.add(key)
            kept.append(p)
    return kept


def _warnings(document: Document, quotes: Sequence[Quotation], main: Language) -> tuple[str, ...]:
    found = []
    if document.published is None or not document.published.is_day:
        found.append("The publication day is not known: weekdays and days without a year were left unread.")
    unclosed = 0
    for quote, after in zip(quotes, [*quotes[1:], None], strict=False):
        unclosed += not quote.closed and not (after is not None and after.continues)
    if unclosed:
        found.append(f"{unclosed} quotation(s) have no closing mark; each was read to the end of its paragraph.")
    if main.code == "und":
        found.append(
            "The language is not one that Homeward has rules for: only names, dates and quotations were read."
        )
    return tuple(found)

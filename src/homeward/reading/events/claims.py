"""What is claimed of a sought person or the group: alive, dead, released, held, at a place.

In: a sentence of somebody's words, or of the reporter's. Out: proposed claims.
Leaves to others: the predicates of each language (`Language.claims`), and acknowledgements (`answers`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from homeward.reading.events.room import Room
from homeward.reading.languages.language import Language, Place
from homeward.reading.proposals import Proposal, ProposalKind, SoughtMention
from homeward.reading.statements import Statement
from homeward.records import ClaimSubject, Manner, Polarity

_SEVERAL = re.compile(
    r"they|them|these|those|both|the (?:pair|two|men|women|couple|group)|us\b|none|neither|nobody|any", re.IGNORECASE
)
_KIN_OF = re.compile(r"(?<!\w)[وفبلك]?(?:والدة|والد|شقيقة|شقيق|زوجة|زوج|ابنة|ابن|أرملة|نجل|عم|خال|محامي|محامية)\s$")
_TOGETHER = 120  # characters between people named together, whom "both" means
_BACK = 700  # characters before a pronoun in which the people it means were named
_JOINED = re.compile(r"[\s,،]*(?:\b(?:and|nor|or|и)\b\s*|\bו|و)?\s*")


def propose_claims(
    room: Room, language: Language, place: Place, base: Proposal, statement: Statement | None
) -> Iterator[Proposal]:
    """The claims in one sentence; `statement` is None for the reporter's own words."""
    text = room.document.text
    mentions = [
        m for m in room.mentions_in(place) if not _KIN_OF.search(text[max(0, m.span.start - 16) : m.span.start])
    ]
    if not mentions and statement is not None:
        rest = room.mentions_in(statement.sentence)
        if language.they is not None and language.they.search(text, *place):
            mentions = rest
    if not mentions and language.they is not None and language.subject_of is not None:
        pronoun = language.they.search(text, *place)
        if pronoun is not None:
            mentions = _spoken_of(room, place[0], _SEVERAL.match(pronoun.group()) is not None)
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


def _spoken_of(room: Room, place: int, several: bool) -> list[SoughtMention]:
    """The people whom the text last named before a place: whom "he" and "they" mean there."""
    before = room.mentions_in((max(0, place - _BACK), place))
    people = [m for m in before if m.person_key]
    if not before or not several:
        return people[-1:] or before[-1:]
    if before[-1].group:
        return before[-1:]
    last = before[-1].span.start
    return [m for m in people if last - m.span.start < _TOGETHER]


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

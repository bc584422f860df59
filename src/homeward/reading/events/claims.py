"""What is claimed of a sought person or the group: alive, dead, released, held, at a place.

In: a sentence of somebody's words, or of the reporter's. Out: proposed claims.
Leaves to others: the predicates of each language (`Language.claims`), and acknowledgements (`answers`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from homeward.reading.events.room import Room
from homeward.reading.languages.language import ActorKind, ClaimRule, Language, Place, View
from homeward.reading.proposals import Proposal, ProposalKind, SoughtMention
from homeward.reading.sieve import chosen, sieve_of
from homeward.reading.statements import Statement
from homeward.records import Attribution, ClaimSubject, Manner, Polarity

_SEVERAL = re.compile(
    r"they|them|these|those|both|the (?:pair|two|men|women|couple|group)|us\b|none|neither|nobody|any|"
    r"они|их|им|ими|них|оба|обе|обоих|обеих|обоим|эт(?:их|и|ими) люд\w+|никого|никто|ни один",
    re.IGNORECASE,
)
_KIN_OF = re.compile(r"(?<!\w)[وفبلك]?(?:والدة|والد|شقيقة|شقيق|زوجة|زوج|ابنة|ابن|أرملة|نجل|عم|خال|محامي|محامية)\s$")
_TOGETHER = 120  # characters between people named together, whom "both" means
_OBJECT = 45  # characters behind a verb in which its object is named
_END = re.compile(r"[.!?;؟]")
_CLAUSE = re.compile(r"[.,;:!?]|\b(?:who|which|that|because|while|if)\b")
_HIM = re.compile(r"\s*(?:both |all |two |one |some |three )?(?:of )?(?:him|her|them|us)\b", re.IGNORECASE)
_BACK = 1000  # characters before a pronoun in which the people it means were named
_JOINED = re.compile(r"[\s,،]*(?:\b(?:and|nor|or|и)\b\s*|\bו|و)?\s*")


def propose_claims(
    room: Room, language: Language, place: Place, base: Proposal, statement: Statement | None
) -> Iterator[Proposal]:
    """The claims in one sentence; `statement` is None for the reporter's own words."""
    text = room.document.text
    if text[slice(*place)].rstrip(" \n”\"’'»").endswith("?"):
        return  # a question claims nothing
    mentions = [
        m for m in room.mentions_in(place) if not _KIN_OF.search(text[max(0, m.span.start - 16) : m.span.start])
    ]
    named = bool(mentions)
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
    worth = sieve_of(language.claims, _pattern_of).worth(text[slice(*place)], text)
    for rule in chosen(language.claims, worth):
        for match in rule.pattern.finditer(text, *place):
            if any(match.start() < b and a < match.end() for a, b in taken) or (rule.subject, match.start()) in seen:
                continue
            taken.append(match.span())
            before = text[max(place[0], match.start() - 80) : match.start()]
            ends = _END.search(text, match.end(), place[1])
            if (ends is not None and ends.group() == "?") or _is_unreal(language, rule, before):
                taken.pop()
                continue
            inflects = language.stem is not None
            if (
                inflects
                and not named
                and rule.subject in _OF_THE_SUBJECT
                and _is_told_of_another(room, language, place, match.start())
            ):
                continue
            if (
                not inflects
                and not rule.takes
                and rule.polarity is Polarity.ASSERTS
                and _of_another(room, language, place, match.start())
            ):
                continue
            spoken_of = _objects(text, mentions, match.end()) if rule.takes else mentions
            if (
                statement is None
                and language.our_side is not None
                and _is_loose(text, rule, mentions, named, match.start())
            ):
                continue
            persons, collective, count = _whom(text, spoken_of, match.span(), place, takes=rule.takes)
            if not persons and not collective:
                continue
            polarity = rule.polarity
            denied = language.nobody is not None and language.nobody.search(before) is not None
            if denied and polarity is Polarity.ASSERTS and rule.subject is not ClaimSubject.HEALTH:
                polarity = Polarity.DENIES  # but "none is sick" tells how they are
            turned = base.manner is Manner.DENIED and not _is_behind_colon(text, statement)
            if turned or _is_called_untrue(text, place, statement):
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


def _pattern_of(rule: ClaimRule) -> re.Pattern[str]:
    return rule.pattern


_CALLED_UNTRUE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*|contradict\w*|disput\w*) (?:[\w’'-]+ ){0,3}?"
    r"(?:reports?|claims?|rumou?rs?|suggestions?|allegations?|accounts?|assertions?)(?: \w+){0,2}? that\s+$",
    re.IGNORECASE,
)


def _is_behind_colon(text: str, statement: Statement | None) -> bool:
    """Whether words that deny something are the denial itself: "would have none of it: the nurses are dead"."""
    if statement is None or not statement.contents:
        return False
    start = statement.contents[0][0]
    return text[max(0, start - _TO_COLON) : start].rstrip(" \n\"'“‘«„").endswith(":")


_TO_COLON = 6  # characters from a colon to the words behind it


def _is_called_untrue(text: str, place: Place, statement: Statement | None) -> bool:
    """Whether words are those of a report that somebody denies: "denied reports that they were free"."""
    return statement is not None and _CALLED_UNTRUE.search(text[max(0, place[0] - 90) : place[0]]) is not None


_LOOSE = frozenset({ClaimSubject.WHEREABOUTS, ClaimSubject.ESCAPED, ClaimSubject.RELEASED})
_NEAR = 40  # characters between people and what the reporter says of them himself


def _is_loose(text: str, rule: ClaimRule, mentions: Sequence[SoughtMention], named: bool, at: int) -> bool:
    """Whether a predicate of the reporter's own stands apart from the people, so that it is of something else."""
    if rule.takes:
        return rule.subject is ClaimSubject.ALIVE  # whom a reporter's people saw and met he tells of as he likes
    if rule.subject not in _LOOSE:
        return False
    before = [m for m in mentions if m.span.stop <= at]
    if not named or not before:
        return True
    between = text[before[-1].span.stop : at]
    return len(between) > _NEAR or _CLAUSE.search(between) is not None


# What is said of the subject of its clause: "his brother lives in Chicago" says nothing of himself.
_OF_THE_SUBJECT = (ClaimSubject.ALIVE, ClaimSubject.HEALTH, ClaimSubject.WHEREABOUTS, ClaimSubject.ESCAPED)


def _is_told_of_another(room: Room, language: Language, place: Place, at: int) -> bool:
    """Whether the clause of a predicate, in a language that inflects names, has somebody else for its subject."""
    if language.subject_of is None or language.stem is None:
        return False
    text = room.document.text
    actor = language.subject_of(View(text, text, *place, (), ()), at)
    if actor is None or actor.kind not in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.OTHER):
        return False
    return len(text[slice(*actor.place)]) > 4 and not room.mentions_in(actor.place)


def _is_unreal(language: Language, rule: ClaimRule, before: str) -> bool:
    """Whether what stands before a predicate makes it a wish, a plan or a condition."""
    if rule.polarity is Polarity.DOES_NOT_KNOW or language.unreal is None:
        return False
    if rule.past and language.timely is not None:
        before = language.timely.sub(" ", before)
    return language.unreal.search(before) is not None


def _of_another(room: Room, language: Language, place: Place, at: int) -> bool:
    """Whether the subject of a predicate is somebody else by name: "his cousin Tigran Venn is buried here"."""
    if language.subject_of is None:
        return False
    actor = language.subject_of(View(room.document.text, room.document.text, *place, (), ()), at)
    if actor is None or actor.kind is not ActorKind.PERSON or actor.attribution is not Attribution.NAMED:
        return False
    text = room.document.text
    at = text.find(actor.name, actor.place[0], actor.place[1] + 2)
    own = (at - 1, at + len(actor.name) + 2) if at >= 0 else (actor.place[0] - 1, actor.place[1] + 2)
    return not room.mentions_in(own)  # the mother's own name, not that of her son beside it


def _objects(text: str, mentions: Sequence[SoughtMention], stop: int) -> list[SoughtMention]:
    """Whom a verb takes as its object: those named at once behind it, or, for "took him", those spoken of before."""
    after = [m for m in mentions if stop <= m.span.start + 1 and m.span.start - stop < _OBJECT]
    near = [m for m in after if not _CLAUSE.search(text, stop, m.span.start)]
    if near:
        return near[:1]
    return [m for m in mentions if m.span.start < stop][-1:] if _HIM.match(text, stop) else []


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
    text: str, mentions: Sequence[SoughtMention], match: Place, place: Place, *, takes: bool = False
) -> tuple[tuple[str, ...], bool, int | None]:
    """The people a predicate speaks of: the nearest before it, with those joined to them; else the next after it."""
    before = [m for m in mentions if takes or m.span.start < match[1]]
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

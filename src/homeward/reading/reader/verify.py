"""Keeps of a model's answer only what stands in the document and agrees with it; counts everything else.

In: a document laid out (`Ground`), the items of an answer, the stretch that was asked about. Out: proposals, each
quoting the document exactly, and how many items were refused for which reason.
Leaves to others: asking (`client`), joining with what the rules propose (`merge`), judging (a person).

What a model is relied on for: which words are somebody's, whose, through whom; which words are an answer, a promise,
a claim. What it is never relied on for: the words themselves (found in the text), dates (`homeward.reading.dates`
reads them from the words), who is looked for (our own mentions), an acknowledgement (our own rules must see it too).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from homeward.reading.chained import Chained
from homeward.reading.events import FAMILY, About
from homeward.reading.languages.language import Actor, Voice
from homeward.reading.links import links_of
from homeward.reading.proposals import Proposal, ProposalKind
from homeward.reading.reader.agreement import Denying, Sign, clause_around
from homeward.reading.reader.answer import (
    Answered,
    AnswerItem,
    ClaimItem,
    CommitmentItem,
    ContactItem,
    HandoverItem,
    SaidItem,
    SilenceItem,
)
from homeward.reading.reader.check import Check, Refused
from homeward.reading.reader.ground import Ground, Uttered
from homeward.reading.reader.quotes import Place, trimmed
from homeward.reading.reader.refusals import Refusal
from homeward.reading.segment import Quotation
from homeward.reading.statements import Statement
from homeward.records import AnswerCode, ClaimSubject, ContactStatus, LinkRole, Manner, Polarity

# Below every rule of the engine's own, so that a person sees those first.
_SURE_DIRECT, _SURE = 0.35, 0.3

_BESIDE = 200  # characters between a cue and the nearest of the words that are said
_CUE_REACH = 400  # characters between a cue and its source, a clause and its date or condition
_RELAY_REACH = 2_000  # "the agency" may have been named paragraphs before
_LONGEST_VALUE = 200

Item = TypeVar("Item", bound=Hashable)


@dataclass(slots=True)
class Verified:
    """What is kept of one answer, and what is not."""

    proposals: list[Proposal]
    refused: Counter[Refusal]


def reason_of(model: str) -> str:
    """How the reason of every proposal of the reader begins."""
    return f"optional reader ({model})"


def is_from_reader(proposal: Proposal) -> bool:
    """Whether the optional reader proposed it, and no rule."""
    return proposal.because.startswith("optional reader (")


def verify(ground: Ground, answered: Answered, window: Place, *, model: str) -> Verified:
    """Check every item of an answer about the text in `window`. Verified statements are added to `ground`."""
    check = Check(ground, window)
    kept: list[Proposal] = []

    def each(items: Sequence[Item], prove: Callable[[Check, Item], Proposal]) -> None:
        alike, seen = Counter(items), Counter[Item]()
        for item in items:
            check.twins, check.twin = alike[item], seen[item]
            seen[item] += 1
            try:
                proposal = prove(check, item)
            except Refused as refused:
                check.refused[refused.reason] += 1
            else:
                kept.append(replace(proposal, because=f"{reason_of(model)}: {proposal.because}"))

    each(answered.statements, _statement)  # first: what else is said stands in the content of one
    each(answered.contacts, _contact)
    each(answered.handovers, _handover)
    each(answered.answers, _answer)
    each(answered.commitments, _commitment)
    each(answered.claims, _claim)
    each(answered.silences, _silence)
    return Verified(kept, check.refused + answered.refused)


# --- statements ---------------------------------------------------------------------------------------------------


def _statement(check: Check, item: SaidItem) -> Proposal:
    ground, text = check.ground, check.text
    named = (item.source,) if item.source is not None else ()
    first, rest = check.place_of(item.content[0], *item.content[1:], item.cue, *named)
    contents = [trimmed(text, place) for place in (first, *rest[: len(item.content) - 1])]
    whole_content = (contents[0][0], contents[-1][1])
    if any(b[0] < a[1] for a, b in pairwise(contents)) or any(a >= b for a, b in contents):
        raise Refused(Refusal.APART)
    cue = check.place_near(item.cue, whole_content, _CUE_REACH, outside=contents)
    if not any(max(cue[0] - content[1], content[0] - cue[1]) <= _BESIDE for content in contents):
        raise Refused(Refusal.APART)
    source = _source(check, item, cue, contents)
    relays = [check.place_near(words, cue, _RELAY_REACH) for words in item.relays]
    quotes = [ground.quotation_of(content) for content in contents]
    direct = all(quote is not None for quote in quotes)
    begin = min(cue[0], whole_content[0], source[0] if item.source is not None else cue[0])
    sentence = ground.sentence_of((begin, max(cue[1], whole_content[1])))
    scopes = tuple(
        (quote.inner_start, quote.inner_stop)
        if quote is not None and direct and not _runs_on(check, quote, cue)
        else _scope(check, content, cue)
        for content, quote in zip(contents, quotes, strict=True)
    )
    manner = item.manner
    if (denying := ground.denying_at(cue)) is not None:
        for content, scope in zip(contents, scopes, strict=True):
            _nothing_left_out(ground.flat, content, scope, denying)
        manner = _manner(check, cue, source, item.manner, denying)
    elif not direct or manner is Manner.DENIED:
        raise Refused(Refusal.LANGUAGE)
    actors = _actors(check, item, source, relays)
    said_on = check.date(item.date, cue, reach=_CUE_REACH)
    if said_on is not None and any(_overlap((said_on.span.start, said_on.span.stop), c) for c in contents):
        said_on = None  # what is told of happened then; it was not said then
    speaker, region = actors[0], (scopes[0][0], scopes[-1][1])
    voice = Voice(
        cue,
        manner,
        speaker,
        region,
        direct,
        contents=tuple(contents),
        relays=tuple(actors[1:]),
        rule="optional-reader",
    )
    chained = Chained(voice, tuple(actors), said_on, (*[None] * (len(actors) - 1), said_on))
    statement = Statement(
        chained, contents, direct, sentence, ground.paragraph_of(cue), ground.language_at(cue), voice.rule
    )
    chain = links_of(ground.document, chained)
    ground.uttered.append(Uttered(tuple(contents), scopes, chain, manner, sentence, source, statement))
    about = ground.room.about(sentence)
    words = " ".join(text[slice(*source)].split())
    resolved = f', taken for "{speaker.name}"' if speaker.name not in words else ""
    return Proposal(
        ProposalKind.STATEMENT,
        ground.document.span(*sentence),
        because=f'statement, by the cue "{text[slice(*cue)]}" of "{words}"{resolved}',
        confidence=_SURE_DIRECT if direct else _SURE,
        content=tuple(ground.document.span(*content) for content in contents),
        chain=chain,
        manner=manner,
        direct=direct,
        date=said_on,
        persons=about.persons,
        collective=about.collective,
        count=about.count,
    )


def _actors(check: Check, item: SaidItem, source: Place, relays: Sequence[Place]) -> list[Actor]:
    """The speaker, then each relay that is somebody else."""
    actors = [check.actor(source, item.speaker, item.attribution)]
    for place in relays:
        relay = check.actor(place)
        if relay.name.casefold() not in (actor.name.casefold() for actor in actors):
            actors.append(relay)
    return actors


def _source(check: Check, item: SaidItem, cue: Place, contents: Sequence[Place]) -> Place:
    """Where the text names who spoke: nearest to the cue; before it, if its own sentence leaves him out."""
    if item.source is not None:
        return check.place_near(item.source, cue, _CUE_REACH, outside=contents)
    before = [place for place in check.ground.whole.find(item.speaker or "") if place[1] <= cue[0]]
    if not before or cue[0] - before[-1][1] > _RELAY_REACH:
        raise Refused(Refusal.NAME)
    return before[-1]


def _runs_on(check: Check, quote: Quotation, cue: Place) -> bool:
    """Whether a quotation goes on with a sentence of the reporter's: "he does not “buy promises”"."""
    text = check.text
    before = quote.start
    while before > 0 and text[before - 1] in " \u00a0":
        before -= 1
    if not text[before - 1 : before].isalnum() or cue[0] < before <= cue[1]:
        return False
    denying = check.ground.denying_at(cue)
    word = text[max(0, before - 20) : before].rsplit(None, 1)[-1]
    return denying is None or denying.that.fullmatch(word) is None


def _scope(check: Check, content: Place, cue: Place) -> Place:
    """How far words that negate reported speech can stand: in its sentence, on its own side of the cue.

    Behind the "that": "an aide who did not give his name said that ..." negates nothing of what was said.
    """
    sentence = check.ground.sentence_of(content)
    if cue[1] <= content[0]:
        start = max(sentence[0], cue[1])
        denying = check.ground.denying_at(cue)
        # The first one: of "said he does not think that they hold them" the "not" is part.
        opened = denying.that.search(check.ground.flat, start, content[0]) if denying else None
        return (opened.end() if opened else start), sentence[1]
    return sentence[0], max(content[1], min(sentence[1], cue[0]))


def _nothing_left_out(text: str, content: Place, scope: Place, denying: Denying) -> None:
    """A "not" that stands just before or behind the quote belongs to what was said."""
    start, stop = clause_around(text, content, scope, denying)
    for gap in ((start, content[0]), (content[1], stop)):
        if denying.plain.search(text, *gap) or denying.denial.search(text, *gap):
            raise Refused(Refusal.NEGATION)


def _manner(check: Check, cue: Place, source: Place, told: Manner, denying: Denying) -> Manner:
    """How it was said: as the rules know the verb, else as the model tells; a denial only where the cue denies."""
    text = check.text
    before = (max(check.ground.sentence_of(cue)[0], cue[0] - 25), cue[0])
    near = text[slice(*before)]
    for mark in ",;:،\n":
        near = near.rsplit(mark, 1)[-1]
    near = " ".join(near.split()[-3:])  # "has not yet said"; not "who did not give his name said"
    said = text[slice(*cue)]  # by itself: in Arabic and Hebrew the letter before it may be an "and"
    if any(denying.plain.search(words) for words in (near, text[slice(*source)], said)):
        raise Refused(Refusal.NOT_SAID)
    voice = check.ground.voice_at(cue)
    if voice.attitude if voice is not None else denying.attitude.search(said):
        raise Refused(Refusal.NOT_SAID)
    denies = denying.denial.search(said) is not None
    if denies is not (told is Manner.DENIED):
        raise Refused(Refusal.NEGATION)
    return voice.manner if voice is not None and not denies and voice.manner is not Manner.DENIED else told


# --- what the words of a statement mean ---------------------------------------------------------------------------

_NEGATED = frozenset({AnswerCode.DOES_NOT_HOLD, AnswerCode.DENIES_KNOWLEDGE})
_EITHER = frozenset(
    {AnswerCode.REFUSES, AnswerCode.COLLECTIVE_REPLY, AnswerCode.ASKS_DETAILS, AnswerCode.DISPUTES_IDENTITY}
)
_NO_FACT = _EITHER | {AnswerCode.DENIES_KNOWLEDGE}  # "we do not know whether", "we ask for": no fact is told


def _answer(check: Check, item: AnswerItem) -> Proposal:
    ground, text = check.ground, check.text
    place, uttered, scope = _own_words(check, item.quote, item.about)
    code = item.code
    manner = uttered.manner
    if code is AnswerCode.NO_ANSWER_BY or manner is Manner.DEMANDED:
        raise Refused(Refusal.NOT_OWN_WORDS)
    if manner is Manner.ASKED and code is not AnswerCode.ASKS_DETAILS:
        raise Refused(Refusal.UNREAL)
    speaker = text[slice(*uttered.speaker)] if uttered.speaker is not None else ""
    if FAMILY.search(speaker) or FAMILY.search(uttered.chain[0].name):
        raise Refused(Refusal.NOT_OWN_WORDS)  # relatives who search do not answer
    _agrees(
        check, place, scope, manner, None if code in _EITHER else code in _NEGATED, _said_dead(check, place, code)
    )
    _no_other_answer(check, place, code)
    if code is AnswerCode.REFUSES:
        denying = check.denying(place)
        if not denying.plain.search(ground.flat, *clause_around(ground.flat, place, scope, denying)):
            raise Refused(Refusal.NEGATION)
    elif code not in _NO_FACT:
        check.real(_words_of(check, place, code), scope, negated=code in _NEGATED)
    if code.value.startswith("says_") and not ground.room.mentions_in(place) and item.about is None:
        raise Refused(Refusal.ABOUT)
    about = check.about(item.about, place, uttered, far=not code.value.startswith("says_"))
    if code is AnswerCode.HOLDS and not _rules_acknowledge(check, place, uttered):
        raise Refused(Refusal.NOT_OWN_WORDS)
    return replace(
        _within(check, ProposalKind.ANSWER, place, uttered, about),
        answer_code=code,
        by=uttered.chain[0].name,
        because=f'answer-{code.value}: the words "{_short(text, place)}"',
    )


def _no_other_answer(check: Check, place: Place, code: AnswerCode) -> None:
    """Refuse a code where the rules see another answer in the words, and not this one."""
    language, flat = check.ground.language_at(place), check.ground.flat
    seen = {known for known, pattern in language.answers if pattern.search(flat, *place) is not None}
    if code in _NEGATED:
        seen &= _NEGATED | _EITHER  # "neither is in our hands" holds the words of an answer that it negates
    if seen and code not in seen:
        raise Refused(Refusal.AGAINST_RULES)


def _said_dead(check: Check, place: Place, code: AnswerCode) -> tuple[Place, ...]:
    """The words "no longer alive" hold a negation, and yet say that somebody is dead."""
    if code is not AnswerCode.SAYS_DEAD:
        return ()
    return tuple(m.span() for m in check.denying(place).gone.finditer(check.ground.flat, *place))


def _words_of(check: Check, place: Place, code: AnswerCode) -> Place:
    """Where the rules see this answer begin, so that what follows it makes no condition; else the whole place."""
    for known, pattern in check.ground.language_at(place).answers:
        if known is code and (found := pattern.search(check.ground.flat, *place)) is not None:
            return found.start(), found.start()
    return place


def _commitment(check: Check, item: CommitmentItem) -> Proposal:
    ground, text = check.ground, check.text
    place, uttered, scope = _own_words(check, item.quote, item.about)
    language = ground.language_at(place)
    if uttered.manner in (Manner.DENIED, Manner.DEMANDED, Manner.ASKED):
        raise Refused(Refusal.NO_PROMISE)
    sentence = _sentence_in(check, place, scope)
    condition = None
    if item.condition is not None:
        condition = check.place_near(item.condition, place, _CUE_REACH)
        if not (scope[0] <= condition[0] and condition[1] <= scope[1]):
            raise Refused(Refusal.APART)
    elif language.condition is not None and (found := language.condition.search(ground.flat, *sentence)) is not None:
        condition = found.span()  # a condition that was left out is still there
    besides = (condition,) if condition else ()
    if check.sign(place, scope, besides=besides) is not Sign.AFFIRMS:
        raise Refused(Refusal.NEGATION)
    promises = uttered.manner is Manner.PROMISED or (
        language.commitment is not None and language.commitment.search(ground.flat, *sentence) is not None
    )
    if not promises and not _is_ahead(check, place, scope):
        raise Refused(Refusal.NO_PROMISE)
    about = check.about(item.about, place, uttered, far=True)
    due = check.date(item.due, place, reach=_CUE_REACH)
    if due is not None:
        at = due.span.start
        before = ground.flat[max(scope[0], at - 25) : at]
        tied = "within" in due.because or (language.deadline is not None and language.deadline.search(before))
        if not tied or (condition is not None and condition[0] <= at < condition[1]):
            due = None
    return replace(
        _within(check, ProposalKind.COMMITMENT, place, uttered, about),
        by=uttered.chain[0].name,
        due=due,
        condition=ground.document.span(*condition) if condition else None,
        because=f'commitment: "{_short(text, place)}"'
        + (", with a condition" if condition else "")
        + ("" if due else "; no date given"),
    )


_NO_CLAIM = frozenset({Manner.DEMANDED, Manner.ASKED, Manner.PROMISED})


def _claim(check: Check, item: ClaimItem) -> Proposal:
    ground, text = check.ground, check.text
    place, _ = check.place_of(item.quote, item.about)
    place = trimmed(text, place)
    inner = ground.innermost(place)
    uttered = inner[0] if inner is not None else None
    scope = inner[1] if inner is not None else ground.sentence_of(place)
    manner = uttered.manner if uttered is not None else Manner.REPORTED
    if manner in _NO_CLAIM:
        raise Refused(Refusal.UNREAL)
    if item.subject is ClaimSubject.ACKNOWLEDGEMENT and not _rules_acknowledge(check, place, uttered):
        raise Refused(Refusal.NOT_OWN_WORDS)
    if item.polarity is Polarity.DOES_NOT_KNOW:
        _not_known(check, place, scope, manner)
    else:
        _agrees(check, place, scope, manner, item.polarity is Polarity.DENIES, ())
        negated = item.polarity is Polarity.DENIES
        check.real(_predicate(check, place, item.subject), scope, negated=negated)
    _no_contradiction(check, item, place)
    about = check.about(item.about, place, uttered, far=False)
    voice = "" if uttered is not None else ", in the publisher's own voice; nobody is said to acknowledge it"
    return replace(
        _within(check, ProposalKind.CLAIM, place, uttered, about),
        subject=item.subject,
        polarity=item.polarity,
        value=" ".join(text[slice(*place)].split())[:_LONGEST_VALUE],
        because=f'claim-{item.subject.value}: the words "{_short(text, place)}"{voice}',
    )


def _rules_acknowledge(check: Check, place: Place, uttered: Uttered | None) -> bool:
    """Whether the engine's own rules, given who says it, take the words for the party's own "we hold them"."""
    return uttered is not None and any(
        p.answer_code is AnswerCode.HOLDS or p.subject is ClaimSubject.ACKNOWLEDGEMENT
        for p in check.ground.rules_propose(uttered, place)
    )


def _predicate(check: Check, place: Place, subject: ClaimSubject) -> Place:
    """The words in which the rules see this said, so that a "when" or "before" behind them makes no condition."""
    for rule in check.ground.language_at(place).claims:
        if rule.subject is subject and (found := rule.pattern.search(check.ground.flat, *place)) is not None:
            return found.start(), found.start()
    return place


def _no_contradiction(check: Check, item: ClaimItem, place: Place) -> None:
    """Refuse what says the opposite of what the rules read in the same words."""
    for rule in check.ground.language_at(place).claims:
        if rule.subject is item.subject and rule.pattern.search(check.ground.flat, *place) is not None:
            reads_denial = rule.polarity is not Polarity.ASSERTS
            if reads_denial and item.polarity is Polarity.ASSERTS:
                raise Refused(Refusal.AGAINST_RULES)
            return


def _not_known(check: Check, place: Place, scope: Place, manner: Manner | None) -> None:
    denying = check.denying(place)
    if denying.unknown.search(check.text, *place) is not None:
        return
    if manner is Manner.DENIED or check.sign(place, scope) is not Sign.NEGATES:
        raise Refused(Refusal.NEGATION)


def _agrees(
    check: Check,
    place: Place,
    scope: Place,
    manner: Manner | None,
    negated: bool | None,
    besides: tuple[Place, ...],
) -> None:
    """Refuse unless the words negate where a negation is told, and only there; None: either will do."""
    sign = check.sign(place, scope, denied=manner is Manner.DENIED, besides=besides)
    if sign is Sign.UNCLEAR or (negated is not None and (sign is Sign.NEGATES) is not negated):
        raise Refused(Refusal.NEGATION)


def _own_words(check: Check, quote: str, about: str | None) -> tuple[Place, Uttered, Place]:
    """Where words stand in the content of a statement of somebody's, and how far what negates them can stand."""
    place, _ = check.place_of(quote, *([about] if about else []))
    place = trimmed(check.text, place)
    inner = check.ground.innermost(place)
    if inner is None or not inner[0].chain or inner[0].chain[0].role is not LinkRole.SPEAKER:
        raise Refused(Refusal.NOT_OWN_WORDS)
    return place, *inner


def _sentence_in(check: Check, place: Place, scope: Place) -> Place:
    start, stop = check.ground.sentence_of(place)
    return max(start, scope[0]), max(place[1], min(stop, scope[1]))


def _within(check: Check, kind: ProposalKind, place: Place, uttered: Uttered | None, about: About) -> Proposal:
    """A proposal of words that somebody uttered, or that the publisher wrote."""
    ground = check.ground
    dates = ground.room.dates_in(place)
    said_on = next((link.said_on for link in uttered.chain if link.said_on), None) if uttered else None
    return Proposal(
        kind,
        ground.document.span(*place),
        because="",
        confidence=_SURE,
        chain=uttered.chain if uttered else links_of(ground.document, None),
        manner=uttered.manner if uttered else Manner.REPORTED,
        direct=uttered is not None and ground.quotation_of(place) is not None,
        date=said_on if kind is not ProposalKind.CLAIM else (dates[0] if dates else said_on),
        persons=about.persons,
        collective=about.collective,
        count=about.count,
    )


# --- what happened ------------------------------------------------------------------------------------------------


def _contact(check: Check, item: ContactItem) -> Proposal:
    text = check.text
    place, uttered, scope = _told(check, item.quote)
    parties = tuple(dict.fromkeys(check.name_near(name, place) for name in item.parties))
    if not parties:
        raise Refused(Refusal.FORM)
    _agrees(check, place, scope, uttered.manner if uttered else None, item.status is ContactStatus.DENIED, ())
    event = _event(check, ProposalKind.CONTACT, place, uttered, item.date)
    if item.status is ContactStatus.HELD:
        check.real((place[0], place[0]), scope)  # inside it, "before" and "when" are of time
        if _is_ahead(check, place, scope) or _is_later(check, place):
            raise Refused(Refusal.UNREAL)
    if item.status is ContactStatus.PLANNED and not (_is_ahead(check, place, scope) or _is_later(check, place)):
        raise Refused(Refusal.UNREAL)
    where = check.place_near(item.place, place, _CUE_REACH) if item.place else None
    return replace(
        event,
        by=parties[0],
        to=parties[1] if len(parties) > 1 else None,
        participants=parties,
        place=" ".join(text[slice(*where)].split()) if where else None,
        contact_kind=item.kind,
        contact_status=item.status,
        because=f'contact: "{_short(text, place)}"',
    )


def _is_ahead(check: Check, place: Place, scope: Place) -> bool:
    """Whether a word says that what is told of is still to come."""
    denying = check.denying(place)
    start, _ = clause_around(check.ground.flat, place, scope, denying)
    dates = check.ground.room.dates_in(place)
    return any(
        not any(d.span.start <= found.start() < d.span.stop for d in dates)  # the month of May
        for found in denying.ahead.finditer(check.ground.flat, start, place[1])
    )


def _is_later(check: Check, place: Place) -> bool:
    """Whether a day in the words is after the report's own: "they meet tomorrow"."""
    published = check.ground.document.published
    day = published.latest if published is not None else None
    dates = check.ground.room.dates_in(place)
    return day is not None and any(
        d.value.is_day and d.value.earliest is not None and d.value.earliest > day for d in dates
    )


def _handover(check: Check, item: HandoverItem) -> Proposal:
    place, uttered, scope = _told(check, item.quote)
    _agrees(check, place, scope, uttered.manner if uttered else None, False, ())
    check.real((place[0], place[0]), scope)
    if _is_ahead(check, place, scope):
        raise Refused(Refusal.UNREAL)
    check.number(item.count, place)
    by, to, through = (check.name_near(name, place) if name else None for name in (item.by, item.to, item.through))
    if by is None and to is None:
        raise Refused(Refusal.FORM)
    event = _event(check, ProposalKind.HANDOVER, place, uttered, item.date)
    return replace(
        event,
        by=by,
        to=to,
        through=through,
        count=item.count or event.count,
        because=f'handover: "{_short(check.text, place)}"',
    )


def _silence(check: Check, item: SilenceItem) -> Proposal:
    ground, text = check.ground, check.text
    place, [about_place] = check.place_of(item.quote, item.about)
    place = trimmed(text, place)
    inner = ground.innermost(place)
    uttered, scope = inner if inner is not None else (None, ground.sentence_of(place))
    denying = check.denying(place)
    silent = denying.silent.search(text, *place) is not None
    if not silent and check.sign(place, scope) is not Sign.NEGATES:
        raise Refused(Refusal.NEGATION)
    about = ground.about_words(about_place)
    if not about.known:
        raise Refused(Refusal.ABOUT)
    whose = check.name_near(item.by, place) if item.by else (ground.document.publisher or "the text")
    event = _event(check, ProposalKind.SILENCE, place, uttered, None)
    return replace(
        event,
        by=whose,
        about=f"{whose}: {text[slice(*about_place)]}",
        persons=about.persons,
        collective=about.collective,
        because=f'explicit silence: "{_short(text, place)}"',
    )


def _told(check: Check, quote: str) -> tuple[Place, Uttered | None, Place]:
    """Where a clause stands that tells of an event, in whose words, and how far what negates it can stand."""
    place, _ = check.place_of(quote)
    place = trimmed(check.text, place)
    check.denying(place)
    inner = check.ground.innermost(place)
    return (place, *inner) if inner is not None else (place, None, check.ground.sentence_of(place))


def _event(check: Check, kind: ProposalKind, place: Place, uttered: Uttered | None, date: str | None) -> Proposal:
    about = check.ground.room.about(place)
    event = _within(check, kind, place, uttered, about)
    return replace(event, date=check.date(date, place, reach=_CUE_REACH), direct=False)


def _short(text: str, place: Place) -> str:
    words = " ".join(text[slice(*place)].split())
    return words if len(words) <= 120 else words[:119] + "…"


def _overlap(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]

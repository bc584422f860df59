"""Contacts that English tells by what came about: who was let in, what line was used, whose guest somebody was, who is in touch with nobody.

In: the clauses of a sentence. Out: `RawEvent`s of kind contact.
Leaves to others: verbs and nouns of contact (`contacts`, `contact_nouns`), phrases with a party behind them (`contact_phrases`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from homeward.reading.languages.en.chunk import Chunk
from homeward.reading.languages.en.clauses import Clauses
from homeward.reading.languages.en.contact_parts import DENIED, HELD, PLANNED
from homeward.reading.languages.en.contact_phrases import end_of, subject_before
from homeward.reading.languages.en.parties import actor_of, date_in, is_nobody, is_party, owner_of, party_of
from homeward.reading.languages.language import Actor, ActorKind, EventKind, RawEvent
from homeward.records import ContactKind, ContactStatus

_ADVERB = r"(?:(?:then|again|twice|once|later|briefly|finally|also|both|all|even|never|not|yet|ever|only) )*"
_BE = r"(?:was|were|been|being|is|are|be|got)"
_HOUSE = r"(?:house|home|tent|camp|compound|table|roof|fire|hut|villa|farm|parlou?r|garden|office|study|courtyard)"
_PLACES = r"(?:camp|prison|jail|cells?|compound|rooms?|house|residence|palace|headquarters|base|embassy|barracks|tent|villa|office|presence|courtyard)"
_MEAL = r"(?:tea|coffee|lunch|dinner|breakfast|supper|a meal|drinks)"
_TALKS = r"(?:contacts?|talks|correspondence|communications?|negotiations|dealings|meetings?|conversations?|dialogue|calls)"


@dataclass(frozen=True, slots=True)
class _Turn:
    """A phrase: of what kind and status the contact is, and its words; `whom` in them is the other side."""

    kind: ContactKind
    status: ContactStatus
    words: re.Pattern[str]


def _turn(kind: ContactKind, words: str, status: ContactStatus = HELD) -> _Turn:
    return _Turn(kind, status, re.compile(words, re.IGNORECASE))


_M, _V, _C, _O = ContactKind.MEETING, ContactKind.VISIT, ContactKind.CALL, ContactKind.OTHER
_AT_HIS = _turn(
    _V,
    rf"\b(?:slept|stayed|sat|ate|dined|supped|lodged|spent the night) (?:in|at|under|by|around) (?=(?P<whom>\w))(?:his|her|their|the [\w’' -]{{2,30}}['’]s?) (?:own )?{_HOUSE}\b",
)
_TURNS = (
    _turn(_V, rf"\b{_BE} {_ADVERB}(?:(?:let in|shown in)\b(?! on\b)|admitted\b(?! to\b(?!(?: [\w’'-]+){{0,4}}? {_PLACES}\b| (?-i:[A-Z])\w+ (?!General\b|Hospital\b|Clinic\b)(?-i:[A-Z])\w+)))(?: (?:to|by) (?=(?P<whom>\w)))?"),
    _turn(_V, rf"\b{_BE} {_ADVERB}(?:turned (?:away|back)|sent away|not (?:admitted|let in|let through))\b(?: (?:at|by|from) )?", DENIED),
    _turn(_V, r"\b(?:was|were|been|is|are) (?:granted|given|allowed|permitted) (?:(?:her|his|their|an?|one|two|three|the|first|second|brief|short|full|consular|regular|monthly|weekly) )*(?:access|visits?|audiences?)\b(?: (?:to|with|by|of) (?=(?P<whom>\w)))?"),
    _turn(_C, r"\b(?:was|were|been|is|are) (?:granted|given|allowed|permitted) (?:(?:her|his|their|an?|one|two|three|the|first|second|brief|short|monthly|weekly) )*(?:calls?|telephone calls?|phone calls?)\b"),
    _turn(_V, r"\b(?:has|have|had|gained|got|obtained|secured) (?:had |gained |been given )?(?:(?:full|regular|consular|unhindered|brief) )*access to (?=(?P<whom>\w))"),
    _turn(_V, r"\b(?:received|had|has had|got) (?:her|his|their|a) (?:first|second|third|only|last) visit\b"),
    _turn(_O, rf"\b(?:been|was|were|is|are|got|remained|stayed|kept|keeps) {_ADVERB}in (?:touch|contact|communication|correspondence)\b(?! with)"),
    _turn(_O, rf"\b(?:hotline|line|channel|back channel|radio link)(?: [a-z]+){{0,3}} (?:had been|has been|was|were) {_ADVERB}used\b"),
    _turn(_M, r"\b(?:spent|passed) [^.;:,“\"]{3,40}? (?:closeted with|in talks with|together with|as the guests? of|in the (?:camp|house|tent|home|compound) of|at the (?:house|table|camp|home) of) (?=(?P<whom>\w))"),
    _turn(_C, r"\b(?:spent|passed|had|was|were|been) [^.;:,“\"]{0,40}?\bon (?:a|the) (?:video[ -]?link|video[ -]?call|line) with (?=(?P<whom>\w))"),
    _turn(_V, r"\b(?:was|were|stayed|slept|dined|ate|came|went|travelled|been|is|are)\b[^.;:“\"]{0,50}?\bas (?:the |an? )?guests? of (?=(?P<whom>\w))"),
    _AT_HIS,
    _turn(_M, r"\b(?:rose from|sat down at|sat down around|returned to|came back to|walked away from|are back at|were back at|sat across) (?:the|one|a) (?:negotiating |conference |same )?table\b"),
    _turn(_M, rf"\b(?:had|has had|have had|took|received) (?=(?P<whom>[\w“]))[^.;:,“\"]{{3,50}}? (?:to|for|in for|out to|round for|over for) {_MEAL}\b"),
    _turn(_M, rf"\b(?:drank|drunk|shared|ate|eaten|took|taken|broke|broken) (?:an? |some |the |mint )*(?:{_MEAL}|bread|meal|tea|cigarettes?|pot of tea|table)(?: [a-z]+ly)? with (?=(?P<whom>\w))"),
    _turn(_M, r"\b(?:dropp(?:ed|ing)|drops?|looked|looking|popped|stopped) (?:in|by|round) (?:on|with|at|to see) (?=(?P<whom>\w))"),
    _turn(_M, r"\b(?:ate|eaten|supped|breakfasted|broke bread) with (?=(?P<whom>\w))"),
    _turn(_M, rf"\b{_BE} {_ADVERB}heard by (?=(?P<whom>\w))"),
    _turn(_M, r"\b(?:gave|given|granted|allowed) (?=(?P<whom>(?:the|his|her|their|its|two|three|four|both|(?-i:[A-Z])))\w* )[^.;:,“\"]{3,45}? (?:an hour|half an hour|\w+ (?:minutes|hours)(?= of (?:his|her|their|its) time\b)|an audience|a hearing)\b(?! to \w)"),
    _turn(ContactKind.LETTER, r"\b(?:exchanged|swapped|have traded|traded) (?:letters|notes|messages|e-?mails|cables)\b(?! with)"),
    _turn(_V, r"\b(?:paid|paying|pays) (?:his|her|their) (?:respects|compliments) to (?=(?P<whom>\w))"),
    _turn(_M, r"\b(?:presented|presents|handed) (?:his|her|their) (?:credentials|letters of credence) to (?=(?P<whom>\w))"),
    _turn(_M, r"\b(?:was|were|been|is|are) (?:called in|summoned) to (?=(?P<whom>the \w))(?:the (?:[\w’'-]+ ){0,2}?ministry)\b"),
    _turn(_M, rf"\b(?:was|were|been|is|are) (?:called in|summoned) to (?:the|its|his|her) (?:[\w’'-]+ ){{0,3}}?{_PLACES}\b"),
    _turn(_M, r"\b(?:called in|summoned|sent for) (?=(?P<whom>(?-i:the) \w|its \w|his \w|her \w|(?-i:[A-Z])))(?!(?-i:The) )"),
    _turn(_M, r"\b(?:spent|passed) (?:an?|the|two|three|half an?|several|some) [^.;:,“\"]{0,20}?(?:hours?|afternoon|morning|evening|minutes|day|night) together\b"),
)  # fmt: skip
_NONE_WITH = re.compile(
    rf"\b(?:no|never any|without any|without) (?:direct |further |formal |any |such |official )*{_TALKS}(?: of any (?:kind|sort))?,? (?:at all )?with (?=(?P<whom>\w))",
    re.IGNORECASE,
)
_OVER_A_MEAL = re.compile(rf"\b(?:over|during|at) (?:an? (?:\w+ )?)?{_MEAL}\b", re.IGNORECASE)
_SPOKE = frozenset(["speak", "talk", "discuss", "agree", "meet", "raise", "confer", "converse"])
TRIGGER = re.compile(
    r"\b(?:let in|shown in|admitted|turned (?:away|back)|sent away|let through|drank|drunk|shared|dropp?(?:ed|ing|s)?|looked|popped|stopped|respects|compliments|ate|eaten|bread|heard by|hours?|minutes|hearing|exchanged|swapped|traded|access|visits?|audiences?|calls?|in (?:touch|contact|communication|correspondence)|used|"
    rf"spent|passed|video|on the line|guests?|slept|stayed|sat|ate|dined|supped|lodged|table|{_MEAL}|credentials|letters of credence|called in|summoned|sent for|"
    rf"{_TALKS})\b",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"\b(?:if|may|might|could|should|must|wants?|hopes?|hoped|wished|wanted|demand\w*|ask\w*|urg\w+|whether|unless|refused to be|like to)\b[^.;,]*$",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"\b(?:hop|wish|demand|ask|want|urg|undert|promis|vow|pledg|consent|agree|sw[oe]|insist|propos|suggest|appeal)\w*(?: [a-z]+){0,3} that\s*$|\bif\s*$",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:will|would|shall|to|due|booked)\s*(?:\w+ )?$", re.IGNORECASE)
_DENYING = re.compile(r"\b(?:not|never|nobody|no one|none|without|nor|n['’]t)\b|n['’]t\b", re.IGNORECASE)
_NOT_SENT_OFF = re.compile(r"\b(?:not|never) (?:\w+ )*(?:turned|sent)\b", re.IGNORECASE)
_PRESS = re.compile(
    r"\b(?:reporters?|journalists?|press|cameras?|newspapers?|correspondents?|readers|viewers|Chronicle|Gazette|Herald|Times|Post)\b"
)


def find_turns(clauses: Clauses) -> list[RawEvent]:
    """Every contact of the sentence that such words tell of."""
    view = clauses.view
    if TRIGGER.search(view.masked, view.start, view.stop) is None:
        return []
    found: list[RawEvent] = []
    for turn in _TURNS:
        for match in turn.words.finditer(view.masked, view.start, view.stop):
            found += _by_turn(clauses, turn, match)
    for match in _NONE_WITH.finditer(view.masked, view.start, view.stop):
        whom = _named(clauses, match)
        if whom is not None and not _UNREAL.search(view.masked, view.start, match.start()):
            subject = subject_before(clauses, match.start())
            by = (
                actor_of(clauses, subject)
                if subject is not None and not is_nobody(subject)
                else party_of(clauses, whom)
            )
            found.append(_event(clauses, match.start(), whom.stop, by, party_of(clauses, whom), _O, DENIED))
    for match in _OVER_A_MEAL.finditer(view.masked, view.start, view.stop):
        found += _over_a_meal(clauses, match)
    kept: list[RawEvent] = []
    for event in found:
        if not any(event.place[0] < other.place[1] and other.place[0] < event.place[1] for other in kept):
            kept.append(event)
    return kept


def _by_turn(clauses: Clauses, turn: _Turn, match: re.Match[str]) -> Iterator[RawEvent]:
    subject = subject_before(clauses, match.start())
    if subject is None or actor_of(clauses, subject).kind is ActorKind.MEDIUM:
        return
    between = clauses.view.masked[subject.stop : match.start()]
    before = clauses.view.masked[clauses.view.start : subject.start]
    if _UNREAL.search(between) or _WISHED.search(before):
        return
    status = turn.status
    if status is HELD:
        if _DENYING.search(between + match.group()) or is_nobody(subject):
            status = DENIED
        elif _AHEAD.search(between):
            status = PLANNED
    elif _DENYING.search(between) or _NOT_SENT_OFF.search(match.group()):
        return  # "was not turned away at the gate"
    by = actor_of(clauses, subject)
    whom = _named(clauses, match) if "whom" in match.re.groupindex and match["whom"] else None
    if whom is None and match.groupdict().get("whom"):
        return  # "had rice for dinner"
    host = owner_of(clauses, whom) if whom is not None and turn.words is _AT_HIS.words else None
    if host is None and turn.words is _AT_HIS.words:
        return  # "ate in their house"
    other = host or (party_of(clauses, whom) if whom is not None else by)
    if other.kind is ActorKind.MEDIUM or _PRESS.search(other.name) or _PRESS.search(by.name):
        return
    stop = whom.stop if whom is not None else match.end()
    yield _event(clauses, subject.start, stop, by, other, turn.kind, status)


def _over_a_meal(clauses: Clauses, match: re.Match[str]) -> Iterator[RawEvent]:
    """Such as "over dinner the two ministers spoke of": who spoke there, where they are several or another is named."""
    for at in clauses.verbs:
        chunk = clauses.chunks[at]
        if chunk.verb not in _SPOKE or chunk.infinitive or chunk.gerund or chunk.modal:
            continue
        subjects = clauses.subjects(at)
        first = clauses.chunks[subjects[0]] if subjects else None
        if first is None or not (first.pronoun or is_party(clauses, first)):
            continue
        people = [actor_of(clauses, clauses.chunks[k]) for k in subjects]
        several = len(people) > 1 or first.low == "they" or bool({"two", "both"} & set(first.heads))
        if several:
            other = people[1] if len(people) > 1 else people[0]
            start, stop = min(match.start(), first.start), max(match.end(), chunk.stop)
            yield _event(clauses, start, stop, people[0], other, _M, HELD)
            return


def _named(clauses: Clauses, match: re.Match[str]) -> Chunk | None:
    """The party that stands where the words have `whom`."""
    at = match.start("whom")
    chunk = next((c for c in clauses.chunks if c.kind == "np" and c.stop > at), None)
    return chunk if chunk is not None and chunk.start - at < 12 and is_party(clauses, chunk) else None


def _event(
    clauses: Clauses, start: int, stop: int, by: Actor, other: Actor, kind: ContactKind, status: ContactStatus
) -> RawEvent:
    place = (start, end_of(clauses, stop))
    return RawEvent(
        EventKind.CONTACT,
        place,
        by=by,
        others=(other,),
        contact_kind=kind,
        status=status,
        rule="contact told by a phrase",
        when=date_in(clauses, place),
        dated=True,
    )

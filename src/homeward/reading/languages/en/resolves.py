"""Promises in English by what somebody decides, grants, fixes or rules out: "has decided to let them go", "set a date for the release".

In: the clauses of a sentence. Out: `RawEvent`s of kind commitment.
Leaves to others: verbs of promising and plain futures (`promises`), deals (`deals`), whether our people are concerned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from homeward.reading.languages.en.clauses import Clauses
from homeward.reading.languages.en.deals import HELP, KIN
from homeward.reading.languages.en.parties import actor_of, is_nobody, is_party
from homeward.reading.languages.en.promises import HARMED, commitment, content_end
from homeward.reading.languages.language import Actor, Place, RawEvent

_HELP_THEM = (
    r"(?:free|release|hand (?:over|back)|let|return|set|send|bring|give (?:up|back)|show|exchange|swap|deliver|allow|permit|spare|produce|publish|admit|"
    r"repatriate|evacuate|take|fly|escort|drive|ferry|fetch|pay|look|search|find|trace|feed|treat|visit|see|carry|pass|speak|intercede|plead|open|"
    r"help|pardon|trade|barter|part with|put|make|write|tell|inform|move heaven|get)"
)
_GOING = r"(?:go|leave|return|walk out|walk away|come (?:home|out|down|back)|be (?:collected|fetched|picked up|visited|seen|taken home|met))"
_MAY_GO = rf"(?!go\b(?! (?:home|free|back|as soon as|once|when|if|the day|provided|after|on \w+day)\b)|leave (?:the|this) (?:world|life|earth|stage)\b){_GOING}"
_WHOSE = r"(?:(?:the|a|an|any|all|every|his|her|their|its|our|my) )?"
_THING = rf"{_WHOSE}(?:(?!(?:to|that|for|of|said|says|told|tells|added|adds)\b)[\w’'-]+ ){{0,3}}?{HELP}\b"
_WILL = r"(?:will|would|shall|['’]ll)"
_DAY = r"(?:dates?|days?|deadlines?|hours?|timetables?|places?)"


@dataclass(frozen=True, slots=True)
class _Sort:
    """A way of binding oneself: its name, whether it refuses, whether the subject of `verb` binds himself, its words."""

    name: str
    refused: bool
    by_subject: bool
    words: re.Pattern[str]


def _sort(name: str, words: str, *, refused: bool = False, by_subject: bool = True) -> _Sort:
    return _Sort(name, refused, by_subject, re.compile(words, re.IGNORECASE))


_SORTS = (
    _sort("decided to", rf"\b(?P<verb>decid(?:es|ed)|determined|chosen|chose|elected|opted|made up (?:his|her|their|its) minds?) (?P<what>to {_HELP_THEM}\b[^.;!?]*)"),
    _sort("stands ready", rf"\b(?P<verb>stand|stands|stood) (?:ready|prepared) (?P<what>to {_HELP_THEM}\b[^.;!?]*)"),
    _sort("is minded to", rf"\b(?P<verb>is|are|was|were|be) (?:now |quite |also |only )?(?:minded|inclined|disposed|happy|glad|content|determined|bound|sworn|pledged|committed|willing|ready|prepared) "
          rf"(?P<what>to {_HELP_THEM}\b[^.;!?]*)"),
    _sort("took upon himself", r"\b(?P<verb>tak(?:es|en|ing)|took) (?:it )?(?:up)?on (?:himself|herself|itself|themselves|myself|ourselves)(?: the task of)? (?P<what>(?:to )?\w+[^.;!?]*)"),
    _sort("gave his hand", r"\b(?P<verb>gave|given|gives|shook|shaken|put) (?:his|her|their|its) (?:hands?|honou?r|name|head|beard|seal|signature) (?:on it|to it|in pledge)?(?: that|:) ?(?P<what>[^.;!?]*)"),
    _sort("granted that", r"\b(?P<verb>consent(?:s|ed)?|decree(?:s|d)?|grant(?:s|ed)?|conced(?:es|ed)|ruled|agree[sd]?) that (?P<what>[^.;!?,]{3,80}? be (?:\w+ly )?\w+(?:ed|en|wn|ne|ught|t)\b[^.;!?]*)"),
    _sort("granted a thing", r"\b(?P<verb>grants?|granted|allow(?:s|ed)|accord(?:s|ed)|permit(?:s|ted)) (?P<what>(?:(?:the |his |her |their |one |each |every |all |both )?[\w’' -]{2,50}? )?(?:a|an|one|two|three|weekly|monthly|regular) (?:[\w-]+ )?(?:visits?|calls?|letters?|parcels?|meetings?|telephone calls?)\b[^.;!?]*)"),
    _sort("fixed a day", rf"\b(?P<verb>set|sets|fix(?:es|ed)|nam(?:es|ed)|announc(?:es|ed)|gave|given|gives|propos(?:es|ed)|appointed) (?P<what>(?:[\w’'-]+ ){{0,4}}?{_DAY}\b[^.;!?]{{0,40}}? (?:for|of|on which) {_THING}[^.;!?]*)"),
    _sort("announced", rf"\b(?P<verb>announc(?:es|ed)|declar(?:es|ed)|proclaim(?:s|ed))(?: (?:via|on|through|in|by|over) [^.;,]{{2,30}}?)? (?P<what>(?:(?:the|his|her|its|their) (?:readiness|willingness|decision|intention|resolve)\b[^.;!?]{{0,40}}? to {_HELP_THEM}\b|(?:an?|the|another|a first|a second) (?:[\w-]+ )?(?:releases?|amnesty|pardon|exchange|swap|hand-?over|delegation|search|flight|convoy|visits?)\b(?! of (?:fire|shots|shells|gunfire|blows|insults)\b)(?=[^.;!?]{{0,40}} (?:for|on|in|from) ))[^.;!?]*)"),
    _sort("put off", r"(?P<what>\b(?:the |their |his |her |its |your )?(?:[\w’'-]+ ){0,3}?(?:releases?|return|hand-?over|exchange|swap|visits?|evacuation)(?: of [^.;:,!?]{2,40}?)? (?:has been|have been|had been|was|were|is|are) (?:put off|postponed|delayed|deferred|adjourned|put back|moved|brought forward|set|fixed|scheduled|planned|due|expected by both sides)(?: again)? (?:until|till|to|for|by|on) [^.;!?,]*)", by_subject=False),
    _sort("made conditional", rf"\b(?P<verb>mak(?:es|ing)|made|tied|ties|link(?:s|ed)) (?P<what>{_THING}[^.;!?]{{0,60}}? (?:conditional|dependent|contingent|hang|hinge|depend|to|with) (?:up)?(?:on )?[^.;!?]*)"),
    _sort("free to go", rf"\b(?P<verb>is|are|will be|would be|shall be|were|was) (?P<what>free to {_GOING}\b[^.;!?]*)", by_subject=False),
    _sort("may go", rf"\b(?P<verb>can|could|may|might) (?P<what>{_MAY_GO}\b[^.;!?]*? (?:as soon as|once|when|if|the day|provided|on the day|after|from|on \w+day)\b[^.;!?]*)", by_subject=False),
    _sort("restless", rf"(?P<what>\b{_WILL} (?:not|never) (?:rest|stop|tire|cease|relent|give up|let up|sleep)\b[^.;!?]*|\b{_WILL} (?:spare no|leave no|stop at nothing|do (?:everything|all|whatever|its utmost|his utmost|her utmost|their utmost|what (?:it|he|she|they|we|I) can))\b[^.;!?]*)", by_subject=False),
    _sort("unwilling", rf"\b(?P<verb>is|are|was|were|be) (?:un(?:willing|prepared)|not (?:willing|prepared|ready|minded|about|going)|in no (?:mood|hurry|position)|loath|reluctant) (?P<what>to {_HELP_THEM}\b[^.;!?]*)", refused=True),
    _sort("out of the question", rf"(?P<what>(?:(?<=[“\"‘ ])|^){_THING}[^.;:!?]{{0,50}}?),?(?: he| she| they)?,?(?: \w+,)? (?:is|was|are|were|remains?|would be|will be) (?:quite |simply |entirely )?(?:out of the question|not to be (?:thought of|had)|unthinkable|off the table|not on the table|not up for discussion|not negotiable)\b", refused=True, by_subject=False),
    _sort("out of the question", r"(?P<what>(?:\bto [a-z]+|(?:(?<=[“\"‘ ])|^)[a-z]+ing) [^.;!?]{3,80}?),? (?:is|was|would be|remains)(?:, [^.;,]{3,40},)? (?:quite |simply )?(?:out of the question|not on the table|off the table|not up for discussion)\b", refused=True, by_subject=False),
    _sort("no question of", rf"\b(?:no question of|not a question of|nothing will come of) (?P<what>(?:[\w’'-]+ )?(?:\w+ing|{_THING})\b[^.;!?]*)", refused=True, by_subject=False),
    _sort("said no to", rf"\b(?P<verb>sa(?:ys|id)|sa(?:ys|id) flatly) (?:no|never) to (?P<what>{_THING}[^.;!?]*)", refused=True),
    _sort("would not hear of", rf"\b(?P<verb>(?:would|will) (?:not|never) (?:hear of|consider|discuss|entertain|countenance|look at)|(?:won['’]t|wouldn['’]t) (?:hear of|consider|entertain|countenance)) (?P<what>{_THING}[^.;!?]*)", refused=True),
    _sort("makes no", r"(?P<what>\b(?P<verb>pays?|makes?|grants?|gives?|strikes?|accepts?|allows?|permits?|signs?|offers?|trades?|swaps?) no (?:ransoms?|deals?|bargains?|promises?|guarantees?|undertakings?|visits?|visitors|exchanges?|swaps?|prisoners|hostages|captives|lists?|names|pardons?)\b[^.;!?]*)", refused=True),
    _sort("would do nothing", rf"(?P<what>\b{_WILL} (?P<verb>do) nothing\b[^.;!?]*)", refused=True, by_subject=False),
    _sort("had been refused", rf"(?P<what>(?:(?<=[“\"‘ ])|^){_THING}[^.;:,!?]{{0,40}}? (?:has been|had been|was|were|have been) (?:refused|denied|ruled out|turned down|rejected|vetoed)\b[^.;!?]*)", refused=True, by_subject=False),
)  # fmt: skip
_OF_THEM = ("free to go", "may go")
TRIGGER = re.compile(
    r"\b(?:decid(?:es|ed)|determined|cho[so]en?|elected|opted|minds?|stands?|stood|minded|inclined|disposed|happy|glad|content|bound|sworn|pledged|committed|"
    r"(?:up)?on (?:him|her|it|them|my|our)sel(?:f|ves)|hands?|honou?r|consent\w*|decree\w*|grant\w*|conced\w+|ruled|agree[sd]?|"
    r"allow(?:s|ed)|accord(?:s|ed)|permit(?:s|ted)|dates?|days?|announc(?:es|ed)|declar(?:es|ed)|proclaim(?:s|ed)|put off|postponed|delayed|deferred|moved|"
    r"brought forward|scheduled|conditional|dependent|contingent|tied|link(?:s|ed)|free to|can|could|may|might|not|never|spare no|leave no|stop at|do|"
    r"un(?:willing|prepared|able)|in no|loath|reluctant|question|unthinkable|the table|up for discussion|negotiable|willing|ready|prepared|no to|hear of|no|refused|declined|denied|ruled out|turned down|rejected)\b",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"\b(?:if|whether|unless|demand\w*|ask\w*|want\w*|call(?:s|ed|ing)? for|hop(?:e|es|ed|ing)|should|must|wish\w*|appeal\w*|urg\w+|expect\w*|"
    r"fear(?:s|ed)?|not|never|nobody|had he|had they|yet to|to be)\b[^,;:“”\"]{0,40}$",
    re.IGNORECASE,
)
_COURTS = re.compile(
    r"\b(?:courts?|judges?|tribunal|magistrates?|bench|jury|parliament|House|senate|assembly|resolution)\b",
    re.IGNORECASE,
)
_ORDERS = re.compile(r"ruled", re.IGNORECASE)

# What of all this is done to them, not for them; and who only foretells.
_SUFFERING = r"(?:die|starve|rot|suffer|perish|bleed|burn|hang|drown|freeze|pay|regret|rue|walk|crawl|kneel|sweat|weep|beg|work|dig)"
_ILL = re.compile(
    rf"^to (?:let|make|see|leave) (?:[\w’'-]+ ){{1,5}}?{_SUFFERING}\b|"
    r"^to (?:put|take|throw|send) (?:[\w’'-]+ ){1,6}?(?:in|into|to|on|under|before|behind) (?:an? |the |its |his |their )?(?:\w+ )?"
    r"(?:cellars?|cells?|chains|irons|prisons?|jail|dungeon|pit|hole|trial|court|death|sword|wall|gallows|firing squad|bars|lock and key|judges?|test)\b|"
    r"^to (?:put|get|make|take|see) (?:rid of|an end|examples?|fun|revenge|vengeance|action|(?:the )?hostages?\b)|"
    r"^to make (?:an? )?example|^to (?:trade|barter|swap|exchange|pass|give|send) [^.;,]{2,40} to (?:another|other|a rival|rival)\b|"
    r"\buntil [^.;,]{2,60}? (?:is|are|was|were|be|been) (?:all |both )?(?:dead|killed|shot|hanged|executed|beheaded|buried|punished|destroyed|crushed|dust)\b",
    re.IGNORECASE,
)
_ACT = re.compile(r"(?:to )?([a-z]+)\b", re.IGNORECASE)
_FORECASTERS = r"(?:doctors?|surgeons?|physicians?|medics?|reporters?|journalists?|correspondents?|papers?|newspapers?|commentators?|analysts?|astrologers?)"
_FORECAST = re.compile(
    rf"\b{_FORECASTERS} (?:also |then )?(?:said|says|told|warned|warns|wrote|writes|added|feared|reported|reports)\b|"
    rf"\b(?:said|says|warned|added|wrote) (?:the|a|her|his|their) (?:[\w-]+ )?{_FORECASTERS}\b"
)


def _around(clauses: Clauses) -> tuple[int, int]:
    """The characters of the view and, where it is a quotation, of the line in which it stands."""
    view = clauses.view
    return (max(0, view.start - 60), view.stop + 60) if view.quoted else (view.start, view.stop)


def find_resolves(clauses: Clauses) -> list[RawEvent]:
    """Every promise of the sentence that such words tell of, given or refused; each only where our people are concerned."""
    view = clauses.view
    if view.masked[view.start : view.stop].rstrip(" \n\"”'’").endswith("?"):
        return []
    found: list[RawEvent] = []
    for sort in _SORTS:
        for match in sort.words.finditer(view.masked, view.start, view.stop):
            if _UNREAL.search(view.masked, max(view.start, match.start() - 60), match.start()):
                continue
            for event in _told_by(clauses, sort, match):
                if not any(event.place[0] < other.place[1] and other.place[0] < event.place[1] for other in found):
                    found.append(event)
    return found


def _told_by(clauses: Clauses, sort: _Sort, match: re.Match[str]) -> Iterator[RawEvent]:
    start, stop = match.span("what")
    if _ILL.search(match["what"]):
        return
    at = next((k for k, c in enumerate(clauses.chunks) if c.stop > start), None)
    if at is None:
        return
    by: Actor | None = None
    if "verb" in match.re.groupindex:
        verb = next((k for k in clauses.verbs if clauses.chunks[k].stop > match.start("verb")), None)
        subjects = (
            clauses.subjects(verb) if verb is not None and clauses.chunks[verb].start <= match.end("verb") else []
        )
        first = clauses.chunks[subjects[0]] if subjects else None
        if sort.by_subject and first is None and sort.name == "fixed a day":
            pass  # "the Brigade set" is taken for one phrase: whoever the text spoke of last
        elif sort.by_subject:
            if first is None or not (first.pronoun or is_party(clauses, first)) or is_nobody(first):
                return
            if verb is not None and clauses.chunks[verb].passive and first.low == "it" and match["verb"] == "decided":
                by = None  # "it was decided": by nobody named
            else:
                by = actor_of(clauses, first)
            if by is not None and (KIN.search(by.name) or (_ORDERS.match(match["verb"]) and _COURTS.search(by.name))):
                return  # what a court orders others to do is promised by nobody
        elif sort.name in _OF_THEM:  # whoever is free to go is one of them
            if first is None or not subjects or _FORECAST.search(clauses.view.text, *_around(clauses)):
                return
            stop = max(min(content_end(clauses, at), stop), clauses.chunks[at].stop)
            for event in _event(clauses, sort, at, (first.start, stop), None):
                yield replace(event, about=first.place)
            return
        elif first is not None and not first.pronoun and is_party(clauses, first) and not is_nobody(first):
            by = actor_of(clauses, first)
    yield from _event(
        clauses, sort, at, (start, max(min(content_end(clauses, at), stop), clauses.chunks[at].stop)), by
    )


def _event(clauses: Clauses, sort: _Sort, at: int, place: Place, by: Actor | None) -> Iterator[RawEvent]:
    act = _ACT.match(clauses.text(place))
    refused = sort.refused and not (
        act is not None and act[1].lower() in HARMED
    )  # "killing them is out of the question"
    event = commitment(clauses, at, place, by, None, refused, None, told=True)
    if event is not None:
        yield replace(event, strict=True, foretold=by is None, rule=f"{sort.name}: {event.rule}")

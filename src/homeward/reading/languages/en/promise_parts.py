"""Who promises what to whom and on what condition, in an English sentence that is known to promise something.

In: a sentence and the promise found in it, by a rule or by the trained models. Out: the promise with whoever gives
it, to whom, and its condition, where the grammar of the sentence shows them and the event lacks them.
Leaves to others: finding promises (`promises`, `deals`, the models), and who "he" or "the ministry" is (`Room`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from homeward.reading.languages.en import verbs as v
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.chunk import Chunk
from homeward.reading.languages.en.clauses import Argument, Clauses
from homeward.reading.languages.en.parties import actor_of, is_nobody, is_party, party_of
from homeward.reading.languages.en.promises import without_matter
from homeward.reading.languages.language import Actor, ActorKind, EventKind, Place, RawEvent, View

_PROMISE = frozenset(v.PROMISE_FORMS.values()) | {"offer", "owe", "bind", "grant"}
_GIVERS = frozenset(v.PROMISE_GIVERS.values())
_FUTURE = frozenset(["will", "shall", "would", "may", "might"])
# Verbs whose object hears, gets or meets; those whose "to" does; and those whose first of two objects does.
_REACHING = frozenset(
    w.split(
        "inform notify tell answer telephone phone call ring receive see meet visit assure show update brief warn"
    )
)
_ADDRESSED = frozenset(
    w.split(
        "write report speak talk answer reply respond hand give deliver present submit lay send return pass transfer bring explain announce "
        "disclose show provide read release turn forward surrender convey restore grant"
    )
)
_GIVING = frozenset(w.split("give send bring show grant owe hand tell pay provide lend offer promise guarantee"))
_GOING = frozenset(["return", "turn", "pass"])  # "will return to their people": nobody gets anything
_GETTING = frozenset(w.split("hear get have receive know learn"))
_TOLD = frozenset(w.split("tell inform notify assure reassure promise guarantee"))
_WHOLE = (ActorKind.PERSON, ActorKind.BODY, ActorKind.ROLE, ActorKind.SOURCE)
_NO_HEARERS = re.compile(
    r"\b(?:reporters?|journalists?|correspondents?|press|news conference|briefing|newspapers?|viewers|listeners|cameras|world|public|any|anyone|anybody|"
    r"everyone|everybody|nobody|no one|each other|one another)\b",
    re.IGNORECASE,
)
# What must be so before a promise is kept. The second holds only of words that are not yet so.
_IF = (
    r"(?:(?:but )?(?:only |even )?(?:if|unless|as soon as|once|provided(?: that)?|providing|as long as|so long as|"
    r"assuming(?: that)?|whenever)|on (?:the )?(?:sole )?condition (?:that|of)|in (?:exchange|return) for|subject to|in the event (?:of|that)|"
    r"the (?:moment|day|hour) (?:that |when )?(?=the |an? |his |her |their |our |its |we |they |he |she )|pending|conditional on|whatever|"
    r"in case|against (?=(?:\w+ ){0,2}(?:payment|ransom|bail|deposit|barrels|litres|sacks|dollars|money|diesel|fuel|prisoners|signature|receipt)))"
)
_WHEN = r"(?:(?:but |and )?(?:only |not )?(?:when|after|until|till|while|for as long as))"
_SHOULD = r"(?:should|were|had) (?:we|they|he|she|it|you|anyone|anybody|the \w+|his \w+|her \w+|their \w+) (?!not\b)[^.;:,!?]{3,60}(?=,)"
_ALLOWING = r"[\w-]+ (?:permitting|allowing|willing)\b"
_REST = r"[^.;:!?,“”\"]*"
_BEHIND = re.compile(rf"\b(?:(?:{_IF}|{_WHEN})\b{_REST}|{_ALLOWING})", re.IGNORECASE)
_BEFORE = re.compile(
    rf"\W*(?:and |but )?(?P<words>{_IF}\b[^.;:!?“”\"]*?(?=,|\b(?:we|I|they) (?:will|shall))|{_SHOULD})", re.IGNORECASE
)
_BEFORE_WHEN = re.compile(rf"\W*(?:and |but )?(?P<words>{_WHEN}\b[^.;:!?,“”\"]*(?=,))", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|shall)\b|['’]ll\b", re.IGNORECASE)
_OF_NOW = re.compile(r"\b(?:while|when|after|until|till|once|as soon as)\b", re.IGNORECASE)


def with_promise_parts(view: View, event: RawEvent) -> RawEvent:
    """The promise with what its sentence tells of it beyond what is known; other events as they are."""
    if event.kind is not EventKind.COMMITMENT or view.stop - view.start > _LONGEST:
        return event
    clauses = Clauses(view)
    verb = _verb_of(clauses, event)
    if event.heard and event.by is None:
        giver, told = _giver(clauses, verb)
        event = replace(event, by=giver, foretold=event.foretold or told)
    if event.to is None:
        event = replace(event, to=_receiver(clauses, event, verb))
    if event.condition is None:
        event = replace(event, condition=_condition(view, clauses, event, verb))
    return event


_LONGEST = 2000


def _verb_of(clauses: Clauses, event: RawEvent) -> int | None:
    """The verb by which something is promised: of promising, else the first that is to come."""
    inside = [k for k in clauses.verbs if clauses.chunks[k].start < event.place[1]]
    promising = [k for k in inside if _is_promising(clauses, k)]
    if promising:
        return promising[-1] if not event.heard else promising[0]
    ahead = [k for k in inside if clauses.chunks[k].stop > event.place[0]]
    return next((k for k in ahead if clauses.chunks[k].modal in _FUTURE or clauses.chunks[k].due), None)


def _is_promising(clauses: Clauses, at: int) -> bool:
    chunk = clauses.chunks[at]
    if chunk.verb in _GIVERS:
        return any(a.role == "" and a.chunk.heads[-1] in v.PROMISE_NOUNS for a in clauses.arguments(at))
    return chunk.verb in _PROMISE


def _giver(clauses: Clauses, at: int | None) -> tuple[Actor | None, bool]:
    """Who promises, where the verb at `at` has a party as its subject; and whether only "will" says that he does."""
    if at is None:
        return None, False
    chunk = clauses.chunks[at]
    told = not _is_promising(clauses, at)
    if chunk.passive:
        agent = next((a for a in clauses.arguments(at) if a.role == "by" and is_party(clauses, a.chunk)), None)
        return (party_of(clauses, agent.chunk), told) if agent is not None else (None, False)
    subjects = clauses.subjects(at)
    first = clauses.chunks[subjects[0]] if subjects else None
    if first is None or is_nobody(first) or not is_party(clauses, first):
        return None, False
    if first.pronoun:
        return (
            None
            if told or first.low in ("i", "we", "you", "it", "who", "that", "which")
            else actor_of(clauses, first)
        ), told
    actor = party_of(clauses, first)
    sure = actor.kind in (ActorKind.PERSON, ActorKind.BODY) or (actor.kind is ActorKind.ROLE and actor.definite)
    if told and chunk.verb in _GETTING | frozenset(v.LEAVE_FORMS.values()) | {"be", "go", "come", "return", "leave"}:
        return None, False  # "the seven will leave": told of them
    return (actor, told) if sure else (None, False)


# --- to whom --------------------------------------------------------------------------------------------------------


def _receiver(clauses: Clauses, event: RawEvent, at: int | None) -> Actor | None:
    """To whom it is promised: whom the verb of promising names, else who is to hear, get or meet."""
    found = _promised(clauses, at) if at is not None and _is_promising(clauses, at) else None
    if found is None:
        found = _reached(clauses, event)
    return found if found is not None and (event.by is None or found.name != event.by.name) else None


def _promised(clauses: Clauses, at: int) -> Actor | None:
    """Such as "promised | the families | a coach", "gave his word to | the herder |", "has assured | us | that"."""
    arguments = clauses.arguments(at)
    if clauses.chunks[at].passive:
        subjects = clauses.subjects(at)
        return _party(clauses, clauses.chunks[subjects[0]]) if subjects else None
    to = next((a for a in arguments if a.role == "to"), None)
    found = _party(clauses, to.chunk) if to is not None else None
    return found if found is not None else _first_of_two(clauses, at, arguments)


def _first_of_two(clauses: Clauses, at: int, arguments: list[Argument]) -> Actor | None:
    objects = [a for a in arguments if a.role == ""]
    first = objects[0] if objects and objects[0].at == at + 1 else None
    if first is None or first.chunk.heads[-1] in v.PROMISE_NOUNS | v.PROMISED_THINGS:
        return None
    chunks = clauses.chunks
    k = first.at + 1
    while k < len(chunks) and (chunks[k].kind in ("date", "adv") or (chunks[k].low == "," and k < first.at + 4)):
        k += 1
    after = chunks[k] if k < len(chunks) else None
    ahead = after is not None and (
        after.kind in ("that", "quote", "np") or after.low == ":" or (after.kind == "verb" and after.infinitive)
    )
    return _party(clauses, first.chunk) if ahead else None


def _reached(clauses: Clauses, event: RawEvent) -> Actor | None:
    """Who is to hear, get or meet in what is promised: "will tell | the mother |", "to lay it before | the House |"."""
    for at in clauses.verbs:
        chunk = clauses.chunks[at]
        if not (event.place[0] <= chunk.start and chunk.stop <= event.place[1]):
            continue
        ahead = chunk.modal in _FUTURE or chunk.due or chunk.infinitive or chunk.gerund
        if not ahead or chunk.perfect:
            continue
        found = _reached_by(clauses, at)
        if found is not None:
            return found
    return None


def _reached_by(clauses: Clauses, at: int) -> Actor | None:
    chunk = clauses.chunks[at]
    arguments = clauses.arguments(at)
    if chunk.passive or (chunk.verb in _GETTING and not chunk.infinitive):
        subjects = clauses.subjects(at)
        first = clauses.chunks[subjects[0]] if subjects else None
        if first is not None and chunk.verb in (_TOLD | _GETTING if not chunk.passive else _TOLD | _REACHING):
            return _party(clauses, first)
    elif chunk.verb in _REACHING:
        first = next((a.chunk for a in arguments if a.role == ""), None)
        return _party(clauses, _without_news(clauses, first)) if first is not None else None
    elif chunk.verb in _GIVING and (found := _first_of_two(clauses, at, arguments)) is not None:
        return found
    goes = chunk.verb in _GOING and not chunk.passive and not any(a.role == "" for a in arguments)
    if chunk.verb in _ADDRESSED and not goes:
        to = next((a for a in arguments if a.role in ("to", "before")), None)
        return _party(clauses, to.chunk, named=True) if to is not None else None
    return None


def _without_news(clauses: Clauses, chunk: Chunk) -> Chunk:
    """Such as "the families" of "inform the families of any news"."""
    news = _OF_NEWS.search(clauses.text(chunk.place))
    if news is not None and news.start():
        return replace(chunk, stop=chunk.start + news.start(), extra=[])
    return without_matter(clauses, chunk)


_OF_NEWS = re.compile(r" of (?:any|every|all|each|what|whatever|further|new|his|her|their|its)\b.*$", re.DOTALL)


def _party(clauses: Clauses, chunk: Chunk, *, named: bool = False) -> Actor | None:
    """Whoever a noun phrase names, where it is a party that can be promised something; "you" is left to the room."""
    words = clauses.text(chunk.place)
    if not is_party(clauses, chunk) or is_nobody(chunk) or _NO_HEARERS.search(words):
        return None
    if chunk.pronoun:
        return (
            None
            if named or chunk.low in ("it", "you", "this", "that", "these", "those")
            else actor_of(clauses, chunk)
        )
    actor = party_of(clauses, chunk)
    if actor.kind is ActorKind.OTHER and _COMMON_PEOPLE.search(words):
        return actor
    return actor if actor.kind in _WHOLE else None


_COMMON_PEOPLE = re.compile(
    r"\b(?:famil(?:y|ies)|relatives|parents|mothers?|fathers?|wi(?:fe|ves)|husbands?|elders|delegation|committee|commission|House|court|tribunal|"
    r"union|church|embass(?:y|ies)|consul(?:ate)?|searchers|kin|next of kin)\b"
)


# --- on what condition ----------------------------------------------------------------------------------------------


def _condition(view: View, clauses: Clauses, event: RawEvent, at: int | None) -> Place | None:
    """The words of a condition before or behind what is promised."""
    text, (start, stop) = view.text, event.place
    opened = _BEFORE.match(text, view.start, start)
    if opened is not None and start - opened.end() < 3:
        return _trimmed(text, opened.span("words"))
    fronted = _BEFORE.match(text, start, stop) or (
        _BEFORE_WHEN.match(text, start, stop) if _AHEAD.search(text, start, stop) else None
    )
    if fronted is not None and fronted.end() < stop - _SHORTEST:
        return _trimmed(text, fronted.span("words"))
    begin = start
    if at is not None and start <= clauses.chunks[at].start:
        begin = clauses.chunks[at].stop  # not "when he was asked, he promised"
    elif event.heard:
        begin = min(stop, start + _SHORTEST)
    for match in _BEHIND.finditer(text, begin, stop):
        if match.end() - match.start() > 4 and not _is_dated(view, match):
            return _trimmed(text, match.span())
    return None


_SHORTEST = 8


def _is_dated(view: View, match: re.Match[str]) -> bool:
    """Such as "after 5 May" or "until Friday": when, not on what condition."""
    inner = _OF_NOW.match(match.group())
    if inner is None:
        return False
    return any(match.start() + inner.end() <= d.span.start <= match.start() + inner.end() + 5 for d in view.dates)


def _trimmed(text: str, place: Place) -> Place:
    start, stop = place
    while stop > start and text[stop - 1] in " ,\n":
        stop -= 1
    return start, stop

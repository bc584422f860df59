"""Lists of names that change hands, in an English sentence: by whom, to whom, through whom, how many names, when.

In: the clauses of a sentence. Out: `RawEvent`s of kind handover.
Leaves to others: the words (`verbs`), and who "it" is.

The list is the object ("handed the Front a list"), the subject ("a list was passed to", "names reached"), or stands
before a relative clause ("the list that the embassy sent it").
"""

from __future__ import annotations

import re

from homeward.reading.languages.en import verbs as v
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.chunk import Chunk
from homeward.reading.languages.en.clauses import Argument, Clauses
from homeward.reading.languages.en.lists import (
    count_in,
    is_asked,
    is_list,
    is_paper,
    is_weak,
    list_before,
    receiver_inside,
    words_of,
)
from homeward.reading.languages.en.parties import actor_of, date_in, is_nobody, is_party, owner_of, party_of, whose
from homeward.reading.languages.en.sources import describe
from homeward.reading.languages.language import Actor, ActorKind, EventKind, RawEvent

_UNREAL = frozenset(w.split("will would shall should must may might can could"))
_STANCE = frozenset(
    w.split(
        "promise want demand ask urge refuse decline hope plan offer agree undertake pledge vow request seek expect"
    )
)
_HYPOTHESES = frozenset(w.split("if whether unless until"))


def find_handovers(clauses: Clauses) -> list[RawEvent]:
    """Every handover of the sentence."""
    found = []
    for at in clauses.verbs:
        verb = clauses.chunks[at].verb
        event = None
        if verb in _GIVE:
            event = _given(clauses, at)
        if event is None and verb in _TAKE:
            event = _taken(clauses, at)
        if event is None and verb in _ARRIVE:
            event = _arrived(clauses, at)
        if event is not None:
            found.append(event)
    return found + _named(clauses, found)


_WITH = frozenset(w.split("present provide supply entrust furnish"))
_GIVE = frozenset(v.GIVE_FORMS.values())
_TAKE = frozenset(v.TAKE_FORMS.values()) | frozenset(w.split("have hold possess"))
_ARRIVE = frozenset(v.ARRIVE_FORMS.values())


def _given(clauses: Clauses, at: int) -> RawEvent | None:
    chunk = clauses.chunks[at]
    if not _happened(clauses, at):
        return None
    arguments = clauses.arguments(at)
    verb = chunk.verb
    roles = ("with",) if verb == "leave" else ("to", "before", "with")
    taker = _with_role(clauses, arguments, roles)
    if taker is None and verb in ("leave", "read"):
        return None
    giver = _with_role(clauses, arguments, ("by", "from"))
    direct = [a for a in arguments if a.role == ""]
    what = _object(clauses, at, arguments)
    subjects = clauses.subjects(at)
    participle = not chunk.passive and not chunk.perfect and not chunk.modal and chunk.low.endswith(_PARTICIPLE)
    if what is not None and (chunk.passive or (chunk.low == "given" and participle and subjects)):
        return _handover(clauses, at, arguments, what.chunk, giver, _people(clauses, subjects))  # "was handed a list"
    if what is not None:
        if is_nobody(what.chunk):
            return None
        by = _people(clauses, subjects)
        late = clauses.chunks[what.at - 1].low == ","  # "delivered them to the ministry, nineteen names"
        to = _first(clauses, [a for a in direct if a.at < what.at and not (late and a.chunk.low in _MEANT)])
        to = to or taker or receiver_inside(clauses, what.chunk) or _into_hands(clauses, arguments)
        owed = _with_role(clauses, arguments, ("for",)) if verb in _IN_TRUST and to is not None else None
        if owed is not None and owed.kind is ActorKind.BODY:  # "gave the ferryman the names for the column"
            return _handover(clauses, at, arguments, what.chunk, by, owed, carrier=to)
        if verb in ("enclose", "attach"):
            to = _addressee(clauses, at)
        if verb == "exchange" and len(subjects) > 1:
            to = to or party_of(clauses, clauses.chunks[subjects[-1]])
        return _handover(clauses, at, arguments, what.chunk, by, to or _to_whom(clauses, subjects))
    if not chunk.passive and (meant := _meant(clauses, at, arguments)) is not None:
        listed, had = meant
        return _handover(clauses, at, arguments, listed, _people(clauses, subjects), taker or had)
    handed = next((k for k in subjects if is_list(clauses, k) or _is_one_of_lists(clauses, k)), None)
    if (chunk.passive or participle) and handed is not None:
        if is_nobody(clauses.chunks[handed]):
            return None
        by = giver or _between(clauses, handed, at, ("from", "by"))
        if giver is not None and verb in _CARRYING and any(a.role == "by" for a in arguments):
            sender = _owner(clauses, clauses.chunks[handed]) or _between(clauses, handed, at, ("from", "of"))
            return _handover(clauses, at, arguments, clauses.chunks[handed], sender, taker, carrier=giver)
        return _handover(clauses, at, arguments, clauses.chunks[handed], by, taker)
    before = _relative_list(clauses, at, subjects)
    if before is not None:
        people = _people(clauses, subjects)
        if chunk.passive:  # "the list it was given by the Red Cross"
            if not _may_take(clauses, subjects[0]):
                return None
            return _handover(clauses, at, arguments, before, giver, people)
        return _handover(clauses, at, arguments, before, people, _first(clauses, direct) or taker)
    if participle and any(a.role in ("to", "by") for a in arguments):  # "a list handed to the Front by ..."
        described = _described(clauses, at)
        if described is not None:
            to = _with_role(clauses, arguments, ("to",)) or _possessor(clauses, described)
            return _handover(clauses, at, arguments, clauses.chunks[described], giver, to)
    return None


_CARRYING = frozenset(w.split("carry take ferry transport smuggle bring fly drive"))
_IN_TRUST = frozenset(w.split("give hand pass entrust leave deposit send bring"))
_PARTICIPLE = ("ed", "en", "ent", "ut", "left")


def _object(clauses: Clauses, at: int, arguments: list[Argument]) -> Argument | None:
    """The list that is given: the object, or what follows an aside ("passed the office, through X, a list")."""
    verb = clauses.chunks[at].verb
    received = False
    for a in arguments:
        behind = a.role == "with" and verb in _WITH
        late = received and not clauses.chunks[at].passive and clauses.chunks[a.at - 1].low == ","
        if (a.role in ("", "over", "on") or behind or late) and is_list(clauses, a.at):
            return a
        received = received or (a.role in ("", "to", "before") and (a.chunk.pronoun or is_party(clauses, a.chunk)))
    return None


def _meant(clauses: Clauses, at: int, arguments: list[Argument]) -> tuple[Chunk, Actor | None] | None:
    """The list that "it" or "them" is, named before: "the names, when the families handed them over"; who has it."""
    given = next((a for a in arguments if a.role == ""), None)
    if given is None or given.chunk.low not in _MEANT:
        return None
    after = clauses.chunks[given.at + 1 : given.at + 2]
    if not any(a.role in ("to", "with", "before") for a in arguments) and not (after and after[0].low == "over"):
        return None
    for k in range(at - 1, -1, -1):
        if is_list(clauses, k):
            return clauses.chunks[k], _possessor(clauses, k)
    return (given.chunk, None) if list_before(clauses) else None


_MEANT = frozenset(w.split("it them this these"))


def _described(clauses: Clauses, at: int) -> int | None:
    """The list that a participle describes, past its own phrases: "a list of captives, with notes, given to"."""
    chunks = clauses.chunks
    j = at - 1
    while j >= 0 and j > at - 7:
        c = chunks[j]
        if is_list(clauses, j):
            return j
        if c.kind == "np" and not (j and (chunks[j - 1].kind == "prep" or chunks[j - 1].low in ("and", ","))):
            return None
        if c.kind not in ("np", "prep", "date", "adv", "conj") and c.low not in (",", "(", "—", "–"):
            return None
        j -= 1
    return None


def _possessor(clauses: Clauses, listed: int) -> Actor | None:
    """Who has the list that was given: "the Front was in possession of a list given by"."""
    verb = next((k for k in reversed(clauses.verbs) if k < listed), None)
    if verb is None or clauses.chunks[verb].negated or clauses.chunks[verb].passive:
        return None
    owned = clauses.chunks[listed].heads[-1] == "possession" and clauses.chunks[verb].verb == "be"
    if not owned and clauses.chunks[verb].verb not in _HAVE:
        return None
    return _people(clauses, clauses.subjects(verb))


_HAVE = frozenset(w.split("have hold possess keep"))


def _into_hands(clauses: Clauses, arguments: list[Argument]) -> Actor | None:
    """Into whose hands a list came: "came into the hands of the Front", "into her hands"."""
    for a in arguments:
        if a.role in ("into", "in", "to") and a.chunk.heads[-1] in ("hands", "hand"):
            return owner_of(clauses, a.chunk) or _of_whom(clauses, a.chunk)
    return None


def _of_whom(clauses: Clauses, chunk: Chunk) -> Actor | None:
    """Whom "of" names in a noun phrase."""
    of = clauses.text(chunk.place).find(" of ")
    return describe(clauses.view.text, (chunk.start + of + 4, chunk.stop)) if of > 0 else None


def _between(clauses: Clauses, listed: int, at: int, roles: tuple[str, ...]) -> Actor | None:
    """Whom a phrase between the list and its verb names: "the list from the embassy arrived"."""
    chunks = clauses.chunks
    behind = [Argument(chunks[k - 1].low, chunks[k], k) for k in range(listed + 2, at) if chunks[k].kind == "np"]
    return _with_role(clauses, behind, roles)


def _to_whom(clauses: Clauses, subjects: list[int]) -> Actor | None:
    """The receiver before a relative clause: "Seld, to whom the ambassador handed the list"."""
    chunks = clauses.chunks
    j = (subjects[0] if subjects else 0) - 1
    if j < 2 or chunks[j].low not in ("whom", "which") or chunks[j - 1].low != "to":
        return None
    j -= 3 if chunks[j - 2].low == "," and j > 2 else 2
    return party_of(clauses, chunks[j]) if chunks[j].kind == "np" and _may_take(clauses, j) else None


def _addressee(clauses: Clauses, at: int) -> Actor | None:
    """To whom the letter goes in which a list is enclosed: "wrote to the Front, enclosing the names"."""
    main = next((k for k in reversed(clauses.verbs) if k < at and clauses.chunks[k].finite), None)
    return _with_role(clauses, clauses.arguments(main), ("to",)) if main is not None else None


def _relative_list(clauses: Clauses, at: int, subjects: list[int]) -> Chunk | None:
    """The list before a relative clause: "the list that the lawyer sent", "a copy of the sheet the parents gave"."""
    chunks = clauses.chunks
    if not subjects:
        return None
    j = subjects[0] - 1
    joined = j >= 0 and (chunks[j].kind == "that" or chunks[j].low == "which")
    if joined:
        j -= 1
        if j >= 0 and chunks[j].low == ",":
            j -= 1
    for k in range(j, max(-1, j - (3 if joined else 1)), -1):
        if k >= 0 and chunks[k].kind == "np":
            if is_list(clauses, k) or set(words_of(clauses, chunks[k])) & (v.LIST_NOUNS | v.PAPER_NOUNS):
                return chunks[k]
            if not joined:
                return None
        elif k < 0 or chunks[k].kind in ("verb", "that", "rel", "sub"):
            return None
    return None


def _taken(clauses: Clauses, at: int) -> RawEvent | None:
    """Such as "received a list from", "the list it got from", "has a list from"; here the taker is the subject."""
    chunk = clauses.chunks[at]
    if not _happened(clauses, at):
        return None
    arguments = clauses.arguments(at)
    subjects = clauses.subjects(at)
    by = _with_role(clauses, arguments, ("from",)) or _with_role(clauses, clauses.fronted(at), ("from",))
    if chunk.passive:
        listed = next((k for k in subjects if is_list(clauses, k) and not is_paper(clauses.chunks[k])), None)
        if listed is None:
            return None
        by = by or _between(clauses, listed, at, ("from",))
        if is_nobody(clauses.chunks[listed]) or by is None:
            return None
        return _handover(clauses, at, arguments, clauses.chunks[listed], by, _with_role(clauses, arguments, ("by",)))
    what = next((a for a in arguments if a.role == "" and is_list(clauses, a.at) and not is_paper(a.chunk)), None)
    listed_chunk = what.chunk if what is not None else None
    if what is None and by is not None:
        if chunk.low.endswith("ed") and (described := _described(clauses, at)) is not None:
            to = _with_role(clauses, arguments, ("by",)) or _possessor(clauses, described)
            return _handover(clauses, at, arguments, clauses.chunks[described], by, to)
        listed_chunk = _relative_list(clauses, at, subjects)
    elif what is None and chunk.verb == "receive" and subjects and _may_take(clauses, subjects[0]):
        listed_chunk = _relative_list(clauses, at, subjects)
    if listed_chunk is None or is_nobody(listed_chunk):
        return None
    by = by or _with_role(clauses, arguments, ("by",))
    to = _people(clauses, subjects)
    got_to = _with_role(clauses, arguments, ("to",)) if chunk.verb == "get" and by is None else None
    if got_to is not None:
        return _handover(clauses, at, arguments, listed_chunk, to, got_to)  # "got a list to the Front"
    if chunk.verb in _FROM_SOMEBODY and by is None:
        return None
    return _handover(clauses, at, arguments, listed_chunk, by, to)


_FROM_SOMEBODY = frozenset(w.split("take get collect accept")) | _HAVE


def _arrived(clauses: Clauses, at: int) -> RawEvent | None:
    """Such as "names reached the Front", "the owners' list had gone to him through the bishop"."""
    chunk = clauses.chunks[at]
    if not _happened(clauses, at) or chunk.passive:
        return None
    arguments = clauses.arguments(at)
    listed = next((k for k in clauses.subjects(at) if is_list(clauses, k) or _is_one_of_lists(clauses, k)), None)
    if listed is None or is_nobody(clauses.chunks[listed]):
        return None
    to = _with_role(clauses, arguments, ("",) if chunk.verb == "reach" else ("to", "at"))
    to = to or _into_hands(clauses, arguments)
    to = to or (_between(clauses, listed, at, ("to",)) if chunk.verb == "go" else None)
    if to is None and _carrier(clauses, at, arguments) is None:
        return None
    by = _owner(clauses, clauses.chunks[listed]) or _with_role(clauses, arguments, ("from",))
    by = by or _between(clauses, listed, at, ("from", "by"))
    return _handover(clauses, at, arguments, clauses.chunks[listed], by, to)


def _is_one_of_lists(clauses: Clauses, at: int) -> bool:
    """Such as "the first" and "a shorter one", where lists were spoken of just before."""
    chunk = clauses.chunks[at]
    meant = chunk.heads[0] in ("the", "a", "another") and chunk.heads[-1] in _ONES and not chunk.pronoun
    return meant and len(chunk.heads) <= _SHORT and list_before(clauses)


_ONES = frozenset(w.split("first second third fourth other one latter former last"))
_SHORT = 3  # words: "a shorter one"


def _owner(clauses: Clauses, chunk: Chunk) -> Actor | None:
    """Whose list it is: "the owners' list of fourteen names"."""
    words = clauses.text(chunk.place)
    named = re.match(r"(.+?)(?:['’]s|s['’])\s", words)
    if named is None:
        ours = re.match(r"(?:our|my|their)\b", words, re.IGNORECASE)
        return owner_of(clauses, chunk) if ours and chunk.heads[-1] not in v.NAME_NOUNS else None
    stop = chunk.start + named.end(1) + (1 if words[named.end(1)] == "s" else 0)
    return describe(clauses.view.text, (chunk.start, stop))


def _named(clauses: Clauses, found: list[RawEvent]) -> list[RawEvent]:
    """Such as "the handover of a list by the embassy to the Front"."""
    if found:
        return []
    chunks = clauses.chunks
    for at, chunk in enumerate(chunks):
        if chunk.kind != "np" or chunk.heads[-1] not in _NOUNS or not set(words_of(clauses, chunk)) & v.LIST_NOUNS:
            continue
        arguments = [
            Argument(chunks[k - 1].low, chunks[k], k) for k in range(at + 2, min(len(chunks), at + 8))
            if chunks[k].kind == "np" and chunks[k - 1].kind == "prep"
        ]  # fmt: skip
        by, to = _with_role(clauses, arguments, ("by", "from")), _with_role(clauses, arguments, ("to",))
        if chunk.heads[0] == "receipt" or chunk.heads[-1] == "receipt":
            owned = _RECEIPT.match(clauses.text(chunk.place))
            by = (
                describe(clauses.view.text, (chunk.start + owned.start(1), chunk.start + owned.end(1)))
                if owned
                else by
            )
            verb = next((k for k in reversed(clauses.verbs) if k < at), None)
            to = _people(clauses, clauses.subjects(verb)) if verb is not None else to
        event = _handover(clauses, at, arguments, chunk, by, to) if by is not None or to is not None else None
        if event is not None:
            return [event]
    return []


_RECEIPT = re.compile(r"receipt of (?:the )?(.+?)['’]s? ")
_NOUNS = frozenset(w.split("handover handing transfer delivery submission transmission presentation receipt"))


def _happened(clauses: Clauses, at: int) -> bool:
    chunk = clauses.chunks[at]
    word, before = clauses.introduced_by(at)
    if is_asked(clauses) or chunk.negated or chunk.due or chunk.modal in _UNREAL or word in _HYPOTHESES:
        return False
    if before is not None and word == "that" and before.verb in v.DENY_FORMS:
        return False
    denies = clauses.governor(at) if chunk.gerund else None
    if denies is not None and denies.verb in v.DENY_FORMS:
        return False
    if any(is_nobody(clauses.chunks[k]) for k in clauses.subjects(at)):
        return False
    if chunk.infinitive:
        governor = clauses.governor(at)
        return governor is not None and governor.verb not in _STANCE and not governor.modal and not governor.negated
    return True


def _people(clauses: Clauses, subjects: list[int]) -> Actor | None:
    for k in subjects:
        if not is_list(clauses, k):
            return party_of(clauses, whose(clauses, k))
    return None


def _first(clauses: Clauses, arguments: list[Argument]) -> Actor | None:
    return next((party_of(clauses, a.chunk) for a in arguments if _may_take(clauses, a.at)), None)


def _carrier(clauses: Clauses, at: int, arguments: list[Argument]) -> Actor | None:
    """Through whom a list goes: behind the verb, before it, or between it and its subject."""
    chunks = clauses.chunks
    subjects = clauses.subjects(at)
    beside = range(subjects[-1] + 2, at) if subjects else range(0)
    aside = [Argument(chunks[k - 1].low, chunks[k], k) for k in beside if chunks[k].kind == "np"]
    for a in [*arguments, *clauses.fronted(at), *aside]:
        if a.role in ("through", "via") and _may_take(clauses, a.at):
            return actor_of(clauses, a.chunk)
    if chunks[at].verb in _TRAVEL and not chunks[at].passive:  # "went up the river with a trader"
        return next(
            (actor_of(clauses, a.chunk) for a in arguments if a.role == "with" and _may_take(clauses, a.at)), None
        )
    return None


_TRAVEL = frozenset(w.split("go come travel arrive leave reach"))


def _with_role(clauses: Clauses, arguments: list[Argument], roles: tuple[str, ...]) -> Actor | None:
    return next((party_of(clauses, a.chunk) for a in arguments if a.role in roles and _may_take(clauses, a.at)), None)


def _may_take(clauses: Clauses, at: int) -> bool:
    chunk = clauses.chunks[at]
    return not is_list(clauses, at) and (
        chunk.pronoun
        or is_party(clauses, chunk)
        or actor_of(clauses, chunk).kind in (ActorKind.BODY, ActorKind.PERSON)
    )


def _handover(
    clauses: Clauses,
    at: int,
    arguments: list[Argument],
    listed: Chunk,
    by: Actor | None,
    to: Actor | None,
    carrier: Actor | None = None,
) -> RawEvent | None:
    carrier = carrier or _carrier(clauses, at, arguments)
    if carrier is not None and to is not None and carrier.place == to.place:
        carrier = None
    by = by or _owner(clauses, listed)
    if by is None and to is None and carrier is None:
        return None
    weak = is_weak(listed)
    if weak and ((to is None and carrier is None) or (by is not None and by.kind is ActorKind.MEDIUM)):
        return None
    if to is not None and to.kind is ActorKind.MEDIUM:
        return None
    extent = (
        clauses.extent(at)
        if clauses.chunks[at].kind == "verb"
        else (listed.start, arguments[-1].chunk.stop if arguments else listed.stop)
    )
    start, stop = min(extent[0], listed.start), max(extent[1], listed.stop)
    return RawEvent(
        EventKind.HANDOVER,
        (start, stop),
        by=by,
        to=to,
        count=count_in(clauses.view.text[listed.start : clauses.view.stop if listed.pronoun else stop]),
        rule=f'"{clauses.text(clauses.chunks[at].place)} ... {listed.heads[-1]}"',
        carrier=carrier,
        when=date_in(clauses, extent),
        dated=True,
    )

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
from homeward.reading.languages.en.parties import actor_of, date_in, is_nobody, is_party, party_of, whose
from homeward.reading.languages.en.sources import describe
from homeward.reading.languages.language import Actor, ActorKind, EventKind, RawEvent

_UNREAL = frozenset(w.split("will would shall should must may might can could"))
_STANCE = frozenset(
    w.split(
        "promise want demand ask urge refuse decline hope plan offer agree undertake pledge vow request seek expect"
    )
)
_HYPOTHESES = frozenset(w.split("if whether unless until"))
_NUMBERED = re.compile(
    rf"\b(?P<n>{w.NUMBER})(?: [a-z-]+){{0,2}} (?:names|people|persons|hostages|captives|detainees|prisoners|men|"
    rf"women|\w+s)\b"
    rf"|\bnames of (?:the |all )?(?P<m>{w.NUMBER})\b|\b(?P<k>{w.NUMBER})-name\b|\ball (?P<a>{w.NUMBER})\b",
    re.IGNORECASE,
)


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
_TAKE = frozenset(v.TAKE_FORMS.values())
_ARRIVE = frozenset(v.ARRIVE_FORMS.values())


def _is_list(chunk: Chunk) -> bool:
    return not chunk.pronoun and (chunk.heads[-1] in v.LIST_NOUNS | v.NAME_NOUNS or _is_paper(chunk))


def _is_paper(chunk: Chunk) -> bool:
    return not chunk.pronoun and chunk.heads[-1] in v.PAPER_NOUNS


def _given(clauses: Clauses, at: int) -> RawEvent | None:
    chunk = clauses.chunks[at]
    if not _happened(clauses, at):
        return None
    arguments = clauses.arguments(at)
    verb = chunk.verb
    what = next(
        (
            a
            for a in arguments
            if (a.role in ("", "over", "on") or (a.role == "with" and verb in _WITH)) and _is_list(a.chunk)
        ),
        None,
    )
    subjects = clauses.subjects(at)
    if what is not None and not chunk.passive:
        if is_nobody(what.chunk):
            return None
        direct = [a for a in arguments if a.role == "" and a.at < what.at]
        by = _people(clauses, subjects)
        to = _first(clauses, direct) or _with_role(clauses, arguments, ("to", "before", "with"))
        return _handover(clauses, at, arguments, what.chunk, by, to)
    if chunk.passive and what is not None:  # "the Front was handed a list"
        return _handover(
            clauses,
            at,
            arguments,
            what.chunk,
            _with_role(clauses, arguments, ("by", "from")),
            _people(clauses, subjects),
        )
    listed = next((clauses.chunks[k] for k in subjects if _is_list(clauses.chunks[k])), None)
    if chunk.passive and listed is not None:
        if is_nobody(listed):
            return None
        to = _with_role(clauses, arguments, ("to", "before", "with"))
        return _handover(clauses, at, arguments, listed, _with_role(clauses, arguments, ("by", "from")), to)
    before = _relative_list(clauses, at, subjects)
    if before is not None and not chunk.passive:
        to = _first(clauses, [a for a in arguments if a.role == ""]) or _with_role(
            clauses, arguments, ("to", "before", "with")
        )
        return _handover(clauses, at, arguments, before, _people(clauses, subjects), to)
    if (
        not chunk.passive and not chunk.modal and chunk.low.endswith(("ed", "en", "ent", "ut"))
    ):  # "a list handed to the Front by ..."
        previous = clauses.chunks[at - 1] if at else None
        if (
            previous is not None
            and previous.kind == "np"
            and _is_list(previous)
            and any(a.role in ("to", "by") for a in arguments)
        ):
            to = _with_role(clauses, arguments, ("to",))
            return _handover(clauses, at, arguments, previous, _with_role(clauses, arguments, ("by", "from")), to)
    return None


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
            if _is_list(chunks[k]) or set(_tail_words(clauses, chunks[k])) & (v.LIST_NOUNS | v.PAPER_NOUNS):
                return chunks[k]
            if not joined:
                return None
        elif k < 0 or chunks[k].kind in ("verb", "that", "rel", "sub"):
            return None
    return None


def _tail_words(clauses: Clauses, chunk: Chunk) -> list[str]:
    return clauses.text(chunk.place).lower().split()


def _taken(clauses: Clauses, at: int) -> RawEvent | None:
    """Such as "received a list from", "was given a list" is a gift; here the taker is the subject."""
    chunk = clauses.chunks[at]
    if not _happened(clauses, at):
        return None
    arguments = clauses.arguments(at)
    subjects = clauses.subjects(at)
    if chunk.passive:
        listed = next(
            (clauses.chunks[k] for k in subjects if _is_list(clauses.chunks[k]) and not _is_paper(clauses.chunks[k])),
            None,
        )
        by = _with_role(clauses, arguments, ("from",))
        if listed is None or is_nobody(listed) or by is None:
            return None
        return _handover(clauses, at, arguments, listed, by, _with_role(clauses, arguments, ("by",)))
    what = next((a for a in arguments if a.role == "" and _is_list(a.chunk) and not _is_paper(a.chunk)), None)
    if what is None or is_nobody(what.chunk):
        return None
    by = _with_role(clauses, arguments, ("from", "by"))
    to = _people(clauses, subjects)
    if chunk.verb in ("take", "get", "collect", "accept") and by is None:
        return None
    return _handover(clauses, at, arguments, what.chunk, by, to)


def _arrived(clauses: Clauses, at: int) -> RawEvent | None:
    """Such as "names reached the Front", "the owners' list had gone to him through the bishop"."""
    chunk = clauses.chunks[at]
    if not _happened(clauses, at) or chunk.passive:
        return None
    arguments = clauses.arguments(at)
    listed = next((clauses.chunks[k] for k in clauses.subjects(at) if _is_list(clauses.chunks[k])), None)
    if listed is None or is_nobody(listed):
        return None
    to = _with_role(clauses, arguments, ("",) if chunk.verb == "reach" else ("to", "at", "with"))
    if to is None:
        return None
    return _handover(
        clauses, at, arguments, listed, _owner(clauses, listed) or _with_role(clauses, arguments, ("from",)), to
    )


def _owner(clauses: Clauses, chunk: Chunk) -> Actor | None:
    """Whose list it is: "the owners' list of fourteen names"."""
    words = clauses.text(chunk.place)
    named = re.match(r"(.+?)(?:['’]s|s['’])\s", words)
    if named is None:
        return None
    stop = chunk.start + named.end(1) + (1 if words[named.end(1)] == "s" else 0)
    return describe(clauses.view.text, (chunk.start, stop))


def _named(clauses: Clauses, found: list[RawEvent]) -> list[RawEvent]:
    """Such as "the handover of a list by the embassy to the Front"."""
    if found:
        return []
    chunks = clauses.chunks
    for at, chunk in enumerate(chunks):
        if chunk.kind != "np" or chunk.heads[-1] not in _NOUNS or not set(_tail_words(clauses, chunk)) & v.LIST_NOUNS:
            continue
        arguments = [
            Argument(chunks[k - 1].low, chunks[k], k) for k in range(at + 2, min(len(chunks), at + 8))
            if chunks[k].kind == "np" and chunks[k - 1].kind == "prep"
        ]  # fmt: skip
        by, to = _with_role(clauses, arguments, ("by", "from")), _with_role(clauses, arguments, ("to",))
        if chunk.heads[-1] == "receipt":
            verb = next((k for k in reversed(clauses.verbs) if k < at), None)
            to = _people(clauses, clauses.subjects(verb)) if verb is not None else to
        event = _handover(clauses, at, arguments, chunk, by, to) if by is not None or to is not None else None
        if event is not None:
            return [event]
    return []


_NOUNS = frozenset(w.split("handover handing transfer delivery submission transmission presentation receipt"))


def _happened(clauses: Clauses, at: int) -> bool:
    chunk = clauses.chunks[at]
    word, before = clauses.introduced_by(at)
    if chunk.negated or chunk.due or chunk.modal in _UNREAL or word in _HYPOTHESES:
        return False
    if before is not None and word == "that" and before.verb in v.DENY_FORMS:
        return False
    if any(is_nobody(clauses.chunks[k]) for k in clauses.subjects(at)):
        return False
    if chunk.infinitive:
        governor = clauses.governor(at)
        return governor is not None and governor.verb not in _STANCE and not governor.modal and not governor.negated
    return True


def _people(clauses: Clauses, subjects: list[int]) -> Actor | None:
    for k in subjects:
        if not _is_list(clauses.chunks[k]):
            return party_of(clauses, whose(clauses, k))
    return None


def _first(clauses: Clauses, arguments: list[Argument]) -> Actor | None:
    return next((party_of(clauses, a.chunk) for a in arguments if _may_take(clauses, a.chunk)), None)


def _with_role(clauses: Clauses, arguments: list[Argument], roles: tuple[str, ...]) -> Actor | None:
    return next(
        (party_of(clauses, a.chunk) for a in arguments if a.role in roles and _may_take(clauses, a.chunk)), None
    )


def _may_take(clauses: Clauses, chunk: Chunk) -> bool:
    return not _is_list(chunk) and (
        chunk.pronoun
        or is_party(clauses, chunk)
        or actor_of(clauses, chunk).kind in (ActorKind.BODY, ActorKind.PERSON)
    )


def _handover(
    clauses: Clauses, at: int, arguments: list[Argument], listed: Chunk, by: Actor | None, to: Actor | None
) -> RawEvent | None:
    carrier = next(
        (
            actor_of(clauses, a.chunk)
            for a in [*arguments, *clauses.fronted(at)]
            if a.role in ("through", "via") and _may_take(clauses, a.chunk)
        ),
        None,
    )
    by = by or _owner(clauses, listed)
    if by is None and to is None and carrier is None:
        return None
    weak = listed.heads[-1] in v.NAME_NOUNS or _is_paper(listed)
    if weak and (to is None or (by is not None and by.kind is ActorKind.MEDIUM)):
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
        count=count_in(clauses.view.text[listed.start : stop]),
        rule=f'"{clauses.text(clauses.chunks[at].place)} ... {listed.heads[-1]}"',
        carrier=carrier,
        when=date_in(clauses, extent),
        dated=True,
    )


def count_in(text: str) -> int | None:
    """How many names a list holds, where the words say so."""
    found = _NUMBERED.search(text)
    if not found:
        return None
    word = next(x for x in found.groupdict().values() if x).lower()
    return int(word) if word.isdecimal() else w.NUMBERS.get(word)

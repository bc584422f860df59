"""Who met, called, visited or wrote to whom, in an English sentence: by verbs, and by nouns such as "talks with".

In: the clauses of a sentence. Out: `RawEvent`s of kind contact, held, planned or denied.
Leaves to others: the words (`verbs`), who "he" is, and which contacts matter to the case.
"""

from __future__ import annotations

from dataclasses import replace

from homeward.reading.languages.en import verbs as v
from homeward.reading.languages.en.clauses import Argument, Chunk, Clauses
from homeward.reading.languages.en.parties import (
    actor_of,
    date_in,
    is_nobody,
    is_party,
    is_place,
    party_of,
    subjects_of,
    where,
    whose,
)
from homeward.reading.languages.language import Actor, ActorKind, EventKind, RawEvent
from homeward.records import Attribution, ContactKind, ContactStatus

_HELD, _PLANNED, _DENIED = ContactStatus.HELD, ContactStatus.PLANNED, ContactStatus.DENIED
_UNSURE_MODALS = frozenset(["may", "might", "could", "can", "should", "must"])
_HYPOTHESES = frozenset(["if", "whether", "unless", "until"])
_PLANS = frozenset(
    [
        "plan",
        "intend",
        "agree",
        "arrange",
        "decide",
        "schedule",
        "expect",
        "due",
        "set",
        "prepare",
        "promise",
        "undertake",
        "vow",
        "pledge",
        "invite",
        "propose",
        "offer",
    ]
)
_TRIES = frozenset(
    [
        "want",
        "hope",
        "wish",
        "ask",
        "seek",
        "demand",
        "urge",
        "request",
        "refuse",
        "decline",
        "try",
        "call",
        "hear",
        "like",
        "need",
        "love",
    ]
)
_HOPES = frozenset(["hope", "fear", "want", "wish", "believe", "doubt", "expect", "think", "imagine", "suspect"])
_SOMEBODY = frozenset(["somebody", "someone", "anybody", "anyone", "everybody", "everyone", "you"])
_GENERIC = frozenset(
    [
        "man",
        "woman",
        "boy",
        "girl",
        "people",
        "person",
        "men",
        "women",
        "group",
        "village",
        "town",
        "place",
        "thing",
        "ship",
        "faction",
    ]
)
_LETTERS = frozenset(k for k, kind in v.CONTACT_NOUNS.items() if kind is ContactKind.LETTER)
_HAPPEN = frozenset(["take", "hold", "begin", "end", "continue", "happen", "occur", "schedule", "plan", "resume", "follow", "last", "arrange", "conclude", "open", "cancel", "postpone", "due", "be"])  # fmt: skip
_FUTURE = frozenset(
    [
        "planned",
        "next",
        "forthcoming",
        "upcoming",
        "proposed",
        "future",
        "expected",
        "scheduled",
        "coming",
        "possible",
    ]
)
_OFF = frozenset(["cancel", "cancelled", "postpone", "postponed", "collapse", "collapsed"])


def find_contacts(clauses: Clauses) -> list[RawEvent]:
    """Every contact of the sentence."""
    found: list[tuple[int, RawEvent]] = []
    nouns: set[int] = set()
    for at in clauses.verbs:
        event = _by_verb(clauses, at, nouns)
        if event is not None:
            found.append((at, event))
    for at, chunk in enumerate(clauses.chunks):
        if chunk.kind == "np" and at not in nouns and _noun_of(chunk) is not None:
            event = _by_noun(clauses, at)
            if event is not None:
                found.append((at, event))
    return _merged(clauses, sorted(found, key=lambda pair: pair[0]))


# --- by verbs -------------------------------------------------------------------------------------------------------


def _by_verb(clauses: Clauses, at: int, nouns: set[int]) -> RawEvent | None:
    chunk = clauses.chunks[at]
    frame = v.CONTACT_FRAMES.get(chunk.verb)
    arguments = clauses.arguments(at)
    if chunk.verb in v.HOLD_FORMS.values() and (event := _held_noun(clauses, at, arguments, nouns)) is not None:
        return event
    if (event := _letter(clauses, at, arguments, nouns)) is not None:
        return event
    if frame is None:
        return None
    status = _status(clauses, at)
    if status is None:
        return None
    kind, roles = frame
    if chunk.passive:
        return _passive(clauses, at, kind, status, arguments)
    subjects = clauses.subjects(at)
    others = _others(clauses, at, arguments, roles)
    place = where(clauses, [*_behind(clauses, at, arguments), *clauses.fronted(at)])
    if chunk.verb in ("go", "return", "travel", "fly", "drive", "journey"):
        return _journey(clauses, at, status, arguments, nouns)
    if chunk.verb in ("speak", "talk", "converse", "communicate"):
        kind = _means(clauses, at, arguments) or kind
    if chunk.verb in ("see", "greet", "welcome") and status is _HELD and not date_in(clauses, clauses.extent(at)):
        return None
    if chunk.verb == "call" and _calls_names(clauses, at, arguments):
        return None
    if chunk.verb == "ring" and not others:
        return None
    if kind is ContactKind.VISIT:
        houses = [a for a in arguments if a.role == "" and (is_place(a.chunk) or not is_party(clauses, a.chunk))]
        if houses:
            place = _house(clauses, arguments, houses[0])
            owner = party_of(clauses, houses[0].chunk)
            others = [owner] if is_place(houses[0].chunk) and owner.kind is not ActorKind.ROLE else []
            others += [
                actor_of(clauses, a.chunk) for a in arguments if a.role == "with" and is_party(clauses, a.chunk)
            ]
    if len(subjects) > 1 and not others:
        people = [actor_of(clauses, clauses.chunks[k]) for k in subjects]
        return _event(clauses, at, people[0], people[1:], kind, status, place)
    if not subjects or not (others or (kind is ContactKind.VISIT and place)):
        return None
    people = [actor_of(clauses, whose(clauses, k)) for k in subjects]
    return _event(clauses, at, people[0], [*people[1:], *others], kind, status, place)


def _event(
    clauses: Clauses,
    at: int,
    by: Actor,
    others: list[Actor],
    kind: ContactKind,
    status: ContactStatus,
    place: str | None,
) -> RawEvent | None:
    extent = clauses.extent(at)
    if any(a.name.lower() in ("i", "me", "my") for a in (by, *others)) and not clauses.view.quoted:
        return None  # whom the writer met
    if by.kind is ActorKind.MEDIUM:
        return None
    return RawEvent(
        EventKind.CONTACT,
        extent,
        by=by,
        others=tuple(others),
        where=place,
        contact_kind=kind,
        status=status,
        rule=f'"{clauses.text(clauses.chunks[at].place)}"',
        when=date_in(clauses, extent),
        dated=True,
        present=_is_present(clauses.chunks[at]),
    )


def _is_present(chunk: Chunk) -> bool:
    """Whether a verb stands in the present: with a date to come, it tells of a plan."""
    return not chunk.perfect and not chunk.passive and chunk.low in (chunk.verb, *v.forms_of(chunk.verb)[:2])


def _status(clauses: Clauses, at: int) -> ContactStatus | None:
    """Held, planned or denied; None where it is a wish, a condition or a possibility."""
    chunk = clauses.chunks[at]
    subjects = clauses.subjects(at)
    word, before = clauses.introduced_by(at)
    if word in _HYPOTHESES or chunk.modal in _UNSURE_MODALS:
        return None
    denied = chunk.negated or any(is_nobody(clauses.chunks[k]) for k in subjects) or _after_neither(clauses, at)
    if before is not None and word == "that" and before.verb in v.DENY_FORMS:
        denied = True
    if before is not None and word in ("", "that") and before.verb in _HOPES and not before.passive:
        return None
    if any(clauses.chunks[k].low in _SOMEBODY for k in subjects):
        return None
    if denied:
        return _DENIED
    if chunk.modal in ("will", "shall", "would") or chunk.due:
        return _PLANNED
    governor = clauses.governor(at) if chunk.infinitive or chunk.gerund else None
    if chunk.infinitive:
        if governor is None:
            return None
        if governor.verb in ("refuse", "decline", "fail"):
            return _DENIED
        if (
            governor.due
            or governor.modal in ("will", "would", "shall")
            or governor.verb in _PLANS
            or governor.low in _PLANS
        ):
            return _PLANNED
        return None if governor.verb in _TRIES or governor.negated else _HELD
    if chunk.gerund:
        if governor is not None and governor.verb in v.DENY_FORMS:
            return _DENIED
        previous = clauses.chunks[at - 1] if at else None
        if previous is not None and previous.low == "without":
            return _DENIED
        if chunk.perfect or (
            previous is not None
            and previous.low in ("after", "before", "on", "by", "since", "while", "when", "in", "upon")
        ):
            return _HELD
        return _HELD if governor is not None and governor.verb == "be" else None
    return _HELD


def _after_neither(clauses: Clauses, at: int) -> bool:
    subjects = clauses.subjects(at)
    first = (subjects[0] if subjects else at) - 1
    return first >= 0 and clauses.chunks[first].low in ("nor", "neither", "never")


def _others(clauses: Clauses, at: int, arguments: list[Argument], roles: tuple[str, ...]) -> list[Actor]:
    found: list[Actor] = []
    for argument in arguments:
        fits = argument.role in roles and is_party(clauses, argument.chunk)
        if argument.role == "" and fits and clauses.chunks[argument.at - 1].kind == "adv" and not found:
            fits = True
        if fits:
            found.append(party_of(clauses, whose(clauses, argument.at)))
    return found


def _behind(clauses: Clauses, at: int, arguments: list[Argument]) -> list[Argument]:
    return [a for a in arguments if a.role]


def _means(clauses: Clauses, at: int, arguments: list[Argument]) -> ContactKind | None:
    for argument in arguments:
        if argument.role in ("by", "on", "over", "via", "through") and any(
            h in v.BY_PHONE for h in argument.chunk.heads
        ):
            return ContactKind.CALL
    return None


def _calls_names(clauses: Clauses, at: int, arguments: list[Argument]) -> bool:
    """ "called it a novel", "called for": not by telephone."""
    chunks = clauses.chunks
    if at + 1 >= len(chunks) or (chunks[at + 1].kind == "prep"):
        return True
    objects = [a for a in arguments if a.role == ""]
    if len(objects) > 1:
        return True
    subjects = clauses.subjects(at)
    if subjects and chunks[subjects[-1]].heads[-1] in _GENERIC:
        return True  # "a man called Drees"
    return bool(objects) and objects[0].at + 1 < len(chunks) and chunks[objects[0].at + 1].kind == "quote"


def _house(clauses: Clauses, arguments: list[Argument], house: Argument) -> str | None:
    """The words for a place that is visited, with where it lies."""
    from homeward.reading.languages.en.sources import bare

    at = arguments.index(house)
    beyond = arguments[at + 1] if at + 1 < len(arguments) else None
    if beyond is not None and beyond.role in ("in", "at", "near") and beyond.at == house.at + 2:
        place = beyond.chunk.place if beyond.role == "at" else (house.chunk.start, beyond.chunk.stop)
        return bare(clauses.text(place))
    return bare(clauses.text(house.chunk.place))


def _passive(
    clauses: Clauses, at: int, kind: ContactKind, status: ContactStatus, arguments: list[Argument]
) -> RawEvent | None:
    """ "was received by the Regent", "were visited by a delegate"."""
    agents = [party_of(clauses, a.chunk) for a in arguments if a.role == "by" and is_party(clauses, a.chunk)]
    guests = subjects_of(clauses, at)
    if not agents or not guests or clauses.chunks[at].verb in ("call", "see", "write", "go", "return"):
        return None
    return _event(clauses, at, guests[0], [*guests[1:], *agents], kind, status, where(clauses, arguments))


def _journey(
    clauses: Clauses, at: int, status: ContactStatus, arguments: list[Argument], nouns: set[int]
) -> RawEvent | None:
    """ "are to return to Port Amaro for talks with the council"."""
    about = next((a for a in arguments if a.role == "for" and _noun_of(a.chunk) is not None), None)
    if about is None:
        return None
    people = [party_of(clauses, a.chunk) for a in arguments if a.role == "with" and a.at > about.at]
    subjects = subjects_of(clauses, at)
    if not people or not subjects:
        return None
    nouns.add(about.at)
    goal = next((clauses.text(a.chunk.place) for a in arguments if a.role == "to"), None)
    return _event(clauses, at, subjects[0], [*subjects[1:], *people], ContactKind.MEETING, status, goal)


# --- by nouns with a verb -------------------------------------------------------------------------------------------


def _noun_of(chunk: Chunk) -> ContactKind | None:
    if chunk.pronoun:
        return None
    for head in reversed(chunk.heads[-2:]):
        if head in v.CONTACT_NOUNS and head == chunk.heads[-1]:
            if any(h in v.BY_PHONE for h in chunk.heads):
                return ContactKind.CALL
            return v.CONTACT_NOUNS[head]
    return None


def _held_noun(clauses: Clauses, at: int, arguments: list[Argument], nouns: set[int]) -> RawEvent | None:
    """ "held talks with B", "had a meeting with B", "took a call from B", "paid B a visit"."""
    chunk = clauses.chunks[at]
    if chunk.passive:
        return None
    what = next((a for a in arguments if a.role in ("", "in") and _noun_of(a.chunk) is not None), None)
    if what is None or (chunk.verb == "be" and (what.role != "in" or len(what.chunk.heads) > 1)):
        return None
    kind = _noun_of(what.chunk)
    assert kind is not None
    status = _status(clauses, at)
    if status is None:
        return None
    if is_nobody(what.chunk):
        status = _DENIED
    parties = [a for a in arguments if a.role in ("with", "from", "to", "between") and a.at > what.at]
    others = [party_of(clauses, a.chunk) for a in parties if is_party(clauses, a.chunk)]
    direct = [a for a in arguments if a.role == "" and a.at < what.at and is_party(clauses, a.chunk)]
    others += [party_of(clauses, a.chunk) for a in direct]
    subjects = clauses.subjects(at)
    people = [actor_of(clauses, whose(clauses, k)) for k in subjects]
    if not people:
        return None
    nouns.add(what.at)
    if kind in (ContactKind.MEETING, ContactKind.OTHER):
        kind = _means(clauses, at, arguments) or kind
    place = where(clauses, [*arguments, *clauses.fronted(at)])
    return _event(clauses, at, people[0], [*people[1:], *others], kind, status, place)


def _letter(clauses: Clauses, at: int, arguments: list[Argument], nouns: set[int]) -> RawEvent | None:
    """ "sent the Front a letter", "received a letter from the Front", "a letter from him reached her"."""
    chunk = clauses.chunks[at]
    subjects = clauses.subjects(at)
    status = None
    if chunk.verb in v.GIVE_FORMS.values() or chunk.verb in ("write", "address"):
        what = next((a for a in arguments if a.role == "" and a.chunk.heads[-1] in _LETTERS), None)
        if what is not None and not chunk.passive:
            to = [
                a
                for a in arguments
                if (a.role == "to" or (a.role == "" and a.at < what.at)) and is_party(clauses, a.chunk)
            ]
            status = _status(clauses, at)
            people = [actor_of(clauses, whose(clauses, k)) for k in subjects]
            if to and people and status is not None:
                nouns.add(what.at)
                return _event(
                    clauses, at, people[0], [party_of(clauses, to[0].chunk)], ContactKind.LETTER, status, None
                )
            return None
    if chunk.verb in v.TAKE_FORMS.values() and not chunk.passive:
        what = next((a for a in arguments if a.role == "" and a.chunk.heads[-1] in _LETTERS), None)
        sender = next((a for a in arguments if a.role == "from" and is_party(clauses, a.chunk)), None)
        status = _status(clauses, at)
        if what is not None and sender is not None and subjects and status is not None:
            nouns.add(what.at)
            receiver = actor_of(clauses, whose(clauses, subjects[0]))
            return _event(clauses, at, actor_of(clauses, sender.chunk), [receiver], ContactKind.LETTER, status, None)
    if subjects and clauses.chunks[subjects[0]].heads[-1] in _LETTERS and not clauses.chunks[subjects[0]].pronoun:
        return _letter_as_subject(clauses, at, arguments, subjects[0], nouns)
    return None


def _letter_as_subject(
    clauses: Clauses, at: int, arguments: list[Argument], subject: int, nouns: set[int]
) -> RawEvent | None:
    chunks = clauses.chunks
    chunk = chunks[at]
    sender = receiver = None
    j = subject + 1
    while j + 1 < at:
        if chunks[j].low == "from" and chunks[j + 1].kind == "np":
            sender = sender or actor_of(clauses, chunks[j + 1])
        if chunks[j].low == "to" and chunks[j + 1].kind == "np":
            receiver = receiver or actor_of(clauses, chunks[j + 1])
        j += 1
    for argument in arguments:
        if (chunk.verb == "reach" and argument.role == "" and not chunk.passive) or argument.role == "to":
            receiver = receiver or actor_of(clauses, argument.chunk)
        elif argument.role in ("from", "by") and is_party(clauses, argument.chunk):
            sender = sender or actor_of(clauses, argument.chunk)
    if sender is None and receiver is None:
        return None
    nouns.add(subject)
    missing = Actor(
        (chunks[subject].start, chunks[subject].start),
        "they",
        ActorKind.PRONOUN,
        one.attribution if (one := sender or receiver) is not None else Attribution.UNNAMED,
        "they",
    )
    status = _status(clauses, at)
    if status is None:
        return None
    return _event(clauses, at, sender or missing, [receiver or missing], ContactKind.LETTER, status, None)


# --- by nouns alone -------------------------------------------------------------------------------------------------


def _by_noun(clauses: Clauses, at: int) -> RawEvent | None:
    """ "after talks with B", "a meeting between A and B was held", "his visit to B", "no such visit took place"."""
    chunks = clauses.chunks
    chunk = chunks[at]
    kind = _noun_of(chunk)
    assert kind is not None
    verb = next((k for k in range(at + 1, len(chunks)) if chunks[k].finite), None)
    is_subject = verb is not None and at in clauses.subjects(verb)
    status = _status(clauses, verb) if is_subject and verb is not None else _HELD
    if status is None:
        return None
    if is_subject and verb is not None and is_nobody(chunk):
        if "such" in chunk.heads:
            extent = clauses.extent(verb)
            return RawEvent(
                EventKind.CONTACT, extent, contact_kind=kind, status=_DENIED, rule="no such contact", dated=True,
                when=date_in(clauses, extent),
            )  # fmt: skip
        status = _DENIED
    elif is_nobody(chunk):
        status = _DENIED
    denier = _denier(clauses, at) if chunk.heads[0] in ("any", "no", "such") else None
    if denier is not None:
        status = _DENIED
    elif chunk.heads[0] in ("every", "each", "any", "such", "further"):
        return None
    if set(chunk.heads) & _FUTURE:
        status = _PLANNED
    people, last = _noun_parties(clauses, at)
    if not people and is_subject and verb is not None:  # "a meeting was held between A and B"
        behind = [
            a for a in clauses.arguments(verb) if a.role in ("between", "with", "by") and is_party(clauses, a.chunk)
        ]
        people, last = [party_of(clauses, a.chunk) for a in behind], behind[-1].at if behind else at
    if not people:
        return None
    extent = (chunk.start, chunks[last].stop)
    takes_place = is_subject and verb is not None and chunks[verb].verb in _HAPPEN
    if takes_place and verb is not None:
        extent = clauses.extent(verb)
    owner = _noun_owner(clauses, chunk)
    if denier is not None and len(people) < 2:
        people.insert(0, denier)
    elif owner is not None and not (owner.kind is ActorKind.PRONOUN and at and clauses.chunks[at - 1].kind == "prep"):
        people.insert(0, owner)
    elif len(people) < 2:
        main = _main_verb(clauses, at)
        subjects = subjects_of(clauses, main) if main is not None and not is_subject else []
        if not subjects:
            return None
        people.insert(0, subjects[0])
        if main is not None and clauses.chunks[main].verb in _TRIES | v.STANCE.keys() | {
            "demand",
            "plan",
            "propose",
            "offer",
        }:
            return None
        if main is not None and status is _HELD and (clauses.chunks[main].modal or clauses.chunks[main].due):
            status = _PLANNED
    if any(a.name.lower() in ("i", "me", "my") for a in people) and not clauses.view.quoted:
        return None
    if people[0].kind is ActorKind.MEDIUM or any(a.kind is ActorKind.MEDIUM for a in people):
        return None
    rest = [
        Argument(chunks[k - 1].low, chunks[k], k)
        for k in range(last + 2, min(len(chunks), last + 8))
        if chunks[k].kind == "np" and chunks[k - 1].kind == "prep"
    ]
    return RawEvent(
        EventKind.CONTACT,
        extent,
        by=people[0],
        others=tuple(people[1:]),
        where=where(clauses, rest),
        contact_kind=kind,
        status=status,
        rule=f'"{clauses.text(chunk.place)}"',
        when=date_in(clauses, extent if takes_place else (extent[0], _noun_stop(clauses, last))),
        dated=True,
        echo=not takes_place,
    )


def _denier(clauses: Clauses, at: int) -> Actor | None:
    """Who denies that there was a contact: "the Brigade denied that any meeting had taken place"."""
    for k in reversed([k for k in clauses.verbs if k < at]):
        if clauses.chunks[k].verb in v.DENY_FORMS:
            subjects = subjects_of(clauses, k)
            return subjects[0] if subjects else None
    return None


def _noun_stop(clauses: Clauses, last: int) -> int:
    """Where a noun's own phrases end: up to the next verb or comma."""
    chunks = clauses.chunks
    j = last + 1
    while j < len(chunks) and chunks[j].kind in ("prep", "np", "date", "adv"):
        j += 1
    return chunks[j - 1].stop


def _main_verb(clauses: Clauses, at: int) -> int | None:
    chunks = clauses.chunks
    before = [k for k in clauses.verbs if k < at and chunks[k].finite]
    after = [k for k in clauses.verbs if k > at and chunks[k].finite]
    return before[-1] if before else after[0] if after else None


def _noun_parties(clauses: Clauses, at: int) -> tuple[list[Actor], int]:
    """Those between whom a contact is, behind its noun; and where the last of them stands."""
    chunks = clauses.chunks
    found: list[Actor] = []
    last = at
    j = at + 1
    roles = ("between", "with", "from", "to", "among")
    noun = chunks[at].heads[-1]
    while j + 1 < len(chunks):
        c, after = chunks[j], chunks[j + 1]
        if c.kind == "prep" and c.low in roles and after.kind == "np" and is_party(clauses, after):
            if c.low in ("to", "from") and v.CONTACT_NOUNS.get(noun) not in (
                ContactKind.LETTER,
                ContactKind.VISIT,
                ContactKind.CALL,
            ):
                break
            found.append(party_of(clauses, after))
            last = j + 1
            j += 2
        elif (
            c.low in ("and", ",")
            and found
            and after.kind == "np"
            and is_party(clauses, after)
            and chunks[last + 1].low in ("and", ",")
        ):
            if j + 2 < len(chunks) and chunks[j + 2].finite and c.low == ",":
                break
            found.append(party_of(clauses, after))
            last = j + 1
            j += 2
        elif c.kind in ("date", "adv"):
            j += 1
        elif (
            c.kind == "prep"
            and after.kind in ("np", "date")
            and c.low in ("in", "at", "on", "by", "over")
            and not found
        ):
            j += 2
        else:
            break
    return found, last


def _noun_owner(clauses: Clauses, chunk: Chunk) -> Actor | None:
    """Whose meeting it is: "Mirell's talks with", "his meeting with"."""
    from homeward.reading.languages.en.parties import _owner

    words = clauses.text(chunk.place)
    if " of " in words:
        first = words.index(" of ")
        head = words[:first].split()[-1].lower()
        if head in v.CONTACT_NOUNS:
            return _owner(clauses, chunk)
        return None
    return _owner(clauses, chunk)


# --- joined verbs ---------------------------------------------------------------------------------------------------


def _merged(clauses: Clauses, found: list[tuple[int, RawEvent]]) -> list[RawEvent]:
    """ "visited the camp and was received by its head" is one contact, not two."""
    merged: list[tuple[int, RawEvent]] = []
    for at, event in found:
        last = merged[-1] if merged else None
        if (
            last is not None
            and last[1].by is not None
            and event.by is not None
            and event.by.place == last[1].by.place
        ):
            between = clauses.chunks[last[0] + 1 : at]
            joined = any(c.low == "and" for c in between) and not any(
                c.kind in ("rel", "sub", "that") for c in between
            )
            same = last[1].status is event.status and last[1].contact_kind is ContactKind.VISIT
            if (joined or event.echo) and same:
                first = last[1]
                people = event.others or first.others
                merged[-1] = (
                    at,
                    replace(
                        first, place=(first.place[0], event.place[1]), others=people, where=first.where or event.where,
                        when=first.when or event.when,
                    ),
                )  # fmt: skip
                continue
            if event.echo and set(event.others) <= set(last[1].others):
                continue
        merged.append((at, event))
    return [event for _, event in merged if event.others or event.by is None]  # a place alone is nobody met

"""Contacts that a noun names in English: "held talks with", "a letter from", "after his meeting with".

In: the clauses of a sentence. Out: `RawEvent`s of kind contact.
Leaves to others: verbs that tell of a contact by themselves (`contacts`).
"""

from __future__ import annotations

from homeward.reading.languages.en import verbs as v
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.chunk import Chunk
from homeward.reading.languages.en.clauses import Argument, Clauses
from homeward.reading.languages.en.contact_parts import (
    DENIED,
    HELD,
    PLANNED,
    TRIES,
    contact,
    kind_of_noun,
    means_of,
    status_of,
)
from homeward.reading.languages.en.lists import bears_names
from homeward.reading.languages.en.parties import (
    actor_of,
    date_in,
    is_nobody,
    is_party,
    owner_of,
    party_of,
    subjects_of,
    where,
    whose,
)
from homeward.reading.languages.language import Actor, ActorKind, EventKind, RawEvent
from homeward.records import Attribution, ContactKind, ContactStatus

_LETTERS = frozenset(k for k, kind in v.CONTACT_NOUNS.items() if kind is ContactKind.LETTER)
_HAPPEN = frozenset(w.split(
    "take hold begin end continue happen occur schedule plan resume follow last arrange conclude open cancel "

                    "postpone due be"))  # fmt: skip
_FUTURE = frozenset(w.split("planned next forthcoming upcoming proposed future expected scheduled coming possible"))


# --- with a verb ---------------------------------------------------------------------------------------------------


def held_noun(clauses: Clauses, at: int, arguments: list[Argument], nouns: set[int]) -> RawEvent | None:
    """Such as "held talks with B", "had a meeting with B", "took a call from B", "paid B a visit"."""
    chunk = clauses.chunks[at]
    if chunk.passive:
        return None
    what = next((a for a in arguments if a.role in ("", "in") and kind_of_noun(a.chunk) is not None), None)
    if what is None or (chunk.verb == "be" and (what.role != "in" or len(what.chunk.heads) > 1)):
        return None
    kind = kind_of_noun(what.chunk)
    assert kind is not None
    status = status_of(clauses, at)
    if status is None:
        return None
    if is_nobody(what.chunk):
        status = DENIED
    roles = ("with", "from", "to", "between") + (("on",) if chunk.verb == "pay" else ())
    parties = [a for a in arguments if a.role in roles and a.at > what.at]
    if chunk.verb == "pay":
        kind = ContactKind.VISIT
    others = [party_of(clauses, a.chunk) for a in parties if is_party(clauses, a.chunk)]
    direct = [a for a in arguments if a.role == "" and a.at < what.at and is_party(clauses, a.chunk)]
    others += [party_of(clauses, a.chunk) for a in direct]
    subjects = clauses.subjects(at)
    people = [actor_of(clauses, whose(clauses, k)) for k in subjects]
    if not people:
        return None
    nouns.add(what.at)
    if kind in (ContactKind.MEETING, ContactKind.OTHER):
        kind = means_of(clauses, at, arguments) or kind
    place = where(clauses, [*arguments, *clauses.fronted(at)])
    return contact(clauses, at, people[0], [*people[1:], *others], kind, status, place)


def letter(clauses: Clauses, at: int, arguments: list[Argument], nouns: set[int]) -> RawEvent | None:
    """Such as "sent the Front a letter", "received a letter from the Front", "a letter from him reached her"."""
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
            status = status_of(clauses, at)
            people = [actor_of(clauses, whose(clauses, k)) for k in subjects]
            if to and people and status is not None:
                nouns.add(what.at)
                return contact(
                    clauses, at, people[0], [party_of(clauses, to[0].chunk)], ContactKind.LETTER, status, None
                )
            return None
    if chunk.verb in v.TAKE_FORMS.values() and not chunk.passive:
        what = next((a for a in arguments if a.role == "" and a.chunk.heads[-1] in _LETTERS), None)
        sender = next((a for a in arguments if a.role == "from" and is_party(clauses, a.chunk)), None)
        status = status_of(clauses, at)
        if what is not None and sender is not None and subjects and status is not None:
            nouns.add(what.at)
            receiver = actor_of(clauses, whose(clauses, subjects[0]))
            return contact(clauses, at, actor_of(clauses, sender.chunk), [receiver], ContactKind.LETTER, status, None)
    if subjects and _is_reply(clauses, at, subjects[0]):
        return _letter_as_subject(clauses, at, arguments, subjects[0], nouns)
    if subjects and clauses.chunks[subjects[0]].heads[-1] in _LETTERS and not clauses.chunks[subjects[0]].pronoun:
        if bears_names(clauses, subjects[0]) and chunk.passive:
            return None  # a list that is handed over
        return _letter_as_subject(clauses, at, arguments, subjects[0], nouns)
    return None


def _is_reply(clauses: Clauses, at: int, subject: int) -> bool:
    """Such as "his reply was brought to me on Thursday", "the general's answer came by fishing boat last week"."""
    chunk, noun = clauses.chunks[at], clauses.chunks[subject]
    if noun.pronoun or noun.heads[-1] not in _REPLIES or chunk.negated or is_nobody(noun):
        return False
    comes = chunk.verb in ("come", "arrive", "reach", "bring", "deliver", "hand", "carry") and not chunk.modal
    return comes and date_in(clauses, clauses.extent(at)) is not None and owner_of(clauses, noun) is not None


_REPLIES = frozenset(["reply", "answer", "response"])


def _letter_as_subject(
    clauses: Clauses, at: int, arguments: list[Argument], subject: int, nouns: set[int]
) -> RawEvent | None:
    chunks = clauses.chunks
    chunk = chunks[at]
    if chunk.verb in _NO_WAY or chunk.low in _NO_WAY:
        return None
    sender = receiver = None
    reached: str | None = None
    j = subject + 1
    while j + 1 < at:
        if chunks[j].low == "from" and chunks[j + 1].kind == "np":
            sender = sender or actor_of(clauses, chunks[j + 1])
        if chunks[j].low in ("in", "under") and chunks[j + 1].kind == "np" and chunks[j + 1].heads[-1] in _HANDS:
            sender = sender or owner_of(clauses, chunks[j + 1])  # "a letter in the hand of her brother"
        if chunks[j].low == "to" and chunks[j + 1].kind == "np" and is_party(clauses, chunks[j + 1]):
            receiver = receiver or actor_of(clauses, chunks[j + 1])
        j += 1
    for argument in arguments:
        if (chunk.verb == "reach" and argument.role == "" and not chunk.passive) or argument.role == "to":
            arrived = actor_of(clauses, argument.chunk)
            if arrived.kind is ActorKind.OTHER and not argument.chunk.pronoun:
                reached = reached or arrived.name  # "reached Brenn"
            else:
                receiver = receiver or arrived
        elif argument.role in ("from", "by") and is_party(clauses, argument.chunk):
            sender = sender or actor_of(clauses, argument.chunk)
    if sender is None and chunks[subject].heads[-1] in _REPLIES:
        sender = owner_of(clauses, chunks[subject])
    if sender is None and receiver is None:
        return None
    nouns.add(subject)
    nowhere = (chunks[subject].start, chunks[subject].start)
    missing = Actor(nowhere, "it", ActorKind.PRONOUN, Attribution.UNNAMED, "it")  # whoever it was to, or from
    status = status_of(clauses, at)
    if status is None:
        return None
    return contact(clauses, at, sender or missing, [receiver or missing], ContactKind.LETTER, status, reached)


_HANDS = frozenset(["hand", "handwriting", "name", "writing"])
_NO_WAY = frozenset(
    w.split(
        "attribute attributed draft drafted sign put read say end begin make be contain quote mention forge forged find"
    )
)


# --- alone ---------------------------------------------------------------------------------------------------------


def by_noun(clauses: Clauses, at: int) -> RawEvent | None:
    """Such as "after talks with B", "a meeting between A and B was held", "no such visit took place"."""
    chunks = clauses.chunks
    chunk = chunks[at]
    kind = kind_of_noun(chunk)
    assert kind is not None
    verb = next((k for k in range(at + 1, len(chunks)) if chunks[k].finite), None)
    is_subject = verb is not None and at in clauses.subjects(verb)
    status = status_of(clauses, verb) if is_subject and verb is not None else HELD
    if status is None:
        return None
    if is_subject and verb is not None and is_nobody(chunk):
        if "such" in chunk.heads:
            extent = clauses.extent(verb)
            return RawEvent(
                EventKind.CONTACT, extent, contact_kind=kind, status=DENIED, rule="no such contact", dated=True,
                when=date_in(clauses, extent),
            )  # fmt: skip
        status = DENIED
    elif is_nobody(chunk):
        status = DENIED
    denier = _denier(clauses, at) if chunk.heads[0] in ("any", "no", "such") else None
    if denier is not None:
        status = DENIED
    elif chunk.heads[0] in ("every", "each", "any", "such", "further"):
        return None
    if set(chunk.heads) & _FUTURE:
        status = PLANNED
    if is_subject and verb is not None and status is not DENIED:
        status = _fate(chunks, verb) or status
    if is_called_off(chunks, at):
        status = DENIED
    people, last = _noun_parties(clauses, at)
    if not people and is_subject and verb is not None:  # "a meeting was held between A and B"
        behind = [
            a for a in clauses.arguments(verb) if a.role in ("between", "with", "by") and is_party(clauses, a.chunk)
        ]
        people, last = [party_of(clauses, a.chunk) for a in behind], behind[-1].at if behind else at
    if not people:
        return _again(clauses, at, kind, status, verb) if is_subject and verb is not None else None
    extent = (chunk.start, chunks[last].stop)
    takes_place = is_subject and verb is not None and chunks[verb].verb in _HAPPEN
    if takes_place and verb is not None:
        extent = clauses.extent(verb)
    owner = _noun_owner(clauses, chunk)
    if (
        is_subject and is_nobody(chunk) and len(people) == 1 and owner is None
    ):  # "no meeting with them took place": ours
        owner = Actor((chunk.start, chunk.start), "we", ActorKind.PRONOUN, people[0].attribution, "we")
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
        if main is not None and clauses.chunks[main].verb in TRIES | v.STANCE.keys() | {
            "demand",
            "plan",
            "propose",
            "offer",
        }:
            return None
        if main is not None and status is HELD and (clauses.chunks[main].modal or clauses.chunks[main].due):
            status = PLANNED
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


def _again(clauses: Clauses, at: int, kind: ContactKind, status: ContactStatus, verb: int) -> RawEvent | None:
    """Such as "the next round will be held in April", "that meeting is planned for Friday": of those who met before."""
    heads = clauses.chunks[at].heads
    held = clauses.chunks[verb]
    if not set(heads) & _FURTHER or held.verb not in _HAPPEN | _SET or clauses.chunks[at].pronoun or held.perfect:
        return None
    extent = clauses.extent(verb)
    when = date_in(clauses, extent)
    if when is None or (status is HELD and not held.passive):
        return None
    return RawEvent(
        EventKind.CONTACT, extent, contact_kind=kind, status=PLANNED if held.verb in _SET and status is HELD else status,
        rule="a further contact of those who met before", dated=True, when=when,
    )  # fmt: skip


_FURTHER = frozenset(w.split("next second third fourth fifth sixth further another new return that follow-up final"))
_SET = frozenset(w.split("plan schedule set agree fix arrange foresee foreseen announce expect"))


def _fate(chunks: list[Chunk], verb: int) -> ContactStatus | None:
    """What became of a contact: "was called off", "did not come about", "is planned for Friday"."""
    chunk = chunks[verb]
    after = chunks[verb + 1].low if verb + 1 < len(chunks) else ""
    off = (chunk.verb == "call" and after == "off") or (chunk.verb == "fall" and after in ("through", "apart"))
    if off or chunk.verb in _CANCEL or chunk.low.split()[-1] in _CANCEL:
        return DENIED
    planned = chunk.passive and chunk.verb in ("plan", "schedule", "expect", "set")
    return PLANNED if planned and not chunk.perfect and not chunk.low.startswith(("was", "were", "had")) else None


def is_called_off(chunks: list[Chunk], at: int) -> bool:
    """Whether the noun at `at` is the object of such a verb: "cancelled her meeting", "called off the talks"."""
    j = at - 1
    while j > 0 and chunks[j].kind == "adv":
        j -= 1
    if j < 0 or chunks[j].kind != "verb" or chunks[j].negated or chunks[j].modal or chunks[j].infinitive:
        return False
    off = chunks[j].verb in ("call", "break", "cut") and chunks[j + 1].low == "off"
    return off or chunks[j].verb in _CANCEL


_CANCEL = frozenset(
    w.split("cancel cancelled canceled scrap scrapped abort aborted sever severed suspend suspended halt halted")
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
    words = clauses.text(chunk.place)
    if " of " in words:
        first = words.index(" of ")
        head = words[:first].split()[-1].lower()
        if head in v.CONTACT_NOUNS:
            return owner_of(clauses, chunk)
        return None
    return owner_of(clauses, chunk)

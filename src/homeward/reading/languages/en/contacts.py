"""Who met, called, visited or wrote to whom, in an English sentence.

In: the clauses of a sentence. Out: `RawEvent`s of kind contact, held, planned or denied.
Leaves to others: the words (`verbs`), nouns such as "talks with" (`contact_nouns`), who "he" is, and which contacts
matter to the case.
"""

from __future__ import annotations

import re
from dataclasses import replace

from homeward.reading.languages.en import verbs as v
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.chunk import Chunk
from homeward.reading.languages.en.clauses import Argument, Clauses
from homeward.reading.languages.en.contact_nouns import by_noun, held_noun, letter
from homeward.reading.languages.en.contact_parts import (
    GENERIC,
    PLANNED,
    contact,
    delegations,
    is_present,
    kind_of_noun,
    means_of,
    status_of,
)
from homeward.reading.languages.en.parties import (
    actor_of,
    date_in,
    is_party,
    is_place,
    owner_of,
    party_of,
    subjects_of,
    where,
    whose,
)
from homeward.reading.languages.en.sources import bare
from homeward.reading.languages.language import Actor, ActorKind, EventKind, RawEvent
from homeward.records import ContactKind, ContactStatus


def find_contacts(clauses: Clauses) -> list[RawEvent]:
    """Every contact of the sentence."""
    found: list[tuple[int, RawEvent]] = []
    nouns: set[int] = set()
    for at in clauses.verbs:
        event = _by_verb(clauses, at, nouns)
        if event is not None:
            found.append((at, event))
    for at, chunk in enumerate(clauses.chunks):
        if chunk.kind == "np" and at not in nouns and kind_of_noun(chunk) is not None:
            event = by_noun(clauses, at)
            if event is not None:
                found.append((at, event))
    return _merged(clauses, sorted(found, key=lambda pair: pair[0]))


def _by_verb(clauses: Clauses, at: int, nouns: set[int]) -> RawEvent | None:
    chunk = clauses.chunks[at]
    frame = v.CONTACT_FRAMES.get(chunk.verb)
    arguments = clauses.arguments(at)
    if chunk.verb == "call" and _names_somebody(clauses, at):
        return None
    if chunk.verb in v.HOLD_FORMS.values() and (event := held_noun(clauses, at, arguments, nouns)) is not None:
        return event
    if (event := letter(clauses, at, arguments, nouns)) is not None:
        return event
    if frame is None and chunk.verb == "discuss" and means_of(clauses, at, arguments) is not None:
        frame = ContactKind.CALL, ("with",)  # "discussed it by telephone"
    if frame is None:
        return None
    if chunk.verb in ("write", "call") and not chunk.passive and _is_written(clauses, at, arguments):
        return None
    status = status_of(clauses, at)
    if status is None:
        return None
    kind, roles = frame
    if chunk.verb in _MUTUAL | {"talk", "speak"} and (two := delegations(clauses, at)) is not None:
        return contact(clauses, at, two[0], [two[1]], kind, status, where(clauses, arguments))
    if chunk.passive:
        return _passive(clauses, at, kind, status, arguments)
    subjects = clauses.subjects(at)
    others = _others(clauses, arguments, roles)
    place = where(clauses, [*(a for a in arguments if a.role), *clauses.fronted(at)])
    if chunk.verb in ("go", "return", "travel", "fly", "drive", "journey"):
        return _journey(clauses, at, status, arguments, nouns)
    if chunk.verb in ("speak", "talk", "converse", "communicate"):
        kind = means_of(clauses, at, arguments) or kind
    if chunk.verb == "raise" and status is PLANNED:
        return None  # what somebody will bring up is promised; of a meeting nothing is told
    if (
        chunk.verb in ("see", "greet", "welcome")
        and status is not PLANNED
        and not (status is ContactStatus.DENIED and chunk.infinitive)
        and not date_in(clauses, clauses.extent(at))
    ):
        return None
    if chunk.verb == "call" and (called_on := _called_on(clauses, at, arguments)) is not None:
        kind, others = ContactKind.MEETING, [called_on]
    elif chunk.verb == "call" and _calls_names(clauses, at, arguments):
        return None
    if chunk.verb == "ring" and not others:
        return None
    if kind is ContactKind.VISIT:
        houses = [a for a in arguments if a.role == "" and (is_place(a.chunk) or not is_party(clauses, a.chunk))]
        if houses:
            strange = _STRANGE.match(clauses.text(houses[0].chunk.place)) is not None
            if (
                strange
                and owner_of(clauses, houses[0].chunk) is None
                and not any(a.role == "with" for a in arguments)
            ):
                return None  # "visited a school"
            place = _house(clauses, arguments, houses[0])
            owner = party_of(clauses, houses[0].chunk)
            others = [owner] if is_place(houses[0].chunk) and owner.kind is not ActorKind.ROLE else []
            others += [
                actor_of(clauses, a.chunk) for a in arguments if a.role == "with" and is_party(clauses, a.chunk)
            ]
    if not others and "" in roles and chunk.verb != "call" and (known := _antecedent(clauses, subjects)) is not None:
        others = [known]
    if not others and chunk.verb in _MUTUAL and len(subjects) == 1 and _both_sides(clauses, subjects[0]):
        extent = clauses.extent(at)
        if not clauses.chunks[subjects[0]].pronoun and clauses.chunks[subjects[0]].low not in ("both", "two", "pair"):
            event = contact(clauses, at, *_sides(clauses, subjects[0]), kind, status, place)
            return replace(event, again=True, rule="both sides met") if event is not None else None
        return RawEvent(
            EventKind.CONTACT, extent, contact_kind=kind, status=status, where=place, rule="both sides met",
            when=date_in(clauses, extent), dated=True, present=is_present(chunk),
        )  # fmt: skip
    if not others and chunk.verb in _MUTUAL and len(subjects) == 1 and _is_several(clauses.chunks[subjects[0]]):
        return contact(clauses, at, *_sides(clauses, subjects[0]), kind, status, place)
    if (
        not others
        and chunk.verb in ("telephone", "phone", "ring")
        and subjects
        and date_in(clauses, clauses.extent(at))
    ):
        caller = actor_of(clauses, whose(clauses, subjects[0]))
        return contact(clauses, at, caller, [caller], ContactKind.CALL, status, place)
    if len(subjects) > 1 and not others and (pair := _joined_sides(clauses, subjects)) is not None:
        return contact(clauses, at, pair[0], [pair[1]], kind, status, place)
    if len(subjects) > 1 and not others:
        people = [actor_of(clauses, clauses.chunks[k]) for k in subjects]
        return contact(clauses, at, people[0], people[1:], kind, status, place)
    if not subjects or not (others or (kind is ContactKind.VISIT and place)):
        return None
    people = [actor_of(clauses, whose(clauses, k)) for k in subjects]
    return contact(clauses, at, people[0], [*people[1:], *others], kind, status, place)


def _is_written(clauses: Clauses, at: int, arguments: list[Argument]) -> bool:
    """Such as "wrote it in pencil", "calls it market talk", "the widow, as he calls her": nobody is written to or rung."""
    chunks = clauses.chunks
    subjects = clauses.subjects(at)
    thing = bool(arguments) and arguments[0].role == "" and arguments[0].chunk.low in ("it", "them", "this", "that")
    if chunks[at].verb == "write":
        return thing and arguments[0].at == at + 1 and not any(a.role == "to" for a in arguments)
    if at + 1 < len(chunks) and chunks[at + 1].low.endswith("selves"):
        return True
    first = (subjects[0] if subjects else at) - 1
    named = first >= 0 and chunks[first].low == "as" and not chunks[at].modal
    before = first >= 1 and chunks[first].low == "," and chunks[first - 1].kind == "quote"
    behind = chunks[at + 2].kind if thing and at + 2 < len(chunks) else ""
    return named or (before and bool(arguments)) or (thing and behind in ("np", "quote"))


_STRANGE = re.compile(r"(?:an?|some|several|two|three|many) [a-z]")


def _names_somebody(clauses: Clauses, at: int) -> bool:
    """Such as "a user called Oum Rayane", "the one they call Tikòk", "who call themselves the Reed Men"."""
    chunks = clauses.chunks
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    if after is None or after.kind != "np":
        return False
    if after.low.endswith("selves") or after.low.endswith("self"):
        return True
    name = not after.pronoun and clauses.text(after.place)[:1].isupper()
    subjects = clauses.subjects(at)
    first = chunks[subjects[-1]] if subjects else None
    if not name or first is None:
        return False
    unknown = first.heads[0] in ("a", "an", "one", "no", "nobody", "another", "some")
    said_of = first.low == "they" and subjects[-1] > 0 and chunks[subjects[-1] - 1].kind == "np"
    direct = chunks[at].start - first.stop <= 1 and chunks[at].low == "called"
    return said_of or (unknown and direct and not date_in(clauses, clauses.extent(at)))


def _antecedent(clauses: Clauses, subjects: list[int]) -> Actor | None:
    """Whom a relative clause has as its object: "Seld, whom Olsen met in Doha"."""
    chunks = clauses.chunks
    j = (subjects[0] if subjects else 0) - 1
    if j < 1 or chunks[j].low not in ("whom", "who", "that"):
        return None
    j -= 2 if chunks[j - 1].low == "," and j > 1 else 1
    return actor_of(clauses, chunks[j]) if chunks[j].kind == "np" and is_party(clauses, chunks[j]) else None


def _is_several(chunk: Chunk) -> bool:
    """Whether a subject is several at once: "the ministers", "Red Cross delegations of North and South"."""
    head = chunk.heads[-1]
    return not chunk.pronoun and head in _MEETING and head.endswith("s")


_MUTUAL = frozenset(["meet", "confer", "consult", "negotiate", "huddle"])
_MEETING = frozenset(
    w.split(
        "ministers parties members delegations leaders presidents officials governments sides envoys negotiators teams commissions committees "
        "representatives mediators delegates secretaries ambassadors commanders generals elders experts premiers chiefs lawyers"
    )
)


def _joined_sides(clauses: Clauses, subjects: list[int]) -> tuple[Actor, Actor] | None:
    """The two of "the Velian and Sarran foreign ministers", "delegations of Velia and of Sarra"."""
    first, last = clauses.chunks[subjects[0]], clauses.chunks[subjects[-1]]
    one = actor_of(clauses, first)
    if len(subjects) == 2 and one.kind is ActorKind.OTHER and last.heads[-1].endswith("s"):
        two = actor_of(clauses, last)
        words = two.name.split()
        many = next((n for n, word in enumerate(words) if word.lower() in _MEETING and word.endswith("s")), None)
        adjectives = many is not None and all(x[:1].isupper() for x in one.name.split())
        if many is not None and adjectives and any(word[:1].isupper() for word in words[:many]):
            common = next(n for n in range(many + 1) if n == many or words[n][:1].islower())
            head = " ".join([*words[common:many], words[many][:-1]])
            return (
                replace(one, name=f"{one.name} {head}", kind=ActorKind.ROLE),
                replace(two, name=" ".join([*words[:common], head])),
            )
    return None


def _sides(clauses: Clauses, at: int) -> tuple[Actor, list[Actor]]:
    """The sides of "delegations of North and South", one by one where the words tell them apart."""
    actor = actor_of(clauses, clauses.chunks[at])
    words = clauses.text(clauses.chunks[at].place)
    one = _OF_TWO.fullmatch(words)
    two = _TWO.fullmatch(words)
    if one is not None:
        names = [f"{one['what']} of {one['a']}", f"{one['what']} of {one['b']}"]
    elif two is not None:
        what = two["what"][:-1] if two["what"].endswith("s") else two["what"]
        names = [f"{two['a']} {what}", f"{two['b']} {what}"]
    else:
        return actor, [actor]
    return replace(actor, name=names[0]), [replace(actor, name=names[1])]


_OF_TWO = re.compile(r"(?:[Tt]he )?(?P<what>.+?) of (?P<a>[A-Z][\w’'-]+) and (?P<b>[A-Z][\w’'-]+)")
_TWO = re.compile(r"(?:[Tt]he )?(?P<a>[A-Z][\w’' -]{2,30}?) and (?P<b>[A-Z][\w’' -]{2,30}?) (?P<what>[a-z]+)(?: .*)?")


def _both_sides(clauses: Clauses, at: int) -> bool:
    """Whether a subject is both parties of a contact at once: "the two sides", "they"."""
    chunk = clauses.chunks[at]
    if chunk.low in ("they", "both", "two", "pair"):
        return True
    both = bool({"two", "both"} & set(chunk.heads)) or (at > 0 and clauses.chunks[at - 1].low == "both")
    known = (
        chunk.heads[-1] in ("sides", "parties", "delegations") and len(chunk.heads) == 2 and chunk.heads[0] == "the"
    )
    return known or (both and chunk.heads[-1] in _SIDES)


_SIDES = frozenset(
    w.split("sides ministers parties men women delegations leaders presidents officials governments negotiators generals "
            "delegates envoys teams")
)  # fmt: skip


def _called_on(clauses: Clauses, at: int, arguments: list[Argument]) -> Actor | None:
    """Such as "called on Ambassador Olsen", but not "called on the minister to meet"."""
    chunks = clauses.chunks
    first = arguments[0] if arguments else None
    if first is None or first.role != "on" or first.at != at + 2 or not is_party(clauses, first.chunk):
        return None
    after = chunks[first.at + 1] if first.at + 1 < len(chunks) else None
    return None if after is not None and after.kind == "verb" else party_of(clauses, first.chunk)


def _others(clauses: Clauses, arguments: list[Argument], roles: tuple[str, ...]) -> list[Actor]:
    fit = [a for a in arguments if a.role in roles and is_party(clauses, a.chunk) and a.chunk.low not in _ANYBODY]
    fit = [a for a in fit if not _UNMET.search(clauses.text(a.chunk.place))]
    fit = [a for n, a in enumerate(fit) if not (n and _RETINUE.match(clauses.text(a.chunk.place)))]
    return [party_of(clauses, whose(clauses, a.at)) for a in fit]


_ANYBODY = frozenset(["everybody", "everyone", "anyone", "anybody", "strangers"])  # no side of a contact
_UNMET = re.compile(
    r"\bof (?:its|his|her|their|our|the) (?:promises|deadlines|demands|conditions|obligations|targets|needs|terms)\b"
)
_RETINUE = re.compile(
    r"(?:(?:two|three|four|five|six|some|several|most) (?:members )?of )?(?:his|her|its|their) (?:\w+ )?"
    r"(?:staff|men|aides|colleagues|advisers|guards|bodyguards|entourage|people|officers|assistants|deputies|team)\b"
)  # fmt: skip


def _calls_names(clauses: Clauses, at: int, arguments: list[Argument]) -> bool:
    """Such as "called it a novel", "called for": not by telephone."""
    chunks = clauses.chunks
    if at + 1 >= len(chunks) or (chunks[at + 1].kind == "prep"):
        return True
    objects = [a for a in arguments if a.role == ""]
    if len(objects) > 1:
        return True
    subjects = clauses.subjects(at)
    if subjects and chunks[subjects[-1]].heads[-1] in GENERIC:
        return True  # "a man called Drees"
    return bool(objects) and objects[0].at + 1 < len(chunks) and chunks[objects[0].at + 1].kind == "quote"


def _house(clauses: Clauses, arguments: list[Argument], house: Argument) -> str | None:
    """The words for a place that is visited, with where it lies."""
    at = arguments.index(house)
    beyond = arguments[at + 1] if at + 1 < len(arguments) else None
    if beyond is not None and beyond.role in ("in", "at", "near") and beyond.at == house.at + 2:
        place = beyond.chunk.place if beyond.role == "at" else (house.chunk.start, beyond.chunk.stop)
        return bare(clauses.text(place))
    return bare(clauses.text(house.chunk.place))


def _passive(
    clauses: Clauses, at: int, kind: ContactKind, status: ContactStatus, arguments: list[Argument]
) -> RawEvent | None:
    """Such as "was received by the Regent", "were visited by a delegate"."""
    named = any(a.role == "by" for a in arguments)
    hosts = ("by", "at", "in") if clauses.chunks[at].verb == "receive" and not named else ("by",)
    agents = [party_of(clauses, a.chunk) for a in arguments if a.role in hosts and is_party(clauses, a.chunk)]
    guests = subjects_of(clauses, at)
    if not agents or not guests or clauses.chunks[at].verb in ("call", "see", "write", "go", "return"):
        return None
    if agents[0].name.lower() in ("anybody", "anyone", "nobody"):
        agents = [guests[0]]  # "no one in the family had been rung up by anybody"
    return contact(clauses, at, guests[0], [*guests[1:], *agents], kind, status, where(clauses, arguments))


def _journey(
    clauses: Clauses, at: int, status: ContactStatus, arguments: list[Argument], nouns: set[int]
) -> RawEvent | None:
    """Such as "are to return to Port Amaro for talks with the council"."""
    about = next((a for a in arguments if a.role == "for" and kind_of_noun(a.chunk) is not None), None)
    if about is None:
        return None
    people = [party_of(clauses, a.chunk) for a in arguments if a.role == "with" and a.at > about.at]
    subjects = subjects_of(clauses, at)
    if not people or not subjects:
        return None
    nouns.add(about.at)
    goal = next((clauses.text(a.chunk.place) for a in arguments if a.role == "to"), None)
    return contact(clauses, at, subjects[0], [*subjects[1:], *people], ContactKind.MEETING, status, goal)


def _merged(clauses: Clauses, found: list[tuple[int, RawEvent]]) -> list[RawEvent]:
    """Such as "visited the camp and was received by its head" is one contact, not two."""
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
                        first, place=(first.place[0], event.place[1]), others=people,
                        where=first.where or event.where, when=first.when or event.when,
                    ),
                )  # fmt: skip
                continue
            if event.echo and set(event.others) <= set(last[1].others):
                continue
        merged.append((at, event))
    told = [event for _, event in merged if event.others or event.by is None]  # a place alone is nobody met
    return [replace(event, strict=True) if _is_trade(clauses, event) else event for event in told]


def _is_trade(clauses: Clauses, event: RawEvent) -> bool:
    """Whether a contact is about prices or cattle, or with a merchant: unless our people are named, none of ours."""
    text, stop = clauses.view.text, clauses.view.stop
    end = min(stop, event.place[1] + 60)
    if _MATTERS.search(text, event.place[0], end):
        return True
    return any(_DEALERS.search(text, *a.place) for a in (event.by, *event.others) if a is not None)


_GOODS = (
    r"(?:prices?|tolls?|tax(?:es)?|nets|diesel|fuel|crude|oil|grain|wheat|cattle|sheep|camels?|goats|fish|fishing|cotton|salt|sugar|flour|wages|rents?|"
    r"tariffs?|quotas?|trade|customs|foot-and-mouth\b[\w -]*|vaccin\w+|harvests?|irrigation|water|pasture|grazing|roads?|bridges?|schools?|fares|football|elections?|"
    r"budgets?|loans?|subsid(?:y|ies)|pipelines?|tourism|investments?|timber|diamonds?|coal|electricity)"
)
_MATTERS = re.compile(
    rf"\b(?:on|about|over|regarding|concerning|to (?:settle|discuss|fix|agree)(?: on)?|for)(?: the| a| new| next year['’]s| their| its)?(?: price of)?(?: [\w-]+)? {_GOODS}\b"
    rf"|\b(?:on|about|over|regarding|concerning)(?: the| a| new)? {_GOODS}\b",
    re.IGNORECASE,
)
_DEALERS = re.compile(
    r"\b(?:(?:\w+ )?merchants?|traders|buyers?|brokers|importers?|exporters?|investors?|tax (?:office|men|collectors?)|chamber of commerce|grocers?|"
    r"dealers|millers|growers|bankers)\b",
    re.IGNORECASE,
)

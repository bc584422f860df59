"""Who took part in a contact that only a whole English sentence gives away, by its clauses: "had drunk tea with".

In: words that seem to tell of a contact, as a `View`. Out: `Sides`: whom they name as taking part, and what they say
of a side that they leave out.
Leaves to others: that there was a contact (`telling`), contacts that a rule reads (`contacts`), and who "he" is.

The verb is chosen that tells of meeting, calling or writing most plainly; its subject is one side, what stands as its
object or behind "with", "to" or "from" the other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from homeward.reading.languages.en import verbs as v
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.chunk import Chunk
from homeward.reading.languages.en.clauses import Argument, Clauses
from homeward.reading.languages.en.contact_parts import delegations
from homeward.reading.languages.en.parties import (
    actor_of,
    is_nobody,
    is_party,
    is_place,
    owner_of,
    party_of,
    where,
    whose,
)
from homeward.reading.languages.language import Actor, ActorKind, Sides, View
from homeward.records import Attribution

_LONGEST = 1500  # characters of words that are looked at
_ROLES = ("with", "between", "to", "from", "into", "on")
_NOUNS = frozenset(
    w.split(
        "call calls visit visits meeting meetings letter letters message messages talks contact contacts audience tea "
        "coffee lunch dinner supper breakfast meal bread glass drink word words dealings touch correspondence round "
        "rounds session sessions conversation conversations hour hours minutes line phone telephone radio hotline "
        "handset table encounter exchange reception appointment text e-mail email fax cable "
        "answer reply hand hands evening afternoon morning night access"
    )
)
_VERBS = v.table(
    """
    meet: met
    see: saw seen
    sit: sat
    write: wrote written
    speak: spoke spoken
    ring: rang rung
    hear: heard
    drink: drank drunk
    eat: ate eaten
    sleep: slept
    spend: spent
    get: got
    let: let
    come: came
    go: went gone
    fly: flew flown
    drive: drove driven
    ride: rode ridden
    shake: shook shaken
    reach
    visit receive host welcome summon convoke usher invite call phone telephone dial text message email cable talk confer consult dine lunch
    negotiate converse communicate contact parley correspond confront approach drop look stop admit turn join share
    exchange embrace travel return walk climb wait raise agree reply answer notify question interrogate quiz press
    """
)
_BROUGHT = frozenset(w.split("admit let show lead take bring summon call invite convoke convene usher escort"))
_GOING = frozenset(w.split("come go fly drive ride travel return walk climb"))
_TELLING = frozenset(
    w.split(
        "say add state note explain reply answer tell deny confirm claim recall insist admit announce declare write "
        "post reveal disclose report stress underline maintain complain believe think hope expect"
    )
)
_AGAIN = frozenset(w.split("second third fourth fifth sixth next further another new that such same follow-up final"))
_BOTH = frozenset(w.split("two both sides parties"))
_SEEN = frozenset(w.split("visit visits see admit let turn access mission delegation"))
_TO_US = frozenset(
    w.split(
        "ring call calls telephone phone write text message messages radio cable email e-mail contact contacts touch "
        "hear letter letters dial hotline line correspondence"
    )
)
_ASKING = frozenset(["ask", "tell", "inform", "notify"])
_JOINING = frozenset(["join", "connect", "link", "unite"])
_HOUSES = frozenset(w.split("in at on inside into to under"))
_PARTLY = frozenset(["half", "part", "end", "middle", "rest", "course"])


@dataclass(frozen=True, slots=True)
class _Told:
    """What one verb, or noun, tells: how plainly it tells of a contact, and its sides."""

    weight: float
    sides: list[Actor]
    verb: str
    place: str | None = None
    again: bool = False
    nobody: bool = False
    both: bool = False


def sides_heard(view: View) -> Sides | None:
    """Whom the words name as taking part in the contact that they tell of."""
    if view.stop - view.start > _LONGEST:
        return None
    clauses = Clauses(view)
    told = [_by_verb(clauses, at) for at in clauses.verbs]
    if (two := _delegations(clauses)) is not None:
        return Sides(two, 5.0, place=where(clauses, clauses.arguments(clauses.verbs[0])))
    best = max(told, key=lambda one: one.weight, default=None)
    if best is None or best.weight <= 0:
        best = _by_noun(clauses)
    if best is None:
        return None
    return Sides(
        tuple(best.sides), best.weight, place=best.place, again=best.again, both=best.both, of_those_held=best.verb in _SEEN,
        ours=best.verb in _TO_US or best.nobody,
    )  # fmt: skip


def _delegations(clauses: Clauses) -> tuple[Actor, Actor] | None:
    """Such as "delegations of the ministry and of the Front met"."""
    return next((two for at in clauses.verbs if (two := delegations(clauses, at)) is not None), None)


def _by_verb(clauses: Clauses, at: int) -> _Told:
    chunk = clauses.chunks[at]
    arguments = clauses.arguments(at)
    subjects = clauses.subjects(at)
    verb = _VERBS.get(chunk.low.split()[-1] if chunk.low else "", chunk.verb)
    telling = (chunk.verb in _TELLING or chunk.low in w.SAYING) and not chunk.passive
    nouns = [a for a in arguments if _is_contact(a.chunk)]
    noun_subject = next((k for k in subjects if _is_contact(clauses.chunks[k])), None)
    telling = telling and not any(a.role == "" for a in nouns)  # "promises us an audience"
    weight = 0.0 if subjects or chunk.gerund or chunk.passive else -2.0  # "Reached on a bad line, he ..."
    if verb in _VERBS.values():
        weight += 1 if verb in _GOING else 2
    if nouns or noun_subject is not None:
        weight += 2
    if telling:
        weight -= 3
        if any(set(a.chunk.heads) & (v.BY_PHONE | {"call", "letter"}) for a in arguments):
            weight += 4  # "told the uncle by telephone"
        elif chunk.verb in _ASKING:
            weight += 1
    people = [k for k in subjects if not _is_contact(clauses.chunks[k]) and _may_meet(clauses, clauses.chunks[k])]
    nobody = bool(people) and clauses.chunks[people[0]].low in ("nobody", "no-one", "none") and len(people) == 1
    sides = (
        []
        if nobody and whose(clauses, people[0]) is clauses.chunks[people[0]]
        else [_side(clauses, k) for k in people]
    )
    if noun_subject is not None:
        sides += _of_noun(clauses, noun_subject)
    for a in nouns:
        if (owner := owner_of(clauses, a.chunk)) is not None and a.chunk.heads[-1] not in v.BY_PHONE:
            sides.append(owner)  # "read from a letter of the minister", "got her message"
    others = _others(clauses, at, arguments)
    if chunk.passive and not any(a.role == "by" for a in arguments) and noun_subject is None:
        others = [a for a in others if a.role != "to" or verb in _BROUGHT]
    sides += [_other(clauses, a) for a in others]
    if not others and (host := _host(clauses, arguments)) is not None:
        sides.append(host)
    weight += min(2, len(sides)) * 0.5
    again = any(set(clauses.chunks[k].heads) & _AGAIN for k in subjects if _is_contact(clauses.chunks[k]))
    again = again or any(set(a.chunk.heads) & _AGAIN for a in nouns)
    both = len(people) == 1 and bool(set(clauses.chunks[people[0]].heads) & _BOTH)
    kind = next((h for a in nouns for h in a.chunk.heads if h in _NOUNS and verb not in _TO_US | _SEEN), verb)
    if noun_subject is not None:
        kind = clauses.chunks[noun_subject].heads[-1]
    place = where(clauses, [*(a for a in arguments if a.role), *clauses.fronted(at)])
    if place is None and (verb in _GOING or verb == "reach"):
        place = _goal(clauses, arguments)
    return _Told(weight + at / 1000, _apart(sides), kind, place, again or both, nobody, both)


def _goal(clauses: Clauses, arguments: list[Argument]) -> str | None:
    """The town to which somebody goes: "is going up to Hermel"."""
    for a in arguments:
        if a.role in ("to", "into", "") and not a.chunk.pronoun:
            actor = actor_of(clauses, a.chunk)
            if actor.kind is ActorKind.OTHER and actor.name[:1].isupper():
                return actor.name
    return None


def _is_town(clauses: Clauses, chunk: Chunk) -> bool:
    """Whether a noun phrase is a name alone, and not that of a person or body: "Hermel"."""
    name = not chunk.pronoun and all(word[:1].isupper() for word in clauses.text(chunk.place).split())
    return name and actor_of(clauses, chunk).kind is ActorKind.OTHER


def _is_contact(chunk: Chunk) -> bool:
    """Whether a noun phrase names a contact or its means: "a second call", "tea"."""
    return chunk.kind == "np" and not chunk.pronoun and bool({chunk.heads[-1], chunk.low} & _NOUNS)


def _may_meet(clauses: Clauses, chunk: Chunk) -> bool:
    if chunk.low in ("it", "that", "this", "what", "there") or chunk.low.endswith(("self", "selves")):
        return False
    if chunk.heads[-1] in ("people", "persons", "things"):
        return False
    known = len(chunk.heads) == 2 and chunk.heads[0] in ("the", "no", "any") and chunk.heads[1] in _BODIES
    return chunk.pronoun or is_nobody(chunk) or known or is_party(clauses, chunk)


_BODIES = w.BODY_HEADS | frozenset(
    w.split(
        "column republic emirate shura katiba faction authority hill valley ravine mountain forest island bush delta"
    )
)


def _side(clauses: Clauses, at: int) -> Actor:
    return actor_of(clauses, whose(clauses, at))


def _others(clauses: Clauses, at: int, arguments: list[Argument]) -> list[Argument]:
    """The objects and phrases of a verb that name the other side, the nearest; two where they are joined."""
    chunk = clauses.chunks[at]
    found: list[Argument] = []
    for a in arguments:
        if _is_contact(a.chunk) or not _may_meet(clauses, a.chunk) or a.chunk.low in ("i", "he", "she", "they", "we"):
            continue
        if a.role == "by" and not chunk.passive:
            continue
        if a.role in ("to", "into", "on") and chunk.verb in _GOING and _is_town(clauses, a.chunk):
            continue  # "is going up to Hermel"
        if a.role not in ("", "by", *_ROLES) or (a.role in ("to", "into", "on", "") and is_place(a.chunk)):
            continue
        if a.role == "from" and chunk.verb not in ("hear", "have", "get", "receive", "come", "be"):
            continue
        joined = bool(found) and a.at == found[-1].at + 2 and clauses.chunks[a.at - 1].low == "and"
        linked = chunk.verb in _JOINING and a.role in ("to", "with")
        if found and not joined and not linked and not (found[-1].role == "" and a.role == "with"):
            continue
        found.append(a)
    return found


def _other(clauses: Clauses, argument: Argument) -> Actor:
    """Whom an object or a phrase names; "no militia" and "any faction" are the one that the text knows."""
    actor = party_of(clauses, whose(clauses, argument.at))
    low = actor.name.lower()
    known = argument.chunk.heads[-1]
    if low.startswith(("no ", "any ", "such ")):
        actor = replace(actor, name=actor.name.split(" ", 1)[1], definite=True)
        low = actor.name.lower()
    if low.removeprefix("the ") == known and known in _BODIES:
        return replace(
            actor, name=known, kind=ActorKind.BODY, head=known, definite=True, attribution=Attribution.UNNAMED
        )
    return actor


def _host(clauses: Clauses, arguments: list[Argument]) -> Actor | None:
    """Whose house or table one was at: "slept in his house", "was there as a guest of the council"."""
    for a in arguments:
        if a.role in _HOUSES and (a.chunk.heads[-1] in _LODGINGS or is_place(a.chunk)):
            owner = owner_of(clauses, a.chunk)
            if owner is not None and owner.kind is not ActorKind.OTHER:
                return owner
        if a.role == "as" and a.chunk.heads[-1] in ("guest", "guests"):
            return owner_of(clauses, a.chunk)
    return None


_LODGINGS = frozenset(
    w.split("table house home tent parlour parlor hearth roof fire camp shop boat veranda verandah")
)


def _of_noun(clauses: Clauses, at: int) -> list[Actor]:
    """Whose call or letter it is, and to whom: "a letter from A to B", "A's call", "the contacts with B"."""
    found: list[Actor] = []
    chunks = clauses.chunks
    owner = owner_of(clauses, chunks[at])
    if owner is not None and not set(chunks[at].heads) & _PARTLY:
        found.append(owner)
    j = at + 1
    while j + 1 < len(chunks) and chunks[j].kind in ("prep", "date", "adv"):
        if chunks[j].kind == "prep" and chunks[j + 1].kind == "np":
            if chunks[j].low in ("with", "from", "to", "between", "by") and _may_meet(clauses, chunks[j + 1]):
                found.append(party_of(clauses, chunks[j + 1]))
            j += 2
        else:
            j += 1
    if j + 1 < len(chunks) and chunks[j].low == "and" and found and chunks[j + 1].kind == "np" and j > at + 1:
        found.append(party_of(clauses, chunks[j + 1]))
    return found


def _by_noun(clauses: Clauses) -> _Told | None:
    """A sentence without such a verb: "First call between A and B", "No talks with A"."""
    for at, chunk in enumerate(clauses.chunks):
        if _is_contact(chunk):
            again = bool(set(chunk.heads) & _AGAIN)
            return _Told(0.5, _apart(_of_noun(clauses, at)), chunk.heads[-1], again=again)
    return None


def _apart(sides: list[Actor]) -> list[Actor]:
    """The sides, each once, nobody whose place lies in another's."""
    found: list[Actor] = []
    for one in sides:
        if one.kind is ActorKind.MEDIUM:
            continue
        if all(one.place[1] <= a.place[0] or a.place[1] <= one.place[0] for a in found):
            found.append(one)
    return found[:3]

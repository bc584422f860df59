"""Who took part in a contact that only the words of a sentence give away, resolved in the document.

In: such a sentence, the statements around it, and the document so far. Out: `HeardSides`: names, place, date.
Leaves to others: which words of the sentence name the sides (each language's `sides`), and that there was a contact.

Whoever says that others met took no part: the sides are looked for in what he says first. Of a side that is left out,
the text may have told before (those who met, the people looked for), or it is whoever speaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from homeward.reading.events.happenings import without_owner
from homeward.reading.events.room import Room, uncovered
from homeward.reading.languages.language import Actor, ActorKind, Language, Place, Sides, View
from homeward.reading.proposals import ReadDate
from homeward.reading.statements import Statement

_REACH = 1500  # characters before a contact in which the people visited may have been named
_LEAST = 4  # characters of words that can tell of anything
_FRAME = 0.75  # what words around a statement count for, against the statement itself


@dataclass(frozen=True, slots=True)
class HeardSides:
    """Who took part, by name, in the order of the text; the place and date that stand with it."""

    names: tuple[str, ...]
    place: str | None
    when: ReadDate | None


def heard_sides(room: Room, language: Language, place: Place, statements: Sequence[Statement]) -> HeardSides | None:
    """Who took part in the contact that the words at `place` tell of; None where they name nobody."""
    look = language.sides
    if look is None:
        return None
    best: tuple[float, Sides, Place, Statement | None] | None = None
    for part, statement in _parts(place, statements):
        dates = tuple(room.dates_in(part))
        sides = look(View(room.document.text, room.document.text, *part, (), dates))
        if sides is None:
            continue
        weight = sides.weight - (_FRAME if statement is None and statements else 0)
        if best is None or weight > best[0]:
            best = weight, sides, part, statement
    if best is None:
        return None
    _, sides, part, statement = best
    names = [without_owner(name) for name in _resolved(room, sides, statement)]
    names = _with_left_out(room, names, sides, part, statement)
    dates_told = room.dates_in(part)
    return HeardSides(tuple(names), sides.place, sides.when or (dates_told[0] if dates_told else None))


def _parts(place: Place, statements: Sequence[Statement]) -> list[tuple[Place, Statement | None]]:
    """What each statement says of the words at `place`, the innermost first, then what nobody is said to say."""
    found: list[tuple[Place, Statement | None]] = []
    taken: list[Place] = []
    by_size = sorted(
        ((b - a, n, (a, b)) for n, s in enumerate(statements) for a, b in s.contents), key=lambda x: x[:2]
    )
    for _, number, (a, b) in by_size:
        inside = max(a, place[0]), min(b, place[1])
        if inside[1] - inside[0] < _LEAST:
            continue
        for piece in uncovered(inside, taken):
            if piece[1] - piece[0] >= _LEAST:
                found.append((piece, statements[number]))
        taken.append(inside)
    found += [(piece, None) for piece in uncovered(place, taken) if piece[1] - piece[0] >= _LEAST]
    return found


def speaker_of(room: Room, statement: Statement | None) -> Actor | None:
    """Who is said to say it."""
    if statement is None or statement.chained.voice.speaker is None or not statement.chained.actors:
        return None
    return statement.chained.actors[0]


def _resolved(room: Room, sides: Sides, statement: Statement | None) -> list[str]:
    """The sides under their own names; a pronoun is none of the others, and none at all where nobody is known."""
    speaker = speaker_of(room, statement)
    fixed = {n: room.who(a, speaker).name for n, a in enumerate(sides.actors) if a.kind is not ActorKind.PRONOUN}
    taken = list(fixed.values())
    found: list[str] = []
    publisher = room.document.publisher
    for number, actor in enumerate(sides.actors):
        if number in fixed:
            found.append(fixed[number])
            continue
        known = room.who(actor, speaker, taken, earlier=number == 0)
        if known.kind not in (ActorKind.PRONOUN, ActorKind.OTHER, ActorKind.MEDIUM) or known.name == publisher:
            taken.append(known.name)
            found.append(known.name)
    return list(dict.fromkeys(found))


def _with_left_out(room: Room, names: list[str], sides: Sides, part: Place, statement: Statement | None) -> list[str]:
    """The sides with the one that the words leave out, where it is known from before."""
    if len(names) > 1:
        return names
    met = room.met[-1] if room.met else ()
    if sides.again and len(met) > 1:
        if not names or names[0] in met or sides.both:
            return list(met)
        others = [name for name in met if name != names[0]]
        return [*names, others[-1]]
    speaker = speaker_of(room, statement)
    if len(names) == 1 and sides.ours and speaker is not None and speaker.name not in names:
        return [*names, speaker.name]
    if len(names) == 1 and sides.ours and statement is None and names[0] in met and len(met) > 1:
        return [*names, next(name for name in met if name != names[0])]  # "Yesterday he rang": whom he had met
    if len(names) == 1 and sides.of_those_held and (held := _held(room, part)) and held not in names:
        return [*names, held]
    return names


def _held(room: Room, part: Place) -> str | None:
    """The person looked for, or the words for the group, of whom the text speaks there or spoke last."""
    found = room.mentions_in(part) or room.mentions_in((max(0, part[0] - _REACH), part[0]))[-1:]
    return room.name_of(found[0]) if found else None

"""Whom a verb of speech belongs to, in English: before it, behind it, or behind a relative clause or apposition.

In: the items of a sentence and the place of a verb. Out: the actor, or that the verb has the
subject of the verb before it.
Leaves to others: what was said (`contents`), and which person "he" is.
"""

from __future__ import annotations

from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item
from homeward.reading.languages.language import Actor, ActorKind
from homeward.records import Attribution


def speaker_of(
    items: list[Item], at: int, has_earlier: bool, *, inverts: bool = True
) -> tuple[Actor | None, bool, int | None]:
    """The speaker of the cue at `at`; whether it is the cue before it that names him; where he stands if inverted."""
    low = items[at].low
    inverted = inverted_speaker(items, at) if inverts else None
    if inverted is not None:
        named = items[inverted + 2].actor if inverted + 2 < len(items) and items[inverted + 1].text == "," else None
        closed = inverted + 3 >= len(items) or items[inverted + 3].text in (",", ".")
        actor = items[inverted].actor
        if named is not None and closed and named.kind is ActorKind.PERSON and actor and actor.kind is ActorKind.ROLE:
            return named, False, inverted  # "said the girl's mother, Ruth Mirell."
        return actor, False, inverted
    if low in w.PARTICIPLES:
        if has_earlier:
            return None, True, None
        return _main_subject(items, at), False, None
    j = at - 1
    while j >= 0 and (
        items[j].kind == "date" or is_adverb(items[j]) or (items[j].low == "on" and items[j + 1].kind == "date")
    ):
        j -= 1
    if j < 0:
        return None, has_earlier, None
    item = items[j]
    if item.actor is not None:
        return head_actor(items, j), False, None
    if item.low in ("who", "which", "that"):
        actor = antecedent(items, j)
        return actor, actor is None and has_earlier, None
    if item.text == "," and has_earlier and _says_before(items, j):
        return None, True, None  # "acknowledged that it held five, | said that two had died"
    if item.text in (",", ")", "—", "–"):
        actor = before_apposition(items, j)
        if actor is not None and not (has_earlier and _is_cue_word(items, j - 1)):
            return actor, False, None
        return (None, True, None) if has_earlier else (_main_subject(items, at), False, None)
    if item.low in w.CONJUNCTIONS or item.kind == "quote":
        return (None, True, None) if has_earlier else (_main_subject(items, at), False, None)
    walked = head_actor(items, j)
    plain = _plain_subject(items, j)
    if plain is not None and (walked is None or walked.place[0] < plain.place[0]):
        return plain, False, None
    return walked, walked is None and has_earlier, None


def _says_before(items: list[Item], comma: int) -> bool:
    """Whether the clause that ends at a comma is one in which somebody says something."""
    for k in range(comma - 1, -1, -1):
        if items[k].kind in ("mark", "quote"):
            return False
        if items[k].low == "that" and k and items[k - 1].low in w.SAYING:
            return True
    return False


def _plain_subject(items: list[Item], at: int) -> Actor | None:
    """The subject before a verb where no table knows its noun: "told court a cleaner at the station had whispered"."""
    for k in range(at, max(-1, at - _LONGEST_SUBJECT), -1):
        item = items[k]
        if item.kind in ("quote", "mark") or item.low in w.RELATIVES or item.low in w.SAYING or item.low == "that":
            return None
        if item.low not in _OPENING or (k and items[k - 1].low in w.PREPOSITIONS):
            continue
        if k > 1 and _is_in_clause(items, k):
            continue  # "a diplomat who has read the minutes | told us"
        stop = k + 1
        while stop <= at and items[stop].kind == "word" and not _ends_noun(items[stop].low):
            stop += 1
        if stop == k + 1:
            return None
        place = (items[k].start, items[stop - 1].stop)
        name = " ".join(i.text for i in items[k + 1 : stop])
        if items[k].low not in ("a", "an", "the"):
            name = f"{items[k].text} {name}"
        return Actor(place, name, ActorKind.ROLE, Attribution.UNNAMED, items[stop - 1].low, items[k].low == "the")
    return None


def _is_in_clause(items: list[Item], at: int) -> bool:
    """Whether what opens at an item is the object of a clause that begins with "who" and describes somebody before."""
    verb = items[at - 1].low
    past = verb in w.FINITE or verb in w.PAST_TENSE or verb.endswith("ed")
    return past and any(i.low in w.RELATIVES for i in items[max(0, at - 5) : at - 1])


_LONGEST_SUBJECT = 9
_OPENING = frozenset(w.split("a an the one another his her its their some two three four five six several"))


def _ends_noun(low: str) -> bool:
    if low in _NOT_NAMES_BUT_DETERMINERS or low in w.FINITE or low in w.BE:
        return True
    return low.endswith("ed") and low not in ("wanted", "armed", "retired", "freed", "wounded", "exiled", "released")


def _is_cue_word(items: list[Item], at: int) -> bool:
    return at >= 0 and items[at].low in w.SAYING


def is_adverb(item: Item) -> bool:
    """Whether an item may stand between subject and verb: adverbs and auxiliaries."""
    return item.kind == "word" and (item.low in w.AUXILIARIES or (item.low.endswith("ly") and item.low != "family"))


def inverted_speaker(items: list[Item], at: int) -> int | None:
    """Where the speaker stands after the verb: ``"...," vowed Mirell``."""
    if at + 1 >= len(items):
        return None
    before = items[at - 1] if at else None
    if before is None or not (before.kind == "quote" or (before.text == "," and at > 1)):
        return None
    actor = items[at + 1].actor
    if actor is None or (actor.kind is ActorKind.PRONOUN and before.kind != "quote"):
        return None
    if before.kind != "quote" and items[at].low in _PARTICIPLES_OR_WITH_RECIPIENT_OR_WITH_OBJECT:
        return None
    if at + 2 < len(items):
        after = items[at + 2]
        if before.kind != "quote" and (after.low in _MODALS_OR_AUXILIARIES_OR_BE or after.low in w.SAYING):
            return None
        if (
            before.kind != "quote"
            and after.kind == "word"
            and after.low not in _PREPOSITIONS_OR_CONJUNCTIONS_OR_RELATIVES
        ):
            return None
    return at + 1


def head_actor(items: list[Item], at: int) -> Actor | None:
    """Walk left over phrases with prepositions to the actor that the verb belongs to."""
    fallback: Actor | None = None
    j = at
    while j >= 0:
        item = items[j]
        if item.actor is not None:
            if j == 0 or items[j - 1].low not in w.PREPOSITIONS or (j == at and _opens_clause(items, j - 1)):
                return _told_of(items, j) or item.actor
            fallback = fallback or (item.actor if j <= 1 else None)
        elif item.text in (",", ";", ":", "(") or item.kind == "quote":
            if item.text == "," and (actor := before_apposition(items, j)) is not None:
                return actor
            return fallback
        elif item.low in ("that", "who", "which") and j:
            return antecedent(items, j) if item.low != "that" else fallback
        elif item.low in w.SAYING and not (item.low == "asked" and items[j + 1].low in ("not", "by")):
            return fallback
        j -= 1
    return fallback


def _told_of(items: list[Item], at: int) -> Actor | None:
    """Whoever a clause describes in which the actor at `at` is no subject: "the group that stopped the Nara | says"."""
    verb = False
    for k in range(at - 1, max(0, at - _LONGEST_CLAUSE), -1):
        item = items[k]
        if item.kind in ("mark", "quote") or item.low in w.SAYING or item.low in w.CITING:
            return None
        if item.low in ("who", "which", "that"):
            return items[k - 1].actor if verb else None
        verb = verb or item.low in w.FINITE or item.low in w.BE or (item.kind == "word" and item.low.endswith("ed"))
    return None


_LONGEST_CLAUSE = 12  # items


def _opens_clause(items: list[Item], at: int) -> bool:
    """Whether "after", "before" or "since" opens a clause of its own: "..., after his commissioner had announced"."""
    if items[at].low not in ("after", "before", "since", "until", "as") or not at:
        return False
    return items[at - 1].text == "," or any(
        i.low in w.SAYING or i.low in w.BE or i.low in w.FINITE for i in items[:at]
    )


def antecedent(items: list[Item], relative: int) -> Actor | None:
    """Whom "who" refers to."""
    j = relative - 1
    if j < 0:
        return None
    if items[j].text in (",", "—", "–"):
        near = items[j - 1].actor if j else None
        led = items[j - 2].low if j > 1 else ""
        if items[relative].low == "who" and near is not None and led in _LEADS_TO_WHO and _is_somebody(near):
            return near  # "speaks with a man calling himself Thunder, who demands that ..."
        if near is not None and near.kind is not ActorKind.PRONOUN and (led in w.CITING or led in _LEADS_TO_OBJECT):
            return near
        if near is not None and led == "by" and near.kind is not ActorKind.PRONOUN:
            return near  # "quotes the Yam agency, which was told ..."
        return before_apposition(items, j)
    return items[j].actor if items[j].actor else head_actor(items, j)


_LEADS_TO_OBJECT = frozenset(
    w.split(
        "told tells informed interviewed reached contacted relayed carried monitored phoned rang met asked from via"
    )
)
_LEADS_TO_WHO = frozenset(["with", "to", "by", "from"])


def _is_somebody(actor: Actor) -> bool:
    return actor.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.SOURCE)


def before_apposition(items: list[Item], comma: int) -> Actor | None:
    """The actor whom the phrase before `comma` describes: "Mirell, a frequent guest there, who ..."."""
    open_at = comma - 1
    while (
        open_at >= 0 and items[open_at].text not in (",", ";", ":", "(", "—", "–") and items[open_at].kind != "quote"
    ):
        open_at -= 1
    inside = items[open_at + 1 : comma]
    if not inside:
        return None
    through = open_at > 2 and items[open_at - 2].low in ("by", "in", "on") and inside[0].low == "which"
    if through and items[open_at].text == "," and any(i.text == "," for i in items[max(0, open_at - 8) : open_at]):
        return before_apposition(items, open_at)  # "Kell, quoted by Radio Marsh, which the Herald quotes, said"
    outer = items[open_at - 1].actor if open_at > 0 and items[open_at].text in (",", "(", "—", "–") else None
    alone = inside[0].actor if len(inside) == 1 else None
    if outer is not None:
        named = alone is not None and (alone.kind is ActorKind.PERSON or alone.head in w.OWNERS)
        if named and outer.kind is not ActorKind.PERSON:
            return alone
        return outer
    if inside[-1].actor is not None:
        return _head_actor_within(inside)
    if inside[0].low in _RELATIVES_OR_PREPOSITIONS_OR_DETERMINERS and open_at > 0:
        return before_apposition(items, open_at) if items[open_at].text == "," else None
    return _head_actor_within(inside)


def _head_actor_within(inside: list[Item]) -> Actor | None:
    for k in range(len(inside) - 1, -1, -1):
        actor = inside[k].actor
        if actor is not None and (k == 0 or inside[k - 1].low not in w.PREPOSITIONS):
            return actor
    return None


def _main_subject(items: list[Item], before: int) -> Actor | None:
    for k in range(before):
        actor = items[k].actor
        if actor is not None and (k == 0 or items[k - 1].low not in w.PREPOSITIONS):
            return actor
    return None


# Tables that the rules above ask together, joined once.
_NOT_NAMES_BUT_DETERMINERS = w.NOT_NAMES - w.DETERMINERS
_PARTICIPLES_OR_WITH_RECIPIENT_OR_WITH_OBJECT = w.PARTICIPLES | w.WITH_RECIPIENT | w.WITH_OBJECT
_MODALS_OR_AUXILIARIES_OR_BE = w.MODALS | w.AUXILIARIES | w.BE
_PREPOSITIONS_OR_CONJUNCTIONS_OR_RELATIVES = w.PREPOSITIONS | w.CONJUNCTIONS | w.RELATIVES
_RELATIVES_OR_PREPOSITIONS_OR_DETERMINERS = w.RELATIVES | w.PREPOSITIONS | w.DETERMINERS

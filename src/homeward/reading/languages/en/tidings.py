"""Words that reach somebody, in English: "The Post has it from a source that ...", "Word came from the elders that ...".

In: the items of a sentence with the voices that were found. Out: these, and the voices of those from whom one heard,
learnt or was told, who let something be known, or whose message another brought, with whoever carried it as a relay.
Leaves to others: who quotes, prints and shows (`relays`), the chain (`homeward.reading.chain`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item
from homeward.reading.languages.en.contents import ENDING
from homeward.reading.languages.en.sources import describe
from homeward.reading.languages.en.speakers import antecedent, speaker_of
from homeward.reading.languages.en.ways import as_medium
from homeward.reading.languages.language import Actor, ActorKind, Place, View, Voice
from homeward.records import Manner

_LEARNING = frozenset(
    w.split("heard learned learnt understands understood gathered hears learns knows knew know learn hear gather")
)


def heard_from(view: View, items: list[Item], voices: list[Voice]) -> list[Voice]:
    """Read "Radio Marsh learned from a source that ...", "was told by a mediator that ...", "let it be known that"."""
    found = list(voices)
    for k in range(1, len(items) - 4):
        low = items[k].low
        speaker, told_on = None, False
        if low == "let" and (knows := _let_know(items, k)) is not None:
            found = _with_known(found, _told_that(items, k, knows))
            continue
        if low in _WORD and (message := _message_from(items, k)) is not None:
            found = [v for v in found if not same_words(v, message.contents[0])]
            found.append(message)
            continue
        if low in _CAME and (came := _came_from(items, k)) is not None:
            found += came
            continue
        if low in ("sent", "sends", "got") and items[k + 1].low in ("word", "news"):
            found = _with_known(found, _made_known(items, k - 1, items[k - 1].actor))
            continue
        if low in _CONVEYING and (conveyed := _conveyed(items, k)) is not None:
            found = [v for v in found if not (v.contents and abs(v.contents[0][0] - conveyed.contents[0][0]) < 3)]
            found.append(conveyed)
            continue
        if low in _REPUTED and (reputed := _said_to_have(items, k)) is not None:
            found = [
                *(v for v in found if not same_words(v, reputed.contents[0]) and v.cue[0] != items[k].start),
                reputed,
            ]
            continue
        if low in _OVERHEARD and (heard := _heard_say(items, k)) is not None:
            found = [*(v for v in found if not same_words(v, heard.contents[0])), heard]
            continue
        if low in _RINGS and (rung := _rung_up(items, k, found)) is not None:
            found = [*(v for v in found if not same_words(v, rung.contents[0])), rung]
            continue
        if low in ("let", "made") and items[k + 1].low == "it" and "known" in (items[k + 2].low, items[k + 3].low):
            found = _with_known(found, _made_known(items, k))
            continue
        if low in _LEARNING and items[k + 1].low == "from":
            hearer, at = items[k - 1].actor, k + 2
        elif low == "given" and [i.low for i in items[k + 1 : k + 4]] == ["to", "understand", "by"]:
            hearer, at = last_actor(items, k), k + 4
        elif low in ("told", "informed", "assured", "notified") and items[k + 1].low == "by":
            hearer, at = last_actor(items, k) or _described_before(items, k), k + 2
        elif low in ("has", "had", "have") and items[k + 1].low == "it" and items[k + 2].low == "from":
            hearer, at = last_actor(items, k) or antecedent(items, k - 1), k + 3
            told_on = True
        elif low in ("has", "had", "have") and (ground := _authority(view, items, k)) is not None:
            hearer, speaker, told_on, at = last_actor(items, k) or antecedent(items, k - 1), ground, True, k + 3
        else:
            continue
        speaker = speaker or (items[at].actor if at < len(items) else None)
        that = next((m for m in range(at + 1, min(at + 9, len(items) - 1)) if items[m].low == "that"), None)
        if that is not None and that > at + 5 and any(not _may_describe(i) for i in items[at + 1 : that]):
            that = None
        if that is None and told_on and at + 2 < len(items) and items[at + 1].text == ":":
            that = at + 1
        if speaker is None or that is None:
            continue
        stop = len(items)
        while stop > that + 1 and items[stop - 1].text in ENDING:
            stop -= 1
        place = (items[that + 1].start, items[stop - 1].stop)
        if hearer is not None and hearer.kind is ActorKind.PRONOUN and any(i.low in w.SAYING for i in items[:k]):
            hearer = None  # "the ambassador said he had been told by ...": he is the ambassador
        if hearer is None and items[k - 1].low in w.BE and any(i.low == "it" for i in items[:k]):
            first = items[0].actor  # "The Post says it was told by a priest that": the Post was
            hearer = first if first is not None and first.kind is ActorKind.MEDIUM else None
        if hearer is not None:
            hearer = next((m for i in items if i.actor is hearer and (m := as_medium(view, i)) is not None), hearer)
        relays = (hearer,) if hearer is not None and (told_on or _is_heard(hearer) or _is_told_of(items, k)) else ()
        cue = (items[k].start, items[at - 1].stop)
        found = [v for v in found if not (v.cue[0] < cue[1] and cue[0] < v.cue[1]) and not same_words(v, place)]
        found.append(Voice(cue, Manner.SAID, speaker, place, contents=(place,), relays=relays, rule="told-by"))
    return found


def _described_before(items: list[Item], at: int) -> Actor | None:
    """Who was told whom a clause describes: "a cook who left in July | was told by"."""
    k = at - 1
    while k >= 0 and (items[k].low in w.AUXILIARIES | w.BE or items[k].low.endswith("ly")):
        k -= 1
    relative = next((m for m in range(k, max(-1, k - 9), -1) if items[m].low in ("who", "that", "which")), None)
    clause = items[relative : k + 1] if relative is not None else []
    if relative is None or any(i.kind == "quote" or i.low in w.SAYING for i in clause):
        return None
    return antecedent(items, relative)


def _may_describe(item: Item) -> bool:
    """Whether an item may belong to the description of somebody: "a cousin | of one of the four"."""
    return item.kind in ("word", "actor") and item.low not in w.SAYING and item.low not in w.FINITE


def same_words(voice: Voice, place: Place) -> bool:
    """Whether a voice's words begin where a place does."""
    return bool(voice.contents) and abs(voice.contents[0][0] - place[0]) < 3


def last_actor(items: list[Item], at: int) -> Actor | None:
    """Who stands before a verb, auxiliaries left out."""
    k = at - 1
    while k >= 0 and (items[k].low in w.AUXILIARIES | w.BE or items[k].low.endswith("ly")):
        k -= 1
    return items[k].actor if k >= 0 else None


_REPUTED = frozenset(w.split("reported said quoted heard cited understood recorded shown alleged"))


def _said_to_have(items: list[Item], at: int) -> Voice | None:
    """Read "The general is reported by the Post to have said that ...": his words, by way of the Post."""
    by = at + 1
    if items[at - 1].low not in w.BE or items[by].low not in ("by", "in", "on") or at + 7 >= len(items):
        return None
    medium, speaker = items[by + 1].actor, last_actor(items, at)
    to = next((m for m in range(by + 2, min(by + 5, len(items) - 4)) if items[m].low == "to"), None)
    if to is None or items[to + 1].low != "have" or items[to + 2].low not in w.SAYING or items[to + 3].low != "that":
        return None
    if medium is None or speaker is None or medium.kind is ActorKind.PRONOUN:
        return None
    place = (items[to + 4].start, _end_of(items, to + 3))
    cue = (items[to + 2].start, items[to + 2].stop)
    return Voice(cue, Manner.SAID, speaker, place, contents=(place,), relays=(medium,), rule="told-by")


_RINGS = frozenset(
    w.split(
        "rang phoned telephoned called emailed e-mailed texted messaged faxed wrote writes cabled contacted approached addressed appeared went took used "
        "came broke turned"
    )
)
_TO_SAY = frozenset(
    w.split(
        "say announce declare insist claim warn report state confirm complain admit add promise deny explain let reveal"
    )
)


def _rung_up(items: list[Item], at: int, voices: Sequence[Voice]) -> Voice | None:
    """Read "The Front rang Radio Marsh to say that ...", "took to the airwaves of Radio Marsh to announce that ..."."""
    for k in range(at + 2, min(at + 10, len(items) - 2)):
        if items[k].quote is not None or items[k].text in (";", ":") or items[k].low in w.SAYING:
            return None
        if items[k].low != "to" or items[k + 1].low not in _TO_SAY or items[k + 2].low != "that":
            continue
        media = [i.actor for i in items[at + 1 : k] if i.actor is not None and i.actor.kind is ActorKind.MEDIUM]
        speaker = last_actor(items, at)
        if not media or speaker is None or speaker.kind is ActorKind.MEDIUM:
            return None
        if any(i.low in w.NEGATIONS for i in items[:at]):
            return None
        place = (items[k + 3].start, _end_of(items, k + 2)) if k + 3 < len(items) else (0, 0)
        if place[1] <= place[0] or any(
            same_words(voice, place) and voice.speaker and not voice.attitude for voice in voices
        ):
            return None
        cue = (items[k + 1].start, items[k + 1].stop)
        return Voice(cue, Manner.SAID, speaker, place, contents=(place,), relays=tuple(media), rule="told-by")
    return None


_OVERHEARD = frozenset(w.split("heard overheard hears overhears lets let has had"))


def _heard_say(items: list[Item], at: int) -> Voice | None:
    """Read "A cook heard a guard say that ..." and "Channel 9 lets the mayor say that ...": the guard's words."""
    speaker = items[at + 1].actor
    hearer = last_actor(items, at)
    begin = at + 3
    if speaker is None or hearer is None or items[at + 2].low not in w.PLAIN_SAYING or begin + 2 >= len(items):
        return None
    lets = items[at].low.startswith(("le", "ha"))
    if (lets and hearer.kind is not ActorKind.MEDIUM) or (
        hearer.kind is ActorKind.PRONOUN and hearer.head in ("i", "we")
    ):
        return None
    if items[begin].low in ("that", ":", "how"):
        begin += items[begin].low != "how"
    elif items[begin].actor is None and items[begin].low not in w.DETERMINERS:
        return None
    place = (items[begin].start, _end_of(items, begin - 1))
    if items[begin].quote is not None or place[1] <= place[0]:
        return None
    cue = (items[at + 2].start, items[at + 2].stop)
    return Voice(cue, Manner.SAID, speaker, place, contents=(place,), relays=(hearer,), rule="told-by")


_AUTHORITY = re.compile(r"(?:the|good|excellent) (?:authority|word) (?:of|from) ", re.IGNORECASE)


def _authority(view: View, items: list[Item], at: int) -> Actor | None:
    """On whose authority one has it: "has it on the authority of a colonel's wife that ..."."""
    if items[at + 1].low != "it" or items[at + 2].low != "on":
        return None
    match = _AUTHORITY.match(view.text, items[at + 3].start)
    that = next((i for i in items[at + 3 : at + 14] if i.low in ("that", ":")), None)
    if match is None or that is None or that.start <= match.end():
        return None
    return describe(view.text, (match.end(), that.start - 1))


_CAME = frozenset(["came", "comes", "arrived", "reached", "is", "was"])
_WORD = frozenset(
    [
        "word",
        "news",
        "message",
        "answer",
        "reply",
        "assurance",
        "confirmation",
        "denial",
        "report",
        "hint",
        "promise",
        "warning",
        "threat",
        "letter",
        "note",
        "pledge",
        "request",
        "demand",
    ]
)


def _came_from(items: list[Item], at: int) -> list[Voice] | None:
    """Read "Word came from the elders that ..." and "The word from the barracks is that ..."."""
    if items[at].low in ("is", "was"):
        that, source = at + 1, at - 1
        led = at > 2 and items[at - 2].low == "from" and items[at - 3].low.split()[-1:][0] in _WORD
    else:
        noun = at - 2 if items[at - 1].low in w.AUXILIARIES and at > 1 else at - 1
        led = items[noun].low.split()[-1:][0] in _WORD if items[noun].low.split() else False
        source = next((m + 1 for m in range(at + 1, min(at + 6, len(items) - 2)) if items[m].low == "from"), 0)
        that = _lead_behind(items, source)
    reached = items[at].low == "reached" and at + 1 < len(items)
    medium = items[at + 1].actor if reached else None
    if not led or not source or that + 1 >= len(items) or items[that].low != "that" or items[source].actor is None:
        return None
    place = (items[that + 1].start, _end_of(items, that))
    cue = (items[at].start, items[at].stop)
    relays = (medium,) if medium is not None and medium.kind is ActorKind.MEDIUM else ()
    return [Voice(cue, Manner.SAID, items[source].actor, place, contents=(place,), relays=relays, rule="told-by")]


def _message_from(items: list[Item], at: int) -> Voice | None:
    """Read "The bishop brought an answer from the Front: the men would be freed": the Front's, by way of the bishop."""
    if items[at + 1].low != "from" or items[at + 2].actor is None or at + 4 >= len(items):
        return None
    lead = _lead_behind(items, at + 2)
    if lead + 1 >= len(items) or items[lead].low not in ("that", ":") or items[lead + 1].quote is not None:
        return None
    place = (items[lead + 1].start, _end_of(items, lead))
    verbs = [n for n, i in enumerate(items[:at]) if i.low in _BROUGHT]
    first = speaker_of(items, verbs[0], has_earlier=False, inverts=False)[0] if verbs else None
    if first is None and verbs:
        first = next((i.actor for i in items[: verbs[0]] if i.actor is not None), None)
    relays = (first,) if first is not None and first.kind is not ActorKind.PRONOUN else ()
    cue = (items[at].start, items[at].stop)
    return Voice(cue, Manner.SAID, items[at + 2].actor, place, contents=(place,), relays=relays, rule="told-by")


def _lead_behind(items: list[Item], at: int) -> int:
    """Where the "that" or colon stands behind somebody and what describes him: "from a cousin of one of the four | that"."""
    stop = min(at + 9, len(items) - 1)
    lead = next((m for m in range(at + 1, stop) if items[m].low == "that" or items[m].text == ":"), at + 1)
    return lead if all(map(_may_describe, items[at + 1 : lead])) else at + 1


_BROUGHT = frozenset(
    w.split(
        "brought brings bringing carried carries returned returns came back delivered delivers conveyed conveys relayed "
        "relays passed passes transmitted transmits forwarded forwards handed hands conveying bringing carrying relaying sent sends bears bore"
    )
)


def _end_of(items: list[Item], at: int) -> int:
    stop = len(items)
    while stop > at + 2 and items[stop - 1].text in ENDING:
        stop -= 1
    return items[stop - 1].stop


def _let_know(items: list[Item], at: int) -> int | None:
    """Where "know" stands in "let the families know that"."""
    for m in range(at + 2, min(at + 8, len(items) - 2)):
        if items[m].low == "know":
            return m if items[m + 1].low == "that" else None
        if items[m].kind in ("mark", "quote"):
            return None
    return None


def _told_that(items: list[Item], at: int, verb: int) -> Voice | None:
    speaker = last_actor(items, at)
    if speaker is None:
        return None
    place = (items[verb + 2].start, _end_of(items, verb + 1))
    cue = (items[at].start, items[verb].stop)
    return Voice(cue, Manner.SAID, speaker, place, contents=(place,), rule="made-known")


_CONVEYING = frozenset(
    w.split(
        "conveyed conveys relayed relays passed passes brought brings carried carries delivered delivers transmitted forwarded read reads "
        "repeated repeats communicated reported reports disclosed has had have cites cited announced came returned back published publishes printed prints ran runs aired airs posted broadcast released"
    )
)
_MANNERS = {
    "denial": Manner.DENIED, "refusal": Manner.DENIED, "warning": Manner.WARNED, "threat": Manner.WARNED,
    "ultimatum": Manner.DEMANDED, "demand": Manner.DEMANDED,
}  # fmt: skip
_PROMISES = frozenset(
    w.split(
        "promise assurance answer reply message warning threat offer demand request word words denial claim statement refusal pledge "
        "undertaking letter note greeting greetings condition conditions appeal regrets thanks ultimatum complaint proposal version view position"
    )
)


def _conveyed(items: list[Item], at: int) -> Voice | None:
    """Read "The bishop passed on the commander's promise that ...": the commander's, by way of the bishop."""
    begin = at + 2 if items[at + 1].low in ("on", "out", "back", "along") else at + 1
    begin += items[begin].low == "with" if begin < len(items) else 0
    for k in range(begin, min(begin + 4, len(items) - 3)):
        owner = items[k].actor
        if (
            owner is None
            and items[k].low in _PROMISES
            and items[k + 1].low in ("by", "of", "from")
            and k + 4 < len(items)
        ):
            carrier, whose = speaker_of(items, at, has_earlier=False, inverts=False)[0], items[k + 2].actor
            lead = k + 3
            clear = carrier is not None and whose is not None and whose.kind is not ActorKind.PRONOUN
            if not clear or items[lead].low not in ("that", ":") or items[lead + 1].quote is not None:
                return None
            place = (items[lead + 1].start, _end_of(items, lead))
            cue = (items[k].start, items[k].stop)
            relays = (carrier,) if carrier is not None else ()
            manner = _MANNERS.get(items[k].low, Manner.SAID)
            return Voice(cue, manner, whose, place, contents=(place,), relays=relays, rule="told-by")
        if owner is None:
            if items[k].low not in w.DETERMINERS:
                return None
            continue
        words = items[k].low.split()
        noun = items[k + 1].low if items[k].low.endswith(("'s", "’s", "s'", "s’")) else words[-1]
        that = k + 2 if noun == items[k + 1].low else k + 1
        if noun not in _PROMISES or items[that].low not in ("that", ":") or items[that + 1].quote is not None:
            return None
        carrier = speaker_of(items, at, has_earlier=False, inverts=False)[0]
        if carrier is None or owner.kind is ActorKind.PRONOUN or carrier.place == owner.place:
            return None
        place = (items[that + 1].start, _end_of(items, that))
        cue = (items[at].start, items[that - 1].stop)
        ours = carrier.kind is ActorKind.PRONOUN and carrier.head in ("we", "i")
        relays = () if ours else (carrier,)
        manner = _MANNERS.get(noun, Manner.SAID)
        return Voice(cue, manner, owner, place, contents=(place,), relays=relays, rule="told-by")
    return None


def _with_known(voices: Sequence[Voice], known: Voice | None) -> list[Voice]:
    """The voices with what was let known, or with its carrier where one of them has the same words."""
    if known is None:
        return list(voices)
    same = next((v for v in voices if same_words(v, known.contents[0]) and not v.attitude), None)
    if same is None:
        return [*voices, known]
    carried = replace(same, relays=known.relays) if known.relays and not same.relays else same
    return [carried if v is same else v for v in voices]


def _made_known(items: list[Item], at: int, subject: Actor | None = None) -> Voice | None:
    """Read "the Front let it be known through Radio Marsh that ..." and "the Front sent word through the bishop that"."""
    speaker = subject or last_actor(items, at)
    that = next((m for m in range(at + 3, min(at + 9, len(items) - 1)) if items[m].low == "that"), None)
    if speaker is None or that is None:
        return None
    stop = len(items)
    while stop > that + 1 and items[stop - 1].text in ENDING:
        stop -= 1
    place = (items[that + 1].start, items[stop - 1].stop)
    relays = tuple(
        i.actor
        for n, i in enumerate(items[:that])
        if n > at + 2 and i.actor is not None and (i.actor.kind is ActorKind.MEDIUM or items[n - 1].low in _BY_HAND)
    )
    cue = (items[at].start, items[that - 1].stop)
    return Voice(cue, Manner.SAID, speaker, place, contents=(place,), relays=relays, rule="made-known")


_BY_HAND = frozenset(["through", "via", "by", "with"])


def _is_told_of(items: list[Item], at: int) -> bool:
    """Whether somebody else tells that one was told: "reported that a prisoner had been told by a guard"."""
    hearer = last_actor(items, at)
    if hearer is None or hearer.kind is ActorKind.PRONOUN:
        return False
    return any(i.low in w.SAYING and items[n + 1].low == "that" for n, i in enumerate(items[: at - 1]))


def _is_heard(actor: Actor) -> bool:
    """Whether whoever was told may be the one from whom the report has it."""
    return actor.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.PRONOUN) or _passes_on(actor)


def _passes_on(actor: Actor) -> bool:
    return actor.kind is ActorKind.MEDIUM or actor.head in ("correspondent", "reporter", "journalist", "newspaper")

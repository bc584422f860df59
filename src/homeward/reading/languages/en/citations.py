"""Words that came through somebody, in English: "according to", "cited", "was quoted by ... as saying".

In: the items of a sentence and the place of the cue. Out: a `Voice` with its relay.
Leaves to others: fitting the voices of a sentence into one chain (`homeward.reading.chain`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item
from homeward.reading.languages.en.contents import (
    ENDING,
    content_before,
    contents_in,
    follows_quote,
    skip_adjuncts,
)
from homeward.reading.languages.en.sources import describe
from homeward.reading.languages.en.speakers import antecedent, before_apposition, head_actor, is_adverb, speaker_of
from homeward.reading.languages.language import Actor, ActorKind, View, Voice
from homeward.records import Attribution, Manner

_SPOKEN_WITH = re.compile(r"\b(?:which|who) (?:had |has )?(?:spoken|talked|spoke) (?:with|to) ")


def read_according(view: View, items: list[Item], at: int, cues: list[int]) -> Voice | None:
    """Read "according to X", at either end of a sentence."""
    k = at + 2
    actor = items[k].actor if k < len(items) else None
    if (record := _record_at(view, items, k)) is not None:
        actor, k = record
    if actor is None:
        return None
    item = items[at]
    relays: tuple[Actor, ...] = ()
    if (
        actor.head == "report"
        and k + 2 < len(items)
        and items[k + 1].low in ("by", "in", "from")
        and (whose := items[k + 2].actor) is not None
    ):
        actor = whose
        k += 2
    if k + 4 < len(items) and items[k + 1].text == "," and items[k + 2].low in w.CARRIED:
        k += 1
    if (
        k + 3 < len(items)
        and items[k + 1].low in w.CARRIED
        and items[k + 2].low == "by"
        and (relay := items[k + 3].actor) is not None
    ):
        relays = (relay,)
        k += 3
    if at <= 1 or (
        at > 3 and items[at - 1].text == "," and items[at - 2].low == "that" and _says_that(items, at - 2)
    ):
        begin = k + 1
        while begin < len(items) and items[begin].text != ",":
            begin += 1
        if (
            begin + 1 < len(items) and items[begin + 1].low in w.RELATIVES
        ):  # "according to the Post, which cites papers, ..."
            closed = next((m for m in range(begin + 2, len(items)) if items[m].text == ","), None)
            begin = closed if closed is not None else begin
        begin, _, _ = skip_adjuncts(items, begin + 1)
        stop_at = len(items)
        while stop_at > begin and items[stop_at - 1].text in ENDING:
            stop_at -= 1
        if begin >= stop_at:
            return None
        region = (items[begin].start, items[stop_at - 1].stop)
    else:
        edge = at
        while edge > 0 and items[edge - 1].text in (",", "—", "–"):
            edge -= 1
        if edge == 0:
            return None
        region = (items[0].start, items[edge - 1].stop)
        last = len(items)
        while last > k and items[last - 1].text in ENDING:
            last -= 1
        if k + 2 < last and items[k + 1].text == "," and not any(i.low in w.MODALS | w.BE for i in items[:edge]):
            rest = (items[k + 2].start, items[last - 1].stop)  # "The Front, according to him, had asked for names"
            whole = (region[0], rest[1])
            cue = (item.start, items[at + 1].stop)
            return Voice(cue, Manner.SAID, actor, whole, contents=(region, rest), relays=relays, rule="according-to")
    contents, direct = contents_in(view, items, region)
    return Voice(
        (item.start, items[at + 1].stop),
        Manner.SAID,
        actor,
        region,
        direct,
        False,
        contents,
        relays,
        rule="according-to",
    )


_RECORDS = frozenset(
    w.split(
        "minutes record records transcript transcripts log logbook file files register affidavit indictment verdict judgment ruling summary protocol"
    )
)


def _record_at(view: View, items: list[Item], at: int) -> tuple[Actor, int] | None:
    """The record that words stand in, and its last item: "according to the court record", "according to the minutes"."""
    if at >= len(items) or items[at].low.split(" ")[0] not in ("the", "its", "their", "a", "an", "his", "her"):
        return None
    for k in range(at, min(at + 4, len(items))):
        if items[k].kind not in ("word", "actor") or items[k].low.endswith(("'s", "’s", "s'", "s’")):
            return None
        if items[k].low.split(" ")[-1] in _RECORDS and items[k].actor is None:
            ends = (
                k + 1 >= len(items)
                or items[k + 1].text in (",", ".", ";")
                or items[k + 1].low in ("of", "from", "for")
            )
            place = (items[at].start, items[k].stop)
            name = view.text[slice(*place)].split(" ", 1)[-1]
            return (Actor(place, name, ActorKind.MEDIUM, Attribution.UNNAMED, items[k].low), k) if ends else None
    return None


def _says_that(items: list[Item], that: int) -> bool:
    """Whether somebody who is no medium says what "that" leads to: his words hold those that "according to" tells of."""
    cue = items[that - 1]
    teller = next((i.actor for i in reversed(items[:that]) if i.actor is not None), None)
    return cue.low in w.SAYING and teller is not None and teller.kind is not ActorKind.MEDIUM


def _behind_kind(items: list[Item], at: int) -> tuple[Actor, int] | None:
    """Who quotes, behind a word that no table knows for a kind of medium: "by the sheet | Kover as saying"."""
    for k in range(at, min(at + 4, len(items) - 1)):
        actor = items[k].actor
        if actor is not None:
            named = k > at and actor.kind is ActorKind.OTHER and items[k + 1].low == "as"
            return (replace(actor, kind=ActorKind.MEDIUM, attribution=Attribution.NAMED), k + 1) if named else None
        if items[k].kind != "word" or not items[k].low.isalpha():
            return None
    return None


def _is_clause(items: list[Item]) -> bool:
    """Whether items have a verb: a clause of what was said, no office before a name."""
    return any(i.low in w.BE or i.low in w.MODALS or i.low in w.AUXILIARIES or i.low in w.FINITE for i in items)


def read_citing(view: View, items: list[Item], at: int, passive: bool, earlier: list[Voice]) -> Voice | None:
    """Read "A cited B, who said ...", "A quoted B as saying ..." and "B was quoted by A as saying ..."."""
    item = items[at]
    stop_at = len(items)
    while stop_at > at and items[stop_at - 1].text in ENDING:
        stop_at -= 1
    k = at + 1
    agent: Actor | None = None
    cited: Actor | None = None
    if passive:
        cited, _, _ = _speaker_of_passive(items, at)
        further: list[Actor] = []
        while k < stop_at and items[k].kind != "quote":
            if (
                items[k].low == "in"
                and k + 2 < stop_at
                and items[k + 1].kind == "date"
                and items[k + 2].actor is not None
            ):
                agent = items[k + 2].actor  # "quoted in Tuesday's Herald as saying"
                k += 3
                continue
            if items[k].low in ("by", "in") and k + 1 < stop_at and items[k + 1].actor is not None:
                agent = items[k + 1].actor
                k += 2
                continue
            if items[k].low == "by" and agent is None and (named := _behind_kind(items, k + 1)) is not None:
                agent, k = named
                continue
            if agent is not None and items[k].text == "," and (aside := _taken_over(items, k, stop_at)) is not None:
                further.append(aside[0])  # "by the monthly Hills, which Channel 9 quoted in turn, as saying"
                k = aside[1]
                continue
            if items[k].low == "saying":
                k += 1
                if not (k < stop_at and items[k].low == "by"):
                    break
                continue
            if items[k].low in ("as", "on") or items[k].kind == "date" or items[k].text == ",":
                k += 1
                continue
            break
        if cited is None or (k < stop_at and items[k].low in w.NAMING and items[k - 1].low == "as"):
            return None  # "was quoted as calling it “a joke”"
        begin, more, _ = skip_adjuncts(items, k)
        colon = next((m for m in range(k, stop_at - 1) if items[m].text == ":" and items[m + 1].quote), None)
        begin = colon + 1 if colon is not None else begin  # "is quoted in the Courier of Monday: “...”"
        if colon is None and begin < stop_at and items[begin].low in _BEHIND_QUOTE and follows_quote(items, at):
            behind = (i.actor for i in items[begin + 1 : stop_at] if i.actor is not None)
            agent = agent or next(behind, None)  # "“...,” the mayor is quoted as saying in Monday's Courier"
            begin = stop_at
        region = (items[begin].start, items[stop_at - 1].stop) if begin < stop_at else (0, 0)
        if begin >= stop_at:
            left = content_before(view, items, at, cited, None, earlier)
            if left is None:
                return None
            region = left
        contents, direct = contents_in(view, items, region)
        relays = (agent, *further, *more) if agent else more
        own = next((n for n, i in enumerate(items) if i.actor is cited), 0)
        if (
            own > 1 and items[own - 1].text == "," and begin < stop_at and _is_clause(items[: own - 1])
        ):  # "It took place at night, he was quoted as saying, “for their safety”"
            contents = ((items[0].start, items[own - 2].stop), *contents)
        return Voice(
            (item.start, item.stop), Manner.SAID, cited, region, direct, False, contents, relays, rule="was-quoted"
        )
    while (
        k < stop_at and items[k].actor is None and items[k].low in w.DETERMINERS | w.AUXILIARIES | {"what", "unnamed"}
    ):
        k += 1
    cited = items[k].actor if k < stop_at else None
    if cited is None and k < stop_at and items[k].low in _OBJECTS:
        where, head = (items[k].start, items[k].stop), _OBJECTS[items[k].low]
        near = (i.actor for i in reversed(items[:at]) if i.actor is not None)
        person = next((a for a in near if a.kind is ActorKind.PERSON), None) if head in ("he", "she") else None
        cited = person or Actor(where, items[k].text, ActorKind.PRONOUN, Attribution.UNNAMED, head)
    if cited is None:
        return None
    if cited.head == "report" and k + 2 < stop_at and items[k + 1].low in ("by", "in", "from") and items[k + 2].actor:
        cited = items[k + 2].actor
        k += 2
    spoken = next(
        (m for m in range(k + 1, min(k + 7, stop_at - 1)) if items[m].low in ("spoken", "talked", "spoke")), None
    )
    via: tuple[Actor, ...] = ()
    if spoken is not None and items[spoken + 1].low in ("with", "to") and spoken + 2 < stop_at:
        first_hand = items[spoken + 2].actor  # "citing Radio Mbonga, which had spoken with a quartermaster"
        if first_hand is not None:
            cited, via = first_hand, (cited,)
    told = _SPOKEN_WITH.search(view.text[slice(*cited.place)]) if cited is not None and not via else None
    if told is not None and cited is not None:
        first_hand = describe(view.text, (cited.place[0] + told.end(), cited.place[1]))
        cited, via = first_hand, (cited,)
    relay, same, _ = speaker_of(items, at, bool(earlier), inverts=False)
    if item.low in ("citing", "quoting"):
        if at <= 1:
            comma = next(
                (m for m in range(k + 1, stop_at) if items[m].text == ","), k
            )  # "Citing officials it trusts, the radio"
            relay = next((i.actor for i in items[comma + 1 :] if i.actor is not None), None)
            same = False
        elif earlier:
            relay, same = earlier[-1].speaker, True
        else:  # "The daily Ufuq, citing a doctor, reports": who stands before the comma
            relay, same = next((items[m].actor for m in range(at - 1, -1, -1) if items[m].actor), None), False
    begin = k + 1
    said = next((m for m in range(begin, min(begin + 30, stop_at)) if _is_telling(items, m)), None)
    behind_as = said is not None and items[said - 1].low == "as"
    if said is not None and items[said].low == "having":
        said += 1
    if said is None and begin < stop_at - 1 and items[begin].text == ":":
        said = begin  # "Radio Marsh quotes two traders: one of the women has died"
    if said is not None and items[said].text == ":":
        begin = said + 1
    elif said is not None and (behind_as or item.low in SHOWING):
        begin, _, _ = skip_adjuncts(items, said + 1)
        if items[said].low in w.WITH_RECIPIENT and begin < stop_at:
            begin = next((m + 1 for m in range(begin, min(begin + 6, stop_at - 1)) if items[m].low == "that"), begin)
    region = (items[begin].start, items[stop_at - 1].stop) if begin < stop_at else (item.start, item.stop)
    contents, direct = (), False
    if said is not None and begin < stop_at:
        contents, direct = contents_in(view, items, region)
    if (carrier := _picked_up_by(items, at)) is not None and relay is not None:
        via = (*via, relay)
        relay = carrier
    return Voice(
        (item.start, item.stop), Manner.SAID, relay, region, direct, same, contents, via, cited=cited, rule="cites"
    )


ATTRIBUTING = frozenset(["attributed", "attributes", "attributing", "ascribed", "ascribes", "ascribing"])


def attributed_at(items: list[Item], at: int) -> tuple[int, int] | None:
    """Where the quotation and the one stand to whom somebody attributes it: "attributed to a nurse the words: “...”"."""
    quote = next((k for k in range(at + 1, min(at + 9, len(items))) if items[k].quote is not None), None)
    to = next((k for k in range(at + 1, min(at + 9, len(items) - 1)) if items[k].low == "to"), None)
    if quote is None or to is None or any(items[k].low in w.BE for k in range(max(0, at - 2), at)):
        return None
    whom = next((k for k in range(to + 1, min(to + 3, len(items))) if items[k].actor is not None), None)
    between = [i for i in items[min(quote, to) + 1 : max(quote, to)] if i.kind == "word"]
    plain = not any(i.low in w.SAYING or i.low in w.BE for i in between)
    words = quote == at + 1 or any(i.low in _OF_WORDS for i in items[at + 1 : quote])
    return (quote, whom) if whom is not None and plain and words else None


_OF_WORDS = frozenset(  # what is attributed to somebody that can be quoted
    w.split(
        "words word remark remarks sentence sentences quotation quote phrase line lines statement saying claim comment following this"
    )
)


def read_attributed(view: View, items: list[Item], at: int) -> Voice | None:
    """Read "The weekly attributed to a captain the words: “...”"; None where it is attributed to nobody."""
    found = attributed_at(items, at)
    if found is None:
        return None
    quote, whom = found
    cited = items[whom].actor
    relay = speaker_of(items, at, has_earlier=False, inverts=False)[0]
    place = (items[quote].start, items[quote].stop)
    contents, direct = contents_in(view, items, place)
    cue = (items[at].start, items[at].stop)
    if relay is None or cited is None:
        return None
    return Voice(cue, Manner.SAID, relay, place, direct, False, contents, (), cited=cited, rule="cites")


def _taken_over(items: list[Item], comma: int, stop: int) -> tuple[Actor, int] | None:
    """Who took the words over, told in a clause between commas, and where it ends."""
    if comma + 3 >= stop or items[comma + 1].low not in ("which", "whom", "that", "whose"):
        return None
    end = next((m for m in range(comma + 3, min(comma + 12, stop)) if items[m].text == ","), None)
    if end is None:
        return None
    actor = next((i.actor for i in items[comma + 2 : end] if i.actor is not None), None)
    told = any(i.low in w.CARRIED or i.low in w.CITING or i.low in _TAKEN_OVER for i in items[comma + 2 : end])
    return (actor, end + 1) if actor is not None and told else None


_BEHIND_QUOTE = frozenset(["in", "by", "on", "when", "while", "after", "during", "at"])


def _picked_up_by(items: list[Item], at: int) -> Actor | None:
    """Who took over what a medium showed: "the bulletin, which Astrel then picked up, showed ..."."""
    for k in range(max(0, at - 8), at - 2):
        if items[k].low in ("which", "that") and items[k + 1].actor is not None:
            verb = next((m for m in range(k + 2, at) if not is_adverb(items[m])), at)
            return items[k + 1].actor if items[verb].low in w.CARRIED | _TAKEN_OVER else None
    return None


_TAKEN_OVER = frozenset(
    ["picked", "rebroadcast", "repeated", "ran", "reprinted", "echoed", "monitored", "transcribed"]
)


SHOWING = frozenset(  # what a programme does with somebody who speaks in it
    w.split(
        "showed shows featured features heard filmed films aired airs recorded records caught played broadcast shown"
    )
)


def shown_saying(items: list[Item], at: int) -> int | None:
    """Where "saying" stands behind somebody who is shown: "showed the governor, Rahmat Zobuli, saying that"."""
    for k in range(at + 1, min(at + 7, len(items) - 1)):
        if items[k].low in ("saying", "telling", "declaring", "insisting", "warning") and items[k - 1].low != "as":
            return k if any(i.actor is not None for i in items[at + 1 : k]) else None
        if (
            items[k].kind not in ("actor", "word", "mark", "date")
            or items[k].low in w.SAYING
            or items[k].low == "that"
        ):
            return None
    return None


_OBJECTS = {"him": "he", "her": "she", "them": "they", "it": "it"}


def _is_telling(items: list[Item], at: int) -> bool:
    if items[at].low == "having" and items[at - 1].low == "as" and at + 1 < len(items):
        return items[at + 1].low in w.SAYING  # "quoted the envoy as having said that"
    return items[at].low in ("saying", "telling") or (items[at].low in w.PARTICIPLES and items[at - 1].low == "as")


def _speaker_of_passive(items: list[Item], at: int) -> tuple[Actor | None, bool, int | None]:
    j = at
    while j > 0 and (items[j].low in w.BE or j == at or is_adverb(items[j])):
        j -= 1
    if items[j].actor is not None:
        return head_actor(items, j), False, None
    if items[j].low in ("who", "which"):
        return antecedent(items, j), False, None
    if items[j].text == ",":
        return before_apposition(items, j), False, None
    return head_actor(items, j), False, None

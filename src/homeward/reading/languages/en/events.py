"""Meetings, handed-over lists and explicit silences in English sentences.

In: the items of a sentence. Out: `RawEvent` values, parties as the sentence names them.
Leaves to others: which dates and chains they get, and whether they matter to the case.
"""

from __future__ import annotations

import re

from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item
from homeward.reading.languages.en.speakers import head_actor, speaker_of
from homeward.reading.languages.language import Actor, ActorKind, EventKind, RawEvent, View
from homeward.records import ContactKind, ContactStatus

_MEET = {
    "met": ContactKind.MEETING, "meet": ContactKind.MEETING, "meets": ContactKind.MEETING,
    "visited": ContactKind.VISIT, "visit": ContactKind.VISIT, "hosted": ContactKind.MEETING,
    "telephoned": ContactKind.CALL, "phoned": ContactKind.CALL, "spoke": ContactKind.CALL, "speak": ContactKind.CALL,
    "held": ContactKind.MEETING, "hold": ContactKind.MEETING, "wrote": ContactKind.LETTER, "sent": ContactKind.LETTER,
    "received": ContactKind.MEETING, "conferred": ContactKind.MEETING, "called": ContactKind.CALL,
    "meeting": ContactKind.MEETING,
}  # fmt: skip
_GIVE = frozenset(
    [
        "handed",
        "hand",
        "gave",
        "give",
        "given",
        "passed",
        "pass",
        "submitted",
        "submit",
        "delivered",
        "deliver",
        "presented",
        "present",
        "transmitted",
        "sent",
        "transferred",
        "provided",
        "provide",
        "conveyed",
        "forwarded",
        "shared",
    ]
)
_SILENT = re.compile(
    r"\b(?:(?:mentioned|mentions|said|says|contained|contains|revealed|offered) (?:nothing|not a word|no word) "
    r"(?:about|of|on|regarding|concerning)|(?:made|makes|making|contained|contains|with|"
    r"carried) no (?:mention|reference) "
    r"(?:of|to)|(?:did|does|do|has|had)(?: not|n['’]t) (?:mention|mentioned|refer(?:red)? to|name|"
    r"address(?:ed)?|discuss)"
    r"|(?:was|were|is|are|remained|remains|stayed|kept) (?:silent|quiet|mum) (?:on|about|regarding)"
    r"|(?:failed|fails|omitted|omits|neglected) to mention|without (?:mentioning|a word about|any mention of)"
    r"|omitted any (?:mention|reference) (?:of|to))\b",
    re.IGNORECASE,
)


def find_events(view: View, items: list[Item]) -> list[RawEvent]:
    """Every contact, handover and explicit silence of the sentence."""
    found: list[RawEvent] = []
    for at, item in enumerate(items):
        if item.kind != "word":
            continue
        if (
            (item.low in _GIVE or item.low in ("received", "obtained")) and (event := _handover(view, items, at))
        ) or (item.low in _MEET and (event := _contact(view, items, at))):
            found.append(event)
    found += _silences(view, items)
    return found


# --- contacts -----------------------------------------------------------------------------------------------------


def _contact(view: View, items: list[Item], at: int) -> RawEvent | None:
    low = items[at].low
    kind = _MEET[low]
    before = [items[k].low for k in range(max(0, at - 4), at)]
    status = ContactStatus.HELD
    if any(b in w.NEGATIONS for b in before[-3:]) or (
        low == "meeting" and any(b in ("denied", "denies") for b in before[-2:])
    ):
        status = ContactStatus.DENIED
    elif low in ("meet", "visit", "hold", "speak"):
        if not (before and before[-1] in ("will", "to", "would", "shall")):
            return None
        if before[-1] == "to" and not any(
            b in w.BE | {"plans", "plan", "due", "scheduled", "expected", "planned", "intends"} for b in before
        ):
            return None
        status = ContactStatus.PLANNED
    elif low == "meeting":
        return None
    j = at + 1
    if low in ("held", "hold"):
        ahead = [i.low for i in items[j : j + 5]]
        talk = next(
            (
                n
                for n, word in enumerate(ahead)
                if word in ("talks", "meeting", "meetings", "consultations", "negotiations", "call", "conversation")
            ),
            None,
        )
        if talk is None or any(i.actor for i in items[j : j + talk]):
            return None
        kind = ContactKind.CALL if ahead[talk] == "call" else kind
        j += talk + 1
    if low in ("spoke", "speak"):
        ahead = [i.low for i in items[j : j + 5]]
        if not ("phone" in ahead or "telephone" in ahead):
            if "with" not in ahead[:2]:
                return None
            kind = ContactKind.OTHER
    if low in ("sent", "wrote"):
        ahead = [i.low for i in items[j : j + 6]]
        if low == "sent" and "letter" not in ahead:
            return None
        if low == "wrote" and ahead[:1] != ["to"] and "letter" not in ahead:
            return None
    if low in ("received", "called") and not (j < len(items) and items[j].actor):
        return None
    subject = speaker_of(items, at, False)[0] if not (before and before[-1] in w.BE) else None
    if status is not ContactStatus.HELD:
        k = at - 1
        while k > 0 and items[k].actor is None:
            k -= 1
        subject = head_actor(items, k)
    if subject is None:
        return None
    others: list[Actor] = []
    where: str | None = None
    prep = ""
    for k in range(j, len(items)):
        item = items[k]
        if item.low == "to" and low not in ("wrote", "sent"):
            break
        if others and item.low in w.RELATIVES | {"but", "while", "where", "saying"}:
            break
        if item.kind == "quote" or item.text == ";" or item.low in w.SAYING:
            break
        if item.actor is None:
            if item.low in w.PREPOSITIONS or item.low == "to":
                prep = item.low
            continue
        if item.actor.kind is ActorKind.PRONOUN:
            continue
        if prep in ("in", "at") or (kind is ContactKind.VISIT and not prep and not others):
            if where is None:
                where = _place_words(view, items, k)
        elif (
            prep in ("with", "between", "to")
            or (not others and prep == "")
            or (others and items[k - 1].low in ("and", ","))
        ):
            others.append(item.actor)
    if not others and where is None:
        return None
    if not others and kind is not ContactKind.VISIT:
        return None
    return RawEvent(
        EventKind.CONTACT,
        (view.start, view.stop),
        by=subject,
        others=tuple(others),
        where=where,
        contact_kind=kind,
        status=status,
        rule=f'"{items[at].text}"',
    )


def _place_words(view: View, items: list[Item], at: int) -> str:
    start = items[at].start
    stop = items[at].stop
    k = at + 1
    while k < len(items):
        if items[k].low in (
            "headquarters",
            "office",
            "offices",
            "residence",
            "airport",
            "hotel",
            "palace",
            "region",
            "city",
            "building",
            "embassy",
        ):
            stop = items[k].stop
            k += 1
        elif items[k].low == "of" and k + 1 < len(items) and items[k + 1].actor:
            stop = items[k + 1].stop
            k += 2
        else:
            break
    while view.text[start : start + 4].lower() == "the ":
        start += 4
    return view.text[start:stop]


# --- handovers ----------------------------------------------------------------------------------------------------

_LIST_WORDS = frozenset(["list", "lists", "names"])


def _handover(view: View, items: list[Item], at: int) -> RawEvent | None:
    before = [items[k].low for k in range(max(0, at - 4), at)]
    if any(b in w.NEGATIONS for b in before) or any(
        b in ("will", "would", "shall", "to", "should", "must", "may") for b in before[-2:]
    ):
        return None
    listed = next((k for k in range(at + 1, min(at + 12, len(items))) if items[k].low in _LIST_WORDS), None)
    passive = any(b in w.BE for b in before[-2:])
    if listed is None and passive:
        listed = next((k for k in range(max(0, at - 12), at) if items[k].low in _LIST_WORDS), None)
        if listed is None:
            return None
    if listed is None:
        return None
    received = items[at].low in ("received", "obtained")
    subject = None if (passive and listed < at) else speaker_of(items, at, False)[0]
    by: Actor | None = None
    to: Actor | None = None
    through: str | None = None
    if received or (passive and listed > at):
        to = subject  # "was handed a list", "received a list"
    else:
        by = subject
    for k in range(at + 1, len(items)):
        actor = items[k].actor
        if items[k].low in w.SAYING or items[k].kind == "quote" or items[k].low in w.RELATIVES:
            break
        if actor is None:
            continue
        prev = items[k - 1].low
        if prev == "to" or (k == at + 1 and not passive and not received) or (k == at + 2 and prev == "over"):
            to = to or actor
        elif prev in ("by", "from"):
            by = by or actor
        elif prev in ("through", "via"):
            through = actor.name
    if by is None and to is None and not passive:
        return None
    low_words = view.masked[items[max(0, listed - 4)].start : items[min(len(items) - 1, listed + 5)].stop]
    return RawEvent(
        EventKind.HANDOVER,
        (view.start, view.stop),
        by=by,
        to=to,
        through=through,
        count=_count(low_words),
        rule=f'"{items[at].text} ... {items[listed].text}"',
    )


_COUNT = re.compile(
    rf"\b(?P<n>{w.NUMBER})\b(?: [a-z]+)? (?:names|people|persons|hostages|captives|detainees|"
    rf"prisoners|men|women)|\bnames of (?:the )?(?P<m>{w.NUMBER})\b",
    re.IGNORECASE,
)


def _count(text: str) -> int | None:
    found = _COUNT.search(text)
    if not found:
        return None
    word = (found["n"] or found["m"]).lower()
    return int(word) if word.isdecimal() else w.NUMBERS.get(word)


# --- silences -----------------------------------------------------------------------------------------------------


def _silences(view: View, items: list[Item]) -> list[RawEvent]:
    found = []
    for match in _SILENT.finditer(view.masked, view.start, view.stop):
        at = next((k for k, i in enumerate(items) if i.stop > match.start()), len(items))
        by, _, _ = speaker_of(items, at, False) if at else (None, False, None)
        begin, stop = match.end(), match.end()
        for mark in re.finditer(r"[^,;.!?—" + "\ufffc" + r"]+", view.masked[match.end() : view.stop]):
            stop = match.end() + mark.end()
            break
        place = (by.place[0] if by else match.start(), stop)
        words = view.text[by.place[0] : match.start()].strip(" ,") if by and by.place[0] < match.start() else ""
        if len(words) > 90 or "," in words:
            words = by.name if by else ""
        found.append(
            RawEvent(
                EventKind.SILENCE, place, by=by, about=(begin, stop), where=words or None, rule=f'"{match.group()}"'
            )
        )
    return found

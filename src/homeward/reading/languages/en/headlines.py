"""Headlines in English: topics that seem speakers, quotations at the head, headlines quoted in a text.

In: the first line of a document, or a sentence, with its items. Out: whether what stands before a colon is a topic; voices.
Leaves to others: "Minister: no talks" and "No talks: minister" themselves (`voices`), who the minister is.
"""

from __future__ import annotations

import re

from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item
from homeward.reading.languages.en.sources import describe
from homeward.reading.languages.language import Actor, ActorKind, View, Voice
from homeward.records import Manner

_LED = re.compile(
    r"\b(?:headlines?|headlined|headings?|headed|titled?|entitled|front page|splash|banner|caption(?:ed)?)\W+(?:\w+ ){0,2}\W*$",
    re.IGNORECASE,
)
_SPOKEN_FOR = re.compile(r"(?P<who>[^\W\d_][^:“”\"\n]{2,50}): (?P<what>[^:\n]{6,})")
_NUMBERED = re.compile(
    r"(?:^[^a-z]*|\b(?:circular|bulletin|note|item|no\.?|number|issue|part|chapter|communiqu[eé]|letter|update|report|digest|notice|page|"
    r"day|week|month|year|list|decree|order|statement)\W*)\d+$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\bday \d+\W*$|\b(?:day|week|month) (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b", re.IGNORECASE
)


def is_topic(view: View, actor: Actor, before: str, told: str) -> bool:
    """Whether what stands before the colon of a headline is what it is about: "Bosso: the imam has gone back"."""
    if _NUMBERED.search(before.strip()) or _COUNTED.fullmatch(told.strip()):
        return True  # "PORT CIRCULAR 211", "LADY FARROW: DAY 96"
    if actor.kind is not ActorKind.OTHER:
        return False
    speaks = re.compile(
        rf"\b{re.escape(actor.name)}(?: \w+){{0,2}} (?:said|says|told|tells|denied|denies|wrote|writes|announced|confirmed|warned|stated)\b"
    )
    return speaks.search(view.text, view.stop) is None


def quoted_headline(view: View, items: list[Item]) -> Voice | None:
    """Read "Under the headline “Ministry: guides freed” we reported": the ministry said so, as the headline has it."""
    for item in items:
        quote = item.quote
        if quote is None or _LED.search(view.masked, max(view.start, quote.start - 40), quote.start) is None:
            continue
        match = _SPOKEN_FOR.fullmatch(view.text, quote.inner_start, quote.inner_stop)
        if match is None:
            continue
        speaker = describe(view.text, match.span("who"))
        if speaker.kind in (ActorKind.OTHER, ActorKind.PRONOUN):
            return None
        place = match.span("what")
        mark = (match.end("who"), match.end("who") + 1)
        return Voice(mark, Manner.SAID, speaker, place, contents=(place,), rule="headline")
    return None


def cried_headline(view: View, items: list[Item]) -> Voice | None:
    """Read “We never had them”: Front rows back, the first line of a document: whoever the line names behind, or nobody."""
    line = view.text[view.start : view.stop]
    if view.text[: view.start].strip() or "\n" in line.strip() or not items or line.rstrip()[-1:] in ".!":
        return None
    quote = items[0].quote
    if (
        quote is None
        or (len(items) > 1 and items[1].text != ":")
        or " " not in view.text[quote.inner_start : quote.inner_stop].strip()
    ):
        return None
    place = (quote.inner_start, quote.inner_stop)
    actor = items[2].actor if len(items) > 3 else None
    verb = items[3].low if actor is not None else ""
    known = actor is not None and actor.kind in (ActorKind.BODY, ActorKind.PERSON, ActorKind.ROLE)
    speaker = actor if known and verb not in w.PREPOSITIONS else None
    return Voice(
        (quote.start, quote.stop),
        Manner.SAID,
        speaker,
        place,
        True,
        contents=(place,),
        rule="headline",
        nobody=speaker is None,
    )

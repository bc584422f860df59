"""Who is named beside words with no verb of speech, in English: "“...” (Ana Ruhl to Radio Marsh)", "... – so the mayor".

In: the items of a sentence. Out: a voice, which `voices` takes where nothing else has found the same words.
Leaves to others: set phrases behind words that hold a noun or verb of speech (`set_phrases`).
"""

from __future__ import annotations

import re

from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item
from homeward.reading.languages.language import Actor, ActorKind, Place, View, Voice
from homeward.records import Manner

_TO_MEDIUM = frozenset(["to", "on", "in", "via", "speaking", "talking", "for"])
_THUS = frozenset(["thus", "so"])
_LONGEST = 9  # items behind a quotation that may name who spoke
_SPEAKS = (ActorKind.PERSON, ActorKind.ROLE, ActorKind.BODY, ActorKind.SOURCE)


def named_behind(items: list[Item]) -> Voice | None:
    """Read "“They live” (Ana Ruhl, Radio Marsh)", "“They live.” – Ana Ruhl to Radio Marsh", "“They live” - thus the mayor"."""
    if len(items) < 3 or items[0].quote is None or not items[0].quote.is_speech:
        return None
    stop = len(items)
    while stop > 1 and items[stop - 1].text in (".", ")", "!", ";"):
        stop -= 1
    rest = items[1:stop]
    opened = next((n for n, item in enumerate(rest) if item.text not in (",", ".")), len(rest))
    rest = rest[opened:]
    if not rest or len(rest) > _LONGEST or any(i.kind == "quote" for i in rest):
        return None
    marked = rest[0].text in ("(", "-", "–", "—")
    rest = rest[1:] if marked else rest
    thus = bool(rest) and rest[0].low in _THUS
    rest = rest[1:] if thus else rest
    speaker = rest[0].actor if rest else None
    if speaker is None or speaker.kind not in _SPEAKS:
        return None
    relays = _media(rest[1:])
    if relays is None or not (marked or thus or relays):
        return None
    quote = items[0].quote
    place: Place = (quote.inner_start, quote.inner_stop)
    cue = (rest[0].start, rest[0].stop)
    return Voice(cue, Manner.SAID, speaker, place, True, contents=(place,), relays=relays, rule="named-behind")


def _media(items: list[Item]) -> tuple[Actor, ...] | None:
    """The media in what is left behind a speaker; None where something else is told there."""
    found: list[Actor] = []
    for item in items:
        if item.actor is not None:
            if item.actor.kind is not ActorKind.MEDIUM:
                return None
            found.append(item.actor)
        elif item.kind != "date" and item.low not in _TO_MEDIUM and item.text not in (",", "."):
            return None
    return tuple(found)


_QUOTED = re.compile(r"\s*[“\"„«](?P<words>[^“”\"„«»]{3,}?)[”\"»]\s*")
_POINTS = frozenset(["that", "this", "these", "those", "such", "the"])
_IS = frozenset(["is", "was", "are", "were"])
_COMES = frozenset(w.split("came comes come spoken given made sent written uttered been has have had"))
_WORDS = frozenset(
    w.split(
        "word words sentence sentences line lines phrase quote quotation remark remarks statement assurance promise pledge answer reply warning threat verdict message"
    )
)
_SAID_SO = frozenset(w.split("spoke speaks said says wrote writes ran runs"))


def said_before(view: View, items: list[Item]) -> Voice | None:
    """Read "“They live.” That was the mayor on Tuesday." and "... The words are the mayor's.": whose the quotation before is."""
    if view.before is None or view.quotes or len(items) < 3 or items[0].low not in _POINTS | _THUS:
        return None
    quoted = _QUOTED.fullmatch(view.text, *view.before)
    if quoted is None or "\n" in view.text[view.before[1] - 1 : items[0].start]:
        return None
    at = _whose(items)
    speaker = items[at].actor if at is not None else None
    if at is None or speaker is None or speaker.kind not in _SPEAKS:
        return None
    media = [
        i.actor for n, i in enumerate(items) if i.actor is not None and n != at and items[n - 1].low in _TO_MEDIUM
    ]
    relays = tuple(actor for actor in media if actor.kind is ActorKind.MEDIUM)
    place: Place = quoted.span("words")
    cue = (items[0].start, items[1].stop)
    return Voice(cue, Manner.SAID, speaker, place, True, contents=(place,), relays=relays, rule="said-before")


def _whose(items: list[Item]) -> int | None:
    """Where he stands whose words the sentence says the quotation before is."""
    if items[0].low in _THUS:
        return 2 if items[1].low in _SAID_SO else None
    if items[1].low in _IS and items[2].actor is not None and items[0].low != "the":
        plain = all(i.kind in ("date", "mark") or i.actor is not None or i.low in _TO_MEDIUM for i in items[3:])
        return 2 if plain else None
    if items[1].low not in _WORDS:
        return None
    if (
        items[2].low in _IS
        and len(items) > 3
        and items[3].actor is not None
        and items[3].low.endswith(("'s", "’s", "s'", "s’"))
    ):
        return 3
    led = (
        k for k in range(2, min(12, len(items) - 1)) if items[k].low in ("by", "from", "of") and items[k + 1].actor
    )
    by = next(led, None)
    plain = by is not None and all(_only_comes(item) for item in items[2:by])
    return by + 1 if by is not None and plain else None


_BETWEEN = frozenset(w.split(", on at in over to the a an and only last yesterday today"))


def _only_comes(item: Item) -> bool:
    """Whether a word before "by the mayor" says no more than that words came from him: not "denied", not "never"."""
    known = item.low in _IS | _COMES | _BETWEEN or item.low in w.SAYING
    return known or item.actor is not None or not item.text[:1].islower()


_OF_WORDS = re.compile(
    r"(?:,|in|to use|to borrow|by|on) the (?:own )?(?:words|phrase|telling|version|account|view|opinion|estimate|word|testimony|reckoning) of (?P<who>.+)",
    re.IGNORECASE,
)
_OWN_WORDS = re.compile(
    r"(?:in|to use|to borrow|by|on) (?P<who>[^,;]{2,60}?)['’]s? (?:own )?(?:words|phrase|expression|telling|version|account|view|opinion|estimate|word|"
    r"testimony|reckoning|showing|admission|evidence)",
    re.IGNORECASE,
)
_HAS_IT = re.compile(
    r"(?:as )?(?P<who>[^,;]{2,60}?) (?:has it|had it|would have it|will have it|would put it|likes to say|is fond of saying|never tires of saying)",
    re.IGNORECASE,
)
_SO = re.compile(r"so (?P<who>[^,;]{2,60})")


def aside_of(view: View, items: list[Item], begin: int, stop: int) -> tuple[Place, Actor] | None:
    """Whose words an aside tells of, from item `begin` to before `stop`: "so the mayor", "in the words of Kell"."""
    place = (items[begin].start, items[stop - 1].stop)
    words = view.masked[slice(*place)]
    for pattern in (_OF_WORDS, _OWN_WORDS, _HAS_IT, _SO):
        found = pattern.fullmatch(words)
        if found is None:
            continue
        start = place[0] + found.start("who")
        item = next((i for i in items[begin:stop] if i.start <= start < i.stop and i.actor is not None), None)
        actor = item.actor if item is not None else None
        if actor is None or actor.kind is ActorKind.PRONOUN:
            return None
        if pattern is _SO and _media(items[begin + 2 : stop]) is None:
            return None  # "so the mayor waited"
        return place, actor
    return None

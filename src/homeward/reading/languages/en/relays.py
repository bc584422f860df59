"""Through whom words came, where the sentence tells it beside the cue: "in a letter seen by X", "X quoted him as saying".

In: the items of a sentence with the voices that were found. Out: the voices with further relays, and further voices.
Leaves to others: cues that tell of a relay by themselves (`citations`), and the chain (`homeward.reading.chain`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from homeward.reading.entities.lists import language_names
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item
from homeward.reading.languages.en.sources import describe
from homeward.reading.languages.en.tidings import heard_from, last_actor, same_words
from homeward.reading.languages.language import Actor, ActorKind, View, Voice
from homeward.records import Attribution, Manner

_UTTERANCES = frozenset(
    w.split(
        "letter letters message messages post posts statement statements remarks comments words interview interviews note "
        "notes e-mail e-mails email emails text texts video videos recording recordings tape tapes speech address article "
        "report reports memo memos document documents transcript communique communiqué thread tweet tweets column diary "
        "testimony account accounts call voicemail footage clip release bulletin programme program broadcast minutes screenshot "
        "cable cables sheet circular poster log advertisement audio quote quotes quotation line sentence sermon excerpts extracts memoir memoirs "
        "diary diaries dispatch dispatches despatch affidavit screenshots op-ed essay essays denial reply answer appeal speeches summary transcripts"
    )
)
_CARRYING = frozenset(
    w.split(
        "seen obtained carried published broadcast aired quoted released posted shared cited reported relayed repeated "
        "echoed reviewed read distributed circulated printed forwarded translated reproduced received shown given sent "
        "made issued put picked monitored transmitted run reprinted verified leaked passed"
    )
)
_THROUGH = frozenset(w.split("by on in to with through via from at"))
_SHOWS = frozenset(
    w.split(
        "broadcast broadcasts aired airs carried carries published publishes ran runs printed prints released showed "
        "shows posted posts obtained obtains saw seen reviewed read received quoted reproduced reproduces distributed distributes played "
        "plays shared shares relayed relays transmitted transmits translated translates forwarded forwards circulated circulates "
        "reprinted reprints reposted reposts republished republishes transcribed rendered excerpted leaked monitored intercepted "
        "recorded filmed taped screened uploaded gets got has had brings brought lifted lifts cribbed copied copies relaying carrying quoting citing "
        "reproducing publishing broadcasting airing reprinting translating summarising summarizing rebroadcasting reposting sharing"
    )
)
_HANDS_ON = frozenset(  # what anybody does who is not the author
    w.split(
        "forwarded forwards conveyed conveys relayed relays transmitted transmits delivered delivers brought brings translated translates "
        "transcribed transcribes rendered renders recited recites leaked leaks reposted circulated circulates shared shares read passed "
        "passes handed hands carried carries recorded filmed taped dictated reproduced reprinted republished summarised summarized"
    )
)
_NETWORKS = re.compile(
    r"\b(?:on|via|through|to|over) (?:(?:his|her|its|their|the(?: [\w’'-]+){0,2}|a|an?other|[A-Z][\w’'-]+['’]s) )?"
    r"(?:(?:official|personal|own|verified|private|public) )?"
    rf"({'|'.join((*w.NETWORKS, *w.NETWORKS_TOO))})"
    r"(?= (?:channel|account|page|feed|group|profile|post|message|story|livestream)s?\b|[\s,.;:]|$)"
)
_REFERRING = re.compile(
    r"\b(?:with|in) (?:a )?reference to |\bon the authority of |\bby way of |\b(?:quoting|citing|crediting|relying on) |\battributing (?:this|it|that) to |"
    r"\b(?:on the (?:strength|word|words|say-so|testimony|evidence|basis|information) of|on (?:information|word) from) (?:an? |the )?(?:\w+ )?(?:reports?|dispatch(?:es)?|words?|accounts?|claims?) (?:by|of|from) |\bon the (?:word|words|say-so|testimony|information) of ",
    re.IGNORECASE,
)
_NETWORK = re.compile(rf"\b(?:{'|'.join(w.NETWORKS)})\b")
_WITHIN = re.compile(
    r"^(?P<who>.{3,90}?),? (?:as )?(?:quoted|cited|carried|reported|relayed|told|given) (?:by|on|in|to) (?P<by>.{3,60})$"
)
_ASIDE = 6  # items between an utterance and who carried it


def tell_relays(view: View, items: list[Item], voices: Sequence[Voice]) -> list[Voice]:
    """The voices with what the sentence tells of their way."""
    found = [voice for voice in voices if not _is_lead(view, voice)]
    found = _quoted_behind(view, items, found)
    found = heard_from(view, items, found)
    cited = any(voice.cited is not None for voice in found)
    found = [_cited_beside(view, items, _parted(view, voice), cited=cited) for voice in found]
    found = _shown(view, items, [_by_author(items, voice) for voice in found])
    found = [_by_network(view, voice) for voice in found]
    for carrier, before in _carriers(view, items):
        found = [_carried(voice, carrier, before) for voice in found]
    return sorted(found, key=lambda voice: voice.cue)


def _by_network(view: View, voice: Voice) -> Voice:
    """Read "The Front's Telegram channel said": the Front speaks, through the network that its source names."""
    speaker = voice.speaker
    if speaker is None or voice.attitude or speaker.kind in (ActorKind.MEDIUM, ActorKind.PRONOUN):
        return voice
    start, stop = speaker.place
    network = _NETWORK.search(view.text, start, stop)
    if network is None or network.group() in speaker.name:
        return voice
    return _relayed(voice, Actor(network.span(), network.group(), ActorKind.MEDIUM, Attribution.NAMED))


def _is_lead(view: View, voice: Voice) -> bool:
    """Whether a "content" is no more than the cue that leads to another: "Radio Marsh reported that"."""
    words = " ".join(view.text[slice(*place)] for place in voice.contents).strip(" ,")
    return len(voice.contents) == 1 and words.endswith(" that") and len(words.split()) < 8


def _relayed(voice: Voice, relay: Actor) -> Voice:
    names = {actor.name.lower() for actor in (voice.speaker, voice.cited, *voice.relays) if actor is not None}
    return voice if relay.name.lower() in names else replace(voice, relays=(*voice.relays, relay))


def _carried(voice: Voice, carrier: Actor, before: int) -> Voice:
    """A voice whose words were carried by somebody, if they are not his own."""
    if voice.attitude or voice.speaker is None or voice.speaker.place == carrier.place or voice.cue[1] < before - 120:
        return voice
    if voice.speaker.kind is ActorKind.MEDIUM and voice.cited is None:
        return voice
    if any(a < carrier.place[0] < b for a, b in voice.contents) and voice.cue[1] <= voice.contents[0][0]:
        return voice  # of which the words themselves tell: "warned of a man who, on WhatsApp, ..."
    beside = 0 < carrier.place[0] - voice.speaker.place[1] < _BESIDE
    if beside and voice.cited is not None and voice.contents and voice.speaker.kind is ActorKind.MEDIUM:
        way = (
            *voice.relays,
            voice.speaker,
        )  # "The weekly Kestrel, quoted by the portal Ubaya Net, cited a nurse as ..."
        return _relayed(replace(voice, speaker=voice.cited, relays=way, cited=None, source=None), carrier)
    return _relayed(voice, carrier)


_BESIDE = 30  # characters between a medium and whoever quoted it


def _carriers(view: View, items: list[Item]) -> list[tuple[Actor, int]]:
    """Who carried an utterance that the sentence names, and where that stands."""
    found: list[tuple[Actor, int]] = []
    for k, item in enumerate(items[:-2]):
        if item.low not in _UTTERANCES and not (item.actor is not None and item.actor.head in _UTTERANCES):
            continue
        for m in range(k + 1, min(k + _ASIDE, len(items) - 2)):
            if items[m].low in w.SAYING and items[m].low not in _CARRYING:
                break
            if items[m].low in _CARRYING and (actor := _behind(view, items, m + 1)) is not None:
                found.append((actor, item.start))
                break
    for k in range(1, len(items) - 3):  # "Rasil, as cited by Radio Marsh:", "Per the agency, Rasil maintains"
        if items[k].text == "," and (by := _by_whom(items, k + 1)) is not None:
            found.append((by, items[k].start))
    if (teller := _repeats_behind(items)) is not None:
        found.append(teller)
    for k in range(2, len(items) - 2):  # "..., and the Post printed it, ...", "...; the Post picked it up."
        medium = items[k].actor
        led = items[k - 1].text in (",", ";") or (items[k - 1].low == "and" and items[k - 2].text in (",", ";"))
        if led and medium is not None and medium.kind is ActorKind.MEDIUM and items[k + 1].low in _TOOK_IT:
            if items[k + 2].low in ("it", "this", "that", "them", "him", "her"):
                found.append((medium, items[k].start))
    if items and items[0].low in ("per", "via") and len(items) > 3 and items[2].text == ",":
        medium = items[1].actor
        if medium is not None and medium.kind is ActorKind.MEDIUM:
            found.append((medium, items[0].start))
    lead = view.text[view.start : view.stop]
    for match in _NETWORKS.finditer(lead):
        place = (view.start + match.start(1), view.start + match.end(1))
        if view.masked[slice(*place)] == match[1]:
            found.append((Actor(place, match[1], ActorKind.MEDIUM, Attribution.NAMED), place[0]))
    return found


def _repeats_behind(items: list[Item]) -> tuple[Actor, int] | None:
    """Which medium repeats at the end of a sentence what was told before: "..., Radio Marsh repeats on Tuesday"."""
    comma = next((k for k in range(len(items) - 2, max(0, len(items) - 9), -1) if items[k].text == ","), None)
    if comma is None or comma + 2 >= len(items) or items[comma + 2].low not in _REPEATS:
        return None
    medium = items[comma + 1].actor
    plain = all(
        i.kind in ("date", "mark") or i.low in w.PREPOSITIONS or i.low in w.AUXILIARIES for i in items[comma + 3 :]
    )
    return (medium, items[comma].start) if medium is not None and medium.kind is ActorKind.MEDIUM and plain else None


_TOOK_IT = frozenset(
    w.split(
        "printed prints carried carries published publishes ran runs took takes picked picks reported reports repeated repeats broadcast "
        "broadcasts aired airs posted posts put puts relayed relays reprinted reprints translated translates quoted quotes shared shares"
    )
)
_REPEATS = frozenset(
    w.split("repeats repeated echoes echoed relays carries carried retells reprints reprinted rebroadcast")
)


def _by_whom(items: list[Item], at: int) -> Actor | None:
    if items[at].low == "as":
        at += 1
    if at + 4 < len(items) and items[at + 1].low == "in" and items[at + 2].low in language_names("en"):
        at += 2  # "as carried in English by"
    told = (
        items[at - 2].low
        if at > 1 and items[at].low in language_names("en")
        else items[at].low
        if at < len(items)
        else ""
    )
    if at + 2 >= len(items) or told not in (
        "quoted",
        "cited",
        "reported",
        "relayed",
        "carried",
        "published",
        "translated",
    ):
        return None
    actor = items[at + 2].actor
    if items[at + 1].low not in ("by", "on", "in") or actor is None or actor.kind is ActorKind.PRONOUN:
        return None
    return actor


def _behind(view: View, items: list[Item], at: int) -> Actor | None:
    """The medium, body or person behind "by", "on" or "in"; "the state news agency" in full."""
    if at < len(items) and items[at].low == "out":
        at += 1
    if at + 1 >= len(items) or items[at].low not in _THROUGH:
        return None
    actor = items[at + 1].actor
    if actor is None or actor.kind is ActorKind.PRONOUN:
        return None
    if actor.head in ("report", "reports") or _NETWORK.search(actor.name):
        return None  # told of as a network
    fit = (
        actor.kind is ActorKind.MEDIUM
        or items[at].low == "by"
        or (items[at].low in ("to", "with") and actor.attribution is Attribution.NAMED)
    )
    return actor if fit else None


def _quoted_behind(view: View, items: list[Item], voices: list[Voice]) -> list[Voice]:
    """Read "“They live,” the agency quoted Rasil as saying": the words stand before, the agency relays."""
    for k in range(1, len(items) - 3):
        if items[k].low not in ("quoted", "cited", "quotes", "cites") or items[k + 1].low in ("by", "in"):
            continue
        telling = (m for m in range(k + 2, min(k + 16, len(items) - 1)) if items[m].low == "as")
        as_at = next((m for m in telling if items[m + 1].low in _TELLING), None)
        if as_at is None or any(i.quote for i in items[k:as_at]):
            continue
        medium, cited = last_actor(items, k), _first_actor(view, items, k + 1, as_at)
        named = next((i.actor for i in reversed(items[k + 1 : as_at]) if i.actor is not None), None)
        whom = any(i.low == "whom" for i in items[k + 1 : as_at])
        if whom and named is not None and named.kind in (ActorKind.PERSON, ActorKind.OTHER):
            cited = named  # "quoted the commander, whom it named as Yasir Kubbi, as saying"
        own = next((n for n, i in enumerate(items) if i.actor is medium), 0)
        edge = own - 1
        while edge >= 0 and items[edge].kind == "mark":
            edge -= 1
        if medium is None or cited is None or edge < 0 or not (items[edge].quote or items[own - 1].text == ","):
            continue
        if any(
            v.cue[0] == items[k].start and v.contents and v.contents[0][0] > items[k].start and _size(v) > 60
            for v in voices
        ):
            continue
        quote = items[edge].quote
        place = (quote.inner_start, quote.inner_stop) if quote else (items[0].start, items[edge].stop)
        cue = (items[k].start, items[as_at + 1].stop)
        voice = Voice(
            cue, Manner.SAID, cited, place, quote is not None, contents=(place,), relays=(medium,), rule="was-quoted"
        )
        rest = [v for v in voices if not (cue[0] <= v.cue[0] <= cue[1]) and not same_words(v, place)]
        return [*rest, voice]
    return voices


_TELLING = frozenset(
    w.split("saying telling stating writing claiming adding declaring confirming warning promising insisting denying")
)


def _size(voice: Voice) -> int:
    return sum(b - a for a, b in voice.contents)


def _first_actor(view: View, items: list[Item], start: int, stop: int) -> Actor | None:
    for item in items[start:stop]:
        if item.actor is not None:
            return item.actor
        if item.low in ("him", "her", "them", "it"):
            head = {"him": "he", "her": "she", "them": "they", "it": "it"}[item.low]
            return Actor((item.start, item.stop), item.text, ActorKind.PRONOUN, Attribution.UNNAMED, head)
    return None


def _parted(view: View, voice: Voice) -> Voice:
    """A source that takes its relay in: "the ministry, quoted by the agency"."""
    if voice.speaker is None or voice.attitude:
        return voice
    start, stop = voice.source or voice.speaker.place
    match = _WITHIN.match(view.text[start:stop]) or _WITHIN.match(view.text[slice(*voice.speaker.place)])
    if match is None:
        return voice
    if match.string == view.text[slice(*voice.speaker.place)]:
        start = voice.speaker.place[0]
    who = describe(view.text, (start, start + match.end("who")))
    by = describe(view.text, (start + match.start("by"), start + match.end("by")))
    return replace(voice, speaker=who, relays=(*voice.relays, by), source=who.place)


def _cited_beside(view: View, items: list[Item], voice: Voice, *, cited: bool) -> Voice:
    """Who is quoted at the head or the end of a sentence that a medium tells: then he speaks, and it relays."""
    speaker = voice.speaker
    if speaker is None or voice.attitude or not voice.contents:
        return voice
    if voice.rule == "according-to":
        return _led_by(items, voice)
    if voice.cited is not None or voice.relays or speaker.kind is not ActorKind.MEDIUM:
        return voice
    own = view.masked
    for match in _REFERRING.finditer(own, view.start, view.stop):
        if cited and match.group().lower().startswith(("quoting", "citing")):
            continue  # `citations` has read it
        at = next((n for n, i in enumerate(items) if i.start >= match.end()), None)
        actor = items[at].actor if at is not None else None
        head = bool(items) and match.start() <= items[0].start + 1
        if actor is None or actor.place == speaker.place or not (head or match.start() >= voice.contents[-1][1]):
            continue
        if any(a <= match.start() < b for a, b in voice.contents):
            continue
        return replace(voice, speaker=actor, relays=(*voice.relays, speaker), source=None)
    after = next(
        (n for n, i in enumerate(items) if i.actor is not None and i.start <= speaker.place[0] < i.stop), None
    )
    if after is not None:
        for k in range(after + 1, min(after + 6, len(items) - 2)):
            spoke = items[k].low in ("spoke", "spoken", "talked") and items[k + 1].low in ("to", "with")
            if spoke or (items[k].low == "it" and items[k + 1].low == "from"):
                first = items[k + 2].actor
                behind = voice.contents[-1][1] <= voice.cue[0]  # "..., says Radio Marsh, which spoke with Kell"
                if first is not None and (first.place[1] <= voice.cue[0] or behind):
                    return replace(voice, speaker=first, relays=(*voice.relays, speaker), source=None)
    return voice


def _led_by(items: list[Item], voice: Voice) -> Voice:
    """Read "Radio Marsh reported that, according to Rasil, ..." and "according to the ministry, quoted by the agency"."""
    at = next((n for n, i in enumerate(items) if i.start >= voice.cue[0]), None)
    if at is None:
        return voice
    k = at - 1
    while k >= 0 and (items[k].text == "," or items[k].low in ("that", "and", "how")):
        k -= 1
    if 0 < k < at - 1 and items[k].low in w.SAYING and (medium := items[k - 1].actor) is not None:
        return _relayed(voice, medium) if medium.kind is ActorKind.MEDIUM else voice
    actor = items[at + 2].actor if at + 4 < len(items) else None
    if actor is not None and voice.speaker is not None and voice.speaker.place != actor.place:
        between = [i.low for i in items[at + 3 : at + 7]]
        if any(low in _CARRYING for low in between) and "by" in between:
            return replace(voice, speaker=actor, relays=(*voice.relays, voice.speaker), source=None)
    return voice


def _shown(view: View, items: list[Item], voices: list[Voice]) -> list[Voice]:
    """Read "Al-Marj aired remarks by Rasil, who said ...": Rasil speaks, the channel passes it on."""
    for k in range(1, len(items) - 3):
        medium = items[k - 2].actor if k > 1 and items[k - 1].text == "," else items[k - 1].actor
        if medium is None or medium.kind is ActorKind.PRONOUN:
            continue
        if items[k].low not in (_SHOWS if medium.kind is ActorKind.MEDIUM else _HANDS_ON):
            continue
        noun = next((m for m in range(k + 1, min(k + 6, len(items) - 1)) if _names_text(items[m])), None)
        if noun is None:
            continue
        whose = None
        if noun + 1 < len(items) and items[noun + 1].low in ("by", "from", "with", "of"):
            whose = items[noun + 2].actor if noun + 2 < len(items) else None
        if medium.kind is ActorKind.MEDIUM or whose is not None:
            return [_shown_by(view.text, voice, medium, whose, items[noun].start) for voice in voices]
    return voices


def _by_author(items: list[Item], voice: Voice) -> Voice:
    """Read "“...,” reads a post by Rasil": whose a text is speaks in it."""
    speaker = voice.speaker
    if voice.attitude or speaker is None:
        return voice
    if (printed := _printed_in(items, voice, speaker)) is not None:
        return printed
    if speaker.head not in _UTTERANCES or voice.relays:
        return voice
    at = next((n for n, i in enumerate(items) if i.actor is speaker), None)
    if at is None or at + 2 >= len(items) or items[at + 1].low not in ("by", "from"):
        return voice
    author = items[at + 2].actor
    if author is None or author.kind is ActorKind.PRONOUN:
        return voice
    return replace(voice, speaker=author, source=None)


def _printed_in(items: list[Item], voice: Voice, medium: Actor) -> Voice | None:
    """Read "A letter by Rasil in the Herald says": Rasil speaks, and the Herald carries it."""
    at = next((n for n, i in enumerate(items) if i.actor is medium), 0)
    if at < 4 or items[at - 1].low not in ("on", "in") or items[at - 3].low not in ("by", "from"):
        return None
    author = items[at - 2].actor
    if author is None or not _names_text(items[at - 4]) or voice.cue[0] < items[at].stop:
        return None
    relays = [r for r in voice.relays if r.name.lower() != medium.name.lower()]
    return replace(voice, speaker=author, source=None, relays=(replace(medium, kind=ActorKind.MEDIUM), *relays))


def _names_text(item: Item) -> bool:
    """Whether an item ends with the noun of a text: "statement", "a long interview"."""
    return item.low in _UTTERANCES or (item.actor is not None and item.low.rpartition(" ")[2] in _UTTERANCES)


def _shown_by(text: str, voice: Voice, medium: Actor, whose: Actor | None, behind: int) -> Voice:
    if voice.attitude or voice.speaker is None or voice.cue[0] < behind:
        return voice
    own = voice.speaker.place == medium.place or voice.speaker.name == medium.name
    if own and medium.kind is not ActorKind.MEDIUM and not text[slice(*voice.cue)].endswith("ing"):
        return voice  # "conveyed a message from the general and said that": his own words
    if whose is not None and (own or voice.speaker.kind is ActorKind.PRONOUN or voice.speaker.name in w.RELATIVES):
        return replace(voice, speaker=whose, relays=(*voice.relays, medium), source=None)
    return voice if own else _relayed(voice, medium)

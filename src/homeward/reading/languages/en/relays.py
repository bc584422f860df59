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
from homeward.reading.languages.en.contents import ENDING
from homeward.reading.languages.en.sources import describe
from homeward.reading.languages.en.speakers import antecedent, speaker_of
from homeward.reading.languages.en.ways import as_medium
from homeward.reading.languages.language import Actor, ActorKind, Place, View, Voice
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
_LEARNING = frozenset(w.split("heard learned learnt understands understood gathered hears learns"))
_NETWORKS = re.compile(
    r"\b(?:on|via|through|to|over) (?:(?:his|her|its|their|the(?: [\w’'-]+){0,2}|a|an?other|[A-Z][\w’'-]+['’]s) )?"
    r"(?:(?:official|personal|own|verified|private|public) )?"
    rf"({'|'.join((*w.NETWORKS, *w.NETWORKS_TOO))})"
    r"(?= (?:channel|account|page|feed|group|profile|post|message|story|livestream)s?\b|[\s,.;:]|$)"
)
_REFERRING = re.compile(
    r"\b(?:with|in) (?:a )?reference to |\bon the authority of |\bby way of |\b(?:quoting|citing|crediting|relying on) |\battributing (?:this|it|that) to |"
    r"\bon the strength of (?:an? |the )?(?:\w+ )?(?:reports?|dispatch(?:es)?|words?|accounts?|claims?) (?:by|of|from) ",
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
    found = _heard_from(view, items, found)
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
    return _relayed(voice, carrier)


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
        medium, cited = _last_actor(items, k), _first_actor(view, items, k + 1, as_at)
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
        rest = [v for v in voices if not (cue[0] <= v.cue[0] <= cue[1]) and not _same(v, place)]
        return [*rest, voice]
    return voices


_TELLING = frozenset(
    w.split("saying telling stating writing claiming adding declaring confirming warning promising insisting denying")
)


def _size(voice: Voice) -> int:
    return sum(b - a for a, b in voice.contents)


def _same(voice: Voice, place: Place) -> bool:
    return bool(voice.contents) and abs(voice.contents[0][0] - place[0]) < 3


def _last_actor(items: list[Item], at: int) -> Actor | None:
    k = at - 1
    while k >= 0 and (items[k].low in w.AUXILIARIES | w.BE or items[k].low.endswith("ly")):
        k -= 1
    return items[k].actor if k >= 0 else None


def _first_actor(view: View, items: list[Item], start: int, stop: int) -> Actor | None:
    for item in items[start:stop]:
        if item.actor is not None:
            return item.actor
        if item.low in ("him", "her", "them", "it"):
            head = {"him": "he", "her": "she", "them": "they", "it": "it"}[item.low]
            return Actor((item.start, item.stop), item.text, ActorKind.PRONOUN, Attribution.UNNAMED, head)
    return None


def _heard_from(view: View, items: list[Item], voices: list[Voice]) -> list[Voice]:
    """Read "Radio Marsh learned from a source that ...", "was told by a mediator that ...", "let it be known that"."""
    found = list(voices)
    for k in range(1, len(items) - 4):
        low = items[k].low
        speaker, told_on = None, False
        if low == "let" and (knows := _let_know(items, k)) is not None:
            found += _told_that(items, k, knows, found)
            continue
        if low in _WORD and (message := _message_from(items, k)) is not None:
            found = [v for v in found if not _same(v, message.contents[0])]
            found.append(message)
            continue
        if low in _CAME and (came := _came_from(items, k)) is not None:
            found += came
            continue
        if low in ("sent", "sends", "got") and items[k + 1].low in ("word", "news"):
            found += _made_known(items, k - 1, found, items[k - 1].actor)
            continue
        if low in _CONVEYING and (conveyed := _conveyed(items, k)) is not None:
            found = [v for v in found if not (v.contents and abs(v.contents[0][0] - conveyed.contents[0][0]) < 3)]
            found.append(conveyed)
            continue
        if low in _REPUTED and (reputed := _said_to_have(items, k)) is not None:
            found = [*(v for v in found if not _same(v, reputed.contents[0]) and v.cue[0] != items[k].start), reputed]
            continue
        if low in _RINGS and (rung := _rung_up(items, k, found)) is not None:
            found = [*(v for v in found if not _same(v, rung.contents[0])), rung]
            continue
        if low in ("let", "made") and items[k + 1].low == "it" and "known" in (items[k + 2].low, items[k + 3].low):
            found += _made_known(items, k, found)
            continue
        if low in _LEARNING and items[k + 1].low == "from":
            hearer, at = items[k - 1].actor, k + 2
        elif low in ("told", "informed", "assured", "notified") and items[k + 1].low == "by":
            hearer, at = _last_actor(items, k), k + 2
        elif low in ("has", "had", "have") and items[k + 1].low == "it" and items[k + 2].low == "from":
            hearer, at = _last_actor(items, k) or antecedent(items, k - 1), k + 3
            told_on = True
        elif low in ("has", "had", "have") and (ground := _authority(view, items, k)) is not None:
            hearer, speaker, told_on, at = _last_actor(items, k) or antecedent(items, k - 1), ground, True, k + 3
        else:
            continue
        speaker = speaker or (items[at].actor if at < len(items) else None)
        that = next((m for m in range(at + 1, min(at + 6, len(items) - 1)) if items[m].low == "that"), None)
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
        found = [v for v in found if not (v.cue[0] < cue[1] and cue[0] < v.cue[1]) and not _same(v, place)]
        found.append(Voice(cue, Manner.SAID, speaker, place, contents=(place,), relays=relays, rule="told-by"))
    return found


_REPUTED = frozenset(w.split("reported said quoted heard cited understood recorded shown alleged"))


def _said_to_have(items: list[Item], at: int) -> Voice | None:
    """Read "The general is reported by the Post to have said that ...": his words, by way of the Post."""
    by = at + 1
    if items[at - 1].low not in w.BE or items[by].low not in ("by", "in", "on") or at + 7 >= len(items):
        return None
    medium, speaker = items[by + 1].actor, _last_actor(items, at)
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
        speaker = _last_actor(items, at)
        if not media or speaker is None or speaker.kind is ActorKind.MEDIUM:
            return None
        if any(i.low in w.NEGATIONS for i in items[:at]):
            return None
        place = (items[k + 3].start, _end_of(items, k + 2)) if k + 3 < len(items) else (0, 0)
        if place[1] <= place[0] or any(
            _same(voice, place) and voice.speaker and not voice.attitude for voice in voices
        ):
            return None
        cue = (items[k + 1].start, items[k + 1].stop)
        return Voice(cue, Manner.SAID, speaker, place, contents=(place,), relays=tuple(media), rule="told-by")
    return None


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
        that = source + 1
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
    lead = items[at + 3]
    if (lead.low != "that" and lead.text != ":") or items[at + 4].quote is not None:
        return None
    place = (items[at + 4].start, _end_of(items, at + 3))
    verbs = [n for n, i in enumerate(items[:at]) if i.low in _BROUGHT]
    first = speaker_of(items, verbs[0], has_earlier=False, inverts=False)[0] if verbs else None
    if first is None and verbs:
        first = next((i.actor for i in items[: verbs[0]] if i.actor is not None), None)
    relays = (first,) if first is not None and first.kind is not ActorKind.PRONOUN else ()
    cue = (items[at].start, items[at].stop)
    return Voice(cue, Manner.SAID, items[at + 2].actor, place, contents=(place,), relays=relays, rule="told-by")


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


def _told_that(items: list[Item], at: int, verb: int, voices: Sequence[Voice]) -> list[Voice]:
    speaker = _last_actor(items, at)
    place = (items[verb + 2].start, _end_of(items, verb + 1))
    if speaker is None or any(_same(voice, place) and not voice.attitude for voice in voices):
        return []
    cue = (items[at].start, items[verb].stop)
    return [Voice(cue, Manner.SAID, speaker, place, contents=(place,), rule="made-known")]


_CONVEYING = frozenset(
    w.split(
        "conveyed conveys relayed relays passed passes brought brings carried carries delivered delivers transmitted forwarded read reads "
        "repeated repeats communicated"
    )
)
_PROMISES = frozenset(
    w.split(
        "promise assurance answer reply message warning threat offer demand request word words denial claim statement refusal pledge "
        "undertaking greeting greetings condition conditions appeal regrets thanks ultimatum complaint proposal version view position"
    )
)


def _conveyed(items: list[Item], at: int) -> Voice | None:
    """Read "The bishop passed on the commander's promise that ...": the commander's, by way of the bishop."""
    begin = at + 2 if items[at + 1].low in ("on", "out", "back", "along") else at + 1
    for k in range(begin, min(begin + 4, len(items) - 3)):
        owner = items[k].actor
        if owner is None:
            if items[k].low not in w.DETERMINERS:
                return None
            continue
        words = items[k].low.split()
        noun = items[k + 1].low if items[k].low.endswith(("'s", "’s", "s'", "s’")) else words[-1]
        that = k + 2 if noun == items[k + 1].low else k + 1
        if noun not in _PROMISES or items[that].low != "that":
            return None
        carrier = speaker_of(items, at, has_earlier=False, inverts=False)[0]
        if carrier is None or owner.kind is ActorKind.PRONOUN or carrier.place == owner.place:
            return None
        place = (items[that + 1].start, _end_of(items, that))
        cue = (items[at].start, items[that - 1].stop)
        return Voice(cue, Manner.SAID, owner, place, contents=(place,), relays=(carrier,), rule="told-by")
    return None


def _made_known(items: list[Item], at: int, voices: Sequence[Voice], subject: Actor | None = None) -> list[Voice]:
    """Read "the Front let it be known through Radio Marsh that ..." and "the Front sent word through the bishop that"."""
    speaker = subject or _last_actor(items, at)
    that = next((m for m in range(at + 3, min(at + 9, len(items) - 1)) if items[m].low == "that"), None)
    if speaker is None or that is None:
        return []
    stop = len(items)
    while stop > that + 1 and items[stop - 1].text in ENDING:
        stop -= 1
    place = (items[that + 1].start, items[stop - 1].stop)
    if any(_same(voice, place) and not voice.attitude for voice in voices):
        return []
    relays = tuple(
        i.actor
        for n, i in enumerate(items[:that])
        if n > at + 2 and i.actor is not None and (i.actor.kind is ActorKind.MEDIUM or items[n - 1].low == "through")
    )
    cue = (items[at].start, items[that - 1].stop)
    return [Voice(cue, Manner.SAID, speaker, place, contents=(place,), relays=relays, rule="made-known")]


def _is_told_of(items: list[Item], at: int) -> bool:
    """Whether somebody else tells that one was told: "reported that a prisoner had been told by a guard"."""
    hearer = _last_actor(items, at)
    if hearer is None or hearer.kind is ActorKind.PRONOUN:
        return False
    return any(i.low in w.SAYING and items[n + 1].low == "that" for n, i in enumerate(items[: at - 1]))


def _is_heard(actor: Actor) -> bool:
    """Whether whoever was told may be the one from whom the report has it."""
    return actor.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.PRONOUN) or _passes_on(actor)


def _passes_on(actor: Actor) -> bool:
    return actor.kind is ActorKind.MEDIUM or actor.head in ("correspondent", "reporter", "journalist", "newspaper")


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
            if items[k].low in ("spoke", "spoken", "talked") and items[k + 1].low in ("to", "with"):
                first = items[k + 2].actor
                if first is not None and k + 2 < len(items) and first.place[1] <= voice.cue[0]:
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

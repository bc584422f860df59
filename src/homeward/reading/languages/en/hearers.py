"""Who was told and has passed it on, in English: "A judge had told her that ...", "told the charity Open Gate that ...".

In: the items of a sentence with its voices. Out: the voices with whoever was told as a relay, where the report can have
it only from him; and with the medium of the text that the sentence before tells of ("In it the mayor says that ...").
Leaves to others: media that were told (`ways`), whom "him" means, and the chain (`homeward.reading.chain`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from homeward.reading.languages.en import media
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item, items_of
from homeward.reading.languages.en.sources import describe
from homeward.reading.languages.en.ways import as_medium
from homeward.reading.languages.language import Actor, ActorKind, View, Voice
from homeward.records import Attribution

_TELLS = frozenset(w.split("told tells assured assures informed warned promised"))
_HIM = re.compile(
    r" (?:to )?(?P<him>him|her|them)(?=[,:.]| that\b| [“\"‘]|\ufffc| (?:the|an?|on|in|at|by|last|this|only|over|when|before|after|no|two|three|"
    r"they|he|she|it|there|then|herself|himself|again|twice|once|recently|privately|personally)\b| \ufffc| [A-Z0-9](?![\w’'-]*['’]s\b))"
)
_HAD = re.compile(r"\b(?:had|has|have)(?: \w+ly| also| since| never| once| already)? $")
_NO_LINK = frozenset(  # who is told things in public, or as an office
    w.split(
        "court parliament council assembly senate congress committee police army ministry government house commission tribunal cabinet "
        "party side desk office inquiry command crowd prosecution authorities embassy's force guard board"
    )
)


def follow_hearers(view: View, items: list[Item], voices: Sequence[Voice]) -> list[Voice]:
    """The voices with those who were told, and the medium of the text that is spoken of, as relays."""
    if not voices:
        return []
    found = [_told_body(view, items, _told(view, voice, voices), voices) for voice in voices]
    found = [_handed_on(items, voice) for voice in found]
    medium = _held_in(view, items) if _IN_IT.match(view.masked, view.start, view.stop) else None
    return found if medium is None else [_in(voice, medium, found) for voice in found]


_TELLS_TO = frozenset(
    w.split(
        "confided confides admitted admits whispered whispers swore swears vowed explained conceded revealed disclosed complained slip "
        "reported recounted mentioned stated murmured murmurs muttered mutters mumbled sworn said says confessed confesses relayed "
        "related boasted lied hinted testified testifies deposed deposes"
    )
)
_KINDRED = (
    r"(?:(?:half-|step|god|grand)?(?:mother|father|sister|brother|son|daughter)(?:-in-law)?|parents?|wife|husband|uncle|aunt|cousin|niece|nephew|"
    r"family|fianc[eé]e?|widow|friend|neighbou?r|flatmate|roommate|classmate|landlady|landlord)"
)
_CALLING = (
    r"(?:lawyer|attorney|counsel|solicitor|barrister|priest|bishop|archbishop|pastor|vicar|imam|rabbi|sheikh|monk|nun|abbot|abbess|chaplain|catechist|"
    r"elders?|trader|driver|deckhand|skipper|fisherman|boatman|sailor|bosun|shepherd|herdsman|farmer|doctor|nurse|midwife|teacher|"
    r"student|cook|guide|porter|fixer|smuggler|mediator|go-between|intermediary|middleman|volunteer|amateur|tailor|barber|baker|"
    r"shopkeeper|widow|colleague|editor|producer|photographer|predecessor|successor|interpreter|translator|researcher|trainee|intern|comrade|boss|employer|secretary|duty officer|cellmate|co-worker|customer|cleric|muezzin|missionary)"
)
_CAPITAL = r"(?![a-zß-öø-ÿ])[^\W\d_]"
_NAMED = (
    rf"{_CAPITAL}[\w’'-]*\.?(?: (?:{_CAPITAL}[\w’'-]*\.?|al-{_CAPITAL}[\w’'-]*|de|da|del|bin|ibn|ag|van|von)){{0,5}}"
)
# "told our lawyer, Farida Okello, that", "told a parish priest in Gao that", "told the sheikh that", "told Ilse's cousin that"
_HEARER = re.compile(
    rf"(?: (?:once|later|then|also|herself|himself))?(?: (?P<to>to))? (?P<who>(?P<whose>my|our|his|her|their|the|an?|{_NAMED}['’]s) "
    rf"(?:(?!(?:of|that|her|his|the|an?|their|my|our|and|to|in|on|at) )[\w’'-]+ ){{0,3}}?(?:(?P<kin>{_KINDRED})|(?P<calling>{_CALLING}))\b(?!['’-]))"
    rf"(?: of (?:mine|ours|his|hers|theirs))?(?:(?: (?:in|of|from|at) (?:the )?{_NAMED})?,?(?: (?:the|an?) (?:[\w-]+ ){{1,3}})? ?(?P<named>{_NAMED})(?=[,.;]| that\b|:| [a-z“\"]|$))?",
)
_BY_NAME = re.compile(rf" (?P<who>{_NAMED})(?= that\b|,|:| (?:on|by|over|in|last|this|yesterday|earlier)\b)")
_ALONE = re.compile(r"(?:an?|one|another|some|somebody|someone|two|three|several)\b", re.IGNORECASE)
_IN_OFFICE = frozenset(
    w.split("minister president premier chancellor ambassador secretary governor senator king emir prime")
)


def _told_on(view: View, voice: Voice, speaker: Actor, *, held: bool) -> Voice:
    """A voice with somebody who holds no office as a relay, to whom it was told: "told a parish priest that ..."."""
    low = view.text[slice(*voice.cue)].lower().removesuffix(" to").rpartition(" ")[2]
    if voice.relays or low == "promised" or not (low in _TELLS or low in _TELLS_TO):
        return voice
    found = _HEARER.match(view.masked, voice.cue[1], view.stop)
    if found is not None and (low in _TELLS) != (
        found["to"] is not None or view.text[slice(*voice.cue)].endswith(" to")
    ):
        whose = found["whose"]
        if whose == "our" and not found["named"]:
            return voice  # who is told for the publisher
        if found["kin"] == "family" and (
            (held and low == "told") or not (low == "whispered" or _tells_in_private(view, speaker, low))
        ):
            return voice
        place = found.span("named") if found["named"] else found.span("who")
        if view.masked[place[0] : place[1]].endswith(".") and not view.masked[place[1] - 3 : place[1] - 2].isspace():
            place = (place[0], place[1] - 1)
        hearer = describe(view.text, place)
        return replace(voice, relays=(hearer,), to=None)
    named = _BY_NAME.match(view.masked, voice.cue[1], view.stop) if low in ("told", "tells") else None
    if named is None or any(word.lower() in _IN_OFFICE for word in named["who"].split()):
        return voice
    hearer = describe(view.text, named.span("who"))
    if "'" in named["who"] or "’" in named["who"]:
        return voice
    if hearer.kind is not ActorKind.PERSON or media.is_medium(view.text, hearer.name, sure=True):
        return voice
    return replace(voice, relays=(hearer,), to=None)


def _told(view: View, voice: Voice, voices: Sequence[Voice]) -> Voice:
    low = view.text[slice(*voice.cue)].lower().rpartition(" ")[2]
    speaker = voice.speaker
    if voice.attitude or speaker is None or not voice.contents or voice.cited is not None:
        return voice
    if (passed := _told_on(view, voice, speaker, held=any(_holds(other, voice) for other in voices))) is not voice:
        return passed
    behind = view.masked[voice.cue[1] : voice.cue[1] + 4]
    if low not in _TELLS and not (low in _TELLS_TO and behind == " to "):
        return voice
    him = _HIM.match(view.masked, voice.cue[1], view.stop)
    if him is not None:
        head = {"him": "he", "her": "she"}.get(him["him"], "them")
        place = him.span("him")
        hearer = Actor(place, him["him"], ActorKind.PRONOUN, Attribution.UNNAMED, head)
        voice = replace(voice, to=hearer) if voice.to is None and head != "them" else voice
        alone = not voice.relays and not any(_holds(other, voice) for other in voices)
        before = view.masked[max(view.start, voice.cue[0] - 24) : voice.cue[0]]
        ends = view.masked[him.end() : him.end() + 1] == "."
        private = head != "them" and not ends and _tells_in_private(view, speaker, low)
        told_on = private or (before.endswith("had ") if head == "them" else _HAD.search(before) is not None)
        return replace(voice, relays=(hearer,)) if alone and told_on else voice
    to = voice.to
    if to is None or voice.relays or not low.startswith("t") or speaker.kind is ActorKind.PRONOUN:
        return voice
    named = to.kind is ActorKind.BODY and to.attribution is Attribution.NAMED and to.name[:1].isupper()
    return replace(voice, relays=(to,)) if named and to.head not in _NO_LINK else voice


def _told_body(view: View, items: list[Item], voice: Voice, voices: Sequence[Voice]) -> Voice:
    """A voice with a body by name as a relay, to which it was told: "has testified to the aid group Lantern that"."""
    if voice.attitude or voice.relays or voice.speaker is None or not voice.contents or voice.cited is not None:
        return voice
    cue = view.text[slice(*voice.cue)].lower()
    low = cue.removesuffix(" to").rpartition(" ")[2]
    behind = voice.cue[1] + (0 if cue.endswith(" to") else 3)
    led = cue.endswith(" to") or view.masked[voice.cue[1] : behind] == " to"
    if low not in _TELLS_TO - _TELLS_AT_LARGE or not led or any(_holds(other, voice) for other in voices):
        return voice
    to = next((item.actor for item in items if item.actor is not None and 0 < item.start - behind < 3), None)
    named = to is not None and to.kind is ActorKind.BODY and to.attribution is Attribution.NAMED
    fits = to is not None and named and to.name[:1].isupper() and to.head in _RIGHTS
    return replace(voice, relays=(to,)) if to is not None and fits else voice


def _handed_on(items: list[Item], voice: Voice) -> Voice:
    """A voice of whoever was told by another in the clause before: "A nurse told her sister, and the sister the radio"."""
    speaker = voice.speaker
    if speaker is None or voice.attitude or voice.cited is not None or not voice.relays or not voice.contents:
        return voice
    s = next((k for k, item in enumerate(items) if item.start <= speaker.place[0] < item.stop), -1)
    if s < 5 or items[s].stop > voice.cue[0] or items[s - 1].low != "and":
        return voice
    r = s - 3 if items[s - 2].text == "," else s - 2
    told, giver = items[r].actor, None
    verb = next((k for k in range(r - 1, max(0, r - 4), -1) if items[k].low in _TELLS | _TELLS_TO), 0)
    if told is not None and verb:
        giver = next((items[k].actor for k in range(verb - 1, max(-1, verb - 4), -1) if items[k].actor), None)
    inside = giver is not None and any(giver.place[0] < a < speaker.place[0] for a, _ in voice.contents)
    if told is None or giver is None or inside or not told.head or told.head != speaker.head:
        return voice
    return replace(voice, speaker=giver, relays=(told, *voice.relays), source=None)


_TELLS_AT_LARGE = frozenset(
    w.split("said says stated mentioned explained admitted admits conceded reported hinted boasted vowed")
)
_RIGHTS = frozenset(  # bodies that gather what is told to them, and pass it on
    w.split(
        "group organisation organization charity ngo foundation association network office centre center initiative observatory"
    )
)


def _tells_in_private(view: View, speaker: Actor, verb: str) -> bool:
    """Whether whoever tells him is nobody who speaks in public: "a neighbour told her", "the guard told him"."""
    words = view.text[slice(*speaker.place)]
    if _ALONE.match(words) or (speaker.head in w.KIN_HEADS and speaker.kind is not ActorKind.BODY):
        return True
    return (
        (verb.startswith("t") or verb in _TELLS_TO)
        and speaker.kind is ActorKind.ROLE
        and (words[:1].islower() or words.startswith(("The ", "His ", "Her ", "Their ")))
    )


def _holds(outer: Voice, inner: Voice) -> bool:
    return outer is not inner and not outer.attitude and outer.region[0] <= inner.cue[0] < outer.region[1]


# "In it", "On the tape", "In the third", "According to them"
_IN_IT = re.compile(
    r"\W*(?:In|On|From|According to|Under) (?:it|them|its \w+ \w+|the (?:(?:\w+ )?(?:clip|tape|video|recording|footage|letter|text|note|message|film|"
    r"minutes|document|cable|paper|sheet|transcript|post|thread|interview|audio|article|column|diary|report)|first|second|third|fourth|last))\b,? "
)
_TEXT = re.compile(
    r"\b(?:clip|tape|video|recording|footage|letter|text|note|message|film|minutes|document|cable|paper|sheet|transcript|post|thread|"
    r"interview|audio|article|column|diary|communiqu[eé]|statement|leaflet|voice note|memo|poster|livestream|record|poem)s?\b",
    re.IGNORECASE,
)
_OWNED = re.compile(r"['’]s? (?:\w+ )?(?:paper|sheet|channel|bulletin)$")  # "the ministry's paper"
_WHERE = re.compile(r"\b(?:on|by|in|to|from|at|through|via) (?:the )?$")


def _held_in(view: View, items: list[Item]) -> Actor | None:
    """The medium of the text of which the sentence before tells: "A clip appeared on Telegram. | In it ..."."""
    if view.before is None:
        return None
    start, stop = view.before
    before = replace(view, start=start, stop=stop, quotes=(), dates=(), tagged=(), before=None)
    if _TEXT.search(view.masked, start, stop) is None:
        return None
    media = [
        medium
        for item in items_of(before)
        if item.actor is not None
        and _OWNED.search(item.text) is None
        and (medium := as_medium(before, item, sure=True) or _network(before, item)) is not None
    ]
    names = {medium.name.lower() for medium in media}
    return media[0] if len(names) == 1 else None


def _network(view: View, item: Item) -> Actor | None:
    actor = item.actor
    if actor is None or actor.name not in (*w.NETWORKS, *w.NETWORKS_TOO):
        return None
    lead = view.masked[max(view.start, item.start - 14) : item.start]
    return replace(actor, kind=ActorKind.MEDIUM, attribution=Attribution.NAMED) if _WHERE.search(lead) else None


def _in(voice: Voice, medium: Actor, voices: Sequence[Voice]) -> Voice:
    if voice.attitude or not voice.contents or voice.relays or any(_holds(other, voice) for other in voices):
        return voice
    speaker = voice.speaker
    if speaker is None or speaker.name.lower() == medium.name.lower():
        return voice
    return replace(voice, relays=(medium,))

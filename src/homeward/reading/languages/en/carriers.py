"""Who carried words on, in English: "in a letter delivered by the embassy", "as the monk relayed it to Radio Tern".

In: the items of a sentence with its voices. Out: the voices with these carriers as relays, and what others are told to
have reported ("rejected a claim by the Post that ...") as voices of their own.
Leaves to others: media that quote, ask or publish (`ways`, `relays`), chains (`chain`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item
from homeward.reading.languages.en.contents import ENDING
from homeward.reading.languages.en.steps import plain_actor
from homeward.reading.languages.en.ways import as_medium, may_be_programme
from homeward.reading.languages.language import Actor, ActorKind, Place, View, Voice
from homeward.records import Attribution, Manner

_UTTERANCE = (
    r"(?:letter|message|post|statement|remark|comment|word|interview|note|cassette|e-?mail|text|video|recording|audio|tape|speech|address|"
    r"article|report|memo|document|transcript|communiqu[eé]|conversation|call|voicemail|clip|appeal|reply|answer|response|telegram|"
    r"broadcast|bulletin|programme|transmission|dispatch|interview|greeting|sermon|homily|exchange|talk|testimony|poem|affidavit|deposition|petition|memoir|excerpt|extract|leaflet|list|sheet|offer|warning|promise|demand|announcement|briefing|minutes|"
    r"screenshot|cable|wire|voice note|advertisement|dispatch|log|poster|circular|paper|film|footage|diary|account|record|thread|column|chat)s?"
)
_CARRIED = (  # what is done to words by whoever is not their author
    r"(?:read(?: out| aloud)?|delivered|carried|reposted|re-posted|relayed|taped|filmed|recorded|monitored|translated|transcribed|"
    r"intercepted|smuggled(?: out)?|brought(?: back| out)?|forwarded|passed(?: on| along| down)?|handed(?: on| over)?|conveyed|"
    r"transmitted|aired|broadcast|rebroadcast|shared|republished|published|printed|reprinted|quoted|cited|reported|circulated|"
    r"distributed|disseminated|filed|lodged|submitted|tabled|witnessed|certified|notarised|notarized|read into the record|obtained|seen|heard|reviewed|viewed|overheard|noted down|taken down|interpreted|mediated|repeated|"
    r"reproduced|picked up|taken up|captured|leaked|verified|screened|played|run|hosted|put out|dropped off|couriered)"
)
_AUTHOR = (  # what the author of a text does, or whoever it is about
    r"(?:written|signed|authored|issued|made|sent|given|drafted|composed|dictated|penned|spoken|addressed|held|used|"
    r"followed|caused|prompted|wanted|needed|owned|named|called|called for|asked|demanded|required|sought|rejected|denied|"
    r"dismissed|confirmed|contradicted|criticised|criticized|described|welcomed|promised|agreed|approved|accepted|ignored|"
    r"mentioned|accompanied|joined|faced|prepared|accused|said)"
)
_DONE = (  # whatever else is done to it
    rf"(?!{_AUTHOR}\b)[a-z]+(?:ed|en|wn|ght|ept|old)"
    r"(?: (?:out|on|up|down|aloud|in|over|back|round|around|away|live|to [\w’]+(?: [\w’]+)?))?"
)
_ASKED = r"(?:pressed|challenged|confronted|quizzed|grilled|pushed|told (?:of|about) (?:this|that|it|the \w+)|interviewed|consulted|asked|questioned|approached|reached|contacted|polled|canvassed|phoned|telephoned|tracked down|sounded out|visited|met|heard|filmed|recorded|quoted|cited)"
_BY = r"(?: (?:in|on|late on|early on|over|earlier|live|later|first|also|only|exclusively|yesterday|today)(?: [\w’'-]+){0,3})? by (?:the |an? |its |his |her |their )?$"
_CARRIED_BY = re.compile(
    rf"\b{_UTTERANCE}(?: (?:by|of|to|from|on|at|in|with|about) [^,;:.“”\"]{{1,40}}?)?,?(?: (?:which|that))?(?: (?:was|were|had been|has been|is|being))?(?: \w+ly| later| first| also| then)?,? "
    rf"(?:{_CARRIED}|{_DONE}){_BY}",
    re.IGNORECASE,
)
_SENT_BY = re.compile(  # "in a screenshot, sent to us by a resident"
    rf"\b{_UTTERANCE}(?: (?:of|to|from|on|at|in|with|about) [^,;:.“”\"]{{1,60}}?)?,? (?:(?:which|that) (?:was|were) )?(?:\w+ly )?"
    rf"(?:sent|shown|given|forwarded|passed|leaked|handed|brought|played|read|mailed|e-mailed|supplied|provided|made available)(?: on| over| out)? "
    rf"to (?:us|me|this \w+|our \w+){_BY}",
    re.IGNORECASE,
)
_ASKED_BY = re.compile(rf"(?:^|[\w,] ){_ASKED}{_BY}", re.IGNORECASE)
_AS_CARRIED = re.compile(
    rf",? \bas (?:\w+ly |later |also |first )?(?:{_CARRIED}|recounted|retold|told|remembered|recalled|related|rendered|"
    rf"recollected|paraphrased|summarised|summarized|given){_BY}",
    re.IGNORECASE,
)
_PASSED = (
    r"(?:relay(?:ed|s)|told|tells|put|puts|passed|passes|report(?:ed|s)|convey(?:ed|s)|recount(?:ed|s)|had|has|quot(?:ed|es)|render(?:ed|s)|"
    r"translat(?:ed|es)|repeat(?:ed|s)|gave|gives|recall(?:ed|s)|remember(?:ed|s)|understood|understands|heard|hears|related|relates|retold|retells|brought|read|transmit(?:ted|s)|paraphras(?:ed|es)|summ(?:ed|s) (?:it|them) up)"
)
_THEM = r"(?:it|them|this|that|him|her|(?:his|her|the|their|its|these|those) (?:words?|message|answer|reply|account|remarks?|statement))"
_AS_TOLD = re.compile(
    rf" (?:has |had |later |then )?(?:{_PASSED} {_THEM}(?: on| out| back| along)?(?P<to> to (?:the |an? )?| on (?:the )?)?|"
    rf"(?:passed on|told|recounted|related|reported|relayed|conveyed|retold|repeated|explained)(?P<on> (?:to )?(?:the |an? )?)"
    rf"(?=[A-Z]|(?:\w+ )?(?:agency|radio|station|paper|daily|weekly|channel|newspaper)\b))"
)
# "..., a diplomat said, as the daily | Azat Tarn relayed."
_AS_IT = re.compile(
    r" (?:has |had |have |now |also |later |then |first |since )*(?:relay(?:ed|s)|report(?:ed|s)|quot(?:ed|es) (?:him|her|them)|passe[ds] (?:it )?on|pass on|"
    r"put it out|tells it|told it|tell it|has it|transmit(?:ted|s)|repeat(?:ed|s)|recount(?:ed|s)|carrie[ds]|publishe[ds]|renders?|rendered|writes|wrote)"
    r"(?=[.,;:—–]| and\b|$)"
)
_AS_REPORTED = re.compile(r", as .*\b(?:report(?:ed|s)|wrote|writes|has it|published?)$")
_COMMA_AS = re.compile(r", as (?:the |an? |his |her |its |their )?(?:same )?$")
_GOT_HIM = re.compile(  # "when TV-9 | got him on the line"
    r" (?:has |had |finally |at last )*(?:got|reached|found|asked|called|rang|phoned|telephoned|visited|met|tracked|caught|contacted|"
    r"spoke|talked|cornered|approached|pressed|interviewed)(?: down| up| hold of| through| with| to| at| on)* (?:him|her|them|his|their)\b"
)
_WHEN = re.compile(r"\b(?:when|once|after|as|before) (?:the )?$", re.IGNORECASE)
_PUBLIC = re.compile(
    r"\b(?:viewers|listeners|readers|followers|subscribers|audiences?) (?:of|to|on|in|at) (?:the )?$", re.IGNORECASE
)
_LIVE = re.compile(
    r"\b(?:live(?:,| again)? (?:on|over|via)|(?:before|into) (?:the|a|its) (?:microphones?|cameras?|lens) of) (?:the )?$",
    re.IGNORECASE,
)
_READ_OUT = re.compile(  # "The bishop | read out a letter in which", "brought a message from"
    rf" (?:has |had |later |then |also )*(?:read (?:out|aloud)|brought(?: back| out)?|carried(?: back| out)?|showed (?:us|me)|produced|"
    rf"delivered|passed on|handed on|translated|dictated|recited|smuggled out|presented) (?:an?|the|his|her|their|its|two|another) (?:[\w’'-]+ ){{0,2}}?"
    rf"{_UTTERANCE} (?:in which|where|wherein|whose|from|by|of) "
)
_LEADS_AS = re.compile(
    r"\b(?:as|the way|in the form (?:that|in which)|just as|or so) (?:the |an? |his |her |its |their )?$",
    re.IGNORECASE,
)
_THROUGH = re.compile(
    r"\b(?:through|via|by way of|with the help of|in care of|by the hand of|thanks to|per|courtesy of) (?:the |an? |its |his |her |their )?$",
    re.IGNORECASE,
)
_PIECE_OF = re.compile(
    r"\b(?:dispatch|despatch|report|story|item|piece|article|interview|account|bulletin|broadcast|programme|program|feature|flash) "
    r"(?:from|by|of|in|on|with) (?:the |an? )?$",
    re.IGNORECASE,
)
_IN_WHICH = re.compile(r",? (?:in which|where|according to which|that has|which has|that quotes|which quotes)\b")
_KIND_OF_PAGE = re.compile(
    r"(?<= )(?:(?:[\w-]+ )?(?:page|account|feed|forum|platform|app|site|mailing list) )$", re.IGNORECASE
)
_GATE = re.compile(
    r"\b(?:on|in|by|as|through|via|per|courtesy|thanks|with the help|in care|when|once|after|viewers|listeners|readers|followers|read|before|into|"
    r"brought|carried|showed|produced|delivered|passed|handed|translated)\b",
    re.IGNORECASE,
)
_NEAR = 220  # characters between a cue and the words that tell who carried what it leads to


def follow_carriers(view: View, items: list[Item], voices: Sequence[Voice]) -> list[Voice]:
    """The voices with the carriers that the sentence tells of besides those that they have."""
    found = list(voices)
    if found and _GATE.search(view.masked, view.start, view.stop):
        for actors, place in _carriers(view, items):
            found = _with(view, items, found, actors, place)
    return _reported_by(view, items, found)


def _carriers(view: View, items: list[Item]) -> Iterator[tuple[tuple[Actor, ...], Place]]:
    """Who carried the words, and where that is told."""
    text = view.masked
    for k, item in enumerate(items):
        actor = item.actor
        if actor is None and (plain := plain_actor(view, items, k)) is not None:
            yield from _plain_carrier(view, item, plain)
        if actor is None or actor.kind is ActorKind.PRONOUN:
            continue
        start = max(view.start, item.start - 140)
        before = text[start : item.start]
        if (led := _KIND_OF_PAGE.search(before)) is not None:  # "shared by the page | Free Tarn"
            before = before[: led.start()]
            actor = replace(actor, kind=ActorKind.MEDIUM) if actor.kind is ActorKind.OTHER else actor
        if before.endswith(
            (" by ", " by the ", " by a ", " by an ", " by its ", " by his ", " by her ", " by their ")
        ):
            match = _CARRIED_BY.search(before) or _AS_CARRIED.search(before) or _SENT_BY.search(before)
            asked = _ASKED_BY.search(before) if match is None and as_medium(view, item) is not None else None
            if (led := match or asked) is not None:
                yield (as_medium(view, item) or actor,), (start + led.start(), item.stop)
        elif _PIECE_OF.search(before) and _IN_WHICH.match(text, item.stop, view.stop):
            if (medium := as_medium(view, item)) is not None:
                yield (medium,), (item.start, item.stop)
        elif _LEADS_AS.search(before) and (told := _AS_TOLD.match(text, item.stop, view.stop)) is not None:
            onward = _told_on(view, items, k, told)
            end = onward.place[1] if onward is not None else told.end()
            led = _LEADS_AS.search(before)
            begin = start + led.start() if led is not None else item.start
            yield ((as_medium(view, item) or actor), *((onward,) if onward is not None else ())), (begin, end)
        elif (led := _COMMA_AS.search(before)) and (told := _AS_IT.match(text, item.stop, view.stop)) is not None:
            yield (as_medium(view, item) or actor,), (start + led.start(), told.end())
        elif _WHEN.search(before) and _GOT_HIM.match(text, item.stop, view.stop):
            if (medium := as_medium(view, item)) is not None:
                yield (medium,), (item.start - 4, item.stop)
        elif (_PUBLIC.search(before) or _LIVE.search(before)) and item.text[:1].isupper():
            yield (replace(actor, kind=ActorKind.MEDIUM),), (item.start, item.stop)
        elif text[item.stop : item.stop + 1] == ":" and before.endswith(", on ") and may_be_programme(actor):
            yield (replace(actor, kind=ActorKind.MEDIUM),), (item.start - 3, item.stop)
        elif _READ_OUT.match(text, item.stop, view.stop):
            yield (actor,), (item.start, item.stop)
        elif _is_place_of_words(items, k) and (medium := as_medium(view, item, sure=True)) is not None:
            yield (medium,), (items[k - 1].start, item.stop)
        elif _THROUGH.search(before) and _ends_there(items, k):
            fits = actor.kind in (ActorKind.BODY, ActorKind.MEDIUM, ActorKind.ROLE, ActorKind.PERSON)
            per = before.rstrip().lower().endswith((" per", "per the")) and as_medium(view, item) is None
            if fits and not per and actor.head not in _NO_CARRIERS:
                yield (as_medium(view, item) or actor,), (item.start - 8, item.stop)


def _plain_carrier(view: View, item: Item, actor: Actor) -> Iterator[tuple[tuple[Actor, ...], Place]]:
    """Who carried words that is named by a noun that no table knows: "in a note smuggled out by a laundress"."""
    start = max(view.start, item.start - 140)
    before, stop = view.masked[start : item.start] + item.low + " ", actor.place[1]
    match = _CARRIED_BY.search(before) or _AS_CARRIED.search(before) or _SENT_BY.search(before)
    if match is not None:
        yield (actor,), (start + match.start(), stop)
    elif _READ_OUT.match(view.masked, stop, view.stop):
        yield (actor,), (item.start, stop)


def _is_place_of_words(items: list[Item], at: int) -> bool:
    """Whether a medium is where somebody speaks: "On Radio Tern the envoy denied", "The envoy, in Tuesday's Herald, calls"."""
    lead = at - 1
    if lead > 0 and items[lead].kind == "date":
        lead -= 1
    if lead < 0 or items[lead].low not in ("on", "in") or at + 1 >= len(items):
        return False
    after = items[at + 1]
    if lead == 0:
        return after.text == "," or after.actor is not None
    return items[lead - 1].text == "," and after.text in (",", ":")


_NO_CARRIERS = frozenset(
    w.split(
        "interpreter interpreters translator translators statement post letter message report communiqué channel page interview video "
        "recording note account efforts efforts' broadcast loudspeaker"
    )
)


def _told_on(view: View, items: list[Item], at: int, told: re.Match[str]) -> Actor | None:
    """To which medium the carrier at an item told it: "as the trader passed on | to Agence Dunes"."""
    if not _has_behind(items, at, told):
        return None
    item = items[at + 1 + _between(items, at, told.end())]
    medium = as_medium(view, item)
    actor = item.actor
    if medium is not None or actor is None or actor.attribution is not Attribution.NAMED:
        return medium
    return actor if actor.kind in (ActorKind.OTHER, ActorKind.PERSON, ActorKind.BODY) else None


def _between(items: list[Item], at: int, stop: int) -> int:
    return sum(1 for item in items[at + 1 :] if item.stop <= stop and item.start < stop)


def _has_behind(items: list[Item], at: int, told: re.Match[str]) -> bool:
    behind = at + 1 + _between(items, at, told.end())
    return bool(told["to"] or told["on"]) and behind < len(items) and items[behind].actor is not None


def _ends_there(items: list[Item], at: int) -> bool:
    """Whether behind a carrier the words themselves follow, or the clause is over."""
    if at + 1 >= len(items):
        return True
    after = items[at + 1]
    if at == 1 and after.actor is not None and items[at - 1].low in ("through", "via"):
        return True  # "Through a herdsman the brigade let it be known"
    return after.low == "that" or after.text in (":", ",", ".", ";") or after.quote is not None


def _with(
    view: View, items: list[Item], voices: Sequence[Voice], actors: tuple[Actor, ...], place: Place
) -> list[Voice]:
    """The voices, the nearest that may be meant with the carriers."""
    voices = [_without(v, place) for v in voices]
    own = [
        v
        for v in voices
        if not (place[0] <= v.cue[0] < place[1] and v.speaker is not None and _is(v.speaker, actors[0]))
    ]
    reported = _AS_REPORTED.match(view.masked, place[0], place[1]) is not None  # which others deny
    if reported and any(v.manner is Manner.DENIED for v in own):
        return own
    fit = [v for v in own if _may_be_carried(v, actors, place)]
    if not fit:
        return list(voices)
    nearest = min(fit, key=lambda v: min(abs(v.cue[0] - place[1]), abs(place[0] - v.cue[1])))
    known = [nearest.speaker, nearest.cited, *nearest.relays]
    more = tuple(a for a in actors if not any(k is not None and _is(k, a) for k in known))
    if not more:
        return own if len(own) < len(voices) else list(voices)
    carried = _cut(view, items, nearest, place)
    citing = nearest.speaker if nearest.cited is not None else None
    if citing is not None and citing.place[1] <= place[0] and place[1] <= nearest.cue[0]:
        # "The radio, in a bulletin relayed by the agency, quoted Rasil as saying": the agency had it from the radio
        carried = replace(carried, relays=(*nearest.relays, citing, *more[:-1]), speaker=more[-1])
    else:
        carried = replace(carried, relays=_in_order(view, nearest.relays, more))
    return [carried if v is nearest else v for v in own]


def _in_order(view: View, relays: tuple[Actor, ...], more: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Relays and carriers in the order of the words: "smuggled out by a cook and published by the Herald"."""
    if len(relays) == 1 and more and more[-1].place[1] < relays[0].place[0]:
        between = view.masked[more[-1].place[1] : relays[0].place[0]]
        if _AND_THEN_BY.fullmatch(between):
            return (*more, *relays)
    return (*relays, *more)


_AND_THEN_BY = re.compile(r",? and (?:then |later )?[a-z]+(?:ed|t|n|st) (?:by|in|on) (?:the |an? )?")


def _without(voice: Voice, place: Place) -> Voice:
    """A voice without a piece of content that is no more than who carried it: "..., | as the daily Azat Tarn relayed"."""
    left = tuple((a, b) for a, b in voice.contents if not (place[0] <= a and b <= place[1] + 1))
    return replace(voice, contents=left) if left and len(left) < len(voice.contents) else voice


def _is(one: Actor, other: Actor) -> bool:
    return one.place[0] == other.place[0] or one.name.lower() == other.name.lower()


def _may_be_carried(voice: Voice, actors: Sequence[Actor], place: Place) -> bool:
    speaker = voice.speaker
    if voice.attitude or speaker is None or not voice.contents or any(_is(speaker, a) for a in actors):
        return False
    author = (
        speaker.place[1] <= actors[0].place[0] and voice.cue[0] >= place[1]
    )  # "a letter of his, passed on by her"
    if (place[0] <= speaker.place[0] < place[1] and not author) or min(
        abs(voice.cue[0] - place[1]), abs(place[0] - voice.cue[1])
    ) > _NEAR:
        return False
    inside = [(a, b) for a, b in voice.contents if a < place[1] <= b]
    return not inside or (not voice.direct and voice.cue[1] <= inside[0][0] and place[0] - inside[0][0] < 40)


def _cut(view: View, items: list[Item], voice: Voice, place: Place) -> Voice:
    """A voice whose content does not begin with who carried it: "said in a letter brought by the envoy that | they live"."""
    for number, (start, stop) in enumerate(voice.contents):
        if not start < place[1] <= stop:
            continue
        that = next((i for i in items if i.start >= place[1]), None)
        if that is None or that.low != "that" or that.stop + 1 >= stop:
            return voice
        contents = (*voice.contents[:number], (that.stop + 1, stop), *voice.contents[number + 1 :])
        return replace(voice, contents=contents, region=(that.stop + 1, voice.region[1]))
    return voice


# --- what others are told to have reported --------------------------------------------------------------------------

_CLAIM = re.compile(
    r"\b(?:reports?|claims?|rumou?rs?|allegations?|versions?|stor(?:y|ies)|suggestions?|assertions?|accusations?|accounts?|insinuations?|"
    r"assurances?|speculation|tales?|hints?|charges?|information|tidings)(?:,? (?:spread|made|aired|published|carried|broadcast|put (?:about|out)|circulated|printed|"
    r"given|floated|launched|disseminated|repeated|posted|issued)(?: (?:on|last|late on|yesterday|today)(?: \w+day)?)?)? (?:by|from|in|on) (?:the |an? )?$",
    re.IGNORECASE,
)
_SAYING_WHAT = re.compile(
    r",? (?:(?:on|in|of|from|late on) [\w ]{2,20}? )?(?:that|to the effect that|(?:according to|in accordance with|in) which|claiming that|alleging that|saying that|whereby) "
)


def _reported_by(view: View, items: list[Item], voices: Sequence[Voice]) -> list[Voice]:
    """The voices with that of whoever reported what somebody answers: "denied a report by the Post that ..."."""
    found = list(voices)
    for item in items:
        actor = item.actor
        if actor is None or actor.kind is ActorKind.PRONOUN or item.start - view.start < 12:
            continue
        before = view.masked[max(view.start, item.start - 70) : item.start]
        claim = _CLAIM.search(before)
        said = _SAYING_WHAT.match(view.masked, item.stop, view.stop) if claim is not None else None
        if claim is None or said is None or not _is_noun(before[: claim.start()]):
            continue
        around = [v for v in voices if v.region[0] <= item.start < v.region[1] and v.cue[1] <= item.start]
        if not around and not any(i.low in w.SAYING or i.low in _ANSWERING for i in items if i.start < item.start):
            continue
        last = next((i for i in reversed(items) if i.text not in ENDING), items[-1])
        place = (said.end(), last.stop)
        if place[1] - place[0] < 8 or any(q.start < place[0] for q in view.quotes if q.stop > place[0]):
            continue
        speaker = as_medium(view, item) or actor
        start = max(view.start, item.start - 70) + claim.start()
        cue = (start, start + len(claim.group().split()[0]))
        found = [v for v in found if not (v.contents and abs(v.contents[0][0] - place[0]) < 3)]
        found.append(Voice(cue, Manner.SAID, speaker, place, contents=(place,), rule="reported-by"))
    return found


def _is_noun(before: str) -> bool:
    """Whether a word for a report is no verb, by the word before it: "denied | reports", but "the agency | reports"."""
    words = before.lower().split()
    last = words[-1] if words else ""
    return (
        last in w.SAYING
        or last in w.PLAIN_SAYING
        or last in w.DETERMINERS
        or last in w.PREPOSITIONS
        or (last.isalpha() and words[-2:-1] in _ARTICLES)
    )


_ARTICLES = (["a"], ["an"], ["the"], ["these"], ["those"], ["all"])
_ANSWERING = frozenset(w.split("about on over against commented reacted responded queried asked"))

"""Through whom words came, told in a sentence of its own: "He was speaking to Radio Marsh.", "X first reported it."

In: a sentence in which nothing is said. Out: a `Voice` without contents, for the statement before or the next one.
Leaves to others: finding that statement (`homeward.reading.statements`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item
from homeward.reading.languages.en.sources import describe
from homeward.reading.languages.en.ways import as_medium
from homeward.reading.languages.language import Actor, ActorKind, View, Voice
from homeward.records import Attribution, Manner

TOLD_LATER, LED_THROUGH = "told-later", "led-through"  # of the statement before; of what the speaker says next
BEGINS_PASSAGE = "begins-passage"  # of the paragraphs that follow

_NOUN = (
    r"(?:(?:remark|comment|word|statement|interview|letter|message|communiqu[eé]|account|claim|story|report|announcement|quote|quotation|"
    r"conversation|exchange|video|recording|call|text|post|sentence|line|phrase|clip|tape|transcript|thread|denial|promise|warning|"
    r"appeal|answer|version|note|speech|address|broadcast|bulletin|dispatch|despatch|sermon|photograph|picture|screenshot|excerpt|extract|"
    r"passage|summary|translation|article|column|e-?mail|voice note|affidavit|cable|leaflet|notice|pledge|threat|offer|confession)s?|"
    r"news|footage|testimony|minutes|reply|replies|stories|tidings|information|audio|film|diary|memoirs)"
)
_HOW = r"(?:,? (?!(?:of|about|that|and|for|from|by|the|an?|which|who)\b)[\w’'-]+){0,5}?,?"  # what may stand beside a verb
_DAY = r"(?:(?:on|late on|early on|last|this) [\w ]{2,20} )?"
_CARRIED = (
    r"(?:carried|published|broadcast|aired|reported|relayed|quoted|printed|released|posted|distributed|circulated|"
    r"picked up|taken up|reprinted|rebroadcast|repeated|echoed|translated|cited|first reported|first published|first carried|transmitted|run|made|given|shown|seen by|obtained|issued|repeated|spoken|shared|recorded|heard|taken|filmed|taped|read out|put out)"
)
# "He was speaking to", "She made the comments in an interview with", "That is what he told"
_SPOKE = re.compile(
    rf"(?P<who>[^,;:“”\"]{{1,80}}?) (?:(?:was|were|had been|is) (?:also )?(?:speaking|talking|being interviewed|interviewed|"
    rf"quoted|on the air|live)|(?:was|were|is) (?=on )|(?:made|gave|offered) (?:the|his|her|its|their|these|those) (?:\w+ )?{_NOUN}|spoke|was speaking)"
    rf"(?: \w+day)?(?: {_DAY.strip()})?(?:,)? ?(?:by telephone |by phone |exclusively )?"
    rf"(?:(?:in|during) (?:an?|his|her) (?:[\w-]+ ){{0,2}}(?:interview|call|conversation|broadcast|programme) )?"
    rf"(?:to|with|on|by) $",
    re.IGNORECASE,
)
_WHAT = re.compile(
    r"(?:that|this) (?:is|was)(?:, at least,)? (?:what|how) (?P<who>he|she|they|it|[^,;:]{2,50}) (?:told|put it to|"
    r"had told) $",
    re.IGNORECASE,
)
# "The remarks were carried by", "Its statement appeared on", "The interview was published on Monday in"
_PASSIVE = re.compile(
    rf"(?:the|his|her|its|their|these|those|both|all) (?:[\w’'-]+ ){{0,3}}?{_NOUN}"
    rf"(?: (?:with|by|of|from|to) [^,;:]{{2,60}})?,? (?:(?:is|are|was|were|had been|has been|have been) (?:\w+ly |also |first |"
    rf"then |later )?{_CARRIED}|(?:first )?(?:appeared|aired|came|comes|ran|went out|reached (?:us|this (?:paper|agency|desk)))|"
    rf"(?:is|are|was|were) on the air)"
    rf"(?: \w+)?(?: (?:on|late on|early on|in) [\w ]{{2,20}}?)?{_HOW} (?:by|on|in|through|via|to|from|by way of) $",
    re.IGNORECASE,
)
# "All this according to", "So at least", "This was reported by", "The quote is (the Herald's)"
_ALL_THIS = re.compile(
    rf"(?:(?:all (?:of )?)?(?:this|that|it)(?: all)?|so(?: much)?|thus|as much)(?:,? at least,?)?(?:,? (?:is|was|comes|came|has been|had been))?"
    rf"(?: (?:all|at least|first|also|later))*,? (?:according to|(?:{_CARRIED} )?(?:from|by)|{_CARRIED} (?:in|on)|per|courtesy of) $|"
    rf"(?:so|thus)(?:,? at least,?)? $|"
    rf"(?:the|his|her|their|these|those) (?:[\w’'-]+ )?{_NOUN} (?:is|are|was|were) $",
    re.IGNORECASE,
)
_WAS_TOLD = re.compile(
    r" (?:was|were|had been|has been) (?:also |first )?(?:told|informed|assured) (?:so|this|as much|of this)\b"
)
# "We have the words from", "The paper has them by way of"
_OURS = re.compile(
    rf"(?:we|i|this (?:paper|agency|desk)) (?:have|had|has|got|took|take|know|owe) (?:it|this|that|them|these|the \w+|"
    rf"(?:his|her|its|their|this|these|those) (?:\w+ )?{_NOUN}){_HOW} (?:from|through|by way of|via|to) $",
    re.IGNORECASE,
)
# "X first reported the news", "X broadcast her remarks", "X was the first to report it"
_ACTIVE = re.compile(
    rf"(?:,? (?:which|that))? (?:(?:was|were) (?:the )?first (?:to )?(?:report|carry|publish|broadcast|air|relay)|(?:had |has )?"
    rf"(?:first |also |then |later )?(?:reported|carried|published|broadcast|aired|relayed|printed|released|ran|recorded|distributed|"
    rf"posted|quoted|picked up|took up|reprinted|rebroadcast|repeated|echoed|translated|cited|shared|broke|filmed|taped|took over|lifted|copied)"
    rf"(?: first)?)(?: (?:the|his|her|its|their|this|these|both) (?:[\w’'-]+ ){{0,2}}?{_NOUN}| (?:it|this|him|her|them)\b)|"
    r",? (?:had|has|got|holds|keeps) the (?:interview|recording|story|tape|footage|clip|transcript|video|film|news)\b",
    re.IGNORECASE,
)
# "She passed this on to the Manila office", "The priest brought the words out of the camp"
_PASSED = re.compile(
    rf",? (?:who |has |had |later |then |also |himself |herself )*(?:passed|handed|sent|relayed|conveyed|forwarded|brought|carried|took|delivered|transmitted|read|repeated|translated|dictated|reported) "
    rf"(?:it|this|that|them|these|(?:the|his|her|its|their|this|these) (?:[\w’'-]+ ){{0,2}}?{_NOUN})\b(?: (?:on|out|back|along|aloud|up|down)\b| to\b| over\b)",
    re.IGNORECASE,
)
# "Its source was a policeman", "The agency's sources are two officials"
_SOURCE = re.compile(
    r"(?:Its|Their|The (?:agency|paper|newspaper|radio|station|channel|site|website|daily)['’]s) (?:only )?sources? (?:was|were|is|are) |"
    r"(?:It|They) (?:had|has|have|says it had|says it has) (?:(?:earlier |first |also |since )?(?:spoken|talked) (?:to|with)|it from|this from|"
    r"the (?:story|news|words?) from) (?:the |an? )?"
)
# "Ruhl spoke to Radio Marsh", "gave an interview to", and the medium first: "Radio Marsh interviewed Ruhl"
_GAVE = re.compile(
    rf" (?:[\w’'-]+ )?(?:(?:has |have |had |is |was |were )?(?:also |only |again |now |themselves |himself |herself |itself )*"
    rf"(?:spoke|spoken|talked|speaks|talks|speaking|talking|appeared|appears|interviewed|sat down|took questions|answered questions|"
    rf"phoned|telephoned|called|rang|went(?= on )|took to the air|took to the airwaves|turned up|(?:phoned|called|rang) in)|was heard|is heard|(?:was|is|were|came as) (?:an?|the) guests?|sat for an interview|wrote an? (?:letter|article|op-ed|column|essay)|"
    rf"(?:gave|gives|granted|grants|has given) (?:an?|a rare|a long|two|his|her|its|their) (?:[\w-]+ )?(?:interviews?|statement|call|account|version)|"
    rf"(?:sent|sends) an? (?:[\w-]+ )?(?:statement|letter|message|note|video|recording)|(?:issued|released) a statement)"
    rf"{_HOW}(?: (?:to|with|on|by|through|via|of|in|from)(?: (?:the|its|an?) (?:programme|program|show|podcast|station|studio|pages) (?:of )?)?)? $"
)
_TOOK = re.compile(
    rf" (?:has |had )?(?:also |then |now |again |meanwhile )?(?:(?:interviewed|interviews|spoke|speaks|spoken|reached|reaches|contacted|contacts|met|meets|"
    rf"talked|talks|visited|visits|heard|hears|called|calls|rang|phoned|phones|telephoned|found|finds|asked|asks|tracked down|"
    rf"tracks down|caught up|quotes|profiled|profiles|questioned|introduces|features|featured|got through|listened|listens)"
    rf"{_HOW}(?: (?:to|with|on|from))?|"
    rf"(?:read out|reads out|read aloud|read|reads|quoted from|quotes from|carried|published|aired|broadcast|ran|obtained|received|printed|carries|publishes|airs|broadcasts|runs|prints|has|had|features|"
    rf"featured|leads with|opens with|offers|brings|shows|showed|has seen|saw|is printing|is running){_HOW} (?:an?|the|its|parts of the|extracts from the|two) "
    rf"(?:[\w-]+ ){{0,2}}(?:(?:interview|conversation|talk|chat|call|meeting) with|(?:portrait|profile) of|"
    rf"(?:statement|letter|message|diary|letters|note|notes|account|testimony|essay|column|memoirs?|cable|article|words) (?:by|of|from)|remarks (?:by|of)|comments (?:by|of)|"
    rf"report (?:by|of)|(?:recording|video|film|tape|clip) (?:of|with|from)))(?: by telephone)? $"
)
# "Ruth Mirell's diary, which the Herald is printing, goes on"
_WHOSE = re.compile(
    r"(?:['’]s?)? (?:\w+ )?(?:diary|letters?|memoirs?|notes|account|testimony|column|recordings?|statement|article|interview|story|film|video),? (?:which|that|as) (?:the )?$"
)
_PRINTS = re.compile(
    r" (?:is |has |had |was |also |now |first )*(?:print|publish|obtain|air|broadcast|run|carri?|show|serialis|serializ|post|put)\w*\b"
)
_UNSAID = re.compile(
    r"\b(?:not|never|no|will|would|may|might|could|if|refused|declined|hopes?|wants?)\b|n['’]t\b", re.I
)
_FAR = 240  # characters within which such a sentence names its medium
_PRONOUN = {"he", "she", "they", "it"}


def told_apart(view: View, items: list[Item], voices: Sequence[Voice]) -> list[Voice]:
    """The relay that a sentence without words of its own tells of, if it does."""
    text = view.masked
    start = items[0].start if items else view.start
    if (begun := _passage(view, items)) is not None:
        return [*voices, begun]
    if view.quotes or any(not v.attitude and _is_real(view, v) for v in voices):
        return list(voices)
    if _UNSAID.search(text, start, min(view.stop, start + 160)):
        return list(voices)
    source = _SOURCE.match(text, start, view.stop)
    for item in items:
        actor = item.actor
        if actor is None:
            continue
        if source is not None and item.start >= source.end() - 4 and actor.kind is not ActorKind.PRONOUN:
            place = (start, source.end())
            it = Actor((start, start + 3), "its", ActorKind.PRONOUN, Attribution.UNNAMED, "it")
            return [*voices, Voice(place, Manner.SAID, it, place, cited=actor, rule="cites")]
        if item.start - start > _FAR:
            break
        before, after = text[start : item.start], text[item.stop : min(view.stop, item.stop + _FAR)]
        before = re.sub(
            r"\s+(?:the|a|an)\s+(?:(?:page|account|feed|forum|platform|app|site) )?$", " ", " " + before
        ).lstrip()
        actor = _made_by(view, item, actor)
        through = actor if _carries(actor) else None
        spoken = _SPOKE.match(before) or _WHAT.match(before)
        if through and spoken and (who := _who(items, spoken["who"], item)) is not None:
            if (
                who.kind is ActorKind.PRONOUN
                or " speaking" in before
                or not before.endswith(("spoke to ", "spoke with "))
            ):
                return [*voices, _voice(item, who, through, TOLD_LATER)]
        carrier = (
            actor
            if through is None and _by_hand(before) and _speaks(actor) and actor.kind is not ActorKind.PRONOUN
            else None
        )
        through = through or carrier
        if through and before.endswith(" in ") and through.kind is not ActorKind.MEDIUM:
            continue  # "The statement was read out in Tarn"
        if through and _ALL_THIS.match(before):
            kept = [v for v in voices if v.attitude]
            return [*kept, _voice(item, None, through, TOLD_LATER)]
        if through and not before.strip(" ,") and _WAS_TOLD.match(after):
            return [*voices, _voice(item, None, through, TOLD_LATER)]
        if through and (_PASSIVE.match(before) or _OURS.match(before)):
            return [*voices, _voice(item, None, through, TOLD_LATER)]
        passed = _PASSED.match(after) if not before.strip(" ,") and _speaks(actor) else None
        if passed and actor.head not in ("we", "i") and not _to_kin(after[passed.end() - 3 :]):
            return [*voices, _voice(item, None, actor, TOLD_LATER)]
        if not before.strip(" ,") and _carries(actor, named=True) and _ACTIVE.match(after):
            kept = [v for v in voices if v.attitude]
            return [*kept, _voice(item, None, actor, TOLD_LATER)]
    return _leads(view, items, voices, start)


def _to_kin(words: str) -> bool:
    """Whether words went on to a relative only: "repeated it to his sister"."""
    kin = _TO_HIS.match(words)
    return kin is not None and kin["who"].lower() in w.KIN_HEADS


_TO_HIS = re.compile(r"\W*to (?:his|her|their) (?P<who>[\w-]+)(?=[.,;]|\s*$)", re.IGNORECASE)
_FOLLOWS = re.compile(
    r"\b(?:the following|as follows|in full|full text|the text of|this (?:answer|statement|letter|message|account|reply)|verbatim|reads|read|runs|"
    r"ran|says|said|wrote|writes|stated|declared|answered|replied)\b[^“”\":]{0,120}:\s*$",
    re.IGNORECASE,
)
_UNQUOTED = re.compile(r"\s*\n\s*\n\s*(?![\s“\"„«‘'•*–—-])")


def _passage(view: View, items: list[Item]) -> Voice | None:
    """Read "A spokesman gave the following answer:", where the answer fills the next paragraphs without marks."""
    end = view.start + len(view.masked[view.start : view.stop].rstrip())
    if view.masked[end - 1 : end] != ":" or _UNQUOTED.match(view.text, end) is None:
        return None
    if _FOLLOWS.search(view.masked, view.start, end) is None:
        return None
    for item in items:
        actor = item.actor
        if actor is not None and _speaks(actor) and actor.kind is not ActorKind.PRONOUN:
            return _voice(item, actor, actor, BEGINS_PASSAGE)
    return None


def _leads(view: View, items: list[Item], voices: Sequence[Voice], start: int) -> list[Voice]:
    actors = [item for item in items if item.actor is not None]
    for one, other in pairwise(actors):
        if other.start - one.stop > _FAR:
            continue
        shown = _LED_IN.match(other.text)
        end = other.start + shown.end() if shown is not None else other.start
        between = re.sub(r"\s+(?:the|a|an)\s+$", " ", view.masked[one.stop : end])
        if one.actor is None or other.actor is None:
            continue
        if _GAVE.fullmatch(between) and other.actor.kind is ActorKind.MEDIUM and _speaks(one.actor):
            return [*voices, _voice(one, one.actor, other.actor, LED_THROUGH)]
        if _TOOK.fullmatch(between) and one.actor.kind is ActorKind.MEDIUM and _speaks(other.actor):
            return [*voices, _voice(one, other.actor, one.actor, LED_THROUGH)]
        staff = as_medium(view, other) if other.actor.kind is not ActorKind.MEDIUM else None
        if staff is not None and _RECEIVED.fullmatch(between) and _speaks(one.actor):
            return [*voices, _voice(one, one.actor, staff, LED_THROUGH)]
        if _is_read_out(view, one, other) and _speaks(other.actor) and one.actor.kind is not ActorKind.PRONOUN:
            return [*voices, _voice(one, other.actor, one.actor, LED_THROUGH)]
        if _WHOSE.fullmatch(between) and _carries(other.actor, named=True) and _speaks(one.actor):
            if _PRINTS.match(view.masked, other.stop, view.stop):
                return [*voices, _voice(one, one.actor, other.actor, LED_THROUGH)]
    return list(voices)


_RECEIVED = re.compile(
    r" (?:has |had |then |later |also |at last )*(?:received|receives|met|meets|admitted|invited|welcomed|saw|sees|sat down with|walked with|took questions from)(?: in)? $"
)


def _is_read_out(view: View, one: Item, other: Item) -> bool:
    """Whether somebody shows another's text: "A lawyer read | Petar Vasko's | letter to the court."."""
    if one.actor is None or one.actor.kind not in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.SOURCE):
        return False
    if one.actor.head in _ON_DUTY:
        return False
    read = _READS_OUT.fullmatch(view.masked, one.stop, other.start)
    if read is None:
        return False
    if read["text"] is not None:
        return True  # "read us a letter from | the ministry"
    if other.text.endswith(("'s", "’s", "s'", "s’")):
        return _ITS_NOUN.match(view.masked, other.stop, view.stop) is not None
    return _LED_IN.match(other.text) is not None


_ON_DUTY = frozenset(
    ["clerk", "announcer", "presenter", "newsreader", "anchor", "host", "usher", "registrar"]
)  # they read what they are handed
_READS_OUT = re.compile(
    r" (?:has |had |then |later |also |who |came |rose |stood |up |to |us |at |first |Mass |and )*(?:read|reads|read out|reads out|read aloud|played|plays|recited)(?: us| me| out| aloud| to us| from| parts of| a copy of)*"
    r"(?: an?| the)? ?(?P<text>(?:[\w-]+ ){0,2}(?:letter|message|note|statement|telegram|reply|answer|tape|recording|text) (?:of|from|by) )?"
)
_ITS_NOUN = re.compile(rf" (?:[\w-]+ ){{0,2}}?{_NOUN}\b", re.IGNORECASE)
_LED_IN = re.compile(
    rf"(?:an?|the|his|her|their|its) (?:[\w’'-]+ ){{0,3}}?{_NOUN} (?:by|from|of|with) (?:the )?", re.IGNORECASE
)


_ITS_TEXT = re.compile(
    r"^(?:the )?(?P<by>[A-Z].+)['’]s (?:[\w-]+ )?(?:transcript|website|site|page|recording|report|bulletin|programme|pages|account)$"
)


def _made_by(view: View, item: Item, actor: Actor) -> Actor:
    """Whose a transcript is: "taken from Radio Marsh's transcript"."""
    match = _ITS_TEXT.match(item.text)
    return (
        actor
        if match is None
        else describe(view.text, (item.start + match.start("by"), item.start + match.end("by")))
    )


def _by_hand(before: str) -> bool:
    return before.endswith(("through ", "by way of ", "via "))


def _is_real(view: View, voice: Voice) -> bool:
    """Whether something is said; "X first reported the news" tells only of a relay."""
    words = " ".join(view.text[slice(*place)] for place in voice.contents).strip()
    told = re.fullmatch(
        rf"(?:the|his|her|its|their|this|these) (?:[\w’'-]+ ){{0,2}}{_NOUN}(?: (?:on|last) .{{2,20}})?|(?:all )?(?:this|that)|so",
        words,
        re.I,
    )
    return bool(voice.contents) and told is None


def _carries(actor: Actor, named: bool = False) -> bool:
    if re.fullmatch(_NOUN, actor.head) or actor.head in ("leaflet", "poster", "pamphlet"):
        return False
    return actor.kind is ActorKind.MEDIUM or (
        actor.kind in (ActorKind.BODY, ActorKind.OTHER)
        and actor.attribution is Attribution.NAMED
        and (named or actor.kind is ActorKind.OTHER)
    )


def _speaks(actor: Actor) -> bool:
    return actor.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.BODY, ActorKind.SOURCE, ActorKind.PRONOUN)


def _who(items: list[Item], words: str, before: Item) -> Actor | None:
    low = words.lower().strip()
    for item in items:
        if item.start >= before.start:
            return None
        if item.actor is not None:
            return item.actor
        if item.low in _PRONOUN and low.split()[-1:] == [item.low]:
            place = (item.start, item.stop)
            return Actor(place, item.text, ActorKind.PRONOUN, Attribution.UNNAMED, item.low)
    return None


def _voice(item: Item, speaker: Actor | None, through: Actor, rule: str) -> Voice:
    cue = (item.start, item.stop)
    return Voice(cue, Manner.SAID, speaker, cue, relays=(through,), rule=rule)

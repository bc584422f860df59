"""Phrases of several words that lead to what somebody said, in English: "would have none of it: ...", "wants it known that".

In: a sentence and its items. Out: voices, which `voices` takes where nothing else has found the same words.
Leaves to others: phrases that are told by their grammar alone ("took the line that", `set_phrases`), verbs of speech.

The phrases stand in tables by what they mean, each a pattern over the words between the subject and the colon or "that".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item
from homeward.reading.languages.en.speakers import is_adverb
from homeward.reading.languages.en.verbs import AMBIGUOUS, LEMMAS
from homeward.reading.languages.language import Actor, ActorKind, Place, View, Voice
from homeward.records import Attribution, Manner

_HELPERS = r"(?:(?:has|had|have|is|was|are|were|will|would|can|could|did|does|do|also|again|then|later|still|now|just|even|yesterday|today|meanwhile|however|too|[a-z]+ly) )*"
_WHEN = r"(?:,? (?:in|at|on|to|with|from|over|by|for|about|yesterday|today|again|too|there|afterwards?|later|earlier|though|however|last|this|that|early|late)\b[^,:;“\"]{0,60})?"
_IT = r"(?:it|this|that|any of (?:it|this|that)|these|those|such talk|(?:the|this|that|these|those|his|her|its|their) [\w’' -]{2,40}?|[\w’'-]+['’]s [\w -]{2,30}?)"


def _table(*phrases: str) -> str:
    return "|".join(phrases)


# What is said against: what follows contradicts somebody.
_AGAINST = _table(
    r"ha(?:ve|s|d|ving) none of (?:it|this|that)", rf"ha(?:ve|s|d) no truck with {_IT}", rf"t(?:akes?|ook|aken) (?:issue|exception|objection|umbrage) (?:with|to|at) {_IT}",
    r"t(?:akes?|ook|aken) (?:exception|issue|offence|umbrage)", r"beg(?:s|ged)? to differ", r"differ(?:s|ed)?", r"disagree(?:s|d)?", rf"(?:differ|disagree)(?:s|ed|d)? with {_IT}",
    r"demur(?:s|red)?", r"object(?:s|ed)?", r"dissent(?:s|ed)?", r"protest(?:s|ed)?", r"(?:be )?(?:of )?(?:another|a different|the opposite|the contrary|quite another) (?:opinion|view|mind)",
    r"(?:has|had|have|gives?|gave|tells?|told|offers?|offered|keeps?|kept) (?:an?other|a (?:very |quite |rather |somewhat )?different|its own|his own|her own|their own|the opposite|a shorter|a longer|a simpler) "
    r"(?:story|version|account|tale|explanation|answer|reading|theory|figure|number|view|recollection|memory)", r"(?:tells?|told|sees?|saw|puts?|remembers?|remembered|recalls?|recalled|hears?|heard|knows?|knew) (?:it|this|that|things?|the (?:story|matter|thing)) "
    r"(?:quite |rather |very |somewhat )?(?:differently|otherwise|another way|the other way round)", r"(?:says?|said|claims?|claimed|maintains?|maintained|reports?|reported) (?:otherwise|the (?:opposite|contrary|reverse)|something else|different things)",
    rf"(?:will|would) not (?:hear of|have|accept|let|leave|let) {_IT}(?: stand| pass| uncontradicted)?", rf"w(?:on['’]?t|ouldn['’]?t) (?:hear of|have|accept) {_IT}", rf"(?:disowns?|disowned|repudiates?|repudiated|disclaims?|disclaimed|disavows?|disavowed) {_IT}",
    rf"(?:corrects?|corrected|contradicts?|contradicted|rebuts?|rebutted|refutes?|refuted|disputes?|disputed|contests?|contested|challenges?|challenged|questions?|questioned) (?:him|her|them|{_IT})",
    r"(?:sets?|put|puts) (?:the record|matters|things|it|this|that) (?:straight|right)", r"sh(?:akes?|ook) (?:his|her|their) heads?(?: at (?:it|this|that))?", rf"(?:waves?|waved|brushe[sd]|swept|sweeps) {_IT} (?:away|aside)",
    rf"(?:pours?|poured|threw|throws) cold water on {_IT}", rf"(?:rows?|rowed|backs?|backed|backtracks?|backtracked) (?:back|down|away)?(?: (?:on|from) {_IT})?", rf"(?:bristles?|bristled|recoils?|recoiled|scoffs?|scoffed) at {_IT}", r"know(?:s)? better", r"knew better",
    r"(?:is|was|are|were) having none of (?:it|this|that)", rf"walk(?:s|ed) (?:it|this|that|{_IT}) back", rf"(?:take|takes|took) {_IT} back", r"takes? half of it (?:away|back)",
)  # fmt: skip
# What is said in agreement, or adds to what was said.
_WITH = _table(
    rf"(?:agrees?|agreed|concurs?|concurred)(?: with (?:him|her|them|{_IT}))?", rf"(?:bears?|bore) (?:him|her|it|them|this|that|{_IT}) out", rf"(?:backs?|backed) (?:him|her|it|this|them|{_IT})(?: up)?",
    rf"(?:seconds|seconded|echoe[sd]|corroborate[sd]|vouche[sd] for) (?:him|her|{_IT})", r"(?:says?|said|tells?|told|reports?|reported|heard|hears) (?:the same|as much|much the same|the like)(?: thing| story)?",
    r"(?:goes?|went|gone) (?:further|one better|one step further|a step further|even further|into (?:more )?detail)", r"(?:adds?|added|append(?:s|ed)|attache[sd]) (?:a|an|one|another|this|only) [\w -]{3,30}",
)  # fmt: skip
# How it is said: bluntly, at length, with a condition.
_HOW = _table(
    r"(?:do(?:es)?|did) not mince (?:his |her |their |its |any )?words", r"mince[sd]? no words", r"m(?:akes?|ade) no (?:secret|bones) (?:of|about) (?:it|this|that)", r"(?:leaves?|left) no (?:doubt|room for doubt)(?: (?:about|on|of) (?:it|this|that))?",
    r"(?:drew|draws?) (?:a|the|one) (?:red )?line", r"(?:lays?|laid|spells?|spelt|spelled|sets?) (?:it|this|that|everything|the matter|the terms) (?:out|down|on the line|bare)", r"(?:lays?|laid|lays down|laid down|sets?|set|sets out|set out|names?|named|states?|stated|repeats?|repeated|dictates?|dictated|lists?|listed) "
    r"(?:his|her|its|their|the|one|two|three|a|some|new|only one) (?:[\w-]+ )?(?:terms?|conditions?|demands?|price|wishes|rules?)", r"(?:made|makes|puts?|puts forward|put forward|came with|comes with|come up with|came up with|gives?|gave|offers?|offered|tabled|floated|sent|sends|adds?|added) "
    r"(?:only |but |just )?(?:an?|one|two|his|her|its|their|the same|another|this) (?:[\w-]+ ){0,2}?(?:conditions?|demands?|offer|counter-?offer|proposal|suggestion|reservation|caveat|proviso|request|price|answer|reply|explanation|theory|warning|assurance|promise|pledge|undertaking|word of warning|piece of advice|advice|"
    r"piece of news|message|excuse|correction|clarification|rider|footnote|postscript|disclaimer|rejoinder|retort|plea|appeal|complaint|objection|admission|confession|concession|remark|comment|observation)",
    r"(?:puts?|put) (?:it|things|the matter|this) (?:this way|thus|so|like this|plainly|bluntly|more [a-z]+|simply|in (?:one|a few|other|plain|two) (?:words?|sentences?)|mildly|crudely|briefly)", r"(?:sounds?|sounded|struck|strikes) (?:a|another|the same|a different) (?:[\w-]+ )?note(?: of [\w]+)?",
    r"(?:sounds?|sounded) (?:a|the) (?:warning|alarm)", r"(?:has|had|have) (?:this|only this|just this|one thing|nothing but this) to (?:say|add|report|offer)", r"(?:did|do|does|would) (?:concede|grant|allow|admit|say|add|promise) (?:one thing|this much|as much|this)", r"(?:wants?|wanted|wishe[sd]) (?:one thing|this|it) (?:known|understood|made clear|on record)",
    r"(?:comes?|came|get|gets|got) (?:straight |right )?to the point", r"(?:w(?:as|ere|is|ere)|is|are) (?:to the point|more (?:forthcoming|precise|careful|cautious|explicit|direct|outspoken|specific|blunt)|less (?:sure|certain|diplomatic|patient|polite|guarded)|plainer|blunter|franker|clearer|shorter|briefer|unambiguous|unequivocal)",
    r"(?:has|had|have) (?:only |but |just )?(?:an?|one|two|three|his|her|its|their) (?:[\w-]+ )?(?:conditions?|demands?|offer|proposal|suggestion|reservation|caveat|request|price|explanation|theory|warning|word of warning|message|excuse|complaint|objection)",
    r"(?:breaks?|broke) (?:his|her|its|their) silence", r"(?:puts?|put) (?:his|her|its|their) foot down", r"(?:puts?|put) out (?:an?|its|his|her|their) (?:[\w-]+ )?(?:correction|clarification|denial|disclaimer|apology|retraction)", r"(?:gives?|gave|given|giving) (?:his|her|their|its) (?:word|oath|promise|assurance|solemn word)",
    r"(?:pours?|poured) out (?:his|her|their) heart", r"(?:recite[sd]|rattle[sd] off|reel(?:s|ed) off) (?:the|his|her|their|its) [\w ]{3,30}", r"(?:asks?|asked|beg(?:s|ged)|plead(?:s|ed)) (?:for )?(?:only |but )?one (?:thing|favour|favor)",
)  # fmt: skip
_COLON = re.compile(rf"{_HELPERS}(?:{_AGAINST}|{_WITH}|{_HOW}){_WHEN},?", re.IGNORECASE)
_DENYING = re.compile(rf"{_HELPERS}(?:{_AGAINST}){_WHEN},?", re.IGNORECASE)
# What leads to a "that".
_KNOWN = _table(
    r"(?:wants?|wanted|wishe[sd]|would like|desire[sd]|would have) (?:it )?(?:to be |be )?(?:known|understood|noted|recorded|put on record|made clear|remembered|made known|placed on record|set down)",
    r"(?:lets?|letting|allow(?:s|ed)|had) it (?:to )?(?:be )?(?:known|understood|slip|drop|be (?:known|understood|seen|felt))", r"(?:lets?) (?:slip|drop|on|it out)", r"(?:puts?|put|gives?|gave|given|bruits?|bruited|noise[sd]|spread|spreads) (?:it )?(?:about|around|abroad|out)",
    r"(?:puts?|put|place[sd]|sets?|wants?|wanted) (?:it |on file|down )?on (?:the )?record", r"(?:puts?|put|lays?|laid|sets?|set) (?:it )?down(?: in writing| in black and white)?", r"(?:makes?|made) (?:it )?(?:known|plain|clear|public|understood|a point of saying|abundantly clear|quite clear|perfectly clear|very clear|no secret)",
    r"(?:makes?|made) (?:the|this|a|another) (?:further |same |additional )?(?:point|observation|remark|claim|charge|allegation|admission|submission)", r"(?:drew|draws?|call(?:s|ed)) attention to the fact", r"(?:leaves?|left) (?:no|little|nobody in|no one in|no room for) doubt", r"(?:gives?|gave|given|serve[sd]|issue[sd]|sounds?|sounded|sends?|sent|repeat(?:s|ed)|renew(?:s|ed)|adds?|added) "
    r"(?:an?|the|his|her|its|their|fresh|new|due|public|formal|written|verbal|solemn|firm|repeated|every|full|another|one)? ?(?:[\w-]+ )?(?:warning|notice|word|assurances?|guarantees?|promise|pledge|undertaking|vow|threat|reminder|instructions?|orders?|evidence|testimony|to understand|out)",
    r"(?:voice[sd]|state[sd]|declare[sd]|proclaim(?:s|ed)|affirm(?:s|ed)|put forward|air(?:s|ed)|utter(?:s|ed)) (?:the|his|her|its|their|a|an) (?:[\w-]+ )?(?:conviction|view|opinion|assumption|suspicion|certainty|contention|belief|understanding|position|warning|threat|claim|theory|complaint|charge|accusation)",
    r"express(?:es|ed) (?:the|his|her|its|their|a|an) (?:[\w-]+ )?(?:view|opinion|warning|threat|claim|theory|complaint|charge|accusation)",
    r"(?:throws?|threw|tosse[sd]|chips?|chipped|put|puts|slips?|slipped) in", r"(?:goes|went|gone) so far as to (?:say|claim|assert|suggest|hint|promise|allege|maintain|declare)", r"(?:was|were|is|are) (?:at pains|quick|keen|careful|anxious|the first|not slow|happy|pleased|obliged|bound|sorry|in a position|forced|compelled) to (?:say|stress|add|point out|explain|insist|note|report|inform|announce|confirm|admit|emphasi[sz]e|underline|assure \w+|tell \w+)",
    r"(?:knows?|knew) only(?: this| this much)?",
    r"(?:could|can|would|will) (?:say|tell (?:us|me|them|him|her|reporters)|confirm|add|report|promise) (?:no more than|only|nothing (?:but|except|beyond|more than)|little more than|merely|at most)",
    r"(?:takes?|took|held|holds|hold) (?:the|a|this) (?:view|line|position|stance)", r"(?:take|takes|took|taken) (?:the )?(?:oath|his oath|an oath|her oath)", r"(?:gives?|gave|hand(?:s|ed)|got|gets) (?:[\w’' ]{2,24}? )?to understand", r"(?:comes?|came|returned|is back|was back|reappeared) (?:back |forward )?with (?:the|a|an) (?:news|message|answer|reply|word|report|story|claim|offer|proposal)",
    r"(?:puts?|put) it to (?:the|him|her|them|me|us|an?)(?: [\w’'.-]+){0,5}", r"(?:says?|said|tells?|told|holds|held|maintain(?:s|ed)|insist(?:s|ed)) (?:all along|throughout|to this day|to the end|from the (?:start|beginning|outset|first)|once more|in so many words|for the record|in as many words)", r"(?:serve[sd]|puts?|put) [\w’' ]{2,30} on notice",
    r"(?:ordain(?:s|ed)|decree[sd]?|proclaim(?:s|ed)|enact(?:s|ed)|stipulate[sd]?|dictate[sd]?|resolve[sd]?|posit(?:s|ed)|submit(?:s|ted)|contest(?:s|ed)|profess(?:es|ed)|postulate[sd]?|surmise[sd]?|hold(?:s)? forth|pronounce[sd]?|aver(?:s|red)|avow(?:s|ed)|attest(?:s|ed)|certif(?:y|ies|ied)|depose[sd]?|swears?|swore|rejoin(?:s|ed)|rule[sd]?|minute[sd]?|record(?:s|ed)|register(?:s|ed)|signal(?:s|led|ed)?|cables?|cabled|wire[sd]|telegraph(?:s|ed)|radio(?:s|ed)|telephone[sd]|faxe[sd]|gesture[sd]|intimate[sd]|insinuate[sd]?|own(?:s|ed)|blurt(?:s|ed) out|rumou?red|gossip(?:s|ed)|prophes(?:ies|ied)|foretold|forecast)",
    r"(?:does|do|did|would|will|could|can) not (?:accept|concede|grant|agree|have it|admit|allow)",
)  # fmt: skip
_THAT = re.compile(rf"{_HELPERS}(?:{_KNOWN}){_WHEN}", re.IGNORECASE)
_NOT_ACCEPTED = re.compile(rf"{_HELPERS}(?:does|do|did|would|will|could|can|contest)", re.IGNORECASE)
_CONTESTS = re.compile(r"\bcontest")
_MAYBE_NOT = re.compile(r"\b(?:not|never|nobody|no one|n['’]t|whether|if|to)\b", re.IGNORECASE)
_LONGEST = 170  # characters between a subject and the mark that its phrase leads to
_NOUNS = frozenset(  # of what somebody says, where only a colon follows
    w.split(
        "answer reply response word words version account story claim message verdict view position explanation excuse comment statement "
        "contention argument theory warning promise assurance denial admission confession complaint question retort rejoinder announcement "
        "testimony observation remark advice order demand plea threat point assertion offer counter-offer proposal condition conditions terms "
        "request suggestion instruction instructions allegation accusation charge guess estimate prediction prophecy conclusion finding "
        "recommendation ruling decision summary diagnosis correction clarification objection reservation caveat conviction boast lament "
        "oath pledge vow guarantee undertaking concession submission petition appeal declaration affirmation disclaimer retraction news "
        "tidings reading judgment judgement postscript footnote report entry note diary deposition evidence recollection description"
    )
)
_QUALITIES = r"(?:is|was|are|were|came|comes|remains|remained|ran|runs|reads|read|stayed|sounded|sounds|went|goes) ?(?:[\w-]+ly |very |as |rather |quite |too )?(?:short|brief|plain|curt|simple|clear|the same|blunt|terse|different|unchanged|prompt|dry|this|thus|as follows|short and plain|firm|cold|polite|in one line|in writing|one line(?: long)?|[\w-]+ (?:words|lines|sentences) long)?(?: (?:as )?(?:before|ever|always|again))?"
_APART = re.compile(
    rf"(?: (?:to|of|on|about|for|from|in|at|through|via|by|yesterday|this|last|that)\b[^:;“\"]{{2,90}}?|, [^:;“\"]{{2,60}}?)?(?:,? {_QUALITIES})?",
    re.IGNORECASE,
)


_MAKERS = frozenset(
    w.split("editor monitor translator transcriber compiler author publisher")
)  # whose notes are the report's own


def phrase_cues(view: View, items: list[Item]) -> Iterator[Voice]:
    """What phrases before a colon or a "that" lead to."""
    for at, item in enumerate(items):
        if item.text == ":" and 0 < at < len(items) - 1:
            yield from _before_colon(view, items, at)
        elif item.low == "that" and 2 <= at < len(items) - 3:
            yield from _before_that(view, items, at)


def _before_colon(view: View, items: list[Item], at: int) -> Iterator[Voice]:
    region = _region(items, at)
    if region is None:
        return
    place, direct = region
    owned = _owned(view, items, at)
    if owned is not None and owned[0].head not in _MAKERS:
        asks = view.text[slice(*owned[1])].lower().endswith("question")
        manner = Manner.ASKED if asks else Manner.SAID
        yield Voice(owned[1], manner, owned[0], place, direct, contents=(place,), rule="set-phrase")
        return
    for subject in _subjects(items, at):
        actor, begin = items[subject].actor, _behind(items, subject)
        words = view.masked[items[begin].start : items[at].start].strip() if begin < at else ""
        if actor is None or len(words) > _LONGEST or _COLON.fullmatch(words) is None:
            continue
        if not direct and not _is_clause(items, at + 1):
            continue
        manner = Manner.DENIED if _DENYING.fullmatch(words) else Manner.SAID
        yield Voice(
            (items[begin].start, items[at - 1].stop),
            manner,
            actor,
            place,
            direct,
            contents=(place,),
            rule="set-phrase",
        )
        return


_NOBODY = frozenset(["nobody", "none", "no", "no-one", "neither"])


def _before_that(view: View, items: list[Item], at: int) -> Iterator[Voice]:
    if items[at + 1].low in w.BE or items[at + 1].low in w.MODALS or not _is_clause(items, at + 1):
        return
    for subject in _subjects(items, at):
        actor, begin = items[subject].actor, _behind(items, subject)
        words = view.masked[items[begin].start : items[at].start].strip() if begin < at else ""
        if actor is None or not words or len(words) > _LONGEST or _THAT.fullmatch(words) is None:
            continue
        if items[subject].low.split()[0] in _NOBODY:
            return
        denied = _NOT_ACCEPTED.match(words) is not None and " not " in f" {words} "
        if _MAYBE_NOT.search(words) and not denied and not _TO_SAY.search(words):
            continue
        stop = _end(items, at + 2)
        place = (items[at + 1].start, items[stop - 1].stop)
        to = next((k for k in range(begin + 1, at - 1) if items[k].low == "to" and items[k + 1].actor), at)
        manner = Manner.DENIED if denied or _CONTESTS.search(words) is not None else Manner.SAID
        cue = (items[begin].start, items[to - 1].stop)  # "let slip | to the priest that"
        yield Voice(cue, manner, actor, place, contents=(place,), rule="set-phrase")
        return


_TO_SAY = re.compile(
    r"\bto (?:say|claim|assert|suggest|hint|promise|allege|maintain|declare|stress|add|point|explain|insist|note|report|inform|announce|confirm|admit|empha|underline|assure|tell|be (?:known|understood|noted|recorded|put|made|remembered|placed|set)|the (?!\w+ that)|understand|\w+ that$)|\bput it to\b"
)


def _subjects(items: list[Item], at: int) -> Iterator[int]:
    """Where a subject may stand of a phrase that ends at `at`, the nearest first: no object of a preposition."""
    for k in range(at - 1, max(-1, at - 16), -1):
        item = items[k]
        if item.kind == "quote" or item.text in (";", ":"):
            return
        if item.actor is None or (
            item.low.endswith(("'s", "’s", "s'", "s’")) and k + 1 < at and items[k + 1].kind != "mark"
        ):
            continue
        if (k and items[k - 1].low in w.PREPOSITIONS) or (item.low == "it" and items[k + 1].low in w.BE):
            continue  # "It is hereby decreed that"
        yield k


def _behind(items: list[Item], subject: int) -> int:
    """Where the phrase begins: over an aside between commas and "who" clauses that end with a comma."""
    k = subject + 1
    if k < len(items) and items[k].text == ",":
        comma = next((m for m in range(k + 1, min(k + 12, len(items))) if items[m].text == ","), None)
        return comma + 1 if comma is not None else k
    return k


def _owned(view: View, items: list[Item], colon: int) -> tuple[Actor, Place] | None:
    """Whose noun of speech leads to a colon: "His assertion", "The brigade's reply to the mine", "Its answer was short"."""
    for k in range(min(colon, 7)):
        noun = items[k].low.rpartition(" ")[2]
        if noun not in _NOUNS or items[k].kind not in ("word", "actor"):
            continue
        if _APART.fullmatch(view.masked, items[k].stop, items[colon].start) is None:
            return None
        owner = _owner(items, k)
        return (owner, (items[k].stop - len(noun), items[k].stop)) if owner is not None else None
    return None


def _owner(items: list[Item], noun: int) -> Actor | None:
    words = items[noun].low.split()
    if words[0] in w.OWNED_BY and len(words) > 1:
        return _pronoun(items[noun].start, items[noun].text.split()[0])
    for k in range(noun - 1, max(-1, noun - 4), -1):
        if items[k].low in w.OWNED_BY:
            return _pronoun(items[k].start, items[k].text)
        if items[k].low.endswith(("'s", "’s", "s'", "s’")):
            return items[k].actor
        if items[k].kind != "word":
            return None
    return None


def _pronoun(start: int, text: str) -> Actor:
    head = w.OWNED_BY[text.lower()]
    return Actor((start, start + len(text)), text, ActorKind.PRONOUN, Attribution.UNNAMED, head)


def _region(items: list[Item], colon: int) -> tuple[Place, bool] | None:
    stop = _end(items, colon + 2)
    quote = items[colon + 1].quote
    if quote is not None and stop <= colon + 2:
        return (quote.inner_start, quote.inner_stop), True
    if stop - colon < 3 or quote is not None:
        return None
    return (items[colon + 1].start, items[stop - 1].stop), False


def _end(items: list[Item], least: int) -> int:
    stop = len(items)
    while stop > least and items[stop - 1].text in (".", "!", "?", ";", ",", ":", "…"):
        stop -= 1
    return stop


def _is_clause(items: list[Item], begin: int) -> bool:
    """Whether a finite verb stands behind `begin`."""
    return any(
        i.kind == "word"
        and (
            i.low in w.BE or (i.low in w.MODALS and i.low != "to") or i.low in w.FINITE or i.low in ("has", "had", "have")
            or i.low.endswith(("ed", "n't", "n’t")) or (i.low in LEMMAS and i.low not in AMBIGUOUS and not is_adverb(i))
            or (i.low in AMBIGUOUS and i.low.endswith("s"))
        )
        for i in items[begin + 1 :]
    )  # fmt: skip

"""Explicit silences in English sentences: "made no mention of the hostages", "of our people, nothing".

In: a sentence in the reporter's voice, or one inside a quotation. Out: `RawEvent`s of kind silence.
Leaves to others: whether what was not mentioned are the people looked for.
"""

from __future__ import annotations

import re
from dataclasses import replace

from homeward.reading.languages.en.chunk import Chunk
from homeward.reading.languages.en.clauses import Clauses
from homeward.reading.languages.en.parties import actor_of, is_party
from homeward.reading.languages.en.sources import describe
from homeward.reading.languages.language import Actor, ActorKind, EventKind, Place, RawEvent
from homeward.records import Attribution

_MENTION = (
    r"(?:mention|name|address|raise|touch(?: up)?on|refer to|allude to|speak (?:of|about)|talk (?:of|about)|"
    r"bring up|acknowledge|cite|include|contain)"
)
_MENTIONED = (
    r"(?:mentioned|named|addressed|raised|discussed|touched (?:up)?on|referred to|alluded to|spoken (?:of|about)|"
    r"talked (?:of|about)|brought up|cited|included)"
)
_NOT = r"(?:not|n['’]t|never)(?: (?:once|even|so much as|at all|publicly))?"
_OF = r"(?:of|to|about|on|regarding|concerning|as to)"
# The subject before these is silent about what stands behind them.
ACTIVE = re.compile(
    rf"\b(?:(?:mentions?|mentioned|sa(?:id|ys|ying)|contain(?:s|ed)|reveal(?:s|ed)|offer(?:s|ed)|had|has|ha(?:ve|"
    rf"ving)|carri(?:es|ed)|ma(?:kes|de)|utter(?:s|ed)|g(?:ave|ives)|"
    rf"sp(?:oke|eaks)|breath(?:es|ed)|includ(?:es|ed)|devot(?:es|ed)|spar(?:es|ed)|wast(?:es|ed)|wrote|writes|"
    rf"there (?:was|is)) "
    rf"(?:absolutely )?(?:(?:nothing|not (?:a|one|a single) (?:word|line|syllable|sentence)|no(?: \w+)? (?:word|"
    rf"words|line)|not so much as a word)(?: (?:at all|whatever|whatsoever|either))? "
    rf"(?:of|about|on|regarding|concerning|as to)|no(?: \w+)? (?:mention|reference|allusion)(?: (?:at all|"
    rf"whatever|whatsoever|either))? {_OF})"
    rf"|(?:did|does|do|has|had|have)(?: {_NOT}|n['’]t) (?:once |even |so much as )?{_MENTION[:-1]}|mentioned|"
    rf"named|referred to|spoken (?:of|about)|raised|touched on|alluded to|addressed)"
    rf"|(?:would|will|could)(?: not|n['’]t) be drawn (?:on|about)(?! the (?:subject|matter|question|details?)\b)|(?:f(?:ound|inds)|had|has|spared|made) no (?:room|place|space|time|words?) for"
    rf"|never (?:once )?(?:mentioned|mentions|named|names|referred to|refers to|spoke (?:of|about)|raised|"
    rf"addressed|touched on)"
    rf"|(?:was|were|is|are|remained|remains|stayed|stays|kept|keeps|fell|fallen)(?: \w+ly| also| still| again| as| just as)? (?:silent|quiet|mum|"
    rf"mute) (?:on|about|regarding|as to)"
    rf"|(?:fail(?:s|ed)|omit(?:s|ted)|neglect(?:s|ed)|forg(?:ot|ets)|avoid(?:s|ed)|refrain(?:s|ed)|declin(?:es|"
    rf"ed)) (?:to mention|to name|to refer to|to address|to raise|mentioning|from mentioning|naming|any mention "
    rf"of|any reference to)"
    rf"|(?:neither|nobody|no one|none|not one)\b[^.;:]{{0,90}}? (?:said (?:a word|anything) {_OF}|spoke (?:of|about)|{_MENTIONED}|"
    rf"made (?:any )?(?:mention|reference) (?:of|to))"
    rf"|(?:did|does|do|has|had)(?: {_NOT}|n['’]t) (?:breathe|breathed|say|said|utter|uttered|devote|devoted|spare|"
    rf"spared|lose|lost|waste|wasted) (?:a|one|a single|so much as a) (?:word|syllable|line|sentence) (?:about|on|"
    rf"of|to|for|over)"
    rf"|never (?:once )?(?:uttered|pronounced|spoke) (?:the|a|any|their|his|her)(?: single)?(?= names?\b)"
    rf"|without (?:once |even |so much as )?(?:mentioning|naming|referring to|alluding to|touching (?:on|upon)|bringing up|a (?:single )?word "
    rf"(?:about|on|of|for)|(?:any |a )?(?:mention|reference) (?:of|to))"
    rf"|omit(?:s|ted|ting) (?:any |all )?(?:mention|reference)s? (?:of|to)"
    rf"|(?:avoid(?:s|ed)|dodg(?:es|ed)|evad(?:es|ed)|duck(?:s|ed)|sidestep(?:s|ped)|steer(?:s|ed) clear of|"
    rf"stay(?:s|ed) away from) (?:the|any|every|all) (?:subject|topic|issue|matter|questions?|fate) (?:of|about|on)"
    rf"|(?:skip(?:s|ped)|omit(?:s|ted)|ignor(?:es|ed)|sidestep(?:s|ped)|pass(?:es|ed) over|"
    rf"(?<!be )(?<!been )(?<!was )(?<!were )(?<!are )le(?:aves|aving|ft) out|overlook(?:s|ed))(?= )"
    rf"|without (?:having )?(?:read(?:ing)?(?: out)?|nam(?:ed|ing)|utter(?:ed|ing)|giv(?:en|ing)) (?:a|one)(?: single)?(?= name\b)"
    rf"|g(?:ave|ives) no(?= names?\b)"
    rf"|with(?:out)? (?:no|not a|not one) (?:mention|word|reference) (?:of|about|on|to|for))",
    re.IGNORECASE,
)
# What stands before these is not mentioned; who is silent stands in "in ...", "by ...", or is not told.
PASSIVE = re.compile(
    rf"\b(?:(?:is|are|was|were|has been|have been|had been)(?: {_NOT}|n['’]t) (?:once |even )?{_MENTIONED}"
    r"|(?:find|finds|found|gets?|got|receives?|received) no (?:place|room|space|mention)(?= in\b)"
    r"|(?:went|goes|go|remained|remains|were left|was left) (?:unmentioned|unnamed|unsaid)"
    r"|(?:did|do|does)(?: not|n['’]t) (?:appear|figure|feature|come up|get a mention)"
    r"|(?:is|are|was|were|stay(?:s|ed)|remain(?:s|ed)) (?P<out>absent|missing|left out|kept out|omitted|nowhere to be found)"
    r"(?= (?:from|in|of)\b)|(?:is|are|was|were)(?: not|n['’]t) (?:once |even )?(?=in (?:it|them)\b)"
    r"|(?:is|are|was|were) nowhere mentioned|(?:is|are|was|were) passed over in silence)",
    re.IGNORECASE,
)
# "Absent from the statement was any mention of the hostages"
INVERTED = re.compile(
    r"\b(?:absent|missing|omitted|left out|gone)(?: \w+ly)?(?: altogether)? (?:from|of) (?P<by>[^;.:]{3,90}?),? "
    r"(?:is|are|was|were)(?: (?:any|all|every))?(?: (?:mention|reference|word|trace|hint)s? (?:of|to|about))? "
    r"(?P<about>[^;.:,]{3,120})",
    re.IGNORECASE,
)
# "left the hostages out of its statement"
PARTED = re.compile(
    r"\b(?:leaves|left|leaving|keeps|kept) (?P<about>[^,;.:]{3,70}?) out(?: of (?P<by>(?:its|his|her|their|the|a)\b"
    r"[^,;.:]{3,60})|(?= *[.,;]|$))",
    re.IGNORECASE,
)
# "Neither of the two is in it"
NEITHER_IN = re.compile(
    r"\b(?:neither|none|not one) of (?P<about>[^,;.:]{3,70}?) (?:is|are|was|were|appears?|appeared|figures?|figured|"
    r"features?|featured) in (?P<by>it|them|(?:its|his|her|their|the)\b[^,;.:]{3,60})",
    re.IGNORECASE,
)
# "Nowhere in the twelve pages do the nurses appear"
NOWHERE = re.compile(
    r"\b(?:nowhere|at no point|not once|never once) (?:in|on|during|throughout) (?P<by>[^;.:,]{3,60}?),? (?:do|does|did|is|are|was|were|has|have|had) (?P<about>[^;.:,]{3,60}?) "
    r"(?:ever |once |even )?(?:appear|figure|feature|occur|come up|get a mention|(?:been )?(?:mentioned|named|listed|referred to|spoken of))\b",
    re.IGNORECASE,
)
# "Neither side's statement refers to the eight"
NEITHER_TEXT = re.compile(
    r"\b(?P<by>(?:neither|none of|not one of|no) [^;.:,]{3,60}?) (?:so much as |even |once |ever )?(?:mentions?|mentioned|refers? to|referred to|named|speaks? of|spoke of|"
    r"touche[sd] on|brings? up|brought up|alludes? to|alluded to) (?P<about>[^;.:,]{3,80})",
    re.IGNORECASE,
)
# "not one word was said about", "there is no mention of": nobody before them.
IMPERSONAL = re.compile(
    r"\b(?:(?:not (?:a|one)(?: single)? (?:word|line|sentence|syllable|minute)|no (?:word|line|sentence|time)|"
    r"nothing|no mention|no reference)(?: at all)?(?: (?:of|in) (?P<in>[^,;.]{3,50}?))? "
    r"(?:was|is|were|has been|had been) (?:said|made|spoken|uttered|heard|found|written|devoted|given|spared|"
    r"reserved) (?:of|to|about|on|regarding|for)"
    r"|there (?:was|is|were|are) (?:no (?:mention|word|reference)|not a word|nothing(?: said)?) (?:of|to|about|on|"
    r"regarding|in it about))",
    re.IGNORECASE,
)
# "Of our people, nothing."
ELLIPTIC = re.compile(
    r"(?:\A|(?<=[.;:—–!?”\n]\s)|(?<=[“\"'‘«—–\n])|\band )(?:of|about|on|as for|for) (?:(?P<about>[^,;.:]{3,60}),|"
    r"(?P<long>[^;.:]{3,140}),|(?P<near>[^,;.:]{3,60}?)(?= not (?:a|one))) (?:there was |(?:he|she|it|they|"
    r"[A-Z][\w-]+|the [\w-]+) (?:said |had |wrote |offered |spoke )?)?(?:nothing|not (?:a|one)(?: single)? word|"
    r"no word|silence|not (?:a|one) (?:syllable|line|sentence))\b",
    re.IGNORECASE,
)
# "Of the fifth, a cook called Venn, the reply said nothing at all."
FRONTED = re.compile(
    r"(?:\A|(?<=[.;:—–!?”\n]\s)|(?<=[“\"‘'«—–\n])|\b(?:and|but) )(?:of|about|on|as to|regarding|concerning) "
    r"(?:(?P<about>[^;.:]{3,140}?), (?P<by>[^;.:,]{2,60}?)|(?P<near>[^;.:,]{3,80}?) (?P<he>it|he|she|they)) (?:makes?|made|said|says|had|has|contain(?:s|ed)|offer(?:s|ed)|"
    r"gave|gives|spoke|breathed|wrote|carried) (?:(?:absolutely )?nothing|no (?:mention|word|reference)|not (?:a|one)(?: single)? "
    r"(?:word|line|syllable))\b",
    re.IGNORECASE,
)
# "Of the driver, Okot Lagu, neither side spoke"; "For the divers the agency found no room."
NEITHER_SPOKE = re.compile(
    r"(?:\A|(?<=[.;:—–!?”\n]\s)|\b(?:and|but) )(?:of|about|on|as to|for) (?P<about>[^;.:]{3,140}?),? (?:"
    r"(?P<none>(?:neither|none|nobody|no one)(?: of the \w+| \w+)?) (?:spoke|said (?:anything|a word)|breathed a word)|"
    r"(?P<by>(?:the|its|his|her|their) [\w’' -]{2,40}?|(?:[A-Z][\w’'-]+ ?){1,3}) (?:found (?:no (?:room|place|space|words?|time)|"
    r"neither \w+ nor \w+)|had (?:no (?:room|time|words?)|nothing|not a word)|spared (?:no|not a) (?:line|word|thought|time)|"
    r"wasted no (?:words?|ink)|lost no words?))\b(?! (?:on|about|in))",
    re.IGNORECASE,
)
_NOR = re.compile(
    r"\b(?:nor|neither) (?:did|does|do|has|had) (?P<by>[^.;:]{2,90}?) (?:once )?" + _MENTION + r"\b", re.IGNORECASE
)
TRIGGER = re.compile(
    r"mention|silen|nothing|no (?:room|place|space|time|ink)\b|\bword\b|reference|unnamed|\bmum\b|\bmute\b|\bquiet\b|skip|omit|ignor|\bnor\b|neither|"
    r"n[o']t|never|without|nowhere|absent|"
    r"\bleft\b|\bkept\b|keeps|leaves|avoid|dodg|evad|duck|steer|stay|absent|missing|gone|\bnone\b|not one|pass(?:es|ed) over|leaves out|overlook",
    re.IGNORECASE,
)
_WEAK = re.compile(r"skip|omit|ignor|sidestep|pass|leav|le(?:aves|ft)|overlook", re.IGNORECASE)
_NOISE = re.compile(r"whether|where|how|why|when|if|what|to\b", re.IGNORECASE)
_STOP = re.compile(r"[^,;.!?—\ufffc]*")
_LONGEST_OWNER = 90


def find_silences(clauses: Clauses) -> list[RawEvent]:
    """Every explicit silence of the sentence."""
    view = clauses.view
    text = view.masked
    if TRIGGER.search(text, view.start, view.stop) is None:
        return []
    found: list[RawEvent] = []
    taken: list[Place] = []

    def add(match: re.Match[str], about: Place, owner: list[Chunk], place: Place, words: str | None = None) -> None:
        if any(a < match.end() and match.start() < b for a, b in taken) or about[1] - about[0] < 2:
            return
        clause = re.split(r"[,;:]", text[max(view.start, match.start() - 120) : match.start()])[-1]
        if _IF.search(clause):
            return
        taken.append(match.span())
        event = _silence(clauses, match, about, owner, place)
        found.append(replace(event, where=words) if words else event)

    for pattern in (INVERTED, PARTED, NEITHER_IN, NOWHERE, NEITHER_TEXT):
        for match in pattern.finditer(text, view.start, view.stop):
            if match["by"] is None:  # "The transcript leaves the exchange out."
                own = _subject(clauses, match.start())
                if own is not None and _TEXT.search(clauses.text(own.place)):
                    add(match, match.span("about"), [own], match.span())
                continue
            by = _chunks_in(clauses, match.span("by"))[:1]
            if not by or not (by[0].pronoun or pattern is NOWHERE or _TEXT.search(match["by"])):
                continue
            subject = _subject(clauses, match.start()) if pattern is PARTED else None
            add(match, match.span("about"), [subject] if subject is not None else by, match.span())
    for match in NEITHER_SPOKE.finditer(text, view.start, view.stop):
        by = _chunks_in(clauses, match.span("none" if match["none"] else "by"))
        add(match, match.span("about"), by[:1], match.span())
    for match in _NOR.finditer(text, view.start, view.stop):
        by = _chunks_in(clauses, match.span("by"))
        add(match, _rest(text, match.end(), view.stop), by[:1], match.span())
    for match in IMPERSONAL.finditer(text, view.start, view.stop):
        about = _rest(text, match.end(), view.stop)
        owner = _within_phrase(clauses, about)
        if not owner and match["in"] is None:
            owner = [
                c for c in _within_phrase(clauses, (view.start, match.start())) if _TEXT.search(clauses.text(c.place))
            ]
        add(match, about, owner, (match.start(), about[1]), match["in"])
    for match in PASSIVE.finditer(text, view.start, view.stop):
        subject = _subject(clauses, match.start())
        if subject is not None:
            owner = [c for c in _within_phrase(clauses, (view.start, view.stop)) if _is_owner(clauses, c)]
            behind = _rest(text, match.end(), view.stop)
            if match["out"] and not _TEXT.search(text, behind[0], min(behind[1], behind[0] + 120)):
                continue  # "were left out in the rain", "are missing in Tarn"
            owner = _within_phrase(clauses, behind) or owner
            add(match, subject.place, owner, (subject.start, match.end()))
    for match in ACTIVE.finditer(text, view.start, view.stop):
        about = _rest(text, match.end(), view.stop)
        if _NOISE.match(text[about[0] : about[1]].strip()):
            continue
        subject = _subject(clauses, match.start())
        if match.group().lower().startswith("neither "):
            subject = next(
                (
                    c
                    for c in clauses.chunks
                    if c.kind == "np" and c.start >= match.start() and c.stop > match.start() + 8
                ),
                subject,
            )
        add(
            match,
            about,
            [subject] if subject is not None else [],
            (subject.start if subject else match.start(), about[1]),
        )
    for match in FRONTED.finditer(text, view.start, view.stop):
        near = match["about"] is None
        by = _chunks_in(clauses, match.span("he" if near else "by"))[-1:]
        add(match, match.span("near" if near else "about"), by, match.span())
    for match in ELLIPTIC.finditer(text, view.start, view.stop):
        said = re.search(r"(?:said|had|wrote|offered|spoke) [\w ]+$", match.group()) is not None
        subject = _subject(clauses, match.end() - 1) if said else None
        name = next(name for name in ("about", "long", "near") if match[name])
        add(match, match.span(name), [subject] if subject is not None else [], match.span())
    return found


def _silence(clauses: Clauses, match: re.Match[str], about: Place, owner: list[Chunk], place: Place) -> RawEvent:
    by = actor_of(clauses, owner[0]) if owner else None
    words = _owner_words(clauses, owner[0], match.start()) if owner and not owner[0].pronoun else ""
    whose = author_in(clauses, owner[0]) if owner else None
    if whose is not None:
        by, words = whose, ""  # the Front's statement is silent: the Front is
    return RawEvent(
        EventKind.SILENCE,
        (min(place[0], about[0]), max(place[1], about[1])),
        by=by,
        about=about,
        where=words if 0 < len(words) <= _LONGEST_OWNER else None,
        rule=f'"{match.group().strip()}"',
        when=next((c.day for c in clauses.chunks if c.day is not None), None),
        dated=True,
        echo=_WEAK.match(match.group()) is not None,
    )


def author_in(clauses: Clauses, owner: Chunk) -> Actor | None:
    """Whose text it is: "the Front's statement", "the readout from the ministry"."""
    text = clauses.text(owner.place)
    his = _HIS.match(text)
    if his is not None:
        place = (owner.start, owner.start + his.end("who"))
        return Actor(place, his["who"], ActorKind.PRONOUN, Attribution.UNNAMED, his["who"].lower())
    own = _POSSESSED.fullmatch(text.removesuffix(" nothing"))
    if own is not None:
        place = (owner.start + own.start("who"), owner.start + own.end("who"))
        return describe(clauses.view.text, place)
    at = next(k for k, c in enumerate(clauses.chunks) if c is owner)
    rest = clauses.chunks[at + 1 : at + 4]
    if _TEXT.search(text) and _TEXT_ALONE.fullmatch(text):
        for k, chunk in enumerate(rest[:-1]):
            if chunk.low in ("from", "by", "of") and rest[k + 1].kind == "np":
                author = describe(clauses.view.text, rest[k + 1].place)
                return author if author.kind in _AUTHORS else None
            if chunk.low not in ("issued", "published", "released", "signed", "put out", "sent"):
                return None
    return None


_AUTHORS = (ActorKind.PERSON, ActorKind.BODY, ActorKind.ROLE)
TEXT_NOUN = (
    r"(?:statement|communique|communiqué|letter|readout|read-out|speech|address|remarks|answer|reply|message|text|note|"
    r"account|report|bulletin|press release|release|agreement|list|transcript|interview|broadcast|announcement|post|"
    r"declaration|document|minutes|agenda|resolution|summary|memo|memorandum|briefing|sermon|homily|programme|video|talks|version|"
    r"cable|circular|notice|toast|tweet|thread|update|manifesto|leaflet|read-?outs|counter-text|protocol|dispatch|press sheet|sheet|page)"
)
_TEXT = re.compile(rf"\b{TEXT_NOUN}s?\b", re.IGNORECASE)
_TEXT_ALONE = re.compile(rf"(?:the|a|an) (?:[\w-]+ )?{TEXT_NOUN}", re.IGNORECASE)
_POSSESSED = re.compile(
    rf"(?P<who>[^,]{{2,80}}?)(?:['’]s|(?<=s)['’]) (?:[\w-]+ ){{0,2}}{TEXT_NOUN}(?: (?:of|on|about) .+)?",
    re.IGNORECASE,
)
_HIS = re.compile(rf"(?P<who>his|her|its|their) (?:own )?(?:[\w-]+ ){{0,2}}{TEXT_NOUN}\b(?!['’])", re.IGNORECASE)
_IF = re.compile(
    r"\b(?:if|unless|whether|lest|in case|asked that|demanded that|hopes? that|wish(?:es)? that)\b", re.I
)


def _owner_words(clauses: Clauses, owner: Chunk, stop: int) -> str:
    """The words for a text that is silent, with what it is about: "the report on the visit"."""
    chunks = clauses.chunks
    at = next(k for k, c in enumerate(chunks) if c is owner)
    if at + 2 < len(chunks) and chunks[at + 1].low in ("on", "about") and chunks[at + 2].kind == "np":
        topic = chunks[at + 2]
        if topic.stop <= stop and clauses.text(topic.place)[:1].islower():
            return clauses.text((owner.start, topic.stop))
    return clauses.text(owner.place)


def _rest(text: str, start: int, stop: int) -> Place:
    match = _STOP.match(text, start, stop)
    end = match.end() if match else start
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _chunks_in(clauses: Clauses, place: Place) -> list[Chunk]:
    return [c for c in clauses.chunks if c.kind == "np" and place[0] <= c.start < place[1]]


def _subject(clauses: Clauses, place: int) -> Chunk | None:
    """The subject of the verb at or just behind a character."""
    at = next((k for k in clauses.verbs if clauses.chunks[k].stop > place), None)
    if at is None or clauses.chunks[at].start > place + 25:
        before = [c for c in clauses.chunks if c.kind == "np" and c.stop <= place]
        return before[-1] if before else None
    found = [k for k in clauses.subjects(at) if clauses.chunks[k].low not in ("far", "so far", "date")]
    if not found:
        main = next((k for k in reversed(clauses.verbs) if k < at and clauses.chunks[k].finite), None)
        found = clauses.subjects(main) if main is not None else []
    return clauses.chunks[found[0]] if found else None


def _is_owner(clauses: Clauses, chunk: Chunk) -> bool:
    """Whether a phrase names who is silent: not "by radio", "in copper"."""
    return chunk.pronoun or _TEXT.search(clauses.text(chunk.place)) is not None or is_party(clauses, chunk)


def _within_phrase(clauses: Clauses, place: Place) -> list[Chunk]:
    """Where something is not mentioned: "in a communiqué of the Regency", "by the minister"."""
    chunks = clauses.chunks
    for k in range(1, len(chunks)):
        c = chunks[k]
        if (
            c.kind == "np"
            and chunks[k - 1].low in ("in", "by", "from", "out of", "out")
            and place[0] <= c.start < place[1]
        ):
            return [c]
    return []

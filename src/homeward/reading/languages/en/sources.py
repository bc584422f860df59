"""Who a whole noun phrase names, in English: "Ana Ruhl, the ministry's spokeswoman, who ..." is Ana Ruhl.

In: the place of a phrase in a text. Out: `Actor`.
Leaves to others: where the phrase begins and ends (`actors` by rules, the tagger by training), and who "he" is.

A phrase is cut at its commas and relative clauses. A part that holds a person's name gives the name; else the first
part does, with what it is further described by: "commander of the Sahelian Guard".
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from homeward.names import listed_kinds
from homeward.reading.callings import is_demonym, is_rank_in_letters, is_title
from homeward.reading.entities.lists import place_names
from homeward.reading.languages.en import words as w
from homeward.reading.languages.language import Actor, ActorKind, Place
from homeward.records import Attribution

_CUT = re.compile(
    r",\s+|\s+[—–-]+\s+|\s+\(|\)|(?<! to)(?<! of)(?<! by)(?<! with)(?<! from)(?<! at)\s+(?=that\b)|"
    r"\s+(?=(?:(?:with|to|from|by|for|of) )?whom\b|of which\b|when (?:he|she|it|they)\b|who\b|whose\b|which\b|where\b|speaking\b|known as\b|identified\b|"
    r"involved\b|based\b|posted\b|assigned\b|attached\b|interviewed\b|reached\b|contacted\b|"
    r"(?:consulted|asked|questioned|approached|quoted|cited|polled|canvassed|phoned|telephoned|tracked down)(?= by\b|$)|"
    r"(?:calling|styling|identifying|introducing|naming|describing) (?:him|her|it|them)|going by\b|giving (?:his|her) name\b|named\b|on condition\b|only identified\b|"
    r"called (?=[A-Z]))"
)
_NAMED_SO = re.compile(
    r"(?:(?:who (?:is |was |are |were )?)?(?:known|identified|named|nicknamed|called)(?: only)?(?: as| by)?|"
    r"(?:who )?(?:calling|calls|called|styling|styles|styled|naming|identifying|identified|introducing|introduced) "
    r"(?:him|her|it|them)sel(?:f|ves)(?: only)?(?: as)?|(?:who )?(?:giving|gave|gives) (?:his|her|its|their) name(?: only)?"
    r"(?: as)?|(?:who )?(?:going|goes|went) by(?: the name(?: of)?)?|(?:one|a certain)(?=(?-i:(?: (?:al-|el-)?[A-Z][\w’'-]+)+$)))\s+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w.]*(?:[-'’][\w]+)*|\d+|&")
_ARTICLE = re.compile(
    r"(?:the|a|an|this|that|these|those|any)\s+(?!of\b)",
    re.IGNORECASE,
)
_SELF = re.compile(r"(?:self-(?:styled|proclaimed|declared|described)|so-called)\s+", re.IGNORECASE)
_HIDDEN = re.compile(
    r"\b(?:on background|not for attribution|off the record|sources?|insiders?|anonymous|unnamed|unidentified|anonymously|anonymity|familiar with|with knowledge of|"
    r"not to be (?:named|identified)|be (?:named|identified|quoted by name)|briefed on)\b",
    re.IGNORECASE,
)
_JOINERS = frozenset(
    w.NAME_PARTICLES
    | {"of", "the", "and", "for", "&", "in", "on", "d", "y", "e", "zu", "des", "do", "du", "dos", "das"}
)
_POSSESSIVE = re.compile(r"['’]s?$")


def trimmed(text: str, place: Place) -> Place:
    """A place without a loose small word or mark at its end: the tagger may take one word too many."""
    phrase = text[slice(*place)]
    lead = _LEAD.match(phrase)
    if lead and lead.end() < len(phrase):
        return trimmed(text, (place[0] + lead.end(), place[1]))
    where = _WHERE_FIRST.match(phrase)
    if where and w.SEVERAL_PEOPLE.search(phrase) is not None:
        return trimmed(text, (place[0] + where.end(), place[1]))  # "In Tarn | elders"
    relative = _RELATIVE.match(phrase)
    if relative:
        return place[0], place[0] + relative.end()  # "who are held": whoever stands before it
    another = _ANOTHER.search(phrase)
    if another:  # "Of Yvette Cloutange the Governorate said": two phrases, the nearer is meant
        return trimmed(text, (place[0] + another.start(1), place[1]))
    nearer = _TWO_PHRASES.match(phrase)
    if nearer is not None:  # "(In a note to) the embassy the ministry said": two phrases, the nearer is meant
        return trimmed(text, (place[0] + nearer.end(), place[1]))
    comma = phrase.find(", ")
    if (
        comma > 0
        and _BEHIND_PLACE.search(text, max(0, place[0] - 8), place[0])
        and phrase[comma + 2 : comma + 5] != "who"
    ):
        return trimmed(text, (place[0] + comma + 2, place[1]))  # "... had been sent to Brenn, the minister replied"
    where = _NAME_AND_PLACE.match(phrase)
    if where and _plain(where[1].split()[0]) not in _PEOPLE_AT_A_PLACE:
        phrase = where[1]  # "Bogdanov at the headquarters"
    aside = _ASIDE.search(phrase)
    if aside:
        phrase = phrase[: aside.start()]  # "The caller, by Valdez's account"
    verb = next((m for m in _WORD.finditer(phrase) if m.start() and _ends_phrase(phrase, m)), None)
    article = verb is not None and _DETERMINED.search(
        phrase, 0, verb.start()
    )  # "a released man", "one of the freed men"
    if (
        verb is not None
        and not article
        and not re.search(r"\b(?:who|which|that|whose|whom)\b|,", phrase[: verb.start()])
    ):
        phrase = phrase[: verb.start()]
    dated = _DATED.search(phrase)
    if dated is not None and dated.start():
        phrase = phrase[: dated.start()]  # "an official on 17 February"
    lasting = _LASTING.search(phrase)
    if lasting is not None and lasting.start():
        phrase = phrase[: lasting.start()]  # "the page Lions an hour later", "the assembly likewise"
    begun = _BEGUN_CLAUSE.search(phrase)
    if begun is not None:
        phrase = phrase[: begun.start()]  # "A freed driver, whom the agency"
    asking = _MEDIUM_ASKED.match(phrase)
    if asking is not None:
        phrase = asking["medium"]  # "Radio Marsh, which spoke with Kell": two
    acting = _NAME_AND_VERB.match(phrase)
    if acting is not None:
        phrase = acting["name"]  # "Petar Vasko used", "Petar Vasko there"
    cut = _CUT_SHORT.search(phrase)
    if cut is not None:
        phrase = phrase[: cut.start()]  # "a trader who spoke", of "a trader who spoke to Radio Tern"
    asked = _ASKED_BY.match(phrase)
    if asked is not None:
        phrase = asked["who"]  # "a surgeon | consulted by Radio Tern": a relay, which the rules find
    text_alone = _TEXT_OBTAINED.match(phrase)
    if text_alone is not None:
        phrase = text_alone["text"]  # "a letter | obtained": by a relay, which the rules find
    loose = _LOOSE.search(phrase)
    stop = loose.start() if loose and loose.start() else len(phrase)
    return (place[0], place[0] + stop)


def _ends_phrase(phrase: str, word: re.Match[str]) -> bool:
    """Whether a verb or modal begins, and not what somebody is: "an official | to Reuters", "sources close to the talks"."""
    low = word.group().lower()
    if word.group() in _IN_NAMES and phrase[: word.start()].split()[-1][:1].isupper():
        return False  # "the Lake Volunteers"
    return low in _VERBS and not (low == "to" and _NEAR_TO.search(phrase, 0, word.start()) is not None)


_DETERMINED = re.compile(rf"(?:^|\bof )(?:{'|'.join(w.DETERMINERS)}) $", re.IGNORECASE)
_IN_NAMES = frozenset(["Volunteers", "Reports", "Notes", "States", "Records", "Posts", "Calls"])
_NEAR_TO = re.compile(
    r"\b(?:close|near|next|loyal|related|attached|privy|party|sympathetic|known|accredited|(?:aide|advis[eo]r|ambassador|envoy|delegate|witness|counsel)s?) $",
    re.IGNORECASE,
)


_ASKED_BY = re.compile(
    r"(?P<who>[^,]{3,60}?),? (?:consulted|interviewed|reached|contacted|quoted|cited|questioned) by "
)
_TEXT_OBTAINED = re.compile(
    r"(?P<text>(?:an?|the|one|this|that) (?:[\w-]+ ){0,2}?(?:statement|letter|message|note|memo|document|report|recording|"
    r"email|e-mail|cable|transcript|copy|list|video)) "
    r"(?:obtained|seen|received|reviewed|viewed|quoted|cited|published|signed|read)$",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATED = re.compile(
    rf",? (?:(?:late |early )?on|in|since|by|last|this|early|late|earlier) (?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\b(?! [a-z])|\d{{1,2}} {_MONTH}\b|{_MONTH} \d|\d{{4}}|week\b|month\b|year\b|morning\b|evening\b|night\b).*$",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"(?: (?:for )?(?:an?|one|two|three|several|some|\d+) (?:hour|day|week|month|year|afternoon|evening|minute|moment)s?\b.*|"
    r" (?:likewise|meanwhile|thereupon|moreover|however|also|too|itself|himself|herself|themselves))$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r",\s+(?:by (?:his|her|their|its|[A-Z])|according to|as (?:he|she|they|it|[A-Z])|(?:he|she|they|it)\b)"
)
_BEHIND_PLACE = re.compile(r"\b(?:to|in|at|from|near|into|over|inside|outside|around) $")
_LEAD = re.compile(
    r"(?:[ap]\.?m\.?,?|himself|herself|itself|themselves|by|from|to|as|that|but|and|when|while|where|because|according to|citing|quoting|(?:it|them|him|all|what)(?=\s+(?-i:[A-Z])))\s+|[\s\"“”,:;—–-]+",
    re.IGNORECASE,
)
_NAME_AND_PLACE = re.compile(r"((?:[A-Z][\w’'-]+ )*[A-Z][\w’'-]+) (?:at|in|on|after|before|during|from) ")
_PEOPLE_AT_A_PLACE = (
    w.PERSON_HEADS | w.SOURCE_HEADS | frozenset(["somebody", "someone", "anybody", "nobody", "people"])
)
_WHERE_FIRST = re.compile(r"(?:In|Near|At|Outside|Inside|Around|Across) (?P<place>(?:[A-Z][\w’'-]+ ){1,3})(?=[a-z])")
_RELATIVE = re.compile(r"(?:who|whom|which|that)\b", re.IGNORECASE)
_TWO_PHRASES = re.compile(
    r"(?:the|its|his|her|their|an?) (?:(?!(?:of|for|in|at|to|with|by|and|from|on|near|who|that|or) )[\w’'-]+(?<!['’]s) ){1,3}"
    r"(?=(?:the|its|his|her|their) [a-z])"
)
_ANOTHER = re.compile(r"^(?:[A-Z][\w’'-]+ )+(the [A-Z])")
_VERBS = (
    w.SAYING.keys()
    | w.BE
    | w.MODALS
    | w.CITING
    | w.FINITE
    | frozenset(
        w.split(
            "met held handed gave passed sent received visited called made took released freed knew "
            "has had have did went came issued published released put posted circulated"
        )
    )
)


_BEGUN_CLAUSE = re.compile(r", (?:with |to |from |by )?(?:whom|which) (?:the |an? |its |their )?(?:[\w-]+ )?[\w-]+$")
_MEDIUM_ASKED = re.compile(
    r"(?P<medium>[^,]{3,50}), which (?:had |has |also )*(?:spoke|spoken|talked|met|interviewed|quotes|quoted|cites|cited|credits|credited|asked|reached|heard)\b"
)
_NAME_AND_VERB = re.compile(
    r"(?P<name>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)+) (?:(?!(?:armed|united|detained|wounded|based|allied|backed|affiliated|accused)\b)[a-z]{2,}ed|there|here|then|now|again)"
    r"(?: [a-z].*)?$"
)
_CUT_SHORT = re.compile(
    r",? (?:who|which|that) (?:has |had |have )?(?:spoke|spoken|talked|told|said|wrote|was|were|had|has|is)$"
)
_LOOSE = re.compile(
    r"(?:[\s,;:—–-]+(?:as|that|to|by|who|whom|whose|which|when|while|if|because|and|but|in|on|of|for|it|he|she|they|we|has|had|was|is))?[\s,;:—–-]*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def describe(text: str, place: Place) -> Actor:
    """The actor whom the phrase at `place` names."""
    phrase = text[slice(*place)]
    low = phrase.lower().strip()
    if low in w.PRONOUNS or low in _OTHER_PRONOUNS:
        return Actor(place, phrase.strip(), ActorKind.PRONOUN, Attribution.UNNAMED, low)
    owns = _ENDS_OWN.search(phrase)
    if owns is not None and owns.start():
        return replace(describe(text, (place[0], place[0] + owns.start())), place=place)  # "Ms Bamik's own"
    parts = [p for p in _parts(phrase) if p[1].strip()]
    if not parts:
        return Actor(place, phrase, ActorKind.OTHER, Attribution.UNNAMED)
    hidden = _HIDDEN.search(phrase) is not None
    whose = _WHOSE.match(phrase)
    if whose and whose.end() < len(phrase):  # "a statement by the owners" speaks for the owners
        inner = describe(text, trimmed(text, (place[0] + whose.end(), place[0] + _until(phrase, whose.end()))))
        return replace(inner, place=place)
    office = next((m for _, p in parts if (m := _GIVEN_AS.fullmatch(p.strip())) is not None), None)
    if office is not None:  # "a man who introduced himself as the Battalion's paymaster"
        name = office["office"]
        return Actor(place, name, ActorKind.ROLE, Attribution.UNNAMED, _plain(name.split()[-1]))
    owned = _OWNED.match(phrase) or (_OWNED.match(parts[0][1]) if len(parts) > 1 and not parts[0][0] else None)
    if owned and not (place[0] and text[place[0] - 1] == "'"):  # "the ministers' statement", "the Front's X account"
        inner = describe(text, (place[0], place[0] + owned.end("owner")))
        fits = inner.kind in (ActorKind.BODY, ActorKind.OTHER, ActorKind.ROLE, ActorKind.PERSON)
        if fits and inner.kind is not ActorKind.PRONOUN and inner.name.lower() not in ("its", "his", "her", "their"):
            return replace(inner, place=place)
    of_body = _BODYS_TEXT.match(parts[0][1])
    if of_body is not None and _plain(of_body["owner"].split()[-1]) in w.BODY_HEADS | {
        "police",
        "government",
        "army",
    }:
        start = place[0] + parts[0][0] + of_body.start("owner")
        inner = describe(text, (start, start + len(of_body["owner"].rstrip())))
        if inner.kind is ActorKind.BODY:
            return replace(inner, place=place)  # "a Sarn police statement" speaks for the police
    titled = _MEDIUM_NAMED.search(parts[0][1])
    if titled is not None and not _no_station(parts[0][1], titled):  # "the Ankara news site Son Hat"
        name = titled["name"].strip("\"“”'‘’«»").rstrip(" ,")
        return Actor(place, name, ActorKind.MEDIUM, Attribution.NAMED, titled["kind"])
    of_kin = _is_of_kin(parts)
    for number, (_, part) in enumerate(parts):
        if number and _THROUGH_OTHERS.match(part):
            continue  # "the caller, quoted by the station Marsh"
        part = _HONOURED.sub("", part)
        person = _person_in(part, alone=number > 0 and _tells_role(parts[0][1])) if not _ONE_OF.match(part) else None
        if number and of_kin:
            break  # "the mother of the second mate, Kofi Larteh"
        if person is not None and not (
            number
            and _is_body(parts[0][1])
            and not _tells_role(parts[0][1])
            and _head(parts[0][1]) not in w.OWNERS
            and _OFFICE_OF_BODY.search(parts[0][1]) is None
        ):
            if number and _is_firm(_head(parts[0][1]), part.strip(), person):
                return Actor(place, person, ActorKind.BODY, Attribution.NAMED, _head(parts[0][1]))
            head = next((h for h in (_head(p) for _, p in parts) if h in w.PERSON_HEADS), "")
            role = part[: part.rfind(person)] if number == 0 and part.strip() != person else ""
            role = role or next((p for _, p in parts if p is not part and _head(p) in w.PERSON_HEADS), "")
            role = _OF_LETTERS.sub("", role)
            rank = part[: part.rfind(person)].strip() if number and role else ""
            if rank and is_title(rank.split()[0]):
                role = f"{bare(role)}, {rank}"  # "its spokesman, Colonel Faustin Rukundo": "the colonel" is he too
            if not role and number and is_demonym(bare(parts[0][1]).lower()):
                role = parts[0][1]  # "the Iraqi, Haider al-Marsoumi"
            return Actor(place, person, ActorKind.PERSON, Attribution.NAMED, head, role=bare(role).lower())
    if len(parts) > 1 and _ONE_OF_THEM.fullmatch(bare(parts[0][1])) and _head(parts[1][1]) in w.PERSON_HEADS:
        return _described(place, _AGED.sub("", parts[1][1]), hidden, "")  # "One of them, a farmer aged 40"
    called = next((bare(p[m.end() :]) for _, p in parts[1:] if (m := _NAMED_SO.match(p.strip()))), "")
    if called[:1].isupper() and _is_body(parts[0][1]):  # "a group calling itself the Creek Avengers"
        return Actor(place, called, ActorKind.BODY, Attribution.NAMED, _head(called) or _head(parts[0][1]))
    if len(parts) == 2 and _CAPITALS.fullmatch(parts[1][1].strip()) and _is_common_body(parts[0][1]):
        return Actor(place, bare(parts[1][1]), ActorKind.BODY, Attribution.NAMED, _head(parts[0][1]))
    if len(parts) > 1 and _OUTLETS_NAME.search(parts[0][1]) and _CAPITALS.fullmatch(parts[1][1].strip()):
        return Actor(place, bare(parts[1][1]), ActorKind.MEDIUM, Attribution.NAMED, parts[0][1].split()[-1].lower())
    one_of = _ONE_OF.match(parts[0][1])
    if one_of is not None and _head(parts[0][1]) in _OF_MANY:
        return Actor(
            place, parts[0][1].strip().rstrip(" ,;:"), ActorKind.ROLE, Attribution.UNNAMED, _head(parts[0][1])
        )
    before = text[max(0, place[0] - 6) : place[0]]
    led = "the " if before.lower().endswith(("the ", " its ", " his ", " her ")) else ""
    return _described(place, parts[0][1], hidden, led)


_THROUGH_OTHERS = re.compile(
    r"(?:who (?:was |is |had been )?)?(?:consulted|interviewed|reached|contacted|quoted|cited|questioned|asked|approached|phoned|telephoned)"
    r" (?:on \w+ |later |earlier )?(?:by|in|on) "
)
# "the group's political commissar": an office, though no table knows its last word
_OFFICE_OF_BODY = re.compile(r"['’]s? (?:[a-z][\w-]+ ){0,2}[a-z][\w-]+(?:er|or|ar|ist|man|woman|ian|ent|ant|ier)$")
_ENDS_OWN = re.compile(r"['’]s? own$")
_HONOURED = re.compile(r"(?:(?<=\s)|^)(?:H\.? ?[EH]\.|T\.? ?E\.) ?(?=[A-Z])")  # "H.E. Torkel Beck"
_OF_LETTERS = re.compile(r"(?:(?<=\s)|^)[A-Z]{2,5}\d?\s*$")  # "Police spokesman DSP": no part of the office
_HEADING = re.compile(  # what a document or a part of it is, no medium
    r"(?:(?:the|arabic|morning|daily|weekly|our|your|local|foreign|world) )*(?:press|media|papers)(?: (?:digest|review|summary|round-?up|monitor|survey|briefing))?",
    re.IGNORECASE,
)
_MEDIUM_NAMED = re.compile(
    rf"(?:^|\s)(?P<kind>{'|'.join(sorted(w.MEDIUM_HEADS - w.ONLY_IN_TITLES - {'press', 'bulletin', 'dispatch'}))}) "
    r"(?P<name>[\"“«'‘]?(?:(?:[Aa][lnrdstz]|[Ee]l|[Aa]sh|[Uu]l)[-'’])?[^\W\d_a-z][\w’'&.-]*(?<!['’]s)(?: (?:(?:of|the|de|da|del|des|du|la|le|al|el|and|&|[dy]) )*"
    r"[^\W_a-z][\w’'&.-]*(?<!['’]s))*[\"”»'’]?)\s*$"
)


def _is_firm(head: str, part: str, name: str) -> bool:
    """Whether the employer or operator told of is a body: its name begins with no title and no listed given name."""
    if head not in w.OWNERS or part != name:
        return False
    named = name.split()
    return head != "owner" and not is_title(named[0]) and not listed_kinds(named[0]) & _GIVEN


def _is_common_body(part: str) -> bool:
    """Whether a part tells of a body by a common noun only, so that a name may follow: "the crew's employer, Corvel"."""
    last = _words(part)[-1:]
    low = _plain(last[0]) if last else ""
    return bool(last) and last[0].islower() and low in w.BODY_HEADS and low not in w.PERSON_HEADS


_BODYS_TEXT = re.compile(
    r"\s*(?:an?|the|one|another)\s+(?P<owner>(?:[\w’'-]+ ){1,5}?)(?:statement|communiqu[eé]|press release|readout|read-out|release|"
    r"bulletin|letter|note|memo|memorandum|message|reply|circular|email|e-mail|tweet|post|document|report)"
    r"(?= (?:carried|published|released|quoted|issued|said|on|(?<!post )in|of|dated|sent|seen|read|posted)\b|$)"
)
_WHOSE = re.compile(
    r"\s*(?:(?:the|a|an|its|in a|in an|one)\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:statement|letter|post|message|communique|communiqué|note|release|remarks|comments|list|bulletin|leaflet|notice|"
    r"recording|video|dispatch|circular|announcement|document|memo|text|pamphlet|readout|read-out|text message|voice note|"
    r"voice message|e-?mail|communication|notice|advert|appeal|posting|tweet|audio|clip|transcript|account|testimony|affidavit|"
    r"deposition|declaration|telegram|telegrams|telling)s?"
    r"(?:\s+(?:on|in|to)\s+(?:the|its|a|an|his|her|their)\s+(?:[\w-]+\s+){0,3}?(?:page|channel|account|feed|website|site|"
    r"group|app|wall|portal|forum|blog|list))?"
    r"(?:\s+on\s+\w+)?(?:\s+(?:by|from|of|in the name of)|,?\s+(?:issued|signed|released|published|posted|put out|circulated|distributed|"
    r"read out|recorded|written|sent|drawn up) by)\s+",
    re.IGNORECASE,
)


_GIVEN_AS = re.compile(
    r"(?:who )?(?:introduc|identif|describ|present|styl|call|giv)\w+ (?:him|her|them)sel(?:f|ves) (?:only )?as (?:the |an? )?"
    r"(?P<office>[\w-]+(?: [\w-]+){0,3}?['’]s? [a-z][\w-]+)(?: (?:in|on|by|to|when|during|at) .*)?"
)
_OWNED = re.compile(
    r"(?P<owner>[^,;()]{2,60}?)(?:['’]s|(?<=s)['’]) (?:[\w’'-]+ ){0,3}?(?:statement|communiqué|communique|letter|message|post|"
    rf"tweet|notes?|slip|sheet|press sheet|diary|circular|decree|telegram|cable|fax|memo|memorandum|reply|answer|newsletter|press release|release|(?:{'|'.join((*w.NETWORKS, *w.NETWORKS_TOO))}) "
    r"(?:channel|account|page|feed|group)|website|web page|home page)$"
)


def _until(phrase: str, begin: int) -> int:
    """Where a name ends that a date or place follows: "issued by Savanna Services on March 27"."""
    behind = re.compile(r" (?:on|in|at|late|last|earlier) ").search(phrase, begin)
    return behind.start() if behind else len(phrase)


def _is_of_kin(parts: list[tuple[int, str]]) -> bool:
    """Whether a name behind belongs to whose kin somebody is: "the mother of the second mate, Kofi Larteh"."""
    first = parts[0][1]
    kin = _first_role(first)
    if kin not in w.KIN_HEADS or " of " not in first:
        return False
    name = parts[1][1].split() if len(parts) > 1 else []
    given = listed_kinds(name[0]) & frozenset("mf") if name else frozenset()
    indefinite = first.lower().lstrip().startswith(("a ", "an ", "one "))
    known = _SEX_OF_KIN.get(kin, "")
    own = len(given) == 1 and known in given
    return not own and (not indefinite or (len(given) == 1 and known != ""))


_OUTLETS_NAME = re.compile(
    r"\b(?:station|channel|broadcaster|agency|newspaper|daily|outlet|website|site|portal|weekly|magazine|paper|podcast|blog|newscast)$"
)
_CAPITALS = re.compile(r"(?:the )?[^\W\d_a-z][\w’'-]*(?: (?:(?:of|the|de|da|del) )*[^\W_a-z][\w’'-]*)*")
_ONE_OF = re.compile(
    r"\s*(?:one|two|three|some|several|another|most|many) of (?:the |his |her |its |their |[A-Z])", re.IGNORECASE
)
_ONE_OF_THEM = re.compile(r"(?:one|another|two|some) of (?:them|these|those)|another|one", re.IGNORECASE)
_AGED = re.compile(r"\s+(?:aged \d+|of \d+|in (?:his|her) (?:\w+))$")
_OF_MANY = frozenset(w.split("staff team crew delegation council cabinet leadership committee faction family"))


_SEX_OF_KIN = dict.fromkeys(w.split("mother sister wife daughter aunt niece grandmother widow"), "f") | dict.fromkeys(
    w.split("father brother husband son uncle nephew grandfather"), "m"
)


def _first_role(part: str) -> str:
    return next((low for word in _words(part) if (low := _plain(word)) in w.ROLE_HEADS), "")


_OTHER_PRONOUNS = frozenset(w.split("who they them him her us me you"))


def _parts(phrase: str) -> list[tuple[int, str]]:
    found = []
    start = 0
    for cut in _CUT.finditer(phrase):
        found.append((start, phrase[start : cut.start()]))
        start = cut.end()
    found.append((start, phrase[start:]))
    return found


_WHOSE_OWN = re.compile(
    r"(?:(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur) )?[^\W\d_][\w-]*['’]s? +(?=((?:[^\W\d_a-z][\w’'-]+ )+[^\W\d_a-z][\w’'-]+)$)"
)


def _of_their_own(part: str) -> str:
    """A person's name behind whose he is: "Judit Kelemen" of "the opposition's Judit Kelemen"."""
    whose = _WHOSE_OWN.match(part)
    if whose is None:
        return part
    words = _words(whose[1])
    if any(_plain(word) in w.ROLE_HEADS | w.PORTFOLIOS for word in words):
        return part
    lower = whose.group().split()[-1][0].islower()
    return whose[1] if lower or listed_kinds(words[0]) & _GIVEN else part


def bare(phrase: str) -> str:
    """A phrase without its article, "self-styled" and quotation marks around it."""
    before = None
    found = phrase.strip().strip("\"“”'‘’")
    while before != found:
        before = found
        found = (
            _SELF.sub("", _ARTICLE.sub("", found, count=1), count=1)
            if _ARTICLE.match(found) or _SELF.match(found)
            else found
        )
    return found


def _words(part: str) -> list[str]:
    return _WORD.findall(part)


@lru_cache(maxsize=16_384)
def _plain(word: str) -> str:
    low = _POSSESSIVE.sub("", word.lower()).rstrip(".")
    return word if low in w.IN_SMALL_LETTERS and word[:1].isupper() else low


def _is_style(word: str) -> bool:
    """Whether a word is written as a title: "Sister Perpétue", but "his sister Maud"."""
    return word[:1].isupper() and _plain(word) in _TITLES_OR_STYLES


_HONORIFICS = frozenset(
    w.split(
        "lady lord justice hon honourable honorable right fr rev reverend msgr monsignor sr br mx mme mlle maitre "
        "maître counsel state haji hajj ustaz mufti advocate eng ing engineer comrade private pvt cpl ssgt"
    )
)
_STYLES = frozenset(
    w.split(
        "bishop archbishop pastor cardinal reverend captain colonel general major lieutenant sergeant commander sheikh sister father brother mother"
    )
)


def _head(part: str) -> str:
    """The role, body or medium of a part: the last such word before "of", else before the name."""
    found = before = ""
    for word in _words(part):
        low = _plain(word)
        if low in ("of", "for", "in", "at", "from", "with", "to", "on", "close", "near") and found:
            break
        if low == "station" and before in _NO_STATIONS:
            found = ""  # "the pumping station in Sarir"
        elif low in w.ROLE_HEADS:
            found = low
        before = low
    return found


_NO_STATIONS = frozenset(
    w.split(
        "pumping power police bus train railway metro petrol gas filling fire weather border research polling customs "
        "naval coastguard lifeboat space work hydropower relay substation pump checkpoint service ambulance field"
    )
)


def _no_station(part: str, titled: re.Match[str]) -> bool:
    """Whether a "station" or "network" with a name is none that broadcasts: "the pumping station Sarir"."""
    before = _words(part[: titled.start("kind")])
    return titled["kind"] == "station" and bool(before) and _plain(before[-1]) in _NO_STATIONS


def _is_body(part: str) -> bool:
    return _head(part) in _BODY_HEADS_OR_MEDIUM_HEADS


def _tells_role(part: str) -> bool:
    return _head(part) in w.PERSON_HEADS


def _person_in(part: str, *, alone: bool) -> str | None:
    """The name of a person in a part: words with capitals that are no title, role, body or nation."""
    if _OF_DAY.match(bare(part.strip())):
        return None
    named = _NAMED_SO.match(part.strip())
    if named:
        rest = bare(part.strip()[named.end() :])
        return _leading_name(rest) if rest[:1].isupper() else None
    part = _REVEREND.sub("", _of_their_own(part.strip()))
    office = _office_holder(part)
    if office is not None:
        return office
    of_what = _FOR_WHAT.fullmatch(part)
    if of_what is not None and not any(_plain(x) in _ROLE_HEADS_OR_PORTFOLIOS for x in of_what["name"].split()):
        return of_what["name"]
    titled = _OF_HIS.match(part)
    if titled and _is_named(titled[1]):
        part = titled[1]  # "Col. Rida Ben Omran of the Libyan coastguard"
    words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(part)]
    role_at = [i for i, (word, _, _) in enumerate(words) if _plain(word) in w.ROLE_HEADS or _plain(word) in w.TITLES]
    if role_at == [0] and len(words) == 2 and _is_given_name([word for word, _, _ in words]):
        role_at = []
    body = any(_plain(word) in _BODY_HEADS_OR_MEDIUM_HEADS for word, _, _ in words)
    begin = 0
    if role_at:
        last = role_at[-1]
        if _SPEAKS_FOR.search(part[: words[last][1]]) and any(i < last for i in role_at):
            return None  # "an aide to President Ivo Sandel"
        if _plain(words[last][0]) in _BODY_HEADS_OR_MEDIUM_HEADS_OR_SOURCE_HEADS:
            return None  # "the Sarran Wire", "a spokesman for the Marsh Council"
        begin = last + 1
        if last == 0 and (foreign := _FOREIGN_OFFICE.fullmatch(part)) is not None:
            return foreign["name"]  # "Deputy akim Serik Baizhan"
        if last and begin < len(words) and not words[begin][0][:1].isupper():
            return None
    elif not body and (told := _TRADE.match(part)) and _may_be_called(told["trade"], told["name"]):
        return told["name"]  # "the banker Lea Morrow", "diver Marta Kovel"
    elif _ARTICLE.match(part) or body or (len(words) == 1 and not alone):
        return None
    stop = begin
    while stop < len(words) and (_is_capital(words[stop][0]) or _plain(words[stop][0]) in w.NAME_PARTICLES):
        if _POSSESSIVE.search(words[stop][0]) and stop + 1 < len(words):
            return None  # "Ruhl's lawyer"
        stop += 1
    if stop == begin:
        return None
    if stop < len(words) and _plain(words[stop][0]) not in w.PREPOSITIONS:
        return None
    while stop - begin > 2 and _plain(words[begin][0]) in _HONORIFICS_OR_PORTFOLIOS:
        begin += 1  # "Lady Justice Jerotich Ngetich"
    many = stop - begin
    if many == 1 and not role_at and not alone:
        return None
    if many == 1 and role_at and _is_style(words[role_at[-1]][0]):
        begin = role_at[-1]  # "Captain Baobab": of one word only, a name keeps its title
    begin += _titles_before([word for word, _, _ in words[begin:stop]], behind_role=bool(role_at))
    return _POSSESSIVE.sub("", part[words[begin][1] : words[stop - 1][2]])


_FOREIGN_OFFICE = re.compile(
    r"(?:[Tt]he )?(?:[Dd]eputy|[Vv]ice|[Ff]irst|[Ss]enior|[Cc]hief|[Aa]cting|[Ff]ormer) (?:[a-z][\w’'-]+ ){1,2}"
    r"(?P<name>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){1,2})"
)


_FOR_WHAT = re.compile(  # "Minister for Waterways Godspower Tamuno"
    r"(?:(?:[Tt]he|[Dd]eputy|[Ff]ormer|[Aa]cting) )*(?:[Mm]inister|[Ss]ecretary|[Cc]ommissioner|[Dd]irector) (?:of State )?(?:for|of) "
    r"[A-Z]\w+(?: and [A-Z]\w+)? (?P<name>[^\W\d_a-z][\w’'-]+ [^\W\d_a-z][\w’'-]+[^s\W])"
)


def _titles_before(name: list[str], *, behind_role: bool) -> int:
    """How many words of a name are titles; a name of one word keeps its own: "Alhaji | Sani Dantala", "Hajj Saleh"."""
    many = 0
    while many + 2 < len(name) and name[many + 1][:1].isupper():
        word = name[many]
        if word.lower() in _WITH_SERI and name[many + 1].lower() in ("sri", "seri") and many + 3 < len(name):
            many += 2
            continue
        ranked = is_rank_in_letters(word) and not name[many + 1].isupper()
        known = behind_role or bool(listed_kinds(name[many + 1]) & _GIVEN)
        if not is_title(word) and not (ranked and known):
            break
        many += 1
    return many


_WITH_SERI = frozenset(["tan", "datuk", "dato", "puan"])


def _leading_name(rest: str) -> str:
    """The words with capitals with which a phrase begins: "Sami" of "Sami rang the paper"."""
    words = rest.split()
    stop = next((k for k, x in enumerate(words) if not _is_capital(x) and _plain(x) not in _JOINERS), len(words))
    while stop > 1 and not _is_capital(words[stop - 1]):
        stop -= 1
    return " ".join(words[:stop]).rstrip(",;:.")


def _is_given_name(words: list[str]) -> bool:
    """Whether what may be a title is a given name before a family name: "Emir Hodžić", but "Emir Tamim"."""
    return (
        bool(listed_kinds(words[0]) & _GIVEN) and words[0][:1].isupper() and _FAMILY_NAME.search(words[1]) is not None
    )


_FAMILY_NAME = re.compile(r"[^\W\d_]{2}(?:i[ćc]|oğlu|oglu|enko|shvili|yan|ski|ska|sen|sson)$")


def _may_be_called(trade: str, name: str) -> bool:
    """Whether a name behind a word that no table knows is a person's: "diver Marta Kovel", "the beekeeper Olo Betrik"."""
    return bool(listed_kinds(name.split()[0]) & _GIVEN) or _OF_TRADE.search(trade) is not None


_TRADE = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?) )?(?P<trade>(?:[a-z][a-z-]+ ){1,3})(?P<name>(?:[^\W\d_a-z][\w’'-]+ ){1,3}[^\W\d_a-z][\w’'-]+)$"
)
_OF_TRADE = re.compile(r"(?:[bcdfgklmnprtvy]er|tor|ist|man|woman|eer|ician|hand|boy|girl|monger|wright|smith|herd) $")
_SPEAKS_FOR = re.compile(r" (?:to|for|of|with|at|from|in|inside|within|under) (?:the |then |former |late )*$")
_OF_HIS = re.compile(r"\s*((?:[^\W\d_][\w.’'-]*\s+){2,6}?)(?:of|from|at|with|in)\s+(?:the|its|his|her|their|[A-Z])")


def _is_named(phrase: str) -> bool:
    """Whether a phrase is a person's name with a title before it, or one that begins with a known given name."""
    words = _words(phrase)
    if not all(_is_capital(word) or _plain(word) in w.NAME_PARTICLES for word in words):
        return False
    titles = [k for k, word in enumerate(words) if _plain(word) in _TITLES_OR_STYLES_OR_PERSON_HEADS]
    if titles:
        name = words[titles[-1] + 1 :]
        return bool(name) and not any(_plain(word) in _ROLE_HEADS_OR_PORTFOLIOS for word in name)
    plain = not any(_plain(word) in w.ROLE_HEADS for word in words)
    return plain and len(words) > 1 and bool(listed_kinds(words[0]) & _GIVEN)


_GIVEN = frozenset("mfg")
_REVEREND = re.compile(
    r"^[Tt]he (?=(?:Very |Most |Right |Rt\.? )*(?:Rev(?:d|erend)?|Hon(?:ou?rable)?|Ven(?:erable)?)\b\.? [A-Z])"
)  # "the vicar, the Revd Ida Sorn"


def _office_holder(part: str) -> str | None:
    """The name behind an office that is told in full: "Vice-Minister of Foreign Affairs J. Stankaitienė"."""
    words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(part)]
    if not 3 < len(words) < 16 or not any(_plain(word) in w.TRAINED_PERSON_HEADS for word, _, _ in words[:4]):
        return None
    begin = len(words)
    while begin and _is_capital(words[begin - 1][0]) and not _POSSESSIVE.search(words[begin - 1][0]):
        begin -= 1
    run = words[begin:]
    if run and begin and _plain(words[begin - 1][0]) in _OF_ANOTHER and _plain(run[0][0]) in _TITLES_OR_PERSON_HEADS:
        return None  # "a spokesperson for Senator Dale Whitlock"
    if begin == 0 or len(run) < 3 or _plain(words[begin - 1][0]) not in _JOINERS_OR_DETERMINERS:
        return None
    for k in range(1, len(run) - 1):
        word = run[k][0]
        initial = len(word.rstrip(".")) == 1
        if initial or listed_kinds(word) & _GIVEN or _plain(run[k - 1][0]) in w.PORTFOLIOS:
            name = run[k:]
            fits = len(name) < 5 and not any(_plain(x) in _ROLE_HEADS_OR_PORTFOLIOS for x, _, _ in name)
            return part[name[0][1] : name[-1][2]] if fits else None
    return None


_OF_ANOTHER = frozenset(["for", "of", "to", "with"])


def _is_capital(word: str) -> bool:
    return word[:1].isupper() or _ARABIC_ARTICLE.match(word) is not None


_ARABIC_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|at|az|ash|ul|d|l)[-'’][A-Z]")


def _described(place: Place, part: str, hidden: bool, led: str) -> Actor:
    name = bare(part).rstrip(" ,;:")
    if sum(name.count(mark) for mark in '"“”') % 2:
        name = re.sub('["“”]', "", name)
    if name.endswith(("'s", "’s")):
        name = name[:-2]  # "the envoy's", of "the envoy's answer"
    head = _head(name)
    first = name[:1].isupper()
    definite = (led + part.strip()).lower().startswith(("the ", "its ", "his ", "her ", "their ", "this ", "that "))
    if (
        head in w.PERSON_HEADS
        and first
        and head.endswith("s")
        and all(x[:1].isupper() for x in _words(name))
        and (" " in name or part.strip().lower().startswith("the "))
    ):
        return Actor(place, name, ActorKind.BODY, Attribution.NAMED, head, definite)  # "Mangrove Volunteers"
    if hidden:
        return Actor(place, name, ActorKind.SOURCE, Attribution.ANONYMOUS, head)
    press = any(word[:1].isupper() and word.lower() in _PRESS for word in _words(name.split(" of ")[0]))
    if press and _HEADING.fullmatch(name):
        return Actor(place, name, ActorKind.OTHER, Attribution.NAMED)
    if _OF_DAY.match(name):
        return Actor(place, name, ActorKind.MEDIUM, Attribution.NAMED, name.split()[-1].lower())  # "Sunday Meridian"
    if not head and _GLUED.fullmatch(name):
        return Actor(place, name, ActorKind.MEDIUM, Attribution.NAMED, name.lower())  # "NauTV", "Pamirpress"
    if (network := _OF_NETWORK.match(name)) is not None:  # "its Telegram channel"
        return Actor(place, network[1], ActorKind.MEDIUM, Attribution.NAMED, head)
    if head in w.MEDIUM_HEADS or name.lower() in w.KNOWN_MEDIA or (press and head not in w.PERSON_HEADS):
        plain = (x for x in name.split() if x in w.MEDIUM_HEADS)
        after = next((found for x in plain if (found := _name_behind(name, x))), "") or _name_behind(name, head)
        common = not first or re.search(rf"(?<!^)\b{re.escape(head)}\b", name) is not None
        if after and common:  # "the agency Basira", "the Emirati channel Al-Ofoq"
            return Actor(place, after, ActorKind.MEDIUM, Attribution.NAMED, head)
        name = _plain_medium(_without_owner(name))
        named = any(word[:1].isupper() for word in _words(name))
        if _ONLY_WHERE.fullmatch(name) is not None and _only_where(name):
            return Actor(place, name, ActorKind.MEDIUM, Attribution.UNNAMED, head, definite)
        if not named and part.strip().lower().startswith(("this ", "our ")):
            return Actor(place, f"this {name}", ActorKind.MEDIUM, Attribution.UNNAMED, head)
        some = part.strip().lower().startswith(("a ", "an ", "one ", "another "))
        if not some and name[:1].isupper() and _is_capital((_PAPER.sub("", name).split() or [""])[-1]):
            name = _PAPER.sub("", name)  # "Al-Mihrab newspaper"
        name = _OUTLET.sub("", name) if _words(name[: -len(head)]) and _names_medium(name[: -len(head)]) else name
        return Actor(place, name, ActorKind.MEDIUM, Attribution.NAMED if named else Attribution.UNNAMED, head)
    if head in w.REPORT_HEADS:
        title = _title_before(name, head)
        if title:
            return Actor(place, title, ActorKind.MEDIUM, Attribution.NAMED, "report")
        return Actor(place, name, ActorKind.MEDIUM, Attribution.NAMED if first else Attribution.UNNAMED, "report")
    if head in w.BODY_HEADS and head not in w.PERSON_HEADS:
        named = head not in _VAGUE or any(word[:1].isupper() for word in _words(name))
        after = _name_behind(name, head) if head in name.split() else ""
        if " " in after or (
            after and head in _GROUPS and name.split()[0].islower()
        ):  # "the catering firm Savanna Services"
            return Actor(place, after, ActorKind.BODY, Attribution.NAMED, head, definite)
        name = _without_adjectives(name)
        return Actor(place, name, ActorKind.BODY, Attribution.NAMED if named else Attribution.UNNAMED, head, definite)
    run_by = _RUN_BY.match(name)
    if run_by is not None and head not in w.PERSON_HEADS:
        return Actor(place, run_by["name"], ActorKind.MEDIUM, Attribution.NAMED, run_by["name"].lower())
    if head in w.PERSON_HEADS:
        return Actor(place, name, ActorKind.ROLE, Attribution.UNNAMED, head, definite)
    if definite and is_demonym(name.lower()):
        return Actor(place, name, ActorKind.ROLE, Attribution.UNNAMED, name.lower(), definite)  # "the Dutchman"
    if first and not _opens_description(name):
        name = _without_place(name)
        return Actor(place, _POSSESSIVE.sub("", name), ActorKind.OTHER, Attribution.NAMED, definite=definite)
    return Actor(place, name, ActorKind.ROLE, Attribution.UNNAMED, _last_noun(name), definite)


_RUN_BY = re.compile(  # "state-run Velia Today"
    r"(?:state|government|military|privately|independently)-?(?:run|owned|controlled|funded|backed) "
    r"(?P<name>[^\W\d_a-z][\w’'-]*(?: [^\W_a-z][\w’'-]*)*)$"
)
_OF_NETWORK = re.compile(
    rf"(?:(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|official|personal|own|public|private|popular) )*({'|'.join((*w.NETWORKS, *w.NETWORKS_TOO))}) "
    r"(?:channel|account|page|feed|group|profile)\b"
)


_ONLY_WHERE = re.compile(
    r"(?P<where>[\w’'-]+(?: [A-Z][\w’'-]+)?)(?: (?:local|private|online|independent|morning|evening))? "
    r"(?:news)?(?:paper|daily|weekly|magazine|tabloid|broadsheet|portal|site|website|channel|station|broadcaster|radio|press)"
)


def _only_where(name: str) -> bool:
    """Whether a medium is told of only by where it comes out or in what language: "Nairobi daily", "English-language paper"."""
    found = _ONLY_WHERE.fullmatch(name)
    where = found["where"].lower() if found is not None else ""
    return where.endswith("-language") or where in place_names("en")


def _without_owner(name: str) -> str:
    """A medium's name without whose it is: "Shamsan television" of "Yemen's Shamsan television"."""
    owner, _, rest = name.partition(" ")
    owned = owner.endswith(("'s", "’s", "s'", "s’")) and rest[:1].isupper()
    return rest if owned and any(word[:1].isupper() for word in _words(rest)) else name


def _without_place(name: str) -> str:
    """A name of several words without the place that owns it: "Strait Evening" of "Taipei's Strait Evening"."""
    owned = _OF_PLACE.match(name)
    return owned["what"] if owned is not None and owned["where"].lower() in place_names("en") else name


_OF_PLACE = re.compile(
    r"(?P<where>[A-Z][\w-]*(?: [A-Z][\w-]*)?)(?:['’]s|(?<=s)['’]) (?P<what>[A-Z][\w’'-]*(?: (?:of |the |and )*[A-Z][\w’'-]*)+)$"
)


def _plain_medium(name: str) -> str:
    """A medium's name without what is said of it before: "SRT channel" of "state-run SRT channel"."""
    words = name.split()
    first = next((k for k, word in enumerate(words) if word[:1].isupper()), 0)
    plain = all(word.islower() and _plain(word) not in w.MEDIUM_HEADS for word in words[:first])
    return " ".join(words[first:]) if first and plain else name


def _without_adjectives(name: str) -> str:
    """A body's name without what is said of it before: "River Front" of "the outlawed River Front"."""
    words = name.split()
    first = next((k for k, word in enumerate(words) if word[:1].isupper()), 0)
    plain = first and all(word.isalpha() and _plain(word) not in w.ROLE_HEADS for word in words[:first])
    return (
        " ".join(words[first:])
        if plain and all(x[:1].isupper() for x in words[first : first + 2]) and len(words) > first + 1
        else name
    )


def _opens_description(name: str) -> bool:
    """Whether a phrase has a capital only because it begins a sentence: "Her employer", "Two acquaintances of his"."""
    words = _words(name)
    return len(words) > 1 and words[0].lower() in w.DESCRIBING and not any(word[:1].isupper() for word in words[1:])


_OUTLET = re.compile(r"\s+(?:web ?site|site|newspaper|channel|app|page|newscast|feed)$")
_PAPER = re.compile(r"\s+(?:news)?(?:paper|daily|weekly|magazine|web ?site|site|portal)$")


def _names_medium(name: str) -> bool:
    """Whether a name says by itself that it is a medium's: "Radio Nile" of "the Radio Nile website"."""
    return any(word[:1].isupper() and _plain(word) in w.MEDIUM_HEADS for word in _words(name))


def _title_before(name: str, head: str) -> str:
    """Whose report it is, where a name stands before the word: "a Velian state channel SRV report" is SRV's."""
    before = name[: name.lower().rfind(head)].strip()
    found: list[str] = []
    for word in reversed(before.split()):
        if (
            not word[:1].isupper()
            or word.lower() in w.DETERMINERS
            or (w.ADJECTIVES_OF_NATIONS.search(_plain(word)) and not found)
        ):
            break
        found.insert(0, word)
    return _POSSESSIVE.sub("", " ".join(found))


_GLUED = re.compile(r"[A-Z][\w-]*[a-z](?:TV|FM|Radio|News|Press|Post|Wire|Media|Times|press|news|radio|media)")
_OF_DAY = re.compile(r"(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day [A-Z][a-z]+$")
_PRESS = frozenset(
    w.split("press news radio tv television wire media broadcasting fm herald times tribune post gazette telegraph")
)
_GROUPS = frozenset(
    w.split(
        "group movement militia faction company firm charity organisation organization ngo gang cartel party airline operator outfit "
        "union bank association federation foundation corporation institute college clan tribe squad unit brigade"
    )
)
_VAGUE = frozenset(
    w.split(
        "side sides employer shipowner insurer operator workforce group movement organization organisation team staff crew office force forces faction unit squad wing"
    )
)


def _name_behind(name: str, head: str) -> str:
    """What stands with capitals behind the head, to the end: "agency Basira"."""
    match = _before_name(head).search(name) if head in name else None
    if not match:
        return ""
    rest = name[match.end() :]
    words = _words(rest)
    fits = all(_is_capital(x) or _plain(x) in _JOINERS or (n and x.isdigit()) for n, x in enumerate(words))
    return rest if fits else ""


@lru_cache(maxsize=512)
def _before_name(head: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(head)}\s+(?=[^\W\d_a-z])")


def _last_noun(name: str) -> str:
    words = _words(re.split(r"\s(?:of|for|in|at|from|with|to|on)\s", name, maxsplit=1)[0])
    return _plain(words[-1]) if words else ""


# Tables that the rules above ask together, joined once.
_TITLES_OR_STYLES = w.TITLES | _STYLES
_BODY_HEADS_OR_MEDIUM_HEADS = w.BODY_HEADS | w.MEDIUM_HEADS
_BODY_HEADS_OR_MEDIUM_HEADS_OR_SOURCE_HEADS = w.BODY_HEADS | w.MEDIUM_HEADS | w.SOURCE_HEADS
_HONORIFICS_OR_PORTFOLIOS = _HONORIFICS | w.PORTFOLIOS
_TITLES_OR_STYLES_OR_PERSON_HEADS = w.TITLES | _STYLES | w.PERSON_HEADS
_TITLES_OR_PERSON_HEADS = w.TITLES | w.PERSON_HEADS
_ROLE_HEADS_OR_PORTFOLIOS = w.ROLE_HEADS | w.PORTFOLIOS
_JOINERS_OR_DETERMINERS = _JOINERS | w.DETERMINERS

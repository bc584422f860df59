"""By which nouns an English text itself speaks of the people looked for, and the patterns that find them there.

In: the whole text, the terms given for the group, how many are looked for.
Out: patterns, with the number in group ``n`` where the words give one.
Leaves to others: terms given word for word and common words for held people (`patterns`), names (`homeward.names`).

A noun means the people looked for where it heads a term given for them, where it is of the same field as such a head
("physicians" for doctors), where the text says that as many of that kind were taken ("eight engineers"), or where it
calls that kind missing or held ("the abducted surveyors").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.marks import MARKED, PLAIN, MarkedPattern, Marks, can_mark
from homeward.reading.languages.en.words import NUMBER, NUMBERS
from homeward.reading.languages.language import FindsWords

# Nouns by which reports call the same people by turns, in the plural.
FIELDS = tuple(
    frozenset(w.split(line))
    for line in (
        "medics doctors physicians surgeons nurses midwives paramedics clinicians orderlies anaesthetists",
        "sailors seafarers seamen crewmen crewmembers mariners crew boatmen deckhands officers",
        "fishermen fishers sailors crewmen crew seamen boatmen trawlermen",
        "journalists reporters newsmen correspondents cameramen photographers broadcasters columnists editors crew",
        "engineers technicians workers contractors employees specialists experts labourers laborers staff workmen",
        "surveyors geologists hydrologists geographers geophysicists scientists researchers prospectors specialists",
        "soldiers troops servicemen conscripts infantrymen recruits servicewomen",
        "policemen policewomen police officers gendarmes constables troopers",
        "students pupils schoolgirls schoolboys schoolchildren children girls boys youngsters teenagers youths "
        "undergraduates trainees cadets",
        "teachers schoolteachers lecturers professors educators instructors academics",
        "hikers climbers mountaineers trekkers backpackers walkers tourists travellers travelers holidaymakers campers "
        "alpinists cyclists",
        "pilots airmen aircrew crew flyers aviators co-pilots",
        "nuns sisters priests seminarians missionaries monks clergymen clerics pilgrims worshippers churchmen friars "
        "brothers",
        "migrants refugees asylum-seekers deportees",
        "rangers wardens guards gamekeepers scouts",
        "drivers truckers lorry-drivers hauliers bus-drivers carriers",
        "volunteers staff employees workers humanitarians colleagues aid-workers staffers",
        "peacekeepers observers monitors blue-helmets inspectors",
        "miners pitmen diggers workers",
        "activists campaigners protesters demonstrators dissidents organisers organizers",
        "lawyers advocates attorneys",
        "farmers herders shepherds herdsmen villagers farmhands labourers",
        "traders merchants businessmen shopkeepers",
        "dockers stevedores longshoremen workers porters",
        "diplomats envoys consuls officials",
        "divers swimmers",
        "actors musicians singers artists",
        "electricians linemen fitters welders mechanics plumbers bricklayers masons builders workers workmen technicians",
        "firefighters firemen rescuers",
        "archaeologists archeologists excavators diggers students",
        "passengers travellers travelers",
        "citizens nationals compatriots countrymen subjects",
    )
)
_PEOPLE = frozenset(n for field in FIELDS for n in field) | frozenset(
    w.split("men women foreigners people persons civilians members couple siblings cousins friends")
)
# "sailor", "crewman": one of the people of a field.
SINGULAR = "|".join(
    sorted(
        {re.sub(r"men$", "man", n) if n.endswith("men") else n[:-1] for n in _PEOPLE if n.endswith(("men", "s"))}
        - set(w.split("person official diplomat envoy consul lawyer advocate attorney colleague officer member")),
        key=lambda n: (-len(n), n),
    )
)
# These alone say nothing of a trade: never taken over from a field.
_WIDE = frozenset(
    w.split("workers staff employees officers officials specialists experts people persons members crew")
)
_NATIONS = {
    "danish": "danes", "swedish": "swedes", "finnish": "finns", "polish": "poles", "turkish": "turks",
    "british": "britons", "english": "englishmen", "irish": "irishmen", "scottish": "scots", "spanish": "spaniards",
    "french": "frenchmen", "dutch": "dutchmen", "welsh": "welshmen", "serbian": "serbs", "croatian": "croats",
    "kurdish": "kurds", "thai": "thais", "filipino": "filipinos", "greek": "greeks", "czech": "czechs",
    "slovak": "slovaks", "arab": "arabs", "uzbek": "uzbeks", "tajik": "tajiks", "kazakh": "kazakhs",
    "afghan": "afghans", "pakistani": "pakistanis", "israeli": "israelis", "iraqi": "iraqis", "yemeni": "yemenis",
    "somali": "somalis", "bangladeshi": "bangladeshis", "qatari": "qataris", "kuwaiti": "kuwaitis",
    "omani": "omanis", "saudi": "saudis", "emirati": "emiratis", "azeri": "azeris", "nepali": "nepalis",
    "malagasy": "malagasies", "argentine": "argentines", "philippine": "filipinos", "togolese": "togolese",
}  # fmt: skip
_HELD = (
    r"(?:missing|abducted|kidnapped|captured|captive|detained|held|seized|disappeared|hijacked|imprisoned|jailed|"
    r"stranded|arrested|vanished|lost|hostage)"
)
_TAKEN = (
    r"(?:abducted|kidnapped|captured|detained|held|seized|taken|snatched|missing|imprisoned|jailed|arrested|vanished|"
    r"disappeared|lost|carried off|hijacked|ambushed|intercepted)"
)
_SMALL = r"(?:of|who|and|in|to|for|were|are|was|is|on|at|by|from|the|other)\b"
_WORDS = rf"(?:(?!{_SMALL}|{NUMBER}\b|(?!{_HELD}\b)[\w-]+ed\b)[\w-]+ ){{0,3}}"
_WHOSE = r"(?:the|these|those|our|their|its|your)"
_NO_BODY = r"(?![\w-])(?!['’])(?! (?:union|association|office|committee|federation|syndicate|guild)\b)"
_NUMBERED = re.compile(
    rf"(?<![\w-])(?P<n>{NUMBER}) (?P<words>(?:[\w’'-]+ ){{0,4}}?)(?P<noun>[a-z][\w-]{{1,30}}s|[a-z]{{0,20}}men)\b"
)
_CALLED_HELD = re.compile(
    rf"\b{_HELD} (?:[\w-]+ ){{0,2}}?(?P<noun>[a-z][\w-]{{1,30}}s|[a-z]{{0,20}}men)\b", re.IGNORECASE
)
_WHO_WERE = re.compile(
    rf"\b(?P<noun>[a-z][\w-]{{1,30}}s|[a-z]{{0,20}}men),? (?:(?:who|which) )?(?:(?:was|were|are|is|had been|have been|went|going) )?"
    rf"{_TAKEN}\b"
)
_FOLLOWS = (
    r"(?= (?:are|were|had|have|has|was|is|would|will|who|whom|remain\w*|could|can|should|may|might|must|on|in|at|"
    r"from|by|with|and|or|for|to|as|out|alive|dead|whose|since|still|held|taken|missing|back|home|into|after|before|"
    r"did|do|through|until|when|while|but|safe|said|carried|fled|went|came|got|sat|ate|took|that|which|[a-z]+ed)\b|[,.;:?!”\"’)\]]|\s*$|\s*\n| [–—-])"
)


def described(text: str, terms: Sequence[str], count: int | None) -> tuple[FindsWords, ...]:
    """The patterns of whatever words the text has for the group; none where no group is looked for."""
    if count is not None and count < 2 and not terms:
        return ()
    nouns, nations = nouns_for(text, terms, count)
    if not nouns and not nations and count is None:
        return ()
    return tuple(_finders(text, nouns, nations, count, terms))


def nouns_for(text: str, terms: Sequence[str], count: int | None) -> tuple[frozenset[str], frozenset[str]]:
    """The plural nouns that mean the people looked for, and the nations of whom the text speaks so."""
    heads: set[str] = set()
    nations: set[str] = set()
    for term in terms:
        head, nation = _head_of(term)
        heads |= {head} - {""}
        nations |= {nation} - {""}
    heads |= _counted_kinds(text, count) if count is not None else set()
    heads |= {m["noun"].lower() for m in _CALLED_HELD.finditer(text) if m["noun"].lower() in _PEOPLE}
    if count is not None:
        heads |= {m["noun"].lower() for m in _WHO_WERE.finditer(text) if m["noun"].lower() in _PEOPLE}
    beside = {n for head in heads for field in FIELDS if head in field for n in field if n not in _WIDE}
    if (count is not None and count > 1) or heads:
        beside |= {"captives", "prisoners"}
    return frozenset(n for n in heads | beside if len(n) > 2), frozenset(nations)


def _head_of(term: str) -> tuple[str, str]:
    """The noun of a term, and the people of the nation that it names: "Eritrean migrants", migrants and Eritreans."""
    words = re.findall(r"[\w-]+", term)
    nation = next((_nation_of(word) for word in words if _nation_of(word)), "")
    low = [x.lower() for x in words]
    stop = next((k for k, x in enumerate(low) if k and (x in _ENDS or re.fullmatch(_TAKEN, x))), len(low))
    head = low[stop - 1] if stop else ""
    return (head if head.endswith(("s", "men", "women")) or head in _COLLECTIVE else ""), nation


_ENDS = frozenset(w.split("of in on at from near who held aboard on to for with by off taken"))
_COLLECTIVE = frozenset(w.split("crew team staff troops police aircrew people"))


def _nation_of(word: str) -> str:
    if word.lower() in _NATIONS:
        return _NATIONS[word.lower()]
    return f"{word.lower()}s" if word[:1].isupper() and word.endswith(("ian", "ean", "can", "pan", "han")) else ""


def _counted_kinds(text: str, count: int | None) -> set[str]:
    """Kinds of people of whom the text counts as many as are looked for."""
    found = set()
    for match in _NUMBERED.finditer(text):
        number = int(match["n"]) if match["n"].isdecimal() else NUMBERS.get(match["n"].lower())
        noun = match["noun"].lower()
        if number == count and noun in _PEOPLE and "other" not in match["words"]:
            found.add(noun)
    return found


@dataclass(frozen=True, slots=True)
class _Written:
    """A pattern before it is put together; `needs`: words of which one stands wherever it matches.

    `marked`: it looks for nouns by their marks (see `marks`), if they can be marked.
    """

    pattern: str
    marked: bool = False
    needs: frozenset[str] | None = None


def _finders(
    text: str, nouns: frozenset[str], nations: frozenset[str], count: int | None, terms: Sequence[str]
) -> Iterator[FindsWords]:
    """The patterns of these words, without those that cannot match in this text."""
    low = text.lower()
    here = frozenset(noun for noun in nouns | nations if noun in low)
    if not can_mark(text, here) or not here.isdisjoint(_RESERVED):
        yield from plain_patterns(nouns, nations, count, terms)
        return
    marks = Marks(here, frozenset(_own_words(terms)))
    for one in _written(MARKED, PLAIN, _any_of(here), nouns | nations, nations, count, terms):
        if one.needs is None or any(word in low for word in one.needs):
            pattern = _compiled(one.pattern)
            yield MarkedPattern(pattern, marks, only_nouns=one.needs is not None) if one.marked else pattern


def plain_patterns(
    nouns: frozenset[str], nations: frozenset[str], count: int | None, terms: Sequence[str]
) -> list[re.Pattern[str]]:
    """All patterns of these words, each with the words themselves in it."""
    noun = _any_of(nouns | nations)
    # Between a number and its noun no nation unless the terms name it: "three Chinese road workers" are others.
    word = "|".join([r"[a-z][\w-]*", *map(re.escape, _own_words(terms))])
    return [_compiled(one.pattern) for one in _written(noun, word, noun, nouns | nations, nations, count, terms)]


def _any_of(nouns: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, nouns), key=lambda n: (-len(n), n))) or "crew"


def _own_words(terms: Sequence[str]) -> list[str]:
    return sorted({word for term in terms for word in re.findall(r"[A-Z][\w-]+", term)})


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _of_nouns(noun: str, word: str) -> list[str]:
    """Patterns that match only with one of the nouns; `word`: what may stand between a number and its noun."""
    plain = rf"(?:(?!{_SMALL})(?-i:{word}) ){{0,3}}"
    return [
        rf"\b(?:all |both )?{_WHOSE} (?:other |remaining |last )?(?:(?P<n>{NUMBER}) )?(?:other |remaining )?"
        rf"{_WORDS}(?:{noun}){_NO_BODY}(?! who (?:took|held|hold|seized|guard\w*|came)\b)",
        rf"(?<![\w-])(?:some |about |all |the )?(?P<n>{NUMBER}) {plain}(?:{noun}){_NO_BODY}",
        rf"(?<![\w-])(?:some |about |all |the )?(?P<m>{NUMBER}) {_WORDS}(?:and [\w-]+ )?(?:{noun}){_NO_BODY}",
        rf"\b{_HELD} (?:[\w-]+ ){{0,2}}?(?:{noun}){_NO_BODY}",
    ]


_HEADS_ARE = w.split("are were alive held freed safe dead still seen missing released home back")


def _each(first: str, then: Iterable[str]) -> frozenset[str]:
    return frozenset(f"{first} {word}" for word in then)


# Words that the patterns of nouns tell from nouns: where one of them is a noun, too, nothing is marked.
_RESERVED = frozenset(re.findall(r"[a-z]+", " ".join([*_of_nouns("", ""), "of the"])))


def _written(
    noun: str,
    word: str,
    plain_noun: str,
    nouns: frozenset[str],
    nations: frozenset[str],
    count: int | None,
    terms: Sequence[str],
) -> Iterator[_Written]:
    """Every pattern, with `noun` and `word` for the nouns and words, or their marks; `plain_noun`: never marks."""
    if nouns:
        yield from (_Written(pattern, marked=True, needs=nouns) for pattern in _of_nouns(noun, word))
        yield _Written(
            r"\b(?:the|these|those) (?:persons|people|men|women|individuals) (?:mentioned|named|listed|in question|concerned)\b"
        )
        yield _Written(
            r"\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:father|husband|son|brother)['’]s (?:crew|ship|unit|team|group)\b"
        )
        yield _Written(rf"\bboth (?:of the )?(?:{noun}|men|women){_NO_BODY}", marked=True)
        yield _Written(
            rf"\b(?:all |both )?(?:of )?the (?P<n>{NUMBER}) (?:men|women|people|persons|foreigners){_NO_BODY}"
        )
        yield _Written(
            rf"\bthe (?:men|women){_NO_BODY}(?! (?:who|in|with|from|behind|of|at|said|say|told|took|had taken)\b)"
        )
    for term in terms:  # "Sea Heron crew" for "crew of the Sea Heron"
        _, of, whose = term.partition(" of ")
        whose = re.sub(r"^(?:the|a|an) ", "", whose.strip())
        if of and len(whose) > 2:
            yield _Written(
                rf"\b(?:the )?{re.escape(whose)} (?:pair|couple|crew|team|staff|group|{plain_noun}){_NO_BODY}",
                needs=_each(whose.lower(), ("pair", "couple", "crew", "team", "staff", "group", *nouns)),
            )
    of_terms = frozenset(_head_of(term)[0] for term in terms) - {""}
    heads = "|".join(map(re.escape, sorted(of_terms)))
    if heads:
        yield _Written(
            rf"(?m:^|(?<=[“\"—–:;] )|(?<=[“\"])|(?<=that )|(?<=say )|(?<=says ))(?:{heads})(?= (?:are|were|alive|held|freed|safe|dead|still|seen|"
            r"missing|released|home|back)\b)",
            needs=frozenset().union(*(_each(head, _HEADS_ARE) for head in of_terms)),
        )
        all_of = frozenset(f"{word} {head}" for head in of_terms for word in ("all", "entire", "whole", "both"))
        yield _Written(rf"\b(?:all|entire|whole|both) (?:{heads})(?![\w-])", needs=all_of)
    if nations:
        nation = "|".join(map(re.escape, sorted(nations)))
        yield _Written(rf"\b(?:{nation})(?![\w-])(?!['’])", needs=nations)
    if count is None or count > 1:
        yield _Written(rf"(?<![\w-])(?P<n>{NUMBER}) of the {NUMBER}{_FOLLOWS}")
        yield _Written(rf"\bthe (?:other|remaining|last|first) (?P<n>{NUMBER}){_FOLLOWS}")
        yield _Written(rf"\b(?:the |all )?(?P<n>{NUMBER}) others\b(?! of)")
        yield _Written(rf"\b(?:our|your) (?P<n>{NUMBER}){_FOLLOWS}")
        yield _Written(
            r"\bthe (?:others|rest)(?= (?:are|were|was|is|had|have|has|eat|sleep|live|remain\w*|could|can|would|will|"
            r"may|might|stay\w*)\b)"
        )
        yield _Written(rf"\bthe (?P<n>{NUMBER}){_FOLLOWS}")
    if count == 2:
        yield _Written(rf"\bthe (?:pair|couple|duo){_FOLLOWS}")
    if count == 3:
        yield _Written(rf"\bthe trio{_FOLLOWS}")

"""Bodies and media that an English text names, wherever they stand: "the commander of the Orrin Brigade".

In: a text. Out: `Actor` of each full name, in order: by capitals beside a noun for a body, by what a body is said to be
("Halb Relief, a medical charity"), by whose somebody or something is ("owned by Torsk Shipping").
Leaves to others: who speaks, and whom "the brigade" means (`homeward.reading.named_bodies`).
"""

from __future__ import annotations

import re

from homeward.names import listed_kinds
from homeward.reading.callings import is_title
from homeward.reading.languages.en import words as w
from homeward.reading.languages.language import Actor, ActorKind
from homeward.records import Attribution

_MEDIA = frozenset(
    ["agency", "channel", "station", "newspaper", "daily", "weekly", "radio", "television", "broadcaster"]
)
_NOT_NAMED = frozenset(
    w.split("side sides staff team state crew wing unit leadership management opposition desk branch office")
)
_HEADS = (
    frozenset(head for head in w.BODY_HEADS - _NOT_NAMED if "'" not in head)
    | _MEDIA
    | frozenset(
        w.split(
            "bureau legion column guard volunteers tigers lions falcons brotherhood liberation agency clinic monastery parish "
            "prefecture command office clinic family"
        )
    )
)
_WORD = re.compile(r"[^\W\d_][^\W\d_]*(?:-[^\W\d_]+)*")
_DAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December"
)
_CAPITAL = rf"(?!(?:{_DAY})\b)(?:(?:al|el|ad|an|ar|as|at|ash)-)?[^\W\d_a-z][\w’'-]*"
_BEHIND = re.compile(
    rf"(?: (?:of|for|on|against|to)(?: the)?(?: {_CAPITAL}){{1,6}}(?:(?: of(?: the)?| and| for)(?: {_CAPITAL}){{1,6}}){{0,3}})"
)
_WHERE = re.compile(rf" in(?: the)?(?: {_CAPITAL}){{1,6}}")
_OWN_NAME = re.compile(rf" {_CAPITAL}(?: {_CAPITAL}){{0,6}}")
_KINDS_OF = re.compile(  # what stands before a noun without a capital: "the provincial council of Sahm"
    r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) ((?:(?:provincial|district|municipal|local|town|city|village|national|regional|state|central|federal|supreme|high|"
    r"military|civil|criminal|appeals?|elders['’]|tribal|security|interior|foreign|defen[cs]e|justice|health|main|public|"
    r"prosecutor['’]s|governor['’]s|mayor['’]s|[a-z]+s['’]|workers['’]|women['’]s) ){0,2})$"
)
_SAID_TO_BE = re.compile(
    rf"(?P<name>{_CAPITAL}(?: (?:(?:of|for|de|and|&) )?{_CAPITAL}){{0,6}}), (?:an?|the|one of the) (?:[\w’'-]+ ){{0,4}}?(?P<head>{'|'.join(sorted(_HEADS | w.OWNERS))})"
    r"(?= (?:of|from|in|that|which|for|based|on|with|behind)\b|[,.;:)])"
)
_OWNED = re.compile(
    rf"\b(?:(?:owned|operated|run|managed|chartered|employed|hired|insured) by|(?:works?|worked|working) for|belong(?:s|ed|ing)? to|"
    rf"employees? of|workers? (?:of|for|at)|(?P<word>owner|operator|employer|insurer|company|firm),?) (?:the )?(?:(?:company|firm) )?(?P<name>{_CAPITAL}(?: (?:& )?{_CAPITAL}){{1,6}})"
)
_OUTLET = re.compile(  # a medium by who works for it, and by the hour at which it comes out
    rf"\b(?:reporters?|editors?|journalists?|correspondents?|photographers?|columnists?|newsroom|offices) (?:for|of|at|with|from) "
    rf"(?:the )?(?P<name>{_CAPITAL}(?: {_CAPITAL}){{1,6}})|\b[Tt]he (?P<timely>(?:{_CAPITAL} )?(?:Evening|Morning|Daily|Weekly|Sunday|Saturday) {_CAPITAL})"
)
_IN_NAMES_WHERE = frozenset(w.split("embassy consulate mission police delegation office authorities court"))


def named_bodies(text: str) -> tuple[Actor, ...]:
    """Every body or medium that the text names in full, in order; one place may be named by several rules."""
    heads = (match for match in _WORD.finditer(text) if match.group().lower() in _HEADS)
    found = [actor for match in heads if (actor := _around(text, match)) is not None]
    for match in _SAID_TO_BE.finditer(text):
        if not _is_persons(match["name"]):
            found.append(_body(match.start("name"), match["name"], match["head"]))
    for match in _OWNED.finditer(text):
        if not _is_persons(match["name"]):
            found.append(_body(match.start("name"), match["name"], match["word"] or "company"))
    for match in _OUTLET.finditer(text):
        name = match["name"] or match["timely"]
        if not _is_persons(name):
            found.append(_body(match.start("name" if match["name"] else "timely"), name, "medium"))
    return tuple(sorted((one for one in found if not one.name.isupper()), key=lambda actor: actor.place))


def _body(start: int, name: str, head: str) -> Actor:
    name = re.sub(r"['’]s?$", "", name)
    kind = ActorKind.MEDIUM if head.lower() in _MEDIA else ActorKind.BODY
    return Actor((start, start + len(name)), name, kind, Attribution.NAMED, head.lower())


def _is_persons(name: str) -> bool:
    """Whether a name is a person's: a title or a listed given name begins it."""
    first = name.split()[0]
    return is_title(first) or bool(listed_kinds(first) & frozenset("mfg")) or first.lower() in w.NOT_NAMES


def _around(text: str, match: re.Match[str]) -> Actor | None:
    """The whole name around a noun for a body; None where it is no name."""
    low, head = match.group().lower(), match.group()
    start, stop = match.span()
    capital = head[0].isupper()
    before = _before(text, start)
    if low in _MEDIA:
        own = _OWN_NAME.match(text, stop)
        if before is None and own is not None and capital and low in ("agency", "channel", "station", "radio"):
            return _body(start, text[start : own.end()], low)
        return _body(before, text[before:stop], low) if before is not None and capital | (low == "agency") else None
    behind = _BEHIND.match(text, stop)
    if behind is not None and not capital and behind.group().startswith((" on", " against", " to", " for")):
        behind = None
    where = _WHERE.match(text, stop) if behind is None and (low in _IN_NAMES_WHERE or not capital) else None
    tail = behind or where
    end = tail.end() if tail is not None else stop
    if capital:
        if before is None and tail is None:
            return None
        return _body(start if before is None else before, text[start if before is None else before : end], low)
    if before is not None:
        return _body(before, text[before:end], low)
    led = _KINDS_OF.search(text, max(0, start - 40), start)
    if tail is None or led is None:
        return None
    return _body(led.start(1), text[led.start(1) : end], low)


def _before(text: str, start: int) -> int | None:
    """Where the capitals begin that lead to a noun; None where there are none."""
    begin = start
    while (
        start - begin < _LONGEST_NAME and (word := _WORD_BEFORE.search(text, max(0, begin - 40), begin)) is not None
    ):
        bare = word[1].lower().rstrip(".")
        owned = word[1].endswith(("'s", "’s"))
        if bare in _SMALL_BEFORE:
            farther = _WORD_BEFORE.search(text, max(0, word.start(1) - 40), word.start(1))
            if farther is None or not _is_name(farther[1]) or begin == start:
                break
        elif not _is_name(word[1]) or (owned and bare[:-2] not in w.PERSON_HEADS):
            break
        begin = word.start(1)
    return begin if begin < start else None


_LONGEST_NAME = 80  # characters of a name before its noun
_WORD_BEFORE = re.compile(r"([\w’'-]+) $")
_SMALL_BEFORE = frozenset(["and", "&"])


def _is_name(word: str) -> bool:
    """Whether a word before a noun belongs to its name: it has a capital that no sentence gave it."""
    low = word.lower()
    return word[0].isupper() and low not in w.NOT_NAMES and low not in w.DETERMINERS and low not in w.PREPOSITIONS

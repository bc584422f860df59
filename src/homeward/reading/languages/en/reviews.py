"""Reviews of the press, in English: "Ha'tzir leads with another story. ... The paper adds that ...".

In: a text with its paragraphs. Out: the places in which all that is told came through one medium, and that medium.
Leaves to others: digests whose items begin with a name and a mark (`homeward.reading.layout`), texts that came through
one medium as a whole (`frames`), chains.

A text is such a review if its head says so, or if several of its paragraphs begin by telling what a medium prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from homeward.names import listed_kinds
from homeward.reading.entities.lists import place_names
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.sources import describe
from homeward.reading.languages.language import Actor, ActorKind, Place
from homeward.reading.segment import Paragraph
from homeward.records import Attribution

_HEADED = re.compile(
    r"\b(?:(?:press|media|newspaper|paper|front[- ]page|morning|evening|daily|weekly) (?:review|digest|round-?up|summary|monitor(?:ing)?|scan|survey|briefing|watch)|"
    r"reviews? of the (?:press|papers|newspapers|media)|what the (?:\w+ )?(?:papers|press|newspapers) (?:say|write|are saying)|"
    r"press (?:cuttings|extracts)|(?:in|from|through) the (?:\w+ )?(?:papers|newspapers|press|dailies) (?:today|this)|(?:today|this morning|tomorrow)['’]s (?:papers|press|front pages|headlines)|"
    r"(?:the )?(?:\w+ )?papers (?:today|this morning|of (?:\w+day|today))|morning papers|sunday papers|on the front pages|front pages)\b",
    re.IGNORECASE,
)
_HEAD_WITHIN = 2  # paragraphs
_LONGEST_HEAD = 160
_LEAST_LEADS = 3
_LONGEST_NAME = 4  # words

_WORD = r"(?:(?:(?:al|el|ar|as|ash|at|az|an|ad)-)?[^\W\d_a-z](?:[\w’'&-]|\.(?=\w))*)"
_NAME = rf"(?P<name>[\"“«]?{_WORD}(?: (?:(?:of|the|de|da|del|des|la|le|al|el|and|&) )*(?:{_WORD}|\d+))*[\"”»]?)"
_KIND = r"(?P<kind>(?:[\w’'-]+ ){0,3}?(?:newspaper|paper|daily|weekly|tabloid|broadsheet|magazine|site|website|portal|channel|station|agency|radio|broadcaster|monthly))"
_MEDIUM = rf"(?:(?P<the>[Tt]he|THE|[Ii]ts|[Aa]n?|[Ii]n the|both the) )?(?:{_KIND} )?{_NAME}"
_PRINTS = (
    r"(?:(?:also|meanwhile|for its part|too|alone|by contrast|again|even|then|however|on \w+day),? )?(?:leads?|led|runs?|ran|carries|carry|carried|prints?|printed|has|had|publishes|published|devotes?|devoted|"
    r"splashe[sd]|opens?|opened|reports?|reported|writes|wrote|quotes?|quoted|cites?|cited|picks up|picked up|takes up|took up|"
    r"says|said|adds|added|features?|featured|gives|gave|dedicates?|dedicated|interviews|interviewed|reproduces?|reproduced|"
    r"translates|translated|goes|went|offers?|offered|recalls|asks|prefers|fills|puts|knows|doubts|wants|denies|relays|relayed|supports|welcomes|warned|announced|insists|notes|noted|speaks|headlines|plays|keeps|looks|"
    r"focuse[sd]|comments|argues|argued|reveals|revealed|claims|claimed|tells|announces|warns|sees|sums up|highlights|returns|"
    r"turns|learns|learned|continues|follows|covers|covered|reserves|hears|describes|wonders|shows|is (?:not|less|more|the|alone|also|having)|"
    r"was (?:not|less|more|the|alone|also)|distributes|distributed|circulates|circulated|issues|issued|puts out|put out|posts|posted|airs|aired|broadcasts?|takes|took|finds|found|thinks|knows|calls|remains|believes|sends|sent|breaks|broke|spreads)\b"
)
_BEGIN = r"(?:(?:And|But|Also|Meanwhile|Elsewhere|Finally|Inside|Only|Likewise),? )?"
_LEADS = (
    re.compile(rf"{_BEGIN}{_MEDIUM}(?: \([^()]{{2,40}}\))?(?:, [^,.;:]{{3,60}},)? {_PRINTS}"),
    re.compile(
        rf"{_BEGIN}(?:In|in|Over in|Writing in|From|Over at|At|According to|Turning to|Quoting|Citing) {_MEDIUM}(?:,|:| (?=[a-z]|{_WORD} ))"
    ),
    re.compile(rf"{_BEGIN}[Ii]n (?:an?|its|the|another|one|this) [^,.;:]{{3,60}}?\b(?:for|in|with|of) {_MEDIUM}[,:]"),
    re.compile(rf"{_BEGIN}(?:In|On|Under|With|Across|Over|Beneath|Below) [^.;]{{3,160}}?, {_MEDIUM} {_PRINTS}"),
    re.compile(
        rf"[“\"'‘][^”\"]{{3,140}}[”\"'’],? (?:is|was|reads?|runs?|says?|screams?|asks?|shouts?) (?:the )?(?:\w+ )?"
        rf"(?:headlines?|titles?|front page|splash|banner|lead|editorial|question|verdict) (?:of|in|on|at|across|from) {_MEDIUM}"
    ),
    re.compile(rf"{_BEGIN}[Oo]n the (?:[\w-]+ ){{1,2}}(?:pages?|side) of {_MEDIUM}"),
    re.compile(
        rf"{_BEGIN}{_MEDIUM}, (?:(?:on )?(?:its |the )?(?:front page|back page|pages? \w+|p\. ?\d+)|(?:in|on) (?:its|an?|the) [^,.;:]{{3,40}}|quoting|citing|which)\b"
    ),
    re.compile(rf"{_BEGIN}[Oo]ur (?:colleagues|friends|neighbours) (?:at|of|in|from) {_MEDIUM}"),
    re.compile(
        rf"{_BEGIN}[Tt]he (?:columnist|commentator|editor|cartoonist|critic|correspondent)s? (?:of|at|for|in) {_MEDIUM}"
    ),
    re.compile(rf"{_BEGIN}[^.;:\n]{{3,60}}, (?:writing )?in {_MEDIUM}, {_PRINTS}"),
)
_FRONT = re.compile(
    rf"{_BEGIN}{_MEDIUM} (?:leads? (?:with|on)|(?:gives?|devotes?) (?:its|the whole|half)|opens with|splashes|carries an (?:interview|article))\b"
)
_PLAIN_LEADS = (_LEADS[4], _LEADS[5], _LEADS[7], _LEADS[8], _FRONT)  # in which nothing but a medium is named
# "Severny Vestnik. The daily carries an interview"
_TITLE = re.compile(
    rf"{_NAME}[.:] +(?:The|This|Its|Columnist|Correspondent|Editor)(?P<kind> (?:newspaper|paper|daily|weekly|tabloid|broadsheet|magazine|site|website|portal|"
    r"channel|station|agency|radio|broadcaster|monthly|columnist|editor|editorial|leader|front page|correspondent))?(?=[ ,])"
)
_SAME = re.compile(
    rf"{_BEGIN}(?:[^.;:]{{0,60}}\b)?[Tt]he same (?:newspaper|paper|daily|weekly|tabloid|magazine|site|channel|station|agency|title)\b"
)
_START = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”’]))\s+(?=[\"“A-Z])")


def reviewed(text: str, parts: Sequence[Paragraph]) -> list[tuple[Place, Actor]]:
    """The places of a review of the press with the medium that each sums up, in order; none in any other text."""
    headed = any(
        part.stop - part.start < _LONGEST_HEAD and _HEADED.search(text, part.start, part.stop) is not None
        for part in parts[:_HEAD_WITHIN]
    )
    if not headed and len(parts) < _LEAST_LEADS:
        return []
    found: list[tuple[Place, Actor]] = []
    begun: set[str] = set()
    last: Actor | None = None
    for part in parts:
        at = len(found)
        for number, start in enumerate(_starts(text, part)):
            medium = _lead_at(text, start, part.stop, sure=not headed or number > 0)
            if medium is None and headed and last is not None and _SAME.match(text, start, part.stop):
                medium = last
            if medium is None:
                if not headed and not number:
                    break
                continue
            last = medium
            if not number:
                begun.add(medium.name.lower())
            if len(found) > at:
                found[-1] = ((found[-1][0][0], start), found[-1][1])
            found.append(((start, part.stop), medium))
    return found if headed or (len(begun) >= _LEAST_LEADS and 2 * len(begun) >= len(parts)) else []


_BULLET = re.compile(r"\s*(?:[•*·–—-]|\d{1,2}[.)])\s+")
_OF_TOWN = re.compile(r"(?<=[A-Z]{3})[\"”»]? of [A-Z][a-z][\w’'-]+$")  # "LAKE POST of Tarn", but "Times of Tarn"


def _behind_bullet(text: str, start: int) -> int:
    bullet = _BULLET.match(text, start)
    return bullet.end() if bullet is not None else start


def _starts(text: str, part: Paragraph) -> Iterator[int]:
    yield part.start
    for match in _START.finditer(text, part.start, part.stop):
        yield match.end()


def _lead_at(text: str, start: int, stop: int, *, sure: bool) -> Actor | None:
    """The medium that a sentence begins to sum up; `sure`: only where the words show that it is one."""
    titled_part = _TITLE.match(text, _behind_bullet(text, start), stop)
    if (
        titled_part is not None
        and not sure
        and (titled_part["kind"] or not titled_part.group().endswith(("The", "This", "Its")))
    ):
        name = titled_part["name"]
        if len(name.split()) <= _LONGEST_NAME:
            return Actor(titled_part.span("name"), _plain(name), ActorKind.MEDIUM, Attribution.NAMED)
    for lead in (*_LEADS, *(() if sure else (_FRONT,))):
        match = lead.match(text, _behind_bullet(text, start), min(stop, start + 260))
        if match is None:
            continue
        name, kind = match["name"], match["kind"]
        name = _OF_TOWN.sub("", name)
        if name.endswith(("'s", "’s")) or (kind is not None and kind.startswith("same ")):
            continue
        place = match.span("kind")[0] if kind else match.start("name"), match.start("name") + len(name)
        actor = describe(text, place)
        if actor.kind is ActorKind.MEDIUM and actor.attribution is Attribution.NAMED:
            return Actor(place, _plain(actor.name), ActorKind.MEDIUM, Attribution.NAMED, actor.head)
        titled = name.isupper() and len(name) > 3 and not sure  # "CITIZEN (opposition) has its doubts"
        titled = titled or (lead in _PLAIN_LEADS and len(name.split()) <= _LONGEST_NAME)
        if not titled and (sure or not _may_be_medium(text, name, match.start("name") == start, actor)):
            continue
        where = match.start("name"), match.start("name") + len(name)
        return Actor(where, _plain(name), ActorKind.MEDIUM, Attribution.NAMED)
    return None


def _may_be_medium(text: str, name: str, begins: bool, actor: Actor) -> bool:
    if actor.kind not in (ActorKind.OTHER, ActorKind.ROLE, ActorKind.BODY, ActorKind.MEDIUM):
        return False
    words = [word.strip('"“”«»').lower() for word in name.split()]
    if words[-1].removesuffix("'s").removesuffix("’s") in w.ROLE_HEADS - w.MEDIUM_HEADS or len(words) > 4:
        return False
    if words[-1].endswith(("'s", "’s")) or " ".join(words) in place_names("en") or words[0] in w.NOT_NAMES:
        return False
    if len(words) > 1 and listed_kinds(words[0]) & frozenset("mfg"):
        return False
    return not (begins and len(words) == 1 and re.search(rf"\b{re.escape(words[0])}\b", text) is not None)


def _plain(name: str) -> str:
    bare = name.strip("\"“”«»'’ ")
    if not bare.isupper() or len(bare) < 6:
        return bare
    words = [_ELIDED.sub(lambda m: m[1].upper() + m[2] + m[3].upper(), word.capitalize()) for word in bare.split()]
    return " ".join(word.lower() if at and word.lower() in _SMALL else word for at, word in enumerate(words))


_ELIDED = re.compile(r"^(\w)(['’])(\w)")  # "L'Aurore"
_SMALL = frozenset(w.split("of and the du de des del della da do dos la le les el y et en"))

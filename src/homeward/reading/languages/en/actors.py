"""English phrases that name or describe somebody who can speak: "a spokesman for the ministry", "Dana Mirell".

In: the tokens of a sentence in the reporter's voice. Out: items: actors, quotations, dates, marks and single words.
Leaves to others: which of the actors speaks (`voices`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from homeward.names import listed_kinds
from homeward.reading.languages.en import verbs as v
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.firms import as_firm
from homeward.reading.languages.en.sources import describe, trimmed
from homeward.reading.languages.language import MASK, Actor, ActorKind, Place, View
from homeward.reading.segment import Quotation, Token, words_and_marks
from homeward.records import Attribution

_LONGEST_PHRASE = 14


# "MUSCAT, 22 October (Corvel) —": where and when a report was sent from, before its first sentence.
_DATELINE = re.compile(
    r"\s*[^\W\d_a-z][^\W\d_a-zß-ÿ]{2,}(?:[ /-][^\W\d_a-z]{2,}){0,3}(?:, [A-Z][\w.]+)?(?:, ?[\w .]{3,20})?"
    r"(?: ?\([^)\n]{2,40}\))? ?(?:—|–|--|-) "
)


_LABELS = (
    "urgent|analysis|breaking|breaking news|exclusive|update|updated|wrapup|factbox|feature|opinion|interview|profile|"
    "brief|briefs|in brief|news in brief|live|alert|newsalert|correction|corrected|editorial|comment|commentary|"
    "explainer|timeline|backgrounder|background|focus|special report|column|review|obituary|diary|letter|letters|"
    "dispatch|notebook|roundup|round-up|newsletter|podcast|q&a|video|watch|photos|insight|investigation|report|"
    "fact check|spotlight|just in|developing|flash|bulletin|advisory|refile|repeat|official|confirmed|revealed"
)
_LABEL = re.compile(rf"\s*(?:{_LABELS})(?: ?\d{{1,2}})?\s?(?::|-|–|—|\|)\s+", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\s*(?:\d{1,2}[.)]\s+|[a-z]\)\s+|[-*•–—]\s+|\d{1,2}[:.]\d\d\s?(?:a\.?m\.?|p\.?m\.?|hrs|GMT|UTC|h)?\s*[|–—:-]\s*)+",
    re.IGNORECASE,
)
_HEADING = re.compile(r"\s*[A-Z][A-Z’'. -]{2,30}:\s+(?=\S*[a-z])")  # "HAITI: Deadline passes"


def is_label(line: str) -> bool:
    """Whether a line begins with what it is about, or what kind of piece it is, and not with a speaker."""
    return _label_in(line, 0, len(line)) is not None


def _label_in(text: str, start: int, stop: int) -> re.Match[str] | None:
    stop = min(stop, start + 60)
    end = text.find("\n", start + 1)
    runs_on = text[start : end if end > 0 else len(text)].rstrip()[-1:] in ".!?”\"’'"
    heading = None if runs_on else _HEADING.match(text, start, stop)
    return _LABEL.match(text, start, stop) or _NUMBERED.match(text, start, stop) or heading


@dataclass(slots=True)
class Item:
    """A piece of a sentence. `kind`: actor, quote, date, word, mark. `low`: its text in lower case."""

    kind: str
    start: int
    stop: int
    text: str
    actor: Actor | None = None
    quote: Quotation | None = None
    low: str = field(init=False)

    def __post_init__(self) -> None:
        self.low = self.text.lower()


def items_of(view: View) -> list[Item]:
    """The sentence as items, white space left out."""
    found: list[Item] = []
    quotes = list(view.quotes)
    start = sent_from(view)
    pieces = [t for t in words_and_marks(view.masked, start, view.stop) if t.text != MASK]
    named = {m.start(m.lastindex or 0) for m in _NAMED_DAY.finditer(view.masked, start, view.stop)}
    dates = {d.span.start: d for d in view.dates if d.span.start not in named}
    date_starts = set(dates)
    places = [
        trimmed(view.text, _first_of_two(view, t.source, t.cue))
        for t in view.tagged
        if t.source is not None and t.source[1] <= view.stop
    ]
    sources = {place[0]: place for place in places if _may_speak(view.text[slice(*place)])}
    index = 0
    while index < len(pieces) or quotes:
        if quotes and (index >= len(pieces) or pieces[index].start > quotes[0].start):
            quote = quotes.pop(0)
            found.append(Item("quote", quote.start, quote.stop, "", quote=quote))
            continue
        piece = pieces[index]
        if piece.start in dates:
            stop = dates[piece.start].span.stop
            if view.text[stop : stop + 2] in ("'s", "’s"):
                stop += 2  # "in Tuesday's Herald"
            found.append(Item("date", piece.start, stop, view.text[piece.start : stop]))
            while index < len(pieces) and pieces[index].start < stop:
                index += 1
            continue
        limit = min([quotes[0].start] if quotes else [view.stop])
        size, actor = _actor_at(pieces, index, view, limit, date_starts, named)
        source = sources.get(piece.start)
        if source is not None and source[1] <= limit and (actor is None or actor.place[1] < source[1]):
            if index and pieces[index - 1].text.lower() in w.CITING:
                comma = view.text.find(",", *source)  # "Citing an official, the radio said": two, not one
                source = (source[0], comma) if comma > 0 else source
            actor = _named(view, source)
            size = sum(1 for t in pieces[index : index + 60] if t.start < source[1])
        if actor is not None:
            actor = as_firm(actor)
            found.append(Item("actor", actor.place[0], actor.place[1], view.text[slice(*actor.place)], actor))
            index += size
            continue
        kind = "word" if piece.kind in "wn" else "mark"
        found.append(Item(kind, piece.start, piece.stop, piece.text))
        index += 1
    return _joined(view, found)


def _first_of_two(view: View, source: Place, cue: Place) -> Place:
    """A source without whoever tells of it between commas: "The guard, | Ruth Mirell told the Herald, had said"."""
    between = view.text[source[1] : cue[0]].split()
    comma = view.text.find(", ", *source)
    told = bool(between) and between[0] in w.SAYING and any(word.endswith(",") for word in between)
    return (source[0], comma) if told and comma > 0 else source


_NAMED_DAY = re.compile(  # a day that is part of a paper's name: "the Sunday Meridian", "Sudan Today"
    r"\b(?<=[a-z] )(Today)\b|\b[Tt]he ((?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day) (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))(?=[A-Z][a-z])"
)


def _may_speak(source: str) -> bool:
    """Whether a source may name somebody: no mere "who" or "by", and no "his own account"."""
    words = source.lower().split()
    if all(word in w.DETERMINERS or word in w.PREPOSITIONS for word in words):
        return False
    if words[:1] == ["i"] and len(words) > 1:
        return False  # "whose judgment | I trust"
    if (verb := _BETWEEN_NAMES.search(source)) is not None and verb[1] not in w.NO_VERBS:
        return False  # "Radio Marsh interviewed Commander Rasil": two
    return bool(words) and words != ["that"] and source.lower() not in w.RELATIVES and words[-1] not in _ACCOUNTS


_ACCOUNTS = frozenset(["account", "telling", "reckoning", "recollection"])


def sent_from(view: View) -> int:
    """Where a sentence's own words begin, behind a dateline or a label."""
    if dateline := _DATELINE.match(view.masked, view.start, min(view.stop, view.start + 120)):
        return dateline.end()
    label = _label_in(view.masked, view.start, view.stop)
    return label.end() if label is not None else view.start


def _joined(view: View, items: list[Item]) -> list[Item]:
    """The items with a role and a name in apposition made one: "the commander of the Reef, Amado Tilanduca,"."""
    items = _introduced(view, _citing(_sheets(view, _of_the_state(view, items))))
    found: list[Item] = []
    at = 0
    while at < len(items):
        first = items[at].actor
        second = items[at + 2].actor if at + 2 < len(items) and items[at + 1].text == "," else None
        closed = at + 3 >= len(items) or items[at + 3].text in (",", ".", ";", ":", "—", "–")
        third = items[at + 4].actor if second and at + 4 < len(items) and items[at + 3].text == "," else None
        nearer = (
            third is not None and second is not None and _same(second, third) and not _is_named_role(first, second)
        )  # "sent to Brenn, the minister, Ruhl,"
        if first is not None and second is not None and closed and not nearer and _same(first, second):
            place = (items[at].start, items[at + 2].stop)
            found.append(Item("actor", *place, view.text[slice(*place)], _named(view, place)))
            further = third is not None and _same(second, third)  # "the chairman, Ardel, | an uncle of the men, says"
            at += 4 if at + 4 < len(items) and items[at + 3].text == "," and not further else 3
            continue
        found.append(items[at])
        at += 1
    return found


_OF_THE_STATE = re.compile(
    r"(?:(?:the|its|their) )?(?:state|government|privately|independently|military)-(?:run|owned|controlled|funded|backed) "
    r"(?-i:[^\W\d_a-z])[\w’'-]*(?: (?-i:[^\W\d_a-z])[\w’'-]*){0,2}|"
    r"(?:(?:the|its|their|[A-Z][\w’'-]+['’]s) )?(?:state|official|semi-official|government)(?:-run|-owned|-controlled)? "
    r"(?:news agency|news channel|newspaper|television|tv|media|radio|broadcaster|daily|channel|agency)"
    r"(?: [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?",
    re.IGNORECASE,
)


def _of_the_state(view: View, items: list[Item]) -> list[Item]:
    """The items with "the state news agency" whole."""
    if not any(item.low.endswith(("state", "official", "government", "-run", "-owned")) for item in items):
        return items
    found: list[Item] = []
    at = 0
    while at < len(items):
        match = _OF_THE_STATE.match(view.masked, items[at].start, view.stop)
        after = at
        while match is not None and after < len(items) and items[after].start < match.end():
            after += 1
        if match is not None and after - at > 1 and items[after - 1].stop <= match.end():
            place = (match.start(), match.end())
            found.append(Item("actor", *place, view.text[slice(*place)], describe(view.text, place)))
            at = after
            continue
        found.append(items[at])
        at += 1
    return found


_SHEET = re.compile(
    r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur|[Hh]is|[Hh]er) (?:[\w’'-]+ ){0,2}?(?P<kind>sheet|letter|page|forum|organ|review|quarterly|fortnightly|programme|show|series|circular|almanac|"
    r"newsletter|monthly|annual|yearbook|noticeboard|mailing list|channel|blog|vlog|feed|gazette|journal|bulletin|tabloid) "
    r"(?P<name>[\"“«'‘]?[^\W\d_a-z][\w’'&.-]*(?<!['’]s)(?: (?:(?:of|the|de|da|la|le|al|el|and|&) )*[^\W_a-z][\w’'&.-]*(?<!['’]s)){0,3}[\"”»'’]?)"
    r"(?= [a-z]|[,.;:]|$)"
)


def _sheets(view: View, items: list[Item]) -> list[Item]:
    """The items with "the trade letter Ballast" whole: a medium told of by a noun that names no other body."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        opens = item.low.split(" ")[0] in _OPENS_SHEET
        match = _SHEET.match(view.masked, item.start, view.stop) if opens else None
        if match is None or not match["name"].strip("\"“«'‘")[:1].isupper() or not match["kind"][:1].islower():
            found.append(item)
            at += 1
            continue
        after = at
        while after < len(items) and items[after].start < match.end():
            after += 1
        inside = items[at:after]
        whole = items[after - 1].stop <= match.end() and not any(i.kind in ("quote", "date") for i in inside)
        known = any(i.actor is not None and i.actor.kind is ActorKind.MEDIUM for i in inside)
        if not whole or known:
            found.append(item)
            at += 1
            continue
        place = (item.start, match.end())
        name = match["name"].strip("\"“”«»'‘’").rstrip(" ,.")
        actor = Actor(place, name, ActorKind.MEDIUM, Attribution.NAMED, match["kind"].lower())
        found.append(Item("actor", *place, view.text[slice(*place)], actor))
        at = after
    return found


_OPENS_SHEET = frozenset(w.split("the a an its their our his her"))
_RESTING = {
    **dict.fromkeys(
        w.split("leaning relying drawing resting falling building going basing"),
        ("on", "upon", "back on", "itself on"),
    ),
    **dict.fromkeys(
        w.split("crediting attributing sourcing"),
        ("", "it to", "this to", "that to", "the words to", "the report to"),
    ),
}


def _citing(items: list[Item]) -> list[Item]:
    """The items with what a medium does that cites somebody told as such: ", leaning on the Asteria agency,"."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        behinds = _RESTING.get(items[at].low) if items[at].kind == "word" else None
        size = 0
        if behinds is not None and at + 2 < len(items):
            led = at == 0 or (items[at - 1].text == "," and at > 1)
            medium = items[at - 2].actor if led and at > 1 else None
            fits = led and (at == 0 or (medium is not None and medium.kind is ActorKind.MEDIUM) or _cites(found))
            words = [item.low for item in items[at + 1 : at + 4]]
            size = max(
                (1 + len(b.split()) for b in behinds if fits and words[: len(b.split())] == b.split()), default=0
            )
        if size and at + size < len(items) and any(i.actor is not None for i in items[at + size : at + size + 3]):
            found.append(Item("word", items[at].start, items[at + size - 1].stop, "citing"))
            at += size
            continue
        found.append(items[at])
        at += 1
    return found


def _cites(items: list[Item]) -> bool:
    """Whether the phrase before cites already: "leaning on the agency, | leaning on an orderly"."""
    return any(item.low == "citing" for item in items[-4:])


_CALLED_SO = re.compile(
    r"[,\s]*(?:(?:who|which|that)\s+)?(?:had\s+|has\s+)?(?:only\s+|also\s+|simply\s+|widely\s+|better\s+)?(?:"
    r"(?:known|identified|named|introduced|referred to|described|quoted|given)\s+(?:only\s+|simply\s+|to \w+ )?as|known\s+(?:only\s+)?by|"
    r"named|called|nicknamed|dubbed|styled|calls|calling|styling|"
    r"(?:calling|styling|naming|identifying|introducing|describing|called|styled|named|calls|identified|introduced|"
    r"describes)\s+(?:him|her|it|them)sel(?:f|ves)(?:\s+only)?(?:\s+as)?|"
    r"(?:gave|giving|gives|gave only|using|used)\s+(?:his|her|their|its|the)\s+name(?:s)?(?:\s+only)?(?:\s+(?:as|of))?|"
    r"(?:goes|going|went)\s+by(?:\s+the\s+(?:name|alias)\s+(?:of\s+)?)?|by\s+the\s+name\s+of|"
    r"whose\s+name\s+(?:is|was|was given as))\s*[\"“”'‘’]?"
)
_INTRODUCED = (ActorKind.ROLE, ActorKind.SOURCE, ActorKind.BODY)


def _introduced(view: View, items: list[Item]) -> list[Item]:
    """The items with whoever is introduced by name made one: "a man calling himself Farah Dheere"."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        first = items[at].actor
        many = _name_given(view, items, at) if first is not None and first.kind in _INTRODUCED else 0
        named = items[at + many].actor if many else None
        if first is None or named is None:
            found.append(items[at])
            at += 1
            continue
        place = (items[at].start, items[at + many].stop)
        kind = named.kind if first.kind is ActorKind.BODY else ActorKind.PERSON
        actor = replace(
            named, place=place, kind=kind, attribution=Attribution.NAMED, head=first.head, role=first.name.lower()
        )
        found.append(Item("actor", *place, view.text[slice(*place)], actor))
        at += many + 1
    return found


def _name_given(view: View, items: list[Item], at: int) -> int:
    """How many items behind the role at `at` the name stands that it is given; 0 where none is."""
    for many in range(1, min(9, len(items) - at)):
        named = items[at + many].actor
        if named is None:
            continue
        between = view.masked[items[at].stop : items[at + many].start]
        fits = named.attribution is Attribution.NAMED and named.kind is not ActorKind.PRONOUN
        return many if fits and _CALLED_SO.fullmatch(between) else 0
    return 0


def _same(first: Actor, second: Actor) -> bool:
    kinds = {first.kind, second.kind}
    if first.kind is ActorKind.BODY and first.head in w.OWNERS and second.kind is not ActorKind.OTHER:
        return second.kind is ActorKind.PERSON and not first.name[:1].isupper()
    common = first.attribution is Attribution.UNNAMED or first.name.rpartition(" ")[2].islower()
    if (
        first.kind is ActorKind.MEDIUM
        and common
        and first.head in _OUTLETS
        and first.name.rpartition(" ")[2] == first.head
    ):
        named = second.attribution is Attribution.NAMED and second.name[:1].isupper()
        named = named and (
            second.definite or "'s " in first.name.replace("’", "'")
        )  # "the Front's station, Radio Harr"
        return named and second.kind in (ActorKind.OTHER, ActorKind.MEDIUM, ActorKind.PERSON)
    if first.kind is ActorKind.BODY and first.name.rpartition(" ")[2] == first.head and first.head in _NAMED_BEHIND:
        return second.kind in (ActorKind.BODY, ActorKind.OTHER) and second.name[:1].isupper() and not second.definite
    if kinds == {ActorKind.ROLE, ActorKind.PERSON}:
        return first.kind is ActorKind.ROLE or not second.name[:1].isupper()
    return first.kind is ActorKind.ROLE and second.kind is ActorKind.OTHER and len(second.name.split()) == 1


def _is_named_role(first: Actor | None, second: Actor) -> bool:
    """Whether a definite role stands before a person's name: "the priest, Father Ardel, | the official at the desk ..."."""
    return first is not None and first.kind is ActorKind.ROLE and first.definite and second.kind is ActorKind.PERSON


_NAMED_BEHIND = frozenset(  # bodies told of by a common noun, behind which their name follows: "the crew's employer, Corvel"
    w.split(
        "employer operator insurer shipowner company firm airline charity group organisation organization ngo association federation "
        "union bank foundation institute hospital service agency party movement militia faction"
    )
)
_OUTLETS = frozenset(
    w.split(
        "station channel broadcaster agency newspaper daily outlet website site portal weekly magazine podcast blog paper tabloid network television radio"
    )
)


def _is_cap(token: Token) -> bool:
    named = token.text[0].isupper() or _ARABIC_ARTICLE.match(token.text) is not None
    low = _bare(token)
    return token.kind == "w" and named and low not in w.NOT_NAMES and low.split("-")[0] not in w.NUMBERS


_ARABIC_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|at|az|ash|ul)-[A-Z]")  # "al-Jadid" is as good as a capital


def _bare(token: Token) -> str:
    """The word without a possessive ending, lower case."""
    return _bare_word(token.text)


@lru_cache(maxsize=16_384)
def _bare_word(word: str) -> str:
    low = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    return word if low in w.IN_SMALL_LETTERS and word[:1].isupper() else low


def _is_number_of(phrase: list[Token], token: Token) -> bool:
    """Whether a number belongs to a name: "Channel Six", "the news site Nahar 24", "Witness 44"."""
    last = phrase[-1]
    digits = token.text.isdigit() and len(token.text) < 4
    if digits and len(phrase) == 1 and last.text in _NUMBERED_PERSONS and token.start == last.stop + 1:
        return True
    if not _is_cap(last) or not any(_bare(t) in w.MEDIUM_HEADS for t in phrase) or token.start != last.stop + 1:
        return False
    return digits or (token.text[:1].isupper() and token.text.lower() in w.NUMBERS)


_NUMBERED_PERSONS = frozenset(
    ["Witness", "Detainee", "Prisoner", "Source", "Caller", "Speaker", "Voice", "Soldier", "Officer"]
)


def _ends_title(phrase: list[Token], token: Token) -> bool:
    """Whether an adverb with a capital ends a title: "the agency Barqa | Now", "Sahara | Today"."""
    last = phrase[-1]
    return token.text in ("Now", "Today", "Tonight", "Online", "Live", "Direct") and (
        _is_cap(last) and token.start == last.stop + 1 and not last.text.endswith(("'s", "’s"))
    )


def _is_channel(phrase: list[Token], pieces: list[Token], at: int) -> bool:
    """Whether a hyphen ties a number to a medium's name: "TV-9", "Kanal-24", "the agency Corva-2"."""
    if at + 1 >= len(pieces) or pieces[at - 1].stop != pieces[at].start or pieces[at + 1].start != pieces[at].stop:
        return False
    digits = pieces[at + 1].text.isdigit() and len(pieces[at + 1].text) < 4
    medium = _bare(pieces[at - 1]) in w.MEDIUM_HEADS | {"kanal", "canal", "info"}
    return digits and (medium or (_is_cap(phrase[-1]) and any(_bare(t) in w.MEDIUM_HEADS for t in phrase)))


def _is_in_title(pieces: list[Token], at: int) -> bool:
    """Whether a small word stands inside a title of another language: "the daily Vigia | do | Norte"."""
    return 1 < at < len(pieces) - 1 and _is_cap(pieces[at - 1]) and _is_cap(pieces[at + 1])


def _is_title_of(last: Token, token: Token) -> bool:
    """Whether a word with a capital is a medium's name behind "daily" or "station": "the Sofia daily | Most"."""
    return last.text in w.MEDIUM_HEADS and token.kind == "w" and token.text[0].isupper()


def _is_initial(token: Token, stop: Token) -> bool:
    return len(token.text) == 1 and token.text.isupper() and token.stop == stop.start


def _is_possessive(token: Token) -> bool:
    return token.text.lower().replace("’", "'").endswith(("'s", "s'"))


def _actor_at(
    pieces: list[Token], at: int, view: View, limit: int, dates: set[int], named: set[int]
) -> tuple[int, Actor | None]:
    """The actor that begins at token `at`: how many tokens it takes, and who it is."""
    first = pieces[at]
    low = first.text.lower()
    if low in w.PRONOUNS:
        return 1, Actor((first.start, first.stop), first.text, ActorKind.PRONOUN, Attribution.UNNAMED, low)
    if first.kind == "n" or first.kind == "p":
        return 0, None
    place = at
    while (
        place < len(pieces)
        and place - at < 3
        and (pieces[place].text.lower() in w.DETERMINERS or (place > at and pieces[place].text.lower() == "other"))
    ):
        place += 1
    phrase: list[Token] = []
    while place < len(pieces) and len(phrase) < _LONGEST_PHRASE:
        token = pieces[place]
        if token.stop > limit or token.start in dates:
            break
        bare = _bare(token)
        if token.text == "." and phrase and (_bare(phrase[-1]) in w.TITLES or _is_initial(phrase[-1], token)):
            place += 1
            continue
        is_role = bare in w.ROLE_HEADS and not (bare in w.ONLY_IN_TITLES and token.text.islower())
        if phrase and _begins_name(pieces, place, phrase[-1]):
            break  # "In the Tarn Herald | Petar Vasko says"
        if (
            _is_cap(token)
            or token.start in named
            or (is_role and bare not in w.SAYING)
            or (bare in w.NAME_PARTICLES and phrase)
            or (token.text == "do" and _is_in_title(pieces, place))
            or (token.kind == "w" and _leads_to_role(pieces, place, limit))
            or (
                phrase
                and (_is_number_of(phrase, token) or _is_title_of(phrase[-1], token) or _ends_title(phrase, token))
            )
        ):
            phrase.append(token)
        elif phrase and token.text == "-" and _is_channel(phrase, pieces, place):
            phrase += pieces[place : place + 2]
            place += 1
        else:
            break
        place += 1
    while phrase and (_bare(phrase[-1]) in w.NAME_PARTICLES and not phrase[-1].text[0].isupper()):
        phrase.pop()
        place -= 1
    if not phrase:
        return 0, None
    if not any(_is_cap(t) or _bare(t) in w.ROLE_HEADS for t in phrase):
        return 0, None
    if at == 1 and (town := _town_before(pieces[0], phrase)):
        return town, _named(view, (first.start, phrase[town - 1].stop))
    tail = _tails(pieces, place, phrase[-1], limit, dates)
    place += len(tail)
    stop = (tail or phrase)[-1].stop
    start = pieces[at].start
    if not tail and _is_possessive(phrase[-1]) and _bare(phrase[-1]) not in w.ROLE_HEADS:
        kin = _kin_behind(pieces, place, limit)  # "Quorren's brother"
        place += kin
        stop = pieces[place - 1].stop
    return place - at, _named(view, (start, stop))


def _begins_name(pieces: list[Token], at: int, last: Token) -> bool:
    """Whether a person's name begins behind a medium's title."""
    if not _is_cap(last) or _bare(last) not in w.ONLY_IN_TITLES or at + 1 >= len(pieces):
        return False
    one, other = pieces[at], pieces[at + 1]
    given = bool(listed_kinds(one.text) & frozenset("mfg"))
    return given and _is_cap(one) and _is_cap(other) and _bare(other) not in w.ROLE_HEADS


def _town_before(lead: Token, phrase: list[Token]) -> int:
    """How many words at the head of a sentence are a place, behind which people are told of: "In | Tarn | elders said"."""
    many = next((k for k, token in enumerate(phrase) if not _is_cap(token)), 0)
    people = w.SEVERAL_PEOPLE.search(phrase[-1].text) is not None and _bare(phrase[-1]) in w.PERSON_HEADS
    where = lead.text in ("In", "Near", "At", "Outside", "Inside", "Around", "Across")
    return many if many and where and people and not _is_possessive(phrase[many - 1]) else 0


def _named(view: View, place: tuple[int, int]) -> Actor:
    actor = describe(view.text, place)
    if actor.kind is ActorKind.OTHER and actor.name.lower() in view.media:
        return replace(actor, kind=ActorKind.MEDIUM, head=actor.name.lower())
    hearer = view.text[max(0, place[0] - 10) : place[0]].endswith(("told ", "told the ", "to ", "to the ", "with "))
    if actor.kind is not ActorKind.SOURCE and not hearer and _ANONYMOUS.match(view.text, place[1]):
        return replace(actor, kind=ActorKind.SOURCE, attribution=Attribution.ANONYMOUS)
    return actor


def _kin_behind(pieces: list[Token], place: int, limit: int) -> int:
    """How many words from `place` on say what somebody is to the one just named: "brother", "former lawyer"."""
    for many in (1, 2, 3):
        if place + many - 1 >= len(pieces) or pieces[place + many - 1].stop > limit:
            return 0
        if _bare(pieces[place + many - 1]) in w.PERSON_HEADS:
            return many
    return 0


_TAILS = frozenset(["of", "for", "at", "from", "in", "inside", "within", "to"])
_ON_SUBJECT = frozenset(
    w.split(
        "commission committee subcommittee council panel conference group office rapporteur department directorate expert"
    )
)
_LONGEST_TAIL = 9
_TO_SOMEBODY = frozenset(
    w.split(
        "aide aides adviser advisers advisor advisors ambassador envoy envoys delegate counsel witness assistant assistants deputy "
        "secretary successor heir counsellor confidant emissary attaché liaison consultant interpreter"
    )
)


def _tails(pieces: list[Token], place: int, last: Token, limit: int, dates: set[int]) -> list[Token]:
    """What further describes a role, body or name: "of the Red Cross", "close to the group", "for the region"."""
    found: list[Token] = []
    is_role = _bare(last) in w.ROLE_HEADS
    while place < len(pieces) and len(found) < _LONGEST_TAIL:
        low = pieces[place].text.lower()
        after = pieces[place + 1].text.lower() if place + 1 < len(pieces) else ""
        lead = 1
        if low in ("close", "familiar", "near", "briefed", "acquainted") and after in ("to", "with", "on"):
            lead = 2
        elif (
            low == "of"
            and after in ("one", "two", "three", "some", "several", "both", "all")
            and (place + 2 < len(pieces) and pieces[place + 2].text.lower() == "of")
        ):
            lead = 3  # "the wife of one of the hostages"
        elif low in ("d'affaires", "d’affaires"):
            found.append(pieces[place])
            place += 1
            continue
        elif low == "with" and after in ("knowledge", "access", "links", "ties"):
            lead = 3 if place + 2 < len(pieces) and pieces[place + 2].text.lower() in ("of", "to") else 2
        elif (
            low == "on"
            and _bare(pieces[place - 1]) in _ON_SUBJECT
            and after[:1].isalpha()
            and place + 1 < len(pieces)
        ):
            lead = 1  # "the State Commission on Prisoners"
            if not pieces[place + 1].text[:1].isupper():
                break
        elif low not in _TAILS or (low == "to" and _bare(last) not in _TO_SOMEBODY):
            break
        title = last.text[:1].isupper() and _bare(last) in w.ONLY_IN_TITLES
        if (not is_role or title) and low != "of":
            break
        size = _noun_phrase(pieces, place + lead, limit, dates, plain=is_role or bool(found))
        if not size or (not is_role and not found and not _any_cap(pieces[place + lead : place + lead + size])):
            break
        phrase = pieces[place + lead : place + lead + size]
        anybody = _bare(last) in _ANYBODY and _bare(phrase[-1]) in w.BODY_HEADS  # "somebody at the ministry"
        if low in ("in", "at", "from", "inside", "within") and not _any_cap(phrase) and not anybody:
            break  # "the minister in the morning"
        found += pieces[place : place + lead + size]
        place += lead + size
        if low in ("in", "at", "from", "to"):
            break
    return found


_ANYBODY = frozenset(["somebody", "someone", "anybody", "anyone", "nobody"])


def _any_cap(tokens_: list[Token]) -> bool:
    return any(_is_cap(t) for t in tokens_)


def _noun_phrase(pieces: list[Token], place: int, limit: int, dates: set[int], *, plain: bool) -> int:
    """How many tokens a noun phrase takes: article, adjectives, nouns; up to a verb, a mark or a preposition."""
    at = place
    while at < len(pieces) and at - place < 7:
        token = pieces[at]
        low = _bare(token)
        if token.text == "." and at > place and _is_initial(pieces[at - 1], token):
            at += 1
            continue
        if token.kind not in "wn" or token.stop > limit or token.start in dates:
            break
        if low in w.DETERMINERS and at == place:
            at += 1
            continue
        if low in w.NUMBERS and at == place + 1 and token.text.islower() and _bare(pieces[place]) in _THE:
            return 2 if plain and _ends_phrase(pieces, at + 1) else 0  # "the families of the six"
        if token.text[:1].isupper() or low in w.NAME_PARTICLES or _ARABIC_ARTICLE.match(token.text):
            at += 1
            continue
        named = at > place and pieces[at - 1].text[:1].isupper() and not _is_possessive(pieces[at - 1])
        if named and pieces[at - 1].text.lower() not in w.DETERMINERS and low not in w.ROLE_HEADS - w.REPORT_HEADS:
            break  # "the Ministry of Foreign Affairs refers to"
        if low in w.PLAIN_SAYING and at > place + 1:
            break  # "lawyers for the families say"
        if (
            at > place + 1
            and low.endswith("s")
            and low in v.LEMMAS
            and low not in v.AMBIGUOUS
            and token.text.islower()
        ):
            break  # "the foreman of the gang | passes on"
        if (
            (low in w.NOT_NAMES and not (at > place and low in _TALKS))
            or low in w.SAYING
            or low in w.CITING
            or low in _COMMON_VERBS
            or low in w.SPEECH_VERBS
        ):
            break
        if not plain or (
            low.endswith("ed") and low not in ("armed", "united", "wounded", "detained", "missing", "kidnapped")
        ):
            break
        at += 1
    while at > place and (_bare(pieces[at - 1]) in w.DETERMINERS or _bare(pieces[at - 1]) in w.NAME_PARTICLES):
        at -= 1
    return at - place


_THE = frozenset(["the", "these", "those"])


def _ends_phrase(pieces: list[Token], at: int) -> bool:
    """Whether a noun phrase is at its end: a mark, a verb or a preposition follows."""
    low = pieces[at].text.lower() if at < len(pieces) else "."
    verb = low in w.SAYING or low in w.FINITE or low in w.BE or low in w.MODALS or low.endswith("ed")
    return verb or low in w.PREPOSITIONS or low in w.CONJUNCTIONS or not low[:1].isalpha()


_TALKS = frozenset(["talks", "negotiations", "lists", "names"])  # "a person close to the talks"


def _leads_to_role(pieces: list[Token], place: int, limit: int) -> bool:
    """Whether plain words from `place` on describe a role or body that follows at once ("foreign ministry")."""
    if _is_verb_behind(pieces, place):
        return False
    for step in range(4):
        if place + step >= len(pieces) or pieces[place + step].stop > limit:
            return False
        token = pieces[place + step]
        bare = _bare(token)
        if (
            step > 1
            and bare in w.MEDIUM_HEADS
            and token.text[:1].isupper()
            and _may_be_past(pieces, place + step - 1)
        ):
            return False  # "a tape | reached Radio Marsh"
        if bare in w.ROLE_HEADS and not (step < 2 and bare in w.ONLY_IN_TITLES and token.text.islower()):
            return step > 0
        plural = step == 0 and place and pieces[place - 1].text.endswith("s")
        if plural and bare in w.PLAIN_SAYING:
            return False  # "Rebels deny holding the engineers"
        if (
            token.kind != "w"
            or bare in w.NOT_NAMES
            or (bare in w.SAYING and not _informs(pieces, place + step))
            or bare in w.CITING
            or (bare in _COMMON_VERBS and bare not in _AS_ADJECTIVES and not _is_behind_article(pieces, place + step))
        ):
            return False
        if _is_possessive(token) and step == 0 and not token.text[0].isupper():
            return True
    return False


def _may_be_past(pieces: list[Token], at: int) -> bool:
    """Whether a word before a medium's name is the verb of the noun before: "a tape | reached Radio Marsh"."""
    bare = _bare(pieces[at])
    past = bare in w.PAST_TENSE or (bare.endswith("ed") and bare not in w.NO_VERBS)
    return past and not pieces[at - 1].text.endswith("ly")


def _is_behind_article(pieces: list[Token], at: int) -> bool:
    """Whether a word stands behind an article, where no finite verb can: "a | lay preacher"."""
    return at > 0 and pieces[at - 1].text.lower() in ("a", "an", "the")


def _is_verb_behind(pieces: list[Token], place: int) -> bool:
    """Whether a word is the verb of whoever stands before it: "Radio Marsh | interviewed Commander Rasil"."""
    bare = _bare(pieces[place])
    past = bare in w.PAST_TENSE or (bare.endswith("ed") and bare not in w.NO_VERBS and "-" not in bare)
    if place == 0 or not past:
        return False
    before = pieces[place - 1]
    named = before.text[:1].isupper() or _bare(before) in w.ROLE_HEADS
    return named and not _is_possessive(before) and before.text.lower() not in w.DETERMINERS


_BETWEEN_NAMES = re.compile(
    r"[A-Z0-9][\w’-]* ([a-z]+ed|met|heard|overheard|told|rang|quotes?|cites|interviews) (?:the )?[A-Z]"
)


def _informs(pieces: list[Token], at: int) -> bool:
    """Whether "informed" describes a source that follows at once."""
    after = pieces[at + 1].text.lower() if at + 1 < len(pieces) else ""
    return pieces[at].text.lower() in ("informed", "trusted") and after in w.SOURCE_HEADS


_COMMON_VERBS = w.FINITE
_AS_ADJECTIVES = frozenset(
    ["informed", "released", "freed", "returned", "missing", "disappeared", "vanished", "lost"]
)


_ANONYMOUS = re.compile(
    r",?\s+(?:who|whose|speaking|talking|on (?:the )?condition|under condition|on a promise|requesting|insisting on|"
    r"declining|in return for)\b[^.;:“\"]{0,60}?\b(?:not to be (?:named|identified|quoted by name|further identified)|"
    r"be (?:named|identified|printed|published|withheld|used)|was not (?:named|identified)|were not (?:named|identified)|"
    r"(?:it|he|she|they|the \w+) (?:does|did|would) not (?:name|identify)|anonymity|anonymous|anonymously|without being named|name (?:is|was|has been) withheld|known only to)\b"
)

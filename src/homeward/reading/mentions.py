"""Sought people and words for their group in a text; and who "the ministry" and a bare surname are.

In: a text with a spotter of known names, words for the group; actors in the order of the text.
Out: `SoughtMention`; actors under the fullest name that the document has given them so far.
Leaves to others: comparing names (`homeward.names`), and what is said of the people mentioned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from homeward.names import listed_kinds
from homeward.reading.languages.language import Actor, ActorKind, Language
from homeward.reading.proposals import SoughtMention, Span
from homeward.records import Attribution


class Found(Protocol):
    """A known person's name in running text, as `homeward.names.Spotted` gives it."""

    @property
    def start(self) -> int: ...
    @property
    def stop(self) -> int: ...
    @property
    def key(self) -> str: ...
    @property
    def probability(self) -> float: ...
    @property
    def reasons(self) -> tuple[str, ...]: ...


class SpotterLike(Protocol):
    """Whatever finds known names in a text: `homeward.names.Spotter`."""

    def spot(self, text: str) -> Iterable[Found]:
        """Every place in `text` where a known person may be named."""


def find_mentions(
    text: str,
    language: Language,
    *,
    offset: int,
    sought: SpotterLike | None,
    groups: Sequence[str],
    count: int | None,
) -> list[SoughtMention]:
    """Sought people by name and groups by their words, in order; `offset` is where `text` stands in the document."""
    found: list[SoughtMention] = []
    if sought is not None:
        seen = list(sought.spot(text))
        shared = _shared_words(text, seen)
        for spotted in seen:
            alone = " " not in text[spotted.start : spotted.stop] and spotted.probability < _SURE
            if alone and text[spotted.start : spotted.stop] in shared:
                continue
            if alone and _is_anothers(text, spotted.start, ""):
                continue
            span = Span(offset + spotted.start, offset + spotted.stop, text[spotted.start : spotted.stop])
            found.append(
                SoughtMention(span, str(spotted.key), None, None, spotted.probability, tuple(spotted.reasons))
            )
    taken = {place for m in found for place in range(m.span.start - offset, m.span.stop - offset)}
    terms = [(_as_words(term), "given") for term in groups if term.strip()]
    if language.group_term is not None:  # with a number before it rather than without
        terms[:0] = [(pattern, "short") for term in groups if (pattern := language.group_term(term)) is not None]
    terms += [(pattern, "usual") for pattern in language.groups]
    terms += [(pattern, "counted") for pattern in language.counted if count is not None]
    for pattern, kind in terms:
        for match in pattern.finditer(text):
            start, stop = match.span()
            number = _number_in(match, language)
            if kind == "given":
                number = next(
                    (n for w in match.group().lower().split() if (n := language.numbers.get(w)) and n > 1), None
                )
            same = number is not None and number == count
            other = (
                kind == "short" and number is not None and count is not None and _is_too_many(number, count, language)
            )
            if (kind == "counted" and not same) or other or not taken.isdisjoint(range(start, stop)):
                continue
            why: tuple[str, ...] = (_WHY[kind],)
            if same:
                why += (f"the number, {number}, is that of the people looked for",)
            sure = 0.9 if kind == "given" or same else 0.6 if number is None else 0.4
            taken.update(range(start, stop))
            found.append(
                SoughtMention(
                    Span(offset + start, offset + stop, match.group()), None, match.group(), number, sure, why
                )
            )
    return sorted(found, key=lambda m: m.span.start)


def _is_too_many(number: int, count: int, language: Language) -> bool:
    """Whether so many cannot be those looked for; where words near in meaning are terms too, the number must be theirs."""
    return number > count or (language.code in _EXACT and number < count)


_EXACT = ("he", "ar")


def _shared_words(text: str, seen: Sequence[Found]) -> set[str]:
    """Family names that several of the people looked for have: alone they say nothing of who is meant."""
    keys: dict[str, set[str]] = {}
    for spotted in seen:
        keys.setdefault(text[spotted.start : spotted.stop].split()[-1], set()).add(str(spotted.key))
    return {word for word, owners in keys.items() if len(owners) > 1}


def add_family_names(text: str, found: Sequence[SoughtMention]) -> list[SoughtMention]:
    """Further places where a person whom the text has named in full is meant by the last word of that name."""
    by_word: dict[str, set[str]] = {}
    full: dict[str, SoughtMention] = {}
    for mention in found:
        words = mention.span.text.split()
        if mention.person_key and len(words) > 1:
            bare = (words[0][1:],) if words[0][0] in _JOINED_ON and len(words[0]) > 3 else ()
            for written in (words[-1], words[0], *bare):
                word = written.strip(".,;:'’\"")
                if len(word) > (3 if _CASED.match(word) else 2):
                    by_word.setdefault(word, set()).add(mention.person_key)
                    full.setdefault(word, mention)
    words_of_one = [re.escape(w) for w, keys in by_word.items() if len(keys) == 1]
    if not words_of_one:
        return list(found)
    taken = {place for m in found for place in range(m.span.start, m.span.stop)}
    more: list[SoughtMention] = []
    names = "|".join(sorted(words_of_one, key=len, reverse=True))
    for match in re.finditer(rf"(?<!\w)(?:{names})(?!\w)|(?<=[{_JOINED_ON}])(?:{names})(?!\w)", text):
        if not _CASED.match(match.group()) and not _STARTS_WORD.search(
            text[max(0, match.start() - 4) : match.start()]
        ):
            continue
        first = full[match.group()]
        before = text[max(0, match.start() - 30) : match.start()].rsplit(None, 1)
        other = bool(before) and before[-1][:1].isupper() and text[match.start() - 1] == " " and before[-1].isalpha()
        if not other and _is_anothers(text, match.start(), first.span.text):
            continue
        starts = other and _starts_sentence(text, match.start() - len(before[-1]) - 1)
        given = first.span.text.startswith(match.group(), 0) or first.span.text.startswith(match.group(), 1)
        before_full = match.start() < first.span.start and not given
        if match.start() in taken or before_full or (other and not starts):
            continue  # "Omar Mirell" is somebody else than Dana Mirell
        if given and _has_surname(text, match.end()):
            continue  # "Dana Venn" is not Dana Mirell
        why = (f'{"the given name" if given else "the family name"} of "{first.span.text}", named before',)
        span = Span(match.start(), match.end(), match.group())
        more.append(SoughtMention(span, first.person_key, None, None, round(first.probability * 0.8, 3), why))
    return sorted([*found, *more], key=lambda m: m.span.start)


def _is_anothers(text: str, start: int, full: str) -> bool:
    """Whether a family name belongs to another, in scripts without capitals: a listed given name stands before it."""
    before = text[max(0, start - 30) : start].rsplit(None, 1)
    if not before or text[start - 1 : start] != " " or before[-1] in full.split() or before[-1][0].isupper():
        return False
    return before[-1].isalpha() and not before[-1].islower() and bool(listed_kinds(before[-1]) & _GIVEN)


def _starts_sentence(text: str, place: int) -> bool:
    return not text[:place].strip()[-1:] or text[max(0, place - 3) : place].rstrip()[-1:] in ".!?\n"


def _has_surname(text: str, place: int) -> bool:
    """Whether a family name follows a given one; without capitals, only a listed name shows it."""
    after = _SURNAME.match(text, place)
    if after is None or _CASED.match(after.group().strip()[:1]):
        return after is not None
    return bool(listed_kinds(after.group().strip()) & {"s"})


_JOINED_ON = "ובלמשכوفبل"  # letters that Hebrew and Arabic write on to the front of a name
_STARTS_WORD = re.compile(rf"(?:^|[^\w])[{_JOINED_ON}]{{0,2}}$")
_CASED = re.compile(r"[^\W\d_\u0590-\u05ff\u0600-\u06ff]")
_SURNAME = re.compile(r"\s+[^\W\d_a-z][\w-]+|['’]s? (?:brother|sister|mother|father|son|daughter)")
_GIVEN = frozenset("mfg")
_SURE = 0.5  # a family name alone is found with less
_WHY = {
    "short": "the head of a term given for the group",
    "given": "a term given for the group",
    "usual": "a common word for held people",
    "counted": "people or names",
}


def _as_words(term: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, term.split())) + r"(?!\w)", re.IGNORECASE)


def _number_in(match: re.Match[str], language: Language) -> int | None:
    for name in ("n", "m"):
        word = match.groupdict().get(name)
        if word:
            return int(word) if word.isdecimal() else language.numbers.get(word.lower())
    return None


class Acquaintance:
    """Whom the document introduces, so that short forms can be read.

    `meet` tells it of everybody first, so that a headline's short form finds the full name below; `resolve` is then
    asked in the order of the text, and "the ministry" is the last ministry named.
    """

    def __init__(self, publisher: str | None = None) -> None:
        self._people: dict[str, str] = {}  # last word of a name, lower case, to the fullest name
        self._given: dict[str, str] = {}  # first word likewise
        self._bodies: dict[str, Actor] = {}  # "ministry" to the last ministry named
        self._containing: dict[str, set[str]] = {}  # a word with a capital to the longer names of bodies that hold it
        self._names: dict[str, str] = {}  # lower case to the spelling first met
        self._roles: dict[str, Actor] = {}  # "spokesman" to the last one introduced
        self._publisher = publisher

    def meet(self, actor: Actor, phrase: str = "") -> None:
        """Note a full name, wherever in the text it stands, and the body that `phrase` ties a person to."""
        for body in _OF_BODY.findall(phrase) if actor.kind in (ActorKind.PERSON, ActorKind.ROLE) else ():
            for word in body.split():
                if word[:1].isupper():
                    self._containing.setdefault(word.lower(), set()).add(body)
        words = _untitled(actor.name).split()
        if actor.role and actor.kind is ActorKind.PERSON:
            self._roles.setdefault(actor.role, actor)
        if len(words) < 2 or actor.kind in (ActorKind.PRONOUN, ActorKind.ROLE, ActorKind.SOURCE):
            return
        if actor.kind is ActorKind.PERSON:
            last, first = _without_ending(words[-1]), _without_ending(words[0])
            if len(self._people.get(last, "").split()) < len(words) and not _is_initial(words[0]):
                self._people[last] = actor.name
            if not _is_initial(words[0]):
                self._given.setdefault(first, actor.name)
        elif actor.attribution is Attribution.NAMED:
            for word in words:
                if word[:1].isupper():
                    self._containing.setdefault(word.lower(), set()).add(actor.name)

    def resolve(self, actor: Actor) -> Actor:
        """The actor under the fullest name that the document gives; also remembers him for what follows."""
        if actor.kind is ActorKind.PRONOUN:
            return actor
        found = self._known_role(actor) or self._known_body(actor) or self._known_person(actor) or actor
        name = self._names.setdefault(found.name.lower(), found.name)
        found = replace(found, name=name)
        head = actor.head.lower()
        if found.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.SOURCE):
            own = actor.name.lower() if actor.kind is not ActorKind.PERSON else ""
            for known_as in {*_known_as(actor), actor.role, own} - {""}:
                self._roles[known_as] = found
        if head and found.kind in (ActorKind.BODY, ActorKind.MEDIUM) and found.attribution is Attribution.NAMED:
            self._bodies |= dict.fromkeys(_known_as(actor), found)
        return found

    def _known_role(self, actor: Actor) -> Actor | None:
        if actor.kind not in (ActorKind.ROLE, ActorKind.SOURCE) or not actor.definite:
            return None
        known = self._roles.get(actor.name.lower()) or (
            self._roles.get(actor.head.lower()) if _is_short(actor) else None
        )
        return replace(actor, name=known.name, kind=known.kind, attribution=known.attribution) if known else None

    def _known_body(self, actor: Actor) -> Actor | None:
        bodily = actor.kind in (ActorKind.BODY, ActorKind.MEDIUM)
        if not bodily and actor.kind is not ActorKind.OTHER:
            return None
        words = actor.name.split()
        if len(words) == 1 and words[0][:1].isupper() and actor.definite:
            longer = self._containing.get(words[0].lower(), set())
            if len(longer) == 1:
                return replace(actor, name=next(iter(longer)), attribution=Attribution.NAMED)
        if bodily and actor.definite and (_is_short(actor) or actor.attribution is Attribution.UNNAMED):
            body = self._bodies.get(actor.head.lower()) or self._publishing(actor)
            return replace(actor, name=body.name, attribution=body.attribution) if body is not None else None
        return None

    def _known_person(self, actor: Actor) -> Actor | None:
        if actor.kind not in (ActorKind.PERSON, ActorKind.OTHER):
            return None
        short = _untitled(actor.name)
        words = short.split()
        if not words:
            return None
        full = self._people.get(_without_ending(words[-1]))
        if full is None and len(words) == 1:
            full = self._given.get(_without_ending(words[0]))
        fits = full is not None and full != short and (len(words) == 1 or _shortens(full, short))
        if full is not None and fits:
            return replace(actor, name=full, kind=ActorKind.PERSON)
        if actor.kind is ActorKind.PERSON:
            self.meet(actor)
        return None

    def _publishing(self, actor: Actor) -> Actor | None:
        """The publisher, where the text is its own: "the ministry" in what the Foreign Ministry puts out."""
        publisher, head = self._publisher, actor.head.lower()
        if not publisher or not head or head not in publisher.lower().split():
            return None
        return replace(actor, name=publisher, attribution=Attribution.NAMED)


# "the president of the Alpine Union": which union "the Union" will be
_OF_BODY = re.compile(r"\b(?:of|for) the ((?:[A-Z][\w’'-]+ )+(?:of (?:the )?)?(?:[A-Z][\w’'-]+ ?)*[A-Z][\w’'-]+)")


def _known_as(actor: Actor) -> list[str]:
    """Under what an office is found again; where its first word is its head, "minister of trade" is the minister too."""
    head = actor.head.lower()
    if actor.brief is None:
        return [head]
    words = head.split()
    return [" ".join(words[:count]) for count in range(1, len(words) + 1)]


def _is_short(actor: Actor) -> bool:
    if actor.brief is not None:
        return actor.brief
    return bool(actor.head) and actor.definite and _words_beside(actor.name, actor.head.lower()) == 0


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def _words_beside(name: str, head: str) -> int:
    """How many words a name has besides its head and an article."""
    return sum(word.lower() not in (head, "the", "its", "his", "her", "their", "our") for word in name.split())


_TITLES = frozenset(
    ["mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "lord", "lady", "captain", "capt", "colonel", "col",
     "general", "gen", "major", "maj", "lieutenant", "lt", "sergeant", "sgt", "commander", "commodore", "admiral",
     "sheikh", "sister", "father", "brother", "mother", "rabbi", "imam"]
)  # fmt: skip


_SHORTENED = re.compile(r"[A-Z][a-z]{1,5}\.")  # "Hon.", "Asec.": whatever is written so before a name is a title


def _untitled(name: str) -> str:
    """A name without the titles before it, if anything is left."""
    words = name.split()
    while len(words) > 1 and (words[0].lower().rstrip(".") in _TITLES or _SHORTENED.fullmatch(words[0])):
        words.pop(0)
    return " ".join(words)


def _shortens(full: str, short: str) -> bool:
    """Whether a name is the end of a fuller one, or the same with initials: "T. Arystan" for "Tulegen Arystan"."""
    a, b = [_without_ending(w) for w in full.split()], [_without_ending(w) for w in short.split()]
    if len(b) < len(a) and a[-len(b) :] == b:
        return True
    return len(b) == len(a) and all(
        x == y or (_is_initial(y) and x.startswith(y[0])) for x, y in zip(a, b, strict=True)
    )


_RUSSIAN_ENDING = re.compile(r"(?<=[а-яё]{3})(?:ом|ым|ой|ого|ому|[ауеыияюй])$")


def _without_ending(word: str) -> str:
    """The word in lower case, a Russian one without its case ending: the same surname in every case."""
    return _RUSSIAN_ENDING.sub("", word.lower())

"""Sought people and words for their group in a text.

In: a text with a spotter of known names, words for the group. Out: `SoughtMention`.
Leaves to others: comparing names (`homeward.names`), what is said of the people mentioned, and who those are who
speak (`acquaintance`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from homeward.names import listed_kinds
from homeward.reading.known_names import (
    JOINED_ON,
    Firsts,
    KnownNames,
    given_names,
    known_names,
    names_joined_on,
    whole_words,
)
from homeward.reading.languages.language import FindsWords, Language, Place, Words
from homeward.reading.proposals import SoughtMention, Span
from homeward.reading.sieve import chosen, sieve_of


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
    """Whatever finds known names in a text: `homeward.names.Spotter`.

    One that has `forms`, every form looked for, by person, keeps them as long as it lives.
    """

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
    described: Sequence[FindsWords] = (),
    whole: str | None = None,
) -> list[SoughtMention]:
    """Sought people by name and groups by their words, in order; `offset` is where `text` stands in the document.

    `described`: what the text itself calls the group, where its language finds that out (`Language.described`).
    `whole`: the document's text.
    """
    found: list[SoughtMention] = []
    if sought is not None:
        seen = list(sought.spot(text))
        shared = _shared_words(text, seen)
        starts = Counter(spotted.start for spotted in seen)
        for spotted in seen:
            caseless = _is_caseless(text[spotted.start])
            single = " " not in text[spotted.start : spotted.stop] and spotted.probability < _SURE
            if single and _is_hebrew(text[spotted.start]) and text[spotted.start : spotted.stop] in shared:
                continue
            alone = single or (caseless and spotted.probability < _SURE)
            if alone and _is_anothers(text, spotted.start, ""):
                continue
            if (
                alone
                and caseless
                and (
                    _name_follows(text, spotted.stop)
                    or (starts[spotted.start] > 1 and " " not in text[spotted.start : spotted.stop])
                )
            ):
                continue  # somebody else's name, or the family name of several
            span = Span(offset + spotted.start, offset + spotted.stop, text[spotted.start : spotted.stop])
            found.append(
                SoughtMention(span, str(spotted.key), None, None, spotted.probability, tuple(spotted.reasons))
            )
    known = known_names(sought)
    if known.forms:
        found = [m for m in found if not _goes_on(text, m.span.stop - offset, m, known.forms)]
        found += _word_for_word(text, offset, found, known)
    taken = {place for m in found for place in range(m.span.start - offset, m.span.stop - offset)}
    terms: list[tuple[FindsWords, str]] = [(_as_words(term), "given") for term in groups if term.strip()]
    if language.group_term is not None:  # with a number before it rather than without
        terms[:0] = [
            (pattern, "short") for term in groups if (pattern := _short(language.group_term, term)) is not None
        ]
    terms += [(pattern, "described") for pattern in described]
    terms += [(pattern, "usual") for pattern in _worth_trying(language.groups, text, whole)]
    terms += [
        (pattern, "counted")
        for pattern in (_worth_trying(language.counted, text, whole) if count is not None else ())
    ]
    for finder, kind in terms:
        for match in finder.finditer(text):
            start, stop = match.span()
            number = _number_in(match, language)
            if kind == "given":
                number = next(
                    (n for w in match.group().lower().split() if (n := language.numbers.get(w)) and n > 1), None
                )
            same = number is not None and number == count
            if kind == "short" and number is None and language.stem is not None and _goes_before(text, stop, taken):
                continue  # "инженер Дана Мирелл": one of them by name
            other = kind in ("short", "described") and number is not None and count is not None
            other = other and _is_too_many(number or 0, count or 0, language)
            exact = kind == "counted" or (kind == "described" and match.groupdict().get("m") is not None)
            if (exact and not same) or other or not taken.isdisjoint(range(start, stop)):
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
    found = [m for m in found if m.group is None or not _counts_others(text, m.span.start - offset, m, found, offset)]
    return sorted(found, key=lambda m: m.span.start)


def _worth_trying(patterns: Sequence[re.Pattern[str]], text: str, whole: str | None) -> Iterator[re.Pattern[str]]:
    return chosen(patterns, sieve_of(patterns, _itself).worth(text, whole))


def _itself(pattern: re.Pattern[str]) -> re.Pattern[str]:
    return pattern


def _is_too_many(number: int, count: int, language: Language) -> bool:
    """Whether so many cannot be those looked for; if words near in meaning are terms, the number must be theirs."""
    return number > count or (language.code in _EXACT and number < count)


_EXACT = ("he", "ar")


def _shared_words(text: str, seen: Sequence[Found]) -> set[str]:
    """Family names without capitals that several of the people looked for have: alone they do not say who it is."""
    keys: dict[str, set[str]] = {}
    for spotted in seen:
        keys.setdefault(text[spotted.start : spotted.stop].split()[-1], set()).add(str(spotted.key))
    return {word for word, owners in keys.items() if len(owners) > 1 and not _CASED.match(word)}


def _goes_before(text: str, stop: int, taken: set[int]) -> bool:
    return stop + 1 in taken and text[stop : stop + 1] == " "


def _counts_others(
    text: str, start: int, mention: SoughtMention, found: Sequence[SoughtMention], offset: int
) -> bool:
    """Whether "the three" are those of whom the text has just counted three: "three Chinese road workers"."""
    bare = _BARE_NUMBER.fullmatch(mention.span.text)
    if bare is None:
        return False
    before = text[max(0, start - _COUNTED_BEFORE) : start]
    last = None
    for last in _counted(bare[1].lower()).finditer(before):  # noqa: B007
        pass
    if last is None:
        return False
    place = offset + start - len(before) + last.start()
    return not any(m.span.start <= place + len(bare[1]) and place < m.span.stop for m in found)


@lru_cache(maxsize=256)
def _counted(number: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(number)} (?:[\w-]+ ){{0,4}}?[\w-]+s\b", re.IGNORECASE)


def _goes_on(text: str, stop: int, mention: SoughtMention, forms: Mapping[str, Sequence[str]]) -> bool:
    """Whether a name goes on with another's family name: "Faith Wanjiru" of "Faith Wanjiru Mbugua"."""
    after = _SURNAME.match(text, stop)
    known = {word for form in forms.get(mention.person_key or "", ()) for word in form.split()}
    last = mention.span.text.split()[-1]
    ends = {form.split()[-1] for form in forms.get(mention.person_key or "", ()) if form.split()}
    return (
        after is not None
        and bool(_LATIN.match(mention.span.text))
        and last not in ends
        and " " in mention.span.text
        and after.group().strip() not in known
    )


def _word_for_word(text: str, offset: int, found: Sequence[SoughtMention], known: KnownNames) -> list[SoughtMention]:
    """Whole forms that stand in the text letter for letter where the spotter passed them over."""
    taken = {place for m in found for place in range(m.span.start - offset, m.span.stop - offset)}
    more = []
    for start, stop in whole_words(text, known.whole(text)):
        if taken.isdisjoint(range(start, stop)):
            span = Span(offset + start, offset + stop, text[start:stop])
            key = known.owner[span.text]
            more.append(SoughtMention(span, key, None, None, 0.9, ("the name as it is known",)))
    return more


def add_family_names(
    text: str, found: Sequence[SoughtMention], sought: SpotterLike | None = None
) -> list[SoughtMention]:
    """Further places where a person whom the text has named in full is meant by the last word of that name.

    With the forms of `sought` also by the given name alone, where the text speaks of people looked for at all.
    """
    named = _by_family_names(text, found)
    known = known_names(sought)
    if named or known.any_end_in(text):
        named = _by_given_names(text, named, known.firsts(_given_alone))
    return _by_first_names(text, named, known.firsts(_caseless_alone))


def _by_given_names(text: str, found: list[SoughtMention], own: Firsts) -> list[SoughtMention]:
    """Where "Dana" alone stands, of one person who is called so: no other name before it or behind it."""
    words = own.within(text)
    if not words:
        return found
    taken = {place for m in found for place in range(m.span.start, m.span.stop)}
    more = []
    for start, stop in given_names(text, words):
        if not _begins_here(text, start):
            continue
        before = _NAME_BEFORE.search(text[max(0, start - 30) : start])
        other = before is not None and before[1].lower() not in _RANKS
        if start in taken or _has_surname(text, stop) or _is_anothers(text, start, ""):
            continue
        if other and before is not None and not _starts_sentence(text, start - len(before[0])):
            continue  # "Omar Dana" is somebody else
        span = Span(start, stop, text[start:stop])
        why = ("the given name alone of one person looked for",)
        more.append(SoughtMention(span, own.owner[span.text], None, None, 0.4, why))
    return sorted([*found, *more], key=lambda m: m.span.start)


def _given_alone(form: str) -> str | None:
    """The first word of a name, if it may stand for its bearer alone: "Dana"."""
    first, *rest = form.split()
    long = len(first) >= (_GIVEN_LENGTH if _CASED.match(first) else 3)
    fits = rest and long and (_LATIN.match(first) or _listed_given(first)) and first.lower() not in _RANKS
    return first if fits else None


def _caseless_alone(form: str) -> str | None:
    """The same in scripts without capitals, where only a listed name is told from a word."""
    return form.split()[0] if " " in form and _is_given(form.split()[0]) else None


def _by_family_names(text: str, found: Sequence[SoughtMention]) -> list[SoughtMention]:
    by_word: dict[str, set[str]] = {}
    full: dict[str, SoughtMention] = {}
    alone = {m.span.start for m in found if m.person_key and " " not in m.span.text}
    for mention in sorted(found, key=lambda m: len(m.span.text.split()) == 1):
        words = mention.span.text.split()
        if mention.person_key and (len(words) > 1 or _LATIN.match(words[0])):
            bare = (words[0][1:],) if words[0][0] in JOINED_ON and _is_hebrew(words[0]) and len(words[0]) > 3 else ()
            for written in dict.fromkeys((words[-1], words[0], *bare)):
                word = written.strip(".,;:'’\"")
                if len(word) > (2 if _is_caseless(word) else 3) and word not in _NO_NAMES:
                    by_word.setdefault(word, set()).add(mention.person_key)
                    full.setdefault(word, mention)
    words_of_one = [w for w, keys in by_word.items() if len(keys) == 1]
    if not words_of_one:
        return list(found)
    taken = {place for m in found for place in range(m.span.start, m.span.stop)}
    in_full = {place for m in found if m.span.start not in alone for place in range(m.span.start, m.span.stop)}
    namesakes = _namesakes(text, words_of_one, in_full)
    found = [
        m for m in found
        if m.probability >= _SURE
        or m.span.start not in alone
        or not _of_namesake(text, m.span.start, m.span.text, found, namesakes)
    ]  # fmt: skip
    more: list[SoughtMention] = []
    for start, (begin, stop) in names_joined_on(text, _longest_first(words_of_one)):
        name = text[begin:stop]
        first = full[name]
        before = text[max(0, start - 30) : start].rsplit(None, 1)
        other = bool(before) and before[-1][:1].isupper() and text[start - 1] == " " and before[-1].isalpha()
        if not other and begin == start and _is_anothers(text, start, first.span.text):
            continue
        starts = other and _starts_sentence(text, start - len(before[-1]) - 1)
        titled = other and (before[-1].lower() in _RANKS or (starts and not listed_kinds(before[-1]) & _GIVEN))
        given = any(first.span.text.startswith(name, cut) for cut in ((0, 1) if _is_hebrew(name) else (0,)))
        before_full = start < first.span.start and not given
        if begin in taken or before_full or (other and not titled):
            continue  # "Omar Mirell" is somebody else than Dana Mirell
        if given and _goes_on_behind(text, name, stop):
            continue  # "Dana Venn" is not Dana Mirell
        if not given and _of_namesake(text, begin, name, found, namesakes):
            continue
        why = (f'{"the given name" if given else "the family name"} of "{first.span.text}", named before',)
        span = Span(begin, stop, name)
        more.append(SoughtMention(span, first.person_key, None, None, round(first.probability * 0.8, 3), why))
    return sorted([*found, *more], key=lambda m: m.span.start)


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: len(re.escape(word)), reverse=True)


def _by_first_names(text: str, found: list[SoughtMention], own: Firsts) -> list[SoughtMention]:
    """In scripts without capitals: people whom the text knows by their first name only, as families do."""
    named = {m.person_key for m in found}
    left = [word for word in own.within(text) if own.owner[word] not in named]
    if not left:
        return found
    taken = {place for m in found for place in range(m.span.start, m.span.stop)}
    more: list[SoughtMention] = []
    for start, (begin, stop) in names_joined_on(text, _longest_first(left)):
        if begin in taken or _is_anothers(text, start, "") or _name_follows(text, stop):
            continue
        why = ("the given name of somebody looked for, whom the text names by it alone",)
        name = text[begin:stop]
        more.append(SoughtMention(Span(begin, stop, name), own.owner[name], None, None, 0.4, why))
    return sorted([*found, *more], key=lambda m: m.span.start)


def _is_given(word: str) -> bool:
    return _is_caseless(word) and len(word) > 2 and word not in _NO_NAMES and bool(listed_kinds(word) & _GIVEN)


def _namesakes(text: str, words: Sequence[str], taken: set[int]) -> list[tuple[int, str]]:
    """Where the text names somebody else in full who has a sought person's family name: place and name."""
    words = [word for word in words if _LATIN.match(word)]  # elsewhere kin who search are told of by the same name
    if not words:
        return []
    found = []
    end = 0
    for match in _NAME_BEFORE_ANOTHER.finditer(text):
        given = match["given"]
        last = _last_name(text, match.end("given") + 1, words) if match.start() >= end else None
        if last is None:
            continue
        end = last[1]
        if (
            last[0] not in taken
            and given.lower() not in _RANKS
            and (listed_kinds(given) & _GIVEN or not _starts_sentence(text, match.start()))
        ):
            found.append((match.start(), text[slice(*last)]))
    return found


_NAME_BEFORE_ANOTHER = re.compile(r"(?<![\w-])(?=(?P<given>[^\W\d_a-z][\w'’-]{1,30}) )")
_MIDDLE_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]{0,30} ")


def _last_name(text: str, start: int, words: Sequence[str]) -> Place | None:
    """Where one of the words stands as family name behind a given one, with or without a name between."""
    middle = _MIDDLE_NAME.match(text, start)
    for begin in (middle.end(), start) if middle else (start,):
        for word in words:
            if text.startswith(word, begin) and not _IN_WORD.match(text, begin + len(word)):
                return begin, begin + len(word)
    return None


_IN_WORD = re.compile(r"\w")


def _of_namesake(
    text: str, place: int, word: str, found: Sequence[SoughtMention], namesakes: Sequence[tuple[int, str]]
) -> bool:
    """Whether a family name alone is rather a namesake's: one was named in full last, or "another Mirell"."""
    if _ANOTHER.search(text[max(0, place - 20) : place]):
        return True
    own = max(
        (m.span.start for m in found if m.person_key and m.span.start < place and f" {word}" in m.span.text),
        default=-1,
    )
    return any(own < at < place for at, last in namesakes if last == word)


def _is_anothers(text: str, start: int, full: str) -> bool:
    """Whether a family name belongs to another, in scripts without capitals: a listed given name stands before it."""
    before = text[max(0, start - 30) : start].rsplit(None, 1)
    if not before or text[start - 1 : start] != " " or before[-1] in full.split() or before[-1][0].isupper():
        return False
    return before[-1].isalpha() and not before[-1].islower() and bool(listed_kinds(before[-1]) & _GIVEN)


def _is_caseless(word: str) -> bool:
    """Whether the letters of a word have no capitals: Hebrew, Arabic."""
    return "א" <= word[:1] <= "ي"


def _is_hebrew(word: str) -> bool:
    return "א" <= word[:1] <= "ת"


def _goes_on_behind(text: str, name: str, stop: int) -> bool:
    """Whether a given name goes on with a family name, by what shows that in its script."""
    if _is_hebrew(name):
        return _has_surname(text, stop)
    return _name_follows(text, stop) if _is_caseless(name) else _SURNAME.match(text, stop) is not None


def _name_follows(text: str, stop: int) -> bool:
    """Whether another name stands behind a name, in scripts without capitals, so that it is somebody else's."""
    after = _NEXT_WORD.match(text, stop)
    return after is not None and bool(listed_kinds(after.group(1))) and after.group(1) not in _NO_NAMES


def _starts_sentence(text: str, place: int) -> bool:
    before = text[max(0, place - 4) : place].rstrip()
    return not before.strip() or before[-1] in '.!?:“"‘«' or "\n" in text[max(0, place - 2) : place]


def _begins_here(text: str, start: int) -> bool:
    """Whether a name begins a word, but for letters that Hebrew and Arabic write on to its front."""
    if _CASED.match(text, start):
        return start == 0 or not text[start - 1].isalnum()
    return _STARTS_WORD.search(text[max(0, start - 4) : start]) is not None


def _listed_given(word: str) -> bool:
    return _is_hebrew(word) and bool(listed_kinds(word) & _GIVEN)


def _has_surname(text: str, place: int) -> bool:
    """Whether a family name follows a given one; without capitals, only a listed name shows it."""
    after = _SURNAME.match(text, place)
    if after is None or _CASED.match(after.group().strip()[:1]):
        return after is not None
    return bool(listed_kinds(after.group().strip()) & {"s"})


_STARTS_WORD = re.compile(rf"(?:^|[^\w])[{JOINED_ON}]{{0,2}}$")
_CASED = re.compile(r"[^\W\d_\u0590-\u05ff\u0600-\u06ff]")
_SURNAME = re.compile(r"\s+[^\W\d_a-z][\w-]+")
_ANOTHER = re.compile(
    r"\b(?:another|a different|(?:people|others?) (?:named|called|surnamed))\s+[“\"‘]?$", re.IGNORECASE
)
_RANKS = frozenset(
    ["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "doctor", "captain", "colonel", "general", "major",
     "lieutenant", "sergeant", "corporal", "private", "patrolman", "subintendent", "constable", "officer",
     "inspector", "commander", "admiral", "engineer", "nurse", "sister", "brother", "father", "mother",
     "bishop", "pilot", "skipper", "cadet", "trooper", "gunner", "sapper", "airman", "seaman", "midshipman",
     "ensign", "journalist", "reporter", "hostage", "prisoner", "citizen", "my", "our", "your", "his", "her",
     "their", "the", "where", "when", "if", "that", "pastor", "reverend", "rabbi", "sheikh", "imam", "judge",
     "senator", "comrade", "sir", "dame", "lady", "lord"]
)  # fmt: skip
_NEXT_WORD = re.compile(r" (\w+)")
_NO_NAMES = frozenset(
    ["الله", "الدين", "من", "في", "على", "إلى", "هي", "هو", "كل", "يوم", "عام", "شهر", "حق", "ما", "لا",
     "أن", "قد", "بعد", "رئيس", "عن", "مع", "كان", "أو", "أم", "أب", "بن", "את", "של", "על", "עם"]
)  # fmt: skip
_GIVEN = frozenset("mfg")
_BARE_NUMBER = re.compile(r"the ([a-z]+|\d+)", re.IGNORECASE)
_COUNTED_BEFORE = 400
_GIVEN_LENGTH = 4
_NAME_BEFORE = re.compile(r"([^\W\d_a-z][\w'’-]+|[^\W\d_a-z]\.) $")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_SURE = 0.5  # a family name alone is found with less
_WHY = {
    "short": "the head of a term given for the group",
    "given": "a term given for the group",
    "usual": "a common word for held people",
    "counted": "people or names",
    "described": "what the text calls the people looked for",
}


@lru_cache(maxsize=512)
def _short(group_term: Callable[[str], FindsWords | None], term: str) -> FindsWords | None:
    return group_term(term)


@lru_cache(maxsize=512)
def _as_words(term: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, term.split())) + r"(?!\w)", re.IGNORECASE)


def _number_in(match: Words, language: Language) -> int | None:
    for name in ("n", "m"):
        word = match.groupdict().get(name)
        if word:
            return int(word) if word.isdecimal() else language.numbers.get(word.lower())
    return None

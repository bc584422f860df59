"""Where a person named in full is meant by one of his names, in a language that inflects names.

In: a text, the people found in it by their full names, and what takes the ending off a word. Out: more mentions.
Leaves to others: full names (`mentions`), and the endings themselves (each language's folder).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from homeward.names import listed_kinds
from homeward.reading.proposals import SoughtMention, Span

_CAPITALISED = re.compile(r"\b[^\W\d_a-zа-яё][^\W\d_]+(?:-[^\W\d_]+)*\b")
_PATRONYMIC = re.compile(r"(?:ич|ича|ичу|ичем|иче|вна|вны|вне|вну|вной)$")
_KIN_BEFORE = re.compile(r"^(?:муж|жен|мат|отц|отец|сест|брат|доч|сын|вдов|родител|семь|друг|подруг)", re.IGNORECASE)
_NEXT_NAME = re.compile(r" [А-ЯЁ][а-яё]")
_GIVEN = frozenset("mfg")
_SHORTEST = 3


def add_inflected_names(text: str, found: Sequence[SoughtMention], stem: Callable[[str], str]) -> list[SoughtMention]:
    """Further places where a person named in full is meant by one of those names, in whatever case it stands."""
    full = _words_of_one(found, stem)
    if not full:
        return list(found)
    taken = {place for m in found for place in range(m.span.start, m.span.stop)}
    namesakes = _namesakes(text, set(full), taken, stem)
    more: list[SoughtMention] = []
    for match in _places_of(text, set(full), stem):
        word = stem(match.group())
        first = full[word]
        if match.start() in taken or (match.start() < first.span.start and word in namesakes):
            continue
        given = _is_given(word, match.group(), first, stem)
        if _is_somebody_else(text, match, given=given):
            continue
        why = (f'{"the given name" if given else "the family name"} of "{first.span.text}", named before',)
        span = Span(match.start(), match.end(), match.group())
        more.append(SoughtMention(span, first.person_key, None, None, round(first.probability * 0.8, 3), why))
    return sorted([*found, *more], key=lambda m: m.span.start)


def _words_of_one(found: Sequence[SoughtMention], stem: Callable[[str], str]) -> dict[str, SoughtMention]:
    """The names that only one of the people bears, without their endings, with the first mention in full."""
    keys: dict[str, set[str]] = {}
    full: dict[str, SoughtMention] = {}
    for mention in found:
        words = mention.span.text.split()
        if not mention.person_key or len(words) < 2:
            continue
        names = words[-2:] + words[:1] if _PATRONYMIC.search(words[-1]) else words[-1:] + words[:1]
        for written in names:
            word = written.strip(".,;:'’\"")
            if len(word) >= _SHORTEST:
                keys.setdefault(stem(word), set()).add(mention.person_key)
                full.setdefault(stem(word), mention)
    return {word: mention for word, mention in full.items() if len(keys[word]) == 1}


def _is_given(word: str, written: str, first: SoughtMention, stem: Callable[[str], str]) -> bool:
    """Whether a name is the given name of a person, which may stand first or in the middle."""
    given = {stem(x) for x in first.span.text.split() if listed_kinds(x) & _GIVEN}
    return word in given or first.span.text.startswith(written)


def _is_somebody_else(text: str, match: re.Match[str], *, given: bool) -> bool:
    """Whether another name before or behind it tells somebody else: "Omar Mirell", "Dana Venn" of Dana Mirell."""
    before = text[max(0, match.start() - 30) : match.start()].rsplit(None, 1)
    other = bool(before) and before[-1][:1].isupper() and text[match.start() - 1] == " " and before[-1].isalpha()
    if other:
        place = match.start() - len(before[-1]) - 1
        begins = not text[:place].strip()[-1:] or text[max(0, place - 3) : place].rstrip()[-1:] in ".!?\n"
        if not begins or listed_kinds(before[-1]) & _GIVEN:
            return True
    kin = bool(before) and _KIN_BEFORE.search(before[-1]) is not None
    return given and not kin and _NEXT_NAME.match(text, match.end()) is not None


def _places_of(text: str, words: set[str], stem: Callable[[str], str]) -> Iterator[re.Match[str]]:
    for match in _CAPITALISED.finditer(text):
        if stem(match.group()) in words:
            yield match


def _namesakes(text: str, words: set[str], taken: set[int], stem: Callable[[str], str]) -> set[str]:
    """Which of the words is somebody else's family name too: another name stands before it."""
    found: set[str] = set()
    for match in _CAPITALISED.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()].rsplit(None, 1)
        if match.start() not in taken and before and before[-1][:1].isupper() and before[-1].isalpha():
            found.add(stem(match.group()))
    return found & words

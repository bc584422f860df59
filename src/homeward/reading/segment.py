"""Paragraphs, quotations, sentences and tokens that always join back into the original.

In: any text. Out: places (start and stop) in it; nothing is normalised.
Leaves to others: what the words mean, and the abbreviations of each language, which the caller hands in.

A quotation counts as one piece of its sentence: the full stops inside it end no sentence of the reporter's.
Every scan here passes over the text once, so that a hostile text costs no more than a long one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_WRAPPED_LINE = 130  # no line of a hard-wrapped text is longer
_SCARE_QUOTE_WORDS = 3  # up to so many words in quotation marks are a name or a term, unless they end like a sentence
_LONGEST_SENTENCE = 1500  # what is longer is no sentence; cut so that rules stay fast

_TERMINATORS = ".!?…؟।。！？۔"
_OPENING = {"“": "”", "„": "“”", "«": "»", "‹": "›", "「": "」"}
_CLOSING_ANY = "”»›」"
_ANY_OPENING = re.compile('[“„«‹「"״”‘]')  # what `_opens` looks at
_ANY_TERMINATOR = re.compile(f"[{re.escape(_TERMINATORS)}]")
_HEBREW = re.compile("[א-ת]")
_WORD = r"[^\W\d_]+(?:[-'’‑־][^\W\d_]+|[\"״׳'](?=[א-ת])[א-ת]+)*['׳]?|\d+(?:[.,:/]\d+)*"
_TOKEN = re.compile(rf"{_WORD}|\s+|.", re.DOTALL)
_WORD_OR_MARK = re.compile(rf"{_WORD}|\S")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together; paragraphs and the white space between them cover the text."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    Attributes:
        start, stop: with the marks. inner_start, inner_stop: without.
        closed: whether its closing mark was found; an unclosed one ends with its paragraph.
        continues: it goes on with the quotation of the paragraph before, by the custom of opening each anew.
        is_speech: more than a term or a name in quotation marks.
    """

    start: int
    stop: int
    inner_start: int
    inner_stop: int
    closed: bool
    continues: bool
    is_speech: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the reporter's, quotations included; sentences follow each other without gaps."""

    start: int
    stop: int
    paragraph: int


@dataclass(slots=True)
class Token:
    """A word, number, mark or stretch of white space. `kind`: w, n, p or s.

    Not frozen, as nearly everything else is: so many are made that it would show.
    """

    start: int
    stop: int
    text: str
    kind: str


def paragraphs(text: str) -> list[Paragraph]:
    """Blank lines part paragraphs; in a text that is not hard-wrapped each line is one."""
    lines = list(_lines(text))
    longest = max((stop - start for start, stop in lines), default=0)
    blank = [not text[start:stop].strip() for start, stop in lines]
    wrapped = longest <= _WRAPPED_LINE and any(blank[1:-1]) and len(lines) > 3
    found: list[Paragraph] = []
    begin: int | None = None
    end = 0
    for (start, stop), is_blank in zip(lines, blank, strict=True):
        if begin is not None and (is_blank or not wrapped):
            found.append(Paragraph(begin, end))
            begin = None
        if not is_blank:
            begin, end = (start if begin is None else begin), stop
    if begin is not None:
        found.append(Paragraph(begin, end))
    return found


def _lines(text: str) -> Iterator[tuple[int, int]]:
    place = 0
    for line in text.splitlines(keepends=True):
        yield place, place + len(line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"))
        place += len(line)


def quotations(text: str, parts: list[Paragraph]) -> list[Quotation]:
    """The outermost quotations, in order; quotations inside quotations stay part of them."""
    found: list[Quotation] = []
    if "''" in text or "``" in text:
        text = _with_double_marks(text)
    if _SINGLE_CLOSE.search(text):
        text = _with_plain_marks(text)
    open_mark: str | None = None  # the mark of an unclosed quotation of the paragraph before
    for part in parts:
        single = _SingleQuotes(text, part)
        place = part.start
        begin = text[place : place + 1]
        continues = open_mark is not None and begin in (open_mark, "“", "«", '"', "„")
        open_mark = None
        while place < part.stop:
            mark = _ANY_OPENING.search(text, place, part.stop)
            if mark is None:
                break
            place = mark.start()
            closers = _opens(text, place, part, single)
            if closers is None:
                place += 1
                continue
            opening = text[place]
            if opening == "‘":
                end = single.closer(place)
                if end is None:
                    place += 1
                    continue
            else:
                end = _find_close(text, place, part.stop, opening, closers)
            closed = end is not None
            inner_stop = end if end is not None else part.stop
            stop = inner_stop + 1 if closed else part.stop
            found.append(
                Quotation(
                    place,
                    stop,
                    place + 1,
                    inner_stop,
                    closed,
                    continues and place == part.start,
                    _is_speech(text, place + 1, inner_stop),
                )
            )
            if not closed:
                open_mark = opening
            place = stop
    return found


def _with_double_marks(text: str) -> str:
    """The text, as long as before, with two single marks as one double one at the side of the words."""
    text = re.sub(r"(?:''|``)(?=\w)", '\u2060"', text)
    return re.sub(r"''(?!\w)", '"\u2060', text)


_SINGLE_OPEN = re.compile(r"(?<![\w'’])'(?=[^\W\d_a-z])")
_SINGLE_CLOSE = re.compile(r"(?<=[,.!?…])'(?!\w)")
_LONGEST_SINGLE = 1200


def _with_plain_marks(text: str) -> str:
    """The text with 'Single marks around speech,' as double ones; an apostrophe, with no stop before, closes none."""
    found = list(text)
    closing = [m.start() for m in _SINGLE_CLOSE.finditer(text)]
    last = -1
    for match in _SINGLE_OPEN.finditer(text):
        at = bisect_left(closing, match.end())
        if match.start() < last or at >= len(closing) or closing[at] - match.start() > _LONGEST_SINGLE:
            continue
        if text.find("\n", match.start(), closing[at]) >= 0:
            continue
        found[match.start()] = found[closing[at]] = '"'
        last = closing[at]
    return "".join(found)


def _is_speech(text: str, start: int, stop: int) -> bool:
    inner = text[start : min(stop, start + 200)].strip()
    if inner[-1:] and inner[-1] in ".,!?…،":
        return True
    if text[max(0, start - 3) : start - 1].rstrip().endswith(":") and " " in inner:
        return True  # a few words behind a colon are said, too
    return len(inner.split()) > _SCARE_QUOTE_WORDS


def _opens(text: str, place: int, part: Paragraph, single: _SingleQuotes) -> str | None:
    """The marks that would close a quotation opened at `place`; None if none opens there."""
    mark = text[place]
    if mark in _OPENING:
        if (
            mark == "“"
            and place > part.start
            and text[place - 1].isalnum()
            and not text[place + 1 : place + 2].isalnum()
        ):
            return None  # a closing mark of the German and Russian kind, left over
        return _OPENING[mark]
    if mark in '"״':
        if _is_gershayim(text, place) or text[place + 1 : place + 2].isspace() or place + 1 >= part.stop:
            return None
        before = text[place - 1 : place] if place > part.start else ""
        if not before or before.isspace() or before in "([{—–-:,=/־" or _HEBREW.match(before):
            return mark + "”"
        return None
    if mark == "”" and (place == part.start or text[place - 1].isspace()) and text[place + 1 : place + 2].isalpha():
        return "”“"  # Hebrew and Swedish usage, and right-to-left texts typed with the marks the other way round
    if mark == "‘" and (place == part.start or not text[place - 1].isalnum()):
        return "’"
    return None


def _is_gershayim(text: str, place: int) -> bool:
    """Whether a double mark between Hebrew letters is the sign of an acronym and no quotation mark."""
    if place == 0 or not _HEBREW.match(text[place - 1]) or not _HEBREW.match(text[place + 1 : place + 2]):
        return False
    after = place + 1
    while after < len(text) and after - place < 4 and _HEBREW.match(text[after]):
        after += 1
    if after - place == 2:
        return True  # one letter follows, as in an army's or a country's initials
    before = place
    while before > 0 and place - before < 4 and _HEBREW.match(text[before - 1]):
        before -= 1
    prefix = text[before:place]
    return not (len(prefix) <= 2 and all(letter in "והבכלמש" for letter in prefix))


def _find_close(text: str, place: int, limit: int, opening: str, closers: str) -> int | None:
    depth = 1
    at = place + 1
    marks = re.compile(f"[{re.escape(opening + closers)}]") if opening != '"' else _STRAIGHT
    while match := marks.search(text, at, limit):
        at = match.start()
        mark = match.group()
        if mark in '"״' and _is_gershayim(text, at):
            at += 1
            continue
        if mark in closers and not (opening in '"״' and mark in '"״' and _looks_opening(text, at)):
            depth -= 1
            if depth == 0:
                return at
        elif mark == opening and opening not in '"״”':
            depth += 1
        at += 1
    return None


_STRAIGHT = re.compile('["”]')


def _looks_opening(text: str, at: int) -> bool:
    """A straight mark after a space and before a letter opens another quotation rather than closing this one."""
    return text[at - 1].isspace() and text[at + 1 : at + 2].isalnum()


class _SingleQuotes:
    """Where ’ may close a quotation opened by ‘ in one paragraph; an apostrophe looks the same."""

    def __init__(self, text: str, part: Paragraph) -> None:
        self.after_mark: list[int] = []
        self.all: list[int] = []
        if text.find("‘", part.start, part.stop) < 0:
            return
        for match in re.finditer("’(?!\\w)", text[part.start : part.stop]):
            place = part.start + match.start()
            self.all.append(place)
            if text[place - 1] in ".,!?…":
                self.after_mark.append(place)

    def closer(self, place: int) -> int | None:
        for places in (self.after_mark, self.all):
            if (index := bisect_left(places, place)) < len(places):
                return places[index]
        return None


def sentences(
    text: str, parts: list[Paragraph], quotes: list[Quotation], *, abbreviations: frozenset[str] = frozenset()
) -> list[Sentence]:
    """Cut paragraphs into sentences. White space after a sentence belongs to it; the pieces cover the whole text."""
    found: list[Sentence] = []
    start = 0
    quote_at = 0
    for number, part in enumerate(parts):
        place = max(part.start, start)
        while place < part.stop:
            while quote_at < len(quotes) and quotes[quote_at].stop <= place:
                quote_at += 1
            quote = quotes[quote_at] if quote_at < len(quotes) else None
            if quote and quote.start <= place < quote.stop:
                place = quote.stop
                ends = quote.is_speech and quote.closed and text[quote.inner_stop - 1] in _TERMINATORS
            elif text[place] in _TERMINATORS:
                while place < part.stop and text[place] in _TERMINATORS:
                    place += 1
                while place < part.stop and text[place] in ")]’'" + _CLOSING_ANY:
                    place += 1
                ends = not _is_abbreviation(text, place, start, abbreviations)
            else:
                limit = min(part.stop, start + _LONGEST_SENTENCE, quote.start if quote else part.stop)
                mark = _ANY_TERMINATOR.search(text, place + 1, limit)
                place = mark.start() if mark is not None else max(limit, place + 1)
                if place - start >= _LONGEST_SENTENCE:
                    found.append(Sentence(start, place, number))
                    start = place
                continue
            if ends and place < part.stop and text[place].isspace():
                after = place
                while after < part.stop and text[after].isspace():
                    after += 1
                if after < part.stop and not text[after].islower() and text[after] not in ",;:—–-":
                    found.append(Sentence(start, after, number))
                    start = place = after
        stop = parts[number + 1].start if number + 1 < len(parts) else len(text)
        if stop > start:
            found.append(Sentence(start, stop, number))
        start = stop
    if start < len(text):
        found.append(Sentence(start, len(text), max(len(parts) - 1, 0)))
    return found


def _is_abbreviation(text: str, place: int, start: int, known: frozenset[str]) -> bool:
    """Whether the stop just before `place` belongs to its word: "Dr.", "A.", "U.S."."""
    if text[place - 1] != ".":
        return False
    begin = place - 1
    while begin > start and place - begin < 14 and (text[begin - 1].isalpha() or text[begin - 1] == "."):
        begin -= 1
    word = text[begin : place - 1]
    return word.lower() in known or (len(word) == 1 and word.isupper()) or ("." in word and len(word) <= 5)


@lru_cache(maxsize=8)
def words_and_marks(text: str, start: int, stop: int) -> tuple[Token, ...]:
    """The tokens without white space; those of the last few sentences are kept, as several rules ask for them."""
    found = []
    for match in _WORD_OR_MARK.finditer(text, start, stop):
        piece = match.group()
        first = piece[0]
        kind = "w" if first.isalpha() else "n" if first.isdecimal() else "p"
        found.append(Token(*match.span(), piece, kind))
    return tuple(found)


def tokens(text: str, start: int, stop: int) -> list[Token]:
    """Words, numbers, marks and white space between `start` and `stop`; joined they give that text again."""
    found = []
    for match in _TOKEN.finditer(text, start, stop):
        piece = match.group()
        first = piece[0]
        kind = "s" if first.isspace() else "n" if first.isdecimal() else "w" if first.isalpha() else "p"
        found.append(Token(match.start(), match.end(), piece, kind))
    return found

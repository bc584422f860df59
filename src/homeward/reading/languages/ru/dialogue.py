"""Russian quotations: a speaker named inside the quotation marks, speech that opens with a dash, short quotations.

In: the quotations that marks alone show. Out: those that are speech, the reporter's clauses cut out of them.
Leaves to others: whose words they are (`voices`).

"«Мы ищем их, — сказал Расил. — Срока нет»" is one pair of marks and two stretches of speech; so is a paragraph that
opens with a dash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.morphology import forms_of
from homeward.reading.segment import Paragraph, Quotation

_CLAUSE = re.compile(r"[,!?…]\s+[—–]\s+(?=[а-яё])|[,!?…]\s-\s(?=[а-яё])")
_RESUMES = re.compile(r"[.,]\s+(?:[—–]|-)\s+")
_LONGEST_CLAUSE = 220
_WORD = re.compile(r"[А-Яа-яЁё-]+")
_OPENING_DASH = re.compile(r"\s*[—–-]\s+(?=[А-ЯЁA-Z«„“\"…\d])")
_REPORTED_BEHIND = re.compile(r"[,!?…]?\s*[—–]\s+[а-яё]|,\s+-\s+[а-яё]")


def speech_in(text: str, parts: Sequence[Paragraph], quotes: Sequence[Quotation]) -> list[Quotation]:
    """The quotations of a Russian text with the reporter's clauses cut out, and speech that opens with a dash."""
    found: list[Quotation] = []
    for quote in quotes:
        known = quote if quote.is_speech else replace(quote, is_speech=_is_reported(text, quote))
        found += _cut(text, known) if known.is_speech else [known]
    starts = {q.start for q in found}
    spoken = [s for part in parts if part.start not in starts for s in _dashed(text, part)]
    if not spoken:
        return found
    kept = [q for q in found if not any(s.start <= q.start < s.stop for s in _near(spoken, q))]
    return sorted([*kept, *spoken], key=lambda q: q.start)


def _near(spoken: Sequence[Quotation], quote: Quotation) -> Sequence[Quotation]:
    from bisect import bisect_right

    at = bisect_right([s.start for s in spoken], quote.start)
    return spoken[max(0, at - 1) : at]


def _is_reported(text: str, quote: Quotation) -> bool:
    """Whether the reporter's words show that even a short quotation is speech: "«Нет», — сказал он", "он: «Нет»"."""
    if quote.inner_stop - quote.inner_start < 2:
        return False
    if _REPORTED_BEHIND.match(text, quote.stop):
        return _first_verb(text, quote.stop, 60)
    before = text[max(0, quote.start - 3) : quote.start].rstrip()
    after = text[quote.stop : quote.stop + 1]
    return before.endswith(":") and after in ("", ".", "!", "?", "\n") and text[quote.inner_start].isupper()


def _first_verb(text: str, start: int, reach: int) -> bool:
    """Whether a finite verb or its like stands among the first words from `start` on."""
    for number, match in enumerate(_WORD.finditer(text, start, min(len(text), start + reach))):
        if number > 5:
            return False
        if any(
            f.pos == "VERB" or (f.pos == "PRTS" and f.lemma in w.IMPERSONAL_SHORT)
            for f in forms_of(match.group().lower())
        ):
            return True
    return False


def _cut(text: str, quote: Quotation) -> list[Quotation]:
    pieces = list(_speech(text, quote.inner_start, quote.inner_stop))
    if len(pieces) == 1 and pieces[0] == (quote.inner_start, quote.inner_stop):
        return [quote]
    found = []
    for number, (start, stop) in enumerate(pieces):
        first, last = number == 0, number == len(pieces) - 1
        begin = quote.start if first else start
        end = quote.stop if last and stop == quote.inner_stop else stop
        found.append(Quotation(begin, end, start, stop, quote.closed or not last, quote.continues and first, True))
    return found


def _speech(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Stretches of speech between the reporter's clauses."""
    at = start
    search = start
    while clause := _CLAUSE.search(text, search, stop):
        if not _first_verb(text, clause.end(), 60):
            search = clause.end()
            continue
        mark = clause.start() + (text[clause.start()] != ",")
        if mark > at:
            yield at, mark
        resumes = _RESUMES.search(text, clause.end(), min(stop, clause.end() + _LONGEST_CLAUSE))
        if resumes is None:
            at = stop
            break
        at = search = resumes.end()
    if at < stop:
        yield at, stop


def _dashed(text: str, part: Paragraph) -> list[Quotation]:
    """Speech of a paragraph that opens with a dash, if the reporter's clause in it shows that it is speech."""
    opening = _OPENING_DASH.match(text, part.start, part.stop)
    if opening is None:
        return []
    pieces = list(_speech(text, opening.end(), part.stop))
    if not pieces or pieces == [(opening.end(), part.stop)]:
        return []
    found = []
    for number, (start, stop) in enumerate(pieces):
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        begin = part.start if number == 0 else start
        found.append(Quotation(begin, stop, start, stop, True, False, True))
    return found

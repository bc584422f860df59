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
        if quote.is_speech and _is_long_name(text, quote):
            known = replace(quote, is_speech=False)
        found += _cut(text, known) if known.is_speech else [known]
    turns = [*_answers(text, parts), *_labelled(text, parts)]
    if turns:
        begun = sorted((t.start, t.stop) for t in turns)
        found = [q for q in found if not any(a <= q.start < b for a, b in begun)]
        found = sorted([*found, *turns], key=lambda q: q.start)
    starts = {q.start for q in found}
    spoken = [s for part in parts if part.start not in starts for s in _dashed(text, part)]
    if not spoken:
        return found
    kept = [q for q in found if not any(s.start <= q.start < s.stop for s in _near(spoken, q))]
    return sorted([*kept, *spoken], key=lambda q: q.start)


def _answers(text: str, parts: Sequence[Paragraph]) -> list[Quotation]:
    """The answers of an interview: paragraphs that open with a dash, without a reporter's clause, behind questions."""
    turns = [part for part in parts if _OPENING_DASH.match(text, part.start, part.stop) and not _dashed(text, part)]
    asked = [part for part in turns if text[part.start : part.stop].rstrip(' \n»”"').endswith("?")]
    if len(asked) < 2 or len(turns) - len(asked) < 2:
        return []
    begun = {part.start for part in asked}
    found: list[Quotation] = []
    for part, before in zip(turns, [None, *turns], strict=False):
        if part.start in begun or before is None:
            continue
        opening = _OPENING_DASH.match(text, part.start, part.stop)
        inner = opening.end() if opening is not None else part.start
        stop = part.start + len(text[part.start : part.stop].rstrip())
        found.append(Quotation(part.start, stop, inner, stop, True, False, True))
    return found


def _labelled(text: str, parts: Sequence[Paragraph]) -> list[Quotation]:
    """What is said in a transcript, whose paragraphs begin with who speaks: "Вопрос: ...", "А. Б. Ветров: ..."."""
    labels: dict[str, list[tuple[int, Paragraph]]] = {}
    for part in parts:
        match = _LABEL.match(text, part.start, part.stop)
        if match is not None and not text.startswith("«", match.end()):
            labels.setdefault(match.group("who").strip().lower(), []).append((match.end(), part))
    asked = any(_ASKS.match(label) for label in labels)
    found: list[Quotation] = []
    for label, row in labels.items():
        if _ASKS.match(label) or not (asked or len(row) > 2) or (len(row) < 2 and not asked):
            continue
        for start, part in row:
            stop = part.start + len(text[part.start : part.stop].rstrip())
            if stop - start > 1:
                found.append(Quotation(start, stop, start, stop, True, False, True))
    return found


_LABEL = re.compile(r"(?P<who>[А-ЯЁ](?:[^\W\d_]|[ .-]){1,50}?)\s*(?:\([^()\n]{1,60}\))?\s*:\s+")
_ASKS = re.compile(r"вопрос|корр|журналист|ведущ|корреспондент")


def _near(spoken: Sequence[Quotation], quote: Quotation) -> Sequence[Quotation]:
    from bisect import bisect_right

    at = bisect_right([s.start for s in spoken], quote.start)
    return spoken[max(0, at - 1) : at]


def _is_long_name(text: str, quote: Quotation) -> bool:
    """Whether a quotation of some words is a name: "портала «Эль Фаро дель Рио»", "фонд «Дом на краю поля»"."""
    inner = text[quote.inner_start : quote.inner_stop]
    words = inner.split()
    if len(words) > 6 or inner[:1].islower() or inner.rstrip()[-1:] in ".!?…,":
        return False
    before = _BEFORE_NAME.search(text, max(0, quote.start - 40), quote.start)
    if before is None or any(
        f.pos == "VERB" and f.score > 0.3 for x in words for f in forms_of(x.lower().strip(",.«»"))
    ):
        return False
    lemmas = {f.lemma for f in forms_of(before.group(1).lower()) if f.pos == "NOUN"}
    return bool(lemmas & (w.MEDIA | w.BODIES)) or all(x[:1].isupper() for x in words)


_BEFORE_NAME = re.compile(r"([А-Яа-яЁё-]{3,})\s$")


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


def sentences_in(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch of speech."""
    begin = start
    for place in range(start, stop - 1):
        if text[place] in ".!?…" and text[place + 1].isspace() and not _is_initial_stop(text, place):
            yield begin, place + 1
            begin = place + 1
    if begin < stop:
        yield begin, stop


def _is_initial_stop(text: str, place: int) -> bool:
    return text[place - 1 : place].isupper() and not text[max(0, place - 2) : place - 1].isalpha()

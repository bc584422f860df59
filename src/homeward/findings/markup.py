"""The filters that the page's templates use; each turns a plain value into words or marked-up words.

In: values of `casework.results` and `records`. Out: text and safe HTML. Leaves to others: everything
but the wrapping. Loaded by `page` as a template library.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi, gettext

from homeward.casework.dates import days_words
from homeward.casework.engine_words import in_reader_words
from homeward.casework.results import NO_DUE, Words
from homeward.casework.wording import and_words, stored_words
from homeward.findings import dates, foreign, reader_calendar, words
from homeward.records import PartialDate

register = template.Library()


@register.filter
def bdi(text: Words | str) -> SafeString:
    """A name or phrase in its own language and direction, isolated from the line around it."""
    return foreign.isolate(text)


@register.filter
def attrs(text: Words) -> SafeString:
    """``lang`` and ``dir`` of an element that holds nothing but these words."""
    return mark_safe(foreign.attributes(text))  # noqa: S308 — escaped there


@register.filter
def prose(text: str, anchors: Mapping[str, str] | None = None) -> SafeString:
    """A sentence of ours, with stretches of the other direction isolated and references linked."""
    return foreign.prose(text, anchors, rtl=get_language_bidi())


@register.filter
def ref(reference: str, anchors: Mapping[str, str]) -> SafeString:
    """A reference such as C12, as a link where the page holds it."""
    anchor = anchors.get(reference)
    if anchor is None:
        return mark_safe(f'<span class="ref">{escape(reference)}</span>')  # noqa: S308 — escaped
    return mark_safe(f'<a class="ref" href="#{escape(anchor)}">{escape(reference)}</a>')  # noqa: S308 — escaped


@register.filter
def anchor(reference: str, anchors: Mapping[str, str]) -> str:
    """The id under which the page holds a reference; empty if it does not."""
    return anchors.get(reference, "")


@register.filter
def when(moment: PartialDate | date | None) -> SafeString:
    """A date in words; a day of another calendar, if the reader counts in one, with the day as stored beside it."""
    said = _when(moment)
    day = moment if isinstance(moment, date) or moment is None else _whole_day(moment)
    told = reader_calendar.in_words(day) if day is not None else None
    if told is None:
        return said
    return format_html('<span class="when">{} <span class="stored">({})</span></span>', told, said)


def _whole_day(moment: PartialDate) -> date | None:
    return moment.earliest if moment.is_day and not moment.qualifier and "/" not in moment.edtf else None


def _when(moment: PartialDate | date | None) -> SafeString:
    """A date in words; a day carries its machine-readable form."""
    if moment is None:
        unknown = escape(gettext("date not known"))
        return mark_safe(f'<span class="unknown">{unknown}</span>')  # noqa: S308 — escaped
    if isinstance(moment, date):
        return mark_safe(f'<time datetime="{moment.isoformat()}">{dates.day_words(moment)}</time>')  # noqa: S308
    said = escape(dates.date_words(moment))
    if _whole_day(moment) is not None:
        return mark_safe(f'<time datetime="{escape(moment.edtf)}">{said}</time>')  # noqa: S308 — escaped
    return mark_safe(f'<span class="when">{said}</span>')  # noqa: S308 — escaped


@register.filter
def date_words(moment: PartialDate) -> str:
    """A date in plain words, to see whether a text says it already."""
    return dates.date_words(moment)


@register.filter
def due(text: str) -> SafeString:
    """A due date in EDTF in words; anything else, such as "none given", as it stands."""
    try:
        return when(PartialDate.read(text))
    except ValueError:
        return prose(gettext("none given") if text == NO_DUE else text)


@register.filter
def days(number: int) -> str:
    """A number of days in words."""
    return days_words(number)


@register.filter
def age(days: int) -> SafeString:
    """A number of days in words, with months or years beside it where it is long."""
    exact, long = dates.age_words(days)
    return mark_safe(f'{exact} <span class="long">({long})</span>' if long else exact)  # noqa: S308 — our own words


@register.filter
def likelihood(probability: float) -> str:
    """A probability in a word and a number."""
    return words.likelihood(probability)


@register.filter
def language(tag: str) -> str:
    """A language's name, empty if not known."""
    return words.language_name(tag)


@register.filter
def country(code: str) -> str:
    """A country's name."""
    return words.country_name(code)


@register.filter
def countries(codes: Sequence[str]) -> str:
    """Whose national somebody is."""
    return and_words([words.country_name(code) for code in codes]) or gettext("nationality not known")


@register.filter
def reliability(letter: str) -> str:
    """What the letter of a source's reliability means."""
    return str(words.RELIABILITY.get(letter) or gettext("not graded"))


@register.filter
def credibility(number: int) -> str:
    """What the number of a claim's credibility means."""
    return str(words.CREDIBILITY.get(number) or gettext("not graded"))


@register.filter
def polarity_sign(polarity: str) -> str:
    """The shape that stands for asserts, denies or does not know."""
    return str(words.POLARITIES.get(polarity, ("·", polarity))[0])


@register.filter
def polarity_words(polarity: str) -> str:
    """Asserts, denies or does not know, in words."""
    return str(words.POLARITIES.get(polarity, ("·", polarity.replace("_", " ")))[1])


@register.filter
def verdict(stored: str) -> str:
    """A judgement in words."""
    return str(words.VERDICTS.get(stored, stored.replace("_", " ")))


@register.filter
def kind(stored: str) -> str:
    """A kind of event in words."""
    return str(words.KINDS.get(stored, stored.replace("_", " ").capitalize()))


@register.filter
def plain(stored: str) -> str:
    """A stored word such as ``does_not_hold`` in words."""
    return stored_words(stored)


@register.filter
def engine(reason: str) -> str:
    """A reason of an engine in the reader's language."""
    return in_reader_words(reason)


class _Number(int):
    """A number that is written with its thousands set apart, and still chooses the form of its noun."""

    def __str__(self) -> str:
        return dates.number(int(self))


@register.filter
def number(count: int) -> int:
    """A number as it stands in a sentence: ``{% blocktranslate count n=rows|number %}``."""
    return _Number(count)


@register.filter
def short_hash(sha256: str) -> str:
    """The first twelve characters of a hash, in groups of four."""
    return " ".join(sha256[i : i + 4] for i in range(0, min(12, len(sha256)), 4))


@register.filter
def minus(number: float, less: float) -> float:
    """A difference, for places in the picture."""
    return round(number - less, 1)


@register.filter
def plus(number: float, more: float) -> float:
    """A sum, for places in the picture."""
    return round(number + more, 1)


@register.filter
def half(number: float) -> float:
    """Half of a number, for places in the picture."""
    return round(number / 2, 1)

"""Filters and tags of the desk's templates: words, dates, references, forms.

In: values of `casework.results`, `records` and forms. Out: text and safe HTML. What the findings page says in the
same way is taken from `findings.markup`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from babel import Locale
from django import template
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language, get_language_bidi, gettext_lazy

from homeward.casework import audit_words, told_words
from homeward.casework.access import letter_of, ref_of
from homeward.casework.actions.preparations import Field
from homeward.casework.results import Words, direction_of
from homeward.findings import foreign, markup, reader_calendar
from homeward.records import PartialDate
from homeward.web.addresses import ADDRESSES, address_of
from homeward.web.forms.corrections import LABELS, value_shown
from homeward.web.forms.families import HELD, PURPOSES
from homeward.web.forms.lists import FIELDS, MEANINGS

register = template.Library()
_ISOLATE = re.compile("([\u2068\u2069])")
# What a list that was made elsewhere carried, beside the fields of one that was prepared here.
_LEFT_WORDS = {
    "name": gettext_lazy("Name"), "names": gettext_lazy("Name"), "as_of": gettext_lazy("Day of the list"),
    "captured_on": gettext_lazy("When last free"), "age_years": gettext_lazy("Age"),
    "place_of_holding": gettext_lazy("Place of holding, as said"), "status": gettext_lazy("Status, as said"),
    "remarks": gettext_lazy("Remarks"), "claims": gettext_lazy("What is claimed"),
    "quotes": gettext_lazy("The exact words of sources"), "account": gettext_lazy("What the desk told of the event"),
}  # fmt: skip
_PROPOSAL_KINDS = {
    "statement": gettext_lazy("Statement"),
    "claim": gettext_lazy("Claim about a person"),
    "contact": gettext_lazy("Contact"),
    "handover": gettext_lazy("List handed over"),
    "answer": gettext_lazy("Answer"),
    "commitment": gettext_lazy("Promise"),
    "silence": gettext_lazy("Silence"),
    "mention": gettext_lazy("Mention of a person"),
}
_SILENCES = {
    "mentions": gettext_lazy("mentions our people"),
    "no_mention_in_text_held": gettext_lazy("no mention in the text held"),
    "not_assessable": gettext_lazy("not assessable"),
}
for _name in (
    "attrs", "age", "when", "due", "plain", "engine", "likelihood", "language", "country", "reliability",
    "credibility", "polarity_sign", "polarity_words", "verdict", "kind", "minus", "plus", "half",
):  # fmt: skip
    register.filter(_name, getattr(markup, _name))
for _name in ("act_words", "kind_words", "detail_words"):
    register.filter(_name, getattr(audit_words, _name))


@register.simple_tag
def languages() -> list[tuple[str, str]]:
    """The languages of the desk, each named in itself: whoever cannot read this page must find their own."""
    return list(settings.LANGUAGES)


@register.simple_tag
def calendars() -> list[tuple[str, str, bool]]:
    """The calendars that a reader may choose: key, name, whether it is chosen."""
    chosen = reader_calendar.chosen()
    return [(key, str(name), key == chosen) for key, name in reader_calendar.CALENDARS.items()]


@register.filter
def ref(reference: str) -> SafeString:
    """A reference such as C12, as a link to its page where it has one."""
    address = address_of(reference)
    if address is None:
        return format_html('<span class="ref">{}</span>', reference)
    return format_html('<a class="ref" href="{}">{}</a>', address, reference)


@register.filter
def bdi(text: Words | str) -> SafeString:
    """A name or phrase in its own language and direction, isolated; what would act unseen is made visible."""
    if isinstance(text, Words):
        return markup.bdi(replace(text, text=foreign.show_controls(text.text)))
    return markup.bdi(foreign.show_controls(text))


@register.filter
def prose(text: str) -> SafeString:
    """A sentence of ours, with foreign stretches isolated and references linked to their pages."""
    return _prose(str(text), get_language_bidi())


@lru_cache(maxsize=2_000)
def _prose(text: str, rtl: bool) -> SafeString:
    """Remembered: a table says the same sentence in a hundred cells."""
    return foreign.prose(foreign.show_controls(text), ADDRESSES, before="", rtl=rtl)


@register.filter
def first_upper(text: str) -> str:
    """The sentence with a capital, where its script has them."""
    return str(capfirst(text))


@register.simple_tag(takes_context=True)
def with_asked(context: template.Context, **changed: object) -> str:
    """The query string of this page with some values changed; an empty value takes one away."""
    request: HttpRequest = context["request"]
    asked = {key: value for key, value in request.GET.items() if key not in changed}
    asked |= {key: str(value) for key, value in changed.items() if value not in ("", None)}
    return f"?{urlencode(asked)}" if asked else "?"


@register.filter
def person_name(user: Any) -> str:
    """How somebody of the desk is called."""
    return str(user.get_full_name() or user.get_username())


@register.filter
def reference(thing: Any) -> str:
    """The reference of a stored thing."""
    return ref_of(thing)


@register.filter
def numbered(number: int, kind: str) -> str:
    """The number of a thing with the letter of its kind, where it has one: ``P3``."""
    return f"{letter_of(kind)}{number}"


@register.filter
def context_attrs(text: str) -> SafeString:
    """``lang`` and ``dir`` for an element that holds a stretch of somebody's text and nothing else."""
    return mark_safe(foreign.attributes(Words(text, direction=direction_of(text))))  # noqa: S308 — escaped there


@register.filter
def seen(text: str) -> str:
    """A stretch of somebody's text as plain text, with what would act unseen made visible."""
    return foreign.show_controls(text)


@register.filter
def told(text: str) -> str:
    """A sentence of a briefing: what would act unseen made visible, but for pairs that isolate a name in it."""
    parts = _ISOLATE.split(text) if told_words.sound(text) == text else [text]
    return "".join(part if _ISOLATE.fullmatch(part) else foreign.show_controls(part) for part in parts)


@register.filter
def purpose(code: str) -> Any:
    """For what a consent was asked, in words."""
    return PURPOSES.get(code, code)


@register.filter
def held_kind(code: str) -> Any:
    """What is held about a person or an enquirer, in words."""
    return HELD.get(code, code)


@register.filter
def proposal_kind(kind: str) -> str:
    """What a proposal would become, in words."""
    return str(_PROPOSAL_KINDS.get(kind, kind))


@register.filter
def correction_label(field: str) -> str:
    """What a field is called that a person read otherwise."""
    return str(LABELS[field])


@register.filter
def correction_value(value: str, field: str) -> SafeString:
    """A value that was read or said of such a field; dates in words."""
    if field in ("said_on", "on", "due") and value:
        return markup.when(PartialDate(value))
    return bdi(value_shown(field, value))


@register.filter
def percent(share: float) -> int:
    """A share of 1 as full hundredths; never rounded up to all of it."""
    return int(share * 100)


@register.filter
def day(moment: datetime) -> SafeString:
    """The day of a moment, where the desk is."""
    return markup.when(timezone.localtime(moment).date())


@register.filter
def silence_verdict(verdict: str) -> str:
    """What was found in one text, in words."""
    return str(_SILENCES.get(verdict, verdict))


@register.filter
def script_name(code: str) -> str:
    """The name of a script (ISO 15924) in the reader's language, as far as it is known."""
    told = Locale.parse(get_language() or "en", sep="-").scripts.get(code)
    return str(told or code or gettext_lazy("another script"))


_AGE_SIGNS = ((180, "●"), (90, "◕"), (30, "◑"), (0, "◔"))


@register.filter
def age_sign(days: int) -> str:
    """How long something waits as a shape that fills: up to 30, 90, 180 days, and longer."""
    return next((sign for least, sign in _AGE_SIGNS if days >= least), _AGE_SIGNS[-1][1])


@register.filter
def age_class(days: int | None) -> str:
    """How long something waits as a class for its colour, ``age0`` to ``age3``; empty where that is not known."""
    return "" if days is None else f"age{sum(days >= least for least, _ in _AGE_SIGNS if least)}"


@register.filter
def meaning(stored: str) -> Any:
    """What a column of a list means, in words."""
    return MEANINGS.get(stored, stored)


@register.filter
def cells_under(table: Any, row: Any) -> list[tuple[Any, Any]]:
    """Each cell of a row with the heading of its table."""
    return list(zip(table.headings, row.cells, strict=True))


@register.filter
def field_words(field: Any) -> Any:
    """A field that may leave, or a purpose that was agreed to, in words; of several, one after another."""
    if isinstance(field, tuple):
        return ", ".join(str(field_words(one)) for one in field)
    name, is_valued, value = str(field).partition("=")  # the nationality relied on, with which it is
    if is_valued and name in FIELDS:
        return f"{FIELDS[Field(name)]}: {value}"
    return FIELDS.get(field) or _LEFT_WORDS.get(field) or PURPOSES.get(field, field)

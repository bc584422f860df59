"""Filters and tags of the desk's templates: words, dates, references, forms.

In: values of `casework.results`, `records` and forms. Out: text and safe HTML. What the findings page says in the
same way is taken from `findings.markup`.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import template
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from homeward.casework.access import ref_of
from homeward.casework.results import Words, direction_of
from homeward.findings import foreign, markup
from homeward.web.addresses import ADDRESSES, address_of
from homeward.web.forms.lists import MEANINGS

register = template.Library()
for _name in (
    "bdi", "attrs", "when", "due", "age", "likelihood", "language", "country", "reliability", "credibility",
    "polarity_sign", "polarity_words", "verdict", "kind", "plain", "short_hash", "minus", "plus", "half", "whole",
):  # fmt: skip
    register.filter(_name, getattr(markup, _name))


@register.filter
def ref(reference: str) -> SafeString:
    """A reference such as C12, as a link to its page where it has one."""
    address = address_of(reference)
    if address is None:
        return format_html('<span class="ref">{}</span>', reference)
    return format_html('<a class="ref" href="{}">{}</a>', address, reference)


@register.filter
def prose(text: str) -> SafeString:
    """A sentence of ours, with foreign stretches isolated and references linked to their pages."""
    return foreign.prose(text, ADDRESSES, before="")


@register.filter
def first_upper(text: str) -> str:
    """The sentence with a capital, where its script has them."""
    return str(capfirst(text))


@register.filter
def get(mapping: Any, key: Any) -> Any:
    """The value under a key; empty where there is none."""
    return mapping.get(key, "")


@register.simple_tag(takes_context=True)
def with_asked(context: template.Context, **changed: object) -> str:
    """The query string of this page with some values changed; an empty value takes one away."""
    request: HttpRequest = context["request"]
    asked = {key: value for key, value in request.GET.items() if key not in changed}
    asked |= {key: str(value) for key, value in changed.items() if value not in ("", None)}
    return f"?{urlencode(asked)}" if asked else "?"


@register.filter
def reference(thing: Any) -> str:
    """The reference of a stored thing."""
    return ref_of(thing)


@register.filter
def context_attrs(text: str) -> SafeString:
    """``lang`` and ``dir`` for an element that holds a stretch of somebody's text and nothing else."""
    return mark_safe(foreign.attributes(Words(text, direction=direction_of(text))))  # noqa: S308 — escaped there


_AGE_SIGNS = ((180, "●"), (90, "◕"), (30, "◑"), (0, "◔"))


@register.filter
def age_sign(days: int) -> str:
    """How long something waits as a shape that fills: up to 30, 90, 180 days, and longer."""
    return next((sign for least, sign in _AGE_SIGNS if days >= least), _AGE_SIGNS[-1][1])


@register.filter
def meaning(stored: str) -> Any:
    """What a column of a list means, in words."""
    return MEANINGS.get(stored, stored)


@register.filter
def cells_under(table: Any, row: Any) -> list[tuple[Any, Any]]:
    """Each cell of a row with the heading of its table."""
    return list(zip(table.headings, row.cells, strict=True))

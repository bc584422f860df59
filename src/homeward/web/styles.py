"""Which styles a page may carry: the desk's own file, and the one that a view says stands in its page.

In: the text of a style element. Out: its hash as a content security policy writes it. A style that found its
way into a page through somebody's text is not among them and does nothing.
"""

from __future__ import annotations

import base64
import hashlib

from django.http import HttpResponse

_HEADER = "homeward_style"


def hash_of_style(style: str) -> str:
    """The source expression that allows exactly this style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"


def page_with_style(html: str, style: str) -> HttpResponse:
    """An answer with a page that carries a style of its own."""
    response = HttpResponse(html)
    setattr(response, _HEADER, hash_of_style(style))
    return response


def styles_of(response: object) -> str:
    """The source expressions for an answer."""
    return str(getattr(response, _HEADER, "")) or "'self'"

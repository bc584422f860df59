"""An act that overrules somebody needs a reason that others can follow."""

from __future__ import annotations

from django.utils.translation import gettext

from homeward.errors import BadInputError


def require_reason(reason: str) -> None:
    """Let the act go on if a reason was given.

    Raises:
        BadInputError: the reason is empty.
    """
    if not reason.strip():
        raise BadInputError(
            gettext("no reason is given"), gettext("Say why in a few words; others must be able to follow it.")
        )

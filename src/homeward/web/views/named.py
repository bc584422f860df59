"""What a request names by reference, as an object of the kind that the page is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Model
from django.http import Http404

from homeward.casework import access
from homeward.casework.models import User
from homeward.errors import BadInputError, NotThereError

M = TypeVar("M", bound=Model)


def named(user: User, reference: str, model: type[M]) -> M:
    """The thing of an address.

    Raises:
        Http404: the reference names something else.
        NotThereError: it is not there or not for this user.
    """
    found = access.resolve(user, reference)
    if not isinstance(found, model):
        raise Http404
    return found


def typed(user: User, references: Iterable[str], model: type[M]) -> list[M]:
    """The things that somebody typed into a form.

    Raises:
        BadInputError: one of them is not there or not for this user; the form says so beside the field.
    """
    found = []
    for reference in references:
        try:
            thing = access.resolve(user, reference)
        except NotThereError as error:
            raise BadInputError(str(error), "") from error
        if not isinstance(thing, model):
            raise BadInputError(f"{reference} is not a {model._meta.verbose_name}", "Check the reference.")
        found.append(thing)
    return found

"""What an address or a form names: a thing by its reference, a party by its name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Model
from django.http import Http404
from django.utils.translation import gettext

from homeward.casework import access, audit
from homeward.casework.actions.cases import record_party
from homeward.casework.models import Case, Party, User
from homeward.errors import BadInputError, NotThereError

M = TypeVar("M", bound=Model)
MOST_NAMES = 300  # in a list of suggestions


def found(user: User, reference: str, model: type[M]) -> M:
    """The thing of this kind under a reference in the address.

    Raises:
        Http404: it is of another kind.
        NotThereError: it is not there or not for this user.
    """
    thing = access.resolve(user, reference)
    if not isinstance(thing, model):
        raise Http404
    return thing


def named(user: User, reference: str, model: type[M]) -> M | None:
    """The thing that a person typed the reference of; None for an empty field.

    Raises:
        BadInputError: it is of another kind, not there, or not for this user: which of these is not told.
    """
    if not reference.strip():
        return None
    try:
        thing = access.resolve(user, reference)
    except NotThereError as error:
        raise BadInputError(error.problem.what, error.problem.remedy) from error
    if not isinstance(thing, model):
        raise BadInputError(
            gettext('"{reference}" is no {verbose_name}').format(
                reference=reference.strip(), verbose_name=access.called(model)
            ),
            gettext("Give the reference of one."),
            value=reference,
        )
    return thing


def typed(user: User, references: Iterable[str], model: type[M]) -> list[M]:
    """The things that a person typed the references of.

    Raises:
        BadInputError: as `named`; the form says so beside the field.
    """
    things = (named(user, reference, model) for reference in references)
    return [thing for thing in things if thing is not None]


def party_named(user: User, case: Case, name: str) -> Party | None:
    """The party of that name, recorded now if it is new to this user; None for an empty field."""
    return record_party(user, case, name) if name.strip() else None


def party_names(user: User, case: Case) -> list[str]:
    """Names to suggest while somebody types; protected sources are never suggested."""
    audit.note_read(user, "read_parties", case=case, about=[case])
    rows = access.visible(user, Party).filter(case=case, protected=False).order_by("name")
    return list(rows.values_list("name", flat=True)[:MOST_NAMES])

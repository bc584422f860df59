"""Record words that were uttered or published, with the chain by which they reached us."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext

from homeward.casework import access, audit
from homeward.casework.access import Permission
from homeward.casework.models import Capture, ChainLink, Classification, Party, Statement, User
from homeward.errors import BadInputError
from homeward.records import Attribution, LinkRole, Manner, PartialDate

ELISION = " … "
"""Stands between the parts of a quotation that the text splits."""


@dataclass(frozen=True, slots=True)
class NewLink:
    """One actor of a chain, to be recorded: as the source names the actor, and the party if it is one we know."""

    role: LinkRole
    name: str
    attribution: Attribution = Attribution.NAMED
    party: Party | None = None
    said_on: PartialDate | None = None


def record_statement(
    user: User,
    capture: Capture,
    *,
    text: str,
    start: int | None = None,
    stop: int | None = None,
    chain: Sequence[NewLink],
    manner: Manner = Manner.SAID,
    direct: bool = False,
    said_on: PartialDate | None = None,
    language: str = "",
    translation: str = "",
    translated_by: str = "",
    repeats: Statement | None = None,
    classification: Classification = Classification.DESK,
) -> Statement:
    """Record words of a capture; the same words at the same place through the same chain are returned as they are.

    Args:
        text: the original words. Where the capture has a text they must stand in it, exactly; parts of a split
            quotation are joined by `ELISION`.
        start, stop: where they stand; may be left out if they stand in the text once.
        chain: speaker, then relays in the order the words travelled, then publisher; at least one actor.
        said_on: when the words were first uttered; the speaker's date in the chain if left out.

    Raises:
        BadInputError: the words do not stand where they are said to, or nobody said them.
    """
    with transaction.atomic():
        case = access.reach(user, Permission.ENTER, capture)
        access.same_case(user, case, repeats, *(link.party for link in chain))
        _check_chain(chain)
        start, stop = _place(capture, text, start, stop)
        spoken = said_on or next((link.said_on for link in chain if link.role == LinkRole.SPEAKER), None)
        for found in access.visible(user, Statement).filter(
            capture=capture, text=text, start=start, stop=stop, manner=manner
        ):
            if _links_of(found) == [_as_stored(link) for link in chain] and found.said_on == spoken:
                return found
        levels = [classification, capture.classification, repeats.classification if repeats else 0]
        statement = Statement.objects.create(
            capture=capture,
            text=text,
            start=start,
            stop=stop,
            manner=manner,
            direct=direct,
            said_on=spoken,
            language=language or capture.language,
            translation=translation,
            translated_by=translated_by,
            repeats=repeats,
            classification=max(levels),
            entered_by=user,
        )
        for order, link in enumerate(chain, start=1):
            ChainLink.objects.create(
                statement=statement,
                order=order,
                role=link.role,
                name=link.name,
                party=link.party,
                attribution=link.attribution,
                said_on=link.said_on,
                entered_by=user,
            )
        audit.append(user, "record_statement", case=case, about=[statement, capture], detail={"links": len(chain)})
        return statement


def _check_chain(chain: Sequence[NewLink]) -> None:
    if not chain:
        raise BadInputError(
            gettext("nobody is named as the source of these words"), gettext("Give at least the publisher.")
        )
    if any(not link.name.strip() for link in chain):
        raise BadInputError(
            gettext("an actor of the chain has no name"),
            gettext("Write what the source calls them, or that it does not name them."),
        )
    order = [list(LinkRole).index(LinkRole(link.role)) for link in chain]
    if order != sorted(order):
        raise BadInputError(
            gettext("the chain is out of order"),
            gettext("Put the speaker first, then the relays, then the publisher, then the reader."),
        )


def _place(capture: Capture, text: str, start: int | None, stop: int | None) -> tuple[int | None, int | None]:
    """Where the words stand; (None, None) in a capture without text, such as a list or a scan."""
    if not text.strip():
        raise BadInputError(gettext("the statement has no words"), gettext("Copy them from the source, exactly."))
    if not capture.text and start is None and stop is None:
        return None, None
    if start is None or stop is None:
        if capture.text.count(text) != 1:
            raise BadInputError(
                gettext("these words do not stand in the captured text just once"),
                gettext("Copy them exactly, and say where they begin and end."),
                value=text,
            )
        start = capture.text.index(text)
        return start, start + len(text)
    quoted, at = capture.text[start:stop] if 0 <= start <= stop else "", 0
    if quoted == text:
        return start, stop
    for part in text.split(ELISION):
        found = quoted.find(part, at)
        if found < 0 or not part:
            raise BadInputError(
                gettext("the words at {start} to {stop} are not those given").format(start=start, stop=stop),
                gettext("Copy them exactly as captured; a translation has a field of its own."),
                value=text,
            )
        at = found + len(part)
    return start, stop


def _links_of(statement: Statement) -> list[tuple[object, ...]]:
    return [(link.role, link.name, link.attribution, link.party_id, link.said_on) for link in statement.chain.all()]


def _as_stored(link: NewLink) -> tuple[object, ...]:
    return (
        link.role.value,
        link.name,
        link.attribution.value,
        link.party.pk if link.party else None,
        link.said_on,
    )

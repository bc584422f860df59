"""How often somebody looks names up: whoever asks for many, one after the other, may be making a list (D9).

In: a user who is about to search. Out: nothing, or `TooManyError`. Leaves to others: searching.

Each search stands in the audit already, so that it is counted there: one count for every process and page, typing
included. Above a number in an hour the audit says so once an hour, for who supervises (`bulk_lookup`); above a number
in a minute the search waits. Both numbers are settings of the server.
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from homeward.casework import audit
from homeward.casework.models import AuditEvent, Case, User
from homeward.errors import TooManyError

FIND, BULK = "find", "bulk_lookup"
_WINDOW = 5_000  # events of everybody that are looked back upon, so that a search costs the same on any desk


def check_lookups(user: User, case: Case) -> None:
    """Let a user search, or have them wait.

    Raises:
        TooManyError: more searches than allowed in the last minute.
    """
    most, flagged = settings.FINDS_A_MINUTE, settings.FINDS_FLAGGED_AN_HOUR
    now = timezone.now()
    rows = AuditEvent.objects.filter(
        number__gt=audit.head().number - _WINDOW,
        user=user.username,
        act__in=(FIND, BULK),
        at__gt=now - timedelta(hours=1),
    )
    done = list(rows.order_by("-number").values_list("act", "at")[: max(most, flagged) + 1])
    searches = [at for act, at in done if act == FIND]
    if flagged and len(searches) >= flagged and all(act == FIND for act, _ in done):
        with transaction.atomic():
            audit.append(user, BULK, case=case, about=[case], detail={"searches": len(searches)})
    if most and len(searches) >= most and (since := now - searches[most - 1]) < timedelta(minutes=1):
        wait = max(1, 60 - int(since.total_seconds()))
        raise TooManyError(
            f"more than {most} searches in a minute",
            f"Nothing is lost; search again in {wait} seconds.",
            wait_seconds=wait,
        )

"""What is due in a case, as a calendar file: references and days, never a name.

A calendar travels to telephones and to servers of others, so that nothing stands in it by which anybody could be
known: "Review M3", not who promised what about whom.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from homeward.casework import access, queries
from homeward.casework.access import Permission
from homeward.casework.models import Case, User
from homeward.casework.queries import Due, DueKind
from homeward.web.declaring import declares


@require_safe
@declares(Permission.READ)
def give_calendar(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """The days on which something is due, as a file (RFC 5545)."""
    case = access.get(user, Case, number)
    answer = HttpResponse(as_file(queries.due_days(user, case)), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="homeward-F{case.pk}.ics"'
    return answer


def as_file(days: Iterable[Due], *, made_at: datetime | None = None) -> str:
    """Days as a calendar (RFC 5545).

    Written here and not by a library, which takes a second for two thousand days. No line is longer than may be, and
    none holds a letter that has to be marked: these are references, days and words of our own.
    """
    stamp = (made_at or timezone.now()).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Homeward//due//EN"]
    for due in days:
        lines += (
            "BEGIN:VEVENT",
            f"SUMMARY:{_WORDS[due.kind]} {due.ref}",
            f"DTSTART;VALUE=DATE:{due.on:%Y%m%d}",
            f"DTSTAMP:{stamp}",
            f"UID:{due.kind}-{due.ref}-{due.on.isoformat()}@homeward.invalid",
            "CLASS:PRIVATE",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        )
    return "\r\n".join((*lines, "END:VCALENDAR", ""))


# Not translated: the file is for machines, and says the same to everybody who shares it.
_WORDS = {
    DueKind.REVIEW: "Review promise",
    DueKind.REPLY: "Reply due on hand-over",
    DueKind.FOLLOW_UP: "Follow up enquirer",
    DueKind.CASE: "Review case",
}

"""What is due in a case, as a calendar file: references and days, never a name.

A calendar travels to telephones and to servers of others, so that nothing stands in it by which anybody could be
known: "Review M3", not who promised what about whom.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
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

    Written here and not by a library, which takes a second for two thousand days. These are references, days and a
    few words of our own, in the language that is active.
    """
    stamp = (made_at or timezone.now()).strftime("%Y%m%dT%H%M%SZ")
    language = get_language() or "en"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Homeward//due//{language.upper()}"]
    for due in days:
        lines += (
            "BEGIN:VEVENT",
            _folded(f"SUMMARY;LANGUAGE={language}:{_escaped(str(_WORDS[due.kind]).format(ref=due.ref))}"),
            f"DTSTART;VALUE=DATE:{due.on:%Y%m%d}",
            f"DTSTAMP:{stamp}",
            f"UID:{due.kind}-{due.ref}-{due.on.isoformat()}@homeward.invalid",
            "CLASS:PRIVATE",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        )
    return "\r\n".join((*lines, "END:VCALENDAR", ""))


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, none of which ends within a letter (RFC 5545, 3.1)."""
    pieces = [""]
    for letter in line:
        if len((pieces[-1] + letter).encode()) > _OCTETS:
            pieces.append(" ")
        pieces[-1] += letter
    return "\r\n".join(pieces)


def _escaped(text: str) -> str:
    """A text as a value of a calendar (RFC 5545, 3.3.11)."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


_OCTETS = 75
_WORDS = {
    DueKind.REVIEW: pgettext_lazy("calendar", "Review promise {ref}"),
    DueKind.REPLY: pgettext_lazy("calendar", "Reply due on hand-over {ref}"),
    DueKind.FOLLOW_UP: pgettext_lazy("calendar", "Follow up enquirer {ref}"),
    DueKind.CASE: pgettext_lazy("calendar", "Review case {ref}"),
}

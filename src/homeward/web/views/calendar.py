"""What is due in a case, as a calendar file: references and days, never a name.

A calendar travels to telephones and to servers of others, so that nothing stands in it by which anybody could be
known: "Review M3", not who promised what about whom.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event

from homeward.casework import access, queries
from homeward.casework.access import Permission
from homeward.casework.models import Case, User
from homeward.casework.queries import DueKind
from homeward.web.declaring import declares


@require_safe
@declares(Permission.READ)
def give_calendar(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """The days on which something is due, as a file (RFC 5545)."""
    case = access.get(user, Case, number)
    file = Calendar()
    file.add("prodid", "-//Homeward//due//EN")
    file.add("version", "2.0")
    made_at = timezone.now().replace(microsecond=0)
    for due in queries.due_days(user, case):
        event = Event()
        event.add("uid", f"{due.kind}-{due.ref}-{due.on.isoformat()}@homeward.invalid")
        event.add("dtstamp", made_at)
        event.add("dtstart", due.on)
        event.add("summary", f"{_WORDS[due.kind]} {due.ref}")
        event.add("transp", "TRANSPARENT")
        event.add("class", "PRIVATE")
        file.add_component(event)
    answer = HttpResponse(file.to_ical(), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="homeward-F{case.pk}.ics"'
    return answer


# Not translated: the file is for machines, and says the same to everybody who shares it.
_WORDS = {
    DueKind.REVIEW: "Review promise",
    DueKind.REPLY: "Reply due on hand-over",
    DueKind.FOLLOW_UP: "Follow up enquirer",
    DueKind.CASE: "Review case",
}

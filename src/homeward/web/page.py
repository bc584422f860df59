"""How a page is put together: a template, the case it belongs to, and what every page of that case shows beside it.

In: a request, a template, what it shows. Out: the page. Leaves to others: what may be shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from homeward.casework.access import Permission, holds_anywhere, permissions
from homeward.casework.closed import closings_of
from homeward.casework.models import Case, User
from homeward.web.signing_in import user_of


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a case, as the line under its title names it."""

    key: str
    title: Promise | str
    route: str
    needs: Permission = Permission.READ


# In the order in which a caseworker goes through a case. A section belongs here once its page exists. Titles with a
# context may be shorter than the headings of their pages: all parts stand in one line of 1,200 pixels (a test looks).
SECTIONS = (
    Section("overview", _("Overview"), "case"),
    Section("people", _("People"), "people"),
    Section("candidates", pgettext_lazy("part of a case", "Candidates"), "candidates"),
    Section("reports", _("Reports"), "reports"),
    Section("promises", _("Promises"), "promises"),
    Section("contacts", _("Contacts"), "contacts"),
    Section("silences", _("Silences"), "silences"),
    Section("lists", _("Lists"), "lists"),
    Section("grid", pgettext_lazy("part of a case", "Names by rounds"), "grid"),
    Section("unanswered", _("Unanswered"), "unanswered"),
    Section("families", _("Relatives"), "enquirers", Permission.LIAISE),
    Section("findings", _("Findings"), "findings"),
    Section("access", _("Access"), "access", Permission.SUPERVISE),
    Section("ending", _("Closing"), "ending", Permission.SUPERVISE),
)

# By what they are about, so that a dozen of them read as few. A section that no group names stands in the first.
GROUPS: tuple[tuple[Promise | str, tuple[str, ...]], ...] = (
    (_("The case"), ("overview", "findings", "access", "ending")),
    (_("People"), ("people", "candidates", "families")),
    (_("What is said"), ("reports", "promises", "contacts", "silences")),
    (_("Lists and answers"), ("lists", "grid", "unanswered")),
)


def grouped(sections: Sequence[Section]) -> list[tuple[Promise | str, list[Section]]]:
    """The sections under the titles of their groups; a group without any is left out."""
    place = {key: number for number, (_title, keys) in enumerate(GROUPS) for key in keys}
    found = [(title, [s for s in sections if place.get(s.key, 0) == n]) for n, (title, _keys) in enumerate(GROUPS)]
    return [(title, held) for title, held in found if held]


def who_looks(request: HttpRequest) -> dict[str, Any]:
    """For pages that are not drawn by `show`, such as those of one's own account: who is signed in."""
    if not (hasattr(request, "user") and hasattr(request, "session")):
        return {"me": None}
    return {"me": SimpleLazyObject(lambda: user_of(request))}  # asked only where `show` has not said it


def show(
    request: HttpRequest,
    user: User,
    template: str,
    values: Mapping[str, Any] | None = None,
    *,
    case: Case | None = None,
    section: str = "",
    status: int = 200,
) -> HttpResponse:
    """A page of the desk.

    Args:
        template: below ``web/``.
        case: the case it belongs to, already checked to be the user's to see.
        section: key of the section in which it stands.
    """
    held = permissions(user, case)
    told: dict[str, Any] = {"me": user, "case": case, "may": {p.name for p in held}, **(values or {})}
    if case is not None:
        told["section_groups"] = grouped([s for s in SECTIONS if s.needs in held])
        told["section"] = section
        told["closed_by"] = closings_of([case]).get(case.pk)
    told["administers"] = Permission.ADMINISTER in (held if case is None else permissions(user, None))
    told["audits"] = holds_anywhere(user, Permission.AUDIT)
    return render(request, f"web/{template}", told, status=status)

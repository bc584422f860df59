"""A briefing before it is frozen: composed sentence by sentence, kept as a draft, read by a second person.

Nothing is stored while it is composed: all of it travels in the form until it is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods

from homeward.casework import access, told_words
from homeward.casework.access import Permission
from homeward.casework.actions.briefings import (
    Looked,
    NewLine,
    Withheld,
    decide_draft,
    keep_draft,
    lines_of,
    look_at,
    told_before,
)
from homeward.casework.briefing_text import Section, read_back
from homeward.casework.models import Enquirer, Person, User
from homeward.casework.queries import relatives
from homeward.casework.queries.briefings import Material, Proposed
from homeward.errors import BadInputError
from homeward.web.declaring import declares
from homeward.web.forms.families import ComposeForm, DecideDraftForm, LanguageForm
from homeward.web.page import show
from homeward.web.views.found import found

_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Row:
    """A proposed sentence as it stands in the form.

    Attributes:
        why: the reason that was typed for leaving it out. faults: what is wrong with its words.
    """

    proposed: Proposed
    text: str
    use: bool
    why: str = ""
    faults: tuple[str, ...] = ()

    @property
    def height(self) -> int:
        """How many rows its field has."""
        return min(8, max(2, len(self.text) // 75 + 1))


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.LIAISE)
def compose(request: HttpRequest, user: User, reference: str, person: str) -> HttpResponse:
    """What is new for this relative, unchanged, asked, unanswered, next and not known: look at it, keep it."""
    one, sought = found(user, reference, Enquirer), found(user, person, Person)
    about = relatives.asked_about(user, one, sought)
    posted = request.method == "POST"
    language = _language(request, one)
    today = timezone.localdate()
    told = told_before(one, sought)
    material = relatives.material(
        user, one, sought, language=language, as_of=today, told=told, beside=_interface_language()
    )
    form = ComposeForm(request.POST if posted else None, initial={"language": language})
    rows = [_row(proposed, request.POST if posted else None) for proposed in material.lines]
    looked: Looked | None = None
    if form.is_valid():
        lines, keys = _lines(rows, form, language)
        unsaid = _unsaid(rows, request.POST, material)
        if not lines:
            form.add_error(None, gettext("Nothing is chosen to be told."))
        else:
            looked = form.attempt(
                lambda: look_at(user, one, sought, language=language, until=today, since=material.since, lines=lines)
            )
        if looked is not None:
            faults = {keys[number]: wrong for number, wrong in looked.faults.items()}
            rows = [replace(row, faults=faults.get(row.proposed.key, ())) for row in rows]
            own = [f"“{lines[n].text}”: {'; '.join(f)}" for n, f in looked.faults.items() if not keys[n]]
            beside = [gettext("A sentence cannot stand as it is: see beside it.")] if any(faults) else []
            for words in (*beside, *own, *unsaid):
                form.add_error(None, words)
            if request.POST.get("go") == "keep" and not looked.faults and not unsaid:
                withheld = [
                    Withheld(row.proposed.claim, row.why)
                    for row in rows
                    if not row.use and row.proposed.asks_why and row.proposed.claim is not None
                ]
                withheld += [Withheld(kept.claim, _WHY[kept.why]) for kept in material.kept if kept.claim is not None]
                made = form.attempt(
                    lambda: keep_draft(
                        user,
                        one,
                        sought,
                        language=language,
                        until=today,
                        since=material.since,
                        lines=lines,
                        withheld=withheld,
                    )
                )
                if made is not None:
                    messages.success(request, gettext("The draft is kept. Nothing was sent to anybody."))
                    return HttpResponseRedirect(reverse("draft", args=[access.ref_of(one), made.pk]))
    values = {
        "one": one,
        "about": about,
        "material": material,
        "form": form,
        "languages": LanguageForm(initial={"language": language}),
        "headings": _sections(rows, language),
        "looked": looked,
        "given": read_back(looked.text, looked.lines) if looked is not None else None,
        "language": language,
        "direction": _direction(language),
        "keys": " ".join(proposed.key for proposed in material.lines),
    }
    return show(request, user, "families/compose.html", values, case=one.case, section="families", status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.LIAISE)
def show_draft(request: HttpRequest, user: User, reference: str, number: int) -> HttpResponse:
    """One draft, exactly as it would be given; whoever may freezes it or sends it back."""
    one = found(user, reference, Enquirer)
    page = relatives.draft(user, one, number)
    draft = page.draft
    form = DecideDraftForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        approves = form.cleaned_data["approves"] == "yes"
        made = form.attempt(lambda: decide_draft(user, draft, approves=approves, reason=form.cleaned_data["reason"]))
        if made is not None and made.briefing is not None:
            ref = access.ref_of(made.briefing)
            messages.success(
                request, gettext("Frozen: it is now %(ref)s. Nothing was sent to anybody.") % {"ref": ref}
            )
            return HttpResponseRedirect(reverse("briefing", args=[ref]))
        if made is not None:
            messages.success(request, gettext("Sent back."))
            return HttpResponseRedirect(reverse("enquirer", args=[access.ref_of(one)]))
    lines = lines_of(user, draft)
    looked = look_at(
        user, one, draft.person, language=draft.language, until=draft.until, since=draft.since, lines=lines
    )
    values = {
        "page": page,
        "one": one,
        "form": form,
        "given": read_back(looked.text, looked.lines),
        "language": draft.language,
        "direction": _direction(draft.language),
        "cited": [line.claim or line.commitment for line in lines if line.claim or line.commitment],
        "may_freeze": not (draft.grave and draft.entered_by_id == user.pk),
    }
    return show(request, user, "families/draft.html", values, case=one.case, section="families", status=form.status)


# What is written in the record for what was kept back by rule, whatever language the page is in.
_WHY = {
    "mediator": "confidential to a mediator",
    "confidential": "confidential, not for relatives",
    "another relative": "for another relative only",
    "unread": "waits for a second reader",
}


def _language(request: HttpRequest, one: Enquirer) -> str:
    asked = (request.POST if request.method == "POST" else request.GET).get("language", "") or one.language
    try:
        return told_words.base_language(asked)
    except BadInputError:
        return "en"


def _direction(language: str) -> str:
    return "rtl" if language in told_words.RIGHT_TO_LEFT else "ltr"


def _row(proposed: Proposed, posted: QueryDict | None) -> Row:
    if posted is None or proposed.key not in posted.get("keys", "").split():
        return Row(proposed, proposed.text, proposed.use and posted is None)
    text = posted.get(f"text-{proposed.key}", proposed.text)[:_LONGEST]
    return Row(
        proposed, text, f"use-{proposed.key}" in posted, posted.get(f"why-{proposed.key}", "")[:_LONGEST].strip()
    )


def _lines(rows: list[Row], form: ComposeForm, language: str) -> tuple[list[NewLine], list[str]]:
    """What is to be told, in the order of the headings, and for each line the key of its row; own lines have none."""
    own = {
        Section.ASKED: form.cleaned_data["own_asked"].splitlines(),
        Section.NEXT: [form.next_line(language)],
        Section.UNKNOWN: form.cleaned_data["own_unknown"].splitlines(),
    }
    lines: list[NewLine] = []
    keys: list[str] = []
    for section in Section:
        for row in rows:
            proposed = row.proposed
            if proposed.section is section and row.use and row.text.strip():
                lines.append(NewLine(row.text, proposed.claim, section=section, commitment=proposed.commitment))
                keys.append(proposed.key)
        for text in own.get(section, ()):
            if text.strip():
                lines.append(NewLine(text.strip(), section=section))
                keys.append("")
    return lines, keys


def _unsaid(rows: list[Row], posted: QueryDict, material: Material) -> list[str]:
    """What is missing: a reason for what is new and left out; a look at what came in since the page was made."""
    seen = posted.get("keys", "").split()
    missing = []
    came = [proposed.ref or proposed.key for proposed in material.lines if proposed.key not in seen]
    if came:
        missing.append(gettext("Something came in since this page was made: %(refs)s.") % {"refs": ", ".join(came)})
    without = [row.proposed.ref for row in rows if row.proposed.asks_why and not row.use and not row.why]
    if without and not came:
        missing.append(gettext("Say why this is not told: %(refs)s.") % {"refs": ", ".join(without)})
    empty = [row.proposed.ref or row.text for row in rows if row.use and not row.text.strip()]
    if empty:
        missing.append(gettext("A chosen sentence has no words: %(refs)s.") % {"refs": ", ".join(empty)})
    return missing


def _interface_language() -> str:
    try:
        return told_words.base_language(get_language() or "en")
    except BadInputError:
        return "en"


def _sections(rows: list[Row], language: str) -> list[tuple[str, str, str, list[Row]]]:
    own = _interface_language()
    return [
        (
            section.value,
            told_words.heading(own, section.value),
            told_words.heading(language, section.value) if language != own else "",
            [row for row in rows if row.proposed.section is section],
        )
        for section in Section
    ]

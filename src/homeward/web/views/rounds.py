"""Names by rounds, who waits for an answer, hand-overs and answers."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext, override
from django.views.decorators.http import require_http_methods, require_safe

from homeward.casework import access, queries
from homeward.casework.access import Permission
from homeward.casework.actions.answers import record_answer, reverse_answer
from homeward.casework.actions.handovers import record_handover
from homeward.casework.dates import date_words, day_words
from homeward.casework.leaving_words import LANGUAGE_OF_SCRIPT
from homeward.casework.models import Answer, Case, Direction, Handover, List, Preparation, Statement, User
from homeward.records import AnswerCode
from homeward.web.declaring import declares
from homeward.web.forms.judging import UndoForm
from homeward.web.forms.lists import AnswerForm, HandoverForm
from homeward.web.page import show
from homeward.web.views.asked import day_asked, number_asked
from homeward.web.views.found import found, named, party_named, party_names

_LABEL = 30  # letters of a column's title, said again at each cell where a table has no room for columns


@require_safe
@declares(Permission.READ)
def show_grid(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Names by rounds; ``?only=unanswered``: who has no answer by name."""
    case = access.get(user, Case, number)
    as_of = day_asked(request)
    only = request.GET.get("only", "") == "unanswered"
    page = number_asked(request, "page") or 1
    shown = queries.grid_page(user, case, as_of=as_of, page=page, unanswered_only=only)
    columns = shown.grid.columns
    labels = [Truncator(f"{column.ref} {column.title}").chars(_LABEL) for column in columns]
    rows = [(row, list(zip(columns, labels, row.cells, strict=True))) for row in shown.grid.rows]
    ages = [
        (0, gettext("under 30 days")),
        (30, gettext("from 30 days")),
        (90, gettext("from 90 days")),
        (180, gettext("from 180 days")),
    ]
    values = {
        "grid": shown.grid, "rows": rows, "page": shown.people, "only": only, "as_of": as_of, "ages": ages
    }  # fmt: skip
    return show(request, user, "lists/grid.html", values, case=case, section="grid")


@require_safe
@declares(Permission.READ)
def show_unanswered(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Who waits for an answer, the longest first."""
    case = access.get(user, Case, number)
    as_of = day_asked(request)
    page = queries.unanswered_page(user, case, as_of=as_of, page=number_asked(request, "page") or 1)
    return show(
        request, user, "lists/unanswered.html", {"page": page, "as_of": as_of}, case=case, section="unanswered"
    )


@require_safe
@declares(Permission.READ)
def show_handover(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """One hand-over, and a reminder drafted from it, to copy; ``?in=ar`` in a language, else in the recipient's."""
    handover = found(user, reference, Handover)
    as_of = day_asked(request)
    told = queries.reminder(user, handover, as_of=as_of)
    asked = request.GET.get("in", "")
    speaks = asked if asked in dict(settings.LANGUAGES) else _language_of(handover)
    with override(speaks):
        on, due = told.handover.on, told.handover.reply_due
        draft = render_to_string(
            "web/lists/reminder.txt",
            {
                "told": told,
                "line": told.handover,
                "on": date_words(on) if on is not None else "",
                "due": day_words(due) if due else "",
                "now": day_words(as_of),
            },
        )
    values = {"told": told, "line": told.handover, "draft": draft, "as_of": as_of, "speaks": speaks}
    return show(request, user, "lists/handover.html", values, case=handover.case, section="unanswered")


def _language_of(handover: Handover) -> str:
    """The language in which a list was prepared for its recipient; the reader's where it was not prepared here."""
    script = Preparation.objects.filter(approval__list=handover.list_id).values_list("script", flat=True).first()
    return LANGUAGE_OF_SCRIPT.get(script or "", get_language() or "en")


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.HAND_OVER)
def hand_over(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """Record that a list of ours was handed over: everybody on it is disclosed."""
    stored = found(user, reference, List)
    case = stored.case
    access.require(user, Permission.HAND_OVER, case)
    if stored.direction != Direction.OUT:
        raise Http404
    form = HandoverForm(
        request.POST or None, initial={"recipient": stored.recipient.name if stored.recipient else "", "round": 1}
    )
    if form.is_valid():
        told = dict(form.cleaned_data)
        names = {key: told.pop(key) for key in ("recipient", "through", "giver")}

        def act() -> Handover:
            with transaction.atomic():  # a party of a new name is recorded with the act, or not at all
                return record_handover(
                    user,
                    case,
                    list=stored,
                    purpose=stored.purpose,
                    recipient=party_named(user, case, names["recipient"]),
                    through=party_named(user, case, names["through"]),
                    giver=party_named(user, case, names["giver"]),
                    **told,
                )

        made = form.attempt(act)
        if made is not None:
            messages.success(request, gettext("Recorded: %(ref)s.") % {"ref": access.ref_of(made)})
            return HttpResponseRedirect(reverse("handover", args=[access.ref_of(made)]))
    values = {"form": form, "stored": stored, "ref": access.ref_of(stored), "parties": party_names(user, case)}
    return show(request, user, "lists/hand_over.html", values, case=case, section="lists", status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.ENTER)
def answer_list(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """Record an answer to a whole list, or with ``?row=3`` to its third row."""
    stored = found(user, reference, List)
    case = stored.case
    access.require(user, Permission.ENTER, case)
    ordinal = number_asked(request, "row")
    item, row, _ = queries.shown_row(user, stored, ordinal) if ordinal is not None else (None, None, ())
    handovers = access.visible(user, Handover).filter(list=stored).select_related("recipient").order_by("-pk")
    last = handovers.first()
    initial = {
        "party": last.recipient.name if last and last.recipient and not last.recipient.protected else "",
        "round": last.round if last else 1,
    }
    form = AnswerForm(request.POST or None, initial=initial)
    if form.is_valid():
        told = form.cleaned_data

        def act() -> Answer:
            with transaction.atomic():
                return record_answer(
                    user,
                    stored,
                    party=party_named(user, case, told["party"]),
                    code=AnswerCode(told["code"]),
                    item=item,
                    statement=named(user, told["statement"], Statement),
                    reply_list=named(user, told["reply_list"], List),
                    words=told["words"],
                    answered_on=told["answered_on"],
                    round=told["round"],
                )

        made = form.attempt(act)
        if made is not None:
            messages.success(request, gettext("Recorded: %(ref)s.") % {"ref": access.ref_of(made)})
            return HttpResponseRedirect(reverse("answer", args=[access.ref_of(made)]))
    values = {
        "form": form,
        "stored": stored,
        "ref": access.ref_of(stored),
        "row": row,
        "parties": party_names(user, case),
    }
    return show(request, user, "lists/answer_list.html", values, case=case, section="lists", status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.READ)
def show_answer(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """One answer; whoever may enter answers may take it back, with the reason."""
    answer = found(user, reference, Answer)
    form = UndoForm(request.POST or None)
    if form.is_valid():
        made = form.attempt(lambda: reverse_answer(user, answer, form.cleaned_data["reason"]))
        if made is not None:
            messages.success(request, gettext("Taken back: %(ref)s.") % {"ref": access.ref_of(answer)})
            return HttpResponseRedirect(reverse("list", args=[access.ref_of(answer.list)]))
    line, row_name = queries.shown_answer(user, answer)
    taken_back = getattr(answer, "reversal", None)
    values = {"line": line, "answer": answer, "row_name": row_name, "taken_back": taken_back, "form": form}
    return show(request, user, "lists/answer.html", values, case=answer.case, section="grid", status=form.status)

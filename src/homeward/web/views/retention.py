"""What is kept is looked through: what is due for review, the desk's times for keeping, and what is decided."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from homeward.casework import access
from homeward.casework.access import Permission
from homeward.casework.actions import closing
from homeward.casework.actions.purges import ask_purge
from homeward.casework.models import RetentionPurpose, RetentionReview, User
from homeward.casework.queries import closing as ended
from homeward.casework.retention import days_kept
from homeward.web.declaring import declares
from homeward.web.forms.ending import PURPOSES, ReviewForm, RulesForm
from homeward.web.page import show
from homeward.web.views.asked import day_asked, number_asked


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.SUPERVISE)
def show_reviews(request: HttpRequest, user: User) -> HttpResponse:
    """What is to be looked through in every case that the user supervises; and after how long, by purpose."""
    sets = Permission.SUPERVISE in access.permissions(user, None)
    if not access.holds_anywhere(user, Permission.SUPERVISE) or (request.method == "POST" and not sets):
        access.require(user, Permission.SUPERVISE, None)
    now = days_kept()
    form = RulesForm(request.POST if request.method == "POST" else None, now=now)
    if form.is_valid():
        told = form.cleaned_data

        def act() -> bool:
            for purpose in RetentionPurpose:
                closing.set_rule(user, purpose, days=told[purpose.value], reason=told["reason"])
            return True

        if form.attempt(act):
            messages.success(request, gettext("Recorded. Days that are set already stay."))
            return HttpResponseRedirect(reverse("reviews"))
    values = {
        "page": ended.reviews_page(user, as_of=day_asked(request), page=number_asked(request, "page") or 1),
        "rules": [(PURPOSES[purpose], days) for purpose, days in now.items()],
        "form": form,
        "sets": sets,
    }
    return show(request, user, "ending/reviews.html", values, status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
@declares(Permission.SUPERVISE)
def decide(request: HttpRequest, user: User, number: int) -> HttpResponse:
    """Decide at a review: it is kept until a day, or a purge is asked for."""
    review, line = ended.review(user, number, as_of=day_asked(request))
    access.require(user, Permission.SUPERVISE, review.case)
    thing = review.person or review.enquirer
    form = ReviewForm(request.POST if request.method == "POST" else None, may_purge=thing is not None)
    if form.is_valid():
        told = form.cleaned_data
        if told["verdict"] == "purge" and thing is not None:
            rule = gettext("The desk's time for keeping")
            asked = form.attempt(lambda: ask_purge(user, thing, reason=told["reason"], rule=rule, review=review))
            if asked is not None:
                messages.success(request, gettext("A purge is asked for. Another supervisor confirms it."))
                return HttpResponseRedirect(reverse("purge", args=[asked.pk]))
        else:
            kept = form.attempt(lambda: closing.keep(user, review, until=told["until"], reason=told["reason"]))
            if isinstance(kept, RetentionReview):
                messages.success(request, gettext("It is kept, and looked through again on that day."))
                return HttpResponseRedirect(reverse("ending", args=[review.case_id]))
    values = {"form": form, "one": line, "kind": PURPOSES[line.purpose], "may_purge": thing is not None}
    return show(request, user, "ending/review.html", values, case=review.case, section="ending", status=form.status)

"""Ending one's own sessions, on every machine at once."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from homeward.casework.actions.desk import end_sessions
from homeward.casework.models import User
from homeward.web.declaring import for_own_account


@for_own_account
@require_POST
def end_own_sessions(request: HttpRequest) -> HttpResponse:
    """End all of them, this one too: whoever fears that another machine is open must not guess which."""
    user = cast(User, request.user)
    end_sessions(user, user)
    return HttpResponseRedirect(reverse("account_login"))

"""The end of the work: what people type to close and open again, to contact less, to review, and to purge.

In: what was posted. Out: checked values. Leaves to others: doing (`actions.closing`, `actions.purges`).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from homeward.casework.models import PurgeKind, RetentionPurpose
from homeward.web.forms.base import DeskForm

PURPOSES: dict[str, Any] = {
    RetentionPurpose.PERSON: _("what is held about a sought person"),
    RetentionPurpose.ENQUIRER: _("what is held about an enquirer"),
    RetentionPurpose.CASE: _("the rest of a case: reports, lists, contacts"),
}
PURGED: dict[str, Any] = {
    PurgeKind.PERSON: _("A sought person who was purged"),
    PurgeKind.ENQUIRER: _("An enquirer who was purged"),
}
GOES: dict[str, Any] = {
    "briefing": _("briefings"),
    "briefingdraft": _("drafts of briefings"),
    "capture": _("reports that are about them alone"),
    "claim": _("claims"),
    "commitment": _("promises about them alone"),
    "consent": _("consents"),
    "disclosure": _("records of what left"),
    "enquirer": _("enquirers who asked about nobody else"),
    "enquiry": _("enquiries"),
    "identifier": _("numbers of documents"),
    "itemlink": _("links to rows of lists, with what was judged"),
    "nameform": _("forms of the name"),
    "statement": _("statements about them alone"),
    "rows emptied": _("rows of lists, emptied"),
    "texts struck": _("texts of reports in which they are struck out"),
}
STAYS: dict[str, Any] = {
    "struck": _("speaks of others, too; they are struck out of its text, and its file is given out no more"),
    "blanked": _(
        "others are on it, too; only the rows of whom is purged are emptied, and its file is given out no more"
    ),
    "another's": _("this row bears the name or one like it; nobody judged it to be them, so it is somebody else's"),
    "shared": _("this row was judged to be somebody else as well"),
    "of others": _("the same name stands in what is held about somebody else, and is theirs"),
    "taken out": _("is about others, too; they are taken out of it"),
}
_BY_DEFAULT_KEPT = 365


def _day(label: Any, **options: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}), **options)


def _words(label: Any, **options: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    return forms.CharField(label=label, widget=widget, max_length=2000, **options)


class CloseForm(DeskForm):
    """Close a case or a part; where something is open, that is said first."""

    on = _day(_("Closed on"))
    reason = _words(_("Why it is closed"))
    anyway = forms.BooleanField(label=_("I have seen what is still open. It is closed all the same."), required=False)

    def __init__(self, data: Any = None, *, still_open: int) -> None:
        super().__init__(data, initial={"on": timezone.localdate().isoformat()})
        if not still_open:
            del self.fields["anyway"]

    @property
    def told(self) -> dict[str, Any]:
        """As the act takes it."""
        known = self.cleaned_data
        return {"on": known["on"], "reason": known["reason"], "anyway": known.get("anyway", False)}


class OpenAgainForm(DeskForm):
    """Open a case or a part again."""

    reason = _words(_("Why it is opened again"))


class ContactForm(DeskForm):
    """How an enquirer is contacted from now on."""

    what = forms.ChoiceField(
        label=_("From now on"),
        choices=[("less", _("they are contacted otherwise than before")), ("ended", _("we do not contact them"))],
        widget=forms.RadioSelect,
    )
    how = forms.CharField(
        label=_("How often, and which way"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=_("Such as: once in three months, by letter."),
    )
    follow_up_on = _day(
        _("We speak with them again by"), required=False, help_text=_("Empty: the day that was set is cancelled.")
    )
    reason = _words(_("Reason"))
    forget_channel = forms.BooleanField(
        label=_("Delete how to reach them: nobody needs it any more"),
        required=False,
        help_text=_("Only when contact about everybody they asked about has ended."),
    )


class RulesForm(DeskForm):
    """After how many days what is kept is looked through."""

    person = forms.IntegerField(label=str(PURPOSES[RetentionPurpose.PERSON]), min_value=1, max_value=36_500)
    enquirer = forms.IntegerField(label=str(PURPOSES[RetentionPurpose.ENQUIRER]), min_value=1, max_value=36_500)
    case = forms.IntegerField(label=str(PURPOSES[RetentionPurpose.CASE]), min_value=1, max_value=36_500)
    reason = forms.CharField(label=_("Reason"), max_length=2000)

    def __init__(self, data: Any = None, *, now: Any = None) -> None:
        super().__init__(data, initial={str(purpose): days for purpose, days in (now or {}).items()})
        for purpose, words in PURPOSES.items():
            self.fields[str(purpose)].label = words


class ReviewForm(DeskForm):
    """What is decided at a review: kept until a day, or to be purged."""

    verdict = forms.ChoiceField(
        label=_("What is decided"),
        choices=[("keep", _("It is kept until the day below.")), ("purge", _("It is to be purged."))],
        widget=forms.RadioSelect,
    )
    until = _day(_("Kept until"), required=False)
    reason = _words(_("Reason"))

    def __init__(self, data: Any = None, *, may_purge: bool) -> None:
        later = timezone.localdate() + timedelta(days=_BY_DEFAULT_KEPT)
        super().__init__(data, initial={"verdict": "keep", "until": later.isoformat()})
        if not may_purge:
            self.fields["verdict"] = forms.ChoiceField(
                widget=forms.HiddenInput, choices=[("keep", "keep")], initial="keep"
            )

    def clean(self) -> dict[str, Any]:
        """What is kept has its day."""
        known = super().clean() or self.cleaned_data
        if known.get("verdict") == "keep" and not known.get("until") and "until" not in self.errors:
            self.add_error("until", ValidationError(_("Say until when.")))
        return known


class AskPurgeForm(DeskForm):
    """Ask for a purge."""

    rule = forms.CharField(
        label=_("Under which rule"),
        max_length=200,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=_("The desk's time for keeping has passed; they object themselves; a court orders it."),
    )
    reason = _words(_("Reason"), help_text=_("It stays in the placeholder. Write no name in it."))


class ConfirmPurgeForm(DeskForm):
    """Confirm a purge by typing whom it is about."""

    typed = forms.CharField(
        label=_("Type the reference to confirm"), max_length=20, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )


class RefusePurgeForm(DeskForm):
    """Say that it is not done."""

    prefix = "not"
    reason = _words(_("Why it is not done"))


class SeekAgainForm(DeskForm):
    """Let somebody who was purged be taken in again."""

    reason = _words(_("Why they are to be looked for again"), help_text=_("It stays here. Write no name in it."))

"""People in an exchange format: for whom, for what, and which of it may leave."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from homeward.casework.exporting import ASKED_BY_DEFAULT, USES, Format, Why
from homeward.casework.models import ConsentPurpose
from homeward.exchange import WgeidElement
from homeward.web.forms.base import DeskForm
from homeward.web.forms.families import PURPOSES
from homeward.web.forms.lists import FIELDS, SCRIPTS, DecideForm, PartyField
from homeward.web.forms.reports import ReferencesField

FORMATS = {
    Format.PFIF: (
        _("PFIF 1.4 (XML)"),
        _("For registers of missing people. What is claimed leaves as notes, each under the name of its source."),
    ),
    Format.WGEID: (
        _("Minimum elements of the WGEID (text)"),
        _("For the UN Working Group on Enforced or Involuntary Disappearances. What is still missing is shown."),
    ),
    Format.FTM: (
        _("FollowTheMoney (JSON lines)"),
        _("For Aleph and its relatives: the person, the documents that tell of them, and each claim as a note."),
    ),
}
WHY = {
    Why.DETRIMENT: _("marked as detrimental"),
    Why.TELLS: _("its words tell what is marked as detrimental"),
    Why.UNREAD: _("waits for a second reader"),
    Why.CLOSE: _("held more closely than what leaves to a party"),
    Why.WORDS: _("the exact words stay here: they tell of more than this person"),
    Why.CHOSEN: _("you left it out"),
}
MISSING = {
    WgeidElement.NAME: _("the full name"), WgeidElement.YEAR: _("the year"), WgeidElement.MONTH: _("the month"),
    WgeidElement.DAY: _("the day"), WgeidElement.PLACE: _("the place"),
    WgeidElement.RESPONSIBLE: _("those believed to be responsible"), WgeidElement.ACTION: _("the action taken"),
    WgeidElement.SUBMITTER: _("who submits it"),
}  # fmt: skip
_TEXTS = ("place", "responsible", "action", "submitter")
_KEPT_FOR_DAYS = 365
_WIDE = {"rows": 2, "dir": "auto"}


class ExportForm(DeskForm):
    """What leaves in one format; fields of the other formats are not there."""

    recipient = PartyField(label=_("Recipient"), required=True)
    use = forms.ChoiceField(
        label=_("What it is for"),
        choices=[(use.value, PURPOSES[use]) for use in USES],
        initial=ConsentPurpose.SHARE.value,
        help_text=_("Consent is checked for it. To publish, somebody must have agreed."),
    )
    purpose = forms.CharField(
        label=_("Why it leaves"),
        max_length=300,
        help_text=_("For our own record of what left; it does not leave."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    script = forms.ChoiceField(
        label=_("Script of the name"), choices=SCRIPTS, help_text=_("Names leave in it where such a form is held.")
    )
    fields_left = forms.MultipleChoiceField(
        label=_("What may leave beside the name"),
        required=False,
        choices=[(f.value, w) for f, w in FIELDS.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    claims = forms.BooleanField(label=_("What is claimed, each with its source"), required=False)
    quotes = forms.BooleanField(
        label=_("With the exact words of the source"),
        required=False,
        help_text=_("Left out where they name somebody else."),
    )
    place = forms.CharField(
        label=_("Place of arrest, or where last seen"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs=_WIDE),
    )
    responsible = forms.CharField(
        label=_("Those believed to be responsible"),
        required=False,
        max_length=2000,
        help_text=_("With the source: who believes or says so."),
        widget=forms.Textarea(attrs=_WIDE),
    )
    action = forms.CharField(
        label=_("Action taken by relatives or others"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs=_WIDE),
    )
    submitter = forms.CharField(
        label=_("Submitted by"),
        required=False,
        max_length=300,
        help_text=_("Name and address of whoever submits it."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    confidential = forms.BooleanField(label=_("Who submits it asks not to be named"), required=False)
    expires_on = forms.DateField(
        label=_("To be deleted by"),
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Whoever keeps to the format leaves nothing of the person after this day."),
    )
    persons = forms.MultipleChoiceField(label=_("Who is in it"), required=False)
    others = ReferencesField("P", label=_("Who is in it, by reference"), max_length=10_000)
    everybody = forms.BooleanField(label=_("Everybody in the case"), required=False)

    def __init__(self, format: Format, data: Any = None, *, of_case: bool = False, **options: Any) -> None:
        super().__init__(data, **options)
        gone = [] if of_case else ["persons", "others", "everybody"]
        gone += [*_TEXTS, "confidential"] if format is not Format.WGEID else []
        gone += ["expires_on"] if format is not Format.PFIF else []
        for name in gone:
            del self.fields[name]
        self.fields["fields_left"].initial = [field.value for field in ASKED_BY_DEFAULT[format]]
        if format is Format.PFIF:
            self.fields["expires_on"].initial = timezone.localdate() + timedelta(days=_KEPT_FOR_DAYS)
        if of_case:
            chosen = self.fields["persons"]
            assert isinstance(chosen, forms.MultipleChoiceField)
            # Whoever may be chosen is decided by `access.resolve`, not by this list.
            refs = data.getlist("persons") if data else self.initial.get("persons", [])
            chosen.choices = [(ref, ref) for ref in refs]

    def clean_expires_on(self) -> Any:
        """A day that is still to come."""
        day = self.cleaned_data["expires_on"]
        if day <= timezone.localdate():
            raise ValidationError(_("This day is past."))
        return day

    @property
    def people(self) -> list[str]:
        """References of everybody chosen, each once."""
        return list(dict.fromkeys([*self.cleaned_data["persons"], *self.cleaned_data["others"]]))

    @property
    def texts(self) -> dict[str, str]:
        """What the desk itself tells."""
        told = {name: self.cleaned_data.get(name, "").strip() for name in _TEXTS}
        return {name: words for name, words in told.items() if words}


class ReleaseForm(DecideForm):
    """A word on what was kept: it leaves, or it does not."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = _("Needed where it does not leave.")

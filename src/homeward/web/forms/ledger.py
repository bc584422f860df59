"""Promises, contacts and silences: what people type to review and to record them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from homeward.casework import dates
from homeward.casework.models import Classification, Grade
from homeward.records import ContactKind, ContactStatus, SilenceVerdict
from homeward.web.forms.base import DeskForm, PartialDateFormField
from homeward.web.forms.reports import ReferencesField

_CLASSIFICATIONS = ((0, _("the desk")), (1, _("confidential")), (2, _("confidential to a mediator")))
_GRADES = (
    ("", _("choose")), (Grade.A, _("kept (A)")), (Grade.B, _("kept in part (B)")), (Grade.C, _("not kept (C)")),
    (Grade.D, _("no reply (D)")),
)  # fmt: skip
CONTACT_KINDS = (
    (ContactKind.MEETING, _("meeting")), (ContactKind.VISIT, _("visit")), (ContactKind.CALL, _("call")),
    (ContactKind.LETTER, _("letter")), (ContactKind.OTHER, _("other")),
)  # fmt: skip
CONTACT_STATUSES = (
    (ContactStatus.HELD, _("took place")), (ContactStatus.PLANNED, _("is planned")),
    (ContactStatus.DENIED, _("is denied")),
)  # fmt: skip
_VERDICTS = (
    ("", _("choose")), (SilenceVerdict.NO_MENTION, _("no mention in the text held")),
    (SilenceVerdict.MENTIONS, _("mentions our people")), (SilenceVerdict.NOT_ASSESSABLE, _("not assessable")),
)  # fmt: skip
ONLY_PROMISES = (
    ("", _("All")), ("open", _("Open")), ("overdue", _("Overdue")), ("to_review", _("To be reviewed")),
)  # fmt: skip
_AUTO = {"dir": "auto"}


class ReviewForm(DeskForm):
    """A look at a promise on a day."""

    on = forms.DateField(label=_("Day of the review"), widget=forms.DateInput(attrs={"type": "date"}))
    grade = forms.ChoiceField(label=_("How it stands"), choices=_GRADES)
    evidence = ReferencesField(
        "C",
        label=_("Claims that show it"),
        help_text=_("References such as C4 C7. Needed for what was kept, or kept in part."),
    )
    note = forms.CharField(
        label=_("What was found"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3} | _AUTO)
    )
    next_review_on = forms.DateField(
        label=_("Next review"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, data: Any = None, *, every_days: int = 30) -> None:
        today = timezone.localdate()
        super().__init__(data, initial={"on": today.isoformat()})
        self.fields["next_review_on"].help_text = _(
            "Left empty: after %(days)d days, about %(day)s. A promise that was kept needs none."
        ) % {"days": every_days, "day": dates.day_words(today + timedelta(days=every_days))}


class ContactForm(DeskForm):
    """An exchange with a party. Which of our people were raised is nobody unless somebody is chosen."""

    kind = forms.ChoiceField(label=_("Kind"), choices=CONTACT_KINDS)
    took_place = forms.ChoiceField(label=_("Did it take place"), choices=CONTACT_STATUSES)
    on = PartialDateFormField(label=_("When"))
    place = forms.CharField(
        label=_("Where"), required=False, max_length=200, widget=forms.TextInput(attrs=dict(_AUTO))
    )
    participants = forms.CharField(
        label=_("Who took part"),
        required=False,
        max_length=4000,
        help_text=_("One a line, as they call themselves."),
        widget=forms.Textarea(attrs={"rows": 3} | _AUTO),
    )
    channel = forms.CharField(
        label=_("Channel"),
        required=False,
        max_length=100,
        help_text=_("Official, mediator, back channel, ICRC, family …"),
        widget=forms.TextInput(attrs=dict(_AUTO)),
    )
    persons = forms.MultipleChoiceField(label=_("Which of our people were raised"), required=False)
    others = ReferencesField("P", label=_("Which of our people were raised, by reference"))
    raised_known = forms.BooleanField(
        label=_("It is known who was raised; if nobody is chosen, none of them was"), required=False
    )
    statement = ReferencesField(
        "T",
        label=_("Published read-out"),
        help_text=_("The statement that tells of it, such as T5. Take the read-out in as a report first."),
    )
    classification = forms.TypedChoiceField(
        label=_("For whom"), coerce=int, choices=_CLASSIFICATIONS, initial=int(Classification.DESK)
    )
    note = forms.CharField(
        label=_("Our private note"),
        required=False,
        max_length=8000,
        help_text=_("Never in a read-out or briefing. Record what was said as claims, each with its source."),
        widget=forms.Textarea(attrs={"rows": 4} | _AUTO),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        field = self.fields["persons"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(ref, ref) for ref in (data.getlist("persons") if data else [])]

    def clean_statement(self) -> list[str]:
        """One statement at most."""
        return _at_most_one(self.cleaned_data["statement"])

    @property
    def people(self) -> list[str]:
        """References of everybody chosen, each once."""
        return list(dict.fromkeys([*self.cleaned_data["persons"], *self.cleaned_data["others"]]))

    @property
    def taking_part(self) -> list[str]:
        """One a line."""
        return [line.strip() for line in self.cleaned_data["participants"].splitlines() if line.strip()]


class SilenceForm(DeskForm):
    """A finding of silence; the texts that were looked at are forms of their own."""

    event = forms.CharField(
        label=_("What took place, and why mention was to be expected"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3} | _AUTO),
    )
    contact = ReferencesField("N", label=_("The contact, if it is recorded"), help_text=_("Such as N2."))
    verdict = forms.ChoiceField(
        label=_("What is found"),
        choices=_VERDICTS,
        help_text=_("“No mention” only where every text is held in full; each is searched now for our people."),
    )
    terms = forms.CharField(
        label=_("Search also for"),
        required=False,
        max_length=8000,
        help_text=_("One a line, in any script. All names and group words of the case are searched anyway."),
        widget=forms.Textarea(attrs={"rows": 3} | _AUTO),
    )
    explicit_in = ReferencesField(
        "T",
        label=_("Where a source itself says that nothing was mentioned"),
        help_text=_("The statement, such as T5. That is its word, not ours."),
    )
    note = forms.CharField(
        label=_("Note"), required=False, max_length=8000, widget=forms.Textarea(attrs={"rows": 2} | _AUTO)
    )

    def clean_contact(self) -> list[str]:
        """One contact at most."""
        return _at_most_one(self.cleaned_data["contact"])

    def clean_explicit_in(self) -> list[str]:
        """One statement at most."""
        return _at_most_one(self.cleaned_data["explicit_in"])

    @property
    def searched(self) -> list[str]:
        """One a line."""
        return [line.strip() for line in self.cleaned_data["terms"].splitlines() if line.strip()]


class CoverageForm(DeskForm):
    """One text looked at: a report held, or an outlet whose text is not held."""

    report = ReferencesField("R", label=_("Report"), max_length=20)
    outlet = forms.CharField(
        label=_("Outlet"), required=False, max_length=300, widget=forms.TextInput(attrs=dict(_AUTO))
    )
    language = forms.CharField(label=_("Language"), required=False, max_length=20)
    verdict = forms.ChoiceField(label=_("Verdict"), required=False, choices=_VERDICTS)

    def clean_report(self) -> list[str]:
        """One report a line."""
        return _at_most_one(self.cleaned_data["report"])

    def clean(self) -> dict[str, Any]:
        """A text that is named has a verdict."""
        known = super().clean() or self.cleaned_data
        if (known.get("report") or known.get("outlet")) and not known.get("verdict"):
            self.add_error("verdict", _("Say what was found in this text."))
        if known.get("verdict") and not (known.get("report") or known.get("outlet")):
            self.add_error("outlet", _("Name the report, or the outlet whose text is not held."))
        return known

    @property
    def named(self) -> bool:
        """Whether this line was filled in."""
        return bool(self.cleaned_data.get("report") or self.cleaned_data.get("outlet"))


CoverageForms = forms.formset_factory(CoverageForm, extra=5, max_num=40, absolute_max=40)


def _at_most_one(references: list[str]) -> list[str]:
    if len(references) > 1:
        raise ValidationError(_("One reference at most."))
    return references

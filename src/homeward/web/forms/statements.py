"""Statements and claims by hand: what people type, checked."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from homeward.casework.models import Classification, Credibility
from homeward.findings import words
from homeward.records import Attribution, ClaimSubject, Manner, Polarity
from homeward.web.forms.base import DeskForm, PartialDateFormField
from homeward.web.forms.reports import ReferencesField

_AUTO = {"dir": "auto"}
CLASSIFICATIONS = ((0, _("the desk")), (1, _("confidential")), (2, _("confidential to a mediator")))
ATTRIBUTIONS = (
    (Attribution.NAMED, _("by name")), (Attribution.UNNAMED, _("by office or body, not by name")),
    (Attribution.ANONYMOUS, _("hidden: an anonymous source")),
)  # fmt: skip
MANNERS = (
    (Manner.SAID, _("said")), (Manner.DENIED, _("denied")), (Manner.PROMISED, _("promised")),
    (Manner.CONFIRMED, _("confirmed")), (Manner.WARNED, _("warned")), (Manner.DEMANDED, _("demanded")),
    (Manner.ASKED, _("asked")), (Manner.REPORTED, _("reported")),
)  # fmt: skip
SUBJECTS = (
    ("", _("choose")), (ClaimSubject.CUSTODY, _("that the person is in custody")),
    (ClaimSubject.ACKNOWLEDGEMENT, _("that the speaker holds the person")),
    (ClaimSubject.ALIVE, _("that the person is alive")), (ClaimSubject.WHEREABOUTS, _("where the person is")),
    (ClaimSubject.HEALTH, _("how the person is: injury, illness")),
    (ClaimSubject.RELEASED, _("that the person was released or rescued")),
    (ClaimSubject.TRANSFERRED, _("that the person was moved")), (ClaimSubject.ESCAPED, _("that the person escaped")),
    (ClaimSubject.DEAD, _("that the person is dead")), (ClaimSubject.IDENTITY, _("who the person is")),
    (ClaimSubject.SEARCHED_FOR, _("that the speaker is looking for the person")),
    (ClaimSubject.MENTIONED, _("only that the person was mentioned")),
)  # fmt: skip
POLARITIES = (
    (Polarity.ASSERTS, _("says so")), (Polarity.DENIES, _("denies it")),
    (Polarity.DOES_NOT_KNOW, _("says that it does not know")),
)  # fmt: skip


class StatementForm(DeskForm):
    """Words of a report, exactly, with the chain by which they came; the publisher is the report's own."""

    text = forms.CharField(
        label=_("The words"),
        max_length=20_000,
        help_text=_("Copy them from the report, letter by letter. A translation has a field of its own."),
        widget=forms.Textarea(attrs={"rows": 3} | _AUTO),
    )
    speaker = forms.CharField(
        label=_("Who said it"),
        required=False,
        max_length=300,
        help_text=_("As the report names them. Empty: the publisher speaks itself."),
        widget=forms.TextInput(attrs=dict(_AUTO)),
    )
    attribution = forms.ChoiceField(label=_("How the report gives them"), choices=ATTRIBUTIONS)
    relays = forms.CharField(
        label=_("Who passed it on"),
        required=False,
        max_length=2000,
        help_text=_("One a line, in the order in which the words travelled."),
        widget=forms.Textarea(attrs={"rows": 2} | _AUTO),
    )
    said_on = PartialDateFormField(label=_("Said on"))
    manner = forms.ChoiceField(label=_("How"), choices=MANNERS)
    direct = forms.BooleanField(label=_("Given as a quotation"), required=False)
    translation = forms.CharField(
        label=_("Translation"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 2} | _AUTO)
    )
    translated_by = forms.CharField(label=_("Translated by"), required=False, max_length=200)
    classification = forms.TypedChoiceField(
        label=_("For whom"), coerce=int, choices=CLASSIFICATIONS, initial=int(Classification.DESK)
    )

    def clean_text(self) -> str:
        """Line ends as the report's text has them."""
        return str(self.cleaned_data["text"]).replace("\r\n", "\n")

    @property
    def passed_on_by(self) -> list[str]:
        """One a line."""
        return [line.strip() for line in self.cleaned_data["relays"].splitlines() if line.strip()]


class _WithPeople(DeskForm):
    """A form in which people of the case are chosen, or named by reference."""

    persons = forms.MultipleChoiceField(label=_("About whom"), required=False)
    others = ReferencesField("P", label=_("About whom, by reference"))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        field = self.fields["persons"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(ref, ref) for ref in (data.getlist("persons") if data else [])]

    @property
    def people(self) -> list[str]:
        """References of everybody chosen, each once."""
        return list(dict.fromkeys([*self.cleaned_data["persons"], *self.cleaned_data["others"]]))


class ClaimForm(_WithPeople):
    """What a statement says of one person or several."""

    subject = forms.ChoiceField(label=_("What is claimed"), choices=SUBJECTS)
    polarity = forms.ChoiceField(label=_("The source"), choices=POLARITIES)
    value = forms.CharField(
        label=_("What exactly"),
        required=False,
        max_length=1000,
        help_text=_("A place, a state of health; in few words of ours."),
        widget=forms.TextInput(attrs=dict(_AUTO)),
    )
    valid_time = PartialDateFormField(label=_("Holds of the person on"))
    collective = forms.BooleanField(label=_("Said of a group, not of this person by name"), required=False)
    credibility = forms.TypedChoiceField(
        label=_("Credibility of the content"),
        coerce=int,
        choices=list(words.CREDIBILITY.items()),
        initial=int(Credibility.UNJUDGED),
    )
    classification = forms.TypedChoiceField(
        label=_("For whom"), coerce=int, choices=CLASSIFICATIONS, initial=int(Classification.DESK)
    )

    def clean(self) -> dict[str, Any]:
        """A claim is about somebody."""
        known = super().clean() or self.cleaned_data
        if not self.errors and not self.people:
            raise ValidationError(_("Choose whom it is about."))
        return known


class PromiseForm(_WithPeople):
    """A promise that a statement makes, in its own words."""

    by = forms.CharField(label=_("Promised by"), max_length=300, widget=forms.TextInput(attrs=dict(_AUTO)))
    to = forms.CharField(label=_("To"), required=False, max_length=300, widget=forms.TextInput(attrs=dict(_AUTO)))
    content = forms.CharField(label=_("The words"), max_length=4000, widget=forms.Textarea(attrs={"rows": 2} | _AUTO))
    condition = forms.CharField(
        label=_("Condition"), required=False, max_length=4000, widget=forms.TextInput(attrs=dict(_AUTO))
    )
    due = PartialDateFormField(label=_("Due"), help_text=_("Empty: no date was given."))
    collective = forms.BooleanField(label=_("It speaks of a group, of nobody by name"), required=False)
    review_every_days = forms.IntegerField(
        label=_("Look again after so many days"), min_value=1, max_value=3650, initial=30
    )


class NoteForm(DeskForm):
    """A second reader's note."""

    note = forms.CharField(
        label=_("Note"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2} | _AUTO)
    )

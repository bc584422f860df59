"""Relatives: what people type when one of them asks, agrees, takes back, and is told.

In: what was posted. Out: checked values. Leaves to others: whom references name (the views), doing (`actions`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from homeward.casework import told_words
from homeward.casework.models import ConsentPurpose
from homeward.web.forms.base import DeskForm
from homeward.web.forms.people import AboutPersonForm
from homeward.web.forms.reports import LANGUAGES

PURPOSES: dict[str, Any] = {
    ConsentPurpose.TRACE: _("search for the person"),
    ConsentPurpose.SHARE: _("name the person to a party"),
    ConsentPurpose.PUBLISH: _("publish"),
    ConsentPurpose.MEDIA: _("speak with the media"),
    ConsentPurpose.STATISTICS: _("count in statistics"),
}
HELD: dict[str, Any] = {
    "name": _("Name"),
    "father_name": _("Father's name"),
    "mother_name": _("Mother's name"),
    "place_of_birth": _("Place of birth"),
    "home_place": _("Home"),
    "sex": _("Sex"),
    "birth": _("Born"),
    "missing_since": _("Last free"),
    "nationalities": _("Nationalities"),
    "identifier": _("Number of a document"),
    "claim": _("Claim"),
    "claim withdrawn": _("Claim that was withdrawn"),
    "row": _("Row of a list"),
    "asked about": _("Somebody asked about them"),
    "harm assessment": _("Harm assessment"),
    "disclosed": _("Told to somebody outside"),
    "told to a relative": _("A relative was told"),
    "language": _("Language"),
    "safe contact": _("Safe channel"),
    "enquiry": _("Enquiry"),
    "consent given": _("Consent given"),
    "consent not given": _("Consent refused or taken back"),
    "briefing": _("Briefing"),
    "delivery": _("How it was given"),
    "closed": _("Closed"),
    "opened again": _("Opened again"),
    "contact changed": _("Contacted otherwise from then on"),
    "contact ended": _("Contact ended"),
    "not given out": _("More closely held, not given out: how many"),
}
_ASKED_FOR_SCOPE = frozenset({ConsentPurpose.SHARE, ConsentPurpose.PUBLISH, ConsentPurpose.MEDIA})
_TOLD_IN = (("en", _("English")), ("ru", _("Russian")), ("he", _("Hebrew")), ("ar", _("Arabic")))
_NEW = "new"


def _day(label: Any, **options: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}), **options)


def _words(label: Any, rows: int = 2, **options: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows, "dir": "auto"})
    return forms.CharField(label=label, widget=widget, **{"max_length": 4000, **options})


def _line(label: Any, **options: Any) -> forms.CharField:
    return forms.CharField(
        label=label, widget=forms.TextInput(attrs={"dir": "auto"}), **{"max_length": 300, **options}
    )


@dataclass(frozen=True, slots=True)
class AgreedTo:
    """What was said for one purpose."""

    purpose: ConsentPurpose
    given: bool
    scope: str
    wording: str


class AskForm(AboutPersonForm):
    """A relative asks: who is meant, who asks, what, when we speak again, and what they agree to."""

    enquirer = forms.CharField(required=False, max_length=20)
    name = _line(_("Name of the one who asks"), required=False, help_text=_("As they wish to be called."))
    language = forms.ChoiceField(label=_("Language"), required=False, choices=[("", _("choose")), *LANGUAGES[1:]])
    reach_by = _line(_("Safe channel"), required=False, help_text=_("By which they may be reached, with the number."))
    reach_when = _line(_("Safe hours"), required=False)
    not_to_say = _words(_("What not to say, and to whom"), required=False)

    relation = _line(
        pgettext_lazy("to the sought person", "Relation"),
        max_length=100,
        help_text=_("What they are to the sought person: sister, husband, friend."),
    )
    channel = _line(_("How they asked"), max_length=100, help_text=_("By telephone, by letter, in person."))
    asked_on = _day(_("Asked on"))
    questions = _words(_("What they ask"), 3, help_text=_("In their words, in their language."))
    follow_up_on = _day(_("We speak with them again by"), help_text=_("A day must be set before this is kept."))
    consent_on = _day(_("Asked for agreement on"), required=False)

    def __init__(self, data: Any = None, *, person_known: bool, searched: str = "") -> None:
        today = timezone.localdate().isoformat()
        super().__init__(data, initial={"asked_on": today, "consent_on": today, "names": searched})
        self.person_known = person_known
        for purpose, words in PURPOSES.items():
            self.fields[f"given_{purpose}"] = forms.ChoiceField(
                label=words,
                required=False,
                choices=[("", _("not asked")), ("yes", _("agrees")), ("no", _("does not agree"))],
            )
            self.fields[f"wording_{purpose}"] = _line(_("In these words"), required=False, max_length=4000)
            if purpose in _ASKED_FOR_SCOPE:
                self.fields[f"scope_{purpose}"] = _line(_("To whom, where"), required=False)

    @property
    def consent_rows(self) -> list[tuple[Any, Any, Any]]:
        """Per purpose the fields: given, scope (or None), wording."""
        return [
            (
                self[f"given_{purpose}"],
                self[f"scope_{purpose}"] if purpose in _ASKED_FOR_SCOPE else None,
                self[f"wording_{purpose}"],
            )
            for purpose in PURPOSES
        ]

    def clean_enquirer(self) -> str:
        """A reference, or empty for somebody new."""
        ref: str = self.cleaned_data["enquirer"].strip().upper()
        return "" if ref == _NEW.upper() else ref

    def clean(self) -> dict[str, Any]:
        """Somebody is sought, somebody asks, and what they agreed to has its words."""
        known = super().clean() or self.cleaned_data
        if not self.person_known and not known.get("names", "").strip():
            self.add_error("names", _("Write at least one written form of the name."))
        if not known.get("enquirer"):
            if not known.get("name", "").strip():
                self.add_error("name", _("Write the name by which they wish to be called."))
            if not known.get("reach_by", "").strip():
                self.add_error("reach_by", _("Without a safe channel nobody can be told anything."))
        asked, again = known.get("asked_on"), known.get("follow_up_on")
        if asked and again and again < asked:
            self.add_error("follow_up_on", _("This day is before the one on which they asked."))
        for purpose in PURPOSES:
            if known.get(f"given_{purpose}") and not known.get(f"wording_{purpose}", "").strip():
                self.add_error(f"wording_{purpose}", _("Write the words that were put to them, or theirs."))
            if known.get(f"given_{purpose}") and not known.get("consent_on") and "consent_on" not in self.errors:
                self.add_error("consent_on", _("Say on which day they were asked."))
        return known

    @property
    def agreed(self) -> list[AgreedTo]:
        """What was asked for and answered."""
        told = self.cleaned_data
        return [
            AgreedTo(
                ConsentPurpose(purpose),
                told[f"given_{purpose}"] == "yes",
                told.get(f"scope_{purpose}", "").strip(),
                told[f"wording_{purpose}"].strip(),
            )
            for purpose in PURPOSES
            if told[f"given_{purpose}"]
        ]

    @property
    def safe_contact(self) -> str:
        """Channel, hours, what not to say, a line each."""
        told = self.cleaned_data
        lines = (
            (gettext("Safe channel"), told["reach_by"]),
            (gettext("Safe hours"), told["reach_when"]),
            (gettext("Not to be said"), told["not_to_say"]),
        )
        return "\n".join(f"{label}: {words.strip()}" for label, words in lines if words.strip())


class ConsentForm(DeskForm):
    """A consent given, refused or taken back, for one purpose."""

    purpose = forms.ChoiceField(label=_("For what"), choices=list(PURPOSES.items()))
    scope = _line(_("To whom, where"), required=False, help_text=_("Which party, which outlet; empty: any."))
    given = forms.ChoiceField(
        label=_("What they say"),
        choices=[("yes", _("agrees")), ("no", _("does not agree, or takes it back"))],
        widget=forms.RadioSelect,
    )
    on = _day(_("On"))
    wording = _words(_("In these words"), help_text=_("The words that were put to them, or theirs."))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"on": timezone.localdate().isoformat()})


class ReserveForm(DeskForm):
    """For whom alone among the relatives a claim is."""

    enquirer = forms.CharField(
        label=_("Only for the enquirer"),
        required=False,
        max_length=20,
        help_text=_("A reference such as E3. Empty: every relative may be told."),
    )
    reason = _words(_("Reason"), max_length=2000)


class LanguageForm(DeskForm):
    """In which language a briefing is written."""

    language = forms.ChoiceField(label=_("Language of the briefing"), choices=_TOLD_IN)


class ComposeForm(DeskForm):
    """What the writer adds to the proposed sentences: what we did, what we do, what we do not know."""

    language = forms.ChoiceField(choices=_TOLD_IN, widget=forms.HiddenInput)
    own_asked = _words(
        _("More of what we asked, and when"), required=False, help_text=_("Each sentence on a line of its own.")
    )
    own_unknown = _words(
        _("More of what we do not know"), required=False, help_text=_("Each sentence on a line of its own.")
    )
    next_what = _line(_("What we do next"), required=False, max_length=1000)
    next_by = _day(_("By when"), required=False)

    def clean(self) -> dict[str, Any]:
        """What we do next has its day."""
        known = super().clean() or self.cleaned_data
        if known.get("next_what") and not known.get("next_by") and "next_by" not in self.errors:
            self.add_error("next_by", _("Say by when."))
        if known.get("next_by") and not known.get("next_what"):
            self.add_error("next_what", _("Say what."))
        return known

    def next_line(self, language: str) -> str:
        """What we do next, and by when, as a sentence; empty for nothing."""
        what, by = self.cleaned_data["next_what"], self.cleaned_data["next_by"]
        if not what or not isinstance(by, date):
            return ""
        return told_words.we(language, "next_by", day=told_words.day_in(language, by), what=what)


class DecideDraftForm(DeskForm):
    """A person's word on a draft; which comes with the button that was pressed."""

    approves = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")], widget=forms.HiddenInput)
    reason = _words(_("Reason"), required=False, max_length=2000, help_text=_("Needed to send it back."))


class DeliveryForm(DeskForm):
    """How a briefing was given."""

    on = _day(_("Given on"))
    channel = _line(_("How"), max_length=100, help_text=_("In person, by telephone, by letter."))
    by = _line(_("By whom"), required=False, max_length=200, help_text=_("Empty: by you."))
    reactions = _words(
        _("How it was taken, and what was asked"), 3, required=False, help_text=_("In their words where you can.")
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"on": timezone.localdate().isoformat()})

    def clean_on(self) -> date:
        """Nothing was given tomorrow."""
        on: date = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise ValidationError(_("This day has not come yet."))
        return on

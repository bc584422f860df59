"""What people type about lists: bringing one, linking a row, preparing one, handing it over, answers to it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.casework.actions.preparations import BY_DEFAULT, Field
from homeward.casework.models import DetrimentItem, Direction
from homeward.exchange import Limits
from homeward.records import AnswerCode
from homeward.web.forms.base import DeskForm, PartialDateFormField

PEOPLE = "people"
KINDS = (
    (Direction.IN.value, _("A list that was received")),
    (Direction.PUBLISHED.value, _("A list that somebody published")),
    (Direction.OUT.value, _("A list of our own, made elsewhere")),
    (PEOPLE, _("A file of people we look for")),
)
MEANINGS = {
    "number": _("number of the row"), "full_name": _("full name"), "given_name": _("given name"),
    "father_name": _("father's name"), "grandfather_name": _("grandfather's name"), "family_name": _("family name"),
    "patronymic": _("patronymic"), "mother_name": _("mother's name"), "alias": _("other name"),
    "birth_date": _("date of birth"), "birth_year": _("year of birth"), "age": _("age"), "sex": _("sex"),
    "nationality": _("nationality"), "place_of_birth": _("place of birth"),
    "place_of_holding": _("place of holding, as said"), "home_place": _("home"),
    "captured_on": _("when last free, or taken"), "status": _("status, as said"), "identifier": _("identity number"),
    "remarks": _("remarks"), "source": _("source"), "ignored": _("not read"),
}  # fmt: skip
FIELDS = {
    Field.FATHER_NAME: _("Father's name"), Field.BIRTH_YEAR: _("Year of birth"),
    Field.NATIONALITY: _("The one nationality relied on"), Field.BIRTH: _("Whole date of birth"),
    Field.SEX: _("Sex"), Field.NATIONALITIES: _("All nationalities"), Field.MOTHER_NAME: _("Mother's name"),
    Field.PLACE_OF_BIRTH: _("Place of birth"), Field.HOME_PLACE: _("Home"),
    Field.MISSING_SINCE: _("When last free"), Field.IDENTIFIERS: _("Identity numbers"),
    Field.OTHER_NAMES: _("Other written forms of the name"),
}  # fmt: skip
SCRIPTS = (("Latn", _("Latin")), ("Cyrl", _("Cyrillic")), ("Hebr", _("Hebrew")), ("Arab", _("Arabic")))
ANSWERS = {
    AnswerCode.HOLDS: _("says that it holds"), AnswerCode.DOES_NOT_HOLD: _("says that it does not hold"),
    AnswerCode.DENIES_KNOWLEDGE: _("says that it knows nothing"), AnswerCode.SEARCHING: _("says that it is looking"),
    AnswerCode.ASKS_DETAILS: _("asks for details"), AnswerCode.DISPUTES_IDENTITY: _("disputes who the person is"),
    AnswerCode.SAYS_RELEASED: _("says: released"), AnswerCode.SAYS_TRANSFERRED: _("says: transferred"),
    AnswerCode.SAYS_ESCAPED: _("says: escaped"), AnswerCode.SAYS_DEAD: _("says: dead"),
    AnswerCode.REFUSES: _("refuses to answer"), AnswerCode.COLLECTIVE_REPLY: _("replies in no other of these ways"),
    AnswerCode.NO_ANSWER_BY: _("gave no answer by the day it was due"),
}  # fmt: skip


class PartyField(forms.CharField):
    """A party by its name; one of a new name is recorded when the act is done."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        widget = forms.TextInput(attrs={"list": "parties", "dir": "auto", "autocomplete": "off"})
        super().__init__(max_length=300, widget=widget, **options)


_LONGEST_TITLE = 120


class BringForm(DeskForm):
    """A file, and what is known of it."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "XLSX, XLS, ODS, CSV, HTML or JSON. Choose it, or drop it here. Nothing is stored before you confirm."
        ),
        required=False,
        widget=forms.FileInput(attrs={"class": "drop"}),
    )
    pasted = forms.CharField(
        label=_("Or its rows, pasted"),
        help_text=_("As copied from a PDF, a message or a page: a row on each line. Kept as pasted."),
        required=False,
        strip=False,
        max_length=2_000_000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    kind = forms.ChoiceField(label=_("What it is"), choices=KINDS)
    title = forms.CharField(
        label=_("Title"),
        max_length=300,
        required=False,
        help_text=_("What the desk will call it. Empty: the file's name."),
    )
    author = PartyField(
        label=_("Made by"),
        help_text=_("The party whose word it is. What its columns mean is remembered for its next list."),
    )
    publisher = PartyField(label=_("Published by"), help_text=_("If somebody else published it."))
    as_of = PartialDateFormField(label=_("As of"))
    follows = forms.ChoiceField(
        label=_("A new version of"), required=False, help_text=_("Rows are then compared with that version.")
    )
    purpose = forms.CharField(
        label=_("What it says of its people"),
        max_length=300,
        required=False,
        help_text=_("In its own words, if it says so."),
    )
    title_may_be_told = forms.BooleanField(
        label=_("Relatives may read title and purpose"),
        required=False,
        help_text=_("Only if both are the list's own words. Else relatives hear whose list it is, and of what day."),
    )

    def __init__(self, *args: Any, versions: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["follows"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("no other list")), *versions]

    def clean_file(self) -> Any:
        """Refuse what no reader would open, before it is read."""
        file = self.cleaned_data["file"]
        most = Limits().max_bytes
        if file is None:
            return None
        if file.size is None or file.size > most:
            raise forms.ValidationError(
                _("The file is larger than %(most)s MB. Split it and bring it in parts."),
                params={"most": most // 1_000_000},
            )
        return file

    def clean(self) -> dict[str, Any]:
        """One of the two: a file, or what was pasted."""
        told = super().clean() or self.cleaned_data
        if "file" not in self.errors and "pasted" not in self.errors:
            if told.get("file") is None and not told.get("pasted", "").strip():
                self.add_error("file", _("Choose a file, or paste the rows."))
            elif told.get("file") is not None and told.get("pasted", "").strip():
                self.add_error("pasted", _("Bring either a file or pasted rows."))
        return told

    @property
    def brought(self) -> tuple[str, bytes]:
        """The name and the bytes, which are kept as they came."""
        file = self.cleaned_data["file"]
        if file is not None:
            return str(file.name or "file"), file.read()
        return "pasted.txt", self.cleaned_data["pasted"].encode()

    @property
    def first_line(self) -> str:
        """Of pasted rows the line above them, as a title; empty if the first line may be of a person."""
        lines = [line.strip() for line in self.cleaned_data["pasted"].splitlines() if line.strip()]
        numbered = len(lines) > 1 and lines[1][:1].isdecimal() and not lines[0][:1].isdecimal()
        return lines[0][:_LONGEST_TITLE] if numbered else ""


class LinkForm(DeskForm):
    """A row that a person takes for somebody we look for."""

    person = forms.CharField(
        label=_("The sought person"),
        max_length=20,
        help_text=_("Its reference, such as P3."),
        widget=forms.TextInput(attrs={"list": "people", "autocomplete": "off"}),
    )
    reason = forms.CharField(
        label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )


class AnswerForm(DeskForm):
    """What a party said, to one row or to the whole list."""

    party = PartyField(label=_("Who answered"))
    code = forms.ChoiceField(label=_("What the answer says"), choices=[(c.value, w) for c, w in ANSWERS.items()])
    words = forms.CharField(
        label=_("The exact words"),
        required=False,
        help_text=_(
            "As they were said or written, in their language. Needed unless a statement or a reply list holds them."
        ),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    answered_on = PartialDateFormField(label=_("Answered on"))
    round = forms.IntegerField(label=_("Round"), min_value=1, max_value=999, initial=1)
    statement = forms.CharField(
        label=_("Statement in which the words stand"),
        max_length=20,
        required=False,
        help_text=_("Its reference, such as T12."),
    )
    reply_list = forms.CharField(
        label=_("List that is the reply"), max_length=20, required=False, help_text=_("Its reference, such as L4.")
    )


_YES_NO = {"": None, "yes": True, "no": False}


class HandoverForm(DeskForm):
    """When, where, by whom and to whom a list was given."""

    recipient = PartyField(label=_("Handed to"), required=True)
    through = PartyField(label=_("Through"), help_text=_("If somebody passed it on."))
    giver = PartyField(label=_("Handed over in the name of"))
    on = PartialDateFormField(
        label=_("On"), required=True, help_text=_("As precise as you know it: 2026-03-14, 2026-03.")
    )
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    carried_by = forms.CharField(label=_("Carried by"), max_length=200, required=False)
    received_by = forms.CharField(label=_("Received by"), max_length=200, required=False)
    acknowledged = forms.ChoiceField(
        label=_("Acknowledged"),
        required=False,
        choices=[("", _("not known")), ("yes", _("yes, they confirmed that they have it")), ("no", _("no"))],
    )
    round = forms.IntegerField(label=_("Round"), min_value=1, max_value=999, initial=1)
    reply_due = forms.DateField(
        label=_("Reply due"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("From this day on, who has no answer by name counts as overdue."),
    )

    def clean_acknowledged(self) -> bool | None:
        """Yes, no, or not known."""
        return _YES_NO[self.cleaned_data["acknowledged"]]


class PrepareForm(DeskForm):
    """A list for a party: to whom, in which script, and which fields may leave."""

    title = forms.CharField(label=_("Title"), max_length=300, help_text=_("For the desk; it does not leave."))
    recipient = PartyField(label=_("Recipient"), required=True)
    purpose = forms.CharField(label=_("Purpose"), max_length=300, required=False, initial="tracing")
    script = forms.ChoiceField(
        label=_("Script of the recipient"),
        choices=SCRIPTS,
        help_text=_("Names leave in it where such a form is held."),
    )
    fields_left = forms.MultipleChoiceField(
        label=_("What may leave beside number and name"),
        required=False,
        choices=[(f.value, w) for f, w in FIELDS.items()],
        initial=[f.value for f in BY_DEFAULT],
        widget=forms.CheckboxSelectMultiple,
    )


DETRIMENTS = {
    DetrimentItem.PERSON: _("The whole person: not even the name"),
    DetrimentItem.BIRTH: _("Date and year of birth, age"), DetrimentItem.NATIONALITIES: _("Nationalities"),
    DetrimentItem.FATHER_NAME: _("Father's name"), DetrimentItem.MOTHER_NAME: _("Mother's name"),
    DetrimentItem.SEX: _("Sex"), DetrimentItem.PLACE_OF_BIRTH: _("Place of birth"),
    DetrimentItem.HOME_PLACE: _("Home"), DetrimentItem.MISSING_SINCE: _("When last free"),
    DetrimentItem.IDENTIFIERS: _("Identity numbers"),
    DetrimentItem.OTHER_NAMES: _("Other written forms of the name"),
}  # fmt: skip


class DetrimentForm(DeskForm):
    """What would do harm if a party learned of it."""

    item = forms.ChoiceField(label=_("What would do harm"), choices=[(i.value, w) for i, w in DETRIMENTS.items()])
    word = forms.ChoiceField(
        label=_("May it leave?"),
        choices=[
            ("never", _("Never, to no party")),
            ("agency", _("To a tracing agency alone; to no other party")),
            ("may", _("It may again: the mark is taken back")),
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )


class HarmForm(DeskForm):
    """Whether it does harm that a party learns of a person, who cannot be asked."""

    allows = forms.ChoiceField(
        label=_("May this person be named to this party?"),
        choices=[("yes", _("Yes: no harm is to be expected")), ("no", _("No: it would do harm"))],
        widget=forms.RadioSelect,
    )
    legal_basis = forms.CharField(
        label=_("Legal basis"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )
    assessment = forms.CharField(
        label=_("Why"),
        max_length=4000,
        help_text=_("For this person: nationalities, service, family, health, what the party may do with it."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )


class DecideForm(DeskForm):
    """A second person's word."""

    approves = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")], widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=2000,
        required=False,
        help_text=_("Needed to send it back."),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )

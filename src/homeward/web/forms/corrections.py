"""What the words say otherwise than was read: the fields that a proposal of each kind may be corrected in.

In: the values as read, and what was posted. Out: what differs, field by field, as `casework.corrections` takes it.
Leaves to others: whether a value can be (the act), to whom a protected source is named (the query).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.casework.corrections import CODES, NEEDED, WORDS
from homeward.web.forms.base import DeskForm, PartialDateFormField
from homeward.web.forms.ledger import CONTACT_KINDS, CONTACT_STATUSES
from homeward.web.forms.lists import ANSWERS
from homeward.web.forms.statements import ATTRIBUTIONS, MANNERS, POLARITIES, SUBJECTS

LABELS: Mapping[str, Promise | str] = {name: _(words) for name, words in WORDS.items()}
_HELP = {
    "content": _("In one piece, letter by letter as the report has them."),
    "condition": _("Letter by letter as the report has it; empty if there is none."),
    "relays": _("One a line, in the order in which the words travelled."),
    "participants": _("One a line."),
    "speaker": _("As the report names them. Empty: the publisher speaks itself."),
}
_CHOICES: Mapping[str, Any] = {
    "subject": [(code, label) for code, label in SUBJECTS if code],
    "polarity": POLARITIES,
    "contact_kind": CONTACT_KINDS,
    "contact_status": CONTACT_STATUSES,
    "answer_code": tuple(ANSWERS.items()),
    "manner": MANNERS,
    "attribution": ATTRIBUTIONS,
}
_LONG = frozenset({"content", "relays", "participants"})
_DATES = frozenset({"said_on", "on", "due"})


class CorrectionForm(DeskForm):
    """The values as read, each of which a person may change; prefixed, so that it stands beside a decision's form."""

    prefix = "read"

    def __init__(self, read: Mapping[str, str], data: Any = None) -> None:
        # The short form within a report has none of these fields, and then nothing is corrected.
        posted = data is not None and any(f"{self.prefix}-{name}" in data for name in read)
        super().__init__(data if posted else None, initial=dict(read))
        self.read = read
        for name in read:
            self.fields[name] = _field(name)

    @property
    def corrections(self) -> dict[str, str]:
        """What differs from what was read. Only of a form that is valid, or that was not posted."""
        if not self.is_bound:
            return {}
        said = {name: _text(self.cleaned_data[name]) for name in self.read}
        return {name: value for name, value in said.items() if value != self.read[name]}


def value_shown(name: str, value: str) -> str:
    """A value in words: a code by its label, names of several in one line."""
    if name in _CHOICES:
        return str(dict(_CHOICES[name]).get(CODES[name](value), value)) if value else ""
    return ", ".join(value.splitlines()) if name in ("relays", "participants") else value


def _field(name: str) -> forms.Field:
    told: dict[str, Any] = {"label": LABELS[name], "required": name in NEEDED}
    if name in _CHOICES:
        return forms.ChoiceField(choices=_CHOICES[name], **told)
    if name in _DATES:
        return PartialDateFormField(label=LABELS[name])
    if name == "count":
        return forms.IntegerField(min_value=1, max_value=999_999, label=str(LABELS[name]), required=False)
    if name == "by":
        told["required"] = False
    widget = forms.Textarea(attrs={"rows": 2, "dir": "auto"}) if name in _LONG else forms.TextInput({"dir": "auto"})
    return forms.CharField(max_length=20_000, help_text=_HELP.get(name, ""), widget=widget, **told)


def _text(value: Any) -> str:
    if value is None:
        return ""
    text = value.edtf if hasattr(value, "edtf") else str(value)
    return text.replace("\r\n", "\n")

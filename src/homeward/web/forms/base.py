"""What all forms of the desk share: how a field is drawn, uncertain dates, and the errors of acts.

In: what was posted. Out: checked values, or the same form with what is wrong beside each field.
Leaves to others: doing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

from homeward.calendars import read_date
from homeward.casework import wording
from homeward.errors import BadDateError, BadInputError, ConflictError, HomewardError, NotAllowedError
from homeward.records import PartialDate

T = TypeVar("T")
_LONGEST_DATE = 60
_OPTION = re.compile(r" \(--[^)]*\)")  # what the command line would type, and nobody types here


def refusal_words(error: HomewardError) -> str:
    """What an act says where it refuses, as a page says it: a sentence, and nothing that only a terminal takes."""
    return wording.first_upper(_OPTION.sub("", str(error)))


class DeskRenderer(TemplatesSetting):
    """Draws every field by ``web/elements/field.html``: label, help, error, then the control."""

    form_template_name = "web/elements/form.html"
    field_template_name = "web/elements/field.html"


class PartialDateFormField(forms.CharField):
    """A date as people write it, in any of our calendars, as precise as they know it."""

    def __init__(self, *, as_of: date | None = None, **options: Any) -> None:
        options.setdefault("required", False)
        options.setdefault(
            "help_text", _("As precise as you know it: 2026-03-14, 2026-03, 2026. Empty if not known.")
        )
        # Not as `max_length`: its validator would ask how long the date is that the text was read as.
        options.setdefault("widget", forms.TextInput(attrs={"maxlength": _LONGEST_DATE}))
        super().__init__(**options)
        self.as_of = as_of

    def to_python(self, value: Any) -> PartialDate | None:  # type: ignore[override]
        """The date; None where nothing was typed."""
        text = super().to_python(value)
        if not text:
            return None
        if len(text) > _LONGEST_DATE:  # not by `max_length`, which would measure the date that was read
            raise forms.ValidationError(_("This is too long for a date."))
        try:
            return PartialDate.read(text)
        except BadDateError:
            pass
        try:
            return read_date(text)
        except BadDateError as error:
            raise forms.ValidationError(refusal_words(error)) from error


class DeskForm(forms.Form):
    """A form whose act may refuse: the refusal is shown where a wrong field would be."""

    use_required_attribute = True

    def attempt(self, act: Callable[[], T]) -> T | None:
        """What the act returns; None where it refused, and the form then says why.

        The act's own check decides; the form only tells. `NotThereError` goes through: from outside it is a page
        that is not there.
        """
        try:
            return act()
        except (BadInputError, ConflictError, NotAllowedError) as error:
            self.add_error(None, refusal_words(error))
            return None

    refusal = ""
    """What an act said that was asked for beside this form, without filling it in."""

    def attempt_unbound(self, act: Callable[[], T]) -> T | None:
        """As `attempt`, for a button beside a form that was not filled in."""
        try:
            return act()
        except (BadInputError, ConflictError, NotAllowedError) as error:
            self.refusal = refusal_words(error)
            return None

    @property
    def status(self) -> int:
        """The status of a page that shows this form again."""
        return 422 if self.is_bound and not self.is_valid() else 200

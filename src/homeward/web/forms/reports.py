"""Reports and what is read in them: what people type to take one in, and to decide on a proposal.

In: what was posted. Out: checked values. Leaves to others: whom the references name (`references_of`, by the view).
"""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from homeward.casework.models import Credibility
from homeward.exchange import Limits
from homeward.findings import words
from homeward.web.forms.base import DeskForm, PartialDateFormField

_LIMITS = Limits()
LANGUAGES = (
    ("", _("as the text shows")), ("ar", _("Arabic")), ("en", _("English")), ("fa", _("Persian")),
    ("fr", _("French")), ("he", _("Hebrew")), ("ru", _("Russian")), ("uk", _("Ukrainian")),
)  # fmt: skip
_REFERENCES = re.compile(r"[\s,;]+")


class ReferencesField(forms.CharField):
    """References such as P3 P12, divided by spaces or commas, as a list."""

    def __init__(self, letters: str, **options: Any) -> None:
        options.setdefault("required", False)
        options.setdefault("max_length", 600)
        super().__init__(**options)
        self.letters = letters

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        """Each reference once, in the order typed."""
        found = [part.upper() for part in _REFERENCES.split(super().to_python(value) or "") if part]
        wrong = [part for part in found if not re.fullmatch(rf"[{self.letters}][0-9]{{1,18}}", part)]
        if wrong:
            raise ValidationError(
                _("%(word)s is not a reference such as %(example)s."),
                params={"word": wrong[0], "example": f"{self.letters[0]}3"},
            )
        return list(dict.fromkeys(found))


class TakeInForm(DeskForm):
    """A report: pasted text or a file. Nothing is fetched from the address; it is kept as words."""

    text = forms.CharField(
        label=_("Text of the report"),
        required=False,
        max_length=2_000_000,
        strip=False,
        help_text=_("Paste the whole text, in its own language. Or choose a file instead."),
        widget=forms.Textarea(attrs={"rows": 12, "dir": "auto", "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        help_text=_("A saved web page, PDF, DOCX, e-mail (.eml) or text file."),
        widget=forms.FileInput(attrs={"accept": ".html,.htm,.xhtml,.pdf,.docx,.txt,.md,.eml,.mht,.mhtml"}),
    )
    part_only = forms.BooleanField(
        label=_("This is only a part of what was published (no silence can be found in it)"), required=False
    )
    publisher = forms.CharField(
        label=_("Published by"),
        required=False,
        max_length=300,
        help_text=_("The outlet or body that published it. May be left empty where the file says so itself."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    published = PartialDateFormField(label=_("Published on"))
    title = forms.CharField(
        label=_("Title"),
        required=False,
        max_length=1000,
        help_text=_("Empty: as the file says, or the first line of a pasted text. It can be changed later."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    language = forms.ChoiceField(label=_("Language"), required=False, choices=LANGUAGES)
    url = forms.CharField(
        label=_("Address where it stands"),
        required=False,
        max_length=2000,
        help_text=_("Kept as words. Homeward fetches nothing from anywhere."),
        widget=forms.TextInput(attrs={"dir": "ltr", "spellcheck": "false", "autocomplete": "off"}),
    )

    def clean_file(self) -> Any:
        """Refused before it is read into memory, if it is larger than any report that is read."""
        file = self.cleaned_data["file"]
        most = min(_LIMITS.max_bytes, _LIMITS.max_article_bytes)
        if file and file.size > most:
            raise ValidationError(
                _("The file has %(size)s bytes; no more than %(most)s are read."),
                params={"size": f"{file.size:,}", "most": f"{most:,}"},
            )
        return file

    def clean(self) -> dict[str, Any]:
        """Either text or a file, never both."""
        known = super().clean() or self.cleaned_data
        text, file = (known.get("text") or "").strip(), known.get("file")
        if not text and not file and not self.errors:
            raise ValidationError(_("There is no text and no file. Paste the text, or choose the file."))
        if text and file:
            raise ValidationError(_("There is a text and a file. Take them in one after the other."))
        if text:
            for name in ("publisher", "published"):
                if not known.get(name) and name not in self.errors:
                    self.add_error(name, _("A pasted text does not say this itself: it must be given."))
        return known


class TitleForm(DeskForm):
    """How the desk calls a report."""

    title = forms.CharField(
        label=_("Title"),
        max_length=300,
        help_text=_("How the desk calls it. Its text and its bytes stay as they came."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )


class DecisionForm(DeskForm):
    """Accept or reject; which of the two comes with the button that was pressed."""

    decision = forms.ChoiceField(choices=[("accept", "accept"), ("reject", "reject")], widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=2000,
        help_text=_("Needed to reject; welcome when you accept."),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    persons = forms.MultipleChoiceField(label=_("Who is meant"), required=False)
    others = ReferencesField("P", label=_("Others who are meant, by reference"))
    answered_list = forms.CharField(required=False, max_length=20)
    credibility = forms.TypedChoiceField(
        label=_("Credibility of the content"),
        required=False,
        coerce=int,
        empty_value=str(int(Credibility.UNJUDGED)),
        choices=list(words.CREDIBILITY.items()),
        initial=int(Credibility.UNJUDGED),
    )

    def __init__(self, data: Any = None, *, people: list[str] | None = None) -> None:
        super().__init__(data)
        field = self.fields["persons"]
        assert isinstance(field, forms.MultipleChoiceField)
        # Whoever may be chosen is decided by `access.resolve`, not by this list.
        field.choices = [(ref, ref) for ref in (people or (data.getlist("persons") if data else []))]

    @property
    def people(self) -> list[str]:
        """References of everybody chosen, each once."""
        return list(dict.fromkeys([*self.cleaned_data["persons"], *self.cleaned_data["others"]]))


class ReasonForm(DeskForm):
    """Why something is taken back."""

    reason = forms.CharField(
        label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )

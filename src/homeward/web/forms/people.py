"""A sought person: what is known of them when they are added, and what becomes known later.

In: what was posted. Out: checked values. Leaves to others: whether somebody like them is there (the views), doing.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from homeward.exchange.nationalities import read_nationalities
from homeward.records import NameKind, Sex, WrittenIdentifier, WrittenName
from homeward.web.forms.base import DeskForm, PartialDateFormField

_LONGEST_NAME = 300
_LONGEST_NUMBER = 100
_MOST_NAMES = 50
SEXES = [("", _("not known")), (Sex.FEMALE, _("female")), (Sex.MALE, _("male")), (Sex.OTHER, _("other"))]


def _line(label: Any, longest: int = 200, **options: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"dir": "auto"})
    return forms.CharField(label=label, required=False, max_length=longest, widget=widget, **options)


class AboutPersonForm(DeskForm):
    """What somebody tells of a sought person: the written forms of the name, and what tells them from others."""

    names = forms.CharField(
        label=_("Names of the sought person"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text=_("Each written form on a line of its own, in any script, the main one first."),
    )
    birth = PartialDateFormField(label=_("Born"))
    sex = forms.ChoiceField(label=_("Sex"), required=False, choices=SEXES)
    father_name = _line(_("Father's name"))
    nationalities = forms.CharField(
        label=_("Nationalities"),
        required=False,
        max_length=200,
        help_text=_("Countries, or two letters each, such as FR LB. Empty if not known."),
    )
    missing_since = PartialDateFormField(label=_("Last free"))
    home_place = _line(_("Home"))
    despite = forms.CharField(
        label=_("Why they are taken in all the same"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )

    def clean_nationalities(self) -> list[str] | None:
        """Codes of countries; None where nothing is known."""
        told = self.cleaned_data["nationalities"].strip()
        codes = told.upper().replace(",", " ").split()
        if not codes or all(len(code) == 2 and code.isascii() for code in codes):  # the act says whether they are any
            return codes or None
        read = read_nationalities(told)
        if read is None:
            return []
        if read[1]:
            raise forms.ValidationError(
                gettext("“%(name)s” is no country that is known here. Write its two letters, such as FR.")
                % {"name": read[1][0]}
            )
        return list(read[0])


class PersonForm(AboutPersonForm):
    """A sought person, added by hand."""

    mother_name = _line(_("Mother's name"))
    place_of_birth = _line(_("Place of birth"))
    number = _line(_("Number of a document"), _LONGEST_NUMBER)
    group_terms = forms.CharField(
        label=_("Words for the group"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text=_(
            "By which reports mean these people together, such as “the fishermen”; each on a line of its own."
        ),
    )
    anew = forms.BooleanField(label=_("It is nobody of these; add somebody new"), required=False)

    def clean_names(self) -> list[WrittenName]:
        """The written forms, the main one first."""
        texts = _lines(self.cleaned_data["names"])
        if not texts:
            raise forms.ValidationError(_("Write at least one written form of the name."))
        return [
            WrittenName(text, NameKind.TRANSLITERATION if place else NameKind.FULL)
            for place, text in enumerate(texts)
        ]

    def clean_group_terms(self) -> list[str]:
        """The words, each by itself."""
        return [line.strip() for line in self.cleaned_data["group_terms"].splitlines() if line.strip()]

    @property
    def told(self) -> dict[str, Any]:
        """What the act that adds a person takes."""
        known = {key: value for key, value in self.cleaned_data.items() if key not in {"number", "anew", "sex"}}
        sex, number = self.cleaned_data["sex"], self.cleaned_data["number"].strip()
        return known | {
            "sex": Sex(sex) if sex else None,
            "identifiers": [WrittenIdentifier(number)] if number else [],
        }


class MoreForm(AboutPersonForm):
    """What became known of a person later: further written forms of the name, and what was not known before."""

    kind = forms.ChoiceField(
        label=_("What they are"),
        choices=[
            (NameKind.TRANSLITERATION, _("the name in another spelling or script")),
            (NameKind.FULL, _("the full name")),
            (NameKind.ALIAS, _("another name by which they are known")),
        ],
    )
    mother_name = _line(_("Mother's name"))
    place_of_birth = _line(_("Place of birth"))
    number = _line(_("Number of a document"), _LONGEST_NUMBER)

    def __init__(self, data: Any = None, *, known: Collection[str] = ()) -> None:
        """`known`: the names of what is known already, and not asked again."""
        super().__init__(data)
        self.fields["names"].label = _("Further written forms of the name")
        self.fields["names"].help_text = _("Each on a line of its own, in any script, as it is written somewhere.")
        for field in known:
            self.fields.pop(field, None)

    def clean_names(self) -> list[str]:
        """The written forms."""
        return _lines(self.cleaned_data["names"])

    def clean(self) -> dict[str, Any]:
        """Something is told."""
        told = super().clean() or self.cleaned_data
        if not self.errors and not any(value for key, value in told.items() if key not in {"kind", "despite"}):
            raise forms.ValidationError(_("Nothing was written."))
        return told

    @property
    def written(self) -> list[WrittenName]:
        """The further names."""
        return [WrittenName(text, NameKind(self.cleaned_data["kind"])) for text in self.cleaned_data["names"]]

    @property
    def facts(self) -> dict[str, Any]:
        """What was not known before."""
        left_out = {"names", "kind", "number", "despite"}
        return {key: value for key, value in self.cleaned_data.items() if key not in left_out and value}

    @property
    def identifiers(self) -> list[WrittenIdentifier]:
        """The number, if one was written."""
        number = self.cleaned_data["number"].strip()
        return [WrittenIdentifier(number)] if number else []


def _lines(text: str) -> list[str]:
    texts = list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
    if len(texts) > _MOST_NAMES or any(len(line) > _LONGEST_NAME for line in texts):
        raise forms.ValidationError(_("At most 50 written forms, of 300 letters each."))
    return texts

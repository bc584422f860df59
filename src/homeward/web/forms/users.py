"""Users, roles, restrictions and new cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.casework.models import Case, Classification, Role
from homeward.web.forms.base import DeskForm

if TYPE_CHECKING:
    _CaseChoice = forms.ModelChoiceField[Case]
else:
    _CaseChoice = forms.ModelChoiceField

ROLES = {
    Role.READER: _("Reader: sees"),
    Role.CASEWORKER: _("Caseworker: sees, enters, judges, takes in files"),
    Role.LIST_OFFICER: _("List officer: a caseworker who also hands lists over"),
    Role.FAMILY_LIAISON: _("Family liaison: sees, enters, works with enquirers"),
    Role.SUPERVISOR: _("Supervisor: all of these, and opens, restricts and unlocks cases"),
    Role.AUDITOR: _("Auditor: reads the audit, and not a single name"),
    Role.ADMINISTRATOR: _("Administrator: adds users and gives roles, and sees no case"),
}
CLEARANCES = {
    Classification.DESK: _("Desk"),
    Classification.CONFIDENTIAL: _("Confidential"),
    Classification.MEDIATOR: _("Confidential to a mediator"),
}


class CaseField(_CaseChoice):
    """A case by its title."""

    def label_from_instance(self, obj: Any) -> str:
        """The title."""
        return str(obj.title)


class NewUserForm(DeskForm):
    """A person who is to work at the desk."""

    username = forms.CharField(label=_("Name for signing in"), max_length=150)
    full_name = forms.CharField(label=_("Full name"), max_length=150, required=False)


class GrantForm(DeskForm):
    """A role, for one case or the whole desk."""

    role = forms.ChoiceField(label=_("Role"), choices=[(role.value, words) for role, words in ROLES.items()])
    case = CaseField(label=_("Case"), queryset=Case.objects.none(), required=False, empty_label=_("The whole desk"))
    clearance = forms.TypedChoiceField(
        label=_("Clearance"), coerce=int, choices=[(level.value, words) for level, words in CLEARANCES.items()]
    )

    def __init__(self, *args: Any, cases: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["case"]
        assert isinstance(field, CaseField)
        field.queryset = cases


class RestrictionForm(DeskForm):
    """What is closed to all who are not cleared for a level."""

    reference = forms.CharField(
        label=_("Reference"), max_length=20, help_text=_("Such as P3 for a person, R5 for a report, C12 for a claim.")
    )
    level = forms.TypedChoiceField(
        label=_("Open only to who is cleared for"),
        coerce=int,
        choices=[(level.value, words) for level, words in CLEARANCES.items() if level],
    )
    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))


class NewCaseForm(DeskForm):
    """A case to be opened."""

    title = forms.CharField(label=_("Title"), max_length=300, help_text=_("As the desk will know it."))
    review_on = forms.DateField(
        label=_("Review on"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class FirstStartForm(DeskForm):
    """Who opens the desk, and its first case."""

    username = forms.CharField(
        label=_("Your name at the desk"), max_length=150, help_text=_("Short; what you do is recorded under it.")
    )
    full_name = forms.CharField(label=_("Your full name"), max_length=150, required=False)
    password = forms.CharField(
        label=_("Password"),
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_(
            "Needed only where several people use the desk; twelve characters or more. Here the key is enough."
        ),
    )
    title = forms.CharField(
        label=_("The first case"), max_length=300, help_text=_("Whom do you look for? Give the case a name.")
    )

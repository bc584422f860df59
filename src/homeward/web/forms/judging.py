"""A judgement: same, different or cannot tell, with its reason."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.records import Verdict
from homeward.web.forms.base import DeskForm


class JudgementForm(DeskForm):
    """The verdict comes with the button that was pressed."""

    verdict = forms.ChoiceField(choices=[(v.value, v.value) for v in Verdict], widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))


class UndoForm(DeskForm):
    """Why something is taken back."""

    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))

"""Contacts between parties, and silence: what was not said where it was to be expected."""

from __future__ import annotations

from django.db import models

from homeward.casework.models.base import AppendOnly, Classification, PartialDateField
from homeward.records import ContactKind, ContactStatus, SilenceVerdict


class Contact(AppendOnly):
    """An exchange with a party or between parties, as recorded by us or as told by a report."""

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="contacts")
    kind = models.CharField(max_length=10, choices=[(k.value, k.value) for k in ContactKind])
    status = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in ContactStatus], default=ContactStatus.HELD
    )
    on = PartialDateField()
    place = models.CharField(max_length=200, blank=True)
    channel = models.CharField(max_length=100, blank=True)
    participants = models.JSONField(default=list, help_text="as named by the source")
    persons_raised = models.ManyToManyField("casework.Person", blank=True, related_name="contacts_raised_in")
    raised_known = models.BooleanField(default=False, help_text="whether it is known which of our people were raised")
    statement = models.ForeignKey(
        "casework.Statement", null=True, blank=True, on_delete=models.PROTECT, related_name="contacts"
    )
    note = models.TextField(blank=True, help_text="our private note; never in a read-out")
    classification = models.PositiveSmallIntegerField(choices=Classification.choices, default=Classification.DESK)


class SilenceFinding(AppendOnly):
    """A person's finding that a relevant text held in full does, or does not, mention our people."""

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="silences")
    event = models.TextField(help_text="the event, and why mention was to be expected")
    contact = models.ForeignKey(Contact, null=True, blank=True, on_delete=models.PROTECT, related_name="silences")
    verdict = models.CharField(max_length=30, choices=[(v.value, v.value) for v in SilenceVerdict])
    explicit_in = models.ForeignKey(
        "casework.Statement",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="silences",
        help_text="where a source says so itself",
    )
    terms = models.JSONField(default=list, help_text="terms searched, as {script, term}")
    note = models.TextField(blank=True)


class Coverage(AppendOnly):
    """One text checked for a silence finding, or one that should have been and is not held."""

    finding = models.ForeignKey(SilenceFinding, on_delete=models.PROTECT, related_name="coverage")
    outlet = models.CharField(max_length=300)
    language = models.CharField(max_length=20, blank=True)
    capture = models.ForeignKey("casework.Capture", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    full_text_held = models.BooleanField()
    verdict = models.CharField(max_length=30, choices=[(v.value, v.value) for v in SilenceVerdict])

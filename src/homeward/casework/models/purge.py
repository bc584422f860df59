"""The one exception to rows that are never deleted: a purge, asked for by one person and confirmed by another.

What stays of whom was purged is the `Purge` row: the number, when, by whom, why, under which rule. Whom it was about
is named by kind and number alone, for the row itself is gone.
"""

from __future__ import annotations

from django.db import models

from homeward.casework.models.base import AppendOnly, Classification


class PurgeKind(models.TextChoices):
    """Who is purged."""

    PERSON = "person", "a sought person"
    ENQUIRER = "enquirer", "an enquirer"


class PurgeRequest(AppendOnly):
    """One person asks that somebody's data be purged."""

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="purge_requests")
    kind = models.CharField(max_length=10, choices=PurgeKind.choices)
    number = models.BigIntegerField()
    reason = models.TextField()
    rule = models.CharField(max_length=200, help_text="under which rule: retention, own objection, court order ...")

    class Meta:
        indexes = [models.Index(fields=["kind", "number"])]


class Purge(AppendOnly):
    """A second person's word on such a request; purged, it is the placeholder, and the only thing that stays."""

    request = models.OneToOneField(PurgeRequest, on_delete=models.PROTECT, related_name="answer")
    purged = models.BooleanField(help_text="False: not purged, with the reason")
    reason = models.TextField(blank=True)
    removed = models.JSONField(
        default=dict, help_text="how many rows of each kind are gone, and in how many others words"
    )
    kept = models.JSONField(default=list, help_text="what stays that may still tell of them: reference and why")
    classification = models.PositiveSmallIntegerField(choices=Classification.choices, default=Classification.DESK)


class Withheld(AppendOnly):
    """A captured file that is given out no more, for it names somebody who was purged."""

    purge = models.ForeignKey(Purge, on_delete=models.PROTECT, related_name="withheld")
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="withheld")
    content = models.ForeignKey("casework.CaptureContent", on_delete=models.PROTECT, related_name="withheld")
    emptied = models.BooleanField(help_text="its bytes are gone; False: another case of the desk holds the same file")

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
    salt = models.CharField(max_length=32, blank=True, help_text="of the fingerprints; the same within a case")


class FingerprintKind(models.TextChoices):
    """What a fingerprint was made of."""

    NUMBER = "number", "a number of a document, or what the desk's own system calls them"
    NAME = "name", "a whole name, where no birth is known on one side"
    NAME_AND_YEAR = "name and year", "a whole name and the year of birth"


class Fingerprint(AppendOnly):
    """By what somebody who was purged is known again if they come in anew (`casework.fingerprints`)."""

    purge = models.ForeignKey(Purge, on_delete=models.PROTECT, related_name="fingerprints")
    kind = models.CharField(max_length=20, choices=FingerprintKind.choices)
    value = models.PositiveIntegerField(help_text="24 bits of a salted hash")


class SoughtAgain(AppendOnly):
    """A supervisor's word that whoever was purged may be taken in again, and why."""

    purge = models.OneToOneField(Purge, on_delete=models.PROTECT, related_name="sought_again")
    reason = models.TextField()


class CameAgain(AppendOnly):
    """Somebody, or a row of a list, taken in although they are like somebody who was purged."""

    purge = models.ForeignKey(Purge, on_delete=models.PROTECT, related_name="came_again")
    person = models.ForeignKey(
        "casework.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="came_again"
    )
    list = models.ForeignKey(
        "casework.List", on_delete=models.PROTECT, null=True, blank=True, related_name="came_again"
    )
    ordinal = models.PositiveIntegerField(null=True, blank=True, help_text="the row of the list")
    reason = models.TextField(blank=True, help_text="empty: whoever entered it may not see that somebody was purged")


class Withheld(AppendOnly):
    """A captured file that is given out no more, for it names somebody who was purged."""

    purge = models.ForeignKey(Purge, on_delete=models.PROTECT, related_name="withheld")
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="withheld")
    content = models.ForeignKey("casework.CaptureContent", on_delete=models.PROTECT, related_name="withheld")
    emptied = models.BooleanField(help_text="its bytes are gone; False: another case of the desk holds the same file")

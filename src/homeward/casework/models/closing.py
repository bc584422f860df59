"""The end of the work: cases and parts closed, contact reduced, days on which what is kept is looked through."""

from __future__ import annotations

from django.db import models

from homeward.casework.models.base import AppendOnly


class Closing(AppendOnly):
    """A person's word that a case, or one person's part in it, is closed, or is open again; the newest one counts."""

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="closings")
    person = models.ForeignKey(
        "casework.Person",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="closings",
        help_text="NULL: the whole case",
    )
    closed = models.BooleanField(help_text="False: open again")
    on = models.DateField()
    reason = models.TextField()
    still_open = models.JSONField(default=dict, help_text="how much of each kind was open, and seen to be so")


class ContactChange(AppendOnly):
    """How an enquirer is contacted about a person from now on: less, or no more. A later enquiry begins anew."""

    enquiry = models.ForeignKey("casework.Enquiry", on_delete=models.PROTECT, related_name="contact_changes")
    ended = models.BooleanField(help_text="we do not contact them any more; they may ask again at any time")
    how = models.CharField(max_length=300, blank=True, help_text="how often and which way from now on")
    follow_up_on = models.DateField(null=True, blank=True, help_text="NULL: the day that was set is cancelled")
    reason = models.TextField()


class RetentionPurpose(models.TextChoices):
    """For what something is kept; each has its own time."""

    PERSON = "person", "what is held about a sought person"
    ENQUIRER = "enquirer", "what is held about who asks"
    CASE = "case", "the rest of a case: reports, lists, contacts"


class RetentionRule(AppendOnly):
    """After how many days what is kept for a purpose is looked through; the newest row for a purpose counts."""

    purpose = models.CharField(max_length=10, choices=RetentionPurpose.choices)
    days = models.PositiveIntegerField()
    reason = models.TextField(blank=True)


class RetentionReview(AppendOnly):
    """A day on which somebody decides whether a thing is kept; set by closing, or by a decision to keep it."""

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="retention_reviews")
    purpose = models.CharField(max_length=10, choices=RetentionPurpose.choices)
    person = models.ForeignKey(
        "casework.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="retention_reviews"
    )
    enquirer = models.ForeignKey(
        "casework.Enquirer", null=True, blank=True, on_delete=models.PROTECT, related_name="retention_reviews"
    )
    due_on = models.DateField()
    closing = models.ForeignKey(
        Closing,
        on_delete=models.PROTECT,
        related_name="reviews",
        help_text="what set it; opened again, the review falls away",
    )


class RetentionDecision(AppendOnly):
    """A person's word at a review: kept until another day, or to be purged; each with its reason."""

    review = models.OneToOneField(RetentionReview, on_delete=models.PROTECT, related_name="decision")
    keep_until = models.DateField(null=True, blank=True, help_text="NULL: to be purged")
    reason = models.TextField()

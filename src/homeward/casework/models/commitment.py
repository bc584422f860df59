"""Promises, and how they were kept."""

from __future__ import annotations

from django.db import models

from homeward.casework.models.base import AppendOnly, Classification, PartialDateField


class Commitment(AppendOnly):
    """A promise with its condition and its date, or none given. It looks fulfilled only when a review says so."""

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="commitments")
    statement = models.ForeignKey("casework.Statement", on_delete=models.PROTECT, related_name="commitments")
    by = models.CharField(max_length=300)
    to = models.CharField(max_length=300, blank=True)
    party = models.ForeignKey("casework.Party", null=True, on_delete=models.PROTECT, related_name="commitments")
    content = models.TextField(help_text="what is promised, in the words used")
    condition = models.TextField(blank=True)
    made_on = PartialDateField()
    due = PartialDateField(help_text="NULL: no date was given")
    persons = models.ManyToManyField("casework.Person", related_name="commitments")
    collective = models.BooleanField(default=False)
    review_every_days = models.PositiveSmallIntegerField(default=30)
    classification = models.PositiveSmallIntegerField(choices=Classification.choices, default=Classification.DESK)


class Grade(models.TextChoices):
    """How a commitment stands, after the grades of United Nations treaty bodies."""

    A = "A", "kept"
    B = "B", "kept in part"
    C = "C", "not kept"
    D = "D", "no reply"


class CommitmentReview(AppendOnly):
    """A look at a commitment on a day: its grade and the evidence."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="reviews")
    on = models.DateField()
    grade = models.CharField(max_length=1, choices=Grade.choices)
    note = models.TextField()
    evidence = models.ManyToManyField("casework.Claim", blank=True, related_name="+")
    next_review_on = models.DateField(null=True, blank=True)

"""Claims: one thing said by one source about one person. Added and withdrawn, never edited."""

from __future__ import annotations

from django.db import models

from homeward.casework.models.base import AppendOnly, Classification, PartialDateField
from homeward.records import ClaimSubject, Polarity


class Credibility(models.IntegerChoices):
    """How credible the content is (Admiralty numbers), apart from how reliable its source is."""

    CONFIRMED = 1, "confirmed by others"
    PROBABLE = 2, "probably true"
    POSSIBLE = 3, "possibly true"
    DOUBTFUL = 4, "doubtful"
    IMPROBABLE = 5, "improbable"
    UNJUDGED = 6, "cannot be judged"


class Claim(AppendOnly):
    """What a source says of a person, resting on a statement or on a row of a list, never on nothing.

    A claim about a whole list or group has no person of its own: `collective` marks each row made from it.
    """

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="claims")
    person = models.ForeignKey("casework.Person", on_delete=models.PROTECT, related_name="claims")
    subject = models.CharField(max_length=20, choices=[(s.value, s.value) for s in ClaimSubject])
    polarity = models.CharField(max_length=14, choices=[(p.value, p.value) for p in Polarity])
    value = models.TextField(blank=True, help_text="what exactly: a place, a state of health; in our words")
    collective = models.BooleanField(default=False, help_text="said of a group, not of this person by name")
    valid_time = PartialDateField(help_text="when it holds of the person")
    asserted_on = PartialDateField(help_text="when the source said so")
    statement = models.ForeignKey(
        "casework.Statement", null=True, blank=True, on_delete=models.PROTECT, related_name="claims"
    )
    item = models.ForeignKey(
        "casework.ListItem", null=True, blank=True, on_delete=models.PROTECT, related_name="claims"
    )
    credibility = models.PositiveSmallIntegerField(choices=Credibility.choices, default=Credibility.UNJUDGED)
    judgement = models.ForeignKey(
        "casework.Judgement",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="claims",
        help_text="the judgement that tied the row to the person; reversing it withdraws the claim",
    )
    answer = models.ForeignKey(
        "casework.Answer", null=True, blank=True, on_delete=models.PROTECT, related_name="claims"
    )
    contradicts = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="contradicted_by",
        help_text="a claim this one takes back, said by the same source",
    )
    classification = models.PositiveSmallIntegerField(choices=Classification.choices, default=Classification.DESK)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(statement__isnull=False) | models.Q(item__isnull=False),
                name="claim_has_its_source",
            )
        ]
        indexes = [models.Index(fields=["person", "subject"])]


class Withdrawal(AppendOnly):
    """A claim taken out of the picture, with the reason. The claim stays readable.

    A withdrawal that came from reversing a judgement is lifted when that reversal is itself reversed.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="withdrawals")
    reason = models.TextField()
    reversal = models.ForeignKey(
        "casework.Judgement",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="withdrawals",
        help_text="the reversal that caused it, if one did",
    )

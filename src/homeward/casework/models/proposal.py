"""What the reading engine proposed about a capture, and what people decided."""

from __future__ import annotations

from django.db import models

from homeward.casework.models.base import AppendOnly


class Proposal(AppendOnly):
    """A proposal anchored to a span of a capture's text; `payload` is `reading.proposals.Proposal` as JSON.

    `entered_by` is who took in the report; the engine proposed it, and nobody has judged it yet.
    """

    capture = models.ForeignKey("casework.Capture", on_delete=models.PROTECT, related_name="proposals")
    kind = models.CharField(max_length=12)
    start = models.PositiveIntegerField()
    stop = models.PositiveIntegerField()
    quote = models.TextField()
    payload = models.JSONField()
    engine = models.CharField(max_length=60)

    class Meta:
        ordering = ["capture_id", "start", "pk"]


class Decision(AppendOnly):
    """A person accepted or rejected a proposal, or reversed such a decision.

    What was recorded on acceptance is kept as `Made` rows, so that a reversal can take all of it back.
    """

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="decisions")
    accepted = models.BooleanField(null=True, help_text="NULL for a reversal")
    reason = models.TextField(blank=True)
    corrected = models.JSONField(
        default=dict, blank=True, help_text="what the person read otherwise, by field (see casework.corrections)"
    )
    reverses = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="reversed_by"
    )

    @property
    def made(self) -> list[tuple[str, int]]:
        """What was recorded on acceptance, as (kind, id) pairs in the order it was made."""
        return [(row.kind, row.object_id) for row in self.results.order_by("pk")]


class Made(models.Model):
    """One thing that was recorded because a proposal was accepted.

    A thing stands while one decision that made it stands; `casework.taken_back` asks that question.
    """

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="results")
    kind = models.CharField(max_length=30, help_text="the model's name in lower case: statement, claim, contact ...")
    object_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "kind", "object_id"], name="made_once_per_decision")
        ]
        indexes = [models.Index(fields=["kind", "object_id"])]


class DocumentTerm(models.Model):
    """A name-part key that occurs in a capture's text: finds the few texts in which a name may stand."""

    capture = models.ForeignKey("casework.Capture", on_delete=models.CASCADE, related_name="terms")
    key = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "capture"], name="term_once_per_capture")]

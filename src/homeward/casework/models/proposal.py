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

    `made` names what was recorded on acceptance, as [kind, id] pairs, so that a reversal can take all of it back.
    """

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="decisions")
    accepted = models.BooleanField(null=True, help_text="NULL for a reversal")
    reason = models.TextField(blank=True)
    made = models.JSONField(default=list)
    reverses = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="reversed_by"
    )


class DocumentTerm(models.Model):
    """A name-part key that occurs in a capture's text: finds the few texts in which a name may stand."""

    capture = models.ForeignKey("casework.Capture", on_delete=models.CASCADE, related_name="terms")
    key = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "capture"], name="term_once_per_capture")]

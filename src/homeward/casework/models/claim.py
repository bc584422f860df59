"""Claims: one thing said by one source about one person. Added and withdrawn, never edited."""

from __future__ import annotations

from django.db import models

from homeward.casework.models.base import AppendOnly, Classification, PartialDateField
from homeward.casework.models.lists import AnswerReversal, holding_id, holding_ids, holding_judgement
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


class SecondReading(AppendOnly):
    """A second person's word that a grave claim was rightly recorded, which is no word on whether it is true."""

    claim = models.OneToOneField(Claim, on_delete=models.PROTECT, related_name="second_reading")
    note = models.TextField(blank=True)


class Withdrawal(AppendOnly):
    """A claim taken out of the picture by a person, with the reason. The claim stays readable."""

    claim = models.OneToOneField(Claim, on_delete=models.PROTECT, related_name="withdrawal")
    reason = models.TextField()


GRAVE = frozenset({ClaimSubject.DEAD, ClaimSubject.HEALTH, ClaimSubject.RELEASED, ClaimSubject.ESCAPED})
"""Death, injury, release, rescue and escape: what is said of these goes through two people (D11)."""


def waits_for_reader(claim: Claim) -> bool:
    """Whether a claim says that somebody is dead, hurt or free, and only one person has seen to it so far."""
    grave = claim.subject in GRAVE and claim.polarity == Polarity.ASSERTS
    return grave and getattr(claim, "second_reading", None) is None


def waiting_for_reader(claims: models.QuerySet[Claim]) -> models.QuerySet[Claim]:
    """Those of the claims that count and wait for a second person; the same rule as `waits_for_reader`."""
    return active_claims_of_all(claims).filter(
        subject__in=GRAVE, polarity=Polarity.ASSERTS, second_reading__isnull=True
    )


def with_activity(claims: models.QuerySet[Claim]) -> models.QuerySet[Claim]:
    """Claims with `active`: whether each counts in the picture now. The one place where this is defined.

    A claim counts unless a person withdrew it. One that was made by an answer counts only while the answer is not
    reversed. One that was made by a judgement counts only while that judgement is the one that holds of its link:
    so reversing a judgement takes its claims out, and reversing the reversal brings the same claims back, without
    a row being written about any of them.
    """
    return claims.annotate(
        active=models.Case(models.When(_counts(), then=True), default=False, output_field=models.BooleanField())
    )


def active_claims(claims: models.QuerySet[Claim]) -> models.QuerySet[Claim]:
    """Those of the claims that count in the picture now; see `with_activity`."""
    return claims.filter(_counts())


def active_claims_of_all(claims: models.QuerySet[Claim]) -> models.QuerySet[Claim]:
    """The same, for questions about a whole case: what takes claims out is looked up once, not for each claim.

    PostgreSQL takes a seventh of the time for fifty thousand claims.
    """
    held = models.Q(judgement__isnull=True) | models.Q(judgement__in=holding_ids())
    answered = models.Q(answer__isnull=True) | ~models.Q(answer__in=AnswerReversal.objects.values("answer"))
    return claims.filter(held & answered).exclude(pk__in=Withdrawal.objects.values("claim"))


def why_inactive(claim: Claim) -> str:
    """In words, why a claim does not count now; empty if it does. For one claim: it asks the database."""
    withdrawal = Withdrawal.objects.filter(claim=claim).first()
    if withdrawal is not None:
        return withdrawal.reason
    if claim.answer is not None:
        reversal = AnswerReversal.objects.filter(answer=claim.answer).first()
        if reversal is not None:
            return reversal.reason
    if claim.judgement is not None:
        holding = holding_judgement(claim.judgement.link)
        if holding is None or holding.pk != claim.judgement_id:
            newest = claim.judgement.link.judgements.order_by("-pk").first()
            return newest.reason if newest is not None else ""
    return ""


def _counts() -> models.Q:
    held = models.Q(judgement__isnull=True) | models.Q(judgement_id=holding_id("judgement__link"))
    return held & models.Q(withdrawal__isnull=True) & models.Q(answer__reversal__isnull=True)

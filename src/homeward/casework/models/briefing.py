"""What relatives are told: briefings frozen as given, and how they were delivered."""

from __future__ import annotations

from django.db import models

from homeward.casework.models.base import AppendOnly, Classification


class Briefing(AppendOnly):
    """A briefing for one enquirer about one person, frozen with its hash."""

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="briefings")
    enquirer = models.ForeignKey("casework.Enquirer", on_delete=models.PROTECT, related_name="briefings")
    person = models.ForeignKey("casework.Person", on_delete=models.PROTECT, related_name="briefings")
    language = models.CharField(max_length=20)
    since = models.DateField(null=True, blank=True)
    until = models.DateField()
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    second_reader = models.ForeignKey("casework.User", null=True, on_delete=models.PROTECT, related_name="+")
    classification = models.PositiveSmallIntegerField(choices=Classification.choices, default=Classification.DESK)


class BriefingLine(AppendOnly):
    """One sentence of a briefing and the claim it cites, or a thing withheld and why."""

    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="lines")
    order = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)
    claim = models.ForeignKey("casework.Claim", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withheld_because = models.TextField(blank=True)


class Delivery(AppendOnly):
    """How a briefing was given: when, by whom, over which channel, reactions and questions."""

    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="deliveries")
    on = models.DateField()
    by = models.CharField(max_length=200)
    channel = models.CharField(max_length=100)
    reactions = models.TextField(blank=True)

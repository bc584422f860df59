"""What relatives are told: drafts, briefings frozen as given, their delivery; and what is for one of them alone."""

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
    section = models.CharField(max_length=20, blank=True, help_text="under which heading it stands")
    commitment = models.ForeignKey(
        "casework.Commitment", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    said_by = models.TextField(blank=True, help_text="who said it and through whom it came, as given")
    quote = models.TextField(blank=True, help_text="the source's own words, as given")
    quote_language = models.CharField(max_length=20, blank=True)
    translation = models.TextField(blank=True)


class Delivery(AppendOnly):
    """How a briefing was given: when, by whom, over which channel, reactions and questions."""

    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="deliveries")
    on = models.DateField()
    by = models.CharField(max_length=200)
    channel = models.CharField(max_length=100)
    reactions = models.TextField(blank=True)


class Reservation(AppendOnly):
    """Whether a claim is for one relative alone, as with what a brother asked not to be told to his sister (D7).

    The newest row about a claim counts; one without an enquirer opens the claim to every relative again.
    """

    claim = models.ForeignKey("casework.Claim", on_delete=models.PROTECT, related_name="reservations")
    enquirer = models.ForeignKey(
        "casework.Enquirer",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="reserved",
        help_text="the only relative who may be told; NULL: every relative may",
    )
    reason = models.TextField()


class BriefingDraft(AppendOnly):
    """A briefing as one person wrote it, before it is frozen. To change anything is to write another."""

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="drafts")
    enquirer = models.ForeignKey("casework.Enquirer", on_delete=models.PROTECT, related_name="drafts")
    person = models.ForeignKey("casework.Person", on_delete=models.PROTECT, related_name="drafts")
    language = models.CharField(max_length=20)
    since = models.DateField(null=True, blank=True)
    until = models.DateField()
    lines = models.JSONField(help_text="in order: section, text, and the claim or commitment cited")
    withheld = models.JSONField(help_text="claim and reason")
    claims = models.ManyToManyField("casework.Claim", related_name="drafts")
    grave = models.BooleanField(help_text="touches death, injury, release or rescue: a second person must read it")
    classification = models.PositiveSmallIntegerField(choices=Classification.choices, default=Classification.DESK)


class DraftDecision(AppendOnly):
    """A person's word on a draft: frozen as a briefing, or sent back with the reason."""

    draft = models.OneToOneField(BriefingDraft, on_delete=models.PROTECT, related_name="decision")
    approves = models.BooleanField(help_text="False: sent back, with the reason")
    reason = models.TextField(blank=True)
    briefing = models.ForeignKey(Briefing, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions")

"""Where words come from: parties, sources, captured bytes, statements and the chains by which they reached us."""

from __future__ import annotations

from django.db import models

from homeward.casework.models.base import AppendOnly, Classification, Entered, PartialDateField
from homeward.records import Attribution, LinkRole, Manner


class PartyKind(models.TextChoices):
    """What kind of body a party is."""

    STATE = "state"
    MINISTRY = "ministry"
    ARMED_GROUP = "armed_group"
    ORGANISATION = "organisation"
    AGENCY = "agency"
    MEDIA = "media"
    PERSON = "person"
    OTHER = "other"


class Reliability(models.TextChoices):
    """How far a source has proved reliable (Admiralty letters)."""

    A = "A", "reliable"
    B = "B", "usually reliable"
    C = "C", "fairly reliable"
    D = "D", "not usually reliable"
    E = "E", "unreliable"
    F = "F", "cannot be judged"


class Party(Entered):
    """A body or person that speaks, holds, relays, publishes or mediates; also a source, with its reliability."""

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="parties")
    name = models.CharField(max_length=300)
    other_names = models.JSONField(default=list, blank=True)
    kind = models.CharField(max_length=20, choices=PartyKind.choices, default=PartyKind.OTHER)
    reliability = models.CharField(max_length=1, choices=Reliability.choices, default=Reliability.F)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    protected = models.BooleanField(default=False, help_text="a source whose name never leaves the desk")

    class Meta:
        # Not unique: who may not see one of that name must not learn from a refusal that it is there.
        indexes = [models.Index(fields=["case", "name"])]


class CaptureContent(models.Model):
    """The bytes of a captured file, kept apart so that listing captures does not load them."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    content = models.BinaryField()
    size_bytes = models.PositiveBigIntegerField()


class Capture(AppendOnly):
    """A file or page as received: its bytes, their hash, when and how it was captured, and the text in it."""

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="captures")
    content = models.ForeignKey(CaptureContent, on_delete=models.PROTECT, related_name="captures")
    file_name = models.CharField(max_length=300)
    format = models.CharField(max_length=20)
    url = models.CharField(max_length=2000, blank=True)
    how = models.CharField(max_length=100, help_text="how it was captured: file, pasted, e-mail ...")
    title = models.TextField(blank=True, help_text="how the desk calls it; the one thing of it that may be changed")
    author = models.CharField(max_length=300, blank=True)
    publisher = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="published")
    published = PartialDateField()
    language = models.CharField(max_length=20, blank=True)
    text = models.TextField(blank=True, help_text="the text spans refer to; empty for a list")
    complete = models.BooleanField(default=True, help_text="whether the text is held in full")
    copies = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="copied_by",
        help_text="an earlier capture of which this text is a near copy",
    )
    copy_similarity = models.FloatField(null=True, blank=True)
    classification = models.PositiveSmallIntegerField(choices=Classification.choices, default=Classification.DESK)

    class Meta:
        # Not unique: who may not see the one that holds these bytes takes them in as new.
        indexes = [models.Index(fields=["case", "content"])]


class TextPrint(models.Model):
    """A fingerprint of a capture's text: copies share some. Made by `casework.near_copies`, from the text alone.

    The case stands here, too, so that one index answers which captures of a case have it; nothing else is asked.
    """

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+", db_index=False)
    value = models.BigIntegerField()
    capture = models.ForeignKey(Capture, on_delete=models.CASCADE, related_name="+", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "value", "capture"], name="print_once_per_capture")]


class Statement(AppendOnly):
    """Words uttered or published: the original and its span; translation and inference stay apart from it."""

    capture = models.ForeignKey(Capture, on_delete=models.PROTECT, related_name="statements")
    text = models.TextField(help_text="the original words, exactly as captured")
    language = models.CharField(max_length=20, blank=True)
    start = models.PositiveIntegerField(null=True, blank=True)
    stop = models.PositiveIntegerField(null=True, blank=True)
    manner = models.CharField(max_length=12, choices=[(m.value, m.value) for m in Manner], default=Manner.SAID)
    direct = models.BooleanField(default=False)
    said_on = PartialDateField()
    translation = models.TextField(blank=True)
    translated_by = models.CharField(max_length=200, blank=True)
    repeats = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="repeated_by")
    classification = models.PositiveSmallIntegerField(choices=Classification.choices, default=Classification.DESK)


class ChainLink(AppendOnly):
    """One actor through whom a statement came, in order: speaker, relays, publisher, reader."""

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="chain")
    order = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=10, choices=[(r.value, r.value) for r in LinkRole])
    name = models.CharField(max_length=300, help_text="as the source names the actor")
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="chain_links")
    attribution = models.CharField(max_length=10, choices=[(a.value, a.value) for a in Attribution])
    said_on = PartialDateField()

    class Meta:
        ordering = ["statement_id", "order"]
        constraints = [models.UniqueConstraint(fields=["statement", "order"], name="one_link_a_place")]

"""Cases, and those who ask: enquirers, their enquiries, consents and what was disclosed."""

from __future__ import annotations

from django.db import models

from homeward.casework.models.base import AppendOnly, Entered, PartialDateField


class Case(Entered):
    """A search worked on together; holds people, lists, captures and contacts."""

    title = models.CharField(max_length=300, db_index=True)
    opened_on = models.DateField()
    review_on = models.DateField(null=True, blank=True)
    lead = models.ForeignKey("casework.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    locked = models.BooleanField(default=False, help_text="nothing may be read or written until unlocked")


class Enquirer(Entered):
    """A person who asks about a relative. Walled from other enquirers about the same person."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="enquirers")
    name = models.CharField(max_length=300)
    language = models.CharField(max_length=20, blank=True)
    safe_contact = models.TextField(blank=True, help_text="channel, hours, what not to say; never leaves the desk")


class Enquiry(AppendOnly):
    """What an enquirer asked about a sought person."""

    enquirer = models.ForeignKey(Enquirer, on_delete=models.PROTECT, related_name="enquiries")
    person = models.ForeignKey("casework.Person", on_delete=models.PROTECT, related_name="enquiries")
    relation = models.CharField(max_length=100)
    channel = models.CharField(max_length=100)
    asked_on = models.DateField()
    questions = models.TextField()
    reference = models.CharField(max_length=20, unique=True)
    follow_up_on = models.DateField(null=True, blank=True)


class ConsentPurpose(models.TextChoices):
    """What a consent is for; each purpose is given and withdrawn alone."""

    TRACE = "trace"
    SHARE = "share_with_party"
    PUBLISH = "publish"
    MEDIA = "media"
    STATISTICS = "statistics"


class Consent(AppendOnly):
    """Consent for one purpose, with its wording. Given or withdrawn; the latest row for a purpose counts."""

    enquirer = models.ForeignKey(Enquirer, on_delete=models.PROTECT, related_name="consents")
    person = models.ForeignKey("casework.Person", on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=20, choices=ConsentPurpose.choices)
    scope = models.CharField(max_length=300, blank=True, help_text="which party, which outlet")
    given = models.BooleanField(help_text="True: given; False: withdrawn")
    on = models.DateField()
    wording = models.TextField()


class HarmAssessment(AppendOnly):
    """Why it does no harm to disclose a person, who cannot consent, to a party; the legal basis relied on.

    It covers the party and the fields that it was made for, and nothing else.
    """

    person = models.ForeignKey("casework.Person", on_delete=models.PROTECT, related_name="harm_assessments")
    recipient = models.ForeignKey("casework.Party", on_delete=models.PROTECT, related_name="+")
    legal_basis = models.TextField()
    assessment = models.TextField()
    allows = models.BooleanField()
    fields = models.JSONField(
        null=True, help_text="what would leave, as it was assessed; NULL: not recorded, and so it allows nothing more"
    )


class Disclosure(AppendOnly):
    """What left the desk about a person: fields, to whom, why, approved by whom."""

    person = models.ForeignKey("casework.Person", on_delete=models.PROTECT, related_name="disclosures")
    recipient = models.ForeignKey("casework.Party", null=True, on_delete=models.PROTECT, related_name="+")
    recipient_words = models.CharField(max_length=300, blank=True)
    fields = models.JSONField(default=list)
    purpose = models.TextField()
    on = PartialDateField()
    approved_by = models.ForeignKey("casework.User", null=True, on_delete=models.PROTECT, related_name="+")
    handover = models.ForeignKey("casework.Handover", null=True, on_delete=models.PROTECT, related_name="disclosures")

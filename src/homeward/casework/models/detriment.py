"""What of a person may do harm if a party learns of it, and so never leaves to one (GC IV, art. 137; D4)."""

from __future__ import annotations

from django.db import models

from homeward.casework.models.base import AppendOnly


class DetrimentItem(models.TextChoices):
    """What is kept back: the whole person, or one thing that is known of them."""

    PERSON = "person"
    BIRTH = "birth"
    NATIONALITIES = "nationalities"
    FATHER_NAME = "father_name"
    MOTHER_NAME = "mother_name"
    SEX = "sex"
    PLACE_OF_BIRTH = "place_of_birth"
    HOME_PLACE = "home_place"
    MISSING_SINCE = "missing_since"
    IDENTIFIERS = "identifiers"
    OTHER_NAMES = "other_names"


class Detriment(AppendOnly):
    """A person's word that something is detrimental, or is so no longer; the newest row for an item counts."""

    person = models.ForeignKey("casework.Person", on_delete=models.PROTECT, related_name="detriments")
    item = models.CharField(max_length=20, choices=DetrimentItem.choices)
    detrimental = models.BooleanField(help_text="False: taken back, with the reason")
    to_agency = models.BooleanField(default=False, help_text="a tracing agency, and nobody else, may have it")
    reason = models.TextField()

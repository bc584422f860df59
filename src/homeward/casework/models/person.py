"""Sought people. A person has no name column: names are written forms, each from somewhere."""

from __future__ import annotations

from django.db import models

from homeward.casework.models.base import AppendOnly, Entered, PartialDateField
from homeward.records import NameKind, Sex


class Person(Entered):
    """A sought person in a case. Birth and the like are as the enquirer gives them; fate is never here."""

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="people")
    external_id = models.CharField(max_length=100, blank=True)
    birth = PartialDateField()
    sex = models.CharField(max_length=10, blank=True, choices=[(s.value, s.value) for s in Sex])
    nationalities = models.JSONField(null=True, blank=True, help_text="ISO 3166-1 alpha-2; NULL: not known")
    father_name = models.CharField(max_length=200, blank=True)
    mother_name = models.CharField(max_length=200, blank=True)
    place_of_birth = models.CharField(max_length=200, blank=True)
    home_place = models.CharField(max_length=200, blank=True)
    missing_since = PartialDateField(help_text="when the person was last free, as told by the enquirer")
    group_terms = models.JSONField(
        default=list, blank=True, help_text="words by which reports mean this person's group"
    )

    class Meta:
        # Not unique: who may not see the one with that id must not learn from a refusal that it is there.
        indexes = [models.Index(fields=["case", "external_id"])]


class NameForm(AppendOnly):
    """A written form of a person's name, untouched, with where it was written so."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="name_forms")
    text = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in NameKind], default=NameKind.FULL)
    script = models.CharField(max_length=4, blank=True)
    language = models.CharField(max_length=20, blank=True)
    written_in = models.ForeignKey("casework.Capture", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["person_id", "pk"]
        # Not unique: a form known from a closed source is not there for who may not see that source.
        indexes = [models.Index(fields=["person", "text", "kind"])]


class Identifier(AppendOnly):
    """A number that some authority gave a person."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="identifiers")
    kind = models.CharField(max_length=40)
    value = models.CharField(max_length=100)
    country = models.CharField(max_length=2, blank=True)

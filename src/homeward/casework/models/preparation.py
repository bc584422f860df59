"""Lists prepared for a party and not yet ours to hand over: what exactly would leave, and a second person's word."""

from __future__ import annotations

from django.db import models

from homeward.casework.models.base import AppendOnly


class Preparation(AppendOnly):
    """A list as one person prepared it: the very bytes that would leave. To change anything is to prepare anew.

    A document in an exchange format is prepared in the same way. It has no script; `meanings` is then the object that
    says what was asked for, and each of `rows` holds the seed of the person's numbers and what leaves, field by field
    (`casework.exporting`, `actions.exports`).
    """

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="preparations")
    recipient = models.ForeignKey("casework.Party", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=300)
    purpose = models.CharField(max_length=300, blank=True)
    fields = models.JSONField(help_text="what leaves of each person beside number and name")
    script = models.CharField(max_length=4, help_text="ISO 15924: in which the recipient reads")
    headings = models.JSONField()
    meanings = models.JSONField(help_text="per heading, what its cells mean")
    rows = models.JSONField(help_text="in order: person, and cells as they leave")
    persons = models.ManyToManyField("casework.Person", related_name="preparations")
    content = models.ForeignKey("casework.CaptureContent", on_delete=models.PROTECT, related_name="+")

    @property
    def is_export(self) -> bool:
        """Whether it is a document in an exchange format, and no list."""
        return not self.script


class Approval(AppendOnly):
    """A second person's word on a prepared list; approved, it becomes a list of ours.

    What leaves in an exchange format becomes no list; and where nothing in it is grave, whoever prepared it may say
    that it leaves.
    """

    preparation = models.OneToOneField(Preparation, on_delete=models.PROTECT, related_name="approval")
    approves = models.BooleanField(help_text="False: sent back, with the reason")
    reason = models.TextField(blank=True)
    list = models.ForeignKey(
        "casework.List", null=True, blank=True, on_delete=models.PROTECT, related_name="approvals"
    )


class ListPdf(AppendOnly):
    """An approved list as pages: the very bytes that were first given out, and that are given out ever after.

    They are kept, and not set anew: another typesetter or typeface would make another file.
    """

    list = models.OneToOneField("casework.List", on_delete=models.PROTECT, related_name="as_pdf")
    content = models.ForeignKey("casework.CaptureContent", on_delete=models.PROTECT, related_name="+")

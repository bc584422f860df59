"""The audit: every act and every read of a person's data, each row hashed together with the row before it."""

from __future__ import annotations

from django.db import models


class AuditEvent(models.Model):
    """One row of the hash chain. Written by `casework.audit` only.

    `hash` is SHA-256 over the row's own fields and the previous row's hash; `number` runs without a gap from 1.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    user = models.CharField(max_length=150)
    act = models.CharField(max_length=60)
    case_id = models.BigIntegerField(null=True)
    about = models.JSONField(help_text="kinds and ids of what was changed or read; never a name or a cell")
    detail = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)


class AuditHead(models.Model):
    """The number and hash of the newest event, so that cutting off the end is noticed; one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)

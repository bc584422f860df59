"""Who works at the desk, and what each may do in which case."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac

from homeward.casework.models.base import Classification, Entered


class Role(models.TextChoices):
    """The roles of a desk. What each may do is said once, in `casework.access`."""

    READER = "reader"
    CASEWORKER = "caseworker"
    LIST_OFFICER = "list_officer"
    FAMILY_LIAISON = "family_liaison"
    SUPERVISOR = "supervisor"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class User(AbstractUser):
    """A person who works at the desk."""

    session_round = models.PositiveIntegerField(
        default=0, help_text="raised to end every session of this user at once"
    )

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session must fit to be this user's: it no longer does once the password or the round has changed."""
        salt = "homeward.casework.models.User.session"
        held = f"{self.session_round} {self.password}"
        return salted_hmac(salt, held, secret=secret, algorithm="sha256").hexdigest()


class Grant(models.Model):
    """A role given to a user, for one case or, without a case, for the whole desk."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="grants")
    case = models.ForeignKey("casework.Case", null=True, blank=True, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=Role.choices)
    clearance = models.PositiveSmallIntegerField(choices=Classification.choices, default=Classification.DESK)
    granted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    granted_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)


class Restriction(Entered):
    """A case, person or item closed to all but some: the higher of this and its own classification counts."""

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="restrictions")
    kind = models.CharField(max_length=30, help_text="what is restricted: person, capture, claim, list ...")
    object_id = models.BigIntegerField()
    level = models.PositiveSmallIntegerField(choices=Classification.choices)
    reason = models.TextField()
    lifted_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["kind", "object_id"])]

"""What stored things share: who entered them and when, uncertain dates, and rows that are never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from homeward.errors import ConflictError
from homeward.records import PartialDate

if TYPE_CHECKING:
    _DateColumn = models.CharField[PartialDate | str | None, PartialDate | None]
else:
    _DateColumn = models.CharField


class PartialDateField(_DateColumn):
    """Stores a `PartialDate` as its EDTF text; NULL where nothing is known."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 40)
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> PartialDate | None:
        """The stored text as a date."""
        return PartialDate(value) if value else None

    def to_python(self, value: Any) -> PartialDate | None:
        """Text or date as a date, checked."""
        if value in (None, "") or isinstance(value, PartialDate):
            return value or None
        return PartialDate.read(str(value))

    def get_prep_value(self, value: Any) -> str | None:
        """The EDTF text to store."""
        read = self.to_python(value)
        return read.edtf if read else None


class Classification(models.IntegerChoices):
    """How far a thing may travel inside the desk; what is derived is at least as high as its sources."""

    DESK = 0, "desk"
    CONFIDENTIAL = 1, "confidential"
    MEDIATOR = 2, "confidential to a mediator"


class Entered(models.Model):
    """Entered by a user of the desk at a moment."""

    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True


class AppendOnly(Entered):
    """Written once. What turns out wrong is answered by a new row, never by a change."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new row.

        Raises:
            ConflictError: the row is already stored.
        """
        if self.pk is not None and not self._state.adding:
            raise ConflictError(
                f"a stored {self._meta.verbose_name} is never changed",
                "Withdraw or reverse it and add a new one.",
            )
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused: see the class."""
        raise ConflictError(f"a stored {self._meta.verbose_name} is never deleted", "Withdraw or reverse it.")

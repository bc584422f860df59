"""Files that are given out no more, because somebody in them was purged.

In: a file's hash, a case. Out: whether it is withheld, or a refusal; which cases hold it or withhold it.
Leaves to others: withholding (`actions.purges`).
"""

from __future__ import annotations

from django.utils.translation import gettext

from homeward.casework.models import Capture, Case, ListPdf, Preparation, Withheld
from homeward.errors import ConflictError


def is_withheld(case: Case, sha256: str) -> bool:
    """Whether a case gives this file out no more."""
    return Withheld.objects.filter(case=case, content=sha256).exists()


def refuse_withheld(case: Case, sha256: str) -> None:
    """Refuse to give out, or to take in again, what this case withholds; what others withhold tells nothing here.

    Raises:
        ConflictError: it is withheld.
    """
    if is_withheld(case, sha256):
        raise ConflictError(
            gettext("this file is withheld, for somebody in it was purged"),
            gettext("Prepare a list anew; of a report its text stays, without them."),
            kind="withheld",
        )


def cases_holding(sha256: str) -> set[int]:
    """Ids of the cases that something with these bytes was kept in, also of those that give it out no more."""
    held = Capture.objects.filter(content=sha256).values_list("case")
    prepared = Preparation.objects.filter(content=sha256).values_list("case")
    pdfs = ListPdf.objects.filter(content=sha256).values_list("list__case")
    return {pk for (pk,) in held.union(prepared, pdfs)}


def cases_withholding(sha256: str) -> set[int]:
    """Ids of the cases that give this file out no more."""
    return set(Withheld.objects.filter(content=sha256).values_list("case", flat=True))

"""Whether the bytes that were captured are still the bytes that were captured.

In: the case file. Out: an `EvidenceReport`: how many captures were read, and the first whose bytes do not fit the
hash under which they are stored.
Leaves to others: the chain of events (`audit`); keeping ordinary programs from changing bytes (`append_only`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from homeward.casework import access
from homeward.casework.models import Capture, CaptureContent, Withheld
from homeward.casework.withheld import cases_holding, cases_withholding


@dataclass(frozen=True, slots=True)
class EvidenceReport:
    """What a reading of all captured bytes found.

    Attributes:
        ok: every one fits its hash.
        read: how many were read.
        first_bad: the hash under which the first that does not fit is stored; empty where all fit.
        captures: references of the captures that rest on it. No name or title: whoever audits need not know one.
        wrong: what is wrong, in words.
        withheld: how many were emptied by a purge; of these nothing is left to compare.
    """

    ok: bool
    read: int
    first_bad: str = ""
    captures: tuple[str, ...] = ()
    wrong: str = ""
    withheld: int = 0


def verify_captures(progress: Callable[[int, int], None] | None = None) -> EvidenceReport:
    """Read all captured bytes and compare each with its hash; stops at the first that does not fit.

    Args:
        progress: called with (done, total).
    """
    emptied = set(Withheld.objects.filter(emptied=True).values_list("content", flat=True))
    hashes = list(CaptureContent.objects.order_by("sha256").values_list("sha256", flat=True))
    gone = 0
    for done, stored in enumerate(hashes, 1):
        # One at a time: a capture may be as large as memory allows.
        row = CaptureContent.objects.get(pk=stored)
        content = bytes(row.content)
        found = hashlib.sha256(content).hexdigest()
        wrong = ""
        if stored in emptied and not (content and cases_holding(stored) - cases_withholding(stored)):
            wrong = f"a purge emptied it, and there are {len(content)} bytes" if content or row.size_bytes else ""
            gone += 1
        elif found != stored:
            wrong = f"the bytes have the hash {found}"
        elif len(content) != row.size_bytes:
            wrong = f"there are {len(content)} bytes, and {row.size_bytes} are noted"
        if wrong:
            refs = tuple(access.ref_of(capture) for capture in Capture.objects.filter(content=row).order_by("pk"))
            return EvidenceReport(False, done, stored, refs, wrong)
        if progress:
            progress(done, len(hashes))
    return EvidenceReport(True, len(hashes) - gone, withheld=gone)

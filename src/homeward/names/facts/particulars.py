"""Sex, nationality, and the day on which a person was taken.

In: two records. Out: a `Finding` each, or None where one side knows nothing.
Leaves to others: what a level is worth (`levels`).
"""

from __future__ import annotations

from functools import lru_cache

from homeward.names.facts.findings import Finding, Tells, found
from homeward.names.facts.levels import CAPTURED_DAYS, CAPTURED_STRETCHES, NATIONALITY, SEX
from homeward.records import PartialDate, PersonRecord, Sex


def compare_sexes(a: PersonRecord, b: PersonRecord) -> Finding | None:
    """Compare sex as recorded; "other" is compared with nothing, since lists rarely have a word for it."""
    if a.sex is None or b.sex is None or Sex.OTHER in (a.sex, b.sex):
        return None
    level = "same" if a.sex is b.sex else "differs"
    words = f"{a.sex} on both sides" if a.sex is b.sex else f"{a.sex} on the left, {b.sex} on the right"
    return found("sex", a.sex, b.sex, level, SEX[level].bits, words)


def compare_nationalities(a: PersonRecord, b: PersonRecord) -> Finding | None:
    """Compare sets of nationalities: one in common is agreement; known to be none is not the same as not known."""
    if a.nationalities is None or b.nationalities is None:
        return None
    ours, theirs = set(a.nationalities), set(b.nationalities)
    left, right = ", ".join(a.nationalities) or "none", ", ".join(b.nationalities) or "none"
    if not ours and not theirs:
        level, words = "none on both sides", "known to be none on both sides"
    elif not ours or not theirs:
        level, words = "none on one side", f"{left} on the left, {right} on the right"
    elif ours == theirs:
        level, words = "same", f"{left} on both sides"
    elif ours & theirs:
        level, words = "one in common", f"{left} and {right} have {', '.join(sorted(ours & theirs))} in common"
    else:
        level, words = "differs", f"{left} on the left, {right} on the right"
    return found("nationality", left, right, level, NATIONALITY[level].bits, words, Tells.FAMILY)


def compare_captures(a: PersonRecord, b: PersonRecord) -> Finding | None:
    """Compare when the deprivation of liberty began."""
    if a.captured_on is None or b.captured_on is None:
        return None
    left, right = a.captured_on.edtf, b.captured_on.edtf
    ours, theirs = _days(left), _days(right)
    if ours is None or theirs is None:
        return None
    (first, last, sure), (start, stop, certain) = ours, theirs
    gap = max(start - last, first - stop)
    exact = first == last and start == stop and sure and certain
    if gap <= 0:
        level = "same" if exact else "fits"
        years = max(last - first, stop - start) / 365
        bits = CAPTURED_DAYS[level].bits if exact else CAPTURED_STRETCHES[level].bits_over(years)
        words = f"{left} on both sides" if left == right else f"{left} and {right} fit together"
        return found("captured", left, right, level, bits, words)
    table = CAPTURED_DAYS if exact else CAPTURED_STRETCHES
    rungs = ((7, "within 7 days"), (31, "within 31 days"), (366, "within 1 year"))
    level = next((name for most, name in rungs if gap <= most and name in table), "apart")
    return found("captured", left, right, level, table[level].bits, f"{left} and {right} are {gap} days apart")


@lru_cache(maxsize=16384)
def _days(edtf: str) -> tuple[int, int, bool] | None:
    """Ordinals of the first and last day, and whether no doubt is marked; None where an end is open."""
    written = PartialDate(edtf)
    first, last = written.earliest, written.latest
    return (first.toordinal(), last.toordinal(), not written.qualifier) if first and last else None

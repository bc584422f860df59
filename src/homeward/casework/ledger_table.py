"""The promise ledger as a table: for a file that is given out, or opened in a spreadsheet.

In: lines of the ledger. Out: headings, in the language that is active, and a row for each promise.
Leaves to others: which promises (`queries`), writing the file (`exchange.write_rows`, which escapes formulas).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext

from homeward.casework import wording
from homeward.casework.results import NO_DUE, PromiseLine


def promise_table(lines: Iterable[PromiseLine]) -> tuple[tuple[str, ...], list[Sequence[Any]]]:
    """The ledger with everything that its page shows, and by whom each promise came to us."""
    headings = (
        gettext("Reference"),
        gettext("The words"),
        gettext("Condition"),
        gettext("Promised by"),
        gettext("Promised to"),
        gettext("About"),
        gettext("Said of a whole group"),
        gettext("Made on"),
        gettext("Age in days"),
        gettext("Due"),
        gettext("Overdue"),
        gettext("Grade"),
        gettext("How it stands"),
        gettext("Last review"),
        gettext("What was found"),
        gettext("Next review"),
        gettext("Who said it, and through whom it came"),
        gettext("Source"),
        gettext("Published"),
        gettext("Reliability of the source"),
        "SHA-256",
    )
    return headings, [_row(line) for line in lines]


def _row(line: PromiseLine) -> Sequence[Any]:
    source = line.source
    return (
        line.ref,
        line.content.text,
        line.condition.text if line.condition is not None else "",
        line.by,
        line.to,
        "; ".join(line.persons),
        _yes(line.collective),
        str(line.made_on or ""),
        line.age_days,
        gettext("none given") if line.due == NO_DUE else line.due,
        _yes(line.overdue),
        line.grade,
        line.grade_words,
        line.last_review,
        line.review_note,
        line.next_review,
        " → ".join(f"{wording.stored_words(link.role)}: {link.name}" for link in line.chain),
        ", ".join(part for part in (source.ref, source.publisher, source.title, source.place) if part),
        str(source.published or ""),
        source.reliability,
        source.sha256,
    )


def _yes(truth: bool) -> str:
    return gettext("yes") if truth else gettext("no")

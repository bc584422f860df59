"""Everything held: each captured file, of what it is a copy, and what was wrong with it.

In: captures and lists. Out: one line each, in the order in which they came. Their text is not loaded.
"""

from __future__ import annotations

from django.utils.translation import gettext

from homeward.casework.access import ref_of
from homeward.casework.models import Capture
from homeward.casework.queries.ground import Ground
from homeward.casework.queries.shown import party_name
from homeward.casework.results import ShownCapture


def source_lines(ground: Ground) -> tuple[ShownCapture, ...]:
    """The list of sources."""
    return tuple(_line(ground, capture) for capture in ground.captures)


def capture_ref(ground: Ground, capture: Capture) -> str:
    """A list is named as a list, everything else as a report."""
    stored = ground.list_of_capture.get(capture.pk)
    return ref_of(stored) if stored is not None else ref_of(capture)


def _line(ground: Ground, capture: Capture) -> ShownCapture:
    stored = ground.list_of_capture.get(capture.pk)
    return ShownCapture(
        ref=capture_ref(ground, capture),
        title=stored.title if stored is not None else capture.title or capture.file_name,
        publisher=party_name(stored.publisher or stored.author if stored is not None else capture.publisher),
        published=stored.as_of if stored is not None else capture.published,
        format=capture.format,
        language=capture.language,
        sha256=capture.content_id,
        complete=capture.complete,
        copy_of=_copy_words(ground, capture),
        rows=ground.row_counts.get(stored.pk, 0) if stored is not None else None,
        faults=len(stored.problems) if stored is not None else 0,
    )


def _copy_words(ground: Ground, capture: Capture) -> str:
    original = ground.captures_by_id.get(capture.copies_id or 0)
    if original is None:  # no copy, or a copy of something that this user may not see
        return ""
    alike = (
        gettext(" ({percent} the same text)").format(percent=f"{capture.copy_similarity:.0%}")
        if capture.copy_similarity is not None
        else ""
    )
    return f"{capture_ref(ground, original)}{alike}"

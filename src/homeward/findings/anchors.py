"""Which reference stands where on the page, so that "C14" in a sentence is a link and no id is given twice.

In: the findings. Out: ids by reference. Leaves to others: writing the links. A claim about a whole list can stand in
the picture of several people; its link then leads to the one in the same person's picture, else to the first.
"""

from __future__ import annotations

from collections.abc import Mapping

from homeward.casework.results import Findings, PersonPicture


def claim_id(person: PersonPicture, ref: str) -> str:
    """The id of a claim in one person's picture."""
    return f"{person.ref}-{ref}"


def find_anchors(findings: Findings, shown_candidates: frozenset[str]) -> dict[str, str]:
    """The id of everything that the page shows once. The first section that shows a reference owns it."""
    anchors: dict[str, str] = {}
    for person in findings.people:
        anchors.setdefault(person.ref, person.ref)
        for line in (*person.lines, *person.withdrawn):
            anchors.setdefault(line.ref, claim_id(person, line.ref))
    for candidate in findings.candidates:
        if candidate.ref in shown_candidates:
            anchors.setdefault(candidate.ref, candidate.ref)
    for group, prefix in (
        (findings.sources, "source"),
        (findings.proposals, "proposal"),
        (findings.promises, "promise"),
        (findings.silences, "silence"),
        (findings.grid.columns, "grid"),
    ):
        for shown in group:
            anchors.setdefault(shown.ref, f"{prefix}-{shown.ref}")
    return anchors


def anchors_within(person: PersonPicture, anchors: Mapping[str, str]) -> dict[str, str]:
    """The anchors as a sentence about one person needs them: that person's own claims first."""
    own = {line.ref: claim_id(person, line.ref) for line in (*person.lines, *person.withdrawn)}
    return {**anchors, **own}

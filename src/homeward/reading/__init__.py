"""The report engine: a document's text in, proposals with exact spans out. Knows no framework and no case file."""

from homeward.reading.copies import (
    Likeness,
    Worded,
    copy_similarity,
    fingerprints,
    likeness,
    probes,
    usual_runs,
    worded,
)
from homeward.reading.document import Document
from homeward.reading.proposals import (
    Proposal,
    ProposalKind,
    ProposedLink,
    ReadDate,
    Reading,
    SoughtMention,
    Span,
    proposal_from_json,
    proposal_to_json,
)
from homeward.reading.propose import read

__all__ = [
    "Document",
    "Likeness",
    "Proposal",
    "ProposalKind",
    "ProposedLink",
    "ReadDate",
    "Reading",
    "SoughtMention",
    "Span",
    "Worded",
    "copy_similarity",
    "fingerprints",
    "likeness",
    "probes",
    "proposal_from_json",
    "proposal_to_json",
    "read",
    "usual_runs",
    "worded",
]

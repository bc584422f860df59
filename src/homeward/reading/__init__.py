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
from homeward.reading.part_of_group import speaks_of_part
from homeward.reading.proposals import (
    Entity,
    EntityKind,
    Proposal,
    ProposalKind,
    ProposedLink,
    ReadDate,
    Reading,
    ReadStatement,
    SoughtMention,
    Span,
    proposal_from_json,
    proposal_to_json,
)
from homeward.reading.propose import read
from homeward.reading.sameness import Said, Sameness, SamenessVerdict, Teller, same_statement
from homeward.reading.translation_marks import MARK_WITHIN, translated_from
from homeward.reading.wordings import wording_keys

__all__ = [
    "MARK_WITHIN",
    "Document",
    "Entity",
    "EntityKind",
    "Likeness",
    "Proposal",
    "ProposalKind",
    "ProposedLink",
    "ReadDate",
    "ReadStatement",
    "Reading",
    "Said",
    "Sameness",
    "SamenessVerdict",
    "SoughtMention",
    "Span",
    "Teller",
    "Worded",
    "copy_similarity",
    "fingerprints",
    "likeness",
    "probes",
    "proposal_from_json",
    "proposal_to_json",
    "read",
    "same_statement",
    "speaks_of_part",
    "translated_from",
    "usual_runs",
    "worded",
    "wording_keys",
]

"""The report engine: a document's text in, proposals with exact spans out. Knows no framework and no case file."""

from homeward.reading.copies import copy_similarity
from homeward.reading.document import Document
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

__all__ = [
    "Document",
    "Entity",
    "EntityKind",
    "Proposal",
    "ProposalKind",
    "ProposedLink",
    "ReadDate",
    "ReadStatement",
    "Reading",
    "SoughtMention",
    "Span",
    "copy_similarity",
    "proposal_from_json",
    "proposal_to_json",
    "read",
]

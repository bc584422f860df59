"""The stored shape of the case file, one idea a file."""

from homeward.casework.models.access import Grant, Restriction, Role, User
from homeward.casework.models.audit import AuditEvent, AuditHead
from homeward.casework.models.base import Classification
from homeward.casework.models.briefing import (
    Briefing,
    BriefingDraft,
    BriefingLine,
    Delivery,
    DraftDecision,
    Reservation,
)
from homeward.casework.models.case import (
    Case,
    Consent,
    ConsentPurpose,
    Disclosure,
    Enquirer,
    Enquiry,
    HarmAssessment,
)
from homeward.casework.models.claim import (
    GRAVE,
    Claim,
    Credibility,
    SecondReading,
    Withdrawal,
    active_claims,
    active_claims_of_all,
    waiting_for_reader,
    waits_for_reader,
    why_inactive,
    with_activity,
)
from homeward.casework.models.closing import (
    Closing,
    ContactChange,
    RetentionDecision,
    RetentionPurpose,
    RetentionReview,
    RetentionRule,
)
from homeward.casework.models.commitment import Commitment, CommitmentReview, Grade
from homeward.casework.models.contact import Contact, Coverage, SilenceFinding
from homeward.casework.models.detriment import Detriment, DetrimentItem
from homeward.casework.models.lists import (
    Answer,
    AnswerReversal,
    ColumnMapping,
    Direction,
    Handover,
    ItemLink,
    Judgement,
    List,
    ListItem,
    Searched,
    holding_id,
    holding_judgement,
    judged_links,
    row_counts,
    with_verdict,
)
from homeward.casework.models.person import Identifier, NameForm, Person
from homeward.casework.models.preparation import Approval, ListPdf, Preparation
from homeward.casework.models.proposal import Decision, DocumentTerm, Made, Proposal
from homeward.casework.models.purge import (
    CameAgain,
    Fingerprint,
    FingerprintKind,
    Purge,
    PurgeKind,
    PurgeRequest,
    SoughtAgain,
    Withheld,
)
from homeward.casework.models.source import (
    Capture,
    CaptureContent,
    ChainLink,
    Party,
    PartyKind,
    Reliability,
    Statement,
    TextPrint,
)

__all__ = [
    "GRAVE", "Answer", "AnswerReversal", "Approval", "AuditEvent", "AuditHead", "Briefing", "BriefingDraft",
    "BriefingLine", "CameAgain", "Capture", "CaptureContent", "Case", "ChainLink", "Claim", "Classification",
    "Closing", "ColumnMapping", "Commitment", "CommitmentReview", "Consent", "ConsentPurpose", "Contact",
    "ContactChange", "Coverage", "Credibility", "Decision", "Delivery", "Detriment", "DetrimentItem", "Direction",
    "Disclosure", "DocumentTerm", "DraftDecision", "Enquirer", "Enquiry", "Fingerprint", "FingerprintKind", "Grade",
    "Grant", "Handover", "HarmAssessment", "Identifier", "ItemLink", "Judgement", "List", "ListItem", "ListPdf",
    "Made", "NameForm", "Party", "PartyKind", "Person", "Preparation", "Proposal", "Purge", "PurgeKind",
    "PurgeRequest", "Reliability", "Reservation", "Restriction", "RetentionDecision", "RetentionPurpose",
    "RetentionReview", "RetentionRule", "Role", "Searched", "SecondReading", "SilenceFinding", "SoughtAgain",
    "Statement", "TextPrint", "User", "Withdrawal", "Withheld", "active_claims", "active_claims_of_all",
    "holding_id", "holding_judgement", "judged_links", "row_counts", "waiting_for_reader", "waits_for_reader",
    "why_inactive", "with_activity", "with_verdict",
]  # fmt: skip

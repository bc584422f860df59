"""What an invented caseworker can do in the sample case, as plain values in the words of tracing work.

In: nothing. Out: one type per act. Files are named as in `files/`, people by their key, parties by their name.
Leaves to others: which acts, in which order (`plan`); carrying them out on a case file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from homeward.records import (
    AnswerCode,
    Attribution,
    ClaimSubject,
    ContactKind,
    LinkRole,
    PartialDate,
    Polarity,
    Verdict,
)
from homeward.sample.people import SoughtPerson


@dataclass(frozen=True, slots=True)
class OpenCase:
    """Open the case; every later act belongs to it."""

    title: str
    opened_on: date
    review_on: date


@dataclass(frozen=True, slots=True)
class RecordParty:
    """Record a party: kind as in the case file's closed list; reliability A to F; `parent` names another."""

    name: str
    kind: str
    reliability: str = "F"
    other_names: tuple[str, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class AddPerson:
    """Add a sought person with all written forms of the name."""

    person: SoughtPerson
    group_terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TakeInList:
    """Take in a list.

    Attributes:
        file: the file's name.
        author: who drew it up, as a party's name; `publisher` and `recipient` likewise.
        direction: ``out``, ``in`` or ``published``.
        people: for our own list, which row (as a spreadsheet shows it) is which person.
        mapping: column heading to meaning, as the caseworker confirmed it; empty: as guessed.
    """

    file: str
    title: str
    author: str
    direction: str
    as_of: PartialDate
    purpose: str
    publisher: str | None = None
    recipient: str | None = None
    people: tuple[tuple[int, str], ...] = ()
    mapping: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TakeInReport:
    """Take in a report with what the caseworker knows of its publication."""

    file: str
    publisher: str
    published: PartialDate
    title: str
    url: str
    language: str


@dataclass(frozen=True, slots=True)
class RecordHandover:
    """Record that a list was handed over, and when a reply is due."""

    file: str
    on: PartialDate
    place: str
    giver: str
    recipient: str
    through: str
    carried_by: str
    received_by: str
    acknowledged: bool
    reply_due: date


@dataclass(frozen=True, slots=True)
class JudgeRow:
    """Judge whether a row of a list is a sought person."""

    file: str
    row: int
    person: str
    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class AcceptProposal:
    """Accept what the reading engine proposed.

    Attributes:
        file: the report.
        kind: the proposal's kind, such as ``commitment``.
        quoting: words of the report within the proposal's span, exactly as they stand in its text.
        answer_code: for an answer, the code the caseworker settles on; None: as proposed.
    """

    file: str
    kind: str
    quoting: str
    answer_code: AnswerCode | None = None


@dataclass(frozen=True, slots=True)
class AddClaim:
    """Add a claim by hand, where what the engine proposed is not quite what the words say.

    Attributes:
        quoting: the words, exactly as they stand in the report's text.
        chain: role, name and attribution of each actor, the publisher aside, which is the report's own.
    """

    file: str
    person: str
    subject: ClaimSubject
    polarity: Polarity
    value: str
    quoting: str
    chain: tuple[tuple[LinkRole, str, Attribution], ...]
    valid: PartialDate | None
    said_on: PartialDate
    credibility: int


@dataclass(frozen=True, slots=True)
class RecordContact:
    """Record a contact of our own, with whom of our people was raised."""

    kind: ContactKind
    on: PartialDate
    place: str
    channel: str
    participants: tuple[str, ...]
    persons_raised: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class ReviewCommitment:
    """Look at a commitment again; it is known by the report and the words it was accepted from."""

    file: str
    quoting: str
    on: date
    grade: str
    note: str
    next_review_on: date


@dataclass(frozen=True, slots=True)
class GiveConsent:
    """One purpose that an enquirer agrees to, in their words."""

    purpose: str
    scope: str
    on: date
    wording: str


@dataclass(frozen=True, slots=True)
class RecordEnquiry:
    """Record an enquirer, the enquiry and the consents given with it."""

    enquirer: str
    language: str
    safe_contact: str
    person: str
    relation: str
    channel: str
    asked_on: date
    questions: str
    reference: str
    follow_up_on: date
    consents: tuple[GiveConsent, ...]


@dataclass(frozen=True, slots=True)
class GiveBriefing:
    """Give a briefing: on the day it was written, by M. Arden."""

    channel: str
    reactions: str


@dataclass(frozen=True, slots=True)
class BriefRelative:
    """Write what may be told; given, or left as a draft for a second person.

    Attributes:
        rows_withheld: why claims that rest on a row of a list are not told yet; empty where they are.
        further: what the desk does next, as a sentence in the language of the briefing.
    """

    enquirer: str
    person: str
    language: str
    on: date
    rows_withheld: str
    further: str
    given: GiveBriefing | None


Act = (
    OpenCase
    | RecordParty
    | AddPerson
    | TakeInList
    | TakeInReport
    | RecordHandover
    | JudgeRow
    | AcceptProposal
    | AddClaim
    | RecordContact
    | ReviewCommitment
    | RecordEnquiry
    | BriefRelative
)

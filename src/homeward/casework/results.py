"""What the queries answer: plain values that a page, a command or an export can show as they are.

In: nothing. Out: frozen types. Each line that states anything carries its source, date, wording and chain (D1).
`ref` is what a person types to name a thing: P3 a person, C12 a claim, L2 a list, R4 a report, K7 a candidate,
M2 a commitment, S1 a silence, X5 a proposal, H1 a handover, A9 an answer.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date

from homeward.records import PartialDate


def direction_of(text: str) -> str:
    """``rtl`` if the first letter with a direction runs right to left, else ``ltr`` (Unicode rule P2)."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind == "L":
            return "ltr"
        if kind in ("R", "AL"):
            return "rtl"
    return "ltr"


@dataclass(frozen=True, slots=True)
class Words:
    """Text in its own language and direction."""

    text: str
    language: str = ""
    direction: str = "ltr"  # "ltr" or "rtl", worked out from the text's own letters


@dataclass(frozen=True, slots=True)
class ShownLink:
    """One actor of a chain, as shown."""

    role: str
    name: str
    attribution: str
    on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class ShownSource:
    """Where a line comes from: enough to find the words again.

    Attributes:
        ref: R or L reference of the capture or list; `place` is the span or row in words.
    """

    ref: str
    title: str
    publisher: str
    place: str
    sha256: str
    captured_on: date
    published: PartialDate | None
    reliability: str  # A to F, of the publisher
    url: str = ""


@dataclass(frozen=True, slots=True)
class PictureLine:
    """One claim in the picture now.

    Attributes:
        said: the careful sentence, such as "said to be alive by ..."; never a bare fact.
        wording: the source's own words, or the cells of a row.
        independent: number of the independence group; lines with the same number share a speaker or a relay.
        contradicts: refs of claims that say otherwise on the same subject.
        repeats: in words, which earlier claim rests, or may rest, on the same statement, and why; "" for none.
    """

    ref: str
    subject: str
    polarity: str
    said: str
    value: str
    wording: Words
    translation: str
    valid_time: PartialDate | None
    asserted_on: PartialDate | None
    chain: tuple[ShownLink, ...]
    source: ShownSource
    credibility: int
    collective: bool
    independent: int
    contradicts: tuple[str, ...] = ()
    entered_by: str = ""
    withdrawn: str = ""  # the reason, where it was withdrawn
    repeats: str = ""
    waits_for_reader: bool = False  # of death, injury or release, and seen to by one person only (D11)
    second_reader: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The newest proof-of-life kind of claim, and its age."""

    ref: str
    on: PartialDate | None
    age_days: int | None
    said: str


@dataclass(frozen=True, slots=True)
class PersonPicture:
    """The picture now of one person: a view computed from claims by the stated policy, never a stored status."""

    ref: str
    names: tuple[Words, ...]  # the main form first, one a script, then others
    nationalities: tuple[str, ...]
    birth: PartialDate | None
    sex: str
    father_name: str
    missing_since: PartialDate | None
    days_missing: int | None
    headline: str  # one careful sentence: what is claimed, by how many independent sources, or that nothing is
    lines: tuple[PictureLine, ...]  # newest assertion first
    withdrawn: tuple[PictureLine, ...]
    independent_sources: int
    conflicts: tuple[str, ...]  # each in words, naming the claims
    proof_of_life: Evidence | None
    acknowledged: str  # in words, such as "No party is recorded as saying that it holds this person."
    open_commitments: tuple[str, ...]  # refs
    unanswered: tuple[str, ...]  # in words, with age
    candidates_waiting: int
    proposals_waiting: int


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A sought person in a list of many.

    Attributes:
        claims: how many claims stand, of whatever kind. waiting: how many rows wait to be judged for this person.
    """

    ref: str
    names: tuple[Words, ...]
    birth: PartialDate | None
    nationalities: tuple[str, ...]
    missing_since: PartialDate | None
    days_missing: int | None
    claims: int
    waiting: int


@dataclass(frozen=True, slots=True)
class CandidateLine:
    """A list row that may be a sought person, waiting for judgement or judged.

    Attributes:
        rivals: while it waits, how many other rows of the same list wait for the same person.
        echo: the list is one of our own coming back.
    """

    ref: str
    person_ref: str
    person_name: Words
    list_ref: str
    list_title: str
    row_number: int
    written: Words
    details: tuple[tuple[str, str], ...]  # heading and cell, as written
    probability: float | None
    reasons: tuple[str, ...]
    verdict: str  # "" while waiting
    judged_by: str = ""
    judged_because: str = ""
    rivals: int = 0
    echo: bool = False


@dataclass(frozen=True, slots=True)
class GridCell:
    """What was said of one person in one round or list.

    Attributes:
        code: an answer code, "handed_over", "listed", "candidate", "not_found", "no_answer" or "" for nothing.
        words: the code in words a person reads.
    """

    code: str
    words: str
    on: PartialDate | None = None
    age_days: int | None = None
    collective: bool = False
    wording: Words | None = None
    by: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One list or one round of answers."""

    ref: str
    title: str
    sub: str  # who to whom, when
    on: PartialDate | None
    kind: str  # "handed_over", "answer", "received", "published"
    note: str = ""  # such as "Echo: 8 of its 8 rows are names of our own list L1"


@dataclass(frozen=True, slots=True)
class GridRow:
    """One person across the columns."""

    person_ref: str
    name: Words
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Lists and answers, name by name."""

    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]


NO_DUE = "none given"
"""The `due` of a promise without a date."""


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """One commitment in the ledger."""

    ref: str
    by: str
    to: str
    content: Words
    condition: Words | None
    due: str  # the date in EDTF, or `NO_DUE`
    overdue: bool
    made_on: PartialDate | None
    age_days: int | None
    persons: tuple[str, ...]  # names
    collective: bool
    chain: tuple[ShownLink, ...]
    source: ShownSource
    grade: str  # "" while never reviewed, else A to D
    grade_words: str
    last_review: date | None
    next_review: date | None
    review_note: str = ""


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """One text looked at, or not held."""

    outlet: str
    language: str
    full_text_held: bool
    verdict: str
    ref: str = ""


@dataclass(frozen=True, slots=True)
class SilenceLine:
    """A silence, found by a person or still proposed."""

    ref: str
    event: str
    on: PartialDate | None
    verdict: str
    verdict_words: str
    explicit: Words | None  # where a source says so itself
    coverage: tuple[CoverageLine, ...]
    terms: tuple[Words, ...]
    found_by: str  # "" while only proposed
    source: ShownSource | None = None


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A proposal of the reading engine, waiting for a person."""

    ref: str
    kind: str
    summary: str  # in words: who said what through whom
    quote: Words
    chain: tuple[ShownLink, ...]
    because: str
    source: ShownSource
    persons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """One thing on the time line."""

    on: PartialDate
    kind: str  # "contact", "handover", "answer", "commitment", "claim", "list", "silence"
    label: str
    ref: str
    persons: tuple[str, ...] = ()  # refs; empty: all or none by name
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class UnansweredLine:
    """A person on a list handed over, without a specific answer.

    Attributes:
        last_word: the last collective answer in words, that one person alone has read an answer of death or release,
            or "no answer at all".
        to_read: reference of the claim that a second person has to read; empty for none.
    """

    person_ref: str
    name: Words
    handover_ref: str
    handed_to: str
    on: PartialDate | None
    age_days: int | None
    last_word: str
    reply_due: date | None
    overdue_days: int | None
    to_read: str = ""


@dataclass(frozen=True, slots=True)
class ShownCapture:
    """A source held, for the list of sources at the end."""

    ref: str
    title: str
    publisher: str
    published: PartialDate | None
    format: str
    language: str
    sha256: str
    complete: bool
    copy_of: str  # ref, with the similarity in words, or ""
    rows: int | None = None
    faults: int = 0


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything the findings page shows. Computed for one user: what that user may not see is not in it."""

    case_ref: str
    case_title: str
    as_of: date
    made_for: str
    summary: tuple[str, ...]  # three to seven careful sentences for the top of the page
    people: tuple[PersonPicture, ...]
    candidates: tuple[CandidateLine, ...]  # waiting first, most probable first
    proposals: tuple[ProposalLine, ...]
    grid: Grid
    promises: tuple[PromiseLine, ...]
    unanswered: tuple[UnansweredLine, ...]
    silences: tuple[SilenceLine, ...]
    timeline: tuple[TimelineEvent, ...]
    sources: tuple[ShownCapture, ...]
    policy: tuple[str, ...]  # how the picture is computed, in words

"""What the reading engine proposes: plain values, each anchored to exact spans of one document.

In: nothing. Out: the types that every step of the pipeline and the case file share.
Leaves to others: finding them (the other modules here) and judging them (a person, through casework).
A proposal is never a fact; `because` says in words which rule saw what.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from homeward.records import (
    AnswerCode,
    Attribution,
    ClaimSubject,
    ContactKind,
    ContactStatus,
    LinkRole,
    Manner,
    PartialDate,
    Polarity,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document: characters `start` to `stop` (exclusive), and exactly the text between."""

    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True)
class Timex:
    """What words say about time, in the values of TIMEX3 (ISO 24617-1).

    Attributes:
        type: ``DATE``, ``TIME``, ``DURATION`` or ``SET``.
        value: ``1998-03-02``, ``1998-W10``, ``1998-03``, ``1998-Q1``, ``1998-SP``, ``199X``, ``1998-03-02TNI``,
            ``P3D``, ``PRESENT_REF``, ``PAST_REF``, ``FUTURE_REF``; X stands for a figure that is not known.
        mod: ``START``, ``MID``, ``END``, ``APPROX``, ``MORE_THAN``, ``LESS_THAN``, ``EQUAL_OR_MORE``,
            ``EQUAL_OR_LESS``.
        quant, freq: of a set: ``EVERY``; ``2X`` for twice.
    """

    type: str
    value: str
    mod: str = ""
    quant: str = ""
    freq: str = ""


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date as the text writes it, and the days it can mean, worked out from the publication date.

    Attributes:
        span: the words, without a preposition.
        value: the days they name. because: how that was worked out.
        timex: the same in TIMEX3.
        side: ``before`` where the words before it make it the end of a time ("by 5 "
            "June"), ``after`` where they make it
            the beginning ("since October"); else empty.
    """

    span: Span
    value: PartialDate
    because: str = ""
    timex: Timex | None = None
    side: str = ""

    @property
    def reach(self) -> PartialDate:
        """The days meant, open where `side` says so: "by 5 June" is ``../2024-06-05``, "since May" ``2024-05/..``."""
        ends = self.timex is not None and self.timex.mod == "END"
        if self.side == "before" and not ends and _MONTH_OR_YEAR.fullmatch(self.value.edtf):
            return PartialDate(f"../{self.value.edtf}")  # no more precise than "by 2012"
        if self.side == "before" and self.value.latest is not None:
            return PartialDate(f"../{self.value.latest.isoformat()}")
        start = self.value.edtf.partition("/")[0].rstrip("?~%")
        return PartialDate(f"{start}/..") if self.side == "after" and start != ".." else self.value


_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-(?:0\d|1[0-2]|2[1-4]))?")


@dataclass(frozen=True, slots=True)
class ProposedLink:
    """One actor in a chain. `span` is where the text names the actor; None where only the publication data do.

    Attributes:
        name: who, resolved as far as the document allows ("the ministry" becomes the ministry's own name).
        said_on: when this actor spoke or passed it on, if told.
    """

    role: LinkRole
    name: str
    attribution: Attribution
    span: Span | None = None
    said_on: ReadDate | None = None


@dataclass(frozen=True, slots=True)
class SoughtMention:
    """A sought person, or a group of them, found in the text."""

    span: Span
    person_key: str | None
    group: str | None
    count: int | None
    probability: float
    reasons: tuple[str, ...] = ()


class EntityKind(StrEnum):
    """What is named."""

    PERSON = "PER"
    BODY = "ORG"
    PLACE = "LOC"


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body or place that the text names. `name` is its tidied form, where one is known."""

    span: Span
    kind: EntityKind
    probability: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class ReadStatement:
    """What somebody says or holds, with the words that tell of it: speech and attitude alike.

    Attributes:
        content: what is said or held, without quotation marks and "that"; several spans where it is split.
        cue: the verb, noun or phrase; None where a quotation stands without one.
        source: the words nearest the cue that name whose it is; None where nobody is named there.
        speaker: who that is, resolved in the document; None where nobody is named or meant.
        attitude: a stance ("wants", "fears") rather than words; then there is no chain and no proposal.
        chain: speaker, relays in the order in which the words travelled, publisher.
    """

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speaker: str | None
    manner: Manner | None
    attitude: bool
    direct: bool
    chain: tuple[ProposedLink, ...] = ()
    because: str = ""


class ProposalKind(StrEnum):
    """What is proposed to be recorded."""

    STATEMENT = "statement"
    CLAIM = "claim"
    CONTACT = "contact"
    HANDOVER = "handover"
    ANSWER = "answer"
    COMMITMENT = "commitment"
    SILENCE = "silence"
    MENTION = "mention"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that a person may accept, correct or reject.

    Attributes:
        kind: what it would become in the case file.
        span: the words it rests on; always quotes the document exactly.
        content: what was said, without speaker and cue; several spans where a quotation is split. Statements only.
        chain: speaker, then relays in the order the words travelled, then the publisher; ends with the publisher.
        manner: how it was uttered.
        direct: whether the content is given as a quotation.
        date: when the thing told of happened (contact, handover) or when it was said.
        due: for a commitment, when it is to be kept; None means the text gives no date.
        persons: keys of the sought persons it is about; empty with `collective` where only the group is meant.
        collective: the words speak of the group or the list, of nobody by name.
        count: how many people or names the text gives, if it does.
        by, to, through: for contacts, handovers, answers and commitments: the parties, as the document names them.
        participants: for a contact, everybody who took part, `by` first.
        place: where, as written.
        contact_kind, contact_status, answer_code, subject, polarity, value: as their enums say.
        condition: the words of a commitment's condition.
        about: for an explicit silence, whose silence and about what, in words.
        because: the reason for the proposal, in words, with the rule's name.
        confidence: 0 to 1; puts surer rules before less sure ones. Set by hand, not measured.
    """

    kind: ProposalKind
    span: Span
    because: str
    confidence: float = 0.5
    content: tuple[Span, ...] = ()
    chain: tuple[ProposedLink, ...] = ()
    manner: Manner | None = None
    direct: bool = False
    date: ReadDate | None = None
    due: ReadDate | None = None
    persons: tuple[str, ...] = ()
    collective: bool = False
    count: int | None = None
    by: str | None = None
    to: str | None = None
    through: str | None = None
    participants: tuple[str, ...] = ()
    place: str | None = None
    contact_kind: ContactKind | None = None
    contact_status: ContactStatus | None = None
    answer_code: AnswerCode | None = None
    subject: ClaimSubject | None = None
    polarity: Polarity | None = None
    value: str | None = None
    condition: Span | None = None
    about: str | None = None

    def spans(self) -> tuple[Span, ...]:
        """Every span it rests on, for checking that each quotes the document."""
        dates = [d.span for d in (self.date, self.due) if d]
        links = [s for link in self.chain for s in (link.span, link.said_on.span if link.said_on else None) if s]
        conditions = [self.condition] if self.condition else []
        return (self.span, *self.content, *dates, *links, *conditions)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one pass over a document proposes, in the order of the text."""

    language: str
    proposals: tuple[Proposal, ...]
    mentions: tuple[SoughtMention, ...] = ()
    dates: tuple[ReadDate, ...] = ()
    statements: tuple[ReadStatement, ...] = ()
    entities: tuple[Entity, ...] = ()
    warnings: tuple[str, ...] = field(default=())


def proposal_to_json(proposal: Proposal) -> dict[str, Any]:
    """Plain dictionaries and lists that `json.dumps` takes; unset fields are left out."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: plain(v) for k, v in value.items() if v not in (None, (), [], False)}
        if isinstance(value, (list, tuple)):
            return [plain(v) for v in value]
        return value.value if isinstance(value, StrEnum) else value

    out: dict[str, Any] = plain(asdict(proposal))
    out.setdefault("confidence", proposal.confidence)
    return out


def proposal_from_json(data: dict[str, Any]) -> Proposal:
    """The inverse of `proposal_to_json`."""

    def span(d: dict[str, Any] | None) -> Span | None:
        return Span(d.get("start", 0), d["stop"], d["text"]) if d else None

    def a_date(d: dict[str, Any] | None) -> ReadDate | None:
        where = span(d["span"]) if d else None
        if not d or where is None:
            return None
        timex = Timex(**d["timex"]) if d.get("timex") else None
        return ReadDate(where, PartialDate(d["value"]["edtf"]), d.get("because", ""), timex, d.get("side", ""))

    whole = span(data["span"])
    if whole is None:
        raise ValueError("a proposal without its span")
    chain = tuple(
        ProposedLink(
            LinkRole(d["role"]),
            d["name"],
            Attribution(d["attribution"]),
            span(d.get("span")),
            a_date(d.get("said_on")),
        )
        for d in data.get("chain", ())
    )
    enums = {
        "manner": Manner,
        "contact_kind": ContactKind,
        "contact_status": ContactStatus,
        "answer_code": AnswerCode,
        "subject": ClaimSubject,
        "polarity": Polarity,
    }
    known: dict[str, Any] = {name: enum(data[name]) for name, enum in enums.items() if name in data}
    plain_names = ("direct", "collective", "count", "by", "to", "through", "place", "value", "about")
    known |= {name: data[name] for name in plain_names if name in data}
    return Proposal(
        kind=ProposalKind(data["kind"]),
        span=whole,
        because=data.get("because", ""),
        confidence=data["confidence"],
        content=tuple(s for d in data.get("content", ()) if (s := span(d))),
        chain=chain,
        date=a_date(data.get("date")),
        due=a_date(data.get("due")),
        persons=tuple(data.get("persons", ())),
        participants=tuple(data.get("participants", ())),
        condition=span(data.get("condition")),
        **known,
    )

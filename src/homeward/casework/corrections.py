"""What a person reads otherwise than the reading engine did, before a proposal is accepted.

In: a proposal as it was read, and what is different, field by field, as words. Out: the proposal as it is accepted.
Leaves to others: recording it (`actions.proposals`), asking for it (the pages, the command line).
Every value is text, as it is stored with the decision: a date in EDTF, a coded value by its code, several names one
a line; empty for none. Words that are quoted must stand in the report, letter by letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext, gettext_noop

from homeward.errors import BadDateError, BadInputError
from homeward.reading import Proposal, ProposalKind
from homeward.reading.proposals import ProposedLink, ReadDate, Span
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

_SAID = ("content", "speaker", "attribution", "relays", "said_on", "manner")
# Which fields may be corrected, in the order in which they are shown. A mention and a silence have none.
FIELDS: Mapping[str, tuple[str, ...]] = {
    ProposalKind.STATEMENT: _SAID,
    ProposalKind.CLAIM: ("subject", "polarity", "value", "on", *_SAID),
    ProposalKind.CONTACT: ("contact_kind", "contact_status", "on", "place", "participants", *_SAID),
    ProposalKind.HANDOVER: ("by", "to", "through", "on", "place", "count", *_SAID),
    ProposalKind.ANSWER: ("answer_code", "by", *_SAID),
    ProposalKind.COMMITMENT: ("by", "to", "condition", "due", *_SAID),
    ProposalKind.SILENCE: (),
    ProposalKind.MENTION: (),
}
CODES: Mapping[str, type[StrEnum]] = {
    "subject": ClaimSubject,
    "polarity": Polarity,
    "contact_kind": ContactKind,
    "contact_status": ContactStatus,
    "answer_code": AnswerCode,
    "manner": Manner,
    "attribution": Attribution,
}
# How a page calls each field; a refusal says so, too.
WORDS: Mapping[str, str] = {
    "content": gettext_noop("The words that were said"),
    "speaker": gettext_noop("Who said it"),
    "attribution": gettext_noop("How the report gives them"),
    "relays": gettext_noop("Who passed it on"),
    "said_on": gettext_noop("Said on"),
    "manner": gettext_noop("How"),
    "subject": gettext_noop("What is claimed"),
    "polarity": gettext_noop("The source"),
    "value": gettext_noop("What exactly"),
    "on": gettext_noop("When it happened"),
    "contact_kind": gettext_noop("Kind"),
    "contact_status": gettext_noop("Whether it took place"),
    "place": gettext_noop("Where"),
    "participants": gettext_noop("Who took part"),
    "by": gettext_noop("By whom"),
    "to": gettext_noop("To whom"),
    "through": gettext_noop("Through whom"),
    "count": gettext_noop("How many names"),
    "answer_code": gettext_noop("What was answered"),
    "condition": gettext_noop("Condition"),
    "due": gettext_noop("Due"),
}
# Fields that are never without a value.
NEEDED = frozenset({*CODES, "content", "by"})
NAMES = frozenset({"speaker", "relays", "participants", "by", "to", "through"})
_MOST = 300
_LONGEST = {"content": 20_000, "condition": 4000, "value": 1000, "relays": 2000, "participants": 2000}


def values_read(proposal: Proposal) -> dict[str, str]:
    """What was read, by field, for those fields that may be corrected."""
    return {name: _value(proposal, name) for name in FIELDS[proposal.kind]}


def differing(proposal: Proposal, said: Mapping[str, str]) -> dict[str, str]:
    """Of what a person says, what is not what was read.

    Raises:
        BadInputError: a field that proposals of this kind do not have.
    """
    read = values_read(proposal)
    for name in said:
        if name not in read:
            kind = proposal.kind.value
            known = ", ".join(read) or gettext("nothing: reject it, and record by hand what the words say")
            raise BadInputError(
                gettext("a {kind} has no “{name}” to correct").format(kind=kind, name=name),
                gettext("What can be corrected: {known}.").format(known=known),
            )
    plain = {name: _tidy(name, value) for name, value in said.items()}
    return {name: value for name, value in plain.items() if value != read[name]}


def corrected(proposal: Proposal, corrections: Mapping[str, str], text: str) -> Proposal:
    """The proposal as a person says that the words must be read.

    Args:
        corrections: from `differing`.
        text: the whole report, in which quoted words must stand.

    Raises:
        BadInputError: a value that cannot be: words that are not in the report, no date, an unknown code.
    """
    for name in FIELDS[proposal.kind]:
        if name in corrections:
            proposal = _with(proposal, name, corrections[name], text)
    return proposal


def _value(proposal: Proposal, name: str) -> str:
    speaker = _speaker(proposal)
    match name:
        case "content":
            spans = proposal.content or (proposal.span,)
            return " … ".join(span.text for span in spans)
        case "speaker":
            return speaker.name if speaker else ""
        case "attribution":
            return (speaker.attribution if speaker else Attribution.NAMED).value
        case "relays":
            return "\n".join(link.name for link in proposal.chain if link.role == LinkRole.RELAY)
        case "participants":
            named = proposal.participants or tuple(filter(None, (proposal.by, proposal.to)))
            return "\n".join(named)
        case "said_on":
            return speaker.said_on.value.edtf if speaker and speaker.said_on else ""
        case "on":
            return proposal.date.value.edtf if proposal.date else ""
        case "due":
            return proposal.due.value.edtf if proposal.due else ""
        case "condition":
            return proposal.condition.text if proposal.condition else ""
        case "manner":
            return (proposal.manner or Manner.REPORTED).value
        case "by" if proposal.kind == ProposalKind.COMMITMENT and not proposal.by:
            return proposal.chain[0].name if proposal.chain else ""
    value = getattr(proposal, name)
    if value is None:
        return _UNREAD.get(name, "")
    return value.value if isinstance(value, StrEnum) else str(value)


# What acceptance takes where nothing was read.
_UNREAD = {
    "subject": ClaimSubject.MENTIONED.value,
    "polarity": Polarity.ASSERTS.value,
    "contact_kind": ContactKind.OTHER.value,
    "contact_status": ContactStatus.HELD.value,
    "answer_code": AnswerCode.COLLECTIVE_REPLY.value,
}


def _with(proposal: Proposal, name: str, value: str, text: str) -> Proposal:
    if not value and name in NEEDED and not (name == "by" and proposal.kind == ProposalKind.HANDOVER):
        raise BadInputError(
            gettext("“{name}” is empty").format(name=gettext(WORDS[name])),
            gettext("Say what the words say; or reject the proposal."),
            kind=f"bad-{name}",
        )
    changed: dict[str, Any]
    match name:
        case "content":
            changed = {"content": (_quoted(proposal, name, value, text),)}
        case "condition":
            changed = {"condition": _quoted(proposal, name, value, text) if value else None}
        case "speaker" | "attribution" | "relays" | "said_on":
            changed = {"chain": _chain(proposal, name, value)}
        case "participants":
            changed = {"participants": tuple(value.splitlines()), "by": None, "to": None}
        case "on":
            changed = {"date": _date(proposal, name, value)}
        case "due":
            changed = {"due": _date(proposal, name, value)}
        case "count":
            changed = {"count": _count(value)}
        case _ if name in CODES:
            changed = {name: _code(name, value)}
        case _:
            changed = {name: value or None}
    return replace(proposal, **changed)


def _speaker(proposal: Proposal) -> ProposedLink | None:
    return next((link for link in proposal.chain if link.role == LinkRole.SPEAKER), None)


def _chain(proposal: Proposal, name: str, value: str) -> tuple[ProposedLink, ...]:
    """The chain with one thing in it said otherwise: speaker first, relays in their order, then the publisher."""
    speaker = _speaker(proposal)
    relays = [link for link in proposal.chain if link.role == LinkRole.RELAY]
    rest = [link for link in proposal.chain if link.role not in (LinkRole.SPEAKER, LinkRole.RELAY)]
    if name == "relays":
        known = {link.name: link for link in relays}
        relays = [known.get(one, ProposedLink(LinkRole.RELAY, one, Attribution.NAMED)) for one in value.splitlines()]
    elif name == "speaker":
        if value and speaker is not None:
            speaker = replace(speaker, name=value, span=None)
        else:
            speaker = ProposedLink(LinkRole.SPEAKER, value, Attribution.NAMED) if value else None
    elif speaker is None:
        # "By name" is what is shown where nobody is named at all: that is no difference.
        raise BadInputError(
            gettext("the publisher speaks itself here, so nothing can be said of a speaker"),
            gettext("Say who spoke, too."),
            kind="bad-speaker",
        )
    elif name == "attribution":
        speaker = replace(speaker, attribution=Attribution(_code(name, value)))
    else:
        speaker = replace(speaker, said_on=_date(proposal, name, value))
    return (*([speaker] if speaker else []), *relays, *rest)


def _quoted(proposal: Proposal, name: str, value: str, text: str) -> Span:
    """The place of quoted words, the one nearest to where they were read."""
    places: list[int] = []
    at = text.find(value)
    while at >= 0 and len(places) < 10_000:
        places.append(at)
        at = text.find(value, at + 1)
    if not places:
        raise BadInputError(
            gettext("the words “{words}” do not stand in the report").format(words=_short(value)),
            gettext("Copy them from the text, letter by letter, in one piece."),
            kind=f"bad-{name}",
        )
    start = min(places, key=lambda place: abs(place - proposal.span.start))
    return Span(start, start + len(value), value)


def _date(proposal: Proposal, name: str, value: str) -> ReadDate | None:
    if not value:
        return None
    try:
        day = PartialDate.read(value)
    except BadDateError as error:
        raise BadInputError(
            gettext("“{value}” is no date").format(value=_short(value)),
            gettext("Write it as 2026-03-14, 2026-03 or 2026."),
            kind=f"bad-{name}",
        ) from error
    return ReadDate(proposal.span, day, "a person's correction")


def _count(value: str) -> int | None:
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and len(value) < 7):
        raise BadInputError(
            gettext("“{value}” is no number of names").format(value=_short(value)),
            gettext("Write it in figures."),
            kind="bad-count",
        )
    return int(value)


def _code(name: str, value: str) -> StrEnum:
    try:
        return CODES[name](value)
    except ValueError as error:
        known = ", ".join(code.value for code in CODES[name])
        raise BadInputError(
            gettext("“{value}” cannot stand for “{name}”").format(value=_short(value), name=gettext(WORDS[name])),
            gettext("Known are: {known}.").format(known=known),
            kind=f"bad-{name}",
        ) from error


def _tidy(name: str, value: str) -> str:
    """Without blanks round it; lists of names without empty lines."""
    if len(value) > (most := _LONGEST.get(name, _MOST)):
        raise BadInputError(
            gettext("“{name}” is too long").format(name=gettext(WORDS[name])),
            gettext("Use no more than {most} letters.").format(most=f"{most:,}"),
            kind=f"bad-{name}",
        )
    value = value.replace("\r\n", "\n").strip()
    if name in ("relays", "participants"):
        return "\n".join(line.strip() for line in value.splitlines() if line.strip())
    return value


def _short(value: str) -> str:
    return value if len(value) <= 60 else value[:59] + "…"

"""Joins what the optional reader proposes with what is proposed already, so that nothing stands there twice.

In: the proposals of the rules, and those of the reader in their order. Out: one row of proposals in the order of the
text; the rules' own are kept where both say the same, and say so.
Leaves to others: whether the reader's proposals are true to the document (`verify`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from homeward.reading.proposals import Proposal, ProposalKind, Span
from homeward.reading.reader.verify import is_from_reader, reason_of

_SHARE = 0.5  # of the shorter of two stretches that must be common for them to be the same words


@dataclass(frozen=True, slots=True)
class Merged:
    """`proposals` in the order of the text; `kept` of the reader's are among them, `known` were there already."""

    proposals: tuple[Proposal, ...]
    kept: int
    known: int


def merge(rules: Sequence[Proposal], added: Sequence[Proposal], *, model: str) -> Merged:
    """Put the reader's proposals beside the rules'."""
    rows = list(rules)
    by_kind: dict[ProposalKind, list[int]] = {}
    for number, proposal in enumerate(rows):
        by_kind.setdefault(proposal.kind, []).append(number)
    known = 0
    note = f"; the {reason_of(model)} says the same"
    for proposal in added:
        twin = next((n for n in by_kind.get(proposal.kind, ()) if says_the_same(rows[n], proposal)), None)
        if twin is None:
            by_kind.setdefault(proposal.kind, []).append(len(rows))
            rows.append(proposal)
            continue
        known += 1
        if not is_from_reader(rows[twin]) and not rows[twin].because.endswith(note):
            rows[twin] = replace(rows[twin], because=rows[twin].because + note)
    order = list(ProposalKind)
    rows.sort(key=lambda p: (p.span.start, order.index(p.kind), p.span.stop))
    return Merged(tuple(rows), len(added) - known, known)


def says_the_same(one: Proposal, other: Proposal) -> bool:
    """Whether a proposal (`other`) would record nothing that an earlier one (`one`) does not.

    A chain that leaves out a relay of the earlier one adds nothing; one with a further relay does.
    """
    if one.kind is not other.kind:
        return False
    if one.kind is ProposalKind.STATEMENT:
        alike = _same_words(one.content, other.content) and one.manner == other.manner
        return alike and _same_chain(one, other)
    if not _same_words((one.span,), (other.span,)):
        return False
    if one.kind is ProposalKind.ANSWER:
        return one.answer_code == other.answer_code and _same_chain(one, other)
    if one.kind is ProposalKind.CLAIM:
        what = (one.subject, one.polarity) == (other.subject, other.polarity)
        return what and one.persons == other.persons and _same_chain(one, other)
    if one.kind is ProposalKind.COMMITMENT:
        return _same_name(one.by, other.by) and (one.due is None) == (other.due is None)
    if one.kind is ProposalKind.CONTACT:
        return one.contact_status == other.contact_status
    if one.kind is ProposalKind.HANDOVER:
        return (one.count == other.count or None in (one.count, other.count)) and (
            other.through is None or _same_name(one.through, other.through)
        )
    return True


def _same_words(some: Sequence[Span], others: Sequence[Span]) -> bool:
    common = sum(max(0, min(a.stop, b.stop) - max(a.start, b.start)) for a in some for b in others)
    shorter = min(sum(s.stop - s.start for s in some), sum(s.stop - s.start for s in others))
    return shorter > 0 and common >= _SHARE * shorter


def _same_chain(one: Proposal, other: Proposal) -> bool:
    """Whether the other's chain is the one's, or as much of it as begins with the same speaker."""
    if bool(one.chain) is not bool(other.chain):
        return False
    if one.chain and not _same_name(one.chain[0].name, other.chain[0].name):
        return False
    left = iter(one.chain)
    return all(any(_same_name(a.name, b.name) for a in left) for b in other.chain)


def _same_name(one: str | None, other: str | None) -> bool:
    """Whether one name is the other, or a part of it: "Rasil" of "Tamer Abu Rasil"."""
    if one is None or other is None:
        return one is other
    a, b = (
        {word.strip(".,'\"«»“”").casefold() for word in name.split()} - {"the", "a", "an"} for name in (one, other)
    )
    return a <= b or b <= a

"""How well the engine reads the marked-up reports: statements, chains, dates, mentions, events.

    python -m benchmarks.reading.score [--half dev|kept|later] [--lang en,ru] [--verbose] [--json FILE] [REPORT ...]

In: the reports beside this file, or those named. Out: by language, for each kind of thing how many are marked, how
many were proposed, and precision, recall and F1. `--verbose` lists every miss and false alarm with its words, on the
dev half only: what the kept half holds, and the reports of later hands, stay unseen by whoever works on the rules.
Leaves to others: reading the marks (`marked`), derived data of others (`jsonl`).

A statement is found where its content shares half of its characters or more with a marked one (Jaccard, without
spaces; one to one, the nearest first). An attitude that is marked is neither required nor wrong. An event is found
where one of its kind overlaps the marked clause, and right where every field that its line gives agrees.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from benchmarks.reading.marked import (
    ATTITUDE,
    DATE,
    EVENTS,
    MENTION,
    STATEMENT,
    WHOLE,
    BadReportError,
    Marked,
    MarkedLink,
    MarkedReport,
    Never,
    Place,
    chains_of,
    files_of,
    folded,
    load,
    participants_of,
)

from homeward.names import Spotter
from homeward.reading import Document, Proposal, ProposalKind, Reading, read
from homeward.reading.telling import Telling
from homeward.records import AnswerCode, ClaimSubject, LinkRole, PartialDate, Polarity

REPORTS = Path(__file__).parent / "reports"
KEPT = ("kept", "later")  # held back for measuring: by the first hands, and by later ones
ENOUGH = 0.5  # the share of a content that must agree
ROWS = (
    "statements", "  right speaker", "  whole chain", "  and its attribution", "  right manner",
    "  relayed, whole chain",
    "dates", "  right value", "  naming a day", "sought people", "groups", "  right number",
    *(row for kind in EVENTS for row in (kind, f"  {kind}, right")),
)  # fmt: skip

_Gold = TypeVar("_Gold")
_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many are marked, how many were proposed, how many of them agree."""

    marked: int = 0
    proposed: int = 0
    right: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.marked + other.marked, self.proposed + other.proposed, self.right + other.right)

    @property
    def precision(self) -> float:
        """Share of the proposed that is right; 0 if nothing was proposed."""
        return self.right / self.proposed if self.proposed else 0.0

    @property
    def recall(self) -> float:
        """Share of the marked that was proposed; 0 if nothing is marked."""
        return self.right / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.right / (self.marked + self.proposed) if self.right else 0.0


@dataclass(slots=True)
class Score:
    """The result on one report, or the sum over several.

    Attributes:
        tallies: by row.
        never: proposals that a line `never` forbids.
        acknowledgements: places where holding is said to be acknowledged and nobody marked so.
        fields: by kind of event and field, of how many that were found it agrees, and how many were found.
        notes: misses and false alarms, in words.
    """

    tallies: dict[str, Tally] = field(default_factory=lambda: dict.fromkeys(ROWS, Tally()))
    never: int = 0
    acknowledgements: int = 0
    fields: dict[str, dict[str, tuple[int, int]]] = field(default_factory=dict)
    reports: int = 0
    words: int = 0
    notes: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add another's counts to these."""
        for row, tally in other.tallies.items():
            self.tallies[row] += tally
        self.never += other.never
        self.acknowledgements += other.acknowledgements
        for kind, fields in other.fields.items():
            for name, (right, found) in fields.items():
                self.count_field(kind, name, right, found)
        self.reports += other.reports
        self.words += other.words

    def count_field(self, kind: str, name: str, right: int, found: int) -> None:
        """Add to the counts of one field."""
        fields = self.fields.setdefault(kind, {})
        before = fields.get(name, (0, 0))
        fields[name] = before[0] + right, before[1] + found


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as the engine gives it, in whichever of its forms."""

    content: tuple[Place, ...]
    cue: tuple[Place, ...]
    source: tuple[Place, ...]
    speaker: str | None
    chain: tuple[tuple[str, str], ...]  # name and attribution
    manner: str


def document_of(report: MarkedReport) -> Document:
    """The report as the engine is given it."""
    language = None if report.language == "und" else report.language
    return Document(report.text, report.published, report.publisher, language=language)


def read_report(report: MarkedReport, *, telling: Telling | None = None) -> Reading:
    """What the engine proposes for a marked-up report; `telling` as in `homeward.reading.read`."""
    sought = Spotter([(key, list(forms)) for key, forms in report.sought]) if report.sought else None
    return read(document_of(report), sought=sought, groups=report.groups, sought_count=report.count, telling=telling)


def score(report: MarkedReport, reading: Reading) -> Score:
    """Compare what was proposed with what is marked."""
    result = Score(reports=1, words=len(report.text.split()))
    _score_statements(report, reading, result)
    _score_dates(report, reading, result)
    _score_mentions(report, reading, result)
    _score_events(report, reading, result)
    _count_forbidden(report, reading, result)
    return result


# --- what the engine gives ----------------------------------------------------------------------------------------


def statements_of(reading: Reading) -> list[Said]:
    """Every statement, from `Reading.statements` where the engine has it, else from the proposals."""
    if getattr(reading, "statements", ()):
        return [_said(s) for s in reading.statements]
    return [
        Said(
            _places(p.content),
            (),
            _places(p.chain[0].span if p.chain and p.chain[0].role is LinkRole.SPEAKER else None),
            p.chain[0].name if p.chain else None,
            tuple((link.name, link.attribution.value) for link in p.chain),
            p.manner.value if p.manner else "",
        )
        for p in reading.proposals
        if p.kind is ProposalKind.STATEMENT
    ]


def _said(statement: Any) -> Said:
    chain = tuple((link.name, link.attribution.value) for link in statement.chain)
    speaker = statement.speaker
    manner = ATTITUDE if getattr(statement, "attitude", False) else statement.manner
    return Said(
        _places(statement.content),
        _places(statement.cue),
        _places(statement.source),
        getattr(speaker, "name", speaker) or None,
        chain,
        str(getattr(manner, "value", manner) or ""),
    )


def _places(spans: Any) -> tuple[Place, ...]:
    if spans is None:
        return ()
    many = spans if isinstance(spans, (tuple, list)) else (spans,)
    return tuple((s.start, s.stop) for s in many)


# --- comparing ----------------------------------------------------------------------------------------------------


def pair(
    gold: Sequence[_Gold], found: Sequence[_Found], nearness: Callable[[_Gold, _Found], Any]
) -> list[tuple[int, int]]:
    """One-to-one pairs, the nearest first; `nearness` is None for what may not be paired."""
    near = [(n, -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found) if (n := nearness(g, f)) is not None]
    pairs: list[tuple[int, int]] = []
    left, right = set(range(len(gold))), set(range(len(found)))
    for _, i, j in sorted(near, reverse=True):
        if -i in left and -j in right:
            left.discard(-i)
            right.discard(-j)
            pairs.append((-i, -j))
    return sorted(pairs)


def overlap(text: str, one: Sequence[Place], two: Sequence[Place]) -> float:
    """Jaccard index of the characters of two sets of places, spaces not counted."""
    a = {at for start, stop in one for at in range(start, stop) if not text[at].isspace()}
    b = {at for start, stop in two for at in range(start, stop) if not text[at].isspace()}
    return len(a & b) / len(a | b) if a and b else 0.0


def touches(one: Sequence[Place], two: Sequence[Place]) -> bool:
    """Whether any two places share a character."""
    return any(a < d and c < b for a, b in one for c, d in two)


def same_name(names: Sequence[str], found: str | None) -> bool:
    """Whether a found name is one of the right ones; none is right where none is given."""
    return folded(found or "") in ({folded(name) for name in names} or {""})


def same_date(values: Sequence[str], found: PartialDate | None) -> bool:
    """Whether a date is one of the right ones, `none` among them."""
    return (_plain_date(found.edtf) if found else "none") in {_plain_date(v) for v in values}


def _plain_date(edtf: str) -> str:
    start, slash, stop = edtf.partition("/")
    return f"{start or '..'}/{stop or '..'}" if slash else edtf


# --- statements -----------------------------------------------------------------------------------------------------


def _score_statements(report: MarkedReport, reading: Reading, result: Score) -> None:
    text = report.text
    gold, attitudes = report.of(STATEMENT), report.of(ATTITUDE)
    found = [s for s in statements_of(reading) if s.manner != ATTITUDE]

    def near(one: Marked, said: Said) -> float | None:
        share = overlap(text, one.places("content"), said.content)
        return share if share >= ENOUGH else None

    pairs = pair(gold, found, near)
    taken = {j for _, j in pairs}
    rest = [j for j in range(len(found)) if j not in taken]
    stances = {rest[j] for _, j in pair(attitudes, [found[j] for j in rest], near)}
    proposed = len(found) - len(stances)
    relayed = sum(_is_relayed(one) for one in gold)
    found_relayed = sum(len(s.chain) > 2 for j, s in enumerate(found) if j not in stances)
    right: dict[str, int] = defaultdict(int)
    for i, j in pairs:
        one, said = gold[i], found[j]
        speaker = same_name(one.fields.get("speaker", ()), _speaker(report, one, said))
        names, whole = _chain_agrees(one, said)
        right["  right speaker"] += speaker
        right["  whole chain"] += names
        right["  and its attribution"] += whole
        right["  right manner"] += one.word == said.manner
        right["  relayed, whole chain"] += names and _is_relayed(one)
        words = _words(text, one.places("content"))
        if not speaker:
            result.notes.append(f'speaker: "{said.speaker}", not "{one.raw.get("speaker", "")}": {words}')
        if not whole:
            given = " > ".join(n if a == "named" else f"{n} ({a})" for n, a in said.chain)
            result.notes.append(f'chain: "{given}", not "{one.raw.get("chain", "")}": {words}')
    result.tallies["statements"] = Tally(len(gold), proposed, len(pairs))
    for row in ("  right speaker", "  whole chain", "  and its attribution", "  right manner"):
        result.tallies[row] = Tally(len(gold), proposed, right[row])
    result.tallies["  relayed, whole chain"] = Tally(relayed, found_relayed, right["  relayed, whole chain"])
    for i, one in enumerate(gold):
        if i not in {i for i, _ in pairs}:
            result.notes.append(f"missed statement {one.id}: {_words(text, one.places('content'))}")
    for j in rest:
        if j not in stances:
            result.notes.append(f'false statement of "{found[j].speaker}": {_words(text, found[j].content)}')


def _speaker(report: MarkedReport, one: Marked, said: Said) -> str | None:
    """The speaker; none where the chain holds the publisher alone and nobody is marked as speaking."""
    alone = len(said.chain) == 1 and same_name((report.publisher or "",), said.chain[0][0])
    return None if alone and not one.fields.get("speaker") else said.speaker


def _chains_of(one: Marked) -> Iterator[tuple[MarkedLink, ...]]:
    speakers = one.fields.get("speaker", ())
    for chain in one.chains:
        links = [link for link in chain if link.names]
        if links and speakers and {folded(n) for n in links[0].names} & {folded(n) for n in speakers}:
            links[0] = MarkedLink((*links[0].names, *speakers), links[0].attributions)
        yield tuple(links)


def _is_relayed(one: Marked) -> bool:
    return any(len(chain) > 2 for chain in _chains_of(one))


def _chain_agrees(one: Marked, said: Said) -> tuple[bool, bool]:
    """Whether all names agree in order; and whether the attribution of every link does too."""
    fit = [
        chain
        for chain in _chains_of(one)
        if len(chain) == len(said.chain)
        and all(same_name(link.names, name) for link, (name, _) in zip(chain, said.chain, strict=True))
    ]
    given = tuple(attribution for _, attribution in said.chain)
    return bool(fit), any(all(a in link.attributions for link, a in zip(chain, given, strict=True)) for chain in fit)


# --- dates and mentions ---------------------------------------------------------------------------------------------


def _one_by_one(marked: Sequence[Marked]) -> list[Marked]:
    """Each place of a mark by itself: "Thursday" twice, under one id, is to be read twice."""
    return [replace(m, spans={WHOLE: (place,)}) for m in marked for place in m.places()]


def _score_dates(report: MarkedReport, reading: Reading, result: Score) -> None:
    text, gold, found = report.text, _one_by_one(report.of(DATE)), reading.dates

    def near(one: Marked, date: Any, *, valued: bool) -> float | None:
        right = same_date(one.values(), date.reach)
        share = overlap(text, one.places(), _places(date.span))
        return None if not share or (valued and not right) else share + right

    pairs = pair(gold, found, lambda g, f: near(g, f, valued=False))
    valued = pair(gold, found, lambda g, f: near(g, f, valued=True))
    days = [g for g in gold if any(v != "none" and PartialDate.read(v).is_day for v in g.values())]
    found_days = [f for f in found if f.reach.is_day]
    right_days = pair(days, found_days, lambda g, f: near(g, f, valued=True))
    result.tallies["dates"] = Tally(len(gold), len(found), len(pairs))
    result.tallies["  right value"] = Tally(len(gold), len(found), len(valued))
    result.tallies["  naming a day"] = Tally(len(days), len(found_days), len(right_days))
    paired, right = dict(pairs), {i for i, _ in valued}
    for i, one in enumerate(gold):
        if i not in right:
            got = f"read as {found[paired[i]].reach.edtf}, not" if i in paired else "missed,"
            result.notes.append(f"date {one.id} {got} {one.word}: {_words(text, one.places())}")
    for j, date in enumerate(found):
        if j not in set(paired.values()):
            result.notes.append(f"false date {date.value.edtf}: {_words(text, _places(date.span))}")


def _score_mentions(report: MarkedReport, reading: Reading, result: Score) -> None:
    text = report.text
    gold = {w: _one_by_one([m for m in report.of(MENTION) if m.word == w]) for w in ("sought", "group")}
    people = [m for m in reading.mentions if m.person_key is not None]
    groups = [m for m in reading.mentions if m.person_key is None]

    def near(one: Marked, mention: Any) -> float | None:
        if one.word == "sought" and mention.person_key not in one.fields.get("person", ()):
            return None
        return overlap(text, one.places(), _places(mention.span)) or None

    for word, row, found in (("sought", "sought people", people), ("group", "groups", groups)):
        pairs = pair(gold[word], found, near)
        result.tallies[row] = Tally(len(gold[word]), len(found), len(pairs))
        if word == "group":
            counted = sum(_count_agrees(gold[word][i].fields.get("count", ()), found[j].count) for i, j in pairs)
            result.tallies["  right number"] = Tally(len(gold[word]), len(found), counted)
        for i, one in enumerate(gold[word]):
            if i not in dict(pairs):
                result.notes.append(f"missed mention {one.id} ({word}): {_words(text, one.places())}")
        for j, mention in enumerate(found):
            if j not in {j for _, j in pairs}:
                who = f"sought, {mention.person_key}" if word == "sought" else "group"
                result.notes.append(f"false mention ({who}): {_words(text, _places(mention.span))}")


def _count_agrees(values: Sequence[str], found: int | None) -> bool:
    return ("none" if found is None else str(found)) in values


# --- events ---------------------------------------------------------------------------------------------------------


def _score_events(report: MarkedReport, reading: Reading, result: Score) -> None:
    text = report.text
    by_kind: dict[str, list[Proposal]] = defaultdict(list)
    for proposal in reading.proposals:
        by_kind[_event_kind(proposal)].append(proposal)
    for kind in EVENTS:
        gold = report.of(kind)
        found = [p for p in by_kind[kind] if not _tells_of_marked_holding(report, p, kind)]
        wrong = {(i, j): _disagreements(one, p) for i, one in enumerate(gold) for j, p in enumerate(found)}

        pairs = _pair_events(text, gold, found, wrong)
        again = _told_again(gold, found, wrong, pairs)
        proposed = len(found) - len(again)
        right = sum(not wrong[one] for one in pairs)
        result.tallies[kind] = Tally(len(gold), proposed, len(pairs))
        result.tallies[f"  {kind}, right"] = Tally(len(gold), proposed, right)
        for i, j in pairs:
            for name in _compared(gold[i]):
                result.count_field(kind, name, name not in wrong[i, j], 1)
            if wrong[i, j]:
                told = ", ".join(
                    f'{n} "{_given(found[j], n)}" not "{_wanted(text, gold[i], n)}"' for n in wrong[i, j]
                )
                result.notes.append(f"{kind} {gold[i].id}: {told}: {_words(text, gold[i].places())}")
        for i, one in enumerate(gold):
            if i not in dict(pairs):
                result.notes.append(f"missed {kind} {one.id}: {_words(text, one.places())}")
        for j in set(range(len(found))) - {j for _, j in pairs} - again:
            result.notes.append(f"false {kind} ({_summary(found[j], kind)}): {_words(text, _places(found[j].span))}")


def _pair_events(
    text: str, gold: Sequence[Marked], found: Sequence[Proposal], wrong: Mapping[tuple[int, int], Sequence[str]]
) -> list[tuple[int, int]]:
    """Events that overlap; of several in one clause those with fewer fields that disagree."""

    def near(i: int, j: int) -> tuple[int, float] | None:
        if not gold[i].places():  # a silence that is proposed, of the whole document
            return -len(wrong[i, j]), 0.0
        share = overlap(text, gold[i].places(), _places(found[j].span))
        return (-len(wrong[i, j]), share) if share else None

    return pair(range(len(gold)), range(len(found)), near)


def _told_again(
    gold: Sequence[Marked],
    found: Sequence[Proposal],
    wrong: Mapping[tuple[int, int], Sequence[str]],
    pairs: Sequence[tuple[int, int]],
) -> set[int]:
    """Proposals that say once more what is right already, of another place of the same mark: not false alarms."""
    again: set[int] = set()
    for i, right in pairs:
        for j, p in enumerate(found):
            if len(gold[i].places()) > 1 and not wrong[i, j] and touches(gold[i].places(), _places(p.span)):
                again.add(j)
        again.discard(right)
    return again - {j for _, j in pairs}


def _event_kind(p: Proposal) -> str:
    if p.kind is ProposalKind.SILENCE and not p.because.startswith("explicit"):
        return "silence-proposed"
    return p.kind.value


def _is_holding(p: Proposal) -> bool:
    return p.answer_code is AnswerCode.HOLDS or (
        p.subject is ClaimSubject.ACKNOWLEDGEMENT and p.polarity is Polarity.ASSERTS
    )


def _marked_holding(report: MarkedReport) -> list[Marked]:
    acknowledged = [
        c
        for c in report.of("claim")
        if "acknowledgement" in c.fields.get("subject", ()) and "asserts" in c.raw["polarity"]
    ]
    return acknowledged + [a for a in report.of("answer") if "holds" in a.fields.get("code", ())]


def _tells_of_marked_holding(report: MarkedReport, p: Proposal, kind: str) -> bool:
    """The engine proposes "we hold them" as answer and as claim; where one is marked, the other is not wrong."""
    if not _is_holding(p):
        return False
    here = [m for m in _marked_holding(report) if touches(m.places(), _places(p.span))]
    return bool(here) and all(m.kind != kind for m in here)


def _compared(one: Marked) -> list[str]:
    """The fields of a marked event that a proposal must share; a condition only where one is marked."""
    extra = (["refused"] if one.kind == "commitment" else []) + (["condition"] if one.places("condition") else [])
    return list(dict.fromkeys([*one.fields, *extra]))


def _disagreements(one: Marked, p: Proposal) -> list[str]:
    """The fields that a proposal has otherwise."""
    return [name for name in _compared(one) if not _agrees(one, name, p)]


def _agrees(one: Marked | Never, name: str, p: Proposal) -> bool:
    values = one.fields.get(name, ())
    if name in ("by", "to", "through", "place"):
        return same_name(values, getattr(p, name))
    if name in ("date", "due"):
        day = getattr(p, name)
        return same_date(values, day.value if day else None)
    if name == "count":
        return _count_agrees(values, p.count)
    if name == "about":
        return any(keys == _about(p) for keys in one.about()) if isinstance(one, Marked) else _names_any(values, p)
    if name == "with":
        groups = one.participants() if isinstance(one, Marked) else participants_of(" | ".join(values))
        return any(_same_people(group, p.participants) for group in groups)
    if name == "refused":
        return _is_refused(p) is bool(values)
    if name == "condition":
        return isinstance(one, Marked) and touches(one.places(name), _places(p.condition))
    return _given(p, name) in values


def _about(p: Proposal) -> frozenset[str]:
    return frozenset([*p.persons, *(["group"] if p.collective else [])])


def _names_any(values: Sequence[str], p: Proposal) -> bool:
    return any(value in _about(p) for value in values)


def _is_refused(p: Proposal) -> bool:
    return bool(getattr(p, "refused", False)) or p.polarity is Polarity.DENIES


def _same_people(wanted: Sequence[Sequence[str]], found: Sequence[str]) -> bool:
    """Whether the found names are the wanted ones in any order; each of the wanted has alternatives."""
    if len(wanted) != len(found):
        return False
    if not wanted:
        return True
    first, *rest = wanted
    return any(same_name(first, n) and _same_people(rest, (*found[:i], *found[i + 1 :])) for i, n in enumerate(found))


def _given(p: Proposal, name: str) -> str:
    """A field of a proposal, as a line would write it."""
    kinds: dict[str, StrEnum | None] = {"code": p.answer_code, "subject": p.subject, "polarity": p.polarity}
    kinds |= {"status": p.contact_status, "kind": p.contact_kind}
    if name in kinds:
        value = kinds[name]
        return value.value if value is not None else ""
    if name in ("date", "due"):
        day = getattr(p, name)
        return day.value.edtf if day else "none"
    if name == "with":
        return " + ".join(p.participants)
    if name == "about":
        return ", ".join(sorted(_about(p)))
    if name == "refused":
        return "yes" if _is_refused(p) else "no"
    if name == "condition":
        return p.condition.text if p.condition else "none"
    value = getattr(p, name, None)
    return "none" if value is None else str(value)


def _wanted(text: str, one: Marked, name: str) -> str:
    if name == "condition":
        return _words(text, one.places(name))
    return one.raw.get(name, "no" if name == "refused" else "")


def _summary(p: Proposal, kind: str) -> str:
    return ", ".join(f"{n}={v}" for n in EVENTS[kind].fields if (v := _given(p, n)) not in ("", "none", "no"))


# --- what must not be -----------------------------------------------------------------------------------------------


def _count_forbidden(report: MarkedReport, reading: Reading, result: Score) -> None:
    for never in report.never:
        for place in _violations(never, reading):
            result.never += 1
            told = "; ".join([never.kind, *(f"{n}={'|'.join(v)}" for n, v in never.fields.items())])
            result.notes.append(f"NEVER {told}: {_words(report.text, place)}")
    marked = [place for m in _marked_holding(report) for place in m.places()]
    alone: list[Place] = []
    for p in reading.proposals:
        here = (p.span.start, p.span.stop)
        if _is_holding(p) and not touches([here], marked) and not touches([here], alone):
            alone.append(here)
            result.notes.append(f"ACKNOWLEDGEMENT that is none: {_words(report.text, [here])}")
    result.acknowledgements += len(alone)


def _violations(never: Never, reading: Reading) -> Iterator[tuple[Place, ...]]:
    if never.kind in EVENTS:
        for p in reading.proposals:
            if _event_kind(p) == never.kind and all(_agrees(never, name, p) for name in never.fields):
                yield _places(p.span)
    elif never.kind == DATE:
        yield from (_places(d.span) for d in reading.dates)
    elif never.kind in (MENTION, "sought", "group"):
        for m in reading.mentions:
            kind = "group" if m.person_key is None else "sought"
            person = never.fields.get("person")
            count = never.fields.get("count")
            of_kind = never.kind in (MENTION, kind) and (person is None or m.person_key in person)
            if of_kind and (count is None or _count_agrees(count, m.count)):
                yield _places(m.span)
    else:
        for said in statements_of(reading):
            speech = never.kind == STATEMENT and said.manner != ATTITUDE
            if (speech or never.kind == said.manner) and _is_forbidden(never, said):
                yield said.content


def _is_forbidden(never: Never, said: Said) -> bool:
    speaker, chain = never.fields.get("speaker"), never.fields.get("chain")
    if speaker is not None and not same_name(speaker, said.speaker):
        return False
    if chain is None or not said.chain:
        return chain is None
    whole = Marked("", STATEMENT, STATEMENT, {}, {}, chains=chains_of(" | ".join(chain), said.chain[-1][0]))
    return _chain_agrees(whole, said)[0]


def _words(text: str, places: Sequence[Place]) -> str:
    words = " ... ".join(" ".join(text[start:stop].split()) for start, stop in places)
    return f"“{words if len(words) <= 160 else words[:90] + ' [...] ' + words[-60:]}”"


# --- as a program ---------------------------------------------------------------------------------------------------


def table(result: Score) -> str:
    """The rows in which anything is marked or proposed."""
    lines = [f"{'':<28}{'marked':>8}{'proposed':>10}{'P':>8}{'R':>8}{'F1':>8}"]
    for row, t in result.tallies.items():
        if t.marked or t.proposed:
            shares = "".join(f"{100 * share:>8.1f}" for share in (t.precision, t.recall, t.f1))
            lines.append(f"{row:<28}{t.marked:>8,}{t.proposed:>10,}{shares}")
    for kind, fields in result.fields.items():
        told = ", ".join(f"{name} {right}/{found}" for name, (right, found) in fields.items())
        lines.append(f"{kind}, of those found: {told}")
    lines.append(
        f"forbidden by a line “never”: {result.never}; acknowledgements that are none: {result.acknowledgements}"
    )
    return "\n".join(lines)


def main() -> None:
    """Read, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="*", type=Path, metavar="REPORT")
    parser.add_argument("--half", choices=("dev", *KEPT), default="dev")
    parser.add_argument("--lang", default="", help="languages, parted by commas")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    files = files_of(options.reports or [REPORTS / options.half])
    if options.verbose and any(set(KEPT) & set(path.resolve().parts) for path in [*files, REPORTS / options.half]):
        parser.error("these reports are held back: they are scored, never shown. Leave out --verbose.")
    wanted = {code for code in options.lang.split(",") if code}
    by_language: dict[str, Score] = {}
    slips = 0
    for path in files:
        try:
            report = load(path)
        except BadReportError as error:
            slips += 1
            print(f"{path}: left out, {len(error.problems)} slips; see benchmarks.reading.marked", file=sys.stderr)
            continue
        if wanted and report.language not in wanted:
            continue
        result = score(report, read_report(report))
        if options.verbose and result.notes:
            print(f"{path}:", *(f"  {note}" for note in result.notes), "", sep="\n")
        by_language.setdefault(report.language, Score()).add(result)
    if not by_language:
        parser.error("no report to score")
    show(by_language)
    if options.json:
        options.json.write_text(json.dumps(_plain(by_language), indent=1) + "\n", encoding="utf-8")
    sys.exit(1 if slips else 0)


def show(by_language: Mapping[str, Score]) -> None:
    """Print a table for each language, and one for all together."""
    scores = dict(by_language)
    if len(scores) > 1:
        scores["all"] = Score()
        for result in by_language.values():
            scores["all"].add(result)
    for language, result in scores.items():
        print(f"{language}: {result.reports:,} reports, {result.words:,} words", table(result), "", sep="\n")


def _plain(by_language: Mapping[str, Score]) -> dict[str, Any]:
    plain = {}
    for language, result in by_language.items():
        plain[language] = asdict(result)
        del plain[language]["notes"]
        for row, t in result.tallies.items():
            plain[language]["tallies"][row]["f1"] = round(t.f1, 4)
    return plain


if __name__ == "__main__":
    main()

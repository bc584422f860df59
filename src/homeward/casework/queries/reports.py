"""Reports of a case, one report with what was read in it, and what was read in all of them, a page at a time.

In: a user, a case or a report, which page or part. Out: lines, and the text in pieces with the proposals numbered in
place. Leaves to others: what a proposal says in words (`proposals`), deciding (`actions.proposals`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from django.db.models import Count, Exists, Max, OuterRef, Prefetch, Q, QuerySet

from homeward.casework import corrections
from homeward.casework.access import ref_of, visible
from homeward.casework.actions.statements import ELISION, NewLink
from homeward.casework.independence import fold
from homeward.casework.models import (
    Answer,
    Capture,
    Case,
    Claim,
    Commitment,
    Contact,
    Decision,
    Handover,
    List,
    Made,
    Person,
    Proposal,
    SilenceFinding,
    Statement,
    User,
)
from homeward.casework.queries.letters import words
from homeward.casework.queries.pages import Page, cut
from homeward.casework.queries.part import PartGround
from homeward.casework.queries.proposals import line_of
from homeward.casework.queries.shown import actor_name, chain_of_statement, name_of, party_name
from homeward.casework.queries.waiting import undecided
from homeward.casework.results import ProposalLine, ShownLink, Words
from homeward.casework.said import said_as_stored, said_in
from homeward.casework.taken_back import not_taken_back
from homeward.reading import SamenessVerdict, proposal_from_json, same_statement
from homeward.records import PartialDate

PART = 20_000
"""Characters of a report that one page shows, about; a part ends with a paragraph."""

PROPOSALS_SHOWN = 120
"""Proposals that one page of a report shows; the others of that part stand with all proposals of the case."""

_COMPARED = 40  # statements of copies with which the words of a report are compared; each takes a moment
_OFFERED = 60  # people whom a form offers by name; of more, they are named by reference

_MADE: Mapping[str, type[Statement | Claim | Contact | Handover | Answer | Commitment | SilenceFinding]] = {
    "statement": Statement,
    "claim": Claim,
    "contact": Contact,
    "handover": Handover,
    "answer": Answer,
    "commitment": Commitment,
    "silencefinding": SilenceFinding,
}


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in a list of many.

    Attributes:
        copy_of: the reference of the report of which this is a near copy; "" for none that may be seen.
        copy_alike: how much of the text is the same, 0 to 1.
        proposals: how much was read in it; waiting: how much of that nobody has decided.
    """

    ref: str
    title: str
    publisher: str
    published: PartialDate | None
    language: str
    format: str
    complete: bool
    copy_of: str
    copy_alike: float | None
    proposals: int
    waiting: int
    taken_in: date


@dataclass(frozen=True, slots=True)
class Corrected:
    """A field that a person read otherwise than the engine: as read, and as accepted (see `casework.corrections`)."""

    field: str
    read: str
    said: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decided on a proposal. `made`: references of what it recorded, as far as it may be seen."""

    accepted: bool
    by: str
    on: datetime
    reason: str
    made: tuple[str, ...]
    corrected: tuple[Corrected, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberedProposal:
    """A proposal with its number in the text of its report."""

    number: int
    line: ProposalLine
    decided: Decided | None


@dataclass(frozen=True, slots=True)
class Quoted:
    """Proposals that rest on the same words, shown once: the words, their chain, and each thing read in them.

    `recorded`: references of the statement that these words repeat, recorded from a copy of this text, and of its
    report; empty where there is none.
    """

    quote: Words
    chain: tuple[ShownLink, ...]
    proposals: tuple[NumberedProposal, ...]
    recorded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text. `begin`: proposals whose words begin here; `depth`: how many proposals rest on it."""

    text: str
    begin: tuple[NumberedProposal, ...] = ()
    depth: int = 0


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One statement, however many reports carry it.

    Attributes:
        ref, quote: of the one recorded first among those that may be seen.
        repeated: reference of each other statement that repeats it, and of its report.
        claims: references of the claims that rest on any of them.
    """

    ref: str
    report_ref: str
    quote: Words
    translation: str
    chain: tuple[ShownLink, ...]
    said_on: PartialDate | None
    repeated: tuple[tuple[str, str], ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report. `left_out`: proposals of this part that are not on this page."""

    line: ReportLine
    author: str
    url: str
    how: str
    sha256: str
    taken_in_by: str
    text: Words
    part: int
    parts: int
    pieces: tuple[Piece, ...]
    quoted: tuple[Quoted, ...]
    left_out: int
    statements: tuple[StatementLine, ...]
    copied_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """A person whom a form offers."""

    ref: str
    name: Words


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """One proposal with what a decision on it may need.

    Attributes:
        everybody: whether all people of the case are offered.
        read: by field, what was read and may be corrected (see `casework.corrections`).
    """

    proposal: NumberedProposal
    report_ref: str
    people: tuple[PersonChoice, ...]
    everybody: bool
    lists: tuple[tuple[str, str], ...]
    read: Mapping[str, str]


def reports_in(user: User, case: Case) -> QuerySet[Capture]:
    """Everything captured that is a report and not a list, the newest first."""
    as_list = List.objects.filter(capture=OuterRef("pk"))
    return visible(user, Capture).filter(~Exists(as_list), case=case).exclude(text="").order_by("-pk")


def reports_of_page(user: User, case: Case, page: int) -> tuple[Page[ReportLine], list[Capture]]:
    """Reports, the newest first."""
    rows = reports_in(user, case).select_related("publisher").defer("text")
    number, pages, total, captures = cut(rows, page)
    return Page(tuple(_lines(user, case, captures)), number, pages, total), captures


def report_of(user: User, capture: Capture, part: int) -> tuple[ReportPage, list[Person]]:
    """One report, and the people who are named on its page."""
    case = capture.case
    bounds = _parts(capture.text)
    part = min(max(1, part), len(bounds))
    begin, end = bounds[part - 1]
    within = visible(user, Proposal).filter(capture=capture, start__gte=begin, start__lt=end)
    if part == len(bounds):
        within = visible(user, Proposal).filter(capture=capture, start__gte=begin)
    count = within.count()
    rows = list(within.order_by("start", "-stop", "pk").select_related("capture__publisher")[:PROPOSALS_SHOWN])
    before = visible(user, Proposal).filter(capture=capture, start__lt=begin).count()
    ground = PartGround(user, case, date.max, people=_named(rows))
    decided = decisions_on(ground, rows)
    numbered = [
        NumberedProposal(before + n, line_of(ground, row), decided.get(row.pk)) for n, row in enumerate(rows, start=1)
    ]
    spans = [(row.start, row.stop, one) for row, one in zip(rows, numbered, strict=True)]
    by = capture.entered_by
    copied = visible(user, Capture).filter(copies=capture).order_by("pk")
    shown = ReportPage(
        line=_lines(user, case, [capture])[0],
        author=capture.author,
        url=capture.url,
        how=capture.how,
        sha256=capture.content_id,
        taken_in_by=by.get_full_name() or by.get_username(),
        text=words(capture.text[:2000], capture.language),
        part=part,
        parts=len(bounds),
        pieces=pieces_of(capture.text, begin, end, spans),
        quoted=_quoted(rows, numbered, _recorded_in_copies(ground, capture, rows, decided)),
        left_out=count - len(rows),
        statements=_statements(ground, capture),
        copied_by=tuple(f"R{pk}" for pk in copied.values_list("pk", flat=True)),
    )
    return shown, list(ground.people.values())


def proposals_of_page(
    user: User, case: Case, page: int, *, kind: str = "", decided: bool = False
) -> tuple[Page[NumberedProposal], list[Person]]:
    """What was read in all reports of a case: what waits, report by report; or what was decided, the newest first."""
    if decided:
        standing = Q(decisions__accepted__isnull=False, decisions__reversed_by__isnull=True)
        rows = visible(user, Proposal).filter(standing, capture__case=case)
        rows = rows.annotate(last=Max("decisions__pk", filter=standing)).order_by("-last")
    else:
        rows = undecided(user, case).order_by("-capture_id", "start", "pk")
    if kind:
        rows = rows.filter(kind=kind)
    number, pages, total, found = cut(rows.select_related("capture__publisher").defer("capture__text"), page)
    ground = PartGround(user, case, date.max, people=_named(found))
    made = decisions_on(ground, found) if decided else {}
    lines = tuple(NumberedProposal(0, line_of(ground, row), made.get(row.pk)) for row in found)
    return Page(lines, number, pages, total), list(ground.people.values())


def kinds_waiting(user: User, case: Case) -> dict[str, int]:
    """How much waits of each kind."""
    counted = undecided(user, case).order_by().values_list("kind").annotate(n=Count("pk"))
    return dict(sorted(counted, key=lambda row: (-row[1], row[0])))


def proposal_of(user: User, row: Proposal) -> tuple[ProposalPage, list[Person]]:
    """One proposal, with the people and lists among which whoever decides may choose."""
    case = row.capture.case
    rows = list(visible(user, Person).filter(case=case).order_by("pk").values_list("pk", flat=True)[: _OFFERED + 1])
    everybody = len(rows) <= _OFFERED
    named = _named([row])
    ground = PartGround(user, case, date.max, people=[*named, *(rows if everybody else ())])
    lists = visible(user, List).filter(case=case, direction="out", arrived_at__isnull=False).order_by("-pk")[:50]
    shown = ProposalPage(
        proposal=NumberedProposal(0, line_of(ground, row), decisions_on(ground, [row]).get(row.pk)),
        report_ref=ref_of(row.capture),
        people=tuple(PersonChoice(ref_of(person), name_of(ground, person)) for person in ground.people.values()),
        everybody=everybody,
        lists=tuple((ref_of(stored), stored.title) for stored in lists),
        read=_may_correct(ground, row),
    )
    return shown, list(ground.people.values())


def decisions_on(ground: PartGround, rows: Sequence[Proposal]) -> dict[int, Decided]:
    """By proposal, the decision that stands, with what it recorded as far as the user may see it."""
    user = ground.user
    by_key = {row.pk: row for row in rows}
    standing = visible(user, Decision).filter(
        proposal__in=[row.pk for row in rows], accepted__isnull=False, reversed_by__isnull=True
    )
    made = Made.objects.order_by("pk")
    decisions = list(
        standing.select_related("entered_by").prefetch_related(Prefetch("results", queryset=made)).order_by("pk")
    )
    wanted: dict[str, set[int]] = {}
    for decision in decisions:
        for result in decision.results.all():
            wanted.setdefault(result.kind, set()).add(result.object_id)
    seen: dict[tuple[str, int], str] = {}
    for kind, ids in wanted.items():
        if kind in _MADE:
            for thing in visible(user, _MADE[kind]).filter(pk__in=ids).only("pk"):
                seen[kind, thing.pk] = ref_of(thing)
    found = {}
    for decision in decisions:
        refs = [seen.get((result.kind, result.object_id), "") for result in decision.results.all()]
        by = decision.entered_by
        found[decision.proposal_id] = Decided(
            accepted=bool(decision.accepted),
            by=by.get_full_name() or by.get_username(),
            on=decision.entered_at,
            reason=decision.reason,
            made=tuple(ref for ref in refs if ref),
            corrected=_corrected(ground, by_key[decision.proposal_id], decision),
        )
    return found


def _corrected(ground: PartGround, row: Proposal, decision: Decision) -> tuple[Corrected, ...]:
    """What the decision changed in what was read, with protected sources not named."""
    if not decision.corrected:
        return ()
    read = corrections.values_read(proposal_from_json(row.payload))
    return tuple(
        Corrected(name, _named_as(ground, name, read[name]), _named_as(ground, name, decision.corrected[name]))
        for name in read
        if name in decision.corrected
    )


def _named_as(ground: PartGround, name: str, value: str) -> str:
    """A value with the names in it as the user may see them."""
    if name not in corrections.NAMES:
        return value
    return "\n".join(actor_name(ground, line) for line in value.splitlines())


def _may_correct(ground: PartGround, row: Proposal) -> dict[str, str]:
    """The values as read, less those in which a protected source stands, whom nobody else can correct."""
    read = corrections.values_read(proposal_from_json(row.payload))
    return {name: value for name, value in read.items() if _named_as(ground, name, value) == value}


def pieces_of(
    text: str, begin: int, end: int, spans: Iterable[tuple[int, int, NumberedProposal]]
) -> tuple[Piece, ...]:
    """Cut a text where the words of a proposal begin or end, so that overlapping ones each keep their own marks.

    The pieces joined are the text from `begin` to `end`; what reaches beyond `end` is marked up to it.
    """
    inside = [(max(start, begin), min(stop, end), one) for start, stop, one in spans if start < end and stop > begin]
    places = sorted({begin, end, *(p for start, stop, _ in inside for p in (start, stop))})
    pieces = []
    for start, stop in pairwise(places):
        beginning = tuple(one for at, _, one in inside if at == start)
        depth = sum(at <= start and stop <= until for at, until, _ in inside)
        pieces.append(Piece(text[start:stop], beginning, depth))
    return tuple(pieces)


def _parts(text: str) -> list[tuple[int, int]]:
    """Where each part of a text begins and ends: after a paragraph, a line, or a space, if there is one."""
    bounds = []
    begin = 0
    while len(text) - begin > PART:
        end = begin + PART
        for mark in ("\n\n", "\n", " "):
            found = text.rfind(mark, begin + PART // 2, end)
            if found > 0:
                end = found + len(mark)
                break
        bounds.append((begin, end))
        begin = end
    return [*bounds, (begin, len(text))]


def _named(rows: Iterable[Proposal]) -> list[int]:
    return [int(key) for row in rows for key in row.payload.get("persons", ()) if str(key).isdigit()]


def _recorded_in_copies(
    ground: PartGround, capture: Capture, rows: Sequence[Proposal], decided: Mapping[int, Decided]
) -> dict[tuple[int, int], tuple[str, str]]:
    """By place in the text, the statement that the words there repeat, and its report; see `accept_proposal`."""
    first = capture.copies_id or capture.pk
    copies = Q(capture=first) | Q(capture__copies=first)
    standing = not_taken_back(visible(ground.user, Statement).filter(copies).exclude(capture=capture)).distinct()
    recorded = standing.select_related("capture").defer("capture__text").prefetch_related("chain__party")
    held = [(statement, said_as_stored(statement)) for statement in recorded.order_by("pk")[:_COMPARED]]
    found: dict[tuple[int, int], tuple[str, str]] = {}
    for row in rows if held else ():
        if row.pk in decided or (row.start, row.stop) in found:
            continue
        proposed = proposal_from_json(row.payload)
        words_said = ELISION.join(span.text for span in (proposed.content or (proposed.span,)))
        chain = [
            NewLink(link.role, link.name, link.attribution, party=ground.parties.get(fold(link.name)))
            for link in proposed.chain
        ]
        spoken = next((link.said_on.value for link in proposed.chain if link.said_on), None) or capture.published
        here = said_in(capture, words_said, chain, said_on=spoken)
        for statement, said in held:
            if same_statement(here, said).verdict is SamenessVerdict.SAME:
                found[row.start, row.stop] = (ref_of(statement), ref_of(statement.capture))
                break
    return found


def _quoted(
    rows: Sequence[Proposal],
    numbered: Sequence[NumberedProposal],
    recorded: Mapping[tuple[int, int], tuple[str, str]],
) -> tuple[Quoted, ...]:
    together: dict[tuple[int, int], list[NumberedProposal]] = {}
    for row, one in zip(rows, numbered, strict=True):
        together.setdefault((row.start, row.stop), []).append(one)
    return tuple(
        # The longest of their chains: a claim out of a statement often names fewer actors, never others.
        Quoted(
            ones[0].line.quote, max((one.line.chain for one in ones), key=len), tuple(ones), recorded.get(place, ())
        )
        for place, ones in together.items()
    )


def _lines(user: User, case: Case, captures: Sequence[Capture]) -> list[ReportLine]:
    ids = [capture.pk for capture in captures]
    originals = {capture.copies_id for capture in captures if capture.copies_id is not None}
    seen = set(visible(user, Capture).filter(pk__in=originals).values_list("pk", flat=True)) if originals else set()
    read = visible(user, Proposal).filter(capture__in=ids).order_by().values_list("capture").annotate(n=Count("pk"))
    waits = undecided(user, case).filter(capture__in=ids).order_by().values_list("capture").annotate(n=Count("pk"))
    proposals, waiting = dict(read), dict(waits)
    return [
        ReportLine(
            ref=ref_of(capture),
            title=capture.title or capture.file_name,
            publisher=party_name(capture.publisher),
            published=capture.published,
            language=capture.language,
            format=capture.format,
            complete=capture.complete,
            copy_of=f"R{capture.copies_id}" if capture.copies_id in seen else "",
            copy_alike=capture.copy_similarity if capture.copies_id in seen else None,
            proposals=proposals.get(capture.pk, 0),
            waiting=waiting.get(capture.pk, 0),
            taken_in=capture.entered_at.date(),
        )
        for capture in captures
    ]


def _statements(ground: PartGround, capture: Capture) -> tuple[StatementLine, ...]:
    """The statements recorded from a report; with each, those in other reports that are the same one."""
    user = ground.user
    standing = not_taken_back(visible(user, Statement)).select_related("capture__publisher").defer("capture__text")
    here = list(standing.filter(capture=capture).order_by("start", "pk").distinct()[:PROPOSALS_SHOWN])
    firsts = {statement.repeats_id or statement.pk for statement in here}
    alike = standing.filter(Q(pk__in=firsts) | Q(repeats__in=firsts)).order_by("pk").distinct()
    by_first: dict[int, list[Statement]] = {}
    for statement in alike:
        by_first.setdefault(statement.repeats_id or statement.pk, []).append(statement)
    ids = [statement.pk for them in by_first.values() for statement in them]
    ground.take_chains(ids)
    claims: dict[int, list[str]] = {}
    for pk, statement_id in (
        visible(user, Claim).filter(statement__in=ids).order_by("pk").values_list("pk", "statement")
    ):
        if statement_id is not None:
            claims.setdefault(statement_id, []).append(f"C{pk}")
    lines = []
    for first, them in by_first.items():
        shown = next((s for s in them if s.pk == first), them[0])
        lines.append(
            StatementLine(
                ref=ref_of(shown),
                report_ref=ref_of(shown.capture),
                quote=words(shown.text, shown.language),
                translation=shown.translation,
                chain=chain_of_statement(ground, shown),
                said_on=shown.said_on,
                repeated=tuple((ref_of(s), ref_of(s.capture)) for s in them if s.pk != shown.pk),
                claims=tuple(ref for s in them for ref in claims.get(s.pk, ())),
            )
        )
    return tuple(lines)

"""The lists of a case, and one list with its rows as written and who they are judged to be, a page at a time.

In: a user, a case or a list, which page. Out: `Page`s of lines, by a number of queries that does not grow.
Leaves to others: what a list becomes (`actions.lists`), the reckoning of echoes (`matching`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, QuerySet

from homeward.casework import audit
from homeward.casework.access import Permission, get, one_look, ref_of, require, visible
from homeward.casework.faults import Faults
from homeward.casework.list_people import BY_HAND
from homeward.casework.models import (
    Answer,
    Case,
    Direction,
    Handover,
    ItemLink,
    Judgement,
    List,
    ListItem,
    ListPdf,
    NameForm,
    Person,
    Preparation,
    User,
    row_counts,
    with_verdict,
)
from homeward.casework.queries.awaited import tied_counts, tied_links
from homeward.casework.queries.echoes import MOST_ROWS, echo_notes
from homeward.casework.queries.letters import words
from homeward.casework.queries.pages import Page, cut, part_of
from homeward.casework.queries.shown import names_of, party_name
from homeward.casework.queries.waiting import unjudged
from homeward.casework.results import Words
from homeward.casework.taken_back import not_taken_back
from homeward.casework.withheld import is_withheld
from homeward.casework.wording import code_words
from homeward.errors import Problem
from homeward.records import PartialDate, Verdict

_BULK = ("tables", "problems", "capture__text")


@dataclass(frozen=True, slots=True)
class ListLine:
    """A list among others.

    Attributes:
        rows: all of them; `tied` are judged to be a sought person (our own: tied by whoever prepared it); `waiting`
            rows are candidates nobody has judged.
        whole: whether every row has arrived.
        echo: in words, that it is our own coming back; "" if not, or not compared.
        compared: False where it is too long to be compared with ours while a page is made.
        follows, followed_by: references of the version before and of those after.
    """

    ref: str
    title: str
    direction: str
    author: str
    publisher: str
    recipient: str
    as_of: PartialDate | None
    rows: int
    tied: int
    waiting: int
    whole: bool
    echo: str
    compared: bool
    follows: str
    followed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowPerson:
    """A sought person to whom a row is linked, and what was judged of it."""

    link_ref: str
    person_ref: str
    name: Words
    verdict: str  # "" while nobody judged
    judged_by: str
    probability: float | None
    ours: bool  # a row of our own list that was linked by hand


@dataclass(frozen=True, slots=True)
class RowLine:
    """One row as written.

    Attributes:
        cells: heading and cell of each filled cell.
        readable: whether a person could be read from it.
    """

    ordinal: int
    row_number: int
    table: str
    name: Words | None
    cells: tuple[tuple[str, Words], ...]
    readable: bool
    emptied: bool  # by a purge
    people: tuple[RowPerson, ...]


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """One time that a list was handed over, as recorded or as told."""

    ref: str
    giver: str
    recipient: str
    through: str
    on: PartialDate | None
    place: str
    carried_by: str
    received_by: str
    acknowledged: bool | None
    round: int
    reply_due: date | None
    told_only: bool  # a statement tells of it


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer that stands, to a list or to one row."""

    ref: str
    by: str
    code: str
    said: str  # the code in words
    words: Words | None
    on: PartialDate | None
    round: int
    collective: bool


@dataclass(frozen=True, slots=True)
class ShownList:
    """One list in full.

    Attributes:
        tables: per table its name and its columns: letter, heading, what it means.
        problems: every fault found when it was read.
    """

    line: ListLine
    purpose: str
    title_may_be_told: bool
    file_name: str
    format: str
    sha256: str
    taken_in_at: datetime
    taken_in_by: str
    tables: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]
    problems: tuple[Problem, ...]
    handovers: tuple[HandoverLine, ...]
    answers: tuple[AnswerLine, ...]  # collective ones
    prepared_as: tuple[str, ...]  # references of the preparations that it was approved from
    withheld: bool  # its file is given out no more, for somebody on it was purged
    pdf_sha256: str  # of the pages that were set of it and kept; empty while there are none
    rows: Page[RowLine]


def lists_page(user: User, case: Case, *, page: int = 1) -> Page[ListLine]:
    """The lists of a case, the newest first."""
    with one_look():
        require(user, Permission.READ, case)
        rows = _lists(user, case).order_by("-pk")
        number, pages, total, held = cut(rows, page)
        audit.note_read(user, "read_lists", case=case, about=[case, *held])
        return Page(tuple(_lines(user, case, held)), number, pages, total)


def shown_list(user: User, stored: List, *, page: int = 1, only: str = "") -> ShownList:
    """One list with a page of its rows.

    Args:
        only: ``tied``, ``waiting`` or ``unreadable``; empty: every row.
    """
    with one_look():
        seen = _lists(user, stored.case).filter(pk=stored.pk).first() or get(user, List, stored.pk)
        case = seen.case
        require(user, Permission.READ, case)
        audit.note_read(user, "read_list", case=case, about=[seen])
        (line,) = _lines(user, case, [seen])
        capture = seen.capture
        by = seen.entered_by
        return ShownList(
            line=line,
            purpose=seen.purpose,
            title_may_be_told=seen.title_may_be_told,
            file_name=capture.file_name,
            format=capture.format,
            sha256=capture.content_id,
            taken_in_at=capture.entered_at,
            taken_in_by=by.get_full_name() or by.get_username(),
            tables=tuple((str(t.get("name", "")), _columns(t)) for t in seen.tables),
            problems=Faults.from_json(seen.problems).problems(),
            handovers=_handovers(user, seen),
            answers=_answers(user, seen, None),
            prepared_as=tuple(
                f"D{pk}"
                for pk in visible(user, Preparation)
                .filter(approval__list=seen)
                .distinct()
                .order_by("pk")
                .values_list("pk", flat=True)
            ),
            withheld=is_withheld(case, capture.content_id),
            pdf_sha256=visible(user, ListPdf).filter(list=seen).values_list("content", flat=True).first() or "",
            rows=_rows_page(user, seen, page, only),
        )


def shown_row(user: User, stored: List, ordinal: int) -> tuple[ListItem, RowLine, tuple[AnswerLine, ...]]:
    """One row with everybody to whom it is linked, and the answers about it.

    Raises:
        NotThereError: the list has no such row that this user may see.
    """
    with one_look():
        found = visible(user, ListItem).filter(list=stored, ordinal=ordinal).values_list("pk", flat=True).first()
        item = get(user, ListItem, found or 0)
        case = item.list.case
        require(user, Permission.READ, case)
        audit.note_read(user, "read_list_row", case=case, about=[item.list, item])
        (line,) = _row_lines(user, item.list, [item])
        return item, line, _answers(user, item.list, item)


def shown_answer(user: User, answer: Answer) -> tuple[AnswerLine, Words | None]:
    """One answer, and the name on the row that it is about.

    Raises:
        NotThereError: it is not there or not for this user.
    """
    with one_look():
        seen = get(user, Answer, answer.pk)
        require(user, Permission.READ, seen.case)
        audit.note_read(user, "read_answer", case=seen.case, about=[seen])
        return answer_line(seen), words(seen.item.name) if seen.item is not None and seen.item.name else None


def _lists(user: User, case: Case) -> QuerySet[List]:
    rows = visible(user, List).filter(case=case)
    return rows.select_related("case", "capture", "author", "publisher", "recipient", "follows", "entered_by").defer(
        "capture__text", "follows__tables", "follows__problems"
    )


def _lines(user: User, case: Case, held: Sequence[List]) -> list[ListLine]:
    ids = [stored.pk for stored in held]
    ours = list(
        visible(user, List)
        .filter(case=case, direction=Direction.OUT, arrived_at__isnull=False)
        .select_related("capture")
        .defer(*_BULK)
        .order_by("pk")
    )
    wanted = {*ids, *(mine.pk for mine in ours)}
    counts = row_counts(List.objects.filter(pk__in=wanted))
    tied = tied_counts(user, case)
    waiting = dict(
        unjudged(user, case)
        .filter(item__list__in=ids)
        .order_by()
        .values_list("item__list")
        .annotate(n=Count("item", distinct=True))
    )
    later: dict[int, list[str]] = {}
    for pk, before in visible(user, List).filter(follows__in=ids).order_by("pk").values_list("pk", "follows"):
        later.setdefault(before or 0, []).append(f"L{pk}")
    seen_before = set(visible(user, List).filter(pk__in=[s.follows_id for s in held]).values_list("pk", flat=True))
    notes = echo_notes(held, counts, ours, longest=MOST_ROWS)
    return [
        ListLine(
            ref=ref_of(stored),
            title=stored.title,
            direction=stored.direction,
            author=party_name(stored.author),
            publisher=party_name(stored.publisher),
            recipient=party_name(stored.recipient),
            as_of=stored.as_of,
            rows=counts.get(stored.pk, 0),
            tied=tied.get(stored.pk, 0),
            waiting=waiting.get(stored.pk, 0),
            whole=stored.arrived_at is not None,
            echo=notes.get(stored.pk, ""),
            compared=not ours or stored.direction == Direction.OUT or counts.get(stored.pk, 0) <= MOST_ROWS,
            follows=ref_of(stored.follows) if stored.follows is not None and stored.follows_id in seen_before else "",
            followed_by=tuple(later.get(stored.pk, ())),
        )
        for stored in held
    ]


def _columns(table: dict[str, Any]) -> tuple[tuple[str, str, str], ...]:
    headings = [str(h) for h in table.get("headings", ())]
    letters = [str(x) for x in table.get("letters", ())] + [""] * len(headings)
    meanings = [str(m) for m in table.get("meanings", ())] + [""] * len(headings)
    return tuple(zip(letters, headings, meanings, strict=False))


def _rows_page(user: User, stored: List, page: int, only: str) -> Page[RowLine]:
    rows = visible(user, ListItem).filter(list=stored).order_by("ordinal")
    if only == "tied":
        rows = rows.filter(pk__in=tied_links(user, stored.case).filter(item__list=stored).values("item"))
    elif only == "waiting":
        rows = rows.filter(pk__in=unjudged(user, stored.case).filter(item__list=stored).values("item"))
    elif only == "unreadable":
        rows = rows.filter(record__isnull=True)
    total = rows.count()
    number, pages, part = part_of(total, page)
    if not only:  # numbers run through: no need to walk over those before
        items = list(rows.filter(ordinal__gt=part.start, ordinal__lte=part.stop).defer("record"))
    else:
        items = list(rows[part])
    return Page(tuple(_row_lines(user, stored, items)), number, pages, total)


def _row_lines(user: User, stored: List, items: Sequence[ListItem]) -> list[RowLine]:
    ids = [item.pk for item in items]
    unreadable = set(ListItem.objects.filter(pk__in=ids, record__isnull=True).values_list("pk", flat=True))
    linked = list(with_verdict(visible(user, ItemLink).filter(item__in=ids)).order_by("pk"))
    seen = visible(user, Person).filter(case=stored.case, pk__in={link.person_id for link in linked})
    people = set(seen.values_list("pk", flat=True))  # asked apart: of two choices at once SQLite walks every pair
    links = [link for link in linked if link.person_id in people]
    forms: dict[int, list[NameForm]] = {}
    for form in visible(user, NameForm).filter(person__in=people).order_by("pk"):
        forms.setdefault(form.person_id, []).append(form)
    holding = Judgement.objects.filter(pk__in=[getattr(link, "holding_id") for link in links])  # noqa: B009
    judged = {judgement.pk: judgement for judgement in holding.select_related("entered_by")}
    found: dict[int, list[RowPerson]] = {}
    for link in sorted(links, key=_by_weight):
        judgement = judged.get(getattr(link, "holding_id"))  # noqa: B009
        verdict: str = getattr(link, "verdict")  # noqa: B009
        names = names_of(forms.get(link.person_id, ()))
        found.setdefault(link.item_id, []).append(
            RowPerson(
                link_ref=ref_of(link),
                person_ref=f"P{link.person_id}",
                name=names[0] if names else Words(f"P{link.person_id}"),
                verdict=verdict,
                judged_by=(judgement.entered_by.get_full_name() or judgement.entered_by.username)
                if judgement
                else "",
                probability=link.probability,
                ours=not verdict and link.engine == BY_HAND and stored.direction == Direction.OUT,
            )
        )
    headings = {str(t.get("name", ""))[:100]: _columns(t) for t in stored.tables}
    only = next(iter(headings.values())) if len(headings) == 1 else None
    return [
        RowLine(
            ordinal=item.ordinal,
            row_number=item.row_number,
            table=item.table if len(headings) > 1 else "",
            name=words(item.name) if item.name else None,
            cells=_cells(item, headings.get(item.table) or only or ()),
            readable=item.pk not in unreadable,
            emptied=not item.cells,
            people=tuple(found.get(item.pk, ())),
        )
        for item in items
    ]


def _cells(item: ListItem, columns: Sequence[tuple[str, str, str]]) -> tuple[tuple[str, Words], ...]:
    found = []
    for place, cell in enumerate(item.cells):
        text = str(cell if cell is not None else "").strip()
        if text:
            letter, heading, _ = columns[place] if place < len(columns) else ("", "", "")
            found.append((heading or letter or str(place + 1), words(text)))
    return tuple(found)


def _by_weight(link: ItemLink) -> tuple[bool, bool, float, int]:
    verdict: str = getattr(link, "verdict")  # noqa: B009
    probability = 2.0 if link.probability is None else link.probability
    return (verdict != Verdict.SAME, verdict == Verdict.DIFFERENT, -probability, link.pk)


def _handovers(user: User, stored: List) -> tuple[HandoverLine, ...]:
    rows = not_taken_back(visible(user, Handover).filter(list=stored)).select_related("giver", "recipient", "through")
    return tuple(handover_line(row) for row in rows.order_by("pk").distinct())


def handover_line(row: Handover) -> HandoverLine:
    """A hand-over as shown."""
    return HandoverLine(
        ref=ref_of(row),
        giver=party_name(row.giver),
        recipient=party_name(row.recipient),
        through=party_name(row.through),
        on=row.on,
        place=row.place,
        carried_by=row.carried_by,
        received_by=row.received_by,
        acknowledged=row.acknowledged,
        round=row.round,
        reply_due=row.reply_due,
        told_only=row.statement_id is not None,
    )


def _answers(user: User, stored: List, item: ListItem | None) -> tuple[AnswerLine, ...]:
    rows = not_taken_back(visible(user, Answer).filter(list=stored, item=item, reversal__isnull=True))
    rows = rows.select_related("party", "statement").order_by("pk").distinct()
    return tuple(answer_line(row) for row in rows)


def answer_line(row: Answer) -> AnswerLine:
    """An answer as shown."""
    said = row.words or (row.statement.text if row.statement is not None else "")
    return AnswerLine(
        ref=ref_of(row),
        by=party_name(row.party),
        code=row.code,
        said=code_words(row.code, collective=row.item_id is None),
        words=words(said, row.statement.language if row.statement is not None else "") if said else None,
        on=row.answered_on,
        round=row.round,
        collective=row.item_id is None,
    )

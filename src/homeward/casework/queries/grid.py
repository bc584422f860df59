"""Lists and answers, name by name: what was handed over, what was answered, who else's lists name whom.

In: lists, hand-overs, answers, judged links. Out: columns in order of time and one row for each person.
A collective answer stands on every row, and is marked on every row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext, ngettext

from homeward.casework import wording
from homeward.casework.access import ref_of
from homeward.casework.models import Answer, Direction, Handover, List, Person
from homeward.casework.queries.echoes import echo_notes
from homeward.casework.queries.ground import Ground, verdict_of
from homeward.casework.queries.letters import words
from homeward.casework.queries.shown import name_of, party_name
from homeward.casework.queries.unanswered import handed_to, is_specific, is_unread, rows_of
from homeward.casework.results import Grid, GridCell, GridColumn, GridRow
from homeward.records import PartialDate, Verdict

_EMPTY = GridCell("", "")


@dataclass(frozen=True, slots=True)
class _Source:
    """What one column is made from: a hand-over, the answers of one round, or a list."""

    column: GridColumn
    list: List | None
    handover: Handover | None = None
    answers: tuple[Answer, ...] = ()
    by_item: Mapping[int | None, Sequence[Answer]] = field(
        default_factory=dict
    )  # the answers; None: of nobody by name


def grid_of(ground: Ground) -> Grid:
    """The grid of a case."""
    sources = sorted(
        [*_handed_over(ground), *_answered(ground), *_from_others(ground)], key=lambda source: _order(source.column)
    )
    rows = tuple(
        GridRow(ref_of(person), name_of(ground, person), tuple(_cell(ground, source, person) for source in sources))
        for person in ground.people.values()
    )
    return Grid(tuple(source.column for source in sources), rows)


def _handed_over(ground: Ground) -> list[_Source]:
    found = []
    for handover in ground.handovers:
        stored = ground.lists.get(handover.list_id or 0)
        title = stored.title if stored is not None else gettext("A list that is not held")
        when = wording.date_words(handover.on)
        giver = party_name(handover.giver)
        told = gettext("{giver} to {recipient}, {date}") if giver else gettext("to {recipient}, {date}")
        sub = told.format(giver=giver, recipient=handed_to(handover), date=when)
        note = ""
        if stored is None:
            note = gettext("Told by a report; the list itself is not held.")
        elif rest := _untied(ground, stored):
            phrase = ngettext(
                "{n} row of it is not tied to a person.", "{n} rows of it are not tied to a person.", rest
            )
            note = wording.first_upper(wording.counted(phrase, rest))
        column = GridColumn(ref_of(handover), title, sub, handover.on, "handed_over", note)
        found.append(_Source(column, stored, handover))
    with_handover = {handover.list_id for handover in ground.handovers}
    for stored in ground.lists.values():
        if stored.direction == Direction.OUT and stored.pk not in with_handover:
            column = GridColumn(
                ref_of(stored), stored.title, gettext("ours; no hand-over is recorded"), stored.as_of, "handed_over"
            )
            found.append(_Source(column, stored))
    return found


def _untied(ground: Ground, stored: List) -> int:
    return max(0, ground.row_counts.get(stored.pk, 0) - ground.tied_counts.get(stored.pk, 0))


def _answered(ground: Ground) -> list[_Source]:
    rounds: dict[tuple[int, int | None, bool, int], list[Answer]] = {}
    for answer in ground.answers:
        # A party recorded twice is one, but what is said under a name that is protected stands apart.
        one, apart = ground.sides.one(answer.party_id), bool(answer.party and answer.party.protected)
        rounds.setdefault((answer.list_id, one, apart, answer.round), []).append(answer)
    found = []
    for (list_id, _, _, number), answers in rounds.items():
        dated = [a.answered_on for a in answers if a.answered_on is not None]
        on = min(dated, key=_day) if dated else None
        who = party_name(answers[0].party) or gettext("a party not recorded")
        stored = ground.lists.get(list_id)
        about = gettext("about {list}, ").format(list=stored.title) if stored is not None else ""
        column = GridColumn(
            ref_of(answers[0]),
            gettext("Answer of {party}, round {round}").format(party=who, round=number),
            f"{about}{wording.date_words(on)}",
            on,
            "answer",
            gettext("Collective only: nobody is answered by name.")
            if all(a.item_id is None for a in answers)
            else "",
        )
        by_item: dict[int | None, list[Answer]] = {}
        for answer in answers:
            by_item.setdefault(answer.item_id, []).append(answer)
        found.append(_Source(column, stored, None, tuple(answers), by_item))
    return found


def _from_others(ground: Ground) -> list[_Source]:
    found = []
    for stored in ground.lists.values():
        if stored.direction == Direction.OUT:
            continue
        author = party_name(stored.author) or gettext("an author not recorded")
        on = stored.as_of or stored.capture.published
        told = (
            gettext("of {author}, published, {date}")
            if stored.direction == Direction.PUBLISHED
            else gettext("of {author}, received, {date}")
        )
        sub = told.format(author=author, date=wording.date_words(on))
        note = echo_note(ground, stored)
        kind = "published" if stored.direction == Direction.PUBLISHED else "received"
        found.append(_Source(GridColumn(ref_of(stored), stored.title, sub, on, kind, note), stored))
    return found


def echo_note(ground: Ground, stored: List) -> str:
    """In words, that a list is our own coming back; empty if it is not."""
    if stored.pk not in ground.echo_notes:
        ours = [other for other in ground.lists.values() if other.direction == Direction.OUT]
        notes = echo_notes([stored], ground.row_counts, ours, longest=ground.longest_compared)
        ground.echo_notes[stored.pk] = notes.get(stored.pk, "")
    return ground.echo_notes[stored.pk]


def _cell(ground: Ground, source: _Source, person: Person) -> GridCell:
    if source.column.kind == "handed_over":
        return _handed_over_cell(ground, source, person)
    if source.answers:
        return _answer_cell(ground, source, person)
    return _listed_cell(ground, source, person)


def _handed_over_cell(ground: Ground, source: _Source, person: Person) -> GridCell:
    if source.list is None or not (items := rows_of(ground, source.list.pk, person.pk)):
        return _EMPTY
    rows = sorted(
        link.item.row_number for link in ground.links_by_place[source.list.pk, person.pk] if link.item_id in items
    )
    said = gettext("handed over, row {rows}") if source.handover is not None else gettext("on our list, row {rows}")
    on = source.column.on
    return GridCell(
        "handed_over" if source.handover is not None else "listed",
        said.format(rows=", ".join(map(str, rows))),
        on,
        wording.age_days(on, ground.as_of),
        ref=source.column.ref,
    )


def _answer_cell(ground: Ground, source: _Source, person: Person) -> GridCell:
    items = rows_of(ground, source.answers[0].list_id, person.pk)
    if not items:
        return _EMPTY
    mine = [a for item in items for a in source.by_item.get(item, ())]
    specific = [a for a in mine if is_specific(a)]
    chosen = _newest(specific) or _newest(source.by_item.get(None, ())) or _newest(mine)
    if chosen is None:
        return GridCell("no_answer", gettext("not answered about in this round"))
    collective = chosen.item_id is None
    unread = not collective and is_unread(ground, chosen, person.pk)
    said = chosen.words or (chosen.statement.text if chosen.statement is not None else "")
    language = chosen.statement.language if chosen.statement is not None else ""
    return GridCell(
        code=chosen.code,
        words=wording.code_words(chosen.code, collective=collective)
        + (" " + gettext("(of nobody by name)") if collective else "")
        + (" " + gettext("(not yet read by a second person)") if unread else ""),
        on=chosen.answered_on,
        age_days=wording.age_days(chosen.answered_on, ground.as_of),
        collective=collective,
        wording=words(said, language) if said else None,
        by=party_name(chosen.party),
        ref=ref_of(chosen),
    )


def _listed_cell(ground: Ground, source: _Source, person: Person) -> GridCell:
    stored = source.list
    assert stored is not None
    links = ground.links_by_place.get((stored.pk, person.pk), [])
    on, age = source.column.on, wording.age_days(source.column.on, ground.as_of)
    same = [link for link in links if verdict_of(link) == Verdict.SAME]
    if same:
        rows = ", ".join(str(link.item.row_number) for link in same)
        said = words(same[0].item.name) if same[0].item.name else None
        told = gettext("judged to be on this list, row {rows}").format(rows=rows)
        return GridCell("listed", told, on, age, False, said, party_name(stored.author), ref_of(same[0]))
    waiting = [link for link in links if not verdict_of(link)]
    unsure = [link for link in links if verdict_of(link) == Verdict.UNSURE]
    if waiting or unsure:
        counts: list[str] = []
        if waiting:
            phrase = ngettext("{n} candidate waiting", "{n} candidates waiting", len(waiting))
            counts.append(wording.counted(phrase, len(waiting)))
        if unsure:
            phrase = ngettext("{n} candidate left open", "{n} candidates left open", len(unsure))
            counts.append(wording.counted(phrase, len(unsure)))
        best = max(waiting or unsure, key=lambda link: link.probability or 0.0)
        return GridCell("candidate", ", ".join(counts), on, age, ref=ref_of(best))
    searched = ground.searched_on.get((stored.pk, person.pk))
    if searched is None and not links:
        return GridCell("", gettext("not searched for this person"))
    judged = ""
    if links:
        phrase = ngettext("; {n} row judged to be somebody else", "; {n} rows judged to be somebody else", len(links))
        judged = wording.counted(phrase, len(links))
    day = PartialDate.day(searched or max(link.entered_at for link in links).date())
    return GridCell(
        "not_found", gettext("not found when searched") + judged, day,
        wording.age_days(day, ground.as_of),
    )  # fmt: skip


def _newest(answers: Sequence[Answer]) -> Answer | None:
    return max(answers, key=lambda a: (_day(a.answered_on), a.pk), default=None)


def _day(on: PartialDate | None) -> date:
    return (on.earliest or on.latest or date.min) if on is not None else date.min


def _order(column: GridColumn) -> tuple[date, int, str]:
    kinds = ("handed_over", "answer", "received", "published")
    return (_day(column.on) if column.on is not None else date.max, kinds.index(column.kind), column.ref)

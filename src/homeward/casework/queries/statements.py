"""One statement with what rests on it, and the claims that wait for a second reader.

In: a user, a statement or a case. Out: pages. Leaves to others: recording, confirming and withdrawing (`actions`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from homeward.casework.access import ref_of, visible
from homeward.casework.models import (
    Case,
    Claim,
    Commitment,
    Person,
    Statement,
    User,
    waiting_for_reader,
)
from homeward.casework.queries.ground import whole_claims
from homeward.casework.queries.letters import words
from homeward.casework.queries.pages import Page, cut
from homeward.casework.queries.part import PartGround
from homeward.casework.queries.picture import claim_line, why_withdrawn
from homeward.casework.queries.shown import chain_of_statement, name_of, source_of_statement
from homeward.casework.results import PictureLine, ShownLink, ShownSource, Words
from homeward.casework.taken_back import not_taken_back
from homeward.records import PartialDate

_CLAIMS_SHOWN = 100


@dataclass(frozen=True, slots=True)
class AboutPerson:
    """A claim with the person it is about. `mine`: whether the reader recorded it."""

    person_ref: str
    name: Words
    line: PictureLine
    mine: bool


@dataclass(frozen=True, slots=True)
class StatementPage:
    """One statement. `claims`: those that may be seen, withdrawn ones included; `more`: how many are not shown."""

    ref: str
    quote: Words
    translation: str
    translated_by: str
    manner: str
    direct: bool
    said_on: PartialDate | None
    chain: tuple[ShownLink, ...]
    source: ShownSource
    repeats: str
    claims: tuple[AboutPerson, ...]
    more: int
    promises: tuple[str, ...]
    entered_by: str


def statement_of(user: User, statement: Statement) -> tuple[StatementPage, list[Person]]:
    """One statement that stands."""
    case = statement.capture.case
    rows = whole_claims(visible(user, Claim).filter(statement=statement)).order_by("pk")
    count = rows.count()
    ground, about = _about(user, case, rows[:_CLAIMS_SHOWN], statements=[statement.pk])
    promised = not_taken_back(visible(user, Commitment).filter(statement=statement)).order_by("pk").distinct()
    first = statement.repeats_id
    seen = first is not None and visible(user, Statement).filter(pk=first).exists()
    by = statement.entered_by
    shown = StatementPage(
        ref=ref_of(statement),
        quote=words(statement.text, statement.language),
        translation=statement.translation,
        translated_by=statement.translated_by,
        manner=statement.manner,
        direct=statement.direct,
        said_on=statement.said_on,
        chain=chain_of_statement(ground, statement),
        source=source_of_statement(statement),
        repeats=f"T{first}" if seen else "",
        claims=about,
        more=count - len(about),
        promises=tuple(f"M{pk}" for pk in promised.values_list("pk", flat=True)),
        entered_by=by.get_full_name() or by.get_username(),
    )
    return shown, list(ground.people.values())


def second_readings_of_page(user: User, case: Case, page: int) -> tuple[Page[AboutPerson], list[Claim], list[Person]]:
    """Claims of death, injury or release that only one person has seen to, the oldest first."""
    waiting = waiting_for_reader(visible(user, Claim).filter(case=case))
    number, pages, total, claims = cut(whole_claims(waiting).order_by("pk"), page)
    ground, about = _about(user, case, claims)
    return Page(about, number, pages, total), claims, list(ground.people.values())


def claim_of(user: User, claim: Claim) -> tuple[AboutPerson, list[Person]]:
    """One claim, withdrawn or not."""
    ground, about = _about(user, claim.case, whole_claims(visible(user, Claim).filter(pk=claim.pk)))
    return about[0], list(ground.people.values())


def _about(
    user: User, case: Case, rows: Iterable[Claim], *, statements: Sequence[int] = ()
) -> tuple[PartGround, tuple[AboutPerson, ...]]:
    claims = list(rows)
    ground = PartGround(user, case, date.max, people=[claim.person_id for claim in claims])
    ground.take_chains([*statements, *(claim.statement_id for claim in claims)])
    ground.take_judgements(claim.judgement.link_id for claim in claims if claim.judgement is not None)
    return ground, tuple(
        AboutPerson(
            person_ref=ref_of(ground.people[claim.person_id]),
            name=name_of(ground, ground.people[claim.person_id]),
            line=claim_line(ground, claim, independent=0, withdrawn=_gone(ground, claim)),
            mine=claim.entered_by_id == user.pk,
        )
        for claim in claims
        if claim.person_id in ground.people
    )


def _gone(ground: PartGround, claim: Claim) -> str:
    return "" if claim.active else why_withdrawn(ground, claim)  # type: ignore[attr-defined]

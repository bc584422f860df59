"""A desk with a user of each role, a case and what lies in it. Everybody here is invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from django.utils import timezone

from homeward.casework.actions.captures import capture_file
from homeward.casework.actions.cases import open_case, record_party
from homeward.casework.actions.desk import add_user, grant_role, open_desk
from homeward.casework.actions.enquiries import assess_harm
from homeward.casework.actions.handovers import record_handover
from homeward.casework.actions.people import add_person
from homeward.casework.actions.preparations import preview_leaving
from homeward.casework.actions.statements import NewLink, record_statement
from homeward.casework.leaving_fields import fields_of_prepared, told_by
from homeward.casework.models import (
    Capture,
    Case,
    Classification,
    Direction,
    Grant,
    ItemLink,
    List,
    ListItem,
    Party,
    Person,
    Preparation,
    Role,
    Statement,
    User,
)
from homeward.records import Attribution, LinkRole, NameKind, PartialDate, WrittenName

_numbers = count(1)

REPORT = (
    "The spokesman said that Marko Velaskin is held in the northern district. "
    "He promised an answer. The ministry denied that it holds Ilka Tamorevic."
)


@dataclass
class Desk:
    """The people who work at the desk, and makers of what they work on."""

    chief: User  # opened the desk: administrator and supervisor
    case: Case
    users: dict[Role, User] = field(default_factory=dict)

    @property
    def worker(self) -> User:
        return self.users[Role.CASEWORKER]

    def user(self, name: str, role: Role, *, case: Case | None = None, clearance: int = 0) -> User:
        added = add_user(self.chief, name)
        grant_role(self.chief, added, role, case=case or self.case, clearance=Classification(clearance))
        return added

    def person(self, name: str = "Marko Velaskin", *, case: Case | None = None, **known: object) -> Person:
        names = [WrittenName(name), WrittenName("Марко Веласкин", NameKind.TRANSLITERATION)]
        return add_person(self.chief, case or self.case, names=names, **known)  # type: ignore[arg-type]

    def party(self, name: str = "Ministry of the Interior of Tarvia", *, case: Case | None = None) -> Party:
        return record_party(self.chief, case or self.case, name)

    def capture(
        self, text: str = REPORT, *, case: Case | None = None, classification: int = 0, content: bytes | None = None
    ) -> Capture:
        number = next(_numbers)
        made, _ = capture_file(
            self.chief,
            case or self.case,
            content=content or f"{number} {text}".encode(),
            file_name=f"report-{number}.txt",
            format="text",
            text=text,
            published=PartialDate.read("2026-03-02"),
            classification=Classification(classification),
        )
        return made

    def statement(
        self, words: str = "Marko Velaskin is held in the northern district", *, capture: Capture | None = None
    ) -> Statement:
        return record_statement(
            self.chief,
            capture or self.capture(),
            text=words,
            chain=[
                NewLink(LinkRole.SPEAKER, "the spokesman", Attribution.UNNAMED),
                NewLink(LinkRole.PUBLISHER, "Tarvia Wire"),
            ],
        )

    def list(
        self,
        rows: tuple[dict[str, object], ...] = ({"status": "held", "place_of_holding": "camp 4"},),
        *,
        case: Case | None = None,
        direction: Direction = Direction.IN,
        classification: int = 0,
    ) -> List:
        capture = self.capture("", case=case, classification=classification)
        made = List.objects.create(
            case=case or self.case,
            capture=capture,
            title="List of the northern district",
            direction=direction,
            as_of=PartialDate.read("2026-02-20"),
            arrived_at=timezone.now(),
            entered_by=self.chief,
        )
        for ordinal, record in enumerate(rows, start=1):
            ListItem.objects.create(
                list=made,
                ordinal=ordinal,
                row_number=ordinal + 3,
                cells=["Веласкин Марко", "в плену"],
                name="Веласкин Марко",
                record={"key": str(ordinal), "names": [{"text": "Веласкин Марко"}], **record},
            )
        return made

    def handed_over(self, held: List | None = None) -> List:
        """A list of ours that somebody tells we handed over."""
        held = held or self.list(({},), direction=Direction.OUT)
        statement = self.statement()
        record_handover(self.chief, held.case, list=held, statement=statement, recipient=self.party())
        return held

    def link(self, person: Person | None = None, item: ListItem | None = None) -> ItemLink:
        return ItemLink.objects.create(
            item=item or self.list().items.get(),
            person=person or self.person(),
            probability=0.9,
            reasons=["the family names are one name in two scripts"],
            engine="names 0",
            entered_by=self.chief,
        )


def make_desk() -> Desk:
    """A desk with one case, and one user of each role who works in that case only."""
    chief = open_desk("chief", full_name="Ada Corvel")
    desk = Desk(chief, open_case(chief, "The northern list"))
    # All at once and not by their acts, which would take most of the time of every test here.
    users = User.objects.bulk_create(User(username=role.value, password="!") for role in Role)
    desk.users = dict(zip(Role, users, strict=True))
    Grant.objects.bulk_create(
        Grant(user=user, role=role, case=None if role == Role.ADMINISTRATOR else desk.case, granted_by=chief)
        for role, user in desk.users.items()
    )
    return desk


def would_leave(user: User, case: Case, person: Person, **told: Any) -> frozenset[str]:
    """Which fields a list prepared so would tell of a person: what harm has to be assessed for."""
    leaving = preview_leaving(user, case, people=[person], **told)
    return told_by([field.value for field in leaving.fields], leaving.rows[0].cells)


def assess_what_leaves(user: User, held: Preparation) -> None:
    """Somebody assesses that what a prepared list tells harms nobody on it."""
    for person in held.persons.all():
        assess_harm(
            user,
            person,
            recipient=held.recipient,
            fields=fields_of_prepared(held)[person.pk],
            legal_basis="vital interest",
            assessment="HARMWORDS",
            allows=True,
        )


@pytest.fixture
def desk(db: None) -> Desk:
    return make_desk()


@pytest.fixture
def acts_noted(db: None) -> Callable[[], list[str]]:
    """The names of the acts in the audit so far."""
    from homeward.casework.models import AuditEvent

    return lambda: list(AuditEvent.objects.order_by("number").values_list("act", flat=True))

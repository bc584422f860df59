"""The ground of a page: a few rows of a case and what they rest on, instead of the whole case.

In: a user, a case, the people who are named. Out: a `Ground` that never reads the claims of everybody.
Leaves to others: which rows stand on the page; whoever makes one puts them in.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from homeward.casework.access import visible
from homeward.casework.models import Case, ChainLink, Claim, Judgement, NameForm, Person, User
from homeward.casework.queries.ground import Ground


class PartGround(Ground):
    """Some rows of a case only; of its people, those asked for."""

    def __init__(self, user: User, case: Case, as_of: date, *, people: Iterable[int] = ()) -> None:
        super().__init__(user, case, as_of)
        self._wanted = sorted(set(people))

    @cached_property
    def people(self) -> dict[int, Person]:
        """Those asked for, as far as the user may see them."""
        rows = visible(self.user, Person).filter(case=self.case, pk__in=self._wanted).order_by("pk")
        return {person.pk: person for person in rows}

    @cached_property
    def forms(self) -> dict[int, list[NameForm]]:
        """Their names."""
        found: dict[int, list[NameForm]] = {}
        for form in visible(self.user, NameForm).filter(person__in=list(self.people)).order_by("pk"):
            found.setdefault(form.person_id, []).append(form)
        return found

    @cached_property
    def claims(self) -> dict[int, list[Claim]]:
        """None: the rows of a page do not ask what is claimed."""
        return {}

    def take_chains(self, statements: Iterable[int | None]) -> None:
        """Fetch the chains of these statements, and of no others. They are seen by whoever sees the words."""
        ids = {pk for pk in statements if pk is not None}
        found: dict[int, list[ChainLink]] = {}
        rows = ChainLink.objects.filter(statement__in=ids).order_by("statement_id", "order")
        for link in self.with_parties(rows):
            found.setdefault(link.statement_id, []).append(link)
        self.chains = found

    def take_judgements(self, links: Iterable[int]) -> None:
        """Fetch the judgements on these links, oldest first, and of no others."""
        found: dict[int, list[Judgement]] = {}
        rows = visible(self.user, Judgement).filter(link__in=set(links)).select_related("entered_by")
        for judgement in rows.order_by("pk"):
            found.setdefault(judgement.link_id, []).append(judgement)
        self.judgements = found

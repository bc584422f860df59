"""What a question stands on: everything of one case (or of one person in it) that the user may see, asked for once.

In: a user, a case, perhaps one person. Out: stored rows by kind, each kind fetched on first use by a fixed number of
database queries, however many people, claims or lists there are.
Only here do the queries touch the database, and always from `access.visible`. What was taken back, withdrawn or
reversed is left out here, in one place, so that no question can forget it.
Leaves to others: turning rows into what is shown.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TypeVar

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, TextField
from django.db.models.functions import Cast, Left, Right

from homeward.casework.access import visible
from homeward.casework.independence import fold
from homeward.casework.list_people import BY_HAND
from homeward.casework.models import (
    Answer,
    Capture,
    Case,
    ChainLink,
    Claim,
    Commitment,
    CommitmentReview,
    Contact,
    Coverage,
    Decision,
    Direction,
    Handover,
    ItemLink,
    Judgement,
    List,
    NameForm,
    Party,
    Person,
    Proposal,
    Searched,
    SilenceFinding,
    Statement,
    User,
    row_counts,
    with_activity,
    with_verdict,
)
from homeward.casework.queries.contradiction import Contradiction
from homeward.casework.queries.grave_answers import GraveClaim, grave_claims
from homeward.casework.queries.sides import Sides
from homeward.casework.results import ShownLink
from homeward.casework.taken_back import not_taken_back
from homeward.reading import MARK_WITHIN, ProposalKind, translated_from
from homeward.records import Verdict

_T = TypeVar("_T")

# More ids than this in one query would meet SQLite's limit on variables; then the whole case is asked instead.
MOST_IDS = 5_000
# Text and tables can be large, and no view shows them whole.
_CAPTURE_BULK = ("text",)
_LIST_BULK = ("tables", "problems")


class Ground:
    """The visible rows of a case, or those about one person; each attribute asks the database once.

    Attributes:
        longest_compared: a list of more rows is not compared with ours, so that a page need not wait; None: all are.
    """

    longest_compared: int | None = None

    def __init__(self, user: User, case: Case, as_of: date, *, person: Person | None = None) -> None:
        """Take the case, and the person, as seen by this user: whoever asks has checked both."""
        self.user = user
        self.case = case
        self.as_of = as_of
        self.person = person
        self.shown_chains: dict[int, tuple[ShownLink, ...]] = {}
        self.stood_against: dict[int, tuple[list[Contradiction], dict[int, tuple[int, ...]]]] = {}  # by person
        self.echo_notes: dict[int, str] = {}
        self.sentences: dict[int, str] = {}  # of claims, by id

    @cached_property
    def people(self) -> dict[int, Person]:
        """The sought people, in the order in which they were entered."""
        if self.person is not None:
            return {self.person.pk: self.person}
        rows = visible(self.user, Person).filter(case=self.case).order_by("pk")
        return {person.pk: person for person in rows}

    def shown_of(self, persons: Iterable[Person]) -> list[Person]:
        """Those of these people who are here, in the order in which they were entered."""
        return [self.people[pk] for pk in sorted(person.pk for person in persons) if pk in self.people]

    @cached_property
    def forms(self) -> dict[int, list[NameForm]]:
        """Written names by person."""
        rows = visible(self.user, NameForm).filter(person__case=self.case).order_by("pk")
        if self.person is not None:
            rows = rows.filter(person=self.person)
        return _by(rows, lambda form: form.person_id)

    @cached_property
    def claims(self) -> dict[int, list[Claim]]:
        """Claims by person, each with `active`; those that no longer count are included."""
        rows = whole_claims(visible(self.user, Claim).filter(case=self.case))
        if self.person is not None:
            rows = rows.filter(person=self.person)
        return _by(rows.order_by("pk"), lambda claim: claim.person_id)

    def active_claims(self, person_id: int) -> list[Claim]:
        """The claims about a person that count now."""
        return [claim for claim in self.claims.get(person_id, ()) if claim.active]  # type: ignore[attr-defined]

    @cached_property
    def links(self) -> list[ItemLink]:
        """Links from rows of lists that have arrived in full to people, each with `verdict` and `holding_id`."""
        rows = (
            with_verdict(visible(self.user, ItemLink))
            .filter(item__list__case=self.case, item__list__arrived_at__isnull=False)
            .select_related("item", "item__list")
            .defer("item__record", *(f"item__list__{name}" for name in _LIST_BULK))
        )
        if self.person is not None:
            rows = rows.filter(person=self.person)
        return [link for link in rows.order_by("pk") if link.person_id in self.people]

    @cached_property
    def judgements(self) -> dict[int, list[Judgement]]:
        """Judgements by link, oldest first. Not asked for by id: links may be a hundred thousand."""
        rows = visible(self.user, Judgement).filter(link__item__list__case=self.case).select_related("entered_by")
        if self.person is not None:
            rows = rows.filter(link__person=self.person)
        return _by(rows.order_by("pk"), lambda judgement: judgement.link_id)

    @cached_property
    def links_by_place(self) -> dict[tuple[int, int], list[ItemLink]]:
        """Links by list and person."""
        found: dict[tuple[int, int], list[ItemLink]] = defaultdict(list)
        for link in self.links:
            found[link.item.list_id, link.person_id].append(link)
        return found

    @cached_property
    def waiting_by_place(self) -> Counter[tuple[int, int]]:
        """How many rows of a list wait to be judged for a person."""
        return Counter((link.item.list_id, link.person_id) for link in self.links if is_waiting(link))

    @cached_property
    def same_items(self) -> dict[int, int]:
        """For each row that is taken to be a person, that person."""
        return {link.item_id: link.person_id for link in self.links if is_tied(link)}

    @cached_property
    def tied_counts(self) -> dict[int, int]:
        """For each list, how many of its rows are taken to be a person."""
        return dict(Counter(self.lists_of_items[item] for item in self.same_items))

    @cached_property
    def lists_of_items(self) -> dict[int, int]:
        """The list of each row that is linked to a person."""
        return {link.item_id: link.item.list_id for link in self.links}

    @cached_property
    def searched_on(self) -> dict[tuple[int, int], date]:
        """By list and person, the day on which the one was last searched for the other."""
        rows = visible(self.user, Searched).filter(list__case=self.case)
        if self.person is not None:
            rows = rows.filter(person=self.person)
        days = rows.order_by("pk").values_list("list", "person", "entered_at")
        return {(list_id, person_id): at.date() for list_id, person_id, at in days}

    @cached_property
    def lists(self) -> dict[int, List]:
        """Lists that have arrived in full."""
        rows = (
            visible(self.user, List)
            .filter(case=self.case, arrived_at__isnull=False)
            .select_related("author", "publisher", "recipient", "capture")
            .defer(*(f"capture__{name}" for name in _CAPTURE_BULK))
            .order_by("pk")
        )
        return {stored.pk: stored for stored in rows}

    @cached_property
    def row_counts(self) -> dict[int, int]:
        """Rows of each list."""
        return row_counts(List.objects.filter(pk__in=list(self.lists)))

    @cached_property
    def list_of_capture(self) -> dict[int, List]:
        """The list that came as a capture, by the capture's id."""
        return {stored.capture_id: stored for stored in self.lists.values()}

    @cached_property
    def handovers(self) -> list[Handover]:
        """Hand-overs that stand; for one person, those of lists on which the person is."""
        rows = not_taken_back(visible(self.user, Handover).filter(case=self.case))
        rows = rows.select_related("list", "giver", "recipient", "through", "statement__capture__publisher").defer(
            "statement__capture__text", *(f"list__{name}" for name in _LIST_BULK)
        )
        if self.person is not None:
            rows = rows.filter(list__in={link.item.list_id for link in self.links})
        return list(rows.order_by("pk").distinct())

    @cached_property
    def answers(self) -> list[Answer]:
        """Answers that were not reversed, the newest recorded last."""
        rows = (
            visible(self.user, Answer)
            .filter(case=self.case, reversal__isnull=True)
            .select_related("party", "list", "item", "statement")
            .defer("item__record", "item__cells", *(f"list__{name}" for name in _LIST_BULK))
        )
        rows = not_taken_back(rows)
        if self.person is not None:
            mine = {link.item_id for link in self.links}
            on = {link.item.list_id for link in self.links}
            rows = rows.filter(Q(list__in=on) & (Q(item__isnull=True) | Q(item__in=mine)))
        return list(rows.order_by("pk").distinct())

    @cached_property
    def answers_by_list(self) -> dict[int, list[Answer]]:
        """Answers by the list that they answer."""
        return _by(self.answers, lambda answer: answer.list_id)

    @cached_property
    def grave_claims(self) -> dict[tuple[int, int], GraveClaim]:
        """By answer and person, the claims that came of answers of death, release and the like."""
        return grave_claims(self.user, self.case)

    @cached_property
    def commitments(self) -> list[Commitment]:
        """Commitments that stand, with their people and reviews."""
        rows = not_taken_back(visible(self.user, Commitment).filter(case=self.case))
        if self.person is not None:
            rows = rows.filter(Q(persons=self.person) | Q(collective=True, persons__isnull=True))
        rows = rows.select_related("statement__capture__publisher", "party").defer("statement__capture__text")
        reviews = visible(self.user, CommitmentReview).order_by("on", "pk").distinct()
        return list(rows.prefetch_related("persons", Prefetch("reviews", queryset=reviews)).order_by("pk").distinct())

    @cached_property
    def contacts(self) -> list[Contact]:
        """Contacts that stand."""
        rows = not_taken_back(visible(self.user, Contact).filter(case=self.case))
        return list(rows.prefetch_related("persons_raised").order_by("pk").distinct())

    @cached_property
    def silences(self) -> list[SilenceFinding]:
        """Silences that a person found, with what was looked at."""
        rows = not_taken_back(visible(self.user, SilenceFinding).filter(case=self.case))
        rows = rows.select_related("contact", "entered_by", "explicit_in__capture__publisher").defer(
            "explicit_in__capture__text"
        )
        texts = visible(self.user, Coverage).select_related("capture").defer("capture__text").order_by("pk")
        return list(rows.prefetch_related(Prefetch("coverage", queryset=texts)).order_by("pk").distinct())

    @cached_property
    def hidden_terms(self) -> frozenset[str]:
        """Names and group words that belong only to people whom the user may not see: a list of terms shows none."""
        people = visible(self.user, Person).filter(case=self.case)
        rows = NameForm.objects.filter(person__case=self.case).exclude(person__in=people)
        names = rows.values_list("text", "person__group_terms")
        hidden = {word for text, groups in names for word in (text, *groups)}
        if not hidden:
            return frozenset()
        seen = NameForm.objects.filter(person__in=people).values_list("text", "person__group_terms")
        return frozenset(hidden - {word for text, groups in seen for word in (text, *groups)})

    @cached_property
    def proposals(self) -> list[Proposal]:
        """Proposals of the reading engine on which nobody has decided, or whose decision was reversed."""
        rows = self._waiting_proposals().select_related("capture__publisher").defer("capture__text")
        return list(rows.order_by("capture_id", "start", "pk"))

    @cached_property
    def proposed_silences(self) -> list[Proposal]:
        """The waiting proposals of a silence, without reading the others, which are many."""
        if "proposals" in self.__dict__:
            return [row for row in self.proposals if row.kind == ProposalKind.SILENCE]
        rows = self._waiting_proposals().filter(kind=ProposalKind.SILENCE).select_related("capture__publisher")
        return list(rows.defer("capture__text").order_by("capture_id", "start", "pk"))

    def proposals_naming(self, person: Person) -> int:
        """How many waiting proposals name this person; without reading those that do not."""
        key = str(person.pk)
        rows = self._waiting_proposals().annotate(written=Cast("payload", TextField()))
        found = rows.filter(written__contains=f'"{key}"').values_list("payload", flat=True)
        return sum(key in payload.get("persons", ()) for payload in found)

    def _waiting_proposals(self) -> QuerySet[Proposal]:
        decided = Decision.objects.filter(proposal=OuterRef("pk"), accepted__isnull=False, reversed_by__isnull=True)
        return visible(self.user, Proposal).filter(~Exists(decided), capture__case=self.case)

    @cached_property
    def captures(self) -> list[Capture]:
        """Everything captured, without its text."""
        rows = visible(self.user, Capture).filter(case=self.case).select_related("publisher", "copies")
        return list(rows.defer("text", "copies__text").order_by("pk"))

    @cached_property
    def captures_by_id(self) -> dict[int, Capture]:
        """The same, by id."""
        return {capture.pk: capture for capture in self.captures}

    @cached_property
    def chains(self) -> dict[int, list[ChainLink]]:
        """For each statement that anything here rests on, the actors in order."""
        wanted = {claim.statement_id for claims in self.claims.values() for claim in claims}
        wanted |= {row.statement_id for row in self.commitments}
        if self.person is None:
            wanted |= {row.statement_id for row in self.answers} | {row.statement_id for row in self.contacts}
            wanted |= {row.statement_id for row in self.handovers} | {row.explicit_in_id for row in self.silences}
        wanted.discard(None)
        # Rests on what is visible already: a chain is seen by whoever sees the words it carries.
        rows = ChainLink.objects.filter(statement__capture__case=self.case)
        if len(wanted) <= MOST_IDS:
            rows = rows.filter(statement__in=wanted)
        return _by(self.with_parties(rows.order_by("statement_id", "order")), lambda link: link.statement_id)

    def with_parties(self, links: Iterable[ChainLink]) -> Iterator[ChainLink]:
        """Links with the party of each, made once for all: a case has few of them and thousands of links."""
        for link in links:
            if link.party_id in self.all_parties:
                link.party = self.all_parties[link.party_id]
            yield link

    @cached_property
    def all_parties(self) -> dict[int, Party]:
        """Every party of the case by id, in the order in which they were entered; see `parties`."""
        return {party.pk: party for party in Party.objects.filter(case=self.case).order_by("pk")}

    @cached_property
    def parties(self) -> dict[str, Party | None]:
        """Every party by each of its names, folded; None where two share a name.

        Parties that the user may not see are among them: they are never shown, but who they are decides what is one
        source, and which names are protected.
        """
        found: dict[str, Party | None] = {}
        for party in self.all_parties.values():
            for name in {fold(str(name)) for name in (party.name, *party.other_names)} - {""}:
                held = found.get(name)
                twin = held is not None and self.party_of.get(party.pk) == self.party_of.get(held.pk)
                found[name] = None if name in found and not twin else held or party
        return found

    @cached_property
    def party_of(self) -> dict[int, int]:
        """For each party the one that stands for it: of several that bear one name the first.

        Who may not see a party records another of that name; the two are not counted as two sources (D21).
        """
        first: dict[str, int] = {}
        rows = Party.objects.filter(case=self.case).order_by("pk").values_list("pk", "name")
        return {pk: first.setdefault(fold(name), pk) for pk, name in rows}

    @cached_property
    def sides(self) -> Sides:
        """Which parties speak for one another."""
        return Sides((party.pk, party.name, party.parent_id) for party in self.all_parties.values())

    @cached_property
    def text_of(self) -> dict[int, int]:
        """For each capture that is a copy, near or to the byte, the capture of which it is a copy in the end."""
        mine = Capture.objects.filter(case=self.case).order_by()
        twice = mine.values("content").annotate(n=Count("pk")).filter(n__gt=1).values("content")
        rows = mine.filter(Q(copies__isnull=False) | Q(content__in=twice)).order_by("pk")
        first: dict[str, int] = {}
        found: dict[int, int] = {}
        for pk, copies, content in rows.values_list("pk", "copies", "content"):
            of = copies or first.setdefault(content, pk)
            if of != pk:
                found[pk] = of
        return _roots(found)

    @cached_property
    def translated_from(self) -> dict[int, str]:
        """For each capture that says that it is a translation, the language of the original; "" for an unnamed one.

        Asked of what claims rest on, and only where these are in several languages. A mark stands at one of the ends.
        """
        told = [claim.statement for claims in self.claims.values() for claim in claims if claim.statement is not None]
        if len({statement.language for statement in told}) < 2:
            return {}
        rows = Capture.objects.filter(case=self.case).exclude(text="")
        captures = {statement.capture_id for statement in told}
        if len(captures) <= MOST_IDS:
            rows = rows.filter(pk__in=captures)
        ends = rows.annotate(head=Left("text", MARK_WITHIN), tail=Right("text", MARK_WITHIN))
        marks = (
            (pk, translated_from(f"{head}\n{tail}")) for pk, head, tail in ends.values_list("pk", "head", "tail")
        )
        return {pk: language for pk, language in marks if language is not None}

    @cached_property
    def statement_of(self) -> dict[int, int]:
        """For each statement that repeats another, the one that is repeated in the end."""
        rows = Statement.objects.filter(capture__case=self.case, repeats__isnull=False).values_list("pk", "repeats")
        return _roots({pk: first for pk, first in rows if first is not None})


def whole_claims(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Claims with `active` and all that a line about one shows, without the texts and tables they stand in."""
    rows = with_activity(claims).select_related(
        "statement__capture__publisher",
        "item__list__author",
        "item__list__publisher",
        "item__list__capture__publisher",
        "entered_by",
        "withdrawal",
        "second_reading__entered_by",
        "answer__reversal",
        "answer__party",
        "judgement",
    )
    return rows.defer(
        "item__record",
        *(f"statement__capture__{name}" for name in _CAPTURE_BULK),
        *(f"item__list__capture__{name}" for name in _CAPTURE_BULK),
        *(f"item__list__{name}" for name in _LIST_BULK),
    )


def verdict_of(link: ItemLink) -> str:
    """What the judgement that holds of a link says; empty while none does."""
    return str(link.verdict)  # type: ignore[attr-defined]


def is_tied(link: ItemLink) -> bool:
    """Whether a row is taken to be the person: judged so; or, on a list of our own, linked by whoever wrote it.

    The same rule as `casework.list_people`, for links that are fetched already.
    """
    verdict = verdict_of(link)
    return verdict == Verdict.SAME or (not verdict and _is_ours(link) and link.engine == BY_HAND)


def is_waiting(link: ItemLink) -> bool:
    """Whether a row of somebody else's list waits for judgement."""
    return not verdict_of(link) and not _is_ours(link)


def _is_ours(link: ItemLink) -> bool:
    return link.item.list.direction == Direction.OUT


def holding(ground: Ground, link: ItemLink) -> Judgement | None:
    """The judgement that holds of a link."""
    wanted = link.holding_id  # type: ignore[attr-defined]
    return next((row for row in ground.judgements.get(link.pk, ()) if row.pk == wanted), None)


def _by(rows: Iterable[_T], key: Callable[[_T], int]) -> dict[int, list[_T]]:
    found: dict[int, list[_T]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return dict(found)


def _roots(parent: dict[int, int]) -> dict[int, int]:
    found = {}
    for start in parent:
        seen, here = {start}, parent[start]
        while here in parent and parent[here] not in seen:
            seen.add(here)
            here = parent[here]
        found[start] = here
    return found

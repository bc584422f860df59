"""What a relative may be told of what is claimed, and what is kept back, with the reason (D7, D25).

In: claims, and the enquirer who would be told. Out: for each claim that is not told, why; names that must not stand
in what is sent. Of what comes from the case file every row is looked at, those hidden from whoever writes too: they
bind all the same. Of words that somebody types (`names_known_to`) only what that user may see: else whoever tries
names would learn who is held here. Whoever types a name knew it.
Leaves to others: refusing (`actions.briefings`) and showing the writer what is kept back (`queries.briefings`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from django.db.models import Q

from homeward.casework.access import visible
from homeward.casework.bare_words import plain
from homeward.casework.models import (
    ChainLink,
    Claim,
    Classification,
    Commitment,
    Enquirer,
    Enquiry,
    NameForm,
    Party,
    Reservation,
    Restriction,
    User,
    waits_for_reader,
)
from homeward.records import NameKind

_WORD = re.compile(r"\w+")
_BETWEEN = re.compile(r"[^\w\n]+")
_BEFORE_NAMES = frozenset("ולבכהשמوفبلك")  # one-letter words that Hebrew and Arabic write together with a name
_WHOLE = (NameKind.FULL, NameKind.TRANSLITERATION, NameKind.ALIAS)


class Kept(StrEnum):
    """Why a relative is not told something."""

    MEDIATOR = "mediator"
    CONFIDENTIAL = "confidential"
    ANOTHER = "another relative"
    UNREAD = "unread"


class KeptNames:
    """Names that must not stand in a text, found as whole words whatever their case and points."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_length: dict[int, set[tuple[str, ...]]] = {}
        self._open: frozenset[tuple[str, ...]] = frozenset()
        for words in _words_of(names):
            if len("".join(words)) > 1:
                self._by_length.setdefault(len(words), set()).add(words)

    def but(self, names: Iterable[str]) -> KeptNames:
        """The same without some names, which may stand."""
        return self.but_words(_words_of(names))

    def but_words(self, names: Iterable[tuple[str, ...]]) -> KeptNames:
        """The same without more names, each as its words."""
        made = KeptNames(())
        made._by_length, made._open = self._by_length, self._open | frozenset(names)
        return made

    def stand_in(self, text: str) -> bool:
        """Whether one of them stands there. An inflected name is not found: that is for the second reader."""
        words = _WORD.findall(plain(text))
        for length, names in self._by_length.items():
            for start in range(len(words) - length + 1):
                run = tuple(words[start : start + length])
                bare = (run[0][1:], *run[1:]) if run[0][:1] in _BEFORE_NAMES else run
                if any(one in names and one not in self._open for one in (run, bare)):
                    return True
        return False


def _words_of(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The words of each name; all folded at once, for a case may hold ten thousands of them."""
    lines = _BETWEEN.sub(" ", plain("\n".join(" ".join(name.split()) for name in names))).split("\n")
    return (tuple(words) for line in lines if (words := line.split()))


def protected_names(case_id: int) -> KeptNames:
    """Of sources that are protected."""
    rows = Party.objects.filter(case=case_id, protected=True)
    return KeptNames(str(name) for party in rows for name in (party.name, *party.other_names))


def protected_names_known_to(user: User, case_id: int) -> KeptNames:
    """Of sources that are protected and that the user may see."""
    rows = visible(user, Party).filter(case=case_id, protected=True)
    return KeptNames(str(name) for party in rows for name in (party.name, *party.other_names))


def names_of_others(enquirer: Enquirer) -> KeptNames:
    """Of everybody else who asks in the case."""
    rows = Enquirer.objects.filter(case=enquirer.case_id).exclude(pk=enquirer.pk).values_list("name", flat=True)
    own = plain(enquirer.name)
    return KeptNames(name for name in rows if plain(name) != own)


def names_of_other_people(enquirer: Enquirer) -> KeptNames:
    """Of sought people about whom this enquirer never asked; names of one word are too common to tell of anybody."""
    newest = NameForm.objects.filter(person__case=enquirer.case_id).order_by("-pk").values_list("pk", "entered_at")
    asked = Enquiry.objects.filter(enquirer=enquirer).values("person")
    own = NameForm.objects.filter(person__in=asked).values_list("text", flat=True)
    return _names_of_case(enquirer.case_id, newest.first()).but(own)


@dataclass(frozen=True, slots=True)
class NamesKept:
    """Names that must not stand in what one relative is sent: of sources, others who ask, other sought people."""

    protected: KeptNames
    others: KeptNames
    people: KeptNames


def names_known_to(user: User, enquirer: Enquirer, *, cited: Iterable[int] = ()) -> NamesKept:
    """The names to be kept, as far as this user may know that they are held.

    Args:
        cited: statements on which the text rests; whoever spoke in them is named to the user there.
    """
    case = enquirer.case_id
    spoke = ChainLink.objects.filter(statement__in=list(cited), party__protected=True).values("party")
    parties = visible(user, Party).filter(case=case, protected=True) | Party.objects.filter(pk__in=spoke)
    asking = visible(user, Enquirer).filter(case=case).exclude(pk=enquirer.pk).values_list("name", flat=True)
    own = plain(enquirer.name)
    forms = NameForm.objects.filter(person__case=case, kind__in=_WHOLE)
    seen = visible(user, NameForm).filter(person__case=case, kind__in=_WHOLE)
    hidden = forms.exclude(pk__in=seen.order_by().values("pk")).values_list("text", flat=True)
    people = names_of_other_people(enquirer)
    if unknown := set(_words_of(hidden)):
        people = people.but_words(unknown - set(_words_of(seen.values_list("text", flat=True))))
    return NamesKept(
        KeptNames(str(name) for party in parties for name in (party.name, *party.other_names)),
        KeptNames(name for name in asking if plain(name) != own),
        people,
    )


def names_of_enquirers(case_id: int) -> KeptNames:
    """Of everybody who asks in the case."""
    return KeptNames(Enquirer.objects.filter(case=case_id).values_list("name", flat=True))


def names_of_sought_but(case_id: int, people: Iterable[int]) -> KeptNames:
    """Of sought people of the case other than these; names of one word are too common to tell of anybody."""
    newest = NameForm.objects.filter(person__case=case_id).order_by("-pk").values_list("pk", "entered_at")
    own = NameForm.objects.filter(person__in=list(people)).values_list("text", flat=True)
    return _names_of_case(case_id, newest.first()).but(own)


@lru_cache(maxsize=4)
def _names_of_case(case_id: int, newest: tuple[int, datetime] | None) -> KeptNames:
    """Of everybody sought in a case. But for a purge names are only added: the newest says whether any was."""
    rows = NameForm.objects.filter(person__case=case_id, kind__in=_WHOLE).values_list("text", flat=True)
    return KeptNames(text for text in rows if len(text.split()) > 1)


def forget_names() -> None:
    """Read the names of cases anew: somebody was purged, and not only the newest name tells."""
    _names_of_case.cache_clear()


def why_kept(claims: Sequence[Claim], enquirer: Enquirer) -> dict[int, Kept]:
    """For each claim that this enquirer is not told, why."""
    levels = levels_of(claims)
    reserved = reservations(claims)
    others = names_of_others(enquirer)
    statements = {claim.statement_id for claim in claims if claim.statement_id is not None}
    named: dict[int, list[str]] = {}
    for statement, name in ChainLink.objects.filter(statement__in=statements).values_list("statement", "name"):
        named.setdefault(statement, []).append(name)
    found: dict[int, Kept] = {}
    for claim in claims:
        if levels[claim.pk] >= Classification.MEDIATOR:
            found[claim.pk] = Kept.MEDIATOR
        elif _is_for_another(claim, enquirer, reserved, others, named):
            found[claim.pk] = Kept.ANOTHER
        elif levels[claim.pk] > Classification.DESK:
            found[claim.pk] = Kept.CONFIDENTIAL
        elif waits_for_reader(claim):
            found[claim.pk] = Kept.UNREAD
    return found


def levels_of(claims: Sequence[Claim]) -> dict[int, int]:
    """How closely each claim is held: by its classification, its sources', and every restriction on any of them."""
    rests = {claim.pk: _rests_on(claim) for claim in claims}
    clause = Q(pk__in=[])
    for kind, keys in _by_kind(rests.values()).items():
        clause |= Q(kind=kind, object_id__in=keys)
    rows = Restriction.objects.filter(clause, lifted_at__isnull=True).values_list("kind", "object_id", "level")
    closed: dict[tuple[str, int], int] = {}
    for kind, key, level in rows:
        closed[kind, key] = max(level, closed.get((kind, key), 0))
    return {claim.pk: max(_own_level(claim), *(closed.get(one, 0) for one in rests[claim.pk])) for claim in claims}


def may_be_told(commitment: Commitment) -> bool:
    """Whether a promise is open to relatives: nothing about it is held more closely than by the whole desk."""
    statement = commitment.statement
    known = (commitment.classification, statement.classification, statement.capture.classification)
    keys = (("commitment", commitment.pk), ("statement", statement.pk), ("capture", statement.capture_id))
    clause = Q(pk__in=[])
    for kind, key in keys:
        clause |= Q(kind=kind, object_id=key)
    closed = Restriction.objects.filter(clause, lifted_at__isnull=True, level__gt=Classification.DESK)
    return max(known) == Classification.DESK and not closed.exists()


def _own_level(claim: Claim) -> int:
    levels = [claim.classification]
    if claim.statement is not None:
        levels += [claim.statement.classification, claim.statement.capture.classification]
    if claim.item is not None:
        levels.append(claim.item.list.capture.classification)
    return max(levels)


def _rests_on(claim: Claim) -> list[tuple[str, int]]:
    found = [("claim", claim.pk)]
    if claim.statement is not None:
        found += [("statement", claim.statement.pk), ("capture", claim.statement.capture_id)]
    if claim.item is not None:
        stored = claim.item.list
        found += [("listitem", claim.item.pk), ("list", stored.pk), ("capture", stored.capture_id)]
    if claim.answer_id is not None:
        found.append(("answer", claim.answer_id))
    return found


def _by_kind(rests: Iterable[list[tuple[str, int]]]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for one in rests:
        for kind, key in one:
            found.setdefault(kind, set()).add(key)
    return found


def reservations(claims: Sequence[Claim]) -> dict[int, int | None]:
    """By claim, for whom alone it is: the newest word counts; None where it is said to be for everybody."""
    rows = Reservation.objects.filter(claim__in=[claim.pk for claim in claims]).order_by("pk")
    return dict(rows.values_list("claim_id", "enquirer_id"))


def _is_for_another(
    claim: Claim,
    enquirer: Enquirer,
    reserved: dict[int, int | None],
    others: KeptNames,
    named: dict[int, list[str]],
) -> bool:
    if claim.pk in reserved:
        return reserved[claim.pk] not in (None, enquirer.pk)
    said = [claim.value, *named.get(claim.statement_id or 0, ())]
    if claim.statement is not None:
        said += [claim.statement.text, claim.statement.translation]
    if claim.answer is not None:
        said.append(claim.answer.words)
    return any(others.stand_in(text) for text in said if text)

"""By what somebody who was purged is known again if they come in anew, without keeping their name.

In: the names, birth and numbers of whom is purged; later those of whoever is to be taken in. Out: fingerprints to be
kept; the purges whose fingerprints they share.
Leaves to others: who may know of a purge (`access`); taking people and lists in (`actions.people`, `people_file`,
`lists`), which ask here first.

A fingerprint is 24 bits of a salted SHA-256. No name can be read from it; whoever holds the file can try one that
they guess, as with anything that knows somebody again. Somebody else may now and then share one, so that a person
decides. Why so, and what it does not catch: docs/decisions/0011-purge.md.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from homeward.casework import access
from homeward.casework.models import (
    CameAgain,
    Case,
    Fingerprint,
    FingerprintKind,
    Identifier,
    List,
    NameForm,
    Person,
    Purge,
    User,
)
from homeward.casework.name_letters import folded_words
from homeward.errors import ConflictError
from homeward.records import NameKind, PartialDate, PersonRecord, WrittenName

_BYTES = 3
_MOST_YEARS = 10
_ROWS_TOLD = 20
_SHORTEST_NUMBER = 4  # letters and digits; a row's own number is no document's
_WHOLE = frozenset({NameKind.FULL, NameKind.ALIAS, NameKind.TRANSLITERATION})

Print = tuple[str, int]
"""The kind of a fingerprint, and its value."""


@dataclass(frozen=True, slots=True)
class KnownAs:
    """By what one person is known: as it is written, in any script.

    Attributes:
        names: whole names. years: of birth, every one that is meant; empty where none is known.
        numbers: of documents, and what the desk's own system calls the person.
    """

    names: tuple[str, ...]
    years: tuple[int, ...] = ()
    numbers: tuple[str, ...] = ()

    @classmethod
    def of_person(cls, person: Person) -> KnownAs:
        """A sought person as stored."""
        forms = NameForm.objects.filter(person=person, kind__in=_WHOLE).order_by("pk").values_list("text", flat=True)
        numbers = Identifier.objects.filter(person=person).order_by("pk").values_list("value", flat=True)
        return cls(tuple(forms), _years(person.birth), (person.external_id, *numbers))

    @classmethod
    def of_record(cls, record: PersonRecord) -> KnownAs:
        """A row of a table."""
        return cls.told(record.names, record.birth, [number.value for number in record.identifiers])

    @classmethod
    def told(cls, names: Iterable[WrittenName], birth: PartialDate | None, numbers: Iterable[str]) -> KnownAs:
        """Somebody who is to be taken in."""
        return cls(tuple(name.text for name in names if name.kind in _WHOLE), _years(birth), tuple(numbers))


class Purged:
    """Everybody who was purged from a case and is not looked for again; without a name."""

    def __init__(self, case: Case) -> None:
        """Read the fingerprints of a case; where nobody was purged, by one query."""
        rows = Fingerprint.objects.filter(purge__request__case=case, purge__sought_again__isnull=True)
        self._purges: dict[Print, list[int]] = {}
        self._salt = ""
        for kind, value, purge, salt in rows.order_by("purge").values_list("kind", "value", "purge", "purge__salt"):
            self._purges.setdefault((kind, value), []).append(purge)
            self._salt = salt

    def __bool__(self) -> bool:
        """Whether there is anybody."""
        return bool(self._purges)

    def like(self, known: KnownAs) -> list[int]:
        """Ids of the purges of somebody who may be the same, first purged first."""
        if not self._purges:
            return []
        found = {pk for one in _looked_for(known, self._salt) for pk in self._purges.get(one, ())}
        return sorted(found)


def keep_fingerprints(purge: Purge, known: KnownAs, user: User) -> None:
    """Keep by what somebody who is purged is known again."""
    Fingerprint.objects.bulk_create(
        Fingerprint(purge=purge, kind=kind, value=value, entered_by=user) for kind, value in _kept(known, purge.salt)
    )


def salt_of(case: Case) -> str:
    """What is mixed into every fingerprint of a case: as before, or new with the first purge."""
    earlier = Purge.objects.filter(request__case=case).exclude(salt="").values_list("salt", flat=True).first()
    return earlier or secrets.token_hex(16)


def placeholders_seen(user: User, purges: Sequence[int]) -> list[str]:
    """References of those who were purged, as far as the user may know that they were."""
    seen = access.visible(user, Purge).filter(pk__in=purges).order_by("pk")
    return [f"P{number}" for number in seen.values_list("request__number", flat=True)]


def refuse_like_purged(
    user: User, case: Case, refs: Sequence[str], *, despite: str, rows: Sequence[int] = ()
) -> None:
    """Let nobody in who is like somebody purged, unless a supervisor says why.

    Args:
        refs: of the placeholders, as far as this user may know of them; none: nothing is refused.
        despite: why they are taken in all the same.
        rows: of a table, as a spreadsheet numbers them.

    Raises:
        ConflictError: no reason is given.
        NotAllowedError: one is given by somebody who does not supervise.
    """
    if not refs:
        return
    if despite.strip():
        access.require(user, access.Permission.SUPERVISE, case)
        return
    known = ", ".join(dict.fromkeys(refs))
    if rows:
        told = ", ".join(map(str, rows[:_ROWS_TOLD])) + (" …" if len(rows) > _ROWS_TOLD else "")
        raise ConflictError(
            gettext(
                "rows of the file are like somebody who was purged from this case: row {rows}, like {refs}"
            ).format(rows=told, refs=known),
            gettext(
                "Take these rows out of the file. If it is somebody else, or they are to be looked for again, "
                "a supervisor takes it in and says why."
            ),
            kind="like-purged",
        )
    raise ConflictError(
        gettext("this is like somebody who was purged from this case: {refs}").format(refs=known),
        gettext(
            "Look at what was purged, and why. If it is somebody else, or they are to be looked for again, "
            "a supervisor takes them in and says why."
        ),
        kind="like-purged",
    )


def note_came_again(
    user: User,
    purges: Sequence[int],
    *,
    person: Person | None = None,
    row: tuple[List, int] | None = None,
    reason: str,
) -> None:
    """Keep that somebody came in who is like these who were purged; supervisors read it.

    Args:
        reason: why; kept only for purges that the user may know of, for nobody gave it for the others.
    """
    seen = set(access.visible(user, Purge).filter(pk__in=purges).values_list("pk", flat=True))
    for pk in purges:
        CameAgain.objects.create(
            purge_id=pk,
            person=person,
            list=row[0] if row else None,
            ordinal=row[1] if row else None,
            reason=reason if pk in seen else "",
            entered_by=user,
        )


def _kept(known: KnownAs, salt: str) -> list[Print]:
    """With a year of birth known, the name alone is kept apart: it counts only for whoever comes without one."""
    prints = set(_numbers(known, salt))
    for name in _folded(known.names):
        prints.add(_print(FingerprintKind.NAME, salt, name, "with a year" if known.years else ""))
        prints.update(_print(FingerprintKind.NAME_AND_YEAR, salt, name, str(year)) for year in known.years)
    return sorted(prints)


def _looked_for(known: KnownAs, salt: str) -> Iterator[Print]:
    yield from _numbers(known, salt)
    for name in _folded(known.names):
        yield _print(FingerprintKind.NAME, salt, name, "")
        if known.years:
            for year in known.years:
                yield _print(FingerprintKind.NAME_AND_YEAR, salt, name, str(year))
        else:
            yield _print(FingerprintKind.NAME, salt, name, "with a year")


def _numbers(known: KnownAs, salt: str) -> Iterator[Print]:
    for number in known.numbers:
        plain = "".join(folded_words(number))
        if len(plain) >= _SHORTEST_NUMBER:
            yield _print(FingerprintKind.NUMBER, salt, plain)


def _folded(names: Sequence[str]) -> set[str]:
    """Whole names without case, marks and order of words; of one word alone none, for many bear it."""
    words = (sorted(folded_words(name)) for name in names)
    return {" ".join(some) for some in words if len(some) > 1}


def _print(kind: FingerprintKind, salt: str, *told: str) -> Print:
    digest = hashlib.sha256("\0".join((salt, kind.value, *told)).encode()).digest()
    return kind.value, int.from_bytes(digest[:_BYTES], "big")


def _years(birth: PartialDate | None) -> tuple[int, ...]:
    """The years that a birth date may mean; none where it is only about then, or they are many."""
    if birth is None or birth.qualifier or birth.earliest is None or birth.latest is None:
        return ()
    years = range(birth.earliest.year, birth.latest.year + 1)
    return tuple(years) if len(years) <= _MOST_YEARS else ()

"""One name in everything held: people, lists, reports.

In: a user and a name in any script. Out: `FindResult`: places where it may stand, each with its reasons. A hit is no
finding; a person must look at each. A name of one part alone finds everyone who has that part, each with a
probability that says no more than that.
`find_as_typed` answers while somebody types: people and rows of lists by their names alone, without reasons.
Leaves to others: what names mean (`homeward.names`), the saved indexes (`list_index`), whose names are worth
comparing (`people_names`), which texts are worth reading (`document_terms`), who may see what (`access`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Model, QuerySet
from django.utils.translation import gettext, ngettext

from homeward.casework import access, audit, dates
from homeward.casework.access import Permission
from homeward.casework.document_terms import captures_that_may_name, names_that_may_be
from homeward.casework.list_index import Searchable, indexes_of
from homeward.casework.lookups import check_lookups
from homeward.casework.matching import spotter_of
from homeward.casework.models import Capture, Case, List, ListItem, NameForm, Person, User
from homeward.casework.name_letters import letters_of
from homeward.casework.people_names import PeopleNames, names_of_people
from homeward.casework.wording import stored_words
from homeward.errors import BadInputError
from homeward.names import Comparison, MatchKind, Spotted, base_forms, compare_many, parse, search_all

FIND_FROM = 0.2
"""From this probability on a place is shown: better to see a namesake than to miss a person."""

_ONE_PART_AT_MOST = 0.4
"""The most that sharing one part of a name is worth, as `names.compare` has it for names of several parts."""

_ALIKE = 0.5
"""Where a part that is written alike stands among the hits: it is doubtful of nothing but the rest of the name."""

_SAME_PART = 0.5
"""How likely two parts must be one name to count as one."""

_BASES = 12  # forms that an inflected word may come from; the likelier ones come first

_WORD = re.compile(r"[^\W\d_](?:[\w'’׳״\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670-]*\w)?")

_READ_AT_MOST = 40
"""Reports that are read for the name, those first whose words are nearest to it."""

_FORMS_A_HIT = 3
"""Written names of people that are looked at for each person shown: one person has several, and some are hidden."""

_FORMS_COMPARED = 250
"""A case with no more written names of people than these has every one compared, in a moment."""

_FORMS_MORE = 10
"""As many times more, where some of those looked at are hidden from the user."""

_FORMS_BEGINNING = 1_000
"""Written names of people that begin so, of which is asked whether the user may see them."""

_FEW_LETTERS = 3
"""What is no longer than this is the beginning of a name, and no name."""

_HITS_A_REPORT = 3
_CONTEXT = 60
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class FindHit:
    """One place where the name may stand.

    Attributes:
        kind: ``person``, ``list item`` or ``report``.
        ref: the person, the list or the report.
        written: the form that stands there, as written.
        place: where, in words.
        context: the words around it, in a report; the row's cells, in a list.
        start, stop: the characters of the report's text.
        row: the row's number in the list, as a spreadsheet shows it.
        alike: a name of one part was looked for, and that part stands there letter by letter: of the part there is no
            doubt, and nothing is known of the rest.
    """

    kind: str
    ref: str
    written: str
    place: str
    probability: float
    reasons: tuple[str, ...]
    context: str = ""
    start: int | None = None
    stop: int | None = None
    row: int | None = None
    alike: bool = False


@dataclass(frozen=True, slots=True)
class NameSeen:
    """A name as it is written of a person or in a row of a list, with nothing said of how likely it is the one.

    Attributes:
        ref: the person or the list. row: the row's number in the list, as a spreadsheet shows it.
    """

    ref: str
    written: str
    row: int | None = None


@dataclass(frozen=True, slots=True)
class FindResult:
    """Every hit: people, then lists, then reports, the surest first in each.

    Attributes:
        name: what was looked for.
        searched: how many people, lists and reports the user may see and were searched, in words.
        beginning: of a few letters, people whose names begin with them.
        unsearched: what was left out since its index is being made, in words; empty where nothing was.
    """

    name: str
    hits: tuple[FindHit, ...]
    searched: str
    beginning: tuple[NameSeen, ...] = ()
    unsearched: str = ""


@dataclass(frozen=True, slots=True)
class TypedResult:
    """What is shown while somebody types: names alone.

    Attributes:
        people: first those whose names begin so, then those whose names may be the one typed.
        rows: of lists; of a few letters none is looked for.
        few_letters: whether what was typed is only the beginning of a name.
        unsearched: what was left out since its index is being made, in words; empty where nothing was.
    """

    name: str
    people: tuple[NameSeen, ...]
    rows: tuple[NameSeen, ...]
    few_letters: bool
    unsearched: str = ""


def find(user: User, case: Case, text: str, *, k: int = 20) -> FindResult:
    """Look for a name in everything that the user may see in a case. Noted in the audit as a read.

    Args:
        text: a name in any script.
        k: how many hits of each kind to show.

    Raises:
        BadInputError: no name is given, or one longer than any name.
        TooManyError: this user searched too often in the last minute.
    """
    with access.one_look():
        return _find(user, case, text, k)


def _find(user: User, case: Case, text: str, k: int) -> FindResult:
    name = _checked(user, case, text)
    searchable = indexes_of(lists := _lists_of(user, case))
    names = names_of_people(case)
    captures = access.visible(user, Capture).filter(case=case)
    people = access.visible(user, Person).filter(case=case)
    found = [
        *_in_people(user, case, names, name, k),
        *_first(_in_lists(lists, searchable, name, k), k),
        *_first(_in_reports(captures, name), k),
    ]
    begun = _people_beginning(user, case, names, name, k) if _is_beginning(name) else []
    about: dict[tuple[str, int], Model] = {(type(m).__name__, m.pk): m for _, m in (*found, *begun)}
    audit.note_read(user, "find", case=case, about=list(about.values()))
    reports = captures.exclude(text="").count()
    return FindResult(
        name=name,
        hits=tuple(hit for hit, _ in found),
        searched=", ".join(
            (
                _counted(ngettext("{n} person", "{n} people", many := people.count()), many),
                _lists_counted(len(searchable.indexes)),
                _counted(ngettext("{n} report", "{n} reports", reports), reports),
            )
        ),
        beginning=tuple(seen for seen, _ in begun),
        unsearched=_left_out(names, searchable),
    )


def find_as_typed(user: User, case: Case, text: str, *, k: int = 10) -> TypedResult:
    """People and rows of lists that what is being typed may mean, by name alone. Noted in the audit as a read.

    Raises:
        BadInputError: no name is given, or one longer than any name.
    """
    with access.one_look():
        return _find_as_typed(user, case, text, k)


def _find_as_typed(user: User, case: Case, text: str, k: int) -> TypedResult:
    name = _checked(user, case, text)
    few = _is_beginning(name)
    names = names_of_people(case)
    people = _people_beginning(user, case, names, name, k)
    rows: list[tuple[NameSeen, Model]] = []
    searchable = Searchable(())
    if not few:
        near = _in_people(user, case, names, name, k)
        known = {person.pk for _, person in people}
        people += [(NameSeen(hit.ref, hit.written), person) for hit, person in near if person.pk not in known]
        searchable = indexes_of(lists := _lists_of(user, case))
        in_lists = _first(_in_lists(lists, searchable, name, k), k)
        rows = [(NameSeen(hit.ref, hit.written, hit.row), stored) for hit, stored in in_lists]
    people = people[:k]
    about: dict[tuple[str, int], Model] = {(type(m).__name__, m.pk): m for _, m in (*people, *rows)}
    audit.note_read(user, "find", case=case, about=list(about.values()))
    seen_people, seen_rows = tuple(seen for seen, _ in people), tuple(seen for seen, _ in rows)
    return TypedResult(name, seen_people, seen_rows, few, _left_out(names, searchable))


Found = tuple[FindHit, Model]


def _checked(user: User, case: Case, text: str) -> str:
    """The name that is looked for, by somebody who may read the case."""
    access.require(user, Permission.READ, case)
    check_lookups(user, case)
    name = " ".join(text.split())
    if not name or len(name) > _LONGEST_NAME:
        raise BadInputError(
            gettext("no name is given") if not name else gettext("this is longer than any name"),
            gettext("Write the name as you know it."),
        )
    return name


def _lists_of(user: User, case: Case) -> list[List]:
    rows = access.visible(user, List).filter(case=case, arrived_at__isnull=False)
    return list(rows.select_related("capture").defer("capture__text", "problems"))


def _is_beginning(name: str) -> bool:
    """Whether so few letters are the beginning of a name, and no name."""
    return letters_of(name) <= _FEW_LETTERS


def _left_out(names: PeopleNames, searchable: Searchable) -> str:
    told = [_lists_counted(len(searchable.left_out))] if searchable.left_out else []
    if many := names.waiting:
        told.append(_counted(ngettext("{n} name of sought people", "{n} names of sought people", many), many))
    return ", ".join(told)


def _lists_counted(number: int) -> str:
    return _counted(ngettext("{n} list", "{n} lists", number), number)


def _counted(phrase: str, number: int) -> str:
    return phrase.format(n=dates.number(number))


def _is_shown(name: str, comparison: Comparison) -> bool:
    """Whether a place is shown: it is likely enough, or the name is of one part and that part stands there."""
    return comparison.probability >= FIND_FROM or (_is_one_part(name) and _shares_part(comparison))


def _is_one_part(name: str) -> bool:
    return len(parse(name).telling) == 1


def _shares_part(comparison: Comparison) -> bool:
    """Whether a part stands on both sides: the same, spelled alike, or written in another script."""
    return any(
        part.left and part.right and part.weight_bits > _HARDLY_AGAINST
        and part.similarity >= _SAME_PART
        for part in comparison.parts
        if part.kind in _SHARED
    )  # fmt: skip


_HARDLY_AGAINST = -1.0  # bits: Marco and Marko alone, whose letters differ, say little either way
_SHARED = frozenset(
    (
        MatchKind.SAME, MatchKind.SPELLING, MatchKind.TRANSLITERATION, MatchKind.KNOWN_FORM, MatchKind.SHORT_FORM,
        MatchKind.FEMALE_FORM, MatchKind.OTHER_LANGUAGE,
    )
)  # fmt: skip


def _first(found: Iterator[Found], k: int) -> Sequence[Found]:
    return sorted(found, key=lambda f: (*_surest_first(f[0]), f[0].ref, f[0].row or 0, f[0].start or 0))[:k]


def _surest_first(hit: FindHit) -> tuple[float, bool]:
    """What is written alike stands before what only may be the same part, and after what is likelier than not."""
    return -max(hit.probability, _ALIKE if hit.alike else 0.0), not hit.alike


def _stands_alike(name: str, written: str) -> bool:
    """Whether a name of one part is one of the words, letter by letter but for capitals."""
    return _is_one_part(name) and name.casefold() in (word.casefold() for word in _WORD.findall(written))


def _in_people(user: User, case: Case, names: PeopleNames, name: str, k: int) -> list[Found]:
    """People, each with the surest of the forms; of equally sure ones, first those that the index has first."""
    best: dict[int, Found] = {}
    forms = _forms_likely(user, case, names, name, _FORMS_A_HIT * k)
    for form, comparison in zip(forms, compare_many(name, [form.text for form in forms]), strict=True):
        known = best.get(form.person_id)
        alike = _stands_alike(name, form.text)
        if not _is_shown(name, comparison) or (
            known and (known[0].alike, known[0].probability) >= (alike, comparison.probability)
        ):
            continue
        person = form.person
        hit = FindHit(
            "person",
            access.ref_of(person),
            form.text,
            gettext("sought person {person}; name: {kind}").format(
                person=access.ref_of(person), kind=stored_words(form.kind)
            ),
            comparison.probability,
            comparison.reasons,
            alike=alike,
        )
        best[form.person_id] = hit, person
    return sorted(best.values(), key=lambda found: _surest_first(found[0]))[:k]


def _forms_likely(user: User, case: Case, names: PeopleNames, name: str, most: int) -> list[NameForm]:
    """The forms likeliest to be the name among those that the user may see; of few forms all, so that none is missed.

    An index looks among what is near, and may pass over a name that is cut into other words.
    """
    likely = names.likely(name, most=most)
    if (every := names.if_few(_FORMS_COMPARED)) is not None:
        return _forms_seen(user, case, list(dict.fromkeys((*likely, *every))))
    forms = _forms_seen(user, case, likely)
    if len(forms) < len(likely):  # what is hidden must not take the place of what is not
        forms = _forms_seen(user, case, names.likely(name, most=most * _FORMS_MORE))[:most]
    return forms


def _people_beginning(
    user: User, case: Case, names: PeopleNames, letters: str, k: int
) -> list[tuple[NameSeen, Model]]:
    """People a name of whom begins with these letters, each once."""
    found: dict[int, tuple[NameSeen, Model]] = {}
    for form in _forms_seen(user, case, names.beginning(letters, most=_FORMS_BEGINNING)):
        seen = NameSeen(access.ref_of(form.person), form.text)
        found.setdefault(form.person_id, (seen, form.person))
    return list(found.values())[:k]


def _forms_seen(user: User, case: Case, ids: Sequence[int]) -> list[NameForm]:
    """Those of the forms that the user may see, in their order, with their people."""
    # Forms and people are asked for apart: of two choices at once, SQLite would walk every pair.
    rows = access.visible(user, NameForm).filter(pk__in=ids).order_by().values_list("pk", "person_id")
    person_of = dict(rows)
    people = access.visible(user, Person).filter(case=case, pk__in=set(person_of.values())).order_by()
    open_ = set(people.values_list("pk", flat=True))
    forms = NameForm.objects.filter(pk__in=[pk for pk, person in person_of.items() if person in open_])
    seen = forms.select_related("person").in_bulk()
    return [seen[pk] for pk in ids if pk in seen]


def _in_lists(lists: Sequence[List], searchable: Searchable, name: str, k: int) -> Iterator[Found]:
    by_id = {stored.pk: stored for stored in lists}
    shards = [shard for index in searchable.indexes for shard in index.shards]
    sure = {int(c.key): c for c in search_all(shards, name, k=k) if _is_shown(name, c.comparison)}
    for item in ListItem.objects.filter(pk__in=sure, list__in=by_id):
        stored, candidate = by_id[item.list_id], sure[item.pk]
        place = (
            gettext("list “{title}”, table “{table}”, row {row}")
            if len(stored.tables) > 1
            else gettext("list “{title}”, row {row}")
        )
        hit = FindHit(
            "list item",
            access.ref_of(stored),
            candidate.text,
            place.format(title=stored.title, table=item.table, row=item.row_number),
            candidate.probability,
            candidate.reasons,
            context=" | ".join(cell for cell in item.cells if cell),
            row=item.row_number,
            alike=_stands_alike(name, candidate.text),
        )
        yield hit, stored


def _in_reports(captures: QuerySet[Capture], name: str) -> Iterator[Found]:
    places = _words_alike if _is_one_part(name) else _places_named
    for capture in captures.filter(pk__in=captures_that_may_name(captures, name, most=_READ_AT_MOST)):
        for s in sorted(places(name, capture.text), key=lambda s: (-s.probability, s.start))[:_HITS_A_REPORT]:
            hit = FindHit(
                "report",
                access.ref_of(capture),
                s.text,
                gettext("report “{title}”, characters {first} to {last}").format(
                    title=capture.title or capture.file_name, first=s.start, last=s.stop
                ),
                s.probability,
                s.reasons,
                context=_around(capture.text, s.start, s.stop),
                start=s.start,
                stop=s.stop,
                alike=_stands_alike(name, s.text),
            )
            yield hit, capture


def _places_named(name: str, text: str) -> list[Spotted]:
    return [s for s in spotter_of((("name", (name,)),)).spot(text) if s.probability >= FIND_FROM]


def _words_alike(name: str, text: str) -> list[Spotted]:
    """The words of a text that are the one part of a name; a `Spotter` asks for more than one part, rightly."""
    places: dict[str, list[int]] = {}
    for found in _WORD.finditer(text):
        if not found[0][0].islower():
            places.setdefault(found[0], []).append(found.start())
    words = list(places)
    spotted = []
    near = [words[place] for place in names_that_may_be(name, words)]
    bases = [(word, base) for word in near for base in base_forms(word, parse(word).script)[:_BASES]]
    compared: dict[str, list[Comparison]] = {}
    for (word, _), comparison in zip(bases, compare_many(name, [base for _, base in bases]), strict=True):
        if _shares_part(comparison):
            compared.setdefault(word, []).append(comparison)
    for word in near:
        best = max(compared.get(word, ()), key=lambda c: c.probability, default=None)
        if best is not None:
            probability = min(best.probability, _ONE_PART_AT_MOST)
            reasons = (f'shares one name part: "{word}"', *best.reasons[1:])
            spotted += [
                Spotted(start, start + len(word), word, "name", probability, reasons) for start in places[word]
            ]
    return spotted


def _around(text: str, start: int, stop: int) -> str:
    """The words around a stretch of text, cut between words."""
    before, after = text[max(0, start - _CONTEXT) : start], text[stop : stop + _CONTEXT]
    if start > _CONTEXT:
        before = "… " + before.partition(" ")[2]
    if stop + _CONTEXT < len(text):
        after = after.rpartition(" ")[0] + " …"
    return " ".join((before + text[start:stop] + after).split())

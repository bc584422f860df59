"""The names of all sought people of a case, as an index that is searched and by the letters they begin with.

In: a case. Out: `PeopleNames`, which tells ids of name forms: those likely to be a name, those that begin so.
Leaves to others: who may see them (`find` asks `access` for every form before it is shown), what a name is
(`homeward.names`), whether somebody builds what is missing meanwhile (`name_upkeep`).

Names are only added, but for a purge, after which everything is made anew (`forget_case`). In the order in which
they were entered they are cut into parts, as large as there are names for: some of 16,384, up to three of 4,096, of
1,024 and of 256. Each is saved in the folder beside the case file and opened from there; what is left, less than
256, is indexed in memory. A name that is added costs a moment; now and then small parts become a larger one. What a
saved part holds is in its name, so that a part of another case file or another version is never opened.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import tempfile
import threading
import time
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from django.db.models import Count, Max, QuerySet

from homeward.casework import name_upkeep
from homeward.casework.list_index import ENGINE, names_folder
from homeward.casework.models import Case, NameForm
from homeward.casework.name_letters import Letters, forms_beginning
from homeward.names import Index, search_all

PART_NAMES = (16_384, 4_096, 1_024, 256)
"""Names of a saved part; each is a multiple of the next."""

_LAYOUT = 1  # of a part's folder
_CASES_HELD = 8
_ADDITIONS = 8  # indexes in memory, before they are put together
_AT_ONCE = 600  # names that a search puts in order itself where somebody else could do it
_LOOK_AGAIN_SECONDS = 1.0

Form = tuple[int, str]
"""A written form: its id and the text."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some forms, entered one after another: by their likeness, and by their letters."""

    index: Index
    letters: Letters

    @classmethod
    def build(cls, forms: Sequence[Form]) -> Part:
        """Index forms."""
        return cls(Index.build([(str(form), text) for form, text in forms]), Letters.build(forms))

    @classmethod
    def open(cls, folder: Path) -> Part | None:
        """A saved part; None where it is not there or not whole, or of another version."""
        try:
            return cls(Index.open(folder / "index"), Letters.open(folder / "letters"))
        except Exception:  # whatever is wrong with it, the names are there to make it anew
            return None

    def save(self, folder: Path) -> None:
        """Write it, whole or not at all.

        Raises:
            OSError: the disk is full, or cannot be written.
        """
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".part-", dir=folder.parent))
        try:
            (made / "letters").mkdir()
            self.letters.save(made / "letters")
            self.index.save(made / "index")
            shutil.rmtree(folder, ignore_errors=True)
            made.rename(folder)
        finally:
            shutil.rmtree(made, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class PeopleNames:
    """Written names of a case's people.

    Attributes:
        parts: saved parts, by the place of their first form. rest: parts in memory, of the forms entered since.
        waiting: how many forms are in none of them yet, and are not found.
    """

    parts: tuple[tuple[_Place, Part], ...] = ()
    rest: tuple[Part, ...] = ()
    waiting: int = 0

    @property
    def all_parts(self) -> tuple[Part, ...]:
        """Saved or not."""
        return (*(part for _, part in self.parts), *self.rest)

    def likely(self, name: str, *, most: int) -> list[int]:
        """Ids of the forms likeliest to be the name, best first."""
        indexes = [part.index for part in self.all_parts]
        return [int(found.key) for found in search_all(indexes, name, k=most)] if indexes else []

    def if_few(self, most: int) -> list[int] | None:
        """Ids of all forms, in the order in which they were entered; None if there are more than these."""
        if self.waiting or sum(len(part.letters.ids) for part in self.all_parts) > most:
            return None
        return [int(form) for part in self.all_parts for form in part.letters.ids]

    def beginning(self, letters: str, *, most: int) -> list[int]:
        """Ids of the forms that begin with these letters, then of those a later word of which does, by alphabet.

        After them come those that begin so in another script.
        """
        return forms_beginning([part.letters for part in self.all_parts], letters, most=most)


_Place = tuple[int, int]
"""Of a part: how many forms were entered before its first; how many it has."""


@dataclass(frozen=True, slots=True)
class _Stored:
    """How many forms there are, and which is the newest: none is ever changed, so that this tells them all."""

    count: int
    last: int
    entered_at: datetime | None


_Newest = tuple[int, datetime] | None


@dataclass(frozen=True, slots=True)
class _Held:
    """What was read of a case.

    Attributes:
        newest: the newest form of the whole case file then. here: what there was of this case.
        rest: the forms that are in no saved part; those at the end of it may wait (`names.waiting`).
        whole: whether all parts are saved that should be. looked: when that was seen.
    """

    names: PeopleNames
    newest: _Newest
    here: _Stored
    rest: tuple[Form, ...] = ()
    whole: bool = True
    looked: float = 0.0

    @property
    def saved(self) -> int:
        """How many forms are in saved parts."""
        return sum(place[1] for place, _ in self.names.parts)


_NOTHING = _Held(PeopleNames(), None, _Stored(0, 0, None))
_held: OrderedDict[tuple[str, int], _Held] = OrderedDict()
_lock = threading.Lock()


def names_of_people(case: Case) -> PeopleNames:
    """The names of a case's people as they are stored now, by one query where no name was added anywhere.

    In a process that serves the desk nothing large is built for it: what is not in order yet is counted as waiting.
    """
    key = (str(names_folder()), case.pk)
    newest: _Newest = NameForm.objects.order_by("-pk").values_list("pk", "entered_at").first()
    with _lock:
        held = _held.get(key)
        if held is None or held.newest != newest or _may_be_whole_now(held):
            held = _held[key] = _read_on(held or _NOTHING, case, newest)
        _held.move_to_end(key)
        while len(_held) > _CASES_HELD:
            _held.popitem(last=False)
    if not held.whole:
        name_upkeep.ask()
    return held.names


def put_in_order(case: Case) -> None:
    """Save all parts that should be there, and remove those that were put together.

    Raises:
        OSError: the disk is full, or cannot be written.
    """
    with name_upkeep.turn_to_build(names_folder()):
        _put_in_order(case)


def _put_in_order(case: Case) -> None:
    forms = _forms_of(case)
    folder = _folder_of(case)
    kept = {_name_of(forms, place): place for place in _places(forms.count())}
    for name, place in kept.items():
        if Part.open(folder / name) is None:
            _make(forms, place).save(folder / name)
    for old in set(folder.glob("part-*")) - {folder / name for name in kept}:
        shutil.rmtree(old, ignore_errors=True)


def forget() -> None:
    """Read everything anew from now on, as another process would."""
    with _lock:
        _held.clear()


def forget_case(case: Case) -> None:
    """Remove what is saved of a case of whose names some were purged; whoever searches next makes it anew.

    Waits for whoever builds an index just now: what they have read may still hold these names.
    """
    with name_upkeep.turn_to_build(names_folder()):
        if (folder := _folder_of(case)).exists():
            shutil.rmtree(folder)
    forget()  # not within the turn, for which a search may wait that holds the lock


def _may_be_whole_now(held: _Held) -> bool:
    return not held.whole and time.monotonic() - held.looked > _LOOK_AGAIN_SECONDS


def _read_on(held: _Held, case: Case, newest: _Newest) -> _Held:
    """Read what was added since; everything, if what was read before is not what is stored."""
    forms = _forms_of(case)
    here = _stored(forms)
    if _stored(forms.filter(pk__lte=held.here.last)) != held.here:
        held = _NOTHING
    if here == held.here and held.whole:
        return replace(held, newest=newest)
    parts, whole = _saved_parts(held, case, forms, here.count)
    saved = sum(place[1] for place, _ in parts)
    if saved < held.saved:  # parts that were there are gone: the forms in them are read again
        held = _NOTHING
    if held is _NOTHING:
        rest: list[Form] = list(forms.values_list("pk", "text")[saved : here.count])
    else:
        added = forms.filter(pk__gt=held.here.last, pk__lte=here.last).values_list("pk", "text")
        rest = [*held.rest, *added][saved - held.saved :]
    names = _with_rest(held, tuple(parts), rest, moved=saved != held.saved or held is _NOTHING)
    return _Held(names, newest, here, tuple(rest), whole, time.monotonic())


def _with_rest(
    held: _Held, parts: tuple[tuple[_Place, Part], ...], rest: Sequence[Form], *, moved: bool
) -> PeopleNames:
    """The saved parts and what is left, which is indexed in memory unless it is too much for a search to wait for."""
    in_order = [] if moved else list(held.names.rest)
    done = 0 if moved else len(held.rest) - held.names.waiting
    if name_upkeep.is_at_work() and len(rest) - done > _AT_ONCE:
        return PeopleNames(parts, tuple(in_order), len(rest) - done)
    if len(in_order) >= _ADDITIONS and len(rest) <= _AT_ONCE:
        in_order, done = [], 0
    if rest[done:]:
        in_order.append(Part.build(rest[done:]))
    return PeopleNames(parts, tuple(in_order))


def _saved_parts(
    held: _Held, case: Case, forms: QuerySet[NameForm], count: int
) -> tuple[list[tuple[_Place, Part]], bool]:
    """The parts that are saved, one after another without a gap, the largest of each; whether they are all.

    Where nobody else builds what is missing, it is built here.
    """
    opened = dict(held.names.parts)
    folder = _folder_of(case)
    parts: list[tuple[_Place, Part]] = []
    whole, start = True, 0
    while size := _largest(start, count):
        for smaller in PART_NAMES[PART_NAMES.index(size) :]:
            place = (start, smaller)
            found = opened.get(place) or _opened(folder, forms, place)
            if found is None and not name_upkeep.is_at_work():
                found = _made_and_saved(folder, forms, place)
            if found is not None:
                parts.append((place, found))
                start += smaller
                break
            whole = False
        else:
            break
    return parts, whole


def _largest(start: int, count: int) -> int:
    """How large the part that begins there should be; 0 where too few forms are left."""
    return next((size for size in PART_NAMES if start % size == 0 and start + size <= count), 0)


def _places(count: int) -> list[_Place]:
    """Where the parts of so many forms should be."""
    places, start = [], 0
    while size := _largest(start, count):
        places.append((start, size))
        start += size
    return places


def _opened(folder: Path, forms: QuerySet[NameForm], place: _Place) -> Part | None:
    if not any(folder.glob(f"{_label(place)}-*")):
        return None
    return Part.open(folder / _name_of(forms, place))


def _made_and_saved(folder: Path, forms: QuerySet[NameForm], place: _Place) -> Part:
    with contextlib.suppress(OSError), name_upkeep.turn_to_build(names_folder()):
        path = folder / _name_of(forms, place)
        if (there := Part.open(path)) is not None:  # whoever had the turn before made it
            return there
        made = _make(forms, place)
        made.save(path)
        return Part.open(path) or made
    return _make(forms, place)  # a case file on a full disk is searched all the same


def _make(forms: QuerySet[NameForm], place: _Place) -> Part:
    start, size = place
    return Part.build(list(forms.values_list("pk", "text")[start : start + size]))


def _name_of(forms: QuerySet[NameForm], place: _Place) -> str:
    """The name of a part's folder: where it begins, how many forms it has, and what tells them from all others."""
    start, size = place
    told = hashlib.sha256(f"{ENGINE} {_LAYOUT}".encode())
    for number in (start, start + size - 1):
        for pk, entered_at in forms.values_list("pk", "entered_at")[number : number + 1]:
            told.update(f" {pk} {entered_at.isoformat()}".encode())
    return f"{_label(place)}-{told.hexdigest()[:32]}"


def _label(place: _Place) -> str:
    return f"part-{place[0]:09}-{place[1]}"


def _folder_of(case: Case) -> Path:
    return names_folder() / f"people-{case.pk}"


def _forms_of(case: Case) -> QuerySet[NameForm]:
    return NameForm.objects.filter(person__case=case).order_by("pk")


def _stored(forms: QuerySet[NameForm]) -> _Stored:
    told = forms.order_by().aggregate(count=Count("pk"), last=Max("pk"))
    newest = forms.filter(pk=told["last"]).values_list("entered_at", flat=True).first()
    return _Stored(told["count"], told["last"] or 0, newest)

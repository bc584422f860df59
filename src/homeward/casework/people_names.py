"""The names of all sought people of a case, as an index that is searched and by the letters they begin with.

In: a case. Out: `PeopleNames`, which tells ids of name forms: those likely to be a name, those that begin so.
Leaves to others: who may see them (`find` asks `access` for every form before it is shown), and what a name is
(`homeward.names`).

Names are only ever added. Every 4,000 of them, in the order in which they were entered, are one saved index in the
folder beside the case file, as lists have them; the rest is indexed in memory, and grows as names are added. What a
saved part holds is in its name, so that a part of another case file or another version is never opened.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import shutil
import threading
import unicodedata
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Count, Max, QuerySet

from homeward.casework.document_terms import latin_letters
from homeward.casework.list_index import ENGINE, names_folder
from homeward.casework.models import Case, NameForm
from homeward.names import Index, search_all

PART_NAMES = 4_000
"""Names of one saved index."""

_CASES_HELD = 8
_ADDITIONS = 20  # to the index in memory, before it is put in order
_SYLLABLE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LETTERS_A_SYLLABLE = 2
_LAST = "\U0010ffff"  # sorts after every letter

Form = tuple[int, str, datetime]
"""A written form: its id, the text, when it was entered."""

_Begun = tuple[str, bool, str, int]
"""A form from one of its words on; whether that is a later word; the whole form; its id."""


@dataclass(frozen=True, slots=True)
class PeopleNames:
    """Every written name of a case's people.

    Attributes:
        parts: saved indexes, each of `PART_NAMES` forms.
        rest: indexes in memory, of the forms entered since; `rest_forms`: these forms.
        begun, begun_latin: what a form begins with, by alphabet: as written, and in Latin letters where these differ.
    """

    parts: tuple[Index, ...] = ()
    rest: tuple[Index, ...] = ()
    rest_forms: tuple[Form, ...] = ()
    begun: tuple[_Begun, ...] = ()
    begun_latin: tuple[_Begun, ...] = ()

    def likely(self, name: str, *, most: int) -> list[int]:
        """Ids of the forms likeliest to be the name, best first."""
        indexes = (*self.parts, *self.rest)
        return [int(found.key) for found in search_all(indexes, name, k=most)] if indexes else []

    def if_few(self, most: int) -> list[int] | None:
        """Ids of all forms, in the order in which they were entered; None if there are more than these."""
        if self.parts or len(self.rest_forms) > most:
            return None
        return [form_id for form_id, _, _ in self.rest_forms]

    def beginning(self, letters: str, *, most: int) -> list[int]:
        """Ids of the forms that begin with these letters, then of those a later word of which does, by alphabet.

        After them come those that begin so in another script.
        """
        written = " ".join(folded_words(letters))
        latin = " ".join(filter(None, map(latin_letters, written.split())))
        forms = [*_that_begin(self.begun, written), *_that_begin(self.begun_latin, latin)]
        if latin != written:
            forms += _that_begin(self.begun, latin)
        return list(dict.fromkeys(forms))[:most]

    def with_more(self, case: Case, forms: Iterable[Form]) -> PeopleNames:
        """These names and others, entered later."""
        added = list(forms)
        parts, rest, waiting = list(self.parts), list(self.rest), [*self.rest_forms, *added]
        while len(waiting) >= PART_NAMES:
            parts.append(_part(case, len(parts), waiting[:PART_NAMES]))
            waiting, rest = waiting[PART_NAMES:], []
        if waiting and (not rest or len(rest) >= _ADDITIONS):
            rest = [Index.build(_keyed(waiting))]
        elif waiting:
            rest.append(Index.build(_keyed(added)))
        begun, begun_latin = list(self.begun), list(self.begun_latin)
        for form_id, text, _ in added:
            words = folded_words(text)
            begun += _beginnings(words, form_id)
            latin = [word for word in map(latin_letters, words) if word]
            if latin != words:
                begun_latin += _beginnings(latin, form_id)
        return PeopleNames(
            tuple(parts), tuple(rest), tuple(waiting), tuple(sorted(begun)), tuple(sorted(begun_latin))
        )


@dataclass(frozen=True, slots=True)
class _Stored:
    """How many forms there are, and which is the newest: forms are only ever added, so that this tells them all."""

    count: int
    last: int
    entered_at: datetime | None


@dataclass(frozen=True, slots=True)
class _Held:
    """What was read of a case, and what was stored when it was read: in the whole case file, and in the case."""

    names: PeopleNames
    everywhere: _Stored
    here: _Stored


_held: OrderedDict[tuple[str, int], _Held] = OrderedDict()
_lock = threading.Lock()


def names_of_people(case: Case) -> PeopleNames:
    """The names of a case's people as they are stored now, by two queries where no name was added anywhere."""
    key = (str(names_folder()), case.pk)
    everywhere = _stored(NameForm.objects.all())
    with _lock:
        held = _held.get(key)
        if held is None or held.everywhere != everywhere:
            held = _held[key] = _read_on(held, case, everywhere)
        _held.move_to_end(key)
        while len(_held) > _CASES_HELD:
            _held.popitem(last=False)
        return held.names


def _read_on(held: _Held | None, case: Case, everywhere: _Stored) -> _Held:
    """Read what was added since; everything, if what was read before is not what is stored."""
    forms = NameForm.objects.filter(person__case=case)
    here = _stored(forms)
    if held is None or _stored(forms.filter(pk__lte=held.here.last)) != held.here:
        held = _Held(PeopleNames(), everywhere, _Stored(0, 0, None))
    if here != held.here:
        added = forms.filter(pk__gt=held.here.last, pk__lte=here.last).order_by("pk")
        names = held.names.with_more(case, added.values_list("pk", "text", "entered_at"))
        return _Held(names, everywhere, here)
    return replace(held, everywhere=everywhere)


def _stored(forms: QuerySet[NameForm]) -> _Stored:
    told = forms.order_by().aggregate(count=Count("pk"), last=Max("pk"))
    newest = forms.order_by().filter(pk=told["last"]).values_list("entered_at", flat=True).first()
    return _Stored(told["count"], told["last"] or 0, newest)


def _part(case: Case, number: int, forms: Sequence[Form]) -> Index:
    """A saved part; built and saved first where there is none that fits, in memory alone where it cannot be saved."""
    told = hashlib.sha256(ENGINE.encode())
    for form_id, text, entered_at in forms:
        told.update(f"{form_id} {entered_at.isoformat()} {text}\n".encode())
    folder = names_folder() / f"people-{case.pk}" / f"part-{number:04}-{told.hexdigest()[:32]}"
    with contextlib.suppress(Exception):  # whatever is wrong with it, the names are there to make it anew
        return Index.open(folder)
    index = Index.build(_keyed(forms))
    with contextlib.suppress(OSError):
        names_folder().mkdir(parents=True, exist_ok=True)
        names_folder().chmod(0o700)  # as private as the case file
        for old in folder.parent.glob(f"part-{number:04}-*"):
            shutil.rmtree(old, ignore_errors=True)
        index.save(folder)
    return index


def _keyed(forms: Iterable[Form]) -> list[tuple[str, str]]:
    return [(str(form_id), text) for form_id, text, _ in forms]


def _beginnings(words: Sequence[str], form_id: int) -> list[_Begun]:
    whole = " ".join(words)
    return [(" ".join(words[place:]), place > 0, whole, form_id) for place in range(len(words))]


def _that_begin(entries: Sequence[_Begun], letters: str) -> list[int]:
    if not letters:
        return []
    found = entries[bisect_left(entries, (letters,)) : bisect_left(entries, (letters + _LAST,))]
    return [form_id for _, _, _, form_id in sorted(found, key=lambda entry: entry[1:])]


def folded_words(text: str) -> list[str]:
    """The words of a text without case, marks and apostrophes: what somebody types is compared with these."""
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text).casefold()
        if unicodedata.category(letter) not in ("Mn", "Cf") and letter not in "'’"
    )
    return "".join(letter if letter.isalnum() else " " for letter in plain).split()


def letters_of(text: str) -> int:
    """How many letters are written; a sign of Chinese, Japanese or Korean is a syllable, and counts as two."""
    return sum(_LETTERS_A_SYLLABLE if _SYLLABLE.match(letter) else letter.isalpha() for letter in text)

"""The names of all sought people of a case, held in the process by the words that stand in them.

In: a case, a name in any script or its first letters. Out: ids of name forms worth a look, the most promising first.
Leaves to others: who may see them (`find` asks `access` for every form before it is shown), and whether a form is the
name (`homeward.names`).

Names are only ever added. What is held is read once, and then each time only what was added since; if what was read
is not what is stored any more (another case file at the same place), everything is read again.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from bisect import bisect_left
from collections import OrderedDict, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np
from django.db import connection
from django.db.models import Count, Max, QuerySet
from rapidfuzz import fuzz, process

from homeward.casework.document_terms import NEAR, beginnings, parts_of, sounds, text_keys
from homeward.casework.models import Case, NameForm

_CASES_HELD = 8
_SYLLABLE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LETTERS_A_SYLLABLE = 2
_LAST = "\U0010ffff"  # sorts after every letter
_Written = tuple[str, bool, str, int]
"""A form from one of its words on, whether that is a later one, the whole form, its id."""


class PeopleNames:
    """Every written name of a case's people."""

    def __init__(self, forms: Iterable[tuple[int, str]] = (), before: PeopleNames | None = None) -> None:
        """Take in forms, their ids and texts, after those taken in before."""
        self._forms: list[int] = list(before._forms) if before else []  # ids, in the order of reading
        self._words: dict[str, int] = dict(before._words) if before else {}  # in Latin letters, with their places
        self._sounds: list[str] = list(before._sounds) if before else []  # of each word
        starts = before._starts.items() if before else ()
        self._starts = defaultdict(list, {start: list(words) for start, words in starts})  # words by first sounds
        self._written: list[_Written] = list(before._written) if before else []
        in_form: list[int] = []
        begun: list[int] = []
        for form_id, text in forms:
            folded = folded_words(text)
            whole = " ".join(folded)
            self._written += [(" ".join(folded[n:]), n > 0, whole, form_id) for n in range(len(folded))]
            words = [self._place_of(key) for key in sorted(text_keys(text))]
            if words:  # what has no word can be found by its letters only
                self._forms.append(form_id)
                begun.append(len(in_form))
                in_form += words
        self._written.sort()
        # The words of the first form, of the second ...; and where those of each begin.
        known = before._in_form if before else np.zeros(0, np.int64)
        self._in_form = np.concatenate([known, np.array(in_form, np.int64)])
        known_begun = before._begun if before else np.zeros(0, np.int64)
        self._begun = np.concatenate([known_begun, np.array(begun, np.int64) + len(known)])

    def __len__(self) -> int:
        return len(self._forms)

    def near(self, name: str, *, most: int | None = None) -> list[int]:
        """Ids of the forms that may be the name, those first whose words are nearest to its own.

        The forms are those of `document_terms.names_that_may_be`; their order is by all words of the name, also those
        that begin with other sounds.
        """
        if not self._forms:
            return []
        words = list(self._words)
        may_be = np.zeros(len(self._forms), bool)
        total = np.zeros(len(self._forms))
        for part in parts_of(name):
            nearness = process.cdist([part], words, scorer=fuzz.ratio)[0]
            if len(sounds(part)) > 1:
                nearness = np.maximum(nearness, process.cdist([sounds(part)], self._sounds, scorer=fuzz.ratio)[0])
            begins = np.zeros(len(words), bool)
            for start in beginnings(part):
                begins[self._starts.get(start, [])] = True
            may_be |= np.logical_or.reduceat((begins & (nearness >= NEAR))[self._in_form], self._begun)
            total += np.maximum.reduceat(nearness[self._in_form], self._begun)
        found = np.flatnonzero(may_be)
        found = found[np.argsort(-total[found], kind="stable")][:most]
        return [self._forms[place] for place in found]

    def beginning(self, letters: str, *, most: int | None = None) -> list[int]:
        """Ids of the forms that begin with these letters, then those a later word of which does, by alphabet.

        After them come those that begin so in another script.
        """
        begun = " ".join(folded_words(letters))
        if not begun:
            return []
        found = self._written[bisect_left(self._written, (begun,)) : bisect_left(self._written, (begun + _LAST,))]
        forms = [form for _, _, _, form in sorted(found, key=lambda entry: entry[1:])]
        latin = parts_of(letters, shortest=1)
        if len(latin) == 1 and self._forms:
            words = [place for word, place in self._words.items() if word.startswith(latin[0])]
            alike = np.zeros(len(self._words), bool)
            alike[words] = True
            places = np.flatnonzero(np.logical_or.reduceat(alike[self._in_form], self._begun))
            forms += [self._forms[place] for place in places]
        return list(dict.fromkeys(forms))[:most]

    def _place_of(self, key: str) -> int:
        start, _, word = key.partition(":")
        if word not in self._words:
            self._words[word] = len(self._words)
            self._sounds.append(sounds(word))
            self._starts[start].append(self._words[word])
        return self._words[word]


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
    key = (str(connection.settings_dict["NAME"]), case.pk)
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
        added = forms.filter(pk__gt=held.here.last, pk__lte=here.last).order_by("pk").values_list("pk", "text")
        return _Held(PeopleNames(added, held.names), everywhere, here)
    return replace(held, everywhere=everywhere)


def _stored(forms: QuerySet[NameForm]) -> _Stored:
    told = forms.order_by().aggregate(count=Count("pk"), last=Max("pk"))
    newest = forms.order_by().filter(pk=told["last"]).values_list("entered_at", flat=True).first()
    return _Stored(told["count"], told["last"] or 0, newest)


def folded_words(text: str) -> list[str]:
    """The words of a text without case, marks and apostrophes: what somebody types is compared with these."""
    plain = "".join(
        letter if unicodedata.category(letter) not in ("Mn", "Cf") else ""
        for letter in unicodedata.normalize("NFKD", text).casefold()
    )
    return "".join(letter if letter.isalnum() else " " for letter in plain.replace("'", "").replace("’", "")).split()


def letters_of(text: str) -> int:
    """How many letters are written, where a sign of Chinese, Japanese or Korean counts as several: it is a syllable."""
    return sum(_LETTERS_A_SYLLABLE if _SYLLABLE.match(letter) else letter.isalpha() for letter in text)

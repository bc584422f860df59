"""Which earlier capture a text is a near copy of, among a hundred thousand that are held.

In: a text that is being taken in, with its publisher and day. Out: the capture that it copies and how much of the one
stands in the other; the fingerprints (`TextPrint`) that are kept of it.
Leaves to others: comparing texts (`reading.copies`), and what follows for claims (`independence`).

A fingerprint that many texts share tells little, and a passage on every page of a publisher tells nothing: the first
counts for less, the second is passed over in the comparison. Of two pages of one publisher more is asked than of two
of different ones: what they share may be furniture of the page, of which not enough is held yet to know it. To miss a
copy there costs little, because what one publisher says in its own voice counts once anyhow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice
from math import sqrt

from django.db.models import Count, QuerySet
from django.db.models.functions import Left

from homeward.casework import access
from homeward.casework.models import Capture, Case, Party, TextPrint, User
from homeward.reading import Worded, fingerprints, likeness, probes, usual_runs, worded
from homeward.records import PartialDate

COPY_FROM = 0.6
"""From this share of the shorter text on, a text is a copy. Benchmark: benchmarks/reading/copies.py."""

PART_FROM = 0.1
"""And from this share of the longer one: a book that quotes a wire story whole is no copy of it."""

KEPT_AT_MOST = 16
"""Captures of a case for which one fingerprint is kept. What more texts than these share finds nothing."""

# Of the earlier texts that share fingerprints, those that share the rarest come first.
_SHARED_FROM = 0.01  # of the fingerprints looked for; copies share several times as many
_LOOKED_AT = 24  # some of them may not be seen by this user
_COMPARED = 6  # ... and the first of those that may are compared word by word
_CLOSELY = 2  # ... for the first also learning what is furniture of the other publisher's pages

# Two pages of one publisher.
_OWN = 40  # words that each has to itself, from which on they may be two articles on one kind of page
_CLOSE = timedelta(days=2)  # ... unless they came out one after the other: a story is brought up to date within days
_SAME_PUBLISHER_FROM = 0.8  # ... and most of it is the same

# What stands on every page of a publisher.
_PAGES = 5  # from which it is learnt
_PAGES_LOOKED_AT = 12  # among which those are chosen
_LONGEST_PAGE = 20_000  # characters; what comes after so many is passed over
_WORTH_FROM = 0.25  # of two whole pages; of a page that is mostly furniture, a copy may be no more than this
_LITTLE = 20  # words; if less than that is left without the furniture, the whole pages are compared
_WHOLE_FROM = 0.97

_AT_ONCE = 500  # fingerprints in one question: SQLite bounds the variables


@dataclass(frozen=True, slots=True)
class NearCopy:
    """An earlier capture, and the larger share of the two texts that stands in the other."""

    capture: Capture
    similarity: float


def find_original(
    user: User,
    case: Case,
    text: str,
    *,
    publisher: Party | None = None,
    published: PartialDate | None = None,
    language: str = "",
) -> NearCopy | None:
    """The earlier capture of which a text is a near copy, as far as the user may see them; of equals the earliest.

    A copy of a copy is given as a copy of the first, if it is one.
    """
    page = _Page(worded(text), publisher.pk if publisher else None, published, language)
    seen = access.visible(user, Capture).filter(case=case)
    usual = _Usual(seen)
    near = []
    for place, capture in enumerate(_worth_comparing(case, seen, page.text)):
        if (alike := _compared(page, _Page.of(capture), usual, closely=place < _CLOSELY)) is not None:
            near.append(NearCopy(capture, alike))
    best = max(near, key=lambda found: (found.similarity, -found.capture.pk), default=None)
    if best is None or best.capture.copies_id is None:
        return best
    first = seen.filter(pk=best.capture.copies_id).first()
    alike = _compared(page, _Page.of(first), usual) if first is not None else None
    return NearCopy(first, alike) if first is not None and alike is not None else best


def keep_prints(capture: Capture) -> None:
    """Keep a capture's fingerprints, so that its copies are found. Those that many share already are not kept."""
    mine = sorted(fingerprints(worded(capture.text)))
    if not mine:
        return
    holders: dict[int, int] = {}
    for some in _chunks(mine):
        rows = TextPrint.objects.filter(case=capture.case_id, value__in=some).values("value").order_by()
        holders |= dict(rows.annotate(count=Count("pk")).values_list("value", "count"))
    rare = [value for value in mine if holders.get(value, 0) < KEPT_AT_MOST]
    # One at least, even of a text that many have word for word: it shows that this capture has been looked at.
    kept = rare or [min(mine, key=lambda value: (holders[value], value))]
    TextPrint.objects.bulk_create(TextPrint(case_id=capture.case_id, value=value, capture=capture) for value in kept)


@dataclass(frozen=True, slots=True)
class _Page:
    """A text as published."""

    text: Worded
    publisher: int | None
    published: PartialDate | None
    language: str
    pk: int | None = None

    @classmethod
    def of(cls, capture: Capture) -> _Page:
        return cls(worded(capture.text), capture.publisher_id, capture.published, capture.language, capture.pk)


@dataclass(slots=True)
class _Usual:
    """What stands on every page of a publisher, learnt from pages that are no copies of others."""

    seen: QuerySet[Capture]
    known: dict[tuple[int, int | None], frozenset[int]] = field(default_factory=dict)

    def runs(self, page: _Page) -> frozenset[int]:
        """Runs of words that stand on several of the pages that were taken in next to this one."""
        if page.publisher is None:
            return frozenset()
        place = (page.publisher, page.pk)
        if place not in self.known:
            self.known[place] = usual_runs([worded(text) for text in self._pages(page)])
        return self.known[place]

    def _pages(self, page: _Page) -> list[str]:
        """Some pages taken in next to this one, in its language and of different days where there are such."""
        mine = self.seen.filter(publisher=page.publisher, copies__isnull=True)
        texts = mine.annotate(page=Left("text", _LONGEST_PAGE)).values_list("pk", "published", "language", "page")
        before = texts.filter(pk__lt=page.pk) if page.pk is not None else texts
        rows = list(before.order_by("-pk")[:_PAGES_LOOKED_AT])
        if page.pk is not None and len(rows) < _PAGES:
            rows += texts.filter(pk__gt=page.pk).order_by("pk")[:_PAGES_LOOKED_AT]
        days: dict[object, int] = {}
        for found, published, language, _ in rows:
            days.setdefault((published, language), found)
        first = set(days.values())
        rows.sort(key=lambda row: (row[2] != page.language, row[0] not in first))
        return [text for *_, text in rows[:_PAGES]]


def _worth_comparing(case: Case, seen: QuerySet[Capture], text: Worded) -> list[Capture]:
    """The captures that share the rarest fingerprints with a text, the most promising first."""
    holders: dict[int, list[int]] = defaultdict(list)
    wanted = sorted(probes(text))
    for some in _chunks(wanted):
        rows = TextPrint.objects.filter(case=case, value__in=some).values_list("value", "capture_id")
        for value, capture_id in rows:
            holders[value].append(capture_id)
    worth: dict[int, float] = defaultdict(float)
    shared: dict[int, int] = defaultdict(int)
    for found in holders.values():
        # Less for what many have, but not so much less that a story that many papers printed is worth nothing.
        rarity = 1 / sqrt(len(found))
        for capture_id in found:
            worth[capture_id] += rarity
            shared[capture_id] += 1
    enough = (pk for pk in worth if shared[pk] >= len(wanted) * _SHARED_FROM)
    order = sorted(enough, key=lambda pk: (-worth[pk], pk))[:_LOOKED_AT]
    visible = set(seen.filter(pk__in=order).values_list("pk", flat=True))
    chosen = [pk for pk in order if pk in visible][:_COMPARED]
    return sorted(Capture.objects.filter(pk__in=chosen), key=lambda capture: chosen.index(capture.pk))


def _compared(page: _Page, earlier: _Page, usual: _Usual, *, closely: bool = True) -> float | None:
    """How much of one text stands in the other, if that makes it a copy.

    Args:
        closely: learn what is furniture of the other publisher's page, too.
    """
    whole = likeness(page.text, earlier.text)
    if whole.share < _WORTH_FROM:
        return None
    runs = usual.runs(page)
    same_publisher = page.publisher is not None and page.publisher == earlier.publisher
    its_share = whole.other_shared >= _WORTH_FROM * whole.other
    if closely and its_share and not same_publisher and whole.share < COPY_FROM:
        runs |= usual.runs(earlier)  # perhaps it is only the other's page that is mostly furniture
    alike = likeness(page.text, earlier.text, usual=runs) if runs else whole
    if min(alike.one, alike.other) < _LITTLE <= min(whole.one, whole.other):
        return whole.share if whole.lesser_share >= _WHOLE_FROM else None
    if alike.share < COPY_FROM or alike.lesser_share < PART_FROM:
        return None
    if (
        same_publisher
        and alike.own >= _OWN
        and not (alike.share >= _SAME_PUBLISHER_FROM and _close(page.published, earlier.published))
    ):
        return None
    return alike.share


def _close(one: PartialDate | None, other: PartialDate | None) -> bool:
    first, second = (date.earliest if date is not None else None for date in (one, other))
    return first is None or second is None or abs(first - second) <= _CLOSE


def _chunks(values: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(values)
    while chunk := list(islice(rest, _AT_ONCE)):
        yield chunk

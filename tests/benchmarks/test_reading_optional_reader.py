"""The measure of the optional reader's checks: what is marked becomes items, and each spoilt item is wrong."""

from __future__ import annotations

import pytest
from benchmarks.reading.marked import MarkedReport, parse
from benchmarks.reading.optional_reader import LISTS, Returned, measure, spoilt

WRITTEN = """\
language: en
published: 2024-06-07
publisher: Northern Gazette
sought: dana = Dana Mirell
groups: the eight
count: 8
covers: items that are known by hand
---
[[s1.relay|Corvel]] cited [[s1.source|Ana Ruhl]], who [[s1.cue|said]] that [[s1.content|[[a1|she did not hold
[[m1|the eight]]]]]]. [[k1|Ana Ruhl met Karo Venn in Basel]]. [[h1|She gave him a list of eight names]].

[[q1|[[m2|Dana Mirell]] is alive]], as is told.
---
s1 said; speaker=Ana Ruhl; chain=Ana Ruhl > Corvel > Northern Gazette
a1 answer; code=does_not_hold; by=Ana Ruhl; about=group
k1 contact; status=held; kind=meeting; with=Ana Ruhl + Karo Venn; date=none
h1 handover; by=Ana Ruhl; to=Karo Venn; count=8; date=none
q1 claim; subject=alive; polarity=asserts; about=dana
m1 group; count=8
m2 sought; person=dana
"""


@pytest.fixture
def report() -> MarkedReport:
    read, problems = parse(WRITTEN)
    assert not problems
    assert read is not None
    return read


def test_what_is_marked_becomes_items_of_the_form(report: MarkedReport) -> None:
    items = {given.kind: given.item for given in Returned(report).items}
    assert set(items) == {"statement", "answer", "contact", "handover", "claim"} <= set(LISTS)
    assert items["statement"] | {"content": None} == {
        "content": None, "cue": "said", "source": "Ana Ruhl", "speaker": None, "attribution": "named",
        "relays": ["Corvel"], "manner": "said", "date": None,
    }  # fmt: skip
    assert items["answer"]["about"] == "the eight"
    assert items["contact"]["with"] == ["Ana Ruhl", "Karo Venn"]
    assert (items["handover"]["count"], items["handover"]["to"]) == (8, "Karo Venn")


def test_what_is_spoilt_differs_in_what_it_says(report: MarkedReport) -> None:
    found = [(what, given, bad) for given in Returned(report).items for what, bad in spoilt(given, "en")]
    assert all(bad.item != given.item for _, given, bad in found)
    told = {what for what, _, _ in found}
    assert {"an invented speaker", "negation cut off", "affirmed or negated", "a number one too high"} <= told
    [cut] = [bad for what, given, bad in found if what == "negation cut off" and given.kind == "statement"]
    assert cut.item["content"] == ["hold\nthe eight"]


def test_all_that_is_marked_here_is_kept_and_nothing_spoilt_is(report: MarkedReport) -> None:
    right, wrong = measure([report])
    assert right.kept == right.given
    assert wrong.given.total() > 10
    assert wrong.kept.total() == 0
    assert next(right.lines(reasons=True)).split() == ["en", "answer", "1", "of", "1"]

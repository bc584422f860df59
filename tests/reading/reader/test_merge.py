"""What both say stands there once, as the rules say it."""

from __future__ import annotations

from dataclasses import replace

from tests.reading.reader.playing import said
from tests.reading.reader.reports import checked, read_report

from homeward.reading import Proposal
from homeward.reading.reader import is_from_reader
from homeward.reading.reader.merge import merge, says_the_same

TEXT = """The Corvel agency cited Tamer Abu Rasil, who said on Thursday that the Front would free the eight once they
were found.

“We are looking for these people,” Rasil said. Ana Ruhl met with Tamer Abu Rasil in Marj on Monday.
"""
FREE = "the Front would free the eight once they were found"
LISTS = {
    "statements": [
        said(FREE, "said", "Tamer Abu Rasil", relays=["The Corvel agency"]),
        said("We are looking for these people", "said", "Rasil", speaker="Tamer Abu Rasil"),
    ],
    "answers": [{"quote": "We are looking for these people", "code": "searching", "about": "these people"}],
    "commitments": [{"quote": FREE[:30], "condition": None, "due": None, "about": "the eight"}],
    "contacts": [
        {
            "quote": "Ana Ruhl met with Tamer Abu Rasil in Marj", "kind": "meeting", "status": "held",
            "with": ["Ana Ruhl", "Tamer Abu Rasil"], "place": "Marj", "date": None,
        }
    ],
}  # fmt: skip


def rules() -> tuple[Proposal, ...]:
    return read_report(TEXT)[1].proposals


def of(proposals: tuple[Proposal, ...] | list[Proposal], kind: str) -> list[Proposal]:
    return [p for p in proposals if p.kind.value == kind]


def test_what_both_say_is_kept_once_as_the_rules_say_it_and_says_so() -> None:
    added = checked(TEXT, **LISTS).proposals
    merged = merge(rules(), added, model="tarn-7b")
    assert (merged.kept, merged.known) == (0, 5)
    note = "; the optional reader (tarn-7b) says the same"
    assert [replace(p, because=p.because.removesuffix(note)) for p in merged.proposals] == list(rules())
    assert sum(p.because.endswith(note) for p in merged.proposals) == 5


def test_merging_again_changes_nothing() -> None:
    added = checked(TEXT, **LISTS).proposals
    once = merge(rules(), added, model="tarn-7b")
    twice = merge(once.proposals, added, model="tarn-7b")
    assert twice.proposals == once.proposals
    assert twice.kept == 0


def test_what_two_stretches_both_give_is_kept_once() -> None:
    added = checked(TEXT, **LISTS).proposals
    merged = merge((), [*added, *added], model="tarn-7b")
    assert (merged.kept, merged.known) == (5, 5)
    assert all(is_from_reader(p) for p in merged.proposals)


def test_what_is_new_stands_in_the_order_of_the_text() -> None:
    text = TEXT + "\nDana Mirell was seen alive, if the Corvel agency is right.\n"
    statement = said("Dana Mirell was seen alive", "is right", "the Corvel agency")
    added = checked(text, statements=[statement]).proposals
    merged = merge(read_report(text)[1].proposals, added, model="tarn-7b")
    assert merged.kept == 1
    assert [p.span.start for p in merged.proposals] == sorted(p.span.start for p in merged.proposals)
    assert sum(is_from_reader(p) for p in merged.proposals) == 1


def test_another_speaker_another_relay_another_code_are_not_the_same() -> None:
    [first, second] = of(checked(TEXT, **LISTS).proposals, "statement")
    [other, _] = of(rules(), "statement")
    assert says_the_same(other, first)
    speaker = replace(first, chain=(replace(first.chain[0], name="Ana Ruhl"), *first.chain[1:]))
    assert not says_the_same(other, speaker)
    relay = replace(first, chain=(first.chain[0], replace(first.chain[1], name="Marj Wire"), *first.chain[1:]))
    assert not says_the_same(other, relay)
    fewer = replace(first, chain=(first.chain[0], first.chain[-1]))
    assert says_the_same(other, fewer)
    assert not says_the_same(fewer, first)
    assert not says_the_same(first, second)
    [answer] = of(rules(), "answer")
    assert not says_the_same(answer, replace(answer, answer_code=None))

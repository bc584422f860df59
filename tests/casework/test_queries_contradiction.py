"""Claims that cannot both be so are found; claims that can are left in peace."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.casework.queries.contradiction import (
    MOST_SHOWN,
    Position,
    contradict,
    contradictions,
    may_contradict,
    must_contradict,
)
from homeward.casework.queries.letters import direction_of, language_of, script_of
from homeward.records import ClaimSubject, PartialDate, Polarity


def says(text: str, key: int) -> Position:
    """``alive+ "value" valid=2031-03 on=2031-03-04``; + asserts, - denies, ? does not know."""
    head, *rest = text.split(" | ")
    polarity = {"+": Polarity.ASSERTS, "-": Polarity.DENIES, "?": Polarity.DOES_NOT_KNOW}[head[-1]]
    known = dict(part.split("=", 1) for part in rest)
    dates = {
        name: PartialDate.read(known[short])
        for name, short in (("valid", "in"), ("asserted", "on"))
        if short in known
    }
    return Position(key, ClaimSubject(head[:-1]), polarity, known.get("at", ""), **dates)


PAIRS = [
    # one claim, another, the question on which they stand against each other ("" if they do not)
    ("alive+", "dead+", "whether this person is alive"),
    ("alive+", "alive-", "whether this person is alive"),
    ("dead+", "dead-", "whether this person is alive"),
    ("health+ | at=wounded", "dead+", "whether this person is alive"),
    ("alive+ | in=2031-01", "dead+ | in=2031-02", ""),
    ("alive+ | in=2031-03", "dead+ | in=2031-02", "whether this person is alive"),
    ("alive+ | on=2031-01-01", "dead+ | on=2031-02-01", "whether this person is alive"),
    ("alive?", "dead+", ""),
    ("custody+", "acknowledgement-", "whether this person is held"),
    ("acknowledgement+", "acknowledgement-", "whether this person is held"),
    ("acknowledgement+", "custody-", "whether this person is held"),
    ("custody+ | at=held since 2030", "custody- | at=not in our prisons", "whether this person is held"),
    ("custody+ | on=2031-01-05", "released+ | on=2031-02-01", ""),
    ("custody+ | on=2031-03-05", "released+ | on=2031-02-01", "whether this person is held"),
    ("custody+ | in=2030-11/.. | on=2031-01-05", "released+ | on=2031-02-01", "whether this person is held"),
    ("custody+", "released+ | on=2031-02-01", "whether this person is held"),
    ("released+", "released-", "whether this person was released"),
    ("searched_for+", "acknowledgement-", ""),
    ("searched_for+", "custody+", ""),
    ("whereabouts?", "whereabouts+ | at=Ostrel", ""),
    ("whereabouts+ | at=Ostrel | in=2031-02", "whereabouts+ | at=Sart | in=2031-02-10", "where this person is"),
    ("whereabouts+ | at=Ostrel | in=2031-02", "whereabouts+ | at=Sart | in=2031-03", ""),
    ("whereabouts+ | at=Ostrel", "whereabouts+ | at=harbour of OSTREL", ""),
    ("whereabouts+ | at=Ostrel", "whereabouts+ | at=Sart", "where this person is"),
    ("whereabouts+ | at=Ostrel", "whereabouts- | at=Ostrel", "where this person is"),
    ("whereabouts+ | at=Ostrel", "whereabouts- | at=Sart", ""),
    ("transferred+ | at=Sart", "transferred-", "whether this person was transferred"),
    ("mentioned+", "listed+", ""),
]


@pytest.mark.parametrize(("one", "other", "question"), PAIRS)
def test_two_claims_stand_against_each_other_only_by_rule(one: str, other: str, question: str) -> None:
    for first, second in ((one, other), (other, one)):
        found, against = contradictions([says(first, 1), says(second, 2)])
        assert [c.question for c in found] == ([question] if question else [])
        assert against == ({1: (2,), 2: (1,)} if question else {})


_positions = st.lists(
    st.builds(
        Position,
        st.just(0),
        st.sampled_from(list(ClaimSubject)),
        st.sampled_from(list(Polarity)),
        st.sampled_from(["", "Ostrel", "Sart"]),
        st.sampled_from([None, PartialDate("2031-01"), PartialDate("2031-02/..")]),
        st.sampled_from([None, PartialDate("2031-01-05"), PartialDate("2031-03-01")]),
    ),
    max_size=10,
).map(lambda rows: [Position(n, p.subject, p.polarity, p.value, p.valid, p.asserted) for n, p in enumerate(rows, 1)])


@given(_positions, st.randoms(use_true_random=False))
def test_who_stands_against_whom_is_mutual_and_does_not_hang_on_order(
    positions: list[Position], dice: random.Random
) -> None:
    _, against = contradictions(positions)
    for key, others in against.items():
        assert key not in others
        assert all(key in against[other] for other in others)
    mixed = dice.sample(positions, len(positions))
    assert {k: set(v) for k, v in contradictions(mixed)[1].items()} == {k: set(v) for k, v in against.items()}


def test_a_thousand_opposing_claims_are_cut_to_the_newest() -> None:
    crowd = [says("alive+", n) for n in range(1000)] + [says("dead+", n) for n in range(1000, 2000)]
    found, against = contradictions(crowd)
    assert against[0] == tuple(range(1000, 1000 + MOST_SHOWN))
    assert len(found) == 1
    assert found[0].one[0] == 0
    assert len(found[0].one) == len(found[0].other) == 1000


TEXTS = [
    ("Maro Velisk", "ltr", "Latn", ""),
    ("Маро Велиск", "ltr", "Cyrl", "ru"),
    ("Їжак", "ltr", "Cyrl", "uk"),
    ("מארו וליסק", "rtl", "Hebr", "he"),
    ("مارو فليسك", "rtl", "Arab", "ar"),
    ("پژمان", "rtl", "Arab", "fa"),
    ("ܡܪܘ", "rtl", "Syrc", "syr"),
    ("ދިވެހި", "rtl", "Thaa", "dv"),
    ("١٩٩١ מארו", "rtl", "Hebr", "he"),
    ("(12) Maro מארו", "ltr", "Latn", ""),
    ("", "ltr", "", ""),
    ("123", "ltr", "", ""),
]


@pytest.mark.parametrize(("text", "direction", "script", "language"), TEXTS)
def test_a_text_runs_as_its_first_letter_does(text: str, direction: str, script: str, language: str) -> None:
    assert (direction_of(text), script_of(text), language_of(text)) == (direction, script, language)


CLAIMS = st.builds(
    Position,
    key=st.integers(1, 10**6),
    subject=st.sampled_from([s.value for s in ClaimSubject]),
    polarity=st.sampled_from([p.value for p in Polarity]),
    value=st.sampled_from(["", "camp 4", "the northern prison", "wounded"]),
    valid=st.sampled_from([None, PartialDate.read("2031-01"), PartialDate.read("2031-02")]),
    asserted=st.sampled_from([None, PartialDate.read("2031-03-04")]),
)


@given(st.lists(CLAIMS, max_size=6, unique_by=lambda claim: claim.key))
def test_what_the_kinds_of_claims_alone_decide_is_what_the_claims_decide(claims: list[Position]) -> None:
    kinds: dict[tuple[str, str], bool] = {}
    for claim in claims:
        kind = (claim.subject, claim.polarity)
        kinds[kind] = kinds.get(kind, False) or claim.valid is None
    places = len({claim.value for claim in claims if claim.subject == ClaimSubject.WHEREABOUTS})
    assert contradict(claims) == bool(contradictions(claims)[0])
    if must_contradict(kinds):
        assert contradict(claims)
    if contradict(claims):
        assert may_contradict(kinds, places=places)

"""Two claims count as two only if their chains share no speaker and no wire."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.casework.independence import Origin, Voice, groups, repeats, share_origin
from homeward.reading import SamenessVerdict
from homeward.records import Attribution, LinkRole, PartialDate

SPEAKER, RELAY, PUBLISHER = LinkRole.SPEAKER, LinkRole.RELAY, LinkRole.PUBLISHER


def by(role: LinkRole, name: str, *, party: int | None = None, anonymous: bool = False) -> Voice:
    return Voice(role, (name,), Attribution.ANONYMOUS if anonymous else Attribution.NAMED, party)


def chain(text: str) -> tuple[Voice, ...]:
    """``s:Ministry > r:Wire > p:Post``; ``?`` after the letter makes the actor anonymous; ``#7`` names the party."""
    roles = {"s": SPEAKER, "r": RELAY, "p": PUBLISHER, "d": LinkRole.READER}
    voices = []
    for step in filter(None, (s.strip() for s in text.split(">"))):
        head, _, rest = step.partition(":")
        name, _, party = rest.partition("#")
        voices.append(by(roles[head[0]], name, party=int(party) if party else None, anonymous="?" in head))
    return tuple(voices)


SHARING = [
    # first chain, second chain, do they share an origin, why
    ("s:Ministry > p:Post", "s:Ministry > p:Herald", True, "one speaker in two newspapers"),
    ("s:Ministry > p:Post", "s:Council > p:Post", False, "two speakers in one newspaper"),
    ("s:Idris Qanbar > p:Post", "s:Идрис Канбар > p:Весть", True, "one speaker, written in two scripts"),
    ("s:Idris Qanbar > p:Post", "s:Олег Ветров > p:Весть", False, "two speakers, in two scripts"),
    ("s:Ministry > r:Wire > p:Post", "s:Council > r:Wire > p:Herald", True, "one wire carried both"),
    ("s:Ministry > r:Wire > p:Post", "r:Wire > p:Herald", True, "the wire again, without its source"),
    ("s:MINISTRY  of Peace > p:Post", "s:ministry of peace > p:Herald", True, "case and spacing"),
    ("s:the ministry#1 > p:Post", "s:the ministry#2 > p:Post", False, "two parties that are called alike"),
    ("s:the ministry#1 > p:Post", "s:the ministry > p:Herald", True, "a body not recognised may be either"),
    ("s:Ministry of Peace#1 > p:Post", "s:Министерство мира#1 > p:Вести", True, "one party under two names"),
    ("p:Post", "p:Post", True, "a newspaper in its own voice twice"),
    ("p:Post", "p:Herald", False, "two newspapers in their own voices"),
    ("p:Post", "s:Ministry > p:Post", False, "the newspaper only published the second"),
    ("p:Post", "s:Post > p:Herald", True, "the newspaper is the speaker of the second"),
    ("p:Wire", "s:Council > r:Wire > p:Herald", True, "the wire relayed the second"),
    ("s?:a source > p:Post", "s?:an official > p:Post", True, "two nameless ones in one newspaper"),
    ("s?:a source > p:Post", "s?:a source > p:Herald", False, "nameless ones in two newspapers"),
    ("s?:a source > r:Wire > p:Post", "s?:an official > r:Wire > p:Herald", True, "nameless ones by one wire"),
    ("s?:a source > p:Post", "s:Ministry > p:Post", True, "the nameless one may be the ministry"),
    ("s?:a source > p:Post", "s:Ministry > p:Herald", False, "nothing in common"),
    ("s:Ministry > d:our desk", "s:Council > d:our desk", False, "we read both"),
    ("", "", False, "nothing known of either"),
]


@pytest.mark.parametrize(("first", "second", "shared", "why"), SHARING)
def test_claims_share_an_origin_only_by_rule(first: str, second: str, shared: bool, why: str) -> None:
    a, b = Origin(1, chain(first)), Origin(2, chain(second))
    assert share_origin(a, b) is shared, why
    assert share_origin(b, a) is shared, why


def test_a_statement_that_repeats_another_is_no_second_source() -> None:
    a = Origin(1, chain("s:Ministry > p:Post"), statement=10)
    b = Origin(2, chain("s:Council > p:Herald"), statement=10)
    assert share_origin(a, b)


def test_near_copies_of_one_text_share_what_nobody_signed_and_what_is_said_in_the_same_words() -> None:
    post, herald = chain("p:Post"), chain("p:Herald")
    assert not share_origin(Origin(1, post, text=1), Origin(2, herald, text=2))
    assert share_origin(Origin(1, post, text=1, words="Held there."), Origin(2, herald, text=1, words="held  there."))
    assert share_origin(Origin(1, chain("s?:a source > p:Post"), text=1), Origin(2, herald, text=1))
    two = (
        Origin(1, chain("s:Ministry > p:Post"), text=1, words="He is well"),
        Origin(2, chain("s:Council > p:Herald"), text=1, words="He is dead"),
    )
    assert not share_origin(*two), "two named speakers who say different things stay two, in one text or in its copy"


WORDS = "They are held in the northern district and will be freed when the road is open."


def test_one_statement_in_two_reports_is_one_source_also_where_no_text_was_copied_whole() -> None:
    post, herald = chain("p:Post"), chain("p:Herald")
    assert share_origin(Origin(1, post, words=WORDS), Origin(2, herald, words=WORDS[9:]))
    assert not share_origin(Origin(1, post, words=WORDS), Origin(2, herald, words=WORDS.replace("will", "will not")))
    assert not share_origin(Origin(1, post, words="He is alive."), Origin(2, herald, words="He is alive.")), (
        "few words"
    )
    a, b = Origin(1, chain("s:Ministry > p:Post"), words=WORDS), Origin(2, chain("s:Council > p:Post"), words=WORDS)
    assert not share_origin(a, b), "two parties may use the same words, and each answers for itself"


def test_near_copies_with_a_changed_word_are_one_source_and_with_a_changed_number_two() -> None:
    post, herald = chain("p:Post"), chain("p:Herald")
    one = Origin(1, post, text=1, words="Eight people are held in the northern district of Marj.")
    near = Origin(2, herald, text=1, words="Eight people are kept in the northern district of Marj.")
    other = Origin(2, herald, text=1, words="Nine people are held in the northern district of Marj.")
    assert share_origin(one, near)
    assert not share_origin(one, other)


def test_a_translation_by_its_own_word_is_no_second_source() -> None:
    arabic = Origin(1, chain("p:Marj Voice"), words="تحتجز الجبهة ثمانية أشخاص في الشمال", language="ar")
    english = Origin(2, chain("p:Post"), words="The Front holds eight people in the north", language="en")
    assert not share_origin(arabic, english)
    assert share_origin(arabic, replace(english, translated_from="ar"))
    assert not share_origin(arabic, replace(english, translated_from="ar", words="The Front holds nine people"))
    day, later = PartialDate("2031-03-01"), PartialDate("2031-06-01")
    assert not share_origin(replace(arabic, said_on=day), replace(english, translated_from="ar", said_on=later))


def test_a_claim_says_which_earlier_one_it_repeats_and_why() -> None:
    ardel = chain("s:Tomas Ardel > r:Brava Agency > p:Post")
    found = repeats(
        [
            Origin(1, ardel, own_statement=1, words=WORDS),
            Origin(2, chain("s:Iven Rosk > p:Gazette"), own_statement=2, words=WORDS),
            Origin(3, chain("s:Tomas Ardel > p:Herald"), own_statement=3, words=WORDS[9:], about="custody"),
            Origin(4, chain("s:Tomas Ardel > p:Herald"), own_statement=3, words=WORDS[9:], about="release"),
            Origin(5, chain("p:Post"), own_statement=5, words="The road is shut."),
            Origin(6, chain("p:Post"), own_statement=6),
        ]
    )
    told = {key: [(r.of, r.sameness.verdict) for r in them] for key, them in found.items()}
    same, may_be = SamenessVerdict.SAME, SamenessVerdict.MAY_BE
    # Two claims of one statement, the third and the fourth, do not repeat each other.
    assert told == {2: [(1, may_be)], 3: [(1, same), (2, may_be)], 4: [(1, same), (2, may_be)]}
    assert "one speaker: Tomas Ardel" in found[3][0].sameness.reasons


def test_many_claims_of_the_same_words_are_compared_in_little_time() -> None:
    origins = [Origin(n, chain(f"s:Voice {n} > p:Post {n}"), own_statement=n, words=WORDS) for n in range(1, 400)]
    begun = time.process_time()
    found = groups(origins)
    assert len(set(found.values())) == 399
    assert time.process_time() - begun < 20


def test_sharing_is_passed_on_through_a_third_claim() -> None:
    found = groups(
        [
            Origin(1, chain("s:Ministry > p:Post")),
            Origin(2, chain("s:Ministry > r:Wire > p:Herald")),
            Origin(3, chain("s:Council > r:Wire > p:Gazette")),
            Origin(4, chain("s:Mayor > p:Gazette")),
        ]
    )
    assert found == {1: 1, 2: 1, 3: 1, 4: 2}


def test_one_more_nameless_voice_does_not_turn_two_witnesses_into_one() -> None:
    found = groups(
        [
            Origin(1, chain("s:Ministry > p:Post")),
            Origin(2, chain("s:Council > p:Post")),
            Origin(3, chain("s?:a source > p:Post")),
        ]
    )
    assert found == {1: 1, 2: 2, 3: 1}


_voices = st.builds(
    Voice,
    st.sampled_from(list(LinkRole)),
    st.sampled_from([("A",), ("B",), ("C", "c2"), ("D",), ("E",), ("c2",)]),
    st.sampled_from(list(Attribution)),
    st.sampled_from([None, None, 1, 2, 3]),
)
_origins = st.lists(
    st.tuples(
        st.lists(_voices, max_size=4),
        st.sampled_from([None, None, None, 1, 2]),
        st.sampled_from([None, None, 1, 2]),
        st.sampled_from(["", "yes", "no"]),
    ),
    max_size=9,
).map(lambda rows: [Origin(n, tuple(v), s, t, w) for n, (v, s, t, w) in enumerate(rows, 1)])


@given(_origins, st.randoms(use_true_random=False))
def test_the_order_of_claims_and_of_their_chains_makes_no_difference(
    origins: list[Origin], dice: random.Random
) -> None:
    mixed = [Origin(o.key, tuple(dice.sample(o.chain, len(o.chain))), o.statement, o.text, o.words) for o in origins]
    dice.shuffle(mixed)
    assert groups(mixed) == groups(origins)


@given(_origins)
def test_named_claims_that_share_are_in_one_group_and_groups_hang_together(origins: list[Origin]) -> None:
    found = groups(origins)
    assert set(found) == {o.key for o in origins}
    assert sorted(set(found.values())) == list(range(1, len(set(found.values())) + 1))
    for a in origins:
        for b in origins:
            assert share_origin(a, b) is share_origin(b, a)
    # Slow and plain: a group's members can be reached from each other by steps between two claims that share.
    for number in set(found.values()):
        members = [o for o in origins if found[o.key] == number]
        reached, edge = {members[0].key}, [members[0]]
        while edge:
            here = edge.pop()
            for other in members:
                if other.key not in reached and share_origin(here, other):
                    reached.add(other.key)
                    edge.append(other)
        assert reached == {o.key for o in members}


@given(_origins)
def test_what_shares_a_certain_origin_is_never_counted_twice(origins: list[Origin]) -> None:
    found = groups(origins)
    hard = [(SPEAKER, RELAY), (RELAY, SPEAKER), (SPEAKER, SPEAKER), (RELAY, RELAY)]
    for a in origins:
        for b in origins:
            for x in a.chain:
                for y in b.chain:
                    named = Attribution.ANONYMOUS not in (x.attribution, y.attribution)
                    if named and (x.role, y.role) in hard and x.party == y.party and set(x.names) & set(y.names):
                        assert found[a.key] == found[b.key]


@given(_origins, _origins.filter(lambda o: len(o) == 1))
def test_hearing_one_more_claim_adds_at_most_one_source(origins: list[Origin], more: list[Origin]) -> None:
    one = more[0]
    extra = Origin(len(origins) + 1, one.chain, one.statement, one.text, one.words)
    before, after = groups(origins), groups([*origins, extra])
    assert len(set(after.values())) <= len(set(before.values())) + 1

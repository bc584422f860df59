import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.names import Spotter

PEOPLE = [
    ("anna", ["Anna Kovalchuk", "Анна Ковальчук"]),
    ("vira", ["Vira Zavorotko"]),
    ("mahmoud", ["Mahmoud al-Barghash"]),
    ("shira", ["שירה קציר"]),
    ("ji", ["Park Ji-hoon"]),
]
SPOTTER = Spotter(PEOPLE)

# [..] marks what must be found, and whose name it is stands behind.
TEXTS = [
    ("Relatives of [Anna Kovalchuk] waited.", "anna"),
    ("Вчера [Анну Ковальчук] не видели.", "anna"),
    ("Об [Анне Ковальчук] не сказано.", "anna"),
    ("Письмо передали [Ковальчук Анне].", "anna"),
    ("נמסר [לאנה קובלצ'וק] ביום שני", "anna"),
    ("المكتب سأل عن [محمود البرغش] وغيره", "mahmoud"),
    ("ذكرت [ومحمود البرغش] لاحقا", "mahmoud"),
    ("Ничего о [Махмуде аль-Баргаше] нет.", "mahmoud"),
    ("The minister named [Shira Katzir] twice", "shira"),
    ("어제 [박지훈]은 말했다", "ji"),
    ("[박지훈이] 어제 말했다", "ji"),
]


@pytest.mark.parametrize(("marked", "key"), TEXTS)
def test_a_name_is_found_inflected_and_in_its_place(marked: str, key: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    start, stop = marked.index("["), marked.index("]") - 1
    found = [s for s in SPOTTER.spot(text) if s.probability >= 0.5]
    assert [s.key for s in found] == [key]
    assert found[0].start <= start + 1 and found[0].stop >= stop - 2
    assert all(text[s.start : s.stop] == s.text and s.reasons for s in found)


@pytest.mark.parametrize(
    "text",
    [
        "Anna said nothing.",
        "Ivan Petrov met Anna Smith.",
        "قال محمود عباس",
        "The family waited by the door.",
        "Mahmoud Karimi spoke",
        "Она сказала: Анна ушла.",
    ],
)
def test_a_shared_part_is_no_hit(text: str) -> None:
    assert [s for s in SPOTTER.spot(text) if s.probability >= 0.3] == []


def test_a_rare_family_name_alone_is_a_weak_hit() -> None:
    found = SPOTTER.spot("Then Zavorotko left, and Kovalchuk, a name that many bear, stayed.")
    assert [(s.key, s.text) for s in found] == [("vira", "Zavorotko")]
    assert found[0].probability < 0.5


@given(st.text(max_size=120))
@settings(max_examples=100, deadline=None)
def test_spans_quote_any_text(text: str) -> None:
    for hit in SPOTTER.spot(text + " Anna Kovalchuk " + text):
        assert (text + " Anna Kovalchuk " + text)[hit.start : hit.stop] == hit.text


def test_many_words_cost_little() -> None:
    text = "The delegation met Ivan Petrov and relatives on Thursday, and nobody named Anna Kovalchuk. " * 800
    start = time.process_time()
    found = Spotter(PEOPLE * 2).spot(text)
    words = len(text.split())
    assert len(found) == 800
    assert words / (time.process_time() - start) > 5_000

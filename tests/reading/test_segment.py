from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.reading.segment import paragraphs, quotations, sentences, tokens

STRANGE = st.text(
    alphabet=st.sampled_from(
        [*" \n\t.!?,;:'‘’\"“”„«»״׳()—-،؟aBé1٢אבהцЯعل", "\u200f", "\u202e", "\x00", "\x85", "\u2028"]
    ),
    max_size=400,
)


def quoted(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_stop] for q in quotations(text, paragraphs(text))]


@given(STRANGE)
def test_sentences_and_tokens_join_back_into_the_text(text: str) -> None:
    parts = paragraphs(text)
    found = sentences(text, parts, quotations(text, parts))
    assert "".join(text[s.start : s.stop] for s in found) == text
    assert "".join(t.text for s in found for t in tokens(text, s.start, s.stop)) == text


@given(STRANGE)
def test_quotations_lie_in_order_and_do_not_overlap(text: str) -> None:
    found = quotations(text, paragraphs(text))
    assert all(q.start < q.inner_start <= q.inner_stop <= q.stop for q in found)
    assert all(a.stop <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said, "We know." Then he left.', ["We know."]),
        ("“One,” he said, “two.”", ["One,", "two."]),
        ("«Мы „знаем“ это», — сказал он.", ["Мы „знаем“ это"]),
        ("Он прочёл «письмо „Север“» вслух.", ["письмо „Север“"]),
        ("‘We don’t know,’ she said.", ["We don’t know,"]),
        ('דובר צה"ל אמר: "אין מידע".', ["אין מידע"]),
        ('לפי דיווח ב"קול הנמל" הם חיים.', ["קול הנמל"]),
        ("אמר: ״רשימת דו״ח אחת״.", ["רשימת דו״ח אחת"]),
        ("قال: «لا نعلم».", ["لا نعلم"]),
        ("She said: “it is not closed\n\nNext.", ["it is not closed"]),
        ("He is 6' tall and 5\" wide.", []),
        ("The captives’ families met.", []),
        ("no quotation", []),
        ("", []),
    ],
)
def test_quotation_marks_of_each_language_are_understood(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_over_paragraphs_is_known_to_go_on() -> None:
    text = "“One.\n\n“Two.\n\n“Three.”\n\n“Four.”"
    found = quotations(text, paragraphs(text))
    assert [(q.closed, q.continues) for q in found] == [(False, False), (False, True), (True, True), (True, False)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dr. A. Mirell came. She left at 5.30 p.m. on Monday.", 2),
        ("“It is so. It was so,” he said. He left.", 2),
        ("“Is it so?” he asked.", 1),
        ("Это т. е. так. Он ушёл.", 2),
        ("קראנו. ענו לנו.", 2),
        ("هل هذا صحيح؟ نعم.", 2),
        ("One…\n\nTwo", 2),
    ],
)
def test_a_stop_ends_a_sentence_only_where_a_reader_would_end_it(text: str, count: int) -> None:
    parts = paragraphs(text)
    known = frozenset({"dr", "т", "p.m"})
    assert len(sentences(text, parts, quotations(text, parts), abbreviations=known)) == count


def test_a_hard_wrapped_text_keeps_its_paragraphs() -> None:
    text = "The ministry said that it\nhanded over the list.\n\nThe list was\nlong.\n"
    assert len(paragraphs(text)) == 2

"""Two wordings are the same words only if no number, no negation and no word differs."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from homeward.reading.copies import words_in_order
from homeward.reading.languages.ar.compared import SMALL_WORDS as ARABIC
from homeward.reading.languages.compared import SmallWords
from homeward.reading.languages.en.compared import SMALL_WORDS as ENGLISH
from homeward.reading.languages.he.compared import SMALL_WORDS as HEBREW
from homeward.reading.languages.ru.compared import SMALL_WORDS as RUSSIAN
from homeward.reading.wordings import Alike, Weight, compare_wordings, negates, numbers_in

SAME, FORM, CHANGED, OTHER = Alike.SAME_WORDS, Alike.SAME_IN_OTHER_FORM, Alike.CHANGED, Alike.OTHER
STRICT, CUT, WORD = Weight.STRICT, Weight.CUT, Weight.WORD

# one wording; the other; how far they are the same; why not
PAIRS = [
    # one language after the other: cut, quoted otherwise, in figures, in reported speech
    ("We hold eight people and will free them when the road opens", "will free them when the road opens", SAME, None),
    ("“We hold eight people,” … “near Marj”", "We hold eight people near Marj", SAME, None),
    ("Nobody is forgotten. We search for eight people. We have asked for a list.",
     "Nobody is forgotten … We have asked for a list.", SAME, None),
    ("We gave them two hundred and twelve names", "We gave them 212 names", SAME, None),
    ("We counted 1,200 people", "We counted twelve hundred people", SAME, None),
    ("We don’t know where they are", "they do not know where they are", SAME, None),
    ("The Front holds 8 people in the north", "The Front was holding eight people in the north", FORM, None),
    ("We will release them and we have told the families so", "They would release them and had told the families so",
     FORM, None),
    ("мы ищем восемь человек по списку", "они ищут 8 человек по списку", FORM, None),
    ("«Мы освободим всех восьмерых», как откроют дорогу", "освободят всех восьмерых, как откроют дорогу", FORM, None),
    ("אנחנו מחפשים שמונה אנשים בכלא", "הם מחפשים 8 אנשים בכלא", SAME, None),
    ("נשחרר את כל השמונה כשהדרך תיפתח", "ישחררו את כל השמונה כשהדרך תיפתח", FORM, None),
    ("نحن نحتجز ثمانية أشخاص في الشمال", "إنهم يحتجزون ٨ أشخاص في الشمال", FORM, None),
    ("سنفرج عنهم عندما تفتح الطريق إلى الشمال", "سنفرج عنهم عندما تُفتح الطريق الى الشمال", SAME, None),
    ("We spoke with Hasan in the camp by the river", "We spoke with Hassan in the camp by the river", FORM, None),
    # a negation
    ("holds eight", "does not hold eight", CHANGED, STRICT),
    ("The Front holds eight people in Marj", "The Front does not hold eight people in Marj", CHANGED, STRICT),
    ("We hold them", "We hold them no longer", CHANGED, STRICT),
    ("We never held the people on the list", "We held the people on the list", CHANGED, STRICT),
    ("мы удерживаем восемь человек", "мы не удерживаем восемь человек", CHANGED, STRICT),
    ("אנחנו מחזיקים בשמונה אנשים", "אנחנו לא מחזיקים בשמונה אנשים", CHANGED, STRICT),
    ("نحن نحتجز ثمانية أشخاص في الشمال", "نحن لا نحتجز ثمانية أشخاص في الشمال", CHANGED, STRICT),
    ("We do not, at this time, hold eight people in Marj", "hold eight people in Marj", CHANGED, CUT),
    ("We … hold eight people in Marj", "We do not hold eight people in Marj", CHANGED, STRICT),
    # a number
    ("The Front holds eight people in the north", "The Front holds nine people in the north", CHANGED, STRICT),
    ("The Front holds eight people in the north", "The Front holds people in the north", CHANGED, STRICT),
    ("They held eight", "They held eight hundred", OTHER, None),
    ("On 12 March they saw all of the people", "On 13 March they saw all of the people", CHANGED, STRICT),
    ("мы ищем восемь человек по списку", "мы ищем девять человек по списку", CHANGED, STRICT),
    ("אנחנו מחפשים שמונה אנשים בכלא", "אנחנו מחפשים תשעה אנשים בכלא", CHANGED, STRICT),
    ("نحن نحتجز ثمانية أشخاص في الشمال", "نحن نحتجز تسعة أشخاص في الشمال", CHANGED, STRICT),
    # a condition, a doubt
    ("If the road opens we will release them all at once", "we will release them all at once", CHANGED, CUT),
    ("They may be alive and in the camp by the river", "They are alive and in the camp by the river", CHANGED, CUT),
    ("All of them are perhaps alive and in the camp", "All of them are alive and in the camp", CHANGED, STRICT),
    ("если дорогу откроют, мы освободим всех людей", "мы освободим всех людей", CHANGED, CUT),
    # a word
    ("all eight whom we saw at the camp are alive", "all eight whom we saw at the camp are dead", CHANGED, WORD),
    ("We hold eight people in the northern camp", "We hold eight people in the southern camp", CHANGED, WORD),
    ("We hold eight people in the town of Marj", "We hold eight people in the town of Mark", CHANGED, WORD),
    ("We hold eight wounded people in the camp", "We hold eight people in the camp", CHANGED, WORD),
    # something else
    ("The road is shut.", "A list was handed over.", OTHER, None),
    ("We hold eight people", "", OTHER, None),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "alike", "why"), PAIRS)
def test_wordings_are_the_same_only_if_nothing_that_counts_differs(
    one: str, other: str, alike: Alike, why: Weight | None
) -> None:
    there, back = compare_wordings(one, other), compare_wordings(other, one)
    assert there.alike is back.alike is alike
    if why is not None:
        assert {d.weight for d in there.differences} == {d.weight for d in back.differences} == {why}
        assert there.is_strictly_other is (why is STRICT)


def test_what_differs_is_quoted() -> None:
    told = compare_wordings("We hold eight people in Marj", "We hold nine people in Marj").differences
    assert [d.said for d in told] == ["“eight” in one is “nine” in the other"]
    told = compare_wordings("We hold eight people in Marj", "We do not hold eight people in Marj").differences
    assert [d.said for d in told] == ["only one of them has “not”"]


def test_two_cuts_of_one_speech_are_the_same_words_where_they_overlap() -> None:
    both = "We read every name aloud that day and wrote down what each mother told us."
    first, second = f"The families came to us in spring. {both}", f"{both} Since then the gate is shut."
    assert compare_wordings(first, second).alike is SAME
    assert compare_wordings(first, "We read every name. The gate is shut since then.").alike is not SAME


def test_in_a_language_without_a_table_only_whole_sentences_may_be_cut() -> None:
    whole = "Nous détenons huit personnes dans le nord"
    assert compare_wordings(whole, whole.upper(), language="fr").alike is SAME
    assert compare_wordings(f"{whole}. Nous cherchons.", whole, language="fr").alike is SAME
    assert compare_wordings("Nous ne savons pas qui a détenu huit personnes", "a détenu huit personnes", language="fr"
                            ).alike is CHANGED  # fmt: skip


NUMBERS = [
    ("eight people and twenty-one names", "en", (8, 21)),
    ("two thousand three hundred and five of 1,200,000", "en", (2305, 1_200_000)),
    ("no one of the dozen", "en", (12,)),
    ("for your four hours", "en", (4,)),
    ("увидел семью и семерых друзей", "ru", (7,)),
    ("двадцать восемь человек, двести восемь имён, 3 тысячи", "ru", (28, 208, 3000)),
    ("שמונה עשרים", "he", (28,)),
    ("בשמונה ימים, מאתיים איש", "he", (8, 200)),
    ("ثمانية وعشرون شخصا و٣٠٠ اسم", "ar", (28, 300)),
    ("", "en", ()),
]


@pytest.mark.parametrize(("text", "language", "numbers"), NUMBERS)
def test_numbers_are_read_in_words_and_figures(text: str, language: str, numbers: tuple[int, ...]) -> None:
    assert numbers_in(text, language=language) == numbers


@pytest.mark.parametrize(
    ("text", "language", "is_negated"),
    [
        ("they can’t say", "en", True),
        ("they can say", "en", False),
        ("никто не знает", "ru", True),
        ("ואינם בכלא", "he", True),
        ("הם בכלא והוא מלא", "he", False),  # a prison and "full" are written with the letters of "not"
        ("ولا يعرفون", "ar", True),
        ("تم تسليم القائمة في سلام", "ar", False),
        ("nous ne savons pas", "fr", False),
    ],
)
def test_a_negation_is_seen_also_with_letters_joined_to_it(text: str, language: str, is_negated: bool) -> None:
    assert negates(text, language=language) is is_negated


@pytest.mark.parametrize("small", [ENGLISH, RUSSIAN, HEBREW, ARABIC], ids=["en", "ru", "he", "ar"])
def test_no_small_word_counts_as_two_things_also_not_when_folded(small: SmallWords) -> None:
    kinds = (small.negations, small.conditions, small.doubts, small.numbers, small.passed_over)
    folded = Counter(form for kind in kinds for form in {"".join(words_in_order(word)) for word in kind})
    assert [word for word, count in folded.items() if count > 1] == []


@given(st.text(max_size=200), st.text(max_size=200))
def test_the_order_makes_no_difference_and_nothing_raises(one: str, other: str) -> None:
    there, back = compare_wordings(one, other), compare_wordings(other, one)
    assert there.alike is back.alike
    assert 0 <= there.share <= 1


SMALL = ("we", "they", "the", "of")
WORDS = st.sampled_from(
    (*SMALL, "hold", "eight", "nine", "not", "never", "if", "people", "camp", "river", "…", "road")
)


@example(["eight", "hold", "eight"], ["hold", "hold", "eight", "hold"])
@given(st.lists(WORDS, max_size=14), st.lists(WORDS, max_size=14))
def test_in_any_order_of_words_the_verdict_is_one(one: list[str], other: list[str]) -> None:
    first, second = " ".join(one), " ".join(other)
    assert (
        compare_wordings(first, second, language="en").alike is compare_wordings(second, first, language="en").alike
    )


@given(st.lists(WORDS, min_size=3, max_size=20))
def test_words_are_the_same_as_themselves_and_one_more_negation_makes_them_other(words: list[str]) -> None:
    text = " ".join(words)
    alike = compare_wordings(text, text, language="en").alike
    assert alike is (SAME if set(words) - {*SMALL, "…"} else OTHER)
    assert compare_wordings(text, f"not {text}", language="en").alike is not SAME


@pytest.mark.parametrize(
    "piece", ["x", "word ", "не ", "... ", "n't ", "a.b ", "1,000", "٨ ", "“", "\u202e", "[…] no "]
)
def test_a_million_characters_take_seconds_at_most(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    begun = time.process_time()
    compare_wordings(text, text[:-1])
    assert time.process_time() - begun < 3

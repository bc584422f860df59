"""Spelling out a part: how many places it takes, what stands at each, and where it stops."""

import unicodedata

import pytest
from anyascii import anyascii
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.names.written import LETTERS, STRANGE, odd_parts, parts

from homeward.names.symbols import GROUPS, LONGEST_PART, MOST_LETTERS, Symbols, first_base, group_of, spell_out

# Written, what stands at each place, the Latin letters there ("." for none), the place within the letter.
SPELLED = [
    ("Anna", "anna", "anna", "0000"),
    ("Щука", "щщщщука", "shchuka", "0123000"),
    ("王", "王王王王", "wang", "0123"),
    ("サトウ", "ササトトウ", "satou", "01010"),
    ("شيرين", "ششيرين", "shyryn", "010000"),
    ("Łódź", "łódź", "lodz", "0000"),
    ("O'Neil", "o'neil", "o.neil", "000000"),
    ("Groß", "gross", "gross", "00000"),
]


def spelled(letters: str, bases: str, places: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...]]:
    return tuple(letters), tuple("" if base == "." else base for base in bases), tuple(map(int, places))


@pytest.mark.parametrize(("text", "letters", "bases", "places"), SPELLED, ids=[row[0] for row in SPELLED])
def test_a_letter_takes_as_many_places_as_latin_letters_render_it(
    text: str, letters: str, bases: str, places: str
) -> None:
    made = spell_out(text)
    assert (made.letters, made.bases, made.places) == spelled(letters, bases, places)


@given(st.one_of(odd_parts, parts, st.text(max_size=3)))
def test_the_first_base_is_that_of_spelling_out(text: str) -> None:
    assert first_base(text[:2]) == "".join(spell_out(text[:2]).bases[:1])


@given(st.sampled_from("".join(LETTERS)))
def test_a_letter_that_latin_letters_render_has_them_in_order(letter: str) -> None:
    made = spell_out(letter)
    if len(letter.casefold()) == 1 and not "가" <= letter <= "힣":  # ß is written as two letters, 김 is three
        latin = [c for c in anyascii(made.letters[0]).lower() if "a" <= c <= "z"][:MOST_LETTERS] or [""]
        assert made.letters == (made.letters[0],) * len(latin)
        assert list(made.bases) == latin
        assert list(made.places) == list(range(len(latin)))


@pytest.mark.parametrize("text", ["김", "박지훈", "서연"])
def test_a_korean_syllable_is_taken_apart_into_its_letters(text: str) -> None:
    made = spell_out(text)
    assert "".join(made.letters) == unicodedata.normalize("NFD", text)
    assert set(made.places) == {0}
    assert spell_out(unicodedata.normalize("NFD", text)) == made


@given(st.text(st.characters(min_codepoint=0x3041, max_codepoint=0x3096), max_size=12))
def test_hiragana_is_read_as_katakana(text: str) -> None:
    katakana = "".join(chr(ord(letter) + 0x60) for letter in text)
    assert spell_out(text) == spell_out(katakana)


@pytest.mark.parametrize("letters", ["a" * 500, "щ" * 500, "王" * 500, "김" * 500, "a\u0301" * 5000, "щa" * 12])
def test_a_part_is_cut_at_the_longest(letters: str) -> None:
    made = spell_out(letters)
    assert len(made.letters) == LONGEST_PART
    assert made.letters == spell_out(letters[:100]).letters


@pytest.mark.parametrize("text", ["", " ", "-", "...", "123", "١٢٣", "😀", "\u200f\u202e", "\x00", "\u2013 \u2014"])
def test_where_nothing_is_a_letter_nothing_is_spelled_out(text: str) -> None:
    made = spell_out(text)
    assert (made.letters, made.bases, made.places) == ((), (), ())
    assert 0 <= made.group < len(GROUPS)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Anna", "Latn"), ("Анна", "Cyrl"), ("אנה", "Hebr"), ("آنا", "Arab"), ("안나", "Hang"), ("安娜", "Hani"),
        ("アンナ", "Kana"), ("あんな", "Kana"), ("Άννα", "Grek"), ("Աննա", "Armn"), ("ანა", "Geor"), ("አና", "Ethi"),
        ("อันนา", "Thai"), ("ອັນນາ", "Thai"), ("អាណា", "Thai"), ("အန်နာ", "Thai"), ("अन्ना", "Indic"), ("অ্যানা", "Indic"),
        ("அண்ணா", "Indic"), ("අන්නා", "Indic"), ("ܐܢܐ", "other"), ("ޢައްނާ", "other"), ("Аннаa", "Cyrl"), ("", "Latn"),
    ],
)  # fmt: skip
def test_the_group_is_that_of_most_letters(text: str, group: str) -> None:
    assert GROUPS[spell_out(text).group] == group


@given(st.text(st.characters(codec="ascii"), max_size=4))
def test_every_code_of_a_script_has_a_group(script: str) -> None:
    assert 0 <= group_of(script) < len(GROUPS)
    assert group_of("Hira") == group_of("Kana")


def test_digits_of_a_scanner_are_read_as_the_letters_they_stand_for() -> None:
    assert spell_out("Sm1th") == spell_out("Smlth")
    assert spell_out("R0BERT") == spell_out("Robert")
    assert spell_out("1058") == spell_out("")


@given(odd_parts)
@settings(deadline=None)
def test_letters_bases_and_places_are_equally_long_and_never_too_long(text: str) -> None:
    made = spell_out(text)
    assert len(made.letters) == len(made.bases) == len(made.places) <= LONGEST_PART
    assert all(base == "" or (len(base) == 1 and "a" <= base <= "z") for base in made.bases)
    assert all(0 <= place < MOST_LETTERS for place in made.places)


@given(parts)
@settings(deadline=None)
def test_capitals_make_no_difference(text: str) -> None:
    assert spell_out(text.casefold()) == spell_out(text)
    assume("ı" not in text)  # has no capital of its own
    assert spell_out(text.title().casefold()) == spell_out(text.casefold())


@given(parts, st.sampled_from(["NFC", "NFD"]))
@settings(deadline=None)
def test_composed_and_decomposed_writing_are_spelled_alike(text: str, form: str) -> None:
    assert spell_out(unicodedata.normalize(form, text)) == spell_out(text)


@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_a_strange_text_is_spelled_out_or_left_empty(text: str) -> None:
    made = spell_out(text)
    assert isinstance(made, Symbols)
    assert len(made.letters) <= LONGEST_PART

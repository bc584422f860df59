from __future__ import annotations

import html
import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from homeward.casework.results import Words
from homeward.findings.foreign import direction_of, isolate, language_of, prose, show_controls

ANCHORS = {"C12": "P2-C12", "P3": "P3"}


def test_a_name_is_isolated_with_its_language_and_direction():
    assert isolate(Words("דנה לב", "he", "rtl")) == '<bdi lang="he" dir="rtl">דנה לב</bdi>'


def test_a_name_without_a_language_gets_its_script():
    assert isolate("ليلى") == '<bdi lang="und-Arab" dir="rtl">ليلى</bdi>'
    assert isolate("Юлия") == '<bdi lang="und-Cyrl" dir="ltr">Юлия</bdi>'
    assert isolate("Layla") == '<bdi dir="ltr">Layla</bdi>'


def test_a_language_tag_that_is_none_is_not_written():
    assert language_of("ليلى", '"><script>') == "und-Arab"


def test_a_number_after_a_right_to_left_name_stays_outside_it():
    assert prose("Listed: ليلى الخوالدة 418, row 7") == (
        'Listed: <bdi lang="und-Arab" dir="rtl">ليلى الخوالدة</bdi> 418, row 7'
    )


def test_known_references_become_links_and_unknown_ones_stay():
    assert prose("See C12, C13 and P3.", ANCHORS) == ('See <a href="#P2-C12">C12</a>, C13 and <a href="#P3">P3</a>.')


def test_a_reference_inside_another_word_is_no_link():
    assert prose("XC12 C123 aP3", ANCHORS) == "XC12 C123 aP3"


def test_direction_is_that_of_the_first_letter():
    assert direction_of("12 «ليلى»") == "rtl"
    assert direction_of("12 Layla ليلى") == "ltr"
    assert direction_of("1234") == "ltr"


def test_joiners_of_persian_words_stay():
    assert show_controls("می\u200cخواهم") == "می\u200cخواهم"


def test_controls_become_visible():
    assert show_controls("a\u202eb\u2066c\x00d\ue000") == "a⟨U+202E⟩b⟨U+2066⟩c⟨U+0000⟩d\ue000"


@given(st.text())
def test_a_sentence_keeps_every_letter(text):
    assert html.unescape(re.sub("<[^>]*>", "", prose(text, ANCHORS))) == html.unescape(html.escape(text))


@given(st.text())
def test_nothing_that_acts_unseen_is_left(text):
    left = {c for c in show_controls(text) if unicodedata.category(c) in ("Cc", "Cs")} - {"\n", "\t"}
    assert not left
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", show_controls(text))

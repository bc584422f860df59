"""The findings page in each language: nothing left in English, mirrored where it runs from right to left."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.utils import translation
from tests.findings.example import EMPTY, EXAMPLE
from tests.findings.reader import read_page
from tests.findings.test_page import with_text_everywhere
from tests.web.foreign_words import foreign_words

from homeward.casework.engine_words import in_reader_words
from homeward.findings import foreign, reader_calendar, render_findings, style_of_findings
from homeward.findings.dates import short_month

OTHERS = [code for code, _ in settings.LANGUAGES if code != "en"]
NUMBERED = with_text_everywhere(EXAMPLE, "7")  # so that every word left is one of the page


@pytest.mark.parametrize("findings", [NUMBERED, EMPTY], ids=["example", "empty"])
@pytest.mark.parametrize("language", OTHERS)
def test_no_word_of_the_page_is_left_in_english(language, findings):
    with translation.override(language):
        page = render_findings(findings)
    assert foreign_words(page, language, known="xlsx html pdf docx txt csv Amsel A case just opened") == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_page_names_its_language_and_direction_and_carries_the_style_announced(language):
    with translation.override(language):
        page = render_findings(EXAMPLE)
        assert page == render_findings(EXAMPLE)
        assert read_page(page).all("style")[0].text == style_of_findings(EXAMPLE)
    way = "ltr" if language == "ru" else "rtl"
    assert f'<html lang="{language}" dir="{way}">' in page


def test_sheets_say_what_they_are_in_the_language_of_the_page_at_its_own_sides():
    with translation.override("he"):
        style = style_of_findings(EXAMPLE)
    secret = "".join(f"\\{ord(letter):06x} " for letter in "חסוי")
    assert re.search(rf'@top-left {{ content: "{re.escape(secret)}"; direction: rtl', style)
    assert "@top-right { content: " in style
    assert re.search(r"@bottom-left { content: counter\(page\) \"[^\"]+\" counter\(pages\); direction: rtl", style)
    english = style_of_findings(EXAMPLE)
    assert '@top-right { content: "Confidential"; direction: ltr' in english
    assert '@bottom-right { content: counter(page) " of " counter(pages);' in english


def test_the_time_line_runs_with_the_page():
    def xs(page: str) -> list[float]:
        return [float(e.attributes["cx"]) for e in read_page(page).all("circle", "dot") if e.attributes["cx"] != "8"]

    there = xs(render_findings(EXAMPLE))
    with translation.override("ar"):
        back = xs(render_findings(EXAMPLE))
    assert len(there) > 10
    assert back == [round(900 - x, 1) for x in there]


def test_the_reader_s_calendar_stands_before_the_day_as_stored():
    with reader_calendar.reading_in("hijri"):
        page = render_findings(EXAMPLE)
    assert '25 Ramadan 1447 <span class="stored">(<time datetime="2026-03-14">14 March 2026</time>)' in page
    assert "Ramadan" not in render_findings(EXAMPLE)


def test_months_of_the_scale_are_those_of_the_language():
    for language, month in (("he", "מאי"), ("ar", "مايو"), ("ru", "май")):
        with translation.override(language):
            assert short_month(EXAMPLE.as_of.replace(month=5)) == month


def test_quoted_words_keep_their_order_in_a_line_of_the_other_direction():
    said = foreign.prose("قولا: “We ask: name by name, one … all.” (C5)", {"C5": "C5"}, rtl=True)
    assert '“<bdi dir="ltr">We ask: name by name, one … all.</bdi>”' in said
    assert '<a href="#C5">C5</a>' in said
    assert '&quot;<bdi lang="und-Hebr" dir="rtl">כך אמר, וכך</bdi>&quot;' in foreign.prose(
        'сказано "כך אמר, וכך" вчера'
    )


def test_somebody_s_own_text_is_isolated_as_a_whole():
    assert foreign.prose("Two months on: no answer, see C5.", {"C5": "C5"}, rtl=True) == (
        '<bdi dir="ltr">Two months on: no answer, see <a href="#C5">C5</a>.</bdi>'
    )


def test_a_date_in_figures_keeps_its_order_among_arabic_letters():
    assert '<bdi dir="ltr">1991-04-17</bdi>' in foreign.prose("تاريخ الميلاد: 1991-04-17 و1991 متوافقان", rtl=True)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(
    "reason",
    [
        "passive: passive",
        "tagger: tagger",
        "according-to: words given as somebody's; the report goes on quoting the same speaker through the same relay",
        'claim-custody: the words "x", in the publisher\'s own voice; nobody is said to acknowledge it',
        'answer-searching: told in the words "x"',
        'commitment: "x", with a condition; no date given; the optional reader (m-1) says the same',
        'optional reader (m-1): answer-refuses: the words "x"',
    ],
)
def test_a_reason_of_the_reading_engine_is_said_as_a_whole(language, reason):
    with translation.override(language):
        said = in_reader_words(reason)
    assert re.findall(r"[a-z]{2,}", said) == []

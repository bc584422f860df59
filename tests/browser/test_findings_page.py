from __future__ import annotations

import time
from dataclasses import replace

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.findings.example import EXAMPLE
from tests.findings.test_page import HOSTILE, many, with_text_everywhere

from homeward.findings import render_findings

# Colours and layout do not depend on each other, so that two windows see what four would.
WINDOWS = [(1280, "light"), (360, "dark")]


def violations(page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {n['html'][:120]} {n['failureSummary'][:160]}" for v in found for n in v["nodes"]]


@pytest.mark.parametrize(
    "which", ["example", "empty", "he", *(pytest.param(code, marks=pytest.mark.slow) for code in ("ru", "ar"))]
)
@pytest.mark.parametrize(("width", "scheme"), WINDOWS)
def test_axe_finds_nothing_and_nothing_is_asked_for(watch, pages, which, width, scheme):
    seen = watch(width, scheme)
    seen.page.goto(pages[which].as_uri())
    seen.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert violations(seen.page) == []
    assert seen.said == []
    assert seen.asked == [pages[which].as_uri()]


@pytest.mark.parametrize("width", [1280, 1024, 768, 360, 320])
def test_the_page_never_scrolls_sideways(watch, pages, width):
    seen = watch(width)
    for which in ("example", "ru", "he", "ar"):
        seen.page.goto(pages[which].as_uri())
        seen.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        seen.page.add_style_tag(content=".person { content-visibility: visible !important }")
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width, which


@pytest.mark.parametrize("text", ["A" * 5000, "أ" * 3000, HOSTILE[0]], ids=["long", "long-arabic", "script"])
def test_hostile_text_neither_runs_nor_widens_the_page(watch, tmp_path, text):
    file = tmp_path / "page.html"
    file.write_text(render_findings(with_text_everywhere(EXAMPLE, text)), encoding="utf-8")
    seen = watch(360)
    seen.page.goto(file.as_uri())
    assert seen.said == []
    assert seen.asked == [file.as_uri()]
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_wide_parts_scroll_by_keyboard_in_their_own_place(watch, pages):
    seen = watch(360)
    seen.page.goto(pages["example"].as_uri())
    for region in seen.page.query_selector_all(".scroll"):
        assert region.get_attribute("tabindex") == "0"
        assert region.get_attribute("aria-label")
        assert region.evaluate("e => e.scrollWidth > e.clientWidth")
        region.focus()
        region.press("ArrowRight")
        seen.page.wait_for_function("e => e.scrollLeft > 0", arg=region)


def test_the_first_tab_leads_to_the_summary(watch, pages):
    seen = watch()
    seen.page.goto(pages["example"].as_uri())
    seen.page.keyboard.press("Tab")
    assert seen.page.evaluate("document.activeElement.textContent") == "Skip to the summary"
    assert seen.page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0


@pytest.mark.parametrize("which", ["example", "ru", "ar"])
def test_labels_of_the_time_line_do_not_touch_as_drawn(watch, pages, which):
    seen = watch()
    seen.page.goto(pages[which].as_uri())
    boxes = seen.page.evaluate(
        "[...document.querySelectorAll('.event text')].map(t => {const b = t.getBBox();"
        " return [b.x, b.y, b.x + b.width, b.y + b.height, t.textContent]})"
    )
    assert len(boxes) >= 15
    for n, (left, top, right, bottom, label) in enumerate(boxes):
        assert left >= 0
        assert right <= 900, label
        for other in boxes[n + 1 :]:
            apart = right <= other[0] or other[2] <= left or bottom <= other[1] + 4 or other[3] <= top + 4
            assert apart, (label, other[4])


def test_a_right_to_left_name_starts_at_the_right_and_its_number_stays_outside(watch, pages):
    seen = watch()
    seen.page.goto(pages["example"].as_uri())
    number_from_name = """e => {
      const ends = r => [...r.getClientRects()].at(-1);
      const name = document.createRange(); name.selectNodeContents(e.querySelector("cite bdi"));
      const number = document.createRange(); number.selectNodeContents(e.lastChild);
      const [n, r] = [ends(name), ends(number)];
      return [r.left - n.right, r.top - n.top]
    }"""
    places = [where.evaluate(number_from_name) for where in seen.page.locator(".candidate .where").all()]
    assert len(places) == 6
    for right, below in places:
        assert right >= -1 or below > 10, (
            "the row's number stands after the name or on the line below, never before it"
        )
    quote = seen.page.locator("#P2-C12 blockquote")
    assert quote.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert quote.evaluate("e => getComputedStyle(e).borderRightWidth") != "0px"


def printed(watch, file) -> list[str]:
    """The text of each printed page, after checking that nothing stands outside its sheet."""
    seen = watch()
    seen.page.goto(file.as_uri())
    document = pypdfium2.PdfDocument(seen.page.pdf(prefer_css_page_size=True))
    texts = []
    for sheet in document:
        words = sheet.get_textpage()
        width, height = sheet.get_size()
        for n in range(words.count_chars()):
            left, bottom, right, top = words.get_charbox(n)
            assert left >= 0
            assert bottom >= 0
            assert right <= width
            assert top <= height
        texts.append(words.get_text_range())
        words.close()
        sheet.close()
    document.close()
    return texts


def test_paper_shows_what_the_screen_folds_away(watch, pages):
    text = " ".join(printed(watch, pages["example"]))
    assert "HYPERLINK" in text, "the row as written"
    assert "Entered twice" in text, "withdrawn claims"
    assert "Signs, letters and numbers" in text
    assert "cannot be judged" in text


def test_every_sheet_says_what_it_is_and_which_of_how_many(watch, pages):
    texts = printed(watch, pages["example"])
    for number, text in enumerate(texts, start=1):
        assert f"{number} of {len(texts)}" in text
        assert "The eight of the Dol crossing · as of 14 March 2026" in text
        assert "Confidential" in text


def test_sheets_are_mirrored_where_the_page_runs_from_right_to_left(watch, pages):
    seen = watch()
    seen.page.goto(pages["ar"].as_uri())
    document = pypdfium2.PdfDocument(seen.page.pdf(prefer_css_page_size=True))
    sheet = document[0]
    words = sheet.get_textpage()
    width, height = sheet.get_size()
    edge = height - 60  # the header stands above
    assert "Dol crossing" in words.get_text_bounded(left=width / 2, bottom=edge)
    assert "سري" in words.get_text_bounded(right=width / 2, bottom=edge)
    words.close()
    sheet.close()
    document.close()


def test_no_row_is_cut_between_two_sheets(watch, tmp_path):
    lines = tuple(
        replace(EXAMPLE.unanswered[0], last_word=f"begin{n:03} " + "and so on " * (20 + n % 9) + f"end{n:03}")
        for n in range(70)
    )
    sources = tuple(
        replace(
            EXAMPLE.sources[0],
            ref=f"R{n + 50}",
            title=f"first{n:03} " + "word " * (40 + n % 20),
            copy_of=f"x last{n:03}",
        )
        for n in range(60)
    )
    file = tmp_path / "rows.html"
    file.write_text(render_findings(replace(EXAMPLE, unanswered=lines, sources=sources)), encoding="utf-8")
    texts = printed(watch, file)
    for begin, end, count in (("begin", "end", 70), ("first", "last", 60)):
        pages_used = set()
        for n in range(count):
            [page] = [k for k, text in enumerate(texts) if f"{begin}{n:03}" in text]
            assert f"{end}{n:03}" in texts[page], (begin, n)
            pages_used.add(page)
        assert len(pages_used) > 1, "too few rows to reach a second sheet"


def test_a_page_with_two_hundred_people_opens_and_answers(watch, tmp_path):
    file = tmp_path / "many.html"
    file.write_text(render_findings(many(200)), encoding="utf-8")
    seen = watch()
    before = time.perf_counter()
    seen.page.goto(file.as_uri())
    seen.page.evaluate("document.querySelector('#P150').scrollIntoView()")
    seen.page.wait_for_function("document.querySelector('#P150 .claim').getBoundingClientRect().height > 0")
    # A quiet machine takes two seconds; the bound is for a page that hangs, not for a machine that is busy.
    assert time.perf_counter() - before < 60

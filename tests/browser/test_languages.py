"""Main pages of the desk in Arabic and Hebrew, as a browser draws them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.running import RunningDesk
from tests.browser.test_desk import enter

from homeward.web.page import GROUPS

PAGES = ("", "case/1/", "case/1/candidates", "case/1/rounds", "person/P1", "case/1/reports/new", "find?q=Marko")


# Colours do not depend on the words, so that two windows see what four would.
@pytest.mark.parametrize(("language", "scheme", "width"), [("ar", "light", 1200), ("he", "dark", 360)])
def test_axe_finds_nothing_from_right_to_left(
    browser: object, running: RunningDesk, language: str, scheme: str, width: int
):
    context = browser.new_context(  # type: ignore[attr-defined]
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    enter(running, page)
    context.add_cookies([{"name": "homeward_language", "value": language, "url": running.address}])
    for address in PAGES:
        page.goto(running.address + address)
        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl", address
        assert [v["id"] for v in Axe().run(page).response["violations"]] == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    context.close()


def test_a_page_is_mirrored_and_a_chosen_language_stays(watch: Callable, running: RunningDesk):
    seen = watch()
    enter(running, seen.page)
    mark = seen.page.locator(".mark").bounding_box()["x"]
    seen.page.locator("button[name=language][value=ar]").click()
    seen.page.wait_for_selector("html[lang=ar][dir=rtl]")
    assert seen.page.locator(".mark").bounding_box()["x"] > 1280 - mark - 200
    seen.page.goto(running.address + "case/1/")
    assert seen.page.locator("html").get_attribute("lang") == "ar"
    seen.page.locator("button[name=language][value=en]").click()
    seen.page.wait_for_selector("html[lang=en][dir=ltr]")


def test_all_parts_of_a_case_stand_in_one_row_of_1200_pixels_in_every_language(browser: object, tmp_path: Path):
    running = RunningDesk(tmp_path, "-m", "tests.browser.desk_process", "supervisor")
    context = browser.new_context(viewport={"width": 1200, "height": 800})  # type: ignore[attr-defined]
    try:
        page = context.new_page()
        enter(running, page)
        for language in ("en", "ru", "he", "ar"):
            context.add_cookies([{"name": "homeward_language", "value": language, "url": running.address}])
            page.goto(running.address + "case/1/reports")
            parts = page.locator(".sections > li > ul > li")
            assert parts.count() == sum(len(keys) for _title, keys in GROUPS), language
            tops = parts.evaluate_all("all => all.map(one => Math.round(one.getBoundingClientRect().top))")
            assert len(set(tops)) == 1, (language, tops)
    finally:
        context.close()
        running.stop()

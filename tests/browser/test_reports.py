"""A report in a real browser: taken in, read, and decided on by keys alone; and without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.running import RunningDesk

TEXT = (
    "The ministry said on Monday that it is looking for the prisoners. “As soon as we find them, we will release "
    "them,” its spokesman told Tarvia Wire. The envoy of Sart said that ليلى يوسف الخوالدة is alive."
)


def enter(running: RunningDesk, page: object) -> None:
    page.goto(running.address)  # type: ignore[attr-defined]
    page.fill("#key", running.key)  # type: ignore[attr-defined]
    page.click("main form button")  # type: ignore[attr-defined]
    page.wait_for_url(running.address)  # type: ignore[attr-defined]
    running.key = running.read_until(r"works once\): (\S+)")


def take_in(page: object, address: str, text: str) -> None:
    page.goto(f"{address}case/1/reports/new")  # type: ignore[attr-defined]
    for name, value in (("text", text), ("publisher", "Tarvia Wire"), ("published", "2026-03-02")):
        page.fill(f"[name={name}]", value)  # type: ignore[attr-defined]
    page.click("main form button")  # type: ignore[attr-defined]
    page.wait_for_url("**/report/R*")  # type: ignore[attr-defined]


def test_proposals_are_decided_by_key_and_a_rejection_asks_for_its_reason(watch: Callable, running: RunningDesk):
    seen = watch()
    page = seen.page
    enter(running, page)
    take_in(page, running.address, TEXT)
    assert page.locator("article.proposal").count() >= 3
    waiting = page.locator("form[data-keys]").count()
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("a")
    page.wait_for_url(f"**#{first}")
    assert page.locator("form[data-keys]").count() == waiting - 1
    page.keyboard.press("j")
    page.keyboard.press("r")
    assert page.evaluate("document.activeElement.name") == "reason"
    assert page.locator("form[data-keys]").count() == waiting - 1, "nothing was rejected without a reason"
    page.keyboard.type("said by nobody")
    page.keyboard.press("Tab")  # accept
    page.keyboard.press("Tab")  # reject
    page.keyboard.press("Enter")
    page.locator("p.told").wait_for()
    assert "Rejected" in page.inner_text("p.told")
    assert "said by nobody" in page.inner_text("main")
    assert page.locator("form[data-keys]").count() == waiting - 2
    assert seen.said == []
    assert all(address.startswith(running.address) for address in seen.asked)


PRESS = """([key, code]) => document.activeElement.dispatchEvent(
    new KeyboardEvent("keydown", {key, code, bubbles: true, cancelable: true}))"""


def test_keys_are_known_on_any_keyboard_and_a_reason_is_sent_and_taken_back_by_key(
    watch: Callable, running: RunningDesk
):
    seen = watch()
    page = seen.page
    enter(running, page)
    take_in(page, running.address, TEXT.replace("Monday", "Tuesday"))
    assert page.locator("p.keys").is_visible()
    waiting = page.locator("form[data-keys]").count()
    page.evaluate(PRESS, ["ק", "KeyR"])  # none stands out: the first does now, and nothing is decided
    first = page.evaluate("document.activeElement.id")
    assert first.startswith("X")
    page.evaluate(PRESS, ["о", "KeyJ"])  # j on a Russian keyboard
    assert page.evaluate("document.activeElement.id") != first
    page.evaluate(PRESS, ["ق", "KeyR"])
    assert page.evaluate("document.activeElement.name") == "reason"
    page.keyboard.type("said by nobody")
    page.keyboard.press("Control+Enter")
    page.locator("p.told").wait_for()
    assert "Rejected" in page.inner_text("p.told")
    assert page.locator("form[data-keys]").count() == waiting - 1
    page.evaluate(PRESS, ["я", "KeyZ"])
    page.wait_for_url("**/undo")
    assert seen.said == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_a_report_is_readable_on_any_screen_and_without_scripts(
    watch: Callable, running: RunningDesk, width: int, scheme: str
):
    page = watch(width=width, scheme=scheme, scripts=True).page
    enter(running, page)
    take_in(page, running.address, f"{TEXT} Page of {width}.")
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    plain = watch(width=width, scripts=False).page
    plain.context.add_cookies(page.context.cookies())
    plain.goto(page.url)
    plain.locator("article.proposal button[value=accept]").first.click()
    assert "Accepted" in plain.inner_text("p.told")

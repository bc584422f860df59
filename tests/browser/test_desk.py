"""The served desk, in a process of its own, used as a person uses it."""

from __future__ import annotations

import socket
import urllib.error
import urllib.request
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.running import RunningDesk


def enter(running: RunningDesk, page: object) -> None:
    page.goto(running.address)  # type: ignore[attr-defined]
    page.locator("#key").focus()  # type: ignore[attr-defined]  # autofocus may come after the first letters
    page.keyboard.type(running.key)  # type: ignore[attr-defined]
    page.keyboard.press("Enter")  # type: ignore[attr-defined]
    page.wait_for_url(running.address)  # type: ignore[attr-defined]
    running.key = running.read_until(r"works once\): (\S+)")


def tab_to(page: object, address: str) -> None:
    """Press Tab until a link to an address is in focus."""
    for _ in range(60):
        page.keyboard.press("Tab")  # type: ignore[attr-defined]
        if page.evaluate("document.activeElement.getAttribute('href')") == address:  # type: ignore[attr-defined]
            return
    raise AssertionError(f"no link to {address} is reached by Tab")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_from_the_door_to_a_person_by_keyboard_alone(watch: Callable, running: RunningDesk, scripts: bool):
    seen = watch(scripts=scripts)
    enter(running, seen.page)
    for address in ("/case/1/", "/case/1/people", "/person/P1"):
        tab_to(seen.page, address)
        seen.page.keyboard.press("Enter")
        seen.page.wait_for_url(f"**{address}")
    assert "ليلى" in seen.page.locator("h1").inner_text()
    assert seen.said == []
    assert all(url.startswith(running.address) for url in seen.asked)
    assert not [url for url in seen.asked if running.key in url]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_desk_s_pages_keep_to_their_style_and_axe_finds_nothing(
    browser: object, watch: Callable, running: RunningDesk, scheme: str
):
    # The policy forbids scripts, so axe is let past it here; that styles keep to their hashes is another test.
    context = browser.new_context(  # type: ignore[attr-defined]
        viewport={"width": 360, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(running.address)
    assert [v["id"] for v in Axe().run(page).response["violations"]] == []
    enter(running, page)
    for address in ("", "case/1/", "case/1/people", "case/1/candidates", "person/P1", "find?q=Marko", "nowhere"):
        page.goto(running.address + address)
        assert [v["id"] for v in Axe().run(page).response["violations"]] == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address
    context.close()


def test_the_style_of_every_page_is_let_through_by_its_policy(watch: Callable, running: RunningDesk):
    seen = watch()
    enter(running, seen.page)
    for address in ("enter", "", "case/1/", "case/1/findings", "person/P1"):
        seen.page.goto(running.address + address)
        assert seen.page.locator("h1").evaluate("e => getComputedStyle(e).fontWeight") == "600"
        assert seen.page.locator("body").evaluate("e => getComputedStyle(e).margin") == "0px", address
    assert seen.said == []


def test_the_desk_listens_on_this_machine_only(running: RunningDesk):
    port = int(running.address.rsplit(":", 1)[1].strip("/"))
    # 127.0.0.2 is this machine too, but not the address that was named: who listens on all would answer there.
    with pytest.raises(OSError), socket.create_connection(("127.0.0.2", port), timeout=2):
        pass


def test_many_questions_at_once_are_all_answered(running: RunningDesk):
    from concurrent.futures import ThreadPoolExecutor

    def ask(_: int) -> bytes:
        with urllib.request.urlopen(running.address + "health") as answer:
            return answer.read()

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(40))) == {b"ok\ndatabase: ok\nmigrations: ok\naudit: ok\ndisk: ok\n"}


def test_a_closed_address_says_nothing_of_the_program(running: RunningDesk):
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(urllib.request.Request(running.address, headers={"Host": "desk.example"}))
    assert refused.value.code == 400
    assert "Server" not in refused.value.headers
    refused.value.close()

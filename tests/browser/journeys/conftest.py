"""The journeys' desk, served once, and whoever sits down at it."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext
from tests.browser.conftest import CHROMIUM
from tests.browser.journeys.desk_process import PASSWORD
from tests.browser.journeys.hand import Hand, KeyHand, MouseHand
from tests.browser.running import RunningDesk
from tests.cli.conftest import PROGRAM
from tests.nursery import run_python

HANDS: dict[str, type[Hand]] = {"mouse": MouseHand, "keys": KeyHand}


class Seats:
    """Where one journey takes place: its case, and who sits down at the desk."""

    def __init__(self, desk: RunningDesk, browser: Browser, hand: str, facts: dict[str, Any]) -> None:
        self.address = desk.address
        self.file = desk.file
        self.browser = browser
        self.hand = hand
        self.facts = facts
        self.title: str = facts["title"]
        self.number = str(facts["case"])
        self.case = f"/case/{self.number}/"
        self.people: list[str] = facts["people"]
        self.said: list[str] = []
        self.opened: list[BrowserContext] = []

    def _note(self, told: str) -> None:
        if "422 (" not in told:  # an act that refuses is part of a journey; Chromium tells every such answer
            self.said.append(told)

    def command(self, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        """The same case by the command line, as ``homeward WORDS``."""
        told = {"HOMEWARD_FILE": str(self.file), "HOMEWARD_USER": "chief", **more}
        done = run_python("-c", PROGRAM, *words, environment={**os.environ, **told})
        assert done.returncode == 0, done.stderr
        return done

    def sit_down(self, who: str, *, scripts: bool = True, language: str = "") -> Hand:
        """Somebody signs in, with password and second factor, and stands before what needs them today."""
        known = self.facts["users"][who]
        context = self.browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=scripts)
        context.set_default_timeout(120_000)  # a busy machine is slow, not wrong
        self.opened.append(context)
        page = context.new_page()
        page.on("console", lambda told: self._note(f"{told.text} ({told.location['url']})"))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("filechooser", lambda _: None)  # or Chromium may be asked for a file before the test listens
        hand = HANDS[self.hand](page, self.address)
        hand.open("/sign-in")
        if language:
            hand.press(page.locator(f"button[name=language][value={language}]"))
        hand.write(page.locator("[name=login]"), known["name"])
        hand.write(page.locator("[name=password]"), PASSWORD)
        hand.press(page.locator("main form button").first)
        hand.write(page.locator("[name=code]"), known["code"])
        hand.press(page.locator("main form button").first)
        page.wait_for_url(self.address)
        return hand


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """One desk for all journeys; without a browser nothing is started."""
    if CHROMIUM is None:
        pytest.skip("no Chromium here: apt-get install chromium")
    desk = RunningDesk(tmp_path_factory.mktemp("journeys"), "-m", "tests.browser.journeys.desk_process")
    yield desk
    desk.stop()


@pytest.fixture(params=["mouse", pytest.param("keys", marks=pytest.mark.slow)])
def at_desk(request: pytest.FixtureRequest, browser: Browser, served: RunningDesk) -> Iterator[Seats]:
    """A journey's own case, once for each hand. At its end no page has complained to the browser."""
    hand: str = request.param
    facts = json.loads(served.ask(f"{Path(request.path).stem} {hand}", r"^given (.*)"))
    assert facts, "what the journey is given could not be made: see what the desk printed"
    seats = Seats(served, browser, hand, facts)
    yield seats
    for context in seats.opened:
        context.close()
    assert seats.said == []


@pytest.fixture
def paper(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Writes a file that somebody then brings."""

    def write(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write

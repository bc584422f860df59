"""A real Chromium. Where there is none the tests here are skipped: install it with ``apt-get install chromium``."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.utils import translation
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.browser.running import RunningDesk
from tests.findings.example import EMPTY, EXAMPLE

from homeward.findings import render_findings

CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here: apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM)
        yield started
        started.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The example's findings page and that of an empty case, as files; the example in other languages too."""
    folder = tmp_path_factory.mktemp("pages")
    written = {name: folder / f"{name}.html" for name in ("example", "empty")}
    written["example"].write_text(render_findings(EXAMPLE), encoding="utf-8")
    written["empty"].write_text(render_findings(EMPTY), encoding="utf-8")
    for language in ("ru", "he", "ar"):
        written[language] = folder / f"{language}.html"
        with translation.override(language):
            written[language].write_text(render_findings(EXAMPLE), encoding="utf-8")
    return written


@dataclass
class Watched:
    """A page, with everything it said on the console and everything it asked for."""

    page: Page
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def watch(browser: Browser) -> Iterator[Callable[..., Watched]]:
    """Opens windows that note what happens in them."""
    opened: list[BrowserContext] = []

    def window(width: int = 1280, scheme: str = "light", scripts: bool = True) -> Watched:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=scripts
        )
        context.set_default_timeout(120_000)  # a busy machine is slow, not wrong
        opened.append(context)
        watched = Watched(context.new_page())
        watched.page.on("console", lambda message: watched.said.append(message.text))
        watched.page.on("pageerror", lambda error: watched.said.append(str(error)))
        watched.page.on("request", lambda request: watched.asked.append(request.url))
        return watched

    yield window
    for context in opened:
        context.close()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """A desk with one case, served while a module's tests run."""
    desk = RunningDesk(tmp_path_factory.mktemp("desk"))
    yield desk
    desk.stop()

"""Takes the pictures of the desk that docs/desk.md shows. Needs Chromium and the dev extra.

Builds the sample case in a folder of its own, serves it, and takes each page as a caseworker meets it on the day on
which the sample is set. Run: .venv/bin/python docs/pictures/make_desk.py [name of a page ...]
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from homeward.sample import SAMPLE_TODAY

WIDTH, HEIGHT = 1200, 1000
COLOURS = 64  # text and one accent: more are not told apart
_HOMEWARD = (sys.executable, "-c", "from homeward.cli import main; main()")
_AS_OF = f"as_of={SAMPLE_TODAY}"


def _prepared(page: Page) -> None:
    page.fill("[name=title]", "Third list")
    page.fill("[name=recipient]", "Coast Movement")
    page.select_option("[name=script]", "Arab")
    page.check("[name=everybody]")
    page.click("button[value=look]")
    page.get_by_role("heading", name="Exactly what would leave").wait_for()


def _chains(page: Page) -> None:
    page.evaluate("window.scrollTo(0, document.querySelector('#claims').getBoundingClientRect().top + scrollY - 16)")


def _briefed(page: Page) -> None:
    for link in ("main th a[href^='/enquirer/']", "main a[href*='/brief/']"):
        with page.expect_navigation():
            page.locator(link).first.click()


# By the name of the picture: where the page is, and what is done there before it is taken.
PAGES: dict[str, tuple[str, Callable[[Page], None] | None]] = {
    "home": (f"?{_AS_OF}", None),
    "find": ("find?q=Тарас+Квитчук", None),
    "person": (f"person/P1?{_AS_OF}", None),
    "claims": (f"person/P1?{_AS_OF}", _chains),
    "candidates": ("case/1/candidates", None),
    "rounds": (f"case/1/rounds?{_AS_OF}", None),
    "prepare": ("case/1/prepare", _prepared),
    "report": ("report/R4", None),
    "promises": (f"case/1/promises?{_AS_OF}", None),
    "briefing": ("case/1/enquirers", _briefed),
}


@contextmanager
def served() -> Iterator[tuple[str, str]]:
    """The sample case, served; its address and key."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*_HOMEWARD, "demo", "--folder", folder, "--quiet"], check=True)
        command = [*_HOMEWARD, "serve", "--port", "0", "--file", f"{folder}/homeward.db"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            try:
                yield _said(process.stdout, r"open at (\S+)"), _said(process.stdout, r"works once\): (\S+)")
            finally:
                process.terminate()


def take(page: Page, picture: Path) -> None:
    """Write what the window shows, as far as there is something on it, as a PNG of few colours."""
    end = float(page.evaluate("document.querySelector('main').getBoundingClientRect().bottom"))
    clip = {"x": 0, "y": 0, "width": WIDTH, "height": min(HEIGHT, end + 24)}
    with Image.open(io.BytesIO(page.screenshot(clip=clip))) as seen:
        seen.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(picture, optimize=True)
    print(f"{picture.name}: {picture.stat().st_size:,} bytes")


def main(wanted: list[str]) -> None:
    """Take the pages that are named, or all."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("No Chromium here. Install it: apt-get install chromium")
    with served() as (address, key), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(f"{address}enter")
        page.fill("#key", key)
        page.click("main form button")
        page.wait_for_url(address)
        for name in wanted or PAGES:
            path, prepare = PAGES[name]
            answer = page.goto(address + path)
            assert answer is not None and answer.ok, f"{path} is not there"
            if prepare is not None:
                prepare(page)
            take(page, Path(__file__).with_name(f"desk-{name}.png"))
        browser.close()


def _said(lines: Iterator[str], pattern: str) -> str:
    for line in lines:
        if found := re.search(pattern, line):
            return found[1]
    raise SystemExit("The desk ended before it was open.")


if __name__ == "__main__":
    main(sys.argv[1:])

"""Takes the picture of the findings page that the README shows. Needs Chromium and the dev extra.

Run after ``make demo``: .venv/bin/python docs/pictures/make.py [demo/findings.html]
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

WIDTH, HEIGHT = 1280, 1560


def take(page_file: Path, picture: Path) -> None:
    """Write the top of the page, as a reader meets it, as a PNG."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("No Chromium here. Install it: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(page_file.resolve().as_uri())
        page.screenshot(path=str(picture))
        browser.close()


if __name__ == "__main__":
    asked = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("demo/findings.html")
    take(asked, Path(__file__).with_name("findings.png"))

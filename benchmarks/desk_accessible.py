"""Whether every page of the desk can be used by all: axe, narrow screens and paper, in each language, light and dark.

    python -m benchmarks.desk_accessible [--file CASEFILE] [--languages en,ru,he,ar] [--each 2] [--most 400]

Serves the sample's case file (or one given) to its caseworker, follows every link that leads to a page of the desk,
and looks at so many pages of each kind of address. Each is opened in every language; axe looks at it 360 pixels wide,
light and dark, and 1,200 wide; nothing may be wider than the screen, nor, printed, than a sheet of A4. Prints what is
wrong and a count; exit status 1 if anything is. Needs the `dev` extra and Chromium.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, deque
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Response, sync_playwright

_PROGRAM = ("-c", "from homeward.cli import main; main()")
LANGUAGES = ("en", "ru", "he", "ar")
NARROW, WIDE, PAPER = 360, 1200, 718  # pixels; paper is A4 less margins of one centimetre
_NOT_PAGES = re.compile(r"\.(?:xlsx|csv|pdf|ics|txt|zip|json|xml|ftm)$|/static/|/out$")


class Served:
    """A case file served by the program itself, in a process of its own."""

    def __init__(self, file: Path) -> None:
        command = [sys.executable, *_PROGRAM, "serve", "--port", "0", "--file", str(file)]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
        )
        assert self.process.stdout
        said = ""
        for line in self.process.stdout:
            said += line
            address = re.search(r"open at (\S+)", said)
            key = re.search(r"works once\): (\S+)", said)
            if address and key:
                self.address, self.key = address[1], key[1]
                return
        raise SystemExit(f"the desk did not start: {said}")

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait(timeout=20)


def kind_of(address: str) -> str:
    """An address without its numbers and answers: pages of one kind are made by one template."""
    parts = urlsplit(address)
    asked = "&".join(sorted(pair.split("=")[0] for pair in parts.query.split("&") if pair))
    return re.sub(r"\d+", "0", parts.path) + (f"?{asked}" if asked else "")


def addresses(page: Page, start: str, each: int, most: int) -> list[str]:
    """Every page that links lead to from `start`, so many of each kind, in the order in which they are met."""
    seen, found, kinds = {start}, [], Counter[str]()
    waiting = deque([start])
    while waiting and len(found) < most:
        address = waiting.popleft()
        if kinds[kind_of(address)] >= each:
            continue
        answer = _open(page, address)
        if answer is None or "text/html" not in answer.headers.get("content-type", ""):
            continue
        kinds[kind_of(address)] += 1
        found.append(address)
        for link in page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))"):
            whole = urljoin(address, link).split("#")[0]
            if whole.startswith(start) and whole not in seen and not _NOT_PAGES.search(urlsplit(whole).path):
                seen.add(whole)
                waiting.append(whole)
    return found


def faults_of(page: Page, address: str) -> list[str]:
    """What is wrong with a page as it stands open: by axe, by width, on paper."""
    faults: list[str] = []
    for scheme, width in (("light", NARROW), ("dark", NARROW), ("light", WIDE)):
        page.emulate_media(media="screen", color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 900})
        for fault in Axe().run(page).response["violations"]:
            faults.append(f"{fault['id']} ({scheme}, {width}): {fault['nodes'][0]['html'][:120]}")
        if (reached := page.evaluate("document.documentElement.scrollWidth")) > width:
            faults.append(f"{reached} pixels wide on a screen of {width}")
    page.emulate_media(media="print", color_scheme="light")
    page.set_viewport_size({"width": PAPER, "height": 1000})
    if (reached := page.evaluate("document.documentElement.scrollWidth")) > PAPER:
        faults.append(f"{reached} pixels wide on paper of {PAPER}")
    page.emulate_media(media="screen", color_scheme="light")
    return faults


def _open(page: Page, address: str) -> Response | None:
    try:
        return page.goto(address)
    except Exception as error:  # a download is no page
        if "Download is starting" in str(error) or "net::ERR_ABORTED" in str(error):
            return None
        raise


def main() -> None:
    """Serve, follow, look, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--file", type=Path)
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--each", type=int, default=2, help="pages of each kind of address")
    parser.add_argument("--most", type=int, default=400, help="pages in all")
    options = parser.parse_args()
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        sys.exit("no Chromium here: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder:
        if options.file is None:
            made = [sys.executable, *_PROGRAM, "demo", "--folder", folder]
            subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
        file = options.file or next(Path(folder).rglob("*.db"))
        served = Served(file)
        try:
            wrong = look(served, chromium, options)
        finally:
            served.stop()
    sys.exit(1 if wrong else 0)


def look(served: Served, chromium: str, options: argparse.Namespace) -> int:
    """Look at every page; the number of those with a fault."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        context = browser.new_context(bypass_csp=True)  # the policy lets no script in, axe neither
        context.set_default_timeout(120_000)
        page = context.new_page()
        signed_out = [served.address, urljoin(served.address, "enter"), urljoin(served.address, "nowhere")]
        looked, wrong = 0, 0

        def look_at(found: list[str], languages: list[str]) -> None:
            nonlocal looked, wrong
            for at, address in enumerate(found):
                for language in languages:
                    context.add_cookies([{"name": "homeward_language", "value": language, "url": served.address}])
                    if _open(page, address) is None:
                        continue
                    looked += 1
                    faults = faults_of(page, address)
                    wrong += bool(faults)
                    for fault in faults:
                        print(f"{language} {address[len(served.address) - 1 :]}: {fault}", flush=True)
                print(f"\r{at + 1} of {len(found)} pages ", end="", file=sys.stderr, flush=True)

        languages = options.languages.split(",")
        look_at(signed_out, languages)
        page.goto(urljoin(served.address, "enter"))
        page.fill("#key", served.key)
        page.locator("main button").first.click()
        page.wait_for_load_state()
        found = addresses(page, served.address, options.each, options.most)
        print(f"{len(found)} pages of {len({kind_of(address) for address in found})} kinds", flush=True)
        look_at(found, languages)
        browser.close()
    ways = f"({options.languages}), each in three ways and on paper"
    print(f"{looked} views of pages looked at {ways}; {wrong} with faults")
    return wrong


if __name__ == "__main__":
    main()

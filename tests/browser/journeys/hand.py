"""How somebody works at the desk: with mouse and typing, or by keyboard alone. A journey is the same for both.

In: what a step needs: a link, a button, a field, by its name on the page (or as a `Locator`, where the language does
not matter). Out: the step taken, and the page that follows, loaded.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Download, Locator, Page, Response

_PASTED = 60  # letters; a longer text is pasted, as people do
_MOST_KEYS = 150  # to reach one control: nobody walks farther
_WHERE = """wanted => {
  const here = document.activeElement;
  if (here === wanted) return "here";
  if (!here || here === document.body) return "after";
  return here.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING ? "before" : "after";
}"""
_SEEN = """e => {
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  const marked = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  return e.matches(":focus-visible") && marked && inside;
}"""

# Of words over several lines the longest line: Playwright would take the first, which may be a quotation mark.
_MIDDLE = """e => {
  const line = [...e.getClientRects()].sort((a, b) => b.width - a.width)[0], box = e.getBoundingClientRect();
  return { x: line.x + line.width / 2 - box.x, y: line.y + line.height / 2 - box.y };
}"""


class Hand(ABC):
    """Somebody at a page of the desk."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    # --- where things are

    @property
    def main(self) -> Locator:
        return self.page.locator("main")

    def link(self, name: str | Locator, within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_role("link", name=name, exact=True) if isinstance(name, str) else name

    def button(self, name: str | Locator, within: Locator | None = None) -> Locator:
        """A button by its words; the key that a page names beside them is no part of them."""
        if not isinstance(name, str):
            return name
        return (within or self.main).get_by_role("button", name=name).first

    def field(self, name: str | Locator, within: Locator | None = None) -> Locator:
        if not isinstance(name, str):
            return name
        controls = self.page.locator("input, select, textarea")  # a part of the page may bear the same name
        return (within or self.main).get_by_label(name, exact=True).and_(controls).first

    def read(self, within: str = "main") -> str:
        """What a reader sees, without the marks that keep names in their own direction."""
        text = self.page.locator(within).first.inner_text().replace("\u2068", "").replace("\u2069", "")
        return " ".join(text.split())

    @property
    def ref(self) -> str:
        """The reference at the end of the page's address, such as P3."""
        return urlsplit(self.page.url).path.rsplit("/", 1)[1]

    # --- steps

    def open(self, path: str) -> Response | None:
        """Type an address, or take a bookmark."""
        return self.page.goto(self.address + path.lstrip("/"))

    def follow(self, name: str | Locator, within: Locator | None = None) -> None:
        """Follow a link, and wait for the page."""
        self._go(self.link(name, within))

    def press(self, name: str | Locator, within: Locator | None = None) -> None:
        """Press a button that sends a form, and wait for the page that answers."""
        self._go(self.button(name, within))

    def fetch(self, name: str | Locator) -> bytes:
        """Follow a link to a file; its bytes."""
        what = self.reach(self.link(name))
        with self.page.expect_download() as told:
            self.activate(what)
        download: Download = told.value
        return Path(download.path()).read_bytes()

    def unfold(self, summary: str) -> None:
        """Open what a page shows only when asked."""
        self.activate(self.reach(self.main.locator("summary", has_text=summary).first))

    def _go(self, what: Locator) -> None:
        self.reach(what)  # before the wait begins: to skip to the content is a way to go, too
        with self.page.expect_navigation():
            self.activate(what)

    @abstractmethod
    def reach(self, what: Locator) -> Locator:
        """Be there, so that it can be activated."""

    @abstractmethod
    def activate(self, what: Locator) -> None:
        """Click it, or press Enter on it."""

    @abstractmethod
    def write(self, field: str | Locator, text: str, within: Locator | None = None) -> None:
        """Have a field hold exactly this text; a day is written 2031-03-14, whatever the field asks for."""

    @abstractmethod
    def choose(self, field: str | Locator, value: str, within: Locator | None = None) -> None:
        """Choose from a list by the value of the choice."""

    @abstractmethod
    def tick(self, box: str | Locator, within: Locator | None = None) -> None:
        """Tick a box, or choose one of several."""

    @abstractmethod
    def bring(self, field: str | Locator, file: Path) -> None:
        """Choose a file."""


class MouseHand(Hand):
    """Points and types."""

    def reach(self, what: Locator) -> Locator:
        what.scroll_into_view_if_needed()
        return what

    def activate(self, what: Locator) -> None:
        what.click(position=what.evaluate(_MIDDLE))

    def write(self, field: str | Locator, text: str, within: Locator | None = None) -> None:
        self.field(field, within).fill(text)

    def choose(self, field: str | Locator, value: str, within: Locator | None = None) -> None:
        self.field(field, within).select_option(value)

    def tick(self, box: str | Locator, within: Locator | None = None) -> None:
        self.field(box, within).check()

    def bring(self, field: str | Locator, file: Path) -> None:
        with self.page.expect_file_chooser() as asked:
            self.field(field).click()
        asked.value.set_files(file)


class KeyHand(Hand):
    """Has no mouse: Tab, Enter, space, arrows. Wherever it arrives the focus is marked and in view."""

    def reach(self, what: Locator) -> Locator:
        wanted = what.element_handle()
        in_main = wanted.evaluate("e => !!e.closest('main')")
        for pressed in range(_MOST_KEYS):
            where = wanted.evaluate(_WHERE)
            if where == "here":
                assert wanted.evaluate(_SEEN), f"the focus on {what} is not to be seen"
                return what
            self.page.keyboard.press("Tab" if where == "after" else "Shift+Tab")
            if pressed == 0 and in_main and self.page.evaluate("document.activeElement.className") == "skip":
                self.page.keyboard.press("Enter")  # past what every page has on top
                # Else a busy browser goes there later, and takes the focus away from what is reached by then.
                self.page.wait_for_function("document.activeElement.className !== 'skip'")
        raise AssertionError(f"{what} is not reached in {_MOST_KEYS} keys")

    def activate(self, what: Locator) -> None:
        self.page.keyboard.press("Enter")

    def write(self, field: str | Locator, text: str, within: Locator | None = None) -> None:
        box = self.reach(self.field(field, within))
        if box.get_attribute("type") == "date":
            year, month, day = text.split("-")
            for first in (month + day, day + month):  # browsers ask in the order of their own language
                for _ in range(3):
                    self.page.keyboard.press("ArrowLeft")
                self.page.keyboard.type(first + year)
                if box.input_value() == text:
                    break
        else:
            self.page.keyboard.press("ControlOrMeta+a")
            if len(text) > _PASTED or "\n" in text:
                self.page.keyboard.insert_text(text)
            else:
                self.page.keyboard.type(text)
        assert box.input_value() == text

    def choose(self, field: str | Locator, value: str, within: Locator | None = None) -> None:
        box = self.reach(self.field(field, within))
        way = box.evaluate("(e, v) => [...e.options].findIndex(o => o.value === v) - e.selectedIndex", value)
        for _ in range(abs(way)):
            self.page.keyboard.press("ArrowDown" if way > 0 else "ArrowUp")
        assert box.input_value() == value

    def tick(self, box: str | Locator, within: Locator | None = None) -> None:
        wanted = self.field(box, within)
        if wanted.get_attribute("type") == "radio":
            group = self.page.locator(f"input[type=radio][name='{wanted.get_attribute('name')}']")
            chosen = group.locator(":scope:checked")
            self.reach(chosen if chosen.count() else group.first)
            if not chosen.count():
                self.page.keyboard.press("Space")
            for _ in range(group.count()):
                if wanted.is_checked():
                    break
                self.page.keyboard.press("ArrowDown")
        else:
            self.reach(wanted)
            if not wanted.is_checked():
                self.page.keyboard.press("Space")
        assert wanted.is_checked()

    def bring(self, field: str | Locator, file: Path) -> None:
        box = self.reach(self.field(field))
        with self.page.expect_file_chooser() as asked:
            self.page.keyboard.press("Enter")
        asked.value.set_files(file)
        assert box.input_value().endswith(file.name)

"""Words per second of `homeward.reading.read`, on one core, over the reports of the tests and any files named.

    python benchmarks/reading_speed.py [FILE ...]

Each report is read with eight invented sought people, as casework does. Files named are read as plain text.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from homeward.names import Spotter
from homeward.reading import Document, read
from homeward.records import PartialDate

EXAMPLES = Path(__file__).parent.parent / "tests" / "reading" / "examples"
PEOPLE = [
    "Dana Mirell",
    "Oskar Venn",
    "Ilan Tessa",
    "Marta Quill",
    "Юрий Лесной",
    "דנה מירל",
    "دانا ميريل",
    "Ines Varga",
]
DAY = PartialDate.read("2024-05-31")
LEAST_SECONDS = 2.0


def measure(texts: list[str], sought: Spotter | None) -> tuple[int, int, float]:
    """Words, proposals and seconds of reading all texts until enough time has passed to measure."""
    words = proposals = 0
    started = time.process_time()
    while time.process_time() - started < LEAST_SECONDS:
        for text in texts:
            reading = read(Document(text, DAY, "Example Press"), sought=sought, sought_count=8)
            words += len(text.split())
            proposals += len(reading.proposals)
    return words, proposals, time.process_time() - started


def main() -> None:
    """Print one line per set of texts, without and with sought people."""
    spotter = Spotter([(str(number), [name]) for number, name in enumerate(PEOPLE)])
    sets = {code: [p.read_text("utf-8").split("\n---\n")[1] for p in sorted((EXAMPLES / code).glob("*.txt"))]
            for code in ("en", "ru", "he", "ar")}  # fmt: skip
    if len(sys.argv) > 1:
        sets["files named"] = [Path(name).read_text("utf-8") for name in sys.argv[1:]]
    for name, texts in sets.items():
        for label, sought in (("rules alone", None), ("with a spotter", spotter)):
            words, proposals, seconds = measure(texts, sought)
            found = 1000 * proposals / words
            print(f"{name:12} {label:15} {words / seconds:>9,.0f} words/s {found:>5.0f} proposals per 1,000 words")


if __name__ == "__main__":
    main()

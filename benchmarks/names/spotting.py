"""Words a second of `homeward.names.Spotter` on made-up text, with few and with many people to look for.

    python -m benchmarks.names.spotting [--words 100000] [--people 8,1000]

In: nothing; the same names and text on every machine. Out: a line for each number of people. Leaves to others: the
whole reading (`benchmarks/reading/speed.py`), searching (`speed`).
"""

from __future__ import annotations

import argparse
import random
import time

from homeward.names import Spotter

_CONSONANTS = ("b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "sh", "ch", "kh")
_SYLLABLES = [c + v for c in _CONSONANTS for v in ("a", "e", "i", "o", "u", "ai", "ar", "en")]


def main() -> None:
    """Spot and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=100_000)
    parser.add_argument("--people", default="8,1000")
    options = parser.parse_args()
    dice = random.Random(7)
    given, family = ([_make_up(dice).capitalize() for _ in range(count)] for count in (3000, 30000))
    counts = [int(count) for count in options.people.split(",")]
    names = [f"{dice.choice(given)} {dice.choice(family)}" for _ in range(max(counts))]
    # One word in four is a given name of the people looked for: more than any report has.
    text = " ".join(dice.choice(given) if dice.random() < 0.25 else _make_up(dice) for _ in range(options.words))
    for count in counts:
        spotter = Spotter((str(number), [name]) for number, name in enumerate(names[:count]))
        start = time.perf_counter()
        found = spotter.spot(text)
        seconds = time.perf_counter() - start
        print(f"{count:,} people: {options.words / seconds:,.0f} words/s, {len(list(found))} places", flush=True)


def _make_up(dice: random.Random) -> str:
    return "".join(dice.choice(_SYLLABLES) for _ in range(dice.choice((2, 2, 3))))


if __name__ == "__main__":
    main()

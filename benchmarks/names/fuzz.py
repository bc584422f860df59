"""Ten thousand strange strings through the name engine: nothing may raise, and nothing may take long.

    python -m benchmarks.names.fuzz [--count 10000] [--gallery 20000] [--seed 2026] [--slow-ms 50] [--json FILE]

In: nothing but a seed; the gallery is made of the parts of pairs.tsv. Out: the slowest strings by function; exit
status 1 if anything raised or took too long. Leaves to others: whether the answers are right (`quality`, `pairs`).

Each string is parsed, compared with a usual name, with itself and with the string before it, and searched for in an
index of usual names; then an index of all of them is built, saved, opened and asked for each. Times are those of a
process with one thread, so that other processes do not count. What took too long is done once more in a fresh
process, which has learnt nothing of the string; the lesser time counts.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import traceback
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.names.pairs import read_pairs
from benchmarks.names.speed import ONE_THREAD

from homeward.names import Index, compare, parse

Raised = tuple[str, int, str]
Told = dict[str, list[Any]]

USUAL = "Anna Maria Weiss"
FUNCTIONS = (
    "parse",
    "compare, usual name",
    "compare, itself",
    "compare, string before",
    "search",
    "search, strange index",
)
_WARMING = ("Anna Weiss", "Юрий Лесной", "דנה מירל", "دانا ميريل", "김민준", "王小明", "สมชาย ใจดี", "Иво")
LONGEST = 10_000
_SHOWN = 3
_ASSIGNED = [
    code for code in range(0x21, 0x30000) if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs", "Cc", "Cf")
]
_LETTERS = [code for code in _ASSIGNED if chr(code).isalpha()]
_MARKS = [code for code in _ASSIGNED if unicodedata.category(chr(code))[0] == "M"]
_HIDDEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u061c\u180e\u3164\uffa0\u115f"
_TURNING = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_EXPANDING = "\ufdfa\ufdfb\u3300\u33ff\ufb03\u1e9e\u0130\u0149\u01f0\u0390\u1fb7\u2a74\u321d\u337f\U0001f16c"
_PARTICLES = (
    *("bin", "ibn", "al", "el", "de la", "van", "von der", "abu", "abd", "abdul", "Dr."),
    *("بن", "ال", "אל", "בן", "оглы"),
)
_JOINERS = ("-", ",", ", ", " - ", "'", "’", "\u05be", "·", "/", "--", ",,", "\u2010", " ,", "־-")
_EMOJI = "😀🙏👩\u200d👩\u200d👧🏳️\u200d🌈🇮🇱🇰🇷❤️🕊️1️⃣🧑🏽"


def main() -> int:
    """Run and print; 1 if something raised or was slow."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--gallery", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--slow-ms", type=float, default=50.0)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--trial", type=Path, help=argparse.SUPPRESS)  # this process is one of the trials
    options = parser.parse_args()
    texts = strange_strings(options.count, options.seed)
    if options.trial:
        print(json.dumps(_Trial(options.trial).run(texts, json.loads(sys.stdin.read()))))
        return 0
    raised: list[Raised] = []
    with tempfile.TemporaryDirectory(prefix="names-fuzz-") as made:
        folder = Path(made)
        usual = usual_names(options.gallery, options.seed)
        _index(usual).save(folder / "usual")
        start = time.process_time()
        try:
            _index(texts).save(folder / "strange")
        except Exception:  # whatever it is, it is what is looked for here
            raised.append(("build", -1, traceback.format_exc()))
            _index([text for text in texts if _builds(text)]).save(folder / "strange")
        build_ms = 1000 * (time.process_time() - start) / max(1, len(texts))
        print(f"{len(texts):,} strange strings; an index of them took {build_ms:.2f} ms each", flush=True)
        told = _try(options, folder, range(len(texts)))
        times, found = dict(told["times"]), set(told["found"])
        raised += told["raised"]
        slow = [at for at, row in times.items() if any(ms > options.slow_ms for ms in row.values())]
        for at, row in _try(options, folder, slow)["times"] if slow else ():
            times[at] = {name: min(ms, row[name]) for name, ms in times[at].items()}
    worst = _show(texts, times)
    late = [(at, name, ms) for at, row in times.items() for name, ms in row.items() if ms > options.slow_ms]
    for name, at, trace in raised[:20]:
        print(f"RAISED in {name}: {_shown(texts[at]) if at >= 0 else ''}\n{trace}")
    findable = {at for at, text in enumerate(texts) if _has_parts(text)}
    print(f"found again among the strange strings: {len(findable & found):,} of {len(findable):,} that have a part")
    missed = Counter(KINDS[at % len(KINDS)].__name__.strip("_") for at in findable - found)
    print("    not found:", ", ".join(f"{kind} {number}" for kind, number in missed.most_common()) or "none")
    print(
        f"raised: {len(raised)}; over {options.slow_ms:g} ms: {len(late)}, {len({at for at, _, _ in late})} strings"
    )
    if options.json:
        numbers = {
            "count": len(texts), "slow_ms": options.slow_ms, "raised": len(raised), "late": len(late), "worst": worst,
            "build_ms": build_ms, "findable": len(findable), "found": len(findable & found),
        }  # fmt: skip
        options.json.write_text(json.dumps(numbers, indent=1) + "\n", encoding="utf-8")
    return 1 if raised or late else 0


def strange_strings(count: int, seed: int) -> list[str]:
    """Strings of every kind below in equal shares; the same for the same seed."""
    dice = random.Random(seed)
    return [KINDS[number % len(KINDS)](dice) for number in range(count)]


def usual_names(count: int, seed: int) -> list[str]:
    """So many distinct names in many scripts: those of pairs.tsv, then their first and last words drawn anew."""
    dice = random.Random(seed)
    names = dict.fromkeys(name for pair in read_pairs() for name in (pair.left, pair.right))
    by_script: dict[str, list[list[str]]] = defaultdict(list)
    for name in names:
        by_script[parse(name).script].append(name.split())
    rows = list(by_script.values())
    weights = [len(row) for row in rows]
    for _ in range(50 * count):
        if len(names) >= count:
            break
        (found,) = dice.choices(rows, weights)
        one, other, third = (dice.choice(found) for _ in range(3))
        words = [one[0], *([third[0]] if dice.random() < 0.4 else []), other[-1]]
        names[" ".join(dict.fromkeys(words))] = None
    return list(names)[:count]


class _Trial:
    """Runs strings through every function, in a process of its own that has met none of them."""

    def __init__(self, folder: Path) -> None:
        self._usual, self._strange = Index.open(folder / "usual"), Index.open(folder / "strange")
        for name in _WARMING:
            compare(USUAL, name)
            for index in (self._usual, self._strange):
                index.search(name)
                index.search(name[::-1])

    def run(self, texts: Sequence[str], asked: Sequence[int]) -> Told:
        """Milliseconds by string and function, what raised, and the strings found again."""
        told: Told = {"times": [], "raised": [], "found": []}
        for at in asked:
            row: dict[str, float] = {}
            for name, call in self._calls(texts[at], texts[at - 1] if at else "").items():
                start = time.process_time()
                try:
                    got = call()
                except Exception:  # whatever it is, it is what is looked for here
                    got = None
                    told["raised"].append((name, at, traceback.format_exc()))
                row[name] = 1000 * (time.process_time() - start)
                if name == FUNCTIONS[-1] and any(one.text == texts[at][:LONGEST] for one in got or ()):
                    told["found"].append(at)
            told["times"].append((at, row))
        return told

    def _calls(self, text: str, before: str) -> dict[str, Callable[[], Any]]:
        calls: tuple[Callable[[], Any], ...] = (
            lambda: parse(text),
            lambda: compare(USUAL, text),
            lambda: compare(text, text),
            lambda: compare(before, text),
            lambda: self._usual.search(text),
            lambda: self._strange.search(text),
        )
        return dict(zip(FUNCTIONS, calls, strict=True))


def _index(texts: Sequence[str]) -> Index:
    return Index.build([(str(number), text) for number, text in enumerate(texts)])


def _builds(text: str) -> bool:
    with contextlib.suppress(Exception):
        _index([text])
        return True
    return False


def _has_parts(text: str) -> bool:
    with contextlib.suppress(Exception):
        return bool(parse(text).telling)
    return False


def _try(options: argparse.Namespace, folder: Path, asked: Sequence[int]) -> Told:
    """Run the strings of these numbers in a fresh process with one thread."""
    command = [sys.executable, "-m", "benchmarks.names.fuzz", "--trial", str(folder)]
    command += ["--count", str(options.count), "--seed", str(options.seed)]
    done = subprocess.run(
        command,
        input=json.dumps(list(asked)),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env={**os.environ, **ONE_THREAD},
    )
    told: Told = json.loads(done.stdout.splitlines()[-1])
    return told


def _show(texts: Sequence[str], times: dict[int, dict[str, float]]) -> dict[str, float]:
    """Print the slowest strings of each function; the slowest time of each."""
    worst = {}
    for name in FUNCTIONS:
        ordered = sorted(((row[name], at) for at, row in times.items() if name in row), reverse=True)
        worst[name] = ordered[0][0] if ordered else 0.0
        middle = ordered[len(ordered) // 2][0] if ordered else 0.0
        print(f"{name:26} median {middle:6.2f} ms, slowest {worst[name]:6.2f}")
        for ms, at in ordered[:_SHOWN]:
            print(f"    {ms:7.2f} ms  no. {at}, {KINDS[at % len(KINDS)].__name__.strip('_')}, {_shown(texts[at])}")
    return worst


def _shown(text: str) -> str:
    return f"{len(text):,} characters: {text[:40]!a}"


# --- kinds of strange strings ------------------------------------------------------------------------------------


def _draw(dice: random.Random, codes: Sequence[int], longest: int) -> str:
    return "".join(chr(dice.choice(codes)) for _ in range(dice.randrange(1, longest + 1)))


def _near(dice: random.Random) -> list[int]:
    """Letters of one place in Unicode, so that most are of one script."""
    at = dice.randrange(len(_LETTERS))
    return _LETTERS[max(0, at - 20) : at + 20]


def _empty(dice: random.Random) -> str:
    return dice.choice(
        ("", " ", "\t\n", "\u00a0\u2003", "\u3000", ".", "-", "''", "...", ",", "()", "\0", " \u200f ")
    )


def _emoji(dice: random.Random) -> str:
    text = "".join(dice.choice(_EMOJI) for _ in range(dice.randrange(1, 30)))
    return f"Anna {text} Weiss" if dice.random() < 0.5 else text


def _control(dice: random.Random) -> str:
    return "".join(
        chr(dice.choice([*range(32), *range(0x7F, 0xA0), 0x41, 0x5D0])) for _ in range(dice.randrange(1, 40))
    )


def _mixed_scripts(dice: random.Random) -> str:
    return _draw(dice, _LETTERS, 40)


def _mixed_words(dice: random.Random) -> str:
    return " ".join(_draw(dice, _near(dice), 10) for _ in range(dice.randrange(1, 8)))


def _one_script(dice: random.Random) -> str:
    codes = _near(dice)
    return " ".join(_draw(dice, codes, 12) for _ in range(dice.randrange(1, 5)))


def _anything(dice: random.Random) -> str:
    return _draw(dice, _ASSIGNED, 60)


def _any_code(dice: random.Random) -> str:
    return "".join(chr(dice.randrange(0x110000)) for _ in range(dice.randrange(1, 40)))


def _long_words(dice: random.Random) -> str:
    codes = _LETTERS if dice.random() < 0.3 else _near(dice)
    text = ""
    while len(text) < LONGEST:
        text += _draw(dice, codes, 12) + " "
    return text[:LONGEST]


def _long_part(dice: random.Random) -> str:
    length = dice.choice((50, 200, 1000, LONGEST))
    codes = _near(dice)
    return "".join(chr(dice.choice(codes)) for _ in range(length))


def _long_repeat(dice: random.Random) -> str:
    piece = dice.choice(
        ("a", "ab", "א", "محمد ", "王", "a-", "a,", "ا", "\u0301", "bin ", "가", "ы ", "a.", "ß", "ﷺ")
    )
    return (piece * LONGEST)[: dice.choice((300, 2000, LONGEST))]


def _lone_marks(dice: random.Random) -> str:
    text = _draw(dice, _MARKS, 30)
    return text if dice.random() < 0.5 else f"A{text} B{_draw(dice, _MARKS, 200)}"


def _turned(dice: random.Random) -> str:
    name = dice.choice(("דנה מירל", "دانا ميريل", "Anna Weiss", "Юрий Лесной"))
    return "".join(letter + (dice.choice(_TURNING) if dice.random() < 0.4 else "") for letter in name)


def _hidden(dice: random.Random) -> str:
    name = dice.choice(("דנה מירל", "محمد علی", "Anna Weiss", "김민준", ""))
    return dice.choice(_HIDDEN) + "".join(c + (dice.choice(_HIDDEN) if dice.random() < 0.5 else "") for c in name)


def _surrogates(dice: random.Random) -> str:
    lone = "".join(chr(dice.randrange(0xD800, 0xE000)) for _ in range(dice.randrange(1, 6)))
    return dice.choice((lone, f"Anna{lone} Weiss", f"Anna {lone}", lone + "א"))


def _digits(dice: random.Random) -> str:
    codes = [*range(0x30, 0x3A), *range(0x660, 0x66A), *range(0x966, 0x970), 0x2160, 0xBD, 0x2460, 0x4E09]
    text = _draw(dice, codes, 20)
    return text if dice.random() < 0.5 else f"Anna {text} Weiss {text}"


def _private(dice: random.Random) -> str:
    codes = [*range(0xE000, 0xF8FF, 37), 0xF0000, 0x10FFFD, 0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE]
    return _draw(dice, codes, 12) + dice.choice(("", " Weiss"))


def _many_parts(dice: random.Random) -> str:
    words = ("Anna", "Weiss", "דנה", "محمد", "Юрий", "Lee", "김", "王小明", "O'Neil", "J.")
    return " ".join(dice.choice(words) for _ in range(dice.choice((13, 40, 200, 1500))))


def _particles(dice: random.Random) -> str:
    words = [dice.choice(_PARTICLES) for _ in range(dice.choice((1, 2, 5, 20, 300)))]
    if dice.random() < 0.5:
        words.insert(dice.randrange(len(words) + 1), "Weiss")
    return " ".join(words)


def _joiners(dice: random.Random) -> str:
    words = [
        dice.choice(("Anna", "Weiss", "בן", "al", "Al", "", "x", "Юрий")) for _ in range(dice.choice((2, 4, 12, 60)))
    ]
    return "".join(word + dice.choice(_JOINERS) for word in words)


def _expanding(dice: random.Random) -> str:
    text = "".join(dice.choice(_EXPANDING) for _ in range(dice.choice((1, 3, 20, 400))))
    return dice.choice((text, f"Anna {text}", f"{text} {text}", " ".join(text)))


def _initials(dice: random.Random) -> str:
    return " ".join(chr(dice.choice(_LETTERS)) + dice.choice((".", "", "-")) for _ in range(dice.randrange(1, 20)))


def _unspaced(dice: random.Random) -> str:
    first, last = dice.choice(
        ((0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0x3041, 0x30FA), (0xE01, 0xE2E), (0x1780, 0x17B3))
    )
    return "".join(chr(dice.randrange(first, last)) for _ in range(dice.choice((1, 2, 3, 5, 30, 400))))


KINDS: tuple[Callable[[random.Random], str], ...] = (
    _empty, _emoji, _control, _mixed_scripts, _mixed_words, _one_script, _anything, _any_code, _long_words,
    _long_part, _long_repeat, _lone_marks, _turned, _hidden, _surrogates, _digits, _private, _many_parts, _particles,
    _joiners, _expanding, _initials, _unspaced,
)  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())

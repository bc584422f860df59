"""Whether the labelled name pairs are well formed, and how they are spread over classes and languages.

In: pairs.tsv beside this file, or the file named on the command line.
Out: a table of counts by class and by language, then every fault with its line; exit status 1 where there is one.

    python benchmarks/names/check_pairs.py [FILE]
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import NamedTuple

POSITIVE = [
    "transliteration",
    "romanisation",
    "order",
    "initial",
    "dropped",
    "extra",
    "title",
    "article-particle",
    "joined-split",
    "diminutive",
    "known-form",
    "typo",
    "ocr",
    "accents",
    "kunya",
    "patronymic",
    "married-form",
]
NEGATIVE = [
    "brothers",
    "father-and-son",
    "lookalike-given",
    "same-family",
    "same-given",
    "gender-pair",
    "lookalike-family",
    "chain",
    "common-only",
]
LEAST_PAIRS, LEAST_A_NEGATIVE_CLASS, LEAST_LANGUAGES, LEAST_NAMES = 860, 35, 32, 600

# Which languages a letter of this script may come from. Latin letters may stand in any pair.
SCRIPT_LANGUAGES = {
    "ARABIC": "ar fa prs ps ur ckb ku",
    "HEBREW": "he",
    "CYRILLIC": "ru uk be bg sr kk tg uz ky",
    "ETHIOPIC": "am ti",
    "DEVANAGARI": "hi ne",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "THAI": "th",
    "LAO": "lo",
    "MYANMAR": "my",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "GREEK": "el",
    "HANGUL": "ko",
    "CJK": "zh yue ja ko",
    "KATAKANA": "ja",
    "HIRAGANA": "ja",
}
NARROW_JOINER = "\u200c"  # Persian and Urdu write it inside names; every other unseen sign is a slip
JAPANESE = {"CJK", "HIRAGANA", "KATAKANA"}


class Pair(NamedTuple):
    """One line of the file; the fields are its columns."""

    line: int
    same: str
    sure: str
    kind: str
    languages: str
    left: str
    right: str
    why: str


def read(path: Path) -> tuple[list[Pair], list[str]]:
    """In: the file. Out: its pairs, and a fault for every line that has not seven columns."""
    pairs, faults = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) == 7:
            pairs.append(Pair(number, *columns))
        else:
            faults.append(f"line {number}: {len(columns)} columns, not 7")
    return pairs, faults


def scripts(text: str) -> set[str]:
    """In: a name or a word of one. Out: the scripts of its letters, as Unicode's character names begin."""
    begins = {unicodedata.name(letter, "UNKNOWN").split()[0] for letter in text if letter.isalpha()}
    return {"CJK" if begin == "IDEOGRAPHIC" else begin for begin in begins} - {"MODIFIER", "KATAKANA-HIRAGANA"}


def faults_of(pair: Pair) -> list[str]:
    """In: one pair. Out: what is wrong with it, without the line."""
    found = []
    if pair.kind not in POSITIVE + NEGATIVE:
        found.append(f"unknown class {pair.kind}")
    elif pair.same != ("yes" if pair.kind in POSITIVE else "no"):
        found.append(f"{pair.kind} is labelled {pair.same!r}")
    if pair.sure not in ("certain", "likely"):
        found.append(f"sure is {pair.sure!r}")
    if not re.fullmatch(r"[a-z]{2,3}(-[a-z]{2,3}){0,2}", pair.languages):
        found.append(f"languages is {pair.languages!r}")
    codes = set(pair.languages.split("-"))
    for text in pair[4:]:
        if not text or text != " ".join(text.split()) or text != unicodedata.normalize("NFC", text):
            found.append(f"empty, stray space, or not NFC: {text!r}")
        if any(unicodedata.category(sign) in ("Cc", "Cf") and sign != NARROW_JOINER for sign in text):
            found.append(f"unseen sign: {text!r}")
    for name in (pair.left, pair.right):
        for script in scripts(name) - {"LATIN"}:
            if not codes & set(SCRIPT_LANGUAGES.get(script, "").split()):
                found.append(f"{script} letters in {name!r}, but languages is {pair.languages}")
        for word in re.split(r"[\s\-()]+", name):
            if pair.kind != "ocr" and len(scripts(word)) > 1 and not scripts(word) <= JAPANESE:
                found.append(f"two scripts in the word {word!r}")
    return found


def repeats(pairs: list[Pair]) -> list[str]:
    """In: all pairs. Out: pairs that come twice, mirrored or not, or that set a name beside itself."""
    seen: dict[frozenset[str], int] = {}
    found = []
    for pair in pairs:
        key = frozenset((pair.left.casefold(), pair.right.casefold()))
        if len(key) == 1:
            found.append(f"line {pair.line}: both names are the same")
        elif key in seen:
            found.append(f"line {pair.line}: the pair of line {seen[key]} again")
        seen.setdefault(key, pair.line)
    return found


def shortfalls(pairs: list[Pair]) -> list[str]:
    """In: all pairs. Out: which of the counts the set was made for are not reached."""
    classes = Counter(pair.kind for pair in pairs)
    negatives = sum(pair.same == "no" for pair in pairs)
    names = {name for pair in pairs for name in (pair.left, pair.right)}
    languages = {pair.languages.split("-")[0] for pair in pairs}
    found = [f"class {k}: {classes[k]} pairs" for k in NEGATIVE if classes[k] < LEAST_A_NEGATIVE_CLASS]
    found += [f"class {k}: none" for k in POSITIVE if not classes[k]]
    if len(pairs) < LEAST_PAIRS or 2 * negatives < len(pairs):
        found.append(f"{len(pairs)} pairs, {negatives} of them negative: too few, or less than half")
    if len(languages) < LEAST_LANGUAGES or len(names) < LEAST_NAMES:
        found.append(f"{len(languages)} languages, {len(names)} names: too few")
    for language in sorted(languages):
        labels = {pair.same for pair in pairs if language in pair.languages.split("-")}
        if len(labels) == 1:
            found.append(f"language {language} is always {labels.pop()}")
    return found


def table(pairs: list[Pair]) -> str:
    """In: all pairs. Out: counts by class and by language, as lines of text."""
    kinds = Counter((pair.kind, pair.sure) for pair in pairs)
    lines = [f"{'class':<18}{'same':<6}{'certain':>8}{'likely':>8}{'all':>6}"]
    for kind in POSITIVE + NEGATIVE:
        certain, likely = kinds[kind, "certain"], kinds[kind, "likely"]
        same = "yes" if kind in POSITIVE else "no"
        lines.append(f"{kind:<18}{same:<6}{certain:>8}{likely:>8}{certain + likely:>6}")
    anywhere = Counter((code, pair.same) for pair in pairs for code in set(pair.languages.split("-")))
    first = Counter((pair.languages.split("-")[0], pair.same) for pair in pairs)
    lines += ["", f"{'language':<10}{'of the name: yes':>18}{'no':>6}{'anywhere: yes':>16}{'no':>6}"]
    for code in sorted({code for code, _ in anywhere}, key=lambda c: (-anywhere[c, "yes"] - anywhere[c, "no"], c)):
        lines.append(
            f"{code:<10}{first[code, 'yes']:>18}{first[code, 'no']:>6}"
            f"{anywhere[code, 'yes']:>16}{anywhere[code, 'no']:>6}"
        )
    labels = Counter(pair.same for pair in pairs)
    names = {name for pair in pairs for name in (pair.left, pair.right)}
    across = Counter(pair.same for pair in pairs if scripts(pair.left) != scripts(pair.right))
    lines += [
        "",
        f"{len(pairs)} pairs: {labels['yes']} yes, {labels['no']} no; {len(names)} names as written; "
        f"{len({code for code, _ in first})} languages that a name comes from",
        f"across scripts: {across['yes']} yes, {across['no']} no; "
        f"in one script: {labels['yes'] - across['yes']} yes, {labels['no'] - across['no']} no",
    ]
    return "\n".join(lines)


def main() -> int:
    """In: the command line. Out: the exit status; the table and the faults are printed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, default=Path(__file__).with_name("pairs.tsv"))
    pairs, faults = read(parser.parse_args().file)
    faults += [f"line {pair.line}: {fault}" for pair in pairs for fault in faults_of(pair)]
    faults += repeats(pairs) + shortfalls(pairs)
    print(table(pairs))
    print("\n".join(["", f"{len(faults)} faults", *faults]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

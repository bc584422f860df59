"""The questions that name engines are asked: who is looked for, among whom, and who is right.

In: the folder of the public data. Out: `Task`s: queries with their right answers, and the gallery.
Leaves to others: asking them (`quality`, `peers`).

Nothing here is tuned on: queries are rows of the -dev files, or noise made by this module's own rules.
"""

from __future__ import annotations

import gzip
import random
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

PART_LANGUAGES = ("arabic", "russian", "hebrew", "japanese", "katakana", "korean", "chinese")
FULL_LANGUAGES = ("hebrew", "korean")
PLACE_SCRIPTS = 15


@dataclass(frozen=True, slots=True)
class Task:
    """One question.

    Attributes:
        group: "parts", "full", "places" or "noise".
        name: language, script or kind of noise, with the direction where there are two.
        queries: (name asked for, right answers), each answer a name of the gallery.
    """

    group: str
    name: str
    queries: list[tuple[str, set[str]]]
    gallery: list[str]


def read_rows(path: Path) -> list[tuple[str, str, str]]:
    """(language or script, Latin form, native form) of each line."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [(row[0], row[1], row[2]) for line in lines if len(row := line.rstrip("\n").split("\t")) == 3]


def part_tasks(data: Path, *, part: str = "dev") -> Iterator[Task]:
    """Single name parts, English to native and back; the gallery is all distinct forms of the file, by language."""
    rows = read_rows(data / f"tokens-{part}.tsv.gz")
    for language in PART_LANGUAGES:
        pairs = [(latin, native) for found, latin, native in rows if found == language]
        yield _both_ways("parts", f"{language}, from English", pairs)
        yield _both_ways("parts", f"{language}, to English", [(native, latin) for latin, native in pairs])


def full_tasks(data: Path, *, part: str = "dev") -> Iterator[Task]:
    """Whole names, both ways; the gallery is all distinct forms of full-train and of this file, by language."""
    rows, train = read_rows(data / f"full-{part}.tsv.gz"), read_rows(data / "full-train.tsv.gz")
    for language in FULL_LANGUAGES:
        pairs = [(latin, native) for found, latin, native in rows if found == language]
        others = [(latin, native) for found, latin, native in train if found == language]
        yield _both_ways("full", f"{language}, from English", pairs, [native for _, native in others])
        yield _both_ways(
            "full", f"{language}, to English", [(b, a) for a, b in pairs], [latin for latin, _ in others]
        )


def place_tasks(data: Path) -> Iterator[Task]:
    """Places held out from training (a tenth, by place), for the most frequent scripts; the gallery is all its forms."""
    rows = read_rows(data / "places.tsv.gz")
    for script, _ in Counter(script for script, _, _ in rows).most_common(PLACE_SCRIPTS):
        pairs = [(latin, native) for found, latin, native in rows if found == script]
        asked = [(latin, native) for latin, native in pairs if zlib.crc32(latin.encode()) % 10 == 0]
        yield _both_ways("places", script, asked, [native for _, native in pairs])


def noise_tasks(data: Path, *, gallery: int = 200_000, each: int = 500, seed: int = 2026) -> Iterator[Task]:
    """Latin names, each written wrongly in one of the ways that lists show, among many.

    The gallery is made of real names' parts (full-train and full-dev, Latin side), drawn anew as given and family names.
    """
    dice = random.Random(seed)
    rows = [latin for name in ("full-train", "full-dev") for _, latin, _ in read_rows(data / f"{name}.tsv.gz")]
    names = latin_gallery(rows, gallery, dice)
    known = set(names)
    for kind, spoil in NOISE.items():
        queries: list[tuple[str, set[str]]] = []
        while len(queries) < each:
            name = dice.choice(names)
            asked = spoil(name, dice)
            # What became another person's name of the gallery, or did not change, asks nothing.
            if asked and asked != name and asked not in known:
                queries.append((asked, {name}))
        yield Task("noise", kind, queries, names)


def latin_gallery(rows: list[str], count: int, dice: random.Random) -> list[str]:
    """So many distinct Latin names: those of the rows that look like names, then their parts drawn anew."""
    real = sorted({name for name in rows if 2 <= len(name.split()) <= 4 and all(_plain(p) for p in name.split())})
    given = [name.split()[0] for name in real]
    family = [name.split()[-1] for name in real]
    middle = [p for name in real for p in name.split()[1:-1]] or given
    names = dict.fromkeys(dice.sample(real, min(len(real), count // 3)))
    while len(names) < count:
        parts = [dice.choice(given), dice.choice(family)]
        if dice.random() < 0.25:
            parts.insert(1, dice.choice(middle if dice.random() < 0.5 else given))
        names[" ".join(parts)] = None
    return list(names)


def _plain(part: str) -> bool:
    return len(part) >= 2 and all(c.isalpha() or c in "-'’" for c in part) and not part.isupper()


def _both_ways(group: str, name: str, pairs: list[tuple[str, str]], others: list[str] | None = None) -> Task:
    right: dict[str, set[str]] = defaultdict(set)
    for asked, answer in pairs:
        right[asked].add(answer)
    gallery = dict.fromkeys([*(answer for _, answer in pairs), *(others or ())])
    return Task(group, name, list(right.items()), list(gallery))


# --- the ways in which lists write Latin names -----------------------------------------------------------------------

_Spoil = Callable[[str, random.Random], str]
_KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
_OCR = {
    "rn": "m",
    "m": "rn",
    "cl": "d",
    "d": "cl",
    "l": "1",
    "i": "l",
    "o": "0",
    "h": "b",
    "e": "c",
    "u": "v",
    "g": "q",
    "S": "5",
    "B": "8",
    "nn": "rm",
}
_MANNERS = [("kh", "h"), ("sh", "sch"), ("ch", "tch"), ("j", "dj"), ("zh", "j"), ("ts", "tz"), ("ou", "u"), ("u", "ou"), ("oo", "u"),
            ("ee", "i"), ("y", "i"), ("ia", "iya"), ("k", "q"), ("c", "k"), ("ph", "f"), ("v", "w"), ("w", "v"), ("ei", "ey"), ("ai", "ay"),
            ("ss", "s"), ("tt", "t"), ("th", "t"), ("z", "s"), ("x", "ks"), ("gh", "g"), ("aa", "a"), ("ie", "i"), ("ck", "k")]  # fmt: skip
_TITLES = ["Dr.", "Mr", "Mrs", "Capt.", "Prof.", "Sheikh", "Col.", "Haj", "Sgt", "Eng."]
# Given names in other languages; facts of onomastics, written by hand.
_ABROAD = {
    "John": ["Juan", "Giovanni", "Ivan", "Jean", "Johann", "Jan"], "Michael": ["Miguel", "Mikhail", "Michel", "Michele"],
    "Peter": ["Pedro", "Pyotr", "Pierre", "Pietro", "Petr"], "Paul": ["Pablo", "Pavel", "Paolo"], "James": ["Jaime", "Jacques", "Giacomo"],
    "Joseph": ["José", "Giuseppe", "Yusuf", "Josef"], "William": ["Guillermo", "Wilhelm", "Guillaume"], "Henry": ["Enrique", "Heinrich", "Henri"],
    "Charles": ["Carlos", "Karl", "Carlo"], "George": ["Jorge", "Georg", "Giorgio", "Georges", "Yuri"], "Andrew": ["Andrés", "Andrei", "André", "Andrea"],
    "Alexander": ["Alejandro", "Aleksandr", "Alexandre", "Alessandro"], "Anthony": ["Antonio", "Anton", "Antoine"], "Nicholas": ["Nicolás", "Nikolai", "Nicolas"],
    "Mary": ["Maria", "Marie", "Maryam"], "Elizabeth": ["Isabel", "Elisabetta", "Yelizaveta"], "Catherine": ["Catalina", "Ekaterina", "Katarina"],
    "Francis": ["Francisco", "Franz", "François"], "Stephen": ["Esteban", "Stefan", "Étienne", "Stepan"], "David": ["Davide", "Dawud"],
    "Daniel": ["Daniele", "Danylo"], "Thomas": ["Tomás", "Tommaso", "Foma"], "Philip": ["Felipe", "Filipp", "Philippe"], "Martin": ["Martín", "Martino"],
    "Anna": ["Hannah", "Anne", "Ana"], "Helen": ["Elena", "Hélène", "Yelena"], "Eugene": ["Eugenio", "Evgeny", "Eugène"], "Gabriel": ["Gavriil", "Gabriele", "Jibril"],
    "Matthew": ["Mateo", "Matvei", "Matthieu"], "Luke": ["Lucas", "Luca", "Luka"], "Mark": ["Marco", "Marc"], "Louis": ["Luis", "Ludwig", "Luigi"],
}  # fmt: skip


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")


def _typo(name: str, dice: random.Random) -> str:
    places = [at for at, c in enumerate(name) if c.isalpha()]
    at = dice.choice(places)
    kind = dice.randrange(4)
    low = name[at].lower()
    row = next((r for r in _KEYS if low in r), _KEYS[1])
    near = row[max(0, row.find(low) - 1) : row.find(low) + 2].replace(low, "") or "e"
    if kind == 0:
        return name[:at] + dice.choice(near) + name[at + 1 :]
    if kind == 1:
        return name[:at] + name[at + 1 :]
    if kind == 2:
        return name[:at] + dice.choice(near) + name[at:]
    return name[:at] + name[at : at + 2][::-1] + name[at + 2 :]


def _two_typos(name: str, dice: random.Random) -> str:
    return _typo(_typo(name, dice), dice)


def _order(name: str, dice: random.Random) -> str:
    parts = name.split()
    return f"{parts[-1]}, {' '.join(parts[:-1])}" if dice.random() < 0.5 else " ".join([parts[-1], *parts[:-1]])


def _initial(name: str, dice: random.Random) -> str:
    parts = name.split()
    return " ".join([parts[0], *(f"{p[0]}." for p in parts[1:-1]), parts[-1]]) if len(parts) > 2 else ""


def _given_initial(name: str, dice: random.Random) -> str:
    first, *rest = name.split()
    return " ".join([f"{first[0]}.", *rest])


def _dropped(name: str, dice: random.Random) -> str:
    parts = name.split()
    return " ".join([parts[0], parts[-1]]) if len(parts) > 2 else ""


def _joined(name: str, dice: random.Random) -> str:
    parts = name.split()
    if dice.random() < 0.5 or len(parts) == 2:
        return "".join(parts) if dice.random() < 0.5 else "".join([parts[0], *(p.lower() for p in parts[1:])])
    return " ".join([parts[0] + parts[1].lower(), *parts[2:]])


def _split(name: str, dice: random.Random) -> str:
    parts = name.split()
    long = [at for at, p in enumerate(parts) if len(p) >= 7 and "-" not in p]
    if not long:
        return ""
    at = dice.choice(long)
    cut = dice.randrange(3, len(parts[at]) - 2)
    parts[at] = f"{parts[at][:cut]} {parts[at][cut:]}"
    return " ".join(parts)


def _hyphen(name: str, dice: random.Random) -> str:
    parts = name.split()
    if any("-" in p for p in parts):
        return name.replace("-", " " if dice.random() < 0.5 else "")
    return " ".join([*parts[:-2], f"{parts[-2]}-{parts[-1]}"]) if len(parts) > 2 else ""


def _romanised(name: str, dice: random.Random) -> str:
    for _ in range(dice.choice((1, 2))):
        fitting = [(a, b) for a, b in _MANNERS if a in name]
        if fitting:
            a, b = dice.choice(fitting)
            name = name.replace(a, b, 1)
    return name


def _abroad(name: str, dice: random.Random) -> str:
    first, *rest = name.split()
    return " ".join([dice.choice(_ABROAD[first]), *rest]) if first in _ABROAD else ""


def _ocr(name: str, dice: random.Random) -> str:
    for _ in range(dice.choice((1, 2))):
        fitting = [a for a in _OCR if a in name]
        if fitting:
            a = dice.choice(fitting)
            name = name.replace(a, _OCR[a], 1)
    return name


def _accents(name: str, dice: random.Random) -> str:
    return _without_accents(name)


def _title(name: str, dice: random.Random) -> str:
    return f"{dice.choice(_TITLES)} {name}"


def _extra(name: str, dice: random.Random) -> str:
    parts = name.split()
    parts.insert(
        dice.randrange(1, len(parts) + 1),
        dice.choice(["Alan", "Rosa", "Karim", "Haddad", "Marek", "Silva", "Lev", "Okoye"]),
    )
    return " ".join(parts)


def _combined(name: str, dice: random.Random) -> str:
    for spoil in dice.sample([_typo, _order, _romanised, _accents, _title, _dropped], 2):
        name = spoil(name, dice) or name
    return name


NOISE: dict[str, _Spoil] = {
    "one typo": _typo, "two typos": _two_typos, "order": _order, "given name as initial": _given_initial, "middle initial": _initial,
    "dropped middle": _dropped, "joined": _joined, "split": _split, "hyphen": _hyphen, "romanisation": _romanised,
    "other language": _abroad, "OCR": _ocr, "lost accents": _accents, "title": _title, "extra name": _extra, "combined": _combined,
}  # fmt: skip

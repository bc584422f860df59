"""Names nobody need bear, and their Russian cases, for training on more names than the texts hold.

In: a random number generator. Out: given and family names, places, short names of bodies; a name in another case.
Leaves to others: where they are put (`swap`, `made`).
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from functools import lru_cache
from importlib.resources import files

from homeward.reading.entities import lists, russian
from homeward.reading.tables import words_of

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_CYRILLIC = re.compile(r"[а-яё]+(?:-[а-яё]+)?", re.IGNORECASE)
_FAMILY_ENDINGS = (
    "ов",
    "ев",
    "ин",
    "ский",
    "цкий",
    "енко",
    "чук",
    "юк",
    "ян",
    "швили",
    "дзе",
    "ич",
    "ко",
    "ых",
    "ов",
    "ев",
    "ин",
)
_SYLLABLES = sorted(
    words_of(
        """ба бай бе бен би бин бо бу ва вай ван ви во га ган гао ги го гу да дао до ду дун жу зе зян и ин ён ир ю
        юн ян ка ки ким ко ку кун ла ли лин ло лу ма май мин мо му мён на нам ни но нгу ок пак пан по рю сан се
        си син со сок су сун сын сон та тан ти то ту тун тхи у ун ха хан хва хён хо ху хун цай цзин цзя ци цу
        чан чен чжан чжи чжу чо чой чон ша ши шин шу эн"""
    )
)


class Markov:
    """Makes words like those it has seen, letter after letter, looking two back."""

    def __init__(self, words: list[str]) -> None:
        self._next: dict[str, list[str]] = defaultdict(list)
        for word in words:
            row = "^^" + word.lower() + "$"
            for at in range(2, len(row)):
                self._next[row[at - 2 : at]].append(row[at])

    def make(self, rng: random.Random) -> str:
        """A word of four to eleven letters."""
        while True:
            row = "^^"
            while not row.endswith("$") and len(row) < 15:
                row += rng.choice(self._next[row[-2:]])
            if row.endswith("$") and 4 <= len(row) - 3 <= 11 and "-" not in row:
                return row[2:-1].capitalize()


@lru_cache(maxsize=1)
def _tables() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"m": [], "f": [], "s": []}
    for name in ("given.tsv", "family.tsv"):
        for line in (files("homeward.names") / "resources" / name).read_text(encoding="utf-8").splitlines():
            kind, _, cell, *_ = (*line.split("\t"), "", "")
            forms = [word for word in cell.split() if _CYRILLIC.fullmatch(word)]
            if kind in found and forms:
                found[kind].append(forms[0])
    return found


@lru_cache(maxsize=4)
def _markov(kind: str) -> Markov:
    return Markov(_tables()[kind])


def given_name(rng: random.Random, sex: str) -> str:
    """A given name: out of our tables, or invented."""
    return rng.choice(_tables()[sex]) if rng.random() < 0.75 else _markov(sex).make(rng)


def family_name(rng: random.Random, sex: str) -> str:
    """A family name: out of our tables, invented, or invented on a Russian ending."""
    chance = rng.random()
    if chance < 0.35:
        name = rng.choice(_tables()["s"])
    elif chance < 0.7:
        name = _markov("s").make(rng)
    else:
        stem = _markov("s").make(rng).rstrip("аеёиоуыэюяйьъ")
        name = stem + rng.choice(_FAMILY_ENDINGS)
    if sex == "f":
        name = re.sub("(ов|ев|ёв|ин|ын)$", r"\1а", name)
        name = re.sub("(с|ц)кий$", r"\1кая", name)
        name = re.sub("ый$", "ая", name)
    return name


def eastern_name(rng: random.Random) -> list[str]:
    """Two or three short words, as Korean, Chinese and Burmese names are written in Russian."""
    return [rng.choice(_SYLLABLES).capitalize() for _ in range(rng.choice((2, 3, 3, 3, 4)))]


def place_name(rng: random.Random) -> str:
    """A state, town or region of one word; now and then an invented one."""
    if rng.random() < 0.2:
        return _markov("s").make(rng).rstrip("аеёиоуыэюяйьъ") + rng.choice(
            ("ск", "ия", "бург", "о", "ово", "абад", "ан", "а")
        )
    return rng.choice(_places())


@lru_cache(maxsize=1)
def _places() -> list[str]:
    names = sorted(n for n in lists.place_names("ru") if _CYRILLIC.fullmatch(n))
    return ["-".join(p.capitalize() for p in n.split("-")) for n in names]


def short_name(rng: random.Random) -> str:
    """Capitals that stand for a body."""
    return "".join(rng.choice("АБВГДЕКЛМНОПРСТУФХЦЭЮ") for _ in range(rng.choice((2, 3, 3, 3, 4, 4, 5))))


def in_case(word: str, case: str, *, family: bool = False, sex: str = "m", place: bool = False) -> str:
    """The word in a case, by the dictionary where it knows the word, else by its ending."""
    if case == "nomn" or not _CYRILLIC.fullmatch(word):
        return word
    for parse in russian.dictionary().parse(word):
        wanted = {"Surn"} if family else {"Name", "Geox", "Patr"}
        known = type(parse.methods_stack[0][0]).__name__ == "DictionaryAnalyzer"
        if known and wanted & set(parse.tag.grammemes) and "nomn" in parse.tag and "plur" not in parse.tag:
            if sex == "f" and "masc" in parse.tag:
                continue
            changed = parse.inflect({case})
            if changed:
                return "-".join(p.capitalize() for p in str(changed.word).split("-"))
    if place and case == "accs" and word[-1] not in "ая":
        return word
    return _by_ending(word, case, family, sex)


def _by_ending(word: str, case: str, family: bool, sex: str) -> str:
    low = word.lower()
    at = CASES.index(case) if case in CASES else CASES.index("loct" if case == "loc2" else "gent")
    if family and re.search("(ов|ев|ёв|ин|ын)а$", low):
        return word[:-1] + ("а", "ой", "ой", "у", "ой", "ой")[at]
    if family and low.endswith("ая"):
        return word[:-2] + ("ая", "ой", "ой", "ую", "ой", "ой")[at]
    if low[-1] in "оуыиэею" or (sex == "f" and low[-1] not in "аяь") or re.search("(ых|их)$", low):
        return word
    if family and re.search("(ов|ев|ёв|ин|ын)$", low):
        return word + ("", "а", "у", "а", "ым", "е")[at]
    if family and re.search("[сц]кий$|ый$|ой$", low):
        return word[:-2] + ("", "ого", "ому", "ого", "им" if low.endswith("кий") else "ым", "ом")[at]
    if low.endswith("ия"):
        return word[:-1] + ("я", "и", "и", "ю", "ей", "и")[at]
    if low.endswith("а"):
        return word[:-1] + ("а", "и" if low[-2] in "гкхжшчщ" else "ы", "е", "у", "ой", "е")[at]
    if low.endswith("я"):
        return word[:-1] + ("я", "и", "е", "ю", "ей", "е")[at]
    if low[-1] in "йь":
        if sex == "f":
            return word[:-1] + ("ь", "и", "и", "ь", "ью", "и")[at]
        return word[:-1] + ("", "я", "ю", "я", "ем", "е")[at]
    return word + ("", "а", "у", "а", "ом", "е")[at]

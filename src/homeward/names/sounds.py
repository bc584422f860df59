"""The common alphabet in which names of all scripts are compared: sounds, and letters that may stand for several.

In: nothing. Out: for every symbol the sounds it may stand for, and from these the price of writing one symbol where
another stands, or of leaving one out. A letter such as Hebrew vav (v, w, o, u or silent) is a symbol of its own, so
two abjads meet as well as an abjad and an alphabet do.
Leaves to others: spelling out a script in these symbols (`letters`), adding up prices (`distance`).

The prices are set by hand from phonetic features and common romanisations; 1.0 is one wholly different consonant.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

VOWELS = "aeiou@UIAö"
# Consonants: c = ts, C = tch, j = dzh, x = kh, S = sh, Z = zh, T = th, D = dh, G = gh, 7 = the g of "ng",
# q = k far back, 9 = an e at the end that may be mute, 8 = an h that may be mute, ' = a stop in the throat
_BASE = "pbtdkgfvszSZcCjxhmnlrwyTDG"

# The sounds a symbol may stand for, each with its price; "" means silent.
_SPELLS: dict[str, dict[str, float]] = {
    # vowels
    "@": {"a": 0.0, "o": 0.05, "e": 0.1, "i": 0.2, "u": 0.2},
    "U": {"u": 0.0, "o": 0.1, "w": 0.1},
    "I": {"i": 0.0, "e": 0.1, "y": 0.1},
    "A": {"a": 0.0, "o": 0.15},
    "ö": {"o": 0.1, "e": 0.1, "u": 0.15},
    "9": {"e": 0.0, "a": 0.2, "i": 0.25, "": 0.08},
    # weak consonants
    "7": {"g": 0.0, "k": 0.2, "": 0.08},
    "8": {"h": 0.0, "": 0.08, "x": 0.2},
    "'": {"": 0.05, "a": 0.1, "e": 0.15, "o": 0.2},
    "q": {"k": 0.0, "g": 0.15, "x": 0.3},
    # Latin letters that differ from language to language
    "H": {"C": 0.0, "x": 0.1, "k": 0.15, "S": 0.12, "h": 0.3},  # ch
    "J": {"j": 0.0, "y": 0.05, "Z": 0.08, "x": 0.15, "h": 0.15},  # j
    "Y": {"y": 0.0, "i": 0.0, "e": 0.2, "u": 0.2},  # y
    "W": {"w": 0.0, "v": 0.0},  # w
    "V": {"v": 0.0, "w": 0.05, "f": 0.1},  # v
    "E": {"s": 0.0, "c": 0.1, "k": 0.25, "C": 0.1, "j": 0.25},  # c before e, i
    "g": {"g": 0.0},
    "B": {"g": 0.0, "j": 0.02, "Z": 0.1, "x": 0.2, "h": 0.2, "y": 0.3},  # g before e, i
    "z": {"z": 0.0, "c": 0.15, "s": 0.2},
    "ż": {"z": 0.0},
    "s": {"s": 0.0, "z": 0.15},
    "ś": {"S": 0.0, "s": 0.1},
    "ł": {"l": 0.0, "y": 0.15},  # ll
    "ñ": {"n": 0.05, "y": 0.4},
    # Cyrillic
    "г": {"g": 0.0, "h": 0.03, "G": 0.1},
    "х": {"x": 0.0, "h": 0.0, "k": 0.3},
    # Hebrew
    "א": {"a": 0.0, "e": 0.05, "o": 0.12, "i": 0.15, "u": 0.15, "": 0.1},
    "ב": {"b": 0.0, "v": 0.0},
    "ה": {"h": 0.0, "a": 0.1, "e": 0.15, "": 0.2},
    "ו": {"v": 0.0, "w": 0.0, "o": 0.0, "u": 0.0, "": 0.4},
    "ח": {"x": 0.0, "h": 0.0, "k": 0.35},
    "י": {"i": 0.0, "y": 0.0, "e": 0.1, "a": 0.3, "": 0.35},
    "כ": {"k": 0.0, "x": 0.0, "h": 0.25},
    "ע": {"a": 0.02, "": 0.05, "e": 0.1, "o": 0.1, "u": 0.15, "i": 0.15},
    "פ": {"p": 0.0, "f": 0.0},
    "צ": {"c": 0.0, "z": 0.15, "s": 0.2, "C": 0.15},
    "ש": {"S": 0.0, "s": 0.1},
    "ת": {"t": 0.0, "T": 0.0},
    "ס": {"s": 0.0, "c": 0.3},
    "ז": {"z": 0.0, "D": 0.15, "s": 0.25},
    # Arabic
    "ا": {"a": 0.0, "e": 0.08, "o": 0.2, "i": 0.2, "u": 0.2, "": 0.4},
    "إ": {"i": 0.0, "e": 0.0, "a": 0.15, "": 0.4},
    "ء": {"": 0.05, "a": 0.1, "e": 0.15, "i": 0.15},
    "ث": {"T": 0.0, "t": 0.1, "s": 0.1},
    "ج": {"j": 0.0, "g": 0.0, "Z": 0.08, "y": 0.4},
    "ذ": {"D": 0.0, "d": 0.1, "z": 0.05},
    "ض": {"d": 0.0, "z": 0.1, "D": 0.1},
    "ظ": {"z": 0.0, "D": 0.1, "d": 0.2},
    "غ": {"G": 0.0, "g": 0.05},
    "ة": {"a": 0.0, "e": 0.05, "h": 0.1, "t": 0.1, "": 0.25},
    "و": {"w": 0.0, "v": 0.02, "u": 0.0, "o": 0.0, "": 0.5},
    "ي": {"y": 0.0, "i": 0.0, "e": 0.08, "a": 0.3, "": 0.45},
    "ى": {"a": 0.0, "i": 0.05, "y": 0.1, "e": 0.15},
    "ب": {"b": 0.0, "p": 0.08, "v": 0.2},
    "ف": {"f": 0.0, "v": 0.05, "p": 0.3},
    "ك": {"k": 0.0, "g": 0.12},
    "ق": {"k": 0.0, "g": 0.08, "G": 0.25, "": 0.6},
    # Korean and Thai: voiced or not depends on the place in the word
    "ㄱ": {"g": 0.0, "k": 0.0},
    "ㄷ": {"d": 0.0, "t": 0.0},
    "ㅂ": {"b": 0.0, "p": 0.0, "v": 0.25},
    "ㅈ": {"j": 0.0, "C": 0.0, "z": 0.1, "c": 0.3},
    "ㅊ": {"C": 0.0, "j": 0.25},
    "ㅍ": {"p": 0.0, "f": 0.02},
    "ㄹ": {"l": 0.0, "r": 0.0},
    "ㅅ": {"s": 0.0, "S": 0.08},
    "ㅓ": {"o": 0.02, "u": 0.05, "e": 0.1, "a": 0.25},
    "ㅡ": {"u": 0.02, "o": 0.2, "i": 0.2, "": 0.15},
    "จ": {"j": 0.0, "C": 0.0},
    "ส": {"s": 0.0, "t": 0.1},
    "ร": {"r": 0.0, "n": 0.15, "l": 0.25, "": 0.25},
    "ล": {"l": 0.0, "n": 0.1, "r": 0.4},
    "ญ": {"y": 0.0, "n": 0.05},
    # Chinese
    "ㄒ": {"S": 0.0, "s": 0.1, "x": 0.3, "h": 0.3, "k": 0.4},
    "ㄑ": {"C": 0.0, "k": 0.35, "c": 0.2},
    "ㄓ": {"Z": 0.0, "j": 0.0, "C": 0.08},
    "ㄘ": {"c": 0.0, "C": 0.25},
    "ㄗ": {"c": 0.05, "z": 0.0},
    "ㄖ": {"r": 0.0, "Z": 0.15, "y": 0.4},
    "ü": {"u": 0.0, "i": 0.1},
}

_NEAR: dict[str, float] = {
    "pb": 0.35, "pf": 0.4, "bv": 0.35, "fv": 0.25, "fw": 0.5, "vw": 0.08, "bw": 0.6,
    "td": 0.35, "tT": 0.08, "dT": 0.4, "dD": 0.1, "TD": 0.25, "Ts": 0.35, "Dz": 0.25, "Tf": 0.5, "tc": 0.5,
    "kg": 0.35, "kx": 0.3, "gG": 0.12, "xh": 0.15, "gx": 0.45, "gh": 0.35,
    "Gh": 0.4, "Gx": 0.35, "Gr": 0.5, "kG": 0.4,
    "sz": 0.25, "sS": 0.35, "zZ": 0.35, "SZ": 0.3, "sc": 0.35, "zc": 0.35, "cC": 0.35, "CS": 0.3, "Cj": 0.25,
    "jZ": 0.12, "jy": 0.4, "jg": 0.45, "jz": 0.35, "kC": 0.6, "jd": 0.55, "cT": 0.6, "tC": 0.55, "Sx": 0.6, "Cx": 0.6,
    "mn": 0.55, "lr": 0.65, "kc": 0.7, "hS": 0.8, "lw": 0.6, "nl": 0.8,
    "wu": 0.12, "wo": 0.25, "yi": 0.08, "ye": 0.25, "vu": 0.3,
    "ae": 0.22, "ao": 0.25, "ai": 0.4, "au": 0.4, "ei": 0.2, "eo": 0.35, "eu": 0.4, "io": 0.45, "iu": 0.4, "ou": 0.15,
}  # fmt: skip

_LEAVE_OUT = {"h": 0.4, "w": 0.6, "y": 0.45, "G": 0.75}
_LEAVE_OUT_VOWEL = 0.45  # beside a script that writes its vowels
_LEAVE_OUT_BESIDE_ABJAD = {"a": 0.08, "e": 0.12, "i": 0.2, "o": 0.25, "u": 0.22, "y": 0.35, "@": 0.05,
                           "U": 0.5, "I": 0.4,
                           "A": 0.3, "ö": 0.25}  # fmt: skip

SYMBOLS = "\0" + "".join(dict.fromkeys(VOWELS + _BASE + "".join(_SPELLS)))
CODE = {symbol: code for code, symbol in enumerate(SYMBOLS)}
_SILENT_LETTERS_COUNT = frozenset("اويأإىءאוי")


def _spells(symbol: str) -> dict[str, float]:
    return _SPELLS.get(symbol, {symbol: 0.0})


def _sound_price(one: str, other: str) -> float:
    if one == other:
        return 0.0
    near = _NEAR.get(one + other, _NEAR.get(other + one))
    return near if near is not None else (0.5 if one in "aeiou" and other in "aeiou" else 1.3)


def _leave_out_sound(sound: str, *, beside_abjad: bool) -> float:
    if sound == "":
        return 0.0
    if sound in "aeiou":
        return _LEAVE_OUT_BESIDE_ABJAD[sound] if beside_abjad else _LEAVE_OUT_VOWEL
    if sound == "y" and beside_abjad:
        return 0.35
    return _LEAVE_OUT.get(sound, 1.0)


def _leave_out(symbol: str, situation: int) -> float:
    """Price of a symbol that answers to nothing. Situation 0: beside an alphabet; 1: beside another abjad or from an
    alphabet to an abjad; 2: beside the same abjad, where a letter more is a letter more.
    """
    if situation == 2 and symbol in _SILENT_LETTERS_COUNT:
        return 0.8
    if situation >= 1 and symbol in _LEAVE_OUT_BESIDE_ABJAD:
        return _LEAVE_OUT_BESIDE_ABJAD[symbol]
    if symbol in "UIA":
        return _LEAVE_OUT_VOWEL + 0.1
    return min(
        price + _leave_out_sound(sound, beside_abjad=situation >= 1) for sound, price in _spells(symbol).items()
    )


def _substitute(one: str, other: str) -> float:
    if one == other:
        return 0.0
    cheapest = min(
        price_one + price_other + _sound_price(sound_one, sound_other)
        for sound_one, price_one in _spells(one).items()
        if sound_one
        for sound_other, price_other in _spells(other).items()
        if sound_other
    )
    return min(cheapest, 2.0)


def _tables() -> tuple[np.ndarray, np.ndarray]:
    size = len(SYMBOLS)
    swap = np.full((size, size), 9.0, dtype=np.float32)
    swap[0, 0] = 0.0  # padding answers to padding, free
    for a in range(1, size):
        for b in range(a, size):
            swap[a, b] = swap[b, a] = _substitute(SYMBOLS[a], SYMBOLS[b])
    drop = np.zeros((3, size), dtype=np.float32)
    for situation in range(3):
        for a in range(1, size):
            drop[situation, a] = _leave_out(SYMBOLS[a], situation)
    return swap, drop


@lru_cache(maxsize=1)
def prices() -> tuple[np.ndarray, np.ndarray]:
    """The prices of writing one symbol as another, and of leaving one out; made when they are first asked for."""
    swap, drop = _tables()
    swap.setflags(write=False)
    drop.setflags(write=False)
    return swap, drop


@lru_cache(maxsize=1)
def price_lists() -> tuple[list[list[float]], list[list[float]]]:
    """The same as lists, which are quicker one by one."""
    swap, drop = prices()
    return swap.astype(float).tolist(), drop.astype(float).tolist()


# --- coarse classes, for finding candidates -------------------------------------------------------------------------

# Each symbol as the classes it may belong to; "" where it may be silent or a vowel.
_CLASS_OF_SOUND = {
    **dict.fromkeys("pbf", "P"), **dict.fromkeys("tdTD", "T"), **dict.fromkeys("kgqG", "K"),
    **dict.fromkeys("szSZcCj", "S"),
    "m": "M", "n": "N", "l": "L", "r": "R",
}  # fmt: skip
_CLASSES: dict[str, tuple[str, ...]] = {
    "v": ("P", ""), "V": ("P", ""), "W": ("", "P"), "w": ("",), "h": ("",), "8": ("",), "7": ("K", ""), "'": ("",),
    "x": ("K", ""), "H": ("S", "K"), "J": ("S", "", "K"), "Y": ("",), "y": ("",), "E": ("S", "K"), "B": ("K", "S"),
    "ñ": ("N",), "ł": ("L", ""), "9": ("",), "D": ("T", "S"), "T": ("T", "S"), "G": ("K",),
    "г": ("K", ""), "х": ("K", ""), "א": ("",), "ה": ("",), "ו": ("", "P"), "ח": ("", "K"), "י": ("",),
    "כ": ("K", ""), "ע": ("",), "צ": ("S",),
    "ש": ("S",), "ת": ("T",), "ס": ("S",), "ז": ("S",), "ב": ("P",), "פ": ("P",), "ś": ("S",), "ż": ("S",),
    "ا": ("",), "إ": ("",), "ء": ("",), "ث": ("T", "S"), "ج": ("S", "K"), "ذ": ("T", "S"), "ض": ("T",),
    "ظ": ("S", "T"),
    "غ": ("K",), "ة": ("", "T"), "و": ("", "P"), "ي": ("",), "ى": ("",), "ب": ("P",), "ف": ("P",), "ك": ("K",),
    "ق": ("K",), "ㄱ": ("K",), "ㄷ": ("T",), "ㅂ": ("P",), "ㅈ": ("S",), "ㅊ": ("S",), "ㅍ": ("P",), "ㄹ": ("L", "R"),
    "ㅅ": ("S",), "จ": ("S",), "ส": ("S", "T"), "ร": ("R", "N", ""), "ล": ("L", "N"), "ญ": ("", "N"), "ㄒ": ("S",),
    "ㄑ": ("S",), "ㄓ": ("S",), "ㄘ": ("S",), "ㄗ": ("S",), "ㄖ": ("R",), "ㅓ": ("",), "ㅡ": ("",), "ü": ("",),
    "q": ("K",),
}  # fmt: skip
_MOST_SKELETONS = 6


def classes_of(symbol: str) -> tuple[str, ...]:
    """The coarse consonant classes that a symbol may belong to; "" for a vowel or a silent letter."""
    known = _CLASSES.get(symbol)
    return known if known is not None else (_CLASS_OF_SOUND.get(symbol, ""),)


def skeletons(reading: str) -> tuple[str, ...]:
    """The consonant skeletons of a reading in coarse classes, the likeliest first, doubled classes written once.

    Where letters are ambiguous there are several, up to a bound that keeps a hostile text cheap.
    """
    found = [""]
    for symbol in reading[:24]:
        choices = classes_of(symbol)
        grown = [head if not choice or head[-1:] == choice else head + choice for choice in choices for head in found]
        found = list(dict.fromkeys(grown))[:_MOST_SKELETONS]
    return tuple(found)

"""Hebrew letters as sounds: matres, final letters, geresh; vowels are mostly not written.

In: a part in Hebrew. Out: its reading in symbols that keep each letter's ambiguity (see `sounds`).
Leaves to others: joined prefixes in running text (`spotter`).
"""

from __future__ import annotations

_GERESH = {
    "צ": "C",
    "ץ": "C",
    "ג": "j",
    "ז": "Z",
    "ת": "T",
    "ד": "D",
    "ח": "x",
    "ר": "G",
    "ע": "G",
    "ט": "ظ",
    "ו": "W",
}
_LETTERS = {
    "א": "א", "ב": "ב", "ג": "g", "ד": "d", "ה": "ה", "ו": "ו", "ז": "ז", "ח": "ח", "ט": "t", "י": "י",
    "כ": "כ", "ך": "כ",
    "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "ס", "ע": "ע", "פ": "פ", "ף": "f", "צ": "צ",
    "ץ": "צ", "ק": "q",
    "ר": "r", "ש": "ש", "ת": "ת",
}  # fmt: skip


def read(text: str) -> tuple[str, ...]:
    """The reading of a part in Hebrew."""
    out: list[str] = []
    at = 0
    while at < len(text):
        letter, after = text[at], text[at + 1 : at + 2]
        if after == "'" and letter in _GERESH:
            out.append(_GERESH[letter])
            at += 2
            continue
        if letter == "ו" and after == "ו":
            out.append("W")  # vav twice is the consonant
            at += 2
            continue
        if letter == "י" and after == "י":
            out.append("י")  # ay, ey or y
            at += 2
            continue
        if letter == "ט" and text[at + 1 : at + 2] == "ש":
            out.append("C")  # German tsch, Slavic ch in older spellings
            at += 2
            continue
        if letter in _LETTERS:
            out.append(_LETTERS[letter])
        at += 1
    reading = "".join(out)
    reading = (
        reading[:-1].replace("ה", "h") + reading[-1:] if len(reading) > 1 else reading
    )  # a vowel only at the end
    if reading.startswith("ו"):  # at the beginning a vav is always a consonant
        reading = "W" + reading[1:]
    if len(reading) > 1 and reading.endswith("פ"):  # a plain pe at the end is always p: פ, not ף
        reading = reading[:-1] + "p"
    return (reading,)

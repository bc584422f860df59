"""Cyrillic letters as sounds: Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian, Kazakh and neighbours.

In: a part in Cyrillic. Out: its reading. Leaves to others: case endings (`spotter`) and patronymics (`parts`).
"""

from __future__ import annotations

_LETTERS = {
    "а": "a", "б": "b", "в": "V", "г": "г", "ґ": "g", "д": "d", "е": "e", "ё": "o", "є": "ye", "ж": "Z",
    "з": "ż", "и": "i",
    "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t",
    "у": "u", "ў": "w", "ф": "f", "х": "х", "ц": "c", "ч": "C", "ш": "S", "щ": "S", "ъ": "", "ы": "i", "ь": "",
    "э": "e",
    "ю": "yu", "я": "ya", "ј": "y", "љ": "ly", "њ": "ñ", "ћ": "C", "ђ": "j", "џ": "j", "ѓ": "g", "ќ": "k",
    "ѕ": "c", "ә": "e",
    "ғ": "G", "қ": "q", "ң": "n7", "ө": "ö", "ұ": "u", "ү": "ü", "һ": "h", "ҳ": "h", "ҷ": "j", "ӣ": "i",
    "ӯ": "u", "ѣ": "e",
}  # fmt: skip


def read(text: str) -> tuple[str, ...]:
    """The reading of a part in Cyrillic."""
    lowered = text.lower().replace("дж", "џ").replace("нг", "ң").replace("кс", "\u0000").replace("тс", "ц")
    out: list[str] = []
    for letter in lowered:
        sound = "ks" if letter == "\u0000" else _LETTERS.get(letter, "")
        if sound and (not out or out[-1] != sound):
            out.append(sound)
    return ("".join(out),)

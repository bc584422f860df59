"""Arabic letters as sounds, with the letters that Persian, Urdu, Kurdish, Pashto and Uyghur add.

In: a part in Arabic script, article already taken off. Out: its reading; short vowels are not written.
Leaves to others: the article and "abd" (`parts`).
"""

from __future__ import annotations

_LETTERS = {
    "ا": "ا", "أ": "ا", "إ": "إ", "آ": "A", "ٱ": "ا", "ء": "ء", "ؤ": "و", "ئ": "ي", "ب": "ب", "ت": "t",
    "ث": "ث", "ج": "ج",
    "ح": "h", "خ": "x", "د": "d", "ذ": "ذ", "ر": "r", "ز": "ż", "س": "s", "ش": "S", "ص": "s", "ض": "ض",
    "ط": "t", "ظ": "ظ",
    "ع": "ע", "غ": "غ", "ف": "ف", "ق": "ق", "ك": "ك", "ک": "ك", "ل": "l", "م": "m", "ن": "n", "ه": "ه",
    "ة": "ة", "و": "و",
    "ي": "ي", "ی": "ي", "ى": "ى", "ې": "ي", "ێ": "ي", "ے": "ي", "ۀ": "ة", "ہ": "ه", "ھ": "8", "ە": "ة",
    "پ": "p", "چ": "C",
    "ژ": "Z", "گ": "g", "ڤ": "v", "ڭ": "n7", "ڠ": "n7", "ٹ": "t", "ڈ": "d", "ڑ": "r", "ں": "n", "ۆ": "و",
    "ۇ": "و", "ړ": "r",
    "ښ": "S", "ږ": "Z", "څ": "c", "ځ": "c", "ټ": "t", "ډ": "d", "ڼ": "n", "ڕ": "r", "ڵ": "l", "ۋ": "W",
    "ۈ": "و", "ڨ": "g",
}  # fmt: skip


def read(text: str) -> tuple[str, ...]:
    """The reading of a part in Arabic script."""
    text = text.replace("تش", "چ").replace("دج", "ج").replace("ىء", "ئ")
    sounds = [_LETTERS[c] for c in text if c in _LETTERS]
    if sounds and sounds[-1] == "ه" and len(sounds) > 2:
        sounds[-1] = "ה"  # at the end an h is often the vowel: فاطمه for فاطمة, Persian names
    else:
        sounds = list(sounds)
    reading = "".join("h" if s == "ه" else s for s in sounds)
    if reading.startswith("و"):
        reading = "W" + reading[1:]
    return (reading,)

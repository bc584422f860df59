"""Bytes of running text as text, where nothing says how they are encoded.

In: bytes. Out: the text and the encoding's name. UTF-8 and UTF-16 are recognised by their form; the one-byte
Cyrillic, Hebrew and Arabic encodings by which of them yields ordinary letters: those that running text uses most.
Leaves to others: encodings that a document names itself (its own reader asks for those first).
"""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like UTF-16: asked first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The letters that make up most of running text, and the rest of the same alphabet.
_ALPHABETS = {
    "cp1251": ("оеаинтсрвлкмдпу", "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ"),
    "koi8-r": ("оеаинтсрвлкмдпу", "абвгдежзийклмнопрстуфхцчшщъыьэюяё"),
    "cp1255": ("יוהלאתמרבשנדעחם", "אבגדהוזחטיךכלםמןנסעףפץצקרשת"),
    "cp1256": ("اليمنوترهبعدسفك", "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيپچژگکی"),
    "cp1252": ("éèàçüöäßñóáíêôâ", "àáâãäåæçèéêëìíîïñòóôõöøœùúûüýÿß"),
    "cp1254": ("ıışğüçö", "abcçdefgğhıijklmnoöprsştuüvyzâî"),
}
_SAMPLE = 40_000


def decode_text(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding; what cannot be decoded stands as U+FFFD."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").lstrip("\ufeff"), encoding
    if wide := _wide(data):  # before UTF-8: Cyrillic in UTF-16 is all bytes that UTF-8 allows
        return data.decode(wide, errors="replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    encoding = max(_ALPHABETS, key=lambda name: _ordinary(data[:_SAMPLE], name))
    return data.decode(encoding, errors="replace"), encoding


def _wide(data: bytes) -> str | None:
    sample = data[: _SAMPLE & ~1]
    if len(sample) < 8 or len(data) % 2:
        return None
    for encoding, low, high in (("utf-16-le", 0, 1), ("utf-16-be", 1, 0)):
        pages, others = sample[high::2], sample[low::2]
        common = sum(pages.count(page) for page in (0x00, 0x04, 0x05, 0x06))
        if common > 0.9 * len(pages) and len(set(others)) > len(set(pages)):
            return encoding
    return None


def _ordinary(data: bytes, encoding: str) -> float:
    """How far the bytes above ASCII read as ordinary letters of the encoding's alphabet."""
    text = data.decode(encoding, errors="replace")
    frequent, alphabet = _ALPHABETS[encoding]
    score = 0.0
    previous = " "
    for char in text:
        if char < "\x80":
            previous = char
            continue
        if encoding not in ("cp1252", "cp1254") and previous.isascii() and previous.isalpha():
            score -= 2.0  # one foreign letter inside a Latin word: it is an accented Latin one
        elif char in frequent:
            score += 1.0
        elif char.lower() in alphabet:
            # Capitals inside a word betray koi8-r read as cp1251 and the reverse.
            score += -1.0 if char != char.lower() and previous.isalpha() and previous == previous.lower() else 0.3
        elif char == "\ufffd":
            score -= 3.0
        elif char.isalpha():
            score -= 1.0
        if char in "éèàçüöäßñóáíêôâ" and previous.isalpha() and previous > "\x7f":
            score -= 1.5  # accented letters stand between plain ones, not in a row
        previous = char
    return score

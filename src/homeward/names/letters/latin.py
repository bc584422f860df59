"""Latin letters as sounds, for spellings from many languages at once.

In: a part in Latin letters. Out: its readings; a pinyin or Wade-Giles reading beside the general one where every
syllable allows it. Leaves to others: which language a name belongs to; ambiguous letters stay ambiguous symbols.
"""

from __future__ import annotations

import re
import unicodedata

_LETTERS = {
    "š": "S", "ş": "S", "ș": "S", "ś": "S", "ŝ": "S", "č": "C", "ć": "C", "ç": "H", "ĉ": "C", "ž": "Z", "ź": "Z",
    "ż": "Z", "ğ": "8", "ñ": "ñ", "ň": "n", "ń": "n", "ß": "s", "ø": "ö", "ö": "ö", "ő": "ö", "œ": "ö",
    "ü": "ü", "ű": "ü",
    "ı": "i", "æ": "e", "å": "o", "þ": "T", "ð": "D", "đ": "d", "ł": "l", "ə": "e", "ţ": "c", "ț": "c", "ä": "e",
    "ā": "A", "ū": "U", "ī": "I", "ē": "e", "ō": "o", "ḥ": "h", "ḫ": "x", "ṣ": "s", "ṭ": "t", "ḍ": "ض",
    "ẓ": "z", "ġ": "G",
    "ǧ": "j", "ř": "rZ", "ģ": "j",
}  # fmt: skip

# Longest first at each place; ^ and $ stand for the ends. Order is tried as written.
_RULES: tuple[tuple[str, str], ...] = (
    ("tsch", "C"), ("schtsch", "S"), ("shch", "S"), ("sch", "S"), ("tch", "C"), ("dzh", "j"), ("dsch", "j"),
    ("ddh", "d"),
    ("eaux$", "o"), ("eau", "o"), ("ault$", "o"), ("aux$", "o"), ("kh", "x"), ("gh", "G"), ("sh", "S"), ("ch", "H"),
    ("zh", "Z"), ("ph", "f"), ("th", "T"), ("dh", "D"), ("rh", "r"), ("wh", "W"), ("bh", "b"), ("ck", "k"),
    ("cz", "C"),
    ("sz", "ś"), ("dj", "j"), ("dz", "c"), ("tz", "c"), ("ts", "c"), ("cc", "k"), ("qu", "kW"), ("x", "ks"),
    ("gn", "ñ"),
    ("ng", "n7"), ("ll", "ł"), ("nh", "ñ"), ("lh", "ł"), ("oo", "U"), ("ou", "U"), ("ee", "I"), ("aa", "A"),
    ("ae", "e"), ("oe", "ö"), ("ie", "I"), ("sc", "sE"), ("eo", "ㅓ"), ("q", "q"), ("j", "J"), ("y", "Y"),
    ("w", "W"), ("v", "V"),
    ("'", "'"),
)  # fmt: skip
_BY_FIRST: dict[str, list[tuple[str, str]]] = {}
for _seen, _sound in _RULES:
    _BY_FIRST.setdefault(_seen[0], []).append((_seen, _sound))

_PINYIN_INITIAL = {
    "zh": "ㄓ", "ch": "C", "sh": "S", "b": "b", "p": "p", "m": "m", "f": "f", "d": "d", "t": "t", "n": "n", "l": "l",
    "g": "g", "k": "k", "h": "h", "j": "j", "q": "ㄑ", "x": "ㄒ", "r": "ㄖ", "z": "ㄗ", "c": "ㄘ", "s": "s",
    "y": "y", "w": "W", "": "",
}  # fmt: skip
_FINALS = (
    "iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|uen|üan|van|ai|ei|ao|ou|an|en|in|un|ün|vn|ia|ie|iu|io|ua|uo|ui|ue|üe"
    "|ve|er|a|o|e|i|u|ü|v"
)
_SYLLABLE = re.compile(rf"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)({_FINALS})(?=(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw'])|$)")


def read(text: str) -> tuple[str, ...]:
    """Readings of a part in Latin letters."""
    plain = _plain(text)
    general = _general(plain)
    readings = [general]
    bare = plain.replace("-", "").replace("'", "")
    if re.search("[xqzcj]|ui|iu", bare) and (pinyin := read_pinyin(bare)) and pinyin != general:
        readings.append(pinyin)
    if "hs" in bare or "ts" in bare:
        readings.append(_general(bare.replace("hs", "sh").replace("tzu", "zi")))
    return tuple(dict.fromkeys(r for r in readings if r))


def read_pinyin(text: str) -> str | None:
    """The sounds of joined pinyin syllables in lower case; None if the text is not all pinyin."""
    out, at = [], 0
    while at < len(text):
        if text[at] == "'":
            at += 1
            continue
        found = _SYLLABLE.match(text, at)
        if not found or found.end() == at:
            return None
        out.append(_PINYIN_INITIAL[found[1]] + _final(found[2]))
        at = found.end()
    return "".join(out)


def _final(final: str) -> str:
    final = final.replace("ng", "n7").replace("v", "ü")
    return {"ui": "uei", "iu": "iou", "un": "uen"}.get(final, final).replace("ou", "U")


def _plain(text: str) -> str:
    """Lower case; accents gone, except where they make another sound."""
    out = []
    for letter in text.casefold() if "ß" not in text else text.lower():
        if letter in _LETTERS or letter.isascii():
            out.append(letter)
        else:
            out.append("".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c)))
    return "".join(out)


def _general(text: str) -> str:
    out: list[str] = []
    at, length = 0, len(text)
    while at < length:
        letter = text[at]
        rule = next((r for r in _BY_FIRST.get(letter, ()) if _fits(text, at, r[0])), None)
        if rule:
            out.append(rule[1])
            at += len(rule[0].rstrip("$"))
            continue
        after = text[at + 1 : at + 2]
        if letter in _LETTERS:
            out.append(_LETTERS[letter])
        elif letter == "c":
            out.append("E" if after in ("e", "i", "y") else "k")
        elif letter == "g" and after in ("e", "i", "y"):
            out.append("B")
        elif letter == "e" and at == length - 1 and at > 1:
            out.append("9")
        elif letter == "h":
            weak = at > 0 and (at == length - 1 or after not in "aeiouyäöü")
            out.append("8" if weak else "h")
        elif letter == "o" and text[at : at + 2] == "ow":
            out.append("o")
        elif letter.isalpha() and letter.isascii():
            out.append(letter)
        at += 1
    return _once("".join(out))


def _fits(text: str, at: int, seen: str) -> bool:
    wanted = seen.rstrip("$")
    return text.startswith(wanted, at) and (wanted == seen or at + len(wanted) == len(text))


def _once(sounds: str) -> str:
    """A doubled consonant or vowel is one."""
    return "".join(s for i, s in enumerate(sounds) if i == 0 or s != sounds[i - 1])

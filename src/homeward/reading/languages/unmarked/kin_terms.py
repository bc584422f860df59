"""Kin by somebody else: "his mother" told by whose she is, and a word for kin without its "his".

In: a word for kin. Out: the forms. Leaves to others: which words are kin (`words`).
"""

from __future__ import annotations

from homeward.reading.languages.unmarked.words import Tongue, fold

_HIS_IN_HEBREW = (("ו", "m"), ("ה", "f"))
_HIS_IN_ARABIC = (("ها", "f"), ("ه", "m"))


def of_whom(text: str, tongue: Tongue) -> tuple[str, str]:
    """How "his mother" is called once it is known whose she is, and whether it is "his" or "her"."""
    if " " in text:
        return "", ""
    if not tongue.verb_first:
        return next(((f"{text} של {{}}", gender) for end, gender in _HIS_IN_HEBREW if text.endswith(end)), ("", ""))
    plain = fold(text)
    for end, gender in _HIS_IN_ARABIC:
        if plain.endswith(end) and len(text) > len(end) + 1:
            base = text[: -len(end)]
            base = base[:-1] + "ة" if base.endswith("ت") and base not in ("بنت", "أخت") else base
            return f"{base} {{}}", gender
    return "", ""


def kin_alone(lemma: str) -> str:
    """A word for Arabic kin without "his" or "her": "walid" for "waliduha", "ab" for "abuhu"."""
    for end in ("هم", "ها", "ه"):
        if lemma.endswith(end) and len(lemma) > len(end) + 1:
            base = lemma[: -len(end)]
            if base in ("ابو", "ابي", "اخو", "اخي"):
                return base[:-1]
            return base[:-1] + "ة" if base.endswith("ت") and base not in ("بنت", "اخت") else base
    return lemma

"""Sentences that go on telling what somebody said though no word of speech stands in them, in English.

In: the sentence behind words told. Out: whether its tense shows that they go on: "Nobody had been in touch since."
Leaves to others: whose words they are, and that the sentence before told any (`homeward.reading.statements`).

What a report tells itself stands in the simple past; "had been", "would stay" and "were being" behind words told
are theirs, set back by one tense.
"""

from __future__ import annotations

import re

from homeward.reading.languages.en import words as w
from homeward.reading.languages.language import MASK, View

_WORD = re.compile(r"[^\W\d_][\w’'-]*|[,;:—–(]")
_ADVERBS = frozenset(
    w.split(
        "not never also since then already so far all both only just now still long twice once soon even again yet"
    )
)
_IRREGULAR = frozenset(
    w.split(
        "been gone come become heard told let put sold held kept left lost made met paid sent set brought bought caught "
        "taught found fought built cut hit hurt run read led lain laid got fed fled stood understood won said hung slept "
        "spent begun sung sunk swum drunk shut split cost burnt bound dug"
    )
)
_NOT_THEIRS = re.compile(
    r"\b(?:we|our|us|I|my|you|your|this (?:paper|newspaper|agency|station|magazine|site|channel))\b|"
    r"\bit was the (?:first|second|third|last)\b|\bhad (?:not |never )?(?:yet )?(?:respond|repl[iy]|comment|answer)|\bby (?:press|publication|deadline)",
    re.IGNORECASE,
)
_NO_SUBJECT = frozenset(
    w.split(
        "whether how what why asked pressed questioned when if where who which that whose whom although though while because "
        "as after before until since unless for by neither"
    )
)
_TELLS_ON = re.compile(r", (?:and|but) (?:[a-z]+ed|gave|took|went|came|left|made|sent|put|told|wrote|got|ran)\b")
_WILLING = frozenset(
    w.split("not say comment give name tell disclose elaborate discuss neither never only rather like")
)
_LONGEST_SUBJECT = 14  # words
_FEWEST = 3


def goes_on(view: View) -> bool:
    """Whether a sentence without a word of speech goes on with what was told before it."""
    text = view.masked[view.start : view.stop]
    if MASK in text or text.rstrip()[-1:] != "." or _NOT_THEIRS.search(text):
        return False
    words = [m.group().lower() for m in _WORD.finditer(text)]
    if len(words) < _FEWEST or words[0] in _NO_SUBJECT or _TELLS_ON.search(text):
        return False
    if words[0] == "nor":
        return words[1] in ("had", "would", "could", "did")
    for at, word in enumerate(words[:_LONGEST_SUBJECT]):
        rest = [x for x in words[at + 1 : at + 6] if x not in _ADVERBS]
        if word == "had":
            return bool(rest) and _is_participle(rest[0])
        if word == "would":
            return at + 1 < len(words) and words[at + 1] not in _WILLING
        if word in ("was", "were"):
            return at > 0 and len(rest) > 1 and rest[0] == "being" and _is_participle(rest[1])
        if word in w.RELATIVES or word in (";", ":", "—", "–", "("):
            return False
        if at and (word in w.FINITE or word in w.BE or word in w.MODALS or word in ("has", "have")):
            return False
    return False


_NO_PARTICIPLES = frozenset(
    w.split(
        "seven eleven nine none one women men children hundred wooden golden open even alone often kitchen garden wine stone bone"
    )
)


def _is_participle(word: str) -> bool:
    if word in _NO_PARTICIPLES:
        return False  # "the couple had seven children"
    return word in _IRREGULAR or (len(word) > 3 and word.endswith(("ed", "en", "wn", "ne")))

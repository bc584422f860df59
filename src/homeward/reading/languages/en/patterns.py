"""Terms for the group of the people looked for, and words that make a date a deadline, in English: tables only.

In: nothing. Out: `GROUPS`, `COUNTED`, `DEADLINE`.
Leaves to others: answers, claims, events (the tables beside this file).
"""

from __future__ import annotations

import re
from functools import lru_cache, partial

from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.marks import MARKED, PLAIN, NounPattern
from homeward.reading.languages.en.words import NUMBER, NUMBERS
from homeward.reading.languages.language import FindsWords


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_AFTER = r" (?:are|were|have|had|is|was|will|would|and|in|on|at|of|who|from|by)\b|[,.;:?!”\"’]|\s*$"
_HELD = (
    r"(?<!were )(?<!are )(?<!as )(?<!taking )(?<!take )(?<!took )(?:hostages|captives|detainees|abductees)|dual[- ](?:nationals?|citizens?)|prisoners of war|"
    r"missing (?:people|persons|men|women|sailors|workers|students|soldiers|children|foreigners)|"
    r"(?:held|abducted|kidnapped|captured) (?:people|persons|citizens|nationals|men|women)"
)
GROUPS = (
    _re(rf"\b(?:(?P<n>{NUMBER}) (?:[\w-]+ ){{0,3}})?(?:{_HELD})\b"),
    _re(
        rf"\bthe (?P<n>{NUMBER})(?= (?:are|were|had|have|was|is|would|will|who|remain|men\b|women\b|"
        rf"people\b|persons\b|names)|[,.;])"
    ),
    _re(
        r"\bour (?:boys|girls|sons|daughters|men|brothers|sisters|husbands|children|lads|fathers|colleagues|people|loved ones|citizens|nationals|compatriots|countrymen|relatives)\b"
    ),
    _re(rf"\bthe (?:missing|abducted|disappeared|kidnapped|captured|detained)(?={_AFTER})"),
    _re(r"\b[A-Z]?[\w-]+ (?:nationals|citizens)(?= (?:who (?:are|were) )?(?:being )?held\b)"),
    _re(r"\b(?:who (?:are|were) )?(?:being )?held (?:hostage|captive)\b"),
    _re(r"\bwho (?:are|were) (?:still )?(?:being )?held (?:by|in)\b"),
    _re(r"\b(?:list|names) of (?:the )?(?P<n>" + NUMBER + r")\b|\b(?P<m>" + NUMBER + r") names\b"),
)
_ADJECTIVES = rf"(?:(?!of\b|who\b|and\b|in\b|to\b|[\w-] ){PLAIN} ){{0,2}}"
_FOLLOWS = (
    r"(?= (?:are|were|had|have|has|was|is|would|will|who|whom|remain\w*|could|can|should|may|might|must|on|in|at|"
    r"from|by|with|and|or|for|to|as|"
    r"out|alive|dead|whose|since|still|held|taken|missing|men\b|women\b|people\b|persons\b|names)\b|[,.;:?!”\"’]|"
    r"\s*$|\s*\n)"
)


def group_term(term: str) -> FindsWords | None:
    """Such as "the engineers", "all eight engineers" for a given term "engineers of the dam" or "dam engineers"."""
    words = term.lower().split()
    while words and words[0] in ("the", "our", "a", "an", *NUMBERS):
        words = words[1:]
    if not words:
        return None
    core = words[: words.index("of")] if "of" in words else words
    if not core:
        return None
    head = core[-1]
    if len(head) < _SHORTEST_HEAD or (not head.endswith("s") and head not in _COLLECTIVE):
        return None
    beyond = r"(?!\s+of\b)" if "of" in words else ""  # then the term itself stands there
    plain = partial(_of_head, beyond=beyond)
    if re.fullmatch("[a-z-]+", head) and head not in _BESIDE_HEADS:
        return NounPattern(head, plain(MARKED), plain)
    return plain(re.escape(head))


@lru_cache(maxsize=64)
def _of_head(head: str, beyond: str) -> re.Pattern[str]:
    return _re(
        rf"\b(?:(?:all |both )?(?:the|these|those|our|their|its|your)(?: (?P<n>{NUMBER}))? |(?:all "
        rf")?(?P<m>{NUMBER}) (?:of the )?){_ADJECTIVES}"
        rf"(?:{head})(?![\w-])(?!['’]){beyond}(?! (?:union|association|office)\b)"
    )


# Words that the pattern of a head tells from heads.
_BESIDE_HEADS = frozenset(re.findall("[a-z]+", _of_head("", "").pattern))
_SHORTEST_HEAD = 4
_COLLECTIVE = frozenset(
    w.split("crew team party staff missing abducted disappeared kidnapped captured convoy expedition")
)
COUNTED = (
    _re(rf"\b(?:the|all|these|those|all the|of the|any of the|neither of the) (?P<n>{NUMBER}){_FOLLOWS}"),
    _re(rf"\ball (?P<n>{NUMBER})\b"),
    _re(
        rf"\b(?:the )?(?P<n>{NUMBER}) (?:[\w-]+ )?(?:people|persons|names|foreigners|citizens|workers|sailors|"
        rf"teachers|engineers|students|pilgrims|"
        rf"tourists|travellers|journalists|doctors|nurses|volunteers|soldiers|missing|abducted|disappeared|members|"
        rf"nationals|men|women|civilians)\b"
    ),
    _re(rf"\b(?:any|one|all|none|each|some) of the (?P<n>{NUMBER})\b"),
)
DEADLINE = _re(
    r"\b(?:by|within|before|on|no later than|not later than|until|next|tomorrow|in|this|"
    r"coming)\s*(?:the )?(?:end of )?$"
)

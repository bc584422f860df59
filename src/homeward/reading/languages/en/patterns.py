"""Terms for the group of the people looked for, and words that make a date a deadline, in English: tables only.

In: nothing. Out: `GROUPS`, `COUNTED`, `DEADLINE`.
Leaves to others: answers, claims, events (the tables beside this file).
"""

from __future__ import annotations

import re

from homeward.reading.languages.en.words import NUMBER


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_HELD = (
    r"hostages?|captives?|detainees?|abductees?|dual[- ](?:nationals?|citizens?)|prisoners of war|"
    r"missing (?:people|persons|men|women|sailors|workers|students|soldiers|children|foreigners)|"
    r"(?:held|abducted|kidnapped|captured) (?:people|persons|citizens|nationals|men|women)"
)
GROUPS = (
    _re(rf"\b(?:(?P<n>{NUMBER}) (?:[\w-]+ ){{0,3}})?(?:{_HELD})\b"),
    _re(
        rf"\bthe (?P<n>{NUMBER})(?= (?:are|were|had|have|was|is|would|will|who|remain|men\b|women\b|"
        rf"people\b|persons\b|names)|[,.;])"
    ),
    _re(r"\b[A-Z]?[\w-]+ (?:nationals|citizens)(?= (?:who (?:are|were) )?(?:being )?held\b)"),
    _re(r"\b(?:who (?:are|were) )?(?:being )?held (?:hostage|captive)\b"),
    _re(r"\bwho (?:are|were) (?:still )?(?:being )?held (?:by|in)\b"),
    _re(r"\b(?:list|names) of (?:the )?(?P<n>" + NUMBER + r")\b|\b(?P<m>" + NUMBER + r") names\b"),
)
COUNTED = (
    _re(
        rf"\b(?:the )?(?P<n>{NUMBER}) (?:[\w-]+ )?(?:people|persons|names|foreigners|citizens|"
        rf"nationals|men|women|civilians)\b"
    ),
    _re(rf"\b(?:any|one|all|none|each|some) of the (?P<n>{NUMBER})\b"),
)
DEADLINE = _re(
    r"\b(?:by|within|before|on|no later than|not later than|until|next|tomorrow|in|this|"
    r"coming)\s*(?:the )?(?:end of )?$"
)

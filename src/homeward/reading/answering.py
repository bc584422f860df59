"""Who answers: whom a pronoun means behind a sentence, or a clause, that turned to somebody or was about him.

In: a pronoun with its voice, and what the sentences before left. Out: whoever was asked, or opened the sentence.
Leaves to others: to whom sentences turn (`addressed`), and whom else pronouns mean (`memory`, `speakers`).
"""

from __future__ import annotations

import re

from homeward.reading.acquaintance import sex_of
from homeward.reading.addressed import asks_for_others
from homeward.reading.fitting import is_one, stands_for
from homeward.reading.languages.language import Actor, ActorKind, Voice
from homeward.reading.memory import Memory

ANSWERS_BACK = re.compile(
    r"(?:had |has )?(?:retort|counter|rejoin|ripost|parr|disagree|contradict|(?:shot|hit|fired|snapped) back|"
    r"answer|repl|respond)\w*",
    re.IGNORECASE,
)
_BACK = re.compile(r" (him|her|them|us|me)\b", re.IGNORECASE)
_SOMEBODY = (ActorKind.PERSON, ActorKind.ROLE, ActorKind.SOURCE, ActorKind.BODY)


def who_answers(pronoun: Actor, voice: Voice, memory: Memory) -> Actor | None:
    """Whom the sentence or clause before turned to, if the pronoun means him: "Vost asked the consul. He ..."."""
    turned = memory.addressed
    if turned is None or turned.to.place[1] > pronoun.place[0]:
        turned = memory.addressed_before
        if any(a.kind in _SOMEBODY and memory.begins <= a.place[0] < pronoun.place[0] for a in memory.named):
            return None  # somebody else was named since
    if turned is None or not stands_for(pronoun, turned.to):
        return None
    back = _BACK.match(memory.text, voice.cue[1])
    by = turned.by
    if back is not None and not _fits_back(back[1].lower(), by):
        return None
    alike = by is not None and (stands_for(pronoun, by) or by.head == pronoun.head or by.kind is ActorKind.OTHER)
    if not alike or turned.asked or asks_for_others(by):
        return turned.to
    return turned.to if ANSWERS_BACK.match(memory.text, *voice.cue) is not None else None


def who_opens(pronoun: Actor, memory: Memory) -> Actor | None:
    """Whom the first clause of the sentence names: "A teacher confirmed this; she said that it was so"."""
    before = memory.text[memory.begins : pronoun.place[0]]
    if ";" not in before and ": " not in before:
        return None
    here = [a for a in memory.named if memory.begins <= a.place[0] < pronoun.place[0] and stands_for(pronoun, a)]
    return here[0] if len({a.name for a in here}) == 1 else None


def _fits_back(pronoun: str, by: Actor | None) -> bool:
    """Whether "him" in "told him" may mean whoever turned to the one who now tells."""
    if pronoun in ("us", "me"):
        return by is None or by.kind is ActorKind.PRONOUN
    if by is None:
        return True
    if by.kind is ActorKind.PRONOUN:
        return {"he": "him", "she": "her", "they": "them"}.get(by.head, "") == pronoun
    if pronoun == "them":
        return not is_one(by)
    return is_one(by) and sex_of(by) != {"him": "f", "her": "m"}[pronoun]

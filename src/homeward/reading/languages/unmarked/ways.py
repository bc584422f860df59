"""What shows by which way words came to a report, besides a verb of speech: the expressions of one language.

In: nothing. Out: `Ways`. Leaves to others: which expressions (`he.ways`, `ar.ways`), what is done with them (`relays`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ways:
    """Expressions, each of which ends where somebody's name begins unless another group is named.

    Attributes:
        interviewed: "who talked with", "in a talk with", before the medium to which a speaker spoke.
        carried: "handed on the answer of", group ``verb``, before the one whose words follow.
        message: "in a message that was sent by", before the writer; or with group ``who`` around him, before the
            medium that it was sent to.
        read_out: "in a letter that was read out by", before whoever did so.
        aside: ", so", before the one by whom another's words are known; None where the language has no such word.
        onward: behind a medium that is cited, "which quoted", before the one whom it cites.
        citing_aside: ", which carries it from", behind a medium at the head of a sentence.
        kept: "kept by", "of which a copy reached", before the one by whom a text is known.
        heard: "as it was heard by", behind "in the account of somebody,".
        from_him: "of", straight behind a medium that gives another's words: "by what the agency carried of".
        fronted: "From", at the head of a sentence, before the one whose words a medium gives; None likewise.
        media_verbs: verbs by which a medium gives another's words.
        posted: "on the page", before the name, group ``name``, under which people write together.
        reports: behind a verb of denial, "the report of", before the medium whose report it is; None likewise.
        to_it: a pronoun to whom something is told, and its gender: "(told) it".
    """

    interviewed: re.Pattern[str]
    carried: re.Pattern[str]
    message: re.Pattern[str]
    read_out: re.Pattern[str]
    aside: re.Pattern[str] | None
    onward: re.Pattern[str]
    citing_aside: re.Pattern[str]
    kept: re.Pattern[str]
    heard: re.Pattern[str]
    from_him: re.Pattern[str]
    fronted: re.Pattern[str] | None
    media_verbs: frozenset[str]
    posted: re.Pattern[str]
    to_it: dict[str, str]
    reports: re.Pattern[str] | None = None

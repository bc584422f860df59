"""From words to what they mean for the people looked for: answers, promises, claims; contacts, lists, silences.

In: statements and the reporter's own sentences, with the mentions found in the document. Out: `Proposal`.
Leaves to others: finding the words (each language's patterns), and judging (a person).

What the reporter presupposes ("who are held by the group") is a claim of the publisher's own. It is never an answer
or an acknowledgement: only the party's own words are.
"""

from homeward.reading.events.answers import FAMILY
from homeward.reading.events.heard import least_in, propose_heard, without_doubted
from homeward.reading.events.room import About, Room
from homeward.reading.events.silences import propose_silence
from homeward.reading.events.told import propose_own_words, propose_statement

__all__ = [
    "FAMILY",
    "About",
    "Room",
    "least_in",
    "propose_heard",
    "propose_own_words",
    "propose_silence",
    "propose_statement",
    "without_doubted",
]

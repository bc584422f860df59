"""A voice with its chain, and the rules of voices that tell of a way alone.

In: voices as each language's rules find them. Out: the type in which they leave `chain` for whoever goes on.
"""

from __future__ import annotations

from dataclasses import dataclass

from homeward.reading.languages.language import Actor, Place, Voice
from homeward.reading.proposals import ReadDate

PASSED_ON = "passed-on"  # the rule of a voice that tells who relayed the statement before
TOLD_LATER = "told-later"  # the same, of all that its speaker, if it names one, has just said
LED_THROUGH = "led-through"  # of what its speaker says next
BEGINS_PASSAGE = "begins-passage"  # of all that is told behind it, up to where the text speaks of its speaker again
IN_IT = "in-it"  # of words that nobody is named for, in a text of which was just told: "it was stated there that"
REACH = 2  # paragraphs over which a report goes on quoting a speaker through the same relay


@dataclass(frozen=True, slots=True)
class Chained:
    """A voice with its chain, publisher not included.

    `inner` are the contents of voices inside its content; `judged`: its relay was told by a model, by no rule.
    """

    voice: Voice
    actors: tuple[Actor, ...]
    said_on: ReadDate | None
    dates: tuple[ReadDate | None, ...]
    continued: bool = False
    inner: tuple[Place, ...] = ()
    judged: bool = False


def holds(region: Place, place: Place) -> bool:
    """Whether a place lies in a region of the text."""
    return region[0] <= place[0] and place[1] <= region[1]

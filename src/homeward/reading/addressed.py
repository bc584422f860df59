"""To whom a sentence's subject turned, who then answers in the next: "He asked the consul. She said ...".

In: a sentence's actors in order, and its text. Out: `Addressed`: who turned to whom, and whether with a question.
Leaves to others: whom a pronoun means besides (`answering`, `memory`), and who took part in a contact (`events`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from homeward.reading.languages.language import Actor, ActorKind, Place


@dataclass(frozen=True, slots=True)
class Addressed:
    """`by`: None where nobody who is named, or the writer, turned to somebody. `asked`: so that an answer is due."""

    to: Actor
    by: Actor | None
    asked: bool


def addressed(actors: Sequence[Actor], text: str, place: Place) -> Addressed | None:
    """Whom a sentence's subject asked, wrote to, rang, met: the last of them whom the sentence names."""
    found = None
    for number, actor in enumerate(actors):
        if actor.kind not in _MAY_ANSWER or actor.place[0] <= place[0]:
            continue
        verb = _TURNED_TO.search(text, max(place[0], actor.place[0] - _LONGEST), actor.place[0])
        if verb is None or _NOT_DONE.search(text, max(place[0], verb.start() - 16), verb.start()) is not None:
            continue
        subject = next((a for a in actors[:number] if a.place[1] <= verb.start()), None)
        if subject is None and verb.start() > place[0] and _WE.search(text, place[0], verb.start()) is None:
            continue
        if subject is not None and " and " in text[subject.place[1] : verb.start()]:
            subject = None  # two of them
        found = Addressed(actor, subject, verb["asked"] is not None)
    return found


def asks_for_others(actor: Actor | None) -> bool:
    """Whether whoever turned to somebody is the writer, or asks for a living, so that the other one answers."""
    return actor is None or actor.kind is ActorKind.MEDIUM or actor.head in _ASKERS


_MAY_ANSWER = (ActorKind.PERSON, ActorKind.ROLE, ActorKind.SOURCE, ActorKind.BODY)
_ASKERS = frozenset(["we", "i", "reporter", "reporters", "journalist", "journalists", "correspondent", "interviewer"])
_LONGEST = 60  # characters from a verb to whom it is turned
_WE = re.compile(r"\b(?:we|I|our|my|this (?:paper|newspaper|agency|newsletter))\b", re.IGNORECASE)
_WHEN = (
    r"(?: (?:again|back|then|once more|at last|finally|yesterday|today|twice|directly|in vain|"
    r"(?:last|this|on|in) [A-Z]?\w+))?"
)
_TURNED_TO = re.compile(
    r"\b(?:(?P<asked>ask(?:s|ed)?|question(?:s|ed)|interview(?:s|ed)|press(?:es|ed)|quizz(?:es|ed)|begg?(?:s|ed)|"
    r"implore[sd]|petition(?:s|ed)|consult(?:s|ed)|(?:appeal|turn|appli|applie)(?:s|ed) to|"
    r"(?:enquire|inquire)[sd] of|(?:put|puts) (?:it|this|that|the [\w ]{0,20}question) to)|"
    r"approach(?:es|ed)|contact(?:s|ed)|reach(?:es|ed)|r[iau]ngs?|(?:seeks?|sought) out|track(?:s|ed) down|"
    r"(?:tele)?phone[sd]|call(?:s|ed)|text(?:s|ed)|e-?mail(?:s|ed)|cable[sd]|(?:writes?|wrote|written) to|"
    r"me(?:e)?ts?|(?:speaks?|spoke|spoken|talk(?:s|ed)) (?:to|with)|visit(?:s|ed)|saw|receive[sd]|call(?:s|ed) on|"
    r"(?:goes|went|came|comes) to(?: see)?|found|hear[sd]? from|sat (?:down )?with|sen(?:t|ds)|"
    r"(?:lunch|dine)[sd]? with|had (?:lunch|dinner|tea|coffee) with|pass(?:es|ed) [\w ]{2,40} to|"
    r"(?:gave|gives|handed|hands|took|takes|brought|brings) [\w ]{2,40} to)"
    rf"{_WHEN} (?:one of )?(?:(?:the|a|an|his|her|its|their|our|my|two|three|four|several|some)(?: [\w-]+)? )?$"
)
_NOT_DONE = re.compile(r"\b(?:not|never|n['’]t|to|will|would|could|who|whom|which)(?: \w+)? $")

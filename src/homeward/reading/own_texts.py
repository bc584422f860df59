"""Whose text it is in which something is stated by nobody: "In the Railways' bulletin it is maintained that ...".

In: a voice that names nobody, and what the text told of before. Out: the body, or the person, who put the text out.
Leaves to others: "it was stated there" behind words of somebody's (`speakers`), and silences of texts (`events`).
"""

from __future__ import annotations

import re

from homeward.reading.languages.language import Actor, ActorKind, Voice
from homeward.reading.memory import Memory
from homeward.records import Attribution

_TEXT = (
    r"(?:communiqu[eé]|statement|bulletin|memorandum|memo|circular|notice|note|letter|declaration|release|text|document|"
    r"proclamation|decree|leaflet|announcement|readout|read-out|message|gazette|newsletter|despatch|dispatch)"
)
_NAME = r"(?P<name>[^\W\d_a-z][\w’'-]*?(?: (?:(?:of|for|and|the) ){0,2}[^\W\d_a-z][\w’'-]*?)*)"
_IT_IS = r",?(?: (?:dated|of|issued|published|put out) [^,.;]{3,30},?)? it (?:is|was|has been)\b"
_OWNED = re.compile(rf"\b[Ii]n (?:the )?{_NAME}['’]s? (?:own )?(?:[a-z-]+ ){{0,2}}{_TEXT}{_IT_IS}")
_OF_BODY = re.compile(rf"\b[Ii]n (?:the|an?) (?:[a-z-]+ ){{0,2}}{_TEXT} (?:of|by|from) (?:the )?{_NAME}{_IT_IS}")
_PLAIN = re.compile(rf"\b[Ii]n (?:the|this|that) (?:same )?(?P<text>{_TEXT}){_IT_IS}", re.IGNORECASE)
_BEHIND = 24  # characters: the text itself may be taken for what tells
_ANY_TEXT = frozenset(["text", "document"])
_MAKERS = (ActorKind.BODY, ActorKind.PERSON, ActorKind.MEDIUM)


def whose_own_text(voice: Voice, memory: Memory) -> Actor | None:
    """Who put out the text in which a sentence says that something is stated."""
    for pattern in (_OWNED, _OF_BODY):
        found = pattern.search(memory.text, memory.begins, voice.cue[1] + _BEHIND)
        if found is not None:
            place = found.span("name")
            known = next((a for a in memory.named if a.place[1] == place[1]), None)
            body = Actor(place, found["name"], ActorKind.BODY, Attribution.NAMED, found["name"].split()[-1].lower())
            return memory.acquaintance.resolve(known or body)
    plain = _PLAIN.search(memory.text, memory.begins, voice.cue[1] + _BEHIND)
    if plain is None:
        return None
    noun = plain["text"].lower()
    if (known := memory.texts.get(noun)) is not None:
        return known
    before = memory.text[memory.began : memory.begins].lower()
    told_of = re.search(_TEXT if noun in _ANY_TEXT else rf"\b{noun}\b", before)
    makers = [a for a in memory.named if memory.began <= a.place[0] < memory.begins and a.kind in _MAKERS]
    return makers[0] if told_of is not None and makers else None

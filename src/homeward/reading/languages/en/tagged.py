"""What the trained tagger saw in a sentence, united with what the rules saw, in English.

In: the voices of the rules, the statements of the tagger, the items of the sentence. Out: the voices of both.
Leaves to others: the network (`homeward.reading.tagger`), the chain.

Where both saw the same words, the rule's voice stays: it knows relays. Where only the tagger did, its statement becomes a
voice; whether that is speech or an attitude is told by its cue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.actors import Item
from homeward.reading.languages.en.sources import describe, trimmed
from homeward.reading.languages.language import Place, View, Voice
from homeward.reading.tagging import TaggedStatement
from homeward.records import Manner

_SAME = 0.5  # share of two contents that must agree for them to be one
_EDGES = re.compile(r"^[\s\"'“”„«‘’`,:;–—-]+|[\s\"'“”„»‘’`,;:–—-]+$")
_THAT = re.compile(r"^(?:that|how|as saying)\s+", re.IGNORECASE)
_LEAST = 2  # letters of a content
_PASSIVE = re.compile(r"\b(?:is|was|were|been|being)\b", re.IGNORECASE)
_NOTHING = re.compile(r"\s*(?:nothing|no one|nobody)\b", re.IGNORECASE)
_NEGATED = re.compile(r"(?:\b(?:not|never|nor|neither)\b|n['’]t\b)", re.IGNORECASE)


def unite(view: View, items: list[Item], voices: list[Voice]) -> list[Voice]:
    """The voices of rules and tagger, in the order of their cues."""
    found = list(voices)
    for statement in view.tagged:
        contents = _tidied(view.text, statement.contents)
        if not contents:
            continue
        same = _same_voice(found, statement, contents)
        if same is not None:
            found[same] = _completed(view, items, found[same], statement)
        elif (voice := _voice(view, items, statement, contents, found)) is not None:
            found.append(voice)
    return sorted(found, key=lambda v: v.cue)


def _tidied(text: str, contents: Sequence[Place]) -> tuple[Place, ...]:
    """Contents without the marks and the "that" around them."""
    found = []
    for start, stop in contents:
        piece = text[start:stop]
        lead = _EDGES.match(piece)
        begin = lead.end() if lead else 0
        that = _THAT.match(piece[begin:])
        if that:
            begin += that.end()
            again = _EDGES.match(piece[begin:])
            begin += again.end() if again else 0
        end = len(piece)
        while end > begin and (piece[end - 1].isspace() or piece[end - 1] in "\"'“”„»‘’`,;:–—-"):
            end -= 1
        if end - begin >= _LEAST:
            found.append((start + begin, start + end))
    return tuple(found)


def _size(places: Sequence[Place]) -> int:
    return sum(b - a for a, b in places)


def _shared(one: Sequence[Place], other: Sequence[Place]) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)


def _same_voice(voices: Sequence[Voice], statement: TaggedStatement, contents: Sequence[Place]) -> int | None:
    best, found = _SAME, None
    for number, voice in enumerate(voices):
        shared = _shared(voice.contents, contents)
        alike = shared / max(1, _size(voice.contents) + _size(contents) - shared)
        if alike >= best or (voice.cue[0] < statement.cue[1] and statement.cue[0] < voice.cue[1]):
            best, found = max(alike, best), number
    return found


def _completed(view: View, items: list[Item], voice: Voice, statement: TaggedStatement) -> Voice:
    """A rule's voice; the tagger may know the speaker where the rule does not."""
    if statement.source is None or voice.nobody:
        return voice
    if voice.speaker is None and not voice.same_speaker:
        return replace(voice, speaker=describe(view.text, statement.source), source=statement.source, nobody=False)
    return voice


def _voice(
    view: View, items: list[Item], statement: TaggedStatement, contents: tuple[Place, ...], voices: Sequence[Voice]
) -> Voice | None:
    cue_words = view.text[slice(*statement.cue)].lower().split()
    manner = next((w.SAYING[word] for word in cue_words if word in w.SAYING), None)
    speech = manner is not None or any(word in w.SPEECH or word in w.CITING for word in cue_words)
    source = trimmed(view.text, statement.source) if statement.source else None
    cue = view.text[slice(*statement.cue)]
    if _NEGATED.search(cue) or _NOTHING.match(view.text, contents[0][0]):
        return None  # "did not say", "mentioned nothing about": what was not said
    if source is not None and view.text[slice(*source)].lower() in ("it", "there") and _PASSIVE.search(cue):
        source = None  # "it was also noted that": by nobody who is named
    speaker = describe(view.text, source) if source else None
    hull = (min(a for a, _ in contents), max(b for _, b in contents))
    direct = any(q.inner_start <= contents[0][0] + 1 and contents[0][1] <= q.inner_stop + 1 for q in view.quotes)
    return Voice(
        statement.cue,
        manner or Manner.SAID,
        speaker,
        hull,
        direct,
        contents=contents,
        rule="tagger",
        source=source,
        nobody=speaker is None,
        attitude=not speech and not direct,
    )

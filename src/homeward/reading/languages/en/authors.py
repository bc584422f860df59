"""Whose an English text is that is silent about somebody: "the note", "its address", "the transcript".

In: a document, and where it says that a text, or somebody, is silent. Out: the actor whose silence it is, as the
document names him: the owner in the words themselves, else whoever put out the text of which it has told before.
Leaves to others: finding silences (`silences`, the trained models), and who "it" or "the ministry" is (`Room`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from homeward.reading.languages.en.chunk import Chunk
from homeward.reading.languages.en.clauses import Clauses
from homeward.reading.languages.en.parties import actor_of, is_nobody, is_party
from homeward.reading.languages.en.silences import TEXT_NOUN, author_in
from homeward.reading.languages.language import Actor, ActorKind, Place, RawEvent, View

_TEXT = re.compile(rf"\b(?P<noun>{TEXT_NOUN})s?\b", re.IGNORECASE)
_ONLY_TEXT = re.compile(
    rf"\W*(?:the|this|that|its?|an?|first|second|whole|full|entire) ?(?:[\w-]+ ){{0,3}}?(?:{TEXT_NOUN})?s?(?: itself)?\W*",
    re.IGNORECASE,
)
_PUT_OUT = re.compile(
    r"\b(?:put out|puts out|issu\w+|publish\w*|releas\w+|sen[dt]s?|post\w*|read(?:s| out)?|sign\w*|tweet\w*|wr[io]te?s?|written|deliver\w*|gave|gives?|given|"
    r"handed|circulat\w+|distribut\w+|broadcast\w*|made|makes?|held|holds?|record\w*|drew|drafted|tabled|filed|printed|print|ran|carr\w+)\b",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(r"(?:not|never|hardly|scarcely)\b", re.IGNORECASE)
_JOINT = re.compile(r"\b(?:joint|common|shared|final)\b", re.IGNORECASE)  # of nobody alone
_BACK = 1500  # characters before a silence in which its text may have been told of
_ENDS = re.compile(r"(?<=[.!?”\"])\s+|\n+")
_WHOLE = (ActorKind.PERSON, ActorKind.BODY, ActorKind.ROLE, ActorKind.PRONOUN)


def author_of(text: str, words: str, place: int) -> Actor | None:
    """Who put out the text that is silent at `place`, called `words` there; None where nothing tells."""
    if _ONLY_TEXT.fullmatch(words) is None or _JOINT.search(words):
        return None
    named = _TEXT.search(words)
    noun = named["noun"].lower() if named is not None else ""
    sentences = list(_before(text, place))
    for same in (True, False) if noun else (False,):
        for start, stop in sentences:
            if _TEXT.search(text, start, stop) is not None:
                found = _told_in(Clauses(View(text, text, start, stop, (), ())), noun if same else "", place)
                if found is not None:
                    return found
    return None


def silent_one(view: View, event: RawEvent) -> tuple[Actor | None, str | None]:
    """Who or what is silent in a sentence known to tell of it, by its subject: the actor, or words for a text."""
    clauses = Clauses(view)
    for at in clauses.verbs:
        chunk = clauses.chunks[at]
        if not chunk.finite or chunk.passive or chunk.start < event.place[0] or chunk.stop > event.place[1]:
            continue
        subjects = clauses.subjects(at)
        first = clauses.chunks[subjects[0]] if subjects else None
        if first is not None and first.heads[0] == "nothing":  # "nothing in the text refers to"
            first = next((c for c in _phrases(clauses, subjects[0]) if _TEXT.search(clauses.text(c.place))), None)
        if first is None or is_nobody(first) or _NOT_ONE.match(clauses.text(first.place)):
            return None, None
        author = author_in(clauses, first)
        if author is not None:
            return author, None
        words = clauses.text(first.place)
        if _TEXT.search(words):
            return None, words
        return (actor_of(clauses, first), None) if is_party(clauses, first) else (None, None)
    return None, None


def _phrases(clauses: Clauses, at: int) -> list[Chunk]:
    chunks = clauses.chunks
    return (
        [chunks[at + 2]]
        if at + 2 < len(chunks) and chunks[at + 1].low in ("in", "of") and chunks[at + 2].kind == "np"
        else []
    )


def _before(text: str, place: int) -> Iterator[Place]:
    """The sentences before a place, and what stands before it in its own, the nearest first."""
    begin = max(0, place - _BACK)
    cuts = [begin, *(m.end() for m in _ENDS.finditer(text, begin, place)), place]
    for start, stop in reversed(list(pairwise(cuts))):
        if stop - start > 8:
            yield start, stop


def _told_in(clauses: Clauses, noun: str, limit: int) -> Actor | None:
    """Whose a text is of which a sentence tells: "| the ministry | said in a statement", "a note by | the Front |"."""
    for at, chunk in enumerate(clauses.chunks):
        if chunk.kind != "np" or chunk.stop > limit:
            continue
        named = _TEXT.search(clauses.text(chunk.place))
        if named is None or (noun and named["noun"].lower() != noun):
            continue
        found = author_in(clauses, chunk) or _by_verb(clauses, at)
        if found is not None and found.kind in _WHOLE:
            return found
    return None


def _by_verb(clauses: Clauses, at: int) -> Actor | None:
    chunks = clauses.chunks
    before = chunks[at - 1] if at else None
    within = before is not None and before.low in ("in", "on", "at", "during", "through", "via", "by", "with")
    verb = next((k for k in reversed(clauses.verbs) if k < at and chunks[k].finite), None)
    if verb is None and within:
        verb = next((k for k in clauses.verbs if k > at and chunks[k].finite), None)
    if verb is None or not (within or _PUT_OUT.search(clauses.text(chunks[verb].place))):
        return None
    subjects = clauses.subjects(verb)
    first = chunks[subjects[0]] if subjects else None
    return _author(clauses, first) if first is not None and len(subjects) == 1 else None


def _author(clauses: Clauses, chunk: Chunk) -> Actor | None:
    words = clauses.text(chunk.place)
    if (
        is_nobody(chunk)
        or not is_party(clauses, chunk)
        or _TEXT.search(words)
        or chunk.low in ("who", "which", "that", "you")
    ):
        return None
    return actor_of(clauses, chunk)

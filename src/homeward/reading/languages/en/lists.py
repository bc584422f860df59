"""Which English noun phrases are a list of people: "a list", "a copy of it", "a sheet with eight names".

In: the clauses of a sentence. Out: whether a noun phrase is a list, a receiver that stands in the same phrase, and
how many names there are.
Leaves to others: who gave the list to whom (`handovers`).
"""

from __future__ import annotations

import re

from homeward.reading.languages.en import verbs as v
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.chunk import Chunk
from homeward.reading.languages.en.clauses import Clauses
from homeward.reading.languages.en.sources import describe
from homeward.reading.languages.language import Actor, ActorKind

_CARRIERS = frozenset(  # what is a list only where it is said to bear names
    w.split(
        "note notes letter letters photograph photographs photo photos picture pictures petition memo memorandum "
        "table message appeal request text card cards portraits booklet notebook slip piece archive data dossiers"
    )
)
_COPIES = frozenset(w.split("copy copies possession duplicate version printout scan"))
_BEARING = frozenset(w.split("with containing bearing listing carrying naming including"))
_BEARERS = frozenset(w.split("contain bear list carry name include hold show"))
_THINGS = frozenset(  # of what else there are lists
    w.split(
        "demands demand complaints parts goods questions conditions violations requirements candidates players "
        "weapons places sites villages towns streets grievances proposals terms needs items supplies medicines "
        "vessels ships companies banks recommendations concerns reforms targets songs books members' wishes prices "
        "rules crimes incidents abuses priorities steps measures sanctions addresses amendments topics guests "
        "donors voters ministers nominees nominations winners donations equipment spares checkpoints positions"
    )
)
_BACK = 200  # characters before a sentence in which the list may have been named
_NUMBER = re.compile(rf"(?:{w.NUMBER})", re.IGNORECASE)
_INVERTED = re.compile(r"\W{0,3}(?:Had|Were|Should)\b")
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_COUNT = rf"(?:(?:{_TENS})-(?:one|two|three|four|five|six|seven|eight|nine)|{w.NUMBER})"
_NUMBERED = re.compile(
    rf"(?<![\w-])(?P<n>{_COUNT})(?: (?!was |were |is |are |has |had |have )[a-z-]+){{0,2}} (?:names|people|persons|"
    rf"hostages|captives|detainees|prisoners|men|women|(?!was\b|is\b|has\b|days|weeks|months|years|hours|minutes|times)"
    rf"\w+s)\b"
    rf"|\b(?:names|lists?|roster) of (?:the |all |our |their )*(?P<m>{_COUNT})\b(?!-)"
    rf"|(?<![\w-])(?P<k>{_COUNT})-name\b|\ball (?P<a>{_COUNT})\b",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\bboth (?:the |their )?names\b|\bnames of both\b", re.IGNORECASE)
_DETERMINED = frozenset(w.split("the a an his her its their our my this that no any another"))


def is_list(clauses: Clauses, at: int) -> bool:
    """Whether the noun phrase at `at` is a list, names, or a paper that may be one."""
    chunk = clauses.chunks[at]
    if chunk.kind != "np" or chunk.pronoun:
        return False
    head = chunk.heads[-1]
    words = words_of(clauses, chunk)
    if not _THINGS.isdisjoint(words):
        return False
    if head in v.LIST_NOUNS | v.NAME_NOUNS or is_paper(chunk):
        return True
    if head in _COPIES:
        return not (v.LIST_NOUNS | v.NAME_NOUNS).isdisjoint(words) or ("of" not in words and list_before(clauses))
    return head in _CARRIERS and bears_names(clauses, at)


def bears_names(clauses: Clauses, at: int) -> bool:
    """Whether names stand behind a noun phrase: "a sheet with eight names", "a letter containing the names"."""
    chunks = clauses.chunks
    for j in range(at + 1, min(len(chunks) - 1, at + 7)):
        c, after = chunks[j], chunks[j + 1]
        if (c.low in _BEARING or (c.gerund and c.verb in _BEARERS)) and after.kind == "np":
            if set(words_of(clauses, after)) & (v.NAME_NOUNS | v.LIST_NOUNS):
                return True
        elif c.kind == "verb" or c.kind in ("that", "rel", "sub", "quote"):
            return False
    return False


def list_before(clauses: Clauses) -> bool:
    """Whether a list was named just before the sentence, so that "it" or "a copy" may be that list."""
    return speaks_of_list(clauses.view.text, clauses.view.start)


def speaks_of_list(text: str, stop: int) -> bool:
    """Whether the words just before a character name a list of people."""
    before = text[max(0, stop - _BACK) : stop].rpartition("\n\n\n")[2].lower()
    words = frozenset(re.findall(r"[a-z]+", before))
    return not words.isdisjoint(v.LIST_NOUNS | {"names"}) and words.isdisjoint(_THINGS)


def is_paper(chunk: Chunk) -> bool:
    """Whether it may be any paper: it counts only where it is told to whom it went."""
    return not chunk.pronoun and chunk.heads[-1] in v.PAPER_NOUNS


def is_weak(chunk: Chunk) -> bool:
    """Names or a paper, which are mentioned for other reasons too."""
    return chunk.pronoun or chunk.heads[-1] in v.NAME_NOUNS | v.PAPER_NOUNS | _CARRIERS | _COPIES


def words_of(clauses: Clauses, chunk: Chunk) -> list[str]:
    """The words of a noun phrase, with those behind "of"."""
    return clauses.text(chunk.place).lower().split()


def receiver_inside(clauses: Clauses, chunk: Chunk) -> Actor | None:
    """Who stands before the list in what looks like one phrase: "gave the police 38 names", "hands Front list of"."""
    text = clauses.text(chunk.place)
    found = list(re.finditer(r"[^\s]+", text))[: len(chunk.heads)]
    if len(found) < 2 or len(found) != len(chunk.heads):
        return None
    for k in range(1, len(found)):
        if _NUMBER.fullmatch(found[k][0]) and (found[0][0].lower() not in _DETERMINED or k > 1):
            return _named(clauses, chunk, found[k].start())
    plural = chunk.heads[-1].endswith("s") and len(found) == 2 + (found[0][0].lower() == "the")
    headline = text[0].isupper() and found[0][0].lower() not in _DETERMINED and chunk.start > 0
    if (plural and found[0][0].lower() == "the" and chunk.heads[-2].removesuffix("s") in w.ROLE_HEADS) or headline:
        return _named(clauses, chunk, found[-1].start())
    return None


def _named(clauses: Clauses, chunk: Chunk, length: int) -> Actor | None:
    text = clauses.text(chunk.place)[:length].rstrip()
    if text.lower().endswith(("'s", "’s", "s'", "s’")) or not text:
        return None
    actor = describe(clauses.view.text, (chunk.start, chunk.start + len(text)))
    return actor if actor.kind in (ActorKind.BODY, ActorKind.PERSON, ActorKind.ROLE) else None


def is_asked(clauses: Clauses) -> bool:
    """Whether the sentence is a question, or begins as one ("Had the list been given, ...")."""
    begun = _INVERTED.match(clauses.view.text, clauses.view.start, clauses.view.stop) is not None
    return begun or any(c.low == "?" for c in clauses.chunks[-3:])


def count_in(text: str) -> int | None:
    """How many names a list holds, where the words say so."""
    found = _NUMBERED.search(text)
    if not found:
        return 2 if _BOTH.search(text) else None
    word = next(x for x in found.groupdict().values() if x).lower()
    if word.isdecimal():
        return int(word)
    tens, _, ones = word.partition("-")
    return w.NUMBERS[tens] + w.NUMBERS[ones] if tens in w.NUMBERS and ones in w.NUMBERS else w.NUMBERS.get(word)

"""Whether a text mentions our people: the search on which a finding of silence rests.

In: a text of a case, and words to look for beside the names and group words that the case file knows. Out: every
place where one of our people may be meant; and the list of all that was looked for.
Leaves to others: names in any script (`names.Spotter`), the finding itself (`actions.silences`, a person).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from homeward.casework import matching
from homeward.casework.models import Case, User

# Letters that Hebrew and Arabic write as one with the word that follows: and, in, to, from, the ...
_JOINED = "[ובלמהשכوفبلك]{0,2}(?:ال)?"
_ABJAD = re.compile(r"[\u0590-\u06ff\u0750-\u077f]")


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A place in a text: `words` is exactly what stands there; `person` is the id of whose name it may be, if any."""

    start: int
    words: str
    person: int | None


def terms_to_search(user: User, case: Case, given: Sequence[Mapping[str, str]] = ()) -> list[dict[str, str]]:
    """All that `mentions_in` looks for, as `SilenceFinding.terms` keeps it: names, group words, the words given."""
    known = matching.search_terms(user, case)
    names_and_groups = {term["term"] for term in known}
    extra = [
        {"script": term.get("script", ""), "term": term["term"].strip()}
        for term in given
        if term.get("term", "").strip() and term["term"].strip() not in names_and_groups
    ]
    return list({(term["script"], term["term"]): term for term in [*known, *extra]}.values())


def mentions_in(user: User, case: Case, text: str, given: Sequence[Mapping[str, str]] = ()) -> list[FoundMention]:
    """Every place where a text may mean one of our people: a name in any script, a group word, a word given."""
    found = [
        FoundMention(spotted.start, spotted.text, int(spotted.key))
        for spotted in matching.spotter_for(user, case).spot(text)
    ]
    plain, places = plain_text(text)
    for term in terms_to_search(user, case, given):
        for start, stop in _occurrences(plain, term["term"]):
            place = places[start]
            if all(place < m.start or place >= m.start + len(m.words) for m in found):
                found.append(FoundMention(place, text[place : places[stop - 1] + 1], None))
    return sorted(found, key=lambda mention: mention.start)


def says(text: str, term: str) -> bool:
    """Whether a text holds these words as whole words, in whatever case."""
    return next(_occurrences(plain_text(text)[0], term), None) is not None


def _occurrences(plain: str, term: str) -> Iterator[tuple[int, int]]:
    words = plain_text(term)[0].split()
    if not words:
        return
    before = _JOINED if _ABJAD.search(term) else ""
    together = r"\s+".join(map(re.escape, words))
    pattern = rf"(?<!\w){before}({together})(?!\w)"
    for match in re.finditer(pattern, plain):
        yield match.span(1)


def plain_text(text: str) -> tuple[str, list[int]]:
    """The text without case, marks and unseen characters; and, for each character left, its place in the text."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in unicodedata.normalize("NFKD", character).casefold():
            if unicodedata.category(letter) not in ("Mn", "Cf"):
                letters.append("'" if letter in "’ʼ" else letter)
                places.append(place)
    return "".join(letters), places

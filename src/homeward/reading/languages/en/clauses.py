"""Who does what to whom in an English sentence: subjects, objects and phrases of each verb.

In: a sentence, as a `View`. Out: `Clauses`.
Leaves to others: cutting the sentence (`chunks`), what a verb means (`contacts`, `handovers`, `promises`), and who a
noun phrase names (`sources`).
"""

from __future__ import annotations

from dataclasses import dataclass

from homeward.reading.languages.en.chunk import Chunk
from homeward.reading.languages.en.chunks import chunks_of
from homeward.reading.languages.language import Place, View
from homeward.reading.proposals import ReadDate


@dataclass(frozen=True, slots=True)
class Argument:
    """A noun phrase of a verb: behind a preposition, or as object with `role` empty."""

    role: str
    chunk: Chunk
    at: int


_HELPING = frozenset(["had", "has", "have", "will", "would", "is", "are", "was", "were"])
_NOMINATIVE = frozenset(["i", "he", "she", "we", "they"])
_STOPS = frozenset([";", ":", "(", "!", "?"])


_PARTICIPLES = frozenset(
    [
        "held",
        "taken",
        "known",
        "kept",
        "brought",
        "seen",
        "shot",
        "left",
        "lost",
        "sent",
        "found",
        "caught",
        "stolen",
        "given",
        "made",
        "named",
    ]
)


class Clauses:
    """The chunks of one sentence."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.chunks = chunks_of(view)
        self._known: dict[int, list[int]] = {}
        self.verbs = [k for k, c in enumerate(self.chunks) if c.kind == "verb"]

    def text(self, place: Place) -> str:
        """The words at a place."""
        return self.view.text[slice(*place)]

    # --- subjects -----------------------------------------------------------------------------------------------

    def subjects(self, at: int) -> list[int]:
        """The noun phrases that are the subject of the verb at `at`; joined ones in order."""
        if at not in self._known:
            self._known[at] = []  # a clause that leads back to itself has none
            self._known[at] = self._subjects(at)
        return self._known[at]

    def _subjects(self, at: int) -> list[int]:
        chunks = self.chunks
        j = at - 1
        while j >= 0:
            c = chunks[j]
            if c.kind == "date":
                j -= 2 if j and chunks[j - 1].kind == "prep" else 1
            elif c.kind == "adv" or (c.low.endswith(("self", "selves")) and j and chunks[j - 1].kind == "np"):
                j -= 1  # "he himself"
            elif c.kind == "np":
                first = self._first_joined(j)
                opener = chunks[first - 1] if first else None
                if opener is None or opener.kind != "prep":
                    return self._joined(j)
                told = opener.low not in ("between", "among") and any(x.kind == "verb" for x in chunks[:first])
                if first < j and told:
                    return [j]  # "we search for them and Seld will answer"
                j = first - 2
            elif c.kind == "mark":
                opened = self._open_of(j)
                j = opened - 1 if opened is not None else j - 1
                if opened is None and (c.low in _STOPS or not _is_introduction(chunks, j)):
                    return []
            elif c.kind == "rel" or (c.kind == "that" and j and chunks[j - 1].kind == "np"):
                known = j - 2 if chunks[j - 1].kind == "mark" else j - 1
                return [known] if known >= 0 and chunks[known].kind == "np" else []
            elif c.kind == "conj":
                return self._of_verb_before(j)
            elif c.kind == "verb" and c.low in _HELPING and j + 1 < at and chunks[j + 1].low == ",":
                j -= 1  # "He had, however, pledged"
            elif c.kind == "verb" and self._only_describes(j) and (chunks[at].modal or chunks[at].passive):
                j -= 1  # "the nurses seized in Tarn would not be harmed"
            elif c.kind == "verb":
                return self.subjects(j) if not chunks[at].finite or not c.finite else []
            elif c.kind == "prep" and chunks[at].gerund:
                main = next((m for m in reversed(self.verbs) if m < j and chunks[m].finite), self._finite_after(at))
                return self.subjects(main) if main is not None else []
            else:
                return []
        if chunks[at].gerund and (chunks[at].perfect or at == 0):  # "(Having) met Seld, Olsen flew home"
            main = self._finite_after(at)
            found = self.subjects(main) if main is not None else []
            apart = bool(found) and found[0] > at + 1 and chunks[found[0] - 1].low == ","
            return found if chunks[at].perfect or apart else []
        return []

    def _only_describes(self, at: int) -> bool:
        """Whether a verb before another with no word between their clauses is a participle: "the nurses | seized | in Tarn"."""
        c = self.chunks[at]
        plain = c.finite and not (c.modal or c.passive or c.perfect or c.due or c.negated)
        return (
            plain and (c.low.endswith("ed") or c.low in _PARTICIPLES) and at > 0 and self.chunks[at - 1].kind == "np"
        )

    def _of_verb_before(self, conjunction: int) -> list[int]:
        """The subject that a verb behind "and" shares with the verb before it."""
        earlier = [m for m in reversed(self.verbs) if m < conjunction]
        main = next((m for m in earlier if self.introduced_by(m)[0] in ("", "that")), None)
        return self.subjects(main if main is not None else earlier[0]) if earlier else []

    def _finite_after(self, at: int) -> int | None:
        return next((m for m in self.verbs if m > at and self.chunks[m].finite), None)

    def _first_joined(self, at: int) -> int:
        """The first of the noun phrases joined to the one at `at`: "A, B and C"."""
        chunks = self.chunks
        first = at
        links: tuple[str, ...] = ("and", "nor", "or")
        while first > 1 and chunks[first - 1].low in links and chunks[first - 2].kind == "np":
            first, links = first - 2, ("and", ",")
        return first

    def _joined(self, at: int) -> list[int]:
        """A noun phrase with those joined to it by "and" before it: "She and Pir Daulat"."""
        found = [at]
        j = at - 1
        chunks = self.chunks
        while j > 0 and chunks[j].kind == "conj" and chunks[j].low in ("and", "nor") and chunks[j - 1].kind == "np":
            if j > 1 and chunks[j - 2].kind in ("verb", "prep"):
                break
            found.insert(0, j - 1)
            j -= 2
            while j > 0 and chunks[j].low == "," and chunks[j - 1].kind == "np":
                found.insert(0, j - 1)
                j -= 2
        return found

    def _open_of(self, comma: int) -> int | None:
        """Where the aside that ends at `comma` begins: ", who spoke later," or ", led by Farr,"."""
        chunks = self.chunks
        if chunks[comma].low not in (",", ")", "—", "–", "-"):
            return None
        if comma > 1 and chunks[comma - 1].kind == "adv" and chunks[comma - 2].low == chunks[comma].low:
            return comma - 2  # ", however,"
        opening = "(" if chunks[comma].low == ")" else chunks[comma].low
        for j in range(comma - 1, max(-1, comma - 16), -1):
            if chunks[j].kind == "mark" and chunks[j].low == opening:
                return j if j and chunks[j - 1].kind in ("np", "date") else None
        return None

    # --- what follows a verb ---------------------------------------------------------------------------------------

    def arguments(self, at: int) -> list[Argument]:
        """Objects and prepositional phrases behind the verb at `at`, up to the end of its clause."""
        found: list[Argument] = []
        chunks = self.chunks
        role = ""
        j = at + 1
        last = -2
        while j < len(chunks):
            c = chunks[j]
            if c.kind == "prep":
                role = c.low
            elif c.kind == "np":
                if found and c.pronoun and c.low in _NOMINATIVE:
                    break  # "at a farm he will not name"
                joined = last >= 0 and j - last == 2 and chunks[j - 1].low in ("and", ",")
                if joined and j + 1 < len(chunks) and chunks[j + 1].finite:
                    break  # "met Ruhl, and Ober wrote"
                if joined and found:
                    role = found[-1].role
                found.append(Argument(role, c, j))
                last, role = j, ""
            elif c.low == ",":
                role = ","  # what follows a comma is no object, unless it is joined to one
            elif c.kind in ("that", "sub", "rel", "quote"):
                break
            elif c.kind == "verb":
                if c.finite and not c.passive and not (found and c.low.endswith("ed")):
                    break
                if c.finite or c.infinitive:
                    break
                # a participle that only describes: "a delegation led by Farr"
            elif (c.kind == "mark" and c.low not in (",", "—", "–", "-", "(", ")")) or (
                c.kind == "conj" and j + 1 < len(chunks) and chunks[j + 1].kind in ("verb", "adv")
            ):
                break
            j += 1
        return found

    def fronted(self, at: int) -> list[Argument]:
        """Prepositional phrases at the head of the clause of the verb at `at`: "In Brenn on Monday, ..."."""
        found: list[Argument] = []
        subjects = self.subjects(at)
        j = (subjects[0] if subjects else at) - 1
        chunks = self.chunks
        while j >= 0:
            c = chunks[j]
            if c.kind == "np" and j and chunks[j - 1].kind == "prep":
                found.append(Argument(chunks[j - 1].low, c, j))
                j -= 2
            elif c.kind in ("date", "adv", "prep") or c.low == ",":
                j -= 1
            else:
                break
        return found

    def extent(self, at: int) -> Place:
        """The clause of the verb at `at`, with its subject and what is fronted, to where its arguments end."""
        chunks = self.chunks
        start, stop = chunks[at].place
        for k in self.subjects(at):
            if k < at:
                start = min(start, chunks[k].start)
        j = next((k for k, c in enumerate(chunks) if c.start >= start), at) - 1
        while j >= 0 and (chunks[j].kind in ("date", "adv", "prep", "np") or chunks[j].low == ","):
            if chunks[j].kind == "np" and not (j and chunks[j - 1].kind == "prep"):
                break
            start = chunks[j].start
            j -= 1
        j = at + 1
        while j < len(chunks):
            c = chunks[j]
            if c.kind in ("that", "sub", "rel", "quote") or (c.kind == "verb" and c.finite and not c.passive):
                break
            if c.kind == "mark" and c.low not in (",", "—", "–", "-", "(", ")"):
                break
            if c.kind == "conj" and j + 1 < len(chunks) and (chunks[j + 1].kind in ("verb", "adv")):
                break
            if c.kind == "np" and j + 1 < len(chunks) and chunks[j + 1].finite and not chunks[j + 1].passive:
                break
            if c.kind not in ("mark", "conj", "prep"):
                stop = c.stop
            j += 1
        return start, max(stop, chunks[at].stop)

    def dates(self, place: Place) -> list[ReadDate]:
        """Dates in a place, in order."""
        return [c.day for c in self.chunks if c.day is not None and place[0] <= c.start and c.stop <= place[1]]

    def _opens(self, at: int) -> bool:
        """Whether a small word opens its sentence or stands behind a mark or "and"."""
        return at == 0 or self.chunks[at - 1].kind in ("mark", "conj", "quote")

    def governor(self, at: int) -> Chunk | None:
        """The verb on which an infinitive or gerund hangs: "plans to meet", "denied having met"."""
        chunks = self.chunks
        for j in range(at - 1, max(-1, at - 5), -1):
            if chunks[j].kind == "verb":
                return chunks[j]
            if chunks[j].kind in ("mark", "that", "sub", "rel", "quote"):
                return None
        return None

    def introduced_by(self, at: int) -> tuple[str, Chunk | None]:
        """The small word that opens the clause of the verb at `at` ("that", "if"), and the verb before that word."""
        chunks = self.chunks
        begin = j = (self.subjects(at) or [at])[0] - 1
        while j >= 0:
            c = chunks[j]
            if c.kind == "sub" and begin >= 0 and chunks[begin].low == "," and self._opens(j):
                return "", None  # "If they come, we ...": the clause before the comma is another
            if c.kind in ("that", "sub"):
                before = next((chunks[m] for m in range(j - 1, max(-1, j - 8), -1) if chunks[m].kind == "verb"), None)
                return c.low, before
            if c.kind == "verb":
                return "", c
            if c.kind in ("rel", "quote") or (c.kind == "mark" and c.low not in (",",)) or c.kind == "conj":
                return "", None
            j -= 1
        return "", None


def _is_introduction(chunks: list[Chunk], at: int) -> bool:
    return at >= 0 and chunks[at].kind in ("np", "date", "adv")

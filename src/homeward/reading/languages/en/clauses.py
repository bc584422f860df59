"""An English sentence cut into noun phrases, verb groups and small words, and who does what to whom in it.

In: a sentence, as a `View`. Out: `Clauses`: chunks in order, with the subject, objects and phrases of each verb.
Leaves to others: what a verb means (`contacts`, `handovers`, `promises`), and who a noun phrase names (`sources`).

There is no parser here, only word classes and order. Where a word may be noun or verb, the words beside it decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from homeward.reading.languages.en import verbs as v
from homeward.reading.languages.en import words as w
from homeward.reading.languages.language import MASK, Place, View
from homeward.reading.proposals import ReadDate
from homeward.reading.segment import Token, tokens

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "am"])
_HAVE = frozenset(["has", "have", "had", "having"])
_DO = frozenset(["do", "does", "did"])
_MODALS = frozenset(["will", "would", "shall", "should", "can", "could", "may", "might", "must"])
_CUT = {
    "won't": ("will", True), "wouldn't": ("would", True), "shan't": ("shall", True), "can't": ("can", True),
    "cannot": ("can", True), "couldn't": ("could", True), "shouldn't": ("should", True), "didn't": ("did", True),
    "doesn't": ("does", True), "don't": ("do", True), "hasn't": ("has", True), "haven't": ("have", True),
    "hadn't": ("had", True), "isn't": ("is", True), "aren't": ("are", True), "wasn't": ("was", True),
    "weren't": ("were", True), "mustn't": ("must", True),
}  # fmt: skip
_JOINED = re.compile(r"^(i|we|they|he|she|it|you)['’](ll|ve|re|d|m)$", re.IGNORECASE)
_JOINED_AUX = {"ll": "will", "ve": "have", "re": "are", "d": "would", "m": "am"}
_NEGATIONS = frozenset(["not", "never"])
_PREPOSITIONS = w.PREPOSITIONS | frozenset(
    [
        "following",
        "beside",
        "beyond",
        "despite",
        "except",
        "behind",
        "above",
        "below",
        "beneath",
        "upon",
        "aboard",
        "toward",
        "throughout",
        "along",
        "across",
        "around",
        "amongst",
        "alongside",
    ]
)
_SUBORDINATE = frozenset(
    [
        "what",
        "if",
        "whether",
        "when",
        "while",
        "because",
        "as",
        "although",
        "though",
        "unless",
        "once",
        "where",
        "until",
        "how",
        "why",
        "whereas",
    ]
)
_CONJUNCTIONS = frozenset(["and", "but", "or", "nor", "then", "yet"])
_RELATIVES = frozenset(["who", "which", "whom", "whose"])
_ADVERBS = frozenset(
    [
        "also",
        "later",
        "again",
        "earlier",
        "repeatedly",
        "further",
        "only",
        "just",
        "already",
        "meanwhile",
        "still",
        "now",
        "however",
        "first",
        "finally",
        "even",
        "both",
        "reportedly",
        "back",
        "up",
        "over",
        "together",
        "too",
        "soon",
        "once",
        "yet",
        "ever",
        "personally",
        "today",
        "here",
        "there",
        "afterwards",
        "afterward",
        "twice",
        "recently",
        "briefly",
        "jointly",
        "separately",
        "long",
        "since",
        "directly",
        "ahead",
        "away",
        "home",
        "instead",
        "thus",
        "therefore",
        "so",
        "off",
        "out",
        "down",
        "on-line",
        "online",
        "anyway",
        "moreover",
        "alone",
        "himself",
        "herself",
        "itself",
        "themselves",
        "yesterday",
        "tomorrow",
        "right",
        "allegedly",
    ]
)
_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
        "your",
        "this",
        "these",
        "those",
        "some",
        "several",
        "any",
        "each",
        "every",
        "both",
        "all",
        "another",
        "many",
        "most",
        "few",
        "no",
        "none",
        "either",
        "neither",
        "whose",
    ]
)
_NUMBERS = frozenset(n for n in w.NUMBERS if len(n) > 2) - frozenset(["zero"])
_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "they",
        "it",
        "we",
        "i",
        "you",
        "him",
        "her",
        "them",
        "us",
        "me",
        "himself",
        "herself",
        "nobody",
        "anyone",
        "anybody",
        "someone",
        "somebody",
        "everyone",
        "everybody",
        "none",
        "no-one",
    ]
)
_POSSESSIVE_PRONOUNS = frozenset(["his", "her", "its", "their", "our", "my", "your"])
_TAIL_HEADS = w.BODY_HEADS | w.PERSON_HEADS | v.PLACE_NOUNS | frozenset(["list", "lists", "names", "account"])
_NAME_LIKE = re.compile(r"[^\W\d_a-z]")


@dataclass(slots=True)
class Chunk:
    """A piece of a sentence.

    `kind`: np, verb, prep, conj, sub, that, rel, mark, date, quote, adv.
    For a verb: `verb` its base form, `low` the form, `modal`, `negated`, `passive`, `perfect`, `infinitive` ("to meet"),
    `gerund`, `due` ("is to meet", "is due to meet").
    """

    kind: str
    start: int
    stop: int
    low: str
    verb: str = ""
    modal: str = ""
    negated: bool = False
    passive: bool = False
    perfect: bool = False
    infinitive: bool = False
    gerund: bool = False
    due: bool = False
    heads: tuple[str, ...] = ()
    pronoun: bool = False
    day: ReadDate | None = None
    extra: list[Place] = field(default_factory=list)

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.start, self.stop

    @property
    def finite(self) -> bool:
        """Whether a verb stands by itself, with a subject of its own."""
        return self.kind == "verb" and not self.infinitive and not self.gerund


@dataclass(frozen=True, slots=True)
class Argument:
    """A noun phrase of a verb: behind a preposition, or as object with `role` empty."""

    role: str
    chunk: Chunk
    at: int


class Clauses:
    """The chunks of one sentence."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.chunks = _chunks(view)
        self.verbs = [k for k, c in enumerate(self.chunks) if c.kind == "verb"]

    def text(self, place: Place) -> str:
        """The words at a place."""
        return self.view.text[slice(*place)]

    # --- subjects -----------------------------------------------------------------------------------------------

    def subjects(self, at: int, depth: int = 0) -> list[int]:
        """The noun phrases that are the subject of the verb at `at`; joined ones in order."""
        chunks = self.chunks
        j = at - 1
        while j >= 0 and depth < 6:
            c = chunks[j]
            if c.kind in ("adv", "date"):
                j -= 1
                if j >= 0 and chunks[j].kind == "prep" and c.kind == "date":
                    j -= 1
            elif c.kind == "np":
                first = j
                links: tuple[str, ...] = ("and", "nor", "or")
                while first > 1 and chunks[first - 1].low in links and chunks[first - 2].kind == "np":
                    first -= 2
                    links = ("and", ",")
                joined = first < j and chunks[first - 1].low not in ("between", "among")
                if joined and any(c.kind == "verb" for c in chunks[:first]):
                    return [j]  # "we search for them and Seld will answer"
                if first and chunks[first - 1].kind == "prep":
                    j = first - 2
                    continue
                return self._joined(j)
            elif c.kind == "mark":
                inner = self._open_of(j)
                if inner is None:
                    j -= 1
                    if c.low in (";", ":", "(", "!", "?") or not _is_introduction(chunks, j):
                        return []
                else:
                    j = inner - 1
            elif c.kind == "rel" or (c.kind == "that" and j and chunks[j - 1].kind == "np"):
                k = j - 1
                if k >= 0 and chunks[k].kind == "mark":
                    k -= 1
                return [k] if k >= 0 and chunks[k].kind == "np" else []
            elif c.kind == "conj":
                earlier = [m for m in range(j - 1, -1, -1) if chunks[m].kind == "verb"]
                main = next((m for m in earlier if self.introduced_by(m)[0] in ("", "that")), None)
                return self.subjects(main if main is not None else earlier[0], depth + 1) if earlier else []
            elif c.kind == "verb":
                if chunks[at].finite and not c.finite:
                    return self.subjects(j, depth + 1)
                return [] if chunks[at].finite else self.subjects(j, depth + 1)
            elif c.kind == "prep" and chunks[at].gerund:
                before = next(
                    (m for m in range(j - 1, -1, -1) if chunks[m].kind == "verb" and chunks[m].finite), None
                )
                after = next(
                    (m for m in range(at + 1, len(chunks)) if chunks[m].kind == "verb" and chunks[m].finite), None
                )
                main = before if before is not None else after
                return self.subjects(main, depth + 1) if main is not None else []
            else:
                return []
        return []

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
        j = (self.subjects(at) or [at])[0] - 1
        while j >= 0:
            c = chunks[j]
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


# --- chunks -------------------------------------------------------------------------------------------------------


def _chunks(view: View) -> list[Chunk]:
    pieces = [t for t in tokens(view.masked, view.start, view.stop) if t.kind != "s"]
    dates = {d.span.start: d for d in view.dates}
    found: list[Chunk] = []
    i = 0
    while i < len(pieces):
        token = pieces[i]
        low = token.text.lower().replace("’", "'")
        if token.start in dates:
            day = dates[token.start]
            found.append(Chunk("date", token.start, day.span.stop, day.span.text.lower(), day=day))
            while i < len(pieces) and pieces[i].start < day.span.stop:
                i += 1
            continue
        if token.text == MASK:
            begin = i
            while i < len(pieces) and pieces[i].text == MASK:
                i += 1
            found.append(Chunk("quote", pieces[begin].start, pieces[i - 1].stop, ""))
            continue
        if token.kind == "p":
            found.append(Chunk("mark", token.start, token.stop, token.text))
            i += 1
            continue
        size, verb = _verb_group(pieces, i, found, dates) if low != "following" else (0, None)
        if verb is not None:
            found.append(verb)
            i += size
            continue
        joined = _JOINED.match(low)
        if joined:
            found.append(Chunk("np", token.start, token.stop, joined[1], heads=(joined[1],), pronoun=True))
            size, verb = _verb_group(pieces, i + 1, found, dates, carried=_JOINED_AUX[joined[2]])
            i += 1
            if verb is not None:
                found.append(verb)
                i += size
            continue
        if low == "by" and i + 2 < len(pieces) and pieces[i + 1].text == "way" and pieces[i + 2].text == "of":
            found.append(Chunk("prep", token.start, pieces[i + 2].stop, "through"))
            i += 3
            continue
        kind = _small_kind(low, pieces, i)
        if kind:
            found.append(Chunk(kind, token.start, token.stop, low))
            i += 1
            continue
        size = _noun_phrase(pieces, i, dates)
        words = pieces[i : i + size]
        tails = _tails(pieces, i + size, words, dates)
        stop = pieces[i + size + tails - 1].stop
        heads = tuple(t.text.lower().replace("’", "'") for t in words)
        found.append(
            Chunk("np", token.start, stop, heads[-1], heads=heads, pronoun=size == 1 and heads[-1] in _PRONOUNS)
        )
        i += size + tails
    return _with_appositions(view, found)


def _small_kind(low: str, pieces: list[Token], i: int) -> str:
    if low in _PRONOUNS and not (low == "her" and _begins_noun(pieces, i + 1)):
        return ""
    if low in _PREPOSITIONS:
        return "prep"
    if low == "that":
        return "" if i + 1 < len(pieces) and _is_bare_noun(pieces, i) else "that"
    if low in _RELATIVES:
        return "rel"
    if low in _CONJUNCTIONS:
        return "conj"
    if low in _SUBORDINATE:
        return "sub"
    if (
        low in _ADVERBS
        or low in _NEGATIONS
        or (low.endswith("ly") and pieces[i].text[0].islower() and low not in _LY_NOUNS)
    ):
        return "adv"
    return ""


_LY_NOUNS = frozenset(
    ["family", "daily", "weekly", "monthly", "assembly", "only", "ally", "supply", "reply", "july", "fly", "rally"]
)


def _is_bare_noun(pieces: list[Token], i: int) -> bool:
    """Whether "that" points ("that week") rather than joins."""
    after = pieces[i + 1].text.lower()
    return after in ("week", "month", "year", "day", "morning", "evening", "night", "time", "list", "meeting") or (
        i > 0 and pieces[i - 1].text.lower() in ("at", "in", "on", "from", "after", "of", "with")
    )


def _begins_noun(pieces: list[Token], i: int) -> bool:
    if i >= len(pieces) or pieces[i].kind != "w":
        return False
    low = pieces[i].text.lower()
    return not (
        low in _PREPOSITIONS or low in _CONJUNCTIONS or low in _SUBORDINATE or low in _ADVERBS or low in _DETERMINERS
        or low in ("that", "not") or low in _MODALS or low in _BE or low in _HAVE
    )  # fmt: skip


def _verb_group(
    pieces: list[Token], i: int, before: list[Chunk], dates: dict[int, ReadDate], carried: str = ""
) -> tuple[int, Chunk | None]:
    """A verb with its auxiliaries and adverbs from token `i` on: how many tokens, and the chunk."""
    start = i
    modal = carried if carried in _MODALS else ""
    passive = perfect = negated = infinitive = due = False
    seen_be = carried in ("are", "am", "is")
    perfect = carried == "have"
    seen = bool(carried)
    nouny = bool(before) and before[-1].kind in ("np", "rel", "adv", "mark", "date", "quote", "that", "conj", "sub")
    if i < len(pieces) and pieces[i].text.lower() == "to" and not carried:
        after = pieces[i + 1].text.lower() if i + 1 < len(pieces) else ""
        skip = 2 if (after.endswith("ly") and after not in _LY_NOUNS) or after in ("also", "again", "not") else 1
        verb = pieces[i + skip].text.lower() if i + skip < len(pieces) else ""
        named = i + skip < len(pieces) and pieces[i + skip].text[:1].isupper()
        if not named and (v.LEMMAS.get(verb) == verb or verb in ("be", "have")):
            infinitive = True
            negated = after == "not"
            i += skip
            if verb not in ("be", "have"):
                return i + 1 - start, Chunk(
                    "verb", pieces[start].start, pieces[i].stop, verb, verb=verb, infinitive=True, negated=negated
                )
        else:
            return 0, None
    while i < len(pieces) and pieces[i].start not in dates:
        low = pieces[i].text.lower().replace("’", "'")
        if low in _CUT:
            low, not_ = _CUT[low]
            negated = negated or not_
        if low in _MODALS and not (low in ("may", "will") and pieces[i].text[0].isupper() and i > 0):
            modal = low
        elif low in _BE:
            seen_be = True
        elif low in _HAVE:
            if low == "having" and not seen:
                infinitive = False
            perfect = True
        elif low in _DO and _do_helps(pieces, i):
            pass
        elif low in _NEGATIONS and seen:
            negated = True
        elif seen and (low in _ADVERBS or (low.endswith("ly") and low not in _LY_NOUNS)):
            pass
        elif seen and low == "to" and (seen_be or perfect) and _base_next(pieces, i + 1):
            due = True
            verb = pieces[i + 1].text.lower()
            if verb == "be":
                i += 1
                continue
            return i + 2 - start, Chunk(
                "verb", pieces[start].start, pieces[i + 1].stop, verb, verb=v.LEMMAS.get(verb, verb), due=True,
                negated=negated, modal=modal, infinitive=infinitive,
            )  # fmt: skip
        elif seen and seen_be and low in _DUE and i + 1 < len(pieces) and pieces[i + 1].text.lower() == "to":
            due = True
            if _base_next(pieces, i + 2):
                i += 2
                verb = pieces[i].text.lower()
                if verb != "be":
                    return i + 1 - start, Chunk(
                        "verb", pieces[start].start, pieces[i].stop, verb, verb=v.LEMMAS.get(verb, verb), due=True,
                        negated=negated, infinitive=infinitive,
                    )  # fmt: skip
                continue
            break
        else:
            break
        seen = True
        i += 1
    gerund = pieces[start].text.lower() == "having"
    if i < len(pieces) and pieces[i].kind == "w" and pieces[i].start not in dates:
        low = pieces[i].text.lower().replace("’", "'")
        known = v.LEMMAS.get(low)
        participle = low.endswith(("ed", "en", "ing")) or known is not None
        if seen and ((known is not None and low not in _DETERMINERS) or (participle and (seen_be or perfect))):
            if seen_be and not low.endswith("ing") and low != known:
                passive = True
            if seen_be and low == known and low not in ("set", "let", "put", "read"):
                pass  # "was free": an adjective
            else:
                stop = i + 1
                return stop - start, Chunk(
                    "verb", pieces[start].start, pieces[i].stop, low, verb=known or low, modal=modal, negated=negated,
                    passive=passive or (seen_be and low in ("set", "let", "put", "read")), perfect=perfect,
                    infinitive=infinitive, gerund=gerund, due=due,
                )  # fmt: skip
        if (not seen and known is not None and pieces[i].text[0].islower()) or (not seen and known and not before):
            if low.endswith("ing"):
                if low in v.AMBIGUOUS and not (before and before[-1].kind in ("prep", "verb", "mark", "sub")):
                    return 0, None
                return 1, Chunk("verb", pieces[i].start, pieces[i].stop, low, verb=known or low, gerund=True)
            if low in v.AMBIGUOUS and not _is_verb_here(pieces, i, before):
                return 0, None
            if before and before[-1].kind == "prep":
                return 0, None
            return 1, Chunk("verb", pieces[i].start, pieces[i].stop, low, verb=known or low)
        if not seen and low.endswith("ed") and len(low) > 4 and pieces[i].text[0].islower() and nouny:
            if before[-1].kind in ("np", "rel", "conj"):
                return 1, Chunk("verb", pieces[i].start, pieces[i].stop, low, verb=low)
    if seen:
        while i > start + 1 and pieces[i - 1].text.lower() in _ADVERBS:
            i -= 1
        if i == start:
            return 0, Chunk(
                "verb",
                pieces[start - 1].start,
                pieces[start - 1].stop,
                carried,
                verb="have" if perfect else "be",
                modal=modal,
            )
        verb = "be" if seen_be else "have" if perfect else "do"
        return i - start, Chunk(
            "verb", pieces[start].start, pieces[i - 1].stop, pieces[i - 1].text.lower(), verb=verb, modal=modal,
            negated=negated, infinitive=infinitive, gerund=gerund, perfect=perfect,
        )  # fmt: skip
    return 0, None


_DUE = frozenset(
    [
        "due",
        "expected",
        "scheduled",
        "set",
        "planned",
        "supposed",
        "slated",
        "about",
        "ready",
        "prepared",
        "going",
        "willing",
        "able",
    ]
)


def _do_helps(pieces: list[Token], i: int) -> bool:
    for k in range(i + 1, min(i + 4, len(pieces))):
        low = pieces[k].text.lower()
        if low in v.LEMMAS or low in _NEGATIONS:
            return True
    return i + 1 >= len(pieces) or pieces[i].text.lower() in ("does", "did", "do")


def _base_next(pieces: list[Token], i: int) -> bool:
    if i >= len(pieces):
        return False
    low = pieces[i].text.lower()
    return low in ("be", "have") or v.LEMMAS.get(low) == low


def _is_verb_here(pieces: list[Token], i: int, before: list[Chunk]) -> bool:
    """Whether a word that may be a noun is the verb: "she calls its office", not "her calls"."""
    if not before:
        return False
    last = before[-1]
    after = pieces[i + 1] if i + 1 < len(pieces) else None
    low = pieces[i].text.lower()
    if last.kind == "conj" or (last.kind == "mark" and last.low == ","):
        return after is not None and (
            after.text.lower() in _DETERMINERS
            or after.text[:1].isupper()
            or after.text.lower() in ("to", "that", "them", "him", "her", "it")
        )
    if last.kind == "rel":
        return True
    if last.kind == "adv":
        return len(before) > 1 and before[-2].kind in ("np", "rel")
    if last.kind != "np":
        return False
    if last.pronoun:
        return last.low not in ("him", "her", "them", "us", "me") or low in ("back",)
    return after is not None


def _noun_phrase(pieces: list[Token], i: int, dates: dict[int, ReadDate]) -> int:
    """How many tokens the noun phrase at `i` takes, at least one."""
    first = pieces[i].text.lower()
    if first in _PRONOUNS and first not in _POSSESSIVE_PRONOUNS:
        return 1
    if first == "her" and not _begins_noun(pieces, i + 1):
        return 1
    j = i + 1
    while j < len(pieces) and j - i < 14:
        token = pieces[j]
        low = token.text.lower().replace("’", "'")
        if token.start in dates or token.kind == "p" or token.text == MASK:
            if token.text == "." and pieces[j - 1].text.lower() in w.TITLES and j + 1 < len(pieces):
                j += 1
                continue
            if token.text in ("'", "’") and _is_plural_possessive(pieces, j):
                j += 1
                continue
            break
        previous = pieces[j - 1].text.lower().replace("’", "'")
        capital = token.text[0].isupper()
        if (
            low in _PREPOSITIONS
            or low in _CONJUNCTIONS
            or low in _SUBORDINATE
            or low in _RELATIVES
            or low in ("that", "to")
        ):
            if not (low in w.NAME_PARTICLES and low not in _PREPOSITIONS):
                break
        if (
            (low in _MODALS and not capital)
            or low in _BE
            or low in _HAVE
            or low in _DO
            or low in _CUT
            or low in _NEGATIONS
        ):
            break
        if (low in _PRONOUNS and low not in ("none",)) or _JOINED.match(low):
            break
        if low in _DETERMINERS and not (previous in ("all", "both", "half", "such", "each") or low == "most"):
            if low not in ("few", "several", "many", "other"):
                break
        if low in _ADVERBS and not capital:
            if previous in ("the", "a", "an", "his", "her", "its", "their") and low.endswith(("er", "n", "d", "w")):
                j += 1  # "an earlier list", "the then minister"
                continue
            break
        if low.endswith("ly") and not capital and low not in _LY_NOUNS:
            if previous not in _DETERMINERS:
                break
            j += 1
            continue
        known = v.LEMMAS.get(low)
        opens = previous in _DETERMINERS or previous in _NUMBERS or previous.isdigit() or _is_possessive(previous)
        if not capital and not opens:
            plain_past = low.endswith("ed") and len(low) > 4
            if known is not None and low not in v.AMBIGUOUS:
                if low.endswith("ing") and previous.endswith(("l", "s", "y", "t")) and low in ("meeting",):
                    pass
                else:
                    break
            elif (known is not None and _ambiguous_breaks(pieces, i, j)) or (
                known is None and _seems_finite(pieces, j)
            ):
                break
            elif plain_past and "-" in low:
                pass
            elif (plain_past and previous not in _ADJECTIVES and not previous.endswith("ly")) or (
                low.endswith("ing")
                and known is None
                and low not in _ING_NOUNS
                and not pieces[j - 1].text[0].islower()
            ):
                break
        j += 1
    return j - i


def _seems_finite(pieces: list[Token], j: int) -> bool:
    """An unknown word in -s between a name and an article or number: "the Red Crescent contains eight"."""
    low = pieces[j].text
    after = pieces[j + 1].text.lower() if j + 1 < len(pieces) else ""
    named = pieces[j - 1].text[:1].isupper()
    follows = after in _DETERMINERS or after in _NUMBERS or after in ("them", "him", "her", "it")
    return low.endswith("s") and not low.endswith("ss") and named and follows


_ADJECTIVES = frozenset(
    [
        "other",
        "same",
        "new",
        "old",
        "young",
        "first",
        "second",
        "last",
        "former",
        "senior",
        "local",
        "foreign",
        "recently",
        "newly",
        "more",
    ]
)
_ING_NOUNS = frozenset(
    [
        "meeting",
        "building",
        "king",
        "beijing",
        "morning",
        "evening",
        "wing",
        "ring",
        "being",
        "hearing",
        "nothing",
        "anything",
        "something",
    ]
)


def _is_plural_possessive(pieces: list[Token], j: int) -> bool:
    """Whether a mark is that of "the families' lawyer": a word in -s at once before it, another behind a blank."""
    before, after = pieces[j - 1], pieces[j + 1] if j + 1 < len(pieces) else None
    joined = before.stop == pieces[j].start and before.text.endswith("s")
    return joined and after is not None and after.kind == "w" and after.start > pieces[j].stop


def _is_possessive(word: str) -> bool:
    return word.endswith(("'s", "s'"))


def _ambiguous_breaks(pieces: list[Token], begin: int, j: int) -> bool:
    """Whether an ambiguous word inside what seems a noun phrase is its verb: "the firm hands over a list"."""
    low = pieces[j].text.lower()
    previous = pieces[j - 1].text
    after = pieces[j + 1] if j + 1 < len(pieces) else None
    if after is None or after.kind == "p":
        return False
    follow = after.text.lower()
    if follow == "over" and low in ("hand", "hands", "pass", "turn", "turns"):
        return True
    object_like = follow in _DETERMINERS or follow in ("them", "him", "her", "it", "us", "me") or (
        after.text[0].isupper() and follow not in ("i",)
    ) or follow.isdigit() or follow in _NUMBERS  # fmt: skip
    singular = low.endswith("s") and not low.endswith("ss")
    if singular and (
        object_like or (follow in ("over", "on", "to", "that", "with", "for") and previous[0].isupper())
    ):
        return not previous.lower().endswith("s") or previous[0].isupper() or follow == "over"
    if not singular and previous.lower().endswith("s") and not _is_possessive(previous.lower().replace("’", "'")):
        return object_like or follow in ("to", "over", "that")
    return False


_OF_SEVERAL = frozenset(
    [
        "families",
        "relatives",
        "parents",
        "lawyers",
        "friends",
        "colleagues",
        "wives",
        "husbands",
        "mothers",
        "fathers",
    ]
)


def _tails(pieces: list[Token], i: int, words: list[Token], dates: dict[int, ReadDate]) -> int:
    """How many tokens "of ..." and, behind a role or an office, "for ..." take after a noun phrase."""
    taken = 0
    head = words[-1].text.lower()
    for _ in range(3):
        j = i + taken
        if j + 1 >= len(pieces) or pieces[j].start in dates or pieces[j + 1].start in dates:
            break
        low = pieces[j].text.lower()
        fits = low == "of" or (
            low == "for" and head in _TAIL_HEADS and head not in v.PLACE_NOUNS - {"office", "offices", "bureau"}
        )
        if low == "to" and head in ("aide", "adviser", "advisers", "envoy", "ambassador", "delegate"):
            fits = v.LEMMAS.get(pieces[j + 1].text.lower()) is None
        if (
            not fits
            or pieces[j + 1].kind not in "wn"
            or pieces[j + 1].text.lower() in _PRONOUNS - _POSSESSIVE_PRONOUNS - {"her"}
        ):
            if low == "of" and pieces[j + 1].text.lower() in ("them", "us", "him", "her", "it"):
                taken += 2
            break
        next_low = pieces[j + 1].text.lower()
        if next_low in _PREPOSITIONS or next_low in _BE:
            break
        size = _noun_phrase(pieces, j + 1, dates)
        head = pieces[j + size].text.lower()
        taken += 1 + size
        k = i + taken
        if (
            k + 1 < len(pieces)
            and pieces[k].text.lower() in ("and", "&")
            and pieces[k + 1].text[0].isupper()
            and pieces[k - 1].text[0].isupper()
            and low == "of"
            and words[-1].text.lower() in w.BODY_HEADS | w.PERSON_HEADS
            and not (
                words[-1].text.lower() not in _OF_SEVERAL
                and k + 2 < len(pieces)
                and pieces[k + 2].text[0].isupper()
                and pieces[k + 1].text.lower() not in w.ROLE_HEADS
            )
        ):
            size = _noun_phrase(pieces, k + 1, dates)  # "of Science and Culture"
            taken += 1 + size
    return taken


# --- appositions --------------------------------------------------------------------------------------------------


def _with_appositions(view: View, chunks: list[Chunk]) -> list[Chunk]:
    """Chunks in which "the ambassador, Ana Ruhl," is one noun phrase."""
    found: list[Chunk] = []
    i = 0
    while i < len(chunks):
        c = chunks[i]
        if c.kind == "np" and not c.pronoun and i + 2 < len(chunks) and chunks[i + 1].low in (",", "—", "–", "("):
            other = chunks[i + 2]
            closed = i + 3 >= len(chunks) or chunks[i + 3].kind in (
                "mark",
                "verb",
                "date",
                "prep",
                "conj",
                "rel",
                "adv",
                "sub",
            )
            if other.kind == "np" and not other.pronoun and closed and _describes(view, c, other):
                after = chunks[i + 3] if i + 3 < len(chunks) else None
                listed = (
                    after is not None
                    and after.kind == "conj"
                    and after.low == "and"
                    and not _ends_aside(chunks, i + 3)
                )
                if not listed:
                    found.append(Chunk("np", c.start, other.stop, c.low, heads=c.heads, extra=[c.place, other.place]))
                    i += 3
                    aside = i < len(chunks) and chunks[i].kind == "mark" and chunks[i].low in (",", "—", "–", ")")
                    if (
                        aside
                        and i + 1 < len(chunks)
                        and chunks[i + 1].kind in ("verb", "adv", "prep", "conj", "date")
                    ):
                        i += 1
                    continue
        found.append(c)
        i += 1
    return found


def _ends_aside(chunks: list[Chunk], at: int) -> bool:
    return at + 1 < len(chunks) and chunks[at + 1].kind == "verb"


def _describes(view: View, one: Chunk, other: Chunk) -> bool:
    """Whether one of two noun phrases is a name and the other says what its bearer is."""
    a, b = _is_name(view, one), _is_name(view, other)
    return a != b and (_is_office(one) or _is_office(other))


def _is_name(view: View, chunk: Chunk) -> bool:
    words = view.text[slice(*chunk.place)].split()
    if words[0].lower() in _DETERMINERS or len(words) > 6:
        return False
    plain = [x for x in words if x.lower() not in w.NAME_PARTICLES]
    capital = all(not x[:1].islower() and not x[:1].isdigit() for x in plain)
    return capital and not any(
        x.lower().strip(".") in w.ROLE_HEADS - {"sister", "father", "mother", "brother", "king", "guard"}
        for x in words[-1:]
    )


def _is_office(chunk: Chunk) -> bool:
    return (
        any(h.removesuffix("'s") in w.ROLE_HEADS or h in w.ROLE_HEADS for h in chunk.heads)
        or chunk.heads[0] in _DETERMINERS
    )

"""An English sentence cut into noun phrases, verb groups and small words, in order.

In: a sentence, as a `View`. Out: `Chunk`s.
Leaves to others: how far a noun phrase reaches (`noun_phrases`), verbs (`verb_groups`), who does what (`clauses`).

There is no parser here, only word classes and order. Where a word may be noun or verb, the words beside it decide.
"""

from __future__ import annotations

from collections.abc import Sequence

from homeward.reading.languages.en import closed as k
from homeward.reading.languages.en import verbs as v
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.chunk import Chunk
from homeward.reading.languages.en.noun_phrases import begins_noun, noun_phrase, tails
from homeward.reading.languages.en.verb_groups import verb_group
from homeward.reading.languages.language import MASK, View
from homeward.reading.segment import Token, words_and_marks


def chunks_of(view: View) -> list[Chunk]:
    """The chunks of a sentence."""
    pieces = words_and_marks(view.masked, view.start, view.stop)
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
        size, verb = verb_group(pieces, i, found, dates) if low != "following" else (0, None)
        if verb is not None:
            found.append(verb)
            i += size
            continue
        joined = k.JOINED.match(low)
        if joined:
            found.append(Chunk("np", token.start, token.stop, joined[1], heads=(joined[1],), pronoun=True))
            size, verb = verb_group(pieces, i + 1, found, dates, carried=k.JOINED_AUX[joined[2]])
            i += 1
            if verb is not None:
                found.append(verb)
                i += size
            continue
        if low in k.WAYS_BEGIN and (way := _way(pieces, i)) is not None:
            size, meant = way
            found.append(Chunk("prep", token.start, pieces[i + size - 1].stop, meant))
            i += size
            continue
        kind = _small_kind(low, pieces, i)
        if kind:
            found.append(Chunk(kind, token.start, token.stop, low))
            i += 1
            continue
        size = noun_phrase(pieces, i, dates)
        words = pieces[i : i + size]
        more = tails(pieces, i + size, words, dates)
        stop = pieces[i + size + more - 1].stop
        heads = tuple(t.text.lower().replace("’", "'") for t in words)
        found.append(
            Chunk("np", token.start, stop, heads[-1], heads=heads, pronoun=size == 1 and heads[-1] in k.PRONOUNS)
        )
        i += size + more
    return _with_appositions(view, found)


def _way(pieces: Sequence[Token], i: int) -> tuple[int, str] | None:
    """Several words that are one preposition, and the one that it is like: "in care of" is "through"."""
    for words, meant in k.WAYS[pieces[i].text.lower()]:
        if [piece.text.lower() for piece in pieces[i : i + len(words)]] == words:
            return len(words), meant
    return None


def _small_kind(low: str, pieces: Sequence[Token], i: int) -> str:
    if low in k.PRONOUNS and not (low == "her" and begins_noun(pieces, i + 1)):
        return ""
    if low in k.PREPOSITIONS:
        return "prep"
    if low == "that":
        return "" if i + 1 < len(pieces) and _is_bare_noun(pieces, i) else "that"
    if low in k.RELATIVES:
        return "rel"
    if low == "last" and 0 < i < len(pieces) - 1 and _is_plain_verb(pieces[i + 1]):
        return "adv"  # "she last telephoned on"
    if low in k.CONJUNCTIONS:
        return "conj"
    if low in k.SUBORDINATE:
        return "sub"
    if (
        low in k.ADVERBS
        or low in k.NEGATIONS
        or (low.endswith("ly") and pieces[i].text[0].islower() and low not in k.LY_NOUNS)
    ):
        return "adv"
    return ""


def _is_plain_verb(token: Token) -> bool:
    low = token.text.lower()
    return low in v.LEMMAS and low not in v.AMBIGUOUS and low.endswith(("d", "t", "w", "g", "k", "e"))


def _is_bare_noun(pieces: Sequence[Token], i: int) -> bool:
    """Whether "that" points ("that week") rather than joins."""
    after = pieces[i + 1].text.lower()
    return after in ("week", "month", "year", "day", "morning", "evening", "night", "time", "list", "meeting") or (
        i > 0 and pieces[i - 1].text.lower() in ("at", "in", "on", "from", "after", "of", "with")
    )


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
    if words[0].lower() in k.DETERMINERS or len(words) > 6:
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
        or chunk.heads[0] in k.DETERMINERS
    )

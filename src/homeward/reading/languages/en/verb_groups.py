"""The verb groups of an English sentence: "had not yet been handed", "is due to meet", "to free".

In: the tokens of a sentence, a place among them and the chunks before it. Out: the chunk of the verb, or None.
Leaves to others: subjects and objects (`clauses`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from homeward.reading.languages.en import closed as k
from homeward.reading.languages.en import verbs as v
from homeward.reading.languages.en import words as w
from homeward.reading.languages.en.chunk import Chunk
from homeward.reading.proposals import ReadDate
from homeward.reading.segment import Token

_SAME_IN_PAST = frozenset(["set", "let", "put", "read"])


@dataclass(slots=True)
class _Group:
    """What has been read of a verb group: the tokens from `start` to `at`, and what its auxiliaries say."""

    pieces: Sequence[Token]
    dates: Mapping[int, ReadDate]
    start: int
    at: int
    modal: str = ""
    being: bool = False
    perfect: bool = False
    negated: bool = False
    infinitive: bool = False
    due: bool = False
    begun: bool = False

    def word(self, ahead: int = 0) -> str:
        """The word `ahead` tokens on, in lower case; empty behind the end, at a date or a mark."""
        n = self.at + ahead
        if n >= len(self.pieces) or self.pieces[n].kind != "w" or self.pieces[n].start in self.dates:
            return ""
        return self.pieces[n].text.lower().replace("’", "'")

    def is_name(self, ahead: int = 0) -> bool:
        """Whether that word begins with a capital."""
        return self.at + ahead < len(self.pieces) and self.pieces[self.at + ahead].text[:1].isupper()

    def chunk(self, low: str, *, passive: bool = False, gerund: bool = False) -> Chunk:
        """The chunk of the group whose main verb is the word at `at`, which it takes in."""
        first, last = self.pieces[min(self.start, self.at)], self.pieces[self.at]
        self.at += 1
        return Chunk(
            "verb", first.start, last.stop, low, verb=v.LEMMAS.get(low, low), modal=self.modal, negated=self.negated,
            passive=passive, perfect=self.perfect, infinitive=self.infinitive, gerund=gerund, due=self.due,
        )  # fmt: skip


def verb_group(
    pieces: Sequence[Token], i: int, before: Sequence[Chunk], dates: Mapping[int, ReadDate], carried: str = ""
) -> tuple[int, Chunk | None]:
    """A verb with its auxiliaries and adverbs from token `i` on: how many tokens, and its chunk.

    `carried`: an auxiliary that was written together with the subject before it ("we'll").
    """
    group = _Group(pieces, dates, i, i, begun=bool(carried))
    group.modal = carried if carried in k.MODALS else ""
    group.being, group.perfect = carried in ("are", "am", "is"), carried == "have"
    if not carried and group.word() == "to":
        return _infinitive(group)
    if (meant := _auxiliaries(group)) is not None:
        return group.at - i, meant
    if group.begun:
        found = _main_verb(group) or _auxiliary_alone(group, carried)
        return group.at - i, found
    found = _verb_alone(group, before)
    return group.at - i, found


def _infinitive(group: _Group) -> tuple[int, Chunk | None]:
    """Such as "to free", "to be freed", "to immediately free"; not "to Ruhl"."""
    first = group.word(1)
    skip = 2 if (first.endswith("ly") and first not in k.LY_NOUNS) or first in ("also", "again", "not") else 1
    verb = group.word(skip)
    if group.is_name(skip) or not (v.LEMMAS.get(verb) == verb or verb in ("be", "have")):
        return 0, None
    group.infinitive, group.negated, group.begun = True, first == "not", True
    group.at += skip
    if verb not in ("be", "have"):
        return group.at + 1 - group.start, group.chunk(verb)
    meant = _auxiliaries(group)
    found = meant or _main_verb(group) or _auxiliary_alone(group, "")
    return group.at - group.start, found


def _auxiliaries(group: _Group) -> Chunk | None:
    """Read auxiliaries, negations and adverbs; a chunk at once for "is to meet" and "is due to meet"."""
    while (low := group.word()) != "":
        if low in k.CUT:
            low, negated = k.CUT[low]
            group.negated = group.negated or negated
        if low in k.MODALS and not (low in ("may", "will") and group.is_name() and group.at > 0):
            group.modal = low
        elif low in k.BE:
            group.being = True
        elif low in k.HAVE:
            group.perfect = True
        elif low in k.DO and _do_helps(group):
            pass
        elif group.begun and low in k.NEGATIONS:
            group.negated = True
        elif group.begun and (low in k.ADVERBS or (low.endswith("ly") and low not in k.LY_NOUNS)):
            pass
        elif group.begun and (to := _due_to(group, low)):
            group.due = True
            group.at += to
            if group.word() != "be":
                return group.chunk(group.word())
        else:
            break
        group.begun = True
        group.at += 1
    return None


_DUE = frozenset(
    w.split("due expected scheduled set planned supposed slated about ready prepared going willing able")
)


def _due_to(group: _Group, low: str) -> int:
    """How far on the verb stands in "is to meet" and "is due to meet"; 0 where it is neither."""
    if low == "to" and (group.being or group.perfect) and _is_base(group.word(1)):
        return 1
    if group.being and low in _DUE and group.word(1) == "to" and _is_base(group.word(2)):
        return 2
    return 0


def _is_base(word: str) -> bool:
    return word in ("be", "have") or (word != "" and v.LEMMAS.get(word) == word)


def _do_helps(group: _Group) -> bool:
    """Whether "do" helps another verb: "did not meet", not "did it"."""
    near = [group.word(ahead) for ahead in (1, 2, 3)]
    return any(x in v.LEMMAS or x in k.NEGATIONS for x in near) or group.word() in k.DO


def _main_verb(group: _Group) -> Chunk | None:
    """The main verb behind auxiliaries."""
    low = group.word()
    known = v.LEMMAS.get(low)
    if known is None and group.modal and not group.being and not group.perfect and _is_bare_verb(group, low):
        return group.chunk(low)
    participle = low.endswith(("ed", "en", "ing"))
    if not low or not (
        (known is not None and low not in k.DETERMINERS) or (participle and (group.being or group.perfect))
    ):
        return None
    if group.being and low == known and low not in _SAME_IN_PAST:
        return None  # "was free": an adjective
    passive = group.being and not low.endswith("ing")
    gerund = group.pieces[group.start].text.lower() == "having"
    return group.chunk(low, passive=passive, gerund=gerund)


def _is_bare_verb(group: _Group, low: str) -> bool:
    """Whether an unknown word behind "will" or "would" must be its verb: "will land no helicopter"."""
    small = k.DETERMINERS | k.PREPOSITIONS | k.PRONOUNS | k.CONJUNCTIONS | k.SUBORDINATE | k.RELATIVES | k.ADVERBS
    return low.isalpha() and len(low) > 2 and low not in small and low != "that" and not group.is_name()


def _auxiliary_alone(group: _Group, carried: str) -> Chunk | None:
    """Such as "is", "has not": a verb by itself, without the adverbs behind it."""
    while group.at > group.start + 1 and group.word(-1) in k.ADVERBS:
        group.at -= 1
    verb = "be" if group.being else "have" if group.perfect else "do"
    first = group.pieces[group.start - 1 if group.at == group.start else group.start]
    last = group.pieces[group.at - 1]
    low = carried if group.at == group.start else last.text.lower()
    return Chunk(
        "verb", first.start, last.stop, low, verb=verb, modal=group.modal, negated=group.negated,
        perfect=group.perfect, infinitive=group.infinitive, gerund=first.text.lower() == "having",
    )  # fmt: skip


def _verb_alone(group: _Group, before: Sequence[Chunk]) -> Chunk | None:
    """A verb without auxiliaries, where the words beside it say that it is one."""
    low = group.word()
    known = v.LEMMAS.get(low)
    if not low or (group.is_name() and (known is None or before)):
        return None
    last = before[-1].kind if before else ""
    if known is None:
        unknown = low.endswith("ed") and len(low) > 4 and last in ("np", "rel", "conj")
        return group.chunk(low) if unknown else None
    if low.endswith("ing"):
        nouny = low in v.AMBIGUOUS and last not in ("prep", "verb", "mark", "sub")
        return None if nouny else group.chunk(low, gerund=True)
    if last == "prep" or (low in v.AMBIGUOUS and not _is_verb_here(group.pieces, group.at, before)):
        return None
    return group.chunk(low)


def _is_verb_here(pieces: Sequence[Token], i: int, before: Sequence[Chunk]) -> bool:
    """Whether a word that may be a noun is the verb: "she calls its office", not "her calls"."""
    if not before:
        return False
    last = before[-1]
    after = pieces[i + 1] if i + 1 < len(pieces) else None
    low = pieces[i].text.lower()
    if last.kind == "conj" or (last.kind == "mark" and last.low == ","):
        return after is not None and (
            after.text.lower() in k.DETERMINERS
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

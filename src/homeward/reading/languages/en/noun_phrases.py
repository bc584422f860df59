"""How far an English noun phrase reaches: "the families' lawyer", "a list of the eight", "Minister Ana Ruhl".

In: the tokens of a sentence and a place among them. Out: how many tokens.
Leaves to others: what it names (`sources`), and verbs (`verb_groups`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from homeward.reading.languages.en import closed as k
from homeward.reading.languages.en import verbs as v
from homeward.reading.languages.en import words as w
from homeward.reading.languages.language import MASK
from homeward.reading.proposals import ReadDate
from homeward.reading.segment import Token

_TAIL_HEADS = w.BODY_HEADS | w.PERSON_HEADS | v.PLACE_NOUNS | frozenset(w.split("list lists names account"))


def noun_phrase(pieces: Sequence[Token], i: int, dates: Mapping[int, ReadDate]) -> int:
    """How many tokens the noun phrase at `i` takes, at least one."""
    first = pieces[i].text.lower()
    if first in k.PRONOUNS and first not in k.POSSESSIVE_PRONOUNS:
        return 1
    if first == "her" and not begins_noun(pieces, i + 1):
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
            low in k.PREPOSITIONS
            or low in k.CONJUNCTIONS
            or low in k.SUBORDINATE
            or low in k.RELATIVES
            or low in ("that", "to")
        ) and not (low in w.NAME_PARTICLES and low not in k.PREPOSITIONS):
            break
        if (
            (low in k.MODALS and not capital)
            or low in k.BE
            or low in k.HAVE
            or low in k.DO
            or low in k.CUT
            or low in k.NEGATIONS
        ):
            break
        if (low in k.PRONOUNS and low not in ("none",)) or k.JOINED.match(low):
            break
        opens_another = low in k.DETERMINERS and low not in ("few", "several", "many", "other", "most")
        if opens_another and previous not in ("all", "both", "half", "such", "each"):
            break
        if low in k.NUMBERS and not capital and pieces[j - 1].text[:1].isupper() and previous not in k.DETERMINERS:
            break  # "to Seld three times"
        if low in k.ADVERBS and not capital:
            if previous in ("the", "a", "an", "his", "her", "its", "their") and low.endswith(
                ("er", "n", "d", "w", "first")
            ):
                j += 1  # "an earlier list", "the then minister"
                continue
            break
        if low.endswith("ly") and not capital and low not in k.LY_NOUNS:
            if previous not in k.DETERMINERS:
                break
            j += 1
            continue
        known = v.LEMMAS.get(low)
        if not capital and (previous in k.NUMBERS or previous.isdigit()) and _is_past_of_number(pieces, j):
            break
        opens = previous in k.DETERMINERS or previous in k.NUMBERS or previous.isdigit() or _is_possessive(previous)
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


def tails(pieces: Sequence[Token], i: int, words: Sequence[Token], dates: Mapping[int, ReadDate]) -> int:
    """How many tokens "of ..." and, behind a role or an office, "for ..." take after a noun phrase."""
    taken = 0
    head = words[-1].text.lower()
    for _ in range(3):
        j = i + taken
        if j + 1 >= len(pieces) or pieces[j].start in dates or pieces[j + 1].start in dates:
            break
        low = pieces[j].text.lower()
        fits = low == "of" or (low == "for" and head in _TAIL_HEADS and head not in _PLACE_NOUNS_BUT_MORE)
        if low == "to" and head in ("aide", "adviser", "advisers", "envoy", "ambassador", "delegate"):
            fits = v.LEMMAS.get(pieces[j + 1].text.lower()) is None
        if (
            not fits
            or pieces[j + 1].kind not in "wn"
            or pieces[j + 1].text.lower() in _PRONOUNS_BUT_POSSESSIVE_PRONOUNS_BUT_HER
        ):
            if low == "of" and pieces[j + 1].text.lower() in ("them", "us", "him", "her", "it"):
                taken += 2
            break
        next_low = pieces[j + 1].text.lower()
        if next_low in k.PREPOSITIONS or next_low in k.BE:
            break
        size = noun_phrase(pieces, j + 1, dates)
        head = pieces[j + size].text.lower()
        if low == "for" and head in ("time", "times"):
            break  # "received at the ministry for the third time"
        taken += 1 + size
        n = i + taken
        if (
            n + 1 < len(pieces)
            and pieces[n].text.lower() in ("and", "&")
            and pieces[n + 1].text[0].isupper()
            and pieces[n - 1].text[0].isupper()
            and low == "of"
            and words[-1].text.lower() in _BODY_HEADS_OR_PERSON_HEADS
            and not (
                words[-1].text.lower() not in _OF_SEVERAL
                and n + 2 < len(pieces)
                and pieces[n + 2].text[0].isupper()
                and pieces[n + 1].text.lower() not in w.ROLE_HEADS
            )
        ):
            size = noun_phrase(pieces, n + 1, dates)  # "of Science and Culture"
            taken += 1 + size
    return taken


def begins_noun(pieces: Sequence[Token], i: int) -> bool:
    """Whether a noun phrase may begin at token `i`: no small word stands there."""
    if i >= len(pieces) or pieces[i].kind != "w":
        return False
    low = pieces[i].text.lower()
    return low not in _NO_NOUN and not _is_past_with_object(pieces, i)


def _is_past_of_number(pieces: Sequence[Token], j: int) -> bool:
    """Such as "the list of five reached the host", not "eight kidnapped sailors"."""
    low = pieces[j].text.lower()
    lemma = v.LEMMAS.get(low)
    if lemma is None or low in v.AMBIGUOUS or low == lemma or low.endswith("ing") or j + 1 >= len(pieces):
        return False
    after = pieces[j + 1].text
    small = k.DETERMINERS | k.PREPOSITIONS | k.PRONOUNS | k.ADVERBS
    return after[:1].isupper() or after.lower() in small or pieces[j + 1].kind == "p"


def _is_past_with_object(pieces: Sequence[Token], i: int) -> bool:
    """Such as "a letter from her reached Brenn", not "her lost brother"."""
    low = pieces[i].text.lower()
    if low not in v.LEMMAS or low in v.AMBIGUOUS or low == v.LEMMAS[low] or i + 1 >= len(pieces):
        return False
    after = pieces[i + 1].text
    return after[:1].isupper() or after.lower() in k.DETERMINERS | k.PREPOSITIONS | k.PRONOUNS


_NO_NOUN = (
    k.PREPOSITIONS
    | k.CONJUNCTIONS
    | k.SUBORDINATE
    | k.ADVERBS
    | k.DETERMINERS
    | k.MODALS
    | k.BE
    | k.HAVE
    | {"that", "not"}
)


def _seems_finite(pieces: Sequence[Token], j: int) -> bool:
    """An unknown word in -s between a name and an article or number: "the Red Crescent contains eight"."""
    low = pieces[j].text
    after = pieces[j + 1].text.lower() if j + 1 < len(pieces) else ""
    named = pieces[j - 1].text[:1].isupper()
    follows = after in k.DETERMINERS or after in k.NUMBERS or after in ("them", "him", "her", "it")
    return low.endswith("s") and not low.endswith("ss") and named and follows


_ADJECTIVES = frozenset(
    w.split("other same new old young first second last former senior local foreign recently newly more")
)
_ING_NOUNS = frozenset(
    w.split("meeting building king beijing morning evening wing ring being hearing nothing anything something")
)


def _is_plural_possessive(pieces: Sequence[Token], j: int) -> bool:
    """Whether a mark is that of "the families' lawyer": a word in -s at once before it, another behind a blank."""
    before, after = pieces[j - 1], pieces[j + 1] if j + 1 < len(pieces) else None
    joined = before.stop == pieces[j].start and before.text.endswith("s")
    return joined and after is not None and after.kind == "w" and after.start > pieces[j].stop


def _is_possessive(word: str) -> bool:
    return word.endswith(("'s", "s'"))


def _ambiguous_breaks(pieces: Sequence[Token], begin: int, j: int) -> bool:
    """Whether an ambiguous word inside what seems a noun phrase is its verb: "the firm hands over a list"."""
    low = pieces[j].text.lower()
    previous = pieces[j - 1].text
    after = pieces[j + 1] if j + 1 < len(pieces) else None
    if after is None or after.kind == "p":
        return False
    follow = after.text.lower()
    if follow == "over" and low in ("hand", "hands", "pass", "turn", "turns"):
        return True
    object_like = follow in k.DETERMINERS or follow in ("them", "him", "her", "it", "us", "me") or (
        after.text[0].isupper() and follow not in ("i",)
    ) or follow.isdigit() or follow in k.NUMBERS  # fmt: skip
    singular = low.endswith("s") and not low.endswith("ss")
    if singular and (
        object_like or (follow in ("over", "on", "to", "that", "with", "for") and previous[0].isupper())
    ):
        return not previous.lower().endswith("s") or previous[0].isupper() or follow == "over"
    if not singular and previous.lower().endswith("s") and not _is_possessive(previous.lower().replace("’", "'")):
        return object_like or follow in ("to", "over", "that")
    return False


_OF_SEVERAL = frozenset(
    w.split("families relatives parents lawyers friends colleagues wives husbands mothers fathers")
)


# Tables that the rules above ask together, joined once.
_PLACE_NOUNS_BUT_MORE = v.PLACE_NOUNS - {"office", "offices", "bureau"}
_PRONOUNS_BUT_POSSESSIVE_PRONOUNS_BUT_HER = k.PRONOUNS - k.POSSESSIVE_PRONOUNS - {"her"}
_BODY_HEADS_OR_PERSON_HEADS = w.BODY_HEADS | w.PERSON_HEADS

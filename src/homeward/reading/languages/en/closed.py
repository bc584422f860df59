"""Small English words by class: forms of "be", modals, prepositions, pronouns and so on; tables only.

In: nothing. Out: sets of words in lower case.
Leaves to others: verbs and nouns (`verbs`, `words`).
"""

from __future__ import annotations

import re

from homeward.reading.languages.en import words as w

BE = frozenset(w.split("is are was were be been being am"))
HAVE = frozenset(w.split("has have had having"))
DO = frozenset(w.split("do does did"))
MODALS = frozenset(w.split("will would shall should can could may might must"))
CUT = {
    "won't": ("will", True), "wouldn't": ("would", True), "shan't": ("shall", True), "can't": ("can", True),
    "cannot": ("can", True), "couldn't": ("could", True), "shouldn't": ("should", True), "didn't": ("did", True),
    "doesn't": ("does", True), "don't": ("do", True), "hasn't": ("has", True), "haven't": ("have", True),
    "hadn't": ("had", True), "isn't": ("is", True), "aren't": ("are", True), "wasn't": ("was", True),
    "weren't": ("were", True), "mustn't": ("must", True),
}  # fmt: skip
JOINED = re.compile(r"^(i|we|they|he|she|it|you)['’](ll|ve|re|d|m|s)$", re.IGNORECASE)
JOINED_AUX = {"ll": "will", "ve": "have", "re": "are", "d": "would", "m": "am", "s": "is"}
NEGATIONS = frozenset(["not", "never"])
PREPOSITIONS = w.PREPOSITIONS | frozenset(
    w.split(
        "following beside beyond despite except behind above below beneath upon aboard toward throughout "
        "along across around amongst alongside"
    )
)
SUBORDINATE = frozenset(
    w.split("what if whether when while because as although though unless once where until how why whereas")
)
CONJUNCTIONS = frozenset(["and", "but", "or", "nor", "yet"])
RELATIVES = frozenset(["who", "which", "whom", "whose"])
ADVERBS = frozenset(
    w.split(
        "then also later again earlier repeatedly further only just already meanwhile still now however first "
        "finally even both "
        "reportedly back up over together too soon once yet ever personally today here there afterwards "
        "afterward twice "
        "recently briefly jointly separately long since directly ahead away home instead thus therefore so "
        "off out down "
        "whatever whatsoever on-line online anyway moreover alone himself herself itself themselves yesterday tomorrow right allegedly"
    )
)
DETERMINERS = frozenset(
    w.split(
        "the a an its his her their our my your this these those some several any each every both all another "
        "many most "
        "few no none either neither whose"
    )
)
NUMBERS = frozenset(n for n in w.NUMBERS if len(n) > 2) - frozenset(["zero"])
PRONOUNS = frozenset(
    w.split(
        "he she they it we i you him her them us me himself herself nobody anyone anybody someone somebody "
        "everyone everybody "
        "none no-one"
    )
)
POSSESSIVE_PRONOUNS = frozenset(w.split("his her its their our my your"))
# Several words that are one preposition, by the first of them, and the one that they are like.
_WAYS = {
    "through": """
        by way of/in care of/by the hand of/by the hands of/by hand of/by courtesy of/by means of/with the help of
        with help from/through the good offices of/through the offices of/through the mediation of/by mediation of
        through the intermediary of/by the intermediary of/under the auspices of/in the care of/by the good offices of
        """,
    "according to": "according to",
}
WAYS: dict[str, list[tuple[list[str], str]]] = {}
for _meant, _lines in _WAYS.items():
    for _way in _lines.strip().replace("\n", "/").split("/"):
        WAYS.setdefault(_way.split()[0], []).append((_way.split(), _meant))
WAYS_BEGIN = frozenset(WAYS)
# Words in -ly that are no adverbs.
LY_NOUNS = frozenset(w.split("family daily weekly monthly assembly only ally supply reply july fly rally"))

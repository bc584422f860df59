"""Sentences that go on telling what somebody said though no word of speech stands in them, in English.

In: the sentence behind words told. Out: whether its tense shows that they go on: "Nobody had been in touch since."
Leaves to others: whose words they are, and that the sentence before told any (`homeward.reading.statements`).

What a report tells itself stands in the simple past; "had been", "would stay" and "were being" behind words told
are theirs, set back by one tense.
"""

from __future__ import annotations

import re

from homeward.reading.languages.en import words as w
from homeward.reading.languages.language import MASK, View

_WORD = re.compile(r"[^\W\d_][\w’'-]*|[,;:—–(]")
_ADVERBS = frozenset(
    w.split(
        "not never ever also since then already so far all both only just now still long twice once soon even again yet "
        "perhaps meanwhile nearly almost always often indeed nor simply merely"
    )
)
_IRREGULAR = frozenset(
    w.split(
        "been gone come become heard told let put sold held kept left lost made met paid sent set brought bought caught "
        "taught found fought built cut hit hurt run read led lain laid got fed fled stood understood won said hung slept "
        "spent begun sung sunk swum drunk shut split cost burnt bound dug"
    )
)
_NOT_THEIRS = re.compile(
    r"\b(?:we|our|us|I|my|you|your|this (?:paper|newspaper|agency|station|magazine|site|channel))\b|"
    r"\bit had (?:begun|started|stopped|ceased) to\b|\bit was the (?:first|second|third|last)\b|\bhad (?:not |never )?(?:yet )?(?:respond|repl[iy]|comment|answer)|\bby (?:press|publication|deadline)",
    re.IGNORECASE,
)
_NO_SUBJECT = frozenset(
    w.split(
        "whether how what why asked pressed questioned when if where who which that whose whom although though while because "
        "as after before until since unless by neither"
    )
)
_FOR_A_TIME = re.compile(
    r"\s*For (?:(?:the|a|an|some|many|several|more|over|nearly|almost|about|two|three|four|five|six|ten|\d+|the last|the past) )*"
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|decades?|time|moment|while|now|once|example|instance|his part|her part|its part)\b"
)
_FRONTED = re.compile(  # "Photographs it found too expensive.", "Of lists he would not hear."
    r"\s*(?:Of |About |For )?(?P<what>[A-Z]?[a-z’'-]+(?: [\w’'-]+){0,5}?) (?:he|she|it|they) "
    r"(?:had|would|could|will|did|does|do|found|finds|knew|knows|refused|refuses|accepted|accepts|"
    r"rejected|rejects|considered|considers|wanted|wants|left|took|gave|held|kept|called|thought)\b"
)
_IS_TIME = re.compile(
    r"\b(?:days?|weeks?|months?|years?|hours?|minutes?|mornings?|evenings?|nights?|afternoons?|time|times|moment|noon|midnight|"
    r"\w+day|first|last|second|third|fact|end|addition|question|point|occasion|way|clock)$"
)
_TELLS_ON = re.compile(r", (?:and|but) (?:[a-z]+ed|gave|took|went|came|left|made|sent|put|told|wrote|got|ran)\b")
_WILLING = frozenset(
    w.split(
        "say comment give name tell disclose elaborate discuss confirm neither only rather like be glad prefer speculate extend commit "
        "welcome want love expect hope"
    )
)
_LONGEST_SUBJECT = 14  # words
_FEWEST = 3


def goes_on(view: View) -> bool:
    """Whether a sentence without a word of speech goes on with what was told before it."""
    text = view.masked[view.start : view.stop]
    if MASK in text or text.rstrip()[-1:] != "." or _NOT_THEIRS.search(text):
        return False
    words = [m.group().lower() for m in _WORD.finditer(text)]
    if len(words) < _FEWEST or words[0] in _NO_SUBJECT or _TELLS_ON.search(text) or _FOR_A_TIME.match(text):
        return False
    fronted = _FRONTED.match(text)
    if fronted is not None and _is_object(fronted["what"]):
        return True
    if words[0] == "so":
        return words[1] in ("had", "would") and len(words) > 3  # "So had a harbour crane."
    if (opens := _UNTIL_THEN.match(text)) is not None:
        words = [m.group().lower() for m in _WORD.finditer(text[opens.end() :])]
        return _is_set_back(words)
    if _had_before(view):
        return False
    if words[0] == "nor":
        return words[1] in ("had", "would", "could", "did")
    return _is_set_back(words)


_UNTIL_THEN = re.compile(r"\s*(?:Until|Till|Before|After|From|By|Since) (?:then|that)(?: (?:day|time|date))?,? ")
_BACKGROUND = re.compile(
    r"\b(?:days?|weeks?|months?|years?|hours?) (?:earlier|before|previously|ago)\b|\balready\b|^\s*On (?:\d|[A-Z]\w+day)"
)


def _had_before(view: View) -> bool:
    """Whether the report tells what had happened before, behind words in quotation marks: "She had gone two days earlier"."""
    if view.before is None or MASK not in view.masked[slice(*view.before)]:
        return False
    return _BACKGROUND.search(view.masked[view.start : view.stop]) is not None


def _is_set_back(words: list[str]) -> bool:
    """Whether a clause is in a tense that is set back by one."""
    for at, word in enumerate(words[:_LONGEST_SUBJECT]):
        rest = [x for x in words[at + 1 : at + 6] if x not in _ADVERBS]
        if word == "had":
            return bool(rest) and _is_participle(rest[0])
        if word == "would":
            return bool(rest) and words[at + 1] not in _WILLING and rest[0] not in _WILLING
        if word in ("was", "were") and rest[:1] == ["to"]:
            return at > 0 and len(rest) > 1
        if word in ("was", "were"):
            return at > 0 and len(rest) > 1 and rest[0] == "being" and _is_participle(rest[1])
        if at and word.endswith("ed") and words[at + 1 : at + 2] and words[at + 1] in _OPENS_OBJECT:
            return False  # "Ruhl expressed the hope that it would": a clause of the reporter's
        if word in w.RELATIVES or word in (";", ":", "—", "–", "("):
            return False
        if at and (word in w.FINITE or word in w.BE or word in w.MODALS or word in ("has", "have")):
            return False
    return False


_OPENS_OBJECT = w.DETERMINERS | {"that", "him", "them", "us", "me", "nothing", "nobody"}
_NEVER_OBJECTS = (
    w.PRONOUNS
    | w.RELATIVES
    | w.FINITE
    | w.BE
    | w.MODALS
    | w.CONJUNCTIONS
    | w.SAYING.keys()
    | frozenset(
        w.split(
            "that what whom whether how why when if as since until unless before after once then now here there today yesterday "
            "tomorrow later still also perhaps maybe so hope hopes hoped doubt doubts fear fears think thinks believe believes "
            "expect expects wish wishes want wants has have had on in at with by from"
        )
    )
)


def _is_object(words: str) -> bool:
    """Whether what stands before "he found" or "it would not" is a thing, put first: "Lists of names he did not accept"."""
    low = words.lower().split()
    if any(word in _NEVER_OBJECTS or word.endswith(("ed", "ly")) for word in low) or _IS_TIME.search(words):
        return False
    return len(low) > 1 or (low[0].endswith("s") and words[:1].isupper())


_NO_PARTICIPLES = frozenset(
    w.split(
        "seven eleven nine none one women men children hundred wooden golden open even alone often kitchen garden wine stone bone"
    )
)


def _is_participle(word: str) -> bool:
    if word in _NO_PARTICIPLES:
        return False  # "the couple had seven children"
    return word in _IRREGULAR or (len(word) > 3 and word.endswith(("ed", "en", "wn", "ne")))

"""The closed lists of the case file in words a reader understands, each said once.

In: stored words, letters and numbers. Out: English words. Leaves to others: marking up.
"""

from __future__ import annotations

from functools import cache

from babel import Locale

RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}
GRADES = {
    "A": "satisfactory",
    "B": "partly satisfactory",
    "C": "not satisfactory",
    "D": "no reply",
}
# The bands are those of ordinary speech; the number always stands beside the word, so nothing hides behind them.
LIKELIHOODS = (
    (0.95, "very likely"),
    (0.80, "likely"),
    (0.50, "possible"),
    (0.20, "doubtful"),
    (0.0, "unlikely"),
)
POLARITIES = {
    "asserts": ("●", "says so"),
    "denies": ("○", "denies"),
    "does_not_know": ("?", "says it does not know"),
}
KINDS = {
    "contact": "Contacts",
    "handover": "Lists handed over",
    "list": "Lists received",
    "answer": "Answers",
    "commitment": "Promises",
    "claim": "Claims",
    "silence": "Silences",
}
VERDICTS = {"same": "the same person", "different": "not the same person", "unsure": "cannot tell"}


def likelihood(probability: float) -> str:
    """A probability in a word with its number, such as "likely (0.86)"; never the bare number."""
    held = min(max(probability, 0.0), 1.0)
    word = next(word for least, word in LIKELIHOODS if held >= least)
    # 0.999 is not shown as 1.00: nothing here is certain.
    shown = min(max(held, 0.01), 0.99)
    sign = "over " if held > 0.99 else "under " if held < 0.01 else ""
    return f"{word} ({sign}{shown:.2f})"


@cache
def language_name(tag: str) -> str:
    """A language's name in English; empty if the tag is not known."""
    return str(Locale("en").languages.get(tag.replace("_", "-").split("-")[0].lower(), ""))


@cache
def country_name(code: str) -> str:
    """A country's name in English; the code itself if it is not known."""
    return str(Locale("en").territories.get(code.upper(), code))

"""The closed lists of the case file in words a reader understands, each said once.

In: stored words, letters and numbers. Out: words of the active language. Leaves to others: marking up.
"""

from __future__ import annotations

from functools import cache

from babel import Locale
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from homeward.casework.dates import language

RELIABILITY = {
    "A": _("completely reliable"),
    "B": _("usually reliable"),
    "C": _("fairly reliable"),
    "D": _("not usually reliable"),
    "E": _("unreliable"),
    "F": _("reliability cannot be judged"),
}
CREDIBILITY = {
    1: _("confirmed by other sources"),
    2: _("probably true"),
    3: _("possibly true"),
    4: _("doubtful"),
    5: _("improbable"),
    6: _("truth cannot be judged"),
}
GRADES = {
    "A": _("satisfactory"),
    "B": _("partly satisfactory"),
    "C": _("not satisfactory"),
    "D": _("no reply"),
}
# The bands are those of ordinary speech; the number always stands beside the word, so nothing hides behind them.
LIKELIHOODS = (
    (0.95, _("very likely")),
    (0.80, _("likely")),
    (0.50, _("possible")),
    (0.20, _("doubtful")),
    (0.0, _("unlikely")),
)
POLARITIES = {
    "asserts": ("●", _("says so")),
    "denies": ("○", _("denies")),
    "does_not_know": ("?", _("says it does not know")),
}
KINDS = {
    "contact": _("Contacts"),
    "handover": _("Lists handed over"),
    "list": _("Lists received"),
    "answer": _("Answers"),
    "commitment": _("Promises"),
    "claim": _("Claims"),
    "silence": _("Silences"),
}
VERDICTS = {"same": _("the same person"), "different": _("not the same person"), "unsure": _("cannot tell")}


def likelihood(probability: float) -> str:
    """A probability in a word with its number, such as "likely (0.86)"; never the bare number."""
    held = min(max(probability, 0.0), 1.0)
    word = next(word for least, word in LIKELIHOODS if held >= least)
    # 0.999 is not shown as 1.00: nothing here is certain.
    shown = min(max(held, 0.01), 0.99)
    number = f"{shown:.2f}"
    if held > 0.99:
        number = gettext("over {number}").format(number=number)
    elif held < 0.01:
        number = gettext("under {number}").format(number=number)
    return f"{word} ({number})"


def language_name(tag: str) -> str:
    """A language's name in the active language; empty if the tag is not known."""
    return _names(language(), "languages").get(tag.replace("_", "-").split("-")[0].lower(), "")


def country_name(code: str) -> str:
    """A country's name in the active language; the code itself if it is not known."""
    return _names(language(), "territories").get(code.upper(), code)


@cache
def _names(spoken: str, kind: str) -> dict[str, str]:
    return dict(getattr(Locale.parse(spoken), kind))

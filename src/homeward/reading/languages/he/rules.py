"""Hebrew, as the engine wants it: tables and rules put together.

In: nothing. Out: `LANGUAGE`. Leaves to others: how sentences are read by the tables (`unmarked`).
"""

from __future__ import annotations

from homeward.reading.languages.he import meaning
from homeward.reading.languages.he.beside import through_media
from homeward.reading.languages.he.contacts import with_parties
from homeward.reading.languages.he.dates import DATES
from homeward.reading.languages.he.events import HAPPENINGS
from homeward.reading.languages.he.groups import group_term
from homeward.reading.languages.he.heard import LISTED, REFUSED, UNHEARD
from homeward.reading.languages.he.hearers import promised_to
from homeward.reading.languages.he.steps import find_steps
from homeward.reading.languages.he.subjects import describe, subject_of
from homeward.reading.languages.he.voices import EXPRESSIONS
from homeward.reading.languages.he.words import TONGUE
from homeward.reading.languages.language import Language
from homeward.reading.languages.unmarked.analyse import analyse_with

LANGUAGE = Language(
    code="he",
    dates=DATES,
    groups=meaning.GROUPS,
    counted=meaning.COUNTED,
    numbers=meaning.NUMBERS,
    analyse=analyse_with(TONGUE, EXPRESSIONS, HAPPENINGS, find_steps, through_media),
    abbreviations=frozenset({"עמ", "מס", "פרופ"}),
    answers=meaning.ANSWERS,
    claims=meaning.CLAIMS,
    unreal=meaning.UNREAL,
    unheard=UNHEARD,
    listed=LISTED,
    refused=REFUSED,
    commitment=meaning.COMMITMENT,
    promised_act=meaning.PROMISED_ACT,
    promise_refused=meaning.PROMISE_REFUSED,
    unpromised=meaning.UNPROMISED,
    promised_matter=meaning.PROMISED_MATTER,
    reprinted=meaning.REPRINTED,
    condition=meaning.CONDITION,
    deadline=meaning.DEADLINE,
    untrue=meaning.UNTRUE,
    group_term=group_term,
    denied_holding=meaning.HOLDING_DENIED,
    subject_of=subject_of,
    describe=describe,
    itself=meaning.ITSELF,
    with_parties=with_parties,
    promised_to=promised_to,
    they=meaning.THEY,
)

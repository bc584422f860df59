"""Arabic, as the engine wants it: tables and rules put together.

In: nothing. Out: `LANGUAGE`. Leaves to others: how sentences are read by the tables (`unmarked`).
"""

from __future__ import annotations

from homeward.reading.languages.ar import groups, meaning, promises
from homeward.reading.languages.ar.beside import stand_beside
from homeward.reading.languages.ar.clause import sounds_like_somebody
from homeward.reading.languages.ar.dates import DATES
from homeward.reading.languages.ar.events import HAPPENINGS
from homeward.reading.languages.ar.heard import LISTED, REFUSED, UNHEARD
from homeward.reading.languages.ar.parties import with_parties
from homeward.reading.languages.ar.promised import promise_of, promised_to
from homeward.reading.languages.ar.steps import find_steps
from homeward.reading.languages.ar.subjects import describe, speech_in, subject_of
from homeward.reading.languages.ar.voices import EXPRESSIONS
from homeward.reading.languages.ar.words import TONGUE
from homeward.reading.languages.language import Language
from homeward.reading.languages.unmarked.analyse import analyse_with, hear_with, look_with

LANGUAGE = Language(
    code="ar",
    dates=DATES,
    groups=groups.GROUPS,
    counted=groups.COUNTED,
    numbers=groups.NUMBERS,
    group_term=groups.group_term,
    analyse=analyse_with(TONGUE, EXPRESSIONS, HAPPENINGS, find_steps, stand_beside, sounds=sounds_like_somebody),
    abbreviations=frozenset({"د", "م", "ص"}),
    answers=meaning.ANSWERS,
    answers_by_manner=meaning.ANSWERS_BY_MANNER,
    claims=meaning.CLAIMS,
    unreal=meaning.UNREAL,
    unheard=UNHEARD,
    listed=LISTED,
    refused=REFUSED,
    commitment=promises.COMMITMENT,
    promised_act=promises.PROMISED_ACT,
    promised_matter=promises.PROMISED_MATTER,
    promise_refused=promises.PROMISE_REFUSED,
    promised_to=promised_to,
    promise_of=promise_of,
    unpromised=promises.UNPROMISED,
    reprinted=meaning.REPRINTED,
    condition=promises.CONDITION,
    deadline=promises.DEADLINE,
    untrue=meaning.UNTRUE,
    itself=meaning.ITSELF,
    they=meaning.THEY,
    speech=speech_in,
    our_side=meaning.OUR_SIDE,
    quoted_voices=hear_with(TONGUE, EXPRESSIONS),
    quoted_events=look_with(TONGUE, EXPRESSIONS, HAPPENINGS),
    subject_of=subject_of,
    with_parties=with_parties,
    describe=describe,
)

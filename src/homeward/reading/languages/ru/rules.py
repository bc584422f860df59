"""Russian, as the engine wants it: all tables and rules put together.

In: nothing. Out: `LANGUAGE`. Leaves to others: the constructions and words (the files beside this one).
"""

from __future__ import annotations

from homeward.reading.languages.language import Language
from homeward.reading.languages.ru import groups, patterns, promises
from homeward.reading.languages.ru.analyse import analyse
from homeward.reading.languages.ru.dates import DATES
from homeward.reading.languages.ru.dialogue import speech_in
from homeward.reading.languages.ru.heard import LISTED, REFUSED, UNHEARD
from homeward.reading.languages.ru.hearers import promised_to
from homeward.reading.languages.ru.morphology import stem_of
from homeward.reading.languages.ru.subjects import parties_in, promise_of, subject_of

LANGUAGE = Language(
    code="ru",
    dates=DATES,
    groups=patterns.GROUPS,
    counted=patterns.COUNTED,
    numbers=groups.NUMBERS | groups.BOTH,
    group_term=groups.group_term,
    analyse=analyse,
    speech=speech_in,
    abbreviations=frozenset(
        {"г", "гг", "т", "им", "ул", "д", "тыс", "млн", "руб", "др", "см", "проф", "ген", "р", "стр"}
    ),
    answers=patterns.ANSWERS,
    claims=patterns.CLAIMS,
    unreal=patterns.UNREAL,
    unheard=UNHEARD,
    listed=LISTED,
    refused=REFUSED,
    commitment=promises.COMMITMENT,
    promised_act=promises.PROMISED_ACT,
    foretold=promises.foretold,
    condition=promises.CONDITION,
    promise_refused=promises.PROMISE_REFUSED,
    promised_to=promised_to,
    promise_of=promise_of,
    unpromised=promises.UNPROMISED,
    reprinted=patterns.REPRINTED,
    deadline=promises.DEADLINE,
    untrue=patterns.UNTRUE,
    stem=stem_of,
    our_side=patterns.OUR_SIDE,
    subject_of=subject_of,
    parties_in=parties_in,
    itself=patterns.ITSELF,
    they=patterns.THEY,
)

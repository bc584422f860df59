"""Nouns for people by what they do, in English, as far as their endings tell: "a blacksmith", "a laundress".

In: a word in small letters. Out: whether it names somebody.
Leaves to others: nouns that the tables of `words` list.
"""

from __future__ import annotations

import re

from homeward.reading.languages.en import words as w

WORKING = re.compile(
    r"(?:[a-z-]{2,}(?:smith|man|woman|maker|keeper|herd|wright|[^aeiou]er|ier|ist|eer|or|ian|ant|mate|boy|girl)|agent|deacon|monk|nun|cook|guard|nurse|"
    r"clerk|priest|imam|mullah|scribe|page|blog|forum|aunt|uncle|cousin|nephew|niece|widow|wife|husband|brother|sister|son|daughter|mother|father|"
    r"friend|neighbou?r|captive|prisoner|conscript|colleague|recruit|captain|colonel|sergeant|nuncio|abbess|abbot|prioress|midwife|consul|envoy|"
    r"attach[eé]|liaison|laundress|seamstress|stewardess|waitress|actress|hostess|mistress|patient|student|tenant|merchant|refugee|guide|chief|judge|advocate|bursar|major|mayor|bishop|chaplain)$"
)
NO_WORKER = frozenset(
    w.split(
        "letter paper number order river water winter summer matter quarter border corner answer offer power tower shelter center "
        "door floor other another after under over latter former never whether either member newspaper counter folder dinner supper "
        "harbor harbour error terror motor sector doctorate restaurant moment november december september october register chapter "
        "theater theatre together rather ever later earlier longer thunder weather danger anger finger shoulder daughter's ladder hour "
        "minister's for or nor per brother's transmitter computer poster banner printer typewriter loudspeaker speaker trailer barrier "
        "frontier pier easier dessert desert giant infant quiet want plant important instant distant elegant vacant tour flour gander "
        "layer prayer cover lover silver cluster mother-tongue master barrier career interior exterior mirror horror corridor anchor"
    )
)

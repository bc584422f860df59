"""English: the words that turn what is said, number words, and what changes between “we said” and “they say”."""

from __future__ import annotations

import re

from homeward.reading.languages.compared import SmallWords, words

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_IRREGULAR = (
    "hold held|say said|tell told|take took taken|give gave given|see saw seen|find found|go went gone|bring brought|"
    "send sent|keep kept|meet met|leave left|make made|know knew known|get got gotten|think thought|lose lost|"
    "speak spoke spoken|write wrote written|begin began begun|come came|become became|hear heard|feel felt|"
    "pay paid|seek sought|fall fell fallen|fight fought|man men|woman women|child children|person people|"
    "life lives|die died dies dead|lie lay lain lying|stand stood|understand understood|build built|"
    "choose chose chosen|draw drew drawn|drive drove driven|eat ate eaten|fly flew flown|forget forgot forgotten|"
    "hide hid hidden|lead led|rise rose risen|run ran|sell sold|shoot shot|sit sat|sleep slept|spend spent|"
    "steal stole stolen|swear swore sworn|teach taught|tear tore torn|throw threw thrown|wear wore worn|win won|"
    "break broke broken|beat beaten|bind bound|flee fled|show shown|buy bought|catch caught|deal dealt|"
    "shake shook shaken|wake woke woken|bear bore borne"
)

SMALL_WORDS = SmallWords(
    negations=words("not no never none nobody nothing nowhere neither nor without cannot"),
    conditions=words("if unless whether provided"),
    doubts=words("may might perhaps possibly probably reportedly allegedly apparently supposedly maybe likely"),
    numbers={word: value for value, word in enumerate(_UNITS.split())}
    | {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
    | {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000},
    passed_over=words(
        "a an the this that these those there it its i me my mine we us our ours you your he him his she her hers",
        "they them their theirs who whom which is are was were be been being am has have had having do does did will",
        "would shall should can could to of also so and but then now himself herself themselves ourselves",
    ),
    forms={form: line.split()[0] for line in _IRREGULAR.split("|") for form in line.split()},
    endings=("ings", "ing", "ied", "ies", "ed", "es", "s", "e", "y"),
    contracted=tuple(
        (re.compile(pattern, re.IGNORECASE), instead)
        for pattern, instead in (
            (r"\bcannot\b", "can not"), (r"n['’]t\b", " not"), (r"\bwo not\b", "will not"),
            (r"\bca not\b", "can not"), (r"\bno one\b", "nobody"), (r"['’]ll\b", " will"),
            (r"['’]re\b", " are"), (r"['’]ve\b", " have"),
            (r"(?<=\bI)['’]m\b", " am"), (r"['’]s\b", ""),
        )
    ),
)  # fmt: skip

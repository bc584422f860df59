"""What the models that hear events cannot tell by a sentence's words alone.

In: nothing. Out: `UNHEARD`, by kind of event: words beside which a sentence that sounds like one tells of none (asked
for, to come, denied, of other things); `LISTED`: what is handed over; `REFUSED`: that nothing is promised.
Leaves to others: the models (`homeward.reading.telling`).
"""

from __future__ import annotations

import re

UNHEARD = {
    "contact": re.compile(
        r"\b(?:призва\w+|призыва\w+|(?:хо[тч]\w+|желает|просит|просил\w*|отказал\w+|отказыва\w+) (?:\w+ )?(?:встретиться|встречаться|говорить)"
        r"|(?:требу\w+|потреб\w+|добива\w+|прос\w+|ищет|ищут|хо[тч]\w+) (?:\w+ )?(?:встреч|свидани|разговор|переговор)\w*"
        r"|(?:говори|бесед|разговарива|поговори)\w* (?:\w+ )?с (?:\w+ )?(?:газет|агентств|телеканал|канал|журнал|корреспондент|репорт[её]р|редакц)\w*)\b",
        re.IGNORECASE,
    ),
    "handover": re.compile(
        r"\b(?:не|ни|нет|отказ\w*|отриц\w*|опроверг\w*|передаст|передадут|передадим|вручит|вручат|направит|направят|будет|будут"
        r"|долж\w+|если|бы|ли|прос\w+|попрос\w+|потреб\w+|требу\w+|хо[тч]\w+|обеща\w+|пообеща\w+|намерен\w*|планиру\w+|"
        r"предсто\w+|составля\w+|спис\w+ (?:продукт|лекарств|медикамент|покуп|вопрос|требовани|претензи|запчаст|товар|"
        r"потер|услови|тем)\w*)\b|\?",
        re.IGNORECASE,
    ),
    "commitment": re.compile(
        r"\b(?:наде(?:ется|ются|емся|юсь|ялся|ялась|ялись)|жд[её]т,|ждут,|мечта\w+|мол[ия]т\w*|хот(?:ят|ел\w*),? чтобы|долж\w+|следует|призва\w+|призыва\w+|потреб\w+|требу\w+|если (?:\w+ )?(?:пообещ\w+|обеща\w+)|(?:про)?комментир\w+|говорить об?)\b|\?",
        re.IGNORECASE,
    ),
    "silence": re.compile(r"\b(?:если|ли|наде\w+|когда)\b|\?", re.IGNORECASE),
}
LISTED = re.compile(
    r"\b(?:перечн\w+|перечень|спис\w+|им[её]н\w*|фамили\w+|фото\w*|данные|анкет\w+|реестр\w*|его|их)\b", re.IGNORECASE
)
REFUSED = re.compile(
    r"\b(?:отказ\w+|отказыва\w+|исключ\w+|никаких|ни при каких|не (?:стан\w+|буд\w+|обеща\w+|пообеща\w+|намерен\w*|собира\w+|да[лсв]\w*|"
    r"выда\w+|отпуст\w+|освобод\w+|гарантир\w+|может|могут|могу))\b",
    re.IGNORECASE,
)

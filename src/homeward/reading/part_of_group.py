"""Words that speak of a part of a group: "some of the workers", of whom nobody can say who they are.

In: words. Out: whether they do. Leaves to others: who belongs to the group (`casework`), and saying whom it concerns.
In whatever language: a text may quote another. Who adds a language adds a line.
"""

from __future__ import annotations

import re

_PARTS = re.compile(
    r"(?<!\w)(?:"
    # English
    r"(?:some|several|most|many|few|part|half|any|number|majority|bulk|rest|others?) of|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:or more )?(?:out )?"
    r"of (?:the|th[eo]se|them|our|his|her|its|their|whom)|not all|"
    r"some (?:workers|hostages|prisoners|detainees|captives|people|men|women|passengers|sailors)"
    # Russian
    r"|(?:некотор\w+|част\w+|больш(?:ая|ую|ей) част\w+|большинств\w*|половин\w+|мног\w+|нескольк\w+|один|одн\w+|"
    r"дв(?:ое|а|е|ух|оих)|тр(?:ое|и|ех|ёх|оих)|четыр\w+|четвер\w+|пять|пятер\w+|шест\w+|кто-то|кое-кто|\d+)"
    r" (?:человек\w* )?из|(?:некотор\w+|част\w+|большинств\w*|половин\w+) (?!из\b)\w+|не все"
    # Hebrew
    r"|[ושכבל]?(?:חלק|חלקם|חלקן|כמה|אחדים|אחד|אחת|שניים|שתיים|שלושה|שלוש|ארבעה|ארבע|חמישה|חמש|רוב|מרבית|מחצית|מקצת)"
    r"(?: מה\w+| מתוך| מבין| מ\w{3,}|(?<=רוב) ה\w+|(?<=מרבית) ה\w+|(?<=מחצית) ה\w+)|לא כל\w*"
    # Arabic
    r"|[وفبلك]?(?:بعض|عدد(?:ا)? من|أحد|إحدى|اثنان من|اثنين من|ثلاثة من|أربعة من|خمسة من|معظم|غالبية|أغلب|نصف|جزء من|"
    r"قسم من|ليس كل|ليس جميع)"
    r")(?!\w)",
    re.IGNORECASE,
)


def speaks_of_part(words: str) -> bool:
    """Whether words speak of some of a group, and not of all of it."""
    return _PARTS.search(words) is not None

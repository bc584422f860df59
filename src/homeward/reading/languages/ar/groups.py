"""Arabic: words for the people looked for together, with and without their number.

In: nothing. Out: `GROUPS`, `COUNTED`, `group_term`, `NUMBERS`. Leaves to others: what is said of them (`meaning`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from homeward.reading.languages.ar.dates import NUMBERS as _PLAIN
from homeward.reading.languages.language import FindsWords, Place

_DEFINITE = {
    "الاثنان": 2, "الاثنين": 2, "الاثنتان": 2, "الاثنتين": 2, "الثلاثة": 3, "الثلاث": 3, "الأربعة": 4, "الأربع": 4,
    "الخمسة": 5, "الخمس": 5, "الستة": 6, "الست": 6, "السبعة": 7, "السبع": 7, "الثمانية": 8, "الثماني": 8, "التسعة": 9,
    "التسع": 9, "العشرة": 10, "العشر": 10,
}  # fmt: skip
_UNITS = {
    "واحد": 1, "واحدة": 1, "اثنان": 2, "اثنين": 2, "اثنتان": 2, "اثنتين": 2, "ثلاثة": 3, "ثلاث": 3, "أربعة": 4, "أربع": 4,
    "خمسة": 5, "خمس": 5, "ستة": 6, "ست": 6, "سبعة": 7, "سبع": 7, "ثمانية": 8, "ثمان": 8, "ثماني": 8, "تسعة": 9, "تسع": 9,
    "واحدا": 1, "ثلاثا": 3, "أربعا": 4, "خمسا": 5, "ستا": 6, "سبعا": 7, "ثمانيا": 8, "تسعا": 9, "إحدى": 1,
}  # fmt: skip
_TENS = {"عشرون": 20, "ثلاثون": 30, "أربعون": 40, "خمسون": 50, "ستون": 60, "سبعون": 70, "ثمانون": 80, "تسعون": 90}
_TENS |= {word.removesuffix("ون") + "ين": number for word, number in _TENS.items()}
_BIG = {"مئة": 100, "مائة": 100, "مئتان": 200, "مئتين": 200, "مائتان": 200, "مائتين": 200}


def _compound() -> dict[str, int]:
    """Numbers of two words: "twenty-seven" is "seven and twenty"; with the article both have it."""
    found = dict(_TENS) | _BIG
    for unit, one in _UNITS.items():
        for ten, many in _TENS.items():
            found[f"{unit} و{ten}"] = one + many
            found[f"ال{unit} وال{ten}"] = one + many
        found[f"مئة و{unit}"] = found[f"مائة و{unit}"] = 100 + one
        if one > 2:
            found[f"{unit} عشر"] = found[f"{unit} عشرة"] = one + 10
            found[f"ال{unit} عشر"] = found[f"ال{unit} عشرة"] = one + 10
    found |= {f"مئة و{ten}": 100 + many for ten, many in _TENS.items()}
    found |= {f"ال{ten}": many for ten, many in _TENS.items()}
    found |= dict.fromkeys(("أحد عشر", "إحدى عشرة", "الأحد عشر", "الإحدى عشرة"), 11)
    twelve = (
        "اثنا عشر",
        "اثني عشر",
        "اثنتا عشرة",
        "اثنتي عشرة",
        "الاثنا عشر",
        "الاثني عشر",
        "الاثنتا عشرة",
        "الاثنتي عشرة",
    )
    return found | dict.fromkeys(twelve, 12)


NUMBERS = {**_PLAIN, **_DEFINITE, **_compound()}
_NO_COUNT = frozenset(["اثنين", "الاثنين", "يومين", "أسبوعين", "شهرين", "عامين", "سنتين", "الاثنان"])


def _one_of(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True)).replace(" ", r"\s+")


_WORDS = _one_of([n for n in NUMBERS if len(n) > 2 and n not in _NO_COUNT and not n.startswith("ال")])
_THE = _one_of([n for n in NUMBERS if n.startswith("ال") and n not in _NO_COUNT])
_LARGE = _one_of([n for n, value in NUMBERS.items() if value > 10 and not n.startswith("ال")])
_COUNT = rf"(?P<n>\d{{1,3}}|{_WORDS})"

_PARTICIPLES = "محتجز مختطف مخطوف مفقود معتقل موقوف مغيب مغيّب مأسور مسجون مختف"
_BROKEN = "رهائن رهينة أسرى سجناء أسراهم رهائنهم مخطوفيهم مفقوديهم"
_HELD = "(?:ال)?(?:" + _one_of(
    [word + end for word in _PARTICIPLES.split() for end in ("ين", "ون", "ات")] + _BROKEN.split()
) + ")"  # fmt: skip
_KINDS = (
    r"(?:أشخاص|أجانب|مواطنين|شخصا|رجال|نساء|عمال|بحارة|مهندسين|أطباء|صحفيين|صحافيين|متطوعين|ركاب|صيادين|"
    r"طلاب|طلبة|طالبات|باحثين|سائقين|موظفين|ممرضين|مدنيين|جنود|ضباط|فنيين|معلمين|مدرسين|راهبات|نشطاء|ناشطين|طيارين|"
    r"حجاج|سياح|مسعفين|مصورين|غواصين|عاملين|موقوفين|آخرين|إخوة|أشقاء|زملاء)"
)
_OFFICE = (
    r"(?<!شؤون )(?<!لجنة )(?<!هيئة )(?<!نادي )(?<!وزارة )(?<!نقابة )(?<!اتحاد )(?<!جمعية )(?<!مؤسسة )(?<!المعنية )(?<!الأممية )(?<!الدولية )"
    r"(?<!الوطنية )(?<!زالوا )(?<!يزالون )(?<!كانوا )(?<!ظلوا )(?<!باتوا )(?<!ليسوا )(?<!الآخران )(?<!يزال )"
)
_THINGS = (
    r"(?:اسما|اسماء|يوما|عاما|سنة|شهرا|ساعة|دقيقة|ثانية|مليونا|ألفا|كيلومترا|دولارا|مترا|ليلة|مرة|كلمة|سيارة|شاحنة|صورة|دولة|نسخة|"
    r"رسالة|صفحة|قطعة|بندقية|أسبوعا|جلسة|اجتماعا|لقاء|منزلا|قارية)"
)

GROUPS = (
    re.compile(rf"(?<!\w){_OFFICE}[وفبلك]{{0,2}}(?:{_COUNT}\s+)?{_HELD}(?:\s+(?P<m>{_THE}))?(?!\w)"),
    re.compile(
        rf"(?<!\w)لل(?:{_one_of([w + 'ين' for w in _PARTICIPLES.split()] + ['رهائن', 'أسرى', 'سجناء'])})(?!\w)"
    ),
    re.compile(
        rf"(?<!\w)[وفبلك]?(?:جميع\s+)?(?:{_one_of([w + end for w in _PARTICIPLES.split() for end in 'وي'])})\s+ال\w{{3,}}"
    ),
    re.compile(r"مزدوجي الجنسية"),
)
COUNTED = (
    re.compile(rf"(?<!\w)[وبلك]?(?!الأسماء|الأيام|الأشهر|السنوات|الأعوام|الدول)ال\w{{3,}}\s+(?P<n>{_THE})(?!\w)"),
    re.compile(rf"(?<!\w)[وبل]?{_COUNT}\s+(?:من\s+)?(?:ال)?{_KINDS}(?!\w)"),
    re.compile(rf"(?<!\w)[وبل]?(?P<n>\d{{2,3}}|{_LARGE})\s+(?!{_THINGS})\w{{2,}}(?:ا|ة)(?!\w)"),
    re.compile(
        rf"(?<!\w)[وفبلك]?(?P<n>{_THE})(?!\w)(?!\s+(?:عشر|الماضي|المقبل|الأخير|أشهر|أيام|الماضية|المقبلة|صباحا|مساء))"
    ),
)

_ALSO = {
    "طاقم": ("بحارة", "بحّارة"),
    "طلاب": ("طلبة",),
    "طلبة": ("طلاب",),
    "صحفيون": ("صحافيون",),
    "مخطوفون": ("مختطفون",),
}
_OF_OTHERS = r"(?<!نقابة )(?<!اتحاد )(?<!حزب )(?<!رابطة )(?<!وزارة )(?<!شؤون )(?<!جمعية )(?<!هيئة )(?<!لجنة )(?<!المعنية )(?<!المعني )(?<!المكلفة )"
_SHORTEST = 4


def group_term(term: str) -> FindsWords | None:
    """Such as "the sailors" or "the eight sailors" for a given term "sailors of the Alma", in every case."""
    words = term.split()
    while words and (words[0] in NUMBERS or words[0].isdecimal()):
        words = words[1:]
    if not words:
        return None
    head = words[0].removeprefix("ال")
    if len(head) < _SHORTEST:
        return None
    forms = [form for one in (head, *_ALSO.get(head, ())) for form in _cases(one)]
    definite = "|".join(map(re.escape, dict.fromkeys(forms)))
    whole = r"\s+".join(map(re.escape, words))
    return _Term(
        re.compile(rf"(?<!\w)(?:{_OF_OTHERS}(?:[وفبك]{{0,2}}ال|و?لل)(?:{definite})|(?P<whole>{whole}))(?!\w)")
    )


_BEHIND = re.compile(rf"\s+({_THE})(?!\w)")  # long, and so made once for all terms


@dataclass(frozen=True, slots=True)
class _Counted:
    """A term found, with the number behind it: as `re.Match` tells of it."""

    words: str
    place: Place
    number: str | None

    def span(self) -> Place:
        return self.place

    def group(self) -> str:
        return self.words

    def groupdict(self) -> dict[str, str | None]:
        return {"n": self.number}


@dataclass(frozen=True, slots=True)
class _Term:
    """The pattern of one term; whatever number stands behind it is looked for by itself."""

    pattern: re.Pattern[str]

    def finditer(self, text: str, /) -> Iterator[_Counted]:
        at = 0
        while (match := self.pattern.search(text, at)) is not None:
            number = _BEHIND.match(text, match.end())
            stop = number.end() if number is not None else match.end()
            if number is None and match["whole"] is not None:
                at = match.start() + 1  # the given term itself is known by its own words; here only with a number
                continue
            yield _Counted(text[match.start() : stop], (match.start(), stop), number[1] if number else None)
            at = stop


def _cases(word: str) -> list[str]:
    """A plural in its cases: "-un" and "-in", also where the construct has cut them short."""
    for ending in ("ون", "ين"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            return [stem + "ون", stem + "ين"]
    if word.endswith(("و", "ي")):
        return [word[:-1] + "ون", word[:-1] + "ين"]
    return [word]

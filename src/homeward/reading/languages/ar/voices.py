"""Arabic: how words are tied to their speakers.

In: nothing. Out: `EXPRESSIONS`. Leaves to others: how they are used (`unmarked.voices`).
"""

from __future__ import annotations

import re

from homeward.reading.languages.ar.ways import WAYS
from homeward.reading.languages.unmarked.expressions import Expressions
from homeward.reading.languages.unmarked.words import Kind, Word

_SAID = (
    r"(?:(?:قال|ذكر|أعلن|أفاد|أكد|صرح|نقل|أورد|أوضح|أضاف|نشر|كشف|روى|رأى|زعم|شرح|بين|كتب|شهد)(?:ت|وا)?|"
    r"[يت](?:قول|ذكر|علن|فيد|ؤكد|صرح|نقل|ورد|وضح|ضيف|كشف|روي|رى|زعم|شرح|بين|كتب|شهد|جزم|ردد|كرر)(?:ون)?)(?:ه|ها)?(?:\s+(?:به|بها|عنه|عنها))?"
)
_REPORT = (
    r"(?:ل?(?:بيان|تصريح|تقرير|رواية|تقديرات|تقدير|مصادر-|إفادة|شهادة|أقوال|كلام|قول|"
    r"معلومات)\w{0,3})(?:\s+(?:صادر(?:ة)?\s+عن|نشرته?ا?|"
    r"أصدرته?ا?|أدلى\s+به(?:ا)?))?"
)
_OBJECT_PREPOSITIONS = frozenset(["من", "إلى", "عن", "على"])


def _opens_object(word: Word) -> int | None:
    """Where the object of a demand begins: behind "to", "of", or behind the letter that is "by"."""
    if word.any(Kind.PREPOSITION):
        return len(word.text) if word.text in _OBJECT_PREPOSITIONS else None
    plain = word.text
    if not word.is_word or (word.any(Kind.NAME | Kind.ADVERB | Kind.THAT) and not word.prefix):
        return None
    if (
        plain.startswith("ب")
        and len(plain) > 3 - (word.prefix == "ب")
        and (word.prefix.startswith("ب") or not word.kind)
    ):
        return 2 if plain[1] == "ـ" else 1
    return None


def _that_length(word: Word) -> int:
    """Letters of "that", before the pronoun which may be written on to it."""
    start = 1 if word.prefix in ("و", "ف") else 0
    text = word.text[start:]
    if word.text in ("ألا", "ألّا"):
        return 0  # "that not": the words begin with it
    if text.startswith("ب"):
        start, text = start + 1, text[1:]
    marks = 1 if text[2:3] == "ّ" else 0
    return start + 2 + marks


EXPRESSIONS = Expressions(
    according=re.compile(
        rf"(?<!\w)و?ف?(?:(?P<his>على\s+حد\s+(?:قوله|قولها|قولهم|تعبيره|تعبيرها|تعبيرهم|وصفه|وصفها)|"
        rf"بحسب\s+(?:قوله|قولها|قولهم|تعبيره|تعبيرها)|"
        rf"(?:ب?حسب|وفق|وفقا\s+ل|وفقاً\s+ل|بناء\s+على)\s*(?:رواية|روايت|إفادت|شهادت|كلام|تصريحات|أقوال|تقديرات)(?:ه|ها|هم)(?!\w)|"
        rf"حسب\s+(?:قوله|قولها|قولهم|تعبيره|تعبيرها)|كما\s+قال(?=\s*[،.])|وفق\s+(?:قوله|قولها|تعبيره|"
        rf"تعبيرها))(?!\w)|"
        rf"(?:(?:في|وفي)\s+(?:رواية|شهادة|إفادة|تقدير|قول|كلام)|كما\s+(?:جاء|ورد)\s+(?:على\s+لسان|في\s+(?:حديث|كلام|شهادة|رواية|تصريح))|على\s+(?:ذمة|حد\s+(?:قول|تعبير|وصف)|لسان|ما\s+{_SAID})|كما\s+{_SAID}|حسبما\s+{_SAID}|(?:و?هذا|و?ذلك|هو)\s+ما\s+{_SAID}|"
        rf"(?:كان\s+)?هذا\s+(?:رد|جواب|كلام|قول)|(?<=[»\"”]،\s)و?(?:الكلام|القول|العبارة)\s+ل(?=\w)|"
        rf"(?:جواب|رأي|تقدير|موقف|حجة|ذريعة|رواية)\s+(?=[^\s،.:]+(?:\s[^\s،.:]+){{0,3}}\s(?:أن|أنه|أنها|أنهم)\s)|وفق(?:ا|اً|"
        rf"ًا)?\s+(?:ل?ما\s+{_SAID}|{_REPORT})|"
        rf"(?:ب?حسب|طبقا\s+ل|طبقاً\s+ل)\s*(?:ما\s+{_SAID}|{_REPORT})|استنادا\s+إلى\s+{_REPORT}|برأي|"
        rf"في\s+رأي)\s+(?=\S)|"
        rf"(?P<weak>(?:وفقا|وفقاً|وفقًا|طبقا|طبقاً|طبقًا)\s+ل(?=\w)|(?:وفق|بحسب|حسب)\s+(?=\S)))"
    ),
    citing=re.compile(
        r"(?<!\w)و?(?:(?:نقلا|نقلاً|نقلًا|استنادا|استناداً|استنادًا|مستشهدا|مستشهدة|مستندا|مستندة|ناقلا|ناقلاً|ناقلة)\s+(?:بدوره\s+|بدورها\s+)?(?:عن|إلى|ب)\s*|"
        r"(?:على\s+لسان|(?<!ناطق )(?<!متحدث )(?<!ناطقة )(?<!متحدثة )بلسان)\s+)"
    ),
    object=frozenset(["عن", "إلى"]),
    negations=frozenset(
        ["لم", "لا", "لن", "ما", "ولم", "ولا", "ولن", "فلم", "غير", "أن", "وليس", "خلاصة", "صفوة", "قصارى"]
    ),
    so=frozenset(["هكذا", "بهذه", "عبارة", "كلمات", "كلمة", "كما", "هذا", "بذلك"]),
    told=re.compile(
        r"\s*و?(?:جاء|جاءت|ورد|وردت|كان|كانت)?\s*(?:هذا\s+|هذه\s+)?(?:كلامه|كلامها|كلامهم|أقواله|أقوالها|"
        r"تصريحاته|تصريحاتها|تصريحه|تصريحها|حديثه|حديثها|التصريحات|التصريح)(?!\w)|"
        r"\s*و?(?:نقل|أورد|بث|نشر|أذاع)ت?(?=\s[^.،:«]{3,60}(?:كلامه|كلامها|أقواله|أقوالها|تصريحاته|تصريحاتها|حديثه|حديثها)(?!\w))"
    ),
    tail=re.compile(
        r"،?\s+(?:من\s+دون\s+أن|دون\s+أن|من\s+غير\s+أن|من\s+دون\s+(?:الكشف|ذكر|توضيح|تحديد|إعطاء)|دون\s+(?:الكشف|"
        r"ذكر|توضيح|تحديد|إعطاء)|على\s+أن\s+(?:يعقب|يعود|ترفع|يتم)|بحجة)(?!\w)|"
        r"\s+(?:فلم|فامتنع\w*|فرفض\w*)(?!\w)|"
        r"،\s+واستند(?:ت|وا)?\s+(?:في\s+ذلك\s+)?إلى(?!\w)"
    ),
    opens_object=_opens_object,
    that_length=_that_length,
    from_=frozenset(["من", "عن"]),
    learned=frozenset(["علم", "علمت", "علمنا", "سمع", "سمعت", "سمعوا", "سمعنا"]),
    mention=frozenset(["ذكر"]),
    avoiding=frozenset(
        [
            "تجنب",
            "تجنبت",
            "يتجنب",
            "تتجنب",
            "تفادى",
            "تفادت",
            "يتفادى",
            "تتفادى",
            "تفادي",
            "تحاشى",
            "تحاشت",
            "يتحاشى",
            "اغفل",
            "اغفلت",
            "يغفل",
            "تجاهل",
            "تجاهلت",
            "يتجاهل",
            "رفض",
            "رفضت",
            "يرفض",
            "ترفض",
            "امتنع",
            "امتنعت",
            "استنكف",
            "احجم",
            "احجمت",
            "دون",
            "بدون",
            "عدم",
            "اهمل",
            "اهملت",
            "يات",
            "ياتي",
            "تات",
            "اتى",
        ]
    ),
    asks=frozenset(["سال", "سالت", "سألت", "سأل", "استوضحت", "استوضح", "استفسرت"]),
    ways=WAYS,
)

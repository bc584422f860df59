"""Arabic clauses that sound as if they told of a silence and tell of none, and where a silence stands that was only heard.

In: a sentence, the place of the verb that would tell of it. Out: whether somebody is silent there; the place of the first
word that tells of a silence. Leaves to others: finding the verb (`events`, `hushed`, the trained models), and whose silence
it is (`silences`).
"""

from __future__ import annotations

import re

from homeward.reading.languages.ar.spelled import spelled

_CLAUSE_MARKS = re.compile(r"[.؛:؟!\n،]")
_TEXT = (
    r"بيان|خطاب|كلم[ةت]|حديث|تصريح|لائح|قائم|قوائم|لوائح|كشف|رسال|تقرير|مذكر|بلاغ|مقابل|مقال|نشر[ةت]|إعلان|مؤتمر|منشور|وثيق|محضر|برقي|"
    r"نص|إحاط|جدول|لقاء|اجتماع|جلس|محادث|مباحث|مداول|نقاش|اتفاق|خبر|بنود|شاش|صحف|صحيف|إعلام|قاع[ةت]|موقع|صفح|ملف|قضي|ذكر|إشار|اسم|أسماء"
)
_MATTERS = (
    r"موعد|عدد|تفاصيل|تفصيل|سبب|أسباب|مزيد|تاريخ|جنسي|هوي[ةت]|ظروف|مكان|عنوان|مبلغ|شروط|أجور|لماذا|ما\s+إذا|ما\s+إن"
)
_MATTER = r"(?:أين|متى|كيف|كم|شرط|رقم)(?!\w)"
_CONDITION = spelled(r"(?<!\w)[وف]?(?:إن|إذا|لو)\s+(?:لم|لا)\s+$")
_EXCEPT = spelled(r"(?<!\w)(?:إلا|سوى)\s+(?:إلى|عن|على|في|ب|ل)")
_ANOTHER = spelled(rf"(?<!\w)[يت](?:ذكر|قل|ورد|حدد)\w*\s+(?:\S+\s+){{0,3}}?(?:أي\s+)?(?:(?:{_MATTERS})\w*|{_MATTER})")
_OUGHT = spelled(r"(?<!\w)(?:على\s+\S+|يجب|ينبغي|يفترض|طلب\w*|طالب\w*|دعا|دعت)\s+(?:\S+\s+)?(?:أن|ألا)\s+$")
_ABOUT = spelled(
    r"(?<!\w)(?:عن|عنه\w*|حيال\w*|إزاء\w*|بشأن\w*|تجاه\w*|حول\w*|بصدد|بخصوص|أمام|سئل\w*|سؤال\w*|في\s+شأن|على|فيه\w*)(?!\w)"
)
_NAMED_TEXT = spelled(rf"(?<!\w)[وفبلك]?(?:ال|ل)?(?:{_TEXT})")
_NOT = spelled(r"(?<!\w)[وف]?(?:لم|لن|لا|ما)\s+$")
_PASSES_OVER = spelled(
    r"[يت]?(?:تجنب|تفاد|تحاش|تناس|تغاض|تجاهل|أهمل|همل|أعرض|عرض|أسقط|سقط|قفز|نس)"
)  # no silence where denied
_ABSENT = spelled(r"(?:غاب|خلا|خلت)(?:ت|وا)?")
_MUTE = spelled(r"(?:صمت|سكت)(?:ت|وا)?|[يت]قل")
_SPOT = spelled(
    r"(?<!\w)[وف]?(?:لم|لا|ليس\w*|ما|دون|بلا|بدون|غير|خلا|خلت|خلو\w*|خال\w*|غاب\w*|غائب\w*|صمت\w*|سكت\w*|صامت\w*|ساكت\w*|"
    r"تجاهل\w*|أغفل\w*|تجنب\w*|تحاش\w*|تفاد\w*|تناس\w*|نسي\w*|أسقط\w*|سقط\w*|متجاهل\w*|متجنب\w*|متحاشي\w*|متناسي\w*|قفز\w*)(?!\w)"
)


def is_none(text: str, start: int, at: int, stop: int) -> bool:
    """Whether the sentence from `start` to `stop` tells of no silence by the verb at `at`: of a condition, another matter."""
    begin = max((m.end() for m in _CLAUSE_MARKS.finditer(text, start, at)), default=start)
    end = next((m.start() for m in _CLAUSE_MARKS.finditer(text, at, stop)), stop)
    before, clause = text[begin:at], text[at:end]
    if _CONDITION.search(before) or _OUGHT.search(before) or _EXCEPT.search(clause) or _ANOTHER.search(clause):
        return True
    if _NOT.search(before) is not None and _PASSES_OVER.match(clause) is not None:
        return True  # "will not avoid speaking of them"
    if _ABSENT.match(clause):
        return _NAMED_TEXT.search(text, start, stop) is None
    return _MUTE.match(clause) is not None and _ABOUT.search(before + " " + clause) is None


def spot(text: str, place: tuple[int, int]) -> int:
    """Where the first word stands that tells of a silence in `place`; -1 where none does."""
    found = _SPOT.search(text, *place)
    return found.start() if found is not None else -1

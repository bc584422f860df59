"""To which side of the publication an Arabic verb looks: "will meet", "they met", "promised an answer by".

In: the words of a sentence before and behind a day without its year, tidied. Out: `tense`.
Leaves to others: which day that is (`homeward.reading.dates`), the words of dates themselves (`dates`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# The stems of imperfects that tell what is to come, as they stand behind "he", "she", "they", "we" and "I".
_MEETING = (
    "لتقي|جتمع|زور|ستقبل|شوف|ري|حضر|عقد|فتتح|فتح|ظهر|نطلق|ستانف|ستكمل|بدا|نتهي|نقضي|شيع|صوت|ناقش|بحث|"
    "مثل|نظر|حاكم|حسم|صدر|قام|قيم|نظم|عتصم|تظاهر|صلي|دلي|ستمع|ستجوب|جري|حل"
)
_LEADING = "سافر|غادر|عود|رجع|اتي|جي|توجه|روح|طلع|نزل|ذهب|ضي|دخل|خرج|صل|وصل|رد|جيب|تصل|كلم|حكي|خبر|بلغ"
_GIVING = (
    "سلم|تسلم|ستلم|تبادل|فرج|طلق|خلي|سيب|فك|سرح|رسل|بعث|بعت|بعته|عيد|رجعوا|قدم|عرض|عطي|ودي|جيب|ناخذ|اخذ|ياخذ|علن|"
    "نشر|بث|صرف|حول|حال|نقل|كشف|وقع"
)
_SUFFIX = "(?:و?ن?(?:ه|ها|هم|هن|كم|ك|نا|ني|هما)|وا|ون|ان|ل(?:ه|ها|هم|ك|كم|نا|و))?"
_IMPERFECT = (
    rf"ي(?:لقي|قابل|را(?=[هك])|واصل|قاضي|{_MEETING}|{_LEADING}|{_GIVING}){_SUFFIX}|"
    rf"ت(?:{_MEETING}|سافر|غادر|عود|رجع|اتي|توجه|نزل|ذهب|دخل|خرج|صل|رد|فرج|طلق|خلي|رسل|بعث|عيد|علن|نشر|عرض)(?:ون|ان|وا|ين|ه|ها|هم)?|"
    rf"ن(?:لتقي|تلاقي|تقابل|تواصل|تحدث|وافي|جتمع|زور|قابل|ستقبل|شوف|ري|را(?=[هك])|حضر|عقد|ستانف|سافر|غادر|عود|رجع|اتي|روح|طلع|ذهب|رد|جيب|تصل|سلم|تسلم|فرج|"
    rf"طلق|خلي|سيب|سرح|رسل|بعث|بعت|عيد|عطي|ودي|علن|نشر|نقل|كشف){_SUFFIX}|"
    rf"ا(?:زور|قابل|عود|رجع|سافر|ذهب|روح|لقا|را(?=[هك])|ري|حضره|جيب){_SUFFIX}|"
    rf"ب(?:كلم|شوف|رجع|جيب|سلم|زور)(?:كم|ك|هم)|بيج(?:ي|ون|وا)|"
    rf"(?:[هحب]|غا)[يتنا](?:{_MEETING}|{_LEADING}|{_GIVING}){_SUFFIX}"
)
_AHEAD = re.compile(
    r"[وف]?(?:س[يتن](?:\w{3,}|صل|تم|رد|عد|قف|جد|ضع|قع|مر|حل|بت|حط|بث|شن|ضم|دل|عم|كف|زج)|رح|راح|هن\w{4,}|"
    r"سأ(?!ل(?:ت|ته|تها|تهم|تني|تنا|وا|ه|ها|هم|ني|نا|ناه|وه|وها|وني|تم)?$)\w{2,}|"
    r"سوف|لن|المقرر|مقرر|مقررا|المتوقع|المرتقب|المزمع|المنتظر|المرجح|يعتزم|تعتزم|ينوي|تنوي|ينوون|ننوي|ناوي|ناويين|يجب|"
    r"ينبغي|موعد|الموعد|موعدنا|موعده|موعدها|موعدهم|موعدكم|موعدي|يتوقع|ينتظر|غادي|باش|لازم|يامل|تامل|ياملون|نامل|لعل\w*|عسا\w+|متوقع|متوقعة|منتظر|منتظرة|مرتقب|مروا|تعالوا|تعال|تعالي|احضروا|"
    r"ليسلم\w*|ليعيد\w*|لنسلم\w*|لنعيد\w*|لاعيد\w*|"
    rf"بحلول|{_IMPERFECT})"
)
_NO_VERB = re.compile(
    r"[وف]?(?:سيارة|سيارات|سيد|سيدة|السيد|سنة|سنوات|سنين|ستة|ستين|ستون|سيطر\w*|سياس\w*|سيناريو\w*|سيناء|سيول|سيادة|"
    r"سيرة|سابق\w*|ساعة|ساعات|ساحة|ساحل|سادس\w*|سائق\w*|سالم|سامي|ستار|سند|سنو\w*|سيف|سيل|سير|"
    r"سيدي|سيدات|سيناتور|سيبيريا|سيراليون|سيمون|سينما\w*|سيفار\w*|سيطر\w*|ستوكهولم|ستيف\w*|ستراسبورغ|سنجار|سنغافورة|"
    r"سنغال\w*|ستمي\w*|ستين\w*|سيران|سنتر|سنترال|ستوديو|سيغنال|سيرين\w*|سيسي|سيادت\w*|سيسيل\w*|سيطرت\w*)"
)
_PAST = re.compile(
    r"[وف]?(?:قال|قالت|اعلن|اعلنت|صرح|صرحت|ذكر|ذكرت|اضاف|اضافت|اكد|اكدت|اوضح|اوضحت|افاد|افادت|نفي|نفت|وعد|وعدت|"
    r"تعهد|تعهدت|"
    r"اشار|اشارت|نقل|نقلت|كشف|كشفت|كان|كانت|كانوا|التقي|التقت|وصل|وصلت|غادر|غادرت|سلم|سلمت|شوهد|شوهدت|اختفي|اختفت|"
    r"اتصل|اتصلت|"
    r"افرج|افرجت|اختطف|اختطفت|خطف|خطفت|خطفوا|قتل|قتلت|وقع|وقعت|بدا|بدات|انقطع|انقطعت|تم|تمت|جري|جرت|عقد|عقدت|صدر|"
    r"صدرت|الغي|الغيت|نشر|نشرت|عثر|مات|ماتت|توفي|توفيت|غرق|غرقت|سحب|سحبت|عاد|عادت|بلغ|ابلغ|ابلغت|لم|قد|لقد|توقفت|توقف|زار|زارت|"
    r"اقتيد|اقتيدت|اقتيدوا|اعتقل|اعتقلت|اعتقلوا|اوقف|اوقفت|احتجز|احتجزت|فقد|فقدت|فقدوا|اختطفوا|اسرت|اسروا|دخل|دخلت|خرج|خرجت|خرجوا|"
    r"سافر|سافرت|رحل|رحلت|اجري|اجرت|اجريت|ارسل|ارسلت|تسلم|تسلمت|تلقي|تلقت|بعث|بعثت|كتب|كتبت|رصد|رصدت|شاهد|شاهدت|راي|رات|دفن|ولد|نقلوا|حكم|حكمت|"
    r"حضر|حضرت|شارك|شاركت|استولي|استولت|هاجم|هاجمت|داهم|داهمت|اوقفوا|افرجوا|وجه|وجهت|قدم|قدمت|تقدم|تقدمت|اقر|اقرت|روي|روت|طلب|طلبت|طالب|طالبت|"
    r"نظم|نظمت|اقام|اقامت|حدث|حدثت|حصل|حصلت|استلم|استلمت|انتشل|انتشلت|انقضت|انقضي|انتهي|انتهت|استقبل|استقبلت|اجتمع|اجتمعت|شهد|شهدت|فتح|اغلق|اطلق|اطلقت|"
    r"حذر|دعا|اجاب|رد|امتنع|رفض|وافق|اصدر|تحدث|ناقش|بحث|عرض|قرر|وجد|ادلي|انهي|زعم|ادعي|ابدي|شدد|جدد|ندد|ادان|تابع|اختتم|شيع|"
    r"اندلع|سقط|قصف|انفجر|اصيب|جرح|تظاهر|اعتصم|حاول|تمكن|فشل|افلت|نجا|هرب|فر|عبر|وصف|كرر|استدعي|حمل|اعاد|كلف|عين|اقال|"
    r"استقال|تبين|اتضح|ظهر|بث|اذاع|تبني|هدد|ساعد|ساهم|سارع|ساند|راسل|راجع|انسحب|انتقل|انضم|استشهد|استمع|تعرض|تعرف|تواصل|"
    r"نقض|نكث|اخلف|تنصل|تراجع|عدل|ظل|بقي|استمر|امضي|قضي|عاش|لقي|التحق|تلا|حدد|منح|اعطي|اعترف|اشتكي|اشتبك|احرق|احتج|اطلع|افتتح|اقتحم|قام|فتش|ضبط|انتظر|"
    r"(?!ال|لل|بال|كال)\w{2,}[^\Wا]ت|(?![ويتنا]?[يتن])\w{3,}وا)"
)


_UNTIL = ("حتي", "قبل", "بحلول")
_LASTED = frozenset(["لم", "فلم", "ولم", "ظل", "ظلت", "بقي", "بقيت", "استمر", "استمرت", "انتظر", "انتظرت", "انتظرنا"])
_WAS = frozenset(["كان", "كانت", "كانوا", "وكان", "وكانت", "وكانوا", "كنا", "كنت"])
_NOT_DONE = frozenset(["لم", "ولم", "فلم", "وهو", "وهي", "وهم", "وهما", "وهن"])  # "did not | go"; "seen | leaving"
_SET = re.compile(r"(?:ال)?مقررا?|المنتظر|المفترض|المرتقب|المتوقع|المزمع|(?:ال)?موعدا?")
_CALLED_OFF = re.compile(r"[وف]?(?:الغي|الغيت|لم|لكن\w*|غير|الا|ارجئ|ارجئت|اجل|اجلت|تاجل|تاجلت|تعذر|تعطل)")
_PASSED = re.compile(r"[وف]?(?:مضي|فات|انقضي|حل|مر|جاء|انتهي|انصرم)")  # "the appointed day | went by"
_CONJUNCTIONS = frozenset(["قبل", "بعد", "منذ", "دون", "بدون", "من", "الي", "حتي"])  # with "ان" behind them
_NEXT_ONE = frozenset(
    ["المقبل", "المقبلة", "القادم", "القادمة", "التالي", "التالية"]
)  # "the next meeting | is on Sunday"
_PROMISED = re.compile(
    r"[وف]?[يت]?(?:وعد|تعهد|التزم|اتفق|وافق|دعا|دع|دعو|ارجا|ارجئ|اجل|تاجل|حدد|تحدد|ضرب|عين|واعد|اتعهد|عد|لتزم|تقرر|قرر|"
    r"سمح|اذن|امر|اوعز|موافقة|الموافقة|اذنا|اذن|اقسم|حلف|بشر|امهل|استمهل|مهل|تمهل|طلب|اخذ|اعطا|اعطي|استدعي|استدع)(?:ت|وا|ا|تا|نا|ه|ها|هم|ته|تها|تهم|ني|كم|ونا|وني|تنا|تني)?|[وف]?[انيت]عد(?:كم|ك|هم|نا|ني|ه|ها)"
)
_UNLESS = (["ان", "لم"], ["اذا", "لم"], ["وان", "لم"], ["واذا", "لم"], ["فان", "لم"], ["فاذا", "لم"])
_OUTSET = frozenset(
    ["بين", "ما", "من", "في", "و", "الي", "يوم", "يومي", "مساء", "صباح", "فجر", "ليل", "نهار", "قبل", "بعد"]
) | {
    "الاثنين",
    "الثلاثاء",
    "الاربعاء",
    "الخميس",
    "الجمعة",
    "السبت",
    "الاحد",
}
_ASIDE = frozenset(
    ["الذي", "التي", "الذين", "اللذين", "اللتين", "اللذان", "وهو", "وهي", "وهم", "وكان", "وكانت", "بعدما", "بعد"]
)
# What people come to, of whose day no verb tells: "our vigil | Sunday at ten".
_GATHERING = re.compile(
    "(?:ال)?(?:وقفة|لقاء|جلسة|موعد|مسيرة|تظاهرة|مظاهرة|اعتصام|تسليم)|(?:وقفت|موعد|لقاؤ|جلست|مسيرت|اعتصام|اجتماع)نا"
)
_ANOTHER = frozenset(
    ["جديد", "جديدة", "ثان", "ثانية", "اخر", "اخري", "القادم", "القادمة", "المقبل", "المقبلة", "التالي", "التالية"]
)
_PREPOSITIONS = frozenset(["علي", "الي", "عن", "من", "بعد", "قبل"])
_LEADS = frozenset(
    [
        "الي",
        "علي",
        "بان",
        "ان",
        "انه",
        "انها",
        "انهم",
        "موعدا",
        "لقاء",
        "اجتماع",
        "اجتماعا",
        "زيارة",
        "جلسة",
        "عقد",
        "اطلاق",
        "اخلاء",
        "عودة",
        "مكالمة",
    ]
)
_VERBAL_NOUN = re.compile(r"ت\w{2}ي\w{1,4}|ا\w{2}ا[^\Wت]|است\w{2}ا\w|اعادة|اقامة")  # "to arrange", "to send"
_NO_PAST = frozenset(
    [
        "كويت",
        "انترنت",
        "تحت",
        "عصمت",
        "مدحت",
        "رفعت",
        "بهجت",
        "ثروت",
        "حكمت",
        "سبت",
        "ليست",
        "لست",
        "بيروت",
        "سيرت",
        "تكريت",
        "حضرموت",
        "ميرفت",
        "مرفت",
        "نشات",
        "جودت",
        "شوكت",
        "رافت",
        "صفوت",
        "الفت",
        "دولت",
        "نعمت",
        "حشمت",
        "كرامت",
        "توقيت",
        "تثبيت",
        "تصويت",
        "تفويت",
        "كبريت",
        "ياقوت",
        "سكوت",
        "زيتون",
        "انصات",
    ]
)


_NO_VERB_IN_T = re.compile("[وف]?[بلك]?(?:بيت|وقت|صوت|بنت|اخت|موت|زيت|قوت|حوت|سبت|صمت)")


def tense(before: Sequence[str], after: Sequence[str]) -> int:
    """1 where the nearest verb looks ahead, -1 where it looks back; 2 for a deadline of what is promised or to come.

    The verb comes first, so what stands before decides.
    """
    before, after = [word for word in before if word], [word for word in after if word]  # no strokes by themselves
    before = _without_aside(before)
    if _is_set(before, after):
        return 1
    if before and before[-1] == "منذ":
        return -1
    if before and before[-1] == "حتي" and any(word in _LASTED for word in before[-9:]):
        return -1
    if before and before[-2:][0 if before[-1] in ("شهر", "يوم", "حلول", "مطلع", "نهاية") else -1] in _UNTIL:
        return 2 if any(_AHEAD.fullmatch(word) or _PROMISED.fullmatch(word) for word in before[-9:]) else 1
    if before and (before[-1] in _NEXT_ONE or (before[-2:-1] in (["ان"], ["بان"]) and before[-1].startswith("ال"))):
        return 1
    for place in range(len(before) - 1, -1, -1):
        found = _of(before[place])
        if found < 0 and before[place - 1 : place + 1] in _UNLESS:
            return 1  # "if they do not | answer"
        if found < 0 and place and (before[place - 1] in _PREPOSITIONS or _PROMISED.fullmatch(before[place - 1])):
            continue  # "on | holding (talks)", whose letters are those of "held"
        if found <= 0 and _PROMISED.fullmatch(before[place]) and _is_led_on(before[place + 1 :]):
            return 1
        if found > 0 and place and before[place - 1] in _NOT_DONE and before[place][0] in "يتن":
            return 1 if before[place - 2 : place] in _UNLESS else -1
        if found > 0 and before[place][0] in "يت" and not _WAS.isdisjoint(before[max(0, place - 4) : place]):
            return -1  # "was visiting"
        if found > 0 and _SET.fullmatch(before[place]) and not _WAS.isdisjoint(before[max(0, place - 3) : place]):
            return -1 if any(_CALLED_OFF.fullmatch(word) for word in after[:8]) else 1
        if found > 0 and before[-1] == "الي" and before[place] in ("يعود", "تعود", "يرجع", "ترجع"):
            return -1  # "goes back to"
        if found > 0 and place and "موعد" in before[place] and _PASSED.fullmatch(before[place - 1]):
            return -1
        led = before[place][0] in "يتن" and before[place - 1 : place] in (["ان"], ["بان"])
        told = led and place > 1 and before[place - 2] in _CONJUNCTIONS  # "before he left"
        if found > 0 and told:
            continue
        if found:
            return found
        if led and not told and before[place][0] in "يت":
            return 1  # "promised to hand over"
    return next((found for word in after[:10] if (found := _of(word))), 0) if _is_outset(before) else 0


def _is_outset(before: Sequence[str]) -> bool:
    """Whether nothing stands before the day in its sentence but prepositions and another day: "between Saturday and"."""
    return len(before) <= 1 or (len(before) <= 5 and all(word in _OUTSET for word in before))


def _without_aside(before: Sequence[str]) -> Sequence[str]:
    """The words without a clause between commas just before the day: "meets the minister, who came yesterday, | on"."""
    if len(before) < 4 or before[-1] != "،":
        return before
    start = max((place for place, word in enumerate(before[:-1]) if word == "،"), default=-1)
    return before[:start] if start > 0 and before[start + 1] in _ASIDE else before


def _is_set(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the words that touch the day set it: "set Tuesday as the date", "Monday, God willing", "Next vigil:"."""
    if after[:2] in (["ان", "شاء"], ["باذن", "الله"], ["بعون", "الله"], ["بمشيية", "الله"]):
        return True
    if after[:1] in (["موعدا"], ["تاريخا"]) and (len(after) == 1 or after[1].startswith("ل") or len(after[1]) == 1):
        return True
    words = [word for word in before if word not in ("يوم", "مساء", "صباح", "نهار", ":", "-", "–")]
    if not words or len(words) > 3 or any(_of(word) for word in (*before, *after[:8]) if word not in _NEXT_ONE):
        return False
    told = _GATHERING.fullmatch(words[0]) is not None
    return told and (
        len(words) == 1 or words[1] in _ANOTHER or (words[-1] in _ANOTHER and before[-1] in (":", words[-1]))
    )


def _is_led_on(words: Sequence[str]) -> bool:
    """Whether what is promised or put off stands between the verb and the day: "promised | a call on Friday"."""
    return any(
        word in _LEADS or (word[0] == "ب" and len(word) > 3) or word.startswith("لل") or _VERBAL_NOUN.fullmatch(word)
        for word in words
    )


def _of(word: str) -> int:
    if _AHEAD.fullmatch(word) and not _NO_VERB.fullmatch(word):
        return 1
    return -1 if _PAST.fullmatch(word) and word not in _NO_PAST and not _NO_VERB_IN_T.fullmatch(word) else 0

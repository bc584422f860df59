"""Arabic: dates, verbs of speech, answers, promises, claims.

In: a sentence. Out: `LANGUAGE`. Leaves to others: names (`homeward.names`); Arabic letters do not mark them. The verb
comes first: its subject follows it, and then "that".
"""

from __future__ import annotations

import re

from homeward.reading.languages.ar.dates import DATES, NUMBERS
from homeward.reading.languages.language import MASK, ClaimRule, EventKind, Language, Place
from homeward.reading.languages.patterned import Lexicon, Patterns, analyse_by
from homeward.records import AnswerCode, ClaimSubject, ContactKind, Manner, Polarity

# --- who ----------------------------------------------------------------------------------------------------------

_ROLE = re.compile(
    r"(?<!\w)و?(?:ال)?(?:متحدث\w*|ناطق\w*|وزير\w*|رئيس\w*|مدير\w*|مسؤول\w*|قائد|قيادي|ممثل\w*|"
    r"سفير\w*|عضو|محامي|مبعوث\w*|أمين|"
    r"طبيب\w*|والد\w*|شقيق\w*|زوج\w*|عائل\w*|أقارب|أهالي|دبلوماسي|نائب)(?!\w)"
)
_BODY = re.compile(
    r"(?:ال)?(?:وزارة|حركة|حكومة|منظمة|لجنة|هيئة|سفارة|جيش|وفد|مكتب|دائرة|كتائب|جبهة|مجلس|جمعية|"
    r"خارجية|صليب|هلال)(?!\w)"
)
_TITLE = re.compile(r"(?:الدكتور|الدكتورة|د\.|السيد|السيدة|العميد|العقيد|اللواء|الشيخ)\s+")
_NAME_BEHIND = re.compile(
    r"(?:ال)?(?:متحدث|متحدثة|ناطق|ناطقة)\s+(?:ال\S+\s+)?باسم\s+(?:\S+\s+)?ال\S+\s+((?!ال)[^\s،]+(?"
    r":\s+[^\s،]+){1,2})$|"
    r"^(?:وزير|رئيس|مدير|ممثل|قائد)\s+ال\S+\s+((?!ال)[^\s،]+(?:\s+[^\s،]+){1,2})$"
)


_NO_NAME = re.compile(rf"{_ROLE.pattern}|{_BODY.pattern}|(?:يوم|في|من|إلى|على)\s")


def _person(phrase: str) -> Place | None:
    """A name between commas or behind a title or an office; two or three bare words that are no office."""
    place = 0
    for part in phrase.split("،"):
        stripped = part.strip()
        start = place + part.find(stripped)
        title = _TITLE.match(stripped)
        words = len(stripped.split()) - (1 if title else 0)
        alone = place or title or len(phrase) == len(stripped)
        if alone and (2 if not title else 1) <= words <= 3 and not _NO_NAME.match(stripped):
            return start + (title.end() if title else 0), start + len(stripped)
        place += len(part) + 1
    behind = _NAME_BEHIND.search(phrase)
    if behind is None:
        return None
    return behind.span(1) if behind.group(1) else behind.span(2)


_LEXICON = Lexicon(
    pronoun=re.compile(r"هو|هي|هم"),
    source=re.compile(r"(?:ال)?(?:مصدر|مصادر)(?!\w).*", re.DOTALL),
    medium=re.compile(r"(?:ال)?(?:وكالة|صحيفة|قناة|إذاعة|موقع|مجلة|تلفزيون)(?!\w)"),
    body=_BODY,
    role=_ROLE,
    leading=re.compile(r"(?:أيضا|أيضاً|بدوره|كذلك|من جهته|من جانبه|كما|أن|إن|يوم\s+\S+|أمس|اليوم)(?=[\s،])"),
    trailing=re.compile(
        r"\s(?:أيضا|أيضاً|أمس|اليوم|يوم\s+\S+|أمس\s+\S+|(?:ال(?:اثنين|إثنين|ثلاثاء|أربعاء|خميس|جمعة|"
        r"سبت|أحد))|في (?:بيان|تصريح|مقابلة|حديث|مؤتمر)\S*(?:\s\S+){0,3}|ل(?:وكالة|صحيفة|قناة|إذاعة|"
        r"موقع)\s.*|في\s+\d.*|قوله|قولها|،)\s*$",
        re.DOTALL,
    ),
    person=_person,
    named_body=re.compile(r"\s\S"),
)

# --- what ---------------------------------------------------------------------------------------------------------

_VERBS = re.compile(
    r"(?<!\w)[وف]?(?:قال|قالت|قالوا|أعلن|أعلنت|صرح|صرحت|ذكر|ذكرت|أضاف|أضافت|أكد|أكدت|أوضح|أوضحت|"
    r"أفاد|أفادت|نفى|نفت|وعد|وعدت|تعهد|تعهدت|"
    r"أشار|أشارت|حذر|حذرت|طالب|طالبت|زعم|زعمت|نقل|نقلت|كشف|كشفت|شدد|شددت|أجاب|رد|كتب|كتبت|اعترف|"
    r"اعترفت|بين|يقول|تقول)(?!\w)"
)
_WHO = r"(?P<by>[^،؛:.!؟" + MASK + r"]{3,60}?)"
_END = r"(?=\s+(?:في|يوم|عبر|قبل|أمس|على|\d)|[،.؛]|\s*$)"
_EVENTS = (
    (
        EventKind.SILENCE,
        None,
        re.compile("ذكر|إشارة|يشر|تشر|يتطرق|تتطرق"),
        re.compile(
            rf"(?P<by>[^،؛:.{MASK}]{{3,80}}?)?\s*(?P<key>(?:لم\s+(?:يذكر|تذكر|يأت\w*\s+على\s+ذكر|يشر\w*|"
            rf"تشر\w*|يتطرق|تتطرق)|دون\s+(?:أي\s+)?(?:ذكر|إشارة)|دون\s+أن\s+(?:يذكر|"
            rf"تذكر))(?:\s+إلى)?)\s+(?P<about>[^،؛.!؟{MASK}]{{3,90}})"
        ),
    ),
    (
        EventKind.HANDOVER,
        None,
        re.compile("قائمة|لائحة|قوائم"),
        re.compile(
            rf"(?<!\w)(?P<key>(?P<no>لم\s+)?(?:سلّمت|سلم|سلمت|تسلم|قدم|"
            rf"قدمت))\s+{_WHO}\s+(?:إلى\s+)?(?P<to>ال\S+(?:\s+ال\S+)?)?\s*(?:قائمة|لائحة)(?:\s+(?:ب|من\s+|"
            rf"تضم\s+)?(?P<n>\d{{1,4}}|[^\s،.]+)\s+(?:أسماء|اسما|"
            rf"اسم))?(?:[^،.]{{0,40}}?\s+إلى\s+(?P<with>[^،؛.]{{3,50}}?){_END})?"
        ),
    ),
    (
        EventKind.CONTACT,
        ContactKind.MEETING,
        re.compile("لتق|جتمع|ستقبل|حادث"),
        re.compile(
            rf"(?<!\w)و?(?P<key>(?P<no>لم\s+)?(?:(?P<will>سيلتقي|ستلتقي|سيجتمع|ستجتمع)|التقى|التقت|يلتق|"
            rf"اجتمع|اجتمعت|استقبل|استقبلت))\s+{_WHO}\s+(?:مع\s+|ب(?=وفد|ممثل|ال)|(?=وفد|ممثل|أهالي|عائلات|"
            rf"ذوي|وزير))(?P<with>[^،؛.{MASK}]{{3,60}}?){_END}(?:\s+في\s+(?P<place>[^\s،.]+(?:\s[^\s،.]+)?)"
            rf")?"
        ),
    ),
    (
        EventKind.CONTACT,
        ContactKind.VISIT,
        re.compile("زار|يزور|تزور"),
        re.compile(
            rf"(?<!\w)و?(?P<key>(?P<no>لم\s+)?(?:(?P<will>سيزور|ستزور)|زار|زارت))\s+(?P<by>(?:وفد|وزير|"
            rf"رئيس|ممثل|مبعوث)[^،؛.{MASK}]{{2,50}}?)\s+(?P<place>(?:مدينة|العاصمة|مقر|ال\S+|"
            rf"\S+)(?:\s\S+)?){_END}"
        ),
    ),
)
_HELD = r"(?:ال)?(?:رهائن|رهينة|أسرى|محتجزين|محتجزون|مختطفين|مختطفون|مفقودين|مفقودون|معتقلين)"
_COUNT = r"(?P<n>\d{1,3}|" + "|".join(n for n in NUMBERS if len(n) > 3) + ")"
_PATTERNS = Patterns(
    lexicon=_LEXICON,
    verbs=_VERBS,
    manners=(
        (re.compile("نفى|نفت"), Manner.DENIED),
        (re.compile("وعد|تعهد"), Manner.PROMISED),
        (re.compile("أكد|اعترف"), Manner.CONFIRMED),
        (re.compile("حذر"), Manner.WARNED),
        (re.compile("طالب"), Manner.DEMANDED),
        (re.compile("أفاد|نقل"), Manner.REPORTED),
    ),
    that=re.compile(r"\s(?:إن|أن|بأن)(?=ه|ها|هم|نا|\s)|\sأنّ?\s|:\s"),
    bare=re.compile(r"[وف]?(?:نفى|نفت|وعد|وعدت|تعهد|تعهدت)"),
    quoting=re.compile(r"[وف]?(?:نقل|نقلت)"),
    quoted=re.compile(
        r"\s+(?P<relay>[^،:.]{3,60}?)\s+عن\s+(?P<sp>[^:.]{3,90}?)(?=\s+(?:قوله|قولها|قولهم|تأكيده|وعده)|$)"
    ),
    cite=re.compile(r"،?\s+(?:نقلا عن|نقلاً عن)\s+"),
    to_medium=re.compile(
        rf"(?<!\w)ل(?P<relay>(?:وكالة|صحيفة|قناة|إذاعة|موقع)\s+[^،:.{MASK}]{{2,40}}?)(?=\s*$|،|\s+(?:إن|أن))"
    ),
    according=re.compile(r"(?<!\w)(?:وفقا ل|وفقاً ل|بحسب\s|حسب\s|نقلا عن\s|نقلاً عن\s)(?=\S)"),
    about_this=re.compile(r"(?!)"),
    negation=re.compile(r"(?:لم|لا)\s+$"),
    numbers=NUMBERS,
    events=_EVENTS,
    verb_first=True,
    subject_before=re.compile(r"(?<!\w)و?كانت?\s+(?P<sp>[^،.]{3,80}?)\s+قد\s+$"),
)

_A, _D, _K = Polarity.ASSERTS, Polarity.DENIES, Polarity.DOES_NOT_KNOW


def _rule(subject: ClaimSubject, polarity: Polarity, pattern: str) -> ClaimRule:
    return ClaimRule(subject, polarity, re.compile(pattern))


LANGUAGE = Language(
    code="ar",
    dates=DATES,
    groups=(re.compile(rf"(?<!\w)[وبل]?(?:{_COUNT}\s+)?{_HELD}(?!\w)"), re.compile(r"مزدوجي الجنسية")),
    counted=(
        re.compile(rf"(?<!\w)[وبل]?{_COUNT}\s+(?:أشخاص|أسماء|أجانب|مواطنين|شخصا|اسما)(?!\w)"),
        re.compile(r"(?:الأشخاص|الأسماء|المواطنين|الأجانب)\s+(?P<n>الثمانية)(?!\w)"),
    ),
    numbers=NUMBERS,
    analyse=analyse_by(_PATTERNS),
    abbreviations=frozenset({"د", "م", "ص"}),
    answers=(
        (
            AnswerCode.DOES_NOT_HOLD,
            re.compile(
                r"(?<!\w)لا\s+(?:نحتجز|تحتجز|يحتجز)|ليسوا?\s+(?:لدينا|عندنا|بحوزتنا|في قبضتنا)|لا\s+(?:يوجد|"
                r"وجود)\s+[^،.]{0,30}(?:لدينا|عندنا)"
            ),
        ),
        (
            AnswerCode.DENIES_KNOWLEDGE,
            re.compile(
                r"لا\s+(?:علم|معلومات)\s+(?:لنا|لدينا|لديه|لديها)|ليس\s+لدينا\s+(?:أي\s+)?(?:علم|معلومات)|"
                r"لا\s+نعرف|لا\s+نعلم"
            ),
        ),
        (
            AnswerCode.SEARCHING,
            re.compile(
                r"(?<!لا )(?<!\w)(?:نبحث|تبحث|يبحث|يبحثون)\s+عن(?!\s+(?:حل|سبل|ابن))|"
                r"البحث\s+(?:عنهم\s+)?(?:جار|مستمر|ما زال)"
            ),
        ),
        (
            AnswerCode.ASKS_DETAILS,
            re.compile(r"(?:نحتاج|نطلب|طلب\w*)\s+(?:إلى\s+)?(?:مزيد|معلومات إضافية|تفاصيل|صور)"),
        ),
        (AnswerCode.REFUSES, re.compile(r"لن\s+(?:نناقش|نجيب|نعلق)|(?:رفض|رفضت)\s+(?:التعليق|الإجابة|مناقشة)")),
        (AnswerCode.SAYS_RELEASED, re.compile(r"(?<!\w)(?:أفرجنا|أطلقنا سراح)")),
        (
            AnswerCode.HOLDS,
            re.compile(r"(?<!لا )(?<!\w)نحتجز(?:هم|ه|ها)?(?!\w)|(?<!ليسوا )(?:هم|إنهم)\s+(?:لدينا|عندنا|في قبضتنا)"),
        ),
    ),
    claims=(
        _rule(
            ClaimSubject.WHEREABOUTS,
            _K,
            r"(?:لا\s+(?:تعرف|يعرف|نعرف|تعلم|يعلم)|لم\s+يعرف)\s+(?:أين|مكان|مصير)|مكان\w*\s+غير\s+معروف|"
            r"مصير\w*\s+مجهول",
        ),
        _rule(ClaimSubject.ALIVE, _D, r"(?:لم\s+[يت]عد|ليس|ليست)\s+(?:على\s+قيد\s+الحياة|حيا|حية)"),
        _rule(
            ClaimSubject.ALIVE,
            _A,
            r"(?<!ليس )(?<!ليست )(?<!يعد )(?<!تعد )على\s+قيد\s+الحياة|(?<!\w)(?:حيّ|حي\s+يرزق|حية\s+ترزق|"
            r"أحياء)(?!\w)",
        ),
        _rule(ClaimSubject.DEAD, _D, r"لم\s+(?:[يت]مت|[يت]قتل|[يت]توف)(?!\w)"),
        _rule(ClaimSubject.DEAD, _A, r"(?<!\w)(?:قُتل|قتل|قتلت|توفي|توفيت|مات|ماتت|قُتلوا|قتلوا)(?!\w)"),
        _rule(ClaimSubject.RELEASED, _D, r"لم\s+(?:يفرج|يُفرج|يطلق\s+سراح)|عدم\s+الإفراج"),
        _rule(
            ClaimSubject.RELEASED,
            _A,
            r"(?<!لم )(?<!\w)(?:أُفرج|أفرج|أُفرجت|أفرجت)\s+(?:\S+\s+)?عن|(?:أُطلق|أطلق|أطلقت)\s+سراح|"
            r"تم\s+(?:الإفراج|إطلاق\s+سراح)",
        ),
        _rule(ClaimSubject.TRANSFERRED, _A, r"(?<!لم )(?<!\w)(?:نُقل|نُقلت|نقل|نقلت)\s+إلى|تم\s+نقل"),
        _rule(ClaimSubject.CUSTODY, _D, r"(?:غير\s+محتجز|ليس\s+محتجز|ليست\s+محتجز)\w*"),
        _rule(ClaimSubject.CUSTODY, _A, r"(?<!غير )(?<!ليس )(?<!ليست )(?<!\w)(?:محتجز|محتجزة|أسير|أسيرة)(?!\w)"),
        _rule(ClaimSubject.WHEREABOUTS, _D, r"لم\s+[يت]دخل\s+[^،.»]{0,50}(?:المشفى|المستشفى|السجن|المركز)"),
        _rule(
            ClaimSubject.WHEREABOUTS,
            _A,
            r"وجود\s+[^،.»]{0,60}\s+في\s+(?:ال)?(?:مشفى|مستشفى|سجن|مركز)|(?<!أين )(?<!\w)[يت]وجد\s+في\s",
        ),
    ),
    unreal=re.compile(
        r"(?<!\w)(?:إذا|لو|عندما|حال|حالما|سوف|ريثما|حتى|قبل أن|أين|ما إذا|طالب\w*\s+ب|"
        r"دعا\w*\s+إلى)(?!\w)[^،؛]{0,50}$"
    ),
    commitment=re.compile(
        r"(?<!لن )(?<!\w)[وف]?(?P<act>سنفرج|سنطلق سراح\w*|سنسلم\w*|سنعيد\w*|سنبلغ\w*|سنرد|سنجيب|سنبحث|"
        r"سنسمح|سيفرج|ستفرج|سيسلم\w*|ستسلم\w*|سيطلق|ستطلق|سيعيد\w*|ستعيد\w*)(?!\w)"
    ),
    promised_act=re.compile(r"^\s*(?:ب(?:الإفراج|إطلاق|تسليم|إعادة|الرد|البحث)|أن\s)"),
    condition=re.compile(r"(?<!\w)(?:حالما|فور|ما إن|عندما|إذا|بعد أن|شرط أن|بشرط أن|مقابل|حين)(?!\w)[^،؛.:!؟«»\"]*"),
    deadline=re.compile(r"(?:قبل|حتى|خلال|في موعد أقصاه)\s*$"),
    untrue=re.compile(r"(?:غير صحيح|ليس صحيح\w*|كذب|لا صحة|ننفي|مزاعم)", re.IGNORECASE),
    they=re.compile(r"(?<!\w)(?:هم|هؤلاء|عنهم|عليهم|منهم|بهذا الاسم|هو|هي)(?!\w)|نجدهم|عنه(?!\w)"),
)

"""Arabic: its rules put together.

In: nothing. Out: `LANGUAGE`. Leaves to others: names (`homeward.names`); Arabic letters do not mark them.
"""

from __future__ import annotations

import re

from homeward.reading.languages.ar.dates import DATES, NUMBERS


from homeward.reading.languages.ar.events import HAPPENINGS
from homeward.reading.languages.ar.voices import EXPRESSIONS
from homeward.reading.languages.ar.words import TONGUE
from homeward.reading.languages.language import ClaimRule, Language
from homeward.reading.languages.unmarked.analyse import analyse_with

from homeward.records import AnswerCode, ClaimSubject, Polarity

HELD = r"(?:ال)?(?:رهائن|رهينة|أسرى|محتجزين|محتجزون|مختطفين|مختطفون|مفقودين|مفقودون|معتقلين)"
COUNT = r"(?P<n>\d{1,3}|" + "|".join(n for n in NUMBERS if len(n) > 3) + ")"

_A, _D, _K = Polarity.ASSERTS, Polarity.DENIES, Polarity.DOES_NOT_KNOW


def _rule(subject: ClaimSubject, polarity: Polarity, pattern: str) -> ClaimRule:
    return ClaimRule(subject, polarity, re.compile(pattern))


LANGUAGE = Language(
    code="ar",
    dates=DATES,
    groups=(re.compile(rf"(?<!\w)[وبل]?(?:{COUNT}\s+)?{HELD}(?!\w)"), re.compile(r"مزدوجي الجنسية")),
    counted=(
        re.compile(rf"(?<!\w)[وبل]?{COUNT}\s+(?:أشخاص|أسماء|أجانب|مواطنين|شخصا|اسما)(?!\w)"),
        re.compile(r"(?:الأشخاص|الأسماء|المواطنين|الأجانب)\s+(?P<n>الثمانية)(?!\w)"),
    ),
    numbers=NUMBERS,
    analyse=analyse_with(TONGUE, EXPRESSIONS, HAPPENINGS),
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

"""Where an Arabic contact took place: "in", "inside" or "at" a town, a building, a camp; whatever is visited.

In: the words of a sentence and the place of the verb or noun that tells of it. Out: the place's words, or None.
Leaves to others: who took part (`contacts`, `talks`).

A town stands bare behind "in"; a word with the article is one only where no table knows it as a thing, and it is none
of the words by which "in" leads to a time, a manner or a matter.
"""

from __future__ import annotations

from homeward.reading.languages.ar.clause import Part, parts
from homeward.reading.languages.ar.clause_words import HOUSES, PLACES
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.words import PEOPLE, Kind, Word, fold

_LONGEST = 40  # words of a clause
_STRIP = ' \n،,.؛:«»"“”'
_SHORTEST = 3  # letters of a town's name
_BEFORE = 12  # words before the verb in which a place may stand
_INSIDE = ("في", "داخل")
_NO_PLACES = frozenset(
    fold(word)
    for word in [
        "المقابل",
        "الواقع",
        "الحال",
        "الحقيقة",
        "الغالب",
        "العادة",
        "الأساس",
        "النهاية",
        "البداية",
        "الختام",
        "الأثناء",
        "الوقت",
        "الموعد",
        "المرة",
        "اليوم",
        "الليل",
        "الصباح",
        "المساء",
        "الظهيرة",
        "الفجر",
        "الظهر",
        "الخارج",
        "الداخل",
        "الأسر",
        "الاحتجاز",
        "الاعتقال",
        "القتال",
        "الحرب",
        "المعارك",
        "الطريق",
        "السيارة",
        "الموضوع",
        "الشأن",
        "القضية",
        "الملف",
        "السياق",
        "الإطار",
        "الجلسة",
        "المحادثات",
        "المفاوضات",
        "الرسالة",
        "البيان",
        "النص",
        "وقت",
        "حال",
        "إطار",
        "سياق",
        "شأن",
        "ملف",
        "قضية",
        "موضوع",
        "صدد",
        "خصوص",
        "ختام",
        "نهاية",
        "بداية",
        "مطلع",
        "أواخر",
        "أوائل",
        "منتصف",
        "أعقاب",
        "ظل",
        "ضوء",
        "شهر",
        "عام",
        "سنة",
        "أسبوع",
        "يوم",
        "ليلة",
        "صباح",
        "مساء",
        "فجر",
        "ظهر",
        "ساعة",
        "مرحلة",
        "فترة",
        "جولة",
        "جولته",
        "زيارة",
        "لقاء",
        "اجتماع",
        "اتصال",
        "رسالة",
        "بيان",
        "كلمة",
        "خطاب",
        "حديث",
        "تصريح",
        "مقابلة",
        "مؤتمر",
        "حضور",
        "غياب",
        "انتظار",
        "طريق",
        "سيارة",
        "حرب",
        "معركة",
        "عملية",
        "صفقة",
        "كانون",
        "شباط",
        "آذار",
        "نيسان",
        "أيار",
        "حزيران",
        "تموز",
        "آب",
        "أيلول",
        "تشرين",
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
        "محرم",
        "صفر",
        "ربيع",
        "جمادى",
        "رجب",
        "شعبان",
        "رمضان",
        "شوال",
        "ذي",
        "العيد",
        "عيد",
        "نفس",
        "ذات",
        "أي",
        "كل",
        "بعض",
        "غضون",
        "حدود",
        "آن",
        "أثناء",
        "شتاء",
        "صيف",
        "خريف",
        "ما",
        "هذا",
        "هذه",
        "ذلك",
        "تلك",
        "حقه",
        "حقها",
        "حقهم",
        "الحادي",
        "الثاني",
        "الثالث",
        "الرابع",
        "الخامس",
        "السادس",
        "السابع",
        "الثامن",
        "التاسع",
        "العاشر",
        "بدايات",
        "عهد",
        "عصر",
        "زمن",
        "حين",
        "يناير",
        "جانفي",
        "فيفري",
        "أفريل",
        "ماي",
        "جوان",
        "جويلية",
        "أوت",
        "غشت",
        "شتنبر",
        "نونبر",
        "دجنبر",
        "الأول",
        "العشرين",
        "مجال",
        "مجالس",
        "عهدة",
        "ذمة",
        "رأي",
        "رأيه",
        "رأيها",
        "يد",
        "أيدي",
        "قبضة",
        "يده",
    ]
)


def place_at(sentence: Sentence, at: int, *, visited: Part | None = None) -> str | None:
    """Where the contact was of which the word `at` tells; `visited`: what its verb has as its object."""
    words = sentence.words
    begin = at
    while begin > 0 and at - begin < _BEFORE and (words[begin - 1].is_word or words[begin - 1].text in "،,"):
        begin -= 1
    behind = list(parts(sentence, at + 1, min(sentence.size, at + _LONGEST)))
    before = list(parts(sentence, begin, at)) if begin < at else []
    found = [p for p in (*behind, *before) if p.lead in _INSIDE and _is_place(words, p)]
    town = next((p for p in found if not words[p.start].possessive and not _is_his(words[p.start])), None)
    if town is not None:
        return _text(sentence, town)
    if visited is not None and _may_be_visited(words, visited):
        return _text(sentence, visited)
    return _text(sentence, found[0]) if found else None


def _is_his(word: Word) -> bool:
    plain = fold(word.text)
    return (
        plain.endswith(("ه", "ها", "هم", "نا"))
        and plain.removesuffix("ه").removesuffix("ها").removesuffix("نا") in PLACES
    )


def _is_place(words: list[Word], part: Part) -> bool:
    word = words[part.start]
    plain = fold(word.text)
    base = plain.removeprefix("ال")
    if word.dated or plain in _NO_PLACES or word.text[:1].isdigit() or len(plain) < _SHORTEST:
        return False
    if base in PLACES or base in HOUSES or _is_his(word):
        return True
    if word.any(Kind.BODY):
        return True
    nothing = Kind.THING | Kind.VERB | Kind.PREPOSITION | Kind.ADVERB
    return not (word.any(PEOPLE | Kind.TITLE | nothing) or word.cue is not None)


def _may_be_visited(words: list[Word], part: Part) -> bool:
    """Whether what is visited is a place rather than somebody: "visited | the camp", "visited | Tarn"."""
    word = words[part.start]
    base = fold(word.text).removeprefix("ال")
    return base in PLACES or base in HOUSES or not word.any(PEOPLE & ~Kind.BODY | Kind.TITLE | Kind.NAME)


def _text(sentence: Sentence, part: Part) -> str | None:
    words = sentence.words
    first = words[part.start]
    led = first.prefix.replace("ال", "").replace("و", "")
    start = first.start + len(led)
    stop = part.stop
    joined = (n for n in range(part.start + 1, stop) if words[n].prefix.replace("ال", "")[-1:] in ("ب", "ل"))
    stop = next(joined, stop)
    while stop > part.start + 1 and (words[stop - 1].dated or not words[stop - 1].is_word):
        stop -= 1
    return sentence.view.text[start : words[stop - 1].stop].strip(_STRIP) or None

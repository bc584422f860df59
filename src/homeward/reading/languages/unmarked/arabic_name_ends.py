"""Where an Arabic name ends that no mark closes: before what is said of its bearer, before the object of his verb.

In: the words of a sentence, where a phrase begins, a place in it. Out: whether the phrase ends before the word there.
Leaves to others: where else a phrase ends (`phrase_ends`), nouns that belong to a noun (`arabic_nouns`).
"""

from __future__ import annotations

from collections.abc import Sequence

from homeward.names import listed_kinds
from homeward.reading.languages.unmarked.words import PEOPLE, Kind, Word, fold


def _set(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


_SHORTEST = 3  # letters of a noun
_NAME = 2  # words of a name at the least
_GIVEN = frozenset("mf")
_OF_NAMES = frozenset(
    ["بن", "ابن", "بنت", "أبو", "أبي", "أبا", "أم", "عبد", "آل", "ولد", "آيت", "بو", "ذو", "سيف", "نور", "زين"]
)


def ends_name(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether the word `at` is none of the name, or the office, that began at `start`."""
    return (
        says_how(words, at)
        or opens_object(words, at, start)
        or _says_when(words, at, start)
        or _is_closed(words, at, start)
        or _is_told(words, at, start)
        or _are_others(words, at, start)
        or _is_how_old(words, at)
    )


def says_how(words: Sequence[Word], at: int) -> bool:
    """Whether a word without article is said of whoever stands before it: "Abu al-Harith | ready to", "the speech | free of"."""
    word, before = words[at], words[at - 1]
    after = words[at + 1] if at + 1 < len(words) else None
    plain = fold(word.text)
    if plain not in _SAID_OF or word.definite or not before.is_word or before.any(Kind.PREPOSITION):
        return False
    if not (before.definite or before.any(Kind.NAME) or before.possessive):
        return False
    if after is None or not after.is_word:
        return plain not in _MENTIONS and not word.any(Kind.NAME)
    led = after.any(Kind.PREPOSITION | Kind.THAT) or (after.prefix[:1] in ("ل", "ب") and not after.any(Kind.NAME))
    unknown = not after.kind and not word.any(Kind.NAME) and len(after.text) > _SHORTEST
    return led or (after.text[0] in "بل" and unknown)


def _is_closed(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether a body or medium was named up to its article: "(got) the daily al-Madar | a copy of it"."""
    word, head = words[at], words[start]
    if at - start < _NAME or not head.any(Kind.BODY | Kind.MEDIUM) or head.definite or not words[at - 1].definite:
        return False
    plain = not word.kind and word.is_word and not word.definite and not word.prefix and word.text.endswith("ة")
    after = words[at + 1] if at + 1 < len(words) else None
    return plain and after is not None and fold(after.text) in _OF_IT


def _is_told(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether "to Umm Rasil", or "Umm Rasil" behind a verb of telling somebody, is who hears an office without article."""
    head, word = words[start], words[at]
    if not head.any(Kind.ROLE) or head.definite or head.possessive or at + 1 >= len(words):
        return False
    if word.text in ("لأم", "لأبي", "لأبو", "لأبا"):
        return True
    verb = words[start - 1] if start else None
    told = verb is not None and verb.cue is not None and _tells_whom(verb)
    return at == start + 1 and word.text in ("أم", "أبا", "أبو", "أبي") and told


def _are_others(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether "the mothers" behind one office that is told of in full are whom its holder speaks to."""
    head, word, before = words[start], words[at], words[at - 1]
    if at - start < _NAME or not head.any(Kind.ROLE) or head.definite or fold(head.text) != fold(head.lemma):
        return False
    if not before.definite or not word.definite or not word.text.startswith("ال") or word.any(Kind.TITLE):
        return False
    if word.kind & ~(Kind.ROLE | Kind.KIN):
        return False
    verb = words[start - 1] if start else None
    plain = fold(word.text).removeprefix("ال")
    many = plain in _CROWDS or (bool(word.kind) and plain.endswith(("ات", "ين", "ون")))
    return many and verb is not None and verb.cue is not None and _tells_whom(verb)


def _tells_whom(verb: Word) -> bool:
    """Whether a verb takes whom words are said to as its object."""
    plain = fold(verb.text)
    return plain.startswith(_TELLS_WHOM) or plain[1:].startswith(_TELLS_WHOM)


_CROWDS = _set(
    "أمهات أهالي أهل عائلات أسر ذوي آباء زوجات أبناء أقارب نساء رجال بحارة جنود أسرى سجناء وسطاء صيادين قضاة أطباء ركاب وجهاء"
)


def _is_how_old(words: Sequence[Word], at: int) -> bool:
    """Whether it is told how old somebody is, or how he is called, without "who": "a fisherman | whose age is sixty years"."""
    return words[at].text in ("عمره", "عمرها", "أعمارهم", "اسمه", "اسمها") and not words[at - 1].any(Kind.PREPOSITION)


_TELLS_WHOM = (
    "ابلغ",
    "اخبر",
    "اعلم",
    "اطلع",
    "صارح",
    "طمان",
    "وعد",
    "افهم",
    "حدث",
    "بشر",
    "ناشد",
    "نصح",
    "حذر",
    "اتهم",
    "هنا",
    "شكر",
)
_OF_IT = frozenset(["منه", "منها", "عنه", "عنها", "من"])


def opens_object(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether a noun of "the ..." behind a full name is what its bearer spoke of: "(described) Hind Rasil | the hall of"."""
    word = words[at]
    if at - start >= _NAME and fold(word.text) in _THE_OBJECTS and not words[at - 1].definite:
        return _is_full_name(words, at)
    if at - start < _NAME or word.definite or word.prefix or word.dated or at + 1 >= len(words):
        return False
    after = words[at + 1]
    if not after.is_word or not after.prefix.endswith("ال") or after.any(Kind.NAME) or after.text.endswith(_NISBA):
        return False
    if word.text in _OF_NAMES or words[at - 1].text in _OF_NAMES or not _is_full_name(words, at):
        return False
    if fold(word.text) in _ACTS:
        return True
    if listed_kinds(word.text) & _GIVEN:
        return False
    return (word.text.endswith("ة") and not word.any(PEOPLE)) or word.any(Kind.THING)


def _is_full_name(words: Sequence[Word], at: int) -> bool:
    """Whether a given name and another stand just before a word."""
    given, family = words[at - 2], words[at - 1]
    if not (given.is_word and family.is_word) or given.definite or given.any(Kind.PREPOSITION):
        return False
    plain = not family.any(Kind.PREPOSITION | Kind.OF | Kind.CONNECTOR) and family.cue is None and not family.prefix
    return plain and bool(listed_kinds(given.text) & _GIVEN)


def _says_when(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether "once" or "in the name of" stands behind a full name: "(said) Hind Rasil | in the name of the families"."""
    word = words[at]
    if at - start < _NAME or at + 1 >= len(words) or word.text not in ("ذات", "باسم") or not _is_full_name(words, at):
        return False
    after = words[at + 1]
    return after.text in _ONCE if word.text == "ذات" else after.definite


_ONCE = frozenset(["مرة", "يوم", "ليلة", "صباح", "مساء", "صيف", "شتاء", "ربيع", "خريف"])
_NISBA = ("ي", "ية", "يين", "يون")
_INFLECTED = ("", "ا", "ه", "ة", "ون", "ين", "ان", "ات", "تان")
_MENTIONS = _set("إشارة ذكر كلمة شيء شيئا تعليق رد أثر")
_PREDICATES = _set(
    "خالي خال خلو مستعد قادر عاجز مصر مصمم جاهز متمسك ملتزم مطمئن غاضب واثق متأكد حاضر غائب صامت ساكت "
    "موجود متردد مقتنع راغب عازم حريص راض قلق متفائل متشائم مسؤول معني مضطر مجبر ملزم منفتح متجاوب متحفظ "
    "مكتف مشغول منشغل بعيد قريب غير ماض مستمر متواصل مرتاح ممتن شاكر فخور حزين آسف نادم خائف متخوف مستاء "
    "مندهش متعب مريض جريح مصاب حي ميت محتجز معتقل مسجون مخطوف مفقود محروم ممنوع مدعو مطالب مكلف مفوض مخول "
    "مؤهل مرشح شاهد عائد قادم ذاهب متوجه مسافر مقيم عالق رافض مؤيد معارض موافق مخالف متهم بريء مدان ضالع "
    "متورط منزعج متضامن مستقيل متقاعد مقتضب واضح قاطع صريح مختلف حازم حاسم جازم بسيط قصير موجز هادئ ساخر"
)
_SAID_OF = _MENTIONS | {predicate + ending for predicate in _PREDICATES for ending in _INFLECTED}
# Nouns that are nobody's name: "(visited) Hind Rasil | the prison".
_THE_OBJECTS = frozenset(
    "ال" + word
    for word in _set(
        "سجن معتقل مستشفى مدينة قرية معسكر مخيم ميناء مطار مقر مكان جبل ساحة بيت منزل قلعة ثكنة جلسة اجتماع لقاء مؤتمر حفل بيان قائمة "
        "رسالة قرار اتفاق هدنة عرض اقتراح سؤال اتهامات أنباء خبر تقرير باب قاعة طريق منطقة حادثة قضية ملف موضوع صور صورة هاتف"
    )
)
# Nouns of acts and states, of which some are listed names too.
_ACTS = _set(
    "سلامة عودة صمت خطف وعد قتل أسر موت وفاة براءة نجاح فشل صحة حياة حرية كرامة شهادة إفادة إفراج إطلاق "
    "اعتقال احتجاز توقيف تسليم نقل رحيل غياب وجود مكان مصير اسم أسماء عدد ملف قرار طلب رد بيان خبر نبأ "
    "كلام تصريح مطلب مطالب موقف حال وضع أوضاع ظروف سجن قاعة غرفة زنزانة بيت باب جدار ساحة قبائل عشائر "
    "عائلات أهالي ذوي أمهات آباء زوجات رجال نساء أبناء رفاق زملاء حكومة وزارة سلطات قيادة إدارة شركة "
    "صحيفة قناة وكالة محكمة لجنة فصائل ميليشيات دول جيش شرطة جهود مساعي وساطة مبادرة أنباء مزاعم ادعاءات "
    "اتهامات تهمة تهم شائعات تقارير رواية فكرة مسألة قضية مسؤولية سياسة أداء تقصير تباطؤ تأخر تأخير إهمال "
    "تجاهل بطء عجز فساد وحشية قسوة طريق طريقة أسلوب سلوك معاملة حادثة حادث جريمة عملية هجوم غارة قصف حصار "
    "هدنة اتفاق صفقة"
)

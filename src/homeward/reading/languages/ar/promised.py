"""To whom an Arabic promise is given: whoever hears it, and whoever is to be told, met, called or handed something.

In: a text and the words of a promise in it. Out: the `Actor`, or None. Leaves to others: who promises, and whom a
pronoun means.

Whoever hears it stands behind the verb before these words: as its object ("promised | the families"), behind "to" or
"before", or on the verb ("promised her"). Else the act itself names the receiver.
"""

from __future__ import annotations

import re

from homeward.reading.languages.ar.clause import Part, parts, pronoun_at, sounds_like_somebody
from homeward.reading.languages.ar.contacts import subject_before
from homeward.reading.languages.ar.words import TONGUE
from homeward.reading.languages.language import YOU, Actor, ActorKind, Place, View
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.words import PEOPLE, Kind, Word, fold

_BACK = 200  # characters before the words in which the verb of promising stands
_REACH = 16  # words behind a verb in which its hearer stands
_STOPS = re.compile(r"[.!?؟\n«»\"“”؛]")
_SELF = r"(?P<obj>ني|نا|هما|هم|هن|ها|ه|كم|كن|ك)?"
_END = r"(?:ت|وا|ا|نا)?"
# Verbs whose object hears a promise; those whose hearer stands behind "to" or "before".
_TELLS = re.compile(
    rf"[وف]?(?:(?:ي|ت|ن|ا)?عد|(?:ي|ت|ن)بلغ|(?:ي|ت|ن)?طم[اي]ن|وعد|واعد|ابلغ|اخبر|اعلم|اخطر|طمان|عاهد|بشر|افهم|اقنع|اعط[يا]?)(?:ت|وا|ا)?{_SELF}"
)
_TELLS_TO = re.compile(
    rf"[وف]?(?:(?:ي|ت|ن)?تعهد|(?:ي|ت|ن)?لتزم|التزم|(?:ي|ت|ن)?قول|قال|اكد|(?:ي|ت|ن)ؤكد|حلف|اقسم|قطع|قدم|جدد|كرر|ضمن|تكفل|اعلن|كشف|"
    rf"صرح|اوضح|كتب|ذكر|اضاف|شدد|ت?عهد|متعهد|ملتزم|واعد){_END}{_SELF}"
)
_GETS = re.compile(r"[وف]?(?:(?:ت|ي)?تلق[يا]?|نال|حصل|انتزع|اخذ|انتزع|سمع)(?:ت|وا|نا)?")
_WORDS = frozenset(
    fold(w)
    for w in [
        "وعد",
        "وعدا",
        "وعود",
        "وعودا",
        "تعهد",
        "تعهدا",
        "تعهدات",
        "عهد",
        "عهدا",
        "ضمان",
        "ضمانا",
        "ضمانة",
        "ضمانات",
        "كلمة",
        "التزام",
        "التزاما",
    ]
)
# Acts whose object, "to", "on" or "before" names whom they are done for.
_FACE = r"(?:[وفبل]|ال|بال|لل)*(?:س[يتناأ]|سوف|[يتنا])?"
_DOES_TO = re.compile(
    rf"{_FACE}(?:بلغ|خبر|طلع|علم|خطر|ستقبل|ستقبال|لتقي?|لقاء|قابل|مقابل[هة]|زور|زيار[هة]|هاتف|كلم|تصل|رافق|مرافق[هة]|سلم|تسليم|عط[يا]?|"
    rf"منح|زود|تزويد|بلاغ|طلاع|خبار|خطار|علام|ابلاغ|اطلاع|اخبار|اخطار|اعلام|اعطاء|ستمع|طم[اي]ن|طمان[هة]|تمكين|مكن|واف[يا]?|عوض|تعويض){_SELF}"
)
_DOES_FOR = re.compile(
    rf"{_FACE}(?:عرض|قف|وقوف|فتح|كتب|كتاب[هة]|بعث|رسل|ارسال|صل|ايصال|وصول|عيد|اعاد[هة]|نقل|سلم|تسليم|قدم|تقديم|جيب|رد|اجاب[هة]|اودع|يداع|ايداع|"
    rf"رفع|دفع|صرف|حمل|حدد|تحديد|وفر|توفير|عود|عود[هة]|رجع|ارجاع|حال|احال[هة]|جيء|شرح|كشف|نظم|تنظيم|رتب|ترتيب|مكالم[هة]|بحث|"
    rf"سال|حضر|احضار|سمح|سماح){_SELF}"
)
_TOWARDS = frozenset(fold(w) for w in ("إلى", "على", "أمام", "ل", "لدى", "من"))
_PRONOUNS = {"ني": "me", "نا": "us", "هما": "them", "هم": "them", "هن": "them", "ها": "her", "ه": "him",
             "كم": YOU, "كن": YOU, "ك": YOU}  # fmt: skip
_NO_PARTIES = re.compile(
    r"(?:ال)?(?:بيت|بيوت|وطن|بلد|بلاد|حدود|عاصم|مدين|قري|سجن|معبر|مطار|ميناء|ديار|منازل|مستشف|مشف|محافظ[هة]?$|منطق|صحاف|اعلام|صحفي|مراسل|وكال|قنا)"
)
_KIN = re.compile(r"(?:ال)?(?:اهل|اهال|عائل|اسر[هةت]|اسر$|ذو|ام$|امه|اب$|والد|زوج|شقيق|اخ|ابن|امهات|اباء)")


def promised_to(text: str, place: Place) -> Actor | None:
    """To whom the promise in `place` is given."""
    begin = max(0, place[0] - _BACK)
    stops = [m.end() for m in _STOPS.finditer(text, begin, place[0])]
    begin = stops[-1] if stops else begin
    sentence = Sentence(View(text, text, begin, place[1], (), ()), TONGUE)
    inside = next((n for n, w in enumerate(sentence.words) if w.stop > place[0] + 1), sentence.size)
    return _hearer(sentence, inside) or _receiver(sentence, inside)


def promise_of(text: str, place: Place, at: int) -> Actor | None:
    """Who does what a verb in the third person at a character of a promise tells: "(he said) the embassy | will call"."""
    sentence = Sentence(View(text, text, *place, (), ()), TONGUE)
    verb = next((n for n, w in enumerate(sentence.words) if w.stop > at), None)
    while verb is not None and verb < sentence.size and fold(sentence.words[verb].text) in _WILL:
        verb += 1
    if verb is None or verb >= sentence.size or not _THIRD.match(fold(sentence.words[verb].text)):
        return None
    before = subject_before(sentence, verb) if verb else None
    if before is not None:
        return before if before.kind is not ActorKind.PRONOUN and sounds_like_somebody(sentence, before) else None
    bare = [p for p in parts(sentence, verb + 1, verb + _REACH) if p.lead == "" and _is_party(sentence, p)]
    follows = bare and bare[0].start == verb + 1
    return bare[0].actor if follows and verb == 0 and len(bare) > 1 else None


_WILL = frozenset(["سوف", "لن", "لا", "لم"])
_THIRD = re.compile(r"س?[يت]\w{2,}")


def _hearer(sentence: Sentence, inside: int) -> Actor | None:
    """Whoever hears it, by the verb before the words."""
    words = sentence.words
    for at in (*range(inside - 1, -1, -1), *range(inside, min(inside + _FIRST, sentence.size))):
        word = words[at]
        if not word.is_word or word.any(PEOPLE | Kind.TITLE):
            continue
        plain = fold(word.text)
        if (match := _TELLS.fullmatch(plain)) is not None or (match := _TELLS_TO.fullmatch(plain)) is not None:
            if word.definite:
                continue
            takes = _TELLS.fullmatch(plain) is not None
            if at >= inside and not _VOWS.match(plain):
                continue
            end = inside if at < inside else sentence.size
            if match["obj"] == "نا":
                return _behind(sentence, at, end, takes=True, kin=True) or _on(word, "نا") if takes else None
            if match["obj"]:
                return _on(word, match["obj"]) if takes else None
            return _behind(sentence, at, end, takes=takes)
        if _GETS.fullmatch(plain) is not None and any(fold(w.text) in _WORDS for w in words[at : at + _REACH]):
            bare = [p for p in parts(sentence, at + 1, at + _REACH) if p.lead == "" and _is_party(sentence, p)]
            return bare[0].actor if bare else None
        if at < inside and (word.any(Kind.VERB) or word.cue is not None):
            return None  # another clause
    return None


_FIRST = 5  # words of a promise's own clause among which its verb of promising stands
_VOWS = re.compile(r"[وف]?[يتن]?(?:عد|وعد|عاهد|تعهد|التزم|لتزم)")


def _behind(sentence: Sentence, at: int, inside: int, *, takes: bool, kin: bool = False) -> Actor | None:
    found = [p for p in parts(sentence, at + 1, min(inside, at + _REACH)) if _is_party(sentence, p)]
    if kin:
        word = sentence.words[found[0].start] if found and found[0].lead == "" else None
        return found[0].actor if word is not None and _KIN.match(fold(word.text)) else None
    led = next((p for p in found if p.lead in ("ل", "امام", "الي")), None)
    if led is not None:
        return led.actor
    bare = [p for p in found if p.lead == "" and p.actor is not None and p.actor.kind is not ActorKind.PRONOUN]
    if not takes or not bare:
        return None
    if len(bare) > 1:
        return bare[1].actor
    if fold(sentence.words[at].text).lstrip("وف").startswith(("اعد", "نعد", "اعاهد", "نعاهد")):
        return bare[0].actor  # "I promise | the families"
    before = at > 0 and sentence.words[at - 1].is_word and not sentence.words[at - 1].any(Kind.THAT | Kind.CONNECTOR)
    return bare[0].actor if before and sentence.words[at - 1].any(PEOPLE | Kind.NAME) else None


def _receiver(sentence: Sentence, inside: int) -> Actor | None:
    """Whoever is to be told, met, called or handed something."""
    words = sentence.words
    for at in range(inside, sentence.size):
        word = words[at]
        if not word.is_word or word.any(PEOPLE | Kind.TITLE | Kind.PREPOSITION | Kind.PRONOUN):
            continue
        plain = fold(word.text)
        direct, towards = _DOES_TO.fullmatch(plain), _DOES_FOR.fullmatch(plain)
        if direct is None and towards is None:
            continue
        every = list(parts(sentence, at + 1, min(sentence.size, at + _REACH)))
        found = [p for p in every if _is_party(sentence, p)]
        objects = direct["obj"] if direct is not None else towards["obj"] if towards is not None else ""
        if objects and (direct is not None or objects in ("ني", "نا", "كم", "ك")):
            return _on(word, objects)
        led = next((p for p in found if p.lead in _TOWARDS), None)
        bare = [p for p in found if p.lead == ""]
        if _GIVES.search(plain) is not None:  # "hands the consul | the list", "hands the men | to the consul"
            things = [p for p in every if p.lead == ""]
            first = 0 if _has_subject(sentence, at) or _is_noun(plain) else 1
            two = len(things) > first + 1 and things[first] in found
            if led is not None or two:
                return led.actor if led is not None else things[first].actor
        elif direct is not None:
            told = bare[0] if bare and (len(bare) == 1 or _has_subject(sentence, at) or _is_noun(plain)) else None
            told = told or (bare[1] if len(bare) > 1 else None)
            if told is not None:
                return told.actor
        if led is not None:
            return led.actor
    return None


_GIVES = re.compile(r"سلم|تسليم|عط[يا]|اعطاء|منح|زود|تزويد|عيد|اعاد[هة]")


def _is_noun(plain: str) -> bool:
    """Whether an act is told by a noun: "the telling of", "a visit to"."""
    return _NOUN.fullmatch(plain) is not None


_NOUN = re.compile(
    r"[وفبل]{0,2}(?:ال)?(?:ا?ستقبال|لقاء|مقابل[هة]|زيار[هة]|مرافق[هة]|تسليم|ا?(?:بلاغ|طلاع|خبار|خطار|علام|عطاء|ستماع)|منح|تزويد|طمان[هة]|تمكين|تعويض)\w{0,3}"
)


def _has_subject(sentence: Sentence, at: int) -> bool:
    """Whether the verb itself, or what stands before it, says who acts: "we shall", "that he will"."""
    word = sentence.words[at]
    if fold(word.text).lstrip("وف").startswith(("سن", "سا", "ن", "ا")):
        return True
    before = sentence.words[at - 1] if at else None
    if before is None or not before.is_word:
        return True
    if before.any(Kind.THAT):
        return before.text.endswith(("ه", "ها", "هم", "هما", "نا", "ني"))
    return before.any(PEOPLE | Kind.NAME | Kind.PRONOUN) or before.definite


def _is_party(sentence: Sentence, part: Part) -> bool:
    actor = part.actor
    if actor is None:
        return False
    if actor.kind is ActorKind.PRONOUN:
        return actor.head in ("me", "us", "you", "him", "her", "them")
    word = sentence.words[part.start]
    plain = fold(word.text).removeprefix(word.prefix)
    if _NO_PARTIES.match(plain) and not _KIN.match(plain):
        return False
    return bool(word.any(PEOPLE | Kind.TITLE | Kind.NAME) or _KIN.match(plain)) and sounds_like_somebody(
        sentence, actor
    )


def _on(word: Word, suffix: str) -> Actor:
    """Whoever is written on to a verb."""
    return pronoun_at(word, _PRONOUNS[suffix])

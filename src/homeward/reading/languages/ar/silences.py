"""Whose silence an Arabic clause tells of: whoever made the text that leaves something out, or whoever did not speak.

In: a sentence with the place of its silence, and the text before it. Out: the `Actor`, or None. Leaves to others: that
something was left unsaid (`events`, `hushed`), whom it concerns, and whom a pronoun means.

A text's maker stands behind it ("the communiqué | of the brigade"), behind "issued by" or "that ... published", in its
adjective ("governmental"); of a text that is only called "the statement", in the sentences before.
"""

from __future__ import annotations

import re

from homeward.reading.languages.ar.clause import Part, part_at, parts, pronoun_at, sounds_like_somebody
from homeward.reading.languages.ar.clause_words import NOBODY
from homeward.reading.languages.ar.contacts import subject_before
from homeward.reading.languages.ar.words import TONGUE
from homeward.reading.languages.language import Actor, ActorKind, View
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.words import PEOPLE, Kind, Word, fold
from homeward.records import Attribution

_SENTENCES = 4  # before this one in which a text's maker may have been named
_REACH = 12  # words between a text and whoever made it
_BACK = 900  # characters of them
_TEXTS = frozenset(
    fold(word)
    for word in [
        "بيان",
        "خطاب",
        "كلمة",
        "تعميم",
        "لائحة",
        "قائمة",
        "رسالة",
        "تقرير",
        "مذكرة",
        "بلاغ",
        "كشف",
        "مقابلة",
        "مقال",
        "نشرة",
        "إعلان",
        "مؤتمر",
        "تصريح",
        "منشور",
        "تغريدة",
        "حديث",
        "وثيقة",
        "محضر",
        "برقية",
        "نص",
        "إحاطة",
        "جدول",
        "ملحق",
        "ورقة",
        "عريضة",
        "دعوى",
        "شهادة",
        "إفادة",
        "مداخلة",
        "تسجيل",
        "شريط",
        "بند",
        "نداء",
        "تعليق",
        "تدوينة",
        "رد",
        "جواب",
        "بيانات",
        "قوائم",
        "لوائح",
        "تصريحات",
        "كلام",
        "ملاحظات",
        "حوار",
        "خبر",
    ]
)
_LISTS = frozenset(fold(word) for word in ["قائمة", "لائحة", "كشف", "قوائم", "لوائح", "جدول"])
_ENDINGS = ("هما", "هم", "ها", "ه", "نا", "ي")
_CUTS = re.compile(
    r"(?:ال)?(?:صادر[هة]?|منشور[هة]?|مؤرخ[هة]?|اول[يى]?|ثان[يى]?[هة]?|ثالث[هة]?|رابع[هة]?|اخير[هة]?|جديد[هة]?|ختام[ي][هة]?|رسم[ي][هة]?|سابق[هة]?|لاحق[هة]?|"
    r"مقتضب[هة]?|مطول[هة]?|طويل[هة]?|قصير[هة]?|مشترك[هة]?|مكتوب[هة]?|متلفز[هة]?|صحف[ي][هة]?|كامل[هة]?|وحيد[هة]?|نهائ[ي][هة]?|شهري[هة]?|اسبوع[ي][هة]?|يوم[ي][هة]?)"
)
_ADJECTIVES = {"حكومي": "الحكومة", "حكومية": "الحكومة", "رئاسي": "الرئاسة", "رئاسية": "الرئاسة", "وزاري": "الوزارة",
               "وزارية": "الوزارة", "بلدي": "البلدية", "بطريركي": "البطريركية", "نقابي": "النقابة"}  # fmt: skip
_ISSUES = re.compile(
    r"[وف]?(?:ي|ت)?(?:صدر|اصدر|نشر|وزع|عمم|بث|الق[يا]|القي|تلا|قرا|اذاع|ارسل|كتب|وقع|اعلن|بعث|وجه|عقد|ادل[يا]|ادلي|حرر|رفع|صاغ|وضع|اعد|سلم|قدم|عمم|سرب|سطر)"
    r"(?:ت|وا|ا|نا)?(?:ه|ها|هم|هما)?"
)
_WITHOUT = frozenset(fold(word) for word in ["دون", "بدون", "بلا", "غير"])


def silent_at(view: View, at: int, given: Actor | None) -> Actor | None:
    """Whose silence the clause with the character `at` tells of; `given`: whom its verb's own rule found."""
    sentence = Sentence(view, TONGUE)
    words = sentence.words
    place = next((n for n, w in enumerate(words) if w.stop > at), None)
    if place is None:
        return given
    at_first, place = place, _behind_as_for(words, place)
    if fold(words[place].text).startswith(_WHILE_SILENT) and (main := _main(sentence, place)) is not None:
        return main
    texts = [text for text in _texts_near(words, place) if not _is_apart(words, text, place)]
    unsaid = any(_UNSAID.fullmatch(fold(w.text)) for w in words[place : place + 3])
    as_for = place > 0 and fold(words[at_first].text).lstrip("وف") == "اما"
    given = None if given is not None and _MUTE.match(given.name) else given
    subject = None if unsaid else _subject(sentence, place, given, after=not as_for)
    for text in texts:
        if (maker := _maker(sentence, text)) is not None:
            return maker
        if text < place and not words[text].definite and (issuer := _issuer(sentence, text)) is not None:
            return issuer  # "aired | a report in which nothing was said of"
    if texts and not _is_own(words[texts[0]]):
        named = subject if subject is not None and subject.kind is not ActorKind.PRONOUN else None
        named = None if named is None or _is_text(words, named) else named
        return named or _maker_before(view, words[texts[0]]) or _text_itself(sentence, texts[0]) or subject
    if any(fold(w.text) in _IN_IT for w in words):
        return _maker_before(view, None) or subject
    return subject


_WHILE_SILENT = ("متجاهل", "متجنب", "متحاشي", "متفادي", "متناسي")


def _behind_as_for(words: list[Word], place: int) -> int:
    """Behind the people of "as for the sailors, | he did not": where it is told that something was not said."""
    if fold(words[place].text).lstrip("وف") != "اما":
        return place
    return next((n for n in range(place, len(words)) if fold(words[n].text) in _NOT and n > place), place)


def _is_apart(words: list[Word], text: int, place: int) -> bool:
    """Whether a text before a silence is not the silent one: "in their statement it says that | the president did not"."""
    if text >= place:
        return False
    between = words[text + 1 : _first_of(words, place)]
    if not between:
        return False
    led = text > 0 and fold(words[text - 1].text) in ("على", "علي", "بعد", "عقب", "إثر", "اثر")
    with_it = words[text].prefix.startswith("ب") and _joins(words, place)  # "made do with a talk | and did not"
    aside = sum(w.text in (",", "،") for w in between) == 2 and between[-1].text in (",", "،")
    return led or with_it or any(w.any(Kind.THAT) or (w.text in (",", "،") and not aside) for w in between)


def _joins(words: list[Word], at: int) -> bool:
    """Whether a denied verb goes on with the clause before: "spoke of it | and did not mention"."""
    first = fold(words[_first_of(words, at)].text)
    return first in _AND_NOT


_UNSAID = re.compile(r"[وف]?(?:[يت]رد|ورد(?:ت)?|غاب(?:ت|وا)?|[يت]ظهر|ظهر(?:ت)?|[يت]وجد|ليس(?:ت)?|ما)")
_IN_IT = frozenset(["فيه", "فيها", "منه", "منها"])


def _text_itself(sentence: Sentence, at: int) -> Actor | None:
    """A text whose maker nothing tells: "the constitutional declaration"."""
    words = sentence.words
    stop = at + 1
    if not words[at].definite:
        if stop >= sentence.size or not words[stop].definite:
            return None
        stop += 1
        if stop < sentence.size and fold(words[stop].text) in ("عنهم", "عنهن", "عنه", "عنها"):
            stop += 1
        place = words[at].start + len(words[at].prefix), words[stop - 1].stop
        return Actor(place, sentence.view.text[slice(*place)], ActorKind.OTHER, Attribution.NAMED)
    while stop < sentence.size and words[stop].is_word and words[stop].definite and not words[stop].kind:
        stop += 1
    start = words[at].start + len(words[at].prefix.replace("ال", ""))
    place = start, words[stop - 1].stop
    return Actor(place, sentence.view.text[slice(*place)], ActorKind.OTHER, Attribution.NAMED)


def _texts_near(words: list[Word], place: int) -> list[int]:
    """The words for a text, the nearest to the silence first."""
    found = [n for n, w in enumerate(words) if w.is_word and (_base(w) in _TEXTS) and not _counts(words, n)]
    return sorted(found, key=lambda n: abs(n - place))[:2]


def _counts(words: list[Word], at: int) -> bool:
    """Whether it is a word that is left out, not one that leaves out: "any | word about", "did not say a word"."""
    before = fold(words[at - 1].text) if at else ""
    if (
        _base(words[at]) in ("كلمة", "كلمه", "خبر", "رد", "جواب", "كلام", "حديث", "تعليق", "نص")
        and not words[at].definite
    ):
        after = words[at + 1] if at + 1 < len(words) else None
        own = _is_own(words[at])
        owned = after is not None and after.is_word and (after.any(PEOPLE | Kind.TITLE | Kind.NAME) or after.definite)
        return not own and not owned
    return before in _WITHOUT or before in ("اي", "اية", "ايه", "لا")


def _base(word: Word) -> str:
    plain = fold(word.text).removeprefix(word.prefix).removeprefix("ال")
    if plain in _TEXTS:
        return plain
    for ending in _ENDINGS:
        base = plain.removesuffix(ending)
        if base != plain:
            for form in (base, base[:-1] + "ة" if base.endswith("ت") else base):
                if fold(form) in _TEXTS:
                    return fold(form)
    return plain.removesuffix("ا")


def _is_own(word: Word) -> bool:
    """Whether "his" or "her" is written on to a word."""
    plain = fold(word.text).removeprefix(word.prefix).removeprefix("ال")
    return plain not in _TEXTS and plain.removesuffix("ا") not in _TEXTS and _base(word) in _TEXTS


def _maker(sentence: Sentence, at: int) -> Actor | None:
    """Who made a text, by the words behind it."""
    words = sentence.words
    word = words[at]
    after = at + 1
    if _is_own(word) or after >= sentence.size:
        return None
    if fold(words[after].text) in ("اعمال", "الاعمال") and after + 1 < sentence.size:
        after += 1  # "the agenda | of the ministry"
    first = words[after]
    if (
        not word.definite
        and (first.is_word or first.text in '«“"')
        and not first.any(Kind.PREPOSITION)
        and not _CUTS.fullmatch(fold(first.text))
    ):
        owner = _owner(sentence, after)
        if owner is not None:
            return owner
    if word.definite and fold(first.text).removeprefix("ال") in _ADJECTIVES:
        name = _ADJECTIVES[fold(first.text).removeprefix("ال")]
        return Actor(
            (first.start, first.stop), name, ActorKind.BODY, Attribution.NAMED, fold(name[2:]), brief=True, gender="f"
        )
    for place in range(after, min(sentence.size, at + _REACH)):
        one = words[place]
        plain = fold(one.text)
        if one.text in ".؛;:!؟?":
            break
        if place <= after + 1 and one.prefix in ("ل", "لل") and one.any(PEOPLE | Kind.TITLE):
            return _owner(sentence, place)  # "the press conference | of the minister"
        issued = any(fold(w.text).removeprefix("ال").startswith(("صادر", "موقع")) for w in words[at:place])
        if plain in ("عن", "من") and issued:
            return _owner(sentence, place + 1)
        if _ISSUES.fullmatch(plain) and any(w.any(Kind.RELATIVE) for w in words[at:place]):
            return _owner(sentence, place + 1)
    return None


def _owner(sentence: Sentence, at: int) -> Actor | None:
    """Who is named from here on, without the words that describe his text: "of the governorate | issued yesterday"."""
    words = sentence.words
    while at < sentence.size and (words[at].dated or words[at].any(Kind.ADVERB)):
        at += 1
    if at >= sentence.size or words[at].text in ".،,":
        return None
    end = next(
        (
            n
            for n in range(at + 1, min(sentence.size, at + _REACH))
            if words[n].is_word and _CUTS.fullmatch(fold(words[n].text))
        ),
        sentence.size,
    )
    part = part_at(sentence, at, end, "")
    known = (
        words[at].any(PEOPLE | Kind.TITLE | Kind.NAME)
        or words[at].text in '«“"'
        or fold(words[at - 1].text) not in _LISTS
    )
    if (
        part.actor is None
        or not known
        or part.actor.kind is ActorKind.PRONOUN
        or not sounds_like_somebody(sentence, part.actor)
    ):
        return None
    return part.actor


def _subject(sentence: Sentence, place: int, given: Actor | None, *, after: bool) -> Actor | None:
    """Who does not speak: the subject of the clause, or of the one on which "without" hangs.

    `after`: whether it may stand before its verb.
    """
    words = sentence.words
    verb = _verb_near(sentence, place)
    if verb is None:
        return given
    hangs = any(fold(w.text) in _WITHOUT for w in words[max(0, verb - 3) : verb])
    if fold(words[verb].text) in ("يصدر", "تصدر"):
        behind = next(
            (p for p in parts(sentence, verb + 1, sentence.size) if p.lead == "عن" and p.actor is not None), None
        )
        return behind.actor if behind is not None else given  # "nothing came | from the delegation"
    if not hangs:
        joined = _joins(words, verb)
        before = subject_before(sentence, _first_of(words, verb)) if not joined and after else None
        before = before if before is not None and sounds_like_somebody(sentence, before) else None
        given = given if given is not None and sounds_like_somebody(sentence, given) else None
        if before is not None and before.kind is not ActorKind.PRONOUN and not _is_text(words, before):
            return before
        behind = next(iter(parts(sentence, verb + 1, sentence.size)), None)
        if given is not None and given.kind is not ActorKind.PRONOUN:
            return given
        if _is_subject(sentence, behind, verb):
            return behind.actor if behind is not None else None
        return before or given or (_main(sentence, verb) if joined else None) or _elided(words[verb])
    return _main(sentence, verb) or given


def _is_subject(sentence: Sentence, part: Part | None, verb: int) -> bool:
    """Whether a phrase behind a verb is its subject: one with more behind it, by whatever preposition."""
    if part is None or part.lead or part.actor is None or part.actor.kind is ActorKind.PRONOUN:
        return False
    rest = sentence.words[part.stop : part.stop + 2]
    if rest and fold(rest[0].text) in (
        _BY_NAME | _BY_A_WORD if _NAMES.search(fold(sentence.words[verb].text)) else _BY_NAME
    ):
        return False  # "did not mention Saad | by name"
    told_of = sentence.words[verb].text[-1] != "ة" and fold(sentence.words[verb].text)[3:].endswith(
        ("هم", "ها", "هما", "هن")
    )
    led = (told_of and sentence.words[part.start].definite) or (
        bool(rest)
        and (
            rest[0].any(Kind.PREPOSITION)
            or (rest[0].text[0] == "ب" and not rest[0].kind)
            or rest[0].prefix[:1] in ("ب", "ل")
            or rest[0].any(Kind.THING | Kind.NAME)
            or (rest[0].any(PEOPLE) and rest[0].definite and not rest[0].prefix.startswith("و"))
            or fold(rest[0].text) in NOBODY
            or fold(rest[0].text) in ("شي", "شيء", "شيئا", "سيرة")
            or rest[0].text.endswith(("اً", "ًا"))
        )
    )
    return led and not _MUTE.match(part.actor.name) and sounds_like_somebody(sentence, part.actor)


_MUTE = re.compile(r"(?:صامت|ساكت)")  # what somebody stays, and nobody's name


_BY_NAME = frozenset(
    fold(word)
    for word in [
        "بالاسم",
        "باسمه",
        "باسمها",
        "بأسمائهم",
        "بالذات",
        "بتاتا",
        "إطلاقا",
        "أبدا",
        "البتة",
        "بالمرة",
        "قط",
    ]
)
_BY_A_WORD = frozenset(fold(word) for word in ["بكلمة", "بحرف", "بشيء", "بسوء", "بخير"])
_NAMES = re.compile("ذكر|سم|شر")
_NOT = frozenset(["لم", "ولم", "فلم", "لا", "ولا", "فلا", "لن", "ما", "وما", "فما"])
_AND_NOT = frozenset(["ولم", "ولا", "وما"])


def _verb_near(sentence: Sentence, place: int) -> int | None:
    words = sentence.words
    at: int
    for at in (*range(place, min(sentence.size, place + 4)), *range(place - 1, max(-1, place - 4), -1)):
        word = words[at]
        if (
            word.is_word
            and not word.any(PEOPLE | Kind.TITLE)
            and fold(word.text) not in _NOT
            and fold(word.text) != "ليس"
        ):
            if word.any(Kind.VERB) or word.cue is not None or _VERBAL.match(fold(word.text)):
                return at
    return None


_VERBAL = re.compile(
    r"[وف]?(?:[يت]\w{2}|(?:لزم|التزم|اثر|اختار|فضل|لاذ|سكت|صمت|تجاهل|اغفل|خلا|خلت|مر|اسقط|حذف|قفز|تفاد|تجنب|تحاش|بقي|ظل|تناس|نسي|ق[ا]ل|جاب|"
    r"حك|تكلم|اتكلم)(?:ت|وا|ي|ش|اش|شي|ى)?(?!\w))"
)


def _first_of(words: list[Word], at: int) -> int:
    while at > 0 and fold(words[at - 1].text).lstrip("وف") in ("لم", "لا", "لن", "ما"):
        at -= 1
    return at


def _main(sentence: Sentence, verb: int) -> Actor | None:
    """The subject of a sentence's first verb, or who stands before it."""
    words = sentence.words
    for at in range(verb):
        word = words[at]
        if word.is_word and (word.any(Kind.VERB) or word.cue is not None) and not word.any(PEOPLE | Kind.NAME):
            before = subject_before(sentence, at)
            if before is not None:
                return before
            found = (p for p in parts(sentence, at + 1, verb) if p.lead in ("", "ل") and p.actor is not None)
            one = next(found, None)
            if one is not None and one.actor is not None and sounds_like_somebody(sentence, one.actor):
                return one.actor
            return _elided(word)
    return None


def _elided(word: Word) -> Actor:
    """Whom a verb means that names nobody."""
    plain = fold(word.text).lstrip("وف")
    head = (
        "they" if plain.endswith(("وا", "ون")) else "her" if plain.startswith("ت") or plain.endswith("ت") else "him"
    )
    return pronoun_at(word, head)


def _is_text(words: list[Word], actor: Actor) -> bool:
    word = next((w for w in words if w.start <= actor.place[0] < w.stop), None)
    return word is not None and _base(word) in _TEXTS


def _maker_before(view: View, noun: Word | None) -> Actor | None:
    """Who made a text of which only "the statement" is said: by the sentences before, the nearest first."""
    text = view.text
    begin = max(0, view.start - _BACK)
    ends = [begin, *(m.end() for m in re.finditer(r"[.!؟\n]\s*", text[begin : view.start]))]
    starts = [begin, *(begin + e for e in ends[1:])]
    stops = [*starts[1:], view.start]
    wanted = _base(noun) if noun is not None else ""
    for start, stop in list(zip(starts, stops, strict=True))[::-1][:_SENTENCES]:
        if stop - start < 4:
            continue
        sentence = Sentence(View(text, text, start, stop, (), ()), TONGUE)
        for at, word in enumerate(sentence.words):
            if not word.is_word or _base(word) not in _TEXTS or (wanted and _base(word) != wanted):
                continue
            maker = _maker(sentence, at) or _issuer(sentence, at)
            if maker is not None:
                return maker
    return None


def _issuer(sentence: Sentence, at: int) -> Actor | None:
    """Who put a text out, by the verb before it: "the Front issued | a statement", "said in | a statement"."""
    words = sentence.words
    for place in range(at - 1, -1, -1):
        word = words[place]
        if word.text in "؛;:":
            return None
        if (
            word.is_word
            and not word.any(PEOPLE | Kind.TITLE | Kind.NAME)
            and (_ISSUES.fullmatch(fold(word.text)) or word.cue is not None)
        ):
            before = subject_before(sentence, place)
            if before is not None and before.kind is not ActorKind.PRONOUN:
                return before
            bare = next((p for p in parts(sentence, place + 1, at) if p.lead == "" and p.actor is not None), None)
            actor = bare.actor if bare is not None else None
            return actor if actor is not None and sounds_like_somebody(sentence, actor) else None
    return None

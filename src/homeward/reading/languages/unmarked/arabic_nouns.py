"""Which words behind an Arabic noun belong to it, where no table knows the noun: "nadi | al-qudat", "hallaq | min al-hayy".

In: the words of a sentence, where a phrase begins, a place in it. Out: whether the word there belongs to the phrase.
Leaves to others: where else a phrase ends (`phrases`), the tables.

A noun without article is closed by the next noun with it; one that names somebody unknown is followed by "of" or "in"
a place; a rank by its grade, an office by "Umm" or "Abu" and a name.
"""

from __future__ import annotations

from collections.abc import Sequence

from homeward.names import listed_kinds
from homeward.reading.languages.unmarked.words import PEOPLE, Frame, Kind, Word, fold

_SHORTEST = 3  # letters of a noun
_LONGEST_CHAIN = 4  # words from the head to the noun with the article
_LONGEST_CLAUSE = 9  # words that tell of somebody without "who"
_LOOK_BACK = 5  # words between a verb and its subject
_NISBA = ("ي", "ية", "يا", "يين", "يون", "يان", "يات")
_GRADES = frozenset(["أول", "ثان", "ثاني", "اول"])
_SURNAMED = frozenset(["أم", "أبو", "أبي"])
_WHERE = frozenset(["في", "من", "لدى", "قرب", "قبالة", "عند"])
_TO_WHOM = frozenset(["مع", "إلى", "على", "عبر", "أمام"])
_ASKED_OF = ("طلب", "يطلب", "تطلب", "حذر", "يحذر", "تحذر", "سخر", "علم", "اشترط", "استفسر")  # "of" whom, or what
_TOLD = ("ابلغ", "اخبر", "اعلم", "اطلع", "صارح", "طالب", "ناشد", "يبلغ", "تبلغ", "يطالب", "تطالب", "وعد", "اتهم")
_AND = ("", "و", "ف", "ل", "ب", "ك", "ول", "وب")
_NO_CONSTRUCT = frozenset(["بلا", "غير", "ذات", "ذو", "ذي", "سوى", "مثل"])
_MARKS = '"«»“”„'
_NO_NOUN = (
    Kind.PREPOSITION | Kind.OF | Kind.ADVERB | Kind.CONNECTOR | Kind.THAT | Kind.PRONOUN | Kind.RELATIVE | Kind.VERB
)


def belongs(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether the word `at` belongs to the noun phrase that began at `start`."""
    word, before = words[at], words[at - 1]
    if not word.is_word or not before.is_word or word.dated:
        return False
    return (
        _is_grade(words, at)
        or _is_surnamed(words, at, start)
        or _closes_chain(words, at, start)
        or _is_in_chain(words, at, start)
        or _leads_to_place(words, at, start)
        or _is_adjective(words, at, start)
        or _is_place_name(words, at, start)
    )


def leads_to_act(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether an unknown word is "by" an act behind who promises or demands it: "(promised) the ministry | by paying"."""
    word, before = words[at], words[at - 1]
    verb = _verb_before(words, start) if word.text[0] == "ب" else None
    if verb is None or not fold(verb.lemma).startswith(BY_VERBS) or word.any(Kind.NAME) or word.definite:
        return False
    plain = fold(word.text)
    if plain[0] != "ب" or len(plain) <= _SHORTEST or word.kind & ~Kind.THING or not (before.is_word):
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or (not after.is_word and after.text not in _MARKS):
        return before.definite
    family = before.any(Kind.NAME) or not (before.definite or before.any(PEOPLE))
    return not (after.any(Kind.THAT) or (family and fold(after.text)[0] == "ب"))


def is_done_to(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether a noun with "his" or "her" is whom words are said to: "(promised) the company | its pilots | by a bonus"."""
    word, before = words[at], words[at - 1]
    if word.definite or word.prefix or word.text[-1] not in "هام":
        return False
    if word.kind & ~(Kind.ROLE | Kind.THING | Kind.BODY) or listed_kinds(word.text):
        return False
    plain = fold(word.text)
    owned = plain.endswith(("ه", "ها", "هم")) and word.text[-1] != "ة" and not plain.endswith("يه")
    if not owned or len(plain) <= _SHORTEST or word.text.endswith("الله"):
        return False
    verb = _verb_before(words, start)
    whole = before.definite or before.any(Kind.NAME) or (before.is_word and not before.kind)
    return verb is not None and whole and not words[start].any(Kind.KIN)


def is_hearer(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether "to the ..." behind an office of one word is whom its holder speaks to: "(said) the minister | to the mothers"."""
    word, head = words[at], words[start]
    if at != start + 1 or not head.definite or not head.any(Kind.ROLE | Kind.TITLE | Kind.KIN | Kind.SOURCE):
        return False
    verb = _verb_before(words, start)
    if verb is None or not word.text.startswith("ل") or word.any(Kind.NAME):
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    opens = after is None or after.any(Kind.THAT) or after.dated or not after.is_word or after.text[0] == "ب"
    return (word.prefix in ("ل", "لل") and word.any(PEOPLE)) or (word.text.startswith("لل") and opens)


_BY_STEMS = ("عد", "تعهد", "لتزم", "هدد", "طالب", "عترف", "ندد", "توعد", "نوه", "شيد", "رحب", "تهم", "قر", "تمسك")
_BY_PAST = (
    "طالب",
    "وعد",
    "تعهد",
    "التزم",
    "هدد",
    "اقر",
    "اعترف",
    "ندد",
    "توعد",
    "نوه",
    "اشاد",
    "رحب",
    "اتهم",
    "تمسك",
)
BY_VERBS = (*_BY_PAST, *(face + stem for stem in _BY_STEMS for face in "يتن"))  # verbs whose object "by" leads to


def closes_name(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether an unknown word behind a whole name is none of it: "Abu al-Harith | ready to", "Rasil bin Arij | a copy of"."""
    word, before = words[at], words[at - 1]
    after = words[at + 1] if at + 1 < len(words) else None
    if word.definite and not word.kind and after is not None and at - start >= _LEAST_NAME and before.definite:
        family = words[at - 2].any(Kind.NAME) and not before.kind & ~Kind.NAME
        return family and word.text[-1] not in "يةى" and (after.any(Kind.THAT) or after.text[0] == "ب")
    if word.kind or word.definite or word.prefix or word.dated or word.cue is not None or after is None:
        return False
    if at - start < _LEAST_NAME or words[at - 2].text not in (*_KUNYAS, "بن", "ابن"):
        return False
    named = before.definite or words[at - 2].text not in _KUNYAS or before.any(Kind.NAME)
    led = after.any(Kind.PREPOSITION) or (after.text[0] in "بل" and not after.any(Kind.NAME) and not after.kind)
    return named and led


def does_to_it(words: Sequence[Word], at: int) -> bool:
    """Whether an unknown word with "it" on its end is the verb of whoever stands behind it: "wrote it | Abu Rasil"."""
    word = words[at]
    if word.kind or word.definite or word.prefix or word.cue is not None or at + 1 >= len(words):
        return False
    plain = fold(word.text)
    after = words[at + 1]
    owned = plain.endswith(("ه", "ها")) and word.text[-1] != "ة" and len(plain) > _LEAST_NAME + 1
    if not owned or plain.endswith(("يه", "وه")) or listed_kinds(word.text):
        return False
    return after.text in _KUNYAS or (after.any(Kind.TITLE) and after.definite and not after.prefix.strip("ال"))


_LEAST_NAME = 2  # words
_KUNYAS = ("أبو", "أبا", "أبي", "أم")


def is_common_noun(word: Word) -> bool:
    """Whether a word without article that no table knows, or that is an office, may be a noun for somebody."""
    if not word.is_word or word.definite or word.possessive or word.dated or len(word.text) < _SHORTEST:
        return False
    if word.prefix not in _AND:
        return False
    if word.any(Kind.NAME) and not word.any(PEOPLE):
        return listed_kinds(word.text) == frozenset("s")  # a family name that is a trade: "Hallaq", "barber"
    return not word.kind & ~(Kind.ROLE | Kind.SOURCE | Kind.KIN) and (word.cue is None or word.any(PEOPLE))


def looks_like_somebody(word: Word) -> bool:
    """Whether an unknown word has the form of one who does something for a living, or comes from somewhere: "nadil"."""
    plain = fold(word.text).removeprefix(word.prefix)
    if not word.is_word or word.kind or word.dated or word.cue is not None or len(plain) < _SHORTEST:
        return False
    stem = plain.removesuffix("ة")
    does = len(stem) == _DOER and stem[1] == "ا" and stem[2] not in "اوي"
    doubled = "\u0651" in word.text and (stem.startswith("م") or (len(stem) == _DOER and stem[2] == "ا"))
    return does or doubled or plain.endswith(("ي", "ية"))


_LONGEST_NAME = 7  # words
_DOER = 4  # letters of such a form


def clause_end(words: Sequence[Word], at: int, head: Word) -> int:
    """Behind the clause without "who" that tells more of a noun without article: "a vet | works in the village | denied"."""
    first = words[at] if at < len(words) else None
    if (behind := _behind_unnamed(words, at, head)) > at:
        return behind
    if first is None or not first.is_word or first.cue is not None or first.dated or not _is_verb(first):
        return at
    if head.definite or first.prefix not in ("", "ل"):
        return at
    closed = at + 1
    for place in range(at + 1, min(len(words), at + _LONGEST_CLAUSE)):
        word = words[place]
        if place < closed:
            continue  # inside a name in quotation marks
        if not word.is_word and word.text not in _MARKS:
            return place
        if not word.is_word:
            closed = _behind_name(words, place)
            if closed == place:
                return place
            continue
        if word.any(Kind.THAT | Kind.CONNECTOR) or word.cue is not None or word.dated:
            return place
        before = words[place - 1]
        if word.any(Kind.PREPOSITION) or before.any(Kind.PREPOSITION) or place == at + 1:
            closed = place + 1
        elif closed == place and (word.definite and before.definite):
            closed = place + 1  # an adjective
        elif closed < place:
            break
    return closed


def _behind_unnamed(words: Sequence[Word], at: int, head: Word) -> int:
    """Behind "preferred not to be named", "whose age is sixty years", said of a noun without article."""
    if head.definite or at + 2 >= len(words) or not words[at].is_word:
        return at
    aged = words[at].text in ("عمره", "عمرها")
    asked = fold(words[at].text) in _WANTS and fold(words[at + 1].text).removeprefix("ال") in _TO_NAME
    if not (aged or asked):
        return at
    for place in range(at + 2, min(len(words), at + _LONGEST_CLAUSE)):
        if not words[place].is_word or words[place].any(Kind.THAT) or words[place].text[0] == "ب":
            return place
    return at


_WANTS = frozenset(
    fold(word)
    for word in [
        "رفض",
        "رفضت",
        "رفضوا",
        "فضل",
        "فضلت",
        "فضلوا",
        "طلب",
        "طلبت",
        "طلبوا",
        "آثر",
        "آثرت",
        "اشترط",
        "اشترطت",
    ]
)
_TO_NAME = frozenset(
    fold(word) for word in ["عدم", "ذكر", "كشف", "إعلان", "نشر", "إفصاح", "تعريف", "بقاء", "حجب", "إخفاء"]
)


def _behind_name(words: Sequence[Word], at: int) -> int:
    """Behind the name in quotation marks of which one stands at a place; the place itself where it is none."""
    marks = (n for n in range(at + 1, min(len(words), at + _LONGEST_NAME)) if not words[n].is_word)
    close = next(marks, None)
    return close + 1 if close is not None and words[close].text in _MARKS else at


def _is_verb(word: Word) -> bool:
    """Whether the letters of a word are those of "he does", "she does" or of a verb that the tables know."""
    plain = fold(word.text)
    return word.any(Kind.VERB) or (
        not word.kind and not word.definite and plain[0] in "يت" and len(plain) > _SHORTEST
    )


def _is_place_name(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether a verb's letters are part of a place's name: "in the prison of | Ayn (he named) Zara", up to "that"."""
    word, before = words[at], words[at - 1]
    if at - start < _LEAST_NAME or words[at - 2].text not in _WHERE or word.prefix or word.cue is not None:
        return False
    if not word.any(Kind.VERB) or before.definite or before.kind & ~Kind.BODY or at + 2 >= len(words):
        return False
    after, end = words[at + 1], words[at + 2]
    plain = after.is_word and not after.kind & ~Kind.NAME and not after.definite and after.cue is None
    return plain and (end.any(Kind.THAT) or not end.is_word or end.cue is not None or end.dated)


def _is_grade(words: Sequence[Word], at: int) -> bool:
    """Whether "first" or "second" is the grade of a rank: "lieutenant | first | Rasil"."""
    if words[at].text not in _GRADES or at + 1 >= len(words):
        return False
    after = words[at + 1]
    return words[at - 1].any(Kind.TITLE | Kind.ROLE) and after.is_word and not after.definite and after.cue is None


def _is_surnamed(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether "Umm" or "Abu" and a name stand behind an office with the article: "the midwife | Umm Rasil"."""
    if words[at].text not in _SURNAMED or at != start + 1 or at + 1 >= len(words):
        return False
    before, after = words[at - 1], words[at + 1]
    office = before.definite and not before.any(Kind.BODY | Kind.MEDIUM)
    plain = after.is_word and not after.prefix and not after.kind & ~Kind.NAME and after.cue is None
    return office and plain and not after.dated


def _closes_chain(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether a noun with the article is what the nouns without it before are of: "the club of | the judges"."""
    word = words[at]
    if word.prefix != "ال" or word.any(Kind.NAME) or at - start > _LONGEST_CHAIN:
        return False
    chain = words[start:at]
    if not _is_chain(chain) or chain[0].any(Kind.TITLE | Kind.MEDIUM):
        return False
    return _is_no_object(words, at, start)


def _is_in_chain(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether a noun without article stands between others and one with it: "the meeting of | families of | the missing"."""
    word = words[at]
    if at + 1 >= len(words) or words[at + 1].prefix != "ال" or at - start >= _LONGEST_CHAIN - 1:
        return False
    if word.prefix or word.any(Kind.TITLE) or not (_may_be_construct(word) or is_noun_too(words, at)):
        return False
    if _is_nisba(word) and not fold(word.text).startswith("ت"):
        return False  # "an officer | Iraqi"; but "the inquiry into | the facts"
    chain = words[start:at]
    if len(chain) > 1 and word.any(Kind.THING) and _verb_before(words, start) is not None:
        return False  # "(denied) a reader of meters | the holding of"
    return _is_chain(chain) and not chain[0].any(Kind.TITLE | Kind.MEDIUM)


def is_noun_too(words: Sequence[Word], at: int) -> bool:
    """Whether a listed name in "-a" behind an office without article is a noun: "the head of | the kindergarten of"."""
    word = words[at]
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or not word.any(Kind.NAME) or word.any(PEOPLE) or word.prefix or not word.text.endswith("ة"):
        return False
    return after.prefix == "ال" and not after.any(Kind.NAME) and not after.text.endswith(("ي", "ية"))


def _is_chain(chain: Sequence[Word]) -> bool:
    head = _may_be_construct(chain[0])
    inner = chain[1:]
    return (
        head
        and all(_may_be_construct(w) or w.any(Kind.NAME) for w in inner)
        and not any(
            (_is_nisba(w) and not fold(w.text).startswith("ت")) or (w.any(Kind.NAME) and w.text[-1] != "ة")
            for w in inner
        )
    )


def _may_be_construct(word: Word) -> bool:
    """Whether a noun may depend on a word: one without article or owner, and no name."""
    if not word.is_word or word.definite or word.possessive or word.dated or word.any(_NO_NOUN | Kind.NAME):
        return False
    if word.text in _NO_CONSTRUCT:
        return False
    return (word.cue is None or word.any(PEOPLE)) and not fold(word.text).endswith(("ون", "ين", "ان"))


def _is_nisba(word: Word) -> bool:
    """Whether a word without article is an adjective rather than a noun on which another depends."""
    return fold(word.text).endswith(_NISBA) and not word.any(PEOPLE)


def _is_no_object(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether a noun with the article is no object of a verb before: "(denied) Rasil | the charges"."""
    verb = _verb_before(words, start)
    after = words[at + 1] if at + 1 < len(words) else None
    if verb is None:
        return True
    ends = after is None or (not after.is_word and after.text not in _MARKS)
    if after is not None and after.text in ("،", ",") and any(w.any(Kind.THAT) for w in words[at + 2 :]):
        return True  # "(declared) the club of the judges, in a recording, that"
    if at - start > 1:
        told = fold(verb.lemma).startswith(_TOLD)
        led = (
            told
            and after is not None
            and (after.any(Kind.THAT) or (after.text[0] == "ب" and not after.any(Kind.NAME)))
        )
        return not (words[at].any(PEOPLE) and led)  # "(informed) a reader of meters | the newspaper | that"
    return words[start].any(PEOPLE) or not ends or (verb.cue is not None and verb.cue.frame is Frame.SAY)


def _verb_before(words: Sequence[Word], start: int) -> Word | None:
    for place in range(start - 1, max(-1, start - _LOOK_BACK), -1):
        word = words[place]
        if word.cue is not None:
            return word
        if not word.is_word and word.text not in _MARKS:
            return None
    return None


def _leads_to_place(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether "in" or "of" a place says more of somebody without article: "a barber | from the quarter"."""
    if words[at].text not in _WHERE or at + 1 >= len(words) or at - start > _LONGEST_CHAIN:
        return False
    head, inner = words[start], words[start + 1 : at]
    if any(w.any(Kind.NAME | Kind.PREPOSITION) for w in inner) or not _is_place(words, at + 1):
        return False
    body = head.any(Kind.BODY) or not head.kind
    if any(w.definite for w in inner):
        after = words[at + 2] if at + 2 < len(words) else None
        ends = after is None or not after.is_word or after.any(Kind.THAT) or after.dated
        denied = after is not None and after.any(Kind.THING) and not after.definite and not after.prefix
        ends = ends or (at + 2 < len(words) and (leads_to_act(words, at + 2, start) or denied))
        return body and ends and words[at].text == "في" and not head.definite and not head.possessive
    does = start > 0 and words[start - 1].any(Kind.VERB)  # "(received) Rasil | from the consulate"
    if not is_common_noun(head) or (does and not head.any(PEOPLE)):
        return False
    return not asks_from(words, at, start)


def asks_from(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether "of" belongs to a verb before the phrase, such as "warned": where no other stands behind it."""
    verb = words[start - 1] if start else None
    if words[at].text != "من" or verb is None or verb.cue is None or not fold(verb.lemma).startswith(_ASKED_OF):
        return False
    return not any(w.text == "من" for w in words[at + 2 : at + _LOOK_BACK])


def _is_place(words: Sequence[Word], at: int) -> bool:
    """Whether a noun may be where somebody is or comes from, rather than when or in what he speaks."""
    word = words[at]
    if not word.is_word or word.dated or word.possessive or word.prefix not in ("", "ال") or word.cue is not None:
        return False
    if word.any(_NO_NOUN | Kind.THING | Kind.MEDIUM):
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or not after.is_word or word.definite:
        return True
    return not (after.dated or after.any(Kind.VERB | Kind.RELATIVE | Kind.ADVERB) or after.text in _TO_WHOM)


def _is_adjective(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether an adjective closes what is told of somebody without article: "in a café | nearby", "a guide | for tourists"."""
    word, before = words[at], words[at - 1]
    if word.prefix or word.definite or before.definite or before.possessive or before.any(_NO_NOUN | Kind.NAME):
        return False
    if at - start > 1 and words[at - 2].text in _WHERE:
        return word.any(Kind.ROLE | Kind.KIN)
    nisba = not word.kind and fold(word.text).endswith(("ي", "ية")) and at == start + 1
    return nisba and is_common_noun(before) and _verb_before(words, start) is not None

"""The parts of a Hebrew clause behind or before its verb: noun phrases and pronouns with the preposition before each.

In: the words of a sentence. Out: `Part`, in order. Leaves to others: which of them took part in what (`contacts`),
phrases (`unmarked.phrases`), and whom pronouns mean (`Room`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from homeward.reading.languages.he.futures import FUTURE
from homeward.reading.languages.he.meaning import NUMBERS
from homeward.reading.languages.he.voices import EXPRESSIONS
from homeward.reading.languages.language import Actor, ActorKind
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.sentence_words import Phrase
from homeward.reading.languages.unmarked.voices import Reader
from homeward.reading.languages.unmarked.words import PEOPLE, Kind, Word
from homeward.records import Attribution

_COMMAS = (",",)
_MARKS = '"“”„״()'
_LEADS = {
    form: lead
    for lead, forms in (
        ("עם", "עם בחברת יחד לצד"), ("אל", "אל לעבר"), ("אצל", "אצל"), ("בין", "בין לבין ובין"), ("את", "את"), ("ל", "לידי"),
        ("מ", "מ מן מאת מידי מטעם מצד"), ("בידי", "בידי על-ידי"), ("על", "על אודות בדבר בעניין בנוגע לגבי בנושא"),
        ("דרך", "דרך באמצעות בתיווך"), ("ב", "ב בתוך ליד סמוך מול לפני אחרי מאחורי תחת מבעד בפני בשם לאחר במשך במהלך בלי ללא כמו לפי"),
    )
    for form in forms.split()
}  # fmt: skip
_ON_PREPOSITIONS = {
    form: (lead, pronoun)
    for lead, forms in (
        ("עם", "איתו:him איתה:her איתם:them איתן:them איתי:me איתנו:us אתו:him אתם:them עמו:him עימו:him עמה:her עימה:her "
               "עמם:them עימם:them עמי:me עימי:me עמנו:us עימנו:us"),
        ("אל", "אליו:him אליה:her אליהם:them אליהן:them אליי:me אלי:me אלינו:us"),
        ("אצל", "אצלו:him אצלה:her אצלם:them אצלי:me אצלנו:us"),
        ("את", "אותו:him אותה:her אותם:them אותן:them אותי:me אותנו:us"),
        ("ל", "לו:him לה:her להם:them להן:them לי:me לנו:us לידיו:him לידיה:her לידיהם:them לידיי:me לידינו:us"),
        ("מ", "ממנו:him ממנה:her מהם:them ממני:me מאיתנו:us מאתנו:us"),
        ("בין", "ביניהם:them בינינו:us בינו:him בינה:her"),
        ("בידי", "בידיו:him בידיה:her"),
    )
    for form, pronoun in (pair.split(":") for pair in forms.split())
}  # fmt: skip
_NOBODY = frozenset(
    [
        "שם",
        "שמו",
        "שמה",
        "שמות",
        "פעם",
        "פעמים",
        "אחד",
        "אחת",
        "איש",
        "שעה",
        "שעות",
        "דקות",
        "יום",
        "יומיים",
        "שבוע",
        "שבועיים",
        "חודש",
        "חודשים",
        "דבר",
        "דברים",
        "מילה",
        "רשימה",
        "מכתב",
        "מכתבים",
        "איגרת",
        "פתק",
        "טלפון",
        "תשובה",
        "שאלה",
        "שאלות",
        "הודעה",
        "ביקור",
        "פגישה",
        "שיחה",
        "שיחות",
        "תה",
        "קפה",
        "בוקר",
        "ערב",
        "לילה",
        "צהריים",
        "כן",
        "גם",
        "רק",
        "עוד",
        "שוב",
        "פה",
        "כאן",
        "הרבה",
        "מעט",
        "רשת",
        "קשר",
        "פנים",
        "פני",
    ]
)
_VERBAL = re.compile(
    rf"(?:[וש]{{0,2}}(?:{FUTURE}|[יתנא]\w{{2,}}ו|הת\w{{3,}}(?:ו|ה|תי|נו)?|נ\w{{2}}\w(?:ו|תי)|\w{{3,}}(?:תי|תם)|[יתנ](?:שוחח|יפגש|קבל|בקר|תקבל|שוב)\w*)|"
    r"ל(?:ה|ק|ב|ש|מ|ד|ר|פ|כ|ט|צ)\w{1,2}ו\w|לקבל|לבקר|לבקש|לדבר|לבדוק|לראות)"
)
_BESIDE = frozenset(["גם", "שוב", "עצמו", "עצמה", "עצמם", "דאז"])
_SHORT = 3
_BEFORE = 16  # words between a subject's first and its verb


@dataclass(frozen=True, slots=True)
class Part:
    """A noun phrase or pronoun of a clause.

    Attributes:
        lead: the preposition before it; empty for none, "ו" for what is joined to the part before.
        start, stop: its words. actor: whom it names, if it may name somebody. sure: a table or a name tells so.
    """

    lead: str
    start: int
    stop: int
    actor: Actor | None
    sure: bool = False


def parts(sentence: Sentence, begin: int, end: int) -> Iterator[Part]:
    """The noun phrases and pronouns from the word `begin` to the next clause, `end` at the latest."""
    words = sentence.words
    place = begin
    while place < end:
        word = words[place]
        if word.dated:
            place += 1
        elif not word.is_word:
            if word.text not in (*_COMMAS, *_MARKS, "-", "־"):
                return
            quoted = sentence.quoted_name_end(place) if word.text in _MARKS else None
            if quoted is not None and quoted <= end and quoted > place + 1:
                part = part_at(sentence, place, end, "")
                yield part
                place = max(place + 1, part.stop)
            else:
                place += 1
        elif word.text in _ON_PREPOSITIONS:
            lead, pronoun = _ON_PREPOSITIONS[word.text]
            yield Part(lead, place, place + 1, pronoun_at(word, pronoun), sure=True)
            place += 1
            while place < end and words[place].text in ("עצמו", "עצמה", "עצמם"):
                place += 1
        elif word.text in _LEADS or (word.text[:1] == "ו" and word.text[1:] in _LEADS):
            lead = _LEADS.get(word.text) or _LEADS[word.text[1:]]
            place += 1
            if place < end and (words[place].is_word or words[place].text in _MARKS) and not words[place].dated:
                part = part_at(sentence, place, end, lead)
                yield part
                place = part.stop
        elif _opens_clause(sentence, place, begin):
            return
        elif word.any(Kind.ADVERB) or word.text in _BESIDE or word.text == "רק":
            place += 1
        else:
            part = part_at(sentence, place, end, _lead_of(sentence, place))
            yield part
            place = part.stop


def _opens_clause(sentence: Sentence, at: int, begin: int) -> bool:
    """Whether another clause begins here: "and said", "who", "that", "but"."""
    word = sentence.words[at]
    if word.any(PEOPLE | Kind.TITLE | Kind.NAME) and not word.prefix.startswith("ש"):
        return False
    if word.any(Kind.CONNECTOR | Kind.THAT | Kind.RELATIVE) or sentence.is_that(at):
        return True
    return at > begin and (word.cue is not None or word.any(Kind.VERB) or is_verbal(word))


def is_verbal(word: Word) -> bool:
    """Whether a word that no table knows has the form of a verb."""
    return not word.kind and word.is_word and _VERBAL.fullmatch(word.text) is not None


def _lead_of(sentence: Sentence, at: int) -> str:
    """What is written on to a word's front: a preposition, or "and"."""
    word = sentence.words[at]
    letters = word.prefix.replace("ה", "")
    if letters[:1] == "ו" and len(letters) == 1:
        return "ו"
    if letters and letters[-1] in "בלמכ":
        return letters[-1]
    if not word.prefix and not word.kind and len(word.text) > _SHORT and word.text[0] in "בלמ":
        return word.text[0]  # "in Lod": a place that no table lists
    return ""


def part_at(sentence: Sentence, at: int, end: int, lead: str) -> Part:
    """The noun phrase that begins here."""
    phrase = sentence.phrase_from(at)
    if phrase is None:
        return Part(lead, at, at + 1, None)
    phrase = _trimmed(sentence, phrase, end)
    stop = max(at + 1, phrase.segments[-1][1])
    word = sentence.words[at]
    if not _may_be_party(sentence, at):
        return Part(lead, at, stop, None)
    actor = sentence.actor(phrase)
    known = word.any(PEOPLE | Kind.TITLE | Kind.NAME) or word.text in _MARKS
    if actor is not None and not known and actor.kind is ActorKind.OTHER:
        known = any(sentence.words[n].any(Kind.NAME) for n in range(at, stop))
    return Part(lead, at, stop, actor, sure=known)


def _may_be_party(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    bare = word.text.removeprefix(word.prefix)
    if word.text in NUMBERS or bare in _NOBODY or word.text in _NOBODY or word.text[:1].isdigit():
        return False
    if word.any(PEOPLE | Kind.TITLE | Kind.NAME):
        return True
    return not (word.any(Kind.THING | Kind.VERB | Kind.ADVERB) or word.cue is not None or is_verbal(word))


# Family names that no table lists, and that are no town with "in" before it.
_SURNAMES = frozenset(
    [
        "ברק",
        "ברוך",
        "בן",
        "בר",
        "ביטון",
        "בוזגלו",
        "ברזילי",
        "בלום",
        "ברגר",
        "בכר",
        "בירן",
        "בשן",
        "ברנר",
        "בוסקילה",
        "בלאו",
        "ברקוביץ",
        "ברנע",
        "בניהו",
        "בנימיני",
    ]
)


def _trimmed(sentence: Sentence, phrase: Phrase, end: int) -> Phrase:
    """A phrase without the verb, the place, the day or the hearer behind it: "the governor | will receive"."""
    words = sentence.words
    start, stop = phrase.segments[0]
    stop = min(stop, end)
    for at in range(start + 1, stop):
        word, before = words[at], words[at - 1]
        unlisted = not word.prefix and not word.kind and word.text[0] == "ב"
        surname = at == start + 1 and before.any(Kind.NAME) and not before.prefix and word.text in _SURNAMES
        placed = (
            (word.prefix in ("ב", "בה") or (unlisted and not surname))
            and (before.any(Kind.NAME) or before.definite)
            and not before.any(Kind.TITLE)
            and not words[start].any(Kind.BODY | Kind.KIN)
        )
        verb = is_verbal(word) and not before.any(Kind.NAME | Kind.TITLE)
        if word.dated or placed or verb or word.text in _BESIDE or word.text in _ON_PREPOSITIONS:
            rest = phrase.segments[1:] if placed and phrase.segments[-1][1] <= end else ()
            return Phrase(((start, at), *rest), phrase.stop if rest else at)
    rest = tuple(s for s in phrase.segments[1:] if s[1] <= end and not is_verbal(words[s[0]]))
    return Phrase(((start, stop), *rest), min(phrase.stop, end))


def pronoun_at(word: Word, pronoun: str) -> Actor:
    """A pronoun written on to a word, under what it is called where pronouns are looked up."""
    gender = {"him": "m", "he": "m", "her": "f", "she": "f"}.get(pronoun, "")
    return Actor((word.start, word.stop), word.text, ActorKind.PRONOUN, Attribution.UNNAMED, pronoun, gender=gender)


_TOGETHER = ("השניים", "שניהם", "שתיהן", "השתיים", "הצדדים", "כולם", "השלושה")


def joined(found: list[Part], first: Part) -> list[Part]:
    """Those joined to a part by "and", or by "with" once more."""
    more: list[Part] = []
    stop = first.stop
    for part in found:
        if part.start < stop or part is first:
            continue
        if part.start > stop + 1 or part.actor is None or not part.sure or part.lead not in ("ו", first.lead):
            break
        if part.actor.name.removeprefix("ו") in _TOGETHER:
            break  # "and the two | agreed"
        more.append(part)
        stop = part.stop
    return more


def clause_begin(sentence: Sentence, at: int) -> int:
    """Where the clause of a verb begins."""
    words = sentence.words
    begin = at
    while begin > 0 and at - begin < _BEFORE:
        word = words[begin - 1]
        if not word.is_word and word.text not in (",", *'"“”„״', "-", "־"):
            break
        if (
            word.any(Kind.THAT | Kind.CONNECTOR)
            or word.cue is not None
            or (sentence.is_that(begin - 1) and begin - 1 > 0)
        ):
            break
        begin -= 1
    return begin


def subject_at(sentence: Sentence, at: int, bare: Sequence[Part], but: Sequence[Part] = ()) -> Actor | None:
    """Who does what the verb `at` tells, where the clause names him: `bare`, the parts behind the verb."""
    phrase = Reader(sentence, EXPRESSIONS).subject_of(at)
    if phrase is not None and sentence.words[phrase.start].any(PEOPLE | Kind.NAME | Kind.TITLE | Kind.PRONOUN):
        actor = None if is_verbal(sentence.words[phrase.start]) else sentence.actor(phrase)
        if actor is not None and actor.kind is ActorKind.PRONOUN:
            return pronoun_at(sentence.words[phrase.start], _CALLED.get(actor.name, actor.name))
        if actor is not None and all(p.actor is None or p.actor.place[0] != actor.place[0] for p in but):
            return actor
    before = parts(sentence, clause_begin(sentence, at), at)
    named = (p for p in (*before, *bare) if p.lead in ("", "ו") and p.actor is not None and p.sure)
    first = next(named, None)
    return first.actor if first is not None else None


_CALLED = {"הוא": "he", "היא": "she", "הם": "they", "הן": "they", "אני": "me", "אנחנו": "we", "אנו": "we"}

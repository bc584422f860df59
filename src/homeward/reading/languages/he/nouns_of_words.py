"""Hebrew: words that a noun tells of, no verb of speech: "the army's version is that", "an answer came from the office:".

In: a sentence and the voices read in it. Out: the voices of such nouns. Leaves to others: "according to" and verbs
(`unmarked.voices`), who carried them on (`he.carriers`).

Whose words they are: whoever owns the noun ("his claim, of the colonel", "the claim of the army"), whom they came from ("from the
office", "in the name of the Front"), or the subject of a verb that has the noun as its object ("gave his word that").
"""

from __future__ import annotations

import re

from homeward.reading.languages.he.voices import EXPRESSIONS
from homeward.reading.languages.he.words import TONGUE
from homeward.reading.languages.language import MASK, Actor, ActorKind, Place, Voice
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.sentence_words import Phrase
from homeward.reading.languages.unmarked.voices import Reader
from homeward.reading.languages.unmarked.words import PEOPLE, Kind, look_up
from homeward.records import Manner

_STEMS = {
    "טענ": Manner.SAID, "גרס": Manner.SAID, "עדו": Manner.SAID, "הודע": Manner.SAID, "הצהר": Manner.SAID, "הבטח": Manner.PROMISED,
    "תשוב": Manner.SAID, "תגוב": Manner.SAID, "אזהר": Manner.WARNED, "הכחש": Manner.DENIED, "הודא": Manner.SAID,
    "התחייבו": Manner.PROMISED, "הערכ": Manner.SAID, "בקש": Manner.ASKED, "דריש": Manner.DEMANDED, "עמד": Manner.SAID,
    "שבוע": Manner.PROMISED, "קביע": Manner.SAID, "המלצ": Manner.SAID, "הצע": Manner.SAID,
}  # fmt: skip
_OTHERS = {
    "הסבר": Manner.SAID,
    "דברי": Manner.SAID,
    "דיווח": Manner.REPORTED,
    "סירוב": Manner.SAID,
    "מסר": Manner.SAID,
}
_STEM = "|".join(_STEMS)
_HIS = re.compile(
    rf"(?<![א-ת])[וב]?(?P<noun>(?:{_STEM})(?:תו|תה|תם)|(?:הסבר|דיווח|סירוב)[והם]|דברי[וה]|דבריהם)\s+של\s+(?=\S)"
)
_OF = re.compile(
    rf"(?<![א-ת\"])(?P<noun>(?:{_STEM})ת)\s+(?!(?:של|ה?{_STEM}\w*)\s)(?=[\"א-ת])|(?<![א-ת\"])(?P<bare>הסבר|דיווח|סירוב)\s+(?=ה[א-ת])"
)
_LIKE = r"(?:מלאה|מפורטת|מנומסת|מפתיעה|מרגיעה|מעודדת|מדאיגה|מעורפלת|מתחמקת|מהירה|מיידית|מוזרה|משותפת|מאוחרת|מפורשת|מוחלטת)(?![א-ת])"
_FROM = re.compile(
    r"(?<![א-ת\"])[ו]?(?P<noun>ה?(?:תשובה|תגובה|הודעה|הכחשה|הבטחה|דרישה|אזהרה|הבהרה|הצהרה|התחייבות|בשורה|ידיעה))\s+"
    rf"(?:[א-ת]+\s+){{0,2}}?(?:בשם|מטעם|מאת|מפי|של|מן|מ(?=ה[א-ת]{{3}})|(?!{_LIKE})מ(?=[א-ת]{{3}})(?![א-ת]+[הת]\s*:))\s*(?=\S)"
)
_CAME_FROM = re.compile(
    r"(?:^|[.:;\n]\s*)(?:מן?\s*|מטעם\s+)(?=\S)(?P<who>[^,.:;\n]{3,40}?)\s+(?:באה|הגיעה|התקבלה|נשלחה|יצאה|נמסרה|התקבל|בא|הגיע)\s+"
    r"(?:[^,.:;\n]{1,24}\s)?(?P<noun>תשובה|תגובה|הודעה|הכחשה|הבטחה|דרישה|אזהרה|הבהרה|הצהרה|התחייבות|מסר)(?:\s+[א-ת]+){0,2}\s*(?=:)"
)
_GAVE = re.compile(
    r"(?<![א-ת])ו?(?P<verb>(?:נתן|נתנה|נתנו|נותן|נותנת|חזר על|חזרה על|מסר|מסרה|השמיע|השמיעה)\s+(?:(?:לו|לה|להם|לנו|לי|לידי|[א-ת]{3,}|ל[א-ת]+)\s+){0,3}?"
    r"(?:את\s+)?(?:מילתו|מילתה|מילתם|דברתו|דברתה|דברתם|דיברתו|הבטחתו|הבטחתה|הבטחתם|ברכתו|התחייבותו|התחייבותה|התחייבות|הבטחה))(?![א-ת])"
)
_HERE = re.compile(rf"^\W*(?:והנה|הנה|זו|וזו|להלן)\s+(?P<noun>(?:{_STEM})ת|ה(?:{_STEM})ה)\s+(?=\S)")
_IS = re.compile(
    r"\s+(?:היא|הייתה|היתה|הוא|היה|הם|היו|נשארה|נותרה|נשמעה)?(?:\s+(?:אחת|קצרה|ברורה|פשוטה|תמיד|אתמול|אז|זהה|חד-משמעית|שונה|אחרת))*\s*"
)
_UNTOLD = re.compile(r"(?<![א-ת])(?:[וש]?(?:לא|טרם|מעולם)|אינו|אינה|אינם|אינן)\s+ו?$")
_NONE_CAME = re.compile(r"(?<![א-ת])(?:[וש]?(?:לא|טרם|אין)|ללא|בלא|בלי|בהיעדר|בהעדר)(?![א-ת])")
_WAS_NOT = re.compile(
    r"(?<![א-ת])ו?(?:(?:לא|טרם)\s+(?:הייתה|היתה|היה|ניתנה|נשמעה|התקבלה|הגיעה|באה|נמסרה)|אין\s+(?:זו|זאת|זה))(?![א-ת])(?!.*\sאת\s)"
)
_OPENS = re.compile(
    r"\s*,?\s*(?:(?P<colon>:)\s*|(?:כי|ולפיה|ולפיו|שלפיה|שלפיו|לפיה|לפיו)\s+|(?P<that>ש)(?=[א-ת\"“]))"
)
_TEXTS = ("הודע", "תשוב", "תגוב", "הצהר", "עדו", "הוד")
_TO_DO = re.compile(r"\s+(?=(?:שלא\s+|לא\s+)?ל[א-ת]{3,})")
_PROMISING = frozenset([Manner.PROMISED, Manner.DEMANDED, Manner.ASKED])


def voices_of_nouns(sentence: Sentence, voices: list[Voice]) -> list[Voice]:
    """The voices of nouns for words in a sentence, where no voice read before holds the same words."""
    text, start, stop = sentence.view.masked, sentence.view.start, sentence.view.stop
    found: list[Voice] = []

    def add(match: re.Match[str], who: Actor | None, behind: int, *, needs_is: bool = False) -> None:
        cue = _cue(match)
        if who is None or who.kind is ActorKind.PRONOUN:
            return
        manner = _manner(text[slice(*cue)])
        opened = _opened(text, behind, stop, text[slice(*cue)], manner, with_is=needs_is)
        if opened is None:
            return
        content = _trimmed(sentence, opened, stop)
        told = [c for v in (*voices, *found) for c in v.contents if not (c[0] <= cue[0] and cue[1] <= c[1])]
        if content is None or any(_overlap(content, c) for c in told):
            return
        direct = text[content[0]] == MASK
        inner = [
            (q.inner_start, q.inner_stop)
            for q in sentence.view.quotes
            if content[0] <= q.start and q.stop <= content[1] + 1
        ]
        contents = tuple(inner) if direct and inner else (content,)
        found.append(
            Voice(
                cue,
                manner,
                who,
                (contents[0][0], contents[-1][1]),
                direct and bool(inner),
                False,
                contents,
                rule="speaker-then-content",
            )
        )

    for pattern in (_HIS, _OF, _FROM, _HERE):
        for match in pattern.finditer(text, start, stop):
            if _is_denied(text[start : match.start()], _NONE_CAME if pattern is _FROM else _WAS_NOT):
                continue
            named = _named(sentence, match.end())
            if named is not None:
                add(match, named[0], named[1], needs_is=pattern is not _FROM)
    for match in _CAME_FROM.finditer(text, start, stop):
        named = _named(sentence, match.start("who"))
        if named is not None and named[1] >= match.end("who"):
            add(match, named[0], match.end())
    for match in _GAVE.finditer(text, start, stop):
        if _UNTOLD.search(text[start : match.start("verb")]) is not None:
            continue  # "did not give his word"
        at = next((n for n, w in enumerate(sentence.words) if w.stop > match.start("verb")), 0)
        phrase = Reader(sentence, EXPRESSIONS).subject_of(at)
        add(match, sentence.actor(phrase) if phrase is not None else None, match.end())
    return found


def _is_denied(before: str, negation: re.Pattern[str]) -> bool:
    """Whether the clause before a noun tells that there are no such words: "no answer came | from the army"."""
    return negation.search(re.split(r"[.,:;\n]", before)[-1]) is not None


def _cue(match: re.Match[str]) -> Place:
    group = next(name for name in ("noun", "bare", "verb") if match.groupdict().get(name))
    return match.span(group)


def _manner(noun: str) -> Manner:
    if " " in noun:
        return Manner.PROMISED  # "gave his word"
    plain = noun.removeprefix("ה") if noun.endswith("ה") and not noun.startswith(tuple(_STEMS)) else noun
    return next(
        (manner for stem, manner in (*_STEMS.items(), *_OTHERS.items()) if plain.startswith(stem)), Manner.SAID
    )


def _named(sentence: Sentence, place: int) -> tuple[Actor, int] | None:
    """Whoever is named from a place of the text on, and where the phrase ends."""
    at = next((n for n, w in enumerate(sentence.words) if w.stop > place), sentence.size)
    while at < sentence.size and sentence.words[at].text in '"“״':
        at += 1
    phrase: Phrase | None = sentence.phrase_from(at) if at < sentence.size else None
    if phrase is None:
        return None
    actor = sentence.actor(phrase)
    known = any(sentence.words[a].any(PEOPLE | Kind.NAME | Kind.TITLE) for a, _ in phrase.segments)
    quoted = at > 0 and sentence.words[at - 1].text in '"“״'
    if actor is None or not (known or quoted):
        return None
    end = sentence.words[phrase.segments[-1][1] - 1].stop
    if quoted and sentence.view.text[end : end + 1] in '"”״':
        end += 1
    return actor, end


def _opened(text: str, behind: int, stop: int, noun: str, manner: Manner, *, with_is: bool) -> int | None:
    """Where the words begin behind whose they are: behind "is that", "that", a colon, or at an act promised or asked for."""
    match = _OPENS.match(text, behind, stop)
    if match is not None and match["that"] is not None and _is_clause(text, match.end(), noun):
        match = None  # "the notice of the army | that came out this morning"
    if match is None and with_is and (copula := _IS.match(text, behind, stop)) is not None and copula.end() > behind:
        match = _OPENS.match(text, copula.end() - 1 if text[copula.end() - 1].isspace() else copula.end(), stop)
    if match is not None and match.end() < stop:
        return match.end()
    if manner in _PROMISING and (act := _TO_DO.match(text, behind, stop)) is not None:
        return act.end()
    return None


def _is_clause(text: str, begin: int, noun: str) -> bool:
    """Whether "that" behind the owner of a text, or before a verb, is "which"."""
    word = _WORD.match(text, begin)
    known = look_up(word.group(), TONGUE) if word is not None else None
    does = known is not None and (known.cue is not None or bool(known.kind & Kind.VERB))
    return does or (noun.startswith(_TEXTS) and noun.endswith("ת"))


_WORD = re.compile(r"[א-ת'״\"]+")


def _trimmed(sentence: Sentence, begin: int, stop: int) -> Place | None:
    text = sentence.view.masked
    while stop > begin and not (text[stop - 1].isalnum() or text[stop - 1] in (MASK, "'", "״")):
        stop -= 1
    return (begin, stop) if stop - begin > 3 or (stop > begin and text[begin] == MASK) else None


def _overlap(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]

"""Who took part in a contact of which a Hebrew clause tells: subject, object, "with", "to", "at", "from", and pronouns.

In: a sentence, a contact that was found in it. Out: the contact with those who took part as its clause names them.
Leaves to others: finding contacts (`events`, the trained models), parts of clauses (`clause`), whom pronouns mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from homeward.reading.languages.he.clause import Part, clause_begin, joined, parts, pronoun_at, subject_at
from homeward.reading.languages.he.handovers import with_sides
from homeward.reading.languages.he.makers import maker_of
from homeward.reading.languages.he.words import TONGUE
from homeward.reading.languages.language import Actor, ActorKind, EventKind, RawEvent, View
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.words import PEOPLE, Kind, Word
from homeward.records import ContactStatus

_LONGEST = 40  # words of a clause
_SHORTEST = 12  # letters of a sentence in somebody's words


@dataclass(frozen=True, slots=True)
class Manner:
    """How a verb of contact takes its other side: prepositions, "את" for an object."""

    by: tuple[str, ...]
    bare: bool = False  # an object may stand without "את"
    arrives: bool = False  # its subject is a letter or a call, whose giver stands behind "from"


_WITH = Manner(("עם", "בין", "אצל"))
_SITS = Manner(("עם", "אצל"))
_SEES = Manner(("את", "עם", "ב"), bare=True)
_AT = Manner(("אצל", "את", "אל"))
_TO = Manner(("אל", "ל", "עם"))
_ARRIVES = Manner(("אל", "ל"), arrives=True)
_VERBS = tuple(
    (re.compile(rf"[וה]?(?:כש|ש)?(?:{form})"), manner)
    for form, manner in (
        ("נפגש(?P<e1>ה|ו|תי|נו|ת|ים|ות)?|להיפגש|(?P<f1>[יתאנ])י?יפגש(?P<g1>ו)?", _WITH),
        ("נועד(?P<e1>ה|ו|תי|נו)?|להיוועד|(?P<f1>[יתאנ])י?וועד(?P<g1>ו)?", _WITH),
        ("(?:התראה|התראתה|התראו|התכתב|התייעץ)(?P<e1>ה|ו|תי|נו)?|להתראות", _WITH),
        ("(?:שוחח|דיבר|סעד)(?P<e1>ה|ו|תי|נו)?|מ?(?:שוחח|דבר)(?:ת|ים|ות)?|לשוחח|לדבר|(?P<f1>[יתאנ])(?:שוחח|דבר)(?P<g1>ו)?", _WITH),
        ("(?:ישב|הסב|התכנס)(?P<e1>ה|ו|תי|נו)?|יושב(?:ת|ים|ות)?", _SITS),
        ("(?:קיים|ערך|ניהל)(?P<e1>ה|ו|תי|נו)?|(?P<f1>[יתאנ])(?:קיים|ערוך|נהל)(?P<g1>ו)?|לקיים|לערוך|לנהל|מקיים|מנהל(?:ת|ים)?", _WITH),
        ("(?:התקבל|התארח)(?P<e1>ה|ו|תי|נו)?|(?P<f1>[יתאנ])(?:תקבל|תארח)(?P<g1>ו)?|להתקבל|להתארח", _AT),
        ("(?:ביקר|סייר)(?P<e1>ה|ו|תי|נו)?|(?P<f1>[יתאנ])בקר(?P<g1>ו)?|לבקר|מבקר(?:ת|ים|ות)?", _AT),
        ("פגש(?P<e1>ה|ו|תי|נו)?|לפגוש|(?P<f1>[יתאנ])פגו?ש(?P<g1>ו)?|פוגש(?:ת|ים|ות)?", _SEES),
        ("(?:קיבל|אירח)(?P<e1>ה|ו|תי|נו)?|(?P<f1>[יתאנ])(?:קבל|ארח)(?P<g1>ו)?|לקבל|לארח|מקבל(?:ת|ים)?|מארח(?:ת|ים)?", _SEES),
        ("(?:התקשר|טלפן|צלצל|חייג)(?P<e1>ה|ו|תי|נו)?|(?P<f1>[יתאנ])(?:תקשר|טלפן|צלצל)(?P<g1>ו)?|להתקשר|לטלפן|לצלצל|מתקשר(?:ת|ים)?", _TO),
        ("(?:כתב|שלח|שיגר|העביר|מסר)(?P<e1>ה|ו|תי|נו)?|(?P<f1>[יתאנ])(?:כתוב|כתבו|שלח|שגר)(?P<g1>ו)?|לכתוב|לשלוח|לשגר", _TO),
        ("פנ(?:ה|תה|ו|ינו|יתי)", _TO),
        ("(?:הלך|הלכ|נסע|בא|ירד|יצא|חזר|סר|דפק)(?P<e1>ה|ו|תי|נו)?|לחזור|לבוא", Manner(("אל", "אצל"))),
        ("הגיע(?P<e1>ה|ו)?|(?:נשלח|הועבר|נמסר|שוגר)(?P<e2>ה|ו)?", _ARRIVES),
    )
)  # fmt: skip
_LETTERS = frozenset(
    [
        "מכתב",
        "מכתבים",
        "מכתבו",
        "מכתבה",
        "מכתבם",
        "איגרת",
        "אגרת",
        "מברק",
        "פנייה",
        "מסר",
        "תזכיר",
        "שיחה",
        "שיחת",
        "הודעה",
        "גלויה",
        "מייל",
    ]
)
_TALKS = {
    **dict.fromkeys(
        [
            "פגישה",
            "פגישת",
            "מפגש",
            "שיחה",
            "שיחת",
            "שיחות",
            "מגעים",
            "משא",
            "ישיבה",
            "ישיבת",
            "דיון",
            "דיונים",
            "התייעצות",
            "קשר",
            "ועידה",
        ],
        "",
    ),
    **dict.fromkeys(["פגישתו", "שיחתו", "מפגשו", "מגעיו", "ביקורו", "שיחותיו", "מכתבו"], "him"),
    **dict.fromkeys(["פגישתה", "שיחתה", "מפגשה", "מגעיה", "ביקורה", "שיחותיה", "מכתבה"], "her"),
    **dict.fromkeys(["פגישתם", "שיחתם", "מגעיהם", "ביקורם", "שיחותיהם", "מכתבם"], "them"),
    **dict.fromkeys(["פגישתי", "שיחתי", "ביקורי", "מכתבי"], "me"),
    **dict.fromkeys(["פגישתנו", "שיחתנו", "ביקורנו", "מכתבנו"], "us"),
    "ביקור": "",
}
_SOURCES = (ActorKind.PERSON, ActorKind.BODY, ActorKind.ROLE, ActorKind.SOURCE, ActorKind.OTHER, ActorKind.PRONOUN)


def with_parties(view: View, event: RawEvent) -> RawEvent:
    """The event with its parties, where the grammar of its clause shows them."""
    if event.kind is EventKind.SILENCE:
        if event.by is not None and event.by.kind in _NAMED and _is_left_unsaid_by(view, event):
            return event
        maker = maker_of(view, event.at)
        if maker is None and event.by is None:
            maker, unsure = _silent_one(view, event)
            if unsure:
                return replace(event, where=event.where or "the text")
        if maker is None or (maker.kind is ActorKind.PRONOUN and event.by is not None):
            return event
        return replace(event, by=maker, where=None)
    if event.kind is EventKind.HANDOVER:
        return next((told for one in _sentences(view, event) if (told := with_sides(one, event)) is not None), event)
    if event.kind is not EventKind.CONTACT:
        return event
    return next((met for one in _sentences(view, event) if (met := _met(one, event)) is not None), event)


_NAMED = (ActorKind.PERSON, ActorKind.BODY, ActorKind.ROLE)
_TELLS = re.compile(
    r"[וש]?(?:הזכיר|מזכיר|ציינ|ציין|מציינ|פירט|נקב|התייחס|אמר|סיפר|דיבר|כתב|הרחיב)(?:ה|ו|ת|ים|תי|נו)?"
)


_KEPT_SILENT = re.compile(
    r"(?<![א-ת])לא (?P<verb>(?:אמר|סיפר|דיבר|הזכיר|ציי?[נן]|הוציא|פירט|נקב|השמיע|הרחיב|התייחס)(?P<end>ה|ו)?)(?![א-ת])"
)


def _silent_one(view: View, event: RawEvent) -> tuple[Actor | None, bool]:
    """Who did not speak, where a verb tells it that leaves its subject out: "The president spoke, and of them | said nothing".

    And whether it may be more than one, so that nobody can be named.
    """
    match = _KEPT_SILENT.search(view.masked, max(view.start, event.place[0] - 1), min(view.stop, event.place[1] + 30))
    if match is None:
        return None, False
    sentence = Sentence(view, TONGUE)
    at = next((n for n, w in enumerate(sentence.words) if w.start >= match.start("verb")), None)
    if at is None or (at > 1 and sentence.words[at - 2].any(Kind.THING)):
        return None, False  # "the notice | did not mention": the text itself
    first = sentence.words[0]
    if first.any(PEOPLE | Kind.TITLE) and not sentence.has_preposition(0) and first.start < event.place[0]:
        phrase = sentence.phrase_from(0)
        actor = sentence.actor(phrase) if phrase is not None else None
        woman = match["end"] == "ה"
        sex = "f" if woman else "m"
        if phrase is not None and actor is not None and match["end"] != "ו" and actor.gender in ("", sex):
            another = _is_another(sentence, phrase.segments[-1][1], at, actor, sex)
            return (None if another else actor), another
    return pronoun_at(sentence.words[at], {"ה": "she", "ו": "they"}.get(match["end"] or "", "he")), False


def _is_another(sentence: Sentence, begin: int, end: int, first: Actor, sex: str) -> bool:
    """Whether somebody else who may be the one stands between a person and a verb: "met the minister, and | said nothing"."""
    for place in range(begin, end):
        if sentence.words[place - 1].text in ("על", "ועל"):
            continue  # "and of | the sailors of": what nothing is said about
        phrase = sentence.phrase_from(place) if sentence.words[place].any(PEOPLE | Kind.TITLE) else None
        actor = sentence.actor(phrase) if phrase is not None else None
        one = actor is not None and actor.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.SOURCE)
        if (
            one
            and actor is not None
            and actor.name != first.name
            and not actor.name.split(" ")[0].endswith(("ים", "ות"))
        ):
            if actor.gender in ("", sex):
                return True
    return False


def _is_left_unsaid_by(view: View, event: RawEvent) -> bool:
    """Whether the verb of a silence tells who is silent, as "did not mention" does and "was not mentioned" does not."""
    return (
        event.at >= 0
        and (found := re.compile(r"\w+").match(view.text, event.at)) is not None
        and (_TELLS.fullmatch(found.group()) is not None)
    )


def _sentences(view: View, event: RawEvent) -> Iterator[Sentence]:
    """The sentence, then what is quoted in it."""
    yield Sentence(view, TONGUE)
    for quote in view.quotes if event.at < 0 else ():
        inside = quote.is_speech and event.place[0] < quote.inner_stop and quote.inner_start < event.place[1]
        if inside and quote.inner_stop - quote.inner_start > _SHORTEST:
            dates = tuple(d for d in view.dates if quote.inner_start <= d.span.start < quote.inner_stop)
            yield Sentence(
                View(view.text, view.text, quote.inner_start, quote.inner_stop, (), dates, quoted=True), TONGUE
            )


def _met(sentence: Sentence, event: RawEvent) -> RawEvent | None:
    for at, word in enumerate(sentence.words):
        if not word.is_word or not event.place[0] <= word.start < event.place[1]:
            continue
        if event.at >= 0 and not word.start <= event.at < word.stop:
            continue
        sides = _sides_of_verb(sentence, at, sure=event.at >= 0) or _sides_of_noun(sentence, at)
        if sides is None:
            continue
        by, others = sides
        status = ContactStatus.DENIED if _is_denied(sentence, at) else event.status
        if by is None or (by.kind is ActorKind.PRONOUN and by.head in _ABSENT and _is_named(event)):
            by = event.by
        others = tuple(a for a in others if by is None or a.name != by.name)
        if by is not None and others:
            return replace(event, by=by, to=None, others=others, status=status)
        if event.at >= 0 and others:
            return replace(event, others=others, status=status)
    return None


_DENIES = re.compile(r"ו?ש?[המ]כחיש(?:ה|ו|ים|ות)?")
_NONE = ("אין", "שאין", "ואין", "לא היה", "לא היו", "לא הייתה", "לא היתה")


def _is_denied(sentence: Sentence, at: int) -> bool:
    """Whether a contact is told as none: "denied | that he met", "there is no | contact between"."""
    words = sentence.words
    before = words[at - 1].text if at else ""
    if words[at].text.startswith("ש") and _DENIES.fullmatch(before):
        return _verb_at(words[at], sure=True) is not None
    if before in ("כל", "שום") and at > 1:
        at -= 1
        before = words[at - 1].text
    return before in _NONE or (at > 1 and f"{words[at - 2].text} {before}" in _NONE)


_ABSENT = ("he", "she", "they", "him", "her", "them")


def _is_named(event: RawEvent) -> bool:
    """Whether a rule has found who acts, by his name or office: a verb that names nobody then adds nothing."""
    return event.at >= 0 and event.by is not None and event.by.kind not in (ActorKind.PRONOUN, ActorKind.OTHER)


def _verb_at(word: Word, *, sure: bool) -> tuple[re.Match[str], Manner] | None:
    if word.any(Kind.NAME | PEOPLE) and not word.any(Kind.VERB) and not sure:
        return None
    return next(((m, manner) for pattern, manner in _VERBS if (m := pattern.fullmatch(word.text)) is not None), None)


def _sides_of_verb(sentence: Sentence, at: int, *, sure: bool) -> tuple[Actor | None, tuple[Actor, ...]] | None:
    """Who acts, and who else took part, where the word is a verb of contact."""
    words = sentence.words
    verb = _verb_at(words[at], sure=sure)
    if verb is None:
        return None
    match, manner = verb
    found = list(parts(sentence, at + 1, min(sentence.size, at + _LONGEST)))
    letter = any(
        words[n].text.removeprefix(words[n].prefix) in _LETTERS
        for n in range(max(0, at - 4), min(at + 8, sentence.size))
    )
    if manner.arrives:
        return _arrived(sentence, at, found) if letter else None
    if manner is _SEES and letter and any(p.lead == "מ" and p.actor is not None for p in found):
        led = [p for p in found if p.lead == "מ"]
    else:
        led = [
            p
            for lead in manner.by
            for p in found
            if p.lead == lead and p.actor is not None and (p.sure or lead in ("עם", "אל", "אצל"))
        ]
        if manner is _SEES:
            led = [p for p in led if p.lead != "ב"]
    bare = [p for p in found if p.lead == "" and p.actor is not None and p.sure]
    subject = _subject(sentence, at, match, bare, led)
    if not led and manner.bare:
        led = [p for p in bare if subject is None or p.actor is None or p.actor.place != subject.place][:1]
    if not led and manner.by[0] == "עם":
        return _beside(sentence, at, bare)
    if not led:
        ahead = _before_verb(sentence, at, manner)
        return (subject, (ahead,)) if ahead is not None else None
    sides = [led[0], *joined(found, led[0])]
    if led[0].lead == "בין":
        sides += [p for p in led[1:] if p.lead == "בין"]
        pair = [p.actor for p in sides if p.actor is not None]
        return (pair[0], tuple(pair[1:])) if len(pair) > 1 else None
    return subject, tuple(p.actor for p in sides if p.actor is not None and p.actor.kind in _SOURCES)


def _before_verb(sentence: Sentence, at: int, manner: Manner) -> Actor | None:
    """The other side before the verb: "with him | the envoy spoke", "to the consul was sent"."""
    begin = clause_begin(sentence, at)
    found = [
        p
        for p in parts(sentence, begin, at)
        if p.actor is not None and p.lead in manner.by and p.lead != "ב" and p.sure
    ]
    return found[0].actor if found else None


def _beside(sentence: Sentence, at: int, bare: list[Part]) -> tuple[Actor | None, tuple[Actor, ...]] | None:
    """Two subjects: "the minister and the envoys | met", "met | the minister and the envoys"."""
    begin = clause_begin(sentence, at)
    for start, stop in ((begin, at), (at + 1, min(sentence.size, at + _LONGEST))):
        found = list(parts(sentence, start, stop))
        first = next((p for p in found if p.lead == "" and p.actor is not None and p.sure), None)
        if first is None:
            continue
        rest = joined(found, first)
        if rest:
            return first.actor, tuple(p.actor for p in rest if p.actor is not None)
    return None


def _arrived(sentence: Sentence, at: int, found: list[Part]) -> tuple[Actor | None, tuple[Actor, ...]] | None:
    """A letter or a call: from whom, to whom."""
    around = [*parts(sentence, clause_begin(sentence, at), at), *found]
    giver = next((p.actor for p in around if p.lead in ("מ", "בידי") and p.actor is not None and p.sure), None)
    taker = next((p.actor for p in around if p.lead in ("אל", "ל") and p.actor is not None and p.sure), None)
    return (giver, (taker,)) if giver is not None and taker is not None else None


def _subject(sentence: Sentence, at: int, match: re.Match[str], bare: list[Part], led: list[Part]) -> Actor | None:
    """Who acts: "I" and "we" by the form, somebody before the verb, or behind it; else whom its form can mean."""
    word = sentence.words[at]
    groups = match.groupdict()
    end, front = groups.get("e1") or "", groups.get("f1") or ""
    if end in ("תי", "נו") or front == "נ" or (front == "א" and sentence.view.quoted):
        return pronoun_at(word, "we" if end == "נו" or front == "נ" else "me")
    named = subject_at(sentence, at, bare, but=led)
    if named is not None:
        return named
    if word.text.startswith("ל"):
        return None
    plural = end in ("ו", "ים") or bool(groups.get("g1"))
    woman = end in ("ה", "ת") or front == "ת"
    return pronoun_at(word, "they" if plural else "she" if woman else "he")


def _sides_of_noun(sentence: Sentence, at: int) -> tuple[Actor | None, tuple[Actor, ...]] | None:
    """Who took part where a noun tells it: "a meeting between", "his meeting with", "the envoy's visit to"."""
    words = sentence.words
    plain = words[at].text.removeprefix(words[at].prefix)
    if plain not in _TALKS:
        return None
    found = list(parts(sentence, at + 1, min(sentence.size, at + _LONGEST)))
    between = next((p for p in found if p.lead == "בין" and p.actor is not None), None)
    if between is not None:
        pair = [between]
        for part in found:
            if part.start >= between.stop and part.actor is not None and part.lead in ("בין", "ל", "ו"):
                pair.append(part)
                break
        if len(pair) > 1:
            return pair[0].actor, tuple(p.actor for p in pair[1:] if p.actor is not None)
    leads = ("אצל", "אל", "את") if plain.startswith("ביקור") else ("עם",)
    other = next((p for p in found if p.lead in leads and p.actor is not None), None)
    if other is None:
        return None
    others = tuple(p.actor for p in (other, *joined(found, other)) if p.actor is not None)
    own = _TALKS[plain]
    owner = pronoun_at(words[at], own) if own else None
    return owner, others

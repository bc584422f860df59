"""The words of a sentence, each with what the tables of its language know of it.

In: a sentence, the tables. Out: `Word`, in order. Leaves to others: phrases (`phrases`) and what they do (`voices`).

Hebrew and Arabic write "and", "that", "to", "in" and the article in one piece with the next word. A word is looked up
as it stands first, then without such a piece, the shortest first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, IntFlag
from functools import lru_cache

from homeward.names import listed_kinds
from homeward.reading.languages.language import MASK, View
from homeward.reading.languages.unmarked.named import Named
from homeward.records import Manner


class Kind(IntFlag):
    """What a word may be."""

    NONE = 0
    ROLE = 1  # spokesman, minister
    KIN = 2  # mother, brothers
    BODY = 4  # ministry, front
    MEDIUM = 8  # agency, newspaper
    SOURCE = 16  # source, official who is not named
    TITLE = 32  # Dr, colonel
    PRONOUN = 64
    ADVERB = 128  # stands beside a verb, never inside a name
    CONNECTOR = 256  # but, whereas: begins a clause
    THAT = 512
    PREPOSITION = 1024
    RELATIVE = 2048
    VERB = 4096  # of no speech, but it ends a phrase
    NAME = 8192  # a listed given or family name
    OF = 16384  # joins nouns inside a phrase
    THING = 32768  # a common noun that is nobody: meeting, statement


PEOPLE = Kind.ROLE | Kind.KIN | Kind.BODY | Kind.MEDIUM | Kind.SOURCE
ENDS = Kind.PRONOUN | Kind.ADVERB | Kind.CONNECTOR | Kind.THAT | Kind.RELATIVE | Kind.VERB | Kind.THING
_MAY_BE_FAMILY = PEOPLE | Kind.TITLE  # unions of flags are costly where each word asks for them
_MAY_BE_GIVEN = Kind.THING | Kind.ADVERB | Kind.ROLE
_NO_BODY = PEOPLE & ~Kind.BODY
_EXPLAINED = ~(Kind.THING | Kind.KIN)


class Frame(Enum):
    """How a verb of speech takes its words.

    SAY: "that", a colon or a quotation. BARE: also an infinitive or a noun. QUOTE: its subject relays another's words.
    PASSIVE: the speaker is not the subject. WHILE: a participle that goes on with the speaker of the clause before.
    HOPE: a stance rather than words. REFUSE: "that", a quotation, or only "this" of what was said before.
    """

    SAY = "say"
    BARE = "bare"
    QUOTE = "quote"
    PASSIVE = "passive"
    WHILE = "while"
    HOPE = "hope"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speech: how it utters and what it takes."""

    manner: Manner = Manner.SAID
    frame: Frame = Frame.SAY


@dataclass(frozen=True, slots=True)
class Known:
    """What the tables know of a word. `prefix`: what is written on to its front; `lemma`: to know it again."""

    kind: Kind
    prefix: str = ""
    lemma: str = ""
    cue: Cue | None = None
    possessive: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of a sentence, places in the document."""

    start: int
    stop: int
    text: str
    kind: Kind
    prefix: str
    lemma: str
    cue: Cue | None
    definite: bool
    possessive: bool
    dated: bool
    is_word: bool

    def any(self, kind: Kind) -> bool:
        """Whether it may be one of these."""
        return bool(self.kind & kind)


@dataclass(frozen=True, slots=True)
class Tongue:
    """The tables of one language.

    Attributes:
        article, prefixes: what is written on to the front of words, the shortest first. to: those that are
            prepositions. and_: those that join. that: those that are "that".
        nouns: form to kind, lemma and whether it ends in "his" or "her". closed: small words and other verbs.
        cues: verbs of speech. verb_first: the subject stands after its verb as a rule.
        not_names: words that are listed as names too and seldom are. adjectives: offices that, behind another noun,
            say what kind it is: "a senior source". objects: "him" and "her" on the end of a verb.
        compounds: two words that are an office together: "chair woman".
        no_that: words that begin with the letter of "that" and are no clause: "Sweden".
        names_in: which words of a document are people's names besides the listed ones. given: given names besides
            the listed ones, and by whom they are borne; words_too: those of them that are names only before another.
    """

    code: str
    article: str
    prefixes: tuple[str, ...]
    to: str
    and_: str
    that: tuple[str, ...]
    nouns: Mapping[str, tuple[Kind, str, bool]]
    closed: Mapping[str, Kind]
    cues: Mapping[str, Cue]
    not_names: frozenset[str]
    adjectives: frozenset[str]
    objects: tuple[str, ...]
    verb_first: bool
    compounds: frozenset[str] = frozenset()
    no_that: frozenset[str] = frozenset()
    names_in: Callable[[str], Named] | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    words_too: frozenset[str] = frozenset()
    cache: dict[str, Known] = field(default_factory=dict)


_MARKS = "\u0591-\u05c7\u0640\u064b-\u0652\u0670"
_TOKEN = re.compile(
    rf"{MASK}+|[\w{_MARKS}]+(?:[\"״'׳’.\-־‑](?=\w)[\w{_MARKS}]+)*['׳]?|[^\s]",
)
_TOKEN_UNJOINED = re.compile(rf"{MASK}+|[\w{_MARKS}]+(?:['’.\-‑](?=\w)[\w{_MARKS}]+)*|[^\s]")  # '"' is no letter
_QUOTED_BEHIND = re.compile(r'[בל]["״][א-ת]{2,}')  # 'to "El Faro"' and no acronym
_LONGEST_NAME = 30
_VOWELS = re.compile(f"[{_MARKS}]")
_FOLD = str.maketrans(dict(zip("أإآٱى״׳’־‑", "ااااي\"''--", strict=True)))
_MOST_KNOWN = 20_000  # words remembered; a text of noise must not fill the memory


def fold(word: str) -> str:
    """A word as the tables write it: no vowel signs, one alif, one kind of each mark."""
    return _VOWELS.sub("", word.translate(_FOLD))  # the hyphen first: it lies among the vowel signs


def read_words(view: View, tongue: Tongue) -> list[Word]:
    """The words of a sentence; a quotation is one mark."""
    found: list[Word] = []
    dates = view.dates
    at = 0
    names = tongue.names_in(view.text) if tongue.names_in is not None else None
    token = _TOKEN_UNJOINED if tongue.verb_first else _TOKEN
    for match in token.finditer(view.masked, view.start, view.stop):
        start, stop = match.span()
        while at < len(dates) and dates[at].span.stop <= start:
            at += 1
        dated = at < len(dates) and dates[at].span.start < stop
        text = match.group()
        if text == "." and found and found[-1].kind & Kind.TITLE and found[-1].stop == found[-1].start + 1:
            continue  # "d." before a name is a title
        if not tongue.verb_first and _QUOTED_BEHIND.match(text) and fold(text) not in tongue.nouns:
            if any(mark in view.masked[stop : min(view.stop, stop + _LONGEST_NAME)] for mark in '"”'):
                first = look_up(text[0], tongue)
                middle = start + 1
                found.append(Word(start, middle, text[0], first.kind, "", text[0], None, False, False, dated, True))
                found.append(Word(middle, middle + 1, text[1], Kind.NONE, "", "", None, False, False, dated, False))
                start, text = middle + 1, text[2:]
        if not (text[0].isalnum()):
            found.append(Word(start, stop, text[:1], Kind.NONE, "", "", None, False, False, dated, False))
            continue
        known = look_up(text, tongue)
        if names is not None:
            known = _named_here(known, match.span(), text, tongue, names)
        definite = (
            tongue.article in known.prefix
            or (tongue.verb_first and known.prefix.endswith("لل"))
            or (not known.prefix and _is_definite(text, known, tongue))
        )
        found.append(
            Word(
                start,
                stop,
                text,
                known.kind,
                known.prefix,
                known.lemma or fold(text),
                known.cue,
                definite,
                known.possessive,
                dated,
                True,
            )
        )
    found = _without_brackets(_with_compounds(found, tongue))
    if not tongue.verb_first:
        found = _with_own_names(_with_fixed(found, tongue))
    if tongue.verb_first:
        found = _with_speaking_nouns(_with_given_names(found), tongue)
    return _with_quoted_names(_with_small_words(found)) if tongue.verb_first else found


def _with_speaking_nouns(words: list[Word], tongue: Tongue) -> list[Word]:
    """Arabic words that are something else by where they stand: a noun, no verb, at once behind one of speech; verbs
    of speech behind "to" and "did not", and those that no table has: "(bragged) the minister | that".
    """
    for at in range(len(words) - 1):
        word, before = words[at], words[at - 1] if at else None
        if not word.is_word or word.cue is not None:
            continue
        if before is not None and word.kind is Kind.VERB and before.cue is not None and not word.prefix:
            noun = tongue.nouns.get(fold(word.text))
            speaks = not before.any(PEOPLE) and before.cue.frame is not Frame.WHILE
            if noun is not None and noun[0] & (Kind.ROLE | Kind.SOURCE | Kind.BODY) and speaks:
                words[at] = replace(word, kind=noun[0], lemma=noun[1])
        elif word.kind:
            continue
        elif word.text[0] == "ل" and word.text[1:2] in ("ي", "ت") and (cue := tongue.cues.get(fold(word.text[1:]))):
            words[at] = replace(word, prefix="ل", lemma=fold(word.text[1:]), cue=cue)  # "(came back) | to say"
        elif before is not None and before.text in _DID_NOT and (cue := tongue.cues.get(fold(word.text) + "ي")):
            if cue.manner is Manner.DENIED:
                words[at] = replace(word, cue=cue)  # "did not deny", without its last letter
        elif _tells(words, at):
            anded = word.text[0] in tongue.and_ and not word.prefix
            stem = fold(word.text[1:] if anded else word.text)
            prefix = word.text[0] if anded else word.prefix
            words[at] = replace(word, prefix=prefix, lemma=stem, cue=Cue(Manner.SAID, Frame.SAY))
    return words


def _tells(words: Sequence[Word], at: int) -> bool:
    """Whether an unknown word at the front of a clause has somebody behind it and then "by that", as verbs of speech do."""
    word, after = words[at], words[at + 1]
    if (
        word.definite
        or word.possessive
        or word.dated
        or len(word.text) < _SHORTEST_VERB
        or (at and words[at - 1].is_word)
    ):
        return False
    if not after.any(PEOPLE | Kind.TITLE | Kind.NAME) or not (
        after.definite or after.any(Kind.NAME) or after.prefix == ""
    ):
        return False
    if after.prefix not in ("", "ال") or after.cue is not None or fold(word.text).lstrip("وف").startswith(_BELIEVES):
        return False
    for place in range(at + 2, min(len(words), at + _LONGEST_SUBJECT)):
        one = words[place]
        if one.any(Kind.THAT):
            return one.text.startswith("ب") or (words[place - 1].text in ("من", "إلى") and place > at + 2)
        if one.cue is not None or one.any(Kind.VERB | Kind.RELATIVE | Kind.CONNECTOR):
            return False
        if not one.is_word and one.text not in _MARKS_OF_NAMES:
            return False
    return False


_SHORTEST_VERB = 3
_DID_NOT = frozenset(["لم", "ولم", "فلم"])
_BELIEVES = (
    "اقتنع", "امن", "وثق", "شعر", "احس", "علم", "فوجئ", "تفاجا", "تاكد", "تحقق", "حلم", "خاف", "تخوف", "خشي", "قلق", "تيقن",
    "يقتنع", "تقتنع", "يثق", "تثق", "يشعر", "تشعر", "يخاف", "تخاف", "ادرك", "تسبب", "منع", "انتهي", "ادي", "يحلم", "تحلم",
    "يؤمن", "تؤمن", "يومن", "تومن", "سمح", "امر", "قضي", "حكم", "استفاد", "تمكن", "نجا", "انتقل", "توصل", "وصل",
)  # fmt: skip


def _with_given_names(words: list[Word]) -> list[Word]:
    """Arabic words that are somebody's name too, between an office and a family name: "Sabah (morning) al-Jumaili"."""
    for at in range(1, len(words)):
        if words[at].kind & _MAY_BE_FAMILY and _is_family_name(words, at):
            words[at] = replace(words[at], kind=Kind.NAME)  # "the judge Nizar | al-Khatib (the preacher)"
    for at in range(1, len(words) - 1):
        word, before, after = words[at], words[at - 1], words[at + 1]
        if not word.kind & _MAY_BE_GIVEN or word.prefix or word.dated or word.cue is not None:
            continue
        given = (
            not word.any(Kind.ROLE)
            and before.any(Kind.NAME)
            and not before.prefix
            and listed_kinds(before.text) & frozenset("mf")
        )
        if given and not word.definite and listed_kinds(word.text) and not after.definite:
            words[at] = replace(word, kind=Kind.NAME)  # "Samir Awda (return)"
            continue
        behind_office = before.definite and at > 1 and words[at - 2].any(Kind.ROLE) and not words[at - 2].definite
        plain = after.is_word and not after.definite and not after.kind & ~Kind.NAME and not after.prefix
        if behind_office and plain and after.cue is None and not after.dated and not word.definite:
            if listed_kinds(word.text) & frozenset("mf"):
                words[at] = replace(word, kind=Kind.NAME)  # "the chief of security | Rafiq (companion) Zaza"
                continue
        family = after.definite and not after.kind and not after.dated and after.text.endswith(("ي", "اوي"))
        office = before.definite and (before.any(PEOPLE | Kind.TITLE) or before.text.endswith(("ي", "ية")))
        if family and office and not word.any(Kind.ROLE) and listed_kinds(word.text) & frozenset("mf"):
            words[at] = replace(word, kind=Kind.NAME)
    return words


def _is_family_name(words: Sequence[Word], at: int) -> bool:
    """Whether an Arabic word for an office, a body or kin is a family name: behind a given name or a title alone."""
    word, before = words[at], words[at - 1]
    if word.cue is not None or word.dated or word.possessive or word.prefix not in ("", "ال"):
        return False
    after = words[at + 1] if at + 1 < len(words) and not words[at + 1].dated else None
    office = words[at - 2] if at > 1 else None
    if office is not None and office.definite and office.any(Kind.ROLE | Kind.TITLE) and not word.definite:
        if before.any(Kind.NAME) and not before.prefix and word.any(Kind.ROLE):
            return True  # "the mayor Rima | Qasis (the priest)"
    if after is not None and (after.definite or after.any(PEOPLE | Kind.NAME | Kind.TITLE)):
        return False
    if (
        not word.definite
        and after is not None
        and after.is_word
        and not after.any(ENDS | Kind.PREPOSITION)
        and after.cue is None
    ):
        return False
    if before.any(Kind.TITLE) and not before.prefix and word.any(Kind.BODY):
        return not word.definite  # "Father | Saliba"
    given = before.any(Kind.NAME) and not before.any(PEOPLE) and not before.prefix
    if not given or not listed_kinds(before.text) & frozenset("mf") or word.any(Kind.MEDIUM | Kind.BODY):
        return False
    led = words[at - 2] if at > 1 else None
    return led is None or not led.any(Kind.NAME)


def _without_brackets(words: list[Word]) -> list[Word]:
    """The words without what a few of them add in brackets: "Member Merav Dahan (Union) said", "Rasil (34) said"."""
    kept: list[Word] = []
    place = 0
    while place < len(words):
        if words[place].text == "(" and kept and kept[-1].is_word:
            close = next((at for at in range(place + 1, min(len(words), place + _LONGEST_BRACKET)) if
                          words[at].text in "()"), None)  # fmt: skip
            inside = words[place + 1 : close] if close is not None and words[close].text == ")" else []
            if inside and all(w.is_word and w.cue is None and not w.dated for w in inside):
                place = (close or place) + 1
                continue
        if words[place].text not in _ACTING:
            kept.append(words[place])
        place += 1
    return kept


_ACTING = frozenset(["بالإنابة", "بالوكالة", "بالنيابة"])  # "the acting coordinator, Rasil": part of no name
_LONGEST_BRACKET = 7  # words of an aside in brackets, and the one that closes it


def _with_fixed(words: list[Word], tongue: Tongue) -> list[Word]:
    """Hebrew words that are something else together: "high ranking" holds no name, a police station no medium."""
    for at in range(len(words) - 1):
        word, after = words[at], words[at + 1]
        before = words[at - 1] if at else None
        if word.text in _NUMBERS_TOO and before is not None and before.text in _BEHIND_SPEECH:
            if before.text != "," or (at > 1 and words[at - 2].text in (MASK, '"', "”")):
                words[at] = replace(word, kind=Kind.NONE, cue=Cue())  # '"...", tells the father'
        elif word.text in _TO_SPEAK and before is not None and before.text in _ABOUT_TO and (at < 2 or words[at - 2].text not in _UNDONE):  # fmt: skip
            words[at] = replace(word, kind=Kind.NONE, cue=Cue())  # "knew | to tell", "hastened to add"
            words[at - 1] = replace(before, kind=Kind.ADVERB, cue=None)
        elif word.text in _TO_REPORTERS and (after.any(Kind.MEDIUM) or after.text in _HEBREW_MARKS):
            words[at] = replace(
                word, kind=Kind.ROLE, prefix="ל", lemma="כתב", definite=False
            )  # "to the site's | reporter"
        elif word.text in ("אם", "ואם") and after.definite and after.any(PEOPLE) and _does_as_woman(words, at + 2):
            words[at] = replace(word, kind=Kind.KIN, lemma="אם")  # "the pilot's | mother", and no "if"
        elif word.any(Kind.TITLE) and word.text in _OFFICES_TOO and after.definite and after.is_word and not after.kind & ~Kind.ROLE and after.cue is None:  # fmt: skip
            words[at] = replace(
                word, kind=Kind.ROLE, lemma=word.text.removeprefix(tongue.article), definite=True
            )  # "the judge | on duty"
        elif word.text == "כתב" and (
            (after.any(Kind.MEDIUM) and not after.prefix) or (before is not None and before.text in _TO_SOMEBODY)
        ):
            words[at] = replace(word, kind=Kind.ROLE, cue=None)  # "the agency's reporter", not "he wrote"
        elif word.text.removeprefix(word.prefix) == "עבד" and after.text.startswith(("אל-", "א-", "אל־")):
            words[at] = replace(word, kind=Kind.NAME, cue=None)  # "Abd al-Hadi", who did not work
        elif word.lemma in _COUNTS and not (after.any(PEOPLE) or after.definite or after.text.startswith("של")):
            words[at] = replace(word, kind=Kind.NONE)  # "(waits) nine | months"
        elif word.lemma in _GAVE and any(w.lemma in _HIS_WORD for w in words[at + 1 : at + 3]):
            words[at] = replace(word, kind=Kind.NONE, cue=Cue(Manner.PROMISED, Frame.BARE))  # "gave his word that"
        elif word.text in tongue.words_too and not word.kind & Kind.NAME and _bears_family_name(words, at):
            words[at] = replace(word, kind=Kind.NAME, prefix="", lemma=word.text, cue=None, possessive=False)
        elif word.kind in (Kind.VERB, Kind.ROLE, Kind.THING) and not word.definite and _names_holder(words, at):
            words[at] = replace(
                word, kind=Kind.NAME, prefix="", lemma=word.text
            )  # "the minister, Dan (judged) Mirel,"
        elif word.text == "שני" and before is not None and before.kind is Kind.NAME and not after.definite:
            if after.text in (",", ".") or after.cue is not None:
                words[at] = replace(word, kind=Kind.NAME, prefix="", lemma=word.text)  # a family name, not "two"
        elif word.lemma == "עורך" and after.text in _HIS_LAW:
            words[at + 1] = replace(after, kind=Kind.NONE, prefix="ה", definite=True)  # "her lawyer", and no Dina
        elif word.text in ("דיווח", "דיווחי") and before is not None and before.text == "את":
            words[at] = replace(word, kind=Kind.THING, cue=None)  # "(confirms) the report of", who reported nothing
        elif word.text in _HIS_OWN and before is not None and before.definite and before.any(PEOPLE):
            words[at] = replace(word, kind=Kind.OF, prefix="", cue=None, lemma=word.text)  # "the commander | of his"
        elif word.text == "מפקדה" and before is not None and before.cue is not None and after.text == ",":
            words[at] = replace(word, kind=Kind.ROLE, lemma="מפקד", possessive=True)  # "her commander, Dan Mirel,"
        elif word.any(Kind.TITLE) and word.text in _KIN_TOO and not after.any(Kind.NAME | Kind.TITLE):
            kin = word.text.removeprefix(tongue.article)
            words[at] = replace(
                word, kind=Kind.KIN, lemma=kin, definite=True
            )  # "the father, Dan Mirel," and no priest
        if word.text == "העיר" and before is not None and before.any(Kind.ROLE) and not before.definite:
            words[at] = replace(word, kind=Kind.BODY, cue=None, lemma="עיר")  # "the mayor", who remarked nothing
        if word.text in _HIGH and after.text in _RANK:
            words[at] = replace(word, kind=Kind.NONE, cue=None)
            words[at + 1] = replace(after, kind=Kind.NONE, prefix="", cue=None, definite=False)
        elif word.any(Kind.MEDIUM) and word.lemma == "תחנה" and after.text.removeprefix("ה") in _STATIONS:
            words[at] = replace(word, kind=Kind.THING)
    return words


def _does_as_woman(words: Sequence[Word], at: int) -> bool:
    """Whether a verb in the feminine stands here."""
    word = words[at] if at < len(words) else None
    return word is not None and word.text.endswith(("ה", "ת")) and (word.cue is not None or word.any(Kind.VERB))


def _bears_family_name(words: Sequence[Word], at: int) -> bool:
    """Whether a word that is a given name too stands as one: before a family name that closes, behind nothing it depends on."""
    if at + 2 > len(words) - 1:
        return False
    before, after, end = words[at - 1] if at else None, words[at + 1], words[at + 2]
    plain = after.is_word and not after.kind & ~Kind.NAME and after.cue is None and not after.definite
    if not plain or after.dated or after.prefix or len(after.text) < 3 or after.text[0] == "ל":
        return False
    closed = not end.is_word or end.cue is not None or end.any(Kind.VERB | Kind.PREPOSITION | Kind.ADVERB | Kind.THAT)
    closed = closed or end.prefix[:1] in ("ב", "ל", "מ", "ו")
    if before is None or not before.is_word:
        return closed
    office = before.any(Kind.ROLE | Kind.TITLE | Kind.KIN | Kind.PREPOSITION | Kind.OF) or before.definite
    spoken = before.cue is not None and not before.any(PEOPLE)
    return (closed or end.dated) and (office or spoken) and not before.any(Kind.NAME)


def _names_holder(words: Sequence[Word], at: int) -> bool:
    """Whether a verb whose letters are those of a given name is that name, between an office and a family name."""
    word = words[at]
    alone = 0 < at < len(words) - 1 and words[at - 1].text == "," == words[at + 1].text
    if alone and not word.prefix and word.text not in _SELDOM_ALONE and listed_kinds(word.text) & frozenset("mf"):
        return any(
            w.any(Kind.KIN) for w in words[max(0, at - _NEAR_KIN) : at]
        )  # "his mother, Sara (her minister), said"
    if at == 0 or at + 2 >= len(words) or word.prefix or not listed_kinds(word.text) & frozenset("mf"):
        return False
    before, after, end = words[at - 1], words[at + 1], words[at + 2]
    plain = (
        after.is_word and not after.kind & ~Kind.NAME and not after.definite and not after.dated and after.cue is None
    )
    return plain and (before.any(Kind.TITLE) or (before.text == "," and (end.text == "," or end.cue is not None)))


def _with_small_words(words: list[Word]) -> list[Word]:
    """Arabic words that are a preposition here, whose letters are those of a verb too: "(told) | through | the Cross"."""
    for at in range(len(words) - 1):
        word, after = words[at], words[at + 1]
        if word.lemma in _BLAMES and any(w.lemma in _BLAME for w in words[at + 1 : at + 8]):
            words[at] = replace(
                word, kind=Kind.NONE, cue=Cue(Manner.SAID, Frame.BARE)
            )  # "holds the ministry responsible"
        elif fold(word.text) == "مذكرا" and after.any(Kind.THAT):
            words[at] = replace(word, kind=Kind.NONE, cue=Cue(Manner.SAID, Frame.WHILE))  # "reminding that"
        elif word.text.startswith("إمام"):
            words[at] = replace(
                word, kind=Kind.ROLE
            )  # "imam", whose letters without their signs are those of "before"
        elif word.lemma == "احد" and word.definite:
            words[at] = replace(word, kind=Kind.NONE)  # Sunday, and not "one of"
        elif word.text == "علي" and _is_ali(words, at):
            words[at] = replace(word, kind=Kind.NAME)  # without its sign: somebody's name, and seldom "on me"
        elif word.text == "ورد" and after.text in _TO_WHOM:
            words[at] = replace(word, prefix="و", lemma="رد", cue=Cue(Manner.SAID, Frame.SAY))  # "and answered him"
        elif (
            word.text in _ANSWERED
            and after.any(PEOPLE | Kind.TITLE)
            and after.prefix in ("", "ال")
            and after.definite
        ) or (word.text in _ANSWERED and _is_before_colon(words, at)):
            words[at] = replace(word, prefix="و", lemma=word.text[1:], cue=Cue(Manner.SAID, Frame.SAY))
        elif word.kind is Kind.ROLE and at > 1 and words[at - 1].text in _COMMAS and _is_named_so(words, at):
            words[at] = replace(word, kind=Kind.NAME)  # "the head of the union, Malik (owner) Drami,"
        elif word.any(Kind.VERB) and word.text[0] == "ت" and at and _is_body_too(words[at - 1], word, after):
            words[at] = replace(word, kind=Kind.BODY)  # "(said) a gathering of", not "they gathered"
        elif (
            word.text in _SINCE
            and after.is_word
            and word.any(Kind.CONNECTOR)
            and not after.any(Kind.VERB | Kind.THAT)
        ):
            if after.cue is None and (
                after.possessive or after.definite or fold(after.text).endswith(("ه", "ها", "هم"))
            ):
                words[at] = replace(word, kind=Kind.PREPOSITION)  # "after | his return", which opens no clause
        elif word.cue is not None and at > 1 and words[at - 1].text in _AND_HE and _points(words, at):
            words[at] = replace(word, cue=None)  # "says, | and he points to the map, | that"
        elif word.text.lstrip("وف") in ("أبى", "أبت") and any(w.any(Kind.THAT) for w in words[at + 1 : at + 6]):
            words[at] = replace(word, kind=Kind.NONE, cue=Cue(Manner.DENIED, Frame.REFUSE))  # "refused", no "Abi"
        elif _without_and(word) in _GIVES and (given := _promise_given(words, at)) is not None:
            words[at] = replace(word, kind=Kind.NONE, lemma="تعهد" + "ت" * fold(word.text).endswith("ت"),
                                prefix=word.text[: word.text[0] in "وف"], cue=Cue(Manner.PROMISED, Frame.BARE))  # fmt: skip
            words[given] = replace(words[given], kind=Kind.ADVERB, cue=None)  # "gave | a promise"
        elif word.text in _PROGRAMMES and after.text in _OF_WORLD:
            words[at] = replace(word, kind=Kind.BODY)  # "the World Food Programme"
        elif word.text in _GIVEN_TOO and at and _is_given(words, at):
            words[at] = replace(word, kind=Kind.NAME)  # "Governor Naji (survivor) al-Sharabi"
        elif word.lemma.removeprefix("و") in _WITNESSED and _testifies(words, at):
            bare = word.lemma.removeprefix("و")
            words[at] = replace(
                word,
                kind=Kind.NONE,
                prefix=word.text[: word.text[0] == "و"],
                lemma=bare,
                cue=Cue(Manner.SAID, Frame.SAY),
            )  # "testified that", or "made clear that"
        elif word.text in ("ألا", "ألّا"):
            words[at] = replace(word, kind=Kind.THAT)  # "that not", whose letters are those of "except"
        elif word.lemma.removeprefix("و") in _GAVE_WORD and any(
            w.text in _HIS_WORDS for w in words[at + 1 : at + _LONGEST_SUBJECT]
        ):
            words[at] = replace(
                word,
                kind=Kind.NONE,
                prefix=word.text[: word.text[0] == "و"],
                cue=Cue(Manner.PROMISED, Frame.BARE),
            )  # "gave his word that"
        elif word.text in _NAMES_OF and after.is_word and (word.text[0] == "ب" or (at and words[at - 1].any(PEOPLE))):
            plain = after.definite or after.any(PEOPLE) or after.text in _NUMBERS
            words[at] = replace(word, kind=Kind.THING) if plain else word  # "(to the mediator) the names of nine"
        elif word.text == "أشرف" and after.is_word and not after.any(PEOPLE | ENDS | Kind.PREPOSITION):
            words[at] = replace(word, kind=Kind.NAME)  # "Ashraf", who oversaw nothing
        elif after.text == "من" and fold(word.text) in _INFORMED:
            words[at] = replace(word, kind=Kind.NONE, lemma="علم", cue=Cue(Manner.SAID, Frame.QUOTE))
        elif word.lemma in _HAPPENED and (noun := _noun_of_speech(words, at + 1, 3)) is not None:
            words[noun] = replace(
                words[noun], kind=Kind.NONE, cue=Cue(NOUNS_OF_SPEECH[bare_noun(words[noun])], Frame.PASSIVE)
            )
        elif word.text in _TOWARDS and bare_noun(after) in NOUNS_OF_SPEECH and _hastens(words, at):
            words[at + 1] = replace(after, kind=Kind.NONE, cue=Cue(NOUNS_OF_SPEECH[bare_noun(after)], Frame.WHILE))
        elif word.text in _BY_THE_MOUTH and at and words[at - 1].lemma in _SPOKESMEN:
            words[at] = replace(word, kind=Kind.OF)  # "who speaks for", as "in the name of"
        elif word.text == "بيد" and after.text != "أن":
            words[at] = replace(word, kind=Kind.PREPOSITION)  # "by the hand of", and no "but"
        elif fold(word.text).lstrip("وف") in _CONFIDED and _confides(words, at):
            words[at] = replace(
                word, kind=Kind.NONE, cue=Cue(Manner.SAID, Frame.SAY)
            )  # "confided to", not "captured"
        elif word.lemma in _OF_TEXTS and at and words[at - 1].any(Kind.THING) and word.any(Kind.ROLE):
            words[at] = replace(word, kind=Kind.NONE)  # "a filmed statement", "a dated letter": nobody
        elif word.lemma in _MEDIA_TOO and after.text in _CLOSES and not word.any(Kind.MEDIUM):
            words[at] = replace(word, kind=Kind.MEDIUM)  # 'the network "River 24"'
        elif word.text in _NAMES_TOO and not after.any(PEOPLE) and after.text not in _OF_OFFICE:
            words[at] = replace(word, kind=Kind.NAME)  # "Amina", and no secretary
        if word.any(Kind.TITLE) and word.text in _KIN_TOO and not after.any(Kind.NAME | Kind.TITLE):
            if after.kind or not after.is_word:
                words[at] = replace(word, kind=Kind.KIN, lemma=fold(word.text).removeprefix("ال"))
        if word.cue is not None and word.cue.frame is Frame.HOPE and word.lemma in _VOICED and _of_no_hope(words, at):
            words[at] = replace(word, cue=Cue(Manner.SAID, Frame.BARE))  # "voiced his concern", which is no wish
        if at and word.text in ("عبر", "وعبر") and word.cue is not None:
            if not any(w.text == "عن" for w in words[at + 1 : at + 5]):
                words[at] = replace(word, kind=Kind.PREPOSITION, cue=None)
    return words


def _is_before_colon(words: Sequence[Word], at: int) -> bool:
    """Whether "and answered" somebody stands at once before a colon and a quotation."""
    after = words[at + 1]
    if not after.is_word or after.dated or after.any(Kind.PREPOSITION | Kind.ADVERB | Kind.THAT | Kind.THING):
        return False
    for place in range(at + 1, min(len(words) - 1, at + _LONGEST_SUBJECT)):
        if words[place].text == ":":
            return words[place + 1].text == MASK or words[place + 1].text in _CLOSES
        if not words[place].is_word or words[place].any(Kind.THAT) or words[place].cue is not None:
            return False
    return False


def _is_named_so(words: Sequence[Word], at: int) -> bool:
    """Whether a word for an office is a given name: between the comma behind an office and an unknown name's comma."""
    word, before = words[at], words[at - 2]
    if word.prefix or word.definite or not listed_kinds(word.text) & frozenset("mf"):
        return False
    if not (before.definite or before.any(PEOPLE) or before.possessive):
        return False
    for place in range(at + 1, min(len(words), at + 4)):
        one = words[place]
        if not one.is_word:
            return place > at + 1 and one.text in _COMMAS
        family = (one.definite and one.text.endswith(("ي", "اوي"))) or not one.definite
        if one.kind & ~Kind.NAME or one.cue is not None or one.prefix not in ("", "ال") or not family:
            return False
    return False


def _is_body_too(before: Word, word: Word, after: Word) -> bool:
    """Whether a word whose letters are those of a verb is a noun behind a verb of speech or "from"."""
    led = (before.cue is not None and not before.any(PEOPLE)) or before.text in ("عن", "وعن", "بحسب", "وبحسب")
    led = led or before.any(Kind.CONNECTOR | Kind.THAT)
    return led and fold(word.text) in ("تجمع", "تحالف", "تكتل") and after.is_word


def _confides(words: Sequence[Word], at: int) -> bool:
    """Whether "to" stands behind what may be "confided" or "captured", or somebody, "to" and "that"."""
    after = words[at + 1]
    if after.text.startswith(("إلى", "إلي", "ل")) and after.lemma != "لا":
        return True
    reach = words[at + 1 : at + _LONGEST_SUBJECT]
    led = any(w.text in ("إلى", "لنا", "إليه", "إليها", "إلينا") for w in reach)
    return led and any(w.any(Kind.THAT) for w in reach)


def _without_and(word: Word) -> str:
    """A word without "and" on its front, whether or not it is known."""
    plain = fold(word.text)
    return plain if plain in _GIVES or plain[:1] not in "وف" else plain[1:]


def _points(words: Sequence[Word], at: int) -> bool:
    """Whether a verb in an aside behind one of speech opens no words itself."""
    if words[at].lemma[0] not in "يت" or any(w.any(Kind.THAT) or w.text == ":" for w in words[at + 1 : at + 2]):
        return False
    told = any(w.cue is not None and not w.any(PEOPLE) for w in words[max(0, at - _LONGEST_SUBJECT) : at - 1])
    return told and all(w.is_word for w in words[max(0, at - 3) : at])


def _promise_given(words: Sequence[Word], at: int) -> int | None:
    """Where "a promise" stands behind a verb of giving, as its object."""
    for place in range(at + 2, min(len(words) - 1, at + _LONGEST_SUBJECT)):
        if fold(words[place].text) in _GIVEN_PROMISES:
            return place
        if words[place].any(Kind.THAT | Kind.CONNECTOR) or words[place].text in ".؛;:":
            return None
    return None


_AND_HE = frozenset(["وهو", "وهي", "وهم"])
_GIVES = frozenset(
    ["قطع", "قطعت", "قدم", "قدمت", "اعطي", "اعطت", "وقع", "وقعت", "اصدر", "اصدرت", "منح", "منحت", "سجل", "سجلت"]
)
_GIVEN_PROMISES = frozenset(["وعدا", "تعهدا", "التزاما", "ضمانات", "عهدا", "وعودا", "تعهدات"])


def _testifies(words: Sequence[Word], at: int) -> bool:
    """Whether "that" follows what may be "witnessed", or somebody's name, so that it is "testified that"."""
    clear = _DOUBLED in words[at].text  # "made clear", not "between"
    if words[at].lemma.removeprefix("و").startswith("بين") and not clear:
        return False
    for place in range(at + 1, min(len(words), at + _LONGEST_SUBJECT)):
        word = words[place]
        if word.any(Kind.THAT):
            return word.text.startswith("ب") or place == at + 1 or clear
        if word.cue is not None or word.any(Kind.VERB | Kind.RELATIVE):
            return False
    return False


def _is_ali(words: Sequence[Word], at: int) -> bool:
    """Whether a word that may be "on me" is followed, or preceded, by what only goes with a name."""
    before, after = words[at - 1] if at else None, words[at + 1]
    plain = after.is_word and after.cue is None and not after.kind & ~Kind.NAME and not after.prefix
    named = before is not None and before.any(Kind.NAME | Kind.TITLE | Kind.ROLE) and not after.definite
    return (plain and not after.definite) or named or after.any(Kind.NAME)


def _of_no_hope(words: Sequence[Word], at: int) -> bool:
    """Whether what somebody voices is thanks or concern, and neither hope, fear nor wish."""
    for place in range(at + 1, min(len(words) - 1, at + _LONGEST_SUBJECT)):
        if words[place].text == "عن":
            return not fold(words[place + 1].text).removeprefix("ال").startswith(_WISHED)
    return False


_VOICED = frozenset(["اعرب", "اعربت", "اعربوا", "يعرب", "تعرب", "عبر", "عبرت", "عبروا", "يعبر", "تعبر"])
_WISHED = ("امل", "امن", "خشي", "رغب", "تمن", "تطلع", "تخوف", "مخاوف", "ثقت", "اعتقاد", "استعداد", "تاييد", "دعم")
_LONGEST_SUBJECT = 12


def _is_given(words: Sequence[Word], at: int) -> bool:
    """Whether a word for an office is a given name: behind an office with the article, before a family name."""
    before, after = words[at - 1], words[at + 1]
    office = before.any(Kind.TITLE) or (before.definite and before.any(PEOPLE))
    family = after.is_word and not after.any(PEOPLE | ENDS | Kind.PREPOSITION | Kind.OF | Kind.TITLE)
    office = office or (before.text in _COMMAS and after.any(Kind.NAME))
    return office and family and after.cue is None and after.text not in _OF_OFFICE and not after.dated


def bare_noun(word: Word) -> str:
    """An Arabic word without its article."""
    return fold(word.text).removeprefix("ال") if word.is_word else ""


def _noun_of_speech(words: Sequence[Word], begin: int, reach: int) -> int | None:
    """Where one of the next words is "the stressing", "the reminder"."""
    for at in range(begin, min(len(words), begin + reach)):
        if words[at].definite and bare_noun(words[at]) in NOUNS_OF_SPEECH:
            return at
        if not words[at].is_word:
            return None
    return None


def _hastens(words: Sequence[Word], at: int) -> bool:
    """Whether a verb of hastening stands before "to": "the army hastened | to deny"."""
    for place in range(at - 1, max(-1, at - 8), -1):
        if words[place].lemma in _HASTENED:
            return True
        if not words[place].is_word and words[place].text not in _MARKS_OF_NAMES:
            return False
    return False


_SINCE = frozenset(["إثر", "رغم", "منذ", "عقب"])
_NAMES_OF = frozenset(["أسماء", "بأسماء", "وأسماء", "لأسماء"])
_TO_WHOM = frozenset(["عليه", "عليها", "عليهم", "عليهما"])
_ANSWERED = frozenset(["ورد", "وردت", "وردّ", "وردّت"])  # "and answered", where somebody stands behind, not "was told"
_PROGRAMMES = frozenset(["برنامج"])
_OF_WORLD = frozenset(["الأغذية", "الغذاء", "الأمم"])
_NUMBERS = frozenset(
    ["ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة", "ثلاثين", "عشرين", "كل", "جميع", "بعض"]
)
_GAVE_WORD = frozenset(["اعطي", "اعطت", "اعطوا", "يعطي", "تعطي", "قطع", "قطعت"])
_HIS_WORDS = frozenset(["كلمته", "كلمتها", "كلمتهم", "وعده", "وعدها"])
_COMMAS = frozenset([",", "،"])
_DOUBLED = "\u0651"
_GIVEN_TOO = frozenset(["ناجي", "نسيب", "أمين", "رائد", "مختار", "عماد", "أمير", "راعي"])
_WITNESSED = frozenset(["بين", "بينت", "شهد", "شهدت", "شهدوا", "يشهد", "تشهد", "يشهدون"])
_INFORMED = frozenset(["تبلغ", "تبلغت", "تبلغوا", "تبلغنا"])  # "was informed by", not "she informs"
_HAPPENED = frozenset(["جرى", "جري", "تم", "يجري", "تمت", "جرت", "يتم"])
_TOWARDS = frozenset(["إلى"])
_MARKS_OF_NAMES = '"«»“”'
_HASTENED = frozenset(
    ["سارع", "سارعت", "سارعوا", "بادر", "بادرت", "بادروا", "عمد", "عمدت", "لجا", "لجات", "عاد", "عادت", "اضطر", "اضطرت",
     "مضي", "مضت", "انتقل", "انتقلت", "خلص", "خلصت", "ذهب", "ذهبت", "يسارع", "تسارع", "يبادر", "تبادر"]
)  # fmt: skip
NOUNS_OF_SPEECH = {
    fold(noun): manner
    for manner, nouns in (
        (Manner.SAID, "القول الإعلان التشديد الإشارة التذكير التنويه التوضيح الإيضاح"),
        (Manner.CONFIRMED, "التأكيد الإقرار الاعتراف"),
        (Manner.DENIED, "النفي التكذيب"),
        (Manner.WARNED, "التحذير التنبيه"),
        (Manner.DEMANDED, "المطالبة الدعوة"),
        (Manner.PROMISED, "التعهد"),
    )
    for noun in (word.removeprefix("ال") for word in nouns.split())
}
_BY_THE_MOUTH = frozenset(["بلسان", "بإسم"])
_SPOKESMEN = frozenset(["ناطق", "متحدث"])
_CONFIDED = frozenset(["اسر", "اسرت", "يسر", "تسر", "اسروا"])
_BLAMES = frozenset(["حمل", "حملت", "حملوا", "يحمل", "تحمل", "نحمل"])
_BLAME = frozenset(["مسوولية", "المسوولية", "مسؤولية", "المسؤولية"])
_OF_TEXTS = frozenset(map(fold, ["مصور", "مصورة", "مؤرخ", "مؤرخة"]))
_MEDIA_TOO = frozenset(["شبكة", "منصة", "بوابة"])
_NAMES_TOO = frozenset(["أمينة", "وأمينة"])
_OF_OFFICE = frozenset(["عامة", "سر", "صندوق", "العامة", "المظالم"])
_NUMBERS_TOO = frozenset(["מספר", "מספרים"])
_BEHIND_SPEECH = frozenset([",", MASK, '"', "”"])
_TO_SOMEBODY = frozenset(["עם", "אל", "של", "בפני"])
_COUNTS = frozenset(
    [
        "שלושה",
        "ארבעה",
        "חמישה",
        "שישה",
        "שבעה",
        "שמונה",
        "תשעה",
        "עשרה",
        "שלושת",
        "ארבעת",
        "חמשת",
        "ששת",
        "שבעת",
        "שמונת",
        "תשעת",
        "עשרת",
    ]
)
_GAVE = frozenset(["נתן", "נתנה", "נתנו"])
_HIS_WORD = frozenset(["מילתו", "מילתה", "מילתם", "דברו", "דברה", "דברם", "הבטחתו"])
_HIS_LAW = frozenset(["דינו", "דינה", "דינם", "דינן", "דיני"])
_NEAR_KIN = 6  # words
_TO_SPEAK = frozenset(
    [
        "לומר",
        "לספר",
        "למסור",
        "להוסיף",
        "להסביר",
        "להבהיר",
        "לציין",
        "להדגיש",
        "להודיע",
        "לגלות",
        "לטעון",
        "להעיר",
        "לדווח",
        "לאשר",
    ]
)
_ABOUT_TO = frozenset(
    [
        form
        for verb in ("ידע", "יודע", "מיהר", "ביקש", "מבקש", "טרח", "הספיק", "בחר", "הסכים", "הצליח", "הוסיף", "הקפיד", "מקפיד", "שב", "חזר", "נאלץ",
                     "העז", "יכול", "נוהג", "נהג", "הרשה", "התנדב", "זכר", "הרחיק")
        for form in (verb, verb + "ה", verb + "ו", verb + "ת", verb + "ים")
    ]
)  # fmt: skip
_UNDONE = frozenset(["לא", "ולא", "שלא", "אינו", "אינה", "אינם", "בלי", "טרם"])
_OFFICES_TOO = frozenset(["השופט", "השופטת", "הגנרל", "הקולונל", "הקפטן", "האדמירל"])
_TO_REPORTERS = frozenset(["לכתב", "לכתבים", "לעיתונאי", "לעיתונאים"])
_SELDOM_ALONE = frozenset(["היום", "אתמול", "מחר", "כאן", "שם"])
_HIS_OWN = frozenset(["שלו", "שלה", "שלהם", "שלהן", "שלי", "שלנו"])
_KIN_TOO = frozenset(["האב", "האחות", "الأب", "الأخ"])
_HIGH = frozenset(["רם", "רמת", "רמי", "רמות"])
_RANK = frozenset(["דרג", "דרגה", "מעלה"])
_STATIONS = frozenset(
    ["משטרה", "רכבת", "דלק", "כוח", "אוטובוסים", "מוניות", "כיבוי", "גבול", "ניסוי", "מחקר", "שאיבה"]
)


@lru_cache(maxsize=8)
def _second_words(compounds: frozenset[str]) -> frozenset[str]:
    return frozenset(words.split(" ", 1)[1] for words in compounds)


def _with_compounds(words: list[Word], tongue: Tongue) -> list[Word]:
    """Words that are an office only together, as in "chair woman": the first of them is one then."""
    seconds = _second_words(tongue.compounds)
    for at in range(len(words) - 1):
        word, after = words[at], words[at + 1]
        if after.lemma not in seconds or not word.is_word or not after.is_word or word.any(_NO_BODY):
            continue
        for prefix in ("", *tongue.prefixes):
            first = word.text[len(prefix) :]
            if word.text.startswith(prefix) and f"{first} {after.lemma}" in tongue.compounds:
                definite = tongue.article in prefix
                words[at] = replace(
                    word, kind=Kind.ROLE, prefix=prefix, lemma=first, cue=None, definite=definite, possessive=False
                )
                break
    return words


def _named_here(known: Known, place: tuple[int, int], text: str, tongue: Tongue, names: Named) -> Known:
    """What is known of a word where the document itself shows that it is somebody's name."""
    if known.prefix and text in names.words and (known.kind is Kind.NAME or not tongue.verb_first):
        return Known(Kind.NAME, "", fold(text))  # "Wali", and not "and Ali"
    if known.kind & _EXPLAINED or known.cue is not None:
        return known
    around = names.around(*place)
    if around is not None:
        cut = max(0, around[0] - place[0])
        if cut < len(text) - 1 and (cut == 0 or text[:cut] in tongue.prefixes):
            return Known(Kind.NAME, text[:cut], fold(text[cut:]))
    if known.kind:
        return known
    if text in names.words:
        return Known(Kind.NAME, "", fold(text))
    for prefix in tongue.prefixes:
        if tongue.article not in prefix and text.startswith(prefix) and text[len(prefix) :] in names.words:
            return Known(Kind.NAME, prefix, fold(text[len(prefix) :]))
    return known


def _with_quoted_names(words: list[Word]) -> list[Word]:
    """The words, those of a name in quotation marks being nothing but a name: no verb, no day, no preposition."""
    opened: int | None = None
    for place, word in enumerate(words):
        if word.is_word:
            continue
        if opened is not None and word.text in _CLOSES[words[opened].text]:
            kept = Kind.NONE if opened and words[opened - 1].any(PEOPLE) else PEOPLE
            for inside in range(opened + 1, place):
                one = words[inside]
                if one.is_word:
                    words[inside] = replace(one, kind=one.kind & kept, prefix="", cue=None, dated=False)
            opened = None
        elif word.text in _CLOSES:
            opened = place
        elif opened is not None and place - opened > _LONGEST_QUOTED:
            opened = None
    return words


def _with_own_names(words: list[Word]) -> list[Word]:
    """Hebrew words, one in quotation marks behind a noun or a letter being no clause with "that": 'Radio "Shahaf"'."""
    for at in range(1, len(words) - 2):
        word, before = words[at + 1], words[at - 1]
        if words[at].text not in _HEBREW_MARKS or words[at + 2].text not in _HEBREW_MARKS or not word.is_word:
            continue
        led = before.any(Kind.MEDIUM | Kind.BODY) or (before.is_word and before.stop == words[at].start)
        if led and word.text[0] == "ש":
            words[at + 1] = replace(word, kind=Kind.NAME, prefix="", cue=None, dated=False, definite=False)
    return words


_HEBREW_MARKS = frozenset('"“”„״')
_CLOSES = {"«": "»", "“": "”", '"': '"'}
_LONGEST_QUOTED = 6


def _is_definite(text: str, known: Known, tongue: Tongue) -> bool:
    if tongue.verb_first and text.startswith("لل") and len(text) > 4 and not known.kind & Kind.NAME:
        return True
    if (
        known.kind & Kind.BODY
        and known.lemma.endswith("ה")
        and text.endswith("ת")
        and known.lemma.startswith(tongue.article)
    ):
        return False  # "the board" without its article, of which another noun depends
    return text.startswith(tongue.article) and len(text) > len(tongue.article) + 1 and not known.kind & Kind.NAME


def look_up(word: str, tongue: Tongue) -> Known:
    """What is known of a word, remembered."""
    known = tongue.cache.get(word)
    if known is None:
        known = _look_up(word, tongue)
        if len(tongue.cache) < _MOST_KNOWN:
            tongue.cache[word] = known
    return known


def _look_up(word: str, tongue: Tongue) -> Known:
    plain = fold(word)
    if word == "فان" and tongue.verb_first:
        return Known(Kind.NAME, lemma=plain)  # "van"; with its hamza it is "so that"
    if (found := _entry(plain, "", tongue)) is not None:
        return found
    written = _VOWELS.sub("", word)  # the tables of names tell "Layla" from "my night"
    if plain not in tongue.not_names and (
        _is_name(plain, tongue) or (written != plain and _is_name(written, tongue))
    ):
        return Known(Kind.NAME, lemma=plain)
    for prefix in tongue.prefixes:
        rest = plain[len(prefix) :]
        if rest.startswith("וו"):
            rest = rest[1:]  # "the committee": its own letter is doubled behind another
        if plain.startswith(prefix) and len(rest) > 1 and (found := _entry(rest, prefix, tongue)) is not None:
            return found
    for prefix in tongue.prefixes:
        rest = plain[len(prefix) :]
        if (
            plain.startswith(prefix)
            and tongue.article not in prefix
            and len(rest) > 2
            and rest not in tongue.not_names
            and (_is_name(rest, tongue) or (written[-1] == "ى" and _is_name(written[len(prefix) :], tongue)))
        ):
            return Known(Kind.NAME, prefix, rest)
    return _unknown(plain, tongue)


def _is_name(word: str, tongue: Tongue) -> bool:
    if len(word) < 2:
        return False
    return bool(listed_kinds(word)) or (word in tongue.given and word not in tongue.words_too)


def _entry(plain: str, prefix: str, tongue: Tongue) -> Known | None:
    """The entry of a word without its prefix, where the tables have one that may stand behind that prefix."""
    joined = prefix.replace(tongue.article, "")
    bare = all(piece in tongue.and_ for piece in joined) and tongue.article not in prefix
    if plain in tongue.cues and (bare or (prefix in tongue.that)):
        return Known(tongue.closed.get(plain, Kind.NONE), prefix, plain, tongue.cues[plain])
    if prefix in _WHEN and (plain in tongue.cues or tongue.closed.get(plain) is Kind.VERB):
        return Known(Kind.CONNECTOR, prefix, plain)  # "when he was asked"
    if plain in tongue.closed and (bare or prefix in tongue.that or plain == _ABU):
        return Known(tongue.closed[plain], prefix, plain)
    for object_ in tongue.objects:
        verb = plain.removesuffix(object_)
        if verb != plain and bare and tongue.closed.get(verb) is Kind.VERB:
            return Known(Kind.VERB, prefix, verb)
    if plain in tongue.nouns:
        kind, lemma, possessive = tongue.nouns[plain]
        if (
            tongue.verb_first
            and plain.endswith("ا")
            and plain[:-1] == lemma
            and joined[-1:]
            and joined[-1] in tongue.to
        ):
            return None  # an accusative behind "by": a name, such as "Paola"
        if tongue.article in prefix and not tongue.verb_first and plain.endswith("י") and plain != lemma:
            return None  # "the district (court)": an adjective; a construct takes no article
        if tongue.article in prefix and possessive and not tongue.verb_first and plain.endswith("ה"):
            return Known(kind, prefix, plain[:-1] + "ת")  # "the minister", a woman, not "her minister"
        if prefix == "ל" and possessive and kind is Kind.THING and not tongue.verb_first and plain.endswith("ם"):
            return None  # "to publish", whose letters are those of "to their prize"
        return Known(kind, prefix, lemma, None, possessive)
    return None


_ABU = "אבו"  # "from | Abu Luay"
_WHEN = frozenset(["כש", "וכש", "לכש"])


def _unknown(plain: str, tongue: Tongue) -> Known:
    for prefix in tongue.prefixes:
        if prefix.endswith(tongue.article) and plain.startswith(prefix) and len(plain) > len(prefix) + 1:
            return Known(Kind.NONE, prefix, plain[len(prefix) :])
    return Known(Kind.NONE, "", plain)


def join_nouns(*tables: tuple[Kind, Sequence[tuple[Sequence[str], str, bool]]]) -> dict[str, tuple[Kind, str, bool]]:
    """One table of nouns from several: forms, lemma, whether possessive; the first entry of a form stands."""
    found: dict[str, tuple[Kind, str, bool]] = {}
    for kind, entries in tables:
        for forms, lemma, possessive in entries:
            for form in forms:
                found.setdefault(fold(form), (kind, fold(lemma), possessive))
    return found

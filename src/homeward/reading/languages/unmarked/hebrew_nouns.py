"""Which words behind a Hebrew noun belong to it, where no table knows the noun: "moadon | ha-tzolelim", "sapar | me-ha-shuk".

In: the words of a sentence, where a phrase begins, a place in it. Out: whether the word there belongs to the phrase.
Leaves to others: where else a phrase ends (`phrases`), the tables.

A noun without article is closed by the next one with it; one that names somebody unknown is followed by an adjective
that agrees, by "in" or "from" a place, by a clause with "who" up to the verb of speech.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from homeward.names import listed_kinds
from homeward.reading.languages.unmarked.words import PEOPLE, Frame, Kind, Word

_SHORTEST = 3  # letters of a noun
_LONGEST_CHAIN = 5  # words from the head to the noun with the article
_LONGEST_CLAUSE = 9  # words of a clause with "who"
_NEAR = 6  # words to a verb of speech
_MARKS = '"“”„״'
_NO_NOUN = Kind.PREPOSITION | Kind.OF | Kind.ADVERB | Kind.CONNECTOR | Kind.THAT | Kind.PRONOUN | Kind.RELATIVE
_CALLED = frozenset(
    ["המכונה", "המכונים", "המכונות", "שמכונה", "שכונה", "שכינויו", "שכינויה", "המתקרא", "הקרוי", "הקרויה"]
)
_KNOWN = frozenset(["הידוע", "הידועה", "הידועים", "המוכר", "המוכרת", "שידוע", "שידועה", "שמוכר", "שמוכרת", "שנודע"])
_BY_NAME = frozenset(["בכינוי", "בכינויו", "בכינויה", "בשם", "בשמו", "בכינויים"])
_NO_PLACE = frozenset(["בין", "בידי", "בשם", "בשביל", "בלי", "בעל", "בגלל", "מאז", "מול", "מפי", "מצד", "מטעם", "מכאן", "משם",
                       "בעצמו", "בעצמה", "מיד", "בכך", "מכך", "בתוקף"])  # fmt: skip
_PLACES = frozenset(["גבול", "מחנה", "כפר", "עיר", "מחסום", "מעבר", "מלון", "מקום", "תחנה"])
_FORMER = frozenset(["לשעבר", "לעתיד"])


def belongs(words: Sequence[Word], at: int, start: int, adjectives: frozenset[str]) -> bool:
    """Whether the word `at` belongs to the noun phrase that began at `start`."""
    word, before, head = words[at], words[at - 1], words[start]
    if not word.is_word or not before.is_word or at - start > _LONGEST_CHAIN or head.any(Kind.PRONOUN):
        return False
    if name_begins(words, at) is not None:
        return False  # "a guard | known as Barzel"
    if head.text[0] == "ו" or (head.any(Kind.NAME) and not _is_noun_too(words, start)):
        return at == start + 1 and _is_taken_for_name(words, start) and _leads_to_place(words, at, start)
    if word.text in _FORMER:
        return at == start + 1 and _may_be_noun(head) and _closes(words, at + 1)
    return (
        _closes_chain(words, at, start)
        or _agrees(words, at, start, adjectives)
        or _is_of_trade(words, at, start)
        or _leads_to_place(words, at, start)
        or _is_definite_adjective(words, at, start)
        or _is_inner_noun(words, at, start)
        or _says_where_body_is(words, at, start)
    )


def is_participle(words: Sequence[Word], at: int) -> bool:
    """Whether a verb in the present is a noun for somebody: "the one who sees | the accounts" before a verb of speech."""
    word = words[at]
    if (
        at + 2 > len(words) - 1
        or not word.any(Kind.VERB)
        or word.prefix
        or word.definite
        or len(word.text) < _SHORTEST
    ):
        return False
    if at > 0 and words[at - 1].is_word and not _led(words, at):
        return False
    after = words[at + 1]
    present = word.text[1] == "ו" or word.text[0] == "מ"
    noun = (
        after.is_word
        and _has_article(after)
        and after.cue is None
        and not after.any(Kind.VERB | Kind.ADVERB | PEOPLE)
    )
    return present and noun and not after.dated and _closes(words, at + 2) and not words[at + 2].dated


def without_verbs_in_chains(words: list[Word]) -> list[Word]:
    """The words, those that look like a verb of speech and are what a noun is of being nothing but nouns."""
    found = [at for at, word in enumerate(words) if word.cue is not None and _is_no_verb(words, at)]
    for at in found:
        words[at] = replace(words[at], kind=Kind.NONE, cue=None, prefix="ה", lemma=words[at].text[1:], definite=True)
    for at in range(len(words) - 2):
        if words[at].prefix == "מ" and words[at].any(Kind.ROLE) and _is_one_word(words, at):
            words[at] = replace(
                words[at], prefix="", lemma=words[at].text
            )  # "the operator of", not "from an activist"
    return words


def _is_one_word(words: Sequence[Word], at: int) -> bool:
    """Whether a letter that may be "from" belongs to a noun, on which another with the article depends before its verb."""
    word, after, behind = words[at], words[at + 1], words[at + 2]
    if word.definite or word.possessive or not after.is_word or not _has_article(after) or after.cue is not None:
        return False
    begins = at == 0 or not words[at - 1].is_word
    said = words[at - 1].cue if at else None
    if said is not None and said.frame is not Frame.PASSIVE:
        return behind.any(Kind.THAT) or not behind.is_word
    return begins and behind.cue is not None and behind.cue.frame is not Frame.PASSIVE


def _is_no_verb(words: Sequence[Word], at: int) -> bool:
    """Whether a word that looks like a verb of speech is a noun with the article: "the ministry of | absorption | said"."""
    word, before = words[at], words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    if before is None or word.cue is None or word.prefix or not word.text.startswith("ה") or not before.is_word:
        return False
    if before.text == "של":
        return True
    noun = _may_be_noun(before) and not (before.any(Kind.NAME) or before.prefix[:1] in ("ש", "כ", "ו"))
    noun = noun or (_construct(before) and before.text[0] in "במ" and at > 1)
    if not noun or before.text.endswith("ים"):
        return False
    verb_behind = after is not None and after.cue is not None and not after.prefix and not after.any(PEOPLE)
    led = at > 1 and words[at - 2].text in ACCORDING and (after is None or not after.is_word)
    called = at > 1 and words[at - 2].cue is not None and after is not None and after.text == "כי"
    return verb_behind or led or called


def name_begins(words: Sequence[Word], at: int) -> int | None:
    """Where the name or its quotation mark stands by which somebody goes, if he is said to here: "known as | Abu Omar"."""
    if words[at].text in _CALLED:
        return at + 1 if at + 1 < len(words) else None
    if words[at].text in _KNOWN and at + 2 < len(words) and words[at + 1].text in _BY_NAME:
        return at + 2
    return None


def called_end(words: Sequence[Word], at: int) -> int:
    """Behind the name by which somebody goes, if he is said to here: "a man | known as Abu Omar"; `at` if he is not."""
    begin = name_begins(words, at)
    if begin is None:
        return at
    if words[begin].text in _MARKS:
        close = (p for p in range(begin + 2, min(len(words), begin + 6)) if words[p].text in _MARKS)
        return next(close, at - 1) + 1
    end = begin
    while end < len(words) and end - begin < 3 and words[end].is_word and words[end].cue is None:
        if words[end].any(_NO_NOUN | Kind.VERB) or words[end].dated or not _names(words[end], end == begin):
            break
        end += 1
    return end if end > begin else at


def _names(word: Word, first: bool) -> bool:
    return word.any(Kind.NAME) or not word.kind or first


def clause_end(words: Sequence[Word], at: int, start: int) -> int:
    """Behind a clause with "who" and no comma before the verb of speech: "a soldier | who fled from the camp | said"."""
    head, word = words[start], words[at] if at < len(words) else None
    if word is not None and word.text in _CALLED and at + 1 < len(words) and words[at + 1].text in _MARKS:
        close = next(
            (p for p in range(at + 3, min(len(words), at + _LONGEST_CLAUSE)) if words[p].text in _MARKS), None
        )
        return close + 1 if close is not None else at
    if word is None or not word.is_word or head.definite or head.possessive or head.any(Kind.PRONOUN | Kind.NAME):
        return at
    if not (_may_be_noun(head) or head.any(PEOPLE)) or word.text[0] != "ש" or word.any(Kind.THAT):
        return at
    led = start > 0 and words[start - 1].is_word and words[start - 1].cue is not None
    if not word.kind and word.cue is None and at + 1 < len(words):
        behind = words[at + 1]
        return (
            at + 1 if behind.cue is not None and not behind.prefix and not led else at
        )  # "a sergeant | who fled | said"
    if word.prefix != "ש" or not (word.any(Kind.VERB) or word.cue is not None):
        return at
    if led:
        return _closed_behind(words, at)
    for place in range(at + 1, min(len(words), at + _LONGEST_CLAUSE)):
        one = words[place]
        if not one.is_word and one.text not in _MARKS:
            return at
        if one.any(Kind.THAT | Kind.CONNECTOR):
            return at
        if one.cue is not None and not one.prefix and not one.any(PEOPLE):
            return place
    return at


def _closed_behind(words: Sequence[Word], at: int) -> int:
    """The "that" or end behind a clause, where the verb of speech stands before: "(said) a soldier | who fled | that"."""
    for place in range(at + 1, min(len(words), at + _LONGEST_CLAUSE)):
        one = words[place]
        if one.any(Kind.THAT):
            return place
        if one.cue is not None or (not one.is_word and one.text not in _MARKS):
            return at
    return at


def _may_be_noun(word: Word) -> bool:
    """Whether a word may be a noun without article or owner, on which another depends."""
    if not word.is_word or word.definite or word.possessive or word.dated or len(word.text) < _SHORTEST:
        return False
    if word.any(_NO_NOUN | Kind.NAME | Kind.VERB) or (word.cue is not None and not word.any(PEOPLE)):
        return False
    return not (word.text.endswith("ים") and not word.any(Kind.BODY))


def _construct(word: Word) -> bool:
    """Whether a noun behind the first of a chain, which may have "in" or "from" on its front, is one on which another depends."""
    if not word.is_word or word.definite or word.possessive or word.dated or len(word.text) < _SHORTEST:
        return False
    return not word.any(_NO_NOUN | Kind.VERB) and word.cue is None and not word.text.endswith("ים")


def _closes(words: Sequence[Word], at: int) -> bool:
    """Whether what a phrase ends with stands here: a verb of speech, "that", a mark, the end."""
    if at >= len(words):
        return True
    word = words[at]
    if not word.is_word:
        return word.text not in _MARKS or word.text == "״"
    return (word.cue is not None and not word.any(PEOPLE)) or word.any(Kind.THAT | Kind.ADVERB) or word.dated


def _has_article(word: Word) -> bool:
    return word.text[0] == "ה" and len(word.text) > _SHORTEST and not word.any(Kind.NAME | Kind.PRONOUN)


def _closes_chain(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether a noun with the article is what the nouns without it before are of: "the club of | the divers"."""
    word, before = words[at], words[at - 1]
    if not _has_article(word):
        return False
    if at == start + 1:
        if not (_may_be_noun(before) or before.any(Kind.NAME)) or before.prefix[:1] == "כ":
            return False
    elif not (_construct(before) and (before.prefix or not before.any(Kind.NAME))):
        return False
    if word.cue is None and not word.any(Kind.VERB | Kind.ADVERB) and not word.dated:
        known = word.any(PEOPLE | Kind.THING) and word.prefix == "ה"
        plain = not word.kind and (
            _closes(words, at + 1) or words[at + 1].text == "של" or words[at + 1].text[0] in "במה"
        )
        if known and before.any(Kind.ROLE | Kind.BODY | Kind.KIN | Kind.SOURCE) and at == start + 1:
            hearer = word.any(PEOPLE) and start > 0 and words[start - 1].cue is not None
            return not hearer and _closes(words, at + 1) and _speaks_near(words, at, start)
        return (known or plain) and _speaks_near(words, at, start)
    if word.dated or word.any(Kind.ADVERB) or word.cue is not None or word.any(Kind.VERB):
        verb_behind = at + 1 < len(words) and words[at + 1].cue is not None and not words[at + 1].prefix
        led = _led(words, start) and _closes(words, at + 1)
        if word.dated or word.any(Kind.ADVERB):
            return word.text == "הלילה" and before.any(Kind.ROLE) and (verb_behind or led)
        return verb_behind or led
    return False


def _led(words: Sequence[Word], start: int) -> bool:
    """Whether a verb of speech or "according to" stands at once before a phrase."""
    if start == 0:
        return False
    before = words[start - 1]
    return before.is_word and ((before.cue is not None and not before.any(PEOPLE)) or before.text in ACCORDING)


ACCORDING = frozenset(["לדברי", "ולדברי", "לפי", "ולפי", "לטענת", "ולטענת", "לגרסת", "מפי", "מטעם"])


def _speaks_near(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether a verb of speech or "according to" shows that somebody speaks here."""
    if _led(words, start):
        return True
    for word in words[at + 1 : at + 1 + _NEAR]:
        if not word.is_word and word.text not in _MARKS:
            return False
        if word.cue is not None:
            return True
        if word.any(Kind.THAT | Kind.CONNECTOR):
            return False
    return False


def _agrees(words: Sequence[Word], at: int, start: int, adjectives: frozenset[str]) -> bool:
    """Whether an adjective or a second office says what kind of somebody it is: "a prisoner | released", "a youth | local"."""
    word, before = words[at], words[at - 1]
    if at != start + 1 or word.definite or word.prefix or word.dated or word.possessive or before.definite:
        return False
    woman = before.any(Kind.ROLE) and before.possessive and before.text.endswith("ה") and word.text.endswith("ת")
    if not (_may_be_noun(before) or woman) or word.cue is not None or _gender(word.text) != _gender(before.text):
        return False
    if not (word.any(PEOPLE) or word.text in adjectives):
        return False
    loose = not before.kind or woman or (before.any(Kind.ROLE | Kind.KIN) and word.text.endswith(("ת", "י", "ים")))
    ends = _closes(words, at + 1) or words[at + 1].text[0] in "במ" or words[at + 1].text == "של"
    of = not ends and word.any(PEOPLE) and _has_article(words[at + 1])
    return loose and (ends or of) and _speaks_near(words, at, start)


def _is_noun_too(words: Sequence[Word], at: int) -> bool:
    """Whether a family name is a noun here, on which one with the article depends: "the elder of | the tribe"."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    if word.prefix or listed_kinds(word.text) & frozenset("mf") or after is None or after.prefix != "ה":
        return False
    return after.any(PEOPLE | Kind.THING) and after.cue is None and not after.dated


def _is_taken_for_name(words: Sequence[Word], at: int) -> bool:
    """Whether a noun that no table knows was taken for a name: one word, in no list, with "in" or "from" behind it."""
    word = words[at]
    return not word.prefix and not listed_kinds(word.text) and word.any(Kind.NAME) and not word.any(PEOPLE)


def _is_of_trade(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether a noun without article says what somebody without it does or has: "a driver of | a taxi", "some | dockers"."""
    word, head = words[at], words[start]
    if at != start + 1 or word.definite or word.prefix or word.cue is not None or word.dated or head.definite:
        return False
    if head.text in _COUNTED and word.any(Kind.VERB) and word.text.endswith(("ים", "ות")):
        return True  # "two | returned (prisoners)"
    if head.text in _SOME:
        return word.text.endswith(("ים", "ות")) and word.any(PEOPLE)
    owner = head.any(Kind.KIN) and head.text in _OWNERS
    return owner and word.any(Kind.THING) and not word.possessive and _speaks_near(words, at, start)


_COUNTED = frozenset(["שני", "שתי", "שלושה", "שלוש", "ארבעה", "ארבע", "חמישה", "חמש"])
_SOME = frozenset(["כמה", "מספר"])
_OWNERS = frozenset(["בעל", "בעלת", "בעלי"])


def _is_inner_noun(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether a noun stands between an unknown one and that with the article: "the gardener of | the house of | the book"."""
    word, head = words[at], words[start]
    if at != start + 1 or head.kind or not _may_be_noun(head) or word.prefix or not word.any(Kind.BODY):
        return False
    closed = at + 1 < len(words) and _has_article(words[at + 1]) and _construct(word)
    return closed and words[at + 1].cue is None and _speaks_near(words, at, start)


def _says_where_body_is(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether "in" a place stands between a body and its verb: "the centre for coordination | in Kyiv | said"."""
    word, before, head = words[at], words[at - 1], words[start]
    if at - start < 2 or not head.any(Kind.BODY) or head.definite or not before.definite or word.text[0] != "ב":
        return False
    if (
        len(word.text) <= _SHORTEST
        or word.dated
        or word.kind & ~Kind.NAME
        or (word.any(Kind.NAME) and not word.prefix)
    ):
        return False
    behind = words[at + 1] if at + 1 < len(words) else None
    said = behind is not None and behind.cue is not None and not behind.prefix
    return said and not _led(words, start)


def _gender(text: str) -> str:
    if text.endswith(("ים", "ות")):
        return "p"
    return "f" if text.endswith(("ה", "ת")) else "m"


def _leads_to_place(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether "in" or "from" a place says more of somebody without article: "a barber | from the market"."""
    word, before, head = words[at], words[at - 1], words[start]
    if (
        word.text in _NO_PLACE
        or word.text[0] not in "במ"
        or (len(word.text) <= _SHORTEST and word.text != "מן")
        or word.dated
    ):
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    if word.text == "מן":
        return after is not None and _has_article(after) and not head.kind and _speaks_near(words, at, start)
    if word.any(_NO_NOUN | Kind.VERB) or word.any(Kind.MEDIUM) or word.possessive:
        return False
    if word.cue is not None or (word.any(PEOPLE) and not word.prefix):
        return False
    if any(w.definite or w.possessive or not w.is_word for w in words[start:at]):
        return False
    if any(w.any(Kind.NAME) for w in words[start + 1 : at]):
        return False
    if not (_may_be_noun(head) or (at == start + 1 and _is_taken_for_name(words, start))):
        return False
    if head.any(Kind.BODY | Kind.MEDIUM | Kind.SOURCE):
        return False
    if word.any(Kind.THING) and word.lemma not in _PLACES and not (after is not None and after.cue is not None):
        return False
    if _led(words, start) and word.text[0] == "ב" and not _closes(words, at + 1) and not words[at + 1].definite:
        return False
    ends = _closes(words, at + 1) or (after is not None and (after.definite or after.text[0] == "ה"))
    house = word.any(Kind.BODY) and after is not None and not after.kind and after.cue is None
    quoted = after is not None and after.text in _MARKS and word.text[0] == "ב"
    ends = ends or (house and _closes(words, at + 2)) or quoted
    return ends and (before.any(PEOPLE | Kind.NAME) or not before.kind) and _speaks_near(words, at, start)


def _is_definite_adjective(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether an adjective with the article follows a noun with it: "from the hospital | the southern"."""
    word, before = words[at], words[at - 1]
    if at - start < 1 or not _has_article(word) or not before.definite or word.cue is not None or word.any(Kind.VERB):
        return False
    if word.dated or word.any(Kind.ADVERB | PEOPLE | Kind.THING):
        return False
    return _closes(words, at + 1) and _speaks_near(words, at, start)

"""Russian noun phrases that can name somebody: "представитель Фронта Тамер Расил", "источник, близкий к штабу".

In: a text whose speech in quotation marks is masked. Out: its words with their readings, and its `Phrase`s in order.
Leaves to others: who a short phrase means (`cast`), and which phrase speaks (`voices`).

The case decides: a head noun takes adjectives that agree before it, genitives and names behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from homeward.names import listed_kinds
from homeward.reading.languages.language import MASK, ActorKind
from homeward.reading.languages.ru import words as w
from homeward.reading.languages.ru.morphology import (
    ALL_CASES,
    Form,
    forms_of,
    in_case,
    is_known,
    nominative,
    nominative_name,
    proper_forms,
    stem_of,
)

_TOKEN = re.compile(rf"{MASK}+|[^\W\d_]+(?:[-‑'’][^\W\d_]+)*|\d+(?:[.,:/–-]\d+)*|[^\s]")
_LONGEST = 24  # tokens of a phrase
_LONGEST_NAME = 9  # tokens between the quotation marks of a name
_NOMINAL = frozenset(["NOUN", "NPRO"])
_MODIFYING = frozenset(["ADJF", "PRTF", "NUMR"])
_STRAIGHT = frozenset(["nomn", "accs"])


@dataclass(slots=True)
class Word:
    """A word, number or mark of the text. `kind`: w, n, p, or m for masked speech. `first`: it begins a sentence."""

    start: int
    stop: int
    text: str
    kind: str
    first: bool
    forms: tuple[Form, ...] = ()
    low: str = ""
    cap: bool = False
    proper: bool = False  # a name that the dictionary does not hold
    surname: bool = False  # the last word of somebody's full name elsewhere in the text

    def verb(self) -> Form | None:
        """Its reading as a finite verb."""
        return next((f for f in self.forms if f.pos == "VERB" and f.score >= 0.1), None) if not self.proper else None

    def has(self, *parts: str) -> bool:
        """Whether it may be one of these parts of speech."""
        return any(f.pos in parts for f in self.forms)

    def cases(self, *parts: str) -> frozenset[str]:
        """The cases in which it may stand as one of these parts of speech."""
        return frozenset(f.case for f in self.forms if f.pos in parts and f.case)

    def lemmas(self, *parts: str) -> frozenset[str]:
        """Its lemmas as these parts of speech."""
        return frozenset(f.lemma for f in self.forms if f.pos in parts)


@dataclass(slots=True)
class Phrase:
    """A noun phrase; places are in the text, `first` and `after` are numbers of its words.

    Attributes:
        head: the lemma of its noun; for a bare name its first word. cases: those in which it may stand.
        person: words of a person's name in it: first and after. quoted: a name in quotation marks, likewise.
        tail: words that describe it behind the head, likewise.
    """

    first: int
    after: int
    start: int
    stop: int
    head: str
    head_at: int
    kind: ActorKind
    cases: frozenset[str]
    number: str = ""
    gender: str = ""
    animate: bool = False
    person: tuple[int, int] | None = None
    quoted: tuple[int, int] | None = None
    tail: tuple[int, int] = (0, 0)
    prep: str = ""
    apposed: Phrase | None = None
    name: str = ""
    person_cases: frozenset[str] | None = None  # where the name stands in another case than the phrase
    tail_stems: frozenset[str] = field(default_factory=frozenset)

    def shift(self, by: int) -> None:
        """Count its words from the beginning of a longer list."""
        self.first, self.after, self.head_at = self.first + by, self.after + by, self.head_at + by
        self.tail = (self.tail[0] + by, self.tail[1] + by)
        self.person = (self.person[0] + by, self.person[1] + by) if self.person else None
        self.quoted = (self.quoted[0] + by, self.quoted[1] + by) if self.quoted else None


def words_of(masked: str) -> list[Word]:
    """The words and marks of a text with their readings."""
    found: list[Word] = []
    first = True
    line = 0
    for match in _TOKEN.finditer(masked):
        text = match.group()
        if masked.find("\n", line, match.start()) >= 0:
            first = True
        line = match.end()
        one = text[0]
        if one == MASK:
            found.append(Word(match.start(), match.end(), "", "m", first))
        elif one.isalpha():
            found.append(_word(match.start(), match.end(), text, first))
        elif one.isdecimal():
            found.append(Word(match.start(), match.end(), text, "n", first))
        else:
            found.append(Word(match.start(), match.end(), text, "p", first))
        if one not in "—–-«„“\"'(":
            first = one in ".!?…"
            if one == "." and len(found) > 1 and found[-2].kind == "w" and len(found[-2].text) == 1:
                first = False  # an initial
    _mark_names(found)
    _mark_adjectives(found)
    _mark_surnames(found)
    return found


def _mark_surnames(found: list[Word]) -> None:
    stems: set[str] = set()
    for before, word in pairwise(found):
        names = word.cap and before.cap and before.kind == word.kind == "w" and not word.first
        if names and not _is_common(word) and _is_given(before, frozenset()):
            stems.add(stem_of(word.text))
    for at, word in enumerate(found):
        word.surname = word.cap and word.kind == "w" and not _is_common(word) and stem_of(word.text) in stems
        hidden = word.cap and word.kind == "w" and word.first and not word.proper and stem_of(word.text) in stems
        after = found[at + 1] if at + 1 < len(found) else None
        adjective = (
            word.cap and word.kind == "w" and not word.first and not word.proper and stem_of(word.text) in stems
        )
        if (
            adjective
            and word.forms[0].pos in ("ADJF", "PRTF", "ADJS")
            and (after is None or not after.has("NOUN", "ADJF"))
        ):
            word.surname, word.proper, word.forms = True, True, proper_forms(word.low)  # "отчёту Безродного"
        if hidden and not any(f.name for f in word.forms) and not word.has("NPRO", "PREP", "CONJ"):
            word.surname, word.proper, word.forms = True, True, proper_forms(word.low)


def _mark_adjectives(found: list[Word]) -> None:
    """As in "Хадрунская сторона": an unknown word with an adjective's ending before a noun that agrees."""
    for word, after in pairwise(found):
        if word.proper and word.low.endswith(_ADJECTIVE) and after.kind == "w" and not after.cap:
            forms = tuple(f for f in forms_of(word.low) if f.pos == "ADJF")
            if {f.case for f in forms} & after.cases("NOUN"):
                word.proper, word.forms = False, forms


_ADJECTIVE = ("ский", "ская", "ское", "ские", "ского", "ской", "скому", "скую", "ском", "ским", "ских", "скими")


def _word(start: int, stop: int, text: str, first: bool) -> Word:
    low = text.lower()
    article = _ARTICLE.match(text) is not None  # "аль-Маграхи" is a name as "Аль-Маграхи" is
    word = Word(start, stop, text, "w", first, (), low, text[0].isupper() or article)
    word.forms = forms_of(low)
    if word.cap and (
        not is_known(low) or (not first and not word.has("NOUN", "ADJF", "NPRO", "NUMR", "PREP", "CONJ"))
    ):
        word.proper = not (text.isupper() and len(text) < 7 and is_known(low))
    if word.cap and not first and not word.proper and not text.isupper() and _is_no_common_noun(word):
        word.proper = True
    if word.cap and not first and not word.proper and low.endswith("ин") and word.forms[0].pos == "ADJF":
        word.proper = bool(listed_kinds(text) & frozenset("mfg"))  # "Надин" rather than Nadya's
    if word.proper:
        word.forms = proper_forms(low)
    return word


_ARTICLE = re.compile(r"(?:аль|эль|ад|ас|аш|ат|ар|аз|ан|эс|эд|эш|бен|бин|ибн|абу|оглы|уль|де|д|о)[-‑'’](?=[А-ЯЁ])")


def _is_no_common_noun(word: Word) -> bool:
    """Whether a noun of the dictionary with a capital inside a sentence is rather somebody's or some place's name."""
    nouns = [f for f in word.forms if f.pos == "NOUN"]
    if not nouns or word.has("ADJF", "NPRO", "PREP", "CONJ", "NUMR") or any(f.name for f in nouns):
        return False
    if any(f.animate and _last_piece(f.lemma) in w.OFFICES for f in nouns):
        return False
    known = _BODIES_OR_MEDIA_OR_ROLES_OR_DOCUMENTS_OR_SOURCES_OR_MEETING_NOUNS_OR_LISTS
    return not any(f.lemma in known or _last_piece(f.lemma) in known for f in nouns)


def _mark_names(found: list[Word]) -> None:
    """A word that begins a sentence is a name too if it is one elsewhere: "Бренна" may be a form of an adjective."""
    names = {stem_of(x.text) for x in found if x.proper}
    for word in found:
        again = word.first and word.cap and not word.proper and stem_of(word.text) in names
        if again and not word.has("NPRO", "PREP", "CONJ", "ADVB"):
            word.proper, word.forms = True, proper_forms(word.low)


def phrases_of(words: Sequence[Word]) -> list[Phrase]:
    """All outermost phrases in order."""
    found: list[Phrase] = []
    at = 0
    while at < len(words):
        phrase = phrase_at(words, at) if words[at].kind in "wn" or words[at].text == "«" else None
        if phrase is None:
            at += 1
            continue
        back = at - 1
        while back >= 0 and back > at - 3 and words[back].low in _BETWEEN:
            back -= 1
        if back >= 0 and words[back].kind == "w" and words[back].has("PREP"):
            phrase.prep = words[back].low
        before = words[phrase.first - 1] if phrase.first else None
        of_noun = before is not None and before.kind == "w" and before.forms[0].pos == "NOUN" and not before.cap
        of_noun = of_noun and not (before is not None and before.lemmas("NOUN") & w.TIMES)
        if of_noun and not phrase.prep and {"nomn", "gent"} <= phrase.cases and len(phrase.cases) < 6:
            phrase.cases = frozenset(["gent"])  # "визит Надима Фарра"
        found.append(phrase)
        at = phrase.after
    return found


# What may stand between a preposition and its phrase: "с самим командиром", "с его учениками".
_BETWEEN = frozenset(
    [
        "самом",
        "самой",
        "самого",
        "самим",
        "самими",
        "же",
        "того",
        "той",
        "тех",
        "тому",
        "тем",
        "этого",
        "этой",
        "этому",
        "этим",
        "этими",
        "этих",
        "его",
        "её",
        "ее",
        "их",
    ]
)


def phrase_at(words: Sequence[Word], at: int, *, bare: bool = False) -> Phrase | None:
    """The phrase that begins with word `at`, its tails and one apposition included unless `bare`."""
    base = _one_of(words, at) or _base(words, at)
    if base is None or bare:
        return base
    _describe(words, base)
    _apposition(words, base)
    return base


def _one_of(words: Sequence[Word], at: int) -> Phrase | None:
    """As in "один из вернувшихся в январе солдат": one of several, called by them."""
    if at + 2 >= len(words) or words[at + 1].low != "из" or words[at].low not in _ONES:
        return None
    if at > 1 and words[at - 1].text == "," and words[at - 2].cap and not words[at - 2].first:
        return None  # "Yusuf Dar, one of the fishermen": said of him who was named
    if at == 2 and words[1].text == "," and words[0].cap:
        return None
    place = at + 2
    kept = [at, at + 1]
    while place < min(len(words), at + 9):
        word = words[place]
        if word.kind == "n" or (word.kind == "w" and (word.has("PREP") or word.lemmas("NOUN") & w.TIMES)):
            place += 1  # "who came back | in January": no part of what he is called
            continue
        if word.kind != "w":
            break
        kept.append(place)
        nouns = [f for f in word.forms if f.pos == "NOUN" and f.case == "gent" and f.number == "plur"]
        if nouns and (nouns[0].animate or nouns[0].lemma in w.ROLES):
            case, gender = _ONES[words[at].low]
            name = " ".join(words[n].text if n > at else words[n].low for n in kept)
            phrase = Phrase(
                at, place + 1, words[at].start, word.stop, nouns[0].lemma, place, ActorKind.ROLE, case, "sing", gender, True
            )  # fmt: skip
            phrase.name = name.replace(words[at].low, "один" if gender == "masc" else "одна", 1)
            return phrase
        if not word.has("ADJF", "PRTF"):
            break
        place += 1
    return None


_ONES = {
    "один": (frozenset(["nomn"]), "masc"),
    "одна": (frozenset(["nomn"]), "femn"),
    "одного": (frozenset(["gent", "accs"]), "masc"),
    "одному": (frozenset(["datv"]), "masc"),
    "одним": (frozenset(["ablt"]), "masc"),
    "одной": (frozenset(["gent", "datv", "ablt", "loct"]), "femn"),
}


# --- the head -----------------------------------------------------------------------------------------------------


def _base(words: Sequence[Word], at: int) -> Phrase | None:
    place = at
    while place < len(words) and place - at < 6 and _modifies(words, place):
        place += 1
    if place >= len(words):
        place -= 1
    head = _head_form(words, place, at)
    while head is None and place > at:
        place -= 1  # "the missing", "the authorised one": an adjective stands for the noun
        head = _substantive(words, place)
        if head is None and _name_begins(words, place):
            break
    if head is None and not (place < len(words) and _name_begins(words, place)):
        if words[at].text == "«" and at + 1 < len(words) and words[at + 1].cap:
            return _quoted_alone(words, at)
        return None
    if head is None or _name_begins(words, place):
        return _named(words, at, place)
    if head.pos == "NPRO" and at < place:
        return None  # the pronoun follows by itself
    mods = words[at:place]
    cases = words[place].cases("NOUN", "NPRO", "ADJF", "PRTF") or ALL_CASES
    if words[place].text.isupper() and len(words[place].text) > 1:
        cases = ALL_CASES  # "между МИД Велии и Фронтом"
    if any(_stands_apart(mod, cases) for mod in mods):
        return None  # "числа задержанных министр не назвал": two phrases
    for mod in mods:
        own = mod.cases(*_MODIFYING)
        if own and mod.kind == "w":
            numeral = mod.forms[0].pos == "NUMR" and not cases & own and "gent" in cases
            cases = own & _STRAIGHT if numeral and own & _STRAIGHT else (cases & own) or cases  # "two sources"
    governed = any(mod.kind == "w" and mod.forms[0].pos == "NUMR" for mod in mods) and cases <= _STRAIGHT
    fit = [f for f in words[place].forms if f.pos in ("NOUN", "NPRO", "ADJF", "PRTF") and f.case in cases] or [head]
    lemma = head.lemma
    head = max(fit, key=lambda f: (f.lemma == lemma, f.score))
    number = head.number if len({f.number for f in fit if f.lemma == head.lemma}) == 1 else ""
    number = "plur" if governed else number
    kind = _kind_of(head, words[place])
    if head.lemma in w.STRANGERS and kind in (ActorKind.OTHER, ActorKind.ROLE) and number != "plur":
        kind = _stranger(words, place, kind)
    phrase = Phrase(
        at, place + 1, words[at].start, words[place].stop, head.lemma, place, kind, cases, number, head.gender,
        head.animate or head.lemma in w.ROLES,
    )  # fmt: skip
    if kind is ActorKind.PRONOUN:
        phrase.name = words[place].text
        return phrase
    _tails(words, phrase)
    return phrase


def _stranger(words: Sequence[Word], place: int, kind: ActorKind) -> ActorKind:
    """What "человек" is: "человек из охраны" a source, "человек, назвавшийся голосом отряда" somebody with a role."""
    if place + 2 < len(words) and words[place + 1].low == "из":
        return ActorKind.SOURCE
    return ActorKind.ROLE if _calls_himself(words, place) else kind


def _calls_himself(words: Sequence[Word], place: int) -> int:
    """The word behind "назвавшийся", "представившийся" and the like in a clause that follows word `place`; else 0."""
    if place + 3 >= len(words) or words[place + 1].text != ",":
        return 0
    for at in range(place + 2, min(place + 5, len(words) - 1)):
        if words[at].kind != "w":
            return 0
        if words[at].lemmas("PRTF") & _CALLING:
            return at + 2 if words[at + 1].low == "себя" else at + 1
    return 0


_CALLING = frozenset(
    ["назваться", "называться", "представиться", "представляться", "назвать", "называть", "именующий"]
)


def _stands_apart(mod: Word, cases: frozenset[str]) -> bool:
    """Whether an adjective or participle before a noun can agree with it in no case."""
    own = frozenset(f.case for f in mod.forms if f.pos in ("ADJF", "PRTF") and f.case)
    return mod.kind == "w" and bool(own) and not own & cases and all(f.pos in ("ADJF", "PRTF") for f in mod.forms)


def _modifies(words: Sequence[Word], place: int) -> bool:
    word = words[place]
    if word.kind == "n":
        return True
    if word.kind != "w" or word.proper or word.low in w.RELATIVES or word.low in _NEVER:
        return False
    if word.low in ("более", "менее", "самый", "самого", "самом", "самой"):
        return True
    best = word.forms[0] if word.forms else None
    if best is None or best.pos not in ("ADJF", "PRTF", "NUMR"):
        return False
    return best.lemma not in _NEVER or best.lemma in ("этот", "тот", "такой")


_NEVER = frozenset(
    ["который", "чей", "весь", "один", "себя", "сам", "все", "это", "то", "оба", "как", "и", "а", "но"]
)


def _head_form(words: Sequence[Word], place: int, at: int) -> Form | None:
    word = words[place]
    if word.kind != "w" or word.low in w.RELATIVES or word.low in _NOT_HEADS:
        return None
    if word.has("PREP", "CONJ", "PRCL", "INTJ") and not word.cap and word.forms[0].pos not in ("NOUN", "NPRO"):
        return None
    best = [f for f in word.forms if f.pos in _NOMINAL and f.score >= 0.05]
    if not best:
        return None
    if word.forms[0].pos in ("VERB", "ADVB", "PREP", "CONJ", "INFN", "GRND", "PRED", "COMP") and not word.cap:
        return None
    if best[0].pos == "NPRO" and best[0].lemma not in _PRONOUNS_OR_WE_OR_MORE:
        return None
    known = next((f for f in best if f.lemma in _BODIES_OR_MEDIA_OR_SOURCES_OR_ROLES), None)
    return known or best[0]


_NOT_HEADS = frozenset(["раз", "том", "чем", "тем", "что", "это", "то", "все", "всё", "его", "ее", "её", "их"])


def _substantive(words: Sequence[Word], place: int) -> Form | None:
    word = words[place]
    forms = [f for f in word.forms if f.pos in ("ADJF", "PRTF")]
    if not forms or word.kind != "w" or word.proper:
        return None
    known = next((f for f in forms if f.lemma in w.ROLES), None)
    if known is not None:
        return known
    if forms[0].number == "plur" and (forms[0].pos == "PRTF" or forms[0].lemma in w.HELD):
        return forms[0]
    after = words[place + 1] if place + 1 < len(words) else None
    if after is not None and (after.low in ("же", "самый", "самая") or after.has("NOUN", "ADJF", "PREP")):
        return None
    return next((f for f in forms if f.pos == "ADJF" and f.lemma in _STANDING and f.case == "nomn"), None)


_STANDING = frozenset(["тот", "последний"])


def _kind_of(head: Form, word: Word) -> ActorKind:
    if head.lemma == "некто":
        return ActorKind.ROLE
    if head.pos == "NPRO" or head.lemma in w.PRONOUNS or head.lemma in w.WE:
        return ActorKind.PRONOUN
    if head.lemma in w.SOURCES:
        return ActorKind.SOURCE
    if head.lemma in w.MEDIA:
        return ActorKind.MEDIUM
    if head.lemma in w.BODIES or _last_piece(head.lemma) in w.BODIES or head.name == "Orgn":
        return ActorKind.BODY
    if head.lemma in w.ROLES or (head.animate and head.lemma not in w.NOT_PEOPLE):
        return ActorKind.ROLE
    if _last_piece(head.lemma) in w.ROLES:
        return ActorKind.ROLE
    return ActorKind.OTHER


def _last_piece(lemma: str) -> str:
    return lemma.rsplit("-", 1)[-1]


# --- names --------------------------------------------------------------------------------------------------------


def _is_person_name(word: Word) -> bool:
    """A given name, father's name or surname of the dictionary, with a capital."""
    if not word.cap or word.kind != "w":
        return False
    if not any(f.name in ("Name", "Patr", "Surn") and f.score >= 0.05 for f in word.forms):
        return False
    return word.forms[0].name in ("Name", "Patr", "Surn") or not word.first


def _name_begins(words: Sequence[Word], place: int) -> bool:
    word = words[place]
    if word.kind != "w" or not word.cap:
        return False
    if word.proper or _is_initial(words, place) or _is_person_name(word) or any(f.name == "Geox" for f in word.forms):
        return True
    # "Дана" and "Вера" are words too: at the head of a sentence they are names before a name
    after = words[place + 1] if place + 1 < len(words) else None
    if after is None or not after.cap or after.kind != "w" or word.has("PREP", "CONJ"):
        return False
    if any(f.name == "Name" for f in word.forms):
        return True
    nouns = [f for f in word.forms if f.pos == "NOUN"]
    own = any(f.lemma in _BODIES_OR_MEDIA_OR_ROLES or f.animate for f in nouns)
    return (
        bool(nouns)
        and not own
        and not word.first
        and (after.proper or after.surname)
        and _is_given(word, frozenset())
    )


def _is_initial(words: Sequence[Word], place: int) -> bool:
    return (
        len(words[place].text) == 1
        and words[place].cap
        and place + 2 < len(words)
        and words[place + 1].text == "."
        and words[place + 1].start == words[place].stop
        and (words[place + 2].cap)
    )


def name_run(words: Sequence[Word], place: int) -> int:
    """Where the run of words with a capital that begins at `place` ends: initials and particles belong to it."""
    at = place
    last = place
    while at < len(words) and at - place < 10:
        word = words[at]
        if word.kind != "w":
            break
        if _is_initial(words, at):
            at += 2
            last = at
            continue
        if word.cap and at > place and word.first:
            break
        if word.cap and at > place + 1 and _is_common(word) and word.lemmas("NOUN") & w.BODIES:
            break  # "(through) the lawyer Oren Halb | the Front (said)"
        short = at > place and word.has("PREP", "CONJ", "PRCL") and not word.proper and word.low not in _SHORT_NAMES
        if word.cap and not short:
            at += 1
            last = at
        elif word.low in w.PARTICLES and at + 1 < len(words) and words[at + 1].cap and at > place:
            at += 1
        else:
            break
    return last


_SHORT_NAMES = frozenset(["ли", "ан", "но", "во", "на", "со", "хан", "юн", "пак", "ким", "ни", "бо", "то", "до"])


def _named(words: Sequence[Word], at: int, place: int) -> Phrase | None:
    """A phrase whose head is a name: one person's, if it has two words or more; else a surname, place or body."""
    stop = name_run(words, place)
    if stop == place:
        return None
    run = words[place:stop]
    first, last = run[0], run[-1]
    names = [x for x in run if x.kind == "w" and len(x.text) > 1]
    if not names:
        return None
    person = len(run) > 1 and not any(_is_common(x) for x in names)
    cases = _cases_of_name(names) if person else (names[0].cases("NOUN") or ALL_CASES)
    for mod in words[at:place]:
        own = mod.cases(*_MODIFYING)
        cases = (cases & own) or cases
    kind = ActorKind.PERSON if person else ActorKind.OTHER
    phrase = Phrase(
        at, stop, words[at].start, last.stop, first.low, place, kind, cases, "sing", "", True, (place, stop)
    )  # fmt: skip
    if not person and any(f.name == "Geox" for f in first.forms):
        phrase.animate = False
    return phrase


def _cases_of_name(names: Sequence[Word]) -> frozenset[str]:
    cases: frozenset[str] = ALL_CASES
    for word in names:
        own = frozenset(f.case for f in word.forms if f.pos in ("NOUN", "ADJF") and f.case and f.number != "plur")
        if word is not names[0] and word.low[-1:] not in "аеёиоуыэюяйь":
            own = ALL_CASES  # a woman's surname that ends in a consonant is never inflected
        if own:
            cases = (cases & own) or cases
    return cases


def _is_common(word: Word) -> bool:
    """A common noun of the dictionary, written with a capital: "Фронт", "Совет"."""
    if word.proper:
        return False
    best = [f for f in word.forms if f.pos == "NOUN"]
    return bool(best) and not any(f.name for f in best) and not listed_kinds(best[0].lemma.capitalize())


def _is_given(word: Word, cases: frozenset[str]) -> bool:
    fit = [f for f in word.forms if f.number != "plur" and (not cases or f.case in cases)]
    if any(f.name == "Name" and f.score >= 0.05 for f in fit) and not word.proper:
        return True
    forms = [f for f in (word.forms if word.proper else proper_forms(word.low)) if not cases or f.case in cases]
    return any(listed_kinds(f.lemma.capitalize()) & frozenset("mfg") for f in forms)


def _quoted_alone(words: Sequence[Word], at: int) -> Phrase | None:
    stop = _closing(words, at)
    if stop is None or any(x.kind == "w" and x.forms[0].pos == "VERB" for x in words[at + 1 : stop]):
        return None  # a sentence rather than a name
    inside = words[at + 1 : stop]
    noun = next((x for x in inside if x.has("NOUN")), inside[0])
    cases = noun.cases("NOUN")
    if len(inside) == 1 and is_known(noun.low):
        cases = frozenset(f.case for f in forms_of(noun.low) if f.pos == "NOUN" and f.case) or cases
    elif len(inside) == 1 and noun.low.endswith(("у", "ю")):
        cases = frozenset(["datv"])
    return Phrase(
        at, stop + 1, words[at].start, words[stop].stop, "", at + 1, ActorKind.MEDIUM,
        cases or ALL_CASES,
        "sing", "", False, None, (at + 1, stop),
    )  # fmt: skip


def _closing(words: Sequence[Word], at: int) -> int | None:
    mark = {"«": "»", "„": "“”", "“": "”", '"': '"'}.get(words[at].text)
    if mark is None:
        return None
    for place in range(at + 1, min(len(words), at + 1 + _LONGEST_NAME)):
        if words[place].text and words[place].text in mark:
            return place if place > at + 1 else None
        if words[place].kind == "m" or words[place].text in ".!?":
            return None
    return None


# --- what stands behind the head ----------------------------------------------------------------------------------


def _tails(words: Sequence[Word], phrase: Phrase) -> None:
    place = phrase.after
    begin = place
    human = phrase.kind in (ActorKind.ROLE, ActorKind.SOURCE)
    while place < len(words) and place - phrase.first < _LONGEST:
        word = words[place]
        if word.text in ("«", '"', "„", "“") and (stop := _closing(words, place)) is not None:
            if not words[place + 1].cap or phrase.head in _WORDS_OR_DOCUMENTS:
                break  # words of somebody's rather than a name
            if not human:
                phrase.quoted = (place + 1, stop) if place == begin else phrase.quoted
                place = stop + 1
                break
            if _is_told(words[place + 1 : stop]):
                break  # "рассказал судовладелец «Каспийской волне»"
            place = stop + 1
            continue
        if word.kind != "w":
            break
        if word.cap and not word.first and _name_begins(words, place):
            size = _names_behind(words, place, phrase, human)
            if not size:
                break
            place += size
            if phrase.person is not None:
                break
            continue
        if human and word.low == "по" and place + 2 < len(words) and words[place + 1].low in ("имени", "фамилии"):
            stop = name_run(words, place + 2) if words[place + 2].cap else place
            if stop > place:  # "посредник по имени Джелаль": the name stands in the nominative
                phrase.person, phrase.person_cases = (place + 2, stop), frozenset(["nomn"])
                place = stop
                break
        if human and (size := _titled(words, place, phrase)):
            place += size
            break
        size = _genitive(words, place)
        if size and human and words[place].lemmas("NOUN") & w.JOURNALISTS:
            break  # "успокоил командир | корреспондента канала"
        if size and phrase.kind is ActorKind.OTHER and _is_actor_noun(words[place + size - 1]):
            break  # "встреча министра", "слова командира": somebody by himself
        if size:
            place += size
            continue
        size = _prepositional(words, place, phrase, human)
        if not size:
            break
        place += size
    if phrase.kind in (ActorKind.SOURCE, ActorKind.ROLE):
        place = _source_clause(words, place, phrase)
    if phrase.head in w.STRANGERS and place == phrase.head_at + 1 and (at := _calls_himself(words, phrase.head_at)):
        place = _own_name(words, at, phrase)
    if phrase.quoted is not None:  # one medium of that name: "радиостанции «Остров»" is no plural
        forms = words[phrase.head_at].forms
        singular = frozenset(f.case for f in forms if f.lemma == phrase.head and f.number == "sing")
        phrase.cases = (phrase.cases & singular) or phrase.cases
    phrase.after = place
    phrase.stop = words[place - 1].stop
    end = phrase.person[0] if phrase.person else place
    phrase.tail = (begin, max(begin, end))


def _is_told(quoted: Sequence[Word]) -> bool:
    """Whether a name in quotation marks stands in a case in which it cannot belong to the noun before it."""
    noun = next((x for x in quoted if x.kind == "w" and x.has("NOUN") and is_known(x.low)), None)
    cases = frozenset(f.case for f in forms_of(noun.low) if f.pos == "NOUN") if noun is not None else frozenset()
    return "datv" in cases and not cases & {"nomn", "gent", "ablt"}


def _titled(words: Sequence[Word], place: int, phrase: Phrase) -> int:
    """As in "заместителя губернатора муллы Абдул-Кадыра": a title in the case of the head, then the person's name."""
    word = words[place]
    if word.cap or not word.lemmas("NOUN") & w.TITLES or not word.cases("NOUN") & phrase.cases:
        return 0
    after = words[place + 1] if place + 1 < len(words) else None
    if after is None or after.kind != "w" or not after.cap or not _name_begins(words, place + 1):
        return 0
    stop = name_run(words, place + 1)
    names = [x for x in words[place + 1 : stop] if x.kind == "w" and len(x.text) > 1]
    if not names or not _cases_of_name(names) & phrase.cases:
        return 0
    phrase.person = (place + 1, stop)
    return stop - place


def _genitive(words: Sequence[Word], place: int) -> int:
    """How many words from `place` on are adjectives and a noun in the genitive."""
    at = place
    if (
        words[at].low in ("одного", "одной", "кого-то", "нескольких")
        and at + 2 < len(words)
        and words[at + 1].low == "из"
    ):
        if at + 2 < len(words) and words[at + 2].low in ("них", "нас", "вас", "тех"):
            return 3
        size = _genitive(words, at + 2)
        return size + 2 if size else 0
    while at < len(words) and at - place < 4 and words[at].kind == "w" and _modifies(words, at):
        if "gent" not in words[at].cases(*_MODIFYING):
            return 0
        at += 1
    if at >= len(words):
        return 0
    word = words[at]
    if word.kind != "w" or word.first:
        return 0
    if word.has("PREP", "CONJ", "PRCL") and not word.cap:
        return 0
    forms = [f for f in word.forms if f.pos == "NOUN"]
    if not forms or (word.forms[0].pos in ("VERB", "ADVB") and not word.cap) or word.low in _NOT_HEADS:
        substantive = _substantive(words, at - 1) if at > place else None
        return at - place if substantive is not None and at > place else 0
    if word.text.isupper() and len(word.text) > 1 and at == place and any(f.case == "gent" for f in forms):
        return 1  # "Управление ООН"
    if word.cap and (word.proper or any(f.name for f in forms)):
        if at > place and "gent" not in word.cases("NOUN", "ADJF"):
            return (
                at - place if _substantive(words, at - 1) is not None else 0
            )  # "уполномоченного | Кристина Заболотняя"
        return 0 if at == place else at - place + 1
    return at - place + 1 if any(f.case == "gent" for f in forms) else 0


def _is_actor_noun(word: Word) -> bool:
    forms = [f for f in word.forms if f.pos == "NOUN" and f.case == "gent"]
    return bool(forms) and _kind_of(forms[0], word) in (
        ActorKind.ROLE, ActorKind.BODY, ActorKind.MEDIUM, ActorKind.SOURCE
    )  # fmt: skip


def _names_behind(words: Sequence[Word], place: int, phrase: Phrase, human: bool) -> int:
    """How many words of the names behind a head belong to it: a place it is of, then the person's own name."""
    stop = name_run(words, place)
    run = list(range(place, stop))
    if not run:
        return 0
    nominal = [n for n in run if words[n].kind == "w" and len(words[n].text) > 1]
    if phrase.head in w.TIMES:
        return 0  # "8 November | Senn says"
    if not human:
        many = 0
        if phrase.kind is ActorKind.OTHER and len(nominal) > 1 and _is_given(words[nominal[0]], frozenset(["gent"])):
            return 0  # "визит Надима Фарра": somebody by himself
        for n in nominal:
            if "gent" not in words[n].cases("NOUN", "ADJF") or (many and _is_given(words[n], frozenset())):
                break
            many = n + 1 - place
        return many
    before = words[place - 1]
    of_place = len(nominal) > 1 and place > phrase.head_at + 1 and before.lemmas("NOUN") & w.PLACE_NOUNS
    if of_place and not _is_given(words[nominal[0]], phrase.cases):
        phrase.person = (nominal[1], stop)  # the first is the village's name
        return stop - place
    if (
        len(nominal) == 1
        and phrase.head in w.OF_PLACES
        and place == phrase.head_at + 1
        and _may_be_place(words[place])
    ):
        return stop - place  # "мэр Азаза"
    if len(nominal) == 1 and phrase.head in w.OF_SEES and words[place].low.endswith(_ADJECTIVE):
        return stop - place  # "епископ Тарнский"
    at = _person_begins(words, place, stop, phrase.cases, kin=phrase.head in _KIN_OR_OF_SOMEBODY)
    if at is None and len(nominal) == 1 and phrase.head in w.TITLES and place == phrase.head_at + 1:
        at = nominal[0] if words[nominal[0]].cases("NOUN", "ADJF") & phrase.cases else None  # "майора Гуськова"
    told = place > phrase.head_at + 1  # "адвокат семей Нурия Сафи": whose advocate is told already
    if at is not None and (phrase.number == "plur" or not _agrees(words, at, stop, phrase, told)):
        at = None
    if at is None and len(nominal) == 1 and words[nominal[0]].surname:
        return 0  # "вопрос о заложниках Имрани" asks nobody's hostages
    if at is None:
        return stop - place if all("gent" in words[n].cases("NOUN", "ADJF") for n in nominal) else 0
    phrase.person = (at, stop)
    own = _cases_of_name([words[n] for n in range(at, stop) if words[n].kind == "w" and len(words[n].text) > 1])
    phrase.cases = (phrase.cases & own) or phrase.cases
    return stop - place


def _may_be_place(word: Word) -> bool:
    """Whether an unknown name behind "мэр" may be the town's in the genitive rather than the mayor's."""
    return word.proper and not word.surname and word.low.endswith(("а", "я")) and not word.low.endswith(_OF_SURNAMES)


_OF_SURNAMES = ("ова", "ева", "ёва", "ина", "ына", "ская", "цкая", "ная", "ия", "ья", "ка")


def _agrees(words: Sequence[Word], at: int, stop: int, phrase: Phrase, told: bool) -> bool:
    """Whether a name can stand beside its role: "мать Лиды Тромцовой" is hers, "мать Нина Тромцова" is herself."""
    names = [words[n] for n in range(at, stop) if words[n].kind == "w" and len(words[n].text) > 1]
    own = _cases_of_name(names)
    if len(names) == 1 and names[0].has("NOUN") and _is_given(names[0], frozenset(["nomn"])):
        return "nomn" in phrase.cases
    if not told and (phrase.head in w.KIN or phrase.head in w.OF_SOMEBODY):
        return "gent" not in own or ("nomn" in own and "nomn" in phrase.cases)
    if phrase.head in w.KIN and "nomn" in phrase.cases and "gent" in own and "nomn" not in own:
        return False  # "мать моряка Олега Мишина" is not he, though "мать" may be an accusative, too
    return bool(own & phrase.cases)


def _person_begins(
    words: Sequence[Word], place: int, stop: int, cases: frozenset[str], *, kin: bool = False
) -> int | None:
    """Where in a run of names behind a role the person's own name begins; None where there is only a place's."""
    starts = [n for n in range(place, stop) if words[n].kind == "w" and words[n].cap]
    initial = next((n for n in range(place, stop) if _is_initial(words, n)), None)
    if initial is not None:
        return initial
    if len(starts) == 1:
        word = words[starts[0]]
        if word.surname and word.cases("NOUN", "ADJF") & cases:
            return starts[0]
        if _is_common(word) or any(f.name == "Geox" for f in word.forms):
            return None
        own = word.cases("NOUN", "ADJF")
        if word.proper and "nomn" in cases and "nomn" in own and not word.low.endswith(("и", "ы", "е", "о")):
            return starts[0]
        singular = [f for f in word.forms if f.number != "plur" and f.case in cases]
        if any(f.name in ("Surn", "Name") for f in singular) and ("nomn" in cases or "gent" not in own):
            return starts[0]
        return starts[0] if singular and "gent" not in own else None
    nominative_only = frozenset(["nomn"])
    if kin and "nomn" in cases and _is_given(words[starts[-1]], nominative_only):
        whose = words[starts[-2]]
        if "gent" in whose.cases("NOUN", "ADJF") and not _is_given(whose, nominative_only):
            return starts[-1]  # "брат Веры Лодны Антон"
    given = next((n for n in starts[:-1] if _is_given(words[n], cases)), None)
    if given is not None:
        return given
    best = starts[-2]
    if words[best].low in w.PARTICLES and len(starts) > 2:
        best = starts[-3]
    if _is_common(words[best]) and is_known(words[best].low):
        best = starts[-1]
    before = starts.index(best) - 1
    if before >= 0 and "nomn" in cases and _is_nominative_name(words[starts[before]]):
        best = starts[before]  # "министр Аун Зей Лат"
    return best


def _is_nominative_name(word: Word) -> bool:
    """Whether an unknown name ends as no genitive does, so that it is no place behind an office."""
    if is_known(word.low) and any(f.case == "gent" for f in forms_of(word.low) if f.pos == "NOUN"):
        return False  # "начальник связи Сил"
    return word.low[-1:] not in "аяыиуюеёоэ" and not word.text.isupper()


_GOVERNED = {
    "в": ("loct", "accs"), "во": ("loct", "accs"), "на": ("loct", "accs"), "при": ("loct",), "по": ("datv",),
    "из": ("gent",), "от": ("gent",), "у": ("gent",), "с": ("ablt", "gent"),
}  # fmt: skip


def _prepositional(words: Sequence[Word], place: int, phrase: Phrase, human: bool) -> int:
    """How many words from `place` on are a preposition and its noun that describe the head."""
    low = words[place].low
    if low not in _GOVERNED or place + 1 >= len(words):
        return 0
    if low in ("из", "от", "у", "с") and not (phrase.kind is ActorKind.SOURCE or (human and low == "из")):
        return 0
    if low == "по" and not (human or phrase.kind is ActorKind.BODY):
        return 0
    inner = _inner(words, place + 1)
    if inner is not None and human and inner.person is not None and low in ("в", "на", "при", "под", "по"):
        size = _place_before_name(words, inner, phrase)
        if size:
            return inner.first + size - place
    if inner is None or not inner.cases & frozenset(_GOVERNED[low]):
        return 0
    if human and low in ("в", "на") and words[inner.head_at].lemmas("NOUN") & w.CHATS:
        behind = words[inner.head_at + 1].text if inner.head_at + 1 < len(words) else ""
        if behind in ("«", '"'):
            return 0  # "поделился пастор | в группе «Трое»"
    named = any(words[n].cap for n in range(inner.first, inner.after))
    if low == "по":
        fine = (
            inner.kind is ActorKind.OTHER and inner.head not in w.ACCORDING and inner.head not in w.ACCORDING_OPINION
        )
        fine = fine and inner.head not in (
            "телефон",
            "итог",
            "вопрос",
            "просьба",
            "радио",
            "почта",
            "повод",
            "делу",
            "рация",
            "скайп",
            "видеосвязь",
            "интернет",
            "имя",
            "мнение",
            "рекомендация",
        )
    elif phrase.kind is ActorKind.SOURCE:
        fine = named or inner.kind in (ActorKind.BODY, ActorKind.ROLE)
    elif low in ("из", "при"):
        fine = inner.kind is ActorKind.BODY or (named and words[inner.head_at].cap)
    else:
        fine = named and inner.kind is not ActorKind.PERSON and (inner.cases & {"loct"}) != frozenset()
        fine = fine and phrase.kind in (ActorKind.ROLE, ActorKind.BODY)
        if low == "на" and inner.kind is not ActorKind.OTHER:
            fine = False
    return inner.after - place if fine else 0


def _place_before_name(words: Sequence[Word], inner: Phrase, phrase: Phrase) -> int:
    """As in "консул в Мазари-Шарифе Дмитрий Ярцев": how many words of the run of names are the place's."""
    starts = [n for n in range(inner.first, inner.after) if words[n].kind == "w" and words[n].cap]
    for count, at in enumerate(starts[1:], 1):
        if len(starts) - count > 2 and not _is_given(words[at], phrase.cases):
            continue
        own = _cases_of_name([words[n] for n in starts[count:]])
        person = _is_given(words[at], phrase.cases) or (
            len(starts) - count == 1 and not words[at].cases("NOUN") & {"loct"}
        )
        if person and own & phrase.cases and words[starts[0]].cases("NOUN", "ADJF") & frozenset(["loct", "datv"]):
            return at - inner.first
    return 0


def _inner(words: Sequence[Word], place: int) -> Phrase | None:
    return _base(words, place) if words[place].kind in "wn" or words[place].text == "«" else None


def _own_name(words: Sequence[Word], at: int, phrase: Phrase) -> int:
    """Where the name or description ends by which a stranger calls himself."""
    inner = _inner(words, at)
    if inner is None or not inner.cases & frozenset(["ablt", "nomn"]):
        return phrase.head_at + 1
    if inner.person is not None:
        phrase.person, phrase.person_cases = inner.person, inner.cases
        phrase.kind = ActorKind.PERSON
    phrase.tail = (phrase.head_at + 1, inner.after)
    return inner.after


_CLOSE = ("близкий", "знакомый", "осведомленный", "знать", "пожелать", "попросить", "просить", "приближенный",
          "связанный", "связать", "приблизить", "осведомить", "участвовать", "присутствовать", "имеющий", "иметь",
          "сообщить", "находиться", "владеть", "посвятить", "хотеть", "остаться")  # fmt: skip


_KNOWING = frozenset(["близкий", "знакомый", "осведомленный", "осведомить"])


def _source_clause(words: Sequence[Word], place: int, phrase: Phrase) -> int:
    """Where the clause behind a source ends: ", близкий к штабу", ", знакомый с ходом переговоров"."""
    if place + 2 >= len(words) or words[place].text != "," or words[place + 1].kind != "w":
        return place
    if not words[place + 1].lemmas("ADJF", "PRTF") & frozenset(_CLOSE):
        return place
    at = place + 1
    while at < len(words) and at - place < 12:
        word = words[at]
        if (word.kind in "pm" and word.text not in "«»") or (
            at > place + 1 and word.verb() is not None and not word.cap
        ):
            break
        at += 1
    if phrase.kind is ActorKind.ROLE:
        close = words[place + 1].lemmas("ADJF", "PRTF") & _KNOWING
        if phrase.person is not None or not (close or any(x.low.startswith(w.NAMELESS) for x in words[place:at])):
            return place
        phrase.kind = ActorKind.SOURCE
    return at


def _apposition(words: Sequence[Word], phrase: Phrase) -> None:
    """One more phrase in the same case: ", мать Лиды Тромцовой," behind a name; ", Омар Кедди," behind a role."""
    place = phrase.after
    if place + 1 >= len(words) or words[place].text != "," or words[place + 1].kind != "w":
        return
    if phrase.kind not in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.OTHER):
        return
    other = _base(words, place + 1)
    if other is None or not other.cases & phrase.cases:
        return
    closed = other.after >= len(words) or words[other.after].text in ",.:;!?)—" or words[other.after].kind == "m"
    if not closed:
        return
    has_name = phrase.person is not None
    if (has_name and other.kind is ActorKind.ROLE and other.person is None and phrase.kind is not ActorKind.ROLE) or (
        phrase.kind is ActorKind.ROLE and not has_name and other.kind is ActorKind.PERSON
    ):
        phrase.apposed = other
    else:
        return
    _describe(words, other)
    phrase.cases = phrase.cases & other.cases
    other.cases = phrase.cases
    phrase.after, phrase.stop = other.after, other.stop


# --- its name -----------------------------------------------------------------------------------------------------


def _describe(words: Sequence[Word], phrase: Phrase) -> None:
    """Stems of the words that tell it from others of its head."""
    begin, end = phrase.tail
    phrase.tail_stems = frozenset(
        stem_of(words[n].text) for n in range(begin, end) if words[n].kind == "w" and len(words[n].text) > 2
    )


def is_bare(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether it is its head alone, "этот" and the like aside."""
    mods = [x for x in words[phrase.first : phrase.head_at] if not x.lemmas("ADJF") & _POINTING]
    return not mods and phrase.after == phrase.head_at + 1


_POINTING = frozenset(["этот", "тот", "самый", "тот-же", "сам", "свой", "его", "наш", "ваш", "мой"])


def person_name(
    words: Sequence[Word], place: tuple[int, int], cases: frozenset[str], known: frozenset[str]
) -> tuple[str, str]:
    """A person's name in the nominative, and the gender it shows."""
    own = cases
    run = [words[n] for n in range(*place)]
    names = [x for x in run if x.kind == "w" and len(x.text) > 1 and x.low not in w.PARTICLES]
    gender = ""
    if len(names) > 1 and names[-1].proper:
        genders = {f.gender for f in names[-1].forms if f.case in own}
        gender = next(iter(genders)) if len(genders) == 1 else ""
    made: dict[int, str] = {}
    given = names[0] if len(names) > 1 else None
    if given is not None and len(own) > 1 and "nomn" in own and listed_kinds(given.text):
        # "Расила" and the like: a given name that stands as the lists have it speaks for the nominative
        last = names[-1]
        if "nomn" in last.cases("NOUN", "ADJF"):
            own = frozenset(["nomn"])
    for word in names:
        titled = word is given and any(f.lemma in w.TITLES and f.pos == "NOUN" for f in forms_of(word.low))
        if titled:  # "Мулле Навабу"
            made[word.start] = nominative(word.text, own, "sing", "")
            continue
        text, found = nominative_name(word.text, own, gender, known, word is given)
        gender = gender or (found if word is given or len(names) == 1 else "")
        made[word.start] = text
    pieces: list[str] = []
    for n, word in enumerate(run):
        text = made.get(word.start, word.text)
        glued = n > 0 and run[n - 1].stop == word.start
        pieces.append(text if glued or not pieces else " " + text)
    return "".join(pieces), gender


def phrase_name(words: Sequence[Word], phrase: Phrase, text: str) -> str:
    """A phrase in the nominative: adjectives and head changed, what stands behind the head as it is."""
    if phrase.kind is ActorKind.PRONOUN or phrase.head_at >= len(words):
        return text[phrase.start : phrase.stop]
    cases = phrase.cases
    number, gender = phrase.number, phrase.gender
    if "nomn" in cases and not phrase.prep:
        cases = frozenset(["nomn"])
    kin = w.KIN_AS_NOUNS.get(words[phrase.first].low) if phrase.first == phrase.head_at and number != "sing" else None
    if kin is not None:
        return kin + text[words[phrase.first].stop : phrase.stop]
    pieces: list[str] = []
    counted = _counted(words, phrase)
    for n in range(phrase.first, phrase.head_at + 1):
        word = words[n]
        made = nominative(word.text, cases, number, gender) if word.kind == "w" else word.text
        if counted and word.kind == "w" and not word.has("NUMR"):
            made = in_case(word.text, "gent", "sing" if counted == "few" else "plur")
        if n < phrase.head_at and word.lemmas("ADJF") & _POINTING:
            continue
        gap = text[words[n - 1].stop : word.start] if pieces else ""
        pieces.append(gap + made)
    rest = text[words[phrase.head_at].stop : phrase.stop]
    if phrase.kind is ActorKind.SOURCE and ", " in rest and not counted:
        rest = _agreeing(words, phrase, text)
    return " ".join(("".join(pieces) + rest).split())


def _counted(words: Sequence[Word], phrase: Phrase) -> str:
    """How a numeral before the head governs it: two to four "few", more "many", none empty."""
    numerals = [f.lemma for n in range(phrase.first, phrase.head_at) for f in words[n].forms if f.pos == "NUMR"]
    if not numerals:
        return ""
    return "few" if numerals[0] in ("два", "три", "четыре") else "many"


def _agreeing(words: Sequence[Word], phrase: Phrase, text: str) -> str:
    """What stands behind a source, the participle after its comma in the nominative too."""
    start = words[phrase.head_at].stop
    for n in range(phrase.head_at + 1, phrase.after - 1):
        if words[n].text == "," and words[n + 1].has("ADJF", "PRTF"):
            made = nominative(words[n + 1].text, phrase.cases, phrase.number, phrase.gender)
            return text[start : words[n + 1].start] + made + text[words[n + 1].stop : phrase.stop]
    return text[start : phrase.stop]


# Tables that the rules above ask together, joined once.
_BODIES_OR_MEDIA_OR_ROLES_OR_DOCUMENTS_OR_SOURCES_OR_MEETING_NOUNS_OR_LISTS = (
    w.BODIES | w.MEDIA | w.ROLES | w.DOCUMENTS | w.SOURCES | w.MEETING_NOUNS.keys() | w.LISTS
)
_PRONOUNS_OR_WE_OR_MORE = w.PRONOUNS | w.WE | {"я", "вы", "некто"}
_BODIES_OR_MEDIA_OR_SOURCES_OR_ROLES = w.BODIES | w.MEDIA | w.SOURCES | w.ROLES
_BODIES_OR_MEDIA_OR_ROLES = w.BODIES | w.MEDIA | w.ROLES
_WORDS_OR_DOCUMENTS = w.WORDS | w.DOCUMENTS
_KIN_OR_OF_SOMEBODY = w.KIN | w.OF_SOMEBODY

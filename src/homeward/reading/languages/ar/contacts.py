"""Who took part in a contact of which an Arabic verb tells: subject, object, "with", "to", "from", and pronouns on the verb.

In: the words of a sentence and the verb's place. Out: `Sides`, the one who acts first.
Leaves to others: that it is a contact (`events`), nouns of contact (`talks`), and whom pronouns mean (`Room`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from homeward.reading.languages.ar.clause import Part, part_at, parts, pronoun_at, sounds_like_somebody
from homeward.reading.languages.ar.clause_words import HOUSES
from homeward.reading.languages.language import Actor, ActorKind
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.words import PEOPLE, Kind, Word, fold
from homeward.records import Attribution, ContactKind

_LONGEST = 40  # words of a clause
_COMMAS = (",", "،")
_BEFORE = 14  # words between a subject's first and its verb
LETTERS = frozenset(
    fold(w)
    for w in [
        "رسالة",
        "رسائل",
        "برقية",
        "خطاب",
        "خطابا",
        "كتاب",
        "كتابا",
        "مذكرة",
        "رسالتين",
        "رد",
        "ردا",
        "جواب",
        "جوابا",
        "برسالة",
    ]
)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a verb of contact takes its sides.

    Attributes:
        object: the other side is its object. by: prepositions that lead to the other side, folded.
        kind: of the contact, where the verb alone tells it.
        arrives: its subject is a letter or a call, whose giver stands behind "from", whose receiver is its object or
            stands behind "to". receives: its subject gets one. joins: its subject is the meeting itself.
        writes: without a word for a letter, too.
    """

    object: bool = False
    by: tuple[str, ...] = ()
    kind: ContactKind | None = None
    arrives: bool = False
    receives: bool = False
    joins: bool = False
    writes: bool = False


_MEETS = Manner(object=True, by=("ب", "مع"), kind=ContactKind.MEETING)
_SITS = Manner(by=("ب", "مع", "الي"), kind=ContactKind.MEETING)
_CALLS = Manner(by=("ب", "مع", "الي"), kind=ContactKind.CALL)
_RINGS = Manner(object=True, by=("ب", "مع"), kind=ContactKind.CALL)
_TALKS = Manner(by=("الي", "مع"))
_WRITES = Manner(by=("الي", "ل"), kind=ContactKind.LETTER)
_WRITES_TO = Manner(object=True, kind=ContactKind.LETTER, writes=True)
_GETS = Manner(by=("من",), receives=True)
_VISITS = Manner(object=True, kind=ContactKind.VISIT)
_GOES = Manner(by=("الي", "ل", "علي"), kind=ContactKind.VISIT)
_COMES = Manner(object=True, by=("الي",), arrives=True)
_JOINS = Manner(object=True, by=("ب", "مع"), joins=True)
_HOLDS = Manner(by=("مع", "ب", "الي", "بين", "ل"))
_VERBS = (  # past and present without their endings; what stands in front of the present is told apart
    ("التق[اي]?", "لتقي?", _MEETS), ("قابل", "قابل", _MEETS), ("استقبل", "ستقبل", _MEETS), ("صادف", "صادف", _MEETS),
    ("استضاف", "ستضيف", _MEETS), ("استدع[اي]?", "ستدعي?", _MEETS), ("ضم", "ضم", _JOINS), ("جمع", "جمع", _JOINS),
    ("اجتمع", "جتمع", _SITS), ("جلس", "جلس", _SITS), ("قعد", "قعد", _SITS), ("تباحث", "تباحث", _SITS),
    ("تفاوض", "تفاوض", _SITS), ("تشاور", "تشاور", _SITS), ("تحاور", "تحاور", _SITS), ("تحادث", "تحادث", _SITS),
    ("بحث", "بحث", Manner(by=("مع",))), ("ناقش", "ناقش", Manner(by=("مع",))), ("استعرض", "ستعرض", Manner(by=("مع",))),
    ("اتصل", "تصل", _CALLS), ("هاتف", "هاتف", _RINGS), ("كلم", "كلم", _RINGS), ("خابر", "خابر", _RINGS),
    ("تحدث", "تحدث", _TALKS), ("تكلم", "تكلم", _TALKS), ("تواصل", "تواصل", Manner(by=("مع", "ب"))),
    ("كتب", "كتب", replace(_WRITES, writes=True)), ("بعث", "بعث", _WRITES), ("ارسل", "رسل", _WRITES), ("وجه", "وجه", _WRITES),
    ("رفع", "رفع", _WRITES), ("سطر", "سطر", _WRITES), ("حمل", "حمل", _WRITES), ("نقل", "نقل", _WRITES),
    ("سلم", "سلم", Manner(object=True, by=("الي", "ل"), kind=ContactKind.LETTER)), ("اودع", "ودع", _WRITES),
    ("حرر", "حرر", _WRITES), ("خط", "خط", _WRITES), ("اوصل", "وصل", _WRITES),
    ("راسل", "راسل", _WRITES_TO), ("خاطب", "خاطب", _WRITES_TO),
    ("تلق[اي]?", "تلقي?", _GETS), ("تسلم", "تسلم", _GETS), ("استلم", "ستلم", _GETS),
    ("زار|زر", "زور|زر", _VISITS), ("تفقد", "تفقد", _VISITS), ("قصد", "قصد", _VISITS), ("دخل", "دخل", _VISITS),
    ("توجه", "توجه", _GOES), ("ذهب", "ذهب", _GOES), ("راح|رح", "روح", _GOES), ("نزل", "نزل", _GOES), ("حل", "حل", _GOES),
    ("تردد", "تردد", _GOES),
    ("وصل", "صل", _COMES), ("جاء|جئ|جا", "جيء|جي", _COMES), ("ات[اي]?", "اتي?", _COMES), ("ورد", "رد", _COMES),
    ("اجر[اي]?", "جري?", _HOLDS), ("عقد", "عقد", _HOLDS), ("خاض", "خوض", _HOLDS), ("شارك", "شارك", _HOLDS),
    ("قام|قم", "قوم|قم", _HOLDS), ("اد[اي]?", "ؤدي?", _HOLDS), ("تناول", "تناول", _SITS), ("شرب", "شرب", _SITS),
)  # fmt: skip
_FORM = re.compile(
    r"(?:(?P<past>{past})|(?P<will>س?)(?P<pre>[اينت])(?P<present>{present}))"
    r"(?P<end>ت|تا|نا|وا|و|ا|ون|ان|ين|يا|ي)??(?P<obj>ني|نا|هما|هم|هن|ها|ه|كم)?"
)
Table = tuple[tuple[re.Pattern[str], Manner], ...]


def compiled(verbs: Sequence[tuple[str, str, Manner]]) -> Table:
    """Verbs by their past and present without what stands in front and behind, as expressions for every form."""
    form = _FORM.pattern
    return tuple(
        (re.compile(form.replace("{past}", past).replace("{present}", present)), manner)
        for past, present, manner in verbs
    )


_COMPILED = compiled(_VERBS)
_SELF = {"ني": "me", "نا": "us", "هما": "them", "هم": "them", "هن": "them", "ها": "her", "ه": "him", "كم": "you"}
_HOLLOW = frozenset(["زر", "رح", "قم", "جئ"])  # stems that only "I" and "we" have
_WITH_HIS = ("أنه", "بأنه", "إنه", "أنها", "بأنها", "إنها", "أنهم", "بأنهم", "إنهم", "لكنه", "لكنها", "لكنهم")


@dataclass(frozen=True, slots=True)
class Sides:
    """Who took part, the one who acts first; what is told of the place: a phrase's words."""

    by: Actor | None
    others: tuple[Actor, ...]
    manner: Manner
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of contact: how it takes its sides, who the form itself says acts and is acted on ("me", "she", "him")."""

    manner: Manner
    acts: str
    object: str
    sure: bool  # the form alone tells who acts


def verb_at(word: Word, *, quoted: bool = False) -> Verb | None:
    """The verb of contact that a word is."""
    return verb_of(word, _COMPILED, quoted=quoted)


def verb_of(word: Word, table: Table, *, quoted: bool = False) -> Verb | None:
    """The verb of a table that a word is."""
    if not word.is_word or "ال" in word.prefix:
        return None
    plain = fold(word.text)
    for form in dict.fromkeys((plain, plain.removeprefix(word.prefix), plain.lstrip("وف"))):
        for pattern, manner in table:
            match = pattern.fullmatch(form)
            if match is not None:
                return _verb(match, manner, word.text, quoted=quoted)
    return None


def _verb(match: re.Match[str], manner: Manner, written: str, *, quoted: bool) -> Verb:
    end, obj, pre = match["end"] or "", match["obj"] or "", match["pre"] or ""
    target = _SELF.get(obj, "")
    if match["past"] in _HOLLOW:
        return Verb(manner, "we" if "نا" in (end, obj) else "me", "" if obj == "نا" else target, sure=True)
    if pre == "ن":
        return Verb(manner, "we", target, sure=True)
    if pre == "ا" and ("أ" in written[:3]):
        return Verb(manner, "me", target, sure=True)
    if obj == "نا" and not manner.object and not manner.arrives and not end:
        return Verb(manner, "we", "", sure=True)  # "we called": nothing else can stand there
    if end == "نا":
        return Verb(manner, "we", target, sure=True)
    if end in ("وا", "و", "ون", "ان", "ا", "تا", "يا"):
        return Verb(manner, "they", target, sure=False)
    if end == "ت" or pre == "ت":
        return Verb(manner, "me" if quoted and end == "ت" else "she", target, sure=False)
    return Verb(manner, "he", target, sure=False)


def sides_at(sentence: Sentence, at: int) -> Sides | None:
    """Who took part in the contact that the verb `at` tells of; None where it is no verb of contact."""
    words = sentence.words
    verb = verb_at(words[at], quoted=sentence.view.quoted)
    if verb is None:
        return None
    end = min(sentence.size, at + _LONGEST)
    found = _with_names(words, list(parts(sentence, at + 1, end)))
    if verb.manner.joins:
        return _brought_together(words, at, verb, found)
    if verb.manner.arrives:
        return _arrived(sentence, at, verb, found)
    bare = [p for p in found if p.lead == "" and p.actor is not None and p.actor.kind is not ActorKind.PRONOUN]
    led = [p for lead in verb.manner.by for p in found if p.lead == lead and p.actor is not None]
    subject, rest = _subject(sentence, at, verb, bare, led)
    other: list[Part] = []
    if verb.object:
        others = [pronoun_at(words[at], verb.object)]
    elif verb.manner.object and rest:
        other = [rest[0], *_joined(found, rest[0])]
        others = [p.actor for p in other if p.actor is not None]
    elif led:
        first = led[0]
        other = [first, *_joined(found, first)]
        if first.lead == "بين":
            other += [p for p in led[1:] if p.lead == "بين"]
        others = [p.actor for p in other if p.actor is not None]
    else:
        others = []
    if verb.manner.kind is ContactKind.VISIT and other:
        others = [a for p in other if (a := host_of(sentence, p, end)) is not None]
    return Sides(subject, tuple(others), verb.manner, found)


def _with_names(words: list[Word], found: list[Part]) -> tuple[Part, ...]:
    """The parts, each office with the name that stands behind it between commas: "the crown prince, | Rashid Sulaiti,"."""
    kept: list[Part] = []
    for part in found:
        before = kept[-1] if kept else None
        name, office = part.actor, before.actor if before is not None else None
        if (
            before is not None and office is not None and name is not None
            and part.lead == "" and part.start == before.stop + 1 and words[before.stop].text in _COMMAS
            and office.kind is ActorKind.ROLE and name.kind is ActorKind.PERSON and not words[part.start].any(PEOPLE)
        ):  # fmt: skip
            kept[-1] = replace(before, stop=part.stop, actor=replace(name, head=office.head, gender=office.gender))
        else:
            kept.append(part)
    return tuple(kept)


def sides(sentence: Sentence, at: int) -> tuple[Actor | None, tuple[Actor, ...]] | None:
    """Who acts and who else took part in the contact that the verb `at` tells of."""
    found = sides_at(sentence, at)
    if found is None or not found.others:
        return None
    others = tuple(a for a in found.others if sounds_like_somebody(sentence, a) and not _says_little(sentence, a))
    return (found.by, others) if others else None


def _says_little(sentence: Sentence, actor: Actor) -> bool:
    """Whether one unknown word without the article is all there is: seldom somebody's name."""
    word = next((w for w in sentence.words if w.start <= actor.place[0] < w.stop), None)
    return actor.kind is ActorKind.OTHER and " " not in actor.name and word is not None and not word.definite


def _subject(
    sentence: Sentence, at: int, verb: Verb, bare: list[Part], led: list[Part]
) -> tuple[Actor | None, list[Part]]:
    """Who acts, and the phrases without a preposition that are left for the object."""
    words = sentence.words
    if verb.sure:
        return whoever(words[at], verb.acts), bare
    before = subject_before(sentence, at)
    if before is not None and not (bare and _follows(words, at, bare[0]) and verb.manner.object is False):
        return before, bare
    enough = len(bare) > 1 or bool(led) or bool(verb.object) or not verb.manner.object
    if bare and enough and _agrees(verb, bare[0], words, sentence):
        return bare[0].actor, bare[1:]
    return whoever(words[at], verb.acts), bare


def _agrees(verb: Verb, part: Part, words: list[Word], sentence: Sentence) -> bool:
    """Whether a phrase can be the subject of a verb in that form."""
    if verb.acts == "me" and sentence.view.quoted:  # "I met" or "she met"
        return part.actor is not None and part.actor.gender == "f"
    if verb.acts == "she":
        return part.actor is None or part.actor.gender != "m" or part.actor.kind is not ActorKind.PERSON
    return True


def _follows(words: list[Word], at: int, part: Part) -> bool:
    return all(w.dated or not w.is_word or w.any(Kind.ADVERB) for w in words[at + 1 : part.start])


def whoever(word: Word, acts: str) -> Actor:
    """Whom a verb means that names nobody."""
    gender = {"he": "m", "she": "f"}.get(acts, "")
    return Actor((word.start, word.stop), word.text, ActorKind.PRONOUN, Attribution.UNNAMED, acts, gender=gender)


def _joined(found: tuple[Part, ...], first: Part) -> list[Part]:
    """Those joined to a part by "and"."""
    joined: list[Part] = []
    stop = first.stop
    for part in found:
        if part.start == stop and part.lead == "و" and part.actor is not None:
            if part.actor.kind in (ActorKind.PERSON, ActorKind.BODY, ActorKind.ROLE, ActorKind.SOURCE):
                joined.append(part)
                stop = part.stop
    return joined


def host_of(sentence: Sentence, part: Part, end: int) -> Actor | None:
    """Who is visited: at "the seat | of the Front" the Front, in a town nobody."""
    words = sentence.words
    word = words[part.start]
    if fold(word.text).removeprefix(word.prefix) in HOUSES and not word.definite and part.start + 1 < end:
        if words[part.start + 1].is_word and not words[part.start + 1].dated:
            inner = part_at(sentence, part.start + 1, end, "")
            return inner.actor
    somebody = word.any(PEOPLE | Kind.TITLE | Kind.NAME) or fold(word.text).removeprefix(word.prefix) in _KEPT_IN
    return part.actor if somebody else None


_KEPT_IN = frozenset(
    fold(w) for w in ["سجن", "معتقل", "قلعة", "مستشفى", "مشفى", "مركز", "ميناء", "مستوصف", "إصلاحية", "مدرسة"]
)


def _brought_together(words: list[Word], at: int, verb: Verb, found: tuple[Part, ...]) -> Sides | None:
    """As in "a call that joined him | with the leader", "the session brought together the minister and the envoys"."""
    sides = [p for p in found if p.actor is not None and p.lead in ("", "و", *verb.manner.by)]
    actors = [p.actor for p in sides if p.actor is not None][: 1 if verb.object else 2]
    if verb.object:
        return Sides(pronoun_at(words[at], verb.object), tuple(actors), verb.manner, found) if actors else None
    return Sides(actors[0], tuple(actors[1:]), verb.manner, found) if len(actors) > 1 else None


def subject_before(sentence: Sentence, at: int) -> Actor | None:
    """The subject that stands before its verb: "the envoys | met", "that the consul | had met", "that he | met"."""
    words = sentence.words
    begin = at
    while begin > 0 and at - begin < _BEFORE:
        word = words[begin - 1]
        if not word.is_word and word.text not in (*_COMMAS, *'«»"“”'):
            break
        if word.any(Kind.THAT | Kind.RELATIVE) or word.cue is not None:
            break
        if word.text in _COMMAS and begin - 1 < at - 1 and _may_open(words, begin):
            break
        begin -= 1
    if begin > 0 and words[begin - 1].text in _WITH_HIS:
        ending = words[begin - 1].text
        acts = "they" if ending.endswith("هم") else "she" if ending.endswith("ها") else "he"
        return whoever(words[begin - 1], acts)
    while begin < at and (
        not words[begin].is_word
        or words[begin].dated
        or words[begin].any(Kind.CONNECTOR | Kind.ADVERB)
        or fold(words[begin].text).lstrip("وف") in _AUXILIARIES
    ):
        begin += 1
    if begin >= at or words[begin].any(Kind.VERB | Kind.PREPOSITION | Kind.THING) or not words[begin].is_word:
        return None
    whole = sentence.phrase_from(begin) if sentence.may_begin(begin) or words[begin].prefix == "و" else None
    if whole is None:
        return None
    first = next(iter(parts(sentence, begin, at)), None)
    if first is None or first.actor is None or first.lead not in ("", "و"):
        return None
    between = [w for w in words[first.stop : at] if w.is_word]
    light = all(w.dated or w.any(Kind.ADVERB | Kind.CONNECTOR) or fold(w.text) in _AUXILIARIES for w in between)
    return first.actor if light or whole.stop >= at else None


_AUXILIARIES = frozenset(
    fold(w)
    for w in [
        "قد",
        "كان",
        "كانت",
        "كانوا",
        "سبق",
        "أن",
        "لم",
        "لا",
        "لن",
        "ما",
        "سوف",
        "يكون",
        "تكون",
        "يكونوا",
        "كانا",
        "كانتا",
        "وقد",
        "لقد",
        "عاد",
        "عادت",
        "إن",
    ]
)


def _may_open(words: list[Word], at: int) -> bool:
    return words[at].is_word and not words[at].any(Kind.PREPOSITION)


# --- letters and calls that come -------------------------------------------------------------------------------------


def _letter_at(words: list[Word], found: tuple[Part, ...]) -> Part | None:
    return next((p for p in found if p.lead == "" and fold(words[p.start].text) in LETTERS), None)


def _arrived(sentence: Sentence, at: int, verb: Verb, found: tuple[Part, ...]) -> Sides | None:
    """As in "there came to the embassy a letter | from the commander", "a letter that came to him from the emirate"."""
    words = sentence.words
    letter = _letter_at(words, found)
    before = at > 0 and any(fold(w.text).removeprefix("ال") in LETTERS for w in words[max(0, at - 3) : at])
    if letter is None and not before:
        return _came(sentence, at, verb, found)
    start = letter.start if letter is not None else at
    giver = next((p for p in found if p.lead == "من" and p.actor is not None and p.start >= start), None)
    if verb.object:
        receiver: Actor | None = pronoun_at(words[at], verb.object)
    else:
        bare = next(
            (
                p
                for p in found
                if p.lead in ("", "الي") and p.actor is not None and (letter is None or p.start < start)
            ),
            None,
        )
        receiver = bare.actor if bare is not None else None
    if giver is None and receiver is None:
        return None
    others = (receiver,) if receiver is not None else ()
    manner = replace(verb.manner, kind=ContactKind.LETTER)
    return Sides(giver.actor if giver is not None else None, others, manner, found)


def _came(sentence: Sentence, at: int, verb: Verb, found: tuple[Part, ...]) -> Sides | None:
    """As in "a policeman came to me", "the consul came to us"."""
    bare = next((p for p in found if p.lead == "" and p.actor is not None), None)
    if not verb.object or bare is None or bare.actor is None or bare.actor.kind is ActorKind.OTHER:
        return None
    manner = replace(verb.manner, kind=ContactKind.VISIT)
    return Sides(bare.actor, (pronoun_at(sentence.words[at], verb.object),), manner, found)

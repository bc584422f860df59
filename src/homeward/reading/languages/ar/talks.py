"""Who took part in a contact of which an Arabic noun tells: "a meeting between", "his visit to", "no talks with".

In: the words of a sentence and the noun's place. Out: the parties that the noun's own phrase names; whether the clause
says that it never took place. Leaves to others: verbs (`contacts`), and who takes part where the phrase names one side.
"""

from __future__ import annotations

import re
from dataclasses import replace

from homeward.reading.languages.ar.clause import Part, parts, pronoun_at, sounds_like_somebody
from homeward.reading.languages.ar.contacts import host_of, subject_before
from homeward.reading.languages.language import Actor, ActorKind
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.words import Kind, fold

_REACH = 22  # words behind the noun in which "between" may stand
_BEFORE = 8  # words before it in which a verb stands whose subject takes part
_WITH = ("مع", "ب", "الي")
_VISIT = frozenset(fold(w) for w in ["زيارة", "زيارته", "زيارتها", "زيارتهم", "الزيارة", "زيارات"])
_OF_OBJECT = frozenset(
    fold(w)
    for w in [
        "لقاء",
        "لقائه",
        "لقائها",
        "لقائهم",
        "استقبال",
        "استقباله",
        "استقبالها",
        "مقابلة",
        "مقابلته",
        "مقابلتها",
    ]
)
_BOTH = ("وفدي", "وفدا", "ممثلي", "ممثلو", "مندوبي", "مندوبو", "قيادتي", "وفود", "رئيسي", "وزيري")
_OWN = (("هم", "them"), ("هما", "them"), ("ها", "her"), ("ه", "him"), ("نا", "us"), ("ي", "me"))
# Behind those who were to meet: that they did not.
NEVER_WAS = re.compile(
    r"(?<!\w)[وف]?(?:لم|لن)\s+(?:[يت]نعقد|[يت]عقد|[يت]تم|[يت]حصل|[يت]حدث|[يت]جر|[يت]لتئم)(?!\w)|"
    r"(?<!\w)[وف]?(?:ألغي|ألغيت|أُلغي\w*|تأجل|تأجلت|أرجئ|أرجئت|تعذر|تعذرت)(?!\w)"
)


def talks(sentence: Sentence, at: int) -> tuple[Actor, ...]:
    """The parties that the phrase of a noun of contact names, in the order of the text; none where it names nobody."""
    words = sentence.words
    end = min(sentence.size, at + _REACH)
    found = list(parts(sentence, at + 1, end))
    both = _between(sentence, at, end, found)
    if both:
        return both
    word = words[at]
    plain = fold(word.text).removeprefix(word.prefix)
    other = next((p for lead in _WITH for p in found if p.lead == lead and p.actor is not None), None)
    direct = found[0] if found and found[0].start == at + 1 and found[0].lead == "" else None
    if direct is not None and not word.definite and (plain in _VISIT or plain in _OF_OBJECT):
        actor = host_of(sentence, direct, end) if plain in _VISIT else direct.actor
        other_actor = actor
    else:
        other_actor = other.actor if other is not None else None
    if other_actor is None or not sounds_like_somebody(sentence, other_actor):
        return ()
    own = owner_of(sentence, at)
    return (own, other_actor) if own is not None and own.head in ("us", "me") else (other_actor,)


def doer_of(sentence: Sentence, at: int) -> Actor | None:
    """The subject of the verb that the noun hangs on: "the delegation | intends a visit"."""
    words = sentence.words
    for place in range(at - 1, max(-1, at - _BEFORE), -1):
        word = words[place]
        if not word.is_word or word.any(Kind.THAT | Kind.RELATIVE):
            return None
        if word.any(Kind.VERB) or word.cue is not None:
            bare = [p for p in parts(sentence, place + 1, at) if p.lead == "" and p.actor is not None]
            found = bare[0].actor if bare else subject_before(sentence, place)
            return found if found is not None and sounds_like_somebody(sentence, found) else None
    return None


def _between(sentence: Sentence, at: int, end: int, found: list[Part]) -> tuple[Actor, ...]:
    """Those behind "between", which may stand behind the verb: "talks began on Sunday | between"."""
    words = sentence.words
    begin = next((n for n in range(at + 1, end) if fold(words[n].text).startswith("بين")), None)
    if begin is None or any(words[n].text in ".؛;:" for n in range(at + 1, begin)):
        return ()
    sides: list[Actor] = []
    stop = begin
    for part in parts(sentence, begin, end):
        if part.actor is None or part.lead not in ("بين", "و") or (sides and part.start - stop > 1):
            break
        sides.append(_without_both(part.actor))
        stop = part.stop
    return tuple(sides) if len(sides) > 1 else ()


def _without_both(actor: Actor) -> Actor:
    """One of two whose envoys are told of together: "the delegations of | the government and the Front"."""
    first, _, rest = actor.name.partition(" ")
    return (
        replace(actor, name=rest, kind=ActorKind.BODY, head=fold(rest.removeprefix("ال")), brief=None)
        if first in _BOTH and rest
        else actor
    )


def owner_of(sentence: Sentence, at: int) -> Actor | None:
    """Whose meeting it is: "his | meeting with"."""
    word = sentence.words[at]
    plain = fold(word.text).removeprefix(word.prefix)
    for ending, pronoun in _OWN:
        base = plain.removesuffix(ending)
        if base != plain and base in _OWNED:
            return pronoun_at(word, pronoun)
    return None


_OWNED = frozenset(
    fold(w)
    for w in [
        "لقائ",
        "لقاء",
        "اجتماع",
        "زيارت",
        "محادثات",
        "مباحثات",
        "جلست",
        "مكالمت",
        "اتصال",
        "استقبال",
        "مقابلت",
        "مشاورات",
        "تواصل",
    ]
)

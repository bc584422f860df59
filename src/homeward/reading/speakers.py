"""Who speaks: the voices of one sentence with the one who is meant as their speaker, and with their relays.

In: the voices of a sentence as the rules of its language find them, and the memory of what came before. Out: the same
voices, in which "he", "the envoy" and "his wife" are whoever is meant.
Leaves to others: whom the text spoke of (`memory`), who passed the words on (`carriers`), the chain itself (`chain`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from homeward.reading.acquaintance import bare_role
from homeward.reading.answering import ANSWERS_BACK, who_answers, who_opens
from homeward.reading.callings import FIELD_OF
from homeward.reading.carriers import is_own_text, who_carried, who_heard
from homeward.reading.chained import IN_IT, REACH, holds
from homeward.reading.fitting import KIN, OTHER_SEX, SEX_OF_PRONOUN, agree, is_utterance, may_be
from homeward.reading.hebrew_pronouns import other_meant
from homeward.reading.languages.language import Actor, ActorKind, Voice
from homeward.reading.memory import Memory
from homeward.reading.own_texts import whose_own_text
from homeward.reading.standing import by_standing
from homeward.records import Attribution

_FOR_HIS_PART = re.compile(r"(?:من\s+(?:جانب|جهت|ناحيت)ه|بدوره)(?!\w)")
_EXCELLENCY = frozenset(["معاليه", "سعادته", "سيادته", "فخامته", "سموه", "غبطته", "نيافته", "فضيلته"])
# "said she had met the governor": the words are of the speaker's own doing
_FIRST_HAND = re.compile(
    r"(he|she) (?:had|has) (?:himself |herself |also |just |already |never |not )?"
    r"(?:met|spoken|talked|received|asked|written|heard|seen|sent|telephoned|called|visited|handed|raised|"
    r"been (?:told|given|promised|assured|informed))\b"
)
_OF_HIM = re.compile(r"^(?P<whose>his|her) (?P<what>.+)$|^(?P<one>.+) of (?P<him>his|hers)$", re.I)
_OWNER = {"his": "he", "her": "she", "hers": "she"}
_VOICES = frozenset(["spokesman", "spokeswoman", "spokesperson"])
_NEAR_BODY = 300  # characters before a spokesman in which the body stands for which he speaks
_SAME_SENTENCE = 160  # characters before "his" in which a man named is likelier meant than one named earlier
_OFFICES = frozenset(
    ["office", "deputy", "secretary", "boss", "lawyer", "attorney", "spokesman", "spokeswoman", "fiancée",
     "fiancé", "partner"]
)  # fmt: skip
_EMPLOYERS = frozenset(["employer", "employers"])


def name_speakers(voices: Sequence[Voice], memory: Memory, paragraph: int) -> list[Voice]:
    """The voices with whoever is meant as their speakers and relays; `memory` is told of them."""
    named: list[Voice] = []
    for voice in voices:
        speaker = voice.speaker
        told = _whose_text(voice, memory, paragraph) if speaker is None and voice.nobody else None
        if told is not None:
            speaker = replace(told, place=voice.cue)
        if voice.same_speaker and named:
            last = named[-1]
            speaker = last.cited or last.speaker if not voice.cited else last.speaker
        elif speaker is not None and (within := _within_turn(voice, speaker, named, memory)) is not None:
            speaker = replace(memory.acquaintance.resolve(within), place=speaker.place)
        elif speaker is not None and speaker.head == "we" and memory.acquaintance.publisher:
            speaker = replace(
                speaker, name=memory.acquaintance.publisher, kind=ActorKind.BODY, attribution=Attribution.NAMED
            )
        elif speaker is not None and (other := _other_meant(voice, speaker, named, memory)) is not None:
            speaker = replace(other, place=speaker.place)
            memory.notice(speaker)
        elif speaker is not None and speaker.kind is ActorKind.PRONOUN:
            known = _pronoun_means(voice, speaker, named, memory, paragraph)
            if (meant := other_meant(voice, named, memory.named, memory.text, memory.began, known)) is not None:
                known, voice = meant[0], replace(voice, relays=(*voice.relays, *meant[1]))
            if known is not None and speaker.head in OTHER_SEX:
                memory.acquaintance.tell_sex(known, SEX_OF_PRONOUN[speaker.head])
            unknown = replace(speaker, kind=ActorKind.ROLE)  # "he" whom nothing before names stays "he"
            if known is None and not speaker.head and speaker.place == voice.cue:
                named.append(replace(voice, speaker=None, nobody=True))  # a verb is nobody's name
                continue
            memory.answers = known if voice.rule == "turn" else memory.answers
            speaker = replace(known, place=speaker.place) if known is not None else unknown
        elif speaker is not None:
            speaker = _noun_means(voice, speaker, memory)
        named.append(
            replace(
                voice,
                speaker=speaker,
                relays=tuple(
                    known
                    for r in voice.relays
                    if not is_own_text(r, speaker) and (known := who_carried(r, memory, speaker, named)) is not None
                ),
                cited=_cited(voice, named, memory),
            )
        )
    return named


def _pronoun_means(
    voice: Voice, speaker: Actor, named: Sequence[Voice], memory: Memory, paragraph: int
) -> Actor | None:
    """Whom the pronoun means by which a voice names its speaker, or the verb that names nobody."""
    before_last = memory.last if paragraph - memory.paragraph <= REACH else None
    known = memory.whom(speaker) or (memory.turned if not speaker.head else None)
    if not speaker.head and before_last is not None and not named:
        known = before_last.actors[0]  # a verb that names nobody goes on with whoever spoke last
        if memory.turned is not None and speaker.gender and agree(speaker, memory.turned):
            known = memory.turned
    elif (told := _who_was_told(voice, named)) is not None and may_be(speaker, told):
        known = memory.acquaintance.resolve(told)
    elif (hearer := _heard_by(voice, speaker, named, memory)) is not None:
        known = hearer
    elif (before := _spoke_before(voice, named)) is not None and may_be(speaker, before):
        known = before
    elif (outside := memory.before(voice, speaker, known)) is not None:
        known = outside
    elif known is None and before_last is not None and may_be(speaker, before_last.actors[0]):
        known = before_last.actors[0]
    if voice.rule == "turn" and memory.answers is not None:
        known = memory.answers
    elif not named and (answers := who_answers(speaker, voice, memory) or who_opens(speaker, memory)) is not None:
        known = memory.acquaintance.resolve(answers)
        memory.notice(known)
    elif known is not None and not named:
        answering = ANSWERS_BACK.match(memory.text, *voice.cue) is not None
        other = memory.spoken_to(speaker) if answering else None
        known = other or memory.just_named(speaker, known) or memory.likelier(speaker, known)
    if known is not None and known.kind is ActorKind.MEDIUM and not speaker.head and voice.rule != "turn":
        known = (
            memory.passed_by(speaker, since=known.place[0]) or known
        )  # "The daily talked with Rasil. ... , he said"
    if not agree(speaker, known):
        known = memory.of_gender.get(speaker.gender) or memory.passed_by(speaker) or known
    return known


def _of_standing(actor: Actor, memory: Memory) -> Actor | None:
    """Whom "his Lordship", "the deponent" and "the guest" mean, of those named before."""
    return by_standing(actor, memory.named, memory.acquaintance.known_as, memory.text)


def _noun_means(voice: Voice, speaker: Actor, memory: Memory) -> Actor:
    """Whom a name or a description means as whose words a voice tells; what follows may speak of him."""
    if voice.rule == "turn" and speaker.kind is ActorKind.ROLE:
        speaker = replace(speaker, definite=True)  # "SPOKESMAN:"
    pointed = memory.pointed_at(speaker) or _of_standing(speaker, memory)
    if pointed is not None:
        speaker = replace(pointed, place=speaker.place)
    speaker = _of_whom(memory.acquaintance.resolve(memory.owned(speaker)), memory)
    whose = memory.last.actors[0] if memory.last and memory.last.actors else memory.body
    whose = memory.texts.get(_text_named(speaker)) or (whose if is_utterance(speaker) else None)
    if whose is not None:
        speaker = replace(whose, place=speaker.place)  # "the statement added": whose statement it is
    speaker = memory.meant(speaker)
    speaker = memory.acquaintance.body_alike(speaker) or speaker
    if speaker.kind is ActorKind.PERSON and voice.contents:
        own = _FIRST_HAND.match(memory.text, voice.contents[0][0])
        if own is not None:
            speaker = replace(speaker, gender=memory.acquaintance.tell_sex(speaker, SEX_OF_PRONOUN[own[1]]))
    memory.notice(speaker)
    memory.spoke.add(speaker.name)
    if voice.rule == "utterance" and voice.relays and voice.relays[0].kind is ActorKind.PERSON:
        memory.notice(memory.acquaintance.resolve(voice.relays[0]))  # who reads it out, and goes on
    memory.acquaintance.heard(speaker)
    return speaker


def _within_turn(voice: Voice, speaker: Actor, before: Sequence[Voice], memory: Memory) -> Actor | None:
    """Whom a pronoun means in a turn of a transcript: "we" its speaker, "he" another whom he has named there."""
    turn = before[0] if before and before[0].rule == "turn" and holds(before[0].region, voice.cue) else None
    if turn is None or turn.speaker is None or speaker.kind is not ActorKind.PRONOUN:
        return None
    if speaker.head in ("we", "i"):
        return turn.speaker
    if speaker.head not in OTHER_SEX:
        return None
    named = [*memory.people, *([memory.passed] if memory.passed is not None else [])]
    here = [a for a in named if turn.region[0] <= a.place[0] < speaker.place[0] and may_be(speaker, a)]
    return max(here, key=lambda a: a.place[0], default=None)


def _other_meant(voice: Voice, speaker: Actor, before: Sequence[Voice], memory: Memory) -> Actor | None:
    """Whom an Arabic pronoun means that is not whoever spoke last: "His Excellency, for his part", "said of him"."""
    if speaker.kind is not ActorKind.PRONOUN or not "ء" <= speaker.name[:1] <= "ي":
        return None
    if (
        same := next((v.speaker for v in before if v.speaker and v.speaker.place == speaker.place), None)
    ) is not None:
        return same
    carried = any(relay.kind is ActorKind.PRONOUN for relay in voice.relays)
    turned = (
        speaker.name in _EXCELLENCY and _FOR_HIS_PART.search(memory.text, memory.begins, voice.cue[0]) is not None
    )
    if not carried and not turned:
        return None
    last = memory.last.actors[0] if memory.last is not None and memory.last.actors else None
    teller = before[-1].speaker if before else last
    known = (p for p in reversed(memory.people) if teller is None or p.name != teller.name)
    return next((p for p in known if p.gender in ("", speaker.gender) and p.place[0] < speaker.place[0]), None)


def _spoke_before(voice: Voice, before: Sequence[Voice]) -> Actor | None:
    """Who spoke before in the sentence, but not inside what the voice tells: "A judge had promised it, he said"."""
    if not before or any(holds(content, before[-1].cue) for content in voice.contents):
        return None
    return before[-1].cited or before[-1].speaker


def _whose_text(voice: Voice, memory: Memory, paragraph: int) -> Actor | None:
    """Whose paper it is of which the sentence before told that something was stressed in it, or that is taken up."""
    last = memory.last
    if (own := whose_own_text(voice, memory)) is not None:
        return own
    if last is None or not last.actors:
        return None
    taken_up = voice.rule == IN_IT and paragraph - memory.paragraph <= 1
    near = memory.paragraph == paragraph and last.voice.nobody
    return last.actors[0] if near or taken_up else None


def _of_whom(actor: Actor, memory: Memory) -> Actor:
    """A role under the name of whose it is: "his wife" is the wife of the man spoken of last."""
    if actor.kind is ActorKind.ROLE and actor.name.lower() in _VOICES and not actor.definite:
        body = memory.body  # "a spokeswoman said", where a company has just been named
        named = body is not None and body.kind is ActorKind.BODY and body.attribution is Attribution.NAMED
        near = body is not None and 0 < actor.place[0] - body.place[0] < _NEAR_BODY
        if body is None or not named or not near:
            return actor
        led = "the " if memory.text[body.place[0] : body.place[0] + 4].lower() == "the " else ""
        return replace(actor, name=f"{actor.name} of {led}{body.name}")
    found = _OF_HIM.match(actor.name) if actor.kind in (ActorKind.ROLE, ActorKind.BODY) else None
    if found is None or (found["what"] or "").startswith("own "):
        return actor
    whose = (found["whose"] or found["him"]).lower()
    pronoun = Actor(actor.place, whose, ActorKind.PRONOUN, Attribution.UNNAMED, _OWNER[whose])
    beside = [
        a for a in memory.people if 0 < actor.place[0] - a.place[0] < _SAME_SENTENCE and a.kind is ActorKind.PERSON
    ]
    owner = next((a for a in reversed(beside) if may_be(pronoun, a) and not a.name.isupper()), None)
    owner = owner or memory.whom(pronoun)
    if owner is None or owner.kind is not ActorKind.PERSON or not may_be(pronoun, owner):
        return actor
    if found["whose"] and actor.head.removesuffix("s") not in KIN | _OFFICES and actor.head not in FIELD_OF:
        return actor
    what = found["what"] or found["one"]
    if found["one"] or actor.head in _EMPLOYERS:
        return replace(actor, name=f"{what} of {owner.name}", brief=False)
    ending = "'" if owner.name.endswith("s") else "'s"
    return replace(actor, name=f"{owner.name}{ending} {what}", brief=False)


def _who_was_told(voice: Voice, before: Sequence[Voice]) -> Actor | None:
    """Whom another in the content of a voice told it: "An official told Ilse Kovel that they lived, she said"."""
    inside = (
        v.to for v in before if v.to is not None and holds(voice.region, v.cue) and v.to.kind is ActorKind.PERSON
    )
    return next(inside, None)


def _heard_by(voice: Voice, speaker: Actor, before: Sequence[Voice], memory: Memory) -> Actor | None:
    """Whom "he" means of whom his own words say that another told him: "A judge had told him that ..., he said"."""
    for inner in before:
        told = inner.to is not None and inner.to.kind is ActorKind.PRONOUN and inner.to.head == speaker.head
        if told and holds(voice.region, inner.cue):
            return who_heard(speaker, memory, inner.speaker, ())
    return None


def _cited(voice: Voice, before: Sequence[Voice], memory: Memory) -> Actor | None:
    """Whom a voice cites; "quoting him" is whoever the sentence, or the one before, spoke of."""
    cited = voice.cited
    if cited is None or cited.kind is not ActorKind.PRONOUN:
        return memory.acquaintance.resolve(cited) if cited else None
    teller = voice.speaker.name.lower() if voice.speaker else ""
    near = [v.speaker for v in before if v.speaker and v.speaker.kind is not ActorKind.MEDIUM]
    known = near[-1] if near else memory.whom(cited)
    return replace(known, place=cited.place) if known is not None and known.name.lower() != teller else None


def _text_named(actor: Actor) -> str:
    """The noun of a text by which somebody is named who is nobody else's: "slip" of "the slip", "the same letter"."""
    words = [word for word in bare_role(actor).split() if word != "the"]
    plain = actor.definite and actor.kind in (ActorKind.ROLE, ActorKind.MEDIUM, ActorKind.OTHER) and len(words) == 1
    return words[0] if plain else ""

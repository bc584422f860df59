"""What a party answers about the people looked for: that it searches, does not know, holds them, and so on.

In: a sentence of somebody's words, or of the reporter's. Out: proposed answers, and with "we hold them" the
acknowledgement.
Leaves to others: each language's expressions (`Language.answers`), and whose clause it is (`Language.subject_of`).

An answer told by somebody else is the answer of the party that the clause names: "he said that the Front had not
replied". "We hold them" counts in the party's own words only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from homeward.reading.events.room import About, Room
from homeward.reading.languages.language import Actor, ActorKind, Language, Place, View
from homeward.reading.proposals import Proposal, ProposalKind
from homeward.reading.sieve import chosen, sieve_of
from homeward.reading.statements import Statement
from homeward.records import AnswerCode, Attribution, ClaimSubject, Manner, Polarity

FAMILY = re.compile(
    r"mother|father|brother|sister|wife|husband|daughter|\bson\b|uncle|aunt|cousin|relative|famil|parent|"
    r"мать|отец|брат|сестр|жена|муж|родствен|семь|"
    r"אמ[וה]\b|אביו|אביה|אח[יו]|אשתו|משפח|קרוב|هم?والد|والدة|شقيق|زوج|عائل|أسر|أقارب|أهال",
    re.IGNORECASE,
)
_OWN = frozenset(["i", "we", "us", "our", "my", "you", "it", "they", "he", "she", "them", "their", "its", "ours"])
_CONTEXT = 4  # letters that a word needs to tie a body to a speaker's title


def propose_answer(
    room: Room, statement: Statement, base: Proposal, place: Place, about: About
) -> Iterator[Proposal]:
    """The answer in one sentence of a statement."""
    text, language = room.document.text, statement.language
    if text[slice(*place)].rstrip(" \n”\"’'»").endswith("?"):
        return
    begin, stop = statement.sentence[0], statement.sentence[1]
    if not statement.direct and (
        text[begin:stop].rstrip().endswith("?") or _ONLY_SUPPOSED.search(text[max(begin, place[0] - 80) : place[0]])
    ):
        return
    speaker = statement.chained.actors[0] if statement.chained.voice.speaker is not None else None
    for code, words in _answers_in(text, place, language, statement, base.manner, room):
        if code.value.startswith("says_") and not (room.mentions_in(place) or _they_in(text, place, language)):
            continue  # "three soldiers were killed" says nothing of the people looked for
        if not about.known and not (
            code is AnswerCode.COLLECTIVE_REPLY and language.stem is not None and room.mentions
        ):
            continue  # "I answer for all at once" says itself whom it is about
        by, own = _whose(room, language, place, words, speaker, code)
        first = statement.direct and _OURS.search(text, *words) is not None
        ours = speaker is not None and _FIRST_PERSON.search(text, *words) is not None
        by_subject = _UNASKED.match(text[slice(*words)]) is not None
        if code in _OF_PEOPLE or ours or (first and code in (AnswerCode.HOLDS, AnswerCode.DOES_NOT_HOLD)):
            by, own = speaker, True  # the clause's subject are the people, not the party
        if code is AnswerCode.NO_ANSWER_BY and language.our_side is not None and not by_subject:
            asked = _addressed(room, language, place, words, speaker) if own or by is None else None
            by, own = (asked, False) if asked is not None else (by, own)
        if own and code is AnswerCode.NO_ANSWER_BY:
            continue
        if own and (speaker is None or _is_ours(speaker, text, language, code)):
            continue
        if by is not None and not first and _only_saw(room, language, by, code, in_quotes=own and statement.direct):
            continue
        if by is None or (not own and not by_subject and _is_ours(by, text, language, code)):
            continue
        if by_subject and (FAMILY.search(by.name) or by.name == room.document.publisher):
            continue
        if own and language.our_side is not None and _OUR_PEOPLE.search(text, *place):
            continue
        if not own and code in (AnswerCode.HOLDS, AnswerCode.DISPUTES_IDENTITY):
            continue
        if code.value.startswith("says_") and by.kind is ActorKind.MEDIUM:
            continue  # a medium that tells of a release reports it; it answers nothing
        yield replace(
            base,
            kind=ProposalKind.ANSWER,
            span=room.document.span(*place),
            answer_code=code,
            because=f'answer-{code.value}: the words "{text[slice(*words)].strip()}"',
            confidence=0.75 if statement.direct else 0.65,
            by=_owner(by.name),
            content=(),
            persons=about.persons,
            collective=not about.persons,
            count=about.count,
        )
        room.answerers.append(_owner(by.name))
        said = _AS_CLAIMS.get(code)
        if said is not None:
            subject, polarity = said
            yield replace(
                base,
                kind=ProposalKind.CLAIM,
                span=room.document.span(*place),
                content=(),
                subject=subject,
                polarity=polarity,
                persons=about.persons,
                collective=not about.persons,
                value=text[slice(*words)].strip(),
                because=f'claim-{subject.value}: what the answer says, "{text[slice(*words)].strip()}"',
                confidence=0.7,
                to=None,
                through=None,
            )
        if code is AnswerCode.HOLDS:
            yield replace(
                base,
                kind=ProposalKind.CLAIM,
                span=room.document.span(*words),
                content=(),
                subject=ClaimSubject.ACKNOWLEDGEMENT,
                polarity=Polarity.ASSERTS,
                persons=about.persons,
                collective=not about.persons,
                by=_owner(by.name),
                because="acknowledgement: in the party's own words",
            )
        return


def propose_told_answer(
    room: Room, language: Language, base: Proposal, place: Place, about: About, free: Sequence[Place] | None = None
) -> Iterator[Proposal]:
    """An answer that the reporter tells in his own words: "the Front has not replied to the list".

    `free`: the parts of the place in which its words must begin, where others are somebody's words.
    """
    if language.subject_of is None or not about.known:
        return
    text = room.document.text
    for code, words in _answers_in(text, place, language, None, None, near=room):
        by, own = _whose(room, language, place, words, None, code)
        unasked = code is AnswerCode.NO_ANSWER_BY and _UNASKED.match(text[slice(*words)]) is None
        if unasked and language.our_side is not None and (by is None or own or _is_ours(by, text, language)):
            by, own = _addressed(room, language, place, words, None), False
        known = by is not None and (by.name == room.document.publisher or room.mentions_in(by.place))
        if own or by is None or known or _may_not_answer(by, text, language, words, code):
            continue
        if free is not None and (code not in _AROUND or not any(a <= words[0] < b for a, b in free)):
            continue
        if _only_saw(room, language, by, code):
            continue
        yield replace(
            base,
            kind=ProposalKind.ANSWER,
            span=room.document.span(*place),
            answer_code=code,
            because=f'answer-{code.value}: told in the words "{text[slice(*words)].strip()}"',
            confidence=0.5,
            by=_owner(by.name),
            content=(),
            persons=about.persons,
            collective=not about.persons,
            count=about.count,
        )
        return


def _owner(name: str) -> str:
    """Such as "the Front" of "the Front's refusal"."""
    found = _NOUN.match(name)
    return found["owner"] if found is not None else name


_AS_CLAIMS = {
    AnswerCode.DOES_NOT_HOLD: (ClaimSubject.CUSTODY, Polarity.DENIES),
    AnswerCode.SAYS_RELEASED: (ClaimSubject.RELEASED, Polarity.ASSERTS),
    AnswerCode.SAYS_TRANSFERRED: (ClaimSubject.TRANSFERRED, Polarity.ASSERTS),
    AnswerCode.SAYS_ESCAPED: (ClaimSubject.ESCAPED, Polarity.ASSERTS),
    AnswerCode.SAYS_DEAD: (ClaimSubject.DEAD, Polarity.ASSERTS),
}
# What a reporter can tell in his own words; that somebody holds or frees people is then a claim.
_TOLD = frozenset(AnswerCode) - {
    AnswerCode.HOLDS,
    AnswerCode.DISPUTES_IDENTITY,
    AnswerCode.SAYS_RELEASED,
    AnswerCode.SAYS_TRANSFERRED,
    AnswerCode.SAYS_ESCAPED,
    AnswerCode.SAYS_DEAD,
}
# Said of the people themselves, so that the grammatical subject is not the party: "is in our hands", "were freed".
_OF_PEOPLE_STATIVE = (
    AnswerCode.HOLDS,
    AnswerCode.DOES_NOT_HOLD,
    AnswerCode.SAYS_RELEASED,
    AnswerCode.SAYS_TRANSFERRED,
)
_STATIVE = re.compile(r"(?:is|are|was|were|been|has been|have been|had been)\b(?! (?:not |now |still )?\w+ing\b)")
_NEGATION = re.compile(r"(?:no|not|never|neither|nor|den(?:y|ies|ied|ying))\b", re.IGNORECASE)
_INTENTION = re.compile(r"(?:would|will|shall|must) (?:still |now |have to )?", re.IGNORECASE)
_WRITTEN_TO = re.compile(
    r"\b(?:to|with|from|asked|wrote|written|writing|approached|contacted|petitioned|telephoned|called|e-?mailed|"
    r"urged|at|before|of)\s+(?:the |an? |its |their )?$",
    re.IGNORECASE,
)
_ANSWERS_OF = re.compile(r"['’]s? (?:\w+ )?(?:answer|reply|response|silence|word)")
_OF_PEOPLE = (AnswerCode.SAYS_ESCAPED, AnswerCode.SAYS_DEAD, AnswerCode.DISPUTES_IDENTITY)
_FORCE = re.compile(r"\b(?:guard|police|army|navy|force|command|patrol|militia|service|services)$", re.IGNORECASE)
# Whoever speaks so of the people looked for is of their side: "we were not told where our colleagues are".
_OUR_PEOPLE = re.compile(
    r"\bour (?:\w+ )?(?:colleagues?|staff|employees|loved ones|relatives)\b",
    re.IGNORECASE,
)
_AT_OURS = re.compile(r"\bу (?:нас|меня)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:у нас|у меня|наш\w*|мы|нам|мне)\b", re.IGNORECASE)  # Russian: no other letters
_MATTER = re.compile(r"(?:the )?(?:search|inquir|enquir|investigation|effort|check|name|work)\w*\b", re.IGNORECASE)
# Before somebody's words: they are asked for, or supposed, not said.
_ONLY_SUPPOSED = re.compile(
    r"\b(?:must|should|ought to|has to|have to) \w+ (?:that )?$|\b(?:if|unless|whether) [^,;.]{1,50}$", re.IGNORECASE
)
_SPACE = re.compile(r"\s")
_NOUN = re.compile(r"^(?P<owner>.+?)['’]s?(?: (?:refusal|silence|denial|answer|reply|response|failure|admission))?$")
_FOR = re.compile(r" (?:for|about|on|over|regarding|concerning) ")
_ADDRESSED = re.compile(
    r"(?:\b(?:from|to|with)|(?<!\w)من)\s+$"
)  # before the party that was asked: "no word from the Front"
_UNASKED = re.compile(
    r"(?:has|have|had|did|do|does)(?: not|n['’]t|\s\w+ silent)\b|(?:never|nor|silent|ignored)\b", re.IGNORECASE
)
_ASIDE = re.compile(r",? (?:who|whose|whom)\b")
_OURS = re.compile(r"\b(?:our|us|we|my|me)\b", re.IGNORECASE)
_SERVANTS = frozenset(["lawyer", "lawyers", "driver", "doctor", "cook", "nurse"])
_OFFICIAL = re.compile(
    r"\b(?:interior|defen[cs]e|justice|army|police|prison|military|government|state|governor|court|intelligence|security)\b",
    re.IGNORECASE,
)
_KIN_AS_TITLE = re.compile(r"\b(?:Sister|Brother|Father|Mother) (?=[A-Z])")


def _is_ours(actor: Actor, text: str, language: Language, code: AnswerCode | None = None) -> bool:
    """Whether somebody searches himself, or speaks for those who do, so that he gives no answer.

    An office or a company that declines to speak, knows nothing or searches answers all the same.
    """
    phrase = _ASIDE.split(text[slice(*actor.place)], maxsplit=1)[0]
    words = _KIN_AS_TITLE.sub("", f"{phrase} {actor.name} {actor.role}")
    pattern = language.our_side or FAMILY
    found = pattern.search(words)
    if language.office is not None and code in _ANSWERED_BY_OFFICES:
        found = next((m for m in pattern.finditer(words) if not language.office.fullmatch(m.group())), None)
    return found is not None and not (found.group().lower() in _SERVANTS and _OFFICIAL.search(words))


_ANSWERED_BY_OFFICES = (
    AnswerCode.REFUSES,
    AnswerCode.DENIES_KNOWLEDGE,
    AnswerCode.SEARCHING,
    AnswerCode.DOES_NOT_HOLD,
)
_AROUND = (AnswerCode.NO_ANSWER_BY, AnswerCode.REFUSES)


def _only_saw(room: Room, language: Language, by: Actor, code: AnswerCode, *, in_quotes: bool = False) -> bool:
    """Whether somebody tells of a release or a transfer without having had the people in his hands: he claims it.

    Args:
        in_quotes: whether these are his own quoted words; of one who is only named, they may then be an answer.
    """
    if language.bystander is None or not (
        code.value.startswith("says_") or code in (AnswerCode.DENIES_KNOWLEDGE, AnswerCode.ASKS_DETAILS)
    ):
        return False
    if (
        code is not AnswerCode.ASKS_DETAILS
        and by.kind is ActorKind.PERSON
        and not (in_quotes or room.has_office(by) or by.role)
    ):
        return True
    return language.bystander.search(f"{room.document.text[slice(*by.place)]} {by.name} {by.role}") is not None


def _may_not_answer(by: Actor, text: str, language: Language, words: Place, code: AnswerCode) -> bool:
    """Whether somebody is of those who search; a company or an embassy, too, can leave a letter unanswered."""
    if _UNASKED.match(text[slice(*words)]) is not None:
        return FAMILY.search(by.name) is not None
    return _is_ours(by, text, language, code)


def _they_in(text: str, place: Place, language: Language) -> bool:
    return language.they is not None and language.they.search(text, *place) is not None


def _answers_in(
    text: str,
    place: Place,
    language: Language,
    statement: Statement | None,
    manner: Manner | None,
    room: Room | None = None,
    near: Room | None = None,
) -> Iterator[tuple[AnswerCode, Place]]:
    plain = text[slice(*place)]
    joined = _names_joined(plain, place, room)
    hearsay = statement is not None and statement.rule == "inside"  # told by somebody who is quoted himself
    if (
        room is not None
        and statement is not None
        and not hearsay
        and (held := _holding(room, statement, place)) is not None
    ):
        denied = manner is Manner.DENIED
        yield (AnswerCode.DOES_NOT_HOLD if denied else AnswerCode.HOLDS), held
    for of_manner, code, pattern in language.answers_by_manner if statement is not None and not hearsay else ():
        if of_manner is manner and (match := pattern.search(plain)) is not None:
            yield code, (place[0] + match.start(), place[0] + match.end())
    holding = language.denied_holding.search(plain) if manner is Manner.DENIED and language.denied_holding else None
    if holding is not None:
        yield AnswerCode.DOES_NOT_HOLD, (place[0] + holding.start(), place[0] + holding.end())
        return
    sieve = sieve_of(language.answers, _pattern_of)
    worth = sieve.worth(plain, text) | (sieve.worth(joined, text) if joined != plain else 0)
    for given, pattern in chosen(language.answers, worth):
        code = given
        if (statement is None and code not in _TOLD) or (manner is Manner.DENIED and code not in _DENYING):
            continue
        match = pattern.search(plain) or (pattern.search(joined) if joined != plain else None)
        if match is None:
            continue
        before = plain[: match.start()]
        free = (AnswerCode.REFUSES, AnswerCode.NO_ANSWER_BY, AnswerCode.ASKS_DETAILS, AnswerCode.DENIES_KNOWLEDGE)
        unreal = language.unreal.search(before) if language.unreal is not None and code not in free else None
        if unreal is not None and not _is_real_yet(code, unreal.group()):
            continue
        if code is AnswerCode.REFUSES and _is_other_matter(language, plain, match.end(), place, room or near):
            continue
        if code in _OF_FATE and language.nobody is not None and language.nobody.search(before):
            continue
        if code is AnswerCode.HOLDS and (
            statement is None
            or hearsay
            or _ASKED.match(text, place[0] + match.end()) is not None
            or _is_helper(statement)
            or not _is_own_acknowledgement(match.group(), before, language, statement)
        ):
            continue
        if manner is Manner.DENIED and code is AnswerCode.HOLDS:
            code = AnswerCode.DOES_NOT_HOLD
        yield code, (place[0] + match.start(), place[0] + match.end())


def _is_other_matter(language: Language, words: str, stop: int, place: Place, room: Room | None) -> bool:
    """Whether what somebody declines to speak of is nothing about the people: "would not discuss sums"."""
    if language.other_matter is None or language.other_matter.match(words, stop) is None:
        return False
    return room is None or not room.mentions_in((place[0] + stop, place[0] + stop + _BEHIND))


_BEHIND = 80  # characters behind a refusal in which the people it is about may be named
_DENYING = (AnswerCode.HOLDS, AnswerCode.DOES_NOT_HOLD)  # "denied: no unit had ever detained them"
_OF_FATE = frozenset(code for code in AnswerCode if code is AnswerCode.HOLDS or code.value.startswith("says_"))
_HELPERS = re.compile(
    r"\b(?:Red (?:Cross|Crescent|Crystal)|ICRC)\b|Красн\w+ (?:Крест|Полумесяц)\w*|\bМККК\b|"
    r"(?:צלב|סהר) האדום|(?:الصليب|الهلال) الأحمر",
    re.IGNORECASE,
)
_ASKED = re.compile(r"[^.!,;:…،؛\n]{0,40}[?؟]")  # "Who says that they are with us?" acknowledges nothing


def _pattern_of(answer: tuple[AnswerCode, re.Pattern[str]]) -> re.Pattern[str]:
    return answer[1]


def _is_helper(statement: Statement) -> bool:
    """Whether the Red Cross or Red Crescent speaks: whom they have in their hands is free."""
    actors = statement.chained.actors
    return bool(actors) and _HELPERS.search(f"{actors[0].name} {actors[0].role}") is not None


def _is_real_yet(code: AnswerCode, before: str) -> bool:
    """Whether the words before leave an answer standing: "no such boat came and no such people are here"."""
    if code is AnswerCode.DOES_NOT_HOLD:
        return _NEGATION.match(before) is not None
    return code is AnswerCode.SEARCHING and _INTENTION.fullmatch(before) is not None


def _names_joined(words: str, place: Place, room: Room | None) -> str:
    """The words with each name of a sought person as one word, so that it stands where "him" may stand."""
    for mention in room.mentions_in(place) if room is not None else ():
        start, stop = mention.span.start - place[0], mention.span.stop - place[0]
        if mention.person_key and stop <= len(words):
            words = words[:start] + _SPACE.sub("_", words[start:stop]) + words[stop:]
    return words


# "have arrested two men over the disappearance": suspects
_SUSPECTED = re.compile(
    r" (?:over|in connection with|on suspicion of|accused of|suspected of|linked to|"
    r"for the (?:abduction|kidnapping|murder))\b"
)


def _holding(room: Room, statement: Statement, place: Place) -> Place | None:
    """Where a speaker says that he, or his own side by name, has people who are looked for: "we have the crew"."""
    language = statement.language
    if language.holding is None or language.subject_of is None or statement.chained.voice.speaker is None:
        return None
    text = room.document.text
    for mention in room.mentions_in(place):
        before = text[place[0] : mention.span.start]
        match = language.holding.search(before[-60:])
        if _SUSPECTED.match(text, mention.span.stop):
            continue
        if match is None or (language.untrue is not None and language.untrue.search(before[-80:])):
            continue
        start = mention.span.start - len(match.group())
        if language.unreal is not None and language.unreal.search(text[place[0] : start]):
            continue
        actor = language.subject_of(View(text, text, *place, (), ()), start)
        speaker = statement.chained.actors[0]
        if actor is None:
            continue
        low = actor.name.lower()
        first = low in ("we", "i") and statement.direct
        body = speaker.kind is ActorKind.BODY or _FORCE.search(speaker.name) is not None
        itself = low in ("it", "they") and not statement.direct and body
        named = actor.kind is not ActorKind.PRONOUN and not statement.direct
        resolved = room.acquaintance.resolve(actor) if named else actor
        if first or itself or (named and (resolved.name == speaker.name or is_side_of(resolved, speaker, text))):
            return start, mention.span.stop
    return None


def _is_own_acknowledgement(words: str, before: str, language: Language, statement: Statement) -> bool:
    """Whether "holds" is the party's own word about itself: no denial, no quotation of others, no accusation."""
    if language.untrue is not None and language.untrue.search(before[-80:]):
        return False
    if _AT_OURS.search(words) and not statement.direct:
        return False  # "он сказал, что они у нас": whose "we" that is, is not told
    if language.itself is None or not language.itself.match(words.strip()):
        return True
    if not statement.chained.actors:
        return False
    speaker = statement.chained.actors[0]
    manner = statement.chained.voice.manner
    own = speaker.kind in (ActorKind.BODY, ActorKind.OTHER) or manner in (Manner.CONFIRMED, Manner.DENIED)
    return own and not statement.direct


def _whose(
    room: Room, language: Language, place: Place, words: Place, speaker: Actor | None, code: AnswerCode
) -> tuple[Actor | None, bool]:
    """By whom an answer is; and whether that is the speaker himself or his own side."""
    at = words[0]
    if language.subject_of is None:
        return speaker, True
    text = room.document.text
    stative = code in _OF_PEOPLE_STATIVE and _STATIVE.match(text[slice(*words)]) is not None
    if stative and speaker is not None and language.stem is None:
        return speaker, True  # "the pilot is in our hands": the subject are the people
    if code is AnswerCode.NO_ANSWER_BY and (asked := _asked(room, place, words)) is not None:
        return asked, False
    dates = tuple(room.dates_in(place))
    actor = language.subject_of(View(text, text, place[0], place[1], (), dates), at)
    if actor is None and speaker is None and language.stem is not None:
        return None, False  # Russian leaves out a subject that is anybody's: "ответа не пришло"
    if actor is None:
        return (speaker, True) if speaker is not None else (_last_addressee(room), False)
    if speaker is not None and (_MATTER.match(actor.name) or _MATTER.match(text, *words)):
        return speaker, True  # "inquiries are under way, the ministry said"
    if actor.kind is ActorKind.PRONOUN:
        if speaker is not None and (actor.head in _OWN or actor.name.lower() in _OWN):
            return speaker, True
        found = room.who(actor, earlier=True)
        return (found if found.kind is not ActorKind.PRONOUN else None), False
    found = room.who(actor)
    phrase = text[slice(*actor.place)]
    owner = phrase.split(maxsplit=1)[0]
    if owner.lower() in ("his", "her", "its", "their") and speaker is None:
        pronoun = Actor(
            (actor.place[0], actor.place[0]), owner, ActorKind.PRONOUN, Attribution.UNNAMED, owner.lower()
        )
        whose = room.who(pronoun, earlier=True)
        return (whose if whose.kind is not ActorKind.PRONOUN else None), False
    if owner.lower() in ("his", "her", "its", "their") and code is AnswerCode.NO_ANSWER_BY:
        return replace(found, name=phrase[:1].lower() + phrase[1:]), False
    if speaker is not None and (found.name == speaker.name or is_side_of(found, speaker, text)):
        return speaker, True
    if room.mentions_in(actor.place) or not _is_party(found):
        if speaker is None:
            return _last_addressee(room), False
        elsewhere = found.kind is ActorKind.OTHER and found.attribution is Attribution.NAMED
        return (None, False) if elsewhere and not room.mentions_in(actor.place) else (speaker, True)
    return found, False


def _asked(room: Room, place: Place, words: Place) -> Actor | None:
    """Who was written to or asked where the words have no subject of their own: "no word from the Front"."""
    text = room.document.text
    if _UNASKED.match(text[slice(*words)]):
        return None
    found = [a if not room.mentions_in(a.place) else _without_matter(a) for a in room.named_here(place)]
    here = [a for a in found if a is not None and _is_party(a)]
    asked = [a for a in here if _ADDRESSED.search(text[max(place[0], a.place[0] - 12) : a.place[0]])]
    return asked[0] if asked else None


def _addressed(room: Room, language: Language, place: Place, words: Place, speaker: Actor | None) -> Actor | None:
    """To whom the text last told of writing before "heard nothing", where the clause does not say."""
    text = room.document.text
    for actor in room.before(words[0]):
        ahead = text[max(0, actor.place[0] - 14) : actor.place[0]]
        other = speaker is None or actor.name != speaker.name
        theirs = _ANSWERS_OF.match(text, actor.place[1]) is not None
        if (
            other
            and (theirs or _WRITTEN_TO.search(ahead))
            and not _is_ours(actor, text, language)
            and not room.mentions_in(actor.place)
        ):
            return actor
    return _last_addressee(room)


def _without_matter(actor: Actor) -> Actor | None:
    """Such as "the Front" of "the Front for news of Dana"; None where the name is that of the people looked for."""
    name, _, matter = _FOR.sub("\n", actor.name, count=1).partition("\n")
    return replace(actor, name=name) if matter else None


def _last_addressee(room: Room) -> Actor | None:
    """Whom the last contact told of was with: "She wrote to Daulat. No answer came."."""
    if not room.met or len(room.met[-1]) < 2:
        return None
    return Actor((0, 0), room.met[-1][1], ActorKind.OTHER, Attribution.NAMED)


def _is_party(actor: Actor) -> bool:
    if actor.attribution is Attribution.NAMED and actor.kind is not ActorKind.OTHER:
        return True
    if actor.kind is ActorKind.OTHER:
        return len(actor.name.split()) > 1 or actor.name.endswith("s")
    named = any(x[:1].isupper() for x in actor.name.split())
    return actor.kind is ActorKind.BODY or (actor.kind is ActorKind.ROLE and (actor.definite or named))


def is_side_of(actor: Actor, speaker: Actor, text: str) -> bool:
    """Whether a body or "his men" is the speaker's own: his title names it, or the words say whose they are."""
    phrase = text[slice(*actor.place)].lower()
    if phrase.split(maxsplit=1)[0] in ("his", "her", "its", "their", "our", "my"):
        return True
    title = text[slice(*speaker.place)].lower() + " " + speaker.name.lower()
    return any(len(x) >= _CONTEXT and x in title for x in re.findall(r"\w+", actor.name.lower()))

"""What was said, in whose words: contents of voices, joined where a quotation is split or runs over paragraphs.

In: the sentences of a document with the voices that each language's rules saw. Out: `Statement`, in order.
Leaves to others: chains (`chain`) and what the words mean (`events`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from homeward.reading.acquaintance import sex_of
from homeward.reading.addressed import addressed
from homeward.reading.callings import FIELD_OF
from homeward.reading.chain import chain_voices, pass_on
from homeward.reading.chained import BEGINS_PASSAGE, LED_THROUGH, PASSED_ON, TOLD_LATER, Chained
from homeward.reading.document import Document
from homeward.reading.entities.lists import place_names
from homeward.reading.fitting import KIN, OTHER_SEX, agree, may_be
from homeward.reading.languages.language import MASK, Actor, ActorKind, Analysis, Language, Place, View, Voice
from homeward.reading.links import links_of, plain_name
from homeward.reading.memory import Memory
from homeward.reading.offices import offices, owners, pair
from homeward.reading.paths import GOES_ON, Told, Utterance, find_paths
from homeward.reading.proposals import ReadStatement
from homeward.reading.relaying import Judge, Said, candidates, named_beside, shipped
from homeward.reading.segment import Quotation
from homeward.reading.subjects import Described, described_in_lead, firm_behind, is_named_now, one_of, without_where
from homeward.records import Attribution, Manner


@dataclass(slots=True)
class Statement:
    """Words with their chain. `contents` are places in the document, several where a quotation is split."""

    chained: Chained
    contents: list[Place]
    direct: bool
    sentence: Place
    paragraph: int
    language: Language
    rule: str
    inner: tuple[Place, ...] = ()
    named_before: tuple[Actor, ...] = ()  # who was spoken of before words in quotation marks, the latest at the end

    @property
    def attitude(self) -> bool:
        """Whether it is a stance rather than words."""
        return self.chained.voice.attitude


@dataclass(frozen=True, slots=True)
class SeenSentence:
    """A sentence with what was seen in it."""

    view: View
    analysis: Analysis
    paragraph: int
    language: Language


def find_statements(
    seen: Sequence[SeenSentence], memory: Memory, through: Mapping[int, tuple[Actor, ...]] | None = None
) -> list[Statement]:
    """Statements of all sentences in order; `through`: by a sentence's beginning, the media that it came through."""
    found: list[Statement] = []
    unowned: list[tuple[SeenSentence, Quotation]] = []
    publisher = (memory.acquaintance.publisher or "").casefold()
    lead: Described | None = None
    told: Statement | None = None  # whose words the next sentence may go on with
    if seen:
        text = seen[0].view.text
        naming = next((sentence.language.bodies for sentence in seen if sentence.language.bodies is not None), None)
        said_to_be = next((s.language.introduced for s in seen if s.language.introduced is not None), None)
        memory.acquaintance.survey(
            text, naming(text) if naming is not None else (), said_to_be(text) if said_to_be is not None else ()
        )
    for sentence in seen:
        for actor in sentence.analysis.actors:
            memory.acquaintance.meet(actor, sentence.view.text[slice(*actor.place)])
    for sentence in seen:
        view = sentence.view
        first = True
        memory.turn_to(view.masked, view.start)
        told_of: list[Actor] = []
        media = _summed_up(view, memory, through)
        memory.acquaintance.in_headline = sentence.paragraph == 0 and _is_headline(view)
        firm = firm_behind(sentence.analysis.actors, view.masked)
        for number, actor in enumerate(sentence.analysis.actors):
            actor = without_where(one_of(actor, view.text), view.text)
            resolved = memory.acquaintance.resolve(actor if number or firm is None else firm)
            told_of.append(resolved)
            if _HIJRI_MONTH.match(actor.name):
                continue  # "before the end of Jumada al-Ula"
            if actor.head == "report":
                continue  # "In a statement posted there, the Front ...": it is the Front's
            if first and actor.kind is ActorKind.ROLE:
                is_he = _named_as(actor, sentence.analysis.actors[number + 1 : number + 2], view)
                resolved = memory.acquaintance.resolve(is_he) if is_he is not None else memory.meant(resolved)
            if resolved.kind is ActorKind.PERSON and resolved.name.casefold() == publisher:
                continue  # the paper's own name at its head
            if first and actor.head in OTHER_SEX and not sentence.analysis.voices:
                _goes_on_about(actor, memory)
            if first and _is_apposed(resolved, view):
                resolved = replace(resolved, kind=ActorKind.PERSON)
            subject = first and actor.kind is not ActorKind.PRONOUN and not sentence.analysis.voices
            subject = subject and ";" not in view.masked[view.start : actor.place[0]]
            if subject and not _only_opens(actor, resolved, view):
                memory.notice(resolved, spoke=False)  # the subject, as a rule
                turns = resolved.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.BODY)
                memory.turned = resolved if turns else None
            else:
                memory.pass_by(resolved)
            first = False
            for owner in owners(actor, view):
                memory.pass_by(owner)
        memory.addressed = addressed(told_of, view.masked, (view.start, view.stop))
        two = pair(sentence.analysis.actors, view) if not sentence.analysis.voices else None
        if two is not None:
            memory.many = two
            memory.acquaintance.meet_two(two)
        memory.meet_texts(sentence.analysis.actors, view.stop)
        for person, office in offices(view, sentence.analysis.actors):
            memory.acquaintance.introduce(person, office)
        named = is_named_now(lead, sentence.analysis.voices, sentence.paragraph) if lead is not None else None
        if lead is not None and named is not None and not memory.is_looked_for(named):
            memory.acquaintance.introduce(named, lead.actor)
            lead = None
        if not memory.acquaintance.in_headline:
            who = sentence.analysis.voices[0].speaker if sentence.analysis.voices else next(iter(told_of), None)
            lead = described_in_lead(who, sentence.paragraph) or lead
        chained = chain_voices(sentence.analysis.voices, view.dates, memory, sentence.paragraph)
        if media:
            chained = [pass_on(one, media) for one in chained]
        if (teller := _of_passage(chained, sentence.paragraph, memory)) is not None:
            chained = [pass_on(one, (teller,)) for one in chained]
        for voice in sentence.analysis.voices:
            if voice.rule == BEGINS_PASSAGE and voice.speaker is not None:
                memory.passage = memory.acquaintance.resolve(voice.speaker), sentence.paragraph
            elif voice.rule == PASSED_ON and found:
                relays = tuple(memory.acquaintance.resolve(relay) for relay in voice.relays)
                found[-1].chained = memory.last = pass_on(found[-1].chained, relays)
            elif voice.cited is not None and not voice.contents and not chained:
                _tell_source(voice, sentence.paragraph, found, memory)
            elif voice.rule in (TOLD_LATER, LED_THROUGH):
                _tell_way(voice, sentence.paragraph, found, memory)
        owned: set[int] = set()
        for one in chained:
            statement = Statement(
                one,
                list(one.voice.contents),
                one.voice.direct,
                (view.start, view.stop),
                sentence.paragraph,
                sentence.language,
                one.voice.rule,
                one.inner,
                _spoken_of(one, memory) if one.voice.direct else (),
            )
            owned |= {q.start for q in view.quotes for a, b in statement.contents if a <= q.inner_start <= b}
            found.append(statement)
            if unowned and one.voice.direct and unowned[-1][1].stop <= view.start:
                _adopt(found[-1], unowned)
        if unowned:
            _carry_on(unowned, found, len(chained), view.masked)
        unowned = []
        told = _told_on(sentence, found, told, chained)
        if told is not None and not sentence.analysis.voices and told.chained.actors:
            teller = told.chained.actors[0]  # he goes on: whom he speaks of is not whom the text turns to
            memory.notice(replace(teller, place=(view.start, view.start)))
        for quote in view.quotes:
            if quote.start in owned or not quote.is_speech:
                continue
            last = found[-1] if found else None
            if last is not None and _holds(last, quote):  # words that its own cue, in the paragraph before, led to
                last.paragraph = memory.paragraph = sentence.paragraph
                last.sentence = (last.sentence[0], max(last.sentence[1], view.stop))
                continue
            alone = not view.masked[view.start : view.stop].replace("\ufffc", "").strip(" \n\r\t.,—–-")
            if (
                last is not None
                and last.direct
                and (quote.continues or (alone and last.paragraph == sentence.paragraph))
            ):
                if _is_asked_between(last, quote, view.masked):
                    last = _further(last, quote, (view.start, view.stop))
                    found.append(last)
                else:
                    last.contents.append((quote.inner_start, quote.inner_stop))
                last.sentence = (last.sentence[0], view.stop)
                last.paragraph = sentence.paragraph
                memory.paragraph = sentence.paragraph
            elif alone:
                unowned.append((sentence, quote))
    _follow_paths(found, seen, memory)
    _judge_relays(found, seen, memory)
    _name_the_described(found, seen[0].view.text if seen else "", memory)
    _name_by_calling(found)
    _name_headline(found, memory)
    _hide_who_asked_for_it(found, seen[0].view.masked if seen else "")
    cues = {statement.chained.voice.cue[1] for statement in found}
    return [
        one
        for statement in found
        for one in (
            statement,
            *(s for s in _told_within(statement, seen, memory) if s.chained.voice.cue[1] not in cues),
        )
    ]


def _goes_on_about(pronoun: Actor, memory: Memory) -> None:
    """A sentence whose subject is "he" goes on about whoever is meant: "He came on Monday. ..., he recalls"."""
    known = memory.whom(pronoun)
    if known is not None and known.kind is ActorKind.PERSON:
        memory.notice(replace(known, place=pronoun.place), spoke=False)


def _is_apposed(actor: Actor, view: View) -> bool:
    """Whether a name of one word opens a sentence with what it is: "Gulsim, the youngest, telephoned"."""
    if actor.kind is not ActorKind.OTHER or " " in actor.name or view.text[view.start : actor.place[0]].strip():
        return False
    match = _WHO_IT_IS.match(view.masked, actor.place[1])
    words = match[1].lower().split() if match is not None else []
    return any(word in KIN or word in FIELD_OF or word in _OF_SEVERAL for word in words)


_WHO_IT_IS = re.compile(r", (?:the|an?|his|her|their|our|its) ([^,.;:]{3,60}), ")
_OF_SEVERAL = frozenset(
    ["youngest", "eldest", "oldest", "smallest", "tallest", "man", "woman", "boy", "girl", "widow"]
)


def _summed_up(view: View, memory: Memory, through: Mapping[int, tuple[Actor, ...]] | None) -> tuple[Actor, ...]:
    """The media through which all that a sentence tells came; "the paper" is then the first of them."""
    media = tuple(map(memory.acquaintance.resolve, through.get(view.start, ()) if through else ()))
    memory.acquaintance.summed_up = media[0] if media else None
    return media


def _follow_paths(found: Sequence[Statement], seen: Sequence[SeenSentence], memory: Memory) -> None:
    """Give statements the relays of whom the sentences around them tell how the words came."""
    if not any(sentence.analysis.steps for sentence in seen):
        return
    opens: dict[int, int] = {}
    for sentence in seen:
        opens.setdefault(sentence.paragraph, sentence.view.start)
    told = [
        Told(
            (sentence.view.start, sentence.view.stop),
            opens[sentence.paragraph],
            sentence.paragraph,
            sentence.analysis.steps,
            sentence.analysis.actors,
            any(voice.contents and not voice.attitude for voice in sentence.analysis.voices),
        )
        for sentence in seen
    ]
    said = []
    for number, one in enumerate(found):
        cue = one.chained.voice.cue
        near = range(max(0, number - _BESIDE), min(len(found), number + _BESIDE))
        outer = next((n for n in near if n != number and _is_within(cue, found[n])), None)
        alone = one.rule != "turn" and outer is None
        said.append(Utterance(one.chained, cue, one.paragraph, tuple(one.contents), alone, outer))
    for statement, chained in zip(found, find_paths(said, told, memory.acquaintance), strict=True):
        statement.chained = chained


_TOLD_APART = "goes-on"  # the rule of a sentence of its own that goes on with what was quoted before
_HIJRI_MONTH = re.compile(
    r"(?:Muharram|Safar|Rabi['’‘]? al-\w+|Jumada al-\w+|Rajab|Sha['’‘]?ban|Ramadan|Shawwal|Dhu(?:l|['’‘]?l| al)-\w+)$"
)
_SURE = 0.7  # chance from which a medium that no rule ties to a statement is taken to have relayed it
_BESIDE = 12  # statements among which those inside a statement, or around it, are looked for


def _judge_relays(found: Sequence[Statement], seen: Sequence[SeenSentence], memory: Memory) -> None:
    """Give statements without a relay the medium near them through which a learnt judge takes them to have come."""
    judge = shipped()
    if judge is None:
        return
    before: tuple[str, Actor, int] | None = None
    for number, statement in enumerate(found):
        near = found[max(0, number - _BESIDE) : number + _BESIDE]
        chained, voice = statement.chained, statement.chained.voice
        alone = len(chained.actors) == 1 and voice.speaker is not None and not statement.attitude
        if (
            statement.rule == "turn"
            or statement.language.code != "en"
            or not alone
            or chained.actors[0].kind is ActorKind.MEDIUM
        ):
            continue
        if any(_is_within(voice.cue, other) for other in near if other is not statement):
            continue
        speaker = chained.actors[0]
        if before is not None and before[0] == speaker.name.lower() and not voice.apart:
            relay = before[1] if statement.paragraph - before[2] <= GOES_ON else None
        else:
            relay = None
        relay = relay or _likeliest(judge, statement, seen, memory)
        if relay is None:
            continue
        before = speaker.name.lower(), relay, statement.paragraph
        statement.chained = replace(pass_on(chained, (relay,)), judged=True)
        for other in near:
            if (
                other is not statement
                and other.chained.actors[-1:] == chained.actors
                and _is_within(other.chained.voice.cue, statement)
            ):
                other.chained = replace(pass_on(other.chained, (relay,)), judged=True)


def _is_led_by_as(view: View, actor: Actor) -> bool:
    """Whether somebody is named as the radio is in "denied that he was ill, as the radio had reported"."""
    at = actor.place[0]
    return view.masked[max(0, at - 9) : at].endswith((", as ", ", as the "))


def _likeliest(judge: Judge, statement: Statement, seen: Sequence[SeenSentence], memory: Memory) -> Actor | None:
    chained, voice = statement.chained, statement.chained.voice
    own = [actor.name.lower() for actor in (*chained.actors, voice.speaker) if actor is not None]
    source = voice.source or (voice.speaker.place if voice.speaker is not None else None)
    said = Said(tuple(statement.contents), voice.cue, source, frozenset(own), str(chained.actors[0].kind))
    denied = voice.manner is Manner.DENIED and bool(seen)
    near = [c for c in candidates(seen, said) if not (denied and _is_led_by_as(seen[0].view, c.actor))]
    chances = [(max(judge.chance(c.features), _SURE * c.plain), c.actor.place, c.actor) for c in near]
    chance, _, actor = max(chances, key=lambda one: one[:2], default=(0.0, (0, 0), None))
    if actor is None or chance < _SURE:
        actor = _named_beside(statement, seen, said) if not denied else None
    if actor is None:
        return None
    relay = replace(memory.acquaintance.resolve(actor), kind=ActorKind.MEDIUM)
    publisher = (memory.acquaintance.publisher or "").lower()
    return None if relay.name.lower() in (*own, publisher) else relay


def _named_beside(statement: Statement, seen: Sequence[SeenSentence], said: Said) -> Actor | None:
    """The one medium that the sentence of a statement names within a longer phrase."""
    describe = statement.language.describe
    view = next((s.view for s in seen if s.view.start <= statement.chained.voice.cue[0] < s.view.stop), None)
    if describe is None or view is None:
        return None
    found = [
        actor for place in named_beside(view, said) if (actor := describe(view.text, place)).kind is ActorKind.MEDIUM
    ]
    return found[0] if len({actor.name.lower() for actor in found}) == 1 else None


def _is_within(place: Place, statement: Statement) -> bool:
    return not statement.attitude and any(a <= place[0] and place[1] <= b for a, b in statement.contents)


def _of_passage(chained: Sequence[Chained], paragraph: int, memory: Memory) -> Actor | None:
    """Whose words a sentence is part of: "The spokesman gave the following answer:", until he is spoken of again."""
    if memory.passage is None or paragraph == memory.passage[1]:
        return None
    teller, begun = memory.passage
    speakers = [one.actors[0] for one in chained if one.actors]
    again = any(a.name == teller.name or (a.definite and a.head and a.head == teller.head) for a in speakers)
    if again or paragraph - begun > _LONGEST_PASSAGE:
        memory.passage = None
        return None
    return teller


_LONGEST_PASSAGE = 8  # paragraphs


def _is_headline(view: View) -> bool:
    """Whether a first paragraph is a line over a report: short, without a stop."""
    end = view.text.find("\n", view.start)
    line = view.text[: end if end > 0 else len(view.text)].strip()
    return end > 0 and len(line) < _LONGEST_HEAD and line[-1:] not in '.!?:;”"’'


def _name_headline(found: Sequence[Statement], memory: Memory) -> None:
    """Whom a headline's "prime minister" and "port authority" name: the first in the text below who is called so."""
    if not found or found[0].sentence[0] > _LONGEST_HEAD or not found[0].chained.actors:
        return
    head = found[0].chained
    short = head.actors[0]
    if short.kind not in (ActorKind.ROLE, ActorKind.BODY, ActorKind.MEDIUM) or len(short.name.split()) > 3:
        return
    words = _without_articles(short.name.lower().split())
    meant = memory.stood_for.get(short.head.lower())
    for statement in found[1:]:
        other = next(iter(statement.chained.actors), None)
        if meant is not None or other is None or statement.paragraph == found[0].paragraph:
            continue
        called = _without_articles(memory.acquaintance.known_as(other) if other.kind is ActorKind.PERSON else ())
        own = _without_articles(other.name.lower().split()) if other.kind is short.kind else set()
        before = statement.chained.voice.speaker
        same = before is not None and before.head == short.head and short.kind is ActorKind.ROLE and bool(short.head)
        less = (
            bool(short.head) and called <= words and short.head.split()[0] in called
        )  # "governor of X": the governor
        if same and other.kind is ActorKind.PERSON and statement.paragraph < _LEDE and before is not None:
            meant = other if before.kind is ActorKind.ROLE or before.head == other.head else None
        elif (short.kind is ActorKind.ROLE and (words <= called or less)) or (
            short.kind is not ActorKind.ROLE and words < own
        ):
            meant = other
    if meant is not None:
        actor = replace(short, name=meant.name, kind=meant.kind, attribution=meant.attribution)
        found[0].chained = replace(head, actors=(actor, *head.actors[1:]))


def _named_as(role: Actor, following: Sequence[Actor], view: View) -> Actor | None:
    """Who a role that opens a sentence is said to be: "The only witness was Nodar Venn"."""
    for person in following:
        if person.kind is ActorKind.PERSON and _COPULA.fullmatch(view.masked, role.place[1], person.place[0]):
            return replace(person, head=role.head, role=person.role or role.name.lower())
    return None


_COPULA = re.compile(r" (?:was|is|has been) ")


def _without_articles(words: Iterable[str]) -> set[str]:
    """Words without the article that Hebrew and Arabic write on to them."""
    return {re.sub(r"^(?:ה(?=[א-ת]{3})|ال(?=\w{3}))", "", word) for word in words}


_LONGEST_HEAD = 120


def _name_the_described(found: Sequence[Statement], text: str, memory: Memory) -> None:
    """Who is only described at first and named where he goes on: "A man told a court ... “...,” Omar Venn said"."""
    for number, statement in enumerate(found[:_FIRST_TOLD]):
        actor = next(iter(statement.chained.actors), None)
        opens = number == 0 and actor is not None and _opens_unnamed(actor, statement)
        if actor is None or not (opens or _is_described(actor, statement)):
            continue
        later = next((s for s in found[number + 1 :] if s.paragraph > statement.paragraph and s.chained.actors), None)
        if later is None or later.paragraph - statement.paragraph > 1:
            continue
        named = later.chained.actors[0]
        voice = later.chained.voice
        new = named.kind is ActorKind.PERSON and voice.speaker is not None and voice.speaker.kind is ActorKind.PERSON
        ranked = named.role in _RANKS_BY_HEAD.get(actor.head, ()) and not named.head.endswith("s")
        plain = ((not named.role and not named.head) or (opens and ranked)) and " " in named.name
        first = all(a.name != named.name for s in found[: number + 1] for a in s.chained.actors)
        sexes = {sex_of(actor), sex_of(named)} - {""}
        told = text[slice(*named.place)].split()[-1:] == named.name.split()[-1:]  # no "he"
        told = told and (statement.language.code != "en" or named.name.lower() not in place_names("en"))
        new = new and not (opens and actor.definite and memory.is_looked_for(named))  # no bishop before
        if new and plain and first and told and len(sexes) < 2:
            full = replace(actor, name=named.name, kind=named.kind, attribution=named.attribution)
            for same in found[number:]:
                if same is statement or (same.chained.actors and same.chained.actors[0].name == actor.name):
                    same.chained = replace(same.chained, actors=(full, *same.chained.actors[1:]))


def _name_by_calling(found: Sequence[Statement]) -> None:
    """Who is told of by calling or kin at first, and named soon: "the chief negotiator", "negotiator Soll"."""
    for number, statement in enumerate(found):
        actor = next(iter(statement.chained.actors), None)
        told = actor is not None and actor.kind is ActorKind.ROLE and actor.attribution is Attribution.UNNAMED
        if (
            actor is None
            or not told
            or statement.attitude
            or actor.head.endswith("s")
            or statement.language.code != "en"
        ):
            continue
        lede = number < _FIRST_TOLD and statement.paragraph < _LEDE
        for later in found[number + 1 : None if lede else number + 2]:
            named = later.chained.voice.speaker
            if named is None or later.paragraph - statement.paragraph > _REACH_OF_NAME:
                break
            known = later.chained.actors[0] if later.chained.actors else named
            if known.kind is not ActorKind.PERSON or not known.name:
                continue
            if not _is_called_so(actor, named, known) or any(
                a.name == known.name for s in found[:number] for a in s.chained.actors[:1]
            ):
                continue
            full = replace(actor, name=known.name, kind=known.kind, attribution=known.attribution)
            for same in found[number:]:
                if same.chained.actors and same.chained.actors[0].name == actor.name:
                    same.chained = replace(same.chained, actors=(full, *same.chained.actors[1:]))
            break


_REACH_OF_NAME = 2  # paragraphs


def _is_called_so(role: Actor, named: Actor, known: Actor) -> bool:
    """Whether a person named later is whom a role told of: by calling, or by the family name of the kin."""
    if sex_of(role) and sex_of(known) and sex_of(role) != sex_of(known):
        return False
    if named.kind is ActorKind.PERSON and named.head and named.head == role.head:
        return role.head not in _SPEAKS_FOR_OTHERS and not _is_another_office(role, named)
    family = known.name.lower().rpartition(" ")[2]
    own = [word.lower().strip(",").removesuffix("'s").removesuffix("’s") for word in role.name.split()]
    return (
        role.head in KIN
        and len(known.name.split()) > 1
        and family in own
        and known.name.split()[0].lower() not in own
    )


def _is_another_office(role: Actor, named: Actor) -> bool:
    """Whether two are told of with no word in common: "the local government chairman", "the union chairman"."""
    own = {word for word in re.findall(r"[a-z-]+", role.name.lower()) if word not in _SMALL} - {role.head}
    other = {word for word in re.findall(r"[a-z-]+", named.role) if word not in _SMALL} - {role.head}
    return bool(own) and bool(other) and not own & other


_SMALL = frozenset(
    ["the", "a", "an", "of", "for", "in", "s", "its", "his", "her", "their", "chief", "senior", "former", "veteran"]
)


def _is_described(actor: Actor, statement: Statement) -> bool:
    """Whether somebody is one person who is told of by what he is, at the beginning of a report."""
    one = actor.kind is ActorKind.ROLE and not actor.head.endswith("s") and actor.attribution is Attribution.UNNAMED
    plain = actor.head not in FIELD_OF and actor.head not in _SPEAKS_FOR_OTHERS
    return one and plain and statement.paragraph < _LEDE and not actor.definite and not statement.attitude


def _opens_unnamed(actor: Actor, statement: Statement) -> bool:
    """Whether a report opens with one person told of by more than "the mayor": "The widow of a corporal told ..."."""
    one = actor.kind is ActorKind.ROLE and not actor.head.endswith("s") and actor.attribution is Attribution.UNNAMED
    told = actor.definite and (" of " in actor.name or FIELD_OF.get(actor.head) in _OFFICIAL)
    ranked = actor.head in _RANKS_BY_HEAD
    return one and (told or ranked) and " " in actor.name and statement.paragraph < _LEDE and not statement.attitude


_OFFICIAL = frozenset(["politics", "envoy", "military", "police", "clergy", "voice"])
_RANKED = frozenset(word for word, field in FIELD_OF.items() if field in ("military", "police")) | {"commissioner"}
_RANKS_BY_HEAD = dict.fromkeys(["commander", "spokesman", "spokeswoman", "chief", "officer", "leader"], _RANKED)
_SPEAKS_FOR_OTHERS = frozenset(
    ["official", "aide", "adviser", "advisor", "member", "employee", "source", "leader", "head", "chief", "director"]
)


_FIRST_TOLD = 3  # statements within which a report leads to somebody without his name
_LEDE = 3  # paragraphs


def _hide_who_asked_for_it(found: Sequence[Statement], text: str) -> None:
    """Who once asks not to be named is anonymous in all that he says."""
    hidden = {
        actor.name.lower()
        for statement in found
        for actor in statement.chained.actors[:1]
        if actor.attribution is Attribution.ANONYMOUS or _asks_for_it(statement, text)
    }
    for statement in found if hidden else ():
        actors = statement.chained.actors
        if actors and actors[0].name.lower() in hidden and actors[0].attribution is Attribution.UNNAMED:
            named = replace(actors[0], attribution=Attribution.ANONYMOUS)
            statement.chained = replace(statement.chained, actors=(named, *actors[1:]))


def _asks_for_it(statement: Statement, masked: str) -> bool:
    """Whether the sentence says behind the cue that the speaker will not be named: "on condition that ..."."""
    start, stop = statement.chained.voice.cue[1], min(statement.sentence[1], statement.chained.voice.cue[1] + 300)
    found = _UNNAMED.search(masked, start, stop)
    return found is not None and not any(a <= found.start() < b for a, b in statement.contents)


_UNNAMED = re.compile(
    r"\b(?:on (?:the )?condition (?:of anonymity|(?:that )?(?:he|she|they|his|her|their) [^.;“\"]{0,20}(?:be (?:"
    r"named|identified|withheld|used|published)|remain anonymous))|speaking anonymously|who asked not to be (?:named|"
    r"identified)|asking not to be (?:named|identified)|requesting anonymity)\b"
)


def _tell_way(voice: Voice, paragraph: int, found: Sequence[Statement], memory: Memory) -> None:
    """Give the relays that a sentence of its own tells of to what was just said, or to what the speaker says next."""
    relays = tuple(map(memory.acquaintance.resolve, (_meant(relay, memory) for relay in voice.relays)))
    speaker = voice.speaker
    if speaker is not None:
        known = memory.whom(speaker) if speaker.kind is ActorKind.PRONOUN else memory.acquaintance.resolve(speaker)
        if known is None:
            return
        speaker = memory.meant(known)
        relays = tuple(relay for relay in relays if relay.name.lower() != speaker.name.lower())
    if voice.rule == LED_THROUGH:
        if speaker is not None:
            memory.last = Chained(voice, (speaker, *relays), None, (None,) * (1 + len(relays)))
            memory.paragraph = paragraph
        return
    told = False
    whose: str | None = speaker.name.lower() if speaker is not None else None
    for statement in reversed(found):
        chained = statement.chained
        if chained.voice.attitude:
            continue
        name = chained.actors[0].name.lower() if chained.actors else ""
        whose = name if whose is None else whose
        onward = speaker is None and statement is found[-1]  # "The report was picked up by the Post"
        if name != whose or paragraph - statement.paragraph > 1 or (len(chained.actors) != 1 and not onward):
            break
        statement.chained = pass_on(chained, relays)
        told = True
        if memory.last is chained:
            memory.last = statement.chained
    if not told and speaker is not None:  # "Betrik was interviewed by Radio Tern. He said ..."
        memory.last = Chained(voice, (speaker, *relays), None, (None,) * (1 + len(relays)))
        memory.paragraph = paragraph


def _meant(relay: Actor, memory: Memory) -> Actor:
    """Whom "she" means who passed words on: another than has just spoken, if one was named."""
    if relay.kind is not ActorKind.PRONOUN:
        return relay
    last = memory.last.actors[0].name if memory.last is not None and memory.last.actors else ""
    others = [a for a in [*memory.people, *([memory.passed] if memory.passed is not None else [])] if a.name != last]
    fit = (a for a in reversed(others) if may_be(relay, a) and sex_of(a))
    return next(fit, None) or memory.whom(relay) or relay


def _tell_source(voice: Voice, paragraph: int, found: Sequence[Statement], memory: Memory) -> None:
    """Give the last statement whom a sentence of its own says that its medium cites: "It cited the police"."""
    cited, relay = voice.cited, voice.speaker
    last = next((s for s in reversed(found) if not s.attitude), None)
    if last is None or cited is None or relay is None or paragraph - last.paragraph > 1 or not last.chained.actors:
        return
    known = memory.whom(relay) if relay.kind is ActorKind.PRONOUN else memory.acquaintance.resolve(relay)
    source = memory.acquaintance.resolve(cited)
    if known is None or source.kind is ActorKind.PRONOUN:
        return
    actors = last.chained.actors
    if actors[-1].name.lower() == source.name.lower() and known.kind is not ActorKind.PERSON:
        last.chained = memory.last = pass_on(last.chained, (known,))  # "The Post quoted the radio"
    elif _is_teller(actors[0], known):
        names = {actor.name.lower() for actor in actors}
        if source.name.lower() not in names:
            dates = (None, *last.chained.dates)
            last.chained = memory.last = replace(last.chained, actors=(source, *actors), dates=dates)


def _is_teller(first: Actor, relay: Actor) -> bool:
    """Whether a medium named or told of is the one whose words a statement seemed to be: "the agency"."""
    if relay.kind not in (ActorKind.MEDIUM, ActorKind.OTHER) or first.kind not in (ActorKind.MEDIUM, ActorKind.OTHER):
        return False
    short = relay.definite and relay.attribution is Attribution.UNNAMED
    return first.name.lower() == relay.name.lower() or short


def _told_within(statement: Statement, seen: Sequence[SeenSentence], memory: Memory) -> list[Statement]:
    """What others said, as somebody who is quoted tells it: "A major told me he had nobody", said the consul."""
    look = statement.language.quoted_voices
    if look is None or not statement.direct or statement.attitude or not seen:
        return []
    text = seen[0].view.text
    found: list[Statement] = []
    before: list[Actor] = []
    for place in statement.contents:
        all_inner = _inner_quotations(text, *place)
        masked = _masked(text, all_inner) if all_inner else text
        for start, stop in _sentences_in(masked, place):
            inner = tuple(quote for quote in all_inner if start <= quote.start and quote.stop <= stop)
            analysis = look(View(text, masked, start, stop, inner, (), quoted=True))
            for voice in analysis.voices:
                here = [a for a in analysis.actors if a.place[1] <= voice.cue[0]]
                known = before if voice.speaker is None or voice.speaker.head else [*before, *here]
                speaker = _whom(voice.speaker, known, memory) if voice.speaker is not None else None
                if speaker is None and voice.speaker is not None and _is_told_him(text, voice):
                    speaker = _whom(voice.speaker, statement.named_before, memory)  # "He promised me that ..."
                if speaker is not None:
                    found.append(_nested(statement, replace(voice, speaker=speaker), memory))
            before += [actor for actor in analysis.actors if actor.kind is not ActorKind.PRONOUN]
    return found


def _is_told_him(text: str, voice: Voice) -> bool:
    """Whether "he" told it to whoever is quoted, or in a whole clause: "He promised | me", "They write | that"."""
    speaker = voice.speaker
    if speaker is None or speaker.kind is not ActorKind.PRONOUN:
        return False
    lead = text[voice.cue[1] : voice.contents[0][0]]
    return re.search(r"\b(?:me|us|that)\b|[:'‘]", lead) is not None


def _spoken_of(one: Chained, memory: Memory) -> tuple[Actor, ...]:
    """Whom "he" or "they" may mean in somebody's words: who was named last before them, but for himself."""
    begin = min((a for a, _ in one.voice.contents), default=0)
    own = {actor.name.lower() for actor in one.actors}
    others = [*memory.people[-_HEARD_OF:], *(a for a in (memory.many, memory.body) if a is not None)]
    near = (a for a in others if a.place[0] < begin and begin - a.place[0] < _NEAR and a.name.lower() not in own)
    return tuple(sorted(near, key=lambda a: a.place))


_HEARD_OF = 4  # persons
_NEAR = 400  # characters
_INNER = re.compile(r"(?<=[\s(])['‘](?=\S)(?P<words>[^'‘’\n]{1,300}?(?:\w['’]\w[^'‘’\n]{0,300}?){0,6})['’](?!\w)")


def _inner_quotations(text: str, start: int, stop: int) -> tuple[Quotation, ...]:
    """Quotations inside somebody's words, in single marks: "She said to me, 'They are alive.'"."""
    if text.find("'", start, stop) < 0 and text.find("‘", start, stop) < 0:
        return ()
    return tuple(
        Quotation(*m.span(), *m.span("words"), closed=True, continues=False, is_speech=True)
        for m in _INNER.finditer(text, start, stop)
    )


def _masked(text: str, quotes: Sequence[Quotation]) -> str:
    for quote in quotes:
        text = text[: quote.start] + MASK * (quote.stop - quote.start) + text[quote.stop :]
    return text


_END = re.compile(r"[.!?…][\"”’]?\s+(?=[^\W\d_a-z]|[\"“‘])")


def _sentences_in(text: str, place: Place) -> Iterator[Place]:
    start, stop = place
    for end in [*(start + m.end() for m in _END.finditer(text[start:stop])), stop]:
        if start < end:
            yield start, end
        start = end


def _whom(speaker: Actor, before: Sequence[Actor], memory: Memory) -> Actor | None:
    """Who speaks inside a quotation; a pronoun is the last one in it who can be meant."""
    if speaker.kind is not ActorKind.PRONOUN:
        return memory.acquaintance.resolve(speaker)
    many = speaker.head == "they"
    fit = (a for a in reversed(before) if a.kind is not ActorKind.MEDIUM and may_be(speaker, a) and agree(speaker, a))
    known = next((a for a in fit if not many or a.kind is not ActorKind.PERSON), None)
    return replace(memory.acquaintance.resolve(known), place=speaker.place) if known is not None else None


def _nested(outer: Statement, voice: Voice, memory: Memory) -> Statement:
    speaker = voice.speaker
    inner = [*([speaker] if speaker else []), *(memory.acquaintance.resolve(r) for r in voice.relays)]
    names = {actor.name.lower() for actor in inner}
    further = [actor for actor in outer.chained.actors if actor.name.lower() not in names]
    dates = (*(None for _ in inner), *(outer.chained.dates[outer.chained.actors.index(actor)] for actor in further))
    chained = Chained(voice, (*inner, *further), None, dates)
    return Statement(
        chained,
        list(voice.contents),
        False,
        outer.sentence,
        outer.paragraph,
        outer.language,
        "quoted-within",
    )


def _only_opens(actor: Actor, resolved: Actor, view: View) -> bool:
    """Whether a word seems a name only as it begins its sentence: "Somewhere in eleven rooms ..."."""
    unknown = actor.kind is ActorKind.OTHER and resolved.name == actor.name and " " not in actor.name
    return unknown and not view.text[view.start : actor.place[0]].strip()


def _holds(statement: Statement, quote: Quotation) -> bool:
    return any(a <= quote.inner_start + 1 and quote.inner_stop - 1 <= b + 1 for a, b in statement.contents)


def _adopt(statement: Statement, unowned: list[tuple[SeenSentence, Quotation]]) -> None:
    """Quotations that stood alone just before, unclosed or followed by their speaker, belong to the next speaker."""
    for sentence, quote in unowned:
        if (quote.inner_start, quote.inner_stop) not in statement.contents:
            statement.contents.insert(0, (quote.inner_start, quote.inner_stop))
        statement.sentence = (sentence.view.start, statement.sentence[1])


_CLAUSE = re.compile(  # a finite verb, without which a content is but a thing: "denied | the report"
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did|\w+n['’]t|\w{2,}ed|went|came|"
    r"got|knew|took|gave|held|saw|told|said|left|lost|kept|led|sat|stood|ran|fell|made|paid|sent|met|heard|died|ate|\w{3,}s)\b"
)


def _told_on(
    sentence: SeenSentence, found: list[Statement], last: Statement | None, chained: Sequence[Chained]
) -> Statement | None:
    """Give a sentence that goes on with the words told before to them; whose words the next one may go on with."""
    new = [s for s in found[len(found) - len(chained) :] if not s.attitude] if chained else []
    if sentence.analysis.voices or sentence.view.quotes or not sentence.language.goes_on:
        outer = [s for s in new if not any(s is not o and _is_within(s.chained.voice.cue, o) for o in new)]
        final = outer[-1] if outer and len(new) == len(chained) else None
        speaks = final is not None and final.chained.voice.speaker is not None and final.rule != "turn"
        return final if speaks else None
    if last is None or last.paragraph != sentence.paragraph or not sentence.language.goes_on(sentence.view):
        return None
    text, (start, stop) = sentence.view.text, (sentence.view.start, sentence.view.stop)
    start += len(text[start:stop]) - len(text[start:stop].lstrip())
    place = (start, start + len(text[start:stop].rstrip()))
    clause = last.direct or last.rule == _TOLD_APART or any(_CLAUSE.search(text, a, b) for a, b in last.contents)
    asks = last.chained.voice.manner in (Manner.DEMANDED, Manner.ASKED)
    if not clause and (asks or text.startswith("to ", last.contents[0][0])):
        return None
    if last.direct or last.rule == _TOLD_APART or not clause:
        last = replace(
            last, contents=[place], direct=False, sentence=(sentence.view.start, stop), rule=_TOLD_APART, inner=()
        )
        found.append(last)
    else:
        last.contents.append(place)
    return last


def _is_asked_between(last: Statement, quote: Quotation, masked: str) -> bool:
    """Whether the report asks something between what somebody said and a quotation: then that is another answer."""
    return re.search(r"[?؟]", masked[last.contents[-1][1] : quote.start]) is not None


def _further(last: Statement, quote: Quotation, sentence: Place) -> Statement:
    """Another statement of the same speaker, who came through the same."""
    place = (quote.inner_start, quote.inner_stop)
    return replace(last, contents=[place], sentence=sentence, inner=())


def _carry_on(
    unowned: Sequence[tuple[SeenSentence, Quotation]], found: list[Statement], new: int, masked: str
) -> None:
    """Quotations that stand alone in the next paragraph and that no later speaker takes are whoever's spoke last."""
    last = found[-1 - new] if len(found) > new else None
    if last is None or not last.direct or last.attitude:
        return
    for sentence, quote in unowned:
        taken = any(a <= quote.inner_start <= b for s in found[-new:] if new for a, b in s.contents)
        if sentence.paragraph - last.paragraph == 1 and last.sentence[1] <= quote.start and not taken:
            if _is_asked_between(last, quote, masked):
                last = _further(last, quote, (sentence.view.start, sentence.view.stop))
                found.insert(len(found) - new, last)
            else:
                last.contents.append((quote.inner_start, quote.inner_stop))
            last.paragraph = sentence.paragraph


def only_relays(statement: Statement) -> bool:
    """Whether a medium's words are no more than that somebody spoke: then the statement is his, not the medium's."""
    voice = statement.chained.voice
    return (
        bool(statement.inner) and voice.speaker is not None and statement.chained.actors[0].kind is ActorKind.MEDIUM
    )


def _own_name(document: Document, statement: Statement, speaker: Actor) -> str:
    """Who speaks: "we" is whoever publishes, if nobody passed it on."""
    alone = len(statement.chained.actors) == 1 and speaker.head == "мы"
    return document.publisher if alone and document.publisher else plain_name(speaker)


def read_statement(document: Document, statement: Statement) -> ReadStatement:
    """The statement as it is handed out: every place a span that quotes the document."""
    chained, voice = statement.chained, statement.chained.voice
    speaker = chained.actors[0] if chained.actors and voice.speaker is not None else None
    source = voice.source or (voice.speaker.place if voice.speaker is not None else None)
    return ReadStatement(
        content=tuple(span for place in statement.contents if (span := document.span(*place)).text),
        cue=document.span(*voice.cue),
        source=document.span(*source) if source else None,
        speaker=_own_name(document, statement, speaker) if speaker else None,
        manner=None if voice.attitude else voice.manner,
        attitude=voice.attitude,
        direct=statement.direct,
        chain=() if voice.attitude else links_of(document, chained),
        because=voice.rule,
    )

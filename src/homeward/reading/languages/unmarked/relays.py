"""By which ways words came to whoever publishes them, where phrases around the verb of speech tell it.

In: a sentence whose verbs of speech were read. Out: the same with more relays, and voices of words that others carried.
Leaves to others: verbs of speech (`voices`), the expressions of a language (`ways`), chains over sentences (`chain`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from homeward.reading.languages.language import MASK, Actor, ActorKind, Place
from homeward.reading.languages.unmarked.drafts import Draft
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.sentence_words import Phrase
from homeward.reading.languages.unmarked.voices import Reader
from homeward.reading.languages.unmarked.words import PEOPLE, Cue, Frame, Kind, Word, fold, look_up
from homeward.records import Attribution, Manner

_COMMAS = (",", "،")
_BRACKET = re.compile(r"\((?P<noun>\w+)\s+[\"“«](?P<name>[^\"”»()]{2,40})[\"”»]\)\s*\.?\s*$")
_STOPS = ";؛.!?؟"
_HEARER = Kind.ROLE | Kind.KIN | Kind.SOURCE | Kind.BODY | Kind.MEDIUM
_FAR = 16  # words between a verb of speech and the next teller
_SHORTEST = 4  # letters of a word behind "to", which is one of them
_US = ("نا", "ني", "נו")  # on the end of a verb: the one who publishes was told
_TO_US = frozenset(["לנו", "לי", "אלינו", "לנא", "לנו", "لنا", "لي", "إلينا"])
_FORWARDED = frozenset(["منقول", "منقولا", "نقلا"])
_NEXT = 4  # words between a verb and its object
_HEARD = frozenset(["שמע", "שמעה", "שמעו", "למד", "למדה", "למדו"])
_FROM = frozenset(["מפי", "מאת", "מידי"])
_CLAUSE = 26  # words between a text that is carried and what it says


class RelayReader(Reader):
    """Reads the voices of one sentence, and through whom each came."""

    def through_others(self) -> None:
        """Add to the drafts whatever the sentence tells of the way of their words."""
        ways = self.x.ways
        if ways is None or self.view.quoted:
            return
        self._told_on()
        self._learned()
        if ":" in self.view.masked[self.view.start : self.view.stop]:
            self._carried()
        self._from_the_front()
        if not self.drafts:
            return
        self._forwarded()
        self._in_message()
        self._read_out()
        self._cites_aside()
        self._cited_on()
        self._given_from()
        self._asked()
        self._interviewed()
        self._kept()
        self._heard()
        self._aside()
        self._told_it()
        self._told_him()
        self._of_reports()
        self._posted()
        self._led_by_medium()
        self._in_brackets()

    def _actor_at(self, place: int) -> tuple[Actor, Phrase] | None:
        phrase = self.phrase_from(place)
        actor = self.actor(phrase)
        return (actor, phrase) if phrase is not None and actor is not None else None

    def _add(self, draft: Draft, relay: Actor, *, first: bool = False) -> None:
        known = {r.name for r in draft.relays} | ({draft.speaker.name} if draft.speaker is not None else set())
        if relay.name not in known:
            draft.relays = (relay, *draft.relays) if first else (*draft.relays, relay)

    def _says(self, draft: Draft, place: int) -> bool:
        """Whether a place lies in the words of a draft."""
        if draft.open is not None and draft.open <= place:
            return draft.until is None or place < draft.until
        return any(start <= place < stop for start, stop in draft.pieces)

    # --- from one to the next ------------------------------------------------------------------------------------

    def _told_on(self) -> None:
        """As in "A driver told a priest, and the priest a clerk of the embassy, that"."""
        words = self.words
        for comma in range(2, self.s.size - 3):
            link = words[comma + 1]
            anded = link.is_word and link.prefix[:1] != "" and link.prefix[:1] in self.s.tongue.and_
            if words[comma].text not in _COMMAS or not anded or not link.any(_HEARER | Kind.PRONOUN) or link.cue:
                continue
            at = next((n for n in range(comma - 1, max(-1, comma - _FAR), -1) if words[n].cue is not None), None)
            if at is None or self.is_negated(at):
                continue
            heard = next(
                (
                    n
                    for n in range(at + 1, comma)
                    if (words[n].lemma == link.lemma or self._is_meant(link, n))
                    and (self._is_led(n) or self._is_object(n, at))
                ),
                None,
            )
            cue = words[at].cue
            if heard is None or cue is None or cue.frame in (Frame.HOPE, Frame.PASSIVE):
                continue
            subject, own, joined = self.subject(at, cue)
            speaker = self.actor(subject)
            first = self.actor(self.s.phrase_from(heard))
            begin = comma + 2
            while begin < self.s.size and (words[begin].cue is not None or words[begin].any(Kind.ADVERB)):
                begin += 1
            hearer = next((n for n in range(begin, min(self.s.size, begin + 2)) if self._is_led(n)), None)
            phrase = self.s.phrase_from(hearer) if hearer is not None else None
            second = self.actor(phrase) if phrase is not None else self._unknown_hearer(begin)
            us = (begin > comma + 2 and words[begin - 1].text.endswith(_US)) or words[begin - 1].text in _TO_US
            us = us or (begin < self.s.size and words[begin].text in _TO_US)
            if speaker is None or first is None or (second is None and not us):
                continue
            behind = phrase.segments[-1][1] if phrase is not None else begin
            if phrase is None and second is not None:
                behind = self.index(second.place[1] - 1) + 1
            behind += behind < self.s.size and words[behind].text in _COMMAS
            opened = self.what_opens(behind, cue, past_cues=True)
            if opened is None:
                continue
            draft = Draft(
                at, (words[at].start, words[at].stop), cue.manner, speaker, own, "speaker-then-content", joined=joined
            )
            self.fill(draft, opened)
            for relay in (first, second):
                if relay is not None:
                    self._add(draft, relay)
            self.drafts = [d for d in self.drafts if not at <= d.at <= opened[0]]
            self.drafts.append(draft)
            return

    def _learned(self) -> None:
        """As in "The brother heard from a fisherman that": the fisherman's words, which the brother passes on."""
        if self.s.tongue.verb_first:
            return
        for at, word in enumerate(self.words[:-2]):
            if word.text not in _HEARD or self.is_negated(at):
                continue
            begin = at + 1
            while begin < self.s.size - 1 and self.words[begin].any(Kind.ADVERB):
                begin += 1
            source = begin if self._is_from(begin) else 0 if at <= _NEXT and self._is_from(0) else None
            if source is None or (at and self.words[at - 1].any(Kind.THAT)):
                continue
            giver = self.s.phrase_from(source + (self.words[source].text in _FROM))
            hearer = self.s.phrase_at(begin) if source < at else self.subject_of(at)
            if giver is None or hearer is None or not self.is_somebody(giver):
                continue
            speaker, relay = self.actor(giver), self.actor(hearer)
            behind = max(giver.segments[-1][1], at + 1, hearer.segments[-1][1] if source < at else 0)
            opened = self.what_opens(behind, Cue(), past_cues=True) if behind < self.s.size else None
            if speaker is None or relay is None or opened is None or opened[1] != "that":
                continue
            draft = Draft(at, (word.start, word.stop), Manner.SAID, speaker, word.start, "cites", (relay,))
            self.fill(draft, opened)
            self.drafts = [d for d in self.drafts if d.at > at and not self._says(draft, d.cue[0])] + [draft]
            return

    def _is_from(self, at: int) -> bool:
        """Whether "from somebody" begins here."""
        word = self.words[at]
        return word.text in _FROM or (word.prefix in ("מ", "מה") and word.any(_HEARER | Kind.NAME))

    def _is_meant(self, pronoun: Word, at: int) -> bool:
        """Whether "and she" behind a comma is somebody told: "told a reporter, | and she us, that"."""
        if self.s.tongue.verb_first or not pronoun.any(Kind.PRONOUN) or not self.words[at].any(Kind.ROLE | Kind.KIN):
            return False
        actor = self.actor(self.s.phrase_from(at))
        return actor is not None and actor.gender == {"הוא": "m", "היא": "f"}.get(pronoun.text.removeprefix("ו"), "-")

    def _is_object(self, at: int, verb: int) -> bool:
        """Whether somebody may be the object of a verb that needs no preposition: "told | the family"."""
        return self.s.tongue.verb_first and at - verb <= _NEXT and not self.words[at].prefix.startswith(("و", "ف"))

    def _unknown_hearer(self, at: int) -> Actor | None:
        """Whom a word names that no table knows and that begins with "to": "told the club"."""
        if at >= self.s.size or self.s.tongue.verb_first:
            return None
        word = self.words[at]
        if not word.is_word or word.kind or word.text[0] not in self.s.tongue.to or len(word.text) < _SHORTEST:
            return None
        place = (word.start + 1, self.words[self.s.segment_from(at) - 1].stop)
        return Actor(place, self.view.text[slice(*place)], ActorKind.BODY, Attribution.NAMED, "", True, brief=False)

    def _is_led(self, at: int) -> bool:
        """Whether a preposition stands before a word or on its front."""
        word = self.words[at]
        return word.is_word and (self.s.has_preposition(at) or (at > 0 and self.words[at - 1].any(Kind.PREPOSITION)))

    # --- whose words another carries -----------------------------------------------------------------------------

    def _carried(self) -> None:
        """As in 'The envoy handed on the governor's answer: "..."', 'The agency put out a statement by the leader: "..."'."""
        assert self.x.ways is not None
        for match in self.x.ways.carried.finditer(self.view.masked, self.view.start, self.view.stop):
            found = self._actor_at(match.end())
            if found is None or not self.is_somebody(found[1]):
                continue
            owner, phrase = found
            verb = self.index(match.start("verb"))
            opened = self._content_behind(phrase.segments[-1][1])
            if opened is None or owner.kind is ActorKind.PRONOUN:
                continue
            carrier = self._carrier(verb, phrase.start)
            word = self.words[verb]
            draft = Draft(
                verb, (word.start, word.stop), Manner.SAID, owner, word.start, "cites",
                (carrier,) if carrier is not None and carrier.name != owner.name else (),
            )  # fmt: skip
            draft.pieces += self.quotes_from(opened)
            self.drafts = [d for d in self.drafts if d.at < min(verb, phrase.start) and not self._says(d, word.start)]
            self.drafts.append(draft)
            return

    def _content_behind(self, at: int) -> int | None:
        """The quotation to which a colon leads behind word `at`, perhaps after a clause about the text."""
        for place in range(at, min(self.s.size - 1, at + _CLAUSE)):
            word = self.words[place]
            if word.text == ":" and self.words[place + 1].text == MASK:
                return place + 1
            if word.text in _STOPS or word.text == MASK:
                return None
        return None

    def _carrier(self, verb: int, stop: int) -> Actor | None:
        """Who carries a text: the subject of the verb, else the medium that stands nearest before it."""
        actor = self.actor(self.subject_of(verb))
        subject = self.subject_of(verb)
        if actor is not None and subject is not None and self.is_somebody(subject) and subject.start < stop:
            return actor
        for place in range(verb - 1, -1, -1):
            if self.words[place].any(Kind.MEDIUM) and self.words[place].cue is None:
                return self.s.actor_of(place, self.s.segment_from(place))
        return None

    def _in_message(self) -> None:
        """As in "In a letter that the commander sent to the agency it was said that": whose letter it is, and to whom."""
        assert self.x.ways is not None
        match = self.x.ways.message.search(self.view.masked, self.view.start, self.view.stop)
        if match is None:
            return
        inside = match.groupdict().get("who")
        writer = self._actor_at(match.start("who") if inside else match.end())
        if writer is None or not self.is_somebody(writer[1]):
            return
        medium = self._medium_at(match.end()) if inside else self._medium_behind(writer[1].segments[-1][1])
        if writer[0].kind is ActorKind.MEDIUM:  # "in a film that the channel showed": the channel's are not the words
            near = [d for d in self.drafts if d.speaker is not None and not self._says(d, match.start())]
            if near and not near[-1].relays and near[-1].speaker is not None:
                self._add(near[-1], writer[0])
            return
        for draft in self.drafts:
            told = draft.speaker is None or draft.rule == "passive" or draft.speaker.kind is ActorKind.PRONOUN
            own = writer[0].place
            beside = draft.speaker is not None and own[0] <= draft.speaker.place[0] < own[1]
            if not (told or beside) or self._says(draft, match.start()):
                continue
            draft.speaker, draft.nobody = writer[0], False
            if medium is not None:
                self._add(draft, medium)

    def _read_out(self) -> None:
        """As in "In a letter that his wife read out on the radio he writes": she passes on what he writes."""
        assert self.x.ways is not None
        match = self.x.ways.read_out.search(self.view.masked, self.view.start, self.view.stop)
        found = self._actor_at(match.end()) if match is not None else None
        if match is None or found is None or not self.is_somebody(found[1]):
            return
        medium = self._medium_behind(found[1].segments[-1][1])
        for draft in self.drafts:
            if draft.speaker is None or draft.at <= found[1].start or self._says(draft, match.start()):
                continue
            if found[0].place[0] <= draft.speaker.place[0] < found[0].place[1]:
                behind = self.skip(draft.at + 1)
                right = self.s.phrase_at(behind) if self.may_be_subject(behind) else None
                actor = self.actor(right)
                if actor is None or right is None or not self.is_somebody(right):
                    continue
                draft.speaker = actor
            self._add(draft, found[0])
            if medium is not None:
                self._add(draft, medium)
            return

    def _medium_behind(self, at: int) -> Actor | None:
        """The medium to which something was sent: "(sent) to the agency"."""
        for place in range(at, min(self.s.size, at + 4)):
            if self._is_led(place) and self.words[place].any(Kind.MEDIUM):
                return self._named(self.s.actor_of(place, self.s.segment_from(place)))
            if self.words[place].text in (MASK, ":", *_COMMAS):
                return None
        return None

    def _medium_at(self, place: int) -> Actor | None:
        at = self.index(place)
        if at < self.s.size and self.words[at].stop <= place:
            at += 1
        if at >= self.s.size:
            return None
        if self.words[at].any(Kind.MEDIUM) and self.words[at].cue is None:
            return self._named(self.s.actor_of(at, self.s.segment_from(at)))
        return self.named_medium(at) or (self.named_medium(at - 1) if at else None)

    @staticmethod
    def _named(actor: Actor | None) -> Actor | None:
        fits = actor is not None and actor.kind is ActorKind.MEDIUM and actor.attribution is Attribution.NAMED
        return actor if fits else None

    def _from_the_front(self) -> None:
        """As in "From a spokesman of the Front, the agency carried that": his words, which the agency gives."""
        assert self.x.ways is not None
        fronted = self.x.ways.fronted
        match = fronted.match(self.view.masked, self.view.start, self.view.stop) if fronted is not None else None
        found = self._actor_at(match.end()) if match is not None else None
        if found is None or found[0].kind not in (ActorKind.ROLE, ActorKind.PERSON, ActorKind.SOURCE):
            return
        behind = self.skip(found[1].segments[-1][1], commas=True)
        if behind + 2 >= self.s.size or fold(self.words[behind].lemma) not in {
            fold(v) for v in self.x.ways.media_verbs
        }:
            return
        phrase = self.s.phrase_at(behind + 1)
        medium = self.actor(phrase)
        if phrase is None or medium is None or medium.kind is not ActorKind.MEDIUM:
            return
        cue = self.words[behind].cue
        opened = self.what_opens(phrase.stop, cue, past_cues=True) if cue is not None else None
        if opened is None:
            return
        word = self.words[behind]
        draft = Draft(behind, (word.start, word.stop), Manner.SAID, found[0], self.view.start, "cites", (medium,))
        self.fill(draft, opened)
        self.drafts = [d for d in self.drafts if d.at > opened[0]]
        self.drafts.append(draft)

    def _forwarded(self) -> None:
        """As in 'Forwarded from the page "Shahba": according to a driver, ...': the page relays what is told behind it."""
        if not self.s.tongue.verb_first:
            return
        begin = next((n for n in range(min(_NEXT, self.s.size)) if self.words[n].is_word), self.s.size)
        if begin + 2 >= self.s.size or fold(self.words[begin].text) not in _FORWARDED:
            return
        if self.words[begin + 1].text not in ("من", "عن") or not self.words[begin + 2].any(Kind.MEDIUM):
            return
        stop = self.s.segment_from(begin + 2)
        colon = next((n for n in range(stop, min(self.s.size, stop + 3)) if self.words[n].text == ":"), None)
        medium = self.s.actor_of(begin + 2, stop)
        if colon is None or medium is None:
            return
        for draft in self.drafts:
            if draft.at > colon:
                self._add(draft, medium)

    def _cites_aside(self) -> None:
        """As in "The site, carrying it from the agency, said that", where the aside parts the subject from its verb."""
        assert self.x.ways is not None
        phrase = self.s.phrase_at(0) if self.s.size else None
        head = self.actor(phrase)
        if phrase is None or head is None or head.kind is not ActorKind.MEDIUM:
            return
        match = self.x.ways.citing_aside.match(self.view.masked, head.place[1], self.view.stop)
        found = self._actor_at(match.end()) if match is not None else None
        if found is None:
            return
        told = [d for d in self.drafts if d.at > found[1].start and (d.open is not None or d.pieces)]
        told = told or [d for d in self.drafts if d.open is not None and d.open > found[0].place[1]]
        if not told:
            return
        draft = told[0]
        draft.speaker, draft.relays, draft.rule = found[0], (head,), "cites"
        self.drafts = [d for d in self.drafts if d is draft or d.open != draft.open]

    def _cited_on(self) -> None:
        """As in "The site, which carries it from the agency, and the agency from a fisherman, said": the first is he."""
        assert self.x.ways is not None
        for draft in self.drafts:
            if not draft.relays or draft.speaker is None:
                continue
            draft.relays = tuple(self._before_pronoun(r) if r.kind is ActorKind.PRONOUN else r for r in draft.relays)
            match = self.x.ways.onward.match(self.view.masked, draft.speaker.place[1], self.view.stop)
            medium = draft.speaker.kind is ActorKind.MEDIUM
            found = self._actor_at(match.end()) if match is not None and medium else None
            if found is None or found[0].kind is ActorKind.PRONOUN or self._says(draft, found[0].place[0]):
                continue
            draft.relays = (draft.speaker, *(r for r in draft.relays if r.name != found[0].name))
            draft.speaker = found[0]

    def _given_from(self) -> None:
        """As in "By what the agency carried of the mayor, they are well": the mayor's words, which the agency gives."""
        assert self.x.ways is not None
        for draft in self.drafts:
            if draft.rule != "according-to" or draft.speaker is None or draft.speaker.kind is not ActorKind.MEDIUM:
                continue
            match = self.x.ways.from_him.match(self.view.masked, draft.speaker.place[1], self.view.stop)
            found = self._actor_at(match.end()) if match is not None else None
            if found is None or found[0].kind not in (
                ActorKind.ROLE,
                ActorKind.PERSON,
                ActorKind.SOURCE,
                ActorKind.BODY,
            ):
                continue
            draft.relays = (draft.speaker, *draft.relays)
            draft.speaker = found[0]
            behind = found[1].segments[-1][1]
            while behind < self.s.size and not self.words[behind].is_word and self.words[behind].text != MASK:
                behind += 1
            if draft.open is not None and behind < self.s.size and self.words[behind].start > draft.open:
                that = self.words[behind].any(Kind.THAT)
                draft.open = self.next_start(behind) if that else self.words[behind].start

    def _asked(self) -> None:
        """As in "The channel asked the colonel about them, and he answered": the colonel, to the channel."""
        at = next((n for n in range(min(self.s.size, _FAR)) if self.words[n].lemma in self.x.asks), None)
        if at is None:
            return
        subject = self.subject_of(at)
        medium = self._named(self.actor(subject)) if subject is not None else None
        behind = max(at + 1, subject.stop) if subject is not None else at + 1
        behind += behind < self.s.size and self.words[behind].text in ("את", '"', "”", "»")
        asked = self.s.phrase_from(behind) if medium is not None and behind < self.s.size else None
        actor = self.actor(asked)
        if medium is None or actor is None or asked is None or not self.is_somebody(asked):
            return
        for draft in self.drafts:
            if (draft.at > asked.start and draft.speaker is not None and draft.speaker.name in (medium.name, "")) or (
                draft.at > asked.start and draft.speaker is not None and draft.speaker.kind is ActorKind.PRONOUN
            ):
                draft.speaker = actor
                self._add(draft, medium)

    def _before_pronoun(self, relay: Actor) -> Actor:
        """The medium that "and it" behind a comma means."""
        for place in range(self.index(relay.place[0]) - 1, -1, -1):
            if self.words[place].any(Kind.MEDIUM) and self.words[place].cue is None:
                actor = self.s.actor_of(place, self.s.segment_from(place))
                return actor if actor is not None else relay
        return relay

    # --- to whom he spoke ----------------------------------------------------------------------------------------

    def _interviewed(self) -> None:
        """As in "The spokeswoman, who talked with the paper, described": the paper passed her words on."""
        assert self.x.ways is not None
        for match in self.x.ways.interviewed.finditer(self.view.masked, self.view.start, self.view.stop):
            medium = self._medium_at(match.end())
            if medium is None:
                continue
            near = [d for d in self.drafts if d.speaker is not None and not self._says(d, match.start())]
            near = [d for d in near if d.speaker is not None and d.speaker.place[0] < match.end()]
            if near and not near[-1].relays:
                self._add(near[-1], medium)

    def _kept(self) -> None:
        """As in "in his answer, kept by the archbishop", "in a letter of which a copy reached the agency"."""
        assert self.x.ways is not None
        for match in self.x.ways.kept.finditer(self.view.masked, self.view.start, self.view.stop):
            found = self._actor_at(match.end())
            near = [d for d in self.drafts if d.speaker is not None and not self._says(d, match.start())]
            kinds = (ActorKind.MEDIUM, ActorKind.PERSON, ActorKind.ROLE)
            if found is None or not near or found[0].kind not in kinds or not self._is_text_before(match.start()):
                continue
            self._add(near[-1], found[0])

    def _heard(self) -> None:
        """As in "In a merchant's account, as the radio's reporter heard it, he lives": the aside is none of his words."""
        assert self.x.ways is not None
        for draft in self.drafts:
            if draft.rule != "according-to" or draft.open is None:
                continue
            match = self.x.ways.heard.match(self.view.masked, draft.open, self.view.stop)
            found = self._actor_at(match.end()) if match is not None else None
            if found is None:
                continue
            behind = found[1].segments[-1][1]
            while behind < self.s.size and not self.words[behind].is_word and self.words[behind].text != MASK:
                behind += 1
            if behind >= self.s.size:
                continue
            that = self.s.is_that(behind) and self.words[behind].any(Kind.THAT)
            start = self.next_start(behind) if that else self.words[behind].start
            if start is not None:
                draft.open = start
                self._add(draft, found[0])

    def _is_text_before(self, place: int) -> bool:
        """Whether a text is named shortly before a place: a letter, an answer."""
        at = self.index(place)
        return any(w.is_word and (w.any(Kind.THING) or w.cue is not None) for w in self.words[max(0, at - 4) : at])

    def _aside(self) -> None:
        """As in "In that talk, so Hadas, the minister promised": she passes on what he promised."""
        assert self.x.ways is not None
        aside = self.x.ways.aside
        for match in aside.finditer(self.view.masked, self.view.start, self.view.stop) if aside is not None else ():
            found = self._actor_at(match.end())
            if found is None or found[1].segments[0][1] >= self.s.size:
                continue
            closed = self.words[found[1].segments[0][1]].text in _COMMAS
            behind = [d for d in self.drafts if d.cue[0] > match.end() and d.rule != "according-to"]
            before = [d for d in self.drafts if d.at < self.index(match.start()) and d.open is not None]
            if not behind and closed and before and before[-1].open is not None and before[-1].open >= match.end():
                behind = before[-1:]  # "A guard disclosed, so the witness, that"
            if (
                closed
                and behind
                and found[0].kind is not ActorKind.PRONOUN
                and not self._says(behind[0], match.start())
            ):
                self._add(behind[0], found[0])

    def _posted(self) -> None:
        """As in 'he wrote on the page "Friends of the sea"'."""
        assert self.x.ways is not None
        for match in self.x.ways.posted.finditer(self.view.masked, self.view.start, self.view.stop):
            groups = match.groupdict()
            place = match.span("network" if groups.get("network") else "name")
            near = [d for d in self.drafts if d.speaker is not None and not self._says(d, place[0])]
            if near and not near[-1].relays:
                name = self.view.text[slice(*place)]
                self._add(near[-1], Actor(place, name, ActorKind.MEDIUM, Attribution.NAMED, "", True, brief=False))

    def _led_by_medium(self) -> None:
        """As in "To the channel it became known from sources that": to whom words came stands first."""
        if not self.words or not self._is_led(0):
            return
        became_known = any(w.text == "נודע" for w in self.words[:_FAR]) and self.words[0].any(Kind.BODY | Kind.ROLE)
        if not self.words[0].any(Kind.MEDIUM) and not became_known:
            return
        medium = self.actor(self.s.phrase_from(0)) if became_known else self._medium_at(self.words[0].start)
        near = [
            d for d in self.drafts if d.at < _FAR and d.speaker is not None and not self._says(d, self.words[0].start)
        ]
        if (
            medium is not None
            and near
            and not near[0].relays
            and near[0].rule in ("passive", "cites", "speaker-then-content")
        ):
            self._add(near[0], medium)

    def _in_brackets(self) -> None:
        """As in 'The Front admits that it holds them ("Channel Sea").': whence the report has it."""
        match = _BRACKET.search(self.view.masked, self.view.start, self.view.stop)
        if match is None:
            return
        known = look_up(match["noun"], self.s.tongue) if match["noun"] else None
        if known is None or not known.kind & Kind.MEDIUM:
            return
        medium = Actor(
            match.span("name"), match["name"], ActorKind.MEDIUM, Attribution.NAMED, known.lemma, True, brief=False
        )
        for draft in self.drafts:
            if draft.speaker is not None and not draft.relays:
                self._add(draft, medium)
                if draft.open is not None and draft.open < match.start():
                    draft.until = min(draft.until or match.start(), match.start())

    def _told_it(self) -> None:
        """As in "The paper tells otherwise. A guard confided to it that": the medium of the sentence before."""
        assert self.x.ways is not None
        if self.view.before is None:
            return
        for draft in self.drafts:
            told = next((w for w in self.words[draft.at + 1 : draft.at + 4] if w.text in self.x.ways.to_it), None)
            place = told.start if told is not None else 0
            if told is None or draft.relays or draft.speaker is None or self._says(draft, place):
                continue
            between = range(draft.at + 1, self.index(place))
            if any(not self.words[n].is_word or self.s.is_that(n) or self._is_led(n) for n in between):
                continue
            medium = self._medium_before(self.x.ways.to_it[told.text], self.view.before)
            if medium is not None and medium.name != draft.speaker.name:
                self._add(draft, replace(medium, place=(told.start, told.stop)))

    def _told_him(self) -> None:
        """As in "He went to the commander. A guard whispered to him that": he passes on what he was told."""
        if self.s.tongue.verb_first:
            return
        for draft in self.drafts:
            at = draft.at + 1
            cue = self.words[draft.at].cue
            if at >= self.s.size or cue is None or cue.frame not in (Frame.SAY, Frame.BARE) or draft.relays:
                continue
            gender = self.x.ways.to_it.get(self.words[at].text, "") if self.x.ways is not None else ""
            speaker = draft.speaker
            if not gender or speaker is None or speaker.kind is ActorKind.PRONOUN or speaker.place[0] > draft.cue[0]:
                continue
            word = self.words[at]
            head = "he" if gender == "m" else "she"
            place = (word.start, word.stop)
            self._add(draft, Actor(place, word.text, ActorKind.PRONOUN, Attribution.UNNAMED, head, gender=gender))

    def _of_reports(self) -> None:
        """As in "The mission confirms the report of the radio": whose report it is stands between him and the words."""
        reports = self.x.ways.reports if self.x.ways is not None else None
        for draft in self.drafts if reports is not None else ():
            if draft.manner not in (Manner.DENIED, Manner.CONFIRMED) or draft.speaker is None:
                continue
            match = reports.match(self.view.masked, draft.cue[1], self.view.stop) if reports is not None else None
            medium = self._medium_at(match.end()) if match is not None else None
            if medium is None:
                continue
            if draft.speaker.name == medium.name:
                subject = self.actor(self.subject_of(draft.at))
                if subject is None or subject.name == medium.name:
                    continue
                draft.speaker = subject
            draft.relays = (medium, *(r for r in draft.relays if r.name != medium.name))

    def _medium_before(self, gender: str, before: Place) -> Actor | None:
        """The last medium with a name of its own in the sentence before, if it has that gender."""
        sentence = Sentence(replace(self.view, start=before[0], stop=before[1]), self.s.tongue)
        others = False
        for at in range(sentence.size - 1, -1, -1):
            word = sentence.words[at]
            if not word.any(PEOPLE) or word.cue is not None:
                continue
            if word.any(Kind.MEDIUM):
                actor = self._named(sentence.actor_of(at, sentence.segment_from(at)))
                return actor if actor is not None and actor.gender in ("", gender) else None
            actor = sentence.actor_of(at, sentence.segment_from(at))
            others = others or (actor is not None and actor.gender == gender)
            if others:
                return None  # somebody else whom the pronoun may mean
        return None

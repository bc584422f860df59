"""Verbs whose subject is not the one who speaks: "quoted Dana as saying", "it was reported", "so he was told".

In: the words of a sentence, a verb. Out: a `Draft`, or none.
Leaves to others: verbs whose subject speaks (`cues`), phrases without a verb (`without_verbs`).
"""

from __future__ import annotations

from dataclasses import replace

from homeward.reading.languages.language import MASK, Actor, ActorKind, Place
from homeward.reading.languages.unmarked.drafts import Draft
from homeward.reading.languages.unmarked.marks import CLOSING_MARKS, COMMAS, EDGES, HARD_STOPS, INNER_MARKS
from homeward.reading.languages.unmarked.media import TEXTS, TOLD_IN
from homeward.reading.languages.unmarked.sentence_words import Phrase
from homeward.reading.languages.unmarked.subjects_before import LEAST
from homeward.reading.languages.unmarked.unnamed_subjects import UnnamedSubjects
from homeward.reading.languages.unmarked.words import PEOPLE, Cue, Frame, Kind, Word, look_up
from homeward.records import Attribution, Manner

_HEBREW_TEXTS = TOLD_IN | frozenset(
    ["מכתב", "נאום", "הצהרה", "דיווח", 'דו"ח', "דוח", "תשובה", "מסמך", "מזכר", "ידיעה", "כתבה", "מאמר", "פרסום", "עדות", "איגרת",
     "מברק", "מסרון", "שידור", "מסיבה", "כנס", "כרוז"]
)  # fmt: skip
_IN_REPLY = frozenset(
    ["במענה", "המענה", "בתשובתו", "בתשובתה", "בתגובתו", "בתגובתה", "במכתבו", "במכתבה", "בדבריו", "בדבריה"]
)
_ABOUT_HIM = frozenset(["על", "ועל", "לגבי", "ולגבי", "אודות", "בעניין", "באשר"])
_MORE = frozenset(["עוד", "כן", "בנוסף"])
_NOBODY = frozenset(["قيل", "يقال"])
_ASKED_OF = frozenset(["يطلب", "تطلب"])  # whose active has another vowel
_GAVE = frozenset(["ادلي", "ادلت", "ادلوا", "يدلي", "تدلي"])
_DAMMA = "\u064f"


class Quoting(UnnamedSubjects):
    """Reads verbs that tell of words without a speaker as their subject."""

    def shows_passive(self, word: Word) -> bool:
        """Whether the sign for "u" behind its first letter shows that an Arabic verb names no subject: "it was stressed"."""
        first = word.start + len(word.prefix)
        return (
            self.s.tongue.verb_first
            and self.view.text[first + 1 : first + 2] == _DAMMA
            and (word.lemma[0] not in "يتن" or word.lemma in _ASKED_OF)
        )

    def clause_before(self, draft: Draft, at: int, subject: Phrase | None) -> Draft | None:
        """As in "..., the minister said": the words are the clause before."""
        if draft.speaker is None or draft.rule == "elided" or draft.attitude:
            return None
        if self.words[at].lemma in _GAVE:
            return None  # "On the third day, six witnesses gave evidence"
        place = at if subject is None or subject.start > at else subject.start
        first = self.words[0]
        if self.s.tongue.verb_first and (first.any(Kind.PREPOSITION) or self.s.has_preposition(0)):
            return None  # "In a programme on the channel, Rasil accused ..."
        so = place > 0 and self.words[place - 1].lemma in self.x.so
        while place > 0 and self.words[place - 1].lemma in self.x.so:
            place -= 1
        begin = self.words[0].start
        if so and place == 0 and self.view.before is not None:
            medium = draft.speaker if draft.speaker.kind is ActorKind.MEDIUM else None
            if medium is not None and not self.s.tongue.verb_first and self._speaks_before():
                return replace(draft, speaker=None, relays=(medium,), rule="passed-on")  # "So reported the agency"
            draft.pieces.append(self.view.before)
            draft.rule = "previous-sentence"
            return draft
        if place < LEAST or self.words[place - 1].text not in COMMAS:
            return None
        if self.words[at].prefix[:1] and self.words[at].prefix[:1] in self.s.tongue.and_:
            return None  # "..., and asked": what stands before is another's
        if not so and (subject is None or subject.start < at):
            return None
        behind = subject.stop if subject is not None else at + 1
        rest = [w for w in self.words[max(behind, at + 1) :] if w.is_word and not w.dated and not w.any(Kind.ADVERB)]
        described = bool(rest) and not self.s.tongue.verb_first and self.s.is_that(max(behind, at + 1))
        if len(rest) > 4 and not so and not described:
            return None
        draft.pieces.append((begin, self.words[place - 1].start))
        draft.rule = "content-then-speaker"
        draft.own = self.words[place - 1].start
        return draft

    def cite(self, draft: Draft, start: int, stop: int) -> None:
        """As in "The agency said, citing B, that": the words are B's and the subject relays them."""
        if start >= self.s.size:
            return
        begin = self.words[start].start
        end = self.words[min(stop, self.s.size) - 1].stop if stop > start else begin
        match = self.x.citing.search(self.view.masked, begin, end)
        if match is None or draft.speaker is None or self.is_named_in(match.group(), match.start()):
            return
        if "لسان" in match.group() and draft.speaker.kind is not ActorKind.MEDIUM:
            return  # a body speaks by the mouth of its spokesman
        phrase = self.phrase_from(match.end())
        actor = self.actor(phrase)
        if self.s.tongue.verb_first and phrase is not None and self.words[phrase.start].any(Kind.THING):
            actor = self.whose_text(phrase.start)  # "citing a document of the Front"
        if actor is not None:
            draft.relays = (
                *(r for r in draft.relays if r.name not in (actor.name, draft.speaker.name)),
                draft.speaker,
            )
            draft.speaker = actor
            draft.rule = "cites"

    def is_named_in(self, citing: str, place: int) -> bool:
        """Whether "in the name of" tells what somebody is called."""
        at = self.index(place)
        return citing.strip().endswith("בשם") and self.s.is_naming(at)

    def read_quoting(self, at: int, cue: Cue) -> Draft | None:
        """As in "The agency quoted B as saying": B's words, relayed."""
        word = self.words[at]
        subject, own, joined = self.subject(at, Cue(cue.manner, Frame.SAY))
        begin = subject.stop if subject is not None and subject.start > at else at + 1
        said = None if self.s.tongue.verb_first else self.quote_before(at, subject)
        quoted: Phrase | None = None
        relays: list[Actor] = []
        place = begin
        learned = word.lemma in self.x.learned
        moved = self.s.tongue.verb_first and word.lemma.startswith(("نقل", "ينقل", "تنقل"))
        while place < min(self.s.size, begin + 24):
            one = self.words[place]
            match = self.x.citing.match(self.view.masked, one.start)
            if match is not None and (phrase := self.phrase_from(match.end())) is not None:
                if (actor := self.actor(phrase)) is not None:
                    relays.append(actor)
                place = phrase.stop
                continue
            leads = one.text == "من" if learned else one.text in self.x.object or one.lemma in self.x.object
            if moved and one.text == "إلى":
                return None  # "was taken to": the other meaning of the verb
            if one.is_word and leads:
                if place + 1 < self.s.size:
                    quoted = self.phrase_from(self.words[place + 1].start)
                break
            if one.text == MASK or one.text in ";:." or (one.is_word and self.s.is_that(place)):
                break
            place += 1
        relay = self.actor(subject)
        pronoun = self.words[at + 1] if at + 1 < self.s.size else word
        if moved and quoted is None and relay is not None and pronoun.text in ("عنه", "عنها", "عنهم"):
            opened = self.what_opens(begin, cue, past_cues=True)
            if opened is None:
                return None
            gender = {"عنه": "m", "عنها": "f"}.get(pronoun.text, "")
            whom = (pronoun.start, pronoun.stop)
            meant = Actor(whom, pronoun.text, ActorKind.PRONOUN, Attribution.UNNAMED, "", gender=gender)
            draft = Draft(at, (word.start, word.stop), Manner.SAID, meant, own, "cites", (relay,), joined=joined)
            self._inner_cue(draft, begin, opened)
            return draft
        if moved and quoted is None and relay is None and pronoun.text in ("عنه", "عنها"):
            opened = self.what_opens(begin, cue, past_cues=True)
            if opened is None:
                return None
            gender = "m" if pronoun.text == "عنه" else "f"
            whom = (pronoun.start, pronoun.stop)
            meant = Actor(whom, pronoun.text, ActorKind.PRONOUN, Attribution.UNNAMED, "", gender=gender)
            shown = "f" if word.lemma.endswith("ت") or word.lemma.startswith("ت") else "m"
            teller = Actor(
                (word.start, word.stop), word.text, ActorKind.PRONOUN, Attribution.UNNAMED, "", gender=shown
            )
            draft = Draft(at, (word.start, word.stop), Manner.SAID, meant, own, "cites", (teller,), joined=joined)
            self._inner_cue(draft, begin, opened)
            return draft  # "and carried of him that": what whoever spoke last says of another
        if (learned or moved) and quoted is None:
            return None
        if quoted is None and begin < self.s.size and self.may_be_subject(begin) and subject is not None:
            quoted = self.s.phrase_at(begin)
        if quoted is None:  # "B was quoted by the agency as promising that"
            if subject is None or relay is None:
                return None
            opened = self.what_opens(begin, cue, past_cues=True)
            if opened is None and said is None:
                return None
            draft = Draft(at, (word.start, word.stop), Manner.SAID, relay, own, "was-quoted", joined=joined)
            if said is not None or opened is None:
                draft.relays = self.media(begin, min(self.s.size, begin + 12))
                draft.pieces += [said] if said is not None else []
                return draft
            draft.relays = self.media(begin, opened[0])
            self._inner_cue(draft, begin, opened)
            return draft
        speaker = self.actor(quoted)
        if speaker is None:
            return None
        if self.s.tongue.verb_first and (deeper := self._cited_behind(quoted.stop)) is not None:
            relays.append(speaker)  # "carries from the agency, itself citing a relative, that"
            quoted, speaker = deeper
        noun = self.words[quoted.stop].cue if quoted.stop < self.s.size else None
        bare = self.s.tongue.verb_first and noun is not None and noun.frame is Frame.WHILE
        opened = self.what_opens(quoted.stop + 1, noun) if bare and noun is not None else None
        opened = opened or self.what_opens(quoted.stop, cue, past_cues=True)
        if opened is None and said is None:
            return None
        draft = Draft(at, (word.start, word.stop), Manner.SAID, speaker, own, "cites", joined=joined)
        ours = subject is not None and self.s.tongue.verb_first and self.words[subject.start].any(Kind.MEDIUM)
        if ours and subject is not None and self.words[subject.start].text.endswith("نا"):
            relay = None  # "our channel has learnt from": whoever publishes the text
        draft.relays = (*relays, relay) if relay is not None else tuple(relays)
        if said is not None or opened is None:
            draft.pieces += [said] if said is not None else []
            return draft
        self._inner_cue(draft, quoted.stop, opened)
        return draft

    def _cited_behind(self, at: int) -> tuple[Phrase, Actor] | None:
        """Whom the medium just cited cites itself: "..., citing in its turn a relative, that"."""
        while at < self.s.size and (self.words[at].text in COMMAS or self.words[at].text in CLOSING_MARKS):
            at += 1
        match = self.x.citing.match(self.view.masked, self.words[at].start) if at < self.s.size else None
        phrase = self.phrase_from(match.end()) if match is not None else None
        if self.s.tongue.verb_first and phrase is None and at + 1 < self.s.size and self.words[at].text == "عن":
            phrase = self.phrase_from(self.words[at + 1].start)  # "carries from the radio | from a guard"
        actor = self.actor(phrase)
        return (phrase, actor) if phrase is not None and actor is not None else None

    def _inner_cue(self, draft: Draft, begin: int, opened: tuple[int, str, int]) -> None:
        """As in "... as saying": the second verb says how it was said, and is no voice of its own."""
        self.fill(draft, opened)
        for place in range(begin, min(opened[0] + 1, self.s.size)):
            cue = self.words[place].cue
            if cue is not None:
                draft.manner = cue.manner
                self.taken.add(place)
                if (
                    opened[0] == place and opened[1] == "that"
                ):  # "as one who promised that": the verb has "that" on it
                    after = self.what_opens(place + 1, cue)
                    if after is not None:
                        draft.open, draft.pieces = None, []
                        self.fill(draft, after)
                    return

    def read_passive(self, at: int, cue: Cue) -> Draft | None:
        """As in "It was said in a statement of the ministry": somebody named beside it, or nobody."""
        word = self.words[at]
        if (passed := self.passed_on(at, None)) is not None:
            return passed
        before = self.quote_before(at, None)
        opened = self.what_opens(at + 1, cue)
        if before is None and self.s.tongue.verb_first and word.definite:  # "there was a reminder of"
            opened = opened or self.what_opens(at + 1, replace(cue, frame=Frame.BARE))
            if opened is not None:
                draft = Draft(at, (word.start, word.stop), cue.manner, None, word.start, "passive", nobody=True)
                self.fill(draft, opened)
                return draft
        if before is None and opened is None and self.shows_passive(word) and word.lemma not in _ASKED_OF:
            opened = self.what_opens(
                at + 1, replace(cue, frame=Frame.BARE)
            )  # "it was stressed ... | on paying nothing"
        elif before is None and (opened is None or opened[1] == "object"):
            return self._so_told(at, cue)
        if before is None and opened is None:
            return None
        begin = at
        while begin > 0 and self.words[begin - 1].text not in HARD_STOPS and self.words[begin - 1].text != MASK:
            begin -= 1
        end = opened[0] if opened is not None and before is None else min(self.s.size, at + 14)
        who = self.beside(begin, at, end)
        own = word.start if who is None or who[1] > at else self.words[min(who[1], at)].start
        draft = Draft(
            at, (word.start, word.stop), cue.manner, who[0] if who else None, own, "passive", joined=self.is_cut(at)
        )
        if before is not None:
            draft.pieces.append(before)
        elif opened is not None:
            self.fill(draft, opened)
        if who is None and word.lemma in _NOBODY:
            draft.nobody = True
        elif who is None:
            between = self.words[begin:end]
            if not self.s.tongue.verb_first and any(w.text in ("בה", "בו", "בהן", "בהם") for w in between):
                draft.speaker = Actor(draft.cue, word.text, ActorKind.PRONOUN, Attribution.UNNAMED, "it")
                return draft  # "it was said in it": whose answer it is
            if not self.s.tongue.verb_first and any(w.text in _MORE for w in self.words[begin:at]):
                return draft if self.take_over(draft) else None  # "it was further said"
            texts = any(w.any(Kind.THING) if self.s.tongue.verb_first else w.lemma in _HEBREW_TEXTS or
                        w.text in _IN_REPLY for w in between)  # fmt: skip
            if self.shows_passive(word):
                texts = any(w.lemma in TEXTS for w in between)
            if texts or (
                self.s.tongue.verb_first
                and not self.shows_passive(word)
                and any(w.definite or w.text in ("فيه", "فيها") for w in between if w.start > word.start)
            ):
                return draft if self.take_over(draft) else None
            draft.nobody = True
        return draft

    def _so_told(self, at: int, cue: Cue) -> Draft | None:
        """As in "The sailors are alive, so it was told by the ministry"."""
        if self.s.tongue.verb_first or at == 0 or self.words[at - 1].lemma not in self.x.so:
            return None
        who = self.beside(at + 1, at, min(self.s.size, at + 10))
        if who is None:
            return None
        word = self.words[at]
        place = (word.start, word.stop)
        if at == 1 and who[0].kind is ActorKind.MEDIUM and self._speaks_before():
            return Draft(at, place, Manner.SAID, None, word.start, "passed-on", (who[0],))
        return self.clause_before(Draft(at, place, cue.manner, who[0], word.start, "passive"), at, None)

    def _speaks_before(self) -> bool:
        """Whether the sentence before holds a verb of speech, so that whoever speaks in it is known."""
        if self.view.before is None:
            return False
        words = self.view.text[slice(*self.view.before)].split()
        return any(look_up(word.strip(EDGES + INNER_MARKS), self.s.tongue).cue is not None for word in words)

    def beside(self, begin: int, at: int, end: int, *, besides: Place | None = None) -> tuple[Actor, int] | None:
        """Who is named beside a verb without a subject: "in a statement of ...", "from ...", the nearest that fits.

        `besides`: a place in which nobody is sought.
        """
        found: list[tuple[int, Actor, int]] = []
        place = begin
        while place < end:
            word = self.words[place]
            if place == at or not word.is_word or not word.any(PEOPLE | Kind.NAME) or word.cue is not None:
                place += 1
                continue
            if besides is not None and besides[0] <= word.start < besides[1]:
                place += 1
                continue
            phrase = self.phrase_from(word.start)
            actor = self.actor(phrase)
            if phrase is None or actor is None:
                place += 1
                continue
            about = place > 0 and self.words[place - 1].text in _ABOUT_HIM
            to = about or word.prefix.startswith("ל") or (place > 0 and self.words[place - 1].text in ("إلى", "אל"))
            from_ = any(p in word.prefix for p in self.x.from_) or (
                place > 0 and self.words[place - 1].lemma in self.x.from_
            )
            if not to:
                found.append((0 if from_ else 1 if place > at else 2, actor, place))
            place = max(place + 1, min(phrase.stop, at) if place < at else phrase.stop)
        if not found:
            return None
        _, actor, place = min(found, key=lambda f: (f[0], f[2]))
        return actor, place

    def passed_on(self, at: int, speaker: Actor | None) -> Draft | None:
        """As in "The words were passed on by B to the newspaper": relays of what was said before."""
        match = self.x.told.match(self.view.masked, self.view.start, self.view.stop)
        if match is None or self.words[at].start > match.end() + 120:
            return None
        relays = [speaker] if speaker is not None and speaker.kind is not ActorKind.PRONOUN else []
        place = at + 1
        while place < self.s.size:
            word = self.words[place]
            told = word.any(Kind.MEDIUM) and (not word.definite or word.prefix[:1] in ("ל", "ل"))
            somebody = not relays and word.any(Kind.ROLE | Kind.SOURCE) and not word.prefix
            if word.is_word and (told or somebody) and (phrase := self.s.phrase_from(place)) is not None:
                actor = self.actor(phrase)
                if actor is not None and actor.name not in [r.name for r in relays] and not actor.brief:
                    relays.append(actor)
                place = max(place + 1, phrase.segments[-1][1])
                continue
            place += 1
        self.taken.update(range(at, self.s.size))
        if not relays:
            return None
        word = self.words[at]
        return Draft(at, (word.start, word.stop), Manner.SAID, None, word.start, "passed-on", tuple(relays))

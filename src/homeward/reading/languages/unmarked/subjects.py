"""The subject of a verb: the phrase before it or the one behind it, by order, gender and what else the verb may have.

In: the words of a sentence, a verb. Out: the phrase, where what belongs to it begins, whether it is another verb's too.
Leaves to others: whom a verb means that names no subject (`unnamed_subjects`).
"""

from __future__ import annotations

from homeward.reading.languages.language import MASK, Actor, ActorKind
from homeward.reading.languages.unmarked.arabic_nouns import BY_VERBS
from homeward.reading.languages.unmarked.expressions import ANY
from homeward.reading.languages.unmarked.marks import COMMAS, HARD_STOPS, is_bullet
from homeward.reading.languages.unmarked.media import IN, SENT, TEXTS
from homeward.reading.languages.unmarked.sentence_words import Phrase
from homeward.reading.languages.unmarked.subjects_before import NEAR, SubjectsBefore
from homeward.reading.languages.unmarked.words import PEOPLE, Cue, Frame, Kind, Word, bare_noun, fold
from homeward.records import Manner

TURNS = 10  # words between "but" and the verb of speech of its clause
_ON_BEING_ASKED = frozenset(["לשאלה", "לשאלת", "בתשובה", "בתגובה", "כשנשאל", "כשנשאלה", "משנשאל"])
_THAT_ALONE = 4  # letters of "that" with nothing written on to it, but a preposition
_BLAME = frozenset(map(fold, ["مسؤولية", "مسئولية", "مسوولية"]))
_TOLD_HIM = ("أبلغ", "أخبر", "أطلع", "حدث", "صارح", "أفاد", "أعلم", "كلم", "كلّم", "خاطب", "أجاب", "يبلغ", "يخبر")
_BY_AS_WRITTEN = BY_VERBS
TOLD_HIM_AS_WRITTEN = tuple(map(fold, _TOLD_HIM))
_ADDRESSED = frozenset(["سلطة", "سلطات", "حكومة", "جهة", "طرف", "دولة", "مجتمع"])
_LONGEST_ANTECEDENT = 12  # words between a name and "who" behind it
_AS_FOR = frozenset(["أما", "وأما", "فأما"])


class Subjects(SubjectsBefore):
    """The subject of a verb, before or behind it."""

    def main_subject(self) -> Actor | None:
        """Whom a sentence without words of speech is about: the subject that stands behind its verb."""
        for at in range(min(self.s.size, TURNS)):
            if self.words[at].any(Kind.VERB) and not self.is_negated(at):
                behind = self.skip(at + 1)
                phrase = self.s.phrase_at(behind) if self.may_be_subject(behind) else None
                return self.actor(phrase) if phrase is not None and self.is_somebody(phrase) else None
        return None

    def subject_of(self, at: int) -> Phrase | None:
        """The subject of any verb."""
        return self.subject(at, ANY)[0]

    def subject(self, at: int, cue: Cue) -> tuple[Phrase | None, int, bool]:
        """The subject of a verb, where what belongs to the verb begins, whether it goes on beside what stands before."""
        word = self.words[at]
        anded = word.prefix[:1] != "" and word.prefix[:1] in self.s.tongue.and_
        behind = self.skip(at + 1)
        quoted = self.quote_before(at, None) is not None
        clear = anded or at == 0 or quoted
        if cue.frame is Frame.WHILE or (cue is not ANY and self.says_we(word)):
            return None, word.start, self.is_cut(at)
        if self.s.tongue.verb_first and at > 0 and self.words[at - 1].any(Kind.THAT):
            if self.x.that_length(self.words[at - 1]) < len(self.words[at - 1].text):
                return None, word.start, False  # "that he asked": "he" is written on to "that"
        if (antecedent := self._before_who(at)) is not None:
            return antecedent, word.start, False
        left = None if clear and not self._has_topic(at) else self.subject_before(at)
        if not self.s.tongue.verb_first and left is not None and self.words[0].text in ("את", "ואת"):
            if self.may_be_subject(behind) and left[0].start < NEAR + 1:
                left = None  # "The names of the eight | handed over | the ambassador"
        if self.s.tongue.verb_first:
            if left is not None and word.prefix == "ف" and self.is_cut(at) and self.words[0].text not in _AS_FOR:
                own = self.s.phrase_at(at + 1) if self.may_be_subject(at + 1) else None
                if own is not None and self.is_somebody(own) and not word.lemma.startswith(TOLD_HIM_AS_WRITTEN):
                    return own, word.start, True  # "said that his client lives, | and the judge answered that"
            if left is not None and left[2] and self.is_cut(at) and not self._has_topic(at):
                aside = self.s.phrase_at(behind) if self.may_be_subject(behind) else None
                if aside is not None and aside.stop < self.s.size and self.is_somebody(aside):
                    if self.words[aside.stop].text in COMMAS and self.words[0].text in _AS_FOR:
                        return aside, word.start, False  # '"As for the men," Rasil went on, "he would not"'
            if left is not None and (left[2] or self._is_behind_that(left[0])) and not self._is_told_to(at, behind):
                # "as for the minister, he said"
                return left[0], left[1], self.is_cut(self.index(left[1]))
            if left is not None and self._leads_sentence(left[0], at):
                return left[0], left[1], self.is_cut(self.index(left[1]))
            right = self.s.phrase_at(behind) if self.may_be_subject(behind) else None
            if right is not None and cue.frame is Frame.BARE and not self.words[behind].kind:
                if self.x.opens_object(self.words[behind]) is not None and not self._is_name_behind(at, behind):
                    right = None  # "she demanded | that they stop"
            if right is not None and cue.manner is Manner.DEMANDED and self._is_addressed(word, right):
                right = None
            if right is not None and at > 1 and self._had_promised(at, right):
                right = None  # "and he had promised | the seamen | a harbour"
            if right is not None and cue.frame is Frame.BARE and self._is_blamed(right):
                right = None  # "and holds | the ministry | responsible"
            if right is not None and cue.frame in (Frame.BARE, Frame.REFUSE) and self._opens_at_once(at, right):
                right = None  # "pledged | to open the records of the hospitals"
            asked = cue.manner in (Manner.DEMANDED, Manner.ASKED) and cue.frame is Frame.BARE
            if right is not None and asked and (whose := self._whose_statement(at)) is not None:
                return whose, word.start, False
            if right is not None and asked and not self.is_somebody(right):
                unknown = self.words[right.start]
                if (unknown.definite or right.stop - right.start > 1) and not self._asks_somebody(right, word):
                    right = None  # "and demanded (of him) | the release"
            if right is not None:
                return right, word.start, anded and self.is_cut(at)
            if left is not None:
                return left[0], left[1], self.is_cut(self.index(left[1]))
            if not anded and (who := self._told_by(at)) is not None:
                return who, word.start, False
            return None, word.start, self.is_cut(at)
        right = self.s.phrase_at(behind) if self.may_be_subject(behind) else None
        if right is not None and self.is_manner(right) and not (cue is not ANY and self._is_cut_in(right, at)):
            right = None
        if cue is not ANY and right is not None and self.words[0].text in _ON_BEING_ASKED:
            left = None  # "To the question whether they were alive, Rasil answered"
        so = at > 0 and self.words[at - 1].lemma in self.x.so
        which = bool(word.prefix) and word.prefix in self.s.tongue.that  # "the list that the envoy handed over"
        if (so or which) and right is not None and self.is_somebody(right):
            left = None
        if left is not None and right is not None and cue is not ANY and self._is_of_other_sex(left[0], right, word):
            left = None
        if left is not None and not self._is_better(right, left[0], at, cue):
            return left[0], left[1], left[2] and self.is_cut(self.index(left[1]))
        if right is None and not anded and not quoted and word.text.endswith(("ים", "ו")):
            right = self._in_whose_house(at)
        if right is not None and cue.frame is Frame.BARE and not self.is_somebody(right):
            right = None  # "promised an answer"
        return right, word.start, anded and self.is_cut(at)

    def _is_of_other_sex(self, left: Phrase, right: Phrase, verb: Word) -> bool:
        """Whether a verb agrees with who stands behind it and not with who stands before it, as far as all tell."""
        shown = self.gender_of_verb(verb)
        one = self.actor(left) if shown and self.is_somebody(right) else None
        if one is None or one.gender in ("", shown):
            return False
        other = self.actor(right)
        if other is None:
            return False
        return other.gender in ("", shown) and other.kind is not ActorKind.PRONOUN

    def _is_better(self, right: Phrase | None, left: Phrase, at: int, cue: Cue) -> bool:
        """Whether the subject stands behind its verb, as in "After a hearing in the court, said the prosecutor"."""
        if right is None or cue.frame in (Frame.QUOTE, Frame.HOPE):
            return False
        if cue is not ANY and left.stop < at and self._is_cut_in(right, at):
            return True
        if not self.is_somebody(right):
            return False
        head = self.words[right.start]
        if head.any(Kind.PRONOUN):
            return False
        return not self.is_somebody(left)

    def _is_cut_in(self, right: Phrase, at: int) -> bool:
        """Whether a verb with its subject stands between two commas: "The sailors, Barkan said, are ..."."""
        if at < 2 or self.words[at - 1].text not in COMMAS or self.words[at - 2].text == MASK:
            return False
        rest = [w for w in self.words[right.stop :] if w.is_word and not w.dated and not w.any(Kind.ADVERB)]
        if not rest:
            return self.is_somebody(right) or right.stop - right.start == 1
        return self.words[right.stop].text in COMMAS or self.words[right.stop - 1].text in COMMAS

    def _had_promised(self, at: int, right: Phrase) -> bool:
        """Whether a verb behind "he had", which names nobody, has many people behind it and "by" or "that" behind them."""
        if self.words[at - 1].text != "قد" or self.words[at - 2].lemma not in ("كان", "كانت"):
            return False
        if not self.words[at].lemma.startswith((*TOLD_HIM_AS_WRITTEN, "وعد")) or right.stop >= self.s.size:
            return False
        actor = self.actor(right)
        many = actor is not None and not actor.gender and actor.kind is ActorKind.ROLE
        kin = self.words[right.start].any(Kind.KIN)
        return many or (kin and fold(self.words[right.start].text).startswith(("اهل", "اهالي", "عائلات")))

    def _asks_somebody(self, subject: Phrase, verb: Word) -> bool:
        """Whether somebody else stands behind an unknown subject of a demand, and "to" or "of" behind him."""
        if subject.stop >= self.s.size or not self.words[subject.stop].any(PEOPLE):
            return False
        woman = fold(self.words[subject.start].text).endswith("ة")
        asked = self.s.phrase_at(subject.stop)
        if asked is None or asked.stop >= self.s.size or (woman and self.gender_of_verb(verb) == "m"):
            return False
        led = self.words[asked.stop]
        return led.any(Kind.PREPOSITION | Kind.THAT) or led.text[0] == "ب"

    def _is_blamed(self, phrase: Phrase) -> bool:
        """Whether "the responsibility" stands at once behind somebody, who is held responsible then."""
        end = self.s.segment_end(phrase.start, self.s.size)
        return any(
            bare_noun(w) in _BLAME or (w.prefix == "ال" and w.lemma in _BLAME)
            for w in self.words[phrase.start + 1 : end + 1]
        )

    def _opens_at_once(self, at: int, right: Phrase) -> bool:
        """Whether "to (open)" stands at once behind an Arabic verb of promise or demand, so that no subject is behind it."""
        word = self.words[at + 1] if at + 1 < self.s.size else None
        cue = self.words[at].cue
        if word is None or right.start <= at + 1 or cue is None or word.any(Kind.ADVERB):
            return False
        if cue.frame is Frame.REFUSE:
            return word.text == "عن"
        act = word.prefix == "ب" and not word.any(PEOPLE | Kind.NAME | Kind.PREPOSITION) and not word.dated
        return act and fold(self.words[at].lemma).startswith(_BY_AS_WRITTEN)

    def _is_told_to(self, at: int, behind: int) -> bool:
        """Whether a verb has "us" or "him" on its end and its subject behind it: "a former prisoner told us"."""
        verb = self.words[at].lemma
        base = verb.removesuffix("نا").removesuffix("ني").removesuffix("ه").removesuffix("ها").removesuffix("هم")
        if base == verb or base not in self.s.tongue.cues or not self.may_be_subject(behind):
            return False
        head = self.words[behind]
        return head.any(PEOPLE) and not head.definite and not head.possessive

    def _told_by(self, at: int) -> Phrase | None:
        """Whom a clause without "who" says more about: "the voice of a young man | saying that"."""
        if self.words[at].text[0] not in "يت":
            return None
        for begin in range(at - 1, max(-1, at - 4), -1):
            word = self.words[begin]
            if not word.is_word or word.definite or word.cue is not None or word.dated:
                return None
            if word.any(Kind.ROLE | Kind.SOURCE | Kind.KIN):
                phrase = self.s.phrase_from(begin)
                return phrase if phrase is not None and phrase.segments[-1][1] == at else None
        return None

    def _whose_statement(self, at: int) -> Phrase | None:
        """Whose demand follows: "In a statement that the committee put out, (it) demanded of the government ..."."""
        opens = self.words[0].text in IN and self.s.size > 1 and self.words[1].lemma in TEXTS
        if not opens or self.words[at - 1].text not in COMMAS:
            return None
        for place in range(2, at - 1):
            if SENT.fullmatch(fold(self.words[place].text)) or self.words[place].text.startswith("أصدرت"):
                phrase = self.s.phrase_at(place + 1, at)
                actor = self.actor(phrase)
                if actor is not None and actor.kind is not ActorKind.MEDIUM and phrase is not None:
                    return phrase if self.is_somebody(phrase) else None
        return None

    def _is_name_behind(self, at: int, behind: int) -> bool:
        """Whether a word that may be "by ..." is somebody's name: "stressed | Barkan | that"."""
        verb = fold(self.words[at].lemma)
        end = self.s.segment_end(behind, self.s.size)
        if verb.startswith(_BY_AS_WRITTEN) or self.words[behind].text.startswith("بال"):
            asked = end - behind > 1 and end < self.s.size and self.words[end].any(PEOPLE)
            return asked and not self.words[behind].text.startswith("بال")
        if end - behind > 1:
            return True  # "declared | a porter of the house | that"
        after = self.words[behind + 1] if behind + 1 < self.s.size else None
        return after is not None and (after.text in ("إلى", "على", "من") or after.any(Kind.THAT))

    def _leads_sentence(self, phrase: Phrase, at: int) -> bool:
        """Whether a sentence or clause begins with a phrase that the verb agrees with: "a guard told the agency"."""
        before = self.words[phrase.start - 1] if phrase.start else None
        opens = before is None or before.text in (*HARD_STOPS, *COMMAS, "-", "|") or is_bullet(before.text)
        if not opens or not self.is_somebody(phrase) or self.words[phrase.start].dated:
            return False
        actor, shown = self.actor(phrase), self.gender_of_verb(self.words[at])
        return actor is not None and (not shown or actor.gender in ("", shown))

    def _before_who(self, at: int) -> Phrase | None:
        """Whom "who" before a verb means: "with commissioner Olena Hertsiuk, who pointed out that"."""
        if not self.s.tongue.verb_first or at < 2 or not self.words[at - 1].any(Kind.RELATIVE):
            return None
        end = at - 1
        while end > 0 and not self.words[end - 1].is_word:
            end -= 1
        for begin in range(max(0, end - _LONGEST_ANTECEDENT), end):
            word = self.words[begin]
            if not word.is_word or not word.any(PEOPLE | Kind.TITLE | Kind.NAME) or word.cue is not None:
                continue
            if begin and self.s.is_construct(begin - 1):
                continue
            phrase = self.s.phrase_from(begin)
            if phrase is not None and phrase.segments[-1][1] >= end:
                return phrase
        return None

    def _is_addressed(self, verb: Word, phrase: Phrase) -> bool:
        """Whether somebody behind a verb of demand is asked rather than asking: "(he) calls on the authorities to"."""
        actor = self.actor(phrase)
        shown = self.gender_of_verb(verb)
        after = self.words[phrase.stop] if phrase.stop < self.s.size else None
        if actor is None or not shown:
            return False
        head = self.words[phrase.start]
        broken = not fold(head.text).removeprefix("ال").startswith(head.lemma)
        if not actor.gender or (
            broken and actor.kind is ActorKind.ROLE
        ):  # "and called on the witnesses to": many, of whom only the verb before tells who asks
            many = actor.kind is ActorKind.ROLE and bool(self.drafts) and bool(verb.prefix)
            return many and after is not None and (after.text == "إلى" or after.any(Kind.THAT))
        if actor.gender != shown:
            return True
        led = after is not None and (after.any(Kind.PREPOSITION) or after.text.startswith("ب"))
        return bool(verb.prefix) and led and self.words[phrase.start].lemma in _ADDRESSED

    def _is_behind_that(self, phrase: Phrase) -> bool:
        """Whether a phrase stands at once behind "that", as only a subject does."""
        place = phrase.start - 1
        return place >= 0 and self.words[place].any(Kind.THAT) and len(self.words[place].text) <= _THAT_ALONE

    def _in_whose_house(self, at: int) -> Phrase | None:
        """As in "In the ministry they say": a verb in the plural whose place is its subject."""
        begin = at
        while (
            begin > 0 and self.words[begin - 1].is_word and not self.words[begin - 1].any(Kind.CONNECTOR | Kind.THAT)
        ):
            begin -= 1
        if begin < at and self.words[begin].any(Kind.BODY | Kind.MEDIUM) and self.words[begin].prefix.endswith("ב"):
            return self.s.phrase_from(begin)
        return None

    def _has_topic(self, at: int) -> bool:
        """Whether a verb that begins with "and, so" takes up a topic set before it: "as for the mother, she asked"."""
        if self.s.tongue.verb_first and at > 0 and self.words[at - 1].text == "فقد":
            return True
        return self.s.tongue.verb_first and self.words[at].prefix[:1] == "ف"

"""Who says what in a sentence: verbs of speech with their subjects, what they open, whom they cite.

In: the words of a sentence, the expressions of its language. Out: `Voice`, in order.
Leaves to others: phrases (`phrases`), chains over sentences (`homeward.reading.chain`).

Each cue is read into a `Draft`: who speaks, and where his words begin. Where they end is known once all drafts are:
at the next verb that goes on beside this one ("..., and added"), else with the sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise
from unicodedata import category

from homeward.reading.languages.language import MASK, Actor, ActorKind, Place, View, Voice
from homeward.reading.languages.unmarked.arabic_nouns import BY_VERBS, is_common_noun, looks_like_somebody
from homeward.reading.languages.unmarked.phrases import HIDING, Phrase, Sentence
from homeward.reading.languages.unmarked.ways import Ways
from homeward.reading.languages.unmarked.words import (
    ENDS,
    NOUNS_OF_SPEECH,
    PEOPLE,
    Cue,
    Frame,
    Kind,
    Word,
    bare_noun,
    fold,
    look_up,
)
from homeward.records import Attribution, Manner

_MOST_CUES = 12  # more than any sentence has
_REACH = 40  # words between a verb and what it opens
_BACK = 32  # words before a verb in which its subject begins
_TURNS = 10  # words between "but" and the verb of speech of its clause
_TURNING = frozenset(["אך", "אבל", "אולם", "ואילו", "אלא"])
_ABOUT = frozenset(["تحدث", "تحدثت", "تحدثوا", "يتحدث", "تتحدث", "يتحدثون", "نتحدث"])
_TEXTS = frozenset(
    ["بيان", "تقرير", "تصريح", "رسالة", "مذكرة", "وثيقة", "نص", "احاطة", "منشور", "تغريدة", "برقية", "افادة", "خبر"]
)
_QUESTIONS = frozenset(["מדוע", "למה", "איך", "כיצד", "היכן", "איפה", "מתי", "האם", "מי", "לאן", "כמה", "הכיצד"])
_OF_THIS = frozenset(["כך", "זה", "העובדה", "מצב"])
_TOLD_IN = frozenset(
    [
        "ריאיון",
        "ראיון",
        "שיחה",
        "תדרוך",
        "דברים",
        "הודעה",
        "תגובה",
        "ציטוט",
        "פוסט",
        "ציוץ",
        "סרטון",
        "הקלטה",
        "רשומה",
    ]
)
_AS_QUOTED = frozenset(
    [
        "שצוטט",
        "שצוטטה",
        "שצוטטו",
        "שדווח",
        "שפורסם",
        "שנמסר",
        "שנאמר",
        "שהובא",
        "שהובאו",
        "שצוטטים",
        "כמצוטט",
        "כמדווח",
        "כפי",
        "בציטוט",
    ]
)
_HEBREW_TEXTS = _TOLD_IN | frozenset(
    ["מכתב", "נאום", "הצהרה", "דיווח", 'דו"ח', "דוח", "תשובה", "מסמך", "מזכר", "ידיעה", "כתבה", "מאמר", "פרסום", "עדות", "איגרת",
     "מברק", "מסרון", "שידור", "מסיבה", "כנס", "כרוז"]
)  # fmt: skip
_TIMES = frozenset(["בערב", "בבוקר", "בלילה", "בצהריים"])
_OF_KIN_TOO = frozenset(["בת", "בן", "בני", "בנות"])
_IN_REPLY = frozenset(
    ["במענה", "המענה", "בתשובתו", "בתשובתה", "בתגובתו", "בתגובתה", "במכתבו", "במכתבה", "בדבריו", "בדבריה"]
)
_HIMSELF = frozenset(["עצמו", "עצמה", "עצמם", "نفسه", "نفسها", "بنفسه", "بنفسها"])
_LATTER = frozenset(["הלה", "הלז", "וזה", "וזו"])
_ONWARD = frozenset(
    [
        "וממנה",
        "וממנו",
        "ומהם",
        "ודרכה",
        "ודרכו",
        "שצוטט",
        "שצוטטה",
        "שצוטטו",
        "המצוטט",
        "המצוטטת",
        "שציטטה",
        "שציטט",
        "ומנה",
        "ومنها",
        "ومنه",
        "وعنها",
        "وعنه",
        "نقلته",
        "نقلتها",
        "ونقلته",
        "ونقلتها",
        "ونقله",
        "أوردته",
        "وأوردته",
    ]
)
_MEANWHILE = frozenset(["فيما", "بينما"])
_IN_IT = frozenset(["فيه", "فيها"])
_IN = frozenset(["في", "وفي", "ففي", "خلال", "وخلال", "عبر"])
_TALKS = frozenset(
    [
        "مقابلة",
        "حديث",
        "تصريح",
        "اتصال",
        "حوار",
        "لقاء",
        "مداخلة",
        "برنامج",
        "شريط",
        "تسجيل",
        "مقطع",
        "فيديو",
        "رسالة",
        "منشور",
        "تغريدة",
        "مكالمة",
        "رد",
    ]
)
_ABOUT_HIM = frozenset(["על", "ועל", "לגבי", "ולגבי", "אודות", "בעניין", "באשר"])
_MORE = frozenset(["עוד", "כן", "בנוסף"])
_ON_BEING_ASKED = frozenset(["לשאלה", "לשאלת", "בתשובה", "בתגובה", "כשנשאל", "כשנשאלה", "משנשאל"])
_REPORTERS = frozenset(["כתב", "כתבת", "שליח", "שליחת", "עיתונאי", "עיתונאית", "שדר", "מערכת"])
_NOT_TO = frozenset(["לא", "שלא", "בל"])
_NEAR = 3  # words of "in the local police" between a verb and "that"
_ASKING = frozenset([Manner.DEMANDED, Manner.ASKED, Manner.PROMISED])
_FIRST = frozenset(["אני", "אנחנו", "אנו"])
_WE = frozenset(["אנחנו", "אנו"])
_PERFORMED = frozenset([Manner.DEMANDED, Manner.ASKED, Manner.WARNED, Manner.PROMISED, Manner.DENIED])
_LONGEST_ASIDE = 14  # words that may say more about a subject before its verb
_LONGEST_OFFICE = 22  # words between a name and its verb that say what he is
_THAT_ALONE = 4  # letters of "that" with nothing written on to it, but a preposition
_SHORTEST_WE = 3  # letters; a shorter verb is one whose root begins with the same letter
_BYLINE = 5
_LEAST = 3  # words of a clause, with its comma, before "so he said"
_LABEL = 32  # words of a sentence before a colon and the quotation to which they lead
_ANSWERS = frozenset(["תגובה", "תשובה", "הודעה", "הצהרה"])
_NOBODY = frozenset(["قيل", "يقال"])
_HIS_ANSWER = frozenset(["رده", "ردها", "ردهم"])
_TANWIN = re.compile("[\u064b-\u064d]")
_FINITE = frozenset([Frame.SAY, Frame.BARE, Frame.QUOTE, Frame.REFUSE])
_RECALLED = frozenset(["يذكر"])
# Verbs that go on with whoever is told of, and none of whom he tells of.
_GOES_ON = ("أضاف", "أوضح", "تابع", "أردف", "استطرد", "أشار", "لفت", "شدد", "نوه", "ختم", "يضيف", "تضيف")
_PASSED = ("اقر", "يقر", "تقر")
_WHETHER = frozenset(["هل", "وهل", "فهل"])
_BLAME = frozenset(map(fold, ["مسؤولية", "مسئولية", "مسوولية"]))
_WE_OURSELVES = frozenset(["نحن"])
_COUNTS = frozenset(["يعد", "تعد"])  # or promises
_DATED = fold("مؤرخ")  # "dated", and a historian
_GROUPS = frozenset(["مجموعة", "قناة", "غروب", "دردشة"])
_ASKED_OF = frozenset(["يطلب", "تطلب"])  # whose active has another vowel
_GAVE = frozenset(["ادلي", "ادلت", "ادلوا", "يدلي", "تدلي"])
_MASDARS = frozenset(
    ["عقد", "قتل", "خطف", "نقل", "وقوع", "دفع", "عرض", "رفع", "منع", "أخذ", "ترك", "وضع", "فتح", "حمل", "توقيع"]
)
_TOLD_HIM = ("أبلغ", "أخبر", "أطلع", "حدث", "صارح", "أفاد", "أعلم", "كلم", "كلّم", "خاطب", "أجاب", "يبلغ", "يخبر")
_BY_AS_WRITTEN = BY_VERBS
_GOES_ON_AS_WRITTEN, _TOLD_HIM_AS_WRITTEN = (tuple(map(fold, some)) for some in (_GOES_ON, _TOLD_HIM))
# "a statement that state television broadcast"
_SENT = re.compile(
    r"[وف]?(?:[يت]?بث|[يت]?نشر|[اأ]?ذاع|[يت]?نقل|[اأ]ورد|[يت]?عرض|تداول|وزع|سجل|استضاف|سمع|التقط|صور|حصل|تلق)ت?(?:ه|ها|هما|هم)"
)
# "a letter that the ambassador wrote"
_WROTE_IT = re.compile(r"(?:كتب|خط|ارسل|بعث|وجه|سجل|حرر|ترك|سلم)ت?(?:ها|ه)")
_WITH_HIM = re.compile(r"[وف]?(?:في|ب|ل|عن|من|إلي|علي|مع|لدي|بين|أمام)(?:ه|ها|هم|هما|نا|كم|هن)|لي|بي|عني|مني|معي")
_DENIED_THINGS = frozenset(
    ["وجود", "أي", "صحة", "حصول", "وقوع", "حدوث", "علمه", "علمها", "صلته", "صلتها", "مسؤوليته", "مسؤوليتها"]
)
_THIS = frozenset(["ذلك", "هذا", "هذه", "تلك", "الأمر", "بذلك", "لهذا"])
_WHAT = frozenset(["ما", "كل", "أي", "أية", "جميع"])
_ADDRESSED = frozenset(["سلطة", "سلطات", "حكومة", "جهة", "طرف", "دولة", "مجتمع"])
_LONGEST_ANTECEDENT = 12  # words between a name and "who" behind it
_THE_LATTER = ("الاخير", "الاخيرة")
_ON = frozenset(["على", "وعلى", "عبر", "وعبر", "في", "وفي"])
_SCREENS = frozenset(["شاشة", "شاشات", "أثير", "صفحات", "موجات", "منبر"])
_QUOTES = frozenset(["نقل", "نقلت", "ينقل", "تنقل"])
_DECLINED = tuple(map(fold, ["امتنع", "يمتنع", "تمتنع", "اعتذر", "يعتذر", "تعتذر"]))
_NO_ANSWER = frozenset(
    map(fold, ["تعليق", "إدلاء", "إجابة", "خوض", "رد", "ذكر", "كشف هوية", "إفصاح", "حديث", "تصريح", "استجواب"])
)
_FROM_IT = frozenset(["عنها", "عنه"])
_FROM_HIM = frozenset(["عنها", "عنه", "عنهم"])
_WHOSE_NAME = frozenset(["اسمه", "اسمها"])
_COMMAS = (",", "،")
_DAMMA = "\u064f"
_WHO_HAD = frozenset(["وقد", "وكان", "وكانت", "وقيل"])
_AS_FOR = frozenset(["أما", "وأما", "فأما"])
_WAS = ("كان", "كانت", "كانوا")
_HAD = (*_WAS, "قد")
_HARD = ";؛:()[]—–!?؟…."
_OPENING = '"“„«״'
_CLOSING = '"”»“'
_INNER = '"«»“”„'
_EDGE = " \n\r\t,،.;؛:—–-!?؟…"


@dataclass(frozen=True, slots=True)
class Expressions:
    """What a language's voices are found by, besides its words.

    Attributes:
        according: "according to", as it stands before a speaker; group ``his`` where a pronoun is part of it.
            Group ``weak``: it may stand before a thing too ("by the law").
        citing: "citing", before the one whose words a speaker relays. object: what stands before the one who is quoted.
        negations: words that undo the verb after them. so: what stands between a quotation and its verb.
        told: "these words", which the sentence says who passed on. tail: where the reporter speaks again.
        starts: what begins the object of demand, promise, denial: an infinitive or preposition on the word's front.
        that_length: letters of "that" on a word which has it on its front.
        learned: verbs whose subject passes on what it heard "from" somebody.
        mention, avoiding: a noun whose letters are those of "he mentioned", and verbs whose object it is.
        asks: verbs by which a medium asks somebody.
        before_hearer: prepositions before the one who is told something: "in front of the agency".
        ways: phrases that tell through whom words came.
    """

    according: re.Pattern[str]
    citing: re.Pattern[str]
    object: frozenset[str]
    negations: frozenset[str]
    so: frozenset[str]
    told: re.Pattern[str]
    tail: re.Pattern[str]
    opens_object: Callable[[Word], int | None]
    that_length: Callable[[Word], int]
    from_: frozenset[str]
    learned: frozenset[str] = frozenset()
    mention: frozenset[str] = frozenset()
    avoiding: frozenset[str] = frozenset()
    before_hearer: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()
    ways: Ways | None = None


_ANY = Cue()


@dataclass(slots=True)
class Draft:
    """A cue as far as it is read; `open`: where words to its right begin, `own`: where what belongs to it begins; `until`: where they must end."""

    at: int
    cue: Place
    manner: Manner
    speaker: Actor | None
    own: int
    rule: str
    relays: tuple[Actor, ...] = ()
    to: Actor | None = None
    nobody: bool = False
    joined: bool = False
    attitude: bool = False
    open: int | None = None
    bare: bool = False
    until: int | None = None
    pieces: list[Place] = field(default_factory=list)


class Reader:
    """Reads the voices of one sentence; what it knows of subjects serves the events too."""

    def __init__(self, sentence: Sentence, expressions: Expressions) -> None:
        self.s = sentence
        self.x = expressions
        self.view: View = sentence.view
        self.words = sentence.words
        self.starts = [w.start for w in self.words]
        self.drafts: list[Draft] = []
        self.voices: list[Voice] = []
        self.taken: set[int] = set()
        self.hidden = [m.span() for m in HIDING.finditer(self.view.masked, self.view.start, self.view.stop)]
        according = expressions.according.finditer(self.view.masked, self.view.start, self.view.stop)
        self.according_at = list(islice(according, _MOST_CUES))

    def read(self) -> list[Voice]:
        """The voices of the sentence, in the order of their cues."""
        if self.words and self.words[0].text in _WHETHER:
            return []  # a question says nothing
        cues = [at for at, word in enumerate(self.words) if word.cue is not None][:_MOST_CUES]
        for at in cues:
            word = self.words[at]
            cue = word.cue
            if cue is not None and cue.manner is Manner.DENIED and self.is_negated(at):
                cue = replace(cue, manner=Manner.CONFIRMED)  # "does not deny"
            elif self.is_negated(at):
                continue
            if at in self.taken or self._is_in_according(word):
                continue
            if self.s.tongue.verb_first and _TANWIN.search(word.text) and cue is not None and cue.frame in _FINITE:
                continue  # a noun with its case: no verb
            if word.lemma in _RECALLED and at == 0 and at < self.s.size - 1 and self.words[at + 1].any(Kind.THAT):
                continue  # "it is to be recalled that": the reporter's own
            if cue is not None and self._shows_passive(word) and cue.frame in (Frame.SAY, Frame.BARE):
                cue = replace(cue, frame=Frame.PASSIVE)
            if self._is_quoted_from(at) and self.drafts:
                continue  # where the words of the draft before went on to
            if self._is_avoided(at):
                continue  # "avoided | the mention of"
            if at and self.words[at - 1].text == "إذ":
                continue  # "the union, which tells of this, demands that": only what it demands
            if at and word.text in _HIS_ANSWER and self.words[at - 1].text in ("في", "وفي", "خلال", "وخلال"):
                continue  # "In his answer to a question, the minister said"
            if cue is None or (word.prefix in self.s.tongue.that and not self._says_at_once(at)):
                continue  # "who asked not to be named", "that the company published"
            draft = self._read_cue(at, cue)
            if draft is not None:
                self.drafts.append(draft)
        for match in self.according_at:
            if (draft := self._read_according(match)) is not None:
                self.drafts.append(draft)
        if not self.drafts:
            draft = (
                self._read_headline()
                or self._read_label()
                or self._read_way()
                or self._read_thus()
                or self._read_by_colon()
            )
            self.drafts += [draft] if draft is not None else []
        self.through_others()
        self.voices = self._finish()
        return self.voices

    def through_others(self) -> None:
        """Add to the drafts through whom their words came, where phrases besides the verbs tell it."""

    def _shows_passive(self, word: Word) -> bool:
        """Whether the sign for "u" behind its first letter shows that an Arabic verb names no subject: "it was stressed"."""
        first = word.start + len(word.prefix)
        return (
            self.s.tongue.verb_first
            and self.view.text[first + 1 : first + 2] == _DAMMA
            and (word.lemma[0] not in "يتن" or word.lemma in _ASKED_OF)
        )

    def _is_avoided(self, at: int) -> bool:
        """Whether a word that may be "he mentioned" is the mention that somebody avoids."""
        if self.words[at].lemma not in self.x.mention:
            return False
        for place in range(at - 1, max(-1, at - _TURNS), -1):
            if fold(self.words[place].lemma) in self.x.avoiding:
                return True
            if self.words[place].text in _HARD:
                return False
        return False

    def main_subject(self) -> Actor | None:
        """Whom a sentence without words of speech is about: the subject that stands behind its verb."""
        for at in range(min(self.s.size, _TURNS)):
            if self.words[at].any(Kind.VERB) and not self.is_negated(at):
                behind = self.skip(at + 1)
                phrase = self.s.phrase_at(behind) if self._may_be_subject(behind) else None
                return self._actor(phrase) if phrase is not None and self._is_somebody(phrase) else None
        return None

    def subject_of(self, at: int) -> Phrase | None:
        """The subject of any verb."""
        return self._subject(at, _ANY)[0]

    # --- one cue --------------------------------------------------------------------------------------------------

    def _read_cue(self, at: int, cue: Cue) -> Draft | None:
        if cue.frame is Frame.QUOTE:
            return self._read_quoting(at, cue)
        if cue.frame is Frame.PASSIVE:
            return self._read_passive(at, cue)
        word = self.words[at]
        subject, own, joined = self._subject(at, cue)
        after = max(at + 1, subject.stop if subject is not None and subject.start > at else at + 1)
        speaker = self._actor(subject)
        if subject is not None and speaker is None:
            return None
        if subject is not None and speaker is not None and speaker.kind is ActorKind.PRONOUN:
            speaker = self._antecedent(subject) or speaker
            if self.s.tongue.verb_first and self.words[subject.start].prefix == "و" and subject.start > 0:
                speaker = self._latter(subject, speaker)  # "we met Rasil, and he told us that"
        if subject is not None and speaker is not None and self._is_latter(subject):
            speaker = self._latter(subject, speaker)
        if (passed := self._passed_on(at, speaker)) is not None:
            return passed
        shown = self._gender_of_verb(word)
        if speaker is not None and speaker.kind is ActorKind.PERSON and shown and speaker.gender not in ("", shown):
            speaker = replace(speaker, gender=shown)  # the verb tells it better than a list of names
        elided = speaker is None
        if self._is_reporter(word, subject):
            return None
        if speaker is not None and speaker.kind is ActorKind.PRONOUN and not self.view.quoted and speaker.name in _WE:
            speaker = replace(speaker, head="we")  # "we demand": whoever puts the text out
        draft = Draft(
            at, (word.start, word.stop), cue.manner, speaker, own, "said", joined=joined,
            attitude=cue.frame is Frame.HOPE,
        )  # fmt: skip
        if elided and self.s.tongue.verb_first and (turn := self._behind_but(at)) is not None:
            draft.own, draft.joined = turn, True
        if elided and not self._take_over(draft):
            return None
        noun = (
            self.s.tongue.verb_first and word.lemma in self.s.tongue.nouns and self._quote_before(at, subject) is None
        )
        if noun and not self._demands(at) and not (cue.frame is Frame.REFUSE and self._begins_clause(at, subject)):
            return None  # "a student of medicine", whose letters are those of "he demanded"
        if (cut := self._cut_in(at, subject)) is not None and cue.frame is not Frame.HOPE:
            draft.pieces += cut
            draft.rule = "content-then-speaker"
            draft.relays = self._media(at + 1, self.s.size)
            return draft
        if elided and self.s.tongue.verb_first and (text := self._text_behind(at)) is not None:
            if self.words[text].definite:
                after = max(after, text + 1)  # "the statement | stressed that"
        if (told := self._told_by_noun(at, cue, speaker, after, own)) is not None:
            return told
        hearer = self._promised_to(after) if self.s.tongue.verb_first and cue.manner is Manner.PROMISED else None
        if hearer is not None:
            draft.to, after = hearer
        opened = self._open(after, cue)
        if opened is not None and self._only_describes(opened, at, subject):
            opened = None
        begin = opened[0] if opened is not None else after
        if elided and opened is not None and opened[1] == "colon" and at == 0 and self.s.size - begin <= _BYLINE:
            return None  # "Written by: ..."
        told_on = draft.relays if self.s.tongue.verb_first else ()
        draft.relays = (self._media(at + 1, min(begin, after + _REACH)) or told_on) if opened is not None else ()
        if self.s.tongue.verb_first and not draft.relays and draft.speaker is not None and not elided:
            spoken = self._told_in_it(at, shown)
            if spoken is not None and spoken[0].name == draft.speaker.name:
                draft.relays = spoken[1]  # "the radio sent a recording of the priest | in which he says"
        draft.to = draft.to or self._addressee(after, min(begin, after + _REACH))
        if not draft.relays and (subject is not None or self.s.tongue.verb_first):
            draft.relays = self._media_in_front(at if subject is None else min(at, subject.start))
        if not draft.relays and self.s.tongue.verb_first and word.lemma.startswith(_TOLD_HIM_AS_WRITTEN):
            draft.relays = self._medium_told(after)
        self._cite(draft, at + 1 if subject is None else min(at + 1, subject.stop), begin)
        before = self._quote_before(at, subject)
        if before is not None and self.s.tongue.verb_first and word.prefix == "و" and opened is not None:
            before = None if elided else before  # '"...", and demanded that': the quotation is what was said before
        if before is not None:
            draft.pieces.append(before)
            draft.rule = "content-then-speaker"
            draft.own = min(draft.own, word.start)
            if opened is not None and opened[1] == "quote":
                draft.pieces += self._quotes_from(opened[0])
            elif self.s.tongue.verb_first and opened is None:
                draft.pieces += self._rest_quoted(after)
            if not draft.relays and subject is not None and subject.start > at:
                draft.relays = self._media(at + 1, subject.start)
            if not draft.relays:
                draft.relays = self._media(after, min(self.s.size, after + 12))
            return draft
        admits = word.lemma.startswith(_PASSED) or word.lemma in _COUNTS
        if opened is not None and opened[1] == "object" and admits and self.s.tongue.verb_first:
            if self.view.text[opened[2] - 1] not in "بـ" and self.words[max(0, opened[0])].text != "بـ":
                return None  # "passed a treaty": no admission
        if opened is None:
            return self._clause_before(draft, at, subject)
        if self.s.tongue.verb_first and opened[1] == "object" and word.lemma.startswith(BY_VERBS):
            opened = self._act_behind(opened)
        draft.rule = "speaker-then-content"
        if elided and not self.s.tongue.verb_first and opened[1] in ("colon", "quote") and opened[0] - at <= _NEAR:
            draft.joined = draft.joined or word.prefix in ("ו", "וה")  # "and threatens: ..."
        self._fill(draft, opened)
        if self.s.tongue.verb_first and opened[1] == "object" and (end := self._behind_this(opened[0])) is not None:
            draft.until = self.words[end - 1].stop
            if end + 1 < self.s.size and self.words[end].text in (":", *_COMMAS) and self.words[end + 1].text == MASK:
                draft.pieces += self._quotes_from(end + 1)
        return draft

    def _rest_quoted(self, at: int) -> list[Place]:
        """As in '"We shall not open them", says Rasil, "they will come back"': few words that go on behind the speaker."""
        while at < self.s.size and self.words[at].text in _COMMAS:
            at += 1
        return self._few_words_quoted(at) if at and at < self.s.size and self.words[at - 1].text in _COMMAS else []

    def _told_by_noun(self, at: int, cue: Cue, medium: Actor | None, begin: int, own: int) -> Draft | None:
        """As in "The site carried an officer's warning that": the officer's words, relayed."""
        if not self.s.tongue.verb_first or medium is None or medium.kind is not ActorKind.MEDIUM:
            return None
        if begin + 2 >= self.s.size or self.words[begin].definite or self.words[begin].possessive:
            return None
        manner = NOUNS_OF_SPEECH.get(bare_noun(self.words[begin]))
        phrase = self.s.phrase_at(begin + 1) if manner is not None and self._may_be_subject(begin + 1) else None
        if manner is None or phrase is None or not self._is_somebody(phrase):
            return None
        opened = self._open(phrase.stop, replace(cue, manner=manner, frame=Frame.BARE))
        if opened is None:
            return None
        noun = self.words[begin]
        draft = Draft(begin, (noun.start, noun.stop), manner, self._actor(phrase), own, "cites", (medium,))
        self._fill(draft, opened)
        return draft

    def _only_describes(self, opened: tuple[int, str, int], at: int, subject: Phrase | None) -> bool:
        """Whether "that" is the "who" of a speaker who stands behind his words: "..., said an official who went along"."""
        if self.s.tongue.verb_first or subject is None or subject.start <= at or opened[1] != "that":
            return False
        if at < 3 or self.words[at - 1].text not in _COMMAS or self.words[opened[0]].any(Kind.THAT):
            return False
        lead = self.words[0]
        away = lead.any(Kind.PREPOSITION | Kind.CONNECTOR) or self.s.has_preposition(0) or lead.dated
        return not away and opened[0] <= subject.stop + 1

    def _cut_in(self, at: int, subject: Phrase | None) -> list[Place] | None:
        """As in "The sailors, Barkan said, are in a safe place": the two parts of the words around their verb."""
        if self.s.tongue.verb_first or subject is None or subject.start <= at or self.words[at].prefix:
            return None
        first = at
        while first > 0 and self.words[first - 1].lemma in self.x.so:
            first -= 1
        stop = subject.stop - 1 if self.words[subject.stop - 1].text in _COMMAS else subject.stop
        if first < 2 or self.words[first - 1].text not in _COMMAS or stop + 2 >= self.s.size:
            return None
        after = self.words[stop + 1]
        before = self.words[first - 2]
        if self.words[stop].text not in _COMMAS or not before.is_word or not after.is_word:
            return None
        if self.s.is_that(stop + 1) or after.any(Kind.CONNECTOR | Kind.RELATIVE) or after.prefix[:1] == "ו":
            return None
        lead = self.words[0]
        if lead.any(Kind.PREPOSITION | Kind.CONNECTOR) or self.s.has_preposition(0) or lead.dated:
            return None  # "In a talk with the paper, Barkan said, ..."
        if any(w.text in (":", MASK) or w.cue is not None for w in self.words[:first] + self.words[stop + 1 :]):
            return None
        return [(lead.start, self.words[first - 1].start), (after.start, self.view.stop)]

    def _behind_this(self, at: int) -> int | None:
        """Behind "that", "these reports", where an object begins with such a word."""
        if self.words[at].text not in _THIS:
            return None
        end = at + 1
        while end < self.s.size and end - at < 3 and self.words[end].is_word and self.words[end].definite:
            end += 1
        return end

    def _behind_but(self, at: int) -> int | None:
        """Where a clause that turns against the one before begins: "..., | but he refused", "..., | while he refused"."""
        place = at - 1
        if place > 0 and self.words[place].text in ("قد", "فقد"):
            place -= 1
        if place > 1 and self.words[place].text == "حين" and self.words[place - 1].text == "في":
            place -= 1
        elif place < 1 or not self.words[place].text.removeprefix("و").startswith("لكن"):
            return None
        return self.words[place].start if place and self.words[place - 1].text in _COMMAS else None

    def _begins_clause(self, at: int, subject: Phrase | None) -> bool:
        """Whether a word that may be "refusal" stands where only "refused" does."""
        before = self.words[at - 1] if at else None
        if before is None or not before.is_word or self.words[at].prefix[:1] == "و":
            return True
        led = before.any(Kind.CONNECTOR | Kind.ADVERB | Kind.THAT) or before.text in ("حين", "قد", "وقد")
        return led or (subject is not None and subject.start < at)

    def _demands(self, at: int) -> bool:
        """Whether a word that may be an office too is a verb: what is demanded stands behind it."""
        for place in range(at + 1, min(self.s.size, at + _BACK)):
            word = self.words[place]
            if word.text in (MASK, ":") or word.any(Kind.THAT) or self.x.opens_object(word) is not None:
                return True
            if word.text in _HARD or (word.cue is not None and not word.any(PEOPLE)):
                return False
        return False

    def _antecedent(self, pronoun: Phrase) -> Actor | None:
        """Whom a pronoun means within its sentence: "the head of the gang put up a film in which he boasts"."""
        if self.s.tongue.verb_first or (self.drafts and self.words[pronoun.start].text not in _LATTER):
            return None
        word = self.words[pronoun.start]
        last: Actor | None = None
        place = 0
        while place < pronoun.start:
            one = self.words[place]
            latter = word.text in _LATTER
            if not one.any(Kind.ROLE | Kind.KIN | Kind.SOURCE | Kind.BODY) or one.cue is not None or one.possessive:
                place += 1
                continue
            if (
                self.s.has_preposition(place) or (place and self.words[place - 1].any(Kind.PREPOSITION))
            ) and not latter:
                place += 1
                continue
            phrase = self.s.phrase_from(place)
            actor = self._actor(phrase)
            if phrase is None or actor is None or phrase.stop > pronoun.start:
                break
            if not latter:
                return actor if _agrees(word.text, one.text) else None
            if actor.gender in ("", "f" if word.text == "וזו" else "m"):
                last = actor
            place = max(place + 1, phrase.stop)
        return last

    def _is_latter(self, phrase: Phrase) -> bool:
        """Whether a phrase says no more than "the latter"."""
        last = self.words[phrase.segments[-1][1] - 1]
        return (
            self.s.tongue.verb_first and fold(last.text).endswith(_THE_LATTER) and phrase.stop - phrase.start < _NEAR
        )

    def _latter(self, phrase: Phrase, said: Actor) -> Actor:
        """Whom "the latter" means: whoever is named last before it, else whoever the text has named last."""
        gender = "f" if said.name.endswith(("ة", "هي")) else "m"
        found: Actor | None = None
        told_of = self._first_told_of(phrase.stop)
        place = 0
        while place < phrase.start:
            word = self.words[place]
            if not word.any(PEOPLE | Kind.TITLE | Kind.NAME) or word.cue is not None:
                place += 1
                continue
            named = self.s.phrase_from(place)
            actor = self._actor(named)
            own = told_of is not None and word.any(Kind.ROLE) and word.lemma == told_of.lemma
            if actor is not None and actor.gender in ("", gender) and actor.place[1] <= said.place[0] and not own:
                found = actor
            body = actor is not None and actor.kind is ActorKind.BODY  # whose head may be named behind it
            place = max(place + 1, named.segments[-1][1] if named is not None and not body else 0)
        if found is None and said.kind is not ActorKind.PRONOUN:
            return replace(said, kind=ActorKind.PRONOUN, attribution=Attribution.UNNAMED, head="", gender=gender)
        return found or said

    def _first_told_of(self, at: int) -> Word | None:
        """Of what office somebody's words begin to tell, who then does not hold it: "and he says that the governor ..."."""
        for place in range(at, min(self.s.size - 1, at + _NEAR + 1)):
            if self.words[place].any(Kind.THAT):
                after = self.words[place + 1]
                return after if after.any(Kind.ROLE) and after.definite else None
        return None

    def _is_reporter(self, word: Word, subject: Phrase | None) -> bool:
        """Whether whoever writes speaks of himself: "I write here because"."""
        if self.s.tongue.verb_first or self.view.quoted:
            return False
        if subject is not None:
            we = self.words[subject.start].lemma in _WE and word.cue is not None and word.cue.manner in _PERFORMED
            return self.words[subject.start].lemma in _FIRST and not we
        return word.text.endswith(("תי", "נו")) and len(word.text) > 4

    def _says_at_once(self, at: int) -> bool:
        """Whether a verb in a relative clause is followed by what it says."""
        after = self.words[at + 1] if at + 1 < self.s.size else None
        return after is not None and (after.any(Kind.THAT) or after.text in (":", MASK))

    def _fill(self, draft: Draft, opened: tuple[int, str, int]) -> None:
        at, how, place = opened
        if how == "quote":
            draft.pieces += self._quotes_from(at)
        elif how == "below" and (below := self._quote_below()) is not None:
            draft.pieces.append(below)
        else:
            draft.open = place
            draft.bare = how == "object"

    def is_negated(self, at: int) -> bool:
        """Whether a word before a verb undoes it."""
        if at == 0:
            return False
        before = self.words[at - 1]
        if before.text == "ما" and self._is_what_he_said(at):
            return False
        return before.lemma in self.x.negations or before.text in self.x.negations

    def _is_what_he_said(self, at: int) -> bool:
        """Whether "what" stands before a verb, and no "not": "(denied) what | the ministry claimed, namely that"."""
        if self.words[at].cue is None or not fold(self.words[at].text).endswith(("ه", "ها")):
            return False
        return any(
            one.text == "من" and after.any(Kind.THAT)
            for one, after in pairwise(self.words[at + 1 : at + _LONGEST_ASIDE])
        )

    def _is_in_according(self, word: Word) -> bool:
        return any(m.start() <= word.start < m.end() for m in self.according_at) or any(
            a <= word.start < b for a, b in self.hidden
        )

    def _actor(self, phrase: Phrase | None) -> Actor | None:
        if phrase is None:
            return None
        return self.s.actor(phrase)

    # --- the subject ----------------------------------------------------------------------------------------------

    def _subject(self, at: int, cue: Cue) -> tuple[Phrase | None, int, bool]:
        """The subject of a verb, where what belongs to the verb begins, whether it goes on beside what stands before."""
        word = self.words[at]
        anded = word.prefix[:1] != "" and word.prefix[:1] in self.s.tongue.and_
        behind = self.skip(at + 1)
        quoted = self._quote_before(at, None) is not None
        clear = anded or at == 0 or quoted
        if cue.frame is Frame.WHILE or (cue is not _ANY and self._says_we(word)):
            return None, word.start, self._is_cut(at)
        if self.s.tongue.verb_first and at > 0 and self.words[at - 1].any(Kind.THAT):
            if self.x.that_length(self.words[at - 1]) < len(self.words[at - 1].text):
                return None, word.start, False  # "that he asked": "he" is written on to "that"
        if (antecedent := self._before_who(at)) is not None:
            return antecedent, word.start, False
        left = None if clear and not self._has_topic(at) else self._left(at)
        if not self.s.tongue.verb_first and left is not None and self.words[0].text in ("את", "ואת"):
            if self._may_be_subject(behind) and left[0].start < _NEAR + 1:
                left = None  # "The names of the eight | handed over | the ambassador"
        if self.s.tongue.verb_first:
            if left is not None and word.prefix == "ف" and self._is_cut(at) and self.words[0].text not in _AS_FOR:
                own = self.s.phrase_at(at + 1) if self._may_be_subject(at + 1) else None
                if own is not None and self._is_somebody(own) and not word.lemma.startswith(_TOLD_HIM_AS_WRITTEN):
                    return own, word.start, True  # "said that his client lives, | and the judge answered that"
            if left is not None and left[2] and self._is_cut(at) and not self._has_topic(at):
                aside = self.s.phrase_at(behind) if self._may_be_subject(behind) else None
                if aside is not None and aside.stop < self.s.size and self._is_somebody(aside):
                    if self.words[aside.stop].text in _COMMAS and self.words[0].text in _AS_FOR:
                        return aside, word.start, False  # '"As for the men," Rasil went on, "he would not"'
            if left is not None and (left[2] or self._is_behind_that(left[0])) and not self._is_told_to(at, behind):
                # "as for the minister, he said"
                return left[0], left[1], self._is_cut(self._index(left[1]))
            if left is not None and self._leads_sentence(left[0], at):
                return left[0], left[1], self._is_cut(self._index(left[1]))
            right = self.s.phrase_at(behind) if self._may_be_subject(behind) else None
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
            if right is not None and asked and not self._is_somebody(right):
                unknown = self.words[right.start]
                if (unknown.definite or right.stop - right.start > 1) and not self._asks_somebody(right, word):
                    right = None  # "and demanded (of him) | the release"
            if right is not None:
                return right, word.start, anded and self._is_cut(at)
            if left is not None:
                return left[0], left[1], self._is_cut(self._index(left[1]))
            if not anded and (who := self._told_by(at)) is not None:
                return who, word.start, False
            return None, word.start, self._is_cut(at)
        right = self.s.phrase_at(behind) if self._may_be_subject(behind) else None
        if right is not None and self._is_manner(right) and not (cue is not _ANY and self._is_cut_in(right, at)):
            right = None
        if cue is not _ANY and right is not None and self.words[0].text in _ON_BEING_ASKED:
            left = None  # "To the question whether they were alive, Rasil answered"
        so = at > 0 and self.words[at - 1].lemma in self.x.so
        which = bool(word.prefix) and word.prefix in self.s.tongue.that  # "the list that the envoy handed over"
        if (so or which) and right is not None and self._is_somebody(right):
            left = None
        if left is not None and right is not None and cue is not _ANY and self._is_of_other_sex(left[0], right, word):
            left = None
        if left is not None and not self._is_better(right, left[0], at, cue):
            return left[0], left[1], left[2] and self._is_cut(self._index(left[1]))
        if right is None and not anded and not quoted and word.text.endswith(("ים", "ו")):
            right = self._in_whose_house(at)
        if right is not None and cue.frame is Frame.BARE and not self._is_somebody(right):
            right = None  # "promised an answer"
        return right, word.start, anded and self._is_cut(at)

    def _is_of_other_sex(self, left: Phrase, right: Phrase, verb: Word) -> bool:
        """Whether a verb agrees with who stands behind it and not with who stands before it, as far as all tell."""
        shown = self._gender_of_verb(verb)
        one = self._actor(left) if shown and self._is_somebody(right) else None
        if one is None or one.gender in ("", shown):
            return False
        other = self._actor(right)
        if other is None:
            return False
        return other.gender in ("", shown) and other.kind is not ActorKind.PRONOUN

    def _is_better(self, right: Phrase | None, left: Phrase, at: int, cue: Cue) -> bool:
        """Whether the subject stands behind its verb, as in "After a hearing in the court, said the prosecutor"."""
        if right is None or cue.frame in (Frame.QUOTE, Frame.HOPE):
            return False
        if cue is not _ANY and left.stop < at and self._is_cut_in(right, at):
            return True
        if not self._is_somebody(right):
            return False
        head = self.words[right.start]
        if head.any(Kind.PRONOUN):
            return False
        return not self._is_somebody(left)

    def _is_cut_in(self, right: Phrase, at: int) -> bool:
        """Whether a verb with its subject stands between two commas: "The sailors, Barkan said, are ..."."""
        if at < 2 or self.words[at - 1].text not in _COMMAS or self.words[at - 2].text == MASK:
            return False
        rest = [w for w in self.words[right.stop :] if w.is_word and not w.dated and not w.any(Kind.ADVERB)]
        if not rest:
            return self._is_somebody(right) or right.stop - right.start == 1
        return self.words[right.stop].text in _COMMAS or self.words[right.stop - 1].text in _COMMAS

    def _had_promised(self, at: int, right: Phrase) -> bool:
        """Whether a verb behind "he had", which names nobody, has many people behind it and "by" or "that" behind them."""
        if self.words[at - 1].text != "قد" or self.words[at - 2].lemma not in ("كان", "كانت"):
            return False
        if not self.words[at].lemma.startswith((*_TOLD_HIM_AS_WRITTEN, "وعد")) or right.stop >= self.s.size:
            return False
        actor = self._actor(right)
        many = actor is not None and not actor.gender and actor.kind is ActorKind.ROLE
        kin = self.words[right.start].any(Kind.KIN)
        return many or (kin and fold(self.words[right.start].text).startswith(("اهل", "اهالي", "عائلات")))

    def _asks_somebody(self, subject: Phrase, verb: Word) -> bool:
        """Whether somebody else stands behind an unknown subject of a demand, and "to" or "of" behind him."""
        if subject.stop >= self.s.size or not self.words[subject.stop].any(PEOPLE):
            return False
        woman = fold(self.words[subject.start].text).endswith("ة")
        asked = self.s.phrase_at(subject.stop)
        if asked is None or asked.stop >= self.s.size or (woman and self._gender_of_verb(verb) == "m"):
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
        if base == verb or base not in self.s.tongue.cues or not self._may_be_subject(behind):
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
        opens = self.words[0].text in _IN and self.s.size > 1 and self.words[1].lemma in _TEXTS
        if not opens or self.words[at - 1].text not in _COMMAS:
            return None
        for place in range(2, at - 1):
            if _SENT.fullmatch(fold(self.words[place].text)) or self.words[place].text.startswith("أصدرت"):
                phrase = self.s.phrase_at(place + 1, at)
                actor = self._actor(phrase)
                if actor is not None and actor.kind is not ActorKind.MEDIUM and phrase is not None:
                    return phrase if self._is_somebody(phrase) else None
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
        opens = before is None or before.text in (*_HARD, *_COMMAS, "-", "|") or is_bullet(before.text)
        if not opens or not self._is_somebody(phrase) or self.words[phrase.start].dated:
            return False
        actor, shown = self._actor(phrase), self._gender_of_verb(self.words[at])
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
        actor = self._actor(phrase)
        shown = self._gender_of_verb(verb)
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

    def _may_be_subject(self, at: int) -> bool:
        if at < self.s.size and self.words[at].text in _THIS:
            if at + 1 >= self.s.size or not self.words[at + 1].definite:
                return False
        return at < self.s.size and self.s.may_begin(at) and not self.words[at].any(Kind.THING)

    def _is_somebody(self, phrase: Phrase) -> bool:
        return any(self.words[at].any(PEOPLE | Kind.NAME | Kind.TITLE | Kind.PRONOUN) for at, _ in phrase.segments)

    def _has_topic(self, at: int) -> bool:
        """Whether a verb that begins with "and, so" takes up a topic set before it: "as for the mother, she asked"."""
        if self.s.tongue.verb_first and at > 0 and self.words[at - 1].text == "فقد":
            return True
        return self.s.tongue.verb_first and self.words[at].prefix[:1] == "ف"

    def _is_cut(self, at: int) -> bool:
        """Whether a comma, a quotation or the like parts a word from what stands before."""
        return at > 0 and not self.words[at - 1].is_word

    def _index(self, place: int) -> int:
        return max(0, bisect_right(self.starts, place) - 1)

    def _left(self, at: int) -> tuple[Phrase, int, bool] | None:
        """The subject before a verb, where it or the conjunction before it begins, whether there is a conjunction."""
        begin = at
        while begin > 0 and at - begin < _BACK:
            word = self.words[begin - 1]
            if word.text in _HARD or word.text == MASK or word.text in ("-", "|") or is_bullet(word.text):
                break
            had = word.text in _WAS and begin - 1 > 0 and self.words[begin - 2].is_word and begin >= at - 1
            if word.is_word and not had and (word.any(Kind.CONNECTOR | Kind.THAT) or self._is_verb_before(begin - 1)):
                if not any(start <= word.start < stop for start, stop in self.hidden):
                    break  # but "a deputy | who asked that his name be kept | said"
            begin -= 1
            if word.is_word and self.s.is_that(begin) and not self._is_aside(begin):
                if not self._is_in_according(word):
                    break
        if self.s.tongue.verb_first and (opened := self._aside_before(at)) is not None:
            begin = min(begin, self._clause_begin(opened))
        candidates = [begin, *(place + 1 for place in range(begin, at) if self.words[place].text in _COMMAS)]
        for candidate in candidates[:6]:
            place = self.skip(candidate, commas=True)
            if place >= at or self._is_in_according(self.words[candidate]):
                continue
            phrase = self._loose_phrase(place, at)
            if phrase is None or (self._is_manner(phrase) and not self._is_name_told_of(phrase, at)):
                continue
            if phrase.stop == phrase.start + 1 and self.words[phrase.start].text in _THIS:
                continue
            stop = phrase.stop
            while stop < at and (self.words[stop].lemma in self.x.negations or self.words[stop].text in _HAD):
                stop += 1  # "the minister | did not | meet", "his deputy | had | said"
            explained = self._is_somebody(phrase) and (
                stop == at
                or self._modifies(phrase.stop, at)
                or self._is_inserted(phrase, at)
                or self._is_joined(phrase, at)
            )
            explained = explained or self._is_told_of(phrase, at) or self._is_name_told_of(phrase, at)
            if self.s.tongue.verb_first and self._is_somebody(phrase) and self._aside_before(at) == phrase.stop:
                explained = True
            if phrase.stop < at and self.skip(phrase.stop, commas=True) < at and not explained:
                continue
            own, connected = self.words[phrase.start].start, False
            back = candidate - 1
            if back >= 0 and self.words[back].any(Kind.CONNECTOR | Kind.THAT):
                connected = self.words[back].any(Kind.CONNECTOR)
                if not connected and back > 0 and self.words[back - 1].any(Kind.CONNECTOR):
                    connected, back = True, back - 1
                if connected:
                    own = self.words[back].start
            elif self.words[phrase.start].prefix[:1] and self.words[phrase.start].prefix[:1] in self.s.tongue.and_:
                connected = True
            return phrase, own, connected
        return None

    def _aside_before(self, at: int) -> int | None:
        """The comma that opens an aside which ends before a verb: "The man, who had asked me not to name him, whispered"."""
        if at < _LEAST or self.words[at - 1].text not in _COMMAS:
            return None
        for place in range(at - 2, max(0, at - _LONGEST_ASIDE), -1):
            if self.words[place].text in _COMMAS:
                after = self.words[place + 1]
                aside = after.text in _WHO_HAD or self.s.is_and_he(place + 1)
                return place if aside else None
            if self.words[place].text in _HARD or self.words[place].text == MASK:
                return None
        return None

    def _clause_begin(self, at: int) -> int:
        """Where the clause that ends before a word begins."""
        while at > 0 and self.words[at - 1].is_word and not self.words[at - 1].any(Kind.CONNECTOR | Kind.THAT):
            if self.words[at - 1].cue is not None:
                break
            at -= 1
        return at

    def _is_manner(self, phrase: Phrase) -> bool:
        """Whether a phrase that no table knows is "in slow Hausa" rather than somebody."""
        word = self.words[phrase.start]
        known = word.any(PEOPLE | Kind.NAME | Kind.TITLE) or not word.is_word
        return not self.s.tongue.verb_first and word.text[0] == "ב" and not known

    def _modifies(self, begin: int, at: int) -> bool:
        """Whether the words between a noun phrase and a verb only say more about it: "in the port, whom we met,"."""
        if self.s.tongue.verb_first or at - begin > _LONGEST_ASIDE:
            return False
        first = begin + 1 if self.words[begin].text in _COMMAS else begin
        word = self.words[first]
        led = word.any(Kind.PREPOSITION | Kind.RELATIVE) or self.s.has_preposition(first) or self.s.is_that(first)
        unknown = word.is_word and not word.kind and (word.definite or word.text[:1] in self.s.tongue.to)
        if not (led or unknown) or first >= at:
            return False
        between = range(first + 1, at)
        if any(self.words[i].text in _HARD or self.words[i].text == MASK for i in between):
            return False
        return not any(self.words[i].any(Kind.CONNECTOR) for i in between)

    def _is_joined(self, phrase: Phrase, at: int) -> bool:
        """Whether only another's name stands between a subject and its verb: "the minister and Rasil | met"."""
        if self.s.tongue.verb_first or phrase.stop >= at:
            return False
        word = self.words[phrase.stop]
        if word.prefix[:1] != "ו" or word.cue is not None or not word.any(PEOPLE | Kind.NAME | Kind.TITLE):
            return False
        return self.s.segment_from(phrase.stop) == at

    def _is_inserted(self, phrase: Phrase, at: int) -> bool:
        """Whether what stands between a body and its verb lies between commas: "the firm, owner of the Alma, said"."""
        stop = phrase.stop
        if self._is_described_at_length(phrase, at):
            return True
        if self.s.tongue.verb_first or at - stop > _LONGEST_ASIDE or not self.words[phrase.start].any(Kind.BODY):
            return False
        if stop >= at or self.words[at - 1].text not in _COMMAS or self.words[stop].text not in _COMMAS:
            return False
        between = self.words[stop:at]
        opens = self.words[stop + 1]
        which = opens.text[0] == "ה" and opens.text.endswith(("ת", "ים", "ות")) and not opens.kind
        described = which or opens.any(Kind.ROLE | Kind.KIN)
        if (
            phrase.start > 0
            or not described
            or any(w.any(Kind.NAME) and before.text not in _OPENING for before, w in pairwise(between))
        ):
            return False
        return not any(
            w.cue is not None or w.any(Kind.CONNECTOR) or w.text in _HARD or w.text == MASK for w in between
        )

    def _is_name_told_of(self, phrase: Phrase, at: int) -> bool:
        """Whether a name opens the sentence and an office between commas parts it from its verb: "Barkan, a herdsman, said"."""
        stop = phrase.segments[0][1]
        if self.s.tongue.verb_first or phrase.start or stop > _NEAR or at - stop > _LONGEST_ASIDE or stop + 2 >= at:
            return False
        if self.words[stop].text not in _COMMAS or self.words[at - 1].text not in _COMMAS:
            return False
        name, aside = self.words[:stop], self.words[stop + 1 : at - 1]
        if any(not w.is_word or w.kind & ~Kind.NAME or w.definite or w.dated or w.prefix for w in name):
            return False
        office = (
            aside[0].any(Kind.ROLE | Kind.KIN)
            or aside[0].text in _OF_KIN_TOO
            or not (aside[0].kind or aside[0].prefix)
        )
        return office and not any(
            w.cue is not None or w.dated or w.any(Kind.CONNECTOR) or w.text in (*_HARD, *_COMMAS, MASK) for w in aside
        )

    def _is_described_at_length(self, phrase: Phrase, at: int) -> bool:
        """Whether what stands between a full name and its verb says who he is: "Ana Ruhl, the owner of ..., said"."""
        stop = phrase.stop - 1 if self.words[phrase.stop - 1].text in _COMMAS else phrase.stop
        if self.s.tongue.verb_first or at - stop > _LONGEST_OFFICE or at - stop < _NEAR:
            return False
        if self.words[stop].text not in _COMMAS or self.words[at - 1].text not in _COMMAS:
            return False
        actor = self._actor(phrase)
        kin = self.words[phrase.start].any(Kind.KIN) and self.words[phrase.start].possessive
        if actor is None or (actor.kind is not ActorKind.PERSON and not kin):
            return False
        if not self.words[stop + 1].any(Kind.ROLE | Kind.KIN):
            return False
        return not any(w.cue is not None or w.text in _HARD or w.text == MASK for w in self.words[stop:at])

    def _is_told_of(self, phrase: Phrase, at: int) -> bool:
        """Whether a relative clause alone stands between a subject and its verb: "a mediator who works with ... says"."""
        if not self.s.tongue.verb_first:
            return False
        if not self._is_somebody(phrase) and not is_common_noun(self.words[phrase.start]):
            return False
        place = self.skip(phrase.stop)
        behind = self.words[min(phrase.stop + 1, self.s.size - 1)].start
        if any(start <= self.words[phrase.stop].start < stop or start == behind for start, stop in self.hidden):
            return True
        if place >= at or not self.words[place].is_word:
            return False
        if self.words[place - 1].text == "إذ" or self.words[place].text == "إذ":
            return True
        head = next((w for w in self.words[phrase.start : at] if w.is_word), None)
        opens = self.words[place]
        clause = (
            head is not None
            and not head.definite
            and (opens.any(Kind.VERB) or opens.text[:1] in "يت" or opens.text in _WHOSE_NAME)
        )
        if not opens.any(Kind.RELATIVE) and not clause:
            return False
        return all(w.is_word or w.text in _INNER for w in self.words[place:at])

    def _is_verb_before(self, at: int) -> bool:
        """Whether a word on the way back is a verb of speech with a subject of its own, not one of an aside."""
        word = self.words[at]
        if word.cue is None or word.cue.frame is Frame.WHILE or word.any(PEOPLE):
            return False
        if at and self.words[at - 1].text == "إذ":
            return False
        if self._is_in_according(word):
            return False  # "who asked not to be named"
        which = not self.s.tongue.verb_first and word.prefix == "וש" and not self._says_at_once(at)
        if which:
            return False  # "who talked to the agency | and who asked for silence"
        return not (word.prefix in self.s.tongue.that and at > 0 and self.words[at - 1].text in _COMMAS)

    def _is_aside(self, at: int) -> bool:
        """Whether "that ..." opens a relative clause between commas or behind its noun."""
        before = self.words[at - 1] if at else None
        if not self.s.tongue.verb_first and before is not None and before.is_word and self._is_noun(at - 1):
            return True
        for place in range(at, max(0, at - 8), -1):
            if self.words[place - 1].text in _COMMAS:
                return self.s.is_that(place) or self.words[place].any(Kind.RELATIVE)
            if not self.words[place - 1].is_word:
                break
        return at > 0 and self.words[at - 1].cue is None and not self.words[at - 1].dated

    def _is_noun(self, at: int) -> bool:
        word = self.words[at]
        return word.cue is None and not word.dated and not word.any(ENDS & ~Kind.THING)

    def _loose_phrase(self, at: int, limit: int) -> Phrase | None:
        """A phrase whose first word may have "that" or "and" on its front."""
        if at < limit and not self.s.may_begin(at):
            word = self.words[at]
            if not self.s.tongue.verb_first and self._hides_that(at, limit):
                word = self.words[at] = replace(word, prefix="ש", lemma=word.text[1:])
            if not word.is_word or word.any(ENDS & ~Kind.PRONOUN) or word.cue is not None or not word.prefix:
                return None
            if not any(word.prefix.startswith(that) for that in self.s.tongue.that):
                return None
            if not self.s.tongue.verb_first and not word.any(PEOPLE | Kind.NAME | Kind.TITLE | Kind.PRONOUN):
                if word.kind or not self._is_unknown_speaker(at, limit):
                    return None  # "that were received": a verb
            stop = at + 1
            inner = self.s.segment_end(at + 1, limit) if at + 1 < limit else stop
            if not self.s.tongue.verb_first:
                inner = min(limit, self.s.segment_from(at))
            return Phrase(((at, max(stop, inner)),), max(stop, inner))
        return self.s.phrase_at(at, limit)

    def _hides_that(self, at: int, limit: int) -> bool:
        """Whether an unknown Hebrew word begins with "that" and is somebody, whose verb of speech follows: "that a barber | said"."""
        word = self.words[at]
        unknown = word.is_word and not word.kind and not word.prefix and word.cue is None and word.text[0] == "ש"
        return unknown and len(word.text) > _NEAR + 1 and at > 0 and self._is_unknown_speaker(at, limit)

    def _is_unknown_speaker(self, at: int, limit: int) -> bool:
        """Whether nothing but a noun phrase stands between an unknown noun behind "that" and a verb of speech with its "that"."""
        if limit >= self.s.size or self.words[limit].cue is None or self.words[limit].prefix:
            return False
        if self.words[at].dated or self.s.segment_from(at) < limit:
            return False
        behind = self.words[limit + 1 : limit + 4]
        return any(w.any(Kind.THAT) or w.text in (":", MASK) for w in behind) or any(
            self.s.is_that(limit + 1 + k) for k, w in enumerate(behind) if w.is_word
        )

    @property
    def speaking(self) -> Mapping[str, Cue]:
        """The verbs of speech."""
        return self.s.tongue.cues

    def skip(self, at: int, *, commas: bool = False) -> int:
        """Behind adverbs, dates and phrases with a preposition."""
        words, place = self.words, at
        while place < self.s.size:
            word = words[place]
            if not word.is_word:
                inside_date = 0 < place < self.s.size - 1 and words[place - 1].dated and words[place + 1].dated
                if (
                    word.dated
                    or inside_date
                    or (commas and word.text in _COMMAS)
                    or (word.text in ")(" and inside_date)
                ):
                    place += 1
                    continue
                break
            if word.dated or (word.any(Kind.ADVERB) and word.cue is None) or word.text[0].isdigit():
                place += 1
                continue
            if word.text in _TIMES:
                place += 1
                continue
            if (word.any(Kind.PREPOSITION) or self.s.has_preposition(place)) and not self.s.is_that(place):
                after = words[place + 1] if place + 1 < self.s.size else None
                several = (
                    word.prefix == "ל" and word.any(Kind.KIN) and word.text.endswith("ות") and not word.possessive
                )
                if several and after is not None and after.any(Kind.ROLE | Kind.BODY) and not after.prefix:
                    place += 1  # "(promised) the families | the commander"
                    continue
                stop = self._behind_preposition(place)
                if stop == place:
                    break
                place = stop
                continue
            if self._may_be_adverbial(place):
                place += 1
                continue
            break
        return place

    def _may_be_adverbial(self, at: int) -> bool:
        """Whether an unknown word at the front of a clause is "in ..." rather than somebody."""
        word = self.words[at]
        if word.kind or word.prefix or self.s.tongue.verb_first or word.cue is not None:
            return False
        after = self.words[at + 1] if at + 1 < self.s.size else None
        if (
            word.text[0] == "ב"
            and after is not None
            and after.any(PEOPLE | Kind.TITLE | Kind.NAME)
            and not after.prefix
        ):
            return at > 0 and self.words[at - 1].cue is not None  # "says | in anger | Ruth"
        return (
            (word.text[:1] in "בכ" or word.text.startswith("מה"))
            and after is not None
            and after.is_word
            and (after.definite and not after.any(Kind.NAME))
        )

    def _behind_preposition(self, at: int) -> int:
        words = self.words
        place = at + 1
        if self.s.tongue.verb_first and _WITH_HIM.fullmatch(words[at].text):
            return place
        if (
            not self.s.tongue.verb_first
            and words[at].text in ("ב", "ל")
            and (name := self._named_medium(at)) is not None
        ):
            return self._index(name.place[1]) + 1  # 'told "Evening Sports"'
        if (quoted := self.s.quoted_name_end(place)) is not None:
            return quoted
        several = words[at].prefix == "ל" and words[at].any(Kind.KIN) and words[at].text.endswith("ות")
        if several and not words[at].possessive and place < self.s.size and words[place].is_word:
            after = words[place]
            if not (after.kind or after.definite or after.prefix or after.cue is not None or after.dated):
                return place  # "(promised) the families | hot meals"
        if words[at].any(PEOPLE):
            end = max(place, self.s.segment_from(at))
            named = any(w.text in _OPENING for w in words[place:end])
            return end + 1 if named and end < self.s.size and words[end].text in _CLOSING else end
        if words[at].any(Kind.PREPOSITION) and place < self.s.size and words[place].any(PEOPLE):
            return max(place, self.s.segment_end(place, self.s.size))
        while place < self.s.size and place - at < 7:
            word = words[place]
            if not word.is_word or word.dated or word.cue is not None or self.s.is_that(place):
                break
            depends = (
                not self.s.tongue.verb_first and words[place - 1].any(Kind.THING) and not words[place - 1].definite
            )
            if word.any(ENDS & ~Kind.THING) or (
                word.any(PEOPLE) and not words[place - 1].any(Kind.PREPOSITION) and not depends
            ):
                break
            if word.any(Kind.PREPOSITION) or self.s.has_preposition(place):
                break
            if place - at >= 1 and not words[at].any(Kind.PREPOSITION) and not word.definite and word.any(Kind.NAME):
                break
            if word.any(Kind.NAME) and words[place - 1].any(Kind.THING):
                break
            place += 1
        return place

    # --- what it opens --------------------------------------------------------------------------------------------

    def _open(self, at: int, cue: Cue, *, past_cues: bool = False) -> tuple[int, str, int] | None:
        """What a verb opens behind `at`: the word, how ("that", "colon", "quote", "object"), the place in the text."""
        spare: tuple[int, str, int] | None = None
        object_ = self._object(at, cue) if cue.frame in (Frame.BARE, Frame.WHILE, Frame.HOPE) else None
        if cue.frame is Frame.REFUSE and at < self.s.size:
            object_ = (at, "object", self.words[at].start) if self.words[at].text in _THIS else self._refused(at)
        limit = min(self.s.size, at + _REACH)
        place = at
        carried: set[int] = set()  # "answered, saying:": one voice, not two
        while place < limit:
            word = self.words[place]
            if word.text in (MASK, ":") or (word.is_word and self.s.is_that(place)):
                self.taken |= carried
            if object_ is not None and place >= object_[0]:
                if cue.manner not in _ASKING and self._leads_past(object_[0]):
                    object_ = None  # "insists | in a message to the site | that"
                else:
                    return object_
            if word.text == MASK:
                return place, "quote", word.start
            if word.text == ":":
                behind = place + 1
                if behind == self.s.size and self._quote_below() is not None:
                    return place, "below", word.start
                if behind < self.s.size and self.words[behind].text == MASK:
                    return behind, "quote", self.words[behind].start
                return (behind, "colon", self.words[behind].start) if behind < self.s.size else None
            if word.text in ";؛.!?؟":
                break
            if not word.is_word:
                if word.text in _COMMAS and (past := self._behind_and_he(place + 1)) is not None:
                    place = past
                    continue
                if word.text in _COMMAS and (past := self._behind_onward(place + 1)) is not None:
                    place = past
                    continue
                if word.text in _COMMAS and self._breaks(place + 1) and not past_cues:
                    break
                place += 1
                continue
            if self.s.tongue.verb_first and word.any(Kind.THAT) and word.prefix == "و":
                break  # "(saw him) ..., | and that": goes on with the verb that "that" stood behind before
            asks = cue.manner is Manner.ASKED and cue.frame is Frame.SAY and not self.s.tongue.verb_first
            if asks and word.text in _QUESTIONS:
                return place, "that", word.start
            if self.s.is_that(place):
                length = self.x.that_length(word)
                start = word.start + length if length < len(word.text) else self._next_start(place)
                if start is None:
                    break
                if self._is_whole_quote(place + 1):
                    return place + 1, "quote", self.words[place + 1].start
                if word.any(Kind.THAT) or (word.prefix == "" and word.any(Kind.THAT)) or self._may_open(place, at):
                    return place, "that", start
                behind_noun = self.words[place - 1].any(Kind.THING) and not self.words[place - 1].definite
                if cue.frame is not Frame.PASSIVE and (behind_noun or self._follows_at_once(place, at)):
                    spare = spare or (place, "that", start)
            elif word.cue is not None and word.cue.frame is Frame.WHILE and not past_cues:
                carried.add(place)
            elif (
                word.cue is not None
                and place > at
                and not past_cues
                and self.words[place - 1].text not in ("ما", "مما")
                and not word.any(PEOPLE)
                and not (self.s.tongue.verb_first and self._is_in_according(word))
            ) or word.any(Kind.CONNECTOR):
                break
            place += 1
        return object_ or spare

    def _refused(self, at: int) -> tuple[int, str, int] | None:
        """What somebody refuses to do: "refused | to receive a delegation", "apologised for not | letting us speak"."""
        if not self.s.tongue.verb_first:
            return None
        place = at
        while place < self.s.size and (self.words[place].dated or self.words[place].any(Kind.ADVERB)):
            place += 1
        verb = next((w for w in reversed(self.words[max(0, at - _BACK) : at]) if w.cue is not None), None)
        led = place < self.s.size and self.words[place].text == "عن"
        if verb is not None and fold(verb.lemma).startswith(_DECLINED) is not led:
            return None
        place += led
        if place >= self.s.size:
            return None
        word = self.words[place]
        plain = fold(word.text).removeprefix("ال")
        if not word.is_word or word.prefix not in ("", "ال") or self.s.is_that(place) or plain in _NO_ANSWER:
            return None
        if word.any(Kind.PREPOSITION | Kind.CONNECTOR | Kind.PRONOUN | Kind.RELATIVE | Kind.NAME) or word.dated:
            return None
        if self.s.looks_like_verb(place) and not plain.startswith("ت"):
            return None
        return place, "object", word.start

    def _leads_past(self, at: int) -> bool:
        """Whether a preposition stands before the "of that" which a verb takes, and so begins no object itself."""
        led = self.words[at].any(Kind.PREPOSITION) or self.words[at].prefix in ("ل", "لل")
        if not self.s.tongue.verb_first or not led:
            return False
        site = at + 1 < self.s.size and self.words[at + 1].any(Kind.MEDIUM)  # "in a statement | on its site"
        for place in range(at + 2, min(self.s.size, at + _LONGEST_ASIDE)):
            word = self.words[place]
            if word.text in _HARD or word.text in _COMMAS or word.text == MASK or word.cue is not None:
                return False
            if word.any(Kind.THAT):
                return site or word.text.startswith("ب") or self.words[place - 1].text in ("على", "إلى", "من", "عن")
        return False

    def _is_whole_quote(self, at: int) -> bool:
        """Whether what stands behind "that" is a quotation and nothing else: 'that "...", but'."""
        if at >= self.s.size or self.words[at].text != MASK:
            return False
        after = self.words[at + 1] if at + 1 < self.s.size else None
        if after is None or after.text in ".;!?…":
            return True
        return after.text in _COMMAS and self._breaks(at + 2)

    def _behind_and_he(self, at: int) -> int | None:
        """The colon or quotation behind an aside: "she added, | and she was wiping her hands |: ..."."""
        if at >= self.s.size or not self.s.is_and_he(at):
            return None
        for place in range(at, min(self.s.size, at + 14)):
            if self.words[place].text in (":", MASK):
                return place
            if self.words[place].cue is not None or self.words[place].text in _HARD:
                return None
        return None

    def _behind_onward(self, at: int) -> int | None:
        """Behind an aside of where words went on to: "told the network, and from it the agency Y, that"."""
        if at + 1 >= self.s.size or not (self._leads_on(at) or self._leads_on(at + 1)):
            return None
        for place in range(at + 1, min(self.s.size, at + _LONGEST_ASIDE)):
            if self.words[place].text in _COMMAS:
                return place + 1
            if self.words[place].text in (MASK, ":") or self.words[place].any(Kind.THAT):
                return place
            if self.words[place].text in _HARD:
                return None
        return None

    def _breaks(self, at: int) -> bool:
        """Whether a new clause begins behind a comma."""
        if at >= self.s.size:
            return True
        word = self.words[at]
        anded = word.prefix[:1] != "" and word.prefix[:1] in self.s.tongue.and_
        return word.any(Kind.CONNECTOR) or (anded and not self.s.is_that(at))

    def _next_start(self, at: int) -> int | None:
        return self.words[at + 1].start if at + 1 < self.s.size else None

    def _may_open(self, at: int, begin: int) -> bool:
        """Whether "that" on a front opens speech: behind the verb, its subject, a day, an adverb, an addressee."""
        if at <= begin:
            return True
        before = self.words[at - 1]
        word = self.words[at]
        if not self.s.tongue.verb_first and before.text in _COMMAS:
            if any(w.text in _COMMAS for w in self.words[begin : at - 1]):
                return True  # "declared, after the talks, | that"
        if not self.s.tongue.verb_first:
            if word.prefix in self.s.tongue.that and word.any(Kind.NAME | Kind.ROLE | Kind.BODY | Kind.PRONOUN):
                return True  # "in a talk with the reporter that Rasil": no verb that would make it a relative clause
            if before.text in _OF_THIS:
                return True  # "protested against this, that"
        if before.dated or before.any(Kind.ADVERB) or before.cue is not None:
            return True
        back = at - 1
        while (
            back > begin
            and not self.s.has_preposition(back)
            and (self.words[back].is_word or self.words[back].text in _INNER)
        ):
            if self.words[back].any(Kind.PREPOSITION):
                return self.words[back].text in self.x.before_hearer
            back -= 1
        return self.words[back].prefix.startswith("ל") or self.words[back].text.startswith("ל")

    def _follows_at_once(self, at: int, begin: int) -> bool:
        """Whether "that" stands behind no more than "in ..." from its verb: "told in the inquiry that"."""
        between = self.words[begin:at]
        if self.s.tongue.verb_first or not 0 < len(between) <= _NEAR or not between[0].is_word:
            return False
        return between[0].text[0] == "ב" and all(w.is_word and w.cue is None for w in between)

    def _object(self, at: int, cue: Cue) -> tuple[int, str, int] | None:
        """The object of a demand, a promise or a denial."""
        place = at
        for _ in range(12):
            if place >= self.s.size:
                return None
            word = self.words[place]
            if self.s.tongue.verb_first and word.is_word and self._leads_aside(word):
                comma = next((p for p in range(place, self.s.size) if self.words[p].text in _COMMAS), None)
                if comma is None:
                    return None
                place = comma + 1  # ", as the agency reported, "
                continue
            if not word.is_word or self.s.is_that(place):
                aside = (
                    place > at
                    and self.words[place - 1].is_word
                    and self.s.tongue.verb_first
                    and cue.frame is not Frame.HOPE
                )
                if word.text in _COMMAS and (place == at or aside):
                    place += 1
                    continue
                if (
                    word.text == MASK
                    and place + 1 < self.s.size
                    and self.words[place + 1].is_word
                    and cue.frame is not Frame.HOPE
                ):
                    return place, "object", word.start
                return None
            speaks = self.s.tongue.verb_first and any(w.lemma in _ABOUT for w in self.words[max(0, at - 6) : at])
            if self.s.tongue.verb_first and word.is_word and place - at < _NEAR and _TANWIN.search(word.text):
                if not word.kind and cue.frame is Frame.BARE:
                    place += 1  # "denied | flatly"
                    continue
            if speaks and word.text != "عن":
                if self.x.opens_object(word) is not None:
                    return None  # "they speak in ..."
                if word.dated or word.any(Kind.ADVERB):
                    place += 1  # "spoke | this morning | to"
                    continue
            site = self.words[place + 1] if place + 1 < self.s.size else None
            if self.s.tongue.verb_first and word.text in _ON and site is not None and site.any(Kind.MEDIUM):
                place = max(place + 2, self.s.segment_end(place + 1, self.s.size))
                continue  # "(denied) in a post | on the platform X, | any meeting"
            if word.any(Kind.PREPOSITION) and (length := self.x.opens_object(word)) is not None:
                start = self._next_start(place)
                after = self.words[place + 1] if place + 1 < self.s.size else None
                if after is None or start is None or self.s.is_that(place + 1):
                    return None
                if self.s.tongue.verb_first and (asked := self._behind_asked(place, at)) is not None:
                    return asked, "object", self.words[asked].start  # "asked of the club | the list of"
                if after.any(PEOPLE) and cue.manner in (Manner.DEMANDED, Manner.ASKED, Manner.PROMISED):
                    place = self.s.segment_end(place + 1, self.s.size)  # "asked of the company"
                    continue
                return place, "object", start
            if cue.manner is Manner.WARNED and word.text in ("מפני", "מפניו", "מפניה") and place + 1 < self.s.size:
                return place, "object", word.start  # "warned | of rash acts"
            if word.text in _WE_OURSELVES:
                return None  # "we announce, | we of the brigade, that"
            if not self.s.tongue.verb_first and word.text in _NOT_TO and place + 1 < self.s.size:
                if self.words[place + 1].text.startswith("ל") and not self.words[place + 1].dated:
                    return place, "object", word.start  # "asked us not to publish"
            length = self.x.opens_object(word)
            if length is not None:
                return place, "object", word.start + length
            if self.s.looks_like_verb(place) and place == at and not self._is_denied_noun(place, cue):
                return None  # "a group announced, | which calls itself ..."
            if self.s.tongue.verb_first and (act := self._behind_adverbs(place)) is not None:
                place = act  # "promised | yesterday, in writing, | by telling"
                continue
            alone = self.s.tongue.verb_first and word.any(Kind.PREPOSITION)
            behind = self._behind_preposition(place) if alone else self.skip(place)
            if behind > place:
                place = behind
                continue
            if word.any(PEOPLE) and cue.manner in (Manner.DEMANDED, Manner.ASKED, Manner.PROMISED):
                behind = self.s.segment_end(place, self.s.size)
                that = behind < self.s.size and self.words[behind].any(Kind.THAT)
                if behind > place and behind < self.s.size and that and self.s.tongue.verb_first:
                    return None
                if behind > place and behind < self.s.size and self.x.opens_object(self.words[behind]) is not None:
                    if self.s.tongue.verb_first:
                        return place, "object", word.start  # what is demanded, and of whom
                    place = behind  # "demanded of the government to publish"
                    continue
            if self.s.tongue.verb_first and word.text in _WHAT and cue.manner in (Manner.DENIED, Manner.CONFIRMED):
                return place, "object", word.start  # "denied what was said of"
            if cue.manner in (Manner.DEMANDED, Manner.ASKED) and (asked := self._behind_addressee(place)) is not None:
                return asked, "object", self.words[asked].start  # "appealed to the authorities | for their release"
            if self.s.tongue.verb_first and word.text in _MASDARS and cue.manner in (Manner.DENIED, Manner.CONFIRMED):
                return place, "object", word.start  # "denied the holding of any meeting"
            if word.any(Kind.VERB) or (place > at and not word.kind and self.words[place - 1].any(Kind.THING)):
                comma = next(
                    (p for p in range(place, min(place + 8, self.s.size)) if self.words[p].text in _COMMAS), None
                )
                if comma is None and self.s.tongue.verb_first and cue.manner is Manner.DENIED:
                    reach = range(place + 1, min(self.s.size, place + _LONGEST_ASIDE))
                    denied = next((p for p in reach if self.words[p].text in _DENIED_THINGS), None)
                    return (denied, "object", self.words[denied].start) if denied is not None else None
                if comma is None:
                    return None
                place = comma + 1  # "in a recording that was broadcast on Saturday, ..."
                continue
            if word.cue is not None or word.any(Kind.CONNECTOR | Kind.RELATIVE):
                return None
            if not self.s.tongue.verb_first and cue.manner in (Manner.ASKED, Manner.SAID):
                return None  # "asked for a glass of water"
            return (place, "object", word.start) if cue.frame is not Frame.HOPE else None
        return None

    def _behind_asked(self, at: int, begin: int) -> int | None:
        """Behind "of" and who is asked for something: "asked | of the force | the names of": where a noun follows."""
        verb = next((w for w in reversed(self.words[max(0, begin - _BACK) : begin]) if w.cue is not None), None)
        if verb is None or self.words[at].text != "من" or not verb.lemma.startswith(("طلب", "يطلب", "تطلب")):
            return None
        place = at + 2
        while place < self.s.size and self.words[place].definite and self.words[place - 1].definite:
            place += 1
        if not self.words[at + 1].definite or place >= self.s.size:
            return None
        word, after = self.words[place], self.words[place + 1] if place + 1 < self.s.size else None
        noun = word.is_word and not word.definite and not word.prefix and not word.dated
        noun = noun and not word.any(Kind.PREPOSITION | Kind.THAT | Kind.CONNECTOR | Kind.NAME | Kind.ADVERB)
        return place if noun and after is not None and (after.definite or after.is_word) else None

    def _behind_adverbs(self, at: int) -> int | None:
        """Where "by" an act stands behind days and adverbs that begin here."""
        place = at
        while place < self.s.size and self.words[place].cue is None:
            word = self.words[place]
            if not (word.dated or word.any(Kind.ADVERB)):
                led = place > at and word.text[0] == "ب" and not word.any(Kind.THAT | Kind.PREPOSITION)
                return place if led else None
            place += 1
        return None

    def _act_behind(self, opened: tuple[int, str, int]) -> tuple[int, str, int]:
        """Where "by" an act stands behind whom it is promised to, and when: "promised | the herdsmen in May | by fodder"."""
        at = opened[0]
        if self.words[at].text[0] == "ب" or self.view.text[opened[2] - 1] in "بـ":
            return opened
        for place in range(at + 1, min(self.s.size - 1, at + _TURNS)):
            word = self.words[place]
            if not word.is_word or word.any(Kind.THAT | Kind.CONNECTOR | Kind.RELATIVE | Kind.VERB):
                break
            plain = word.text[0] == "ب" and not word.dated and not word.any(PEOPLE | Kind.NAME | Kind.ADVERB)
            if word.cue is not None:
                break
            act = plain and len(word.text) > _NEAR + 1 and not word.any(Kind.PREPOSITION)
            if act and (word.any(Kind.THING) or not word.kind) and not fold(word.text).endswith(("ين", "ون")):
                return place, "object", word.start + (2 if word.text[1] == "ـ" else 1)
        return opened

    def _leads_aside(self, word: Word) -> bool:
        """Whether a word belongs to "according to", or begins "citing", between a verb and what it opens."""
        return self._is_in_according(word) or self.x.citing.match(self.view.masked, word.start) is not None

    def _is_denied_noun(self, at: int, cue: Cue) -> bool:
        """Whether what looks like a verb behind "denied" is a noun, of something with the article: "the match of"."""
        after = self.words[at + 1] if at + 1 < self.s.size else None
        return cue.manner is Manner.DENIED and after is not None and after.definite and self.words[at].text[0] == "ت"

    def _behind_addressee(self, at: int) -> int | None:
        """Behind those who are appealed to, and where they are; None where no noun follows that is asked for."""
        if not self.s.tongue.verb_first or not self.words[at].any(PEOPLE) or not self.words[at].definite:
            return None
        behind = self.skip(self.s.segment_end(at, self.s.size))
        if behind <= at or behind >= self.s.size:
            return None
        word = self.words[behind]
        noun = word.is_word and not word.definite and not word.any(PEOPLE | Kind.NAME | Kind.THAT | Kind.CONNECTOR)
        led = word.any(Kind.PREPOSITION) or self.x.opens_object(word) is not None or word.cue is not None
        return behind if noun and not led and not word.prefix and word.text[0] not in "يتس" else None

    # --- quotations -----------------------------------------------------------------------------------------------

    def _quote_before(self, at: int, subject: Phrase | None) -> Place | None:
        """The quotation that ends before a verb or its subject."""
        place = at - 1
        if subject is not None and subject.start < at:
            place = subject.start - 1
            joined = self.words[subject.start].prefix[:1]
            if joined and joined in self.s.tongue.and_ and not self.s.tongue.verb_first:
                return None  # '"...", and the head of the delegation added': the quotation is another's
        while place >= 0 and (
            self.words[place].text in (*_COMMAS, "-", "–", "—", ".") or self.words[place].lemma in self.x.so
        ):
            place -= 1
        if place < 0:
            return None
        if self.words[place].text in _CLOSING:
            return self._short_quote(place)
        return self._inner(place) if self.words[place].text == MASK else None

    def _short_quote(self, at: int) -> Place | None:
        """A quotation of a few words, which is taken for a term until a verb of speech stands beside it."""
        for place in range(at - 1, max(-1, at - 8), -1):
            if self.words[place].text in _OPENING:
                first = place == 0 or not self.words[place - 1].is_word
                if first and not self.s.tongue.verb_first and self.s.own_name_end(place, self.s.size) == at + 1:
                    return None  # '"The Dawn Alliance" said that': who said it
                return (self.words[place].stop, self.words[at].start) if first and place + 1 < at else None
        return None

    def _inner(self, at: int) -> Place | None:
        word = self.words[at]
        inside = [q for q in self.view.quotes if word.start <= q.start and q.stop <= word.stop]
        return (inside[0].inner_start, inside[-1].inner_stop) if inside else None

    def _quotes_from(self, at: int) -> list[Place]:
        found: list[Place] = []
        place = at
        while place < self.s.size and (not self.words[place].is_word):
            if self.words[place].text == MASK and (inner := self._inner(place)) is not None:
                found.append(inner)
            place += 1
        return found

    def _quote_below(self) -> Place | None:
        """The quotation with which the text goes on behind a sentence that ends with a colon."""
        text, start = self.view.masked, self.view.stop
        while start < len(text) and text[start].isspace():
            start += 1
        stop = start
        while stop < len(text) and text[stop] == MASK:
            stop += 1
        if stop - start < 3:
            return None
        return start + 1, stop - (self.view.text[stop - 1] in _CLOSING)

    def _clause_before(self, draft: Draft, at: int, subject: Phrase | None) -> Draft | None:
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
        if place < _LEAST or self.words[place - 1].text not in _COMMAS:
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

    # --- who else --------------------------------------------------------------------------------------------------

    def _take_over(self, draft: Draft) -> bool:
        """The speaker of a verb that names none: that of the verb before it, else the last one of the text."""
        word = self.words[draft.at]
        if self._says_we(word):
            place = (word.start, word.stop)
            draft.speaker = Actor(place, word.text, ActorKind.PRONOUN, Attribution.UNNAMED, "we")
            return True
        gender = self._gender_of_verb(word)
        if self.s.tongue.verb_first and (told := self._told_in_it(draft.at, gender)) is not None:
            draft.speaker, draft.relays = told
            return True
        if self.s.tongue.verb_first and word.cue is not None and word.cue.frame is Frame.WHILE:
            main = self._of_main_verb(draft.at, "f" if word.text.endswith("ة") else "m")
            if main is not None and not self.drafts:
                draft.speaker = main
                return True
        if self.s.tongue.verb_first and (told := self._text_in_front(draft.at)) is not None:
            draft.speaker, draft.relays = told
            return True
        if self.s.tongue.verb_first and (text := self._text_behind(draft.at)) is not None:
            if (whose := self._whose_text(text)) is not None:
                draft.speaker = whose
                return True
            noun = self.words[text]
            if (
                not noun.definite and not noun.possessive and text == draft.at + 1
            ):  # "a cable of 7 February says that"
                place = (noun.start, noun.stop)
                draft.speaker = Actor(place, noun.text, ActorKind.OTHER, Attribution.UNNAMED, noun.lemma, brief=False)
                return True
            gender = ""
        told_him = draft.at + 1 < self.s.size and self.words[draft.at + 1].text in ("له", "لها")
        if gender and told_him and self.drafts and word.prefix == "و":
            if (topic := self._topic_inside(draft.at, gender)) is not None:
                draft.speaker, draft.joined = topic, False  # "says that Abbas rang him ..., | and told him that"
                return True
        goes_on = self.s.tongue.verb_first and word.lemma.startswith(_GOES_ON_AS_WRITTEN)
        if self.s.tongue.verb_first and word.prefix == "و" and not draft.joined and self.drafts:
            draft.joined = self.drafts[-1].bare and not goes_on  # "pledged to tell all | and refused to"
        for before in reversed(self.drafts):
            if before.open is not None and not draft.joined and before.open <= word.start:
                continue
            if goes_on and any(d.open is not None and d.open <= before.own for d in self.drafts if d is not before):
                continue
            if before.speaker is not None and before.speaker.gender in ("", gender or before.speaker.gender):
                draft.speaker = before.speaker
                return True
        if gender and self.drafts and (topic := self._topic_inside(draft.at, gender)) is not None:
            draft.speaker = topic
            return True
        if (main := self._of_clause(draft.at)) is not None:
            draft.speaker = main
            return True
        if (main := self._of_main_verb(draft.at, gender)) is not None:
            draft.speaker = main
            return True
        if self.s.tongue.verb_first and word.cue is not None and word.cue.frame is Frame.WHILE and not self.drafts:
            if (doer := self._first_named(draft.at, "f" if word.text.endswith("ة") else "")) is not None:
                draft.speaker = doer
                return True
        place = (word.start, word.stop)
        draft.speaker = Actor(place, word.text, ActorKind.PRONOUN, Attribution.UNNAMED, "", gender=gender)
        return True

    def _topic_inside(self, at: int, gender: str) -> Actor | None:
        """Who speaks inside words already opened, where their speaker is of the other gender: "she says her husband"."""
        before = next(
            (d for d in reversed(self.drafts) if d.open is not None and d.open <= self.words[at].start), None
        )
        if not self.s.tongue.verb_first or before is None or before.open is None:
            return None
        phrase = self.s.phrase_at(self._index(before.open), at)
        actor = self._actor(phrase)
        fits = phrase is not None and self._is_somebody(phrase) and actor is not None
        return actor if fits and actor is not None and actor.gender == gender else None

    def _first_named(self, at: int, gender: str) -> Actor | None:
        """Whom the clause of a participle names first, without a preposition: "the minister defended it, saying"."""
        for place in range(at):
            word = self.words[place]
            led = self.s.has_preposition(place) or (place and self.words[place - 1].any(Kind.PREPOSITION))
            if not word.any(PEOPLE | Kind.TITLE) or led or word.cue is not None or word.dated:
                continue
            if place and self.s.is_construct(place - 1):
                continue
            actor = self._actor(self.s.phrase_from(place))
            if (
                actor is not None
                and actor.gender in ("", gender or actor.gender)
                and actor.kind is not ActorKind.MEDIUM
            ):
                return actor
        return None

    def _told_in_it(self, at: int, gender: str) -> tuple[Actor, tuple[Actor, ...]] | None:
        """As in "a letter from an officer, in which he admits", "the channel sent a talk with B, in which he said"."""
        if at + 1 >= self.s.size or self.words[at + 1].text not in _IN_IT:
            return None
        for place in self._behind_talks(at):
            word = self.words[place]
            written = _WROTE_IT.fullmatch(fold(word.text)) is not None
            begin = place if word.prefix.startswith("ل") and not written else place + 1
            if begin >= at or not self.words[begin].any(PEOPLE | Kind.NAME | Kind.TITLE):
                continue
            actor = self._actor(self.s.phrase_from(begin))
            if actor is None or actor.gender not in ("", gender or actor.gender):
                continue
            sender = next(
                (p for p in range(place) if self.words[p].any(Kind.VERB) or self.words[p].cue is not None), None
            )
            who = self.subject_of(sender) if sender is not None else None
            by = self._actor(who)
            return actor, ((by,) if by is not None and by.kind is ActorKind.MEDIUM else ())
        return None

    def _behind_talks(self, at: int) -> Iterator[int]:
        """Where "with", "of" or "to" stand first behind a word for a talk or a text, the last of them first."""
        for noun in range(at - 1, -1, -1):
            if self.words[noun].lemma not in _TALKS and self.words[noun].lemma not in _TEXTS:
                continue
            for place in range(noun + 1, min(at, noun + 6)):
                word = self.words[place]
                wrote = _WROTE_IT.fullmatch(fold(word.text)) is not None
                if word.is_word and (word.text in ("من", "مع") or word.prefix.startswith("ل") or wrote):
                    yield place
                    break

    def _of_clause(self, at: int) -> Actor | None:
        """Whose clause a Hebrew verb goes on with: "The ambassador rejected the claims | and said"."""
        if self.s.tongue.verb_first or self.view.quoted or self.words[at].prefix != "ו":
            return None
        if any(not draft.bare for draft in self.drafts):
            return None
        for place in range(1, min(at, _BACK)):
            word = self.words[place]
            if not (word.any(Kind.VERB) or word.cue is not None) or word.any(PEOPLE) or self.is_negated(place):
                continue
            phrase = self.subject_of(place)
            if phrase is None or phrase.start > place:
                return None
            one_name = (
                phrase.start == 0 and phrase.stop == 1 and not self.words[0].kind and not self.words[0].definite
            )
            if not self._is_somebody(phrase) and not one_name:
                return None
            actor = self._actor(phrase)
            return actor if actor is not None and actor.kind is not ActorKind.PRONOUN else None
        return None

    def _text_in_front(self, at: int) -> tuple[Actor, tuple[Actor, ...]] | None:
        """Whose text is the subject before a verb, and who put it out: "the statement of the Front says"."""
        begin = at
        while begin > 0 and self.words[begin - 1].is_word and self.words[begin - 1].cue is None:
            begin -= 1
        word = self.words[begin]
        if begin == at or word.lemma not in _TEXTS or self.s.has_preposition(begin):
            return None
        if any(w.any(Kind.THAT) for w in self.words[begin:at]):
            return None
        whose = self._whose_text(begin)
        return (whose, self._media(begin + 1, at)) if whose is not None else None

    def _text_behind(self, at: int) -> int | None:
        """Where a text is the subject of a verb: "the statement added"."""
        place = self.skip(at + 1)
        if place >= self.s.size or not self.words[place].any(Kind.THING):
            return None
        return place if self.words[place].lemma in _TEXTS else None

    def _whose_text(self, at: int) -> Actor | None:
        """Whose a text is: "the ministry's statement", "the report put out by the commission"."""
        for place in range(at + 1, min(self.s.size, at + 5)):
            word = self.words[place]
            if not word.is_word or word.any(Kind.THAT) or word.cue is not None or word.dated:
                return None
            if word.any(Kind.BODY | Kind.ROLE | Kind.MEDIUM | Kind.KIN) and word.lemma != _DATED:
                return self._actor(self.s.phrase_from(place))
        return None

    def _of_main_verb(self, at: int, gender: str) -> Actor | None:
        """The subject of the verb before one of speech: "the Front put out a statement in which it said that"."""
        if not self.s.tongue.verb_first or not gender or self.view.quoted:
            return None
        if self.words[at].prefix and self.drafts:
            return None
        for place in range(min(at - 1, _BACK)):
            word = self.words[place]
            told = word.cue is not None and any(draft.at == place for draft in self.drafts)
            if word.text in ("سبق", "وسبق") and self.words[place + 1].prefix.startswith("ل"):
                return self._actor(self.s.phrase_from(place + 1))  # "it was the ministry that once announced"
            if not word.any(Kind.VERB) or told or self.is_negated(place):
                continue
            if place and not word.prefix and self.words[place - 1].definite and self.words[place + 1].definite:
                continue  # "(deplores) the ministry | the silence of | the organisations"
            phrase = self.subject_of(place)
            if phrase is None or phrase.stop > at or not self._is_somebody(phrase):
                continue
            actor = self._actor(phrase)
            if actor is not None and actor.kind is not ActorKind.PRONOUN and actor.gender == gender:
                return actor
        return None

    def _says_we(self, word: Word) -> bool:
        """Whether a verb is in the first person plural, so that it is whoever puts the text out."""
        present = self.s.tongue.verb_first and word.lemma[:1] == "ن" and len(word.lemma) > _SHORTEST_WE
        return present and "ي" + word.lemma[1:] in self.s.tongue.cues

    def _gender_of_verb(self, word: Word) -> str:
        """The gender of the subject that a verb of speech shows: ``m``, ``f`` or empty."""
        cues = self.s.tongue.cues
        if word.cue is None or word.cue.frame in (Frame.WHILE, Frame.PASSIVE):
            return ""
        if not self.s.tongue.verb_first:
            return _gender_in_hebrew(word.lemma, cues)
        form = word.lemma
        if form.endswith(("وا", "ون", "نا")):
            return ""
        if form[0] == "ي" or (form[0] == "ت" and "ي" + form[1:] in cues):
            return "m" if form[0] == "ي" else "f"
        stem = re.sub(r"(?:ني|ه|ها|هم)$", "", form)
        if form not in cues and form.endswith("ت"):
            return "f"  # a verb that no table has
        if stem.endswith("ت") and any(fold(stem[:-1] + end) in cues for end in ("", "ى", "ا")):
            return "f"
        return "m"

    def _media(self, start: int, stop: int) -> tuple[Actor, ...]:
        """A medium told, between a verb and what it opens: "to the Corvel agency"."""
        found: list[Actor] = []
        for place in range(start, min(stop, self.s.size)):
            word = self.words[place]
            if not word.is_word:
                if word.text not in _COMMAS and word.text not in '"«»“”':
                    break
                continue
            if (named := self._named_medium(place)) is not None:
                found.append(named)
            to = self.s.has_preposition(place) or (place > start and self.words[place - 1].any(Kind.PREPOSITION))
            to = to or (place > start and self._is_told_reporter(place - 1))
            if word.any(Kind.MEDIUM) and place > start and self.words[place - 1].text == "של":
                to = to or any(w.lemma == "תוכנית" for w in self.words[start:place])
            if word.possessive and self.s.tongue.verb_first and place + 2 < self.s.size and word.any(Kind.MEDIUM):
                if self.words[place + 1].any(Kind.PREPOSITION) and self.words[place + 2].any(Kind.MEDIUM):
                    continue  # "through his account | on the platform X"
            if word.any(Kind.BODY | Kind.ROLE | Kind.MEDIUM) and self._is_way(place, start):
                actor = self.s.actor_of(place, self.s.segment_from(place))
                found += [actor] if actor is not None else []
                continue
            sent = (
                self.s.tongue.verb_first
                and place > start
                and _SENT.fullmatch(fold(self.words[place - 1].text)) is not None
            )
            group = self.words[place - 1] if place - 1 > start else None
            if self.s.tongue.verb_first and group is not None and group.lemma in _GROUPS:
                to = to or self.words[place - 2].text in _ON  # "in a group | on WhatsApp"
            if not word.any(Kind.MEDIUM) or not (to or sent) or (word.possessive and self.s.tongue.verb_first):
                continue
            actor = self.s.actor_of(place, self.s.segment_from(place))
            if actor is not None:
                found.append(actor)
        if found and len(found) < 3 and (more := self._onward(found[0], start, min(stop, self.s.size))) is not None:
            return (found[0], more)
        return tuple(found[:1])

    def _onward(self, first: Actor, start: int, stop: int) -> Actor | None:
        """The medium to which words went on from the one told: "told the radio, as the agency quoted him, that"."""
        for place in range(max(start, self._index(first.place[1])), stop):
            if not self._leads_on(place):
                continue
            for behind in range(place + 1, min(stop, place + 5)):
                word = self.words[behind]
                if word.any(Kind.MEDIUM) and word.cue is None:
                    actor = self.s.actor_of(behind, self.s.segment_from(behind))
                    return actor if actor is not None and actor.name != first.name else None
        return None

    def _leads_on(self, at: int) -> bool:
        """Whether words went on from here: "and from it the agency", "as cited by"."""
        text = self.words[at].text
        if self._is_quoted_from(at):
            return True
        as_told = at > 0 and self.words[at - 1].text in ("כפי", "كما") and self.words[at].cue is not None
        return text in _ONWARD or as_told

    def _is_quoted_from(self, at: int) -> bool:
        """Whether a verb tells where the words of a medium just named went: "..., | from which the agency quoted"."""
        before, after = (self.words[at - 1] if at else None), (self.words[at + 1] if at + 1 < self.s.size else None)
        which = before is not None and before.any(Kind.RELATIVE) and after is not None and after.text in _FROM_IT
        return which and self.words[at].text in _QUOTES

    def _addressee(self, start: int, stop: int) -> Actor | None:
        """To whom words are said: "promised the families' envoys that"."""
        if self.s.tongue.verb_first:
            return None
        for place in range(start, min(stop, self.s.size)):
            word = self.words[place]
            if word.prefix[:1] == "ל" and word.any(PEOPLE | Kind.NAME) and not word.any(Kind.MEDIUM):
                phrase = self.s.phrase_from(place)
                return self.s.actor(phrase) if phrase is not None else None
        return None

    def _promised_to(self, at: int) -> tuple[Actor, int] | None:
        """Whom an Arabic verb of promising has as its object, or behind "to", and the word behind: "promised | the
        families | that".
        """
        if at >= self.s.size or not self.words[at].is_word:
            return None
        word = self.words[at]
        if word.prefix not in ("", "ال", "ل", "لل"):
            return None
        owned = not word.kind and not word.definite and fold(word.text).endswith(("ه", "ها", "هم"))
        if not word.any(PEOPLE & ~Kind.MEDIUM | Kind.NAME) and not owned:
            return None
        phrase = self.s.phrase_from(at)
        actor = self.s.actor(phrase) if phrase is not None else None
        if phrase is None or actor is None or phrase.stop >= self.s.size:
            return None
        stop = phrase.stop if self.words[phrase.stop].text[0] == "ب" else self.skip(phrase.stop)
        behind = self.words[min(stop, self.s.size - 1)]
        return (actor, stop) if behind.any(Kind.THAT) or behind.text[0] == "ب" else None

    def _is_told_reporter(self, at: int) -> bool:
        """Whether somebody of a medium is told: "to the reporter of | the site"."""
        word = self.words[at]
        led = self.s.has_preposition(at) or (at > 0 and self.words[at - 1].any(Kind.PREPOSITION))
        return not self.s.tongue.verb_first and led and word.lemma in _REPORTERS

    def _named_medium(self, at: int) -> Actor | None:
        """As in 'told "Evening Sports"': a name in quotation marks behind "to" or "in" written by itself."""
        word = self.words[at]
        told = at + 2 < self.s.size and self._is_told_reporter(at)
        told = told or (word.lemma == "תוכנית" and word.prefix == "ב")
        if (word.text not in ("ב", "ל", "لـ") and not told) or at + 2 >= self.s.size:
            return None
        if self.words[at + 1].text not in _OPENING:
            return None
        for place in range(at + 2, min(self.s.size, at + 8)):
            if self.words[place].text in _CLOSING:
                start, stop = self.words[at + 1].stop, self.words[place].start
                name = self.view.text[start:stop]
                return Actor((start, stop), name, ActorKind.MEDIUM, Attribution.NAMED, "", True, brief=False)
            if not self.words[place].is_word:
                break
        return None

    def _media_in_front(self, at: int) -> tuple[Actor, ...]:
        """A medium told before the verb: "In an interview with Radio Don", "as quoted in the daily"."""
        begin = at
        while begin > 0 and self.words[begin - 1].text not in _HARD and self.words[begin - 1].text != MASK:
            sent = self.s.tongue.verb_first and _SENT.fullmatch(fold(self.words[begin - 1].text)) is not None
            told = self.words[begin - 1].cue is not None and not sent
            if self.s.tongue.verb_first and (self.words[begin - 1].any(Kind.THAT) or told):
                break
            begin -= 1
        screen = begin + 1 < at and self.words[begin].text in _ON and self.words[begin + 1].text in _SCREENS
        begin += self.s.tongue.verb_first and screen
        for place in range(begin, at):
            word = self.words[place]
            if self.s.tongue.verb_first:
                site = word.lemma == "موقع" and self.words[place + 1].is_word
                if (
                    place == begin + 1
                    and self.words[begin].text in _ON | _SCREENS
                    and word.any(Kind.MEDIUM)
                    and not site
                ):
                    return self._media(begin, min(at, place + 12))
                asked = place > begin and word.lemma == "سؤال" and self.words[place - 1].text in ("على", "عن")
                if asked or (place > begin and self.words[place - 1].text in _IN and word.lemma in _TALKS | _TEXTS):
                    return self._media(place + 1, min(at, place + 12))
                continue
            if word.text in ("באמצעות", "בתיווך"):
                return self._media(place, at)
            if word.lemma == "תוכנית" and word.prefix == "ב":
                return self._media(place, min(at, place + 12))
            told = word.any(Kind.THING) and word.prefix == "ב" and word.lemma in _TOLD_IN
            if told or word.text in _AS_QUOTED:
                return self._media(place + 1, min(at, place + 12))
        return ()

    def _medium_told(self, at: int) -> tuple[Actor, ...]:
        """The medium that is the object of a verb: "informed the agency's reporter that"."""
        if at + 1 >= self.s.size:
            return ()
        word, after = self.words[at], self.words[at + 1]
        if word.lemma in ("مراسل", "مراسلة", "مندوب") and after.any(Kind.MEDIUM) and not after.prefix:
            at, word = at + 1, after
        if word.possessive:
            return ()  # "told our radio": whoever publishes the text
        if not word.any(Kind.MEDIUM) or word.prefix not in ("", self.s.tongue.article):
            return ()
        actor = self.s.actor_of(at, self.s.segment_from(at))
        more = self._onward(actor, at + 1, min(self.s.size, at + _REACH)) if actor is not None else None
        return tuple(a for a in (actor, more) if a is not None)

    def _is_way(self, at: int, start: int) -> bool:
        """Whether "through" stands before a word: "the Front answered, through the committee, that"."""
        before = self.words[at - 1] if at > start else None
        return (
            before is not None
            and before.text in ("طريق", "عبر", "بواسطة", "بوساطة", "خلال", "באמצעות", "בתיווך")
            and not self.words[at].dated
        )

    def _cite(self, draft: Draft, start: int, stop: int) -> None:
        """As in "The agency said, citing B, that": the words are B's and the subject relays them."""
        if start >= self.s.size:
            return
        begin = self.words[start].start
        end = self.words[min(stop, self.s.size) - 1].stop if stop > start else begin
        match = self.x.citing.search(self.view.masked, begin, end)
        if match is None or draft.speaker is None or self._names(match.group(), match.start()):
            return
        if "لسان" in match.group() and draft.speaker.kind is not ActorKind.MEDIUM:
            return  # a body speaks by the mouth of its spokesman
        phrase = self._phrase_from(match.end())
        actor = self._actor(phrase)
        if self.s.tongue.verb_first and phrase is not None and self.words[phrase.start].any(Kind.THING):
            actor = self._whose_text(phrase.start)  # "citing a document of the Front"
        if actor is not None:
            draft.relays = (
                *(r for r in draft.relays if r.name not in (actor.name, draft.speaker.name)),
                draft.speaker,
            )
            draft.speaker = actor
            draft.rule = "cites"

    def _names(self, citing: str, place: int) -> bool:
        """Whether "in the name of" tells what somebody is called."""
        at = self._index(place)
        return citing.strip().endswith("בשם") and self.s.is_naming(at)

    def _phrase_from(self, place: int, *, closed: bool = False) -> Phrase | None:
        """The phrase that begins at a place of the text, perhaps behind letters written on to its front."""
        at = self._index(place)
        if at < self.s.size and self.words[at].stop <= place:
            at += 1
        while at < self.s.size and not self.words[at].is_word and self.words[at].text in '"«“':
            at += 1
        return self.s.phrase_from(at, closed=closed) if at < self.s.size else None

    def _read_quoting(self, at: int, cue: Cue) -> Draft | None:
        """As in "The agency quoted B as saying": B's words, relayed."""
        word = self.words[at]
        subject, own, joined = self._subject(at, Cue(cue.manner, Frame.SAY))
        begin = subject.stop if subject is not None and subject.start > at else at + 1
        said = None if self.s.tongue.verb_first else self._quote_before(at, subject)
        quoted: Phrase | None = None
        relays: list[Actor] = []
        place = begin
        learned = word.lemma in self.x.learned
        moved = self.s.tongue.verb_first and word.lemma.startswith(("نقل", "ينقل", "تنقل"))
        while place < min(self.s.size, begin + 24):
            one = self.words[place]
            match = self.x.citing.match(self.view.masked, one.start)
            if match is not None and (phrase := self._phrase_from(match.end())) is not None:
                if (actor := self._actor(phrase)) is not None:
                    relays.append(actor)
                place = phrase.stop
                continue
            leads = one.text == "من" if learned else one.text in self.x.object or one.lemma in self.x.object
            if moved and one.text == "إلى":
                return None  # "was taken to": the other meaning of the verb
            if one.is_word and leads:
                if place + 1 < self.s.size:
                    quoted = self._phrase_from(self.words[place + 1].start)
                break
            if one.text == MASK or one.text in ";:." or (one.is_word and self.s.is_that(place)):
                break
            place += 1
        relay = self._actor(subject)
        pronoun = self.words[at + 1] if at + 1 < self.s.size else word
        if moved and quoted is None and relay is not None and pronoun.text in ("عنه", "عنها", "عنهم"):
            opened = self._open(begin, cue, past_cues=True)
            if opened is None:
                return None
            gender = {"عنه": "m", "عنها": "f"}.get(pronoun.text, "")
            whom = (pronoun.start, pronoun.stop)
            meant = Actor(whom, pronoun.text, ActorKind.PRONOUN, Attribution.UNNAMED, "", gender=gender)
            draft = Draft(at, (word.start, word.stop), Manner.SAID, meant, own, "cites", (relay,), joined=joined)
            self._inner_cue(draft, begin, opened)
            return draft
        if moved and quoted is None and relay is None and pronoun.text in ("عنه", "عنها"):
            opened = self._open(begin, cue, past_cues=True)
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
        if quoted is None and begin < self.s.size and self._may_be_subject(begin) and subject is not None:
            quoted = self.s.phrase_at(begin)
        if quoted is None:  # "B was quoted by the agency as promising that"
            if subject is None or relay is None:
                return None
            opened = self._open(begin, cue, past_cues=True)
            if opened is None and said is None:
                return None
            draft = Draft(at, (word.start, word.stop), Manner.SAID, relay, own, "was-quoted", joined=joined)
            if said is not None or opened is None:
                draft.relays = self._media(begin, min(self.s.size, begin + 12))
                draft.pieces += [said] if said is not None else []
                return draft
            draft.relays = self._media(begin, opened[0])
            self._inner_cue(draft, begin, opened)
            return draft
        speaker = self._actor(quoted)
        if speaker is None:
            return None
        if self.s.tongue.verb_first and (deeper := self._cited_behind(quoted.stop)) is not None:
            relays.append(speaker)  # "carries from the agency, itself citing a relative, that"
            quoted, speaker = deeper
        noun = self.words[quoted.stop].cue if quoted.stop < self.s.size else None
        bare = self.s.tongue.verb_first and noun is not None and noun.frame is Frame.WHILE
        opened = self._open(quoted.stop + 1, noun) if bare and noun is not None else None
        opened = opened or self._open(quoted.stop, cue, past_cues=True)
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
        while at < self.s.size and (self.words[at].text in _COMMAS or self.words[at].text in _CLOSING):
            at += 1
        match = self.x.citing.match(self.view.masked, self.words[at].start) if at < self.s.size else None
        phrase = self._phrase_from(match.end()) if match is not None else None
        if self.s.tongue.verb_first and phrase is None and at + 1 < self.s.size and self.words[at].text == "عن":
            phrase = self._phrase_from(self.words[at + 1].start)  # "carries from the radio | from a guard"
        actor = self._actor(phrase)
        return (phrase, actor) if phrase is not None and actor is not None else None

    def _inner_cue(self, draft: Draft, begin: int, opened: tuple[int, str, int]) -> None:
        """As in "... as saying": the second verb says how it was said, and is no voice of its own."""
        self._fill(draft, opened)
        for place in range(begin, min(opened[0] + 1, self.s.size)):
            cue = self.words[place].cue
            if cue is not None:
                draft.manner = cue.manner
                self.taken.add(place)
                if (
                    opened[0] == place and opened[1] == "that"
                ):  # "as one who promised that": the verb has "that" on it
                    after = self._open(place + 1, cue)
                    if after is not None:
                        draft.open, draft.pieces = None, []
                        self._fill(draft, after)
                    return

    def _read_passive(self, at: int, cue: Cue) -> Draft | None:
        """As in "It was said in a statement of the ministry": somebody named beside it, or nobody."""
        word = self.words[at]
        if (passed := self._passed_on(at, None)) is not None:
            return passed
        before = self._quote_before(at, None)
        opened = self._open(at + 1, cue)
        if before is None and self.s.tongue.verb_first and word.definite:  # "there was a reminder of"
            opened = opened or self._open(at + 1, replace(cue, frame=Frame.BARE))
            if opened is not None:
                draft = Draft(at, (word.start, word.stop), cue.manner, None, word.start, "passive", nobody=True)
                self._fill(draft, opened)
                return draft
        if before is None and opened is None and self._shows_passive(word) and word.lemma not in _ASKED_OF:
            opened = self._open(at + 1, replace(cue, frame=Frame.BARE))  # "it was stressed ... | on paying nothing"
        elif before is None and (opened is None or opened[1] == "object"):
            return self._so_told(at, cue)
        if before is None and opened is None:
            return None
        begin = at
        while begin > 0 and self.words[begin - 1].text not in _HARD and self.words[begin - 1].text != MASK:
            begin -= 1
        end = opened[0] if opened is not None and before is None else min(self.s.size, at + 14)
        who = self.beside(begin, at, end)
        own = word.start if who is None or who[1] > at else self.words[min(who[1], at)].start
        draft = Draft(
            at, (word.start, word.stop), cue.manner, who[0] if who else None, own, "passive", joined=self._is_cut(at)
        )
        if before is not None:
            draft.pieces.append(before)
        elif opened is not None:
            self._fill(draft, opened)
        if who is None and word.lemma in _NOBODY:
            draft.nobody = True
        elif who is None:
            between = self.words[begin:end]
            if not self.s.tongue.verb_first and any(w.text in ("בה", "בו", "בהן", "בהם") for w in between):
                draft.speaker = Actor(draft.cue, word.text, ActorKind.PRONOUN, Attribution.UNNAMED, "it")
                return draft  # "it was said in it": whose answer it is
            if not self.s.tongue.verb_first and any(w.text in _MORE for w in self.words[begin:at]):
                return draft if self._take_over(draft) else None  # "it was further said"
            texts = any(w.any(Kind.THING) if self.s.tongue.verb_first else w.lemma in _HEBREW_TEXTS or
                        w.text in _IN_REPLY for w in between)  # fmt: skip
            if self._shows_passive(word):
                texts = any(w.lemma in _TEXTS for w in between)
            if texts or (
                self.s.tongue.verb_first
                and not self._shows_passive(word)
                and any(w.definite or w.text in ("فيه", "فيها") for w in between if w.start > word.start)
            ):
                return draft if self._take_over(draft) else None
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
        return self._clause_before(Draft(at, place, cue.manner, who[0], word.start, "passive"), at, None)

    def _speaks_before(self) -> bool:
        """Whether the sentence before holds a verb of speech, so that whoever speaks in it is known."""
        if self.view.before is None:
            return False
        words = self.view.text[slice(*self.view.before)].split()
        return any(look_up(word.strip(_EDGE + _INNER), self.s.tongue).cue is not None for word in words)

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
            phrase = self._phrase_from(word.start)
            actor = self._actor(phrase)
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

    def _passed_on(self, at: int, speaker: Actor | None) -> Draft | None:
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
                actor = self._actor(phrase)
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

    def _read_thus(self) -> Draft | None:
        """As in '"...", thus Tamer Rasil, spokesman of the Front': somebody's words without a verb."""
        if self.s.tongue.verb_first:
            return None
        for at in range(2, self.s.size - 1):
            word = self.words[at]
            if word.text != "כך" or self.words[at - 1].text not in (*_COMMAS, "-", "–", "—", MASK):
                continue
            phrase = self.s.phrase_at(at + 1)
            speaker = self._actor(phrase)
            if phrase is None or speaker is None or not self._is_somebody(phrase):
                return None
            draft = Draft(at, (word.start, word.stop), Manner.SAID, speaker, word.start, "content-then-speaker")
            if (before := self._quote_before(at, None)) is not None:
                draft.pieces.append(before)
                return draft
            return self._clause_before(draft, at, None)
        return None

    def _read_way(self) -> Draft | None:
        """As in "His words were brought by the agency": who relayed what was said before, by a verb of any kind."""
        match = self.x.told.match(self.view.masked, self.view.start, self.view.stop)
        if match is None or self.view.quoted:
            return None
        at = min(self.s.size - 1, self._index(match.end() - 1) + 1)
        return self._passed_on(at, None) if self.words[at].start >= match.end() else None

    # --- according to ----------------------------------------------------------------------------------------------

    def _read_according(self, match: re.Match[str]) -> Draft | None:
        cue = (match.start(), match.end())
        while cue[1] > cue[0] and self.view.text[cue[1] - 1].isspace():
            cue = (cue[0], cue[1] - 1)
        groups = match.groupdict()
        at = self._index(match.start())
        if groups.get("his"):
            his = groups["his"]
            gender = "" if self.s.tongue.verb_first else {"ו": "m", "ה": "f"}.get(his[-1], "")
            speaker: Actor | None = Actor(cue, his, ActorKind.PRONOUN, Attribution.UNNAMED, his, gender=gender)
            after = self._index(match.end() - 1) + 1
        else:
            phrase = self._phrase_from(match.end(), closed=True)
            if phrase is None:
                return None
            known = self._is_somebody(phrase) or self._is_one_name(phrase) or self._looks_like_somebody(phrase)
            if groups.get("weak") and not known:
                return None
            speaker = self._actor(phrase)
            after = phrase.stop
        if speaker is None:
            return None
        own = match.start() + (self.view.text[match.start()] in self.s.tongue.that)
        draft = Draft(at, cue, Manner.SAID, speaker, own, "according-to")
        draft.relays = self._media(after, min(after + 6, self.s.size))
        if self.s.tongue.verb_first and not groups.get("his"):
            after = self._cited_in_aside(draft, match, after)
        after = self._behind_clause(after)
        begin = at
        while begin > 0 and self.words[begin - 1].text in _COMMAS:
            begin -= 1
        back = self.words[begin - 1] if begin > 0 else None
        starts = (
            back is None
            or back.text in _HARD
            or back.any(Kind.CONNECTOR)
            or (back.is_word and self.s.is_that(begin - 1))
        )
        if not starts and self.words[at].prefix[:1] and self.words[at].prefix[:1] in self.s.tongue.and_:
            starts = True
        starts = starts or self.view.text[match.start()] in self.s.tongue.that  # "that according to ..."
        place = self.skip(after) if starts else after
        while place < self.s.size and self.words[place].text in (*_COMMAS, ":"):
            place += 1
        if place < self.s.size and self.words[place].any(Kind.THAT) and starts:
            word = self.words[place]
            length = self.x.that_length(word)
            draft.open = word.start + length if length < len(word.text) else self._next_start(place)
        elif starts:
            draft.open = self.words[place].start if place < self.s.size else None
            draft.joined = back is not None and back.text in _COMMAS
        else:
            opens = [d.open for d in self.drafts if d.open is not None and d.open < match.start()]
            left = max([self.view.start, *opens])
            stop = self.words[begin].start if begin < at else match.start()
            draft.pieces.append((left, stop))
            closed = after > 0 and after <= self.s.size and self.words[min(after, self.s.size) - 1].text in _COMMAS
            comma = after < self.s.size and self.words[after].text in _COMMAS
            if (closed or comma) and place < self.s.size and not self._breaks(place):
                draft.open = self.words[place].start
            return draft
        return draft if draft.open is not None else None

    def _behind_clause(self, at: int) -> int:
        """Behind a clause without "who" about a source: "according to a driver | who passed by, | the boys are ..."."""
        if not self.s.tongue.verb_first or at >= self.s.size or not self.words[at].any(Kind.VERB):
            return at
        for place in range(at + 1, min(self.s.size, at + _LONGEST_ASIDE)):
            if self.words[place].text in _COMMAS:
                return place
            if not self.words[place].is_word or self.words[place].cue is not None:
                return at
        return at

    def _cited_in_aside(self, draft: Draft, match: re.Match[str], after: int) -> int:
        """As in "according to what the paper reported, citing B", "as the site quoted him": the paper is a relay.

        Returns the first word behind it all.
        """
        relay = draft.speaker
        if relay is None or relay.kind is not ActorKind.MEDIUM:
            return after
        pronoun = self.view.text[match.start() : match.end()].split()[-1]
        if pronoun in _FROM_HIM:
            gender = {"عنه": "m", "عنها": "f"}.get(pronoun, "")
            draft.speaker = Actor(draft.cue, pronoun, ActorKind.PRONOUN, Attribution.UNNAMED, "", gender=gender)
            draft.relays = (relay,)
            return after
        place = after
        while place < self.s.size and (self.words[place].text in _COMMAS or self.words[place].text in _CLOSING):
            place += 1
        cited = self.x.citing.match(self.view.masked, self.words[place].start) if place < self.s.size else None
        phrase = self._phrase_from(cited.end(), closed=True) if cited is not None else None
        source = self._actor(phrase)
        if phrase is None or source is None:
            return after
        draft.speaker, draft.relays = source, (relay,)
        return phrase.stop

    def _looks_like_somebody(self, phrase: Phrase) -> bool:
        """Whether a phrase up to a comma begins with an Arabic noun for one who does something: "according to a waiter, ..."."""
        ends = phrase.stop >= self.s.size or not self.words[phrase.stop - 1].is_word
        ends = ends or not self.words[phrase.stop].is_word or self.words[phrase.stop].prefix == "ف"
        named = any(w.any(Kind.NAME) and not w.prefix for w in self.words[phrase.start + 1 : phrase.stop])
        return self.s.tongue.verb_first and ends and (named or looks_like_somebody(self.words[phrase.start]))

    def _is_one_name(self, phrase: Phrase) -> bool:
        """Whether a phrase is one word that no table knows, without article, up to a comma: "according to Barkan, ..."."""
        word = self.words[phrase.start]
        alone = phrase.stop - phrase.start == 1 and phrase.stop < self.s.size
        plain = not word.kind & ~Kind.NAME and not word.definite and word.is_word and word.cue is None
        return alone and plain and self.words[phrase.stop].text in _COMMAS

    def _read_headline(self) -> Draft | None:
        """As in "Minister: no talks" in a line that ends without a full stop."""
        stopped = self.view.text[self.view.start : self.view.stop].rstrip()[-1:] in ".!…"
        first_word = 0
        if self.s.tongue.verb_first and self.words[0].text[0].isdigit():  # "12:15 A source: ..."
            while first_word < self.s.size and (
                self.words[first_word].text[0].isdigit() or self.words[first_word].text in ":.|–—-"
            ):
                first_word += 1
        if self.s.tongue.verb_first and first_word == 0:  # "Breaking | A spokesman: ..."
            bar = next((n for n in range(min(_NEAR, self.s.size)) if self.words[n].text in "|–—"), None)
            first_word = bar + 1 if bar is not None else 0
            while first_word < min(_NEAR, self.s.size) and is_bullet(self.words[first_word].text):
                first_word += 1
        for at in range(first_word + 1, min(self.s.size - 1, first_word + 12)):
            if self.words[at].text == ":":
                break
        else:
            return None
        phrase = self.s.phrase_at(first_word, at)
        relays: tuple[Actor, ...] = ()
        told = next(
            (n for n in range(first_word + 1, at) if self.words[n].any(Kind.MEDIUM) and self.s.has_preposition(n)), at
        )
        if self.s.tongue.verb_first and told == at:
            told = self._told_quoted(first_word + 1, at)
        if told < at and self._is_told_only(told, at):
            phrase = self.s.phrase_at(first_word, told)
            named = self._named_medium(told)
            relays = (named,) if named is not None else self._media(told, at)  # "A source to the agency: ..."
        if phrase is None or (phrase.stop != at and not relays) or not self._is_somebody(phrase):
            return None
        speaker = self._actor(phrase)
        if speaker is None or speaker.kind is ActorKind.PRONOUN:
            return None
        heads = Kind.ROLE | Kind.SOURCE | (PEOPLE if first_word or not self.s.tongue.verb_first else Kind.NONE)
        heads |= (
            Kind.TITLE if first_word and self.s.tongue.verb_first else Kind.NONE
        )  # "Breaking | Sheikh Rasil: ..."
        if stopped and (not self.words[first_word].any(heads) or self.s.size - at < _BYLINE):
            return None
        first = self.words[at + 1]
        if self.s.tongue.verb_first and self.s.size - at <= _BYLINE + 2 and first.any(Kind.NAME | Kind.TITLE):
            return None  # "The chair: N. T.", under a letter
        word = self.words[at]
        draft = Draft(at, (word.start, word.stop), Manner.SAID, speaker, self.view.start, "headline", relays)
        self._fill(draft, (at + 1, "quote" if self.words[at + 1].text == MASK else "colon", self.words[at + 1].start))
        return draft

    def _told_quoted(self, begin: int, end: int) -> int:
        """Where 'to the "Hour"' or "on Facebook" begins that stands before a colon at `end`; else `end`."""
        for place in range(begin, end):
            word, after = self.words[place], self.words[place + 1]
            if word.text in ("لـ", "ل") and self.s.quoted_name_end(place + 1) == end:
                return place
            if word.text in ("على", "عبر") and after.any(Kind.MEDIUM):
                return place
        return end

    def _is_told_only(self, begin: int, end: int) -> bool:
        """Whether all that stands between a speaker and a colon is the medium to which he spoke."""
        word = self.words[begin]
        led = word.is_word and (
            self.s.has_preposition(begin) or word.any(Kind.PREPOSITION) or word.text in ("ל", "ב")
        )
        return led and not any(
            w.cue is not None or w.any(Kind.VERB) or w.text in _COMMAS for w in self.words[begin:end]
        )

    def _read_by_colon(self) -> Draft | None:
        """As in 'The mayor did not hide his anger: "..."', where no verb of speech opens the quotation."""
        if self.view.quoted:
            return None
        least = 1 if self.s.tongue.verb_first else 2
        colon = next((n for n in range(least, self.s.size - 1) if self.words[n].text == ":" and
                      self.words[n + 1].text == MASK), None)  # fmt: skip
        verbal = colon is not None and any(
            w.any(Kind.VERB) or w.cue is not None or w.lemma in _HIMSELF for w in self.words[:colon]
        )
        if colon is not None and self.s.tongue.verb_first and (said := self._elided_before(colon)) is not None:
            return said
        if colon is None or not verbal:
            return None
        people = Kind.ROLE | Kind.KIN | Kind.SOURCE | Kind.NAME | Kind.TITLE
        first = self.words[0]
        if first.is_word and not first.kind and not first.definite and self.words[1].lemma in _HIMSELF:
            name = self._actor(self.s.phrase_from(0))
            if name is not None and first.cue is None and not self.s.is_that(0):
                mark = self.words[colon]
                draft = Draft(colon, (mark.start, mark.stop), Manner.SAID, name, first.start, "speaker-then-content")
                draft.pieces += self._quotes_from(colon + 1)
                return draft
        place = 0
        while place < colon:
            word = self.words[place]
            led = self.s.has_preposition(place) or (place > 0 and self.words[place - 1].any(Kind.PREPOSITION))
            if not word.is_word or not word.any(people) or word.cue is not None or led or word.dated:
                place += 1
                continue
            phrase = self.s.phrase_from(place)
            speaker = self._actor(phrase)
            if speaker is None or speaker.kind not in (
                ActorKind.PERSON,
                ActorKind.ROLE,
                ActorKind.SOURCE,
                ActorKind.OTHER,
            ):
                return None
            mark = self.words[colon]
            draft = Draft(colon, (mark.start, mark.stop), Manner.SAID, speaker, word.start, "speaker-then-content")
            draft.pieces += self._quotes_from(colon + 1)
            return draft
        return None

    def _elided_before(self, colon: int) -> Draft | None:
        """As in 'And he went on: "..."', where a verb that no table has for one of speech names nobody."""
        at = 1 if self.words[0].text == "ثم" else 0
        word = self.words[at]
        if colon - at > _NEAR + 1 or not word.is_word or word.definite or word.possessive or word.dated:
            return None
        if word.any(PEOPLE | Kind.THING | Kind.NAME | Kind.PREPOSITION | Kind.ADVERB | Kind.CONNECTOR | Kind.PRONOUN):
            return None
        joined = word.text[0] in "وف" and len(word.text) > _NEAR and not fold(word.text).endswith(("ه", "ها", "ة"))
        if not (word.any(Kind.VERB) or joined or (at and not word.kind)):
            return None
        if any(
            not w.is_word or w.any(PEOPLE | Kind.NAME | Kind.THAT) or w.definite for w in self.words[at + 1 : colon]
        ):
            return None
        draft = Draft(at, (word.start, word.stop), Manner.SAID, None, word.start, "speaker-then-content")
        if not self._take_over(draft):
            return None
        draft.pieces += self._quotes_from(colon + 1)
        return draft

    def _read_label(self) -> Draft | None:
        """As in '20:41 | The sister to the paper: "..."': whoever stands before a colon and a quotation."""
        colon = next((at for at in range(1, min(self.s.size - 1, _LABEL)) if self.words[at].text == ":" and not
                      (self.words[at - 1].dated or self.words[at - 1].text.isdigit())), None)  # fmt: skip
        if colon is None:
            return None
        quoted = self._quotes_from(colon + 1) or self._few_words_quoted(colon + 1)
        if not quoted:
            return None
        begin = next((at + 1 for at in range(colon) if self.words[at].text in "|–—"), 0)
        if begin == 0 and self.words[0].text[0].isdigit():  # "16:48 Her husband: "
            begin = next(
                at for at in range(colon) if not (self.words[at].text[0].isdigit() or self.words[at].text in ":.")
            )
        if begin < colon and self.words[begin].lemma in _ANSWERS and begin + 1 < colon:
            begin += 1  # "The answer of the ministry: ..."
        phrase = self.s.phrase_at(begin, colon) if begin < colon else None
        if self.s.tongue.verb_first and (phrase is None or not self._is_somebody(phrase)):
            return None
        if self.s.tongue.verb_first and phrase is not None and phrase.stop != colon:
            if not self._is_told_only(phrase.stop, colon):
                return None
            colon_at, colon = colon, phrase.stop  # "The mother, in a recording: ..."
        else:
            colon_at = colon
        named = phrase is not None and phrase.stop == colon and colon - begin <= _NEAR and not self.words[begin].kind
        if phrase is None or not (self._is_somebody(phrase) or named):
            begin = self.skip(begin, commas=True)
            phrase = self.s.phrase_at(begin, colon) if begin < colon else None
        if phrase is None or not (self._is_somebody(phrase) or named):
            return None
        speaker = self._actor(phrase)
        if speaker is None or speaker.kind is ActorKind.PRONOUN:
            return None
        word = self.words[colon_at]
        draft = Draft(colon_at, (word.start, word.stop), Manner.SAID, speaker, self.words[begin].start, "headline")
        draft.relays = self._media(phrase.stop, colon_at)
        draft.pieces += quoted
        return draft

    def _few_words_quoted(self, at: int) -> list[Place]:
        """A quotation of a few words that begins here, and that is taken for a term by itself."""
        if self.words[at].text not in _OPENING:
            return []
        for place in range(at + 2, min(self.s.size, at + 8)):
            if self.words[place].text in _CLOSING:
                return [(self.words[at].stop, self.words[place].start)]
        return []

    # --- the end ----------------------------------------------------------------------------------------------------

    def _finish(self) -> list[Voice]:
        self._pass_on_sources()
        self._pass_on_media()
        self.drafts.sort(key=lambda d: d.own)
        found: list[Voice] = []
        for draft in self.drafts:
            pieces = list(draft.pieces)
            direct = bool(pieces) and draft.open is None
            if draft.open is not None:
                pieces.append((draft.open, self._end_of(draft)))
            contents: list[Place] = []
            for start, stop in sorted(pieces):
                inner, quoted = self._trim(start, stop)
                direct = direct or (quoted and not draft.pieces)
                contents += inner
            if draft.rule == "passed-on":
                found.append(Voice(draft.cue, draft.manner, None, draft.cue, relays=draft.relays, rule="passed-on"))
                continue
            if not contents:
                continue
            if self.s.tongue.verb_first and any(
                v.contents == tuple(contents) and draft.speaker and v.speaker and v.speaker.name == draft.speaker.name
                for v in found
            ):
                continue  # "wrote a letter | and denied in it that": said once
            if draft.rule in ("according-to", "content-then-speaker", "previous-sentence") and draft.open is None:
                marks = MASK + (_OPENING if self.s.tongue.verb_first else "")
                direct = direct and all(
                    self.view.masked[a] == MASK or (a and self.view.masked[a - 1] in marks) for a, _ in contents
                )
            region = (contents[0][0], contents[-1][1])
            found.append(
                Voice(
                    draft.cue,
                    draft.manner,
                    draft.speaker,
                    region,
                    direct,
                    False,
                    tuple(contents),
                    draft.relays,
                    rule=draft.rule,
                    nobody=draft.nobody,
                    attitude=draft.attitude,
                    to=draft.to,
                )
            )
        return sorted(found, key=lambda v: v.cue)

    def _pass_on_sources(self) -> None:
        """As in "A promised, according to B, that": one statement, A's, which B relays."""
        for draft in [d for d in self.drafts if d.rule == "according-to" and d.speaker is not None]:
            medium_only = not self.s.tongue.verb_first and draft.speaker is not None
            if medium_only and draft.speaker is not None and draft.speaker.kind is not ActorKind.MEDIUM:
                continue
            for other in self.drafts:
                if other is draft or draft.speaker is None:
                    continue
                if other.rule == "content-then-speaker" and draft.pieces and other.pieces and other.at < draft.at:
                    if draft.pieces[0][0] <= other.pieces[0][0] and other.pieces[-1][1] <= draft.pieces[-1][1]:
                        if draft.speaker.name not in [r.name for r in other.relays]:
                            other.relays = (*other.relays, draft.speaker)  # "..., wrote A, according to B"
                        self.drafts.remove(draft)
                        break
                if other.rule != "speaker-then-content":
                    continue
                between = other.open is not None and other.at < draft.at and draft.own < other.open
                if self.s.tongue.verb_first and other.open is None and other.pieces and other.at < draft.at:
                    between = other.own < draft.own < other.pieces[0][0]
                medium = draft.speaker.kind is ActorKind.MEDIUM and bool(draft.pieces) and other.own < draft.own
                teller = other.speaker
                if between and teller is not None and teller.name == draft.speaker.name:
                    self.drafts.remove(draft)
                    break
                if between and teller is not None and teller.kind is ActorKind.MEDIUM:
                    if (
                        draft.speaker.kind is not ActorKind.MEDIUM
                    ):  # "the radio gave, by the mouth of the warden, that"
                        other.speaker, other.relays = draft.speaker, (*other.relays, teller)
                        other.until = draft.cue[0] if draft.cue[0] > (other.open or 0) else None
                        self.drafts.remove(draft)
                        break
                if between or medium:
                    other.relays = (*other.relays, draft.speaker)
                    other.until = draft.cue[0] if draft.cue[0] > (other.open or 0) else None
                    self.drafts.remove(draft)
                    break

    def _pass_on_media(self) -> None:
        """As in "The agency reported that, according to B, ...": one statement, B's, which the agency relays."""
        for draft in list(self.drafts):
            if draft.open is None or draft.speaker is None or draft.speaker.kind is not ActorKind.MEDIUM:
                continue
            for other in self.drafts:
                if other.rule == "according-to" and other.open is not None and 0 <= other.own - draft.open <= 3:
                    other.relays = (*other.relays, draft.speaker, *draft.relays)
                    self.drafts.remove(draft)
                    break

    def _end_of(self, draft: Draft) -> int:
        begin = draft.open or 0
        stop = self.view.stop if draft.until is None else draft.until
        for other in self.drafts:
            if other is not draft and other.joined and begin < other.own < stop:
                if not self._goes_on_inside(other, draft):
                    stop = other.own
            elif (other is not draft and (cut := self._turned_at(other, begin)) is not None) or (
                other is not draft and (cut := self._parted_at(draft, other, begin)) is not None
            ):
                stop = min(stop, cut)
        if draft.bare or self.s.tongue.verb_first:
            for at in range(self._index(begin) + 1, self.s.size - 1):
                if self.words[at].start >= stop:
                    break
                turns = draft.bare and self.words[at + 1].any(Kind.CONNECTOR)
                if self.words[at].text in _COMMAS and (turns or self.words[at + 1].text in _MEANWHILE):
                    stop = self.words[at].start
                    break
        if (tail := self.x.tail.search(self.view.masked, begin, stop)) is not None:
            stop = tail.start()
        return stop

    def _parted_at(self, draft: Draft, other: Draft, begin: int) -> int | None:
        """The semicolon behind which the same speaker is told to have said something else."""
        if draft.speaker is None or other.speaker is None:
            return None
        elided = other.speaker.kind is ActorKind.PRONOUN and not other.speaker.head
        same = elided or draft.speaker.name == other.speaker.name
        if (
            self.s.tongue.verb_first
            or not same
            or self.words[other.at].start <= begin
            or other.rule == "according-to"
        ):
            return None
        return next((w.start for w in self.words[: other.at] if w.text == ";" and w.start > begin), None)

    def _goes_on_inside(self, other: Draft, draft: Draft) -> bool:
        """Whether a verb that names nobody goes on with somebody told of inside a draft: "says that B admits it, and promised"."""
        if not self.s.tongue.verb_first or other.speaker is None or draft.open is None:
            return False
        return any(
            inner.speaker is other.speaker and inner is not other and draft.open <= inner.own < other.own
            for inner in self.drafts
            if inner is not draft
        )

    def _turned_at(self, other: Draft, begin: int) -> int | None:
        """Where a clause that another voice belongs to turns against the one before: ", but minutes later he admitted"."""
        if self.s.tongue.verb_first or other.own <= begin or other.rule == "according-to":
            return None
        for place in range(other.at, max(0, other.at - _TURNS), -1):
            word = self.words[place]
            if word.start <= begin or (place < other.at and word.text in _HARD):
                return None
            if word.lemma in _TURNING and self.words[place - 1].text in _COMMAS:
                return word.start
        return None

    def _trim(self, start: int, stop: int) -> tuple[list[Place], bool]:
        text = self.view.masked
        while start < stop and text[start] in _EDGE:
            start += 1
        while stop > start and text[stop - 1] in _EDGE:
            stop -= 1
        if stop - start < 2:
            return [], False
        if (
            text[start] in _OPENING
            and text[stop - 1] in _CLOSING
            and not any(mark in text[start + 1 : stop - 1] for mark in _OPENING + _CLOSING)
        ):
            return [(start + 1, stop - 1)], True
        inside = [q for q in self.view.quotes if start <= q.start and q.stop <= stop]
        if inside and not text[start:stop].replace(MASK, "").strip(_EDGE + "\"'"):
            return [(q.inner_start, q.inner_stop) for q in inside], True
        return [(start, stop)], False


def is_bullet(mark: str) -> bool:
    """Whether a mark is a sign that a list's items begin with."""
    return category(mark[0]) == "So" or mark in "•▪●◆►▶*"


_FINAL = {"מ": "ם", "נ": "ן", "פ": "ף", "צ": "ץ", "כ": "ך"}


def _gender_in_hebrew(form: str, cues: Mapping[str, Cue]) -> str:
    """The gender that a Hebrew verb of speech shows in its third person singular."""
    if form.endswith(("ים", "ות", "ו", "תי", "נו")):
        return ""
    for end, bare in (("תה", "ה"), ("ה", ""), ("ת", ""), ("ת", "ה")):
        stem = form.removesuffix(end)
        last = stem[:-1] + _FINAL.get(stem[-1:], stem[-1:])  # as the word is written without its ending
        if form.endswith(end) and (stem + bare in cues or (not bare and last in cues)) and len(form) > len(end) + 1:
            return "f"
    return "m"


def _agrees(pronoun: str, noun: str) -> bool:
    """Whether a Hebrew pronoun has the gender and number of a noun, by its ending."""
    many = noun.endswith(("ים", "ות", "יי"))
    if pronoun in ("הם", "הן"):
        return many
    return not many and (pronoun == "היא") == noun.endswith(("ת", "ה"))

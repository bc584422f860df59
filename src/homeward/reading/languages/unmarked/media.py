"""Through whom words come and whom they are told: the media named around a verb of speech, its hearers.

In: the words of a sentence. Out: the `Actor`s in order, nearest to the speaker first.
Leaves to others: phrases besides the verb that tell a way (`relays`), ways told in other sentences (`homeward.reading.chain`).
"""

from __future__ import annotations

import re

from homeward.reading.languages.language import MASK, Actor
from homeward.reading.languages.unmarked.marks import COMMAS, HARD_STOPS
from homeward.reading.languages.unmarked.quotations import Quotations
from homeward.reading.languages.unmarked.words import PEOPLE, Kind, fold

REACH = 40  # words between a verb and what it opens
TEXTS = frozenset(
    ["بيان", "تقرير", "تصريح", "رسالة", "مذكرة", "وثيقة", "نص", "احاطة", "منشور", "تغريدة", "برقية", "افادة", "خبر"]
)
TOLD_IN = frozenset(
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
IN = frozenset(["في", "وفي", "ففي", "خلال", "وخلال", "عبر"])
TALKS = frozenset(
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
_GROUPS = frozenset(["مجموعة", "قناة", "غروب", "دردشة"])
# "a statement that state television broadcast"
SENT = re.compile(
    r"[وف]?(?:[يت]?بث|[يت]?نشر|[اأ]?ذاع|[يت]?نقل|[اأ]ورد|[يت]?عرض|تداول|وزع|سجل|استضاف|سمع|التقط|صور|حصل|تلق)ت?(?:ه|ها|هما|هم)"
)
ON = frozenset(["على", "وعلى", "عبر", "وعبر", "في", "وفي"])
_SCREENS = frozenset(["شاشة", "شاشات", "أثير", "صفحات", "موجات", "منبر"])
_QUOTES = frozenset(["نقل", "نقلت", "ينقل", "تنقل"])
_FROM_IT = frozenset(["عنها", "عنه"])


class Media(Quotations):
    """The media around a verb of speech, and whoever is told."""

    def media(self, start: int, stop: int) -> tuple[Actor, ...]:
        """A medium told, between a verb and what it opens: "to the Corvel agency"."""
        found: list[Actor] = []
        for place in range(start, min(stop, self.s.size)):
            word = self.words[place]
            if not word.is_word:
                if word.text not in COMMAS and word.text not in '"«»“”':
                    break
                continue
            if (named := self.named_medium(place)) is not None:
                found.append(named)
            to = self.s.has_preposition(place) or (place > start and self.words[place - 1].any(Kind.PREPOSITION))
            to = to or (place > start and self.is_told_reporter(place - 1))
            if word.any(Kind.MEDIUM) and place > start and self.words[place - 1].text == "של":
                to = to or any(w.lemma == "תוכנית" for w in self.words[start:place])
            if word.possessive and self.s.tongue.verb_first and place + 2 < self.s.size and word.any(Kind.MEDIUM):
                if self.words[place + 1].any(Kind.PREPOSITION) and self.words[place + 2].any(Kind.MEDIUM):
                    continue  # "through his account | on the platform X"
            if word.any(Kind.BODY | Kind.ROLE | Kind.MEDIUM) and self._is_way(place, start):
                through = self.s.phrase_from(place) if not self.s.tongue.verb_first else None
                whole = self.s.actor(through) if through is not None else None
                actor = whole if whole is not None else self.s.actor_of(place, self.s.segment_from(place))
                found += [actor] if actor is not None else []
                continue
            sent = (
                self.s.tongue.verb_first
                and place > start
                and SENT.fullmatch(fold(self.words[place - 1].text)) is not None
            )
            group = self.words[place - 1] if place - 1 > start else None
            if self.s.tongue.verb_first and group is not None and group.lemma in _GROUPS:
                to = to or self.words[place - 2].text in ON  # "in a group | on WhatsApp"
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
        for place in range(max(start, self.index(first.place[1])), stop):
            if not self.leads_on(place):
                continue
            for behind in range(place + 1, min(stop, place + 5)):
                word = self.words[behind]
                if word.any(Kind.MEDIUM) and word.cue is None:
                    actor = self.s.actor_of(behind, self.s.segment_from(behind))
                    return actor if actor is not None and actor.name != first.name else None
        return None

    def leads_on(self, at: int) -> bool:
        """Whether words went on from here: "and from it the agency", "as cited by"."""
        text = self.words[at].text
        if self.is_quoted_from(at):
            return True
        as_told = at > 0 and self.words[at - 1].text in ("כפי", "كما") and self.words[at].cue is not None
        return text in _ONWARD or as_told

    def is_quoted_from(self, at: int) -> bool:
        """Whether a verb tells where the words of a medium just named went: "..., | from which the agency quoted"."""
        before, after = (self.words[at - 1] if at else None), (self.words[at + 1] if at + 1 < self.s.size else None)
        which = before is not None and before.any(Kind.RELATIVE) and after is not None and after.text in _FROM_IT
        return which and self.words[at].text in _QUOTES

    def addressee(self, start: int, stop: int) -> Actor | None:
        """To whom words are said: "promised the families' envoys that"."""
        if self.s.tongue.verb_first:
            return None
        for place in range(start, min(stop, self.s.size)):
            word = self.words[place]
            if word.prefix[:1] == "ל" and word.any(PEOPLE | Kind.NAME) and not word.any(Kind.MEDIUM):
                phrase = self.s.phrase_from(place)
                return self.s.actor(phrase) if phrase is not None else None
        return None

    def promised_to(self, at: int) -> tuple[Actor, int] | None:
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

    def media_in_front(self, at: int) -> tuple[Actor, ...]:
        """A medium told before the verb: "In an interview with Radio Don", "as quoted in the daily"."""
        begin = at
        while begin > 0 and self.words[begin - 1].text not in HARD_STOPS and self.words[begin - 1].text != MASK:
            sent = self.s.tongue.verb_first and SENT.fullmatch(fold(self.words[begin - 1].text)) is not None
            told = self.words[begin - 1].cue is not None and not sent
            if self.s.tongue.verb_first and (self.words[begin - 1].any(Kind.THAT) or told):
                break
            begin -= 1
        screen = begin + 1 < at and self.words[begin].text in ON and self.words[begin + 1].text in _SCREENS
        begin += self.s.tongue.verb_first and screen
        for place in range(begin, at):
            word = self.words[place]
            if self.s.tongue.verb_first:
                site = word.lemma == "موقع" and self.words[place + 1].is_word
                if (
                    place == begin + 1
                    and self.words[begin].text in ON | _SCREENS
                    and word.any(Kind.MEDIUM)
                    and not site
                ):
                    return self.media(begin, min(at, place + 12))
                asked = place > begin and word.lemma == "سؤال" and self.words[place - 1].text in ("على", "عن")
                if asked or (place > begin and self.words[place - 1].text in IN and word.lemma in TALKS | TEXTS):
                    return self.media(place + 1, min(at, place + 12))
                continue
            if word.text in ("באמצעות", "בתיווך"):
                return self.media(place, at)
            if word.lemma == "תוכנית" and word.prefix == "ב":
                return self.media(place, min(at, place + 12))
            told = word.any(Kind.THING) and word.prefix == "ב" and word.lemma in TOLD_IN
            if told or word.text in _AS_QUOTED:
                return self.media(place + 1, min(at, place + 12))
        return ()

    def medium_told(self, at: int) -> tuple[Actor, ...]:
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
        more = self._onward(actor, at + 1, min(self.s.size, at + REACH)) if actor is not None else None
        return tuple(a for a in (actor, more) if a is not None)

    def _is_way(self, at: int, start: int) -> bool:
        """Whether "through" stands before a word: "the Front answered, through the committee, that"."""
        before = self.words[at - 1] if at > start else None
        return (
            before is not None
            and before.text in ("طريق", "عبر", "بواسطة", "بوساطة", "خلال", "באמצעות", "בתיווך")
            and not self.words[at].dated
        )

"""Who said it, who relayed it, who published it: the chain by which words reached the reader.

In: the voices of one sentence and what came before. Out: for each voice, its speaker and relays in the order in
which the words travelled, with the day on which each spoke where the text tells it.
Leaves to others: finding the cues (each language's rules) and the contents (`statements`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from homeward.names import listed_kinds
from homeward.reading.acquaintance import Acquaintance, bare_role, sex_of
from homeward.reading.callings import FIELD_OF, is_demonym, may_hold
from homeward.reading.document import Document
from homeward.reading.languages.language import Actor, ActorKind, Place, Voice
from homeward.reading.proposals import ProposedLink, ReadDate
from homeward.records import Attribution, LinkRole, Manner

_UTTERED = frozenset(
    ["statement", "readout", "read-out", "communique", "communiqué", "release", "letter", "note", "reply", "answer",
     "message", "text", "post", "posting", "caption", "leaflet", "item", "notice", "memo", "tweet", "email",
     "response", "announcement", "document"]
)  # fmt: skip
_OWN = frozenset(["its", "his", "her", "their"])
KIN = frozenset(
    ["mother", "father", "sister", "brother", "wife", "husband", "son", "daughter", "uncle", "aunt", "cousin",
     "parents", "family", "relatives", "niece", "nephew", "grandmother", "grandfather", "employer", "employers"]
)  # fmt: skip
_OF_BODIES = frozenset(["it", "they", "its", "their"])
PASSED_ON = "passed-on"  # the rule of a voice that tells who relayed the statement before
TOLD_LATER = "told-later"  # the same, of all that its speaker, if it names one, has just said
LED_THROUGH = "led-through"  # of what its speaker says next
BEGINS_PASSAGE = "begins-passage"  # of all that is told behind it, up to where the text speaks of its speaker again
IN_IT = "in-it"  # of words that nobody is named for, in a text of which was just told: "it was stated there that"
_REACH = 2  # paragraphs over which a report goes on quoting a speaker through the same relay


_ANYBODY = frozenset(  # descriptions that speak of somebody by what he is, after he was named
    ["man", "woman", "prelate", "diplomat", "cleric", "official", "politician", "lawmaker", "legislator", "jurist",
     "activist", "campaigner", "statesman", "veteran", "academic", "scholar", "priest", "churchman", "widow",
     "witness"]
)  # fmt: skip
_BODY_OF = {
    "consul": "consulate", "ambassador": "embassy", "minister": "ministry", "judge": "court", "magistrate": "court",
    "prosecutor": "prosecution",
}  # fmt: skip
_IN_THE_CASE = frozenset(  # who speaks is called so where the report has spoken of him
    ["defendant", "accused", "suspect", "visitor", "guest", "host", "newcomer", "pensioner", "retiree", "interviewee",
     "applicant", "plaintiff", "claimant", "petitioner", "convict", "returnee", "survivor", "ex-captive",
     "ex-hostage", "ex-prisoner"]
)  # fmt: skip
_OPPOSITE = {"visitor": frozenset(["host"]), "guest": frozenset(["host"]), "host": frozenset(["visitor", "guest"])}
_ANY_BODY = frozenset(
    [
        "organisation",
        "organization",
        "group",
        "movement",
        "institution",
        "charity",
        "body",
        "company",
        "firm",
        "outfit",
        "airline",
        "operator",
        "carrier",
        "association",
        "union",
        "ngo",
        "foundation",
        "faction",
        "militia",
        "gang",
        "shipowner",
        "employer",
    ]
)
_FIRMS = frozenset(["company", "firm", "airline", "operator", "carrier", "shipowner", "employer", "owner", "insurer"])
_OF_AGE = re.compile(
    r"(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)-year-old (?:[a-z-]+ )??(?=[a-z-]+$)"
)  # "34-year-old gold miner"
_MAN_OR_WOMAN = frozenset(["رجل", "مرأة", "مراة", "سيدة", "شاب", "شابة", "شيخ", "אישה", "גבר"])
_ARTICLE = re.compile(r"^(?:ال|ה)")
_STRESSED = re.compile("[أؤ]كد")  # Arabic for both "confirmed" and "stressed", which is told of anybody who goes on
_FOR_HIS_PART = re.compile(r"(?:من\s+(?:جانب|جهت|ناحيت)ه|بدوره)(?!\w)")
_EXCELLENCY = frozenset(["معاليه", "سعادته", "سيادته", "فخامته", "سموه", "غبطته", "نيافته", "فضيلته"])
_NAMED = 12  # of whom "the latter" may be one
_REMEMBERED = 6  # persons whom a pronoun may mean
_HER = re.compile(
    r"\bher(?=[.,;:!?]|$| (?:that|to|in|on|at|from|and|about|with|by|for|again|back|last|twice|once)\b)"
)
_OTHER_SEX = {"he": "f", "she": "m"}
_SEX = {"he": "m", "she": "f"}


@dataclass(frozen=True, slots=True)
class Chained:
    """A voice with its chain, publisher not included.

    `inner` are the contents of voices inside its content; `judged`: its relay was told by a model, by no rule.
    """

    voice: Voice
    actors: tuple[Actor, ...]
    said_on: ReadDate | None
    dates: tuple[ReadDate | None, ...]
    continued: bool = False
    inner: tuple[Place, ...] = ()
    judged: bool = False


@dataclass(slots=True)
class Memory:
    """What the sentences before leave to the next one."""

    acquaintance: Acquaintance
    last: Chained | None = None
    paragraph: int = -9
    person: Actor | None = None  # whom "he" would mean
    body: Actor | None = None  # whom "it" and "they" would mean
    firm: Actor | None = None  # the last company named
    answers: Actor | None = None  # who answers in an interview whose turns name nobody ("A:")
    many: Actor | None = None  # whom "they" would mean: several people, or a body
    of_gender: dict[str, Actor] = field(default_factory=dict)  # the last of each, where a verb tells its subject's
    turned: Actor | None = None  # whom the text has turned to since the last words told
    people: list[Actor] = field(default_factory=list)  # the last persons, the latest at the end
    passed: Actor | None = None  # the last role named by the way
    spoke: set[str] = field(default_factory=set)  # the names of all who have spoken
    text: str = ""
    begins: int = 0  # where the sentence begins
    began: int = 0  # where the one before it began
    pronoun: int = -1  # where "he" or "she" stood last
    pronoun_before: int = -1  # the same, before this sentence
    passed_before: Actor | None = None  # the last role named by the way, before this sentence
    stood_for: dict[str, Actor] = field(default_factory=dict)  # whom "the envoy" was found to mean
    passage: tuple[Actor, int] | None = None  # whose words the paragraphs behind this one are
    named: list[Actor] = field(default_factory=list)  # who was named last, of whatever kind, the latest at the end
    two: tuple[Actor, Actor] | None = None  # of whom "the former" has been told in this sentence
    kin_of: dict[str, Actor] = field(default_factory=dict)  # whom "the mother" was found to mean
    texts: dict[str, Actor] = field(default_factory=dict)  # "letter" to whose letter was told of last

    def pointed_at(self, actor: Actor) -> Actor | None:
        """Whom "the latter", "the former of the two" and "the same man" mean, by the order of their names."""
        pointing = _POINTING.fullmatch(actor.name)
        if pointing is None:
            return None
        before = [a for a in self.named if a.place[1] <= actor.place[0]]
        if pointing["same"] is not None:
            spoke = self.last.actors[0] if self.last is not None and self.last.actors else None
            likely = [a for a in (spoke, *reversed(before)) if a is not None and _is_one(a) and _may_be_sex(actor, a)]
            called = (a for a in likely if actor.head in (a.head, *self.acquaintance.known_as(a)))
            return next(called, likely[0] if likely and actor.head in _ANY_PERSON else None)
        if pointing["order"].lower() == "latter":
            near = [a for a in before if a.place[0] >= self.began]
            if self.two is not None:
                return self.two[1]
            return next(reversed(near or before), None)
        people = _distinct(a for a in before if a.kind is ActorKind.PERSON)
        if len(people) < 2:
            people = _distinct(a for a in before if a.kind is ActorKind.BODY and a.place[0] >= self.began)
        self.two = (people[-2], people[-1]) if len(people) > 1 else None
        return self.two[0] if self.two is not None else None

    def meant(self, actor: Actor) -> Actor:
        """Whoever was spoken of last, where a description that names nobody new can only mean him: "the prelate"."""
        if actor.brief and actor.head in _MAN_OR_WOMAN and _ARTICLE.sub("", actor.name) in _MAN_OR_WOMAN:
            fit = (p for p in reversed(self.people) if p.place[0] < actor.place[0] and p.head not in _MAN_OR_WOMAN)
            some = ("", actor.gender)  # of whom no name is known, the word that tells what he is must fit
            whom = next((p for p in fit if p.gender in (some if p.kind is ActorKind.PERSON else some[1:])), None)
            return replace(whom, place=actor.place) if whom is not None else actor
        if actor.definite and actor.kind is ActorKind.ROLE and actor.brief is None:
            whose = self._kin_of_somebody(actor) or self._leads(actor) or self._freed(actor)
            if whose is not None:
                return replace(whose, place=actor.place)
        if not actor.definite or _OF_AGE.sub("", bare_role(actor)) != actor.head.lower():
            return actor
        known = None
        if actor.kind is ActorKind.ROLE and actor.head == "person" and self.last is not None and self.last.actors:
            spoke = self.last.actors[0]
            known = spoke if spoke.kind in (ActorKind.ROLE, ActorKind.SOURCE) else None
        elif actor.kind is ActorKind.ROLE:
            known = self._of_field(actor)
            if known is not None:
                self.stood_for[actor.head.lower()] = known
        elif actor.kind is ActorKind.BODY and actor.head in _FIRMS and self.firm is not None:
            known = self.firm
        elif actor.kind is ActorKind.BODY and actor.head in _ANY_BODY and self.body is not None:
            known = self.body if self.body.kind is ActorKind.BODY else None
            if known is not None and actor.head in _FIRMS and known.attribution is not Attribution.NAMED:
                known = None
        return replace(known, place=actor.place) if known is not None else actor

    def _kin_of_somebody(self, role: Actor) -> Actor | None:
        """Who is "the mother" or "the widow": of whom was told that she has a son, or had a husband."""
        match = _PARENT_OF.fullmatch(bare_role(role))
        others = _KIN_BACK.get(match[1]) if match is not None else None
        if others is None:
            return None
        if (known := self.kin_of.get(role.name.lower())) is not None:
            return known
        people = [a for a in reversed(self.people) if a.kind is ActorKind.PERSON and _may_be_sex(role, a)]
        for person in people:
            told = self.text[person.place[0] : role.place[0]]
            name = re.escape(person.name)
            own = re.compile(
                rf"(?:\b(?:her|his)|{name}['’]s) (?:[\w-]+ ){{0,2}}?(?:{others})\b"
                rf"|{name}[^.;]* (?:has|had|with|of|lost) (?:\w+ ){{0,2}}?(?:{others}|two|three|four)\b"
            )
            if len(told) < _TOLD_OF_KIN and own.search(told) is not None:
                self.kin_of[role.name.lower()] = person
                return person
        return None

    def _freed(self, role: Actor) -> Actor | None:
        """Who is "the former captive" or "the freed man": of whom the text told that he was freed."""
        match = _FREED.fullmatch(role.name)
        if match is None:
            return None
        if (known := self.kin_of.get(role.name.lower())) is not None:
            return known
        people = (a for a in reversed(self.people) if a.kind is ActorKind.PERSON and _may_be_sex(role, a))
        for person in people:
            around = self.text[max(0, person.place[0] - 60) : min(role.place[0], person.place[1] + 160)]
            if _WAS_FREED.search(around) is not None:
                self.kin_of[role.name.lower()] = person
                return person
        return None

    def _leads(self, role: Actor) -> Actor | None:
        """Who is "the head of state" or "the Velian leader": the president or the like who was named last."""
        name = role.name.split()
        of_state = role.name.lower() in _OF_STATE_OR_GOVERNMENT
        leader = role.head == "leader" and len(name) == 2 and name[0][:1].isupper()
        if not of_state and not leader:
            return None
        people = (a for a in reversed(self.people) if a.kind is ActorKind.PERSON and _may_be_sex(role, a))
        return next((a for a in people if self.acquaintance.known_as(a) & _RULERS), None)

    def _of_field(self, role: Actor) -> Actor | None:
        """The last person who is known to be such a one, or of whom nothing is known that speaks against it."""
        head = role.head.lower()
        if head.endswith("s") and head not in FIELD_OF:
            return None  # several
        known_as = self.acquaintance.known_as
        fit = [a for a in reversed(self.people) if a.kind is ActorKind.PERSON and _may_be_sex(role, a)]
        field_ = FIELD_OF.get(head)
        if field_ is not None and self.acquaintance.is_new(head):
            for person in fit:
                known = known_as(person)
                if any(FIELD_OF.get(word) == field_ for word in known) and may_hold(head, known):
                    return person
        aged = _OF_AGE.match(role.name.lower()) is not None
        last = self.person
        if (
            fit
            and (last is None or last.kind is not ActorKind.PERSON)
            and (aged or is_demonym(head) or head in _IN_THE_CASE)
        ):
            last = fit[0]
        if last is None or last.kind is not ActorKind.PERSON or not _may_be_sex(role, last):
            return None
        callings = {FIELD_OF[word] for word in known_as(last) if word in FIELD_OF}
        if field_ == "clergy" and callings and field_ not in callings:
            return None  # "the priest", where the last one named is a colonel
        if head in _ANYBODY or aged or is_demonym(head):
            return last
        spoke = self.last is not None and bool(self.last.actors) and self.last.actors[0].name == last.name
        told = {FIELD_OF[word] for word in known_as(last) if word in FIELD_OF}
        if head in _IN_THE_CASE and not told & {"law", "politics", "press"}:
            other = _OPPOSITE.get(head, frozenset())
            return next((a for a in fit if a.name in self.spoke and not other & known_as(a)), None)
        if field_ is None and spoke and not told and _OF_TRADE.search(head) and self.acquaintance.is_new(head):
            return last  # "the railwayman", who has just spoken
        if self.acquaintance.has_body(_BODY_OF.get(head, "")):
            return None  # "the consul", where the consulate was named: another than the mother who has just spoken
        return last if field_ is not None and spoke and not told and self.acquaintance.is_new(head) else None

    def owned(self, actor: Actor) -> Actor:
        """Somebody called "his mother" as the mother of whoever was named last and may be meant."""
        called, gender = actor.of
        if not called:
            return actor
        for person in sorted(self.people, key=lambda p: p.place, reverse=True):
            kinds = listed_kinds(person.name.split()[0]) & frozenset("mf")
            fits = not gender or not kinds or gender in kinds
            if person.kind is ActorKind.PERSON and fits and person.place[0] < actor.place[0]:
                return replace(actor, name=called.format(person.name), of=("", ""))
        return actor

    def turn_to(self, text: str, begins: int) -> None:
        """A new sentence of a text, quotations masked, begins."""
        self.text, self.began, self.begins = text, self.begins, begins
        self.two = None
        self.pronoun_before, self.passed_before = self.pronoun, self.passed

    def _sentence_before(self) -> str:
        return self.text[self.began : self.begins]

    def pass_by(self, actor: Actor) -> None:
        """A person who is named, but not as whom the sentence is about."""
        self._name(actor)
        self._meet_firm(actor)
        if actor.kind is ActorKind.PRONOUN and actor.head in _OTHER_SEX:
            self.pronoun = actor.place[0]
        if actor.kind is ActorKind.ROLE and not actor.head.endswith("s") and actor.brief is None:
            self.passed = actor
        if actor.kind is ActorKind.PERSON:
            self.people = [*(a for a in self.people if a.name != actor.name), actor][-_REMEMBERED:]

    def passed_by(self, verb: Actor, *, since: int = 0) -> Actor | None:
        """The last one named by the way who has the gender of a pronoun or of a verb that names nobody."""
        before = (p for p in reversed(self.people) if since <= p.place[0] < verb.place[0])
        return next((p for p in before if verb.gender and p.gender == verb.gender), None)

    def notice(self, actor: Actor, *, spoke: bool = True) -> None:
        """Somebody whom the text has turned to: what follows may speak of him by a pronoun."""
        self._name(actor)
        self._meet_firm(actor)
        if actor.gender:
            self.of_gender[actor.gender] = actor
        if actor.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.SOURCE):
            self.person = actor
            self.people = [*(a for a in self.people if a.name != actor.name), actor][-_REMEMBERED:]
        several = actor.kind in (ActorKind.ROLE, ActorKind.SOURCE) and actor.head.endswith("s")
        if several or actor.kind in (ActorKind.BODY, ActorKind.MEDIUM, ActorKind.OTHER):
            self.many = actor
        if actor.kind in (ActorKind.BODY, ActorKind.MEDIUM, ActorKind.OTHER):
            self.body = actor
            if actor.kind is ActorKind.OTHER and spoke:
                self.person = actor

    def meet_texts(self, actors: Sequence[Actor], stop: int) -> None:
        """Note of whom the texts are that a sentence tells of: "read out a slip from the Sons of the Valley"."""
        led = actors and any(word in self.text[self.begins : stop] for word in (" from ", " by ", " of ", " in the "))
        for made in _TEXT_OF.finditer(self.text, self.begins, stop) if led else ():
            whose = next((a for a in actors if 0 <= a.place[0] - made.end() < _GAP), None)
            if whose is not None and whose.kind in (
                ActorKind.PERSON,
                ActorKind.ROLE,
                ActorKind.BODY,
                ActorKind.OTHER,
            ):
                self.texts[made["text"].lower()] = self.acquaintance.resolve(whose)

    def _name(self, actor: Actor) -> None:
        somebody = actor.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.SOURCE, ActorKind.BODY)
        if somebody and not _POINTING.fullmatch(actor.name) and not _is_utterance(actor):
            self.named = [*(a for a in self.named if a.name != actor.name), actor][-_NAMED:]

    def _meet_firm(self, actor: Actor) -> None:
        named = actor.attribution is Attribution.NAMED and " " in actor.name and actor.name[:1].isupper()
        if named and actor.kind is ActorKind.BODY and actor.head in _FIRMS:
            self.firm = actor

    def whom(self, pronoun: Actor) -> Actor | None:
        """Whom "he", "it" or "they" would mean."""
        if pronoun.head in _OF_BODIES:
            return (self.many or self.thing) if pronoun.head == "they" else self.thing
        if self.person is None and pronoun.head in _OTHER_SEX:
            passed = [self.passed] if self.passed is not None else []
            before = (a for a in [*reversed(self.people), *passed] if a.place[0] < pronoun.place[0])
            return next((a for a in before if may_be(pronoun, a)), None)
        if pronoun.head not in _OTHER_SEX or self.person is None or may_be(pronoun, self.person):
            return self.person
        office = self.passed
        near = self.people
        known_office = office is not None and office.definite and office.head in FIELD_OF
        if office is not None and known_office and self.began <= office.place[0] < pronoun.place[0]:
            near = sorted((*near, office), key=lambda a: a.place[0])
        fit = next((a for a in reversed(near) if may_be(pronoun, a)), None)
        known = self.person.kind is ActorKind.PERSON and sex_of(self.person) == _OTHER_SEX[pronoun.head]
        known = known and self.person.name not in self.spoke  # lists of given names know Ola only as a woman's
        return fit or (None if known else self.person)

    @property
    def thing(self) -> Actor | None:
        """Whom "it" would mean: in a review of the press the paper, until the passage about it names another body."""
        paper = self.acquaintance.summed_up
        if paper is not None and (self.body is None or self.body.place[0] < paper.place[0]):
            return paper
        return self.body

    def before(self, voice: Voice, pronoun: Actor, known: Actor | None) -> Actor | None:
        """Who was named before a voice's words, if the one that its pronoun would mean is named only inside them."""
        inside = known is not None and any(_holds(content, known.place) for content in voice.contents)
        if not inside or pronoun.head not in _OTHER_SEX:
            return None
        begin = min(content[0] for content in voice.contents)
        return next((a for a in reversed(self.people) if a.place[0] < begin and may_be(pronoun, a)), None)

    def just_named(self, pronoun: Actor, known: Actor) -> Actor | None:
        """Whom the sentence before named, if not about the known one: "A desk rang the consul. He said ..."."""
        if pronoun.head not in _OTHER_SEX or known.place[0] >= self.began or self.pronoun_before >= self.began:
            return None
        passed = self.passed_before
        here = [a for a in self.people if self.began <= a.place[0] < self.begins and may_be(pronoun, a)]
        if passed is not None and passed.head in FIELD_OF and passed.definite and may_be(pronoun, passed):
            here += [passed] if self.began <= passed.place[0] < self.begins else []
        return here[0] if len({a.name for a in here}) == 1 else None

    def spoken_to(self, pronoun: Actor) -> Actor | None:
        """Who answers whoever spoke last: the one whom that sentence named besides: "The delegate thanked her"."""
        spoke = self.last.actors[0] if self.last is not None and self.last.actors else None
        if pronoun.head not in _OTHER_SEX or spoke is None:
            return None
        near = [a for a in self.named if self.began <= a.place[0] < self.begins and a.name != spoke.name]
        fit = [a for a in near if _is_one(a) and may_be(pronoun, a)]
        return fit[0] if len(fit) == 1 else None

    def likelier(self, pronoun: Actor, known: Actor) -> Actor:
        """Another named lately whose sex fits for certain, where of the known one nothing tells and he was silent."""
        if pronoun.head == "she" and not sex_of(known) and known.kind in (ActorKind.ROLE, ActorKind.SOURCE):
            told = self.last is not None and bool(self.last.actors) and self.last.actors[0].name == known.name
            women = (a for a in reversed(self.people) if sex_of(a) == "f" and a.place[0] < pronoun.place[0])
            woman = next(women, None)
            subject = known.place[0] >= self.began and _HER.search(self._sentence_before()) is None
            later = woman is not None and woman.place[0] > known.place[0]
            if woman is not None and (later or not (told or subject)):
                return woman
        if (
            pronoun.head not in _OTHER_SEX
            or sex_of(known)
            or known.name in self.spoke
            or known.kind is not ActorKind.PERSON
        ):
            return known
        own = "m" if pronoun.head == "he" else "f"
        since = self.began if known.place[0] >= self.began else 0  # who is the subject of the sentence before
        near = (a for a in reversed(self.people[-2:]) if a.place[0] >= since)
        return next((a for a in near if sex_of(a) == own), known)


_KIN_BACK = {
    "mother": "son|daughter|child|children|boy|girl|sons|daughters|boys|girls|baby", "widow": "husband|late husband",
    "father": "son|daughter|child|children|boy|girl|sons|daughters|boys|girls|baby", "wife": "husband",
    "husband": "wife", "widower": "wife", "sister": "brother|sister", "brother": "brother|sister",
    "parent": "son|daughter|child|children", "grandmother": "grandson|granddaughter|grandchild|grandchildren",
    "grandfather": "grandson|granddaughter|grandchild|grandchildren", "aunt": "nephew|niece", "uncle": "nephew|niece",
    "daughter": "father|mother|parents", "son": "father|mother|parents",
}  # fmt: skip
_PARENT_OF = re.compile(r"(?:the )?(\w+)(?: of (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+))?")
_FREED = re.compile(
    r"(?:(?:the )?(?:former|freed|released|liberated|rescued|returned) |ex-)"
    r"(?:hostage|captive|prisoner|detainee|inmate|abductee|internee|man|woman|boy|girl|kidnap victim)"
)
_WAS_FREED = re.compile(
    r"\b(?:freed|released|let go|set free|liberated|rescued|ransomed|escaped|"
    r"(?:came|come|flown|brought|sent) (?:back )?home|walked free|returned (?:home|from)|got away|fled)\b",
    re.IGNORECASE,
)
_TOLD_OF_KIN = 500  # characters from a name to "the mother" within which kin of his was told of
_OF_STATE_OR_GOVERNMENT = frozenset(["head of state", "head of government", "ruler", "sovereign", "monarch"])
_RULERS = frozenset(
    ["president", "premier", "king", "queen", "emir", "sultan", "chancellor", "minister", "taoiseach", "leader"]
)
_OF_TRADE = re.compile(r"[a-z]{3,}(?:man|woman|smith|wright|monger|herd|keeper|ist)$")
_ANSWERS_BACK = re.compile(
    r"(?:had |has )?(?:retort|counter|rejoin|ripost|parr|disagree|contradict|(?:shot|hit|fired|snapped) back|"
    r"answer|repl|respond)\w*",
    re.IGNORECASE,
)
_TEXT_OF = re.compile(
    r"\b(?:an?|one|the|this|that|another) (?:[\w-]+ ){0,2}?(?P<text>slip|letter|note|sheet|page|message|statement|"
    r"leaflet|circular|telegram|cable|fax|memo|memorandum|decree|postcard|card|tape|recording|clip|pamphlet|proclamation|"
    r"declaration|notice|reply|answer|list)(?:,? (?:signed|written|sent|issued|dictated|recorded))? "
    r"(?:from|by|of|in the (?:name|hand) of) ",
    re.IGNORECASE,
)
_GAP = 5  # characters: an article may belong to the name
_POINTING = re.compile(
    r"(?:the )?(?:(?P<order>latter|former)(?: (?:of (?:the|these|those) (?:two|pair)\b.*|one|man|woman))?|"
    r"(?P<same>(?:selfsame|same) [\w-]+))",
    re.IGNORECASE,
)
_ANY_PERSON = frozenset(
    ["man", "woman", "person", "author", "writer", "speaker", "source", "voice", "informant", "hand"]
)


def _is_one(actor: Actor) -> bool:
    """Whether an actor is one man or woman."""
    one = actor.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.SOURCE)
    return one and not (actor.kind is not ActorKind.PERSON and actor.head.endswith("s"))


def _distinct(actors: Iterable[Actor]) -> list[Actor]:
    """Each once, where he was named last."""
    found: dict[str, Actor] = {}
    for actor in actors:
        found.pop(actor.name.lower(), None)
        found[actor.name.lower()] = actor
    return list(found.values())


def chain_voices(voices: Sequence[Voice], dates: Sequence[ReadDate], memory: Memory, paragraph: int) -> list[Chained]:
    """The chains of one sentence's voices; `memory` is brought up to date."""
    named = _name_speakers(voices, memory, paragraph)
    named = _turn_citations(named)
    said_on = _date_voices(named, dates)
    found: list[Chained] = []
    for voice in named:
        if not voice.contents or (voice.speaker is None and not voice.nobody):
            continue
        parents = _parents(voice, named)
        around = {a.name.lower() for p in parents for a in (p.speaker, *p.relays) if a is not None}
        through = {relay.name.lower(): relay for relay in reversed(voice.relays)}  # each of them once
        own = [
            relay
            for relay in voice.relays
            if relay.name.lower() not in around and through[relay.name.lower()] is relay
        ]  # the way goes on through the outer voice
        actors: list[Actor] = [*([voice.speaker] if voice.speaker else []), *own]
        when: list[ReadDate | None] = [said_on.get(voice.cue) if not voice.relays else None for _ in actors]
        if when:
            when[-1] = said_on.get(voice.cue)
        for parent in parents:
            if parent.speaker is None:
                continue
            text = (
                parent.speaker.head in _UTTERED or parent.speaker.head == "report"
            ) and parent.speaker.attribution is Attribution.UNNAMED
            for actor in parent.relays if text else (parent.speaker, *parent.relays):
                if actor.name.lower() not in (a.name.lower() for a in actors):
                    actors.append(actor)
                    when.append(said_on.get(parent.cue))
        chained = Chained(voice, tuple(actors), said_on.get(voice.cue), tuple(when))
        if voice.attitude and voice.speaker is not None:
            memory.turned = voice.speaker
        if voice.attitude or voice.speaker is None:
            found.append(chained)  # neither carries words on, nor says who speaks next
            continue
        chained = _continue(chained, memory, paragraph)
        relays = voice.speaker.kind is ActorKind.MEDIUM  # what it tells of a stance are still its own words
        inner = [
            c
            for other in named
            if other.speaker and not (relays and other.attitude) and voice in _parents(other, named)
            for c in other.contents
        ]
        found.append(replace(chained, inner=tuple(inner)))
        memory.last, memory.paragraph, memory.turned = chained, paragraph, None
    found = [_through_outer(chained, found, named) for chained in found]
    for chained in found:  # whoever tells of another's words is the one whom the next sentence goes on about
        teller = chained.voice.speaker
        if teller is not None and _goes_on(chained, found):
            memory.last = chained
            memory.notice(teller)
    return found


def _through_outer(chained: Chained, found: Sequence[Chained], named: Sequence[Voice]) -> Chained:
    """The chain of words inside another's with all that those came through, also where a report goes on quoting."""
    parents = _parents(chained.voice, named)
    outer = next((c for c in found if parents and c.voice is parents[-1]), None)
    if outer is None or not outer.continued or chained.voice.attitude:
        return chained
    names = {actor.name.lower() for actor in chained.actors}
    more = [(a, d) for a, d in zip(outer.actors, outer.dates, strict=True) if a.name.lower() not in names]
    return replace(
        chained, actors=(*chained.actors, *(a for a, _ in more)), dates=(*chained.dates, *(d for _, d in more))
    )


def _goes_on(chained: Chained, found: Sequence[Chained]) -> bool:
    """Whether a voice with others in its content is the sentence's own and no mere relay."""
    voice = chained.voice
    if not chained.inner or voice.attitude or voice.speaker is None or voice.speaker.kind is ActorKind.MEDIUM:
        return False
    return not any(_holds(other.voice.region, voice.cue) for other in found)


def _name_speakers(voices: Sequence[Voice], memory: Memory, paragraph: int) -> list[Voice]:
    named: list[Voice] = []
    for voice in voices:
        speaker = voice.speaker
        if speaker is None and voice.nobody and (told := _whose_text(voice, memory, paragraph)) is not None:
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
            before_last = memory.last if paragraph - memory.paragraph <= _REACH else None
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
            elif known is not None and not named:
                answering = _ANSWERS_BACK.match(memory.text, *voice.cue) is not None
                other = memory.spoken_to(speaker) if answering else None
                known = other or memory.just_named(speaker, known) or memory.likelier(speaker, known)
            if known is not None and known.kind is ActorKind.MEDIUM and not speaker.head and voice.rule != "turn":
                known = (
                    memory.passed_by(speaker, since=known.place[0]) or known
                )  # "The daily talked with Rasil. ... , he said"
            if not agree(speaker, known):
                known = memory.of_gender.get(speaker.gender) or memory.passed_by(speaker) or known
            if known is not None and speaker.head in _OTHER_SEX:
                memory.acquaintance.tell_sex(known, _SEX[speaker.head])
            unknown = replace(speaker, kind=ActorKind.ROLE)  # "he" whom nothing before names stays "he"
            if known is None and not speaker.head and speaker.place == voice.cue:
                named.append(replace(voice, speaker=None, nobody=True))  # a verb is nobody's name
                continue
            memory.answers = known if voice.rule == "turn" else memory.answers
            speaker = replace(known, place=speaker.place) if known is not None else unknown
        elif speaker is not None:
            if voice.rule == "turn" and speaker.kind is ActorKind.ROLE:
                speaker = replace(speaker, definite=True)  # "SPOKESMAN:"
            pointed = memory.pointed_at(speaker)
            if pointed is not None:
                speaker = replace(pointed, place=speaker.place)
            speaker = _of_whom(memory.acquaintance.resolve(memory.owned(speaker)), memory)
            whose = memory.last.actors[0] if memory.last and memory.last.actors else memory.body
            whose = memory.texts.get(_text_named(speaker)) or (whose if _is_utterance(speaker) else None)
            if whose is not None:
                speaker = replace(whose, place=speaker.place)  # "the statement added": whose statement it is
            speaker = memory.meant(speaker)
            speaker = memory.acquaintance.body_alike(speaker) or speaker
            if speaker.kind is ActorKind.PERSON and voice.contents:
                own = _FIRST_HAND.match(memory.text, voice.contents[0][0])
                if own is not None:
                    speaker = replace(speaker, gender=memory.acquaintance.tell_sex(speaker, _SEX[own[1]]))
            memory.notice(speaker)
            memory.spoke.add(speaker.name)
            if voice.rule == "utterance" and voice.relays and voice.relays[0].kind is ActorKind.PERSON:
                memory.notice(memory.acquaintance.resolve(voice.relays[0]))  # who reads it out, and goes on
            memory.acquaintance.heard(speaker)
        named.append(
            replace(
                voice,
                speaker=speaker,
                relays=tuple(
                    known
                    for r in voice.relays
                    if not _is_own(r, speaker) and (known := _carrier(r, memory, speaker, named)) is not None
                ),
                cited=_cited(voice, named, memory),
            )
        )
    return named


# "said she had met the governor": the words are of the speaker's own doing
_FIRST_HAND = re.compile(
    r"(he|she) (?:had|has) (?:himself |herself |also |just |already |never |not )?"
    r"(?:met|spoken|talked|received|asked|written|heard|seen|sent|telephoned|called|visited|handed|raised|"
    r"been (?:told|given|promised|assured|informed))\b"
)


def _within_turn(voice: Voice, speaker: Actor, before: Sequence[Voice], memory: Memory) -> Actor | None:
    """Whom a pronoun means in a turn of a transcript: "we" its speaker, "he" another whom he has named there."""
    turn = before[0] if before and before[0].rule == "turn" and _holds(before[0].region, voice.cue) else None
    if turn is None or turn.speaker is None or speaker.kind is not ActorKind.PRONOUN:
        return None
    if speaker.head in ("we", "i"):
        return turn.speaker
    if speaker.head not in _OTHER_SEX:
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
    if not before or any(_holds(content, before[-1].cue) for content in voice.contents):
        return None
    return before[-1].cited or before[-1].speaker


def _whose_text(voice: Voice, memory: Memory, paragraph: int) -> Actor | None:
    """Whose paper it is of which the sentence before told that something was stressed in it, or that is taken up."""
    last = memory.last
    if last is None or not last.actors:
        return None
    taken_up = voice.rule == IN_IT and paragraph - memory.paragraph <= 1
    near = memory.paragraph == paragraph and last.voice.nobody
    return last.actors[0] if near or taken_up else None


_OF_HIM = re.compile(r"^(?P<whose>his|her) (?P<what>.+)$|^(?P<one>.+) of (?P<him>his|hers)$", re.I)
_OWNER = {"his": "he", "her": "she", "hers": "she"}
_VOICES = frozenset(["spokesman", "spokeswoman", "spokesperson"])
_NEAR_BODY = 300  # characters before a spokesman in which the body stands for which he speaks
_SAME_SENTENCE = 160  # characters before "his" in which a man named is likelier meant than one named earlier
_OFFICES = frozenset(
    [
        "office",
        "deputy",
        "secretary",
        "boss",
        "lawyer",
        "attorney",
        "spokesman",
        "spokeswoman",
        "fiancée",
        "fiancé",
        "partner",
    ]
)


_EMPLOYERS = frozenset(["employer", "employers"])


def _of_whom(actor: Actor, memory: Memory) -> Actor:
    """A role under the name of whose it is: "his wife" is the wife of the man spoken of last."""
    if actor.kind is ActorKind.ROLE and actor.name.lower() in _VOICES and not actor.definite:
        body = memory.body  # "a spokeswoman said", where a company has just been named
        named = body is not None and body.kind is ActorKind.BODY and body.attribution is Attribution.NAMED
        near = body is not None and 0 < actor.place[0] - body.place[0] < _NEAR_BODY
        return replace(actor, name=f"{actor.name} of {body.name}") if body is not None and named and near else actor
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


def _is_own(relay: Actor, speaker: Actor | None) -> bool:
    """Whether a relay is the speaker's own: "in a letter on its website, the committee said"."""
    own = relay.kind is ActorKind.PRONOUN or relay.name.lower().split()[:1] in (["its"], ["their"])
    if relay.kind in (ActorKind.ROLE, ActorKind.PERSON) and relay.head[:6] not in ("spokes", "speake", "press"):
        return False  # "through its paymaster"
    return own and speaker is not None and speaker.kind in (ActorKind.BODY, ActorKind.OTHER)


def _who_was_told(voice: Voice, before: Sequence[Voice]) -> Actor | None:
    """Whom another in the content of a voice told it: "An official told Ilse Kovel that they lived, she said"."""
    inside = (
        v.to for v in before if v.to is not None and _holds(voice.region, v.cue) and v.to.kind is ActorKind.PERSON
    )
    return next(inside, None)


def _heard_by(voice: Voice, speaker: Actor, before: Sequence[Voice], memory: Memory) -> Actor | None:
    """Whom "he" means of whom his own words say that another told him: "A judge had told him that ..., he said"."""
    for inner in before:
        told = inner.to is not None and inner.to.kind is ActorKind.PRONOUN and inner.to.head == speaker.head
        if told and _holds(voice.region, inner.cue):
            return _hearer(speaker, memory, inner.speaker, ())
    return None


def _may_be_sex(role: Actor, person: Actor) -> bool:
    """Whether a role may be a person's, as far as both tell of a man or a woman."""
    one, other = sex_of(role), sex_of(person)
    return not one or not other or one == other


def _carrier(relay: Actor, memory: Memory, speaker: Actor | None, before: Sequence[Voice]) -> Actor | None:
    """Who passed words on: of "its noon news" whoever made it, of a text nobody."""
    if (
        relay.kind is ActorKind.MEDIUM
        and not relay.head
        and _is_the_publisher(relay.name, memory.acquaintance.publisher)
    ):
        return None  # "told the «Evening»": whoever publishes the text
    if relay.kind is ActorKind.PRONOUN and "ء" <= relay.name[:1] <= "ي":
        last = memory.last.actors[0] if memory.last is not None and memory.last.actors else None
        teller = before[-1].speaker if before else last
        fits = teller is not None and (speaker is None or teller.name != speaker.name) and agree(relay, teller)
        return teller if fits else None
    if relay.kind is ActorKind.PRONOUN and relay.head in _OF_BODIES:
        known = memory.thing
        return known if known is not None and known.kind in (ActorKind.MEDIUM, ActorKind.OTHER) else None
    if relay.kind is ActorKind.PRONOUN and relay.head in _OTHER_SEX:
        known = _hearer(relay, memory, speaker, before)
        return replace(known, place=relay.place) if known is not None else None
    words = relay.name.lower().split()
    if relay.attribution is not Attribution.UNNAMED or not words or words[-1] not in _UTTERED | _MADE:
        return memory.acquaintance.resolve(relay)
    if words[0] in _OWN:
        known = memory.body
        return replace(known, place=relay.place) if known is not None and known.kind is not ActorKind.PERSON else None
    owner, mark, _ = relay.name.replace("’", "'").partition("'s ")
    if not mark:
        return None
    kind = ActorKind.BODY if owner[:1].islower() else ActorKind.OTHER
    made_by = Actor(relay.place, owner, kind, Attribution.NAMED, owner.lower().split()[-1])
    found = memory.acquaintance.resolve(made_by)
    if found.name == owner and kind is ActorKind.BODY:
        found = memory.acquaintance.resolve(replace(made_by, kind=ActorKind.MEDIUM, attribution=Attribution.UNNAMED))
    return found


def _hearer(pronoun: Actor, memory: Memory, speaker: Actor | None, before: Sequence[Voice]) -> Actor | None:
    """Whom "him" means who was told: of whom the text speaks, or who spoke last, if not the one who tells him now."""
    no = {speaker.name.lower()} if speaker is not None else set()
    last = memory.last.actors[0] if memory.last is not None and memory.last.actors else None
    here = before[-1].speaker if before else None
    told_before = memory.last.actors[1:2] if pronoun.gender and memory.last is not None else ()
    for known in (*told_before, here, memory.turned, last, memory.person, *reversed(memory.people)):
        if known is None or known.kind in (ActorKind.BODY, ActorKind.MEDIUM, ActorKind.PRONOUN):
            continue
        if known.name.lower() not in no and may_be(pronoun, known) and agree(pronoun, known):
            return memory.acquaintance.resolve(known) if pronoun.gender else known
        no.add(known.name.lower())
    return None


def _is_the_publisher(name: str, publisher: str | None) -> bool:
    """Whether a name in Russian letters, in whatever case, is the publisher's or a part of it."""
    if not publisher or not any("а" <= letter <= "я" for letter in name.lower()):
        return False
    theirs = [word.strip('«»"') for word in publisher.lower().split()]
    own = [word.strip('«»"') for word in name.lower().split()]
    return all(any(_same_stem(word, other) for other in theirs) for word in own)


def _same_stem(one: str, other: str) -> bool:
    shorter = max(2, min(len(one), len(other)) - 2)
    return abs(len(one) - len(other)) < 4 and one[:shorter] == other[:shorter]


_MADE = frozenset(
    [
        "transcript",
        "recording",
        "bulletin",
        "broadcast",
        "footage",
        "video",
        "tape",
        "clip",
        "programme",
        "excerpts",
        "extracts",
        "minutes",
        "transcripts",
        "recordings",
        "screenshot",
        "screenshots",
        "documents",
        "emails",
        "letters",
        "statements",
        "messages",
    ]
)


def agree(verb: Actor, known: Actor | None) -> bool:
    """Whether somebody may be the subject that a verb leaves out, as far as its form tells."""
    if not verb.gender:
        return True
    return known is not None and known.gender in ("", verb.gender)


def may_be(pronoun: Actor, actor: Actor) -> bool:
    """Whether a pronoun may mean an actor, as far as "he" and "she" tell."""
    if pronoun.head not in _OTHER_SEX:
        return True
    several = actor.kind is not ActorKind.PERSON and actor.head.endswith("s") and not actor.head.endswith("ss")
    several = several or (actor.kind is not ActorKind.PERSON and actor.head in ("people", "men", "women", "police"))
    thing = actor.kind in (ActorKind.BODY, ActorKind.MEDIUM)
    return not several and not thing and sex_of(actor) != _OTHER_SEX[pronoun.head]


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


def _is_utterance(actor: Actor) -> bool:
    """Whether an actor is a text of somebody who is not named with it: "its typewritten communiqué", "the letter"."""
    words = actor.name.lower().split(" on ")[0].split()
    if not words or words[-1] not in _UTTERED or any(word[:1].isupper() for word in actor.name.split()[1:]):
        return False
    return actor.definite or words[0] in _UTTERED or words[0] in _OWN


def _turn_citations(voices: list[Voice]) -> list[Voice]:
    """Where A reported citing B, A's words are B's, relayed by A."""
    turned = list(voices)
    for index, voice in enumerate(voices):
        if voice.cited is None or voice.speaker is None:
            continue
        if voice.contents:  # "A quoted B as saying ..."
            turned[index] = replace(voice, speaker=voice.cited, relays=(*voice.relays, voice.speaker), cited=None)
            continue
        for other, candidate in enumerate(turned):
            same = candidate.speaker is not None and candidate.speaker.name == voice.speaker.name
            if other != index and same and candidate.contents and candidate.cited is None:
                relays = (*voice.relays, voice.speaker, *candidate.relays)
                turned[other] = replace(candidate, speaker=voice.cited, relays=relays)
                turned[index] = replace(voice, region=voice.cue)
    return turned


def _parents(voice: Voice, voices: Sequence[Voice]) -> list[Voice]:
    """Voices in whose content this one lies, the innermost first."""
    around = [
        v
        for v in voices
        if v is not voice and v.speaker is not None and not v.attitude and _holds(v.region, voice.cue)
    ]
    return sorted(around, key=lambda v: v.region[1] - v.region[0])


def _holds(region: Place, place: Place) -> bool:
    return region[0] <= place[0] and place[1] <= region[1]


def _date_voices(voices: Sequence[Voice], dates: Sequence[ReadDate]) -> dict[Place, ReadDate]:
    """Which day belongs to which cue: the nearest cue of the innermost voice that the date is not content of."""
    found: dict[Place, ReadDate] = {}
    for day in dates:
        where = (day.span.start, day.span.stop)
        fit = [
            v
            for v in voices
            if (v.contents or v.region != v.cue)
            and not any(_holds(c, where) for c in v.contents)
            and all(_holds(p.region, where) for p in _parents(v, voices))
        ]
        if not fit:
            continue
        deepest = max(len(_parents(v, voices)) for v in fit)
        near = min((v for v in fit if len(_parents(v, voices)) == deepest), key=lambda v: abs(v.cue[0] - where[0]))
        found.setdefault(near.cue, day)
    return found


def _continue(chained: Chained, memory: Memory, paragraph: int) -> Chained:
    """A report goes on quoting: the same speaker a little later comes through the same relays."""
    if chained.voice.apart and len(chained.actors) == 1:
        return chained
    stressed = _STRESSED.search(memory.text, *chained.voice.cue) is not None
    if chained.voice.manner is Manner.CONFIRMED and not chained.voice.relays and not stressed:
        return chained  # who confirms what was told of him speaks for himself, not through those who told it
    last = memory.last
    if last is None or paragraph - memory.paragraph > _REACH:
        return chained
    names = [a.name.lower() for a in chained.actors]
    before = [a.name.lower() for a in last.actors]
    if not names or not before:
        return chained
    one, other = chained.actors[0], last.actors[0]
    named_now = one.head and one.head == other.head and other.kind is ActorKind.ROLE and one.kind is ActorKind.PERSON
    if (names[0] == before[0] or named_now) and len(names) == 1 and len(before) > 1:
        return replace(
            chained,
            actors=(chained.actors[0], *last.actors[1:]),
            dates=(chained.dates[0], *last.dates[1:]),
            continued=True,
        )
    if names[0] == before[0] and len(names) == 2 and len(before) == 2 and last.voice.rule == LED_THROUGH:
        medium = chained.actors[1]
        if medium.kind is ActorKind.MEDIUM and names[1] != before[1] and not chained.voice.apart:
            return replace(  # "He gave an interview to Radio Marsh. The agency quoted him as saying ..."
                chained,
                actors=(chained.actors[0], last.actors[1], medium),
                dates=(chained.dates[0], last.dates[1], chained.dates[1]),
                continued=True,
            )
    if len(names) > 1 and names[1:] == before[1 : len(names)] and len(before) > len(names):
        # "The agency cited ...", where the sentence before told of the agency's report through somebody else.
        chained = replace(
            chained,
            actors=(*chained.actors, *last.actors[len(names) :]),
            dates=(*chained.dates, *last.dates[len(names) :]),
        )
        names = [a.name.lower() for a in chained.actors]
    known = dict(zip(before[1:], last.dates[1:], strict=True))
    dates = tuple(
        when or (known.get(name) if position else None)
        for position, (name, when) in enumerate(zip(names, chained.dates, strict=True))
    )
    return replace(chained, dates=dates, continued=dates != chained.dates)


def pass_on(chained: Chained, relays: Sequence[Actor]) -> Chained:
    """The chain of a statement of which a later sentence tells who else passed it on."""
    names = {a.name.lower() for a in chained.actors}
    more = tuple(relay for relay in relays if relay.name.lower() not in names)
    return replace(chained, actors=(*chained.actors, *more), dates=(*chained.dates, *(None for _ in more)))


def plain_name(actor: Actor, *, speaks: bool = True) -> str:
    """A name without "its" before an office, or "his" before a relay's: the text around it tells whose it is."""
    first, _, rest = actor.name.partition(" ")
    whose = first.lower() in ("his", "her", "their") and not rest.startswith("own ")
    whose = whose and (actor.head in FIELD_OF or (speaks and actor.kind is ActorKind.ROLE))
    kin = actor.head in KIN or actor.kind is ActorKind.PERSON or whose
    return rest.removeprefix("own ") if rest and first.lower() in _OWN and not kin else actor.name


def links_of(document: Document, chained: Chained | None) -> tuple[ProposedLink, ...]:
    """The chain as it is proposed: speaker, relays, and last the publisher, its own speaker where it says "we"."""
    found: list[ProposedLink] = []
    own = chained is not None and len(chained.actors) == 1 and chained.actors[0].head == "мы" and document.publisher
    if chained is not None and not own:
        unspoken = chained.voice.speaker is None
        for position, (actor, when) in enumerate(zip(chained.actors, chained.dates, strict=True)):
            role = LinkRole.RELAY if position or unspoken else LinkRole.SPEAKER
            found.append(
                ProposedLink(
                    role, plain_name(actor, speaks=not position), actor.attribution, document.span(*actor.place), when
                )
            )
    publisher = document.publisher
    if publisher:
        last = found[-1] if found else None
        if last is not None and last.role is LinkRole.RELAY and last.name.lower() in _THIS_PAPER:
            found.pop()  # "told the paper": the one we read, unless another was named before
            last = found[-1] if found else None
        own_desk = last is not None and last.name in _EDITORS
        if last is not None and (own_desk or is_house(last.name, publisher, relay=last.role is LinkRole.RELAY)):
            # The paper that was told, or the body whose own words it puts out, is the one we read.
            found[-1] = replace(last, role=LinkRole.PUBLISHER, name=publisher)
        else:
            found.append(ProposedLink(LinkRole.PUBLISHER, publisher, Attribution.NAMED))
    return tuple(found)


def is_house(name: str, publisher: str, *, relay: bool = False) -> bool:
    """Whether a name is the publisher's; of a relay ("told Talbot"), and in Arabic and Hebrew, also shortened."""
    if _core(name) == _core(publisher):
        return True
    short, full = _plain_words(name), _plain_words(publisher)
    if not short or len(short) >= len(full):
        return False
    if not ("ء" <= short[0][0] <= "ي" or "א" <= short[0][0] <= "ת"):
        initials = "".join(part[0] for word in full for part in word.split("-") if part[:1].isupper())
        if relay and len(short) > 1:
            return short in (full[: len(short)], full[-len(short) :])
        return relay and (short[0] in (full[0], full[-1]) or (len(initials) > 1 and short[0] == initials))
    if relay and len(short) == 1 and short[0].startswith("ال") and short[0][2:] == full[0]:
        return True  # "the Portal", of "Portal of the Coast"
    return short == full[-len(short) :] or (len(short) > 1 and short == full[: len(short)])


def _plain_words(name: str) -> list[str]:
    return [word for raw in name.split() if (word := raw.strip('«»"“”،,'))]


_THIS_PAPER = frozenset(
    [
        "paper",
        "newspaper",
        "the paper",
        "the newspaper",
        "this newspaper",
        "this newsletter",
        "newsletter",
        "this paper",
        "this magazine",
        "this agency",
        "this station",
        "this website",
        "this site",
        "this channel",
        "this radio",
        "this weekly",
        "this daily",
        "this outlet",
        "this broadcaster",
        "this news agency",
        "the station",
        "the website",
        "daily",
        "الوكالة",
        "الموقع",
        "الصحيفة",
        "القناة",
        "الجريدة",
        "المجلة",
        "الإذاعة",
        "المحطة",
        "المنصة",
        "الشبكة",
        "עיתון",
        "אתר",
        "סוכנות",
        "ערוץ",
        "תחנה",
        "מערכת",
        "המערכת",
        "העיתון",
        "האתר",
        "הסוכנות",
        "הערוץ",
        "התחנה",
        "הרשת",
        "היומון",
        "השבועון",
        "המגזין",
    ]
)
_EDITORS = frozenset(["מערכת", "המערכת"])
_QUOTED = re.compile('[«“"„]([^«»“”"„]+)[»”"“]')


_OF_STATE = re.compile(
    r"\bthe |\b(?:(?:federal|islamic|democratic|people's) )?(?:republic|kingdom|state|commonwealth) of "
)


def _core(name: str) -> str:
    """A body's name without quotation marks and what stands around them: ``agency "Corvel"`` is ``corvel``."""
    quoted = _QUOTED.search(name)
    return _OF_STATE.sub("", (quoted.group(1) if quoted else name).casefold().strip())

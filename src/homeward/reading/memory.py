"""Whom a text has spoken of so far, and whom "he", "the ministry" or "the latter" mean after that.

In: actors in the order of the text. Out: the one whom a pronoun, a description or "his mother" means, or none.
Leaves to others: nouns under which somebody was introduced (`acquaintance`), what the sentence tells (`speakers`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from homeward.names import listed_kinds
from homeward.reading.acquaintance import Acquaintance, bare_role, sex_of
from homeward.reading.addressed import Addressed
from homeward.reading.callings import FIELD_OF, is_demonym, may_hold
from homeward.reading.chained import Chained, holds
from homeward.reading.fitting import OF_BODIES, OTHER_SEX, is_one, is_utterance, may_be, may_be_sex, names_a_place
from homeward.reading.hebrew_pronouns import kin_alone
from homeward.reading.languages.language import Actor, ActorKind, Place, Voice
from homeward.records import Attribution

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
    ["organisation", "organization", "group", "movement", "institution", "charity", "body", "company", "firm",
     "outfit", "airline", "operator", "carrier", "association", "union", "ngo", "foundation", "faction",
     "militia", "gang", "shipowner", "employer"]
)  # fmt: skip
_FIRMS = frozenset(["company", "firm", "airline", "operator", "carrier", "shipowner", "employer", "owner", "insurer"])
_OF_AGE = re.compile(
    r"(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)-year-old (?:[a-z-]+ )??(?=[a-z-]+$)"
)  # "34-year-old gold miner"
_MAN_OR_WOMAN = frozenset(["رجل", "مرأة", "مراة", "سيدة", "شاب", "شابة", "شيخ", "אישה", "גבר"])
_ARTICLE = re.compile(r"^(?:ال|ה)")
_NAMED = 12  # of whom "the latter" may be one
_REMEMBERED = 6  # persons whom a pronoun may mean
_HER = re.compile(
    r"\bher(?=[.,;:!?]|$| (?:that|to|in|on|at|from|and|about|with|by|for|again|back|last|twice|once)\b)"
)
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
    looked_for: Sequence[Place] = ()  # where the people looked for are named
    texts: dict[str, Actor] = field(default_factory=dict)  # "letter" to whose letter was told of last
    addressed: Addressed | None = None  # whom this sentence's subject turned to
    addressed_before: Addressed | None = None  # the same, of the sentence before

    def is_looked_for(self, actor: Actor) -> bool:
        """Whether the words that name an actor name one of those looked for."""
        return any(start <= actor.place[0] < stop for start, stop in self.looked_for)

    def pointed_at(self, actor: Actor) -> Actor | None:
        """Whom "the latter", "the former of the two" and "the same man" mean, by the order of their names."""
        pointing = _POINTING.fullmatch(actor.name)
        if pointing is None:
            return None
        before = [a for a in self.named if a.place[1] <= actor.place[0]]
        if pointing["same"] is not None:
            spoke = self.last.actors[0] if self.last is not None and self.last.actors else None
            likely = [a for a in (spoke, *reversed(before)) if a is not None and is_one(a) and may_be_sex(actor, a)]
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
        if (kin := kin_alone(actor, self.turned)) is not None:
            return replace(kin, place=actor.place)
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
        people = [a for a in reversed(self.people) if a.kind is ActorKind.PERSON and may_be_sex(role, a)]
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
        people = (a for a in reversed(self.people) if a.kind is ActorKind.PERSON and may_be_sex(role, a))
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
        people = (a for a in reversed(self.people) if a.kind is ActorKind.PERSON and may_be_sex(role, a))
        return next((a for a in people if self.acquaintance.known_as(a) & _RULERS), None)

    def _of_field(self, role: Actor) -> Actor | None:
        """The last person who is known to be such a one, or of whom nothing is known that speaks against it."""
        head = role.head.lower()
        if head.endswith("s") and head not in FIELD_OF:
            return None  # several
        known_as = self.acquaintance.known_as
        fit = [a for a in reversed(self.people) if a.kind is ActorKind.PERSON and may_be_sex(role, a)]
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
        if last is None or last.kind is not ActorKind.PERSON or not may_be_sex(role, last):
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
        self.acquaintance.begins = begins
        self.two = None
        self.pronoun_before, self.passed_before = self.pronoun, self.passed
        self.addressed_before, self.addressed = self.addressed, None

    def _sentence_before(self) -> str:
        return self.text[self.began : self.begins]

    def pass_by(self, actor: Actor) -> None:
        """A person who is named, but not as whom the sentence is about."""
        if _is_a_label(actor):
            return
        self._name(actor)
        self._meet_firm(actor)
        if actor.kind is ActorKind.PRONOUN and actor.head in OTHER_SEX:
            self.pronoun = actor.place[0]
        if actor.kind is ActorKind.ROLE and is_one(actor) and actor.brief is None:
            self.passed = actor
        if actor.kind is ActorKind.PERSON and not names_a_place(actor, self.text):
            self.people = [*(a for a in self.people if a.name != actor.name), actor][-_REMEMBERED:]

    def passed_by(self, verb: Actor, *, since: int = 0) -> Actor | None:
        """The last one named by the way who has the gender of a pronoun or of a verb that names nobody."""
        before = (p for p in reversed(self.people) if since <= p.place[0] < verb.place[0])
        return next((p for p in before if verb.gender and p.gender == verb.gender), None)

    def notice(self, actor: Actor, *, spoke: bool = True) -> None:
        """Somebody whom the text has turned to: what follows may speak of him by a pronoun."""
        if not spoke and _is_a_label(actor):
            return
        self._name(actor)
        self._meet_firm(actor)
        if actor.gender:
            self.of_gender[actor.gender] = actor
        if actor.kind is ActorKind.PERSON and actor.role == "the" and not spoke:
            return  # "The Ellen Mary"
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
        if somebody and not _POINTING.fullmatch(actor.name) and not is_utterance(actor):
            self.named = [*(a for a in self.named if a.name != actor.name), actor][-_NAMED:]

    def _meet_firm(self, actor: Actor) -> None:
        named = actor.attribution is Attribution.NAMED and " " in actor.name and actor.name[:1].isupper()
        if named and actor.kind is ActorKind.BODY and actor.head in _FIRMS:
            self.firm = actor

    def whom(self, pronoun: Actor) -> Actor | None:
        """Whom "he", "it" or "they" would mean."""
        if pronoun.head in OF_BODIES:
            return (self.many or self.thing) if pronoun.head == "they" else self.thing
        if self.person is None and pronoun.head in OTHER_SEX:
            passed = [self.passed] if self.passed is not None else []
            before = (a for a in [*reversed(self.people), *passed] if a.place[0] < pronoun.place[0])
            return next((a for a in before if may_be(pronoun, a)), None)
        if pronoun.head not in OTHER_SEX or self.person is None or may_be(pronoun, self.person):
            return self.person
        office = self.passed
        near = self.people
        known_office = office is not None and office.definite and office.head in FIELD_OF
        if office is not None and known_office and self.began <= office.place[0] < pronoun.place[0]:
            near = sorted((*near, office), key=lambda a: a.place[0])
        fit = next((a for a in reversed(near) if may_be(pronoun, a)), None)
        known = self.person.kind is ActorKind.PERSON and sex_of(self.person) == OTHER_SEX[pronoun.head]
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
        inside = known is not None and any(holds(content, known.place) for content in voice.contents)
        if not inside or pronoun.head not in OTHER_SEX:
            return None
        begin = min(content[0] for content in voice.contents)
        return next((a for a in reversed(self.people) if a.place[0] < begin and may_be(pronoun, a)), None)

    def just_named(self, pronoun: Actor, known: Actor) -> Actor | None:
        """Whom the sentence before named, if not about the known one: "A desk rang the consul. He said ..."."""
        if pronoun.head not in OTHER_SEX or known.place[0] >= self.began or self.pronoun_before >= self.began:
            return None
        passed = self.passed_before
        here = [a for a in self.people if self.began <= a.place[0] < self.begins and may_be(pronoun, a)]
        if passed is not None and passed.head in FIELD_OF and passed.definite and may_be(pronoun, passed):
            here += [passed] if self.began <= passed.place[0] < self.begins else []
        return here[0] if len({a.name for a in here}) == 1 else None

    def spoken_to(self, pronoun: Actor) -> Actor | None:
        """Who answers whoever spoke last: the one whom that sentence named besides: "The delegate thanked her"."""
        spoke = self.last.actors[0] if self.last is not None and self.last.actors else None
        if pronoun.head not in OTHER_SEX or spoke is None:
            return None
        near = [a for a in self.named if self.began <= a.place[0] < self.begins and a.name != spoke.name]
        fit = [a for a in near if is_one(a) and may_be(pronoun, a)]
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
            pronoun.head not in OTHER_SEX
            or sex_of(known)
            or known.name in self.spoke
            or known.kind is not ActorKind.PERSON
        ):
            return known
        own = "m" if pronoun.head == "he" else "f"
        since = self.began if known.place[0] >= self.began else 0  # who is the subject of the sentence before
        near = (a for a in reversed(self.people[-2:]) if a.place[0] >= since)
        return next((a for a in near if sex_of(a) == own), known)


def _is_a_label(actor: Actor) -> bool:
    """Whether a name in capitals is a heading's or a reporter's mark: "STILL OPEN:", "[REPORTER]"."""
    return actor.brief is None and actor.name.isupper() and (" " in actor.name or len(actor.name) > _LONGEST_ACRONYM)


_LONGEST_ACRONYM = 6  # letters


def _distinct(actors: Iterable[Actor]) -> list[Actor]:
    """Each once, where he was named last."""
    found: dict[str, Actor] = {}
    for actor in actors:
        found.pop(actor.name.lower(), None)
        found[actor.name.lower()] = actor
    return list(found.values())

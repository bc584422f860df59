"""Who "the ministry", "Ruhl" and "the spokesman" are: short forms read by the names that the document has given.

In: actors in the order of the text. Out: actors under the fullest name that the document gives.
Leaves to others: pronouns and chains (`chain`), and the people looked for (`mentions`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from homeward.names import listed_kinds
from homeward.reading.callings import is_rank_in_letters, is_title
from homeward.reading.languages.language import Actor, ActorKind
from homeward.reading.named_bodies import NamedBodies
from homeward.records import Attribution


class Acquaintance:
    """Whom the document introduces, so that short forms can be read.

    `meet` tells it of everybody first, so that a headline's short form finds the full name below; `resolve` is then
    asked in the order of the text, and "the ministry" is the last ministry named.
    """

    def __init__(self, publisher: str | None = None) -> None:
        self._people: dict[str, str] = {}  # last word of a name, lower case, to the fullest name
        self._given: dict[str, str] = {}  # first word likewise
        self._families: dict[str, list[str]] = {}  # last word likewise, to all full names that end so
        self._bodies: dict[str, Actor] = {}  # "ministry" to the last ministry named
        self._containing: dict[str, set[str]] = {}  # a word with a capital to the longer names of bodies that hold it
        self._names: dict[str, str] = {}  # lower case to the spelling first met
        self._roles: dict[str, Actor] = {}  # "spokesman" to the last one introduced
        self._introduced: dict[str, Actor] = {}  # "governor" to whom "the governor, Babagana Malari," names
        self._acronyms: dict[str, set[str]] = {}  # "PMF" to the bodies whose initials these are
        self._said_to_be: dict[str, list[Actor]] = {}  # "tailor" to the persons whom the text anywhere introduces so
        self._medium: Actor | None = None  # the last medium named
        self._publisher = publisher
        self._named_bodies = NamedBodies()
        self._initials: dict[str, set[str]] = {}  # "w.c." to the persons who may be written so
        self._known_as: dict[str, set[str]] = {}  # a person's name to the words by which he was described
        self._introduced_roles: dict[
            str, int
        ] = {}  # roles by which somebody without a name was introduced, and where
        self.begins = 0  # where the sentence begins that is told of now
        self.in_headline = False  # what is told of now stands in a headline: it introduces nobody
        self.summed_up: Actor | None = None  # the medium that a review of the press sums up here
        self._two: Actor | None = None  # the last two people told of: "the pair", "the two"
        self._holders: dict[
            str, dict[str, Actor]
        ] = {}  # an office to the persons named with it, where `brief` is known
        self._sexes: dict[str, str] = {}  # a person's name to "m" or "f", as "he" and "she" have told
        self._in_office: dict[str, Actor] = {}  # by gender, the last who spoke and was named with an office

    @property
    def publisher(self) -> str | None:
        """Who put the document out."""
        return self._publisher

    def survey(self, text: str, bodies: Sequence[Actor] = (), introduced: Sequence[tuple[str, Actor]] = ()) -> None:
        """Note the bodies that a text names in full, with their short forms: "the Rapid Eastern Brigade (REB)".

        `bodies`: those that the language's rules find anywhere in the text. `introduced`: its people with the noun by
        which each is introduced, wherever that stands.
        """
        for noun, person in introduced:
            self._said_to_be.setdefault(noun, []).append(person)
        self._named_bodies = NamedBodies(bodies)
        for match in _NICKNAMED.finditer(text):
            self._people.setdefault(_without_ending(match[2].split()[-1]), f"{match[1]} {match[2]}")
        for match in _FULL_BODY.finditer(text):
            name = match[1]
            if match[2] is not None:
                self._acronyms.setdefault(match[2], set()).add(name)
            if name.split()[-1].lower() in _HEADS_OF_BODIES:
                self._containing.setdefault(name.split()[-1].lower(), set()).add(name)

    def meet(self, actor: Actor, phrase: str = "") -> None:
        """Note a full name, wherever in the text it stands, and the body that `phrase` ties a person to."""
        for body in _OF_BODY.findall(phrase) if actor.kind in (ActorKind.PERSON, ActorKind.ROLE) else ():
            for word in body.split():
                if word[:1].isupper():
                    self._containing.setdefault(word.lower(), set()).add(body)
        words = _untitled(actor.name).split()
        owned = actor.kind in (ActorKind.ROLE, ActorKind.BODY)
        if owned and (owner := _KINS_OWNER.match(actor.name)) is not None:
            self._people.setdefault(_without_ending(owner[1].split()[-1]), owner[1])
            self._given.setdefault(_without_ending(owner[1].split()[0]), owner[1])
        if actor.kind is ActorKind.ROLE and (kin := _KIN_OF.search(actor.name)) is not None:
            self._given.setdefault(_without_ending(kin[1].split()[0]), kin[1])  # the family name is also the kin's
        if actor.kind is ActorKind.PERSON:
            self._describe(actor.name, f"{actor.role} {actor.head}")
        if actor.kind is ActorKind.PERSON and actor.brief is not None and actor.head:
            for known_as in _known_as(actor):
                self._holders.setdefault(known_as, {}).setdefault(actor.name, actor)
        if actor.role and actor.kind is ActorKind.PERSON:
            self._roles.setdefault(actor.role, actor)
            if phrase.lower().startswith("the ") and " " not in actor.role:
                self._introduced.setdefault(actor.role, actor)
        if len(words) < 2 or actor.kind in (ActorKind.PRONOUN, ActorKind.ROLE, ActorKind.SOURCE):
            return
        if actor.kind is ActorKind.PERSON:
            last, first = _without_ending(words[-1]), _without_ending(words[0])
            if actor.name not in (known := self._families.setdefault(last, [])):
                known.append(actor.name)
            known_so = self._people.get(last, "").split()
            if _is_initial(words[0]):
                self._people.setdefault(last, actor.name)  # "J. Ruhl", until "Jana Ruhl" is named
            elif len(known_so) < len(words) or _is_initial(known_so[0]):
                self._people[last] = actor.name
            if not _is_initial(words[0]):
                self._given.setdefault(first, actor.name)
                self._initials.setdefault("".join(word[0].lower() for word in words), set()).add(actor.name)
        elif actor.attribution is Attribution.NAMED:
            initials = "".join(word[0] for word in words if word[:1].isupper())
            if len(initials) >= _SHORTEST_ACRONYM:
                self._acronyms.setdefault(initials, set()).add(actor.name)
            for word in words:
                if word[:1].isupper():
                    self._containing.setdefault(word.lower(), set()).add(actor.name)

    def resolve(self, actor: Actor) -> Actor:
        """The actor under the fullest name that the document gives; also remembers him for what follows."""
        if actor.kind is ActorKind.PRONOUN:
            return actor
        found = self._known_role(actor) or self._known_body(actor) or self._known_person(actor) or actor
        if found.kind is ActorKind.PERSON and (polite := _POLITE.match(found.name)):
            found = replace(found, name=found.name[polite.end() :])
        name = self._names.setdefault(found.name.lower(), found.name)
        if found.kind is ActorKind.PERSON and actor.brief is None and (sex := sex_of(actor)):
            self._sexes.setdefault(name, sex)
        gender = found.gender or self._sexes.get(name, "")
        if (name, gender) != (found.name, found.gender):
            found = replace(found, name=name, gender=gender)
        head = actor.head.lower()
        if self.in_headline and found.kind in (ActorKind.ROLE, ActorKind.SOURCE) and " " not in found.name:
            return found
        if actor.kind is ActorKind.PERSON:
            self._describe(found.name, f"{actor.role} {actor.head}")
        if found.kind in (ActorKind.ROLE, ActorKind.SOURCE) and (not actor.definite or bare_role(found) != head):
            self._introduced_roles[head] = actor.place[0]
        if found.kind in (ActorKind.ROLE, ActorKind.SOURCE) and found.name.lower().startswith("two "):
            self._two = found
        if actor.kind in (ActorKind.ROLE, ActorKind.SOURCE, ActorKind.PERSON):
            self._meet_body_of(actor)
        if found.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.SOURCE):
            own = actor.name.lower() if actor.kind is not ActorKind.PERSON else ""
            for known_as in {*_known_as(actor), actor.role, *actor.role.split(", "), own} - {""}:
                if not self._is_first_named(known_as, found):
                    self._roles[known_as] = found
        if found.kind is ActorKind.OTHER and head and actor.name.startswith(f"ה{head} "):
            self._roles[head] = replace(found, kind=ActorKind.ROLE)
        if found.kind is ActorKind.MEDIUM and found.attribution is Attribution.NAMED and head != "report":
            self._medium = found
        elif head == "report" and (made_by := _OF_MEDIUM.search(found.name)) is not None:
            self._medium = replace(found, name=made_by[1], head="", attribution=Attribution.NAMED)
        if head and found.kind in (ActorKind.BODY, ActorKind.MEDIUM) and found.attribution is Attribution.NAMED:
            self._bodies |= dict.fromkeys(_known_as(actor), self._named_bodies.described_by(actor) or found)
        return found

    def _is_first_named(self, known_as: str, other: Actor) -> bool:
        """Whether "the minister" is another of the sentence: "Minister Ruhl met the interior minister, Karl Vost"."""
        first = self._roles.get(known_as)
        if first is None or other.brief is not None or other.kind is not ActorKind.PERSON or " " in known_as:
            return False
        here = self.begins <= first.place[0] < other.place[0]
        return here and first.kind is ActorKind.PERSON and first.name != other.name

    def _describe(self, name: str, words: str) -> None:
        self._known_as.setdefault(name.lower(), set()).update(re.findall(r"[\w-]+", words.lower()))

    def tell_sex(self, person: Actor, sex: str) -> str:
        """Note that "he" or "she" has meant a person of whom nothing else tells it; what is then known of him."""
        if person.kind is ActorKind.PERSON and person.brief is None and not sex_of(person):
            self._sexes.setdefault(person.name, sex)
        return person.gender or self._sexes.get(person.name, "")

    def known_as(self, person: Actor) -> set[str]:
        """The words by which the document has described a person so far."""
        return self._known_as.get(person.name.lower(), set()) | set(f"{person.role} {person.head}".lower().split())

    def is_new(self, head: str) -> bool:
        """Whether nobody without a name was introduced as such a one: "an envoy", whom "the envoy" would mean."""
        return head not in self._introduced_roles

    def has_body(self, kind: str) -> bool:
        """Whether a body of a kind was named: "consulate"."""
        return kind in self._bodies

    def introduce(self, person: Actor, office: Actor) -> None:
        """Note what a person is, told behind his name: "Ana Ruhl, the deputy minister", "Ana Ruhl is the ..."."""
        self._describe(self.resolve(person).name, office.name)
        known = replace(self.resolve(person), head=office.head, role=office.name.lower())
        self._roles[office.head.lower()] = self._roles[office.name.lower()] = known

    def heard(self, speaker: Actor) -> None:
        """Somebody has spoken: whom "the expert" may mean later."""
        if speaker.kind is ActorKind.PERSON and speaker.head and speaker.gender:
            self._in_office[speaker.gender] = speaker

    def _meet_body_of(self, actor: Actor) -> None:
        """Note the body that a role names: after "a Foreign Ministry official" the ministry is that one."""
        if actor.brief is not None:
            return
        for name in _BODY_IN_ROLE.findall(actor.name if actor.kind is not ActorKind.PERSON else ""):
            words = name.split()
            if len(words) < 2:
                continue
            body = Actor(actor.place, name, ActorKind.BODY, Attribution.NAMED, words[-1].lower())
            for word in {words[0].lower(), words[-1].lower()}:
                self._bodies[word] = body
        for body in self._named_bodies.at(actor.place) if actor.kind is not ActorKind.PERSON else ():
            if " of " in body.name:  # "an adviser at the Velian Ministry | of Justice"
                self._bodies[body.head] = body

    def _known_role(self, actor: Actor) -> Actor | None:
        if actor.kind is ActorKind.OTHER and actor.name.lower() == "both" and self._two is not None:
            return replace(self._two, place=actor.place)
        if actor.kind is ActorKind.OTHER and actor.head and actor.name == f"ה{actor.head}":
            known = self._roles.get(actor.head)  # "the emir", in Hebrew, of "the emir of Talata"
            return replace(actor, name=known.name, kind=known.kind) if known is not None else None
        if actor.kind not in (ActorKind.ROLE, ActorKind.SOURCE):
            return None
        later = self._introduced.get(actor.head.lower())
        if (
            later is not None
            and later.place[0] > actor.place[1]
            and actor.brief is None
            and self._roles.get(actor.head, later).place[0] >= later.place[0]
        ):
            return replace(actor, name=later.name, kind=later.kind, attribution=later.attribution)
        if actor.brief is not None and (holder := self._holder_named_later(actor)) is not None:
            return holder
        if actor.name.lower() in _TWO and self._two is not None and (actor.definite or self._two.head == "two"):
            return replace(actor, name=self._two.name, kind=self._two.kind, attribution=self._two.attribution)
        same = bare_role(actor) == actor.head.lower() or actor.name.lower() == "secretary of state"
        if not actor.definite:
            labels = actor.name == actor.head.capitalize()  # "Spokesman:", at the head of a turn
            return self._introduced_as(actor) if labels else None
        family = self._named_bodies.called("family", actor.place[0]) if actor.name.lower() == "family" else None
        if family is not None and "family" not in self._roles:  # "members of the Sill family"
            return replace(actor, name=family.name)
        head = actor.head.lower().removeprefix("ex-")
        if head != actor.head.lower() and (once := self._roles.get(head)) is not None:
            return replace(actor, name=once.name, kind=once.kind, attribution=once.attribution)
        known = self._roles.get(actor.name.lower()) or (
            self._roles.get(actor.head.lower()) if same or _is_short(actor) else self._same_office(actor)
        )
        if known is None and _is_short(actor) and actor.head.split(" ")[0] in _GENERAL:
            known = self._in_office.get(actor.gender)  # "the expert": whoever was named with an office
        if known is None or (known.kind is not ActorKind.PERSON and bare_role(known) == bare_role(actor)):
            known = self._introduced_as(actor) or known
        if known is None:
            return None
        hides = actor.attribution is Attribution.ANONYMOUS and known.kind is not ActorKind.PERSON
        return replace(
            actor, name=known.name, kind=known.kind, attribution=actor.attribution if hides else known.attribution
        )

    def _introduced_as(self, actor: Actor) -> Actor | None:
        """Who was last introduced by the very noun that now stands alone: "the tailor Ansel Dray"."""
        people = [p for p in self._said_to_be.get(bare_role(actor), ()) if p.place[1] <= actor.place[0]]
        if actor.brief is not None or not people:
            return None
        if self._introduced_roles.get(actor.head.lower(), -1) > people[-1].place[1]:
            return None  # somebody else has been called so since
        known = self._known_person(people[-1])
        return known if known is not None else people[-1]

    def _holder_named_later(self, actor: Actor) -> Actor | None:
        """Who is named only later with the office by which the first lines call him: "a mediator", "the deputy"."""
        head = actor.head.lower()
        if actor.place[0] > _FIRST_LINES or head in self._roles:
            return None
        first = head.split(" ")[0]
        some = {name: one for name, one in self._holders.get(first, {}).items() if one.head == first}
        vague = not actor.name.startswith("ال") and len(actor.name.split()) < _FEW
        holders = self._holders.get(head, {}) if actor.brief or " " in head else {}
        holders = holders or (some if vague else {})
        named = next(iter(holders.values())) if len(holders) == 1 else None
        if (
            named is None
            or named.place[0] < actor.place[1]
            or (named.gender and actor.gender not in ("", named.gender))
        ):
            return None
        return replace(actor, name=named.name, kind=named.kind, attribution=named.attribution, gender=named.gender)

    def _same_office(self, actor: Actor) -> Actor | None:
        """Whose office is told again with fewer words: "the deputy minister" after "deputy minister for trade"."""
        known = self._roles.get(actor.head.lower()) if actor.brief is None else None
        words = {word for word in actor.name.lower().split() if word not in _ITS}
        return known if known is not None and known.role and words <= set(known.role.split()) else None

    def _known_body(self, actor: Actor) -> Actor | None:
        bodily = actor.kind in (ActorKind.BODY, ActorKind.MEDIUM)
        if not bodily and actor.kind is not ActorKind.OTHER:
            return None
        words = actor.name.split()
        if len(words) == 1 and actor.name.isupper() and len(meant := self._acronyms.get(actor.name, set())) == 1:
            return replace(actor, name=next(iter(meant)), kind=ActorKind.BODY, attribution=Attribution.NAMED)
        if len(words) == 1 and words[0][:1].isupper() and not actor.definite and words[0].lower() not in self._people:
            longer = self._containing.get(words[0].lower(), set())
            outlet = [name for name in longer if name.split()[-1].lower() in _OUTLETS]
            if len(longer) == 1 and outlet:  # "Astrel" of "the Astrel agency"
                return replace(actor, name=outlet[0], kind=ActorKind.MEDIUM, attribution=Attribution.NAMED)
        if len(words) == 1 and words[0][:1].isupper() and actor.definite:
            longer = self._containing.get(words[0].lower(), set())
            own = self._publishing(actor)
            if own is not None and all(name.lower() in own.name.lower() for name in longer):
                return own
            if len(longer) == 1:
                return replace(actor, name=next(iter(longer)), attribution=Attribution.NAMED)
        alike = all(word[:1].isupper() for word in words) or all(word.islower() for word in words)
        if len(words) > 1 and bodily and actor.definite and alike and actor.brief is None:
            fuller = self._named_bodies.ending_in(actor.name, actor.place[0])
            common = actor.head in _OF_STATES and words[0][:1].isupper()
            if fuller is not None and not common:  # "the Red Crescent" of "the Sahm Red Crescent"
                return replace(actor, name=fuller.name, attribution=Attribution.NAMED)
        if self.summed_up is not None and actor.kind is ActorKind.MEDIUM and _is_short(actor):
            return replace(actor, name=self.summed_up.name, attribution=Attribution.NAMED)
        if bodily and actor.definite and (_is_short(actor) or actor.attribution is Attribution.UNNAMED):
            body = self._bodies.get(actor.head.lower())
            if body is not None and actor.head in _OF_THE_STATE and _AGAINST_IT.search(body.name):
                body = None  # "the army" is no liberation army
            plain = len(actor.name.split()) < 3 and "'s " not in actor.name.replace("’", "'")
            if body is None and actor.kind is ActorKind.MEDIUM and actor.head.lower() in _OUTLETS and plain:
                body = self._medium_like(actor)
                if body is None and self._medium is None and _is_short(actor) and actor.brief is None:
                    body = self._named_bodies.medium(actor.head.lower(), actor.place[0])
            elif body is None and actor.brief is None:
                body = self._named_bodies.called(actor.head.lower(), actor.place[0])
                if body is not None and actor.head in _OF_THE_STATE and _AGAINST_IT.search(body.name):
                    body = None
            own = self._publishing(actor)
            if own is not None and (body is None or body.name.lower() in own.name.lower() or body.name.isupper()):
                body = own
            return replace(actor, name=body.name, attribution=body.attribution) if body is not None else None
        return None

    def _known_person(self, actor: Actor) -> Actor | None:
        surname = actor.kind is ActorKind.ROLE and actor.brief is not None and " " not in actor.name
        kunya = actor.name.split()
        if len(kunya) == _FEW - 1 and kunya[0] in _FATHER_OF:  # "Abu Taha", of "Abu Taha al-Nuri"
            fuller = [
                name for names in self._families.values() for name in names if name.startswith(f"{actor.name} ")
            ]
            if len(fuller) == 1:
                return replace(actor, name=fuller[0], kind=ActorKind.PERSON)
        if actor.kind is ActorKind.ROLE and actor.brief and len(actor.name.split()) == _FEW - 1:
            known = self._people.get(_without_ending(actor.name.split()[-1]))  # "the ambassador al-Qarani"
            if known is not None and len(known.split()) > 1:
                return replace(actor, name=known, kind=ActorKind.PERSON, attribution=Attribution.NAMED)
        if actor.kind not in (ActorKind.PERSON, ActorKind.OTHER) and not surname:
            return None
        short = _untitled(actor.name)
        words = short.split()
        if not words:
            return None
        if len(words) > 1 and actor.kind is ActorKind.PERSON and is_rank_in_letters(words[0]):
            words = words[1:]  # "SP Dorva"
            short = " ".join(words)
        if _ONLY_INITIALS.fullmatch(actor.name):
            meant = self._initials.get(re.sub(r"\W", "", actor.name).lower(), set())
            return replace(actor, name=next(iter(meant)), kind=ActorKind.PERSON) if len(meant) == 1 else None
        full = self._people.get(_without_ending(words[-1]))
        if full is not None and len(words) == 1 and (polite := _SEX_OF_POLITE.get(actor.name.lower().split(" ")[0])):
            return self._of_family(actor, full, polite)
        if full is None and len(words) == 1 and not surname:
            full = self._given.get(_without_ending(words[0]))
        fits = full is not None and full != short and (len(words) == 1 or _shortens(full, short))
        if full is not None and fits:
            return replace(actor, name=full, kind=ActorKind.PERSON)
        if actor.kind is ActorKind.PERSON:
            self.meet(actor)
        return None

    def meet_two(self, two: Actor) -> None:
        """Note the two whom the text has told of together: "both", "the pair"."""
        self._two = two

    def body_alike(self, actor: Actor) -> Actor | None:
        """The body named anywhere before that a plain noun for another sort may tell of: "the militia"."""
        plain = actor.kind is ActorKind.BODY and actor.definite and _is_short(actor) and actor.brief is None
        body = self._named_bodies.alike(actor.head.lower(), actor.place[0]) if plain else None
        return replace(actor, name=body.name, attribution=Attribution.NAMED) if body is not None else None

    def _of_family(self, actor: Actor, full: str, sex: str) -> Actor | None:
        """Whom "Mrs Khoza" means: the one of the family who may be so called; if all are men, nobody named yet."""
        named = [
            replace(actor, name=name, role="", head="")
            for name in self._families.get(_without_ending(full.split()[-1]), [full])
        ]
        fit = [one for one in named if sex_of(one) in ("", sex)]
        sure = [one for one in fit if sex_of(one)]
        found = next((one for one in [*sure, *fit] if one.name == full), None) or next(iter([*sure, *fit]), None)
        return replace(actor, name=found.name) if found is not None else None

    def _medium_like(self, actor: Actor) -> Actor | None:
        """The last medium named that may be called so: "the paper" is no station."""
        head = actor.head.lower()
        medium = self._medium
        if medium is None or head not in _PRINTED | _ON_AIR:
            return medium
        words = {_without_ending(word) for word in f"{medium.name} {medium.head}".lower().split()}
        if words & (_ON_AIR_IN_NAMES if head in _PRINTED else _PRINTED_IN_NAMES):
            return None
        if head not in _MAY_BE_OURS or not self._publisher:
            return medium
        bare = _words_beside(actor.name, head) == 0
        return medium if bare and 0 <= actor.place[0] - medium.place[0] < _NEAR_MEDIUM else None

    def _publishing(self, actor: Actor) -> Actor | None:
        """The publisher, where the text is its own: "the ministry" in what the Foreign Ministry puts out."""
        publisher, head = self._publisher, actor.head.lower() or actor.name.lower().rpartition(" ")[2]
        if not publisher or not head or head not in publisher.lower().split():
            return None
        return replace(actor, name=publisher, attribution=Attribution.NAMED)


_OF_THE_STATE = frozenset(["army", "military", "police", "government", "navy", "forces"])
_OF_STATES = _OF_THE_STATE | {"ministry", "ministries", "embassy", "consulate", "parliament", "court", "council"}
_AGAINST_IT = re.compile(
    r"\b(?:Liberation|Resistance|Revolutionary|Salvation|Freedom|Rebel|Insurgent|Independence)\b"
)
_CLOSE = (
    "mother|father|sister|brother|wife|husband|son|daughter|uncle|aunt|cousin|family|parents|lawyer|friend|colleague"
)
_KINS_OWNER = re.compile(r"([^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w-]+)+)['’]s (?:[\w-]+ )?" rf"(?:{_CLOSE}|office)s?$")
_KIN_OF = re.compile(rf"\b(?:{_CLOSE}|widow|employer)s? of ([^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)+)$")
_OF_MEDIUM = re.compile(
    r" (?:of|by|on|from) (?:the )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)$"
)  # "the report of Radio Sobat"
_FULL_BODY = re.compile(
    r"\b[Tt]he ((?:[A-Z][\w’'-]+ (?:(?:of|for|and) (?:the )?)?){1,5}[A-Z][\w’'-]+)(?: \(([A-Z][A-Za-z]{1,7})\))?"
)
# "Petar “Wolf” Vasko"
_NICKNAMED = re.compile(r"\b([A-Z][\w’'-]+) [“\"‘'(](?:the )?[A-Z][\w -]{1,20}[”\"’')] ([A-Z][\w-]+)\b")
_HEADS_OF_BODIES = frozenset(
    ["command", "front", "brigade", "brigades", "movement", "army", "council", "league", "union", "committee",
     "forum",
     "group", "network", "party", "guard", "legion", "bloc", "alliance", "coalition", "commission", "society",
     "association", "foundation", "battalion", "authority", "volunteers", "tigers", "lions", "falcons", "column",
     "brotherhood", "resistance", "embassy", "consulate", "directorate", "office", "desk", "mission", "agency"]
)  # fmt: skip
_FIRST_LINES = 250  # characters of a text whose roles may be given names below
_FEW = 3  # words: "a tribal mediator" says less than that
_SHORTEST_ACRONYM = 3
_FATHER_OF = frozenset(["أبو", "أم"])
_ONLY_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.[ -]?){2,4}")  # "W. C.", as interviews write who answers
_BESIDE_ROLE = frozenset(
    ["same", "selfsame", "supposed", "alleged", "purported", "presumed", "aforementioned",
     "said", "latter", "former", "veteran", "old", "elderly", "young", "younger", "older", "retired",
     "senior",
     "aged", "visiting", "outgoing", "newly", "freed", "released", "exiled", "ageing", "aging", "soft-spoken",
     "beleaguered", "embattled", "late", "career", "seasoned", "grieving", "weeping", "furious", "angry", "tired"]
)  # fmt: skip


def bare_role(actor: Actor) -> str:
    """A role in lower case without words that only say that it is the one known already: "the same brigadier"."""
    return " ".join(word for word in actor.name.lower().split() if word not in _BESIDE_ROLE) or actor.name.lower()


_ITS = frozenset(["group's", "group’s", "movement's", "movement’s", "organisation's", "organisation’s"])
_SEX_OF_POLITE = {"mr": "m", "mr.": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "miss": "f"}
_TWO = frozenset(["pair", "two", "both", "duo"])
_POLITE = re.compile(r"(?:mr|ms|madame|madam|monsieur|señor|herr)\.? (?=\w)", re.IGNORECASE)
_CAPITAL = r"[A-Z][\w’'-]+"
_BODY_IN_ROLE = re.compile(rf"(?:^|(?<=\s)){_CAPITAL}(?: {_CAPITAL})*(?: of (?:the )?{_CAPITAL}(?: {_CAPITAL})*)?")
# "the president of the Alpine Union": which union "the Union" will be
_OF_BODY = re.compile(r"\b(?:of|for) the ((?:[A-Z][\w’'-]+ )+(?:of (?:the )?)?(?:[A-Z][\w’'-]+ ?)*[A-Z][\w’'-]+)")


_GENERAL = frozenset(
    [
        "خبير",
        "مسؤول",
        "دبلوماسي",
        "متحدث",
        "ناطق",
        "سياسي",
        "قيادي",
        "ناشط",
        "حقوقي",
        "موفد",
        "مبعوث",
        "نقابي",
        "برلماني",
        "ضابط",
    ]
)


_MINISTRIES = frozenset(["خارجية", "داخلية", "دفاع"])


def _known_as(actor: Actor) -> list[str]:
    """Under what an office is found again; if its first word is its head, "minister of trade" is the minister too."""
    head = actor.head.lower()
    if actor.brief is None:
        return [head]
    words = head.split()
    ministry = ["وزارة"] if words[:1] and words[0] in _MINISTRIES else []  # "the French Foreign (Affairs)"
    return [*ministry, *(" ".join(words[:count]) for count in range(1, len(words) + 1))]


def _is_short(actor: Actor) -> bool:
    if actor.brief is not None:
        return actor.brief
    return bool(actor.head) and actor.definite and _words_beside(actor.name, actor.head.lower()) == 0


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def _words_beside(name: str, head: str) -> int:
    """How many words a name has besides its head and an article."""
    return sum(
        word.lower() not in (head, "the", "same", "its", "his", "her", "their", "our") for word in name.split()
    )


def sex_of(actor: Actor) -> str:
    """``m`` or ``f`` where a title, a role or a listed given name tells it; else empty."""
    told = actor.name if actor.role.startswith("whose ") else f"{actor.role} {actor.head} {actor.name}"
    words = [word.lower().rstrip(".") for word in told.split()]  # "whose son is missing" is no son
    if any(word in _WOMEN for word in words):
        return "f"
    if any(word in _MEN for word in words):
        return "m"
    if actor.kind is not ActorKind.PERSON:
        return ""
    given = next((word for word in _untitled(actor.name).split() if not _is_initial(word)), "")
    kinds = listed_kinds(given) & frozenset("mf") if given.lower() not in _EITHER else frozenset()
    return next(iter(kinds)) if len(kinds) == 1 else actor.gender if actor.brief is None else ""


_EITHER = frozenset(  # given names of men in one language and of women in another
    ["jean", "andrea", "nicola", "simone", "laurence", "michele", "joan", "robin", "kim", "sasha", "jan", "dominique",
     "claude", "camille", "maxime", "noor", "nour", "ariel", "noam", "lee", "leslie", "jordan", "alexis", "gabriele"]
)  # fmt: skip
_WOMEN = frozenset(
    ["mrs", "ms", "miss", "dame", "lady", "spokeswoman", "chairwoman", "congresswoman", "policewoman", "mother",
     "wife", "sister", "daughter", "aunt", "niece", "grandmother", "granddaughter", "widow", "fiancée", "mum",
     "mom", "queen", "princess", "nun", "abbess", "stepmother", "mother-in-law", "sister-in-law",
     "daughter-in-law", "woman", "girl", "headmistress", "stewardess", "landlady", "midwife", "godmother",
     "stepdaughter", "girlfriend"]
)  # fmt: skip
_MEN = frozenset(
    ["mr", "sir", "lord", "spokesman", "chairman", "congressman", "policeman", "father", "husband", "brother", "son",
     "uncle", "nephew", "grandfather", "grandson", "widower", "fiancé", "dad", "king", "prince", "emir", "sheikh",
     "monk", "abbot", "imam", "rabbi", "bishop", "archbishop", "priest", "stepfather", "father-in-law", "man", "boy",
     "brother-in-law", "son-in-law", "headmaster", "landlord", "fisherman", "boatman", "godfather", "boyfriend"]
)  # fmt: skip
_OUTLETS = frozenset(
    ["עיתון", "יומון", "שבועון", "ירחון", "מגזין", "אתר", "ערוץ", "תחנה", "סוכנות", "רשת", "صحيفة", "جريدة",
     "موقع", "قناة", "وكالة", "إذاعة", "محطة", "مجلة", "منصة", "station", "channel", "broadcaster", "agency",
     "newspaper", "daily", "outlet", "website", "site", "portal", "weekly", "magazine", "paper", "tabloid",
     "broadsheet", "radio"]
)  # fmt: skip
_PRINTED = frozenset(["newspaper", "daily", "weekly", "paper", "tabloid", "broadsheet", "magazine"])
_ON_AIR = frozenset(["radio", "station", "channel", "broadcaster"])
_ON_AIR_IN_NAMES = frozenset(
    ["radio", "station", "channel", "broadcaster", "tv", "television", "fm", "agency", "wire"]
)
_PRINTED_IN_NAMES = _PRINTED | {
    "post",
    "times",
    "herald",
    "courier",
    "gazette",
    "tribune",
    "agency",
    "wire",
    "ledger",
}
_MAY_BE_OURS = frozenset(["paper", "radio"])  # what a report also calls the medium that it stands in
_NEAR_MEDIUM = 600  # characters


def _untitled(name: str) -> str:
    """A name without the titles before it, if anything is left."""
    words = name.split()
    while len(words) > 1 and is_title(words[0]):
        words.pop(0)
    return " ".join(words)


def _shortens(full: str, short: str) -> bool:
    """Whether a name is the end of a fuller one, or the same with initials: "T. Arystan" for "Tulegen Arystan"."""
    a, b = [_without_ending(w) for w in full.split()], [_without_ending(w) for w in short.split()]
    if len(b) < len(a) and a[-len(b) :] == b:
        return True
    if len(b) == len(a) and all(x == y or (_is_initial(y) and x.startswith(y[0])) for x, y in zip(a, b, strict=True)):
        return True
    initials = {y[0] for y in b[:-1]}  # "H. M. Farr", of "Moktar Farr", whose "H." is a title
    return len(b) > len(a) and a[-1] == b[-1] and all(map(_is_initial, b[:-1])) and {x[0] for x in a[:-1]} <= initials


_RUSSIAN_ENDING = re.compile(r"(?<=[а-яё]{3})(?:ом|ым|ой|ого|ому|[ауеыияюй])$")


_ARABIC_ARTICLE = re.compile(r"^(?:al|el|ad|an|ar|as|at|az|ash|ul)[-'’](?=\w{3})")


def _without_ending(word: str) -> str:
    """The word in lower case without a Russian case ending or an Arabic article: a surname as it is looked up."""
    return _RUSSIAN_ENDING.sub("", _ARABIC_ARTICLE.sub("", word.lower()))

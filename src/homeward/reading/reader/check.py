"""The single checks that items of an answer must pass: quoted, one place, a known name, a number, a sign, a person.

In: a document laid out (`Ground`), a stretch of it, and words from an answer. Out: places, names, dates, people; or
`Refused` with its reason.
Leaves to others: which checks each kind of item must pass (`verify`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from homeward.reading.events import About
from homeward.reading.languages.language import Actor, ActorKind
from homeward.reading.proposals import ReadDate
from homeward.reading.reader.agreement import Denying, Sign, is_unreal, numbers_in, sign_of
from homeward.reading.reader.ground import Ground, Uttered
from homeward.reading.reader.quotes import Place, Quotable, nearest, together
from homeward.reading.reader.refusals import Refusal
from homeward.records import Attribution

_NAME_REACH = 2_000  # characters between a clause and the names of those who act in it
_BACK = 1_500  # characters before a statement in which the people it speaks of may have been named


class Refused(Exception):
    """One item is left out, and counted."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason.value)
        self.reason = reason


class Check:
    """The checks over one stretch of a document; `refused` counts what was left out.

    `twins` are how many items like the one at hand the answer holds, `twin` the how-manieth of them it is: where a
    sentence stands twice and is returned twice, each is one of the two.
    """

    def __init__(self, ground: Ground, window: Place) -> None:
        self.ground = ground
        self.text = ground.text
        self.words = Quotable(ground.text, *window)
        self.refused: Counter[Refusal] = Counter()
        self.twins, self.twin = 1, 0

    # --- places ----------------------------------------------------------------------------------------------------

    def quoted(self, quote: str) -> list[Place]:
        """Every place of the stretch where these words stand; at least one."""
        found = self.words.find(quote)
        if not found:
            raise Refused(Refusal.NOT_QUOTED)
        return found

    def place_of(self, quote: str, *beside: str) -> tuple[Place, list[Place]]:
        """The one place of a quote that fits best with other quotes, and theirs.

        Where several fit as well, the order decides if as many such items were returned; else nothing does.
        """
        pivots = self.quoted(quote)
        others = [self.quoted(words) for words in beside]
        fitted = [(*together(pivot, others), pivot) for pivot in pivots]
        least = min(cost for cost, _, _ in fitted)
        best = [(pivot, chosen) for cost, chosen, pivot in fitted if cost == least]
        if len(best) == 1:
            return best[0]
        if len(best) == self.twins:
            return best[self.twin]
        raise Refused(Refusal.AMBIGUOUS)

    def place_near(self, quote: str, to: Place, reach: int, *, outside: Sequence[Place] = ()) -> Place:
        """The place of a quote that is nearest to another, if it is near; not one within the places `outside`."""
        free = [p for p in self.quoted(quote) if not any(p[0] < o[1] and o[0] < p[1] for o in outside)]
        found = nearest(free, to) if free else None
        if found is None or max(found[0] - to[1], to[0] - found[1]) > reach:
            raise Refused(Refusal.APART)
        return found

    # --- names -----------------------------------------------------------------------------------------------------

    def name_near(self, name: str, to: Place) -> str:
        """A name as the document writes it: near a clause, else anywhere in the document."""
        found = self.words.find(name) or self.ground.whole.find(name)
        if not found:
            raise Refused(Refusal.NAME)
        return self.name_at(nearest(found, to))

    def name_at(self, place: Place) -> str:
        """Who stands there: as the rules name the actor if they see just him, else the words without an article."""
        actor = self.ground.actor_at(place)
        words = " ".join(self.text[slice(*place)].split())
        if actor is not None and actor.kind is not ActorKind.PRONOUN and actor.place == place:
            return " ".join(actor.name.split())
        first, _, rest = words.partition(" ")
        return rest if rest and first.lower() in ("the", "a", "an") else words

    def actor(self, source: Place, speaker: str | None = None, attribution: Attribution | None = None) -> Actor:
        """Whom the words of a source mean, under the fullest name that the document has for him."""
        seen = self.ground.actor_at(source)
        pronoun = self.ground.is_pronoun(source)
        kind = seen.kind if seen is not None else ActorKind.PERSON
        name = " ".join(seen.name.split()) if seen is not None and not pronoun else self.name_at(source)
        if speaker is not None:
            full = self.ground.whole.find(speaker)
            if not full:
                raise Refused(Refusal.NAME)
            other = seen is not None and seen.kind is ActorKind.PERSON and seen.name[:1].isupper()
            name = self.name_at(nearest(full, source))
            if other and seen is not None and not pronoun and not _share_a_word(name, seen.name):
                raise Refused(Refusal.NAME)  # the source names one person, the speaker is said to be another
        elif pronoun:
            attribution = Attribution.UNNAMED  # "he" whom nothing before names stays "he"
        if attribution is None:
            attribution = seen.attribution if seen is not None else Attribution.NAMED
        if attribution is Attribution.NAMED and name != name.upper() and name == name.lower():
            attribution = Attribution.UNNAMED  # no name in a script with capitals
        if kind is ActorKind.PRONOUN:
            kind = ActorKind.PERSON if name != self.text[slice(*source)] else ActorKind.ROLE
        return Actor(source, name, kind, attribution)

    # --- dates and numbers -----------------------------------------------------------------------------------------

    def date(self, words: str | None, near: Place, *, reach: int) -> ReadDate | None:
        """The date that the engine itself reads in these words; None, and counted, where it reads none."""
        if words is None:
            return None
        found = [p for p in self.words.find(words) if max(p[0] - near[1], near[0] - p[1]) <= reach]
        date = self.ground.date_at(nearest(found, near)) if found else None
        if date is None:
            self.refused[Refusal.DATE] += 1
        return date

    def number(self, count: int | None, place: Place) -> None:
        """Refuse a number that the words do not give."""
        if count is None:
            return
        given = numbers_in(self.text, place, self.ground.language_at(place), self.ground.room.dates_in(place))
        if count not in given:
            raise Refused(Refusal.NUMBER)

    # --- negations -------------------------------------------------------------------------------------------------

    def denying(self, place: Place) -> Denying:
        """How the language there says no."""
        denying = self.ground.denying_at(place)
        if denying is None:
            raise Refused(Refusal.LANGUAGE)
        return denying

    def sign(self, place: Place, within: Place, *, denied: bool = False, besides: Sequence[Place] = ()) -> Sign:
        """Whether the words affirm or negate, said by somebody who denies them or not."""
        flat, denying = self.ground.flat, self.denying(place)
        if denied and self.ground.quotation_of(place) is not None:
            # "No such visit took place," he denied: in his own words it is negated once.
            alone = sign_of(flat, place, within, denying, besides=besides)
            if alone is Sign.NEGATES:
                return alone
        return sign_of(flat, place, within, denying, denied=denied, besides=besides)

    def real(self, place: Place, within: Place, *, negated: bool = False) -> None:
        """Refuse a wish, a condition, a plan, a question."""
        language, dates = self.ground.language_at(place), self.ground.room.dates_in(within)
        denying = self.denying(place)
        if is_unreal(self.ground.flat, place, within, language, denying, negated=negated, dates=dates):
            raise Refused(Refusal.UNREAL)

    # --- people looked for -----------------------------------------------------------------------------------------

    def about(self, words: str | None, place: Place, uttered: Uttered | None, *, far: bool) -> About:
        """Who of the people looked for is meant. Only our own mentions tie anybody to anything.

        Args:
            words: the model's quote of the words that name them.
            far: whether the people may have been named before the sentence, as those of an answer may.
        """
        room, sentence = self.ground.room, uttered.sentence if uttered else self.ground.sentence_of(place)
        named = None
        if words is not None:
            named = self.place_near(words, place, _BACK)
            if (about := self.ground.about_words(named)).known:
                return about
        loose = named is None or self.ground.is_pronoun(named)
        if far and named is not None and self.text[slice(*named)] == self.text[slice(*named)].lower():
            loose = True  # "the people on the list": no name of anybody else
        if not loose:
            raise Refused(Refusal.ABOUT)
        about = room.about(place)
        if not about.known:
            about = room.about(sentence)
        if not about.known and far:
            about = room.about((sentence[0], place[0]), back=_BACK)
        if not about.known or (not far and len(about.persons) > 1):
            raise Refused(Refusal.ABOUT)
        return about


def _share_a_word(one: str, other: str) -> bool:
    a, b = ({w.strip(".,").casefold() for w in name.split()} for name in (one, other))
    return bool(a & b)

"""What the reading engine must be told of a language; each language's folder fills one in.

In: nothing. Out: `Language` and the values that its rules return to the steps that all languages share.
Leaves to others: the words themselves (the folders beside this file), and what follows from them (the engine).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from homeward.reading.dates import DateRules
from homeward.reading.proposals import ReadDate
from homeward.reading.segment import Paragraph, Quotation
from homeward.reading.tagging import TaggedStatement, TaggerLike
from homeward.records import AnswerCode, Attribution, ClaimSubject, ContactKind, ContactStatus, Manner, Polarity

MASK = "\ufffc"  # stands for each character of a quotation where only the reporter's own words are looked at
YOU = "you"  # the head of an actor who is only spoken to
Place = tuple[int, int]


class Words(Protocol):
    """Words found in a text, as `re.Match` tells of them."""

    def span(self) -> Place: ...
    def group(self) -> str: ...
    def groupdict(self) -> Mapping[str, str | None]: ...


class FindsWords(Protocol):
    """Whatever finds words in a text as a pattern does."""

    def finditer(self, text: str, /) -> Iterator[Words]: ...


class ActorKind(StrEnum):
    """What an actor seems to be; decides what it may stand for and who relays."""

    PERSON = "person"
    BODY = "body"
    MEDIUM = "medium"
    ROLE = "role"
    SOURCE = "source"
    PRONOUN = "pronoun"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody whom the text names or describes.

    `head` is the word, or the words, to which "the ministry" is tied later; `definite`: the words speak of one known
    already; `brief`: they say no more than "the ministry", where a language's rules know it better than a word count.
    `role`: in lower case, the words by which a person is described besides his name ("foreign minister").
    `gender`: ``m`` or ``f``, where the words or a verb that goes with it tell; else empty.
    `of`: for "his mother", how she is called once it is known whose ("mother of {}"), and that one's gender.
    """

    place: Place
    name: str
    kind: ActorKind
    attribution: Attribution
    head: str = ""
    definite: bool = True
    role: str = ""
    brief: bool | None = None
    gender: str = ""
    of: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Voice:
    """One cue of speech: somebody said something.

    Attributes:
        cue: place of the verb or phrase.
        speaker: whose words; None where the text leaves it to what went before.
        same_speaker: the cue shares the speaker of the cue before it.
        region: where the content lies; quotations in it are the content if `direct`.
        relays: actors through whom the words went, in the order in which they travelled.
        cited: an actor whom `speaker` cites for this content; then `speaker` is only a relay.
        to: to whom it was said. through: the medium, such as a post.
        source: the words nearest the cue that name the speaker, where they are more than the actor's own place.
        nobody: the words are given as said, by nobody who is named ("it was also noted that").
        attitude: a stance rather than words; it takes no part in chains.
        apart: said on an occasion of its own ("at a press conference"), not where the speaker was quoted before.
    """

    cue: Place
    manner: Manner
    speaker: Actor | None
    region: Place
    direct: bool = False
    same_speaker: bool = False
    contents: tuple[Place, ...] = ()
    relays: tuple[Actor, ...] = ()
    cited: Actor | None = None
    to: Actor | None = None
    through: str | None = None
    rule: str = "said"
    source: Place | None = None
    nobody: bool = False
    attitude: bool = False
    apart: bool = False


class EventKind(StrEnum):
    """What a sentence tells of besides words."""

    CONTACT = "contact"
    HANDOVER = "handover"
    SILENCE = "silence"
    COMMITMENT = "commitment"


@dataclass(frozen=True, slots=True)
class Step:
    """Words went from one to another, as a sentence tells.

    `giver`: None where only the words themselves are spoken of ("the Post ran it"). `receiver`: None for whoever
    publishes the text ("told us"). `told`: somebody spoke to somebody, so that it concerns only what this one said;
    `about`: it says that just these words were told ("repeated it to his brother").
    """

    giver: Actor | None
    receiver: Actor | None
    at: int
    told: bool = False
    about: bool = True


@dataclass(frozen=True, slots=True)
class RawEvent:
    """A contact, handover, promise or explicit silence as one sentence tells it; places are in the document.

    Attributes:
        by, to, others: the parties; `carrier` takes a list from one to the other, `through` the same as a name.
        where: the place; for a silence, whose it is, in the text's words.
        about: for a silence, the words for what is not mentioned; for a promise, those that must mean our people.
        when: the event's own date. dated: `place` is its own clause, and there is no other date than `when`.
        echo: a noun that may only speak of a contact told of before ("after the talks"); a promise whose own words do
            not say that it concerns people who are looked for.
        present: told in the present tense, so that a date to come makes it a plan.
        foretold: a promise told by "will" alone: whoever speaks may be the one who promises.
        again: of those who met before, where the text has told of them: "the two sides will meet again".
        strict: a silence, promise or contact that is none where its clause names nobody who is looked for.
        condition, refused, value: of a promise.
        heard: only the trained models found it, so that `place` is its whole sentence.
        at: the character at which the word stands that tells of it; -1 where no rule found it.
    """

    kind: EventKind
    place: Place
    by: Actor | None = None
    to: Actor | None = None
    others: tuple[Actor, ...] = ()
    through: str | None = None
    count: int | None = None
    where: str | None = None
    about: Place | None = None
    contact_kind: ContactKind | None = None
    status: ContactStatus | None = None
    rule: str = ""
    carrier: Actor | None = None
    when: ReadDate | None = None
    dated: bool = False
    echo: bool = False
    present: bool = False
    foretold: bool = False
    strict: bool = False
    again: bool = False
    condition: Place | None = None
    refused: bool = False
    value: str | None = None
    heard: bool = False
    at: int = -1


@dataclass(frozen=True, slots=True)
class View:
    """One sentence before the rules of a language.

    Attributes:
        text: the whole document. masked: as long as it, with speech in quotation marks replaced by `MASK`.
        start, stop: the sentence.
        quotes: quotations that are speech, inside it. dates: those inside it, but for those in its quotations.
        media: names, lower case, that the document itself shows to be media. before: the sentence before.
        quoted: it lies inside a quotation, so that "we" is whoever is quoted, and nothing is masked.
        tagged: what the trained tagger saw whose cue lies in the sentence; contents may lie outside it.
        quoted_dates: those inside its quotations.
    """

    text: str
    masked: str
    start: int
    stop: int
    quotes: tuple[Quotation, ...]
    dates: tuple[ReadDate, ...]
    media: frozenset[str] = frozenset()
    before: Place | None = None
    tagged: tuple[TaggedStatement, ...] = ()
    quoted: bool = False
    quoted_dates: tuple[ReadDate, ...] = ()

    @property
    def own_words(self) -> str:
        """The reporter's words."""
        return self.masked[self.start : self.stop]


@dataclass(frozen=True, slots=True)
class Sides:
    """Who took part in a contact, as the words that tell of it name them.

    Attributes:
        actors: those named, in order. weight: how plainly the words tell of a contact; more is plainer.
        place: where it was. when: the date that stands with it.
        again: it goes on with one told of before ("a second call"). both: so do all who took part ("the two"). of_those_held: whoever is
            left out may be the people looked for ("a visit was planned"). ours: whoever is left out may be the one
            who tells of it ("nobody from the Front had rung").
    """

    actors: tuple[Actor, ...]
    weight: float
    place: str | None = None
    when: ReadDate | None = None
    again: bool = False
    both: bool = False
    of_those_held: bool = False
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the rules of a language see in one sentence; `actors` are all whom it introduces, in order."""

    voices: tuple[Voice, ...] = ()
    events: tuple[RawEvent, ...] = ()
    actors: tuple[Actor, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimRule:
    """A predicate about a person. It is searched in the sentence that mentions the person.

    `takes`: a verb whose object is the person: "seized the crew". `past`: told as done, so that "when" before it is
    no condition.
    """

    subject: ClaimSubject
    polarity: Polarity
    pattern: re.Pattern[str]
    takes: bool = False
    past: bool = False


def _nothing(_view: View) -> Analysis:
    return Analysis()


@dataclass(frozen=True, slots=True)
class Language:
    """The words and rules of one language.

    Attributes:
        code: ISO 639-1; ``und`` for one that we do not know.
        abbreviations: lower case, without the stop.
        groups: terms for the people looked for, with optional groups ``n`` (number) before or inside.
        numbers: number words.
        analyse: voices and events of one sentence.
        answers: predicate by which a party answers, first match wins. answers_by_manner: those that are answers only
            as something denied, confirmed or asked for.
        claims: predicates about a person. unreal: what before a predicate makes it a wish, a plan or a condition.
        timely: those of `unreal` that only say when: before what is told as done they make nothing unreal.
        commitment: a promise of an act; group ``act``. promised_matter: what a promise must be of where its words name
            nobody who is looked for. town: group ``place``, where something happened, but for `no_town`. condition: a condition's words, found inside a promise.
        deadline: words that tie a date to a promise.
        they: pronouns and phrases that may stand for the group.
        untrue: what before an answer says that it is not so, or that others say so. itself: an answer that speaks in
            the third person, which may be an accusation where the speaker is not the party itself.
        nobody: a subject that denies whatever is told of it, before the predicate: "none of the sailors".
        denied_holding: what somebody denies who denies that he holds people.
        tagger: gives the trained tagger of statements and names, where there is one.
        speech: which of the quotations that marks show are speech, the reporter's clauses cut out of them.
        our_side: words for those who search, or only saw: what they say is no answer of a party.
        other_matter: behind a refusal to speak, an object that is nothing about the people looked for.
        office: those of `our_side` that name offices and companies, who answer where they decline, search or know nothing.
        bystander: words for those who tell of people without having had them in their hands.
        several, single: words that mean more than one of the people looked for, or one of them.
        holding: what stands at once before people whom somebody says he holds.
        group_term: shorter forms of a term given for the group ("the engineers" of "engineers of the dam").
        quoted_voices: who a sentence inside a quotation says that somebody else said something.
        goes_on: that a sentence without a word of speech goes on with what was told in the one before it.
        described: what a text itself calls the group, from the whole text, the given terms and the number of people.
        quoted_events: the events that a sentence inside a quotation tells of; the view hides nothing.
        promises_told: its clauses tell of promises, so that `commitment` need not be looked for.
        subject_of: whose clause the predicate at a character is; None where the clause names nobody.
        promised_to: to whom the words of a promise promise it: whoever is to be told, called,
            handed something; `YOU` is whoever is spoken to.
        promise_parts: a promise found in a sentence, with who gives it, to whom and on what condition, as the sentence shows.
        author_of: who put out the text that is silent, by the document, the words for it and where they stand.
        silent_one: who is silent in a sentence known to tell of a silence, or the words for a text that is.
        promise_of: who does what the verb at a place of a promise tells, where its own subject names him.
        with_parties: an event found in a sentence, with those who took part as the grammar of its clause shows them.
        promise_refused: words by which somebody refuses to promise anything.
        foretold: the verb in the future by which words promise an act, by the forms of a language's verbs.
        unpromised: a verb of promising with the words by which it promises nothing: asked, doubted, to oneself.
        parties_in: who takes part in what a place of the text tells, the subject first, quotations included.
        stem: the word without its ending, for languages that inflect names.
        describe: whom a noun phrase names, such as the label of a turn in a transcript.
        reprinted: a line that says in which medium the whole text came out before; group ``medium``.
        frame: the paragraph that names the media through which all that is said behind it came, and these.
        bodies: the bodies and media that a text names, wherever they stand.
        introduced: the nouns by which a text anywhere introduces people, each with whom it does.
        reviewed: the places of a review of the press that each sum up one medium, and that medium.
        promises_nothing: whether all that a sentence and the quotations in it tell of as to come is such that nobody binds himself to it.
        unheard: by kind of event, words beside which a sentence that sounds like one tells of none.
        listed: what is handed over. refused: that a sentence which sounds like a promise is none or refuses one.
        sides: who took part in a contact of which only a whole sentence tells, by its clauses.
        counted: "eight people": terms for the group only where the number is that of the people looked for.
    """

    code: str
    dates: DateRules
    groups: tuple[re.Pattern[str], ...]
    numbers: dict[str, int]
    analyse: Callable[[View], Analysis] = _nothing
    abbreviations: frozenset[str] = frozenset()
    answers: tuple[tuple[AnswerCode, re.Pattern[str]], ...] = ()
    answers_by_manner: tuple[tuple[Manner, AnswerCode, re.Pattern[str]], ...] = ()
    claims: tuple[ClaimRule, ...] = ()
    unreal: re.Pattern[str] | None = None
    timely: re.Pattern[str] | None = None
    commitment: re.Pattern[str] | None = None
    promised_act: re.Pattern[str] | None = None
    promised_matter: re.Pattern[str] | None = None
    town: re.Pattern[str] | None = None
    no_town: re.Pattern[str] | None = None
    condition: re.Pattern[str] | None = None
    deadline: re.Pattern[str] | None = None
    they: re.Pattern[str] | None = None
    untrue: re.Pattern[str] | None = None
    nobody: re.Pattern[str] | None = None
    itself: re.Pattern[str] | None = None
    denied_holding: re.Pattern[str] | None = None
    counted: tuple[re.Pattern[str], ...] = ()
    tagger: Callable[[], TaggerLike] | None = None
    speech: Callable[[str, Sequence[Paragraph], Sequence[Quotation]], list[Quotation]] | None = None
    our_side: re.Pattern[str] | None = None
    office: re.Pattern[str] | None = None
    other_matter: re.Pattern[str] | None = None
    bystander: re.Pattern[str] | None = None
    several: re.Pattern[str] | None = None
    single: re.Pattern[str] | None = None
    holding: re.Pattern[str] | None = None
    group_term: Callable[[str], FindsWords | None] | None = None
    described: Callable[[str, Sequence[str], int | None], Sequence[FindsWords]] | None = None
    quoted_events: Callable[[View], tuple[RawEvent, ...]] | None = None
    promises_told: bool = False
    quoted_voices: Callable[[View], Analysis] | None = None
    goes_on: Callable[[View], bool] | None = None
    subject_of: Callable[[View, int], Actor | None] | None = None
    parties_in: Callable[[str, Place], Sequence[Actor]] | None = None
    stem: Callable[[str], str] | None = None
    promised_to: Callable[[str, Place], Actor | None] | None = None
    promise_of: Callable[[str, Place, int], Actor | None] | None = None
    promise_parts: Callable[[View, RawEvent], RawEvent] | None = None
    author_of: Callable[[str, str, int], Actor | None] | None = None
    silent_one: Callable[[View, RawEvent], tuple[Actor | None, str | None]] | None = None
    with_parties: Callable[[View, RawEvent], RawEvent] | None = None
    promise_refused: re.Pattern[str] | None = None
    unpromised: re.Pattern[str] | None = None
    promises_nothing: Callable[[Sequence[View]], bool] | None = None
    foretold: Callable[..., re.Match[str] | None] | None = None
    describe: Callable[[str, Place], Actor] | None = None
    reprinted: re.Pattern[str] | None = None
    frame: Callable[[str, Sequence[Paragraph]], tuple[int, tuple[Actor, ...]] | None] | None = None
    reviewed: Callable[[str, Sequence[Paragraph]], list[tuple[Place, Actor]]] | None = None
    bodies: Callable[[str], Sequence[Actor]] | None = None
    introduced: Callable[[str], Sequence[tuple[str, Actor]]] | None = None
    unheard: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    listed: re.Pattern[str] | None = None
    sides: Callable[[View], Sides | None] | None = None
    refused: re.Pattern[str] | None = None

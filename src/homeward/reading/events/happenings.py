"""Contacts, handovers, told promises and explicit silences of a sentence, as proposals.

In: the `RawEvent`s that a language's rules saw. Out: proposals with their parties resolved and their dates.
Leaves to others: finding them (each language's folder).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from homeward.reading.events import lists_given, meant
from homeward.reading.events.answers import FAMILY, is_side_of
from homeward.reading.events.promises import due_date, promised_to
from homeward.reading.events.room import WE, Room, inner_sentences
from homeward.reading.languages.language import Actor, ActorKind, EventKind, Language, Place, RawEvent, View
from homeward.reading.links import links_of
from homeward.reading.proposals import Proposal, ProposalKind, ReadDate
from homeward.reading.statements import SeenSentence, Statement
from homeward.records import ContactKind, ContactStatus, Manner, PartialDate, Polarity

_NAMES = re.compile(
    r"(?<!\w)(?:ש?שמ?ות|שם|שמו|שמה|מילה|עלי[והם]|עליהן|מהם|בה|בו|האחר(?:ים|ות)|أسماء\w*|اسم\w*|منهم|منهما|عنهم|عنه|عنها)(?!\w)"
)
_TEXTS = re.compile(r"הודע|הצהר|מסמך|דו\"ח|بيان|تقرير")  # a text is silent, not whoever was met last
_YEAR = re.compile(r"\d{4}")
_AHEAD = 400  # characters behind words that begin a text in which it is told whom "him" means
_REACH = 1500  # characters before a promise in which the people it concerns may have been named


def statement_around(event: RawEvent, statements: Sequence[Statement]) -> Statement | None:
    """The innermost statement in whose words the event is told."""
    anchor = event.by or event.to
    place = anchor.place if anchor else event.place
    if event.kind is EventKind.SILENCE and event.about:
        place = event.about
    if event.kind is EventKind.COMMITMENT or event.dated:
        place = event.place
    around = [
        (s, b - a)
        for s in statements
        for a, b in s.contents
        if a <= place[0] + 1 and min(place[1], place[0] + 30) <= b + 1
    ]
    return min(around, key=lambda pair: pair[1])[0] if around else None


def propose_event(room: Room, seen: SeenSentence, event: RawEvent, statement: Statement | None) -> Iterator[Proposal]:
    """The proposal that an event makes, if it concerns the case."""
    document = room.document
    speaker = None
    if statement is not None and statement.chained.voice.speaker is not None and statement.chained.actors:
        speaker = statement.chained.actors[0]
        if "our " in document.text[slice(*speaker.place)].lower() and document.publisher:
            speaker = replace(speaker, name=document.publisher)  # "our chair": the publisher's own voice
    if event.kind is EventKind.SILENCE and event.at >= 0:
        event = _without_unnamed(room, event)
    if event.at >= 0 or (event.kind is EventKind.SILENCE and not event.dated):
        event = with_parties(room, seen, event)
    if event.kind is EventKind.SILENCE and event.at >= 0:
        event = _without_unnamed(room, event)
    if event.kind is EventKind.COMMITMENT:
        yield from _propose_commitment(room, seen, event, statement, speaker)
        return
    people = _people(room, event, speaker, statement is not None and statement.direct)
    for one in people:
        room.note(one)
    names = [without_owner(a.name) for a in people]
    if event.again and event.kind is EventKind.CONTACT and room.met and len(room.met[-1]) > 1:
        names = list(room.met[-1])
    if _is_to_teller(event, speaker, names):
        names.append(speaker.name if speaker is not None else "")
    if not names and event.kind is EventKind.CONTACT and not event.others and event.by is None and room.met:
        names = list(room.met[-1])  # "no such visit took place": the one told of before
    by = names[0] if event.by is not None else None
    to = names[1 if event.by is not None else 0] if event.to is not None else None
    nobody = {a.name for a in people if meant.is_unknown(a)}
    by, to = (None if name in nobody else name for name in (by, to))
    names = meant.both([name for name in names if name not in nobody], room.met)
    if event.kind is EventKind.CONTACT and by is not None and names and by not in names:
        by, to = names[0], None  # "the two"
    scope = next((c for c in statement.contents if c[0] <= event.place[1]), event.place) if statement else event.place
    span = document.span(
        *(scope if statement and event.kind is not EventKind.SILENCE and not event.dated else event.place)
    )
    about = room.about((span.start, span.stop))
    carrier = room.who(event.carrier, speaker, [by or ""]).name if event.carrier else None
    if event.kind is EventKind.HANDOVER and event.dated:
        by, to = lists_given.between_met(room, event, by, to, speaker)
    if event.kind is EventKind.HANDOVER and event.dated and to is None and by is not None:
        to = lists_given.receiver(room, by, carrier)
    if (
        event.kind is EventKind.HANDOVER
        and event.dated
        and by is None
        and speaker is not None
        and event.to is not None
    ):
        others = [x for x in (event.to, event.carrier) if x is not None]
        by = lists_given.giver(room, seen.language, others, (to, carrier), speaker)
    if event.kind is EventKind.HANDOVER and not event.dated:
        to = room.met_with(by, event.place[0]) if to is None and by is not None else to
        by = room.met_with(to, event.place[0]) if by is None and to is not None else by
    base = Proposal(
        ProposalKind(event.kind.value),
        span,
        because=f"{event.kind.value}: {event.rule}",
        confidence=0.7,
        chain=links_of(document, statement.chained if statement else None),
        manner=statement.chained.voice.manner if statement else Manner.REPORTED,
        date=_date(room, seen, event, statement, (span.start, span.stop)),
        by=by,
        to=to,
        through=carrier or event.through,
        persons=about.persons,
        collective=about.collective,
        count=event.count or about.count,
    )
    if event.kind is EventKind.CONTACT:
        yield from _propose_contact(room, seen, event, statement, base, tuple(dict.fromkeys(names)), about.count)
    elif event.kind is EventKind.HANDOVER:
        room.receiver = base.to or room.receiver
        base = lists_given.with_what_is_known(room, event, base)
        # Only a day given for it: "had handed", said on the 28th, does not mean handed over on the 28th.
        yield base
    elif event.about is not None:
        yield from _propose_silence(room, seen, event, base, by, speaker)


def _without_unnamed(room: Room, event: RawEvent) -> RawEvent:
    """A silence whose subject is one of the people looked for is nobody's yet: they are what goes unsaid."""
    by, about = event.by, event.about
    if by is None or not any(
        m.span.start <= by.place[1] and by.place[0] <= m.span.start
        for m in room.mentions_in((by.place[0] - 3, by.place[1] + 1))
    ):
        return event
    whole = (min(by.place[0], about[0]), max(by.place[1], about[1])) if about is not None else by.place
    return replace(event, by=None, about=whole)


def with_parties(room: Room, seen: SeenSentence, event: RawEvent) -> RawEvent:
    """The event with those who took part, where the rules of its language tell them from its whole sentence."""
    find = seen.language.with_parties
    return find(clause_of(room, seen, event), event) if find is not None else event


def clause_of(room: Room, seen: SeenSentence, event: RawEvent) -> View:
    """The sentence that tells of an event: one inside a quotation, whose "we" is who is quoted, or the reporter's."""
    view, text = seen.view, room.document.text
    for quote in view.quotes:
        if quote.is_speech and quote.inner_start <= event.place[0] and event.place[1] <= quote.inner_stop:
            for start, stop in inner_sentences(text, (quote.inner_start, quote.inner_stop)):
                if start <= event.place[0] < stop:
                    return View(text, text, start, stop, (), tuple(room.dates_in((start, stop))), quoted=True)
    return view


def _is_to_teller(event: RawEvent, speaker: Actor | None, names: Sequence[str]) -> bool:
    """Whether a call of which only the caller is told was to whoever tells of it: "my niece telephoned on Monday"."""
    alone = event.kind is EventKind.CONTACT and event.by is not None and event.others == (event.by,)
    called = event.contact_kind in (ContactKind.CALL, ContactKind.LETTER)
    told = speaker is not None and speaker.kind in (ActorKind.PERSON, ActorKind.ROLE) and speaker.name not in names
    return alone and called and told and len(set(names)) == 1


def without_owner(name: str) -> str:
    """Somebody without the pronoun for whose he is: "her counterpart" is "counterpart"; kin stay somebody's."""
    return _WHOSE.sub("", name)


_KIN_OF_HIS = (
    r"(?:\w+ )?(?:mother|father|sister|brother|wife|husband|son|daughter|uncle|aunt|cousin|niece|nephew|grand\w+|"
    r"parents|family|widow)\b"
)  # "mother" alone could be a mother of those looked for
_WHOSE = re.compile(
    r"^(?:his|her|its|their|our|my|your) (?!own\b|men\b|people\b|fighters\b|soldiers\b|officers\b|managers\b|"
    rf"troops\b|followers\b|staff\b|office\b|{_KIN_OF_HIS}|Grace|Excellency|Eminence|Holiness|Majesty|Highness|Honour|"
    r"Lordship|Beatitude)(?=\w)",
    re.IGNORECASE,
)


def _people(room: Room, event: RawEvent, speaker: Actor | None, direct: bool = False) -> list[Actor]:
    """Who took part, each under his own name; a pronoun is none of the others, nor "he" whoever is quoted."""
    given = [a for a in (event.by, event.to, *event.others) if a is not None]
    fixed = {id(a): room.who(a, speaker) for a in given if a.kind is not ActorKind.PRONOUN}
    taken = [a.name for a in fixed.values()]
    left_out = [a for a in given if a.place[0] == a.place[1] and a.kind is ActorKind.PRONOUN]
    if left_out and speaker is not None and speaker.name not in taken and event.kind is EventKind.CONTACT:
        fixed[id(left_out[0])] = speaker  # "a letter from him came", somebody says: to him who says so
        taken.append(speaker.name)
    found = []
    for actor in given:
        if id(actor) in fixed:
            found.append(fixed[id(actor)])
        else:
            met = event.kind is EventKind.CONTACT
            besides = (
                [*taken, speaker.name]
                if direct and speaker is not None and (actor.head or actor.name).lower() not in WE
                else taken
            )
            known = room.who(actor, speaker, besides, earlier=actor is event.by, met=met)
            taken.append(known.name)
            found.append(known)
    return found


def _date(
    room: Room, seen: SeenSentence, event: RawEvent, statement: Statement | None, place: Place
) -> ReadDate | None:
    dated = (
        room.heading_paragraph == seen.paragraph and statement is None and event.status is not ContactStatus.DENIED
    )
    heading = room.heading if dated else None
    if event.dated:
        if event.when is None and event.carrier is not None and event.carrier.kind is ActorKind.PRONOUN:
            return room.met_on or heading  # "through him they handed over": on the visit told of just before
        return event.when or heading
    dates = room.dates_in(place) or ([] if statement else room.dates_in((seen.view.start, seen.view.stop)))
    return dates[0] if dates else heading


def place_told(room: Room, language: Language, place: Place, names: Sequence[str]) -> str | None:
    """The town that words name as where something happened, which is nobody who took part."""
    text = room.document.text
    if language.town is None:
        return None
    parties = {word for name in names for word in name.split()}
    for match in language.town.finditer(text, *place):
        words = match["place"]
        span = match.span("place")
        dated = any(d.span.start < span[1] and span[0] < d.span.stop for d in room.dates_in((place[0], place[1] + 1)))
        if not (
            dated
            or parties & set(words.split())
            or room.mentions_in((span[0], span[1] + 1))
            or (language.no_town is not None and language.no_town.search(words))
        ):
            return words
    return None


def _propose_contact(
    room: Room,
    seen: SeenSentence,
    event: RawEvent,
    statement: Statement | None,
    base: Proposal,
    names: tuple[str, ...],
    count: int | None,
) -> Iterator[Proposal]:
    status = event.status or ContactStatus.HELD
    if event.strict and event.kind is EventKind.CONTACT and not room.mentions_in(_clause(room, event)):
        return  # about prices, or with merchants
    if event.echo and not event.dated and room.met:
        return  # "the talk lasted an hour": one told of before
    if event.dated:
        alone = len(names) == 1 and event.by is not None and event.by in event.others  # nobody else is told
        if (len(names) < 2 and not alone) or (names in room.met[-1:] and event.echo):
            return
        if event.echo and any(set(names) == set(met) for met in room.met):
            return  # "after the talks with the Front": a contact told of before
        published = room.document.published
        first = base.date.value.earliest if base.date else None
        if (
            event.present
            and status is ContactStatus.HELD
            and published
            and published.latest
            and first
            and first > published.latest
        ):
            status = ContactStatus.PLANNED
        if statement is not None and base.manner is Manner.DENIED and status is ContactStatus.HELD:
            status = ContactStatus.DENIED
    where = event.where
    if where is None:
        where = place_told(room, seen.language, event.place, (*names, base.by or ""))
    room.met.append(names)
    room.met_on, room.met_at = base.date, event.place[0]
    yield replace(
        base,
        participants=names,
        place=where,
        count=count,
        contact_kind=event.contact_kind,
        contact_status=status,
        to=names[1] if len(names) > 1 else base.to,
    )


def _clause(room: Room, event: RawEvent) -> Place:
    """An event's own words and what follows them in the sentence."""
    stop = _FULL_STOP.search(room.document.text, event.place[1])
    return event.place[0], stop.start() if stop is not None else len(room.document.text)


_FULL_STOP = re.compile(r"[.!?;\n]")


def _propose_commitment(
    room: Room, seen: SeenSentence, event: RawEvent, statement: Statement | None, speaker: Actor | None
) -> Iterator[Proposal]:
    document = room.document
    if event.strict and not _concerns(room, seen, event):
        return
    parts = seen.language.promise_parts
    if parts is not None:
        event = event if event.heard else parts(clause_of(room, seen, event), event)
        if event.to is not None and _is_sought(room, event.to.place):
            event = replace(event, to=None)  # "will tell the hostages": the people looked for are no party
    about = room.about(event.place)
    if not about.known:
        about = room.about((seen.view.start, seen.view.stop))
    if not about.known:
        about = room.about((seen.view.start, seen.view.start), back=_REACH)
    if not about.known and seen.language.code == "en" and _CONCERN.search(document.text, *event.place):
        about = room.about((event.place[1], event.place[1] + _AHEAD))
    if not about.known and event.echo:
        return
    if event.by is None and speaker is None:
        speaker = room.last_body(event.place[0], event.to.name if event.to is not None else None)
    if event.by is None:
        by, to = speaker, room.who(event.to, speaker) if event.to else None
    else:
        people = _people(room, replace(event, others=()), speaker)
        by, to = people[0], people[1] if len(people) > 1 else None
        unknown = event.by.kind is ActorKind.PRONOUN and by.kind is ActorKind.PRONOUN
        if speaker is not None and (unknown or (event.foretold and _speaks_for(room, speaker, by))):
            by = speaker
    if by is None or _is_theirs(room, event, by):
        return
    if event.to is not None and to is not None and to.name == by.name:  # "somebody there has promised me"
        to = _told_it(room, seen, event, statement)
    told = statement.chained.voice.to if statement is not None else None
    if to is None and told is not None and _may_be_promised(room, told) and speaker is not None:
        heard = room.who(told, speaker, [by.name])
        to = heard if heard.name != by.name and heard.kind is not ActorKind.PRONOUN else None
    if to is None and seen.language.code == "en" and statement is not None:
        to = _first_hearer(room, statement, by)
    if to is None and seen.language.code == "en":
        met = room.met_with(by.name, event.place[0])
        to = replace(by, name=met) if met is not None else None
    given_to = promised_to(room, seen.language, event.place, by.name, speaker) if to is None else to.name
    if given_to is None and seen.language.code == "he":
        given_to = room.met_with(by.name, event.place[0])
    due = _then(room, seen, event, due_date(room, seen.language, event.place, event.condition))
    condition = document.span(*event.condition) if event.condition else None
    yield Proposal(
        ProposalKind.COMMITMENT,
        document.span(*event.place),
        because=f"commitment: {event.rule}"
        + (", refused" if event.refused else "")
        + (", with a condition" if condition else "")
        + ("" if due else "; no date given"),
        confidence=0.75,
        chain=links_of(document, statement.chained if statement else None),
        manner=statement.chained.voice.manner if statement else Manner.REPORTED,
        direct=statement.direct if statement else False,
        date=next((d for d in statement.chained.dates if d), None) if statement else None,
        due=due,
        condition=condition,
        by=by.name,
        to=given_to,
        persons=about.persons,
        collective=not about.persons,
        count=about.count,
        value=event.value,
        polarity=Polarity.DENIES if event.refused else None,
    )


def _is_theirs(room: Room, event: RawEvent, by: Actor) -> bool:
    """Whether the people looked for promise something themselves, or their kin only say what they hope for."""
    if event.by is not None:
        whole = room.mentions_in((event.by.place[0], event.by.place[1] + 1))
        return event.by.kind is not ActorKind.PRONOUN and any(
            m.span.start <= event.by.place[0] + 4 and event.by.place[1] <= m.span.stop for m in whole
        )
    if event.heard and _is_sought(room, by.place):
        return True  # "the letter from Dana says that she will be home"
    first = _FIRST_PERSON.match(room.document.text, event.place[0]) is not None
    return event.foretold and not first and FAMILY.search(f"{by.name} {by.role}") is not None


def _told_it(room: Room, seen: SeenSentence, event: RawEvent, statement: Statement | None) -> Actor | None:
    """Who "me" and "us" are to whom somebody promises: who passes his words on, or the publisher."""
    if event.to is None or event.to.kind is not ActorKind.PRONOUN or event.to.name.lower() not in _US:
        return None
    if clause_of(room, seen, event).quoted:
        actors = statement.chained.actors if statement is not None else ()
        return actors[1] if len(actors) > 1 else None
    publisher = room.who(event.to)
    return publisher if publisher.kind is not ActorKind.PRONOUN else None


_US = ("me", "us")


def _first_hearer(room: Room, statement: Statement, by: Actor) -> Actor | None:
    """Who was told the words and passed them on: "the chief told a priest that" they would be freed."""
    actors = statement.chained.actors
    if len(actors) < 2 or actors[0].name != by.name:
        return None
    cue = room.document.text[slice(*statement.chained.voice.cue)].lower().split()
    heard = actors[1]
    told = bool(cue) and cue[-1] in _TELLING and heard.kind in (ActorKind.PERSON, ActorKind.ROLE, ActorKind.BODY)
    return heard if told and _may_be_promised(room, heard) else None


_TELLING = frozenset(
    ["told", "tells", "telling", "assured", "assures", "informed", "informs", "promised", "swore", "vowed", "pledged"]
)


def _may_be_promised(room: Room, told: Actor) -> bool:
    """Whether words said to somebody promise him something: reporters only pass them on."""
    words = f"{told.name} {room.document.text[slice(*told.place)]}"
    return told.kind is not ActorKind.MEDIUM and _PASSING_ON.search(words) is None


_PASSING_ON = re.compile(
    r"\b(?:reporters?|journalists?|correspondents?|press|news|newspapers?|daily|weekly|viewers|listeners|broadcasters?)\b|журналист|репорт[её]р|"
    r"корреспондент|כתבים|עיתונאים|صحفيين|الصحفيين|صحافيين|الصحافيين|مراسلين",
    re.IGNORECASE,
)


def _is_sought(room: Room, place: Place) -> bool:
    """Whether a whole phrase names people looked for; "the mother of Dana Mirell" does not."""
    near = room.mentions_in((place[0] - 5, place[1] + 1))
    return any(m.span.start <= place[0] + 5 and place[1] <= m.span.stop for m in near)


_WHERE = re.compile(
    r" (?:(?:from|in|to|at|on|of) which|where|whose) "
)  # "roads to the province from which they were taken"
_FIRST_PERSON = re.compile(r"\W*(?:I|we)\b", re.IGNORECASE)
_PEOPLE = re.compile(
    r"(?:they|he|she|both|the (?:\w+ )?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|others?|rest|"
    r"first|men|women|group))\b",
    re.IGNORECASE,
)
_CONCERN = re.compile(
    r"\b(?:them|him|(?<=\w )her(?! \w)|lists?|names?|registers?|famil(?:y|ies)|relatives|parents|mothers|wives|"
    r"letters|parcels?|photographs?|prisoners|captives|hostages|their (?:letters|names|homes))\b",
    re.IGNORECASE,
)


def _concerns(room: Room, seen: SeenSentence, event: RawEvent) -> bool:
    """Whether a promise that its words alone do not show to be ours names the people, or what is done for them."""
    text = room.document.text
    if event.about is not None:
        near = event.about[0], event.about[1] + 1
        return bool(room.mentions_in(near)) or (bool(room.mentions) and _PEOPLE.match(text, *event.about) is not None)
    matter = seen.language.promised_matter
    if matter is not None:
        return bool(room.mentions_in(event.place)) or (
            bool(room.mentions) and matter.search(text, *event.place) is not None
        )
    where = _WHERE.search(text, *event.place)
    kept = (event.place[0], where.start()) if where is not None else event.place
    return bool(room.mentions_in(kept)) or (bool(room.mentions) and _CONCERN.search(text, *event.place) is not None)


def _then(room: Room, seen: SeenSentence, event: RawEvent, due: ReadDate | None) -> ReadDate | None:
    """A deadline without a year of a promise given long ago lies in its time: "in May 2022 he vowed ... by June"."""
    published = room.document.published
    given = room.dates_in((seen.view.start, event.place[0]))
    latest = due.value.latest if due is not None else None
    if due is None or latest is None or not given or published is None or published.latest is None:
        return due
    begun = given[-1].value.earliest
    if latest <= published.latest or begun is None or begun > published.latest or _YEAR.search(due.span.text):
        return due
    back = latest.year - begun.year
    for years in (back, back - 1):
        try:
            moved = latest.replace(year=latest.year - years)
        except ValueError:  # 29 February
            continue
        if moved >= begun and years > 0:
            return replace(due, value=PartialDate.read(f"../{moved.isoformat()}"))
    return due


def _speaks_for(room: Room, speaker: Actor, body: Actor) -> bool:
    """Whether somebody who says what a body will do speaks for it: his title names it, or he is given no title."""
    if speaker.kind is not ActorKind.PERSON:
        return False
    return is_side_of(body, speaker, room.document.text) or not (speaker.role or room.has_office(speaker))


_VAGUE = frozenset(["it", "they", "this", "that", "none", "its", "his", "her", "their", "he", "she", "nothing"])
AuthorOf = Callable[[str, str, int], Actor | None]
_BARE_TEXT = re.compile(r"(?:the )?(?:statement|communiqu[eé]|letter|reply|answer|readout|text|message|note)", re.I)


def _whose_silence(
    room: Room, author_of: AuthorOf, event: RawEvent, by: str | None, speaker: Actor | None
) -> tuple[str | None, Actor | None]:
    """Whose silence it is: the words that say so; else whoever put out the text, or whom the text spoke of last."""
    vague = by is None or by.lower() in _VAGUE
    words = event.where or (by if not vague else None)
    if not event.dated:
        return words, None
    asked = event.where or (by if vague else None)
    author = author_of(room.document.text, asked, event.place[0]) if asked else None
    if author is not None:
        known = room.who(author)
        if known.kind is not ActorKind.PRONOUN:
            return known.name, None
    if words is not None and _BARE_TEXT.fullmatch(words) is None:
        return words, None
    return None, room.last_told_of(event.place[0], speaker.name if speaker is not None else None)


def _propose_silence(
    room: Room, seen: SeenSentence, event: RawEvent, base: Proposal, by: str | None, speaker: Actor | None
) -> Iterator[Proposal]:
    assert event.about is not None
    passed_over = event.about
    words = room.document.span(*passed_over)
    bare = _BARE_TEXT.fullmatch(event.where or by or "") is not None  # "the communiqué": of whom the text spoke last
    told = event.dated and (bare or not (event.where or by))
    last = room.last_body(event.place[0], speaker.name if speaker is not None else None) if told else None
    if seen.language.author_of is not None:
        whose, last = _whose_silence(room, seen.language.author_of, event, by, speaker)
        event, bare = replace(event, where=whose), whose is None and last is not None
        by = by if whose is None else None
    told_in = _TEXTS.search(room.document.text[slice(*event.place)])
    party = room.met[-1][-1] if not event.dated and room.met and room.met[-1] and told_in is None else None
    whose = event.where or by or (last.name if last is not None else party or "the text")
    if bare and last is not None:
        whose = last.name
    unheard = room.about(passed_over)
    if not unheard.known and event.at >= 0:  # the words that go unsaid may stand on either side of the verb
        unheard = room.about(_clause(room, event))
    if not unheard.known and not event.dated and _NAMES.search(words.text):
        unheard = room.about((passed_over[0], passed_over[0]), back=_REACH)
    if not unheard.known and event.dated:
        unheard = room.about((passed_over[0], passed_over[0]), back=_REACH)
        if not unheard.known:
            return
    whole = room.document.text[slice(*event.place)]
    if not unheard.known and event.strict and not room.about(event.place).known and not _NAMES.search(whole):
        return  # "did not refer to the recording": nobody who is looked for
    if not unheard.known and event.echo:  # "he gave no names": those of whom the text spoke before
        unheard = room.about((passed_over[0], passed_over[0]), back=_REACH)
    yield replace(
        base,
        by=whose,
        about=f"{whose}: {words.text}",
        persons=unheard.persons,
        collective=unheard.collective,
        confidence=0.8 if unheard.known else 0.4,
        because=f"explicit silence: {event.rule}" + ("" if unheard.known else "; it may be about something else"),
    )

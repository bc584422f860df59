"""Everything with a day, in order: contacts, hand-overs, answers, promises, lists, silences, and what was claimed.

In: what stands. Out: events sorted by the earliest day each can mean. What has no day is not on the line.
Each label says who tells it; `disputed` marks what stands against something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext, ngettext

from homeward.casework import wording
from homeward.casework.access import ref_of
from homeward.casework.models import Answer, Claim, Contact, Direction, Person
from homeward.casework.queries.ground import Ground
from homeward.casework.queries.picture import disputed_claims
from homeward.casework.queries.shown import actor_name, claim_dates, name_of, party_name, promised_by, say
from homeward.casework.queries.silences import silence_lines
from homeward.casework.queries.unanswered import handed_to
from homeward.casework.results import TimelineEvent
from homeward.records import ContactStatus, PartialDate

CLAIMED = "claim"
"""The kind of what was claimed."""


def timeline_events(ground: Ground) -> tuple[TimelineEvent, ...]:
    """The time line of a case."""
    return tuple(in_words(ground, _events(ground)))


def events_of(ground: Ground, person: Person) -> tuple[TimelineEvent, ...]:
    """Those of one person's ground that are about the person, or about a list on which the person is.

    What was claimed has no words yet: `in_words` gives them to those that are shown.
    """
    return tuple(e for e in _events(ground) if not e.persons or ref_of(person) in e.persons)


def in_words(ground: Ground, events: Iterable[TimelineEvent]) -> Iterator[TimelineEvent]:
    """The events with the words of those that tell what was claimed."""
    claims = {ref_of(claim): claim for claims in ground.claims.values() for claim in claims}
    for event in events:
        if event.kind == CLAIMED:
            claim = claims[event.ref]
            said = say(ground, claim)
            of = "" if claim.collective else f"{name_of(ground, ground.people[claim.person_id]).text}: "
            event = replace(event, label=f"{of}{said}")
        yield event


def _events(ground: Ground) -> list[TimelineEvent]:
    events = [*_contacts(ground), *_lists(ground), *_handovers(ground), *_answers(ground)]
    events += [*_promises(ground), *_claims(ground), *_silences(ground)]
    return sorted(events, key=lambda event: (_first(event.on), event.kind, event.ref))


def _contacts(ground: Ground) -> Iterable[TimelineEvent]:
    held = {_same_contact(c) for c in ground.contacts if c.status == ContactStatus.HELD}
    denied = {_same_contact(c) for c in ground.contacts if c.status == ContactStatus.DENIED}
    for contact in ground.contacts:
        if contact.on is not None:
            yield TimelineEvent(
                contact.on,
                "contact",
                wording.contact_words(
                    contact.kind,
                    contact.status,
                    [actor_name(ground, name) for name in contact.participants],
                    contact.place,
                    by_the_desk=contact.statement_id is None,
                ),
                ref_of(contact),
                tuple(map(ref_of, ground.shown_of(contact.persons_raised.all()))),
                disputed=contact.status == ContactStatus.DENIED or _same_contact(contact) in held & denied,
            )


def _same_contact(contact: Contact) -> tuple[str, str, str]:
    return (contact.kind, contact.on.edtf if contact.on is not None else "", contact.place.casefold())


def _lists(ground: Ground) -> Iterable[TimelineEvent]:
    for stored in ground.lists.values():
        on = stored.as_of or stored.capture.published
        if on is not None and stored.direction != Direction.OUT:
            author = party_name(stored.author) or gettext("an author not recorded")
            yield TimelineEvent(
                on,
                "list",
                gettext("List “{title}” of {author}").format(title=stored.title, author=author),
                ref_of(stored),
            )


def _handovers(ground: Ground) -> Iterable[TimelineEvent]:
    on_list: dict[int, list[int]] = {}
    for item, person in ground.same_items.items():
        on_list.setdefault(ground.lists_of_items[item], []).append(person)
    for handover in ground.handovers:
        if handover.on is not None:
            number = ""
            if handover.names_count:
                phrase = ngettext(" of {n} name", " of {n} names", handover.names_count)
                number = wording.counted(phrase, handover.names_count)
            title = f" “{handover.list.title}”" if handover.list is not None else ""
            persons = sorted(set(on_list.get(handover.list_id or 0, ())))
            yield TimelineEvent(
                handover.on,
                "handover",
                gettext("List{title}{number} handed to {party}").format(
                    title=title, number=number, party=handed_to(handover)
                ),
                ref_of(handover),
                _persons(ground, persons),
            )


def _answers(ground: Ground) -> Iterable[TimelineEvent]:
    alike: dict[tuple[object, ...], list[Answer]] = {}
    for answer in ground.answers:
        if answer.answered_on is not None:
            asked = (answer.list_id, answer.party_id, answer.round, answer.item_id is None)
            one = (*asked, answer.answered_on, answer.code)
            alike.setdefault(one, []).append(answer)
    for answers in alike.values():
        first = answers[0]
        persons = {ground.same_items[a.item_id] for a in answers if a.item_id in ground.same_items}
        who = party_name(first.party) or gettext("A party not recorded")
        said = wording.code_words(first.code, collective=first.item_id is None)
        assert first.answered_on is not None
        yield TimelineEvent(
            first.answered_on,
            "answer",
            gettext("{party} {says}").format(party=who, says=said),
            ref_of(first),
            _persons(ground, sorted(persons)),
        )


def _promises(ground: Ground) -> Iterable[TimelineEvent]:
    for commitment in ground.commitments:
        if commitment.made_on is not None:
            condition = f", {commitment.condition}" if commitment.condition else ""
            due = wording.by_date_words(commitment.due) if commitment.due else gettext("no date given")
            by = promised_by(ground, commitment)
            yield TimelineEvent(
                commitment.made_on,
                "commitment",
                gettext("{party} is reported to have promised: “{promise}”{condition} ({due})").format(
                    party=by, promise=commitment.content, condition=condition, due=due
                ),
                ref_of(commitment),
                _persons(ground, sorted(p.pk for p in commitment.persons.all())),
            )


def _claims(ground: Ground) -> Iterable[TimelineEvent]:
    """What was claimed, on the day of which it speaks or on which it was said; what is said of a group, once."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    disputed: set[int] = set()
    for person in ground.people.values():
        disputed.update(disputed_claims(ground, person))
        for claim in ground.active_claims(person.pk):
            if claim.answer_id is not None or _dated(claim) is None:
                continue  # the answer stands on the line itself
            alone = None if claim.collective else person.pk
            one = (claim.statement_id, claim.item_id, claim.subject, claim.polarity, claim.value, alone)
            groups.setdefault(one, []).append(claim)
    for claims in groups.values():
        first = claims[0]
        on = _dated(first)
        assert on is not None
        yield TimelineEvent(
            on,
            CLAIMED,
            "",
            ref_of(first),
            _persons(ground, [claim.person_id for claim in claims]),
            disputed=any(claim.pk in disputed for claim in claims),
        )


def _silences(ground: Ground) -> Iterable[TimelineEvent]:
    for line in silence_lines(ground):
        if line.on is not None and line.found_by:
            yield TimelineEvent(line.on, "silence", f"{line.event}: {line.verdict_words}", line.ref)


def _dated(claim: Claim) -> PartialDate | None:
    valid, said_on = claim_dates(claim)
    return valid or said_on


def _persons(ground: Ground, ids: Iterable[int]) -> tuple[str, ...]:
    """References; none where it concerns everybody."""
    known = [ground.people[pk] for pk in ids if pk in ground.people]
    return () if len(known) == len(ground.people) > 1 else tuple(map(ref_of, known))


def _first(on: PartialDate) -> date:
    return on.earliest or on.latest or date.min

"""Who is on a list that was handed over, and has no answer by name; since when.

In: hand-overs, the rows judged to be people, answers. Out: one line a person and hand-over, oldest first.
A collective answer is nobody's answer: it is shown as the last word, and the line stays. So it does where an answer
says that somebody is dead or free and only one person has read that so far (D11): a party is asked about everybody of
whom no two people have read an answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext

from homeward.casework import wording
from homeward.casework.access import ref_of
from homeward.casework.closed import closed_people, is_closed
from homeward.casework.models import Answer, Handover, Person
from homeward.casework.queries.grave_answers import GRAVE_ANSWERS
from homeward.casework.queries.ground import Ground, is_tied
from homeward.casework.queries.shown import name_of, newest_first, party_name
from homeward.casework.queries.sides import Sides
from homeward.casework.results import UnansweredLine
from homeward.records import AnswerCode

# Recorded on a row, and still not an answer about the person.
NO_ANSWER = (AnswerCode.COLLECTIVE_REPLY, AnswerCode.NO_ANSWER_BY)


def unanswered_lines(ground: Ground) -> tuple[UnansweredLine, ...]:
    """All of a case, the longest waiting first; nothing of what is closed."""
    if is_closed(ground.case):
        return ()
    closed = set(closed_people(ground.case))
    people = [person for pk, person in ground.people.items() if pk not in closed]
    lines = [line for person in people for line in unanswered_of(ground, person)]
    return tuple(sorted(lines, key=lambda line: (line.age_days is None, -(line.age_days or 0))))


def unanswered_of(ground: Ground, person: Person) -> Iterator[UnansweredLine]:
    """The hand-overs in which a person was named and for which nobody answered about that person by name."""
    for handover in ground.handovers:
        items = rows_of(ground, handover.list_id, person.pk)
        named = [a for a in answers_to(ground, handover) if is_specific(a) and a.item_id in items]
        if not items or any(not is_unread(ground, answer, person.pk) for answer in named):
            continue
        unread = min(named, key=lambda answer: (newest_first(answer.answered_on), -answer.pk), default=None)
        due = handover.reply_due
        overdue = (ground.as_of - due).days if due is not None and due < ground.as_of else None
        yield UnansweredLine(
            person_ref=ref_of(person),
            name=name_of(ground, person),
            handover_ref=ref_of(handover),
            handed_to=handed_to(handover),
            on=handover.on,
            age_days=wording.age_days(handover.on, ground.as_of),
            last_word=unread_word(unread) if unread is not None else last_word(ground, handover),
            reply_due=due,
            overdue_days=overdue,
            to_read=_to_read(ground, unread, person) if unread is not None else "",
        )


def rows_of(ground: Ground, list_id: int | None, person_id: int) -> set[int]:
    """The rows of a list that are taken to be a person."""
    if list_id is None:
        return set()
    links = ground.links_by_place.get((list_id, person_id), ())
    return {link.item_id for link in links if is_tied(link)}


def answers_to(ground: Ground, handover: Handover) -> list[Answer]:
    """The answers that can be answers to this hand-over: same list, same side, not of an earlier round."""
    return [
        answer
        for answer in ground.answers_by_list.get(handover.list_id or 0, ())
        if answer.round >= handover.round and party_fits(ground.sides, answer.party_id, handover)
    ]


def is_specific(answer: Answer) -> bool:
    """Whether it answers about one person by name."""
    return answer.item_id is not None and answer.code not in NO_ANSWER


def is_unread(ground: Ground, answer: Answer, person_id: int) -> bool:
    """Whether it says of somebody that they are dead or free, and no second person has read that (D11)."""
    if answer.code not in GRAVE_ANSWERS:
        return False
    found = ground.grave_claims.get((answer.pk, person_id))
    return found is None or not found.read


def _to_read(ground: Ground, answer: Answer, person: Person) -> str:
    found = ground.grave_claims.get((answer.pk, person.pk))
    return found.ref if found is not None else ""


def unread_word(answer: Answer) -> str:
    """That a party answered so, and that this changes nothing yet."""
    who = party_name(answer.party) or gettext("a party not recorded")
    return gettext("{party} {says} ({date}, {answer}); not yet read by a second person").format(
        party=who,
        says=wording.code_words(answer.code),
        date=wording.date_words(answer.answered_on),
        answer=ref_of(answer),
    )


def handed_to(handover: Handover) -> str:
    """To whom, and through whom."""
    to = party_name(handover.recipient) or gettext("a party not recorded")
    through = party_name(handover.through)
    return gettext("{party}, through {other}").format(party=to, other=through) if through else to


def last_word(ground: Ground, handover: Handover) -> str:
    """The newest answer about the whole list, in words with its date; or that there is none at all."""
    collective = [answer for answer in answers_to(ground, handover) if answer.item_id is None]
    if not collective:
        return gettext("no answer at all")
    newest = min(collective, key=lambda answer: (newest_first(answer.answered_on), -answer.pk))
    who = party_name(newest.party) or gettext("a party not recorded")
    return gettext("{party} {says} ({date}, {answer}; of nobody by name)").format(
        party=who,
        says=wording.code_words(newest.code, collective=True),
        date=wording.date_words(newest.answered_on),
        answer=ref_of(newest),
    )


def party_fits(sides: Sides, party_id: int | None, handover: Handover) -> bool:
    """Whether a party can have answered a hand-over: it speaks for whom it was given to or through, or is unknown."""
    if party_id is None or handover.recipient_id is None:
        return True
    asked = (handover.recipient_id, handover.through_id)
    return any(one is not None and sides.speak_for(party_id, one) for one in asked)

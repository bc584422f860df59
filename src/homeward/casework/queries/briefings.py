"""What a briefing for one relative about one person could say: proposed sentence by sentence, and what is kept back.

In: a user, an enquirer, a person, a language, the day. Out: `Material`: proposals with what stands below each, and
what may not be told, with the reason. Nothing is stored. Leaves to others: what may be told (`tellable`), words
(`told_words`), the sentences that are kept (`actions.briefings`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from homeward.casework import told_words, wording
from homeward.casework.access import ref_of, visible
from homeward.casework.acknowledging import acknowledges
from homeward.casework.briefing_text import Section
from homeward.casework.closed import speaking_again
from homeward.casework.models import (
    Briefing,
    BriefingLine,
    Case,
    Claim,
    Classification,
    Commitment,
    Contact,
    Delivery,
    Enquirer,
    Enquiry,
    Handover,
    List,
    Party,
    Person,
    Restriction,
    SilenceFinding,
    Statement,
    User,
)
from homeward.casework.queries.contradiction import Position, contradictions
from homeward.casework.queries.ground import Ground
from homeward.casework.queries.promises import in_order, is_open, next_review
from homeward.casework.queries.shown import actor_name, claim_dates, newest_first, party_name, promised_by, value_of
from homeward.casework.queries.told import Teller, Telling, claims_to_tell
from homeward.casework.queries.unanswered import answers_to, is_specific, rows_of
from homeward.casework.results import direction_of
from homeward.casework.taken_back import not_taken_back
from homeward.casework.tellable import Kept, why_kept
from homeward.records import ClaimSubject, ContactStatus, PartialDate, Polarity, SilenceVerdict

_SILENCES_SHOWN = 5
_LIFE = (ClaimSubject.ALIVE, ClaimSubject.HEALTH)


@dataclass(frozen=True, slots=True)
class Proposed:
    """One sentence that could stand in the briefing.

    Attributes:
        key: what the form calls it.
        said_by, quote, translation: what will stand below it, and nobody types.
        left_out: why the source's own words are not given; empty where they are, or there are none.
        use: whether it is proposed to be told. asks_why: leaving it out asks for a reason.
        beside: the same sentence in the writer's language, for the writer; empty where that is the briefing's own.
    """

    key: str
    section: Section
    text: str
    claim: Claim | None = None
    commitment: Commitment | None = None
    said_by: str = ""
    quote: str = ""
    translation: str = ""
    left_out: str = ""
    use: bool = True
    asks_why: bool = False
    beside: str = ""

    @property
    def ref(self) -> str:
        """Of the claim or promise that it cites; empty for none."""
        thing = self.claim or self.commitment
        return ref_of(thing) if thing is not None else ""

    @property
    def direction(self) -> str:
        """Which way its words run."""
        return direction_of(self.text)


@dataclass(frozen=True, slots=True)
class KeptBack:
    """What the relative is not told, for whoever writes, and never in what is sent.

    Attributes:
        said: the careful sentence; empty where not even the writer for this relative needs to see it.
    """

    ref: str
    why: str
    said: str = ""
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a briefing could be made of.

    Attributes:
        since: until when the last briefing spoke that was given; None for the first.
        not_given: briefings that were frozen and never delivered.
    """

    language: str
    until: date
    since: date | None
    last: str
    last_on: date | None
    not_given: tuple[str, ...]
    lines: tuple[Proposed, ...]
    kept: tuple[KeptBack, ...]


def material_of(
    user: User, enquirer: Enquirer, person: Person, *, language: str, as_of: date, told: dict[int, date]
) -> tuple[Material, list[Claim]]:
    """Gather what could be told.

    Args:
        told: the claims that this relative was told already, with the day.
    """
    case = enquirer.case
    claims = claims_to_tell(user, person)
    kept = why_kept(claims, enquirer)
    delivery = (
        Delivery.objects.filter(briefing__enquirer=enquirer, briefing__person=person)
        .select_related("briefing")
        .order_by("-on", "-pk")
        .first()
    )
    since = delivery.briefing.until if delivery is not None else None
    gather = _Gather(user, case, enquirer, person, language, as_of, since, claims, kept, told)
    lines = tuple(gather.lines())
    waiting = visible(user, Briefing).filter(enquirer=enquirer, person=person, deliveries__isnull=True)
    material = Material(
        language=language,
        until=as_of,
        since=since,
        last=ref_of(delivery.briefing) if delivery is not None else "",
        last_on=delivery.on if delivery is not None else None,
        not_given=tuple(ref_of(briefing) for briefing in waiting.order_by("pk")),
        lines=lines,
        kept=tuple(gather.kept_back()),
    )
    return material, claims


def with_beside(material: Material, other: Material) -> Material:
    """The material with what each sentence says in another language beside it."""
    said = {line.key: told_words.without_directions(line.text) for line in other.lines}
    lines = tuple(replace(line, beside=said.get(line.key, "")) for line in material.lines)
    return replace(material, lines=lines, kept=other.kept)


class _Gather:
    """One relative, one person, one day."""

    def __init__(
        self,
        user: User,
        case: Case,
        enquirer: Enquirer,
        person: Person,
        language: str,
        as_of: date,
        since: date | None,
        claims: Sequence[Claim],
        kept: dict[int, Kept],
        told: dict[int, date],
    ) -> None:
        self.user, self.case, self.enquirer, self.person = user, case, enquirer, person
        self.language, self.as_of, self.since, self.told = language, as_of, since, told
        self.claims = sorted(claims, key=_newest)
        self.active = [claim for claim in self.claims if claim.active]  # type: ignore[attr-defined]
        self.kept = kept
        self.open = [claim for claim in self.active if claim.pk not in kept]
        self.ground = Ground(user, case, as_of, person=person)
        self.teller = Teller(user, case, enquirer, language)
        restricted = Restriction.objects.filter(
            case=case, lifted_at__isnull=True, level__gt=Classification.DESK
        ).values_list("kind", "object_id")
        self.closed = set(restricted)
        self.promises = [c for c in in_order(self.ground.commitments) if is_open(c) and self._concerns(c)]
        self.teller.take(self.claims, self.promises)
        self.closely: list[KeptBack] = []
        ours = [handover.list_id for handover in self.ground.handovers if handover.list_id is not None]
        self.list_levels = dict(List.objects.filter(pk__in=ours).values_list("pk", "capture__classification"))

    def lines(self) -> Iterator[Proposed]:
        """Every sentence, in the order of the headings."""
        yield from self._taken_back()
        for claim in self.open:
            known = claim.pk in self.told
            section = Section.UNCHANGED if known else Section.NEW
            yield self._of_claim(f"C{claim.pk}", section, claim, self.teller.claim(claim), asks_why=not known)
        yield from self._asked()
        yield from self._unanswered()
        yield from self._next()
        yield from self._unknown()

    def kept_back(self) -> Iterator[KeptBack]:
        """Claims that may not be told, and why; of what is for another relative, not even what it says."""
        for claim in self.active:
            if claim.pk not in self.kept:
                continue
            why = self.kept[claim.pk]
            said = "" if why is Kept.ANOTHER else told_words.without_directions(self.teller.claim(claim).text)
            yield KeptBack(ref_of(claim), why.value, said, claim)
        yield from self.closely

    def _taken_back(self) -> Iterator[Proposed]:
        mentioned = set(
            BriefingLine.objects.filter(
                briefing__enquirer=self.enquirer,
                briefing__person=self.person,
                section=Section.TAKEN_BACK.value,
                briefing__deliveries__isnull=False,
            ).values_list("claim_id", flat=True)
        )
        for claim in self.claims:
            if claim.active or claim.pk not in self.told:  # type: ignore[attr-defined]
                continue
            withdrawal = getattr(claim, "withdrawal", None)
            on = withdrawal.entered_at.date() if withdrawal is not None else self.as_of
            telling = self.teller.claim(claim, earlier=(self.told[claim.pk], on))
            again = claim.pk in mentioned
            yield self._of_claim(
                f"back-C{claim.pk}", Section.TAKEN_BACK, claim, telling, asks_why=not again, use=not again
            )

    def _asked(self) -> Iterator[Proposed]:
        for handover in self._handovers():
            on, to = self._day(handover.on), self._name(handover.recipient)
            text = told_words.we(self.language, "handed_over", on=on, to=to)
            yield Proposed(f"H{handover.pk}", Section.ASKED, text)
        rows = not_taken_back(visible(self.user, Contact).filter(case=self.case, persons_raised=self.person))
        for contact in rows.select_related("statement__capture").distinct().order_by("-pk"):
            if contact.status != ContactStatus.HELD:
                continue
            if contact.classification > Classification.DESK or self._is_closed(contact, contact.statement):
                why = Kept.MEDIATOR if contact.classification >= Classification.MEDIATOR else Kept.CONFIDENTIAL
                self.closely.append(KeptBack(ref_of(contact), why.value))
                continue
            text = told_words.we(
                self.language,
                "raised",
                kind=told_words.we(self.language, contact.kind),
                on=self._day(contact.on),
                who="; ".join(self._own(actor_name(self.ground, str(name))) for name in contact.participants),
            )
            yield Proposed(f"N{contact.pk}", Section.ASKED, text, use=self._is_new(contact.entered_at.date()))

    def _unanswered(self) -> Iterator[Proposed]:
        for handover in self._waiting():
            text = told_words.we(
                self.language,
                "no_answer",
                to=self._name(handover.recipient),
                on=self._day(handover.on),
            )
            if handover.reply_due is not None:
                day = told_words.day_in(self.language, handover.reply_due)
                text = f"{text} {told_words.we(self.language, 'reply_due', day=day)}"
            yield Proposed(f"wait-H{handover.pk}", Section.UNANSWERED, text)
        for promise in self.promises:
            if self._promise_is_closed(promise):
                continue
            telling = self.teller.promise(promise)
            yield Proposed(
                ref_of(promise),
                Section.UNANSWERED,
                telling.text,
                commitment=promise,
                said_by=telling.said_by,
                quote=telling.quote,
                left_out=telling.left_out,
            )
        for finding in self._silences(SilenceVerdict.NO_MENTION):
            text = told_words.we(self.language, "no_mention", event=_unquoted(finding.event))
            yield Proposed(ref_of(finding), Section.UNANSWERED, text, use=self._is_new(finding.entered_at.date()))

    def _next(self) -> Iterator[Proposed]:
        for promise in self.promises:
            day = next_review(promise)
            if day is None or day < self.as_of or self._promise_is_closed(promise):
                continue
            by, on = self._own(promised_by(self.ground, promise)), told_words.day_in(self.language, day)
            text = told_words.we(self.language, "review", day=on, by=by)
            yield Proposed(f"review-{ref_of(promise)}", Section.NEXT, text, use=False)
        for handover in self._waiting():
            if handover.reply_due is not None and handover.reply_due >= self.as_of:
                day_words = told_words.day_in(self.language, handover.reply_due)
                to = self._name(handover.recipient)
                text = told_words.we(self.language, "ask_again", day=day_words, to=to)
                yield Proposed(f"reply-H{handover.pk}", Section.NEXT, text)
        asked = speaking_again(Enquiry.objects.filter(enquirer=self.enquirer, person=self.person))
        again = asked.filter(again_on__gte=self.as_of).values_list("again_on", flat=True).first()
        if again is not None:
            day_words = told_words.day_in(self.language, again)
            yield Proposed("speak", Section.NEXT, told_words.we(self.language, "speak", day=day_words))

    def _unknown(self) -> Iterator[Proposed]:
        # Where something on a question is kept back, nothing is said of not knowing: it would not be true.
        silent = {claim.subject for claim in self.active if claim.pk in self.kept}

        def line(key: str, **known: str) -> Proposed:
            return Proposed(f"unknown-{key}", Section.UNKNOWN, told_words.we(self.language, key, **known))

        said = {claim.subject for claim in self.open if claim.polarity == Polarity.ASSERTS}
        by_name = {c.subject for c in self.active if c.polarity == Polarity.ASSERTS and not c.collective}
        on_a_list = any(acknowledges(claim) for claim in self.active)
        if not on_a_list and ClaimSubject.ACKNOWLEDGEMENT not in by_name | silent:
            yield line("nobody_holds")
        if not silent & {*_LIFE, ClaimSubject.DEAD}:
            newest = self._last_alive()
            if newest is not None:
                yield line("alive_until", on=self._day(newest))
            elif ClaimSubject.DEAD not in said:
                yield line("not_alive_known")
        if ClaimSubject.WHEREABOUTS not in said | silent:
            yield line("not_where")
        if ClaimSubject.HEALTH not in said | silent:
            yield line("not_how")
        found, _ = contradictions([_position(claim) for claim in self.open])
        for number, one in enumerate(found):
            refs = [f"C{key}" for key in (*one.one[:2], *one.other[:2])]
            text = told_words.we(self.language, "disagree", claims=", ".join(refs))
            yield Proposed(f"disagree-{number}", Section.UNKNOWN, text)
        for finding in self._silences(SilenceVerdict.NOT_ASSESSABLE):
            text = told_words.we(self.language, "not_assessable", event=_unquoted(finding.event))
            yield Proposed(ref_of(finding), Section.UNKNOWN, text, use=self._is_new(finding.entered_at.date()))

    def _handovers(self) -> list[Handover]:
        """Lists with this person that were handed over, as far as relatives may know of it."""
        found = []
        for handover in self.ground.handovers:
            stored = handover.list
            if not rows_of(self.ground, handover.list_id, self.person.pk) or stored is None:
                continue
            closed = {("handover", handover.pk), ("list", stored.pk), ("capture", stored.capture_id)} & self.closed
            if (
                closed
                or self.list_levels[stored.pk] > Classification.DESK
                or self._is_closed(None, handover.statement)
            ):
                self.closely.append(KeptBack(ref_of(handover), Kept.CONFIDENTIAL.value))
                continue
            found.append(handover)
        self.closely = list(dict.fromkeys(self.closely))
        return found

    def _waiting(self) -> list[Handover]:
        """Those hand-overs to which nobody answered about this person by name."""
        found = []
        for handover in self._handovers():
            items = rows_of(self.ground, handover.list_id, self.person.pk)
            answers = answers_to(self.ground, handover)
            if not any(is_specific(answer) and answer.item_id in items for answer in answers):
                found.append(handover)
        return found

    def _silences(self, verdict: SilenceVerdict) -> list[SilenceFinding]:
        found = []
        for finding in self.ground.silences:
            contact, explicit = finding.contact, finding.explicit_in
            levels = [contact.classification] if contact is not None else []
            levels += [row.capture.classification for row in finding.coverage.all() if row.capture is not None]
            closed = ("silencefinding", finding.pk) in self.closed or self._is_closed(contact, explicit)
            if finding.verdict == verdict and not closed and max(levels, default=0) == Classification.DESK:
                found.append(finding)
        return found[-_SILENCES_SHOWN:]

    def _concerns(self, commitment: Commitment) -> bool:
        people = {person.pk for person in commitment.persons.all()}
        return self.person.pk in people or (commitment.collective and not people)

    def _promise_is_closed(self, promise: Commitment) -> bool:
        closed = promise.classification > Classification.DESK or ("commitment", promise.pk) in self.closed
        if closed or self._is_closed(None, promise.statement):
            self.closely.append(KeptBack(ref_of(promise), Kept.CONFIDENTIAL.value))
            self.closely = list(dict.fromkeys(self.closely))
            return True
        return False

    def _is_closed(self, contact: Contact | None, statement: Statement | None) -> bool:
        if contact is not None and (
            contact.classification > Classification.DESK or ("contact", contact.pk) in self.closed
        ):
            return True
        if statement is None:
            return False
        levels = (statement.classification, statement.capture.classification)
        keys = {("statement", statement.pk), ("capture", statement.capture_id)}
        return max(levels) > Classification.DESK or bool(keys & self.closed)

    def _last_alive(self) -> PartialDate | None:
        best: tuple[date, PartialDate] | None = None
        for claim in self.open:
            if claim.subject not in _LIFE or claim.polarity != Polarity.ASSERTS:
                continue
            valid, said_on = claim_dates(claim)
            on = valid or said_on
            day = (on.latest or (said_on.latest if said_on else None)) if on is not None else None
            if on is not None and day is not None and (best is None or day > best[0]):
                best = day, on
        return best[1] if best is not None else None

    def _of_claim(
        self, key: str, section: Section, claim: Claim, telling: Telling, *, asks_why: bool, use: bool = True
    ) -> Proposed:
        return Proposed(
            key,
            section,
            telling.text,
            claim=claim,
            said_by=telling.said_by,
            quote=telling.quote,
            translation=telling.translation,
            left_out=telling.left_out,
            use=use,
            asks_why=asks_why,
        )

    def _name(self, party: Party | None) -> str:
        return self._own(party_name(party)) if party is not None else told_words.label(self.language, "not_recorded")

    def _own(self, name: str) -> str:
        return name.replace(wording.protected_name(), told_words.label(self.language, "protected"))

    def _day(self, on: PartialDate | None) -> str:
        return told_words.day_in(self.language, on) or "–"

    def _is_new(self, on: date) -> bool:
        return self.since is None or on >= self.since


def _newest(claim: Claim) -> tuple[tuple[int, int], int]:
    valid, said_on = claim_dates(claim)
    return newest_first(said_on or valid), -claim.pk


def _position(claim: Claim) -> Position:
    valid, said_on = claim_dates(claim)
    return Position(claim.pk, claim.subject, claim.polarity, value_of(claim), valid, said_on)


def _unquoted(event: str) -> str:
    """What a silence is about, for a sentence that quotes it already."""
    return event[1:-1] if event.startswith("“") and event.endswith("”") and event.count("“") == 1 else event

"""The picture now of one person: what is claimed, by whom, how independently, and what stands against what.

In: the claims that count. Out: `PersonPicture`. The policy is written for caseworkers in docs/picture.md and, in
short, in `POLICY`, which every findings page carries. Nothing here decides what is true.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext, gettext_noop, ngettext

from homeward.casework import wording
from homeward.casework.access import ref_of
from homeward.casework.acknowledging import gives_as_held
from homeward.casework.engine_words import in_reader_words
from homeward.casework.independence import Repeat, repeats_and_groups
from homeward.casework.models import Claim, Commitment, Direction, Person, waits_for_reader
from homeward.casework.queries.contradiction import Contradiction, Position, contradictions
from homeward.casework.queries.ground import Ground, is_waiting
from homeward.casework.queries.promises import is_open
from homeward.casework.queries.shown import (
    chain_of_claim,
    claim_dates,
    name_of,
    names_of,
    newest_first,
    origin_of_claim,
    say,
    source_of_claim,
    value_of,
    wording_of,
)
from homeward.casework.queries.unanswered import unanswered_of
from homeward.casework.results import Evidence, PersonPicture, PictureLine
from homeward.reading import SamenessVerdict
from homeward.records import ClaimSubject, PartialDate, Polarity

_ = gettext_noop
POLICY = (
    _(
        "Nothing here is a fact. Every line is something that somebody said, with who said it, through whom it came, "
        "on what day and in which words."
    ),
    _(
        "Claims stand newest first. A claim leaves the picture only if a person withdrew it, or reversed the answer "
        "or the judgement from which it came; it stays readable with the reason."
    ),
    _(
        "Two claims count as two sources only if their chains share no speaker and no relay. Copies of one text "
        "count once, and so does one statement in two reports; an anonymous source counts apart only if nothing ties "
        "it to another, and our own lists count never."
    ),
    _("Claims that cannot both be so are shown side by side. Homeward does not choose between them."),
    _("What is said of a whole list or group is marked so. It is nobody's answer about a person by name."),
    _("To say that one is searching is neither to acknowledge holding a person nor to deny it."),
    _(
        "Proof of life is the newest dated claim that a person is alive or in some state of health; its age counts "
        "from the last day it can speak of."
    ),
    _(
        "What is said of death, injury, release or rescue takes no part in the headline until a second person has "
        "read it."
    ),
    _("That a text is silent is stated only where the full text is held."),
)
_LIFE = (ClaimSubject.ALIVE, ClaimSubject.HEALTH)


_ALL = slice(None)


def picture_of(ground: Ground, person: Person, *, proposals_waiting: int, part: slice = _ALL) -> PersonPicture:
    """Compute the picture of one person from what the ground holds.

    Args:
        proposals_waiting: of the reading engine, naming this person.
        part: which of the claims that count, and of those that do not, stand in it, the newest first; everything that
            is said of all of them together holds of all.
    """
    everything = ground.claims.get(person.pk, [])
    active = sorted(ground.active_claims(person.pk), key=_newest_claim)
    repeated, origin = repeats_and_groups(tuple(origin_of_claim(ground, claim) for claim in active))
    found, against = _against(ground, person, active)
    by_key = {claim.pk: claim for claim in active}
    lines = tuple(
        claim_line(
            ground,
            claim,
            independent=origin[claim.pk],
            contradicts=_opponents(claim, against, by_key),
            repeats=_repeat_words(repeated.get(claim.pk, ()), by_key),
        )
        for claim in active[part]
    )
    withdrawn = tuple(
        claim_line(ground, claim, independent=0, withdrawn=why_withdrawn(ground, claim))
        for claim in sorted((c for c in everything if not _counts(c)), key=_newest_claim)[part]
    )
    by_name = [claim for claim in active if not claim.collective and not _is_our_own(claim)]
    sources = len({origin[claim.pk] for claim in by_name})
    said = _Said(ground, active)
    forms = ground.forms.get(person.pk, [])
    return PersonPicture(
        ref=ref_of(person),
        names=names_of(forms) or (name_of(ground, person),),
        nationalities=tuple(person.nationalities or ()),
        birth=person.birth,
        sex=person.sex,
        father_name=person.father_name,
        missing_since=person.missing_since,
        days_missing=wording.age_days(person.missing_since, ground.as_of),
        headline=_headline_of(active, by_name, origin, found, said),
        lines=lines,
        withdrawn=withdrawn,
        independent_sources=sources,
        conflicts=_conflicts(found, by_key, origin, said),
        proof_of_life=_proof_of_life(active, said, ground.as_of),
        acknowledged=_acknowledged(ground, active),
        open_commitments=tuple(ref_of(c) for c in ground.commitments if is_open(c) and _concerns(c, person)),
        unanswered=tuple(
            gettext("{handover}: handed to {party} {ago}; no answer by name. Last word: {word}.").format(
                handover=line.handover_ref,
                party=line.handed_to,
                ago=wording.ago_words(line.age_days),
                word=line.last_word,
            )
            + overdue_words(line.overdue_days)
            for line in unanswered_of(ground, person)
        ),
        candidates_waiting=sum(link.person_id == person.pk and is_waiting(link) for link in ground.links),
        proposals_waiting=proposals_waiting,
    )


class _Said(dict[str, str]):
    """The sentence of each claim by its reference, made when it is asked for."""

    def __init__(self, ground: Ground, claims: Sequence[Claim]) -> None:
        self._ground, self._claims = ground, {ref_of(claim): claim for claim in claims}

    def __missing__(self, ref: str) -> str:
        self[ref] = say(self._ground, self._claims[ref])
        return self[ref]


def overdue_words(days: int | None) -> str:
    """A sentence that follows another one; empty where nothing is overdue."""
    if not days:
        return ""
    return " " + gettext("The reply is overdue by {age}.").format(age=wording.age_words(days))


def disputed_claims(ground: Ground, person: Person) -> dict[int, tuple[int, ...]]:
    """Ids of the claims about a person that stand against others, with those others."""
    active = sorted(ground.active_claims(person.pk), key=_newest_claim)
    return _against(ground, person, active)[1]


def _against(
    ground: Ground, person: Person, active: Sequence[Claim]
) -> tuple[list[Contradiction], dict[int, tuple[int, ...]]]:
    """What stands against what, worked out once for whoever asks."""
    if person.pk not in ground.stood_against:
        ground.stood_against[person.pk] = contradictions([_position(claim) for claim in active])
    return ground.stood_against[person.pk]


def why_withdrawn(ground: Ground, claim: Claim) -> str:
    """In words, why a claim does not count now; asks the database for nothing more."""
    withdrawal = getattr(claim, "withdrawal", None)
    if withdrawal is not None:
        return str(withdrawal.reason)
    reversal = getattr(claim.answer, "reversal", None) if claim.answer is not None else None
    if reversal is not None:
        return gettext("The answer was taken back: {reason}").format(reason=reversal.reason)
    judgements = ground.judgements.get(claim.judgement.link_id, []) if claim.judgement is not None else []
    reason = judgements[-1].reason if judgements else gettext("no reason that may be seen")
    return gettext("The judgement from which it came no longer holds: {reason}").format(reason=reason)


def claim_line(
    ground: Ground,
    claim: Claim,
    *,
    independent: int,
    contradicts: tuple[str, ...] = (),
    withdrawn: str = "",
    repeats: str = "",
) -> PictureLine:
    """One claim as a line of the picture."""
    chain = chain_of_claim(ground, claim)
    valid, said_on = claim_dates(claim)
    return PictureLine(
        ref=ref_of(claim),
        subject=claim.subject,
        polarity=claim.polarity,
        said=say(ground, claim),
        value=value_of(claim),
        wording=wording_of(claim),
        translation=claim.statement.translation if claim.statement is not None else "",
        valid_time=valid,
        asserted_on=said_on,
        chain=chain,
        source=source_of_claim(claim),
        credibility=claim.credibility,
        collective=claim.collective,
        independent=independent,
        contradicts=contradicts,
        entered_by=claim.entered_by.get_full_name() or claim.entered_by.get_username(),
        withdrawn=withdrawn,
        repeats=repeats,
        waits_for_reader=not withdrawn and waits_for_reader(claim),
        second_reader=reader_of(claim),
    )


def reader_of(claim: Claim) -> str:
    """Who read a grave claim as a second person; empty for nobody."""
    reading = getattr(claim, "second_reading", None)
    return (reading.entered_by.get_full_name() or reading.entered_by.get_username()) if reading is not None else ""


def _repeat_words(repeated: Sequence[Repeat], by_key: dict[int, Claim]) -> str:
    """Which earlier claim rests on the same statement, by what the two have in common; the surest one."""
    if not repeated:
        return ""
    surest = repeated[0]
    how = (
        gettext("The same statement as {claim}: {reasons}.")
        if surest.sameness.verdict is SamenessVerdict.SAME
        else gettext("Perhaps the same statement as {claim}: {reasons}.")
    )
    return how.format(
        claim=ref_of(by_key[surest.of]), reasons="; ".join(map(in_reader_words, surest.sameness.reasons))
    )


def _headline_of(
    active: Sequence[Claim],
    by_name: Sequence[Claim],
    origin: Mapping[int, int],
    found: Sequence[Contradiction],
    said: dict[str, str],
) -> str:
    """The headline from what counts in it: death, injury and release only once a second person has read them."""
    waiting = sum(waits_for_reader(claim) for claim in active)
    if not waiting:
        return _headline(active, by_name, len({origin[claim.pk] for claim in by_name}), found, said)
    heard = [claim for claim in active if not waits_for_reader(claim)]
    named = [claim for claim in by_name if not waits_for_reader(claim)]
    told = _headline(
        heard,
        named,
        len({origin[claim.pk] for claim in named}),
        contradictions([_position(claim) for claim in heard])[0],
        said,
    )
    if not named and by_name:
        told = gettext("What is said of this person by name has been read by one person only.")
    phrase = ngettext(
        "{n} claim on life, health or release waits for a second reader and is not counted here.",
        "{n} claims on life, health or release wait for a second reader and are not counted here.",
        waiting,
    )
    return f"{told} {wording.first_upper(wording.counted(phrase, waiting))}"


def _headline(
    active: Sequence[Claim],
    by_name: Sequence[Claim],
    sources: int,
    found: Sequence[Contradiction],
    said: dict[str, str],
) -> str:
    collective = {c.statement_id or c.item_id for c in active if c.collective}
    if not by_name:
        if not collective:
            return gettext("Nothing has been said of this person.")
        phrase = ngettext(
            "Nothing has been said of this person by name; "
            "{n} collective statement concerns the whole list or group.",
            "Nothing has been said of this person by name; "
            "{n} collective statements concern the whole list or group.",
            len(collective),
        )
        return wording.counted(phrase, len(collective))
    phrase = ngettext(
        "{n} source speaks of this person by name", "{n} independent sources speak of this person by name", sources
    )
    start = wording.first_upper(wording.counted(phrase, sources))
    if found:
        questions = wording.and_words(
            [*(gettext(c.question) for c in found[:2]), *[gettext("more")][: len(found) - 2]]
        )
        who = (
            gettext("{sources}; they contradict each other on {questions}.")
            if sources > 1
            else gettext("{sources}; what is said is contradictory on {questions}.")
        )
        return who.format(sources=start, questions=questions)
    newest = by_name[0]
    _, on = claim_dates(newest)
    return gettext("{sources}. Newest word: {said} ({date}).").format(
        sources=start, said=said[ref_of(newest)], date=wording.date_words(on)
    )


def _conflicts(
    found: Sequence[Contradiction], by_key: dict[int, Claim], origin: Mapping[int, int], said: dict[str, str]
) -> tuple[str, ...]:
    sentences = []
    for one in found:
        left, right = by_key[one.one[0]], by_key[one.other[0]]
        together = {origin[key] for key in one.one} & {origin[key] for key in one.other}
        if origin[left.pk] == origin[right.pk]:
            tie = gettext("They share a source.")
        else:
            tie = gettext("They are independent of each other.")
            if together:
                tie += " " + gettext("Some of the others share a source.")
        sentences.append(
            gettext("On {question}: {one}; against it, {other}. {tie}").format(
                question=gettext(one.question),
                one=_side(left, len(one.one) - 1, said),
                other=_side(right, len(one.other) - 1, said),
                tie=tie,
            )
        )
    for claim in by_key.values():
        taken = by_key.get(claim.contradicts_id or 0)
        if taken is not None:
            sentences.append(
                gettext("{claim}; the same source takes back {earlier}.").format(
                    claim=_side(claim, 0, said), earlier=_side(taken, 0, said)
                )
            )
    return tuple(sentences)


def _side(claim: Claim, more: int, said: dict[str, str]) -> str:
    _, on = claim_dates(claim)
    others = ""
    if more:
        others = wording.counted(
            ngettext(", and {n} other claim like it", ", and {n} other claims like it", more), more
        )
    return gettext("{claim} of {date} ({said}){others}").format(
        claim=ref_of(claim),
        date=wording.date_words(on) if on else gettext("unknown date"),
        said=said[ref_of(claim)],
        others=others,
    )


def _proof_of_life(active: Sequence[Claim], said: dict[str, str], as_of: date) -> Evidence | None:
    best: tuple[date, Claim, PartialDate] | None = None
    for claim in active:
        if claim.subject not in _LIFE or claim.polarity != Polarity.ASSERTS:
            continue
        valid, said_on = claim_dates(claim)
        on = valid or said_on
        # "Since 2023" speaks until the day it was said; a claim without any day proves no date of life.
        day = (on.latest or (said_on.latest if said_on else None)) if on else None
        if on is not None and day is not None and (best is None or day > best[0]):
            best = (day, claim, on)
    if best is None:
        return None
    day, claim, on = best
    age = (as_of - day).days if day <= as_of else None
    return Evidence(ref_of(claim), on, age, said[ref_of(claim)])


def _acknowledged(ground: Ground, active: Sequence[Claim]) -> str:
    yes: list[str] = []
    listed: list[str] = []
    no: list[str] = []
    searching: list[str] = []
    of_all: list[str] = []
    told = {
        (ClaimSubject.ACKNOWLEDGEMENT, Polarity.ASSERTS): yes,
        (ClaimSubject.ACKNOWLEDGEMENT, Polarity.DENIES): no,
        (ClaimSubject.SEARCHED_FOR, Polarity.ASSERTS): searching,
    }
    for claim in active:
        _, on = claim_dates(claim)
        key = (ClaimSubject(claim.subject), Polarity(claim.polarity))
        who = f"{wording.who_and_via(chain_of_claim(ground, claim))[0]} ({ref_of(claim)}, {wording.date_words(on)})"
        if claim.collective and claim.subject == ClaimSubject.ACKNOWLEDGEMENT:
            of_all.append(who)
        elif key in told:
            told[key].append(who)
        elif gives_as_held(claim):
            listed.append(who)
    sentences = []
    if yes:
        acknowledged = gettext("Reported to have acknowledged holding this person: {parties}.")
        sentences.append(acknowledged.format(parties="; ".join(yes)))
    if listed:
        own = gettext("Gives this person as held on a list of its own: {parties}.")
        sentences.append(own.format(parties="; ".join(listed)))
    if not sentences:
        sentences.append(gettext("No party is recorded as saying that it holds this person."))
    if no:
        sentences.append(gettext("Recorded as denying it: {parties}.").format(parties="; ".join(no)))
    if of_all:
        sentences.append(
            gettext("Spoken of holding the whole list or group, of nobody by name: {parties}.").format(
                parties="; ".join(of_all)
            )
        )
    if searching:
        sentences.append(
            gettext(
                "Recorded as saying that it is searching, which neither acknowledges nor denies holding: {parties}."
            ).format(parties="; ".join(searching))
        )
    return " ".join(sentences)


def _position(claim: Claim) -> Position:
    valid, said_on = claim_dates(claim)
    return Position(claim.pk, claim.subject, claim.polarity, value_of(claim), valid, said_on)


def _opponents(claim: Claim, against: dict[int, tuple[int, ...]], by_key: dict[int, Claim]) -> tuple[str, ...]:
    keys = list(against.get(claim.pk, ()))
    if claim.contradicts_id in by_key:
        keys.append(claim.contradicts_id)
    return tuple(dict.fromkeys(ref_of(by_key[key]) for key in keys))


def _newest_claim(claim: Claim) -> tuple[tuple[int, int], int]:
    valid, said_on = claim_dates(claim)
    return newest_first(said_on or valid), -claim.pk


def _counts(claim: Claim) -> bool:
    return bool(claim.active)  # type: ignore[attr-defined]


def _is_our_own(claim: Claim) -> bool:
    if claim.statement is not None or claim.answer is not None or claim.item is None:
        return False
    return claim.item.list.direction == Direction.OUT


def _concerns(commitment: Commitment, person: Person) -> bool:
    persons = [p.pk for p in commitment.persons.all()]
    return person.pk in persons or (not persons and commitment.collective)

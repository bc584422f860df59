"""The top of the findings page: three to six sentences that a reader can act on, and none that is a bare fact.

In: the parts of the findings, already computed. Out: sentences. A sentence with nothing to tell is left out, but
the first, and the one about answers, are always there.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext

from homeward.casework import wording
from homeward.casework.queries.picture import overdue_words
from homeward.casework.results import (
    NO_DUE,
    CandidateLine,
    PersonPicture,
    PromiseLine,
    SilenceLine,
    UnansweredLine,
)
from homeward.records import PartialDate, SilenceVerdict, Verdict

_KEPT = "A"
_MOST_NAMES = 4


def summary_of(
    people: Sequence[PersonPicture],
    candidates: Sequence[CandidateLine],
    proposals_waiting: int,
    promises: Sequence[PromiseLine],
    unanswered: Sequence[UnansweredLine],
    silences: Sequence[SilenceLine],
    *,
    handed_over: bool,
) -> tuple[str, ...]:
    """The sentences, in the order of what matters most to a relative."""
    sentences = [
        _found(people, candidates),
        _alive(people),
        _contradictions(people),
        _unanswered(people, unanswered, handed_over=handed_over),
        _promises(promises),
        _silences(silences),
        _waiting(candidates, proposals_waiting),
    ]
    return tuple(sentence for sentence in sentences if sentence)


def _found(people: Sequence[PersonPicture], candidates: Sequence[CandidateLine]) -> str:
    if not people:
        return gettext("Nobody is looked for in this case yet.")
    found = {line.person_ref for line in candidates if line.verdict == Verdict.SAME}
    spoken = sum(1 for p in people if p.independent_sources)
    named = _names([p.names[0].text for p in people if p.ref in found])
    silent = len(people) - spoken
    heard = (
        wording.counted(
            ngettext(
                "of {n} person no source has spoken by name", "of {n} people no source has spoken by name", silent
            ),
            silent,
        )
        if silent
        else gettext("of each of them a source has spoken by name")
    )
    judged = (
        wording.counted(
            ngettext(
                "{n} is judged by a person to stand on lists of others",
                "{n} are judged by a person to stand on lists of others",
                len(found),
            ),
            len(found),
        )
        + f" ({named})"
        if found
        else gettext("none is judged to stand on a list of others")
    )
    many = wording.counted(
        ngettext("{n} person is looked for", "{n} people are looked for", len(people)), len(people)
    )
    return f"{wording.first_upper(many)}; {judged}; {heard}."


def _alive(people: Sequence[PersonPicture]) -> str:
    told = [(p.names[0].text, p.proof_of_life) for p in people if p.proof_of_life is not None]
    shown = [
        f"{name}: {evidence.said} ({wording.ago_words(evidence.age_days)})" for name, evidence in told[:_MOST_NAMES]
    ]
    return "; ".join(shown) + "." if shown else ""


def _contradictions(people: Sequence[PersonPicture]) -> str:
    disputed = [p for p in people if p.conflicts]
    if not disputed:
        return ""
    number = sum(len(p.conflicts) for p in disputed)
    stand = wording.counted(
        ngettext("{n} contradiction stands open", "{n} contradictions stand open", number), number
    )
    return gettext("{contradictions}, about {names}; Homeward shows both sides and does not choose.").format(
        contradictions=wording.first_upper(stand), names=_names([p.names[0].text for p in disputed])
    )


def _unanswered(people: Sequence[PersonPicture], unanswered: Sequence[UnansweredLine], *, handed_over: bool) -> str:
    if not handed_over:
        return gettext("No list of ours is recorded as handed over.")
    if not unanswered:
        return gettext("Everybody on a list handed over has been answered about by name.")
    persons = {line.person_ref for line in unanswered}
    oldest = unanswered[0]
    overdue = max((line.overdue_days or 0 for line in unanswered), default=0)
    number = len(persons)
    if number == len(people) > 1:
        phrase = ngettext(
            "No answer by name has come about any of the {n} person",
            "No answer by name has come about any of the {n} people",
            number,
        )
    else:
        phrase = ngettext(
            "No answer by name has come about {n} person of {all}",
            "No answer by name has come about {n} people of {all}",
            number,
        ).replace("{all}", wording.counted("{n}", len(people)))
    return gettext(
        "{unanswered}; the longest wait began {ago}, when a list was handed to {party}. Last word: {word}."
    ).format(
        unanswered=wording.counted(phrase, number),
        ago=wording.ago_words(oldest.age_days),
        party=oldest.handed_to,
        word=oldest.last_word,
    ) + overdue_words(overdue)


def _promises(promises: Sequence[PromiseLine]) -> str:
    still = [p for p in promises if p.grade != _KEPT]
    if not still:
        return ""
    undated = [p for p in still if p.due == NO_DUE]
    overdue = [p for p in still if p.overdue]
    if len(still) == 1:
        return _one_promise(still[0])
    parts = [
        wording.first_upper(
            wording.counted(ngettext("{n} promise is open", "{n} promises are open", len(still)), len(still))
        )
    ]
    if undated:
        conditional = sum(p.condition is not None for p in undated)
        part = wording.counted(ngettext("{n} has no date", "{n} have no date", len(undated)), len(undated))
        if conditional:
            part += wording.counted(
                ngettext(", {n} stands on a condition", ", {n} stand on a condition", conditional), conditional
            )
        parts.append(part)
    if overdue:
        parts.append(wording.counted(ngettext("{n} is overdue", "{n} are overdue", len(overdue)), len(overdue)))
    ages = [p.age_days for p in still if p.age_days is not None]
    if ages:
        parts.append(gettext("the oldest was made {ago}").format(ago=wording.ago_words(max(ages))))
    return "; ".join(parts) + "."


def _one_promise(promise: PromiseLine) -> str:
    made = f" {wording.ago_words(promise.age_days)}" if promise.age_days is not None else ""
    due = (
        gettext("no date was given")
        if promise.due == NO_DUE
        else gettext("due {date}").format(date=wording.date_words(PartialDate.read(promise.due)))
    )
    return gettext("{party} promised{ago}: “{promise}” – {due}; {grade}.").format(
        party=promise.by, ago=made, promise=promise.content.text, due=due, grade=promise.grade_words
    )


def _silences(silences: Sequence[SilenceLine]) -> str:
    silent = [s for s in silences if s.found_by and s.verdict == SilenceVerdict.NO_MENTION]
    unclear = [s for s in silences if s.found_by and s.verdict == SilenceVerdict.NOT_ASSESSABLE]
    proposed = [s for s in silences if not s.found_by]
    parts = []
    if silent:
        phrase = ngettext(
            "the texts held on {n} relevant event do not mention the people looked for",
            "the texts held on {n} relevant events do not mention the people looked for",
            len(silent),
        )
        parts.append(wording.counted(phrase, len(silent)))
    if unclear:
        phrase = ngettext("{n} silence cannot be assessed", "{n} silences cannot be assessed", len(unclear))
        parts.append(wording.counted(phrase, len(unclear)))
    if proposed:
        phrase = ngettext(
            "{n} possible silence waits to be looked at", "{n} possible silences wait to be looked at", len(proposed)
        )
        parts.append(wording.counted(phrase, len(proposed)))
    text = "; ".join(parts)
    return f"{wording.first_upper(text)}." if text else ""


def _waiting(candidates: Sequence[CandidateLine], proposals_waiting: int) -> str:
    rows = sum(not line.verdict for line in candidates)
    if not rows and not proposals_waiting:
        return gettext("Nothing waits for a person's judgement.")
    parts = []
    if rows:
        parts.append(wording.counted(ngettext("{n} row of a list", "{n} rows of lists", rows), rows))
    if proposals_waiting:
        phrase = ngettext("{n} proposal from reports", "{n} proposals from reports", proposals_waiting)
        parts.append(wording.counted(phrase, proposals_waiting))
    waiting = (
        gettext("{things} waits for a person's judgement.")
        if rows + proposals_waiting == 1
        else gettext("{things} wait for a person's judgement.")
    )
    return waiting.format(things=wording.first_upper(wording.and_words(parts)))


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    if more <= 0:
        return shown
    return wording.and_words([shown, wording.counted(ngettext("{n} other", "{n} others", more), more)])

"""The top of the findings page: three to six sentences that a reader can act on, and none that is a bare fact.

In: the parts of the findings, already computed. Out: sentences. A sentence with nothing to tell is left out, but
the first, and the one about answers, are always there.
"""

from __future__ import annotations

from collections.abc import Sequence

from homeward.casework import wording
from homeward.casework.queries.promises import NO_DUE
from homeward.casework.results import CandidateLine, PersonPicture, PromiseLine, SilenceLine, UnansweredLine
from homeward.records import SilenceVerdict, Verdict

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
        return "Nobody is looked for in this case yet."
    found = {line.person_ref for line in candidates if line.verdict == Verdict.SAME}
    spoken = sum(1 for p in people if p.independent_sources)
    many = wording.count(len(people), "person is", "people are").capitalize()
    listed = wording.count(len(found), "is", "are")
    named = _names([p.names[0].text for p in people if p.ref in found])
    silent = len(people) - spoken
    heard = (
        f"of {wording.count(silent, 'person', 'people')} no source has spoken by name"
        if silent
        else "of each of them a source has spoken by name"
    )
    judged = (
        f"{listed} judged by a person to stand on lists of others ({named})"
        if found
        else "none is judged to stand on a list of others"
    )
    return f"{many} looked for; {judged}; {heard}."


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
    return (
        f"{wording.count(number, 'contradiction stands', 'contradictions stand').capitalize()} open, "
        f"about {_names([p.names[0].text for p in disputed])}; Homeward shows both sides and does not choose."
    )


def _unanswered(people: Sequence[PersonPicture], unanswered: Sequence[UnansweredLine], *, handed_over: bool) -> str:
    if not handed_over:
        return "No list of ours is recorded as handed over."
    if not unanswered:
        return "Everybody on a list handed over has been answered about by name."
    persons = {line.person_ref for line in unanswered}
    oldest = unanswered[0]
    overdue = max((line.overdue_days or 0 for line in unanswered), default=0)
    about = wording.count(len(persons), "person", "people")
    whom = f"any of the {about}" if len(persons) == len(people) > 1 else f"{about} of {len(people)}"
    return (
        f"No answer by name has come about {whom}; "
        f"the longest wait began {wording.ago_words(oldest.age_days)}, when a list was handed to {oldest.handed_to}. "
        f"Last word: {oldest.last_word}."
        + (f" The reply is overdue by {wording.age_words(overdue)}." if overdue else "")
    )


def _promises(promises: Sequence[PromiseLine]) -> str:
    still = [p for p in promises if p.grade != _KEPT]
    if not still:
        return ""
    undated = [p for p in still if p.due == NO_DUE]
    overdue = [p for p in still if p.overdue]
    if len(still) == 1:
        return _one_promise(still[0])
    parts = [wording.count(len(still), "promise is", "promises are").capitalize() + " open"]
    if undated:
        conditional = sum(p.condition is not None for p in undated)
        tail = f", {wording.count(conditional, 'stands', 'stand')} on a condition" if conditional else ""
        parts.append(f"{wording.count(len(undated), 'has', 'have')} no date{tail}")
    if overdue:
        parts.append(f"{wording.count(len(overdue), 'is', 'are')} overdue")
    ages = [p.age_days for p in still if p.age_days is not None]
    if ages:
        parts.append(f"the oldest was made {wording.ago_words(max(ages))}")
    return "; ".join(parts) + "."


def _one_promise(promise: PromiseLine) -> str:
    made = f" {wording.ago_words(promise.age_days)}" if promise.age_days is not None else ""
    due = "no date was given" if promise.due == NO_DUE else f"due {promise.due}"
    grade = f"; {promise.grade_words}" if promise.grade else "; not reviewed yet"
    return f"{promise.by} promised{made}: “{promise.content.text}” – {due}{grade}."


def _silences(silences: Sequence[SilenceLine]) -> str:
    silent = [s for s in silences if s.found_by and s.verdict == SilenceVerdict.NO_MENTION]
    unclear = [s for s in silences if s.found_by and s.verdict == SilenceVerdict.NOT_ASSESSABLE]
    proposed = [s for s in silences if not s.found_by]
    parts = []
    if silent:
        events = wording.count(len(silent), "relevant event")
        parts.append(f"the texts held on {events} do not mention the people looked for")
    if unclear:
        parts.append(f"{wording.count(len(unclear), 'silence')} cannot be assessed")
    if proposed:
        verb = "waits" if len(proposed) == 1 else "wait"
        parts.append(f"{wording.count(len(proposed), 'possible silence')} {verb} to be looked at")
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _waiting(candidates: Sequence[CandidateLine], proposals_waiting: int) -> str:
    rows = sum(not line.verdict for line in candidates)
    if not rows and not proposals_waiting:
        return "Nothing waits for a person's judgement."
    parts = []
    if rows:
        parts.append(wording.count(rows, "row of a list", "rows of lists"))
    if proposals_waiting:
        parts.append(wording.count(proposals_waiting, "proposal from reports", "proposals from reports"))
    verb = "waits" if rows + proposals_waiting == 1 else "wait"
    return f"{' and '.join(parts).capitalize()} {verb} for a person's judgement."


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    return f"{shown} and {wording.count(more, 'other')}" if more > 0 else shown

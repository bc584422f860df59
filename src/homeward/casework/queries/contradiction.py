"""Which claims cannot both be so: found and shown side by side, never resolved.

In: what claims say, as plain values, newest first. Out: per question, the claims on either side.
Leaves to others: reading claims (`ground`), whether the two sides are independent (`independence`), and judging.

Policy, on the side of showing too much: two claims stand against each other unless their own dates show that both
can be so. An undated claim is taken to be able to mean any time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_noop as _

from homeward.casework.independence import fold
from homeward.records import ClaimSubject, PartialDate, Polarity

_YES, _NO = Polarity.ASSERTS, Polarity.DENIES
_S = ClaimSubject
_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"^(?:وال|بال|ال)(?=\w{3})")
_TELLING_LETTERS = 4
MOST_SHOWN = 12
"""How many opposing claims are named beside one claim: a hundred references help nobody."""


@dataclass(frozen=True, slots=True)
class Position:
    """What one claim says.

    Attributes:
        valid: when it holds of the person, if the claim says so.
        asserted: when it was said.
    """

    key: int
    subject: str
    polarity: str
    value: str = ""
    valid: PartialDate | None = None
    asserted: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sides of one question: keys of claims, newest first."""

    question: str
    one: tuple[int, ...]
    other: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Question:
    words: str
    yes: frozenset[tuple[str, str]]
    no: frozenset[tuple[str, str]]


def _asked(words: str, yes: Iterable[tuple[str, str]], no: Iterable[tuple[str, str]]) -> _Question:
    return _Question(words, frozenset(yes), frozenset(no))


_QUESTIONS = (
    _asked(
        _("whether this person is alive"),
        [(_S.ALIVE, _YES), (_S.HEALTH, _YES), (_S.DEAD, _NO)],
        [(_S.DEAD, _YES), (_S.ALIVE, _NO)],
    ),
    _asked(
        _("whether this person is held"),
        [(_S.CUSTODY, _YES), (_S.ACKNOWLEDGEMENT, _YES)],
        [(_S.CUSTODY, _NO), (_S.ACKNOWLEDGEMENT, _NO), (_S.RELEASED, _YES), (_S.ESCAPED, _YES)],
    ),
    *(
        _asked(words, [(subject, _YES)], [(subject, _NO)])
        for subject, words in (
            (_S.RELEASED, _("whether this person was released")),
            (_S.ESCAPED, _("whether this person escaped")),
            (_S.TRANSFERRED, _("whether this person was transferred")),
            (_S.HEALTH, _("how this person's health is")),
            (_S.IDENTITY, _("who this person is")),
            (_S.LISTED, _("whether this person is on the list")),
            (_S.SEARCHED_FOR, _("whether this person is being looked for")),
            (_S.MENTIONED, _("whether this person was mentioned")),
        )
    ),
)
_WHERE = _("where this person is")
_LEFT = frozenset({_S.RELEASED, _S.ESCAPED})
# Of these two claims can agree that it is so and differ only in what exactly; of the others they cannot.
_VALUED = frozenset({_S.WHEREABOUTS, _S.HEALTH, _S.IDENTITY, _S.LISTED, _S.TRANSFERRED})


def contradictions(positions: Sequence[Position]) -> tuple[list[Contradiction], dict[int, tuple[int, ...]]]:
    """Find the claims that stand against each other.

    Args:
        positions: claims about one person, newest first.

    Returns:
        The contradictions, one for each question, and for each claim the newest of those against it.
    """
    found: list[Contradiction] = []
    against: dict[int, list[int]] = {}
    for question in _QUESTIONS:
        yes = [p for p in positions if (p.subject, p.polarity) in question.yes]
        no = [p for p in positions if (p.subject, p.polarity) in question.no]
        _note(question.words, _pairs(yes, no, _opposed), found, against)
    there = [p for p in positions if p.subject == _S.WHEREABOUTS and p.polarity == _YES]
    not_there = [p for p in positions if p.subject == _S.WHEREABOUTS and p.polarity == _NO]
    places = _pairs(there, there, _elsewhere) + _pairs(there, not_there, _opposed)
    _note(_WHERE, places, found, against)
    order = {p.key: n for n, p in enumerate(positions)}
    return found, {
        key: tuple(sorted(set(others), key=order.__getitem__))[:MOST_SHOWN] for key, others in against.items()
    }


def must_contradict(kinds: Mapping[tuple[str, str], bool]) -> bool:
    """Whether claims of these kinds stand against each other whatever else they say: what has no day means any time.

    Only where the rule is so plain; of all others `contradict` decides, which needs the claims.

    Args:
        kinds: pairs of subject and polarity, and whether any claim of the kind is without a day on which it holds.
    """
    for question in _QUESTIONS:
        for yes in question.yes & kinds.keys():
            for no in question.no & kinds.keys():
                plain = (yes[0] != no[0] or yes[0] not in _VALUED) and (yes[0] == no[0] or no[0] not in _LEFT)
                if plain and (kinds[yes] or kinds[no]):
                    return True
    return False


def may_contradict(kinds: Mapping[tuple[str, str], bool], *, places: int) -> bool:
    """Whether claims of these kinds can stand against each other at all.

    Args:
        places: how many different whereabouts are claimed or denied; two are as good as many.
    """
    where = {(_S.WHEREABOUTS, _YES), (_S.WHEREABOUTS, _NO)}
    return (
        places > 1 or where <= kinds.keys() or any(q.yes & kinds.keys() and q.no & kinds.keys() for q in _QUESTIONS)
    )


def contradict(positions: Sequence[Position]) -> bool:
    """Whether any two stand against each other; the same rule as `contradictions`, left at the first pair."""
    for question in _QUESTIONS:
        no = [p for p in positions if (p.subject, p.polarity) in question.no]
        if no and any(
            _opposed(p, q) for p in positions if (p.subject, p.polarity) in question.yes for q in no if p.key != q.key
        ):
            return True
    there = [p for p in positions if p.subject == _S.WHEREABOUTS and p.polarity == _YES]
    not_there = [p for p in positions if p.subject == _S.WHEREABOUTS and p.polarity == _NO]
    return any(
        _opposed(p, q) for p in there for q in not_there
    ) or any(_elsewhere(p, q) for n, p in enumerate(there) for q in there[n + 1 :])  # fmt: skip


def _pairs(
    ones: Sequence[Position], others: Sequence[Position], test: Callable[[Position, Position], bool]
) -> list[tuple[int, int]]:
    """Opposed pairs, newest first on either side; no more than are shown for any one claim."""
    found: list[tuple[int, int]] = []
    for side, against, turned in ((ones, others, False), (others, ones, True)):
        for p in side:
            seen = 0
            for q in against:
                if p.key != q.key and (test(q, p) if turned else test(p, q)):
                    found.append((q.key, p.key) if turned else (p.key, q.key))
                    seen += 1
                    if seen == MOST_SHOWN:
                        break
        if ones is others:
            break
    return list(dict.fromkeys(found))


def _note(
    question: str, pairs: list[tuple[int, int]], found: list[Contradiction], against: dict[int, list[int]]
) -> None:
    if not pairs:
        return
    for a, b in pairs:
        against.setdefault(a, []).append(b)
        against.setdefault(b, []).append(a)
    if question == _WHERE:  # every claim may be on both sides: the newest against those it excludes
        first = pairs[0][0]
        found.append(Contradiction(question, (first,), tuple(b for a, b in pairs if a == first)))
        return
    found.append(
        Contradiction(question, tuple(dict.fromkeys(a for a, _ in pairs)), tuple(dict.fromkeys(b for _, b in pairs)))
    )


def _opposed(yes: Position, no: Position) -> bool:
    """Whether the two answer one question differently, and their dates do not show that both can be so."""
    if yes.subject == no.subject:
        same = _may_be_one_place if yes.subject == _S.WHEREABOUTS else _same_value
        if yes.subject in _VALUED and not same(yes.value, no.value):
            return False
        return not (yes.valid and no.valid) or _overlap(yes.valid, no.valid)
    if no.subject == _S.DEAD:  # alive before the day of death is no contradiction
        return not (yes.valid and no.valid) or _last(yes.valid) >= _first(no.valid)
    if no.subject in _LEFT:  # held before the release is none either
        held, left = yes.valid or yes.asserted, no.valid or no.asserted
        return not (held and left) or _last(held) > _first(left)
    return not (yes.valid and no.valid) or _overlap(yes.valid, no.valid)


def _elsewhere(a: Position, b: Position) -> bool:
    """Whether two places are named for one time."""
    if not a.value or not b.value or _same_value(a.value, b.value):
        return False
    when_a, when_b = a.valid or a.asserted, b.valid or b.asserted
    return not (when_a and when_b) or _overlap(when_a, when_b)


def _same_value(a: str, b: str) -> bool:
    """Whether two values can mean one thing: equal, one part of the other, or one not given."""
    left, right = fold(a), fold(b)
    return left in right or right in left


def _may_be_one_place(a: str, b: str) -> bool:
    """Whether two descriptions can mean one place: they share a word that says something, its article aside."""
    return _same_value(a, b) or bool(_telling_words(a) & _telling_words(b))


def _telling_words(text: str) -> set[str]:
    words = (_ARTICLE.sub("", word) for word in _WORD.findall(fold(text)))
    return {word for word in words if len(word) >= _TELLING_LETTERS}


def _overlap(a: PartialDate, b: PartialDate) -> bool:
    return _first(a) <= _last(b) and _first(b) <= _last(a)


def _first(on: PartialDate) -> date:
    return on.earliest or date.min


def _last(on: PartialDate) -> date:
    return on.latest or date.max

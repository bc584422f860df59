"""The form of an answer: the JSON schema that the model is given, and the same form read back, field by field.

In: what the model returned. Out: items with plain texts in them, and how many were not in the form.
Leaves to others: whether the texts stand in the report and agree with it (`verify`). The schema is a wish: whether a
server keeps to it is not relied on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from homeward.reading.reader.refusals import Refusal
from homeward.records import AnswerCode, Attribution, ClaimSubject, ContactKind, ContactStatus, Manner, Polarity

_LONGEST_QUOTE = 4_000
_LONGEST_NAME = 200
_MOST_PARTS = 12

SUBJECTS = (
    ClaimSubject.CUSTODY,
    ClaimSubject.ALIVE,
    ClaimSubject.WHEREABOUTS,
    ClaimSubject.HEALTH,
    ClaimSubject.RELEASED,
    ClaimSubject.TRANSFERRED,
    ClaimSubject.ESCAPED,
    ClaimSubject.DEAD,
    ClaimSubject.ACKNOWLEDGEMENT,
)


@dataclass(frozen=True, slots=True)
class SaidItem:
    """Somebody's words: quotes of them, of the cue and of who spoke; `speaker` is the source's name in full.

    The source is None where the sentence leaves it out ("and promised"); then there is a speaker.
    """

    content: tuple[str, ...]
    cue: str
    source: str | None
    speaker: str | None
    attribution: Attribution
    relays: tuple[str, ...]
    manner: Manner
    date: str | None


@dataclass(frozen=True, slots=True)
class ContactItem:
    """A meeting, visit, call or letter."""

    quote: str
    kind: ContactKind
    status: ContactStatus
    parties: tuple[str, ...]
    place: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class HandoverItem:
    """A list or names given to somebody."""

    quote: str
    by: str | None
    to: str | None
    through: str | None
    count: int | None
    date: str | None


@dataclass(frozen=True, slots=True)
class AnswerItem:
    """What a party says to the question after the people looked for."""

    quote: str
    code: AnswerCode
    about: str | None


@dataclass(frozen=True, slots=True)
class CommitmentItem:
    """A promise."""

    quote: str
    condition: str | None
    due: str | None
    about: str | None


@dataclass(frozen=True, slots=True)
class ClaimItem:
    """What is said to be so, or not so, of the people looked for."""

    quote: str
    subject: ClaimSubject
    polarity: Polarity
    about: str


@dataclass(frozen=True, slots=True)
class SilenceItem:
    """That somebody or some text did not mention them."""

    quote: str
    by: str | None
    about: str


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer, read: the items of each kind in its order; `refused` counts what had not the form."""

    statements: tuple[SaidItem, ...] = ()
    contacts: tuple[ContactItem, ...] = ()
    handovers: tuple[HandoverItem, ...] = ()
    answers: tuple[AnswerItem, ...] = ()
    commitments: tuple[CommitmentItem, ...] = ()
    claims: tuple[ClaimItem, ...] = ()
    silences: tuple[SilenceItem, ...] = ()
    refused: Counter[Refusal] = field(default_factory=Counter)

    @property
    def size(self) -> int:
        """How many items it holds, those without the form too."""
        events = len(self.contacts) + len(self.handovers) + len(self.silences)
        words = len(self.statements) + len(self.answers) + len(self.commitments) + len(self.claims)
        return events + words + self.refused.total()


class _FormError(ValueError):
    """An item that has not the form."""


Item = TypeVar("Item")


def read_answer(values: Mapping[str, Any], *, most: int) -> Answered:
    """Read what a model returned. Nothing raises; what has not the form is counted and left."""
    refused: Counter[Refusal] = Counter()
    left = most

    def items(name: str, read: Callable[[Mapping[str, Any]], Item]) -> tuple[Item, ...]:
        nonlocal left
        given = values.get(name, [])
        if not isinstance(given, list):
            refused[Refusal.FORM] += 1
            return ()
        found: list[Item] = []
        for value in given[:left]:
            try:
                if not isinstance(value, dict):
                    raise _FormError
                found.append(read(value))
            except _FormError:
                refused[Refusal.FORM] += 1
        refused[Refusal.TOO_MANY] += max(0, len(given) - left)
        left -= min(left, len(given))
        return tuple(found)

    read = Answered(
        items("statements", _said),
        items("contacts", _contact),
        items("handovers", _handover),
        items("answers", _answer),
        items("commitments", _commitment),
        items("claims", _claim),
        items("silences", _silence),
    )
    read.refused.update(+refused)
    return read


def _said(v: Mapping[str, Any]) -> SaidItem:
    content = _texts(v, "content", _LONGEST_QUOTE)
    source, speaker = (_text_or_none(v, name, _LONGEST_NAME) for name in ("source", "speaker"))
    if not content or (source is None and speaker is None):
        raise _FormError
    return SaidItem(
        content,
        _text(v, "cue", _LONGEST_NAME),
        source,
        speaker,
        _one_of(v, "attribution", Attribution),
        _texts(v, "relays", _LONGEST_NAME),
        _one_of(v, "manner", Manner),
        _text_or_none(v, "date", _LONGEST_NAME),
    )


def _contact(v: Mapping[str, Any]) -> ContactItem:
    return ContactItem(
        _text(v, "quote", _LONGEST_QUOTE),
        _one_of(v, "kind", ContactKind),
        _one_of(v, "status", ContactStatus),
        _texts(v, "with", _LONGEST_NAME),
        _text_or_none(v, "place", _LONGEST_NAME),
        _text_or_none(v, "date", _LONGEST_NAME),
    )


def _handover(v: Mapping[str, Any]) -> HandoverItem:
    count = v.get("count")
    if isinstance(count, bool) or not (count is None or (isinstance(count, int) and 0 <= count < 10**9)):
        raise _FormError
    return HandoverItem(
        _text(v, "quote", _LONGEST_QUOTE),
        _text_or_none(v, "by", _LONGEST_NAME),
        _text_or_none(v, "to", _LONGEST_NAME),
        _text_or_none(v, "through", _LONGEST_NAME),
        count,
        _text_or_none(v, "date", _LONGEST_NAME),
    )


def _answer(v: Mapping[str, Any]) -> AnswerItem:
    return AnswerItem(
        _text(v, "quote", _LONGEST_QUOTE), _one_of(v, "code", AnswerCode), _text_or_none(v, "about", _LONGEST_NAME)
    )


def _commitment(v: Mapping[str, Any]) -> CommitmentItem:
    return CommitmentItem(
        _text(v, "quote", _LONGEST_QUOTE),
        _text_or_none(v, "condition", _LONGEST_QUOTE),
        _text_or_none(v, "due", _LONGEST_NAME),
        _text_or_none(v, "about", _LONGEST_NAME),
    )


def _claim(v: Mapping[str, Any]) -> ClaimItem:
    subject = _one_of(v, "subject", ClaimSubject)
    if subject not in SUBJECTS:
        raise _FormError
    return ClaimItem(
        _text(v, "quote", _LONGEST_QUOTE), subject, _one_of(v, "polarity", Polarity), _text(v, "about", _LONGEST_NAME)
    )


def _silence(v: Mapping[str, Any]) -> SilenceItem:
    return SilenceItem(
        _text(v, "quote", _LONGEST_QUOTE), _text_or_none(v, "by", _LONGEST_NAME), _text(v, "about", _LONGEST_NAME)
    )


def _text(v: Mapping[str, Any], name: str, most: int) -> str:
    text = _text_or_none(v, name, most)
    if text is None:
        raise _FormError
    return text


def _text_or_none(v: Mapping[str, Any], name: str, most: int) -> str | None:
    text = v.get(name)
    if text is None:
        return None
    if not isinstance(text, str) or len(text) > most:
        raise _FormError
    return text if text.strip() else None


def _texts(v: Mapping[str, Any], name: str, most: int) -> tuple[str, ...]:
    texts = v.get(name)
    if texts is None:
        return ()
    if not isinstance(texts, list) or len(texts) > _MOST_PARTS:
        raise _FormError
    if not all(isinstance(text, str) and text.strip() and len(text) <= most for text in texts):
        raise _FormError
    return tuple(texts)


Listed = TypeVar("Listed", AnswerCode, Attribution, ClaimSubject, ContactKind, ContactStatus, Manner, Polarity)


def _one_of(v: Mapping[str, Any], name: str, kind: type[Listed]) -> Listed:
    value = v.get(name)
    if not isinstance(value, str):
        raise _FormError
    try:
        return kind(value)
    except ValueError:
        raise _FormError from None


# --- the schema ---------------------------------------------------------------------------------------------------

_QUOTE = {"type": "string"}
_MAYBE = {"type": ["string", "null"]}


def _listed(values: Sequence[str]) -> dict[str, Any]:
    return {"type": "string", "enum": [str(value) for value in values]}


def _list_of(**properties: Any) -> dict[str, Any]:
    item = {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    return {"type": "array", "items": item}


_LISTS = {
    "statements": _list_of(
        content={"type": "array", "items": _QUOTE},
        cue=_QUOTE,
        source=_MAYBE,
        speaker=_MAYBE,
        attribution=_listed(list(Attribution)),
        relays={"type": "array", "items": _QUOTE},
        manner=_listed(list(Manner)),
        date=_MAYBE,
    ),
    "contacts": _list_of(
        quote=_QUOTE,
        kind=_listed(list(ContactKind)),
        status=_listed(list(ContactStatus)),
        **{"with": {"type": "array", "items": _QUOTE}},
        place=_MAYBE,
        date=_MAYBE,
    ),
    "handovers": _list_of(
        quote=_QUOTE, by=_MAYBE, to=_MAYBE, through=_MAYBE, count={"type": ["integer", "null"]}, date=_MAYBE
    ),
    "answers": _list_of(
        quote=_QUOTE, code=_listed([c for c in AnswerCode if c is not AnswerCode.NO_ANSWER_BY]), about=_MAYBE
    ),
    "commitments": _list_of(quote=_QUOTE, condition=_MAYBE, due=_MAYBE, about=_MAYBE),
    "claims": _list_of(quote=_QUOTE, subject=_listed(SUBJECTS), polarity=_listed(list(Polarity)), about=_QUOTE),
    "silences": _list_of(quote=_QUOTE, by=_MAYBE, about=_QUOTE),
}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": _LISTS,
    "required": list(_LISTS),
    "additionalProperties": False,
}

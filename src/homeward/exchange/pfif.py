"""PFIF 1.4, the People Finder Interchange Format: people and notes about them, as XML.

In: records as plain values, or the bytes of a file. Out: bytes; or records with every fault listed.
Leaves to others: what may leave and to whom, and what a note may say (`casework`).

A note's ``status`` is what its author believes, never a fact. What our writer writes, our reader reads again with the
same values. Text is written as it is, but for characters that XML cannot hold, which are dropped.
The fields, their order and which of them are mandatory follow the published format (zesty.ca/pfif/1.4).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from xml.etree.ElementTree import Element, ParseError
from xml.sax.saxutils import escape

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from homeward.errors import Problem
from homeward.exchange.guard import refusal
from homeward.exchange.limits import Limits

NAMESPACE = "http://zesty.ca/pfif/1.4"
STATUSES = ("information_sought", "is_note_author", "believed_alive", "believed_missing", "believed_dead")
"""What an author of a note may believe of the person; the format knows no other word."""


@dataclass(frozen=True, slots=True)
class PfifPerson:
    """A person, in the fields and the order of the format; empty where nothing is said.

    `full_name`, `alternate_names` and `profile_urls` hold one entry a line. Moments are UTC, as `moment` writes them.
    """

    person_record_id: str
    entry_date: str = ""
    expiry_date: str = ""
    author_name: str = ""
    author_email: str = ""
    author_phone: str = ""
    source_name: str = ""
    source_date: str = ""
    source_url: str = ""
    full_name: str = ""
    given_name: str = ""
    family_name: str = ""
    alternate_names: str = ""
    description: str = ""
    sex: str = ""
    date_of_birth: str = ""
    age: str = ""
    home_street: str = ""
    home_neighborhood: str = ""
    home_city: str = ""
    home_state: str = ""
    home_postal_code: str = ""
    home_country: str = ""
    photo_url: str = ""
    profile_urls: str = ""


@dataclass(frozen=True, slots=True)
class PfifNote:
    """What somebody says of a person; `status` is one of `STATUSES` or empty."""

    note_record_id: str
    person_record_id: str = ""
    linked_person_record_id: str = ""
    entry_date: str = ""
    author_name: str = ""
    author_email: str = ""
    author_phone: str = ""
    source_date: str = ""
    author_made_contact: str = ""
    status: str = ""
    email_of_found_person: str = ""
    phone_of_found_person: str = ""
    last_known_location: str = ""
    text: str = ""
    photo_url: str = ""


@dataclass(frozen=True, slots=True)
class PfifFile:
    """What a file holds, in its order, and what is wrong with it."""

    persons: tuple[PfifPerson, ...]
    notes: tuple[PfifNote, ...]
    problems: tuple[Problem, ...]


_PERSON = tuple(field.name for field in fields(PfifPerson))
_NOTE = tuple(field.name for field in fields(PfifNote))
_MANDATORY_OF_PERSON = frozenset({"person_record_id", "source_date", "full_name"})
_MANDATORY_OF_NOTE = frozenset({"note_record_id", "author_name", "source_date", "text"})
_LEFT_OF_EXPIRED = frozenset({"person_record_id", "source_date", "entry_date", "expiry_date"})

_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z")
_ID = re.compile(r"[^/\s]+\.[^/\s]+/\S.*")
_FORMS = {
    "person_record_id": _ID,
    "note_record_id": _ID,
    "linked_person_record_id": _ID,
    "entry_date": _MOMENT,
    "expiry_date": _MOMENT,
    "source_date": _MOMENT,
    "sex": re.compile("female|male|other"),
    "date_of_birth": re.compile(r"\d{4}(-\d{2}(-\d{2})?)?"),
    "age": re.compile(r"\d+(-\d+)?"),
    "home_country": re.compile("[A-Z]{2}"),
    "author_made_contact": re.compile("true|false"),
    "status": re.compile("|".join(STATUSES)),
}
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ASK = "Ask the sender to correct it; the value is kept as written."


def moment(at: datetime) -> str:
    """A moment as the format writes it: UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def placeholder(person_record_id: str, at: datetime) -> PfifPerson:
    """What is left of a person whose record has expired or was deleted: that there was one, and nothing of it."""
    now = moment(at)
    return PfifPerson(person_record_id, entry_date=now, expiry_date=now, source_date=now)


def write_pfif(persons: Iterable[PfifPerson], notes: Iterable[PfifNote] = ()) -> bytes:
    """The document: each person with the notes about them inside, then the notes about people who are not in it."""
    by_person: dict[str, list[PfifNote]] = {}
    for note in notes:
        by_person.setdefault(note.person_record_id, []).append(note)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<pfif:pfif xmlns:pfif="{NAMESPACE}">']
    for person in persons:
        lines.append("  <pfif:person>")
        lines += _written(person, _PERSON, _MANDATORY_OF_PERSON, "    ")
        for note in by_person.pop(person.person_record_id, ()):
            lines += ["    <pfif:note>", *_written(note, _NOTE, _MANDATORY_OF_NOTE, "      "), "    </pfif:note>"]
        lines.append("  </pfif:person>")
    for rest in by_person.values():
        for note in rest:
            mandatory = _MANDATORY_OF_NOTE | {"person_record_id"}
            lines += ["  <pfif:note>", *_written(note, _NOTE, mandatory, "    "), "  </pfif:note>"]
    return ("\n".join([*lines, "</pfif:pfif>"]) + "\n").encode()


def read_pfif(name: str, content: bytes, *, limits: Limits | None = None) -> PfifFile:
    """Read a file of version 1.4. Every fault is listed; the values stand as they are written.

    Raises:
        RefusedFileError: too large, no XML, a document type or entities inside, or another format or version.
    """
    limits = limits or Limits()
    if len(content) > limits.max_article_bytes:
        raise refusal("The file is too large for PFIF", "Ask the sender for several files.", name, "too-large")
    try:
        root = fromstring(content, forbid_dtd=True)
    except DefusedXmlException:
        raise refusal(
            "The file declares a document type or entities, with which hostile files read other files",
            "Ask the sender for the file without them.",
            name,
            "xml-document-type",
        ) from None
    except (ParseError, ValueError, LookupError):
        raise refusal("The file is no well-formed XML", "Ask the sender for it again.", name, "not-xml") from None
    if root.tag != f"{{{NAMESPACE}}}pfif":
        raise refusal("The file is not PFIF 1.4", "Ask the sender for version 1.4.", name, "not-pfif")
    problems: list[Problem] = []
    persons: list[PfifPerson] = []
    notes: list[PfifNote] = []
    for element in root:
        kind = _kind(element)
        if kind == "person":
            person = PfifPerson(**_read(name, element, _PERSON, _MANDATORY_OF_PERSON, problems))
            persons.append(person)
            notes += [
                _note(name, inner, problems, of=person.person_record_id)
                for inner in element
                if _kind(inner) == "note"
            ]
        elif kind == "note":
            notes.append(_note(name, element, problems, of=""))
        else:
            problems.append(_problem(name, f'"{kind}" is nothing that PFIF knows', "unknown-record", value=kind))
    problems += _between(name, persons, notes)
    return PfifFile(tuple(persons), tuple(notes), tuple(problems))


def _written(
    record: PfifPerson | PfifNote, order: Sequence[str], mandatory: frozenset[str], indent: str
) -> Iterable[str]:
    for field in order:
        value = clean(getattr(record, field))
        if value or field in mandatory:
            yield f"{indent}<pfif:{field}>{escape(value)}</pfif:{field}>"


def clean(text: str) -> str:
    """The text as XML can hold it: without characters that it cannot, each end of a line as one sign."""
    return _NOT_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _kind(element: Element) -> str:
    space, _, kind = str(element.tag).rpartition("}")
    return kind if space == f"{{{NAMESPACE}" else ""


def _note(name: str, element: Element, problems: list[Problem], *, of: str) -> PfifNote:
    told = _read(name, element, _NOTE, _MANDATORY_OF_NOTE, problems)
    said = told.get("person_record_id", "")
    if of and said and said != of:
        problems.append(_problem(name, "A note stands within one person and names another", "other-person"))
    if not of and not said:
        problems.append(_problem(name, "A note names no person", "no-person"))
    return PfifNote(**{**told, "person_record_id": said or of})


def _read(
    name: str, element: Element, known: Sequence[str], mandatory: frozenset[str], problems: list[Problem]
) -> dict[str, str]:
    found: dict[str, str] = {}
    for child in element:
        field = _kind(child)
        if field == "note":
            continue
        if field not in known:
            problems.append(_problem(name, f'"{child.tag}" is no field of PFIF 1.4', "unknown-field"))
        elif field in found:
            problems.append(_problem(name, f"{field} stands there twice; the first is taken", "duplicate-field"))
        else:
            found[field] = child.text or ""
    first = known[0]
    for field in known:
        if field in mandatory and field not in found:
            problems.append(_problem(name, f"{field} is missing", "missing-field", value=field))
        form, value = _FORMS.get(field), found.get(field, "").strip()
        if value and form is not None and not form.fullmatch(value):
            problems.append(_problem(name, f"{field} is not written as the format asks", "bad-format", value=value))
        elif value and form is _MOMENT and _read_moment(value) is None:
            # Written as a moment and none: "1234-56-78T90:12:34Z" stands in samples of the format itself.
            problems.append(_problem(name, f"{field} names no moment that exists", "no-such-moment", value=value))
    found.setdefault(first, "")
    return found


def _between(name: str, persons: Sequence[PfifPerson], notes: Sequence[PfifNote]) -> Iterable[Problem]:
    for what, ids in (
        ("person", [p.person_record_id for p in persons]),
        ("note", [n.note_record_id for n in notes]),
    ):
        for one, times in Counter(filter(None, ids)).items():
            if times > 1:
                yield _problem(name, f"There are {times} records of one {what}", "duplicate-id", value=one)
    links = {(note.person_record_id, note.linked_person_record_id) for note in notes if note.linked_person_record_id}
    for here, there in sorted(links):
        if (there, here) not in links:
            yield _problem(name, "A link between two people is told of one of them alone", "link-not-mutual")
    for person in persons:
        expires, entered = _read_moment(person.expiry_date), _read_moment(person.entry_date)
        if expires is None or entered is None or entered < expires:
            continue
        if any(getattr(person, field) for field in _PERSON if field not in _LEFT_OF_EXPIRED):
            yield _problem(name, "A record that has expired still tells of the person", "expired-with-data")
        made = _read_moment(person.source_date)
        if made is not None and not (entered == made and entered - expires <= timedelta(days=1)):
            yield _problem(name, "The days of an expired record do not fit each other", "expired-days")


def _read_moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text.strip()).astimezone(UTC) if text.strip() else None
    except ValueError:
        return None


def _problem(name: str, what: str, kind: str, *, value: str | None = None) -> Problem:
    return Problem(what, _ASK, path=name, kind=kind, value=value)

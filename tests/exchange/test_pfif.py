"""PFIF 1.4: what we write is read again as it was; what is wrong with a file of others is listed."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.errors import RefusedFileError
from homeward.exchange import PfifNote, PfifPerson, pfif_moment, pfif_placeholder, read_pfif, write_pfif
from homeward.exchange.pfif import NAMESPACE, STATUSES, clean

PERSON = PfifPerson(
    person_record_id="desk.example/ab12",
    entry_date="2031-03-01T10:00:00Z",
    expiry_date="2032-03-01T00:00:00Z",
    source_date="2031-02-27T09:30:00Z",
    full_name="Ilka Tamorevic",
    alternate_names="Илка Таморевич\nאילקה טמורביץ'\nإلكا تاموريفيتش",
    description="Father's name: Petravik & son <elder>",
    sex="female",
    date_of_birth="1973-04",
    home_city="Sartaville",
)
NOTE = PfifNote(
    note_record_id="desk.example/cd34",
    person_record_id=PERSON.person_record_id,
    author_name="Envoy of Sart",
    source_date="2031-03-01T10:00:00Z",
    status="believed_alive",
    last_known_location="Ostrel",
    text="Said to be alive, by Envoy of Sart; 28 February 2031.",
)
ELSEWHERE = PfifNote("desk.example/ef56", "other.example/1", author_name="", source_date=NOTE.source_date, text="")


def test_what_is_written_is_read_again_with_the_same_values():
    read = read_pfif("a.xml", write_pfif([PERSON], [NOTE, ELSEWHERE]))
    assert read.persons == (PERSON,)
    assert read.notes == (NOTE, ELSEWHERE)
    assert read.problems == ()


_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(_text, _text, st.lists(_text, max_size=3), st.sampled_from(["", *STATUSES]))
def test_any_text_survives_but_for_what_xml_cannot_hold(name, description, others, status):
    person = PfifPerson("desk.example/1", source_date=PERSON.source_date, full_name=name, description=description,
                        alternate_names="\n".join(others))  # fmt: skip
    note = PfifNote("desk.example/2", "desk.example/1", author_name=name, source_date=PERSON.source_date,
                    status=status, text=description)  # fmt: skip
    read = read_pfif("a.xml", write_pfif([person], [note]))
    for was, now in zip((person, note), (*read.persons, *read.notes), strict=True):
        for field in fields(was):
            assert getattr(now, field.name) == clean(getattr(was, field.name)), field.name
    assert read.problems == ()


def test_the_document_has_the_structure_of_the_published_format():
    root = ElementTree.fromstring(write_pfif([PERSON], [NOTE, ELSEWHERE]))
    assert root.tag == f"{{{NAMESPACE}}}pfif"
    assert NAMESPACE == "http://zesty.ca/pfif/1.4"
    person, alone = root
    assert [one.tag.partition("}")[2] for one in root] == ["person", "note"]
    names = [one.tag.partition("}")[2] for one in person]
    order = [field.name for field in fields(PfifPerson)]
    assert names[:-1] == [name for name in order if name in names] and names[-1] == "note"
    assert {"person_record_id", "source_date", "full_name"} <= set(names)
    inside = [one.tag.partition("}")[2] for one in person[-1]]
    assert {"note_record_id", "author_name", "source_date", "text"} <= set(inside)
    # A note that stands alone names its person; what is mandatory stands there even when it is empty.
    told = {one.tag.partition("}")[2]: one.text for one in alone}
    assert told["person_record_id"] == "other.example/1"
    assert told["author_name"] is None and told["text"] is None


def test_a_placeholder_says_that_there_was_a_record_and_nothing_of_the_person():
    at = datetime(2032, 3, 1, 12, 0, 5, tzinfo=UTC)
    written = write_pfif([pfif_placeholder(PERSON.person_record_id, at)])
    read = read_pfif("a.xml", written)
    assert read.problems == ()
    told = {field.name: getattr(read.persons[0], field.name) for field in fields(PfifPerson)}
    now = pfif_moment(at)
    assert {name: value for name, value in told.items() if value} == {
        "person_record_id": PERSON.person_record_id, "entry_date": now, "source_date": now, "expiry_date": now,
    }  # fmt: skip
    assert b"<pfif:full_name></pfif:full_name>" in written


def _document(inner: str) -> bytes:
    return f'<pfif:pfif xmlns:pfif="{NAMESPACE}">{inner}</pfif:pfif>'.encode()


def _person(inner: str = "", *, number: str = "a.example/1", more: str = "") -> str:
    told = f"<pfif:person_record_id>{number}</pfif:person_record_id>" if number else ""
    return (
        f"<pfif:person>{told}<pfif:source_date>2031-03-01T10:00:00Z</pfif:source_date>"
        f"<pfif:full_name>Ilka</pfif:full_name>{inner}</pfif:person>{more}"
    )


def _note(inner: str) -> str:
    return (
        "<pfif:note><pfif:note_record_id>a.example/9</pfif:note_record_id><pfif:author_name>A</pfif:author_name>"
        f"<pfif:source_date>2031-03-01T10:00:00Z</pfif:source_date><pfif:text>t</pfif:text>{inner}</pfif:note>"
    )


_LINK = (
    "<pfif:person_record_id>a.example/{}</pfif:person_record_id>"
    "<pfif:linked_person_record_id>a.example/{}</pfif:linked_person_record_id>"
)
FAULTS = {
    "missing-field": _person(number=""),
    "bad-format": _person("<pfif:sex>f</pfif:sex>"),
    "no-such-moment": _person("<pfif:entry_date>1234-56-78T90:12:34Z</pfif:entry_date>"),
    "unknown-field": _person("<pfif:first_name>Ilka</pfif:first_name>"),
    "duplicate-field": _person("<pfif:full_name>Sana</pfif:full_name>"),
    "duplicate-id": _person(more=_person()),
    "unknown-record": "<pfif:animal/>",
    "no-person": _note(""),
    "other-person": _person(_note("<pfif:person_record_id>a.example/2</pfif:person_record_id>")),
    "link-not-mutual": _note(_LINK.format(1, 2)),
    "expired-with-data": _person(
        "<pfif:entry_date>2031-03-01T10:00:00Z</pfif:entry_date>"
        "<pfif:expiry_date>2031-02-01T10:00:00Z</pfif:expiry_date>"
    ),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_a_fault_is_listed_and_the_rest_is_read(kind):
    read = read_pfif("a.xml", _document(FAULTS[kind]))
    assert kind in {problem.kind for problem in read.problems}
    assert all(problem.path == "a.xml" for problem in read.problems)
    if kind not in ("unknown-record", "no-person", "link-not-mutual"):
        assert read.persons[0].full_name == "Ilka"


def test_a_link_told_of_both_is_no_fault():
    both = _note(_LINK.format(1, 2)) + _note(_LINK.format(2, 1)).replace("a.example/9", "a.example/8")
    assert read_pfif("a.xml", _document(both)).problems == ()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"<pfif", "not-xml"),
        (b"", "not-xml"),
        (b"<html/>", "not-pfif"),
        (b'<pfif xmlns="http://zesty.ca/pfif/1.3"/>', "not-pfif"),
        (b'<!DOCTYPE pfif [<!ENTITY a "aaaa">]><pfif>&a;</pfif>', "xml-document-type"),
        (b'<!DOCTYPE pfif SYSTEM "file:///etc/hostname"><pfif/>', "xml-document-type"),
    ],
)
def test_what_is_no_pfif_of_this_version_or_is_hostile_is_refused(content, kind):
    with pytest.raises(RefusedFileError) as refused:
        read_pfif("a.xml", content)
    assert refused.value.problem.kind == kind

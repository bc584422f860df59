"""What a list item keeps of a row is the record that was read, whole."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from homeward.casework.records_json import record_from_json, record_to_json
from homeward.records import NameKind, PartialDate, PersonRecord, Sex, WrittenIdentifier, WrittenName

_text = st.text(max_size=20)
_maybe = st.none() | _text
_dates = st.none() | st.sampled_from(["1994", "1994-03-17", "198X", "2023-10~", "2019/2021", "../2024-03"]).map(
    PartialDate
)
_names = st.builds(WrittenName, _text, st.sampled_from(NameKind), _maybe, _maybe)
_identifiers = st.builds(WrittenIdentifier, _text, _text, _maybe)
_records = st.builds(
    PersonRecord,
    key=_text,
    names=st.lists(_names, min_size=1, max_size=3).map(tuple),
    birth=_dates,
    age_years=st.none() | st.integers(0, 120),
    as_of=_dates,
    sex=st.none() | st.sampled_from(Sex),
    nationalities=st.none() | st.lists(st.sampled_from(["FR", "LB"])).map(tuple),
    father_name=_maybe,
    mother_name=_maybe,
    place_of_birth=_maybe,
    place_of_holding=_maybe,
    home_place=_maybe,
    captured_on=_dates,
    status=_maybe,
    identifiers=st.lists(_identifiers, max_size=2).map(tuple),
    remarks=_maybe,
)


@given(_records)
def test_a_record_comes_back_as_it_was(record: PersonRecord) -> None:
    assert record_from_json(json.loads(json.dumps(record_to_json(record)))) == record


def test_known_to_have_no_nationality_is_not_the_same_as_not_known() -> None:
    none = PersonRecord(key="1", names=(WrittenName("Ada Ozmar"),), nationalities=())
    unknown = PersonRecord(key="1", names=(WrittenName("Ada Ozmar"),))
    assert record_from_json(record_to_json(none)).nationalities == ()
    assert record_from_json(record_to_json(unknown)).nationalities is None


def test_what_is_not_known_takes_no_room() -> None:
    assert record_to_json(PersonRecord(key="1", names=(WrittenName("Ada Ozmar"),))) == {
        "key": "1",
        "names": [{"text": "Ada Ozmar", "kind": "full"}],
    }

"""FollowTheMoney entities: read again as they were written; nothing is written that their schema does not hold."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.errors import BadInputError, RefusedFileError
from homeward.exchange import FtmEntity, read_ftm, write_ftm

PERSON = FtmEntity(
    "a1", "Person", {"name": ("Ilka Tamorevic", "Илка Таморевич"), "birthDate": ("1973-04",), "nationality": ("ge",)}
)
SOURCE = FtmEntity("b2", "Article", {"title": ("Visit\u2028to Ostrel",), "language": ("eng",)})
TIE = FtmEntity("c3", "Documentation", {"document": ("b2",), "entity": ("a1",)})


def test_entities_are_read_again_one_a_line():
    content = write_ftm([PERSON, SOURCE, TIE])
    lines = content.decode().removesuffix("\n").split("\n")
    assert [json.loads(line)["schema"] for line in lines] == ["Person", "Article", "Documentation"]
    assert all(set(json.loads(line)) == {"id", "schema", "properties"} for line in lines)
    assert read_ftm("a.json", content) == (PERSON, SOURCE, TIE)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=4))
def test_any_name_survives(names):
    told = FtmEntity("a1", "Person", {"name": tuple(names)})
    assert read_ftm("a.json", write_ftm([told])) == (told,)


@pytest.mark.parametrize(
    "wrong",
    [
        FtmEntity("a1", "Person", {"alias": ("Lark",)}),  # a person without a name
        FtmEntity("a1", "Person", {"name": ("Ilka",), "custody": ("camp",)}),
        FtmEntity("a1", "Prisoner", {"name": ("Ilka",)}),
        FtmEntity("a1", "Person", {"name": ("",)}),
        FtmEntity("a1", "Person", {"name": ("Ilka",), "birthDate": ("about 1973",)}),
        FtmEntity("a1", "Person", {"name": ("Ilka",), "nationality": ("GE",)}),
        FtmEntity("a1", "Documentation", {"document": ("b2",)}),
        FtmEntity("", "Note", {}),
    ],
)
def test_what_a_schema_does_not_hold_is_not_written(wrong):
    with pytest.raises(BadInputError):
        write_ftm([wrong])


@pytest.mark.parametrize("line", ["x", "[]", '{"id": "1"}', '{"id": "1", "schema": "Person", "properties": 3}'])
def test_a_line_that_is_no_entity_is_refused(line):
    with pytest.raises(RefusedFileError, match="Line 2"):
        read_ftm("a.json", write_ftm([PERSON]) + line.encode())

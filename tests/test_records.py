"""What the shared values promise."""

from datetime import date

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given
from hypothesis import strategies as st

from homeward.errors import BadDateError
from homeward.records import PartialDate

CASES = [
    ("1994", date(1994, 1, 1), date(1994, 12, 31)),
    ("1994-02", date(1994, 2, 1), date(1994, 2, 28)),
    ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
    ("2023-10~", date(2023, 10, 1), date(2023, 10, 31)),
    ("198X", date(1980, 1, 1), date(1989, 12, 31)),
    ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
    ("1994-XX-XX", date(1994, 1, 1), date(1994, 12, 31)),
    ("2023-24", date(2023, 12, 1), date(2024, 2, 29)),
    ("2019/2021", date(2019, 1, 1), date(2021, 12, 31)),
    ("../2024-03", None, date(2024, 3, 31)),
    ("2024-03-02/..", date(2024, 3, 2), None),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), CASES)
def test_an_edtf_date_has_its_bounds(text: str, earliest: date | None, latest: date | None) -> None:
    read = PartialDate.read(text)
    assert (read.earliest, read.latest, str(read)) == (earliest, latest, text)


@pytest.mark.parametrize(
    "text", ["", "/", "../..", "31/02/1994", "1994-02-31", "1994-13", "yesterday", "2021/2019", "0000", "199٤"]
)
def test_what_is_no_date_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(BadDateError) as caught:
        PartialDate.read(text)
    assert caught.value.problem.remedy


@given(
    st.from_regex(r"\A[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?[?~%]?\Z"),
)
def test_a_date_we_read_is_a_date_to_the_edtf_library_with_the_same_bounds(text: str) -> None:
    ours = PartialDate.read(text)
    try:
        theirs = parse_edtf(text.rstrip("?~%"))
    except EDTFParseException as error:  # pragma: no cover
        raise AssertionError(text) from error
    lower, upper = theirs.lower_strict(), theirs.upper_strict()
    assert ours.earliest == date(lower.tm_year, lower.tm_mon, lower.tm_mday)
    assert ours.latest == date(upper.tm_year, upper.tm_mon, upper.tm_mday)

"""Dates and ages as people write them, in any digits and several calendars, as `PartialDate`.

In: the text of a cell or a phrase. Out: an EDTF date no more precise than the text, or `BadDateError`.
Leaves to others: dates that lean on another day ("on Thursday", "a month ago"): `homeward.reading`.
"""

from homeward.calendars.ages import read_age
from homeward.calendars.convert import Calendar, days_of, in_calendar, is_hebrew_leap
from homeward.calendars.digits import to_ascii_digits
from homeward.calendars.months import month_number, months_of_cldr
from homeward.calendars.written import read_date

__all__ = [
    "Calendar",
    "days_of",
    "in_calendar",
    "is_hebrew_leap",
    "month_number",
    "months_of_cldr",
    "read_age",
    "read_date",
    "to_ascii_digits",
]

"""Dates as people write them in running text, worked out against the day of publication.

In: a text, the publication date, the date rules of a language. Out: `read_dates`: days and periods, each as precise
as the words are; `read_times`: besides these times of day, durations, repetitions and words such as "now", as in
TIMEX3.
Leaves to others: dates in the cells of a list (`homeward.calendars`), and which event a date belongs to.

`rules` says how a language writes its words and rules down, `items` takes a text apart by them, `meaning` lists what
rules can name (`days`, `stretches` of the calendar, what is `counted`; in their `scene`), `periods` is the calendar,
`reader` puts it together. A language's words are its `dates.py`.
"""

from homeward.reading.dates.reader import ReadTime, read_dates, read_times
from homeward.reading.dates.rules import DateRules, WholeDate, each, marks, numbered, split
from homeward.reading.proposals import ReadDate, Timex

__all__ = [
    "DateRules",
    "ReadDate",
    "ReadTime",
    "Timex",
    "WholeDate",
    "each",
    "marks",
    "numbered",
    "read_dates",
    "read_times",
    "split",
]

"""Sentences with their times marked in them, as in `dates/en.txt`: what a line means, and what was read instead.

[Thursday|2024-05-30]            a time with its value in TIMEX3; SET before or behind the value where it is a set
[early March|2024-03 START]      with its modifier
{28–30 May|2024-05-28/2024-05-30}  a date as the case file keeps it, with its value in EDTF
2021-11-03: ...                  the day of publication; else it is Friday, 31 May 2024
none: ...                        nothing that a case file would keep
"""

import re
from dataclasses import dataclass

from homeward.reading.dates import DateRules, read_dates, read_times
from homeward.records import PartialDate

FRIDAY = "2024-05-31"
_MARK = re.compile(r"\[([^\]|]*)\|([^\]]*)\]|\{([^}|]*)\|([^}]*)\}")
_MODS = re.compile(r"START|MID|END|APPROX|[A-Z]+_THAN|EQUAL_OR_[A-Z]+|SET")

Found = list[tuple[str, int, str]]


@dataclass(frozen=True)
class Case:
    """One line: the text without its marks, and (words, place, value) of each mark."""

    text: str
    published: PartialDate
    expected: tuple[tuple[str, int, str], ...]
    for_the_case_file: bool

    def found(self, rules: DateRules) -> Found:
        """What is read, in the form of `expected`."""
        if self.for_the_case_file:
            dates = read_dates(self.text, self.published, rules)
            return [(d.span.text, d.span.start, d.value.edtf) for d in dates]
        times = read_times(self.text, self.published, rules)
        found = []
        for time in times:
            words = [time.timex.value, time.timex.mod, "SET" if time.timex.type == "SET" else ""]
            found.append((time.span.text, time.span.start, " ".join(word for word in words if word)))
        return found


def case_of(line: str) -> Case:
    """The case that a line of a file is."""
    head = re.match(r"(\d{4}-\d\d-\d\d|none):\s*", line)
    day = head[1] if head and head[1] != "none" else FRIDAY
    rest = line[head.end() :] if head else line
    text, expected, place, plain = "", [], 0, bool(head and head[1] == "none")
    for mark in _MARK.finditer(rest):
        text += rest[place : mark.start()]
        plain = plain or mark[3] is not None
        words, value = (mark[1], mark[2]) if mark[3] is None else (mark[3], mark[4])
        mods = _MODS.findall(value)
        value = " ".join([_MODS.sub("", value).strip(), *sorted(mods, key=lambda m: m == "SET")]).strip()
        expected.append((words, len(text), value))
        text += words
        place = mark.end()
    return Case(text + rest[place:], PartialDate.read(day), tuple(expected), plain)

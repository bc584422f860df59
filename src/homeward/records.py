"""Plain values that all parts of Homeward share. No logic beyond reading and bounding an uncertain date.

Closed lists are enums whose values are the words stored and shown in files; names and order may not change.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from homeward.errors import BadDateError

# --- closed lists -----------------------------------------------------------------------------------------------


class Sex(StrEnum):
    """As recorded; `None` elsewhere means not known."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class NameKind(StrEnum):
    """What a written name is, in the words of the field."""

    FULL = "full"
    GIVEN = "given"
    FATHER = "father"
    GRANDFATHER = "grandfather"
    FAMILY = "family"
    MOTHER = "mother"
    KUNYA = "kunya"
    ALIAS = "alias"
    TRANSLITERATION = "transliteration"


class ClaimSubject(StrEnum):
    """What a claim is about."""

    CUSTODY = "custody"
    ACKNOWLEDGEMENT = "acknowledgement"
    ALIVE = "alive"
    WHEREABOUTS = "whereabouts"
    HEALTH = "health"
    RELEASED = "released"
    TRANSFERRED = "transferred"
    ESCAPED = "escaped"
    DEAD = "dead"
    IDENTITY = "identity"
    LISTED = "listed"
    SEARCHED_FOR = "searched_for"
    MENTIONED = "mentioned"


class Polarity(StrEnum):
    """Which way a source speaks."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOES_NOT_KNOW = "does_not_know"


class AnswerCode(StrEnum):
    """What a party said about a list item or a whole list; `collective_reply` where no other code fits."""

    HOLDS = "holds"
    DOES_NOT_HOLD = "does_not_hold"
    DENIES_KNOWLEDGE = "denies_knowledge"
    SEARCHING = "searching"
    ASKS_DETAILS = "asks_details"
    DISPUTES_IDENTITY = "disputes_identity"
    SAYS_RELEASED = "says_released"
    SAYS_TRANSFERRED = "says_transferred"
    SAYS_ESCAPED = "says_escaped"
    SAYS_DEAD = "says_dead"
    REFUSES = "refuses"
    COLLECTIVE_REPLY = "collective_reply"
    NO_ANSWER_BY = "no_answer_by"


class LinkRole(StrEnum):
    """The place of an actor in the chain by which words reached us."""

    SPEAKER = "speaker"
    RELAY = "relay"
    PUBLISHER = "publisher"
    READER = "reader"


class Attribution(StrEnum):
    """How an actor in a chain is given: by name, by office or body without a person's name, or hidden."""

    NAMED = "named"
    UNNAMED = "unnamed"
    ANONYMOUS = "anonymous"


class Manner(StrEnum):
    """How something was uttered: speech, kept apart from attitude."""

    SAID = "said"
    DENIED = "denied"
    PROMISED = "promised"
    CONFIRMED = "confirmed"
    WARNED = "warned"
    DEMANDED = "demanded"
    ASKED = "asked"
    REPORTED = "reported"


class ContactKind(StrEnum):
    """How parties were in touch."""

    MEETING = "meeting"
    VISIT = "visit"
    CALL = "call"
    LETTER = "letter"
    OTHER = "other"


class ContactStatus(StrEnum):
    """Whether the contact took place, as told."""

    HELD = "held"
    PLANNED = "planned"
    DENIED = "denied"


class SilenceVerdict(StrEnum):
    """What may be said about a text that should have mentioned our people."""

    MENTIONS = "mentions"
    NO_MENTION = "no_mention_in_text_held"
    NOT_ASSESSABLE = "not_assessable"


class Verdict(StrEnum):
    """A person's judgement on whether two records are one person."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


# --- dates --------------------------------------------------------------------------------------------------------

_YEAR = r"(?P<y>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
_SINGLE = re.compile(rf"{_YEAR}(?:-(?P<m>[0-9]{{2}}|XX)(?:-(?P<d>[0-9]{{2}}|XX))?)?(?P<q>[?~%])?")
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}  # northern seasons; winter runs into next year


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, month, year, season or stretch of time as precisely as it is known: EDTF level 1 (ISO 8601-2).

    Attributes:
        edtf: the date as written in EDTF, such as ``1994``, ``2023-10~``, ``198X``, ``2019/2021``, ``../2024-03``.

    Years are those of the Gregorian calendar, 0001 to 9999. Make one with `PartialDate.read`.
    """

    edtf: str

    @classmethod
    def read(cls, text: str) -> PartialDate:
        """Read an EDTF level 1 date.

        Raises:
            BadDateError: the text is not such a date, or names a day that does not exist, or ends before it starts.
        """
        made = cls(text.strip())
        earliest, latest = made._bounds()
        if earliest is not None and latest is not None and earliest > latest:
            raise BadDateError(f'"{text}" ends before it begins', "Write the earlier date first.", value=text)
        return made

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None, *, qualifier: str = "") -> PartialDate:
        """A date from numbers; `qualifier` is ``~`` (about), ``?`` (uncertain), ``%`` (both) or empty."""
        text = f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")
        return cls.read(text + qualifier)

    @classmethod
    def day(cls, day: date) -> PartialDate:
        """Exactly this day."""
        return cls(day.isoformat())

    @property
    def earliest(self) -> date | None:
        """First day it can mean; None if the beginning is open."""
        return self._bounds()[0]

    @property
    def latest(self) -> date | None:
        """Last day it can mean; None if the end is open."""
        return self._bounds()[1]

    @property
    def is_day(self) -> bool:
        """Whether it names one single day, however sure."""
        first, last = self._bounds()
        return first is not None and first == last

    @property
    def qualifier(self) -> str:
        """``~``, ``?``, ``%`` or empty, as written at the end."""
        return self.edtf[-1] if self.edtf[-1:] in "~?%" and self.edtf else ""

    def __str__(self) -> str:
        return self.edtf

    def _bounds(self) -> tuple[date | None, date | None]:
        if "/" in self.edtf:
            start, _, stop = self.edtf.partition("/")
            if start in ("", "..") and stop in ("", ".."):
                raise self._bad()
            first = None if start in ("", "..") else self._bounds_of_single(start)[0]
            last = None if stop in ("", "..") else self._bounds_of_single(stop)[1]
            return first, last
        return self._bounds_of_single(self.edtf)

    def _bounds_of_single(self, text: str) -> tuple[date, date]:
        found = _SINGLE.fullmatch(text)
        if not found:
            raise self._bad()
        year, month, day = found["y"], found["m"], found["d"]
        low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
        low = max(low, 1)
        if high < 1:
            raise self._bad()
        try:
            if month is None or month == "XX":
                if day not in (None, "XX"):
                    raise self._bad()
                return date(low, 1, 1), date(high, 12, 31)
            number = int(month)
            if number in _SEASON_MONTHS and day is None:
                start, stop = _SEASON_MONTHS[number]
                last_year, last_month = (high, stop) if stop <= 12 else (high + 1, stop - 12)
                return date(low, start, 1), _month_end(last_year, last_month)
            if day is None or day == "XX":
                return date(low, number, 1), _month_end(high, number)
            return date(low, number, int(day)), date(high, number, int(day))
        except ValueError as error:
            raise self._bad() from error

    def _bad(self) -> BadDateError:
        return BadDateError(
            f'"{self.edtf}" is not a date that EDTF level 1 can hold',
            "Write it as 1994, 1994-03, 1994-03-17, 1994~ (about), 2019/2021 (between) or ../2024-03 (until).",
            value=self.edtf,
        )


def _month_end(year: int, month: int) -> date:
    return date(year, month, 1) + timedelta(days=calendar.monthrange(year, month)[1] - 1)


# --- people and sources -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A name exactly as somebody wrote it.

    Attributes:
        text: the written form, untouched.
        kind: what it is.
        script: ISO 15924 code such as ``Arab``; None if not worked out.
        language: BCP 47 tag; None if not known.
    """

    text: str
    kind: NameKind = NameKind.FULL
    script: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class WrittenIdentifier:
    """A number or code that some authority gave: passport, identity card, service number."""

    value: str
    kind: str = "unknown"
    country: str | None = None


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """What one source writes about one person, as plain values.

    Unknown is None; ``()`` for nationalities means known to be none. Nothing here is corrected or merged.

    Attributes:
        key: names the record within its source: a row number, or an id of the source's own.
        names: written names, the fullest first; never empty.
        birth: birth date as precisely as given.
        age_years: age as given, at `as_of` if that is known.
        as_of: the day for which the record speaks.
        nationalities: ISO 3166-1 alpha-2 codes.
        place_of_birth, place_of_holding, home_place: as written.
        captured_on: when the deprivation of liberty began.
        remarks: anything else, as written.
    """

    key: str
    names: tuple[WrittenName, ...]
    birth: PartialDate | None = None
    age_years: int | None = None
    as_of: PartialDate | None = None
    sex: Sex | None = None
    nationalities: tuple[str, ...] | None = None
    father_name: str | None = None
    mother_name: str | None = None
    place_of_birth: str | None = None
    place_of_holding: str | None = None
    home_place: str | None = None
    captured_on: PartialDate | None = None
    status: str | None = None
    identifiers: tuple[WrittenIdentifier, ...] = ()
    remarks: str | None = None

    @property
    def name(self) -> str:
        """The fullest written name."""
        return self.names[0].text


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where something was read: a captured file and a place in it.

    Attributes:
        sha256: of the captured bytes, hexadecimal.
        start, stop: characters of the captured text; None for a whole document or a table.
        table, row: for a cell of a list; row is 1-based as a spreadsheet shows it.
    """

    sha256: str
    start: int | None = None
    stop: int | None = None
    table: str | None = None
    row: int | None = None

"""Whether two reports give one and the same statement, so that what was said once is not counted twice.

In: two `Said`: the words, the chain through which they came, the day, the language. Out: `Sameness`: a verdict,
whether the two should count as one source to be careful, and the reasons in words.
Leaves to others: comparing words (`wordings`), finding copies (`copies`), and what is shown and counted (casework).

The same statement is the same utterance: words that one speaker says again a month later are the same words, and
another statement. Who said it is never guessed from the words alone where two named speakers are given.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from homeward.names import compare, parse
from homeward.reading.wordings import Alike, Wording, compare_wordings, language_code, negates, numbers_in
from homeward.records import Attribution, LinkRole, PartialDate

SAME_NAME_FROM = 0.8
"""From this probability on, two spellings in two scripts are taken for one speaker."""

LONG = 8
"""Words; so many in a row, small ones included, are one utterance even where nobody says whose."""

_PUBLISHED_WITHIN = timedelta(days=3)  # a report that does not say when something was said is not older than this
_SLACK = timedelta(days=1)  # between time zones, and of reporters who count from their own day
_SHORT_TIME = timedelta(days=4)  # a date that is known no better tells of no one day
_LENGTHS = (0.4, 2.5)  # of a translation, in words, to the original


class SamenessVerdict(StrEnum):
    """What is said of two statements; a person may see it otherwise."""

    SAME = "same"
    MAY_BE = "may be"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Teller:
    """One actor of a chain.

    Attributes:
        names: every name by which the actor is known; the first as the source writes it.
        shown: how reasons may call the actor; the first name unless given.
        key: the caller's own key, if it knows the actor; two different keys are two actors.
    """

    role: LinkRole
    names: tuple[str, ...]
    attribution: Attribution = Attribution.NAMED
    key: Hashable = None
    shown: str = ""

    @property
    def called(self) -> str:
        """The name for reasons."""
        return self.shown or self.names[0]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as one report gives it.

    Attributes:
        text: the words, without who said them; parts of a quotation joined by “…”.
        language: BCP 47 tag; "" lets the letters tell.
        said_on: when it was uttered, if told; `published`: when the report came out.
        translation: of the text, where one is kept beside it.
        translated_from: the language from which the report says it was translated, "" for an unnamed one.
        text_of: the same for two reports that are near copies of one text.
        about: what it says as far as known, such as a subject and whether it is asserted; compared if both have it.
    """

    text: str
    language: str = ""
    chain: tuple[Teller, ...] = ()
    said_on: PartialDate | None = None
    published: PartialDate | None = None
    translation: str = ""
    translated_from: str | None = None
    text_of: Hashable = None
    about: Hashable = None


@dataclass(frozen=True, slots=True)
class Sameness:
    """Whether two are one statement.

    Attributes:
        one_source: whether to count them as one source, to be careful: always for the same statement, and for one
            that may be the same by a copy, a translation or words that nobody is named for.
        reasons: in words, those for it first.
    """

    verdict: SamenessVerdict
    one_source: bool
    reasons: tuple[str, ...] = ()


class _Speakers(StrEnum):
    SAME = "same"
    OTHER = "other"
    OPEN = "open"


class _Days(StrEnum):
    SAME = "same"
    OPEN = "open"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class _Tie:
    """What the chains and days of two statements have in common."""

    speakers: _Speakers
    relayed: bool
    published: bool
    days: _Days
    copied: bool
    reasons: tuple[str, ...]
    against: tuple[str, ...]

    @property
    def is_close(self) -> bool:
        """Whether somebody is named through whom both came."""
        return self.speakers is _Speakers.SAME or self.relayed or self.copied


def same_statement(one: Said, other: Said) -> Sameness:
    """Whether two reports give one statement. The order of the two makes no difference."""
    if not one.text.strip() or not other.text.strip():
        return Sameness(SamenessVerdict.DIFFERENT, False, ("one has no words",))
    codes = _languages(one, other)
    if codes[0] != codes[1]:
        return _across_languages(one, other, codes, _tie(one, other))
    wording = compare_wordings(one.text, other.text, language=codes[0])
    if wording.alike is Alike.OTHER or wording.is_strictly_other:
        differences = tuple(difference.said for difference in wording.differences)
        return Sameness(SamenessVerdict.DIFFERENT, False, differences or ("other words",))
    return _in_one_language(wording, _tie(one, other))


def _languages(one: Said, other: Said) -> tuple[str, str]:
    """The languages of the two; a few words that show none are taken to be in that of the other, if both show it."""
    first, second = (language_code(said.language, said.text) for said in (one, other))
    if first != second and not (one.language and other.language):
        together = language_code(one.language or other.language, f"{one.text} {other.text}")
        if together in (first, second) and "und" in (first, second):
            return together, together
    return first, second


# --- in one language ----------------------------------------------------------------------------------------------


def _in_one_language(wording: Wording, tie: _Tie) -> Sameness:
    """What follows from words that are the same, or nearly."""
    if wording.alike is Alike.CHANGED:
        differences = tuple(difference.said for difference in wording.differences)
        if not tie.is_close or tie.days is _Days.APART or tie.speakers is _Speakers.OTHER:
            return Sameness(SamenessVerdict.DIFFERENT, False, ("nearly the same words", *differences, *tie.against))
        words = ("nearly the same words", *tie.reasons, *differences, *tie.against)
        return Sameness(SamenessVerdict.MAY_BE, tie.copied, words)
    same_words = wording.alike is Alike.SAME_WORDS
    long = same_words and wording.words >= LONG
    reasons = ("the same words" if same_words else "the same words in another form", *tie.reasons)
    if tie.speakers is _Speakers.OTHER and not tie.copied:
        return Sameness(SamenessVerdict.MAY_BE, False, (*reasons, *tie.against))
    if tie.days is _Days.APART:
        return Sameness(SamenessVerdict.MAY_BE, long and tie.speakers is _Speakers.OPEN, (*reasons, *tie.against))
    if tie.is_close or long:
        return Sameness(SamenessVerdict.SAME, True, reasons)
    return Sameness(SamenessVerdict.MAY_BE, False, (*reasons, "few words, and nothing else ties the two"))


# --- across languages ---------------------------------------------------------------------------------------------


def _across_languages(one: Said, other: Said, codes: tuple[str, str], tie: _Tie) -> Sameness:
    kept = _kept_translation(one, other, codes, tie) or _kept_translation(other, one, codes[::-1], tie)
    if kept is not None:
        return kept
    marked = [
        f"marked as translated{f' from {_language_name(said.translated_from)}' if said.translated_from else ''}"
        for said, original in ((one, codes[1]), (other, codes[0]))
        if said.translated_from is not None and said.translated_from in ("", original)
    ]
    numbers = [_numbers(said, code) for said, code in zip((one, other), codes, strict=True)]
    against = list(tie.against)
    if numbers[0] != numbers[1]:
        against.append(f"numbers differ: {_listed(numbers[0])}; {_listed(numbers[1])}")
        if not (numbers[0] <= numbers[1] or numbers[1] <= numbers[0]):
            return Sameness(SamenessVerdict.DIFFERENT, False, tuple(against[-1:]))
    if one.about is not None and other.about is not None and one.about != other.about:
        return Sameness(SamenessVerdict.DIFFERENT, False, ("they say different things",))
    if len({negates(said.text, language=code) for said, code in zip((one, other), codes, strict=True)}) > 1:
        against.append("one has a negation and the other has none")
    if not _LENGTHS[0] <= len(one.text.split()) / len(other.text.split()) <= _LENGTHS[1]:
        against.append("one is much longer")
    alike = (numbers[0] == numbers[1] and bool(numbers[0])) or (one.about is not None and one.about == other.about)
    said = ("the same numbers",) if numbers[0] and numbers[0] == numbers[1] else ()
    reasons = (*marked, *tie.reasons, *said)
    if not alike or tie.days is _Days.APART or tie.speakers is _Speakers.OTHER:
        return Sameness(SamenessVerdict.DIFFERENT, False, (*against, "in two languages, and nothing shows them one"))
    if marked and (tie.is_close or tie.published) and not against:
        return Sameness(SamenessVerdict.SAME, True, reasons)
    if marked or (tie.speakers is _Speakers.SAME and tie.days is _Days.SAME):
        return Sameness(SamenessVerdict.MAY_BE, bool(marked) and not against, (*reasons, *against))
    return Sameness(SamenessVerdict.DIFFERENT, False, (*against, "in two languages, and nothing shows them one"))


def _kept_translation(one: Said, other: Said, codes: tuple[str, str], tie: _Tie) -> Sameness | None:
    """Compare by the translation that is kept beside one of the two; None if that shows nothing."""
    if not one.translation.strip() or language_code("", one.translation) != codes[1]:
        return None
    wording = compare_wordings(one.translation, other.text, language=codes[1])
    if wording.alike not in (Alike.SAME_WORDS, Alike.SAME_IN_OTHER_FORM):
        return None
    found = _in_one_language(wording, tie)
    return Sameness(found.verdict, found.one_source, ("the translation kept of one is the other", *found.reasons[1:]))


def _numbers(said: Said, code: str) -> Counter[int]:
    """The numbers a translation must give, too; "one" is a pronoun in one language and nothing in another."""
    return Counter(number for number in numbers_in(said.text, language=code) if number != 1)


def _listed(numbers: Counter[int]) -> str:
    return ", ".join(map(str, sorted(numbers.elements()))) or "none"


_LANGUAGE_NAMES = {
    "ar": "Arabic", "he": "Hebrew", "ru": "Russian", "en": "English", "fa": "Persian", "uk": "Ukrainian",
    "tr": "Turkish", "ku": "Kurdish", "fr": "French", "de": "German", "es": "Spanish", "am": "Amharic",
    "zh": "Chinese",
}  # fmt: skip


def _language_name(code: str | None) -> str:
    return _LANGUAGE_NAMES.get(code or "", code or "")


# --- chains and days ----------------------------------------------------------------------------------------------


def _tie(one: Said, other: Said) -> _Tie:
    reasons: list[str] = []
    against: list[str] = []
    speakers = _speakers(one, other, reasons, against)
    relay = _one_relay(_carriers(one), _carriers(other))
    if relay:
        reasons.append(f"both through {relay}")
    copied = one.text_of is not None and one.text_of == other.text_of
    if copied:
        reasons.append("near copies of one text")
    days = _days(one, other)
    if days is _Days.SAME:
        reasons.append("said on one day")
    elif days is _Days.APART:
        against.append(f"said on days apart: {one.said_on or one.published}; {other.said_on or other.published}")
    publisher = _one_publisher(one, other)
    if publisher and not relay:
        reasons.append(f"both published by {publisher}")
    return _Tie(speakers, bool(relay), bool(publisher), days, copied, tuple(reasons), tuple(against))


def _speakers(one: Said, other: Said, reasons: list[str], against: list[str]) -> _Speakers:
    first, second = _speaking(one), _speaking(other)
    for a in first:
        for b in second:
            if (name := _one_name(a, b)) is not None:
                reasons.append(f"one speaker: {name}")
                return _Speakers.SAME
    two = next(((a, b) for a in first for b in second if _are_told_apart(a, b)), None)
    if two is not None:
        against.append(f"two speakers: {two[0].called}; {two[1].called}")
        return _Speakers.OTHER
    return _Speakers.OPEN


def _are_told_apart(a: Teller, b: Teller) -> bool:
    """Whether two actors that share no name are known to be two: both named as speakers, or both known to us."""
    if a.role is not LinkRole.SPEAKER or b.role is not LinkRole.SPEAKER:
        return False
    known = a.key is not None and b.key is not None
    return known or (a.attribution is b.attribution is Attribution.NAMED)


def _speaking(said: Said) -> list[Teller]:
    """Who may have said it first; a publisher alone speaks in its own voice."""
    speakers = [t for t in said.chain if t.role is LinkRole.SPEAKER]
    if not speakers and not any(t.role is LinkRole.RELAY for t in said.chain):
        speakers = [t for t in said.chain if t.role is LinkRole.PUBLISHER]
    return [t for t in speakers if t.attribution is not Attribution.ANONYMOUS and t.names]


def _carriers(said: Said) -> list[Teller]:
    """Through whom it came: relays, and the publisher, which may be the relay of the other."""
    roles = (LinkRole.RELAY, LinkRole.PUBLISHER)
    return [t for t in said.chain if t.role in roles and t.attribution is not Attribution.ANONYMOUS and t.names]


def _one_relay(first: Iterable[Teller], second: Iterable[Teller]) -> str | None:
    """The name of a relay that both have, or that published the other."""
    pairs = ((a, b) for a in first for b in second if not a.role is b.role is LinkRole.PUBLISHER)
    return next((a.called for a, b in pairs if _is_one(a, b)), None)


def _one_publisher(one: Said, other: Said) -> str | None:
    """Who published both: no tie between two statements, but one between a text and what is marked as translated."""
    first, second = ([t for t in _carriers(said) if t.role is LinkRole.PUBLISHER] for said in (one, other))
    return next((a.called for a in first for b in second if _is_one(a, b)), None)


def _is_one(a: Teller, b: Teller) -> bool:
    if a.key is not None and b.key is not None:
        return a.key == b.key
    return bool(_folded(a) & _folded(b))


def _one_name(a: Teller, b: Teller) -> str | None:
    """How one actor is called by both, if the two names are one."""
    if _is_one(a, b):
        return a.called
    if a.key is not None and b.key is not None:
        return None
    if not (a.attribution is b.attribution is Attribution.NAMED):
        return None
    for one in a.names:
        for other in b.names:
            short, long = sorted((_fold(one).split(), _fold(other).split()), key=len)
            if short and short[-1] == long[-1] and set(short) <= set(long):
                return max((a.called, b.called), key=len)  # "Ardel" of one report is "Tomas Ardel" of another
            if parse(one).script != parse(other).script and compare(one, other).probability >= SAME_NAME_FROM:
                return ", ".join(dict.fromkeys((a.called, b.called)))
    return None


def _folded(teller: Teller) -> set[str]:
    return {_fold(name) for name in teller.names} - {""}


def _fold(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _days(one: Said, other: Said) -> _Days:
    first, second = _time(one), _time(other)
    if first is None or second is None:
        return _Days.OPEN
    if max(first[0], second[0]) - min(first[1], second[1]) > _SLACK:
        return _Days.APART
    short = all(last - start <= _SHORT_TIME for start, last in (first, second))
    overlap = max(first[0], second[0]) <= min(first[1], second[1])
    return _Days.SAME if short and overlap else _Days.OPEN


def _time(said: Said) -> tuple[date, date] | None:
    """Between which days it was said."""
    if said.said_on is not None and said.said_on.earliest and said.said_on.latest:
        return said.said_on.earliest, said.said_on.latest
    if said.published is not None and said.published.earliest and said.published.latest:
        earliest = said.published.earliest
        return (
            earliest - _PUBLISHED_WITHIN if earliest > date.min + _PUBLISHED_WITHIN else earliest
        ), said.published.latest
    return None

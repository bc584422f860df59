"""One date as somebody wrote it in a list, read as precisely as it was written and no more.

In: the text of a cell. Out: a `PartialDate`, or `BadDateError` that quotes the text.
Leaves to others: month names (`months`), other calendars (`convert`), dates that lean on another day (`reading`).

What the qualifiers say: ``~`` the text itself says "about", or the day was converted from a lunar month that may have
begun a day earlier or later; ``?`` the text marks doubt, or its figures only make sense read backwards; ``%`` a year
between 1300 and 1500 without any word for its calendar was taken for Hijri.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from homeward.calendars.convert import Calendar, days_of
from homeward.calendars.digits import to_ascii_digits, without_steering
from homeward.calendars.months import fold_month, month_number
from homeward.errors import BadDateError
from homeward.records import PartialDate

_DASHES = str.maketrans(
    dict.fromkeys("‐‑‒–—―−־", "-") | {"⁄": "/", "∕": "/", "／": "/", "．": ".", "،": ",", "٫": ".", "\\": "/"}
)
_TIME = re.compile(
    r"(?<=\d)[t\s]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2})?$", re.I
)
_ABOUT = re.compile(
    r"^(?:about|around|circa|approx(?:imately|\.)?|ca?\.|ca?(?=\s)|~|≈|около|ок\.?|примерно|приблизительно|прибл\.?|близько"
    r"|בערך|בסביבות|כ-|לערך|حوالي|حوالى|نحو|تقريبا|حدود|حدودا)\s*|\s*(?:~|\(?approx\.?\)?|примерно|בערך|تقريبا|تقریبا)$",
    re.IGNORECASE,
)
_DOUBT = re.compile(r"\s*\(?\?+\)?$|^\?+\s*|^(?:maybe|possibly|возможно|אולי|ربما)\s+", re.IGNORECASE)
_UNTIL = re.compile(
    r"^(?:before|until|till|up\s+to|no\s+later\s+than|до|не\s+позднее|לפני|עד|قبل|حتى|پیش\s+از)\s+(?=.*\d)", re.I
)
_SINCE = re.compile(r"^(?:after|since|from|после|с|начиная\s+с|אחרי|מאז|بعد|منذ|پس\s+از)\s+(?=.*\d)", re.IGNORECASE)
_BETWEEN = re.compile(r"^(?:between|from|между|с|בין|بين|من)\s+", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|to|or|и|по|до|или|עד|ל|או|إلى|الى|و|أو|او|تا)\s+|\s+-\s+", re.IGNORECASE)
_DECADE = re.compile(r"^(\d{3})0(?:'?s|-?\s?(?:е|х|ые|ых)(?:\s+г(?:оды|одов|г)?\.?)?)$", re.IGNORECASE)
_SOLAR = re.compile(
    r"(?<!\w)\(?(?:هجر[يیى]ة?\s+شمس[يیى]ة?|[هھ]ـ?\s*\.?\s*ش|شمس[يیى]ة?|ش|s\.?h\.?|a\.?p\.?|х\.\s*с\.?)(?!\w)\.?\)?",
    re.IGNORECASE,
)
_LUNAR = re.compile(
    r"(?<!\w)\(?(?:هجر[يیى][ةه]?(?:\s+قمر[يیى]ة?)?|قمر[يیى]ة?|[هھ]ـ?(?:\s*\.?\s*ق)?|ق|a\.?h\.?|г\.?\s?х\.?|хиджры)(?!\w)\.?\)?",
    re.IGNORECASE,
)
_COMMON = re.compile(
    r"(?<!\w)(?:ميلادية|ميلادي|میلادی|م|a\.?d\.?|c\.?e\.?|н\.?\s?э\.?|לספירה)(?!\w)\.?", re.IGNORECASE
)
_THAI = re.compile(r"(?<!\w)(?:พ\.?\s*ศ\.?|b\.?\s?e\.?)(?!\w)\.?", re.IGNORECASE)
_GLUED = re.compile(r"(\d)(هـ|ه|ھ|م|ش|г|р)(?!\w)")
_NOISE = re.compile(
    r"(?<!\w)(?:года?\s+рождения|г\.?\s?р\.?|род\.?|родил(?:ся|ась)|года?|году|г\.?|р\.?\s?н\.?|рік|року|р\.|born|b\.|d\.?o\.?b\.?"
    r"|year|in|on|of|the|в|מ?שנת|יליד|ילידת|נולדה?|سنة|سنه|عام|مواليد|سال|من|شهر|يوم|في|بتاريخ|від|від\.)(?!\w)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|-?го|-?е|-?ого)(?!\w)", re.IGNORECASE)
_WORDS_OR_FIGURES = re.compile(r"\d+|[^\W\d_]+(?:['’״\"\-][^\W\d_]+)*")
_THREE = re.compile(r"(\d{1,4})\s*[./\-,\s]\s*(\d{1,2})\s*[./\-,\s]\s*(\d{1,4})")
_TWO = re.compile(r"(\d{1,4})\s*[./\-\s]\s*(\d{1,4})")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_EDTF_ONLY = re.compile(r"[\dX]{4}(?:-[\dX]{2}){0,2}[?~%]?|(?:\.\.|[\dX]{4}[\dX?~%\-]*)/(?:\.\.|[\dX]{4}[\dX?~%\-]*)")
_DAY_NAMES = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс "
    "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد ראשון שני שלישי רביעי חמישי שישי שבת יום ביום"
)
_WEEKDAYS = frozenset(map(fold_month, _DAY_NAMES.split()))
_SEASONS = {
    fold_month(word): number
    for number, words in (
        (21, "spring весна весной весны אביב באביב الربيع ربيع بهار"),
        (22, "summer лето летом лета קיץ בקיץ الصيف صيف تابستان"),
        (23, "autumn fall осень осенью осени סתיו בסתיו الخريف خريف پاییز"),
        (24, "winter зима зимой зимы חורף בחורף الشتاء شتاء زمستان"),
    )
    for word in words.split()
}
_GEMATRIA: dict[str, int] = dict(
    zip("אבגדהוזחטיכלמנסעפצקרשת", (*range(1, 10), *range(10, 100, 10), 100, 200, 300, 400), strict=True)
)
_GEMATRIA |= {"ך": 20, "ם": 40, "ן": 50, "ף": 80, "ץ": 90}
_PERSIAN_YEAR = re.compile(
    "(?<![۰-۹])۱[۲۳۴][۰-۹]{2}(?![۰-۹])"
)  # Persian digits and a year of the Solar Hijri calendar
_SERIAL_EPOCH = date(1899, 12, 30)


def read_date(
    text: str,
    *,
    as_of: date | PartialDate | None = None,
    day_first: bool = True,
    calendar: Calendar | None = None,
) -> PartialDate:
    """Read a date as a person wrote it.

    Args:
        text: the text, in any digits.
        as_of: the day for which the source speaks; a two-digit year is never later. Today if not given.
        day_first: whether 03/04/1994 is the third of April.
        calendar: the calendar where it is known; overrides what the year alone would suggest.

    Returns:
        EDTF level 1. A month or a year of another calendar becomes the interval of Gregorian days it covers.

    Raises:
        BadDateError: no date, a day that does not exist, or a year that no list of living memory can mean.
    """
    found = _read(text, _latest_day(as_of), day_first, calendar)
    if found is None:
        raise _bad(text)
    return PartialDate(found)


def _latest_day(as_of: date | PartialDate | None) -> date:
    if isinstance(as_of, PartialDate):
        as_of = as_of.latest
    if isinstance(as_of, datetime):
        return as_of.date()
    return as_of or datetime.now(tz=UTC).date()


def _bad(text: str) -> BadDateError:
    return BadDateError(
        f'"{text.strip()}" is not a day, month or year that exists',
        "Write it as 17/03/1994, March 1994 or 1994; a date that is not known is left empty.",
        value=text,
    )


@lru_cache(maxsize=65536)
def _read(text: str, today: date, day_first: bool, system: Calendar | None) -> str | None:
    if system is None and _PERSIAN_YEAR.search(text) and not any(c.isalpha() for c in text):
        return _qualified(_read(text, today, day_first, Calendar.SOLAR_HIJRI), "?")
    plain = " ".join(to_ascii_digits(without_steering(text)).translate(_DASHES).split()).strip(" ,;")
    if not plain or len(plain) > 120:
        return None
    try:
        return _read_phrase(plain, today, day_first, system, 0)
    except (ValueError, OverflowError):
        return None


def _read_phrase(text: str, today: date, day_first: bool, system: Calendar | None, depth: int) -> str | None:
    """A date with what stands around it: about, before, between, a time of day; each taken off, then asked again."""
    if depth > 4:
        return None
    if _EDTF_ONLY.fullmatch(text) and (edtf := _read_edtf(text, system)):
        return edtf
    text = _TIME.sub("", text)

    def inner(rest: str) -> str | None:
        return _read_phrase(rest.strip(" ,;"), today, day_first, system, depth + 1)

    for mark, pattern in (("~", _ABOUT), ("?", _DOUBT)):
        if (rest := pattern.sub("", text, count=1)) != text:
            return _qualified(inner(rest), mark)
    if decade := _DECADE.match(text):
        return f"{decade[1]}X"
    if (rest := _BETWEEN.sub("", text)) != text and len(ends := _AND.split(rest)) == 2:
        return _interval(inner(ends[0]), inner(ends[1]))
    for pattern, before in ((_UNTIL, True), (_SINCE, False)):
        if (rest := pattern.sub("", text)) != text and (edtf := inner(rest)):
            first, last = edtf.split("/")[0], edtf.split("/")[-1]
            return f"../{last}" if before else f"{first}/.."
    single = _read_single(text, today, day_first, system)
    if single is None and len(ends := _AND.split(text)) == 2:
        return _interval(inner(ends[0]), inner(ends[1]))
    if single is None and (years := re.fullmatch(r"(\d{4})\s?[-/]\s?(\d{4})", text)):
        return _interval(inner(years[1]), inner(years[2]))
    return single


def _read_edtf(text: str, system: Calendar | None) -> str | None:
    if system not in (None, Calendar.GREGORIAN):
        return None
    years = [int(y.replace("X", "0")) for y in re.findall(r"(?<![\dX-])[\dX]{4}", text)]
    if any(not 1500 < y <= 2100 for y in years):
        return None
    try:
        return PartialDate.read(text).edtf
    except BadDateError:
        return None


def _interval(first: str | None, last: str | None) -> str | None:
    if first is None or last is None:
        return None
    return PartialDate.read(f"{first.split('/')[0]}/{last.split('/')[-1]}").edtf


def _qualified(edtf: str | None, mark: str) -> str | None:
    if edtf is None:
        return None

    def one(end: str) -> str:
        if end in ("", ".."):
            return end
        old = end[-1] if end[-1] in "?~%" else ""
        return end.rstrip("?~%") + (mark if old in ("", mark) else "%")

    return "/".join(one(end) for end in edtf.split("/"))


def _read_single(text: str, today: date, day_first: bool, system: Calendar | None) -> str | None:
    """One date without anything around it but words for its calendar and for "year"."""
    text, told = _take_calendar(_GLUED.sub(r"\1 \2", text))
    system = system or told
    bare = " ".join(_NOISE.sub(" ", _ORDINAL.sub("", text)).split()).strip(" .,;-")
    if re.fullmatch(r"[\d\s./,\-]+", bare):
        return _read_figures(bare, today, day_first, system) or _read_backwards(bare, today, day_first, system)
    if re.search(r"[א-ת][\"״''׳][א-ת]", bare) and (edtf := _read_hebrew(bare)):
        return edtf
    return _read_words(bare, today, system)


def _take_calendar(text: str) -> tuple[str, Calendar | None]:
    if re.search(r"\d", text):
        for pattern, system in (
            (_SOLAR, Calendar.SOLAR_HIJRI),
            (_LUNAR, Calendar.HIJRI),
            (_THAI, Calendar.BUDDHIST),
            (_COMMON, Calendar.GREGORIAN),
        ):
            rest = pattern.sub(" ", text)
            if rest != text:
                return " ".join(rest.split()), system
    return text, None


def _read_figures(text: str, today: date, day_first: bool, system: Calendar | None) -> str | None:
    if three := _THREE.fullmatch(text):
        a, b, c = three.groups()
        if len(a) >= 3 or (len(c) <= 2 and int(a) > 31):
            year, first, second = a, b, c
            month, day = int(first), int(second)
            if len(second) > 2:
                return None
            if month > 12 >= day:
                month, day = day, month
        else:
            year = c
            day, month = (int(a), int(b)) if day_first else (int(b), int(a))
            if month > 12 >= day:  # the other order is the only one that makes sense
                day, month = month, day
        return _made(_full_year(year, today, system, month, day), system, month, day)
    if two := _TWO.fullmatch(text):
        a, b = two.groups()
        if len(a) == 4 and len(b) <= 2:
            return _made(int(a), system, int(b))
        if len(b) == 4 and len(a) <= 2:
            return _made(int(b), system, int(a))
        return None
    if serial := _SERIAL.fullmatch(text):
        days = int(serial[1])
        return (_SERIAL_EPOCH + timedelta(days=days)).isoformat() if 10_000 <= days <= 60_000 else None
    if re.fullmatch(r"\d{8}", text):
        head = int(text[:4])
        if 1850 < head <= 2100:
            return _made(head, system, int(text[4:6]), int(text[6:]))
        return _made(int(text[4:]), system, int(text[2:4]), int(text[:2]))
    return _made(int(text), system) if re.fullmatch(r"\d{4}", text) else None


def _read_backwards(text: str, today: date, day_first: bool, system: Calendar | None) -> str | None:
    # Copied out of right-to-left text, figures can come back in reverse: 4991/30/71 is 17/03/1994.
    if not re.fullmatch(r"\d{4}\D\d{2}\D\d{2}|\d{2}\D\d{2}\D\d{4}", text):
        return None
    if 1300 <= int(re.findall(r"\d{4}", text)[0]) <= 2600:
        return None
    return _qualified(_read_figures(text[::-1], today, day_first, system), "?")


def _full_year(year: str, today: date, system: Calendar | None, month: int, day: int) -> int:
    if len(year) > 2:
        return int(year)
    now = {
        Calendar.HIJRI: (today.year - 622) * 33 // 32 + 1,
        Calendar.SOLAR_HIJRI: today.year - 621,
        Calendar.BUDDHIST: today.year + 543,
    }.get(system or Calendar.GREGORIAN, today.year)
    full = now - now % 100 + int(year)
    later = full > now or (
        system in (None, Calendar.GREGORIAN) and (full, month, day) > (today.year, today.month, today.day)
    )
    return full - 100 if later else full


def _made(year: int, system: Calendar | None, month: int | None = None, day: int | None = None) -> str | None:
    """EDTF for figures of a calendar; the calendar is told by the year where nothing else tells it."""
    month, day = month or None, day or None  # 00/00/1994 is how some lists write 1994
    guessed = system is None
    if system is None:
        system = (
            Calendar.HIJRI if 1300 <= year <= 1500
            else Calendar.BUDDHIST if 2400 <= year <= 2650
            else Calendar.HEBREW if 5600 <= year <= 5900 and month is None
            else Calendar.GREGORIAN
        )  # fmt: skip
    if system is Calendar.GREGORIAN:
        if not 1500 < year <= 2100 or (day and not month):
            return None
        if month and not 1 <= month <= 12:
            return None
        return PartialDate.of(year, month, day).edtf
    first, last = days_of(system, year, month, day)
    if not date(1700, 1, 1) <= first <= date(2200, 1, 1):
        return None
    mark = ("%" if guessed else "~") if system is Calendar.HIJRI else ""
    if first == last:
        return f"{first.isoformat()}{mark}"
    if system is Calendar.BUDDHIST:
        return PartialDate.of(first.year, month).edtf
    if month is None:
        return f"{first.isoformat()[:7]}{mark}/{last.isoformat()[:7]}{mark}"
    return f"{first.isoformat()}{mark}/{last.isoformat()}{mark}"


def _read_words(text: str, today: date, system: Calendar | None) -> str | None:
    """Figures and a month's or season's name in any order."""
    pieces = _WORDS_OR_FIGURES.findall(text)
    if not 2 <= len(pieces) <= 8:
        return None
    figures: list[str] = []
    months: set[tuple[int, Calendar]] = set()
    season = None
    place = 0
    language = "he" if re.search("[א-ת]", text) else "fa" if system is Calendar.SOLAR_HIJRI else None
    while place < len(pieces):
        piece = pieces[place]
        two = month_number(" ".join(pieces[place : place + 2]), language) if place + 1 < len(pieces) else None
        if two and not piece.isdigit():
            months.add(two)
            place += 2
            continue
        place += 1
        if piece.isdigit():
            figures.append(piece)
        elif one := month_number(piece, language):
            months.add(one)
        elif fold_month(piece) in _SEASONS:
            season = _SEASONS[fold_month(piece)]
        elif fold_month(piece) not in _WEEKDAYS:
            return None
    if season and not months:
        return f"{figures[0]}-{season}" if len(figures) == 1 and len(figures[0]) == 4 else None
    if len(months) != 1 or not 1 <= len(figures) <= 2:
        return None
    month, of = months.pop()
    if of is not Calendar.GREGORIAN or system is None:
        system = of
    if len(figures) == 1:
        return _made(int(figures[0]), system, month) if len(figures[0]) == 4 else None
    day, year = figures if len(figures[0]) <= 2 else (figures[1], figures[0])
    if len(day) > 2 or int(day) == 0:
        return None
    return _made(_full_year(year, today, system, month, int(day)), system, month, int(day))


def _read_hebrew(text: str) -> str | None:
    """A date of the Hebrew calendar in letters: ט״ו בניסן תשנ״ד."""
    words = [w for w in text.replace("״", '"').replace("׳", "'").replace("''", '"').split() if w]
    year = _gematria(words[-1])
    if year is None or year < 500:
        return None
    year = year % 1000 + 5000
    month_words = [
        (i, m) for i, w in enumerate(words[:-1]) if (m := month_number(w, "he")) and m[1] is Calendar.HEBREW
    ]
    if not month_words:
        return _made(year, Calendar.HEBREW) if len(words) == 1 else None
    place, (month, _) = month_words[0]
    if place + 2 < len(words) and words[place + 1].strip("'") == "ב" and month == 12:
        month = 13
    day = _gematria(words[0].removeprefix("ב") if len(words[0]) > 3 else words[0]) if place else None
    return _made(year, Calendar.HEBREW, month, day)


def _gematria(word: str) -> int | None:
    letters = word.replace('"', "").replace("'", "")
    if not letters or any(c not in _GEMATRIA for c in letters):
        return None
    return sum(map(_GEMATRIA.__getitem__, letters))

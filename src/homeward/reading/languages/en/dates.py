"""English words and rules for dates, and the tense of English verbs.

In: nothing. Out: `DATES`, `MONTHS`, `WEEKDAYS`, `NUMBERS`.
Leaves to others: what the rules mean (`homeward.reading.dates.meaning` lists their kinds and categories).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from homeward.reading.dates import DateRules, WholeDate, each, marks, numbered, split
from homeward.reading.dates.periods import Period

NUMBERS = numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
) | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100, "dozen": 12}
MONTHS = numbered(
    "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep|sept october|oct "
    "november|nov december|dec",
    1,
)
WEEKDAYS = numbered("monday tuesday wednesday thursday friday saturday sunday")

_SURE_MONTHS = {word: n for word, n in MONTHS.items() if n in (2, 9, 10, 11, 12) or word in ("january", "july")}
_ORDINALS = numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    1,
) | {"thirtieth": 30}
_UNITS = each(
    D="day days", W="week weeks", M="month months", Q="quarter quarters", Y="year years yr yrs", DE="decade decades",
    CE="century centuries", WE="weekend weekends", FN="fortnight fortnights", N="night nights", h="hour hours hr hrs",
    min="minute minutes", s="second seconds",
)  # fmt: skip
_PLURALS = {word: unit for word, unit in _UNITS.items() if word.endswith("s") or word == "centuries"}

_WORDS: Mapping[str, Mapping[str, int | str]] = {
    "month": MONTHS,
    "sure_month": _SURE_MONTHS,
    "weekday": WEEKDAYS,
    "weekday_short": numbered("mon tue|tues wed|weds thu|thur|thurs fri sat sun"),
    "weekdays": numbered("mondays tuesdays wednesdays thursdays fridays saturdays sundays"),
    "hijri_month": numbered(
        "muharram|moharram safar rabi_al-awwal|rabi_al-awal rabi_al-thani|rabi_al-akhir "
        "jumada_al-awwal|jumada_al-ula jumada_al-thani|jumada_al-akhira rajab shaban|sha'ban|shaaban|sha'aban "
        "ramadan|ramazan|ramadhan shawwal|shawal "
        "dhu_al-qadah|dhu_al-qi'dah|dhul_qadah|dhu_al-qa'da|dhu_al-qaada|dhul-qadah|dhul-qa'da|zulqaada "
        "dhu_al-hijjah|dhul_hijjah|zulhijjah|dhu_al-hijja|dhul-hijja|dhul-hijjah|zulhijja",
        1,
    ),
    "solar_month": numbered(
        "farvardin ordibehesht khordad tir mordad|amordad shahrivar mehr aban azar dey bahman esfand", 1
    ),
    "season": {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24},
    "number": {w: n for w, n in NUMBERS.items() if w not in ("a", "an")} | {"seventy": 70, "eighty": 80,
    "ninety": 90},
    "ordinal": _ORDINALS,
    "late_ordinal": {word: number for word, number in _ORDINALS.items() if number > 3},
    "which": {"final": -1, "closing": -1},
    "which_last": {"last": -1, "latest": -1},
    "quarter_word": {"q1": 1, "q2": 2, "q3": 3, "q4": 4},
    "half_word": {"h1": 1, "h2": 2},
    "unit": _UNITS,
    "single": {word: unit for word, unit in _UNITS.items() if word not in _PLURALS},
    "day_unit": {"day": "D"},
    "other_rel": {"previous": -1, "preceding": -1, "following": 1, "next": 1},
    "next_rel": {"next": 1, "very next": 1},
    "units": _PLURALS,
    "length": each(
        P1Y="yearlong", P1D="daylong", P1W="weeklong", P1M="monthlong",
        P25Y="a_quarter_of_a_century a_quarter_century quarter_century quarter-century",
    ),
    "for_one": marks(
        "for in within than about only just after least takes took take lasted lasts nearly almost every"
    ),
    "shift": {"last": -1, "this": 0, "current": 0, "next": 1, "coming": 1},
    "the_shift": {"past": -1, "last": -1, "current": 0, "present": 0, "coming": 1},
    "the_now": {"current": 0, "present": 0, "coming": 1},
    "rel": {"that": 0, "that same": 0, "that very": 0},
    "the_rel": {
        "previous": -1, "preceding": -1, "prior": -1, "following": 1, "ensuing": 1, "same": 0, "very same": 0,
    },
    "bare_rel": {"same": 0},
    "edge": {"before": -1, "earlier": -1, "after": 1},
    "direction": {"past": -1, "last": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1},
    "near": {
        "yesterday": -1, "today": 0, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2,
        "day before yesterday": -2, "day after tomorrow": 2,
    },
    "night": {"tonight": "0 NI", "last night": "-1 NI", "tomorrow night": "1 NI", "yesterday night": "-1 NI"},
    "part": each(
        MO="morning dawn daybreak sunrise", AF="afternoon", EV="evening dusk sunset", NI="night "
            "nighttime", MI="midday",
    ),
    "dawn": each(MO="dawn daybreak sunrise", EV="dusk sunset nightfall"),
    "ampm": {
        "a.m.": "AM", "a.m": "AM", "am": "AM", "p.m.": "PM", "p.m": "PM", "pm": "PM", "in the morning": "AM",
        "in the afternoon": "PM", "in the evening": "PM", "at night": "NI",
    },
    "zone": marks(
        "gmt utc est edt cet cest bst msk pst pdt cst cdt et ist jst local_time eastern_time eastern_daylight_time"
    ),
    "mod": each(
        START="early the_beginning_of beginning_of the_start_of start_of the_turn_of the_early_part_of early_on "
        "early_in the_early_days_of the_first_days_of the_early_hours_of the_wee_hours_of the_small_hours_of",
        MID="mid mid- the_middle_of midway_through the_midpoint_of",
        END="late the_end_of the_very_end_of end_of end- the_close_of the_latter_part_of the_later_part_of late_on "
        "late_in the_last_days_of the_final_days_of the_late_hours_of",
    ),
    "about": each(
        APPROX="about around approximately roughly circa",
        LESS_THAN="nearly almost less_than fewer_than under just_under close_to",
        MORE_THAN="more_than over just_over well_over",
        EQUAL_OR_MORE="at_least no_less_than not_less_than",
        EQUAL_OR_LESS="at_most up_to no_more_than no_longer_than",
    ),
    "about_head": marks("a an half noon midnight another"),
    "around": marks("around circa"),
    "early": dict.fromkeys(["earlier", "later", "earlier on", "later on", "earlier in", "later in"], ""),
    "vague": {
        "several": "X", "few": "X", "a few": "X", "many": "X", "some": "X", "a number of": "X", "countless": "X",
        "a couple of": "2", "couple of": "2", "a couple": "2", "a pair of": "2", "dozens of": "X", "various": "X",
        "a handful of": "X", "quite a few": "X",
    },
    "set": {
        "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annual": "P1Y",
        "annually": "P1Y", "hourly": "PT1H", "nightly": "XXXX-XX-XXTNI", "biweekly": "P2W", "fortnightly": "P2W",
        "bimonthly": "P2M", "semiannual": "P6M", "biannual": "P6M", "biennial": "P2Y", "year-round": "P1Y",
    },
    "times": {"once": 1, "twice": 2, "thrice": 3},
    "ref": each(
        PRESENT_REF="now right_now currently nowadays presently these_days",
        PAST_REF="recently lately long_ago the_recent_past the_distant_past",
        FUTURE_REF="the_near_future the_foreseeable_future the_not_too_distant_future",
    ),
    "ref_alone": {"past": "PAST_REF", "future": "FUTURE_REF", "present": "PRESENT_REF"},
    "moment": {"the moment": "PRESENT_REF", "the present time": "PRESENT_REF"},
    "holiday": {
        "christmas": "12-25", "christmas day": "12-25", "christmas eve": "12-24", "boxing day": "12-26",
        "new year's eve": "12-31", "new year's day": "1-1", "new year's": "1-1", "new year": "1-1",
        "purim": "J12-14", "shavuot": "J3-6", "simchat torah": "J7-22", "tisha b'av": "J5-9", "labour day": "5-1",
        "saint george's day": "4-23", "st george's day": "4-23", "st. george's day": "4-23", "human rights day": "12-10",
        "international women's day": "3-8", "michaelmas": "9-29", "martinmas": "11-11", "holy thursday": "E-3",
        "holy saturday": "E-1", "easter eve": "E-1", "whit sunday": "E49", "trinity sunday": "E56",
        "coptic christmas": "1-7", "ethiopian christmas": "1-7", "laylat al-qadr": "H9-27", "arbaeen": "H2-20",
        "valentine's day": "2-14", "halloween": "10-31", "thanksgiving": "11-4-3", "thanksgiving day": "11-4-3",
        "labor day": "9-1-0", "memorial day": "5--1-0", "independence day": "7-4", "veterans day": "11-11",
        "may day": "5-1", "easter": "E", "easter sunday": "E", "easter monday": "E1", "good friday": "E-2",
        "palm sunday": "E-7", "ash wednesday": "E-46", "columbus day": "10-2-0", "mother's day": "5-2-6",
        "nowruz": "3-20", "eid": "H10-1 H12-10", "eid al-fitr": "H10-1", "eid al-adha": "H12-10", "ashura": "H1-10",
        "passover": "J1-15", "rosh hashanah": "J7-1", "yom kippur": "J7-10", "hanukkah": "J9-25", "sukkot": "J7-15",
        "eid al-kebir": "H12-10", "eid el-kebir": "H12-10", "tabaski": "H12-10", "tobaski": "H12-10",
        "eid ul-fitr": "H10-1", "eid ul-adha": "H12-10", "mawlid": "H3-12", "epiphany": "1-6", "candlemas": "2-2",
        "all saints' day": "11-1", "all souls' day": "11-2", "st. nicholas' day": "12-6", "carnival": "E-47",
        "shrove tuesday": "E-47", "mardi gras": "E-47", "maundy thursday": "E-3", "ascension day": "E39",
        "pentecost": "E49", "whitsun": "E49", "whit monday": "E50", "corpus christi": "E60", "orthodox easter": "O",
        "orthodox christmas": "1-7", "timket": "1-19", "pahela baishakh": "4-14", "women's day": "3-8",
        "bastille day": "7-14", "norouz": "3-20", "newroz": "3-21",
    },
    "decade_word": {
        word: 10 * tens
        for word, tens in numbered("twenties thirties forties fifties sixties seventies eighties nineties", 2).items()
    },
    "feast": {"the feast": "H10-1 H12-10"},
    "named_after": marks("alliance movement brigade front square street bridge avenue stadium university hospital coalition battalion"),
    "named_weekday": marks("mosque market school bazaar"),
    "goes_on": marks(
        "with by at in to when while before after that but because and or he she they we it his her their from heard said "
        "told saw met wrote rang came went was were had left"
    ),
    "adjective": marks(
        "more straight consecutive full long working business additional whole successive further calendar short "
        "trading fiscal solid different school"
    ),
    "not_before_a_year": marks(
        "page room flight no no. number route highway section article resolution vision agenda chapter line unit "
        "model channel block apartment suite box code $ € £ #"
    ),
    "place": marks("square street road avenue house hall hospital bridge park university county bay island day"),
    "and": marks("and or"),
    "deadline": marks("no_later_than not_later_than"),
    "before_a_year": marks("a an his her its their our my s and"),
    "year_itself": {"year": 0},
    "counted": marks("people percent % million billion men women dollars barrels tons"),
    "plural": marks(
        "people men women troops soldiers shares units jobs workers dollars euros percent tons homes houses families "
        "cars kilometers kilometres miles meters metres feet acres pounds votes rubles refugees others students "
        "barrels prisoners hostages captives names chairs copies"
    ),
    "one_a": {"a": 1, "an": 1},
    "within": {"within": ""},
    "ahead": {"in": ""},
    "joint": dict.fromkeys(["at", "on", "of", ",", "in"], ""),
    "ends": dict.fromkeys([",", ")", '"', "”", "and", "but", "or", "when", "-", "–", "—", ":"], "")
    | dict.fromkeys(".!?;", ""),
}  # fmt: skip

_IN = (
    "'in/since/until/till/by/from/to/of/during/before/after/through/throughout/between/for/late/early/mid/around/about/"
    "mid-'"
)
_PIECES = {
    "DASH": "'-/–/—'",
    "WD": "weekday | weekday:weekday_short",
    "DAY": "day | day:day_ordinal",
    "YEAR": "year | \"'/’\" yy | year_shift:shift 'year' | year_rel:rel 'year' | 'the' year_rel:the_rel 'year'",
    "N": "number | vague | 'a/an'",
    "SHIFT": "shift | 'this/the' shift:the_shift",
    "THE_MONTH": "{SHIFT} 'month' | 'the' 'month'",
    "REL": "rel | 'the' rel:the_rel",
}

_RULES: Sequence[tuple[str, str]] = (
    ("numeric", "( {WD} ','? )? numeric"),
    ("whole", "( {WD} ','? )? whole"),
    # days
    ("date", "( {WD} part? ','? )? {DAY} 'of'? month ( ( ',' | 'of' )? {YEAR} )? !=yy"),
    ("date", "( {WD} part? ','? )? 'the' day:day_ordinal 'of'? month ( ( ',' | 'of' )? {YEAR} )? !=yy"),
    ("date", "( {WD} part? ','? )? 'the'? day:ordinal 'of' month ( ( ',' | 'of' )? {YEAR} )?"),
    ("date", "( {WD} part? ','? )? month 'the'? {DAY} ( ( ',' | 'of' )? {YEAR} )?"),
    ("date", "( {WD} ','? )? 'the'? {DAY} 'of'? ( hijri_month | solar_month ) ( ','? year )?"),
    ("date", "( {WD} ','? )? ( hijri_month | solar_month ) {DAY} ','? year"),
    ("date", "'the' day:ordinal 'of' ( hijri_month | solar_month ) ( ','? year )?"),
    ("dayrange", "{DAY} ( {DASH} | 'to/through/until/till/and' ) ( day2:day | day2:day_ordinal ) 'of'? month ( "
        "','? {YEAR} )?"),
    ("dayrange", "month {DAY} ( {DASH} | 'to/through/until/till/and' ) ( day2:day | day2:day_ordinal ) ( ','? "
        "{YEAR} )?"),
    ("daylist", "day ',' day2:day ','? 'and/or' day3:day 'of'? month ( ','? {YEAR} )?"),
    ("daylist", "month day ',' day2:day ','? 'and/or' day3:day ( ',' year )?"),
    ("monthrange", "month ( {DASH} | 'to/through/until/till/and' ) month2:month ','? 'of'? year"),
    ("monthpair", "month ( {DASH} | 'to/through/until/till/and/or' ) month2:month !=day"),
    ("yearrange", "year {DASH} ( year2:year | yy2:yy )"),
    ("dayrange", "'the'? day:day_ordinal ( {DASH} | 'to/through/until/till/and' ) 'the'? day2:day_ordinal 'of' "
        "{THE_MONTH}"),
    ("dayof", "'the'? ( day:day_ordinal | day:ordinal ) 'of' {THE_MONTH}"),
    ("dayof", "'the' ( which:ordinal | which | which:which_last ) ( weekday | 'day' ) 'of/in' ( {THE_MONTH} | "
        "month ( ','? {YEAR} )? )"),
    ("date", "'the' day:ordinal 'day' 'of' ( hijri_month | solar_month ) ( ','? year )?"),
    ("monthday", "~'on' 'the' day:day_ordinal =goes_on"),
    ("monthday", "'the'? 'morning/afternoon/evening/night' 'of' 'the' day:day_ordinal =ends"),
    ("weekdayhead", "weekday:weekday_short ( ',' | ':' | '.' )?"),
    ("monthday", "~'on/by/until/till/from/to/since/before/after/and' 'the' ( day:day_ordinal ) =ends"),
    ("monthday", "~'on/by/until/till/before' 'the' day:late_ordinal =ends"),
    ("monthday", "{WD} ','? 'the' day:day_ordinal"),
    ("overnight", "'overnight' =ends"),
    ("overnight", "'overnight' ='on/to/in/into/from/that/by/after'"),
    ("weekwith", "'the'? 'week' 'of' 'the'? {DAY} 'of'? month ( ','? {YEAR} )?"),
    ("weekwith", "'the'? 'week' 'of' month {DAY} ( ','? {YEAR} )?"),
    ("halfmonth", "'the' which:ordinal 'half' 'of' ( {THE_MONTH} | month ( ','? {YEAR} )? )"),
    ("weekday", "!~'mr/mrs/ms/dr/father/pastor/rev/reverend/chief' {SHIFT}? weekday part? !=named_weekday"),
    ("weekday", "'the' rel:other_rel weekday part?"),
    ("nights", "'the'? 'night' ( 'of' | 'from' )? weekday 'to/into' weekday2:weekday"),
    ("nights", "'overnight' 'from'? weekday ( 'to/into/and' | {DASH} ) weekday2:weekday"),
    ("weekday", "weekday part? 'of'? week:shift 'week'"),
    ("near", "near ( part | ','? weekday )?"),
    ("near", "night"),
    ("partday", "shift part !='of'"),
    ("partday", "{REL} part"),
    ("partday", "'the' rel:next_rel part"),
    ("partday", "'the' part rel:edge =ends"),
    ("partday", "rel:bare_rel part"),
    ("relative", "rel:bare_rel unit:day_unit"),
    ("part keep", "part:dawn"),
    ("part keep", "~'in/during' 'the' part"),
    ("part", "'the'? part"),
    ("time 12:00", "'noon/midday'"),
    ("time 24:00", "'midnight'"),
    ("clock", "clock ampm? zone?"),
    ("clock", "( hour | decimal ) ampm zone?"),
    ("clock", "( hour | hour:number ) \"o'clock/o’clock\" ampm?"),
    ("fourfigures", "figure zone"),
    ("holiday", "{SHIFT} holiday"),
    ("holiday", "holiday ( ','? year )?"),
    ("holiday", "~'before/until/till' holiday:feast =ends"),
    ("holiday", "'the'? which:ordinal 'day' 'of' holiday ( ','? year )?"),
    ("fromfeast -", "{N} unit 'before' ( holiday | hijri_month )"),
    ("fromfeast +", "{N} unit 'after' ( holiday | hijri_month )"),
    ("fromfeast -", "'the' unit:day_unit 'before' ( holiday | hijri_month )"),
    ("fromfeast +", "'the' unit:day_unit 'after' holiday"),
    ("fromfeast - D", "'the'? 'eve' 'of' ( holiday | hijri_month )"),
    # months, seasons, quarters, years
    ("month", "month ( ',' | 'of/in' )? {YEAR}"),
    ("month", "( hijri_month | solar_month ) ','? 'of'? year"),
    ("month", "~mod ( hijri_month | solar_month )"),
    ("month", "~'in/during' solar_month !=day"),
    ("month", "~'in/during/since/until/before/after/of/by/for' hijri_month"),
    ("month", "{SHIFT} month !=day"),
    ("month", "month:sure_month !=day"),
    ("month", "~mod month !=capital"),
    ("month", "~{IN} month !=capital"),
    ("month", "~'in/since/until/till/during' month !=place"),
    ("month", "~other month =\"'\""),
    ("month", "~'the/a/an/its/their/his/her/our/that/each' month =other"),
    ("season", "{SHIFT} season"),
    ("season", "'the'? season ( 'of' | ',' )? {YEAR}"),
    ("season", "~'in/by/during/since/until/till/before/after/through' 'the' season !='of'"),
    ("season", "~'in/by/during/since/until/till' season =ends"),
    ("quarter Q", "'the'? ( which:ordinal | which ) {DASH}? 'quarter' ( ( 'of' | ',' )? {YEAR} )?"),
    ("quarter Q", "'the' which:which_last 'quarter' 'of' {YEAR}"),
    ("quarter Q", "which:quarter_word ( 'of'? {YEAR} )?"),
    ("quarter H", "'the'? which:ordinal {DASH}? 'half' ( ( 'of' | ',' )? {YEAR} )"),
    ("quarter H", "~'in/for/during' 'the' which:ordinal 'half' =ends"),
    ("quarter H", "which:ordinal '-' 'half' !='of'"),
    ("quarter H", "which:half_word {YEAR}"),
    ("quarter Q", "'the'? ( which:ordinal | which ) {DASH}? 'quarter' 'of' 'the' year_shift:year_itself"),
    ("quarter H", "'the'? which:ordinal {DASH}? 'half' 'of' 'the' year_shift:year_itself"),
    ("weekof", "'the' ( which:ordinal | which:which | which:which_last ) 'week' 'of' {SHIFT}? month "
     "( ','? {YEAR} )?"),
    ("year", "~{YEAR_IN} year !=plural"),
    ("year", "'fiscal/fy' 'year'? ( year | \"'/’\" yy )"),
    ("year", "'the' 'year' year"),
    ("year bare", "year !=plural"),
    ("year", "~mod ( year | \"'/’\" yy ) !=plural"),
    ("year", "~'in/since/of' \"'/’\" yy"),
    ("decade", "'the'? mod? decade"),
    ("decade short", "'the' mod? \"'/’\"? decade"),
    ("decade short", "mod? \"'/’\" decade"),
    ("decade short", "'the' mod? decade:decade_word"),
    ("century", "'the'? mod? which:ordinal {DASH}? 'century'"),
    ("period", "shift unit:single"),
    ("period", "'this' shift:the_shift unit:single"),
    ("period", "'the' shift:the_now unit:single"),
    ("period", "'the'? shift 'fiscal/calendar' unit"),
    ("weekend", "'the' 'weekend'"),
    ("thisunit", "~mod 'the' unit !='of'"),
    ("thisunit END", "'the'? unit:single \"'\" 's' 'end'"),
    ("thisunit END", "~'by/before/until/till' 'the' unit:single 'is/was' 'out/over'"),
    ("thisunit END", "'the'? unit:single '-' 'end'"),
    ("thisunit", "~'for/during/in/of/over/throughout' 'the' unit !={NOT_THE}"),
    ("yearbefore -1", "'the'? 'year' '-'? 'earlier/ago' 'quarter/period/month/half'"),
    # counted
    ("published -", "{N} adjective? unit 'ago'"),
    ("published -", "number 'and' 'a' 'half' unit 'ago'"),
    ("ref PAST_REF", "units 'ago'"),
    ("published +", "{N} adjective? unit ( 'from' 'now/today' | 'hence' )"),
    ("counted -", "{N} adjective? unit ( 'earlier/previously/beforehand' ) !='than'"),
    ("counted -", "{N} adjective? unit ( 'before' ) =ends"),
    ("anniversary -", "{N} adjective? unit 'ago' 'today'"),
    ("counted +", "{N} adjective? unit ( 'later/afterwards/afterward/thereafter' )"),
    ("ref FUTURE_REF", "units 'later'"),
    ("ref PAST_REF", "units 'earlier' !='than'"),
    ("counted +", "{N} adjective? unit ( 'after' ) =ends"),
    ("relative", "{REL} unit:single"),
    ("relative", "'the' rel:next_rel unit:day_unit !='or'"),
    ("relative D 1", "'next' 'day' !='or'"),
    ("relative", "'the' unit rel:edge =ends"),
    # how long
    ("duration", "{NUM} {DASH}? adjective? unit"),
    ("duration", "{NUM} {DASH}? unit {DASH} 'long'"),
    ("duration", "{NUM} {DASH}? unit {DASH}? 'old'"),
    ("duration", "~{FOR} 'a/an' adjective? unit !='ago' !='-'"),
    ("duration", "'a/an' adjective? unit:single ='after/before'"),
    ("duration", "'another/one' ( number | vague )? adjective? unit"),
    ("duration", "vague adjective? unit"),
    ("duration", "'the' ( which:ordinal | which:which | which:which_last ) number adjective? unit "
     "( 'of' {YEAR} | 'of' 'the' year_shift:year_itself )?"),
    ("duration", "'the' number adjective? unit"),
    ("duration", "~'within' 'the' unit:single =ends"),
    ("duration", "~'for/in/after/over/than/take/takes/took/last/lasted/within' bare:units !='ago'"),
    ("duration", "bare:units ='of' !=stop"),
    ("half", "'half' 'a/an' unit"),
    ("half", "'half' '-' unit"),
    ("half", "'a' 'half' '-'? unit"),
    ("half", "number 'and' 'a' 'half' unit"),
    ("half", "number '-' 'and' '-' 'a' '-' 'half' '-'? unit"),
    ("duration", "bare:units '-' 'long'"),
    ("duration", "unit:single '-' 'long'"),
    ("duration", "length"),
    ("half", "one:one_a unit 'and' 'a' 'half'"),
    ("span -", "( 'the' | 'these' )? direction {NUM} adjective? unit"),
    ("span -", "( 'the' | 'these' )? direction number '-' 'plus' unit"),
    ("duration", "number '-' 'plus' unit"),
    ("span -", "( 'the' | 'these' )? direction vague unit"),
    ("span -", "'the' direction unit:single !='or' !='of'"),
    ("ref PAST_REF", "'the'? 'recent/past' units"),
    ("ref FUTURE_REF", "'the'? 'coming' units"),
    # how often
    ("set", "'every/each' ( number | number:ordinal )? unit"),
    ("set", "'every' 'other' unit"),
    ("set", "'every/each' ( weekday part? | month | season | part )"),
    ("set", "weekday:weekdays"),
    ("set", "set !=capital"),
    ("set", "( times | times:number 'times' ) ( 'a/an/per/every/each' ) unit"),
    ("set", "'a/per' unit 'every' unit"),
    ("set", "'per' unit"),
    ("rate", "'a/an' unit !={NOT_RATE} !='-'"),
    # vaguely
    ("ref", "ref"),
    ("ref", "~'at/for' ref:moment !='of'"),
    ("ref", "'the' ref:ref_alone =ends"),
)  # fmt: skip

# --- tense -------------------------------------------------------------------------------------------------------

_MODALS = frozenset(split("will shall would may might could can must should ll"))
_AHEAD = frozenset(
    split(
        "expected expects expect scheduled schedule due plans plan planned planning intends intend intended upcoming "
        "set slated hopes hope hoping going deadline promises pledges vows invited forthcoming ready about willing "
        "coming agreed agree aims aim wants want ordered urged asked asks urges prepared prepares preparing likely "
        "threatens threatened booked billed next postponed rescheduled adjourned begins begin starts start opens "
        "open resumes resume ends end expires expire meets meet leaves leave arrives arrive returns return votes "
        "vote visits visit takes holds faces runs closes departs flies travels heads lands mature matures payable "
        "till until awaits await pending tomorrow rises sits goes apply applies moves undertake undertakes "
        "gathers convenes reconvenes convene reconvene decides sails lapses elects rules hears speaks addresses debates marches"
    )
)
_PAST = frozenset(
    split(
        "was were had said told did went came took made got gave found saw knew became left met held began brought "
        "kept led lost won sent spent sold bought rose fell grew ran broke spoke wrote drove flew fought shot hit "
        "put cut shut struck stood sat lay rang heard felt thought sought taught caught built dealt meant paid laid "
        "read sank swam sang shrank stole chose froze woke rode hid bit slid tore wore swore bore beat split spread "
        "burst hurt cost let quit has have been since ago last earlier taken given seen gone done written spoken broken "
        "driven shown flown chosen stolen hidden thrown eaten forgotten fallen fled bent stuck swept slept wept crept dug "
        "hung flung clung drew withdrew withdrawn blew threw undertook understood overheard forbade bled fed lent burnt "
        "knelt dwelt lit shone shook shaken mistook retook ate overcame drank sprang wound misled"
    )
)
_BE = frozenset(split("is are am isn aren re m"))
_HELPERS = frozenset(split("be have been not also only then now both never ever soon again t being remain stay"))
_DETERMINERS = frozenset(
    split(
        "the a an his her its their our my your this that these those all both each any some no it them him me us "
        "you which whom"
    )
)
_NO_ED = frozenset(
    split("need feed indeed speed seed breed bed red led wed shed united proceed exceed succeed hundred")
)


def _is_past(word: str) -> bool:
    return word in _PAST or (len(word) > 3 and word.endswith("ed") and word not in _NO_ED)


def tense(before: Sequence[str], after: Sequence[str]) -> int:
    """1 where the verb nearest before a date looks ahead, -1 where it looks back; else the first verb after it.

    A participle takes its direction from what stands before it: "held" looks back, "will be held" ahead.
    """
    if before and before[-1] == "since":
        return -1
    if _is_told_of(before):
        return -1
    if before and _is_called_off(before, after):
        return -1
    if before and (_is_put_off(before) or _is_granted(before)):
        return 1
    if after and _is_modal(after, 0):
        return 1
    if before and before[-1] == "for" and after[:1] != ["'"]:
        # "called for Thursday"; but "apologised for Thursday's attack", "the meeting set for Monday was put off"
        return -1 if after and _is_past(after[0]) else 1
    if before and (before[-1] in _BY or tuple(before[-2:]) in _TOWARDS):
        looked = _look_back(before[:-1], due=True)
        if before[-1] in ("until", "till"):
            if before[-2:-1] == ["held"] or any(word in _LASTED for word in before[-8:]):
                return -1
            if any(word in _EXTENDED for word in before[-8:]):
                return 1
        clause = after[: after.index(",")] if "," in after else after
        told = clause[:1] != ["and"] and _look_on(clause[:6]) < 0  # "by Monday two were broken"
        had = any(word in ("had", "was", "were") for word in before[-8:])
        return -1 if looked <= 0 and (told or (had and looked < 0)) else 1
    if before and before[-1] == "after" and any(word in _PROMISES for word in before[-8:]):
        return 1
    looked = _look_back(before)
    if not looked and not (looked := _look_on(after)):
        if before[:1] and before[0] in _CALLS:
            return 1
        return int(any(_is_plan(before, n) or _acts(before, n) for n in range(1, len(before) - 1)))
    return looked


_OFF = frozenset(["never", "cancelled", "canceled", "called"])
_PLAIN_PRESENT = frozenset(split("comes come plays sleeps walks walk crosses go attend continue continues"))
_DECREED = frozenset(
    split(
        "ordered directed ruled agreed consented demanded requested decreed instructed urged proposed asked insists"
    )
)
_GRANTS = frozenset(split("promised pledged vowed given granted permission leave allowed"))
_GRANTED = frozenset(split("answer reply visit visits call meeting news decision appointment audience"))


def _is_told_of(words: Sequence[str]) -> bool:
    """Whether a date belongs to a clause of the past: "elders who met | on Tuesday will ..."."""
    on = words[:-1] if words[-1:] == ["on"] else words
    return len(on) > 1 and on[-2] in ("who", "which") and on[-1] not in _AHEAD and _is_past(on[-1])


def _is_called_off(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether what was to be then was not: "was due to speak | on Tuesday but did not appear"."""
    if before[-1] in _BY or not any(word in ("was", "were") for word in before[-7:]):
        return False
    near = after[:6]
    did_not = any(near[n] in ("did", "was", "were") and near[n + 1] == "not" for n in range(len(near) - 1))
    return (did_not or not _OFF.isdisjoint(near)) and any(w in _AHEAD or w in ("to", "promised") for w in before[-6:])


def _is_put_off(before: Sequence[str]) -> bool:
    """Whether something is moved to the date, or a plain present stands before it: "plays | on Tuesday"."""
    if before[-1] == "to" and any(w in ("moved", "pushed", "shifted", "brought") for w in before[-5:]):
        return True
    if before[-1] in ("until", "till") and "off" in before[-4:] and "put" in before[-6:]:
        return True
    on = before[:-1] if before[-1] == "on" else before
    if on and on[-1] in _PLAIN_PRESENT:
        return on[-1].endswith("s") or not any(_is_past(word) or word in ("did", "didn") for word in on)
    return before[0] in ("if", "unless", "let", "see") and not any(_is_past(word) for word in before)


def _is_granted(before: Sequence[str]) -> bool:
    """Whether an order or a promise of something stands before: "directed that he attend", "promised an answer"."""
    for place in range(len(before) - 1, 0, -1):
        if before[place] == "that" and before[place - 1] in _DECREED:
            rest = before[place + 1 :]
            return not any(_is_past(word) and rest[max(0, n - 1) : n] != ["be"] for n, word in enumerate(rest))
        if before[place] in _GRANTED and any(word in _GRANTS for word in before[max(0, place - 4) : place]):
            return True
        if before[place] in ("said", ",", "and", "but"):
            return False
    return False


_BY = frozenset(["by", "before", "until", "till", "no later than", "not later than"])
_TOWARDS = frozenset([("ahead", "of"), ("prior", "to"), ("up", "to"), ("runup", "to")])


# "it took him until Friday"; but "gave him until Friday"
_LASTED = frozenset(split("took waited stayed lasted lived slept"))
_EXTENDED = frozenset(split("gave given extended prolonged deferred delayed suspended remanded granted"))
_PROMISES = frozenset(split("promised pledged vowed warned threatened offered"))


def _look_back(words: Sequence[str], *, due: bool = False) -> int:
    """As `tense`, by the words before; `due`: "by" or the like stands between them and the date."""
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if _is_modal(words, place):
            return 1
        if word == "to" and place + 1 < len(words) and _is_infinitive(words, place):
            if governed := _governed(words, place):
                return governed
            continue  # "to Oslo"
        if word in _BE:
            following = words[place + 1] if place + 1 < len(words) else ""
            if following in ("closed", "shut"):
                return 1
            return -1 if _is_past(following) and following not in _AHEAD else 1
        if word == "s" and place > 1 and words[place - 2] in _SUBJECTS and words[place + 1 : place + 2] != ["been"]:
            return 1  # "she's flying on Wednesday"
        if word in _AHEAD:
            if (
                _is_noun(words, place)
                or _is_plan(words, place)
                or (word == "about" and words[place + 1 :][:1] != ["to"])
            ):
                continue
            if word in _ASKED and not due:
                return _participle(words, place)
            return -1 if any(w in ("did", "didn") for w in words[max(0, place - 3) : place]) else 1
        if _is_past(word):
            return _participle(words, place)
    return 0


def _is_modal(words: Sequence[str], place: int) -> bool:
    """Whether a word says what will be; "May 6", "early May" are no such words."""
    if words[place] != "may":
        return words[place] in _MODALS
    near = [*words[max(0, place - 1) : place], *words[place + 1 : place + 2]]
    return not any(word[:1].isdecimal() for word in near) and words[place - 1 : place] not in _BEFORE_MONTHS


_BEFORE_MONTHS = [[word] for word in split("in of since until till by last next this early late mid during from")]


def _is_plan(words: Sequence[str], place: int) -> bool:
    """For "the planned meeting on Monday", which will be held or was put off."""
    return words[place] in ("planned", "scheduled", "expected", "intended") and words[place - 1] in _DETERMINERS


def _acts(words: Sequence[str], place: int) -> bool:
    """Whether a word is a verb in the present with its object: "the bishop carries the list to Gao on Monday"."""
    word = words[place]
    known = word in _NOT_ACTS or not _is_present(word) or len(word) < 4
    return not known and words[place + 1] in _OBJECTS and words[place - 1] not in _DETERMINERS


_OBJECTS = frozenset(split("the a an his her its their our two three four five"))
_NOT_ACTS = frozenset(
    split(
        "tells states reports claims writes quotes names shows denies confirms adds insists maintains argues notes "
        "recalls explains asserts reads always perhaps besides across towards this thus others"
    )
)
_CALLS = frozenset(split("come join meet gather bring send call"))  # "Come to the vigil on Monday"
_SUBJECTS = frozenset(split("he she it they we i"))


def _is_present(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss") and word not in ("is", "was", "has", "says", "does")


_NOUNS_TOO = frozenset(
    split(
        "vote visit return start end leave open plan schedule hope promise pledge promises pledges plans hopes "
        "visits votes starts ends returns deadline set begin run faces takes holds opens"
    )
) - {"deadline", "set", "begin", "faces", "takes", "holds", "opens"}


def _is_noun(words: Sequence[str], place: int) -> bool:
    """For "His first visit on Monday" is over; "they visit on Monday" is to come."""
    if words[place] not in _NOUNS_TOO or place == 0:
        return False
    near = words[place - 1]
    if near in _DETERMINERS or near in _BEFORE_NOUNS or near in ("of", "s", "'", "for", "after", "in", "on"):
        return near not in ("it", "him", "them", "you", "which", "that")
    if words[place].endswith("s"):
        return False  # "his term ends in December"
    return not near.endswith("s") and place > 1 and words[place - 2] in _DETERMINERS - {"that", "it", "which"}


_BEFORE_NOUNS = frozenset(split("day hour week month first second third last official brief short private state"))
# looks back by itself: "asked on Monday"; with what was asked behind it the infinitive decides, "asked to call on Monday"
_ASKED = frozenset(split("asked urged ordered agreed threatened"))


def _is_infinitive(words: Sequence[str], place: int) -> bool:
    following = words[place + 1]
    return following.isalpha() and following not in _DETERMINERS and following not in WEEKDAYS


def _governed(words: Sequence[str], place: int) -> int:
    """For "Agreed to meet" looks ahead; "failed to appear" and "came to discuss" look back."""
    if words[place + 1 : place + 2] == ["have"]:
        return -1
    if words[place - 1 : place] in (["was"], ["were"]):
        return 1  # "was to call on Sunday"
    if words[place - 1 : place] == [","] and "," in words[max(0, place - 7) : place - 1]:
        place = place - 2 - words[max(0, place - 7) : place - 1][::-1].index(",")  # "promised, he said, to call"
    first = max(0, place - 4)
    if not {"did", "didn"}.isdisjoint(words[first:place]):
        return -1
    for near in range(place - 1, first - 1, -1):
        word = words[near]
        if (
            (word in _AHEAD and not _is_noun(words, near))
            or word in _BE
            or word in _MODALS
            or word in ("need", "needs", "have", "has", "call", "calls")
        ):
            return 1
        if _is_past(word):
            return 1 if word in _LIKE_PLANS else -1
    return 1 if "be" in words[place + 1 : place + 2] else 0


_LIKE_PLANS = frozenset(
    split(
        "agreed planned promised vowed decided wanted hoped intended prepared offered ordered asked urged called "
        "threatened invited told expected scheduled pledged instructed demanded committed undertook"
    )
)


def _participle(words: Sequence[str], place: int) -> int:
    for near in range(place - 1, max(-1, place - 6), -1):
        word = words[near]
        if word in _HELPERS or word.endswith("ly"):
            continue
        if word in _MODALS:
            has_have = "have" in words[near:place]
            return -1 if has_have and word not in ("will", "shall", "ll") else 1
        if word == "to":
            return -1 if "have" in words[near:place] else 1
        if word in _BE and (words[near + 1] == "being" or words[place] in ("closed", "shut")):
            return 1
        break
    return 1 if any(word in ("want", "wants", "demands") for word in words[max(0, place - 4) : place]) else -1


def _look_on(words: Sequence[str]) -> int:
    if words[:1] and words[0] in _SUBJECTS and len(words) > 1 and _is_present(words[1]):
        return 1  # "on Saturday he flies to Oslo"
    stop = 0
    for place, word in enumerate(words[:25]):
        if place < stop:
            continue
        if word in ("who", "which", "whose") and words[place - 1 : place] == [","]:
            stop = place + words[place:].index(",") if "," in words[place:] else len(words)
            continue
        if _is_modal(words, place) or word in ("begins", "starts", "opens", "marks"):
            return 1
        if word in _BE:
            following = words[place + 1] if place + 1 < len(words) else ""
            return 1 if following == "to" or following in _AHEAD else 0
        if _is_past(word):
            return -1
    return 0


# known by its figures alone
_ELEVENTH = WholeDate(Period("D", date(2001, 9, 11)), "the attacks of that day")

DATES = DateRules(
    words=_WORDS,
    rules=_RULES,
    pieces=_PIECES
    | {
        "NUM": "number",
        "NOT_THE": "'of/that/before/after/to/ended/ending/when/s/end/ahead'",
        "NOT_RATE": "'ago/later/earlier/before/after/of/when/that/to/and/from/in'",
        "IN": _IN,
        "YEAR_IN": "'in/since/until/till/by/of/from/to/during/before/after/through/throughout/between/and/the/than/"
        "for/or/('",
        "FOR": "'for/in/within/after/about/over/than/nearly/almost/least/under/took/takes/take/taking/lasted/last/"
        "serve/served/serving/spent/spend/roughly/around/most/of/to/every/lasts/until/just'",
    },
    tidy=lambda word: word.lower().replace("’", "'"),
    tense=tense,
    ordinals=re.compile(r"(?:st|nd|rd|th)(?!\w)"),
    decades=re.compile(r"['’]?s(?!\w)"),
    dotted=frozenset(split("jan feb mar apr jun jul aug sep sept oct nov dec"))
    | frozenset(split("mon tue tues wed weds thu thur thurs fri sat sun yr yrs hr hrs")),
    titles=(frozenset(["part"]), frozenset(["the"])),
    capital=frozenset(
        ["month", "sure_month", "weekday", "weekday_short", "weekdays", "holiday", "hijri_month", "solar_month"]
    ),
    before=_BY,
    reached={"by": True},
    occasions=frozenset(
        split(
            "summit meeting election elections vote talks round session hearing year holiday visit conference deadline "
            "exchange trial verdict ceremony anniversary match congress feast funeral festival term begins starts opens"
        )
    ),
    between=frozenset(["on", "of", "close", "business", "noon", "midnight", "the", "office", "hours", "play"]),
    negations=frozenset(["not", "never"]),
    origins=frozenset(["from"]),
    onward=frozenset(["on", "onward", "onwards", "to", "until", "till", "through"]),
    after=frozenset(["since", "after", "from"]),
    whole=((re.compile(r"(?<![\d/])(?P<d>9/11)(?![\d/])"), lambda match: _ELEVENTH),),
    joint=re.compile(r",? (?:on )?|, |\s?\("),
    ranges=(
        (re.compile(r"\b[Bb]etween\s+$"), re.compile(r"\s+and\s+")),
        (re.compile(r"\b[Ff]rom\s+$"), re.compile(r"\s+(?:to|until|till|through)\s+(?:the\s+)?")),
        (re.compile(r"[(,:]\s*$"), re.compile(r"\s+to\s+")),
        (re.compile(r""), re.compile(r"\s?[-–—]\s?|\s+through\s+")),
    ),
    day_first=True,
)  # fmt: skip

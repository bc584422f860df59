"""Hebrew words and rules for dates, dates of the Hebrew calendar, and the tense of Hebrew verbs.

In: nothing. Out: `DATES`, `NUMBERS`.
Leaves to others: what the rules mean (`homeward.reading.dates.meaning` lists their kinds and categories).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from homeward.calendars import Calendar, days_of, month_number
from homeward.reading.dates import DateRules, WholeDate, each, marks, numbered
from homeward.reading.dates.periods import Period

NUMBERS = {
    "אחד": 1, "אחת": 1, "שני": 2, "שתי": 2, "שניים": 2, "שלושה": 3, "שלוש": 3, "שלושת": 3, "ארבעה": 4, "ארבע": 4,
    "חמישה": 5, "חמש": 5, "שישה": 6, "שש": 6, "ששת": 6, "שבעה": 7, "שבע": 7, "שבעת": 7, "שמונה": 8, "שמונת": 8,
    "תשעה": 9, "תשע": 9, "עשרה": 10, "עשר": 10, "יומיים": 2, "שבועיים": 2, "חודשיים": 2, "שנתיים": 2,
}  # fmt: skip
_NUMBERS = {w: n for w, n in NUMBERS.items() if not w.endswith("יים") or w == "שניים"} | {
    "שתיים": 2, "שנים": 2, "שתים": 2, "ארבעת": 4, "חמשת": 5, "תשעת": 9, "עשרת": 10, "עשרים": 20, "שלושים": 30,
    "ארבעים": 40, "חמישים": 50, "שישים": 60, "שבעים": 70, "שמונים": 80, "תשעים": 90, "מאה": 100,
}  # fmt: skip
_MONTHS = numbered(
    "ינואר|ינו' פברואר|פבר' מרץ|מרס|מארס אפריל|אפר' מאי יוני יולי אוגוסט|אוג' ספטמבר|ספט' אוקטובר|אוק' נובמבר|נוב' "
    "דצמבר|דצמ'",
    1,
)
_DAY_NAMES = "שני|ב' שלישי|ג' רביעי|ד' חמישי|ה' שישי|ו' שבת ראשון|א'"
_ORDINALS = numbered(
    "ראשון|ראשונה|הראשון|הראשונה שני|שנייה|השני|השנייה|השניה שלישי|שלישית|השלישי|השלישית רביעי|רביעית|הרביעי|הרביעית "
    "חמישי|חמישית|החמישי|החמישית שישי|שישית|השישי|השישית שביעי|שביעית|השביעי|השביעית שמיני|שמינית|השמיני|השמינית "
    "תשיעי|תשיעית|התשיעי|התשיעית עשירי|עשירית|העשירי|העשירית",
    1,
)
_UNITS = each(
    D="יום ימים הימים יממה", W="שבוע שבועות השבוע השבועות", M="חודש חודשים החודש החודשים",
    Q="רבעון הרבעון", Y="שנה שנים השנה השנים", DE="עשור עשורים העשור", CE="מאה המאה", WE="סוף_השבוע סוף_שבוע סופשבוע",
    N="לילה לילות", h="שעה שעות השעות השעה", min="דקה דקות הדקות", s="שנייה שניות",
)  # fmt: skip
_AMOUNTS = each(**{
    "2 D": "יומיים היומיים", "2 W": "שבועיים השבועיים", "2 M": "חודשיים החודשיים", "2 Y": "שנתיים השנתיים",
    "2 h": "שעתיים השעתיים",
})  # fmt: skip
_PARTS = each(
    MO="בוקר הבוקר לפנות_בוקר שחר", AF="צהריים הצהריים אחר_הצהריים אחרי_הצהריים אחה\"צ", EV="ערב הערב",
    NI="לילה הלילה ליל",
)  # fmt: skip

_UNITS_OF_DAYS = ["", "א", "ב", "ג", "ד", "ה", "ו", "ז", "ח", "ט"]
_HEBREW_DAYS = {  # ט"ו and ט"ז, not י"ה and י"ו
    f'{letters[0]}"{letters[1]}' if len(letters) == 2 else f"{letters}'": day
    for day in range(1, 31)
    for letters in [{15: "טו", 16: "טז"}.get(day, " יכל"[day // 10].strip() + _UNITS_OF_DAYS[day % 10])]
}
_HEBREW_MONTHS = numbered(
    "ניסן אייר סיוון|סיון תמוז אב אלול תשרי חשוון|חשון|מרחשוון כסלו|כסליו טבת שבט אדר|אדר_א'", 1
) | {"אדר ב'": 13}

_WORDS: Mapping[str, Mapping[str, int | str]] = {
    "month": _MONTHS,
    "hijri_month": numbered(
        "מוחרם|מוחארם|אל-מוחרם צפר|סאפר רביע_אל-אוול|רביע_א-ראשון|רביע_אל-אול|רביע_הראשון רביע_א-ת'אני|רביע_אל-אחר|רביע_השני|"
        "רביע_אל-ת'אני ג'ומאדא_אל-אולא|ג'ומאדה_אל-אולא|ג'ומאדא_הראשון ג'ומאדא_א-ת'אניה|ג'ומאדא_אל-אח'רה|ג'ומאדה_א-ת'אניה|ג'ומאדא_השני "
        "רג'ב|רג'אב שעבאן|שעבאן_אל-מועט'ם רמדאן|רמאדאן|רמצ'אן שוואל|שוול ד'ו_אל-קעדה|ד'ו_אל-קאעדה|ד'ול-קעדה|ד'י_אל-קעדה "
        "ד'ו_אל-חיג'ה|ד'ו_אל-חג'ה|ד'ול-חיג'ה|ד'י_אל-חיג'ה",
        1,
    ),
    "hijri_word": marks("להיג'רה להג'רה לספירה_המוסלמית"),
    "sure_month": {w: n for w, n in _MONTHS.items() if w not in ("מאי", "יוני", "מרס")},
    "weekday": {
        f"{of} {word}": number
        for number, group in enumerate(_DAY_NAMES.split())
        for word in group.split("|")
        for of in ("יום", "ליל")
    } | {"שבת": 5, "מוצ\"ש": 5, "ערב שבת": 4, "ליל שבת": 4},
    "weekdays": {
        f"ימי {word}": number for number, group in enumerate(_DAY_NAMES.split()) for word in group.split("|")
    } | {"שבתות": 5},
    "this_week": {"השבוע": 0},
    "surely": marks("האחרון האחרונה"),
    "nth_plain": {w: n for w, n in _ORDINALS.items() if w[0] != "ה"},
    "named": marks("חזית גדוד לוחמי רחוב כיכר גשר תנועת קבוצת תוכנית תכנית עיתון מהדורת סדר שדרות שכונת בסיס כוחות מחנה"),
    "dawn": {"לפנות בוקר": "MO"},
    "ordinal_day": {"ראשון": 6, "שני": 0, "שלישי": 1, "רביעי": 2, "חמישי": 3, "שישי": 4},
    "season": {"אביב": 21, "האביב": 21, "קיץ": 22, "הקיץ": 22, "סתיו": 23, "הסתיו": 23, "חורף": 24, "החורף": 24},
    "number": _NUMBERS,
    "teen": marks("עשר עשרה"),
    "ordinal": _ORDINALS,
    "unit": _UNITS,
    "bare_unit": {w: _UNITS[w] for w in ("יום", "שבוע", "חודש", "רבעון", "שנה", "עשור", "לילה", "שעה", "דקה",
    "יממה")},
    "one": {"אחד": 1, "אחת": 1},
    "units": {w: _UNITS[w] for w in ("ימים", "שבועות", "חודשים", "שנים", "עשורים", "השנים", "הימים", "השבועות",
                                     "החודשים", "שעות", "השעות")},
    "definite": {"השבוע": "W", "החודש": "M", "השנה": "Y", "הרבעון": "Q", "העשור": "DE"},
    "amount": _AMOUNTS,
    "length": {"חצי שנה": "P6M", "חצי שעה": "PT30M", "מחצית השנה": "P6M", "רבע שעה": "PT15M"},
    "shift": {
        "שעבר": -1, "שעברה": -1, "שחלף": -1, "שחלפה": -1, "האחרון": -1, "האחרונה": -1, "הבא": 1, "הבאה": 1,
        "הקרוב": 1,
        "הקרובה": 1, "הזה": 0, "הזאת": 0, "הזו": 0, "זה": 0, "זו": 0, "הנוכחי": 0, "הנוכחית": 0, "הבאים": 1,
    },
    "nth": {"הראשון": 1, "השני": 2, "השלישי": 3, "הרביעי": 4, "האחרון": -1},
    "year_word_shift": {"אשתקד": -1},
    "last_year": {"אשתקד": "Y"},
    "rel": {"אותו": 0, "אותה": 0},
    "rel_after": {
        "הקודם": -1, "הקודמת": -1, "שלאחר מכן": 1, "שלאחריו": 1, "שלאחריה": 1, "שלפני כן": -1, "שלפניו": -1,
        "שלפניה": -1, "ההוא": 0, "ההיא": 0,
    },
    "direction": {
        "האחרונים": -1, "האחרונות": -1, "האחרון": -1, "האחרונה": -1, "שחלפו": -1, "הקרובים": 1, "הקרובות": 1,
        "הבאים": 1, "הבאות": 1,
    },
    "near": {"אתמול": -1, "שלשום": -2, "היום": 0, "מחר": 1, "מחרתיים": 2, "מחרתים": 2},
    "night": {"אמש": "-1 NI", "הלילה": "0 NI", "הערב": "0 EV", "הבוקר": "0 MO", "הצהריים": "0 AF"},
    "next_day": marks("למחרת"),
    "part": _PARTS,
    "prep": marks("ב ב- ב־ ל- ל־ מ- ה- ה־ שב- ול- וב- בה- עד- לכ- מה- מה־ מ־ לה-"),
    "mod": each(
        START="תחילת ראשית תחילתו_של תחילתה_של ראשיתו_של", MID="אמצע אמצעו_של אמצעה_של",
        END="סוף שלהי סופו_של סופה_של סיום",
    ),
    "about": {
        "כ-": "APPROX", "בערך": "APPROX", "בסביבות": "APPROX", "סביב": "APPROX",
        "בקירוב": "APPROX", "כמעט": "LESS_THAN", "פחות": "LESS_THAN", "יותר": "MORE_THAN", "למעלה": "MORE_THAN",
        "מעל": "MORE_THAN", "לפחות": "EQUAL_OR_MORE", "לכל הפחות": "EQUAL_OR_MORE", "לכל היותר": "EQUAL_OR_LESS",
        "עד": "EQUAL_OR_LESS",
    },
    "around": marks("בסביבות סביב"),
    "about_head": marks(" ".join(w for w in _UNITS if "_" not in w and " " not in w)),
    "early": marks("מוקדם_יותר מאוחר_יותר"),
    "later": marks("לאחר_מכן אחר_כך אחרי_כן מאוחר_יותר אחרי_זה"),
    "earlier": marks("קודם_לכן לפני_כן מוקדם_יותר קודם"),
    "vague": {"כמה": "X", "מספר": "X", "כמה וכמה": "X", "שורה של": "X"},
    "and": marks("ו"),
    "nth_day": {"הראשון": 1, "השני": 2, "השלישי": 3, "הרביעי": 4, "החמישי": 5, "השישי": 6, "השביעי": 7},
    "holiday": {
        "פסח": "J1-15", "ליל הסדר": "J1-14", "ראש השנה": "J7-1", "יום כיפור": "J7-10", "יום הכיפורים": "J7-10",
        "חג הפסח": "J1-15", "חג השבועות": "J3-6", "פורים": "J12-14", "שמחת תורה": "J7-22", "ל\"ג בעומר": "J2-18",
        "חג המולד": "12-25", "פסחא": "E", "חג הפסחא": "E", "עיד אל-אדחא": "H12-10", "עיד אל-פיטר": "H10-1",
        "חג הקורבן": "H12-10",
        "חג הסוכות": "J7-15", "חג סוכות": "J7-15", "שביעי של פסח": "J1-21", "יום האישה": "3-8", "חג הפורים": "J12-14",
        "יום הפורים": "J12-14", "מוצאי ראש השנה": "J7-2", "ערב ראש השנה": "J6-29", "יום האישה הבינלאומי": "3-8",
        "שושן פורים": "J12-15", "חג העצמאות": "J2-5", "חג הקרבן": "H12-10", "עיד אל-אד'חא": "H12-10", "עיד אלאדחא": "H12-10",
        "עיד אלפיטר": "H10-1", "עיד אל-פטר": "H10-1", "יום זכויות האדם": "12-10", "עשורא": "H1-10",
        "נורוז": "3-20", "ערב חג המולד": "12-24", "יום השואה": "J1-27", "צום גדליה": "J7-3", "תענית אסתר": "J12-13",
        "סוכות": "J7-15", "חנוכה": "J9-25", "ט\"ו בשבט": "J11-15", "תשעה באב": "J5-9",
    },
    "set": {
        f"{article}{word}": value
        for value, words in (("P1D", "יומי יומית יומיים"), ("P1W", "שבועי שבועית"), ("P1M", "חודשי חודשית"),
                             ("P1Y", "שנתי שנתית"), ("P1Q", "רבעוני רבעונית"))
        for word in words.split() for article in ("", "ה") if word != "יומיים"
    },
    "times": {"פעם": 1, "פעמיים": 2},
    "ref": {
        "עכשיו": "PRESENT_REF", "כעת": "PRESENT_REF", "כיום": "PRESENT_REF", "כרגע": "PRESENT_REF",
        "עתה": "PRESENT_REF", "בימים אלה": "PRESENT_REF", "בימים אלו": "PRESENT_REF", "לאחרונה": "PAST_REF",
        "לא מזמן": "PAST_REF", "מזמן": "PAST_REF", "בקרוב": "FUTURE_REF", "העתיד": "FUTURE_REF",
        "העתיד הקרוב": "FUTURE_REF", "עתיד הקרוב": "FUTURE_REF", "העבר": "PAST_REF",
    },
    "ref_in": {"עבר": "PAST_REF", "עתיד": "FUTURE_REF"},
    "decade_word": {
        f"{article}{word}": value
        for word, value in (("עשרים", 20), ("שלושים", 30), ("ארבעים", 40), ("חמישים", 50), ("שישים", 60), ("שבעים",
            70),
                            ("שמונים", 80), ("תשעים", 90))
        for article in ("", "ה")
    },
    "within": marks("תוך בתוך"),
    "deadline": marks("לא_יאוחר לכל_המאוחר"),
    "hebrew_month": _HEBREW_MONTHS,
    "hebrew_day": _HEBREW_DAYS,
    "joint": marks("ב- , ה-"),
}  # fmt: skip

_PIECES = {
    "DASH": "'-/–/—'",
    "YEAR": "year | 'שנת' year | 'של' year | year_shift:year_word_shift | 'שנה' year_shift:shift | 'השנה' "
    "year_shift:shift",
    "COUNT": "number unit | vague unit | amount | unit:bare_unit number:one | unit:bare_unit",
    "ORD": "which:ordinal",
}
_RULES: Sequence[tuple[str, str]] = (
    ("numeric", "( weekday ','? prep? )? numeric"),
    ("whole", "( weekday ','? prep? )? whole"),
    # days
    ("date", "( weekday ','? prep? )? day month ( ','? {YEAR} )?"),
    ("date", "( weekday ','? prep? )? day month ( ','? {YEAR} )? part"),
    ("date", "( weekday ','? prep? )? day hijri_month ( ','? {YEAR} )?"),
    ("date", "( weekday ','? prep? )? day hijri_month ( ','? 'שנת'? year hijri_word? )?"),
    ("date", "( weekday ','? )? day:hebrew_day hebrew_month"),
    ("date prefixed", "day:number month ( ','? {YEAR} )?"),
    ("date prefixed", "day:nth_plain ( month ( ','? {YEAR} )? | hijri_month ( ','? {YEAR} )? )"),
    ("date", "( weekday ','? )? day:hebrew_day hijri_month ( ','? 'שנת'? year hijri_word? )?"),
    ("date", "day:hebrew_day hebrew_month"),
    ("daymonth", "~prep decimal !=unit !=number !='%/מיליון/מיליארד/אלף/אחוז/אחוזים/ק\"מ/קילומטר/שקל/דולר/מעלות/נקודות/נקודה/מטרים/מטר/טון/גרם/קילו/ליטר/שעות/אלפים/מיליוני/סולם'"),
    ("daymonth", "~prep day '/' month_figure:figure !='/' !=unit !=number"),
    ("monthday", "~prep day 'חודש' !=month !=shift"),
    ("dayof", "~prep day 'חודש/החודש' shift"),
    ("dayof", "( weekday | 'יום' ) which:nth prep? 'של'? ( 'חודש/החודש' shift? | month ( ','? {YEAR} )? )"),
    ("dayrange", "day ( {DASH} | 'ל-' | 'עד' prep? | 'ועד' prep? | prep ) day2:day month ( ','? {YEAR} )?"),
    ("monthrange", "month ( {DASH} | 'עד' )? month2:month ( year | 'שנת' year | 'של' year )"),
    ("yearrange", "year {DASH} ( year2:year | yy2:yy )"),
    ("weekday", "weekday shift? part? !='רעב/אחים'"),
    ("weekday", "weekday week:this_week part?"),
    ("weekday prefixed", "weekday:ordinal_day ( shift | shift part )"),
    ("weekday", "'שבוע' week:shift ','? weekday part?"),
    ("ordinalday", "weekday:ordinal_day part?"),
    ("weekdays TO", "~'בין' weekday:ordinal_day ( prep | 'ל-' )? weekday2:ordinal_day shift?"),
    ("weekdays", "'ימים/הימים' weekday:ordinal_day ( {DASH} | 'עד' )? weekday2:ordinal_day"),
    ("weekday", "weekday 'של'? 'השבוע' week:shift"),
    ("nights", "'לילה/הלילה' 'שבין' ( weekday | weekday:ordinal_day ) ( prep | 'ל-' )? ( weekday2:weekday | weekday2:ordinal_day )"),
    ("near", "near part?"),
    ("near", "near ','? weekday"),
    ("near", "night"),
    ("ref PRESENT_REF", "'מהדורת/חסות/חדשות/עיתון/ארוחת/תפילת/שעות/שעת/משמרת/אור/רחש/חשכת/אישון' night"),
    ("partday", "rel part"),
    ("part keep", "part:dawn"),
    ("part", "part"),
    ("holiday", "holiday year?"),
    ("holiday", "'יום/היום' which:nth_day 'של' holiday year?"),
    ("fromfeast -", "( {COUNT} ) 'לפני' holiday"),
    ("fromfeast +", "( {COUNT} ) 'אחרי/לאחר' holiday"),
    ("holiday -1", "'ערב' holiday year?"),
    ("halfmonth", "'מחצית/המחצית' which:ordinal 'של'? ( 'החודש/חודש' shift? | month ( ','? {YEAR} )? )"),
    ("time 24:00", "'חצות'"),
    ("clock", "'שעה/השעה'? clock ampm:part?"),
    ("clock", "'שעה/השעה' ( hour | hour:number ) ampm:part?"),
    ("clock", "( hour | hour:number ) ampm:part"),
    # months and longer
    ("month", "month ','? {YEAR}"),
    ("month", "'חודש'? ( hijri_month | hebrew_month ) ( 'שנת'? year )"),
    ("month", "~'מאז/עד/לפני/אחרי/לאחר/חודש/בין' hijri_month"),
    ("month", "~mod hijri_month"),
    ("month prefixed", "hijri_month"),
    ("month", "month shift"),
    ("month prefixed", "month !='קולנוע/סרטים/הסרט/תיאטרון/טלוויזיה/הסרטים/התיאטרון'"),
    ("month", "month:sure_month"),
    ("month", "~'מאז/עד/לפני/אחרי/לאחר/חודש/בין' month"),
    ("month", "~mod month"),
    ("month", "'חודש' month ( ','? {YEAR} )?"),
    ("season", "season ','? {YEAR}"),
    ("season", "season shift"),
    ("season prefixed", "season"),
    ("quarter Q", "'רבעון/הרבעון' {ORD} ( ','? {YEAR} )?"),
    ("quarter H", "'מחצית/המחצית' {ORD} ','? {YEAR}"),
    ("year", "'שנת' year"),
    ("year", "~prep year"),
    ("year", "~mod year"),
    ("year", "~'עד/מאז/לפני/אחרי' year"),
    ("period", "'שנת' unit shift"),
    ("decade short", "'שנות' prep? ( decade:decade_word | decade:number )"),
    ("decade short", "'שנות' prep? ( decade:decade_word | decade:number ) 'של' 'המאה' prep? ( which:ordinal | "
        "which:number )"),
    ("century", "'המאה/מאה' prep? ( which:ordinal | which:number )"),
    ("period", "unit shift"),
    ("period 0", "unit:definite !=ordinal"),
    ("weekend", "'סוף השבוע/סופשבוע'"),
    ("period -1", "unit:last_year"),
    # counted
    ("ref PAST_REF", "'לפני' units !=number"),
    ("published -", "'לפני' approx:about? ( {COUNT} ) !={NOT_AGO}"),
    ("published +", "'בעוד/עוד' approx:about? ( {COUNT} )"),
    ("after", "'כעבור/מקץ' approx:about? ( {COUNT} )"),
    ("anniversary -", "( 'היום' | 'בדיוק' )? 'לפני' ( {COUNT} ) ( 'היום' | 'בדיוק' )"),
    ("anniversary -", "'היום' 'לפני' ( {COUNT} ) !={NOT_AGO}"),
    ("counted +", "( {COUNT} ) later"),
    ("counted -", "( {COUNT} ) earlier"),
    ("relative D 1", "next_day"),
    ("relative", "rel unit"),
    ("relative", "unit rel:rel_after"),
    # how long
    ("duration", "( number | vague ) unit"),
    ("duration", "amount"),
    ("duration", "length"),
    ("duration", "unit:bare_unit number:one"),
    ("duration", "~'יותר/פחות/כמעט/למעלה/במשך/משך/למשך/מעל' unit"),
    ("duration", "unit 'שלם/שלמה/תמימה'"),
    ("span -", "number unit direction"),
    ("span -", "vague unit direction"),
    ("span -", "amount direction"),
    ("ref PAST_REF", "units 'האחרונים/האחרונות'"),
    ("ref FUTURE_REF", "units 'הקרובים/הקרובות/הבאים/הבאות'"),
    # how often
    ("set", "'כל/מדי' ( number? unit | weekday part? | month | season | part )"),
    ("set", "weekday:weekdays"),
    ("set", "set"),
    ("set", "times unit"),
    # vaguely
    ("ref", "ref"),
    ("ref prefixed", "ref:ref_in"),
)  # fmt: skip

# --- the Hebrew calendar ----------------------------------------------------------------------------------------

_LETTERS = dict(zip("אבגדהוזחטיכלמנסעפצקרשת", (*range(1, 10), *range(10, 100, 10), 100, 200, 300, 400), strict=True))
_LETTERS |= {"ך": 20, "ם": 40, "ן": 50, "ף": 80, "ץ": 90}
_IN_LETTERS = re.compile(
    r"(?<![א-ת])[בהמלו]{0,2}-?(?P<d>[א-ל][\"״''׳][א-ט]?|[א-ל]['׳])\s+(?:ב|ל)?(?P<m>ניסן|אייר|סיוון|סיון|תמוז|אב|"
    r"אלול|תשרי|חשוון|חשון|"
    r"מרחשוון|כסלו|טבת|שבט|אדר(?:\s+[אב]['׳])?)(?:\s+(?:של\s+)?(?:ה['׳])?(?P<y>ת[א-ת]{1,3}[\"״'׳]{1,2}[א-ת]))"
)


def _number_of(letters: str) -> int:
    return sum(_LETTERS.get(letter, 0) for letter in letters)


def _read_letters(match: re.Match[str]) -> WholeDate | None:
    """For "ט״ו בניסן תשפ״ד": day and year in letters; the thousands of the year are not written."""
    named = month_number(match["m"].replace("'", "").replace("׳", ""), "he")
    if named is None or named[1] is not Calendar.HEBREW:
        return None
    first, _ = days_of(Calendar.HEBREW, 5000 + _number_of(match["y"]) % 1000, named[0], _number_of(match["d"]))
    return WholeDate(Period("D", first), "converted from the Hebrew calendar")


# --- tense -------------------------------------------------------------------------------------------------------

# The stems of futures behind the letter of "he", "she", "they", with what a plural or a pronoun adds.
_FUTURE = (
    "פגש|בקר|תקיי|תחדש|תחיל|פתח|מסור|מסר|שחרר|שוחרר|צא|גיע|טוס|נחת|חזור|חזיר|דון|כריע|חליט|פוג|ערכ|ערוך|ערך|"
    "קבל|תקבל|מריא|נאם|צביע|חתום|חתמ|חתם|שיב|ענה|ודיע|פרסם|פורסמ|פורסם|תפרסם|תפרסמ|סתיים|סיים|ארח|ועבר|עביר|היה|היו|וכל|תכנס|"
    "קיים|שלח|שוחח|אשר|דרש|עדכן|חלץ|סע|מלט|וחזר|משכ|משיכ|משיך|משך|ובא|בחן|דע|גיש|וגש|ועלה|עלה|"
    "תן|ינתן|ינתנ|וקרא|קרא|תייצב|תייצבו|תפלל|שבות|שבתו|פגין|פגינ|שמע|שמעו|ופיע|פליג|עמוד|עמדו|דבר|נסה|בוא|ביא|קבע|לך|לכו|"
    "תיר|ראה|זכה|ציג|וצג|תחייב|חדש|חודש|פנה|שתתף|סקור|תארח|חקור|צטרף|עבור|בצע|סגר|וזמן|תקשר|בדוק|בדק|טפל|אזין|"
    "גור|שא|חשוף|סביר|משיל|סיע|חולק|קום|קומו|עצור|פסוק|גזור|ניח|ערער|פתור|סדר|גבה|תחנ|תבקש"
)
_SET = re.compile(
    "[ושכה]*(?:צפוי\\w*|עתיד(?:ה|ים|ות)?|אמור\\w*|מתוכנ\\w+|מתוכנן|נקבע\\w*|נועד\\w*|מיועד\\w*|תוכנ\\w+|זומנ\\w*|הוזמנ\\w*)"
)
_CALLED_OFF = re.compile("[וש]?(?:לא|בוטל\\w*|נדחת?ה|נדחו|הוקפא\\w*|נגנז\\w*)")
_AHEAD = re.compile(
    r"[ולכש]?(?:נשיב|נשחרר|נחזיר|נמסור|נודיע|ניפגש|נדון|נחליט|נגיב|נפרסם|נעדכן|נביא|נגיד|נדבר|נגיע|נחזור|ניתן|נקרא|נלך|נבקר|"
    r"(?:י|ת)(?:י?פגש|בקר|תקיי|תחדש|תחיל|י?פתח|י?מסו?ר|"
    r"י?שחרר|שוחרר|צא|גיע|טוס|נחת|חזור|חזיר|דון|כריע|חליט|"
    r"פוג|יערכ|ערוך|תקבל|מריא|נאם|צביע|י?חת[ום]|שיב|ענה|ודיע|פרסם|תפרסם|סתיים|סיים|ארח|ועבר|עביר|הי[הו]|וכל|תכנס|"
    r"קיים|י?צא|י?שלח|שוחח|אשר|י?דרש|עדכן|חלץ|י?סע|מלט|"
    r"וחזר|ימשכ|משיכ|משיך|ובא|י?בחן|י?דע|גיש|ועלה|עלה)\w*|צפוי\w*|עתיד(?:ה|ים|ות)?|אמור\w*|מתוכנ\w+|מתכונ\w+|חייב\w*|"
    r"נקבע\w*|נדחה|יש|מיועד\w*|זומנ\w*|מתכנס\w*|מקוו?ה|מקווים|מקוות)|"
    rf"[ולכש]*[ית]י?(?:{_FUTURE})(?:י|ו|נה|ני|נו|ם|ן|הו|ך|כם|כן|ה)?|"
    r"[ושכ]?(?:אשאל|אבוא|אשלח|אבדוק|אגיד|אומר|אראה|אפגוש|אפגש|אתקשר|אודיע|אעביר|אחזור|אחזיר|אביא|אתן|אסע|אטוס|אדבר|אכתוב|אנסה|אבקש|"
    r"אדרוש|אמסור|אציג|אגיע|אהיה|אעשה|אברר|אשיב|אצא|אשחרר|אפרסם|אביאם|אעדכן|אלך|אפנה|אגיש|אענה|אקבל|אראה|אקח|אמסרם|"
    r"נשאל|נבוא|נשלח|נצא|נטוס|ניסע|נבדוק|נעביר)|"
    r"[ושכ]?י(?!צא|רד|דע|שב|זמ|שנ|בא|לד|סד|רה|עצ|יח)[א-ת]{2,5}ו|[ושכ]?(?:ישוב|תשוב|להיפגש|לבקר|לשוחח|לארח)"
)
# A promise, an order or a plan, with what it is for behind it: "promised | to free them on Tuesday".
_PROMISED = re.compile(
    "[וש]?(?:הבטיח|התחייב|נשבע|הסכימ?|הסכימו|הוסכם|סוכם|סיכמו|הציע|איימ?|הורה|התיר|תכננ?|החליט|הוחלט|קרא|קורא|ביקש|אישר|קבע|"
    "נתן|הציב|אישור|בקשה|רשות)(?:ה|ו|ים|ת|ות)?"
)
_PLAIN_NOUN = re.compile(
    "תשוב(?:ה|ות)|ביקור|פגיש(?:ה|ות)|שחרור\\w?|רשימה|שיחה|ישיבה|דיון|הודעה|פרטים|עדכון|לביקור|לפגישה|לשיחה|ראיות|סימן"
)
_INFINITIVE = re.compile("ל[א-ת]{3,}|כי|ש[ית][א-ת]{2,}")
_GOING = re.compile(
    "[ושכ]?(?:נוסע|חוזר|ממריא|טס|מגיע|מפליג|יוצא|נפגש|מתכנס|שב|פג|נפתח|ממשיכ|ממשיך|דנ|דן|מתייצב|מתחיל|נערכ|נערך|מתקיים|מתקיימ)"
    "(?:ה|ת|ים|ות|י)?"
)
_SELF = frozenset(["אני", "אנחנו", "אנו", "ואני", "ואנחנו"])
_NEXT_ONE = frozenset(["הבא", "הבאה", "הקרוב", "הקרובה"])  # "the next meeting | is on Sunday"
_PRESENT = frozenset(["יוצא", "יוצאת", "יוצאים", "מתכנסת", "מתכנס", "ממריא", "ממריאה", "ממריאים", "מפליג", "מפליגה",
                      "נוסע", "נוסעת", "נוסעים", "פג", "טס", "טסה", "טסים"])  # fmt: skip
_PAST = re.compile(
    r"[ושהכ]*(?:אמר|מסר|נפגש|הודיע|דיווח|הגיע|יצא|שוחרר|נחטף|הכחיש|התקשר|נמצא|נראה|הועבר|נעלם|נחתם|נסגר|נפתח|ירד|"
    r"נוסד|"
    r"הבטיח|הותיר|טבע|נחת|בוטל|הורשה|אבד|חזר|התקיי|החל|הסתיי|נערכ|הוצג|היי?ת|היה|היו|טען|ציינ|ציין|סיפר|כתב|נהרג|"
    r"מת|נתפס|"
    r"נעצר|פורס|שלח|קיבל|ביקר|סרב|סירב)\w{0,2}"
)


def tense(before: Sequence[str], after: Sequence[str]) -> int:
    """1 where the nearest verb of those known looks ahead, -1 where it looks back."""
    if before and before[-1] == "מאז":
        return -1
    if before and (before[-1] in ("עד", "לא יאוחר", "לכל המאוחר") or _is_dash(before)):
        was = any(w in ("היה", "הייתה", "היתה", "היו") for w in before)
        return -1 if was and not any(_AHEAD.fullmatch(w) for w in before) else 1
    if before and before[-1] in _NEXT_ONE:
        return 1
    for place in range(len(before) - 1, -1, -1):
        word = before[place]
        if place and before[place - 1] in _SELF and not word.endswith(("תי", "נו")) and _GOING.fullmatch(word):
            return 1
        if word in _PRESENT:
            return 1
        if _PROMISED.fullmatch(word) and _is_led_on(before[place + 1 :]):
            return 1
        if found := _of(word):
            if found > 0 and _SET.fullmatch(word) and any(_CALLED_OFF.fullmatch(w) for w in after[:4]):
                return -1
            return found
    if len(before) > 2:
        return 0
    return next((found for word in after[:12] if (found := _of(word))), 0)


def _is_dash(before: Sequence[str]) -> bool:
    """Whether "until" stands before with a letter and a hyphen between: "until the -"."""
    return before[-1][-1:] in "-־" and before[-2:-1] in (["עד"], ["לא יאוחר"], ["לכל המאוחר"])


def _is_led_on(words: Sequence[str]) -> bool:
    return any(_INFINITIVE.fullmatch(word) or _PLAIN_NOUN.fullmatch(word) for word in words[:8])


_NO_VERB = frozenset(
    ["תשובה", "תשובות", "תנועה", "תערוכה", "ידע", "ידעה", "ידעו", "תפילה", "ישבו", "יצא", "יצאה", "יצאו", "תגובה"]
)
_LEFT = re.compile("[ושהכ]*יצאו?")  # "will leave" is written with two yods


def _of(word: str) -> int:
    if _LEFT.fullmatch(word):
        return -1
    return 1 if _AHEAD.fullmatch(word) and word not in _NO_VERB else -1 if _PAST.fullmatch(word) else 0


_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]")
_MARKS = str.maketrans("׳״־’”", "'\"-'\"")


def _tidy(word: str) -> str:
    return _POINTS.sub("", word).translate(_MARKS) if not word.isascii() else word.lower()


DATES = DateRules(
    words=_WORDS,
    rules=_RULES,
    pieces=_PIECES | {"NOT_AGO": "'ה-/ההסכם/המלחמה/הבחירות'"},
    tidy=_tidy,
    tense=tense,
    word="[א-ת\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]+(?:[\"״'׳][א-ת]+)*['׳]?|[^\\W\\d_]+",
    prefixes=re.compile("ו?(?:כש|לכש|מש|ש)?[בלמכ]?"),
    about_prefix="כ",
    whole=((_IN_LETTERS, _read_letters),),
    before=frozenset(["עד", "לפני", "לא יאוחר", "לכל המאוחר"]),
    between=frozenset(f"{letter} {dash}" for letter in ("ה", "מ", "ל", "ב", "מה", "לה") for dash in "-־"),
    onto="ל",
    after=frozenset(["מאז", "אחרי", "לאחר", "החל"]),
    joint=re.compile(r",?\s*(?:ה|ב)?-?|\s?\("),
    ranges=(
        (re.compile(r"(?:^|\s)בין\s+(?:ה-)?$"), re.compile(r"\s+ל-?")),
        (re.compile(r"(?:^|\s)מ-?$"), re.compile(r"\s+ו?עד\s+(?:ה-)?")),
        (re.compile(r""), re.compile(r"\s?[-–—]\s?")),
    ),
)  # fmt: skip

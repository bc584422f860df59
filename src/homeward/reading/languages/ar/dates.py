"""Arabic words and rules for dates, in the Gregorian and the Hijri calendar, and the tense of Arabic verbs.

In: nothing. Out: `DATES`, `NUMBERS`.
Leaves to others: what the rules mean (`homeward.reading.dates.meaning` lists their kinds and categories).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from homeward.reading.dates import DateRules, each, marks, numbered, split

NUMBERS = {
    "واحد": 1, "اثنين": 2, "اثنان": 2, "ثلاثة": 3, "ثلاث": 3, "أربعة": 4, "أربع": 4, "خمسة": 5, "خمس": 5, "ستة": 6,
    "ست": 6, "سبعة": 7, "سبع": 7, "ثمانية": 8, "ثماني": 8, "ثمان": 8, "الثمانية": 8, "تسعة": 9, "تسع": 9, "عشرة": 10,
    "عشر": 10, "يومين": 2, "أسبوعين": 2, "شهرين": 2, "عامين": 2, "سنتين": 2,
}  # fmt: skip
_DIGITS = {w: n for w, n in NUMBERS.items() if w not in ("يومين", "أسبوعين", "شهرين", "عامين", "سنتين", "الثمانية")}
_NUMBERS = (
    _DIGITS
    | {f"ال{w}": n for w, n in _DIGITS.items() if n > 2}
    | {"واحدة": 1, "إحدى": 1, "أحد": 1, "اثنتين": 2, "اثنتي": 2, "اثني": 2, "مئة": 100, "مائة": 100}
    | {
        f"{article}{stem}{end}": value
        for stem, value in (("عشر", 20), ("ثلاث", 30), ("أربع", 40), ("خمس", 50), ("ست", 60), ("سبع", 70), ("ثمان",
            80),
                            ("تسع", 90))
        for end in ("ون", "ين")
        for article in ("", "ال")
    }
)  # fmt: skip
_MONTHS = numbered(
    "يناير|كانون_الثاني|جانفي فبراير|شباط|فيفري مارس|آذار|اذار أبريل|إبريل|نيسان|أفريل مايو|أيار|ماي "
    "يونيو|يونيه|حزيران|جوان يوليو|يوليه|يوليوز|تموز|جويلية أغسطس|آب|أوت|غشت سبتمبر|أيلول|شتنبر أكتوبر|تشرين_الأول "
    "نوفمبر|تشرين_الثاني|نونبر ديسمبر|كانون_الأول|دجنبر",
    1,
)
_HIJRI = numbered(
    "محرم|المحرم|محرّم صفر ربيع_الأول ربيع_الثاني|ربيع_الآخر جمادى_الأولى|جمادى_الأول "
    "جمادى_الآخرة|جمادى_الثانية|جمادى_الثاني رجب شعبان رمضان شوال ذو_القعدة|ذي_القعدة ذو_الحجة|ذي_الحجة",
    1,
)
_WEEKDAYS = numbered(
    "الاثنين|الإثنين|التنين|الاتنين  الثلاثاء|التلات|التلاتا|الثلاثا|التلاتاء الأربعاء|الاربعا|الأربعا الخميس الجمعة|الجمعه السبت الأحد|الحد"
)
_ORDINAL_STEMS = (
    "أول|أولى|حادي|حادية ثاني|ثانية ثالث|ثالثة رابع|رابعة خامس|خامسة سادس|سادسة سابع|سابعة ثامن|ثامنة تاسع|تاسعة "
    "عاشر|عاشرة"
)
_ORDINALS = {f"ال{w}": n for w, n in numbered(_ORDINAL_STEMS, 1).items()} | {
    "الفاتح": 1,
    "فاتح": 1,
    "غرة": 1,
    "العشرين": 20,
    "العشرون": 20,
    "الثلاثين": 30,
    "الثلاثون": 30,
}
_UNITS = each(
    D="يوم أيام يوما يوماً اليوم الأيام", W="أسبوع أسابيع أسبوعا الأسبوع الأسابيع",
    M="شهر أشهر شهور شهرا الشهر الأشهر الشهور", Y="سنة سنوات سنين عام أعوام عاما السنة العام السنوات الأعوام",
    DE="عقد عقود العقد العقود", CE="قرن قرون القرن القرون", h="ساعة ساعات الساعة الساعات", min="دقيقة دقائق",
    s="ثانية ثوان", WE="عطلة_نهاية_الأسبوع",
)  # fmt: skip
_AMOUNTS = {
    f"{article}{word}": value
    for value, words in (("2 D", "يومين يومان"), ("2 W", "أسبوعين أسبوعان"), ("2 M", "شهرين شهران"),
                         ("2 Y", "عامين عامان سنتين سنتان"), ("2 h", "ساعتين ساعتان"), ("2 DE", "عقدين عقدان"))
    for word in words.split() for article in ("", "ال")
}  # fmt: skip
_PARTS = each(
    MO="صباح صباحا فجر فجرا صبيحة الصباح الفجر", AF="ظهر ظهرا عصر عصرا الظهر بعد_ظهر بعد_الظهر",
    EV="مساء مساءً المساء عشية", NI="ليل ليلة ليلا الليل",
)  # fmt: skip
_PAST_WORDS = "الماضي الماضية الفائت الفائتة الفارط الفارطة المنصرم المنصرمة الفايت الفايتة"
_NEXT_WORDS = "المقبل المقبلة القادم القادمة الآتي الآتية الجاي الجاية الجايه"
_AS_SPOKEN = {
    "اللي فات": -1,
    "اللي فاتت": -1,
    "اللي راح": -1,
    "اللي راحت": -1,
    "اللي جاي": 1,
    "اللي جاية": 1,
    "اللي جايه": 1,
}

_WORDS: Mapping[str, Mapping[str, int | str]] = {
    "month": _MONTHS,
    "hijri_month": _HIJRI,
    "weekday": _WEEKDAYS,
    "weekday_bare": numbered("اثنين ثلاثاء أربعاء خميس جمعة سبت أحد"),
    "season": {
        f"{article}{w}": n for w, n in (("ربيع", 21), ("صيف", 22), ("خريف", 23), ("شتاء", 24)) for article in ("",
            "ال")
    },
    "the_season": {"الربيع": 21, "الصيف": 22, "الخريف": 23, "الشتاء": 24},
    "number": _NUMBERS,
    "teen": marks("عشر عشرة"),
    "ordinal": _ORDINALS,
    "unit": _UNITS,
    "units": {w: u for w, u in _UNITS.items() if w in split(
        "الأيام الأسابيع الأشهر الشهور السنوات الأعوام العقود "
        "الساعات سنوات أيام أسابيع أشهر"
    )},
    "holiday": {"عيد الأضحى": "H12-10", "عيد الفطر": "H10-1", "عاشوراء": "H1-10", "المولد النبوي": "H3-12",
                "ليلة رأس السنة": "12-31", "رأس السنة": "01-01", "عيد الميلاد": "12-25",
                "عيد الفصح": "E", "الفصح": "E", "رأس السنة الهجرية": "H1-1", "رأس السنة الميلادية": "1-1",
                "عيد العمال": "5-1", "عيد النحر": "H12-10", "يوم عرفة": "H12-9", "وقفة عرفة": "H12-9", "العيد": "H10-1 H12-10",
                "عيد الأم": "3-21", "عيد الحب": "2-14", "الإسراء والمعراج": "H7-27", "ليلة القدر": "H9-27",
                "عيد الغدير": "H12-18", "أربعينية الحسين": "H2-20", "أربعين الحسين": "H2-20", "نوروز": "3-21",
                "النوروز": "3-21", "عيد النوروز": "3-21", "عيد نوروز": "3-21", "عيد الصليب": "9-14",
                "أحد الشعانين": "E-7", "عيد الشعانين": "E-7", "الجمعة العظيمة": "E-2", "خميس العهد": "E-3",
                "عيد البشارة": "3-25", "عيد انتقال العذراء": "8-15", "عيد السيدة": "8-15", "عيد مار جرجس": "4-23",
                "عيد مار الياس": "7-20", "عيد جميع القديسين": "11-1", "يوم المرأة العالمي": "3-8",
                "اليوم العالمي لحقوق الإنسان": "12-10", "اليوم العالمي للمرأة": "3-8",
                "اليوم الدولي للمختفين قسرا": "8-30", "اليوم العالمي لحرية الصحافة": "5-3"},
    "bare_unit": {"يوم": "D", "أسبوع": "W", "شهر": "M", "سنة": "Y", "عام": "Y"},
    "the_unit": {"الشهر": "M", "العام": "Y", "السنة": "Y", "الأسبوع": "W"},
    "and": marks("و"),
    "one": {"واحد": 1, "واحدة": 1},
    "amount": _AMOUNTS,
    "length": {"نصف ساعة": "PT30M", "نصف عام": "P6M", "نصف سنة": "P6M", "ربع ساعة": "PT15M"},
    "shift": dict.fromkeys(_PAST_WORDS.split(), -1) | dict.fromkeys(_NEXT_WORDS.split(), 1)
    | dict.fromkeys(split("الجاري الجارية الحالي الحالية"), 0) | _AS_SPOKEN,
    "this": {"هذا": 0, "هذه": 0},
    "this_month": {"الجاري": 0, "الحالي": 0, "الماضي": -1, "المنصرم": -1, "المقبل": 1, "القادم": 1},
    "last": {"الأخير": -1},
    "nth": {"أول": 1, "ثاني": 2, "ثالث": 3, "رابع": 4, "آخر": -1},
    "first": {"أول": 1},
    "tens": marks(" ".join(f"ال{stem}{end}" for stem in ("عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
                           for end in ("ون", "ين"))),
    "named": marks(
        "صحيفة جريدة قناة موقع إذاعة مجلة شبكة منصة برنامج جماعة حركة كتيبة لواء جبهة ثورة قوى تيار تحالف ميليشيا "
        "مجموعة سرايا شارع جسر ساحة ميدان مطار جامعة مستشفى سد كلية حي معسكر ملعب حديقة سوق مسجد جامع مدرسة مدارس حصاد "
        "نادي قاعدة زقاق انتفاضة"
    ),
    "rel": {"ذلك": 0, "تلك": 0, "نفس": 0, "ذات": 0},
    "rel_after": {
        "التالي": 1, "التالية": 1, "الموالي": 1, "نفسه": 0, "نفسها": 0, "ذاته": 0, "ذاتها": 0, "السابق": -1,
        "السابقة": -1,
    },
    "direction": dict.fromkeys(
        split(f"{_PAST_WORDS} الماضيين الماضيتين الأخيرة الأخير الأخيرين الأخيرتين المنصرمين"), -1
    ) | dict.fromkeys(split(f"{_NEXT_WORDS} المقبلين القادمين المقبلتين القادمتين"), 1),
    "near": {
        "أمس": -1, "الأمس": -1, "البارحة": -1, "أول أمس": -2, "أول من أمس": -2, "أمس الأول": -2, "اليوم": 0, "غدا": 1,
        "الغد": 1, "غد": 1, "بعد غد": 2, "بكرة": 1, "بكرا": 1, "بكره": 1, "مبارح": -1, "امبارح": -1, "البارح": -1,
        "قبل أمس": -2, "أول مبارح": -2, "أول امبارح": -2, "قبل البارحة": -2, "أول البارحة": -2, "بعد بكرة": 2, "بعد بكرا": 2,
        "بعد بكره": 2, "غدوة": 1, "النهارده": 0, "النهاردة": 0,
    },
    "night": {
        "الليلة": "0 NI", "الليلة الماضية": "-1 NI", "ليلة أمس": "-1 NI", "ليل أمس": "-1 NI", "هذه الليلة": "0 NI",
        "الليلة القادمة": "0 NI",
    },
    "part": _PARTS,
    "ampm": {"صباحا": "AM", "صباحاً": "AM", "فجرا": "AM", "ظهرا": "AF", "عصرا": "AF", "مساء": "PM", "مساءً": "PM",
             "ليلا": "NI"},
    "mod": each(
        START="مطلع بداية أوائل مستهل بدايات مقتبل غرة", MID="منتصف أواسط وسط", END="نهاية أواخر ختام نهايات",
    ),
    "about": {
        "نحو": "APPROX", "حوالي": "APPROX", "حوالى": "APPROX", "قرابة": "APPROX", "زهاء": "APPROX",
        "تقريبا": "APPROX",
        "ما يقارب": "APPROX", "ما يقرب من": "LESS_THAN", "أكثر من": "MORE_THAN", "ما يزيد على": "MORE_THAN",
        "أزيد من": "MORE_THAN", "أقل من": "LESS_THAN", "ما لا يقل عن": "EQUAL_OR_MORE", "لا تقل عن": "EQUAL_OR_MORE",
        "ما لا يزيد على": "EQUAL_OR_LESS",
    },
    "around": marks("نحو حوالي قرابة"),
    "about_head": marks(" ".join(w for w in _UNITS if "_" not in w)),
    "early": {"وقت سابق من": "", "وقت لاحق من": "", "وقت سابق": "", "وقت لاحق": "", "وقت مبكر من": "", "لاحق من": ""},
    "vague": {"عدة": "X", "بضعة": "X", "بضع": "X", "عدد من": "X"},
    "set": {
        f"{article}{word}": value
        for value, words in (("P1D", "يومي يومية"), ("P1W", "أسبوعي أسبوعية"), ("P1M", "شهري شهرية"),
                             ("P1Y", "سنوي سنوية"), ("P3M", "فصلي فصلية"))
        for word in words.split() for article in ("", "ال")
    } | {"يوميا": "P1D", "أسبوعيا": "P1W", "شهريا": "P1M", "سنويا": "P1Y"},
    "times": {"مرة": 1, "مرتين": 2, "مرات": 3},
    "ref": each(
        PRESENT_REF="الآن الان حاليا الوقت_الراهن الوقت_الحالي الوقت_الحاضر",
        PAST_REF="مؤخرا الآونة_الأخيرة حديثا",
        FUTURE_REF="قريبا المستقبل المستقبل_القريب القريب_العاجل",
    ),
    "decade_word": {
        f"{article}{stem}{end}": value
        for stem, value in (("عشرين", 20), ("ثلاثين", 30), ("أربعين", 40), ("خمسين", 50), ("ستين", 60), ("سبعين", 70),
                            ("ثمانين", 80), ("تسعين", 90))
        for end in ("يات", "ات") for article in ("", "ال")
    },
    "within": {"خلال": "", "غضون": ""},
    "joint": marks("في ، , من يوم"),
}  # fmt: skip

_PIECES = {
    "DASH": "'-/–/—'",
    "DAY": "day | day:ordinal",
    "GREG": "month ( '/' second:month )?",
    "YEAR": "year 'م'? | 'عام/سنة/العام/للعام' year 'م'? | 'من' 'عام/سنة/العام'? year | 'من'? 'العام/السنة' "
    "year_shift:shift | 'من' 'العام/السنة' year_shift:shift | 'من'? year_shift:this 'العام/السنة'",
    "COUNT": "( number | vague ) unit | amount | unit",
    "WD": "'يوم'? weekday ( ',/،/(' )?",
}
_RULES: Sequence[tuple[str, str]] = (
    ("numeric H", "( {WD} )? numeric 'ه'"),
    ("numeric", "( {WD} )? numeric 'م'?"),
    ("whole", "( {WD} )? whole"),
    # days
    ("date", "( {WD} )? {DAY} ( 'من' 'شهر'? | 'شهر' )? {GREG} {YEAR}?"),
    ("date", "( 'اليوم' day:ordinal | day:first ) 'من'? 'شهر'? {GREG} {YEAR}?"),
    ("date", "( 'اليوم' day:ordinal | day:first ) 'من'? 'شهر'? hijri_month ( 'عام/سنة/لعام'? year 'ه'? )?"),
    ("date", "( {WD} )? {DAY} 'من'? 'شهر'? hijri_month ( 'عام/سنة/لعام'? year 'ه'? )?"),
    ("date", "day:first 'أيام/يوم' 'من'? 'شهر'? hijri_month ( 'عام/سنة/لعام'? year 'ه'? )?"),
    ("daymonth", "~'في/بتاريخ/يوم/منذ/حتى/قبل' day '/' month_figure:figure !='/' !='من' !=unit !=number"),
    ("dayof", "'يوم'? weekday ( which:ordinal | which:last ) 'من/في' 'شهر'? {GREG} {YEAR}?"),
    ("monthday", "{DAY} 'من' 'الشهر' ( 'الجاري/الحالي/نفسه/ذاته' )? !=shift"),
    ("dayof", "{DAY} 'من' ( 'الشهر' shift | shift:this 'الشهر' )"),
    ("dayof", "which:nth ( 'يوم'? ( weekday:weekday_bare | weekday ) | 'يوم/أيام' ) 'من/في'? ( 'الشهر' shift? | "
        "shift:this 'الشهر' | 'شهر'? {GREG} {YEAR}? )"),
    ("dayof", "{DAY} 'من'? shift:this_month"),
    ("monthday", "{DAY} 'منه'"),
    ("weekof", "'الأسبوع' ( which:ordinal | which:last ) 'من' 'شهر'? {GREG} {YEAR}?"),
    ("dayrange", "day ( {DASH} | 'إلى/الى/حتى/و' ) day2:day {GREG} {YEAR}?"),
    ("monthrange", "month ( {DASH} | 'إلى/الى/حتى/و' )? month2:month ( year | 'عام/سنة' year | 'من' 'عام'? year )"),
    ("yearrange", "year {DASH} ( year2:year | yy2:yy )"),
    ("weekday", "!~{COUNTED} 'يوم'? weekday shift? !=teen !=tens !='معا/كليهما/كلاهما'"),
    ("weekday", "part 'يوم'? weekday shift?"),
    ("weekday", "'يوم'? weekday 'من' ( 'الأسبوع' week:shift | week:this 'الأسبوع' )"),
    ("weekday", "'الأسبوع' week:shift '،'? 'يوم' weekday"),
    ("weekday", "'نهار' weekday shift?"),
    ("weekday before", "'يوم'? weekday 'قبل' shift"),
    ("nights", "'ليلة/ليل' weekday ( 'إلى/الى/على/و' | {DASH} | '/' )? weekday2:weekday"),
    ("weekday", "'يوم'? weekday part"),
    ("weekday", "'يوم' weekday:weekday_bare"),
    ("near", "near 'يوم'? weekday"),
    ("near", "near !=ordinal !=rel_after !='الذي/التي'"),
    ("near", "near part"),
    ("near", "part near !=rel_after"),
    ("near", "night !=ordinal !=rel_after !='الذي/التي'"),
    ("partday", "shift:this part"),
    ("partday", "rel part"),
    ("partday", "part 'اليوم' rel:rel_after"),
    ("relative N", "'الليلة' rel:rel_after"),
    ("part", "part"),
    ("holiday", "'يوم'? holiday ( year | shift )?"),
    ("holiday", "( 'اليوم' which:ordinal 'من' | which:nth 'أيام/يوم' 'من'? ) holiday ( year | shift )?"),
    ("fromfeast - D", "'عشية' ( holiday | hijri_month )"),
    ("fromfeast -", "'قبل' ( holiday | hijri_month ) ( {COUNT} )"),
    ("fromfeast +", "'بعد' ( holiday | hijri_month ) ( {COUNT} )"),
    ("time 24:00", "'منتصف الليل'"),
    ("clock", "'الساعة'? clock ampm?"),
    ("clock", "'الساعة' ( hour | hour:ordinal ) ampm?"),
    # months and longer
    ("month", "'شهر'? {GREG} {YEAR}"),
    ("month", "'شهر'? {GREG} shift"),
    ("month", "'شهر' {GREG}"),
    ("month", "~{IN} {GREG} !=month"),
    ("month prefixed", "{GREG}"),
    ("month", "~mod {GREG}"),
    ("month", "hijri_month ( 'عام/سنة/لعام'? year 'ه'? )"),
    ("month", "~'في/خلال/منذ/قبل/بعد/حتى/شهر' hijri_month"),
    ("month", "'شهر' hijri_month"),
    ("month", "~mod hijri_month"),
    ("season", "season {YEAR}"),
    ("season", "season shift"),
    ("season", "~'في/خلال/منذ/حتى/قبل/بعد/مع' season:the_season"),
    ("season", "~mod season:the_season"),
    ("season", "shift:this season:the_season"),
    ("quarter Q", "'الربع/ربع' which:ordinal {YEAR}?"),
    ("quarter H", "'النصف' which:ordinal {YEAR}"),
    ("halfmonth", "'النصف' which:ordinal 'من' ( 'الشهر' shift? | shift:this 'الشهر' | 'شهر'? {GREG} {YEAR}? )"),
    ("year", "'عام/سنة/العام/موسم' year 'م'?"),
    ("year", "~mod year"),
    ("year", "~'في/منذ/حتى' year"),
    ("decade short", "decade:decade_word ( 'القرن' 'الماضي/العشرين' )?"),
    ("decade short", "decade:decade_word 'القرن' which:ordinal"),
    ("century", "'القرن' which:ordinal"),
    ("period", "unit shift"),
    ("thisunit", "~mod unit:the_unit !='الذي/التي'"),
    ("period", "shift:this unit"),
    # counted
    ("published -", "'قبل' approx:about? ( {COUNT} ) !=weekday !=month !=year !=hijri_month"),
    ("ref PAST_REF", "'قبل/منذ' units !=weekday !=month !=year !=hijri_month"),
    ("after", "'بعد' approx:about? ( {COUNT} ) !=weekday !=month !=year !=hijri_month !='من/على'"),
    ("counted +", "( 'بعد' 'ذلك/هذا' | 'بعدها/بعده/بعدهما/بعدئذ' ) ( {COUNT} )"),
    ("counted -", "( 'قبل' 'ذلك/هذا' | 'قبلها/قبله/قبلهما' ) ( {COUNT} )"),
    ("anniversary -", "'في'? 'مثل' 'هذا' 'اليوم' 'قبل' ( {COUNT} )"),
    ("anniversary -", "'قبل' ( {COUNT} ) 'في'? 'مثل' 'هذا' 'اليوم'"),
    ("relative", "unit rel:rel_after"),
    ("relative", "rel unit"),
    # how long
    ("duration", "( number | vague ) unit"),
    ("duration", "amount"),
    ("duration", "length"),
    ("duration", "~about unit"),
    ("duration", "~'خلال/غضون' unit:bare_unit !=shift"),
    ("duration", "unit number:one"),
    ("span -", "unit 'ال'? number direction"),
    ("span -", "'ال' number unit direction"),
    ("span -", "number unit direction"),
    ("span -", "amount direction"),
    ("ref PAST_REF", "units ( 'الأخيرة/الماضية/القليلة' )"),
    ("ref FUTURE_REF", "units ( 'المقبلة/القادمة' )"),
    # how often
    ("set", "'كل' ( number? unit | 'يوم' ( weekday | weekday:weekday_bare ) | weekday | month | season | part )"),
    ("set", "set"),
    ("set", "times 'في' unit"),
    ("set", "number 'مرات' 'في' unit"),
    # vaguely
    ("ref", "ref"),
)  # fmt: skip

# --- tense -------------------------------------------------------------------------------------------------------

# The stems of imperfects that tell what is to come, as they stand behind "he", "she", "they", "we" and "I".
_MEETING = (
    "لتقي|جتمع|زور|ستقبل|شوف|ري|حضر|عقد|فتتح|فتح|ظهر|نطلق|ستانف|ستكمل|بدا|نتهي|نقضي|شيع|صوت|ناقش|بحث|"
    "مثل|نظر|حاكم|حسم|صدر|قام|قيم|نظم|عتصم|تظاهر|صلي|دلي|ستمع|ستجوب|جري|حل"
)
_LEADING = "سافر|غادر|عود|رجع|اتي|جي|توجه|روح|طلع|نزل|ذهب|ضي|دخل|خرج|صل|وصل|رد|جيب|تصل|كلم|حكي|خبر|بلغ"
_GIVING = (
    "سلم|تسلم|ستلم|تبادل|فرج|طلق|خلي|سيب|فك|سرح|رسل|بعث|بعت|بعته|عيد|رجعوا|قدم|عرض|عطي|ودي|جيب|ناخذ|اخذ|ياخذ|علن|"
    "نشر|بث|صرف|حول|حال|نقل|كشف|وقع"
)
_SUFFIX = "(?:و?ن?(?:ه|ها|هم|هن|كم|ك|نا|ني|هما)|وا|ون|ان|ل(?:ه|ها|هم|ك|كم|نا|و))?"
_IMPERFECT = (
    rf"ي(?:لقي|قابل|را(?=[هك])|واصل|قاضي|{_MEETING}|{_LEADING}|{_GIVING}){_SUFFIX}|"
    rf"ت(?:{_MEETING}|سافر|غادر|عود|رجع|اتي|توجه|نزل|ذهب|دخل|خرج|صل|رد|فرج|طلق|خلي|رسل|بعث|عيد|علن|نشر|عرض)(?:ون|ان|وا|ين|ه|ها|هم)?|"
    rf"ن(?:لتقي|جتمع|زور|قابل|ستقبل|شوف|ري|را(?=[هك])|حضر|عقد|ستانف|سافر|غادر|عود|رجع|اتي|روح|طلع|ذهب|رد|جيب|تصل|سلم|تسلم|فرج|"
    rf"طلق|خلي|سيب|سرح|رسل|بعث|بعت|عيد|عطي|ودي|علن|نشر|نقل|كشف){_SUFFIX}|"
    rf"ا(?:زور|قابل|عود|رجع|سافر|ذهب|روح|لقا|را(?=[هك])|ري|حضره|جيب){_SUFFIX}|"
    rf"ب(?:كلم|شوف|رجع|جيب|سلم|زور)(?:كم|ك|هم)|بيج(?:ي|ون|وا)|"
    rf"(?:[هحب]|غا)[يتنا](?:{_MEETING}|{_LEADING}|{_GIVING}){_SUFFIX}"
)
_AHEAD = re.compile(
    r"[وف]?(?:س[يتن](?:\w{3,}|صل|تم|رد|عد|قف|جد|ضع|قع|مر|حل|بت|حط|بث|شن|ضم|دل|عم|كف|زج)|رح|راح|هن\w{4,}|"
    r"سأ(?!ل(?:ت|ته|تها|تهم|تني|تنا|وا|ه|ها|هم|ني|نا|ناه|وه|وها|وني|تم)?$)\w{2,}|"
    r"سوف|لن|المقرر|مقرر|مقررا|المتوقع|المرتقب|المزمع|المنتظر|المرجح|يعتزم|تعتزم|ينوي|تنوي|ينوون|ننوي|ناوي|ناويين|يجب|"
    r"ينبغي|موعد|الموعد|موعدنا|موعده|موعدها|موعدهم|موعدكم|موعدي|يتوقع|ينتظر|غادي|باش|لازم|يامل|تامل|ياملون|نامل|لعل\w*|عسا\w+|متوقع|متوقعة|منتظر|منتظرة|مرتقب|مروا|تعالوا|تعال|تعالي|احضروا|"
    r"ليسلم\w*|ليعيد\w*|لنسلم\w*|لنعيد\w*|لاعيد\w*|"
    rf"بحلول|{_IMPERFECT})"
)
_NO_VERB = re.compile(
    r"[وف]?(?:سيارة|سيارات|سيد|سيدة|السيد|سنة|سنوات|سنين|ستة|ستين|ستون|سيطر\w*|سياس\w*|سيناريو\w*|سيناء|سيول|سيادة|"
    r"سيرة|سابق\w*|ساعة|ساعات|ساحة|ساحل|سادس\w*|سائق\w*|سالم|سامي|ستار|سند|سنو\w*|سيف|سيل|سير|"
    r"سيدي|سيدات|سيناتور|سيبيريا|سيراليون|سيمون|سينما\w*|سيفار\w*|سيطر\w*|ستوكهولم|ستيف\w*|ستراسبورغ|سنجار|سنغافورة|"
    r"سنغال\w*|ستمي\w*|ستين\w*|سيران|سنتر|سنترال|ستوديو|سيغنال|سيرين\w*|سيسي|سيادت\w*|سيسيل\w*|سيطرت\w*)"
)
_PAST = re.compile(
    r"[وف]?(?:قال|قالت|اعلن|اعلنت|صرح|صرحت|ذكر|ذكرت|اضاف|اضافت|اكد|اكدت|اوضح|اوضحت|افاد|افادت|نفي|نفت|وعد|وعدت|"
    r"تعهد|تعهدت|"
    r"اشار|اشارت|نقل|نقلت|كشف|كشفت|كان|كانت|كانوا|التقي|التقت|وصل|وصلت|غادر|غادرت|سلم|سلمت|شوهد|شوهدت|اختفي|اختفت|"
    r"اتصل|اتصلت|"
    r"افرج|افرجت|اختطف|اختطفت|خطف|خطفت|خطفوا|قتل|قتلت|وقع|وقعت|بدا|بدات|انقطع|انقطعت|تم|تمت|جري|جرت|عقد|عقدت|صدر|"
    r"صدرت|الغي|الغيت|نشر|نشرت|عثر|مات|ماتت|توفي|توفيت|غرق|غرقت|سحب|سحبت|عاد|عادت|بلغ|ابلغ|ابلغت|لم|قد|لقد|توقفت|توقف|زار|زارت|"
    r"اقتيد|اقتيدت|اقتيدوا|اعتقل|اعتقلت|اعتقلوا|اوقف|اوقفت|احتجز|احتجزت|فقد|فقدت|فقدوا|اختطفوا|اسرت|اسروا|دخل|دخلت|خرج|خرجت|خرجوا|"
    r"سافر|سافرت|رحل|رحلت|اجري|اجرت|اجريت|ارسل|ارسلت|تسلم|تسلمت|تلقي|تلقت|بعث|بعثت|كتب|كتبت|رصد|رصدت|شاهد|شاهدت|راي|رات|دفن|ولد|نقلوا|حكم|حكمت|"
    r"حضر|حضرت|شارك|شاركت|استولي|استولت|هاجم|هاجمت|داهم|داهمت|اوقفوا|افرجوا|وجه|وجهت|قدم|قدمت|تقدم|تقدمت|اقر|اقرت|روي|روت|طلب|طلبت|طالب|طالبت|"
    r"نظم|نظمت|اقام|اقامت|حدث|حدثت|حصل|حصلت|استلم|استلمت|انتشل|انتشلت|انقضت|انقضي|انتهي|انتهت|استقبل|استقبلت|اجتمع|اجتمعت|شهد|شهدت|فتح|اغلق|اطلق|اطلقت|"
    r"حذر|دعا|اجاب|رد|امتنع|رفض|وافق|اصدر|تحدث|ناقش|بحث|عرض|قرر|وجد|ادلي|انهي|زعم|ادعي|ابدي|شدد|جدد|ندد|ادان|تابع|اختتم|شيع|"
    r"اندلع|سقط|قصف|انفجر|اصيب|جرح|تظاهر|اعتصم|حاول|تمكن|فشل|افلت|نجا|هرب|فر|عبر|وصف|كرر|استدعي|حمل|اعاد|كلف|عين|اقال|"
    r"استقال|تبين|اتضح|ظهر|بث|اذاع|تبني|هدد|ساعد|ساهم|سارع|ساند|راسل|راجع|انسحب|انتقل|انضم|استشهد|استمع|تعرض|تعرف|تواصل|"
    r"نقض|نكث|اخلف|تنصل|تراجع|عدل|ظل|بقي|استمر|امضي|قضي|عاش|لقي|التحق|تلا|حدد|منح|اعطي|اعترف|اشتكي|اشتبك|احرق|احتج|اطلع|افتتح|اقتحم|قام|فتش|ضبط|انتظر|"
    r"(?!ال|لل|بال|كال)\w{2,}[^\Wا]ت|(?![ويتنا]?[يتن])\w{3,}وا)"
)


_UNTIL = ("حتي", "قبل", "بحلول")
_LASTED = frozenset(["لم", "فلم", "ولم", "ظل", "ظلت", "بقي", "بقيت", "استمر", "استمرت", "انتظر", "انتظرت", "انتظرنا"])
_WAS = frozenset(["كان", "كانت", "كانوا", "وكان", "وكانت", "وكانوا", "كنا", "كنت"])
_NOT_DONE = frozenset(["لم", "ولم", "فلم", "وهو", "وهي", "وهم", "وهما", "وهن"])  # "did not | go"; "seen | leaving"
_SET = re.compile(r"(?:ال)?مقررا?|المنتظر|المفترض|المرتقب|المتوقع|المزمع|(?:ال)?موعدا?")
_CALLED_OFF = re.compile(r"[وف]?(?:الغي|الغيت|لم|لكن\w*|غير|الا|ارجئ|ارجئت|اجل|اجلت|تاجل|تاجلت|تعذر|تعطل)")
_PASSED = re.compile(r"[وف]?(?:مضي|فات|انقضي|حل|مر|جاء|انتهي|انصرم)")  # "the appointed day | went by"
_CONJUNCTIONS = frozenset(["قبل", "بعد", "منذ", "دون", "بدون", "من", "الي", "حتي"])  # with "ان" behind them
_NEXT_ONE = frozenset(
    ["المقبل", "المقبلة", "القادم", "القادمة", "التالي", "التالية"]
)  # "the next meeting | is on Sunday"
_PROMISED = re.compile(
    r"[وف]?[يت]?(?:وعد|تعهد|التزم|اتفق|وافق|دعا|دع|دعو|ارجا|ارجئ|اجل|تاجل|حدد|تحدد|ضرب|عين|واعد|اتعهد|عد|لتزم|تقرر|قرر|"
    r"سمح|اذن|امر|اوعز|موافقة|الموافقة|اذنا|اذن|اقسم|حلف|بشر|طلب|اخذ|اعطا|اعطي|استدعي|استدع)(?:ت|وا|ا|تا|نا|ه|ها|هم|ته|تها|تهم|ني)?"
)
_PREPOSITIONS = frozenset(["علي", "الي", "عن", "من", "بعد", "قبل"])
_LEADS = frozenset(
    [
        "الي",
        "علي",
        "بان",
        "ان",
        "انه",
        "انها",
        "انهم",
        "موعدا",
        "لقاء",
        "اجتماع",
        "اجتماعا",
        "زيارة",
        "جلسة",
        "عقد",
        "اطلاق",
        "اخلاء",
        "عودة",
        "مكالمة",
    ]
)
_VERBAL_NOUN = re.compile(r"ت\w{2}ي\w{1,4}|ا\w{2}ا[^\Wت]|است\w{2}ا\w|اعادة|اقامة")  # "to arrange", "to send"
_NO_PAST = frozenset(
    [
        "كويت",
        "انترنت",
        "تحت",
        "عصمت",
        "مدحت",
        "رفعت",
        "بهجت",
        "ثروت",
        "حكمت",
        "سبت",
        "ليست",
        "لست",
        "بيروت",
        "سيرت",
        "تكريت",
        "حضرموت",
        "ميرفت",
        "مرفت",
        "نشات",
        "جودت",
        "شوكت",
        "رافت",
        "صفوت",
        "الفت",
        "دولت",
        "نعمت",
        "حشمت",
        "كرامت",
        "توقيت",
        "تثبيت",
        "تصويت",
        "تفويت",
        "كبريت",
        "ياقوت",
        "سكوت",
        "زيتون",
        "انصات",
    ]
)


_NO_VERB_IN_T = re.compile("[وف]?[بلك]?(?:بيت|وقت|صوت|بنت|اخت|موت|زيت|قوت|حوت|سبت|صمت)")


def tense(before: Sequence[str], after: Sequence[str]) -> int:
    """1 where the nearest verb looks ahead, -1 where it looks back; 2 for a deadline of what is promised or to come.

    The verb comes first, so what stands before decides.
    """
    before, after = [word for word in before if word], [word for word in after if word]  # no strokes by themselves
    if before and before[-1] == "منذ":
        return -1
    if before and before[-1] == "حتي" and any(word in _LASTED for word in before[-9:]):
        return -1
    if before and before[-2:][0 if before[-1] in ("شهر", "يوم", "حلول", "مطلع", "نهاية") else -1] in _UNTIL:
        return 2 if any(_AHEAD.fullmatch(word) or _PROMISED.fullmatch(word) for word in before[-9:]) else 1
    if before and (before[-1] in _NEXT_ONE or (before[-2:-1] in (["ان"], ["بان"]) and before[-1].startswith("ال"))):
        return 1
    for place in range(len(before) - 1, -1, -1):
        found = _of(before[place])
        if found < 0 and place and (before[place - 1] in _PREPOSITIONS or _PROMISED.fullmatch(before[place - 1])):
            continue  # "on | holding (talks)", whose letters are those of "held"
        if found <= 0 and _PROMISED.fullmatch(before[place]) and _is_led_on(before[place + 1 :]):
            return 1
        if found > 0 and place and before[place - 1] in _NOT_DONE and before[place][0] in "يتن":
            return -1
        if found > 0 and before[place][0] in "يت" and not _WAS.isdisjoint(before[max(0, place - 4) : place]):
            return -1  # "was visiting"
        if found > 0 and _SET.fullmatch(before[place]) and not _WAS.isdisjoint(before[max(0, place - 3) : place]):
            return -1 if any(_CALLED_OFF.fullmatch(word) for word in after[:8]) else 1
        if found > 0 and before[-1] == "الي" and before[place] in ("يعود", "تعود", "يرجع", "ترجع"):
            return -1  # "goes back to"
        if found > 0 and place and "موعد" in before[place] and _PASSED.fullmatch(before[place - 1]):
            return -1
        led = before[place][0] in "يتن" and before[place - 1 : place] in (["ان"], ["بان"])
        told = led and place > 1 and before[place - 2] in _CONJUNCTIONS  # "before he left"
        if found > 0 and told:
            continue
        if found:
            return found
        if led and not told and before[place][0] in "يت":
            return 1  # "promised to hand over"
    return next((found for word in after[:10] if (found := _of(word))), 0) if len(before) <= 1 else 0


def _is_led_on(words: Sequence[str]) -> bool:
    """Whether what is promised or put off stands between the verb and the day: "promised | a call on Friday"."""
    return any(
        word in _LEADS or (word[0] == "ب" and len(word) > 3) or word.startswith("لل") or _VERBAL_NOUN.fullmatch(word)
        for word in words
    )


def _of(word: str) -> int:
    if _AHEAD.fullmatch(word) and not _NO_VERB.fullmatch(word):
        return 1
    return -1 if _PAST.fullmatch(word) and word not in _NO_PAST and not _NO_VERB_IN_T.fullmatch(word) else 0


_VOWELS = re.compile("[\u064b-\u065f\u0670\u0640]")
_SPELLINGS = str.maketrans("أإٱى", "اااي")


_FUTURE = re.compile("([وف]?س)أ")  # "I shall", whose letter tells it from nouns in "sa-"


def _tidy(word: str) -> str:
    if word.isascii():
        return word.lower()
    plain = _VOWELS.sub("", word)
    head = _FUTURE.match(plain)
    return head[0] + plain[head.end() :].translate(_SPELLINGS) if head else plain.translate(_SPELLINGS)


DATES = DateRules(
    words=_WORDS,
    rules=_RULES,
    pieces=_PIECES | {"COUNTED": "'كلا/كلتا/أحد/عن/واحد/كل'", "IN": "'في/منذ/حتى/قبل/بعد/خلال/إلى/من/بين/و'"},
    tidy=_tidy,
    tense=tense,
    word="(?:[^\\W\\d_]|[\u064b-\u065f\u0670])+",
    prefixes=re.compile("[وف]?[بلك]?"),
    to_the_day=True,
    before=frozenset(["حتي", "قبل", "بحلول", "اقصاه", "اقصاها", "يتجاوز", "تتجاوز", "يتعدي", "تتعدي", "لغاية", "غاية"]),
    between=frozenset(["حلول", "موعد", "يوم", "غروب"]),
    reached={"حتي": False},
    after=frozenset(["منذ", "بعد"]),
    joint=re.compile(r"،?\s*(?:في\s+)?|\s?\(|\s?،?\s*(?:الموافق|المصادف|أي|الموافقة)\s+(?:لـ?|في\s+|يوم\s+)?"),
    ranges=(
        (re.compile(r"(?:^|\s)من\s+$"), re.compile(r"\s+(?:إلى|الى|حتى)\s+")),
        (re.compile(r"(?:^|\s)بين\s+$"), re.compile(r"\s+و")),
        (re.compile(r""), re.compile(r"\s?[-–—]\s?")),
    ),
)  # fmt: skip

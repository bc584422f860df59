"""Arabic words and rules for dates, in the Gregorian and the Hijri calendar.

In: nothing. Out: `DATES`, `NUMBERS`.
Leaves to others: what the rules mean (`homeward.reading.dates.meaning` lists their kinds and categories), to which side of
the publication a verb looks (`tenses`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from homeward.reading.dates import DateRules, each, marks, numbered, split
from homeward.reading.languages.ar.tenses import tense

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
    "one_unit": each(D="يوم يوما يوماً", W="أسبوع أسبوعا أسبوعاً", M="شهر شهرا", Y="سنة عام عاما", DE="عقد", CE="قرن",
                     h="ساعة", min="دقيقة"),
    "bare_unit": {"يوم": "D", "أسبوع": "W", "شهر": "M", "سنة": "Y", "عام": "Y"},
    "the_unit": {"الشهر": "M", "العام": "Y", "السنة": "Y", "الأسبوع": "W"},
    "and": marks("و ثم أو"),
    "one": {"واحد": 1, "واحدة": 1},
    "amount": _AMOUNTS,
    "length": {"نصف ساعة": "PT30M", "نصف عام": "P6M", "نصف سنة": "P6M", "ربع ساعة": "PT15M"},
    "shift": dict.fromkeys(_PAST_WORDS.split(), -1) | dict.fromkeys(_NEXT_WORDS.split(), 1)
    | dict.fromkeys(split("الجاري الجارية الحالي الحالية"), 0) | _AS_SPOKEN,
    "this": {"هذا": 0, "هذه": 0},
    "this_month": {"الجاري": 0, "الحالي": 0, "الماضي": -1, "المنصرم": -1, "المقبل": 1, "القادم": 1},
    "last": {"الأخير": -1},
    "nth": {"أول": 1, "ثاني": 2, "ثالث": 3, "رابع": 4, "آخر": -1},
    "bare_ordinal": numbered("أول ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر", 1),
    "first": {"أول": 1},
    "tens": marks(" ".join(f"ال{stem}{end}" for stem in ("عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
                           for end in ("ون", "ين"))),
    "named": marks(
        "صحيفة جريدة قناة موقع إذاعة مجلة شبكة منصة برنامج جماعة حركة كتيبة لواء جبهة ثورة قوى تيار تحالف ميليشيا "
        "مجموعة سرايا شارع جسر ساحة ميدان مطار جامعة مستشفى سد كلية حي معسكر ملعب حديقة سوق مسجد جامع مدرسة مدارس حصاد "
        "نادي قاعدة زقاق انتفاضة سجن مدينة بلدة قرية محطة دوار وكالة راديو تلفزيون كتائب فيلق فوج فرقة منظمة حزب جمعية "
        "رابطة شركة مؤسسة"
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
        "الغد": 1, "غد": 1, "بعد غد": 2, "بعد الغد": 2, "بكرة": 1, "بكرا": 1, "بكره": 1, "مبارح": -1, "امبارح": -1, "البارح": -1,
        "قبل أمس": -2, "أول مبارح": -2, "أول امبارح": -2, "قبل البارحة": -2, "أول البارحة": -2, "بعد بكرة": 2, "بعد بكرا": 2,
        "بعد بكره": 2, "غدوة": 1, "النهارده": 0, "النهاردة": 0,
    },
    "night": {
        "الليلة": "0 NI", "الليلة الماضية": "-1 NI", "ليلة أمس": "-1 NI", "ليل أمس": "-1 NI",
        "ليلة أمس الأول": "-2 NI", "ليل أمس الأول": "-2 NI", "ليلة أول أمس": "-2 NI", "ليل أول أمس": "-2 NI",
        "ليلة أول من أمس": "-2 NI", "ليل أول من أمس": "-2 NI",  "هذه الليلة": "0 NI",
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
    "within": marks("خلال غضون أقصاها أقصاه تتجاوز يتجاوز تتعدى يتعدى"),
    "of_a_kind": marks(  # "the World Day", "the long day": no today
        "العالمي الدولي الوطني العربي الإسلامي الأممي الأخير الواحد الموعود المحدد المقرر المذكور المعلوم المشؤوم الأسود "
        "الحزين المشهود الكامل الدراسي الأصعب الأطول الأسوأ الأجمل الماطر الطويل الموالي"
    ),
    "of_mourning": marks("الأسود الدامي الحزين العظيم الكبير"),
    "after_a_day": marks("، . ؟ ؛ : في على إلى عند قرب مع بين ثم حين عندما دون من_دون"),
    "clear_weekday": {word: day for word, day in _WEEKDAYS.items() if day},
    "joint": marks("في ، , من يوم"),
}  # fmt: skip

_PIECES = {
    "DASH": "'-/–/—'",
    "DAY": "day | day:ordinal",
    "GREG": "month ( '/' second:month | '(' second:month =')' ')' )?",
    "YEAR": "year 'م'? | 'عام/سنة/العام/للعام/لعام/لسنة' year 'م'? | 'من' 'عام/سنة/العام'? year | 'من'? 'العام/السنة' "
    "year_shift:shift | 'من' 'العام/السنة' year_shift:shift | 'من'? year_shift:this 'العام/السنة'",
    "COUNT": "( number | vague ) unit | amount | unit:one_unit",
    "WD": "'يوم'? weekday shift? ( ',/،/(' | '،'? 'الموافق/الموافقة/المصادف' 'ل/فيه'? | 'بتاريخ/تاريخ' | 'الواقع' 'في/فيه'? | 'في' )?",
    "TO": "{DASH} | 'إلى/الى/حتى/و/ثم/أو'",
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
    ("dayof", "'اليوم' which:last 'من/في' ( 'شهر'? {GREG} {YEAR}? | 'الشهر' shift? | shift:this 'الشهر' )"),
    ("dayof", "'يوم'? weekday ( which:ordinal | which:last ) 'من/في' 'شهر'? {GREG} {YEAR}?"),
    ("monthday", "{DAY} 'من' 'الشهر' ( 'الجاري/الحالي/نفسه/ذاته' )? !=shift"),
    ("dayof", "{DAY} 'من' ( 'الشهر' shift | shift:this 'الشهر' )"),
    ("dayof", "which:nth ( 'يوم'? ( weekday:weekday_bare | weekday ) | 'يوم/أيام' ) 'من/في'? ( 'الشهر' shift? | "
        "shift:this 'الشهر' | 'شهر'? {GREG} {YEAR}? )"),
    ("dayof", "{DAY} 'من'? shift:this_month"),
    ("monthday told", "{DAY} 'منه'"),
    ("weekof", "'الأسبوع' ( which:ordinal | which:last ) 'من' 'شهر'? {GREG} {YEAR}?"),
    ("date", "( {WD} )? day:bare_ordinal ( 'شهر'? {GREG} {YEAR}? | 'شهر'? hijri_month ( 'عام/سنة/لعام'? year 'ه'? )? )"),
    ("date", "( {WD} )? {DAY} month {DASH} same:month {YEAR}?"),
    ("daymonth", "day 'شهر' month_figure:figure !=unit !=number"),
    ("monthday", "'يوم' {DAY} =after_a_day"),
    ("monthday first", "day:first 'الشهر' !=shift !=rel_after"),
    ("dayof", "day:first 'الشهر' shift"),
    ("dayrange", "'ليل/ليلة'? day ( {TO} ) day2:day ( 'من' 'شهر'? | 'شهر' )? {GREG} {YEAR}?"),
    ("dayrange", "{DAY} ( {TO} )? day2:ordinal ( 'من' 'شهر'? | 'شهر' )? {GREG} {YEAR}?"),
    ("dayrange", "{DAY} ( {TO} )? ( day2:day | day2:ordinal ) 'من' ( 'الشهر' shift | shift:this 'الشهر' )"),
    ("daylist", "day '،/و'? day2:day '،/و' day3:day ( 'من' 'شهر'? | 'شهر' )? {GREG} {YEAR}?"),
    ("daylist", "day:ordinal '،'? day2:ordinal '،'? day3:ordinal ( 'من' 'شهر'? | 'شهر' )? {GREG} {YEAR}?"),
    ("monthrange", "month ( {DASH} | 'إلى/الى/حتى/و' )? month2:month ( year | 'عام/سنة' year | 'من' 'عام'? year )"),
    ("yearrange", "year {DASH} ( year2:year | yy2:yy )"),
    ("weekday", "!~{COUNTED} 'يوم'? weekday shift? !=teen !=tens !=of_mourning !='معا/كليهما/كلاهما'"),
    ("weekday", "~'أحد' weekday:clear_weekday shift? !=teen !=tens"),
    ("weekday", "part 'يوم'? weekday shift?"),
    ("weekday", "'يوم'? weekday 'من' ( 'الأسبوع' week:shift | week:this 'الأسبوع' )"),
    ("weekday", "'الأسبوع' week:shift '،'? 'يوم' weekday"),
    ("weekday", "'الأسبوع' week:shift '،'? 'تحديدا/بالتحديد/بالضبط' 'في'? 'يوم'? weekday"),
    ("weekday", "'نهار' weekday shift?"),
    ("weekday before", "'يوم'? weekday 'قبل' shift"),
    ("nights", "'ليلة/ليل' weekday ( 'إلى/الى/على/و' | {DASH} | '/' )? weekday2:weekday"),
    ("weekday", "'يوم'? weekday part"),
    ("weekday", "'يوم' weekday:weekday_bare"),
    ("near", "near 'يوم'? weekday"),
    ("near", "near !=ordinal !=rel_after !=of_a_kind !='الذي/التي'"),
    ("near", "near part"),
    ("near", "part near !=rel_after !=of_a_kind"),
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
    ("published -", "'قبل' approx:about? ( {COUNT} ) 'من' 'اليوم/الآن/الان'"),
    ("published +", "'بعد' approx:about? ( {COUNT} ) 'من' 'اليوم/الآن/الان'"),
    ("published -", "'قبل' approx:about? ( {COUNT} ) !=weekday !=month !=year !=hijri_month"),
    ("ref PAST_REF", "'قبل/منذ' units !=weekday !=month !=year !=hijri_month"),
    ("after", "'بعد' approx:about? ( {COUNT} ) !=weekday !=month !=year !=hijri_month !='من/على'"),
    ("counted +", "( 'بعد/عقب/بعيد' 'ذلك/هذا' | 'بعدها/بعده/بعدهما/بعدئذ' ) ( {COUNT} )"),
    ("counted -", "( 'قبل' 'ذلك/هذا' | 'قبلها/قبله/قبلهما' ) ( {COUNT} )"),
    ("anniversary -", "'في'? 'مثل' 'هذا' 'اليوم' 'قبل' ( {COUNT} )"),
    ("anniversary -", "'قبل' ( {COUNT} ) 'في'? 'مثل' 'هذا' 'اليوم'"),
    ("relative", "unit rel:rel_after"),
    ("relative D 1", "'غداة' 'ذلك' 'اليوم'?"),
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
    pieces=_PIECES | {"COUNTED": "'كلا/كلتا/أحد/عن/واحد/كل/أيام'", "IN": "'في/منذ/حتى/قبل/بعد/خلال/إلى/من/بين/و'"},
    tidy=_tidy,
    tense=tense,
    word="(?:[^\\W\\d_]|[\u064b-\u065f\u0670])+",
    prefixes=re.compile("[وف]?[بلك]?"),
    to_the_day=True,
    before=frozenset(["حتي", "قبل", "بحلول", "اقصاه", "اقصاها", "يتجاوز", "تتجاوز", "يتعدي", "تتعدي", "لغاية", "غاية"]),
    between=frozenset(["حلول", "موعد", "يوم", "غروب"]),
    reached={"حتي": False},
    after=frozenset(["منذ", "بعد"]),
    joint=re.compile(r"،?\s*(?:في\s+)?|\s?\(|\s?،?\s*(?:الموافق|المصادف|أي|الموافقة)\s+(?:لـ?\s?|في\s+|يوم\s+)?"),
    ranges=(
        (re.compile(r"(?:^|\s)من\s+$"), re.compile(r"\s+(?:إلى|الى|حتى)\s+")),
        (re.compile(r"(?:^|\s)بين\s+(?:يومي\s+)?$"), re.compile(r"\s+و")),
        (re.compile(r""), re.compile(r"\s?[-–—]\s?")),
    ),
)  # fmt: skip

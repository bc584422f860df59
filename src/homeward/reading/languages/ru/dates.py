"""Russian words and rules for dates, and the tense of Russian verbs.

In: nothing. Out: `DATES`, `NUMBERS`.
Leaves to others: what the rules mean (`homeward.reading.dates.meaning` lists their kinds and categories).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from homeward.reading.dates import DateRules, each, marks, numbered, split

_HARD = ("ый", "ая", "ое", "ого", "ому", "ом", "ым", "ой", "ую", "ые", "ых", "ыми")
_SOFT = ("ий", "яя", "ее", "его", "ему", "ем", "им", "ей", "юю", "ие", "их", "ими")
_HUSH = ("ий", "ая", "ее", "его", "ему", "ем", "им", "ей", "ую", "ие", "их", "ими")


def _forms(stems: str, endings: Sequence[str]) -> list[str]:
    return [stem + ending for stem in stems.split() for ending in endings]


def _all(value: int | str, words: Sequence[str]) -> dict[str, int | str]:
    return dict.fromkeys(words, value)


NUMBERS = {
    "один": 1, "одного": 1, "два": 2, "две": 2, "двух": 2, "три": 3, "трёх": 3, "трех": 3, "четыре": 4, "пять": 5,
    "пяти": 5, "шесть": 6, "шести": 6, "семь": 7, "семи": 7, "восемь": 8, "восьми": 8, "восьмерых": 8, "восьмью": 8,
    "восемью": 8, "девять": 9, "девяти": 9, "десять": 10, "десяти": 10, "одиннадцать": 11, "двенадцать": 12,
}  # fmt: skip
_NUMBERS = {word.replace("ё", "е"): value for word, value in NUMBERS.items()} | numbered(
    "одна|одну|одной|одним|одном двумя тремя четырех|четырьмя пятью шестью семью _ девятью десятью одиннадцати "
    "двенадцати тринадцать|тринадцати четырнадцать|четырнадцати пятнадцать|пятнадцати шестнадцать|шестнадцати "
    "семнадцать|семнадцати восемнадцать|восемнадцати девятнадцать|девятнадцати двадцать|двадцати",
    1,
) | {
    "тридцать": 30, "тридцати": 30, "сорок": 40, "сорока": 40, "пятьдесят": 50, "пятидесяти": 50, "шестьдесят": 60,
    "семьдесят": 70, "восемьдесят": 80, "девяносто": 90, "сто": 100, "ста": 100,
    "двое": 2, "трое": 3, "четверо": 4, "пятеро": 5, "двоих": 2, "троих": 3,
}  # fmt: skip
_MONTHS = {
    form: number
    for number, stem in enumerate(
        ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"), 1
    )
    for form in (
        [stem + e for e in ("й", "я", "е", "ю", "ем")] if stem == "ма"
        else [stem + e for e in ("", "а", "е", "у", "ом")] if stem in ("март", "август")
        else [stem + e for e in ("ь", "я", "е", "ю", "ем")]
    )
}  # fmt: skip
_MONTHS |= {"янв": 1, "фев": 2, "февр": 2, "апр": 4, "авг": 8, "сент": 9, "окт": 10, "нояб": 11, "дек": 12}
_WEEKDAYS = numbered(
    "понедельник|понедельника|понедельнику|понедельником|понедельнике вторник|вторника|вторнику|вторником|вторнике "
    "среда|среды|среде|среду|средой четверг|четверга|четвергу|четвергом|четверге "
    "пятница|пятницы|пятнице|пятницу|пятницей суббота|субботы|субботе|субботу|субботой "
    "воскресенье|воскресенья|воскресенью|воскресеньем"
)
_ORDINALS: dict[str, int | str] = {}
for _number, _stem in enumerate(
    split(
        "перв втор _ четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат "
        "шестнадцат семнадцат восемнадцат девятнадцат двадцат"
    ),
    1,
):
    _ORDINALS |= _all(_number, [_stem + e for e in _HARD])
_ORDINALS |= {"второй": 2, "шестой": 6, "седьмой": 7, "восьмой": 8} | _all(30, _forms("тридцат", _HARD))
_ORDINALS |= _all(3, split("третий третья третье третьего третьему третьем третьим третьей третью третьи третьих"))
_TENS = {"семьдесят": 1970, "восемьдесят": 1980, "девяносто": 1990, "двадцать": 2020}
_SPOKEN_YEARS = {
    f"{tens} {ordinal} {year}": decade + int(one)
    for tens, decade in _TENS.items()
    for ordinal, one in _ORDINALS.items()
    for ending, year in (("го", "года"), ("му", "году"), ("м", "году"), ("й", "год"))
    if int(one) < 10 and ordinal.endswith(ending)
} | {"двухтысячного года": 2000, "двухтысячном году": 2000, "двухтысячному году": 2000}
_ROMAN = numbered("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi", 1)
_UNITS = each(
    D="день дня дню днем дне дни дней дням днями днях сутки суток суткам сутками",
    W="неделя недели неделе неделю неделей недель неделям неделями неделях",
    M="месяц месяца месяцу месяцем месяце месяцы месяцев месяцам месяцами месяцах",
    Q="квартал квартала кварталу кварталом квартале кварталов",
    H="полугодие полугодия полугодии полугодию",
    Y="год года году годом годе годы годов годам годами годах лет",
    DE="десятилетие десятилетия десятилетии десятилетий десятилетиями",
    CE="век века веке веку веком веков столетие столетия столетии столетий",
    WE="выходные выходных выходным уик-энд",
    N="ночь ночи ночей ночами",
    h="час часа часу часом часе часов часами",
    min="минута минуты минуту минут минутой минутами",
    s="секунда секунды секунду секунд",
)
_PLURAL_UNITS = {
    w: u for w, u in _UNITS.items()
    if w in split(
        "дни дней днях недели недель неделях месяцы месяцев месяцах годы годов годах лет десятилетия "
        "десятилетий часы часов"
    )
}  # fmt: skip
_LAST = _forms("прошл", _HARD) + _forms("минувш прошедш истекш", _HUSH)
_NEXT = _forms("следующ будущ предстоящ грядущ", _HUSH)
_THIS = (
    split("этот эта это этого этому этом этой эту этим эти этих")
    + _forms("текущ", _HUSH) + _forms("нынешн сегодняшн", _SOFT)
)  # fmt: skip
_LATEST = _forms("последн", _SOFT)
_NEAREST = _forms("ближайш", _HUSH)
_EVERY = _forms("кажд", _HARD)
_PARTS = each(
    MO="утро утра утру утром утре рассвет рассвета рассвете", EV="вечер вечера вечеру вечером вечере",
    NI="ночь ночи ночью",
)  # fmt: skip
_COUNT_STEMS = {
    1: "одно", 2: "двух", 3: "трех", 4: "четырех", 5: "пяти", 6: "шести", 7: "семи", 8: "восьми", 9: "девяти",
        10: "десяти",
    12: "двенадцати", 15: "пятнадцати", 20: "двадцати", 30: "тридцати", 40: "сорока", 50: "пятидесяти",
        60: "шестидесяти",
    70: "семидесяти", 100: "сто",
}  # fmt: skip
_LONG = {"летн": ("Y", _SOFT), "годичн": ("Y", _HARD), "месячн": ("M", _HARD), "недельн": ("W", _HARD),
         "дневн": ("D", _HARD), "суточн": ("D", _HARD), "часов": ("h", _HARD), "минутн": ("min", _HARD)}  # fmt: skip
_LONG_UNITS: dict[str, int | str] = {}
_LENGTHS: dict[str, int | str] = {"полгода": "P6M", "полугода": "P6M", "полчаса": "PT30M", "получаса": "PT30M"}
for _stem, (_unit, _endings) in _LONG.items():
    _LONG_UNITS |= _all(_unit, _forms(_stem, _endings))
    for _number, _head in _COUNT_STEMS.items():
        _value = f"PT{_number}{'H' if _unit == 'h' else 'M'}" if _unit in ("h", "min") else f"P{_number}{_unit}"
        _LENGTHS |= _all(_value, _forms(_head + _stem, _endings))
_LENGTHS |= _all("P6M", _forms("полугодов", _HARD))

_WORDS: Mapping[str, Mapping[str, int | str]] = {
    "month": _MONTHS,
    "weekday": _WEEKDAYS,
    "weekdays": numbered("понедельникам вторникам средам четвергам пятницам субботам воскресеньям"),
    "hijri_month": numbered(
        "мухаррам|мухаррама|мухарраме|мухарраму сафар|сафара|сафаре "
        "раби_аль-авваль|раби_аль-авваля|раби-аль-авваль|раби-аль-авваля|раби_уль-авваль|раби_аль-аввале|раби-уль-авваля "
        "раби_ас-сани|раби-ас-сани|раби_аль-ахир|раби-аль-ахир|раби_аль-ахира|раби_ус-сани "
        "джумада_аль-уля|джумада-аль-уля|джумада_аль-ула|джумады_аль-уля|джумада_аль-авваль "
        "джумада_ас-сани|джумада_ас-сания|джумада-ас-сания|джумады_ас-сания|джумада_аль-ахира раджаб|раджаба|раджабе шаабан|шаабана|шаабане "
        "рамадан|рамадана|рамадане|рамадану|рамазан|рамазана|рамазане|рамазану шавваль|шавваля|шаввале "
        "зуль-каада|зуль-каады|зуль-када|зуль-каде|зу-ль-каада|зуль-кааде "
        "зуль-хиджа|зуль-хиджи|зуль-хидже|зуль-хиджжа|зуль-хиджжи|зу-ль-хиджа",
        1,
    ),
    "solar_month": {
        f"{stem}{end}": number
        for number, stem in enumerate(
            split("фарвардин ордибехешт хордад тир мордад шахривар мехр абан азар де бахман эсфанд"), 1
        )
        for end in (("й", "я", "е") if stem == "де" else ("", "а", "е"))
    },
    "surely": marks(" ".join(_forms("минувш", _HUSH) + _LATEST)),
    "named": marks(
        "площадь площади площадью улица улице улицы улицу проспект проспекте проспекта мост моста мосту движение движения движением "
        "бригада бригады бригадой бригаде батальон батальона отряд отряда группа группы группой группировка группировки газета газеты "
        "газете газету канал канала канале каналу телеканал телеканала сайт сайта сайте портал портала программа программе программы "
        "программу издание издания изданию радио агентство агентства агентству метро станция станции бульвар бульвара завод завода "
        "имени колхоз колхоза микрорайон микрорайоне сквер сквера парк парка"
    ),
    "season": each(**{"21": "весна весны весне весну весной", "22": "лето лета лету летом лете",
                      "23": "осень осени осенью", "24": "зима зимы зиме зиму зимой"}),
    "season_when": numbered("весной летом осенью зимой", 21),
    "number": _NUMBERS,
    "ordinal": _ORDINALS,
    "roman": _ROMAN,
    "unit": _UNITS,
    "units": _PLURAL_UNITS,
    "this_unit": {"года": "Y", "месяца": "M", "недели": "W", "квартала": "Q"},
    "long_unit": _LONG_UNITS,
    "length": _LENGTHS,
    "amount": {"полгода": "6 M"},
    "half_year": marks("половина половины половине половину"),
    "shift": _all(-1, _LAST) | _all(1, _NEXT) | _all(0, _THIS) | _all(-2, _forms("позапрошл", _HARD)),
    "year_word": marks("год года году годом годе г"),
    "this_year": {"с.г.": 0, "с. г.": 0},
    "years_word": marks("годы годов годах годам гг"),
    "rel": _all(0, split("тот та то того тому том той ту тем те тех"))
    | _all(0, [f"{w} же" for w in split("тот та то того том той ту тем те")])
    | _all(0, [f"{w} самый" for w in ("тот",)])
    | _all(-1, _forms("предыдущ", _HUSH) + _forms("предшествующ", _HUSH)),
    "next_day": marks("следующий другой"),
    "next_rel": {"следующее": 1, "следующий": 1, "следующую": 1, "следующей": 1},
    "direction": _all(-1, _LATEST + _LAST) | _all(1, _NEAREST),
    "which_last": _all(-1, _LATEST),
    "latest": marks(" ".join(_LATEST)),
    "nearest": marks(" ".join(_NEAREST)),
    "nearest_one": _all(1, _NEAREST),
    "spoken_year": _SPOKEN_YEARS,
    "near": {"третьего дня": -2, "вчера": -1, "накануне": -1, "позавчера": -2, "сегодня": 0, "завтра": 1, "послезавтра": 2}
    | _all(-1, _forms("вчерашн", _SOFT)) | _all(1, _forms("завтрашн", _SOFT)) | _all(0, _forms("сегодняшн", _SOFT)),
    "part": _PARTS,
    "by_day": {"днем": "AF"},
    "ampm": {"утра": "MO", "дня": "AF", "вечера": "EV", "ночи": "NI"},
    "mod": each(
        START="начало начала началу началом начале первых_числах первые_числа",
        MID="середина середины середине середину",
        END="конец конца концу концом конце исходе исход последних_числах",
    ),
    "about": each(
        APPROX="около примерно приблизительно порядка",
        LESS_THAN="почти менее менее_чем меньше без_малого",
        MORE_THAN="более более_чем больше свыше",
        EQUAL_OR_MORE="не_менее не_меньше по_меньшей_мере как_минимум минимум",
        EQUAL_OR_LESS="не_более не_больше до",
    ),
    "about_head": marks(" ".join([*_UNITS, *_LENGTHS])),
    "around": marks("около примерно приблизительно"),
    "early": marks("ранее позже позднее"),
    "vague": {"несколько": "X", "нескольких": "X", "несколькими": "X", "пару": "2", "пара": "2", "много": "X",
              "многие": "X", "многих": "X"},
    "set": _all("P1D", ["ежедневно", *_forms("ежедневн", _HARD)]) | _all("P1W", ["еженедельно", *_forms("еженедельн",
    _HARD)])
    | _all("P1M", ["ежемесячно", *_forms("ежемесячн", _HARD)]) | _all("P1Y", ["ежегодно", *_forms("ежегодн", _HARD)])
    | _all("P1Q", ["ежеквартально", *_forms("ежеквартальн", _HARD)]) | _all("PT1H", ["ежечасно"]),
    "and": marks("и или"),
    "every": marks(" ".join(_EVERY)),
    "times": {"дважды": 2, "трижды": 3, "однажды": 1},
    "ref": each(
        PRESENT_REF="сейчас теперь ныне настоящее_время настоящий_момент данный_момент",
        PAST_REF="недавно не_так_давно последнее_время недавнем_прошлом недавнее_время",
        FUTURE_REF="ближайшее_время ближайшее_будущее ближайшем_будущем",
    ),
    "ref_alone": {"будущее": "FUTURE_REF", "будущем": "FUTURE_REF", "прошлом": "PAST_REF", "прошлое": "PAST_REF"},
    "holiday": {
        "рождество": "1-7", "рождества": "1-7", "новый год": "1-1", "нового года": "1-1",
        "рождеству": "1-7", "новому году": "1-1", "новым годом": "1-1", "день победы": "5-9", "дня победы": "5-9",
        "дню победы": "5-9", "наурыз": "3-21", "наурыза": "3-21", "наурызу": "3-21",
        "пасха": "O", "пасхи": "O", "пасхе": "O", "пасху": "O", "пасхой": "O", "троица": "O49", "троицы": "O49",
        "троице": "O49", "троицу": "O49", "крещение": "1-19", "крещения": "1-19", "крещению": "1-19",
        "день прав человека": "12-10", "дня прав человека": "12-10", "дню прав человека": "12-10",
        "новогоднюю ночь": "12-31", "новогодней ночью": "12-31", "старый новый год": "1-14",
        "страстную пятницу": "O-2", "великую пятницу": "O-2", "страстная пятница": "O-2", "вербное воскресенье": "O-7",
        "вербного воскресенья": "O-7", "вербному воскресенью": "O-7", "чистый четверг": "O-3", "прощеное воскресенье": "O-49",
        "благовещение": "4-7", "благовещения": "4-7", "благовещенью": "4-7", "благовещению": "4-7", "успение": "8-28", "успения": "8-28", "преображение": "8-19", "праздник покрова": "10-14", "праздника покрова": "10-14", "праздника преображения": "8-19", "вознесение": "O39", "вознесения": "O39", "радоница": "O9", "радоницу": "O9",
        "день россии": "6-12", "дня россии": "6-12", "дню россии": "6-12", "ашура": "H1-10", "ашуры": "H1-10", "ашуру": "H1-10",
        "мавлид": "H3-12", "мавлида": "H3-12", "мавлиду": "H3-12", "песах": "J1-15", "песаха": "J1-15", "песаху": "J1-15",
        "пурим": "J12-14", "пурима": "J12-14", "пуриму": "J12-14", "ханука": "J9-25", "ханукой": "J9-25", "хануке": "J9-25",
        "йом-киппур": "J7-10", "йом-кипур": "J7-10", "рош ха-шана": "J7-1", "рош-ха-шана": "J7-1", "нооруз": "3-21",
        "нооруза": "3-21", "курман айт": "H12-10", "курман-айт": "H12-10", "орозо айт": "H10-1", "ид аль-адха": "H12-10",
        "ид аль-фитр": "H10-1", "праздник жертвоприношения": "H12-10", "праздника жертвоприношения": "H12-10",
        "праздник разговения": "H10-1", "праздника разговения": "H10-1", "международный женский день": "3-8",
        "навруз": "3-21", "навруза": "3-21", "наврузу": "3-21", "первомай": "5-1", "первомая": "5-1",
        "первомаю": "5-1", "курбан-айт": "H12-10", "курбан-айта": "H12-10", "ораза-айт": "H10-1",
        "ораза-айта": "H10-1", "курбан-байраму": "H12-10", "ураза-байраму": "H10-1",
        "курбан-байрам": "H12-10", "курбан-байрама": "H12-10", "ураза-байрам": "H10-1", "ураза-байрама": "H10-1",
    },
    "decade_word": {w: v for v, s in ((20, "двадцат"), (30, "тридцат"), (50, "пятидесят"), (60, "шестидесят"),
                                      (70, "семидесят"), (80, "восьмидесят"), (90, "девяност"))
                    for w in (s + "ые", s + "ых")},
    "within": {"течение": "", "течении": ""},
    "joint": marks("в во на ,"),
    "late": marks(", . ) — –"),
    "at": marks(
        "в во на с со до к по за после от между не_позднее не_позже не_раньше не_ранее раньше "
        "относится_к относятся_к относилось_к относились_к приурочен_к приурочена_к приурочено_к приурочены_к"
    ),
}  # fmt: skip

_PIECES = {
    "DASH": "'-/–/—'",
    "DAY": "day | day:day_ordinal | day:ordinal",
    "YEAR": "year ( year_word ) | year | year:spoken_year | year_shift:shift year_word | year_rel:rel year_word | year_shift:this_year",
    "N": "number | vague",
    "THE_MONTH": "shift? 'месяца'",
    "AT": "at",
}
_RULES: Sequence[tuple[str, str]] = (
    ("numeric", "( weekday ','? )? numeric ( year_word )?"),
    ("whole", "( weekday ','? )? whole ( year_word )?"),
    # days
    ("date", "( weekday part? ','? )? {DAY} month ( ','? {YEAR} )?"),
    ("date", "( weekday part? ','? )? {DAY} month ( ','? {YEAR} )? part"),
    ("date", "{DAY} month ( {YEAR} )? ( ',' ( 'в/во' )? | '(' ) weekday"),
    ("date", "part 'на' {DAY} month ( ','? {YEAR} )?"),
    ("date", "{DAY} hijri_month ( year year_word? )?"),
    ("date", "day:ordinal 'день/дня/дню/днем' ( hijri_month | month ) ( year year_word? )?"),
    ("date", "{DAY} solar_month year year_word?"),
    ("daymonth two", "!~'в/к/во' decimal !=unit !=number !='%/млн/миллиона/миллионов/процента/процентов/рублей/рубля/км/кг/тысяч/тысячи/раза/за'"),
    ("monthday", "day:day_ordinal =late"),
    ("monthday", "( day | day:day_ordinal | day:ordinal ) 'числа'"),
    ("monthday", "weekday ','? ( day:day_ordinal | ( day | day:ordinal ) 'числа' ) !=year_word"),
    ("halfmonth", "which:ordinal half_year ( month {YEAR}? | {THE_MONTH} )"),
    ("dayof", "( day | day:day_ordinal | day:ordinal ) 'числа' {THE_MONTH}"),
    ("dayof", "( which:ordinal | which:which_last ) ( weekday | 'день/дня' ) ( month {YEAR}? | {THE_MONTH} )"),
    ("dayrange", "day ( {DASH} | 'по/до/и' ) day2:day month {YEAR}?"),
    ("dayrange", "~'с' day 'на' day2:day month {YEAR}?"),
    ("daylist", "day ',' day2:day 'и/или' day3:day month ( ','? {YEAR} )?"),
    ("monthrange", "month ( {DASH} | 'по/до/и' ) month2:month ( year year_word? )"),
    ("yearrange", "year {DASH} ( year2:year | yy2:yy ) ( years_word | year_word )?"),
    ("weekday", "~{AT} shift? weekday part?"),
    ("weekday", "~{AT} weekday part? 'на' week:shift 'неделе'"),
    ("weekday", "week:shift 'неделе' ','? 'в/во' weekday part?"),
    ("weekdays", "~'в/во' weekday 'и' weekday2:weekday"),
    ("weekday", "shift weekday part?"),
    ("weekday", "shift:nearest_one weekday part?"),
    ("weekday", "part ( 'в/во' ) shift? weekday"),
    ("weekday", "part 'на' weekday"),
    ("nights", "'ночь' 'с' weekday 'на' weekday2:weekday"),
    ("weekday", "~part weekday"),
    ("near", "near ( part | part:by_day )?"),
    ("near", "near ','? ( 'в/во' )? weekday"),
    ("near", "part near"),
    ("partday", "rel:next_rel part"),
    ("partday", "shift part"),
    ("partday", "rel part"),
    ("part", "part"),
    ("time 12:00", "'полдень/полудня/полудню'"),
    ("time 24:00", "'полночь/полуночи'"),
    ("clock", "clock ampm?"),
    ("clock", "~'в/к' hour 'часов/часа/час' ampm?"),
    ("clock", "~'в/к' decimal ampm? !='раза/раз/процента/процентов/миллиона/миллионов'"),
    ("clock", "( hour | hour:number ) 'часов/часа/час' ( minute:number 'минут/минуты' )? ampm"),
    ("clock", "~'в/к/около/с/до' ( hour | hour:number ) ampm"),
    ("holiday", "holiday ( year year_word )?"),
    ("holiday -1", "'канун/кануне/кануна/кануну/накануне' holiday"),
    ("holiday", "which:ordinal 'день/дня/дню' holiday"),
    ("fromfeast -", "'за' ( {N} unit | unit ) 'до' holiday"),
    # months and longer
    ("month", "month ','? {YEAR}"),
    ("month", "hijri_month year year_word?"),
    ("month", "~'в/во/на/до/после/к/с/со' hijri_month"),
    ("month", "~mod hijri_month"),
    ("month", "'месяц/месяца/месяце/месяцу' hijri_month"),
    ("month", "shift month"),
    ("month", "~{AT} month !=capital"),
    ("month", "~mod month !=capital"),
    ("season", "shift season"),
    ("season", "season ','? {YEAR}"),
    ("season", "season:season_when"),
    ("season", "~'до/к/с/на/за' season"),
    ("quarter Q", "( which:ordinal | which:roman | which:day_ordinal | which:day ) "
        "'квартал/квартала/кварталу/кварталом/квартале' {YEAR}?"),
    ("quarter H", "( which:ordinal | which:roman | which:day ) ( half_year | "
        "'полугодие/полугодия/полугодии/полугодию' ) {YEAR}"),
    ("quarter H", "( which:ordinal | which:roman | which:day ) 'полугодие/полугодия/полугодии/полугодию'"),
    ("year", "( year | year:year_ordinal ) year_word"),
    ("year", "year:spoken_year"),
    ("year", "~'в/с/со/до/к/после' year:year_ordinal"),
    ("year", "~'в/с/до/к/после/между/от/по' year !=other"),
    ("decade", "decade years_word?"),
    ("decade short", "decade years_word"),
    ("decade short", "decade:decade_word years_word"),
    ("decade short", "~mod decade"),
    ("decade short", "( decade | decade:decade_word ) years_word ( 'прошлого' 'века' | ( which:roman | "
        "which:ordinal ) 'века' )"),
    ("century", "( which:ordinal | which:roman | which:day_ordinal | which:day ) "
        "'век/века/веке/веку/веком/столетие/столетия/столетии'"),
    ("period", "shift unit"),
    ("weekend", "~'в/на/за' 'выходные/выходных'"),
    ("thisunit", "~mod unit:this_unit"),
    # counted
    ("ref PAST_REF", "units 'назад'"),
    ("published -", "unit number 'назад'"),
    ("published -", "( {N} unit | unit | amount ) 'назад/тому'"),
    ("after", "'через' ( {N} unit | unit | amount ) !='после'"),
    ("counted +", "( {N} unit | unit | amount ) 'спустя/позже/позднее'"),
    ("counted +", "'спустя' ( {N} unit | unit | amount )"),
    ("counted -", "( {N} unit | unit | amount ) 'ранее/раньше'"),
    ("counted -", "'за' ( {N} unit | unit | amount ) 'до' ( 'этого/того' )"),
    ("relative", "rel unit"),
    ("relative D 1", "next_day 'день'"),
    ("relative D 1", "'назавтра'"),
    ("relative D 0", "~'в' 'этот' 'же'? 'день'"),
    # how long
    ("duration", "( number | vague ) unit"),
    ("duration", "number {DASH} unit:long_unit"),
    ("duration", "length"),
    ("duration", "~{LONG} unit !='назад'"),
    ("span -", "direction number unit"),
    ("span -", "direction vague unit"),
    ("span -", "latest direction:direction unit"),
    ("ref PAST_REF", "latest units"),
    ("ref FUTURE_REF", "nearest units"),
    # how often
    ("set", "every ( number? unit | weekday part? | month | season | part )"),
    ("set", "'по' weekday:weekdays"),
    ("set", "set"),
    ("set", "( times | times:number )? ( 'раз/раза' ) 'в' unit"),
    ("set", "times 'в' unit"),
    # vaguely
    ("ref", "ref"),
    ("ref", "~'в/о/на/об' ref:ref_alone"),
)  # fmt: skip

# --- tense -------------------------------------------------------------------------------------------------------

_PAST = re.compile(r"\w{2,}(?:л|ла|ло|ли|лся|лась|лось|лись|вший|вшая|вшие|вших|вшего)|был\w?|шел|вел|н[её]с")
_AHEAD = re.compile(
    r"буд(?:ет|ут|ем)|состо(?:ится|ятся)|должн\w+|намерен\w*|планиру\w+|собира\w+|намечен\w*|назначен\w*|"
    r"запланирован\w*|"
    r"ожида\w+|перенес[её]н\w*|отложен\w*|предстоит|может|могут|готов\w*|намечается|"
    r"\w{2,}(?:ет|ит|ут|ют|ат|ят)ся|\w{2,}(?:ет|ит|ут|ют|[влмпрст]ят|[бвдозл]дят|едят|удят|отят|етят|стят|[чшщж]ат)|"
    r"\w{3,}(?:аем|ним|нем|дем|шлем)|\w{2,}(?:тим|дим|вим)|\w*даст|едем|идем|отдам|передам|верну|вернусь|приеду|приду|"
    r"позвоню|отпущу|еду|поеду|иду|пойду|лечу|приход(?:и|ите)|приезжай(?:те)?|жди(?:те)?|ждем|ждет|ждут|звоните|"
    r"встречай(?:те)?|забирай(?:те)?"
)
_NO_VERB = re.compile(
    r"\w*(?:комитет|совет|бюджет|ответ|отч[её]т|университет|факультет|кабинет|пакет|билет|приоритет|свет|цвет|"
    r"предмет|"
    r"авторитет|интернет|суверенитет|кредит|дефицит|аудит|лимит|визит|бандит|маршрут|институт|минут|редут|салют|"
    r"лет|нет|"
    r"самолет|вертолет|перелет|полет|расчет|скит|вслед|ракет|газет|планет|анкет|сигарет|побед|опят|взят|времен|имен|племен|невредим|необходим)"
)
_NO_PAST = re.compile(
    r"(?:если|или|ли|только|около|мало|школ|сил|дел|тел|сел|стол|числ|угл|отдел|раздел|предел|капитал|генерал|персонал|материал|канал|филиал|"
    r"сигнал|арсенал|"
    r"причал|подвал|перевал|финал|портал|терминал|скандал|металл|адмирал|обвал|провал|интервал|потенциал|мемориал|"
    r"сериал|мобил|автомобил|профил|стил|тыл|аул|караул|стул|престол|раскол|символ|удел|обстрел|расстрел|прицел|узел|"
    r"цел|рол|дол|модел|отел|земл|мысл|вилл|стекл|масл|крыл|горл|посол|"
    r"журнал|квартал|футбол|протокол|трибунал|вокзал|зал|скал|похитител|жител|родител|писател|силам|начал|"
    r"неделя)\w{0,2}|посл(?:а|у|ом|ы|ов|ам)|\w+[аия]тели|свидетели"
)
_SPEECH = re.compile(
    r"(?:вспомина|рассказыва|объясня|добавля|призна|сообща|заявля|отмеча|счита|утвержда|передает|пишет|говор|зна|подчеркива|полага|уточня|напомина|указыва|"
    r"следует)\w*"
)
_PLANS = re.compile(
    r"(?:(?:по)?обеща|обязал|обязу|планир|намер|собир|договор|реш|потреб|попрос|предлож|хотел|долж|готов|соглас|услов|покля|"
    r"клян|клялся|велел|велит|сказал|приказал|распоряд|поруч|разреш|позвол|завер|рассчит|надеет|надеют|настаив|вправе|смож)\w*"
)
_GRANTED = re.compile(r"(?!\w+нн\w+)(?:(?:по)?обеща|разреш|гарантир|позвол|согласова)\w*")
_TIDINGS = re.compile(
    r"(?:свидани|встреч|визит|посещени|звон|ответ|передач|освобождени|обмен|список|списк|доступ)\w{0,3}"
)
_INFINITIVE = re.compile(r"дать|\w{3,}(?:ть|ться|ти|тись|чь)")


# "не платит с мая": what lasts since then
_LASTING = re.compile(
    r"\w+(?:ает|ают|яет|яют|ует|уют)(?:ся)?|(?:платит|платят|прячут|держат|держит|ждут|ждет|живет|живут|идет|идут|"
    r"сидит|сидят|находится|находятся|нет)"
)


def tense(before: Sequence[str], after: Sequence[str]) -> int:
    """1 where the nearest verb looks ahead, -1 where it looks back; non-past forms of most verbs look ahead."""
    words = _without_clauses(before)
    if words and words[-1] in _BY and not any(_PAST.fullmatch(w) for w in [*words, *after[:8]]):
        return 1
    if words and words[-1] in _BY and _is_deadline(words, after):
        return 1
    if _begins_clause(words) and (found := _ahead_of(after)):
        return found
    if words[-2:-1] and words[-1] in _AT and _TOLD_OF.fullmatch(words[-2]) and not _SET_FOR.fullmatch(words[-2]):
        return -1  # "the statement published | on Tuesday"
    if words and words[-1] == "на" and any(_PUT_OFF.fullmatch(word) for word in words[-6:]):
        return 1
    since = bool(words) and words[-1] in ("с", "со")
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if since and _LASTING.fullmatch(word):
            return -1
        if _TIDINGS.fullmatch(word) and any(_GRANTED.fullmatch(w) for w in words[max(0, place - 5) : place]):
            return 1
        if _INFINITIVE.fullmatch(word):
            if any(_PLANS.fullmatch(w) or _AHEAD.fullmatch(w) for w in words[max(0, place - 5) : place]):
                return 1
            continue
        if _SET_FOR.fullmatch(word) and place == len(words) - 2:
            return next((found for near in after[:12] if (found := _of(near))), 1)  # "назначенное на среду, не ..."
        if word in _CLOSED:
            return -1 if words[place - 1 : place] and words[place - 1].startswith("был") else 1
        found = _of(word)
        if found:
            return found
    if since:
        return -1
    found = next((found for word in after[:20] if (found := _of(word))), 0)
    return found or int(any(_NEXT_ONE.fullmatch(word) for word in words))


_BY = ("до", "к", "ко", "не позднее", "не позже", "раньше", "ранее")
_AT = frozenset(["в", "во", "на", "с", "со", "к", "ко", "до", "по", "уже", "еще", "только"])
_OPENING = frozenset([",", ":", "—", "–", "-", "(", "«", "»", '"', "и", "а", "но", "что", "чтобы"])
_TOLD_OF = re.compile(r"\w{3,}(?:анн|янн|енн|ят|ыт)(?:ый|ая|ое|ые|ого|ой|ому|ым|ых|ую|ом|ыми)")
_PUT_OFF = re.compile(
    r"(?:перен[её]с|перенес|отлож|назнач|намет|запланир|сдвин|вызва|приглас|отсроч|продл|заказ|куп)(?:л|ла|ли|ло|ил|ила|или|ило|"
    r"ал|ала|али|ены|ен|ена|ено|нул|нула|нули|ирован\w*|ировал\w*)?"
)
_SET_FOR = re.compile(r"(?:назначенн|намеченн|запланированн|перенесенн)\w+")
_CLOSED = frozenset(["закрыт", "закрыта", "закрыто", "закрыты"])
_NEXT_ONE = re.compile(r"(?:следующ|ближайш|очередн|предстоящ)\w+")  # "the next match — on Saturday"


def _without_clauses(words: Sequence[str]) -> list[str]:
    """Without relative clauses that are over: ", который ...,"."""
    rest = list(words)
    for place in range(len(rest) - 1, -1, -1):
        if rest[place].startswith("котор") and "," in rest[place:]:
            del rest[place : place + rest[place:].index(",")]
    return rest


def _begins_clause(words: Sequence[str]) -> bool:
    """Whether a date is the first of its clause, so that its verb follows."""
    place = len(words)
    while place and words[place - 1] in _AT:
        place -= 1
    return place == 0 or words[place - 1] in _OPENING


def _ahead_of(after: Sequence[str]) -> int:
    """Where the verb of the rest of the clause looks; an aside between commas at its beginning is passed over."""
    rest = list(after[:20])
    if rest[:1] == [","]:
        if "," not in rest[1:]:
            return 0
        rest = rest[rest.index(",", 1) + 1 :]
    return next((found for word in (rest[: rest.index(",")] if "," in rest else rest) if (found := _of(word))), 0)


# "перекрыто до воскресенья", "поручил до 1 сентября": what lasts until then, or is to be done by then
_UNTIL = re.compile(
    r"(?:перекрыт|закрыт|продлен|продлил|отложен|отложил|перенес|запрещ|приостановлен|отменен|назнач|намеч|поруч|обещ|"
    r"пообещ|потреб|требу|попрос|прос[ия]|обяз|отсроч|дал[аи]?|дан)\w*"
)


def _is_deadline(words: Sequence[str], after: Sequence[str]) -> bool:
    """Whether "до" or "к" ties a date to what is to be done: an infinitive, "чтобы", a promise or a demand is near."""
    near = [*words[-9:-1], *after[:6]]
    return "чтобы" in words[-14:] or any(_INFINITIVE.fullmatch(w) or _UNTIL.fullmatch(w) for w in near)


def _of(word: str) -> int:
    if _SPEECH.fullmatch(word) and not _PAST.fullmatch(word):
        return 0
    if _AHEAD.fullmatch(word) and not _NO_VERB.fullmatch(word):
        return 1
    return -1 if _PAST.fullmatch(word) and not _NO_PAST.fullmatch(word) else 0


DATES = DateRules(
    words=_WORDS,
    rules=_RULES,
    pieces=_PIECES | {"LONG": "'более/менее/около/почти/свыше/больше/меньше/за/на'"},
    tidy=lambda word: word.lower().replace("ё", "е"),
    tense=tense,
    word=r"[^\W\d_]+(?:-[^\W\d_]+)*",
    ordinals=re.compile(r"-?(?:го|ого|его|е|ое|й|ый|ой|м|ом|ем|му|ому|ю|я|ей)(?!\w)"),
    decades=re.compile(r"-?(?:е|х|ые|ых|ми)(?!\w)"),
    dotted=frozenset(split("г гг янв фев февр апр авг сент окт нояб дек")),
    before=frozenset(["до", "к", "ко", "не позднее", "не позже", "раньше"]),
    reached={"к": True, "ко": True},
    after=frozenset(["с", "со", "после", "не раньше", "не ранее"]),
    joint=re.compile(r",?\s+|\s?\("),
    ranges=(
        (re.compile(r"\b[Сс]о?\s+$|\b[Оо]т\s+$"), re.compile(r"\s+(?:по|до)\s+")),
        (re.compile(r"\b[Мм]ежду\s+$"), re.compile(r"\s+и\s+")),
        (re.compile(r""), re.compile(r"\s?[-–—]\s?")),
    ),
)

"""Names of months as people write them, in several calendars and languages.

In: a word, or two ("كانون الثاني"). Out: the month's number and the calendar whose month it is.
Leaves to others: the date around it. Gregorian names in most languages come from CLDR (Babel); what CLDR lacks, the
inflected, colloquial and other-calendar forms, stands here and can be added to, a line each.
"""

from __future__ import annotations

import re
import unicodedata
from copy import deepcopy
from functools import cache, lru_cache

from homeward.calendars.convert import Calendar
from homeward.calendars.digits import without_steering

_FROM_CLDR = (
    "en",
    "ru",
    "uk",
    "he",
    "ar",
    "ar_EG",
    "ar_LB",
    "ar_IQ",
    "ar_DZ",
    "ar_MA",
    "ar_SA",
    "fa",
    "tr",
    "fr",
    "de",
)
_GREGORIAN = {
    "en": "jan.january feb.february mar.march apr.april may jun.june jul.july aug.august "
    "sep.sept.september oct.october nov.november dec.december",
    "ru": "янв.январь.января.январе фев.февр.февраль.февраля.феврале мар.март.марта.марте апр.апрель.апреля.апреле "
    "май.мая.мае июн.июнь.июня.июне июл.июль.июля.июле авг.август.августа.августе "
    "сен.сент.сентябрь.сентября.сентябре окт.октябрь.октября.октябре ноя.нояб.ноябрь.ноября.ноябре "
    "дек.декабрь.декабря.декабре",
    "he": "ינואר.ינו פברואר.פבר מרץ.מרס.מארס אפריל.אפר מאי יוני.יונ יולי.יול אוגוסט.אוג ספטמבר.ספט "
    "אוקטובר.אוק נובמבר.נוב דצמבר.דצמ",
    "ar": "يناير.جانفي.كانون_الثاني.كانون_ثاني.ك2 فبراير.فيفري.شباط.فبرایر مارس.آذار.اذار أبريل.إبريل.افريل.نيسان "
    "مايو.ماي.أيار.ايار.ماية يونيو.يونيه.جوان.حزيران يوليو.يوليه.جويلية.تموز أغسطس.اوت.غشت.آب "
    "سبتمبر.شتنبر.أيلول أكتوبر.تشرين_الأول.تشرين_أول.ت1 نوفمبر.نونبر.تشرين_الثاني.تشرين_ثاني.ت2 "
    "ديسمبر.دجنبر.كانون_الأول.كانون_أول.ك1",
    "fa": "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه.جولای اوت.آگوست سپتامبر اکتبر نوامبر دسامبر",
}
_HIJRI = {
    "ar": "محرم.محرّم صفر ربيع_الأول.ربيع_اول.ربيع_1 ربيع_الثاني.ربيع_الآخر.ربيع_ثاني.ربيع_2 "
    "جمادى_الأولى.جمادى_الأول.جمادى_اولى.جماد_اول.جماد_الأول.جمادى_1 "
    "جمادى_الآخرة.جمادى_الثانية.جمادى_الثاني.جماد_ثاني.جماد_الثاني.جمادى_2 رجب شعبان رمضان شوال "
    "ذو_القعدة.ذي_القعدة.ذوالقعدة ذو_الحجة.ذي_الحجة.ذوالحجة",
    "en": "muharram.moharram safar rabi_al-awwal.rabi_i.rabi_al-awal rabi_al-thani.rabi_ii.rabi_al-akhir "
    "jumada_al-awwal.jumada_i.jumada_al-ula jumada_al-thani.jumada_ii.jumada_al-akhira rajab.rajab shaban.sha'ban "
    "ramadan.ramazan shawwal dhu_al-qidah.dhu_al-qadah.dhul_qadah.zulqadah dhu_al-hijjah.dhul_hijjah.zulhijjah",
    "ru": "мухаррам сафар раби_аль-авваль раби_ас-сани джумада_аль-уля джумада_ас-сани раджаб шаабан рамадан.рамазан "
    "шавваль зуль-када зуль-хиджа",
}
_SOLAR_HIJRI = {
    "fa": "فروردین.فروردين اردیبهشت.ارديبهشت خرداد تیر.تير مرداد.امرداد شهریور.شهريور مهر آبان.ابان آذر دی.دي بهمن "
    "اسفند",
    "en": "farvardin ordibehesht khordad tir mordad.amordad shahrivar mehr aban azar dey bahman esfand",
    "ps": "وری غویی غبرګولی چنګاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب",
    "dari": "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
}
_HEBREW = {
    "he": "ניסן אייר.איר סיוון.סיון תמוז אב אלול תשרי חשוון.חשון.מרחשוון.מרחשון כסלו טבת שבט אדר.אדר_א אדר_ב",
    "en": "nisan iyar sivan tammuz av elul tishri.tishrei cheshvan.heshvan kislev tevet shevat.shvat "
    "adar.adar_i adar_ii",
}
_BY_CALENDAR = (
    (Calendar.GREGORIAN, _GREGORIAN),
    (Calendar.HIJRI, _HIJRI),
    (Calendar.SOLAR_HIJRI, _SOLAR_HIJRI),
    (Calendar.HEBREW, _HEBREW),
)
_ALEF = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": None, "ё": "е"}
)
_NOT_LETTERS = re.compile(r"[^\w]+")


def month_number(word: str, language: str | None = None) -> tuple[int, Calendar] | None:
    """The month that a word names.

    Args:
        word: one month's name, inflected or shortened as people do; "במרץ" and "آذار" too.
        language: the two-letter tag of the text, where that settles a word that several languages share
            ("آذر" is Solar Hijri; "تموز" and "תמוז" are July in Arabic and the Hebrew month in Hebrew).

    Returns:
        The month from 1 to 12 (13 for the second Adar) and its calendar; None if the word is no month's name.
        Months of the Hebrew calendar count from Nisan.
    """
    folded = fold_month(word)
    return _look_up(folded, (language or "")[:2].lower() or None) if folded else None


def fold_month(word: str) -> str:
    """One spelling for the spellings of a month: marks, hamza, case and points away."""
    text = unicodedata.normalize("NFKD", without_steering(word).casefold().translate(_ALEF))
    text = "".join(c for c in text if not unicodedata.combining(c))
    return _NOT_LETTERS.sub(" ", text).strip()


@lru_cache(maxsize=4096)
def _look_up(folded: str, language: str | None) -> tuple[int, Calendar] | None:
    table = _table()
    found = table.get((language, folded)) or table.get((None, folded))
    if found is None and "א" <= folded[:1] <= "ת" and folded[0] in "בלמה" and len(folded) > 3:
        return _look_up(folded[1:], language)
    return found


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str | None, str], tuple[int, Calendar]]:
    table: dict[tuple[str | None, str], tuple[int, Calendar]] = {}

    def add(language: str, name: str, number: int, system: Calendar) -> None:
        folded = fold_month(name)
        if folded and not folded.isdigit():
            table.setdefault((language, folded), (number, system))
            table.setdefault((None, folded), (number, system))

    for system, languages in _BY_CALENDAR:
        for language, months in languages.items():
            for number, names in enumerate(months.split(), start=1):
                for name in names.split("."):
                    add(language, name.replace("_", " "), number, system)
    for tag, number, name in _names_of_cldr():
        # A letter or two is no month's name: "м" would be both March and May.
        if len(fold_month(name)) > 2:
            add(tag[:2], name, number, Calendar.GREGORIAN)
    return table


@cache
def months_of_cldr(tag: str, *, alone: bool = False, short: bool = False) -> tuple[str, ...]:
    """The twelve Gregorian months of a locale.

    Args:
        tag: as Babel writes it, such as ``he`` or ``ar_EG``.
        alone: as they stand alone, not within a date.
    """
    from babel import localedata  # loaded on first use: it is slow to import, and many runs never meet a month's name

    # A copy: Babel (2.18) writes what one locale takes over from its parent into data that all locales share, so that
    # months which were asked for in Hebrew first were Hebrew in Arabic too.
    held = localedata.LocaleDataDict({"months": deepcopy(localedata.load(tag)["months"])})["months"]
    names = held["stand-alone" if alone else "format"]["abbreviated" if short else "wide"]
    return tuple(str(names[number]) for number in range(1, 13))


def _names_of_cldr() -> list[tuple[str, int, str]]:
    found = []
    for tag in _FROM_CLDR:
        for alone in (False, True):
            for short in (False, True):
                names = months_of_cldr(tag, alone=alone, short=short)
                found += [(tag, number, name) for number, name in enumerate(names, start=1)]
    return found

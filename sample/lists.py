# ruff: noqa: E501 - one row of a list stays on one line
"""The five lists of the sample case and the key that says who in them is whom.

In: the eight people, tables of name parts. Out: file name to bytes, and the answer key, the same every time.
Five of the eight stand in at least one of the three lists of others, spelled as another clerk heard or read them,
among people who share the family name, the whole name, or the father, and are not them. Three stand in none.
Leaves to others: where they are written (`build`).
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import name_parts as parts
import xlsxwriter
from hijridate import Gregorian

from homeward.sample.people import SOUGHT, SoughtPerson

_STAMP = datetime(2026, 1, 1)  # noqa: DTZ001 - a workbook's dates have no zone
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

OWN, ARABIC, RUSSIAN, HEBREW, ECHO = (
    "own-list-2026-03-10.xlsx",
    "register-arabic.xlsx",
    "persons-russian.csv",
    "residents-hebrew.csv",
    "echo-2026-04-20.csv",
)


@dataclass(frozen=True)
class Planted:
    """A row put in on purpose: a sought person's (`why` is empty) or a namesake's (`why` says how it differs)."""

    key: str
    cells: tuple[str, ...]
    why: str = ""


def lists() -> tuple[dict[str, bytes], dict[str, Any]]:
    """Every list by its file name, and the answer key: per list and person the rows that are, and are not, they."""
    files: dict[str, bytes] = {}
    key: dict[str, Any] = {}
    for name, make in ((ARABIC, arabic_register), (RUSSIAN, russian_table), (HEBREW, hebrew_table)):
        files[name], key[name] = make()
    files[OWN] = own_list()
    key[OWN] = {"people": {p.key: [n] for n, p in enumerate(SOUGHT, start=4)}, "namesakes": {}}
    files[ECHO], key[ECHO] = echo()
    return files, key


# --- our own list ------------------------------------------------------------------------------------------------


def own_list() -> bytes:
    """Our eight as handed over: a title row, an empty row, headings, eight rows."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties(
        {"title": "List of eight persons", "author": "Ministry of Foreign Affairs of Verenia", "created": _STAMP}
    )
    sheet = book.add_worksheet("List")
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
    title = book.add_format({"bold": True, "font_size": 13})
    headings = ("No.", "Full name", "Full name (Cyrillic)", "Full name (Hebrew)", "Full name (Arabic)", "Father's name",
                "Date of birth", "Sex", "Nationality", "Second nationality", "Last known place")  # fmt: skip
    sheet.merge_range(
        0, 0, 0, len(headings) - 1, "Ministry of Foreign Affairs of Verenia: persons sought in Qasr al-Marj", title
    )
    for column, heading in enumerate(headings):
        sheet.write_string(2, column, heading, bold)
    for number, person in enumerate(SOUGHT, start=1):
        sheet.write_number(2 + number, 0, number)
        cells = (
            *(person.name_in(script) for script in ("Latn", "Cyrl", "Hebr", "Arab")),
            person.father_name,
            person.birth.edtf.rstrip("~"),
            "M" if person.sex.value == "male" else "F",
            *person.nationalities,
            person.home_place,
        )
        for column, cell in enumerate(cells, start=1):
            sheet.write_string(2 + number, column, cell)
    sheet.set_column(1, 4, 26)
    sheet.set_column(5, 10, 14)
    sheet.freeze_panes(3, 2)
    book.close()
    return out.getvalue()


# --- the Arabic register -----------------------------------------------------------------------------------------

_AR_HEADINGS = ("الاسم الكامل", "اسم الأب", "الجنس", "تاريخ الميلاد", "الجنسية", "المركز", "تاريخ الدخول", "الحالة")
_AR_PLACES = (
    "مشفى الميناء الميداني",
    "مركز الإيواء الأول",
    "مركز الإيواء الثاني",
    "مدرسة الشاطئ",
    "عيادة باب الريح",
    "مشفى الرازي الجديد",
)
_AR_STATES = ("مقيم", "نُقل إلى مركز آخر", "غادر", "قيد العلاج", "غير معروف")
_AR_PLANTED = (
    Planted("V-01", ("ماكسيم ايغور جلفاكوف", "ايغور", "ذكر", "1991/4/17", "روسي", "مشفى الميناء الميداني", "H2026-02-11", "قيد العلاج")),
    Planted("V-01", ("اندريه ايغور جلفاكوف", "ايغور", "ذكر", "1986", "روسي", "مدرسة الشاطئ", "H2026-01-20", "غادر"),
            "brother by the look of it: same father and family name, other given name"),
    Planted("V-01", ("مكسيم سيرغي جيلفاكوف", "سيرغي", "ذكر", "1969/9/2", "روسي", "مركز الإيواء الأول", "H2025-12-30", "غادر"),
            "same given and family name, other father, 22 years older"),
    Planted("V-01", ("ايغور مكسيم جلفاكوف", "مكسيم", "ذكر", "H1962-05-08", "روسي", "مركز الإيواء الأول", "H2025-12-30", "غادر"),
            "given name and father's name the other way round, a generation older"),
    Planted("V-05", ("دويت جيتنت اسمرى", "جيتنت", "ذكر", "1998", "إثيوبي", "مركز الإيواء الثاني", "H2026-01-05", "مقيم")),
    Planted("V-05", ("غيتنت داويت أسماري", "داويت", "ذكر", "1971", "إثيوبي", "مركز الإيواء الثاني", "H2026-01-05", "مقيم"),
            "given name and father's name the other way round, a generation older"),
    Planted("V-05", ("داويت تسفاي أسماري", "تسفاي", "ذكر", "1983", "إثيوبي", "عيادة باب الريح", "2026/2/14", "غادر"),
            "same given and family name, other father, 15 years older"),
    Planted("V-07", ("يوسف سمير الدلاشى", "سمير", "ذكر", "H1988-01-23", "أردني", "مشفى الرازي الجديد", "H2026-03-02", "نُقل إلى مركز آخر")),
    Planted("V-07", ("يوسف سليم الدلاشي", "سليم", "ذكر", "1959", "أردني", "مدرسة الشاطئ", "H2025-12-12", "غادر"),
            "same given and family name, other father, 29 years older"),
    Planted("V-07", ("سامر سمير الدلاشي", "سمير", "ذكر", "1993/7/9", "أردني", "مدرسة الشاطئ", "H2025-12-12", "غادر"),
            "brother by the look of it: same father and family name, other given name"),
)  # fmt: skip


def arabic_register() -> tuple[bytes, dict[str, Any]]:
    """A relief body's register: a title row, two heading rows with merged cells, Eastern digits, two calendars."""
    dice = random.Random(20260430)
    rows = _with_planted(dice, [_arabic_row(dice) for _ in range(690)], _AR_PLANTED)
    first_row = 5  # as a spreadsheet shows it: title, empty row, two rows of headings
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": "سجل النزلاء", "author": "الهيئة الأهلية للإغاثة", "created": _STAMP})
    sheet = book.add_worksheet("السجل")
    sheet.right_to_left()
    head = book.add_format({"bold": True, "align": "center", "valign": "vcenter", "border": 1})
    title = book.add_format({"bold": True, "font_size": 14, "align": "center"})
    sheet.merge_range(
        0, 0, 0, 8, "سجل النزلاء والمرضى في مراكز الإيواء - الهيئة الأهلية للإغاثة، قصر المرج - ١٤٤٧ هـ", title
    )
    sheet.merge_range(2, 0, 3, 0, "الرقم", head)
    sheet.merge_range(2, 1, 2, 5, "بيانات الشخص", head)
    sheet.merge_range(2, 6, 2, 8, "بيانات الإيواء", head)
    for column, heading in enumerate(_AR_HEADINGS, start=1):
        sheet.write_string(3, column, heading, head)
    for number, row in enumerate(rows, start=1):
        cells = [_eastern_date(cell) if column in (3, 6) else cell for column, cell in enumerate(row.cells)]
        for column, cell in enumerate((str(number).translate(_EASTERN), *cells)):
            sheet.write_string(first_row - 2 + number, column, cell)
    sheet.set_column(1, 1, 30)
    sheet.set_column(2, 8, 18)
    book.close()
    return out.getvalue(), _key(rows, first_row)


def _arabic_row(dice: random.Random) -> Planted:
    woman = dice.random() < 0.35
    if dice.random() < 0.12:
        given = dice.choice(parts.RU_FEMALE if woman else parts.RU_MALE)
        family = dice.choice(parts.RU_FAMILY)
        father = parts.in_arabic(dice.choice(parts.RU_FATHERS)[0])
        family = parts.in_arabic(parts.ru_family_of_woman(family) if woman else family)
        name, nationality = (
            f"{parts.in_arabic(given)} {father} {family}",
            dice.choice(("روسي", "أوكراني", "بيلاروسي")),
        )
    else:
        father = dice.choice(parts.AR_MALE)
        middle = f"{father} {dice.choice(parts.AR_MALE)}" if dice.random() < 0.4 else father
        name = f"{dice.choice(parts.AR_FEMALE if woman else parts.AR_MALE)} {middle} {dice.choice(parts.AR_FAMILY)}"
        nationality = dice.choice(("محلي", "محلي", "محلي", "محلي", "مصري", "أردني", "سوداني", "إثيوبي"))
    born = date(1945, 1, 1) + timedelta(days=dice.randrange(65 * 365))
    birth = dice.choice((f"{born.year}/{born.month}/{born.day}", f"H{born}", str(born.year), str(born.year), ""))
    entered = date(2025, 10, 10) + timedelta(days=dice.randrange(190))
    entry = f"H{entered}" if dice.random() < 0.7 else f"{entered.year}/{entered.month}/{entered.day}"
    sex = "أنثى" if woman else "ذكر"
    if dice.random() < 0.08:
        sex = "انثى" if woman else "ذكر "
    return Planted(
        "", (name, father, sex, birth, nationality, dice.choice(_AR_PLACES), entry, dice.choice(_AR_STATES))
    )


def _eastern_date(cell: str) -> str:
    if cell.startswith("H"):
        hijri = Gregorian.fromdate(date.fromisoformat(cell[1:])).to_hijri()
        cell = f"{hijri.year}/{hijri.month}/{hijri.day} هـ"
    return cell.translate(_EASTERN)


# --- the Russian table -------------------------------------------------------------------------------------------

_RU_HEADINGS = ("№", "Фамилия", "Имя", "Отчество", "Дата рождения", "Пол", "Гражданство", "Место рождения",
                "Последнее место пребывания", "Примечание")  # fmt: skip
_RU_TOWNS = ("Карвель", "Бренн", "Телмо", "Порт-Халим", "Лендаро", "Ост-Варна", "Сухой Брод", "Малая Пристань")
_RU_PLACES = (
    "Каср-эль-Мардж, порт",
    "Каср-эль-Мардж, квартал Мина",
    "переправа Баб-эр-Рих",
    "неизвестно",
    "пригород",
    "",
)
_RU_NOTES = (
    "",
    "",
    "",
    "",
    "выехал в ноябре",
    "со слов соседей",
    "данные уточняются",
    "паспорт утерян",
    "работал на верфи",
)
_RU_PLANTED = (
    Planted("V-02", ("Штифельман", "Алёна", "Аркадьевна", "1968", "ж", "Россия", "Карвель", "Каср-эль-Мардж, порт", "со слов соседей")),
    Planted("V-02", ("Штивельман", "Елена", "Борисовна", "14.03.1990", "ж", "Россия", "Бренн", "неизвестно", ""),
            "same given and family name, other father, 22 years younger"),
    Planted("V-02", ("Штивельман", "Ирина", "Аркадьевна", "02.11.1964", "ж", "Россия", "Карвель", "выехала", ""),
            "sister by the look of it: same father and family name, other given name"),
    Planted("V-02", ("Штильман", "Елена", "Аркадьевна", "21.07.1951", "ж", "Россия", "Лендаро", "", ""),
            "another, shorter family name, 17 years older"),
    Planted("V-03", ("Квичук", "Тарас", "Богданович", "12.08.1985", "м", "Украина", "Бренн", "Каср-эль-Мардж, порт", "работал на верфи")),
    Planted("V-03", ("Квитчук", "Богдан", "Тарасович", "30.01.1958", "м", "Украина", "Бренн", "неизвестно", ""),
            "given name and father's name the other way round, a generation older"),
    Planted("V-03", ("Квитчук", "Назар", "Богданович", "19.05.1989", "м", "Украина", "Бренн", "выехал в ноябре", ""),
            "brother by the look of it: same father and family name, other given name"),
    Planted("V-07", ("Даллаши", "Юсуф", "Самирович", "23.01.1988", "м", "Иордания", "Телмо", "переправа Баб-эр-Рих", "данные уточняются")),
    Planted("V-07", ("аль-Даллаши", "Самир", "Юсефович", "1961", "м", "Иордания", "Телмо", "неизвестно", ""),
            "given name and father's name the other way round, a generation older"),
    Planted("V-07", ("Даллаль", "Юсеф", "Самирович", "05.12.2001", "м", "Иордания", "Порт-Халим", "", ""),
            "another family name, 13 years younger"),
    # Faults made on purpose: a day that does not exist, rows without a name, dates as people write them.
    Planted("", ("Тополев", "Юлиан", "Маркович", "31.02.1994", "м", "Россия", "Бренн", "неизвестно", "")),
    Planted("", ("", "", "", "12.06.1980", "м", "Россия", "", "Каср-эль-Мардж, порт", "имя неразборчиво")),
    Planted("", ("", "", "", "", "ж", "", "", "пригород", "")),
    Planted("", ("Зорькина", "Нонна", "Ефимовна", "около 1970", "ж", "Россия", "Лендаро", "", "")),
    Planted("", ("Снегирова", "Лия", "Наумовна", "05.11.78", "ж", "Россия", "Телмо", "неизвестно", "")),
)  # fmt: skip


def russian_table() -> tuple[bytes, dict[str, Any]]:
    """A table kept by a consular volunteer: cp1251, semicolons, some rows twice, some faults."""
    dice = random.Random(20260501)
    plain = [_russian_row(dice) for _ in range(881)]
    plain += dice.sample(plain, 4)  # the same row entered twice
    rows = _with_planted(dice, plain, _RU_PLANTED)
    return _csv(_RU_HEADINGS, rows, delimiter=";").encode("cp1251"), _key(rows, 2)


def _russian_row(dice: random.Random) -> Planted:
    woman = dice.random() < 0.42
    family = dice.choice(parts.RU_FAMILY)
    _, his, her = dice.choice(parts.RU_FATHERS)
    born = date(1940, 1, 1) + timedelta(days=dice.randrange(68 * 365))
    birth = dice.choice((*(f"{born:%d.%m.%Y}",) * 7, str(born.year), f"{born:%d.%m.%y}", ""))
    return Planted(
        "",
        (
            parts.ru_family_of_woman(family) if woman else family,
            dice.choice(parts.RU_FEMALE if woman else parts.RU_MALE),
            (her if woman else his) if dice.random() < 0.95 else "",
            birth,
            "ж" if woman else "м",
            dice.choice(("Россия", "Россия", "Украина", "Беларусь", "Грузия", "Молдова", "")),
            dice.choice(_RU_TOWNS),
            dice.choice(_RU_PLACES),
            dice.choice(_RU_NOTES),
        ),
    )


# --- the Hebrew table --------------------------------------------------------------------------------------------

_HE_HEADINGS = ("שם משפחה", "שם פרטי", "שם האב", "שנת לידה", "מין", "אזרחות", "מקום מגורים אחרון", "הערות")
_HE_TOWNS = ("קרוול", "ברן", "טלמו", "לנדרו", "נמל חלים", "")
_HE_NOTES = ("", "", "", "דווח על ידי בן משפחה", "אין קשר מאז אוקטובר", "נמצא, הקשר חודש", "כפילות אפשרית")
_HE_PLANTED = (
    Planted("V-01", ("ז'לווקוב", "מכסים", "איגור", "1991", "ז", "רוסיה", "ברן", "אין קשר מאז אוקטובר")),
    Planted("V-01", ("ז'לבקוב", "אנדריי", "איגור", "1986", "ז", "רוסיה", "ברן", "נמצא, הקשר חודש"),
            "brother by the look of it: same father and family name, other given name"),
    Planted("V-01", ("ז'לבקוב", "מקסים", "ולרי", "2004", "ז", "רוסיה", "קרוול", ""),
            "same given and family name, other father, 13 years younger"),
    Planted("V-03", ("קביצ'וק", "טרס", "בוגדן", "1985", "ז", "אוקראינה", "ברן", "דווח על ידי בן משפחה")),
    Planted("V-03", ("קוויצ'וק", "טאראס", "איוון", "1956", "ז", "אוקראינה", "לנדרו", ""),
            "same given and family name, other father, 29 years older"),
    Planted("V-03", ("קוויצ'וק", "בוגדן", "טאראס", "1960", "ז", "אוקראינה", "ברן", ""),
            "given name and father's name the other way round, a generation older"),
    Planted("V-05", ("אסמרה", "דאוויט", "גטנט", "1999", "ז", "אתיופיה", "טלמו", "אין קשר מאז אוקטובר")),
    Planted("V-05", ("אסמרה", "דוית", "אלמו", "1975", "ז", "אתיופיה", "טלמו", ""),
            "same given and family name, other father, 23 years older"),
    Planted("V-05", ("אסמרה", "דסטה", "גטנט", "2001", "נ", "אתיופיה", "טלמו", "נמצא, הקשר חודש"),
            "sister by the look of it: same father and family name, other given name"),
)  # fmt: skip


def hebrew_table() -> tuple[bytes, dict[str, Any]]:
    """A community office's table of residents without contact: cp1255, commas, family name first."""
    dice = random.Random(20260502)
    rows = _with_planted(dice, [_hebrew_row(dice) for _ in range(391)], _HE_PLANTED)
    return _csv(_HE_HEADINGS, rows, delimiter=",", numbered=False).encode("cp1255"), _key(rows, 2)


def _hebrew_row(dice: random.Random) -> Planted:
    woman = dice.random() < 0.45
    if dice.random() < 0.2:
        family = dice.choice(parts.RU_FAMILY)
        family = parts.in_hebrew(parts.ru_family_of_woman(family) if woman else family)
        given = parts.in_hebrew(dice.choice(parts.RU_FEMALE if woman else parts.RU_MALE))
        father = parts.in_hebrew(dice.choice(parts.RU_FATHERS)[0])
        nationality = dice.choice(("רוסיה", "אוקראינה", "בלארוס", "מולדובה"))
    else:
        family, given = dice.choice(parts.HE_FAMILY), dice.choice(parts.HE_FEMALE if woman else parts.HE_MALE)
        father, nationality = dice.choice(parts.HE_MALE), dice.choice(("ישראל", "ישראל", "ישראל", "ארגנטינה", "צרפת"))
    return Planted(
        "",
        (
            family,
            given,
            father if dice.random() < 0.9 else "",
            str(dice.randrange(1942, 2008)) if dice.random() < 0.93 else "",
            "נ" if woman else "ז",
            nationality,
            dice.choice(_HE_TOWNS),
            dice.choice(_HE_NOTES),
        ),
    )


# --- the echo ----------------------------------------------------------------------------------------------------

_ECHO_ORDER = ("V-07", "V-02", "V-05", "V-01", "V-08", "V-03", "V-06", "V-04")
_ECHO_NATIONS = {
    "RU": "روسيا",
    "UA": "أوكرانيا",
    "GE": "جورجيا",
    "ET": "إثيوبيا",
    "AR": "الأرجنتين",
    "JO": "الأردن",
    "FR": "فرنسا",
}
_AR_FATHERS = {"Igor": "إيغور", "Arkady": "أركادي", "Bohdan": "بوهدان", "Davit": "دافيت", "Getnet": "غيتنت", "Hugo": "هوغو",
               "Samir": "سمير", "Idriss": "إدريس"}  # fmt: skip


def echo() -> tuple[bytes, dict[str, Any]]:
    """A list that the group published as its own: our eight typed again from our own Arabic column, in another order."""
    people: dict[str, SoughtPerson] = {p.key: p for p in SOUGHT}
    lines = []
    for key in _ECHO_ORDER:
        person = people[key]
        retyped = person.name_in("Arab").replace("\u0651", "").replace("إ", "ا")
        year = person.birth.edtf[:4].translate(_EASTERN)
        lines.append(
            Planted(key, (retyped, _AR_FATHERS[person.father_name], year, _ECHO_NATIONS[person.nationalities[0]]))
        )
    text = _csv(("الرقم", "الاسم", "اسم الأب", "سنة الميلاد", "الجنسية"), lines, delimiter=",", digits=_EASTERN)
    return text.encode("utf-8-sig"), _key(lines, 2)


# --- shared by all -----------------------------------------------------------------------------------------------


def _with_planted(dice: random.Random, rows: list[Planted], planted: Sequence[Planted]) -> list[Planted]:
    """The rows with the planted ones at places of their own."""
    mixed = list(rows)
    for row in planted:
        mixed.insert(dice.randrange(10, len(mixed)), row)
    return mixed


def _csv(
    headings: Sequence[str],
    rows: Sequence[Planted],
    *,
    delimiter: str,
    numbered: bool = True,
    digits: dict[int, int] | None = None,
) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(headings)
    number: Callable[[int], list[str]] = (lambda n: [str(n).translate(digits or {})]) if numbered else (lambda _: [])
    for n, row in enumerate(rows, start=1):
        writer.writerow([*number(n), *row.cells])
    return out.getvalue()


def _key(rows: Sequence[Planted], first_row: int) -> dict[str, Any]:
    people: dict[str, list[int]] = {}
    namesakes: dict[str, list[dict[str, Any]]] = {}
    for number, row in enumerate(rows, start=first_row):
        if row.key and row.why:
            namesakes.setdefault(row.key, []).append({"row": number, "why": row.why})
        elif row.key:
            people.setdefault(row.key, []).append(number)
    return {"people": dict(sorted(people.items())), "namesakes": dict(sorted(namesakes.items()))}

"""The words of a list that leaves, in the recipient's language: headings, countries, sex, a page.

In: a script, a closed word. Out: text. Headings are such as `exchange` knows, so that a list that comes back is read.
Another language is another entry in each table.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from homeward.records import Sex

LANGUAGE_OF_SCRIPT = {"Latn": "en", "Cyrl": "ru", "Hebr": "he", "Arab": "ar"}
RIGHT_TO_LEFT = frozenset({"Hebr", "Arab"})

FIELD_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "number": "No.", "name": "Full name", "father_name": "Father's name", "birth_year": "Year of birth",
        "nationality": "Nationality", "birth": "Date of birth", "sex": "Sex", "nationalities": "Nationalities",
        "mother_name": "Mother's name", "place_of_birth": "Place of birth", "home_place": "Place of residence",
        "missing_since": "Missing since", "identifiers": "Identity number", "other_names": "Other names",
    },
    "ru": {
        "number": "№", "name": "ФИО", "father_name": "Имя отца", "birth_year": "Год рождения",
        "nationality": "Гражданство", "birth": "Дата рождения", "sex": "Пол", "nationalities": "Гражданства",
        "mother_name": "Имя матери", "place_of_birth": "Место рождения", "home_place": "Место жительства",
        "missing_since": "Дата исчезновения", "identifiers": "Номер документа", "other_names": "Другие имена",
    },
    "he": {
        "number": "מס'", "name": "שם מלא", "father_name": "שם האב", "birth_year": "שנת לידה",
        "nationality": "אזרחות", "birth": "תאריך לידה", "sex": "מין", "nationalities": "אזרחויות",
        "mother_name": "שם האם", "place_of_birth": "מקום לידה", "home_place": "מקום מגורים",
        "missing_since": "נעדר מאז", "identifiers": "מספר זהות", "other_names": "שמות נוספים",
    },
    "ar": {
        "number": "الرقم", "name": "الاسم الكامل", "father_name": "اسم الأب", "birth_year": "سنة الميلاد",
        "nationality": "الجنسية", "birth": "تاريخ الميلاد", "sex": "الجنس", "nationalities": "الجنسيات",
        "mother_name": "اسم الأم", "place_of_birth": "مكان الميلاد", "home_place": "مكان الإقامة",
        "missing_since": "مفقود منذ", "identifiers": "رقم الهوية", "other_names": "أسماء أخرى",
    },
}  # fmt: skip

_SEXES = {
    "en": {Sex.FEMALE: "female", Sex.MALE: "male", Sex.OTHER: "other"},
    "ru": {Sex.FEMALE: "женский", Sex.MALE: "мужской", Sex.OTHER: "иной"},
    "he": {Sex.FEMALE: "נקבה", Sex.MALE: "זכר", Sex.OTHER: "אחר"},
    "ar": {Sex.FEMALE: "أنثى", Sex.MALE: "ذكر", Sex.OTHER: "آخر"},
}
# What stands about the table on pages. The title is neutral: what the desk calls a list does not leave.
_SHEETS = {
    "en": {
        "title": "List of persons", "as_of": "As of {day}", "rows": "Rows: {rows}", "page": "Page {n} of {m}",
        "hash": "Approved table, SHA-256:",
    },
    "ru": {
        "title": "Список лиц", "as_of": "По состоянию на {day}", "rows": "Строк: {rows}",
        "page": "Страница {n} из {m}", "hash": "Утверждённая таблица, SHA-256:",
    },
    "he": {
        "title": "רשימת אנשים", "as_of": "נכון ליום {day}", "rows": "שורות: {rows}", "page": "עמוד {n} מתוך {m}",
        "hash": "הטבלה שאושרה, SHA-256:",
    },
    "ar": {
        "title": "قائمة أشخاص", "as_of": "حتى تاريخ {day}", "rows": "عدد الصفوف: {rows}", "page": "صفحة {n} من {m}",
        "hash": "الجدول المعتمد، SHA-256:",
    },
}  # fmt: skip
_ABOUT = {"en": "about {}", "ru": "около {}", "he": "בערך {}", "ar": "حوالي {}"}


def sex_words(sex: Sex, language: str) -> str:
    """The sex as recorded, in the recipient's language."""
    return _SEXES[language][sex]


def sheet_words(language: str, *, as_of: date | None, rows: int) -> dict[str, str]:
    """What stands about a table on pages: title, as_of, rows, hash, and page with places for two numbers."""
    from babel.dates import format_date  # loaded on first use

    said = _SHEETS[language]
    day = format_date(as_of, "d MMMM y", locale=language) if as_of else ""
    return {**said, "as_of": said["as_of"].format(day=day) if day else "", "rows": said["rows"].format(rows=rows)}


def about_words(years: str, language: str) -> str:
    """A year that is not known exactly."""
    return _ABOUT[language].format(years)


@cache
def country_words(code: str, language: str) -> str:
    """A country's name; the code where none is known."""
    from babel import Locale  # loaded on first use

    return str(Locale.parse(language).territories.get(code.upper(), code))

"""The words of a list that leaves, in the recipient's language: headings, countries, sex.

In: a script, a closed word. Out: text. Headings are such as `exchange` knows, so that a list that comes back is read.
Another language is another entry in each table.
"""

from __future__ import annotations

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
_ABOUT = {"en": "about {}", "ru": "около {}", "he": "בערך {}", "ar": "حوالي {}"}


def sex_words(sex: Sex, language: str) -> str:
    """The sex as recorded, in the recipient's language."""
    return _SEXES[language][sex]


def about_words(years: str, language: str) -> str:
    """A year that is not known exactly."""
    return _ABOUT[language].format(years)


@cache
def country_words(code: str, language: str) -> str:
    """A country's name; the code where none is known."""
    from babel import Locale  # loaded on first use

    return str(Locale.parse(language).territories.get(code.upper(), code))

"""What headings tell. Adding a case is adding a line."""

from __future__ import annotations

import pytest

from homeward.exchange.meanings import LANGUAGES, Meaning, tell_meaning

TOLD = {
    Meaning.NUMBER: "No.|№|№ п/п|п/п|מס'|מספר סידורי|م|الرقم|ت|#|ردیف",
    Meaning.FULL_NAME: (
        "Name|Full name|FULL NAME|ФИО|Ф.И.О.|Фамилия, имя, отчество|Surname and first name|שם מלא|שם"
        "|الاسم|الاسم الكامل|الإسم|الاسم الرباعي|ПІБ|Name (English)|الاسم / Name|نام و نام خانوادگی"
        "|Name of the detainee"
    ),
    Meaning.GIVEN_NAME: "First name|Given name(s)|Имя|שם פרטי|الاسم الأول|نام|Имя, отчество",
    Meaning.FATHER_NAME: "Father's name|Father’s name|Имя отца|שם האב|اسم الأب|اسم الوالد|نام پدر",
    Meaning.GRANDFATHER_NAME: "Grandfather's name|اسم الجد|שם הסב",
    Meaning.FAMILY_NAME: "Surname|Last name|Фамилия|Прізвище|שם משפחה|שם המשפחה|اللقب|اسم العائلة|نام خانوادگی",
    Meaning.PATRONYMIC: "Отчество|Patronymic|По батькові",
    Meaning.MOTHER_NAME: "Mother's name|Mother's full name|Имя матери|שם האם|اسم الأم|اسم الوالدة",
    Meaning.ALIAS: "Alias|a.k.a.|Also known as|Позывной|כינוי|الاسم الحركي",
    Meaning.BIRTH_DATE: (
        "Date of birth|DOB|D.O.B.|Дата рождения|תאריך לידה|ת. לידה|تاريخ الميلاد|تاريخ الولادة"
        "|تاریخ تولد|Age / date of birth"
    ),
    Meaning.BIRTH_YEAR: "Year of birth|Год рождения|г.р.|שנת לידה|سنة الميلاد",
    Meaning.AGE: "Age|Возраст|גיל|العمر|السن|Age (years)",
    Meaning.SEX: "Sex|Gender|Пол|מין|الجنس",
    Meaning.NATIONALITY: "Nationality|Citizenship(s)|Гражданство|אזרחות|الجنسية",
    Meaning.PLACE_OF_BIRTH: "Place of birth|Место рождения|מקום לידה|مكان الولادة",
    Meaning.PLACE_OF_HOLDING: (
        "Place of detention|Prison|Место содержания|מקום מעצר|מקום ההחזקה|مكان الاحتجاز|السجن|Name of prison"
    ),
    Meaning.HOME_PLACE: "Address|Home town|Адрес|Место жительства|כתובת|العنوان|المحافظة",
    Meaning.CAPTURED_ON: (
        "Date of capture|Captured on|Дата пленения|Дата задержания|תאריך חטיפה|تاريخ الاعتقال|تاريخ الأسر"
    ),
    Meaning.STATUS: "Status|Статус|מצב|الحالة",
    Meaning.IDENTIFIER: "ID|Passport No.|Номер паспорта|ת.ז.|תעודת זהות|رقم الهوية|رقم الجواز",
    Meaning.REMARKS: "Remarks|Notes|Примечание|הערות|ملاحظات",
    Meaning.SOURCE: "Source|Источник|מקור|المصدر",
}


@pytest.mark.parametrize(("meaning", "heading"), [(m, h) for m, hs in TOLD.items() for h in hs.split("|")])
def test_headings_tell_their_meaning_and_the_reason(meaning: Meaning, heading: str) -> None:
    told = tell_meaning(heading)
    assert told is not None
    assert told.meaning is meaning
    assert told.phrase in told.why
    assert LANGUAGES[told.language] in told.why


@pytest.mark.parametrize(
    "heading", ["", "Dana Orlin", "Зимин Глеб", "17/03/1994", "—", "x" * 500, "Height", "נעם אבירם"]
)
def test_what_is_no_heading_tells_nothing(heading: str) -> None:
    assert tell_meaning(heading) is None


@pytest.mark.parametrize(
    ("upper", "lower", "meaning"),
    [
        ("Birth", "Date", Meaning.BIRTH_DATE),
        ("Birth", "Place", Meaning.PLACE_OF_BIRTH),
        ("ФИО", "Фамилия", Meaning.FAMILY_NAME),
        ("Mother", "Name", Meaning.MOTHER_NAME),
        ("الميلاد", "تاريخ", Meaning.BIRTH_DATE),
        ("Рождение", "Место", Meaning.PLACE_OF_BIRTH),
        ("Name", "", Meaning.FULL_NAME),
    ],
)
def test_two_rows_of_headings_are_read_together(upper: str, lower: str, meaning: Meaning) -> None:
    told = tell_meaning(upper, lower)
    assert told is not None
    assert told.meaning is meaning

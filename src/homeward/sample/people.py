"""The eight invented people whom the sample case looks for.

In: nothing. Out: `SOUGHT`, and the words by which a text means all of them.
Leaves to others: what is said of them (`plan`), and the files in which they are hidden (`files`).
"""

from __future__ import annotations

from dataclasses import dataclass

from homeward.records import NameKind, PartialDate, Sex, WrittenName


@dataclass(frozen=True, slots=True)
class SoughtPerson:
    """One invented sought person; `key` is the desk's own number, used throughout the sample."""

    key: str
    names: tuple[WrittenName, ...]
    father_name: str
    birth: PartialDate
    sex: Sex
    nationalities: tuple[str, str]
    home_place: str
    missing_since: PartialDate

    def name_in(self, script: str) -> str:
        """The name as written in a script (ISO 15924)."""
        return next(n.text for n in self.names if n.script == script)


def _person(
    key: str, latin: str, cyrillic: str, hebrew: str, arabic: str, father: str, birth: str, sex: Sex,
    nationalities: tuple[str, str], home: str, missing_since: str, *, cyrillic_language: str = "ru",
) -> SoughtPerson:  # fmt: skip
    names = (
        WrittenName(latin, NameKind.FULL, "Latn", "en"),
        WrittenName(cyrillic, NameKind.TRANSLITERATION, "Cyrl", cyrillic_language),
        WrittenName(hebrew, NameKind.TRANSLITERATION, "Hebr", "he"),
        WrittenName(arabic, NameKind.TRANSLITERATION, "Arab", "ar"),
    )
    return SoughtPerson(
        key, names, father, PartialDate.read(birth), sex, nationalities, home, PartialDate.read(missing_since)
    )


SOUGHT: tuple[SoughtPerson, ...] = (
    _person(
        "V-01", "Maksim Zhelvakov", "Максим Игоревич Желваков", "מקסים ז'לבקוב", "مكسيم جيلفاكوف",
        "Igor", "1991-04-17", Sex.MALE, ("RU", "IL"), "Brenn", "2025-10-06",
    ),
    _person(
        "V-02", "Yelena Shtivelman", "Елена Аркадьевна Штивельман", "ילנה שטיבלמן", "يلينا شتيفلمان",
        "Arkady", "1968", Sex.FEMALE, ("RU", "IL"), "Karvel", "2025-10-06",
    ),
    _person(
        "V-03", "Taras Kvitchuk", "Тарас Богданович Квітчук", "טאראס קוויצ'וק", "تاراس كفيتشوك",
        "Bohdan", "1985-08-12", Sex.MALE, ("UA", "IL"), "Brenn", "2025-10-06", cyrillic_language="uk",
    ),
    _person(
        "V-04", "Levan Tsereladze", "Леван Давидович Цереладзе", "לבן צרלדזה", "ليفان تسيريلادزه",
        "Davit", "1977-11", Sex.MALE, ("GE", "IL"), "Karvel", "2025-10-07",
    ),
    _person(
        "V-05", "Dawit Getnet Asmare", "Давит Гетнет Асмаре", "דוית גטנט אסמרה", "داويت غيتنت أسماري",
        "Getnet", "1998~", Sex.MALE, ("ET", "IL"), "Telmo", "2025-10-06",
    ),
    _person(
        "V-06", "Mariana Feldsztejn", "Мариана Фельдштейн", "מריאנה פלדשטיין", "ماريانا فيلدشتاين",
        "Hugo", "1979-02-03", Sex.FEMALE, ("AR", "PL"), "Karvel", "2025-10-06",
    ),
    _person(
        "V-07", "Yousef Samir al-Dallashi", "Юсеф Самир аль-Даллаши", "יוסף סמיר אל-דלאשי", "يوسف سمير الدلّاشي",
        "Samir", "1988-01-23", Sex.MALE, ("JO", "DE"), "Telmo", "2025-10",
    ),
    _person(
        "V-08", "Hanane Idriss Zarwali", "Ханан Идрис Зарвали", "חנאן אידריס זרוואלי", "حنان إدريس الزروالي",
        "Idriss", "1995-06-30", Sex.FEMALE, ("FR", "MA"), "Brenn", "2025-10-06~",
    ),
)  # fmt: skip

# How texts of the sample speak of all of them without naming anybody.
GROUP_TERMS: tuple[str, ...] = (
    "the captives", "the eight", "eight captives", "people on the list", "those held in Qasr al-Marj",
    "пленные", "пленных", "восемь человек", "люди из списка", "эти люди",
    "השבויים", "החטופים", "שמונת השבויים",
    "الأسرى", "المحتجزون", "المحتجزين", "الأشخاص الثمانية",
)  # fmt: skip

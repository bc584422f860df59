"""What a list's own status word says, where it says it plainly.

In: a cell. Out: the subject of the claim it makes, or None. The whole cell must be one of these words: "not
released" and "wounded, then released" are left to a person, and a word not in the table makes no claim of its own.
"""

from __future__ import annotations

import unicodedata

from homeward.records import ClaimSubject

_WORDS: dict[ClaimSubject, tuple[str, ...]] = {
    ClaimSubject.CUSTODY: (
        "held", "detained", "in custody", "in captivity", "captive", "prisoner",
        "в плену", "содержится", "содержится под стражей", "задержан", "задержана",
        "בשבי", "עצור", "עצורה", "מוחזק", "מוחזקת",
        "محتجز", "محتجزة", "أسير", "أسيرة", "معتقل", "معتقلة",
    ),
    ClaimSubject.RELEASED: (
        "released", "freed",
        "освобожден", "освобождена", "освобождён",
        "שוחרר", "שוחררה",
        "أفرج عنه", "أفرج عنها", "أطلق سراحه", "أطلق سراحها", "محرر", "محررة",
    ),
    ClaimSubject.TRANSFERRED: (
        "transferred", "переведен", "переведён", "переведена", "הועבר", "הועברה", "نقل", "نقلت",
    ),
    ClaimSubject.ESCAPED: ("escaped", "бежал", "бежала", "נמלט", "נמלטה", "هرب", "هربت"),
    ClaimSubject.DEAD: (
        "dead", "deceased", "died", "killed",
        "погиб", "погибла", "умер", "умерла", "скончался", "скончалась",
        "נפטר", "נפטרה", "נהרג", "נהרגה", "מת", "מתה",
        "متوفى", "متوفاة", "توفي", "توفيت", "قتيل", "قتيلة", "قتل", "قتلت",
    ),
    ClaimSubject.HEALTH: (
        "wounded", "injured", "sick", "in hospital",
        "ранен", "ранена", "болен", "больна", "в больнице",
        "פצוע", "פצועה", "חולה", "בבית חולים",
        "جريح", "جريحة", "مصاب", "مصابة", "مريض", "مريضة",
    ),
    ClaimSubject.ALIVE: ("alive", "жив", "жива", "חי", "חיה", "حي", "على قيد الحياة"),
}  # fmt: skip


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    # Vowel points and marks are written or left out at will.
    letters = "".join(c for c in unicodedata.normalize("NFD", letters) if not unicodedata.combining(c))
    return " ".join(letters.strip(" .,;:!").split())


_SUBJECT_OF = {_plain(word): subject for subject, words in _WORDS.items() for word in words}


def subject_of_status(status: str) -> ClaimSubject | None:
    """What a status cell claims; None where it is empty or not plain."""
    return _SUBJECT_OF.get(_plain(status))

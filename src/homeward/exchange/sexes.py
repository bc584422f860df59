"""Sex as lists write it, in several languages, letters lost or mirrored included.

In: the text of a cell. Out: `Sex`, or None.
Leaves to others: reporting what is not understood.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from homeward.calendars.digits import without_steering
from homeward.records import Sex

_FEMALE = (
    "f female w woman girl lady ж жен женский женщина женск девочка жін жіноча жінка נ נקבה אישה אשה ילדה "
    "أنثى انثى انثي أنثي إمرأة امرأة بنت ث زن مؤنث دختر"
)
_MALE = (
    "m male man boy gentleman м муж мужской мужчина мужск мальчик ч чол чоловіча чоловік ז זכר גבר ילד "
    "ذكر رجل ولد مذكر ذ مرد پسر"
)
_OTHER = "other x nonbinary другой інше אחר آخر"


@lru_cache(maxsize=1024)
def read_sex(text: str) -> Sex | None:
    """Read one cell; also a word mirrored or with its last letter first, as right-to-left text comes out of PDFs."""
    folded = _fold(text)
    table = _table()
    return table.get(folded) or table.get(folded[::-1]) or table.get(folded[1:] + folded[:1])


def _fold(text: str) -> str:
    text = unicodedata.normalize("NFKD", without_steering(text)).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c))
    return text.replace("ى", "ي").replace("ـ", "").strip(" .()-:")


@lru_cache(maxsize=1)
def _table() -> dict[str, Sex]:
    lists = ((Sex.FEMALE, _FEMALE), (Sex.MALE, _MALE), (Sex.OTHER, _OTHER))
    return {_fold(word): sex for sex, words in lists for word in words.split()}

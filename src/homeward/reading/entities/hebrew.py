"""A Hebrew word by itself: the small words written together with it, and what lists it stands in.

In: the tokens of a text. Out: `Form` of each word. Leaves to others: neighbours (`observe`), what is meant (`model`).

Hebrew has no capitals, and writes "and", "in", "to", "from", "that", "as" together with the next word. Which letters
are such a prefix is settled for the whole document: by the lists, by the same word standing alone elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from homeward.names import listed_kinds
from homeward.reading.entities import lists
from homeward.reading.entities.forms import Form, is_latin, is_number, shape_of
from homeward.reading.segment import Token
from homeward.reading.tables import words_of

_FORMS_KEPT = 60_000
_LONGEST = 40
_GIVEN = frozenset("mfg")
_PREFIX = re.compile("ו?(?:כש|לכש|מש|שה|ש)?[בלמכ]?ה?")
_BEFORE_QUOTE = re.compile('([והבלמשכ]{1,4})(["״])([א-ת].+)', re.DOTALL)
_ENDINGS = ("סקי", "צקי", "וביץ", "וביץ'", "שטיין", "ברג", "מן", "נקו", "ייב", "שווילי", "יאן", "זון", "פלד", "לד")


BODIES = words_of(
    """משרד ממשלה ממשלת הממשלה ועדה ועדת וועדת הוועדה הועדה מפלגה מפלגת ארגון הארגון חברה חברת החברה בנק
    אוניברסיטה אוניברסיטת האוניברסיטה מכללה מכללת צבא הצבא משטרה משטרת המשטרה תנועה תנועת התנועה איגוד התאחדות
    עמותה עמותת העמותה קרן הקרן כנסת הכנסת פרלמנט הפרלמנט סנאט הסנאט קונגרס הקונגרס מועצה מועצת המועצה עירייה
    עיריית העירייה סוכנות רשות הרשות שגרירות קונסוליה קונסוליית פרקליטות הפרקליטות חטיבה חטיבת גדוד אוגדה אוגדת
    פיקוד יחידה יחידת כנופיית מיליציה מיליציית חזית החזית גדודי ברית איחוד האיחוד פורום מכון המכון מרכז המרכז
    עיתון העיתון ערוץ רדיו תחנה מליאה סיעה סיעת הסיעה ליגה ליגת קבוצה קבוצת הקבוצה להקת תיאטרון מוזיאון ספריית
    ישיבת כולל תאגיד קואליציה משלחת המשלחת נציבות הנציבות בג"ץ צה"ל שב"כ מוסד המוסד או"ם האו"ם נאט"ו אש"ף מד"א
    מל"ל השב"כ פתח חמאס חיזבאללה חמא"ס הצלב
    """
)
ROLES = words_of(
    """שר השר שרת השרה ראש נשיא הנשיא נשיאת יו"ר היו"ר יושב-ראש חבר חברת ח"כ חה"כ דובר דוברת הדובר הדוברת מזכיר
    מזכ"ל אלוף תת-אלוף סגן רב-אלוף סרן רס"ן סא"ל אל"מ אל"ם טוראי סמל רב-סמל קצין מפקד מנהל מנכ"ל מנכ"לית היועץ
    יועץ יועצת שגריר השגריר קונסול מלך המלך מלכת נסיך הנסיך האפיפיור הרב רב רבי ר' ד"ר פרופ' פרופסור עו"ד מר גברת
    גב' העיתונאי עיתונאי עיתונאית השופט השופטת שופט שופטת הסופר סופר המשורר משורר ההיסטוריון הפילוסוף חוקר הבמאי
    השחקן שחקן שחקנית הזמר מנהיג המנהיג אביו אמו אחיו אחותו אחיה בנו בתו אשתו בעלה דודו אביה אמה בן בת הבן הבת
    אלמנתו תושב תושבת החטוף החטופה השבוי האסיר נציג נציגת הנציג מתווך שליח השליח פעיל ממלא מקום אדוני גברתי רבותי
    חברי הרמטכ"ל רמטכ"ל מפכ"ל הכומר הבישוף השייח
    """
)
PLACES = words_of(
    """עיר העיר עיירה העיירה כפר הכפר מושב קיבוץ יישוב היישוב שכונה שכונת רחוב שדרות כיכר הר הרי גבעת נהר נחל ים אגם
    מפרץ     חוף אי האי איי עמק בקעת רמת מדבר מדינה מדינת המדינה ממלכה ממלכת נמל מחוז אזור רצועת מחנה בסיס כלא
    מזרח מערב צפון דרום בצפון בדרום במזרח במערב מרכז גוש קריית קרית נווה מעלה גן בית באר עין תל כביש
    צומת גשר אדמת חבל גבול היבשת יבשת מעבר ארץ קברו"""
)
SPEECH = words_of(
    """אמר אמרה אמרו הודיע הודיעה הודיעו מסר מסרה מסרו טען טענה טענו הוסיף הוסיפה ציין ציינה הדגיש הדגישה השיב
    השיבה כתב כתבה סיפר סיפרה הבהיר הבהירה הכחיש הכחישה הבטיח הבטיחה נפגש נפגשה ביקר ביקרה נולד נולדה מת נפטר נהרג
    נרצח לדברי לפי מפי קרא קראה שאל ביקש ביקשה הציע הסביר הסבירה הגיב הגיבה דיווח דיווחה ציטט הציג
    """
)
_COMMON = words_of(
    """של את על עם אל כי לא כן אם גם או אבל אך רק כל זה זו זאת אלה אלו הוא היא הם הן אני אתה אנחנו אתם יש אין היה
    היתה הייתה היו יהיה תהיה להיות אשר מה מי איך למה כאשר כדי לכן אז עוד יותר מאוד כמו בין לפני אחרי תחת אצל ללא
    בלי עד מן שלא שלו שלה שלי שלנו שלהם אותו אותה אותם לו לה לי לנו להם לכם בו בה בהם ממנו ממנה אחד אחת שני שתי
    שלוש שלושה ארבע חמש שש שבע שמונה תשע עשר כך כבר הנה שם פה כאן היום אתמול מחר עכשיו תמיד אולי בגלל למרות במשך
    לאחר בשל כלומר דבר אדם אנשים שנה שנים יום ימים זמן פעם דרך מקום עולם חיים יד עבודה נושא שאלה חוק הצעה דיון
    תודה בבקשה
    """
)
_TABLES = (("body", BODIES), ("role", ROLES), ("place", PLACES), ("speech", SPEECH), ("common", _COMMON))


def split_quotes(words: Sequence[Token]) -> list[Token]:
    """Part a prefix from a name in quotation marks (``מה"חמאס"``); an acronym has its mark before the last letter."""
    found: list[Token] = []
    for token in words:
        match = _BEFORE_QUOTE.fullmatch(token.text) if '"' in token.text or "״" in token.text else None
        if match is None or len(match.group(3)) < 2 or token.kind != "w":
            found.append(token)
            continue
        middle, stop = token.start + match.end(1), token.start + match.end(2)
        found.append(Token(token.start, middle, match.group(1), "w"))
        found.append(Token(middle, stop, match.group(2), "p"))
        found.append(Token(stop, token.stop, match.group(3), "w"))
    return found


def forms_in(words: Sequence[Token]) -> Callable[[str], Form]:
    """How the words of this document are to be seen."""
    alone = {token.text for token in words if token.kind == "w"}

    def form(word: str) -> Form:
        return _form(word, _prefix_in(word, alone))

    kept: dict[str, Form] = {}

    def remembered(word: str) -> Form:
        found = kept.get(word)
        if found is None:
            found = kept[word] = form(word)
        return found

    return remembered


def _prefix_in(word: str, alone: set[str]) -> int:
    """How many letters of a word are a prefix: none where the lists know the whole."""
    if _listed(word) or not "א" <= word[:1] <= "ת":
        return 0
    lengths = _prefixes(word)
    for length in lengths:
        if _listed(word[length:]):
            return length
    return next((length for length in lengths if word[length:] in alone and len(word) - length > 2), 0)


@lru_cache(maxsize=_FORMS_KEPT)
def _prefixes(word: str) -> tuple[int, ...]:
    """Lengths that a prefix may have, the shortest first; what is left has two letters at least."""
    longest = _PREFIX.match(word)
    stop = longest.end() if longest else 0
    return tuple(n for n in range(1, stop + 1) if len(word) - n >= 2 and _PREFIX.fullmatch(word[:n]))


@lru_cache(maxsize=_FORMS_KEPT)
def _listed(word: str) -> tuple[str, ...]:
    """In which lists a word stands as it is written."""
    plain = word.replace("׳", "'").replace("״", '"').replace("־", "-")
    found = [name for name, table in _TABLES if plain in table]
    if plain in lists.places_of_one_word("he"):
        found.append("gaz=place")
    if plain in phrases():
        found.append("gaz=begins a place")
    kinds = (
        listed_kinds(plain[:_LONGEST])
        if len(plain) > 2 or plain in ("גל", "דן", "רן", "רז", "שי", "טל", "נח")
        else frozenset()
    )
    if kinds & _GIVEN:
        found.append("gaz=given")
    if "s" in kinds:
        found.append("gaz=family")
    return tuple(found)


@lru_cache(maxsize=_FORMS_KEPT)
def _form(word: str, prefix: int) -> Form:
    if not word[:1].isalpha():
        if is_number(word):
            return Form(word, word, word, ("sh=" + shape_of(word),), "num")
        return Form(word, word, word, ("w=" + word[:4],), "p" + word[:1])
    if is_latin(word):
        low = word.lower()
        return Form(word, low, low, ("w=" + low[:_LONGEST], "latin"), "L", is_capital=True)
    bare = word[prefix:].replace("׳", "'").replace("״", '"').replace("־", "-")
    listed = _listed(word[prefix:])
    letters = word[:prefix]
    signs = [
        "w=" + bare[:_LONGEST],
        "s2=" + bare[-2:],
        "s3=" + bare[-3:],
        "p2=" + bare[:2],
        f"long={min(len(bare), 9)}",
    ]
    signs += ["prefix=" + letters, *listed]
    told = "".join(name[0] if "=" not in name else name[4].upper() for name in listed)
    if not letters:
        others = {name for n in _prefixes(word) for name in _listed(word[n:]) if "=" in name}
        signs += ["may be " + name for name in sorted(others)]
    if '"' in bare:
        signs.append("acronym")
        told += '"'
    if re.search("[גזצתטח]'", bare):
        signs.append("foreign letter")
        told += "'"
    if "-" in bare:
        signs.append("hyphen")
    if bare.endswith(_ENDINGS):
        signs.append("ending of a family name")
    if not listed:
        signs.append("unlisted")
    kind = told + "|" + (letters[-1:] if letters else "") + ("ה" if bare.startswith("ה") and not listed else "")
    signs.append("k=" + kind)
    return Form(
        text=word,
        lemma=bare,
        stem=bare,
        signs=tuple(signs),
        kind=kind,
        is_capital="common" not in listed,
        is_given="gaz=given" in listed,
        skip=prefix - letters.endswith("ה"),
    )


@lru_cache(maxsize=1)
def phrases() -> dict[str, list[tuple[str, ...]]]:
    """Listed places of several words, by their first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in lists.place_phrases("he"):
        found.setdefault(name[0], []).append(name)
    return found

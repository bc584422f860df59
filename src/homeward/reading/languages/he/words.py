"""Hebrew: offices, bodies, small words, and verbs of speech in their forms.

In: nothing. Out: `TONGUE`. Leaves to others: what is done with them (`unmarked`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from homeward.names import listed_kinds
from homeward.reading.entities import find_entities
from homeward.reading.languages.unmarked.named import Named, learn_names, named
from homeward.reading.languages.unmarked.words import Cue, Frame, Kind, Tongue, fold, join_nouns, look_up
from homeward.reading.proposals import EntityKind
from homeward.records import Manner

_MEDIAL = {"ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ", "ך": "כ"}
_SUFFIXES = ("ו", "ה", "ם", "ן", "נו", "יו", "יה", "יהם", "יהן", "ינו", "י")


def _nouns(words: str, *, people: bool = False) -> list[tuple[tuple[str, ...], str, bool]]:
    """Each noun in its numbers and constructs, then with "his" and "her" on it.

    `people`: its feminine is another one: "the minister", a woman, is not the minister named before.
    """
    found: list[tuple[tuple[str, ...], str, bool]] = []
    for word in words.split():
        stem = word.removesuffix("ה")
        construct = stem + "ת" if stem != word else word
        last = word[:-1] + _MEDIAL.get(word[-1], word[-1])
        forms = (word, construct, last + "ים", last + "ות", last + "י", stem + "ות", stem + "ים", stem + "י")
        found.append((forms, word, False))
        found.append(((last + "ת",), last + "ת" if people and stem == word else word, False))
        own = tuple(base + suffix for base in (construct, last, last + "ת") for suffix in _SUFFIXES)
        found.append((tuple(form for form in own if form not in forms), word, True))
    return found


def _fixed(words: str) -> list[tuple[tuple[str, ...], str, bool]]:
    return [((word,), word, False) for word in words.split()]


_OF_KIN = {
    "אחות": "אחות",
    "דודת": "דודה",
    "אמ": "אם",
    "אבי": "אב",
    "אחי": "אח",
    "אשת": "אישה",
    "בעל": "בעל",
    "דוד": "דוד",
}


def _own_kin(words: str) -> list[tuple[tuple[str, ...], str, bool]]:
    """Kin with "his" and "her": the sister is known again by "sister"."""
    return [
        ((w,), next((kin for stem, kin in _OF_KIN.items() if w.startswith(stem)), w), True) for w in words.split()
    ]


def _own(words: str) -> list[tuple[tuple[str, ...], str, bool]]:
    return [((word,), word, True) for word in words.split()]


_ROLES = (
    'דובר שר סגן יו"ר יושב-ראש מפקד מנהל נציג בכיר פקיד עורך שגריר קונסול מנכ"ל מזכ"ל מזכיר שליח רופא חוקר '
    "שופט "
    'פרקליט סניגור סנגור תובע קצין נשיא מנהיג ראש רמטכ"ל אלוף יועץ מתווך דיפלומט כתב עיתונאי חבר עוזר איש מושל נספח שבוי '
    "ציר אחראי רכז מומחה מחנך ח\"כ מרכז ממונה פרשן אמן שייח' כומר רב ארכיבישוף בישוף הגמון מלך נסיך סוחר מוכתר "
    'קב"ט '
    "מאמן מהנדס פרמדיק חובש נהג טייס דייג ימאי צלם שדרן היסטוריון מרצה טכנאי קבלן חקלאי סוהר אסיר עציר שוטר בלש "
    "צוער מפקח יזם מתנדב נזיר נזירה אימאם תושב אזרח עקור פליט מהגר מבריח חוטף עובד פועל סטודנט מציל אורח מלווה "
    "סוקר פרקליטה גנרל מפונה משוחרר עד-ראייה בן-ערובה-לשעבר ארכאולוג אגרונום גאולוג משפטן אקדמאי מדען מיסיונר "
    'יורש מארגן פעיל עד ניצול לוחם קברניט רב-חובל מדינאי מבקר נציב סמנכ"ל מ"מ מאבטח מזכ"לית מנכ"לית סמנכ"לית'
)
_KIN = (
    "אב אבא אם אמא אח אחות בן בת בעל אישה דוד דודה סב סבא סבתא הורים קרוב משפחה חותן חמות גיס ארוס ארוסה נכד "
    "נכדה אלמנה "
    "אחיין בן-דוד בת-דוד שכן ידיד חברה הורה"
)
_OWN_KIN = (
    "אביו אביה אביהם אביהן אבי אמו אמה אמם אמי אחיו אחיה אחיהם אחי אחותו אחותה אחותם אחותי אשתו אשתי בעלה בעלי "
    "בנו בנה בתו "
    "בתה בנם בתם הוריו הוריה הוריהם קרוביו קרוביה משפחתו משפחתה משפחתם משפחותיהם דודו דודה דודתו סבו סבתו גיסו "
    "בנותיו ילדיו "
    "ארוסתו אלמנתו עוזרו עוזריו עוזריה יועצו מקורביו"
)
_BODIES = (
    "שירות סוכנות-ביון מנגנון מוקד מכון לובי איגוד-ימאים מיסיון בישופות דיוקסיה מסגד ישיבה תאגיד-ספנות מפקדה מבצר "
    'נספחות סנדיקט איגוד-עובדים התארגנות מטה-משפחות פורום כנופיה שבט חמולה קרטל חמ"ל צי אוגדה פלוגה לגיון מועצה-אזורית '
    "בעלות-הספינה חברה חברת-ביטוח מערך רשם מינהלת מליציה ארכיון קרמלין בונדסטאג ותיקן אפיפיורות דיקטטורה "
    "משרד תנועה ארגון ממשלה ועד ועדה משלחת צבא שגרירות קונסוליה מטה לשכה פלג מועצה צלב סהר חזית זרוע משמר משטרה "
    "גוש מפלגה "
    "איגוד התאחדות אגודה עמותה קרן רשות שלטון מוזיאון אוניברסיטה פרלמנט כנסת סנאט בית-חולים בית-משפט פרקליטות "
    "נציבות "
    "מינהל מנהל-אזרחי מיליציה גדוד חטיבה חיל פיקוד כוח מחתרת קבוצה ברית ליגה איחוד הנהלה הנהגה מחוז עירייה מחלקה "
    "אגף סוהרים "
    'מרכז סיעה קואליציה אופוזיציה נשיאות מזכירות דוברות תאגיד חברת-ספנות מוסד שב"כ מרכז-רפואי קהילה ועידה כנסייה '
    'פטריארכיה מנזר קיבוץ מושבה בנק לגיון פרקציה התאגדות הסתדרות נמל שב"ס או"ם צה"ל מל"ל סלפטק מלכות נסיכות'
)
_MEDIA = (
    "רשת סוכנות עיתון ערוץ רדיו אתר יומון תחנה שבועון ירחון מגזין רשת-שידור טלוויזיה עיתונות תחנת-רדיו "
    "בטאון גיליון דף-חדשות כתב-עת מקומון קול פייסבוק טוויטר טלגרם אינסטגרם וואטסאפ טיקטוק יוטיוב אקס"
)
_SOURCES = "מקור גורם"
_TITLES = (
    'ד"ר פרופ\' פרופסור מר גב\' גברת אל"מ תא"ל סא"ל רס"ן רס"ר סרן סגן-אלוף תת-אלוף תנ"צ נצ"מ סנ"צ עו"ד הרב אדון אינג\' '
    'ח"כ חה"כ השופט '
    'רבי ר\' הגה"צ הרה"ח הרה"ג הרה"צ הגאון אדמו"ר האדמו"ר כ"ק מרן העסקן הרבנית הגר"א הגב\' גבר דר\' אינג\'נר אל"ם סמ"ר רנ"ג סגן-ניצב '
    "השופטת הגנרל גנרל קולונל קפטן האדמירל אדמירל מייג'ור האב האחות סר לורד"
)
_THINGS = (
    'פגישה ריאיון ראיון הודעה תגובה שיחה נאום כנס מסיבה תדרוך מכתב שידור סרטון הקלטה הצהרה דיווח דו"ח דוח תום '
    "מהלך סיום "
    "סוף תחילה פתיחה ישיבה עצרת הפגנה טקס תשובה שאלה רשימה הסכם דבר דברים ציוץ פוסט דיון מסמך מזכר ביקור אירוע "
    "ידיעה "
    "כתבה מאמר פרסום טענה מסגרת עדות טלפון עניין נושא מקום שעה ערב בוקר צהריים לילה שבוע חודש שנה יום מועד רקע "
    "עיר מחנה כפר מחסום מעבר גבול מלון אולם הסכמה רשות-הדיבור קשר שמות שם ברכה איגרת מברק הופעה תוכנית אמצעות "
    "ידי פרס"
)

# Adjectives whose first letter looks like "in", "to", "from", "like".
_ADJECTIVES = (
    "ביטחוני בינלאומי בינעירוני בריטי ברזילאי בלגי בולגרי בוליביאני ביולוגי מצרי מרוקאי מקומי ממשלתי מדיני משפטי "
    "משטרתי מוסמך מערבי מזרחי מרכזי מקצועי מהימן מאלי מקסיקני מיוחד לבנוני לובי לאומי לטאי ליבי כורדי כלכלי כווייתי "
    "כנסייתי בכיר מעורב מוסלמי צרפתי גרמני איטלקי ספרדי טורקי קטרי עומאני סעודי ירדני סורי עיראקי איראני רוסי אוקראיני "
    "פולני יווני שווייצרי שוודי נורווגי אמריקאי אמריקני קנדי סיני יפני הודי תורכי זר בכיר"
)


def _adjectives(words: str) -> Iterator[str]:
    for word in words.split():
        yield from (word, word + "ת", word + "ם", word + "ות", word + "ה", word + "ים")


_PAST = "ה ו תי נו"


# Verbs of no speech, past and present: they end a phrase.
_VERBS = (
    "ישב:יושב עמד:עומד שכב:שוכב גר:גר ישן:ישן אכל:אוכל שתה:שותה הלך:הולך רץ:רץ נסע:נוסע טס:טס הגיע:מגיע חזר:חוזר יצא:יוצא "
    "נכנס:נכנס עלה:עולה ירד:יורד נפל:נופל קם:קם לקח:לוקח נתן:נותן שם:שם הביא:מביא הוציא:מוציא הכניס:מכניס החזיק:מחזיק "
    "תפס:תופס עצר: כלא: חטף: שחרר: ירה:יורה פצע:פוצע הרג: רצח: תקף: פרץ:פורץ ברח:בורח "
    "נמלט:נמלט נעלם:נעלם נעצר:נעצר נחטף:נחטף נהרג:נהרג נפצע:נפצע נרצח:נרצח נמצא:נמצא נראה:נראה נצפה:נצפה נבדק:נבדק "
    "נשלח:נשלח נערך:נערך נפתח:נפתח נסגר:נסגר נמשך:נמשך נגמר:נגמר נבחר:נבחר נקבע:נקבע נשאר:נשאר נאלץ:נאלץ נפגש:נפגש "
    "נפרד:נפרד נולד:נולד נכתב:נכתב נלקח:נלקח נגרר:נגרר נאסף:נאסף נקבר:נקבר נפטר:נפטר נמכר:נמכר נשאל:נשאל נתבקש:נתבקש נענה:נענה נשבר:נשבר נטען:נטען "
    "ראה:רואה שמע:שומע הרגיש:מרגיש ידע:יודע הכיר:מכיר זיהה:מזהה מצא: חיפש:מחפש בדק:בודק ניסה:מנסה הצליח:מצליח "
    "נכשל:נכשל התחיל:מתחיל סיים:מסיים המשיך:ממשיך הפסיק:מפסיק חיכה:מחכה המתין:ממתין עבד: למד: לימד: "
    "קנה: מכר: שילם:משלם קיבל:מקבל שלח:שולח העביר:מעביר הגיש:מגיש הציג:מציג פתח:פותח סגר:סוגר הקים: "
    "בנה: הרס: שרף: טבע:טובע הפליג:מפליג עגן:עוגן הטיס:מטיס נהג: צילם: הקליט: הקשיב:מקשיב "
    "בכה:בוכה שתק:שותק התפלל:מתפלל הפגין: צעד: התאסף:מתאסף התכנס:מתכנס הצטרף:מצטרף התחבא:מתחבא הסתתר:מסתתר "
    "התגורר:מתגורר התחתן:מתחתן התקבל:מתקבל התקיים:מתקיים התברר:מתברר התפרסם:מתפרסם התאשר:מתאשר התנהל:מתנהל "
    "השתתף:משתתף הסתיים:מסתיים הסתבר:מסתבר השתנה:משתנה הוביל: הנהיג: ניהל: פיקד: שירת: "
    "ייצג: ליווה: טיפל: עזר: סייע: תמך: הגן: שמר: הציל: איבד:מאבד שכח:שוכח זכר: "
    "אהב:אוהב שנא:שונא פחד:פוחד קיפל:מקפל הרים:מרים הניח:מניח זרק:זורק משך:מושך דחף: חתם:חותם קרע:קורע מילא:ממלא "
    "הועבר:מועבר הוחזק:מוחזק הוגש:מוגש הוצא: הוכנס:מוכנס הובא:מובא הופסק:מופסק הוקם:מוקם הותקף:מותקף הוסכם:מוסכם "
    "שוחרר:משוחרר נוהל:מנוהל סוכל:מסוכל בוטל:מבוטל פוזר:מפוזר גורש:מגורש הוזמן:מוזמן מונה: פוטר:מפוטר אותר:מאותר "
    "זומן:מזומן תוקן:מתוקן טופל:מטופל"
)


def _verbs() -> Iterator[str]:
    for pair in _VERBS.split():
        yield from _verb(*pair.split(":"))


_ALSO_NAMES = frozenset(["תאמר"])  # "she will say", and a man's name


def _verb(past: str, present: str, *, future: str = "", more: str = "") -> Iterator[str]:
    """The forms of a verb: past by gender and number, participle by gender and number, future."""
    for form in past.split():
        yield form
        form = form[:-1] + _MEDIAL.get(form[-1], form[-1])
        stem = form.removesuffix("ה")
        if stem != form:
            yield from (stem + "תה", stem + "ו", stem + "יתי", stem + "ינו")
        else:
            yield from (form + ending for ending in _PAST.split())
            if "י" in form[-2:-1]:  # causatives lose their vowel in the first person
                yield form[:-2] + form[-1] + "תי"
    for form in present.split():
        yield form
        stem = form.removesuffix("ה")
        last = stem[:-1] + _MEDIAL.get(stem[-1], stem[-1])
        yield from (last + ending for ending in ("ת", "ה", "ים", "ות"))
    for form in future.split():
        yield form
        if form.startswith("י"):
            if "ת" + form[1:] not in _ALSO_NAMES:
                yield "ת" + form[1:]
            yield form + "ו"
    yield from more.split()


_R, _D, _P, _C, _W, _M, _A = (
    Manner.REPORTED, Manner.DENIED, Manner.PROMISED, Manner.CONFIRMED, Manner.WARNED, Manner.DEMANDED, Manner.ASKED,
)  # fmt: skip
_SPEECH: tuple[tuple[Manner, Frame, str, str, str], ...] = (
    (Manner.SAID, Frame.SAY, "אמר", "אומר", "יאמר"),
    (Manner.SAID, Frame.SAY, "מסר", "מוסר", ""),
    (Manner.SAID, Frame.SAY, "הודיע", "מודיע", ""),
    (Manner.SAID, Frame.SAY, "הצהיר", "מצהיר", ""),
    (Manner.SAID, Frame.SAY, "הכריז", "מכריז", ""),
    (Manner.SAID, Frame.SAY, "הוסיף", "מוסיף", ""),
    (Manner.SAID, Frame.SAY, "ציין", "מציין", ""),
    (Manner.SAID, Frame.SAY, "הדגיש", "מדגיש", ""),
    (Manner.SAID, Frame.SAY, "הסביר", "מסביר", ""),
    (Manner.SAID, Frame.SAY, "הבהיר", "מבהיר", ""),
    (Manner.SAID, Frame.SAY, "העיר", "מעיר", ""),
    (Manner.SAID, Frame.SAY, "טען", "טוען", ""),
    (Manner.SAID, Frame.SAY, "סיפר", "מספר", ""),
    (Manner.SAID, Frame.SAY, "השיב", "משיב", ""),
    (Manner.SAID, Frame.SAY, "ענה", "עונה", ""),
    (Manner.SAID, Frame.SAY, "הגיב", "מגיב", ""),
    (Manner.SAID, Frame.SAY, "כתב", "כותב", ""),
    (Manner.SAID, Frame.SAY, "סיכם", "מסכם", ""),
    (Manner.SAID, Frame.SAY, "הזכיר", "מזכיר", ""),
    (Manner.SAID, Frame.SAY, "גרס", "גורס", ""),
    (Manner.SAID, Frame.SAY, "קבע", "קובע", ""),
    (Manner.SAID, Frame.SAY, "גילה חשף", "מגלה חושף", ""),
    (Manner.SAID, Frame.SAY, "פירט", "מפרט", ""),
    (Manner.SAID, Frame.SAY, "האשים", "מאשים", ""),
    (Manner.SAID, Frame.SAY, "התלונן", "מתלונן", ""),
    (Manner.SAID, Frame.SAY, "התעקש", "מתעקש", ""),
    (Manner.SAID, Frame.SAY, "העיד", "מעיד", ""),
    (Manner.SAID, Frame.SAY, "צייץ", "מצייץ", ""),
    (Manner.SAID, Frame.SAY, "המשיך", "ממשיך", ""),
    (Manner.SAID, Frame.BARE, "קרא", "קורא", ""),
    (Manner.SAID, Frame.SAY, "הפטיר לחש צעק זעק מלמל", "", ""),
    (Manner.SAID, Frame.SAY, "הודה", "מודה", ""),
    (Manner.SAID, Frame.SAY, "העריך", "מעריך", ""),
    (Manner.SAID, Frame.SAY, "הרגיע", "מרגיע", ""),
    (Manner.SAID, Frame.SAY, "השמיע", "משמיע", ""),
    (Manner.SAID, Frame.SAY, "עדכן", "מעדכן", ""),
    (Manner.SAID, Frame.SAY, "תיאר", "מתאר", ""),
    (Manner.SAID, Frame.SAY, "בישר", "מבשר", ""),
    (Manner.SAID, Frame.SAY, "שח ביאר נימק הטעים הטיח", "", ""),
    (Manner.SAID, Frame.SAY, "מחה שחזר סח לחש", "מוחה משחזר לוחש", ""),
    (Manner.SAID, Frame.SAY, "הסתייג התרברב רמז התפאר", "מסתייג מתרברב רומז מתפאר", ""),
    (Manner.SAID, Frame.SAY, "קבל התוודה התנצל הצטער", "קובל מתוודה מתנצל מצטער", ""),
    (Manner.SAID, Frame.SAY, "שיתף נזכר פסק התבטא", "משתף פוסק מתבטא", ""),
    (Manner.SAID, Frame.SAY, "הרחיב התריס שיער ניבא", "מרחיב מתריס משער מנבא", ""),
    (Manner.SAID, Frame.SAY, "הקריא השמיע הצביע הוכיח", "מקריא", ""),
    (Manner.SAID, Frame.SAY, "כינה הגדיר", "מכנה מגדיר", ""),
    (Manner.SAID, Frame.SAY, "צחק נאנח חייך בכה התבדח", "צוחק נאנח מחייך בוכה מתבדח", ""),
    (Manner.SAID, Frame.SAY, "חידד פסק סנט תיקן", "מחדד סונט", ""),
    (Manner.SAID, Frame.SAY, "הציע המליץ", "מציע ממליץ", ""),
    (_M, Frame.BARE, "הורה ציווה", "מצווה", ""),
    (_A, Frame.BARE, "עתר", "עותר", ""),
    (_D, Frame.BARE, "דחה התכחש", "דוחה מתכחש", ""),
    (_P, Frame.BARE, "", "נשבע", ""),
    (_R, Frame.SAY, "שידר עידכן", "משדר", ""),
    (Manner.SAID, Frame.HOPE, "תמך התנגד תכנן", "תומך מתנגד מתכנן", ""),
    (Manner.SAID, Frame.HOPE, "פחד התכוון", "משוכנע מפחד מתכוון מתעתד", ""),
    (_D, Frame.BARE, "הכחיש", "מכחיש", ""),
    (_D, Frame.BARE, "שלל", "שולל", ""),
    (_D, Frame.BARE, "הפריך הזים", "מפריך", ""),
    (_P, Frame.BARE, "הבטיח", "מבטיח", ""),
    (_P, Frame.BARE, "התחייב", "מתחייב", ""),
    (_P, Frame.BARE, "נשבע ערב", "", ""),
    (_C, Frame.SAY, "אישר", "מאשר", ""),
    (_C, Frame.SAY, "אימת", "מאמת", ""),
    (_W, Frame.BARE, "הזהיר התריע", "מזהיר מתריע", ""),
    (_W, Frame.BARE, "איים", "מאיים", ""),
    (_M, Frame.BARE, "דרש", "דורש", ""),
    (_M, Frame.BARE, "תבע", "תובע", ""),
    (_A, Frame.BARE, "ביקש", "מבקש", ""),
    (_A, Frame.SAY, "שאל", "שואל", ""),
    (_A, Frame.SAY, "תהה", "תוהה", ""),
    (_M, Frame.BARE, "הפציר התחנן", "מפציר מתחנן", ""),
    (_R, Frame.SAY, "דיווח", "מדווח", ""),
    (_R, Frame.SAY, "פרסם", "מפרסם", ""),
    (Manner.SAID, Frame.QUOTE, "ציטט", "מצטט", ""),
    (Manner.SAID, Frame.QUOTE, "צוטט", "מצוטט", ""),
    (Manner.SAID, Frame.HOPE, "קיווה ייחל", "מקווה מייחל", ""),
    (Manner.SAID, Frame.HOPE, "הביע", "מביע", ""),
    (Manner.SAID, Frame.HOPE, "חשש", "חושש", ""),
    (Manner.SAID, Frame.HOPE, "האמין סבר", "מאמין סבור", ""),
    (Manner.SAID, Frame.HOPE, "רצה שאף", "רוצה שואף", ""),
)
_PASSIVE = (
    "נמסר נאמר נכתב צוין הובהר הודגש נטען הוסבר סופר הוכרז הובטח פורסם דווח דוּוח נרשם הוסף נוסף הוזהר אושר "
    "הוכחש עולה עלה "
    "נודע התבשר נרמז הוצהר צויין סוכם"
)
_WHILE = "באומרו באומרה באומרם בהוסיפו בציינו בציינה בהדגישו בהדגישה בהסבירו כאומר כאומרת"
# Nouns and small words that look like a verb of speech.
_NO_CUES = "קוראים מספר מספרים ערבה ערבו ערבים רוצים מדינאי כותרת שחה עליה עלו קראו נוספת נוספה נוספו הערה"
_PASSIVE_MANNERS = {
    "דווח": _R, "פורסם": _R, "אושר": _C, "הוכחש": _D, "הובטח": _P, "הוזהר": _W,
}  # fmt: skip


def _cues() -> dict[str, Cue]:
    found: dict[str, Cue] = {}
    for manner, frame, past, present, future in _SPEECH:
        for form in _verb(past, present, future=future):
            found.setdefault(fold(form), Cue(manner, frame))
    for word in _PASSIVE.split():
        stem = word[:-1] + _MEDIAL.get(word[-1], word[-1])
        for form in (word, stem + "ו", stem + "ה"):
            found[fold(form)] = Cue(_PASSIVE_MANNERS.get(word, Manner.SAID), Frame.PASSIVE)
    for word in _WHILE.split():
        found[fold(word)] = Cue(Manner.SAID, Frame.WHILE)
    for word in _NO_CUES.split():
        found.pop(fold(word), None)
    return found


def _kinds() -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    tables = (
        (Kind.PRONOUN, "הוא היא הם הן אני אנחנו אנו הללו הלה הלז"),
        (
            Kind.ADVERB,
            "גם עוד אף אתמול אמש היום שלשום הבוקר הערב הלילה מחר אז כעת עתה שוב מצידו מצדו מצידה מצדה מצידם "
            "בנוסף לבסוף "
            "תחילה עם-זאת השבוע החודש אתמול-בלילה לאחרונה מיד כבר בתגובה במקביל בהמשך מאוחר-יותר לעומתו לעומתה "
            "לעומתם בתוך-כך מכול וכול מכל-וכל "
            "עדיין מעולם רק כלל בפירוש במפורש בחריפות בנחרצות בתוקף נמרצות מפורשות תחילתה זאת אתמול לעיתונאים "
            "לכתבים לתקשורת "
            "לציבור לעיתונות לעצמו בעבר לפיכך לכן כן מנגד בתורו בתורה בפומבי רשמית בכתב בעל-פה טלפונית לעיתונאי "
            "לכתב יותר "
            "מחדש עמו עמה עמם איתו איתה איתם לו לה להם אליו אליה אליהם בו ממנו ממנה מהם עליו עליה עליהם להן אותו "
            "אותה אותם אותי אותנו לי לנו לכם ללא-היסוס בביטחון לראשונה שנית הפעם כאן שם-לב בינתיים מלכתחילה מראש "
            "מאיתנו מאתנו ממני ממך מכם אלינו אליי אליך לעצמם לעצמה בעצמו בעצמה דווקא בהם בהן בה "
            "אישית אתמול-בערב לקראת כאמור כזכור מצדן מצידן מצידנו לדידם לדידו מבחינתו מבחינתם",
        ),
        (
            Kind.CONNECTOR,
            "אך אבל ואילו אולם בעוד אלא כש כאשר אם משום מפני למרות אף-על-פי לפיכך ולכן מאז מנגד אולי הרי "
            "מדוע איך למה היכן איפה מתי לאן שבו שבה שבהם ובה ובו ובהם ובהן ושם",
        ),
        (Kind.THAT, "כי ש וש כיצד ולפיו ולפיה ולפיהם שלפיו שלפיה שלפיהם"),
        (
            Kind.PREPOSITION,
            "על אל עם את ב ל מ מן לפני אחרי לאחר בין בפני מול אצל נגד בעד למען בגלל בשל בעקבות לקראת דרך מפי בשם "
            "בידי לידי "
            "עד תוך בתוך ללא בלי בלא כמו כלפי מטעם באמצעות לגבי אודות בדבר מצד לצד בקרב כלפי כמי בראשות בהובלת "
            "בהנהגת בהשתתפות בנוכחות בליווי לבין ובין לעומת",
        ),
        (Kind.RELATIVE, "אשר"),
        (
            Kind.OF,
            "של לביטחון לענייני לעניינים לזכויות לאיתור לפיתוח לאיכות למודיעין להגנת לתיאום לסיוע לשירותים "
            "לשוויון לשיקום לאזרחים "
            "להגנה לבריאות לתחבורה לשלום לצדק לשחרור למען",
        ),
        (Kind.NAME, "אבו אבן בן בת אבא-של ון דה"),
        (Kind.THING, "זמן דקות שעות ימים שבועות חודשים שנים רגע רגעים"),
        (
            Kind.VERB,
            "היה הייתה היו הוא-היה נמצא נמצאת נמצאים נפגש נפגשה נפגשו ייפגש תיפגש ייפגשו יפגשו נפגשת נפגשים אירח "
            "אירחה אירחו מארח "
            "מארחת קיבל קיבלה קיבלו מקבל מקבלת ביקר ביקרה ביקרו יבקר תבקר יבקרו מבקר שוחח שוחחה שוחחו ישוחח "
            "התקשר התקשרה התקשרו "
            "שלח שלחה שלחו העביר העבירה העבירו הגיש הגישה הגישו הועבר הועברה הועברו נמסרה הוגשה הגיע הגיעה הגיעו "
            "יצא יצאה יצאו נהרג "
            "נהרגה נהרגו מת מתה מתו שוחרר שוחררה שוחררו נחטף נחטפה נחטפו נעלם נעלמה נעלמו מוחזק מוחזקת מוחזקים "
            "מוחזקות חי חיה חיים "
            "ברח ברחה ברחו נמלט נמלטה נמלטו סירב סירבה סירבו מסרב מסרבת מסרבים סירבו נמנע נמנעה נמנעו שתק שתקה "
            "שתקו ירד ירדה ירדו עזב "
            "עזבה עזבו פתח פתחה פתחו הציג הציגה הציגו דנו דן דנה עבד עבדה חזר חזרה חזרו נסע נסעה נסעו שב שבה שבו "
            "מחזיק מחזיקה מחזיקים "
            "יודע יודעת יודעים עומד עומדת עומדים מחפש מחפשת מחפשים ממתין ממתינה ממתינים אינו אינה אינם אינן "
            "איננו איננה לא אין יש בירך "
            "בירכה בירכו גינה גינתה גינו יזם יזמה יזמו קיים קיימה קיימו ערך ערכה ערכו ישב ישבה צפוי צפויה צפויים "
            "עתיד עתידה עתידים אמור "
            "אמורה אמורים מתוכנן מתוכננת יקיים תקיים יקיימו הביע הביעה הביעו הסתמך הסתמכה נשלח נשלחה נערך נערכה "
            "התקיים התקיימה "
            "סיים סיימה סיימו החל החלה החלו התחיל התחילה המשיכה הוביל הובילה הובילו נטש נטשה ביצע ביצעה ביצעו פעל פעלה "
            "פעלו הפסיק הפסיקה נכנס נכנסה נכנסו טס טסה טסו המריא המריאה נחת נחתה נחתו הניד הנידה הנידו עמד עמדה עמדו ראה ראתה "
            "ראו שמע שמעה שמעו קנה קנתה לקח לקחה לקחו הביא הביאה הביאו שם שמה שמו חתם חתמה חתמו אישרר הניח הניחה הניחו "
            "הרים הרימה זכה זכתה זכו נפל נפלה נפלו גר גרה גרו למד למדה למדו לימד לימדה שירת שירתה שירתו הפליג הפליגה "
            "הפליגו טבע טבעה אבד אבדה אבדו נמנו נולד נולדה נעצר נעצרה נעצרו נאסר נאסרה נותר נותרה נותרו נשאר נשארה נשארו "
            "ניצח ניצחה ייצג ייצגה ייצגו ליווה ליוותה ליוו מונה מונתה נבחר נבחרה כינס כינסה כינסו הפגין הפגינו צעד צעדה צעדו "
            "נסוג נסוגה נסוגו בא באה באו הצטרף הצטרפה הצטרפו התקבלו התקבל התקבלה הופיע הופיעה הופיעו מצא מצאה מצאו נמצאו "
            "התייחס התייחסה התייחסו שיגר שיגרה שיגרו התכתב טלפן צלצל צלצלה הפיץ הפיצה הפיצו הוציא הוציאה הוציאו "
            "השיק "
            "העלה העלתה העלו שידר שידרה שידרו הגיח בחר בחרה בחרו החליט החליטה החליטו הסכים הסכימה הסכימו קרה "
            "קרתה נפצע נפצעה נפצעו עבר "
            "עברה עברו ניסה ניסתה ניסו עצר עצרה עצרו שחרר שחררה שחררו חטף חטפה חטפו תפס תפסה תפסו סייע סייעה "
            "סייעו עקב נכח נכחה נכחו",
        ),
    )
    for kind, words in tables:
        for word in words.split():
            found.setdefault(fold(word), kind)
    written = (_ROLES, _KIN, _BODIES, _THINGS, _MEDIA)
    nouns = {form for table in written for forms, _, _ in _nouns(table) for form in forms}
    for form in _verbs():
        if len(form) > 2 and form not in nouns and not listed_kinds(form):
            found.setdefault(fold(form), Kind.VERB)
    return found


_SELDOM_NAMES = (
    "ישראל ירדן שר אור ים שלום חן טל גל רם בר רון לב אם אז עוד שם יום אב דבר גיל ראש כן שי שיא דין עם בן בת אל מן מר רב עז "
    "הוד הר ניר דור "
    "לי לו בה בו כל פה עת עד גם אך רק כבר אחרי מאז יותר סוף חודש שנה ירד עלה בית חג חיים ראשון שני ליל פרס דיון "
    "תום ערב"
)

_SURE_NAME = 0.5  # the trained reader's probability from which its names are believed


_CALLED = re.compile(
    r"(?<![א-ת])(?:בשם|בכינוי|בכינויו|ששמו|ששמה|ושמו|ושמה|(?:שקוראים|קוראים) ל[והן]|המכונה) ([א-ת][א-ת'-]{2,})"
)


@lru_cache(maxsize=2)
def _names_in(text: str) -> Named:
    """Who is named in a document, by the trained reader of names and by what the document itself shows."""
    people = [
        e.span
        for e in find_entities(text, "he")
        if e.kind is EntityKind.PERSON and e.probability >= _SURE_NAME and len(e.span.text) > 2
    ]
    words = {w for span in people for w in span.text.split() if len(w) > 2 and _is_plain(w)}
    words |= {
        w for span in people for w in span.text.split()[1:] if w[0] == "ו" and look_up(w, TONGUE).kind is Kind.NAME
    }
    words |= {m.group(1) for m in _CALLED.finditer(text) if _is_plain(m.group(1))}
    return named(((s.start, s.stop) for s in people), words | learn_names(text, _is_plain, _speaks))


def _is_plain(word: str) -> bool:
    known = look_up(word, TONGUE)
    return (
        not known.kind & ~Kind.NAME
        and known.cue is None
        and not known.prefix
        and word[0] not in "הש"
        and "א" <= word[0] <= "ת"
    )


def _speaks(word: str) -> bool:
    known = look_up(word, TONGUE)
    return known.cue is not None and known.cue.frame in (Frame.SAY, Frame.BARE) and not known.prefix


TONGUE = Tongue(
    code="he",
    article="ה",
    prefixes=(
        "ו",
        "ה",
        "ש",
        "ב",
        "ל",
        "מ",
        "כ",
        "וה",
        "וש",
        "וב",
        "ול",
        "ומ",
        "וכ",
        "שה",
        "שב",
        "של",
        "שמ",
        "כש",
        "מה",
        "כשה",
        "ושה",
        "לכש",
        "וכש",
    ),
    to="בלמכ",
    and_="ו",
    that=("ש", "וש"),
    nouns=join_nouns(
        (Kind.TITLE, _fixed(_TITLES)),
        (
            Kind.ROLE,
            [
                *_fixed(
                    "בכיר שני שתי שלושה ארבעה חמישה שישה שבעה שמונה תשעה עשרה שלושת ארבעת חמשת ששת שבעת שמונת תשעת עשרת"
                ),
                *_own("אחד אחת שניים כמה מספר"),
            ],
        ),
        (Kind.KIN, _own_kin(_OWN_KIN)),
        (Kind.KIN, [((("משפחת"),), "משפחה", False), (("קרובי",), "קרובים", False), (("בני", "בן"), "בן", False)]),
        (Kind.ROLE, [(("אנשי", "אנשים"), "איש", False), (("נשות", "נשים"), "אישה", False)]),
        (Kind.SOURCE, _nouns(_SOURCES)),
        (Kind.MEDIUM, _nouns(_MEDIA)),
        (Kind.BODY, [*_fixed("בית"), *_nouns(_BODIES)]),
        (Kind.THING, _nouns(_THINGS)),
        (Kind.ROLE, _nouns(_ROLES, people=True)),
        (Kind.KIN, _nouns(_KIN)),
    ),
    closed=_kinds(),
    cues=_cues(),
    not_names=frozenset(fold(word) for word in _SELDOM_NAMES.split()),
    adjectives=frozenset(["בכיר", *_adjectives(_ADJECTIVES)]),
    objects=(),
    verb_first=False,
    compounds=frozenset(
        f"{first} {second}"
        for first, second in (
            *((f, "ראש") for f in ("יושב", "יושבת", "יושבי", "יושבות")),
            *((f, "כוח") for f in ("בא", "באת", "באי", "באות")),
            *((f, "מקום") for f in ("ממלא", "ממלאת")),
            *(
                (f, s)
                for f in ("בעל", "בעלת", "בעלי", "בעלות")
                for s in ("אכסניה", "ספינה", "אונייה", "חברה", "מכולת")
            ),
            *(
                (f, s)
                for f in ("מזכיר", "מזכירת", "מזכירי")
                for s in (
                    "מדינה",
                    "ממשלה",
                    "מפלגה",
                    "קיבוץ",
                    "ועדה",
                    "מועצה",
                    "תנועה",
                    "איגוד",
                    "הגנה",
                    "חוץ",
                    'או"ם',
                )
            ),
            *((f, "לשכה") for f in ("מנהל", "מנהלת")),
            *(
                (f, s)
                for f in ("חבר", "חברת", "חברי", "חברות")
                for s in (
                    "כנסת",
                    "ועדה",
                    "ועד",
                    "מועצה",
                    "הנהלה",
                    "הנהגה",
                    "לשכה",
                    "פרלמנט",
                    "סנאט",
                    "משלחת",
                    "מפלגה",
                    "צוות",
                    "קונגרס",
                    "מזכירות",
                    "דירקטוריון",
                    "קיבוץ",
                    "ארגון",
                    "תנועה",
                    "סיעה",
                    "בית",
                    "מטה",
                    "פורום",
                    "איגוד",
                )
            ),
            *((f, "ראייה") for f in ("עד", "עדת", "עדי", "עדות")),
            ("אב", "בית"),
            ("אם", "בית"),
            ("רב", "חובל"),
            ("רבי", "חובלים"),
            ("אנשי", "צוות"),
            ("איש", "צוות"),
        )
    ),
    names_in=_names_in,
)

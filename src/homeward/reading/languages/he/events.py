"""Hebrew: verbs of meeting, visiting, calling, writing; of handing over; of keeping silent.

In: nothing. Out: `HAPPENINGS`. Leaves to others: how they are used (`unmarked.events`).
"""

from __future__ import annotations

import re

from homeward.reading.languages.he.futures import FUTURE
from homeward.reading.languages.he.hushed import HUSHED
from homeward.reading.languages.he.meaning import NUMBERS
from homeward.reading.languages.unmarked.contact_nouns import ContactNouns
from homeward.reading.languages.unmarked.events import Happenings, Touch
from homeward.reading.languages.unmarked.undertakings import Undertakings
from homeward.reading.languages.unmarked.words import fold
from homeward.records import ContactKind

_WITH = frozenset(["עם", "בין", "מול"])
_AT = frozenset(["אצל", "עם"])
_TO = frozenset(["אל", "ל", "עם"])
_FROM = frozenset(["מ", "מאת", "מן", "מידי"])


def _set(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


_TALKS = _set("פגישה פגישות שיחה שיחות ישיבה דיון דיונים מפגש התייעצות מגעים סבב ועידה משא קשר ריאיון וידאו")
_LETTERS = _set("מכתב מכתבים איגרת אגרת מברק פנייה מסר תזכיר")
_VISITS = _set("ביקור סיור")
_TOUCHES = (
    (
        Touch(ContactKind.MEETING, by=_WITH),
        "נפגש נפגשה נפגשו נפגשים נפגשת נפגשנו נפגשתי התכנס התכנסה התכנסו נועד נועדה נועדו התראה התראתה התראו",
    ),
    (
        Touch(ContactKind.MEETING, planned=True, by=_WITH),
        "ייפגש תיפגש ייפגשו יפגשו ניפגש אפגש להיפגש ייוועד תיוועד ייוועדו",
    ),
    (
        Touch(ContactKind.MEETING, by=_WITH, needs=_TALKS),
        "מנהל מנהלת מנהלים מקיים מקיימת מקיימים קיים קיימה קיימו ערך ערכה ערכו ניהל ניהלה ניהלו השתתף השתתפה השתתפו נערכה התקיימה התקיים",
    ),
    (
        Touch(ContactKind.MEETING, planned=True, by=_WITH, needs=_TALKS),
        "יקיים תקיים יקיימו יערוך תערוך יערכו ינהל תנהל ינהלו תתקיים תיערך",
    ),
    (
        Touch(ContactKind.MEETING, planned=True, by=_WITH),
        "להיפגש להתראות להיוועד להתכנס יתראו תתראה יתראה יתכנסו",
    ),
    (Touch(ContactKind.MEETING, planned=True, object=True), "לארח לפגוש לקבל"),
    (Touch(ContactKind.MEETING, planned=True, by=_WITH, needs=_TALKS), "לקיים לערוך לנהל"),
    (
        Touch(ContactKind.MEETING, planned=True, by=_WITH, needs=_TALKS),
        "נקבעה נקבעו מתוכננת מתוכננות צפויה צפויות",
    ),
    (Touch(ContactKind.VISIT, planned=True, by=_AT, needs=_VISITS), "נקבע מתוכנן צפוי מתוכננים"),
    (Touch(ContactKind.MEETING, object=True), "קיבל קיבלה קיבלו"),
    (Touch(ContactKind.MEETING, by=_AT, needs=_set("שיחה פגישה לשכה")), "התקבל התקבלה התקבלו"),
    (Touch(ContactKind.MEETING, by=_AT), "ישב ישבה ישבו ישבתי ישבנו הסב הסבה הסבו התארח התארחה התארחו"),
    (Touch(ContactKind.MEETING, by=_WITH), "סעד סעדה סעדו סעדתי סעדנו"),
    (Touch(ContactKind.MEETING, by=_WITH, needs=_set("תה קפה כוס כוסית")), "שתה שתתה שתו לגם לגמה לגמו"),
    (Touch(ContactKind.CALL, by=_TO, planned=True), "לטלפן להתקשר לצלצל"),
    (Touch(ContactKind.CALL, by=_TO), "התקשרתי התקשרנו טלפנתי טלפנו צלצלתי"),
    (Touch(ContactKind.CALL, by=_WITH, planned=True), "לשוחח לדבר"),
    (Touch(ContactKind.MEETING, by=_WITH), "נפגשנו"),
    (Touch(ContactKind.MEETING, object=True), "פגשתי פגשנו"),
    (
        Touch(ContactKind.LETTER, by=_TO, needs=_LETTERS),
        "הועבר נשלח נשלחה נמסר שוגר שוגרה הועברה ששיגר ששלח ששיגרה ששלחה",
    ),
    (Touch(ContactKind.MEETING, object=True), "אירח אירחה אירחו מארח מארחת פגש פגשה פגשו"),
    (Touch(ContactKind.MEETING, object=True, planned=True), "יארח תארח יארחו יפגוש תפגוש יפגשו"),
    (Touch(ContactKind.VISIT, by=_AT, object=False), "ביקר ביקרה ביקרו ביקרתי ביקרנו סייר סיירה סיירו"),
    (Touch(ContactKind.VISIT, by=_AT, planned=True), "יבקר תבקר יבקרו לבקר"),
    (Touch(ContactKind.VISIT, by=_AT, needs=_VISITS), "קיים קיימה קיימו ערך ערכה ערכו"),
    (
        Touch(ContactKind.OTHER, by=_WITH),
        "דיברתי דיברנו שוחחתי שוחחנו שוחח שוחחה שוחחו דיבר דיברה דיברו התכתב התכתבה התכתבו",
    ),
    (Touch(ContactKind.OTHER, by=_WITH, planned=True), "ישוחח תשוחח ישוחחו"),
    (Touch(ContactKind.CALL, by=_TO), "התקשר התקשרה התקשרו טלפן טלפנה טלפנו צלצל צלצלה צלצלו"),
    (Touch(ContactKind.CALL, by=_TO, planned=True), "יתקשר תתקשר יתקשרו"),
    (
        Touch(ContactKind.LETTER, by=_TO, needs=_LETTERS),
        "שלח שלחה שלחו שיגר שיגרה שיגרו כתב כתבה כתבו הפנה העביר העבירה העבירו מסר מסרה מסרו",
    ),
    (Touch(ContactKind.LETTER, by=_FROM, needs=_LETTERS), "קיבל קיבלה קיבלו"),
    (Touch(ContactKind.LETTER, by=_TO), "סימס סימסה סימסו הסתמס הסתמסה"),
    (Touch(ContactKind.CALL, by=_TO), "חייג חייגה חייגו"),
    (Touch(ContactKind.CALL, by=_TO, needs=_set("טלפון")), "הרים הרימה הרימו"),
    (Touch(ContactKind.MEETING, by=_WITH), "נוועד נוועדה נוועדו נתראה התייעץ התייעצה התייעצו"),
)


def _touches() -> dict[str, tuple[Touch, ...]]:
    found: dict[str, tuple[Touch, ...]] = {}
    for touch, forms in _TOUCHES:
        for form in _set(forms):
            found[form] = (*found.get(form, ()), touch)
    return found


_NOUNS = ContactNouns(
    kinds={
        fold(noun): kind
        for kind, nouns in (
            (ContactKind.MEETING, "פגישה מפגש התייעצות"),
            (ContactKind.CALL, "שיחה"),
            (ContactKind.OTHER, "שיחות מגעים משא"),
            (ContactKind.VISIT, "ביקור"),
        )
        for noun in nouns.split()
    },
    with_=frozenset(["עם"]),
    between=frozenset(["בין"]),
    at=frozenset(["אצל"]),
    joins=("ו", "ל"),
    denies=_set("לא שום אין מעולם טרם ללא בלי אף הכחיש הכחישה הכחישו מכחיש מכחישה מכחישים"),
    planned=_set(
        "נקבעה נקבע נקבעו מתוכננת מתוכנן מתוכננות צפויה צפוי צפויות עתידה אמורה תתקיים יתקיים תיערך ייערך יתקיימו ייערכו "
        "לקראת מחר מחרתיים"
    ),
    wanted=_set(
        "ביקש ביקשה ביקשו מבקש מבקשת מבקשים דרש דרשה דרשו דורש דורשת דורשים קרא קראה קוראים הציע הציעה הציעו לבקש לדרוש "
        "סירב סירבה סירבו בקשה בקשתם בקשתו דרישה הצעה אם לו אילו ביקשתי ביקשנו דרשתי דרשנו הצעתי הצענו קיווה"
    ),
)

_ACTS = (
    r"[וב]?[למ]?(?:לשחרר|לאפשר|להעביר|להחזיר|להסגיר|להתיר|לאתר)(?:ו|ה|ם|ן)?|[ובלמ]{0,2}ה?(?:שחרור|החזרת|שיבת|שובם|שחרורם|החזרתם|השבת|השבתם|מסירת|העברת)(?:ו|ה|ם|ן)?|"
    r"ש?(?:ישוחרר|ישוחררו|תשוחרר|יוחזרו|יוחזר|ישובו|ישוב|תשוב|ישחרר|תשחרר|ישחררו|יחזרו|יראו|יקבלו|תינתן|יינתן)"
)
_WORD = "מילה מילתו מילתה מילתם דברתו דברתה הבטחה הבטחתו הבטחתה הבטחתם התחייבות התחייבותו התחייבותה התחייבותם ערובה ערבויות"
_UNDERTAKEN = (
    ("הסכים הסכימה הסכימו מסכים מסכימה מסכימים ניאות ניאותה ניאותו נעתר נעתרה התרצה התרצתה נאות", ""),
    ("נטל נטלה נטלו לקח לקחה לקחו קיבל קיבלה קיבלו", "עצמו עצמה עצמם"),
    ("נתן נתנה נתנו נותן נותנת מסר מסרה השמיע השמיעה", _WORD + " הסכמתו הסכמתה הסכמתם"),
    ("הביע הביעה הביעו גילה גילתה הודיע הודיעה הודיעו", "נכונות נכונותו נכונותה נכונותם"),
    ("נשבע נשבעה נשבעו הבטיח הבטיחה הבטיחו התחייב התחייבה התחייבו מבטיח מבטיחה מתחייב מתחייבת", ""),
    ("חתם חתמה חתמו סיכם סיכמה סיכמו סוכם הוסכם", ""),
    ("הובטח", ""),
    ("מוכן מוכנה מוכנים נכון נכונה", ""),
)
_DECLINED = (
    "סירב סירבה סירבו מסרב מסרבת מסרבים שלל שללה שללו שולל שוללת דחה דחתה דחו דוחה דוחים מיאן מיאנה מיאנו ממאן ממאנת"
)
_UNDERTAKINGS = Undertakings(
    promises={form: _set(leads) for forms, leads in _UNDERTAKEN for form in _set(forms)},
    refuses={form: frozenset() for form in _set(_DECLINED)},
    acts=re.compile(_ACTS),
    more=re.compile(rf"(?:ל[א-ת]{{3,}}|ש?{FUTURE})"),
    vows=_set(
        "הסכים הסכימה הסכימו מסכים מסכימה ניאות ניאותה נעתר נעתרה נשבע נשבעה נשבעו הבטיח הבטיחה הבטיחו התחייב התחייבה התחייבו "
        "הביע הביעה הודיע הודיעה נתן נתנה נתנו נותן נותנת"
    ),
    words=_set(_WORD),
    by=("ש", "ל"),
    wanting=_set("להבטיח להתחייב מלהבטיח מלהתחייב"),
    oneself=_set("לעצמו לעצמה לעצמי לעצמנו"),
    kept=_set("כפי כמו אם האם הכחיש הכחישה הכחישו מכחיש מכחישה"),
    negations=_set("לא ולא אינו אינה אינם אינן איננו איננה איננם אין טרם מעולם"),
)

HAPPENINGS = Happenings(
    touches=_touches(),
    undertakings=_UNDERTAKINGS,
    hushed=HUSHED,
    refuses=_set("סירב סירבה סירבו מסרב מסרבת מסרבים נמנע נמנעה נמנעו"),
    to_promise=_set("להתחייב להבטיח מלהתחייב מלהבטיח"),
    promised=_set("להבטיח להתחייב הבטיח הבטיחה הבטיחו מבטיח מבטיחה מבטיחים התחייב התחייבה התחייבו"),
    nouns=_NOUNS,
    phone=_set("טלפון טלפונית טלפוני טלפונית בטלפון וידאו וואטסאפ בוואטסאפ זום בזום"),
    lists=_set("רשימה רשימות שמותיהם שמותיהן שמות קובץ דף גיליון שמו שמה תיק תיקים"),
    modal=_set(
        "אמור אמורה אמורים עתיד עתידה עתידים צפוי צפויה צפויים מתכנן מתכננת מתכננים מתעתד מתעתדת מתוכנן עומד עומדת "
        "מבקש ביקש ביקשה הסכים הסכימה מתכוון מתכוונת יוכל תוכל מקווה נועד נועדה הסכימו"
    ),
    pronouns=_set(
        "אליו אליה אליהם עמו עמה עמם איתו איתה איתם אותו אותה אותם אצלו אצלה אצלם אצלי אצלנו איתי איתנו עמי עמנו אליי "
        "אלי אלינו"
    ),
    gives=_set(
        "מסר מסרה מסרו העביר העבירה העבירו הגיש הגישה הגישו הציג הציגה שלח שלחה שלחו המציא המציאה נתן נתנה נתנו "
        "סיפק סיפקה הגשתי מסרתי העברתי נתתי שלחתי הגשנו מסרנו העברנו נתנו שלחנו הניח הניחה תחב הושיט הושיטה"
    ),
    takes=_set("קיבל קיבלה קיבלו"),
    passed=_set(
        "נמסרה נמסרו הועברה הועברו הוגשה הוגשו נשלחה נשלחו הומצאה התקבלה ניתנה הגיעה הגיעו עברה עברו הועברו שוגרה שוגרו הופקדה הופקדו הומצאו"
    ),
    to=frozenset(["ל", "לידי", "אל"]),
    from_=_FROM,
    hands=frozenset(["בידי", "ידי", "מטעם"]),
    ways=frozenset(["באמצעות", "דרך", "בתיווך", "בתיווכו", "בתיווכה"]),
    silent=_set(
        "הזכיר הזכירה הזכירו מזכיר מזכירה מזכירים הוזכר הוזכרה הוזכרו אמר אמרה אמרו נאמר התייחס התייחסה התייחסו "
        "עלה עלתה עלו נזכר נזכרה נזכרו נכלל נכללה נכללו הועלה הועלתה הועלו מתייחס מתייחסת מתייחסים נגע נגעה "
        "נגעו ציין ציינה ציינו דיבר דיברה הופיע הופיעה הופיעו צוין צוינה צוינו כלל כללה כללו כוללת כולל אמורה נאמרה"
    ),
    unsaid=_set(
        "הוזכר הוזכרה הוזכרו נאמר נאמרה עלה עלתה עלו נזכר נזכרה נזכרו נכלל נכללה נכללו הועלה הועלתה הועלו "
        "הופיע הופיעה הופיעו נמנה נמנו צוין צוינה צוינו"
    ),
    says=_set("אמר אמרה אמרו נאמר ציין ציינה ציינו דיבר"),
    mute=_set(
        "שתק שתקה שתקו שותק שותקת שותקים התעלם התעלמה התעלמו מתעלם מתעלמת מתעלמים נמנע נמנעה נמנעו פסח פסחה פסחו דילג "
        "דילגה נעדר נעדרה נעדרו התחמק התחמקה התחמקו נשמט נשמטה נשמטו נפקד נפקדה נפקדו החריש החרישה החרישו השתמט"
    ),
    mentions=_set("אזכור דבר מילה זכר להזכיר לאזכר שהזכיר שהזכירה שהזכירו"),
    without=frozenset(["אין", "ללא", "בלי", "מבלי", "בלא", "לא", "כל", "שום", "אף"]),
    numbers={fold(word): number for word, number in NUMBERS.items()},
    inside="ב",
    places=_set("מחנה עיר כפר לשכה בית מחסום מעבר גבול מלון אולם נמל בירה שדה בסיס מטה"),
)

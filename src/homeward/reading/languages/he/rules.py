"""Hebrew: dates, verbs of speech, answers, promises, claims.

In: a sentence. Out: `LANGUAGE`. Leaves to others: names (`homeward.names`); Hebrew letters do not mark them.
"""

from __future__ import annotations

import re

from homeward.reading.languages.he.dates import DATES, NUMBERS
from homeward.reading.languages.language import MASK, ClaimRule, EventKind, Language, Place
from homeward.reading.languages.patterned import Lexicon, Patterns, analyse_by
from homeward.records import AnswerCode, ClaimSubject, ContactKind, Manner, Polarity

# --- who ----------------------------------------------------------------------------------------------------------

_ROLE = re.compile(
    r"(?:ה)?(?:דובר\w*|שר\b|שרת|ראש\b|יו\"ר|יו״ר|מפקד\w*|מנהל\w*|נציג\w*|בכיר\w*|פקיד\w*|עורך\b|"
    r"שגריר\w*|מנכ\"ל\w*|חבר\b|חברת\b|"
    r"אמו|אביו|אמה|אביה|אחיו|אחותו|אחותה|אחיה|אשתו|בעלה|קרובי|משפחת\w*|רופא\w*|מזכיר\w*|שליח\w*|סגן)"
)
_BODY = re.compile(
    r"ה?(?:משרד|תנועת|תנועה|ארגון|ממשלת|ממשלה|וו?עד|ועדת|משלחת|צבא|שגרירות|מטה|לשכת|פלג|מועצת|הצלב|חזית)\b"
)
_NAME_TITLE = re.compile(r"(?:ד\"ר|ד״ר|פרופ'|מר|גב'|אל\"מ|תא\"ל)\s+")


def _person(phrase: str) -> Place | None:
    """What stands alone after a comma ("chair of the committee, Rinat ..."), else two words behind a known office."""
    parts = phrase.split(",")
    place = 0
    for part in parts:
        stripped = part.strip()
        if place and 2 <= len(stripped.split()) <= 3 and not _ROLE.match(stripped) and not _BODY.match(stripped):
            start = place + part.index(stripped)
            title = _NAME_TITLE.match(stripped)
            return start + (title.end() if title else 0), start + len(stripped)
        place += len(part) + 1
    words = phrase.split()
    if len(words) in (2, 3) and not _ROLE.match(phrase) and not _BODY.match(phrase) and len(parts) == 1:
        title = _NAME_TITLE.match(phrase)
        return (title.end() if title else 0), len(phrase)
    # "the movement's spokesman Nadav Oren": the office, the body with its article, then the name
    match = re.fullmatch(
        r"(?:ה?דובר\w*|ה?נציג\w*|ה?ראש|ה?מנהל\w*|ה?מפקד\w*)(?:\s+ה[^\s,]+|"
        r"\s+משרד\s+ה[^\s,]+)\s+((?!ה)[^\s,]+\s+[^\s,]+)",
        phrase,
    )
    return match.span(1) if match else None


_LEXICON = Lexicon(
    pronoun=re.compile(r"הוא|היא|הם|הן|בהודע\w+|בהודעה שפורסמה"),
    source=re.compile(r"(?:ה)?(?:מקור\w*|גורם|גורמים)\b(?:.*)"),
    medium=re.compile(r"(?:ה)?(?:סוכנות|עיתון|ערוץ|רדיו|אתר|יומון|תחנת|שבועון)\b"),
    body=_BODY,
    role=_ROLE,
    leading=re.compile(
        r"(?:ו?ביום\s+\w+|אתמול|היום|אמש|אולם|אך|אבל|גם|עם זאת|בנוסף|ב-?\d{1,2} ב\w+(?: \d{4})?|כי|"
        r"ש)(?=[\s,])"
    ),
    trailing=re.compile(r"\s(?:גם|עוד|אתמול|היום|אמש|ביום\s+\w+|בהודעה|ב-?\d{1,2} ב\w+)\s*$"),
    person=_person,
    named_body=re.compile(r"\s\S"),
)

# --- what ---------------------------------------------------------------------------------------------------------

_VERBS = re.compile(
    r"(?<![א-ת])ו?(?:אמר(?:ה|ו)?|מסר(?:ה|ו)?|מוסר(?:ת|ים)?|הודיע(?:ה|ו)?|הצהיר(?:ה|ו)?|הוסיף|"
    r"הוסיפה|הוסיפו|הכחיש(?:ה|ו)?|מכחיש(?:ה|ים)?|"
    r"הבטיח(?:ה|ו)?|התחייב(?:ה|ו)?|אישר(?:ה|ו)?|ציין|ציינה|ציינו|טען|טענה|טענו|הדגיש(?:ה|ו)?|"
    r"הסביר(?:ה|ו)?|דיווח(?:ה|ו)?|מדווח(?:ת|ים)?|"
    r"סיפר(?:ה|ו)?|הזהיר(?:ה|ו)?|כתב(?:ה|ו)?|השיב(?:ה|ו)?|נמסר|נאמר|ציטט(?:ה|ו)?|מצטט(?:ת|ים)?|"
    r"דרש(?:ה|ו)?|מזכירות|הזכיר(?:ה|ו)?)(?![א-ת])"
)
_WHO = r"(?P<by>[^,;:.!?" + MASK + r"]{3,70}?)"
_EVENTS = (
    (
        EventKind.SILENCE,
        None,
        re.compile("הוזכר|הזכיר|מזכיר|אזכור|שתק|נאמר דבר"),
        re.compile(
            rf"(?P<by>[^,;:.{MASK}]{{3,80}}?)?\s*(?P<key>(?:לא (?:הזכיר\w*|מזכיר\w*|הוזכר\w*)|אין (?:כל |"
            rf"שום )?אזכור|ללא אזכור|לא נאמר דבר)(?: (?:את|על|ל|של))?)\s*(?P<about>[^,;.!?{MASK}]{{3,90}})"
        ),
    ),
    (
        EventKind.HANDOVER,
        None,
        re.compile("רשימ"),
        re.compile(
            rf"(?:^|(?<=,\s)|(?<=כי\s)){_WHO}\s+(?P<key>(?P<no>לא\s+)?(?:העביר\w*|מסר\w*|"
            rf"הגיש\w*))\s+(?:ל(?P<to>[^,;:.{MASK}]{{2,40}}?)\s+)?(?:את\s+)?(?:ה)?רשימ\w+(?:[^,;:.{MASK}]{{0,12}}"
            rf"?\s?(?P<n>\d{{1,4}}|\w+)\s+(?:ה?שמות|שמות))?"
        ),
    ),
    (
        EventKind.HANDOVER,
        None,
        re.compile("רשימ"),
        re.compile(
            rf"(?P<key>רשימ(?:ה|ת)\s+(?:של\s+)?(?:(?P<n>שמונת|שמונה|\d{{1,4}}|"
            rf"\w+)\s+(?:ה)?שמות\s+)?(?P<no>לא\s+)?(?:נמסרה|הועברה|"
            rf"הוגשה))\s+ל(?P<to>[^,;:.{MASK}]{{2,50}}?)(?=\s+(?:ב-?\d|על ידי|בידי|באמצעות)|[,.]|"
            rf"$)(?:\s+(?:על ידי|בידי)\s+(?P<by>[^,;:.{MASK}]{{2,50}}))?"
        ),
    ),
    (
        EventKind.CONTACT,
        ContactKind.MEETING,
        re.compile("פגש|שיחות|קיבל"),
        re.compile(
            rf"(?:^|(?<=,\s)|(?<=כי\s)){_WHO}\s+(?P<key>(?P<no>לא\s+)?(?:נפגש(?:ה|ו)?|קיימ?(?:ה|"
            rf"ו)? (?:פגישה|שיחות)|(?P<will>ייפגש(?:ו)?|"
            rf"תיפגש)))[^,;:.{MASK}]{{0,40}}?\s+עם\s+(?P<with>[^,;:.{MASK}]{{3,60}}?)(?=\s+(?:ב-?\d|ביום|"
            rf"בשבוע|ב[א-ת]+\s*[,.]|כדי|לדיון)|[,.;]|\s*$)"
        ),
    ),
    (
        EventKind.CONTACT,
        ContactKind.VISIT,
        re.compile("ביקר|יבקר|תבקר"),
        re.compile(
            rf"(?:^|(?<=,\s)|(?<=כי\s)){_WHO}\s+(?P<key>(?P<no>לא\s+)?(?:ביקר(?:ה|ו)?|(?P<will>יבקר(?:ו)?|"
            rf"תבקר)))\s+(?:ב|אצל\s)(?P<place>[^,;:.{MASK}]{{2,50}}?)(?=\s+(?:ב-?\d|ביום)|[,.;]|\s*$)"
        ),
    ),
)
_HELD = r"ה?(?:חטופים|חטופות|שבויים|שבויות|בני הערובה|בני ערובה|נעדרים|נעדרות|עצורים|כלואים)"
_COUNT = r"(?P<n>\d{1,3}|" + "|".join(n for n in NUMBERS if len(n) > 3) + ")"
_PATTERNS = Patterns(
    lexicon=_LEXICON,
    verbs=_VERBS,
    manners=(
        (re.compile("הכחיש|מכחיש"), Manner.DENIED),
        (re.compile("הבטיח|התחייב"), Manner.PROMISED),
        (re.compile("אישר"), Manner.CONFIRMED),
        (re.compile("הזהיר"), Manner.WARNED),
        (re.compile("דרש"), Manner.DEMANDED),
        (re.compile("דיווח|מדווח"), Manner.REPORTED),
    ),
    that=re.compile(r"\sכי\s|\sש(?=[א-ת]{2})|:\s"),
    bare=re.compile(r"ו?(?:הבטיח\w*|התחייב\w*|הכחיש\w*|מכחיש\w*)"),
    quoting=re.compile(r"ו?(?:ציטט\w*|מצטט\w*)"),
    quoted=re.compile(
        r"\s+את\s+(?P<sp>[^:;]{3,90}?)(?=,?\s+(?:ש?אמר\w*|ש?אמרה|ש?מסר\w*|ש?הבטיח\w*|באומרו|כאומר\w*|"
        r"ולפיו|שלפי\w*)|$)"
    ),
    cite=re.compile(r",?\s+(?:בשם|מפי|בהסתמך על|תוך ציטוט)\s+"),
    to_medium=re.compile(
        rf"(?<![א-ת])ל(?P<relay>(?:סוכנות|עיתון|ערוץ|רדיו|אתר)\s+[^,:;.{MASK}]{{2,40}}?)(?=\s*$|\s+כי)"
    ),
    according=re.compile(r"(?:^|(?<=[\s,]))(?:לדברי|לפי דברי|על פי|לפי דיווח\w* של)\s"),
    about_this=re.compile(r"\s*(?:כך|על כך)\b"),
    negation=re.compile(r"לא\s+$"),
    numbers=NUMBERS,
    events=_EVENTS,
)

_A, _D, _K = Polarity.ASSERTS, Polarity.DENIES, Polarity.DOES_NOT_KNOW


def _rule(subject: ClaimSubject, polarity: Polarity, pattern: str) -> ClaimRule:
    return ClaimRule(subject, polarity, re.compile(pattern))


LANGUAGE = Language(
    code="he",
    dates=DATES,
    groups=(re.compile(rf"(?<![א-ת])[בלמוש]?(?:{_COUNT}\s+)?{_HELD}(?![א-ת])"), re.compile(r"בעלי אזרחות כפולה")),
    counted=(
        re.compile(rf"(?<![א-ת])[בלמוהש]?{_COUNT}\s+(?:ה)?(?:אנשים|שמות|אזרחים|נעדרים|זרים)(?![א-ת])"),
        re.compile(r"(?<![א-ת])[בלמ]?ה(?P<n>שמונה)(?![א-ת])"),
    ),
    numbers=NUMBERS,
    analyse=analyse_by(_PATTERNS),
    abbreviations=frozenset({"עמ", "מס", "פרופ"}),
    answers=(
        (
            AnswerCode.DOES_NOT_HOLD,
            re.compile(
                r"(?:איננו|אינם|אינה|אינו|לא) (?:מחזיק(?:ים|ה)?|מוחזק(?:ים|ת)?)|(?:הם|היא|הוא) לא (?:אצלנו|"
                r"בידינו)|לא בידי(?:נו|הם)"
            ),
        ),
        (
            AnswerCode.DENIES_KNOWLEDGE,
            re.compile(r"אין (?:לנו|לו|להם|לה) (?:כל |שום )?(?:מידע|ידיעה)|(?:איננו|אנחנו לא|אינם) יודע(?:ים)?"),
        ),
        (
            AnswerCode.SEARCHING,
            re.compile(
                r"(?<!לא )(?<!אינם )(?<![א-ת])(?:ש)?(?:מחפש(?:ים|ת|ות)?)(?![א-ת])(?! (?:דרך|פתרון|את בנ))|"
                r"החיפושים (?:נמשכים|ממשיכים)"
            ),
        ),
        (AnswerCode.ASKS_DETAILS, re.compile(r"(?:זקוקים ל|דרושים|ביקש\w* )(?:עוד |ל?פרטים|מידע נוסף|תמונות)")),
        (AnswerCode.REFUSES, re.compile(r"(?:לא נדון|לא נשיב|מסרב(?:ים)? (?:לדון|להשיב))")),
        (AnswerCode.SAYS_RELEASED, re.compile(r"(?:כבר )?שחררנו (?:אותם|אותו|אותה|את)")),
        (
            AnswerCode.HOLDS,
            re.compile(
                r"(?<!לא )(?<!איננו )(?:אנחנו|אנו) מחזיקים (?:בהם|בה|בו|אותם|ב)|(?:הם|היא|הוא) (?:נמצאים |"
                r"נמצאת |נמצא )?(?:אצלנו|בידינו)"
            ),
        ),
    ),
    claims=(
        _rule(
            ClaimSubject.WHEREABOUTS,
            _K,
            r"(?:לא יודע(?:ים|ת)?|אינו יודע|אינה יודעת|אינם יודעים|לא ידוע)(?: עדיין)? (?:היכן|איפה)|"
            r"מקום הימצא\w+ (?:אינו|לא) ידוע",
        ),
        _rule(
            ClaimSubject.ALIVE, _K, r"(?:לא ידוע|אינם יודעים|לא יודעים) אם [^,.]{0,40}(?:חי|חיה|חיים|בחיים)(?![א-ת])"
        ),
        _rule(ClaimSubject.ALIVE, _D, r"(?:אינ(?:ו|ה|ם)|לא) (?:עוד )?(?:בחיים|בין החיים)"),
        _rule(
            ClaimSubject.ALIVE,
            _A,
            r"(?<!אם )(?<![א-ת])(?:חי|חיה|חיים)(?=[\s,.\"”]|$)|"
            r"(?<!אינו )(?<!אינה )(?<!לא )(?<![א-ת])בחיים(?![א-ת])",
        ),
        _rule(ClaimSubject.DEAD, _D, r"לא (?:מת|מתה|נהרג(?:ה|ו)?|נרצח(?:ה|ו)?)(?![א-ת])"),
        _rule(
            ClaimSubject.DEAD,
            _A,
            r"(?<!לא )(?<![א-ת])ש?(?:מת|מתה|מתו|נהרג(?:ה|ו)?|נרצח(?:ה|ו)?|הוצא(?:ה|ו)? להורג)(?![א-ת])",
        ),
        _rule(ClaimSubject.RELEASED, _D, r"(?:לא|טרם) (?:שוחרר(?:ה|ו)?)(?![א-ת])"),
        _rule(ClaimSubject.RELEASED, _A, r"(?<!לא )(?<!טרם )(?<![א-ת])ש?(?:שוחרר(?:ה|ו)?)(?![א-ת])"),
        _rule(ClaimSubject.TRANSFERRED, _A, r"(?<!לא )(?<![א-ת])ש?(?:הועבר(?:ה|ו)?)(?![א-ת]) ל"),
        _rule(ClaimSubject.CUSTODY, _D, r"(?:אינ(?:ו|ה|ם)|לא) (?:מוחזק(?:ת|ים|ות)?|בשבי)"),
        _rule(
            ClaimSubject.CUSTODY, _A, r"(?<!לא )(?<!אינו )(?<!אינם )(?<![א-ת])ה?(?:מוחזק(?:ת|ים|ות)?|בשבי)(?![א-ת])"
        ),
        _rule(ClaimSubject.WHEREABOUTS, _A, r"(?<!היכן )(?<!איפה )(?<![א-ת])(?:נמצא|נמצאת|נמצאים) ב(?=[א-ת])"),
    ),
    unreal=re.compile(
        r"(?:(?<![א-ת])(?:אם|כאשר|ברגע ש\S*|עד ש\S*|כדי ש\S*|לפני ש\S*|דרש\w*|ביקש\w* ש|יש ל|ייתכן|"
        r"אולי|היכן|איפה))[^,;]{0,50}$"
    ),
    commitment=re.compile(
        r"(?<!לא )(?<![א-ת])(?P<act>נשחרר|נמסור|נחזיר|נעביר|נשיב|נבדוק|נודיע|נאפשר|נפרסם|נמשיך לחפש|"
        r"ישחרר(?:ו)?|תשחרר|ימסר(?:ו)?|יחזיר(?:ו)?|תחזיר|יועברו|ישוחררו)(?![א-ת])"
    ),
    promised_act=re.compile(r"^\s*(?:ל(?:שחרר|מסור|החזיר|העביר|השיב|בדוק|הודיע|אפשר|פרסם|חפש)|ש|כי)"),
    condition=re.compile(r"(?<![א-ת])(?:ברגע ש|מיד כש|כאשר|כש(?=נ)|אם|לאחר ש|אחרי ש|בתנאי ש|בתמורה ל)[^,.;:!?\"”“]*"),
    deadline=re.compile(r"(?:עד|בתוך|תוך|לא יאוחר מ)\s*(?:ה|ל)?-?\s*$"),
    untrue=re.compile(r"(?:לא נכון|שקר|שקרי\w*|כאילו|מכחיש\w*)", re.IGNORECASE),
    they=re.compile(r"(?<![א-ת])(?:אותם|הם|הן|הוא|היא|אותו|אותה|האנשים האלה|מהם)(?![א-ת])"),
)

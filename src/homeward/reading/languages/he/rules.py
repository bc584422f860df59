"""Hebrew: its rules put together.

In: nothing. Out: `LANGUAGE`. Leaves to others: names (`homeward.names`); Hebrew letters do not mark them.
"""

from __future__ import annotations

import re

from homeward.reading.languages.he.dates import DATES, NUMBERS
from homeward.reading.languages.he.events import HAPPENINGS
from homeward.reading.languages.he.voices import EXPRESSIONS
from homeward.reading.languages.he.words import TONGUE
from homeward.reading.languages.language import ClaimRule, Language
from homeward.reading.languages.unmarked.analyse import analyse_with
from homeward.records import AnswerCode, ClaimSubject, Polarity

HELD = r"ה?(?:חטופים|חטופות|שבויים|שבויות|בני הערובה|בני ערובה|נעדרים|נעדרות|עצורים|כלואים)"
COUNT = r"(?P<n>\d{1,3}|" + "|".join(n for n in NUMBERS if len(n) > 3) + ")"

_A, _D, _K = Polarity.ASSERTS, Polarity.DENIES, Polarity.DOES_NOT_KNOW


def _rule(subject: ClaimSubject, polarity: Polarity, pattern: str) -> ClaimRule:
    return ClaimRule(subject, polarity, re.compile(pattern))


LANGUAGE = Language(
    code="he",
    dates=DATES,
    groups=(re.compile(rf"(?<![א-ת])[בלמוש]?(?:{COUNT}\s+)?{HELD}(?![א-ת])"), re.compile(r"בעלי אזרחות כפולה")),
    counted=(
        re.compile(rf"(?<![א-ת])[בלמוהש]?{COUNT}\s+(?:ה)?(?:אנשים|שמות|אזרחים|נעדרים|זרים)(?![א-ת])"),
        re.compile(r"(?<![א-ת])[בלמ]?ה(?P<n>שמונה)(?![א-ת])"),
    ),
    numbers=NUMBERS,
    analyse=analyse_with(TONGUE, EXPRESSIONS, HAPPENINGS),
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

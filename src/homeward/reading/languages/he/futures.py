"""Hebrew verbs of acts for people who are looked for, in the future tense, and what somebody will not do.

In: nothing. Out: expressions for `meaning`. Leaves to others: who promises it, to whom, by when.

Written without vowels, many forms of the future with "n" in front are those of a passive past ("was opened"), and some with "y" are
plain past ("went out"): those are left out.
"""

from __future__ import annotations

_ALWAYS = (  # behind "I", "you" or "she", "he", "we" alike
    "בוא|טוס|שוב|חזור|לך|ביא|מסור|קבל|דבר|דאג|בדוק|חקור|חפש|שיב|ודיע|פרסם|בקר|עדכן|דווח|גיע|עביר|חליף|חליט|כריע|סרוק|משיך|פעל|פעיל|"
    "טפל|שחרר|וציא|כניס|אשר|תיר|רשה|גיד|ספר|שלם|ממן|לווה|צטרף|פליג|מריא|עזור|סייע|תקשר|צלצל|טלפן|אתר|ברר|מציא|גיש|דון|תכנס|ארגן|קיים|"
    "שמור|חזיר|סיע|וביל|ארח|עשה|כתוב|שתדל|לכו|עלה|עלו|אפשר|בטיח|תחייב|סגיר|סכים|תאם|ודא"
)
_NOT_WE = "מסר|כתב|קרא|שמע|פתח|בדק|חקר|שמר|סרק|שאל|ענה|ענו|ראו|כנס|סע|סעו|תן|תנו|שלח|ציג|חזרו|מסרו|שא"  # "we" is a past or a noun
_PASSIVE = (
    "ימסר|ינתן|ישלח|ירשם|ירשמו|בחן|יבחן|יבדק|ישמר|יפתח|וחזר|ועבר|ובא|ובאו|ועלה|ועלו|וצא|וקדש|ורשה|ורשו|שוחרר|פורסם|תקיים|תקבל|"
    "יכנס|טופל|יענה|יבדקו|ימסרו|ינתנו"
)
FUTURE = (
    rf"(?:(?:[אינת]|יי|תי)(?:{_ALWAYS})ו?|(?:[אית]|יי|תי|ני)(?:{_NOT_WE}|{_PASSIVE})ו?|(?:תצא|תרד|נרד|ארד|אצא|נצא|ייצא|ייצאו)|"
    rf"[ית](?:היה|היו) (?:בבית|חופשי\S*|בחזרה))"
)
# Who will not say something refuses an answer, and breaks no promise.
SILENT = (
    r"(?:[אינת]{1,2}(?:גיד|מסור|מסרו?|ימסרו?|שיבו?|ענה|ענו|יענה|ומרו?|ספרו?|דברו?|פורסמו?|פרסמו?|ודיעו?))(?![א-ת])"
)
_LEAVING = r"(?:[אינת]{1,2}(?:עזוב|צא|חזור|שוב|סע|לך|רפה|נוח|שקוט|שכח|וותר|פסיק|חדל|ישון|עצום|פקיר|זניח|נטוש)ו?|חוזר|זז|עוזב|מוותר|מפסיק)\S*"
# Whoever will not do this, or not before, promises.
DROPS = rf"(?:לא|אינני|איני|איננו|לעולם לא) {_LEAVING}"

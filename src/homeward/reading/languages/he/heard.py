"""What the models that hear events cannot tell by a sentence's words alone.

In: nothing. Out: `UNHEARD`, by kind of event: words beside which a sentence that sounds like one tells of none (asked
for, to come, denied, of other things); `LISTED`: what is handed over; `REFUSED`: that nothing is promised.
Leaves to others: the models (`homeward.reading.telling`).
"""

from __future__ import annotations

import re

UNHEARD = {
    "contact": re.compile(
        r"(?<!\w)(?:קורא|קוראת|קוראים|קרא|קראה|קראו|דורש|דורשת|דורשים|דרש|דרשה|דרשו) |(?:רוצה|רוצים|מבקש|מבקשת|מבקשים|סירב|סירבה|סירבו) להיפגש|"
        r"(?<!\w)ביקר(?:ה|ו)? (?:בחריפות|קשות|בחומרה|נמרצות|בתקיפות)|"
        r"(?<!\w)קיבל(?:ה|ו)? (?:את )?(?:הצעת|החלטת|רשימת|סרטון|תמונה)(?!\w)|"
        r"(?<!\w)עם (?:כתבת?|עיתונאית?|שדרנית?|מראיינת?) "
    ),
    "handover": re.compile(
        r"(?<!\w)ו?ש?(?:לא|טרם|אין|שום|סירב\w*|מסרב\w*|הכחיש\w*|מכחיש\w*|יעביר\w*|תעביר|ימסור|תמסור|ימסרו|נמסור|נעביר|ישלח|תשלח|"
        r"להעביר|למסור|לשלוח|אם|האם|ביקש\w*|מבקש\w*|דרש\w*|דורש\w*|רוצ\w+|הבטיח\w*|עתיד\w*|אמור\w*|צפוי\w*)(?!\w)|\?"
    ),
    "commitment": re.compile(
        r"(?<!\w)(?:קורא|קוראת|קוראים|קרא|קראה|קראו|דורש|דורשת|דורשים|דרש|דרשה|דרשו|צריך|צריכה|צריכים|חייב|חייבת|חייבים)(?!\w)|\?"
    ),
    "silence": re.compile(
        r"(?<!\w)(?:לא (?:ידע\w*|שמע\w*|נשמע\w*|ייאמר|יאמרו?|יימסר|ידועה?|ידועים|קיבל\w*|התקבל\w*)|אין(?:ו|ה|ם)? (?:יודע\w*|שומע\w*)|אין מידע)(?!\w)|"
        r"(?<!\w)(?:אם|האם|תשובה|מתי|מקוו\w+)(?!\w)|\?"
    ),
}
LISTED = re.compile(r"רשימ|שמות|תמונ|תצלומ|פרטי|(?<!\w)אות(?:ה|ו|ן|ם)(?!\w)")
REFUSED = re.compile(
    r"(?<!\w)ו?(?:סירב\w*|מסרב\w*|שלל\w*|שולל\w*|לא (?:י|ת|נ|א|מ)\w+|לא (?:התחייב\w*|הבטיח\w*)|בלי להתחייב|אין בכוונת\w*)(?!\w)"
)

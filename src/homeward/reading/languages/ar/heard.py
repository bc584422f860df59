"""What the models that hear events cannot tell by a sentence's words alone.

In: nothing. Out: `UNHEARD`, by kind of event: words beside which a sentence that sounds like one tells of none (asked
for, to come, denied, of other things); `LISTED`: what is handed over; `REFUSED`: that nothing is promised.
Leaves to others: the models (`homeward.reading.telling`).
"""

from __future__ import annotations

import re

UNHEARD = {
    "contact": re.compile(
        r"(?<!\w)[وف]?(?:دعا|دعت|يدعو|تدعو|دعوا|طالب\w*|يطالب\w*|تطالب\w*|حث|حثت|ناشد\w*)(?!\w)"
        r"|(?:يريد|تريد|يرغب|ترغب|رفض|رفضت|يرفض|ترفض)\w* (?:لقاء|مقابلة|الاجتماع|أن ي|أن ت)"
    ),
    "handover": re.compile(
        r"(?<!\w)[وف]?(?:لا|لم|لن|ليس|رفض\w*|يرفض\w*|ترفض\w*|نفى|نفت|ينفي|تنفي|سي\w+|ست\w+|سوف|إذا|لو|إن كان|هل|طلب\w*|يطلب\w*|تطلب\w*|"
        r"طالب\w*|يطالب\w*|يريد\w*|تريد\w*|وعد\w*|يعتزم|تعتزم|ينوي|تنوي|يتوقع|المقرر|المتوقع)(?!\w)|(?<!\w)أن [يت]\w+|؟"
    ),
    "commitment": re.compile(
        r"(?<!\w)[وف]?(?:يجب|ينبغي|على \w+ أن|دعا|دعت|يدعو|تدعو|طالب\w*|يطالب\w*|تطالب\w*|حث|حثت|ناشد\w*|يناشد\w*|تناشد\w*)(?!\w)|(?<!\w)[وف]?أ?وف(?:ت|ى|وا) (?:\w+ ){0,3}ب(?:وعد|عهد|التزام)\w*|؟"
    ),
    "silence": re.compile(r"(?<!\w)[وف]?(?:إذا|لو|هل|متى|يأمل\w*|تأمل\w*|نأمل)(?!\w)|؟"),
}
LISTED = re.compile(r"قائم|قوائم|لائح|لوائح|كشف|كشوف|أسماء|صور|بيانات|ملف|\w{2}(?:ها|ه)(?!\w)")
REFUSED = re.compile(
    r"(?<!\w)[وف]?(?:رفض\w*|يرفض\w*|ترفض\w*|لن [يتن]\w+|استبعد\w*|امتنع\w*|لا (?:ينوي|تنوي|يعد|تعد|يلتزم|تلتزم|وعد|وعود|نعد|يمكن\w*))(?!\w)"
)

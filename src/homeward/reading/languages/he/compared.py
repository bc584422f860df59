"""Hebrew: the words that turn what is said, number words of both genders, pronouns, and letters joined to words."""

from __future__ import annotations

from homeward.reading.languages.compared import SmallWords, words

_NUMBERS = (
    "אפס|אחד אחת|שניים שתיים שני שתי שנים|שלושה שלוש שלושת|ארבעה ארבע ארבעת|חמישה חמש חמשת|שישה שש ששת|"
    "שבעה שבע שבעת|שמונה שמונת|תשעה תשע תשעת|עשרה עשר עשרת"
)
_TENS = "עשרים|שלושים|ארבעים|חמישים|שישים|שבעים|שמונים|תשעים"

SMALL_WORDS = SmallWords(
    negations=words("לא אין אינו אינה אינם אינן איננו איננה איני אף מעולם בלי ללא שום לעולם בלתי"),
    conditions=words("אם אילו אלא האם"),
    doubts=words("אולי ייתכן יתכן כנראה לכאורה עלול עלולים עשוי עשויה עשויים"),
    numbers={form: value for value, line in enumerate(_NUMBERS.split("|")) for form in line.split()}
    | {form: 10 * value for value, form in enumerate(_TENS.split("|"), 2)}
    | {"מאה": 100, "מאתיים": 200, "מאות": 100, "אלף": 1_000, "אלפיים": 2_000, "אלפים": 1_000, "מיליון": 1_000_000},
    passed_over=words(
        "אני אנחנו אנו אתה אתם הוא היא הם הן אותי אותנו אותו אותה אותם אותן לי לנו לו לה להם להן שלי שלנו שלו שלה",
        "שלהם את של כי זה זו זאת אלה אלו גם היה היתה הייתה היו יהיה תהיה יהיו אשר בו בה בהם",
    ),
    endings=("ים", "ות", "נו", "תי", "תם", "ה", "ו", "ת"),
    beginnings=("א", "נ", "י", "ת"),
    joined=("ו", "ש", "ה", "כ", "ב", "ל", "מ"),
    joined_to_turns=("ו", "ש"),  # not more: a prison and "full" are written as "not" with another letter before it
)

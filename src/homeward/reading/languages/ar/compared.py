"""Arabic: the words that turn what is said, number words of both genders, pronouns, and letters joined to words."""

from __future__ import annotations

from homeward.reading.languages.compared import SmallWords, words

_NUMBERS = (
    "صفر|واحد واحدة أحد إحدى|اثنان اثنين اثنتان اثنتين|ثلاثة ثلاث|أربعة أربع|خمسة خمس|ستة ست|سبعة سبع|"
    "ثمانية ثماني ثمان|تسعة تسع|عشرة عشر"
)
_TENS = "عشرون عشرين|ثلاثون ثلاثين|أربعون أربعين|خمسون خمسين|ستون ستين|سبعون سبعين|ثمانون ثمانين|تسعون تسعين"
_LARGE = {
    100: "مئة مائة مئات", 200: "مئتان مئتين مائتان مائتين", 1_000: "ألف آلاف", 2_000: "ألفان ألفين",
    1_000_000: "مليون ملايين",
}  # fmt: skip

SMALL_WORDS = SmallWords(
    negations=words("لا لم لن ليس ليست ليسوا لسنا لست غير دون بدون بلا أبدا كلا"),
    conditions=words("إذا لو لولا طالما"),
    doubts=words("ربما لعل يحتمل محتمل يرجح يزعم يبدو"),
    numbers={form: value for value, line in enumerate(_NUMBERS.split("|")) for form in line.split()}
    | {form: 10 * value for value, line in enumerate(_TENS.split("|"), 2) for form in line.split()}
    | {form: value for value, line in _LARGE.items() for form in line.split()},
    passed_over=words(
        "أنا نحن أنت أنتم هو هي هم هن إن أن إنه إنها إنهم إننا إنا أنه أنها أنهم أننا أنا الذي التي الذين اللذين هذا",
        "هذه هؤلاء ذلك تلك كان كانت كانوا يكون تكون سوف سنكون له لها لهم لنا لي به بها بهم إياه إياهم أيضا",
    ),
    endings=("ون", "ين", "وا", "ات", "ان", "هم", "نا", "ها", "ة", "ت", "ا"),
    beginnings=("أ", "ن", "ي", "ت"),
    joined=("و", "ف", "ب", "ل", "ك", "ال"),
    joined_to_turns=("و", "ف"),
)

"""Whether words agree with what somebody says of them: their numbers, their negations, whether they tell of a fact.

In: a place in a document, its language, and what is claimed. Out: yes or no.
Leaves to others: finding the place (`quotes`), and what follows from a no (`verify`).

Made to refuse rather than to let pass: a sentence with a negation anywhere before its point is taken to be negated,
one with two to be unclear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from homeward.reading.languages import Language
from homeward.reading.proposals import ReadDate

Place = tuple[int, int]


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Denying:
    """How one language says no.

    Attributes:
        plain: words that negate; "no later than" and "without" are none. denial: words by which somebody denies.
        gone: a negation that says that somebody is dead.
        unknown: words for not knowing that hold no negation of their own. silent: words for not mentioning.
        attitude: cues of a stance, which is no speech. ahead: words for what is still to come.
        time: words that begin a clause of time or place, which makes no condition of what stands before it.
        that: what opens reported speech.
        turn: after it a negation before no longer counts. further: behind the words, it begins something else.
        multiple: words that make of a number word before them another number ("eight hundred").
    """

    plain: re.Pattern[str]
    denial: re.Pattern[str]
    gone: re.Pattern[str]
    unknown: re.Pattern[str]
    silent: re.Pattern[str]
    attitude: re.Pattern[str]
    ahead: re.Pattern[str]
    time: re.Pattern[str]
    that: re.Pattern[str]
    turn: re.Pattern[str]
    further: re.Pattern[str]
    multiple: re.Pattern[str]


DENYING: dict[str, Denying] = {
    "en": Denying(
        plain=_re(
            r"\b(?:not(?! (?:later|less|fewer|more) than)|no(?! (?:later|less|fewer|more) than)|never|none|nobody|"
            r"nothing|nowhere|neither|nor|cannot|hardly|unable|"
            r"refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|fail(?:s|ed|ing|ure)?|lacks?|lacked|false|falsely|untrue|"
            r"unfounded|baseless)\b|n['’]t\b"
        ),
        denial=_re(
            r"\b(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing|ion)?|dismiss(?:es|ed|ing|al)?|refut(?:e|es|ed|ing|al)|"
            r"disput(?:e|es|ed|ing)|contradict(?:s|ed|ing)?)\b"
        ),
        gone=_re(r"\bno longer (?:alive|living|(?:among|with) (?:us|the living))\b"),
        unknown=_re(r"\b(?:unknown|unclear|uncertain|unaware)\b"),
        silent=_re(r"\b(?:silen(?:t|ce)|omit(?:s|ted)?|omission|ignor(?:e|es|ed)|avoid(?:s|ed)?|skipp?(?:s|ed)?)\b"),
        attitude=_re(
            r"\b(?:want(?:s|ed)?|fear(?:s|ed)?|hop(?:e|es|ed)|support(?:s|ed)?|believ(?:e|es|ed)|plan(?:s|ned)?|"
            r"expect(?:s|ed)?|wish(?:es|ed)?|intend(?:s|ed)?|seek(?:s)?|sought|tr(?:y|ies|ied)|consider(?:s|ed)?|"
            r"know(?:s)?|knew|heard|learn(?:s|ed|t)|think(?:s)?|thought|doubt(?:s|ed)?)\b"
        ),
        ahead=_re(
            r"\b(?:will|shall|would|should|must|(?-i:may)|might|could|"
            r"(?:is|are|was|were) (?:to|due|set|expected|scheduled)|"
            r"plan(?:s|ned)?|planning|intend(?:s|ed)?|agreed to|arranged to|invit(?:ed|ation)|scheduled|expected|"
            r"upcoming)\b"
            r"|['’]ll\b"
        ),
        time=_re(r"(?:when|once|as soon as|before|until|where|after|while)\b"),
        that=_re(r"\bthat\b|:"),
        turn=_re(r"\b(?:but|however|yet)\b"),
        further=_re(r"\b(?:but|however|yet|and|or|while|though|although)\b"),
        multiple=_re(r"[\s-]*(?:and a half\b|hundreds?\b|thousands?\b|millions?\b|dozens?\b|score\b|per ?cent\b|%)"),
    ),
    "ru": Denying(
        plain=_re(
            r"\b(?:не(?! (?:позднее|позже|менее|более|меньше|больше|только))|"
            r"ни|нет|нельзя|никто|никого|никому|никогда|ничего|нигде|никак\w*|отказ\w+|неправд\w*|ложь|"
            r"ложн\w+|якобы|невозможно|неверно)\b"
        ),
        denial=_re(r"\b(?:отриц\w+|опроверг\w*|опроверж\w+|отверг\w*|отвергл\w*)\b"),
        gone=_re(r"\bнет в живых\b|\bне жив\w*\b"),
        unknown=_re(r"\bнеизвест\w+\b|\bнеясн\w+\b"),
        silent=_re(r"\b(?:умалч\w+|умолч\w+|молч\w+|обош\w+)\b"),
        attitude=_re(
            r"\b(?:хо(?:чет|тят|тел\w*)|опаса\w+|наде\w+|поддерж\w+|счита\w+|дума\w+|планиру\w+|намерен\w*|узнал\w*)\b"
        ),
        ahead=_re(
            r"\b(?:буд(?:ет|ут|ем)|состо(?:ится|ятся)|встрет(?:ится|ятся|имся)|посет(?:ит|ят|им)|прибуд(?:ет|ут)|"
            r"планиру\w+|намерен\w*|намечен\w*|предсто\w+|услов\w+|пригла\w+|договорил\w+)\b"
        ),
        time=_re(r"(?:когда|как только|пока|до того как|после того как|где)\b"),
        that=_re(r"\bчто\b|:"),
        turn=_re(r"(?:,\s*(?:но|а)\b|\bоднако\b)"),
        further=_re(r"\b(?:но|а|и|или|однако|хотя)\b"),
        multiple=_re(r"\s*(?:сот\w*|тысяч\w*|миллион\w*|с половиной|процент\w*|%)"),
    ),
    "he": Denying(
        plain=_re(
            r"(?<![א-ת])[ושהכב]{0,3}(?:לא(?! (?:יאוחר|פחות|יותר|רק))|"
            r"אין|אינ[םןוהיךנ]\w*|איננ\w+|מעולם|טרם|כלום|שום|סירב\w*|"
            r"מסרב\w*|סירוב|שקר\w*|כאילו)(?![א-ת])"
        ),
        denial=_re(r"(?<![א-ת])[ושהכב]{0,3}(?:הכחיש\w*|מכחיש\w*|הכחש\w+|דחה|דחתה|דחו|הפריך|הפריכ\w+)(?![א-ת])"),
        gone=_re(r"(?:לא|אינ\w+|איננ\w+) (?:עוד )?(?:בחיים|בין החיים)"),
        unknown=_re(r"(?<![א-ת])(?:נעלם|נעלמ\w+)(?![א-ת])"),
        silent=_re(r"(?:שתק\w*|שותק\w*|התעלמ\w*|התעלם|השמיט\w*|פסח\w*)"),
        attitude=_re(
            r"(?<![א-ת])[וש]?(?:רוצ\w+|רצ[הו]\w*|חושש\w*|מקוו?ה|מקווים|תומכ\w*|תומך|מאמינ\w*|מאמין|מתכננ\w*|סבור\w*|חושב\w*)(?![א-ת])"
        ),
        ahead=_re(
            r"(?<![א-ת])[ושה]{0,2}(?:(?:[ית]י?|ני|א)פגש\w*|[יתנא]בקר\w*|צפוי\w*|עתיד\w*|מתוכנ\w+|אמור\w*|מתכונ\w+|מתכוון|"
            r"הוזמ\w+|סוכם|תיערך|ייערכו|יתקיימו|תתקיים|יתקיים)(?![א-ת])"
        ),
        time=_re(r"(?:כאשר|כש\S+|ברגע|עד|לפני|אחרי|היכן|איפה)(?![א-ת])"),
        that=_re(r"(?<![א-ת])כי(?![א-ת])|:"),
        turn=_re(r"(?<![א-ת])(?:אבל|אולם|אך)(?![א-ת])"),
        further=_re(r"(?<![א-ת])(?:אבל|אולם|אך|או|ו[א-ת]+)(?![א-ת])"),
        multiple=_re(r"\s*(?:מאות|אלפ\w+|אלף|מיליון|אחוז\w*|וחצי|%)"),
    ),
    "ar": Denying(
        plain=_re(
            r"(?<!\w)[وفبل]{0,2}(?:لا(?! (?:يتجاوز|تتجاوز|يقل|تقل))|"
            r"لم|لن|ليس\w*|لست|لسنا|ما|غير(?! أن)|عدم|أبدا|أبداً|رفض\w*|يرفض\w*|ترفض|"
            r"كذب\w*|مزاعم|كاذب\w*)(?!\w)"
        ),
        denial=_re(r"(?<!\w)[وف]?(?:نف[ىتوي]\w*|تنفي|ينف[يو]\w*|ننفي|نفي|أنكر\w*|ينكر\w*|تنكر|كذّب\w*|دحض\w*)(?!\w)"),
        gone=_re(r"(?:لم يعد\w*|لم تعد|ليس\w*) (?:على قيد الحياة|حي\w*|بين الأحياء)"),
        unknown=_re(r"(?<!\w)(?:مجهول\w*|المجهول\w*)(?!\w)"),
        silent=_re(r"(?:صمت\w*|سكت\w*|تجاهل\w*|أغفل\w*|أهمل\w*)"),
        attitude=_re(
            r"(?<!\w)[وف]?(?:يريد\w*|تريد|يخش\w*|تخش\w*|يأمل\w*|تأمل|يدعم\w*|تدعم|يعتقد\w*|تعتقد|يخطط\w*|تخطط|علم|علمت)(?!\w)"
        ),
        ahead=_re(
            r"(?<!\w)[وف]?س[أيتن]\w{3,}|(?<!\w)(?:سوف|من المقرر|المقرر|"
            r"من المنتظر|يعتزم\w*|تعتزم|المقبل\w*|القادم\w*|اتفق\w*)"
            r"(?!\w)"
        ),
        time=_re(r"(?:عندما|حال|حالما|ريثما|حتى|قبل|بعد|أين|حيث)(?!\w)"),
        that=_re(r"(?<!\w)ف?[أإ]ن\w{0,3}(?!\w)|:"),
        turn=_re(r"(?<!\w)(?:لكن|ولكن|بيد أن|غير أن)(?!\w)"),
        further=_re(r"(?<!\w)(?:لكن|أو|و\w+)(?!\w)"),
        multiple=_re(r"\s*(?:مئة|مائة|مئات|ألف|آلاف|مليون|بالمئة|بالمائة|ونصف|%)"),
    ),
}


class Sign(Enum):
    """Whether words affirm, negate, or do both so that nobody should rely on either."""

    AFFIRMS = "affirms"
    NEGATES = "negates"
    UNCLEAR = "unclear"


_STOP = re.compile(r"[.;!?…؟؛\n](?=\s|[”»\"]|$)")
_MARK = re.compile(r"[.,،;:!?…؟؛\n“”«»\"„()\[\]—–]")
_ABBREVIATED = re.compile(r"(?:^|\W)(?:\w|Mr|Mrs|Ms|Dr|Prof|Gen|Col|St|им)$")


def clause_around(text: str, place: Place, within: Place, denying: Denying) -> Place:
    """The place with what may negate it: back to where its sentence begins, on to the next mark.

    Commas and brackets before it end nothing: "we do not, as you know, hold them".
    """
    start = min(within[0], place[0])
    for stop in _STOP.finditer(text, start, place[0]):
        if stop.group() != "." or not _ABBREVIATED.search(text[max(start, stop.start() - 6) : stop.start()]):
            start = stop.end()
    for turn in denying.turn.finditer(text, start, place[0]):
        start = turn.end()
    most = max(within[1], place[1])
    mark = _MARK.search(text, place[1], most)
    end = mark.start() if mark else most
    further = denying.further.search(text, place[1], end)
    return start, further.start() if further else end


def sign_of(
    text: str, place: Place, within: Place, denying: Denying, *, denied: bool = False, besides: Sequence[Place] = ()
) -> Sign:
    """Whether the words in `place`, read in their clause, affirm or negate.

    Args:
        within: how far the clause can reach: the content of a statement, or the sentence.
        denied: whoever says them denies them.
        besides: places whose negations are accounted for otherwise, such as a condition ("unless").
    """
    clause = clause_around(text, place, within, denying)

    def counted(pattern: re.Pattern[str]) -> int:
        return sum(not any(a <= m.start() < b for a, b in besides) for m in pattern.finditer(text, *clause))

    plain, denials = counted(denying.plain), counted(denying.denial) + denied
    if (plain and denials) or denials > 1:
        return Sign.UNCLEAR
    return Sign.NEGATES if plain or denials else Sign.AFFIRMS


def is_unreal(
    text: str,
    place: Place,
    within: Place,
    language: Language,
    denying: Denying,
    *,
    negated: bool = False,
    dates: Sequence[ReadDate] = (),
) -> bool:
    """Whether the words are a wish, plan, condition or question and tell of no fact.

    Args:
        negated: the words are to negate; then a "neither" makes nothing unreal.
        dates: the dates in the text; the month of May is no wish.
    """
    clause = clause_around(text, place, within, denying)
    asks = _ASKS.match(text, place[1])
    if asks is not None or text[place[0] : place[1]].rstrip("”»\"' ").endswith(("?", "؟")):
        return True
    if language.unreal is None:
        return False
    ends = [place[0], *(place[0] + m.start() for m in _GAP.finditer(text[place[0] : place[1]]))]
    for end in ends:
        start = max(clause[0], end - 80)
        while (found := language.unreal.search(text, start, end)) is not None:
            start = found.start() + 1
            denies = negated and (
                denying.plain.match(text, found.start()) or denying.denial.match(text, found.start())
            )
            later = found.start() > place[0] and denying.time.match(text, found.start())
            dated = any(d.span.start <= found.start() < d.span.stop for d in dates)
            if not denies and not later and not dated:
                return True
    return False


_ASKS = re.compile(r"[^.!?؟…\n]{0,30}[?؟]")
_GAP = re.compile(r"\s")


# --- numbers ------------------------------------------------------------------------------------------------------

_DIGITS = re.compile(r"(?<![\w.,:/-])\d{1,3}(?:[,.\u00a0\u202f]\d{3})+(?!\w)|(?<!\w)\d+(?!\w)")
_GOES_ON = re.compile(r"[.,:/]\d|\s*%")
_FRACTION = re.compile(r"\d[.,:/]$")
_WORD = re.compile(r"[^\W\d_]+")
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_NO_COUNT = frozenset(["a", "an", "hundred", "dozen"])


def numbers_in(text: str, place: Place, language: Language, dates: Sequence[ReadDate]) -> frozenset[int]:
    """Every whole number that the words give, in digits or in words; days and years of dates are none.

    A number of several words that is not surely read ("eight hundred and four") gives none of its parts either.
    """
    taken = [(d.span.start, d.span.stop) for d in dates if d.span.start < place[1] and place[0] < d.span.stop]
    denying = DENYING.get(language.code)

    def multiplied(at: int) -> bool:
        return denying is not None and denying.multiple.match(text, at) is not None

    found: set[int] = set()
    for match in _DIGITS.finditer(text, *place):
        part = _GOES_ON.match(text, match.end()) or _FRACTION.search(text[max(0, match.start() - 2) : match.start()])
        digits = re.sub(r"\D", "", match.group())
        if part or _inside(match.start(), taken) or multiplied(match.end()) or len(digits) > 9:
            continue
        found.add(int(digits))
    run: list[tuple[str, int | None]] = []
    end = place[0]
    for word in [*_WORD.finditer(text, *place), None]:
        if word is not None and run and not text[end : word.start()].strip(" -\n\u2011") and _counts(word, language):
            run.append((word.group().lower(), _number_word(word, language)))
            end = word.end()
            continue
        if word is not None and run and run[-1][1] is None and word.group().lower() == "and":
            end = word.end()  # "a hundred and four"
            continue
        if run and not multiplied(end) and (value := _value_of(run)) is not None:
            found.add(value)
        run = []
        if word is not None and not _inside(word.start(), taken) and _counts(word, language):
            run, end = [(word.group().lower(), _number_word(word, language))], word.end()
    return frozenset(found)


def _inside(place: int, taken: Sequence[Place]) -> bool:
    return any(a <= place < b for a, b in taken)


def _counts(word: re.Match[str], language: Language) -> bool:
    denying = DENYING.get(language.code)
    multiple = denying is not None and denying.multiple.fullmatch(word.group()) is not None
    return multiple or _number_word(word, language) is not None


def _number_word(word: re.Match[str], language: Language) -> int | None:
    letters = word.group().lower()
    if letters in _NO_COUNT:
        return None
    if language.code == "en" and letters in _TENS:
        return _TENS[letters]
    for form in (letters, *(letters.removeprefix(prefix) for prefix in _PREFIXES.get(language.code, ()))):
        value = language.numbers.get(form) or _FORMS.get(form)
        if value is not None:
            return value
    return None


_PREFIXES = {"ar": ("ال", "وال", "بال", "و", "ب", "لل"), "he": ("ה", "ו", "ב", "ל", "של", "וה", "בה")}
# Forms that number words take before a noun or in a case, beside those in which the rules look for them.
_FORMS = {
    form: value
    for value, forms in {
        2: "двое двоих שני שתי اثنين اثنان",
        3: "трое троих שלושת ثلاثة",
        4: "четверо четверых четырёх четырех ארבעת أربعة",
        5: "пятеро пятерых חמשת خمسة",
        6: "шестеро шестерых ששת ستة",
        7: "семеро семерых שבעת سبعة",
        8: "восьмеро שמונת ثمانية",
        9: "девятеро תשעת تسعة",
        10: "десятеро עשרת عشرة",
        11: "одиннадцати",
        12: "двенадцати",
        13: "тринадцать тринадцати",
        14: "четырнадцать четырнадцати",
        15: "пятнадцать пятнадцати",
        16: "шестнадцать шестнадцати",
        17: "семнадцать семнадцати",
        18: "восемнадцать восемнадцати",
        19: "девятнадцать девятнадцати",
    }.items()
    for form in forms.split()
}


def _value_of(run: Sequence[tuple[str, int | None]]) -> int | None:
    values = [value for _, value in run if value is not None]
    if len(run) == 1:
        return run[0][1]
    if len(run) == 2 and len(values) == 2 and run[0][0] in _TENS and 0 < values[1] < 10:
        return values[0] + values[1]
    return None

"""Who gave words to whom, in Arabic: "a guard told the cook, and the cook the sister", "the radio broadcast his words".

In: the words of a sentence. Out: its `Step`s, each from one who gave words to one who received them.
Leaves to others: whose words they are, and how the steps join into a path (`homeward.reading.paths`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from homeward.reading.languages.ar.line import line_of, pattern
from homeward.reading.languages.language import Actor, ActorKind, Step
from homeward.reading.languages.unmarked.lines import Line
from homeward.reading.languages.unmarked.phrases import Sentence
from homeward.reading.languages.unmarked.words import Kind
from homeward.records import Attribution

_ANY = r"@[prbmso]\d+"  # somebody who may give or receive words
_MAN = r"@[prbso]\d+"
_FREE = r"(?:[^ @،.:؛]+ ){0,2}?"  # a day, an adverb
_AND = r"(?<!\S)(?<!لم )(?<!لن )(?<!لا )(?<!ما )[وف]?"
_IT = r"(?:ذلك|هذا|الامر|الخبر|الرواية|النبا|المعلومة|المعلومات|القصة|ما سمعه|ما سمعته|ما سمع|DT|HT|T|كلامه|كلامها|اقواله|اقوالها|تصريحاته|تصريحاتها|حديثه|حديثها|شهادته|شهادتها)"
_WORDS = r"(?:ذلك|هذا|الامر|الخبر|الرواية|النبا|المعلومة|المعلومات|القصة|ما سمعه|ما سمعته|ما سمع|كلامه|كلامها|اقواله|اقوالها|تصريحاته|تصريحاتها|شهادته|شهادتها)"
_TELL_HIM = r"(?:اخبر|ابلغ|اعلم|اطلع|حدث|صارح|كلم|هاتف|راسل|طمان|افهم|بلغ)(?:ت|وا)?"
_TELL = r"(?:قال|روي|رو|حكي|حك|اسر|همس|باح|كشف|افاد|كتب|شهد|ذكر|سرد|قص|اعترف|افضي|افض|بين|اكد|صرح|اوضح|تحدث|اشتكي|شكا|شك)(?:ت|وا)?"
_US = r"(?:نا|ني)"
_TO_US = r"(?:لنا|لي|الينا|الي|امامنا)"
_TO = r"(?:الي|ل|علي مسامع|امام)"

_TOLD = (
    pattern(rf"{_AND}{_TELL_HIM} {_FREE}(?P<g>{_MAN}) (?P<r>{_ANY})(?: ب)?(?P<it> {_IT})?"),
    pattern(rf"{_AND}{_TELL} {_FREE}(?P<g>{_MAN})(?: D)? {_TO} (?P<r>{_ANY})(?P<it>)"),
    pattern(rf"(?P<g>{_MAN})(?: ،)? (?:قد )?{_TELL} {_FREE}{_TO} (?P<r>{_ANY})(?P<it>)"),
    pattern(rf"(?P<g>{_MAN})(?: ،)? (?:قد )?{_TELL_HIM} {_FREE}(?P<r>{_ANY})(?P<it>)"),
)  # fmt: skip
_TOLD_US = (
    pattern(rf"{_AND}{_TELL_HIM}{_US} {_FREE}(?P<g>{_MAN})(?!\d)"),
    pattern(rf"{_AND}{_TELL} {_FREE}{_TO_US} {_FREE}(?P<g>{_MAN})(?!\d)"),
    pattern(rf"(?P<g>{_MAN})(?: ،)? (?:قد )?(?:{_TELL_HIM}{_US}|{_TELL} {_FREE}{_TO_US})(?!\S)"),
    pattern(rf"{_AND}(?:سمعنا|علمنا|عرفنا|فهمنا|سمعت|عرفت|تبلغنا) {_FREE}(?:من|عن) (?P<g>{_MAN})(?!\d)"),
    pattern(rf"{_AND}(?:نقل|حمل|اوصل|سلم)(?:ت|وا)? (?:{_TO_US}|{_IT} {_TO_US}) {_FREE}(?P<g>{_MAN})(?!\d)"),
)
_TOLD_HIM = (
    pattern(rf"{_AND}{_TELL_HIM}(?P<x>ه|ها) {_FREE}(?P<g>{_MAN})(?!\d)"),
    pattern(rf"{_AND}{_TELL} (?P<x>له|لها|اليه|اليها) {_FREE}(?P<g>{_MAN})(?!\d)"),
    pattern(rf"(?P<g>{_MAN})(?: ،)? (?:قد )?{_TELL_HIM}(?P<x>ه|ها)(?!\S)"),
    pattern(rf"(?P<g>{_MAN})(?: ،)? (?:قد )?{_TELL} (?P<x>له|لها)(?!\S)"),
)
_GAVE = (
    pattern(rf"{_AND}(?:نقل|سلم|حمل|اوصل|قرا|تلا|ترجم|سرب|ارسل|مرر|روي|كرر|حكي|بعث)(?:ت|وا)? {_FREE}(?P<g>{_MAN}) (?:ب )?{_WORDS} {_FREE}(?:الي|ل|علي) (?P<r>{_ANY})"),
    pattern(rf"{_AND}(?:نقل|سلم|حمل|اوصل|قرا|تلا|ترجم|سرب|ارسل|مرر|روا|كرر|حكا)(?:ت|وا)?(?:ه|ها) {_FREE}(?P<g>{_MAN}) {_FREE}(?:الي|ل|علي) (?P<r>{_ANY})"),
)  # fmt: skip
_GOT = (
    pattern(rf"{_AND}(?:سمع|علم|عرف|استقي|استق|تبلغ)(?:ت|وا)? {_FREE}(?P<r>{_ANY}) (?:{_IT} )?(?:من|عن) (?P<g>{_MAN})(?P<told>)"),
    pattern(rf"{_AND}(?:سمع|علم|عرف)(?:ت|وا)?(?:ه|ها) {_FREE}(?P<r>{_ANY}) {_FREE}من (?P<g>{_MAN})(?P<told>)"),
)  # fmt: skip
_SPOKE = (
    pattern(rf"{_AND}(?:استضاف|حاور|قابل|سال|هاتف|التقي|التق)(?:ت)? {_FREE}(?P<r>@m\d+) (?P<g>{_MAN})"),
    pattern(rf"{_AND}اتصلت? {_FREE}(?P<r>@m\d+) ب (?P<g>{_MAN})"),
    pattern(rf"{_AND}(?:اجري|اجر|بث|نشر|عرض|سجل|اذاع)(?:ت)? {_FREE}(?P<r>@m\d+) (?:D )?T {_FREE}(?:مع|ل|من) (?P<g>{_MAN})"),
    pattern(rf"{_AND}(?:ظهر|اطل|تحدث|حل|تكلم)(?:ت)? (?P<g>{_MAN}) {_FREE}(?:علي|الي|في|عبر|من|ل) {_FREE}(?P<r>@m\d+)"),
    pattern(rf"{_AND}(?:ادلي|ادل|منح|اعطي|خص|وجه|ارسل|بعث)(?:ت)? (?P<g>{_MAN}) {_FREE}(?:ب )?T {_FREE}(?:ل|الي|مع) (?P<r>@m\d+)"),
)  # fmt: skip
_PUT = (
    pattern(
        rf"{_AND}(?:بث|نشر|اورد|نقل|اذاع|عرض|ذكر|اعاد نشر|اعادت نشر)(?:ت)? {_FREE}(?P<r>@m\d+) (?:DT|HT|كلامه|كلامها|اقواله|اقوالها|تصريحاته|تصريحاتها|حديثه|حديثها|الخبر|ذلك)(?!\S)"
    ),
    pattern(
        rf"{_AND}(?:بث|نشر|اورد|نقل|اذاع|عرض|اعاد نشر|اعادت نشر)(?:ت)? (?:DT|HT|كلامه|كلامها|اقواله|اقوالها|تصريحاته|تصريحاتها|حديثه|حديثها) (?P<r>@m\d+)"
    ),
    pattern(r"(?<!\S)[وف]?(?:كان|كانت) (?:يتحدث|تتحدث|يتكلم|تتكلم) (?:الي|مع|ل|عبر|علي) (?P<r>@m\d+)"),
    pattern(r"(?<!\S)(?:DT|HT)(?: D)? (?:التي |الذي )?(?:نشر|بث|اذاع|عرض|اورد)(?:ت)?(?:ه|ها) (?P<r>@m\d+)"),
)
_TELLS_OF_WORDS = re.compile(  # a sentence without any of these, and without a medium, tells of no step
    r"أخبر|أبلغ|أعلم|أطلع|صارح|هاتف|طمأن|سمع|عرف|علم|نقل|حمل|أوصل|سلّ?م|أرسل|بعث|(?<!\w)(?:لنا|لي|إلينا|له|لها|إليه|إليها|أمامنا)(?!\w)"
)
_UNREAL = pattern(r"(?<!\S)(?:اذا|لو|هل|ربما|قد ي|نفي|نفت|طلب|طلبت|رفض|رفضت)")
_MANY = ("ون", "ين", "ات")


def find_steps(sentence: Sentence) -> tuple[Step, ...]:
    """The steps that a sentence tells of, in their order."""
    medium = any(word.any(Kind.MEDIUM) for word in sentence.words)
    if not medium and _TELLS_OF_WORDS.search(sentence.view.masked, sentence.view.start, sentence.view.stop) is None:
        return ()
    line = line_of(sentence, ())
    return tuple(sorted(_steps(line), key=lambda step: step.at)) if "@" in line.text else ()


def _steps(line: Line) -> Iterator[Step]:
    for kinds, told in ((_TOLD, True), (_GAVE, True), (_GOT, True), (_SPOKE, True)):
        for one in kinds:
            for match in one.finditer(line.text):
                about = kinds is not _TOLD or bool(match["it"])
                yield from _step(line, match, line.actors[match["r"]], told=told, about=about)
    for one in _TOLD_US:
        for match in one.finditer(line.text):
            yield from _step(line, match, None, told=True, about=False)
    for one in _TOLD_HIM:
        for match in one.finditer(line.text):
            place = line.place(match.start("x"))
            gender = "f" if match["x"].endswith("ها") else "m"
            him = Actor(
                place,
                match["x"],
                ActorKind.PRONOUN,
                Attribution.UNNAMED,
                "she" if gender == "f" else "he",
                gender=gender,
            )
            yield from _step(line, match, him, told=True, about=False)
    for one in _PUT:
        for match in one.finditer(line.text):
            yield Step(None, line.actors[match["r"]], line.at(match.start()))


def _step(line: Line, match: re.Match[str], receiver: Actor | None, *, told: bool, about: bool) -> Iterator[Step]:
    giver = line.actors[match["g"]]
    if _UNREAL.search(line.text, max(0, match.start() - 12), match.start() + 1) is not None:
        return
    crowd = receiver is not None and receiver.kind is ActorKind.ROLE and receiver.name.endswith(_MANY)
    if not crowd and giver.kind is not ActorKind.MEDIUM:
        yield Step(giver, receiver, line.at(match.start()), told=told, about=about)

"""Russian numbers, and words for a group that somebody names: "шести инженеров" for the given term "инженеры дамбы".

In: a term given for the people looked for. Out: an expression for it in every case, with or without a number.
Leaves to others: the usual words for held people (`patterns`), and whether the number is theirs (the engine).
"""

from __future__ import annotations

import re
from functools import lru_cache

from homeward.reading.languages.ru.morphology import all_forms, forms_of

_UNITS = {
    1: "один одного одному одним одном одна одной одну одно", 2: "два две двух двум двумя",
    3: "три трёх трех трём трем тремя", 4: "четыре четырёх четырех четырём четырем четырьмя",
    5: "пять пяти пятью", 6: "шесть шести шестью", 7: "семь семи семью", 8: "восемь восьми восьмью восемью",
    9: "девять девяти девятью",
}  # fmt: skip
_COLLECTIVE = {
    2: "двое двоих двоим двоими", 3: "трое троих троим троими", 4: "четверо четверых четверым четверыми",
    5: "пятеро пятерых пятерым пятерыми", 6: "шестеро шестерых шестерым шестерыми",
    7: "семеро семерых семерым семерыми", 8: "восьмеро восьмерых восьмерым восьмерыми",
    9: "девятеро девятерых девятерым девятерыми", 10: "десятеро десятерых десятерым десятерыми",
}  # fmt: skip
_TEENS = {
    10: "десять десяти десятью", 11: "одиннадцать одиннадцати одиннадцатью",
    12: "двенадцать двенадцати двенадцатью дюжина дюжину дюжины", 13: "тринадцать тринадцати тринадцатью",
    14: "четырнадцать четырнадцати четырнадцатью", 15: "пятнадцать пятнадцати пятнадцатью",
    16: "шестнадцать шестнадцати шестнадцатью", 17: "семнадцать семнадцати семнадцатью",
    18: "восемнадцать восемнадцати восемнадцатью", 19: "девятнадцать девятнадцати девятнадцатью",
}  # fmt: skip
_TENS = {
    20: "двадцать двадцати двадцатью", 30: "тридцать тридцати тридцатью", 40: "сорок сорока",
    50: "пятьдесят пятидесяти пятьюдесятью", 60: "шестьдесят шестидесяти шестьюдесятью",
    70: "семьдесят семидесяти", 80: "восемьдесят восьмидесяти", 90: "девяносто девяноста",
}  # fmt: skip
_HUNDREDS = {100: "сто ста", 200: "двести двухсот"}


def _by_form(*tables: dict[int, str]) -> dict[str, int]:
    return {form: number for table in tables for number, forms in table.items() for form in forms.split()}


_SMALL, _ROUND = _by_form(_UNITS), _by_form(_TENS)
COLLECTIVE = _by_form(_COLLECTIVE)
NUMBERS = (
    _by_form({n: forms for n, forms in _UNITS.items() if n > 1}, _COLLECTIVE, _TEENS, _TENS, _HUNDREDS)
    | {f"{ten} {unit}": tens + units for ten, tens in _ROUND.items() for unit, units in _SMALL.items()}
)  # fmt: skip

BOTH = dict.fromkeys(["оба", "обе", "обоих", "обеих", "обоим", "обеим", "обоими", "обеими"], 2)


def _longest_first(words: object) -> str:
    return "|".join(sorted(map(str, words), key=len, reverse=True))  # type: ignore[call-overload]


# Without a group's name, so that an expression may hold it more than once.
NUMBER = (
    rf"(?:\d{{1,3}}|(?:{_longest_first(_ROUND)})(?: (?:{_longest_first(_SMALL)}))?|"
    rf"(?:{_longest_first(form for form in NUMBERS if ' ' not in form and form not in _ROUND)}))"
)
# Words that newsrooms put in each other's place when they write of the same people.
_KINDRED = {
    words.split(":")[0]: words.split(":")[1].split()
    for words in (
        "экипаж:моряк матрос", "моряк:экипаж матрос", "команда:экипаж моряк", "рыбак:экипаж моряк",
        "инженер:специалист строитель", "нефтяник:инженер специалист", "специалист:инженер", "геолог:специалист",
        "энергетик:специалист инженер", "строитель:рабочий специалист", "рабочий:строитель",
        "журналист:корреспондент", "корреспондент:журналист", "врач:медик", "медик:врач", "водитель:дальнобойщик",
        "дальнобойщик:водитель", "летчик:пилот", "пилот:летчик вертолетчик", "вертолетчик:летчик пилот",
        "альпинист:турист", "паломник:богомолец", "военнослужащий:солдат", "солдат:военнослужащий",
    )
}  # fmt: skip
_PRESS = frozenset(["съемочный", "телевизионный"])
_BEFORE = (
    r"(?:(?:эти|этих|этим|этими|все|всех|всем|всеми|наш[аиеу]?|наших|нашим|нашими|нашей|нашего|обе|оба|обоих) )?"
)
_SHORTEST = 4


@lru_cache(maxsize=200)
def group_term(term: str) -> re.Pattern[str] | None:
    """Such as "семи моряков", "наши моряки" for the given term "моряки" or "экипаж «Прибоя»"."""
    words = re.findall(r"[а-яёА-ЯЁ-]+", term)
    while words and (words[0].lower() in NUMBERS or words[0].lower() in ("все", "наш", "наши", "эти")):
        words = words[1:]
    at = _head_at(words)
    if at is None or len(words[at]) < _SHORTEST:
        return None
    head = words[at].lower()
    lemma, plural = _noun(head)
    mods = [word.lower() for word in words[:at]]
    before = "".join(_in_any_case(mod) + " " for mod in mods)
    tail = "".join(rf"(?: [«“\"]?{_stem(word)}\w*[»”\"]?)?" for word in words[at + 1 : at + 4])
    likes = [lemma, *_kindred(lemma, mods)]
    many = _longest_first({f for like in likes for f, number in all_forms(like) if number == "plur"})
    one = _longest_first({f for like in likes for f, number in all_forms(like) if number == "sing"} or {"\\b\\B"})
    forms = [rf"(?:(?P<n>{NUMBER}) (?:[\w-]+ ){{0,2}}?)?(?:{many})(?![\w-]){tail}"]
    forms.append(rf"(?P<m>{NUMBER}) (?:[\w-]+ )?(?:{one})(?![\w-]){tail}")
    if not plural:
        own = _longest_first({f for f, number in all_forms(lemma) if number == "sing"})
        forms.insert(0, rf"{before}(?:{own})(?![\w-]){tail}")
        if lemma in ("экипаж", "команда"):
            forms.insert(0, rf"член\w* (?:{own})(?![\w-]){tail}")
        if mods or lemma not in ("экипаж", "команда"):
            forms = forms[: -2 if not _kindred(lemma, mods) else None]
    return re.compile(rf"\b{_BEFORE}(?:{'|'.join(forms)})".replace(" ", r"\s+"), re.IGNORECASE)


def _head_at(words: list[str]) -> int | None:
    """Which word of a term is its noun, or the adjective that stands for one."""
    held = any(f.pos in _HELD and f.case == "nomn" for f in forms_of(words[0].lower())) if words else False
    for at, word in enumerate(words[: 3 if held else 1]):
        if forms_of(word.lower())[0].pos == "PREP":
            break
        if any(f.pos == "NOUN" and f.case in ("nomn", "gent") for f in forms_of(word.lower())[:4]):
            return at
    return 0 if held else None


_HELD = ("ADJF", "PRTF", "NOUN")


def _noun(word: str) -> tuple[str, bool]:
    """The lemma of a term's head, and whether it is a plural."""
    for form in sorted(forms_of(word), key=lambda f: f.case != "nomn"):
        if form.pos in ("NOUN", "ADJF", "PRTF"):
            return (form.lemma if form.pos == "NOUN" else word), form.number == "plur"
    return word, False


def _kindred(lemma: str, mods: list[str]) -> list[str]:
    if lemma == "группа" and any(_stem(mod) + "й" in _PRESS or mod.startswith("съ") for mod in mods):
        return ["журналист", "корреспондент"]
    return _KINDRED.get(lemma.replace("ё", "е"), [])


def _in_any_case(word: str) -> str:
    return rf"(?:{_longest_first({f for f, _ in all_forms(word)} | {word})})"


def _stem(word: str) -> str:
    return re.escape(word[: max(3, len(word) - 2)] if len(word) > 3 else word)

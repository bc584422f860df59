"""Invented Russian sentences of reports, with their names marked: more ways in which names stand beside each other.

In: a random number generator. Out: marked documents of a few sentences; the people of one document come back in it.
Leaves to others: making names (`names`). Everybody and every body in them is invented; states and towns are
real.

A slot is ``{kind case}``: P a whole name, F the family name of somebody named before (or of anybody), I initials and
family name, L a place, T a place with the word for its kind, O a body, A a news agency or paper, r an office in
small letters. A body is marked with the word for its kind, but without the quotation mark at its end, as in the
texts that people have marked.
"""

from __future__ import annotations

import random
import re
from typing import Any

from homeward.reading.entities import russian
from homeward.reading.tables import words_of
from training.reading.entities import names

_TEMPLATES = """
{r nomn} {O gent} {P nomn} заявил, что переговоры в {L loct} продолжатся.
{P nomn} встретился в {L loct} с {r ablt} {O gent} {I ablt}.
По словам {F gent}, список из восьми имён был передан {O datv} ещё в прошлом месяце.
«Мы их ищем», — сказал {F nomn} журналистам.
{F nomn} подчеркнул, что {O nomn} не располагает сведениями о задержанных.
Как передаёт {A nomn}, {r nomn} {L gent} {P nomn} прибыл в {L accs}.
В {L loct} прошла встреча {F gent} с {F ablt}.
{O nomn} опровергло сообщения {A gent} о переговорах с {O ablt}.
Об этом сообщает {A nomn} со ссылкой на {P accs}.
{P nomn} ({L nomn}), {P nomn} ({L nomn}) и {P nomn} ({L nomn}) подписали обращение.
Родственники {P gent} обратились в {O accs} с просьбой о помощи.
Супруга {P gent} {P nomn} рассказала {A datv}, что её муж находится в {L loct}.
Посол {L gent} в {L loct} {P nomn} передал {F datv} ответ {O gent}.
{r nomn} {P nomn} назвал слова {F gent} «провокацией».
Делегация {O gent} во главе с {P ablt} вылетела из {L gent} в {L accs}.
В своё время {F nomn} возглавлял {O accs}.
Адвокат {F gent} {P nomn} сообщил, что его подзащитный этапирован в {L accs}.
Среди задержанных — {P nomn}, {P nomn} и {I nomn}.
{I nomn}, {I nomn}. Доклад о положении в {L loct}.
Власти {L gent} и {L gent} договорились об обмене пленными при посредничестве {L gent}.
{F nomn}: «{O nomn} не будет вести переговоры».
— {F nomn}, как вы оцениваете позицию {O gent}?
{P nomn} родился в {L loct}, учился в {L loct}.
После смерти {P gent} {O accs} возглавил {P nomn}.
На вопрос {A gent} о судьбе {F gent} {F nomn} ответил отказом.
{O nomn} и {O nomn} создали совместную комиссию.
Боевики {O gent} удерживают {P accs} с прошлой осени.
Заложники были захвачены близ {T gent}.
{F nomn} был освобождён. {F nomn} остаётся в плену.
Мать {F gent} не получала писем от {O gent}.
{P nomn}, который представляет {O accs}, отказался от комментариев.
В списке, переданном {O ablt}, значатся {P nomn} и {P nomn}.
Президент {L gent} {P nomn} поблагодарил {P accs} за помощь.
Бывший {r nomn} {O gent} {F nomn} находится в {L loct}.
{L nomn} и {L nomn} не комментируют сообщения {A gent}.
Вечером {F nomn} вернулся в {L accs}.
Позицию {F gent} поддержали {F nomn} и {F nomn}.
{O nomn} ({L nomn}) выступило с заявлением.
Интервью с {P ablt} опубликовала {A nomn}.
Вчера {F nomn} вновь встретился с {F ablt}, сообщили в {O loct}.
Сын {P gent} {P nomn} живёт в {L loct}.
С {F ablt} связаться не удалось.
Заявление {F gent} прозвучало накануне визита в {L accs}.
Телеграмму подписал {r nomn} {O gent} {I nomn}.
{F nomn} — {F nomn} 2:1.
• {P nomn} ({L nomn})
• {L nomn}
{F nomn}, {F nomn}, {F nomn}.
Источник в {O loct} подтвердил {A datv} гибель {P gent}.
Как отметил {r nomn} {P nomn}, «{L nomn} готова к диалогу».
Сообщается, что {P nomn} находится в {T loct}.
Отряд перешёл {T accs} и занял {T accs}.
Жители {T gent} сообщили {A datv} о перестрелке.
Самолёт упал в {T accs}, сообщил {r nomn} {O gent}.
В {T loct} задержаны {F nomn} и {F nomn}.
Беспорядки начались в {L loct}, {L loct} и {L loct}.
Власти {L gent} отменили запрет.
За признание {L gent} выступили {O nomn} и {O nomn}.
Корреспондент {A gent} {P nomn} пропал без вести под {L ablt}.
""".strip().split("\n")
_ROLES = sorted(
    words_of("""представитель министр глава пресс-секретарь председатель спецпредставитель лидер командир полковник
секретарь депутат генерал посредник директор сотрудник координатор заместитель уполномоченный правозащитник
дипломат эксперт юрист журналист""")
)
_TOWNS = sorted(words_of("город село посёлок река район озеро провинция станция деревня остров"))
_BODIES = (
    ("министерство", "иностранных дел {L gent}"), ("министерство", "обороны {L gent}"), ("министерство", "юстиции"),
    ("мид", "{L gent}"), ("правительство", "{L gent}"), ("парламент", "{L gent}"), ("комитет", "защиты пленных"),
    ("движение", "«{N}"), ("партия", "«{N}"), ("фонд", "«{N}"), ("компания", "«{N}"), ("организация", "«{N}"),
    ("фронт", "освобождения {L gent}"), ("армия", "{L gent}"), ("совет", "безопасности {L gent}"),
    ("посольство", "{L gent}"), ("верховный суд", "{L gent}"), ("генеральная прокуратура", "{L gent}"),
    ("международная федерация", "журналистов"), ("красный полумесяц", ""), ("народный фронт", "{L gent}"),
    ("совет", "старейшин"), ("центр", "защиты прав человека «{N}"), ("группировка", "«{N}"), ("банк", "{L gent}"),
    ("государственный университет", "{L gent}"), ("следственный комитет", ""), ("комиссия", "по правам человека"),
    ("{S}", ""), ("{S}", "{L gent}"), ("{S}", ""), ("{N1}", ""),
)  # fmt: skip
_MEDIA = (
    ("агентство", "«{N}"), ("агентство", "{N1}"), ("газета", "«{N}"), ("телеканал", "«{N}"), ("радио", "«{N}"),
    ("журнал", "«{N}"), ("{S}", ""), ("{N1}", ""), ("издание", "«{N}"), ("портал", "{N1}"),
)  # fmt: skip
_SHOWN = sorted(words_of("новый северный восточный утренний народный свободный красный вечерний южный независимый"))
_THINGS = sorted(
    words_of("вестник курьер обозреватель путь рубеж союз голос мост дом щит выбор луч берег маяк день порог")
)
_SLOT = re.compile(r"\{(\w)(?: (\w+))?\}")


class _Scene:
    """The people and bodies of one document."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.people: list[tuple[str, str, str]] = []
        for _ in range(3):
            sex = "m" if rng.random() < 0.75 else "f"
            if rng.random() < 0.1:
                eastern = names.eastern_name(rng)
                self.people.append((" ".join(eastern), eastern[0], "-"))
            else:
                self.people.append((names.given_name(rng, sex), names.family_name(rng, sex), sex))
        self.places = [names.place_name(rng) for _ in range(4)]
        self.bodies = [rng.choice(_BODIES) for _ in range(3)]
        self.media = [rng.choice(_MEDIA) for _ in range(2)]
        self.short = [names.short_name(rng) for _ in range(2)]
        self.title = f"{rng.choice(_SHOWN).capitalize()} {rng.choice(_THINGS)}"
        self.word = names.Markov(
            [
                "альбарон",
                "корвель",
                "северин",
                "таврис",
                "медиан",
                "ориент",
                "глобус",
                "интерком",
                "зарница",
                "полярис",
            ]
        ).make(rng)

    def fill(self, kind: str, case: str) -> tuple[str, str | None]:
        """Words for a slot, and what they name."""
        rng = self.rng
        if kind == "r":
            return _change(rng.choice(_ROLES), case), None
        if kind == "L":
            return names.in_case(rng.choice(self.places), case, place=True), "LOC"
        if kind == "T":
            head = rng.choice(_TOWNS)
            return f"{_change(head, case)} {rng.choice(self.places)}", "LOC"
        if kind in "OA":
            head, tail = rng.choice(self.bodies if kind == "O" else self.media)
            return self._body(head, tail, case), "ORG"
        given, family, sex = rng.choice(self.people)
        if sex == "-":
            return (given if kind != "F" else family), "PER"
        in_case = names.in_case(family, case, family=True, sex=sex)
        if kind == "F":
            return in_case, "PER"
        if kind == "I":
            first = f"{given[0]}." + (f" {rng.choice('АБВГДИМНПС')}." if rng.random() < 0.5 else "")
            return f"{first} {in_case}", "PER"
        return f"{names.in_case(given, case, sex=sex)} {in_case}", "PER"

    def _body(self, head: str, tail: str, case: str) -> str:
        capital = head[0] != "{" and self.rng.random() < 0.4 and not tail.startswith("«")
        words = " ".join(_change(word, case) for word in head.split()) if head[0] != "{" else head
        if head == "мид":
            words = "МИД"
        elif capital or head in ("красный полумесяц",):
            words = words[0].upper() + words[1:]
        row = f"{words} {tail}".strip()
        row = _SLOT.sub(lambda m: self.fill(m.group(1), m.group(2))[0] if m.group(1) == "L" else m.group(), row)
        row = row.replace("{S}", self.rng.choice(self.short)).replace("{N1}", self.word)
        return row.replace("{N}", self.title if self.rng.random() < 0.6 else self.word)


def make_document(rng: random.Random, number: int) -> dict[str, Any]:
    """A document of six to twelve sentences in one or a few lines."""
    scene = _Scene(rng)
    text = ""
    marks: list[dict[str, Any]] = []
    for template in rng.choices(_TEMPLATES, k=rng.randint(6, 12)):
        place = 0
        starts = len(text)
        for match in _SLOT.finditer(template):
            text += template[place : match.start()]
            words, kind = scene.fill(match.group(1), match.group(2) or "nomn")
            if len(text) == starts:
                words = words[0].upper() + words[1:]
            if kind:
                marks.append({"span": [len(text), len(text) + len(words)], "type": kind})
            text += words
            if "«" in words and "»" not in words:
                text += "»"
            place = match.end()
        text += template[place:] + ("\n" if rng.random() < 0.4 or template[0] == "•" else " ")
    return {"id": f"made-{number}", "text": text, "entities": marks}


def _change(word: str, case: str) -> str:
    for parse in russian.dictionary().parse(word):
        if "nomn" in parse.tag and (changed := parse.inflect({case})):
            return str(changed.word)
    return word

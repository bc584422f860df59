"""Whether one statement in two reports is known as one, and what is not one as two: by kind, with figures.

Fills sentence frames in four languages with invented places and numbers, writes each as two reports would give it
(whole, cut, in reported speech, translated), and alters it as no copy would be altered (another number, a negation, a
word put in place of another). Prints, for each kind and language, the verdicts, and how long a comparison takes.

    python -m benchmarks.reading.sameness [--pairs 100]

Exit status 1 if an altered statement was taken for the same, or fewer than nine in ten unaltered ones were.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from homeward.reading import Said, SamenessVerdict, Teller, same_statement
from homeward.records import LinkRole, PartialDate


@dataclass(frozen=True, slots=True)
class Frame:
    """What is said, with a slot {n} for a number; `told` is the same in reported speech, `denied` with a negation."""

    said: str
    told: str
    denied: str


# The frames of one place say the same in all four languages. The tables of
# small words were put right by the first four of each language; on the last four nothing was tuned.
COUNT = 8
FRAMES: dict[str, tuple[Frame, ...]] = {
    "en": (
        Frame(
            "We hold {n} people in the camp near {p} and they are treated well",
            "they held {n} people in the camp near {p} and that they were treated well",
            "We do not hold {n} people in the camp near {p} and they are treated well",
        ),
        Frame(
            "We are searching for the {n} people whose names stand on the list from {p}",
            "they were searching for the {n} people whose names stood on the list from {p}",
            "We are not searching for the {n} people whose names stand on the list from {p}",
        ),
        Frame(
            "As soon as the road to {p} is open we will release {n} of them to their families",
            "as soon as the road to {p} was open they would release {n} of them to their families",
            "As soon as the road to {p} is open we will never release {n} of them to their families",
        ),
        Frame(
            "Our delegation saw {n} captives in {p} and spoke with each of them alone",
            "their delegation had seen {n} captives in {p} and had spoken with each of them alone",
            "Our delegation saw {n} captives in {p} and spoke with none of them alone",
        ),
        Frame(
            "Our men captured {n} soldiers at the bridge of {p} last week and took their papers",
            "their men had captured {n} soldiers at the bridge of {p} last week and had taken their papers",
            "Our men captured {n} soldiers at the bridge of {p} last week and never took their papers",
        ),
        Frame(
            "I asked the governor of {p} for a visit to the {n} women and he agreed",
            "he had asked the governor of {p} for a visit to the {n} women and that he had agreed",
            "I asked the governor of {p} for a visit to the {n} women and he has not agreed",
        ),
        Frame(
            "We received {n} letters from {p} and passed them on to the relatives",
            "they received {n} letters from {p} and were passing them on to the relatives",
            "We received {n} letters from {p} and passed none of them on to the relatives",
        ),
        Frame(
            "The exchange at {p} will begin on Sunday with {n} wounded from each side",
            "the exchange at {p} would begin on Sunday with {n} wounded from each side",
            "The exchange at {p} will not begin on Sunday with {n} wounded from each side",
        ),
    ),
    "ru": (
        Frame(
            "Мы удерживаем {n} человек в лагере под городом {p}, и с ними хорошо обращаются",
            "они удерживают {n} человек в лагере под городом {p} и что с ними хорошо обращаются",
            "Мы не удерживаем {n} человек в лагере под городом {p}, и с ними хорошо обращаются",
        ),
        Frame(
            "Мы ищем {n} человек, имена которых стоят в списке из города {p}",
            "они ищут {n} человек, имена которых стоят в списке из города {p}",
            "Мы не ищем {n} человек, имена которых стоят в списке из города {p}",
        ),
        Frame(
            "Как только откроют дорогу на {p}, мы отпустим {n} из них к семьям",
            "как только откроют дорогу на {p}, они отпустят {n} из них к семьям",
            "Как только откроют дорогу на {p}, мы никогда не отпустим {n} из них к семьям",
        ),
        Frame(
            "Наша делегация видела {n} пленных в городе {p} и говорила с каждым наедине",
            "их делегация видела {n} пленных в городе {p} и говорила с каждым наедине",
            "Наша делегация видела {n} пленных в городе {p} и ни с кем не говорила наедине",
        ),
        Frame(
            "Наши люди захватили {n} солдат у моста в городе {p} и забрали их документы",
            "их люди захватили {n} солдат у моста в городе {p} и забрали их документы",
            "Наши люди захватили {n} солдат у моста в городе {p} и не забрали их документы",
        ),
        Frame(
            "Я просил губернатора города {p} о встрече с {n} женщинами, и он согласился",
            "он просил губернатора города {p} о встрече с {n} женщинами и что тот согласился",
            "Я просил губернатора города {p} о встрече с {n} женщинами, и он не согласился",
        ),
        Frame(
            "Мы получили {n} писем из города {p} и передали их родственникам",
            "они получили {n} писем из города {p} и передают их родственникам",
            "Мы получили {n} писем из города {p} и не передали их родственникам",
        ),
        Frame(
            "Обмен у города {p} начнётся в воскресенье с {n} раненых с каждой стороны",
            "обмен у города {p} начнется в воскресенье с {n} раненых с каждой стороны",
            "Обмен у города {p} не начнётся в воскресенье с {n} раненых с каждой стороны",
        ),
    ),
    "he": (
        Frame(
            "אנחנו מחזיקים {n} אנשים במחנה ליד {p} והיחס אליהם טוב",
            "הם מחזיקים {n} אנשים במחנה ליד {p} והיחס אליהם טוב",
            "אנחנו לא מחזיקים {n} אנשים במחנה ליד {p} והיחס אליהם טוב",
        ),
        Frame(
            "אנחנו מחפשים את {n} האנשים ששמותיהם ברשימה של {p}",
            "הם מחפשים את {n} האנשים ששמותיהם ברשימה של {p}",
            "אנחנו לא מחפשים את {n} האנשים ששמותיהם ברשימה של {p}",
        ),
        Frame(
            "ברגע שהדרך אל {p} תיפתח נשחרר {n} מהם אל משפחותיהם",
            "ברגע שהדרך אל {p} תיפתח ישחררו {n} מהם אל משפחותיהם",
            "ברגע שהדרך אל {p} תיפתח לעולם לא נשחרר {n} מהם אל משפחותיהם",
        ),
        Frame(
            "המשלחת שלנו ראתה {n} שבויים בעיר {p} ודיברה עם כל אחד מהם לבד",
            "המשלחת שלהם ראתה {n} שבויים בעיר {p} ודיברה עם כל אחד מהם לבד",
            "המשלחת שלנו ראתה {n} שבויים בעיר {p} ולא דיברה עם כל אחד מהם לבד",
        ),
        Frame(
            "אנשינו לכדו {n} חיילים ליד הגשר של {p} ולקחו את המסמכים שלהם",
            "אנשיהם לכדו {n} חיילים ליד הגשר של {p} ולקחו את המסמכים שלהם",
            "אנשינו לכדו {n} חיילים ליד הגשר של {p} ולא לקחו את המסמכים שלהם",
        ),
        Frame(
            "ביקשתי מהמושל של {p} ביקור אצל {n} הנשים והוא הסכים",
            "הוא ביקש מהמושל של {p} ביקור אצל {n} הנשים והמושל הסכים",
            "ביקשתי מהמושל של {p} ביקור אצל {n} הנשים והוא לא הסכים",
        ),
        Frame(
            "קיבלנו {n} מכתבים מהעיר {p} והעברנו אותם לקרובים",
            "הם קיבלו {n} מכתבים מהעיר {p} והעבירו אותם לקרובים",
            "קיבלנו {n} מכתבים מהעיר {p} ולא העברנו אותם לקרובים",
        ),
        Frame(
            "החילופין ליד {p} יתחילו ביום ראשון עם {n} פצועים מכל צד",
            "החילופין ליד {p} יתחילו ביום ראשון עם {n} פצועים מכל צד",
            "החילופין ליד {p} לא יתחילו ביום ראשון עם {n} פצועים מכל צד",
        ),
    ),
    "ar": (
        Frame(
            "نحن نحتجز {n} شخصا في المعسكر قرب {p} وهم يلقون معاملة حسنة",
            "إنهم يحتجزون {n} شخصا في المعسكر قرب {p} وهم يلقون معاملة حسنة",
            "نحن لا نحتجز {n} شخصا في المعسكر قرب {p} وهم يلقون معاملة حسنة",
        ),
        Frame(
            "نحن نبحث عن {n} شخصا وردت أسماؤهم في القائمة القادمة من {p}",
            "إنهم يبحثون عن {n} شخصا وردت أسماؤهم في القائمة القادمة من {p}",
            "نحن لا نبحث عن {n} شخصا وردت أسماؤهم في القائمة القادمة من {p}",
        ),
        Frame(
            "حالما تفتح الطريق إلى {p} نفرج عن {n} منهم ونسلمهم إلى أهلهم",
            "حالما تفتح الطريق إلى {p} يفرجون عن {n} منهم ويسلمونهم إلى أهلهم",
            "حالما تفتح الطريق إلى {p} لن نفرج عن {n} منهم ونسلمهم إلى أهلهم",
        ),
        Frame(
            "شاهد وفدنا {n} أسيرا في {p} وتحدث مع كل واحد منهم على انفراد",
            "شاهد وفدهم {n} أسيرا في {p} وتحدث مع كل واحد منهم على انفراد",
            "شاهد وفدنا {n} أسيرا في {p} ولم يتحدث مع كل واحد منهم على انفراد",
        ),
        Frame(
            "أسر رجالنا {n} جنديا عند جسر {p} وأخذوا أوراقهم",
            "أسر رجالهم {n} جنديا عند جسر {p} وأخذوا أوراقهم",
            "أسر رجالنا {n} جنديا عند جسر {p} ولم يأخذوا أوراقهم",
        ),
        Frame(
            "طلبت من محافظ {p} زيارة {n} امرأة فوافق على ذلك",
            "طلب من محافظ {p} زيارة {n} امرأة فوافق على ذلك",
            "طلبت من محافظ {p} زيارة {n} امرأة فلم يوافق على ذلك",
        ),
        Frame(
            "تسلمنا {n} رسالة من {p} وسلمناها إلى الأقارب",
            "تسلموا {n} رسالة من {p} وسلموها إلى الأقارب",
            "تسلمنا {n} رسالة من {p} ولم نسلمها إلى الأقارب",
        ),
        Frame(
            "يبدأ التبادل قرب {p} يوم السبت مع {n} جريحا من كل جانب",
            "يبدأ التبادل قرب {p} يوم السبت مع {n} جريحا من كل جانب",
            "لا يبدأ التبادل قرب {p} يوم السبت مع {n} جريحا من كل جانب",
        ),
    ),
}
_PLACES = {
    "en": ("Velmora", "Tarvin", "Oshdel", "Branik", "Lustan", "Karesh", "Zandor", "Polvek"),
    "ru": ("Велмора", "Тарвин", "Ошдель", "Браник", "Лустан", "Кареш", "Зандор", "Полвек"),
    "he": ("ולמורה", "טרווין", "אושדל", "ברניק", "לוסטן", "קרש", "זנדור", "פולבק"),
    "ar": ("فيلمورا", "تارفين", "أوشدل", "برانيك", "لوستان", "كاريش", "زاندور", "بولفيك"),
}
_IN_WORDS = {
    "en": {8: "eight", 12: "twelve", 21: "twenty-one", 40: "forty", 208: "two hundred and eight"},
    "ru": {8: "восемь", 12: "двенадцать", 21: "двадцать одного", 40: "сорок", 208: "двести восемь"},
    "he": {8: "שמונה", 12: "12", 21: "עשרים ואחד", 40: "ארבעים", 208: "מאתיים ושמונה"},
    "ar": {8: "ثمانية", 12: "١٢", 21: "واحد وعشرين", 40: "أربعين", 208: "مائتين وثمانية"},
}
_NUMBERS = (8, 12, 21, 40, 208)
_SPEAKERS = ("Tomas Ardel", "Iven Rosk", "Renata Sorel", "Maro Velisk")
_PAPERS = ("Tarvia Herald", "Valley Post", "Hill Courier", "Marj Mail")
DAY = PartialDate("2031-03-12")


def written(language: str, frame: int, form: str, place: int, number: int, *, in_words: bool = False) -> str:
    """One frame filled in."""
    figure = _IN_WORDS[language][number] if in_words else str(number)
    return str(getattr(FRAMES[language][frame], form)).format(n=figure, p=_PLACES[language][place])


def said(chance: random.Random, text: str, language: str, *, speaker: str = "", **more: object) -> Said:
    """A statement in some paper, of a speaker or in its own voice."""
    chain = [Teller(LinkRole.PUBLISHER, (chance.choice(_PAPERS),))]
    if speaker:
        chain.insert(0, Teller(LinkRole.SPEAKER, (speaker,)))
    return Said(text, language=language, chain=tuple(chain), said_on=DAY, **more)  # type: ignore[arg-type]


Pair = tuple[Said, Said]


def same_pairs(chance: random.Random, language: str) -> Iterator[tuple[str, Pair]]:
    """One statement given twice, a pair for each kind."""
    frame, place, number = chance.randrange(COUNT), chance.randrange(8), chance.choice(_NUMBERS)
    speaker = chance.choice(_SPEAKERS)
    text = written(language, frame, "said", place, number)
    first = said(chance, text, language, speaker=speaker)
    own = said(chance, text, language)
    words = text.split()
    before = written(language, (frame + 1) % COUNT, "said", place, 8)
    after = written(language, (frame + 2) % COUNT, "said", place, 12)
    yield "whole, in two papers' own voice", (own, said(chance, f"“{text}.”", language))
    yield "whole, with what was said before", (first, said(chance, f"{before}. {text}.", language, speaker=speaker))
    yield "cut at the end", (first, said(chance, " ".join(words[: -len(words) // 3]), language, speaker=speaker))
    yield (
        "cut in the middle, with a mark",
        (
            said(chance, f"{before}. {after}. {text}.", language, speaker=speaker),
            said(chance, f"{before} … {text}", language, speaker=speaker),
        ),
    )
    yield (
        "in reported speech",
        (first, said(chance, written(language, frame, "told", place, number), language, speaker=speaker)),
    )
    yield (
        "number in words",
        (
            first,
            said(chance, written(language, frame, "said", place, number, in_words=True), language, speaker=speaker),
        ),
    )
    other = chance.choice([code for code in FRAMES if code != language])
    translation = written(other, frame, "said", place, number)
    yield (
        "translated, marked, one speaker",
        (first, said(chance, translation, other, speaker=speaker, translated_from=language)),
    )


def other_pairs(chance: random.Random, language: str) -> Iterator[tuple[str, Pair]]:
    """Two statements that are not one, a pair for each kind; the same speaker on the same day."""
    frame, place, number = chance.randrange(COUNT), chance.randrange(8), chance.choice(_NUMBERS)
    speaker = chance.choice(_SPEAKERS)
    text = written(language, frame, "said", place, number)
    first = said(chance, text, language, speaker=speaker)
    another = chance.choice([n for n in _NUMBERS if n != number])
    elsewhere = (place + chance.randint(1, 7)) % 8
    changed = {
        "another number": written(language, frame, "said", place, another),
        "another number, in words": written(language, frame, "said", place, another, in_words=True),
        "a negation": written(language, frame, "denied", place, number),
        "another place": written(language, frame, "said", elsewhere, number),
        "something else": written(language, (frame + 1) % COUNT, "said", place, number),
    }
    for kind, altered in changed.items():
        yield kind, (first, said(chance, altered, language, speaker=speaker))
    told = written(language, frame, "told", place, another)
    yield "another number, in reported speech", (first, said(chance, told, language, speaker=speaker))
    code = chance.choice([code for code in FRAMES if code != language])
    translated = written(code, frame, "said", place, another)
    yield (
        "translated, marked, another number",
        (first, said(chance, translated, code, speaker=speaker, translated_from=language)),
    )
    denial = written(code, frame, "denied", place, number)
    yield (
        "translated, marked, with a negation",
        (first, said(chance, denial, code, speaker=speaker, translated_from=language)),
    )
    rival = chance.choice([name for name in _SPEAKERS if name != speaker])
    yield "the same words of another speaker", (first, said(chance, text, language, speaker=rival))


def measure(
    title: str, pairs: Callable[[random.Random, str], Iterator[tuple[str, Pair]]], count: int
) -> dict[str, Counter[str]]:
    """Ask for every pair and print the verdicts by kind, and by language those that were taken for the same."""
    verdicts: dict[str, Counter[str]] = {}
    by_language: dict[str, Counter[str]] = {}
    for language in FRAMES:
        chance = random.Random(f"{title} {language}")
        for _ in range(count):
            for kind, (one, other) in pairs(chance, language):
                found = same_statement(one, other).verdict
                verdicts.setdefault(kind, Counter())[found] += 1
                by_language.setdefault(kind, Counter())[language] += found is SamenessVerdict.SAME
    print(f"{title:40} same  may be  different   same by language")
    for kind, told in verdicts.items():
        languages = "  ".join(f"{language} {by_language[kind][language]}" for language in FRAMES)
        print(f"{kind:40} {told[SamenessVerdict.SAME]:4} {told[SamenessVerdict.MAY_BE]:7} "
              f"{told[SamenessVerdict.DIFFERENT]:10}   {languages}")  # fmt: skip
    return verdicts


def main() -> int:
    """Measure both, and the time."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--pairs", type=int, default=100, help="of each kind in each language")
    count = arguments.parse_args().pairs
    begun = time.process_time()
    same = measure("one statement", same_pairs, count)
    other = measure("two statements", other_pairs, count)
    asked = sum(told.total() for told in (*same.values(), *other.values()))
    each = (time.process_time() - begun) / asked
    right = sum(told[SamenessVerdict.SAME] for told in same.values())
    wrong = sum(told[SamenessVerdict.SAME] for told in other.values())
    wanted = sum(told.total() for told in same.values())
    print(f"of what was told to be the same {right / max(1, right + wrong):.4f} is; of what is, "
          f"{right / wanted:.4f} was told; {asked} pairs, {each * 1e3:.2f} ms of one processor each")  # fmt: skip
    return 0 if wrong == 0 and right >= 0.9 * wanted else 1


if __name__ == "__main__":
    sys.exit(main())

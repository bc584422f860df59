"""People, bodies and places in Russian, Hebrew and Arabic. Everybody in the sentences is invented."""

import importlib.util
import itertools
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.timing import grows_in_proportion

import homeward.reading
from homeward.reading.entities import Entity, EntityKind, find_entities, group_entities
from homeward.reading.entities.find import see, weights
from homeward.reading.entities.model import TAGS, Weights, _chances, _likeliest, follows
from homeward.reading.entities.russian import basic_name
from homeward.reading.proposals import Span
from homeward.reading.segment import tokens

BENCHMARKS = Path(__file__).parents[2] / "benchmarks" / "reading"
WORDS = [
    "Дана Мирелл", "Даной Мирелл", "А. Б. Лесной", "аль-Хаддун", "Ким Со Ён", "МИД", "партия", "«Единый дом»", "в",
    "Москве", "США", "заявил", ",", ".", "(", ")", "—", "\n", "NATO", "3Com", "דנה מירל", "בתל אביב", 'מה"חמ', '"',
    "צה\"ל", "ל", "ו", "دانا ميريل", "وزارة الخارجية", "في", "بيروت", "عبد", "أبو", "«", "»", "لل", "ب",
    "\u064b", "ـ",     "\u202e", "\x00", "1", "’",
]  # fmt: skip


def named(text: str, language: str) -> list[tuple[str, str]]:
    return [(e.span.text, str(e.kind)) for e in find_entities(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Представитель МИД Рами Телем заявил, что переговоры в Москве продолжатся.",
            [("МИД", "ORG"), ("Рами Телем", "PER"), ("Москве", "LOC")],
        ),
        (
            "По словам Андрея Лесного, список передан Олегу Вербину в Бейруте.",
            [("Андрея Лесного", "PER"), ("Олегу Вербину", "PER"), ("Бейруте", "LOC")],
        ),
        ("В Сирии и Ливане ищут пленных.", [("Сирии", "LOC"), ("Ливане", "LOC")]),
    ],
)
def test_russian_names_are_found_in_their_cases(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text, "ru") == expected


def test_a_family_name_is_a_person_because_the_document_gave_the_whole_name_elsewhere() -> None:
    text = "Полковник Игорь Хадмун прибыл в Дамаск.\nХадмун отказался отвечать. Позиция Хадмуна прежняя."
    assert [word for word, kind in named(text, "ru") if kind == "PER"] == ["Игорь Хадмун", "Хадмун", "Хадмуна"]


@pytest.mark.parametrize(
    ("written", "kind", "name"),
    [
        ("Даной Мирелл", "PER", "Дана Мирелл"),
        ("А. Б. Иванова", "PER", "А. Б. Иванов"),
        ("Натальей Петровной", "PER", "Наталья Петровна"),
        ("партии «Единый дом", "ORG", "партия «Единый дом»"),
        ("Министерству обороны Израиля", "ORG", "Министерство обороны Израиля"),
        ("Международной федерации журналистов", "ORG", "Международная федерация журналистов"),
        ("Южной Корее", "LOC", "Южная Корея"),
        ("США", "LOC", "США"),
        ("Нью-Йорке", "LOC", "Нью-Йорк"),
    ],
)
def test_a_russian_name_is_given_in_the_nominative(written: str, kind: str, name: str) -> None:
    assert basic_name(tuple(t.text for t in tokens(written, 0, len(written))), EntityKind(kind)) == name


def test_hebrew_prefixes_are_left_out_and_acronyms_kept_whole() -> None:
    found = named('דובר משרד החוץ דני מירל אמר בתל אביב כי צה"ל לא ישיב. הוא הגיע מירושלים ולחיפה.', "he")
    assert ("דני מירל", "PER") in found
    assert [word for word, kind in found if kind == "LOC"] == ["תל אביב", "ירושלים", "חיפה"]
    assert ('צה"ל', "ORG") in found


def test_a_hebrew_name_in_quotation_marks_is_parted_from_the_prefix_before_them() -> None:
    text = 'הוא פרש מה"נחשון" אתמול.'
    words = [seen.token.text for row in see(text, "he") for seen in row]
    assert words[2:6] == ["מה", '"', "נחשון", '"']


def test_arabic_people_bodies_and_places_are_found_without_their_prefixes() -> None:
    text = "قال المتحدث باسم وزارة الخارجية سامر الحداد إن الوفد غادر إلى بيروت ولبنان.\nوأضاف الحداد أنه سيعود."
    assert named(text, "ar") == [
        ("وزارة الخارجية", "ORG"),
        ("سامر الحداد", "PER"),
        ("بيروت", "LOC"),
        ("لبنان", "LOC"),
        ("الحداد", "PER"),
    ]


def test_the_arabic_rules_find_what_they_were_written_for() -> None:
    spec = importlib.util.spec_from_file_location("entities_benchmark", BENCHMARKS / "entities.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    [(text, marks)] = module.read_sentences(BENCHMARKS / "entities_ar" / "dev.txt")
    found = set(module.ours("ar")(text))
    assert len(found & set(marks)) >= 0.95 * len(marks)
    assert len(found - set(marks)) <= 0.05 * len(marks)


def test_another_language_has_no_entities() -> None:
    assert find_entities("Dana Mirell came to Moscow.", "en") == ()
    assert find_entities("Дана Мирелл", "und") == ()


def test_tokens_made_before_give_the_same() -> None:
    for text, language in (
        ("Андрей Лесной прибыл в Москву.", "ru"),
        ("סיפר בירושלים דני מירל.", "he"),
        ("في بيروت.", "ar"),
    ):
        assert find_entities(text, language, words=tokens(text, 0, len(text))) == find_entities(text, language)


@pytest.mark.parametrize("language", ["ru", "he", "ar"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=40).flatmap(lambda ws: st.sampled_from([" ".join(ws), "".join(ws)])))
def test_any_row_of_names_and_marks_is_quoted_exactly(language: str, text: str) -> None:
    last = 0
    for entity in find_entities(text, language):
        assert text[entity.span.start : entity.span.stop] == entity.span.text
        assert entity.span.text.strip() == entity.span.text != ""
        assert entity.span.start >= last
        assert 0 <= entity.probability <= 1
        assert entity.name
        last = entity.span.stop


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["ru", "he", "ar"]))
def test_no_text_raises(text: str, language: str) -> None:
    for entity in find_entities(text, language):
        assert text[entity.span.start : entity.span.stop] == entity.span.text


def test_letters_without_a_name_are_no_error() -> None:
    assert find_entities("𗀀 Дана Мирелл 𗀀ом", "ru") != ()


@pytest.mark.parametrize("language", ["ru", "he", "ar"])
def test_long_lines_take_time_in_proportion(language: str) -> None:
    piece = {"ru": "Дана Мирелл, «а ", "he": 'דנה בתל אביב ל"א ', "ar": "أبو بن عبد وزارة ال "}[language]

    assert grows_in_proportion(lambda times: find_entities(piece * times, language), 1000)
    started = time.process_time()  # a busy machine is slow, not wrong
    find_entities("а" * 300_000 + piece[:3] + "«" * 100_000 + '"' * 100_000, language)
    assert time.process_time() - started < 20


# --- the model against a plain one that tries everything -----------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 4))
def test_chances_and_the_likeliest_tags_are_those_of_trying_every_row_of_tags(seed: int, length: int) -> None:
    rng = np.random.default_rng(seed)
    weighed = rng.normal(0, 2, (length, len(TAGS))).astype(np.float32)
    moves = rng.normal(0, 1, (len(TAGS), len(TAGS))).astype(np.float32)
    places = np.arange(length)[None, :]
    total = np.zeros((length, len(TAGS)))
    best: tuple[float, tuple[int, ...]] = (-1e9, ())
    for row in itertools.product(range(len(TAGS)), repeat=length):
        if TAGS[row[0]].startswith("I") or not all(follows(a, b) for a, b in itertools.pairwise(row)):
            continue
        score = sum(float(weighed[n, tag]) for n, tag in enumerate(row))
        score += sum(float(moves[a, b]) for a, b in itertools.pairwise(row))
        best = max(best, (score, row))
        for n, tag in enumerate(row):
            total[n, tag] += np.exp(score)
    expected = total / total.sum(1, keepdims=True)
    assert np.allclose(_chances(weighed, moves, places)[0], expected, atol=1e-4)
    assert tuple(_likeliest(weighed, moves, places)[0].tolist()) == best[1]


def test_rows_read_together_are_read_as_they_are_alone() -> None:
    text = "Андрей Лесной заявил.\nМосква.\nПо словам Олега Вербина, в Бейруте ищут пленных и журналистов из Сирии.\n"
    from homeward.reading.entities.model import lay

    first: Weights = weights("ru")[0]
    rows = see(text, "ru")
    together = lay(rows)
    tags, chances = first.read(together)
    for row, start in zip(rows, together.starts, strict=True):
        alone = lay([row])
        one_tags, one_chances = first.read(alone)
        here, there = slice(start, start + len(row)), slice(alone.starts[0], alone.starts[0] + len(row))
        assert (tags[here] == one_tags[there]).all()
        assert np.allclose(chances[here], one_chances[there], atol=1e-4)


def test_the_weights_are_small() -> None:
    folder = Path(homeward.reading.__file__).parent / "resources"
    sizes = {place.name: place.stat().st_size for place in folder.glob("entities-*.npz")}
    assert set(sizes) == {"entities-ru.npz", "entities-he.npz"}
    assert sum(sizes.values()) < 5_000_000


# --- who is who -----------------------------------------------------------------------------------------------------


def groups(*names: tuple[str, str]) -> tuple[int, ...]:
    return group_entities([Entity(Span(0, len(n), n), EntityKind(kind), 1.0, n) for n, kind in names])


def test_a_family_name_belongs_to_whoever_was_named_in_full_last() -> None:
    assert groups(("Андрей Лесной", "PER"), ("Лесной", "PER"), ("Олег Лесной", "PER"), ("Лесной", "PER")) == (
        0,
        0,
        1,
        1,
    )


def test_initials_and_cases_are_the_same_person() -> None:
    assert groups(("Андрей Вербин", "PER"), ("А. Вербина", "PER"), ("Андрею Вербину", "PER")) == (0, 0, 0)
    assert groups(("Андрей Вербин", "PER"), ("О. Вербин", "PER")) == (0, 1)


def test_a_given_name_alone_is_the_only_one_of_that_name() -> None:
    assert groups(("Дана Мирелл", "PER"), ("Дана", "PER")) == (0, 0)
    assert groups(("Дана Мирелл", "PER"), ("Дана Квилл", "PER"), ("Дана", "PER")) == (0, 1, 2)


def test_letters_are_the_body_whose_words_begin_with_them() -> None:
    assert groups(("Союз координационных советов", "ORG"), ("СКС", "ORG"), ("СКС", "LOC")) == (0, 0, 1)

"""Whatever is brought, reading ends soon, raises nothing, and quotes exactly."""

import json
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reading.example import EXAMPLES
from tests.timing import grows_in_proportion

from homeward.reading import Document, proposal_from_json, proposal_to_json, read
from homeward.records import PartialDate

DAY = PartialDate.read("2024-05-31")
WORDS = [
    "The Front", "Tamer Rasil", "Dana Mirell", "said", "that", "denied", "“", "”", '"', "«", "»", ",", ".", "\n\n",
    "who", "according to", "cited", "the Sarran Wire", "was quoted by", "as saying", "we are looking for",
    "the captives", "is alive", "met with", "on Thursday", "handed", "a list of six names", "to", "as soon as",
    "we will release them", "if", "and", "he", "made no mention of", "was killed", "reported", "citing", "of",
    "told", "promised", "by", "заявил", ", что", "заложники", "по словам", "мы ищем",
    "Тамер Расил", "министр", "«", "», — сказал", "со ссылкой на", "он", "передал список", "ни слова о", "Фронта",
    "אמר כי", "לדברי", "החטופים",
    "נשחרר", "قال", "إن", "الرهائن", "نفى", "وفقا ل", "\u202e", "\x00", "’s",
]  # fmt: skip


def check(text: str, *, groups: tuple[str, ...] = ()) -> None:
    reading = read(Document(text, DAY, "Corvel Times"), groups=groups, sought_count=6)
    for span in [s for p in reading.proposals for s in p.spans()] + [m.span for m in reading.mentions]:
        assert text[span.start : span.stop] == span.text
    for proposal in reading.proposals:
        assert proposal.span.text
        assert proposal_from_json(json.loads(json.dumps(proposal_to_json(proposal)))) == proposal


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_any_row_of_telling_words_is_quoted_exactly(text: str) -> None:
    check(text, groups=("the captives",))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(EXAMPLES), st.data())
def test_a_mutilated_report_is_still_quoted_exactly(example: object, data: st.DataObject) -> None:
    text = example.document.text  # type: ignore[attr-defined]
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, len(text)))
    check(text[:start] + data.draw(st.text(max_size=5)) + text[stop:])


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "“",
        "a",
        "“a ”b ",
        "‘a’ ",
        "said the minister that he told ",
        "«Мы, — сказал он. — Да» ",
        "по словам посла ",
    ],
)
def test_a_megabyte_in_one_line_is_read_in_seconds(piece: str) -> None:
    size = 1_000_000 if len(piece) < 8 else 100_000
    started = time.process_time()
    check(piece * (size // len(piece)))
    assert time.process_time() - started < 10


def test_a_text_takes_time_in_proportion() -> None:
    line = "The Front said that Dana met with the captives, he said. "
    assert grows_in_proportion(lambda number: read(Document(line * number, DAY, "Corvel Times")), 100)

"""What is asked, how often, and which answers are answers."""

from __future__ import annotations

import json
import time

import pytest
from tests.reading.reader.playing import Play, Turn, playing, said

from homeward.reading.reader import ReaderError
from homeward.reading.reader.answer import SCHEMA
from homeward.reading.reader.client import _too_deep
from homeward.reading.reader.prompt import INSTRUCTIONS

TEXT = "The Front said that it looks for the eight."


def soon() -> float:
    return time.monotonic() + 20


def asked(play: Play, **settings: object) -> dict[str, object]:
    with playing(play) as server:
        return server.reader(**settings).ask(TEXT, until=soon())


def test_only_the_text_and_the_fixed_instructions_are_sent() -> None:
    with playing(lambda turn: turn.answer(claims=[])) as server:
        assert server.reader(key="s3cret").ask(TEXT, until=soon()) == {"claims": []}
    [turn] = server.turns
    system, user = turn.body["messages"]
    assert system == {"role": "system", "content": INSTRUCTIONS}
    line = user["content"].split("\n")[0]
    assert user["content"] == f"{line}\n{TEXT}\n{line}"
    assert turn.body["model"] == "tarn-7b"
    assert turn.body["response_format"]["json_schema"] == {"name": "reading", "strict": True, "schema": SCHEMA}
    assert set(turn.body) == {"model", "messages", "temperature", "max_tokens", "response_format"}


def test_the_line_around_the_report_cannot_be_guessed() -> None:
    with playing(lambda turn: turn.answer()) as server:
        reader = server.reader()
        reader.ask(TEXT, until=soon())
        reader.ask(TEXT, until=soon())
    lines = {turn.body["messages"][1]["content"].split("\n")[0] for turn in server.turns}
    assert len(lines) == 2


def test_every_object_of_the_schema_is_closed_and_asks_for_all_its_fields() -> None:
    def walk(schema: dict[str, object]) -> None:
        if schema.get("type") == "object":
            properties = schema["properties"]
            assert isinstance(properties, dict)
            assert schema["additionalProperties"] is False
            assert schema["required"] == list(properties)
            for inner in properties.values():
                walk(inner)
        elif schema.get("type") == "array":
            assert isinstance(schema["items"], dict)
            walk(schema["items"])

    walk(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


def test_half_a_character_can_be_sent() -> None:
    with playing(lambda turn: turn.answer()) as server:
        server.reader().ask("a \ud800 b", until=soon())
    assert server.turns[0].text == "a \ud800 b"


@pytest.mark.parametrize(
    "content", ['{"claims": []}', '```json\n{"claims": []}\n```', '<think>{hm</think>\n{"claims": []}']
)
def test_what_models_put_around_an_answer_is_taken_off(content: str) -> None:
    assert asked(lambda turn: turn.choice(content)) == {"claims": []}


def failing(times: int, status: int = 503, **headers: str) -> Play:
    left = [times]

    def play(turn: Turn) -> None:
        if left[0]:
            left[0] -= 1
            turn.send(b"{}", status=status, **headers)
        else:
            turn.answer(claims=[])

    return play


def test_a_fault_that_passes_is_tried_again_with_longer_pauses() -> None:
    with playing(failing(2)) as server:
        assert server.reader(retries=2).ask(TEXT, until=soon()) == {"claims": []}
        assert server.waited == [0.5, 1.0]


def test_tries_have_an_end() -> None:
    with playing(failing(99)) as server:
        with pytest.raises(ReaderError, match="503"):
            server.reader(retries=3).ask(TEXT, until=soon())
        assert len(server.turns) == 4


def test_pauses_have_a_longest() -> None:
    with playing(failing(99)) as server:
        with pytest.raises(ReaderError):
            server.reader(retries=6, longest_pause_s=2.0).ask(TEXT, until=soon())
        assert server.waited == [0.5, 1.0, 2.0, 2.0, 2.0, 2.0]


def test_a_server_that_asks_for_time_gets_it_unless_it_asks_for_too_much() -> None:
    with playing(failing(1, 429, Retry_After="3")) as server:
        assert server.reader().ask(TEXT, until=soon()) == {"claims": []}
        assert server.waited == [3.0]
    with playing(failing(1, 429, Retry_After="86400")) as server:
        with pytest.raises(ReaderError, match="429"):
            server.reader().ask(TEXT, until=soon())
        assert server.waited == []


@pytest.mark.parametrize(("status", "ends_all"), [(400, False), (401, True), (403, True), (404, True), (422, False)])
def test_a_fault_that_stays_is_not_tried_again(status: int, ends_all: bool) -> None:
    with playing(failing(99, status)) as server:
        with pytest.raises(ReaderError, match=str(status)) as refused:
            server.reader().ask(TEXT, until=soon())
        assert len(server.turns) == 1
    assert refused.value.ends_all is ends_all


def test_no_try_begins_when_the_time_for_the_document_is_over() -> None:
    with playing(failing(99)) as server:
        with pytest.raises(ReaderError):
            server.reader(pause_s=5.0).ask(TEXT, until=time.monotonic() + 2)
        assert len(server.turns) == 1


@pytest.mark.parametrize(
    ("play", "kind"),
    [
        (lambda turn: turn.choice(None, refusal="I cannot help with that."), "reader-refusal"),
        (lambda turn: turn.choice("", finish="content_filter"), "reader-refusal"),
        (lambda turn: turn.choice('{"claims": [{"quo', finish="length"), "reader-cut-off"),
        (lambda turn: turn.choice('{"claims": [{"quo'), "reader-cut-off"),
        (lambda turn: turn.choice("Here is what I found: nothing."), "reader-not-json"),
        (lambda turn: turn.choice("[1, 2]"), "reader-not-json"),
        (lambda turn: turn.choice("NaN"), "reader-not-json"),
        (lambda turn: turn.choice('{"a": NaN}'), "reader-not-json"),
        (lambda turn: turn.choice('{"a": ' + "1" * 5000 + "}"), "reader-not-json"),
        (lambda turn: turn.choice(["a", "list"]), "reader-not-json"),
        (lambda turn: turn.choice('{"a":' * 500 + "1" + "}" * 500), "reader-deep"),
        (lambda turn: turn.choice("[" * 100_000), "reader-deep"),
        (lambda turn: turn.send(b"[" * 400_000), "reader-deep"),
        (lambda turn: turn.send(b"<html>busy</html>"), "reader-not-json"),
        (lambda turn: turn.send(b"\xff\xfe{}"), "reader-not-json"),
        (lambda turn: turn.send(b""), "reader-not-json"),
        (lambda turn: turn.send(b"null"), "reader-not-json"),
        (lambda turn: turn.send(b'{"choices": []}'), "reader-not-json"),
        (lambda turn: turn.send(b'{"choices": [{"message": "said"}]}'), "reader-not-json"),
        (lambda turn: turn.send(b'{"choices": [{"message": {"content": 5}}]}'), "reader-not-json"),
        (lambda turn: turn.send(b'{"error": {"message": "no such model"}}'), "reader-not-json"),
    ],
)
def test_what_is_no_answer_is_refused_by_its_kind(play: Play, kind: str) -> None:
    with pytest.raises(ReaderError) as refused:
        asked(play)
    assert refused.value.problem.kind == kind


@pytest.mark.parametrize("piece", ['\\"', '"', "\\\\", '{"a":"', "]", '""'])
def test_the_depth_of_a_megabyte_is_seen_soon(piece: str) -> None:
    started = time.process_time()
    _too_deep('"' + piece * (1_000_000 // len(piece)))
    assert time.process_time() - started < 3


def test_marks_within_texts_are_not_depth() -> None:
    content = json.dumps({"statements": [said("[" * 50 + '\\"' + "{" * 50, "said", "X")]})
    assert asked(lambda turn: turn.choice(content)) == json.loads(content)

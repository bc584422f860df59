"""Asks a language model behind an OpenAI-compatible address what a stretch of a report says.

In: a stretch of text. Out: what the model answered, as plain JSON values whose outer form is right.
Leaves to others: the connection (`transport`), the words of the question (`prompt`), whether any of it is true to the
report (`verify`).

Only the stretch of text and the fixed instructions are sent: no name of a sought person, no publisher, no date, no
title and no word of the case file.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from typing import Any

from homeward.reading.reader.answer import SCHEMA
from homeward.reading.reader.prompt import messages
from homeward.reading.reader.settings import ReaderSettings
from homeward.reading.reader.transport import Clock, ReaderError, Reply, post

_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504, 529})
_ENDS_ALL = frozenset({401, 402, 403, 404, 405, 410})
_DEEPEST = 24  # our form has six levels; what is nested deeper is no answer


class OptionalReader:
    """One model, ready to be asked. Makes no connection until it is asked; keeps none between two questions."""

    def __init__(
        self,
        settings: ReaderSettings,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Clock = time.monotonic,
    ) -> None:
        self.settings = settings
        self._sleep = sleep
        self.clock = clock

    @property
    def name(self) -> str:
        """The model's name, as it stands in the reason of every proposal."""
        return self.settings.model

    @property
    def origin(self) -> str:
        """Where text is sent: scheme, host and port."""
        return self.settings.endpoint.origin

    def ask(self, text: str, *, until: float) -> dict[str, Any]:
        """What the model answers about a text, before the moment `until` of its clock.

        Raises:
            BadInputError: the address may not be sent to; nothing was sent.
            ReaderError: no answer that can be used, after as many tries as the settings allow.
        """
        body = json.dumps(
            {
                "model": self.settings.model,
                "messages": messages(text),
                "temperature": 0,
                "max_tokens": self.settings.answer_tokens,
                "response_format": {
                    "type": "json_schema",
                    "json_schema": {"name": "reading", "strict": True, "schema": SCHEMA},
                },
            },
            ensure_ascii=True,  # half a character, as some texts hold, can still be sent
        ).encode()
        pause = self.settings.pause_s
        for tries_left in range(self.settings.retries, -1, -1):
            try:
                reply = post(
                    self.settings,
                    body,
                    until=min(until, self.clock() + self.settings.answer_s),
                    clock=self.clock,
                )
                return _answer(reply, self.origin)
            except ReaderError as error:
                wait = max(pause, error.after_s or 0.0)
                in_time = self.clock() + wait < until and wait <= self.settings.longest_pause_s
                if not error.passing or not tries_left or not in_time:
                    raise
                self._sleep(wait)
                pause = min(pause * 2, self.settings.longest_pause_s)
        raise AssertionError("the last try returns or raises")


def _answer(reply: Reply, origin: str) -> dict[str, Any]:
    if reply.status != 200:
        # What the server says of it is not shown: it may repeat what it was sent.
        raise ReaderError(
            f"{origin} answered with the status {reply.status}",
            "See the server's own messages; 401 and 403 mean the key, 404 the address or the model.",
            kind=f"reader-status-{reply.status}",
            passing=reply.status in _PASSING,
            after_s=reply.after_s,
            ends_all=reply.status in _ENDS_ALL,
        )
    try:
        text = reply.body.decode()
    except UnicodeDecodeError:
        raise _not_json() from None
    outer = _parse(text)
    choices = outer.get("choices") if isinstance(outer, dict) else None
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(choice, dict) or not isinstance(message, dict):
        raise _not_json()
    reason = choice.get("finish_reason")
    if message.get("refusal") or reason == "content_filter":
        raise ReaderError(
            "the model refused to read the report",
            "Read it by rules alone, or ask another model.",
            kind="reader-refusal",
        )
    if reason == "length":
        raise _cut_off()
    content = message.get("content")
    if not isinstance(content, str):
        raise _not_json()
    return _content(content)


def _content(content: str) -> dict[str, Any]:
    bare = _bare(content)
    try:
        inner = _parse(bare)
    except ReaderError as error:
        if error.problem.kind == "reader-not-json" and bare[:1] == "{" and bare[-1:] != "}":
            raise _cut_off() from None
        raise
    if not isinstance(inner, dict):
        raise _not_json()
    return inner


_FENCE = re.compile(r"```(?:json)?\s*", re.IGNORECASE)


def _bare(content: str) -> str:
    """Without what some models put around the answer: their thoughts, a fence."""
    thought = content.rfind("</think>")
    text = content[thought + len("</think>") :] if thought >= 0 else content
    text = text.strip()
    if (opened := _FENCE.match(text)) is not None:
        text = text[opened.end() :].removesuffix("```").strip()
    return text


def _parse(text: str) -> Any:
    """JSON, unless it is nested so deep that it was made to hurt.

    Raises:
        ReaderError: it is not JSON, or too deep.
    """
    if _too_deep(text):
        raise ReaderError(
            "the answer is nested deeper than any answer of the form asked for",
            "Ask another model.",
            kind="reader-deep",
        )
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise _not_json() from None


_STEPS = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[{\]}]', re.DOTALL)  # an unclosed text is one step, too, not a million


def _too_deep(text: str) -> bool:
    depth = 0
    for step in _STEPS.finditer(text):
        mark = step.group()[0]
        if mark in "[{":
            depth += 1
            if depth > _DEEPEST:
                return True
        elif mark in "]}":
            depth -= 1
    return False


def _refuse_constant(_: str) -> None:
    raise ValueError("NaN and Infinity are not JSON")


def _not_json() -> ReaderError:
    return ReaderError(
        "the answer is not in the form that was asked for",
        "Use a server and a model that keep to a JSON schema.",
        kind="reader-not-json",
    )


def _cut_off() -> ReaderError:
    return ReaderError(
        "the answer broke off before its end", "Use a model with room for a longer answer.", kind="reader-cut-off"
    )

"""The option that shows a report to a language model: off by default, and then no socket is opened."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.cli.conftest import REPORT
from tests.reading.reader.playing import playing, said

WATCHED = """
import sys
opened = []
sys.addaudithook(lambda event, _: opened.append(event) if event.startswith("socket.") else None)
from homeward.cli import main
try:
    main()
finally:
    print("sockets:", len(opened), file=sys.stderr)
"""


def add_report(file: Path, folder: Path, *words: str, **environment: str) -> tuple[int, Any, str]:
    """Add a report, in another process that counts what it does with sockets: exit code, JSON, standard error."""
    report = folder / "another.txt"
    report.write_text(REPORT + "\nThe talks go on.\n", encoding="utf-8")
    usual = {k: v for k, v in os.environ.items() if not k.startswith("HOMEWARD_")}
    usual |= {"PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "error", "HOMEWARD_FILE": str(file)}
    arguments = ["add", "report", str(report), "--publisher", "Marj Wire", "--published", "2026-03-12", "--json"]
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=usual | environment,
        check=False,
        timeout=120,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, json.loads(done.stdout or "null"), done.stderr


def test_by_default_no_socket_is_opened(own_case_file: Path, tmp_path: Path) -> None:
    code, told, errors = add_report(own_case_file, tmp_path)
    assert code == 0
    assert told["proposals"]
    assert told["optional_reader"] is None
    assert "sockets: 0" in errors


def test_an_address_alone_opens_none_either(own_case_file: Path, tmp_path: Path) -> None:
    with playing(lambda turn: turn.answer()) as server:
        code, told, errors = add_report(
            own_case_file,
            tmp_path,
            HOMEWARD_READER_ADDRESS=f"{server.address}/v1",
            HOMEWARD_READER_MODEL="tarn-7b",
        )
        assert server.turns == []
    assert (code, told["optional_reader"]) == (0, None)
    assert "sockets: 0" in errors


def test_without_an_address_the_option_is_refused_and_says_how(own_case_file: Path, tmp_path: Path) -> None:
    code, told, errors = add_report(own_case_file, tmp_path, "--optional-reader")
    assert code == 3
    assert "HOMEWARD_READER_ADDRESS" in json.dumps(told) + errors
    assert "sockets: 0" in errors


def test_an_address_outside_is_refused_before_anything_is_opened(own_case_file: Path, tmp_path: Path) -> None:
    code, told, errors = add_report(
        own_case_file,
        tmp_path,
        "--optional-reader",
        HOMEWARD_READER_ADDRESS="https://198.51.100.7/v1",
        HOMEWARD_READER_MODEL="tarn-7b",
    )
    assert code == 3
    assert "HOMEWARD_READER_OUTSIDE" in json.dumps(told) + errors
    assert "sockets: 0" in errors


def test_asked_for_the_report_is_shown_and_what_came_of_it_is_told(own_case_file: Path, tmp_path: Path) -> None:
    quote = "Anna Kovalchuk was seen alive in a clinic in February"
    lists = {
        "statements": [said(quote, "told", "a nurse", attribution="anonymous"), said(quote, "told", "Karim Oss")],
    }
    with playing(lambda turn: turn.answer(**lists)) as server:
        code, told, errors = add_report(
            own_case_file,
            tmp_path,
            "--optional-reader",
            HOMEWARD_READER_ADDRESS=f"{server.address}/v1",
            HOMEWARD_READER_MODEL="tarn-7b",
            HOMEWARD_READER_KEY="s3cret",
        )
        assert [turn.headers["Authorization"] for turn in server.turns] == ["Bearer s3cret"]
    assert code == 0
    report = told["optional_reader"]
    assert (report["model"], report["address"]) == ("tarn-7b", server.address)
    assert report["returned"] == 2
    assert report["refused"] == {"not_quoted": 1}
    assert "s3cret" not in json.dumps(told) + errors

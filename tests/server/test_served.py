"""The desk as gunicorn serves it, its network denied: every page is there, and nothing is asked of anywhere else."""

from __future__ import annotations

import http.client
import json
import re
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tests.postgresql import ROOT, programs
from tests.server.conftest import Place, new_database

MOST_PAGES = 150
_LINK = re.compile(r'(?:href|src|action|hx-get|hx-post)="([^"]*)"')


@dataclass
class Served:
    """A desk with two processes, and a browser that is signed in."""

    address: str
    session: str
    denied: Path
    log: Path
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, address: str, body: dict[str, str] | None = None) -> tuple[int, dict[str, str], str]:
        asked = http.client.HTTPConnection(self.address, timeout=120)
        cookies = {"homeward": self.session, **self.cookies}
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        asked.request("GET" if body is None else "POST", address, urlencode(body) if body else None, headers)
        answer = asked.getresponse()
        text = answer.read().decode("utf-8", "replace")
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        told = dict(answer.headers.items())
        asked.close()
        return answer.status, told, text


@pytest.fixture(scope="module")
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    if programs() is not None:
        place = new_database(request.getfixturevalue("server"), folder)
    else:
        place = Place("sqlite", {"HOMEWARD_FILE": str(folder / "desk.db"), "HOMEWARD_SECRET": "only-for-tests-" * 5})
    session = place.run("-m", "tests.server.filled_desk").stdout.strip()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    desk = Served(address, session, folder / "denied", folder / "log")
    words = ("-m", "tests.server.denied", str(desk.denied), "gunicorn", "--config", "python:homeward.server.gunicorn")
    with desk.log.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, *words], cwd=ROOT, env=place.environment(HOMEWARD_LISTEN=address), stdout=log, stderr=log
        )
    try:
        for _ in range(600):
            try:
                desk.ask("/health")
                break
            except OSError:
                assert process.poll() is None, desk.log.read_text()
                time.sleep(0.2)
        yield desk
    finally:
        process.terminate()
        assert process.wait(timeout=60) == 0


@pytest.fixture(scope="module")
def walked(served: Served) -> dict[str, tuple[int, dict[str, str], str]]:
    """Every page that is reached by links from the first, up to a good number, by its address."""
    found: dict[str, tuple[int, dict[str, str], str]] = {}
    waiting = deque(["/"])
    while waiting and len(found) < MOST_PAGES:
        address = waiting.popleft().partition("#")[0].replace("&amp;", "&")
        if not address.startswith("/") or address in found:
            continue
        found[address] = served.ask(address)
        waiting.extend(_LINK.findall(found[address][2]))
    return found


def test_every_page_is_there_though_the_network_is_denied(served: Served, walked: dict):
    assert {address: answer[0] for address, answer in walked.items() if answer[0] not in (200, 302, 405)} == {}
    assert len(walked) > 40
    assert any("Maro Velisk" in answer[2] for answer in walked.values())


def test_nothing_was_asked_of_anywhere_else(served: Served, walked: dict):
    assert served.denied.read_text() == ""


def test_what_is_asked_of_elsewhere_would_be_noticed(tmp_path: Path):
    (tmp_path / "caller.py").write_text("import urllib.request\nurllib.request.urlopen('http://192.0.2.7/')\n")
    words = [sys.executable, "-m", "tests.server.denied", str(tmp_path / "denied"), "caller"]
    done = subprocess.run(
        words, cwd=ROOT, env={"PYTHONPATH": f"{tmp_path}:{ROOT}"}, capture_output=True, text=True, check=False
    )
    assert "the network is denied" in done.stderr
    assert "192.0.2.7" in (tmp_path / "denied").read_text()


def test_no_page_names_anything_of_elsewhere_to_load_and_none_may(served: Served, walked: dict):
    for address, (_, headers, text) in walked.items():
        loaded = re.findall(
            r'<(?:link|script|img|iframe|source|form|object|embed)\b[^>]*?(?:href|src|action|data)="([^"]*)"', text
        )
        assert [one for one in loaded if not re.match(r"/(?!/)|#|data:|\?|$", one)] == [], address
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; ") and "unsafe" not in policy and "http" not in policy, address


def test_an_act_is_done_and_a_refused_form_is_shown(served: Served, walked: dict):
    address = next(a for a in walked if a.startswith("/link/") and a.endswith("/judge") and walked[a][0] == 200)
    page = served.ask(address)[2]
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token is not None
    form = {"csrfmiddlewaretoken": token[1], "verdict": "unsure", "reason": ""}
    assert served.ask(address, form)[0] == 422
    assert served.ask(address, {**form, "reason": "two of that name"})[0] == 302
    assert served.ask(address, {**form, "csrfmiddlewaretoken": "forged"})[0] == 403


def test_its_log_is_lines_of_json_without_a_name(served: Served, walked: dict):
    served.ask("/find?q=Maro+Velisk")
    served.ask("/nowhere/Maro%20Velisk")
    text = served.log.read_text()
    assert "elisk" not in text and "Велиск" not in text and "\\u0412" not in text
    lines = [json.loads(line) for line in text.splitlines()]
    told = [line for line in lines if line["from"] == "homeward.requests"]
    assert len(told) >= len(walked)
    assert {"home", "case", "people", "person"} <= {line.get("route") for line in told}
    assert [line for line in lines if line["level"] in ("error", "critical", "warning")] == []

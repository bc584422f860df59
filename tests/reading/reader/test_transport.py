"""Every limit of a connection is kept, against a real server that does its worst."""

from __future__ import annotations

import logging
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest
from tests.reading.reader.playing import Turn, playing

from homeward.errors import BadInputError
from homeward.reading.reader import ReaderError, ReaderSettings
from homeward.reading.reader.transport import post


def settings(address: str, **more: object) -> ReaderSettings:
    return ReaderSettings(f"{address}/v1", "tarn-7b", **more)  # type: ignore[arg-type]


def until(seconds: float = 5.0) -> float:
    return time.monotonic() + seconds


def test_a_question_is_posted_and_answered() -> None:
    with playing(lambda turn: turn.send(b'{"ok":1}')) as server:
        reply = post(settings(server.address, key="s3cret"), b'{"messages":[]}', until=until())
    assert (reply.status, reply.body) == (200, b'{"ok":1}')
    [turn] = server.turns
    assert turn.path == "/v1/chat/completions"
    assert turn.headers["Authorization"] == "Bearer s3cret"
    assert turn.headers["Accept-Encoding"] == "identity"


def test_no_key_no_header() -> None:
    with playing(lambda turn: turn.send(b"{}")) as server:
        post(settings(server.address), b"{}", until=until())
    assert server.turns[0].headers["Authorization"] is None


def test_an_answer_in_chunks_is_joined() -> None:
    def play(turn: Turn) -> None:
        turn.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n3\r\n   \r\n0\r\n\r\n")

    with playing(play) as server:
        assert post(settings(server.address), b"{}", until=until()).body == b"{}   "


def test_a_body_said_to_be_huge_is_not_read() -> None:
    def play(turn: Turn) -> None:
        turn.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n")
        time.sleep(3)

    with playing(play) as server:
        started = time.monotonic()
        with pytest.raises(ReaderError, match="larger than") as refused:
            post(settings(server.address), b"{}", until=until())
    assert refused.value.problem.kind == "reader-too-large"
    assert time.monotonic() - started < 2.5


def test_of_a_body_of_100_megabytes_little_is_read() -> None:
    sent = 0

    def play(turn: Turn) -> None:
        nonlocal sent
        turn.raw(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        for _ in range(1600):
            turn.raw(b"x" * 65536)
            sent += 65536

    with playing(play) as server, pytest.raises(ReaderError, match="larger than"):
        post(settings(server.address), b"{}", until=until())
    assert sent < 30_000_000  # what the buffers of two sockets take, not the 100 megabytes


def test_a_slow_drip_ends_when_the_time_is_over() -> None:
    def play(turn: Turn) -> None:
        turn.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n")
        for _ in range(100):
            turn.raw(b" ")
            time.sleep(0.05)

    with playing(play) as server:
        started = time.monotonic()
        with pytest.raises(ReaderError, match="in time") as refused:
            post(settings(server.address), b"{}", until=until(0.5))
    assert time.monotonic() - started < 2
    assert refused.value.passing


@pytest.mark.parametrize("piece", [b"X: y\r\n", b"a", b"HTTP/1.1 100 Continue\r\n\r\n"])
def test_a_drip_of_headers_ends_too(piece: bytes) -> None:
    def play(turn: Turn) -> None:
        turn.raw(b"HTTP/1.1 200 OK\r\n" if piece[:1] != b"H" else b"")
        for _ in range(90):
            turn.raw(piece)
            time.sleep(0.05)

    with playing(play) as server:
        started = time.monotonic()
        with pytest.raises(ReaderError):
            post(settings(server.address), b"{}", until=until(0.5))
    assert time.monotonic() - started < 2


def test_silence_ends_too() -> None:
    with playing(lambda _: time.sleep(1.5)) as server, pytest.raises(ReaderError, match="in time"):
        post(settings(server.address), b"{}", until=until(0.3))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(status: int) -> None:
    with playing(lambda turn: turn.send(b"{}")) as other:

        def play(turn: Turn) -> None:
            turn.send(b"", status=status, Location=f"{other.address}/v1/chat/completions")

        with playing(play) as server, pytest.raises(ReaderError, match="nothing is sent there"):
            post(settings(server.address, key="s3cret"), b"{}", until=until())
        assert other.turns == []


def test_a_compressed_answer_is_not_unpacked() -> None:
    with (
        playing(lambda turn: turn.send(b"\x1f\x8b", Content_Encoding="gzip")) as server,
        pytest.raises(ReaderError, match="compressed"),
    ):
        post(settings(server.address), b"{}", until=until())


def test_a_body_shorter_than_said_is_no_answer() -> None:
    def play(turn: Turn) -> None:
        turn.raw(b'HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"choices"')

    with playing(play) as server, pytest.raises(ReaderError, match="failed") as refused:
        post(settings(server.address), b"{}", until=until())
    assert refused.value.passing


@pytest.mark.parametrize(
    "data", [b"", b"\x00\xff" * 500, b"HTTP/9 what\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"a" * 70_000]
)
def test_what_is_no_http_is_no_answer(data: bytes) -> None:
    with playing(lambda turn: turn.raw(data)) as server, pytest.raises(ReaderError):
        post(settings(server.address), b"{}", until=until())


def test_nobody_there_is_said_so() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(ReaderError, match="failed") as refused:
        post(settings(f"http://127.0.0.1:{port}"), b"{}", until=until())
    assert refused.value.passing


def test_a_name_that_stands_for_a_far_address_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("198.51.100.7", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    monkeypatch.setattr(socket, "socket", lambda *_, **__: pytest.fail("a connection was opened"))
    with pytest.raises(BadInputError, match="no text leaves"):
        post(settings("http://near.example:8080"), b"{}", until=until())


def test_proxies_of_the_environment_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with playing(lambda turn: turn.send(b"{}")) as proxy, playing(lambda turn: turn.send(b"{}")) as server:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.address)
        post(settings(server.address), b"{}", until=until())
        assert (len(proxy.turns), len(server.turns)) == (0, 1)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for localhost that nobody has signed but itself, with its key in the same file."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    folder = tmp_path_factory.mktemp("certificate")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost", "-keyout", "key.pem", "-out", "only.pem"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    both = folder / "both.pem"
    both.write_bytes((folder / "key.pem").read_bytes() + (folder / "only.pem").read_bytes())
    return both


def test_a_certificate_that_nobody_vouches_for_is_refused_before_a_word_is_sent(certificate: Path) -> None:
    with playing(lambda turn: turn.send(b"{}"), certificate=certificate) as server:
        with pytest.raises(ReaderError, match="not trusted") as refused:
            post(settings(server.address, key="s3cret"), b"{}", until=until())
        assert server.turns == []
    assert refused.value.ends_all


def test_a_certificate_named_in_the_settings_is_trusted_for_its_own_name_only(certificate: Path) -> None:
    trust = str(certificate.with_name("only.pem"))
    with playing(lambda turn: turn.send(b"{}"), certificate=certificate) as server:
        assert post(settings(server.address, ca_file=trust), b"{}", until=until()).status == 200
        other = server.address.replace("localhost", "127.0.0.1")
        with pytest.raises(ReaderError, match="not trusted"):
            post(settings(other, ca_file=trust), b"{}", until=until())


def test_a_file_of_certificates_that_is_none_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="certificates"):
        post(settings("https://127.0.0.1:9", ca_file=str(tmp_path / "none.pem")), b"{}", until=until())


def test_neither_key_nor_text_is_logged_or_told(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)

    def play(turn: Turn) -> None:
        turn.send(b"denied: Bearer s3cret asked about Dana Mirell", status=500)

    with playing(play) as server:
        reader = server.reader(key="s3cret", retries=0)
        with pytest.raises(ReaderError) as refused:
            reader.ask("Dana Mirell was seen in Marj.", until=until())
    out, err = capfd.readouterr()
    for told in (caplog.text, out, err, str(refused.value), repr(refused.value.problem), repr(reader.settings)):
        assert "s3cret" not in told
        assert "Mirell" not in told

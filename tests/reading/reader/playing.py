"""A server on a free port of this machine that plays a language model: good, sloppy or hostile."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from homeward.reading.reader import OptionalReader, ReaderSettings

Play = Callable[["Turn"], None]


class Turn:
    """One question, and the means to answer it well or badly."""

    def __init__(self, handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        self.handler = handler
        self.body = body
        self.headers = handler.headers
        self.path = handler.path

    @property
    def text(self) -> str:
        """The stretch of the report that was sent, without the lines around it."""
        asked: str = self.body["messages"][-1]["content"]
        return asked.split("\n", 1)[1].rsplit("\n", 1)[0]

    def raw(self, data: bytes) -> None:
        self.handler.wfile.write(data)
        self.handler.wfile.flush()

    def send(self, data: bytes, *, status: int = 200, **headers: str) -> None:
        self.handler.send_response(status)
        for name, value in {"Content-Length": str(len(data)), **headers}.items():
            self.handler.send_header(name.replace("_", "-"), value)
        self.handler.end_headers()
        self.raw(data)

    def choice(self, content: Any, *, finish: str = "stop", **message: Any) -> None:
        said = {"role": "assistant", "content": content} | message
        self.send(json.dumps({"choices": [{"index": 0, "message": said, "finish_reason": finish}]}).encode())

    def answer(self, **lists: Any) -> None:
        """What a good server sends: the lists as JSON in the message."""
        self.choice(json.dumps(lists))


class Server:
    """The running server; `turns` are the questions that came."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.turns: list[Turn] = []

    def reader(self, **settings: Any) -> OptionalReader:
        """A reader of this server that waits for nothing long; `waited` holds the pauses it would have made."""
        known = {"model": "tarn-7b", "answer_s": 5.0, "pause_s": 0.5, "longest_pause_s": 8.0} | settings
        self.waited: list[float] = []
        return OptionalReader(ReaderSettings(f"{self.address}/v1", **known), sleep=self.waited.append)


@contextmanager
def playing(play: Play, *, certificate: Path | None = None) -> Iterator[Server]:
    """Serve until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            turn = Turn(self, body)
            server.turns.append(turn)
            with suppress(ConnectionError, ssl.SSLError, TimeoutError):  # the reader had enough
                play(turn)
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            pass  # a handshake that the reader broke off

    httpd = Quiet(("127.0.0.1", 0), Handler)
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        httpd.socket = context.wrap_socket(httpd.socket, server_side=True)
    scheme = "https" if certificate else "http"
    server = Server(
        f"{scheme}://localhost:{httpd.server_port}" if certificate else f"http://127.0.0.1:{httpd.server_port}"
    )
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        httpd.shutdown()
        httpd.server_close()
        thread.join(5)


def said(content: str | list[str], cue: str, source: str, **more: Any) -> dict[str, Any]:
    """A statement as a model returns it."""
    usual = {"speaker": None, "attribution": "named", "relays": [], "manner": "said", "date": None}
    return (
        {"content": [content] if isinstance(content, str) else content, "cue": cue, "source": source} | usual | more
    )

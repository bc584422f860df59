"""One question posted over HTTP, with every limit kept: time, size, redirects, certificates, addresses.

In: an address that was checked, a body, the moment until which an answer is waited for. Out: status and bytes.
Leaves to others: what is asked and what the answer means (`client`).

`http.client` of the standard library is used, as it does nothing by itself: it follows no redirect, asks no proxy of
the environment, unpacks no compressed answer. Nothing here writes to a log, and no message holds a word that was sent
or received: a server may send back what it was sent, the key too.
"""

from __future__ import annotations

import io
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from typing import TYPE_CHECKING, Any, cast

from homeward.errors import HomewardError
from homeward.reading.reader.settings import ReaderSettings

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_PIECE = 64 * 1024


class ReaderError(HomewardError):
    """The optional reader gave no answer that can be used. Reading by rules goes on without it.

    Attributes:
        passing: whether the same question may be answered if asked again.
        after_s: how long the server asked to wait before that, if it did.
        ends_all: whether no other question needs to be asked: the next one would fail alike.
    """

    def __init__(
        self,
        what: str,
        remedy: str,
        *,
        kind: str,
        passing: bool = False,
        after_s: float | None = None,
        ends_all: bool = False,
    ) -> None:
        super().__init__(what, remedy, kind=kind)
        self.passing = passing
        self.after_s = after_s
        self.ends_all = ends_all


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: the status and the body, whole."""

    status: int
    body: bytes
    after_s: float | None = None


Clock = Callable[[], float]


def post(settings: ReaderSettings, body: bytes, *, until: float, clock: Clock = time.monotonic) -> Reply:
    """Post JSON and read the answer, before the moment `until` of the clock.

    Raises:
        BadInputError: the host stands for an address that may not be sent to; nothing was sent.
        ReaderError: no answer, too slow, too large, a redirect, a certificate that is not trusted.
    """
    endpoint = settings.endpoint
    try:
        with _connected(settings, until, clock) as timed:
            connection = HTTPConnection(endpoint.host, endpoint.port)
            connection.auto_open = 0  # never a second connection to an address that was not checked
            connection.sock = cast(socket.socket, timed)
            headers = {
                "Content-Type": "application/json",
                "Accept": "application/json",
                "Accept-Encoding": "identity",
                "User-Agent": "homeward",
                "Connection": "close",
            }
            if settings.key:
                headers["Authorization"] = f"Bearer {settings.key}"
            connection.request("POST", endpoint.path, body, headers)
            response = connection.getresponse()
            return _read(response, settings, endpoint.origin)
    except TimeoutError:
        raise ReaderError(
            f"{endpoint.origin} did not answer in time",
            "See whether the server is busy, or give it a smaller model.",
            kind="reader-timeout",
            passing=True,
        ) from None
    except ssl.SSLCertVerificationError:
        raise ReaderError(
            f"the certificate of {endpoint.origin} is not trusted; nothing was sent",
            "If the server has a certificate of its own, name its file in HOMEWARD_READER_CA.",
            kind="reader-certificate",
            ends_all=True,
        ) from None
    except (OSError, HTTPException, ValueError) as error:
        raise ReaderError(
            f"the connection to {endpoint.origin} failed ({type(error).__name__})",
            "See whether the server runs and the address is right.",
            kind="reader-connection",
            passing=True,
        ) from None


def _read(response: Any, settings: ReaderSettings, origin: str) -> Reply:
    status = int(response.status)
    if 300 <= status < 400:
        raise ReaderError(
            f"{origin} sent us on to another place; nothing is sent there",
            "Give the address itself at which the server answers.",
            kind="reader-redirect",
            ends_all=True,
        )
    if (response.getheader("Content-Encoding") or "identity").strip().lower() != "identity":
        raise ReaderError(
            f"{origin} compressed its answer, though it was asked not to",
            "Switch compression off at the server.",
            kind="reader-compressed",
        )
    too_large = ReaderError(
        f"the answer of {origin} is larger than {settings.most_answer_bytes:,} bytes; it was not read",
        "Use a model that keeps to the form it is given.",
        kind="reader-too-large",
    )
    told = response.length
    if told is not None and told > settings.most_answer_bytes:
        raise too_large
    parts: list[bytes] = []
    size = 0
    while piece := response.read1(_PIECE):
        size += len(piece)
        if size > settings.most_answer_bytes:
            raise too_large
        parts.append(piece)
    if told is not None and size < told:
        raise HTTPException("cut off")
    return Reply(status, b"".join(parts), _seconds(response.getheader("Retry-After")))


def _seconds(text: str | None) -> float | None:
    text = (text or "").strip()
    return float(text) if text.isascii() and text.isdecimal() and len(text) < 7 else None


# --- the connection -----------------------------------------------------------------------------------------------


def _connected(settings: ReaderSettings, until: float, clock: Clock) -> _Timed:
    """A connection to an address that was looked at first: a name cannot come to mean another between."""
    endpoint = settings.endpoint
    found = socket.getaddrinfo(endpoint.host, endpoint.port, type=socket.SOCK_STREAM)
    settings.check([str(info[4][0]) for info in found])
    context = _trust(settings) if endpoint.scheme == "https" else None
    stop = min(until, clock() + settings.connect_s)
    failure: OSError = OSError("no address")
    for family, kind, protocol, _, address in found:
        plain = socket.socket(family, kind, protocol)
        try:
            plain.settimeout(_left(stop, clock))
            plain.connect(address)
            if context is not None:
                plain.settimeout(_left(stop, clock))
                return _Timed(context.wrap_socket(plain, server_hostname=endpoint.host), until, clock)
            return _Timed(plain, until, clock)
        except ssl.SSLCertVerificationError:
            plain.close()
            raise
        except OSError as error:
            plain.close()
            failure = error
    raise failure


def _trust(settings: ReaderSettings) -> ssl.SSLContext:
    """Certificates are always checked; there is no setting that ends that."""
    try:
        return ssl.create_default_context(cafile=settings.ca_file)
    except OSError:
        raise ReaderError(
            "the file of certificates of the optional reader cannot be read",
            "Set HOMEWARD_READER_CA to a file of certificates in PEM form, or leave it out.",
            kind="reader-ca",
            ends_all=True,
        ) from None


def _left(until: float, clock: Clock) -> float:
    left = until - clock()
    if left <= 0:
        raise TimeoutError
    return left


class _Timed:
    """A socket whose every act ends at one moment, however slowly the other side drips.

    The timeout of a plain socket begins anew with each byte. Only what `HTTPConnection` uses is here.
    """

    def __init__(self, plain: socket.socket, until: float, clock: Clock) -> None:
        self._plain = plain
        self._until = until
        self._clock = clock

    def __enter__(self) -> _Timed:
        return self

    def __exit__(self, *_: object) -> None:
        self._plain.close()

    def sendall(self, data: bytes) -> None:
        """Send everything, in pieces, so that the time is looked at between them."""
        view = memoryview(data)
        while view:
            self._plain.settimeout(_left(self._until, self._clock))
            view = view[self._plain.send(view[:_PIECE]) :]

    def makefile(self, mode: str) -> io.BufferedReader:
        """What `HTTPResponse` reads from."""
        return io.BufferedReader(_TimedReader(self._plain, self._until, self._clock))

    def close(self) -> None:
        """The block that opened it closes it, when the answer is read."""


class _TimedReader(io.RawIOBase):
    def __init__(self, plain: socket.socket, until: float, clock: Clock) -> None:
        self._plain = plain
        self._until = until
        self._clock = clock

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        self._plain.settimeout(_left(self._until, self._clock))
        return self._plain.recv_into(buffer)

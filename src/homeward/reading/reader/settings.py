"""What the optional reader is told: which address and model, what may leave this machine, and every limit.

In: plain values, from whoever reads the environment (server, command line). Out: `ReaderSettings`, checked.
Leaves to others: reading the environment, and opening a connection (`transport`).

There is no default address: without one there is no reader, and nothing is sent anywhere.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from homeward.errors import BadInputError

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_NEAR = tuple(
    ipaddress.ip_network(net)
    for net in ("127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
)
"""This machine and private networks. Link-local addresses are not among them: machines in a data centre are told
their passwords there."""


def is_near(address: str) -> bool:
    """Whether an address is this machine's own or one of a private network."""
    try:
        read: IPAddress = ipaddress.ip_address(address)
    except ValueError:
        return False
    mapped = getattr(read, "ipv4_mapped", None)
    read = mapped or read
    return any(read.version == net.version and read in net for net in _NEAR)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the questions are posted."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, for messages and the audit; never more."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """One optional reader.

    Attributes:
        address: the address up to its version, such as ``http://127.0.0.1:8080/v1``.
        model: the model's name as that server calls it; stands in the reason of every proposal.
        key: sent as a bearer token if set. Never shown.
        outside: lets text leave for an address that is neither this machine nor in a private network.
        ca_file: a file of certificates to trust instead of the system's, for a server with one of its own.
        connect_s: seconds until a connection stands.
        answer_s: seconds for one question, from the first byte sent to the last received.
        document_s: seconds for a whole document; what is not read by then stays unread, and the report says so.
        retries: how often a question is asked again after a fault that may pass.
        pause_s: seconds before the first of them; doubled each time, up to `longest_pause_s`.
        window_chars: characters of a document sent at a time; `overlap_chars` of them again with the next.
        longest_text: characters of a document above which nothing of it is sent.
        most_answer_bytes: an answer that is longer is not read to its end.
        most_items: proposals taken from one answer.
        answer_tokens: how long an answer the model is asked for at most.
    """

    address: str
    model: str
    key: str = field(default="", repr=False)
    outside: bool = False
    ca_file: str | None = None
    connect_s: float = 10.0
    answer_s: float = 180.0
    document_s: float = 900.0
    retries: int = 2
    pause_s: float = 1.0
    longest_pause_s: float = 30.0
    window_chars: int = 6_000
    overlap_chars: int = 900
    longest_text: int = 200_000
    most_answer_bytes: int = 1_000_000
    most_items: int = 300
    answer_tokens: int = 6_000

    def __post_init__(self) -> None:
        """Refuse what cannot be meant, before anything is sent.

        Raises:
            BadInputError: names the setting; never shows the key.
        """
        endpoint = self.endpoint
        if not self.model.strip() or len(self.model) > 200 or not self.model.isprintable():
            raise BadInputError(
                "the optional reader has no model, or one whose name cannot be sent",
                "Set HOMEWARD_READER_MODEL to the name by which the server calls it.",
                kind="reader-model",
            )
        if not all("!" <= letter <= "~" for letter in self.key):
            raise BadInputError(
                "the key of the optional reader holds a space, a line break or a letter that no key has",
                "Set HOMEWARD_READER_KEY to the key alone.",
                kind="reader-key",
            )
        literal = _literal(endpoint.host)
        if literal is not None and not is_near(str(literal)):
            self._require_outside(endpoint)

    @classmethod
    def read(cls, values: Mapping[str, str]) -> ReaderSettings | None:
        """From plain texts named ``address``, ``model``, ``key``, ``outside``, ``ca_file``; None without an address.

        Raises:
            BadInputError: a value that cannot be meant.
        """
        given = {name: value.strip() for name, value in values.items()}
        if not given.get("address"):
            return None
        outside = given.get("outside", "").lower()
        if outside not in ("", "no", "yes"):
            raise BadInputError(
                f'"{given["outside"]}" does not say whether text may leave for an address outside',
                "Set HOMEWARD_READER_OUTSIDE to yes, or leave it out.",
                kind="reader-outside",
            )
        return cls(
            given["address"],
            given.get("model", ""),
            key=given.get("key", ""),
            outside=outside == "yes",
            ca_file=given.get("ca_file") or None,
        )

    @property
    def endpoint(self) -> Endpoint:
        """The parts of the address.

        Raises:
            BadInputError: it is not an address of this kind.
        """
        try:
            parts = urlsplit(self.address)
            port = parts.port
            host = parts.hostname or ""
        except ValueError:
            parts, port, host = urlsplit(""), None, ""
        readable = self.address.isascii() and self.address.isprintable() and " " not in self.address
        if not readable or parts.scheme not in ("http", "https") or not host or parts.query or parts.fragment:
            raise self._bad_address()
        if parts.username is not None or parts.password is not None:
            raise self._bad_address()
        usual = 443 if parts.scheme == "https" else 80
        return Endpoint(parts.scheme, host, port or usual, parts.path.rstrip("/") + "/chat/completions")

    def check(self, addresses: list[str]) -> None:
        """Refuse unless every address that the host's name stands for may be sent to.

        Raises:
            BadInputError: one of them is outside and that is not allowed, or would be sent to without encryption.
        """
        endpoint = self.endpoint
        if all(is_near(address) for address in addresses):
            return
        self._require_outside(endpoint)
        if endpoint.scheme != "https":
            raise BadInputError(
                f"{endpoint.origin} is not near, and text would travel to it in clear",
                "Use an address that begins with https.",
                kind="reader-in-clear",
            )

    def _require_outside(self, endpoint: Endpoint) -> None:
        if not self.outside:
            raise BadInputError(
                f"{endpoint.origin} is neither this machine nor in a private network; no text leaves for it",
                "Use a server of your own; or, if the text of your reports may leave for that address, set "
                "HOMEWARD_READER_OUTSIDE=yes.",
                kind="reader-outside",
            )

    def _bad_address(self) -> BadInputError:
        # The address is not shown: somebody may have put a password into it.
        return BadInputError(
            "the address of the optional reader is not an address that can be posted to",
            "Write it as http://127.0.0.1:8080/v1, without user, password, question mark or hash.",
            kind="reader-address",
        )


def _literal(host: str) -> IPAddress | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None

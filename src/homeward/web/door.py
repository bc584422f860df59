"""The door of a desk on one machine: a one-time key, printed where the desk was started, is exchanged for a seat.

In: the key as typed. Out: a seat, which a session then names. Seats live in memory only: when the process ends, every
session opened by a key is worth nothing. Leaves to others: printing, the form, and the session (`signing_in`).
"""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

_FREE_TRIES = 5
_LONGEST_WAIT_SECONDS = 900.0


@dataclass
class Door:
    """One key at a time, for one user; slow to whoever guesses.

    Attributes:
        announce: told each new key; it prints it where only who started the desk can read.
        clock: seconds, for tests.
    """

    user_name: str
    announce: Callable[[str], None]
    clock: Callable[[], float] = time.monotonic
    _key: str = ""
    _seats: set[str] = field(default_factory=set)
    _wrong: int = 0
    _closed_until: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._renew()

    def wait_seconds(self) -> float:
        """How long the door stays closed after wrong tries; 0 when it may be tried."""
        return max(0.0, self._closed_until - self.clock())

    def exchange(self, typed: str) -> str | None:
        """A new seat for the right key, which is then used up; None for a wrong one or while the door is closed.

        After five wrong keys each further one closes the door, twice as long each time, up to a quarter of an hour.
        """
        with self._lock:
            if self.wait_seconds():
                return None
            if not hmac.compare_digest(typed.strip().encode(errors="replace"), self._key.encode()):
                self._wrong += 1
                if self._wrong >= _FREE_TRIES:
                    # capped before it is computed: 2 to the number of an attacker's tries is no float
                    wait = 2.0 ** min(self._wrong - _FREE_TRIES, 10)
                    self._closed_until = self.clock() + min(wait, _LONGEST_WAIT_SECONDS)
                return None
            self._wrong = 0
            seat = secrets.token_urlsafe(24)
            self._seats.add(seat)
        self._renew()
        return seat

    def holds(self, seat: str) -> bool:
        """Whether somebody sits there."""
        return seat in self._seats

    def leave(self, seat: str) -> None:
        """Give the seat up."""
        self._seats.discard(seat)

    def _renew(self) -> None:
        self._key = secrets.token_urlsafe(18)
        self.announce(self._key)


_door: Door | None = None


def open_door(door: Door | None) -> None:
    """Make this the process's door; None closes it."""
    global _door
    _door = door


def the_door() -> Door | None:
    """The door, if the desk was started."""
    return _door

"""The door of the desk: a one-time key, printed where the desk was started, is exchanged for a signed cookie.

In: the key as typed. Out: a cookie that names a user and a seat; from a request, the user who sits there. Seats live
in memory only: when the process ends, every cookie is worth nothing. Leaves to others: printing and the form.
"""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.core import signing
from django.http import HttpRequest, HttpResponse

from homeward.casework.models import User

COOKIE = "homeward"
_SALT = "homeward.web.door"
_HOURS = 12
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


def seat_in(response: HttpResponse, seat: str, *, user: User, secure: bool) -> None:
    """Put the signed cookie on the answer: out of reach of scripts, and never sent along from another site."""
    value = signing.dumps({"user": user.pk, "seat": seat}, salt=_SALT)
    response.set_cookie(COOKIE, value, max_age=_HOURS * 3600, httponly=True, samesite="Strict", secure=secure)


def seat_of(request: HttpRequest) -> str | None:
    """The seat that the request's cookie names, if the signature holds and somebody sits there."""
    told = _read(request)
    return told[1] if told else None


def user_of(request: HttpRequest) -> User | None:
    """The user who sits at the request's seat; None for anybody else."""
    told = _read(request)
    return User.objects.filter(pk=told[0], is_active=True).first() if told else None


def _read(request: HttpRequest) -> tuple[int, str] | None:
    if _door is None:
        return None
    try:
        told = signing.loads(request.COOKIES.get(COOKIE, ""), salt=_SALT, max_age=_HOURS * 3600)
    except signing.BadSignature:
        return None
    seat = told["seat"]
    return (told["user"], seat) if _door.holds(seat) else None

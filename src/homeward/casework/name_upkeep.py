"""Whether somebody puts the indexes of names in order while others search, and how they are told.

In: a search that found an index missing. Out: one index built at a time for the whole case file.
Leaves to others: which indexes there are (`list_index`, `people_names`), building them (`put_in_order`), starting the
process (`web.at_hand`).

A process that serves the desk hires a builder: its searches never wait for an index, and say what was not searched.
A process without one, such as a command, builds what it needs itself; so does one whose builder could do nothing.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows: two may then build the same, each whole or not at all
    fcntl = None  # type: ignore[assignment]

_PAUSE_SECONDS = 1.0  # between two rounds of a builder, so that what comes in bits is built once


class _Upkeep(threading.Thread):
    """Waits until somebody asks, has everything put in order, and waits again."""

    def __init__(self, build: Callable[[], bool]) -> None:
        super().__init__(name="name upkeep", daemon=True)
        self.build = build
        self.asked = threading.Event()
        self.able = True

    def run(self) -> None:
        while self.able:
            self.asked.wait()
            self.asked.clear()
            self.able = self.build()
            threading.Event().wait(_PAUSE_SECONDS)


_upkeep: _Upkeep | None = None
_only_opened = False
_asked_early = False  # before there was anybody to ask


def hire(build: Callable[[], bool]) -> None:
    """From now on, what is missing is built by this, in a thread of its own; it says whether it was able to."""
    global _upkeep
    _upkeep = _Upkeep(build)
    if _asked_early:
        _upkeep.asked.set()
    _upkeep.start()


def dismiss() -> None:
    """From now on, who needs an index builds it."""
    global _upkeep
    if _upkeep is not None:
        _upkeep.able = False
    _upkeep = None


def is_at_work() -> bool:
    """Whether what is missing is built by somebody else."""
    return _only_opened or (_upkeep is not None and _upkeep.able)


@contextlib.contextmanager
def only_opened() -> Iterator[None]:
    """Within it what is missing is not built: for a server that starts, before it has other threads."""
    global _only_opened
    _only_opened = True
    try:
        yield
    finally:
        _only_opened = False


def ask() -> None:
    """Have what is missing built; returns at once."""
    global _asked_early
    if _upkeep is not None:
        _upkeep.asked.set()
    else:
        _asked_early = True


@contextlib.contextmanager
def turn_to_build(folder: Path) -> Iterator[None]:
    """Wait until nobody else builds an index of this case file, or removes one.

    Whoever reads names to index them reads within their turn, and so does a purge remove: then no index that was read
    before the purge is saved after it. A turn is for one index. Whoever has it may not ask for another.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)  # as private as the case file: every name is in it
    lock = os.open(folder / ".building", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if fcntl is not None:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)

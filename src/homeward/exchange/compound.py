"""The streams inside an old Office file (a "compound file"), as far as judging and measuring an XLS needs them.

In: the file's bytes. Out: names of its streams and the bytes of one. Every chain of sectors is bounded by the file's
length, so a file whose chains run in circles ends in an error.
Leaves to others: what a stream means (`guard`, `legacy`).
Format: Microsoft, [MS-CFB], Compound File Binary File Format.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

_FREE = 0xFFFFFFFA  # numbers from here on mark ends and free sectors
_ROOT, _STREAM = 5, 2


class DamagedCompoundError(ValueError):
    """The file contradicts itself or is cut short."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    start: int
    size: int


class CompoundFile:
    """A compound file, opened for reading streams by name."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        if len(data) < 512:
            raise DamagedCompoundError("shorter than its header")
        self._sector = 1 << min(struct.unpack_from("<H", data, 30)[0], 16)
        self._small_sector = 1 << min(struct.unpack_from("<H", data, 32)[0], 12)
        if self._sector < 512:
            raise DamagedCompoundError("sectors too small")
        self._most = len(data) // self._sector + 1
        directory, self._cutoff, small_start = (
            struct.unpack_from("<I", data, 48)[0],
            struct.unpack_from("<I", data, 56)[0],
            struct.unpack_from("<I", data, 60)[0],
        )
        self._next = self._read_table(self._table_sectors())
        self._entries = self._read_directory(self._chain(directory))
        self._small_next = self._read_table(self._sectors_of(small_start)) if small_start < _FREE else ()
        root = next((e for e in self._entries if e.kind == _ROOT), None)
        self._small = self._chain(root.start)[: root.size] if root is not None and root.start < _FREE else b""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the streams, of every storage."""
        return tuple(e.name for e in self._entries if e.kind == _STREAM)

    def stream(self, name: str) -> bytes | None:
        """The bytes of a stream, found whatever the case of its name; None if there is none."""
        entry = next((e for e in self._entries if e.kind == _STREAM and e.name.casefold() == name.casefold()), None)
        if entry is None:
            return None
        if entry.size >= self._cutoff:
            return self._chain(entry.start)[: entry.size]
        pieces: list[bytes] = []
        sector, size = entry.start, self._small_sector
        while sector < _FREE and len(pieces) * size < entry.size:
            if sector >= len(self._small_next):
                raise DamagedCompoundError("a small sector that is not there")
            pieces.append(self._small[sector * size : (sector + 1) * size])
            sector = self._small_next[sector]
        return b"".join(pieces)[: entry.size]

    def _at(self, sector: int) -> bytes:
        start = (sector + 1) * self._sector
        if sector >= _FREE or start >= len(self._data):
            raise DamagedCompoundError("a sector beyond the end of the file")
        return self._data[start : start + self._sector]

    def _table_sectors(self) -> list[int]:
        listed = list(struct.unpack_from("<109I", self._data, 76))
        further, count = struct.unpack_from("<II", self._data, 68)
        per_sector = self._sector // 4
        for _ in range(min(count, self._most)):
            if further >= _FREE:
                break
            numbers = struct.unpack(f"<{per_sector}I", self._at(further).ljust(self._sector, b"\xff"))
            listed += numbers[:-1]
            further = numbers[-1]
        return [s for s in listed if s < _FREE][: self._most]

    def _read_table(self, sectors: list[int]) -> tuple[int, ...]:
        raw = b"".join(self._at(s) for s in sectors)
        return struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])

    def _sectors_of(self, start: int) -> list[int]:
        sectors: list[int] = []
        while start < _FREE:
            if start >= len(self._next) or len(sectors) > self._most:
                raise DamagedCompoundError("a chain of sectors without an end")
            sectors.append(start)
            start = self._next[start]
        return sectors

    def _chain(self, start: int) -> bytes:
        return b"".join(self._at(s) for s in self._sectors_of(start))

    @staticmethod
    def _read_directory(raw: bytes) -> list[_Entry]:
        entries = []
        for place in range(0, len(raw) - 127, 128):
            length = min(struct.unpack_from("<H", raw, place + 64)[0], 64)
            name = raw[place : place + max(length - 2, 0)].decode("utf-16-le", "replace")
            kind = raw[place + 66]
            start, size = struct.unpack_from("<II", raw, place + 116)
            if kind:
                entries.append(_Entry(name, kind, start, size))
        return entries

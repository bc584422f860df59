"""The saved name index of each list, in the folder beside the case file.

In: a list that has arrived. Out: a `ListIndex`, searched like a `names.Index`; keys are ids of list items, as text.
Leaves to others: what a name is (`homeward.names`), who may search which list (`find`, `actions.match`).

An index is worked out from rows that never change, but for those that a purge empties (`forget_index`). It may be
thrown away at any time, and is made again when it is missing, damaged, of an older version of Homeward or of
another case file that stood at the same path. Where a builder is hired (`name_upkeep`), a search of many lists
leaves out those whose index is missing, and has them built.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import shutil
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

import homeward
from homeward.casework import name_upkeep
from homeward.casework.models import List, ListItem
from homeward.names import Candidate, Index, search_all
from homeward.records import NameKind

ENGINE = f"homeward.names {homeward.__version__}"
"""What stands as `ItemLink.engine`."""

WHOLE_NAMES = frozenset({NameKind.FULL, NameKind.ALIAS, NameKind.TRANSLITERATION})
"""The kinds of written name that may stand for a whole person. A father's name alone finds half a register."""

SHARD_NAMES = 10_000
"""Names of one `names.Index`. Building takes about 7 kB a name, so a long list is built in several, one at a time."""

_STAMP, _PARTS = "list.json", "parts.json"
_OPEN_AT_MOST = 400  # a list's index takes little memory until it is searched


@dataclass(frozen=True, slots=True)
class ListIndex:
    """The names of one list, in one or several indexes."""

    shards: tuple[Index, ...]

    def search(self, text: str, *, k: int = 20) -> list[Candidate]:
        """The `k` rows most likely to be the person with this name, best first."""
        return search_all(self.shards, text, k=k)

    def search_many(self, texts: Sequence[str], *, k: int = 20) -> list[list[Candidate]]:
        """`search` for each of several names, in order."""
        return [self.search(text, k=k) for text in texts]


_opened: OrderedDict[str, ListIndex] = OrderedDict()
_of_arrived: OrderedDict[tuple[Any, ...], ListIndex] = OrderedDict()
_lock = threading.Lock()


def index_of(stored: List, *, progress: Callable[[int, int], None] | None = None) -> ListIndex:
    """The index of a list; built and saved first where there is none that fits."""
    stamp = _stamp_of(stored)
    return _saved(stored, stamp) or _kept(stored, stamp, _build(stored, _folder_of(stored), stamp, progress))


@dataclass(frozen=True, slots=True)
class Searchable:
    """Lists that can be searched now: their indexes, and those left out since theirs is not built yet."""

    indexes: tuple[ListIndex, ...]
    left_out: tuple[List, ...] = ()


def indexes_of(lists: Sequence[List]) -> Searchable:
    """The indexes of several lists that have arrived; for those that are open already, without a query."""
    indexes, left_out = [], []
    for stored in lists:
        # Nothing is added to a list that has arrived, and no other arrived with the same bytes in the same moment;
        # only a purge blanks rows.
        key = (str(names_folder()), stored.pk, stored.capture.content_id, stored.arrived_at, stored.blanked)
        with _lock:
            index = _of_arrived.get(key)
        if index is None:
            index = _saved(stored, _stamp_of(stored)) if name_upkeep.is_at_work() else index_of(stored)
            if index is None:
                left_out.append(stored)
                continue
            with _lock:
                _of_arrived[key] = index
                while len(_of_arrived) > _OPEN_AT_MOST:
                    _of_arrived.popitem(last=False)
        indexes.append(index)
    if left_out:
        name_upkeep.ask()
    return Searchable(tuple(indexes), tuple(left_out))


def make_index(stored: List, *, progress: Callable[[int, int], None] | None = None) -> None:
    """Save the index of a list that has just arrived, so that the first search need not wait; it is not opened."""
    if name_upkeep.is_at_work():
        name_upkeep.ask()
        return
    with contextlib.suppress(OSError):  # whoever searches will make it in memory
        put_in_order(stored, progress=progress)


def put_in_order(stored: List, *, progress: Callable[[int, int], None] | None = None) -> None:
    """Save the index of a list unless it is there.

    Raises:
        OSError: the disk is full, or cannot be written.
    """
    with name_upkeep.turn_to_build(names_folder()):
        stored.refresh_from_db(fields=["blanked"])  # whoever had the turn before may have purged somebody
        stamp = _stamp_of(stored)
        if _open(_folder_of(stored), stamp) is None:
            _save(stored, _folder_of(stored), stamp, progress)


def forget() -> None:
    """Open everything anew from now on, as another process would."""
    with _lock:
        _opened.clear()
        _of_arrived.clear()


def forget_index(list_id: int) -> None:
    """Remove the saved index of a list of which rows were emptied; whoever searches next makes it anew.

    Waits for whoever builds an index just now: what they have read may still hold what was emptied.
    """
    with name_upkeep.turn_to_build(names_folder()):
        # Also what somebody left behind who was stopped while building.
        for folder in (names_folder() / f"list-{list_id}", *names_folder().glob(f"list-{list_id}.*")):
            if folder.exists():
                shutil.rmtree(folder)
    forget()


def names_folder() -> Path:
    """Where the indexes of this case file are kept: beside it, or for one in PostgreSQL in the desk's folder.

    For a case file held in memory it is a folder that goes with the process.
    """
    name = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite":
        return Path(settings.DESK_FOLDER) / f"{name}.names"
    if ":memory:" in name or "mode=memory" in name:
        return _folder_of_this_process()
    return Path(f"{name}.names")


def _folder_of(stored: List) -> Path:
    return names_folder() / f"list-{stored.pk}"


def _saved(stored: List, stamp: dict[str, Any]) -> ListIndex | None:
    """The index that is open already, or was saved."""
    with _lock:
        if (found := _opened.get(_told(stored, stamp))) is not None:
            _opened.move_to_end(_told(stored, stamp))
            return found
    index = _open(_folder_of(stored), stamp)
    return _kept(stored, stamp, index) if index is not None else None


def _kept(stored: List, stamp: dict[str, Any], index: ListIndex) -> ListIndex:
    with _lock:
        _opened[_told(stored, stamp)] = index
        while len(_opened) > _OPEN_AT_MOST:
            _opened.popitem(last=False)
    return index


def _told(stored: List, stamp: dict[str, Any]) -> str:
    return json.dumps([str(_folder_of(stored)), stamp], sort_keys=True)


def _open(folder: Path, stamp: dict[str, Any]) -> ListIndex | None:
    try:
        if not _fits(folder, stamp):
            return None
        parts = json.loads((folder / _PARTS).read_text(encoding="utf-8"))
        return ListIndex(tuple(Index.open(folder / part) for part in parts))
    except Exception:  # whatever is wrong with a saved index, the rows are there to make it anew
        return None


def _fits(folder: Path, stamp: dict[str, Any]) -> bool:
    try:
        return bool(json.loads((folder / _STAMP).read_text(encoding="utf-8")) == stamp)
    except (OSError, ValueError):
        return False


def _build(
    stored: List, folder: Path, stamp: dict[str, Any], progress: Callable[[int, int], None] | None
) -> ListIndex:
    try:
        with name_upkeep.turn_to_build(names_folder()):
            _save(stored, folder, stamp, progress)
    except OSError:
        # A case file on a full disk, or on a medium that cannot be written, is searched all the same; more slowly.
        return ListIndex(tuple(_shards(stored, None)))
    return _open(folder, stamp) or ListIndex(tuple(_shards(stored, None)))


def _save(stored: List, folder: Path, stamp: dict[str, Any], progress: Callable[[int, int], None] | None) -> None:
    """Build part by part, each written before the next is begun; the folder takes its name when it is whole."""
    made = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", dir=folder.parent))
    try:
        fresh = made / "index"
        fresh.mkdir()
        parts = []
        for number, shard in enumerate(_shards(stored, progress)):
            parts.append(f"part-{number:04}")
            shard.save(fresh / parts[-1])
        (fresh / _PARTS).write_text(json.dumps(parts), encoding="utf-8")
        (fresh / _STAMP).write_text(json.dumps(stamp), encoding="utf-8")
        if folder.exists():
            folder.rename(made / "before")
        fresh.rename(folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _shards(stored: List, progress: Callable[[int, int], None] | None) -> Iterator[Index]:
    names = _names_of(stored)
    rows = ListItem.objects.filter(list=stored).count() if progress else 0
    done = 0
    while some := list(islice(names, SHARD_NAMES)):
        yield Index.build(some, progress=_counted(progress, done, rows))
        done += len(some)


def _names_of(stored: List) -> Iterator[tuple[str, str]]:
    rows = ListItem.objects.filter(list=stored, record__isnull=False).order_by("ordinal")
    for pk, record in rows.values_list("pk", "record").iterator(chunk_size=2000):
        names = (record or {})["names"]
        texts = [name["text"] for name in names if name.get("kind", NameKind.FULL) in WHOLE_NAMES]
        for text in dict.fromkeys(texts or [names[0]["text"]]):
            yield str(pk), text


def _stamp_of(stored: List) -> dict[str, Any]:
    first_and_last = ListItem.objects.filter(list=stored).order_by("ordinal").values_list("pk", flat=True)
    first, last = first_and_last.first(), first_and_last.last()
    return {
        "engine": ENGINE,
        "sha256": stored.capture.content_id,
        "first": first,
        "last": last,
        "rows": ListItem.objects.filter(list=stored).count(),
        "blanked": stored.blanked,
        "shard": SHARD_NAMES,
        "meanings": [table["meanings"] for table in stored.tables],
    }


def _counted(progress: Callable[[int, int], None] | None, before: int, rows: int) -> Any:
    """Progress in rows over all shards; a row with two names counts once, the list's length is never passed."""
    if progress is None:
        return None
    return lambda done, _total: progress(min(before + done, rows), rows)


@cache
def _folder_of_this_process() -> Path:
    made = Path(tempfile.mkdtemp(prefix="homeward-names-"))
    owner = os.getpid()

    def remove() -> None:
        if os.getpid() == owner:  # not when a child that was forked ends
            shutil.rmtree(made, ignore_errors=True)

    atexit.register(remove)
    return made

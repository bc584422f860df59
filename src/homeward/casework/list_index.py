"""The saved name index of each list, in the folder beside the case file.

In: a list that has arrived. Out: an opened `names.Index` whose keys are ids of list items, as text.
Leaves to others: what a name is (`homeward.names`), who may search which list (`find`, `actions.match`).

An index is worked out from rows that never change. It may be thrown away at any time, and is made again when it is
missing, damaged, of an older version of Homeward or of another case file that stood at the same path.
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
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection

import homeward
from homeward.casework.models import List, ListItem
from homeward.names import Index
from homeward.records import NameKind

ENGINE = f"homeward.names {homeward.__version__}"
"""What stands as `ItemLink.engine`."""

WHOLE_NAMES = frozenset({NameKind.FULL, NameKind.ALIAS, NameKind.TRANSLITERATION})
"""The kinds of written name that may stand for a whole person. A father's name alone finds half a register."""

_STAMP = "list.json"
_OPEN_AT_MOST = 32

_opened: OrderedDict[str, Index] = OrderedDict()
_lock = threading.Lock()


def index_of(stored: List, *, progress: Callable[[int, int], None] | None = None) -> Index:
    """The index of a list; built and saved first where there is none that fits."""
    stamp = _stamp_of(stored)
    folder = names_folder() / f"list-{stored.pk}"
    cached = json.dumps([str(folder), stamp], sort_keys=True)
    with _lock:
        if (found := _opened.get(cached)) is not None:
            _opened.move_to_end(cached)
            return found
    index = _open(folder, stamp) or _build(stored, folder, stamp, progress)
    with _lock:
        _opened[cached] = index
        while len(_opened) > _OPEN_AT_MOST:
            _opened.popitem(last=False)
    return index


def names_folder() -> Path:
    """Where the indexes of this case file are kept; a folder that goes with the process for one held in memory."""
    name = str(connection.settings_dict["NAME"])
    if ":memory:" in name or "mode=memory" in name:
        return _folder_of_this_process()
    return Path(f"{name}.names")


def _open(folder: Path, stamp: dict[str, Any]) -> Index | None:
    try:
        if json.loads((folder / _STAMP).read_text(encoding="utf-8")) != stamp:
            return None
        return Index.open(folder)
    except Exception:  # whatever is wrong with a saved index, the rows are there to make it anew
        return None


def _build(stored: List, folder: Path, stamp: dict[str, Any], progress: Callable[[int, int], None] | None) -> Index:
    index = Index.build(_names_of(stored), progress=_counted(progress, stamp["rows"]))
    # A case file on a medium that cannot be written is searched all the same, only more slowly.
    with contextlib.suppress(OSError):
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.parent.chmod(0o700)  # as private as the case file: every name of every list is in it
        made = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", dir=folder.parent))
        try:
            index.save(made / "index")
            (made / "index" / _STAMP).write_text(json.dumps(stamp), encoding="utf-8")
            if folder.exists():
                folder.rename(made / "before")
            (made / "index").rename(folder)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    return _open(folder, stamp) or index


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
        "meanings": [table["meanings"] for table in stored.tables],
    }


def _counted(progress: Callable[[int, int], None] | None, rows: int) -> Any:
    """Progress in rows, whatever the index counts in."""
    if progress is None:
        return None

    def report(done: int, total: int | None = None) -> None:
        progress(min(done if not total else done * rows // max(total, 1), rows), rows)

    return report


@cache
def _folder_of_this_process() -> Path:
    made = Path(tempfile.mkdtemp(prefix="homeward-names-"))
    owner = os.getpid()

    def remove() -> None:
        if os.getpid() == owner:  # not when a child that was forked ends
            shutil.rmtree(made, ignore_errors=True)

    atexit.register(remove)
    return made

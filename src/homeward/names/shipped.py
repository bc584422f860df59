"""The files of weights and tables that come with the package, in ``resources``.

In: a file's name. Out: its bytes or its text. Leaves to others: what stands in it.
"""

from __future__ import annotations

import os
from typing import Any

_LOADER: Any = __loader__  # type: ignore[name-defined]
_FOLDER = os.path.join(os.path.dirname(__file__), "resources")  # noqa: PTH118, PTH120


def shipped(name: str) -> bytes:
    """The bytes of a file, from a folder or an archive, wherever the package was loaded from.

    Not by way of `importlib.resources`: it loads a dozen modules for archives and temporary files, and these took a
    tenth of the time that importing the name engine took.
    """
    found: bytes = _LOADER.get_data(os.path.join(_FOLDER, name))  # noqa: PTH118
    return found


def shipped_text(name: str) -> str:
    """The text of a file."""
    return shipped(name).decode("utf-8")

"""The invented sample case: its people, its files, what its caseworker does, and who in the lists is whom.

In: nothing. Out: plain values and the files' bytes; all of it is invented (`files/README.md`).
Leaves to others: carrying the acts out. The files are made by `sample/build.py` of the repository.
"""

from __future__ import annotations

import json
from importlib.resources import files

from homeward.sample import acts
from homeward.sample.acts import Act
from homeward.sample.key import Key, Namesake
from homeward.sample.people import GROUP_TERMS, SOUGHT, SoughtPerson
from homeward.sample.plan import CASEWORKER, CASEWORKER_LOGIN, SAMPLE_TODAY, plan

__all__ = [
    "CASEWORKER",
    "CASEWORKER_LOGIN",
    "GROUP_TERMS",
    "SAMPLE_TODAY",
    "SOUGHT",
    "Act",
    "Key",
    "Namesake",
    "SoughtPerson",
    "acts",
    "file_bytes",
    "file_names",
    "sample_key",
    "sample_plan",
]


def file_names() -> tuple[str, ...]:
    """The names of the sample's lists and reports."""
    folder = files(__name__).joinpath("files")
    return tuple(sorted(f.name for f in folder.iterdir() if f.name != "README.md"))


def file_bytes(name: str) -> bytes:
    """The bytes of one of them."""
    return files(__name__).joinpath("files", name).read_bytes()


def sample_key() -> Key:
    """Who in the lists is whom."""
    return Key.read(json.loads(files(__name__).joinpath("truth.json").read_text(encoding="utf-8")))


def sample_plan() -> tuple[Act, ...]:
    """What M. Arden does with the sample, in order."""
    return plan(sample_key())

"""Writes the invented sample case into the package: five lists, seven reports, the answer key.

In: nothing (a fixed seed per list). Out: src/homeward/sample/files/ and truth.json; the same bytes every time.
Run `python sample/build.py` after changing anything here, and commit what it wrote; a test fails on a stale build.
Leaves to others: what a caseworker does with the files (`homeward.sample.plan`).
"""

from __future__ import annotations

import json
from pathlib import Path

from lists import lists
from reports import reports

TARGET = Path(__file__).resolve().parents[1] / "src" / "homeward" / "sample"


def build() -> dict[str, bytes]:
    """Every built file by its path below the package's folder."""
    tables, key = lists()
    built = {f"files/{name}": data for name, data in {**tables, **reports()}.items()}
    truth = {"lists": {name: key[name] for name in sorted(key)}}
    built["truth.json"] = (json.dumps(truth, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
    return dict(sorted(built.items()))


if __name__ == "__main__":
    (TARGET / "files").mkdir(parents=True, exist_ok=True)
    for path, data in build().items():
        (TARGET / path).write_bytes(data)
        print(f"{len(data):>9,}  {path}")

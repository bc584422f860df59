"""Which name parts are attested: a small filter made from the training data, from which no list can be read back.

    python -m training.names.vocabulary --data DATA [--out src/homeward/names/resources]

In: DATA/names/tokens-train, full-train, ar2en-train. Out: attested.npy. Leaves to others: using it
(`homeward.names.signs`).
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import numpy as np

from homeward.names.normalize import fold
from homeward.names.signs import places_of
from training.names.data import read_rows

BITS = 1 << 22


def words_of(data: Path) -> set[str]:
    """All parts of the -train files, folded."""
    words: set[str] = set()
    for name in ("tokens-train", "ar2en-train", "full-train"):
        for _, latin, native in read_rows(data / f"{name}.tsv.gz"):
            words.update(fold(part) for text in (latin, native) for part in text.replace("-", " ").split())
    return {word for word in words if len(word) > 1}


def main() -> None:
    """Make and save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("HOMEWARD_DATA", "../shared/data")))
    parser.add_argument("--out", type=Path, default=Path("src/homeward/names/resources"))
    options = parser.parse_args()
    bits = np.zeros(BITS // 8, np.uint8)
    words = words_of(options.data / "names")
    for word in words:
        for place in places_of(word, BITS):
            bits[place >> 3] |= 1 << (place & 7)
    np.save(options.out / "attested.npy", bits)
    print(f"{len(words)} parts, {np.unpackbits(bits).mean():.2f} of the bits set")


if __name__ == "__main__":
    main()

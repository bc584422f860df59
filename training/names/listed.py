"""The tables of names as the package looks them up: folded, each form with the places where it stands.

    python -m training.names.listed [--out src/homeward/names/resources]

In: given.tsv, family.tsv, pet.tsv of the package. Out: listed.npz. Leaves to others: what a line says
(`homeward.names.tables`). To be run again after each change of a table; a test says so where it was forgotten.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from homeward.names.tables import compile_tables


def main() -> None:
    """Make and save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("src/homeward/names/resources"))
    options = parser.parse_args()
    arrays = compile_tables()
    np.savez_compressed(options.out / "listed.npz", **arrays)
    print(f"{len(arrays['kinds'])} lines of names, {len(arrays['numbers'])} forms")


if __name__ == "__main__":
    main()

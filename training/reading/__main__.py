"""All steps, from the public data and our own texts to the tagger's weights and its model card in the package.

    python -m training.reading --data DATA

In: DATA/reading. Out: tagger-en.npz, telling.npz, relaying.npz, entities-ru.npz, entities-he.npz and their card in
src/homeward/reading/resources. Leaves to others: each step.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path


def main() -> None:
    """Run the steps one after the other, each in a process of its own; the first that fails ends it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("HOMEWARD_DATA", "../shared/data")))
    options = parser.parse_args()
    for module, *arguments in (
        ("training.reading.train",),
        ("training.reading.telling",),
        ("training.reading.relaying",),
        ("training.reading.entities", "--language", "ru"),
        ("training.reading.entities", "--language", "he"),
        ("training.reading.card",),
    ):
        print("==", module, *arguments, flush=True)
        command = [sys.executable, "-m", module, "--data", str(options.data), *arguments]
        if subprocess.run(command, check=False).returncode:
            sys.exit(f"{module} failed; what the steps before it wrote is kept")


if __name__ == "__main__":
    main()

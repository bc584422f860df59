"""All steps, from the public data and our own texts to the tagger's weights and its model card in the package.

    python -m training.reading --data DATA

In: DATA/reading. Out: src/homeward/reading/resources/tagger-en.npz and its card. Leaves to others: each step.
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
    for module in ("training.reading.train", "training.reading.card"):
        print(f"== {module}", flush=True)
        if subprocess.run([sys.executable, "-m", module, "--data", str(options.data)], check=False).returncode:
            sys.exit(f"{module} failed; what the steps before it wrote is kept")


if __name__ == "__main__":
    main()

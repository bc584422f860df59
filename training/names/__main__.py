"""All steps, from the public data to the weights and the model card in the package.

    python -m training.names --data DATA [--steps 10000] [--seed 7]

In: DATA/names. Out: everything in src/homeward/names/resources that is learnt. Leaves to others: each step.
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
    parser.add_argument("--out", type=Path, default=Path("src/homeward/names/resources"))
    parser.add_argument("--steps", type=int, default=10000)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    data, out, seed = str(options.data), str(options.out), str(options.seed)
    steps = [
        ["training.names.train", "--steps", str(options.steps)],
        ["training.names.vocabulary"],
        ["training.names.weigh"],
        ["training.names.pairings"],
        ["training.names.combine"],
        ["training.names.card"],
    ]
    for module, *arguments in steps:
        print(f"== {module}", flush=True)
        seeded = [] if module.endswith(("vocabulary", "pairings", "card")) else ["--seed", seed]
        command = [sys.executable, "-m", module, "--data", data, "--out", out, *seeded, *arguments]
        if subprocess.run(command, check=False).returncode:
            sys.exit(f"{module} failed; what the steps before it wrote is kept")


if __name__ == "__main__":
    main()

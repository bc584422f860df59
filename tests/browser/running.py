"""The desk in a process of its own, as `homeward serve` starts it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


class RunningDesk:
    """The process and what it printed: its address and its newest key; ``desk.db`` in a folder is its case file."""

    def __init__(self, folder: Path, *command: str) -> None:
        self.file = folder / "desk.db"
        self.process = subprocess.Popen(
            [sys.executable, *(command or ("-m", "tests.browser.desk_process"))],
            cwd=ROOT,
            env={**os.environ, "HOMEWARD_FILE": str(self.file)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.address = self.read_until(r"open at (\S+)")
        self.key = self.read_until(r"works once\): (\S+)")

    def read_until(self, pattern: str) -> str:
        assert self.process.stdout
        for line in self.process.stdout:
            if found := re.search(pattern, line):
                return found[1]
        raise AssertionError(f"the desk ended without saying {pattern}")

    def ask(self, line: str, pattern: str) -> str:
        """Write a line to the process, and read what it answers."""
        assert self.process.stdin
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.read_until(pattern)

    def stop(self) -> int:
        self.process.terminate()
        code = self.process.wait(timeout=10)
        assert self.process.stdin and self.process.stdout
        self.process.stdin.close()
        self.process.stdout.close()
        return code

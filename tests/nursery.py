"""Processes of Python that are forked, not started: all that a process of the program is, but for the second in which
it would read libraries.

In: words as after ``python``, an environment, a folder. Out: what the process wrote, and how it ended.
Leaves to others: what is run. What is told by the environment is read after the fork, and no Django is set up before.

The nursery is one process for as long as the tests of this one last: it has read what most commands read.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import importlib
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import types
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
_READ = (
    "click", "rich.console", "rich.table", "numpy", "django.core.management", "django.core.serializers.json",
    "django.db.backends.sqlite3.base", "django.db.models", "django.db.migrations.executor", "django.forms",
    "django.http", "django.template", "django.urls", "django.views", "homeward.cli.output", "homeward.cli.program",
    "homeward.cli.session", "homeward.exchange", "homeward.names", "homeward.reading", "homeward.reading.reader",
)  # fmt: skip


class Nursery:
    """A process that forks others, one at a time."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.nursery", str(theirs.fileno())],
                cwd=ROOT, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
        self._control, self._answers = ours, ours.makefile("r", encoding="utf-8")

    def run(
        self, words: Sequence[str], environment: Mapping[str, str], folder: Path, timeout: float
    ) -> subprocess.CompletedProcess[str]:
        """Run one process to its end."""
        with tempfile.TemporaryDirectory() as place:
            out, err = Path(place) / "out", Path(place) / "err"
            asked = {
                "words": list(words), "environment": dict(environment), "folder": str(folder),
                "out": str(out), "err": str(err),
            }  # fmt: skip
            self._control.settimeout(timeout)
            self._control.sendall(json.dumps(asked).encode() + b"\n")
            try:
                code = int(self._answers.readline())
            except TimeoutError:
                self.stop()
                raise
            told = (path.read_text(encoding="utf-8") for path in (out, err))
            return subprocess.CompletedProcess(list(words), code, *told)

    def stop(self) -> None:
        """End it, and what it runs."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._answers.close()
        self._control.close()


_nurseries: list[Nursery] = []
_one_at_a_time = threading.Lock()


def run_python(
    *words: str, environment: Mapping[str, str], folder: Path = ROOT, timeout: float = 600
) -> subprocess.CompletedProcess[str]:
    """Run Python with ``-c code``, ``-m module`` or a file, in this environment and folder.

    Raises:
        TimeoutError: it did not end in `timeout` seconds, and was killed.
    """
    with _one_at_a_time:
        if not _nurseries:
            _nurseries.append(Nursery())
            atexit.register(_close)
        try:
            return _nurseries[0].run(words, environment, folder, timeout)
        except TimeoutError:
            _nurseries.clear()
            raise


def _close() -> None:
    for nursery in _nurseries:
        nursery.stop()
    _nurseries.clear()


# --- in the nursery -----------------------------------------------------------------------------------------------


def _wait_for_one(control: socket.socket) -> dict[str, object]:
    """Fork a process for each that is asked for; returns in the new process."""
    with control, control.makefile("r", encoding="utf-8") as asked:
        for line in asked:
            child = os.fork()
            if child == 0:
                return dict(json.loads(line))
            _, status = os.waitpid(child, 0)
            control.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())
    raise SystemExit


def _become(asked: dict[str, object]) -> list[str]:
    os.environ.clear()
    os.environ.update(asked["environment"])  # type: ignore[call-overload]
    os.chdir(str(asked["folder"]))
    for number, path in ((1, asked["out"]), (2, asked["err"])):
        opened = os.open(str(path), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(opened, number)
        os.close(opened)
    if os.environ.get("PYTHONWARNINGS") == "error":
        warnings.simplefilter("error")
    return list(asked["words"])  # type: ignore[call-overload]


def _run(words: list[str]) -> None:
    if words[0] == "-c":
        sys.argv = ["-c", *words[2:]]
        main = sys.modules["__main__"] = types.ModuleType("__main__")
        exec(compile(words[1], "<string>", "exec"), vars(main))
    elif words[0] == "-m":
        sys.argv = ["-m", *words[2:]]
        runpy.run_module(words[1], run_name="__main__", alter_sys=True)
    else:
        sys.argv = words
        runpy.run_path(words[0], run_name="__main__")


def main() -> None:
    for name in _READ:
        importlib.import_module(name)
    languages = importlib.import_module("homeward.reading.languages")
    for code in ("en", "ru", "he", "ar"):
        languages.language_of("", code)
    gc.freeze()
    _run(_become(_wait_for_one(socket.socket(fileno=int(sys.argv[1])))))


if __name__ == "__main__":
    main()

"""A process that was forked tells what a process that was started tells."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.nursery import ROOT, run_python

SHOWS = "import os, sys, random; print(sys.argv, os.getcwd(), os.environ.get('TOLD'), sys.stdin.read())"
CASES = {
    "words, folder and environment": ("-c", SHOWS, "a", "é"),
    "a failure": ("-c", "import sys\nprint('out')\nprint('err', file=sys.stderr)\nraise SystemExit(7)"),
    "a fault": ("-c", "raise LookupError('nothing there')"),
    "a message as exit code": ("-c", "raise SystemExit('no')"),
    "a warning": ("-c", "import warnings; warnings.warn('old')"),
    "what is left for the end": ("-c", "import atexit; atexit.register(print, 'the end'); print('first')"),
    "a process of its own": ("-c", "import os; open('left', 'x').close(); os._exit(3)"),
    "a module": ("-m", "calendar", "2031", "3"),
    "no settings yet": ("-c", "from django.conf import settings; print(settings.configured)"),
}


@pytest.mark.parametrize("what", CASES)
def test_forked_or_started_it_tells_the_same(what: str, tmp_path: Path):
    words, told = CASES[what], []
    for kind in ("forked", "started"):
        folder = tmp_path / kind / "same"
        folder.mkdir(parents=True)
        environment = {
            **os.environ,
            "TOLD": "yes",
            "PYTHONWARNINGS": "error",
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        if kind == "forked":
            done = run_python(*words, environment=environment, folder=folder)
        else:
            done = subprocess.run(
                [sys.executable, *words], env=environment, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True,
                text=True, check=False,
            )  # fmt: skip
        last = done.stderr.splitlines()[-1:]  # above it, where in the nursery it was
        told.append(
            (done.returncode, done.stdout.replace(f"/{kind}/", "/"), last, [left.name for left in folder.iterdir()])
        )
    assert told[0] == told[1]


def test_whoever_takes_too_long_is_stopped_and_others_go_on(tmp_path: Path):
    code = (
        "import pathlib, sys, time\n"
        "for n in range(600): pathlib.Path(sys.argv[1]).write_text(str(n)); time.sleep(0.1)"
    )
    with pytest.raises(TimeoutError):
        run_python("-c", code, str(tmp_path / "alive"), environment=os.environ, timeout=3)
    stood = (tmp_path / "alive").read_text()
    assert run_python("-c", "print(1)", environment=os.environ, folder=ROOT).stdout == "1\n"
    time.sleep(0.5)
    assert (tmp_path / "alive").read_text() == stood

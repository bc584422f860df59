"""Builds the loops of the name engine that are in C, if this machine can; if not, the package does without.

In: ``src/homeward/names/compiled.c``. Out: ``_compiled`` beside it, in the wheel or, for an editable install, in the
checkout. Leaves to others: whether what was built is used (`homeward.names.compiled`).

Run by whatever builds the package; by hand: ``python hatch_build.py``, after a change of the C.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import sysconfig
import zlib
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand
    BuildHookInterface = object

NAMES = Path(__file__).parent / "src/homeward/names"
SOURCE = NAMES / "compiled.c"
# No fused multiply-add: what is rounded must be rounded as numpy rounds it.
FLAGS = ("-O3", "-ffp-contract=off")
WIDE = "-DWIDE_LOOPS"  # which not every compiler and C library can


class BuildHook(BuildHookInterface):
    """Adds the compiled loops to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; without success the wheel is one for every machine."""
        built = compile_loops()
        if built:
            build_data["pure_python"], build_data["infer_tag"] = False, True
            if version != "editable":
                build_data["force_include"][str(built)] = f"homeward/names/{built.name}"


def compile_loops() -> Path | None:
    """The compiled module; None, and none left from earlier, where there can be none or none is wanted."""
    target = NAMES / f"_compiled{suffix()}"
    target.unlink(missing_ok=True)
    compiler = sysconfig.get_config_var("LDSHARED")
    if not compiler or os.environ.get("HOMEWARD_PURE", "") not in ("", "0"):
        return None
    stamp = zlib.crc32(SOURCE.read_bytes()) & 0x7FFFFFFF  # as `homeward.names.compiled` has it
    include = sysconfig.get_paths()["include"]
    always = [*shlex.split(compiler), *shlex.split(sysconfig.get_config_var("CCSHARED") or ""), *FLAGS]
    for wide in ((WIDE,), ()):
        made = target.with_name(f".{target.name}.{os.getpid()}")
        told = [*always, *wide, f"-DSTAMP={stamp}", f"-I{include}", str(SOURCE), "-o", str(made)]
        try:
            if subprocess.run(told, capture_output=True, check=False, timeout=120).returncode == 0:
                made.replace(target)
                return target
        except (OSError, subprocess.SubprocessError):
            return None
        finally:
            made.unlink(missing_ok=True)
    return None


def suffix() -> str:
    """With which this Python's compiled modules end."""
    return str(sysconfig.get_config_var("EXT_SUFFIX") or ".so")


if __name__ == "__main__":
    print(compile_loops() or "not compiled: no C compiler, or no headers of Python", file=sys.stderr)

"""Runs a module that may reach this machine alone; each try to go elsewhere is refused and written down.

    python -m tests.server.denied FILE MODULE WORDS...

It hears of what Python's own sockets are asked for, in the program and in the processes that it forks.
"""

from __future__ import annotations

import ipaddress
import os
import runpy
import sys
from typing import Any

_ASKS = {"socket.connect", "socket.sendto", "socket.bind"}
_NAMES = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}


def main() -> None:
    told, module, *words = sys.argv[1:]
    noted = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def watch(event: str, values: tuple[Any, ...]) -> None:
        if event in _ASKS:
            place = values[1]
        elif event in _NAMES:
            place = values[0] if isinstance(values[0], tuple) else (values[0],)
        else:
            return
        if isinstance(place, tuple) and not _here(str(place[0])):
            os.write(noted, f"{event} {place[0]}\n".encode())
            raise PermissionError(f"{event}: the network is denied")

    sys.addaudithook(watch)
    sys.argv = [module, *words]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _here(host: str) -> bool:
    if host in ("localhost", "", "None"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


if __name__ == "__main__":
    main()

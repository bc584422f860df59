"""Serves the desk to browsers on this machine.

In: whose desk, host and port. Out: a running server until Ctrl-C. Leaves to others: starting Django on a case file.
Waitress serves it: pure Python, several threads, and it refuses what a plain development server lets through.
"""

from __future__ import annotations

import errno
import ipaddress
import os
import socket
import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

import waitress
from django.core.signals import got_request_exception
from django.core.wsgi import get_wsgi_application
from waitress.server import BaseWSGIServer

from homeward.casework import name_upkeep
from homeward.errors import BadInputError, ConflictError
from homeward.web import at_hand
from homeward.web.door import Door, open_door
from homeward.web.logs import place_of

_THREADS = 4  # one person's browser; more would only wait for each other at the case file


def serve(
    user_name: str,
    *,
    shown_name: str = "",
    host: str = "127.0.0.1",
    port: int = 8123,
    announce: Callable[[str], None] | None = None,
) -> None:
    """Serve the desk until it is interrupted.

    Args:
        user_name: the user as whom whoever holds the key enters; `shown_name`: how the first line calls them.
        host: an address of this machine; anything but a loopback address makes names readable on the network.
        port: 0 takes any free one.
        announce: told where to go and each one-time key, for the terminal only; prints if not given.

    Raises:
        ConflictError: something else listens there.
        BadInputError: the host is no address of this machine.
    """
    announce = announce or partial(print, flush=True)
    server = _listen(host, port)
    try:
        address = f"http://{_in_url(host)}:{server.effective_port}/"
        announce(f"The desk{f' of {shown_name}' if shown_name else ''} is open at {address}")
        if not _is_loopback(host):
            announce(
                f"Warning: {host} can be reached from other machines, and what is sent can be read on the way. "
                "Stop this and use 127.0.0.1, or put a server that speaks HTTPS in front."
            )
        open_door(Door(user_name, announce=lambda key: announce(f"Key for {address}enter (works once): {key}")))
        got_request_exception.connect(_report_failure, dispatch_uid="homeward.web.serving")
        announce("Press Ctrl-C to close it.")
        at_hand.hire_builder()
        threading.Thread(target=_read_ahead, name="reading ahead", daemon=True).start()
        server.run()
    finally:
        name_upkeep.dismiss()
        open_door(None)
        _close(server)


def _read_ahead() -> None:
    """While the first page is shown already: it is read, the next ones find it."""
    at_hand.read_ahead()
    at_hand.keep_ahead()


def _listen(host: str, port: int) -> BaseWSGIServer:
    try:
        # one address only: "localhost" may name two, and two servers would need two keys
        family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (OSError, OverflowError, UnicodeError) as error:
        raise BadInputError(f'"{host}" is no address of this machine', "Leave the host out.") from error
    listener = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":  # elsewhere this would let two programs share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(place)
        listener.listen()
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise ConflictError(
                f"something else already listens on port {port}", "Name another port: homeward serve --port 8124"
            ) from error
        raise BadInputError(
            f'the desk cannot listen on "{host}", port {port}: {error.strerror}',
            "Leave the host out, and use a port above 1023.",
        ) from error
    application = get_wsgi_application()
    return waitress.create_server(application, sockets=[listener], threads=_THREADS, ident=None)


def _close(server: BaseWSGIServer) -> None:
    left_open = server.trigger.socket  # waitress forgets this one descriptor without closing it
    server.close()
    left_open.close()


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _report_failure(**_: Any) -> None:
    """Say on the terminal what failed and where in the program; never a value, which could be a name."""
    kind, _error, trace = sys.exc_info()
    where = f" in {place_of(trace)}" if trace else ""
    print(f"A page failed: {kind.__name__ if kind else 'unknown'}{where}.", file=sys.stderr, flush=True)

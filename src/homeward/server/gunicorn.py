"""How gunicorn serves a desk: ``gunicorn --config python:homeward.server.gunicorn``.

HOMEWARD_LISTEN   where the server in front finds us; ``127.0.0.1:8123`` if unset, or ``unix:/run/homeward/desk.sock``
HOMEWARD_WORKERS  processes; 2 if unset
"""

from __future__ import annotations

import os
from typing import Any

from homeward.server import logs

# Two processes with several threads each: a search that takes all processors for itself would slow the others down.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

wsgi_app = "homeward.server.wsgi:application"
bind = os.environ.get("HOMEWARD_LISTEN", "127.0.0.1:8123")
workers = int(os.environ.get("HOMEWARD_WORKERS", "2"))
worker_class = "gthread"
threads = 4  # a process: while one waits for the database, others work
timeout = 120  # seconds after which a process that shows no sign of life is replaced
graceful_timeout = 60  # an import under way is let finish when the desk is restarted
keepalive = 20
umask = 0o007  # of the socket: for the server in front, which is in our group
accesslog = None  # it would tell addresses, and a name that was searched stands in one; web/logs.py tells what may be
control_socket_disable = True  # nobody steers the desk but systemd
logconfig_dict = logs.configuration()

# One process reads names, words and pages; those that serve begin with all of it. Restart the desk to bring it up to
# date: a reload would go on with what was read.
preload_app = True


def when_ready(server: Any) -> None:
    """Before any process serves: read what all of them need."""
    from homeward.web import at_hand

    at_hand.read_ahead()
    at_hand.keep_ahead()


def post_worker_init(worker: Any) -> None:
    """Before a process serves: it may have indexes built."""
    from homeward.web import at_hand

    at_hand.hire_builder()

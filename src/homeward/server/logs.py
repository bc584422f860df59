"""What the processes of a desk write down: one JSON object a line, and nothing of what they hold.

In: what Python's logging is told. Out: lines for the journal. Leaves to others: which facts of a request are told
(`web.logs`), keeping the lines (the machine's journal).

Only a few fields are ever written, and only from our own records. The words of a record are not: anybody's library
may put an address, a value or a name into them. Of what others log it is told who logged, how grave it is, and of an
error its kind and the place in the program. Gunicorn's words alone are told, without what is filled into them.
"""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any

from homeward.web.logs import FACTS, place_of


class JsonLines(logging.Formatter):
    """A record as one line."""

    def format(self, record: logging.LogRecord) -> str:
        """The record's time, grade and source, our own facts, and what failed where."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told: dict[str, Any] = {"at": at, "level": record.levelname.lower(), "from": record.name}
        if record.name.startswith("homeward."):
            told |= {name: record.__dict__[name] for name in FACTS if name in record.__dict__}
        if record.name == "gunicorn.error" and isinstance(record.msg, str) and record.args:
            told["what"] = record.msg
        if record.exc_info and record.exc_info[0] is not None:
            told |= {"error": record.exc_info[0].__name__, "place": place_of(record.exc_info[2])}
        return json.dumps(told, ensure_ascii=True)


def configuration(*, level: str = "INFO") -> dict[str, Any]:
    """For ``logging.config.dictConfig``; the same for the desk and for what serves it."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": "homeward.server.logs.JsonLines"}},
        "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"level": level, "handlers": ["lines"]},
        "loggers": {
            # Django's own handlers would write to other places; what it logs of a request, `web.logs` tells better.
            "django": {"level": "ERROR", "handlers": [], "propagate": True},
            "django.request": {"level": "CRITICAL", "propagate": False, "handlers": []},
            "gunicorn.error": {"level": level, "handlers": [], "propagate": True},
            "gunicorn.access": {"level": "CRITICAL", "handlers": [], "propagate": False},
        },
    }

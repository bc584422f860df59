"""The desk of the journeys: one process, in which each journey finds a case of its own and colleagues of its own.

A line on standard input names a journey's file and a tag; its `given` is carried out, and a line tells what it made.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import threading
import traceback

import django

PASSWORD = "correct horse battery staple"


def make(journey: str, tag: str) -> dict[str, object]:
    """Carry out what a journey is given; where things are."""
    from django.core.cache import cache
    from tests.browser.journeys.given import Given

    cache.clear()  # so many sign-ins from one address would look like somebody guessing
    made = Given.begin(tag)
    facts = importlib.import_module(f"tests.browser.journeys.{journey}").given(made)
    return {
        "case": made.case.pk,
        "title": made.case.title,
        "people": [f"P{p.pk}" for p in made.people],
        "users": made.users,
        **(facts or {}),
    }


def listen() -> None:
    from django.db import connection

    for line in sys.stdin:
        journey, tag = line.split()
        try:
            print("given", json.dumps(make(journey, tag)), flush=True)
        except Exception:  # the test that waits is told, whatever it was
            traceback.print_exc()
            print("given", json.dumps(None), flush=True)
        finally:
            connection.close()


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.server.settings")
    django.setup()
    from django.db import connection

    from homeward.casework.new_tables import make_tables

    make_tables(connection)
    from homeward.casework.actions.desk import open_desk
    from homeward.web.serving import serve

    open_desk("chief", full_name="Ilva Santorek")
    threading.Thread(target=listen, daemon=True).start()
    serve("chief", port=0)


if __name__ == "__main__":
    main()

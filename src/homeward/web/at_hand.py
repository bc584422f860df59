"""What a server reads before its first request, so that nobody's page waits for it: names, words, pages, rules.

In: the case file. Out: opened indexes of names, read tables, templates and catalogues; somebody who builds indexes.
Leaves to others: when (`serving`, `server.gunicorn`); which indexes there are (`list_index`, `people_names`).

Indexes are opened where they are saved, which takes a moment. None is built here: that is done by `homeward names`,
in a process of its own that gives way to others, whenever a search finds one missing.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connections
from django.template.loader import get_template
from django.urls import get_resolver
from django.utils import translation

from homeward.casework import dates, name_upkeep
from homeward.casework.list_index import indexes_of
from homeward.casework.matching import spotter_of
from homeward.casework.models import Case, List
from homeward.casework.people_names import names_of_people
from homeward.findings import markup
from homeward.names import Index
from homeward.reading.languages import language_of

_CASES = 8
_LISTS = 400
_TEMPLATES = Path(__file__).with_name("templates")
_OBJECTS_MADE = 20_000  # between two looks for what is in use no more; a page's things live as long as it does
_SAMPLES = ("Anna Berg", "Анна Берг", "אנה ברג", "آنا برغ")

BUILDER = (sys.executable, "-c", "from homeward.cli import main; main()", "names", "--gently")
"""Puts the indexes of the case file that the environment names in order."""


def read_ahead() -> None:
    """Read what every page and every search needs. A case file that cannot be read now is left for later."""
    get_resolver().url_patterns  # noqa: B018 — reads all views
    for file in sorted(_TEMPLATES.rglob("*.html")):
        get_template(file.relative_to(_TEMPLATES).as_posix())
    for code, _ in settings.LANGUAGES:
        with translation.override(code):
            translation.gettext("Find")
            dates.number(1)
            markup.when(date(2026, 1, 1))
        language_of("", code)
    index = Index.build([(name, name) for name in _SAMPLES])
    for name in _SAMPLES:
        index.search(name)
        spotter_of(((name, (name,)),)).spot(name)
    try:
        with name_upkeep.only_opened():
            _open_names()
    except DatabaseError:  # no case file yet, or of another version: /health says so
        pass
    finally:
        connections.close_all()


def keep_ahead() -> None:
    """Leave what was read so far out of every search for things in use no more, and search less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS_MADE, 20, 20)


def hire_builder(command: Sequence[str] = BUILDER) -> None:
    """Have indexes built by this command whenever a search finds one missing."""
    told = os.environ | {"OPENBLAS_NUM_THREADS": "1"}

    def build() -> bool:
        done = subprocess.run(  # noqa: S603 — our own program
            command,
            env=told,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        return done.returncode == 0

    name_upkeep.hire(build)


def _open_names() -> None:
    cases = list(Case.objects.filter(locked=False).order_by("-pk")[:_CASES])
    for case in cases:
        names_of_people(case)
    arrived = List.objects.filter(case__in=cases, arrived_at__isnull=False).order_by("-pk")
    indexes_of(list(arrived.select_related("capture").defer("capture__text", "problems")[:_LISTS]))

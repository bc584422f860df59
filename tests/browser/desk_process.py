"""A desk with one case, served by a process of its own; run by the tests with HOMEWARD_FILE set."""

from __future__ import annotations

import os

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.server.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from tests.casework.conftest import make_desk

    from homeward.web.serving import serve

    desk = make_desk()
    desk.person("ليلى يوسف الخوالدة")
    desk.link()
    serve(desk.worker.username, port=0)


if __name__ == "__main__":
    main()

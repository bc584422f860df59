"""A desk with one case, served by a process of its own: to a caseworker, or to the role that is named.

Run by the tests with HOMEWARD_FILE set.
"""

from __future__ import annotations

import os
import sys

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.server.settings")
    django.setup()
    from django.db import connection

    from homeward.casework.new_tables import make_tables

    make_tables(connection)
    from tests.casework.conftest import make_desk

    from homeward.casework.models import Role
    from homeward.web.serving import serve

    desk = make_desk()
    desk.person("ليلى يوسف الخوالدة")
    desk.link()
    role = Role(sys.argv[1]) if len(sys.argv) > 1 else Role.CASEWORKER
    serve(desk.users[role].username, port=0)


if __name__ == "__main__":
    main()

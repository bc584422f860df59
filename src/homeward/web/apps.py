"""Registers the pages with Django."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class WebConfig(AppConfig):
    """The pages."""

    name = "homeward.web"
    label = "web"

    def ready(self) -> None:
        """Have every entry and leaving noted in the audit, and the table made that several processes share."""
        from homeward.web.signing_in import connect_to_signals

        connect_to_signals()
        post_migrate.connect(_make_shared_table, sender=self, dispatch_uid="homeward.web.shared_table")


def _make_shared_table(using: str, **_: Any) -> None:
    """The table of the cache that the settings of a desk of several processes name; nothing for one process alone."""
    from django.core.management import call_command

    call_command("createcachetable", database=using, verbosity=0)

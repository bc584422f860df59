"""Registers the pages with Django."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages."""

    name = "homeward.web"
    label = "web"

    def ready(self) -> None:
        """Have every entry and leaving noted in the audit."""
        from homeward.web.signing_in import connect_to_audit

        connect_to_audit()

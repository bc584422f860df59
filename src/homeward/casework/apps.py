"""Registers the case file with Django."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CaseworkConfig(AppConfig):
    """The case file."""

    name = "homeward.casework"
    label = "casework"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have the guards of the append-only tables laid after every migration."""
        from homeward.casework.append_only import after_migrate

        post_migrate.connect(after_migrate, sender=self, dispatch_uid="homeward.append_only")

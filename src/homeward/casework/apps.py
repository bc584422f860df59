"""Registers the case file with Django."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """The case file."""

    name = "homeward.casework"
    label = "casework"
    default_auto_field = "django.db.models.BigAutoField"

"""Django's settings: the one place, beside the command line, where the environment is read.

HOMEWARD_FILE   path of the case file; ``homeward.db`` in the current folder if unset
HOMEWARD_SECRET secret for signed cookies; a new random one for each process if unset
HOMEWARD_HOSTS  comma-separated host names that may be served besides this machine itself

The optional reader, off unless the first of these is set (docs/optional-reader.md): a language model that is shown
the text of a report if somebody asks for that. THE TEXT LEAVES THIS MACHINE for the address.

HOMEWARD_READER_ADDRESS address that speaks the protocol of OpenAI, such as ``http://127.0.0.1:8080/v1``
HOMEWARD_READER_MODEL   name of the model there
HOMEWARD_READER_KEY     key that the address asks for, if it does
HOMEWARD_READER_OUTSIDE ``yes`` allows an address beyond this machine and private networks; without it none is
HOMEWARD_READER_CA      file of certificates to trust for that address instead of the system's
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

CASE_FILE = Path(os.environ.get("HOMEWARD_FILE", "homeward.db"))

SECRET_KEY = os.environ.get("HOMEWARD_SECRET") or secrets.token_urlsafe(48)
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *filter(None, os.environ.get("HOMEWARD_HOSTS", "").split(","))]

OPTIONAL_READER = {
    "address": os.environ.get("HOMEWARD_READER_ADDRESS", ""),
    "model": os.environ.get("HOMEWARD_READER_MODEL", ""),
    "key": os.environ.get("HOMEWARD_READER_KEY", ""),
    "outside": os.environ.get("HOMEWARD_READER_OUTSIDE", ""),
    "ca_file": os.environ.get("HOMEWARD_READER_CA", ""),
}

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "homeward.casework",
    "homeward.web",
]
AUTH_USER_MODEL = "casework.User"
ROOT_URLCONF = "homeward.server.urls"
WSGI_APPLICATION = "homeward.server.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(CASE_FILE),
        "OPTIONS": {
            # A writer takes its lock at once, so that two writers wait for each other instead of failing half-way.
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            # FULL: an act that was reported done is on the disk, whatever happens to the power.
            # recursive_triggers: REPLACE deletes a row, and must not do so past the guards of what is written once.
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON; "
                "PRAGMA mmap_size=268435456;"
            ),
        },
    }
}

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "homeward.web.middleware.PolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"string_if_invalid": ""},
    }
]
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CONTENT_TYPE_NOSNIFF = True

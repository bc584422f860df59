"""Django's settings: the one place, beside the command line, where the environment is read.

HOMEWARD_FILE   path of the case file; ``homeward.db`` in the current folder if unset
HOMEWARD_SECRET secret for signed cookies; a new random one for each process if unset
HOMEWARD_HOSTS  comma-separated host names that may be served besides this machine itself
HOMEWARD_HTTPS  ``yes`` where a server in front speaks HTTPS: cookies then travel over HTTPS only

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
HTTPS = os.environ.get("HOMEWARD_HTTPS") == "yes"
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *filter(None, os.environ.get("HOMEWARD_HOSTS", "").split(","))]

OPTIONAL_READER = {
    "address": os.environ.get("HOMEWARD_READER_ADDRESS", ""),
    "model": os.environ.get("HOMEWARD_READER_MODEL", ""),
    "key": os.environ.get("HOMEWARD_READER_KEY", ""),
    "outside": os.environ.get("HOMEWARD_READER_OUTSIDE", ""),
    "ca_file": os.environ.get("HOMEWARD_READER_CA", ""),
}

INSTALLED_APPS = [
    "homeward.casework",
    "homeward.web",  # before allauth, whose pages it sets anew
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",  # the templates of its widgets, for our own way to draw fields
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]
AUTH_USER_MODEL = "casework.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"

# Nobody signs up and nothing is sent by mail: an administrator of the desk adds users. See web/signing_in.py.
ACCOUNT_ADAPTER = "homeward.web.signing_in.DeskAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
MFA_ADAPTER = "homeward.web.signing_in.DeskMfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Homeward"
# A passkey needs HTTPS, except on this machine itself, where the browser knows that nobody listens in between.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True

SESSION_COOKIE_NAME = "homeward"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_SECURE = HTTPS
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = "homeward_form"
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "homeward.web.views.refused.show_stale_form"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
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
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "homeward.web.middleware.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "string_if_invalid": "",
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "homeward.web.page.who_looks",
            ],
        },
    }
]
FORM_RENDERER = "homeward.web.forms.DeskRenderer"

USE_I18N = True
# Each named in itself. Adding one: a catalogue (tools/messages.py) and its words here.
LANGUAGES = [("en", "English"), ("ru", "Русский"), ("he", "עברית"), ("ar", "العربية")]
LOCALE_PATHS = [Path(__file__).parents[1] / "locale"]
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
FILE_UPLOAD_PERMISSIONS = 0o600
X_FRAME_OPTIONS = "DENY"
# Not "no-referrer": a form would then come from the origin "null", which the check against foreign forms refuses.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True

"""Django's settings: the one place, beside the command line, where the environment is read.

HOMEWARD_FILE         path of the case file; ``homeward.db`` in the current folder if unset
HOMEWARD_DATABASE_URL the case file is in PostgreSQL, at an address such as ``postgresql:///homeward``, and in no file
HOMEWARD_FOLDER       with PostgreSQL: where name indexes and files being brought are kept; else the current folder
HOMEWARD_SECRET_FILE  file of the secret for signed cookies and second factors; readable by its owner alone
HOMEWARD_SECRET       the secret itself; without either a new random one for each process
HOMEWARD_HOSTS        comma-separated host names that may be served besides this machine itself
HOMEWARD_HTTPS        ``yes`` where a server in front speaks HTTPS: cookies then travel over HTTPS only, and what that
                      server says in X-Forwarded-Proto and X-Forwarded-For is believed; it sets them on every request
HOMEWARD_FINDS_A_MINUTE         searches for a name that one user may make in a minute, typing counted; 200 if unset,
                                0 for no limit; more are answered with 429
HOMEWARD_FINDS_FLAGGED_AN_HOUR  searches in an hour from which on the audit says that a user looks up in bulk; 500 if
                                unset, 0 for never

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
from pathlib import Path

from homeward.server import database
from homeward.server.secret import read_secret

CASE_FILE = Path(os.environ.get("HOMEWARD_FILE", "homeward.db"))
DATABASE_URL = os.environ.get("HOMEWARD_DATABASE_URL", "")
DESK_FOLDER = Path(os.environ.get("HOMEWARD_FOLDER", ".")).absolute() if DATABASE_URL else CASE_FILE.absolute().parent

SECRET_KEY = read_secret(
    os.environ.get("HOMEWARD_SECRET_FILE", ""), os.environ.get("HOMEWARD_SECRET", ""), must_last=bool(DATABASE_URL)
)
DEBUG = False
HTTPS = os.environ.get("HOMEWARD_HTTPS") == "yes"
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *filter(None, os.environ.get("HOMEWARD_HOSTS", "").split(","))]

FINDS_A_MINUTE = int(os.environ.get("HOMEWARD_FINDS_A_MINUTE") or 200)
FINDS_FLAGGED_AN_HOUR = int(os.environ.get("HOMEWARD_FINDS_FLAGGED_AN_HOUR") or 500)

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

DATABASES = {"default": database.postgresql(DATABASE_URL) if DATABASE_URL else database.sqlite(CASE_FILE)}
if DATABASE_URL:
    # Several processes serve one desk: what limits wrong passwords and used codes is counted for all of them.
    CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "homeward_passing"},
    }

MIDDLEWARE = [
    "homeward.web.logs.LogMiddleware",  # first: it tells how long all the others took
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
DATA_UPLOAD_MAX_NUMBER_FILES = 10
DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000_000  # of all that is typed and pasted; a file is beside this
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000  # a larger file goes to the disk while it comes, and is removed after
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
X_FRAME_OPTIONS = "DENY"
# Not "no-referrer": a form would then come from the origin "null", which the check against foreign forms refuses.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^health$"]  # asked on this machine, of the program itself
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = False
# W021 asks to have the desk's name put on the list that browsers are shipped with. That list is public.
SILENCED_SYSTEM_CHECKS = ["security.W021"]

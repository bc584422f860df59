"""The application that a web server calls, such as gunicorn; see docs/installation.md."""

import os
from logging.config import dictConfig

from django.core.wsgi import get_wsgi_application

from homeward.server import logs
from homeward.web.logs import connect_to_failures

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.server.settings")
application = get_wsgi_application()
dictConfig(logs.configuration())
connect_to_failures()

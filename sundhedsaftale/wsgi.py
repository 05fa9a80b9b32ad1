"""The door for gunicorn."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sundhedsaftale.settings")
try:
    application = get_wsgi_application()
except ImproperlyConfigured as fejl:
    sys.exit(f"Portalen kan ikke starte. {fejl}")

"""The Celery application; its settings are the CELERY_ names in `settings.py`."""

import logging.config
import os
from typing import Any

from celery import Celery
from celery.signals import setup_logging

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sundhedsaftale.settings")

app = Celery("sundhedsaftale")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def brug_portalens_logning(**kwargs: Any) -> None:
    """Keep Celery from laying its own log format over the portal's."""
    from django.conf import settings  # settings are ready only when a worker starts

    logging.config.dictConfig(settings.LOGGING)

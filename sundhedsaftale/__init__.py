"""The project; the Celery application is loaded with it, so that a task rings from everywhere."""

from sundhedsaftale.celery import app as celery_app

__all__ = ["celery_app"]

"""Make a demo's database ready: tables, the portfolio and the accounts; nothing is loaded twice."""

import os
import sys
from io import StringIO

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command


def goer_data_klar() -> None:
    """Migrate, make the cache's table and load the demo in one process; end with a sentence when it cannot start."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sundhedsaftale.settings")
    try:
        django.setup()
    except ImproperlyConfigured as fejl:
        sys.exit(f"Portalen kan ikke starte. {fejl}")
    if not settings.INDLEJRET:
        sys.exit("make run er til demo, men .env hører til drift (DEBUG=off). Se docs/operations.md.")
    print("Gør data klar …", flush=True)
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    call_command("indlaes_demo", stdout=StringIO())  # the welcome says it once the portal answers


if __name__ == "__main__":
    goer_data_klar()

#!/usr/bin/env python
"""Django's command line for the portal."""

import os
import sys
from importlib import import_module
from io import TextIOWrapper

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

# Commands that read a file and print what they understood: they need no database, no key and no folder.
LAESERE = {"laes_referat": "organisering", "laes_portefoelje": "indsatser"}


def laes_uden_portal(kommando: str) -> None:
    """Run the command where nothing is set up; what it prints is UTF-8 whatever the terminal says."""
    settings.configure()
    for stroem in (sys.stdout, sys.stderr):
        if isinstance(stroem, TextIOWrapper):
            stroem.reconfigure(encoding="utf-8")
    import_module(f"{LAESERE[kommando]}.management.commands.{kommando}").Command().run_from_argv(sys.argv)


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] in LAESERE:
        laes_uden_portal(sys.argv[1])
        sys.exit()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sundhedsaftale.settings")
    if sys.argv[1:2] == ["makemigrations"]:
        os.environ.setdefault("DEBUG", "on")  # a developer's command: it reads the models and writes source
    try:
        settings.INSTALLED_APPS  # noqa: B018 - Django's command line would hide what is wrong with the settings
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as fejl:
        sys.exit(f"Portalen kan ikke starte. {fejl}")

"""The portal in a process of the bench's own: `python -m sundhedsaftale.tools.bench.portal gitter bench-50`."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import django
from django.conf import settings

BASE_DIR = Path(__file__).resolve().parents[3]


def miljoe(mappe: Path, database: str) -> Mapping[str, str]:
    """Return the environment of a measuring process: the embedded portal with its files in `mappe`."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "sundhedsaftale.settings",
        "DEBUG": "on",
        "DATA_DIR": str(mappe),
        "DATABASE_URL": database,
        "SECRET_KEY": "kun-til-bench-" + "x" * 50,
        "ALLOWED_HOSTS": "testserver",
        "CSRF_TRUSTED_ORIGINS": "",
        "BAG_PROXY": "off",
        "EMAIL_URL": "memorymail://",
        "WAS_URL": "",
    }


def koer(modul: str, argumenter: Sequence[str], miljoe: Mapping[str, str]) -> Any:
    """Run `main` of a module of the bench in a process of its own and return what it returned."""
    svar = subprocess.run(
        [sys.executable, "-m", "sundhedsaftale.tools.bench.portal", modul, *argumenter],
        cwd=BASE_DIR,
        env=miljoe,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(svar.stdout.splitlines()[-1])


if __name__ == "__main__":
    django.setup()
    # The portal's own settings; only the empty view is added.
    settings.ROOT_URLCONF = "sundhedsaftale.tools.bench.urls"
    svar = import_module(f"sundhedsaftale.tools.bench.{sys.argv[1]}").main(sys.argv[2:])
    print(json.dumps(svar))

"""`make test` and `make test-quick`: the suite against real servers; what is missing is installed or named."""

import contextlib
import os
import subprocess
import sys
from pathlib import Path

from sundhedsaftale.tools.postgres import Postgres
from sundhedsaftale.tools.systempakker import sikr

BASE_DIR = Path(__file__).resolve().parents[2]


def pytest(overskrift: str, database: dict[str, str], *argumenter: str) -> int:
    """Run the suite once, a process for each core, with its own closing line, and return its exit code.

    A run without tests is a failure.
    """
    print(f"\n== {overskrift}", flush=True)
    # conftest.py chooses the settings once their environment stands; a choice made before it would be read too early.
    egne = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
    miljoe = {navn: vaerdi for navn, vaerdi in os.environ.items() if navn not in egne} | database
    kommando = [sys.executable, "-m", "pytest", "-q", "--durations=5", "-n", "auto", "--dist", "loadfile", *argumenter]
    return subprocess.run(kommando, cwd=BASE_DIR, env=miljoe, check=False).returncode


def start_postgres(servere: contextlib.ExitStack) -> dict[str, str]:
    """Return the PostgreSQL to test on: the caller's, or a throwaway one."""
    adresse = os.environ.get("DATABASE_URL", "")
    if adresse.startswith("postgres"):
        return {"DATABASE_URL": adresse}
    sikr(["postgresql"])
    return {"DATABASE_URL": servere.enter_context(Postgres()).adresse}


def alt() -> int:
    """Everything but the browser on SQLite, then everything on PostgreSQL."""
    sikr(["weasyprint", "chromium", "poppler", "libreoffice", "systemd"])
    with contextlib.ExitStack() as servere:
        postgres = start_postgres(servere)
        koder = [
            pytest("SQLite, uden browser", {}, "-m", "not browser"),
            pytest("PostgreSQL, med browser", postgres),
        ]
    return max(koder)


def hurtig() -> int:
    """What pip alone brings, and in a few minutes."""
    udvalg = "not browser and not system and not langsom"
    return pytest("SQLite, uden browser, systemprogrammer og langsomme test", {}, "-m", udvalg)


if __name__ == "__main__":
    sys.exit({"alt": alt, "hurtig": hurtig}[sys.argv[1]]())

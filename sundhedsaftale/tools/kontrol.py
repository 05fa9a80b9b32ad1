"""`make check`: every tool over the whole tree, all of them even when the first complains."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent


def skabeloner() -> list[str]:
    return sorted(str(sti.relative_to(BASE_DIR)) for sti in (BASE_DIR / "templates").rglob("*.html"))


def trin() -> dict[str, list[str]]:
    """Return each tool's name and command."""
    python = sys.executable
    return {
        "ruff check": [python, "-m", "ruff", "check", "."],
        "ruff format": [python, "-m", "ruff", "format", "--check", "."],
        "mypy": [python, "-m", "mypy", "."],
        "import-linter": [str(BIN / "lint-imports")],
        "djhtml": [python, "-m", "djhtml", "--check", *skabeloner()],
        "curlylint": [python, "-m", "curlylint", *skabeloner()],
        "migrationer": [python, "manage.py", "makemigrations", "--check", "--dry-run"],
    }


def main() -> int:
    with tempfile.TemporaryDirectory() as data:
        miljoe = {**os.environ, "DEBUG": "on", "DATA_DIR": data, "DATABASE_URL": f"sqlite:///{data}/kontrol.sqlite3"}
        fejlet = []
        for navn, kommando in trin().items():
            print(f"== {navn}", flush=True)
            if subprocess.run(kommando, cwd=BASE_DIR, env=miljoe, check=False).returncode:
                fejlet.append(navn)
    print(f"make check: {'fejl i ' + ', '.join(fejlet) if fejlet else 'alt i orden'}", flush=True)
    return 1 if fejlet else 0


if __name__ == "__main__":
    sys.exit(main())

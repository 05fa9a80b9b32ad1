"""Make the clone ready: `.venv` with the pinned packages and the browser assets. Started by a bare python3.

`setup.py` brings what the portal runs with, `setup.py requirements-dev.txt` also what its checks and tests need.
A second run finds its own marks and does nothing.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]
TOOLS = Path(__file__).resolve().parent
VENV = BASE_DIR / ".venv"
PYTHON = VENV / "bin" / "python"
MINDST = (3, 11)


def brug_ny_python() -> None:
    """Go on as a newer Python when this one is too old and another is installed; end with a sentence if not."""
    if sys.version_info >= MINDST:
        return
    for navn in ("python3.13", "python3.12", "python3.11", "python3.14"):
        sti = shutil.which(navn)
        if sti:
            os.execv(sti, [sti, *sys.argv])
    sys.exit("Portalen kræver Python 3.11 eller nyere: installér pakken python3.11.")


def koer(*kommando: object) -> None:
    """Run a step; when it fails, its own output has said why."""
    svar = subprocess.run([str(led) for led in kommando], cwd=BASE_DIR, check=False)
    if svar.returncode:
        sys.exit(svar.returncode)


def aftryk(*filer: Path) -> str:
    """Return a digest of the files that decide what a step installs."""
    return hashlib.sha256(b"".join(fil.read_bytes() for fil in filer)).hexdigest()


def venv_virker() -> bool:
    """Tell whether `.venv` is there and its Python still runs."""
    return PYTHON.exists() and subprocess.run([str(PYTHON), "-c", "import pip"], check=False).returncode == 0


def sikr_venv() -> None:
    """Make `.venv`, anew when the one that is there no longer runs."""
    if venv_virker():
        return
    koer(sys.executable, TOOLS / "systempakker.py", "venv")
    print("Opretter .venv …", flush=True)
    venv.create(VENV, with_pip=True, clear=True)


def sikr_pakker(krav: str) -> None:
    """Install the pinned Python packages unless just these are there already."""
    filer = [BASE_DIR / navn for navn in sorted({"constraints.txt", "requirements.txt", krav})]
    maerke = VENV / f"klar-{krav}"
    if maerke.exists() and maerke.read_text() == aftryk(*filer):
        return
    print("Henter Python-pakker (et par minutter første gang) …", flush=True)
    koer(
        *(PYTHON, "-m", "pip", "install", "-qq", "--no-input", "--disable-pip-version-check"),
        *("--requirement", krav, "--constraint", "constraints.txt"),
    )
    maerke.write_text(aftryk(*filer))


def main(krav: str) -> None:
    brug_ny_python()
    koer(sys.executable, TOOLS / "systempakker.py", "weasyprint")
    sikr_venv()
    sikr_pakker(krav)
    koer(PYTHON, TOOLS / "vendor.py")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "requirements.txt")

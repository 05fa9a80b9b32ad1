"""The child processes that touch PDF: started, watched and, when their time is up, ended."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

import structlog
from django.conf import settings

log = structlog.get_logger()

PULS = 1.0
UDELADT = 3
ULAESELIGT = "kan ikke læses som PDF"


class PdfError(Exception):
    """The child ended without a file."""

    def __init__(self, kode: int, svar: str) -> None:
        super().__init__(f"PDF-processen sluttede med {kode}")
        self.kode = kode
        self.svar = svar


class BilagUdeladtError(Exception):
    """A paper that cannot be in a packet; the text says why."""


@dataclass(frozen=True)
class Pdf:
    indhold: bytes
    sider: int


@dataclass(frozen=True)
class Pakkebilag:
    """A paper that has been read and found usable; `punkt` is its item's place on the agenda, from 0."""

    nummer: str
    titel: str
    fil: str
    sider: int
    punkt: int

    @property
    def pladser(self) -> range:
        """One blank page for each of its own; the paper is laid in once the pages have been printed."""
        return range(self.sider)


def dan_pdf(html: str, hold_leje: Callable[[], None]) -> Pdf:
    """Print; `hold_leje` is called every second and stops the work by raising.

    Raises PdfError when the child fails or runs out of memory.
    """
    return dan_pakke(html, (), hold_leje)


def dan_pakke(html: str, bilag: Sequence[Pakkebilag], hold_leje: Callable[[], None]) -> Pdf:
    """Print, and lay the papers on the blank pages that the HTML ends with. Raises PdfError as `dan_pdf` does."""
    with TemporaryDirectory(prefix="rapport-") as mappe:
        ind, ud, liste = Path(mappe, "ind.html"), Path(mappe, "ud.pdf"), Path(mappe, "bilag.json")
        ind.write_text(html, encoding="utf-8")
        liste.write_text(json.dumps([asdict(et) for et in bilag]), encoding="utf-8")
        sider = _koer(["rapportering.pdf", str(ind), str(ud), str(liste)], hold_leje)
        return Pdf(ud.read_bytes(), int(sider))


def rens_bilag(ind: Path, ud: Path, hold_leje: Callable[[], None]) -> int:
    """Write the pages of an uploaded PDF, and nothing else of it, to `ud`; return how many.

    Raises BilagUdeladtError for one that cannot be read, is protected or is too large.
    """
    try:
        return int(_koer(["rapportering.pdf.rens", str(ind), str(ud)], hold_leje))
    except PdfError as fejl:
        raise BilagUdeladtError(fejl.svar if fejl.kode == UDELADT else ULAESELIGT) from fejl


def _koer(modul: Sequence[str], hold_leje: Callable[[], None]) -> str:
    """Run `python -m` with the module and its arguments; return what it wrote."""
    with TemporaryFile() as fejl, TemporaryFile() as svar:
        barn = subprocess.Popen(  # noqa: S603 - our own interpreter on our own module
            [sys.executable, "-m", *modul],
            cwd=settings.BASE_DIR,
            env={**os.environ, "PYTHONHASHSEED": "0"},
            stdout=svar,
            stderr=fejl,
        )
        try:
            _vent(barn, hold_leje)
        finally:
            if barn.poll() is None:
                barn.kill()
                barn.wait()
        svar.seek(0)
        tekst = svar.read().decode(errors="replace")
        if barn.returncode != 0:
            fejl.seek(0)
            udskrift = fejl.read()[-2000:].decode(errors="replace")
            log.error("pdf_fejlede", modul=modul[0], kode=barn.returncode, udskrift=udskrift)
            raise PdfError(barn.returncode, tekst)
        return tekst


def _vent(barn: "subprocess.Popen[bytes]", hold_leje: Callable[[], None]) -> None:
    while True:
        try:
            barn.wait(timeout=PULS)
        except subprocess.TimeoutExpired:
            hold_leje()
        else:
            return

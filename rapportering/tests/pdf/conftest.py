"""One printed report for all the tests here: the child process that prints is the real one."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest
from django.conf import settings

from rapportering.domain.rapporthtml import rapport_html
from rapportering.queries.rapport import sha256
from rapportering.tests.eksempelsnapshot import snapshot


def print_rapport(html: str, mappe: Path, **miljoe: str) -> bytes:
    """Run the module as the portal does and return the file."""
    koer_tryk(html, mappe, **miljoe)
    return (mappe / "ud.pdf").read_bytes()


def koer_tryk(html: str, mappe: Path, **miljoe: str) -> str:
    """Run the module as the portal does and return what it wrote."""
    ind, bilag = mappe / "ind.html", mappe / "bilag.json"
    ind.write_text(html, encoding="utf-8")
    bilag.write_text("[]")
    kommando = [sys.executable, "-m", "rapportering.pdf", str(ind), str(mappe / "ud.pdf"), str(bilag)]
    svar = subprocess.run(kommando, cwd=settings.BASE_DIR, env=miljoe, check=True, capture_output=True, text=True)
    return svar.stdout


def laes_sider(raa: bytes) -> list[str]:
    """The text of each page with its line breaks and hyphenation undone."""
    tekster = [side.extract_text() for side in pypdf.PdfReader(BytesIO(raa)).pages]
    return [" ".join(tekst.replace("\xa0", " ").split()) for tekst in tekster]


@pytest.fixture(scope="session")
def html() -> str:
    data = snapshot()
    return rapport_html(data, sha256(data), lambda tekst: None)


@pytest.fixture(scope="session")
def raa(html: str, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return print_rapport(html, tmp_path_factory.mktemp("pdf"))


@pytest.fixture
def pdf(raa: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(raa))


@pytest.fixture(scope="session")
def sider(raa: bytes) -> list[str]:
    return laes_sider(raa)

"""One printed report for all the tests here: the child process that prints is the real one."""

import subprocess
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest
from django.conf import settings
from django.db import transaction

from organisering.models import Moede
from organisering.queries.indblik import ALT, OFFENTLIG_DAGSORDEN, OFFENTLIGT_REFERAT, Indblik
from organisering.tests.factories import BrugerFactory
from rapportering.domain.moedetryk import bestil_moedetryk
from rapportering.domain.moedetryk_dan import dan_moedetryk
from rapportering.domain.rapporthtml import rapport_html
from rapportering.models import Moedetryk
from rapportering.queries.moedetryk import INTERN_DAGSORDEN
from rapportering.queries.rapport import sha256
from rapportering.tests.eksempelsnapshot import snapshot
from rapportering.tests.moedescene import opret_moede


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


@dataclass(frozen=True)
class Trykt:
    """A meeting's document as it came out; `data` is the snapshot it was made from."""

    raa: bytes
    html: str
    data: dict[str, Any]

    @property
    def pdf(self) -> pikepdf.Pdf:
        return pikepdf.open(BytesIO(self.raa))

    @property
    def sider(self) -> list[str]:
        return laes_sider(self.raa)


@pytest.fixture(scope="session")
def moedetryk(django_db_setup: None, django_db_blocker: Any) -> dict[str, Trykt]:
    """One meeting's documents, made the whole way from order to file; the meeting itself is gone afterwards."""
    udgaver = {
        "referat": ("referat", ALT),
        "offentligt referat": ("referat", OFFENTLIGT_REFERAT),
        "offentlig dagsorden": ("dagsorden", OFFENTLIG_DAGSORDEN),
        "pakke": ("pakke", INTERN_DAGSORDEN),
        "offentlig pakke": ("pakke", OFFENTLIG_DAGSORDEN),
    }
    with django_db_blocker.unblock(), transaction.atomic():
        moede = opret_moede(tilstand=Moede.Tilstand.REFERAT_UDSENDT)
        trykt = {navn: _tryk(moede, slags, udgave) for navn, (slags, udgave) in udgaver.items()}
        transaction.set_rollback(True)
    return trykt


def _tryk(moede: Moede, slags: str, udgave: Indblik) -> Trykt:
    tryk = bestil_moedetryk(moede, slags, udgave, bruger=BrugerFactory.create())
    dan_moedetryk(tryk.pk)
    tryk = Moedetryk.objects.get(pk=tryk.pk)
    return Trykt(tryk.pdf.read(), tryk.html, tryk.snapshot)

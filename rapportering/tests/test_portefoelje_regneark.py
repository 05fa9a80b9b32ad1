"""The shipped portfolio out as a spreadsheet and back: the tillæg's own layout, and through a real LibreOffice."""

import csv
import io
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse

from indsatser.models import Indsats, Portefoeljepost
from indsatser.tests.arkscene import MOTOR, arter, send
from indsatser.tests.transskription import MAALSAETNINGER, RAEKKER, Raekke
from indsatser.tests.views.test_regnearkfil import SVAERE
from organisering.models import Aftale
from organisering.tests.factories import sekretariatsbruger
from rapportering.grunddata.indlaes import SUNDHEDSAFTALE, indlaes_grunddata

pytestmark = pytest.mark.django_db
AAR = (2019, 2020, 2021, 2022, 2023)
SEMIKOLON_UTF8 = "59,34,76"


@pytest.fixture(scope="module", autouse=True)
def grunddata(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        indlaes_grunddata()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def aftale() -> Aftale:
    return Aftale.objects.get(slug=SUNDHEDSAFTALE)


@pytest.fixture
def sekretariat(client: Client, aftale: Aftale) -> Client:
    client.force_login(sekretariatsbruger(aftale.region), MOTOR)
    return client


def hent(client: Client, endelse: str, **valg: str) -> bytes:
    svar = client.get(reverse("indsatser:regneark-aftale", args=[SUNDHEDSAFTALE, endelse]), valg)
    return bytes(svar.content)


def som_celler(indhold: bytes, endelse: str) -> list[list[str]]:
    if endelse == "csv":
        return list(csv.reader(io.StringIO(indhold.decode("utf-8-sig"), newline=""), delimiter=";"))
    ark: Any = openpyxl.load_workbook(io.BytesIO(indhold)).active
    return [["" if celle is None else str(celle) for celle in raekke] for raekke in ark.iter_rows(values_only=True)]


def laes_tillaeg(linjer: list[list[str]]) -> tuple[list[Raekke], list[tuple[str, str]]]:
    """Rows and målsætninger as the sheet's own heads place them."""
    raekker: list[Raekke] = []
    maal: list[tuple[str, str]] = []
    organ = slags = ""
    for foerste, anden, *aar in filter(None, linjer[3:]):
        if aar and aar[0] == "RESSOURCETRÆK":
            organ, slags = foerste, ""
        elif foerste in ("Målsætning", "Eksisterende indsatser"):
            assert aar == [str(et) for et in AAR]
            slags = "ny" if foerste == "Målsætning" else "eksisterende"
        elif slags and foerste != "I alt" and (foerste or anden):
            titel = anden if slags == "ny" else foerste
            maal += [(organ, tekst) for tekst in foerste.split("\n") if slags == "ny"]
            kryds = tuple(et for et, celle in zip(AAR, aar, strict=True) if celle == "X")
            if titel:
                raekker.append(Raekke(organ, slags, titel, kryds))
            else:
                assert kryds == ()
    return raekker, maal


@pytest.mark.parametrize("endelse", ["xlsx", "csv"])
def test_the_tillaeg_layout_is_the_tillaeg_cell_by_cell(client: Client, endelse: str) -> None:
    raekker, maal = laes_tillaeg(som_celler(hent(client, endelse), endelse))

    assert raekker == RAEKKER
    assert list(dict.fromkeys(maal)) == MAALSAETNINGER


def gennem_libreoffice(mappe: Path, indhold: bytes, endelse: str, til: str, *valg: str) -> bytes:
    (mappe / f"ind.{endelse}").write_bytes(indhold)
    maal = "xlsx" if til == "xlsx" else f"csv:Text - txt - csv (StarCalc):{SEMIKOLON_UTF8}"
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{mappe}/profil", "--headless", *valg),
            *("--convert-to", maal, "--outdir", str(mappe / "ud"), str(mappe / f"ind.{endelse}")),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (mappe / "ud" / f"ind.{til}").read_bytes()


@pytest.mark.system
@pytest.mark.langsom
@pytest.mark.parametrize(
    ("fra", "til", "valg"),
    [("xlsx", "xlsx", ()), ("xlsx", "csv", ()), ("csv", "csv", (f"--infilter=CSV:{SEMIKOLON_UTF8}",))],
    ids=["xlsx", "xlsx saved as csv", "csv"],
)
def test_out_through_libreoffice_and_in_again_changes_nothing(
    sekretariat: Client, aftale: Aftale, tmp_path: Path, fra: str, til: str, valg: tuple[str, ...]
) -> None:
    organ = Portefoeljepost.objects.filter(indsats__aftale=aftale)[0].organ
    for plads, titel in enumerate(SVAERE):
        Portefoeljepost.objects.create(
            indsats=Indsats.objects.create(aftale=aftale, titel=titel), organ=organ, raekkefoelge=1000 + plads
        )
    indhold = hent(sekretariat, fra, opstilling="data")

    tilbage = gennem_libreoffice(tmp_path, indhold, fra, til, *valg)

    assert tilbage != indhold
    svar = send(sekretariat, aftale, SimpleUploadedFile(f"ark.{til}", tilbage))
    assert [
        (linje.nummer, linje.fejl, linje.forskelle)
        for linje in svar.context["forslag"].linjer
        if linje.art != "uaendret"
    ] == []
    assert (len(arter(svar)), svar.context["forslag"].mangler) == (len(RAEKKER) + len(SVAERE), 0)

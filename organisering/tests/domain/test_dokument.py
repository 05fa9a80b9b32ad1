from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError

from organisering.domain.dokument import opret_dokument, ret_dokument, tilfoej_dokumentversion
from organisering.models import Dokument, Dokumentversion
from organisering.tests.factories import BrugerFactory, DokumentFactory, DokumentversionFactory, OrganFactory
from sundhedsaftale.faelles.fejl import Versionskonflikt

pytestmark = pytest.mark.django_db


@pytest.fixture
def bruger():
    return BrugerFactory()


@pytest.fixture
def mappe(settings, tmp_path):
    """A storage of the test's own."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {**settings.STORAGES["default"], "OPTIONS": {"location": str(tmp_path)}},
    }
    return tmp_path


def fil():
    return SimpleUploadedFile("Kommissorium 2.pdf", b"%PDF-1.7 indhold")


def filer(mappe: Path) -> list[Path]:
    return [sti for sti in mappe.rglob("*") if sti.is_file()]


def fortalt(raekke):
    return [(str(h.history_user), h.history_change_reason) for h in raekke.historik.order_by("history_id")]


def nyt_dokument():
    return Dokument(titel="Kommissorium", slags=Dokument.Slags.KOMMISSORIUM, organ=OrganFactory())


def test_opret_dokument_saves_the_paper_with_its_first_version(bruger, mappe):
    dokument = opret_dokument(nyt_dokument(), Dokumentversion(), fil=fil(), bruger=bruger)

    version = dokument.versioner.get()
    assert (version.nummer, version.filnavn, version.fil.read()) == (1, "Kommissorium 2.pdf", b"%PDF-1.7 indhold")
    assert [sti.suffix for sti in filer(mappe)] == [".pdf"]
    assert "Kommissorium" not in version.fil.name
    assert fortalt(dokument) == [(str(bruger), "Oprettet med version 1")]


def test_tilfoej_dokumentversion_takes_the_next_number_and_keeps_the_old_file(bruger, mappe):
    gammel = DokumentversionFactory(pdf=True)
    dokument = gammel.dokument

    version = tilfoej_dokumentversion(dokument, Dokumentversion(), fil=fil(), bruger=bruger)

    assert [v.nummer for v in dokument.versioner.all()] == [version.nummer, gammel.nummer] == [2, 1]
    assert gammel.fil.storage.exists(gammel.fil.name)
    assert fortalt(dokument)[1:] == [(str(bruger), "Version 2 tilføjet")]


def test_tilfoej_dokumentversion_can_be_an_address(bruger):
    version = Dokumentversion(adresse="https://proeve.example/ny")

    tilfoej_dokumentversion(DokumentFactory(), version, fil=None, bruger=bruger)

    assert Dokumentversion.objects.get().adresse == "https://proeve.example/ny"


def test_a_save_that_fails_leaves_no_file(bruger, mappe):
    with pytest.raises(IntegrityError):
        opret_dokument(nyt_dokument(), Dokumentversion(adresse="https://begge.example"), fil=fil(), bruger=bruger)

    assert filer(mappe) == []
    assert not Dokument.objects.exists()


def test_a_version_put_on_an_old_page_is_refused_and_leaves_no_file(bruger, mappe):
    laest = DokumentFactory()
    Dokument.objects.get().save()

    with pytest.raises(Versionskonflikt):
        tilfoej_dokumentversion(laest, Dokumentversion(), fil=fil(), bruger=bruger)

    assert filer(mappe) == []


def test_ret_dokument_leaves_who_and_why(bruger):
    dokument = DokumentFactory()
    dokument.titel = "Forretningsorden"

    ret_dokument(dokument, bruger=bruger, begrundelse="Ny titel")

    assert Dokument.objects.get().titel == "Forretningsorden"
    assert fortalt(dokument)[1:] == [(str(bruger), "Ny titel")]

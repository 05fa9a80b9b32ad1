import io
import zipfile
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from organisering.models import Dokument, Dokumentversion
from organisering.tests.factories import (
    AftaleFactory,
    BrugerFactory,
    DokumentFactory,
    DokumentversionFactory,
    MedlemskabFactory,
    OrganFactory,
    RolleFactory,
    sekretariatsbruger,
)
from sundhedsaftale.faelles.upload import MB

pytestmark = pytest.mark.django_db


@pytest.fixture
def organ():
    return OrganFactory()


@pytest.fixture
def sekretariat(client, organ):
    return logget_ind(client, sekretariatsbruger(organ.region))


def logget_ind(client, bruger):
    client.force_login(bruger, "django.contrib.auth.backends.ModelBackend")
    return client


def nyt(organ):
    return reverse("organisering:dokument-create-organ", args=[organ.slug])


def udfyldt(**felter):
    return {"titel": "Vores kommissorium", "slags": "kommissorium", "bemaerkning": "Første udgave"} | felter


def pdf(navn="Kommissorium.pdf", indhold=b"%PDF-1.7 indhold"):
    return SimpleUploadedFile(navn, indhold)


def zipbombe():
    spand = io.BytesIO()
    with zipfile.ZipFile(spand, "w", zipfile.ZIP_DEFLATED) as arkiv:
        arkiv.writestr("word/document.xml", b"0" * 3 * MB)
    return spand.getvalue()


def test_the_secretariat_adds_a_document_with_a_file(sekretariat, organ):
    response = sekretariat.post(nyt(organ), udfyldt(fil=pdf(), gaelder_fra="01-02-2020", naeste_revision="01-02-2024"))

    dokument = Dokument.objects.get()
    assertRedirects(response, dokument.get_absolute_url())
    version = dokument.versioner.get()
    assert (dokument.organ, dokument.naeste_revision) == (organ, date(2024, 2, 1))
    assert (version.filnavn, version.gaelder_fra, version.bemaerkning) == (
        "Kommissorium.pdf",
        date(2020, 2, 1),
        "Første udgave",
    )


def test_the_secretariat_adds_a_document_to_an_agreement_with_an_address(client):
    aftale = AftaleFactory()

    logget_ind(client, sekretariatsbruger(aftale.region)).post(
        reverse("organisering:dokument-create-aftale", args=[aftale.slug]), udfyldt(adresse="proeve.example/k")
    )

    assert Dokumentversion.objects.get().adresse == "https://proeve.example/k"
    assertContains(client.get(aftale.get_absolute_url()), "Vores kommissorium")


@pytest.mark.parametrize(
    ("fil", "saetning"),
    [
        (lambda: pdf("program.exe"), "Filen skal være af typen pdf eller docx eller xlsx."),
        (lambda: pdf(indhold=b"<html>"), "Indholdet er ikke af typen pdf."),
        (lambda: pdf(indhold=b"%PDF-" + b"0" * 25 * MB), "Filen fylder mere end 25 MB."),
        (lambda: pdf("notat.docx", zipbombe()), "Filen fylder for meget, når den pakkes ud."),
        (lambda: pdf("Sag 010190-1234.pdf"), "Filnavnet ser ud til at indeholde et CPR-nummer."),
    ],
    ids=["forbidden kind", "not what it says", "too large", "zip bomb", "CPR number in its name"],
)
def test_a_file_that_may_not_be_kept_is_told_at_the_field_and_the_rest_is_kept(sekretariat, organ, fil, saetning):
    response = sekretariat.post(nyt(organ), udfyldt(fil=fil()))

    assert list(response.context["form"].errors) == ["fil"]
    assertContains(response, saetning, status_code=422)
    assertContains(response, "Første udgave", status_code=422)
    assertNotContains(response, "010190", status_code=422)
    assert not Dokument.objects.exists()


@pytest.mark.parametrize(
    ("felter", "fejl"),
    [
        ({}, {"fil": ["Vælg en fil, eller skriv en adresse."]}),
        (
            {"fil": pdf, "adresse": "https://proeve.example"},
            {
                "adresse": ["Vælg enten en fil eller en adresse, ikke begge."],
                "fil": ["Vælg filen igen. Den følger ikke med, når siden vises på ny."],
            },
        ),
        (
            {"fil": pdf, "titel": ""},
            {
                "titel": ["Skriv titel."],
                "fil": ["Vælg filen igen. Den følger ikke med, når siden vises på ny."],
            },
        ),
        ({"adresse": "javascript:alert(1)"}, {"adresse": ["Skriv hele adressen, fx https://www.rsyd.dk."]}),
    ],
    ids=["neither", "both", "good file, no title", "an address that is none"],
)
def test_what_is_missing_is_told_at_its_field(sekretariat, organ, felter, fejl):
    felter = {navn: vaerdi() if callable(vaerdi) else vaerdi for navn, vaerdi in felter.items()}

    response = sekretariat.post(nyt(organ), udfyldt(**felter))

    assert (response.status_code, response.context["form"].errors) == (422, fejl)


def test_a_disk_that_refuses_the_file_is_told_at_the_field(sekretariat, organ, settings, tmp_path):
    (tmp_path / "dokumenter").write_text("i vejen")
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {**settings.STORAGES["default"], "OPTIONS": {"location": str(tmp_path)}},
    }

    response = sekretariat.post(nyt(organ), udfyldt(fil=pdf()))

    assert response.status_code == 422
    assert "Filen kunne ikke gemmes på serveren" in response.context["form"].errors["fil"][0]
    assert not Dokument.objects.exists()


def test_a_new_version_takes_the_next_revision_along_and_the_old_one_stays(sekretariat, organ):
    dokument = DokumentversionFactory(pdf=True, dokument__organ=organ).dokument

    sekretariat.post(
        reverse("organisering:dokumentversion-create", args=[dokument.pk]),
        {"fil": pdf("Ny.pdf"), "naeste_revision": "01-02-2028", "version": dokument.version},
    )

    response = sekretariat.get(dokument.get_absolute_url())
    assert [(v.nummer, v.filnavn) for v in response.context["linje"].versioner] == [
        (2, "Ny.pdf"),
        (1, "Kommissorium.pdf"),
    ]
    assertContains(response, "1. februar 2028")
    assertContains(response, "Version 2 tilføjet")


def test_a_version_put_on_an_old_page_shows_the_conflict(sekretariat, organ):
    dokument = DokumentFactory(organ=organ)
    dokument.naeste_revision = date(2027, 1, 1)
    dokument.save()

    response = sekretariat.post(
        reverse("organisering:dokumentversion-create", args=[dokument.pk]), {"fil": pdf(), "version": 1}
    )

    assertContains(response, "En anden har gemt før dig", status_code=409)
    assert not Dokumentversion.objects.exists()


@pytest.mark.parametrize(("dage", "overskredet"), [(-1, True), (0, False)])
def test_a_revision_that_is_overdue_is_told_in_words(client, dage, overskredet):
    dokument = DokumentFactory(naeste_revision=timezone.localdate() + timedelta(days=dage))

    response = client.get(dokument.get_absolute_url())

    assert ("Revision overskredet" in response.content.decode()) is overskredet


def test_the_chair_writes_the_papers_of_the_body_and_not_those_of_another(client, organ):
    bruger = BrugerFactory()
    MedlemskabFactory(person=bruger.person, organ=organ, rolle=RolleFactory(regional_formand=True))
    logget_ind(client, bruger)
    andet = OrganFactory(region=organ.region)

    assert client.get(nyt(organ)).status_code == 200
    assert client.get(nyt(andet)).status_code == 403
    egen, fremmed = DokumentFactory(organ=organ), DokumentFactory(organ=andet)
    assert client.get(reverse("organisering:dokument-update", args=[egen.pk])).status_code == 200
    assert client.get(reverse("organisering:dokument-update", args=[fremmed.pk])).status_code == 403


def test_a_document_is_made_public_with_a_reason(sekretariat, organ):
    dokument = DokumentFactory(organ=organ, offentligt=False)

    sekretariat.post(
        reverse("organisering:dokument-update", args=[dokument.pk]),
        {"titel": dokument.titel, "slags": "andet", "offentligt": "on", "begrundelse": "Vedtaget", "version": 1},
    )

    dokument.refresh_from_db()
    assert (dokument.offentligt, dokument.slags) == (True, "andet")
    assertContains(sekretariat.get(dokument.get_absolute_url()), "Vedtaget")

import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from organisering.models import Bilag
from organisering.tests.dagsordenscene import BACKEND, byg_scene
from organisering.tests.factories import (
    BilagFactory,
    BrugerFactory,
    DagsordenspunktFactory,
    MedlemskabFactory,
    MoedeFactory,
    sekretariatsbruger,
)

pytestmark = pytest.mark.django_db

CPR = "010203" + "-" + "0000"
PDF = b"%PDF-1.7 indhold"


@pytest.fixture
def scene(client):
    return byg_scene(client)


@pytest.fixture
def punkt(scene):
    return DagsordenspunktFactory(moede=scene.moede)


def docx(indhold):
    fil = BytesIO()
    with zipfile.ZipFile(fil, "w", zipfile.ZIP_DEFLATED) as arkiv:
        arkiv.writestr("word/document.xml", indhold)
    return fil.getvalue()


def hent(bilag, bruger=None):
    client = Client()
    if bruger is not None:
        client.force_login(bruger, BACKEND)
    return client.get(reverse("organisering:bilag-fil", args=[bilag.uuid]))


def test_a_file_is_added_and_gives_the_paper_its_title(scene, punkt):
    fil = SimpleUploadedFile("Oversigt 2021.pdf", PDF)

    svar = scene.post("bilag-create", punkt.pk, titel="", fil=fil, dokid="77", aabent="on")

    bilag = Bilag.objects.get()
    assert svar.headers["Location"] == f"{reverse('organisering:punkt-update', args=[punkt.pk])}#bilag"
    assert (bilag.titel, bilag.filnavn, bilag.dokid, bilag.aabent) == (
        "Oversigt 2021",
        "Oversigt 2021.pdf",
        "77",
        True,
    )


@pytest.mark.parametrize(
    ("navn", "indhold", "saetning"),
    [
        ("program.exe", b"MZ", "Filen skal være af typen"),
        ("tilbud.pdf", b"ikke en pdf", "Indholdet er ikke af typen pdf"),
        ("stor.pdf", PDF + b"0" * (25 * 1024 * 1024), "fylder mere end 25 MB"),
        ("bombe.docx", docx("0" * (60 * 1024 * 1024)), "fylder for meget, når den pakkes ud"),
        (f"{CPR}.pdf", PDF, "Filnavnet ser ud til at indeholde et CPR-nummer"),
    ],
    ids=["kind", "content", "size", "bomb", "cpr"],
)
def test_a_file_that_may_not_be_kept_is_explained_and_the_rest_is_kept(scene, punkt, navn, indhold, saetning):
    svar = scene.post("bilag-create", punkt.pk, titel="Min titel", fil=SimpleUploadedFile(navn, indhold))

    tekst = svar.content.decode()
    assert svar.status_code == 422
    assert saetning in tekst
    assert 'value="Min titel"' in tekst
    assert CPR not in tekst
    assert not Bilag.objects.exists()


@pytest.mark.parametrize(
    ("data", "saetning"),
    [
        ({"titel": ""}, "Skriv bilagets titel."),
        ({"titel": "Nyt", "adresse": "ikke en adresse"}, "Skriv hele adressen"),
        ({"titel": "Nyt", "adresse": "//andetsteds.example/x"}, "Skriv hele adressen"),
        ({"titel": "Nyt", "adresse": "/\\andetsteds.example/x"}, "Skriv hele adressen"),
        ({"titel": "Nyt", "adresse": "/\t/andetsteds.example/x"}, "Skriv hele adressen"),
        ({"titel": "Nyt", "adresse": "javascript:alert(1)"}, "Skriv hele adressen"),
        ({"titel": f"Om {CPR}"}, "indeholder et CPR-nummer"),
    ],
)
def test_a_paper_needs_a_title_and_a_whole_address(scene, punkt, data, saetning):
    svar = scene.post("bilag-create", punkt.pk, **data)

    assert (svar.status_code, Bilag.objects.count()) == (422, 0)
    assert saetning in svar.content.decode()


def test_a_paper_is_a_file_or_an_address(scene, punkt):
    fil = SimpleUploadedFile("tilbud.pdf", PDF)

    svar = scene.post("bilag-create", punkt.pk, titel="Begge", fil=fil, adresse="https://proeve.example/x")

    assert "Vælg enten en fil eller en adresse." in svar.content.decode()


def test_a_page_of_the_portal_itself_can_be_a_paper(scene, punkt):
    bilag = BilagFactory(punkt=punkt, titel="Referat", adresse="/moeder/sidste/")

    scene.post("bilag-update", bilag.uuid, titel="Sidste referat", adresse="/moeder/sidste/", version=bilag.version)

    assert Bilag.objects.get().titel == "Sidste referat"


def test_a_paper_is_moved_and_deleted(scene, punkt):
    a, b = BilagFactory(punkt=punkt, titel="A", raekkefoelge=1), BilagFactory(punkt=punkt, titel="B", raekkefoelge=2)

    scene.post("bilag-flyt", b.uuid, retning="op")
    assert [str(bilag) for bilag in punkt.bilag.all()] == ["B", "A"]
    scene.post("bilag-slet", a.uuid)

    assert [str(bilag) for bilag in punkt.bilag.all()] == ["B"]


@pytest.mark.parametrize(
    ("udgivet", "lukket", "aabent", "offentlig"),
    [
        (True, False, True, 200),
        (True, False, False, 404),
        (True, True, True, 404),
        (False, False, True, 404),
    ],
)
def test_a_file_is_public_when_paper_item_and_agenda_are(udgivet, lukket, aabent, offentlig):
    moede = MoedeFactory(udsendt=True)
    moede.dagsorden_udgivet = moede.starter if udgivet else None
    moede.save()
    bilag = BilagFactory(punkt__moede=moede, punkt__lukket=lukket, aabent=aabent, pdf=True)
    medlem = BrugerFactory()
    MedlemskabFactory(person=medlem.person, organ=moede.organ)

    assert (hent(bilag).status_code, hent(bilag, medlem).status_code) == (offentlig, 200)


def test_caches_ask_each_time_for_a_public_paper_and_keep_none_for_those_logged_in():
    bilag = BilagFactory(punkt__moede__udgivet=True, pdf=True)

    assert hent(bilag).headers["Cache-Control"] == "no-cache"
    assert (
        hent(bilag, sekretariatsbruger(bilag.punkt.moede.organ.region)).headers["Cache-Control"] == "private, no-store"
    )


def test_a_file_is_streamed_under_its_own_name_and_only_a_pdf_is_shown_in_the_browser():
    moede = MoedeFactory(udgivet=True)
    pdf = hent(BilagFactory(punkt__moede=moede, pdf=True, filnavn="Oversigt.pdf"))
    arket = hent(
        BilagFactory(punkt__moede=moede, pdf=True, fil__filename="ark.csv", fil__data=b"a;b", filnavn="Ark æøå.csv")
    )

    assert pdf.headers["Content-Disposition"] == 'inline; filename="Oversigt.pdf"'
    assert arket.headers["Content-Disposition"].startswith("attachment;")
    assert arket.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert {svar.headers["X-Content-Type-Options"] for svar in (pdf, arket)} == {"nosniff"}
    assert pdf.streaming


def test_a_paper_without_a_file_and_one_whose_file_is_gone_are_unknown():
    bilag = BilagFactory(punkt__moede=MoedeFactory(udgivet=True), pdf=True)
    bilag.fil.storage.delete(bilag.fil.name)

    assert hent(bilag).status_code == 404
    assert hent(BilagFactory(punkt__moede=bilag.punkt.moede)).status_code == 404

"""The pages where a document is read in: paste or upload, see it through, choose, save."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from indsatser.models import Indlaesning, Indsats, Ressourcetraek
from indsatser.tests.laesning.formater import som_docx
from organisering.models import Aftale
from organisering.tests.factories import AftaleFactory, OrganFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db

TABEL = [
    ["Følgegruppen for prøver", "", "RESSOURCETRÆK", "", ""],
    ["Målsætning", "Indsats", "2020", "2021", ""],
    ["Vi vil nå A.", "Prøvehjælp", "X", "", ""],
]
TEKST = "\n".join("\t".join(raekke) for raekke in TABEL) + "\n\nEn note efter tabellen\n"


@pytest.fixture
def aftale() -> Aftale:
    aftale = AftaleFactory(gyldig_fra=date(2019, 7, 1), gyldig_til=date(2023, 12, 31))
    OrganFactory(region=aftale.region, navn="Følgegruppen for prøver", kortnavn="")
    return aftale


@pytest.fixture
def sekretariat(client: Client, aftale: Aftale) -> Client:
    client.force_login(sekretariatsbruger(aftale.region), backend="django.contrib.auth.backends.ModelBackend")
    return client


def send(client: Client, aftale: Aftale, **data: object) -> HttpResponse:
    return client.post(reverse("indsatser:portefoelje-laes", args=[aftale.slug]), data)


def test_pasted_table_is_seen_through_and_saved_as_it_was_shown(sekretariat: Client, aftale: Aftale) -> None:
    forslag = send(sekretariat, aftale, tekst=TEKST).url
    side = sekretariat.get(forslag)

    assert [linje.art for linje in side.context["forslag"].linjer] == ["ny"]
    assert "Gem 2 ændringer" in side.content.decode()
    assert "En note efter tabellen" in side.content.decode()
    assert Indsats.objects.count() == 0

    svar = sekretariat.post(forslag, {"handling": "gem", "maerke": side.context["forslag"].maerke}, follow=True)

    assert svar.status_code == 200
    assert "Ikke forstået, linje 5: En note efter tabellen" in svar.content.decode()
    assert [t.aar for t in Ressourcetraek.objects.all()] == [2020]
    assert Indlaesning.objects.get().slags == "dokument"
    assert sekretariat.get(forslag).status_code == 302


def test_other_choices_than_those_shown_are_shown_first(sekretariat: Client, aftale: Aftale) -> None:
    forslag = send(sekretariat, aftale, tekst=TEKST).url
    maerke = sekretariat.get(forslag).context["forslag"].maerke

    svar = sekretariat.post(forslag, {"handling": "gem", "maerke": maerke, "r0": "spring", "begrundelse": "Min grund"})

    assert svar.status_code == 409
    assert "Forslaget er blevet et andet" in svar.content.decode()
    assert "Min grund" in svar.content.decode()
    assert [linje.art for linje in svar.context["forslag"].linjer] == ["sprunget"]
    assert Indsats.objects.count() == 0


def test_the_proposal_is_brought_up_to_date_without_saving(sekretariat: Client, aftale: Aftale) -> None:
    forslag = send(sekretariat, aftale, tekst=TEKST).url

    svar = sekretariat.post(forslag, {"handling": "opdater", "r0": "anden", "ar0": "Findes ikke"})

    assert svar.status_code == 200
    assert "Aftalen har ingen indsats med den titel." in svar.content.decode()


def test_a_word_file_is_read_and_what_was_pasted_can_be_put_right(sekretariat: Client, aftale: Aftale) -> None:
    fil = SimpleUploadedFile("tillaeg.docx", som_docx([TABEL]))
    assert "tillaeg.docx" in sekretariat.get(send(sekretariat, aftale, fil=fil).url).content.decode()

    side = sekretariat.get(send(sekretariat, aftale, tekst=TEKST).url)
    assert "Prøvehjælp" in sekretariat.get(side.context["tilbage"]).context["form"].initial["tekst"]


@pytest.mark.parametrize(
    ("data", "saetning"),
    [
        ({}, "Sæt tabellen ind, eller vælg en fil."),
        ({"tekst": "Kære alle, her er planen."}, "Der er ingen porteføljetabel i teksten"),
        ({"tekst": "a" * 500_001}, "højst fylde 500.000 tegn"),
        ({"tekst": f"{TEKST} 010203-{'0' * 4}"}, "CPR-nummer"),
        ({"fil": ("a.pdf", b"%PDF-1.7")}, "En PDF kan ikke læses"),
        ({"fil": ("a.doc", b"\xd0\xcf\x11\xe0")}, "gem den som .docx"),
        ({"fil": ("a.exe", b"MZ")}, "Filen skal være af typen"),
        ({"fil": ("a.docx", b"PK\x03\x04ikke et arkiv")}, "kan ikke læses som docx"),
        ({"fil": ("a.docx", som_docx([TABEL])[:-200])}, "kan ikke læses"),
        ({"fil": ("a.txt", b"")}, "Filen er tom"),
        ({"fil": ("a.txt", b"x" * (6 * 1024 * 1024))}, "mere end 5 MB"),
        ({"fil": ("a.txt", TEKST.replace("Prøvehjælp", "Hjælp til 0102030405").encode())}, "ti cifre"),
    ],
)
def test_wrong_input_is_a_danish_sentence_and_what_was_pasted_stays(
    sekretariat: Client, aftale: Aftale, data: dict[str, object], saetning: str
) -> None:
    felter = {
        navn: SimpleUploadedFile(*vaerdi) if isinstance(vaerdi, tuple) else vaerdi for navn, vaerdi in data.items()
    }

    svar = send(sekretariat, aftale, **felter)

    assert svar.status_code == 422
    assert saetning in svar.content.decode()
    assert svar.context["form"].data.get("tekst", "") == data.get("tekst", "")


def test_a_proposal_is_its_reader_s_alone(sekretariat: Client, aftale: Aftale) -> None:
    forslag = send(sekretariat, aftale, tekst=TEKST).url
    sekretariat.force_login(sekretariatsbruger(aftale.region), backend="django.contrib.auth.backends.ModelBackend")

    assert sekretariat.get(forslag).url == reverse("indsatser:portefoelje-laes", args=[aftale.slug])

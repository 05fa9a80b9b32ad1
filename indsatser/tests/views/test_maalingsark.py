"""Measurements by spreadsheet: template, preview, saving as one act."""

import io
from decimal import Decimal

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from indsatser.domain.indlaesning import fortryd_indlaesning
from indsatser.models import Indlaesning, Maaling
from indsatser.tests.factories import MaalingFactory, MaaltalFactory
from organisering.models import Bruger
from organisering.tests.factories import AftaleFactory, sekretariatsbruger
from sundhedsaftale.faelles.regneark import laes_ark

pytestmark = pytest.mark.django_db
MOTOR = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def maaltal(aftale):
    return MaaltalFactory(
        maalsaetning__aftale=aftale, betegnelse="Prøveandel", maal=Decimal(10), basisvaerdi=Decimal(18), basisaar=2017
    )


@pytest.fixture
def sekretariat(client, aftale):
    client.force_login(sekretariatsbruger(aftale.region), MOTOR)
    return client


def ark(aftale):
    return reverse("indsatser:maalingsark", args=[aftale.slug])


def send(client, aftale, *linjer):
    indhold = "\n".join(["måltal;år;værdi;kilde;databrud;foreløbig;antal;bemærkning;nøgle", *linjer])
    return client.post(ark(aftale), {"fil": SimpleUploadedFile("tal.csv", indhold.encode())})


@pytest.mark.parametrize("endelse", ["csv", "xlsx"])
def test_the_template_has_every_target_and_comes_back_without_a_change(sekretariat, aftale, maaltal, endelse):
    MaaltalFactory(maalsaetning__aftale=aftale, betegnelse="=2+2")
    skabelon = sekretariat.get(reverse("indsatser:maalingsskabelon", args=[aftale.slug, endelse])).content
    ark_ud = laes_ark(SimpleUploadedFile(f"tal.{endelse}", skabelon), raekker_hoejst=10)

    assert [[str(celle) for celle in celler[:2]] for _, celler in ark_ud[:2]] == [
        ["nøgle", "måltal"],
        [str(maaltal.pk), "Prøveandel"],
    ]
    svar = sekretariat.post(ark(aftale), {"fil": SimpleUploadedFile(f"tal.{endelse}", skabelon)})
    assert "Der er ingen målinger under overskrifterne." in svar.content.decode()


def test_the_preview_tells_new_changed_unchanged_and_wrong_and_saves_nothing(sekretariat, aftale, maaltal):
    MaalingFactory(maaltal=maaltal, aar=2019, vaerdi=Decimal(15), kilde="K")
    MaalingFactory(maaltal=maaltal, aar=2020, vaerdi=Decimal(14), kilde="K")
    svar = send(
        sekretariat,
        aftale,
        "prøveandel;2019;15;K;;;;",
        "Prøveandel;2020;13,5 %;;;ja;;",
        f";2021;9;K;;;;;{maaltal.pk}",
        "Prøveandel;2018;1.234;K;;;;",
    )

    forslag = svar.context["forslag"]
    assert [linje.art for linje in forslag.linjer] == ["uaendret", "aendret", "ny", "fejl"]
    assert forslag.linjer[1].foer == "værdi: 14\xa0%; foreløbig: nej"
    assert (forslag.linjer[2].tilstand_foer, forslag.linjer[2].tilstand_efter) == ("På vej", "Nået")
    assert "to måder" in forslag.linjer[3].fejl
    assert "Gem 2 ændringer" in svar.content.decode()
    assert sorted(Maaling.objects.values_list("aar", "vaerdi")) == [(2019, Decimal(15)), (2020, Decimal(14))]


def test_what_was_agreed_to_is_saved_as_one_act_and_undone_as_one(sekretariat, aftale, maaltal):
    MaalingFactory(maaltal=maaltal, aar=2020, vaerdi=Decimal(14), kilde="K")
    forslag = send(sekretariat, aftale, "Prøveandel;2020;13,5;;;;;", "Prøveandel;2021;9;K;;;;")

    sekretariat.post(ark(aftale), {"forslag": forslag.context["underskrevet"]})

    assert sorted(Maaling.objects.values_list("aar", "vaerdi")) == [(2020, Decimal("13.5")), (2021, Decimal(9))]
    indlaesning = Indlaesning.objects.get()
    assert (indlaesning.slags, indlaesning.kilde) == ("maalinger", "tal.csv")
    assert Maaling.objects.get(aar=2021).historik.get().history_change_reason == "Målinger indlæst fra tal.csv"
    fortryd_indlaesning(indlaesning, bruger=Bruger.objects.first())
    assert list(Maaling.objects.values_list("aar", "vaerdi")) == [(2020, Decimal(14))]


def test_what_others_have_saved_since_is_left_alone_and_told(sekretariat, aftale, maaltal):
    maaling = MaalingFactory(maaltal=maaltal, aar=2020, vaerdi=Decimal(14), kilde="K")
    forslag = send(sekretariat, aftale, "Prøveandel;2020;13;;;;;", "Prøveandel;2021;9;K;;;;", "Prøveandel;2019;8;K;;;;")
    maaling.vaerdi = Decimal(20)
    maaling.save()
    MaalingFactory(maaltal=maaltal, aar=2021, vaerdi=Decimal(21))

    svar = sekretariat.post(ark(aftale), {"forslag": forslag.context["underskrevet"]})

    tekst = svar.content.decode()
    assert "1 måling er gemt" in tekst
    assert "En anden har ændret målingen" in tekst
    assert "Der er kommet en måling for det år" in tekst
    assert sorted(Maaling.objects.values_list("aar", "vaerdi")) == [
        (2019, Decimal(8)),
        (2020, Decimal(20)),
        (2021, Decimal(21)),
    ]


def test_a_proposal_of_another_agreement_or_a_tampered_one_is_refused(sekretariat, aftale, maaltal):
    forslag = send(sekretariat, aftale, "Prøveandel;2021;9;K;;;;").context["underskrevet"]
    anden = AftaleFactory(region=aftale.region)

    for adresse, indhold in ((ark(anden), forslag), (ark(aftale), forslag[:-2])):
        svar = sekretariat.post(adresse, {"forslag": indhold})
        assert (svar.status_code, "kan ikke bruges mere" in svar.content.decode()) == (422, True)
    assert not Maaling.objects.exists()


@pytest.mark.parametrize(
    ("linje", "saetning"),
    [
        ("Ukendt;2021;9;K", "intet måltal, der hedder det"),
        (";2021;9;K", "nøgle eller navn"),
        (";2021;9;K;;;;;999999", "intet måltal med den nøgle"),
        ("Prøveandel;21;9;K", "fire cifre"),
        ("Prøveandel;2999;9;K", "fire cifre"),
        ("Prøveandel;2021;;K", "Skriv værdien"),
        ("Prøveandel;2021;-3;K", "0 eller mere"),
        ("Prøveandel;2021;9,123;K", "to decimaler"),
        (f"Prøveandel;2021;{'1' * 30};K", "større, end et måltal kan være"),
        ("Prøveandel;2021;=1+1;K", "formel"),
        ("Prøveandel;2021;9;", "under kilde"),
        ("Prøveandel;2021;9;K;måske", "ja eller nej"),
        ("Prøveandel;2021;9;K;;;2,5", "helt tal"),
        ("Prøveandel;2021;9;K;;;;010190-1234", "CPR"),
        (f"Prøveandel;2021;9;{'K' * 301}", "Kilde"),
    ],
)
def test_a_wrong_row_is_told_why(sekretariat, aftale, maaltal, linje, saetning):
    (svar,) = send(sekretariat, aftale, linje).context["forslag"].linjer

    assert svar.art == "fejl"
    assert saetning in svar.fejl
    assert "010190" not in svar.navn + svar.fejl


def test_one_target_and_year_twice_is_wrong_both_times(sekretariat, aftale, maaltal):
    svar = send(sekretariat, aftale, "Prøveandel;2021;9;K", "Prøveandel;2021;8;K")

    assert [linje.art for linje in svar.context["forslag"].linjer] == ["fejl", "fejl"]


@pytest.mark.parametrize(
    ("celle", "art"), [(12.5, "ny"), (12, "ny"), (0.82, "fejl"), (1, "fejl"), ("82 %", "ny"), (True, "fejl")]
)
def test_number_cells_are_read_and_those_that_may_be_a_percentage_of_one_are_refused(
    sekretariat, aftale, maaltal, celle, art
):
    bog = openpyxl.Workbook()
    bog.active.append(["Måltal", "År", "Værdi", "Kilde"])
    bog.active.append(["Prøveandel", 2021, celle, "K"])
    fil = io.BytesIO()
    bog.save(fil)

    svar = sekretariat.post(ark(aftale), {"fil": SimpleUploadedFile("tal.xlsx", fil.getvalue())})

    assert [linje.art for linje in svar.context["forslag"].linjer] == [art]

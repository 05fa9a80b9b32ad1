"""A pool: the list, the page, create, edit and copy."""

from decimal import Decimal

import pytest
from django.urls import reverse

from indsatser.models import Disponering, Pulje
from indsatser.tests.factories import DisponeringFactory, IndsatsFactory, PuljeFactory
from organisering.tests.factories import AftaleFactory, BilagFactory, DagsordenspunktFactory, sekretariatsbruger
from sundhedsaftale.faelles.dansk import HAARDT_MELLEMRUM

pytestmark = pytest.mark.django_db


@pytest.fixture
def pulje():
    return PuljeFactory(navn="Prøvepuljen", aar=2021, beloeb=Decimal("10"))


@pytest.fixture
def sekretariat(client, pulje):
    client.force_login(sekretariatsbruger(pulje.aftale.region), "django.contrib.auth.backends.ModelBackend")
    return client


def side(client, pulje):
    return client.get(pulje.get_absolute_url()).content.decode().replace(HAARDT_MELLEMRUM, " ")


def felter(**andre):
    return {"navn": "Prøvepuljen", "aar": "2021", "beloeb": "10", "fri_oplyst": "", "begrundelse": "", **andre}


def test_the_page_tells_that_it_does_not_close_and_which_lines_name_another_year(client, pulje):
    DisponeringFactory(pulje=pulje, titel="Den gamle", beloeb=Decimal("10.3"), fra_aar=2019, til_aar=2020)

    tekst = side(client, pulje)

    assert "linjerne giver 10,3 mio. kr., puljen er 10,0 mio. kr., 0,3 mio. kr. for meget." in tekst
    assert "En linje nævner et andet år end 2021" in tekst
    assert "10,3 mio. kr., 2019–2020" in tekst
    assert "Rediger" not in tekst


def test_a_closed_paper_and_decision_are_shown_to_those_who_read_them_alone(client, pulje):
    punkt = DagsordenspunktFactory(
        moede__udgivet=True, moede__organ__region=pulje.aftale.region, lukket=True, titel="Lukket sag"
    )
    bilag = BilagFactory(punkt=punkt, titel="Lukket ansøgning")
    indsats = IndsatsFactory(aftale=pulje.aftale, titel="Den støttede")
    DisponeringFactory(pulje=pulje, ansoegning=bilag, besluttet_i=punkt, indsats=indsats)

    aaben = side(client, pulje)
    assert (
        "Lukket ansøgning" in aaben,
        punkt.henvisning in aaben,
        punkt.moede.henvisning in aaben,
        "Den støttede" in aaben,
    ) == (False, False, True, True)

    client.force_login(sekretariatsbruger(pulje.aftale.region), "django.contrib.auth.backends.ModelBackend")
    egen = side(client, pulje)
    assert ("Lukket ansøgning" in egen, punkt.henvisning in egen) == (True, True)


@pytest.mark.parametrize("antal", [1, 5])
def test_the_page_asks_the_same_at_one_line_and_at_many(client, pulje, django_assert_num_queries, antal):
    for _ in range(antal):
        punkt = DagsordenspunktFactory(moede__udgivet=True, moede__organ__region=pulje.aftale.region)
        DisponeringFactory(
            pulje=pulje,
            besluttet_i=punkt,
            ansoegning=BilagFactory(punkt=punkt),
            indsats=IndsatsFactory(aftale=pulje.aftale),
        )

    # pool, lines, cited items and the meetings' other bodies, papers, decisions' changes, topics
    with django_assert_num_queries(7):
        client.get(pulje.get_absolute_url())


def test_a_pool_is_created_and_leads_to_its_lines(sekretariat, pulje):
    svar = sekretariat.post(
        reverse("indsatser:pulje-create", args=[pulje.aftale.slug]),
        felter(navn=" Ny  pulje ", beloeb="19,8", fri_oplyst="0", omtrentligt="on", begrundelse="Budgetaftalen"),
    )

    ny = Pulje.objects.exclude(pk=pulje.pk).get()
    assert svar.headers["Location"] == reverse("indsatser:pulje-linjer", args=[ny.pk])
    assert (ny.navn, ny.beloeb, ny.fri_oplyst, ny.omtrentligt) == ("Ny pulje", Decimal("19.8"), 0, True)
    assert Pulje.historik.latest("history_id").history_change_reason == "Budgetaftalen"


@pytest.mark.parametrize(
    ("forkert", "felt", "saetning"),
    [
        ({"beloeb": "-1"}, "beloeb", "Beløbet kan ikke være negativt."),
        ({"beloeb": "1.234"}, "beloeb", "Et punktum alene kan læses på to måder."),
        ({"beloeb": "19.800.000"}, "beloeb", "Skriv 19,8 for 19.800.000 kr."),
        ({"beloeb": "9" * 5000}, "beloeb", "højst 10.000"),
        ({"beloeb": "1,234"}, "beloeb", "højst to decimaler"),
        ({"beloeb": "1e9"}, "beloeb", "Skriv et tal"),
        ({"beloeb": ""}, "beloeb", "Skriv puljens beløb"),
        ({"fri_oplyst": "-0,1"}, "fri_oplyst", "negativt"),
        ({"aar": "0"}, "aar", "Skriv et årstal fra 1990 til 2100, fx 2021."),
        ({"aar": "2.021"}, "aar", "Skriv et årstal"),
        ({"aar": "9" * 5000}, "aar", "Skriv et årstal"),
        ({"navn": ""}, "navn", "Skriv navn."),
        ({"besluttet_i": "99999"}, "besluttet_i", "Vælg en af mulighederne"),
        ({"navn": "Optaget"}, "__all__", "Aftalen har allerede en pulje med det navn i det år."),
    ],
)
def test_bad_input_is_a_sentence_and_is_kept(sekretariat, pulje, forkert, felt, saetning):
    PuljeFactory(aftale=pulje.aftale, navn="Optaget", aar=2021)

    svar = sekretariat.post(
        reverse("indsatser:pulje-update", args=[pulje.pk]),
        felter(version="1", **{"bemaerkning": "Behold mig", **forkert}),
    )

    assert svar.status_code == 422
    assert saetning in str(svar.context["form"].errors[felt])
    assert "Behold mig" in svar.content.decode()
    assert Pulje.objects.get(pk=pulje.pk).version == 1


def test_an_edit_tells_at_once_whether_the_pool_closes(sekretariat, pulje):
    DisponeringFactory(pulje=pulje, beloeb=Decimal("9"))

    svar = sekretariat.post(
        reverse("indsatser:pulje-update", args=[pulje.pk]), felter(beloeb="8,5", version="1"), follow=True
    )

    assert "linjerne giver 9,0 mio. kr., puljen er 8,5 mio. kr., 0,5 mio. kr. for meget." in (
        svar.content.decode().replace(HAARDT_MELLEMRUM, " ")
    )


def test_the_second_of_two_gets_the_conflict_page(sekretariat, pulje):
    adresse = reverse("indsatser:pulje-update", args=[pulje.pk])
    sekretariat.post(adresse, felter(beloeb="11", version="1"))

    svar = sekretariat.post(adresse, felter(beloeb="12", version="1"))

    assert svar.status_code == 409
    assert [(raekke.felt, raekke.mit, raekke.nu, raekke.oprindeligt) for raekke in svar.context["raekker"]] == [
        ("Puljens beløb i mio. kr.", "12", "11", "10")
    ]
    assert Pulje.objects.get().beloeb == 11


def test_a_pool_is_copied_with_what_runs_on(sekretariat, pulje):
    fem = {
        "drift": DisponeringFactory(pulje=pulje, tilstand="besluttet", bevilling="drift"),
        "treaarig": DisponeringFactory(pulje=pulje, tilstand="besluttet", fra_aar=2020, til_aar=2022),
        "slut": DisponeringFactory(pulje=pulje, tilstand="besluttet", bevilling="drift", til_aar=2021),
        "enkelt": DisponeringFactory(pulje=pulje, tilstand="besluttet"),
        "foreslaaet": DisponeringFactory(pulje=pulje, fra_aar=2021, til_aar=2022),
    }
    bortfaldet = DisponeringFactory(pulje=pulje, tilstand="bortfaldet", bevilling="drift")
    adresse = reverse("indsatser:pulje-kopier", args=[pulje.pk])

    form = sekretariat.get(adresse).context["form"]
    valgt = form["linjer"].value()
    assert valgt == [fem["drift"].pk, fem["treaarig"].pk]
    assert bortfaldet not in form.fields["linjer"].queryset

    data = {"aar": "2022", "beloeb": "12", "linjer": [*valgt, fem["foreslaaet"].pk]}
    svar = sekretariat.post(adresse, data, follow=True)
    ny = Pulje.objects.get(aar=2022)
    assert "Prøvepuljen 2022 er oprettet." in svar.content.decode()
    assert "Puljen går op: puljen er" in svar.content.decode()
    assert list(Disponering.objects.filter(pulje=ny).values_list("titel", "slags", "tilstand", "til_aar")) == [
        (fem["drift"].titel, "igangvaerende", "besluttet", None),
        (fem["treaarig"].titel, "igangvaerende", "besluttet", 2022),
        (fem["foreslaaet"].titel, "reserveret", "foreslaaet", 2022),
    ]

    igen = sekretariat.post(adresse, data)
    assert (igen.status_code, Pulje.objects.count()) == (422, 2)
    assert "allerede en pulje med det navn i det år" in igen.content.decode()


def test_the_list_stands_by_year_with_what_does_not_close(client, pulje):
    PuljeFactory(aftale=pulje.aftale, navn="Den nye", aar=2022, beloeb=Decimal("1"), fri_oplyst=Decimal("2"))
    PuljeFactory(aftale=AftaleFactory(), navn="En andens")

    tekst = client.get(reverse("indsatser:pulje-list", args=[pulje.aftale.slug])).content.decode()

    assert tekst.index("Den nye") < tekst.index("Prøvepuljen")
    assert f"1,0{HAARDT_MELLEMRUM}mio.{HAARDT_MELLEMRUM}kr. for meget" in tekst
    assert "En andens" not in tekst


def test_the_sheet_has_the_lines_the_sums_and_the_verdict(client, pulje):
    DisponeringFactory(pulje=pulje, titel="=Den gamle", beloeb=Decimal("10.3"), fra_aar=2020, til_aar=2020)

    svar = client.get(reverse("indsatser:pulje-fil", args=[pulje.pk, "csv"]))

    linjer = svar.content.decode("utf-8-sig").replace(HAARDT_MELLEMRUM, " ").splitlines()
    assert svar.headers["Content-Disposition"] == 'attachment; filename="proevepuljen-2021.csv"'
    assert linjer[2] == (
        "Puljen går ikke op: linjerne giver 10,3 mio. kr., puljen er 10,0 mio. kr., 0,3 mio. kr. for meget."
    )
    assert linjer[4].startswith("0;'=Den gamle;Reserveret;;Foreslået;10,3;2020;2020;ja;")
    assert [linje.split(";")[1::4][:2] for linje in linjer[5:]] == [
        ["Igangværende", "0"],
        ["Bevilget", "0"],
        ["Reserveret", "10,3"],
        ["Frit", "0"],
        ["I alt", "10,3"],
        ["Puljen", "10"],
        ["For meget", "0,3"],
    ]
    assert client.get(reverse("indsatser:pulje-fil", args=[pulje.pk, "xlsx"])).content[:2] == b"PK"

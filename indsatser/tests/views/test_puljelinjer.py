"""The table of a pool's lines: changed, added and removed together, by one and by two at once."""

from decimal import Decimal

import pytest
from django.urls import reverse

from indsatser.models import Disponering, Disponeringsvirkning
from indsatser.tests.factories import DisponeringFactory, PuljeFactory
from organisering.tests.factories import DagsordenspunktFactory, sekretariatsbruger
from sundhedsaftale.faelles.dansk import HAARDT_MELLEMRUM

pytestmark = pytest.mark.django_db
D = Decimal


@pytest.fixture
def pulje():
    return PuljeFactory(aar=2021, beloeb=D("10"), fri_oplyst=D(0))


@pytest.fixture
def sekretariat(client, pulje):
    client.force_login(sekretariatsbruger(pulje.aftale.region), "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def linje(pulje):
    return DisponeringFactory(pulje=pulje, titel="Den første", beloeb=D("6"), raekkefoelge=1, ordlyd="6 mio. kr.")


def adresse(pulje):
    return reverse("indsatser:pulje-linjer", args=[pulje.pk])


def raekke(linje=None, **andre):
    """One row as the page shows it, with some fields written over; without a line an empty new one."""
    tom = {"linje": "", "raekkefoelge": "9", "tilstand": "foreslaaet", "bevilling": ""}
    if linje is not None:
        tom |= {felt: str(getattr(linje, felt)) for felt in ("titel", "slags", "tilstand", "ordlyd", "version")}
        tom |= {"linje": str(linje.pk), "raekkefoelge": str(linje.raekkefoelge)}
        tom |= {"beloeb": str(linje.beloeb).replace(".", ",")}
        tom |= {felt: str(getattr(linje, felt) or "") for felt in ("fra_aar", "til_aar", "bevilling")}
    return {**tom, **andre}


def tabel(*raekker, begrundelse=""):
    data = {"linjer-TOTAL_FORMS": str(len(raekker)), "linjer-INITIAL_FORMS": "0", "begrundelse": begrundelse}
    return data | {f"linjer-{plads}-{felt}": ord_ for plads, en in enumerate(raekker) for felt, ord_ in en.items()}


def tekst(svar):
    return svar.content.decode().replace(HAARDT_MELLEMRUM, " ")


def gemt():
    return list(Disponering.objects.order_by("raekkefoelge", "pk").values_list("titel", "beloeb", "version"))


NY = {"titel": "Den  nye", "slags": "reserveret", "beloeb": "4,3"}


def test_lines_are_changed_added_and_removed_together_and_the_difference_is_told(sekretariat, pulje, linje):
    vaek = DisponeringFactory(pulje=pulje, titel="Fejl", raekkefoelge=2)

    svar = sekretariat.post(
        adresse(pulje),
        tabel(
            raekke(linje, beloeb="6,5"),
            raekke(vaek, fjern="on"),
            raekke(**NY, fra_aar="2020", til_aar="2020", ordlyd="4,3 mio. kr. i 2020"),
            raekke(),
            begrundelse="Efter referatet",
        ),
        follow=True,
    )

    for saetning in (
        "3 linjer er gemt.",
        "Puljen går ikke op: linjerne giver 10,8 mio. kr., puljen er 10,0 mio. kr., 0,8 mio. kr. for meget.",
        "En linje nævner et andet år end 2021",
    ):
        assert saetning in tekst(svar)
    assert gemt() == [("Den første", D("6.50"), 2), ("Den nye", D("4.30"), 1)]
    assert set(Disponering.historik.filter(history_change_reason="Efter referatet").values_list("history_type")) == {
        ("+",),
        ("~",),
        ("-",),
    }


def test_what_is_not_touched_is_not_written(sekretariat, pulje, linje):
    svar = sekretariat.post(adresse(pulje), tabel(raekke(linje), raekke(), raekke(raekkefoelge="44")), follow=True)

    assert "Der var ingen ændringer at gemme." in tekst(svar)
    assert gemt() == [("Den første", D("6.00"), 1)]


@pytest.mark.parametrize(
    ("forkert", "saetning"),
    [
        ({"beloeb": "-1"}, "Beløbet kan ikke være negativt."),
        ({"beloeb": "1.234"}, "Et punktum alene kan læses på to måder."),
        ({"beloeb": "9" * 40}, "højst 10.000"),
        ({"beloeb": ""}, "Skriv beløb."),
        ({"fra_aar": "0"}, "Skriv et årstal fra 1990 til 2100"),
        ({"fra_aar": "2022", "til_aar": "2020"}, "Det sidste år kan ikke ligge før det første."),
        ({"titel": ""}, "Skriv titel."),
        ({"titel": "x" * 301}, "300"),
        ({"titel": "Den første"}, "Den første: Puljen har allerede en linje med den titel."),
        ({"slags": ""}, "Vælg slags."),
        ({"slags": "gave"}, "Vælg en af mulighederne"),
        ({"raekkefoelge": "-3"}, "Skriv et helt tal fra 1 til 999."),
        ({"ordlyd": "Borger 010203-" + "0000"}, "CPR-nummer"),
    ],
)
def test_bad_input_is_told_at_the_row_and_nothing_is_saved(sekretariat, pulje, linje, forkert, saetning):
    svar = sekretariat.post(
        adresse(pulje), tabel(raekke(linje, ordlyd="Behold mig"), raekke(**{**NY, "raekkefoelge": "3", **forkert}))
    )

    assert svar.status_code == 422
    assert saetning in tekst(svar)
    assert "Behold mig" in tekst(svar)
    assert gemt() == [("Den første", D("6.00"), 1)]


def test_a_table_that_is_no_table_is_refused(sekretariat, pulje, linje):
    for data in ({}, {"linjer-TOTAL_FORMS": "9999", "linjer-INITIAL_FORMS": "x"}, tabel(raekke(linje, version=""))):
        assert sekretariat.post(adresse(pulje), data).status_code == 422
    assert gemt() == [("Den første", D("6.00"), 1)]


def test_of_two_on_one_line_the_second_sees_both_texts_and_keeps_his_own(sekretariat, pulje, linje):
    anden = DisponeringFactory(pulje=pulje, titel="Den anden", beloeb=D("1"), raekkefoelge=2)
    sekretariat.post(adresse(pulje), tabel(raekke(linje, beloeb="7"), raekke(anden, ordlyd="Andres ord")))

    svar = sekretariat.post(adresse(pulje), tabel(raekke(linje, beloeb="8"), raekke(anden), raekke(**NY)))

    assert svar.status_code == 409
    assert [(et.felt, et.mit, et.nu, et.oprindeligt) for et in svar.context["raekker"]] == [
        ("Den første: Beløb", "8", "7", "6")
    ]
    assert gemt()[0] == ("Den første", D("7.00"), 2)
    foerste, uroert, ny = svar.context["formular"].forms
    assert (foerste["beloeb"].value(), foerste["version"].value()) == ("8", "2")
    assert (uroert["ordlyd"].value(), uroert["version"].value()) == ("Andres ord", "2")
    assert ny["titel"].value() == "Den  nye"

    igen = {felt.html_name: felt.value() or "" for form in svar.context["formular"].forms for felt in form}
    sekretariat.post(adresse(pulje), tabel(*[{}] * 3) | igen)
    assert gemt() == [("Den første", D("8.00"), 3), ("Den anden", D("1.00"), 2), ("Den nye", D("4.30"), 1)]


def test_a_line_that_another_has_removed_does_not_come_back_by_itself(sekretariat, pulje, linje):
    sete = raekke(linje)
    sekretariat.post(adresse(pulje), tabel(raekke(linje, fjern="on")))

    svar = sekretariat.post(adresse(pulje), tabel(sete))

    assert svar.status_code == 409
    assert [et.nu for et in svar.context["raekker"]] == ["fjernet"]
    (form,) = svar.context["formular"].forms
    assert (form["linje"].value(), form["fjern"].value()) == ("", True)
    assert gemt() == []


def test_money_changed_by_hand_rests_on_no_decision_and_words_do(sekretariat, pulje, linje):
    linje.besluttet_i = DagsordenspunktFactory()
    linje.save()

    sekretariat.post(adresse(pulje), tabel(raekke(linje, ordlyd="Rettet afskrift")))
    assert Disponering.objects.get().besluttet_i is not None

    svar = sekretariat.post(adresse(pulje), tabel(raekke(Disponering.objects.get(), beloeb="5")), follow=True)
    assert "1 linje hviler ikke længere på en beslutning." in tekst(svar)
    assert Disponering.objects.get().besluttet_i is None


def test_a_line_that_a_decision_names_lapses_and_is_not_removed(sekretariat, pulje, linje):
    Disponeringsvirkning.objects.create(
        punkt=DagsordenspunktFactory(), disponering=linje, slags="bevilget", beloeb=D("6")
    )

    svar = sekretariat.post(adresse(pulje), tabel(raekke(linje, fjern="on")))

    assert svar.status_code == 422
    assert "Sæt den til Bortfaldet i stedet" in tekst(svar)


def test_the_lines_own_page_saves_the_decision_that_is_chosen_and_guards_the_version(sekretariat, pulje, linje):
    punkt = DagsordenspunktFactory(
        moede__udgivet=True, moede__organ__region=pulje.aftale.region, beslutning="Godkendt."
    )
    fremmed = DagsordenspunktFactory(moede__udgivet=True, beslutning="Godkendt.")
    side = reverse("indsatser:disponering-update", args=[linje.pk])
    data = raekke(linje, beloeb="5,5", tilstand="besluttet", besluttet_i=str(punkt.pk))

    assert sekretariat.post(side, data | {"besluttet_i": str(fremmed.pk)}).status_code == 422
    assert sekretariat.post(side, data).status_code == 302
    assert (Disponering.objects.get().besluttet_i, Disponering.objects.get().beloeb) == (punkt, D("5.50"))
    assert sekretariat.post(side, data | {"beloeb": "4"}).status_code == 409

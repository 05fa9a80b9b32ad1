"""A task transfer on its pages: assessed, ready, settled, and shown where it belongs."""

import pytest
from django.urls import reverse

from indsatser.domain.opgaveoverdragelse import VURDERINGER
from indsatser.models import Opgaveoverdragelse, Punktemne
from indsatser.tests.factories import IndsatsFactory, OpgaveoverdragelseFactory
from organisering.tests.factories import AftaleFactory, DagsordenspunktFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db


@pytest.fixture
def overdragelse():
    return OpgaveoverdragelseFactory(titel="IV-behandling i eget hjem")


@pytest.fixture
def sekretariat(client, overdragelse):
    client.force_login(sekretariatsbruger(overdragelse.aftale.region), "django.contrib.auth.backends.ModelBackend")
    return client


def trin(overdragelse, navn):
    return reverse(f"indsatser:opgaveoverdragelse-{navn}", args=[overdragelse.pk])


def felter(**andre):
    return {"titel": "IV-behandling i eget hjem", "fra": "Sygehusene", "til": "Kommunerne", **andre}


def vurderet(**andre):
    return felter(**dict.fromkeys(VURDERINGER, "Vurderet."), **andre)


def tilstand():
    return Opgaveoverdragelse.objects.get().tilstand


def test_it_is_created_assessed_and_decided(sekretariat, overdragelse):
    aftale = overdragelse.aftale
    overdragelse.delete()
    indsats = IndsatsFactory(aftale=aftale)
    opret = reverse("indsatser:opgaveoverdragelse-create", args=[aftale.slug])

    assert sekretariat.post(opret, felter(indsats=indsats.pk)).status_code == 302
    ny = Opgaveoverdragelse.objects.get()
    side = sekretariat.post(trin(ny, "klar"), {"version": "1"}, follow=True).content.decode()
    assert "Før der kan besluttes, mangler: patientgruppe, faglige konsekvenser" in side
    assert tilstand() == "vurderes"

    sekretariat.post(trin(ny, "update"), vurderet(indsats=indsats.pk, version="1"))
    sekretariat.post(trin(ny, "klar"), {"version": "2"})
    assert tilstand() == "til_beslutning"

    punkt = DagsordenspunktFactory(moede__udgivet=True, moede__organ__region=aftale.region, beslutning="Godkendt.")
    sekretariat.post(trin(ny, "afgoer"), {"udfald": "besluttet", "besluttet_i": punkt.pk, "version": "3"})
    assert (tilstand(), Opgaveoverdragelse.objects.get().besluttet_i) == ("besluttet", punkt)

    offentlig = sekretariat.__class__()
    for adresse in (ny.get_absolute_url(), indsats.get_absolute_url()):
        tekst = offentlig.get(adresse).content.decode()
        assert "Besluttet overdraget" in tekst
        assert punkt.henvisning in tekst


@pytest.mark.parametrize(
    ("navn", "data", "saetning"),
    [
        ("afgoer", {"udfald": "besluttet"}, "eller skriv en begrundelse"),
        ("afgoer", {"udfald": "trukket"}, "Vælg en af mulighederne"),
        ("afgoer", {"begrundelse": "Aftalt"}, "Vælg, om opgaven overdrages eller ej."),
        ("traek", {"begrundelse": " "}, "Skriv, hvorfor opgaveoverdragelsen trækkes tilbage."),
        ("genoptag", {}, "Skriv, hvorfor opgaveoverdragelsen genoptages."),
        ("update", {"titel": "", "fra": "Behold mig"}, "Skriv opgave."),
        ("update", {**vurderet(), "kvalitet": ""}, "mangler: kvalitet og patientsikkerhed"),
        ("update", {**vurderet(), "titel": "Optaget"}, "allerede en opgaveoverdragelse med den titel"),
    ],
)
def test_a_step_that_may_not_be_taken_is_told_and_keeps_what_was_written(
    sekretariat, overdragelse, navn, data, saetning
):
    OpgaveoverdragelseFactory(aftale=overdragelse.aftale, titel="Optaget")
    overdragelse.tilstand = "til_beslutning"
    overdragelse.save()

    svar = sekretariat.post(trin(overdragelse, navn), {**data, "version": "2"})

    assert svar.status_code == 422
    assert saetning in svar.content.decode()
    assert data.get("fra", "") in svar.content.decode()
    assert Opgaveoverdragelse.objects.get(pk=overdragelse.pk).version == 2


@pytest.mark.parametrize("navn", ["update", "traek"])
def test_the_second_of_two_gets_the_conflict_page(sekretariat, overdragelse, navn):
    sekretariat.post(trin(overdragelse, "update"), vurderet(version="1"))

    svar = sekretariat.post(trin(overdragelse, navn), felter(fra="Andre", version="1", begrundelse="Min grund"))

    assert svar.status_code == 409
    assert "Min grund" in svar.content.decode()
    assert tilstand() == "vurderes"


def test_a_closed_case_and_decision_do_not_show_on_the_public_page(client, overdragelse):
    punkt = DagsordenspunktFactory(
        moede__udgivet=True, moede__organ__region=overdragelse.aftale.region, lukket=True, titel="Lukket titel"
    )
    overdragelse.sag, overdragelse.besluttet_i = punkt.sag, punkt
    overdragelse.save()

    aaben = client.get(overdragelse.get_absolute_url()).content.decode()
    client.force_login(sekretariatsbruger(overdragelse.aftale.region), "django.contrib.auth.backends.ModelBackend")
    egen = client.get(overdragelse.get_absolute_url()).content.decode()

    assert ("Lukket titel" in aaben, punkt.henvisning in aaben) == (False, False)
    assert ("Lukket titel" in egen, punkt.henvisning in egen) == (True, True)


def test_an_item_about_it_stands_on_its_page(client, overdragelse):
    punkt = DagsordenspunktFactory(
        moede__udgivet=True, moede__organ__region=overdragelse.aftale.region, titel="Drøftelse af opgaven"
    )
    Punktemne.objects.create(punkt=punkt, opgaveoverdragelse=overdragelse)

    tekst = client.get(overdragelse.get_absolute_url()).content.decode()

    assert ("Behandlet på møder" in tekst, "Drøftelse af opgaven" in tekst) == (True, True)


@pytest.mark.parametrize("antal", [1, 4])
def test_the_list_asks_the_same_at_one_and_at_many(client, django_assert_num_queries, antal):
    aftale = AftaleFactory()
    for _ in range(antal):
        OpgaveoverdragelseFactory(
            aftale=aftale,
            tilstand="besluttet",
            besluttet_i=DagsordenspunktFactory(moede__udgivet=True, moede__organ__region=aftale.region),
        )

    with django_assert_num_queries(4):  # agreement, transfers, cited items, the meetings' other bodies
        client.get(reverse("indsatser:opgaveoverdragelse-list", args=[aftale.slug]))

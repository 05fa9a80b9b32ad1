from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from organisering.models import Dagsordenspunkt, Moede, Ordlyd
from organisering.tests.dagsordenscene import byg_scene
from organisering.tests.factories import DagsordenspunktFactory, MoedeFactory, OrganFactory, SagFactory

pytestmark = pytest.mark.django_db


def sag(client, sag):
    return client.get(reverse("organisering:sag-detail", args=[sag.uuid]))


@pytest.fixture
def sof():
    return OrganFactory(navn="Samordningsforum Prøve", kortnavn="SOF")


@pytest.fixture
def scene(client, sof):
    return byg_scene(client, organ=OrganFactory(region=sof.region, navn="Gruppen", refererer_til=sof))


@pytest.fixture
def punkt(scene):
    return DagsordenspunktFactory(moede=scene.moede, titel="Fælles tavler")


def kommende(organ, dage=10, **felter):
    return MoedeFactory(organ=organ, starter=timezone.now() + timedelta(days=dage), **felter)


def test_an_item_is_sent_up_and_both_meetings_show_it(scene, punkt, sof):
    maal = kommende(sof)
    assert "Send til SOF" in scene.get("punkt-update", punkt.pk).content.decode()

    svar = scene.post("punkt-send", punkt.pk, moede=maal.pk)

    nyt = Dagsordenspunkt.objects.get(moede=maal, sag=punkt.sag)
    assert svar.headers["Location"] == punkt.get_absolute_url()
    assert (
        f'Sendt til <a href="{maal.get_absolute_url()}">'
        in scene.get("moede-detail", scene.moede.uuid).content.decode()
    )
    assert nyt.sendt_fra == punkt


def test_the_receiving_body_sees_where_an_item_came_from_and_may_change_it(client, punkt, sof):
    modtager = byg_scene(client, organ=sof, starter=timezone.now() + timedelta(days=10))
    nyt = DagsordenspunktFactory(moede=modtager.moede, sag=punkt.sag, sendt_fra=punkt)

    assert (
        f'Sendt fra <a href="{punkt.moede.get_absolute_url()}">'
        in modtager.get("moede-detail", modtager.moede.uuid).content.decode()
    )
    assert modtager.get("punkt-update", nyt.pk).status_code == 200


def test_the_public_is_told_of_the_way_only_as_far_as_both_agendas_are_published(client, punkt, sof):
    maal = MoedeFactory(organ=sof, udgivet=True)
    DagsordenspunktFactory(moede=maal, sag=punkt.sag, sendt_fra=punkt)
    client.logout()
    side = maal.get_absolute_url()
    assert "Sendt fra" not in client.get(side).content.decode()

    punkt.moede.dagsorden_udgivet = timezone.now()
    punkt.moede.save()

    assert "Sendt fra" in client.get(side).content.decode()


def test_a_case_cannot_be_sent_twice(scene, punkt, sof):
    maal = kommende(sof)
    scene.post("punkt-send", punkt.pk, moede=maal.pk)

    svar = scene.post("punkt-send", punkt.pk, moede=maal.pk)

    assert svar.status_code == 422
    assert "Sagen står allerede på dagsordenen" in svar.content.decode()


def test_without_a_coming_meeting_the_page_says_whom_to_ask(scene, punkt, sof):
    tekst = scene.get("punkt-send", punkt.pk).content.decode()

    assert "Der er ingen kommende møder at sende sagen til" in tekst
    assert sof.get_absolute_url() in tekst


def test_a_case_shows_every_treatment_with_its_decision_in_order(client):
    foerst = DagsordenspunktFactory(moede__udgivet=True, moede__starter=timezone.now() - timedelta(days=90))
    foerst.beslutning = "Anbefales"
    foerst.save()
    DagsordenspunktFactory(
        sag=foerst.sag,
        moede=MoedeFactory(udgivet=True, starter=timezone.now() - timedelta(days=30)),
        titel="Fælles tavler i hele området",
        beslutning="Tiltrådt",
    )

    svar = sag(client, foerst.sag)

    assert [(trin.nummer, trin.beslutning) for trin in svar.context["gang"].trin] == [
        ("1", "Anbefales"),
        ("1", "Tiltrådt"),
    ]
    assert svar.context["gang"].titel == "Fælles tavler i hele området"


def test_a_case_never_tells_a_closed_item_s_words(client):
    lukket = DagsordenspunktFactory(
        moede__udgivet=True, titel="Hemmelig", lukket=True, beslutning="Hemmelig", sag=SagFactory(titel="Hemmelig")
    )
    Ordlyd.objects.create(punkt=lukket, titel="En aftale", beslutning="Tiltrådt")
    assert sag(client, lukket.sag).status_code == 404

    DagsordenspunktFactory(sag=lukket.sag, moede__udgivet=True, titel="Åben behandling")
    tekst = sag(client, lukket.sag).content.decode()

    assert {"En aftale", "Tiltrådt", "Åben behandling"} == {
        ord_ for ord_ in ("En aftale", "Tiltrådt", "Åben behandling", "Hemmelig") if ord_ in tekst
    }


def test_a_case_is_unknown_before_an_agenda_is_published(client):
    punkt = DagsordenspunktFactory(moede__tilstand=Moede.Tilstand.DAGSORDEN_UDSENDT)

    assert sag(client, punkt.sag).status_code == 404


def test_earlier_decisions_write_themselves(client):
    foer = DagsordenspunktFactory(
        moede=MoedeFactory(udgivet=True, organ__kortnavn="SOF", starter=timezone.now() - timedelta(days=30)),
        beslutning="Udsat til næste møde",
    )
    nu = DagsordenspunktFactory(sag=foer.sag, moede=MoedeFactory(udgivet=True, starter=timezone.now()))

    tekst = client.get(nu.moede.get_absolute_url()).content.decode()

    assert foer.henvisning in tekst
    assert "Udsat til næste møde" in tekst


@pytest.mark.parametrize("antal", [1, 3])
def test_a_case_s_page_has_a_constant_query_count(client, django_assert_num_queries, antal):
    sagen = SagFactory()
    for _ in range(antal):
        DagsordenspunktFactory(sag=sagen, moede__udgivet=True)

    with django_assert_num_queries(3):  # case, items, the other bodies of their meetings
        svar = sag(client, sagen)

    assert len(svar.context["gang"].trin) == antal

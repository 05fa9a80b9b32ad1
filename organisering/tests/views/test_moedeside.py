from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from organisering.models import Indstilling, Ordlyd
from organisering.tests.factories import (
    BilagFactory,
    BrugerFactory,
    DagsordenspunktFactory,
    MedlemskabFactory,
    MoedeFactory,
    OrganFactory,
    RolleFactory,
    sekretariatsbruger,
)
from organisering.tests.referatscene import bring_til, opret_referatscene

pytestmark = pytest.mark.django_db


def side(client, moede):
    return client.get(reverse("organisering:moede-detail", args=[moede.uuid]))


def fyld(moede, antal):
    """Items with all that hangs on them, each treated once before."""
    foer = MoedeFactory(organ=moede.organ, starter=moede.starter - timedelta(days=antal), udgivet=True)
    for nummer in range(antal):
        punkt = DagsordenspunktFactory(moede=moede, lukket=nummer % 2 == 1, sagsfremstilling="Tekst", uenighed="Uenige")
        DagsordenspunktFactory(moede=foer, sag=punkt.sag, beslutning="Udsat")
        Indstilling.objects.create(punkt=punkt, indstiller="Sekretariatet", tekst="det godkendes")
        BilagFactory(punkt=punkt)
        if punkt.lukket:
            Ordlyd.objects.create(punkt=punkt, titel="En sag om personale")


def test_a_meeting_of_a_body_that_is_hidden_is_unknown(client):
    moede = MoedeFactory(organ__offentlig=False)

    assert side(client, moede).status_code == 404


def test_an_unpublished_meeting_says_when_it_is_and_that_nothing_is_published(client):
    moede = MoedeFactory(sted="Rådssalen", udsendt=True)
    punkt = DagsordenspunktFactory(moede=moede, titel="Kladdepunkt")

    tekst = side(client, moede).content.decode()

    assert "Rådssalen" in tekst
    assert "Dagsordenen er ikke offentliggjort" in tekst
    assert punkt.titel not in tekst


def test_a_published_meeting_shows_the_public_the_closed_items_public_wording_alone(client):
    moede = MoedeFactory(udgivet=True)
    punkt = DagsordenspunktFactory(moede=moede, titel="Hemmelig", lukket=True, beslutning="Hemmelig beslutning")
    Ordlyd.objects.create(punkt=punkt, titel="En sag om personale", beslutning="Udvalget tiltrådte")

    tekst = side(client, moede).content.decode()

    assert "En sag om personale" in tekst
    assert "Udvalget tiltrådte" in tekst
    assert "Hemmelig" not in tekst


def test_a_dissent_stands_at_the_sagsfremstilling_and_at_the_indstilling(client):
    moede = MoedeFactory(udgivet=True)
    DagsordenspunktFactory(moede=moede, uenighed="Kommunerne ønsker en lavere sats")

    tekst = side(client, moede).content.decode()

    assert tekst.count("Kommunerne ønsker en lavere sats") == 2
    assert tekst.index("Sagsfremstilling") < tekst.index("Kommunerne ønsker") < tekst.index("Indstilling</h3>")


def test_only_a_writer_is_told_the_deadlines(client):
    moede = MoedeFactory()
    skriver = BrugerFactory()
    MedlemskabFactory(person=skriver.person, organ=moede.organ, rolle=RolleFactory(sekretaer=True))
    assert "Frister før mødet" not in side(client, moede).content.decode()

    client.force_login(skriver, "django.contrib.auth.backends.ModelBackend")

    assert "Frister før mødet" in side(client, moede).content.decode()


def test_the_page_takes_as_many_queries_at_100_items_as_at_1(client):
    moede = MoedeFactory(udgivet=True)
    skriver = Client()
    skriver.force_login(sekretariatsbruger(moede.organ.region), "django.contrib.auth.backends.ModelBackend")
    antal = set()
    for flere in (1, 2, 7, 90):
        fyld(moede, flere)
        taellinger = []
        for laeser in (client, skriver):
            with CaptureQueriesContext(connection) as taelling:
                svar = side(laeser, moede)
            assert len(svar.context["side"].billede.punkter) == moede.punkter.count()
            taellinger.append(len(taelling))
        antal.add(tuple(taellinger))

    assert len(antal) == 1
    assert max(taellinger) <= 22  # four of them: each kind of thing that a decision changes


def test_approved_minutes_say_who_has_approved_them_and_when(client):
    scene = opret_referatscene()
    moede = bring_til(scene, "udgivet")

    tekst = " ".join(side(client, moede).content.decode().split())

    for godkendelse in moede.godkendelser.all():
        assert f"{godkendelse.medlemskab.person} ({godkendelse.medlemskab.rolle.navn.lower()}, " in tekst


def test_a_hidden_body_that_takes_part_is_named_to_those_who_see_it_alone(client):
    moede = MoedeFactory(udgivet=True)
    moede.faelles_med.add(OrganFactory(region=moede.organ.region, navn="Det skjulte udvalg", offentlig=False))

    assert "Det skjulte udvalg" not in side(client, moede).content.decode()
    client.force_login(sekretariatsbruger(moede.organ.region), "django.contrib.auth.backends.ModelBackend")
    assert "Det skjulte udvalg" in side(client, moede).content.decode()

"""A meeting's documents as each reader meets them."""

import re

import pytest
from django.urls import reverse

from organisering.models import Moede
from organisering.tests.factories import BrugerFactory, DagsordenspunktFactory, MedlemskabFactory, MoedeFactory
from rapportering.domain.moedetryk_dan import dan_moedetryk
from rapportering.models import Moedetryk
from rapportering.tests.factories import MoedetrykFactory

pytestmark = pytest.mark.django_db

Tilstand = Moedetryk.Tilstand
SLAGS = ["dagsorden", "referat", "pakke"]


def moede_med_punkter(**felter) -> Moede:
    moede = MoedeFactory(**felter)
    DagsordenspunktFactory(moede=moede, titel="Et åbent emne")
    DagsordenspunktFactory(moede=moede, titel="kanarietitel", beslutning="kanariebeslutning", lukket=True)
    return moede


def adresse(tryk, navn="detail"):
    return reverse(f"rapportering:moedetryk-{navn}", args=[tryk.uuid])


def bestil(moede, slags="dagsorden"):
    return reverse("rapportering:moedetryk-bestil", args=[moede.uuid, slags])


def offentlig(moede, slags="dagsorden"):
    return reverse("rapportering:moedetryk-offentlig", args=[moede.uuid, slags])


@pytest.fixture
def udgivet():
    return moede_med_punkter(udgivet=True)


@pytest.fixture
def medlem(client, udgivet):
    """The client of a member of the published meeting's body."""
    bruger = BrugerFactory()
    MedlemskabFactory(person=bruger.person, organ=udgivet.organ)
    client.force_login(bruger)
    return client


@pytest.mark.parametrize("slags", SLAGS)
def test_member_orders_the_members_version_and_is_led_to_its_progress(medlem, udgivet, slags):
    svar = medlem.post(bestil(udgivet, slags))

    tryk = Moedetryk.objects.get()
    assert svar.headers["Location"] == adresse(tryk)
    assert (tryk.slags, tryk.offentlig) == (slags, False)
    assert "kanarietitel" in str(tryk.snapshot)


def test_somebody_else_who_is_logged_in_orders_the_public_version(client, udgivet):
    client.force_login(BrugerFactory())

    client.post(bestil(udgivet))

    tryk = Moedetryk.objects.get()
    assert tryk.offentlig
    assert "kanarie" not in str(tryk.snapshot)


def test_nobody_orders_what_they_may_not_read(client):
    client.force_login(BrugerFactory())

    assert [client.post(bestil(moede_med_punkter(), slags)).status_code for slags in SLAGS] == [404] * 3
    assert Moedetryk.objects.count() == 0


def test_unknown_kind_does_not_exist(medlem, udgivet):
    assert medlem.post(bestil(udgivet, "regnskab")).status_code == 404
    assert medlem.get(offentlig(udgivet, "regnskab")).status_code == 404


def test_agenda_without_items_is_answered_with_a_sentence(client):
    moede = MoedeFactory(udsendt=True)
    bruger = BrugerFactory()
    MedlemskabFactory(person=bruger.person, organ=moede.organ)
    client.force_login(bruger)

    assert "Dagsordenen har ingen punkter endnu." in client.post(bestil(moede), follow=True).content.decode()


def test_login_that_ran_out_leads_back_to_the_meeting(medlem, udgivet):
    assert medlem.get(bestil(udgivet)).headers["Location"] == udgivet.get_absolute_url()


@pytest.mark.parametrize("slags", SLAGS)
def test_public_file_is_ordered_by_the_first_reader_and_served_to_the_next(client, udgivet, slags):
    foerste = [client.get(offentlig(udgivet, slags)) for _ in range(3)]
    tryk = Moedetryk.objects.get()
    assert {svar.headers["Location"] for svar in foerste} == {adresse(tryk)}
    assert "bliver dannet" in client.get(adresse(tryk)).content.decode()

    dan_moedetryk(tryk.pk)

    svar = client.get(offentlig(udgivet, slags))
    assert b"".join(svar.streaming_content)[:5] == b"%PDF-"
    assert svar.headers["Content-Type"] == "application/pdf"
    assert svar.headers["Cache-Control"] == "public, no-cache"
    assert svar.headers["ETag"] == f'"{tryk.sha256}"'
    assert client.get(offentlig(udgivet, slags), headers={"If-None-Match": svar.headers["ETag"]}).status_code == 304
    assert Moedetryk.objects.count() == 1


def test_an_item_that_is_closed_after_all_is_no_longer_served_under_any_address(client, udgivet):
    client.get(offentlig(udgivet))
    tryk = Moedetryk.objects.get()
    dan_moedetryk(tryk.pk)
    punkt = udgivet.punkter.get(titel="Et åbent emne")
    punkt.lukket = True
    punkt.save()

    for svar in (client.get(offentlig(udgivet)), client.get(adresse(tryk, "pdf"), follow=True)):
        assert svar.headers.get("Content-Type") != "application/pdf"
    ny = Moedetryk.objects.exclude(pk=tryk.pk).get()
    assert "Et åbent emne" not in str(ny.snapshot)


@pytest.mark.parametrize("tilstand", ["planlagt", "udsendt", "afholdt", "med_referat"])
def test_nothing_is_public_before_it_is_published(client, tilstand):
    moede = moede_med_punkter(**({} if tilstand == "planlagt" else {tilstand: True}))

    assert [client.get(offentlig(moede, slags)).status_code for slags in SLAGS] == [404] * 3
    assert Moedetryk.objects.count() == 0


def test_published_agenda_gives_no_minutes(client):
    moede = moede_med_punkter(udsendt=True)
    moede.dagsorden_udgivet = moede.starter
    moede.save()

    assert [client.get(offentlig(moede, slags)).status_code for slags in SLAGS] == [302, 404, 302]


def test_members_document_does_not_exist_for_others(client, udgivet):
    tryk = MoedetrykFactory(moede=udgivet, faerdig=True)

    for bruger in (None, BrugerFactory()):
        if bruger:
            client.force_login(bruger)
        assert [client.get(adresse(tryk, navn)).status_code for navn in ("detail", "pdf")] == [404, 404]


def test_members_file_has_a_name_that_warns_and_is_never_kept(medlem, udgivet):
    tryk = MoedetrykFactory(moede=udgivet, faerdig=True)

    svar = medlem.get(adresse(tryk, "pdf"))

    assert b"".join(svar.streaming_content) == b"%PDF-1.7 proeve"
    assert "medlemmernes%20udgave.pdf" in svar.headers["Content-Disposition"]
    assert svar.headers["Cache-Control"] == "private, no-store"
    assert tryk.lease_token not in str(svar.headers)


def test_members_document_ends_for_a_member_whose_seat_has_ended(client, udgivet):
    bruger = BrugerFactory()
    MedlemskabFactory(person=bruger.person, organ=udgivet.organ, til=udgivet.dag)
    client.force_login(bruger)

    assert client.get(adresse(MoedetrykFactory(moede=udgivet, faerdig=True), "pdf")).status_code == 404


def test_minutes_that_are_taken_back_are_taken_back_on_paper_too(client):
    moede = moede_med_punkter(med_referat=True)
    bruger = BrugerFactory()
    MedlemskabFactory(person=bruger.person, organ=moede.organ)
    client.force_login(bruger)
    tryk = MoedetrykFactory(moede=moede, slags="referat", faerdig=True)
    assert client.get(adresse(tryk, "pdf")).status_code == 200

    moede.tilstand = Moede.Tilstand.AFHOLDT
    moede.save()

    assert client.get(adresse(tryk, "pdf")).status_code == 404


def test_progress_is_told_in_words_and_htmx_hears_of_news_alone(medlem, udgivet):
    tryk = MoedetrykFactory(moede=udgivet, fremdrift=40, fremdriftstekst="Læser bilag 2 af 5")
    hx = {"HX-Request": "true"}

    assert "Læser bilag 2 af 5" in medlem.get(adresse(tryk)).content.decode()
    assert medlem.get(adresse(tryk) + "?kendt=40", headers=hx).status_code == 204
    nyt = medlem.get(adresse(tryk) + "?kendt=5", headers=hx).content.decode()
    assert "<html" not in nyt
    assert "kendt=40" in nyt


def test_failure_is_a_sentence_with_a_button_for_a_new_try(medlem, udgivet):
    tryk = MoedetrykFactory(moede=udgivet, fejlet=True)

    html = medlem.get(adresse(tryk)).content.decode()

    assert "PDF&#x27;en blev ikke dannet." in html
    assert f'action="{bestil(udgivet)}"' in html


def test_failed_public_document_leads_the_anonymous_reader_to_the_meetings_page(client, udgivet):
    tryk = MoedetrykFactory(moede=udgivet, fejlet=True, offentlig=True)

    html = client.get(adresse(tryk)).content.decode()

    assert "Prøv igen</button>" not in html
    assert f'href="{udgivet.get_absolute_url()}">Læs den på mødets side' in html


def knapper(svar) -> list[str]:
    """The addresses of the meeting's page that lead to paper, in order."""
    adresser = re.findall(r'(?:href|action)="([^"]*)"', svar.content.decode())
    return [adresse for adresse in adresser if "/tryk/" in adresse or adresse.endswith(".pdf")]


def test_meetings_page_offers_the_public_files_to_the_public(client, udgivet):
    assert knapper(client.get(udgivet.get_absolute_url())) == [
        offentlig(udgivet, slags) for slags in ("dagsorden", "pakke", "referat")
    ]


def test_meetings_page_offers_both_versions_to_members(medlem, udgivet):
    assert knapper(medlem.get(udgivet.get_absolute_url())) == [
        *(bestil(udgivet, slags) for slags in ("dagsorden", "pakke", "referat")),
        *(offentlig(udgivet, slags) for slags in ("dagsorden", "pakke", "referat")),
    ]


def test_meetings_page_offers_nothing_where_nothing_may_be_read(client):
    assert knapper(client.get(moede_med_punkter(udsendt=True).get_absolute_url())) == []

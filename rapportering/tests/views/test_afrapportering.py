"""The report's pages as each reader meets them."""

import re
from datetime import date

import pytest
from django.urls import reverse

from organisering.tests.factories import BrugerFactory, MedlemskabFactory, OrganFactory, sekretariatsbruger
from rapportering.models import Afrapportering
from rapportering.tests.factories import AfrapporteringFactory, RapporttypeFactory

pytestmark = pytest.mark.django_db

LISTE = "/rapporter/"
BESTIL = "/rapporter/bestil/"


def adresse(rapport, navn="detail"):
    return reverse(f"rapportering:afrapportering-{navn}", args=[rapport.uuid])


@pytest.fixture
def rapport():
    return AfrapporteringFactory(faerdig=True)


@pytest.fixture
def sekretariat(client, rapport):
    """The client of someone in the secretariat of the report's region."""
    client.force_login(sekretariatsbruger(rapport.aftale.region))
    return client


@pytest.fixture
def medlem(client, rapport):
    """The client of a member of another body in the same region."""
    bruger = BrugerFactory()
    MedlemskabFactory(person=bruger.person, organ=OrganFactory(region=rapport.aftale.region))
    client.force_login(bruger)
    return client


@pytest.mark.parametrize("navn", ["detail", "pdf"])
@pytest.mark.parametrize("hvem", ["client", "medlem"])
def test_unpublished_report_does_not_exist_for_others(request, rapport, hvem, navn):
    assert request.getfixturevalue(hvem).get(adresse(rapport, navn)).status_code == 404


@pytest.mark.parametrize("navn", ["fremdrift", "udgiv"])
def test_work_on_a_report_does_not_exist_for_a_member_and_asks_a_visitor_to_log_in(client, rapport, navn):
    assert client.get(adresse(rapport, navn)).headers["Location"].startswith(reverse("account_login"))

    client.force_login(BrugerFactory())
    assert client.get(adresse(rapport, navn)).status_code == 404


def test_published_edition_is_everybodys_but_its_making_is_not(medlem):
    udgivet = AfrapporteringFactory(er_udgivet=True)

    assert medlem.get(adresse(udgivet)).status_code == 200
    assert medlem.get(adresse(udgivet, "fremdrift")).status_code == 403
    assert medlem.post(adresse(udgivet, "igen")).status_code == 403
    assert medlem.post(adresse(udgivet, "udgiv")).status_code == 403
    assert medlem.get(BESTIL).status_code == 403


def test_list_shows_published_editions_and_nothing_else_to_the_public(client, rapport):
    udgivet = AfrapporteringFactory(er_udgivet=True)

    html = client.get(LISTE).content.decode()

    assert adresse(udgivet) in html
    assert adresse(rapport) not in html
    assert "Bestil rapport" not in html


def test_list_shows_the_secretariat_its_drafts(sekretariat, rapport):
    html = sekretariat.get(LISTE).content.decode()

    assert adresse(rapport) in html
    assert "Klar til udgivelse" in html


@pytest.mark.parametrize(("aar", "fundne"), [("2020", 1), ("2021", 1), ("2019", 0), ("", 2), ("år", 2)])
def test_list_is_searched_by_year(client, aar, fundne):
    AfrapporteringFactory(er_udgivet=True)
    AfrapporteringFactory(er_udgivet=True, aar=2021)

    assert len(client.get(LISTE, {"aar": aar}).context["udgaver"]) == fundne


@pytest.mark.parametrize("antal", [1, 4])
def test_list_has_constant_query_count(client, django_assert_num_queries, antal):
    AfrapporteringFactory.create_batch(antal, er_udgivet=True)

    with django_assert_num_queries(3):  # editions, drafts, years
        client.get(LISTE)


def test_edition_page_shows_the_snapshots_figures_the_hash_and_the_download(client):
    udgivet = AfrapporteringFactory(er_udgivet=True)

    html = client.get(adresse(udgivet)).content.decode()

    for tekst in ("14,5\u00a0%", "Går den forkerte vej", "Ikke fastsat (xx\u00a0%)", udgivet.sha256, "PDF/UA-1"):
        assert tekst in html
    assert adresse(udgivet, "pdf") in html
    assert "Udgiv rapporten" not in html
    assert html.count("<h1") == 1


def test_bestil_makes_a_row_and_leads_to_its_progress(sekretariat, rapport):
    data = {"rapporttype": rapport.type.slug, "aftale": rapport.aftale.slug, "aar": "2021"}

    svar = sekretariat.post(BESTIL, data)

    ny = Afrapportering.objects.get(aar=2021)
    assert svar.headers["Location"] == adresse(ny, "fremdrift")
    assert sekretariat.post(BESTIL, data).headers["Location"] == adresse(ny, "fremdrift")


@pytest.mark.parametrize(
    ("felt", "vaerdi", "fejl"),
    [
        ("rapporttype", "findes-ikke", "Rapporten findes ikke. Vælg en fra listen."),
        ("aftale", "findes-ikke", "Aftalen findes ikke. Vælg en fra listen."),
        ("aar", "2018", "kan følges fra 2019 til 2023. Vælg et af de år."),
        ("aar", "to tusind", "Skriv året med fire cifre, fx 2020."),
        ("aar", "", "Skriv året med fire cifre, fx 2020."),
    ],
)
def test_bestil_says_at_the_field_what_is_wrong_and_keeps_the_input(sekretariat, rapport, felt, vaerdi, fejl):
    data = {"rapporttype": rapport.type.slug, "aftale": rapport.aftale.slug, "aar": "2020"} | {felt: vaerdi}

    svar = sekretariat.post(BESTIL, data)

    assert svar.status_code == 200
    assert fejl in " ".join(svar.context["form"].errors[felt])
    assert fejl in svar.content.decode()
    assert not Afrapportering.objects.filter(aftale=rapport.aftale).exclude(pk=rapport.pk).exists()


def test_bestil_offers_only_agreements_of_the_own_region(sekretariat, rapport):
    anden = AfrapporteringFactory(faerdig=True)
    RapporttypeFactory()

    svar = sekretariat.post(BESTIL, {"rapporttype": "aarlig-status", "aftale": anden.aftale.slug, "aar": "2020"})

    assert "Aftalen findes ikke" in svar.content.decode()


def test_bestil_offers_only_what_the_portal_can_make(sekretariat):
    RapporttypeFactory(slug="midtvejsstatus", navn="Midtvejsstatus")

    svar = sekretariat.get(BESTIL)

    assert [str(valg) for _, valg in svar.context["form"].fields["rapporttype"].choices] == ["Årlig status"]


def test_progress_asks_again_while_it_works_and_not_when_it_has_ended(sekretariat, rapport):
    under_vejs = AfrapporteringFactory(
        aftale=rapport.aftale,
        aar=2021,
        tilstand=Afrapportering.Tilstand.I_GANG,
        fremdrift=40,
        fremdriftstekst="Skriver",
    )

    html = sekretariat.get(adresse(under_vejs, "fremdrift")).content.decode()
    assert 'hx-trigger="every 1s"' in html
    assert "Skriver" in html
    assert "40\u00a0%" in html
    assert "Opdatér" in html

    assert "hx-trigger" not in sekretariat.get(adresse(rapport, "fremdrift")).content.decode()


def test_progress_says_nothing_to_htmx_until_there_is_news(sekretariat, rapport):
    under_vejs = AfrapporteringFactory(aftale=rapport.aftale, aar=2021, fremdrift=40)
    hx = {"HX-Request": "true"}

    assert sekretariat.get(adresse(under_vejs, "fremdrift") + "?kendt=40", headers=hx).status_code == 204
    nyt = sekretariat.get(adresse(under_vejs, "fremdrift") + "?kendt=5", headers=hx).content.decode()
    assert "<html" not in nyt
    assert "kendt=40" in nyt


def test_failed_report_shows_the_sentence_and_a_new_try_is_a_new_order(sekretariat, rapport):
    fejlet = AfrapporteringFactory(fejlet=True, aftale=rapport.aftale, type=rapport.type, aar=2021)

    html = sekretariat.get(adresse(fejlet), follow=True).content.decode()
    assert fejlet.fejltekst in html
    assert "Prøv igen" in html

    svar = sekretariat.post(adresse(fejlet, "igen"))
    ny = Afrapportering.objects.get(aar=2021, tilstand=Afrapportering.Tilstand.I_KOE)
    assert svar.headers["Location"] == adresse(ny, "fremdrift")


def test_new_try_that_may_not_be_made_says_why(sekretariat, rapport):
    rapport.aftale.gyldig_fra = date(2021, 1, 1)
    rapport.aftale.save()

    html = sekretariat.post(adresse(rapport, "igen"), follow=True).content.decode()

    assert "kan følges fra 2021 til 2023" in html


def test_udgiv_asks_first_and_then_makes_it_public(sekretariat, rapport, client):
    spoergsmaal = sekretariat.get(adresse(rapport, "udgiv")).content.decode()
    assert re.search(r"Udgiv \S+ status 2020 som udgave 1\?", spoergsmaal)

    sekretariat.post(adresse(rapport, "udgiv"))
    client.logout()

    assert client.get(adresse(rapport)).status_code == 200


def test_publishing_twice_changes_nothing_and_says_so(sekretariat, rapport):
    sekretariat.post(adresse(rapport, "udgiv"))
    rapport.refresh_from_db()
    foer = rapport.udgivet

    html = sekretariat.post(adresse(rapport, "udgiv"), follow=True).content.decode()

    rapport.refresh_from_db()
    assert rapport.udgivet == foer
    assert "Rapporten er allerede udgivet." in html

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from organisering.models import Organomraade
from organisering.tests.factories import KommuneFactory, MedlemskabFactory, OrganFactory, RegionFactory

pytestmark = pytest.mark.django_db
LISTE, FIGUR = reverse("organisering:organ-list"), reverse("organisering:organ-figur")
QUERIES = 7  # body, bodies around it, seats and their competences, area, meetings, documents


@pytest.mark.parametrize("antal", [1, 3, 10, 100])
def test_organ_list_has_constant_query_count(client, django_assert_num_queries, antal):
    region = RegionFactory()
    foerste = OrganFactory(region=region)
    OrganFactory.create_batch(antal - 1, region=region, refererer_til=foerste, spejler=foerste)

    with django_assert_num_queries(2):  # bodies, agreements
        response = client.get(LISTE)

    assert [len(stige.trin) for stige, _ in response.context["afsnit"]] == [antal]


@pytest.mark.parametrize("antal", [1, 3, 10, 100])
def test_organ_detail_has_constant_query_count(client, django_assert_num_queries, antal):
    organ = OrganFactory()
    MedlemskabFactory.create_batch(antal, organ=organ)
    OrganFactory.create_batch(antal, region=organ.region, refererer_til=organ)

    with django_assert_num_queries(QUERIES):
        client.get(organ.get_absolute_url())


def test_the_ladder_is_that_of_the_day_and_the_region_in_the_address(client):
    region = RegionFactory(navn="Region Æ")
    gammel = OrganFactory(region=region, gyldig_til=date(2022, 6, 30))
    OrganFactory(region=region, forgaenger=gammel, gyldig_fra=date(2022, 7, 1))
    OrganFactory(region__navn="Region Ø")

    response = client.get(LISTE, {"dag": "1/9 2019", "region": "Region Æ"})

    assert [(stige.region, [et.organ for et in stige.trin]) for stige, _ in response.context["afsnit"]] == [
        (region, [gammel])
    ]
    assert response.context["skift"] == [date(2022, 7, 1)]
    assertContains(response, "Organer den 1. september 2019")
    assertContains(response, 'href="?dag=2022-07-01&amp;region=Region%20%C3%86"')


def test_without_a_day_the_ladder_is_todays(client):
    OrganFactory(gyldig_til=date(2022, 6, 30))

    response = client.get(LISTE)

    assert response.context["dag"] == timezone.localdate()
    assertContains(response, "Her er ingen organer registreret")


@pytest.mark.parametrize(
    ("valg", "saetning"),
    [
        ({"dag": "i går"}, "Skriv en dato, fx 31-12-2021."),
        ({"dag": "31-02-2019"}, "Skriv en dato, fx 31-12-2021."),
        ({"region": "Region <b>"}, "Regionen i adressen findes ikke her. Vælg en fra listen."),
    ],
)
def test_an_address_that_cannot_be_read_says_so_and_shows_what_there_is(client, valg, saetning):
    organ = OrganFactory()

    response = client.get(LISTE, valg)

    assertContains(response, saetning, status_code=422)
    assertContains(response, organ.navn, status_code=422)
    assertNotContains(response, "<b>", status_code=422)


def test_the_picture_names_every_body_links_to_it_and_is_written_without_thousand_separators(client):
    region = RegionFactory()
    organer = OrganFactory.create_batch(30, region=region)

    svar = client.get(LISTE).content.decode()

    billede = svar[svar.index("<svg xmlns") : svar.index("</svg>", svar.index("<svg xmlns"))]
    assert all(f'href="{organ.get_absolute_url()}"' in billede for organ in organer)
    assert re.search(r'(?:width|height|[xy])="[0-9]+\.[0-9]{3}"', billede) is None
    assert "style=" not in billede


def test_the_picture_alone_is_an_svg_that_stands_by_itself(client):
    organ = OrganFactory(region__navn="Region Æ")
    OrganFactory(region__navn="Region Ø")

    svar = client.get(FIGUR, {"dag": "2019-09-01", "region": "Region Æ"})

    rod = ElementTree.fromstring(svar.content)
    assert (svar.headers["Content-Type"], svar.headers["Content-Disposition"]) == (
        "image/svg+xml",
        'attachment; filename="organer-2019-09-01.svg"',
    )
    assert rod.tag == "{http://www.w3.org/2000/svg}svg"
    assert organ.navn in "".join(rod.itertext())
    assert "<a " not in svar.content.decode()


@pytest.mark.parametrize("valg", [{}, {"region": "Region Ukendt"}, {"region": "Region Æ", "dag": "x"}])
def test_the_picture_alone_is_of_one_region_on_one_day(client, valg):
    OrganFactory(region__navn="Region Æ")
    OrganFactory(region__navn="Region Ø")

    assert client.get(FIGUR, valg).status_code == 404


def test_organ_detail_shows_the_succession_both_ways_and_todays_superior(client):
    sku = OrganFactory(navn="SKU", gyldig_til=date(2022, 6, 30))
    ssu = OrganFactory(navn="SSU", region=sku.region, forgaenger=sku, gyldig_fra=date(2022, 7, 1))
    dak = OrganFactory(navn="DAK", region=sku.region, refererer_til=sku)

    slaegt = {organ: client.get(organ.get_absolute_url()).context["side"].slaegt for organ in (sku, ssu, dak)}

    assert (slaegt[sku].efterfoelgere, slaegt[ssu].forgaenger) == ([ssu], sku)
    assert slaegt[dak].refererer_til == ssu
    assert (slaegt[sku].under, slaegt[ssu].under) == ([dak], [dak])


def test_organ_detail_names_no_body_that_the_reader_may_not_see(client):
    skjult = OrganFactory(offentlig=False, navn="Det Skjulte Organ")
    synlig = OrganFactory(
        region=skjult.region, refererer_til=skjult, spejler=skjult, forgaenger=skjult, moedes_efter=skjult
    )
    skjult.forgaenger = synlig
    skjult.save()

    assertNotContains(client.get(synlig.get_absolute_url()), "Det Skjulte Organ")


def test_organ_detail_tells_the_area_of_today_from_what_it_was(client):
    organ = OrganFactory()
    for navn, til in (("Ærø Kommune", None), ("Fanø Kommune", date(2020, 12, 31))):
        Organomraade.objects.create(organ=organ, organisation=KommuneFactory(navn=navn), gyldig_til=til)

    side = client.get(organ.get_absolute_url()).context["side"]

    assert [o.organisation.navn for o in side.omraade] == ["Ærø Kommune"]
    assert [o.organisation.navn for o in side.tidligere_omraade] == ["Fanø Kommune"]


def test_organ_detail_marks_the_area_no_source_confirms(client):
    organ = OrganFactory()
    Organomraade.objects.create(organ=organ, organisation=KommuneFactory(navn="Aabenraa Kommune"), verificeret=False)
    Organomraade.objects.create(organ=organ, organisation=KommuneFactory(navn="Ærø Kommune"), verificeret=True)

    response = client.get(organ.get_absolute_url())

    assert [o.organisation.navn for o in response.context["side"].omraade] == ["Ærø Kommune", "Aabenraa Kommune"]
    assertContains(response, "(ikke bekræftet)", count=1)


def test_organ_that_is_not_public_is_unknown_to_the_public(client):
    skjult = OrganFactory(offentlig=False, navn="Det Skjulte Organ")

    assert client.get(skjult.get_absolute_url()).status_code == 404
    assertNotContains(client.get(LISTE), "Det Skjulte Organ")

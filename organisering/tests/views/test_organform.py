from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from organisering.models import Organ, Organomraade
from organisering.tests.factories import (
    KommuneFactory,
    MedlemskabFactory,
    OrganFactory,
    OrgantypeFactory,
    RegionFactory,
    sekretariatsbruger,
)

pytestmark = pytest.mark.django_db
NY = reverse("organisering:organ-create")


@pytest.fixture
def region():
    return RegionFactory(navn="Region Prøve")


@pytest.fixture
def sekretariat(client, region):
    client.force_login(sekretariatsbruger(region), "django.contrib.auth.backends.ModelBackend")
    return client


def data(organ=None, **rettet):
    """What the form sends for a body as it stands, with some fields changed."""
    felter = {
        "navn": organ.navn if organ else "Følgegruppen for børn",
        "type": (organ.type if organ else OrgantypeFactory()).pk,
        "speciale": "begge",
        "raekkefoelge": 0,
        "dage_til_sager": 14,
        "dage_til_udsendelse": 7,
        "dage_til_status": 14,
        "offentlig": "on",
        "verificeret": "on",
    }
    return felter | ({"version": organ.version} if organ else {}) | rettet


def ret(organ):
    return reverse("organisering:organ-update", args=[organ.slug])


def test_a_body_is_created_and_shown(sekretariat, region):
    over = OrganFactory(region=region)

    svar = sekretariat.post(
        NY, data(region=region.pk, gyldig_fra="01-07-2022", refererer_til=over.pk, begrundelse="Besluttet i SKU")
    )

    organ = Organ.objects.get(navn="Følgegruppen for børn")
    assertRedirects(svar, organ.get_absolute_url())
    assert (organ.slug, organ.gyldig_fra, organ.refererer_til) == ("foelgegruppen-for-boern", date(2022, 7, 1), over)
    assert organ.historik.get().history_change_reason == "Besluttet i SKU"


def test_a_secretariat_creates_bodies_in_its_own_region_alone(sekretariat):
    anden = OrganFactory()

    svar = sekretariat.post(NY, data(region=anden.region_id, refererer_til=anden.pk))

    assert set(svar.context["form"].errors) == {"region", "refererer_til"}
    assert svar.status_code == 422


def test_a_secretariat_is_not_offered_the_kinds_that_give_rights(sekretariat, region):
    giver_ret = OrgantypeFactory(sekretariat=True)

    svar = sekretariat.post(NY, data(region=region.pk, type=giver_ret.pk))

    assert list(svar.context["form"].errors) == ["type"]


@pytest.mark.parametrize(
    ("rettet", "felt", "saetning"),
    [
        ({"gyldig_fra": "01-07-2022", "gyldig_til": "30-06-2022"}, "gyldig_til", "ligger før den første"),
        ({"gyldig_til": "engang"}, "gyldig_til", "Skriv en dato, fx 31-12-2021."),
        ({"navn": ""}, "navn", "Skriv navn."),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_nothing_typed_is_lost(sekretariat, region, rettet, felt, saetning):
    organ = OrganFactory(region=region)

    svar = sekretariat.post(ret(organ), data(organ, beslutningsregler="Skrevet før fejlen", **rettet))

    assertContains(svar, saetning, count=2, status_code=422)  # in the summary and at the field
    assertContains(svar, "Skrevet før fejlen", status_code=422)
    assert list(svar.context["form"].errors) == [felt]


def test_a_body_cannot_end_while_somebody_sits_in_it(sekretariat, region):
    organ = OrganFactory(region=region)
    MedlemskabFactory(organ=organ, person__navn="Opdigtet Medlem")

    svar = sekretariat.post(ret(organ), data(organ, gyldig_til="30-06-2022"))

    assertContains(
        svar, "Opdigtet Medlem har en plads i organet efter 30. juni 2022. Afslut pladserne først.", status_code=422
    )


def test_a_ring_of_references_is_refused_at_the_field(sekretariat, region):
    organ = OrganFactory(region=region, kortnavn="DAK")
    under = OrganFactory(region=region, refererer_til=organ)

    svar = sekretariat.post(ret(organ), data(organ, kortnavn="DAK", refererer_til=under.pk))

    assert svar.context["form"].errors == {
        "refererer_til": ["DAK kan ikke referere til sig selv, heller ikke gennem andre organer."]
    }


def test_a_name_that_the_region_has_is_refused_at_the_field(sekretariat, region):
    taget, organ = OrganFactory(region=region), OrganFactory(region=region)

    svar = sekretariat.post(ret(organ), data(organ, navn=taget.navn))

    assert svar.context["form"].errors == {"navn": ["Regionen har allerede et organ med det navn."]}


def test_two_who_edit_one_body_get_the_conflict_page(sekretariat, region):
    organ = OrganFactory(region=region)
    gammel = data(organ, navn="Den andens navn")
    sekretariat.post(ret(organ), data(organ, navn="Den enes navn"))

    svar = sekretariat.post(ret(organ), gammel)

    assertContains(svar, "Den enes navn", status_code=409)
    assertContains(svar, "Den andens navn", status_code=409)


def test_the_history_of_a_body_stands_under_its_form(sekretariat, region):
    organ = OrganFactory(region=region, navn="Før")
    sekretariat.post(ret(organ), data(organ, navn="Efter", begrundelse="Nyt navn fra årsskiftet"))

    assertContains(sekretariat.get(ret(organ)), "Nyt navn fra årsskiftet")


def test_an_organisation_is_added_to_the_area_and_ended(sekretariat, region):
    organ, kommune = OrganFactory(region=region), KommuneFactory(region=region)

    sekretariat.post(
        reverse("organisering:omraade-create", args=[organ.slug]), {"organisation": kommune.pk, "kilde": "Aftalen"}
    )
    omraade = Organomraade.objects.get(organ=organ)
    svar = sekretariat.post(
        reverse("organisering:omraade-update", args=[organ.slug, omraade.pk]),
        {"gyldig_til": "31-12-2022", "kilde": "Aftalen", "version": omraade.version},
    )

    assertRedirects(svar, organ.get_absolute_url())
    assert list(organ.omraader.values_list("organisation__navn", "gyldig_til")) == [(kommune.navn, date(2022, 12, 31))]
    assert omraade.historik.count() == 2


def test_an_area_offers_the_regions_organisations_that_are_not_in_it(sekretariat, region):
    organ, ude, inde = OrganFactory(region=region), KommuneFactory(region=region), KommuneFactory(region=region)
    KommuneFactory()
    Organomraade.objects.create(organ=organ, organisation=inde)

    svar = sekretariat.get(reverse("organisering:omraade-create", args=[organ.slug]))

    assert list(svar.context["form"].fields["organisation"].queryset) == [ude]


def test_an_area_row_is_reached_through_its_own_body_alone(sekretariat, region):
    omraade = Organomraade.objects.create(organ=OrganFactory(), organisation=KommuneFactory())

    svar = sekretariat.get(reverse("organisering:omraade-update", args=[OrganFactory(region=region).slug, omraade.pk]))

    assert svar.status_code == 404

"""What the form of a meeting offers."""

from datetime import date

import pytest
from django.urls import reverse

from organisering.models import Medlemskab, Moede
from organisering.tests.factories import (
    BrugerFactory,
    MedlemskabFactory,
    MoedeFactory,
    OrganFactory,
    RolleFactory,
    sekretariatsbruger,
)
from organisering.tests.moedescene import beskeder, kl, liste, nyt, skrevet

pytestmark = pytest.mark.django_db
MOTOR = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def organ():
    return OrganFactory(kortnavn="DAK", slug="dak")


@pytest.fixture
def sekretariat(client, organ):
    client.force_login(sekretariatsbruger(organ.region), MOTOR)
    return client


def test_a_new_meeting_begins_with_the_time_and_place_of_the_last(sekretariat, organ):
    MoedeFactory(organ=organ, starter=kl(9, 30), slutter=kl(11), sted="Rådhuset")
    MoedeFactory(organ=organ, starter=kl(14, dag=17), sted="Aflyst sted", tilstand="aflyst")

    form = sekretariat.get(nyt(organ)).context["form"]

    assert [str(form[felt].value()) for felt in ("fra", "til", "sted")] == ["09:30:00", "11:00:00", "Rådhuset"]
    assert form["dato"].value() is None


def test_bodies_of_the_region_that_live_are_offered_and_those_that_were_chosen(sekretariat, organ):
    lever = OrganFactory(region=organ.region, type=organ.type)
    ophoert = OrganFactory(region=organ.region, type=organ.type, gyldig_til=date(2020, 12, 31))
    OrganFactory(gyldig_til=None)
    moede = MoedeFactory(organ=organ, starter=kl(10))
    moede.gem_med(faelles_med=[ophoert])

    def tilbudt(adresse):
        queryset = sekretariat.get(adresse).context["form"].fields["faelles_med"].queryset
        return {organ for organ in queryset if not organ.type.er_sekretariat}

    assert tilbudt(nyt(organ)) == {lever}
    assert tilbudt(reverse("organisering:moede-update", args=[moede.uuid])) == {lever, ophoert}


def test_a_secretary_is_offered_the_bodies_whose_meetings_they_plan(client, organ):
    andet, tredje = OrganFactory(region=organ.region), OrganFactory(region=organ.region)
    bruger = BrugerFactory()
    for sit in (organ, andet):
        MedlemskabFactory(person=bruger.person, organ=sit, rolle=RolleFactory(sekretaer=True))
    client.force_login(bruger, MOTOR)

    felt = client.get(nyt(organ)).context["form"].fields["faelles_med"]

    assert list(felt.queryset) == [andet]
    assert "Bed sekretariatet" not in felt.help_text

    Medlemskab.objects.filter(organ=andet).delete()
    assert "Bed sekretariatet oprette fællesmødet." in client.get(nyt(organ)).content.decode()
    assert str(tredje) not in client.get(nyt(organ)).content.decode()


def test_the_body_that_meets_right_after_is_named_until_its_meeting_is_planned(sekretariat, organ):
    koordination = OrganFactory(region=organ.region, kortnavn="Koordinationsgruppen", slug="k", moedes_efter=organ)

    svar = sekretariat.post(nyt(organ), skrevet(), follow=True)
    dak = Moede.objects.get()
    forslag = sekretariat.get(nyt(koordination, efter=dak.uuid))

    assert "Koordinationsgruppen mødes i forlængelse af DAK." in beskeder(svar)[1]
    assert f'href="{nyt(koordination, efter=dak.uuid)}"' in beskeder(svar)[1]
    felter = [str(forslag.context["form"][felt].value()) for felt in ("dato", "fra", "til", "sted")]
    assert felter == ["2027-03-16", "12:00:00", "None", "Regionshuset"]

    for side in (organ, koordination):
        assert [(f.organ, f.efter) for f in sekretariat.get(liste(side)).context["liste"].forlaengelser] == [
            (koordination, dak)
        ]
    sekretariat.post(nyt(koordination), skrevet(fra="12.00", til="13.00"))
    for side in (organ, koordination):
        assert sekretariat.get(liste(side)).context["liste"].forlaengelser == ()


@pytest.mark.parametrize("noegle", ["ikke-en-noegle", "00000000-0000-0000-0000-000000000000", "fremmed"])
def test_an_address_that_names_no_meeting_before_this_one_prefills_nothing(sekretariat, organ, noegle):
    andet = MoedeFactory(organ=OrganFactory(region=organ.region), starter=kl(10))

    svar = sekretariat.get(nyt(organ, efter=andet.uuid if noegle == "fremmed" else noegle))

    assert (svar.status_code, svar.context["efter"]) == (200, None)

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from organisering.queries.organstige import laes_organstige
from organisering.tests.factories import OrganFactory, OrgantypeFactory, RegionFactory

pytestmark = pytest.mark.django_db


def test_organstige_puts_each_body_under_the_one_it_reports_to_in_danish_order():
    region = RegionFactory()
    top = OrganFactory(
        navn="Topudvalget", region=region, type=OrgantypeFactory(navn="Udvalg", slug="udvalg", niveau__nummer=1)
    )
    aabenraa = OrganFactory(navn="Aabenraa forum", region=region, refererer_til=top)
    odense = OrganFactory(navn="Odense forum", region=region, refererer_til=top)
    gruppe = OrganFactory(navn="Gruppe", region=region, refererer_til=odense)
    OrganFactory(navn="En anden regions organ")

    assert [(t.organ, t.dybde) for t in laes_organstige(AnonymousUser(), region=region)] == [
        (top, 0),
        (odense, 1),
        (gruppe, 2),
        (aabenraa, 1),
    ]


def test_organstige_keeps_a_body_whose_superior_the_reader_may_not_see():
    skjult = OrganFactory(offentlig=False)
    synlig = OrganFactory(region=skjult.region, refererer_til=skjult)

    assert [(t.organ, t.dybde) for t in laes_organstige(AnonymousUser(), region=skjult.region)] == [(synlig, 0)]


def test_organstige_shows_the_bodies_of_the_day():
    organ = OrganFactory(gyldig_til=date(2022, 6, 30))

    assert laes_organstige(AnonymousUser(), region=organ.region, dag=date(2022, 7, 1)) == []
    assert len(laes_organstige(AnonymousUser(), region=organ.region, dag=date(2022, 6, 30))) == 1

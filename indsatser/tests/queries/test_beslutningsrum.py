"""Which meetings may settle a pool: where its agreement is anchored, and above."""

from datetime import UTC, date, datetime

import pytest

from indsatser.queries.beslutningsrum import kan_beslutte_om_puljer
from organisering.tests.factories import AftaleFactory, MoedeFactory, OrganFactory, OrgantypeFactory

pytestmark = pytest.mark.django_db


def moede(organ, aar=2021):
    return MoedeFactory(organ=organ, starter=datetime(aar, 3, 1, 10, tzinfo=UTC))


def test_the_anchor_and_those_above_it_settle_an_agreements_pools_and_nobody_else():
    aftale = AftaleFactory()
    over = OrganFactory(region=aftale.region)
    anker = OrganFactory(region=aftale.region, refererer_til=over)
    under = OrganFactory(region=aftale.region, refererer_til=anker)
    aftale.forankret_i = anker
    aftale.save()

    organer = [over, anker, under, OrganFactory(region=aftale.region), OrganFactory()]

    assert [kan_beslutte_om_puljer(moede(organ), aftale) for organ in organer] == [True, True, False, False, False]


def test_the_anchors_successor_settles_them_from_its_first_day():
    aftale = AftaleFactory()
    anker = OrganFactory(region=aftale.region, gyldig_til=date(2022, 6, 30))
    nyt = OrganFactory(region=aftale.region, gyldig_fra=date(2022, 7, 1), forgaenger=anker)
    aftale.forankret_i = anker
    aftale.save()

    assert [kan_beslutte_om_puljer(moede(nyt, aar), aftale) for aar in (2021, 2023)] == [False, True]


def test_without_an_anchor_the_highest_rung_of_the_region_settles_them():
    aftale = AftaleFactory()
    politisk, fagligt = (
        OrganFactory(
            region=aftale.region,
            type=OrgantypeFactory(slug=f"trin-{nummer}", navn=f"Trin {nummer}", niveau__nummer=nummer),
        )
        for nummer in (1, 3)
    )

    assert [kan_beslutte_om_puljer(moede(organ), aftale) for organ in (politisk, fagligt)] == [True, False]

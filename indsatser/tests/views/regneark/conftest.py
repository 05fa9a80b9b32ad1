"""An agreement with three rows in one body's portfolio, and the secretariat that edits them."""

from decimal import Decimal

import pytest

from indsatser.tests.arkscene import MOTOR
from indsatser.tests.factories import MaalsaetningFactory, PortefoeljepostFactory, RessourcetraekFactory
from organisering.tests.factories import AftaleFactory, OrganFactory, sekretariatsbruger


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def organ(aftale):
    return OrganFactory(region=aftale.region, navn="Følgegruppen for prøver", kortnavn="FP")


@pytest.fixture
def bruger(aftale):
    return sekretariatsbruger(aftale.region)


@pytest.fixture
def sekretariat(client, bruger):
    client.force_login(bruger, MOTOR)
    return client


@pytest.fixture
def maal(aftale, organ):
    return [
        MaalsaetningFactory(aftale=aftale, organ=organ, tekst="Vi vil nå det første; og det andet."),
        MaalsaetningFactory(aftale=aftale, organ=organ, tekst="Vi vil nå det tredje."),
    ]


@pytest.fixture
def poster(aftale, organ, maal):
    """Three rows with an X in 2020, the first with målsætning and amounts."""
    poster = [
        PortefoeljepostFactory(indsats__aftale=aftale, indsats__titel=titel, organ=organ, raekkefoelge=plads)
        for plads, titel in enumerate(("Første", "Anden", "Tredje"))
    ]
    poster[0].indsats.gem_med(maalsaetninger=maal)
    for post in poster:
        RessourcetraekFactory(post=post, aar=2020)
    RessourcetraekFactory(post=poster[0], aar=2021, planlagt=False, beloeb=Decimal("1234.50"), realiseret=True)
    return poster

"""What the control page is asked in its tests."""

from datetime import date

from indsatser.queries.kontrol.side import laes_fund
from indsatser.tests.factories import IndsatsFactory, PortefoeljepostFactory, RessourcetraekFactory
from organisering.models import Organtype
from organisering.tests.factories import OrganFactory, OrgantypeFactory

DAG = date(2022, 6, 1)


def fundet(slags, *aftaler, dag=DAG):
    """What the findings of one kind are about."""
    return [fund.om for fund in laes_fund(aftaler, dag=dag) if fund.slags.noegle == slags]


def indsats(aftale, organ, *, aar=(2021,), **felter):
    """A running initiative that lacks nothing but what is said."""
    ny = IndsatsFactory(aftale=aftale, **{"tovholder": aftale.region, **felter})
    post = PortefoeljepostFactory(indsats=ny, organ=organ)
    for et in aar:
        RessourcetraekFactory(post=post, aar=et)
    return ny


def organ_uden_krav(aftale):
    ingen = OrgantypeFactory(slug="uden-krav", navn="Uden krav", formandskab=Organtype.Formandskab.INGEN)
    return OrganFactory(region=aftale.region, type=ingen)

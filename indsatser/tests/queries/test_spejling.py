"""A body that mirrors another: what it follows, where it differs, what it has alone."""

import pytest

from indsatser.queries.grundlag import Grundlag
from indsatser.queries.portefoelje import aftalens_portefoelje, organets_portefoelje
from indsatser.queries.spejling import Forhold, Spejling
from indsatser.tests.factories import IndsatsFactory, PortefoeljepostFactory, RessourcetraekFactory
from organisering.models import Aftale, Bruger
from organisering.tests.factories import AftaleFactory, OrganFactory

pytestmark = pytest.mark.django_db
ALTSEENDE = Bruger(is_superuser=True)


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def organ(aftale):
    return OrganFactory(region=aftale.region, navn="Følgegruppen for prøver")


@pytest.fixture
def gruppe(aftale, organ):
    return OrganFactory(region=aftale.region, navn="Gruppen for prøver", spejler=organ)


def raekke(organ, indsats, *kryds, uden=()):
    post = PortefoeljepostFactory(organ=organ, indsats=indsats)
    for aar in (*kryds, *uden):
        RessourcetraekFactory(post=post, aar=aar, planlagt=aar not in uden)
    return post


def laes(gruppe):
    return organets_portefoelje(gruppe, Grundlag.for_organ(gruppe, list(Aftale.objects.all()), ALTSEENDE))


def billede(afsnit):
    return [(r.titel, [c.aar for c in r.celler if c.planlagt], r.spejling) for r in afsnit.raekker]


def test_each_row_says_whether_it_follows_differs_or_stands_here_alone(aftale, organ, gruppe):
    uden, foelger, samme, andre, ikke = (IndsatsFactory(aftale=aftale, titel=navn) for navn in "ABCDE")
    for indsats in (uden, foelger, samme, andre, ikke):
        raekke(organ, indsats, 2019, 2020)
    raekke(gruppe, foelger)
    raekke(gruppe, samme, 2019, 2020)
    raekke(gruppe, andre, 2021)
    raekke(gruppe, ikke, uden=[2019])
    raekke(gruppe, IndsatsFactory(aftale=aftale, titel="F"), 2022)

    (afsnit,) = laes(gruppe).afsnit

    assert (afsnit.organ, afsnit.kilde) == (gruppe, organ)
    aar = (2019, 2020)
    assert billede(afsnit) == [
        ("A", [2019, 2020], Spejling(Forhold.FOELGER, aar)),
        ("B", [2019, 2020], Spejling(Forhold.FOELGER, aar)),
        ("C", [2019, 2020], Spejling(Forhold.SAMME_AAR, aar)),
        ("D", [2021], Spejling(Forhold.ANDRE_AAR, aar)),
        ("E", [], Spejling(Forhold.FOELGER_IKKE, aar)),
        ("F", [2022], Spejling(Forhold.KUN_HER)),
    ]
    assert afsnit.summer == {2019: 3, 2020: 3, 2021: 1, 2022: 1, 2023: 0}


def test_in_the_agreement_a_group_counts_only_the_rows_that_stand_by_themselves(aftale, organ, gruppe):
    faelles, egen = (IndsatsFactory(aftale=aftale, titel=navn) for navn in ("Fælles", "Egen"))
    raekke(organ, faelles, 2019)
    post = raekke(gruppe, faelles)

    def laest():
        portefoelje = aftalens_portefoelje(aftale, Grundlag.for_aftale(aftale, ALTSEENDE))
        return {et.organ.navn: [r.titel for r in et.raekker] for et in portefoelje.afsnit}

    assert laest() == {organ.navn: ["Fælles"]}

    raekke(gruppe, egen, 2021)
    assert laest() == {organ.navn: ["Fælles"], gruppe.navn: ["Egen"]}

    RessourcetraekFactory(post=post, aar=2020)
    assert laest() == {organ.navn: ["Fælles"], gruppe.navn: ["Fælles", "Egen"]}


def test_a_group_whose_body_has_no_portfolio_shows_its_own(aftale, organ, gruppe):
    raekke(gruppe, IndsatsFactory(aftale=aftale, titel="Egen"), 2021)

    (afsnit,) = laes(gruppe).afsnit

    assert (afsnit.spejlet, billede(afsnit)) == (False, [("Egen", [2021], None)])

"""Each thing a reader may ask for chooses its rows."""

from datetime import timedelta

import pytest
from django.utils import timezone

from indsatser.models import Indsats
from indsatser.queries.grundlag import Grundlag
from indsatser.queries.portefoelje import aftalens_portefoelje
from indsatser.queries.portefoeljevalg import Portefoeljevalg
from indsatser.queries.sigte import AFSLUTTEDE, LOEBENDE, Filter
from indsatser.tests.factories import (
    IndsatsFactory,
    MaalsaetningFactory,
    PortefoeljepostFactory,
    RisikogruppeFactory,
    VirkemiddelFactory,
)
from organisering.models import Bruger
from organisering.tests.factories import AftaleFactory, OrganFactory

pytestmark = pytest.mark.django_db
ALTSEENDE = Bruger(is_superuser=True)


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def middel(aftale):
    return VirkemiddelFactory(aftale=aftale)


@pytest.fixture
def rette(aftale, middel):
    """The one row that has everything, beside one that has nothing."""
    organ = OrganFactory(region=aftale.region)
    indsats = IndsatsFactory(aftale=aftale, titel="Årlig øvelse", fase=Indsats.Fase.KLAR, tovholder=aftale.region)
    maal = MaalsaetningFactory(aftale=aftale, organ=organ, tekst="Vi vil øve os")
    indsats.gem_med(virkemidler=[middel], maalsaetninger=[maal])
    PortefoeljepostFactory(organ=organ, indsats=indsats)
    PortefoeljepostFactory(organ=organ, indsats=IndsatsFactory(aftale=aftale, titel="Anden", afsluttet=True))
    return indsats


def titler(aftale, **filter):
    grundlag = Grundlag.for_aftale(aftale, ALTSEENDE)
    return [r.titel for r in aftalens_portefoelje(aftale, grundlag, Filter(**filter)).raekker]


@pytest.mark.parametrize(
    "filter",
    [
        {"soeg": "ØVELSE årlig"},
        {"soeg": "øve os"},
        {"fase": Indsats.Fase.KLAR},
        {"tilstand": LOEBENDE},
    ],
)
def test_words_phase_and_state_choose_rows(aftale, rette, filter):
    assert titler(aftale, **filter) == ["Årlig øvelse"]


def test_means_holder_and_what_is_closed_choose_rows(aftale, rette, middel):
    assert titler(aftale, virkemiddel_id=middel.pk) == ["Årlig øvelse"]
    assert titler(aftale, tovholder_id=aftale.region_id) == ["Årlig øvelse"]
    assert titler(aftale, tilstand=AFSLUTTEDE) == ["Anden"]


def test_what_has_been_saved_since_a_day_is_found(aftale, rette):
    i_dag = timezone.localdate()

    assert sorted(titler(aftale, aendret_siden=i_dag)) == ["Anden", "Årlig øvelse"]
    assert titler(aftale, aendret_siden=i_dag + timedelta(days=1)) == []


def test_the_choices_are_those_of_the_agreement_in_their_order(aftale, rette, middel):
    RisikogruppeFactory(aftale=aftale, navn="Anden", niveau=2)
    RisikogruppeFactory(aftale=aftale, navn="Første", niveau=1)
    RisikogruppeFactory()

    valg = Portefoeljevalg.laes([aftale], Grundlag.for_aftale(aftale, ALTSEENDE))

    assert [navn for _, navn in valg.risikogrupper] == ["Første", "Anden"]
    assert valg.virkemidler == [(str(middel.pk), middel.navn)]
    assert valg.tovholdere == [(str(aftale.region_id), str(aftale.region))]

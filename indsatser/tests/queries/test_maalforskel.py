"""Targets at two moments beside each other, by the rules of `docs/sammenligning.md`."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from indsatser.domain.maalrevision import Maalstand, revider_maaltal
from indsatser.queries.grundlag_foer import organer_som_paa
from indsatser.queries.sammenligning import laes_sammenligning
from indsatser.queries.tidspunkt import Tidspunkt
from indsatser.tests.factories import MaaltalFactory
from organisering.models import Bruger, Organ
from organisering.tests.factories import DagsordenspunktFactory, MoedeFactory

pytestmark = pytest.mark.django_db

ALTSEENDE = Bruger(is_superuser=True, is_active=True)


@pytest.fixture
def maaltal():
    return MaaltalFactory(betegnelse="Andel", maaltekst="xx %")


def nu():
    return Tidspunkt("nu", "nu", timezone.now())


def linjer(maaltal, fra, bruger=ALTSEENDE):
    """What differs since `fra` in the one target there is."""
    til = nu()
    organer = organer_som_paa(Organ.objects.synlige_for(bruger), til.naar)
    sammenligning = laes_sammenligning(maaltal.maalsaetning.aftale, None, organer, fra, til, bruger)
    (forskel,) = (en for gruppe in sammenligning.grupper for en in gruppe.forskelle)
    return forskel.linjer


def test_a_revised_target_tells_old_new_and_its_decision(maaltal):
    fra = nu()
    punkt = DagsordenspunktFactory(moede=MoedeFactory(organ=maaltal.maalsaetning.organ))
    maaltal.basisaar = 2017
    maaltal.save()
    revider_maaltal(maaltal, Maalstand("hoejst", 13, "", 2023), begrundelse="Nye tal", besluttet_i=punkt)

    linje = linjer(maaltal, fra)[0]

    assert (linje.felt, linje.foer, linje.efter) == ("Andel", "Ikke fastsat (”xx %”)", "højst 13\u00a0% (2023)")
    assert linje.ophav.beslutning.tekst == punkt.henvisning


@pytest.mark.parametrize(("foer", "efter", "vist"), [(17, 4, "under 5, vises ikke"), (17, 16, "16")])
def test_a_baseline_of_fewer_than_five_is_told_to_nobody(maaltal, foer, efter, vist):
    maaltal.enhed, maaltal.basisvaerdi = "antal", foer
    maaltal.save()
    fra = nu()
    maaltal.basisvaerdi = efter
    maaltal.save()

    for bruger in (ALTSEENDE, AnonymousUser()):
        assert [(en.felt, en.foer, en.efter) for en in linjer(maaltal, fra, bruger)] == [
            ("Andel: udgangspunkt", "17", vist)
        ]

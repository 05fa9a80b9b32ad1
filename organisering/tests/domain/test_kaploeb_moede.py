"""Two real connections on one meeting. On SQLite the test database is a file."""

from datetime import timedelta

import pytest

from organisering.domain.dagsordenspunkt import opret_punkt
from organisering.domain.moede import gem_moede
from organisering.models import Bruger, Dagsordenspunkt, Moede
from organisering.tests.factories import BrugerFactory, MoedeFactory
from sundhedsaftale.faelles.tests.kaploeb import kap

pytestmark = pytest.mark.django_db(transaction=True)

GANGE = 5


def test_a_meeting_that_moves_while_items_are_put_on_it_waits_for_nobody_who_waits_for_it():
    moede, bruger = MoedeFactory(), BrugerFactory(is_superuser=True)

    def flyt():
        egen = Moede.objects.select_related("organ").get(pk=moede.pk)
        egen.starter += timedelta(days=1)
        egen.slutter = None
        gem_moede(egen, faelles_med=(), med=(), bruger=Bruger.objects.get(pk=bruger.pk))

    def saet_paa():
        punkt = Dagsordenspunkt(moede=Moede.objects.get(pk=moede.pk), titel="Nyt punkt")
        opret_punkt(punkt, bruger=Bruger.objects.get(pk=bruger.pk))

    assert [kap(flyt, saet_paa) for _ in range(GANGE)] == [["gemt", "gemt"]] * GANGE
    assert Moede.objects.get(pk=moede.pk).starter == moede.starter + timedelta(days=GANGE)
    assert Dagsordenspunkt.objects.filter(titel="Nyt punkt").count() == GANGE

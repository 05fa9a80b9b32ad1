"""Two real connections on the ladder. On SQLite the test database is a file."""

import pytest

from organisering.domain.organ import gem_organ
from organisering.models import Bruger, Organ
from organisering.tests.factories import BrugerFactory, OrganFactory
from sundhedsaftale.faelles.tests.kaploeb import kap

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("felt", ["refererer_til", "forgaenger"])
def test_two_bodies_that_are_made_to_refer_to_each_other_at_once_do_not_make_a_ring(felt):
    ene, bruger = OrganFactory(), BrugerFactory()
    anden = OrganFactory(region=ene.region)

    def peg(fra, til):
        def handling():
            organ = Organ.objects.get(pk=fra.pk)
            setattr(organ, felt, Organ.objects.get(pk=til.pk))
            gem_organ(organ, bruger=Bruger.objects.get(pk=bruger.pk))

        return handling

    assert kap(peg(ene, anden), peg(anden, ene)) == ["afvist", "gemt"]
    assert Organ.objects.exclude(**{felt: None}).count() == 1

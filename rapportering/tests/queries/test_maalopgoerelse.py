"""One target of the report, as everybody may see it."""

from decimal import Decimal

import pytest

from indsatser.tests.factories import MaalingFactory, MaaltalFactory
from rapportering.queries.maalopgoerelse import maalopgoerelse

pytestmark = pytest.mark.django_db


def test_no_report_tells_a_figure_that_builds_on_fewer_than_five_or_the_state_it_gives():
    maaltal = MaaltalFactory(maal=Decimal(10), basisvaerdi=Decimal(18), basisaar=2017)
    MaalingFactory(maaltal=maaltal, aar=2019, vaerdi=Decimal("77.13"), antal=4, bemaerkning="Fire personer")
    MaalingFactory(maaltal=maaltal, aar=2022, vaerdi=Decimal(9))

    linje = maalopgoerelse(maaltal, 2021)

    assert "77" not in repr(linje)
    assert (linje.seneste.vaerdi, linje.tilstand) == ("under 5, vises ikke", "skjult")
    assert [punkt.aar for punkt in linje.maalinger] == [2017]

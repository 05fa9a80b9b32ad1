from datetime import date

import pytest

from organisering.domain.organomraade import gem_omraade
from organisering.models import Organomraade
from organisering.tests.factories import KommuneFactory, OrganFactory, sekretariatsbruger
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db


@pytest.fixture
def organ():
    return OrganFactory(gyldig_fra=date(2019, 7, 1), gyldig_til=date(2022, 6, 30))


@pytest.fixture
def sekretariat(organ):
    return sekretariatsbruger(organ.region)


def test_gem_omraade_adds_an_organisation_and_says_who(organ, sekretariat):
    omraade = gem_omraade(Organomraade(organ=organ, organisation=KommuneFactory()), bruger=sekretariat)

    assert list(organ.omraader.all()) == [omraade]
    assert omraade.historik.get().history_user == sekretariat


@pytest.mark.parametrize(
    ("fra", "til", "saetning"),
    [
        (date(2021, 1, 2), date(2021, 1, 1), "ligger før den første, 2. januar 2021"),
        (date(2022, 7, 1), None, "findes ikke i den periode"),
        (None, date(2019, 6, 30), "findes ikke i den periode"),
    ],
)
def test_gem_omraade_rejects_a_period_the_wrong_way_round_or_outside_the_body(organ, sekretariat, fra, til, saetning):
    omraade = Organomraade(organ=organ, organisation=KommuneFactory(), gyldig_fra=fra, gyldig_til=til)

    with pytest.raises(Regelbrud, match=saetning):
        gem_omraade(omraade, bruger=sekretariat)


def test_gem_omraade_rejects_an_organisation_that_the_area_has(organ, sekretariat):
    kommune = KommuneFactory()
    gem_omraade(Organomraade(organ=organ, organisation=kommune), bruger=sekretariat)

    with pytest.raises(Regelbrud, match="hører allerede til"):
        gem_omraade(Organomraade(organ=organ, organisation=kommune), bruger=sekretariat)


def test_of_two_who_end_an_area_the_second_is_told(organ, sekretariat):
    omraade = gem_omraade(Organomraade(organ=organ, organisation=KommuneFactory()), bruger=sekretariat)
    samme = Organomraade.objects.get(pk=omraade.pk)
    omraade.gyldig_til, samme.gyldig_til = date(2020, 12, 31), date(2021, 12, 31)
    gem_omraade(omraade, bruger=sekretariat)

    with pytest.raises(Versionskonflikt):
        gem_omraade(samme, bruger=sekretariat)

"""Two real connections on one row of the matrix or one portfolio. On SQLite the test database is a file."""

import pytest

from indsatser.domain.celle import saet_aar
from indsatser.domain.indsats import opret_indsats
from indsatser.models import Indsats, Portefoeljepost, Ressourcetraek
from indsatser.queries.celle import Celle
from indsatser.tests.factories import PortefoeljepostFactory, RessourcetraekFactory
from organisering.models import Aftale, Organ
from sundhedsaftale.faelles.tests.kaploeb import kap

pytestmark = pytest.mark.django_db(transaction=True)


def saetter(post, celle):
    def saet(egen):
        return "skrevet" if saet_aar(egen, celle) else "stod der"

    return lambda: Portefoeljepost.objects.select_related("indsats__aftale").get(pk=post.pk), saet


def test_two_who_set_the_first_x_of_a_year_leave_one_cell():
    post = PortefoeljepostFactory()

    svar = kap(saetter(post, Celle(2021, planlagt=True)), saetter(post, Celle(2021, planlagt=True)))

    assert svar in (["skrevet", "stod der"], ["konflikt", "skrevet"])
    assert list(Ressourcetraek.objects.values_list("planlagt", "version")) == [(True, 1)]
    assert Ressourcetraek.historik.count() == 1


def test_two_who_want_the_same_cell_otherwise_save_it_once():
    traek = RessourcetraekFactory(aar=2020)

    svar = kap(
        saetter(traek.post, Celle(2020, planlagt=False, version=1)),
        saetter(traek.post, Celle(2020, planlagt=False, version=1)),
    )

    assert svar in (["skrevet", "stod der"], ["konflikt", "skrevet"])
    assert list(Ressourcetraek.objects.values_list("planlagt", "version")) == [(False, 2)]
    assert Ressourcetraek.historik.count() == 2


def test_two_who_edit_different_years_of_a_row_both_save():
    post = PortefoeljepostFactory()

    assert kap(saetter(post, Celle(2019, planlagt=True)), saetter(post, Celle(2023, planlagt=True))) == [
        "skrevet",
        "skrevet",
    ]
    assert sorted(Ressourcetraek.objects.values_list("aar", "planlagt")) == [(2019, True), (2023, True)]


def test_two_who_add_the_same_title_leave_one_initiative():
    post = PortefoeljepostFactory()

    def opretter(titel):
        def laes():
            organ = Organ.objects.select_related("type", "spejler").get(pk=post.organ_id)
            return Indsats(aftale=Aftale.objects.get(pk=post.indsats.aftale_id), titel=titel), organ

        return laes, lambda laest: opret_indsats(*laest, maalsaetninger=[], risikogrupper=[], aar=[])

    assert kap(opretter("Tvilling"), opretter("TVILLING")) == ["afvist", "gemt"]
    assert Indsats.objects.filter(titel__iexact="tvilling").count() == 1

"""Two real connections on one row of the matrix or one portfolio. On SQLite the test database is a file."""

import threading

import pytest
from django.db import connection

from indsatser.domain.celle import saet_aar
from indsatser.domain.indsats import opret_indsats
from indsatser.models import Indsats, Portefoeljepost, Ressourcetraek
from indsatser.queries.celle import Celle
from indsatser.tests.factories import PortefoeljepostFactory, RessourcetraekFactory
from organisering.models import Aftale, Organ
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db(transaction=True)


def kap(post, *oensker):
    """Let each wish run in a thread with its own connection, all from the same moment; return how each ended."""
    klar = threading.Barrier(len(oensker), timeout=30)
    svar = [""] * len(oensker)

    def loeb(nummer):
        try:
            egen = Portefoeljepost.objects.select_related("indsats__aftale").get(pk=post.pk)
            klar.wait()
            try:
                svar[nummer] = "skrevet" if saet_aar(egen, oensker[nummer]) else "stod der"
            except Versionskonflikt:
                svar[nummer] = "konflikt"
        finally:
            connection.close()

    traade = [threading.Thread(target=loeb, args=[nummer]) for nummer in range(len(oensker))]
    for traad in traade:
        traad.start()
    for traad in traade:
        traad.join(timeout=60)
    return sorted(svar)


def test_two_who_set_the_first_x_of_a_year_leave_one_cell():
    post = PortefoeljepostFactory()

    svar = kap(post, Celle(2021, planlagt=True), Celle(2021, planlagt=True))

    assert svar in (["skrevet", "stod der"], ["konflikt", "skrevet"])
    assert list(Ressourcetraek.objects.values_list("planlagt", "version")) == [(True, 1)]
    assert Ressourcetraek.historik.count() == 1


def test_two_who_want_the_same_cell_otherwise_save_it_once():
    traek = RessourcetraekFactory(aar=2020)

    svar = kap(traek.post, Celle(2020, planlagt=False, version=1), Celle(2020, planlagt=False, version=1))

    assert svar in (["skrevet", "stod der"], ["konflikt", "skrevet"])
    assert list(Ressourcetraek.objects.values_list("planlagt", "version")) == [(False, 2)]
    assert Ressourcetraek.historik.count() == 2


def test_two_who_edit_different_years_of_a_row_both_save():
    post = PortefoeljepostFactory()

    assert kap(post, Celle(2019, planlagt=True), Celle(2023, planlagt=True)) == ["skrevet", "skrevet"]
    assert sorted(Ressourcetraek.objects.values_list("aar", "planlagt")) == [(2019, True), (2023, True)]


def test_two_who_add_the_same_title_leave_one_initiative():
    post = PortefoeljepostFactory()
    klar = threading.Barrier(2, timeout=30)
    svar = []

    def opret(titel):
        try:
            organ = Organ.objects.select_related("type", "spejler").get(pk=post.organ_id)
            indsats = Indsats(aftale=Aftale.objects.get(pk=post.indsats.aftale_id), titel=titel)
            klar.wait()
            try:
                opret_indsats(indsats, organ, maalsaetninger=[], risikogrupper=[], aar=[])
                svar.append("oprettet")
            except Regelbrud:
                svar.append("afvist")
        finally:
            connection.close()

    traade = [threading.Thread(target=opret, args=[titel]) for titel in ("Tvilling", "TVILLING")]
    for traad in traade:
        traad.start()
    for traad in traade:
        traad.join(timeout=60)

    assert sorted(svar) == ["afvist", "oprettet"]
    assert Indsats.objects.filter(titel__iexact="tvilling").count() == 1

"""What was toggled last is taken back, step by step, by the one who did it."""

import pytest
from django.urls import reverse

from indsatser.models import Ressourcetraek
from indsatser.tests.factories import RessourcetraekFactory
from organisering.tests.factories import DagsordenspunktFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db
FORTRYD = "/portefoelje/fortryd/"


@pytest.fixture
def post():
    return RessourcetraekFactory(aar=2020, post__indsats__titel="Røgfri prøve").post


@pytest.fixture
def sekretariat(client, post):
    client.force_login(sekretariatsbruger(post.indsats.aftale.region), "django.contrib.auth.backends.ModelBackend")
    return client


def saet(client, post, aar, kode):
    client.post(reverse("indsatser:post-aar", args=[post.pk, aar]), {"celle": kode})


def kryds():
    return sorted(Ressourcetraek.objects.filter(planlagt=True).values_list("aar", flat=True))


def test_changes_are_undone_one_by_one_newest_first(sekretariat, post):
    naeste = reverse("indsatser:portefoelje-organ", args=[post.organ.slug])
    saet(sekretariat, post, 2021, "1v0")
    saet(sekretariat, post, 2020, "0v1")
    assert "Fortryd<" in sekretariat.get(naeste).content.decode()

    svar = sekretariat.post(FORTRYD, {"naeste": naeste})

    assert (svar.url, kryds()) == (f"{naeste}#c{post.pk}-2020", [2020, 2021])
    assert "Fortrudt: 2020 for Røgfri prøve er som før." in sekretariat.get(naeste).content.decode()
    sekretariat.post(FORTRYD, {"naeste": naeste})
    assert kryds() == [2020]
    assert Ressourcetraek.historik.latest("history_id").history_change_reason == "Fortrudt"
    assert "ikke mere at fortryde" in sekretariat.post(FORTRYD, {"naeste": naeste}, follow=True).content.decode()


def test_what_another_has_changed_since_is_left_alone_and_told(sekretariat, post):
    saet(sekretariat, post, 2021, "1v0")
    for planlagt in (False, True):
        traek = Ressourcetraek.objects.get(aar=2021)
        traek.planlagt = planlagt
        traek.save()
    traek.planlagt = True

    svar = sekretariat.post(FORTRYD, {"naeste": "/aftaler/"}, follow=True)

    assert "en anden har ændret feltet siden" in svar.content.decode()
    assert kryds() == [2020, 2021]


def test_the_decision_that_a_cell_rested_on_comes_back_with_it(sekretariat, post):
    traek = Ressourcetraek.objects.get()
    traek.besluttet_i = punkt = DagsordenspunktFactory()
    traek.save()

    saet(sekretariat, post, 2020, "0v2")
    assert Ressourcetraek.objects.get().besluttet_i is None
    sekretariat.post(FORTRYD)

    assert (kryds(), Ressourcetraek.objects.get().besluttet_i) == ([2020], punkt)


def test_nobody_else_undoes_it(client, post):
    fremmed = sekretariatsbruger(RessourcetraekFactory().post.organ.region)
    client.force_login(fremmed, "django.contrib.auth.backends.ModelBackend")
    sekretariat = client.session
    sekretariat["portefoelje_fortryd"] = [[post.pk, 2020, "0v1", None, "Røgfri prøve"]]
    sekretariat.save()

    assert client.post(FORTRYD).status_code == 403
    assert 2020 in kryds()

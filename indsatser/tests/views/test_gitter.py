"""The whole grid of a body as one form."""

import pytest
from django.urls import reverse

from indsatser.models import Ressourcetraek
from indsatser.tests.factories import (
    PortefoeljepostFactory,
    RessourcetraekFactory,
)
from organisering.tests.factories import sekretariatsbruger

pytestmark = pytest.mark.django_db


@pytest.fixture
def post():
    return RessourcetraekFactory(aar=2020).post


@pytest.fixture
def sekretariat(client, post):
    client.force_login(sekretariatsbruger(post.indsats.aftale.region), "django.contrib.auth.backends.ModelBackend")
    return client


def gitter(post, *aar, sete="0v0 1v1 0v0 0v0 0v0", **felter):
    return {f"aar-{post.pk}": [*aar], f"sete-{post.pk}": sete, **felter}


def rediger(post):
    return reverse("indsatser:portefoelje-rediger", args=[post.organ.slug])


def kryds():
    return sorted(Ressourcetraek.objects.filter(planlagt=True).values_list("aar", flat=True))


def test_the_grid_saves_only_what_was_changed(sekretariat, post):
    svar = sekretariat.post(rediger(post), gitter(post, 2020, 2021, 2022, begrundelse="DAK"), follow=True)

    assert "2 felter er ændret og gemt." in svar.content.decode()
    assert kryds() == [2020, 2021, 2022]
    assert Ressourcetraek.objects.get(aar=2020).version == 1
    assert Ressourcetraek.historik.latest("history_id").history_change_reason == "DAK"
    assert Ressourcetraek.historik.latest("history_id").history_user == svar.wsgi_request.user


def test_the_grid_says_when_there_was_nothing_to_save(sekretariat, post):
    svar = sekretariat.post(rediger(post), gitter(post, 2020), follow=True)

    assert "Der var ingen ændringer at gemme." in svar.content.decode()
    assert Ressourcetraek.historik.count() == 1


def test_a_stale_grid_gets_the_conflict_page_with_everything_ticked_as_before(sekretariat, post):
    traek = Ressourcetraek.objects.get()
    traek.planlagt = False
    traek.save()
    RessourcetraekFactory(post=post, aar=2023)

    svar = sekretariat.post(rediger(post), gitter(post, 2021, sete="0v0 1v1 0v0 0v0 0v0", begrundelse="Min grund"))

    assert svar.status_code == 302, "the other wanted the same: no conflict"
    assert kryds() == [2021, 2023]

    foraeldet = gitter(post, 2020, 2022, sete="0v0 0v0 0v0 0v0 0v0", begrundelse="Min grund")
    svar = sekretariat.post(rediger(post), foraeldet)

    assert svar.status_code == 409
    assert kryds() == [2021, 2023]
    form = svar.context["form"]
    assert form.data.getlist(f"aar-{post.pk}") == ["2020", "2021", "2022", "2023"]
    assert form.data["begrundelse"] == "Min grund"
    assert [tuple(vars(r).values()) for r in svar.context["raekker"]] == [
        (f"{post.indsats.titel}, 2020", "X", "", ""),
    ]
    igen = sekretariat.post(rediger(post), dict(form.data.lists()))
    assert igen.status_code == 302
    assert kryds() == [2020, 2021, 2022, 2023]


@pytest.mark.parametrize(
    ("felter", "tekst"),
    [
        ({"aar": ["2031"]}, "Vælg år i aftalen, 2019–2023."),
        ({"sete": "vrøvl"}, "Siden er forældet"),
        ({"begrundelse": "x" * 501}, "500"),
    ],
)
def test_bad_input_in_the_grid_is_told_and_kept(sekretariat, post, felter, tekst):
    data = {**gitter(post, *felter.pop("aar", ["2021"]), begrundelse="Behold mig"), **felter}
    if "sete" in felter:
        data[f"sete-{post.pk}"] = felter["sete"]

    svar = sekretariat.post(rediger(post), data)

    assert svar.status_code == 422
    assert tekst in svar.content.decode()
    assert kryds() == [2020]


def test_rows_of_another_body_cannot_be_smuggled_into_the_grid(sekretariat, post):
    fremmed = PortefoeljepostFactory()

    sekretariat.post(rediger(post), {**gitter(post, 2020), **gitter(fremmed, 2019, sete="0v0 0v0 0v0 0v0 0v0")})

    assert not fremmed.traek.exists()

"""The same change for many rows: planned, saved as one, undone as one."""

import pytest

from indsatser.domain.indlaesning import fortryd_indlaesning
from indsatser.domain.samlet import Aendring, Oenske, gem_plan, planlaeg
from indsatser.models import Indlaesning, Indsats, Portefoeljepost, Ressourcetraek
from indsatser.tests.factories import (
    IndsatsFactory,
    PortefoeljepostFactory,
    RessourcetraekFactory,
    VirkemiddelFactory,
)
from organisering.tests.factories import AftaleFactory, OrganFactory, sekretariatsbruger
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def bruger(aftale):
    return sekretariatsbruger(aftale.region)


@pytest.fixture
def poster(aftale):
    organ = OrganFactory(region=aftale.region)
    poster = [PortefoeljepostFactory(organ=organ, indsats__aftale=aftale, raekkefoelge=n) for n in range(3)]
    RessourcetraekFactory(post=poster[0], aar=2021)
    return poster


def laest(poster):
    return Portefoeljepost.objects.filter(pk__in=[post.pk for post in poster]).order_by("raekkefoelge")


def kryds():
    return list(Ressourcetraek.objects.filter(planlagt=True).order_by("post", "aar").values_list("post", "aar"))


def test_the_plan_tells_each_row_and_saves_nothing(poster):
    plan = planlaeg(laest(poster), Oenske(kryds=frozenset({2021}), uden=frozenset({2019})))

    assert [en.aendringer for en in plan.raekker] == [[], [Aendring("2021", "", "X")], [Aendring("2021", "", "X")]]
    assert (len(plan.aendres), len(plan.ens), plan.er_indsatser) == (2, 1, True)
    assert kryds() == [(poster[0].pk, 2021)]


def test_years_phase_holder_and_means_are_saved_as_one_act_and_undone_as_one(aftale, bruger, poster):
    middel = VirkemiddelFactory(aftale=aftale)
    oenske = Oenske(
        kryds=frozenset({2022}),
        uden=frozenset({2021}),
        fase=Indsats.Fase.KLAR,
        tovholder=aftale.region,
        virkemidler=(middel,),
    )

    indlaesning = gem_plan(planlaeg(laest(poster), oenske), aftale=aftale, bruger=bruger, begrundelse="Revision")

    assert kryds() == [(post.pk, 2022) for post in poster]
    saet = [(en.fase, en.tovholder, list(en.virkemidler.all())) for en in Indsats.objects.all()]
    assert saet == [(Indsats.Fase.KLAR, aftale.region, [middel])] * 3
    assert (indlaesning.slags, indlaesning.bruger) == (Indlaesning.Slags.SAMLET, bruger)
    assert "Kryds i 2022, ingen kryds i 2021, fase Klar til implementering" in indlaesning.kilde
    assert Ressourcetraek.historik.latest("history_id").history_change_reason == "Revision"

    assert fortryd_indlaesning(indlaesning, bruger=bruger) == 0
    assert kryds() == [(poster[0].pk, 2021)]
    assert {(en.fase, en.tovholder) for en in Indsats.objects.all()} == {(Indsats.Fase.UOPLYST, None)}


def test_an_initiative_chosen_in_two_bodies_is_saved_once(aftale, bruger, poster):
    anden = PortefoeljepostFactory(indsats=poster[0].indsats, organ=OrganFactory(region=aftale.region), raekkefoelge=9)
    plan = planlaeg(laest([poster[0], anden]), Oenske(fase=Indsats.Fase.KLAR))

    gem_plan(plan, aftale=aftale, bruger=bruger)

    assert (len(plan.aendres), plan.er_indsatser) == (2, False)
    assert Indsats.objects.get(pk=poster[0].indsats_id).version == 2


def test_what_cannot_move_is_told_and_the_rest_moves(aftale, bruger, poster):
    til = OrganFactory(region=aftale.region)
    PortefoeljepostFactory(organ=til, indsats=poster[0].indsats)
    lukket = PortefoeljepostFactory(
        organ=poster[0].organ, indsats=IndsatsFactory(aftale=aftale, afsluttet=True), raekkefoelge=8
    )
    plan = planlaeg(laest([*poster, lukket]), Oenske(organ=til))

    gem_plan(plan, aftale=aftale, bruger=bruger, begrundelse="Ny ansvarlig")

    assert [en.afvist for en in plan.afviste] == [
        f"Indsatsen står allerede i porteføljen for {til}.",
        "Indsatsen er afsluttet og kan ikke flyttes.",
    ]
    assert {post.indsats_id for post in til.poster.all()} == {post.indsats_id for post in poster}


def test_another_regions_holder_is_refused_and_nothing_is_saved(aftale, bruger, poster):
    plan = planlaeg(laest(poster), Oenske(kryds=frozenset({2022}), tovholder=AftaleFactory().region))

    with pytest.raises(Regelbrud, match="Tovholderen skal høre til"):
        gem_plan(plan, aftale=aftale, bruger=bruger)
    assert kryds() == [(poster[0].pk, 2021)]


def test_a_plan_that_others_have_overtaken_saves_nothing(aftale, bruger, poster):
    plan = planlaeg(laest(poster), Oenske(uden=frozenset({2021}), fase=Indsats.Fase.KLAR))
    forrest = Indsats.objects.get(pk=poster[2].indsats_id)
    forrest.fase = Indsats.Fase.AFVENTER
    forrest.save()

    with pytest.raises(Versionskonflikt):
        gem_plan(plan, aftale=aftale, bruger=bruger)
    assert kryds() == [(poster[0].pk, 2021)]


def test_nothing_to_change_is_no_act(aftale, bruger, poster):
    with pytest.raises(Regelbrud, match="ingen ændringer"):
        gem_plan(planlaeg(laest(poster), Oenske(fase=Indsats.Fase.UOPLYST)), aftale=aftale, bruger=bruger)

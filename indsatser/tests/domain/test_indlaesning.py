import contextlib

import pytest
from django.db import IntegrityError, transaction

from indsatser.domain.celle import saet_aar
from indsatser.domain.indlaesning import fortryd_indlaesning, samlet_aendring
from indsatser.domain.indsats import opret_indsats
from indsatser.models import Indlaesning, Indsats, Maalsaetning, Milepael, Portefoeljepost, Ressourcetraek
from indsatser.queries.celle import Celle
from indsatser.tests.factories import (
    IndsatsFactory,
    MaalsaetningFactory,
    MilepaelFactory,
    PortefoeljepostFactory,
    RessourcetraekFactory,
)
from organisering.tests.factories import AftaleFactory, OrganFactory, sekretariatsbruger
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet

pytestmark = pytest.mark.django_db


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def organ(aftale):
    return OrganFactory(region=aftale.region)


@pytest.fixture
def bruger(aftale):
    return sekretariatsbruger(aftale.region)


@pytest.fixture
def samlet(aftale, bruger):
    return lambda: samlet_aendring(aftale, slags=Indlaesning.Slags.REGNEARK, kilde="ark.xlsx", bruger=bruger)


def ny_indsats(aftale, organ, titel="Ny"):
    indsats = Indsats(aftale=aftale, titel=titel)
    return opret_indsats(indsats, organ, maalsaetninger=[], risikogrupper=[], aar=[2020])


def urorte(indlaesning):
    gemt = Indlaesning.objects.get(pk=indlaesning.pk)
    return [(linje["model"].split(".")[1], linje["urort"]) for linje in gemt.urorte]


def test_every_row_saved_inside_is_noted_once_with_its_version_before_and_after(aftale, organ, bruger, samlet):
    indsats = IndsatsFactory(aftale=aftale)
    with samlet() as indlaesning:
        indsats.titel = "Anden"
        indsats.save()
        indsats.fase = Indsats.Fase.I_DRIFT
        indsats.save()
        post = PortefoeljepostFactory(indsats=indsats, organ=organ)

    assert indlaesning.aendringer == [
        {"model": "indsatser.Indsats", "pk": indsats.pk, "foer": 1, "efter": 3},
        {"model": "indsatser.Portefoeljepost", "pk": post.pk, "foer": None, "efter": 1},
    ]
    assert Indlaesning.historik.get().history_user == bruger


def test_what_a_savepoint_took_back_is_not_noted(aftale, samlet):
    indsats = IndsatsFactory(aftale=aftale)
    with samlet() as indlaesning, contextlib.suppress(IntegrityError), transaction.atomic():
        indsats.titel = "Anden"
        indsats.save()
        IndsatsFactory(aftale=aftale)
        raise IntegrityError

    assert indlaesning.pk is None
    assert Indlaesning.objects.count() == 0


def test_what_is_raised_inside_undoes_all_of_it(aftale, samlet):
    with contextlib.suppress(Regelbrud), samlet():
        IndsatsFactory(aftale=aftale)
        raise Regelbrud("Nej.")

    assert (Indsats.objects.count(), Indlaesning.objects.count()) == (0, 0)


def test_undoing_puts_every_row_back_and_removes_what_the_act_made(aftale, organ, bruger, samlet):
    maal = MaalsaetningFactory(aftale=aftale, organ=organ)
    gammel = IndsatsFactory(aftale=aftale, titel="Gammel", beskrivelse="Om rygning")
    gammel.gem_med(maalsaetninger=[maal])
    traek = RessourcetraekFactory(post=PortefoeljepostFactory(indsats=gammel, organ=organ), aar=2020)
    with samlet() as indlaesning:
        gammel.titel, gammel.beskrivelse = "Ændret", "Om motion"
        gammel.gem_med(maalsaetninger=[])
        saet_aar(traek.post, Celle(2020, planlagt=False, version=1))
        ny_indsats(aftale, organ)

    assert fortryd_indlaesning(indlaesning, bruger=bruger) == 0

    tilbage = Indsats.objects.get()
    assert (tilbage.titel, tilbage.version, list(tilbage.maalsaetninger.all())) == ("Gammel", 4, [maal])
    assert Indsats.objects.filter(soegetekst__finder="rygning").exists()
    assert list(Ressourcetraek.objects.values_list("pk", "planlagt")) == [(traek.pk, True)]
    seneste = Indsats.historik.filter(id=gammel.pk).latest("history_id")
    assert (seneste.history_user, seneste.history_change_reason) == (bruger, f"Fortrudt: {indlaesning}")
    with pytest.raises(Regelbrud, match="allerede fortrudt"):
        fortryd_indlaesning(indlaesning, bruger=bruger)


def test_a_row_that_somebody_has_changed_or_removed_since_is_left_alone(aftale, organ, bruger, samlet):
    aendret, slettet, egen = (IndsatsFactory(aftale=aftale) for _ in range(3))
    with samlet() as indlaesning:
        for indsats in (aendret, slettet, egen):
            indsats.fase = Indsats.Fase.I_DRIFT
            indsats.save()
    aendret.fase = Indsats.Fase.AFVENTER
    aendret._history_user = bruger
    begrundet(aendret, "Siden").save()
    slettet.delete()

    assert fortryd_indlaesning(indlaesning, bruger=bruger) == 2

    (_, foerste), (_, anden) = urorte(indlaesning)
    assert foerste.startswith(f"Ændret siden af {bruger}, ")
    assert anden == "Slettet siden."
    assert [i.fase for i in Indsats.objects.order_by("pk")] == [Indsats.Fase.AFVENTER, Indsats.Fase.UOPLYST]


@pytest.mark.parametrize(
    ("byg", "hvad"),
    [
        (
            lambda post, organ: RessourcetraekFactory(post=post, aar=2021),
            ["porteføljepost, ressourcetræk", "ressourcetræk"],
        ),
        (lambda post, organ: MilepaelFactory(indsats=post.indsats), ["milepæl"]),
        (lambda post, organ: IndsatsFactory(aftale=post.indsats.aftale, forgaenger=post.indsats), ["indsats"]),
        (
            lambda post, organ: PortefoeljepostFactory(
                indsats=post.indsats, organ=OrganFactory(region=post.organ.region)
            ),
            ["porteføljepost"],
        ),
    ],
    ids=["a cell", "a milestone", "a successor", "a place in another body"],
)
def test_undoing_never_takes_with_it_what_others_have_built_on_a_new_row(byg, hvad, aftale, organ, bruger, samlet):
    with samlet() as indlaesning:
        post = ny_indsats(aftale, organ)
    bygget = byg(post, organ)

    fortryd_indlaesning(indlaesning, bruger=bruger)

    assert type(bygget).objects.filter(pk=bygget.pk).exists()
    assert Indsats.objects.filter(pk=post.indsats_id).exists()
    assert [grund for _, grund in urorte(indlaesning)] == [f"Andet er knyttet til den siden: {et}." for et in hvad]


def test_a_new_målsætning_that_others_serve_now_stays(aftale, organ, bruger, samlet):
    with samlet() as indlaesning:
        maal = MaalsaetningFactory(aftale=aftale, organ=organ)
    IndsatsFactory(aftale=aftale).gem_med(maalsaetninger=[maal])

    fortryd_indlaesning(indlaesning, bruger=bruger)

    assert list(Maalsaetning.objects.all()) == [maal]
    assert len(urorte(indlaesning)) == 1


def test_a_title_that_is_taken_since_is_not_taken_back(aftale, bruger, samlet):
    indsats = IndsatsFactory(aftale=aftale, titel="Gammel")
    with samlet() as indlaesning:
        indsats.titel = "Ny"
        indsats.save()
    IndsatsFactory(aftale=aftale, titel="Gammel")

    fortryd_indlaesning(indlaesning, bruger=bruger)

    assert Indsats.objects.get(pk=indsats.pk).titel == "Ny"
    assert urorte(indlaesning) == [("Indsats", "Det, der stod før, er taget i brug et andet sted.")]


def test_a_row_does_not_go_back_to_what_is_gone(aftale, organ, bruger, samlet):
    foerste = IndsatsFactory(aftale=aftale)
    indsats = IndsatsFactory(aftale=aftale, forgaenger=foerste)
    with samlet() as indlaesning:
        indsats.forgaenger = None
        indsats.save()
    foerste.delete()

    fortryd_indlaesning(indlaesning, bruger=bruger)

    assert urorte(indlaesning) == [("Indsats", "Det, der stod før, findes ikke længere.")]


def test_bulk_inserts_are_noted_too(aftale, organ, bruger, samlet):
    post = PortefoeljepostFactory(indsats__aftale=aftale, organ=organ)
    milepaele = [Milepael(indsats=post.indsats, titel=f"Prøve {n}") for n in range(2)]
    with samlet() as indlaesning:
        Milepael.objects.bulk_create(milepaele)

    fortryd_indlaesning(indlaesning, bruger=bruger)

    assert (Milepael.objects.count(), Portefoeljepost.objects.count()) == (0, 1)

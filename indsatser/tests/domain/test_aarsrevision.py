from datetime import date

import pytest

from indsatser.domain.aarsrevision import afslut_aarsrevision, opret_aarsrevision, svar_i_revision
from indsatser.models import Aarsrevision, Indsats, Revisionsvalg
from indsatser.queries.aarsrevision import laes_aarsrevision, naeste_ubesvarede
from indsatser.tests.factories import (
    AarsrevisionFactory,
    IndsatsFactory,
    PortefoeljepostFactory,
    RessourcetraekFactory,
)
from organisering.tests.factories import AftaleFactory, OrganFactory
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def revision(aftale):
    return AarsrevisionFactory(aftale=aftale)


def svar(revision, indsats, valg, **kwargs):
    nyt = Revisionsvalg(revision=revision, indsats=indsats, valg=valg)
    svar_i_revision(nyt, **kwargs)
    return nyt


@pytest.mark.parametrize(
    ("aar", "tekst"),
    [(2018, "2018 ligger uden for"), (2021, "allerede en revision for 2021"), (2022, "Afslut revisionen for 2021")],
)
def test_a_walk_is_begun_once_a_year_and_one_at_a_time(aftale, revision, aar, tekst):
    with pytest.raises(Regelbrud, match=tekst):
        opret_aarsrevision(aftale, aar)
    assert Aarsrevision.objects.get() == revision


def test_an_answer_that_ends_an_initiative_closes_it_with_its_outcome(aftale, revision):
    svar(revision, IndsatsFactory(aftale=aftale), "overdrag", dag=date(2021, 6, 1), begrundelse="Til kommunen")

    indsats = Indsats.objects.get()
    assert (indsats.udfald, indsats.afsluttet_den) == ("overdraget", date(2021, 6, 1))
    assert indsats.historik.latest("history_id").history_change_reason == "Til kommunen"


@pytest.mark.parametrize(
    ("valg", "tilstand", "tekst"),
    [
        ("afslut", {}, "Skriv, hvornår indsatsen slutter."),
        ("overdrag", {"afsluttet": True}, "Indsatsen er allerede afsluttet 1. juni 2021."),
        ("behold", {"afsluttet": True}, "Genoptag den først"),
    ],
)
def test_an_answer_agrees_with_what_the_initiative_is(aftale, revision, valg, tilstand, tekst):
    with pytest.raises(Regelbrud, match=tekst):
        svar(revision, IndsatsFactory(aftale=aftale, **tilstand), valg)
    assert not Revisionsvalg.objects.exists()


def test_two_who_answer_for_the_same_do_not_overwrite_each_other(aftale, revision):
    indsats = IndsatsFactory(aftale=aftale)
    mit = svar(revision, indsats, "behold")
    dit = Revisionsvalg.objects.get()

    with pytest.raises(Versionskonflikt):
        svar(revision, indsats, "afslut", dag=date(2021, 6, 1), begrundelse="Slut")
    assert not Indsats.objects.get().er_afsluttet
    mit.bemaerkning = "Mit"
    svar_i_revision(mit)
    with pytest.raises(Versionskonflikt):
        svar_i_revision(dit)


def test_a_walk_ends_only_when_all_are_answered_and_then_stands(aftale, revision):
    foerste, *resten = (IndsatsFactory(aftale=aftale, titel=f"Nr. {n}") for n in range(7))
    IndsatsFactory(aftale=aftale, afsluttet=True)
    IndsatsFactory()
    valg = svar(revision, foerste, "behold")

    with pytest.raises(Regelbrud, match=r"6 indsatser mangler svar: Nr. 1, Nr. 2, Nr. 3, Nr. 4, Nr. 5 og 1 til\."):
        afslut_aarsrevision(revision)
    for indsats in resten:
        svar(revision, indsats, "behold")
    assert afslut_aarsrevision(revision).afsluttet_den is not None
    valg.valg = "aendret"
    with pytest.raises(Regelbrud, match="kan ikke ændres"):
        svar_i_revision(valg)
    IndsatsFactory(aftale=aftale, titel="Kommet siden")
    assert laes_aarsrevision(Aarsrevision.objects.get()).i_alt == 7


def test_the_walk_goes_body_by_body_with_each_initiative_once(aftale, revision):
    foerst = OrganFactory(region=aftale.region, navn="Abe", raekkefoelge=1)
    sidst = OrganFactory(region=aftale.region, navn="Ko", raekkefoelge=2)
    faelles = PortefoeljepostFactory(organ=sidst, indsats__aftale=aftale, indsats__titel="Fælles").indsats
    PortefoeljepostFactory(organ=foerst, indsats=faelles)
    kun_sidst = PortefoeljepostFactory(organ=sidst, indsats__aftale=aftale, indsats__titel="Kun sidst").indsats
    uden = IndsatsFactory(aftale=aftale, titel="Uden")
    svar(revision, faelles, "behold")

    side = laes_aarsrevision(revision)
    assert [(en.organ, [(li.indsats, li.andre) for li in en.linjer]) for en in side.afsnit] == [
        (foerst, [(faelles, ("Ko",))]),
        (sidst, [(kun_sidst, ())]),
        (None, [(uden, ())]),
    ]
    assert (side.besvarede, side.i_alt) == (1, 3)
    assert naeste_ubesvarede(revision, kun_sidst) == kun_sidst
    svar(revision, uden, "behold")
    assert naeste_ubesvarede(revision, uden) == kun_sidst, "from the top again"


def test_a_group_that_mirrors_stands_with_what_it_does_not_follow(aftale, revision):
    organ = OrganFactory(region=aftale.region, navn="Abe", raekkefoelge=1)
    gruppe = OrganFactory(region=aftale.region, navn="Ko", raekkefoelge=2, spejler=organ)
    fulgt = PortefoeljepostFactory(organ=organ, indsats__aftale=aftale).indsats
    PortefoeljepostFactory(organ=gruppe, indsats=fulgt)
    egen = PortefoeljepostFactory(organ=gruppe, indsats__aftale=aftale).indsats

    afsnit = laes_aarsrevision(revision).afsnit

    assert [(en.organ, [(li.indsats, li.andre) for li in en.linjer]) for en in afsnit] == [
        (organ, [(fulgt, ())]),
        (gruppe, [(egen, ())]),
    ]


def test_changed_without_a_change_is_told(aftale, organ_post, revision):
    svar(revision, organ_post.indsats, "aendret")
    assert [linje.uroert for linje in laes_aarsrevision(revision).linjer] == [True]

    RessourcetraekFactory(post=organ_post)

    assert [linje.uroert for linje in laes_aarsrevision(revision).linjer] == [False]


@pytest.fixture
def organ_post(aftale):
    return PortefoeljepostFactory(indsats__aftale=aftale)


@pytest.mark.parametrize("antal", [1, 30])
def test_the_walk_is_read_in_as_many_queries_whatever_its_size(aftale, revision, antal, django_assert_num_queries):
    for _ in range(antal):
        svar(revision, PortefoeljepostFactory(indsats__aftale=aftale).indsats, "behold")

    # answers, initiatives, places and their cells, when it began, changed initiatives and rows
    with django_assert_num_queries(7):
        assert laes_aarsrevision(revision).i_alt == antal

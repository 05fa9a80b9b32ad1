from datetime import timedelta

import pytest

from organisering.models import Kompetence, Organisation
from organisering.queries.eftersyn import Fundtype, eftersynsregioner, laes_eftersyn, laes_organfund
from organisering.tests.eftersynsscene import DAG, dialogmoede, fund, kl
from organisering.tests.factories import (
    BrugerFactory,
    KommuneFactory,
    MedlemskabFactory,
    MoedeFactory,
    OrganFactory,
    OrgantypeFactory,
    PersonFactory,
    RegionFactory,
    RolleFactory,
    sekretariatsbruger,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    return RegionFactory()


@pytest.fixture
def gruppe(region):
    """A body with a regional and a municipal chair, and nothing wanting."""
    gruppe = OrganFactory(region=region, navn="Prøvegruppen", type=OrgantypeFactory(implementeringsgruppe=True))
    for side in ("regional_formand", "kommunal_formand"):
        MedlemskabFactory(organ=gruppe, rolle=RolleFactory(**{side: True}))
    return gruppe


def test_eftersyn_finds_nothing_where_nothing_is_wanting(region, gruppe):
    assert fund(region) == []


@pytest.mark.parametrize(
    ("sluttet", "saetning"),
    [
        (["regional-formand"], "Regional formand mangler."),
        (["kommunal-formand"], "Kommunal formand mangler."),
        (["regional-formand", "kommunal-formand"], "Regional formand og kommunal formand mangler."),
    ],
)
def test_eftersyn_says_which_chair_is_missing(region, gruppe, sluttet, saetning):
    MedlemskabFactory(organ=gruppe)
    for plads in gruppe.medlemskaber.filter(rolle__slug__in=sluttet):
        plads.til = DAG - timedelta(days=1)
        plads.save()

    assert fund(region) == [(Fundtype.FORMAND, "Prøvegruppen", saetning)]
    assert fund(region, DAG - timedelta(days=1)) == []


def test_eftersyn_finds_a_body_with_a_single_chair_that_has_none(region):
    organ = OrganFactory(region=region, navn="Udvalget")
    MedlemskabFactory(organ=organ)

    assert fund(region) == [(Fundtype.FORMAND, "Udvalget", "Formand mangler.")]
    MedlemskabFactory(organ=organ, rolle=RolleFactory(regional_formand=True))
    assert fund(region) == []


def test_eftersyn_says_when_no_members_are_registered_at_all(region):
    OrganFactory(region=region, navn="Udvalget")

    assert fund(region) == [(Fundtype.FORMAND, "Udvalget", "Ingen medlemmer er registreret. Formand mangler.")]


def test_eftersyn_asks_nothing_of_a_body_without_a_chair_or_outside_its_life_or_in_another_region(region):
    OrganFactory(region=region, type=OrgantypeFactory(sekretariat=True, formandskab="ingen"))
    OrganFactory(region=region, gyldig_til=DAG - timedelta(days=1))
    OrganFactory(region=region, gyldig_fra=DAG + timedelta(days=1))
    OrganFactory()

    assert fund(region) == []


def test_eftersyn_finds_a_lapsed_mandate_once_and_alone(region, gruppe):
    for dage, plads in enumerate(gruppe.medlemskaber.order_by("pk"), start=1):
        plads.til = DAG - timedelta(days=dage)
        plads.save()

    assert fund(region) == [
        (Fundtype.MANDAT, "Prøvegruppen", "Alle pladser er udløbet, den sidste 31. maj 2021."),
    ]


def test_eftersyn_finds_the_competences_that_no_member_has(region):
    teknologi, maaling, opgaver = (
        Kompetence.objects.create(navn=navn) for navn in ("Sundhedsteknologi", "Monitorering", "Opgaveoverdragelse")
    )
    type_ = OrgantypeFactory()
    type_.gem_med(kraevede_kompetencer=[teknologi, maaling, opgaver])
    organ = OrganFactory(region=region, navn="Følgegruppen", type=type_)
    formand = MedlemskabFactory(organ=organ, rolle=RolleFactory(slug="formand", navn="Formand", er_formand=True))
    formand.gem_med(kompetencer=[teknologi])
    tidligere = MedlemskabFactory(organ=organ, til=DAG - timedelta(days=1))
    tidligere.gem_med(kompetencer=[maaling])

    assert fund(region) == [
        (
            Fundtype.KOMPETENCE,
            "Følgegruppen",
            "Ingen af medlemmerne har kompetence i monitorering og opgaveoverdragelse.",
        )
    ]
    formand.gem_med(kompetencer=[teknologi, maaling, opgaver])
    assert fund(region) == []


def test_eftersyn_finds_a_working_group_without_members_from_the_bodies_it_must_have_them_from(region):
    sof_type = OrgantypeFactory(navn="Samordningsforum", slug="sof", formandskab="ingen")
    type_ = OrgantypeFactory(navn="Arbejdsgruppe", slug="arbejdsgruppe", formandskab="ingen")
    type_.gem_med(medlemmer_fra=[sof_type])
    gruppe = OrganFactory(region=region, navn="Arbejdsgruppen", type=type_)
    sof = OrganFactory(region=region, type=sof_type)
    andens_sof = OrganFactory(type=sof_type)
    person = PersonFactory()
    MedlemskabFactory(organ=gruppe, person=person)
    MedlemskabFactory(organ=sof)
    MedlemskabFactory(organ=sof, person=person, til=DAG - timedelta(days=1))
    MedlemskabFactory(organ=andens_sof, person=person)

    assert fund(region) == [
        (
            Fundtype.REPRAESENTATION,
            "Arbejdsgruppen",
            "Ingen af medlemmerne sidder i et organ af typen samordningsforum.",
        )
    ]
    MedlemskabFactory(organ=sof, person=person, fra=DAG)
    assert fund(region) == []


def test_a_body_is_looked_at_alone_and_only_while_it_exists(region):
    organ = OrganFactory(region=region, navn="Udvalget", gyldig_til=DAG)
    OrganFactory(region=region)

    assert [et.om for et in laes_organfund(organ, dag=DAG)] == ["Udvalget"]
    assert laes_organfund(organ, dag=DAG + timedelta(days=1)) == []


def test_eftersyn_has_the_serious_first(region, gruppe):
    OrganFactory(region=region, navn="Udvalget")
    enhed = KommuneFactory(slags=Organisation.Slags.SYGEHUS, region=region)
    dialogmoede(gruppe, enhed, DAG - timedelta(days=400))
    for plads in gruppe.medlemskaber.all():
        plads.til = DAG - timedelta(days=1)
        plads.save()

    alle = laes_eftersyn([region.pk], dag=DAG)

    assert [(et.type, et.alvorligt) for et in alle] == [
        (Fundtype.MANDAT, True),
        (Fundtype.FORMAND, True),
        (Fundtype.DIALOG, False),
    ]


def test_eftersyn_is_of_the_own_regions_and_for_the_administrator_of_all(region):
    anden = RegionFactory()

    assert eftersynsregioner(sekretariatsbruger(region)) == {region.pk}
    assert eftersynsregioner(BrugerFactory(is_superuser=True)) == {region.pk, anden.pk}
    assert eftersynsregioner(BrugerFactory()) == set()


@pytest.mark.parametrize("antal", [1, 3, 10, 100])
def test_eftersyn_has_constant_query_count(region, django_assert_num_queries, antal):
    sof_type = OrgantypeFactory(navn="Samordningsforum", slug="sof", formandskab="ingen")
    type_ = OrgantypeFactory()
    type_.gem_med(medlemmer_fra=[sof_type], kraevede_kompetencer=[Kompetence.objects.create(navn="Teknologi")])
    andet = OrganFactory(region=region, type=sof_type)
    MoedeFactory(organ=andet, starter=kl(DAG + timedelta(days=5)))
    for organ in OrganFactory.create_batch(antal, region=region, type=type_, moedes_efter=andet):
        MedlemskabFactory(organ=organ)
    enheder = [KommuneFactory(slags=Organisation.Slags.SYGEHUS, region=region) for _ in range(antal)]
    for nummer, enhed in enumerate(enheder):
        dialogmoede(andet, enhed, DAG - timedelta(days=400 + nummer))

    # Bodies, kinds with competences and senders, seats with competences, who sits in the senders,
    # meetings with joint bodies, dialogues with units, hospital units.
    with django_assert_num_queries(12):
        alle = laes_eftersyn([region.pk], dag=DAG)

    assert len(alle) == 5 * antal

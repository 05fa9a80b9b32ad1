"""What a decision changes besides years: said by the body that may, carried out with the approval, cited both ways."""

from datetime import date
from decimal import Decimal

import pytest

from indsatser.domain.disponeringsvirkning import tilfoej_afgoerelse, tilfoej_bortfald
from indsatser.domain.indsats import afslut_indsats
from indsatser.domain.maalrevision import Maalstand, revider_maaltal
from indsatser.domain.maalvirkning import tilfoej_maalvirkning
from indsatser.domain.placeringsvirkning import tilfoej_placering
from indsatser.domain.portefoeljepost import tilfoej_post
from indsatser.domain.virkningsslags import UDFOER, udfoer_virkninger
from indsatser.models import Disponering, Maalrevision, Maaltal, Portefoeljepost, Ressourcetraek
from indsatser.queries.virkningsslags import SLAGS
from indsatser.tests.factories import DisponeringFactory, IndsatsFactory, MaaltalFactory
from organisering.models import Dagsordenspunkt, Moede
from organisering.tests.factories import AftaleFactory, BrugerFactory, DagsordenspunktFactory, OrganFactory
from sundhedsaftale.faelles.fejl import Regelbrud

pytestmark = pytest.mark.django_db


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def organ(aftale):
    return OrganFactory(region=aftale.region)


@pytest.fixture
def punkt(organ):
    return DagsordenspunktFactory(moede__organ=organ, moede__afholdt=True)


@pytest.fixture
def bruger():
    return BrugerFactory()


@pytest.fixture
def fremmed_punkt(aftale):
    """An item of a body beside the one that answers for what is to change."""
    return DagsordenspunktFactory(moede__organ=OrganFactory(region=aftale.region))


@pytest.fixture
def maaltal(aftale, organ):
    return MaaltalFactory(maalsaetning__aftale=aftale, maalsaetning__organ=organ, maal=Decimal(10))


@pytest.fixture
def linje(aftale, organ):
    """A line of a pool in an agreement that is anchored in the body."""
    aftale.forankret_i = organ
    aftale.save()
    return DisponeringFactory(pulje__aftale=aftale)


NY = Maalstand("mindst", Decimal("8.5"), "", 2023)


def test_every_kind_that_can_be_read_can_be_carried_out():
    assert list(UDFOER) == [slags.model for slags in SLAGS]


def test_a_placed_initiative_and_its_years_cite_the_decision(aftale, organ, punkt, bruger):
    indsats = IndsatsFactory(aftale=aftale)
    tilfoej_placering(punkt, indsats, organ, aar=[2022, 2020], bruger=bruger)
    assert not indsats.poster.exists()

    udfoer_virkninger([punkt], bruger=bruger)

    assert list(Portefoeljepost.objects.values_list("indsats", "organ", "besluttet_i")) == [
        (indsats.pk, organ.pk, punkt.pk)
    ]
    assert list(Ressourcetraek.objects.values_list("aar", "planlagt", "besluttet_i")) == [
        (2020, True, punkt.pk),
        (2022, True, punkt.pk),
    ]
    assert punkt.placeringsvirkninger.get().udfoert


def test_a_row_made_by_hand_meanwhile_gets_the_years_and_cites_the_decision(aftale, organ, punkt, bruger):
    indsats = IndsatsFactory(aftale=aftale)
    tilfoej_placering(punkt, indsats, organ, aar=[2020], bruger=bruger)
    tilfoej_post(indsats, organ, aar=[2021])

    udfoer_virkninger([punkt], bruger=bruger)

    assert indsats.poster.get().besluttet_i == punkt
    assert list(Ressourcetraek.objects.order_by("aar").values_list("aar", "besluttet_i")) == [
        (2020, punkt.pk),
        (2021, None),
    ]


def test_an_approval_is_refused_with_the_items_number_when_a_decision_can_no_longer_be_so(aftale, organ, punkt, bruger):
    indsats = IndsatsFactory(aftale=aftale)
    tilfoej_placering(punkt, indsats, organ, aar=[2020], bruger=bruger)
    afslut_indsats(indsats, udfald="afsluttet", dag=date(2021, 1, 1), begrundelse="Prøve")

    with pytest.raises(Regelbrud, match=rf"Beslutningen i punkt {punkt.nummer} kan ikke udføres\. Indsatsen er afslut"):
        udfoer_virkninger([punkt], bruger=bruger)


@pytest.mark.parametrize(
    ("felter", "aar", "saetning"),
    [
        ({"afsluttet": True}, 2020, "afsluttet"),
        ({}, 2031, "2031 ligger uden for aftalens år"),
        ({"aftale": None}, 2020, "hører til en anden region"),
    ],
)
def test_a_placement_that_cannot_be_is_refused_when_it_is_said(aftale, organ, punkt, bruger, felter, aar, saetning):
    indsats = IndsatsFactory(**{"aftale": aftale, **felter} if felter != {"aftale": None} else {})

    with pytest.raises(Regelbrud, match=saetning):
        tilfoej_placering(punkt, indsats, organ, aar=[aar], bruger=bruger)


def test_an_initiative_is_placed_once_in_a_body_under_the_meetings(aftale, organ, punkt, fremmed_punkt, bruger):
    indsats, staar_der = IndsatsFactory(aftale=aftale), IndsatsFactory(aftale=aftale)
    tilfoej_post(staar_der, organ, aar=[])
    tilfoej_placering(punkt, indsats, organ, aar=[], bruger=bruger)

    for hvor, hvad, saetning in (
        (punkt, indsats, "placerer allerede"),
        (punkt, staar_der, "står allerede i porteføljen"),
        (fremmed_punkt, indsats, "kan ikke beslutte om porteføljen"),
    ):
        with pytest.raises(Regelbrud, match=saetning):
            tilfoej_placering(hvor, hvad, organ, aar=[], bruger=bruger)


def test_a_changed_target_keeps_what_it_was_and_cites_the_decision(maaltal, punkt, bruger):
    tilfoej_maalvirkning(punkt, maaltal, NY, bruger=bruger)
    assert Maaltal.objects.get().maal == Decimal(10)

    udfoer_virkninger([punkt], bruger=bruger)

    assert Maalstand.af(Maaltal.objects.get()) == NY
    assert list(Maalrevision.objects.values_list("foer_maal", "maal", "dag", "besluttet_i", "begrundelse")) == [
        (Decimal(10), Decimal("8.5"), punkt.moede.dag, punkt.pk, f"Besluttet: {punkt.henvisning}")
    ]


def test_a_target_changed_by_hand_meanwhile_gives_way_or_cites_the_decision(maaltal, punkt, bruger):
    tilfoej_maalvirkning(punkt, maaltal, NY, bruger=bruger)
    revider_maaltal(Maaltal.objects.get(), NY, begrundelse="Rettet i hånden")

    udfoer_virkninger([punkt], bruger=bruger)

    assert list(Maalrevision.objects.values_list("begrundelse", "besluttet_i")) == [("Rettet i hånden", punkt.pk)]


def test_a_target_is_changed_once_by_a_body_over_its_own_and_really_changed(maaltal, punkt, fremmed_punkt, bruger):
    with pytest.raises(Regelbrud, match="kan ikke beslutte om målene"):
        tilfoej_maalvirkning(fremmed_punkt, maaltal, NY, bruger=bruger)
    with pytest.raises(Regelbrud, match="Målet er uændret"):
        tilfoej_maalvirkning(punkt, maaltal, Maalstand.af(maaltal), bruger=bruger)
    tilfoej_maalvirkning(punkt, maaltal, NY, bruger=bruger)
    with pytest.raises(Regelbrud, match="ændrer allerede det måltal"):
        tilfoej_maalvirkning(punkt, maaltal, NY, bruger=bruger)


def test_a_line_of_a_pool_is_settled_with_what_was_decided(linje, punkt, bruger):
    tilfoej_afgoerelse(punkt, linje, slags="bevilget", beloeb=Decimal("1.5"), bruger=bruger)

    udfoer_virkninger([punkt], bruger=bruger)

    assert list(Disponering.objects.values_list("tilstand", "slags", "beloeb", "besluttet_i")) == [
        ("besluttet", "bevilget", Decimal("1.5"), punkt.pk)
    ]


def test_a_line_of_a_pool_lapses_and_keeps_its_amount(linje, punkt, bruger):
    tilfoej_bortfald(punkt, linje, bruger=bruger)

    udfoer_virkninger([punkt], bruger=bruger)

    assert list(Disponering.objects.values_list("tilstand", "beloeb", "besluttet_i")) == [
        ("bortfaldet", linje.beloeb, punkt.pk)
    ]
    nyt = DagsordenspunktFactory(moede__organ=punkt.moede.organ)
    with pytest.raises(Regelbrud, match="allerede bortfaldet"):
        tilfoej_bortfald(nyt, Disponering.objects.get(), bruger=bruger)
    assert tilfoej_afgoerelse(nyt, Disponering.objects.get(), slags="bevilget", beloeb=Decimal(1), bruger=bruger)


def test_a_line_is_changed_once_and_never_to_less_than_nothing(linje, punkt, bruger):
    with pytest.raises(Regelbrud, match="ikke være negativt"):
        tilfoej_afgoerelse(punkt, linje, slags="bevilget", beloeb=Decimal(-1), bruger=bruger)
    tilfoej_bortfald(punkt, linje, bruger=bruger)
    with pytest.raises(Regelbrud, match="ændrer allerede den linje"):
        tilfoej_afgoerelse(punkt, linje, slags="bevilget", beloeb=Decimal(1), bruger=bruger)


def test_after_the_approval_no_kind_is_added(aftale, organ, punkt, maaltal, linje, bruger):
    moede = Moede.objects.get(pk=punkt.moede_id)
    moede.tilstand = Moede.Tilstand.REFERAT_GODKENDT
    moede.save()
    punkt = Dagsordenspunkt.objects.get(pk=punkt.pk)

    for tilfoej in (
        lambda: tilfoej_placering(punkt, IndsatsFactory(aftale=aftale), organ, aar=[], bruger=bruger),
        lambda: tilfoej_maalvirkning(punkt, maaltal, NY, bruger=bruger),
        lambda: tilfoej_bortfald(punkt, linje, bruger=bruger),
    ):
        with pytest.raises(Regelbrud, match="Referatet er godkendt"):
            tilfoej()

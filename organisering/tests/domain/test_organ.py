from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from organisering.domain.organ import Organbrud, gem_organ
from organisering.models import Moede, Organ
from organisering.tests.factories import (
    BrugerFactory,
    MedlemskabFactory,
    MoedeFactory,
    OrganFactory,
    OrgantypeFactory,
    RegionFactory,
    sekretariatsbruger,
)
from sundhedsaftale.faelles.fejl import Versionskonflikt

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    return RegionFactory(navn="Region Prøve")


@pytest.fixture
def sekretariat(region):
    return sekretariatsbruger(region)


def nyt(region, navn="Følgegruppen for børn", **felter):
    return OrganFactory.build(region=region, type=OrgantypeFactory(), navn=navn, slug="", **felter)


def gemt(organ, *felter):
    raekke = Organ.objects.get(pk=organ.pk)
    return tuple(getattr(raekke, felt) for felt in felter)


def test_gem_organ_creates_with_an_address_of_its_name_and_says_who(region, sekretariat):
    organ = gem_organ(nyt(region), bruger=sekretariat, begrundelse="Besluttet i SKU")

    assert gemt(organ, "slug") == ("foelgegruppen-for-boern",)
    assert [(r.history_user, r.history_change_reason) for r in organ.historik.all()] == [
        (sekretariat, "Besluttet i SKU")
    ]


def test_an_address_that_is_taken_gets_the_region_and_then_a_number(region, sekretariat):
    anden, tredje = RegionFactory(navn="Region Æ"), RegionFactory(navn="Region Æ.")

    slugs = [gem_organ(nyt(en, navn="SKU"), bruger=sekretariat).slug for en in (region, anden, tredje)]

    assert slugs == ["sku", "sku-region-ae", "sku-2"]


@pytest.mark.parametrize(
    ("navn", "slug"), [("Ny", "ny-region-proeve"), ("***", "region-proeve"), ("x" * 150, "x" * 100)]
)
def test_an_address_never_collides_with_the_page_that_creates_bodies_and_is_never_empty(
    region, sekretariat, navn, slug
):
    assert gem_organ(nyt(region, navn=navn), bruger=sekretariat).slug == slug


def test_a_new_name_and_a_new_region_leave_the_address_and_the_region_as_they_were(region, sekretariat):
    organ = gem_organ(nyt(region), bruger=sekretariat)
    organ.navn, organ.region, organ.slug = "Et andet navn", RegionFactory(), "et-andet"

    gem_organ(organ, bruger=sekretariat)

    assert gemt(organ, "navn", "region", "slug") == ("Et andet navn", region, "foelgegruppen-for-boern")


def test_gem_organ_rejects_a_name_that_the_region_has(region, sekretariat):
    OrganFactory(navn="SKU")
    OrganFactory(region=region, navn="DAK")

    gem_organ(nyt(region, navn="SKU"), bruger=sekretariat)
    with pytest.raises(Organbrud, match="allerede et organ med det navn") as brud:
        gem_organ(nyt(region, navn="DAK"), bruger=sekretariat)
    assert brud.value.felt == "navn"


@pytest.mark.parametrize("felt", ["refererer_til", "spejler", "forgaenger", "moedes_efter"])
def test_gem_organ_rejects_a_reference_that_leads_back_to_the_body(region, sekretariat, felt):
    foerste = OrganFactory(region=region)
    anden = OrganFactory(region=region, **{felt: foerste})
    tredje = OrganFactory(region=region, **{felt: anden})
    setattr(foerste, felt, tredje)

    with pytest.raises(Organbrud, match="sig selv, heller ikke gennem andre") as brud:
        gem_organ(foerste, bruger=sekretariat)
    assert brud.value.felt == felt
    assert gemt(foerste, felt) == (None,)


@pytest.mark.parametrize("felt", ["refererer_til", "spejler", "forgaenger", "moedes_efter"])
def test_gem_organ_rejects_a_body_that_refers_to_itself(region, sekretariat, felt):
    organ = OrganFactory(region=region)
    setattr(organ, felt, organ)

    with pytest.raises(Organbrud, match="sig selv"):
        gem_organ(organ, bruger=sekretariat)


@pytest.mark.parametrize("felt", ["refererer_til", "spejler", "moedes_efter"])
def test_gem_organ_rejects_a_reference_into_another_region(region, sekretariat, felt):
    with pytest.raises(Organbrud, match="en anden region") as brud:
        gem_organ(nyt(region, **{felt: OrganFactory()}), bruger=sekretariat)
    assert brud.value.felt == felt


def test_a_body_may_succeed_one_of_another_region(region, sekretariat):
    gammel = OrganFactory()

    assert gemt(gem_organ(nyt(region, forgaenger=gammel), bruger=sekretariat), "forgaenger") == (gammel,)


def test_gem_organ_rejects_a_last_day_before_the_first(region, sekretariat):
    with pytest.raises(Organbrud, match="ligger før den første") as brud:
        gem_organ(nyt(region, gyldig_fra=date(2022, 7, 1), gyldig_til=date(2022, 6, 30)), bruger=sekretariat)
    assert brud.value.felt == "gyldig_til"


@pytest.mark.parametrize(
    ("periode", "saetning"),
    [
        ({"gyldig_fra": date(2019, 7, 2)}, "Opdigtet Ene har en plads i organet før 2. juli 2019. Ret"),
        ({"gyldig_til": date(2022, 6, 29)}, "Opdigtet Anden og 1 anden har en plads i organet efter 29. juni 2022"),
        ({"gyldig_til": date(2022, 6, 30)}, "Opdigtet Anden har en plads i organet efter 30. juni 2022. Afslut"),
    ],
)  # fmt: skip
def test_gem_organ_rejects_a_life_shorter_than_a_seat(region, sekretariat, periode, saetning):
    organ = OrganFactory(region=region)
    MedlemskabFactory(organ=organ, person__navn="Opdigtet Ene", fra=date(2019, 7, 1), til=date(2022, 6, 30))
    MedlemskabFactory(organ=organ, person__navn="Opdigtet Anden", fra=date(2020, 7, 1))
    for felt, dag in periode.items():
        setattr(organ, felt, dag)

    with pytest.raises(Organbrud, match=saetning) as brud:
        gem_organ(organ, bruger=sekretariat)
    assert brud.value.felt in periode


def test_gem_organ_lets_a_body_live_exactly_as_long_as_its_seats(region, sekretariat):
    organ = OrganFactory(region=region)
    MedlemskabFactory(organ=organ, fra=date(2019, 7, 1), til=date(2022, 6, 30))
    organ.gyldig_fra, organ.gyldig_til = date(2019, 7, 1), date(2022, 6, 30)

    assert gemt(gem_organ(organ, bruger=sekretariat), "gyldig_til") == (date(2022, 6, 30),)


@pytest.mark.parametrize(
    ("felt", "dag", "saetning"),
    [
        ("gyldig_fra", date(2020, 3, 2), "Organet har et møde 1. marts 2020, før 2. marts 2020"),
        ("gyldig_til", date(2020, 2, 29), "Organet har et møde 1. marts 2020, efter 29. februar 2020"),
    ],
)
@pytest.mark.parametrize("faelles", [False, True])
def test_gem_organ_rejects_a_life_that_leaves_out_a_meeting_also_a_joint_one(
    region, sekretariat, felt, dag, saetning, faelles
):
    organ = OrganFactory(region=region)
    # Half past midnight in Denmark, while it is still the day before in London.
    moede = MoedeFactory(starter=datetime(2020, 3, 1, 0, 30, tzinfo=ZoneInfo("Europe/Copenhagen")))
    if faelles:
        moede.gem_med(faelles_med=[organ])
    else:
        moede.organ = organ
        moede.save()
    setattr(organ, felt, dag)

    with pytest.raises(Organbrud, match=saetning) as brud:
        gem_organ(organ, bruger=sekretariat)
    assert brud.value.felt == felt


def test_a_meeting_that_was_called_off_does_not_hold_a_body_alive(region, sekretariat):
    organ = OrganFactory(region=region)
    MoedeFactory(organ=organ, tilstand=Moede.Tilstand.AFLYST)
    organ.gyldig_til = date(2019, 12, 31)

    assert gem_organ(organ, bruger=sekretariat).gyldig_til == date(2019, 12, 31)


def test_a_body_whose_seats_lie_outside_it_already_can_still_be_renamed(region, sekretariat):
    organ = OrganFactory(region=region, gyldig_til=date(2018, 12, 31))
    MedlemskabFactory(organ=organ)
    organ.navn = "Rettet navn"

    assert gemt(gem_organ(organ, bruger=sekretariat), "navn") == ("Rettet navn",)


def test_only_the_administrator_makes_a_body_a_secretariat_or_the_reverse(region, sekretariat):
    almindelig, giver_ret = OrgantypeFactory(), OrgantypeFactory(sekretariat=True)
    organ, eget = OrganFactory(region=region, type=almindelig), Organ.objects.get(type=giver_ret)
    organ.type, eget.type = giver_ret, almindelig

    for rettet in (organ, eget):
        with pytest.raises(Organbrud, match="Kun systemadministratoren") as brud:
            gem_organ(rettet, bruger=sekretariat)
        assert brud.value.felt == "type"
    assert gemt(gem_organ(organ, bruger=BrugerFactory(is_superuser=True)), "type") == (giver_ret,)


def test_the_secretariat_changes_the_rest_of_its_own_body(region, sekretariat):
    eget = Organ.objects.get(type__er_sekretariat=True)
    eget.navn = "Sekretariatets nye navn"

    assert gemt(gem_organ(eget, bruger=sekretariat), "navn") == ("Sekretariatets nye navn",)


def test_of_two_who_change_a_body_the_second_is_told(region, sekretariat):
    organ = OrganFactory(region=region)
    samme = Organ.objects.get(pk=organ.pk)
    organ.navn, samme.navn = "Den enes navn", "Den andens navn"
    gem_organ(organ, bruger=sekretariat)

    with pytest.raises(Versionskonflikt):
        gem_organ(samme, bruger=sekretariat)
    assert gemt(organ, "navn") == ("Den enes navn",)

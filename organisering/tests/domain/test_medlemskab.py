from datetime import date

import pytest

from organisering.domain.medlemskab import gem_medlemskab, gem_medlemskab_for_ny
from organisering.models import Kompetence, Medlemskab, Organisation, Organtype, Person
from organisering.tests.factories import (
    BrugerFactory,
    KommuneFactory,
    MedlemskabFactory,
    OrganFactory,
    OrgantypeFactory,
    PersonFactory,
    RegionFactory,
    RolleFactory,
)
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db

START = date(2021, 1, 1)


@pytest.fixture
def bruger():
    return BrugerFactory()


@pytest.fixture
def organ():
    """A body with a regional and a municipal chair that lived from 2020 to 2022."""
    return OrganFactory(
        type=OrgantypeFactory(implementeringsgruppe=True),
        navn="Prøvegruppen",
        gyldig_fra=date(2020, 1, 1),
        gyldig_til=date(2022, 12, 31),
    )


def gem(medlemskab, bruger):
    return gem_medlemskab(medlemskab, kompetencer=[], bruger=bruger)


def nyt(organ, **felter):
    felter = {"person": PersonFactory(), "rolle": RolleFactory(), "fra": START, "til": date(2021, 12, 31)} | felter
    return Medlemskab(organ=organ, **felter)


def test_gem_medlemskab_gives_a_seat_with_its_competences_in_one_history_row(organ, bruger):
    teknologi = Kompetence.objects.create(navn="Sundhedsteknologi")

    medlemskab = gem_medlemskab(nyt(organ), kompetencer=[teknologi], bruger=bruger, begrundelse="Udpeget")

    raekke = Medlemskab.historik.get()
    assert list(medlemskab.kompetencer.all()) == [teknologi]
    assert (raekke.history_user, raekke.history_change_reason) == (bruger, "Udpeget")
    assert [spor.kompetence for spor in raekke.kompetencer.all()] == [teknologi]


@pytest.mark.parametrize(
    ("fra", "til", "felt", "saetning"),
    [
        (date(2019, 12, 31), date(2021, 1, 1), "fra", "Prøvegruppen findes først fra 1. januar 2020"),
        (date(2021, 1, 1), date(2023, 1, 1), "til", "Prøvegruppen ophører 31. december 2022"),
        (date(2021, 1, 1), None, "til", "Prøvegruppen ophører 31. december 2022"),
        (date(2021, 1, 2), date(2021, 1, 1), "til", "Den sidste dag ligger før den første, 2. januar 2021"),
    ],
)
def test_gem_medlemskab_refuses_a_period_outside_the_life_of_the_body(organ, bruger, fra, til, felt, saetning):
    with pytest.raises(Regelbrud, match=saetning) as brud:
        gem(nyt(organ, fra=fra, til=til), bruger)

    assert brud.value.felt == felt
    assert not Medlemskab.objects.exists()


@pytest.mark.parametrize(("fra", "til"), [(date(2020, 1, 1), date(2020, 1, 1)), (date(2020, 1, 1), date(2022, 12, 31))])
def test_gem_medlemskab_takes_a_seat_from_the_first_to_the_last_day_of_the_body(organ, bruger, fra, til):
    assert gem(nyt(organ, fra=fra, til=til), bruger).pk


def test_gem_medlemskab_takes_an_open_seat_in_a_body_without_an_end(bruger):
    assert gem(nyt(OrganFactory(), til=None), bruger).pk


@pytest.mark.parametrize(("fra", "til"), [(date(2021, 12, 31), None), (date(2020, 1, 1), date(2021, 1, 1))])
def test_gem_medlemskab_refuses_the_same_person_twice_in_one_role_at_once(bruger, fra, til):
    plads = gem(nyt(OrganFactory()), bruger)

    with pytest.raises(Regelbrud, match=r"er allerede medlem i organet fra 1. januar 2021 til 31. december 2021"):
        gem(nyt(plads.organ, person=plads.person, fra=fra, til=til), bruger)


def test_gem_medlemskab_takes_the_same_person_again_the_day_after_and_in_another_role(organ, bruger):
    plads = gem(nyt(organ), bruger)

    gem(nyt(organ, person=plads.person, fra=date(2022, 1, 1), til=date(2022, 2, 1)), bruger)
    gem(nyt(organ, person=plads.person, rolle=RolleFactory(sekretaer=True)), bruger)

    assert Medlemskab.objects.count() == 3


@pytest.mark.parametrize("side", ["regional_formand", "kommunal_formand"])
def test_gem_medlemskab_refuses_two_chairs_of_one_side_at_once(organ, bruger, side):
    rolle = RolleFactory(**{side: True})
    foerste = gem(nyt(organ, rolle=rolle), bruger)

    with pytest.raises(Regelbrud, match=f"{foerste.person} er {rolle.navn.lower()} fra 1. januar 2021"):
        gem(nyt(organ, rolle=rolle, fra=date(2021, 12, 31), til=date(2022, 1, 1)), bruger)
    gem(nyt(organ, rolle=rolle, fra=date(2022, 1, 1), til=date(2022, 1, 1)), bruger)
    assert Medlemskab.objects.count() == 2


def test_gem_medlemskab_takes_a_regional_and_a_municipal_chair_at_once(organ, bruger):
    gem(nyt(organ, rolle=RolleFactory(regional_formand=True)), bruger)
    gem(nyt(organ, rolle=RolleFactory(kommunal_formand=True)), bruger)

    assert Medlemskab.objects.formaend().count() == 2


def test_gem_medlemskab_refuses_two_single_chairs_at_once(bruger):
    organ = OrganFactory()
    rolle = RolleFactory(slug="formand", navn="Formand", er_formand=True)
    gem(nyt(organ, rolle=rolle), bruger)

    with pytest.raises(Regelbrud, match=r"er formand fra 1. januar 2021"):
        gem(nyt(organ, rolle=rolle), bruger)


@pytest.mark.parametrize(
    ("formandskab", "rolle", "saetning"),
    [
        (Organtype.Formandskab.INGEN, {"slug": "formand", "navn": "Formand", "er_formand": True}, "har ingen formand"),
        (Organtype.Formandskab.INGEN, {"regional_formand": True}, "har ingen formand"),
        (Organtype.Formandskab.EN, {"kommunal_formand": True}, "har én formand"),
        (
            Organtype.Formandskab.TO,
            {"slug": "formand", "navn": "Formand", "er_formand": True},
            "en regional og en kommunal formand",
        ),
    ],
)
def test_gem_medlemskab_refuses_a_chair_that_the_kind_of_body_does_not_have(bruger, formandskab, rolle, saetning):
    organ = OrganFactory(type=OrgantypeFactory(slug="prøve", navn="Prøvetype", formandskab=formandskab))

    with pytest.raises(Regelbrud, match=saetning) as brud:
        gem(nyt(organ, rolle=RolleFactory(**rolle)), bruger)

    assert brud.value.felt == "rolle"


@pytest.mark.parametrize(
    ("side", "slags"),
    [
        ("regional_formand", Organisation.Slags.KOMMUNE),
        ("kommunal_formand", Organisation.Slags.REGION),
        ("kommunal_formand", Organisation.Slags.SYGEHUS),
    ],
)
def test_gem_medlemskab_refuses_a_chair_for_the_other_side(organ, bruger, side, slags):
    anden = KommuneFactory(slags=slags)

    with pytest.raises(Regelbrud, match=f"kan ikke repræsentere {anden}"):
        gem(nyt(organ, rolle=RolleFactory(**{side: True}), repraesenterer=anden), bruger)
    assert gem(nyt(organ, repraesenterer=anden), bruger).pk


def test_gem_medlemskab_takes_a_chair_for_their_own_side(organ, bruger):
    gem(nyt(organ, rolle=RolleFactory(regional_formand=True), repraesenterer=RegionFactory()), bruger)
    gem(nyt(organ, rolle=RolleFactory(kommunal_formand=True), repraesenterer=KommuneFactory()), bruger)

    assert Medlemskab.objects.count() == 2


def test_gem_medlemskab_takes_a_substitute_for_a_seat_of_the_same_time(organ, bruger):
    plads = gem(nyt(organ), bruger)

    suppleant = gem(nyt(organ, suppleant_for=plads), bruger)

    assert list(plads.suppleanter.all()) == [suppleant]


def test_gem_medlemskab_refuses_a_substitute_in_another_body(organ, bruger):
    with pytest.raises(Regelbrud, match="i det samme organ"):
        gem(nyt(organ, suppleant_for=MedlemskabFactory()), bruger)


def test_gem_medlemskab_refuses_a_substitute_for_themselves(organ, bruger):
    plads = gem(nyt(organ), bruger)

    with pytest.raises(Regelbrud, match="suppleant for sig selv"):
        gem(nyt(organ, rolle=RolleFactory(sekretaer=True), person=plads.person, suppleant_for=plads), bruger)
    plads.suppleant_for = plads
    with pytest.raises(Regelbrud, match="suppleant for sig selv"):
        gem(plads, bruger)


def test_gem_medlemskab_refuses_a_substitute_for_a_substitute(organ, bruger):
    plads = gem(nyt(organ), bruger)
    suppleant = gem(nyt(organ, suppleant_for=plads), bruger)
    tredje = gem(nyt(organ), bruger)

    with pytest.raises(Regelbrud, match="er selv suppleant"):
        gem(nyt(organ, suppleant_for=suppleant), bruger)
    plads.suppleant_for = tredje
    with pytest.raises(Regelbrud, match="har selv suppleanter"):
        gem(plads, bruger)


def test_gem_medlemskab_refuses_a_substitute_for_a_seat_of_another_time(organ, bruger):
    plads = gem(nyt(organ, til=date(2021, 2, 1)), bruger)

    with pytest.raises(Regelbrud, match="falder sammen"):
        gem(nyt(organ, fra=date(2021, 2, 2), suppleant_for=plads), bruger)


def test_gem_medlemskab_refuses_somebody_who_was_laid_together_with_another(organ, bruger):
    behold = PersonFactory(navn="Ene Person")
    fjern = PersonFactory(navn="Anden Person", sammenlagt_med=behold)

    with pytest.raises(Regelbrud, match=r"Anden Person er lagt sammen med Ene Person. Vælg Ene Person"):
        gem(nyt(organ, person=fjern), bruger)


def test_gem_medlemskab_on_top_of_an_older_version_is_a_conflict(organ, bruger):
    plads = gem(nyt(organ), bruger)
    anden = Medlemskab.objects.get(pk=plads.pk)
    anden.partibogstav = "A"
    gem(anden, bruger)

    plads.partibogstav = "B"
    with pytest.raises(Versionskonflikt):
        gem(plads, bruger)


def test_a_seat_that_is_refused_leaves_no_new_person(organ, bruger):
    antal = Person.objects.count()

    with pytest.raises(Regelbrud):
        gem_medlemskab_for_ny(
            Medlemskab(organ=organ, rolle=RolleFactory(), fra=date(2019, 1, 1)),
            Person(navn="Ny Person"),
            kompetencer=[],
            bruger=bruger,
        )

    assert Person.objects.count() == antal

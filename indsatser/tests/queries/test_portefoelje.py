"""Shape and arithmetic of `docs/portefoelje.md`."""

import pytest
from django.contrib.auth.models import AnonymousUser

from indsatser.models import Indsats, Portefoeljepost, Ressourcetraek
from indsatser.queries.grundlag import Grundlag
from indsatser.queries.portefoelje import aftalens_portefoelje, organets_portefoelje
from indsatser.queries.sigte import Filter
from indsatser.tests.factories import (
    IndsatsFactory,
    MaalsaetningFactory,
    PortefoeljepostFactory,
    RessourcetraekFactory,
    RisikogruppeFactory,
)
from organisering.models import Aftale, Bruger
from organisering.tests.factories import AftaleFactory, OrganFactory

pytestmark = pytest.mark.django_db

ALTSEENDE = Bruger(is_superuser=True)
TOM = dict.fromkeys(range(2019, 2024), 0)


def raekke(organ, aftale, titel, *aar, maal=(), slags="ny", plads=0):
    """A row with an X in each of the years."""
    indsats = Indsats.objects.filter(aftale=aftale, titel=titel).first() or IndsatsFactory(
        aftale=aftale, titel=titel, slags=slags
    )
    indsats.gem_med(maalsaetninger=maal)
    post = PortefoeljepostFactory(organ=organ, indsats=indsats, raekkefoelge=plads)
    for et in aar:
        RessourcetraekFactory(post=post, aar=et)
    return post


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def organ(aftale):
    return OrganFactory(region=aftale.region, navn="Følgegruppen for prøver")


def laes(aftale, **filter):
    return aftalens_portefoelje(aftale, Grundlag.for_aftale(aftale, ALTSEENDE), Filter(**filter))


def laes_organ(organ, bruger=ALTSEENDE):
    return organets_portefoelje(organ, Grundlag.for_organ(organ, list(Aftale.objects.all()), bruger))


def billede(en_del):
    """Targets, title and years of each row, as one reads them."""
    return [(r.maalsaetninger, r.titel, [c.aar for c in r.celler if c.planlagt]) for r in en_del.raekker]


def test_new_initiatives_stand_with_their_targets_and_existing_ones_in_a_part_of_their_own(aftale, organ):
    maal = MaalsaetningFactory(aftale=aftale, organ=organ, tekst="Vi vil nå det.")
    raekke(organ, aftale, "Ny", 2019, 2021, maal=[maal])
    raekke(organ, aftale, "Gammel", 2020, slags="eksisterende")

    (afsnit,) = laes(aftale).afsnit

    assert billede(afsnit.nye) == [(("Vi vil nå det.",), "Ny", [2019, 2021])]
    assert billede(afsnit.eksisterende) == [((), "Gammel", [2020])]
    assert afsnit.nye.summer == {**TOM, 2019: 1, 2021: 1}
    assert afsnit.eksisterende.summer == {**TOM, 2020: 1}
    assert afsnit.summer == {**TOM, 2019: 1, 2020: 1, 2021: 1}


def test_a_target_nobody_serves_has_its_own_row_before_the_first_that_serves_a_later_one(aftale, organ):
    foerste, _, sidste, _ = (
        MaalsaetningFactory(aftale=aftale, organ=organ, raekkefoelge=n, tekst=f"Mål {n}") for n in range(4)
    )
    raekke(organ, aftale, "Til det første", maal=[foerste], plads=1)
    raekke(organ, aftale, "Uden mål", plads=2)
    raekke(organ, aftale, "Til det sidste", maal=[sidste], plads=3)

    (afsnit,) = laes(aftale).afsnit

    assert [(r.maalsaetninger, r.titel) for r in afsnit.nye.raekker] == [
        (("Mål 0",), "Til det første"),
        ((), "Uden mål"),
        (("Mål 1",), ""),
        (("Mål 2",), "Til det sidste"),
        (("Mål 3",), ""),
    ]
    assert afsnit.nye.antal == 3


def test_a_shared_initiative_is_two_rows_each_with_the_targets_of_its_body(aftale, organ):
    anden = OrganFactory(region=aftale.region, navn="Aabne gruppe")
    mit = MaalsaetningFactory(aftale=aftale, organ=organ, tekst="Mit")
    dit = MaalsaetningFactory(aftale=aftale, organ=anden, tekst="Dit")
    raekke(organ, aftale, "Fælles", 2019, maal=[mit, dit])
    raekke(anden, aftale, "Fælles", 2019, 2020, maal=[mit, dit])

    portefoelje = laes(aftale)

    assert [(et.organ.navn, billede(et.nye)) for et in portefoelje.afsnit] == [
        ("Følgegruppen for prøver", [(("Mit",), "Fælles", [2019])]),
        ("Aabne gruppe", [(("Dit",), "Fælles", [2019, 2020])]),
    ]
    assert (portefoelje.antal, portefoelje.indsatser) == (2, 1)
    assert portefoelje.summer == {**TOM, 2019: 2, 2020: 1}


def test_an_initiative_that_serves_only_another_bodys_target_shows_that(aftale, organ):
    fremmed = MaalsaetningFactory(aftale=aftale, tekst="Deres")
    raekke(organ, aftale, "Hjælper", maal=[fremmed])

    afsnit = next(et for et in laes(aftale).afsnit if et.organ == organ)

    assert billede(afsnit.nye) == [(("Deres",), "Hjælper", [])]


def test_a_mirror_is_not_followed_into_a_body_the_reader_may_not_see(aftale, organ):
    gruppe = OrganFactory(region=aftale.region, spejler=organ)
    raekke(organ, aftale, "Hemmelig", 2019)
    MaalsaetningFactory(aftale=aftale, organ=organ)
    organ.offentlig = False
    organ.save()

    raekke(gruppe, aftale, "Gruppens egen", 2020)

    (afsnit,) = laes_organ(gruppe, bruger=AnonymousUser()).afsnit

    assert billede(afsnit.nye) == [((), "Gruppens egen", [2020])]


def test_a_body_has_a_section_for_each_agreement_with_that_agreements_years(aftale, organ):
    senere = AftaleFactory(region=aftale.region, gyldig_fra="2024-01-01", gyldig_til="2025-12-31")
    senere.refresh_from_db()
    raekke(organ, aftale, "Før", 2019)
    raekke(organ, senere, "Efter", 2024)

    portefoelje = laes_organ(organ)

    assert [(et.aftale, [*et.summer]) for et in portefoelje.afsnit] == [
        (senere, [2024, 2025]),
        (aftale, [2019, 2020, 2021, 2022, 2023]),
    ]
    assert portefoelje.summer == {**TOM, 2019: 1, 2024: 1, 2025: 0}


@pytest.fixture
def blandet(aftale, organ):
    gruppe = RisikogruppeFactory(aftale=aftale)
    MaalsaetningFactory(aftale=aftale, organ=organ, tekst="Ubesat")
    raekke(organ, aftale, "Ny 2019", 2019, plads=1)
    raekke(organ, aftale, "Ny 2020", 2020, plads=2).indsats.gem_med(risikogrupper=[gruppe])
    raekke(organ, aftale, "Gammel 2019", 2019, slags="eksisterende", plads=3)
    raekke(OrganFactory(region=aftale.region, navn="Åbne gruppe"), aftale, "Andens 2019", 2019)
    return gruppe


@pytest.mark.parametrize(
    ("filter", "titler"),
    [
        ({}, ["", "Ny 2019", "Ny 2020", "Gammel 2019", "Andens 2019"]),
        ({"aar": 2019}, ["Ny 2019", "Gammel 2019", "Andens 2019"]),
        ({"aar": 2023}, []),
        ({"slags": "ny"}, ["", "Ny 2019", "Ny 2020", "Andens 2019"]),
        ({"slags": "eksisterende"}, ["Gammel 2019"]),
        ({"slags": "ny", "aar": 2020}, ["Ny 2020"]),
    ],
)
def test_filters_choose_rows_and_the_sums_follow(aftale, blandet, filter, titler):
    portefoelje = laes(aftale, **filter)

    viste = [r for et in portefoelje.afsnit for r in et.raekker]
    assert sorted(r.titel for r in viste) == sorted(titler)
    assert sum(portefoelje.summer.values()) == sum(c.planlagt for r in viste for c in r.celler)
    assert portefoelje.i_alt == 4


def test_filter_by_risk_group_and_by_body(aftale, organ, blandet):
    assert [r.titel for et in laes(aftale, risikogruppe_id=blandet.pk).afsnit for r in et.raekker] == ["Ny 2020"]
    assert [et.organ for et in laes(aftale, organ=organ.slug).afsnit] == [organ]


def mange(antal):
    aftale = AftaleFactory()
    organer = [OrganFactory(region=aftale.region) for _ in range(5)]
    indsatser = Indsats.objects.bulk_create([IndsatsFactory.build(aftale=aftale) for _ in range(antal)])
    poster = Portefoeljepost.objects.bulk_create(
        [Portefoeljepost(indsats=en, organ=organer[n % 5], raekkefoelge=n) for n, en in enumerate(indsatser)]
    )
    Ressourcetraek.objects.bulk_create(
        [Ressourcetraek(post=post, aar=2019 + n % 5, planlagt=True) for n, post in enumerate(poster)]
    )
    return aftale


@pytest.mark.parametrize("antal", [50, 5000])
def test_the_whole_portfolio_is_read_in_five_queries(antal, django_assert_num_queries):
    aftale = mange(antal)

    with django_assert_num_queries(5):  # bodies, rows, cells, targets, who serves which
        portefoelje = laes(aftale)

    assert (portefoelje.antal, sum(portefoelje.summer.values())) == (antal, antal)

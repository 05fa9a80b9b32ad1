from decimal import Decimal

import pytest
from django.contrib.auth.models import AnonymousUser

from indsatser.models import (
    Cellevirkning,
    Disponeringsvirkning,
    Maalvirkning,
    Placeringsvirkning,
    Punktemne,
)
from indsatser.queries.cellevirkning import virkningstekst
from indsatser.queries.disponeringsvirkning import disponeringstekst
from indsatser.queries.maalvirkning import maaltekst
from indsatser.queries.placeringsvirkning import placeringstekst
from indsatser.queries.punktvirkning import laes_emner, laes_virkninger
from indsatser.queries.virkningsslags import SLAGS
from indsatser.tests.factories import (
    DisponeringFactory,
    IndsatsFactory,
    MaalsaetningFactory,
    MaaltalFactory,
    PortefoeljepostFactory,
)
from organisering.tests.factories import AftaleFactory, DagsordenspunktFactory, OrganFactory
from organisering.udvidelser import Emne, Virkning

pytestmark = pytest.mark.django_db
ALLE = AnonymousUser()


@pytest.mark.parametrize(
    ("aendringer", "tekst"),
    [
        ({2022: True}, "X sættes i 2022"),
        ({2022: True, 2020: True, 2021: True}, "X sættes i 2020, 2021 og 2022"),
        ({2021: False}, "X fjernes i 2021"),
        ({2021: False, 2022: True}, "X flyttes fra 2021 til 2022"),
        ({2021: False, 2022: True, 2023: True}, "X sættes i 2022 og 2023 og X fjernes i 2021"),
    ],
)
def test_effects_on_a_row_read_as_one_sentence(aendringer, tekst):
    assert virkningstekst(Cellevirkning(aar=aar, planlagt=planlagt) for aar, planlagt in aendringer.items()) == tekst


def test_effects_come_by_item_with_the_row_they_change():
    punkt, post = DagsordenspunktFactory(), PortefoeljepostFactory()
    Cellevirkning.objects.create(punkt=punkt, post=post, aar=2021, planlagt=True)

    assert laes_virkninger([punkt.pk], bruger=ALLE) == {
        punkt.pk: [
            Virkning(f"{post.indsats} ({post.organ}): X sættes i 2021", post.indsats.get_absolute_url(), udfoert=False)
        ]
    }


def en_af_hver(punkt):
    """One effect of each kind on the same item."""
    post, maaltal, linje = PortefoeljepostFactory(), MaaltalFactory(maal=Decimal(10)), DisponeringFactory()
    return [
        Placeringsvirkning(punkt=punkt, indsats=IndsatsFactory(), organ=post.organ, aar=[2021, 2020]),
        Cellevirkning(punkt=punkt, post=post, aar=2021, planlagt=True),
        Maalvirkning(punkt=punkt, maaltal=maaltal, retning="hoejst", maal=Decimal("8.5"), maalaar=2023),
        Disponeringsvirkning(punkt=punkt, disponering=linje, slags="bevilget", beloeb=Decimal("1.25")),
    ]


def test_each_kind_reads_as_what_where_and_how():
    punkt = DagsordenspunktFactory()
    placering, celle, maal, linje = en_af_hver(punkt)
    for virkning in (placering, celle, maal, linje):
        virkning.save()

    assert [virkning.tekst for virkning in laes_virkninger([punkt.pk], bruger=ALLE)[punkt.pk]] == [
        f"{placering.indsats} ({placering.organ}): placeres i porteføljen med X i 2020 og 2021",
        f"{celle.post.indsats} ({celle.post.organ}): X sættes i 2021",
        f"{maal.maaltal} ({maal.maaltal.maalsaetning.organ}): målet bliver højst 8,5\N{NO-BREAK SPACE}% i 2023",
        f"{linje.disponering} ({linje.disponering.pulje}): bevilget, 1,25 mio. kr.",
    ]


@pytest.mark.parametrize(
    ("virkning", "tekst"),
    [
        (Placeringsvirkning(aar=[]), "placeres i porteføljen uden X"),
        (Disponeringsvirkning(slags="bevilget", beloeb=Decimal(1), bortfalder=True), "bortfalder"),
        (Maalvirkning(retning="hoejst"), "målet bliver ikke fastsat"),
        (Maalvirkning(retning="hoejst", maaltekst="xx %"), "målet bliver ikke fastsat (“xx %”)"),
    ],
)
def test_what_leaves_something_out_still_reads(virkning, tekst):
    skriv = {
        Placeringsvirkning: placeringstekst,
        Disponeringsvirkning: disponeringstekst,
        Maalvirkning: maaltekst,
    }
    assert skriv[type(virkning)](virkning) == tekst


def test_what_a_reader_does_not_see_of_the_portfolio_is_not_told():
    punkt = DagsordenspunktFactory()
    skjult = AftaleFactory(offentlig=False)
    Punktemne.objects.create(punkt=punkt, indsats=IndsatsFactory(aftale=skjult))
    Punktemne.objects.create(punkt=punkt, maalsaetning=MaalsaetningFactory(aftale=skjult))
    Cellevirkning.objects.create(
        punkt=punkt, post=PortefoeljepostFactory(indsats__aftale=skjult), aar=2021, planlagt=True
    )
    Placeringsvirkning.objects.create(punkt=punkt, indsats=IndsatsFactory(aftale=skjult), organ=OrganFactory())
    Placeringsvirkning.objects.create(punkt=punkt, indsats=IndsatsFactory(), organ=OrganFactory(offentlig=False))
    Maalvirkning.objects.create(punkt=punkt, maaltal=MaaltalFactory(maalsaetning__aftale=skjult), retning="hoejst")
    linje = DisponeringFactory(pulje__aftale=skjult)
    Disponeringsvirkning.objects.create(punkt=punkt, disponering=linje, slags="bevilget", beloeb=1)
    Punktemne.objects.create(punkt=punkt, pulje=linje.pulje)
    aaben = IndsatsFactory()
    Punktemne.objects.create(punkt=punkt, indsats=aaben)

    assert laes_emner([punkt.pk], bruger=ALLE) == {punkt.pk: [Emne(str(aaben), aaben.get_absolute_url())]}
    assert laes_virkninger([punkt.pk], bruger=ALLE) == {}


@pytest.mark.parametrize("antal", [1, 3])
def test_a_whole_agenda_asks_once_for_subjects_and_once_for_each_kind_of_effect(antal, django_assert_num_queries):
    punkter = DagsordenspunktFactory.create_batch(antal)
    for punkt in punkter:
        Punktemne.objects.create(punkt=punkt, indsats=IndsatsFactory())
        for virkning in en_af_hver(punkt):
            virkning.save()

    with django_assert_num_queries(1 + len(SLAGS)):
        emner = laes_emner([punkt.pk for punkt in punkter], bruger=ALLE)
        virkninger = laes_virkninger([punkt.pk for punkt in punkter], bruger=ALLE)

    assert len(emner) == antal
    assert [len(dens) for dens in virkninger.values()] == [len(SLAGS)] * antal

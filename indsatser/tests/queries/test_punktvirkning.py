import pytest
from django.contrib.auth.models import AnonymousUser

from indsatser.models import Cellevirkning, Punktemne
from indsatser.queries.punktvirkning import laes_emner, laes_virkninger, virkningstekst
from indsatser.tests.factories import IndsatsFactory, MaalsaetningFactory, PortefoeljepostFactory
from organisering.tests.factories import AftaleFactory, DagsordenspunktFactory
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


def test_what_a_reader_does_not_see_of_the_portfolio_is_not_told():
    punkt = DagsordenspunktFactory()
    skjult = AftaleFactory(offentlig=False)
    Punktemne.objects.create(punkt=punkt, indsats=IndsatsFactory(aftale=skjult))
    Punktemne.objects.create(punkt=punkt, maalsaetning=MaalsaetningFactory(aftale=skjult))
    Cellevirkning.objects.create(
        punkt=punkt, post=PortefoeljepostFactory(indsats__aftale=skjult), aar=2021, planlagt=True
    )
    aaben = IndsatsFactory()
    Punktemne.objects.create(punkt=punkt, indsats=aaben)

    assert laes_emner([punkt.pk], bruger=ALLE) == {punkt.pk: [Emne(str(aaben), aaben.get_absolute_url())]}
    assert laes_virkninger([punkt.pk], bruger=ALLE) == {}


@pytest.mark.parametrize("antal", [1, 3])
def test_subjects_and_effects_of_a_whole_agenda_are_two_questions(antal, django_assert_num_queries):
    punkter = DagsordenspunktFactory.create_batch(antal)
    for punkt in punkter:
        Punktemne.objects.create(punkt=punkt, indsats=IndsatsFactory())
        Cellevirkning.objects.create(punkt=punkt, post=PortefoeljepostFactory(), aar=2021, planlagt=True)

    with django_assert_num_queries(2):
        emner = laes_emner([punkt.pk for punkt in punkter], bruger=ALLE)
        virkninger = laes_virkninger([punkt.pk for punkt in punkter], bruger=ALLE)

    assert len(emner) == len(virkninger) == antal

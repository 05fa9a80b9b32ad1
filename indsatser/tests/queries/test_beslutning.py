"""How a decision is cited to those who may read it, and to those who may not."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from indsatser.queries.beslutning import laes_henvisninger
from organisering.tests.factories import DagsordenspunktFactory, MoedeFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("udgivet", "lukket", "laeses"), [(True, False, True), (True, True, False), (False, False, False)]
)
def test_an_item_is_cited_by_its_number_where_it_can_be_read(udgivet, lukket, laeses):
    moede = MoedeFactory(udsendt=True, dagsorden_udgivet=timezone.now() if udgivet else None)
    punkt = DagsordenspunktFactory(moede=moede, lukket=lukket, nummer="5")
    fuld = (punkt.henvisning, punkt.get_absolute_url())

    def citeret(bruger):
        (henvisning,) = laes_henvisninger([punkt.pk], bruger).values()
        return henvisning.tekst, henvisning.url

    assert citeret(AnonymousUser()) == (fuld if laeses else (moede.henvisning, ""))
    assert citeret(sekretariatsbruger(moede.organ.region)) == fuld


def test_an_item_of_a_body_that_the_reader_does_not_see_is_not_cited():
    punkt = DagsordenspunktFactory(moede__organ__offentlig=False)

    assert laes_henvisninger([punkt.pk], AnonymousUser()) == {}


def test_no_items_ask_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert laes_henvisninger([], AnonymousUser()) == {}

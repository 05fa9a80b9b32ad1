"""Titles that the control page takes for twins."""

import pytest

from indsatser.queries.kontrol.tvillinger import tvillingepar
from indsatser.tests.factories import (
    IndsatsFactory,
)
from indsatser.tests.kontrolscene import fundet, indsats, organ_uden_krav
from organisering.tests.factories import (
    AftaleFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def organ(aftale):
    """A body of a kind that demands nothing."""
    return organ_uden_krav(aftale)


@pytest.mark.parametrize(
    ("titler", "par"),
    [
        (["Ammepolitikken", "ammepolitikken "], [(0, 1)]),
        (["Aftale om dosisdispensering", "Aftaler om dosisdispensering", "Aftale om sårpleje", "Demens"], [(0, 1)]),
        (
            [
                "Samarbejdsaftale om IV behandling med væske",
                "Samarbejdsaftale om IV behandling med antibiotika",
                "Samarbejdsaftale om sondeernæring",
                "Samarbejdsaftale om parenteral ernæring",
            ],
            [],
        ),
        (["Projekt 1", "Projekt 2", "Projekt 3"], []),
    ],
)
def test_titles_of_nearly_the_same_words_are_twins(titler, par):
    assert [(en, anden) for (en, _), (anden, _) in tvillingepar(list(enumerate(titler)))] == par


def test_a_part_is_no_twin_of_its_whole_nor_an_initiative_of_another_agreements(aftale, organ):
    hel = indsats(aftale, organ, titel="Positive fællesskaber")
    IndsatsFactory(aftale=aftale, titel="De positive fællesskaber", overordnet=hel)
    IndsatsFactory(titel="Positive fællesskaber")

    assert fundet("tvilling", aftale) == []

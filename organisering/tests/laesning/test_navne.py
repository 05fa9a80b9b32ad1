import unicodedata

import pytest

from organisering.laesning.navne import navnenoegle


@pytest.mark.parametrize(
    "skrevet",
    ["opdigtet å. skriversen", " Opdigtet  Å Skriversen ", unicodedata.normalize("NFD", "Opdigtet Å. Skriversen")],
)
def test_a_name_is_the_same_whatever_case_full_stops_spaces_and_way_of_writing_a_ring(skrevet: str) -> None:
    assert navnenoegle(skrevet) == navnenoegle("Opdigtet Å. Skriversen")

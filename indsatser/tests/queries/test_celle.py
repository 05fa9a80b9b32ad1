import pytest

from indsatser.queries.celle import Celle


def test_a_code_carries_state_and_version_and_comes_back():
    celle = Celle(2021, planlagt=True, version=3)

    assert celle.kode == "1v3"
    assert Celle.fra_kode(2021, celle.kode) == celle


def test_a_button_asks_for_the_other_state_of_the_version_that_was_seen():
    assert Celle(2021, planlagt=True, version=3).oensket == "0v3"
    assert Celle(2021).oensket == "1v0"


@pytest.mark.parametrize("kode", ["", "2v1", "1v", "1v-1", "v1", "1v1 ", "1v9999999999", "ja"])
def test_nonsense_is_no_code(kode):
    with pytest.raises(ValueError, match="Ingen cellekode"):
        Celle.fra_kode(2021, kode)

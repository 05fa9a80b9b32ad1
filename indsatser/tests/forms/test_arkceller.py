import pytest
from django.core.exceptions import ValidationError

from indsatser.forms.arkceller import noegle


@pytest.mark.parametrize("celle", ["0", "-1", "½", str(2**63), "0" * 19 + "1" + "9" * 15, "1" * 5000])
def test_a_key_that_no_row_has_is_told(celle):
    with pytest.raises(ValidationError, match="skal være et helt tal"):
        noegle(celle)


def test_a_key_is_read_up_to_the_highest_that_a_row_can_have():
    assert (noegle(""), noegle("7"), noegle(str(2**63 - 1))) == (None, 7, 2**63 - 1)

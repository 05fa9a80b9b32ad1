"""What the reader knows stands in its document, spelling by spelling."""

from pathlib import Path

import pytest

from organisering.laesning.inventar import INVENTAR
from organisering.laesning.overskrifter import OVERSKRIFTER
from organisering.laesning.punktformer import PUNKTFORMER
from organisering.laesning.sagsnumre import SAGSNUMMER_FORMER

DOKUMENT = (Path(__file__).resolve().parents[3] / "docs" / "referatlaeser.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("felt", OVERSKRIFTER)
def test_headings_of_a_field_stand_in_the_document(felt: str) -> None:
    raekke = next(linje for linje in DOKUMENT.splitlines() if linje.startswith(f"| `{felt}` |"))

    assert raekke.split("|")[2].strip().split(", ") == list(OVERSKRIFTER[felt])


def test_furniture_and_forms_stand_in_the_document() -> None:
    tekst = " ".join(DOKUMENT.split())
    former = [form for form in (*PUNKTFORMER, *SAGSNUMMER_FORMER) if form != "4."]

    assert [ord_ for ord_ in (*INVENTAR, *former) if ord_ not in tekst] == []

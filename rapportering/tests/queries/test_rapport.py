"""What the report's templates are given."""

import pytest

from rapportering.queries.rapport import kapitelkontekst
from rapportering.tests.eksempelsnapshot import kapitel, raekke, snapshot


@pytest.mark.parametrize(
    ("alle", "rapportaar", "viste"),
    [
        (range(2019, 2024), 2020, range(2019, 2024)),
        (range(2010, 2018), 2010, range(2010, 2018)),
        (range(2010, 2027), 2010, range(2010, 2018)),
        (range(2010, 2027), 2020, range(2016, 2024)),
        (range(2010, 2027), 2026, range(2019, 2027)),
    ],
)
def test_matrix_prints_at_most_eight_years_with_the_reports_among_them(alle, rapportaar, viste):
    data = snapshot(kapitler=[kapitel("Prøve", matrix=[raekke("Aftale", rapportaar)])], aar=rapportaar)
    data["aftale"]["aar"] = list(alle)

    kontekst = kapitelkontekst(data, 0)

    assert kontekst["matrixaar"] == list(viste)
    assert [celle["rapportaar"] for celle in kontekst["matrix"][0]["celler"]] == [aar == rapportaar for aar in viste]

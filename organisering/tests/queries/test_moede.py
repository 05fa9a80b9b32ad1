"""What the plan of a year begins with."""

from datetime import UTC, datetime

import pytest

from organisering.queries.moede import forslag_til_plan
from organisering.tests.factories import MoedeFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("sidst", "ventet"),
    [
        ((2025, 3, 5), "2026-03-04"),
        ((2024, 1, 2), "2025-01-07"),  # 52 weeks on is still the old year
        ((2025, 4, 3), "2026-04-09"),  # a week on from Maundy Thursday
        ((2025, 3, 8), "2026-03-07"),  # those who meet on a Saturday keep doing so
    ],
)
def test_the_days_of_the_last_year_come_again_on_the_same_weekday(sidst, ventet):
    moede = MoedeFactory(starter=datetime(*sidst, 9, tzinfo=UTC))

    (foerste, *_) = forslag_til_plan(moede.organ, moede.dag.year + 1).raekker

    assert foerste["dato"].isoformat() == ventet

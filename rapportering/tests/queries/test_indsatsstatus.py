"""Statuses on an initiative's page: accepted and frozen ones, for those who may read the report."""

import pytest

from organisering.tests.factories import AftaleFactory, MoedeFactory, OrganFactory, sekretariatsbruger
from rapportering.models import Statusrapport
from rapportering.tests.factories import RapporteringsrundeFactory, StatuslinjeFactory, StatusrapportFactory

pytestmark = pytest.mark.django_db
MOTOR = "django.contrib.auth.backends.ModelBackend"


@pytest.mark.parametrize(
    ("tilstand", "rolle", "ses"),
    [
        (Statusrapport.Tilstand.KLADDE, "sekretariat", False),
        (Statusrapport.Tilstand.INDSENDT, "sekretariat", False),
        (Statusrapport.Tilstand.RETURNERET, "sekretariat", False),
        (Statusrapport.Tilstand.GODKENDT, "sekretariat", True),
        (Statusrapport.Tilstand.FROSSET, "sekretariat", True),
        (Statusrapport.Tilstand.FROSSET, "anonym", False),
        (Statusrapport.Tilstand.FROSSET, "en anden regions", False),
    ],
)
def test_only_settled_reports_are_told_and_only_to_their_readers(client, tilstand, rolle, ses):
    aftale = AftaleFactory()
    organ = OrganFactory(region=aftale.region)
    runde = RapporteringsrundeFactory(aftale=aftale, moede=MoedeFactory(organ=organ))
    linje = StatuslinjeFactory(
        statusrapport=StatusrapportFactory(runde=runde, organ=organ, tilstand=tilstand),
        indsats__aftale=aftale,
        fremdrift="forsinket",
        siden_sidst="Prøvens status",
        intern_note="Kun til sekretariatet",
    )
    if rolle != "anonym":
        region = aftale.region if rolle == "sekretariat" else AftaleFactory().region
        client.force_login(sekretariatsbruger(region), MOTOR)

    side = client.get(linje.indsats.get_absolute_url()).content.decode()

    assert ("Prøvens status" in side, "Forsinket" in side) == (ses, ses)
    assert "Kun til sekretariatet" not in side

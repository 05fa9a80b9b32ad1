"""A demo: the agreement, people with logins, a meeting held and one ahead."""

from django.db import transaction

from organisering.models import Aftale, Organ
from rapportering.demo.konti import indlaes_medlemskaber, indlaes_personer
from rapportering.demo.status import STED, indlaes_eksempelstatus, planlaeg_kommende_moede
from rapportering.grunddata.indlaes import SUNDHEDSAFTALE, indlaes_grunddata
from rapportering.models import Rapporteringsrunde

MODTAGER = "sof-soenderjylland"


def er_indlaest() -> bool:
    return Rapporteringsrunde.objects.filter(moede__sted=STED).exists()


@transaction.atomic
def indlaes(kodeord: str) -> None:
    """Insert everything into a database that does not have it. The logins get the password given."""
    grunddata = indlaes_grunddata()
    indlaes_medlemskaber(indlaes_personer(kodeord), grunddata)
    indlaes_eksempelstatus(grunddata, grunddata.organer[MODTAGER])
    forny()


@transaction.atomic
def forny() -> None:
    """Keep a meeting ahead, so that a demo loaded long ago still has reports that are due."""
    planlaeg_kommende_moede(Aftale.objects.get(slug=SUNDHEDSAFTALE), Organ.objects.get(slug=MODTAGER))

"""The whole of `fixtures/` in one transaction."""

from django.db import transaction

from organisering.models import Aftale, Organ
from rapportering.demo.aftaler import indlaes_aftaler, indlaes_rapporttyper, indlaes_risikogrupper
from rapportering.demo.konti import indlaes_medlemskaber, indlaes_personer
from rapportering.demo.organer import indlaes_omraader, indlaes_organer, indlaes_organisationer, indlaes_roller
from rapportering.demo.portefoelje import indlaes_implementering, indlaes_maalsaetninger, indlaes_portefoelje
from rapportering.demo.status import indlaes_eksempelstatus, planlaeg_kommende_moede

SUNDHEDSAFTALE = "sundhedsaftalen-2019-2023"
MODTAGER = "sof-soenderjylland"


def er_indlaest() -> bool:
    return Aftale.objects.filter(slug=SUNDHEDSAFTALE).exists()


@transaction.atomic
def indlaes(kodeord: str) -> None:
    """Insert everything into a database that does not have it. The logins get the password given."""
    organisationer = indlaes_organisationer()
    organer = indlaes_organer(organisationer)
    indlaes_omraader(organer, organisationer)
    aftaler = indlaes_aftaler(organer, organisationer)
    indlaes_risikogrupper(aftaler)
    indlaes_rapporttyper()
    indlaes_medlemskaber(indlaes_personer(kodeord), organer, indlaes_roller(), organisationer)
    maalsaetninger = indlaes_maalsaetninger(aftaler, organer)
    indsatser = indlaes_portefoelje(aftaler[SUNDHEDSAFTALE], organer, maalsaetninger)
    indlaes_implementering(organer, indsatser)
    indlaes_eksempelstatus(aftaler[SUNDHEDSAFTALE], organer[MODTAGER], organer, indsatser)
    forny()


@transaction.atomic
def forny() -> None:
    """Keep a meeting ahead, so that a demo loaded long ago still has reports that are due."""
    planlaeg_kommende_moede(Aftale.objects.get(slug=SUNDHEDSAFTALE), Organ.objects.get(slug=MODTAGER))

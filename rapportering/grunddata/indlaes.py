"""The agreement and everything it stands on, in one transaction: what every portal begins with, and no people."""

from dataclasses import dataclass

from django.db import transaction

from indsatser.models import Indsats
from organisering.models import Aftale, Organ, Organisation, Rolle
from rapportering.grunddata.aftaler import indlaes_aftaler, indlaes_rapporttyper
from rapportering.grunddata.indsatser import indlaes_indsatser, indlaes_uplacerede, indlaes_virkemidler
from rapportering.grunddata.maal import indlaes_maalkategorier, indlaes_maalsaetninger
from rapportering.grunddata.organer import indlaes_omraader, indlaes_organer, indlaes_organisationer, indlaes_roller
from rapportering.grunddata.portefoelje import indlaes_implementering, indlaes_portefoelje
from rapportering.grunddata.puljer import indlaes_puljer
from rapportering.grunddata.risiko import indlaes_risikogrupper

SUNDHEDSAFTALE = "sundhedsaftalen-2019-2023"


@dataclass(frozen=True)
class Grunddata:
    """The rows that other tables name, by their key in `fixtures/`."""

    aftale: Aftale
    organer: dict[str, Organ]
    organisationer: dict[str, Organisation]
    roller: dict[str, Rolle]
    indsatser: dict[str, Indsats]


def er_indlaest() -> bool:
    return Aftale.objects.filter(slug=SUNDHEDSAFTALE).exists()


@transaction.atomic
def indlaes_grunddata() -> Grunddata:
    """Insert it into a database that does not have it. Raises ValidationError when its own rows stand in the way."""
    organisationer = indlaes_organisationer()
    organer = indlaes_organer(organisationer)
    indlaes_omraader(organer, organisationer)
    aftaler = indlaes_aftaler(organer, organisationer)
    indlaes_risikogrupper(aftaler)
    indlaes_rapporttyper()
    indlaes_puljer(aftaler)
    indlaes_maalkategorier(organisationer)
    maalsaetninger = indlaes_maalsaetninger(aftaler, organer)
    indsatser = indlaes_portefoelje(aftaler[SUNDHEDSAFTALE], organer, maalsaetninger)
    indlaes_implementering(organer, indsatser)
    indlaes_virkemidler(aftaler)
    indlaes_indsatser(aftaler, organisationer)
    indlaes_uplacerede(aftaler)
    return Grunddata(aftaler[SUNDHEDSAFTALE], organer, organisationer, indlaes_roller(), indsatser)

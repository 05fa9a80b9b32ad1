"""Two meetings of SOF i Sønderjylland: one of 2020 with example reports, and one ahead that the groups owe a report."""

from collections import defaultdict
from datetime import datetime, timedelta

from django.utils import timezone

from organisering.models import Aftale, Medlemskab, Moede, Organ
from rapportering.demo.konti import AARSAG
from rapportering.domain.rapporteringsrunde import aabn_runde
from rapportering.grunddata.indlaes import Grunddata
from rapportering.grunddata.tabel import Raekke, gem, laes
from rapportering.models import Rapporteringsrunde, Statuslinje, Statusrapport, Underskrift

STED = "Eksempelmøde"
HOLDT = datetime(2020, 12, 1, 10, 0)
FRIST = timedelta(days=7)
VARSEL = timedelta(weeks=3)


def indlaes_eksempelstatus(grunddata: Grunddata, modtager: Organ) -> None:
    """Insert the example meeting of 2020 with one frozen, signed report from each group."""
    holdt = timezone.make_aware(HOLDT)
    moede = gem(Moede(organ=modtager, starter=holdt, sted=STED, tilstand=Moede.Tilstand.REFERAT_GODKENDT), AARSAG)
    runde = gem(Rapporteringsrunde(aftale=grunddata.aftale, moede=moede, frist=(holdt - FRIST).date()), AARSAG)
    grupper: defaultdict[str, list[Raekke]] = defaultdict(list)
    for raekke in laes("eksempelstatus"):
        grupper[raekke["organ"]].append(raekke)
    for noegle, raekker in grupper.items():
        rapport = gem(
            Statusrapport(
                runde=runde,
                organ=grunddata.organer[noegle],
                tilstand=Statusrapport.Tilstand.FROSSET,
                indsendt_den=holdt - FRIST,
                godkendt_den=holdt - FRIST,
                eksempel=True,
            ),
            AARSAG,
        )
        for plads, raekke in enumerate(raekker, start=1):
            gem(
                Statuslinje(
                    statusrapport=rapport,
                    indsats=grunddata.indsatser[raekke["indsats"]],
                    raekkefoelge=plads,
                    fremdrift=raekke["fremdrift"],
                    begrundelse=raekke["begrundelse"],
                    siden_sidst=raekke["siden_sidst"],
                    naeste_skridt=raekke["naeste_skridt"],
                ),
                AARSAG,
            )
        for formand in Medlemskab.objects.filter(organ=rapport.organ).formaend():
            gem(Underskrift(statusrapport=rapport, medlemskab=formand, tidspunkt=holdt - FRIST), AARSAG)


def planlaeg_kommende_moede(aftale: Aftale, modtager: Organ) -> Rapporteringsrunde | None:
    """Give the body a meeting ahead with an open round, unless it has one; the groups get their drafts."""
    nu = timezone.localtime()
    if Moede.objects.filter(organ=modtager, runde__isnull=False).kommende(nu).exists():
        return None
    starter = (nu + VARSEL).replace(hour=10, minute=0, second=0, microsecond=0)
    moede = gem(Moede(organ=modtager, starter=starter, sted=STED), AARSAG)
    return aabn_runde(moede, aftale=aftale, frist=(starter - FRIST).date())

"""A group with two chairs, a secretary and a member, the SOF it reports to, and the region's secretariat."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from organisering.models import Bruger, Organ
from organisering.tests.factories import (
    BrugerFactory,
    MedlemskabFactory,
    OrganFactory,
    OrgantypeFactory,
    RolleFactory,
    sekretariatsbruger,
)
from rapportering.domain.statusrapport import godkend_statusrapport, indsend_statusrapport, underskriv_statusrapport
from rapportering.models import Statuslinje, Statusrapport
from rapportering.tests.factories import StatuslinjeFactory, StatusrapportFactory

STARTER = datetime(2021, 5, 20, 10, tzinfo=ZoneInfo("Europe/Copenhagen"))


@dataclass(frozen=True)
class Scene:
    """`brugere` by role; the report is a draft with one finished line."""

    rapport: Statusrapport
    linje: Statuslinje
    gruppe: Organ
    sof: Organ
    brugere: dict[str, Bruger]

    def __getitem__(self, rolle: str) -> Bruger:
        """Return the user as a new request would find them, with nothing remembered."""
        return Bruger.objects.get(pk=self.brugere[rolle].pk)


def opret_scene() -> Scene:
    sof = OrganFactory.create()
    gruppe = OrganFactory.create(
        region=sof.region, type=OrgantypeFactory.create(implementeringsgruppe=True), refererer_til=sof
    )
    rapport = StatusrapportFactory.create(
        organ=gruppe,
        runde__aftale__region=sof.region,
        runde__moede__organ=sof,
        runde__moede__starter=STARTER,
        runde__frist=date(2021, 5, 6),
    )
    brugere = {
        "regional formand": _medlem(gruppe, regional_formand=True),
        "kommunal formand": _medlem(gruppe, kommunal_formand=True),
        "sekretær": _medlem(gruppe, sekretaer=True),
        "medlem": _medlem(gruppe),
        "sof-medlem": _medlem(sof),
        "sekretariat": sekretariatsbruger(sof.region),
        "fremmed": _medlem(OrganFactory.create()),
    }
    linje = StatuslinjeFactory.create(statusrapport=rapport, faerdig=True)
    return Scene(rapport=rapport, linje=linje, gruppe=gruppe, sof=sof, brugere=brugere)


def _medlem(organ: Organ, **rolle: bool) -> Bruger:
    bruger = BrugerFactory.create()
    MedlemskabFactory.create(person=bruger.person, organ=organ, rolle=RolleFactory.create(**rolle))
    return bruger


def bring_til(scene: Scene, tilstand: str) -> Statusrapport:
    """Take the report's own steps to `indsendt`, `underskrevet` (submitted and signed by both) or `godkendt`."""
    linjeudgave = sum(linje.version for linje in scene.rapport.linjer.all())
    rapport = indsend_statusrapport(scene.rapport, bruger=scene["regional formand"], linjeudgave=linjeudgave)
    if tilstand != "indsendt":
        rapport = underskriv_statusrapport(rapport, bruger=scene["kommunal formand"])
    if tilstand == "godkendt":
        rapport = godkend_statusrapport(rapport, bruger=scene["sekretariat"])
    return rapport

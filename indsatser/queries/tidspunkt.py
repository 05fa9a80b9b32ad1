"""Moments as an address names them: `i-dag`, a day, a named version or a meeting."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Min
from django.utils import timezone

from indsatser.models import Indsats, Maalsaetning, Portefoeljeversion
from organisering.models import Aftale, Besoegende, Moede
from sundhedsaftale.faelles.dansk import dato

I_DAG = "i-dag"


@dataclass(frozen=True, slots=True)
class Tidspunkt:
    """`noegle` is how the address says it, `navn` how people do."""

    noegle: str
    navn: str
    naar: datetime


def nu() -> Tidspunkt:
    return Tidspunkt(I_DAG, "i dag", timezone.now())


def paa_dagen(dag: date) -> Tidspunkt:
    """The end of a day in Danish time; today is now. Raises ValueError for a day that has not come."""
    if dag > timezone.localdate():
        raise ValueError("Dagen er ikke kommet endnu.")
    naar = timezone.now() if dag == timezone.localdate() else dagens_slutning(dag)
    return Tidspunkt(dag.isoformat(), dato(dag), naar)


def dagens_slutning(dag: date) -> datetime:
    """The last moment of a day in Danish time, whatever the clock did that night."""
    return timezone.make_aware(datetime.combine(dag + timedelta(days=1), time())) - timedelta(microseconds=1)


def af_version(version: Portefoeljeversion) -> Tidspunkt:
    return Tidspunkt(str(version.uuid), version.navn, version.tidspunkt)


def af_moede(moede: Moede) -> Tidspunkt:
    """The portfolio as it was when the meeting began: what was decided there comes after."""
    return Tidspunkt(str(moede.uuid), f"mødet {moede.henvisning}", moede.starter)


def find_tidspunkt(
    noegle: str, aftale: Aftale, versioner: Iterable[Portefoeljeversion], bruger: Besoegende
) -> Tidspunkt | None:
    """Return what an address names, among the agreement's versions and its region's held meetings; None for nothing."""
    if noegle == I_DAG:
        return nu()
    with suppress(ValueError):
        return paa_dagen(date.fromisoformat(noegle))
    try:
        uuid = UUID(noegle)
    except ValueError:
        return None
    if version := next((en for en in versioner if en.uuid == uuid), None):
        return af_version(version)
    moeder = Moede.objects.synlige_for(bruger).filter(organ__region=aftale.region_id, starter__lte=timezone.now())
    moede = moeder.select_related("organ").filter(uuid=uuid).first()
    return af_moede(moede) if moede else None


def historik_begynder(aftale: Aftale) -> datetime | None:
    """When the first of the agreement's initiatives or målsætninger was saved here; None when nothing ever was."""
    foerste = [
        model.historik.filter(aftale_id=aftale.pk).aggregate(foerst=Min("history_date"))["foerst"]
        for model in (Indsats, Maalsaetning)
    ]
    return min((en for en in foerste if en is not None), default=None)

"""What a new meeting begins with: the time and place of the body's last one."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from organisering.models import Besoegende, Moede, Organ
from sundhedsaftale.faelles.kalender import er_arbejdsdag

_LOERDAG = 5
_RAEKKER = 12
_UGER = timedelta(weeks=52)


@dataclass(frozen=True, slots=True)
class Planforslag:
    """`raekker` are the initial values of each row; `planlagte` what stands in the year already."""

    aar: int
    raekker: tuple[dict[str, Any], ...]
    planlagte: tuple[Moede, ...]

    @property
    def har_datoer(self) -> bool:
        return any("dato" in raekke for raekke in self.raekker)


def forslag_til_moede(organ: Organ, *, efter: Moede | None) -> dict[str, Any]:
    """Initial values of a single meeting; `efter` is one that this is held in continuation of."""
    if efter is not None:
        begynder = timezone.localtime(efter.slutter or efter.starter)
        return {"dato": efter.dag, "fra": begynder.time(), "sted": efter.sted}
    return _tid_og_sted(_seneste(organ))


def laes_moede_foer(organ: Organ, noegle: str | None, *, bruger: Besoegende) -> Moede | None:
    """The meeting with this public key, when it is one that the body meets right after."""
    try:
        uuid = UUID(noegle or "")
    except ValueError:
        return None
    return Moede.objects.synlige_for(bruger).filter(uuid=uuid, organ=organ.moedes_efter_id).first()


def forslag_til_plan(organ: Organ, aar: int) -> Planforslag:
    """Twelve rows: the days of the year before, on the same weekday, or empty days when there is nothing to go by."""
    moeder = Moede.objects.filter(organ=organ).exclude(tilstand=Moede.Tilstand.AFLYST)
    planlagte = tuple(moeder.filter(starter__year=aar))
    sidste_aar = [] if planlagte else list(moeder.filter(starter__year=aar - 1)[:_RAEKKER])
    raekker = [{**_tid_og_sted(moede), "dato": _samme_ugedag(moede.dag, aar)} for moede in sidste_aar]
    tomme = [_tid_og_sted(_seneste(organ))] * (_RAEKKER - len(raekker))
    return Planforslag(aar=aar, raekker=(*raekker, *tomme), planlagte=planlagte)


def _seneste(organ: Organ) -> Moede | None:
    return Moede.objects.filter(organ=organ).exclude(tilstand=Moede.Tilstand.AFLYST).order_by("starter").last()


def _tid_og_sted(moede: Moede | None) -> dict[str, Any]:
    if moede is None:
        return {}
    til = timezone.localtime(moede.slutter).time() if moede.slutter else None
    return {"fra": timezone.localtime(moede.starter).time(), "til": til, "sted": moede.sted}


def _samme_ugedag(dag: date, aar: int) -> date:
    """The same weekday in the next year, a week on from a holiday; a body that meets in a weekend keeps doing so."""
    naeste = dag + _UGER
    while naeste.year < aar or (naeste.weekday() < _LOERDAG and not er_arbejdsdag(naeste)):
        naeste += timedelta(weeks=1)
    return naeste

"""What the reader asked to see of a portfolio, and which rows that is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from indsatser.models import Indsats, Portefoeljepost, Ressourcetraek
from indsatser.queries.afsnit import Raekke
from sundhedsaftale.faelles.dansk import soegenoegle


@dataclass(frozen=True, slots=True)
class Filter:
    """What the reader asked to see, the body by its slug; nothing is everything."""

    organ: str = ""
    aar: int | None = None
    slags: str = ""
    risikogruppe_id: int | None = None
    fase: str = ""
    virkemiddel_id: int | None = None
    tovholder_id: int | None = None
    tilstand: str = ""
    soeg: str = ""
    aendret_siden: date | None = None

    @property
    def er_tomt(self) -> bool:
        return self == Filter()

    @property
    def om_indsatser(self) -> bool:
        """Whether it asks for something that only an initiative has, so that a målsætning without one is left out."""
        return self != Filter(organ=self.organ, slags=self.slags) or self.slags == Indsats.Slags.EKSISTERENDE


LOEBENDE, AFSLUTTEDE = "loebende", "afsluttede"


class Sigte:
    """A filter with what it must ask the database; nothing is asked for what was not filled in."""

    def __init__(self, filter: Filter) -> None:
        self.filter = filter
        self.ord = soegenoegle(filter.soeg).split()
        self.indsatser = [
            set(Indsats.objects.filter(**{navn: noegle}).values_list("pk", flat=True))
            for navn, noegle in (("risikogrupper", filter.risikogruppe_id), ("virkemidler", filter.virkemiddel_id))
            if noegle is not None
        ]
        self.aendrede = None if filter.aendret_siden is None else _Aendrede(filter.aendret_siden)

    def vises(self, raekke: Raekke) -> bool:
        filter = self.filter
        return (
            (not filter.slags or raekke.slags == filter.slags)
            and (not filter.fase or raekke.fase == filter.fase)
            and (filter.tovholder_id is None or raekke.tovholder_id == filter.tovholder_id)
            and (not filter.tilstand or raekke.afsluttet == (filter.tilstand == AFSLUTTEDE))
            and (filter.aar is None or any(c.planlagt and c.aar == filter.aar for c in raekke.celler))
            and all(raekke.indsats_id in dens for dens in self.indsatser)
            and (not self.ord or self._har_ordene((raekke.titel, *raekke.maalsaetninger)))
            and (self.aendrede is None or self.aendrede.rummer(raekke))
        )

    def _har_ordene(self, tekster: Iterable[str]) -> bool:
        tekst = soegenoegle(" ".join(tekster))
        return all(et in tekst for et in self.ord)


class _Aendrede:
    """The rows whose place, years or initiative somebody has saved on or after a day."""

    def __init__(self, dag: date) -> None:
        siden = timezone.make_aware(datetime.combine(dag, time.min))
        self.poster = {
            *Portefoeljepost.historik.filter(history_date__gte=siden).values_list("id", flat=True),
            *Ressourcetraek.historik.filter(history_date__gte=siden).values_list("post_id", flat=True),
        }
        self.indsatser = set(Indsats.historik.filter(history_date__gte=siden).values_list("id", flat=True))

    def rummer(self, raekke: Raekke) -> bool:
        return raekke.post_id in self.poster or raekke.indsats_id in self.indsatser

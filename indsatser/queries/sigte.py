"""What the reader asked to see of a portfolio, and which rows that is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import IntegerField, Value
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
        valgte = {"risikogrupper": filter.risikogruppe_id, "virkemidler": filter.virkemiddel_id}
        kraevede = {navn: noegle for navn, noegle in valgte.items() if noegle is not None}
        self.indsatser = set(Indsats.objects.filter(**kraevede).values_list("pk", flat=True)) if kraevede else None
        self.aendrede = None if filter.aendret_siden is None else _Aendrede(filter.aendret_siden)

    def vises(self, raekke: Raekke) -> bool:
        filter = self.filter
        return (
            (not filter.slags or raekke.slags == filter.slags)
            and (not filter.fase or raekke.fase == filter.fase)
            and (filter.tovholder_id is None or raekke.tovholder_id == filter.tovholder_id)
            and (not filter.tilstand or raekke.afsluttet == (filter.tilstand == AFSLUTTEDE))
            and (filter.aar is None or any(c.planlagt and c.aar == filter.aar for c in raekke.celler))
            and (self.indsatser is None or raekke.indsats_id in self.indsatser)
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
        gemte = [
            tabel.objects.filter(history_date__gte=siden).order_by().values_list(felt, Value(er_post, IntegerField()))
            for tabel, felt, er_post in (
                (Portefoeljepost.historik.model, "id", 1),
                (Ressourcetraek.historik.model, "post_id", 1),
                (Indsats.historik.model, "id", 0),
            )
        ]
        noegler = list(gemte[0].union(*gemte[1:]))
        self.poster = {pk for pk, er_post in noegler if er_post}
        self.indsatser = {pk for pk, er_post in noegler if not er_post}

    def rummer(self, raekke: Raekke) -> bool:
        return raekke.post_id in self.poster or raekke.indsats_id in self.indsatser

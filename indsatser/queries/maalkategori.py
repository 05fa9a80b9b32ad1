"""Collections of categories, and the targets of several agreements that stand under one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count, Prefetch, Q

from indsatser.models import Maalkategori, Maalsaetning, Maaltal
from indsatser.queries.maaltalslinje import Maaltalslinje, maaltalslaeser
from organisering.models import Besoegende


@dataclass(frozen=True, slots=True)
class Samling:
    """`kategorier` carry how many målsætninger the reader sees under each, as `antal`."""

    navn: str
    region: str
    kategorier: Sequence[Maalkategori]


@dataclass(frozen=True, slots=True)
class Kategorimaal:
    maalsaetning: Maalsaetning
    maaltal: tuple[Maaltalslinje, ...]


def laes_samlinger(bruger: Besoegende) -> list[Samling]:
    synlige = Maalsaetning.objects.synlige_for(bruger)
    kategorier = Maalkategori.objects.select_related("region").annotate(
        antal=Count("maalsaetninger", filter=Q(maalsaetninger__in=synlige))
    )
    samlinger = []
    for navn, dens in groupby(kategorier, key=lambda kategori: kategori.samling):
        raekker = list(dens)
        region = raekker[0].region
        samlinger.append(Samling(navn, "" if region is None else str(region), raekker))
    return samlinger


def laes_kategoriens_maal(kategori: Maalkategori, *, bruger: Besoegende) -> list[Kategorimaal]:
    """Return the målsætninger across agreements, newest agreement first."""
    maalsaetninger = (
        Maalsaetning.objects.synlige_for(bruger)
        .filter(kategorier=kategori)
        .select_related("aftale", "organ")
        .prefetch_related(Prefetch("maaltal", queryset=Maaltal.objects.prefetch_related("maalinger")))
        .order_by("-aftale__gyldig_fra", "aftale", "raekkefoelge", "pk")
    )
    return [Kategorimaal(et, tuple(map(maaltalslaeser(bruger, et.aftale), et.maaltal.all()))) for et in maalsaetninger]

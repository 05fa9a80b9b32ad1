"""Where an item came from and where it was sent, as one reader may see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from organisering.models import Besoegende, Dagsordenspunkt, Moede
from organisering.queries.indblik import Indblik, indblik_i


@dataclass(frozen=True, slots=True)
class Sted:
    """An item at another meeting; only the meeting where the reader may not see that agenda."""

    henvisning: str
    url: str


@dataclass(frozen=True, slots=True)
class Vej:
    fra: Sted | None = None
    til: tuple[Sted, ...] = ()


def laes_veje(punkter: Sequence[Dagsordenspunkt], *, indblik: Indblik, bruger: Besoegende) -> Mapping[int, Vej]:
    """Return the way of each item by its key.

    Who reads the closed items here is told of the other meeting though its agenda is not published yet.
    """
    noegler = {punkt.pk: punkt.sendt_fra_id for punkt in punkter}
    andre = (
        Dagsordenspunkt.objects.filter(Q(pk__in=set(noegler.values()) - {None}) | Q(sendt_fra__in=noegler))
        .filter(moede__in=Moede.objects.synlige_for(bruger))
        .select_related("moede__organ")
        .prefetch_related("moede__faelles_med")
        .order_by("moede__starter")
    )
    fra: dict[int, Sted] = {}
    til: dict[int | None, list[Sted]] = {}
    for andet in andre:
        maa_laese = indblik_i(andet.moede, bruger).dagsorden
        if maa_laese:
            sted = Sted(andet.henvisning, andet.get_absolute_url())
        elif indblik.lukkede:
            sted = Sted(str(andet.moede), andet.moede.get_absolute_url())
        else:
            continue
        fra[andet.pk] = sted
        til.setdefault(andet.sendt_fra_id, []).append(sted)
    return {
        noegle: Vej(fra=fra.get(kilde) if kilde else None, til=tuple(til.get(noegle, ())))
        for noegle, kilde in noegler.items()
    }

"""Where a cell's state was decided, and every decision about one initiative."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from indsatser.models import Cellevirkning, Indsats, Punktemne, Ressourcetraek
from indsatser.queries.celle import Henvisning
from indsatser.queries.punktvirkning import virkningstekst
from organisering.models import Besoegende, Dagsordenspunkt, Organ
from organisering.queries.indblik import indblik_i


@dataclass(frozen=True, slots=True)
class Beslutningslinje:
    """One item about an initiative; `virkning` is what it changed, empty when it only concerned it."""

    henvisning: Henvisning
    titel: str
    virkning: str
    udfoert: bool


def laes_henvisninger(punkter: Iterable[int], organer: QuerySet[Organ]) -> Mapping[int, Henvisning]:
    """Cite the items by key, those of meetings of the bodies named: `SKU 22.04.2021, pkt. 5`. None asks nothing."""
    noegler = set(punkter)
    if not noegler:
        return {}
    fundne = Dagsordenspunkt.objects.filter(pk__in=noegler, moede__organ__in=organer).select_related("moede__organ")
    return {punkt.pk: Henvisning(punkt.henvisning, punkt.get_absolute_url()) for punkt in fundne}


def laes_indsatsens_beslutninger(indsats: Indsats, *, bruger: Besoegende) -> list[Beslutningslinje]:
    """The items that concern an initiative or, where the reader may read that, change it; the newest first."""
    virkninger: dict[int, list[Cellevirkning]] = {}
    for virkning in Cellevirkning.objects.filter(post__indsats=indsats).order_by("pk"):
        virkninger.setdefault(virkning.punkt_id, []).append(virkning)
    emner = set(Punktemne.objects.filter(indsats=indsats).values_list("punkt", flat=True))
    punkter = (
        Dagsordenspunkt.objects.filter(pk__in={*virkninger, *emner}, moede__organ__in=Organ.objects.synlige_for(bruger))
        .select_related("moede__organ")
        .prefetch_related("moede__faelles_med")
        .order_by("-moede__starter", "raekkefoelge")
    )
    linjer = []
    for punkt in punkter:
        indblik = indblik_i(punkt.moede, bruger)
        # What an item is to change is part of its decision.
        besluttet = virkninger.get(punkt.pk, []) if indblik.beslutninger else []
        naevnt = besluttet or punkt.pk in emner
        if naevnt and indblik.dagsorden and (indblik.lukkede or not punkt.lukket):
            linjer.append(_linje(punkt, besluttet))
    return linjer


def _linje(punkt: Dagsordenspunkt, virkninger: list[Cellevirkning]) -> Beslutningslinje:
    return Beslutningslinje(
        henvisning=Henvisning(punkt.henvisning, punkt.get_absolute_url()),
        titel=punkt.titel,
        virkning=virkningstekst(virkninger),
        udfoert=bool(virkninger) and all(virkning.udfoert for virkning in virkninger),
    )


def besluttede(traek: Iterable[Ressourcetraek]) -> set[int]:
    """The keys of the items that gave these cells their state."""
    return {et.besluttet_i_id for et in traek if et.besluttet_i_id is not None}

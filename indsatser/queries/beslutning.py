"""Where a cell's state was decided, and every decision about one initiative."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from indsatser.models import Cellevirkning, Indsats, Punktemne, Ressourcetraek
from indsatser.queries.celle import Henvisning
from indsatser.queries.punktvirkning import virkningstekst
from organisering.models import Besoegende, Dagsordenspunkt, Organ
from organisering.queries.indblik import indblik_i, kan_laeses


@dataclass(frozen=True, slots=True)
class Beslutningslinje:
    """One item about an initiative; `virkning` is what it changed, empty when it only concerned it."""

    henvisning: Henvisning
    titel: str
    virkning: str
    udfoert: bool


def laes_henvisninger(punkter: Iterable[int], bruger: Besoegende) -> Mapping[int, Henvisning]:
    """Cite items of bodies that the reader sees, by key: `SKU 22.04.2021, pkt. 5`. No items ask nothing.

    An item whose own words the reader may not read is cited by its meeting alone, and leads nowhere.
    """
    noegler = set(punkter)
    if not noegler:
        return {}
    return {punkt.pk: _henvisning(punkt, bruger) for punkt in _synlige_punkter(noegler, bruger)}


def _henvisning(punkt: Dagsordenspunkt, bruger: Besoegende) -> Henvisning:
    if kan_laeses(punkt, indblik_i(punkt.moede, bruger)):
        return Henvisning(punkt.henvisning, punkt.get_absolute_url())
    return Henvisning(punkt.moede.henvisning, "")


def _synlige_punkter(noegler: set[int], bruger: Besoegende) -> QuerySet[Dagsordenspunkt]:
    """The items of bodies that the reader sees, newest first."""
    return (
        Dagsordenspunkt.objects.filter(pk__in=noegler, moede__organ__in=Organ.objects.synlige_for(bruger))
        .select_related("moede__organ")
        .prefetch_related("moede__faelles_med")
        .order_by("-moede__starter", "raekkefoelge")
    )


def laes_indsatsens_beslutninger(indsats: Indsats, *, bruger: Besoegende) -> list[Beslutningslinje]:
    """The items that concern an initiative or, where the reader may read that, change it; the newest first."""
    virkninger: dict[int, list[Cellevirkning]] = {}
    for virkning in Cellevirkning.objects.filter(post__indsats=indsats).order_by("pk"):
        virkninger.setdefault(virkning.punkt_id, []).append(virkning)
    emner = set(Punktemne.objects.filter(indsats=indsats).values_list("punkt", flat=True))
    linjer = []
    for punkt in _synlige_punkter({*virkninger, *emner}, bruger):
        indblik = indblik_i(punkt.moede, bruger)
        # What an item is to change is part of its decision.
        besluttet = virkninger.get(punkt.pk, []) if indblik.beslutninger else []
        if (besluttet or punkt.pk in emner) and kan_laeses(punkt, indblik):
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

"""Where a decision is cited, and every decision about an initiative, a target or a pool."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from indsatser.models import Indsats, Maaltal, Opgaveoverdragelse, Pulje, Punktemne, Ressourcetraek
from indsatser.queries.celle import Henvisning
from indsatser.queries.cellevirkning import CELLER
from indsatser.queries.disponeringsvirkning import DISPONERINGER
from indsatser.queries.maalvirkning import MAALTAL
from indsatser.queries.placeringsvirkning import PLACERINGER
from indsatser.queries.virkning import Aendring
from organisering.models import Besoegende, Dagsordenspunkt, Organ
from organisering.queries.indblik import indblik_i, kan_laeses


@dataclass(frozen=True, slots=True)
class Beslutningslinje:
    """One item about something; `virkning` is what it changed, empty when it only concerned it."""

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
    return laes_indsatsers_beslutninger([indsats.pk], bruger=bruger)[indsats.pk]


def laes_indsatsers_beslutninger(
    indsatser: Collection[int], *, bruger: Besoegende
) -> Mapping[int, list[Beslutningslinje]]:
    """The same for many initiatives, by key; the number of queries does not grow."""
    aendringer = [
        *PLACERINGER.laes(Q(indsats__in=indsatser), bruger=bruger),
        *CELLER.laes(Q(post__indsats__in=indsatser), bruger=bruger),
    ]
    emner = Punktemne.objects.filter(indsats__in=indsatser).values_list("indsats", "punkt")
    return _linjer(indsatser, aendringer, emner, bruger, lambda en: f"{en.sted}: {en.tekst}")


def laes_maaltallets_beslutninger(maaltal: Maaltal, *, bruger: Besoegende) -> list[Beslutningslinje]:
    """The items that change a target or concern its målsætning, as above."""
    aendringer = MAALTAL.laes(Q(maaltal=maaltal), bruger=bruger)
    emner = Punktemne.objects.filter(maalsaetning=maaltal.maalsaetning_id).values_list("punkt", flat=True)
    om = [(maaltal.pk, punkt) for punkt in emner]
    return _linjer([maaltal.pk], aendringer, om, bruger, lambda en: en.tekst)[maaltal.pk]


def laes_puljens_beslutninger(pulje: Pulje, *, bruger: Besoegende) -> list[Beslutningslinje]:
    """The items that change a line of a pool or concern the pool, as above."""
    aendringer = DISPONERINGER.laes(Q(disponering__pulje=pulje), bruger=bruger)
    emner = Punktemne.objects.filter(pulje=pulje).values_list("pulje", "punkt")
    return _linjer([pulje.pk], aendringer, emner, bruger, lambda en: f"{en.emne}: {en.tekst}")[pulje.pk]


def laes_overdragelsens_beslutninger(overdragelse: Opgaveoverdragelse, *, bruger: Besoegende) -> list[Beslutningslinje]:
    """The items that concern a task transfer, as above; what they change is written on its own page."""
    emner = Punktemne.objects.filter(opgaveoverdragelse=overdragelse).values_list("opgaveoverdragelse", "punkt")
    return _linjer([overdragelse.pk], (), emner, bruger, lambda en: en.tekst)[overdragelse.pk]


def _linjer(
    noegler: Collection[int],
    aendringer: Iterable[Aendring],
    emner: Iterable[tuple[int, int]],
    bruger: Besoegende,
    tekst: Callable[[Aendring], str],
) -> Mapping[int, list[Beslutningslinje]]:
    """Group what is changed (`om`) and concerned (thing, item) by thing, and leave out what the reader may not know."""
    aendret: dict[tuple[int, int], list[Aendring]] = defaultdict(list)
    for aendring in aendringer:
        aendret[aendring.om, aendring.punkt_id].append(aendring)
    omtalt = set(emner)
    linjer: dict[int, list[Beslutningslinje]] = {noegle: [] for noegle in noegler}
    efter_punkt: dict[int, list[int]] = defaultdict(list)
    for om, punkt_id in {*aendret, *omtalt}:
        efter_punkt[punkt_id].append(om)
    if not efter_punkt:
        return linjer
    for punkt in _synlige_punkter(set(efter_punkt), bruger):
        indblik = indblik_i(punkt.moede, bruger)
        if not kan_laeses(punkt, indblik):
            continue
        for noegle in efter_punkt[punkt.pk]:
            # What an item is to change is part of its decision.
            besluttet = aendret.get((noegle, punkt.pk), []) if indblik.beslutninger else []
            if besluttet or (noegle, punkt.pk) in omtalt:
                linjer[noegle].append(_linje(punkt, besluttet, tekst))
    return linjer


def _linje(
    punkt: Dagsordenspunkt, aendringer: Sequence[Aendring], tekst: Callable[[Aendring], str]
) -> Beslutningslinje:
    return Beslutningslinje(
        henvisning=Henvisning(punkt.henvisning, punkt.get_absolute_url()),
        titel=punkt.titel,
        virkning="; ".join(tekst(en) for en in aendringer),
        udfoert=bool(aendringer) and all(en.udfoert for en in aendringer),
    )


def besluttede(traek: Iterable[Ressourcetraek]) -> set[int]:
    """The keys of the items that gave these cells their state."""
    return {et.besluttet_i_id for et in traek if et.besluttet_i_id is not None}

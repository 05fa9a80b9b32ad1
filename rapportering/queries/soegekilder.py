"""What can be searched, and what each reader finds there: one source for each kind of thing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from indsatser.models import Disponering, Indsats, Maalsaetning, Opgaveoverdragelse, Pulje
from organisering.models import (
    Aftale,
    Bemaerkning,
    Besoegende,
    Bilag,
    Dagsordenspunkt,
    Dokument,
    Indstilling,
    Ordlyd,
    Organ,
    Sag,
)
from organisering.queries.laesbarhed import (
    beslutning_kan_laeses,
    bilag_kan_laeses,
    dagsorden_kan_laeses,
    ordlyd_kan_laeses,
    sendt_til,
)

_Noegler = QuerySet[Any, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Spoergsmaal:
    """What is asked for. `adgang` is "aaben" or "lukket", for items alone; an empty field asks for nothing."""

    tekst: str = ""
    organ: str = ""
    fra: date | None = None
    til: date | None = None
    adgang: str = ""

    @property
    def er_tomt(self) -> bool:
        return self == Spoergsmaal()


def punkter(spoergsmaal: Spoergsmaal, bruger: Besoegende) -> QuerySet[Dagsordenspunkt]:
    """Items found by their agenda text, recommendations, papers, case, decision or remarks, newest first."""
    tekst = spoergsmaal.tekst
    return _afgraens([*_fundne_dagsordener(tekst, bruger), *_fundne_beslutninger(tekst, bruger)], spoergsmaal)


def beslutninger(spoergsmaal: Spoergsmaal, bruger: Besoegende) -> QuerySet[Dagsordenspunkt]:
    """Items found by their decision or remarks, newest first."""
    fundne = _afgraens(_fundne_beslutninger(spoergsmaal.tekst, bruger), spoergsmaal)
    if spoergsmaal.tekst:
        return fundne
    # Of a closed item that the reader may not read, the public wording alone tells whether there is a decision.
    laeselige = beslutning_kan_laeses(bruger) & ~Q(beslutning="")
    return fundne.filter(laeselige | (Q(ordlyd__isnull=False) & ~Q(ordlyd__beslutning="")))


def organer(spoergsmaal: Spoergsmaal, bruger: Besoegende) -> QuerySet[Organ]:
    fundne = Organ.objects.synlige_for(bruger).select_related("type", "region").order_by("type__niveau", "navn")
    return _med_ord(fundne, spoergsmaal)


def indsatser(spoergsmaal: Spoergsmaal, bruger: Besoegende) -> QuerySet[Indsats]:
    fundne = Indsats.objects.synlige_for(bruger).select_related("aftale").order_by("titel")
    if spoergsmaal.organ:
        fundne = fundne.filter(poster__organ__slug=spoergsmaal.organ)
    return _med_ord(fundne, spoergsmaal)


def maalsaetninger(spoergsmaal: Spoergsmaal, bruger: Besoegende) -> QuerySet[Maalsaetning]:
    """Targets; `organ_ses` tells whether the reader may see the body that answers for it."""
    synlige, organer = Aftale.objects.synlige_for(bruger), Organ.objects.synlige_for(bruger)
    fundne = Maalsaetning.objects.filter(aftale__in=synlige).select_related("aftale", "organ").order_by("pk")
    if spoergsmaal.organ:
        fundne = fundne.filter(organ__in=organer.filter(slug=spoergsmaal.organ))
    fundne = fundne.annotate(organ_ses=Exists(organer.filter(pk=OuterRef("organ"))))
    return _med_ord(fundne, spoergsmaal)


def dokumenter(spoergsmaal: Spoergsmaal, bruger: Besoegende) -> QuerySet[Dokument]:
    fundne = Dokument.objects.synlige_for(bruger).select_related("organ", "aftale").order_by("titel")
    if spoergsmaal.organ:
        fundne = fundne.filter(organ__slug=spoergsmaal.organ)
    return _med_ord(fundne, spoergsmaal)


def puljer(spoergsmaal: Spoergsmaal, bruger: Besoegende) -> QuerySet[Pulje]:
    """Pools found by their own words or by those of a line; they belong to no body."""
    fundne = Pulje.objects.synlige_for(bruger).select_related("aftale").prefetch_related("disponeringer")
    if spoergsmaal.organ:
        return fundne.none()
    if spoergsmaal.tekst:
        linjer = Disponering.objects.filter(soegetekst__finder=spoergsmaal.tekst)
        fundne = fundne.filter(Q(soegetekst__finder=spoergsmaal.tekst) | Q(pk__in=linjer.values("pulje")))
    return fundne


def opgaveoverdragelser(spoergsmaal: Spoergsmaal, bruger: Besoegende) -> QuerySet[Opgaveoverdragelse]:
    fundne = Opgaveoverdragelse.objects.synlige_for(bruger).select_related("aftale")
    return fundne.none() if spoergsmaal.organ else _med_ord(fundne, spoergsmaal)


def aftaler(spoergsmaal: Spoergsmaal, bruger: Besoegende) -> QuerySet[Aftale]:
    return _med_ord(Aftale.objects.synlige_for(bruger).select_related("type", "region"), spoergsmaal)


def _med_ord(fundne, spoergsmaal):  # type: ignore[no-untyped-def]  # any of the querysets above, and the same again
    return fundne.filter(soegetekst__finder=spoergsmaal.tekst) if spoergsmaal.tekst else fundne


def _fundne_dagsordener(tekst: str, bruger: Besoegende) -> list[_Noegler]:
    """The keys of the items whose agenda has the words, one source of words at a time."""
    laeselige = Dagsordenspunkt.objects.filter(dagsorden_kan_laeses(bruger))
    ordlyde = Ordlyd.objects.filter(ordlyd_kan_laeses(bruger, med_beslutning=False))
    if not tekst:
        return [laeselige.values("pk"), ordlyde.values("punkt")]
    bilag = Bilag.objects.filter(bilag_kan_laeses(bruger), soegetekst__finder=tekst)
    indstillinger = Indstilling.objects.filter(soegetekst__finder=tekst)
    return [
        laeselige.filter(soegetekst__finder=tekst).values("pk"),
        laeselige.filter(pk__in=indstillinger.values("punkt")).values("pk"),
        # The case's own title may be that of a closed item; its number is as open as the item.
        laeselige.filter(sendt_til(bruger), sag__in=Sag.objects.filter(soegetekst__finder=tekst)).values("pk"),
        laeselige.filter(sag__in=Sag.objects.filter(sagsnummer__icontains=tekst)).values("pk"),
        bilag.values("punkt"),
        ordlyde.filter(soegetekst__finder=tekst).values("punkt"),
    ]


def _fundne_beslutninger(tekst: str, bruger: Besoegende) -> list[_Noegler]:
    """The keys of the items whose decision has the words, one source of words at a time."""
    laeselige = Dagsordenspunkt.objects.filter(beslutning_kan_laeses(bruger))
    ordlyde = Ordlyd.objects.filter(ordlyd_kan_laeses(bruger, med_beslutning=True))
    if not tekst:
        return [laeselige.values("pk"), ordlyde.values("punkt")]
    bemaerkninger = Bemaerkning.objects.filter(soegetekst__finder=tekst)
    return [
        laeselige.filter(beslutningssoegetekst__finder=tekst).values("pk"),
        laeselige.filter(pk__in=bemaerkninger.values("punkt")).values("pk"),
        ordlyde.filter(beslutningssoegetekst__finder=tekst).values("punkt"),
    ]


def _afgraens(fundne: Sequence[_Noegler], spoergsmaal: Spoergsmaal) -> QuerySet[Dagsordenspunkt]:
    """Narrow to body, period and open or closed, and read what a hit shows.

    The sources are laid together as a union, so that each asks its own index; in one OR the database reads every item.
    """
    foerste, *andre = (noegler.order_by() for noegler in fundne)
    valgt = Dagsordenspunkt.objects.filter(pk__in=foerste.union(*andre))
    if spoergsmaal.organ:
        valgt = valgt.filter(
            Q(moede__organ__slug=spoergsmaal.organ) | Q(moede__faelles_med__slug=spoergsmaal.organ)
        ).distinct()
    if spoergsmaal.fra:
        valgt = valgt.filter(moede__starter__date__gte=spoergsmaal.fra)
    if spoergsmaal.til:
        valgt = valgt.filter(moede__starter__date__lte=spoergsmaal.til)
    if spoergsmaal.adgang:
        valgt = valgt.filter(lukket=spoergsmaal.adgang == "lukket")
    return (
        valgt.select_related("moede__organ", "ordlyd", "sag")
        .prefetch_related("moede__faelles_med", "indstillinger", "bilag", "bemaerkninger")
        .order_by("-moede__starter", "raekkefoelge", "pk")
    )

"""What a meeting can decide on: what belongs to the body whose meeting it is and to those that refer to it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from indsatser.models import (
    Disponering,
    Indsats,
    Maalsaetning,
    Maaltal,
    Opgaveoverdragelse,
    Portefoeljepost,
    Pulje,
)
from organisering.models import Aftale, Moede, Organ
from organisering.queries.afloesning import Afloesning


@dataclass(frozen=True, slots=True)
class Beslutningsrum:
    """The first five are what a decision can change, the next four what an item can concern.

    `aar` are the years of the rows' agreements, `aftaleaar` those of all the region's.
    """

    poster: QuerySet[Portefoeljepost]
    organer: QuerySet[Organ]
    loebende: QuerySet[Indsats]
    maaltal: QuerySet[Maaltal]
    disponeringer: QuerySet[Disponering]
    indsatser: QuerySet[Indsats]
    maalsaetninger: QuerySet[Maalsaetning]
    puljer: QuerySet[Pulje]
    opgaveoverdragelser: QuerySet[Opgaveoverdragelse]
    aar: list[int]
    aftaleaar: list[int]


def laes_beslutningsrum(moede: Moede) -> Beslutningsrum:
    """Rows of initiatives that still run, in the order of the portfolios."""
    aftaler = Aftale.objects.filter(region=moede.organ.region_id)
    under = organer_under(moede)
    poster = (
        Portefoeljepost.objects.filter(organ__in=under, indsats__afsluttet_den__isnull=True)
        .select_related("organ", "indsats__aftale")
        .order_by("organ__type__niveau", "organ__raekkefoelge", "organ__navn", "raekkefoelge", "pk")
    )
    med_poster = Aftale.objects.filter(indsatser__poster__in=poster.order_by()).distinct()
    puljeaftaler = [aftale for aftale in aftaler if kan_beslutte_om_puljer(moede, aftale)]
    return Beslutningsrum(
        poster=poster,
        organer=Organ.objects.filter(pk__in=under, spejler__isnull=True, type__er_sekretariat=False),
        loebende=Indsats.objects.filter(aftale__in=aftaler).aktive().order_by("titel"),
        maaltal=Maaltal.objects.filter(maalsaetning__organ__in=under, maalsaetning__aftale__in=aftaler).select_related(
            "maalsaetning__organ"
        ),
        disponeringer=Disponering.objects.filter(pulje__aftale__in=puljeaftaler).select_related("pulje__aftale"),
        indsatser=Indsats.objects.filter(aftale__in=aftaler).order_by("titel"),
        maalsaetninger=Maalsaetning.objects.filter(aftale__in=aftaler),
        puljer=Pulje.objects.filter(aftale__in=aftaler),
        opgaveoverdragelser=Opgaveoverdragelse.objects.filter(aftale__in=aftaler),
        aar=_aarene(med_poster),
        aftaleaar=_aarene(aftaler),
    )


def organer_under(moede: Moede) -> set[int]:
    """The keys of the body whose meeting it is and of all that refer to it that day, however far down.

    Bodies that only take part do not count: its chairs alone approve the minutes.
    """
    return _under(moede, list(Organ.objects.all()))


def kan_beslutte_om_puljer(moede: Moede, aftale: Aftale) -> bool:
    """Whether the meeting's body may settle an agreement's pools: the body the agreement is anchored in, or its
    successor that day, and those above it; without an anchor the region's bodies on the highest rung."""
    if aftale.region_id != moede.organ.region_id:
        return False
    organer = list(Organ.objects.select_related("type"))
    if aftale.forankret_i_id is None:
        oeverst = min(organ.type.niveau_id for organ in organer if organ.region_id == aftale.region_id)
        return moede.organ.type.niveau_id == oeverst
    anker = Afloesning(organer).paa(aftale.forankret_i_id, moede.dag)
    return anker is not None and anker.pk in _under(moede, organer)


def _under(moede: Moede, organer: list[Organ]) -> set[int]:
    afloesning = Afloesning(organer)
    under: dict[int, list[int]] = defaultdict(list)
    for organ in organer:
        if organ.region_id == moede.organ.region_id and (over := afloesning.paa(organ.refererer_til_id, moede.dag)):
            under[over.pk].append(organ.pk)
    fundne: set[int] = set()
    rest = [moede.organ_id]
    while rest:
        organ_id = rest.pop()
        if organ_id not in fundne:
            fundne.add(organ_id)
            rest.extend(under[organ_id])
    return fundne


def _aarene(aftaler: Iterable[Aftale]) -> list[int]:
    return sorted({aar for aftale in aftaler for aar in aftale.aar})

"""What a meeting can decide on: the portfolios of the body whose meeting it is and of those that refer to it."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from indsatser.models import Indsats, Maalsaetning, Portefoeljepost
from organisering.models import Aftale, Moede, Organ
from organisering.queries.afloesning import Afloesning


@dataclass(frozen=True, slots=True)
class Beslutningsrum:
    """`indsatser` and `maalsaetninger` are what an item can concern; `aar` are the years of the rows' agreements."""

    poster: QuerySet[Portefoeljepost]
    indsatser: QuerySet[Indsats]
    maalsaetninger: QuerySet[Maalsaetning]
    aar: list[int]


def laes_beslutningsrum(moede: Moede) -> Beslutningsrum:
    """Rows of initiatives that still run, in the order of the portfolios."""
    aftaler = Aftale.objects.filter(region=moede.organ.region_id)
    poster = (
        Portefoeljepost.objects.filter(organ__in=organer_under(moede), indsats__afsluttet_den__isnull=True)
        .select_related("organ", "indsats__aftale")
        .order_by("organ__type__niveau", "organ__raekkefoelge", "organ__navn", "raekkefoelge", "pk")
    )
    med_poster = Aftale.objects.filter(indsatser__poster__in=poster.order_by()).distinct()
    return Beslutningsrum(
        poster=poster,
        indsatser=Indsats.objects.filter(aftale__in=aftaler).order_by("titel"),
        maalsaetninger=Maalsaetning.objects.filter(aftale__in=aftaler),
        aar=sorted({aar for aftale in med_poster for aar in aftale.aar}),
    )


def organer_under(moede: Moede) -> set[int]:
    """The keys of the body whose meeting it is and of all that refer to it that day, however far down.

    Bodies that only take part do not count: its chairs alone approve the minutes.
    """
    organer = list(Organ.objects.all())
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

"""What the database holds of the portfolios of some agreements and bodies; `queries/portefoelje.py` gives it shape."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Self

from django.db.models import Q, QuerySet

from indsatser.models import Indsats, Maalsaetning, Portefoeljepost, Ressourcetraek
from indsatser.queries.beslutning import laes_henvisninger
from indsatser.queries.celle import Celle
from organisering.models import Aftale, Besoegende, Organ

Sted = tuple[int, int]
"""An agreement and a body, by their keys."""


class Post(NamedTuple):
    pk: int
    aftale_id: int
    organ_id: int
    indsats_id: int
    titel: str
    slags: str
    afsluttet_den: date | None
    fase: str = ""
    tovholder_id: int | None = None
    tovholder: str | None = None


class Maal(NamedTuple):
    pk: int
    aftale_id: int
    organ_id: int
    tekst: str


@dataclass(frozen=True, slots=True)
class Grundlag:
    """`organer` are those the reader sees that have rows or målsætninger, in the agreement's order."""

    aftaler: Sequence[Aftale]
    organer: Sequence[Organ]
    poster: dict[Sted, list[Post]]
    celler: dict[int, dict[int, Celle]]
    maal: dict[Sted, list[Maal]]
    tjener: dict[int, set[int]]

    @classmethod
    def for_aftale(cls, aftale: Aftale, bruger: Besoegende) -> Self:
        """All bodies that the reader sees under one agreement."""
        organer = Organ.objects.synlige_for(bruger)
        return cls._laes([aftale], organer, bruger, Q(indsats__aftale=aftale), Q(post__indsats__aftale=aftale))

    @classmethod
    def for_organ(cls, organ: Organ, aftaler: Sequence[Aftale], bruger: Besoegende) -> Self:
        """One body and the one it mirrors, under each of `aftaler`."""
        ider = {organ.pk, organ.portefoeljeorgan.pk}
        poster = Q(organ__in=ider, indsats__aftale__in=aftaler)
        traek = Q(post__organ__in=ider, post__indsats__aftale__in=aftaler)
        return cls._laes(aftaler, Organ.objects.synlige_for(bruger).filter(pk__in=ider), bruger, poster, traek)

    @classmethod
    def _laes(
        cls, aftaler: Sequence[Aftale], organer: QuerySet[Organ], bruger: Besoegende, i_poster: Q, i_traek: Q
    ) -> Self:
        poster: dict[Sted, list[Post]] = defaultdict(list)
        for post in map(
            Post._make,
            Portefoeljepost.objects.filter(i_poster)
            .order_by("raekkefoelge", "pk")
            .values_list(
                *("pk", "indsats__aftale_id", "organ_id", "indsats_id"),
                *("indsats__titel", "indsats__slags", "indsats__afsluttet_den"),
                *("indsats__fase", "indsats__tovholder_id", "indsats__tovholder__navn"),
            ),
        ):
            poster[post.aftale_id, post.organ_id].append(post)
        celler: dict[int, dict[int, Celle]] = defaultdict(dict)
        traek = list(
            Ressourcetraek.objects.filter(i_traek)
            .order_by()
            .values_list("post_id", "besluttet_i", "aar", "planlagt", "version", "beloeb", "realiseret", "faktisk")
        )
        henvisninger = laes_henvisninger((punkt for _, punkt, *_ in traek if punkt is not None), bruger)
        for post_id, punkt, aar, planlagt, version, *opgjort in traek:
            henvisning = henvisninger.get(punkt) if punkt else None
            celler[post_id][aar] = Celle(aar, planlagt, version, henvisning, *opgjort)
        maal: dict[Sted, list[Maal]] = defaultdict(list)
        alle_maal = Maalsaetning.objects.filter(aftale__in=aftaler).order_by("raekkefoelge", "pk")
        for et in map(Maal._make, alle_maal.values_list("pk", "aftale_id", "organ_id", "tekst")):
            maal[et.aftale_id, et.organ_id].append(et)
        tjener: dict[int, set[int]] = defaultdict(set)
        par = Indsats.maalsaetninger.through.objects.filter(maalsaetning__aftale__in=aftaler)
        for indsats_id, maal_id in par.values_list("indsats_id", "maalsaetning_id"):
            tjener[indsats_id].add(maal_id)
        brugte = organer.filter(pk__in={organ_id for _, organ_id in (*poster, *maal)}).order_by()
        return cls(aftaler, sorted(brugte, key=lambda organ: organ.sortering), poster, celler, maal, tjener)

    def med_egen_portefoelje(self, aftale: Aftale) -> list[Organ]:
        """The bodies that stand in the agreement's portfolio: not those that only show another's."""
        return [
            organ
            for organ in self.organer
            if organ.spejler_id is None or any(True for _ in self.selvstaendige(aftale.pk, organ))
        ]

    def selvstaendige(self, aftale_id: int, organ: Organ) -> Iterator[Post]:
        """The body's rows that stand by themselves: those with cells of their own, or that no mirrored body has."""
        spejlede = {post.indsats_id for post in self.poster.get((aftale_id, organ.spejler_id or 0), ())}
        for post in self.poster.get((aftale_id, organ.pk), ()):
            if post.indsats_id not in spejlede or post.pk in self.celler:
                yield post

    def findes(self, sted: Sted) -> bool:
        """Whether the body has rows or målsætninger under the agreement."""
        return sted in self.poster or sted in self.maal

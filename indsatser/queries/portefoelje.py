"""The portfolio as page, spreadsheet and report read it, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet

from indsatser.models import Indsats, Maalsaetning, Portefoeljepost, Ressourcetraek
from indsatser.queries.afsnit import Afsnit, Del, Filter, Portefoelje, Raekke
from indsatser.queries.celle import Celle
from organisering.models import Aftale, Organ

Sted = tuple[int, int]
ALT = Filter()


class _Post(NamedTuple):
    pk: int
    organ_id: int
    indsats_id: int
    aftale_id: int
    titel: str
    slags: str
    fase: str
    afsluttet_den: date | None


def laes_aftalens_portefoelje(aftale: Aftale, organer: QuerySet[Organ], filter: Filter = ALT) -> Portefoelje:
    """The whole agreement: each of `organer` with rows or målsætninger of its own, in the agreement's order."""
    if filter.organ_id is not None:
        organer = organer.filter(pk=filter.organ_id)
    grundlag = _Grundlag([aftale], organer, filter)
    return grundlag.portefoelje(
        (aftale, organ, organ)
        for organ in grundlag.organer
        if organ.spejler_id is None or grundlag.har_kryds((aftale.pk, organ.pk))
    )


def laes_organets_portefoelje(
    organ: Organ, aftaler: Iterable[Aftale], organer: QuerySet[Organ], filter: Filter = ALT
) -> Portefoelje:
    """One body: a section for each of `aftaler` where it has a portfolio; a mirror is followed only into `organer`."""
    grundlag = _Grundlag(list(aftaler), organer.filter(pk__in={organ.pk, organ.portefoeljeorgan.pk}), filter)
    kendte = {kendt.pk for kendt in grundlag.organer}
    kilder = (
        (aftale, organ if grundlag.har_kryds((aftale.pk, organ.pk)) else organ.portefoeljeorgan)
        for aftale in grundlag.aftaler
    )
    return grundlag.portefoelje(
        (aftale, organ, kilde)
        for aftale, kilde in kilder
        if kilde.pk in kendte and grundlag.findes((aftale.pk, kilde.pk))
    )


class _Grundlag:
    """What the database holds for some agreements and bodies."""

    def __init__(self, aftaler: Sequence[Aftale], organer: QuerySet[Organ], filter: Filter) -> None:
        self.aftaler = aftaler
        self.filter = filter
        ider = [aftale.pk for aftale in aftaler]
        alle_organer = sorted(organer, key=lambda organ: organ.sortering)
        organ_ider = [organ.pk for organ in alle_organer]
        self.poster: dict[Sted, list[_Post]] = defaultdict(list)
        for vaerdier in (
            Portefoeljepost.objects.filter(indsats__aftale__in=ider, organ__in=organ_ider)
            .order_by("raekkefoelge", "pk")
            .values_list(
                *("pk", "organ_id", "indsats_id", "indsats__aftale_id"),
                *("indsats__titel", "indsats__slags", "indsats__fase", "indsats__afsluttet_den"),
            )
        ):
            post = _Post._make(vaerdier)
            self.poster[post.aftale_id, post.organ_id].append(post)
        self.celler: dict[int, dict[int, Celle]] = defaultdict(dict)
        for post_id, aar, planlagt, version in Ressourcetraek.objects.filter(
            post__indsats__aftale__in=ider, post__organ__in=organ_ider
        ).values_list("post_id", "aar", "planlagt", "version"):
            self.celler[post_id][aar] = Celle(aar, planlagt, version)
        self.maal: dict[Sted, list[Maalsaetning]] = defaultdict(list)
        for maal in Maalsaetning.objects.filter(aftale__in=ider).order_by("raekkefoelge", "pk"):
            self.maal[maal.aftale_id, maal.organ_id].append(maal)
        self.tjener: dict[int, set[int]] = defaultdict(set)
        for indsats_id, maal_id in Indsats.maalsaetninger.through.objects.filter(indsats__aftale__in=ider).values_list(
            "indsats_id", "maalsaetning_id"
        ):
            self.tjener[indsats_id].add(maal_id)
        brugte = {organ_id for _, organ_id in (*self.poster, *self.maal)}
        self.organer = [organ for organ in alle_organer if organ.pk in brugte]
        self.i_risikogruppe = (
            set(Indsats.objects.filter(risikogrupper=filter.risikogruppe_id).values_list("pk", flat=True))
            if filter.risikogruppe_id is not None
            else None
        )

    def findes(self, sted: Sted) -> bool:
        return sted in self.poster or sted in self.maal

    def har_kryds(self, sted: Sted) -> bool:
        """Whether the body has an X of its own under the agreement."""
        return any(
            celle.planlagt for post in self.poster.get(sted, ()) for celle in self.celler.get(post.pk, {}).values()
        )

    def portefoelje(self, steder: Iterable[tuple[Aftale, Organ, Organ]]) -> Portefoelje:
        """Build a section for each agreement, body and source; with a filter, those that have something left."""
        steder = list(steder)
        alle = [self._afsnit(aftale, organ, kilde) for aftale, organ, kilde in steder]
        return Portefoelje(
            afsnit=tuple(afsnit for afsnit in alle if afsnit.dele or self.filter == ALT),
            i_alt=sum(len(self.poster.get((aftale.pk, kilde.pk), ())) for aftale, _, kilde in steder),
        )

    def _afsnit(self, aftale: Aftale, organ: Organ, kilde: Organ) -> Afsnit:
        sted = aftale.pk, kilde.pk
        poster, maal = self.poster.get(sted, []), self.maal.get(sted, [])
        fremmede = [et for (aftale_id, _), dens in self.maal.items() if aftale_id == aftale.pk for et in dens]
        raekker = {post.pk: self._raekke(post, aftale, maal, fremmede) for post in poster}
        viste = [post for post in poster if self._vises(raekker[post.pk])]
        nye = [post for post in viste if post.slags == Indsats.Slags.NY]
        foer, sidst = self._ubesatte(nye, poster, maal)
        nye_raekker = [raekke for post in nye for raekke in (*foer[post.pk], raekker[post.pk])] + sidst
        gamle_raekker = [raekker[post.pk] for post in viste if post.slags == Indsats.Slags.EKSISTERENDE]
        return Afsnit(
            aftale=aftale,
            organ=organ,
            kilde=kilde,
            nye=_del(Indsats.Slags.NY, nye_raekker, aftale.aar),
            eksisterende=_del(Indsats.Slags.EKSISTERENDE, gamle_raekker, aftale.aar),
        )

    def _raekke(
        self, post: _Post, aftale: Aftale, maal: Sequence[Maalsaetning], fremmede: Sequence[Maalsaetning]
    ) -> Raekke:
        tjener = self.tjener.get(post.indsats_id, set())
        egne = [et.tekst for et in maal if et.pk in tjener]
        if tjener and not egne:
            egne = [et.tekst for et in fremmede if et.pk in tjener]
        celler = self.celler.get(post.pk, {})
        return Raekke(
            post_id=post.pk,
            indsats_id=post.indsats_id,
            titel=post.titel,
            slags=post.slags,
            fase=str(Indsats.Fase(post.fase).label),
            afsluttet=post.afsluttet_den is not None,
            maalsaetninger=tuple(egne),
            celler=tuple(celler.get(aar) or Celle(aar) for aar in aftale.aar),
        )

    def _vises(self, raekke: Raekke) -> bool:
        filter = self.filter
        return (
            (not filter.slags or raekke.slags == filter.slags)
            and (filter.aar is None or any(c.planlagt and c.aar == filter.aar for c in raekke.celler))
            and (self.i_risikogruppe is None or raekke.indsats_id in self.i_risikogruppe)
        )

    def _ubesatte(
        self, nye: Sequence[_Post], poster: Sequence[_Post], maal: Sequence[Maalsaetning]
    ) -> tuple[dict[int, list[Raekke]], list[Raekke]]:
        """Rows for målsætninger that nothing serves: those that stand before a post, and those that stand last."""
        foer: dict[int, list[Raekke]] = defaultdict(list)
        if self.filter.aar or self.i_risikogruppe is not None or self.filter.slags == Indsats.Slags.EKSISTERENDE:
            return foer, []
        tjent = {pk for post in poster for pk in self.tjener.get(post.indsats_id, ())}
        rest = [(plads, et) for plads, et in enumerate(maal) if et.pk not in tjent]
        for post in nye:
            tjener = self.tjener.get(post.indsats_id, set())
            foerste = next((plads for plads, et in enumerate(maal) if et.pk in tjener), 0)
            while rest and rest[0][0] < foerste:
                foer[post.pk].append(_ubesat(rest.pop(0)[1]))
        return foer, [_ubesat(et) for _, et in rest]


def _ubesat(maalsaetning: Maalsaetning) -> Raekke:
    return Raekke(
        post_id=None,
        indsats_id=None,
        titel="",
        slags=Indsats.Slags.NY,
        fase="",
        afsluttet=False,
        maalsaetninger=(maalsaetning.tekst,),
        celler=(),
    )


def _del(slags: str, raekker: Sequence[Raekke], aarraekke: Sequence[int]) -> Del:
    summer = dict.fromkeys(aarraekke, 0)
    for raekke in raekker:
        for celle in raekke.celler:
            summer[celle.aar] += celle.planlagt
    return Del(slags=slags, raekker=tuple(raekker), summer=summer)

"""The portfolio as a page shows it, by the rules of `docs/portefoelje.md`."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from indsatser.models import Indsats
from indsatser.queries.afsnit import Afsnit, Del, Filter, Portefoelje, Raekke
from indsatser.queries.celle import Celle
from indsatser.queries.grundlag import Grundlag, Maal, Post
from organisering.models import Aftale, Organ

ALT = Filter()


def aftalens_portefoelje(aftale: Aftale, grundlag: Grundlag, filter: Filter = ALT) -> Portefoelje:
    """The whole agreement: each body with rows or målsætninger of its own, in the agreement's order."""
    return _Opstilling(grundlag, filter).portefoelje(
        (aftale, organ, organ) for organ in grundlag.med_egen_portefoelje(aftale) if filter.organ in ("", organ.slug)
    )


def organets_portefoelje(organ: Organ, grundlag: Grundlag, filter: Filter = ALT) -> Portefoelje:
    """One body: a section for each agreement where it has a portfolio, its own or the one it mirrors."""
    kendte = {kendt.pk for kendt in grundlag.organer}
    kilder = (
        (aftale, organ if grundlag.har_kryds((aftale.pk, organ.pk)) else organ.portefoeljeorgan)
        for aftale in grundlag.aftaler
    )
    return _Opstilling(grundlag, filter).portefoelje(
        (aftale, organ, kilde)
        for aftale, kilde in kilder
        if kilde.pk in kendte and grundlag.findes((aftale.pk, kilde.pk))
    )


class _Opstilling:
    """Sections, parts and rows from what was read, with a filter."""

    def __init__(self, grundlag: Grundlag, filter: Filter) -> None:
        self.grundlag = grundlag
        self.filter = filter
        self.i_risikogruppe = (
            set(Indsats.objects.filter(risikogrupper=filter.risikogruppe_id).values_list("pk", flat=True))
            if filter.risikogruppe_id is not None
            else None
        )

    def portefoelje(self, steder: Iterable[tuple[Aftale, Organ, Organ]]) -> Portefoelje:
        """Build a section for each agreement, body and source; with a filter, those that have something left."""
        steder = list(steder)
        alle = [self._afsnit(aftale, organ, kilde) for aftale, organ, kilde in steder]
        return Portefoelje(
            afsnit=tuple(afsnit for afsnit in alle if afsnit.dele or self.filter == ALT),
            i_alt=sum(len(self.grundlag.poster.get((aftale.pk, kilde.pk), ())) for aftale, _, kilde in steder),
        )

    def _afsnit(self, aftale: Aftale, organ: Organ, kilde: Organ) -> Afsnit:
        sted, aarraekke = (aftale.pk, kilde.pk), aftale.aar
        poster, maal = self.grundlag.poster.get(sted, []), self.grundlag.maal.get(sted, [])
        fremmede = [et for (aftale_id, _), dens in self.grundlag.maal.items() if aftale_id == aftale.pk for et in dens]
        raekker = {post.pk: self._raekke(post, aarraekke, maal, fremmede) for post in poster}
        viste = [post for post in poster if self._vises(raekker[post.pk])]
        nye = [post for post in viste if post.slags == Indsats.Slags.NY]
        foer, sidst = self._ubesatte(nye, poster, maal)
        nye_raekker = [raekke for post in nye for raekke in (*foer[post.pk], raekker[post.pk])] + sidst
        gamle_raekker = [raekker[post.pk] for post in viste if post.slags == Indsats.Slags.EKSISTERENDE]
        return Afsnit(
            aftale=aftale,
            organ=organ,
            kilde=kilde,
            nye=_del(Indsats.Slags.NY, nye_raekker, aarraekke),
            eksisterende=_del(Indsats.Slags.EKSISTERENDE, gamle_raekker, aarraekke),
        )

    def _raekke(self, post: Post, aarraekke: Sequence[int], maal: Sequence[Maal], fremmede: Sequence[Maal]) -> Raekke:
        tjener = self._tjener(post)
        tekster = [et.tekst for et in maal if et.pk in tjener] or [et.tekst for et in fremmede if et.pk in tjener]
        celler = self.grundlag.celler.get(post.pk, {})
        return Raekke(
            post_id=post.pk,
            indsats_id=post.indsats_id,
            titel=post.titel,
            slags=post.slags,
            afsluttet=post.afsluttet_den is not None,
            maalsaetninger=tuple(tekster),
            celler=tuple(celler.get(aar) or Celle(aar) for aar in aarraekke),
        )

    def _tjener(self, post: Post) -> set[int]:
        """The keys of the målsætninger that the row's initiative serves."""
        return self.grundlag.tjener.get(post.indsats_id, set())

    def _vises(self, raekke: Raekke) -> bool:
        filter = self.filter
        return (
            (not filter.slags or raekke.slags == filter.slags)
            and (filter.aar is None or any(c.planlagt and c.aar == filter.aar for c in raekke.celler))
            and (self.i_risikogruppe is None or raekke.indsats_id in self.i_risikogruppe)
        )

    def _ubesatte(
        self, nye: Sequence[Post], poster: Sequence[Post], maal: Sequence[Maal]
    ) -> tuple[dict[int, list[Raekke]], list[Raekke]]:
        """Rows for målsætninger that nothing serves: those that stand before a post, and those that stand last."""
        foer: dict[int, list[Raekke]] = defaultdict(list)
        if self.filter.aar or self.i_risikogruppe is not None or self.filter.slags == Indsats.Slags.EKSISTERENDE:
            return foer, []
        tjent = {pk for post in poster for pk in self._tjener(post)}
        rest = [(plads, et) for plads, et in enumerate(maal) if et.pk not in tjent]
        for post in nye:
            tjener = self._tjener(post)
            foerste = next((plads for plads, et in enumerate(maal) if et.pk in tjener), 0)
            while rest and rest[0][0] < foerste:
                foer[post.pk].append(_ubesat(rest.pop(0)[1]))
        return foer, [_ubesat(et) for _, et in rest]


def _ubesat(maal: Maal) -> Raekke:
    return Raekke(
        post_id=None,
        indsats_id=None,
        titel="",
        slags=Indsats.Slags.NY,
        afsluttet=False,
        maalsaetninger=(maal.tekst,),
        celler=(),
    )


def _del(slags: str, raekker: Sequence[Raekke], aarraekke: Sequence[int]) -> Del:
    summer = dict.fromkeys(aarraekke, 0)
    for raekke in raekker:
        for celle in raekke.celler:
            summer[celle.aar] += celle.planlagt
    return Del(slags=slags, raekker=tuple(raekker), summer=summer)

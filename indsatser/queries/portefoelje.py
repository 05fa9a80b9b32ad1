"""The portfolio as a page shows it, by the rules of `docs/portefoelje.md`."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from indsatser.models import Indsats
from indsatser.queries.afsnit import Afsnit, Del, Portefoelje, Raekke
from indsatser.queries.celle import Celle
from indsatser.queries.grundlag import Grundlag, Maal, Post
from indsatser.queries.sigte import Filter, Sigte
from indsatser.queries.spejling import Plads, aftalens_pladser, organets_pladser
from organisering.models import Aftale, Organ

ALT = Filter()


def aftalens_portefoelje(aftale: Aftale, grundlag: Grundlag, filter: Filter = ALT) -> Portefoelje:
    """The whole agreement: each body with rows or målsætninger of its own, in the agreement's order."""
    return _Opstilling(grundlag, filter).portefoelje(
        (aftale, organ, organ, aftalens_pladser(grundlag, aftale.pk, organ))
        for organ in grundlag.med_egen_portefoelje(aftale)
        if filter.organ in ("", organ.slug)
    )


def organets_portefoelje(organ: Organ, grundlag: Grundlag, filter: Filter = ALT) -> Portefoelje:
    """One body: a section for each agreement where it has a portfolio, its own or the one it mirrors."""
    kendte = {kendt.pk for kendt in grundlag.organer}
    kilde = organ.portefoeljeorgan if organ.portefoeljeorgan.pk in kendte else organ
    return _Opstilling(grundlag, filter).portefoelje(
        (aftale, organ, kilde, organets_pladser(grundlag, aftale.pk, organ, kilde))
        for aftale in grundlag.aftaler
        if organ.pk in kendte or kilde.pk in kendte
        if grundlag.findes((aftale.pk, organ.pk)) or grundlag.findes((aftale.pk, kilde.pk))
    )


class _Opstilling:
    """Sections, parts and rows from what was read, with a filter."""

    def __init__(self, grundlag: Grundlag, filter: Filter) -> None:
        self.grundlag = grundlag
        self.filter = filter
        self.sigte = Sigte(filter)
        self.maal = {et.pk: (nr, et) for nr, et in enumerate(et for dens in grundlag.maal.values() for et in dens)}

    def portefoelje(self, steder: Iterable[tuple[Aftale, Organ, Organ, list[Plads]]]) -> Portefoelje:
        """Build a section for each agreement, body and source; with a filter, those that have something left."""
        steder = list(steder)
        alle = [self._afsnit(*sted) for sted in steder]
        return Portefoelje(
            afsnit=tuple(afsnit for afsnit in alle if afsnit.dele or self.filter == ALT),
            i_alt=sum(len(pladser) for *_, pladser in steder),
        )

    def _afsnit(self, aftale: Aftale, organ: Organ, kilde: Organ, pladser: list[Plads]) -> Afsnit:
        aarraekke = aftale.aar
        poster, maal = [plads.post for plads in pladser], self.grundlag.maal.get((aftale.pk, kilde.pk), [])
        raekker = {plads.post.pk: self._raekke(plads, aarraekke, kilde.pk) for plads in pladser}
        viste = [post for post in poster if self.sigte.vises(raekker[post.pk])]
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

    def _raekke(self, plads: Plads, aarraekke: Sequence[int], organ_id: int) -> Raekke:
        post = plads.post
        kendte = sorted(self.maal[pk] for pk in self._tjener(post) if pk in self.maal)
        tjener = [et for _, et in kendte if et.aftale_id == post.aftale_id]
        tekster = [et.tekst for et in tjener if et.organ_id == organ_id] or [et.tekst for et in tjener]
        celler = self.grundlag.celler.get(post.pk, {})
        return Raekke(
            post_id=post.pk,
            indsats_id=post.indsats_id,
            titel=post.titel,
            slags=post.slags,
            afsluttet=post.afsluttet_den is not None,
            maalsaetninger=tuple(tekster),
            celler=tuple(celler.get(aar) or Celle(aar) for aar in aarraekke),
            fase=post.fase,
            tovholder_id=post.tovholder_id,
            tovholder=post.tovholder,
            spejling=plads.spejling,
        )

    def _tjener(self, post: Post) -> set[int]:
        """The keys of the målsætninger that the row's initiative serves."""
        return self.grundlag.tjener.get(post.indsats_id, set())

    def _ubesatte(
        self, nye: Sequence[Post], poster: Sequence[Post], maal: Sequence[Maal]
    ) -> tuple[dict[int, list[Raekke]], list[Raekke]]:
        """Rows for målsætninger that nothing serves: those that stand before a post, and those that stand last."""
        foer: dict[int, list[Raekke]] = defaultdict(list)
        if self.filter.om_indsatser:
            return foer, []
        tjent = {pk for post in poster for pk in self._tjener(post)}
        rest = [(plads, et) for plads, et in enumerate(maal) if et.pk not in tjent]
        pladser = {et.pk: plads for plads, et in enumerate(maal)}
        for post in nye:
            foerste = min((pladser[pk] for pk in self._tjener(post) if pk in pladser), default=0)
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

"""What differs between two moments in the initiatives: their own fields, their bodies, their years."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from operator import attrgetter

from indsatser.models import Indsats, Portefoeljepost
from indsatser.queries.forloeb import Forloeb, Indsatsudgave, Postudgave
from indsatser.queries.forskel import Forskel, Forskelslinje, Forskelsslags, Laeser, gav
from indsatser.queries.traekforskel import Traekforskelle
from organisering.models import Organ, Organisation
from sundhedsaftale.faelles.dansk import dato, sorteringsnoegle

_FELTER = {
    "titel": "Titel",
    "nummer": "Nummer i aftalen",
    "slags": "Slags",
    "fase": "Fase",
    "ansvar": "Ansvar",
    "tovholder_id": "Tovholder",
    "beskrivelse": "Beskrivelse",
}
_VALG = {
    "slags": dict(Indsats.Slags.choices),
    "fase": dict(Indsats.Fase.choices),
    "ansvar": dict(Indsats.Ansvar.choices),
}
_SLETTET = "(slettet)"


class Indsatsforskelle:
    """`organer` are the bodies that the reader sees; `egne` those asked for, none for the whole agreement."""

    def __init__(self, forloeb: Forloeb, organer: Mapping[int, Organ], egne: Collection[int], laeser: Laeser) -> None:
        self.forloeb = forloeb
        self.organer = organer
        self.egne = egne
        self.laeser = laeser
        self.foer = self._efter_indsats(forloeb.poster.foer)
        self.efter = self._efter_indsats(forloeb.poster.efter)
        self.traek = Traekforskelle(forloeb, laeser)
        self.tovholdere = self._tovholdere()

    def alle(self) -> list[Forskel]:
        """Those that differ, in the order of the bodies and then of the alphabet."""
        noegler = self.forloeb.indsatser.foer.keys() | self.forloeb.indsatser.efter.keys()
        fundne = [(self._plads(noegle), en) for noegle in noegler if (en := self._forskel(noegle)) is not None]
        return [en for _, en in sorted(fundne, key=lambda par: (par[0], sorteringsnoegle(par[1].titel)))]

    def _efter_indsats(self, poster: Mapping[int, Postudgave]) -> dict[int, dict[int, Postudgave]]:
        """The rows in bodies that the reader sees, by initiative and by their own keys."""
        fundne: dict[int, dict[int, Postudgave]] = defaultdict(dict)
        for post in poster.values():
            if post.organ_id in self.organer:
                fundne[post.indsats_id][post.pk] = post
        return fundne

    def _tovholdere(self) -> Mapping[int, str]:
        """Names, asked for only when somebody else has become responsible."""
        foer, efter = self.forloeb.indsatser.foer, self.forloeb.indsatser.efter
        skiftede = {
            noegle
            for pk, en in efter.items()
            if pk in foer and foer[pk].tovholder_id != en.tovholder_id
            for noegle in (foer[pk].tovholder_id, en.tovholder_id)
            if noegle is not None
        }
        return {pk: str(en) for pk, en in Organisation.objects.in_bulk(skiftede).items()} if skiftede else {}

    def _poster(self, noegle: int) -> tuple[dict[int, Postudgave], dict[int, Postudgave]]:
        """The rows to tell of before and after: of the bodies asked for, those that stood there at either moment."""
        foer, efter = self.foer.get(noegle, {}), self.efter.get(noegle, {})
        if not self.egne:
            return foer, efter
        mine = {pk for poster in (foer, efter) for pk, post in poster.items() if post.organ_id in self.egne}
        return {pk: foer[pk] for pk in mine & foer.keys()}, {pk: efter[pk] for pk in mine & efter.keys()}

    def _plads(self, noegle: int) -> tuple[int, str]:
        foer, efter = self._poster(noegle)
        return min(
            (self.organer[post.organ_id].sortering for post in (*efter.values(), *foer.values())), default=(0, "")
        )

    def _forskel(self, noegle: int) -> Forskel | None:
        foer, efter = self.forloeb.indsatser.foer.get(noegle), self.forloeb.indsatser.efter.get(noegle)
        poster_foer, poster_efter = self._poster(noegle)
        if self.egne and not poster_foer and not poster_efter:
            return None
        linjer = [
            *(self._egne_linjer(noegle, foer, efter)),
            *self._organlinjer(poster_foer, poster_efter),
            *self._aarslinjer(poster_foer, poster_efter),
        ]
        if not linjer:
            return None
        udgave = efter or foer
        assert udgave is not None  # noqa: S101 - the key stands at one of the moments
        steder = poster_efter or poster_foer
        return Forskel(
            slags=self._slags(foer, efter, poster_foer, poster_efter),
            titel=udgave.titel,
            organ=", ".join(self._navn(post) for post in steder.values()),
            linjer=tuple(linjer),
            indsats_id=noegle if udgave.findes else None,
        )

    def _slags(
        self,
        foer: Indsatsudgave | None,
        efter: Indsatsudgave | None,
        poster_foer: Mapping[int, Postudgave],
        poster_efter: Mapping[int, Postudgave],
    ) -> Forskelsslags:
        if foer is None or (self.egne and not poster_foer):
            return Forskelsslags.TILFOEJET
        if efter is None or (self.egne and not poster_efter):
            return Forskelsslags.FJERNET
        if foer.afsluttet_den is None and efter.afsluttet_den is not None:
            return Forskelsslags.AFSLUTTET
        if any(poster_efter[pk].organ_id != poster_foer[pk].organ_id for pk in poster_foer.keys() & poster_efter):
            return Forskelsslags.FLYTTET
        return Forskelsslags.AENDRET

    def _egne_linjer(
        self, noegle: int, foer: Indsatsudgave | None, efter: Indsatsudgave | None
    ) -> Iterator[Forskelslinje]:
        spor = self.forloeb.indsatser.spor(noegle)
        if foer is None or efter is None:
            sidste = spor[-1] if efter is None else spor[0]
            yield Forskelslinje(
                "Indsatsen",
                "" if foer is None else "i aftalen",
                "" if efter is None else "oprettet",
                self.laeser.ophav(sidste),
            )
        if efter is not None and (efter.afsluttet_den, efter.udfald) != (
            (None, "") if foer is None else (foer.afsluttet_den, foer.udfald)
        ):
            ophav = self.laeser.ophav(gav(spor, attrgetter("afsluttet_den", "udfald")))
            yield Forskelslinje("Udfald", _udfald(foer) if foer else "", _udfald(efter), ophav)
        if foer is None or efter is None:
            return
        for felt in _FELTER:
            lukket = felt == "fase" and efter.afsluttet_den is not None
            if not lukket and getattr(foer, felt) != getattr(efter, felt):
                ophav = self.laeser.ophav(gav(spor, attrgetter(felt)))
                yield Forskelslinje(_FELTER[felt], self._tekst(foer, felt), self._tekst(efter, felt), ophav)
        yield from self._maallinjer(noegle, foer, efter)

    def _maallinjer(self, noegle: int, foer: Indsatsudgave, efter: Indsatsudgave) -> Iterator[Forskelslinje]:
        tjener, maal = self.forloeb.tjener, {**self.forloeb.maal.foer, **self.forloeb.maal.efter}
        gamle, nye = tjener.get(foer.historie, set()), tjener.get(efter.historie, set())
        if gamle == nye:
            return
        udgave = gav(self.forloeb.indsatser.spor(noegle), lambda en: frozenset(tjener.get(en.historie, frozenset())))
        fjernet, sat = (
            "; ".join(sorted(maal[pk].tekst if pk in maal else _SLETTET for pk in dens))
            for dens in (gamle - nye, nye - gamle)
        )
        yield Forskelslinje("Målsætninger", fjernet, sat, self.laeser.ophav(udgave))

    def _organlinjer(self, foer: Mapping[int, Postudgave], efter: Mapping[int, Postudgave]) -> Iterator[Forskelslinje]:
        for pk in sorted(foer.keys() | efter.keys()):
            gammel, ny = foer.get(pk), efter.get(pk)
            if gammel is None or ny is None or gammel.organ_id != ny.organ_id:
                spor = self.forloeb.poster.spor(pk)
                udgave = spor[-1] if ny is None else gav(spor, attrgetter("organ_id"))
                ophav = self.laeser.ophav(udgave, udgave.besluttet_i_id)
                yield Forskelslinje("Organ", self._navn(gammel), self._navn(ny), ophav)
            if gammel is not None and ny is not None and gammel.rolle != ny.rolle:
                roller = dict(Portefoeljepost.Rolle.choices)
                ophav = self.laeser.ophav(gav(self.forloeb.poster.spor(pk), attrgetter("rolle")))
                yield Forskelslinje("Rolle", roller[gammel.rolle], roller[ny.rolle], ophav)

    def _aarslinjer(self, foer: Mapping[int, Postudgave], efter: Mapping[int, Postudgave]) -> Iterator[Forskelslinje]:
        """The years of the rows that stand at the end; each named by its body when there are several."""
        flere = len(efter) > 1
        for pk, post in efter.items():
            yield from self.traek.linjer(pk, f" i {self._navn(post)}" if flere else "", ny=pk not in foer)

    def _navn(self, post: Postudgave | None) -> str:
        return "" if post is None else str(self.organer[post.organ_id])

    def _tekst(self, udgave: Indsatsudgave, felt: str) -> str:
        vaerdi = getattr(udgave, felt)
        if felt == "tovholder_id":
            return "" if vaerdi is None else self.tovholdere.get(vaerdi, _SLETTET)
        return str(_VALG.get(felt, {}).get(vaerdi, vaerdi))


def _udfald(udgave: Indsatsudgave) -> str:
    navn = str(dict(Indsats.Udfald.choices)[udgave.udfald])
    return f"{navn} {dato(udgave.afsluttet_den)}".strip()

"""What differs between two moments in a row's years: the X that were set and removed, and the amounts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from operator import attrgetter

from indsatser.queries.forloeb import Forloeb, Traekudgave
from indsatser.queries.forskel import Forskelslinje, Laeser, Ophav, gav
from sundhedsaftale.faelles.dansk import opremset, tal

_BELOEB = (("beloeb", "beløb (mio. kr.)"), ("realiseret", "trak ressourcer"), ("faktisk", "faktisk (mio. kr.)"))
_Raekke = dict[int, Traekudgave]


class Traekforskelle:
    def __init__(self, forloeb: Forloeb, laeser: Laeser) -> None:
        self.traek = forloeb.traek
        self.laeser = laeser
        self.foer = _efter_post(forloeb.traek.foer.values())
        self.efter = _efter_post(forloeb.traek.efter.values())

    def linjer(self, post: int, sted: str, *, ny: bool) -> Iterator[Forskelslinje]:
        """The lines of one row, `sted` naming it where there are several; of a new row, the years it came with."""
        foer: _Raekke = {} if ny else self.foer.get(post, {})
        efter = self.efter.get(post, {})
        if foer or efter:
            yield from self._kryds(foer, efter, sted)
            yield from self._beloeb(foer, efter, sted)

    def _kryds(self, foer: _Raekke, efter: _Raekke, sted: str) -> Iterator[Forskelslinje]:
        """One line for each act: an X taken from one year and set in another at once reads as `2020 → 2021`."""
        akter: dict[tuple[object, ...], tuple[Ophav, list[int], list[int]]] = {}
        for aar in sorted(foer.keys() | efter.keys()):
            foer_sat = aar in foer and foer[aar].planlagt
            efter_sat = aar in efter and efter[aar].planlagt
            if foer_sat != efter_sat:
                ophav = self._ophav(foer.get(aar), efter.get(aar), "planlagt")
                _, fjernede, satte = akter.setdefault(ophav.akt, (ophav, [], []))
                (satte if efter_sat else fjernede).append(aar)
        for ophav, fjernede, satte in akter.values():
            yield Forskelslinje(f"Kryds{sted}", _aarene(fjernede), _aarene(satte), ophav)

    def _beloeb(self, foer: _Raekke, efter: _Raekke, sted: str) -> Iterator[Forskelslinje]:
        for aar in sorted(foer.keys() | efter.keys()):
            for felt, navn in _BELOEB:
                gammel, ny = (getattr(en.get(aar), felt, None) for en in (foer, efter))
                if gammel != ny:
                    ophav = self._ophav(foer.get(aar), efter.get(aar), felt)
                    yield Forskelslinje(f"{aar}{sted}: {navn}", _tekst(gammel), _tekst(ny), ophav)

    def _ophav(self, foer: Traekudgave | None, efter: Traekudgave | None, felt: str) -> Ophav:
        raekke = efter or foer
        assert raekke is not None  # noqa: S101 - the year stands at one of the moments
        spor = self.traek.spor(raekke.pk)
        udgave = spor[-1] if efter is None else gav(spor, attrgetter(felt))
        return self.laeser.ophav(udgave, udgave.besluttet_i_id if felt == "planlagt" else None)


def _efter_post(traek: Iterable[Traekudgave]) -> dict[int, _Raekke]:
    fundne: dict[int, _Raekke] = defaultdict(dict)
    for en in traek:
        fundne[en.post_id][en.aar] = en
    return fundne


def _tekst(vaerdi: Decimal | bool | None) -> str:
    if isinstance(vaerdi, bool):
        return "ja" if vaerdi else "nej"
    return tal(vaerdi)


def _aarene(aar: Iterable[int]) -> str:
    return opremset([str(et) for et in aar])

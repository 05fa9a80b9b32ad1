"""Where each body stands in the picture of the ladder: which line, which column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from organisering.models import Niveau
from organisering.queries.organstige import Trin

MINDST, MEST = 3, 5


@dataclass(frozen=True, slots=True)
class Plads:
    """Line 0 is the topmost; column 0 the leftmost."""

    linje: int
    kolonne: int


@dataclass(frozen=True, slots=True)
class Niveauplads:
    """The lines that a level fills, from `fra` up to but not with `til`."""

    niveau: Niveau
    fra: int
    til: int


@dataclass(frozen=True)
class Opstilling:
    """Every body's place by its key; always an odd number of columns, so that a lone body stands in the middle."""

    kolonner: int
    pladser: dict[int, Plads]
    niveauer: list[Niveauplads]

    @property
    def linjer(self) -> int:
        return self.niveauer[-1].til if self.niveauer else 0


def stil_op(trin: Sequence[Trin]) -> Opstilling:
    """Place the bodies level by level, those that report within their level below the one they report to."""
    ordnet = sorted(trin, key=lambda et: (et.organ.type.niveau.nummer, et.organ.sortering))
    niveauer: list[Niveauplads] = []
    linjer: list[list[Trin]] = []
    for niveau, dens in groupby(ordnet, key=lambda et: et.organ.type.niveau):
        fra = len(linjer)
        for lige_dybe in _dybder(list(dens)):
            linjer += _linjer(lige_dybe)
        niveauer.append(Niveauplads(niveau, fra, len(linjer)))
    bredest = max([MINDST, *(len(linje) for linje in linjer)])
    kolonner = bredest + 1 - bredest % 2
    pladser: dict[int, Plads] = {}
    for nummer, linje in enumerate(linjer):
        for et, kolonne in zip(linje, _kolonner(linje, pladser, kolonner), strict=True):
            pladser[et.organ.pk] = Plads(nummer, kolonne)
    return Opstilling(kolonner, pladser, niveauer)


def _dybder(trin: Sequence[Trin]) -> list[list[Trin]]:
    """Group a level's bodies by how far they stand below the topmost within the level."""
    over = {et.organ.pk: et.refererer_til.pk if et.refererer_til else None for et in trin}

    def dybde(noegle: int) -> int:
        vej = [noegle]
        while (naeste := over[vej[-1]]) is not None and naeste in over and naeste not in vej:
            vej.append(naeste)
        return len(vej)

    dybder = {noegle: dybde(noegle) for noegle in over}
    return [[et for et in trin if dybder[et.organ.pk] == den] for den in sorted(set(dybder.values()))]


def _linjer(trin: Sequence[Trin]) -> list[list[Trin]]:
    """Break bodies into lines of at most `MEST`; a kind of body begins a new line rather than being split."""
    slags: dict[int, list[Trin]] = {}
    for et in trin:
        slags.setdefault(et.organ.type_id, []).append(et)
    linjer: list[list[Trin]] = [[]]
    for dens in slags.values():
        antal = -(-len(dens) // MEST)
        laengde = -(-len(dens) // antal)
        for start in range(0, len(dens), laengde):
            stykke = dens[start : start + laengde]
            if start or len(linjer[-1]) + len(stykke) > MEST:
                linjer.append([])
            linjer[-1] += stykke
    return linjer


def _kolonner(linje: Sequence[Trin], pladser: Mapping[int, Plads], ialt: int) -> Sequence[int]:
    """Columns alike on both sides of the middle; in a line under its own level, as near those above as can be."""
    over = [et.refererer_til for et in linje]
    naere = [
        pladser[en.pk].kolonne
        for en, et in zip(over, linje, strict=True)
        if en is not None and en.pk in pladser and en.type.niveau == et.organ.type.niveau
    ]
    if len(naere) == len(linje):
        muligheder = combinations(range(ialt), len(linje))
        return min(muligheder, key=lambda valg: sum(abs(a - b) for a, b in zip(valg, naere, strict=True)))
    midt, halvt = ialt // 2, len(linje) // 2
    return [midt + skridt for skridt in range(-halvt, halvt + 1) if skridt or len(linje) % 2]

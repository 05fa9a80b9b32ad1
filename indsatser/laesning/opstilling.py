"""Which cell of a row belongs to which column of the head, when the row has fewer or more cells than the head."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from indsatser.laesning.elementer import Felt, Raekke
from indsatser.laesning.hoved import Hoved
from indsatser.laesning.ord import INDSATS, MAAL, er_maerke

_TOM = Felt("")
_FORSKYDNINGER = range(-3, 4)


@dataclass(frozen=True, slots=True)
class Opstillet:
    """A row laid in the head's columns; `usikker` when the marks could stand a year earlier or later."""

    raekke: Raekke
    felter: dict[int, Felt]
    oevrige: tuple[str, ...]
    usikker: bool


def opstil(raekker: Sequence[Raekke], hoved: Hoved) -> list[Opstillet]:
    """Rows with as many cells as each other stand alike; the marks and the texts tell how."""
    grupper: defaultdict[int, list[Raekke]] = defaultdict(list)
    for raekke in raekker:
        grupper[len(raekke.felter)].append(raekke)
    hele = any(raekke.felter and not raekke.felter[-1].tekst for raekke in raekker)
    valgt = {antal: _forskydning(gruppe, hoved, hele=hele) for antal, gruppe in grupper.items()}
    return [_opstillet(raekke, hoved, *valgt[len(raekke.felter)]) for raekke in raekker]


def _forskydning(gruppe: Sequence[Raekke], hoved: Hoved, *, hele: bool) -> tuple[int, bool]:
    """How many cells the years stand to the right of the head's, and whether the rows leave it open."""
    if not hoved.aar:
        return 0, False
    antal = len(gruppe[0].felter)
    # Rows that lost their empty cells at the end begin where the head begins; whole rows end where it ends.
    venter = 0 if antal < hoved.bredde and not hele else antal - hoved.bredde
    priser = {
        d: sum(_pris(raekke, hoved, d) for raekke in gruppe) for d in _FORSKYDNINGER if hoved.foerste + d >= 1
    } or {0: 0}
    bedste = min(priser, key=lambda d: (priser[d], abs(d - venter), abs(d)))
    lige = [d for d, pris in priser.items() if pris == priser[bedste]]
    return bedste, antal != hoved.bredde and len(lige) > 1 and any(_har_maerker(raekke) for raekke in gruppe)


def _pris(raekke: Raekke, hoved: Hoved, d: int) -> int:
    """How badly the row fits when its years stand `d` cells to the right of the head's."""
    pris = 0
    har_tekst = False
    for nr, tekst in enumerate(raekke.tekster):
        if not tekst:
            continue
        maerke = er_maerke(tekst)
        if hoved.foerste <= nr - d <= hoved.sidste:
            pris += 3 if maerke is None and nr - d in hoved.aar else 0
        elif nr - d < hoved.foerste:
            pris += 3 if maerke else 0
            har_tekst = har_tekst or maerke is None
        elif maerke:
            pris += 3
    return pris + (0 if har_tekst else 2)


def _har_maerker(raekke: Raekke) -> bool:
    return any(er_maerke(tekst) for tekst in raekke.tekster)


def _opstillet(raekke: Raekke, hoved: Hoved, d: int, usikker: bool) -> Opstillet:
    felter = {nr: _felt(raekke, nr + d) for nr in hoved.aar}
    tekster = [nr for nr in range(hoved.foerste) if nr in hoved.roller or nr in hoved.labels]
    foran = list(raekke.felter[: max(hoved.foerste + d, 0)])
    oevrige: list[str] = []
    if d == 0:
        felter |= {nr: _felt(raekke, nr) for nr in range(hoved.bredde) if nr not in hoved.aar}
        _flyt_ind(felter, hoved)
    else:
        fyldte = [felt for felt in foran if felt.tekst]
        modtagere = _modtagere(tekster, len(fyldte), hoved)
        felter |= dict(zip(modtagere, fyldte, strict=False))
        oevrige += [felt.tekst for felt in fyldte[len(modtagere) :]]
        felter |= {nr: _felt(raekke, nr + d) for nr in range(hoved.sidste + 1, hoved.bredde) if nr not in hoved.aar}
    efter = raekke.felter[max(hoved.bredde + d, 0) :]
    oevrige += [felt.tekst for felt in efter if felt.tekst and not felt.fra_siden]
    return Opstillet(raekke, felter, tuple(oevrige), usikker)


def _modtagere(tekster: list[int], antal: int, hoved: Hoved) -> list[int]:
    """The columns of text that so many filled cells belong to: a missing one is the target, which stands above."""
    if antal >= len(tekster):
        return tekster
    efter_vigtighed = sorted(tekster, key=lambda nr: (hoved.roller.get(nr) != INDSATS, hoved.roller.get(nr) == MAAL))
    return sorted(efter_vigtighed[:antal])


def _felt(raekke: Raekke, nr: int) -> Felt:
    return raekke.felter[nr] if 0 <= nr < len(raekke.felter) else _TOM


def _flyt_ind(felter: dict[int, Felt], hoved: Hoved) -> None:
    """A title may stand in the nameless column beside its own."""
    indsats = hoved.kolonne(INDSATS)
    if indsats is None or felter.get(indsats, _TOM).tekst:
        return
    for nr in (indsats + 1, indsats - 1):
        if nr not in hoved.labels and nr not in hoved.aar and felter.get(nr, _TOM).tekst:
            felter[indsats], felter[nr] = felter[nr], _TOM
            return

"""Word copies a cell with several paragraphs as several lines: the lines of one row are put together again."""

from collections.abc import Iterable
from dataclasses import replace

from indsatser.laesning.elementer import Element, Felt, Linje, Raekke
from indsatser.laesning.hoved import find_hoved
from indsatser.laesning.ord import er_maerke, slags_i
from indsatser.laesning.organer import er_organnavn

_LINJER_HOEJST = 40


def saml_brudte_raekker(elementer: Iterable[Element]) -> list[Element]:
    """Join lines that follow each other without a blank one until the row has as many cells as its head."""
    alle = list(elementer)
    ud: list[Element] = []
    tabeller: dict[int, int] = {}  # a table that a broken row cut in two is one
    naeste = _naeste_raekke(alle)
    bredde = i = 0
    while i < len(alle):
        element = alle[i]
        if isinstance(element, Raekke):
            hoved = None if element.eksakt else find_hoved(element, (), None)
            if element.eksakt or hoved is not None:
                bredde = len(element.felter) if hoved is not None and hoved.aar else 0
                ud.append(element)
                i += 1
                continue
        stykker = _stykker(alle, i, bredde) if bredde and naeste[i] - i < _LINJER_HOEJST else 1
        if stykker > 1:
            samlet = _samlet(alle[i : i + stykker])
            if ud and isinstance(ud[-1], Raekke):
                tabeller[samlet.tabel] = ud[-1].tabel
            element = samlet
        if isinstance(element, Raekke) and element.tabel in tabeller:
            element = replace(element, tabel=tabeller[element.tabel])
        ud.append(element)
        i += stykker
    return ud


def _naeste_raekke(alle: list[Element]) -> list[int]:
    """For each element where the next row stands, itself included."""
    naeste = [len(alle) + _LINJER_HOEJST] * (len(alle) + 1)
    for i in range(len(alle) - 1, -1, -1):
        naeste[i] = i if isinstance(alle[i], Raekke) else naeste[i + 1]
    return naeste


def _stykker(alle: list[Element], i: int, bredde: int) -> int:
    """How many of the elements from `i` on make one row of `bredde` cells; 1 when none do."""
    antal_felter, nr = 1, alle[i].nr
    for antal, element in enumerate(alle[i : i + _LINJER_HOEJST]):
        if element.nr != nr + antal or (isinstance(element, Raekke) and element.eksakt) or _er_titel(element):
            return 1
        if antal and isinstance(element, Raekke) and antal_felter == 1 and len(element.felter) == bredde:
            return antal + 1 if _kan_vaere_foran(alle[i : i + antal], element) else 1
        antal_felter += len(element.felter) - 1 if isinstance(element, Raekke) else 0
        if antal_felter == bredde:
            return antal + 1 if antal == 0 or _har_maerker(element) else 1
        if antal_felter > bredde or (isinstance(element, Raekke) and _har_maerker(element)):
            return 1
    return 1


def _kan_vaere_foran(linjer: list[Element], raekke: Raekke) -> bool:
    """Whether lines right above a whole row are the beginning of its first cell."""
    return all(isinstance(linje, Linje) and not linje.overskrift for linje in linjer) and bool(raekke.felter[0].tekst)


def _er_titel(element: Element) -> bool:
    tekst = element.tekst if isinstance(element, Linje) else element.tekster[0] if element.felter else ""
    if isinstance(element, Linje):
        return er_organnavn(tekst) or (bool(slags_i(tekst)) and len(tekst.split()) <= 4)
    return er_organnavn(tekst) and not any(element.tekster[1:])


def _har_maerker(element: Element) -> bool:
    return isinstance(element, Raekke) and any(er_maerke(tekst) for tekst in element.tekster)


def _samlet(stykker: list[Element]) -> Raekke:
    felter: list[str] = [""]
    for stykke in stykker:
        tekster = [("• " if stykke.punkt else "") + stykke.tekst] if isinstance(stykke, Linje) else stykke.tekster
        felter[-1] = "\n".join(filter(None, (felter[-1], tekster[0])))
        felter += tekster[1:]
    sidste = stykker[-1]
    tabel = sidste.tabel if isinstance(sidste, Raekke) else 0
    return Raekke(stykker[0].nr, tabel, tuple(Felt(tekst) for tekst in felter))
